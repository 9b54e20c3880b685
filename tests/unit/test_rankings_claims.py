"""Claims hold what was said and nothing else; what no text can say is refused."""

import datetime as dt
import pickle
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from tthc.codec import decode, encode
from tthc.errors import MalformedError
from tthc.rankings import claims, figures, outcomes, reasons
from tthc.rankings.claims import CutClaim, RankClaim, RatioClaim
from tthc.rankings.outcomes import Atom, FigureAtom, FigureVerdict, Placing, TieOrder, Verdict
from tthc.rankings.reasons import Reason

WHY = Reason("vì thế", "that is why")
CLAIM = RankClaim(index="OSI", edition=2016, unit="VNM", rank=74, of=193, change=8, since=2014, span=(3, 60))
PLACING = Placing(index="OSI", edition=2016, unit="VNM", rank=74, of=193, ranked=193, tied=(74, 75))


@pytest.mark.parametrize("module", [claims, outcomes, reasons, figures])
def test_a_module_shows_its_public_names_only(module: Any) -> None:
    assert dir(module) == module.__all__


# ── claims ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("claim", "vi", "en"),
    [
        (
            CLAIM,
            "OSI 2016, VNM: hạng 74/193, tăng 8 bậc so với năm 2014",
            "OSI 2016, VNM: rank 74/193, up 8 places against 2014",
        ),
        (RankClaim(index="PCI", unit="Long An", rank=2), "PCI, Long An: hạng 2", "PCI, Long An: rank 2"),
        (
            RankClaim(index="EGDI", edition=2020, unit="VNM", rank=6, group="ASEAN", change=0),
            "EGDI 2020, VNM: hạng 6 (ASEAN), không thay đổi",
            "EGDI 2020, VNM: rank 6 (ASEAN), unchanged",
        ),
        (RankClaim(unit="VNM", change=-1), "VNM: giảm 1 bậc", "VNM: down 1 place"),
        (RankClaim(of=193, was=99), "?: hạng ?/193, trước đó hạng 99", "?: rank ?/193, before that rank 99"),
        (RankClaim(edition=2016), "2016: ?", "2016: ?"),
        (RankClaim(), "?: ?", "?: ?"),
    ],
)
def test_a_claim_says_itself(claim: RankClaim, vi: str, en: str) -> None:
    assert (str(claim), claim.text("en")) == (vi, en)


def test_a_claim_made_by_hand_states_what_it_holds() -> None:
    assert CLAIM.stated == {"index", "edition", "unit", "rank", "of", "change", "since"}
    assert CLAIM.carried == ()


def test_what_was_carried_over_is_told_from_what_is_stated() -> None:
    claim = RankClaim(index="OSI", edition=2016, unit="VNM", rank=74, stated=frozenset({"index", "rank"}))
    assert claim.carried == ("edition", "unit")


def test_what_a_check_would_need_is_named() -> None:
    assert RankClaim().missing == ("index", "edition", "unit", "rank")
    assert RankClaim(index="PCI", edition=2020, unit="Long An", group="vùng").missing == ("rank",)
    assert RankClaim(index="PCI", edition=2020, unit="Long An", of=63).missing == ()
    assert CLAIM.missing == ()


def test_a_false_statement_is_well_formed() -> None:
    assert RankClaim(rank=200, of=193, change=-200).rank == 200


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"rank": 0}, "rank"),
        ({"rank": 10**9}, "rank"),
        ({"of": -1}, "of"),
        ({"was": 0}, "was"),
        ({"edition": 0}, "edition"),
        ({"since": 10_000}, "since"),
        ({"change": 10**9}, "change"),
        ({"change": True}, "change"),
        ({"rank": Fraction(1)}, "rank"),
        ({"index": ""}, "index"),
        ({"unit": ""}, "unit"),
        ({"group": ""}, "group"),
        ({"span": (4, 3)}, "span"),
        ({"span": (-1, 3)}, "span"),
        ({"stated": frozenset({"rank"})}, "stated"),
        ({"rank": 1, "stated": frozenset({"rank", "span"})}, "stated"),
    ],
)
def test_what_no_text_can_say_is_refused(fields: dict[str, Any], field: str) -> None:
    with pytest.raises(MalformedError) as caught:
        RankClaim(**fields)
    assert [fault.field for fault in caught.value.faults] == [field]


def test_a_ratio_says_itself_with_the_digits_it_was_printed_with() -> None:
    claim = RatioClaim(part=2371, whole=6974, percent=34, digits=2)
    assert (str(claim), claim.text("en")) == ("2.371/6.974 = 34,00 %", "2,371/6,974 = 34.00 %")


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"part": 0.5}, "part"),
        ({"part": True}, "part"),
        ({"whole": 10**40}, "whole"),
        ({"percent": Fraction(1, 10**40)}, "percent"),
        ({"digits": 31}, "digits"),
        ({"percent": Fraction(1, 2), "digits": 0}, "digits"),
        ({"span": (4, 3)}, "span"),
    ],
)
def test_a_ratio_of_no_exact_numbers_is_refused(fields: dict[str, Any], field: str) -> None:
    with pytest.raises(MalformedError) as caught:
        RatioClaim(**{"part": 1, "whole": 2, "percent": 50} | fields)
    assert [fault.field for fault in caught.value.faults] == [field]


def test_a_cut_says_itself() -> None:
    claim = CutClaim(before=2306, after=654, saving=1652, percent=Decimal("71.64"), unit="tỷ đồng")
    assert str(claim) == "2.306 → 654 tỷ đồng, giảm 1.652 tỷ đồng (71,64 %)"
    assert claim.text("en") == "2,306 → 654 tỷ đồng, less by 1,652 tỷ đồng (71.64 %)"
    assert str(CutClaim(before=5, percent=40, digits={"percent": 1})) == "5 → ? (40,0 %)"
    assert str(CutClaim(saving=5)) == "? → ?, giảm 5"


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"before": 2.5}, "before"),
        ({"after": "263"}, "after"),
        ({"saving": 10**40}, "saving"),
        ({"digits": {"unit": 2}}, "digits"),
        ({"digits": {"percent": 31}}, "digits['percent']"),
        ({"before": 150, "digits": {"before": -2}}, "digits['before']"),
        ({"digits": ()}, "digits"),
        ({"span": (4, 3)}, "span"),
    ],
)
def test_a_cut_of_no_exact_numbers_is_refused(fields: dict[str, Any], field: str) -> None:
    with pytest.raises(MalformedError) as caught:
        CutClaim(**fields)
    assert [fault.field for fault in caught.value.faults] == [field]


def test_a_reason_says_itself_in_both_languages() -> None:
    assert (str(WHY), WHY.text("en"), repr(WHY)) == ("vì thế", "that is why", "Reason(vi='vì thế', en='that is why')")


# ── outcomes ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_placing_says_where_a_unit_stands() -> None:
    assert PLACING.text("en") == "OSI 2016, VNM: 74/193 (tied 74–75)"
    alone = Placing(index="EGDI", edition=2016, unit="VNM", rank=6, of=11, ranked=11, tied=(6, 6), group="Á / Asia")
    assert (str(alone), alone.text("en")) == ("EGDI 2016, VNM: 6/11 trong Á", "EGDI 2016, VNM: 6/11 in Asia")
    none = Placing(
        index="DB", edition=2017, vintage="DB17", unit="X", rank=None, of=2, ranked=1, reason="thiếu số liệu / no data"
    )
    assert (str(none), none.text("en")) == (
        "DB 2017, X: không xếp hạng (thiếu số liệu)",
        "DB 2017, X: not ranked (no data)",
    )
    bare = Placing(index="DB", edition=2017, unit="X", rank=None, of=2, ranked=1)
    assert str(bare) == "DB 2017, X: không xếp hạng"
    assert none.row["tied_first"] is None
    assert (PLACING.row["tied_first"], PLACING.row["tied_last"]) == (74, 75)


def test_an_order_of_ties_says_itself() -> None:
    places = ((2014, 82), (2016, 74))
    assert str(TieOrder(policy="ordinal", places=places)) == (
        "các đơn vị bằng nhau xếp lần lượt theo một thứ tự nào đó (2014: hạng 82, 2016: hạng 74)"
    )
    assert TieOrder(policy="ordinal", by="unit", places=places).text("en") == (
        "equals are placed one by one by their codes (2014: rank 82, 2016: rank 74)"
    )
    assert TieOrder(policy="ordinal", by="EGDI").text("en") == "equals are placed one by one by EGDI ()"
    assert TieOrder(policy="last_of_ties", places=places).text("en").startswith("equals share the last place (2014: ")


def test_a_verdict_prints_all_that_it_found() -> None:
    verdict = Verdict(
        claim=CLAIM,
        outcome="true_under",
        because=WHY,
        atoms=(Atom(field="change", outcome="true_under", because=WHY, stated=8, right=7),),
        placings=(PLACING,),
        under=(TieOrder(policy="ordinal", by="EGDI", places=((2014, 82), (2016, 74))),),
        newer=(Placing(index="OSI", edition=2020, unit="VNM", rank=81, of=193, ranked=193),),
        siblings=(Placing(index="TII", edition=2016, unit="VNM", rank=90, of=193, ranked=193),),
    )
    assert str(verdict).split("\n") == [
        "OSI 2016, VNM: hạng 74/193, tăng 8 bậc so với năm 2014 → chỉ đúng với một cách xếp các đơn vị đồng hạng",
        "  vì thế",
        "  mới hơn: OSI 2020, VNM: 81/193",
        "  chưa nhắc tới: TII 2016, VNM: 90/193",
    ]
    assert verdict.text("en").split("\n")[2:] == [
        "  newer: OSI 2020, VNM: 81/193",
        "  not mentioned: TII 2016, VNM: 90/193",
    ]
    assert verdict.rows == (PLACING.row,)
    assert repr(verdict) == "<Verdict true_under: OSI 2016, VNM: rank 74/193, up 8 places against 2014>"
    assert verdict._repr_html_().startswith("<pre>OSI 2016, VNM: hạng 74/193")


def test_a_verdict_on_figures_holds_one_claim() -> None:
    with pytest.raises(MalformedError):
        FigureVerdict(outcome="follows", because=WHY)
    with pytest.raises(MalformedError):
        FigureVerdict(ratio=RatioClaim(part=1, whole=2, percent=50), cut=CutClaim(), outcome="follows", because=WHY)
    assert FigureVerdict(cut=CutClaim(), outcome="incomplete", because=WHY).claim == CutClaim()


@pytest.mark.parametrize(
    "value",
    [
        CLAIM,
        RankClaim(index="OSI", unit="VNM", rank=74, stated=frozenset({"rank"})),
        RankClaim(index="OSI", unit="VNM", rank=74, stated=frozenset()),
        RatioClaim(part=4818, whole=5421, percent=Decimal("37.31"), digits=2, span=(1, 20)),
        CutClaim(before=2306, after=654, percent=Decimal("71.64"), unit="tỷ đồng", digits={"percent": 2}),
        PLACING,
        Placing(
            index="X", edition=1, unit="u", rank=1, of=1, ranked=1, score=Fraction(1, 3), published=dt.date(2020, 7, 10)
        ),
        TieOrder(policy="dense", places=((2014, 82),)),
        Atom(field="unit", outcome="not_ranked", because=WHY, stated="VNM"),
        FigureAtom(field="saving", outcome="follows", because=WHY, stated=Fraction(1), right=Fraction(1)),
        figures.check_ratio(RatioClaim(part=1, whole=3, percent=33)),
        figures.check_cut(CutClaim(before=3, after=2, saving=1, percent=33)),
        Verdict(claim=CLAIM, outcome="true", because=WHY, placings=(PLACING,)),
        WHY,
    ],
    ids=lambda value: type(value).__name__,
)
def test_values_encode_hash_and_pickle(value: object) -> None:
    assert decode(type(value), encode(value)) == value
    assert pickle.loads(pickle.dumps(value)) == value
    assert hash(value) == hash(pickle.loads(pickle.dumps(value)))

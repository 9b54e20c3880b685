"""Verdicts on rank claims: each outcome, on small tables that hold the facts of the seed statements."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest

from tthc.dated import Dated, Interval
from tthc.rankings import (
    Edition,
    Group,
    IndexMethod,
    Precision,
    RankClaim,
    Verdict,
    _verdict_lookup,
    _verdict_places,
    _verdict_words,
    check_claim,
    verdicts,
)

# Positions stand for 193 states: `ahead` better ones, then those named. Scores are points of a questionnaire.
WORLD = 193


def table(year: int, egdi: dict[str, int], osi: dict[str, int], **about: Any) -> Edition:
    """An edition of 193 states in which those named have the given EGDI rank and OSI points out of 200."""
    others = [f"U{i:03}" for i in range(WORLD - len(egdi))]
    free = [rank for rank in range(1, WORLD + 1) if rank not in egdi.values()]
    ranks = egdi | dict(zip(others, free, strict=True))
    scores = {unit: Fraction(WORLD + 1 - rank, WORLD) for unit, rank in ranks.items()}
    points = osi | about.pop("others", {})
    return Edition(
        index="EGDI",
        year=year,
        scores=scores,
        ranks=ranks,
        components={"OSI": points} | about.pop("parts", {}),
        **about,
    )


def ladder(named: dict[str, int], sizes: tuple[int, int]) -> dict[str, Fraction]:
    """OSI of 193 states: `sizes[0]` above, the named ones with their points, the rest below."""
    above, below = sizes
    scores = {f"U{i:03}": Fraction(1000 - i) for i in range(above)}
    scores |= {unit: Fraction(points) for unit, points in named.items()}
    return scores | {f"U{above + i:03}": Fraction(90 - i, 2) for i in range(below)}


# Viet Nam and Antigua share OSI places 81-82 in 2014, Viet Nam and Tanzania 74-75 in 2016; six share 59-64 in 2018.
E2014 = table(2014, {"VNM": 99, "ATG": 59}, ladder({"VNM": 100, "ATG": 100}, (80, 111)), published=dt.date(2014, 6, 25))
E2016 = table(
    2016, {"VNM": 89, "TZA": 130}, ladder({"VNM": 100, "TZA": 100}, (73, 118)), published=dt.date(2016, 7, 31)
)
SIX = ("VNM", "S1", "S2", "S3", "S4", "S5")
E2018 = table(
    2018,
    {unit: 88 + i for i, unit in enumerate(SIX)},
    ladder(dict.fromkeys(SIX, 100), (58, 129)),
    parts={"TII": ladder({"VNM": 100}, (99, 93)), "HCI": ladder({"VNM": 100}, (119, 73)), "EPI": {"VNM": 1}},
    method=IndexMethod(id="2018", weights={"OSI": 1, "TII": 1, "HCI": 1}),
    published=dt.date(2018, 7, 19),
)
E2020 = table(2020, {"VNM": 86}, ladder({"VNM": 100}, (80, 112)), published=dt.date(2020, 7, 10))
EGDI = (E2014, E2016, E2018, E2020)


def verdict(tables: Any = EGDI, on: dt.date | None = None, **fields: Any) -> Verdict:
    return check_claim(RankClaim(**{"index": "EGDI", "unit": "VNM"} | fields), tables, on=on)


def outcomes(found: Verdict) -> dict[str, tuple[str, Any]]:
    return {atom.field: (atom.outcome, atom.right) for atom in found.atoms}


@pytest.mark.parametrize("module", [verdicts, _verdict_lookup, _verdict_places, _verdict_words])
def test_a_module_shows_its_public_names_only(module: Any) -> None:
    assert dir(module) == module.__all__


# ── the seed statements ──────────────────────────────────────────────────────────────────────────────────────────────


def test_seed_1_is_true() -> None:
    found = verdict(edition=2016, rank=89, of=193, change=10, since=2014)
    assert found.outcome == "true"
    assert outcomes(found) == {"rank": ("true", 89), "change": ("true", 10), "of": ("true", 193)}
    assert [(row["edition"], row["rank"], row["computed"]) for row in found.rows] == [
        (2014, 99, False),
        (2016, 89, False),
    ]
    assert found.under == ()


def test_seed_2_holds_only_with_another_order_in_each_tie() -> None:
    found = verdict(index="OSI", edition=2016, rank=74, of=193, change=8, since=2014)
    assert found.outcome == "true_under"
    assert outcomes(found) == {"rank": ("true", 74), "change": ("true_under", 7), "of": ("true", 193)}
    order = found.under[0]
    assert len(found.under) == 1
    assert (order.policy, order.by, order.places) == ("ordinal", "EGDI", ((2014, 82), (2016, 74)))
    assert [placing.tied for placing in found.placings] == [(81, 82), (74, 75)]
    assert "tăng 8 bậc chỉ đúng nếu các đơn vị bằng nhau xếp lần lượt theo EGDI (2014: hạng 82, 2016: hạng 74)" in str(
        found
    )
    assert "81 (2014, tied 81–82) → 74 (2016, tied 74–75)" in found.because.en
    assert "rank computed from the scores, as the publisher prints none for OSI" in found.because.en


def test_seed_3_is_true_against_the_edition_before_and_says_so() -> None:
    found = verdict(edition=2018, rank=88, of=193, change=1)
    assert found.outcome == "true"
    assert "không nêu năm so sánh: đã so với kỳ liền trước, 2016" in found.because.vi
    assert "base year" not in verdict(edition=2018, rank=88, change=1, since=2016).because.en


def test_seed_4_is_true_and_a_later_edition_was_out() -> None:
    found = verdict(index="OSI", edition=2018, rank=59, of=193, change=15, since=2016, on=dt.date(2020, 8, 25))
    assert found.outcome == "true"
    assert [(placing.edition, placing.rank) for placing in found.newer] == [(2020, 81)]
    assert [(placing.index, placing.rank) for placing in found.siblings] == [("TII", 100), ("HCI", 120)]
    assert "đến ngày 25/08/2020 đã có kỳ mới hơn: OSI 2020, VNM: 81/193" in found.because.vi
    assert verdict(index="OSI", edition=2018, rank=59, on=dt.date(2020, 7, 9)).newer == ()
    without_day = verdict(index="OSI", edition=2018, rank=59)
    assert (without_day.newer, without_day.siblings) == ((), ())


# ── ties ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_last_of_ties_makes_it_seven_places_too() -> None:
    found = verdict(index="OSI", edition=2016, rank=75, change=7, since=2014)
    assert found.outcome == "true_under"
    assert [(order.policy, order.places) for order in found.under] == [("last_of_ties", ((2014, 82), (2016, 75)))]
    assert (
        "tất cả cùng đúng nếu các đơn vị bằng nhau cùng nhận hạng cuối (2014: hạng 82, 2016: hạng 75)"
        in found.because.vi
    )


def test_each_for_itself_may_hold_and_still_not_both() -> None:
    found = verdict(index="OSI", edition=2016, rank=75, change=8, since=2014)
    assert found.outcome == "false"
    assert {atom.outcome for atom in found.atoms} == {"true_under"}
    assert "no order makes all of them true" in found.because.en


def test_a_former_rank_is_checked_too() -> None:
    assert verdict(edition=2016, was=99, since=2014).outcome == "true"
    assert outcomes(verdict(edition=2016, was=98, since=2014)) == {"was": ("false", 99)}
    found = verdict(index="OSI", edition=2016, rank=74, was=82, since=2014)
    assert outcomes(found) == {"rank": ("true", 74), "was": ("true_under", 81)}
    assert found.under[0].by == "EGDI"
    alone = verdict(index="OSI", edition=2016, was=82, since=2014)
    assert alone.outcome == "true_under"


def test_other_natural_orders_are_tried_and_else_the_places_alone_are_told() -> None:
    scores = {"A": 5, "B": 5, "C": 5, "D": 1}
    plain = Edition(index="PCI", year=2024, scores=scores)
    middle = check_claim(RankClaim(index="PCI", edition=2024, unit="B", rank=2), [plain])
    assert [(o.policy, o.by) for o in middle.under] == [("average", "")]
    four = Edition(index="PCI", year=2024, scores={"A": 5, "B": 5, "C": 5, "E": 5, "D": 1})
    assert check_claim(RankClaim(index="PCI", edition=2024, unit="B", rank=2), [four]).under[0].by == "unit"
    third = check_claim(RankClaim(index="PCI", edition=2024, unit="B", rank=3), [four])
    assert [(o.policy, o.by, o.places) for o in third.under] == [("ordinal", "", ((2024, 3),))]
    # By X the unit comes third; Y has no score for two of its equals.
    parts = {"Y": {"A": 1, "B": 1}, "X": {"A": 3, "B": 2, "C": 4, "E": 1}}
    by_x = check_claim(RankClaim(index="PCI", edition=2024, unit="B", rank=3), [attrs.evolve(four, components=parts)])
    assert [(o.policy, o.by) for o in by_x.under] == [("ordinal", "X")]


def test_an_order_of_both_years_must_be_one_order() -> None:
    before = Edition(index="I", year=1, scores={"A": 9, "B": 9, "C": 1}, components={"X": {"A": 1, "B": 1, "C": 2}})
    after = Edition(index="I", year=2, scores={"A": 9, "B": 9, "C": 1}, components={"Y": {"A": 1, "B": 1, "C": 2}})
    found = check_claim(RankClaim(index="I", edition=2, unit="B", change=1, since=1), [before, after])
    assert [(o.by, o.places) for o in found.under] == [("", ((1, 2), (2, 1)))]


def test_mean_ranks_are_no_whole_numbers() -> None:
    mean = Edition(index="PCI", year=2024, scores={"A": 5, "B": 5, "C": 1}, ties="average")
    found = check_claim(RankClaim(index="PCI", edition=2024, unit="A", rank=1), [mean])
    assert found.outcome == "true_under"
    assert found.atoms[0].right == "3/2"
    assert found.placings[0].rank is None
    assert found.placings[0].reason == "hạng bình quân 3/2 / mean rank 3/2"


def test_printed_ranks_that_are_shared_are_ties_too() -> None:
    shared = Edition(index="DB", year=2016, ranks={"A": 1, "B": 2, "C": 2, "D": 4})
    assert check_claim(RankClaim(index="DB", edition=2016, unit="C", rank=2), [shared]).outcome == "true"
    found = check_claim(RankClaim(index="DB", edition=2016, unit="C", rank=3), [shared])
    assert (found.outcome, found.under[0].policy) == ("true_under", "last_of_ties")


# ── digits ───────────────────────────────────────────────────────────────────────────────────────────────────────────

HUNGARY = {"HRV": Decimal("0.7745"), "HUN": Decimal("0.7745"), "ITA": Decimal("0.8231"), "PER": Decimal("0.7083")}


def test_what_the_publisher_broke_by_digits_not_printed_is_left_open_by_scores_alone() -> None:
    scores_only = Edition(index="EGDI", year=2020, scores=HUNGARY, precision=Precision(4))
    found = verdict([scores_only], edition=2020, unit="HUN", rank=3)
    assert found.outcome == "undecided"
    assert "một hạng từ 2 đến 3" in found.because.vi
    assert verdict([scores_only], edition=2020, unit="HUN", rank=2).outcome == "true"
    assert verdict([scores_only], edition=2020, unit="HUN", rank=4).outcome == "false"
    assert verdict([scores_only], edition=2020, unit="PER", rank=3).outcome == "false"


def test_printed_ranks_decide_what_scores_do_not() -> None:
    printed = Edition(
        index="EGDI", year=2020, scores=HUNGARY, precision=Precision(4), ranks={"ITA": 1, "HRV": 2, "HUN": 3, "PER": 4}
    )
    assert verdict([printed], edition=2020, unit="HUN", rank=3).outcome == "true"
    found = verdict([printed], edition=2020, unit="HUN", rank=2)
    assert outcomes(found) == {"rank": ("false", 3)}
    assert "equal printed scores at 2–3; the publisher ranks apart" in found.because.en


def test_a_change_may_be_left_open_by_the_digits() -> None:
    old = Edition(index="EGDI", year=2018, scores=HUNGARY, precision=Precision(4))
    new = attrs.evolve(old, year=2020)
    found = verdict([old, new], edition=2020, unit="HUN", change=1)
    assert found.outcome == "undecided"
    assert "từ “giảm 1 bậc” đến “tăng 1 bậc”" in found.because.vi
    assert outcomes(verdict([old, new], edition=2020, unit="HUN", change=0)) == {"change": ("true", 0)}
    assert outcomes(verdict([old, new], edition=2020, unit="HUN", change=2)) == {"change": ("false", 0)}
    assert "không thay đổi" in verdict([old, new], edition=2020, unit="HUN", change=0).because.vi


def _sevenths(digits: int) -> dict[str, Fraction]:
    """Forty different scores out of 97 points, and one of them twice, printed with so many digits."""
    scale = 10**digits
    return {f"U{k}": Fraction(k * scale // 97, scale) for k in range(1, 41)} | {
        "VNM": Fraction(20 * scale // 97, scale)
    }


def test_equal_digits_prove_equal_points_where_all_scores_are_points_out_of_few() -> None:
    printed = Edition(index="EGDI", year=2014, scores=_sevenths(5), precision=Precision(5, "truncated"))
    assert verdict([printed], edition=2014, rank=22).outcome == "true_under"
    few = Edition(
        index="EGDI",
        year=2014,
        scores={u: s for u, s in _sevenths(5).items() if u in {"U20", "VNM"}},
        precision=Precision(5),
    )
    assert verdict([few], edition=2014, rank=2).outcome == "undecided"


def test_scores_that_are_no_shares_prove_nothing() -> None:
    below = Edition(index="EGDI", year=2014, scores={"VNM": -1, "THA": -1}, precision=Precision(2))
    assert verdict([below], edition=2014, rank=2).outcome == "undecided"


# ── totals ───────────────────────────────────────────────────────────────────────────────────────────────────────────

ZEROS = Edition(
    index="EGDI",
    year=2012,
    scores={"VNM": 5, "THA": 7, "CAF": 0, "GIN": 0},
    ranks={"THA": 1, "VNM": 2, "CAF": 3, "GIN": 3},
    unranked={"CAF": "EGDI = 0", "GIN": "EGDI = 0"},
    components={"TII": {"VNM": 5, "THA": 7, "CAF": 6, "GIN": 1}},
)


@pytest.mark.parametrize(
    ("of", "outcome", "because"),
    [
        (4, "true", "4 are the units listed (the table lists 4 units and ranks 2 of them)"),
        (2, "true", "2 are the units ranked (the table lists 4 units and ranks 2 of them)"),
        (3, "false", "the table lists 4 units and ranks 2 of them, not 3"),
    ],
)
def test_a_total_may_mean_listed_or_ranked(of: int, outcome: str, because: str) -> None:
    found = verdict([ZEROS], edition=2012, of=of)
    assert (found.outcome, found.atoms[0].because.en) == (outcome, because)


def test_a_component_ranks_all_units_listed_and_the_verdict_says_so() -> None:
    found = verdict([ZEROS], index="TII", edition=2012, rank=3, of=4)
    assert found.outcome == "true"
    assert "TII tính trên 4 đơn vị, kể cả đơn vị không có hạng EGDI" in found.because.vi
    refused = attrs.evolve(ZEROS, ranks={}, refuses="no aggregate rank")
    assert "those without" not in verdict([refused], index="TII", edition=2012, rank=3).because.en


def test_scores_alone_give_computed_ranks() -> None:
    found = verdict([Edition(index="PCI", year=2024, scores={"VNM": 1})], index="pci", edition=2024, rank=1)
    assert found.outcome == "true"
    assert "rank computed from the scores" in found.because.en
    assert found.placings[0].computed


# ── what cannot be checked ───────────────────────────────────────────────────────────────────────────────────────────


def test_what_is_missing_is_named() -> None:
    assert verdict(index=None, edition=2016, rank=1).outcome == "incomplete"
    found = verdict(unit=None)
    assert (found.outcome, found.atoms, found.rows) == ("incomplete", (), ())
    assert found.because.vi == "phát biểu thiếu: kỳ, đơn vị, thứ hạng"
    assert found.because.en == "the statement lacks: edition, unit, rank"


def test_an_unknown_index_is_told_with_those_known() -> None:
    found = verdict(index="PCI", edition=2016, rank=1)
    assert outcomes(found) == {"index": ("unknown_index", None)}
    assert found.outcome == "unknown_index"
    assert found.because.en == "there is no table of the index PCI (there are: EGDI, OSI, TII, HCI, EPI)"
    assert verdict([], edition=2016, rank=1).because.vi == "không có bảng nào của chỉ số EGDI (có: –)"


def test_an_edition_that_does_not_exist_is_told_with_those_that_do() -> None:
    found = verdict(edition=2017, rank=1, on=dt.date(2020, 8, 25))
    assert found.outcome == "no_such_edition"
    assert found.because.en == "EGDI has no edition 2017 (there are: 2014, 2016, 2018, 2020)"
    doing_business = Edition(index="DB", year=2017, reference_year=2016, ranks={"VNM": 1})
    named = verdict([doing_business], index="DB", edition=2016, rank=1)
    assert named.because.vi == "DB không có kỳ 2016 (có: 2017); số liệu năm 2016 là của kỳ 2017"


def test_a_base_edition_that_does_not_exist_leaves_the_rank_checked() -> None:
    found = verdict(edition=2016, rank=89, change=10, since=2015)
    assert found.outcome == "no_such_edition"
    assert outcomes(found) == {"rank": ("true", 89), "since": ("no_such_edition", None)}
    first = verdict(edition=2014, rank=99, change=10)
    assert outcomes(first) == {"rank": ("true", 99), "since": ("incomplete", None)}
    assert first.outcome == "incomplete"
    assert verdict(edition=2014, rank=98, change=10).outcome == "false"


def test_units_without_a_rank_are_not_ranked() -> None:
    found = verdict([ZEROS], edition=2012, unit="CAF", rank=3)
    assert outcomes(found) == {"unit": ("not_ranked", None)}
    assert found.outcome == "not_ranked"
    assert found.because.en == "CAF is listed in EGDI 2012 but not ranked (EGDI = 0); all such units bear a printed 3"
    assert found.rows[0]["rank"] is None
    plain = Edition(index="PCI", year=2024, scores={"A": 1}, unranked={"B": "thiếu số liệu / no data"})
    assert check_claim(RankClaim(index="PCI", edition=2024, unit="B", rank=1), [plain]).because.vi == (
        "B có trong PCI 2024 nhưng không được xếp hạng (thiếu số liệu)"
    )
    assert verdict(edition=2016, unit="XKX", rank=1).because.en == "EGDI 2016 does not list XKX"
    later = Edition(index="EGDI", year=2014, scores={"CAF": 1})
    assert outcomes(verdict([ZEROS, later], edition=2014, unit="CAF", change=1)) == {"unit": ("not_ranked", None)}


def test_a_publisher_may_refuse_to_rank() -> None:
    refusing = Edition(index="B-READY", year=2024, scores={"VNM": 5}, refuses="không xếp hạng tổng / no aggregate rank")
    found = verdict([refusing], index="B-READY", edition=2024, rank=1, on=dt.date(2025, 1, 1))
    assert found.outcome == "not_ranked"
    assert found.because.text("vi") == "nhà công bố không xếp hạng B-READY 2024: không xếp hạng tổng"
    assert found.because.text("en") == "the publisher does not rank B-READY 2024: no aggregate rank"


# ── names ────────────────────────────────────────────────────────────────────────────────────────────────────────────

NAMED = Edition(
    index="EGDI",
    year=2024,
    scores={"VNM": 3, "GEO": 2, "USG": 1},
    names={"VNM": ("Việt Nam", "Viet Nam"), "GEO": ("Gru-di-a", "Georgia"), "USG": ("Georgia",)},
    aliases=("Chỉ số phát triển Chính phủ điện tử",),
)


@pytest.mark.parametrize("unit", ["VNM", "Việt Nam", "viet nam", "VIỆT  NAM"])
def test_units_are_found_by_code_and_name(unit: str) -> None:
    assert verdict([NAMED], edition=2024, unit=unit, rank=1).outcome == "true"


def test_a_name_of_two_units_is_not_guessed() -> None:
    found = verdict([NAMED], edition=2024, unit="Georgia", rank=2)
    assert found.outcome == "incomplete"
    assert found.because.en == "Georgia may be any of: GEO, USG"


def test_an_index_is_found_by_its_name() -> None:
    assert verdict([NAMED], index="Chỉ số phát triển chính phủ điện tử", edition=2024, rank=1).outcome == "true"


# ── groups ───────────────────────────────────────────────────────────────────────────────────────────────────────────

ASEAN = Group(
    name="ASEAN",
    vi="ASEAN",
    en="ASEAN",
    membership=(Dated("VNM"), Dated("THA"), Dated("TLS", Interval(dt.date(2025, 10, 26)))),
)
REGION = Group(
    name="M49-035",
    vi="Đông Nam Á",
    en="South-eastern Asia",
    membership=tuple(map(Dated, ("VNM", "THA", "TLS"))),
    aliases=("SEA",),
)
REGIONAL = Edition(index="EGDI", year=2024, scores={"THA": 9, "TLS": 8, "VNM": 7, "FRA": 10}, groups=(ASEAN, REGION))


@pytest.mark.parametrize(
    ("group", "rank", "of"),
    [
        ("ASEAN", 2, 2),
        ("khối ASEAN", 2, 2),
        ("Đông Nam Á", 3, 3),
        ("khu vực các nước đông nam á", 3, 3),
        ("the SEA", 3, 3),
    ],
)
def test_a_rank_in_a_group_is_one_among_its_members_on_the_day(group: str, rank: int, of: int) -> None:
    found = verdict([REGIONAL], edition=2024, rank=rank, of=of, group=group)
    assert found.outcome == "true"
    assert f"{of} đơn vị, tính ngày 31/12/2024" in found.because.vi


def test_the_group_is_named_in_both_languages() -> None:
    found = verdict([REGIONAL], edition=2024, rank=2, group="Đông Nam Á")
    assert outcomes(found) == {"rank": ("false", 3)}
    assert "South-eastern Asia: 3 units on 31/12/2024" in found.because.en
    assert found.placings[0].text("en") == "EGDI 2024, VNM: 3/3 in South-eastern Asia"
    grown = verdict([attrs.evolve(REGIONAL, published=dt.date(2025, 11, 1))], edition=2024, rank=3, group="ASEAN")
    assert grown.outcome == "true"


def test_a_group_that_is_not_known_or_not_joined() -> None:
    unknown = verdict([REGIONAL], edition=2024, rank=2, group="châu Phi")
    assert outcomes(unknown) == {"group": ("incomplete", None)}
    assert unknown.because.en == "who belongs to “châu Phi” is not known"
    stranger = verdict([REGIONAL], edition=2024, unit="FRA", rank=1, group="ASEAN")
    assert outcomes(stranger) == {"group": ("false", None)}
    assert stranger.because.vi == "ngày 31/12/2024 FRA không thuộc ASEAN"


def test_what_is_too_long_for_a_name_is_not_searched_for_and_not_repeated() -> None:
    long = "trong " * 200_000
    for found in (
        verdict([REGIONAL], edition=2024, rank=2, group=long),
        verdict([REGIONAL], edition=2024, rank=2, unit=long),
        verdict([REGIONAL], edition=2024, rank=2, index=long),
    ):
        assert found.outcome in {"incomplete", "not_ranked", "unknown_index"}
        assert len(found.because.vi) < 200


# ── where a false figure comes from ──────────────────────────────────────────────────────────────────────────────────


def test_a_false_rank_is_traced_to_the_edition_it_is_from() -> None:
    found = verdict(edition=2016, rank=88)
    assert found.outcome == "false"
    assert found.because.en == "in 2016 it is rank 89, not 88; 88 is the rank in 2018"


def test_a_false_change_without_base_year_is_traced_to_the_base_that_fits() -> None:
    found = verdict(edition=2018, change=11)
    assert found.outcome == "false"
    assert "the change is right against 2014" in found.because.en
    assert "right against" not in verdict(edition=2018, change=11, since=2016).because.en
    assert "right against" not in verdict(edition=2018, change=50).because.en


def test_what_came_from_the_context_is_told() -> None:
    found = verdict(edition=2016, rank=89, stated=frozenset({"index", "rank"}))
    assert "lấy từ ngữ cảnh của văn bản: kỳ, đơn vị" in found.because.vi


def test_a_change_of_method_is_told() -> None:
    old = Edition(index="PCI", year=2023, scores={"A": 1, "B": 2}, method=IndexMethod(id="1", digits=2))
    new = Edition(index="PCI", year=2024, scores={"A": 3, "B": 2}, method=IndexMethod(id="2", digits=4))
    claim = RankClaim(index="PCI", edition=2024, unit="A", change=1)
    assert "the method changed between 2023 and 2024" in check_claim(claim, [old, new]).because.en
    assert "the method changed" not in check_claim(claim, [attrs.evolve(old, method=None), new]).because.en
    assert "the method changed" not in check_claim(claim, [old, attrs.evolve(new, method=None)]).because.en


def test_an_edition_that_came_out_after_the_text_is_told() -> None:
    found = verdict(edition=2016, rank=89, on=dt.date(2016, 1, 1))
    assert "kỳ này đến 31/07/2016 mới công bố" in found.because.vi
    undated = attrs.evolve(E2020, published=None, method=None)
    found = verdict([E2018, undated], edition=2018, rank=88, on=dt.date(2026, 1, 1))
    assert found.newer == ()
    assert [
        placing.index for placing in verdict([undated], edition=2020, rank=86, on=dt.date(2026, 1, 1)).siblings
    ] == ["OSI"]


# ── several publications of one edition ──────────────────────────────────────────────────────────────────────────────

FIRST = Edition(index="DB", year=2016, ranks={"A": 1, "B": 2, "C": 3}, vintage="khi công bố / as published")
AGAIN = Edition(index="DB", year=2016, ranks={"A": 1, "B": 3, "C": 2}, vintage="tính lại / recomputed")


def test_two_publications_of_an_edition_are_both_kept() -> None:
    both = check_claim(RankClaim(index="DB", edition=2016, unit="A", rank=1), [FIRST, AGAIN])
    assert both.outcome == "true"
    assert [placing.vintage for placing in both.placings] == [FIRST.vintage, AGAIN.vintage]
    assert "có 2 cách đọc theo các lần công bố (khi công bố; tính lại)" in both.because.vi
    differing = check_claim(RankClaim(index="DB", edition=2016, unit="B", rank=2), [FIRST, AGAIN])
    assert differing.outcome == "undecided"
    assert "the outcome depends on which of them is meant" in differing.because.en
    assert [atom.outcome for atom in differing.atoms] == ["true", "false"]


def test_a_base_of_the_same_publication_is_preferred() -> None:
    later = Edition(index="DB", year=2017, ranks={"A": 1, "B": 2, "C": 3}, vintage="tính lại / recomputed")
    claim = RankClaim(index="DB", edition=2017, unit="B", change=1)
    assert check_claim(claim, [FIRST, AGAIN, later]).outcome == "true"
    assert "the figures of 2016: recomputed" in check_claim(claim, [FIRST, AGAIN, later]).because.en
    other = attrs.evolve(later, vintage="")
    assert check_claim(claim, [FIRST, AGAIN, other]).outcome == "undecided"

"""Rankings: what they are made from, the tie policies, sub-rankings, what is refused and where, how they are shown."""

import datetime as dt
import importlib
import pickle
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from tthc.codec import decode, encode
from tthc.dated import Dated, Interval
from tthc.errors import DecodeError, MalformedError, NotFoundError, NotRankedError
from tthc.frozen import FrozenMap
from tthc.identifiers import AgencyCode
from tthc.rankings import Group, Precision, Ranking, Standing, Ties, _places
from tthc.rankings._places import points_of

FOUR = {"A": 7, "B": 9, "C": 7, "D": 1}


PART = "none: only printed ranks that are not dense may be part of a table"


def faults(make: Any, *args: Any, **options: Any) -> list[str]:
    with pytest.raises(MalformedError) as caught:
        make(*args, **options)
    assert caught.value.type_name == "Ranking"
    return list(map(str, caught.value.faults))


def ranks(ranking: Ranking[Any]) -> dict[Any, Any]:
    return {unit: standing.rank for unit, standing in ranking.items()}


# ── tie policies ─────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("ties", "expected"),
    [
        ("competition", {"B": 1, "A": 2, "C": 2, "D": 4}),
        ("last_of_ties", {"B": 1, "A": 3, "C": 3, "D": 4}),
        ("dense", {"B": 1, "A": 2, "C": 2, "D": 3}),
        ("average", {"B": 1, "A": Fraction(5, 2), "C": Fraction(5, 2), "D": 4}),
    ],
)
def test_policies(ties: Ties, expected: dict[str, Any]) -> None:
    ranking = Ranking.from_scores(FOUR, ties=ties)
    assert ranks(ranking) == expected
    assert list(ranking) == ["B", "A", "C", "D"]
    assert [standing.tied for standing in ranking.values()] == [(1, 1), (2, 3), (2, 3), (4, 4)]
    assert [standing.percentile for standing in ranking.values()] == [1, Fraction(1, 2), Fraction(1, 2), 0]
    assert ranking == Ranking.from_scores(FOUR).with_ties(ties)


@pytest.mark.parametrize(
    "order",
    [
        {"C": 1, "A": 2},
        {"C": "a", "A": "b", "x": "c"},
        ("C", "A"),
        iter(["D", "C", "B", "A"]),
        {"A": 0, "C": -1}.__getitem__,
        Ranking.from_scores({"A": 1, "C": 2, "Z": 3}, unranked={"Y": "x"}),
        Ranking.from_ranks({"C": 1, "A": 2}),
    ],
    ids=["ranks", "texts", "units", "iterator", "function", "ranking", "printed"],
)
def test_ordinal_by_a_stated_key(order: Any) -> None:
    ranking = Ranking.from_scores(FOUR, ties="ordinal", order=order)
    assert ranks(ranking) == {"B": 1, "C": 2, "A": 3, "D": 4}
    assert ranking["A"].tied == ranking["C"].tied == (2, 3)
    assert ranking.order == ("B", "C", "A", "D")
    assert ranking.at(3) == (ranking["A"],)


def test_the_order_is_asked_about_equal_units_only() -> None:
    def key(unit: str) -> int:
        assert unit in {"A", "C"}
        return ord(unit)

    assert ranks(Ranking.from_scores(FOUR, ties="ordinal", order=key)) == {"B": 1, "A": 2, "C": 3, "D": 4}
    assert ranks(Ranking.from_scores({"A": 1, "B": 2}, ties="ordinal")) == {"B": 1, "A": 2}
    assert Ranking.from_scores({}, ties="ordinal", order=()) == Ranking(ties="ordinal")


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (None, ["order['A']: expected a key to order it by, as it is equal to 'C', got None",
                "order['C']: expected a key to order it by, as it is equal to 'A', got None"]),
        ({"A": 1}, ["order['C']: expected a key to order it by, as it is equal to 'A', got None"]),
        ({"A": 1, "C": 1}, ["order['C']: expected another key than that of 'A', got 1"]),
        ({"A": 1, "C": "b"}, ["order['A']: expected keys that can be compared with one another, got 1"]),
        ({"A": 1, "C": float("nan")}, ["order['C']: expected a key to order it by, as it is equal to 'A', got nan"]),
        (("A", "C", "A"), ["order[2]: expected each unit once, got 'A'"]),
        ("AC", ["order: expected a mapping or function from a unit to its key, or the units in order, got 'AC'",
                "order['A']: expected a key to order it by, as it is equal to 'C', got None",
                "order['C']: expected a key to order it by, as it is equal to 'A', got None"]),
        (3, ["order: expected a mapping or function from a unit to its key, or the units in order, got 3",
             "order['A']: expected a key to order it by, as it is equal to 'C', got None",
             "order['C']: expected a key to order it by, as it is equal to 'A', got None"]),
    ],
)  # fmt: skip
def test_an_order_that_does_not_decide(order: Any, expected: list[str]) -> None:
    assert faults(Ranking.from_scores, FOUR, ties="ordinal", order=order) == expected


def test_an_order_without_the_policy_is_refused() -> None:
    assert faults(Ranking.from_scores, FOUR, order=("A", "C")) == [
        "order: expected none under the policy 'competition', got ('A', 'C')"
    ]
    assert faults(Ranking.from_scores, {"A": 0.5}, order=("A",)) == [
        "scores['A']: expected an int, a Fraction or a finite Decimal (exact numbers only), got 0.5",
        "order: expected none under the policy 'competition', got ('A',)",
    ]
    assert faults(Ranking, scores=FrozenMap(FOUR), order=("A",)) == [
        "order: expected none under the policy competition, got ('A',)"
    ]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (("B", "A", "C"), "order: expected every ranked unit once, got ('B', 'A', 'C')"),
        (("B", "A", "A", "D"), "order: expected every ranked unit once, got ('B', 'A', 'A', 'D')"),
        (("A", "B", "C", "D"), "order: expected a place before 'A', which stands behind it, got 'B'"),
    ],
)
def test_a_whole_order_beside_the_scores(order: Any, expected: str) -> None:
    assert faults(Ranking, scores=FrozenMap(FOUR), ties="ordinal", order=order) == [expected]


def test_an_unknown_policy() -> None:
    assert faults(Ranking.from_scores, FOUR, ties="min") == [
        "ties: expected one of 'competition', 'last_of_ties', 'dense', 'ordinal', 'average', got 'min'"
    ]


def test_monstrous_denominators(monkeypatch: pytest.MonkeyPatch) -> None:
    scores = {"A": Fraction(1, 10**9 + 7), "B": Fraction(1, 10**9 + 9), "C": 1, "D": Fraction(1, 10**9 + 9)}
    whole = points_of(scores)
    monkeypatch.setattr(_places, "_ROOM", 10)
    assert points_of(scores) == {"A": 1, "B": 0, "C": 2, "D": 0}
    assert sorted(scores, key=whole.__getitem__) == ["B", "D", "A", "C"]
    assert ranks(Ranking.from_scores(scores)) == {"C": 1, "A": 2, "B": 3, "D": 3}


def test_whole_numbers_and_fractions_together() -> None:
    scores = {"A": 1, "B": Fraction(3, 2), "C": 2, "D": Fraction(1)}
    assert ranks(Ranking.from_scores(scores)) == {"C": 1, "B": 2, "A": 3, "D": 3}
    assert points_of({}) == {}


# ── from scores ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_scores_are_exact() -> None:
    ranking = Ranking.from_scores({"A": Decimal("0.10"), "B": Fraction(1, 10), "C": 0})
    assert ranks(ranking) == {"A": 1, "B": 1, "C": 3}
    assert type(ranking["C"].score) is Fraction
    assert ranking.scores == FrozenMap({"A": Fraction(1, 10), "B": Fraction(1, 10), "C": 0})
    assert Ranking.from_scores([("A", 1), ["B", 2]]) == Ranking.from_scores({"B": Fraction(2), "A": 1})


def test_lower_may_be_better() -> None:
    ranking = Ranking.from_scores({"A": 12, "B": 3, "C": 12}, higher_is_better=False)
    assert ranks(ranking) == {"B": 1, "A": 2, "C": 2}
    assert ranking != Ranking.from_scores({"A": 12, "B": 3, "C": 12})


WRONG = "an int, a Fraction or a finite Decimal (exact numbers only)"


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ({"A": 0.5, "B": 1}, [f"scores['A']: expected {WRONG}, got 0.5"]),
        ({"A": True}, [f"scores['A']: expected {WRONG}, got True"]),
        ({"A": None, "B": "1"},
         [f"scores['A']: expected {WRONG}, got None", f"scores['B']: expected {WRONG}, got '1'"]),
        ({"A": Decimal("NaN")}, [f"scores['A']: expected {WRONG}, got Decimal('NaN')"]),
        ({"A": float("nan"), "B": Decimal("Infinity")},
         [f"scores['A']: expected {WRONG}, got nan", f"scores['B']: expected {WRONG}, got Decimal('Infinity')"]),
        ({"A": Decimal("1e999999")}, [f"scores['A']: expected {WRONG}, got Decimal('1E+999999')"]),
        ([("A", 1), ("B", 2), ("A", 3)], ["scores['A']: expected each unit once (it had 1 before), got 3"]),
        ([("A", 1), ("A", 0.5)], ["scores['A']: expected each unit once (it had 1 before), got 0.5"]),
        ([("A", 1), "AB", ("B",)], ["scores[1]: expected a pair of a unit and what it has, got 'AB'",
                                    "scores[2]: expected a pair of a unit and what it has, got ('B',)"]),
        ([([], 1)], ["scores[0]: expected a unit that can be hashed, got []"]),
        (None, ["scores: expected a mapping, or pairs of a unit and what it has, got None"]),
    ],
)  # fmt: skip
def test_bad_scores_are_named(scores: Any, expected: list[str]) -> None:
    assert faults(Ranking.from_scores, scores) == expected


def test_faults_of_every_kind_come_in_one_error() -> None:
    found = faults(
        Ranking.from_scores, [("A", 0.5), ("A", 1)], unranked=[("B", ""), ("B", "x")], name=1, higher_is_better=1
    )
    assert found == [
        "scores['A']: expected each unit once (it had 0.5 before), got 1",
        f"scores['A']: expected {WRONG}, got 0.5",
        "unranked['B']: expected each unit once (it had '' before), got 'x'",
        "higher_is_better: expected bool, got 1",
        "name: expected str, got 1",
    ]


# ── units without a rank ─────────────────────────────────────────────────────────────────────────────────────────────


def test_unranked_units_are_listed_last_with_a_reason() -> None:
    ranking = Ranking.from_scores({"A": 0, "B": 2, "C": 1}, unranked={"A": "EGDI = 0", "D": "chưa thành lập"})
    assert list(ranking) == ["B", "C", "A", "D"]
    assert (ranking.of, ranking.ranked, len(ranking)) == (4, 2, 4)
    assert ranking["A"] == Standing(unit="A", rank=None, of=4, ranked=2, score=Fraction(0), reason="EGDI = 0")
    assert ranking["D"].score is None
    assert ranking.rank("A") is None
    assert ranking.rank("C") == 2
    assert ranking.at(1) == ranking.top(1) == (ranking["B"],)
    assert ranking.top(9) == (ranking["B"], ranking["C"])
    assert str(ranking["A"]) == "A: không xếp hạng (EGDI = 0)"
    assert ranking["B"].percentile == 1
    assert faults(Ranking.from_scores, {"A": 1}, unranked={"A": ""}) == ["unranked['A']: expected a reason, got ''"]


def test_one_alone_and_nobody() -> None:
    assert Ranking.from_scores({"A": 1})["A"].percentile == 1
    nobody: Ranking[str] = Ranking.from_scores({})
    assert (len(nobody), nobody.of, nobody.ranked, nobody.rows, nobody.top(3)) == (0, 0, 0, (), ())
    assert nobody == Ranking()
    assert repr(nobody) == "<Ranking: 0 of 0 ranked, competition>"


def test_strangers() -> None:
    ranking = Ranking.from_scores(FOUR)
    with pytest.raises(KeyError):
        ranking["X"]
    assert ranking.get("X") is None
    assert "X" not in ranking
    with pytest.raises(NotFoundError, match="unknown unit: 'X'; known: A, B, C, D"):
        ranking.rank("X")
    with pytest.raises(NotFoundError, match="unknown unit: 'X'"):
        ranking.among(("A", "X"))


# ── from printed ranks ───────────────────────────────────────────────────────────────────────────────────────────────


def test_printed_ranks() -> None:
    ranking = Ranking.from_ranks({"A": 2, "B": 1, "C": 2, "D": 4})
    assert ranks(ranking) == {"B": 1, "A": 2, "C": 2, "D": 4}
    assert ranking["A"] == Standing(
        unit="A", rank=2, of=4, ranked=4, tied=(2, 3), percentile=Fraction(1, 2), published=2
    )
    assert ranking.disagreements == ()
    assert ranks(ranking.with_ties("average")) == {"B": 1, "A": Fraction(5, 2), "C": Fraction(5, 2), "D": 4}
    dense = ranking.with_ties("dense")
    assert (dense["D"].rank, dense["D"].published, dense.published_ties) == (3, 4, "competition")
    assert dense.with_ties("competition") == ranking
    assert ranking.with_ties("ordinal", order=("C", "A")).order == ("B", "C", "A", "D")
    assert ranks(Ranking.from_ranks({"A": 2, "B": 1}, ties="ordinal")) == {"B": 1, "A": 2}
    assert Ranking.from_ranks({"A": 1}, of=1) == Ranking.from_ranks({"A": 1})


@pytest.mark.parametrize(
    ("ties", "held", "expected"),
    [
        ("competition", [1, 1, 2], ["ranks[2]: expected 3 after rank 1 of 2 (competition), got 2"]),
        ("competition", [1, 2, 2, 3], ["ranks[3]: expected 4 after rank 2 of 2 (competition), got 3"]),
        ("competition", [1, 3], ["ranks[1]: expected 1 to 2, as so many are ranked, got 3"]),
        ("competition", [2, 2], ["ranks[0]: expected 1 as the first rank (competition), got 2",
                                 "ranks[1]: expected 1 as the first rank (competition), got 2"]),
        ("competition", [0, 1, -1], ["ranks[0]: expected 1 to 3, as so many are ranked, got 0",
                                     "ranks[2]: expected 1 to 3, as so many are ranked, got -1"]),
        ("last_of_ties", [1, 2, 2], ["ranks[1]: expected 3 after rank 1 of 1 (last_of_ties), got 2",
                                     "ranks[2]: expected 3 after rank 1 of 1 (last_of_ties), got 2"]),
        ("last_of_ties", [1, 1, 3], ["ranks[0]: expected 2 as the first rank (last_of_ties), got 1",
                                     "ranks[1]: expected 2 as the first rank (last_of_ties), got 1",
                                     "ranks[2]: expected 2 after rank 1 of 2 (last_of_ties), got 3"]),
        ("dense", [1, 1, 3], ["ranks[2]: expected 2 after rank 1 of 2 (dense), got 3"]),
        ("ordinal", [1, 1, 2], ["ranks[0]: expected a rank of its own (ordinal), got 1",
                                "ranks[1]: expected a rank of its own (ordinal), got 1"]),
        ("average", [1, 2], ["ties: expected a policy of whole ranks, as printed ranks are, got 'average'"]),
    ],
)  # fmt: skip
def test_ranks_that_no_scores_could_give(ties: Ties, held: list[int], expected: list[str]) -> None:
    assert faults(Ranking.from_ranks, dict(enumerate(held)), ties=ties) == expected


@pytest.mark.parametrize("ties", ["competition", "last_of_ties", "dense", "ordinal"])
def test_ranks_that_are_no_ranks(ties: Ties) -> None:
    assert faults(Ranking.from_ranks, {"A": 1, "B": True, "C": 2.0}, ties=ties) == [
        "ranks['B']: expected int, got True",
        "ranks['C']: expected int, got 2.0",
    ]
    assert faults(Ranking.from_ranks, [("A", 1), ("A", 2)], ties=ties) == [
        "ranks['A']: expected each unit once (it had 1 before), got 2"
    ]


def test_part_of_a_table() -> None:
    top = Ranking.from_ranks({"Quảng Ninh": 1, "Hải Phòng": 2, "Huế": 8, "Đà Nẵng": 8}, of=63, unranked={"X": "y"})
    assert (top.of, top.ranked, len(top)) == (63, 62, 5)
    assert top["Huế"].tied == (8, 9)
    assert top["Hải Phòng"].percentile == Fraction(60, 61)
    assert ranks(top.among(("Huế", "Hải Phòng"))) == {"Hải Phòng": 1, "Huế": 2}
    assert Ranking.from_ranks({"A": 5, "B": 5}, of=9, ties="last_of_ties")["A"].tied == (4, 5)
    assert top.with_ties("competition") is top
    assert faults(top.with_ties, "dense") == [
        "ties: expected competition, as only part of the table is known, got 'dense'"
    ]


@pytest.mark.parametrize(
    ("held", "of", "ties", "expected"),
    [
        ({"A": 1, "B": 2}, 1, "competition", ["of: expected at least 2, as so many are given, got 1"]),
        ({"A": 1}, 0, "competition", ["of: expected at least 1, as so many are given, got 0"]),
        ({"A": 1, "B": 64}, 63, "competition", ["ranks['B']: expected 1 to 63, as so many are ranked, got 64"]),
        ({"A": 5, "B": 5, "C": 6}, 63, "competition",
         ["ranks['C']: expected 7 or more after rank 5 of 2 (competition), got 6"]),
        ({"A": 63, "B": 63}, 63, "competition", ["ranks['A']: expected at most 62, as 2 of 63 share it, got 63",
                                                 "ranks['B']: expected at most 62, as 2 of 63 share it, got 63"]),
        ({"A": 1, "B": 1}, 63, "last_of_ties",
         [f"ranks['{unit}']: expected 2 or more as the first rank (last_of_ties), got 1" for unit in "AB"]),
        ({"A": 1}, 63, "dense", [f"of: expected {PART}, got 63"]),
        ({}, 63, "competition", ["of: expected none, as no printed ranks are given, got 63"]),
        ({"A": 1}, True, "competition", ["of: expected int or None, got True"]),
    ],
)  # fmt: skip
def test_part_of_a_table_beyond_its_size(held: Any, of: Any, ties: Ties, expected: list[str]) -> None:
    found = faults(Ranking.from_ranks, held, of=of, ties=ties)
    assert [fault.removeprefix("_") for fault in found] == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"within": 9}, "within: expected none, as no printed ranks are given, got 9"),
        ({"published_ties": "dense"}, "published_ties: expected none, as no printed ranks are given, got 'dense'"),
        ({"ranks": FrozenMap({"A": 1}), "within": 0}, "within: expected at least 1, as so many are given, got 0"),
        ({"ranks": FrozenMap({"A": 1}), "within": 9, "of": 9},
         f"of: expected {PART}, got 9"),
        ({"ranks": FrozenMap({"A": 1}), "scores": FrozenMap({"A": 1}), "of": 9},
         f"of: expected {PART}, got 9"),
        ({"ranks": FrozenMap({"A": 1, "B": 3}), "unranked": FrozenMap({"B": "x"})},
         "ranks['B']: expected 1 to 2, got 3"),
    ],
)  # fmt: skip
def test_fields_that_do_not_go_together(fields: Any, expected: str) -> None:
    assert faults(Ranking, **fields) == [expected]


# ── from both ────────────────────────────────────────────────────────────────────────────────────────────────────────

SCORES = {"A": 9, "B": 7, "C": 7, "D": 1, "E": 0}
PRINTED = {"A": 1, "B": 3, "C": 2, "D": 4, "E": 5}


def test_printed_ranks_beside_scores() -> None:
    both = Ranking.from_both(SCORES, PRINTED, unranked={"E": "zero"})
    assert ranks(both) == {"A": 1, "C": 2, "B": 3, "D": 4, "E": None}
    assert both.disagreements == (("B", 2, 3),)
    assert both.disagreements[0].unit == "B"
    assert (both["B"].tied, both["B"].score, both["B"].published) == ((2, 3), 7, 3)
    assert (both["E"].rank, both["E"].published, both["E"].reason) == (None, 5, "zero")
    computed = Ranking.from_both(SCORES, PRINTED, unranked={"E": "zero"}, prefer="computed")
    assert ranks(computed) == {"A": 1, "B": 2, "C": 2, "D": 4, "E": None}
    assert (computed["B"].published, computed.disagreements) == (3, both.disagreements)
    assert both.with_ties("last_of_ties").disagreements == (("C", 3, 2),)
    assert both.with_ties("dense").disagreements == (("B", 2, 3), ("D", 3, 4))
    ordinal = both.with_ties("ordinal", order=("C", "B"))
    assert ordinal.disagreements == ()
    assert ordinal.prefer == "computed"
    assert both.with_ties("ordinal", order=("B", "C")).disagreements == (("B", 2, 3), ("C", 3, 2))


def test_ordinal_ranks_beside_scores() -> None:
    scores, printed = {"A": 9, "B": 7, "C": 7}, {"B": 1, "A": 2, "C": 3}
    both = Ranking.from_both(scores, printed, ties="ordinal")
    assert ranks(both) == printed
    assert both.disagreements == (("B", 2, 1), ("A", 1, 2))


@pytest.mark.parametrize(
    ("scores", "printed", "unranked", "expected"),
    [
        ({"A": 1, "B": 2}, {"A": 1}, {}, ["ranks['B']: expected a rank, or a reason in `unranked`, got None"]),
        ({"A": 1}, {"A": 1, "B": 2}, {}, ["scores['B']: expected a score, as it has a rank, got None"]),
        ({"A": 1, "B": 0.5}, {"A": 1, "B": 1, "C": 2}, {},
         [f"scores['B']: expected {WRONG}, got 0.5", "scores['C']: expected a score, as it has a rank, got None",
          "ranks['C']: expected 3 after rank 1 of 2 (competition), got 2"]),
    ],
)  # fmt: skip
def test_every_unit_needs_both(scores: Any, printed: Any, unranked: Any, expected: list[str]) -> None:
    assert faults(Ranking.from_both, scores, printed, unranked=unranked) == expected


# ── sub-rankings ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_group_on_a_day() -> None:
    world = Ranking.from_scores({"THA": 5, "SGP": 9, "VNM": 7, "JPN": 8}, name="EGDI 2016")
    joined = Interval(dt.date(1995, 7, 28))
    asean = Group(
        name="ASEAN",
        vi="ASEAN",
        en="ASEAN",
        membership=(Dated("THA"), Dated("SGP"), Dated("LAO"), Dated("VNM", joined)),
    )
    region = world.among(asean, on=dt.date(2016, 1, 1))
    assert ranks(region) == {"SGP": 1, "VNM": 2, "THA": 3}
    assert region["VNM"].group == region.group == "ASEAN"
    assert region["VNM"].of == 3
    assert repr(region) == "<Ranking EGDI 2016, ASEAN: 3 of 3 ranked, competition>"
    assert list(world.among(asean, on=dt.date(1990, 1, 1))) == ["SGP", "THA"]
    assert world.among(asean, on=dt.date(2016, 1, 1), name="Hiệp hội").group == "Hiệp hội"
    with pytest.raises(TypeError, match="expected a day, on=…: the members of ASEAN come and go"):
        world.among(asean)


def test_printed_ranks_decide_in_a_region_too() -> None:
    world = Ranking.from_both(SCORES, PRINTED, unranked={"E": "zero"})
    region = world.among(("B", "C", "D", "E"), name="phía Nam")
    assert ranks(region) == {"C": 1, "B": 2, "D": 3, "E": None}
    assert [standing.published for standing in region.values()] == [2, 3, 4, 5]
    assert (region.of, region.ranked, region.within) == (4, 3, 5)
    assert region.disagreements == (("B", 1, 2),)
    again = region.among(("B", "D"))
    assert (ranks(again), again.within) == ({"B": 1, "D": 2}, 5)
    without = world.with_ties("dense").among(("E",))
    assert (without.ranked, without.published_ties, without.within) == (0, "competition", 5)
    scored = Ranking.from_scores({"A": 1, "B": 2}, unranked={"C": "x"}).among(("A", "C"))
    assert (scored.within, ranks(scored)) == (None, {"A": 1, "C": None})


def test_a_region_of_an_ordinal_ranking_keeps_its_order() -> None:
    world = Ranking.from_scores(FOUR, ties="ordinal", order=("C", "A"))
    assert ranks(world.among(("A", "C", "D"))) == {"C": 1, "A": 2, "D": 3}


def test_a_region_without_printed_ranks() -> None:
    world = Ranking.from_ranks({"A": 1, "B": 2}, ties="dense", unranked={"C": "x"}).with_ties("competition")
    assert world.published_ties == "dense"
    region = world.among(("C",))
    assert (region.published_ties, region.within, region.ranked) == (None, None, 0)


# ── what the printed digits allow ────────────────────────────────────────────────────────────────────────────────────


def test_rank_intervals() -> None:
    scores = {"A": Fraction(81, 100), "B": Fraction(80, 100), "C": Fraction(80, 100), "D": Fraction(79, 100)}
    for mode, expected in (("rounded", (2, 3)), ("truncated", (2, 3)), ("mixed", (1, 4))):
        precise = Precision(2, mode)  # type: ignore[arg-type]  # one of the three
        assert Ranking.from_scores(scores, precision=precise).rank_interval("B") == expected
    coarse = Ranking.from_scores(scores, precision=Precision(1), higher_is_better=False)
    assert coarse.rank_interval("D") == (1, 4)
    reverse = Ranking.from_scores(scores, precision=Precision(2), higher_is_better=False, unranked={"D": "x"})
    assert [reverse.rank_interval(unit) for unit in "ABCD"] == [(3, 3), (1, 2), (1, 2), None]


def test_rank_intervals_need_scores_and_their_precision() -> None:
    for ranking in (Ranking.from_scores(FOUR), Ranking(ranks=FrozenMap({"A": 1}), precision=Precision(2))):
        with pytest.raises(ValueError, match="expected a ranking with scores and the precision"):
            ranking.rank_interval("A")
    with pytest.raises(NotFoundError):
        Ranking.from_scores(FOUR, precision=Precision(0)).rank_interval("X")


# ── showing ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_table() -> None:
    ranking = Ranking.from_scores(
        {"A": Fraction(1, 2), "B\nC": Fraction(2, 3), "D": Fraction(1, 2)},
        unranked={"E": "chưa\nthành lập"},
        precision=Precision(3),
        name="EGDI 2016",
    )
    assert str(ranking).split("\n") == [
        "EGDI 2016: 3 xếp hạng trên 4 đơn vị",
        "Hạng  Đơn vị   Điểm  Đồng hạng  Ghi chú",
        "   1  B C     0,667",
        "   2  A       0,500  2–3",
        "   2  D       0,500  2–3",
        "   –  E                         chưa thành lập",
    ]  # fmt: skip
    assert ranking.table("en", rows=1).split("\n") == [
        "EGDI 2016: 3 ranked of 4 listed", "Rank  Unit  Score", "   1  B C   0.667", "… (3 more)"
    ]  # fmt: skip
    assert ranking.table(rows=3).endswith("… (còn 1 đơn vị)")
    assert Ranking.from_ranks({"A": 1}).table("en") == "Ranking: 1 ranked of 1 listed\nRank  Unit\n   1  A"


def test_average_ranks_in_a_table() -> None:
    lines = Ranking.from_scores({"A": 1, "B": 1}, ties="average").table().splitlines()
    assert lines[2:] == [" 1,5  A          1  1–2", " 1,5  B          1  1–2"]


def test_notebook_form_is_escaped() -> None:
    html = Ranking.from_scores({"<b>": 2, "B": 1}, name="x & y")._repr_html_()
    assert html == (
        "<table><caption>x &amp; y: 2 xếp hạng trên 2 đơn vị</caption><thead><tr><th>Hạng</th><th>Đơn vị</th>"
        "<th>Điểm</th></tr></thead><tbody><tr><td>1</td><td>&lt;b&gt;</td><td>2</td></tr><tr><td>2</td><td>B</td>"
        "<td>1</td></tr></tbody></table>"
    )
    long = Ranking.from_scores(dict(enumerate(range(30))))._repr_html_()
    assert long.count("<tr>") == 22
    assert '<tfoot><tr><td colspan="3">… (còn 10 đơn vị)</td></tr></tfoot>' in long


def test_rows_are_flat() -> None:
    (first, second) = Ranking.from_scores({"A": 1}, unranked={"B": "x"}).rows
    assert first == {
        "unit": "A", "rank": 1, "of": 2, "ranked": 1, "score": 1, "first": 1, "last": 1, "percentile": 1,
        "published": None, "group": "", "reason": "",
    }  # fmt: skip
    assert (second["first"], second["last"], second["reason"]) == (None, None, "x")


def test_a_standing_in_a_line() -> None:
    ranking = Ranking.from_scores(FOUR)
    assert [str(standing) for standing in ranking.values()] == [
        "B: hạng 1/4", "A: hạng 2/4 (đồng hạng 2–3)", "C: hạng 2/4 (đồng hạng 2–3)", "D: hạng 4/4"
    ]  # fmt: skip
    assert str(Standing(unit="A", rank=1, of=2, ranked=2)) == "A: hạng 1/2"


# ── as a value ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_ranking_is_a_value() -> None:
    ranking = Ranking.from_both(SCORES, PRINTED, unranked={"E": "zero"})
    assert ranking.rank("B") == 3
    assert pickle.loads(pickle.dumps(ranking)) == ranking
    assert len(pickle.dumps(ranking)) == len(pickle.dumps(Ranking.from_both(SCORES, PRINTED, unranked={"E": "zero"})))
    assert hash(ranking) == hash(Ranking.from_both(dict(reversed(SCORES.items())), PRINTED, unranked={"E": "zero"}))
    with pytest.raises(AttributeError):
        ranking.name = "x"  # type: ignore[misc]


def test_plain_data() -> None:
    ranking = Ranking.from_scores({"A": 1, "B": Fraction(1, 2)}, ties="dense")
    assert encode(ranking) == {"$schema": 1, "scores": {"A": 1, "B": "1/2"}, "ties": "dense"}
    assert decode(Ranking, encode(ranking)) == ranking
    part = Ranking.from_ranks({"A": 3}, of=9)
    assert encode(part) == {"$schema": 1, "ranks": {"A": 3}, "of": 9}
    assert decode(Ranking, encode(part)) == part
    agencies = Ranking.from_scores({AgencyCode(("H26",)): 1})
    assert decode(Ranking[AgencyCode], encode(agencies)) == agencies
    average = Ranking.from_scores({"A": 1, "B": 1}, ties="average")["A"]
    assert decode(Standing, encode(average)) == average


def test_plain_data_that_is_wrong() -> None:
    data = {"scores": {"A": 0.5, "B": None, "C": "2/4"}, "order": [1], "ranks": {"A": "1"}, "ties": "min"}
    with pytest.raises(DecodeError) as caught:
        decode(Ranking, data)
    assert [finding.where() for finding in caught.value.report] == [
        "$.order[0]", "$.ranks.A", "$.scores.A", "$.scores.B", "$.scores.C", "$.ties"
    ]  # fmt: skip
    with pytest.raises(DecodeError, match=r"\$\.ranks\.C: .* rank 1 of 2"):
        decode(Ranking, {"ranks": {"A": 1, "B": 1, "C": 2}})


@pytest.mark.parametrize(
    "name",
    ["ties", "_places", "_ranking_input", "_ranking_table", "ranking", "precision", "groups", "edition", "agreement"],
)
def test_modules_show_what_they_hand_on(name: str) -> None:
    module = importlib.import_module(f"tthc.rankings.{name}")
    assert dir(module) == sorted(module.__all__)
    assert all(hasattr(module, public) for public in module.__all__)


def test_not_ranked() -> None:
    error = NotRankedError("B-READY 2024", "no aggregate score")
    assert str(error) == "B-READY 2024 is not ranked: no aggregate score"
    assert str(pickle.loads(pickle.dumps(error))) == str(error)
    assert (error.what, error.reason) == ("B-READY 2024", "no aggregate score")

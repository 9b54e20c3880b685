"""Editions and methods: what is frozen and made exact, rankings of the index and its components, what is refused."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from tthc.errors import MalformedError, NotFoundError, NotRankedError
from tthc.frozen import FrozenMap
from tthc.rankings import Edition, IndexMethod, Precision

SCORES = {"VNM": Decimal("0.51426"), "THA": Fraction(1, 2), "LAO": 0, "SGP": Decimal("0.88282")}
PRINTED = {"SGP": 1, "VNM": 2, "THA": 3, "LAO": 4}


A_AND_B = {"A": Fraction(-1), "B": Fraction(1)}
POLICIES = "'competition', 'last_of_ties', 'dense', 'ordinal', 'average'"


def make(**fields: Any) -> Edition:
    return Edition(**{"index": "EGDI", "year": 2016, "source": "khảo sát", **fields})


def faults(**fields: Any) -> list[str]:
    with pytest.raises(MalformedError) as caught:
        make(**fields)
    assert caught.value.type_name == "Edition"
    return list(map(str, caught.value.faults))


def test_plain_mappings_are_frozen_and_exact() -> None:
    edition = make(
        scores=SCORES,
        ranks=PRINTED,
        components={"OSI": {"VNM": Decimal("0.57246"), "THA": 1}},
        names={"VNM": ("Việt Nam", "Viet Nam")},
        unranked={"LAO": "EGDI = 0"},
        component_unranked={"OSI": {"SGP": "x"}},
        precision=Precision(5),
        method=IndexMethod(id="egdi-2016", weights={"OSI": 1}),
    )
    assert edition.scores == FrozenMap({**{unit: Fraction(score) for unit, score in SCORES.items()}})
    assert {type(score) for score in edition.scores.values()} == {Fraction}
    assert edition.components["OSI"]["THA"] == 1
    assert type(edition.component_unranked["OSI"]) is FrozenMap
    assert edition.precision_of("OSI") == edition.precision_of("EGDI") == Precision(5)
    assert (edition.name, edition.of, edition.indices) == ("EGDI 2016", 4, ("EGDI", "OSI"))
    assert repr(edition) == "<Edition EGDI 2016: 4 units>"
    assert hash(edition) == hash(
        make(
            scores=dict(reversed(SCORES.items())),
            ranks=FrozenMap(PRINTED),
            components=FrozenMap({"OSI": FrozenMap({"VNM": Fraction("0.57246"), "THA": Fraction(1)})}),
            names=FrozenMap({"VNM": ("Việt Nam", "Viet Nam")}),
            unranked=FrozenMap({"LAO": "EGDI = 0"}),
            component_unranked={"OSI": FrozenMap({"SGP": "x"})},
            precision={"": Precision(5)},
            method=IndexMethod(id="egdi-2016", weights=FrozenMap({"OSI": Fraction(1)})),
        )
    )


def test_ranking_of_the_index_and_of_a_component() -> None:
    edition = make(
        scores=SCORES,
        ranks=PRINTED,
        unranked={"LAO": "EGDI = 0"},
        components={"OSI": {"VNM": 1, "THA": 2, "LAO": 3}, "TII": {"VNM": 1}},
        component_unranked={"TII": {"THA": "no data"}},
        precision={"OSI": Precision(4, "truncated")},
    )
    own = edition.ranking()
    assert edition.ranking("EGDI") == own
    assert (own.name, own.rank("VNM"), own["LAO"].published, own.ranked, own.precision) == ("EGDI 2016", 2, 4, 3, None)
    online = edition.ranking("OSI")
    assert (online.name, online["LAO"].rank, online.ranked) == ("OSI 2016", 1, 3)
    assert online.precision == Precision(4, "truncated")
    assert edition.ranking("TII").unranked == FrozenMap({"THA": "no data"})
    with pytest.raises(NotFoundError, match="unknown index: 'HCI'; known: EGDI, OSI, TII"):
        edition.ranking("HCI")
    assert edition.rows[0] == {
        "index": "EGDI", "year": 2016, "unit": "SGP", "rank": 1, "of": 4, "ranked": 3, "score": Fraction("0.88282"),
        "first": 1, "last": 1, "percentile": 1, "published": 1, "group": "", "reason": "", "OSI": None, "TII": None,
    }  # fmt: skip
    assert str(edition).splitlines()[0] == "EGDI 2016: 3 xếp hạng trên 4 đơn vị"


def test_another_policy() -> None:
    scores = {"A": 3, "B": 2, "C": 2, "D": 1}
    for fields in ({}, {"ranks": {"A": 1, "B": 2, "C": 2, "D": 4}}):
        edition = make(scores=scores, components={"OSI": scores}, **fields)
        assert edition.ranking(ties="dense").rank("D") == edition.ranking("OSI", ties="dense").rank("D") == 3
        for index in edition.indices:
            assert edition.ranking(index, ties="ordinal", order=("C", "B")).rank("B") == 3
        with pytest.raises(MalformedError, match="as it is equal to"):
            edition.ranking(ties="ordinal")
        with pytest.raises(MalformedError, match="expected none under the policy"):
            edition.ranking(order=("C", "B"))
    lower = make(index="Số ngày", scores={"A": 3, "B": 2}, higher_is_better=False, components={"X": {"A": 3, "B": 2}})
    assert lower.ranking().rank("B") == lower.ranking("X").rank("B") == 1
    assert make(ranks={"A": 1, "B": 1, "C": 2}, ties="dense").ranking().rank("C") == 2


def test_ranks_alone() -> None:
    edition = make(
        index="Doing Business",
        year=2018,
        ranks={"NZL": 1, "SGP": 2, "VNM": 3},
        reference_year=2017,
        published=dt.date(2017, 10, 31),
    )
    assert edition.ranking().rank("VNM") == 3
    assert edition.ranking().scores == FrozenMap()


def test_a_publisher_who_refuses() -> None:
    edition = make(index="B-READY", year=2024, refuses="no aggregate score", components={"Pillar I": {"VNM": 1}})
    with pytest.raises(NotRankedError) as caught:
        edition.ranking()
    assert (caught.value.what, caught.value.reason) == ("B-READY 2024", "no aggregate score")
    assert edition.ranking("Pillar I").rank("VNM") == 1
    assert str(edition) == "B-READY 2024 không xếp hạng: no aggregate score"
    assert edition.rows == ()
    listed = make(refuses="x", scores={"A": 1}, unranked={"B": "y"}, components={"X": {"A": 2}})
    assert [(row["unit"], row["rank"], row["score"], row["X"]) for row in listed.rows] == [
        ("A", None, 1, 2), ("B", None, None, None)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"scores": {"A": 0.5, "B": True, "C": 1}}, ["scores['A']: expected Fraction, got 0.5",
                                                     "scores['B']: expected Fraction, got True"]),
        ({"scores": {"A": Decimal("NaN")}, "ranks": {"A": "1"}, "names": {"A": "x"}},
         ["scores['A']: expected Fraction, got Decimal('NaN')", "ranks['A']: expected int, got '1'",
          "names['A']: expected a tuple of (str), got 'x'"]),
        ({"components": {"OSI": {"A": float("nan")}, "TII": None}},
         ["components['OSI']['A']: expected Fraction, got nan", "components['TII']: expected FrozenMap, got None"]),
        ({"scores": [("A", 1)], "components": 3, "component_unranked": 4, "precision": 5},
         ["scores: expected FrozenMap, got [('A', 1)]", "components: expected FrozenMap, got 3",
          "component_unranked: expected FrozenMap, got 4", "precision: expected FrozenMap, got 5"]),
        ({"index": "", "year": 0, "reference_year": 10_000},
         ["index: expected the code of the index, got ''", "year: expected a year from 1 to 9999, got 0",
          "reference_year: expected a year from 1 to 9999, got 10000"]),
        ({"components": {"EGDI": {}}}, ["components: expected another code than that of the index, got 'EGDI'"]),
        ({"component_unranked": {"OSI": {}}},
         ["component_unranked['OSI']: expected a component with scores, got 'OSI'"]),
        ({"precision": {"OSI": Precision(2)}},
         ["precision['OSI']: expected the code of the index or of a component, got 'OSI'"]),
        ({"refuses": "x", "ranks": {"A": 1}},
         ["ranks: expected none, as the publisher refuses to rank, got FrozenMap({'A': 1})"]),
        ({"scores": {"A": 1, "B": 2}, "ranks": {"A": 1}},
         ["ranks['B']: expected a rank, or a reason in `unranked`, got None"]),
        ({"ranks": {"A": 1, "B": 1, "C": 2}},
         ["ranks['C']: expected 3 after rank 1 of 2 (competition), got 2"]),
        ({"components": {"OSI": {"A": 1}}, "component_unranked": {"OSI": {"A": ""}}},
         ["unranked['A']: expected a reason, got ''"]),
        ({"ties": "min"}, [f"ties: expected one of {POLICIES}, got 'min'"]),
        ({"published": "2016-07-01"}, ["published: expected date or None, got '2016-07-01'"]),
    ],
)  # fmt: skip
def test_what_is_no_edition(fields: Any, expected: list[str]) -> None:
    assert faults(**fields) == expected


def test_methods() -> None:
    method = IndexMethod(
        id="egdi-2010", weights={"OSI": Decimal("0.34"), "TII": Decimal("0.33"), "HCI": Decimal("0.33")}
    )
    assert method.share("OSI") == Fraction(34, 100)
    assert IndexMethod(id="x", weights={"A": 1, "B": 2}).share("B") == Fraction(2, 3)
    with pytest.raises(NotFoundError, match="unknown component: 'EPI'; known: OSI, TII, HCI"):
        method.share("EPI")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"id": "", "digits": -1},
         ["id: expected an id, got ''", "digits: expected a number of decimals, 0 or more, got -1"]),
        ({"weights": {"A": -1, "B": 1}}, ["weights['A']: expected 0 or more, got Fraction(-1, 1)",
          f"weights: expected at least one above 0, got {FrozenMap(A_AND_B)}"]),
        ({"weights": {"A": 0.5}}, ["weights['A']: expected Fraction, got 0.5"]),
        ({"aggregation": "median"}, ["aggregation: expected one of 'arithmetic', 'geometric', 'other', got 'median'"]),
    ],
)  # fmt: skip
def test_what_is_no_method(fields: Any, expected: list[str]) -> None:
    with pytest.raises(MalformedError) as caught:
        IndexMethod(**{"id": "x", **fields})
    assert list(map(str, caught.value.faults)) == expected

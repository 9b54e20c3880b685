"""The tree of an index, and its evaluation over a small table."""

import copy
import importlib
import pickle
import pkgutil
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from tthc import indices
from tthc.codec import decode, encode
from tthc.errors import MalformedError, NotFoundError, StepError
from tthc.indices import (
    Aggregate,
    Evaluation,
    Index,
    Indicator,
    Normalisation,
    Score,
    as_it_is,
    best_worst,
    categories,
    distance_to_target,
    goalposts,
    log,
    min_max,
    points,
    z_score,
)

F = Fraction


def _leaf(name: str, **fields: Any) -> Indicator:
    return Indicator(**{"id": name, "normalisation": as_it_is(), **fields})


def _flat(*names: str, **fields: Any) -> Index:
    """An index of one aggregate over figures as they are."""
    leaves = tuple(_leaf(name) for name in names)
    return Index(id="flat", indicators=leaves, aggregates=(Aggregate(id="top", parts=names, **fields),))


TREE = Index(
    id="demo",
    name="Chỉ số thử",
    indicators=(
        _leaf("days", denominator="dossiers", direction="lower", normalisation=goalposts(0, 10)),
        _leaf("online", normalisation=min_max()),
        _leaf("papers", direction="lower", normalisation=min_max()),
    ),
    aggregates=(
        Aggregate(id="service", parts=("days", "online"), weights={"days": 2, "online": 1}),
        Aggregate(id="total", parts=("service", "papers")),
    ),
)
DATA: dict[str, dict[str, Any]] = {
    "A": {"days": 20, "dossiers": 5, "online": 40, "papers": 3},
    "B": {"days": 12, "dossiers": 6, "online": Decimal("20.0"), "papers": 5},
    "C": {"days": 8, "dossiers": 8, "online": F(60), "papers": 7, "note": "left alone"},
}


# ── the tree ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_tree_knows_its_nodes() -> None:
    assert TREE.root == "total"
    assert TREE.nodes == ("total", "service", "days", "online", "papers")
    assert TREE.path("days") == ("days", "service", "total")
    assert TREE.parent("total") is None
    assert TREE.parent("service") == "total"
    assert TREE.effective_weight("days") == F(1, 3)
    assert TREE.effective_weight("total") == 1
    assert TREE.indicator("days").denominator == "dossiers"
    assert TREE.aggregate("service").share("online") == F(1, 3)
    assert [TREE.upward(leaf.id) for leaf in TREE.indicators] == [False, True, False]


def test_unknown_nodes_are_named() -> None:
    for ask in (TREE.parent, TREE.indicator, TREE.aggregate, TREE.path):
        with pytest.raises(NotFoundError, match="'nothing'"):
            ask("nothing")
    with pytest.raises(KeyError):
        TREE.aggregate("total").share("days")


def test_it_shows_itself() -> None:
    assert repr(TREE) == "<Index demo: 3 indicators, 2 aggregates>"
    assert repr(_flat("a")) == "<Index flat: 1 indicator, 1 aggregate>"
    assert str(TREE).split("\n") == [
        "demo  Chỉ số thử",
        "  total: arithmetic",
        "    1/2 × service: arithmetic",
        "      2/3 × days: days / dossiers, goalposts, thấp hơn là tốt hơn",
        "      1/3 × online: online, min_max",
        "    1/2 × papers: papers, min_max, thấp hơn là tốt hơn",
    ]
    assert str(_flat("a", direction="lower")).split("\n")[:2] == ["flat", "  top: arithmetic, đảo chiều"]


@pytest.mark.parametrize(
    ("leaves", "nodes", "words"),
    [
        (("a", "a"), {"top": ("a",)}, "every node named once"),
        (("a",), {"top": ("a", "b")}, "parts that are nodes"),
        (("a", "b"), {"top": ("a", "b"), "p": ("a",)}, "part of one aggregate only"),
        (("a", "b"), {"top": ("a",)}, "exactly one aggregate"),
        (("a",), {}, "exactly one aggregate"),
        (("a",), {"top": ("a",), "p": ("q",), "q": ("p",)}, "no circle"),
    ],
)
def test_what_is_no_tree_is_refused(leaves: tuple[str, ...], nodes: dict[str, tuple[str, ...]], words: str) -> None:
    with pytest.raises(MalformedError, match=words):
        Index(
            id="i",
            indicators=tuple(map(_leaf, leaves)),
            aggregates=tuple(Aggregate(id=name, parts=parts) for name, parts in nodes.items()),
        )


def test_an_index_has_a_name() -> None:
    with pytest.raises(MalformedError, match="not empty"):
        Index(id="", indicators=(_leaf("a"),), aggregates=(Aggregate(id="top", parts=("a",)),))


@pytest.mark.parametrize(
    ("fields", "faulty"),
    [
        ({"id": ""}, {"id"}),
        ({"parts": ()}, {"parts"}),
        ({"parts": ("a", "a")}, {"parts"}),
        ({"parts": ("a", "t")}, {"parts"}),
        ({"weights": {"a": 1}}, {"weights"}),
        ({"weights": {"a": 1, "b": -1}}, {"weights"}),
        ({"weights": {"a": 0, "b": 0}}, {"weights"}),
        ({"weights": {"a": 0.5, "b": 0.5}}, {"weights"}),
        ({"weights": "given"}, {"weights"}),
        ({"aggregation": "generalised"}, {"exponent"}),
        ({"aggregation": "generalised", "exponent": F(0)}, {"exponent"}),
        ({"exponent": F(2)}, {"exponent"}),
        ({"cap": F(2)}, {"cap"}),
        ({"rescale": as_it_is()}, {"rescale"}),
        ({"coverage": F(0)}, {"coverage"}),
    ],
)
def test_an_aggregate_must_be_one_that_can_be_joined(fields: dict[str, Any], faulty: set[str]) -> None:
    with pytest.raises(MalformedError) as caught:
        Aggregate(**{"id": "t", "parts": ("a", "b"), **fields})
    assert {fault.field.partition("[")[0] for fault in caught.value.faults} == faulty


def test_weights_are_proportions_but_for_a_sum() -> None:
    held = {"a": Decimal("0.34"), "b": F(66, 100)}
    assert Aggregate(id="t", parts=("a", "b"), weights=held).share("a") == F(17, 50)
    assert Aggregate(id="t", parts=("a", "b")).share("b") == F(1, 2)
    assert Aggregate(id="t", parts=("a", "b"), aggregation="sum").share("b") == 1
    assert Aggregate(id="t", parts=("a", "b"), aggregation="sum", weights={"a": 3, "b": 1}).share("a") == 3


# ── scores ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_scores_by_unit_and_node() -> None:
    scores = TREE.evaluate(DATA)
    assert dict(scores["A"]) == {
        "total": Score((F(17, 30) + 1) / 2),
        "service": Score(F(17, 30)),
        "days": Score(F(3, 5)),
        "online": Score(F(1, 2)),
        "papers": Score(F(1)),
    }
    assert list(scores) == ["A", "B", "C"]
    assert len(scores) == 3
    assert scores.scores("online")["B"] == Score(F(0))
    assert scores.value("C") == (F(14, 15) + 0) / 2
    assert scores.stages("days").denominated == (4, 2, 1)
    assert all(score.exact for score in scores.scores().values() if score is not None)
    with pytest.raises(KeyError):
        scores["D"]
    with pytest.raises(NotFoundError, match="'nothing'"):
        scores.scores("nothing")
    with pytest.raises(NotFoundError, match="'total'"):
        scores.stages("total")


def test_an_evaluation_is_a_value() -> None:
    scores = TREE.evaluate(DATA)
    assert scores == TREE.evaluate(DATA) == pickle.loads(pickle.dumps(scores)) == copy.deepcopy(scores)
    assert hash(scores) == hash(TREE.evaluate(DATA))
    assert scores != TREE.evaluate({**DATA, "D": DATA["A"]})
    assert scores != dict(scores)
    assert repr(scores) == "<Evaluation of demo: 3 units>"
    assert repr(_flat("a").evaluate({"x": {"a": 1}})) == "<Evaluation of flat: 1 unit>"
    with pytest.raises(AttributeError, match="does not change"):
        scores.index = TREE  # type: ignore[misc]
    with pytest.raises(AttributeError, match="does not change"):
        del scores.index
    assert dict(scores.data["C"]) == {name: DATA["C"][name] for name in ("days", "dossiers", "online", "papers")}


def test_scores_are_ranked_and_shown() -> None:
    scores = TREE.evaluate(DATA)
    assert [(unit, scores.ranking().rank(unit)) for unit in scores] == [("A", 1), ("B", 2), ("C", 3)]
    assert list(scores.ranking("online")) == ["C", "A", "B"]
    assert (scores.ranking().name, scores.ranking("online").name) == ("demo", "demo · online")
    assert str(scores).split("\n") == [
        "Chỉ số thử: 3 xếp hạng trên 3 đơn vị",
        "Hạng  Đơn vị      total    service  papers",
        "   1  A       ≈0,783333  ≈0,566667       1",
        "   2  B       ≈0,516667  ≈0,533333     0,5",
        "   3  C       ≈0,466667  ≈0,933333       0",
    ]
    gone = _flat("<a>").evaluate({"x": {"<a>": None}, "y": {"<a>": 1}})
    assert gone.table("en").split("\n") == [
        "flat: 1 ranked of 2 units", "Rank  Unit  top  <a>", "   1  y       1    1", "   –  x       –    –",
    ]  # fmt: skip
    assert gone.table("en", rows=1).split("\n")[-1] == "… (1 more)"
    assert gone.table(rows=1).split("\n")[-1] == "… (còn 1 đơn vị)"
    assert gone._repr_html_() == (
        "<table><caption>flat: 1 xếp hạng trên 2 đơn vị</caption>"
        "<thead><tr><th>Hạng</th><th>Đơn vị</th><th>top</th><th>&lt;a&gt;</th></tr></thead>"
        "<tbody><tr><td>1</td><td>y</td><td>1</td><td>1</td></tr>"
        "<tr><td>–</td><td>x</td><td>–</td><td>–</td></tr></tbody></table>"
    )
    tied = _flat("a").evaluate({"x": {"a": 1}, "y": {"a": 1}, "z": {"a": 0}})
    assert [tied.ranking(ties="last_of_ties").rank(unit) for unit in tied] == [2, 2, 3]
    assert [tied.ranking(ties="ordinal", order=("y", "x")).rank(unit) for unit in tied] == [2, 1, 3]


def test_rows_hold_every_score() -> None:
    rows = TREE.evaluate(DATA).rows
    assert len(rows) == 15
    assert rows[1] == {
        "unit": "A", "node": "service", "parent": "total", "level": 1, "value": F(17, 30), "exact": True, "lacking": (),
    }  # fmt: skip
    lonely = _flat("a").evaluate({"x": {"a": None}}).rows
    assert [(row["value"], row["exact"], row["lacking"]) for row in lonely] == [(None, None, ("a",))] * 2


@pytest.mark.parametrize(
    ("fields", "value"),
    [
        ({"aggregation": "arithmetic"}, F(5)),
        ({"aggregation": "geometric"}, 4.0),
        ({"aggregation": "harmonic"}, F(16, 5)),
        ({"aggregation": "generalised", "exponent": F(2)}, 34**0.5),
        ({"aggregation": "generalised", "exponent": F(1)}, F(5)),
        ({"aggregation": "generalised", "exponent": F(-1)}, F(16, 5)),
        ({"aggregation": "sum"}, F(10)),
        ({"aggregation": "sum", "cap": F(9)}, F(9)),
        ({"aggregation": "sum", "cap": F(11)}, F(10)),
        ({"aggregation": "sum", "weights": {"a": 2, "b": 1}}, F(12)),
        ({"aggregation": "geometric", "weights": {"a": 0, "b": 1}}, 8.0),
        ({"aggregation": "harmonic", "weights": {"a": 1, "b": 3}}, F(32, 7)),
    ],
)
def test_the_ways_to_join(fields: dict[str, Any], value: Fraction | float) -> None:
    score = _flat("a", "b", **fields).evaluate({"x": {"a": 2, "b": 8}}).value("x")
    assert type(score) is type(value)
    assert score == pytest.approx(value, rel=1e-15)


@pytest.mark.parametrize(
    ("fields", "figure", "words"),
    [
        ({"aggregation": "geometric"}, 0, "cannot aggregate 'top' of 'x': b: the geometric mean .* scores 0"),
        ({"aggregation": "harmonic"}, 0, "b: the harmonic mean"),
        ({"aggregation": "harmonic"}, -1, "scores -1"),
        ({"aggregation": "generalised", "exponent": F(-2)}, 0, r"b: the generalised \(exponent -2\) mean"),
        ({"aggregation": "generalised", "exponent": F(2)}, -1, "scores -1"),
    ],
)
def test_a_mean_that_is_not_defined_names_unit_and_part(fields: dict[str, Any], figure: int, words: str) -> None:
    with pytest.raises(StepError, match=words):
        _flat("a", "b", **fields).evaluate({"w": {"a": 2, "b": 1}, "x": {"a": 2, "b": figure}})


def test_a_generalised_mean_of_a_positive_exponent_takes_zeros() -> None:
    squares = _flat("a", "b", aggregation="generalised", exponent=F(2))
    assert squares.evaluate({"x": {"a": 0, "b": 0}}).value("x") == 0.0


def test_a_pillar_that_is_turned_round_turns_its_indicators() -> None:
    leaves = (_leaf("days", normalisation=min_max()), _leaf("online", direction="lower", normalisation=min_max()))
    burden = Aggregate(id="burden", parts=("days", "online"), direction="lower")
    index = Index(id="i", indicators=leaves, aggregates=(burden, Aggregate(id="top", parts=("burden",))))
    assert (index.upward("days"), index.upward("online")) == (False, True)
    scores = index.evaluate({"x": {"days": 1, "online": 5}, "y": {"days": 3, "online": 9}})
    assert (scores.value("x", "days"), scores.value("x", "online")) == (1, 0)
    twice = Index(
        id="i", indicators=leaves, aggregates=(burden, Aggregate(id="top", parts=("burden",), direction="lower"))
    )
    assert twice.upward("days")


@pytest.mark.parametrize("how", [best_worst(1, 0), categories({"a": 1}), points(1)])
def test_a_pillar_above_a_method_with_its_own_direction_cannot_be_turned_round(how: Normalisation) -> None:
    leaf = _leaf("x", denominator="n" if how.method == "points" else None, normalisation=how)
    with pytest.raises(MalformedError, match="no pillar turned round above"):
        Index(id="i", indicators=(leaf,), aggregates=(Aggregate(id="top", parts=("x",), direction="lower"),))


def test_a_node_may_be_scaled_again() -> None:
    leaves = (_leaf("a"), _leaf("b"))
    parts = (Aggregate(id="p", parts=("a", "b"), rescale=min_max(scale=(0, 100))), Aggregate(id="top", parts=("p",)))
    index = Index(id="i", indicators=leaves, aggregates=parts)
    first = {"x": {"a": 1, "b": 1}, "y": {"a": 2, "b": 4}, "z": {"a": 5, "b": 5}, "gap": {"a": None, "b": 5}}
    scores = index.evaluate(first)
    assert [scores.value(unit) for unit in scores] == [0, 50, 100, None]
    scale = index.reference(first, period="2020")
    assert [found.indicator for found in scale.scales] == ["a", "b", "p"]
    assert index.evaluate({"w": {"a": 7, "b": 7}}, reference=scale).value("w") == 150
    assert not scores.compiled.linear
    spread = Index(
        id="i", indicators=leaves, aggregates=(Aggregate(id="top", parts=("a", "b"), rescale=z_score("population")),)
    ).evaluate({"x": {"a": 1, "b": 1}, "y": {"a": 3, "b": 3}})
    assert [spread.value(unit) for unit in spread] == [-1.0, 1.0]


# ── missing figures ──────────────────────────────────────────────────────────────────────────────────────────────────

REGIONS = {
    "N1": {"x": 1, "region": "north"},
    "N2": {"x": 2, "region": "north"},
    "N3": {"x": 9, "region": "north"},
    "N4": {"x": None, "region": "north"},
    "S1": {"x": 10, "region": 7},
    "S2": {"x": None, "region": 7},
}


@pytest.mark.parametrize(
    ("fields", "north", "south"),
    [
        ({}, None, None),
        ({"missing": "mean"}, F(11, 2), F(11, 2)),
        ({"missing": "median"}, F(11, 2), F(11, 2)),
        ({"missing": "group_mean", "group": "region"}, 4, 10),
        ({"missing": "group_median", "group": "region"}, 2, 10),
        ({"missing": "constant", "fill": F(3)}, 3, 3),
    ],
)
def test_the_rules_for_missing_figures(fields: dict[str, Any], north: Any, south: Any) -> None:
    index = Index(id="i", indicators=(_leaf("x", **fields),), aggregates=(Aggregate(id="top", parts=("x",)),))
    scores = index.evaluate(REGIONS)
    assert (scores.value("N4"), scores.value("S2")) == (north, south)
    assert scores.stages("x").denominated[3] is None
    assert scores.value("N3") == 9


def test_a_rule_that_has_nothing_to_go_by_is_an_error() -> None:
    def index(**fields: Any) -> Index:
        return Index(id="i", indicators=(_leaf("x", **fields),), aggregates=(Aggregate(id="top", parts=("x",)),))

    with pytest.raises(StepError, match="cannot score 'x' of 'N4': the figure is missing"):
        index(missing="refuse").evaluate(REGIONS)
    alone = {"N1": {"x": 1, "region": "north"}, "W": {"x": None, "region": "west"}}
    with pytest.raises(StepError, match="cannot impute 'x' of 'W': no unit of the group 'west'"):
        index(missing="group_mean", group="region").evaluate(alone)
    nowhere = {"N1": {"x": 1, "region": None}, "W": {"x": None, "region": None}}
    with pytest.raises(StepError, match="no unit of the group None"):
        index(missing="group_mean", group="region").evaluate(nowhere)
    with pytest.raises(StepError, match="cannot impute 'x' of 'W': no unit has a figure"):
        index(missing="mean").evaluate({"W": {"x": None}})


def test_a_unit_without_a_pillar_is_unranked_with_the_reason() -> None:
    data = {"A": DATA["A"], "B": {**DATA["B"], "dossiers": None}, "C": {**DATA["C"], "papers": None, "online": None}}
    scores = TREE.evaluate(data | {"D": DATA["C"], "E": DATA["B"]})
    assert scores["B"]["total"] is None
    assert scores.lacking("B") == ("days",)
    assert scores.lacking("C") == ("online", "papers")
    assert scores.lacking("A") == ()
    assert scores.lacking("C", "papers") == ("papers",)
    assert dict(scores.unranked(lang="en")) == {"B": "no figure for: days", "C": "no figure for: online, papers"}
    standing = scores.ranking()["B"]
    assert (standing.rank, standing.reason) == (None, "thiếu số liệu: days")
    assert scores.ranking().ranked == 3


def test_what_is_missing_is_left_out_where_enough_is_covered() -> None:
    fields: dict[str, Any] = {"weights": {"a": 2, "b": 1, "c": 1}, "coverage": F(1, 2)}
    data = {"x": {"a": None, "b": 3, "c": 5}, "y": {"a": 4, "b": None, "c": None}, "z": {"a": None, "b": 1, "c": None}}
    scores = _flat("a", "b", "c", **fields).evaluate(data)
    assert [scores.value(unit) for unit in scores] == [4, 4, None]
    points = _flat("a", "b", "c", aggregation="sum", coverage=F(1, 3)).evaluate(data)
    assert [points.value(unit) for unit in points] == [8, 4, 1]


def test_a_part_without_weight_may_be_missing() -> None:
    scores = _flat("a", "b", weights={"a": 1, "b": 0}).evaluate({"x": {"a": 2, "b": None}, "y": {"a": None, "b": None}})
    assert scores.value("x") == 2
    assert scores.lacking("y") == ("a",)


# ── data ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_every_bad_cell_is_named_at_once() -> None:
    data: Any = {
        "A": {**DATA["A"], "days": 0.5, "online": True},
        "B": {"days": 1, "dossiers": "6", "online": Decimal("NaN")},
        "C": None,
    }
    with pytest.raises(MalformedError) as caught:
        TREE.evaluate(data)
    assert [fault.field for fault in caught.value.faults] == [
        "A.days", "A.online", "B.dossiers", "B.online", "B.papers", "'C'",
    ]  # fmt: skip
    with pytest.raises(MalformedError, match="mapping of units"):
        TREE.evaluate([DATA])  # type: ignore[arg-type]
    grouped = _leaf("x", missing="group_mean", group="region")
    with pytest.raises(MalformedError, match=r"A\.region.*B\.region"):
        Index(id="i", indicators=(grouped,), aggregates=(Aggregate(id="top", parts=("x",)),)).evaluate(
            {"A": {"x": 1, "region": 0.5}, "B": {"x": 1}}
        )


def test_numbers_of_a_node_may_be_whole_or_decimal() -> None:
    node = Aggregate(id="t", parts=("a", "b"), aggregation="sum", cap=100, coverage=Decimal("0.5"))
    assert (node.cap, node.coverage) == (F(100), F(1, 2))
    assert Aggregate(id="t", parts=("a", "b"), aggregation="generalised", exponent=-2).exponent == F(-2)
    assert _leaf("a", missing="constant", fill=Decimal("1.5")).fill == F(3, 2)
    for wrong in ({"cap": 0.5}, {"coverage": None}, {"exponent": "2"}):
        with pytest.raises(MalformedError, match=next(iter(wrong))):
            Aggregate(id="t", parts=("a", "b"), **wrong)  # type: ignore[arg-type]


def test_figures_have_a_bounded_length() -> None:
    index = _flat("a", "b", aggregation="generalised", exponent=F(9))
    for figure in (10**60, F(1, 10**60), Decimal("1e-5000")):
        with pytest.raises(MalformedError, match="fewer than 60 digits"):
            index.evaluate({"x": {"a": figure, "b": 1}})
    with pytest.raises(StepError, match="cannot aggregate 'top' of 'x': a score is too large"):
        index.evaluate({"x": {"a": 10**59, "b": 1}})


def test_no_units_have_no_scores() -> None:
    scores = _flat("a").evaluate({})
    assert (len(scores), scores.rows, scores.compiled.matrix) == (0, (), ())


def test_a_column_may_serve_several_indicators() -> None:
    leaves = (
        _leaf("late", column="late", denominator="all"),
        _leaf("on_time", column="on_time", denominator="all"),
        _leaf("all"),
    )
    index = Index(id="i", indicators=leaves, aggregates=(Aggregate(id="top", parts=("late", "on_time", "all")),))
    scores = index.evaluate({"x": {"late": 1, "on_time": 3, "all": 4}})
    assert [scores.value("x", leaf.id) for leaf in leaves] == [F(1, 4), F(3, 4), 4]


# ── what-if, trace, compiled form ────────────────────────────────────────────────────────────────────────────────────


def test_what_if_keeps_the_scale_or_lets_the_data_give_its_own() -> None:
    scores = TREE.evaluate(DATA)
    fixed = scores.what_if("A", {"online": 100}, scale="fixed")
    assert (fixed.value("A", "online"), fixed.value("C", "online")) == (2, 1)
    own = scores.what_if("A", {"online": 100}, scale="own")
    assert (own.value("A", "online"), own.value("C", "online")) == (1, F(1, 2))
    assert scores.value("A", "online") == F(1, 2)
    with pytest.raises(NotFoundError, match="'onlin'"):
        scores.what_if("A", {"onlin": 1}, scale="own")
    with pytest.raises(ValueError, match="scale: expected 'fixed', 'own', got 'new'"):
        scores.what_if("A", {"online": 1}, scale="new")  # type: ignore[arg-type]


def test_a_trace_leads_from_the_raw_figure_to_the_index() -> None:
    trace = TREE.evaluate(DATA).trace("A")
    assert trace.lines[2].raw == 20
    assert trace.lines[2].contribution == F(2, 5)
    assert trace.rows[0]["score"] == F(47, 60)
    assert str(trace).split("\n") == [
        "Đơn vị: A",
        "total: ≈0,783333 (arithmetic)",
        "  service: ≈0,566667 × 0,5 = ≈0,283333 (arithmetic)",
        "    days: 0,6 × ≈0,666667 = 0,4 ← số liệu 20, chia 5 = 4, chuẩn hoá goalposts: 10 → 0, 0 → 1",
        "    online: 0,5 × ≈0,333333 = ≈0,166667 ← số liệu 40, chuẩn hoá min_max: 20 → 0, 60 → 1",
        "  papers: 1 × 0,5 = 0,5 ← số liệu 3, chuẩn hoá min_max: 7 → 0, 3 → 1",
    ]
    with pytest.raises(KeyError):
        TREE.evaluate(DATA).trace("D")


def test_a_trace_shows_what_was_put_in_treated_or_is_missing() -> None:
    leaves = (
        _leaf("a", missing="constant", fill=F(10), treatment=log(), normalisation=goalposts(1, 100)),
        _leaf("b"),
        _leaf("c", normalisation=categories({"có": 1})),
    )
    index = Index(id="i", indicators=leaves, aggregates=(Aggregate(id="top", parts=("a", "b", "c")),))
    trace = index.evaluate({"x": {"a": None, "b": None, "c": "có"}}).trace("x")
    assert trace.display("en").split("\n") == [
        "Unit: x",
        "top: – (arithmetic)",
        "  a: 0.5 ← figure –, put in 10, treated ≈2.302585, normalised goalposts: 0 → 0, ≈4.60517 → 1",
        "  b: – ← figure –, normalised as_it_is",
        "  c: 1 ← figure có, normalised categories",
    ]


def test_a_trace_has_the_weights_that_applied() -> None:
    scores = _flat("a", "b", "c", coverage=F(1, 2)).evaluate({"x": {"a": None, "b": 10, "c": 20}})
    lines = scores.trace("x").lines
    assert [line.weight for line in lines] == [None, None, F(1, 2), F(1, 2)]
    assert sum(line.contribution or 0 for line in lines) == scores.value("x") == 15


def test_a_trace_splits_no_mean_that_is_no_sum() -> None:
    trace = _flat("a", "b", aggregation="generalised", exponent=2).evaluate({"x": {"a": 3, "b": 4}}).trace("x")
    assert [line.contribution for line in trace.lines] == [None, None, None]
    assert str(trace).split("\n")[1:] == [
        "top: ≈3,535534 (generalised: số mũ 2)",
        "  a: 3 (trọng số 0,5) ← số liệu 3, chuẩn hoá as_it_is",
        "  b: 4 (trọng số 0,5) ← số liệu 4, chuẩn hoá as_it_is",
    ]


def test_a_trace_says_what_the_methods_worked_with() -> None:
    of = {"denominator": "n"}
    leaves = (
        _leaf("full", **of, normalisation=points(6, threshold=F(4, 5), when_zero="full")),
        _leaf("none", **of, normalisation=points(6, when_zero="zero")),
        _leaf("gap", **of, normalisation=points(6, when_zero="missing")),
        _leaf("z", normalisation=z_score("population")),
        _leaf("bent", normalisation=best_worst(1, 0, exponent=F(1, 2), beyond="clip")),
        _leaf("straight", normalisation=best_worst(1, 0)),
        _leaf("aimed", normalisation=distance_to_target(50, "ratio")),
    )
    top = Aggregate(
        id="top", parts=tuple(leaf.id for leaf in leaves), aggregation="sum", cap=9, coverage=F(1, 2),
        rescale=goalposts(0, 10),
    )  # fmt: skip
    index = Index(id="i", indicators=leaves, aggregates=(top,))
    row = {"full": 0, "none": 0, "gap": 0, "n": 0, "z": 1, "bent": F(1, 4), "straight": 1, "aimed": 100}
    trace = index.evaluate({"x": row, "y": {**row, "z": 3}}).trace("x").display("en")
    assert trace.split("\n")[1:] == [
        "top: 0.9 (sum: 0 → 0, 10 → 1, at most 9)",
        "  full: 6 × 1 = 6 ← figure 0, divided 0 = –, 0/0 scores in full, normalised points: at most 6, full from 0.8",
        "  none: 0 × 1 = 0 ← figure 0, divided 0 = –, 0/0 scores nothing, normalised points: at most 6, full from 1",
        "  gap: – ← figure 0, divided 0 = –, 0/0 counts as missing, normalised points: at most 6, full from 1",
        "  z: -1 × 1 = -1 ← figure 1, normalised z_score: mean 2, deviation 1",
        "  bent: 50 × 1 = 50 ← figure 0.25, normalised best_worst: 0 → 0, 1 → 100, exponent 0.5",
        "  straight: 100 × 1 = 100 ← figure 1, normalised best_worst: 0 → 0, 1 → 100",
        "  aimed: 2 × 1 = 2 ← figure 100, normalised target: 50 → 1",
    ]


def test_the_compiled_form_gives_the_same_scores() -> None:
    compiled = TREE.compile(DATA)
    assert compiled.linear
    assert compiled.units == ("A", "B", "C")
    assert [joint.id for joint in compiled.joints] == ["service", "total"]
    weights = compiled.flat()
    assert weights == (F(1, 3), F(1, 6), F(1, 2))
    scores = TREE.evaluate(DATA)
    for unit, row in zip(compiled.units, compiled.matrix, strict=True):
        total = sum((w * x for w, x in zip(weights, row, strict=True) if x is not None), F(0))
        assert total == scores.value(unit)
    assert compiled.flat([(1.0, 0.0), (0.25, 0.75)]) == (0.25, 0.0, 0.75)
    assert not _flat("a", aggregation="geometric").compile({"x": {"a": 1}}).linear
    assert not _flat("a", aggregation="sum", cap=F(1)).compile({"x": {"a": 1}}).linear
    assert _flat("a", aggregation="generalised", exponent=F(1)).compile({"x": {"a": 1}}).linear
    assert not _flat("a").compile({"x": {"a": None}}).linear


def test_an_index_travels() -> None:
    for index in (TREE, indices.published.HDI_2014, indices.published.egdi(2010)):
        assert decode(Index, encode(index)) == index
        assert pickle.loads(pickle.dumps(index)) == index
        assert hash(index) == hash(decode(Index, encode(index)))
    assert isinstance(TREE.evaluate(DATA), Evaluation)


def test_a_step_that_cannot_be_done_travels_as_an_error() -> None:
    error = StepError("normalise", "x", "both ends are the same", ("a", "unit"))
    again = pickle.loads(pickle.dumps(error))
    assert str(again) == str(error) == "cannot normalise 'x' of ('a', 'unit'): both ends are the same"
    assert (again.step, again.node, again.reason) == ("normalise", "x", "both ends are the same")
    assert str(StepError("score", "x", "why")) == "cannot score 'x': why"


def test_the_package_lists_its_names() -> None:
    assert dir(indices) == indices.__all__
    for found in pkgutil.iter_modules(indices.__path__, "tthc.indices."):
        module = importlib.import_module(found.name)
        assert dir(module) == module.__all__
    assert indices.published.TAI_2001.root == "TAI"
    with pytest.raises(AttributeError, match="nothing"):
        indices.nothing  # type: ignore[attr-defined]

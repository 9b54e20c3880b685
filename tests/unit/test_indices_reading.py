"""Contributions, changes, targets and importance, over small tables with known answers."""

import math
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from tthc.errors import NotFoundError, StepError
from tthc.indices import (
    Aggregate,
    Index,
    Indicator,
    Normalisation,
    as_it_is,
    best_worst,
    contributions,
    distance_to_best,
    distance_to_target,
    effective_importance,
    goalposts,
    log,
    min_max,
    needed_figure,
    points,
    published,
    rank_score,
    score_change,
    winsorise,
    z_score,
)

F = Fraction


def _index(*nodes: Aggregate, **leaves: Normalisation | Indicator) -> Index:
    made = [
        leaf if isinstance(leaf, Indicator) else Indicator(id=name, normalisation=leaf) for name, leaf in leaves.items()
    ]
    return Index(id="i", indicators=tuple(made), aggregates=nodes)


def _plain(*nodes: Aggregate) -> Index:
    """An index over figures as they are; what is no aggregate is an indicator."""
    inner = {node.id for node in nodes}
    return _index(*nodes, **{part: as_it_is() for node in nodes for part in node.parts if part not in inner})


def _node(name: str, parts: str, aggregation: Any = "arithmetic", **fields: Any) -> Aggregate:
    return Aggregate(id=name, parts=tuple(parts.split()), aggregation=aggregation, **fields)


NESTED = _plain(_node("top", "p c", weights={"p": 3, "c": 1}), _node("p", "a b"))
BEFORE: dict[str, dict[str, Any]] = {"x": {"a": 1, "b": 2, "c": 4}}
AFTER: dict[str, dict[str, Any]] = {"x": {"a": 3, "b": 8, "c": 4}}


# ── contributions ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_contributions_add_up_to_the_score() -> None:
    scores = NESTED.evaluate(AFTER)
    parts = contributions(scores, "x")
    assert dict(parts) == {"a": F(9, 8), "b": F(3), "c": F(1)}
    assert sum(parts.values()) == scores.value("x")
    assert dict(contributions(scores, "x", "p")) == {"a": F(3, 2), "b": F(4)}


def test_a_cap_and_a_new_scale_are_parts_of_their_own() -> None:
    capped = _plain(_node("top", "a b", "sum", cap=F(10))).evaluate({"x": {"a": 8, "b": 5}})
    assert dict(contributions(capped, "x")) == {"top": F(-3), "a": F(8), "b": F(5)}
    again = _plain(_node("top", "a b", rescale=min_max(scale=(0, 100)))).evaluate(
        {"x": {"a": 1, "b": 1}, "y": {"a": 4, "b": 2}, "z": {"a": 5, "b": 5}}
    )
    assert dict(contributions(again, "y")) == {"top": F(-25), "a": F(50), "b": F(25)}
    spread = _plain(_node("top", "a", rescale=z_score("population"))).evaluate({"x": {"a": 1}, "y": {"a": 3}})
    assert dict(contributions(spread, "y")) == {"top": -2.0, "a": 3.0}


def test_what_is_missing_contributes_nothing() -> None:
    scores = _plain(_node("top", "a b", coverage=F(1, 2))).evaluate({"x": {"a": 3, "b": None}})
    assert dict(contributions(scores, "x")) == {"a": F(3)}


def test_contributions_are_refused_where_nothing_adds_up() -> None:
    with pytest.raises(StepError, match="cannot split 'top' of 'x': the unit has no score"):
        contributions(NESTED.evaluate({"x": {**AFTER["x"], "a": None}}), "x")
    mixed = _plain(_node("top", "p c"), _node("p", "a b", "geometric")).evaluate(AFTER)
    with pytest.raises(StepError, match="cannot split 'p' of 'x': a geometric mean is no sum"):
        contributions(mixed, "x")
    with pytest.raises(NotFoundError, match="'a'"):
        contributions(mixed, "x", "a")


# ── changes ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _change(index: Index, **fields: Any) -> Any:
    return score_change(index.evaluate(BEFORE), index.evaluate(AFTER), "x", **fields)


def test_a_linear_change_is_split_exactly() -> None:
    change = _change(NESTED)
    assert (change.method, change.total, change.other) == ("linear", 3, 0)
    assert dict(change.parts) == {"a": F(3, 4), "b": F(9, 4), "c": 0}
    assert dict(_change(NESTED, by="parts").parts) == {"p": F(3), "c": 0}
    assert dict(_change(NESTED, node="p").parts) == {"a": 1, "b": 3}
    assert [row["effect"] for row in change.rows] == [F(3, 4), F(9, 4), 0, 0]
    assert _change(NESTED, method="shapley").parts == change.parts
    assert _change(NESTED, method="log_mean").parts == change.parts


@pytest.mark.parametrize(
    "fields",
    [
        {"aggregation": "geometric"},
        {"aggregation": "harmonic"},
        {"aggregation": "generalised", "exponent": F(3)},
        {"aggregation": "generalised", "exponent": F(-2)},
    ],
)
def test_the_parts_of_other_means_add_up_too(fields: dict[str, Any]) -> None:
    nested = _plain(_node("top", "p c", **fields), _node("p", "a b", **fields))
    for method in (None, "shapley"):
        change = _change(nested, method=method)
        assert change.method == (method or "log_mean")
        assert math.isclose(sum(change.parts.values()), change.total, rel_tol=1e-12)
        assert change.parts["c"] == 0
        assert change.other == 0
    with pytest.raises(StepError, match="not every mean is a sum"):
        _change(nested, method="linear")


def test_a_harmonic_change_stays_exact() -> None:
    change = _change(_plain(_node("top", "a b c", "harmonic")))
    assert all(type(effect) is Fraction for effect in change.parts.values())
    assert sum(change.parts.values()) == change.total
    assert change.other == 0


def test_a_geometric_change_is_the_log_mean_rule() -> None:
    change = _change(_plain(_node("top", "a b", "geometric")))
    before, after = math.sqrt(2), math.sqrt(24)
    log_mean = (after - before) / math.log(after / before)
    assert change.parts["a"] == pytest.approx(log_mean * 0.5 * math.log(3), rel=1e-14)
    assert change.parts["b"] == pytest.approx(log_mean * 0.5 * math.log(4), rel=1e-14)


def test_opposite_moves_under_a_mean_that_stays_are_split_too() -> None:
    index = _plain(_node("top", "p c", "geometric"), _node("p", "a b", "geometric"))
    before, after = index.evaluate({"x": {"a": 1, "b": 4, "c": 1}}), index.evaluate({"x": {"a": 4, "b": 1, "c": 1}})
    change = score_change(before, after, "x")
    assert change.parts["a"] == pytest.approx(-change.parts["b"])
    assert change.parts["a"] == pytest.approx(math.sqrt(2) * math.log(4) / 4)


def test_a_cap_has_its_own_effect() -> None:
    capped = _plain(_node("top", "a b", "sum", cap=F(10)))
    change = score_change(capped.evaluate({"x": {"a": 3, "b": 2}}), capped.evaluate({"x": {"a": 9, "b": 4}}), "x")
    assert dict(change.parts) == {"top": F(-3), "a": F(6), "b": F(2)}
    by_turns = score_change(
        capped.evaluate({"x": {"a": 3, "b": 2}}), capped.evaluate({"x": {"a": 9, "b": 4}}), "x", method="shapley"
    )
    assert dict(by_turns.parts) == {"a": F(4), "b": F(1)}


def test_new_weights_are_what_is_left_over() -> None:
    data = {"x": {"OSI": F(1, 2), "TII": F(1, 4), "HCI": F(3, 4)}}
    change = score_change(published.egdi(2010).evaluate(data), published.egdi(2012).evaluate(data), "x")
    assert set(change.parts.values()) == {0}
    assert change.other == change.total == 0
    skewed = {"x": {"OSI": 1, "TII": 0, "HCI": 0}}
    change = score_change(published.egdi(2010).evaluate(skewed), published.egdi(2012).evaluate(skewed), "x")
    assert change.other == change.total == F(1, 3) - F(17, 50)


def test_parts_that_are_missing_on_one_side_are_left_over() -> None:
    index = _plain(_node("top", "a b", coverage=F(1, 2)))
    change = score_change(index.evaluate({"x": {"a": 2, "b": None}}), index.evaluate({"x": {"a": 2, "b": 6}}), "x")
    assert (dict(change.parts), change.other) == ({"a": 0}, 2)


def test_a_new_scale_of_a_node_is_left_over() -> None:
    index = _plain(_node("top", "p c"), _node("p", "a b", rescale=min_max()))
    first = {"x": {"a": 1, "b": 1, "c": 0}, "y": {"a": 3, "b": 3, "c": 0}, "w": {"a": 2, "b": 2, "c": 0}}
    second = {**first, "y": {"a": 5, "b": 5, "c": 0}}
    change = score_change(index.evaluate(first), index.evaluate(second), "w")
    assert change.total == F(-1, 8)
    assert (set(change.parts.values()), change.other) == ({0}, F(-1, 8))
    moved = {**first, "w": {"a": 3, "b": 2, "c": 0}}
    turned = score_change(index.evaluate(first), index.evaluate(moved), "w", method="shapley")
    assert dict(turned.parts) == {"c": 0, "a": F(1, 8), "b": 0}
    assert turned.other == 0


def test_a_part_without_weight_has_no_effect() -> None:
    index = _plain(_node("top", "a b", "geometric", weights={"a": 1, "b": 0}))
    change = score_change(index.evaluate({"x": {"a": 2, "b": 0}}), index.evaluate({"x": {"a": 4, "b": 0}}), "x")
    assert set(change.parts) == {"a"}


def test_changes_that_cannot_be_split_are_refused() -> None:
    with pytest.raises(StepError, match="cannot compare 'top' of 'x': the unit has no score"):
        score_change(NESTED.evaluate({"x": {**BEFORE["x"], "c": None}}), NESTED.evaluate(AFTER), "x")
    other = _plain(_node("top", "p c", weights={"p": 3, "c": 1}), _node("p", "a b", "geometric"))
    with pytest.raises(StepError, match="cannot compare 'p' of 'x': the two indices"):
        score_change(NESTED.evaluate(BEFORE), other.evaluate(AFTER), "x")
    renamed = _plain(_node("top", "q c"), _node("q", "a b"))
    with pytest.raises(StepError, match="cannot compare 'top'"):
        score_change(NESTED.evaluate(BEFORE), renamed.evaluate(AFTER), "x")
    names = [f"n{i}" for i in range(13)]
    wide = _plain(_node("top", " ".join(names))).evaluate({"x": dict.fromkeys(names, 1)})
    with pytest.raises(StepError, match="13 parts have too many orders"):
        score_change(wide, wide, "x", method="shapley")


def test_words_that_are_none_of_the_ways_are_refused() -> None:
    one = NESTED.evaluate(BEFORE)
    with pytest.raises(ValueError, match="method: expected None, 'linear', 'log_mean', 'shapley', got 'lmdi'"):
        score_change(one, one, "x", method="lmdi")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="by: expected 'indicators', 'parts', got 'leaf'"):
        score_change(one, one, "x", by="leaf")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="by: expected 'parts', 'indicators', got 'leaf'"):
        effective_importance(one, by="leaf")  # type: ignore[arg-type]


def test_a_change_names_the_greatest_effect_first() -> None:
    change = score_change(NESTED.evaluate(BEFORE), NESTED.evaluate(AFTER), "x")
    assert str(change) == "x · top: 2,125 → 5,125, thay đổi 3 (linear)\n  b: 2,25\n  a: 0,75"
    other = _plain(_node("top", "p c"), _node("p", "a b"))
    moved = score_change(NESTED.evaluate(BEFORE), other.evaluate(BEFORE), "x")
    assert moved.display("en") == "x · top: 2.125 → 2.75, change 0.625 (linear)\n  other: 0.625"


# ── targets ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_what_a_part_needs() -> None:
    scores = NESTED.evaluate(BEFORE)
    need = needed_figure(scores, "x", by="b", target=4)
    assert (need.score, need.needed, need.needed_raw, need.raw) == (2, 7, 7, 2)
    assert need.gap == 5
    assert NESTED.evaluate({"x": {"a": 1, "b": 7, "c": 4}}).value("x") == 4
    assert needed_figure(scores, "x", by="p", target=F(5, 2)).needed == 2
    assert needed_figure(scores, "x", by="p", target=F(5, 2)).needed_raw is None
    assert needed_figure(scores, "x", by="a", node="p", target=5).needed == 8
    assert (
        needed_figure(scores, "x", by="b", target=Decimal("4.5")).needed
        == needed_figure(scores, "x", by="b", target=F(9, 2)).needed
    )
    for wrong in ("4", math.nan, math.inf):
        with pytest.raises(TypeError, match="target: "):
            needed_figure(scores, "x", by="b", target=wrong)  # type: ignore[arg-type]


def test_a_need_is_a_sentence() -> None:
    scores = NESTED.evaluate(BEFORE)
    assert str(needed_figure(scores, "x", by="b", target=4)) == "x · top đạt 4: b điểm 2 → 7, số liệu 2 → 7"
    assert needed_figure(scores, "x", by="p", target=F(5, 2)).display("en") == "x · top to reach 2.5: p score 1.5 → 2"
    capped = _plain(_node("top", "a b", "sum", cap=5)).evaluate({"x": {"a": 1, "b": 2}})
    beyond = needed_figure(capped, "x", by="a", target=9)
    assert str(beyond) == "x · top đạt 9: a dù bao nhiêu điểm cũng không đủ"
    assert beyond.display("en") == "x · top to reach 9: no score of a is enough"


@pytest.mark.parametrize(
    "fields",
    [
        {"aggregation": "geometric"},
        {"aggregation": "harmonic"},
        {"aggregation": "generalised", "exponent": F(3)},
        {"aggregation": "generalised", "exponent": F(-2)},
        {"aggregation": "sum"},
        {"aggregation": "sum", "cap": F(100)},
        {"rescale": goalposts(0, 100, scale=(0, 10), beyond="keep")},
    ],
)
def test_the_needed_figure_reaches_the_target(fields: dict[str, Any]) -> None:
    index = _plain(_node("top", "p c"), _node("p", "a b", **fields))
    scores = index.evaluate(BEFORE)
    target = F(26, 10)
    need = needed_figure(scores, "x", by="b", target=target)
    assert need.needed_raw is not None
    reached = scores.what_if("x", {"b": F(need.needed_raw)}, scale="fixed").value("x")
    assert reached == pytest.approx(target, rel=1e-12)


@pytest.mark.parametrize(
    ("fields", "target"),
    [
        ({"aggregation": "geometric"}, -1),
        ({"aggregation": "harmonic"}, 100),
        ({"aggregation": "generalised", "exponent": F(2)}, F(1, 2)),
        ({"aggregation": "sum", "cap": F(9)}, 10),
        ({"weights": {"a": 1, "b": 0}}, 10),
    ],
)
def test_a_target_out_of_reach_needs_nothing_that_exists(fields: dict[str, Any], target: Any) -> None:
    need = needed_figure(_plain(_node("top", "a b", **fields)).evaluate(BEFORE), "x", by="b", target=target)
    assert (need.needed, need.needed_raw, need.gap) == (None, None, None)


@pytest.mark.parametrize(
    ("how", "fields"),
    [
        (as_it_is(), {"direction": "lower"}),
        (goalposts(0, 10), {}),
        (goalposts(0, 10), {"direction": "lower"}),
        (goalposts(0, 100, scale=(0, 100)), {}),
        (goalposts(1, 10), {"treatment": log()}),
        (min_max(), {}),
        (min_max(beyond="clip"), {"direction": "lower"}),
        (best_worst(10, 0, scale=(0, 1)), {}),
        (best_worst(10, 0, scale=(0, 1), exponent=F(1, 2)), {}),
        (z_score("population"), {}),
        (z_score("sample", scale=(10, 2)), {"direction": "lower"}),
        (distance_to_best("ratio"), {}),
        (distance_to_best("ratio"), {"direction": "lower"}),
        (distance_to_target(5, "range"), {}),
        (min_max(), {"treatment": winsorise()}),
    ],
)
def test_a_score_is_turned_back_into_a_figure(how: Normalisation, fields: dict[str, Any]) -> None:
    index = _index(_node("top", "a"), a=Indicator(id="a", denominator="n", normalisation=how, **fields))
    scores = index.evaluate({f"u{i}": {"a": 4 * x, "n": 4} for i, x in enumerate((1, 2, 5, 8))})
    target = scores.value("u2")
    assert target is not None
    need = needed_figure(scores, "u0", by="a", target=target)
    assert need.raw == 4
    assert need.needed_raw == pytest.approx(20, rel=1e-12)


def test_the_points_of_a_count_are_turned_back_into_the_count() -> None:
    leaf = Indicator(id="a", denominator="n", normalisation=points(6, threshold=F(1, 2), digits=2, when_zero="zero"))
    scores = _index(_node("top", "a", "sum"), a=leaf).evaluate({"x": {"a": 1, "n": 10}})
    assert needed_figure(scores, "x", by="a", target=3).needed_raw == F(5, 2)
    beyond = needed_figure(scores, "x", by="a", target=7)
    assert (beyond.needed, beyond.needed_raw) == (7, None)


def test_figures_that_no_score_leads_back_to() -> None:
    data = {"x": {"a": 1}, "y": {"a": 2}, "z": {"a": 9}}

    def needed(how: Normalisation, target: Any, **fields: Any) -> Any:
        scores = _index(_node("top", "a"), a=Indicator(id="a", normalisation=how, **fields)).evaluate(data)
        return needed_figure(scores, "x", by="a", target=target).needed_raw

    assert needed(rank_score(), 2) is None
    assert needed(goalposts(0, 10), 2) is None
    assert needed(distance_to_best("ratio"), 0, direction="lower") is None
    skewed = {f"u{i}": {"a": x} for i, x in enumerate((*range(11), 1000))}
    leaf = Indicator(id="a", normalisation=min_max(), treatment=winsorise())
    scores = _index(_node("top", "a"), a=leaf).evaluate(skewed)
    assert needed_figure(scores, "u1", by="a", target=F(1, 2)).needed_raw == 5
    assert needed_figure(scores, "u1", by="a", target=2).needed_raw is None
    low = {unit: {"a": -row["a"]} for unit, row in skewed.items()}
    scores = _index(_node("top", "a"), a=leaf).evaluate(low)
    assert needed_figure(scores, "u1", by="a", target=-1).needed_raw is None


def test_a_target_is_asked_of_a_node_below() -> None:
    scores = NESTED.evaluate(BEFORE)
    for by, node in (("top", None), ("c", "p"), ("p", "p")):
        with pytest.raises(NotFoundError, match="node below"):
            needed_figure(scores, "x", by=by, target=1, node=node)
    with pytest.raises(StepError, match="cannot aim at 'c' of 'x'"):
        needed_figure(
            _plain(_node("top", "a c", coverage=F(1, 2))).evaluate({"x": {"a": 1, "c": None}}), "x", by="c", target=2
        )


# ── importance ───────────────────────────────────────────────────────────────────────────────────────────────────────

SPREAD = {"x": {"a": 1, "b": 5, "c": 2}, "y": {"a": 9, "b": 5, "c": 4}, "z": {"a": 4, "b": 5, "c": 9}}


def test_covariance_shares_add_up_to_one() -> None:
    scores = NESTED.evaluate(SPREAD)
    pillars = effective_importance(scores)
    assert [(part.part, part.weight) for part in pillars] == [("p", F(3, 4)), ("c", F(1, 4))]
    assert sum(part.share for part in pillars) == 1
    leaves = effective_importance(scores, by="indicators")
    assert [part.weight for part in leaves] == [F(3, 8), F(3, 8), F(1, 4)]
    assert [part.share for part in leaves] == [pillars[0].share, 0, pillars[1].share]
    assert leaves[1].correlation is None
    below = effective_importance(scores, "p", by="indicators")
    assert [(part.part, part.weight, part.share) for part in below] == [("a", F(1, 2), 1), ("b", F(1, 2), 0)]
    assert below[0].correlation == pytest.approx(1)


@pytest.mark.parametrize(
    "fields",
    [{"aggregation": "geometric"}, {"aggregation": "harmonic"}, {"aggregation": "generalised", "exponent": F(2)}],
)
def test_other_means_share_out_what_they_add_up(fields: dict[str, Any]) -> None:
    shares = effective_importance(_plain(_node("top", "a c", **fields)).evaluate(SPREAD))
    assert sum(part.share for part in shares) == pytest.approx(1)


def test_units_without_a_score_and_missing_parts_are_counted_as_they_are() -> None:
    gappy: dict[str, Any] = {**SPREAD, "w": {"a": None, "b": 5, "c": 3}, "v": {"a": None, "b": None, "c": None}}
    scores = _plain(_node("top", "a b c", coverage=F(2, 3))).evaluate(gappy)
    for by in ("parts", "indicators"):
        assert sum(part.share for part in effective_importance(scores, by=by)) == 1  # type: ignore[arg-type]


def test_importance_needs_scores_that_differ() -> None:
    with pytest.raises(StepError, match="or all have the same"):
        effective_importance(NESTED.evaluate({"x": BEFORE["x"], "y": BEFORE["x"]}))
    with pytest.raises(StepError, match="fewer than two"):
        effective_importance(NESTED.evaluate({}))
    with pytest.raises(NotFoundError, match="'a'"):
        effective_importance(NESTED.evaluate(SPREAD), "a")

"""Indices: values travel, scores agree with a slow reading of the formula, and what adds up, adds up."""

import math
import pickle
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tthc.codec import decode, encode
from tthc.indices import (
    Aggregate,
    Ballot,
    Index,
    Indicator,
    ReferenceScale,
    Scale,
    as_it_is,
    borda,
    budget_weights,
    contributions,
    effective_importance,
    kemeny,
    min_max,
    needed_figure,
    percentile,
    rank_score,
    score_change,
    winsorise,
)
from tthc.indices.scores import exact_sum
from tthc.indices.treatment import winsorised
from tthc.indices.voting import duels, support
from tthc.strategies import _indices as strategies

F = Fraction
FIGURES = st.integers(-50, 50) | st.fractions(-50, 50, max_denominator=30)
POSITIVE = st.integers(1, 50) | st.fractions(F(1, 30), 50, max_denominator=30)


@pytest.mark.parametrize(
    "values",
    [
        strategies.treatments(),
        strategies.normalisations(),
        strategies.indicators(),
        strategies.aggregates(),
        strategies.indices(),
        strategies.scales(),
        strategies.reference_scales(),
    ],
    ids=["treatment", "normalisation", "indicator", "aggregate", "index", "scale", "reference scale"],
)
def test_strategies_make_values_that_travel(values: st.SearchStrategy[Any]) -> None:
    @settings(max_examples=40)
    @given(values)
    def travels(value: Any) -> None:
        assert decode(type(value), encode(value)) == value == pickle.loads(pickle.dumps(value)) == attrs.evolve(value)
        assert isinstance(hash(value), int)
        assert repr(value)
        assert str(value)

    travels()


def _tables(names: str = "abc", figures: st.SearchStrategy[Any] = FIGURES) -> st.SearchStrategy[dict[str, Any]]:
    row = st.fixed_dictionaries(dict.fromkeys(names, figures))
    return st.dictionaries(st.sampled_from("uvwxyz"), row, min_size=2)


def _tree(kind: Any = "arithmetic", how: Any = None, **fields: Any) -> Index:
    leaves = tuple(Indicator(id=name, normalisation=how or as_it_is()) for name in "abc")
    inner = Aggregate(id="p", parts=("a", "b"), aggregation=kind, weights={"a": 2, "b": 1}, **fields)
    top = Aggregate(id="top", parts=("p", "c"), aggregation=kind, weights={"p": 3, "c": 2}, **fields)
    return Index(id="i", indicators=leaves, aggregates=(top, inner))


@given(_tables())
def test_scores_are_those_of_the_formula(table: dict[str, Any]) -> None:
    columns = {name: [F(row[name]) for row in table.values()] for name in "abc"}
    assume(all(max(column) > min(column) for column in columns.values()))
    scores = _tree(how=min_max(scale=(0, 100))).evaluate(table)
    for unit, row in table.items():
        scaled = {n: 100 * (F(row[n]) - min(columns[n])) / (max(columns[n]) - min(columns[n])) for n in "abc"}
        slow = F(3, 5) * (F(2, 3) * scaled["a"] + F(1, 3) * scaled["b"]) + F(2, 5) * scaled["c"]
        assert scores.value(unit) == slow
    assert scores.compiled.linear


@given(_tables())
def test_the_order_of_the_units_does_not_matter(table: dict[str, Any]) -> None:
    index = _tree(how=rank_score(ties="average"))
    mirrored = dict(reversed(table.items()))
    assert index.evaluate(table).scores() == index.evaluate(mirrored).scores()


@given(_tables())
def test_turning_the_direction_turns_places(table: dict[str, Any]) -> None:
    for how in (borda(ties="average"), percentile(ties="average")):
        for direction in ("higher", "lower"):
            leaf = Indicator(id="a", direction=direction, normalisation=how)  # type: ignore[arg-type]
            index = Index(id="i", indicators=(leaf,), aggregates=(Aggregate(id="top", parts=("a",)),))
            held = index.evaluate({unit: {"a": row["a"]} for unit, row in table.items()})
            total = sum((F(held.value(unit) or 0) for unit in held), F(0))
            count = len(table)
            assert total == (F(count * (count - 1), 2) if how.method == "borda" else F(count, 2))


@given(_tables(figures=POSITIVE), st.sampled_from(["arithmetic", "geometric", "harmonic", "generalised"]))
def test_means_lie_between_their_parts_and_in_order(table: dict[str, Any], kind: str) -> None:
    fields = {"exponent": F(3)} if kind == "generalised" else {}
    scores = _tree(kind, **fields).evaluate(table)
    plain = _tree().evaluate(table)
    for unit, row in table.items():
        value = float(scores.value(unit) or 0)
        assert float(min(row.values())) * (1 - 1e-12) <= value <= float(max(row.values())) * (1 + 1e-12)
        above = float(plain.value(unit) or 0) * (1 + 1e-12)
        assert value <= above if kind != "generalised" else value >= above * (1 - 1e-11)


@given(_tables())
def test_contributions_and_shares_add_up(table: dict[str, Any]) -> None:
    scores = _tree().evaluate(table)
    for unit in table:
        assert sum(contributions(scores, unit).values()) == scores.value(unit)
    assume(len(set(scores.scores().values())) > 1)
    for by in ("parts", "indicators"):
        assert sum(part.share for part in effective_importance(scores, by=by)) == 1  # type: ignore[arg-type]


@given(
    _tables(figures=POSITIVE),
    _tables(figures=POSITIVE),
    st.sampled_from([("arithmetic", {}), ("geometric", {}), ("harmonic", {}), ("generalised", {"exponent": F(1, 2)})]),
    st.sampled_from([None, "shapley"]),
)
def test_the_parts_of_a_change_add_up(before: Any, after: Any, how: Any, method: Any) -> None:
    unit = next(iter(before))
    after[unit] = after.get(unit) or next(iter(after.values()))
    index = _tree(how[0], **how[1])
    change = score_change(index.evaluate(before), index.evaluate(after), unit, method=method)
    split = sum(change.parts.values(), F(0)) + change.other
    assert math.isclose(split, change.total, rel_tol=1e-9, abs_tol=1e-9)
    if how[0] in {"arithmetic", "harmonic"}:
        assert (split, change.other) == (change.total, 0)


@given(_tables(figures=POSITIVE), POSITIVE, st.sampled_from(["arithmetic", "geometric", "harmonic"]))
def test_a_need_that_is_met_reaches_the_target(table: dict[str, Any], target: Fraction, kind: str) -> None:
    unit = next(iter(table))
    scores = _tree(kind).evaluate(table)
    need = needed_figure(scores, unit, by="a", target=target)
    if need.needed_raw is not None and (kind == "arithmetic" or 1e-6 < need.needed_raw < 1e6):
        met = scores.what_if(unit, {"a": F(need.needed_raw)}, scale="fixed").value(unit)
        assert met == pytest.approx(float(target), rel=1e-6)


@given(st.lists(FIGURES.map(F), min_size=1, max_size=30), st.integers(1, 5))
def test_winsorising_only_pulls_in(values: list[Fraction], points: int) -> None:
    low, high, count, passes = winsorised(values, winsorise(max_points=points))
    assert min(values) <= low <= high <= max(values)
    assert passes or count >= points
    assert (count == 0) == ((low, high) == (min(values), max(values)))


@given(st.lists(st.tuples(FIGURES.map(F), FIGURES.map(F)), max_size=8))
def test_a_sum_over_one_denominator_is_the_sum(pairs: list[tuple[Fraction, Fraction]]) -> None:
    assert exact_sum([w for w, _ in pairs], [x for _, x in pairs]) == sum((w * x for w, x in pairs), F(0))


@given(st.lists(st.fixed_dictionaries({"a": st.integers(0, 60), "b": st.integers(0, 40)}), min_size=1, max_size=5))
def test_the_weights_of_a_budget_add_up(votes: list[dict[str, int]]) -> None:
    whole = [{**vote, "c": 100 - vote["a"] - vote["b"]} for vote in votes]
    weights = budget_weights(whole)
    assert sum(weights.values()) == 1
    assert weights == budget_weights(list(reversed(whole)))


@given(st.lists(st.tuples(st.permutations("abcd"), st.integers(1, 9)), min_size=1, max_size=5))
def test_no_order_has_more_support_than_kemenys(ballots: list[tuple[list[str], int]]) -> None:
    pairs = duels([Ballot(tuple(order), count) for order, count in ballots])
    best = kemeny(pairs)
    for order, _ in ballots:
        assert support(order, pairs) <= best.support
    assert all(support(order, pairs) == best.support for order in best.orders)


@given(_tables())
def test_the_scale_of_a_year_is_enough_to_score_it_again(table: dict[str, Any]) -> None:
    columns = {name: {row[name] for row in table.values()} for name in "abc"}
    assume(all(len(column) > 1 for column in columns.values()))
    index = _tree(how=min_max())
    scale = index.reference(table, period="2024")
    assert index.evaluate(table, reference=scale).scores() == index.evaluate(table).scores()
    assert type(scale) is ReferenceScale
    assert all(type(part) is Scale for part in scale.scales)

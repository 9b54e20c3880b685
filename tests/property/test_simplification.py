"""Simplification: the axioms of the methods, agreement with slow readings of their definitions, values that travel."""

import datetime as dt
import math
import pickle
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tthc.codec import decode, encode
from tthc.simplification import (
    METHODS,
    Apportionment,
    Choice,
    Interaction,
    Part,
    apportion,
    apportion_by_sampling,
    frontier,
    least_effort,
)
from tthc.strategies import _simplification as strategies

F = Fraction
Saving = Callable[[frozenset[Any]], Fraction]
EFFICIENT = st.sampled_from(["sequential", "shapley", "dated_shapley", "owen"])


@st.composite
def games(draw: st.DrawFn, most: int = 5) -> tuple[tuple[int, ...], Saving]:
    measures = tuple(range(draw(st.integers(1, most))))
    return measures, draw(strategies.joint_savings(measures))


@st.composite
def told(draw: st.DrawFn, measures: Sequence[int]) -> dict[str, Any]:
    """Dates and groups of measures."""
    days = {i: dt.date(2026, draw(st.integers(1, 3)), 1) for i in measures}
    return {"dates": days, "groups": {i: draw(st.integers(1, 3)) for i in measures}}


def by_orders(measures: Sequence[int], saving: Saving, orders: Sequence[Sequence[int]]) -> dict[int, Fraction]:
    """Read the definition: the mean over orders of what a measure adds to those before it."""
    found = dict.fromkeys(measures, F(0))
    for order in orders:
        before = frozenset[int]()
        for measure in order:
            after = before | {measure}
            found[measure] += (saving(after) - saving(before)) / len(orders)
            before = after
    return found


# ── values ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("cls", "values"),
    [
        (Part, strategies.credited_parts()),
        (Interaction, strategies.interactions()),
        (Apportionment, strategies.apportionments()),
        (Choice, strategies.choices()),
    ],
)
def test_values_travel(cls: Any, values: st.SearchStrategy[Any]) -> None:
    @settings(max_examples=30)
    @given(values)
    def holds(value: Any) -> None:
        assert type(value) is cls
        assert decode(cls, encode(value)) == value
        assert pickle.loads(pickle.dumps(value)) == value
        assert isinstance(hash(value), int)
        assert repr(value)
        assert str(value)

    holds()


# ── the methods ──────────────────────────────────────────────────────────────────────────────────────────────────────


@settings(max_examples=25)
@given(games(6))
def test_shapley_is_the_mean_over_all_orders(game: tuple[tuple[int, ...], Saving]) -> None:
    measures, saving = game
    found = apportion(measures, saving)
    assert dict(found.shares) == by_orders(measures, saving, list(permutations(measures)))
    for part in found.parts:
        rest = [i for i in measures if i != part.measure]
        sets = [frozenset(i for k, i in enumerate(rest) if bits >> k & 1) for bits in range(2 ** len(rest))]
        added = [saving(held | {part.measure}) - saving(held) for held in sets]
        assert (part.lowest, part.highest) == (min(added), max(added))
        assert (part.stand_alone, part.last_in) == (added[0], added[-1])


@pytest.mark.parametrize(("players", "seed"), [(7, 1), (8, 2)])
def test_shapley_is_the_mean_over_all_orders_of_eight(players: int, seed: int) -> None:
    values = [F(n * n * (seed + 7919) % 1009, 1 + n % 5) if n else F(0) for n in range(2**players)]

    def saving(held: frozenset[int]) -> Fraction:
        return values[sum(1 << i for i in held)]

    # Whole numbers and one pass: 8! orders.
    scale = 60
    totals = [0] * players
    whole = [int(value * scale) for value in values]
    for order in permutations(range(players)):
        held = 0
        for i in order:
            totals[i] += whole[held | 1 << i] - whole[held]
            held |= 1 << i
    count = math.factorial(players) * scale
    assert list(apportion(range(players), saving).shares.values()) == [F(total, count) for total in totals]


@settings(max_examples=40)
@given(games(5), st.data())
def test_dates_and_groups_allow_only_some_orders(game: tuple[tuple[int, ...], Saving], data: st.DataObject) -> None:
    measures, saving = game
    more = data.draw(told(measures))
    days, groups = more["dates"], more["groups"]

    def dated(order: Sequence[int]) -> bool:
        return [days[i] for i in order] == sorted(days[i] for i in order)

    def together(order: Sequence[int]) -> bool:
        """Every group in one piece."""
        runs = [groups[i] for k, i in enumerate(order) if not k or groups[i] != groups[order[k - 1]]]
        return len(runs) == len(set(runs))

    orders = list(permutations(measures))
    for method, allowed in (("dated_shapley", dated), ("owen", together)):
        found = apportion(measures, saving, method=method, **more)  # type: ignore[arg-type]
        assert dict(found.shares) == by_orders(measures, saving, list(filter(allowed, orders)))
    assert dict(apportion(measures, saving, method="sequential").shares) == by_orders(measures, saving, [measures])


@given(games(), EFFICIENT, st.data())
def test_efficiency(game: tuple[tuple[int, ...], Saving], method: Any, data: st.DataObject) -> None:
    measures, saving = game
    found = apportion(measures, saving, method=method, **data.draw(told(measures)))
    assert sum(found.shares.values()) == found.total == saving(frozenset(measures))
    assert found.gap == 0
    for digits in (0, 2):
        assert abs(sum(found.rounded(digits).values()) - found.total) <= F(1, 2 * 10**digits)


@given(games(4))
def test_symmetry(game: tuple[tuple[int, ...], Saving]) -> None:
    measures, saving = game

    def blind(held: frozenset[int]) -> Fraction:
        """The same, with two twins in place of the first measure: either of them does what it does."""
        return saving(frozenset(min(i, 0) + max(i, 0) for i in held if i >= 0) | ({0} if -1 in held else set()))

    found = apportion((-1, *measures), blind)
    assert found.shares[-1] == found.shares[0]


@given(games(4), EFFICIENT, st.data())
def test_null_player(game: tuple[tuple[int, ...], Saving], method: Any, data: st.DataObject) -> None:
    measures, saving = game
    more = data.draw(told((*measures, 99)))
    place = data.draw(st.integers(0, len(measures)))
    found = apportion(
        (*measures[:place], 99, *measures[place:]), lambda held: saving(held - {99}), method=method, **more
    )
    assert found.shares[99] == 0
    without = {name: {i: of for i, of in values.items() if i != 99} for name, values in more.items()}
    kept = {i: share for i, share in found.shares.items() if i != 99}
    assert kept == dict(apportion(measures, saving, method=method, **without).shares)


@given(games(4), st.data(), st.sampled_from(METHODS), st.integers(-3, 3))
def test_additivity(game: tuple[tuple[int, ...], Saving], data: st.DataObject, method: Any, times: int) -> None:
    measures, saving = game
    other = data.draw(strategies.joint_savings(measures))
    more = data.draw(told(measures))
    both = apportion(measures, lambda held: saving(held) + times * other(held), method=method, **more)
    one = apportion(measures, saving, method=method, **more)
    two = apportion(measures, lambda held: times * other(held), method=method, **more)
    added = one + two
    assert (added.total, added.shares, added.interactions) == (both.total, both.shares, both.interactions)
    for part, outer in zip(both.parts, added.parts, strict=True):
        assert outer.lowest <= part.lowest <= part.highest <= outer.highest


@given(games(), st.data())
def test_what_was_booked_never_changes(game: tuple[tuple[int, ...], Saving], data: st.DataObject) -> None:
    measures, saving = game
    days = {i: dt.date(2026, data.draw(st.integers(1, 4)), 1) for i in measures}
    found = apportion(measures, saving, method="dated_shapley", dates=days).shares
    for until in sorted(set(days.values())):
        known = [i for i in measures if days[i] <= until]
        then = apportion(known, saving, method="dated_shapley", dates={i: days[i] for i in known}).shares
        assert dict(then) == {i: found[i] for i in known}


@given(games(), st.data())
def test_the_order_of_measures_does_not_matter(game: tuple[tuple[int, ...], Saving], data: st.DataObject) -> None:
    measures, saving = game
    other = data.draw(st.permutations(measures))
    for method in ("shapley", "dated_shapley", "owen"):
        more = data.draw(told(measures))
        one, two = (apportion(held, saving, method=method, **more) for held in (measures, other))  # type: ignore[arg-type]
        assert one.shares == two.shares
        for pair in one.interactions:
            twin = two.interaction(pair.first, pair.second)
            assert twin is not None
            assert (twin.dividend, twin.index) == (pair.dividend, pair.index)


@given(games(4), st.data())
def test_the_index_of_a_pair_is_how_much_one_changes_the_other(
    game: tuple[tuple[int, ...], Saving], data: st.DataObject
) -> None:
    """Grabisch and Roubens: the share of one measure where the other is taken, less that where it is not."""
    measures, saving = game
    if len(measures) < 2:
        return
    one, other = data.draw(st.permutations(measures))[:2]
    rest = [i for i in measures if i != other]
    there = apportion(rest, lambda held: saving(held | {other}) - saving(frozenset({other}))).shares[one]
    gone = apportion(rest, saving).shares[one]
    pair = apportion(measures, saving).interaction(one, other)
    assert pair is not None
    assert pair.index == there - gone


@st.composite
def lines_of_need(draw: st.DrawFn, measures: Sequence[int]) -> dict[int, set[int]]:
    order = draw(st.permutations(measures))
    return {
        i: draw(st.sets(st.sampled_from(order[:k]), max_size=2))
        for k, i in enumerate(order)
        if k and draw(st.booleans())
    }


@given(games(), EFFICIENT, st.data())
def test_needs_mean_the_largest_set_that_lacks_nothing(
    game: tuple[tuple[int, ...], Saving], method: Any, data: st.DataObject
) -> None:
    measures, saving = game
    needs = data.draw(lines_of_need(measures))
    more = data.draw(told(measures))

    def restricted(held: frozenset[int]) -> Fraction:
        while any(needs.get(i, set()) - held for i in held):
            held = frozenset(i for i in held if not needs.get(i, set()) - held)
        return saving(held)

    found = apportion(measures, saving, method=method, needs=needs, **more)
    expected = apportion(measures, restricted, method=method, **more)
    assert (found.parts, found.interactions, found.total) == (expected.parts, expected.interactions, expected.total)
    drawn = apportion_by_sampling(measures, saving, orders=3, seed=1, method=method, needs=needs, **more)
    again = apportion_by_sampling(measures, restricted, orders=3, seed=1, method=method, **more)
    assert drawn.parts == again.parts
    assert sum(drawn.shares.values()) == found.total


# ── choice ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@st.composite
def programmes(draw: st.DrawFn, most: int, least: int = 1) -> tuple[tuple[int, ...], list[Any], dict[str, Any]]:
    """Procedures with the savings of their measures, efforts, instruments, needs and exclusions."""
    measures = tuple(range(draw(st.integers(least, most))))
    left, procedures = list(draw(st.permutations(measures))), list[Any]()
    while left:
        size = draw(st.integers(1, 4))
        members = tuple(dict.fromkeys([*left[:size], *draw(st.sets(st.sampled_from(measures), max_size=1))]))
        left = left[size:]
        procedures.append((members, draw(strategies.joint_savings(members))))
    papers = ["Luật", "Nghị định", "Thông tư"]
    some = st.sets(st.sampled_from(measures), min_size=1, max_size=3)
    return measures, procedures, {
        "effort": {i: draw(st.integers(0, 5) | st.fractions(0, 5, max_denominator=3)) for i in measures},
        "instruments": {paper: draw(st.integers(0, 6)) for paper in papers},
        "uses": {i: draw(st.sets(st.sampled_from(papers), max_size=2)) for i in measures},
        "needs": draw(lines_of_need(measures)),
        "excludes": draw(st.lists(some, max_size=2)),
    }  # fmt: skip


def every(measures: Sequence[int], procedures: Sequence[Any], laws: Mapping[str, Any]) -> Iterator[tuple[Any, ...]]:
    """Look at every set there is: effort, saving, how many measures, which, as bits."""
    for bits in range(2 ** len(measures)):
        held = frozenset(i for i in measures if bits >> i & 1)
        if any(laws["needs"].get(i, set()) - held for i in held) or any(
            len(held & few) > 1 for few in laws["excludes"]
        ):
            continue
        papers = set[str]().union(*(laws["uses"][i] for i in held))
        effort = sum((F(laws["effort"][i]) for i in held), F(sum(laws["instruments"][paper] for paper in papers)))
        yield effort, -sum(saving(held & set(members)) for members, saving in procedures), len(held), bits


def agrees(programme: tuple[tuple[int, ...], list[Any], dict[str, Any]], percentage: int) -> None:
    measures, procedures, laws = programme
    found = sorted(every(measures, procedures, laws))
    most = max(-turned for _, turned, _, _ in found)
    required = most * percentage / F(100)
    effort, turned, _, bits = next(one for one in found if -one[1] >= min(required, most))
    choice = least_effort(measures, procedures, required, method="exact", **laws)
    assert choice.chosen == tuple(i for i in measures if bits >> i & 1)
    assert (choice.effort, choice.value, choice.optimal) == (effort, -turned, True)
    assert choice.reached == (required <= most)
    quick = least_effort(measures, procedures, required, method="greedy", **laws)
    if quick.reached:
        assert quick.bound <= effort <= quick.effort
    assert quick.bound <= next(one[0] for one in found if -one[1] >= min(quick.value, quick.required))


@settings(max_examples=60)
@given(programmes(8), st.integers(-10, 120))
def test_the_least_effort_is_that_of_brute_force(programme: Any, percentage: int) -> None:
    agrees(programme, percentage)


@settings(max_examples=5)
@given(programmes(14, 14), st.integers(20, 100))
def test_the_least_effort_is_that_of_brute_force_over_14_measures(programme: Any, percentage: int) -> None:
    agrees(programme, percentage)


@settings(max_examples=20)
@given(programmes(6), st.integers(0, 120))
def test_the_solver_finds_the_same_effort(programme: Any, percentage: int) -> None:
    pytest.importorskip("scipy")
    measures, procedures, laws = programme
    most = frontier(measures, procedures, **laws)[-1].value
    required = most * percentage / F(100)
    exact = least_effort(measures, procedures, required, **laws)
    solved = least_effort(measures, procedures, required, method="milp", **laws)
    assert solved.method == "milp"
    assert (solved.effort, solved.reached, solved.optimal) == (exact.effort, exact.reached, True)
    assert min(solved.value, solved.required) == min(exact.value, exact.required)


@settings(max_examples=50)
@given(programmes(7))
def test_the_frontier_is_what_nothing_beats(programme: Any) -> None:
    measures, procedures, laws = programme
    expected: list[tuple[Fraction, Fraction]] = []
    for effort, turned, _, _ in sorted(every(measures, procedures, laws)):
        if not expected or -turned > expected[-1][1]:
            expected.append((effort, -turned))
    found = frontier(measures, procedures, **laws)
    assert [(choice.effort, choice.value) for choice in found] == expected
    for choice in found:
        assert least_effort(measures, procedures, choice.value, **laws).chosen == choice.chosen

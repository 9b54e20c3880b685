"""Elapsed time and group figures: laws that hold for all of them, beside a walk over every path."""

import copy
import datetime as dt
import pickle
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc.calendar import VIETNAM
from tthc.codec import decode, encode
from tthc.costs import (
    GroupChange,
    GroupEdition,
    GroupFigures,
    KeptApart,
    Shortening,
    StepGraph,
    StepSchedule,
    TimedStep,
    WhyIncomparable,
    WorkingTime,
)
from tthc.errors import MalformedError, MissingInputError
from tthc.strategies import _costs_elapsed as strategies

STRATEGIES: dict[type, Any] = {
    GroupChange: strategies.group_changes(),
    GroupEdition: strategies.group_editions(),
    GroupFigures: strategies.group_figures(),
    KeptApart: strategies.kept_aparts(),
    Shortening: strategies.shortenings(),
    StepGraph: strategies.step_graphs(),
    StepSchedule: strategies.step_schedules(),
    TimedStep: strategies.timed_steps(),
    WhyIncomparable: strategies.whys_incomparable(),
    WorkingTime: strategies.working_times(),
}


@pytest.mark.parametrize("cls", STRATEGIES)
def test_every_value_is_one(cls: type) -> None:
    @given(STRATEGIES[cls])
    def holds(value: Any) -> None:
        assert type(value) is cls
        if cls is not StepSchedule:  # it holds due dates, which are computed anew and not stored
            assert decode(cls, encode(value)) == value
        assert pickle.loads(pickle.dumps(value)) == value == copy.deepcopy(value) == attrs.evolve(value)
        assert hash(pickle.loads(pickle.dumps(value))) == hash(value)
        assert value != object()
        assert repr(value)
        assert isinstance(str(value), str)

    holds()


@pytest.mark.parametrize("cls", [StepGraph, Shortening, StepSchedule, GroupEdition, GroupChange, KeptApart])
def test_both_languages_say_it(cls: type) -> None:
    @given(STRATEGIES[cls])
    def holds(value: Any) -> None:
        assert str(value) == value.display("vi") != value.display("en") or cls is GroupChange

    holds()


# ── paths ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _paths(graph: StepGraph) -> list[tuple[str, ...]]:
    """Walk every path from a step that waits for none to one that none waits for."""
    followers = {step.id: [other.id for other in graph.steps if step.id in other.after] for step in graph.steps}
    paths = [(step.id,) for step in graph.steps if not step.after]
    done = []
    while paths:
        path = paths.pop()
        paths += [(*path, follower) for follower in followers[path[-1]]]
        done += [] if followers[path[-1]] else [path]
    return done


def _length(graph: StepGraph, path: tuple[str, ...]) -> Fraction:
    return sum((graph.duration(id_) for id_ in path), Fraction(0))


@given(strategies.step_graphs())
def test_the_length_is_that_of_the_longest_of_all_paths(graph: StepGraph) -> None:
    paths = _paths(graph)
    lengths = [_length(graph, path) for path in paths]
    assert graph.length == max(lengths, default=0)
    if graph.steps:
        # It may end before steps that take no time.
        assert any(path[: len(graph.critical_path)] == graph.critical_path for path in paths)
        assert _length(graph, graph.critical_path) == graph.length
        assert set(graph.critical_path) <= set(graph.critical)
    for step in graph.steps:
        through = max(length for path, length in zip(paths, lengths, strict=True) if step.id in path)
        assert graph.slack(step.id) == graph.length - through
    assert graph.length <= graph.sum_of_limits == sum(graph.duration(step.id) for step in graph.steps)
    assert sum(graph.by_actor.values()) == graph.length
    assert {row["step"]: row["slack"] for row in graph.rows} == {s.id: graph.slack(s.id) for s in graph.steps}


@given(strategies.step_graphs(), st.randoms(use_true_random=False))
def test_the_order_of_the_steps_does_not_matter(graph: StepGraph, draw: Any) -> None:
    steps = list(graph.steps)
    draw.shuffle(steps)
    other = attrs.evolve(graph, steps=tuple(steps))
    assert (other.length, other.sum_of_limits, other.limits_by_unit) == (
        graph.length,
        graph.sum_of_limits,
        graph.limits_by_unit,
    )
    assert set(other.critical) == set(graph.critical)


@given(strategies.shortenings())
def test_what_shortening_saves(it: Shortening) -> None:
    assert 0 <= it.saved <= it.cut
    assert it.saved == max(0, it.cut - it.before.slack(it.step)) or it.saved < it.cut
    assert it.before.sum_of_limits - it.after.sum_of_limits == it.cut
    if it.before.slack(it.step):
        assert it.changed_nothing
    if it.cut and it.step not in it.before.critical:
        assert "đường găng" in it.because()
    assert it.changed_nothing is (it.saved == 0)


@given(strategies.step_graphs(), st.data())
def test_a_link_that_closes_a_circle_is_refused(graph: StepGraph, data: st.DataObject) -> None:
    links = [(step.id, link) for step in graph.steps for link in step.after]
    if not links:
        return
    step, link = data.draw(st.sampled_from(links))
    steps = tuple(attrs.evolve(s, after=(*s.after, step)) if s.id == link else s for s in graph.steps)
    with pytest.raises(MalformedError, match="circle"):
        attrs.evolve(graph, steps=steps)


@given(strategies.step_graphs(strategies.step_durations()))
def test_what_is_kept_apart_is_never_left_out(graph: StepGraph) -> None:
    graph = attrs.evolve(graph, time=WorkingTime())
    if not graph.kept_apart:
        assert graph.length <= graph.sum_of_limits
        return
    for ask in (lambda: graph.length, lambda: graph.sum_of_limits, lambda: graph.critical_path, lambda: graph.rows):
        with pytest.raises(MissingInputError):
            ask()
    assert str(graph)


# ── days ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


@given(strategies.step_schedules())
def test_whole_working_days_end_where_the_calendar_says(schedule: StepSchedule) -> None:
    graph = schedule.graph
    length = int(graph.length)
    if length and VIETNAM.is_working_day(schedule.on):
        assert schedule.end == VIETNAM.add(schedule.on, length)
    assert schedule.certain
    for step in graph.steps:
        assert all(schedule.day(link) <= schedule.begins[step.id] for link in step.after)
        assert schedule.begins[step.id] <= schedule.day(step.id) <= schedule.end
    if graph.steps:
        assert schedule.day(schedule.critical_path[-1]) == schedule.end
    assert [row["step"] for row in schedule.rows] == [step.id for step in graph.steps]


@given(strategies.step_graphs(st.integers(0, 15).map(Fraction)), st.dates(dt.date(2019, 1, 1), dt.date(2024, 1, 1)))
def test_a_shorter_step_never_ends_later(graph: StepGraph, on: dt.date) -> None:
    end = graph.schedule(on=on).end
    for step in graph.steps:
        assert graph.with_duration(step.id, 0).schedule(on=on).end <= end


# ── groups ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@given(strategies.group_editions(), st.sampled_from(("hours", "direct_cost", "total_cost")))
def test_shares_add_up_to_one(edition: GroupEdition, by: Any) -> None:
    try:
        shares = edition.shares(by)
    except MissingInputError:
        given_all = edition.of in {None, len(edition.figures)} and edition.figures
        held = [figures.measure(by) for figures in edition.figures]
        assert not given_all or None in held or not any(held)
        return
    assert sum(shares.values()) == 1
    assert list(shares) == list(edition.groups)


@given(strategies.group_editions(), st.sampled_from(("hours", "direct_cost", "total_cost", "points")))
def test_the_lowest_burden_and_the_highest_points_come_first(edition: GroupEdition, by: Any) -> None:
    held = {figures.group: figures.measure(by) for figures in edition.figures}
    ranking = edition.ranking(by)
    for group, value in held.items():
        better = [v for v in held.values() if v is not None and value is not None]
        better = [v for v in better if (v > value if by == "points" else v < value)]
        assert ranking.rank(group) == (None if value is None else len(better) + 1)


@given(strategies.group_editions(), strategies.group_editions(), st.sampled_from(("hours", "total_cost", "points")))
def test_editions_on_unknown_definitions_are_not_compared(one: GroupEdition, other: GroupEdition, by: Any) -> None:
    for change in one.changes(other, by):
        same = one.index == other.index and (one.year == other.year or one.definition == other.definition != "")
        assert not change.comparable or same
        back = other.incomparable(one, change.group, by)
        assert {reason.what for reason in back} == {reason.what for reason in change.reasons}

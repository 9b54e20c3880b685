"""Elapsed time and group figures: steps that wait for one another, what their limits count as, surveyed editions."""

import datetime as dt
from fractions import Fraction
from typing import Any, get_args

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from tthc.calendar import LimitKind, LimitUnit, TimeLimit
from tthc.costs import (
    Duration,
    GroupChange,
    GroupEdition,
    GroupFigures,
    GroupMeasure,
    KeptApart,
    Shortening,
    StepActor,
    StepGraph,
    StepSchedule,
    TimedStep,
    WhyApart,
    WhyIncomparable,
    WorkingTime,
)
from tthc.money import Money
from tthc.strategies._ground import maybe, texts, unparsed

__all__ = [
    "group_changes",
    "group_editions",
    "group_figures",
    "kept_aparts",
    "shortenings",
    "step_durations",
    "step_graphs",
    "step_schedules",
    "timed_steps",
    "whys_incomparable",
    "working_times",
]

_ALL_COUNTED = WorkingTime(hours_per_day=8, per_calendar_day=Fraction(5, 7), same_day=1, no_limit=0)
_MEASURES: tuple[GroupMeasure, ...] = get_args(GroupMeasure)


def __dir__() -> list[str]:
    return __all__


# ── elapsed time ─────────────────────────────────────────────────────────────────────────────────────────────────────


def working_times() -> SearchStrategy[WorkingTime]:
    """Policies by which limits count in working days, most of them of some kinds only."""
    shares = st.fractions(0, 1, max_denominator=30)
    return st.just(_ALL_COUNTED) | st.builds(
        WorkingTime,
        hours_per_day=maybe(st.sampled_from((Fraction(8), Fraction(15, 2), Fraction(7)))),
        per_calendar_day=maybe(shares),
        same_day=maybe(shares),
        no_limit=maybe(st.fractions(0, 10, max_denominator=30)),
    )


@st.composite
def _lengths(draw: st.DrawFn) -> TimeLimit:
    unit: LimitUnit | None = draw(st.sampled_from((*get_args(LimitUnit), "day", "day", None)))
    working = draw(st.booleans()) and unit is not None
    return TimeLimit(kind="duration", amount=draw(st.integers(0, 60)), unit=unit, working=working)


def _limits() -> SearchStrategy[TimeLimit]:
    others: tuple[LimitKind, ...] = ("same_day", "immediate", "not_fixed")
    return _lengths() | st.sampled_from([TimeLimit(kind=kind) for kind in others])


def step_durations() -> SearchStrategy[Any]:
    """Limits, numbers of working days, limits that cannot be read, none."""
    return (
        st.none() | st.integers(0, 30).map(Fraction) | st.fractions(0, 30, max_denominator=8) | _limits() | unparsed()
    )


def timed_steps(id_: SearchStrategy[str] | None = None) -> SearchStrategy[TimedStep]:
    """Steps that wait for no or for a few others."""
    names = texts().filter(bool)
    return st.builds(
        TimedStep,
        id=names if id_ is None else id_,
        name=texts(),
        actor=maybe(st.sampled_from(get_args(StepActor))),
        duration=step_durations(),
        after=st.lists(names, max_size=3, unique=True).map(tuple),
    )


@st.composite
def step_graphs(draw: st.DrawFn, durations: SearchStrategy[Any] | None = None, *, min_size: int = 0) -> StepGraph:
    """Graphs without circles; every limit counts, unless durations are given."""
    count = draw(st.integers(min_size, 7))
    ids = [f"s{i}" for i in range(count)]
    given = step_durations().filter(_counts) if durations is None else durations
    steps: list[TimedStep] = []
    for i, id_ in enumerate(ids):
        after = draw(st.lists(st.sampled_from(ids[:i]), max_size=3, unique=True)) if i else []
        actor = draw(maybe(st.sampled_from(get_args(StepActor))))
        steps.append(TimedStep(id=id_, name=draw(texts()), actor=actor, duration=draw(given), after=tuple(after)))
    return StepGraph(steps=tuple(draw(st.permutations(steps))), time=_ALL_COUNTED, name=draw(texts()))


def _counts(duration: Duration) -> bool:
    return _ALL_COUNTED.read(duration)[1] is None


@st.composite
def shortenings(draw: st.DrawFn) -> Shortening:
    """One step shortened, to nothing or a part."""
    graph = draw(step_graphs(min_size=1))
    step = draw(st.sampled_from(graph.steps))
    return graph.shorten(step.id, graph.duration(step.id) * draw(st.fractions(0, 1, max_denominator=4)))


def kept_aparts() -> SearchStrategy[KeptApart]:
    """Steps whose limit counts by no policy named."""
    return st.builds(
        KeptApart,
        step=texts().filter(bool),
        duration=maybe(_limits() | unparsed()),
        why=st.sampled_from(get_args(WhyApart)),
    )


@st.composite
def step_schedules(draw: st.DrawFn) -> StepSchedule:
    """The days of a graph in whole working days, in years whose calendar is settled."""
    graph = draw(step_graphs(st.integers(0, 15).map(Fraction)))
    return graph.schedule(on=draw(st.dates(dt.date(2019, 1, 1), dt.date(2024, 1, 1))))


# ── groups of procedures ─────────────────────────────────────────────────────────────────────────────────────────────


@st.composite
def group_figures(draw: st.DrawFn, group: str | None = None) -> GroupFigures:
    """The figures of one group, any of them missing."""
    direct, beside = draw(maybe(st.integers(0, 10**8))), draw(maybe(st.integers(0, 10**8)))
    tenths = st.integers(0, 2000).map(lambda n: Fraction(n, 10))
    return GroupFigures(
        group=draw(texts().filter(bool)) if group is None else group,
        hours=draw(maybe(tenths)),
        direct_cost=None if direct is None else Money(direct),
        total_cost=None if beside is None else Money((direct or 0) + beside),
        points=draw(maybe(tenths)),
        points_change=draw(maybe(tenths.map(lambda change: change - 100))),
        source=draw(texts()),
        confirmed=draw(st.booleans()),
    )


@st.composite
def group_editions(draw: st.DrawFn) -> GroupEdition:
    """Editions of a survey; some say neither what they rank by nor on which definition."""
    names = draw(st.lists(texts().filter(bool), max_size=5, unique=True))
    figures = tuple(draw(group_figures(name)) for name in names)
    return GroupEdition(
        index=draw(st.sampled_from(("APCI", "SCM"))),
        year=draw(st.integers(2018, 2026)),
        figures=figures,
        of=draw(maybe(st.integers(len(figures), len(figures) + 3))),
        ranked_by=draw(maybe(st.sampled_from(_MEASURES))),
        definition=draw(texts()),
        means=draw(st.dictionaries(st.sampled_from(_MEASURES), st.integers(0, 100).map(Fraction), max_size=2)),
        source=draw(texts()),
        note=draw(texts()),
    )


def whys_incomparable() -> SearchStrategy[WhyIncomparable]:
    """Reasons against comparing two figures."""
    whats = ("index", "definition", "group", "measure", "currency", "tariff")
    return st.builds(WhyIncomparable, st.sampled_from(whats), texts(), texts())


@st.composite
def group_changes(draw: st.DrawFn) -> GroupChange:
    """How a group moved between two editions."""
    before, after = draw(group_editions()), draw(group_editions())
    by = draw(st.sampled_from(_MEASURES))
    changes = before.changes(after, by)
    return draw(st.sampled_from(changes)) if changes else GroupChange(group="thuế", by=by, before=None, after=None)

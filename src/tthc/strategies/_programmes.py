"""Directions, plans and tasks that name each other, targets, published figures, and what is made of them."""

import datetime as dt
from fractions import Fraction
from typing import TypeVar, get_args

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from tthc.programmes import (
    METRICS,
    Agenda,
    Attainment,
    Base,
    Body,
    BodyKind,
    BodyLevel,
    Contribution,
    Contributions,
    Delivered,
    Directive,
    Lead,
    Link,
    Metric,
    Movement,
    Observation,
    Precision,
    Programme,
    ProgrammeKind,
    Progress,
    Stage,
    Target,
    Task,
    TaskStatus,
    TaskStep,
    Term,
    TermKind,
    Trace,
    UnitProgress,
    movement,
    progress,
    trace,
)
from tthc.programmes import contributions as summed
from tthc.programmes.credit import By
from tthc.strategies._ground import intervals, maybe, some_days, texts, unparsed
from tthc.strategies._papers import agency_codes, citations, identifiers, legal_numbers, procedure_codes

__all__ = [
    "agendas",
    "attainments",
    "bases",
    "bodies",
    "contribution_tables",
    "contributions",
    "deliveries",
    "directives",
    "leads",
    "links",
    "movements",
    "observations",
    "programme_terms",
    "programmes",
    "progresses",
    "targets",
    "task_statuses",
    "tasks",
    "traces",
    "unit_progresses",
]

T = TypeVar("T")


def __dir__() -> list[str]:
    return __all__


_METRICS: tuple[Metric, ...] = get_args(Metric)
_ADDING: tuple[Metric, ...] = tuple(metric for metric in _METRICS if METRICS[metric].adds_up)
_COUNTED: tuple[Metric, ...] = tuple(metric for metric in _METRICS if not METRICS[metric].is_share)
_STAGES: tuple[Stage, ...] = get_args(Stage)
_PRECISIONS: tuple[Precision, ...] = get_args(Precision)
_STEPS: tuple[TaskStep, ...] = get_args(TaskStep)
_KINDS: tuple[ProgrammeKind, ...] = get_args(ProgrammeKind)
_LEVELS: tuple[BodyLevel, ...] = get_args(BodyLevel)
_BODY_KINDS: tuple[BodyKind, ...] = get_args(BodyKind)
_TERM_KINDS: tuple[TermKind, ...] = get_args(TermKind)
_BYS: tuple[By, ...] = get_args(By)


def _ids() -> SearchStrategy[str]:
    return st.sampled_from(["a", "b", "NV-01", "kế hoạch 1"]) | st.text(min_size=1, max_size=5)


def _listed(values: SearchStrategy[T], max_size: int = 2) -> SearchStrategy[tuple[T, ...]]:
    return st.lists(values, max_size=max_size).map(tuple)


def _numbers() -> SearchStrategy[Fraction]:
    whole = st.integers(-10, 10_000).map(Fraction)
    return whole | st.integers(1, 10**15).map(Fraction) | st.fractions(0, 100, max_denominator=12)


def _shares() -> SearchStrategy[Fraction]:
    return st.sampled_from([Fraction(1, 5), Fraction(3, 10), Fraction(1)]) | st.fractions(0, 1, max_denominator=1000)


def _percentages() -> SearchStrategy[str]:
    return st.sampled_from(["", "37,31", "26", "62.8", "20,0"])


def bases() -> SearchStrategy[Base]:
    """Dated wholes, with or without a published count."""
    return st.builds(
        Base,
        count=maybe(_numbers().map(abs).filter(bool)),
        as_of=maybe(some_days()),
        what=texts(),
        precision=st.sampled_from(_PRECISIONS),
        source=texts(),
        confirmed=st.booleans(),
    )


@st.composite
def observations(draw: DrawFn, metric: Metric | None = None) -> Observation:
    """Published figures, of any metric or of one."""
    measured = draw(st.sampled_from(_METRICS)) if metric is None else metric
    stated = draw(_percentages())
    return Observation(
        metric=measured,
        part=draw(maybe(_numbers()) if stated else _numbers()),
        base=None if METRICS[measured].is_share else draw(maybe(bases())),
        on=draw(maybe(some_days())),
        stage=draw(maybe(st.sampled_from(_STAGES))),
        scope=draw(st.sampled_from(["", "4 bộ"])),
        stated=stated,
        precision=draw(st.sampled_from(_PRECISIONS)),
        source=draw(texts()),
        confirmed=draw(st.booleans()),
        note=draw(texts()),
    )


@st.composite
def targets(draw: DrawFn) -> Target:
    """Targets with and without metric, threshold and base."""
    metric = draw(maybe(st.sampled_from(_METRICS)))
    is_share = metric is not None and METRICS[metric].is_share
    amount = not is_share and draw(st.booleans())
    return Target(
        id=draw(_ids()),
        metric=metric,
        threshold=draw(maybe(_numbers() if amount else _shares())),
        measured="amount" if amount else "share",
        direction=draw(st.sampled_from(["at_least", "at_most"])),
        base=None if is_share else draw(maybe(bases())),
        due=draw(maybe(some_days())),
        stage=draw(maybe(st.sampled_from(_STAGES))),
        scope=draw(st.sampled_from(["", "4 bộ"])),
        source=draw(texts()),
        citation=draw(maybe(citations())),
        note=draw(texts()),
    )


@st.composite
def attainments(draw: DrawFn) -> Attainment:
    """What a figure is worth against a target of its metric, on a base that is named."""
    target = draw(targets().filter(_has_metric))
    figure = attrs.evolve(draw(observations(target.metric)), scope=target.scope)
    if draw(st.booleans()):
        return target.judge(figure, on_base=draw(bases()))
    return target.judge(figure, on_base="target" if draw(st.booleans()) else "figure")


def _has_metric(target: Target) -> bool:
    return target.metric is not None


@st.composite
def movements(draw: DrawFn) -> Movement:
    """Changes between two figures of one metric, with or without a base that moved."""
    metric = draw(st.sampled_from(_COUNTED))
    stage = draw(maybe(st.sampled_from(_STAGES)))
    counts = st.integers(1, 10_000)
    before, after = (
        Observation(metric=metric, part=draw(counts), base=Base(count=draw(counts)), stage=stage, on=draw(some_days()))
        for _ in range(2)
    )
    return movement(before, after, on_base=draw(st.sampled_from(["before", "after"])))


def programme_terms() -> SearchStrategy[Term]:
    """Terms that are nested in none."""
    return st.builds(
        Term, id=_ids(), name=texts(), interval=intervals(), kind=st.sampled_from(_TERM_KINDS), source=texts()
    )


def leads() -> SearchStrategy[Lead]:
    """Heads, named by their office and perhaps by a mark for the person."""
    roles = st.sampled_from(["Bí thư", "Chủ tịch UBND tỉnh", "Giám đốc Sở Tư pháp"])
    return st.builds(Lead, role=roles, person=st.sampled_from(["", "A", "B"]), interval=intervals())


@st.composite
def bodies(draw: DrawFn) -> Body:
    """Agencies and Party bodies that belong to no other body."""
    kind = draw(st.sampled_from(_BODY_KINDS))
    codes = agency_codes() | identifiers()
    return Body(
        id=draw(_ids()),
        name=draw(texts()),
        name_en=draw(texts()),
        kind=kind,
        level=draw(maybe(st.sampled_from(_LEVELS))),
        agency=draw(maybe(codes)),
        counterpart=draw(maybe(codes)) if kind == "party" else None,
        leads=draw(_listed(leads())),
    )


def deliveries() -> SearchStrategy[Delivered]:
    """Results, with amounts of metrics that add up."""
    return st.builds(
        Delivered,
        procedure=maybe(procedure_codes() | identifiers()),
        measure=st.sampled_from(["", "M1", "M2"]),
        what=texts(),
        document=maybe(legal_numbers() | unparsed()),
        stage=maybe(st.sampled_from(_STAGES)),
        on=maybe(some_days()),
        amounts=st.dictionaries(st.sampled_from(_ADDING), _numbers(), max_size=2),
        source=texts(),
    )


def task_statuses() -> SearchStrategy[TaskStatus]:
    """Dated steps of tasks."""
    return st.builds(TaskStatus, step=st.sampled_from(_STEPS), on=some_days(), note=texts())


def tasks() -> SearchStrategy[Task]:
    """Tasks that name no other record."""
    return st.builds(
        Task,
        id=_ids(),
        name=texts(),
        role=texts(),
        product=texts(),
        deadline=maybe(some_days()),
        statuses=_listed(task_statuses(), 3),
        results=_listed(deliveries()),
        source=texts(),
    )


def directives() -> SearchStrategy[Directive]:
    """Directions that name no other record."""
    return st.builds(
        Directive,
        id=_ids(),
        objective=texts(),
        document=maybe(legal_numbers() | unparsed()),
        date=maybe(some_days()),
        source=texts(),
    )


def _by_id(record: Task | Target) -> str:
    return record.id


def programmes() -> SearchStrategy[Programme]:
    """Programmes and plans that name no other record, with their tasks, targets and figures."""
    return st.builds(
        Programme,
        id=_ids(),
        kind=st.sampled_from(_KINDS),
        name=texts(),
        name_en=texts(),
        document=maybe(legal_numbers() | unparsed()),
        issued=maybe(some_days()),
        validity=maybe(intervals()),
        tasks=st.lists(tasks(), max_size=2, unique_by=_by_id).map(tuple),
        targets=st.lists(targets(), max_size=2, unique_by=_by_id).map(tuple),
        figures=_listed(observations(), 3),
        source=texts(),
        note=texts(),
    )


@st.composite
def agendas(draw: DrawFn) -> Agenda:
    """Agendas whose records name each other, with gaps: tasks outside any plan, plans without a direction."""

    def earlier(kind: str, count: int) -> str | None:
        at = draw(st.integers(0, count))
        return f"{kind}{at}" if at < count else None

    def some(kind: str, count: int) -> tuple[str, ...]:
        return tuple(f"{kind}{i}" for i in range(count) if draw(st.booleans()))

    n_terms, n_bodies, n_directives, n_programmes, n_tasks = draw(
        st.tuples(*[st.integers(0, 3)] * 4, st.integers(0, 5))
    )
    made_tasks = [
        Task(
            id=f"n{i}",
            name=draw(_NAMES),
            owner=earlier("b", n_bodies),
            supporting=some("b", n_bodies),
            deadline=draw(_SOME_DAY),
            part_of=earlier("n", i),
            statuses=draw(_HISTORY),
            results=draw(_RESULTS),
        )
        for i in range(n_tasks)
    ]
    homes = [draw(st.integers(0, n_programmes)) for _ in made_tasks]
    groups = [
        tuple(task for task, home in zip(made_tasks, homes, strict=True) if home == i) for i in range(n_programmes + 1)
    ]
    return Agenda(
        terms=tuple(Term(id=f"t{i}", interval=draw(intervals()), parent=earlier("t", i)) for i in range(n_terms)),
        bodies=tuple(
            Body(id=f"b{i}", level=draw(_LEVEL), parent=earlier("b", i), leads=draw(_HEADS)) for i in range(n_bodies)
        ),
        directives=tuple(
            Directive(
                id=f"d{i}",
                objective=draw(_NAMES),
                body=earlier("b", n_bodies),
                date=draw(_SOME_DAY),
                term=earlier("t", n_terms),
                parent=earlier("d", i),
            )
            for i in range(n_directives)
        ),
        programmes=tuple(
            Programme(
                id=f"p{i}",
                name=draw(_NAMES),
                issued=draw(_SOME_DAY),
                owner=earlier("b", n_bodies),
                directives=some("d", n_directives),
                part_of=earlier("p", i),
                tasks=groups[i],
                figures=draw(_FIGURES),
            )
            for i in range(n_programmes)
        ),
        tasks=groups[-1],
    )


_NAMES = st.sampled_from(["", "Rà soát thủ tục", "Cắt giảm hồ sơ"])
_SOME_DAY = maybe(st.dates(dt.date(2019, 1, 1), dt.date(2027, 12, 31)))
_LEVEL = maybe(st.sampled_from(_LEVELS))
_HEADS = _listed(leads(), 1)
_HISTORY = _listed(
    st.builds(TaskStatus, step=st.sampled_from(_STEPS), on=st.dates(dt.date(2019, 1, 1), dt.date(2027, 12, 31)))
)
_RESULTS = _listed(
    st.builds(
        Delivered,
        measure=st.sampled_from(["", "M1"]),
        stage=maybe(st.sampled_from(_STAGES)),
        on=_SOME_DAY,
        amounts=st.dictionaries(st.sampled_from(_ADDING), st.integers(0, 100), max_size=2),
    )
)
_FIGURES = _listed(
    st.builds(
        Observation,
        metric=st.sampled_from(_ADDING),
        part=st.integers(0, 100),
        base=maybe(st.builds(Base, count=st.sampled_from([100, 200]))),
        on=_SOME_DAY,
        stage=maybe(st.sampled_from(_STAGES)),
        stated=_percentages(),
    )
)


@st.composite
def traces(draw: DrawFn) -> Trace:
    """Ways from a record up and down."""
    agenda = draw(agendas().filter(_has_records))
    ids = [one.id for group in (agenda.directives, agenda.programmes, agenda.all_tasks) for one in group]
    return trace(agenda, draw(st.sampled_from(ids)), on=draw(some_days()))


def _has_records(agenda: Agenda) -> bool:
    return bool(agenda.directives or agenda.programmes or agenda.all_tasks)


def links() -> SearchStrategy[Link]:
    """Records on such a way."""
    return traces().map(_here)


def _here(found: Trace) -> Link:
    return found.here


def progresses() -> SearchStrategy[Progress]:
    """How the tasks of agendas stand."""
    return st.builds(_progress, agendas(), some_days())


def _progress(agenda: Agenda, on: dt.date) -> Progress:
    return progress(agenda, on=on)


def unit_progresses() -> SearchStrategy[UnitProgress]:
    """How the tasks of a unit stand."""
    counts = st.integers(0, 50)
    return st.builds(
        UnitProgress,
        unit=_ids(),
        name=texts(),
        level=maybe(st.sampled_from(_LEVELS)),
        on_time=counts,
        late=counts,
        done=counts,
        open=counts,
        overdue=counts,
        stopped=counts,
        planned=counts,
        enacted=counts,
    )


@st.composite
def contribution_tables(draw: DrawFn) -> Contributions:
    """What the units of agendas brought."""
    by, stage = draw(st.sampled_from(_BYS)), draw(st.sampled_from(_STAGES))
    return summed(draw(agendas()), on=draw(some_days()), by=by, stage=stage)


def contributions() -> SearchStrategy[Contribution]:
    """What one unit brought."""
    return contribution_tables().map(_total)


def _total(table: Contributions) -> Contribution:
    return table.total

"""`trace`: from a task up to the direction that it comes from, and from a direction down to what it brought."""

import datetime as dt
from collections.abc import Iterable
from fractions import Fraction
from typing import Literal, TypeAlias, final

import attrs

from tthc._record import check
from tthc.errors import NotFoundError
from tthc.frozen import FrozenMap
from tthc.programmes.agenda import Agenda
from tthc.programmes.figures import Stage
from tthc.programmes.metrics import Metric, write_amount
from tthc.programmes.plans import Directive, Programme, written
from tthc.programmes.tasks import STATES, Delivered, Task, TaskState

__all__ = ["Link", "LinkKind", "Trace", "trace"]

LinkKind: TypeAlias = Literal["directive", "programme", "task"]

_KINDS: dict[LinkKind, tuple[str, str]] = {
    "directive": ("Chỉ đạo", "Directive"),
    "programme": ("Kế hoạch, chương trình", "Plan or programme"),
    "task": ("Nhiệm vụ", "Task"),
}


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen(kw_only=True)
class Link:
    """One record on the way: what it is, whose it is, who answers for it, by when.

    `depth` counts steps away from the record that was asked for. `answers` is the head of the body on the day of the
    trace; for a task, the role that is responsible where one is named. `day` is the day of a directive, the last day of
    a programme, the deadline of a task; `state` how the task stands.
    """

    kind: LinkKind
    id: str
    name: str = ""
    body: str = ""
    answers: str = ""
    day: dt.date | None = None
    state: TaskState | None = None
    term: str = ""
    depth: int = 0

    def __attrs_post_init__(self) -> None:
        check(self)

    def display(self, lang: Literal["vi", "en"] = "vi") -> str:
        """Write the record in a line."""
        head = f"{_KINDS[self.kind][lang == 'en']} {self.id}{': ' if self.name else ''}{self.name}"
        who = ", ".join(part for part in (self.body, self.answers, self.term) if part)
        day = f"; {self.day:%d/%m/%Y}" if self.day is not None else ""
        state = f"; {STATES[self.state][lang == 'en']}" if self.state is not None else ""
        return f"{head}{f' [{who}]' if who else ''}{day}{state}"


@final
@attrs.frozen(kw_only=True, repr=False)
class Trace:
    """A record, what it comes from and what came of it, as of a day.

    `up` leads to the directions, the nearest first; `down` holds what lies below, in the order of a tree; `results` are
    those of the record itself and of everything below it, by the id of the task that delivered them. Their amounts are
    summed by metric, and what is planned is kept apart from what is enacted.
    """

    on: dt.date
    here: Link
    up: tuple[Link, ...] = ()
    down: tuple[Link, ...] = ()
    results: tuple[tuple[str, Delivered], ...] = ()

    def __attrs_post_init__(self) -> None:
        check(self)

    @property
    def directives(self) -> tuple[str, ...]:
        """The ids of the directives that it comes from, the nearest first; () for an orphan."""
        links = (self.here, *self.up)
        return tuple(link.id for link in links if link.kind == "directive")

    @property
    def tasks(self) -> tuple[str, ...]:
        """The ids of the tasks below it, itself if it is one."""
        return tuple(link.id for link in (self.here, *self.down) if link.kind == "task")

    @property
    def enacted(self) -> FrozenMap[Metric, Fraction]:
        """What the enacted results brought, summed by metric."""
        return self._sum("enacted")

    @property
    def planned(self) -> FrozenMap[Metric, Fraction]:
        """What the planned results would bring, summed by metric."""
        return self._sum("planned")

    def _sum(self, stage: Stage) -> FrozenMap[Metric, Fraction]:
        return sum_amounts(result for _, result in self.results if result.stage == stage)

    def display(self, lang: Literal["vi", "en"] = "vi") -> str:
        """Write the way from the direction down, a line a record, then what it brought."""
        above = max((link.depth for link in self.up), default=0)
        lines = [f"{'  ' * (above - link.depth)}{link.display(lang)}" for link in reversed(self.up)]
        by_task: dict[str, list[Delivered]] = {}
        for task, result in self.results:
            by_task.setdefault(task, []).append(result)
        for link in (self.here, *self.down):
            indent = "  " * (above + link.depth)
            lines.append(indent + link.display(lang))
            lines += [f"{indent}  → {result.display(lang)}" for result in by_task.get(link.id, ())]
        for stage, words in (("enacted", ("Đã ban hành", "Enacted")), ("planned", ("Phương án", "Planned"))):
            amounts = self._sum("enacted" if stage == "enacted" else "planned")
            if amounts:
                written_amounts = ", ".join(write_amount(amount, metric, lang) for metric, amount in amounts.items())
                lines.append(f"{words[lang == 'en']}: {written_amounts}")
        return "\n".join(lines)

    def __str__(self) -> str:
        return self.display()

    def __repr__(self) -> str:
        return f"<Trace of {self.here.kind} {self.here.id}: {len(self.up)} above, {len(self.down)} below>"

    @property
    def rows(self) -> tuple[dict[str, object], ...]:
        """Every record, a flat record each; `step` is negative above, 0 here, positive below."""
        links = [(-link.depth, link) for link in reversed(self.up)]
        links += [(link.depth, link) for link in (self.here, *self.down)]
        return tuple(
            {
                "step": step,
                "kind": link.kind,
                "id": link.id,
                "name": link.name,
                "body": link.body,
                "answers": link.answers,
                "day": link.day,
                "state": link.state,
            }
            for step, link in links
        )


def sum_amounts(results: Iterable[Delivered]) -> FrozenMap[Metric, Fraction]:
    """Sum what results brought, each metric by itself, in the order in which the metrics come."""
    found: dict[Metric, Fraction] = {}
    for result in results:
        for metric, amount in result.amounts.items():
            found[metric] = found.get(metric, Fraction(0)) + amount
    return FrozenMap(found)


_Record: TypeAlias = Directive | Programme | Task


def trace(agenda: Agenda, record: str, on: dt.date) -> Trace:
    """Follow a directive, programme or task (by its id) up to its direction and down to its tasks and results.

    A task leads up by the task and the programme that it stands in; a programme by the one that it is a part of and by
    the directives that it carries out; a directive by the one that it passes on. Raises `NotFoundError` for an id that
    the agenda does not know.

    >>> plan = Programme(id="kh1", kind="plan", directives=("nq1",), tasks=(Task(id="nv1"),))
    >>> agenda = Agenda(directives=(Directive(id="nq1"),), programmes=(plan,))
    >>> [link.id for link in trace(agenda, "nv1", on=dt.date(2025, 7, 1)).up]
    ['kh1', 'nq1']
    >>> trace(agenda, "nq1", on=dt.date(2025, 7, 1)).tasks
    ('nv1',)
    """
    start = find(agenda, record)
    down = list(_descend(agenda, start))
    results = [
        (one.id, result) for one, _ in ((start, 0), *down) if isinstance(one, Task) for result in one.delivered(on)
    ]
    return Trace(
        on=on,
        here=_link(agenda, start, 0, on),
        up=tuple(_link(agenda, one, depth, on) for one, depth in climb(agenda, start)),
        down=tuple(_link(agenda, one, depth, on) for one, depth in down),
        results=tuple(results),
    )


def find(agenda: Agenda, record: str) -> _Record:
    """Return the directive, programme or task of an id."""
    for look in (agenda.directive, agenda.programme, agenda.task):
        try:
            return look(record)
        except NotFoundError:
            continue
    known = [one.id for group in (agenda.directives, agenda.programmes, agenda.all_tasks) for one in group]
    raise NotFoundError("directive, programme or task", record, tuple(known))


def above(agenda: Agenda, record: _Record) -> list[_Record]:
    """Return what a record comes from, directly."""
    if isinstance(record, Directive):
        return [] if record.parent is None else [agenda.directive(record.parent)]
    if isinstance(record, Programme):
        whole: list[_Record] = [] if record.part_of is None else [agenda.programme(record.part_of)]
        return [*(agenda.directive(one) for one in record.directives), *whole]
    home = agenda.home(record)
    if record.part_of is None:
        return [] if home is None else [home]
    whole_task = agenda.task(record.part_of)
    # The plan that a task shares with the task it is a part of is reached through that task.
    return [whole_task] if home is None or home is agenda.home(whole_task) else [whole_task, home]


def climb(agenda: Agenda, start: _Record) -> list[tuple[_Record, int]]:
    """Return what a record comes from, each with its distance, the nearest first and each once."""
    found: list[tuple[_Record, int]] = [(start, 0)]
    seen = {start.id}
    for one, depth in found:  # it grows as it is walked
        for parent in above(agenda, one):
            if parent.id not in seen:
                seen.add(parent.id)
                found.append((parent, depth + 1))
    return found[1:]


def _below(agenda: Agenda, record: _Record) -> list[_Record]:
    if isinstance(record, Directive):
        return [*agenda.carriers_of(record.id), *agenda.passed_on(record.id)]
    if isinstance(record, Programme):
        return [
            *(task for task in record.tasks if any(one is record for one in above(agenda, task))),
            *agenda.parts_of(record.id),
        ]
    return [*agenda.subtasks_of(record.id)]


def _descend(agenda: Agenda, start: _Record) -> Iterable[tuple[_Record, int]]:
    """Walk what lies below, each record once, depth first."""
    seen = {start.id}
    stack = [(one, 1) for one in reversed(_below(agenda, start))]
    while stack:
        one, depth = stack.pop()
        if one.id not in seen:
            seen.add(one.id)
            yield one, depth
            stack += [(child, depth + 1) for child in reversed(_below(agenda, one))]


def _link(agenda: Agenda, record: _Record, depth: int, on: dt.date) -> Link:
    owner = record.body if isinstance(record, Directive) else record.owner
    body = None if owner is None else agenda.body(owner)
    lead = None if body is None else body.lead(on)
    name = "" if body is None else body.display()
    answers = "" if lead is None else str(lead)
    if isinstance(record, Directive):
        term = "" if record.term is None else agenda.term(record.term).name or record.term
        title = ", ".join(part for part in (written(record.document), record.objective) if part)
        return Link(
            kind="directive",
            id=record.id,
            name=title,
            body=name,
            answers=answers,
            day=record.date,
            term=term,
            depth=depth,
        )
    if isinstance(record, Programme):
        last = None if record.validity is None else record.validity.last_day
        return Link(kind="programme", id=record.id, name=record.name, body=name, answers=answers, day=last, depth=depth)
    return Link(
        kind="task",
        id=record.id,
        name=record.name,
        body=name,
        answers=record.role or answers,
        day=record.deadline,
        state=record.state(on),
        depth=depth,
    )

"""`progress`: how the tasks of a plan or an agenda stand on a day, by unit and by level (tiến độ thực hiện)."""

import datetime as dt
from collections.abc import Iterable
from fractions import Fraction
from typing import TYPE_CHECKING, Literal, final

import attrs

from tthc._record import check
from tthc.errors import Fault, show
from tthc.exact import format_number
from tthc.programmes.agenda import Agenda
from tthc.programmes.bodies import BodyLevel
from tthc.programmes.metrics import write_share
from tthc.programmes.plans import Programme
from tthc.programmes.tasks import Task, TaskState

if TYPE_CHECKING:
    from tthc.rankings import Ranking
    from tthc.rankings.ties import Ties

__all__ = ["Progress", "UnitProgress", "progress"]

_LEVELS: dict[BodyLevel | None, tuple[str, str]] = {
    "central": ("trung ương", "central"),
    "provincial": ("tỉnh", "provincial"),
    "district": ("huyện", "district"),
    "commune": ("xã", "commune"),
    "vertical": ("ngành dọc", "vertical"),
    "other": ("khác", "other"),
    None: ("(chưa rõ cấp)", "(level not stated)"),
}
_COLUMNS: tuple[tuple[str, str, str], ...] = (
    ("tasks", "nhiệm vụ", "tasks"),
    ("on_time", "đúng hạn", "on time"),
    ("late", "trễ hạn", "late"),
    ("done", "xong, không hạn", "done"),
    ("open", "trong hạn", "open"),
    ("overdue", "quá hạn", "overdue"),
    ("stopped", "dừng", "stopped"),
    ("planned", "kết quả phương án", "planned results"),
    ("enacted", "kết quả ban hành", "enacted results"),
)


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen(kw_only=True)
class UnitProgress:
    """How the tasks of one unit, one level or all of them stand.

    The six numbers of tasks add up to `tasks`. `planned` and `enacted` count results, and are two states: a plan is not
    a result. `unit` is the id of a body ("" for tasks without an owner), `name` what it is called.
    """

    unit: str = ""
    name: str = ""
    level: BodyLevel | None = None
    on_time: int = 0
    late: int = 0
    done: int = 0
    open: int = 0
    overdue: int = 0
    stopped: int = 0
    planned: int = 0
    enacted: int = 0

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        for name in ("on_time", "late", "done", "open", "overdue", "stopped", "planned", "enacted"):
            if getattr(self, name) < 0:
                yield Fault(name, getattr(self, name), "0 or more")

    @property
    def tasks(self) -> int:
        """How many tasks there are."""
        return self.on_time + self.late + self.done + self.open + self.overdue + self.stopped

    @property
    def judged(self) -> int:
        """How many tasks can be said to be in time or not: done with a deadline, or past it."""
        return self.on_time + self.late + self.overdue

    @property
    def on_time_share(self) -> Fraction | None:
        """The share done in time of the tasks `judged`; `None` without one. An overdue task counts against it.

        >>> UnitProgress(on_time=3, late=1, overdue=1, open=7).on_time_share
        Fraction(3, 5)
        """
        return Fraction(self.on_time, self.judged) if self.judged else None

    @property
    def row(self) -> dict[str, object]:
        """The numbers as a flat record."""
        numbers = {name: getattr(self, name) for name, _, _ in _COLUMNS}
        return {
            "unit": self.unit,
            "name": self.name,
            "level": self.level,
            **numbers,
            "on_time_share": self.on_time_share,
        }


@final
@attrs.frozen(kw_only=True, repr=False)
class Progress:
    """How tasks stand on a day: in all, by unit and by level.

    Units come in the order in which they first own a task, tasks without an owner last; levels from the centre down.
    `subject` is the programme, or "" for a whole agenda.
    """

    on: dt.date
    total: UnitProgress
    by_unit: tuple[UnitProgress, ...] = ()
    by_level: tuple[UnitProgress, ...] = ()
    subject: str = ""

    def __attrs_post_init__(self) -> None:
        check(self)

    def ranking(self, ties: "Ties" = "competition") -> "Ranking[str]":
        """Rank the units by their share of tasks on time; one without a task to judge is listed and not ranked.

        >>> from tthc.programmes import TaskStatus
        >>> done = (TaskStatus(step="done", on=dt.date(2025, 6, 1)),)
        >>> plan = Programme(
        ...     id="kh1",
        ...     tasks=(
        ...         Task(id="nv1", owner="a", deadline=dt.date(2025, 6, 30)),
        ...         Task(id="nv2", owner="b", deadline=dt.date(2025, 6, 30), statuses=done),
        ...     ),
        ... )
        >>> ranking = progress(plan, on=dt.date(2025, 7, 1)).ranking()
        >>> [(unit, ranking[unit].rank) for unit in ranking]
        [('b', 1), ('a', 2)]
        """
        from tthc.rankings import Ranking  # noqa: PLC0415 - most callers want the table

        scores = {unit.unit: unit.on_time_share for unit in self.by_unit if unit.unit}
        reason = "chưa có nhiệm vụ nào đến hạn hoặc hoàn thành"
        return Ranking[str].from_scores(
            {unit: share for unit, share in scores.items() if share is not None},
            ties=ties,
            unranked={unit: reason for unit, share in scores.items() if share is None},
        )

    @property
    def rows(self) -> tuple[dict[str, object], ...]:
        """Every unit, every level and the total, a flat record each; `by` tells which it is."""
        groups = (("unit", self.by_unit), ("level", self.by_level), ("total", (self.total,)))
        return tuple({"by": by, **unit.row} for by, units in groups for unit in units)

    def display(self, lang: Literal["vi", "en"] = "vi") -> str:
        """Write the table."""
        vi = lang == "vi"
        subject = f" {self.subject}" if self.subject else ""
        title = f"{'Tiến độ' if vi else 'Progress'}{subject}, {self.on:%d/%m/%Y}"
        columns = [column for column in _COLUMNS if column[0] == "tasks" or getattr(self.total, column[0])]
        head = ["", *(column[1] if vi else column[2] for column in columns), "% đúng hạn" if vi else "% on time"]
        blank: list[str] = []
        rows = [head, *(_cells(unit, columns, unit.name or unit.unit or "?", lang) for unit in self.by_unit), blank]
        rows += [*(_cells(unit, columns, _LEVELS[unit.level][not vi], lang) for unit in self.by_level), blank]
        rows.append(_cells(self.total, columns, "Tổng" if vi else "Total", lang))
        widths = [max((len(row[i]) for row in rows if row), default=0) for i in range(len(head))]
        lines = [
            "  ".join([row[0].ljust(widths[0]), *(cell.rjust(w) for cell, w in zip(row[1:], widths[1:], strict=True))])
            if row
            else "-" * (sum(widths) + 2 * (len(widths) - 1))
            for row in rows
        ]
        return "\n".join([title, *lines])

    def __str__(self) -> str:
        return self.display()

    def __repr__(self) -> str:
        share = self.total.on_time_share
        words = "" if share is None else f", {write_share(share, 'en')} on time"
        return f"<Progress on {self.on}: {self.total.tasks} tasks{words}>"


def _cells(unit: UnitProgress, columns: list[tuple[str, str, str]], label: str, lang: Literal["vi", "en"]) -> list[str]:
    share = unit.on_time_share
    numbers = [format_number(getattr(unit, name), 0, lang) for name, _, _ in columns]
    return [label, *numbers, "–" if share is None else write_share(share, lang)]


def progress(subject: Programme | Agenda, on: dt.date, *, programme: str | None = None) -> Progress:
    """Count how the tasks of a programme or of an agenda stand on a day.

    A programme alone knows the ids of its owners and nothing of their names and levels; an agenda knows both. Of an
    agenda, `programme` chooses one programme with all its parts. Raises `NotFoundError` for a programme that it does
    not know, and `ValueError` where `programme` is asked of a programme.

    >>> from tthc.programmes import TaskStatus
    >>> done = TaskStatus(step="done", on=dt.date(2025, 6, 20))
    >>> plan = Programme(
    ...     id="kh1",
    ...     tasks=(
    ...         Task(id="nv1", owner="stp", deadline=dt.date(2025, 6, 30), statuses=(done,)),
    ...         Task(id="nv2", owner="stp", deadline=dt.date(2025, 6, 30)),
    ...     ),
    ... )
    >>> print(progress(plan, on=dt.date(2025, 7, 1)))
    Tiến độ kh1, 01/07/2025
                   nhiệm vụ  đúng hạn  quá hạn  % đúng hạn
    stp                   2         1        1      50,0 %
    ------------------------------------------------------
    (chưa rõ cấp)         2         1        1      50,0 %
    ------------------------------------------------------
    Tổng                  2         1        1      50,0 %
    """
    if isinstance(subject, Programme):
        if programme is not None:
            msg = f"programme: expected None beside a programme, got {programme!r}"
            raise ValueError(msg)
        agenda, tasks, name = None, subject.tasks, subject.id
    elif isinstance(subject, Agenda):  # pyright: ignore[reportUnnecessaryIsInstance]  # callers may err
        agenda, name = subject, programme or ""
        tasks = subject.all_tasks if programme is None else tuple(_tasks_of(subject, programme))
    else:
        msg = f"expected a Programme or an Agenda, got {show(subject)}"  # type: ignore[unreachable]  # callers may err
        raise TypeError(msg)
    owned: dict[str, list[Task]] = {}
    for task in sorted(tasks, key=_without_owner):
        owned.setdefault(task.owner or "", []).append(task)
    levels: dict[str, BodyLevel | None] = dict.fromkeys(owned)
    if agenda is not None:
        levels = {owner: agenda.level_of(owner) for owner in owned}
    by_unit = tuple(_counted(own, on, owner, _name(agenda, owner), levels[owner]) for owner, own in owned.items())
    by_level = tuple(
        _counted([task for owner, own in owned.items() if levels[owner] == level for task in own], on, level=level)
        for level in _LEVELS
        if level in levels.values()
    )
    return Progress(on=on, total=_counted(tasks, on), by_unit=by_unit, by_level=by_level, subject=name)


def _without_owner(task: Task) -> bool:
    return not task.owner


def _tasks_of(agenda: Agenda, programme: str) -> Iterable[Task]:
    """Yield the tasks of a programme and of all its parts, each once."""
    chosen, waiting = [agenda.programme(programme)], [programme]
    while waiting:
        parts = agenda.parts_of(waiting.pop())
        chosen += parts
        waiting += [part.id for part in parts]
    ids = {one.id for one in chosen}
    for task in agenda.all_tasks:
        home = agenda.home(task)
        if home is not None and home.id in ids:
            yield task


def _name(agenda: Agenda | None, owner: str) -> str:
    if not owner:
        return "(không có đơn vị chủ trì)"
    return owner if agenda is None else agenda.body(owner).display()


def _counted(
    tasks: Iterable[Task], on: dt.date, unit: str = "", name: str = "", level: BodyLevel | None = None
) -> UnitProgress:
    states: dict[TaskState, int] = {}
    planned = enacted = 0
    for task in tasks:
        state = task.state(on)
        states[state] = states.get(state, 0) + 1
        planned += len(task.delivered(on, "planned"))
        enacted += len(task.delivered(on, "enacted"))
    return UnitProgress(unit=unit, name=name, level=level, planned=planned, enacted=enacted, **states)

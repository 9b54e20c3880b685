"""`StepSchedule`: the real days on which the steps of a procedure begin and end."""

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal, final

import attrs

from tthc._record import check
from tthc.calendar import VIETNAM, DueDate, TimeLimit, due
from tthc.costs import _elapsed_words as _words
from tthc.costs.elapsed import StepGraph
from tthc.errors import Fault, MissingInputError, NotFoundError
from tthc.findings import Lang
from tthc.frozen import FrozenMap

if TYPE_CHECKING:
    from tthc.calendar import WorkingCalendar

__all__ = ["StepSchedule", "schedule"]


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen(kw_only=True, repr=False)
class StepSchedule:
    """On which day each step begins and ends, by a calendar (lịch thực hiện các bước).

    `begins` and `ends` are by the id of the step; an end is a `DueDate`, which tells what it skipped and what is not
    decided yet. The steps that wait for it are counted from its date as things stand. `StepGraph.schedule` makes one.
    """

    graph: StepGraph
    on: dt.date | dt.datetime
    begins: FrozenMap[str, dt.date | dt.datetime]
    ends: FrozenMap[str, DueDate]

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        ids = {step.id for step in self.graph.steps}
        for name, held in (("begins", self.begins), ("ends", self.ends)):
            if set(held) != ids:
                yield Fault(name, held, "the steps of the graph")
        for id_, end in self.ends.items():
            if end.date is None:
                yield Fault(f"ends[{id_!r}]", end, "a day")

    def day(self, id_: str) -> dt.date:
        """Return the day on which a step ends."""
        if id_ not in self.ends:
            raise NotFoundError("step", id_, tuple(self.ends))
        return _day(_moment(self.ends[id_]))

    @property
    def end(self) -> dt.date:
        """The day on which the last step ends; the first day where there are no steps."""
        return max((_day(_moment(end)) for end in self.ends.values()), default=_day(self.on))

    @property
    def certain(self) -> bool:
        """Whether no day rests on what is not decided yet."""
        return all(end.certain for end in self.ends.values())

    @property
    def critical_path(self) -> tuple[str, ...]:
        """The ids of the steps that decide the last day, first to last; by days, not by numbers of working days."""
        if not self.ends:
            return ()
        path = [max(self.ends, key=lambda id_: _rank(_moment(self.ends[id_])))]
        while after := self.graph[path[-1]].after:
            path.append(max(after, key=lambda id_: _rank(_moment(self.ends[id_]))))
        return tuple(reversed(path))

    @property
    def rows(self) -> tuple[dict[str, object], ...]:
        """One flat record a step: when it begins and ends, and whether that is certain."""
        return tuple(
            {
                "step": step.id,
                "name": step.name,
                "actor": step.actor,
                "begins": self.begins[step.id],
                "ends": _moment(self.ends[step.id]),
                "certain": self.ends[step.id].certain,
            }
            for step in self.graph.steps
        )

    def display(self, lang: Lang = "vi") -> str:
        """Write a line for each step, and when it all ends."""
        return _words.schedule(self, lang)

    def __str__(self) -> str:
        return self.display()

    def __repr__(self) -> str:
        return f"<StepSchedule: {len(self.ends)} steps, {_day(self.on)} to {self.end}>"


def schedule(
    graph: StepGraph, on: dt.date, calendar: "WorkingCalendar | None", model: Literal["legal", "clock"]
) -> StepSchedule:
    """Count each step from the end of the last of those it waits for."""
    limits = {step.id: _limit(graph, step.id) for step in graph.steps}
    begins: dict[str, dt.date] = {}
    ends: dict[str, DueDate] = {}
    for step in graph.in_order:
        starts = [_moment(ends[id_]) for id_ in step.after]
        begins[step.id] = max(starts, key=_rank) if starts else on
        ends[step.id] = due(begins[step.id], limits[step.id], calendar=calendar or VIETNAM, model=model)
    ids = [step.id for step in graph.steps]
    return StepSchedule(
        graph=graph,
        on=on,
        begins=FrozenMap({id_: begins[id_] for id_ in ids}),
        ends=FrozenMap({id_: ends[id_] for id_ in ids}),
    )


def _limit(graph: StepGraph, id_: str) -> TimeLimit:
    """Return the limit of a step; a number of working days, its own or that of the policy, is one too."""
    duration = graph[id_].duration
    if isinstance(duration, TimeLimit) and duration.kind != "not_fixed":
        return duration
    days, why = graph.time.read(duration)
    if why is not None:
        raise MissingInputError("time.no_limit", f"step {id_!r} has no limit to count days by")
    return TimeLimit(kind="duration", amount=days, unit="day", working=True)


def _moment(end: DueDate) -> dt.date:
    return end.at or end.date  # type: ignore[return-value]  # _limit leaves no limit that is not fixed


def _day(moment: dt.date) -> dt.date:
    return moment.date() if isinstance(moment, dt.datetime) else moment


def _rank(moment: dt.date) -> tuple[dt.date, bool, dt.time]:
    """Order days among moments: a limit that ends with the day ends after any moment of it."""
    if isinstance(moment, dt.datetime):
        return moment.date(), False, moment.time()
    return moment, True, dt.time.min

"""Elapsed time (thời gian thực tế): how long steps of both sides take that run one after the other or abreast.

The time a person waits is the longest path through the steps (đường găng), not the sum of their limits. A limit that is
cut off that path changes the sum and nothing else, and `StepGraph.shorten` says so.

Lengths are counted in working days, exactly. What is not a number of working days (hours, calendar days, "within the
day", no limit at all) counts only by a named policy, `WorkingTime`; without one it is kept apart, and no length is
given that leaves it out in silence.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, final

import attrs

from tthc._record import check
from tthc.calendar import TimeLimit
from tthc.costs import _elapsed_paths as _paths
from tthc.costs import _elapsed_words as _words
from tthc.costs.amounts import as_exact
from tthc.costs.working_time import WhyApart, WorkingTime
from tthc.errors import Fault, MalformedError, MissingInputError, NotFoundError
from tthc.findings import Lang
from tthc.frozen import FrozenMap
from tthc.text import Unparsed

if TYPE_CHECKING:
    from tthc.calendar import WorkingCalendar
    from tthc.costs.schedules import StepSchedule
    from tthc.procedures import Procedure

__all__ = ["Duration", "KeptApart", "Shortening", "StepActor", "StepGraph", "TimedStep"]

StepActor: TypeAlias = Literal["applicant", "agency"]
"""Whose step it is: the one who must go through the procedure, or the State."""
Duration: TypeAlias = TimeLimit | Unparsed | Fraction | None
"""How long a step takes: a limit, a number of working days, a limit that cannot be read, or not stated."""

_ZERO = Fraction(0)
_NO_POLICY = WorkingTime()


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen(kw_only=True)
class TimedStep:
    """One step, how long it takes and which steps it waits for (bước thực hiện).

    `duration` is a `TimeLimit`, or an exact number of working days; `after` holds the ids of the steps that must have
    ended before it begins. A step that waits for none begins at once.

    >>> TimedStep(id="check", name="Thẩm định", actor="agency", duration=5, after=("receive",)).duration
    Fraction(5, 1)
    """

    id: str
    name: str = ""
    actor: StepActor | None = None
    duration: Duration = attrs.field(default=None, converter=as_exact)
    after: tuple[str, ...] = ()

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        if not self.id:
            yield Fault("id", self.id, "a name that is not empty")
        if type(self.duration) is Fraction and self.duration < 0:
            yield Fault("duration", self.duration, "0 or more")
        if len(set(self.after)) < len(self.after):
            yield Fault("after", self.after, "each step once")

    @property
    def label(self) -> str:
        """Its name, or its id where it has none."""
        return self.name or self.id


@final
@attrs.frozen(kw_only=True)
class KeptApart:
    """A step whose duration is no number of working days and that no policy turns into one; `why` tells which lacks."""

    step: str
    duration: TimeLimit | Unparsed | None
    why: WhyApart

    def __attrs_post_init__(self) -> None:
        check(self)

    def display(self, lang: Lang = "vi") -> str:
        """Say which step it is and why it is kept apart."""
        return _words.kept_apart(self, lang)

    def __str__(self) -> str:
        return self.display()


@final
@attrs.frozen(kw_only=True, repr=False)
class StepGraph:
    """The steps of a procedure and which of them wait for which (sơ đồ các bước).

    Ids that come twice, links to unknown steps and circles are refused, all of them in one `MalformedError`. `time` is
    the policy by which limits that are not in working days count.

    >>> graph = StepGraph(steps=(
    ...     TimedStep(id="a", name="Lấy ý kiến", actor="agency", duration=5),
    ...     TimedStep(id="b", name="Thẩm định", actor="agency", duration=10),
    ...     TimedStep(id="c", name="Quyết định", actor="agency", duration=3, after=("a", "b")),
    ... ))
    >>> graph.length, graph.critical_path, graph.slack("a"), graph.sum_of_limits
    (Fraction(13, 1), ('b', 'c'), Fraction(5, 1), Fraction(18, 1))
    """

    steps: tuple[TimedStep, ...]
    time: WorkingTime = _NO_POLICY
    name: str = ""
    _places: dict[str, int] = attrs.field(init=False, eq=False)
    _after: tuple[tuple[int, ...], ...] = attrs.field(init=False, eq=False, default=())
    _order: tuple[int, ...] = attrs.field(init=False, eq=False, default=())
    _times: _paths.Times | None = attrs.field(init=False, eq=False, default=None)

    def __attrs_post_init__(self) -> None:
        places: dict[str, int] = {}
        object.__setattr__(self, "_places", places)
        check(self, self._faults)
        places.update((step.id, i) for i, step in enumerate(self.steps))
        object.__setattr__(self, "_after", tuple(tuple(places[id_] for id_ in step.after) for step in self.steps))
        object.__setattr__(self, "_order", _paths.in_order(self._after))

    def _faults(self) -> Iterable[Fault]:
        places: dict[str, int] = {}
        for i, step in enumerate(self.steps):
            first = places.setdefault(step.id, i)
            if first != i:
                yield Fault(f"steps[{i}].id", step.id, f"an id that steps[{first}] does not have")
        for i, step in enumerate(self.steps):
            for link in step.after:
                if link not in places:
                    yield Fault(f"steps[{i}].after", link, "the id of a step")
        known = [[places[link] for link in step.after if link in places] for step in self.steps]
        for i, circle in _paths.circles(known):
            path = " → ".join(self.steps[j].id for j in reversed(circle))
            yield Fault(f"steps[{i}].after", path, "no circle of steps that wait for one another")

    # ── where it comes from ──────────────────────────────────────────────────────────────────────────────────────────

    @classmethod
    def from_procedure(
        cls,
        procedure: "Procedure",
        *,
        links: Mapping[str, Iterable[str]] | None = None,
        time: WorkingTime | None = None,
    ) -> "StepGraph":
        """Make the graph of the sequence of a procedure (trình tự thực hiện); ids are "1", "2" … in its order.

        The steps run one after the other, unless `links` says which of them wait for which: `{"3": ("1", "2")}`. A step
        that is not among its keys then begins at once. Raises `MissingInputError` where the record states no sequence.
        """
        if procedure.steps is None:
            raise MissingInputError("procedure.steps", "elapsed time is that of the steps")
        stated = {key: tuple(ids) for key, ids in (links or {}).items()}
        ids = [str(i) for i in range(1, len(procedure.steps) + 1)]
        strangers = [Fault(f"links[{key!r}]", key, "the id of a step") for key in stated if key not in ids]
        if strangers:
            raise MalformedError("StepGraph", tuple(strangers))
        steps: list[TimedStep] = []
        for i, step in enumerate(procedure.steps):
            sequence = ids[i - 1 : i] if i else []
            after = tuple(sequence) if links is None else stated.get(ids[i], ())
            if type(step) is Unparsed:
                steps.append(TimedStep(id=ids[i], name=step.text, after=after))
            else:
                known: Any = step
                name = known.name or known.description
                steps.append(TimedStep(id=ids[i], name=name, actor=known.actor, duration=known.time_limit, after=after))
        return cls(steps=tuple(steps), time=time or _NO_POLICY, name=procedure.name or "")

    # ── working time ─────────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def kept_apart(self) -> tuple[KeptApart, ...]:
        """The steps that have no length in working days under the policy; while there are any, no length is given."""
        found: list[KeptApart] = []
        for step in self.steps:
            _, why = self.time.read(step.duration)
            if why is not None and not isinstance(step.duration, Fraction):
                found.append(KeptApart(step=step.id, duration=step.duration, why=why))
        return tuple(found)

    def duration(self, id_: str) -> Fraction:
        """Return how long one step takes, in working days."""
        times = self._reckoned()
        place = self._place(id_)
        return times.ends[place] - times.begins[place]

    @property
    def length(self) -> Fraction:
        """How long it all takes, in working days: the length of the longest path.

        Raises `MissingInputError`, naming the steps, where some have no length in working days.
        """
        return self._reckoned().length

    @property
    def sum_of_limits(self) -> Fraction:
        """What the limits of all steps add up to, in working days; it raises as `length` does."""
        times = self._reckoned()
        return sum(map(Fraction.__sub__, times.ends, times.begins), _ZERO)

    @property
    def limits_by_unit(self) -> FrozenMap[str, Fraction]:
        """The same sum by unit, nothing converted: `{"working day": 13, "day": 30}`; a limit without amount has none.

        >>> StepGraph(steps=(TimedStep(id="1", duration=3), TimedStep(id="2", duration=TimeLimit.parse("30 ngày")))
        ... ).limits_by_unit
        FrozenMap({'working day': Fraction(3, 1), 'day': Fraction(30, 1)})
        """
        sums: dict[str, Fraction] = {}
        for step in self.steps:
            limit = step.duration
            if type(limit) is Fraction:
                unit, amount = "working day", limit
            elif isinstance(limit, TimeLimit) and limit.amount is not None:
                unit = f"{'working ' * limit.working}{(limit.unit or 'no unit').replace('_', ' ')}"
                amount = limit.amount
            else:
                continue
            sums[unit] = sums.get(unit, _ZERO) + amount
        return FrozenMap(sums)

    def slack(self, id_: str) -> Fraction:
        """Return by how many working days a step may take longer before the whole does (thời gian dự trữ)."""
        return self._reckoned().slacks[self._place(id_)]

    @property
    def critical_path(self) -> tuple[str, ...]:
        """The ids of the longest path (đường găng), first to last; of equal ones, that of the steps given first."""
        times = self._reckoned()
        if not self.steps:
            return ()
        last = max(range(len(self.steps)), key=lambda i: times.ends[i])
        return tuple(self.steps[i].id for i in _paths.path_to(last, self._after, times.ends))

    @property
    def critical(self) -> tuple[str, ...]:
        """The ids of all steps without slack, in the order given; they are more than one path where paths are equal."""
        return tuple(s.id for s, slack in zip(self.steps, self._reckoned().slacks, strict=True) if not slack)

    @property
    def by_actor(self) -> FrozenMap[StepActor | None, Fraction]:
        """The working days of the critical path by whose steps they are; they add up to `length`."""
        sums: dict[StepActor | None, Fraction] = {}
        for id_ in self.critical_path:
            actor = self.steps[self._place(id_)].actor
            sums[actor] = sums.get(actor, _ZERO) + self.duration(id_)
        return FrozenMap(sums)

    def _reckoned(self) -> _paths.Times:
        times = self._times
        if times is None:
            lengths: list[Fraction] = []
            apart: dict[WhyApart, list[str]] = {}
            for step in self.steps:
                length, why = self.time.read(step.duration)
                lengths.append(length)
                if why is not None:
                    apart.setdefault(why, []).append(step.id)
            if apart:
                why, ids = next(iter(apart.items()))
                raise MissingInputError(_words.missing(tuple(apart)), _words.needed_for(why, ids, apart))
            times = _paths.times_of(lengths, self._after, self._order)
            object.__setattr__(self, "_times", times)
        return times

    def _place(self, id_: str) -> int:
        place = self._places.get(id_)
        if place is None:
            raise NotFoundError("step", id_, tuple(self._places))
        return place

    @property
    def in_order(self) -> tuple[TimedStep, ...]:
        """The steps, each after those that it waits for."""
        return tuple(self.steps[i] for i in self._order)

    def __getitem__(self, id_: str) -> TimedStep:
        return self.steps[self._place(id_)]

    # ── real days ────────────────────────────────────────────────────────────────────────────────────────────────────

    def schedule(
        self, *, on: dt.date, calendar: "WorkingCalendar | None" = None, model: Literal["legal", "clock"] = "legal"
    ) -> "StepSchedule":
        """Return on which day each step ends if the first ones begin on a day (ngày kết thúc từng bước).

        The day is that of acceptance, which does not count; `tthc.calendar.accept` tells it for one of rest.
        Each step is counted by `tthc.calendar.due` from the day on which the last of those it waits for ends; limits in
        calendar days need no policy here. `calendar` is that of Viet Nam's public sector unless given. The clock model
        wants a moment. Raises what `due` raises, and `MissingInputError` for a step without a limit that `time` does
        not count.

        >>> graph = StepGraph(steps=(TimedStep(id="1", duration=5), TimedStep(id="2", duration=3, after=("1",))))
        >>> graph.schedule(on=dt.date(2026, 3, 2)).end
        datetime.date(2026, 3, 12)
        """
        from tthc.costs.schedules import schedule  # noqa: PLC0415 - the days of the calendar load there

        return schedule(self, on, calendar, model)

    # ── another duration ─────────────────────────────────────────────────────────────────────────────────────────────

    def with_duration(self, id_: str, to: int | Fraction | TimeLimit) -> "StepGraph":
        """Return the graph in which one step takes another time."""
        place = self._place(id_)
        step = attrs.evolve(self.steps[place], duration=to)
        return attrs.evolve(self, steps=(*self.steps[:place], step, *self.steps[place + 1 :]))

    def shorten(self, id_: str, to: int | Fraction | TimeLimit) -> "Shortening":
        """Return what it does to shorten one step: to the whole, to the sum of limits, and why not more.

        Raises `MalformedError` where the step would take longer than before (`with_duration` does that).

        >>> graph = StepGraph(steps=(TimedStep(id="a", duration=5), TimedStep(id="b", duration=10)))
        >>> graph.shorten("a", 2).changed_nothing, graph.shorten("b", 6).saved
        (True, Fraction(4, 1))
        """
        return Shortening(before=self, after=self.with_duration(id_, to), step=id_)

    # ── showing ──────────────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def rows(self) -> tuple[dict[str, object], ...]:
        """One flat record a step: what it is, when it begins and ends at the earliest, its slack, in working days."""
        times = self._reckoned()
        return tuple(
            {
                "step": step.id,
                "name": step.name,
                "actor": step.actor,
                "limit": None if step.duration is None else str(step.duration),
                "after": step.after,
                "begins": times.begins[i],
                "ends": times.ends[i],
                "duration": times.ends[i] - times.begins[i],
                "slack": times.slacks[i],
                "critical": not times.slacks[i],
            }
            for i, step in enumerate(self.steps)
        )

    def display(self, lang: Lang = "vi") -> str:
        """Write a line for each step and the length; where steps are kept apart, which, and why."""
        return _words.graph(self, lang)

    def __str__(self) -> str:
        return self.display()

    def __repr__(self) -> str:
        return f"<StepGraph{f' {self.name[:60]!r}' if self.name else ''}: {len(self.steps)} steps>"


@final
@attrs.frozen(kw_only=True, repr=False)
class Shortening:
    """What became of the whole when one step was shortened (kết quả rút ngắn thời hạn một bước).

    >>> graph = StepGraph(steps=(TimedStep(id="a", duration=5), TimedStep(id="b", duration=10)))
    >>> print(graph.shorten("a", 2).because("en"))
    "a" is not on the critical path (b) and had 5 working days of slack: shortening it by 3 changes nothing
    """

    before: StepGraph
    after: StepGraph
    step: str

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        old, new = self.before.steps, self.after.steps
        ids = [step.id for step in old]
        if self.step not in ids:
            yield Fault("step", self.step, "the id of a step")
            return
        wanted = tuple(attrs.evolve(step, duration=None) for step in old if step.id == self.step)
        found = tuple(attrs.evolve(step, duration=None) for step in new if step.id == self.step)
        others = [step for step in old if step.id != self.step] == [step for step in new if step.id != self.step]
        if wanted != found or not others or [step.id for step in new] != ids or self.before.time != self.after.time:
            yield Fault("after", self.after, f"the same steps but for the duration of {self.step}")
        elif self.after.duration(self.step) > self.before.duration(self.step):
            yield Fault("to", self.after[self.step].duration, f"at most {self.before.duration(self.step)} working days")

    @property
    def cut(self) -> Fraction:
        """By how many working days the step was shortened."""
        return self.before.duration(self.step) - self.after.duration(self.step)

    @property
    def saved(self) -> Fraction:
        """How many working days less the whole takes."""
        return self.before.length - self.after.length

    @property
    def share(self) -> Fraction:
        """The same as a share of the whole; 0 of nothing."""
        return self.saved / self.before.length if self.before.length else _ZERO

    @property
    def share_of_limits(self) -> Fraction:
        """By which share the sum of limits falls; 0 of nothing. It tells nothing of the time a person waits."""
        return self.cut / self.before.sum_of_limits if self.before.sum_of_limits else _ZERO

    @property
    def changed_nothing(self) -> bool:
        """Whether the whole takes as long as before."""
        return not self.saved

    def because(self, lang: Lang = "vi") -> str:
        """Say why the whole falls by nothing, by less than the step, or by as much."""
        return _words.because(self, lang)

    def display(self, lang: Lang = "vi") -> str:
        """Say what became of the whole and of the sum of limits, and why."""
        return _words.shortening(self, lang)

    def __str__(self) -> str:
        return self.display()

    def __repr__(self) -> str:
        return f"<Shortening of {self.step!r}: {self.before.length} to {self.after.length} working days>"

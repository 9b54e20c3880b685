"""`Dossier`: one dossier (hồ sơ) with its history, and where its clock stands on a day, in working days."""

import datetime as dt
from collections.abc import Iterable
from typing import Literal, TypeAlias, cast, final, get_args

import attrs

from tthc._record import check
from tthc.calendar import NotCoveredError, TimeLimit, WorkingCalendar
from tthc.dossiers._scenarios import calendar_of, certain
from tthc.dossiers.events import Course, Event, EventKind, ForbiddenStepError, allowed_after, follow
from tthc.dossiers.states import DossierState, StateName
from tthc.errors import Fault, show
from tthc.identifiers import DossierCode, Identifier, LegalNumber, ProcedureCode
from tthc.procedures._words import word
from tthc.procedures.components import Channel

__all__ = ["Clock", "Dossier"]

Clock: TypeAlias = Literal["resume", "restart", "running"]
"""What a request for a supplement does to the clock: it stops and goes on once the papers are in (`resume`), it starts
again from zero then (`restart`), or it runs on as if nothing had been asked for (`running`)."""

_SLACK = dt.timedelta(days=31)  # a due date moves by less, however the days near it are decided


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen(kw_only=True, repr=False)
class Dossier:
    """A dossier (hồ sơ): what was asked for, on which terms it was accepted, and what happened to it since.

    A dossier keeps the version of the procedure under which it was accepted: `time_limit` is the limit of that day and
    `decision` the number of the decision that announced it. `appointment` is the day promised on the receipt (ngày hẹn
    trả), as first given. `history` holds at least one event; a history that skips a step or stands out of order is
    refused. A code that is no `DossierCode` is an `Identifier`. No name of a person stands in a dossier.

    What a supplement does to the clock differs from procedure to procedure: Nghị định 61/2018/NĐ-CP starts it again
    (Article 19(4)), the index of Quyết định 766/QĐ-TTg stops it, and under Nghị định 118/2025/NĐ-CP the text of the
    procedure decides. So each question takes `clock`; unless told otherwise it is `"resume"`. The clock starts with
    acceptance and stops with the end. Questions about a day look at nothing that came later. `calendar` is
    `tthc.calendar.VIETNAM` unless another is given; a day not decided yet raises `OpenDayError` unless `projected`.

    >>> dossier = Dossier(
    ...     code=DossierCode.parse("H26.12-260212-0001"),
    ...     procedure=ProcedureCode.parse("1.001193"),
    ...     time_limit=TimeLimit.parse("5 ngày làm việc"),
    ...     appointment=dt.date(2026, 2, 26),
    ...     history=(Event("accepted", dt.date(2026, 2, 12)),),
    ... )
    >>> dossier = dossier.advance(Event("processing", dt.date(2026, 2, 13)))
    >>> dossier.elapsed(dt.date(2026, 2, 24)), dossier.remaining(dt.date(2026, 2, 24))
    (3, 2)
    >>> print(dossier)
    Hồ sơ H26.12-260212-0001, thủ tục 1.001193: Đang xử lý
      thời hạn giải quyết: 5 ngày làm việc
      hẹn trả: 26/02/2026
      12/02/2026: Được tiếp nhận
      13/02/2026: Đang xử lý
    """

    code: DossierCode | Identifier | None = None
    procedure: ProcedureCode | Identifier | None = None
    time_limit: TimeLimit | None = None
    decision: LegalNumber | None = None
    channel: Channel | None = None
    appointment: dt.date | None = None
    history: tuple[Event, ...]
    _course: Course = attrs.field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_course", Course())
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        if not self.history:
            yield Fault("history", self.history, "at least one event")
        course = Course()
        for i, event in enumerate(self.history):
            try:
                course = follow(course, event, self.appointment)
            except ForbiddenStepError as error:
                yield Fault(f"history[{i}]", event.kind, f"an event that may come next ({error.reason})")
                return
        object.__setattr__(self, "_course", course)

    # ── history ──────────────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def state(self) -> StateName:
        """The state that the dossier is in; `state_of` gives its number and labels."""
        return self._now.name

    @property
    def allowed(self) -> tuple[EventKind, ...]:
        """The kinds of events that may come next.

        >>> Dossier(history=(Event("registered", dt.date(2026, 2, 12)),)).allowed
        ('accepted', 'refused', 'supplement_requested', 'withdrawal_requested')
        """
        return allowed_after(self._course, self.appointment)

    @property
    def accepted(self) -> Event | None:
        """The event by which the dossier was first accepted or processed, `None` where it was not."""
        return self._course.accepted

    @property
    def started(self) -> Event | None:
        """The event from which the clock runs: acceptance, or receipt by the competent agency of another province."""
        return self._course.handed_over or self._course.accepted

    @property
    def ended(self) -> Event | None:
        """The event with which the clock stops: done, refused or stopped; `None` for an open dossier."""
        return self._course.ended

    @property
    def requests(self) -> tuple[tuple[Event, Event | None], ...]:
        """Each request for a supplement, with the event that answered it."""
        return self._course.requests

    @property
    def reappointed(self) -> Event | None:
        """The event by which a new date was set."""
        return self._course.reappointed

    def advance(self, event: Event) -> "Dossier":
        """Return the dossier with one more event; `ForbiddenStepError` says why it cannot come next.

        >>> done = Dossier(history=(Event("accepted", dt.date(2026, 2, 12)),))
        >>> done.advance(Event("returned", dt.date(2026, 2, 13)))  # doctest: +ELLIPSIS
        Traceback (most recent call last):
        ...
        tthc.dossiers.events.ForbiddenStepError: a dossier that is “Được tiếp nhận” (2, accepted) cannot become ...
        """
        _must_be(event, Event, "event: expected an Event")
        follow(self._course, event, self.appointment)
        return attrs.evolve(self, history=(*self.history, event))

    def as_of(self, on: dt.date) -> "Dossier | None":
        """Return the dossier as it was at the end of a day, `None` where nothing had happened to it yet.

        >>> dossier = Dossier(history=(Event("accepted", dt.date(2026, 2, 12)), Event("stopped", dt.date(2026, 3, 2))))
        >>> dossier.as_of(dt.date(2026, 3, 1))
        <Dossier without code: accepted since 2026-02-12>
        """
        _must_be(on, dt.date, "on: expected a date without a time of day")
        if on >= self.history[-1].day:
            return self
        events = tuple(event for event in self.history if event.day <= on)
        return attrs.evolve(self, history=events) if events else None

    @property
    def _now(self) -> DossierState:
        return cast("DossierState", self._course.state)  # a history holds an event

    # ── the clock ────────────────────────────────────────────────────────────────────────────────────────────────────

    def elapsed(
        self,
        on: dt.date,
        *,
        calendar: WorkingCalendar | None = None,
        clock: Clock = "resume",
        projected: bool = False,
    ) -> int | None:
        """Return how many working days the clock has counted by a day; `None` before the dossier was accepted.

        The day of acceptance does not count. Of a pause, the day of the request counts and that of the supplement does
        not.
        """
        _check_clock(clock)
        known = self.as_of(on)
        if known is None or known.started is None:
            return None
        begin, stop = known.started.day, _stop(known, on)
        spans = _spans(known.requests, begin, stop, clock)

        def count(calendar: WorkingCalendar) -> int:
            return sum(calendar.count(first, last, projected=True) for first, last in spans)

        return certain(count, calendar_of(calendar), (begin, stop), projected=projected)

    def due(
        self,
        on: dt.date | None = None,
        *,
        calendar: WorkingCalendar | None = None,
        clock: Clock = "resume",
        projected: bool = False,
    ) -> dt.date | None:
        """Return the day on which the result is due, as known on a day; `None` without an appointment.

        It is the appointment, or the one set anew, moved by the supplements asked for since: by the working days that
        they took (`resume`), or to as many working days after the last one as the appointment had from its start
        (`restart`). While papers are missing it moves on from day to day. A request that comes after the due date
        moves nothing. `on` is the day of the last event unless given.

        >>> history = (
        ...     Event("accepted", dt.date(2026, 10, 5)),
        ...     Event("supplement_requested", dt.date(2026, 10, 8)),
        ...     Event("supplemented", dt.date(2026, 10, 13)),
        ... )
        >>> dossier = Dossier(appointment=dt.date(2026, 10, 19), history=history)
        >>> print(dossier.due(), dossier.due(clock="restart"), dossier.due(clock="running"))
        2026-10-22 2026-10-27 2026-10-19
        """
        _check_clock(clock)
        on = self.history[-1].day if on is None else on
        known = self.as_of(on)
        if known is None or self.appointment is None:
            return None
        again = known.reappointed
        last = self.appointment if again is None else cast("dt.date", again.appointment)
        begin = known.started if again is None else again
        if begin is None:
            return last
        first, stop = begin.day, _stop(known, on)
        answered = [(asked.day, stop if answer is None else answer.day) for asked, answer in known.requests]
        pauses = [(max(paused, first), resumed) for paused, resumed in answered if resumed > first]
        if clock == "running" or not pauses:
            return last

        def move(calendar: WorkingCalendar) -> dt.date:
            found = last
            whole = calendar.count(first, last, projected=True) if first <= last else 0
            for paused, resumed in pauses:
                if paused > found:
                    break
                if clock == "restart":
                    found = calendar.add(resumed, whole, projected=True)
                elif days := calendar.count(paused, resumed, projected=True):
                    found = calendar.add(found, days, projected=True)
            return found

        calendar = calendar_of(calendar)
        return certain(move, calendar, (first, move(calendar) + _SLACK), projected=projected)

    def remaining(
        self,
        on: dt.date,
        *,
        calendar: WorkingCalendar | None = None,
        clock: Clock = "resume",
        projected: bool = False,
    ) -> int | None:
        """Return how many working days are left after a day until the result is due, 0 from the due day on.

        `None` without an appointment. Of a dossier that has ended, it is by how many working days it was early.
        """
        return self._between(on, calendar, clock, late=False, projected=projected)

    def overdue(
        self,
        on: dt.date,
        *,
        calendar: WorkingCalendar | None = None,
        clock: Clock = "resume",
        projected: bool = False,
    ) -> int | None:
        """Return by how many working days the result was overdue (quá hạn) on a day, 0 until the due day.

        `None` without an appointment. Of a dossier that has ended, it is by how many working days it was late.

        >>> dossier = Dossier(appointment=dt.date(2026, 2, 13), history=(Event("accepted", dt.date(2026, 2, 12)),))
        >>> dossier.overdue(dt.date(2026, 2, 22)), dossier.overdue(dt.date(2026, 2, 23))
        (0, 1)
        """
        return self._between(on, calendar, clock, late=True, projected=projected)

    def _between(
        self, on: dt.date, calendar: WorkingCalendar | None, clock: Clock, *, late: bool, projected: bool
    ) -> int | None:
        calendar = calendar_of(calendar)
        known, due = self.as_of(on), self.due(on, calendar=calendar, clock=clock, projected=projected)
        if known is None or due is None:
            return None
        stop = _stop(known, on)
        first, last = (due, stop) if late else (stop, due)
        return 0 if last <= first else calendar.count(first, last, projected=projected)

    def apology_by(
        self, *, calendar: WorkingCalendar | None = None, clock: Clock = "resume", projected: bool = False
    ) -> dt.date | None:
        """Return the last working day on which the agency may still apologise in time and set a new date.

        It must do so at least one day before the limit ends (Article 19(9) of Nghị định 61/2018/NĐ-CP; whether Nghị
        định 118/2025/NĐ-CP says the same is not confirmed). `None` where there is no appointment, where the new date
        has been set, and where the dossier has ended.

        >>> dossier = Dossier(appointment=dt.date(2026, 2, 23), history=(Event("accepted", dt.date(2026, 2, 12)),))
        >>> dossier.apology_by()
        datetime.date(2026, 2, 13)
        """
        due = self.due(calendar=calendar, clock=clock, projected=projected)
        if due is None or self.reappointed is not None or self._course.ended is not None:
            return None

        def before(calendar: WorkingCalendar) -> dt.date:
            _must_cover(calendar, due)
            day = due - _ONE
            while not calendar.is_working_day(day, projected=True):
                day -= _ONE
            return day

        calendar = calendar_of(calendar)
        return certain(before, calendar, (before(calendar) - _SLACK, due), projected=projected)

    # ── words ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def display(self, lang: Literal["vi", "en"] = "vi") -> str:
        """Write the card of the dossier: its code and procedure, its terms, its history."""
        english = lang == "en"
        head = ("dossier" if english else "hồ sơ") + (f" {self.code}" if self.code is not None else "")
        if self.procedure is not None:
            head += f", {'procedure' if english else 'thủ tục'} {self.procedure}"
        terms: list[tuple[tuple[str, str], object]] = [
            (("thời hạn giải quyết", "time limit"), self.time_limit),
            (("quyết định công bố", "announced by"), self.decision),
            (("hình thức nộp", "channel"), self.channel and word("channel", self.channel, lang)),
            (("hẹn trả", "appointment"), self.appointment and f"{self.appointment:%d/%m/%Y}"),
        ]
        lines = [f"{head[0].upper()}{head[1:]}: {self._now.display(lang)}"]
        lines += [f"  {words[english]}: {_word(value, lang)}" for words, value in terms if value is not None]
        lines += [f"  {event.display(lang)}" for event in self.history]
        return "\n".join(lines)

    def __str__(self) -> str:
        return self.display()

    def __repr__(self) -> str:
        code = "without code" if self.code is None else str(self.code)
        return f"<Dossier {code}: {self.state} since {self.history[-1].day}>"


_ONE = dt.timedelta(days=1)


def _stop(dossier: Dossier, on: dt.date) -> dt.date:
    """Return the day up to which the clock of a dossier has run."""
    return on if dossier.ended is None else dossier.ended.day


def _spans(
    requests: tuple[tuple[Event, Event | None], ...], begin: dt.date, stop: dt.date, clock: Clock
) -> list[tuple[dt.date, dt.date]]:
    """Return the spans that the clock counts, from one day, which does not count, to another, which does."""
    found: list[tuple[dt.date, dt.date]] = []
    first = begin
    for asked, answer in requests if clock != "running" else ():
        resumed = stop if answer is None else answer.day
        if resumed <= begin:
            continue
        found.append((first, max(asked.day, begin)))
        first = resumed
        if clock == "restart" and answer is not None:
            found.clear()
    return [*found, (first, stop)]


def _must_be(value: object, cls: type, expected: str) -> None:
    """Refuse what is not of a class, a datetime for a date too."""
    if type(value) is not cls:
        msg = f"{expected}, got {show(value)}"
        raise TypeError(msg)


def _must_cover(calendar: WorkingCalendar, day: dt.date) -> None:
    if not calendar.first <= day <= calendar.last:
        raise NotCoveredError(str(day), calendar.first, calendar.last)


def _check_clock(clock: str) -> None:
    if clock not in get_args(Clock):
        msg = f'clock: expected "resume", "restart" or "running", got {show(clock)}'
        raise ValueError(msg)


def _word(value: object, lang: Literal["vi", "en"]) -> str:
    return value.display(lang) if isinstance(value, TimeLimit | LegalNumber) else str(value)

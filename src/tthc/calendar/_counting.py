"""How a time limit is counted from a day or moment: the two models, intake on days of its own, and pauses.

Each computation asks its calendars through a function (see `_scenarios`), so that one text serves the days as they
stand and as they may yet be decided.
"""

import datetime as dt
import math
from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Literal, NamedTuple, TypeAlias, cast, final

import attrs

from tthc._record import check
from tthc.calendar import _scenarios
from tthc.calendar._worktime import Works, measure, must_be_moment, same_clock, walk
from tthc.calendar.days import Outcome
from tthc.calendar.limits import TimeLimit
from tthc.calendar.office_hours import OFFICE_HOURS, OfficeHours
from tthc.calendar.vietnam import VIETNAM
from tthc.calendar.working import NotCoveredError, WorkingCalendar
from tthc.errors import Fault, TthcError, show

__all__ = [
    "USUAL",
    "LimitError",
    "Model",
    "Pause",
    "anchor_of",
    "count_from",
    "day_of",
    "is_late",
    "local",
    "read_pauses",
]

Model: TypeAlias = Literal["legal", "clock"]
_Ask: TypeAlias = Callable[[WorkingCalendar], Works]
_Moments: TypeAlias = list[tuple[dt.datetime, dt.datetime]]
_Hours: TypeAlias = tuple[dt.timedelta, bool]
"""An amount of time, and whether it is working time."""

_HOURS = {"minute": Fraction(1, 60), "hour": Fraction(1), "half_day": Fraction(4), "day": Fraction(8)}


def __dir__() -> list[str]:
    return __all__


class LimitError(TthcError, ValueError):
    """A time limit cannot be counted: `value` is the limit, `reason` names the rule that it does not meet."""

    def __init__(self, value: str, reason: str) -> None:
        super().__init__(value, reason)
        self.value = value
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.reason}: {show(self.value)}"


class Pause(NamedTuple):
    """A span that a limit does not run: from the day or moment of the request to that of the supplement.

    The day of the request still counts and that of the supplement does not: the limit goes on from the next day, as it
    does after any event (Article 147.3 of the Civil Code 2015).

    >>> Pause(dt.date(2026, 10, 8), dt.date(2026, 10, 13)).resumed
    datetime.date(2026, 10, 13)
    """

    paused: dt.date
    resumed: dt.date


@final
@attrs.frozen(kw_only=True)
class Counting:
    """By what a limit is counted: calendars, model, office hours, and the pauses that are taken off."""

    calendar: WorkingCalendar = VIETNAM
    receiving: WorkingCalendar | None = None
    model: Model = "legal"
    hours: OfficeHours = OFFICE_HOURS
    round_to_quarter: bool = False
    pauses: tuple[Pause, ...] = ()

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        if self.round_to_quarter and self.model == "legal":
            yield Fault("round_to_quarter", self.round_to_quarter, 'False beside model="legal"')


USUAL = Counting()


def count_from(start: dt.date, limit: TimeLimit, how: Counting) -> tuple[dt.date, Outcome[dt.date] | None]:
    """Return from what day or moment a limit runs, and the days or moments on which it may end.

    The first is `start`, at the time of the place, or when it is taken in, where it lies on no day of intake. There is
    no second where no limit is fixed.
    """
    begin = local("start", start, how.hours)
    _must_cover(how.calendar, begin)
    if limit.kind == "not_fixed":
        return begin, None
    hours = _hours(limit, how)
    _must_suffice(begin, limit, how, hours)
    if how.pauses and limit.kind != "duration":
        raise LimitError(str(limit), "only a limit of hours, days, weeks, months or years can pause")
    pauses = read_pauses(begin, how, moments=hours is not None)

    def compute(ask: _Ask) -> dt.date:
        taken = _intake(begin, how, ask)
        works = ask(how.calendar)
        if hours is None:
            return _scenarios.nth(works, *_target_after(taken, limit, how, works, pauses))
        end = _end_of_hours(cast("dt.datetime", taken), hours, how.hours, works, cast("_Moments", pauses))
        _must_cover(how.calendar, end)
        return _next_quarter(end) if how.round_to_quarter else end

    if hours is None and not pauses and how.receiving is None:
        return begin, how.calendar.resolve_add(*_target(begin, limit, how.calendar))
    calendars = (how.calendar,) if how.receiving is None else (how.calendar, how.receiving)
    taken = _intake(begin, how, _standing)
    return taken, _scenarios.settle(compute, day_of(begin), calendars)


def _standing(calendar: WorkingCalendar) -> Works:
    """Return how a calendar answers as things stand."""
    return lambda day: calendar.is_working_day(day, projected=True)


def day_of(moment: dt.date) -> dt.date:
    """Return the day of a day or moment."""
    return moment.date() if isinstance(moment, dt.datetime) else moment


def _nominal_end(begin: dt.date, limit: TimeLimit, calendar: WorkingCalendar) -> dt.date:
    """Return the last day of a limit of days, weeks, months or years before it moves to a working day."""
    day, number, unit = day_of(begin), _whole(limit), limit.unit
    least = {"day": 1, "week": 7, "month": 28, "year": 365}[cast("str", unit)]
    if number * least > (calendar.last - day).days:
        raise NotCoveredError(f"what lies {limit.display('en')} after {day}", calendar.first, calendar.last)
    if unit in {"day", "week"}:
        return day + dt.timedelta(days=number * least)
    from dateutil.relativedelta import relativedelta  # noqa: PLC0415 - few limits want it

    return day + (relativedelta(months=number) if unit == "month" else relativedelta(years=number))


def local(name: str, value: object, hours: OfficeHours) -> dt.date:
    """Return a day as it is and a moment at the time of the place; refuse what is neither."""
    if not isinstance(value, dt.date):
        msg = f"{name}: expected a date or a moment (datetime), got {show(value)}"
        raise TypeError(msg)
    return hours.local(value) if isinstance(value, dt.datetime) else value


def _must_cover(calendar: WorkingCalendar, day: dt.date) -> None:
    if not calendar.first <= day_of(day) <= calendar.last:
        raise NotCoveredError(str(day_of(day)), calendar.first, calendar.last)


def _hours(limit: TimeLimit, how: Counting) -> _Hours | None:
    """Return the time that a limit takes and whether it is working time; `None` for one that takes whole days."""
    if limit.kind != "duration":
        return None
    if limit.unit is None:
        raise LimitError(str(limit), "a number without a unit is no time limit: expected hours, days or working days")
    if limit.unit not in _HOURS or (limit.unit == "day" and how.model == "legal"):
        return None
    if limit.unit == "half_day" and how.model == "legal":
        raise LimitError(str(limit), _LEGAL_DAYS)
    amount = cast("Fraction", limit.amount) * _HOURS[limit.unit]
    if amount > 24 * ((how.calendar.last - how.calendar.first).days + 1):
        what = f"what lies {limit.display('en')} after a moment"
        raise NotCoveredError(what, how.calendar.first, how.calendar.last)
    return dt.timedelta(microseconds=math.ceil(amount * 3_600_000_000)), limit.working or how.model == "clock"


_LEGAL_DAYS = (
    "the legal model counts whole days, weeks, months and years (Article 148 of the Civil Code 2015);"
    ' model="clock" counts parts of a day, at 8 working hours a day'
)


def _whole(limit: TimeLimit) -> int:
    amount = cast("Fraction", limit.amount)
    if amount.denominator != 1:
        raise LimitError(str(limit), _LEGAL_DAYS)
    if limit.working and limit.unit != "day":
        raise LimitError(str(limit), "the law knows no working weeks, months or years: expected working days")
    return amount.numerator


def _must_suffice(begin: dt.date, limit: TimeLimit, how: Counting, hours: _Hours | None) -> None:
    if isinstance(begin, dt.datetime):
        return
    if hours is not None:
        law = "hours run from a moment (Article 147.1 of the Civil Code 2015)"
        rule = law if how.model == "legal" else "the clock model runs from a moment"
    elif limit.cutoff is not None:
        rule = f"what comes in after {limit.cutoff:%H:%M} is settled on the next working day"
    else:
        return
    msg = f"start: {rule}: expected a datetime, got the date {begin}"
    raise TypeError(msg)


def read_pauses(begin: dt.date, how: Counting, *, moments: bool) -> list[tuple[dt.date, dt.date]]:
    """Check and return the pauses, as days or as local moments; they follow one another."""
    ends: list[dt.date] = []
    name, last = "start", begin
    for pause in how.pauses:
        for field, end in zip(Pause._fields, pause, strict=True):
            if moments:
                must_be_moment(field, end)
            if isinstance(end, dt.datetime) and isinstance(last, dt.datetime):
                same_clock(name, last, field, end)
            moment = local(field, end, how.hours)
            if (moment < last) if moments else (day_of(moment) < day_of(last)):
                msg = f"{field}: expected a day or moment from {last} ({name}) on, got {end}"
                raise ValueError(msg)
            name, last = field, moment
            ends.append(last if moments else day_of(last))
    return list(zip(ends[::2], ends[1::2], strict=True))


def _intake(begin: dt.date, how: Counting, ask: _Ask) -> dt.date:
    """Return when what comes in at a time is taken in: then, or as the next day of intake begins."""
    if how.receiving is None:
        return begin
    works = ask(how.receiving)
    day = _scenarios.nth(works, day_of(begin), 0)
    if day == day_of(begin):
        return begin
    if not isinstance(begin, dt.datetime):
        return day
    return walk(how.hours.weekly, dt.datetime.combine(day, dt.time(), begin.tzinfo), dt.timedelta(), works)


def _target(begin: dt.date, limit: TimeLimit, calendar: WorkingCalendar) -> tuple[dt.date, int]:
    """Return a day and how many working days after it the limit ends; 0 for the day itself or the next one."""
    day = day_of(begin)
    if limit.kind != "duration":
        return day, int(is_late(begin, limit))
    if limit.working:
        return day, _whole(limit)
    return _nominal_end(day, limit, calendar), 0


def _target_after(
    begin: dt.date, limit: TimeLimit, how: Counting, works: Works, pauses: list[tuple[dt.date, dt.date]]
) -> tuple[dt.date, int]:
    """Return the day, after all pauses, from which so many working days are left; 0 where it is the last one itself."""
    day, left = _target(begin, limit, how.calendar)
    for paused, resumed in pauses:
        if paused > _scenarios.nth(works, day, left):
            break  # the limit had ended by then
        if limit.working:
            left -= _scenarios.count(works, day, paused)
            day = resumed
        else:
            day = max(day + (resumed - paused), resumed)
    return day, left


def is_late(begin: dt.date, limit: TimeLimit) -> bool:
    """Tell whether what came in then came after the hour by which it is settled on the same day ("sau 15 giờ")."""
    return limit.cutoff is not None and isinstance(begin, dt.datetime) and begin.time() > limit.cutoff


def anchor_of(start: dt.date, limit: TimeLimit, how: Counting) -> dt.date:
    """Return the day from which the last working days of a limit are counted, or its last day before it moves."""
    pauses = read_pauses(start, how, moments=False)
    return _target_after(start, limit, how, _standing(how.calendar), pauses)[0]


def _end_of_hours(
    begin: dt.datetime, hours: _Hours, office: OfficeHours, works: Works, pauses: _Moments
) -> dt.datetime:
    left, working = hours

    def end() -> dt.datetime:
        return walk(office.weekly, begin, left, works) if working else begin + left

    for paused, resumed in pauses:
        if paused > end():
            break
        left -= measure(office.weekly, begin, paused, works) if working else paused - begin
        begin = resumed
    return end()


def _next_quarter(moment: dt.datetime) -> dt.datetime:
    """Return the next full quarter of an hour after a moment, also after a full one."""
    return moment.replace(minute=moment.minute // 15 * 15, second=0, microsecond=0) + dt.timedelta(minutes=15)

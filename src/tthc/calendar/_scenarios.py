"""One answer for each way in which what is open may be decided, for answers that no single count of days gives.

`WorkingCalendar.resolve_add` and `resolve_count` know this for one count. A due date may take several: the day of
intake by one calendar and of settling by another, hours of days that may turn, a count that a supplement interrupts.
Here a computation asks whether days are working days, and is run again for every combination of changes near it.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from itertools import chain, combinations, islice
from typing import TypeAlias, TypeVar

from tthc.calendar._worktime import Works
from tthc.calendar.days import Alternative, OpenChange, Outcome
from tthc.calendar.working import WorkingCalendar

__all__ = ["Compute", "count", "nth", "settle"]

D = TypeVar("D", bound=dt.date)
Compute: TypeAlias = Callable[[Callable[[WorkingCalendar], Works]], D]
"""Returns a day or moment, given how to ask a calendar for its working days."""

_ONE = dt.timedelta(days=1)
_MOST = 63  # combinations tried for one answer: all of six changes


def __dir__() -> list[str]:
    return __all__


def nth(works: Works, day: dt.date, days: int) -> dt.date:
    """Return the working day so many working days after a day; with 0 that day, or the next one if it is none."""
    if days == 0:
        days, day = 1, day - _ONE
    while days:
        day += _ONE
        days -= works(day)
    return day


def count(works: Works, after: dt.date, until: dt.date) -> int:
    """Count the working days after one day up to another."""
    return sum(works(after + n * _ONE) for n in range(1, (until - after).days + 1))


def settle(compute: Compute[D], first: dt.date, calendars: Iterable[WorkingCalendar]) -> Outcome[D]:
    """Return what a computation gives as things stand, and every other answer that changes from `first` on give.

    A change of one name is one event, whichever calendars know it.
    """
    known = tuple(calendars)
    value = compute(lambda calendar: lambda day: calendar.is_working_day(day, projected=True))
    last = value
    while True:
        near = _near(known, first, _day(last))
        others: dict[tuple[str, ...], D] = {(): value}
        found: list[Alternative[D]] = []
        for names in islice(chain.from_iterable(combinations(near, n + 1) for n in range(len(near))), _MOST):
            others[names] = got = compute(_decided(frozenset(names)))
            if got != value and all(others[names[:i] + names[i + 1 :]] != got for i in range(len(names))):
                conditions = [near[name] for name in names]
                both = " và ".join(vi for vi, _ in conditions), " and ".join(en for _, en in conditions)
                found.append(Alternative(both, got))
        latest = max(others.values())
        if latest <= last:  # no answer lies where further changes could bear on it
            return Outcome(value, tuple(found), complete=2 ** len(near) - 1 <= _MOST)
        last = latest


def _day(value: dt.date) -> dt.date:
    return value.date() if isinstance(value, dt.datetime) else value


def _near(calendars: Iterable[WorkingCalendar], first: dt.date, last: dt.date) -> dict[str, tuple[str, str]]:
    """Return the names of the changes on days of this span, with their conditions, in the order of the calendars."""
    changes = [change for calendar in calendars for change in calendar.open_changes]
    near = [change for change in changes if any(first <= day <= last for day in change.dates)]
    return {change.name: change.condition for change in near}


def _decided(names: frozenset[str]) -> Callable[[WorkingCalendar], Works]:
    """Return how to ask calendars for their working days if the changes of these names come, and no other."""

    def ask(calendar: WorkingCalendar) -> Works:
        turned: dict[dt.date, bool] = {}
        for change in calendar.open_changes:
            if change.name in names:
                turned |= _turned(change, calendar.rest_weekdays)

        def works(day: dt.date) -> bool:
            return turned[day] if day in turned else calendar.is_working_day(day, projected=True)

        return works

    return ask


def _turned(change: OpenChange, rest_weekdays: frozenset[int]) -> dict[dt.date, bool]:
    days = {day: day.weekday() not in rest_weekdays for day in change.ordinary}
    days |= {row.date: False for row in change.days_off}
    return days | {row.date: True for row in change.make_up_days}

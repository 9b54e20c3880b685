"""Working time walked session by session: the arithmetic behind `OfficeHours`, for days that a function knows."""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import TypeAlias

from tthc.errors import show

__all__ = ["WEEKDAYS", "Sessions", "Works", "measure", "must_be_moment", "same_clock", "walk"]

Sessions: TypeAlias = tuple[tuple[dt.time, dt.time], ...]
"""When an office is open on one day, from one time to another, in order."""
Works: TypeAlias = Callable[[dt.date], bool]
"""Tells whether offices work on a day."""

WEEKDAYS = (
    ("thứ Hai", "Monday"),
    ("thứ Ba", "Tuesday"),
    ("thứ Tư", "Wednesday"),
    ("thứ Năm", "Thursday"),
    ("thứ Sáu", "Friday"),
    ("thứ Bảy", "Saturday"),
    ("Chủ nhật", "Sunday"),
)
_ONE = dt.timedelta(days=1)


def __dir__() -> list[str]:
    return __all__


def walk(weekly: tuple[Sessions, ...], moment: dt.datetime, left: dt.timedelta, works: Works) -> dt.datetime:
    """Return when so much working time after a local moment has passed; with none left, when work next goes on."""
    day = moment.date()
    while True:
        for opened, closed in _open(weekly, day, moment.tzinfo, works):
            begin = max(opened, moment)
            if begin < closed:
                if left <= closed - begin:
                    return begin + left
                left -= closed - begin
        day += _ONE


def measure(weekly: tuple[Sessions, ...], begin: dt.datetime, end: dt.datetime, works: Works) -> dt.timedelta:
    """Return the working time between two local moments."""
    day, found = begin.date(), dt.timedelta()
    while day <= end.date():
        for opened, closed in _open(weekly, day, begin.tzinfo, works):
            found += max(min(closed, end) - max(opened, begin), dt.timedelta())
        day += _ONE
    return found


def _open(
    weekly: tuple[Sessions, ...], day: dt.date, zone: dt.tzinfo | None, works: Works
) -> Iterator[tuple[dt.datetime, dt.datetime]]:
    if works(day):
        for begin, end in weekly[day.weekday()]:
            yield dt.datetime.combine(day, begin, zone), dt.datetime.combine(day, end, zone)


def must_be_moment(name: str, value: object) -> None:
    """Refuse what is no datetime."""
    if not isinstance(value, dt.datetime):
        msg = f"{name}: expected a moment (datetime), got {show(value)}"
        raise TypeError(msg)


def same_clock(name: str, moment: dt.datetime, other_name: str, other: dt.datetime) -> None:
    """Refuse two moments of which only one knows its time zone."""
    if (moment.tzinfo is None) is not (other.tzinfo is None):
        with_one = "with" if moment.tzinfo is not None else "without"
        msg = f"{other_name}: expected a datetime {with_one} a time zone, as {name} ({moment}), got {other}"
        raise TypeError(msg)

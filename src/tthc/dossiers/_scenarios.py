"""One answer for every way in which open days may be decided, where no single count of days gives the answer."""

import datetime as dt
import functools
from collections.abc import Callable, Iterator
from itertools import combinations
from typing import TypeVar

from tthc.calendar import Alternative, OpenChange, WorkingCalendar
from tthc.errors import OpenDayError

__all__ = ["calendar_of", "certain"]


def __dir__() -> list[str]:
    return __all__


T = TypeVar("T")
_MOST = 6  # changes near one answer; all their combinations are tried


def calendar_of(calendar: WorkingCalendar | None) -> WorkingCalendar:
    """Return the calendar given, or that of Viet Nam's public sector, whose tables load when first asked for."""
    if calendar is not None:
        return calendar
    from tthc.calendar import VIETNAM  # noqa: PLC0415 - see above

    return VIETNAM


def certain(
    compute: Callable[[WorkingCalendar], T],
    calendar: WorkingCalendar,
    span: tuple[dt.date, dt.date],
    *,
    projected: bool,
) -> T:
    """Return what `compute` gives as things stand; `OpenDayError` where a change on a day of the span would alter it.

    `compute` asks its calendar with `projected=True`.
    """
    value = compute(calendar)
    if projected:
        return value
    first, last = span
    near = [change for change in calendar.open_changes if any(first <= day <= last for day in change.dates)]
    if len(near) > _MOST:  # those that matter by themselves come first
        near.sort(key=lambda change: compute(_decided(calendar, (change.name,))) == value)
    others: dict[tuple[OpenChange, ...], T] = {(): value}
    found: list[Alternative[object]] = []
    for changes in _subsets(near[:_MOST]):
        others[changes] = got = compute(_decided(calendar, tuple(change.name for change in changes)))
        if got != value and all(others[changes[:i] + changes[i + 1 :]] != got for i in range(len(changes))):
            vi, en = zip(*(change.condition for change in changes), strict=True)
            found.append(Alternative((" và ".join(vi), " and ".join(en)), got))
    if found:
        raise OpenDayError(tuple(found), value)
    return value


def _subsets(changes: list[OpenChange]) -> Iterator[tuple[OpenChange, ...]]:
    for size in range(1, len(changes) + 1):
        yield from combinations(changes, size)


@functools.lru_cache(maxsize=64)
def _decided(calendar: WorkingCalendar, names: tuple[str, ...]) -> WorkingCalendar:
    """Return the calendar in which the changes of these names have come."""
    for name in names:
        calendar = calendar.decided(name, adopted=True)
    return calendar

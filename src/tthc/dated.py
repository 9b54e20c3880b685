"""Time spans of whole days and values that hold for one: everything in administrative law is dated."""

import datetime as dt
from collections.abc import Iterable
from typing import Generic, TypeVar, final

import attrs

from tthc._record import check
from tthc.errors import Fault

__all__ = ["ALWAYS", "Dated", "Interval", "in_force"]

T = TypeVar("T")


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen
class Interval:
    """The days from `since` up to, but without, `until` (thời hạn hiệu lực); `None` is an open end.

    It is half-open, so that one rule's `until` is the next one's `since`; it *prints* its last day, as decrees do.

    >>> span = Interval(dt.date(2025, 7, 1), dt.date(2027, 1, 1))
    >>> print(span)
    từ 01/07/2025 đến hết 31/12/2026
    >>> dt.date(2026, 12, 31) in span, dt.date(2027, 1, 1) in span
    (True, False)
    """

    since: dt.date | None = None
    until: dt.date | None = None

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        if self.until is not None and self.until <= (self.since or dt.date.min):
            yield Fault("until", self.until, f"a day after since ({self.since or dt.date.min})")

    @classmethod
    def through(cls, since: dt.date | None, last_day: dt.date | None) -> "Interval":
        """Make an interval from its first and its *last* day, as decrees state it (`đến hết ngày …`).

        31/12/9999, which some registers write for "no end", has no day after it and is an open end here too.
        """
        return cls(since, None if last_day is None or last_day == dt.date.max else last_day + dt.timedelta(days=1))

    @property
    def last_day(self) -> dt.date | None:
        """The last day that belongs to the interval, `None` where it is open."""
        return None if self.until is None else self.until - dt.timedelta(days=1)

    def __contains__(self, day: dt.date) -> bool:
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)

    def overlaps(self, other: "Interval") -> bool:
        """Tell whether at least one day belongs to both."""
        return (self.since is None or other.until is None or self.since < other.until) and (
            other.since is None or self.until is None or other.since < self.until
        )

    def __str__(self) -> str:
        parts = [f"từ {self.since:%d/%m/%Y}"] if self.since is not None else []
        if self.last_day is not None:
            parts.append(f"đến hết {self.last_day:%d/%m/%Y}")
        return " ".join(parts) or "không thời hạn"


ALWAYS = Interval()
"""The interval without ends."""


@final
@attrs.frozen
class Dated(Generic[T]):
    """A value and the days on which it holds.

    >>> Dated("Bộ Tư pháp", Interval(dt.date(2026, 1, 10))).value
    'Bộ Tư pháp'
    """

    value: T
    interval: Interval = ALWAYS

    def __attrs_post_init__(self) -> None:
        check(self)


def in_force(items: Iterable[Dated[T]], on: dt.date) -> T | None:
    """Return the value that holds on a day, the latest to begin where several do, `None` where none does.

    >>> in_force([Dated("cũ", Interval(None, dt.date(2026, 1, 10))), Dated("mới", Interval(dt.date(2026, 1, 10)))],
    ...          dt.date(2026, 1, 9))
    'cũ'
    """
    holding = [item for item in items if on in item.interval]
    if not holding:
        return None
    return max(holding, key=lambda item: item.interval.since or dt.date.min).value

"""Deadlines of procedure control: announcing a procedure, entering it into the database, sending the review plan.

Articles 15, 24 and 30 of Nghị định 63/2010/NĐ-CP; Nghị định 92/2017 rewrote the first two from 25/09/2017. Each
deadline says how its days are read: as days of the calendar or as working days. The decree writes "ngày" for the
announcement, and the indicator of the national portal counts working days: two readings, and the caller says which.
"""

import datetime as dt
from typing import Literal, NamedTuple, Protocol, TypeAlias

from tthc.calendar.vietnam import VIETNAM
from tthc.calendar.working import WorkingCalendar
from tthc.errors import NoLawError, show
from tthc.identifiers import LegalNumber
from tthc.law import Citation

__all__ = [
    "ActDeadline",
    "Announcer",
    "DayReading",
    "announcement_deadline",
    "entry_deadline",
    "review_plan_deadline",
]

Announcer: TypeAlias = Literal["minister", "province", "delegated"]
DayReading: TypeAlias = Literal["calendar", "working"]

_FIRST = dt.date(2010, 10, 14)  # Nghị định 63/2010 takes effect
_AMENDED = dt.date(2017, 9, 25)
_DECREE = LegalNumber.parse("63/2010/NĐ-CP")
_READINGS: dict[DayReading, tuple[str, str]] = {
    "calendar": ("ngày", "days"),
    "working": ("ngày làm việc", "working days"),
}
_ENTRY: dict[Announcer | None, int] = {"minister": 10, "province": 5}  # no term is named for delegated bodies


def __dir__() -> list[str]:
    return __all__


class ActDeadline(NamedTuple):
    """The last day for an act, and the rule it follows: how many days, read how, in Vietnamese and in English.

    >>> print(review_plan_deadline(2026))
    30/01/2026 (gửi trước ngày 31/01)
    """

    date: dt.date
    days: int
    reading: DayReading
    rule: tuple[str, str]
    citation: Citation

    def display(self, lang: Literal["vi", "en"] = "vi") -> str:
        """Write the day and its rule.

        >>> review_plan_deadline(2026).display("en")
        '30/01/2026 (to be sent before 31 January)'
        """
        return f"{self.date:%d/%m/%Y} ({self.rule[lang == 'en']})"

    def __str__(self) -> str:
        return self.display()


class _Adds(Protocol):
    """As much of a calendar as a count of working days wants."""

    def add(self, day: dt.date, days: int, /) -> dt.date: ...


def announcement_deadline(
    *,
    by: Announcer | None,
    in_force: dt.date | None = None,
    adopted: dt.date | None = None,
    shortened: bool = False,
    on: dt.date,
    reading: DayReading = "calendar",
    calendar: WorkingCalendar = VIETNAM,
) -> ActDeadline | None:
    """Return the last day for the decision that announces a procedure (quyết định công bố), Article 15.

    Ministers announce 20 days, provincial chairs and delegated bodies 5 days before the legal document takes effect
    (`in_force`); of one made by the shortened procedure, 3 days after it was adopted or signed (`adopted`). Before
    25/09/2017 it was 10 days before the effect for everybody. `on` is the day whose law is asked for, such as that of
    the decision. `None` where the day to count from, or the announcer, is not known.

    By the reading "working" the last day is a working day from which so many working days lead to the day of effect,
    or to an earlier one; where a day is not decided, `OpenDayError` is raised.

    >>> made = announcement_deadline(by="minister", in_force=dt.date(2026, 7, 1), on=dt.date(2026, 6, 10))
    >>> print(made)
    11/06/2026 (chậm nhất 20 ngày trước khi văn bản có hiệu lực)
    """
    _must_know("on", on)
    cite = Citation(document=_DECREE, article="15")
    unit_vi, unit_en = _unit(reading)
    if shortened and on >= _AMENDED:
        if adopted is None:
            return None
        end = adopted + 3 * _ONE if reading == "calendar" else calendar.add(adopted, 3)
        vi = f"chậm nhất 03 {unit_vi} sau khi văn bản được thông qua hoặc ký"
        words = vi, f"3 {unit_en} after adoption or signing"
        return ActDeadline(end, 3, reading, words, cite)
    days = 10 if on < _AMENDED else None if by is None else 20 if by == "minister" else 5
    if in_force is None or days is None:
        return None
    words = (
        f"chậm nhất {days:02d} {unit_vi} trước khi văn bản có hiệu lực",
        f"{days} {unit_en} before the document takes effect",
    )
    end = in_force - days * _ONE if reading == "calendar" else _before(in_force, days, calendar)
    return ActDeadline(end, days, reading, words, cite)


def entry_deadline(
    signed: dt.date,
    *,
    by: Announcer | None,
    shortened: bool = False,
    calendar: _Adds = VIETNAM,
) -> ActDeadline | None:
    """Return the last day for entry and publication in the national database (Article 24(2)), in working days.

    From the signing of the decision it is 10 for ministers, 5 for provincial chairs, 2 by the shortened procedure;
    before 25/09/2017 it was 5 for everybody. `None` for delegated bodies, for which the decree names no term. The
    calendar raises for days that it does not cover or that are not decided.

    >>> print(entry_deadline(dt.date(2026, 2, 12), by="province"))
    26/02/2026 (05 ngày làm việc kể từ ngày ký quyết định công bố)
    """
    _must_know("signed", signed)
    days = 5 if signed < _AMENDED else 2 if shortened else _ENTRY.get(by)
    if days is None:
        return None
    words = f"{days:02d} ngày làm việc kể từ ngày ký quyết định công bố", f"{days} working days from the signing"
    return ActDeadline(
        calendar.add(signed, days), days, "working", words, Citation(document=_DECREE, article="24", clause="2")
    )


def review_plan_deadline(year: int) -> ActDeadline:
    """Return the last day for sending the review plan of a year (kế hoạch rà soát, đánh giá), Article 30.

    It is sent before 31 January: the last day is 30 January, one day before it, and no rest day moves that.

    >>> review_plan_deadline(2027).date
    datetime.date(2027, 1, 30)
    """
    day = dt.date(year, 1, 30)
    _must_know("year", day)
    words = "gửi trước ngày 31/01", "to be sent before 31 January"
    return ActDeadline(day, 1, "calendar", words, Citation(document=_DECREE, article="30"))


_ONE = dt.timedelta(days=1)


def _must_know(name: str, day: object) -> None:
    if not isinstance(day, dt.date) or isinstance(day, dt.datetime):
        msg = f"{name}: expected a date without a time of day, got {show(day)}"
        raise TypeError(msg)
    if day < _FIRST:
        raise NoLawError(day, _FIRST)


def _unit(reading: DayReading) -> tuple[str, str]:
    if reading not in _READINGS:
        msg = f"reading: expected 'calendar' or 'working', got {show(reading)}"
        raise ValueError(msg)
    return _READINGS[reading]


def _before(day: dt.date, days: int, calendar: WorkingCalendar) -> dt.date:
    """Return the last working day from which so many working days lead to a day, or to an earlier one."""
    left = days
    while left:
        left -= calendar.is_working_day(day)
        day -= _ONE
    while not calendar.is_working_day(day):
        day -= _ONE
    return day

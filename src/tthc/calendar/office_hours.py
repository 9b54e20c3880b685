"""`OfficeHours`: when offices are open on their working days (giờ làm việc), and working time counted by them.

Which days are working days is a `WorkingCalendar`'s to say; this module knows weekdays and hours only.
"""

import datetime as dt
from collections.abc import Iterable
from typing import Literal, final

import attrs

from tthc._record import check
from tthc.calendar._worktime import WEEKDAYS, Sessions, Works, measure, must_be_moment, same_clock, walk
from tthc.calendar.working import WorkingCalendar
from tthc.errors import Fault, show

__all__ = ["OFFICE_HOURS", "OfficeHours"]

_USUAL = ((dt.time(8), dt.time(12)), (dt.time(13), dt.time(17)))


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen(repr=False)
class OfficeHours:
    """The hours of an office by weekday (giờ làm việc), from Monday to Sunday, as sessions from one time to another.

    The usual ones are 8:00–12:00 and 13:00–17:00. They stand for every weekday, since a Saturday or Sunday is worked
    only where the calendar says so (ngày làm bù). `utc_offset` is the time of the place in minutes east of Greenwich: a
    moment that knows its time zone is read, and answered, at that time; one that does not is taken to be local.

    >>> hours = OfficeHours().with_day(5, (dt.time(8), dt.time(11, 30)))
    >>> print(hours)
    thứ Hai–thứ Sáu 8:00–12:00, 13:00–17:00; thứ Bảy 8:00–11:30; Chủ nhật 8:00–12:00, 13:00–17:00
    """

    weekly: tuple[tuple[tuple[dt.time, dt.time], ...], ...] = (_USUAL,) * 7
    utc_offset: int = attrs.field(default=7 * 60, kw_only=True)

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        if len(self.weekly) != 7 or not any(self.weekly):
            yield Fault("weekly", self.weekly, "seven rows of sessions, Monday first, not all of them empty")
        if not -24 * 60 < self.utc_offset < 24 * 60:
            yield Fault("utc_offset", self.utc_offset, "less than a day, in minutes")
        for i, sessions in enumerate(self.weekly):
            times = [time for session in sessions for time in session]
            if any(time.tzinfo is not None for time in times):
                yield Fault(f"weekly[{i}]", sessions, "times without a time zone (it is utc_offset)")
            elif any(begin >= end for begin, end in sessions) or times != sorted(times):
                yield Fault(f"weekly[{i}]", sessions, "sessions that end after they begin, one after the other")

    def with_day(self, weekday: int, *sessions: tuple[dt.time, dt.time]) -> "OfficeHours":
        """Return these hours with other sessions on one weekday (Monday is 0); with none the office is closed then.

        >>> OfficeHours().with_day(4, (dt.time(8), dt.time(12))).on(dt.date(2026, 11, 20))
        ((datetime.time(8, 0), datetime.time(12, 0)),)
        """
        if type(weekday) is not int or not 0 <= weekday <= 6:
            msg = f"weekday: expected 0 (Monday) to 6 (Sunday), got {show(weekday)}"
            raise ValueError(msg)
        return attrs.evolve(self, weekly=(*self.weekly[:weekday], sessions, *self.weekly[weekday + 1 :]))

    def on(self, day: dt.date) -> tuple[tuple[dt.time, dt.time], ...]:
        """Return the sessions of a day, should it be a working day.

        >>> OFFICE_HOURS.on(dt.date(2026, 11, 20))[1]
        (datetime.time(13, 0), datetime.time(17, 0))
        """
        return self.weekly[day.weekday()]

    def local(self, moment: dt.datetime) -> dt.datetime:
        """Return a moment at the time of the place; one without a time zone is taken to be local.

        >>> OFFICE_HOURS.local(dt.datetime(2026, 11, 20, 20, 0, tzinfo=dt.UTC)).day
        21
        """
        must_be_moment("moment", moment)
        if moment.tzinfo is None:
            return moment
        return moment.astimezone(dt.timezone(dt.timedelta(minutes=self.utc_offset)))

    def add(
        self, moment: dt.datetime, amount: dt.timedelta, calendar: WorkingCalendar, *, projected: bool = False
    ) -> dt.datetime:
        """Return when an amount of working time after a moment has passed (giờ làm việc).

        With no time at all it is the moment itself, or when the office opens next. Before opening counts as opening,
        the midday break as the afternoon, what lies after closing or on a day off as the next morning. Where a day is
        not decided, `OpenDayError` is raised unless `projected` is true.

        >>> from tthc.calendar import VIETNAM
        >>> OFFICE_HOURS.add(dt.datetime(2026, 11, 19, 10, 30), dt.timedelta(hours=8), VIETNAM)
        datetime.datetime(2026, 11, 20, 10, 30)
        """
        if amount < dt.timedelta():
            msg = f"amount: expected a time of 0 or more, got {amount}"
            raise ValueError(msg)
        return walk(self.weekly, self.local(moment), amount, _works(calendar, projected=projected))

    def between(
        self, begin: dt.datetime, end: dt.datetime, calendar: WorkingCalendar, *, projected: bool = False
    ) -> dt.timedelta:
        """Return the working time between two moments: `between(m, add(m, t)) == t`.

        >>> from tthc.calendar import VIETNAM
        >>> OFFICE_HOURS.between(dt.datetime(2026, 2, 13, 16, 0), dt.datetime(2026, 2, 23, 9, 30), VIETNAM)
        datetime.timedelta(seconds=9000)
        """
        begin, end = self.local(begin), self.local(end)
        same_clock("begin", begin, "end", end)
        if end < begin:
            msg = f"end: expected a moment from {begin} (begin) on, got {end}"
            raise ValueError(msg)
        return measure(self.weekly, begin, end, _works(calendar, projected=projected))

    def display(self, lang: Literal["vi", "en"] = "vi") -> str:
        """Write the hours, weekdays with the same ones together.

        >>> OFFICE_HOURS.display("en")
        'Monday–Sunday 8:00–12:00, 13:00–17:00'
        """
        groups: list[tuple[int, int]] = []
        for weekday, sessions in enumerate(self.weekly):
            if groups and self.weekly[groups[-1][0]] == sessions:
                groups[-1] = groups[-1][0], weekday
            else:
                groups.append((weekday, weekday))
        english = lang == "en"
        words = [
            ("–".join(dict.fromkeys(WEEKDAYS[day][english] for day in group)), _times(self.weekly[group[0]], english))
            for group in groups
        ]
        return "; ".join(f"{days} {times}" for days, times in words)

    def __str__(self) -> str:
        return self.display()

    def __repr__(self) -> str:
        fields = [(f.name, getattr(self, f.name), f.default) for f in attrs.fields(OfficeHours)]
        return f"OfficeHours({', '.join(f'{name}={value!r}' for name, value, usual in fields if value != usual)})"


def _works(calendar: WorkingCalendar, *, projected: bool) -> Works:
    return lambda day: calendar.is_working_day(day, projected=projected)


def _times(sessions: Sessions, english: bool) -> str:  # noqa: FBT001 - of one caller
    words = [f"{begin.hour}:{begin:%M}–{end.hour}:{end:%M}" for begin, end in sessions]
    return ", ".join(words) or ("closed" if english else "nghỉ")


OFFICE_HOURS = OfficeHours()
"""8:00–12:00 and 13:00–17:00, eight hours a day, at the time of Viet Nam."""

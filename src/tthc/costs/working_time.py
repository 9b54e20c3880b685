"""`WorkingTime`: what a duration that is not a number of working days counts as."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Literal, TypeAlias, final

import attrs

from tthc._record import check
from tthc.calendar import TimeLimit
from tthc.costs.amounts import as_exact
from tthc.errors import Fault
from tthc.text import Unparsed

__all__ = ["WhyApart", "WorkingTime"]

WhyApart: TypeAlias = Literal["hours", "calendar_days", "same_day", "no_limit", "no_unit", "working_unit"]
"""Why a duration has no length in working days: it is in hours, in calendar days, "within the day"; no limit is stated
or fixed, or it cannot be read; it is a number without unit; it is in working weeks, months or years, which no law
defines."""

_ZERO = Fraction(0)
_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
_PER_HOUR = {"minute": 60, "hour": 1}


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen(kw_only=True)
class WorkingTime:
    """What a limit counts as, in working days, where it is not a number of them (quy ước quy đổi thời hạn).

    Each is `None` unless named: then such limits are kept apart.

    - `hours_per_day`: the hours of a working day; of limits in hours and minutes, working or plain.
    - `per_calendar_day`: working days that a calendar day counts as, such as `Fraction(5, 7)`; a week has 7 days, a
      month 30, a year 365 (khoản 1 Điều 146 Bộ luật Dân sự 2015, for spans that are not continuous).
    - `same_day`: of a limit "within the day" (trong ngày). `due` ends it on the day of receipt, which is 0.
    - `no_limit`: of a step for which no limit is stated or fixed, or whose limit cannot be read.

    A working day is one, half a working day (buổi) a half, "at once" nothing: that needs no policy.

    >>> eight = WorkingTime(hours_per_day=8)
    >>> eight.read(TimeLimit.parse("4 giờ làm việc")), eight.read(TimeLimit.parse("10 ngày"))
    ((Fraction(1, 2), None), (Fraction(0, 1), 'calendar_days'))
    """

    hours_per_day: Fraction | None = attrs.field(default=None, converter=as_exact)
    per_calendar_day: Fraction | None = attrs.field(default=None, converter=as_exact)
    same_day: Fraction | None = attrs.field(default=None, converter=as_exact)
    no_limit: Fraction | None = attrs.field(default=None, converter=as_exact)

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        if self.hours_per_day is not None and not 0 < self.hours_per_day <= 24:
            yield Fault("hours_per_day", self.hours_per_day, "more than 0, at most 24")
        for name in ("per_calendar_day", "same_day"):
            held: Fraction | None = getattr(self, name)
            if held is not None and not 0 <= held <= 1:
                yield Fault(name, held, "from 0 to 1 working day")
        if self.no_limit is not None and self.no_limit < 0:
            yield Fault("no_limit", self.no_limit, "0 or more")

    def read(self, duration: TimeLimit | Unparsed | Fraction | None) -> tuple[Fraction, WhyApart | None]:
        """Return the length of a duration in working days and `None`, or 0 and why it has none."""
        if type(duration) is Fraction:
            return duration, None
        if not isinstance(duration, TimeLimit) or duration.kind == "not_fixed":
            return _or(self.no_limit, "no_limit")
        if duration.kind == "immediate":
            return _ZERO, None
        if duration.kind == "same_day":
            return _or(self.same_day, "same_day")
        return self._of_amount(duration.amount or _ZERO, duration)

    def _of_amount(self, amount: Fraction, limit: TimeLimit) -> tuple[Fraction, WhyApart | None]:
        unit = limit.unit
        if unit is None:
            return _ZERO, "no_unit"
        if unit == "half_day":
            return amount / 2, None
        if unit in _PER_HOUR:
            hours = self.hours_per_day
            return _or(None if hours is None else amount / _PER_HOUR[unit] / hours, "hours")
        if limit.working:
            return (amount, None) if unit == "day" else (_ZERO, "working_unit")
        share = self.per_calendar_day
        return _or(None if share is None else amount * _DAYS[unit] * share, "calendar_days")


def _or(length: Fraction | None, why: WhyApart) -> tuple[Fraction, WhyApart | None]:
    return (_ZERO, why) if length is None else (length, None)

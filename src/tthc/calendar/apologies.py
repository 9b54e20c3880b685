"""Late results: when the applicant is told (văn bản xin lỗi), and how often a new date may be set (hẹn lại ngày trả).

Only the rule of Nghị định 61/2018 is known. Under Nghị định 118/2025, in force since 01/07/2025, form 04 of Thông tư
03/2025/TT-VPCP is an apology *and* a request for extension; by when and how often is not confirmed, so there is no rule
here for later days: `apology_rule` returns `None`.
"""

import datetime as dt
from collections.abc import Iterable
from typing import final

import attrs

from tthc._record import check
from tthc.calendar.deadlines import DueDate
from tthc.dated import Dated, Interval, in_force
from tthc.errors import Fault
from tthc.identifiers import LegalNumber
from tthc.law import Citation

__all__ = ["APOLOGY_RULES", "ApologyRule", "apology_rule"]


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen(kw_only=True)
class ApologyRule:
    """The rule of a decree on late results: so many days before the limit ends, and so many new dates at most."""

    days_before: int
    new_dates: int
    citation: Citation

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        for field, value in (("days_before", self.days_before), ("new_dates", self.new_dates)):
            if value < 0:
                yield Fault(field, value, "a number of 0 or more")

    def apology_by(self, end: dt.date | DueDate) -> dt.date | None:
        """Return the last day to apologise for what will be late; of a `DueDate` without a limit there is none.

        The days are days of the calendar, as the decree writes "01 ngày". No law moves such a day, so it may be a rest
        day: then the office has to write before it.

        >>> rule = apology_rule(dt.date(2020, 8, 25))
        >>> rule.apology_by(dt.date(2020, 9, 1)) if rule else None
        datetime.date(2020, 8, 31)
        """
        day = end.date if isinstance(end, DueDate) else end
        return None if day is None else day - dt.timedelta(days=self.days_before)

    def may_set_new_date(self, already: int) -> bool:
        """Tell whether another date may be given after so many new ones (hẹn lại).

        >>> rule = apology_rule(dt.date(2020, 8, 25))
        >>> [rule.may_set_new_date(0), rule.may_set_new_date(1)] if rule else None
        [True, False]
        """
        return already < self.new_dates


APOLOGY_RULES = (
    Dated(
        ApologyRule(
            days_before=1,
            new_dates=1,
            citation=Citation(document=LegalNumber.parse("61/2018/NĐ-CP"), article="19", clause="9"),
        ),
        Interval(dt.date(2018, 6, 21), dt.date(2025, 7, 1)),
    ),
)
"""The rules of the one-stop decrees that are confirmed, with the days on which they hold."""


def apology_rule(on: dt.date) -> ApologyRule | None:
    """Return the rule on late results that holds on a day, `None` where none is confirmed.

    >>> apology_rule(dt.date(2026, 11, 20)) is None
    True
    """
    return in_force(APOLOGY_RULES, on)

"""`due`: the day on which the result of a procedure is due (ngày hẹn trả kết quả), explained day by day.

Two models count a limit, and their results differ:

- "legal": Articles 144 to 148 of the Civil Code 2015 (before 2017: 149 to 153 of that of 2005, which say the same). The
  first day does not count. *n* working days end on the *n*-th working day after it. Days, weeks, months and years end
  on the corresponding day, in a month without it on the last, and where that is a rest day or holiday with the next
  working day; a day swapped for a make-up day is a rest day here. Hours and minutes run from their moment and are not
  moved; working hours run while offices are open. Parts of a day are refused: the law knows none.
- "clock": the one-stop software, as OpenCPS has it. A day is 8 working hours from the minute of acceptance, working
  day or not, half a day is 4; hours and minutes are working time. Weeks, months and years are those of the law. A limit
  in plain days so ends later than by the law.
"""

import datetime as dt
from collections.abc import Iterable
from typing import Literal, NamedTuple, final

import attrs

from tthc._record import check
from tthc.calendar._conditions import read_note
from tthc.calendar._counting import (
    USUAL,
    Counting,
    LimitError,
    Model,
    Pause,
    anchor_of,
    count_from,
    day_of,
    is_late,
    local,
)
from tthc.calendar._explained import explain, rules_of
from tthc.calendar._worktime import same_clock
from tthc.calendar.days import Alternative, Day
from tthc.calendar.limits import TimeLimit
from tthc.calendar.office_hours import OFFICE_HOURS, OfficeHours
from tthc.calendar.vietnam import VIETNAM
from tthc.calendar.working import NotCoveredError, WorkingCalendar
from tthc.errors import Fault, OpenDayError, show
from tthc.law import Citation

__all__ = ["Conditional", "DueDate", "LimitError", "Pause", "due"]


def __dir__() -> list[str]:
    return __all__


class Conditional(NamedTuple):
    """A due date that holds under a condition, as the note of the limit words it.

    >>> limit = TimeLimit.parse("03 ngày làm việc, trường hợp phải xác minh thì không quá 08 ngày làm việc")
    >>> condition, other = due(dt.date(2020, 8, 25), limit).conditional[0]
    >>> condition, other.date
    ('trường hợp phải xác minh', datetime.date(2020, 9, 7))
    """

    condition: str
    due: "DueDate"


@final
@attrs.frozen(kw_only=True, repr=False)
class DueDate:
    """The day on which a limit ends, and all that made it so; `print()` explains it.

    `date` is that day, `None` where the record says that no limit is fixed. `at` is the moment, for limits of hours and
    in the clock model. `start` is the day or moment from which the limit runs; `submitted` that of the submission,
    where it lay on no day of intake. What is not decided yet about the days between stands in `alternatives`, each with
    its condition in Vietnamese and in English; where more changes bear on the date than can be tried, `complete` is
    false. `counting` holds calendars, model, office hours and pauses.

    >>> print(due(dt.date(2026, 2, 12), TimeLimit.parse("3 ngày làm việc")))
    Hạn: thứ Ba 24/02/2026
    Thời hạn: 3 ngày làm việc, tính từ ngày liền sau thứ Năm 12/02/2026
    Căn cứ: khoản 2 Điều 147, khoản 1 Điều 148 Bộ luật Dân sự 2015
    Tính 3 ngày: 13/02/2026, 23/02/2026–24/02/2026
    Không tính 9 ngày:
    - 14/02/2026–15/02/2026: ngày nghỉ hằng tuần
    - 16/02/2026–20/02/2026: nghỉ lễ, tết (Tết Nguyên đán; Điều 112 Bộ luật Lao động 2019; 9441/TB-BNV)
    - 21/02/2026–22/02/2026: ngày nghỉ hằng tuần
    """

    start: dt.date | dt.datetime
    limit: TimeLimit
    date: dt.date | None
    at: dt.datetime | None = None
    alternatives: tuple[Alternative[dt.date], ...] = ()
    complete: bool = True
    submitted: dt.date | dt.datetime | None = None
    counting: Counting = USUAL

    def __attrs_post_init__(self) -> None:
        check(self, self._faults if self.date is None or self.at is not None else None)

    def _faults(self) -> Iterable[Fault]:
        if self.at is not None and self.at.date() != self.date:
            yield Fault("at", self.at, f"a moment of the date ({self.date})")
        if self.date is None and self.limit.kind != "not_fixed":
            yield Fault("date", None, f"a day beside a limit ({self.limit})")

    # ── what it rests on ─────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def certain(self) -> bool:
        """Whether nothing that is not decided yet bears on the date.

        >>> due(dt.date(2026, 11, 20), TimeLimit.parse("4 ngày làm việc")).certain
        False
        """
        return not self.alternatives

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The clauses of the Civil Code by which the limit is counted; none for the clock of one-stop software.

        >>> month = due(dt.date(2021, 1, 31), TimeLimit.parse("1 tháng"))
        >>> [f"{place.article}({place.clause})" for place in month.citations]
        ['147(2)', '148(3)', '148(5)']
        """
        return rules_of(self)

    @property
    def skipped(self) -> tuple[Day, ...]:
        """The days that did not count, in order; each says why, and by which decision.

        Of a limit in working days those without work, of one in days, weeks, months or years those over which its last
        day moved, and of either those of a pause.

        >>> print(due(dt.date(2019, 4, 26), TimeLimit.parse("3 ngày")).skipped[0])
        Thứ Hai 29/04/2019: nghỉ hoán đổi (làm bù 04/05/2019; 6519/VPCP-KGVX ngày 11/07/2018)
        """
        return self._walked()[1]

    @property
    def counted(self) -> tuple[Day, ...]:
        """The days that counted, in order, make-up days with the day that they make up for.

        >>> [day.kind for day in due(dt.date(2026, 8, 20), TimeLimit.parse("3 ngày làm việc")).counted]
        ['working', 'make_up', 'working']
        """
        return self._walked()[0]

    @property
    def rows(self) -> tuple[dict[str, object], ...]:
        """The days from the first that may count to the last, a flat record each: date, counted, kind, name, decision.

        >>> due(dt.date(2026, 8, 21), TimeLimit.parse("1 ngày làm việc")).rows[0]["kind"]
        'make_up'
        """
        counted, skipped = self._walked()
        rows = [(day, True) for day in counted] + [(day, False) for day in skipped]
        return tuple(
            {"date": day.date, "counted": counts, "kind": day.kind, "name": day.name, "decision": day.decision}
            for day, counts in sorted(rows, key=lambda row: row[0].date)
        )

    def _walked(self) -> tuple[tuple[Day, ...], tuple[Day, ...]]:
        """Return the days that counted and those that did not."""
        how, limit, last = self.counting, self.limit, self.date
        if last is None or (self.at is not None and how.model == "legal" and not limit.working):
            return (), ()
        whole = self.at is None
        anchor = anchor_of(self.start, limit, how) if whole else last
        from_next = (whole and limit.kind == "duration") or is_late(self.start, limit)
        first = day_of(self.start).toordinal() + from_next
        counted: list[Day] = []
        skipped: list[Day] = []
        for day in map(how.calendar.day, map(dt.date.fromordinal, range(first, last.toordinal() + 1))):
            off = not day.working if limit.working or not whole else anchor <= day.date < last
            paused = whole and any(day_of(begin) < day.date <= day_of(end) for begin, end in how.pauses)
            (skipped if off or paused else counted).append(day)
        return tuple(counted), tuple(skipped)

    # ── the note of the limit ────────────────────────────────────────────────────────────────────────────────────────

    @property
    def conditional(self) -> tuple[Conditional, ...]:
        """The due dates that hold under conditions which the note of the limit states.

        Only what is a condition and a limit is read: not a limit that grows or shrinks, nor one for another act.
        """
        return self._read_note()[0]

    @property
    def not_interpreted(self) -> tuple[str, ...]:
        """What else the note of the limit says, part by part.

        >>> due(dt.date(2020, 8, 25), TimeLimit.parse("5 ngày làm việc kể từ ngày nhận đủ hồ sơ")).not_interpreted
        ('kể từ ngày nhận đủ hồ sơ',)
        """
        return self._read_note()[1]

    def _read_note(self) -> tuple[tuple[Conditional, ...], tuple[str, ...]]:
        note = read_note(self.limit.note, cutoff=self.limit.cutoff is not None)
        found: list[Conditional] = []
        rest: list[str] = []
        for condition, limit in note.conditional:
            try:
                found.append(Conditional(condition, reckon(self.submitted or self.start, limit, self.counting)))
            except (LimitError, NotCoveredError, TypeError):  # it wants a moment, another model or a longer calendar
                rest.append(f"{condition}: {limit}")
        return tuple(found), (*rest, *note.rest)

    # ── against a day ────────────────────────────────────────────────────────────────────────────────────────────────

    def overdue(self, on: dt.date, *, projected: bool = False) -> int:
        """Return by how many working days a day or moment is late (quá hạn): 0 in time, at least 1 if late.

        Days of rest alone are one day late, and so is another hour of the same day. Where the answer rests on what is
        not decided, `OpenDayError` is raised unless `projected` is true. Nothing is late where no limit is fixed.

        >>> made = due(dt.date(2020, 8, 25), TimeLimit.parse("5 ngày làm việc"))
        >>> made.overdue(dt.date(2020, 9, 1)), made.overdue(dt.date(2020, 9, 3))
        (0, 1)
        """
        end, on = self._against(on)
        if not any(_is_past(on, other) for other in (end, *self._others)):
            return 0
        self._must_be_certain(projected=projected)
        if end is None or not _is_past(on, end):
            return 0
        return max(self.counting.calendar.count(day_of(end), day_of(on), projected=projected), 1)

    def early(self, on: dt.date, *, projected: bool = False) -> int:
        """Return by how many working days a day or moment is early (trước hạn), 0 on the day itself and after it.

        It raises `OpenDayError` as `overdue` does.

        >>> due(dt.date(2020, 8, 25), TimeLimit.parse("5 ngày làm việc")).early(dt.date(2020, 8, 28))
        2
        """
        end, on = self._against(on)
        day = day_of(on)
        if not any(other is not None and day < day_of(other) for other in (end, *self._others)):
            return 0
        self._must_be_certain(projected=projected)
        if end is None or day >= day_of(end):
            return 0
        return self.counting.calendar.count(day, day_of(end), projected=projected)

    @property
    def _others(self) -> tuple[dt.date, ...]:
        return tuple(other.value for other in self.alternatives)

    def _against(self, on: object) -> tuple[dt.date | None, dt.date]:
        """Return the end of the limit and a day or moment to hold against it, at the time of the place."""
        moment = local("on", on, self.counting.hours)
        if self.at is None or not isinstance(moment, dt.datetime):
            return self.date, moment
        same_clock("the due date", self.at, "on", moment)
        return self.at, moment

    def _must_be_certain(self, *, projected: bool) -> None:
        if self.alternatives and not projected:
            raise OpenDayError(self.alternatives, self.at or self.date)

    # ── in words ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def display(self, lang: Literal["vi", "en"] = "vi") -> str:
        """Explain the date: from when, by which rule, what counted and what did not, by which decision, what is open.

        >>> print(due(dt.date(2020, 8, 25), TimeLimit.parse("30 ngày")).display("en"))
        Due: Thursday 24/09/2020
        Limit: 30 days, counted from the day after Tuesday 25/08/2020
        Law: Article 147(2), Article 148(1), Civil Code 2015
        Counted 30 days: 26/08/2020–24/09/2020
        """
        return explain(self, lang)

    def __str__(self) -> str:
        return self.display()

    def __repr__(self) -> str:
        end = "no limit" if self.date is None else str(self.date if self.at is None else self.at)
        return f"<DueDate: {end}, {show(str(self.limit))} from {self.start}{'' if self.certain else ', open'}>"


def _is_past(on: dt.date, end: dt.date | None) -> bool:
    if isinstance(on, dt.datetime) and isinstance(end, dt.datetime):
        return on > end
    return end is not None and day_of(on) > day_of(end)


def due(
    start: dt.date,
    limit: TimeLimit,
    *,
    calendar: WorkingCalendar = VIETNAM,
    receiving: WorkingCalendar | None = None,
    model: Model = "legal",
    hours: OfficeHours = OFFICE_HOURS,
    round_to_quarter: bool = False,
) -> DueDate:
    """Return when a limit that runs from a day or moment ends (hạn giải quyết, ngày hẹn trả kết quả).

    `start` is the day of acceptance, which does not count (see `accept` for a submission on a rest day or after hours);
    a moment (`datetime`) is wanted where hours count, and by the clock model; of one, whole days are counted from its
    day. A moment that knows its time zone is read at the time of the office. `receiving` is a calendar of intake: what
    comes in on none of its days is taken in on the next one; settling goes by `calendar` alone. The models are told in
    the docstring of this module; `hours` are those of the office, `round_to_quarter` moves the end of the clock model
    to the next quarter of an hour, as OpenCPS does: from a full one as well, and beyond closing time.

    A day that is not decided yet does not raise: see `DueDate.alternatives`. `LimitError` tells of a limit that cannot
    be counted, such as a number without a unit; `NotCoveredError` of days outside the calendar, those before 2010 for
    one. A limit that is not fixed has no date.

    >>> due(dt.date(2020, 8, 25), TimeLimit.parse("không quá 05 (năm) ngày làm việc")).date
    datetime.date(2020, 9, 1)
    >>> made = due(dt.datetime(2026, 11, 18, 14, 0), TimeLimit.parse("1/2 ngày làm việc"), model="clock")
    >>> made.at
    datetime.datetime(2026, 11, 19, 9, 0)
    >>> print(due(dt.date(2026, 11, 20), TimeLimit.parse("4 ngày làm việc")).alternatives[0])
    28/11/2026 nếu hoán đổi 23/11 ↔ 28/11/2026 được quyết định
    """
    usual = calendar is VIETNAM and receiving is None and model == "legal" and hours is OFFICE_HOURS
    if usual and not round_to_quarter:
        return reckon(start, limit, USUAL)
    how = Counting(calendar=calendar, receiving=receiving, model=model, hours=hours, round_to_quarter=round_to_quarter)
    return reckon(start, limit, how)


def reckon(start: dt.date, limit: TimeLimit, how: Counting) -> DueDate:
    """Return when a limit ends, counted as it is said."""
    _must_be_limit(limit)
    if how is USUAL and limit.working and limit.unit == "day" and type(start) is dt.date:
        amount = limit.amount
        if amount is not None and amount.denominator == 1:  # nine limits in ten
            try:
                return DueDate(start=start, limit=limit, date=VIETNAM.add(start, amount.numerator))
            except OpenDayError:
                pass
    begin, outcome = count_from(start, limit, how)
    if outcome is None:
        return DueDate(start=begin, limit=limit, date=None, counting=how)
    end = outcome.value
    given = local("start", start, how.hours)
    return DueDate(
        start=begin,
        limit=limit,
        date=day_of(end),
        at=end if isinstance(end, dt.datetime) else None,
        alternatives=outcome.alternatives,
        complete=outcome.complete,
        submitted=None if given == begin else given,
        counting=how,
    )


def _must_be_limit(limit: object) -> None:
    if type(limit) is not TimeLimit:
        msg = f"limit: expected a TimeLimit (TimeLimit.parse reads text), got {show(limit)}"
        raise TypeError(msg)

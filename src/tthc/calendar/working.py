"""`WorkingCalendar`: on which days offices work (ngày làm việc), and what of that is not decided yet."""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol, TypeAlias, TypeVar, final, overload

import attrs

from tthc._record import check
from tthc.calendar._ordinals import add_many
from tthc.calendar._table import Combination, Steps, Table
from tthc.calendar.days import Alternative, Day, DayKind, DayOff, MakeUpDay, OpenChange, Outcome
from tthc.errors import Fault, NotFoundError, OpenDayError, TthcError, show

__all__ = ["NotCoveredError", "WorkingCalendar"]

T = TypeVar("T")
R = TypeVar("R", bound=DayOff | MakeUpDay)
A = TypeVar("A", bound="_Array")
Row: TypeAlias = DayOff | MakeUpDay

_UNBUILT = Table(0, b"")


def __dir__() -> list[str]:
    return __all__


class NotCoveredError(TthcError, ValueError):
    """A calendar is asked about a day that it does not cover, `what`; it covers the days from `first` to `last`."""

    def __init__(self, what: str, first: dt.date, last: dt.date) -> None:
        super().__init__(what, first, last)
        self.what = what
        self.first = first
        self.last = last

    def __str__(self) -> str:
        return f"the calendar does not cover {self.what}: expected a day from {self.first} to {self.last}"


class _Array(Protocol):
    """A numpy array of integers, as far as this module cares."""

    @property
    def dtype(self) -> Any: ...  # noqa: ANN401 - numpy's own


def _by_date(rows: tuple[R, ...]) -> tuple[R, ...]:
    """Put rows in order, so that calendars of the same rows are equal; `check` refuses what is no tuple of rows."""
    if type(rows) is tuple and {DayOff, MakeUpDay}.issuperset(map(type, rows)):
        return tuple(sorted(rows, key=lambda row: row.date))
    return rows


def _order_off(rows: tuple[DayOff, ...]) -> tuple[DayOff, ...]:
    return _by_date(rows)


def _order_made_up(rows: tuple[MakeUpDay, ...]) -> tuple[MakeUpDay, ...]:
    return _by_date(rows)


@final
@attrs.frozen(kw_only=True, repr=False, cache_hash=True, getstate_setstate=False)
class WorkingCalendar:
    """The working days of some body from one day to another (lịch làm việc).

    A day is a working day unless its weekday is one of `rest_weekdays` (Monday is 0) or it is among `days_off`; one of
    `make_up_days` is a working day whatever its weekday. Days beyond `first` and `last` are not guessed:
    `NotCoveredError`. What may still change stands in `open_changes`; two of them never speak of the same day. An
    answer that a change could alter is not given: `OpenDayError` holds the alternatives, `projected=True` asks for the
    answer as things stand, and `resolve_add` and `resolve_count` return all of them.

    Calendars do not change: `with_days_off`, `with_working_days` and `decided` return new ones, and `attrs.evolve`
    replaces whole fields. Questions take constant time, whatever the number of days.

    >>> from tthc.calendar import VIETNAM
    >>> VIETNAM.add(dt.date(2026, 2, 12), 3)  # across the Tết of 2026
    datetime.date(2026, 2, 24)
    >>> VIETNAM.add(dt.date(2026, 11, 20), 4)
    Traceback (most recent call last):
    ...
    tthc.errors.OpenDayError: not decided yet: 2026-11-27, or 2026-11-28 if ...
    >>> VIETNAM.add(dt.date(2026, 11, 20), 4, projected=True)
    datetime.date(2026, 11, 27)

    Statutory holidays only, for bodies that the swaps do not bind, and an office that rests on Sundays alone:

    >>> private = attrs.evolve(
    ...     VIETNAM, days_off=tuple(d for d in VIETNAM.days_off if d.kind != "swapped"), make_up_days=()
    ... )
    >>> private.is_working_day(dt.date(2026, 1, 2)), VIETNAM.is_working_day(dt.date(2026, 1, 2))
    (True, False)
    >>> attrs.evolve(VIETNAM, rest_weekdays=frozenset({6})).is_working_day(dt.date(2026, 3, 7))
    True
    """

    name: str
    first: dt.date
    last: dt.date
    rest_weekdays: frozenset[int] = frozenset({5, 6})
    days_off: tuple[DayOff, ...] = attrs.field(default=(), converter=_order_off)
    make_up_days: tuple[MakeUpDay, ...] = attrs.field(default=(), converter=_order_made_up)
    open_changes: tuple[OpenChange, ...] = ()
    _rows: dict[dt.date, Row] = attrs.field(init=False, eq=False)
    _table: Table = attrs.field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        rows: dict[dt.date, Row] = {}
        object.__setattr__(self, "_rows", rows)
        object.__setattr__(self, "_table", _UNBUILT)
        check(self, self._faults)
        rows.update((row.date, row) for row in self.days_off)
        rows.update((row.date, row) for row in self.make_up_days)
        object.__setattr__(self, "_table", self._count())

    def _faults(self) -> Iterable[Fault]:
        if not self.name:
            yield Fault("name", self.name, "a name")
        if self.last < self.first:
            yield Fault("last", self.last, f"a day from first ({self.first}) on")
        if not self.rest_weekdays <= set(range(7)):
            yield Fault("rest_weekdays", sorted(self.rest_weekdays), "weekdays from 0 (Monday) to 6 (Sunday)")
        rows = [(f"days_off[{i}]", row.date) for i, row in enumerate(self.days_off)]
        rows += [(f"make_up_days[{i}]", row.date) for i, row in enumerate(self.make_up_days)]
        yield from self._misplaced(rows, "a day that no other row speaks of")
        changes = [(f"open_changes[{i}]", day) for i, change in enumerate(self.open_changes) for day in change.dates]
        yield from self._misplaced(changes, "days that no other open change speaks of")
        names = [change.name for change in self.open_changes]
        yield from (Fault(f"open_changes[{i}]", n, "a name of its own") for i, n in enumerate(names) if n in names[:i])

    def _misplaced(self, days: list[tuple[str, dt.date]], expected: str) -> Iterator[Fault]:
        seen: set[dt.date] = set()
        for field, day in days:
            if not self.first <= day <= self.last:
                yield Fault(field, day, f"a day from {self.first} to {self.last}")
            if day in seen:
                yield Fault(field, day, expected)
            seen.add(day)

    def _count(self) -> Table:
        base = self.first.toordinal() - 1
        size = self.last.toordinal() - base
        weekday = self.first.weekday()
        week = bytes((weekday + i) % 7 not in self.rest_weekdays for i in range(7))
        working = bytearray((week * (size // 7 + 1))[:size])
        for row in self._rows.values():
            working[row.date.toordinal() - base - 1] = type(row) is MakeUpDay

        def steps(change: OpenChange) -> Steps:
            turned = {day: day.weekday() not in self.rest_weekdays for day in change.ordinary}
            turned |= {row.date: False for row in change.days_off}
            turned |= {row.date: True for row in change.make_up_days}
            moved = ((day.toordinal() - base, to - working[day.toordinal() - base - 1]) for day, to in turned.items())
            return tuple(sorted((day, step) for day, step in moved if step))

        return Table(base, working, tuple(map(steps, self.open_changes)))

    def __reduce__(self) -> tuple[object, ...]:
        # The tables are many times the size of what they are counted from.
        fields = [getattr(self, field.name) for field in attrs.fields(WorkingCalendar) if field.init]
        return _rebuild, tuple(fields)

    def __repr__(self) -> str:
        span = f"{self.first:%d/%m/%Y} to {self.last:%d/%m/%Y}"
        rows = f"{len(self.days_off)} days off, {len(self.make_up_days)} make-up days"
        return f"<WorkingCalendar {show(self.name)}: {span}, {rows}, {len(self.open_changes)} open changes>"

    # ── questions ────────────────────────────────────────────────────────────────────────────────────────────────────

    def is_working_day(self, day: dt.date, *, projected: bool = False) -> bool:
        """Tell whether offices work on a day.

        >>> from tthc.calendar import VIETNAM
        >>> VIETNAM.is_working_day(dt.date(2011, 1, 30))  # a Sunday made up for the Tết of 2011
        True
        """
        at = self._index(day, "day")
        works = self._table.works[at] == 1
        change = None if projected else self._change_of(at)
        if change is not None:
            raise OpenDayError((Alternative(change.condition, not works),), works)
        return works

    def add(self, day: dt.date, days: int, *, projected: bool = False) -> dt.date:
        """Return the working day that lies `days` working days after `day`, which itself does not count.

        With 0 it is `day` itself, or the next working day where `day` is none: a term that ends on a rest day ends
        with the next working day (Article 148.5 of the Civil Code 2015; `day` does not count by Article 147.2).

        >>> from tthc.calendar import VIETNAM
        >>> VIETNAM.add(dt.date(2020, 8, 25), 5), VIETNAM.add(dt.date(2020, 8, 29), 0)
        (datetime.date(2020, 9, 1), datetime.date(2020, 8, 31))
        """
        table = self._table
        if type(day) is dt.date and type(days) is int and days > 0:
            at = day.toordinal() - table.base
            if 0 < at <= table.size:
                end = table.upto[at] + days
                if end <= table.sure[at]:
                    return table.days[end]
        if projected:
            _, end = self._end(day, days)
            if end > table.total:
                raise self._beyond(day, days)
            return table.days[end]
        outcome = self.resolve_add(day, days)
        if outcome.alternatives:
            raise OpenDayError(outcome.alternatives, outcome.value)
        return outcome.value

    def next_working_day(self, day: dt.date, *, projected: bool = False) -> dt.date:
        """Return the first working day after `day` (ngày làm việc tiếp theo); `add(day, 0)` may be `day` itself.

        >>> from tthc.calendar import VIETNAM
        >>> VIETNAM.next_working_day(dt.date(2026, 2, 13))
        datetime.date(2026, 2, 23)
        """
        return self.add(day, 1, projected=projected)

    def count(self, after: dt.date, until: dt.date, *, projected: bool = False) -> int:
        """Count the working days after one day up to another, which counts: `count(d, add(d, n)) == n` for n > 0.

        >>> from tthc.calendar import VIETNAM
        >>> VIETNAM.count(dt.date(2026, 2, 12), dt.date(2026, 2, 24))
        3
        """
        if projected:
            begin, end = self._span(after, until)
            return self._table.upto[end] - self._table.upto[begin]
        outcome = self.resolve_count(after, until)
        if outcome.alternatives:
            raise OpenDayError(outcome.alternatives, outcome.value)
        return outcome.value

    def resolve_add(self, day: dt.date, days: int) -> Outcome[dt.date]:
        """Return what `add` returns as things stand, with every other date that open changes would make of it.

        >>> from tthc.calendar import VIETNAM
        >>> print(VIETNAM.resolve_add(dt.date(2026, 11, 20), 4))
        27/11/2026; 28/11/2026 nếu hoán đổi 23/11 ↔ 28/11/2026 được quyết định
        """
        table = self._table
        at, end = self._end(day, days)
        if end <= table.sure[at]:
            return Outcome(table.days[end])

        def answer(to: int) -> dt.date:
            if to > table.size:
                raise self._beyond(day, days)
            return dt.date.fromordinal(table.base + to)

        found, others, complete = table.reach(at, end)
        return Outcome(answer(found), self._alternatives(others, answer), complete)

    def resolve_count(self, after: dt.date, until: dt.date) -> Outcome[int]:
        """Return what `count` returns as things stand, with every other number that open changes would make of it.

        >>> from tthc.calendar import VIETNAM
        >>> print(VIETNAM.resolve_count(dt.date(2026, 11, 20), dt.date(2026, 11, 27)))
        4; 3 nếu hoán đổi 23/11 ↔ 28/11/2026 được quyết định
        """
        begin, end = self._span(after, until)
        if not self._table.is_open(begin, end):
            return Outcome(self._table.upto[end] - self._table.upto[begin])
        found, others, complete = self._table.count(begin, end)
        return Outcome(found, self._alternatives(others, int), complete)

    def day(self, day: dt.date) -> Day:
        """Explain a day: whether offices work, why, by which decision, and what could still turn it round.

        >>> from tthc.calendar import VIETNAM
        >>> print(VIETNAM.day(dt.date(2018, 12, 31)))
        Thứ Hai 31/12/2018: nghỉ hoán đổi (làm bù 05/01/2019; 6519/VPCP-KGVX ngày 11/07/2018)
        """
        at = self._index(day, "day")
        row, change = self._rows.get(day), self._change_of(at)
        kind: DayKind = "rest" if day.weekday() in self.rest_weekdays else "working"
        other = None
        if type(row) is DayOff:
            kind = row.kind
            other = next((made_up.date for made_up in self.make_up_days if made_up.for_day == day), None)
        elif type(row) is MakeUpDay:
            kind, other = ("make_up" if kind == "rest" else kind), row.for_day
        return Day(
            date=dt.date.fromordinal(day.toordinal()),
            working=self._table.works[at] == 1,
            kind=kind,
            name=row.name if type(row) is DayOff else "",
            decision="" if row is None else row.decision,
            swapped_with=other,
            open=() if change is None else (change.condition,),
        )

    @overload
    def add_ordinals(self, ordinals: Sequence[int], days: int, *, projected: bool = False) -> list[int]: ...
    @overload
    def add_ordinals(self, ordinals: A, days: int, *, projected: bool = False) -> A: ...
    def add_ordinals(self, ordinals: Any, days: int, *, projected: bool = False) -> Any:
        """Do what `add` does for many days at once, given and returned as ordinals (`date.toordinal()`).

        A list or another sequence gives a list; a numpy array of integers gives one of the same shape and type (of
        `datetime64[D]`, take `.astype(int) + 719163`). One day without a certain answer raises for all of them.

        >>> from tthc.calendar import VIETNAM
        >>> ends = VIETNAM.add_ordinals([dt.date(2020, 8, 25).toordinal(), dt.date(2026, 2, 12).toordinal()], 3)
        >>> [str(dt.date.fromordinal(end)) for end in ends]
        ['2020-08-28', '2026-02-24']
        """
        _check_number(days)

        def ask(ordinal: int) -> int:
            if not 0 < ordinal - self._table.base <= self._table.size:
                raise NotCoveredError(f"the day of ordinal {show(ordinal)}", self.first, self.last)
            return self.add(dt.date.fromordinal(ordinal), days, projected=projected).toordinal()

        return add_many(self._table, ordinals, days, ask, projected=projected)

    # ── other calendars ──────────────────────────────────────────────────────────────────────────────────────────────

    def with_days_off(self, days: Iterable[DayOff]) -> "WorkingCalendar":
        """Return a calendar with these days off as well; whatever was said of the same days, or open, is settled.

        >>> from tthc.calendar import VIETNAM
        >>> storm = VIETNAM.with_days_off([DayOff(dt.date(2026, 11, 26), name="Nghỉ tránh bão")])
        >>> storm.next_working_day(dt.date(2026, 11, 25))
        datetime.date(2026, 11, 27)
        """
        return self._with(_rows(days, DayOff), self.open_changes)

    def with_working_days(self, days: Iterable[MakeUpDay]) -> "WorkingCalendar":
        """Return a calendar with these working days as well; whatever was said of the same days, or open, is settled.

        >>> from tthc.calendar import VIETNAM
        >>> VIETNAM.with_working_days([MakeUpDay(dt.date(2026, 12, 5))]).next_working_day(dt.date(2026, 12, 4))
        datetime.date(2026, 12, 5)
        """
        return self._with(_rows(days, MakeUpDay), self.open_changes)

    def decided(self, name: str, *, adopted: bool, decision: str = "") -> "WorkingCalendar":
        """Return a calendar in which the open change of this name has come (`adopted`), or can no longer come.

        `decision` is the document that says so; the days of a change that has come cite it.

        >>> from tthc.calendar import VIETNAM
        >>> swapped = VIETNAM.decided("swap-2026-11-23", adopted=True)
        >>> swapped.add(dt.date(2026, 11, 20), 4)
        datetime.date(2026, 11, 28)
        """
        change = next((change for change in self.open_changes if change.name == name), None)
        if change is None:
            raise NotFoundError("open change", name, tuple(change.name for change in self.open_changes))
        rows: dict[dt.date, Row | None] = {}
        if adopted:
            rows.update(dict.fromkeys(change.ordinary))
            rows.update((row.date, attrs.evolve(row, decision=decision or row.decision)) for row in change.days_off)
            rows.update((row.date, attrs.evolve(row, decision=decision or row.decision)) for row in change.make_up_days)
        return self._with(rows, tuple(other for other in self.open_changes if other is not change))

    def _with(self, rows: Mapping[dt.date, Row | None], changes: tuple[OpenChange, ...]) -> "WorkingCalendar":
        """Put rows in place of what stands for their days, `None` for a day without one; nothing of them is open."""
        merged = {**self._rows, **rows}.values()
        left = (_without(change, rows.keys()) for change in changes)
        return attrs.evolve(
            self,
            days_off=tuple(row for row in merged if type(row) is DayOff),
            make_up_days=tuple(row for row in merged if type(row) is MakeUpDay),
            open_changes=tuple(change for change in left if change is not None),
        )

    # ── days as numbers ──────────────────────────────────────────────────────────────────────────────────────────────

    def _index(self, day: object, name: str) -> int:
        """Return the number of a day in the table."""
        if not isinstance(day, dt.date) or isinstance(day, dt.datetime):
            msg = f"{name}: expected a date without a time of day, got {show(day)}"
            raise TypeError(msg)
        at = day.toordinal() - self._table.base
        if not 0 < at <= self._table.size:
            raise NotCoveredError(str(day), self.first, self.last)
        return at

    def _end(self, day: dt.date, days: int) -> tuple[int, int]:
        """Return the day to count from and the number of the working day to find."""
        at = self._index(day, "day")
        _check_number(days)
        if days == 0:  # the first working day after the day before
            at, days = at - 1, 1
        return at, self._table.upto[at] + days

    def _span(self, after: dt.date, until: dt.date) -> tuple[int, int]:
        begin, end = self._index(after, "after"), self._index(until, "until")
        if end < begin:
            msg = f"until: expected a day from {after} (after) on, got {until}"
            raise ValueError(msg)
        return begin, end

    def _beyond(self, day: dt.date, days: int) -> NotCoveredError:
        return NotCoveredError(f"what lies {show(days)} working days after {day}", self.first, self.last)

    def _change_of(self, at: int) -> OpenChange | None:
        """Return the open change that would turn a day round."""
        number = self._table.changes.get(at)
        return None if number is None else self.open_changes[number]

    def _alternatives(
        self, others: Iterable[tuple[Combination, int]], answer: Callable[[int], T]
    ) -> tuple[Alternative[T], ...]:
        found: list[Alternative[T]] = []
        for combination, value in others:
            conditions = [self.open_changes[number].condition for number in combination]
            both = " và ".join(vi for vi, _ in conditions), " and ".join(en for _, en in conditions)
            found.append(Alternative(both, answer(value)))
        return tuple(found)


def _rebuild(*fields: Any) -> WorkingCalendar:  # noqa: ANN401 - any field
    names = [field.name for field in attrs.fields(WorkingCalendar) if field.init]
    return WorkingCalendar(**dict(zip(names, fields, strict=True)))


def _check_number(days: object) -> None:
    if type(days) is not int:
        msg = f"days: expected a whole number of working days (int), got {show(days)}"
        raise TypeError(msg)
    if days < 0:
        msg = f"days: expected a number of working days from 0 on, got {show(days)}"
        raise ValueError(msg)


def _rows(rows: Iterable[R], kind: type[R]) -> dict[dt.date, R]:
    found: dict[dt.date, R] = {}
    for row in rows:
        if type(row) is not kind:
            msg = f"days: expected values of type {kind.__name__}, got {show(row)}"
            raise TypeError(msg)
        found[row.date] = row
    return found


def _without(change: OpenChange, days: Collection[dt.date]) -> OpenChange | None:
    """Return what a change still leaves open once these days are settled."""
    if not any(day in days for day in change.dates):
        return change
    off = tuple(row for row in change.days_off if row.date not in days)
    made_up = tuple(row for row in change.make_up_days if row.date not in days)
    ordinary = tuple(day for day in change.ordinary if day not in days)
    if not (off or made_up or ordinary):
        return None
    return attrs.evolve(change, days_off=off, make_up_days=made_up, ordinary=ordinary)

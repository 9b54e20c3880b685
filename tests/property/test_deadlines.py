"""Due dates against a loop over days and another over minutes, written from the law and not from the code."""

# ruff: noqa: DTZ001 - offices live in local time

import calendar as months
import datetime as dt
from itertools import chain, combinations
from typing import Any

import attrs
from hypothesis import assume, example, given
from hypothesis import strategies as st

from tthc.calendar import (
    OFFICE_HOURS,
    RESUME,
    VIETNAM,
    DayOff,
    DueDate,
    MakeUpDay,
    OfficeHours,
    OpenChange,
    Pause,
    TimeLimit,
    WorkingCalendar,
    due,
    due_after_supplement,
)
from tthc.calendar.working import NotCoveredError

ONE = dt.timedelta(days=1)
MINUTE = dt.timedelta(minutes=1)
DAYS = st.dates(dt.date(2010, 1, 1), dt.date(2026, 10, 1))
# A short calendar, crowded with days off, days made up and days that are open.
SPAN = [dt.date(2025, 1, 1) + n * ONE for n in range(60)]


def of(amount: int, unit: Any, *, working: bool = False) -> TimeLimit:
    return TimeLimit(kind="duration", amount=amount, unit=unit, working=working)


WORKS = {VIETNAM.first + n * ONE: False for n in range((VIETNAM.last - VIETNAM.first).days + 1)}
WORKS.update({day: day.weekday() < 5 for day in WORKS})
WORKS.update({row.date: False for row in VIETNAM.days_off})
WORKS.update({row.date: True for row in VIETNAM.make_up_days})


def naive(start: dt.date, limit: TimeLimit) -> dt.date:
    """Count days one by one, as an official with a wall calendar would."""
    day, left = start, int(limit.amount or 0)
    if limit.working:
        while left:
            day += ONE
            left -= WORKS[day]
        return day
    if limit.unit in {"month", "year"}:
        month = start.year * 12 + start.month - 1 + left * (12 if limit.unit == "year" else 1)
        year, month = divmod(month, 12)
        day = dt.date(year, month + 1, min(start.day, months.monthrange(year, month + 1)[1]))
    else:
        for _ in range(left * (7 if limit.unit == "week" else 1)):
            day += ONE
    while not WORKS[day]:
        day += ONE
    return day


@st.composite
def limits(draw: st.DrawFn) -> TimeLimit:
    """Limits in days, weeks, months and years."""
    unit = draw(st.sampled_from(["day", "day", "week", "month", "year"]))
    most = {"day": 120, "week": 20, "month": 30, "year": 3}[unit]
    working = unit == "day" and draw(st.booleans())
    return of(draw(st.integers(1, most)), unit, working=working)


@given(DAYS, limits())
@example(dt.date(2020, 1, 31), of(1, "month"))
@example(dt.date(2011, 1, 28), of(2, "day", working=True))
def test_the_law_day_by_day(start: dt.date, limit: TimeLimit) -> None:
    made = due(start, limit)
    end = naive(start, limit)
    assert made.date == end
    assert made.at is None
    assert WORKS[end]
    counted, skipped = {day.date for day in made.counted}, {day.date for day in made.skipped}
    assert counted | skipped == {start + n * ONE for n in range(1, (end - start).days + 1)}
    assert not counted & skipped
    if limit.working:
        assert len(counted) == limit.amount
        assert {day for day in counted if not WORKS[day]} == {day for day in skipped if WORKS[day]} == set()
    elif limit.unit in {"day", "week"}:
        assert len(counted) == (limit.amount or 0) * (7 if limit.unit == "week" else 1)


@given(DAYS, DAYS, limits())
def test_who_comes_first_is_served_first(one: dt.date, other: dt.date, limit: TimeLimit) -> None:
    first, second = sorted([one, other])
    assert _date(due(first, limit)) <= _date(due(second, limit))


@given(DAYS, limits(), st.integers(0, 30))
def test_a_longer_limit_ends_no_sooner(start: dt.date, limit: TimeLimit, more: int) -> None:
    longer = attrs.evolve(limit, amount=(limit.amount or 0) + more)
    assume(limit.unit not in {"month", "year"} or more < 4)
    assert _date(due(start, limit)) <= _date(due(start, longer))


@given(DAYS, limits(), st.dates(dt.date(2010, 1, 1), dt.date(2027, 1, 1)))
def test_late_or_early_or_on_the_day(start: dt.date, limit: TimeLimit, on: dt.date) -> None:
    made = due(start, limit)
    assume(made.certain)
    late, early = made.overdue(on, projected=True), made.early(on, projected=True)
    assert (late > 0, early > 0) == (on > _date(made), on < _date(made))


def _date(made: DueDate) -> dt.date:
    assert made.date is not None
    return made.date


# ── hours ────────────────────────────────────────────────────────────────────────────────────────────────────────────

SHORT_FRIDAY = OFFICE_HOURS.with_day(4, (dt.time(7, 30), dt.time(11, 30)))
MOMENTS = st.datetimes(dt.datetime(2025, 1, 20), dt.datetime(2025, 2, 10)).map(
    lambda moment: moment.replace(second=0, microsecond=0)
)


def naive_minutes(start: dt.datetime, minutes: int, hours: OfficeHours) -> dt.datetime:
    """Tick through the minutes in which the office is open."""
    moment, end = start, start
    while minutes:
        is_open = WORKS[moment.date()] and any(a <= moment.time() < b for a, b in hours.on(moment.date()))
        minutes -= is_open
        moment += MINUTE
        end = moment if is_open else end
    return end


@given(MOMENTS, st.integers(1, 1200), st.sampled_from([OFFICE_HOURS, SHORT_FRIDAY]))
def test_working_time_minute_by_minute(start: dt.datetime, minutes: int, hours: OfficeHours) -> None:
    end = naive_minutes(start, minutes, hours)
    assert due(start, of(minutes, "minute", working=True), hours=hours).at == end
    assert due(start, of(minutes, "minute"), hours=hours, model="clock").at == end
    amount = minutes * MINUTE
    assert hours.add(start, amount, VIETNAM) == end
    assert hours.between(start, end, VIETNAM) == amount


@given(MOMENTS, st.integers(1, 5))
def test_a_day_of_the_clock_is_eight_hours(start: dt.datetime, days: int) -> None:
    by_days = due(start, of(days, "day", working=True), model="clock")
    by_hours = due(start, of(8 * days, "hour", working=True))
    assert by_days.at == by_hours.at
    assert by_days.alternatives == by_hours.alternatives


# ── what is open ─────────────────────────────────────────────────────────────────────────────────────────────────────


@st.composite
def calendars(draw: st.DrawFn) -> WorkingCalendar:
    """Calendars of sixty days with up to three open changes."""
    days = draw(st.lists(st.sampled_from(SPAN), max_size=14, unique=True))
    off, made_up, turned = days[:4], days[4:6], days[6:]
    changes = []
    for n in range(draw(st.integers(0, 3))):
        some, turned = turned[:2], turned[2:]
        kinds = [draw(st.sampled_from(["off", "made up", "ordinary"])) for _ in some]
        if some:
            changes.append(_change(f"c{n}", list(zip(some, kinds, strict=True))))
    return WorkingCalendar(
        name="short",
        first=SPAN[0],
        last=SPAN[-1] + 300 * ONE,
        days_off=tuple(map(DayOff, off)),
        make_up_days=tuple(map(MakeUpDay, made_up)),
        open_changes=tuple(changes),
    )


def _change(name: str, days: list[tuple[dt.date, str]]) -> OpenChange:
    return OpenChange(
        name=name,
        condition=(f"nếu {name}", f"if {name}"),
        days_off=tuple(DayOff(day) for day, kind in days if kind == "off"),
        make_up_days=tuple(MakeUpDay(day) for day, kind in days if kind == "made up"),
        ordinary=tuple(day for day, kind in days if kind == "ordinary"),
    )


def decided(calendar: WorkingCalendar, names: tuple[str, ...]) -> WorkingCalendar:
    """Settle every open change: those of these names come, the others do not."""
    for change in calendar.open_changes:
        calendar = calendar.decided(change.name, adopted=change.name in names)
    return calendar


def every(names: list[str]) -> list[tuple[str, ...]]:
    return list(chain.from_iterable(combinations(names, n) for n in range(1, len(names) + 1)))


STARTS = st.sampled_from(SPAN[:40]).flatmap(
    lambda day: st.just(day) | st.integers(0, 23).map(lambda hour: dt.datetime.combine(day, dt.time(hour)))
)


@given(calendars(), STARTS, st.data())
def test_every_way_in_which_it_may_be_decided(calendar: WorkingCalendar, start: dt.date, data: st.DataObject) -> None:
    """As things stand it is the date; each other decision gives the date of the alternative for it, or no other one."""
    options: dict[str, Any] = {"receiving": calendar} if data.draw(st.booleans(), "receiving") else {}
    if isinstance(start, dt.datetime) and data.draw(st.booleans(), "by the hour"):
        limit = of(data.draw(st.integers(1, 60)), "hour", working=True)
        options["model"] = data.draw(st.sampled_from(["legal", "clock"]))
    else:
        limit = of(data.draw(st.integers(0, 12)), "day", working=data.draw(st.booleans()))

    def end(names: tuple[str, ...]) -> object:
        known = decided(calendar, names)
        made = due(start, limit, **{**options, **dict.fromkeys({"calendar", *options} - {"model"}, known)})
        assert made.certain
        return made.at or made.date

    made = due(start, limit, calendar=calendar, **options)
    told = {other.condition[1]: other.value for other in made.alternatives}
    assert (made.at or made.date) == end(())
    assert made.complete
    for names in every([change.name for change in calendar.open_changes]):
        # the largest part of this decision that has an answer of its own says what the whole gives
        parts = [part for part in every(list(names)) if _words(part) in told]
        found = {told[_words(part)] for part in parts} | {end(())}
        assert end(names) in found
        if _words(names) in told:
            assert end(names) == told[_words(names)]


def _words(names: tuple[str, ...]) -> str:
    return " and ".join(f"if {name}" for name in names)


@given(calendars(), st.sampled_from(SPAN[:40]), st.integers(0, 12))
def test_both_ways_to_resolve_agree(calendar: WorkingCalendar, start: dt.date, days: int) -> None:
    """A due date whose days of intake never bear on it goes the other way and must say the same."""
    always = WorkingCalendar(name="always", first=calendar.first, last=calendar.last, rest_weekdays=frozenset())
    limit = of(days, "day", working=True)
    one, other = due(start, limit, calendar=calendar), due(start, limit, calendar=calendar, receiving=always)
    assert (one.date, set(one.alternatives)) == (other.date, set(other.alternatives))


# ── pauses ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@given(
    st.dates(dt.date(2020, 1, 1), dt.date(2026, 1, 1)),
    st.integers(1, 30),
    st.booleans(),
    st.integers(0, 40),
    st.integers(0, 60),
)
def test_a_pause_is_neither_lost_nor_counted_twice(
    start: dt.date, days: int, working: bool, before: int, length: int
) -> None:
    limit = of(days, "day", working=working)
    pause = Pause(start + before * ONE, start + (before + length) * ONE)
    plain, made = due(start, limit), due_after_supplement(start, limit, [pause], policy=RESUME)
    if pause.paused > _date(plain):
        assert made.date == plain.date
        return
    assert _date(made) >= max(_date(plain), pause.resumed)
    counted = [day.date for day in made.counted]
    assert not [day for day in counted if pause.paused < day <= pause.resumed and day != made.date]
    if working:
        elapsed = sum(WORKS[start + n * ONE] for n in range(1, before + 1))
        day, left = pause.resumed, days - elapsed
        while left:
            day += ONE
            left -= WORKS[day]
        while not WORKS[day]:
            day += ONE
        assert made.date == day


@given(DAYS, st.integers(0, 12 * 10**11), st.sampled_from(["minute", "hour", "day", "week", "month", "year"]))
def test_no_limit_is_too_long_to_be_told(start: dt.date, amount: int, unit: str) -> None:
    limit = TimeLimit(kind="duration", amount=min(amount, 10**12 - 1), unit=unit)  # type: ignore[arg-type]
    try:
        made = due(dt.datetime.combine(start, dt.time(9)), limit)
    except NotCoveredError:
        return
    assert VIETNAM.first <= start <= _date(made) <= VIETNAM.last

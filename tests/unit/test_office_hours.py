"""Office hours: what they refuse, when they are open, and working time walked and measured by them."""

# ruff: noqa: DTZ007 - offices live in local time

import datetime as dt
from typing import Any

import attrs
import pytest

from tthc.calendar import OFFICE_HOURS, VIETNAM, NotCoveredError, OfficeHours
from tthc.errors import MalformedError, OpenDayError

HOUR = dt.timedelta(hours=1)
MORNING = (dt.time(8), dt.time(12))


def at(text: str) -> dt.datetime:
    """Read 20/11/2026 10:30."""
    return dt.datetime.strptime(text, "%d/%m/%Y %H:%M")


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"weekly": ()}, "weekly: expected seven rows"),
        ({"weekly": ((),) * 7}, "weekly: expected seven rows"),
        ({"weekly": ((MORNING,),) * 8}, "weekly: expected seven rows"),
        ({"weekly": ((MORNING[::-1],),) * 7}, r"weekly\[0\]: expected sessions that end after they begin"),
        ({"weekly": (*((MORNING,),) * 6, (MORNING, MORNING))}, r"weekly\[6\]: expected sessions that end"),
        ({"weekly": (*((MORNING,),) * 6, ((dt.time(8), dt.time(8)),))}, r"weekly\[6\]: expected sessions that end"),
        (
            {"weekly": (((dt.time(8, tzinfo=dt.UTC), dt.time(9)),),) * 7},
            r"weekly\[0\]: expected times without a time zone",
        ),
        ({"weekly": [(MORNING,)] * 7}, "weekly: expected a tuple"),
        ({"utc_offset": 1440}, "utc_offset: expected less than a day"),
        ({"utc_offset": 7.0}, "utc_offset: expected int"),
    ],
)
def test_malformed(fields: dict[str, Any], told: str) -> None:
    with pytest.raises(MalformedError, match=told):
        OfficeHours(**fields)


def test_sessions_may_touch() -> None:
    both = (MORNING, (dt.time(12), dt.time(17)))
    assert OfficeHours((both,) * 7).on(dt.date(2026, 11, 20)) == both


def test_one_weekday_may_differ() -> None:
    hours = OFFICE_HOURS.with_day(5, MORNING).with_day(6)
    assert hours.on(dt.date(2026, 11, 28)) == (MORNING,)
    assert hours.on(dt.date(2026, 11, 29)) == ()
    assert str(hours) == "thứ Hai–thứ Sáu 8:00–12:00, 13:00–17:00; thứ Bảy 8:00–12:00; Chủ nhật nghỉ"
    assert hours.display("en") == "Monday–Friday 8:00–12:00, 13:00–17:00; Saturday 8:00–12:00; Sunday closed"
    assert hours == OFFICE_HOURS.with_day(6).with_day(5, MORNING) != OFFICE_HOURS


def test_the_repr_evaluates() -> None:
    assert repr(OFFICE_HOURS) == "OfficeHours()"
    for hours in (OFFICE_HOURS, OFFICE_HOURS.with_day(5, MORNING), OfficeHours(((MORNING,),) * 7, utc_offset=540)):
        assert eval(repr(hours), {"OfficeHours": OfficeHours, "datetime": dt}) == hours


@pytest.mark.parametrize("weekday", [-1, 7, True, 1.0])
def test_a_weekday_is_a_number(weekday: Any) -> None:
    with pytest.raises(ValueError, match=r"weekday: expected 0 \(Monday\) to 6"):
        OFFICE_HOURS.with_day(weekday, MORNING)


@pytest.mark.parametrize(
    ("start", "hours", "end"),
    [
        ("19/11/2026 10:30", 8, "20/11/2026 10:30"),
        ("19/11/2026 10:30", 0, "19/11/2026 10:30"),
        ("19/11/2026 07:00", 1, "19/11/2026 09:00"),  # before opening counts as opening
        ("19/11/2026 07:00", 0, "19/11/2026 08:00"),
        ("19/11/2026 12:00", 0, "19/11/2026 13:00"),  # the break as the afternoon
        ("19/11/2026 12:30", 1, "19/11/2026 14:00"),
        ("19/11/2026 11:00", 1, "19/11/2026 12:00"),  # time that is up at noon is up at noon
        ("19/11/2026 17:00", 0, "20/11/2026 08:00"),
        ("19/11/2026 09:00", 7, "19/11/2026 17:00"),
        ("13/02/2026 16:00", 2, "23/02/2026 09:00"),  # Tết
        ("09/01/2026 16:00", 2, "10/01/2026 09:00"),  # Saturday, made up
    ],
)
def test_working_time(start: str, hours: int, end: str) -> None:
    amount = hours * HOUR
    assert OFFICE_HOURS.add(at(start), amount, VIETNAM) == at(end)
    assert OFFICE_HOURS.between(at(start), at(end), VIETNAM) == amount


def test_hours_that_differ_by_weekday() -> None:
    hours = OFFICE_HOURS.with_day(4, MORNING)
    assert hours.add(at("19/11/2026 16:00"), 6 * HOUR, VIETNAM, projected=True) == at("23/11/2026 09:00")


def test_no_time_between_a_moment_and_itself() -> None:
    assert OFFICE_HOURS.between(at("19/11/2026 10:00"), at("19/11/2026 10:00"), VIETNAM) == dt.timedelta()


def test_moments_that_know_their_zone_are_answered_at_the_time_of_the_place() -> None:
    moment = dt.datetime(2026, 11, 19, 3, 30, tzinfo=dt.UTC)
    end = OFFICE_HOURS.add(moment, 8 * HOUR, VIETNAM)
    assert end == dt.datetime(2026, 11, 20, 3, 30, tzinfo=dt.UTC)
    assert (end.hour, end.utcoffset()) == (10, 7 * HOUR)
    bangkok_plus_two = attrs.evolve(OFFICE_HOURS, utc_offset=9 * 60)
    assert bangkok_plus_two.local(moment).hour == 12
    assert OFFICE_HOURS.local(at("19/11/2026 10:30")) == at("19/11/2026 10:30")


def test_bad_questions() -> None:
    noon = at("19/11/2026 12:00")
    with pytest.raises(TypeError, match=r"moment: expected a moment \(datetime\), got datetime.date"):
        OFFICE_HOURS.local(dt.date(2026, 11, 19))  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="amount: expected a time of 0 or more"):
        OFFICE_HOURS.add(noon, -HOUR, VIETNAM)
    with pytest.raises(ValueError, match=r"end: expected a moment from 2026-11-19 12:00:00 \(begin\) on"):
        OFFICE_HOURS.between(noon, noon - HOUR, VIETNAM)
    with pytest.raises(TypeError, match="end: expected a datetime without a time zone, as begin"):
        OFFICE_HOURS.between(noon, noon.replace(tzinfo=dt.UTC), VIETNAM)
    with pytest.raises(TypeError, match="end: expected a datetime with a time zone, as begin"):
        OFFICE_HOURS.between(noon.replace(tzinfo=dt.UTC), noon, VIETNAM)


def test_what_the_calendar_does_not_say() -> None:
    friday = at("20/11/2026 16:00")
    with pytest.raises(OpenDayError):
        OFFICE_HOURS.add(friday, 2 * HOUR, VIETNAM)
    assert OFFICE_HOURS.add(friday, 2 * HOUR, VIETNAM, projected=True) == at("23/11/2026 09:00")
    with pytest.raises(OpenDayError):
        OFFICE_HOURS.between(friday, at("23/11/2026 09:00"), VIETNAM)
    assert OFFICE_HOURS.between(friday, at("23/11/2026 09:00"), VIETNAM, projected=True) == 2 * HOUR
    with pytest.raises(NotCoveredError):
        OFFICE_HOURS.add(at("31/12/2009 10:00"), HOUR, VIETNAM)
    with pytest.raises(NotCoveredError):
        OFFICE_HOURS.add(at("31/12/2036 16:30"), HOUR, VIETNAM, projected=True)

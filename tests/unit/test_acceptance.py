"""From when a limit runs: submissions on rest days, after hours, outside the province."""

# ruff: noqa: DTZ001, DTZ007 - offices live in local time

import datetime as dt
from typing import Any

import pytest

from tthc.calendar import BOUNDARY_FREE, OFFICE_HOURS, VIETNAM, TimeLimit, accept, due
from tthc.errors import NoLawError, OpenDayError


def at(text: str) -> dt.datetime:
    return dt.datetime.strptime(text, "%d/%m/%Y %H:%M")


@pytest.mark.parametrize(
    ("submitted", "event_day", "next_working_day"),
    [
        (dt.date(2026, 11, 6), dt.date(2026, 11, 6), dt.date(2026, 11, 6)),
        (dt.date(2026, 11, 7), dt.date(2026, 11, 7), dt.date(2026, 11, 9)),
        (at("06/11/2026 10:00"), at("06/11/2026 10:00"), at("06/11/2026 10:00")),
        (at("06/11/2026 12:10"), at("06/11/2026 12:10"), at("06/11/2026 13:00")),
        (at("06/11/2026 17:00"), at("06/11/2026 17:00"), at("09/11/2026 08:00")),
        (at("07/11/2026 09:00"), at("07/11/2026 09:00"), at("09/11/2026 08:00")),
    ],
)
def test_the_two_policies(submitted: dt.date, event_day: dt.date, next_working_day: dt.date) -> None:
    assert accept(submitted, policy="event_day") == event_day
    assert accept(submitted, policy="next_working_day") == next_working_day


def test_other_hours_and_zones() -> None:
    short = OFFICE_HOURS.with_day(4, (dt.time(8), dt.time(12)))
    assert accept(at("06/11/2026 13:30"), policy="next_working_day", hours=short) == at("09/11/2026 08:00")
    evening = dt.datetime(2026, 11, 6, 11, 0, tzinfo=dt.UTC)  # 18:00
    assert accept(evening, policy="next_working_day") == dt.datetime(2026, 11, 9, 1, 0, tzinfo=dt.UTC)
    assert accept(evening, policy="event_day").hour == 18


def test_a_day_that_is_open() -> None:
    with pytest.raises(OpenDayError):
        accept(dt.date(2026, 11, 23), policy="next_working_day")
    assert accept(dt.date(2026, 11, 23), policy="next_working_day", projected=True) == dt.date(2026, 11, 23)
    with pytest.raises(OpenDayError):
        accept(at("23/11/2026 09:00"), policy="next_working_day")
    assert accept(at("23/11/2026 09:00"), policy="next_working_day", projected=True) == at("23/11/2026 09:00")
    assert accept(dt.date(2026, 11, 23), policy="event_day") == dt.date(2026, 11, 23)


def test_outside_its_province_the_limit_runs_from_the_competent_agency() -> None:
    begin = accept(dt.date(2026, 9, 4), policy="event_day", received_by_competent_agency=dt.date(2026, 9, 8))
    assert due(begin, TimeLimit.parse("5 ngày làm việc")).date == dt.date(2026, 9, 15)
    saturday = dt.date(2026, 9, 12)
    received = accept(dt.date(2026, 9, 11), policy="next_working_day", received_by_competent_agency=saturday)
    assert received == dt.date(2026, 9, 14)
    assert accept(
        at("11/09/2026 09:00"), policy="event_day", received_by_competent_agency=at("11/09/2026 15:00")
    ) == at("11/09/2026 15:00")
    assert str(BOUNDARY_FREE.value).startswith("khoản 3 Điều 17 ")
    assert BOUNDARY_FREE.interval.since == dt.date(2026, 8, 5)


def test_not_before_it_was_the_law() -> None:
    with pytest.raises(NoLawError, match="2026-08-04: expected a day from 2026-08-05 on"):
        accept(dt.date(2026, 8, 4), policy="event_day", received_by_competent_agency=dt.date(2026, 8, 6))
    first = dt.date(2026, 8, 5)
    assert accept(first, policy="event_day", received_by_competent_agency=first) == first


@pytest.mark.parametrize(
    ("submitted", "options", "error", "told"),
    [
        (
            dt.date(2026, 9, 4),
            {"policy": "roll"},
            ValueError,
            "policy: expected 'event_day' or 'next_working_day', got 'roll'",
        ),
        (dt.date(2026, 9, 4), {"policy": ["event_day"]}, ValueError, "policy: expected"),
        ("2026-09-04", {}, TypeError, r"submitted: expected a date or a moment \(datetime\), got '2026-09-04'"),
        (
            dt.date(2026, 9, 4),
            {"received_by_competent_agency": "2026-09-04"},
            TypeError,
            "received_by_competent_agency: expected a date or a moment",
        ),
        (
            dt.date(2026, 9, 4),
            {"received_by_competent_agency": dt.datetime(2026, 9, 5, 9)},
            TypeError,
            "received_by_competent_agency: expected a date, as submitted is",
        ),
        (
            dt.datetime(2026, 9, 4, 9),
            {"received_by_competent_agency": dt.date(2026, 9, 5)},
            TypeError,
            r"expected a moment \(datetime\), as submitted is",
        ),
        (
            dt.datetime(2026, 9, 4, 9),
            {"received_by_competent_agency": dt.datetime(2026, 9, 5, 9, tzinfo=dt.UTC)},
            TypeError,
            "expected a datetime without a time zone, as submitted",
        ),
        (
            dt.date(2026, 9, 4),
            {"received_by_competent_agency": dt.date(2026, 9, 3)},
            ValueError,
            r"expected a day or moment from 2026-09-04 \(submitted\) on, got 2026-09-03",
        ),
    ],
)
def test_bad_input(submitted: Any, options: dict[str, Any], error: type[Exception], told: str) -> None:
    with pytest.raises(error, match=told):
        accept(submitted, **{"policy": "event_day", "calendar": VIETNAM, **options})


def test_a_policy_must_be_chosen() -> None:
    with pytest.raises(TypeError, match="policy"):
        accept(dt.date(2026, 9, 4))  # type: ignore[call-overload]

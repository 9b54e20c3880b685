"""Deadlines of procedure control: which day, how many days, and how they are read."""

import datetime as dt
from typing import Any

import pytest

from tthc import Announcement, LegalNumber, Procedure, validate
from tthc.calendar import NotCoveredError, announcement_deadline, entry_deadline, review_plan_deadline
from tthc.errors import NoLawError, OpenDayError

ON = dt.date(2026, 6, 1)
EFFECT = dt.date(2026, 7, 1)


@pytest.mark.parametrize(
    ("options", "end", "days"),
    [
        ({"by": "minister", "in_force": EFFECT}, dt.date(2026, 6, 11), 20),
        ({"by": "province", "in_force": EFFECT}, dt.date(2026, 6, 26), 5),
        ({"by": "delegated", "in_force": EFFECT}, dt.date(2026, 6, 26), 5),
        ({"by": "minister", "adopted": EFFECT, "shortened": True}, dt.date(2026, 7, 4), 3),
        ({"by": None, "adopted": EFFECT, "shortened": True}, dt.date(2026, 7, 4), 3),
        ({"by": "minister", "in_force": EFFECT, "reading": "working"}, dt.date(2026, 6, 3), 20),
        ({"by": "province", "in_force": EFFECT, "reading": "working"}, dt.date(2026, 6, 24), 5),
        ({"by": "province", "in_force": dt.date(2026, 6, 29), "reading": "working"}, dt.date(2026, 6, 22), 5),
        ({"by": "province", "in_force": dt.date(2026, 6, 26), "reading": "working"}, dt.date(2026, 6, 19), 5),
        ({"by": None, "adopted": EFFECT, "shortened": True, "reading": "working"}, dt.date(2026, 7, 6), 3),
        ({"by": "province", "in_force": dt.date(2017, 9, 24), "on": dt.date(2017, 9, 1)}, dt.date(2017, 9, 14), 10),
        ({"by": None, "in_force": dt.date(2017, 9, 24), "on": dt.date(2017, 9, 1)}, dt.date(2017, 9, 14), 10),
        (
            {"by": None, "in_force": dt.date(2017, 9, 24), "on": dt.date(2017, 9, 1), "shortened": True},
            dt.date(2017, 9, 14),
            10,
        ),
    ],
)
def test_announcement(options: dict[str, Any], end: dt.date, days: int) -> None:
    made = announcement_deadline(**{"on": ON, **options})
    assert made is not None
    assert (made.date, made.days, made.reading) == (end, days, options.get("reading", "calendar"))
    assert str(made.citation) == "Điều 15 Nghị định số 63/2010/NĐ-CP"
    vi, en = ("ngày làm việc", "working days") if made.reading == "working" else ("ngày", "days")
    assert f"{days:02d} {vi} " in str(made)
    assert f"{days} {en} " in made.display("en")


@pytest.mark.parametrize(
    "options",
    [
        {"by": None, "in_force": EFFECT},
        {"by": "minister"},
        {"by": "minister", "in_force": EFFECT, "shortened": True},
        {"by": "minister", "on": dt.date(2017, 9, 1)},
    ],
)
def test_what_is_not_known(options: dict[str, Any]) -> None:
    assert announcement_deadline(**{"on": ON, **options}) is None


@pytest.mark.parametrize(
    ("options", "end"),
    [
        ({"by": "minister"}, dt.date(2026, 3, 5)),
        ({"by": "province"}, dt.date(2026, 2, 26)),
        ({"by": "minister", "shortened": True}, dt.date(2026, 2, 23)),
        ({"by": None, "shortened": True}, dt.date(2026, 2, 23)),
    ],
)
def test_entry(options: dict[str, Any], end: dt.date) -> None:
    made = entry_deadline(dt.date(2026, 2, 12), **options)
    assert made is not None
    assert (made.date, made.reading) == (end, "working")
    assert str(made.citation) == "khoản 2 Điều 24 Nghị định số 63/2010/NĐ-CP"
    assert f"{made.days} working days from the signing" in made.display("en")


def test_entry_without_a_term_and_by_the_law_of_2010() -> None:
    assert entry_deadline(dt.date(2026, 2, 12), by="delegated") is None
    assert entry_deadline(dt.date(2026, 2, 12), by=None) is None
    made = entry_deadline(dt.date(2017, 9, 1), by="delegated")
    assert made is not None
    assert (made.date, made.days) == (dt.date(2017, 9, 11), 5)


def test_the_calendar_may_not_know() -> None:
    with pytest.raises(OpenDayError):
        entry_deadline(dt.date(2026, 11, 18), by="province")
    with pytest.raises(NotCoveredError):
        entry_deadline(dt.date(2036, 12, 30), by="minister")
    with pytest.raises(OpenDayError):
        announcement_deadline(by="province", in_force=dt.date(2026, 11, 25), on=ON, reading="working")


def test_the_review_plan() -> None:
    made = review_plan_deadline(2027)
    assert (made.date, made.days, made.reading) == (dt.date(2027, 1, 30), 1, "calendar")
    assert review_plan_deadline(2011).date == dt.date(2011, 1, 30)


def test_before_the_decree() -> None:
    with pytest.raises(NoLawError, match="expected a day from 2010-10-14 on"):
        review_plan_deadline(2010)
    with pytest.raises(NoLawError):
        entry_deadline(dt.date(2010, 10, 13), by="minister")
    with pytest.raises(NoLawError):
        announcement_deadline(by="minister", in_force=EFFECT, on=dt.date(2010, 10, 13))


@pytest.mark.parametrize("day", [dt.datetime(2026, 6, 1, 9, tzinfo=dt.UTC), "2026-06-01", None])
def test_strangers(day: Any) -> None:
    with pytest.raises(TypeError, match="on: expected a date without a time of day"):
        announcement_deadline(by="minister", in_force=EFFECT, on=day)
    with pytest.raises(TypeError, match="signed: expected a date without a time of day"):
        entry_deadline(day, by="minister")


def test_a_strange_reading() -> None:
    with pytest.raises(ValueError, match="reading: expected 'calendar' or 'working', got 'business'"):
        announcement_deadline(by="minister", in_force=EFFECT, on=ON, reading="business")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("fields", "codes"),
    [
        ({"by": "minister", "document_in_force": EFFECT, "signed": dt.date(2026, 6, 11)}, []),
        ({"by": "minister", "document_in_force": EFFECT, "signed": dt.date(2026, 6, 12)}, ["TTHC511"]),
        ({"by": "province", "signed": dt.date(2026, 2, 12), "entered": dt.date(2026, 2, 26)}, []),  # Tết lies between
        ({"by": "province", "signed": dt.date(2026, 2, 12), "entered": dt.date(2026, 2, 27)}, ["TTHC512"]),
        ({"by": "province", "signed": dt.date(2026, 11, 18), "entered": dt.date(2026, 12, 1)}, []),  # a day is open
    ],
)
def test_the_rules_go_by_these_deadlines(fields: dict[str, Any], codes: list[str]) -> None:
    decision = Announcement(number=LegalNumber.parse("1262/QĐ-BTP"), **fields)
    report = validate(Procedure(decision=decision), on=dt.date(2026, 11, 20), select=["TTHC511", "TTHC512"])
    assert [finding.code for finding in report] == codes

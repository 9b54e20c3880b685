"""The calendar of Viet Nam against the oracle file and, year by year, against the packages that others use.

Where a package differs, the difference stands here as data: one that is new, or gone, fails.
"""

import datetime as dt
import json
import random
from pathlib import Path
from typing import Any

import pytest

from tthc.calendar import VIETNAM

DAY = dt.timedelta(days=1)
YEARS = range(2010, 2027)
KINDS = {  # what the oracle calls the days off
    "tet_duong": ("holiday", "Tết Dương lịch"),
    "tet": ("holiday", "Tết Nguyên đán"),
    "gio_to": ("holiday", "Giỗ Tổ Hùng Vương"),
    "30/4": ("holiday", "Ngày Chiến thắng 30/4"),
    "1/5": ("holiday", "Quốc tế Lao động 1/5"),
    "quoc_khanh": ("holiday", "Quốc khánh"),
    "quoc_khanh_2": ("holiday", "Quốc khánh"),
    "ngay_van_hoa": ("holiday", "Ngày Văn hóa Việt Nam"),
    "bu": ("compensation", None),
    "hoan_doi": ("swapped", ""),
}

# `holidays` 0.109: days off that it does not know, then make-up days. It knows no day off that is none.
MISSING_IN_HOLIDAYS = {
    2011: ("31/1 1/2 11/4", "29/1 30/1 9/4"),
    2012: ("31/12", ""),
    2013: ("", "5/1 23/2"),
    2014: ("28/1 5/2", "25/1 8/2"),
    2026: ("2/1", "10/1"),
}


@pytest.fixture(scope="module")
def oracle(shared: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((shared / "oracles" / "calendar-and-text.json").read_text(encoding="utf-8"))
    return data


def _off(year: int) -> set[dt.date]:
    return {row.date for row in VIETNAM.days_off if row.date.year == year and row.date.weekday() < 5}


def _made_up(year: int) -> set[dt.date]:
    return {row.date for row in VIETNAM.make_up_days if row.date.year == year}


def _days(year: int, text: str) -> set[dt.date]:
    return {dt.date(year, *map(int, reversed(day.split("/")))) for day in text.split()}


def _cases(count: int, seed: int) -> list[tuple[dt.date, int]]:
    """Random days of 2010 to 2026 that leave room for the working days to add."""
    seeded, span = random.Random(seed), (dt.date(2026, 9, 1) - VIETNAM.first).days
    return [
        (VIETNAM.first + seeded.randint(0, span) * DAY, seeded.choice((1, 2, 3, 5, 7, 10, 15, 20, 30, 45)))
        for _ in range(count)
    ]


# ── the oracle file ──────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("year", YEARS)
def test_days_off_and_make_up_days(oracle: dict[str, Any], year: int) -> None:
    want = oracle["calendar"][str(year)]
    rows = {row.date.isoformat(): row for row in VIETNAM.days_off}
    assert {day.isoformat() for day in _off(year)} == set(want["off_weekdays"])
    for day, kind in want["off_weekdays"].items():
        assert rows[day].kind == KINDS[kind][0], day
        assert KINDS[kind][1] in {None, rows[day].name}, day
    assert sorted(day.isoformat() for day in _made_up(year)) == want["makeup"]
    swapped = sum(rows[day].kind == "swapped" for day in want["off_weekdays"])
    assert len(want["off_weekdays"]) - swapped == want["statutory_total"]


def test_no_year_is_left_out(oracle: dict[str, Any]) -> None:
    assert sorted(map(int, oracle["calendar"])) == list(YEARS)
    assert sum(len(_off(year)) for year in YEARS) == 194
    assert sum(len(_made_up(year)) for year in YEARS) == 21


def test_what_is_provisional_is_open(oracle: dict[str, Any]) -> None:
    for row in oracle["provisional"]:
        told = VIETNAM.day(dt.date.fromisoformat(row["date"]))
        assert told.working
        assert told.open


def _of_unit(oracle: dict[str, Any], unit: str) -> list[tuple[str, dt.date, int, dt.date]]:
    found = [
        (case["id"], dt.date.fromisoformat(case["start"]), case["n"], dt.date.fromisoformat(case["due"]))
        for case in oracle["deadlines"]
        if case["unit"] == unit
    ]
    assert found
    return found


def test_deadlines_in_working_days(oracle: dict[str, Any]) -> None:
    """The oracle counts without the swap of November 2026."""
    for name, start, n, due in _of_unit(oracle, "working_day"):
        assert VIETNAM.add(start, n, projected=True) == due, name
        assert VIETNAM.decided("swap-2026-11-23", adopted=False).add(start, n) == due, name
        assert VIETNAM.count(start, due, projected=True) == n, name


@pytest.mark.parametrize(("unit", "length"), [("day", 1), ("week", 7)])
def test_deadlines_that_roll_forward(oracle: dict[str, Any], unit: str, length: int) -> None:
    for name, start, n, due in _of_unit(oracle, unit):
        assert VIETNAM.add(start + n * length * DAY, 0, projected=True) == due, name


def test_policies(oracle: dict[str, Any]) -> None:
    cases = {case["id"]: case for case in oracle["policies"]}
    assert set(cases) == {"weekend-submit-event", "weekend-submit-roll", "suspend-baseline", "suspend-resume"}

    def at(name: str, field: str) -> dt.date:
        return dt.date.fromisoformat(cases[name][field])

    event, roll, resume = "weekend-submit-event", "weekend-submit-roll", "suspend-resume"
    assert VIETNAM.add(at(event, "submitted"), cases[event]["n"]) == at(event, "due")
    assert VIETNAM.add(at(roll, "submitted"), 0) == at(roll, "accepted")
    assert VIETNAM.add(at(roll, "accepted"), cases[roll]["n"]) == at(roll, "due")
    assert VIETNAM.add(at("suspend-baseline", "accepted"), 10) == at("suspend-baseline", "due")
    elapsed = VIETNAM.count(at(resume, "accepted"), at(resume, "paused"))
    assert elapsed == cases[resume]["elapsed"]
    assert VIETNAM.add(at(resume, "resumed"), cases[resume]["n"] - elapsed) == at(resume, "due")


# ── other packages ───────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("year", range(2010, 2037))
def test_holidays_differs_where_it_is_known_to(year: int) -> None:
    """Years without decisions (from 2027 on) are foreseen alike."""
    theirs = pytest.importorskip("holidays").country_holidays("VN", years=[year - 1, year, year + 1])
    off = {day for day in theirs if day.year == year and day.weekday() < 5}
    made_up = {day for day in theirs.weekend_workdays if day.year == year}
    missing_off, missing_made_up = MISSING_IN_HOLIDAYS.get(year, ("", ""))
    assert _off(year) - off == _days(year, missing_off)
    assert off - _off(year) == set()
    assert _made_up(year) - made_up == _days(year, missing_made_up)
    assert made_up - _made_up(year) == set()


@pytest.mark.parametrize(
    ("start", "n", "due", "theirs"),
    [
        ("2025-12-31", 6, "2026-01-10", "2026-01-09"),
        ("2014-01-24", 3, "2014-02-06", "2014-02-05"),
        ("2011-01-28", 2, "2011-01-30", "2011-02-01"),
        ("2013-02-08", 6, "2013-02-23", "2013-02-25"),
    ],
)
def test_due_dates_that_holidays_has_wrong(start: str, n: int, due: str, theirs: str) -> None:
    begin = dt.date.fromisoformat(start)
    days = pytest.importorskip("holidays").country_holidays("VN", years=range(2010, 2028))
    assert VIETNAM.add(begin, n).isoformat() == due
    assert days.get_nth_working_day(begin, n).isoformat() == theirs


def test_due_dates_of_holidays_are_right_otherwise() -> None:
    days = pytest.importorskip("holidays").country_holidays("VN", years=range(2010, 2028))
    agreed = 0
    for begin, n in _cases(2_000, seed=1):
        differing = [year for year in MISSING_IN_HOLIDAYS if begin.year <= year <= VIETNAM.add(begin, n).year]
        if not differing:
            assert days.get_nth_working_day(begin, n) == VIETNAM.add(begin, n), (begin, n)
            agreed += 1
    assert agreed > 1_000


def test_workalendar_agrees_when_it_is_given_our_data() -> None:
    """It knows no calendar of Viet Nam, and takes make-up days with each call only."""
    core = pytest.importorskip("workalendar.core")

    class Vietnam(core.Calendar):  # type: ignore[misc,name-defined]
        WEEKEND_DAYS = (core.SAT, core.SUN)

        def get_calendar_holidays(self, year: int) -> list[tuple[dt.date, str]]:
            return [(row.date, row.name) for row in VIETNAM.days_off if row.date.year == year]

    theirs, made_up = Vietnam(), [row.date for row in VIETNAM.make_up_days]
    for begin, n in _cases(300, seed=2):
        assert theirs.add_working_days(begin, n, extra_working_days=made_up) == VIETNAM.add(begin, n), (begin, n)


def test_numpy_agrees_when_every_day_is_listed() -> None:
    """A weekmask with holidays cannot say a make-up day: about six due dates in a hundred are wrong with it."""
    numpy = pytest.importorskip("numpy")
    span = [VIETNAM.first + n * DAY for n in range((VIETNAM.last - VIETNAM.first).days + 1)]
    idle = [day for day in span if not VIETNAM.is_working_day(day, projected=True)]
    exact = numpy.busdaycalendar(weekmask="1111111", holidays=idle)
    plain = numpy.busdaycalendar(weekmask="1111100", holidays=[row.date for row in VIETNAM.days_off])
    cases = _cases(5_000, seed=3)
    begin, n = (numpy.array(part) for part in zip(*cases, strict=True))
    begin = begin.astype("datetime64[D]")
    ours = [VIETNAM.add(*case) for case in cases]
    assert numpy.busday_offset(begin, n, roll="backward", busdaycal=exact).tolist() == ours
    wrong = sum(numpy.busday_offset(begin, n, roll="backward", busdaycal=plain) != numpy.array(ours, "datetime64[D]"))
    assert 0.04 < wrong / len(cases) < 0.09
    ordinals = numpy.array([case[0].toordinal() for case in cases])
    five = numpy.busday_offset(begin, 5, roll="backward", busdaycal=exact).astype(int) + 719163
    assert VIETNAM.add_ordinals(ordinals, 5).tolist() == five.tolist()

"""Due dates of the oracle file and the figures of the facts, and the real prose and limits of the portals."""

# ruff: noqa: DTZ001 - offices live in local time

import datetime as dt
import json
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

import tthc
from tthc.calendar import (
    RESUME,
    VIETNAM,
    LimitError,
    Pause,
    TimeLimit,
    accept,
    due,
    due_after_supplement,
    read_supplement_policy,
)

UNITS: dict[str, tuple[Any, bool]] = {
    "working_day": ("day", True),
    "day": ("day", False),
    "week": ("week", False),
    "month": ("month", False),
    "hour": ("hour", False),
    "working_hour": ("hour", True),
    "working_day_clock": ("day", True),
}


@pytest.fixture(scope="session")
def oracle(shared: Path) -> Any:
    return json.loads((shared / "oracles" / "calendar-and-text.json").read_text(encoding="utf-8"))


def _read(text: str) -> dt.date:
    return dt.datetime.fromisoformat(text) if "T" in text else dt.date.fromisoformat(text)


def test_deadlines(oracle: Any) -> None:
    cases = oracle["deadlines"]
    assert len(cases) == 36
    for case in cases:
        start, expected = _read(case["start"]), _read(case["due"])
        if case["unit"] == "same_day":
            limit = TimeLimit(kind="same_day", cutoff=dt.time.fromisoformat(case["cutoff"]))
        else:
            unit, working = UNITS[case["unit"]]
            limit = TimeLimit(kind="duration", amount=Fraction(case["n"]), unit=unit, working=working)
        made = due(start, limit, model="clock" if case["unit"].endswith("clock") else "legal")
        assert (made.at or made.date) == expected, case["id"]
        assert str(made)
        assert made.display("en")


def test_rounding_of_the_software(oracle: Any) -> None:
    case = next(case for case in oracle["deadlines"] if case["id"] == "clock-5d")
    limit = TimeLimit.parse("5 ngày làm việc")
    start = dt.datetime.fromisoformat(case["start"])
    assert due(start, limit, model="clock", round_to_quarter=True).at == dt.datetime(2020, 9, 1, 9, 15)


def test_policies(oracle: Any) -> None:
    cases = {case["id"]: case for case in oracle["policies"]}
    assert len(cases) == 4

    def limit(case: Any) -> TimeLimit:
        return TimeLimit(kind="duration", amount=case["n"], unit="day", working=True)

    case = cases["weekend-submit-event"]
    begin = accept(_read(case["submitted"]), policy="event_day")
    assert due(begin, limit(case)).date == _read(case["due"])

    case = cases["weekend-submit-roll"]
    begin = accept(_read(case["submitted"]), policy="next_working_day")
    assert begin == _read(case["accepted"])
    assert due(begin, limit(case)).date == _read(case["due"])
    by_intake = due(_read(case["submitted"]), limit(case), receiving=VIETNAM)
    assert (by_intake.start, by_intake.date) == (begin, _read(case["due"]))

    case = cases["suspend-baseline"]
    assert due(_read(case["accepted"]), limit(case)).date == _read(case["due"])

    case = cases["suspend-resume"]
    pause = Pause(_read(case["paused"]), _read(case["resumed"]))
    accepted = _read(case["accepted"])
    assert VIETNAM.count(accepted, pause.paused) == case["elapsed"]
    assert due_after_supplement(accepted, limit(case), [pause], policy=RESUME).date == _read(case["due"])


# N-01 and N-03 of the facts: around 24/11/2026, as things stand and with the swap of 23/11 for 28/11.
@pytest.mark.parametrize(
    ("start", "days", "end", "with_swap"),
    [
        ((2026, 11, 20), 1, (11, 23), (11, 25)),
        ((2026, 11, 20), 2, (11, 25), (11, 26)),
        ((2026, 11, 20), 4, (11, 27), (11, 28)),
        ((2026, 11, 20), 5, (11, 30), (11, 30)),
        ((2026, 11, 16), 5, (11, 23), (11, 25)),
        ((2026, 11, 16), 6, (11, 25), (11, 26)),
        ((2026, 11, 16), 7, (11, 26), (11, 27)),
    ],
)
def test_the_culture_day(
    start: tuple[int, int, int], days: int, end: tuple[int, int], with_swap: tuple[int, int]
) -> None:
    made = due(dt.date(*start), TimeLimit(kind="duration", amount=days, unit="day", working=True))
    assert made.date == dt.date(2026, *end)
    others = [other.date for other in made.alternatives]
    assert others == ([] if end == with_swap else [dt.date(2026, *with_swap)])


# ── real records ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _flat(shared: Path) -> Iterator[Any]:
    for path in sorted((shared / "data" / "procedures" / "portal-flat").glob("procedures-*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def test_the_prose_of_real_procedures(shared: Path) -> None:
    """On 874 texts: the State Bank's 7 restarts, 7 that stop the clock, and the 60 days after which it closes."""
    kinds: Counter[str] = Counter()
    closes: Counter[str] = Counter()
    for record in _flat(shared):
        policy = read_supplement_policy(f"{record['trinh_tu_thuc_hien']}\n{record['cach_thuc_thuc_hien']}")
        kinds[policy.kind] += 1
        if policy.close_after is not None:
            closes[str(policy.close_after)] += 1
    assert kinds == {"silent": 860, "restart": 7, "resume": 5, "pause_then_fixed": 2}
    assert closes == {"60 ngày": 12, "5 ngày làm việc": 2, "7 ngày làm việc": 2, "40 ngày": 1}


def test_the_limits_of_real_procedures(shared: Path) -> None:
    """Every limit has a due date and an explanation, or is refused for a reason."""
    start = dt.datetime(2026, 2, 11, 9, 10)
    limits = {
        method.time_limit
        for record in _flat(shared)
        for method in tthc.interop.portal.read(record).value.methods or ()
        if isinstance(method, tthc.Method) and isinstance(method.time_limit, TimeLimit)
    }
    assert len(limits) > 50
    refused = set()
    for limit in limits:
        try:
            made = due(start, limit)
        except LimitError:
            refused.add((limit.unit, limit.amount is not None and limit.amount.denominator > 1))
            continue
        assert made.date is None or made.date >= start.date()
        assert str(made).startswith("Hạn: ")
    assert refused <= {(None, False), (None, True), ("day", True)}

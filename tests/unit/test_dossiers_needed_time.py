"""Practice against prescription: percentiles, shares and the lowest limit that 95 % meet."""

import datetime as dt
from fractions import Fraction
from typing import Any

import attrs
import pytest

import tthc
from tthc.calendar import VIETNAM, TimeLimit
from tthc.dossiers import Dossier, Event, Practice, practice
from tthc.errors import MalformedError, OpenDayError

FIVE = TimeLimit.parse("5 ngày làm việc")


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(f"2026-{text}")


def done(begin: str, end: str, *, pause: tuple[str, str] | None = None) -> Dossier:
    steps = (
        () if pause is None else (Event("supplement_requested", day(pause[0])), Event("supplemented", day(pause[1])))
    )
    first = Event("accepted", day(begin)), Event("processing", day(begin))
    return Dossier(history=(*first, *steps, Event("done", day(end))))


def test_twenty_dossiers() -> None:
    needed = tuple(range(1, 21))
    found = Practice(limit=FIVE, needed=needed)
    assert (found.p50, found.p90, found.p95, found.lowest_limit) == (10, 18, 19, 19)
    assert (found.early, found.late) == (Fraction(1, 5), Fraction(3, 4))
    assert [found.percentile(share) for share in (1, 5, Fraction(51, 10), 100)] == [1, 1, 2, 20]


def test_none_at_all() -> None:
    found = practice(FIVE, [])
    assert found == Practice(limit=FIVE, needed=())
    assert found.p50 is found.p90 is found.p95 is found.lowest_limit is found.early is found.late is None
    assert str(found).count("chưa rõ") == 6
    assert found.display("en").splitlines()[:2] == [
        "Limit 5 working days; 0 dossiers done, 0 left out",
        "  P50: not known",
    ]


def test_what_is_counted() -> None:
    dossiers = [
        done("02-12", "02-24"),  # across Tết: 3
        done("02-12", "02-12"),  # at once: 0
        done("10-05", "10-15", pause=("10-08", "10-13")),  # 5 of 8
        Dossier(history=(Event("accepted", day("02-12")),)),
        Dossier(history=(Event("accepted", day("02-12")), Event("stopped", day("02-13")))),
        Dossier(history=(Event("registered", day("02-12")), Event("refused", day("02-13")))),
    ]
    found = practice(FIVE, iter(dossiers))
    assert (found.needed, found.left_out) == ((0, 3, 5), 3)
    assert practice(FIVE, dossiers, clock="running").needed == (0, 3, 8)
    assert practice(FIVE, dossiers, clock="restart").needed == (0, 2, 3)
    plain = attrs.evolve(VIETNAM, days_off=(), make_up_days=(), open_changes=())
    assert practice(FIVE, dossiers[:1], calendar=plain).needed == (8,)
    assert tthc.practice is practice


@pytest.mark.parametrize(
    ("begin", "end", "needed"),
    [
        ("10-05", "10-09", 4),
        ("10-05", "10-12", 5),  # a limit of 5 days ends on Saturday 10/10, so with Monday
        ("10-05", "10-11", 5),
        ("10-05", "10-13", 8),
        ("10-10", "10-12", 0),
        ("02-12", "02-23", 2),  # 14/02 to 22/02 are days off
    ],
)
def test_calendar_days(begin: str, end: str, needed: int) -> None:
    limit = TimeLimit.parse("5 ngày")
    assert practice(limit, [done(begin, end)]).needed == (needed,)
    for days in range(needed + 2):
        due = tthc.due(day(begin), TimeLimit(kind="duration", amount=days, unit="day")).date
        assert due is not None
        assert (due >= day(end)) is (days >= needed)


def test_weeks() -> None:
    found = practice(TimeLimit.parse("2 tuần"), [done("10-05", "10-19")])
    assert (found.days, found.needed, found.late) == (14, (12,), 0)
    assert "P50: 12 ngày\n" in str(found)


def test_open_days() -> None:
    for limit, dossier in ((FIVE, done("11-20", "11-27")), (TimeLimit.parse("5 ngày"), done("11-20", "11-24"))):
        with pytest.raises(OpenDayError):
            practice(limit, [dossier])
        assert practice(limit, [dossier], projected=True).left_out == 0


@pytest.mark.parametrize(
    "limit",
    [
        *map(TimeLimit.parse, ["4 giờ", "1 tháng", "Trong ngày", "Không quy định", "1,5 ngày", "05"]),
        TimeLimit(kind="duration", amount=2, unit="week", working=True),
        None,
        5,
    ],
)
def test_only_limits_of_days(limit: Any) -> None:
    with pytest.raises(ValueError, match="limit: expected a limit of whole days, working days or weeks, got"):
        practice(limit, [])
    with pytest.raises(MalformedError, match="limit"):
        Practice(limit=limit, needed=())


@pytest.mark.parametrize(
    ("fields", "field"),
    [({"needed": (2, 1)}, "needed"), ({"needed": (-1, 1)}, "needed"), ({"needed": (1,), "left_out": -1}, "left_out")],
)
def test_malformed(fields: Any, field: str) -> None:
    with pytest.raises(MalformedError) as caught:
        Practice(limit=FIVE, **fields)
    assert [fault.field for fault in caught.value.faults] == [field]


@pytest.mark.parametrize("share", [0, -1, 101, Fraction(1001, 10)])
def test_a_percentile_is_one_of_hundred(share: Any) -> None:
    with pytest.raises(ValueError, match="share: expected more than 0 and at most 100 per cent"):
        Practice(limit=FIVE, needed=(1,)).percentile(share)


def test_a_float_is_no_percentile() -> None:
    with pytest.raises(TypeError):
        Practice(limit=FIVE, needed=(1,)).percentile(99.9)  # type: ignore[arg-type]


def test_rows() -> None:
    found = Practice(limit=FIVE, needed=(3, 4, 9), left_out=1)
    values = {row["measure"]: (row["value"], row["unit"]) for row in found.rows}
    assert values == {
        "done": (3, "dossier"),
        "left_out": (1, "dossier"),
        "limit": (5, "working day"),
        "p50": (4, "working day"),
        "p90": (9, "working day"),
        "p95": (9, "working day"),
        "early": (Fraction(2, 3), "share"),
        "late": (Fraction(1, 3), "share"),
        "lowest_limit": (9, "working day"),
    }
    assert repr(found) == "<Practice 5 ngày làm việc: 3 dossiers, 1 left out>"
    assert "sớm hạn: 66,7 %" in str(found)
    assert Practice(limit=TimeLimit.parse("5 ngày"), needed=()).rows[2]["unit"] == "day"

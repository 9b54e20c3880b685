"""Intervals of days and what holds on a day."""

import datetime as dt
import pickle

import pytest

from tthc import dated
from tthc.dated import ALWAYS, Dated, Interval, in_force
from tthc.errors import MalformedError

JUNE, JULY, AUGUST = dt.date(2025, 6, 1), dt.date(2025, 7, 1), dt.date(2025, 8, 1)
DAY = dt.timedelta(days=1)


def test_an_interval_is_half_open() -> None:
    june = Interval(JUNE, JULY)
    assert JUNE in june
    assert JULY - DAY in june
    assert JUNE - DAY not in june
    assert JULY not in june
    assert dt.date.min in ALWAYS
    assert dt.date.max in ALWAYS
    assert dt.date.min in Interval(None, JUNE)
    assert dt.date.max in Interval(JUNE)


def test_it_knows_and_prints_its_last_day() -> None:
    assert Interval(JUNE, JULY).last_day == dt.date(2025, 6, 30)
    assert Interval(JUNE).last_day is None
    assert str(Interval(JUNE, JULY)) == "từ 01/06/2025 đến hết 30/06/2025"
    assert str(Interval(JUNE)) == "từ 01/06/2025"
    assert str(Interval(None, JULY)) == "đến hết 30/06/2025"
    assert str(ALWAYS) == "không thời hạn"
    assert eval(repr(ALWAYS)) == ALWAYS


def test_through_takes_the_last_day() -> None:
    assert Interval.through(JUNE, dt.date(2025, 6, 30)) == Interval(JUNE, JULY)
    assert Interval.through(JUNE, JUNE).last_day == JUNE
    assert Interval.through(None, None) == ALWAYS
    assert Interval.through(JUNE, dt.date(9999, 12, 31)) == Interval(JUNE)


@pytest.mark.parametrize(
    ("since", "until"),
    [(JULY, JUNE), (JUNE, JUNE), (None, dt.date.min), (JUNE, dt.datetime(2025, 7, 1)), ("2025-07-01", None)],  # noqa: DTZ001
)
def test_an_interval_holds_a_day_at_least(since: dt.date, until: dt.date) -> None:
    with pytest.raises(MalformedError, match=r"since|until"):
        Interval(since, until)


@pytest.mark.parametrize(
    ("left", "right", "overlap"),
    [
        (Interval(JUNE, JULY), Interval(JULY, AUGUST), False),
        (Interval(JUNE, JULY + DAY), Interval(JULY, AUGUST), True),
        (Interval(None, JULY), Interval(JULY), False),
        (Interval(None, JULY), Interval(JUNE), True),
        (Interval(JUNE), Interval(AUGUST), True),
        (Interval(None, JUNE), Interval(None, AUGUST), True),
        (ALWAYS, Interval(JUNE, JULY), True),
        (Interval(JUNE, AUGUST), Interval(JULY, JULY + DAY), True),
    ],
)
def test_overlaps(left: Interval, right: Interval, overlap: bool) -> None:
    assert left.overlaps(right) is overlap
    assert right.overlaps(left) is overlap


def test_in_force() -> None:
    old, new = Dated("cũ", Interval(None, JULY)), Dated("mới", Interval(JULY))
    assert in_force([old, new], JULY - DAY) == "cũ"
    assert in_force([new, old], JULY) == "mới"
    assert in_force([], JULY) is None
    assert in_force([new], JUNE) is None
    assert in_force([Dated("luôn"), new], AUGUST) == "mới"  # the latest to begin
    assert in_force([Dated("một"), Dated("hai")], AUGUST) == "một"


def test_dated_is_a_value() -> None:
    assert Dated("x") == Dated("x", ALWAYS)
    assert hash(Dated("x")) == hash(Dated("x", ALWAYS))
    assert pickle.loads(pickle.dumps(Dated("x", Interval(JUNE)))) == Dated("x", Interval(JUNE))
    with pytest.raises(MalformedError, match="interval"):
        Dated("x", None)  # type: ignore[arg-type]


def test_module_lists_its_names() -> None:
    assert dir(dated) == dated.__all__ == sorted(dated.__all__)

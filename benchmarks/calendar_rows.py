"""What a working day costs: row 3 (one at a time, without due dates) and row 4 (a million at once)."""

import datetime as dt
import importlib
import random
from collections.abc import Callable, Iterator
from itertools import cycle
from typing import Any

from benchmarks import Measure, Row
from tthc.calendar import VIETNAM

_MANY = 1_000_000
_MIX = (1, 2, 3, 5, 7, 10, 15, 20, 30, 45)


def rows(measure: Measure) -> Iterator[Row]:
    yield from _one(measure)
    yield from _many(measure)


def _days(count: int) -> list[dt.date]:
    """Days of 2010 to 2025: 250 working days fit before the first one that is open."""
    seeded, first = random.Random(3), VIETNAM.first.toordinal()  # noqa: S311 - the same days in each run
    span = dt.date(2025, 9, 30).toordinal() - first
    return [dt.date.fromordinal(first + seeded.randint(0, span)) for _ in range(count)]


class _Empty:
    """A method of the same shape that does nothing: what a call costs."""

    def add(self, day: dt.date, days: int, *, projected: bool = False) -> dt.date:
        del days, projected
        return day


def _one(measure: Measure) -> Iterator[Row]:
    days = _days(1_000)
    add, nothing = VIETNAM.add, _Empty().add
    off, made_up = {row.date for row in VIETNAM.days_off}, {row.date for row in VIETNAM.make_up_days}
    step = dt.timedelta(days=1)

    def loop(day: dt.date, n: int) -> dt.date:
        while n:
            day += step
            n -= day in made_up or (day.weekday() < 5 and day not in off)
        return day

    def all_of(function: Callable[[dt.date, int], dt.date], *numbers: int) -> Callable[[], object]:
        cases = list(zip(days, cycle(numbers)))
        return lambda: [function(day, n) for day, n in cases]

    five, far, mixed, empty, naive = (
        taken / len(days)
        for taken in measure.best(
            all_of(add, 5), all_of(add, 250), all_of(add, *_MIX), all_of(nothing, 5), all_of(loop, *_MIX)
        )
    )
    yield Row("3", "VIETNAM.add(d, 5), beyond an empty call", (five - empty) * 1e9, at_most=250, unit="ns")
    yield Row("3", "VIETNAM.add(d, 250), beside add(d, 5)", far / five, at_most=1.25, unit="x add(d, 5)")
    note = f"n from 1 to 45; {naive * 1e6:.1f} us a date"
    yield Row("3", "a loop over days, beside add(d, n)", naive / mixed, unit="x", note=note)
    what = "holidays.get_nth_working_day(d, n), beside add(d, n)"
    try:
        theirs: Any = importlib.import_module("holidays").country_holidays("VN", years=range(2010, 2027))
    except ImportError:
        yield Row.skipped("3", what, "holidays is not installed")
        return
    ours, other, empty = measure.best(*(all_of(f, *_MIX) for f in (add, theirs.get_nth_working_day, nothing)))
    note = f"both beyond an empty call; {other / len(days) * 1e6:.1f} us a date"
    yield Row("3", what, (other - empty) / (ours - empty), at_least=100, unit="x", note=note)


def _many(measure: Measure) -> Iterator[Row]:
    ordinals = [day.toordinal() for day in _days(_MANY)]
    (taken,) = measure.best(lambda: VIETNAM.add_ordinals(ordinals, 5))
    yield Row("4", "1e6 due dates, list of ordinals", taken, at_most=0.2, unit="s")
    try:
        numpy: Any = importlib.import_module("numpy")
    except ImportError:
        yield Row.skipped("4", "1e6 due dates, numpy", "numpy is not installed")
        return
    array = numpy.array(ordinals)
    begin = (array - 719163).astype("datetime64[D]")
    span = range(VIETNAM.first.toordinal(), VIETNAM.last.toordinal() + 1)
    idle = [day for day in map(dt.date.fromordinal, span) if not VIETNAM.is_working_day(day, projected=True)]
    exact = numpy.busdaycalendar(weekmask="1111111", holidays=idle)
    ours, theirs = measure.best(
        lambda: VIETNAM.add_ordinals(array, 5),
        lambda: numpy.busday_offset(begin, 5, roll="backward", busdaycal=exact),
    )
    yield Row("4", "1e6 due dates, numpy array of ordinals", ours * 1e3, at_most=10, unit="ms")
    note = f"{theirs * 1e3:.0f} ms"
    yield Row("4", "exact numpy.busday_offset, beside that", theirs / ours, at_least=1, unit="x", note=note)

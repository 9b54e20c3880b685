"""What a due date costs, explained or not: the second half of row 3."""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

from benchmarks import Measure, Row
from tthc.calendar import VIETNAM, TimeLimit, due

_DAYS = [dt.date(2010, 1, 4) + dt.timedelta(days=41 * n) for n in range(100)]


def rows(measure: Measure) -> Iterator[Row]:
    limit = TimeLimit.parse("5 ngày làm việc")
    month = TimeLimit.parse("1 tháng")
    hours = TimeLimit.parse("16 giờ làm việc")
    moments = [dt.datetime.combine(day, dt.time(9, 10)) for day in _DAYS]

    def all_of(function: Callable[[Any], object], starts: list[Any]) -> Callable[[], object]:
        return lambda: [function(start) for start in starts]

    one, add, months, walked, told = (
        taken / len(_DAYS)
        for taken in measure.best(
            all_of(lambda day: due(day, limit), _DAYS),
            all_of(lambda day: VIETNAM.add(day, 5), _DAYS),
            all_of(lambda day: due(day, month), _DAYS),
            all_of(lambda moment: due(moment, hours), moments),
            all_of(lambda day: str(due(day, limit)), _DAYS),
        )
    )
    note = f"add(d, 5) alone {add * 1e6:.2f} us"
    yield Row("3", "due(d, limit), 5 working days", one * 1e6, at_most=2, unit="us", note=note)
    yield Row("3", "due(d, limit), 1 month", months * 1e6, unit="us")
    yield Row("3", "due(moment, limit), 16 working hours", walked * 1e6, unit="us")
    yield Row("3", "print(due(d, limit)), 5 working days", told * 1e6, unit="us")

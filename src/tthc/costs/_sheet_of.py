"""From a table of cells to the rows of the official form: six groups, a row for each task, its channel beside it."""

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

from tthc.costs.amounts import Price, mean_of
from tthc.costs.gaps import ACTIVITIES
from tthc.procedures._words import word

if TYPE_CHECKING:
    from tthc.costs.table import Cell, CostTable

__all__ = ["rows_of", "volume_of"]

_GROUPS: tuple[tuple[str, frozenset[str]], ...] = (
    ("Chuẩn bị hồ sơ", frozenset({"document", "form", "certify", "copy", "scan"})),
    ("Nộp hồ sơ", frozenset({"travel", "queue", "submit"})),
    ("Nộp phí, lệ phí, chi phí khác", frozenset({"pay", "fee"})),
    ("Chuẩn bị, phục vụ việc kiểm tra, đánh giá của cơ quan có thẩm quyền", frozenset({"inspection"})),
    ("Công việc khác", frozenset({"learn", "other", "delay"})),
    ("Nhận kết quả", frozenset({"receive"})),
)


def __dir__() -> list[str]:
    return __all__


class _Task(NamedTuple):
    """What makes a row: the same task in the same manner, as often a year; a row has one income, so also its rate."""

    task: str
    manner: str
    volume: Fraction | None
    rate: Fraction | None


def volume_of(table: "CostTable") -> tuple[Fraction | None, Fraction | None]:
    """Return times and subjects a year of a table, of ranges the means."""
    held = table.parameters
    if held is None or held.times_per_year is None or held.subjects_per_year is None:
        return None, None
    return mean_of(held.times_per_year), mean_of(held.subjects_per_year)


def rows_of(table: "CostTable") -> Iterator[dict[str, Any]]:
    """Yield the fields of the rows, each group below its heading."""
    number = 0
    for heading, activities in _GROUPS:
        tasks = _tasks([cell for cell in table.cells if cell.activity in activities], table)
        if not tasks:
            continue
        number += 1
        yield {"number": str(number), "task": heading}
        for i, (task, sums) in enumerate(tasks.items(), 1):
            volume = {} if task.volume is None else {"times": Fraction(1), "subjects": task.volume}
            figures: dict[str, Price] = {
                name: Price(sums[name], table.currency) for name in ("services", "fees") if name in sums
            }
            if task.rate is not None:
                figures["hourly_income"] = Price(task.rate, table.currency)
            hours = {"hours": sums["hours"]} if "hours" in sums else {}
            yield {"number": f"{number}.{i}", "task": task.task, "activity": task.manner, **hours, **figures, **volume}


def _tasks(cells: "list[Cell]", table: "CostTable") -> dict[_Task, dict[str, Fraction]]:
    """Sum the cells by task; the money of a task stands beside its hours where there are any."""
    times, subjects = volume_of(table)
    whole = None if times is None or subjects is None else times * subjects
    found: dict[_Task, dict[str, Fraction]] = {}
    for cell in sorted(cells, key=lambda cell: cell.kind != "time"):
        name = ACTIVITIES[cell.activity][0]
        if cell.label:
            name = cell.label if cell.activity == "other" else f"{name}: {cell.label}"
        channel = "" if cell.channel is None else word("channel", cell.channel, "vi")
        manner = "; ".join(part for part in (channel, cell.case, cell.segment) if part)
        volume = Fraction(0) if cell.apart else cell.volume
        key = _Task(name[0].upper() + name[1:], manner, None if volume == whole else volume, None)
        if cell.kind == "time":
            key = key._replace(rate=cell.rate if cell.priced else Fraction(0))
        else:
            key = next((other for other in found if other[:3] == key[:3]), key)
        sums = found.setdefault(key, {})
        column = {"time": "hours", "cash": "services"}.get(cell.kind, "fees")
        sums[column] = sums.get(column, Fraction(0)) + (cell.hours if cell.kind == "time" else cell.amount)
    return found

"""Millions of days at once: the look-ups of a `Table` without an object for each day, in lists and in numpy arrays."""

from collections.abc import Callable, Iterable
from typing import Any, TypeAlias

from tthc.calendar._table import Table
from tthc.errors import show

__all__ = ["Array", "add_many"]

Array: TypeAlias = Any
"""An array of numpy."""


def __dir__() -> list[str]:
    return __all__


def add_many(
    table: Table, ordinals: Iterable[int] | Array, days: int, ask: Callable[[int], int], *, projected: bool
) -> list[int] | Array:
    """Return the ordinals that lie `days` working days after those given.

    `ask` answers for one ordinal whose answer is not certain or that the table does not cover, or raises.
    """
    of = _of_array if type(ordinals).__module__ == "numpy" else _of_list
    # The first working day after the day before; more days than there are lead as far beyond the end as one too many.
    start, more = (table.base + 1, 1) if days == 0 else (table.base, min(days, table.total + 1))
    return of(ordinals, table, ask, start=start, more=more, projected=projected)


def _of_list(
    ordinals: Iterable[int], table: Table, ask: Callable[[int], int], *, start: int, more: int, projected: bool
) -> list[int]:
    given = list(ordinals)
    if not {int}.issuperset(map(type, given)):
        raise TypeError(_expected(next(show(day) for day in given if type(day) is not int)))
    if not given:
        return []
    low, high = min(given), max(given)
    _covered(table, low, high, ask)
    upto, sure, ends = table.upto, table.sure, table.ordinals
    if upto[high - start] + more <= (table.total if projected else sure[low - start]):
        return [ends[upto[day - start] + more] for day in given]
    asked = {day: ask(day) for day in sorted(set(given)) if upto[day - start] + more > sure[day - start]}
    return [asked[day] if day in asked else ends[upto[day - start] + more] for day in given]


def _of_array(
    given: Array, table: Table, ask: Callable[[int], int], *, start: int, more: int, projected: bool
) -> Array:
    numpy: Any = __import__("numpy")  # loaded already: the caller has made the array
    if given.dtype.kind not in "iu" or given.dtype.itemsize < 4:
        raise TypeError(_expected(f"an array of {given.dtype}"))
    if not given.size:
        return given.copy()
    low, high = int(given.min()), int(given.max())
    _covered(table, low, high, ask)
    span = slice(low - start, high - start + 1)
    upto, sure, ends = map(numpy.array, (table.upto[span], table.sure[span], table.ordinals))
    # Where each day of the span leads is a short table; for the many days given, one look-up in it is all.
    end = upto + more
    doubtful = end > (table.total if projected else sure)
    lead = ends[numpy.where(doubtful, 0, end)].astype(given.dtype)
    at = given - low
    if doubtful.any():
        for day in numpy.unique(at[doubtful[at]]).tolist():
            lead[day] = ask(low + day)
    return lead[at]


def _covered(table: Table, low: int, high: int, ask: Callable[[int], int]) -> None:
    for day in (low, high):
        if not 0 < day - table.base <= table.size:
            ask(day)


def _expected(got: str) -> str:
    return f"ordinals: expected integers (date.toordinal()), got {got}"

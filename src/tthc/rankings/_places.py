"""Positions of equal and unequal units: the arithmetic that every ranking rests on."""

import math
from collections.abc import Hashable, Mapping
from fractions import Fraction
from typing import Generic, TypeVar, cast

from tthc.rankings.ties import Ties

__all__ = ["Places", "points_of"]

U = TypeVar("U", bound=Hashable)

_ROOM = 1 << 26  # bits that all scores may take together once they stand on one denominator


def __dir__() -> list[str]:
    return __all__


def points_of(scores: Mapping[U, int | Fraction]) -> Mapping[U, int]:
    """Return whole numbers in the same order as exact scores, equal where these are equal.

    Comparing two fractions costs some thirty times as much as comparing two whole numbers, so the scores are brought
    to their common denominator. Where that would be a monster, the place of a score among the others stands for it.

    >>> points_of({"A": Fraction(1, 2), "B": 1, "C": Fraction(1, 3)})
    {'A': 3, 'B': 6, 'C': 2}
    """
    values = scores.values()
    if type(next(iter(values), 0)) is int and type(sum(values)) is int:  # the quickest way to tell that all are whole
        return cast("Mapping[U, int]", scores)
    ratios = [score.as_integer_ratio() for score in values]
    denominators = {bottom for _, bottom in ratios}
    if sum(map(int.bit_length, denominators)) * len(ratios) > _ROOM:
        places = {score: place for place, score in enumerate(sorted(set(values)))}
        return {unit: places[score] for unit, score in scores.items()}
    scale = math.lcm(*denominators)
    return dict(zip(scores, [top * (scale // bottom) for top, bottom in ratios], strict=True))


class Places(Generic[U]):
    """Units with their points, the best first, and the span of positions that each number of points holds.

    The tables go from points to positions: two passes in C over the sorted points, none over the units.
    """

    __slots__ = ("_dense", "_first", "_last", "best_first", "lowest_first", "points")

    def __init__(self, points: Mapping[U, int], *, higher_is_better: bool) -> None:
        self.points = points
        self.lowest_first = not higher_is_better
        self.best_first = sorted(points.values(), reverse=higher_is_better)
        count = len(self.best_first)
        # Of equal points the one written last stays: going up from the last position, that is the first of them.
        self._first = dict(zip(reversed(self.best_first), range(count, 0, -1), strict=True))
        self._last: dict[int, int] | None = None
        self._dense: dict[int, int] | None = None

    def first(self, unit: U) -> int:
        """Return the first position of the span that a unit holds with its equals."""
        return self._first[self.points[unit]]

    def last(self, unit: U) -> int:
        """Return the last position of that span."""
        if self._last is None:
            self._last = dict(zip(self.best_first, range(1, len(self.best_first) + 1), strict=True))
        return self._last[self.points[unit]]

    def dense(self, unit: U) -> int:
        """Return how many different scores there are down to that of a unit."""
        if self._dense is None:
            self._dense = {points: rank for rank, points in enumerate(dict.fromkeys(self.best_first), 1)}
        return self._dense[self.points[unit]]

    def rank(self, unit: U, ties: Ties) -> int | Fraction:
        """Return the rank of a unit under any policy but `ordinal`."""
        if ties == "competition":
            return self.first(unit)
        if ties == "last_of_ties":
            return self.last(unit)
        if ties == "dense":
            return self.dense(unit)
        return Fraction(self.first(unit) + self.last(unit), 2)

    def in_order(self) -> list[U]:
        """Return the units, the best first; equal ones stand in the order in which they were given."""
        units, points = list(self.points), list(self.points.values())
        return [units[i] for i in sorted(range(len(units)), key=points.__getitem__, reverse=not self.lowest_first)]

    def groups(self) -> list[list[U]]:
        """Return the units that are equal to one another, the best group first."""
        found: dict[int, list[U]] = {}
        for unit in self.in_order():
            found.setdefault(self.points[unit], []).append(unit)
        return list(found.values())

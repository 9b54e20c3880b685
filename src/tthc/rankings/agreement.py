"""How far two rankings agree (mức độ tương đồng giữa hai bảng xếp hạng): Kendall's τ-b, mean rank shift, reversals.

Everything is counted in whole numbers, in a time that grows as n log n; the one square root, in τ-b, is taken last.

What is compared are two rankings, or two mappings from unit to an exact score, or two sequences of exact scores whose
places are the units. Scores are better the higher they are; where it is the other way round, make a `Ranking`. Units
that only one of the two ranks are left out, and `agreement_of` names them.
"""

import math
from bisect import bisect_right, insort
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from operator import mul
from typing import Any, Generic, NamedTuple, TypeAlias, TypeVar, cast, final

import attrs

from tthc._record import check
from tthc.errors import Fault
from tthc.rankings._ranking_input import Number
from tthc.rankings.ranking import Ranking

__all__ = ["Agreement", "agreement_of", "kendall_tau_b", "mean_rank_shift", "reversals"]

U = TypeVar("U", bound=Hashable)

_Ranked: TypeAlias = Ranking[Any] | Mapping[Any, Number] | Sequence[Number]
_RUN = 512  # putting a number into a sorted list of so many is as good as free


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen(kw_only=True)
class Agreement(Generic[U]):
    """What two rankings have in common (mức độ tương đồng), counted in pairs of the units that both rank.

    - `common`: how many units both rank; `left_only`, `right_only`: who is ranked in one of them only;
    - `concordant`: pairs in the same order in both; `discordant`: pairs whose order is reversed;
    - `left_ties`, `right_ties`: pairs that are equal in one of the two only; `both_ties`: equal in both;
    - `mean_rank_shift`: by how many places a unit moves on average, `None` where nothing is common.
    """

    common: int
    concordant: int
    discordant: int
    left_ties: int = 0
    right_ties: int = 0
    both_ties: int = 0
    mean_rank_shift: Fraction | None = None
    left_only: tuple[U, ...] = ()
    right_only: tuple[U, ...] = ()

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        counts = ("common", "concordant", "discordant", "left_ties", "right_ties", "both_ties")
        for field in counts:
            if getattr(self, field) < 0:
                yield Fault(field, getattr(self, field), "a count, 0 or more")
        pairs = self.common * (self.common - 1) // 2
        if sum(getattr(self, field) for field in counts[1:]) != pairs:
            yield Fault("common", self.common, f"counts of pairs that add up to all {pairs} of them")

    @property
    def tau_b(self) -> float | None:
        """Kendall's τ-b: from 1 (the same order) to −1 (the opposite), corrected for ties.

        `None` where one of the two ranks everybody equal, or fewer than two units are common. It is irrational in
        general, hence a `float`; the counts are exact.
        """
        counts = (self.common, self.concordant, self.discordant, self.left_ties, self.right_ties, self.both_ties)
        return _Counts(*counts).tau_b()

    @property
    def reversals(self) -> int:
        """How many pairs change places: `discordant`."""
        return self.discordant

    def __str__(self) -> str:
        tau = "không xác định" if self.tau_b is None else f"{self.tau_b:.4f}".replace(".", ",")
        return f"{self.common} đơn vị chung, τ-b {tau}, {self.discordant} cặp đảo thứ tự"


def agreement_of(left: _Ranked, right: _Ranked) -> Agreement[Any]:
    """Compare two rankings.

    >>> found = agreement_of({"A": 9, "B": 8, "C": 7, "D": 6}, {"A": 9, "B": 7, "C": 8, "E": 1})
    >>> found.common, found.concordant, found.discordant, found.left_only, found.mean_rank_shift
    (3, 2, 1, ('D',), Fraction(2, 3))
    """
    one, other = _ranking(left), _ranking(right)
    first, second = _points(one), _points(other)
    return Agreement(
        **_counted(first, second)._asdict(),
        mean_rank_shift=_shift(one, other),
        left_only=tuple(unit for unit in one if unit in first and unit not in second),
        right_only=tuple(unit for unit in other if unit in second and unit not in first),
    )


def kendall_tau_b(left: _Ranked, right: _Ranked) -> float | None:
    """Return Kendall's τ-b of two rankings; `None` where one of them ranks everybody equal.

    >>> kendall_tau_b([1, 2, 3, 4], [1, 3, 2, 4])
    0.6666666666666666
    """
    return _counted(_points(left), _points(right)).tau_b()


def mean_rank_shift(left: _Ranked, right: _Ranked) -> Fraction | None:
    """Return by how many places a unit moves on average (OECD/JRC handbook, 2008: average shift in rank), exactly.

    Ranks are those among the units that both rank, each by the tie policy of its ranking.

    >>> mean_rank_shift([30, 20, 10], [10, 20, 30])
    Fraction(4, 3)
    """
    return _shift(_ranking(left), _ranking(right))


def reversals(left: _Ranked, right: _Ranked) -> Iterator[tuple[Any, Any]]:
    """Yield the pairs whose order is reversed: the first was ahead of the second in `left` and is behind in `right`.

    >>> list(reversals({"A": 9, "B": 8, "C": 7}, {"A": 5, "B": 6, "C": 7}))
    [('A', 'B'), ('A', 'C'), ('B', 'C')]
    """
    first, second = _points(left), _points(right)
    units = sorted((unit for unit in first if unit in second), key=first.__getitem__, reverse=True)
    ahead: list[tuple[int, int]] = []  # of those already passed: points on the right, and which unit, worst first
    waiting: list[tuple[int, int]] = []  # equal on the left to the one looked at
    found: list[tuple[int, int]] = []
    for i, unit in enumerate(units):
        if i and first[unit] != first[units[i - 1]]:
            for item in waiting:
                insort(ahead, item)
            waiting.clear()
        found += ((j, i) for _, j in ahead[: _below(ahead, second[unit])])
        waiting.append((second[unit], i))
    yield from ((units[i], units[j]) for i, j in sorted(found))


def _below(ahead: list[tuple[int, int]], points: int) -> int:
    return bisect_right(ahead, (points, -1))


def _ranking(ranked: _Ranked) -> Ranking[Any]:
    return ranked if isinstance(ranked, Ranking) else Ranking.from_scores(_scores(ranked))


def _scores(ranked: object) -> Mapping[Any, Number]:
    if isinstance(ranked, Mapping):
        return cast("Mapping[Any, Number]", ranked)
    if isinstance(ranked, Sequence) and not isinstance(ranked, str | bytes):
        return dict(enumerate(cast("Sequence[Number]", ranked)))
    msg = f"expected a ranking, a mapping or a sequence of exact scores, got {type(ranked).__name__}"
    raise TypeError(msg)


def _points(ranked: _Ranked) -> Mapping[Any, int]:
    """Return whole numbers, the higher the better, for each unit that has a rank."""
    return _ranking(ranked)._strength()  # noqa: SLF001 - it is one of ours


class _Counts(NamedTuple):
    """Pairs of the units that both rank, as in `Agreement`."""

    common: int
    concordant: int
    discordant: int
    left_ties: int
    right_ties: int
    both_ties: int

    def tau_b(self) -> float | None:
        surplus = self.concordant - self.discordant
        ordered = self.concordant + self.discordant
        left, right = ordered + self.right_ties, ordered + self.left_ties  # pairs that each of them puts in an order
        if not left or not right:
            return None
        return surplus / left if left == right else surplus / math.sqrt(left * right)


def _counted(first: Mapping[Any, int], second: Mapping[Any, int]) -> _Counts:
    """Count the pairs of common units by W. R. Knight's method (1966): sort by one, count inversions in the other."""
    if list(first) == list(second):
        left, right = list(first.values()), list(second.values())
    else:
        left = [points for unit, points in first.items() if unit in second]
        right = [second[unit] for unit in first if unit in second]
    # A pair as one number, which sorts as the pair does and takes a third of the time.
    lowest, width = (min(right), max(right) - min(right) + 1) if right else (0, 1)
    pairs = [points * width + beside for points, beside in zip(left, right, strict=True)]
    left_tied, right_tied = _tied(left), _tied(right)
    both_tied = left_tied and right_tied and _tied(pairs)
    right = [(pair - lowest) % width for pair in sorted(pairs)]
    n = len(right)
    discordant = _inversions(right)
    concordant = n * (n - 1) // 2 - left_tied - right_tied + both_tied - discordant
    return _Counts(n, concordant, discordant, left_tied - both_tied, right_tied - both_tied, both_tied)


def _tied(values: Sequence[object]) -> int:
    """Count the pairs of equal values."""
    if len(set(values)) == len(values):
        return 0
    sizes = Counter(values).values()
    equal: int = sum(map(mul, sizes, sizes))
    return (equal - len(values)) // 2


def _inversions(values: list[int]) -> int:
    """Count the pairs whose first is greater than its second: within short runs, then by merging these."""
    runs: list[list[int]] = []
    count = 0
    for start in range(0, len(values), _RUN):
        run: list[int] = []
        insert, in_order = run.insert, 0
        for value in values[start : start + _RUN]:
            place = bisect_right(run, value)
            in_order += place
            insert(place, value)
        count += len(run) * (len(run) - 1) // 2 - in_order
        runs.append(run)
    while len(runs) > 1:
        merged: list[list[int]] = []
        for i in range(0, len(runs), 2):
            left, right = runs[i], runs[i + 1] if i + 1 < len(runs) else []
            count += _between(left, right)
            merged.append(sorted(left + right))  # two sorted runs: one pass
        runs = merged
    return count


def _between(left: list[int], right: list[int]) -> int:
    """Count the pairs of two sorted lists in which the number on the left is greater."""
    count = passed = 0
    size = len(left)
    for value in right:
        while passed < size and left[passed] <= value:
            passed += 1
        count += size - passed
    return count


def _shift(one: Ranking[Any], other: Ranking[Any]) -> Fraction | None:
    first, second = one._strength(), other._strength()  # noqa: SLF001 - ours
    common = [unit for unit in first if unit in second]
    if not common:
        return None
    if len(common) < one.of or len(common) < other.of:
        one, other = one.among(common), other.among(common)
    return Fraction(sum([_gap(one.rank(unit), other.rank(unit)) for unit in common])) / len(common)


def _gap(here: Any, there: Any) -> Any:  # noqa: ANN401 - whole ranks or fractions: every common unit has one
    return abs(here - there)

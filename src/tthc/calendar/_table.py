"""The working days of a span counted once, so that every question about them is a look-up.

Days are numbered from 1 (the first of the span) to `size`; `base` is the ordinal of the day before, which is day 0.
Working days are numbered from 1 as well. Nothing here knows what a holiday is.

An open change is a row of steps `(day, +1 | -1)`: the day becomes a working day, or ceases to be one. What the table
says is how things stand; what changes could make of an answer is computed from the steps alone, without a table each.
"""

import datetime as dt
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, chain, combinations, compress, islice
from typing import TypeAlias, TypeVar

__all__ = ["Combination", "Steps", "Table"]

T = TypeVar("T")
Steps: TypeAlias = tuple[tuple[int, int], ...]
Combination: TypeAlias = tuple[int, ...]
"""The numbers of the open changes that come, all others staying away."""

_TOGETHER = 10
_MOST = 2**_TOGETHER - 1  # combinations tried for one answer: all of ten changes


def __dir__() -> list[str]:
    return __all__


class Table:
    """See the module: built once, never changed. Lists, as a look-up in an `array` makes a new number each time."""

    __slots__ = ("base", "changes", "days", "open", "ordinals", "size", "steps", "sure", "total", "upto", "works")

    def __init__(self, base: int, working: bytes | bytearray, steps: tuple[Steps, ...] = ()) -> None:
        """Count: `working` holds 1 for each working day and 0 for each other day of the span, in order."""
        self.base = base
        self.size = len(working)
        self.works = bytes((0, *working))
        """1 where day i is a working day."""
        self.upto = list(accumulate(working, initial=0))
        """How many working days there are up to day i, that day included."""
        self.total = self.upto[-1]
        self.ordinals = [base, *compress(range(base + 1, base + 1 + self.size), working)]
        """The ordinal of the j-th working day."""
        self.days = [dt.date.min, *map(dt.date.fromordinal, self.ordinals[1:])]
        """The same as dates."""
        self.steps = steps
        self.changes = {day: number for number, change in enumerate(steps) for day, _ in change}
        """The number of the change that would turn a day round."""
        self.open = sorted(self.changes)
        self.sure: list[int] = []
        """The number of the last working day before the first open day after day i: up to it all is certain."""
        begin = 0
        for day in self.open:
            self.sure.extend([self.upto[day - 1]] * (day - begin))
            begin = day
        self.sure.extend([self.total] * (self.size + 1 - begin))

    def is_open(self, after: int, until: int) -> bool:
        """Tell whether a change may turn round a day after one day and up to another."""
        at = bisect_right(self.open, after)
        return at < len(self.open) and self.open[at] <= until

    def reached(self, target: int, steps: Sequence[tuple[int, int]] = ()) -> int:
        """Return the day that has `target` working days up to it once these steps, in order, are taken.

        Steps count for the days from theirs on, so one that only takes those after a day asks for the working days
        counted from that day. Beyond the span the answer is the day beyond it.
        """
        moved = 0
        for day, step in steps:
            if self.upto[day - 1] + moved >= target:
                break
            moved += step
            if step > 0 and self.upto[day] + moved >= target:
                return day
        return self.ordinals[target - moved] - self.base if target - moved <= self.total else self.size + 1

    def reach(self, day: int, target: int) -> tuple[int, Iterator[tuple[Combination, int]], bool]:
        """Count on from `day` and return the day of working day `target`, what else it may be, whether that is all."""
        found = self.reached(target)
        late = found
        while True:  # every day that falls out may bring the answer to where yet another one falls out
            near = self._touched(day, late)
            lost = sum(1 for steps in near.values() for _, step in steps if step < 0)
            later = self.reached(target + lost)
            if later == late:
                break
            late = later
        gained = sum(1 for steps in near.values() for _, step in steps if step > 0)
        early = self.reached(max(target - gained, 0))
        # What gives as many days as it takes before the answer can be reached does not move it.
        near = {n: s for n, s in near.items() if s[-1][0] > early or sum(step for _, step in s) != 0}
        others = _outcomes(near, lambda steps: self.reached(target, steps), found)
        return found, others, len(near) <= _TOGETHER

    def count(self, after: int, until: int) -> tuple[int, Iterator[tuple[Combination, int]], bool]:
        """Return the number of working days after a day up to another, what else it may be, whether that is all."""
        found = self.upto[until] - self.upto[after]
        near = {
            n: s for n, s in self._touched(after, until).items() if sum(step for day, step in s if day <= until) != 0
        }
        others = _outcomes(near, lambda steps: found + sum(step for day, step in steps if day <= until), found)
        return found, others, len(near) <= _TOGETHER

    def _touched(self, after: int, until: int) -> dict[int, Steps]:
        """Return the changes that take a step after one day and up to another, each with its steps after the first."""
        found: dict[int, Steps] = {}
        for number, change in enumerate(self.steps):
            steps = tuple(step for step in change if step[0] > after)
            if steps and steps[0][0] <= until:
                found[number] = steps
        return found


def _outcomes(
    changes: dict[int, Steps], answer: Callable[[Sequence[tuple[int, int]]], int], found: int
) -> Iterator[tuple[Combination, int]]:
    """Yield the combinations of changes that give another answer, each as small as it can be for it."""
    answers: dict[Combination, int] = {(): found}
    every = chain.from_iterable(combinations(changes, size) for size in range(1, len(changes) + 1))
    for some in islice(every, _MOST):
        steps = sorted(chain.from_iterable(changes[number] for number in some))
        answers[some] = got = answer(steps)
        if got != found and all(answers[some[:i] + some[i + 1 :]] != got for i in range(len(some))):
            yield some, got

"""Longest paths through steps that wait for one another: plain indices and exact lengths in, times and paths out.

Every walk is a loop, never a recursion: a chain of a hundred thousand steps is as good as one of three.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import islice
from typing import NamedTuple

__all__ = ["Times", "circles", "in_order", "path_to", "times_of"]

_ZERO = Fraction(0)


def __dir__() -> list[str]:
    return __all__


class Times(NamedTuple):
    """When each step begins and ends at the earliest, by how much it may end later, and the length of the whole."""

    begins: tuple[Fraction, ...]
    ends: tuple[Fraction, ...]
    slacks: tuple[Fraction, ...]
    length: Fraction


def circles(after: Sequence[Sequence[int]]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Yield each link that closes a circle: the step that holds it and the steps of the circle, at most nine of them.

    `after[i]` are the steps that step *i* waits for.
    """
    done = [False] * len(after)
    place: dict[int, int] = {}  # of the steps on the present path
    for root in range(len(after)):
        path: list[int] = []
        todo: list[Iterator[int]] = [] if done[root] else [iter((root,))]
        while todo:
            step = next(todo[-1], None)
            if step is None:
                todo.pop()
                if path:
                    last = path.pop()
                    done[last] = True
                    del place[last]
            elif step in place:
                yield path[-1], (*islice(path, place[step], place[step] + 8), step)
            elif not done[step]:
                place[step] = len(path)
                path.append(step)
                todo.append(iter(after[step]))


def in_order(after: Sequence[Sequence[int]]) -> tuple[int, ...]:
    """Return the steps so that each comes later than those it waits for; the links close no circle."""
    waiting = [len(links) for links in after]
    then = _reversed(after)
    ready = [i for i, count in enumerate(waiting) if not count]
    for step in ready:  # grows while it is walked
        for follower in then[step]:
            waiting[follower] -= 1
            if not waiting[follower]:
                ready.append(follower)
    return tuple(ready)


def times_of(lengths: Sequence[Fraction], after: Sequence[Sequence[int]], order: Sequence[int]) -> Times:
    """Return the earliest times and the slack of every step."""
    ends = [_ZERO] * len(lengths)
    begins = [_ZERO] * len(lengths)
    for i in order:
        begins[i] = max((ends[j] for j in after[i]), default=_ZERO)
        ends[i] = begins[i] + lengths[i]
    length = max(ends, default=_ZERO)
    latest = [length] * len(lengths)
    for i in reversed(order):
        for j in after[i]:
            latest[j] = min(latest[j], latest[i] - lengths[i])
    return Times(tuple(begins), tuple(ends), tuple(map(Fraction.__sub__, latest, ends)), length)


def path_to(last: int, after: Sequence[Sequence[int]], ends: Sequence[Fraction]) -> tuple[int, ...]:
    """Return the path that decides when a step ends; of equal ones that of the links given first."""
    path = [last]
    while after[path[-1]]:
        path.append(max(after[path[-1]], key=lambda i: ends[i]))
    return tuple(reversed(path))


def _reversed(after: Sequence[Sequence[int]]) -> list[list[int]]:
    then: list[list[int]] = [[] for _ in after]
    for i, links in enumerate(after):
        for j in links:
            then[j].append(i)
    return then

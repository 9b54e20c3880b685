"""Harsanyi dividends: what a set of players makes beyond all that its parts make.

A set function on n players stands here as a list of 2**n whole numbers: bit i of an index says whether player i is in
the set. Its dividends are the numbers d with v(S) = the sum of d(T) over all T within S; every other number that is
needed is a sum of them. All runs over the lists are done by slices, in which the lowest bit becomes the highest: after
n of them the order is what it was.

Source: J. C. Harsanyi, A Bargaining Model for the Cooperative n-Person Game, 1959.
"""

from collections.abc import Sequence
from operator import add, sub

__all__ = ["dividends", "extremes", "sums", "sums_of_pairs"]


def __dir__() -> list[str]:
    return __all__


def _players(values: Sequence[int]) -> int:
    return len(values).bit_length() - 1


def dividends(values: Sequence[int]) -> list[int]:
    """Return the dividend of every set (the Möbius transform of the set function).

    >>> dividends([0, 110, 152, 270])
    [0, 110, 152, 8]
    """
    held = list(values)
    for _ in range(_players(values)):
        without = held[::2]
        held = [*without, *map(sub, held[1::2], without)]
    return held


def sums(values: Sequence[int]) -> list[int]:
    """Return, for each player, the sum over all sets that the player is in.

    >>> sums([0, 1, 10, 100])
    [101, 110]
    """
    held, found = list(values), list[int]()
    for _ in range(_players(values)):
        within = held[1::2]
        found.append(sum(within))
        held = list(map(add, held[::2], within))
    return found


def sums_of_pairs(values: Sequence[int]) -> dict[tuple[int, int], int]:
    """Return, for each pair of players, the sum over all sets that both are in.

    >>> sums_of_pairs([0, 1, 10, 100])
    {(0, 1): 100}
    """
    held, found = list(values), dict[tuple[int, int], int]()
    for first in range(_players(values)):
        within = held[1::2]
        found.update(((first, first + 1 + i), both) for i, both in enumerate(sums(within)))
        held = list(map(add, held[::2], within))
    return found


def extremes(values: Sequence[int]) -> list[tuple[int, int]]:
    """Return, for each player, the least and the most that the player adds to any set of others.

    >>> extremes([0, 110, 152, 270])
    [(110, 118), (152, 160)]
    """
    held, found = list(values), list[tuple[int, int]]()
    for _ in range(_players(values)):
        without, within = held[::2], held[1::2]
        added = list(map(sub, within, without))
        found.append((min(added), max(added)))
        held = [*without, *within]
    return found

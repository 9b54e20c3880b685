"""The exact search: what each group of linked measures offers, joined group by group, keeping only what is not beaten.

Measures are linked by a procedure that both concern, by a need or by an exclusion. What a group of linked measures
offers is found by looking at every set of it. Groups are then joined one after the other; a partial choice is dropped
where another one, with the same instruments open, saves at least as much for no more effort. An instrument that several
groups use is paid by the first that uses it and stays open as long as a later group may use it.

Of choices with the same effort and the same saving the one with the fewest measures stays, then the one with the
earliest ones.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from tthc.simplification._portfolio import Portfolio, bits_of
from tthc.simplification._savings import LIMIT

__all__ = ["Point", "TooMuchError", "least", "non_dominated"]

Point = tuple[int, int, int, int]
"""Effort, saving with its sign turned, number of measures, the measures: the better of two equal ones is the lesser."""


class TooMuchError(Exception):
    """The exact search would take more steps than allowed, or would have to look at too many sets at once."""


class _Group(NamedTuple):
    """Linked measures: what they offer by the shared instruments used, and the most that they can save."""

    offers: dict[int, list[Point]]
    most: int


def __dir__() -> list[str]:
    return __all__


def least(stock: Portfolio, required: int, ceiling: int | None, limit: int) -> tuple[Point, int]:
    """Return the choice of least effort that saves what is required or, where none does, the most; and the steps taken.

    `ceiling` is an effort that is known to be enough.
    """
    groups = _groups(stock)
    wanted = min(required, sum(group.most for group in groups))
    if wanted < required:
        ceiling = None
    points, steps = _joined(stock, groups, limit, wanted=wanted, ceiling=ceiling)
    return next(point for point in points if -point[1] >= wanted), steps


def non_dominated(stock: Portfolio, limit: int) -> tuple[list[Point], int]:
    """Return all choices that no other beats, the least effort first; and the steps taken."""
    return _joined(stock, _groups(stock), limit, wanted=None, ceiling=None)


def _groups(stock: Portfolio) -> list[_Group]:
    linked = _linked(stock)
    if max(map(len, linked), default=0) > LIMIT:
        raise TooMuchError
    uses = [stock.used(sum(1 << i for i in members)) for members in linked]
    shared = 0
    seen = 0
    for used in uses:
        shared |= seen & used
        seen |= used
    return [_group(stock, members, shared) for members in _in_line(linked, [used & shared for used in uses])]


def _linked(stock: Portfolio) -> list[tuple[int, ...]]:
    """Return the groups of linked measures."""
    root = list(range(len(stock.names)))

    def top(i: int) -> int:
        while root[i] != i:
            root[i] = root[root[i]]
            i = root[i]
        return i

    for members in (*(game.members for game in stock.games), *map(bits_of, stock.excludes)):
        for i in members:
            root[top(i)] = top(members[0])
    for i, need in enumerate(stock.needs):
        for other in bits_of(need):
            root[top(i)] = top(other)
    found: dict[int, list[int]] = {}
    for i in range(len(root)):
        found.setdefault(top(i), []).append(i)
    return [tuple(members) for members in found.values()]


def _in_line(linked: Sequence[tuple[int, ...]], shared: Sequence[int]) -> list[tuple[int, ...]]:
    """Put the groups in an order in which few instruments are open at a time: next comes what opens the fewest new."""
    left = list(range(len(linked)))
    done: list[tuple[int, ...]] = []
    opened = 0
    while left:
        k = min(left, key=lambda j: ((shared[j] & ~opened).bit_count(), j))
        left.remove(k)
        opened |= shared[k]
        done.append(linked[k])
    return done


def _group(stock: Portfolio, members: Sequence[int], shared: int) -> _Group:
    """Look at every set of linked measures."""
    own, needs, foes, used, chosen = [0], [0], [0], [0], [0]
    for i in members:
        own += [held + stock.effort[i] for held in own]
        for table, mask in ((needs, stock.needs[i]), (foes, stock.conflicts[i]), (used, stock.uses[i])):
            table += [held | mask for held in table]
        chosen += [held | 1 << i for held in chosen]
    values = [0] * len(chosen)
    concerned = set(members)
    for game in stock.games:
        if game.members and game.members[0] in concerned:
            where = {i: 1 << k for k, i in enumerate(game.members)}
            local = [0]
            for i in members:
                local += [held | where.get(i, 0) for held in local]
            values = [held + game.values[k] for held, k in zip(values, local, strict=True)]
    paid: dict[int, int] = {}
    offers: dict[int, list[Point]] = {}
    for k, those in enumerate(chosen):
        if not (needs[k] & ~those or foes[k] & those):
            private = used[k] & ~shared
            if private not in paid:
                paid[private] = stock.cost(private)
            point = (own[k] + paid[private], -values[k], those.bit_count(), those)
            offers.setdefault(used[k] & shared, []).append(point)
    kept = {opened: _unbeaten(points) for opened, points in offers.items()}
    return _Group(kept, max(-points[-1][1] for points in kept.values()))


def _unbeaten(points: list[Point]) -> list[Point]:
    points.sort()
    found: list[Point] = []
    best: int | None = None
    for point in points:
        if best is None or point[1] < best:
            found.append(point)
            best = point[1]
    return found


def _joined(
    stock: Portfolio, groups: Sequence[_Group], limit: int, *, wanted: int | None, ceiling: int | None
) -> tuple[list[Point], int]:
    later = [0]
    rest = [0]
    for group in reversed(groups):
        shared = later[-1]
        for opened in group.offers:
            shared |= opened
        later.append(shared)
        rest.append(rest[-1] + group.most)
    later.reverse()
    rest.reverse()
    states: dict[int, list[Point]] = {0: [(0, 0, 0, 0)]}
    steps = 0
    for number, group in enumerate(groups, 1):
        made: dict[int, list[Point]] = {}
        for opened, points in states.items():
            for used, offers in group.offers.items():
                steps += len(points) * len(offers)
                if steps > limit:
                    raise TooMuchError
                extra = stock.cost(used & ~opened)
                made.setdefault((opened | used) & later[number], []).extend(
                    (e + extra + f, v + w, n + k, m | o) for e, v, n, m in points for f, w, k, o in offers
                )
        states = {opened: _within(_unbeaten(points), rest[number], wanted, ceiling) for opened, points in made.items()}
    return _unbeaten([point for points in states.values() for point in points]), steps


def _within(points: list[Point], rest: int, wanted: int | None, ceiling: int | None) -> list[Point]:
    """Leave out what costs more than is known to be enough, and what cannot come to what is wanted any more."""
    if ceiling is not None:
        points = points[: bisect_right(points, ceiling, key=lambda point: point[0])]
    if wanted is not None:
        points = points[bisect_left(points, wanted - rest, key=lambda point: -point[1]) :]
    return points

"""What is quick and not proven: taking what pays most at once; and an effort below which nothing can suffice."""

import math
from fractions import Fraction
from itertools import pairwise

from tthc.simplification._portfolio import Game, Portfolio, bits_of, union

__all__ = ["greedy", "lower_bound"]


def __dir__() -> list[str]:
    return __all__


def greedy(stock: Portfolio) -> tuple[int, int]:
    """Take what adds most saving for its effort until what is required is saved; return the measures and the steps.

    A measure is taken with all that it needs and with the instruments that are not open yet. Where nothing adds
    anything any more, that is the end.
    """
    concerned: list[list[Game]] = [[] for _ in stock.names]
    for game in stock.games:
        for i in game.members:
            concerned[i].append(game)
    bundles = [_with_needs(stock, i) for i in range(len(stock.names))]
    foes = [union(stock.conflicts, bundle) for bundle in bundles]
    chosen = opened = value = steps = 0
    while value < stock.required:
        best: tuple[Fraction | float, int, int] | None = None
        for i, bundle in enumerate(bundles):
            new = bits_of(bundle & ~chosen)
            after = chosen | bundle
            if not new or foes[i] & after:
                continue
            steps += 1
            touched = {id(game): game for k in new for game in concerned[k]}.values()
            added = sum(game.value(after) - game.value(chosen) for game in touched)
            cost = sum(stock.effort[k] for k in new) + stock.cost(stock.used(bundle) & ~opened)
            if added > 0:
                ratio = Fraction(added, cost) if cost else math.inf
                best = max(best or (ratio, added, -i), (ratio, added, -i))
        if best is None:
            break
        chosen |= bundles[-best[2]]
        opened = stock.used(chosen)
        value += best[1]
    return chosen, steps


def _with_needs(stock: Portfolio, measure: int) -> int:
    found, todo = 0, 1 << measure
    while todo:
        found |= todo
        todo = union(stock.needs, todo) & ~found
    return found


def lower_bound(stock: Portfolio, required: int) -> int:
    """Return an effort that no choice which saves what is required stays below.

    Each procedure is looked at for itself, parts of measures may be taken, and the effort of a measure is split among
    the procedures that it concerns, that of an instrument among all that use it: all this can only make it easier.
    """
    if required <= 0:
        return 0
    spread = [0] * len(stock.names)
    for game in stock.games:
        for i in game.members:
            spread[i] += 1
    users = [sum(uses >> k & 1 for uses in stock.uses) for k in range(len(stock.instruments))]
    share = [
        (stock.effort[i] + sum(Fraction(stock.costs[k], users[k]) for k in bits_of(stock.uses[i])))
        / Fraction(spread[i] or 1)
        for i in range(len(stock.names))
    ]
    slopes: list[tuple[Fraction, int]] = []
    for game in stock.games:
        free, steps = _hull(_points(stock, game, share))
        required -= free
        slopes += steps
    bound = Fraction(0)
    for effort_of_one, worth in sorted(slopes):
        if required <= 0:
            break
        bound += effort_of_one * min(worth, required)
        required -= worth
    return math.ceil(bound)


def _points(stock: Portfolio, game: Game, share: list[Fraction]) -> list[tuple[Fraction, int]]:
    efforts = [Fraction(0)]
    allowed = [True]
    for i in game.members:
        foes = sum(1 << j for j, other in enumerate(game.members) if stock.conflicts[i] >> other & 1)
        efforts += [held + share[i] for held in efforts]
        allowed += [held and not foes & others for others, held in enumerate(allowed)]
    return sorted((effort, -value) for effort, value, fine in zip(efforts, game.values, allowed, strict=True) if fine)


def _hull(points: list[tuple[Fraction, int]]) -> tuple[int, list[tuple[Fraction, int]]]:
    """Return what is saved for nothing, then the ever steeper steps: effort for one unit of saving, and how many."""
    hull: list[tuple[Fraction, int]] = []
    for effort, turned in points:
        value = -turned
        if hull and value <= hull[-1][1]:
            continue
        while len(hull) > 1:
            (e1, v1), (e2, v2) = hull[-2:]
            if (effort - e2) * (v2 - v1) > (e2 - e1) * (value - v2):
                break
            hull.pop()
        hull.append((effort, value))
    steps = [((f - e) / (w - v), w - v) for (e, v), (f, w) in pairwise(hull)]
    return hull[0][1], steps

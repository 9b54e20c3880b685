"""`apportion_by_sampling`: the same for more than 16 measures of one procedure, from drawn orders and a seed.

In each order that is drawn, each measure is credited with what it adds to those before it; a share is the mean over the
orders. What is added along one order is the total, so the means add up to it exactly, however few orders are drawn.
Source: J. Castro, D. Gómez and J. Tejada, Polynomial Calculation of the Shapley Value Based on Sampling, 2009.
"""

import datetime as dt
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import accumulate, combinations, pairwise
from typing import Generic, TypeVar

from tthc._draws import Draws, pick
from tthc.errors import Fault, MalformedError
from tthc.exact import common_denominator
from tthc.simplification._savings import Saving, ask, distinct, ordered
from tthc.simplification.apportionment import Apportionment, Interaction, Method, Part, blocks_of

__all__ = ["apportion_by_sampling"]

P = TypeVar("P", bound=Hashable)
T = TypeVar("T")


def __dir__() -> list[str]:
    return __all__


def apportion_by_sampling(
    measures: Iterable[P],
    saving: Saving[P],
    *,
    orders: int,
    seed: int,
    method: Method = "shapley",
    dates: Mapping[P, dt.date] | None = None,
    groups: Mapping[P, Hashable] | None = None,
    needs: Mapping[P, Iterable[P]] | None = None,
) -> Apportionment[P]:
    """Credit each of any number of measures with its share, from so many drawn `orders` (ước lượng bằng lấy mẫu).

    All else is as with `apportion`. The parts add up to the total exactly; each tells its standard error, and
    `Apportionment.standard_error` the largest one. First-in, last-in and the dividends of pairs are exact; `lowest` and
    `highest` are those seen in the drawn orders, first-in and last-in among them. "sequential" needs no draws and has
    no error; "stand_alone" and "last_in" are told by the parts of any method.

    >>> found = apportion_by_sampling(range(20), lambda held: 100 * min(len(held), 10), orders=50, seed=7)
    >>> found.total, sum(found.shares.values())
    (Fraction(1000, 1), Fraction(1000, 1))
    >>> abs(found.shares[0] - 50) < 3 * found.part(0).standard_error
    True
    """
    faults: list[Fault] = []
    names = distinct(measures, faults)
    held = ordered(names, needs, faults)
    blocks = blocks_of(names, method, dates, groups, faults, unordered=isinstance(measures, (set, frozenset)))
    if method in {"stand_alone", "last_in"}:
        faults.append(Fault("method", method, "a method that goes by orders; the parts of any tell this too"))
    if type(orders) is not int or orders < 2:
        faults.append(Fault("orders", orders, "a whole number of 2 or more"))
    if type(seed) is not int or seed < 0:
        faults.append(Fault("seed", seed, "a whole number of 0 or more"))
    if faults:
        raise MalformedError("apportionment", tuple(faults))
    place = {measure: i for i, measure in enumerate(names)}
    drawn = list(_orders([[place[m] for m in block] for block in blocks], method, Draws(seed), orders))
    asked = _Asked(names, saving, [(place[m], sum(1 << place[o] for o in others)) for m, others in held.items()])
    return _credited(names, method, drawn, asked, seed)


class _Asked(Generic[P]):
    """What sets of measures save, named by bits; each is asked for once."""

    def __init__(self, names: Sequence[P], saving: Saving[P], needs: Sequence[tuple[int, int]]) -> None:
        self._names, self._saving, self._needs = names, saving, needs
        self._kept: dict[int, int] = {}
        self.known: dict[int, Fraction] = {}

    def add(self, measures: int) -> None:
        kept = 0
        for i, need in self._needs:
            if measures >> i & 1 and not need & ~kept:
                kept |= 1 << i
        self._kept[measures] = kept
        if kept not in self.known:
            held = frozenset(name for i, name in enumerate(self._names) if kept >> i & 1)
            self.known[kept] = ask(self._saving, held)

    def scaled(self) -> tuple[int, dict[int, int]]:
        scale, values = common_denominator(self.known.values())
        known = dict(zip(self.known, values, strict=True))
        return scale, {measures: known[kept] for measures, kept in self._kept.items()}


def _orders(blocks: list[list[int]], method: Method, draws: Draws, count: int) -> Iterator[list[int]]:
    for _ in range(count):
        if method == "owen":
            _shuffle(blocks, draws)
        for block in blocks:
            _shuffle(block, draws)
        yield [i for block in blocks for i in block]


def _shuffle(items: list[T], draws: Draws) -> None:
    """Put in an order, each as likely as the other (Fisher and Yates)."""
    for last, uniform in zip(range(len(items) - 1, 0, -1), draws.uniforms(max(len(items) - 1, 0)), strict=True):
        other = pick(uniform, last + 1)
        items[last], items[other] = items[other], items[last]


def _credited(
    names: Sequence[P], method: Method, drawn: Sequence[Sequence[int]], asked: _Asked[P], seed: int
) -> Apportionment[P]:
    count, everything = len(names), (1 << len(names)) - 1
    asked.add(0)
    singles = [1 << i for i in range(count)]
    couples = list(combinations(range(count), 2))
    paths = [list(accumulate((1 << i for i in order), initial=0)) for order in drawn]
    for path in paths:
        for measures in path:
            asked.add(measures)
    for measures in (*singles, *(everything ^ bit for bit in singles), *(1 << i | 1 << j for i, j in couples)):
        asked.add(measures)
    scale, value = asked.scaled()
    added: list[list[int]] = [[] for _ in names]
    for order, path in zip(drawn, paths, strict=True):
        for i, (before, after) in zip(order, pairwise(path), strict=True):
            added[i].append(value[after] - value[before])
    number = len(drawn)
    parts: list[Part[P]] = []
    for i, name in enumerate(names):
        first, last = value[1 << i], value[everything] - value[everything ^ 1 << i]
        total, squares = sum(added[i]), sum(one * one for one in added[i])
        parts.append(
            Part(
                measure=name,
                share=Fraction(total, number * scale),
                stand_alone=Fraction(first, scale),
                last_in=Fraction(last, scale),
                lowest=Fraction(min(*added[i], first, last), scale),
                highest=Fraction(max(*added[i], first, last), scale),
                variance=Fraction(number * squares - total * total, number * number * (number - 1) * scale * scale),
            )
        )
    pairs = [
        Interaction(
            first=names[i],
            second=names[j],
            dividend=Fraction(value[1 << i | 1 << j] - value[1 << i] - value[1 << j], scale),
        )
        for i, j in couples
    ]
    return Apportionment(
        method=method,
        total=Fraction(value[everything], scale),
        parts=tuple(parts),
        interactions=tuple(pairs),
        bounds="seen",
        calls=len(asked.known),
        orders=number,
        seeds=(seed,),
    )

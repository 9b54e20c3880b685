"""Aggregation by voting: orders instead of scores, for criteria that nobody wants to add up.

A criterion (or a voter) puts the alternatives in order; the methods differ in what they count. Borda counts places,
Condorcet and Copeland count pairs, and Kemeny's rule (Condorcet–Kemeny–Young–Levenglick) looks for the orders that
the pairs support most. All of it is exact.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import permutations
from typing import Any, Generic, NamedTuple, TypeAlias, TypeVar

from tthc.errors import Fault, MalformedError
from tthc.exact import exact
from tthc.frozen import FrozenMap
from tthc.rankings.ranking import Ranking

__all__ = [
    "Ballot",
    "Duels",
    "Kemeny",
    "borda_count",
    "condorcet",
    "copeland",
    "duels",
    "kemeny",
    "outranking",
    "support",
]

U = TypeVar("U", bound=Hashable)
Duels: TypeAlias = FrozenMap[tuple[U, U], Fraction]
"""The weight with which the first of a pair comes before the second; a pair and its mirror make up the whole."""

_LONGEST = 8  # 40,320 orders


def __dir__() -> list[str]:
    return __all__


class Ballot(NamedTuple, Generic[U]):
    """One order, the best first, and how many voters (or what weight) hold it.

    >>> Ballot(("a", "b", "c"), 3).votes
    3
    """

    order: tuple[U, ...]
    votes: int | Fraction = 1


class Kemeny(NamedTuple, Generic[U]):
    """The orders with the greatest support, and that support; more than one where they tie."""

    orders: tuple[tuple[U, ...], ...]
    support: Fraction


def _checked(ballots: Iterable[Ballot[U]]) -> tuple[Ballot[U], ...]:
    held = tuple(ballots)
    faults: list[Fault] = [] if held else [Fault("ballots", held, "at least one ballot")]
    for i, ballot in enumerate(held):
        if set(ballot.order) != set(held[0].order) or len(set(ballot.order)) < len(ballot.order):
            faults.append(Fault(f"ballots[{i}]", ballot.order, "each alternative once, as on the first ballot"))
        if type(ballot.votes) not in {int, Fraction} or ballot.votes < 0:
            faults.append(Fault(f"ballots[{i}]", ballot.votes, "an int or Fraction of 0 or more"))
    if faults:
        raise MalformedError("ballots", tuple(faults))
    return held


def borda_count(ballots: Iterable[Ballot[U]]) -> Ranking[U]:
    """Rank by Borda's points: on each ballot as many as there are alternatives behind.

    >>> borda_count([Ballot(("a", "b", "c"), 2), Ballot(("b", "c", "a"))]).rank("a")
    1
    """
    held = _checked(ballots)
    scores: dict[U, int | Fraction] = dict.fromkeys(held[0].order, 0)
    for order, votes in held:
        for behind, alternative in enumerate(reversed(order)):
            scores[alternative] += behind * votes
    return Ranking[U].from_scores(scores, name="Borda")


def duels(ballots: Iterable[Ballot[U]]) -> Duels[U]:
    """Return for every pair how many voters put the first before the second."""
    held = _checked(ballots)
    found = {(a, b): Fraction(0) for a in held[0].order for b in held[0].order if a != b}
    for order, votes in held:
        for i, ahead in enumerate(order):
            for behind in order[i + 1 :]:
                found[ahead, behind] += votes
    return FrozenMap(found)


def outranking(
    scores: Mapping[U, Mapping[str, int | Fraction | Decimal]], weights: Mapping[str, int | Fraction | Decimal]
) -> Duels[U]:
    """Return for every pair the weight of the criteria on which the first is better, and half of those where they tie.

    More is better on every criterion; the weights are made to add up to 1, so that e_ab + e_ba = 1.

    >>> outranking({"A": {"x": 1, "y": 5}, "B": {"x": 2, "y": 5}}, {"x": 1, "y": 1})["B", "A"]
    Fraction(3, 4)
    """
    whole = sum(map(exact, weights.values()), Fraction(0))
    if whole <= 0 or any(weight < 0 for weight in weights.values()):
        raise MalformedError("weights", (Fault("weights", weights, "weights of 0 or more, not all 0"),))
    rows = {unit: {name: exact(row[name]) for name in weights} for unit, row in scores.items()}
    found: dict[tuple[U, U], Fraction] = {}
    for a, mine in rows.items():
        for b, theirs in rows.items():
            if a != b:
                won = sum((exact(w) * _duel(mine[name], theirs[name]) for name, w in weights.items()), Fraction(0))
                found[a, b] = won / whole
    return FrozenMap(found)


def _duel(mine: Fraction, theirs: Fraction) -> Fraction:
    return Fraction((mine > theirs) - (mine < theirs) + 1, 2)


def _alternatives(pairs: Duels[U]) -> tuple[U, ...]:
    return tuple(dict.fromkeys(a for a, _ in pairs))


def copeland(pairs: Duels[U]) -> Ranking[U]:
    """Rank by duels won less duels lost."""
    found: dict[U, int] = dict.fromkeys(_alternatives(pairs), 0)
    for (a, b), weight in pairs.items():
        found[a] += (weight > pairs[b, a]) - (weight < pairs[b, a])
    return Ranking[U].from_scores(found, name="Copeland")


def condorcet(pairs: Duels[U]) -> tuple[U, ...] | None:
    """Return the order in which each wins its duel against every later one, `None` where duels tie or go in a circle.

    >>> condorcet(duels([Ballot(("a", "b", "c")), Ballot(("b", "c", "a")), Ballot(("c", "a", "b"))])) is None
    True
    """
    ranking = copeland(pairs)
    order = tuple(ranking)
    won = all(pairs[a, b] > pairs[b, a] for i, a in enumerate(order) for b in order[i + 1 :])
    return order if won else None


def support(order: Sequence[U], pairs: Duels[U]) -> Fraction:
    """Return the sum of the weights of all pairs that stand as the order has them."""
    return sum((pairs[a, b] for i, a in enumerate(order) for b in order[i + 1 :]), Fraction(0))


def kemeny(pairs: Duels[U]) -> Kemeny[U]:
    """Return the orders that the pairs support most (C-K-Y-L), tied ones together; up to eight alternatives.

    >>> kemeny(duels([Ballot(("a", "b", "c"), 2), Ballot(("b", "c", "a"))]))
    Kemeny(orders=(('a', 'b', 'c'),), support=Fraction(7, 1))
    """
    held = _alternatives(pairs)
    if len(held) > _LONGEST:
        fault = Fault("pairs", len(held), f"at most {_LONGEST} alternatives, for every order is tried")
        raise MalformedError("Kemeny", (fault,))
    best: list[tuple[Any, ...]] = []
    most = Fraction(-1)
    for order in permutations(held):
        held_by = support(order, pairs)
        if held_by > most:
            best, most = [order], held_by
        elif held_by == most:
            best.append(order)
    return Kemeny(tuple(best), most)

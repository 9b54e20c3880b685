"""Where a unit stands in one edition, as far as one can tell: its rank, the places it shares, what digits leave open.

A unit that shares its score holds a span of places. The span is certain where the publisher prints ranks, where scores
are exact, and where the printed digits prove that equal ones are equal; otherwise they may differ in digits that are
not printed, and nobody can tell who comes first.
"""

import functools
import math
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Literal, NamedTuple, TypeAlias, cast, final

import attrs

from tthc.errors import MalformedError
from tthc.rankings.edition import Edition
from tthc.rankings.outcomes import Outcome, Placing, TieOrder
from tthc.rankings.precision import lift
from tthc.rankings.ranking import Ranking

__all__ = ["Place", "settle"]

_Span: TypeAlias = tuple[int | Fraction, int | Fraction]
_Policy: TypeAlias = Literal["competition", "last_of_ties", "average"]
_POLICIES: tuple[_Policy, ...] = ("competition", "last_of_ties", "average")
_MOST_ORDERS = 8
_CHANCE = 10**10
_MOST_POINTS = 10_000


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen(kw_only=True, slots=False)  # with a __dict__, for what is computed once
class Place:
    """One unit in the ranking of one edition, or of a group within it; it has a rank there."""

    edition: Edition
    index: str
    unit: str
    ranking: Ranking[str]

    @property
    def rank(self) -> int | Fraction:
        """The rank that counts: as printed, else as computed by the policy of the edition."""
        return cast("int | Fraction", self.ranking.rank(self.unit))

    @property
    def printed(self) -> bool:
        """Whether the publisher prints ranks here."""
        return bool(self.ranking.ranks)

    def _shared(self) -> list[str]:
        """Return all that share the place of the unit, itself included, by printed ranks or else by scores."""
        table = self.ranking.ranks if self.printed else self.ranking.scores
        own = table[self.unit]
        return [unit for unit, value in table.items() if value == own and unit not in self.ranking.unranked]

    @functools.cached_property
    def tied(self) -> tuple[int, int]:
        """The first and the last place of those that share its rank, or its score where no ranks are printed."""
        if not self.printed:
            return self._equal
        ranks, own = self.ranking.ranks, self.ranking.ranks[self.unit]
        ahead = sum(rank < own for unit, rank in ranks.items() if unit not in self.ranking.unranked)
        return ahead + 1, ahead + len(self._shared())

    @property
    def _equal(self) -> tuple[int, int]:
        """The first and the last place of those that have its score, or its rank where no scores are known."""
        return cast("tuple[int, int]", self.ranking[self.unit].tied)

    @property
    def apart(self) -> tuple[int, int] | None:
        """The places of those that have its score and that the publisher ranks apart all the same."""
        return self._equal if self.printed and self._equal != self.tied else None

    @functools.cached_property
    def certain(self) -> bool:
        """Whether no digits that are not printed can change the place: those that are equal are known to be."""
        if self.printed or self.ranking.precision is None or self.reach[0] == self.reach[1]:
            return True
        whole, precision = self.edition.components.get(self.index, self.edition.scores), self.ranking.precision
        scale = 10**precision.digits
        try:
            found = lift(whole, precision, max_denominator=max(1, min(scale // 10, _MOST_POINTS)))
        except MalformedError:  # scores below zero, or with more digits than they should have
            return False
        # One score fits k/N by chance with a probability of at most 2N/scale. That all of them do must be out of the
        # question, whichever N was tried.
        count = len(set(whole.values()))
        return found.denominator is not None and scale**count > _CHANCE * found.limit * (2 * found.denominator) ** count

    @functools.cached_property
    def reach(self) -> tuple[int, int]:
        """The best and the worst place that the printed digits leave possible, where it is not printed itself."""
        return cast("tuple[int, int]", self.ranking.rank_interval(self.unit))

    def under(self, policy: _Policy) -> int | Fraction:
        """Return the rank under another policy."""
        first, last = self.tied
        if policy == "average":
            return Fraction(first + last, 2)
        return first if policy == "competition" else last

    def by(self, key: str) -> int | None:
        """Return the place among equals by their codes ("unit") or by their ranks in another index, if that decides."""
        peers = [unit for unit in self._shared() if unit != self.unit]
        if key == "unit":
            return self.tied[0] + sum(unit < self.unit for unit in peers)
        other = self.edition.ranking(key)
        ranks = [other.rank(unit) if unit in other else None for unit in (self.unit, *peers)]
        own, *rest = ranks
        if own is None or any(rank is None or rank == own for rank in rest):
            return None
        return self.tied[0] + sum(rank < own for rank in rest if rank is not None)

    @property
    def keys(self) -> tuple[str, ...]:
        """The orders that offer themselves: the rank in the index itself, the code of the unit, other components."""
        own = () if self.edition.refuses else (self.edition.index,)
        return tuple(key for key in (*own, "unit", *self.edition.components) if key != self.index)

    def placing(self) -> Placing:
        """Return the place as evidence."""
        standing = self.ranking[self.unit]
        rank = self.rank
        return Placing(
            index=self.index,
            edition=self.edition.year,
            unit=self.unit,
            rank=int(rank) if rank == int(rank) else None,
            of=self.ranking.of,
            ranked=self.ranking.ranked,
            score=standing.score,
            tied=self.tied,
            group=self.ranking.group,
            vintage=self.edition.vintage,
            published=self.edition.published,
            computed=not self.printed,
            reason="" if rank == int(rank) else f"hạng bình quân {rank} / mean rank {rank}",
            source=self.edition.source,
        )


# ── one claim against two places ─────────────────────────────────────────────────────────────────────────────────────


def settle(
    after: Place, before: Place | None, *, rank: int | None = None, was: int | None = None, change: int | None = None
) -> tuple[Outcome, tuple[TieOrder, ...]]:
    """Tell whether a rank, a former rank and a change hold together, and if need be under which orders of ties.

    What is `None` is not asked; `before` is needed where `was` or `change` is.
    """
    asked = _Asked(rank, was, change)
    if asked.holds(after.rank, before and before.rank):
        return "true", ()
    places = [place for place in (before, after) if place is not None]
    certain = [place.certain for place in places]
    if all(certain):
        orders = [_order(places, policy, asked) for policy in _POLICIES]
        found = tuple(order for order in orders if order is not None)
        if found:
            return "true_under", found
    firm = [place.tied if sure else (place.rank, place.rank) for place, sure in zip(places, certain, strict=True)]
    pairs = list(asked.pairs(firm[-1], firm[0] if before else None))
    if pairs:
        return "true_under", _ordinal(after, before, pairs)
    loose = [place.tied if sure else place.reach for place, sure in zip(places, certain, strict=True)]
    left_open = any(True for _ in asked.pairs(loose[-1], loose[0] if before else None))
    return ("undecided" if left_open else "false"), ()


class _Asked(NamedTuple):
    rank: int | None
    was: int | None
    change: int | None

    def holds(self, now: int | Fraction, then: int | Fraction | None) -> bool:
        if self.rank is not None and now != self.rank:
            return False
        if then is None:
            return True
        return (self.was is None or then == self.was) and (self.change is None or then - now == self.change)

    def pairs(self, now: _Span, then: _Span | None) -> Iterator[tuple[int, int | None]]:
        """Yield the places now and then, out of two spans, of which the claim holds."""
        for place in _within(now, self.rank):
            if then is None:
                yield place, None
                continue
            former = self.was if self.was is not None or self.change is None else place + self.change
            yield from ((place, old) for old in _within(then, former) if self.holds(place, old))


def _within(span: _Span, only: int | None) -> Iterable[int]:
    """Return the whole numbers of a span, or the one asked for if it is among them."""
    first, last = span
    if only is None:
        return range(math.ceil(first), math.floor(last) + 1)
    return (only,) if first <= only <= last else ()


def _order(places: list[Place], policy: _Policy, asked: _Asked) -> TieOrder | None:
    """Return a tie policy as an order if the claim holds under it; `places` are in the order of time."""
    ranks = [place.under(policy) for place in places]
    if not asked.holds(ranks[-1], ranks[0] if len(ranks) > 1 else None) or any(rank != int(rank) for rank in ranks):
        return None
    return TieOrder(policy=policy, places=_dated(places, map(int, ranks)))


def _dated(places: Iterable[Place], ranks: Iterable[int]) -> tuple[tuple[int, int], ...]:
    return tuple((place.edition.year, rank) for place, rank in zip(places, ranks, strict=True))


def _ordinal(after: Place, before: Place | None, pairs: list[tuple[int, int | None]]) -> tuple[TieOrder, ...]:
    """Return the natural order that gives one of the pairs of places, or else the first of the pairs."""
    places = [place for place in (before, after) if place is not None]
    for key in (key for key in after.keys if all(key in place.keys for place in places)):
        now, then = after.by(key), before.by(key) if before else None
        if now is not None and (now, then) in pairs:
            return (_made(places, (now, then), key),)
    return tuple(_made(places, pair) for pair in pairs[:_MOST_ORDERS])


def _made(places: list[Place], pair: tuple[int, int | None], by: str = "") -> TieOrder:
    now, then = pair
    return TieOrder(policy="ordinal", by=by, places=_dated(places, (now,) if then is None else (then, now)))

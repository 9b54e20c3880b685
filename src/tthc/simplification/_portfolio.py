"""What measures to choose from: checked once, in whole numbers, with the saving of every set in every procedure.

Measures, instruments and sets of them are named by bits. Efforts share one denominator, savings another.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import islice, permutations
from typing import Any, NamedTuple, TypeAlias, TypeVar, cast

from tthc.errors import Fault, MalformedError, show
from tthc.exact import common_denominator, exact
from tthc.simplification._savings import (
    LIMIT,
    Exact,
    Saving,
    ask,
    distinct,
    kept_sets,
    ordered,
    subsets,
    told_of,
    unknown,
)

__all__ = ["Game", "Portfolio", "Savings", "bits_of", "portfolio", "union"]

M = TypeVar("M", bound=Hashable)
Q = TypeVar("Q", bound=Hashable)
T = TypeVar("T")
Savings: TypeAlias = Saving[M] | Mapping[M, Exact] | Iterable[tuple[Iterable[M], Saving[M]]]


def __dir__() -> list[str]:
    return __all__


class Game(NamedTuple):
    """What sets of the measures of one procedure save: bit i of an index of `values` is measure `members[i]`."""

    members: tuple[int, ...]
    values: list[int]

    def value(self, chosen: int) -> int:
        """Return the saving of those chosen ones that are its members."""
        return self.values[sum(1 << k for k, i in enumerate(self.members) if chosen >> i & 1)]


class Portfolio(NamedTuple):
    """Everything that a search needs, in whole numbers; names stand only where an answer is written."""

    names: tuple[Any, ...]
    effort: tuple[int, ...]
    effort_scale: int
    instruments: tuple[Any, ...]
    costs: tuple[int, ...]
    uses: tuple[int, ...]
    needs: tuple[int, ...]
    excludes: tuple[int, ...]
    conflicts: tuple[int, ...]
    games: tuple[Game, ...]
    value_scale: int
    required: int
    calls: int

    def value(self, chosen: int) -> int:
        """Return what a set of measures saves in all procedures."""
        return sum(game.value(chosen) for game in self.games)

    def used(self, chosen: int) -> int:
        """Return the instruments that a set of measures uses."""
        return union(self.uses, chosen)

    def cost(self, instruments: int) -> int:
        """Return the effort of instruments alone."""
        return sum(self.costs[k] for k in bits_of(instruments))

    def total_effort(self, chosen: int) -> int:
        """Return the effort of a set of measures with the instruments that it uses."""
        return sum(self.effort[i] for i in bits_of(chosen)) + self.cost(self.used(chosen))

    def admissible(self, chosen: int) -> bool:
        """Tell whether nothing is lacking and nothing stands together that may not."""
        return all(not (self.needs[i] & ~chosen or self.conflicts[i] & chosen) for i in bits_of(chosen))


def bits_of(mask: int) -> list[int]:
    """Return the places of the bits that are set, ascending."""
    found: list[int] = []
    while mask:
        low = mask & -mask
        found.append(low.bit_length() - 1)
        mask ^= low
    return found


def union(masks: Sequence[int], chosen: int) -> int:
    """Return what the masks of the chosen measures hold together."""
    held = 0
    for i in bits_of(chosen):
        held |= masks[i]
    return held


def portfolio(
    measures: Iterable[M],
    saving: Savings[M],
    required: Exact,
    *,
    effort: Mapping[M, Exact] | None,
    instruments: Mapping[Q, Exact] | None,
    uses: Mapping[M, Iterable[Q]] | None,
    needs: Mapping[M, Iterable[M]] | None,
    excludes: Iterable[Iterable[M]],
) -> Portfolio:
    """Check what was given, all of it; then ask each procedure for its savings."""
    faults: list[Fault] = []
    names = distinct(measures, faults)
    place = {name: i for i, name in enumerate(names)}
    held = ordered(names, needs, faults)
    costs = _amounts("instruments", instruments or {}, faults)
    papers = _uses(names, uses, costs, faults)
    efforts = _amounts("effort", told_of("effort", effort, names, faults) or {}, faults)
    bare = (name for name in names if name not in efforts and not papers[name])
    faults += (Fault("effort", name, "an effort of every measure that uses no instrument") for name in bare)
    rivals = [tuple(dict.fromkeys(those)) for those in excludes]
    for i, those in enumerate(rivals):
        faults += unknown(f"excludes[{i}]", those, names)
    procedures = _procedures(names, saving, faults)
    if faults:
        raise MalformedError("choice", tuple(faults))
    need_bits = [_bits(held[name], place) for name in names]
    conflicts = [0] * len(names)
    for those in rivals:
        for one, other in permutations(those, 2):
            conflicts[place[one]] |= 1 << place[other]
    order = {name: k for k, name in enumerate(held)}
    asked = [
        _asked(tuple(sorted(members, key=order.__getitem__)), function, place, need_bits, conflicts)
        for members, function in procedures
    ]
    value_scale, values = common_denominator([exact(required), *(value for _, table, _ in asked for value in table)])
    rest = iter(values[1:])
    own = [efforts.get(name, Fraction(0)) for name in names]
    effort_scale, whole = common_denominator([*own, *costs.values()])
    numbers = {paper: k for k, paper in enumerate(costs)}
    return Portfolio(
        names=names,
        effort=whole[: len(names)],
        effort_scale=effort_scale,
        instruments=tuple(costs),
        costs=whole[len(names) :],
        uses=tuple(_bits(papers[name], numbers) for name in names),
        needs=tuple(need_bits),
        excludes=tuple(_bits(those, place) for those in rivals),
        conflicts=tuple(conflicts),
        games=tuple(Game(members, list(islice(rest, len(table)))) for members, table, _ in asked),
        value_scale=value_scale,
        required=values[0],
        calls=sum(calls for _, _, calls in asked),
    )


def _bits(names: Iterable[T], place: Mapping[T, int]) -> int:
    return sum(1 << i for i in {place[name] for name in names})


def _asked(
    names: Sequence[M], saving: Saving[M], place: Mapping[M, int], needs: Sequence[int], conflicts: Sequence[int]
) -> tuple[tuple[int, ...], list[Fraction], int]:
    """Ask what the sets of measures save in one procedure, each once, and none that may not be taken."""
    places = tuple(place[name] for name in names)
    kept = kept_sets([_local(needs[i], places) for i in places], [_local(conflicts[i], places) for i in places])
    sets = subsets(names)
    asked: list[Fraction] = []
    for i, within in enumerate(kept):
        asked.append(ask(saving, sets[i]) if within == i else asked[within])
    return places, asked, sum(within == i for i, within in enumerate(kept))


def _uses(
    names: Sequence[M], uses: Mapping[M, Iterable[Q]] | None, known: Iterable[Q], faults: list[Fault]
) -> dict[M, tuple[Q, ...]]:
    told = told_of("uses", uses, names, faults) or {}
    papers = {name: tuple(told.get(name, ())) for name in names}
    for name, those in papers.items():
        faults += unknown(f"uses[{show(name)}]", those, known, "instruments")
    return papers


def _local(mask: int, places: Sequence[int]) -> int:
    return sum(1 << k for k, i in enumerate(places) if mask >> i & 1)


def _amounts(name: str, amounts: Mapping[M, Exact], faults: list[Fault]) -> dict[M, Fraction]:
    found: dict[M, Fraction] = {}
    for thing, amount in amounts.items():
        try:
            found[thing] = exact(amount)
        except (TypeError, ValueError):
            faults.append(Fault(f"{name}[{show(thing)}]", amount, "an int, a Fraction or a Decimal"))
            continue
        if found[thing] < 0:
            faults.append(Fault(f"{name}[{show(thing)}]", amount, "0 or more"))
    return found


def _procedures(names: Sequence[M], saving: Savings[M], faults: list[Fault]) -> list[tuple[tuple[M, ...], Saving[M]]]:
    """Return the procedures with the measures that concern each, and what they save in it."""
    if isinstance(saving, Mapping):
        worth = told_of("saving", cast("Mapping[M, Exact]", saving), names, faults) or {}
        return [((name,), _only(worth[name])) for name in names if name in worth]
    parts = [(names, saving)] if callable(saving) else list(saving)
    found: list[tuple[tuple[M, ...], Saving[M]]] = []
    for i, (members, function) in enumerate(parts):
        held = tuple(dict.fromkeys(members))
        faults += unknown(f"saving[{i}]", held, names)
        if len(held) > LIMIT:
            faults.append(Fault(f"saving[{i}]", len(held), f"at most {LIMIT} measures in one procedure"))
        found.append((held, function))
    return found


def _only(worth: Exact) -> Callable[[frozenset[Any]], Exact]:
    return lambda held: worth if held else 0

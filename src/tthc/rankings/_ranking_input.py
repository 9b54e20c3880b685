"""What a ranking is made from: gathered with every fault named by its unit, and the checks of printed ranks."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from operator import itemgetter
from typing import Any, TypeAlias, TypeVar, cast

from tthc.errors import Fault, show
from tthc.exact import exact
from tthc.frozen import FrozenMap
from tthc.rankings._places import Places
from tthc.rankings.ties import Ties

__all__ = ["Number", "Order", "at", "gathered", "numbers", "order_faults", "printed_faults", "stated_order"]

U = TypeVar("U", bound=Hashable)
V = TypeVar("V")

Number: TypeAlias = int | Fraction | Decimal
Order: TypeAlias = Mapping[U, Any] | Callable[[U], Any] | Iterable[U]
"""Which of two equal units comes first: the smaller key by a mapping or function, or the one named first."""

_EXACT = frozenset({int, Fraction})


def __dir__() -> list[str]:
    return __all__


def at(field: str, unit: object) -> str:
    """Name the place of a fault: `scores['VNM']`."""
    return f"{field}[{show(unit)}]"


def gathered(field: str, items: object, faults: list[Fault]) -> FrozenMap[Any, Any]:
    """Return a mapping, or pairs, as a frozen map; a unit that comes twice keeps what came first, and is a fault."""
    if isinstance(items, Mapping):
        return FrozenMap(cast("Mapping[Any, Any]", items))  # type: ignore[redundant-cast]  # pyright needs it
    if not isinstance(items, Iterable):
        faults.append(Fault(field, items, "a mapping, or pairs of a unit and what it has"))
        return FrozenMap()
    seen: dict[object, object] = {}
    for i, pair in enumerate(cast("Iterable[object]", items)):
        if not (isinstance(pair, tuple | list) and len(cast("Sequence[object]", pair)) == 2):
            faults.append(Fault(f"{field}[{i}]", pair, "a pair of a unit and what it has"))
            continue
        unit, value = cast("tuple[object, object]", pair)
        try:
            twice = unit in seen
        except TypeError:
            faults.append(Fault(f"{field}[{i}]", unit, "a unit that can be hashed"))
            continue
        if twice:
            faults.append(Fault(at(field, unit), value, f"each unit once (it had {show(seen[unit])} before)"))
        else:
            seen[unit] = value
    return FrozenMap(seen)


def numbers(field: str, items: FrozenMap[U, Any], faults: list[Fault]) -> FrozenMap[U, int | Fraction]:
    """Turn decimals into fractions and name every number that is not exact; 0 stands in for it."""
    if _EXACT.issuperset(map(type, items.values())):
        return items
    found: dict[U, int | Fraction] = {}
    for unit, value in items.items():
        try:
            found[unit] = value if type(value) is int else exact(value)
        except (TypeError, ValueError):
            faults.append(Fault(at(field, unit), value, "an int, a Fraction or a finite Decimal (exact numbers only)"))
            found[unit] = 0
    return FrozenMap(found)


def printed_faults(
    scores: Mapping[U, object],
    ranks: Mapping[U, int],
    unranked: Mapping[U, str],
    ties: Ties,
    sizes: Sequence[tuple[int, str]],
) -> Iterable[Fault]:
    """Yield what is wrong with printed ranks: beside the scores, beside one another, beside the size of the table.

    `sizes` holds the number stated by `of` (part of a table is given) or `within` (the ranks are those in a larger
    one), with its name.
    """
    yield from (Fault(at("unranked", unit), why, "a reason") for unit, why in unranked.items() if not why)
    if not ranks:
        yield from (Fault(name, size, "none, as no printed ranks are given") for size, name in sizes)
        return
    ranked = {unit: rank for unit, rank in ranks.items() if unit not in unranked}
    if scores:
        without_rank = [unit for unit in scores if unit not in ranks and unit not in unranked]
        yield from (Fault(at("ranks", unit), None, "a rank, or a reason in `unranked`") for unit in without_rank)
        without_score = [unit for unit in ranked if unit not in scores]
        yield from (Fault(at("scores", unit), None, "a score, as it has a rank") for unit in without_score)
    listed = len(scores.keys() | ranks.keys() | unranked.keys())
    last, name = sizes[0] if sizes else (listed, "of")
    if ties == "average":
        yield Fault("ties", ties, "a policy of whole ranks, as printed ranks are")
    elif last < listed:
        yield Fault(name, last, f"at least {listed}, as so many are given")
    elif sizes and name == "of" and (len(sizes) > 1 or scores or ties == "dense"):
        yield Fault("of", last, "none: only printed ranks that are not dense may be part of a table")
    else:
        without = 0 if name == "within" else len(unranked)
        yield from _rank_faults(ranked, ties, last - without, whole=not sizes)
        aside = ((unit, ranks[unit]) for unit in unranked if unit in ranks)
        yield from (Fault(at("ranks", unit), rank, f"1 to {last}") for unit, rank in aside if not 0 < rank <= last)


def _rank_faults(ranks: Mapping[U, int], ties: Ties, total: int, *, whole: bool) -> Iterable[Fault]:
    """Yield a fault for each rank that no scores could give, beside the ranks before it.

    `whole`: each of the `total` ranked units has a rank here. Otherwise ranks may be missing between those given.
    """
    groups: dict[int, list[U]] = {}
    for unit, rank in ranks.items():
        if 0 < rank <= total:
            groups.setdefault(rank, []).append(unit)
        else:
            yield Fault(at("ranks", unit), rank, f"1 to {total}, as so many are ranked")
    above, size = 0, 0  # the rank before, and how many bear it
    for rank, units in sorted(groups.items(), key=itemgetter(0)):
        k = len(units)
        least = above + {"competition": size or 1, "last_of_ties": k}.get(ties, 1)
        expected = ""
        if ties == "ordinal" and k > 1:
            expected = "a rank of its own (ordinal)"
        elif rank < least or (whole and rank > least):
            before = f"after rank {above} of {size}" if above else "as the first rank"
            expected = f"{least}{'' if whole else ' or more'} {before} ({ties})"
        elif ties == "competition" and rank + k - 1 > total:
            expected = f"at most {total - k + 1}, as {k} of {total} share it"
        if expected:
            yield from (Fault(at("ranks", unit), rank, expected) for unit in units)
        above, size = rank, k


def order_faults(order: Sequence[U], places: Places[U]) -> Iterable[Fault]:
    """Yield what is wrong with the whole order of an ordinal ranking."""
    if len(order) != len(places.points) or set(places.points) != set(order):
        yield Fault("order", order, "every ranked unit once")
        return
    for unit, following in pairwise(order):
        if places.first(following) < places.first(unit):
            yield Fault("order", following, f"a place before {show(unit)}, which stands behind it")


def stated_order(groups: Iterable[list[U]], order: Order[U] | None, faults: list[Fault]) -> tuple[U, ...]:
    """Return all units, the best first, those of one group by the order stated; what it leaves open is a fault."""
    key_of = _key_of(order, faults)
    found: list[U] = []
    for group in groups:
        found += group if len(group) == 1 else _by_key(group, key_of, faults)
    return tuple(found)


def _key_of(order: Order[U] | None, faults: list[Fault]) -> Callable[[U], Any]:
    if isinstance(order, Mapping):
        return cast("Mapping[U, Any]", order).get
    if callable(order):
        return order
    places: dict[U, int] = {}
    if order is None:
        return places.get
    if isinstance(order, str | bytes) or not _is_iterable(order):
        faults.append(Fault("order", order, "a mapping or function from a unit to its key, or the units in order"))
        return places.get
    for i, unit in enumerate(order):
        if unit in places:
            faults.append(Fault(f"order[{i}]", unit, "each unit once"))
        places.setdefault(unit, i)
    return places.get


def _is_iterable(value: object) -> bool:
    return isinstance(value, Iterable)


def _by_key(group: list[U], key_of: Callable[[U], Any], faults: list[Fault]) -> list[U]:
    keyed: list[tuple[Any, U]] = []
    for unit in group:
        key = key_of(unit)
        if key is None or key != key:  # noqa: PLR0124 - NaN is not equal to itself, and has no place in an order
            others = ", ".join(show(other) for other in group[:4] if other != unit)
            faults.append(Fault(at("order", unit), key, f"a key to order it by, as it is equal to {others}"))
        else:
            keyed.append((key, unit))
    try:
        keyed.sort(key=itemgetter(0))
    except TypeError:
        faults.append(Fault(at("order", group[0]), keyed[0][0], "keys that can be compared with one another"))
        return group
    for (key, unit), (next_key, next_unit) in pairwise(keyed):
        if key == next_key:
            faults.append(Fault(at("order", next_unit), next_key, f"another key than that of {show(unit)}"))
    return [unit for _, unit in keyed]

"""Asking a set function what measures save together: each set once, and only sets that may stand together.

Where a measure needs others, a set that holds it without them saves what the largest set within it saves that lacks
nothing: whoever merges two procedures online before they are online has merged nothing yet. Game theory calls that the
conjunctive restriction of a game with a permission structure (Gilles, Owen and van den Brink, 1992).
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from graphlib import CycleError, TopologicalSorter
from typing import Any, TypeAlias, TypeVar, cast

from tthc.errors import Fault, show
from tthc.exact import exact

__all__ = ["LIMIT", "Exact", "Saving", "ask", "distinct", "kept_sets", "ordered", "subsets", "told_of", "unknown"]

M = TypeVar("M", bound=Hashable)
T = TypeVar("T")
Exact: TypeAlias = int | Fraction | Decimal
Saving: TypeAlias = Callable[[frozenset[M]], Exact]

LIMIT = 16
"""So many measures in one procedure are computed exactly: 65,536 sets."""


def __dir__() -> list[str]:
    return __all__


def distinct(measures: Iterable[M], faults: list[Fault]) -> tuple[M, ...]:
    """Return the measures in their order; one that stands there twice, or cannot be hashed, is a fault."""
    found: dict[M, int] = {}
    for i, measure in enumerate(measures):
        try:
            first = found.setdefault(measure, i)
        except TypeError:
            faults.append(Fault(f"measures[{i}]", measure, "something that can be hashed"))
            continue
        if first != i:
            faults.append(Fault(f"measures[{i}]", measure, f"each measure once (it is measures[{first}])"))
    return tuple(found)


def told_of(
    name: str, told: Mapping[M, T] | None, measures: Iterable[M], faults: list[Fault], what: str = "measures"
) -> Mapping[M, T] | None:
    """Return what is told of measures; a key that is none of them is a fault."""
    if told is None:
        return None
    if not isinstance(cast("object", told), Mapping):
        faults.append(Fault(name, told, f"a mapping from {what}"))
        return None
    faults += unknown(name, told, measures, what)
    return told


def unknown(name: str, held: Iterable[object], measures: Iterable[object], what: str = "measures") -> Iterator[Fault]:
    """Yield a fault for everything that is none of the measures."""
    known = frozenset(measures)
    for thing in held:
        if thing not in known:
            yield Fault(name, thing, f"one of the {what}")


def ordered(measures: Sequence[M], needs: Mapping[M, Iterable[M]] | None, faults: list[Fault]) -> dict[M, frozenset[M]]:
    """Return what each measure needs, each one after those that it needs; a circle is a fault."""
    told = told_of("needs", needs, measures, faults) or {}
    held = {measure: frozenset(told.get(measure, ())) for measure in measures}
    if not any(held.values()):
        return held
    strangers = [fault for one, others in held.items() for fault in unknown(f"needs[{show(one)}]", others, measures)]
    faults += strangers
    if strangers:
        return held
    try:
        return {measure: held[measure] for measure in TopologicalSorter(held).static_order()}
    except CycleError as error:
        circle: list[Any] = error.args[1]
        faults.append(Fault("needs", tuple(circle), "no circle of measures that need each other"))
    return held


def subsets(measures: Sequence[M]) -> list[frozenset[M]]:
    """Return all sets of measures; bit i of an index tells of measure i. No measure is hashed more than once."""
    found: list[frozenset[M]] = [frozenset()]
    for measure in measures:
        one = frozenset((measure,))
        found += [others | one for others in found]
    return found


def kept_sets(needs: Sequence[int], conflicts: Sequence[int] = ()) -> list[int]:
    """Return, for every set, the largest set within it that lacks nothing.

    `needs` and `conflicts` name sets by bits; a measure stands after those that it needs. Of measures that may not be
    taken together the earlier one is kept.
    """
    found = [0]
    for i, need in enumerate(needs):
        bit, foes = 1 << i, conflicts[i] if conflicts else 0
        found += [held if need & ~held or foes & held else held | bit for held in found]
    return found


def ask(saving: Saving[M], measures: frozenset[M]) -> Fraction:
    """Return what a set of measures saves; a number that is not exact is a `TypeError`, and nothing must save 0."""
    said = saving(measures)
    try:
        value = exact(said)
    except (TypeError, ValueError) as error:
        msg = f"saving of {show(set(measures))}: {error}"
        raise type(error)(msg) from None
    if value and not measures:
        msg = f"saving of no measure at all: expected 0, got {value}"
        raise ValueError(msg)
    return value

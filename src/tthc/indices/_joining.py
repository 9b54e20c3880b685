"""Joining the scores of parts to the score of a node, unit by unit, with what is missing left out or named."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from tthc.errors import StepError
from tthc.indices._means import ImpossibleError, joined
from tthc.indices._scaling import fit, freeze, normalised
from tthc.indices.compiled import Compiled, Joint
from tthc.indices.scales import Scale
from tthc.indices.scores import Number

__all__ = ["aggregate", "applied_weights", "join"]


def __dir__() -> list[str]:
    return __all__


def aggregate(
    joint: Joint,
    compiled: Compiled,
    values: Mapping[str, tuple[Number | None, ...]],
    lacking: Mapping[str, Mapping[int, tuple[str, ...]]],
    scale: Scale | None,
) -> tuple[tuple[Number | None, ...], dict[int, tuple[str, ...]], Scale | None]:
    """Return the scores of a joint, for each unit without one the indicators that it lacks, and the new scale."""
    names = (*compiled.indicators, *(other.id for other in compiled.joints))
    parts = [names[part] for part in joint.parts]
    columns = [values[part] for part in parts]
    held: list[Number | None] = []
    gaps: dict[int, tuple[str, ...]] = {}
    for place, unit in enumerate(compiled.units):
        cells = [cells[place] for cells in columns]
        value = join(joint, parts, cells, unit)
        held.append(value)
        if value is None:
            needed = zip(parts, joint.weights, cells, strict=True)
            gone = [part for part, weight, cell in needed if cell is None and weight]
            gaps[place] = tuple(leaf for part in gone for leaf in lacking.get(part, {}).get(place, (part,)))
    how = joint.rescale
    if how is None:
        return tuple(held), gaps, None
    if scale is None:
        scale = freeze(joint.id, how, None, up=True, figures=[Fraction(value) for value in held if value is not None])
    else:
        scale = fit(how, scale, up=True)
    pairs = zip(compiled.units, held, strict=True)
    scores = tuple(x if x is None else normalised(how, scale, x, unit, up=True) for unit, x in pairs)
    return scores, gaps, scale


def applied_weights(joint: Joint, cells: Sequence[Number | None]) -> tuple[Fraction | None, ...] | None:
    """Return the weights of the parts that have a score, `None` for the others, or `None` if too few have one."""
    if None not in cells:
        return joint.weights
    whole = sum(joint.weights, Fraction(0))
    covered = sum((w for w, cell in zip(joint.weights, cells, strict=True) if cell is not None), Fraction(0)) / whole
    if covered < joint.coverage:
        return None
    scale = 1 if joint.aggregation == "sum" else covered
    return tuple(None if cell is None else w / scale for w, cell in zip(joint.weights, cells, strict=True))


def join(joint: Joint, parts: Sequence[str], cells: Sequence[Number | None], unit: object) -> Number | None:
    """Join the scores of the parts of one unit, a new scale aside; `None` where too much is missing."""
    weights = applied_weights(joint, cells)
    if weights is None:
        return None
    held = [(p, w, x) for p, w, x in zip(parts, weights, cells, strict=True) if w is not None and x is not None]
    try:
        value = joined(joint.aggregation, [w for _, w, _ in held], [x for _, _, x in held], joint.exponent)
    except ImpossibleError as error:
        raise StepError("aggregate", joint.id, f"{held[error.position][0]}: {error.reason}", unit) from None
    except OverflowError:
        raise StepError("aggregate", joint.id, "a score is too large for a float", unit) from None
    return value if joint.cap is None else min(value, joint.cap)

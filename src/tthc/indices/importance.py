"""How much each part really moves an index, beside the weight it was given.

Equal weights are not equal importance: a part that hardly differs between units decides nothing. The covariance share
is the share of the variance of the index that comes with a part; the shares add up to 1.
"""

import math
from collections.abc import Hashable, Sequence
from fractions import Fraction
from typing import Literal, NamedTuple, TypeVar

from tthc.errors import StepError
from tthc.indices._columns import one_of
from tthc.indices._joining import applied_weights
from tthc.indices._means import transformed
from tthc.indices.evaluation import Evaluation
from tthc.indices.reading import contributions
from tthc.indices.scores import Number

__all__ = ["Importance", "effective_importance"]

U = TypeVar("U", bound=Hashable)


def __dir__() -> list[str]:
    return __all__


class Importance(NamedTuple):
    """A part of an index: its nominal weight, its share of the variance, its correlation with the whole.

    `weight` is the share of 1 that was given to it, `None` for a cap; `correlation` is `None` where a part does not
    differ between units.
    """

    part: str
    weight: Fraction | None
    share: Number
    correlation: float | None


def effective_importance(
    evaluation: Evaluation[U], node: str | None = None, *, by: Literal["parts", "indicators"] = "parts"
) -> tuple[Importance, ...]:
    """Return the importance of the parts of a node, or of all indicators below it, over the units that have a score.

    The covariance share of a part is cov(w·φ(part), φ(node)) / var(φ(node)), where φ is what the node adds up: the
    scores themselves in an arithmetic mean, their logarithms in a geometric one. By indicators every node must add up.
    Raises `StepError` where fewer than two units have a score or all have the same.

    >>> from tthc.indices import published
    >>> scores = published.egdi(2024).evaluate({
    ...     "A": {"OSI": 1, "TII": 0, "HCI": 0},
    ...     "B": {"OSI": 0, "TII": 1, "HCI": 0},
    ...     "C": {"OSI": 0, "TII": 0, "HCI": 0},
    ... })
    >>> [str(part.share) for part in effective_importance(scores)]
    ['1/2', '1/2', '0']
    """
    one_of("by", by, "parts", "indicators")
    index = evaluation.index
    name = index.root if node is None else node
    inner = index.aggregate(name)
    joint = next(joint for joint in evaluation.compiled.joints if joint.id == name)
    units = [unit for unit, score in evaluation.scores(name).items() if score is not None]
    added: dict[str, list[Number]] = {}
    if by == "parts":
        parts = inner.parts
        weights = {part: inner.share(part) for part in parts}
        for unit in units:
            cells = [evaluation.value(unit, part) for part in parts]
            for part, weight, cell in zip(parts, applied_weights(joint, cells) or (), cells, strict=True):
                term = (
                    Fraction(0)
                    if not weight or cell is None
                    else weight * transformed(joint.aggregation, joint.exponent, cell)
                )
                added.setdefault(part, []).append(term)
    else:
        ordered = [leaf.id for leaf in index.indicators if name in index.path(leaf.id)]
        above = index.effective_weight(name)
        weights = {leaf: index.effective_weight(leaf) / above for leaf in ordered}
        for place, unit in enumerate(units):
            for part, term in contributions(evaluation, unit, name).items():
                added.setdefault(part, [Fraction(0)] * len(units))[place] = term
    return _shares(evaluation, name, units, weights, added)


def _shares(
    evaluation: Evaluation[U],
    name: str,
    units: Sequence[U],
    weights: dict[str, Fraction],
    added: dict[str, list[Number]],
) -> tuple[Importance, ...]:
    whole = [sum(terms, Fraction(0)) for terms in zip(*added.values(), strict=True)]
    variance = _covariance(whole, whole)
    if not variance:
        raise StepError("weigh", name, "fewer than two units have a score, or all have the same")
    scores = [evaluation.value(unit, name) for unit in units]
    found: list[Importance] = []
    for part, terms in added.items():
        own = [evaluation.value(unit, part) for unit in units]
        found.append(
            Importance(part, weights.get(part), _covariance(terms, whole) / variance, _correlation(own, scores))
        )
    return tuple(found)


def _covariance(left: Sequence[Number], right: Sequence[Number]) -> Number:
    """Return n times the covariance; exact where both columns are, over one denominator a column."""
    n = len(left)
    if any(type(x) is float for x in (*left, *right)):
        ones, others = [float(x) for x in left], [float(x) for x in right]
        first, second = math.fsum(ones) / n, math.fsum(others) / n
        return math.fsum((x - first) * (y - second) for x, y in zip(ones, others, strict=True))
    (below, a), (under, b) = _whole(left), _whole(right)
    both = sum(x * y for x, y in zip(a, b, strict=True))
    return Fraction(n * both - sum(a) * sum(b), n * below * under) if n else Fraction(0)


def _whole(values: Sequence[Number]) -> tuple[int, list[int]]:
    exact = [Fraction(x) for x in values]
    scale = math.lcm(*(x.denominator for x in exact))
    return scale, [x.numerator * (scale // x.denominator) for x in exact]


def _correlation(left: Sequence[Number | None], right: Sequence[Number | None]) -> float | None:
    pairs = [(float(x), float(y)) for x, y in zip(left, right, strict=True) if x is not None and y is not None]
    ones, others = [x for x, _ in pairs], [y for _, y in pairs]
    spread = float(_covariance(ones, ones)) * float(_covariance(others, others)) if pairs else 0.0
    return float(_covariance(ones, others)) / math.sqrt(spread) if spread else None

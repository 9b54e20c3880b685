"""The ways to join scores: a mean is the inverse of φ at the weighted mean of φ, with φ = x, ln x, 1/x or x^p."""

import math
from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from tthc.indices.nodes import Aggregation
from tthc.indices.scores import Number, exact_sum

if TYPE_CHECKING:
    from tthc.indices.compiled import Joint

__all__ = ["ImpossibleError", "joined", "slope", "solved", "transformed"]


def __dir__() -> list[str]:
    return __all__


class ImpossibleError(ValueError):
    """A value that the mean is not defined for; `position` says the how-manieth of the parts it is."""

    def __init__(self, position: int, reason: str) -> None:
        super().__init__(position, reason)
        self.position = position
        self.reason = reason


def _kind(aggregation: Aggregation, exponent: Fraction | None) -> str:
    """Return the mean's own name: the generalised ones of 1 and −1 are the arithmetic and the harmonic one."""
    if aggregation == "generalised":
        return {Fraction(1): "arithmetic", Fraction(-1): "harmonic"}.get(exponent or Fraction(1), "generalised")
    return "arithmetic" if aggregation == "sum" else aggregation


def joined(
    aggregation: Aggregation, weights: Sequence[Fraction], values: Sequence[Number], exponent: Fraction | None = None
) -> Number:
    """Return the mean (or the sum, uncapped) of `values`; raises `ImpossibleError` where it is not defined."""
    kind = _kind(aggregation, exponent)
    if kind == "arithmetic":
        return exact_sum(weights, values)
    power = float(exponent or 0)
    for position, (weight, value) in enumerate(zip(weights, values, strict=True)):
        if weight and (value < 0 or (value == 0 and (kind != "generalised" or power < 0))):
            name = kind if kind != "generalised" else f"generalised (exponent {exponent})"
            raise ImpossibleError(position, f"the {name} mean has no value where a part scores {float(value):g}")
    if kind == "harmonic":
        held = [(w, x) for w, x in zip(weights, values, strict=True) if w]
        return 1 / exact_sum([w for w, _ in held], [1 / x for _, x in held])
    pairs = [(float(w), x) for w, x in zip(weights, values, strict=True) if w]
    if kind == "geometric":
        return math.exp(math.fsum(w * math.log(x) for w, x in pairs))
    return float(math.fsum(w * float(x) ** power for w, x in pairs) ** (1 / power))


def transformed(aggregation: Aggregation, exponent: Fraction | None, value: Number) -> Number:
    """Return φ(x), which the mean adds up."""
    kind = _kind(aggregation, exponent)
    if kind == "arithmetic":
        return value
    if kind == "harmonic":
        return 1 / value
    return math.log(value) if kind == "geometric" else float(value) ** float(exponent or 1)


def slope(
    aggregation: Aggregation, exponent: Fraction | None, part: tuple[Number, Number], whole: tuple[Number, Number]
) -> Number:
    """Return what one unit of change of a part does to the whole, per weight, between two states of both.

    It is (Δφ(part)/Δpart) / (Δφ(whole)/Δwhole), so that weight · slope · Δpart adds up to Δwhole exactly: 1 for the
    arithmetic mean, the log-mean rule (LMDI) for the geometric one.
    """
    kind = _kind(aggregation, exponent)
    if kind == "arithmetic":
        return Fraction(1)
    if kind == "harmonic":
        return (whole[0] * whole[1]) / (part[0] * part[1])
    if kind == "geometric":
        return _log_mean(*whole) / _log_mean(*part)
    power = float(exponent or 1)
    return _power_slope(power, *part) / _power_slope(power, *whole)


def _log_mean(before: Number, after: Number) -> float:
    """Return (b − a)/ln(b/a), which is a where nothing changes."""
    first, second = float(before), float(after)
    if math.isclose(first, second, rel_tol=1e-9):  # the quotient loses its digits; the mean differs by 1e-19 of it
        return (first + second) / 2
    return (second - first) / math.log(second / first)


def _power_slope(power: float, before: Number, after: Number) -> float:
    first, second = float(before), float(after)
    if math.isclose(first, second, rel_tol=1e-9):
        return float(power * ((first + second) / 2) ** (power - 1))
    return float((second**power - first**power) / (second - first))


def solved(
    joint: "Joint", weights: Sequence[Fraction], values: Sequence[Number], position: int, target: Number
) -> Number | None:
    """Return the value that the part at `position` needs for the mean to be `target`; `None` where none does it."""
    kind = _kind(joint.aggregation, joint.exponent)
    own = weights[position]
    others = [(w, x) for i, (w, x) in enumerate(zip(weights, values, strict=True)) if w and i != position]
    if not own:
        return None
    if kind == "arithmetic":
        return (target - exact_sum([w for w, _ in others], [x for _, x in others])) / own
    if target <= 0:
        return None
    if kind == "harmonic":
        rest = 1 / target - exact_sum([w for w, _ in others], [1 / x for _, x in others])
        return own / rest if rest > 0 else None
    if kind == "geometric":
        return math.exp((math.log(target) - math.fsum(float(w) * math.log(x) for w, x in others)) / float(own))
    power = float(joint.exponent or 1)
    lifted = (float(target) ** power - math.fsum(float(w) * float(x) ** power for w, x in others)) / float(own)
    return float(lifted ** (1 / power)) if lifted > 0 else None

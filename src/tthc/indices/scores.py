"""What a step of an index yields: an exact number wherever the method is rational, a float where it is not.

Min–max, goalposts, ranks, points and arithmetic or harmonic means keep a `Fraction`; a logarithm, a z-score, a
geometric or generalised mean gives a `float`. The two never look alike: `Score.exact` says which one it is.
"""

import math
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeAlias, final

from tthc.errors import show
from tthc.exact import exact, format_number, round_to
from tthc.findings import Lang

__all__ = ["Number", "Score", "as_fraction", "exact_number", "exact_sum", "rankable", "shown"]

Number: TypeAlias = Fraction | float
"""An exact `Fraction`, or a `float` where a root or a logarithm was taken."""

_DIGITS = 12  # two floats that differ behind this place are one score


def __dir__() -> list[str]:
    return __all__


@final
class Score:
    """A score (điểm): `value` is a `Fraction` if `exact`, else a `float`. It does not change.

    >>> score = Score(Fraction(2, 3))
    >>> print(score, score.rounded(2), float(score), score.exact)
    ≈0,666667 67/100 0.6666666666666666 True
    """

    __slots__ = ("value",)
    value: Number

    def __init__(self, value: Number) -> None:
        if type(value) not in {Fraction, float}:
            msg = f"expected a Fraction (exact) or a float, got {show(value)}"
            raise TypeError(msg)
        object.__setattr__(self, "value", value)

    @property
    def exact(self) -> bool:
        """Tell whether no root and no logarithm was taken on the way to this score."""
        return type(self.value) is Fraction

    def rounded(self, digits: int) -> Fraction:
        """Round half up (half away from zero) to so many decimals, exactly.

        >>> Score(Fraction(2, 3)).rounded(2)
        Fraction(67, 100)
        """
        return round_to(Fraction(self.value), digits)

    def __float__(self) -> float:
        return float(self.value)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Score):
            return self.exact == other.exact and self.value == other.value
        return NotImplemented

    def __hash__(self) -> int:
        return hash(self.value)

    def __setattr__(self, name: str, value: object) -> None:
        msg = f"cannot set {name!r}: a Score does not change"
        raise AttributeError(msg)

    def __delattr__(self, name: str) -> None:
        msg = f"cannot delete {name!r}: a Score does not change"
        raise AttributeError(msg)

    def __repr__(self) -> str:
        return f"Score({self.value!r})"

    def __str__(self) -> str:
        return shown(self.value)

    def __reduce__(self) -> tuple[object, ...]:
        return Score, (self.value,)


def exact_number(value: object, of: str) -> Fraction:
    """Return an exact number; the error says what it was to be, and how a float is written so that it is exact.

    >>> exact_number(Decimal("65.49"), "total")
    Fraction(6549, 100)
    """
    if type(value) is float and math.isfinite(value):
        msg = f'{of}: expected an int, Fraction or Decimal("{value}"), got the float {value}, which is not exact'
        raise TypeError(msg)
    try:
        return exact(value)  # type: ignore[arg-type]  # it refuses what is none
    except (TypeError, ValueError) as error:
        raise type(error)(f"{of}: {error}") from None


def as_fraction(value: int | Fraction | Decimal | None) -> Fraction | None:
    """Return an int or Decimal as the `Fraction` it is; what is no exact number stays, for `check` to name it."""
    kept: Any = value
    try:
        return exact(kept)
    except (TypeError, ValueError):
        return kept  # type: ignore[no-any-return]


def shown(value: Number, lang: Lang = "vi") -> str:
    """Write a number to at most six decimals, with "≈" in front where that is not all of it.

    >>> shown(Fraction(3, 4)), shown(Fraction(2, 3), "en")
    ('0,75', '≈0.666667')
    """
    short = round_to(Fraction(value), 6)
    return ("" if short == value else "≈") + format_number(short, None, lang)


def rankable(value: Number) -> Fraction:
    """Return the number that a score ranks by: itself if exact, a float rounded to twelve decimals.

    >>> rankable(0.1 + 0.2) == rankable(0.3)
    True
    """
    return value if isinstance(value, Fraction) else round_to(Fraction(value), _DIGITS)


def exact_sum(weights: Iterable[Fraction], values: Iterable[Number]) -> Number:
    """Return Σ w·x: exact in one division where every value is, else the correctly rounded float."""
    terms = [(w, x) for w, x in zip(weights, values, strict=True) if w]
    if any(type(x) is float for _, x in terms):
        return math.fsum(float(w) * x for w, x in terms)
    pairs: list[tuple[int, int]] = []
    for w, x in terms:
        exact = Fraction(x)
        pairs.append((w.numerator * exact.numerator, w.denominator * exact.denominator))
    scale = math.lcm(*(bottom for _, bottom in pairs))
    return Fraction(sum(top * (scale // bottom) for top, bottom in pairs), scale)

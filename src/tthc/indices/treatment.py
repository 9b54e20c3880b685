"""The treatment of outliers: winsorising by skew and kurtosis, and the logarithm.

A column passes unless its skew *and* its kurtosis are out of bounds. Winsorising puts the next value in place of the
highest ones (of the lowest ones where the skew is negative), one value after the other, until the column passes or so
many points are used up. Skew and kurtosis are the unbiased ones of spreadsheets (G1 and G2) and are compared exactly.
"""

import math
from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Literal, final

import attrs

from tthc._record import check
from tthc.errors import Fault
from tthc.exact import common_denominator, exact

__all__ = ["Treatment", "kurtosis", "log", "skewness", "winsorise", "winsorised"]


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen(kw_only=True)
class Treatment:
    """What is done to the figures of an indicator before they are scaled (xử lý giá trị ngoại lai).

    - "winsorise": at most `max_points` points are pulled in while the absolute skew is at least `skew` and the
      kurtosis at least `kurtosis`. Where that is not enough, `otherwise` says what is done: "refuse" raises, "log"
      takes ln(x − lowest + 1 % of the range) of the figures as they were, "keep" leaves them as far as they got.
    - "log": ln(x + `shift`). Goalposts and targets are stated in the figures' own unit and are put through it too.

    Built by `winsorise` and `log`.
    """

    method: Literal["winsorise", "log"]
    skew: Fraction | None = None
    kurtosis: Fraction | None = None
    max_points: int | None = None
    otherwise: Literal["refuse", "log", "keep"] | None = None
    shift: Fraction | None = None

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        own = ("shift",) if self.method == "log" else ("skew", "kurtosis", "max_points", "otherwise")
        for field in ("skew", "kurtosis", "max_points", "otherwise", "shift"):
            held = getattr(self, field)
            if (held is not None) != (field in own):
                yield Fault(field, held, f'{"a value" if held is None else "nothing"} beside method="{self.method}"')
        if self.skew is not None and self.skew <= 0:
            yield Fault("skew", self.skew, "more than 0")
        if self.max_points is not None and self.max_points < 1:
            yield Fault("max_points", self.max_points, "1 or more")


def winsorise(
    *,
    skew: int | Fraction | Decimal = 2,
    kurtosis: int | Fraction | Decimal = Fraction(7, 2),
    max_points: int = 5,
    otherwise: Literal["refuse", "log", "keep"] = "refuse",
) -> Treatment:
    """Return the treatment that pulls in outliers; the bounds given are those of COINr and the JRC.

    >>> winsorise(otherwise="log").max_points
    5
    """
    return Treatment(
        method="winsorise", skew=exact(skew), kurtosis=exact(kurtosis), max_points=max_points, otherwise=otherwise
    )


def log(*, shift: int | Fraction | Decimal = 0) -> Treatment:
    """Return the treatment that takes the natural logarithm of x + `shift`; the score is then a float.

    >>> log().shift
    Fraction(0, 1)
    """
    return Treatment(method="log", shift=exact(shift))


def skewness(values: Sequence[Fraction]) -> float:
    """Return the unbiased skew G1 of three or more figures that are not all the same.

    >>> round(skewness([Fraction(1), Fraction(2), Fraction(9)]), 6)
    1.630059
    """
    squares, cubes, _ = _moments(values)
    return math.copysign(math.sqrt(_skew_squared(len(values), squares, cubes)), cubes)


def kurtosis(values: Sequence[Fraction]) -> Fraction:
    """Return the unbiased excess kurtosis G2 of four or more figures that are not all the same, exactly.

    >>> round(float(kurtosis([Fraction(n) for n in (1, 2, 3, 9)])), 6)
    3.01436
    """
    squares, _, fourths = _moments(values)
    return _kurtosis(len(values), squares, fourths)


def _skew_squared(n: int, squares: int, cubes: int) -> Fraction:
    return Fraction(n * n * (n - 1) * cubes**2, (n - 2) ** 2 * squares**3)


def _kurtosis(n: int, squares: int, fourths: int) -> Fraction:
    return ((n + 1) * (Fraction(n * fourths, squares**2) - 3) + 6) * Fraction(n - 1, (n - 2) * (n - 3))


def _moments(values: Sequence[Fraction]) -> tuple[int, int, int]:
    """Return Σd², Σd³, Σd⁴ of the deviations from the mean, in whole numbers: skew and kurtosis have no scale."""
    _, whole = common_denominator(values)
    total, n = sum(whole), len(whole)
    deviations = [n * value - total for value in whole]
    squares = [d * d for d in deviations]
    cubes = sum(d * s for d, s in zip(deviations, squares, strict=True))
    return sum(squares), cubes, sum(s * s for s in squares)


def _fails(values: Sequence[Fraction], treatment: Treatment) -> bool:
    """Tell whether skew and kurtosis are both out of bounds; compared as fractions, so no rounding decides."""
    n, (squares, cubes, fourths) = len(values), _moments(values)
    if not squares or treatment.skew is None or treatment.kurtosis is None:
        return False
    skewed = _skew_squared(n, squares, cubes) >= treatment.skew**2
    return skewed and _kurtosis(n, squares, fourths) >= treatment.kurtosis


def winsorised(values: Sequence[Fraction], treatment: Treatment) -> tuple[Fraction, Fraction, int, bool]:
    """Return the lowest and the highest figure left, how many points were pulled in, and whether the column passes.

    Fewer than four figures have no kurtosis: they pass.

    >>> column = [Fraction(n) for n in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 30, 100)]
    >>> winsorised(column, winsorise())
    (Fraction(1, 1), Fraction(30, 1), 1, True)
    """
    held = sorted(values)
    low, high = held[0], held[-1]
    lowered = raised = 0
    failing = len(held) > 3 and _fails(held, treatment)
    while failing and lowered + raised < (treatment.max_points or 0):
        if _moments(held)[1] >= 0:
            top = [x for x in held if x < high]
            lowered, high = len(held) - len(top), top[-1]
        else:
            rest = [x for x in held if x > low]
            raised, low = len(held) - len(rest), rest[0]
        held = [min(max(x, low), high) for x in held]
        failing = _fails(held, treatment)
    return low, high, lowered + raised, not failing

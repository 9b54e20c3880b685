"""Printed digits (số chữ số công bố): what a score may have been before it was rounded or cut, and the fraction behind.

A printed 0.57246 that was rounded stands for any number from 0.572455 up to, but without, 0.572465; cut off after five
digits it stands for any from 0.57246 up to 0.57247. Where scores are shares of a whole number of points, as in a
questionnaire, few denominators fit all of them: `lift` finds the smallest one or shows that there is none.
"""

from collections.abc import Hashable, Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Generic, Literal, TypeVar, final

import attrs

from tthc._record import check
from tthc.errors import Fault, MalformedError, show
from tthc.exact import exact
from tthc.frozen import FrozenMap

__all__ = ["Cut", "Lift", "Precision", "lift", "lift_either"]

U = TypeVar("U", bound=Hashable)

Cut = Literal["rounded", "truncated", "mixed"]
"""How digits were left out: rounded half away from zero, cut off, or by one of the two, nobody knows which."""

_MAX_DIGITS = 30


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen
class Precision:
    """How many decimals a score is printed with (số chữ số thập phân), and how the rest was left out.

    >>> Precision(2).interval(Fraction(89, 100))
    (Fraction(177, 200), Fraction(179, 200))
    >>> Precision(2, "truncated").interval(Fraction(89, 100))
    (Fraction(89, 100), Fraction(9, 10))
    """

    digits: int
    mode: Cut = "rounded"

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        if not 0 <= self.digits <= _MAX_DIGITS:
            yield Fault("digits", self.digits, f"0 to {_MAX_DIGITS} decimals")

    @property
    def unit(self) -> Fraction:
        """One of the last printed digit: 1/100 for two decimals."""
        return Fraction(1, 10**self.digits)

    def interval(self, printed: int | Fraction | Decimal) -> tuple[Fraction, Fraction]:
        """Return the numbers that are printed so: from the first of the two up to, but without, the second.

        Below zero it is the other way round (digits are cut towards zero): without the first, up to the second. A
        printed zero may stand for numbers on either side, without both ends.
        """
        at = exact(printed)
        below = self.unit / 2 if self.mode != "truncated" else Fraction(0)
        above = self.unit / 2 if self.mode == "rounded" else self.unit
        if at < 0:
            return at - above, at + below
        return at - (below if at else above), at + above


@final
@attrs.frozen(kw_only=True)
class Lift(Generic[U]):
    """The fractions behind printed scores (phân số chính xác): what `lift` found or refused.

    - `denominator`: the smallest number N for which every printed score is some k/N, `None` where none up to `limit`
      fits;
    - `excluded`: how many denominators were shown not to fit: all below `denominator`, or all up to `limit`;
    - `fractions`: the fraction of each unit, in lowest terms; empty where none fits.
    """

    precision: Precision
    denominator: int | None
    excluded: int
    limit: int
    fractions: FrozenMap[U, Fraction] = FrozenMap()

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        known = self.limit + 1 if self.denominator is None else self.denominator
        if not 1 <= known <= self.limit + 1 or (self.denominator or 0) > self.limit:
            yield Fault("denominator", self.denominator, f"1 to {self.limit}, or none")
        elif self.excluded != known - 1:
            yield Fault("excluded", self.excluded, f"{known - 1}, all that are smaller")
        for unit, fraction in self.fractions.items():
            if self.denominator is None or self.denominator % fraction.denominator:
                yield Fault(f"fractions[{show(unit)}]", fraction, f"a fraction of {self.denominator}")

    @property
    def found(self) -> bool:
        """Whether a denominator fits."""
        return self.denominator is not None

    def __str__(self) -> str:
        mode = {"rounded": "làm tròn", "truncated": "cắt bớt", "mixed": "làm tròn hoặc cắt bớt"}[self.precision.mode]
        digits = f"{self.precision.digits} chữ số, {mode}"
        if self.denominator is None:
            return f"không có mẫu số chung nào đến {self.limit} ({digits})"
        return f"mẫu số chung nhỏ nhất {self.denominator}, đã loại {self.excluded} mẫu số nhỏ hơn ({digits})"


def lift(
    printed: Mapping[U, int | Fraction | Decimal], precision: Precision, *, max_denominator: int | None = None
) -> Lift[U]:
    """Find the smallest N for which every printed score is a fraction k/N, as it is rounded or cut.

    Every smaller denominator is tried and shown not to fit, so the answer is proved. A large enough one fits anything:
    `max_denominator` is a tenth of the printed units (1,000 for four digits) unless another is given. That the fit is
    no chance is for the reader to judge: many different scores, and a denominator far below that limit.

    Raises `MalformedError` where a score is no exact number from zero on, or has more digits than it should.

    >>> scores = {"A": Decimal("0.333"), "B": Decimal("0.285"), "C": Decimal("0.714")}
    >>> found = lift(scores, Precision(3, "truncated"))
    >>> found.denominator, found.excluded, found.fractions["B"]
    (21, 20, Fraction(2, 7))
    """
    scale = 10**precision.digits
    units = _whole(printed, scale)
    limit = max(1, scale // 10) if max_denominator is None else max_denominator
    if type(limit) is not int or limit < 1:
        raise MalformedError("lift", (Fault("max_denominator", limit, "a whole number from 1 on"),))
    # In halves of the last digit a score stands for start <= 2 * scale * k/N < end.
    below, above = {"rounded": (1, 1), "truncated": (0, 2), "mixed": (1, 2)}[precision.mode]
    spans = [(max(2 * n - below, 0), 2 * n + above) for n in sorted(set(units.values()))]
    halves = 2 * scale
    for denominator in range(1, limit + 1):
        if all(-(-start * denominator // halves) * halves < end * denominator for start, end in spans):
            break
    else:
        return Lift(precision=precision, denominator=None, excluded=limit, limit=limit)
    least = {n: max(2 * n - below, 0) for n in units.values()}
    fractions = {unit: Fraction(-(-least[n] * denominator // halves), denominator) for unit, n in units.items()}
    return Lift(
        precision=precision,
        denominator=denominator,
        excluded=denominator - 1,
        limit=limit,
        fractions=FrozenMap(fractions),
    )


def lift_either(
    printed: Mapping[U, int | Fraction | Decimal], digits: int, *, max_denominator: int | None = None
) -> tuple[Lift[U], Lift[U]]:
    """Try both ways of leaving digits out, where a publisher does not say which: the one that fits better stands first.

    A denominator fits better than none, and a smaller one better than a larger one; rounding goes first where both do
    equally well.
    """
    rounded = lift(printed, Precision(digits), max_denominator=max_denominator)
    truncated = lift(printed, Precision(digits, "truncated"), max_denominator=max_denominator)
    swap = truncated.found and (rounded.denominator is None or truncated.excluded < rounded.excluded)
    return (truncated, rounded) if swap else (rounded, truncated)


def _whole(printed: Mapping[U, int | Fraction | Decimal], scale: int) -> dict[U, int]:
    """Return the printed scores in units of their last digit."""
    found: dict[U, int] = {}
    faults: list[Fault] = []
    for unit, value in printed.items():
        try:
            scaled = exact(value) * scale
        except (TypeError, ValueError):
            faults.append(Fault(f"printed[{show(unit)}]", value, "an int, Fraction or Decimal"))
            continue
        if scaled < 0 or scaled.denominator != 1:
            faults.append(Fault(f"printed[{show(unit)}]", value, f"a number from 0 on in units of 1/{scale}"))
        found[unit] = int(scaled)
    if faults:
        raise MalformedError("lift", tuple(faults))
    return found

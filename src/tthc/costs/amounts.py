"""What norms and parameters are counted in: exact figures, spreads of them, prices.

A figure is a number or a `Spread`: the ends of a range and how the figure lies between them. A table is computed with
the mean of every spread; `tthc.costs.uncertainty` tells how far the total may lie from it.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal, TypeAlias, TypeGuard, cast, final

import attrs

from tthc._record import check
from tthc.errors import Fault
from tthc.exact import exact, format_number
from tthc.frozen import FrozenMap
from tthc.money import Money

__all__ = ["Figure", "Price", "Spread", "SpreadKind", "mean_of"]

SpreadKind: TypeAlias = Literal["uniform", "triangular", "pert"]
"""How a figure lies between its ends: every value alike, or mostly about a `mode` (triangle, PERT)."""

_TAGS: dict[SpreadKind, tuple[str, str]] = {
    "uniform": ("đều", "uniform"),
    "triangular": ("tam giác", "triangular"),
    "pert": ("PERT", "PERT"),
}


def __dir__() -> list[str]:
    return __all__


def as_exact(value: Any) -> Any:  # noqa: ANN401 - a converter: what is no exact number is left for check() to name
    """Take `int` and finite `Decimal` for a field of exact numbers; anything else is left as it is."""
    if type(value) is int:
        return Fraction(value)
    if type(value) is Decimal and value.is_finite():
        return exact(value)
    return value


@final
@attrs.frozen(kw_only=True)
class Spread:
    """A figure known by its ends (khoảng giá trị): between `low` and `high`, `mode` where it lies mostly.

    Mean and variance are exact. The ends differ and are not negative: what norms and parameters count never is.

    >>> hours = Spread(low=1, high=3)
    >>> hours.mean, hours.variance
    (Fraction(2, 1), Fraction(1, 3))
    >>> print(Spread(kind="triangular", low=1, mode=2, high=6))
    1–6 (tam giác, thường gặp 2)
    """

    low: Fraction = attrs.field(converter=as_exact)
    high: Fraction = attrs.field(converter=as_exact)
    mode: Fraction | None = attrs.field(default=None, converter=as_exact)
    kind: SpreadKind = "uniform"

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        if self.low < 0:
            yield Fault("low", self.low, "0 or more")
        if self.high <= self.low:
            yield Fault("high", self.high, f"more than low ({self.low})")
        if (self.mode is None) != (self.kind == "uniform"):
            wanted = "nothing" if self.kind == "uniform" else "a value"
            yield Fault("mode", self.mode, f'{wanted} beside kind="{self.kind}"')
        elif self.mode is not None and not self.low <= self.mode <= self.high:
            yield Fault("mode", self.mode, f"a value from {self.low} to {self.high}")

    @property
    def mean(self) -> Fraction:
        """The expected value."""
        ends = self.low + self.high
        if self.mode is None:
            return ends / 2
        return (ends + self.mode) / 3 if self.kind == "triangular" else (ends + 4 * self.mode) / 6

    @property
    def variance(self) -> Fraction:
        """The variance: (h − l)²/12, (l² + m² + h² − lm − lh − mh)/18, or (μ − l)(h − μ)/7 for PERT."""
        low, high, mode = self.low, self.high, self.mode
        if mode is None:
            return (high - low) ** 2 / 12
        if self.kind == "triangular":
            return (low**2 + mode**2 + high**2 - low * mode - low * high - mode * high) / 18
        return (self.mean - low) * (high - self.mean) / 7

    def display(self, lang: Literal["vi", "en"] = "vi") -> str:
        """Write the ends and how the figure lies between them."""
        ends = f"{format_number(self.low, None, lang)}–{format_number(self.high, None, lang)}"
        if self.mode is None:
            return ends
        most = format_number(self.mode, None, lang)
        return f"{ends} ({_TAGS[self.kind][lang == 'en']}, {'thường gặp' if lang == 'vi' else 'mostly'} {most})"

    def __str__(self) -> str:
        return self.display()


Figure: TypeAlias = Fraction | Spread
"""A number, or a range of them."""


def mean_of(figure: Figure) -> Fraction:
    """Return the number itself, or the mean of a spread.

    >>> mean_of(Fraction(3)), mean_of(Spread(low=1, high=2))
    (Fraction(3, 1), Fraction(3, 2))
    """
    return figure if type(figure) is Fraction else cast("Spread", figure).mean


@final
@attrs.frozen
class Price:
    """An amount of money that may be a spread, and its currency; fields that hold one also take `Money`.

    >>> print(Price(40_000)); print(Price(Spread(low=20_000, high=30_000)))
    40.000 đồng
    20.000–30.000 đồng
    """

    figure: Figure = attrs.field(converter=as_exact)
    currency: str = "VND"

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        code = self.currency
        if not (len(code) == 3 and code.isascii() and code.isalpha() and code.isupper()):
            yield Fault("currency", code, "an ISO 4217 code of three capital letters")

    @property
    def amount(self) -> Fraction:
        """The amount, the mean of a spread."""
        return mean_of(self.figure)

    def display(self, lang: Literal["vi", "en"] = "vi") -> str:
        """Write the amount for people."""
        if type(self.figure) is Fraction:
            return Money(self.figure, self.currency).display(lang)
        unit = "đồng" if (self.currency, lang) == ("VND", "vi") else self.currency
        return f"{cast('Spread', self.figure).display(lang)} {unit}"

    def __str__(self) -> str:
        return self.display()


def as_price(value: Any) -> Any:  # noqa: ANN401 - as as_exact
    """Take `Money` for a field of prices."""
    return Price(value.amount, value.currency) if type(value) is Money else value


def as_map(value: Any) -> Any:  # noqa: ANN401 - as as_exact
    """Take any mapping of exact numbers for a field that holds a `FrozenMap` of them."""
    return FrozenMap({key: as_exact(item) for key, item in value.items()}) if is_mapping(value) else value


def is_mapping(value: object) -> TypeGuard[Mapping[Any, Any]]:
    """Tell whether a value is a mapping of any kind."""
    return isinstance(value, Mapping)


def negative(figures: Iterable[tuple[str, Figure | Price | None]]) -> Iterable[Fault]:
    """Yield a fault for every named figure or price below 0; a spread never is."""
    for name, figure in figures:
        number = figure.figure if type(figure) is Price else figure
        if type(number) is Fraction and number < 0:
            yield Fault(name, figure, "0 or more")

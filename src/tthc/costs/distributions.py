"""What is known of an uncertain figure: mean and variance, exact, of one, of sums and of products.

A figure is a number, a `Spread` (a range with a shape) or, in a simulation, a `Discrete` (a few values, each with its
probability). `Moments` adds and multiplies what is independent of each other without any sampling.
"""

import math
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Any, TypeAlias, TypeGuard, final

import attrs

from tthc._record import check
from tthc.costs.amounts import Spread, as_exact
from tthc.errors import Fault

__all__ = ["Discrete", "Distribution", "Moments", "moments_of"]


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen
class Moments:
    """Mean and variance of a figure (kỳ vọng, phương sai), exact; `sd`, the root, is a float.

    `+` and `*` hold for figures independent of each other; an exact number is a figure without variance.

    >>> hours, dossiers = moments_of(Spread(low=1, high=3)), moments_of(Spread(low=800, high=1200))
    >>> year = hours * dossiers * 40_000
    >>> year.mean, round(year.sd)
    (Fraction(80000000, 1), 25015551)
    """

    mean: Fraction = attrs.field(converter=as_exact)
    variance: Fraction = attrs.field(default=Fraction(0), converter=as_exact)

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        if self.variance < 0:
            yield Fault("variance", self.variance, "0 or more")

    def __iter__(self) -> Iterator[Fraction]:
        return iter((self.mean, self.variance))

    @property
    def sd(self) -> float:
        """The standard deviation (độ lệch chuẩn), in the unit of the mean."""
        return math.sqrt(self.variance)

    @property
    def cv(self) -> float | None:
        """The standard deviation as a share of the mean (hệ số biến thiên); `None` where the mean is 0."""
        return self.sd / abs(float(self.mean)) if self.mean else None

    def __add__(self, other: object) -> "Moments":
        found = _as_moments(other)
        return NotImplemented if found is None else Moments(self.mean + found.mean, self.variance + found.variance)

    __radd__ = __add__

    def __mul__(self, other: object) -> "Moments":
        found = _as_moments(other)
        if found is None:
            return NotImplemented
        (mine, own), (theirs, their) = self, found
        return Moments(mine * theirs, own * their + own * theirs**2 + their * mine**2)

    __rmul__ = __mul__


def _as_moments(value: object) -> Moments | None:
    if isinstance(value, Moments):
        return value
    return Moments(Fraction(value)) if type(value) is int or type(value) is Fraction else None


def _as_outcomes(value: Any) -> Any:  # noqa: ANN401 - a converter: what is neither is left for check() to name
    """Take a mapping from value to probability, or pairs of them; the smallest value stands first."""
    pairs: Any = tuple(value.items()) if _is_mapping(value) else value
    if not _are_pairs(pairs):
        return value
    outcomes = [(as_exact(figure), as_exact(chance)) for figure, chance in pairs]
    if all(type(figure) is Fraction for figure, _ in outcomes):
        outcomes.sort(key=lambda outcome: outcome[0])
    return tuple(outcomes)


def _is_mapping(value: object) -> TypeGuard[Mapping[Any, Any]]:
    return isinstance(value, Mapping)


def _are_pairs(value: Any) -> TypeGuard[tuple[tuple[Any, Any], ...]]:  # noqa: ANN401 - as above
    return issubclass(type(value), tuple) and all(type(pair) is tuple and len(pair) == 2 for pair in value)


@final
@attrs.frozen
class Discrete:
    """A figure that has one of a few values, each with its probability (phân phối rời rạc).

    >>> visits = Discrete({1: Fraction(3, 4), 2: Fraction(1, 4)})
    >>> visits.mean, visits.variance
    (Fraction(5, 4), Fraction(3, 16))
    """

    outcomes: tuple[tuple[Fraction, Fraction], ...] = attrs.field(converter=_as_outcomes)

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        for i, (figure, chance) in enumerate(self.outcomes):
            if chance < 0:
                yield Fault(f"outcomes[{i}]", chance, "a probability of 0 or more")
            if i and figure == self.outcomes[i - 1][0]:
                yield Fault(f"outcomes[{i}]", figure, "a value named once")
        total = sum((chance for _, chance in self.outcomes), Fraction(0))
        if total != 1:
            yield Fault("outcomes", total, "probabilities that add up to 1")

    @property
    def low(self) -> Fraction:
        """The smallest value that is possible."""
        return min(value for value, chance in self.outcomes if chance)

    @property
    def high(self) -> Fraction:
        """The largest value that is possible."""
        return max(value for value, chance in self.outcomes if chance)

    @property
    def mean(self) -> Fraction:
        """The expected value."""
        return sum((value * chance for value, chance in self.outcomes), Fraction(0))

    @property
    def variance(self) -> Fraction:
        """The mean of the squared distance from the mean."""
        mean = self.mean
        return sum((chance * (value - mean) ** 2 for value, chance in self.outcomes), Fraction(0))


Distribution: TypeAlias = Fraction | Spread | Discrete
"""What a quantity of a simulation may be: a number, a range with a shape, a few values with their probabilities."""


def moments_of(figure: int | Distribution) -> Moments:
    """Return the mean and the variance of one figure.

    >>> moments_of(Spread(kind="pert", low=1, mode=2, high=6))
    Moments(mean=Fraction(5, 2), variance=Fraction(3, 4))
    """
    if isinstance(figure, (Spread, Discrete)):
        return Moments(figure.mean, figure.variance)
    return Moments(figure)

"""A cost table seen as a formula of its uncertain quantities: sums of products, one term for each set of them.

Every cell is a product, and each spread stands once in it (`Cell.uncertain`), so the amount of a cell is its mean times
x / mean(x) of each of its quantities. Cells with the same quantities are one term.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from tthc.costs.distributions import Moments
from tthc.costs.table import _MEASURES, CostTable, Measure, added
from tthc.errors import IncomparableError, NotFoundError
from tthc.exact import common_denominator

if TYPE_CHECKING:
    from tthc.costs.amounts import Spread

__all__ = ["Formula", "formula_of"]


def __dir__() -> list[str]:
    return __all__


class Formula(NamedTuple):
    """The uncertain quantities of a cost by name, and the mean of each product of some of them."""

    quantities: "dict[str, Spread]"
    terms: dict[frozenset[str], Fraction]

    def at(self, values: Mapping[str, Fraction]) -> Fraction:
        """Return the cost with some quantities at these values and the others at their means."""
        total = Fraction(0)
        for names, mean in self.terms.items():
            term = mean
            for name in names & values.keys():
                term = term * values[name] / self.quantities[name].mean
            total += term
        return total

    def moments(self) -> Moments:
        """Return mean and variance of the whole, exact, for quantities independent of each other.

        The covariance of two products is the product of their means × (Π(1 + v/m²) − 1) over what they share.
        """
        bits = {name: 1 << i for i, name in enumerate(self.quantities)}  # sets as numbers meet several times as fast
        terms = [(sum(bits[name] for name in names), mean) for names, mean in self.terms.items()]
        scale, sizes = common_denominator(mean for _, mean in terms)
        shared: dict[int, int] = {}
        for i, (names, _) in enumerate(terms):
            for j in range(i + 1):
                common = names & terms[j][0]
                if common:
                    shared[common] = shared.get(common, 0) + sizes[i] * sizes[j] * (2 - (i == j))
        spread = [(bits[name], _growth(one)) for name, one in self.quantities.items()]
        variance = Fraction(0)
        for names, size in shared.items():
            growth = Fraction(1)
            for bit, factor in spread:
                if names & bit:
                    growth *= factor
            variance += size * (growth - 1)
        return Moments(Fraction(sum(sizes), scale), variance / scale**2)


def _growth(spread: "Spread") -> Fraction:
    """Return 1 + v/m², as one fraction: of the mean of the square to the square of the mean."""
    mean, variance = spread.mean, spread.variance
    square = variance.denominator * mean.numerator**2
    return Fraction(variance.numerator * mean.denominator**2 + square, square)


def formula_of(table: CostTable, of: Measure) -> Formula:
    """Return the formula of a total of a table; what only the volume of a year depends on is left out of a dossier."""
    if of not in _MEASURES:
        raise NotFoundError("measure", of, tuple(_MEASURES))
    size = _MEASURES[of]
    quantities: dict[str, Spread] = {}
    found: dict[tuple[str, ...], list[Fraction]] = {}
    for cell in table.cells:
        amount = size(cell)
        if not amount:
            continue
        names: list[str] = []
        for name, spread in cell.uncertain:
            if _left_out(name, of):
                continue
            if quantities.setdefault(name, spread) is not spread and quantities[name] != spread:
                raise IncomparableError(name, str(quantities[name]), str(spread))
            names.append(name)
        found.setdefault(tuple(names), []).append(amount)
    terms: dict[frozenset[str], Fraction] = {}
    for names_, amounts in found.items():
        key = frozenset(names_)
        terms[key] = terms.get(key, Fraction(0)) + added(amounts)
    return Formula(quantities, terms)


def _left_out(name: str, of: Measure) -> bool:
    """Tell whether a total does not depend on a quantity: one dossier not on the volume, hours not on prices."""
    if of not in {"per_dossier", "hours"}:
        return False
    of_line = name.startswith("lines[") and name.endswith((".times", ".subjects"))
    volume = of_line or name.endswith(("times_per_year", "subjects_per_year"))
    return volume or (of == "hours" and (".hourly_income" in name or name.endswith(".tariff")))

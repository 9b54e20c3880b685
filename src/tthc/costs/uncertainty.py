"""What a cost depends on, without a draw: exact moments, elasticities, tornado bars, the value where a verdict turns.

All of it is exact. A `CostTable` brings its own uncertain quantities, the spreads of norms and parameters, each under
its path (`norms[3].hours`). For whatever else may change, a function of named numbers takes the place of the table.
"""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any, Literal, TypeAlias, final

import attrs

from tthc._record import check
from tthc.costs._uncertain import formula_of
from tthc.costs.amounts import Spread, as_exact
from tthc.costs.distributions import Discrete, Distribution, Moments, moments_of
from tthc.costs.table import CostTable, Measure
from tthc.errors import Fault, MalformedError, MissingInputError
from tthc.frozen import FrozenMap

__all__ = ["Bar", "elasticities", "moments", "switching_value", "tornado"]

Model: TypeAlias = Callable[[Mapping[str, Any]], Any]
"""A function of quantities by name: of exact numbers here, of floats in a simulation."""

_DRIVERS = {"time": "tariff", "cash": "cash", "fee": "fee", "delay": "delay"}
_STEPS = 60


def __dir__() -> list[str]:
    return __all__


def moments(table: CostTable, *, of: Measure = "per_year") -> Moments:
    """Return mean and variance of a total of a table, exact (kỳ vọng và phương sai).

    The quantities are independent of each other; one that several cells share is one quantity. The standard deviation
    (`.sd`) is a float.

    >>> from tthc import Money
    >>> from tthc.costs import CostLine, CostSheet, Parameters
    >>> sheet = CostSheet(lines=(CostLine(task="Kê khai", hours=Spread(low=1, high=3)),),
    ...                   times_per_year=1, subjects_per_year=Spread(low=800, high=1200))
    >>> year = moments(sheet.cost(Parameters(hourly_income=Money(40_000))))
    >>> year.mean, round(year.sd)
    (Fraction(80000000, 1), 25015551)
    """
    return formula_of(table, of).moments()


def elasticities(
    table: CostTable, *, of: Literal["per_dossier", "per_year", "once"] = "per_dossier"
) -> FrozenMap[str, Fraction]:
    """Return by how many per cent a total grows where one kind of price grows by one per cent (độ co giãn).

    A total is linear in each kind of price, so the elasticity is a share: of `tariff` that of the hours, of `cash`,
    `fee` and `delay` their own. They add up to 1; the largest stands first. Raises `ZeroDivisionError` where the total
    is 0.
    """
    total = getattr(table, of).amount
    shares = {_DRIVERS[kind]: amount.amount / total for kind, amount in table.by("kind", of=of).items()}
    return FrozenMap(sorted(shares.items(), key=lambda item: -item[1]))


@final
@attrs.frozen(kw_only=True)
class Bar:
    """What a total is with one quantity at either end and the others at their means (một thanh của biểu đồ tornado)."""

    name: str
    low: Fraction
    high: Fraction
    at_low: Fraction
    at_high: Fraction

    def __attrs_post_init__(self) -> None:
        check(self)

    @property
    def width(self) -> Fraction:
        """How far the total moves."""
        return abs(self.at_high - self.at_low)


def tornado(
    model: CostTable | Model,
    quantities: Mapping[str, int | Distribution] | None = None,
    *,
    of: Measure = "per_year",
) -> tuple[Bar, ...]:
    """Return a bar for every uncertain quantity, the one that moves the total most first.

    `model` is a table, or a function that is given every quantity by its name; `quantities` then says what they are,
    and `of` does not matter.

    >>> given = {"giờ": Spread(low=1, high=3), "lượt": Spread(low=8, high=10)}
    >>> for bar in tornado(lambda q: q["giờ"] * q["lượt"], given):
    ...     print(bar.name, bar.at_low, bar.at_high)
    giờ 9 27
    lượt 16 20
    """
    known: Mapping[str, Distribution]
    if isinstance(model, CostTable):
        formula = formula_of(model, of)
        known, total = formula.quantities, formula.at
    else:
        known = named(quantities)
        means = {name: moments_of(figure).mean for name, figure in known.items()}

        def total(values: Mapping[str, Fraction]) -> Fraction:
            return exactly(model({**means, **values}))

    bars = [
        Bar(name=name, low=one.low, high=one.high, at_low=total({name: one.low}), at_high=total({name: one.high}))
        for name, one in known.items()
        if not isinstance(one, Fraction)
    ]
    return tuple(sorted(bars, key=lambda bar: (-bar.width, bar.name)))


def named(quantities: Mapping[str, int | Distribution] | None) -> dict[str, Distribution]:
    """Return the quantities of a function, exact; raises where there are none or one is no distribution."""
    if quantities is None:
        what = "quantities"
        raise MissingInputError(what, "a function does not say what it depends on")
    held: dict[str, Any] = {name: as_exact(figure) for name, figure in quantities.items()}
    wrong = [
        Fault(name, figure, "an exact number, a Spread or a Discrete")
        for name, figure in held.items()
        if type(figure) is not Fraction and not isinstance(figure, (Discrete, Spread))
    ]
    if wrong:
        raise MalformedError("quantities", tuple(wrong))
    return held


def switching_value(
    function: Callable[[Fraction], int | Fraction], target: int | Fraction, *, low: int | Fraction, high: int | Fraction
) -> Fraction | None:
    """Return where a function reaches a target between `low` and `high` (giá trị chuyển đổi), `None` if nowhere.

    The function goes from one side of the target to the other between the two ends. One made of straight pieces gives
    the exact value; of any other the value is right to 2⁻⁶⁰ of the range, and lies on the side of `high`.

    >>> reduction = lambda uptake: uptake * (210_000 - 20_000) / 610_000      # online alone, in the case of the docs
    >>> switching_value(reduction, Fraction(3, 10), low=0, high=1)
    Fraction(183, 190)
    """
    goal, left, right = exactly(target), exactly(low), exactly(high)
    below, above = exactly(function(left)) - goal, exactly(function(right)) - goal
    for _ in range(_STEPS):
        if not below:
            return left
        if (below > 0) == (above > 0) or not above:
            return right if not above else None
        straight = left - below * (right - left) / (above - below)
        if exactly(function(straight)) == goal:
            return straight
        middle = (left + right) / 2
        height = exactly(function(middle)) - goal
        if (height > 0) == (below > 0) and height:
            left, below = middle, height
        else:
            right, above = middle, height
    return right


def exactly(value: Any) -> Fraction:  # noqa: ANN401 - what a caller's function returns
    """Return an exact number that a caller's function gave; a float is refused by name."""
    held: Any = as_exact(value)
    if type(held) is not Fraction:
        raise MalformedError("result", (Fault("result", value, "an exact number: int or Fraction"),))
    return held

"""Time in money (giá trị theo thời gian): what is spent once, over years, and the other way round; all of it exact.

Whether the first year is paid at its start or at its end makes a factor of 1 + r, and methods differ in it; so `timing`
has no default, and neither has the rate.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any, Literal, TypeAlias, TypeVar, get_args

from tthc.costs.amounts import as_exact
from tthc.errors import Fault, MalformedError
from tthc.money import Money

__all__ = ["Timing", "annualise", "annuity_factor", "equivalent_annual_cost", "net_present_value"]

Timing: TypeAlias = Literal["start", "end"]
"""When the money of a year is spent: at its start (the first is not discounted) or at its end."""

A = TypeVar("A", Money, Fraction)

_TIMINGS: tuple[Timing, ...] = get_args(Timing)
_LONGEST = 1000


def __dir__() -> list[str]:
    return __all__


def annualise(amount: A, years: int) -> A:
    """Spread what is spent once evenly over years, without interest (phân bổ đều theo năm).

    >>> annualise(Money(105_800, "EUR"), 10)
    Money(10580, 'EUR')
    """
    _must_be(amount=amount, years=years)
    return amount / years


def annuity_factor(years: int, rate: int | Fraction, *, timing: Timing) -> Fraction:
    """Return what 1 a year is worth today: Σ (1 + r)⁻ʲ over the years, from j = 0 (start) or j = 1 (end).

    >>> round(float(annuity_factor(10, Fraction(35, 1000), timing="start")), 4)
    8.6077
    """
    growth = 1 + _must_be(years=years, rate=rate, timing=timing)
    first = 0 if timing == "start" else 1
    # One sum over a common denominator: with fractions, a hundred years would take a hundred reductions.
    top, bottom = growth.numerator, growth.denominator
    last = years - 1 + first
    whole = sum(bottom**j * top ** (last - j) for j in range(first, last + 1))
    return Fraction(whole, top**last)


def net_present_value(flows: Sequence[A], rate: int | Fraction, *, timing: Timing) -> A:
    """Return what the amounts of the coming years are worth today (giá trị hiện tại ròng).

    >>> value = net_present_value([Money(1_200_000, "USD")] * 10, Fraction(7, 100), timing="end")
    >>> round(value.amount)
    8428298
    """
    growth = 1 + _must_be(rate=rate, timing=timing)
    _must_be(years=len(flows))
    _must_be(**{f"flows[{i}]": flow for i, flow in enumerate(flows)})
    first = 0 if timing == "start" else 1
    return _total([flow * (1 / growth) ** (i + first) for i, flow in enumerate(flows)])


def _total(amounts: list[A]) -> A:
    whole = amounts[0]
    for amount in amounts[1:]:
        whole = whole + amount
    return whole


def equivalent_annual_cost(present_value: A, years: int, rate: int | Fraction, *, timing: Timing) -> A:
    """Return the same amount every year that is worth as much today (chi phí hằng năm tương đương).

    >>> cost = equivalent_annual_cost(Money(86_077), 10, Fraction(35, 1000), timing="start")
    >>> round(cost.amount)
    10000
    """
    _must_be(amount=present_value)
    return present_value / annuity_factor(years, rate, timing=timing)


def _must_be(**given: Any) -> Fraction:  # noqa: ANN401 - whatever a caller gave
    """Refuse what is no amount, number of years, rate or timing, each by its name; return the rate."""
    faults: list[Fault] = []
    rate = Fraction(0)
    for name, value in given.items():
        if name == "years":
            if type(value) is not int or not 1 <= value <= _LONGEST:
                faults.append(Fault(name, value, f"a whole number of years, 1 to {_LONGEST}"))
        elif name == "timing":
            if value not in _TIMINGS:
                faults.append(Fault(name, value, '"start" or "end"'))
        elif name == "rate":
            held = as_exact(value)
            if type(held) is not Fraction or held <= -1:
                faults.append(Fault(name, value, "an exact number above -1, such as Fraction(7, 100)"))
            else:
                rate = held
        elif type(value) not in {Money, Fraction, int}:
            faults.append(Fault(name, value, "Money or an exact number"))
    if faults:
        raise MalformedError("present value", tuple(faults))
    return rate

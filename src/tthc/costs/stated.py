"""Figures as somebody else printed them, with what they are said to be made of: what `audit` checks.

A figure is printed to some digits. An `int` stands for a whole number where it is a result (737 may be 736.9) and for
itself where it is one of the parts; a `Decimal` brings the digits it is written with; a `Fraction` is exact; `Stated`
says it outright, such as `Stated(-179_000, digits=-3)` for 179 thousand.
"""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeAlias, cast, final

import attrs

from tthc._record import check
from tthc.costs.amounts import as_exact
from tthc.errors import Fault
from tthc.exact import Rounding, format_number, round_to
from tthc.findings import Lang

__all__ = [
    "Stated",
    "StatedPercent",
    "StatedProduct",
    "StatedRate",
    "StatedReform",
    "StatedSum",
    "StatedWork",
    "Statement",
]

_MOST = 30


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen
class Stated:
    """A printed figure (số liệu công bố) and the decimal places it is printed to; `None` for an exact one.

    >>> Stated(7_259_000, -3).fits(Fraction(7_258_600))
    True
    """

    value: Fraction = attrs.field(converter=as_exact)
    digits: int | None = None

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        if self.digits is None:
            return
        if not -_MOST <= self.digits <= _MOST:
            yield Fault("digits", self.digits, f"decimal places from -{_MOST} to {_MOST}")
        elif round_to(self.value, self.digits) != self.value:
            yield Fault("value", self.value, f"a number of {self.digits} decimal places")

    @property
    def slack(self) -> Fraction:
        """How far the exact figure may lie from the printed one: half a unit of the last digit."""
        return Fraction(0) if self.digits is None else Fraction(10) ** -self.digits / 2

    def fits(self, exact: Fraction, mode: Rounding = "half_up") -> bool:
        """Tell whether a number, rounded as this one is printed, is this one."""
        return (exact if self.digits is None else round_to(exact, self.digits, mode)) == self.value

    def display(self, lang: Lang = "vi") -> str:
        """Write it with the digits it is printed to."""
        return format_number(self.value, None if self.digits is None else max(self.digits, 0), lang)

    def __str__(self) -> str:
        return self.display()


def _printed(value: Any) -> Any:  # noqa: ANN401 - a converter: what is no number is left for check() to name
    """Take a result: an `int` is printed to whole numbers."""
    return Stated(Fraction(value), 0) if type(value) is int else _given(value)


def _given(value: Any) -> Any:  # noqa: ANN401 - as above
    """Take a part: an `int` is exact, a `Decimal` is printed to its digits."""
    number = as_exact(value)
    if type(number) is not Fraction:
        return value
    if type(value) is Decimal:
        return Stated(number, -cast("int", value.as_tuple().exponent))
    return Stated(number)


def _all_given(values: Any) -> Any:  # noqa: ANN401 - as above
    return tuple(_given(value) for value in cast("Iterable[Any]", values)) if type(values) is tuple else values


def _both_exact(band: Any) -> Any:  # noqa: ANN401 - as above
    return tuple(as_exact(end) for end in cast("Iterable[Any]", band)) if type(band) is tuple else band


@final
@attrs.frozen(kw_only=True)
class StatedSum:
    """Parts and the total that is printed for them (tổng và các thành phần).

    >>> StatedSum(what="chi phí", parts=(Fraction("4835.712"), Fraction("2422.5")), total=7259).total
    Stated(value=Fraction(7259, 1), digits=0)
    """

    parts: tuple[Stated, ...] = attrs.field(converter=_all_given)
    total: Stated = attrs.field(converter=_printed)
    what: str = ""

    def __attrs_post_init__(self) -> None:
        check(self)


@final
@attrs.frozen(kw_only=True)
class StatedProduct:
    """Factors and the product that is printed for them: cases × hours × rate (phép nhân)."""

    factors: tuple[Stated, ...] = attrs.field(converter=_all_given)
    product: Stated = attrs.field(converter=_printed)
    what: str = ""

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        if not 2 <= len(self.factors) <= 8:
            yield Fault("factors", len(self.factors), "2 to 8 factors")


@final
@attrs.frozen(kw_only=True)
class StatedPercent:
    """A part, a whole and the percentage that is printed for them (tỷ lệ phần trăm)."""

    part: Stated = attrs.field(converter=_given)
    whole: Stated = attrs.field(converter=_given)
    percent: Stated = attrs.field(converter=_printed)
    what: str = ""

    def __attrs_post_init__(self) -> None:
        check(self)


@final
@attrs.frozen(kw_only=True)
class StatedWork:
    """One amount of work in two units or more (thời gian ghi bằng nhiều đơn vị): minutes, hours, person-days.

    Person-days need to be told how many hours a day has: 8 hours are 480 minutes.
    """

    minutes: Stated | None = attrs.field(default=None, converter=_printed)
    hours: Stated | None = attrs.field(default=None, converter=_printed)
    person_days: Stated | None = attrs.field(default=None, converter=_printed)
    hours_per_day: Fraction | None = attrs.field(default=None, converter=as_exact)
    what: str = ""

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        if (self.minutes, self.hours, self.person_days).count(None) > 1:
            yield Fault("minutes", self.minutes, "the work in two units at least")
        if self.person_days is not None and self.hours_per_day is None:
            yield Fault("hours_per_day", None, "the hours of a person-day")
        if self.hours_per_day is not None and self.hours_per_day <= 0:
            yield Fault("hours_per_day", self.hours_per_day, "more than 0")


@final
@attrs.frozen(kw_only=True)
class StatedRate:
    """The price of an hour and what it is said to be made of (đơn giá một giờ).

    `yearly` over `hours_per_year`; `base` × `multiplier`; `amount` over `hours`, which shall lie in a `band`.
    """

    hourly: Stated | None = attrs.field(default=None, converter=_printed)
    yearly: Stated | None = attrs.field(default=None, converter=_printed)
    hours_per_year: Fraction | None = attrs.field(default=None, converter=as_exact)
    base: Stated | None = attrs.field(default=None, converter=_given)
    multiplier: Stated | None = attrs.field(default=None, converter=_given)
    amount: Stated | None = attrs.field(default=None, converter=_given)
    hours: Stated | None = attrs.field(default=None, converter=_given)
    band: tuple[Fraction, Fraction] | None = attrs.field(default=None, converter=_both_exact)
    what: str = ""

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        if (self.yearly or self.base or self.multiplier) and self.hourly is None:
            yield Fault("hourly", None, "the price of an hour")
        for one, other in (("base", "multiplier"), ("amount", "hours")):
            if (getattr(self, one) is None) != (getattr(self, other) is None):
                yield Fault(other, getattr(self, other), f"a number beside {one}, and only beside it")
        if self.hours is not None and self.hours.value <= 0:
            yield Fault("hours", self.hours, "more than 0")
        if self.hourly is not None and self.hourly.value <= 0:
            yield Fault("hourly", self.hourly, "more than 0")
        if self.band is not None and (self.band[0] > self.band[1] or (self.hourly is None and self.amount is None)):
            yield Fault("band", self.band, "a low and a high end, beside a price of an hour or an amount and hours")


@final
@attrs.frozen(kw_only=True)
class StatedReform:
    """What is assumed of a reform (giả định của phương án): uptake, frequency, length of an act, one-off cost saved."""

    uptake: Stated | None = attrs.field(default=None, converter=_given)
    times_per_year: Stated | None = attrs.field(default=None, converter=_given)
    hours_per_act: Stated | None = attrs.field(default=None, converter=_given)
    one_off_saved: Stated | None = attrs.field(default=None, converter=_given)
    what: str = ""

    def __attrs_post_init__(self) -> None:
        check(self)


Statement: TypeAlias = StatedSum | StatedProduct | StatedPercent | StatedWork | StatedRate | StatedReform
"""Anything that was printed and can be checked by itself."""

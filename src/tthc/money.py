"""`Money`: an exact amount in one currency; two currencies never mix."""

import functools
from collections.abc import Iterable
from fractions import Fraction
from typing import Literal, final

import attrs

from tthc._record import check
from tthc.errors import Fault
from tthc.exact import format_number

__all__ = ["Money"]


def __dir__() -> list[str]:
    return __all__


def _whole(amount: int | Fraction) -> Fraction:
    return Fraction(amount) if type(amount) is int else amount  # type: ignore[return-value]  # check() refuses the rest


@final
@functools.total_ordering
@attrs.frozen(repr=False, order=False)
class Money:
    """An exact amount of money and its ISO 4217 currency code (số tiền).

    `sum()` works, because `0 + Money` is that money. Adding or comparing two currencies raises `TypeError`.

    >>> sum([Money(25_000), Money(50_000)])
    Money(75000)
    >>> print(Money(25_000)); print(Money(Fraction(3, 2), "USD"))
    25.000 đồng
    1,5 USD
    """

    amount: Fraction = attrs.field(converter=_whole)
    currency: str = "VND"

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        code = self.currency
        if not (len(code) == 3 and code.isascii() and code.isalpha() and code.isupper()):
            yield Fault("currency", code, "an ISO 4217 code of three capital letters")

    def __repr__(self) -> str:
        amount = str(self.amount.numerator) if self.amount.denominator == 1 else repr(self.amount)
        return f"Money({amount})" if self.currency == "VND" else f"Money({amount}, {self.currency!r})"

    def __str__(self) -> str:
        return self.display()

    def display(self, lang: Literal["vi", "en"] = "vi") -> str:
        """Write the amount for people: `25.000 đồng` in Vietnamese, `25,000 VND` in English."""
        number = format_number(self.amount, lang=lang)
        return f"{number} đồng" if (self.currency, lang) == ("VND", "vi") else f"{number} {self.currency}"

    def _same(self, other: "Money") -> None:
        if other.currency != self.currency:
            msg = f"cannot combine {self.currency} with {other.currency}"
            raise TypeError(msg)

    def __add__(self, other: object) -> "Money":
        if isinstance(other, Money):
            self._same(other)
            return Money(self.amount + other.amount, self.currency)
        if type(other) is int and other == 0:
            return self
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other: object) -> "Money":
        if isinstance(other, Money):
            self._same(other)
            return Money(self.amount - other.amount, self.currency)
        return NotImplemented

    def __neg__(self) -> "Money":
        return Money(-self.amount, self.currency)

    def __mul__(self, other: object) -> "Money":
        if type(other) is int or type(other) is Fraction:
            return Money(self.amount * other, self.currency)
        return NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, other: int | Fraction) -> "Money":
        if type(other) is int or type(other) is Fraction:
            return Money(self.amount / other, self.currency)
        return NotImplemented

    def __lt__(self, other: object) -> bool:
        if isinstance(other, Money):
            self._same(other)
            return self.amount < other.amount
        return NotImplemented

    def __bool__(self) -> bool:
        return self.amount != 0

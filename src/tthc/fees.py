"""`Fee`: what must be paid for a procedure (phí, lệ phí, giá, thuế), read from the cells of records.

A record states a fee as an amount and a free description. `Fee.parse` reads one statement; `parse_fees` reads a whole
entry, which may hold several fees and, in its description, a level that holds only for a time. Amounts are never
corrected: "50 VNĐ" stays 50 đồng, whatever its description says.
"""

import datetime as dt
import sys
from collections.abc import Iterable
from fractions import Fraction
from typing import Literal, final

import attrs

from tthc._fee_amounts import (
    FIRST_DAY,
    LAST_DAY,
    amounts_in,
    is_per,
    leading_per,
    levels,
    own_period,
    period_of,
    same_level,
)
from tthc._fee_grammar import FeeCategory, FeeKind, cells, not_stated, read
from tthc._record import check
from tthc.dated import Interval
from tthc.errors import Fault, MalformedError, ParseError
from tthc.exact import format_number
from tthc.identifiers._given import readable, text_of
from tthc.money import Money
from tthc.numerals import write_number
from tthc.text import Unparsed

__all__ = ["Fee", "FeeCategory", "FeeKind", "amounts_in", "parse_fees"]

_WHAT = "fee"
_LONGEST = 100_000
_LONGEST_NOTE = 99_000
_BELOW = 10**15
_SMALLEST = 10**6  # six decimals
_SHARE = 10**12

_NO_AMOUNT = {
    "free": ("Miễn phí", "free of charge"),
    "delegated": ("Theo quy định", "as set by another authority"),
    "not_fixed": ("Không quy định", "not fixed"),
}
_FIELDS = {"amount": ("amount",), "at_most": ("amount",), "range": ("amount", "at_least"), "rate": ("rate",)}
_CATEGORIES = {"phí": ("Phí", "fee"), "lệ phí": ("Lệ phí", "charge"), "giá": ("Giá", "price"), "thuế": ("Thuế", "tax")}


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen(kw_only=True, repr=False)
class Fee:
    """A fee (phí, lệ phí): `kind` says which of the fields below it has.

    - "amount", "at_most" (tối đa): `amount`, above 0. "range": from `at_least` to `amount`.
    - "rate": `rate`, a share of what the note names (`Fraction(1, 1000)` for 0,1 %).
    - "free" (miễn phí), "not_fixed" (không quy định), "delegated": set elsewhere, by a circular or a people's council.

    An amount or rate may be counted `per` something ("bản sao", "hồ sơ"). `currency_stated` is `False` where the record
    gives a bare number; it is taken for đồng. `category` is what the record calls it, `validity` the days for which it
    says that the level holds, `note` what was not interpreted, word for word, dates included.

    >>> fee = Fee.parse("Lệ phí: 8.000 đồng/bản sao")
    >>> fee
    Fee(kind='amount', amount=Money(8000), per='bản sao', category='lệ phí')
    >>> print(Fee(kind="range", at_least=Money(5, "USD"), amount=Money(10, "USD"), per="người"))
    từ 5 USD đến 10 USD/người
    """

    kind: FeeKind
    amount: Money | None = None
    at_least: Money | None = None
    rate: Fraction | None = None
    per: str | None = None
    currency_stated: bool = True
    category: FeeCategory | None = None
    validity: Interval | None = None
    note: str = ""
    repairs: tuple[str, ...] = attrs.field(default=(), eq=False)

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        wanted = _FIELDS.get(self.kind, ())
        for field, held in (("amount", self.amount), ("at_least", self.at_least), ("rate", self.rate)):
            if (held is None) == (field in wanted):
                yield Fault(field, held, f'{"a value" if held is None else "nothing"} beside kind="{self.kind}"')
            elif held is not None and not _writable(held):
                yield Fault(field, held, "0 or more, below 10^15, at most 6 decimals (a rate: 12 digits)")
        yield from self._amount_faults()
        if self.per is not None and not (wanted and is_per(self.per)):
            yield Fault("per", self.per, "words without marks, number in front or blanks around, beside an amount")
        if self.validity is not None and not _writable_days(self.validity):
            yield Fault("validity", self.validity, "an interval with an end, in the years 1900 to 2999")
        if self.note and (self.note != self.note.strip() or len(self.note) > _LONGEST_NOTE):
            yield Fault("note", self.note, f"text without blanks around it, at most {_LONGEST_NOTE} characters")

    def _amount_faults(self) -> Iterable[Fault]:
        amount, low = self.amount, self.at_least
        if amount is not None and amount.amount.numerator <= 0:
            yield Fault("amount", amount, 'more than 0; without charge is kind="free"')
        if amount is not None and low is not None and (low.currency != amount.currency or low.amount > amount.amount):
            yield Fault("at_least", low, f"the same currency, at most the amount ({amount})")
        if not self.currency_stated:
            whole = all(money is None or money.amount.denominator == 1 for money in (amount, low))
            if amount is None or amount.currency != "VND" or not whole:
                yield Fault("currency_stated", False, "whole đồng where no currency is stated")  # noqa: FBT003

    @classmethod
    def parse(cls, text: str) -> "Fee":
        """Read one fee as records write it; what follows it goes to `note`, and a period of days sets `validity`.

        Text that states nothing ("", "-", "Không có thông tin") is refused, as is a label without a number
        ("Phí : Đồng"), an exemption for some only, and a number whose marks can be read in two ways.

        >>> Fee.parse("25.000đ/tem (áp dụng đến hết ngày 31/12/2026)").validity.last_day
        datetime.date(2026, 12, 31)
        >>> Fee.parse("Phí : Đồng")
        Traceback (most recent call last):
        ...
        tthc.errors.ParseError: fee: expected an amount, 'miễn phí', or who sets the level: 'Phí : Đồng' (position 6)
        """
        given = text_of(text, _WHAT, _LONGEST)
        parts = read(given, _WHAT)
        try:
            return cls(**parts._asdict())
        except MalformedError as error:
            raise ParseError(given, f"{_WHAT}: {error.faults[0]}", 0) from None

    @classmethod
    def is_valid(cls, value: object) -> bool:
        """Tell whether `value` is a text that `parse` reads; never raises."""
        return readable(cls.parse, value)

    def display(self, lang: Literal["vi", "en"] = "vi") -> str:
        """Say the fee, without its note, in Vietnamese or English.

        >>> Fee(kind="at_most", amount=Money(200_000), per="bản", category="phí").display("en")
        'fee: at most 200,000 VND/bản'
        """
        head = self._head(lang)
        if self.validity is None:
            return head
        if lang == "vi":
            return f"{head} {_days(self.validity)}"
        first, last = self.validity.since, self.validity.last_day
        days = [f"from {first}"] * (first is not None) + [f"through {last}"] * (last is not None)
        return f"{head} ({' '.join(days)})"

    def _head(self, lang: Literal["vi", "en"]) -> str:
        english = lang == "en"
        label = "" if self.category is None else f"{_CATEGORIES[self.category][english]}: "
        per = "" if self.per is None else f"/{self.per}"
        if self.rate is not None:
            share = self.rate * 100
            number = format_number(share, lang="en") if english else write_number(share, grouped=False)
            return f"{label}{number}%{per}"
        if self.amount is None:
            return label + _NO_AMOUNT[self.kind][english]
        amount = self._money(self.amount, lang)
        if self.at_least is not None:
            low = self._money(self.at_least, lang)
            amount = f"from {low} to {amount}" if english else f"từ {low} đến {amount}"
        bound = ("at most " if english else "tối đa ") if self.kind == "at_most" else ""
        return label + bound + amount + per

    def _money(self, money: Money, lang: Literal["vi", "en"]) -> str:
        number = write_number(money.amount) if lang == "vi" else format_number(money.amount, lang="en")
        unit = "đồng" if (money.currency, lang) == ("VND", "vi") else money.currency
        return f"{number} {unit}" if self.currency_stated else number

    def __str__(self) -> str:
        head = self._head("vi")
        if self.validity != period_of(self.note, self.amount):  # else the note says it
            head += " (không thời hạn)" if self.validity is None else f" {_days(self.validity)}"
        elif self.kind == "delegated" and _reads_back(self.note):
            return head.removesuffix(_NO_AMOUNT["delegated"][0]) + self.note
        return f"{head}; {self.note}" if self.note else head

    def __repr__(self) -> str:
        fields = [(f.name, getattr(self, f.name), f.default) for f in attrs.fields(Fee) if f.eq]
        return f"Fee({', '.join(f'{name}={value!r}' for name, value, usual in fields if value != usual)})"


def _writable(value: Money | Fraction) -> bool:
    """Tell whether `str` can write a value in digits that `parse` reads back."""
    if type(value) is Money:
        above, below = value.amount.as_integer_ratio()
        return 0 <= above < _BELOW * below and _SMALLEST % below == 0
    share = value * 100
    return 0 <= share.numerator < _SHARE > share.denominator


def _writable_days(days: Interval) -> bool:
    if days.until is not None and not FIRST_DAY < days.until <= LAST_DAY + dt.timedelta(days=1):
        return False
    return days != Interval() and (days.since is None or FIRST_DAY <= days.since <= LAST_DAY)


def _days(days: Interval) -> str:
    return f"({days})"


def _reads_back(note: str) -> bool:
    """Tell whether a note says by itself that the level is set elsewhere."""
    try:
        parts = read(note, _WHAT)
    except ParseError:
        return False
    return parts.kind == "delegated" and parts.category is None and parts.note == note


def parse_fees(amount: str, description: str = "") -> tuple[Fee | Unparsed, ...]:
    """Read one fee entry of a record: the amount cell and the free description beside it.

    A cell may state several fees, as those of the .doc export and of the 2021 portal do. The description goes to the
    note of the first; it may also say what that fee is counted per, and for which days it holds. A sentence of it that
    states *another* amount with its own period and no condition becomes a fee of its own. What cannot be read is
    `Unparsed`; a cell that states nothing gives `()`, unless the description states a fee by itself.

    >>> half = "Thu 25.000 đồng/hồ sơ từ ngày 01/7/2025 đến hết ngày 31/12/2026"
    >>> full, reduced = parse_fees("50,000 VNĐ", half)
    >>> full.amount, full.validity, reduced.amount, reduced.per, str(reduced.validity)
    (Money(50000), None, Money(25000), 'hồ sơ', 'từ 01/07/2025 đến hết 31/12/2026')
    >>> parse_fees("Phí: 150.000 ĐồngXem chi tiết Lệ phí: ĐồngXem chi tiết")
    (Fee(kind='amount', amount=Money(150000), category='phí'), Unparsed(text='Lệ phí: Đồng'))
    """
    cell, said = (text_of(text, _WHAT, sys.maxsize).strip() for text in (amount, description))
    if not_stated(said):
        said = ""
    if not_stated(cell):
        cell, said = said, ""
    found: list[Fee | Unparsed] = []
    for text in cells(cell):
        found += _entry(text, said)
        said = ""
    return tuple(found)


def _entry(text: str, said: str) -> list[Fee | Unparsed]:
    """Read one fee with the description beside it, and the dated levels that the description adds."""
    try:
        fee = Fee.parse(text)
        note = "; ".join(filter(None, (fee.note, said)))
        found = levels(note)
        fee = attrs.evolve(fee, note=note, validity=fee.validity or own_period(found, fee.amount))
    except (ParseError, MalformedError):
        return [Unparsed("; ".join(filter(None, (text, said))))]
    per = fee.per
    if fee.amount is not None and per is None:
        counted = (by for level in found for money, by in level.amounts if by and same_level(money, fee.amount))
        per = leading_per(said) or next(counted, None)
    entry: list[Fee | Unparsed] = [attrs.evolve(fee, per=per)]
    for level in found:
        if level.period is None or not level.plain or len({money for money, _ in level.amounts}) != 1:
            continue
        money, by = level.amounts[0]
        if money.amount and _writable(money) and not same_level(money, fee.amount):
            other = Fee(
                kind="amount", amount=money, per=by, category=fee.category, validity=level.period, note=level.text
            )
            entry.append(other)
    return entry

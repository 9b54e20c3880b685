"""The checks of printed figures: whether each follows from what it is said to be made of."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import combinations
from math import prod
from typing import cast

from tthc.costs import _audit_messages as say
from tthc.costs.stated import (
    Stated,
    StatedPercent,
    StatedProduct,
    StatedRate,
    StatedReform,
    StatedSum,
    StatedWork,
    Statement,
)
from tthc.exact import Rounding, format_number, percent, round_to
from tthc.findings import Finding, Message, Param, Severity, both

__all__ = ["MOST_HOURS", "MOST_TIMES", "figure", "findings_of", "named"]

MOST_TIMES = 365
MOST_HOURS = 24
_OTHER: tuple[tuple[Rounding, tuple[str, str], Severity], ...] = (
    ("half_even", ("làm tròn nửa về số chẵn", "a half is rounded to even"), Severity.INFO),
    ("down", ("cắt bỏ phần lẻ", "truncated"), Severity.INFO),
    ("up", ("làm tròn lên", "rounded up"), Severity.WARNING),
)
_PLACES = range(4)


def __dir__() -> list[str]:
    return __all__


def figure(value: Fraction | Stated, digits: int | None = None) -> tuple[str, str]:
    """Write a number for a message; a computed one to as many digits as needed, six places at most."""
    if isinstance(value, Stated):
        return both(value.display)
    places = next((n for n in range(7) if (value * 10**n).denominator == 1), 6) if digits is None else digits
    return both(lambda lang: format_number(value, places, lang))


def named(message: Message, severity: Severity, field: str, subject: str, /, **params: Param) -> Finding:
    """Make a finding about a field of what is named."""
    return Finding(message=message, severity=severity, path=(field,), params=params, subject=subject)


def findings_of(statement: Statement) -> Iterator[Finding]:
    """Yield what is wrong with one statement."""
    yield from cast("Callable[[Statement], Iterator[Finding]]", _CHECKS[type(statement)])(statement)


def _rounding(stated: Stated, right: Fraction) -> tuple[tuple[str, str], Severity] | None:
    """Return the rounding, other than half up, by which a printed figure fits: its words and how much it weighs."""
    return next(((words, weight) for mode, words, weight in _OTHER if stated.fits(right, mode)), None)


def _sum(one: StatedSum) -> Iterator[Finding]:
    right = sum((part.value for part in one.parts), Fraction(0))
    total = one.total
    if total.fits(right):
        return
    shown = {"stated": figure(total), "right": figure(right)}
    slack = sum((part.slack for part in one.parts), total.slack)
    rounded = total.digits is not None and total.value == sum(round_to(part.value, total.digits) for part in one.parts)
    if rounded or (slack > total.slack and abs(right - total.value) <= slack):
        yield named(say.ROUNDED_SUM, Severity.WARNING, "total", one.what, **shown)
    elif other := _rounding(total, right):
        yield named(say.ROUNDING, other[1], "total", one.what, rounding=other[0], **shown)
    else:
        yield named(say.SUM, Severity.ERROR, "total", one.what, gap=figure(total.value - right), **shown)


def _percent(one: StatedPercent) -> Iterator[Finding]:
    shown: dict[str, Param] = {"stated": figure(one.percent), "part": figure(one.part), "whole": figure(one.whole)}
    if not one.whole.value:
        undefined = ("không xác định", "undefined")
        yield named(say.PERCENT, Severity.ERROR, "percent", one.what, right=undefined, **shown)
        return
    right = percent(one.part.value, one.whole.value)
    if one.percent.fits(right):
        return
    shown["right"] = tuple(f"{text} %" for text in figure(right, 4))  # type: ignore[assignment]  # two of them
    if other := _rounding(one.percent, right):
        yield named(say.PERCENT_ROUNDING, other[1], "percent", one.what, rounding=other[0], **shown)
    else:
        yield named(say.PERCENT, Severity.ERROR, "percent", one.what, **shown)


def _product(one: StatedProduct) -> Iterator[Finding]:
    right = prod((factor.value for factor in one.factors), start=Fraction(1))
    if one.product.fits(right):
        return
    factors = both(lambda lang: " × ".join(format_number(f.value, None, lang) for f in one.factors))
    shown: dict[str, Param] = {"stated": figure(one.product), "factors": factors, "right": figure(right)}
    if rounded := _rounded_factor(one):
        yield named(say.ROUNDED_FACTOR, Severity.ERROR, "product", one.what, rounded=rounded, **shown)
    elif other := _rounding(one.product, right):
        del shown["factors"]
        yield named(say.ROUNDING, other[1], "product", one.what, rounding=other[0], **shown)
    else:
        yield named(say.PRODUCT, Severity.ERROR, "product", one.what, **shown)


def _rounded_factor(one: StatedProduct) -> tuple[str, str] | None:
    """Return the rounded figure that explains a product: a factor printed rounded, or some of them rounded first."""
    values = [factor.value for factor in one.factors]
    for i, factor in enumerate(one.factors):
        rest = abs(prod((v for j, v in enumerate(values) if j != i), start=Fraction(1)))
        gap = abs(one.product.value - prod(values, start=Fraction(1)))
        if factor.slack and gap <= factor.slack * rest + one.product.slack:
            return figure(factor)
    for size in range(2, len(values)):
        for chosen in combinations(range(len(values)), size):
            unit = prod((values[i] for i in chosen), start=Fraction(1))
            rest = prod((v for i, v in enumerate(values) if i not in chosen), start=Fraction(1))
            for places in _PLACES:
                rounded = round_to(unit, places)
                if rounded not in {unit, 0} and one.product.fits(rounded * rest):
                    return figure(Stated(rounded, places))
    return None


def _work(one: StatedWork) -> Iterator[Finding]:
    minutes_per_day = None if one.hours_per_day is None else one.hours_per_day * 60
    units = (
        ("minutes", one.minutes, Fraction(1), ("phút", "minutes")),
        ("hours", one.hours, Fraction(60), ("giờ", "hours")),
        ("person_days", one.person_days, minutes_per_day or Fraction(1), ("ngày công", "person-days")),
    )
    held = [(name, stated, scale, words) for name, stated, scale, words in units if stated is not None]
    _, first, scale, words = held[0]
    for other, second, other_scale, other_words in held[1:]:
        low, high = ((first.value + side * first.slack) * scale / other_scale for side in (-1, 1))
        if low - second.slack <= second.value <= high + second.slack:
            continue
        right = first.value * scale / other_scale
        yield named(
            say.WORK,
            Severity.ERROR,
            other,
            one.what,
            first=_with(first, words),
            second=_with(second, other_words),
            right=_with(Stated(round_to(right, 4)), other_words),
        )


def _with(value: Stated, words: tuple[str, str]) -> tuple[str, str]:
    return f"{value.display('vi')} {words[0]}", f"{value.display('en')} {words[1]}"


def _rate(one: StatedRate) -> Iterator[Finding]:
    hourly, yearly = one.hourly, one.yearly
    if hourly is not None and yearly is not None:
        shown = {"stated": figure(yearly), "hourly": figure(hourly)}
        if one.hours_per_year is None:
            implied = figure(yearly.value / hourly.value, 1)
            yield named(say.NO_HOURS, Severity.WARNING, "hours_per_year", one.what, implied=implied, **shown)
        else:
            right = hourly.value * one.hours_per_year
            if not yearly.fits(right):
                hours = figure(one.hours_per_year)
                yield named(say.YEARLY, Severity.ERROR, "yearly", one.what, hours=hours, right=figure(right), **shown)
    if hourly is not None and one.base is not None and one.multiplier is not None:
        right = one.base.value * one.multiplier.value
        if not hourly.fits(right):
            yield named(
                say.MULTIPLIER,
                Severity.ERROR,
                "hourly",
                one.what,
                stated=figure(hourly),
                base=figure(one.base),
                multiplier=figure(one.multiplier),
                right=figure(right),
            )
    if one.band is not None:
        amount, hours_ = one.amount, one.hours
        implied_ = amount.value / hours_.value if amount and hours_ else cast("Stated", hourly).value
        yield from band_findings(implied_, one.band, "band", one.what)


def band_findings(implied: Fraction, band: tuple[Fraction, Fraction], field: str, what: str) -> Iterator[Finding]:
    """Yield a finding where the price of an hour lies outside a band."""
    low, high = band
    if not low <= implied <= high:
        shown = {"implied": figure(implied, 2), "low": figure(low), "high": figure(high)}
        yield named(say.BAND, Severity.WARNING, field, what, **shown)


def _reform(one: StatedReform) -> Iterator[Finding]:
    for field, message, severity, most in (
        ("uptake", say.UPTAKE, Severity.ERROR, 1),
        ("times_per_year", say.FREQUENCY, Severity.WARNING, MOST_TIMES),
        ("hours_per_act", say.LONG_ACT, Severity.WARNING, MOST_HOURS),
    ):
        stated = cast("Stated | None", getattr(one, field))
        if stated is not None and (stated.value > most or (field == "uptake" and stated.value < 0)):
            yield named(message, severity, field, one.what, stated=figure(stated))
    if one.one_off_saved is not None and one.one_off_saved.value:
        yield named(say.SUNK, Severity.WARNING, "one_off_saved", one.what, amount=figure(one.one_off_saved))


_CHECKS: dict[type, object] = {
    StatedSum: _sum,
    StatedPercent: _percent,
    StatedProduct: _product,
    StatedWork: _work,
    StatedRate: _rate,
    StatedReform: _reform,
}

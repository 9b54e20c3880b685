"""Exact arithmetic against a second way of doing the same."""

import decimal
from decimal import Decimal
from fractions import Fraction
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from tthc.errors import ParseError
from tthc.exact import (
    Rounding,
    common_denominator,
    exact,
    format_number,
    largest_remainder,
    parse_plain,
    percent,
    round_to,
)

MODES: tuple[Rounding, ...] = get_args(Rounding)
DECIMAL = {
    "half_up": decimal.ROUND_HALF_UP,
    "half_even": decimal.ROUND_HALF_EVEN,
    "down": decimal.ROUND_DOWN,
    "up": decimal.ROUND_UP,
    "floor": decimal.ROUND_FLOOR,
    "ceiling": decimal.ROUND_CEILING,
}
DIGITS = st.integers(-6, 6)
TIES = st.builds(lambda n, d: Fraction(2 * n + 1, 2) / Fraction(10) ** d, st.integers(-50, 50), DIGITS)
NUMBERS = st.fractions(max_denominator=1000) | TIES | st.integers(-(10**9), 10**9).map(Fraction)
FINITE = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=8)
BROKEN_CONTEXT = decimal.Context(prec=1, rounding=decimal.ROUND_UP, traps=[decimal.Inexact, decimal.Rounded])


def test_every_mode_has_its_oracle() -> None:
    assert set(MODES) == set(DECIMAL)


@given(FINITE, DIGITS, st.sampled_from(MODES))
def test_round_to_agrees_with_decimal(value: Decimal, digits: int, mode: Rounding) -> None:
    with decimal.localcontext(prec=60):
        expected = Fraction(value.quantize(Decimal((0, (1,), -digits)), rounding=DECIMAL[mode]))
    with decimal.localcontext(BROKEN_CONTEXT):
        assert round_to(exact(value), digits, mode) == expected


@given(NUMBERS, DIGITS, st.sampled_from(MODES))
def test_round_to_agrees_with_whole_numbers(value: Fraction, digits: int, mode: Rounding) -> None:
    """Compare with rounding by `divmod` of numerator and denominator, the sign apart."""
    top = value.numerator * 10 ** max(digits, 0)
    bottom = value.denominator * 10 ** max(-digits, 0)
    size, rest = divmod(abs(top), bottom)
    away = {
        "down": False,
        "up": rest > 0,
        "floor": rest > 0 > top,
        "ceiling": rest > 0 and top > 0,
        "half_up": 2 * rest >= bottom,
        "half_even": 2 * rest > bottom or (2 * rest == bottom and size % 2 == 1),
    }[mode]
    expected = Fraction((size + away) * (-1 if top < 0 else 1)) / Fraction(10) ** digits
    assert round_to(value, digits, mode) == expected


@given(st.lists(NUMBERS, max_size=12), DIGITS)
def test_printed_parts_add_up_to_the_printed_total(parts: list[Fraction], digits: int) -> None:
    unit = Fraction(1) / Fraction(10) ** digits
    rounded = largest_remainder(parts, digits)
    assert len(rounded) == len(parts)
    assert sum(rounded, Fraction(0)) == round_to(sum(parts, Fraction(0)), digits)
    for part, shown in zip(parts, rounded, strict=True):
        assert abs(part - shown) < unit
        assert (shown / unit).denominator == 1
    remainders = [(shown > part, part % unit) for part, shown in zip(parts, rounded, strict=True)]
    raised = [rest for up, rest in remainders if up]
    kept = [rest for up, rest in remainders if not up]
    assert not raised or min(raised) >= max(kept, default=Fraction(0))


@given(st.lists(st.sampled_from([Fraction(1, 2), Fraction(-1, 2), Fraction(1, 3), Fraction(0)]), max_size=10))
def test_a_tie_goes_to_the_earlier_part(parts: list[Fraction]) -> None:
    raised = [shown > part for part, shown in zip(parts, largest_remainder(parts), strict=True)]
    for value in set(parts):
        marks = [mark for part, mark in zip(parts, raised, strict=True) if part == value]
        assert marks == sorted(marks, reverse=True)


@given(st.lists(NUMBERS, max_size=8))
def test_a_common_denominator_is_the_least(values: list[Fraction]) -> None:
    scale, scaled = common_denominator(values)
    assert [Fraction(n, scale) for n in scaled] == values
    assert all(any((value * smaller).denominator != 1 for value in values) for smaller in range(1, min(scale, 50)))


@given(NUMBERS, NUMBERS.filter(bool))
def test_percent_of(part: Fraction, whole: Fraction) -> None:
    assert percent(part, whole) * whole == part * 100


@given(st.integers(-(10**39), 10**39), st.integers(0, 39))
def test_what_programs_write_is_read(whole: int, places: int) -> None:
    number = Fraction(whole, 10**places)
    assert parse_plain(str(whole)) == whole
    assert parse_plain(f"{Decimal((int(whole < 0), tuple(map(int, str(abs(whole)))), -places)):f}") == number
    assert parse_plain(f"{whole}/7") == Fraction(whole, 7)


@given(st.text(st.sampled_from("0123456789+-./e _,١"), max_size=12) | st.text())
def test_parse_plain_reads_or_refuses(text: str) -> None:
    try:
        number = parse_plain(text)
    except ParseError:
        return
    assert number == Fraction(text)


@given(NUMBERS, st.integers(0, 6))
def test_a_written_number_reads_back(value: Fraction, digits: int) -> None:
    vi, en = format_number(value, digits), format_number(value, digits, "en")
    assert Fraction(en.replace(",", "")) == Fraction(vi.replace(".", "").replace(",", ".")) == round_to(value, digits)
    whole = format_number(value, None, "en")
    assert Fraction(whole.replace(",", "")) == value

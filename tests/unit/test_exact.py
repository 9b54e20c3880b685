"""Exact numbers: what is refused, what is read, how it is rounded and written."""

import decimal
import time
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

import pytest

from tthc import exact as module
from tthc.errors import ParseError
from tthc.exact import (
    common_denominator,
    exact,
    format_number,
    largest_remainder,
    parse_plain,
    percent,
    round_to,
)


def test_exact_takes_exact_numbers() -> None:
    third = Fraction(1, 3)
    assert exact(third) is third
    assert exact(3) == Fraction(3)
    assert type(exact(3)) is Fraction
    assert exact(Decimal("-0.1")) == Fraction(-1, 10)
    assert exact(Decimal("1e3")) == 1000
    with decimal.localcontext(prec=1):
        assert exact(Decimal("123.456")) == Fraction(123456, 1000)


@pytest.mark.parametrize("value", [0.5, True, "1", None, b"1", 1j, [1]])
def test_exact_refuses_other_types(value: object) -> None:
    with pytest.raises(TypeError, match="exact numbers only"):
        exact(value)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "value",
    [
        Decimal("nan"),
        Decimal("snan"),
        Decimal("inf"),
        Decimal("-inf"),
        Decimal("1e999999"),
        Decimal("1e-10001"),
        Decimal("1" * 10_001),
    ],
)
def test_exact_refuses_what_is_endless_or_too_long(value: Decimal) -> None:
    with pytest.raises(ValueError, match="expected") as caught:
        exact(value)
    assert len(str(caught.value)) < 200


def test_exact_takes_long_decimals_up_to_the_bound() -> None:
    assert exact(Decimal("1e10000")) == 10**10_000
    assert exact(Decimal("1" * 10_000)) % 10 == 1


@pytest.mark.parametrize(
    "call",
    [
        round_to,
        lambda x: percent(x, 1),
        lambda x: percent(1, x),
        lambda x: common_denominator([x]),
        lambda x: largest_remainder([1, x]),
        format_number,
    ],
)
@pytest.mark.parametrize("value", [0.5, "1e999999999", True])
def test_no_function_takes_a_float_or_a_text(call: Callable[[object], object], value: object) -> None:
    with pytest.raises(TypeError):
        call(value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0),
        ("007", 7),
        ("-12.50", Fraction(-25, 2)),
        ("+3/8", Fraction(3, 8)),
        ("-3/8", Fraction(-3, 8)),
        ("0/5", 0),
        ("-0", 0),
        ("1" * 40, int("1" * 40)),
        (f"{'1' * 40}.{'2' * 40}", Fraction(int("1" * 40 + "2" * 40), 10**40)),
    ],
)
def test_parse_plain(text: str, value: Fraction | int) -> None:
    assert parse_plain(text) == value


HOSTILE = [
    "",
    "-",
    "+",
    "--1",
    "1e3",
    "1e999999999",
    "1E-999999999",
    ".5",
    "5.",
    "1/",
    "/2",
    "1/0",
    "1/000",
    "1/-2",
    "1/2/3",
    "1.2.3",
    "1.5/2",
    "1/2.5",
    " 1",
    "1 ",
    "1\n",
    "1_000",
    "1,5",
    "nan",
    "inf",
    "Infinity",
    "0x10",
    "١٢",
    "１２",
    "²",
    "1" * 41,
    "1." + "1" * 41,
    "1" * 1_000_000,
    "1." * 500_000,
    "-" * 1_000_000,
    "1/" * 500_000,
    "\ud800",
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:12]))
def test_parse_plain_refuses_in_bounded_time(text: str) -> None:
    started = time.process_time()
    with pytest.raises(ParseError) as caught:
        parse_plain(text)
    assert time.process_time() - started < 1  # a number of a million digits would take minutes
    assert caught.value.value == text
    assert len(str(caught.value)) < 300


@pytest.mark.parametrize("value", [None, 1, 1.5, b"1", ["1"]])
def test_parse_plain_refuses_what_is_no_text(value: object) -> None:
    with pytest.raises(ParseError, match="expected text"):
        parse_plain(value)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "mode", "rounded"),
    [
        (Fraction(5, 2), "half_up", 3),
        (Fraction(-5, 2), "half_up", -3),
        (Fraction(5, 2), "half_even", 2),
        (Fraction(7, 2), "half_even", 4),
        (Fraction(-5, 2), "half_even", -2),
        (Fraction(5, 2), "down", 2),
        (Fraction(-5, 2), "down", -2),
        (Fraction(21, 10), "up", 3),
        (Fraction(-21, 10), "up", -3),
        (Fraction(-21, 10), "floor", -3),
        (Fraction(-21, 10), "ceiling", -2),
        (Fraction(21, 10), "ceiling", 3),
        (Fraction(21, 10), "floor", 2),
        (3, "up", 3),
        (-3, "down", -3),
    ],
)
def test_round_to(value: Fraction, mode: module.Rounding, rounded: int) -> None:
    assert round_to(value, mode=mode) == rounded


def test_round_to_places_before_the_point() -> None:
    assert round_to(1_235_000, -4) == 1_240_000
    assert round_to(Fraction(12345, 1000), 2) == Fraction(1235, 100)


def test_round_to_refuses_an_unknown_mode() -> None:
    with pytest.raises(ValueError, match=r"half_even.*'bankers'"):
        round_to(1, mode="bankers")  # type: ignore[arg-type]


def test_percent() -> None:
    assert percent(1, 3) == Fraction(100, 3)
    with pytest.raises(ZeroDivisionError):
        percent(1, 0)


def test_common_denominator() -> None:
    assert common_denominator([]) == (1, ())
    assert common_denominator([2, Fraction(-1, 6), Fraction(1, 4)]) == (12, (24, -2, 3))


@pytest.mark.parametrize(
    ("parts", "digits", "rounded"),
    [
        ([], 0, ()),
        ([Fraction(1, 2), Fraction(1, 2)], 0, (1, 0)),  # a tie goes to the earlier part
        ([Fraction(1, 4), Fraction(1, 2), Fraction(1, 4)], 0, (0, 1, 0)),
        ([Fraction(-1, 2), Fraction(-1, 2)], 0, (0, -1)),
        ([Fraction(-3, 2), Fraction(5, 2)], 0, (-1, 2)),
        ([149, 151], -2, (100, 200)),
        ([Fraction(1, 3)] * 3, 2, (Fraction(34, 100), Fraction(33, 100), Fraction(33, 100))),
    ],
)
def test_largest_remainder(parts: list[Fraction], digits: int, rounded: tuple[Fraction, ...]) -> None:
    assert largest_remainder(parts, digits) == rounded


@pytest.mark.parametrize(
    ("value", "digits", "vi", "en"),
    [
        (0, None, "0", "0"),
        (-1234567, None, "-1.234.567", "-1,234,567"),
        (Fraction(-1, 2), None, "-0,5", "-0.5"),
        (Fraction(1, 3), None, "1/3", "1/3"),
        (Fraction(1, 10**12), None, "0,000000000001", "0.000000000001"),
        (Fraction(1, 10**13), None, "1/10000000000000", "1/10000000000000"),
        (Fraction(-1, 1000), 2, "0,00", "0.00"),
        (Fraction(12345, 10), 0, "1.235", "1,235"),
        (5, 2, "5,00", "5.00"),
        (1_234_567, -3, "1.235.000", "1,235,000"),
    ],
)
def test_format_number(value: Fraction, digits: int | None, vi: str, en: str) -> None:
    assert format_number(value, digits) == vi
    assert format_number(value, digits, "en") == en


def test_module_lists_its_names() -> None:
    assert dir(module) == module.__all__ == sorted(module.__all__)

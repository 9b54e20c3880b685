"""Numbers as Vietnamese records write them."""

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc.errors import ParseError
from tthc.numerals import WORDS, parse_decimal, parse_number, parse_words, write_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0),
        ("007", 7),
        ("1200000", 1_200_000),
        ("1.200.000", 1_200_000),
        ("1,200,000", 1_200_000),
        ("1.000", 1000),
        ("1,5", Fraction(3, 2)),
        ("1.5", Fraction(3, 2)),
        ("0,125", Fraction(1, 8)),
        ("0.000", 0),
        ("12,1250", Fraction(97, 8)),
        ("1.234.567,5", Fraction(2469135, 2)),
        ("1,234,567.5", Fraction(2469135, 2)),
        ("1.234,567", Fraction(1234567, 1000)),
    ],
)
def test_marks_part_thousands_or_decimals(text: str, value: Fraction) -> None:
    assert parse_number(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "", "-1", "+1", "1e9", "1_000", "١", "1.", ".5", "1..2", "1.23.4", "1234.567", "1234,567", "1100,000",
        "01.000", "1.2.3", "1.000.00", "1,2.3", "1.000,000,000", "1.000,5.5", " 1", "1 ", "9" * 41,
    ],
)  # fmt: skip
def test_what_could_be_meant_otherwise_is_refused(text: str) -> None:
    with pytest.raises(ParseError, match="number") as caught:
        parse_number(text)
    assert caught.value.value == text


def test_the_caller_says_which_mark_is_decimal() -> None:
    assert parse_number("1.234,5", decimal=",") == Fraction(2469, 2)
    assert parse_number("1.234", decimal="") == 1234
    for text, decimal in (("1.5", ","), ("1,5", "."), ("1,5", "")):
        with pytest.raises(ParseError):
            parse_number(text, decimal=decimal)


def test_a_decimal_has_one_mark() -> None:
    assert parse_decimal("12") == 12
    assert parse_decimal("1,125") == parse_decimal("1.125") == Fraction(9, 8)
    for text in ("", "1.2.3", "1.200.000", "1,", ",1", "1e5", "9" * 41, "-1"):
        with pytest.raises(ParseError, match="decimal"):
            parse_decimal(text)


WHOLE = st.integers(0, 10**15).map(Fraction)
BROKEN = st.one_of(st.decimals(0, 10**9, places=3), st.decimals(0, 9, places=9)).map(Fraction)


@given(st.one_of(WHOLE, BROKEN))
def test_what_is_written_is_read_back(value: Fraction) -> None:
    assert parse_number(write_number(value), decimal=",") == value
    assert parse_decimal(write_number(value, grouped=False)) == value


def test_what_has_no_decimal_form_is_a_quotient() -> None:
    assert write_number(Fraction(10_000, 3)) == write_number(Fraction(10_000, 3), grouped=False) == "10000/3"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("không", 0),
        ("nửa", Fraction(1, 2)),
        ("năm", 5),
        ("bẩy", 7),
        ("mười", 10),
        ("mười lăm", 15),
        ("hai mươi", 20),
        ("hai mươi mốt", 21),
        ("hai mươi tư", 24),
        ("ba mươi lăm", 35),
        ("bốn mươi nhăm", 45),
        ("một trăm", 100),
        ("một trăm linh năm", 105),
        ("một trăm lẻ chín", 109),
        ("một trăm mười một", 111),
        ("chín trăm chín mươi chín", 999),
        ("một trăm rưỡi", 150),
        ("mười hai nghìn", 12_000),
        ("ba mươi lăm triệu", 35_000_000),
        ("bốn triệu năm trăm nghìn", 4_500_000),
        ("hai triệu rưỡi", 2_500_000),
        ("Hai triệu không trăm năm mươi ngàn", 2_050_000),
        ("một tỉ hai trăm triệu", 1_200_000_000),
        ("chín trăm chín mươi chín tỷ", 999 * 10**9),
        ("  HAI\u00a0MƯƠI \n mốt ", 21),
        ("ba\u0309y", 7),
    ],
)
def test_words(text: str, value: Fraction) -> None:
    assert parse_words(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "", "x", "tư", "lăm", "trăm", "mươi", "nghìn", "rưỡi", "linh", "mười năm", "mười tư", "hai mươi năm",
        "mười rưỡi", "năm rưỡi", "nghìn rưỡi", "một nghìn hai triệu", "một nghìn hai nghìn", "một trăm năm",
        "không trăm", "một hai", "không nghìn", "hai nửa", "một trăm linh", "linh năm", "một " * 100,
    ],
)  # fmt: skip
def test_words_that_are_no_number(text: str) -> None:
    with pytest.raises(ParseError, match="in Vietnamese words"):
        parse_words(text)


def test_the_pattern_of_words_matches_runs() -> None:
    assert re.fullmatch(WORDS, "hai mươi mốt")
    assert re.match(WORDS, "ba mươi ngày")[0] == "ba mươi"  # type: ignore[index]
    assert re.match(WORDS, "baba") is None

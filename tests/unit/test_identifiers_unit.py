"""`UnitCode`: digits, level, and how long there was such a level."""

import datetime as dt

import pytest

from tthc.dated import ALWAYS
from tthc.errors import MalformedError, ParseError
from tthc.identifiers import UnitCode


@pytest.mark.parametrize(
    ("text", "level"), [("01", "province"), ("96", "province"), ("001", "district"), ("00004", "commune")]
)
def test_level(text: str, level: str) -> None:
    code = UnitCode.parse(text)
    assert code.level == level
    assert str(code) == text
    assert repr(code) == f"UnitCode(value={text!r})"


def test_districts_ended_with_june_2025() -> None:
    assert dt.date(2025, 6, 30) in UnitCode("001").level_validity
    assert dt.date(2025, 7, 1) not in UnitCode("001").level_validity
    assert UnitCode("01").level_validity == UnitCode("00004").level_validity == ALWAYS


@pytest.mark.parametrize(
    ("text", "position"),
    [("", 0), ("1", 1), ("0004", 4), ("000004", 5), ("0x", 1), ("00", 2), ("00000", 5), (" 0x", 2), ("٠١", 0)],
)
def test_parse_says_where_it_stops(text: str, position: int) -> None:
    with pytest.raises(ParseError) as caught:
        UnitCode.parse(text)
    assert caught.value.position == position


def test_outer_blanks_are_mended_and_the_constructor_mends_nothing() -> None:
    assert UnitCode.parse(" 01").repairs == ("blanks",)
    with pytest.raises(MalformedError):
        UnitCode(" 01")

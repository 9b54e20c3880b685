"""`PersonalId`: read it, never show it."""

import pickle

import pytest

from tthc.errors import MalformedError, ParseError
from tthc.identifiers import PersonalId
from tthc.identifiers.person import masked


@pytest.mark.parametrize(
    ("text", "province", "known", "sex", "year", "serial"),
    [
        ("001075123456", "001", True, "M", 1975, "123456"),
        ("079203001234", "079", True, "M", 2003, "001234"),
        ("001301000001", "001", True, "F", 2001, "000001"),
        ("096186000007", "096", True, "F", 1986, "000007"),
        ("100075123456", None, False, "M", 1975, "123456"),
        ("003075123456", "003", False, "M", 1975, "123456"),
        ("001475123456", "001", True, None, None, "123456"),
        ("001975123456", "001", True, None, None, "123456"),
    ],
)
def test_parts(*, text: str, province: str | None, known: bool, sex: str | None, year: int | None, serial: str) -> None:
    number = PersonalId.parse(text)
    assert (number.province, number.province_known, number.sex) == (province, known, sex)
    assert (number.birth_year, number.serial) == (year, serial)
    assert str(number) == text


def test_blanks_between_the_digits_are_dropped() -> None:
    number = PersonalId.parse(" 001 075 123456")
    assert str(number) == "001075123456"
    assert number.repairs == ("blanks",)
    assert PersonalId.parse("001075\u00a0123456").repairs == ("blanks",)
    assert PersonalId.parse("001075123456\u200b").repairs == ("characters",)


@pytest.mark.parametrize(
    ("text", "position"),
    [("00107512345", 11), ("0010751234567", 13), ("00107512345a", 11), (" 00107512345a", 12), ("٠٠١٠٧٥١٢٣٤٥٦", 0)],
)
def test_parse_says_where_it_stops(text: str, position: int) -> None:
    with pytest.raises(ParseError) as caught:
        PersonalId.parse(text)
    assert caught.value.position == position
    assert "*****" in str(caught.value.value)


@pytest.mark.parametrize("wrong", ["00107512345a", "0010751234567", "001075123456" * 40, 1075123456, b"001075123456"])
def test_no_error_shows_the_number(wrong: object) -> None:
    with pytest.raises(ParseError) as parsing:
        PersonalId.parse(wrong)  # type: ignore[arg-type]
    with pytest.raises(MalformedError) as building:
        PersonalId(wrong)  # type: ignore[arg-type]
    for error in (parsing.value, building.value):
        for shown in (str(error), repr(error), repr(error.args), repr(pickle.loads(pickle.dumps(error)).args)):
            assert "0751234" not in shown
        assert error.__cause__ is None


def test_repr_is_masked_and_str_is_not() -> None:
    number = PersonalId.parse("001075123456")
    assert repr(number) == "PersonalId(001*******56)"
    assert f"{number}" == "001075123456"
    assert repr((number,)) == "(PersonalId(001*******56),)"


def test_masked() -> None:
    assert masked("12345") == "12345"
    assert masked("123456") == "123*56"
    assert masked("1" * 1000) == "111" + "*" * 20 + "11"
    assert masked(1075123456) == "<int>"


def test_types_are_checked() -> None:
    with pytest.raises(MalformedError, match="repairs"):
        PersonalId("001075123456", repairs=["blanks"])  # type: ignore[arg-type]

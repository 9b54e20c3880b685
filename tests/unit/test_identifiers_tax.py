"""`TaxCode`: check digit, branches, and personal numbers in their place."""

import pytest

from tthc.errors import MalformedError, ParseError
from tthc.identifiers import TaxCode


@pytest.mark.parametrize(
    ("text", "branch", "personal"),
    [
        ("0100233488", None, False),
        ("0100107518", None, False),
        ("0314409058-002", "002", False),
        ("0312687878-001", "001", False),
        ("001075123456", None, True),
    ],
)
def test_parse(text: str, branch: str | None, personal: bool) -> None:
    code = TaxCode.parse(text)
    assert (code.branch, code.personal, code.repairs) == (branch, personal, ())
    assert str(code) == text
    assert TaxCode(text) == code


@pytest.mark.parametrize(
    ("text", "printed", "repairs"),
    [
        ("0314409058002", "0314409058-002", ("separator",)),
        (" 0100233488 ", "0100233488", ("blanks",)),
        ("0100 233 488", "0100233488", ("blanks",)),
        (" 0314409058 - 002", "0314409058-002", ("blanks",)),
        ("0314409058\u2013002", "0314409058-002", ("characters",)),
        ("0314409058 002", "0314409058-002", ("blanks", "separator")),
    ],
)
def test_what_is_mended_is_named(text: str, printed: str, repairs: tuple[str, ...]) -> None:
    code = TaxCode.parse(text)
    assert (str(code), code.repairs) == (printed, repairs)


@pytest.mark.parametrize(
    ("text", "reason", "position"),
    [
        ("0100233480", "expected the check digit 8, got 0", 9),
        ("0100 233 480", "expected the check digit 8, got 0", 11),
        ("0100000008", "serial number other than 0000000", 2),
        ("0100000053", "never issued", 0),
        ("0100233488-000", "branch of 001 to 999", 11),
        ("0100233488000", "branch of 001 to 999", 10),
        ("12345", "10 digits", 5),
        ("01002334881", "10 digits", 11),
        ("0100233488/002", "10 digits", 10),
        ("010023348x", "10 digits", 9),
        ("", "10 digits", 0),
    ],
)
def test_parse_says_what_and_where(text: str, reason: str, position: int) -> None:
    with pytest.raises(ParseError, match=reason) as caught:
        TaxCode.parse(text)
    assert caught.value.position == position


def test_check_digit_of_the_published_formula() -> None:
    """Nine digits have one check digit at most; 9.1 % of the stems have none."""
    weights = (31, 29, 23, 19, 17, 13, 7, 5, 3)
    for stem in ("010023348", "031440905", "030058856", "010010751", "010000005", "123456789"):
        total = sum(w * int(d) for w, d in zip(weights, stem, strict=True))
        digit = 10 - total % 11
        valid = [d for d in "0123456789" if TaxCode.is_valid(stem + d)]
        assert valid == ([] if digit == 10 else [str(digit)])


def test_a_personal_number_is_masked() -> None:
    assert repr(TaxCode("001075123456")) == "TaxCode(001*******56)"
    assert repr(TaxCode("0100233488")) == "TaxCode('0100233488')"
    for wrong in ("00107512345a", 1075123456, "001075123456" * 9):
        with pytest.raises(ParseError) as parsing:
            TaxCode.parse(wrong)  # type: ignore[arg-type]
        with pytest.raises(MalformedError) as building:
            TaxCode(wrong)  # type: ignore[arg-type]
        assert "0751234" not in repr(parsing.value.args) + str(building.value) + repr(building.value.args)


def test_the_constructor_shows_a_firms_code() -> None:
    with pytest.raises(MalformedError, match="0100233480"):
        TaxCode("0100233480")
    with pytest.raises(MalformedError):
        TaxCode("0314409058002")

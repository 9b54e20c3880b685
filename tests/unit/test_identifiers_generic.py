"""`Identifier`: any other scheme."""

import pytest

from tthc.errors import MalformedError, ParseError
from tthc.identifiers import Identifier


@pytest.mark.parametrize(
    ("text", "scheme", "value"),
    [
        ("a:b", "a", "b"),
        ("VN:GOV:000.00.00.G22", "VN", "GOV:000.00.00.G22"),
        ("nhóm:Ủy ban nhân dân", "nhóm", "Ủy ban nhân dân"),
        ("s" * 64 + ":" + "v" * 256, "s" * 64, "v" * 256),
    ],
)
def test_parse_splits_at_the_first_colon(text: str, scheme: str, value: str) -> None:
    identifier = Identifier.parse(text)
    assert (identifier.scheme, identifier.value, identifier.repairs) == (scheme, value, ())
    assert str(identifier) == text
    assert repr(identifier) == f"Identifier(scheme={scheme!r}, value={value!r})"


def test_outer_blanks_are_mended() -> None:
    assert Identifier.parse(" a:b\n").repairs == ("blanks",)


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("", 0),
        ("   ", 0),
        ("ab", 2),
        ("  ab", 4),
        (":b", 0),
        ("a:", 2),
        ("a b:c", 1),
        ("a: b", 2),
        ("s" * 65 + ":v", 64),
        ("a:" + "v" * 257, 258),
    ],
)
def test_parse_says_where_it_stops(text: str, position: int) -> None:
    with pytest.raises(ParseError) as caught:
        Identifier.parse(text)
    assert caught.value.position == position


@pytest.mark.parametrize(
    ("scheme", "value", "faulty"),
    [
        ("", "b", ["scheme"]),
        ("a:", "b", ["scheme"]),
        ("a b", "b", ["scheme"]),
        ("s" * 65, "b", ["scheme"]),
        ("a", "", ["value"]),
        ("a", " b", ["value"]),
        ("a", "b\n", ["value"]),
        ("a", "v" * 257, ["value"]),
        ("", "", ["scheme", "value"]),
    ],
)
def test_the_constructor_names_every_fault(scheme: str, value: str, faulty: list[str]) -> None:
    with pytest.raises(MalformedError) as caught:
        Identifier(scheme, value)
    assert [fault.field for fault in caught.value.faults] == faulty

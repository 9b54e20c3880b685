"""`DossierCode`: agency, day of receipt, serial number (TT 01/2018/TT-VPCP Điều 19)."""

import datetime as dt

import pytest

from tthc.errors import MalformedError, ParseError
from tthc.identifiers import AgencyCode, DossierCode

H26 = AgencyCode(("H26",))
DAY = dt.date(2021, 1, 24)


@pytest.mark.parametrize(
    ("text", "levels", "received", "serial", "digits"),
    [
        ("H26-210124-0001", ("H26",), DAY, 1, 4),
        ("000.00.53.H48-220921-0099", ("H48", "53"), dt.date(2022, 9, 21), 99, 4),
        ("H15.50.05.13-261008-0975", ("H15", "50", "05", "13"), dt.date(2026, 10, 8), 975, 4),
        ("G09-250701-0912345", ("G09",), dt.date(2025, 7, 1), 912345, 7),
        ("H26-240229-12345", ("H26",), dt.date(2024, 2, 29), 12345, 5),
    ],
)
def test_parse(text: str, levels: tuple[str, ...], received: dt.date, serial: int, digits: int) -> None:
    code = DossierCode.parse(text)
    assert (code.agency.levels, code.received, code.serial, code.digits) == (levels, received, serial, digits)
    assert str(code) == text
    assert repr(code) == f"DossierCode.parse({text!r})"


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("", 0),
        ("H26-210124", 10),
        ("H6-210124-0001", 0),
        ("000.03.00.H26-210124-0001", 7),
        ("H26-210230-0001", 4),
        ("H26-2102x0-0001", 4),
        ("H26-21012-0001", 4),
        ("H26-210124-001", 11),
        ("H26-210124-0000", 11),
        ("H26-210124-12345678", 11),
        ("H26-210124-00x1", 11),
        (" H26-210124-001", 12),
        ("H26-210124-0001-2", 17),
    ],
)
def test_parse_says_where_it_stops(text: str, position: int) -> None:
    with pytest.raises(ParseError) as caught:
        DossierCode.parse(text)
    assert caught.value.position == position


def test_notation_and_width_are_not_compared() -> None:
    legacy, modern = DossierCode.parse("000.00.00.H26-210124-0001"), DossierCode.parse("H26-210124-00001")
    assert legacy == modern
    assert hash(legacy) == hash(modern)
    assert str(DossierCode(H26, DAY, 12345)) == "H26-210124-12345"
    assert DossierCode.parse(" H26-210124-0001").repairs == ("blanks",)


@pytest.mark.parametrize(
    ("fields", "faulty"),
    [
        ((H26, dt.date(1999, 12, 31), 1), ["received"]),
        ((H26, DAY, 0), ["serial"]),
        ((H26, DAY, 10_000_000), ["serial"]),
        ((H26, DAY, 1, 3), ["digits"]),
        ((H26, dt.date(2100, 1, 1), -1, 8), ["received", "serial", "digits"]),
        ((H26, dt.datetime(2021, 1, 24, tzinfo=dt.UTC), 1), ["received"]),
        ((H26, DAY, True), ["serial"]),
    ],
)
def test_the_constructor_names_every_fault(fields: tuple[object, ...], faulty: list[str]) -> None:
    with pytest.raises(MalformedError) as caught:
        DossierCode(*fields)  # type: ignore[arg-type]
    assert [fault.field for fault in caught.value.faults] == faulty

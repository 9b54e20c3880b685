"""`ProcedureCode`: national, local, of a case, and from before 2016."""

import pytest

from tthc.errors import MalformedError, ParseError
from tthc.identifiers import AgencyCode, ProcedureCode

H26 = AgencyCode(("H26",))


@pytest.mark.parametrize(
    ("text", "number", "agency", "case"),
    [
        ("1.004873", "1.004873", None, None),
        ("6.006597", "6.006597", None, None),
        ("1.000358.01", "1.000358", None, "01"),
        ("1.001193.000.00.00.H26", "1.001193", H26, None),
        ("2.000815.000.00.00.H55.02", "2.000815", AgencyCode(("H55",)), "02"),
        ("1.000948.H38", "1.000948", AgencyCode(("H38",)), None),
        ("1.000948.H38.02", "1.000948", AgencyCode(("H38",)), "02"),
        ("1.000948.H38.12.02", "1.000948", AgencyCode(("H38", "12")), "02"),
        ("1.000948.H38.242", "1.000948", AgencyCode(("H38", "242")), None),
        ("T-TVH-284957-TT", "T-TVH-284957-TT", None, None),
        ("T-BPC-280421", "T-BPC-280421", None, None),
        ("B-BTNMTĐ-123456-TT", "B-BTNMTĐ-123456-TT", None, None),
    ],
)
def test_parse(text: str, number: str, agency: AgencyCode | None, case: str | None) -> None:
    code = ProcedureCode.parse(text)
    assert (code.number, code.agency, code.case, code.repairs) == (number, agency, case, ())
    assert str(code) == text
    assert code.legacy is (text[0] in "BT")


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("", 0),
        ("1.4873", 6),
        ("1.0048733", 8),
        ("01.004873", 1),
        ("1-004873", 1),
        ("0.004873", 8),
        ("1.00487x", 7),
        ("1.004873.", 9),
        ("1.004873.H6", 9),
        ("1.004873.1", 10),
        ("1.004873.000.00.H26", 16),
        ("1.004873.000.03.00.H26", 16),
        (" 1.004873.H6", 10),
        ("B-BTP-12345-TT", 0),
        ("b-btp-123456", 0),
        ("T-TVH-284957-TT.01", 0),
        ("1.004873.H26.xx", 12),
    ],
)
def test_parse_says_where_it_stops(text: str, position: int) -> None:
    with pytest.raises(ParseError) as caught:
        ProcedureCode.parse(text)
    assert caught.value.position == position
    assert caught.value.value == text


def test_what_is_mended_is_named() -> None:
    assert ProcedureCode.parse(" 1.004873").repairs == ("blanks",)
    assert ProcedureCode.parse("T\u2013TVH\u2013284957").repairs == ("characters",)
    assert ProcedureCode.parse("1.004873.H26 ").repairs == ("blanks",)
    assert ProcedureCode.parse("1.004873.01 ").repairs == ("blanks",)


def test_both_spellings_of_a_legacy_code_are_one() -> None:
    short, long = ProcedureCode.parse("T-BPC-280421"), ProcedureCode.parse("T-BPC-280421-TT")
    assert short == long
    assert hash(short) == hash(long)
    assert not short < long
    assert not long < short
    assert str(short) != str(long)


def test_national_drops_agency_and_case() -> None:
    assert ProcedureCode.parse("2.000815.000.00.00.H55.02").national == ProcedureCode("2.000815")
    assert ProcedureCode.parse("2.000815.01").national == ProcedureCode("2.000815")
    plain = ProcedureCode("2.000815")
    assert plain.national is plain


def test_an_agency_that_ends_like_a_case_is_printed_in_the_legacy_notation() -> None:
    code = ProcedureCode("1.001193", AgencyCode(("H26", "12")))
    assert str(code) == "1.001193.000.00.12.H26"
    assert ProcedureCode.parse(str(code)) == code
    with_case = ProcedureCode("1.001193", AgencyCode(("H26", "12")), "02")
    assert str(with_case) == "1.001193.H26.12.02"
    assert ProcedureCode.parse(str(with_case)) == with_case
    with pytest.raises(MalformedError, match="does not end like a case"):
        ProcedureCode("1.001193", AgencyCode(("H26", "242", "12")))


def test_order() -> None:
    texts = ["1.000001", "1.000001.01", "1.000001.H26", "1.000001.H26.01", "1.000002", "T-BPC-280421"]
    codes = [ProcedureCode.parse(text) for text in texts]
    assert sorted([*codes[3:], *codes[:3]]) == codes
    assert codes[0] < codes[1] <= codes[2]
    assert codes[2] > codes[1]
    with pytest.raises(TypeError):
        codes[0] < "1.000002"  # type: ignore[operator]


@pytest.mark.parametrize(
    ("fields", "faulty"),
    [
        (("1.4873",), "number"),
        (("1.004873", None, "1"), "case"),
        (("1.004873", None, "x1"), "case"),
        (("1.004873", None, "٠١"), "case"),
        (("T-TVH-284957-TT", H26), "number"),
        (("T-TVH-284957-TT", None, "01"), "number"),
        ((1.004873,), "number"),
    ],
)
def test_the_constructor_refuses(fields: tuple[object, ...], faulty: str) -> None:
    with pytest.raises(MalformedError) as caught:
        ProcedureCode(*fields)  # type: ignore[arg-type]
    assert [fault.field for fault in caught.value.faults] == [faulty]

"""Identifiers hold their promises for values nobody thought of."""

import datetime as dt
import string
from typing import Any

import pytest
from hypothesis import assume, example, given, reject
from hypothesis import strategies as st

from tthc.errors import MalformedError, ParseError
from tthc.identifiers import (
    AgencyCode,
    DossierCode,
    Identifier,
    LegalNumber,
    PersonalId,
    ProcedureCode,
    TaxCode,
    UnitCode,
    find_legal_numbers,
)
from tthc.identifiers._legal_terms import BODIES, EARLY, JOINT, KINDS, PARTY

DIGITS = string.digits


def digits(size: int) -> st.SearchStrategy[str]:
    return st.text(DIGITS, min_size=size, max_size=size)


ROOTS = st.builds(str.__add__, st.sampled_from("ADGHKZ"), digits(2))
GROUPS = st.one_of(digits(2), digits(3), st.text(DIGITS + "ABZ", min_size=1, max_size=6))
MODERN = st.builds(lambda root, groups: AgencyCode((root, *groups)), ROOTS, st.lists(GROUPS, max_size=4).map(tuple))
LEGACY = st.builds(
    lambda root, lower, size: AgencyCode((root, *lower[:size]), "legacy"),
    ROOTS,
    st.tuples(*(st.integers(1, 10**n - 1).map(f"{{:0{n}}}".format) for n in (2, 2, 3))),
    st.integers(0, 3),
)
AGENCIES = MODERN | LEGACY
NATIONAL = st.builds("{}.{}".format, st.sampled_from(DIGITS[1:]), digits(6))


@st.composite
def procedure_codes(draw: st.DrawFn) -> ProcedureCode:
    if draw(st.booleans()):
        letters = draw(st.text(string.ascii_uppercase + "Đ", min_size=2, max_size=6))
        return ProcedureCode(
            f"{draw(st.sampled_from('BT'))}-{letters}-{draw(digits(6))}{draw(st.sampled_from(('', '-TT')))}"
        )
    try:
        return ProcedureCode(draw(NATIONAL), draw(st.none() | AGENCIES), draw(st.none() | digits(2)))
    except MalformedError:  # an agency that would read as a case
        reject()


@st.composite
def legal_numbers(draw: st.DrawFn) -> LegalNumber:
    number = str(draw(st.integers(1, 999_999)))
    if draw(st.booleans()):
        number = draw(st.sampled_from([f"0{number}"[:6], f"{number[:4]}.{draw(st.integers(1, 999))}"]))
    suffix = draw(st.sampled_from(["", "a", "đ", "bis"]))
    year = draw(st.none() | st.integers(1945, 2100))
    kind = draw(st.sampled_from(sorted(KINDS)))
    bodies = tuple(draw(st.lists(st.sampled_from(sorted(BODIES)), min_size=1, max_size=3)))
    unit = draw(st.none() | st.sampled_from(["C06", "QLXNC", "C.IV", "VP-TH"]))
    form = draw(st.sampled_from(["typed", "law", "letter", "hyphened", "early"]))
    if form == "typed":
        bodies, unit = (bodies, None) if kind in JOINT else (bodies[:1], unit)
        return LegalNumber(number, suffix, year, kind, bodies, unit)
    if form == "law":
        body = draw(st.sampled_from(["QH", "UBTVQH"]))
        return LegalNumber(number, suffix, year or 2020, None, (body,), None, str(draw(st.integers(1, 99))))
    if form == "letter":
        return LegalNumber(number, suffix, bodies=bodies[:1], unit=unit or "VP")
    if form == "early":
        mark = draw(st.sampled_from(["/", "-"]))
        return LegalNumber(number, suffix, bodies=(draw(st.sampled_from(sorted(EARLY))),), separator=mark)
    party = draw(st.sampled_from(sorted(PARTY)))
    return LegalNumber(number, suffix, kind=kind, bodies=(party,), separator="-")


VALUES: dict[type[Any], st.SearchStrategy[Any]] = {
    AgencyCode: AGENCIES,
    DossierCode: st.builds(
        DossierCode,
        AGENCIES,
        st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31)),
        st.integers(1, 9_999_999),
        st.integers(4, 7),
    ),
    Identifier: st.builds(
        Identifier,
        st.text(min_size=1, max_size=9).filter(lambda s: ":" not in s and not any(map(str.isspace, s))),
        st.text(min_size=1, max_size=30).filter(lambda s: s.strip() == s),
    ),
    LegalNumber: legal_numbers(),
    PersonalId: st.builds(PersonalId, digits(12)),
    ProcedureCode: procedure_codes(),
    TaxCode: st.builds(
        TaxCode, digits(12) | st.from_regex("[0-9]{9}[1-9](-[0-9]{3})?", fullmatch=True).filter(TaxCode.is_valid)
    ),
    UnitCode: st.builds(UnitCode, st.sampled_from([2, 3, 5]).flatmap(digits).filter(lambda s: s.strip("0"))),
}
TYPES = pytest.mark.parametrize("cls", VALUES, ids=lambda cls: cls.__name__)
SCRAPS = st.lists(
    st.sampled_from(
        [*"0129/-._ :;()aAđĐÐ\u00a0\u200b\u0301", "2020", "QĐ", "NĐ", "CP", "QH14", "H26", "000", "Nghị định", "số"]
    ),
    max_size=12,
).map("".join)


def read_or_refused(cls: type[Any], text: str) -> None:
    """A text is a value that its print gives again, or an error that points into the text."""
    try:
        value = cls.parse(text)
    except ParseError as error:
        value, place = None, error.position
    else:
        place = None
    assert cls.is_valid(text) is (value is not None)
    if value is None:
        assert place is not None
        assert 0 <= place <= len(text)
    else:
        printed = cls.parse(str(value))
        assert printed == value
        assert printed.repairs == ()


@TYPES
@given(st.data())
def test_print_and_parse_are_inverse(cls: type[Any], data: st.DataObject) -> None:
    value = data.draw(VALUES[cls])
    text = str(value)
    again = cls.parse(text)
    assert again == value
    assert hash(again) == hash(value)
    assert again.repairs == ()
    assert cls.parse(str(again)) == value
    assert cls.is_valid(text)
    if not isinstance(value, AgencyCode | ProcedureCode):  # they may print another notation of the same levels
        assert str(again) == text
    mended = cls.parse(f"\u00a0{text}\n")
    assert mended == value
    assert mended.repairs == ("blanks",)


@TYPES
@given(text=st.text(max_size=40) | SCRAPS)
@example(text="1/2020/")
@example(text="\u0301")
def test_any_text_is_read_or_refused_with_a_place_in_it(cls: type[Any], text: str) -> None:
    read_or_refused(cls, text)


@TYPES
@given(st.data())
def test_one_scrap_more_is_read_or_refused(cls: type[Any], data: st.DataObject) -> None:
    text = str(data.draw(VALUES[cls]))
    at = data.draw(st.integers(0, len(text)))
    read_or_refused(cls, text[:at] + data.draw(SCRAPS) + text[at:])


@given(
    number=st.sampled_from(["63", "02", "66.18", "0", "", "x", "1234567"]),
    suffix=st.sampled_from(["", "a", "bis", "A", "-"]),
    year=st.sampled_from([None, 2020, 1945, 1944, 2101, -1, 63]),
    kind=st.sampled_from([None, "NĐ", "TTLT", "TC", "QD", "QĐCB", "QH14", ""]),
    bodies=st.lists(
        st.sampled_from(["CP", "TTg", "TTG", "BTC", "QH", "QH14", "TC/TCT", "TW", "NĐ", "", "a"]), max_size=2
    ),
    unit=st.sampled_from([None, "C06", "", "x", "A-B"]),
    term=st.sampled_from([None, "14", "0", "", "144"]),
    separator=st.sampled_from(["/", "-"]),
)
def test_a_legal_number_that_can_be_built_is_read_back(
    *,
    number: str,
    suffix: str,
    year: int | None,
    kind: str | None,
    bodies: list[str],
    unit: str | None,
    term: str | None,
    separator: Any,
) -> None:
    try:
        value = LegalNumber(number, suffix, year, kind, tuple(bodies), unit, term, separator)
    except MalformedError:
        return
    again = LegalNumber.parse(str(value))
    assert again == value
    assert again.form == value.form
    assert str(again) == str(value)
    assert value.display("vi").endswith(str(value))


@given(st.lists(AGENCIES, min_size=2, max_size=4))
def test_agency_codes_are_ordered_as_their_levels(codes: list[AgencyCode]) -> None:
    assert [code.levels for code in sorted(codes)] == sorted(code.levels for code in codes)
    for code in codes:
        if code.legacy is not None:
            assert AgencyCode.parse(code.legacy) == AgencyCode.parse(code.modern) == code
        assert code.root.parent is None
        assert code.parent is None or code.parent < code


@given(procedure_codes(), procedure_codes())
def test_procedure_codes_are_totally_ordered(a: ProcedureCode, b: ProcedureCode) -> None:
    assert (a < b) + (b < a) + (a == b) == 1
    assert (a <= b) == (not b < a)
    assert a.national <= a


@given(digits(9), digits(1))
def test_a_stem_has_at_most_one_check_digit(stem: str, other: str) -> None:
    valid = [digit for digit in DIGITS if TaxCode.is_valid(stem + digit)]
    assert len(valid) <= 1
    assert TaxCode.is_valid(stem + other) is (other in valid)


@given(VALUES[PersonalId])
def test_a_repr_never_shows_a_personal_number(value: PersonalId) -> None:
    middle = str(value)[3:10]
    assume(middle not in str(value)[:3] + str(value)[-2:])
    assert middle not in repr(value) + repr(TaxCode(str(value)))


GLUE = st.sampled_from(
    ["", " ", "Nghị định ", "Thông tư số ", "ngày ", "QUY ĐỊNH ", "Luật Đất đai 2024", ". ", "của", " - "]
)
PLAIN = st.builds(
    LegalNumber,
    st.integers(1, 999).map(str),
    year=st.integers(1945, 2100),
    kind=st.sampled_from(["NĐ", "TT", "QĐ", "NQ"]),
    bodies=st.sampled_from(sorted(BODIES - {"QH", "UBTVQH", "HĐNN"})).map(lambda body: (body,)),
)


@given(st.lists(st.tuples(GLUE, PLAIN), max_size=6), GLUE)
def test_glued_numbers_are_all_found(parts: list[tuple[str, LegalNumber]], end: str) -> None:
    text = "".join(f"{glue}{number}" for glue, number in parts) + end
    assert [number for _, _, number in find_legal_numbers(text)] == [number for _, number in parts]


@given(st.lists(st.one_of(SCRAPS, PLAIN.map(str), legal_numbers().map(str)), max_size=8).map("".join))
def test_what_is_found_stands_there_in_order(text: str) -> None:
    last = 0
    for start, end, number in find_legal_numbers(text):
        assert last <= start < end <= len(text)
        assert LegalNumber.parse(text[start:end]) == number
        last = end

"""`LegalNumber`: every form that offices have printed, and what they are read as."""

import pytest

from tthc.errors import MalformedError, ParseError
from tthc.identifiers import LegalNumber
from tthc.identifiers._legal_terms import BODIES, EARLY, JOINT, KINDS, NORMATIVE, UNMISTAKABLE
from tthc.repairs import describe


@pytest.mark.parametrize(
    ("text", "form", "kind", "bodies", "unit", "term"),
    [
        ("63/2010/NĐ-CP", "normative", "NĐ", ("CP",), None, None),
        ("66.18/2026/NQ-CP", "normative", "NQ", ("CP",), None, None),
        ("43/2017/QĐ-UBND", "normative", "QĐ", ("UBND",), None, None),
        ("09b/2013/TT-BTP", "normative", "TT", ("BTP",), None, None),
        ("01/2014/TTLT-BCA-BQP", "normative", "TTLT", ("BCA", "BQP"), None, None),
        ("15/2004/NQLT-CP-UBTƯMTTQVN", "normative", "NQLT", ("CP", "UBTƯMTTQVN"), None, None),
        ("28/2005/PL-UBTVQH11", "normative", "PL", ("UBTVQH11",), None, None),
        ("15/2004/L-CTN", "normative", "L", ("CTN",), None, None),
        ("21/2007/TT-BCA-X13", "normative", "TT", ("BCA",), "X13", None),
        ("195/1999/QĐ", "normative", "QĐ", (), None, None),
        ("6050/2026/VBHN-BTP", "administrative", "VBHN", ("BTP",), None, None),
        ("45/2021/KH-UBND", "administrative", "KH", ("UBND",), None, None),
        ("985a/QĐ-TTg", "administrative", "QĐ", ("TTg",), None, None),
        ("12bis/QĐ-BTP", "administrative", "QĐ", ("BTP",), None, None),
        ("4946/QĐ-BCA-QLXNC", "administrative", "QĐ", ("BCA",), "QLXNC", None),
        ("885/QĐ-BCA-C06-P3", "administrative", "QĐ", ("BCA",), "C06-P3", None),
        ("237/NQ-UBTVQH16", "administrative", "NQ", ("UBTVQH16",), None, None),
        ("48/VBHN-VPQH", "administrative", "VBHN", ("VPQH",), None, None),
        ("04/TTr-SNgV", "administrative", "TTr", ("SNgV",), None, None),
        ("12/QyĐ-BGD&ĐT", "administrative", "QyĐ", ("BGD&ĐT",), None, None),
        ("59/2020/QH14", "law", None, ("QH",), None, "14"),
        ("15/2012/UBTVQH13", "law", None, ("UBTVQH",), None, "13"),
        ("6519/VPCP-KGVX", "official_letter", None, ("VPCP",), "KGVX", None),
        ("1234/TTCP-C.IV", "official_letter", None, ("TTCP",), "C.IV", None),
        ("99/CV-UBND", "official_letter", "CV", ("UBND",), None, None),
        ("80-NQ/TW", "party", "NQ", ("TW",), None, None),
        ("123-KL/BCT", "party", "KL", ("BCT",), None, None),
        ("5-TC/TW", "party", "TC", ("TW",), None, None),
        ("27/CP", "pre-1997", None, ("CP",), None, None),
        ("115-TTg", "pre-1997", None, ("TTg",), None, None),
        ("89-TC/TCT", "pre-1997", None, ("TC/TCT",), None, None),
        ("37/LCT-HĐNN8", "pre-1997", "LCT", ("HĐNN8",), None, None),
        ("45-L/CTN", "pre-1997", "L", ("CTN",), None, None),
    ],
)
def test_clean_print(
    *, text: str, form: str, kind: str | None, bodies: tuple[str, ...], unit: str | None, term: str | None
) -> None:
    number = LegalNumber.parse(text)
    assert (number.form, number.kind, number.bodies, number.unit, number.term) == (form, kind, bodies, unit, term)
    assert number.repairs == ()
    assert str(number) == text
    assert repr(number) == f"LegalNumber.parse({text!r})"
    assert number.normative is (form in {"law", "normative"})
    fields = ("number", "suffix", "year", "kind", "bodies", "unit", "term", "separator")
    assert LegalNumber(*(getattr(number, name) for name in fields)) == number


@pytest.mark.parametrize(
    ("text", "printed", "repairs"),
    [
        ("20/2020/QÐ-TTg", "20/2020/QĐ-TTg", ("characters",)),
        ("63/2010/NĐ\u2013CP", "63/2010/NĐ-CP", ("characters",)),
        ("18/2022/NQ- HĐND", "18/2022/NQ-HĐND", ("blanks",)),
        ("01 /2018/TT-VPCP", "01/2018/TT-VPCP", ("blanks",)),
        ("3980 /QĐ-BQP", "3980/QĐ-BQP", ("blanks",)),
        ("63/2010/NĐ-CP\n", "63/2010/NĐ-CP", ("blanks",)),
        ("\t63/2010/NĐ-CP", "63/2010/NĐ-CP", ("blanks",)),
        ("59/2020/QH 14", "59/2020/QH14", ("blanks",)),
        ("59/2020/qh14", "59/2020/QH14", ("case",)),
        ("59/2020-QH14", "59/2020/QH14", ("separator",)),
        ("12/2020/ND-CP", "12/2020/NĐ-CP", ("abbreviation",)),
        ("3713/QD-BTP", "3713/QĐ-BTP", ("abbreviation",)),
        ("12-ND/CP", "12-NĐ/CP", ("abbreviation",)),
        ("12/2010/QD-TTG", "12/2010/QĐ-TTg", ("abbreviation", "case")),
        ("16/QĐ-TTG", "16/QĐ-TTg", ("case",)),
        ("16/TTG-KTTH", "16/TTg-KTTH", ("case",)),
        ("16-TTG", "16-TTg", ("case",)),
        ("63/2010/nđ-cp", "63/2010/NĐ-CP", ("case",)),
        ("105A/QĐ-NHNN", "105a/QĐ-NHNN", ("case",)),
        ("18/NQ-HDND", "18/NQ-HĐND", ("abbreviation",)),
        ("01/2012/TTL-BQP-BTC", "01/2012/TTLT-BQP-BTC", ("abbreviation",)),
        ("19-2016/NQ-CP", "19/2016/NQ-CP", ("separator",)),
        ("191/2005/TTLT/BQP-BTC", "191/2005/TTLT-BQP-BTC", ("separator",)),
        ("31/2025/TT_BCA", "31/2025/TT-BCA", ("separator",)),
        ("21/2007/TT-BCA(X13)", "21/2007/TT-BCA-X13", ("separator",)),
        ("6519/VPCP_KGVX", "6519/VPCP-KGVX", ("separator",)),
        ("12/QĐ/BTP", "12/QĐ-BTP", ("separator",)),
        ("12-QĐ-BTP", "12/QĐ-BTP", ("separator",)),
        ("12/2020/NĐCP", "12/2020/NĐ-CP", ("separator",)),
        ("12/2020/TTLTBCA-BQP", "12/2020/TTLT-BCA-BQP", ("separator",)),
        ("12/2020/TTBTC", "12/2020/TT-BTC", ("separator",)),
        ("01/QĐCB", "01/QĐ-CB", ("separator",)),
        ("01/QĐCB-VP", "01/QĐ-CB-VP", ("separator",)),
        ("01/QDUBND", "01/QĐ-UBND", ("separator", "abbreviation")),
        ("QĐ/0001-BCA", "0001/QĐ-BCA", ("order",)),
        ("QĐ2338-BTP", "2338/QĐ-BTP", ("order",)),
        ("QD2338/BTP", "2338/QĐ-BTP", ("order", "abbreviation", "separator")),
        ("NĐ 63/2010/CP", "63/2010/NĐ-CP", ("blanks", "order", "separator")),
        ("TT 01/2018/TT-VPCP", "01/2018/TT-VPCP", ("blanks", "type-word")),
        ("2267./QĐ-BXD", "2267/QĐ-BXD", ("stray-mark",)),
        ("08.a/2010/TT-BTP", "08a/2010/TT-BTP", ("stray-mark",)),
        ("63/2010/NĐ-CP.", "63/2010/NĐ-CP", ("trailing-mark",)),
        ("63/2010/NĐ-CP ;", "63/2010/NĐ-CP", ("blanks", "trailing-mark")),
        ("SỐ 64/QĐ-NHNN", "64/QĐ-NHNN", ("type-word",)),
        ("số: 25/2018/QH14", "25/2018/QH14", ("type-word",)),
        ("Thông tư số 70/2026/TT-BCA", "70/2026/TT-BCA", ("type-word",)),
        ("THÔNG  TƯ LIÊN TỊCH số 1/2014/TTLT-BCA-BQP", "1/2014/TTLT-BCA-BQP", ("type-word",)),
        ("Thông tư 1/2014/TTLT-BCA-BQP", "1/2014/TTLT-BCA-BQP", ("type-word",)),
        ("Lệnh 37/LCT-HĐNN8", "37/LCT-HĐNN8", ("type-word",)),
        ("Luật 47/2014/QH13", "47/2014/QH13", ("type-word",)),
        ("Nghị quyết 190/2025/QH15", "190/2025/QH15", ("type-word",)),
        ("Công văn số 6519/VPCP-KGVX", "6519/VPCP-KGVX", ("type-word",)),
        ("Nghị định 27/CP", "27/CP", ("type-word",)),
        ("Nghị địnhso 63/2010/NĐ-CP", "63/2010/NĐ-CP", ("type-word",)),
        ("Nghi\u0323 đi\u0323nh 63/2010/NĐ-CP", "63/2010/NĐ-CP", ("characters", "type-word")),
        ("Nghị định 118/2025/NĐ-CP ", "118/2025/NĐ-CP", ("type-word", "blanks")),
        ("nghị định 146/2025", "146/2025/NĐ", ("type-from-word",)),
        ("NĐ 146/2025", "146/2025/NĐ", ("blanks", "order")),
        ("Thông tư 63/2010/NĐ-CP", "63/2010/NĐ-CP", ("type-word", "type-differs")),
        ("Luật 63/2010/NĐ-CP", "63/2010/NĐ-CP", ("type-word", "type-differs")),
        ("Thông tư 59/2020/QH14", "59/2020/QH14", ("type-word", "type-differs")),
        ("Quyết định 6519/VPCP-KGVX", "6519/VPCP-KGVX", ("type-word", "type-differs")),
    ],
)
def test_mended_print(text: str, printed: str, repairs: tuple[str, ...]) -> None:
    number = LegalNumber.parse(text)
    assert (str(number), number.repairs) == (printed, repairs)
    assert number == LegalNumber.parse(printed)
    assert LegalNumber.parse(printed).repairs == ()
    for repair in repairs:
        assert describe(repair, "vi") != describe(repair, "en")


@pytest.mark.parametrize(
    ("text", "reason", "position"),
    [
        ("", "a number", 0),
        ("N", "a number", 0),
        ("Demo/QĐ-BCA", "a number", 0),
        ("Bộ luật Hàng hải", "a number", 8),
        ("12", "a type and an issuing body", 2),
        ("12 ", "a type and an issuing body", 2),
        ("34/2023", "a type and an issuing body", 7),
        ("Luật 51/2019", "a type and an issuing body", 12),
        ("Quyết định số 4777", "a type and an issuing body", 18),
        ("QĐ 4777", "number/year/type-body", 7),
        ("1898/QĐ", "number/year/type-body", 7),
        ("0/2020/NĐ-CP", "other than 0", 0),
        ("66.0/2020/NQ-CP", "other than 0", 0),
        ("số 00/QĐ-BTP", "other than 0", 3),
        ("63/10/NĐ-CP", "year of four digits", 3),
        ("63/20100/NĐ-CP", "year of four digits", 3),
        ("63/1944/NĐ-CP", "1945 to 2100", 3),
        ("63/2101/NĐ-CP", "1945 to 2100", 3),
        ("1234567/QĐ-BTP", "a number", 0),
        ("12/2020/XX-CP", "unknown type", 8),
        ("12/2020/QH", "unknown type", 8),
        ("12/2020/QH14-BTP", "unknown type", 8),
        ("12/QH14-VP", "unknown type", 3),
        ("12/BTP", "unknown type", 3),
        ("XX/12-BTP", "unknown type", 0),
        ("12-ABC", "unknown type", 3),
        ("63/2010/NĐ-CP ngày", "unexpected text", 14),
        ("63/2010/NĐ-CP ngày 8/6", "unexpected text", 14),
        ("\u200b63/2010/NĐ-CP xx", "unexpected text", 15),
        ("12/QĐ-" + "-".join("BTP" for _ in range(12)), "number/year", 6),
        ("12/VPCP-kgvx", "number/year", 3),
    ],
)
def test_refused(text: str, reason: str, position: int) -> None:
    with pytest.raises(ParseError, match=reason) as caught:
        LegalNumber.parse(text)
    assert caught.value.position == position
    assert caught.value.value == text


def test_leading_zeros_are_kept_and_not_compared() -> None:
    padded, plain = LegalNumber.parse("02/2017/TT-VPCP"), LegalNumber.parse("2/2017/TT-VPCP")
    assert padded == plain
    assert hash(padded) == hash(plain)
    assert (padded.number, str(padded)) == ("02", "02/2017/TT-VPCP")
    assert LegalNumber.parse("66.07/2025/NQ-CP") == LegalNumber.parse("66.7/2025/NQ-CP")
    assert LegalNumber.parse("66.10/2025/NQ-CP") != LegalNumber.parse("66.1/2025/NQ-CP")
    assert LegalNumber.parse("20/2017/TT-VPCP") != plain
    assert LegalNumber.parse("2a/2017/TT-VPCP") != plain
    assert plain != "2/2017/TT-VPCP"


@pytest.mark.parametrize(
    ("text", "vi", "en"),
    [
        ("63/2010/NĐ-CP", "Nghị định số 63/2010/NĐ-CP", "Decree 63/2010/NĐ-CP"),
        ("59/2020/QH14", "Văn bản số 59/2020/QH14", "Document 59/2020/QH14"),
        ("6519/VPCP-KGVX", "Công văn số 6519/VPCP-KGVX", "Official letter 6519/VPCP-KGVX"),
        ("80-NQ/TW", "Nghị quyết số 80-NQ/TW", "Resolution 80-NQ/TW"),
        ("27/CP", "Văn bản số 27/CP", "Document 27/CP"),
    ],
)
def test_display(text: str, vi: str, en: str) -> None:
    number = LegalNumber.parse(text)
    assert (number.display(), number.display("en")) == (vi, en)


@pytest.mark.parametrize(
    ("fields", "faulty"),
    [
        ({"number": "63"}, ["number"]),
        ({"number": "63", "year": 2010}, ["number"]),
        ({"number": "0", "year": 2010, "kind": "NĐ"}, ["number"]),
        ({"number": "63", "year": 1944, "kind": "NĐ"}, ["year"]),
        ({"number": "63", "year": 10**5000, "kind": "NĐ"}, ["year"]),
        ({"number": "63", "year": 2010, "kind": "XX"}, ["number"]),
        ({"number": "63", "year": 2010, "kind": "NĐ", "separator": "-"}, ["separator"]),
        ({"number": "16", "kind": "QĐ", "bodies": ("TTG",)}, ["number"]),
        ({"number": "16", "kind": "QĐ", "bodies": ("BCA", "BQP")}, ["bodies", "unit"]),
        ({"number": "16", "kind": "TTLT", "bodies": ("BCA",), "unit": "BQP"}, ["bodies", "unit"]),
        ({"number": "16", "year": 2010, "bodies": ("QH14",)}, ["bodies", "term"]),
        ({"number": "16", "kind": "QD", "bodies": ("BTP",)}, ["number"]),
        ({"number": "16", "bodies": ("QD",), "unit": "BTP"}, ["number"]),
        ({"number": "16", "bodies": ("QĐCB",), "unit": "VP"}, ["number"]),
        ({"number": 63, "year": 2010, "kind": "NĐ"}, ["number"]),
        ({"number": "63", "year": True, "kind": "NĐ"}, ["year"]),
    ],
)
def test_the_constructor_refuses_what_would_not_be_read_back(fields: dict[str, object], faulty: list[str]) -> None:
    with pytest.raises(MalformedError) as caught:
        LegalNumber(**fields)  # type: ignore[arg-type]
    assert [fault.field for fault in caught.value.faults] == faulty


def test_the_lists_fit_together() -> None:
    assert KINDS.keys() >= JOINT | NORMATIVE | UNMISTAKABLE
    assert EARLY <= BODIES
    assert not KINDS.keys() & BODIES
    assert not [body for body in BODIES if body[:2] in UNMISTAKABLE]
    assert all(vi and en and vi != en for vi, en in KINDS.values())


def test_every_type_is_read_with_a_year_and_without() -> None:
    for kind in KINDS:
        assert LegalNumber.parse(f"1/2020/{kind}-BTP").kind == kind
        assert LegalNumber.parse(f"1/{kind}-BTP").kind == kind

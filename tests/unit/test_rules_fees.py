"""The rules on fees and charges: each on a record that it finds and on near misses."""

import datetime as dt
from fractions import Fraction

import attrs
import pytest

from tthc import Fee, Interval, LegalNumber, Method, Money, Procedure, Source, Unparsed, validate
from tthc.fees import parse_fees
from tthc.procedures import COMPONENTS
from tthc.validation.rules import fees

DAY = dt.date(2026, 11, 22)
CIRCULAR = LegalNumber.parse("64/2025/TT-BTC")
BASELESS = Source(shape="portal-2021", carries=COMPONENTS - {"legal_basis"})
UNTIL_2026 = Interval.through(dt.date(2025, 7, 1), dt.date(2026, 12, 31))
UNTIL_2024 = Interval.through(None, dt.date(2024, 12, 31))


def row(*values: Fee | Unparsed, **fields: object) -> Procedure:
    return Procedure(methods=(Unparsed("dòng khác"), Method(fees=values)), **fields)  # type: ignore[arg-type]


def dong(amount: int | Fraction, note: str = "", **fields: object) -> Fee:
    return Fee(kind="amount", amount=Money(amount), note=note, **fields)  # type: ignore[arg-type]


def entry(amount: str, description: str = "") -> Procedure:
    """A row as the reader makes it of an amount cell and its description."""
    return row(*parse_fees(amount, description))


FIRST = ("methods", 1, "fees", 0)
AMOUNT = (*FIRST, "amount")
HALF = (
    "(áp dụng mức phí 25.000 đồng/hồ sơ kể từ ngày 01/7/2025 đến hết ngày 31/12/2026 theo Thông tư số 64/2025/TT-BTC)"
)
FIRES: list[tuple[str, Procedure, list[tuple[str | int, ...]]]] = [
    ("TTHC301", entry("150 VNĐ", "150.000 đồng/lần/thẻ."), [AMOUNT]),
    ("TTHC301", entry("100 VNĐ"), [AMOUNT]),
    ("TTHC301", entry("999 VNĐ"), [AMOUNT]),
    ("TTHC301", entry("50 VNĐ", HALF), [AMOUNT]),
    ("TTHC301", row(dong(50, per="hồ sơ")), [AMOUNT]),
    ("TTHC301", row(dong(500, "500.000 đồng/tấn", per="tấn")), [AMOUNT]),
    ("TTHC302", entry("Miễn phí", "20.000.000 đồng/lần"), [FIRST]),
    ("TTHC302", row(Fee(kind="free", note="Cấp mới: 10 USD/thẻ")), [FIRST]),
    ("TTHC303", row(dong(200_000, currency_stated=False)), [AMOUNT]),
    ("TTHC304", row(dong(50_000), legal_basis=(LegalNumber.parse("60/2014/QH13"), Unparsed("Luật"))), [FIRST]),
    ("TTHC304", row(Fee(kind="at_most", amount=Money(50_000), note="theo quy định")), [FIRST]),
    ("TTHC305", row(Fee(kind="rate", rate=Fraction(1, 1000))), [(*FIRST, "rate")]),
    ("TTHC306", row(dong(25_000, validity=UNTIL_2026)), [(*FIRST, "validity")]),
    ("TTHC307", row(dong(40_000, validity=UNTIL_2024)), [(*FIRST, "validity")]),
    ("TTHC308", entry("155 VNĐ", "Thẻ tạm trú: 155 USD/thẻ."), [AMOUNT]),
    ("TTHC308", row(Fee(kind="amount", amount=Money(50_000, "USD"), note="50.000 đồng, sau đó 50.000 đồng")), [AMOUNT]),
    ("TTHC309", entry("40 Việt Nam Đồng", "4.000 đ/giấy thông hành"), [AMOUNT]),
    ("TTHC309", entry("25 VNĐ", "25.000.000đ/giấy thông hành (áp dụng đến hết ngày 31/12/2026)"), [AMOUNT]),
    ("TTHC309", row(dong(40_000, "50.000đ/giấy (Thông tư số 40000)")), []),  # the digits stand there
    ("TTHC309", row(dong(40_000, "50.000đ/giấy")), [AMOUNT]),
    ("TTHC310", row(Unparsed("Phí : Đồng"), dong(1_000)), [FIRST]),
    ("TTHC311", row(dong(Fraction(5001, 2))), [AMOUNT]),
    ("TTHC311", row(Fee(kind="range", at_least=Money(Fraction(3, 2)), amount=Money(2000))), [AMOUNT]),
    ("TTHC312", row(dong(40_000, validity=UNTIL_2024)), [("methods", 1, "fees")]),
    (
        "TTHC313",
        entry("70,000,000 VNĐ", "từ ngày 01/7/2025 đến hết ngày 31/12/2026 bằng 50% mức nêu trên"),
        [(*FIRST, "note")],
    ),
    ("TTHC313", row(Fee(kind="free", note="đến  31-12-2025, sau đó đến hết ngày 31/12/2026")), [(*FIRST, "note")] * 2),
]
SILENT: list[tuple[str, Procedure]] = [
    ("TTHC301", entry("1,000 VNĐ")),
    ("TTHC301", entry("0.5 USD")),
    ("TTHC301", entry("155 VNĐ", "Thẻ tạm trú: 155 USD/thẻ.")),  # the currency is what is wrong
    ("TTHC301", row(dong(500, per="trang"))),
    ("TTHC301", row(dong(300, "300 đồng/con", per="con"))),
    ("TTHC301", row(dong(500, "phí 500 đồng"))),  # its own description says so
    ("TTHC301", row(Fee(kind="free"), Unparsed("50"))),
    ("TTHC302", entry("Miễn phí", "theo Thông tư số 48/2022/TT-BTC ngày 03/8/2022")),
    ("TTHC302", row(Fee(kind="free", note="0 đồng"))),
    ("TTHC302", entry("50,000 VNĐ", "50.000 đồng")),
    ("TTHC303", entry("200,000 VNĐ")),
    ("TTHC303", row(Fee(kind="free"))),
    ("TTHC304", row(dong(50_000), legal_basis=(CIRCULAR,))),
    ("TTHC304", row(dong(50_000), legal_basis=(LegalNumber.parse("12/2024/NQ-HĐND"),))),
    ("TTHC304", row(dong(50_000, "theo Thông tư số 64/2025/TT-BTC"))),
    ("TTHC304", Procedure(methods=(Method(fees=(dong(50_000),), note="Mức thu do HĐND cấp tỉnh quy định"),))),
    ("TTHC304", row(dong(50_000), source=BASELESS)),
    ("TTHC304", row(Fee(kind="free"))),
    ("TTHC305", row(Fee(kind="rate", rate=Fraction(1, 1000), note="giá trị tài sản"))),
    ("TTHC306", row(dong(25_000, validity=Interval.through(None, dt.date(2027, 12, 31))))),
    ("TTHC306", row(dong(25_000, validity=Interval(dt.date(2026, 1, 1))))),
    ("TTHC306", row(dong(25_000))),
    ("TTHC307", row(dong(25_000, validity=UNTIL_2026))),
    ("TTHC307", row(dong(25_000))),
    ("TTHC308", entry("150 VNĐ", "150.000 đồng/lần/thẻ.")),
    ("TTHC308", entry("155 VNĐ")),
    ("TTHC308", row(Fee(kind="free", note="155 USD"))),
    ("TTHC309", entry("150 VNĐ", "150.000 đồng/lần/thẻ.")),  # a thousand times: TTHC301
    ("TTHC309", entry("50,000 VNĐ", HALF)),  # another level for a time
    ("TTHC309", entry("160,000 VNĐ", "+ 160.000/hộ chiếu, cấp lại do mất: 320.000đ/hộ chiếu")),
    ("TTHC309", entry("1,800,000 VNĐ", "/lần. Giá trị giao dịch dưới 2,1 tỷ đồng")),
    ("TTHC309", entry("50,000 VNĐ", "Dưới 5 tấn: 50.000 đồng; từ 5 tấn: 100.000 đồng")),
    ("TTHC309", row(Fee(kind="at_most", amount=Money(50_000), note="40.000 đồng"))),
    ("TTHC309", entry("100 USD", "tương đương 2.500.000 đồng")),
    ("TTHC310", row(dong(50_000))),
    ("TTHC311", entry("0.5 USD")),
    ("TTHC311", row(dong(50_000))),
    ("TTHC312", row(dong(40_000, validity=UNTIL_2024), dong(50_000))),
    ("TTHC312", row()),
    ("TTHC312", row(Unparsed("Phí : Đồng"))),
    ("TTHC313", entry("50 VNĐ", HALF)),
    ("TTHC313", row(dong(50_000, "theo Thông tư số 64/2025/TT-BTC"))),
    ("TTHC313", row(dong(50_000, "đến hết ngày 31/11/2026"))),
]


@pytest.mark.parametrize(("code", "procedure", "paths"), FIRES)
def test_it_is_found(code: str, procedure: Procedure, paths: list[tuple[str | int, ...]]) -> None:
    findings = validate(procedure, on=DAY, select=[code]).findings
    assert [finding.path for finding in findings] == paths
    for finding in findings:
        assert finding.citation is not None
        for lang in ("vi", "en"):
            assert finding.text(lang)
            assert not set("?{}") & set(finding.text(lang))  # type: ignore[arg-type]


@pytest.mark.parametrize(("code", "procedure"), SILENT)
def test_a_near_miss_is_not(code: str, procedure: Procedure) -> None:
    assert not validate(procedure, on=DAY, select=[code]).findings


def test_every_rule_is_tried_both_ways() -> None:
    codes = {rule.code for rule in fees.RULES}
    assert {code for code, _, paths in FIRES if paths} == {code for code, _ in SILENT} == codes


def test_a_level_for_a_time() -> None:
    """The level of 1.002010: 25.000 đồng up to 31/12/2026, and the "50 VNĐ" that is stated beside it after that day."""
    record = Procedure(methods=entry("50 VNĐ", HALF).methods[1:])  # type: ignore[index]  # a row is there
    last, after = dt.date(2026, 12, 31), dt.date(2027, 1, 1)
    due = {day: record.terms(on=day).fees for day in (last, after)}
    assert [fee.amount for fee in due[last] or ()] == [Money(25_000)]  # type: ignore[union-attr]
    assert [fee.amount for fee in due[after] or ()] == [Money(50)]  # type: ignore[union-attr]
    for day in due:
        (finding,) = validate(record, on=day, select=["TTHC301"], ignore=["TTHC001"])
        assert finding.text("vi").endswith("(phần mô tả ghi 25.000 đồng)")


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (dt.date(2026, 10, 31), None),
        (dt.date(2026, 11, 1), "TTHC306"),
        (dt.date(2026, 12, 31), "TTHC306"),
        (dt.date(2027, 1, 1), "TTHC307"),
    ],
)
def test_a_level_ends(day: dt.date, code: str | None) -> None:
    record = row(dong(25_000, validity=UNTIL_2026, per="hồ sơ", category="lệ phí"), dong(50_000))
    found = validate(record, on=day, select=["TTHC306", "TTHC307"], ignore=["TTHC001"])
    assert [finding.code for finding in found] == [code] * (code is not None)
    for finding in found:
        assert "Lệ phí: 25.000 đồng/hồ sơ" in finding.text("vi")
        assert "31/12/2026" in finding.text("en")


def test_the_law_on_fees_moved_in_2017() -> None:
    cited = {
        day: str(validate(entry("100 VNĐ"), on=day, select=["TTHC301"]).findings[0].citation)
        for day in (dt.date(2017, 9, 24), dt.date(2017, 9, 25))
    }
    assert [text.split()[1] for text in cited.values()] == ["i", "h"]


def test_what_the_messages_show() -> None:
    (finding,) = validate(entry("Miễn phí", "5 tấn: 50.000 đồng; 50.000 đồng; 10 USD"), on=DAY, select=["TTHC302"])
    assert finding.text("vi") == "ghi miễn phí nhưng phần mô tả nêu 50.000 đồng; 10 USD"
    assert finding.text("en") == "stated as free, but the description names 50,000 VND; 10 USD"
    (finding,) = validate(attrs.evolve(entry("100 VNĐ")), on=DAY, select=["TTHC301"])
    assert finding.text("vi").endswith("(phần mô tả không nêu mức khác)")

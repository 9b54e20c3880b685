"""Fees: the grammar case by case, entries of records, amounts in prose, what is refused, what a fee cannot be."""

import copy
import datetime as dt
from fractions import Fraction

import attrs
import pytest

from tthc.dated import Interval
from tthc.errors import MalformedError, ParseError
from tthc.fees import Fee, amounts_in, parse_fees
from tthc.money import Money
from tthc.repairs import describe
from tthc.text import Unparsed

RELIEF = Interval.through(dt.date(2025, 7, 1), dt.date(2026, 12, 31))  # Thông tư 64/2025/TT-BTC
TO_2026 = Interval.through(None, dt.date(2026, 12, 31))


def amount(number: int | Fraction, code: str = "VND", **fields: object) -> Fee:
    return Fee(kind="amount", amount=Money(number, code), **fields)  # type: ignore[arg-type]


def ranged(low: int, high: int, code: str = "VND", **fields: object) -> Fee:
    return Fee(kind="range", at_least=Money(low, code), amount=Money(high, code), **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "fee"),
    [
        ("1.200.000 đồng", amount(1_200_000)),
        ("1,200,000 Việt Nam Đồng", amount(1_200_000)),
        ("1200000 VNĐ", amount(1_200_000)),
        ("8.000đ", amount(8000)),
        ("8.000 ₫", amount(8000)),
        ("8.000 vnd", amount(8000)),
        ("8.000 đồng Việt Nam", amount(8000)),
        ("200 nghìn đồng", amount(200_000)),
        ("200 ngàn đồng", amount(200_000)),
        ("02 triệu đồng", amount(2_000_000)),
        ("1,5 triệu đồng/hồ sơ", amount(1_500_000, per="hồ sơ")),
        ("1.5 triệu đồng", amount(1_500_000)),
        ("1.200 triệu đồng", amount(1_200_000_000)),
        ("2 triệu rưỡi đồng", amount(2_500_000)),
        ("2 triệu 500 nghìn đồng", amount(2_500_000)),
        ("2,1 tỷ đồng", amount(2_100_000_000)),
        ("1,5 đồng", amount(Fraction(3, 2))),
        ("năm mươi nghìn đồng/giấy", amount(50_000, per="giấy")),
        ("1.5 USD", amount(Fraction(3, 2), "USD")),
        ("01 USD", amount(1, "USD")),
        ("145 usd", amount(145, "USD")),
        ("10USD/giấy", amount(10, "USD", per="giấy")),
        ("10$", amount(10, "USD")),
        ("10 US$", amount(10, "USD")),
        ("5 đô la Mỹ", amount(5, "USD")),
        ("5 €", amount(5, "EUR")),
        ("5 euro", amount(5, "EUR")),
        ("1,234.50 EUR", amount(Fraction(2469, 2), "EUR")),
        ("5 NZD", amount(5, "NZD")),
        ("Lệ phí: 8.000 đồng/bản sao", amount(8000, per="bản sao", category="lệ phí")),
        ("Lệ phí 8.000 đồng", amount(8000, category="lệ phí")),
        ("Phí : 150.000 Đồng", amount(150_000, category="phí")),
        ("Giá dịch vụ: 5.000đ", amount(5000, category="giá")),
        ("Giá: 5.000đ", amount(5000, category="giá")),
        ("Thuế: 5.000đ", amount(5000, category="thuế")),
        ("Phí, lệ phí: 5.000đ", amount(5000)),
        ("Mức thu: 30.000 đồng/thẻ Căn cước", amount(30_000, per="thẻ Căn cước")),
        ("Mức thu lệ phí là 30.000 đồng", amount(30_000, category="lệ phí")),
        ("Phí: Lệ phí: 03 USD", amount(3, "USD", category="phí")),
        ("- 50.000 đồng", amount(50_000)),
        ("10.000 đồng/1 giấy", amount(10_000, per="giấy")),
        ("10.000 đồng/01 lần.", amount(10_000, per="lần")),
        ("10.000 đồng / người / lần đăng ký", amount(10_000, per="người / lần đăng ký")),
        ("10.000 đồng/khẩu-chiếc", amount(10_000, per="khẩu-chiếc")),
        ("50.000đ/tem “AB”", amount(50_000, per="tem “AB”")),
        ("35.000.000 đồng (ba mươi lăm triệu đồng)/lần gia hạn", amount(35_000_000, per="lần gia hạn")),
        ("4.500.000 (bốn triệu năm trăm nghìn) đồng", amount(4_500_000)),
        ("200000 ĐồngXem chi tiết", amount(200_000)),
        ("50.000 đồng/lần ĐồngXem chi tiết", amount(50_000, per="lần")),
        ("50.000/lần Đồng", amount(50_000, per="lần")),
        ("50000", amount(50_000, currency_stated=False)),
        ("50.000/hồ sơ", amount(50_000, per="hồ sơ", currency_stated=False)),
        ("200 nghìn", amount(200_000, currency_stated=False)),
        ("Tối đa 200.000 đồng/bản", Fee(kind="at_most", amount=Money(200_000), per="bản")),
        ("không quá 200.000đ", Fee(kind="at_most", amount=Money(200_000))),
        ("Mức thu: tối đa không quá 200.000đ", Fee(kind="at_most", amount=Money(200_000))),
        ("100.000 đồng - 200.000 đồng", ranged(100_000, 200_000)),
        ("từ 100.000 đến 500.000 đồng/giấy", ranged(100_000, 500_000, per="giấy")),
        ("100.000đ/lần tới 500.000đ/lần", ranged(100_000, 500_000, per="lần")),
        ("1 - 2 triệu đồng", ranged(1_000_000, 2_000_000)),
        ("500.000 - 1 triệu đồng", ranged(500_000, 1_000_000)),
        ("100 nghìn – 1 triệu đồng", ranged(100_000, 1_000_000)),
        ("5 USD - 10", ranged(5, 10, "USD")),
        ("0 - 5 USD", ranged(0, 5, "USD")),
        ("10.000 - 20.000", ranged(10_000, 20_000, currency_stated=False)),
        ("0,1%", Fee(kind="rate", rate=Fraction(1, 1000))),
        ("0.125 %/năm", Fee(kind="rate", rate=Fraction(1, 800), per="năm")),
        ("1/3%", Fee(kind="rate", rate=Fraction(1, 300))),
        ("0%", Fee(kind="rate", rate=Fraction(0))),
        ("Thuế: 5%", Fee(kind="rate", rate=Fraction(1, 20), category="thuế")),
        ("Miễn phí", Fee(kind="free")),
        ("miễn", Fee(kind="free")),
        ("Miễn thu phí, lệ phí", Fee(kind="free")),
        ("Không", Fee(kind="free")),
        ("Không thu phí", Fee(kind="free")),
        ("Không mất phí.", Fee(kind="free")),
        ("Không phải nộp lệ phí", Fee(kind="free")),
        ("Không có", Fee(kind="free")),
        ("0", Fee(kind="free")),
        ("0.0", Fee(kind="free")),
        ("0 Đồng", Fee(kind="free")),
        ("0 triệu đồng", Fee(kind="free")),
        ("Phí : 0 Đồng", Fee(kind="free", category="phí")),
        ("Lệ phí : Không Đồng", Fee(kind="free", category="lệ phí")),
        ("Không quy định", Fee(kind="not_fixed")),
        ("Chưa có quy định.", Fee(kind="not_fixed")),
        ("Chưa quy định cụ thể", Fee(kind="not_fixed")),
        ("Theo quy định", Fee(kind="delegated")),
        ("Lệ phí: theo quy định.", Fee(kind="delegated", category="lệ phí")),
    ],
)
def test_one_statement(text: str, fee: Fee) -> None:
    assert Fee.parse(text) == fee
    assert Fee.parse(str(fee)) == fee
    assert Fee.is_valid(text)


@pytest.mark.parametrize(
    "text",
    [
        "Theo quy định của HĐND tỉnh",
        "theo quy định tại Thông tư của Bộ Tài chính.",
        "Thực hiện theo Thông tư số 60/2023/TT-BTC",
        "Áp dụng mức thu theo quy định hiện hành",
        "quy định tại Biểu phí",
        "do HĐND tỉnh quy định",
        "Mức lệ phí cụ thể do Hội đồng nhân dân tỉnh quyết định. Miễn cho hộ nghèo.",
        "Theo mức thu phí do Hội đồng nhân dân cấp tỉnh quy định",
        "Nghị quyết số 12/2024/NQ-HĐND",
        "(Theo quy định của Bộ Tài chính)",
    ],
)
def test_set_by_another_authority(text: str) -> None:
    assert Fee.parse(text) == Fee(kind="delegated", note=text)
    assert str(Fee.parse(text)) == text
    labelled = Fee(kind="delegated", category="phí", note=text)
    assert Fee.parse(f"Phí: {text}") == Fee.parse(str(labelled)) == labelled
    assert str(labelled) == f"Phí: {text}"


def test_an_empty_amount_beside_who_sets_it() -> None:
    text = "Phí :  Đồng (Theo quy định của Bộ Tài chính)"
    assert Fee.parse(text) == Fee(kind="delegated", category="phí", note="(Theo quy định của Bộ Tài chính)")


@pytest.mark.parametrize("note", ["x", "Phí: theo quy định tại Thông tư", "theo quy định; x", "50.000 đồng", "do ai"])
def test_a_note_that_does_not_say_by_itself_who_sets_the_level(note: str) -> None:
    fee = Fee(kind="delegated", note=note)
    assert str(fee) == f"Theo quy định; {note}"
    assert Fee.parse(str(fee)) == fee


@pytest.mark.parametrize(
    ("text", "fee"),
    [
        ("2.000 đồng/trang; tối đa 9.000 đồng/bản", amount(2000, per="trang", note="tối đa 9.000 đồng/bản")),
        ("8.000 đồng (tám nghìn)", amount(8000)),
        ("8.000 đồng (bản chính)", amount(8000, note="(bản chính)")),
        ("8.000 đồng, kể cả bản sao", amount(8000, note="kể cả bản sao")),
        ("8.000 đồng đối với cấp mới", amount(8000, note="đối với cấp mới")),
        ("8.000 đồng - cấp mới", amount(8000, note="- cấp mới")),
        ("8.000 đồng/giấy theo Thông tư", amount(8000, per="giấy", note="theo Thông tư")),
        ("8.000 đồng/10 km", amount(8000, note="/10 km")),
        ("8.000 đồng\nFile đính kèm: a.pdf", amount(8000, note="File đính kèm: a.pdf")),
        ("Phí thẩm định hồ sơ: 8.000 đồng; x", amount(8000, category="phí", note="thẩm định hồ sơ; x")),
        ("Phí thẩm định: 8.000 đồng", amount(8000, category="phí", note="thẩm định")),
        ("50% mức thu phí", Fee(kind="rate", rate=Fraction(1, 2), note="mức thu phí")),
        ("Phí : 1.\tMức thu bằng 50% phí", Fee(kind="rate", rate=Fraction(1, 2), category="phí", note="phí")),
        ("Miễn phí; 50.000 đồng", Fee(kind="free", note="50.000 đồng")),
        ("Miễn phí, trừ bản sao", Fee(kind="free", note="trừ bản sao")),
        ("Miễn phí (Thông tư số 1)", Fee(kind="free", note="(Thông tư số 1)")),
        ("0 đồng/hồ sơ", Fee(kind="free", note="/hồ sơ")),
        ("Không quy định. Xem Thông tư", Fee(kind="not_fixed", note="Xem Thông tư")),
        ("5 đồng; đo\u0302\u0300ng\u200b x", amount(5, note="đo\u0302\u0300ng\u200b x")),
        ("5 đồng; Xem chi tiết", amount(5, note="Xem chi tiết")),
    ],
)  # fmt: skip
def test_the_rest_is_kept_word_for_word(text: str, fee: Fee) -> None:
    assert Fee.parse(text) == fee
    assert Fee.parse(str(fee)) == fee


@pytest.mark.parametrize("text", ["", " ", "-", "Không có thông tin", "KHÔNG CÓ THÔNG TIN."])
def test_nothing_stated_is_no_value(text: str) -> None:
    with pytest.raises(ParseError, match="nothing is stated"):
        Fee.parse(text)


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("Phí : Đồng", 6),
        ("Phí : o Đồng", 6),
        ("o Đồng", 0),
        ("Lệ phí: ĐồngXem chi tiết", 8),
        ("Phí", 0),
        ("1.23.4 đồng", 0),
        ("1234.567 đồng", 0),
        ("1100,000 VNĐ", 0),
        ("1.5 đồng", 0),
        ("1,5", 0),
        ("1,2345 nghìn", 0),
        ("1,200 triệu đồng", 0),
        ("2 nghìn 5 triệu đồng", 0),
        ("1" * 16 + " đồng", 0),
        ("1,1234567 USD", 0),
        ("5 nzd", 0),
        ("5 đồng phạm", 1),
        ("12/05/2025", 0),
        ("8.000 đồng 1 bản", 10),
        ("50.000 đồng và 20.000 đồng", 11),
        ("50.000 đồng + 5%", 11),
        ("khoảng 50.000 đồng", 0),
        ("từ 100.000 đồng", 0),
        ("từ một đến hai triệu đồng", 0),
        ("năm mươi nghìn", 0),
        ("mười năm đồng", 0),
        ("5 - 3 USD", 0),
        ("100 - 2 triệu đồng", 0),
        ("5 USD - 10 EUR", 0),
        ("5đ/lần - 10đ/giấy", 0),
        ("tối đa từ 5 đến 10 đồng", 0),
        ("tối đa 0 triệu đồng", 0),
        ("0,1% - 0,5%", 0),
        ("1/0%", 0),
        ("Miễn phí đối với hộ nghèo", 8),
        ("Miễn phí (đối với hộ nghèo)", 8),
        ("Miễn phí, nếu nộp trực tuyến", 8),
        ("Giá trị giao dịch: 5 đồng", 0),
        ("Đối với cấp mới: theo quy định", 0),
    ],
)
def test_what_is_not_one_fee_is_refused(text: str, position: int) -> None:
    with pytest.raises(ParseError, match="fee: ") as caught:
        Fee.parse(text)
    assert (caught.value.value, caught.value.position) == (text, position)
    assert not Fee.is_valid(text)


@pytest.mark.parametrize("value", [None, 5, 1.5, True, b"5", ["5"], object(), Fee, Money(5)])
def test_what_is_no_text_is_refused(value: object) -> None:
    with pytest.raises(ParseError, match="expected text"):
        Fee.parse(value)  # type: ignore[arg-type]
    with pytest.raises(ParseError, match="expected text"):
        parse_fees("5 đồng", value)  # type: ignore[arg-type]
    assert not Fee.is_valid(value)


@pytest.mark.parametrize(
    ("text", "repairs"),
    [
        ("1,200,000 VNĐ", ()),
        ("Lệ phí: 8.000 đồng/bản; x", ()),
        ("Theo quy định của Bộ", ()),
        ("50000", ("no-currency",)),
        ("50.000/lần Đồng", ()),
        ("50.000 đồng/lần Đồng", ("unit-twice",)),
        ("50.000 đồng đồng", ("unit-twice",)),
        ("4.500.000 (bốn triệu) đồng", ("words-differ",)),
        ("2.500.000 đồng (hai triệu năm trăm đồng)", ("words-differ",)),
        ("8.000 đồng.", ("trailing-mark",)),
        ("8.000  đồng ", ("blanks",)),
        ("8.000\u200b đồng", ("characters",)),
        ("8.000–9.000 (mười nghìn)", ("characters", "words-differ", "no-currency")),
    ],
)
def test_what_was_mended_is_told(text: str, repairs: tuple[str, ...]) -> None:
    fee = Fee.parse(text)
    assert fee.repairs == repairs
    assert fee == attrs.evolve(fee, repairs=())
    assert all(describe(repair) for repair in repairs)


@pytest.mark.parametrize(
    ("note", "validity"),
    [
        ("(áp dụng đến hết ngày 31/12/2026)", TO_2026),
        ("áp dụng đến ngày 31-12-2026", TO_2026),
        ("đến hết 31.12.2026", TO_2026),
        ("kể từ ngày 01/7/2025 đến hết ngày 31/12/2026", RELIEF),
        ("từ ngày 1/7/2025 đến 31/12/2026", RELIEF),
        ("Kể từ ngày 01 tháng 7 năm 2025 đến hết ngày 31 tháng 12 năm 2026", RELIEF),
        ("Từ ngày 01/01/2026 áp dụng", Interval(dt.date(2026, 1, 1))),
        ("kể từ ngày 01/01/2026", Interval(dt.date(2026, 1, 1))),
        ("5.000 đồng đến hết ngày 31/12/2026", TO_2026),
        ("Thông tư số 1. Áp dụng đến hết ngày 31/12/2026", TO_2026),
        ("kể từ ngày 31/02/2026, áp dụng đến hết ngày 31/12/2026", TO_2026),
        ("từ ngày 01/01/2026", None),
        ("người sinh từ ngày 01/01/2010", None),
        ("Thông tư số 25/2021/TT-BTC ngày 07/4/2021", None),
        ("có hiệu lực từ ngày 01/7/2025 đến hết ngày 31/12/2026", None),
        ("đến hết ngày 31/02/2026", None),
        ("đến hết ngày 31/12/1899", None),
        ("từ ngày 01/01/2027 đến hết ngày 31/12/2026", None),
        ("4.000 đồng đến hết ngày 31/12/2026", None),
        ("4.000 đồng; áp dụng đến hết ngày 31/12/2026", None),
        ("bằng 50% đến hết ngày 31/12/2026", None),
        ("Nộp trực tuyến: đến hết ngày 31/12/2026", None),
        ("Trường hợp cấp mới. Áp dụng đến hết ngày 31/12/2026", None),
    ],
)
def test_a_period_of_the_same_level(note: str, validity: Interval | None) -> None:
    fee = Fee.parse(f"5.000 đồng; {note}")
    assert (fee.validity, fee.note) == (validity, note)
    assert Fee.parse(str(fee)) == fee


def test_a_period_that_the_note_does_not_state_is_written() -> None:
    fee = amount(5, validity=RELIEF, note="x")
    assert str(fee) == "5 đồng (từ 01/07/2025 đến hết 31/12/2026); x"
    assert str(attrs.evolve(fee, validity=TO_2026)) == "5 đồng (đến hết 31/12/2026); x"
    assert str(attrs.evolve(fee, validity=Interval(dt.date(1900, 1, 1)))) == "5 đồng (từ 01/01/1900); x"
    undated = amount(5, note="áp dụng đến hết ngày 31/12/2026")
    assert str(undated) == "5 đồng (không thời hạn); áp dụng đến hết ngày 31/12/2026"
    for dated in (fee, undated):
        assert Fee.parse(str(dated)) == dated
    wrong = Fee.parse("5 đồng (từ 01/07/2026 đến hết 31/12/2025)")
    assert wrong == amount(5, note="(từ 01/07/2026 đến hết 31/12/2025)")


HALF = "(thu 25.000 đồng/hồ sơ từ ngày 01/7/2025 đến hết ngày 31/12/2026, Thông tư 64/2025/TT-BTC)"


SAID = "the description, word for word"
TWO_LEVELS = "- 50.000đ/tem (mức chung). - 25.000đ/tem (thu đến hết ngày 31/12/2026)"


@pytest.mark.parametrize(
    ("cell", "description", "fees"),
    [
        ("", "", ()),
        ("-", "Không có thông tin", ()),
        ("Không có thông tin", "", ()),
        ("Miễn phí", "", (Fee(kind="free"),)),
        ("Miễn phí", "-", (Fee(kind="free"),)),
        ("Miễn phí", "50.000 đồng/giấy", (Fee(kind="free", note=SAID),)),
        ("Không có thông tin", "8.000 đồng/bản", (amount(8000, per="bản"),)),
        ("", "Tùy trường hợp", (Unparsed("Tùy trường hợp"),)),
        ("o Đồng", "8.000 đồng", (Unparsed("o Đồng; 8.000 đồng"),)),
        ("60,000 VNĐ", "/hồ sơ (Thông tư số 61/2023/TT-BTC)", (amount(60_000, per="hồ sơ", note=SAID),)),
        ("60,000 VNĐ", "đồng/1 lần", (amount(60_000, per="lần", note=SAID),)),
        ("10 USD", "Mức thu: 10USD/người.", (amount(10, "USD", per="người", note=SAID),)),
        ("10.000 đồng/lần", "10.000 đồng/giấy", (amount(10_000, per="lần", note=SAID),)),
        ("155 VNĐ", "155 USD/thẻ", (amount(155, note=SAID),)),
        ("135 VNĐ", "135.000 đồng/lần", (amount(135, per="lần", note=SAID),)),
        ("10,000 VNĐ", "1.000 đồng/lần", (amount(10_000, note=SAID),)),
        ("8.000 đồng (bản sao)", "x", (amount(8000, note="(bản sao); x"),)),
    ],
)
def test_an_entry_is_a_cell_and_its_description(cell: str, description: str, fees: tuple[Fee | Unparsed, ...]) -> None:
    expected = [attrs.evolve(f, note=description) if type(f) is Fee and f.note == SAID else f for f in fees]
    assert parse_fees(cell, description) == tuple(expected)
    assert parse_fees(f" {cell}", f"  {description}\n") == tuple(expected)


@pytest.mark.parametrize(
    ("cell", "description", "others"),
    [
        ("50 VNĐ", HALF, [amount(25_000, per="hồ sơ", validity=RELIEF, note=HALF)]),
        ("Miễn phí", HALF, [amount(25_000, per="hồ sơ", validity=RELIEF, note=HALF)]),
        ("Phí: 50.000đ", HALF, [amount(25_000, per="hồ sơ", category="phí", validity=RELIEF, note=HALF)]),
        (
            "50,000 VNĐ",
            TWO_LEVELS,
            [amount(25_000, per="tem", validity=TO_2026, note=TWO_LEVELS[TWO_LEVELS.index("25.000") :])],
        ),
        # not where it holds for some only, or is no amount, or one of several
        ("50,000 VNĐ", "nộp trực tuyến: 25.000 đồng đến hết ngày 31/12/2026", []),
        ("50,000 VNĐ", "25.000 đồng", []),
        ("50,000 VNĐ", "bằng 50% đến hết ngày 31/12/2026", []),
        ("50,000 VNĐ", "0 đồng đến hết ngày 31/12/2026", []),
        ("50,000 VNĐ", "5 USD hay 6 USD đến hết ngày 31/12/2026", []),
        ("50,000 VNĐ", "1,1234567 USD đến hết ngày 31/12/2026", []),
    ],
)
def test_another_level_with_its_own_period_is_a_fee_of_its_own(cell: str, description: str, others: list[Fee]) -> None:
    first, *rest = parse_fees(cell, description)
    assert rest == others
    assert type(first) is Fee
    assert (first.amount, first.validity, first.note) == (Fee.parse(cell).amount, None, description)


@pytest.mark.parametrize(
    ("cell", "description", "per"),
    [
        ("25 VNĐ", "25.000.000đ/giấy (áp dụng đến hết ngày 31/12/2026)", "giấy"),
        ("25,000 VNĐ", "áp dụng đến hết ngày 31/12/2026", None),
        ("25,000 VNĐ", "25.000đ/giấy (áp dụng đến hết ngày 31/12/2026)", "giấy"),
        ("25.000đ (áp dụng đến hết ngày 31/12/2026)", "Nộp trực tiếp", None),
    ],
)
def test_a_period_of_the_same_level_dates_the_fee_and_the_amount_stays(
    cell: str, description: str, per: str | None
) -> None:
    (fee,) = parse_fees(cell, description)
    assert type(fee) is Fee
    assert (fee.amount, fee.per, fee.validity) == (Fee.parse(cell).amount, per, TO_2026)


@pytest.mark.parametrize(
    ("cell", "fees"),
    [
        (
            "Phí : 2.000.000 Đồng (nghiên cứu)\nLệ phí : 3.000.000 Đồng (thi công)",
            (
                amount(2_000_000, category="phí", note="(nghiên cứu)"),
                amount(3_000_000, category="lệ phí", note="(thi công)"),
            ),
        ),
        (
            "Phí: 150.000 ĐồngXem chi tiết Lệ phí: ĐồngXem chi tiết",
            (amount(150_000, category="phí"), Unparsed("Lệ phí: Đồng")),
        ),
        (
            "Lệ phí: 5 USD; Phí: 6 USD (gồm 1; Phí: 2)",
            (amount(5, "USD", category="lệ phí"), amount(6, "USD", category="phí", note="(gồm 1; Phí: 2)")),
        ),
        ("Phí : 0 Đồng\nFile đính kèm: a.pdf", (Fee(kind="free", category="phí", note="File đính kèm: a.pdf"),)),
    ],
)
def test_a_cell_may_state_several_fees(cell: str, fees: tuple[Fee | Unparsed, ...]) -> None:
    assert parse_fees(cell) == fees


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("", ()),
        ("155 USD/thẻ", (Money(155, "USD"),)),
        ("150.000 đồng/lần", (Money(150_000),)),
        ("4.500.000 (bốn triệu năm trăm nghìn) đồng", (Money(4_500_000),)),
        ("giá trị dưới 2,1 tỷ đồng, trên 50 tỷ", (Money(2_100_000_000),)),
        ("từ 100.000 đến 500.000 đồng", (Money(100_000), Money(500_000))),
        ("1 - 2 triệu đồng", (Money(1_000_000), Money(2_000_000))),
        ("5000 đồng; 40.000đ, 1.5 USD", (Money(5000), Money(40_000), Money(Fraction(3, 2), "USD"))),
        ("5 - 3 USD", ()),
        ("-50.000đ", (Money(50_000),)),
        ("8.000.000/lần", ()),
        ("Thông tư số 64/2025/TT-BTC ngày 30/6/2025, điểm đ khoản 2 Điều 5", ()),
        ("1.23.4 đồng, 1234.567 đồng, 1.5 đồng", ()),
        ("02 đồng sở hữu, 3 đồng thời, hợp đồng 5", ()),
        ("từ 16 tuổi: 5 đồng", (Money(5),)),
    ],
)
def test_amounts_in_prose(text: str, amounts: tuple[Money, ...]) -> None:
    assert amounts_in(text) == amounts


@pytest.mark.parametrize(
    ("fields", "faulty"),
    [
        ({"kind": "amount"}, {"amount"}),
        ({"kind": "range", "amount": Money(5)}, {"at_least"}),
        ({"kind": "rate"}, {"rate"}),
        ({"kind": "fee"}, {"kind"}),
        ({"kind": "free", "amount": Money(5)}, {"amount"}),
        ({"kind": "delegated", "rate": Fraction(1, 2), "at_least": Money(1)}, {"rate", "at_least"}),
        ({"kind": "amount", "amount": Money(0)}, {"amount"}),
        ({"kind": "amount", "amount": 5}, {"amount"}),
        ({"kind": "at_most", "amount": Money(-5)}, {"amount"}),
        ({"kind": "amount", "amount": Money(10**15)}, {"amount"}),
        ({"kind": "amount", "amount": Money(Fraction(1, 3))}, {"amount"}),
        ({"kind": "amount", "amount": Money(Fraction(1, 10**7))}, {"amount"}),
        ({"kind": "range", "amount": Money(5), "at_least": Money(6)}, {"at_least"}),
        ({"kind": "range", "amount": Money(5), "at_least": Money(4, "USD")}, {"at_least"}),
        ({"kind": "range", "amount": Money(5), "at_least": Money(-1)}, {"at_least"}),
        ({"kind": "rate", "rate": Fraction(-1)}, {"rate"}),
        ({"kind": "rate", "rate": Fraction(10**10)}, {"rate"}),
        ({"kind": "rate", "rate": 0.5}, {"rate"}),
        ({"kind": "amount", "amount": Money(5, "USD"), "currency_stated": False}, {"currency_stated"}),
        ({"kind": "amount", "amount": Money(Fraction(1, 2)), "currency_stated": False}, {"currency_stated"}),
        ({"kind": "free", "currency_stated": False}, {"currency_stated"}),
        ({"kind": "free", "per": "bản"}, {"per"}),
        ({"kind": "free", "category": "cước"}, {"category"}),
        ({"kind": "free", "validity": Interval()}, {"validity"}),
        ({"kind": "free", "validity": Interval(dt.date(1899, 12, 31))}, {"validity"}),
        ({"kind": "free", "validity": Interval(dt.date(3000, 1, 1))}, {"validity"}),
        ({"kind": "free", "validity": Interval(None, dt.date(1900, 1, 1))}, {"validity"}),
        ({"kind": "free", "validity": Interval(None, dt.date(3000, 1, 2))}, {"validity"}),
        ({"kind": "free", "note": " x"}, {"note"}),
        ({"kind": "free", "note": "x" * 99_001}, {"note"}),
    ],
)
def test_what_a_fee_cannot_be(fields: dict[str, object], faulty: set[str]) -> None:
    with pytest.raises(MalformedError) as caught:
        Fee(**fields)  # type: ignore[arg-type]
    assert {fault.field for fault in caught.value.faults} == faulty


@pytest.mark.parametrize(
    "per",
    [
        "", " bản", "bản ", "bản  sao", "1 bản", "10 km", "x, y", "x;y", "x.", "(x)", "lần đồng", "x theo y", "x - y",
        "a-0", "a\nb", "a\u0300", "x" * 121, "/",
    ],
)  # fmt: skip
def test_what_cannot_stand_behind_the_slash(per: str) -> None:
    with pytest.raises(MalformedError, match="per: expected"):
        amount(5, per=per)


@pytest.mark.parametrize(
    ("fee", "vi", "en"),
    [
        (amount(25_000, per="hồ sơ"), "25.000 đồng/hồ sơ", "25,000 VND/hồ sơ"),
        (amount(Fraction(9, 8), "USD"), "1,1250 USD", "1.125 USD"),
        (amount(5000, currency_stated=False), "5.000", "5,000"),
        (ranged(5, 10, "USD"), "từ 5 USD đến 10 USD", "from 5 USD to 10 USD"),
        (Fee(kind="at_most", amount=Money(5), category="giá"), "Giá: tối đa 5 đồng", "price: at most 5 VND"),
        (Fee(kind="rate", rate=Fraction(1, 1000), per="năm"), "0,1%/năm", "0.1%/năm"),
        (Fee(kind="free", category="phí"), "Phí: Miễn phí", "fee: free of charge"),
        (Fee(kind="not_fixed"), "Không quy định", "not fixed"),
        (Fee(kind="delegated", category="lệ phí"), "Lệ phí: Theo quy định", "charge: as set by another authority"),
        (
            amount(5, validity=RELIEF),
            "5 đồng (từ 01/07/2025 đến hết 31/12/2026)",
            "5 VND (from 2025-07-01 through 2026-12-31)",
        ),
        (amount(5, validity=TO_2026), "5 đồng (đến hết 31/12/2026)", "5 VND (through 2026-12-31)"),
        (Fee(kind="free", category="thuế", validity=Interval(dt.date(2026, 1, 1))), "Thuế: Miễn phí (từ 01/01/2026)",
         "tax: free of charge (from 2026-01-01)"),
    ],
)  # fmt: skip
def test_words_in_two_languages(fee: Fee, vi: str, en: str) -> None:
    assert (fee.display(), fee.display("en")) == (vi, en)
    assert str(fee) == vi


def test_a_fee_is_a_value() -> None:
    fee = amount(5, per="bản")
    assert repr(fee) == "Fee(kind='amount', amount=Money(5), per='bản')"
    assert {fee, copy.deepcopy(fee)} == {fee}
    assert fee != amount(5)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        fee.per = None  # type: ignore[misc]
    with pytest.raises(TypeError):
        Fee("free")  # type: ignore[misc]

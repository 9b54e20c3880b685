"""Fees: what is written is read back, nothing of an entry is lost, and any text is read or refused."""

import datetime as dt
import pickle
import time
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc.dated import Interval
from tthc.errors import MalformedError, ParseError
from tthc.fees import Fee, amounts_in, parse_fees
from tthc.money import Money
from tthc.text import Unparsed, normalise

PIECES = [
    " ", "  ", ";", "; ", ",", ".", ":", "-", " - ", "+", "(", ")", "/", "\n", "\t", "\u00a0", "\u200b", "%", "0",
    "1", "05", "50.000", "1,200,000", "1.5", "1/3", "1.23.4", "1234.567", "một", "hai triệu", "rưỡi", "không",
    "nghìn", "triệu", "tỷ", "đồng", "đ", "VNĐ", "Việt Nam Đồng", "USD", "JPY", "₫", "từ", "đến", "tối đa",
    "không quá", "miễn phí", "Không", "không thu phí", "không quy định", "theo quy định",
    "Theo quy định tại Thông tư", "do HĐND tỉnh quy định", "lệ phí", "Phí : ", "Giá: ", "mức thu", "bằng 50%",
    "/hồ sơ", "/1 lần", "/tem “AB”", "đồng/lần Đồng", "Xem chi tiết", "kể từ ngày 01/7/2025",
    "đến hết ngày 31/12/2026", "(từ 01/07/2025 đến hết 31/12/2026)", "(không thời hạn)", "áp dụng", "trường hợp",
    "đối với", "trực tuyến", "25.000 đồng/hồ sơ", "31 tháng 12 năm 2026", "30/02/2025", "đo\u0302\u0300ng", "Ð", "–",
    "nộp",
]  # fmt: skip

texts = st.one_of(st.text(max_size=40), st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3))).map("".join))
notes = st.one_of(st.just(""), texts.map(str.strip))
days = st.one_of(st.none(), st.dates(dt.date(1900, 1, 1), dt.date(2999, 12, 31)))
units = st.sampled_from(
    ["bản sao", "hồ sơ", "thẻ Căn cước", "người/lần đăng ký", "tem “AB”", "khẩu-chiếc", "Giấy phép", "m2"]
)
whole = st.one_of(st.integers(1, 10**6), st.integers(1, 10**12)).map(Fraction)
broken = st.one_of(st.decimals("0.000001", 10**6, places=6), st.decimals("0.001", 10**6, places=3)).map(Fraction)
codes = st.one_of(st.sampled_from(["VND", "USD"]), st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=3, max_size=3))
rates = st.one_of(
    st.builds(Fraction, st.integers(0, 1000), st.just(1000)),
    st.builds(Fraction, st.integers(0, 10**9), st.integers(1, 10**9)),
)


def _interval(since: dt.date | None, last: dt.date | None) -> Interval | None:
    if since is not None and last is not None and last < since:
        since, last = last, since
    return None if since is None and last is None else Interval.through(since, last)


@st.composite
def fees(draw: st.DrawFn) -> Fee:
    """Any fee that can be built."""
    kind = draw(st.sampled_from(["free", "amount", "at_most", "range", "rate", "delegated", "not_fixed"]))
    fields: dict[str, object] = {
        "kind": kind,
        "category": draw(st.sampled_from([None, "phí", "lệ phí", "giá", "thuế"])),
        "validity": _interval(draw(days), draw(days)),
        "note": draw(notes),
    }
    if kind in {"amount", "at_most", "range"}:
        stated = draw(st.booleans())
        code = draw(codes) if stated else "VND"
        low, high = sorted([draw(whole), draw(st.one_of(whole, broken) if stated else whole)])
        fields |= {"amount": Money(high, code), "currency_stated": stated}
        if kind == "range":
            fields["at_least"] = Money(draw(st.sampled_from([low, Fraction(0)])), code)
    elif kind == "rate":
        fields["rate"] = draw(rates)
    if kind in {"amount", "at_most", "range", "rate"}:
        fields["per"] = draw(st.one_of(st.none(), units))
    return Fee(**fields)  # type: ignore[arg-type]  # the fields are put together by kind


@given(fees())
def test_what_is_written_is_read_back(fee: Fee) -> None:
    assert Fee.parse(str(fee)) == fee
    assert hash(Fee.parse(str(fee))) == hash(fee)
    assert pickle.loads(pickle.dumps(fee)) == fee
    names = {"Fee": Fee, "Money": Money, "Fraction": Fraction, "Interval": Interval, "datetime": dt}
    assert eval(repr(fee), names) == fee


@given(st.text(max_size=30), fees())
def test_a_unit_that_can_be_held_is_read_back(per: str, fee: Fee) -> None:
    try:
        fee = Fee(kind="amount", amount=Money(5), per=per, note=fee.note)
    except MalformedError:
        return
    assert Fee.parse(str(fee)) == fee


@given(texts)
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        fee = Fee.parse(text)
    except ParseError as refused:
        place = refused.position
    else:
        place = None
        assert Fee.parse(str(fee)) == fee
    assert place is None or 0 <= place <= len(text)


@given(texts, texts)
def test_no_entry_fails_and_its_description_is_kept(amount: str, description: str) -> None:
    entry = parse_fees(amount, description)
    kept = " ".join(fee.note if type(fee) is Fee else str(fee) for fee in entry)
    for fee in entry:
        assert type(fee) is Unparsed or (type(fee) is Fee and Fee.parse(str(fee)) == fee)
    if entry and parse_fees(amount):  # the cell states something, so the description stands beside it
        said = description.strip()
        assert normalise(said).casefold().strip(" .-") in {"", "không có thông tin"} or said in kept


@given(st.lists(st.integers(1, 10**9), min_size=1, max_size=5), st.sampled_from(["\n", "Xem chi tiết ", "; "]))
def test_a_cell_holds_as_many_fees_as_labels(amounts: list[int], mark: str) -> None:
    cell = mark.join(f"Phí: {amount} Đồng" for amount in amounts)
    assert [fee.amount for fee in parse_fees(cell) if type(fee) is Fee] == [Money(amount) for amount in amounts]


@given(st.integers(1, 10**9), st.sampled_from(["đồng", "đ", " VNĐ", " Việt Nam Đồng", "₫"]))
def test_three_ways_to_part_thousands_are_one(number: int, currency: str) -> None:
    written = {str(number), f"{number:,}", f"{number:,}".replace(",", ".")}
    assert {Fee.parse(number + currency) for number in written} == {Fee(kind="amount", amount=Money(number))}
    for text in written:
        assert amounts_in(f"Thông tư số 25/2021/TT-BTC, Điều 3: thu {text}{currency}/lần.") == (Money(number),)


@given(st.lists(st.tuples(st.integers(1, 10**9), st.sampled_from(["VND", "USD"])), max_size=6))
def test_prose_states_its_amounts_in_order(parts: list[tuple[int, str]]) -> None:
    money = tuple(Money(number, code) for number, code in parts)
    assert amounts_in("; ".join(f"lần {i}: {m}/hồ sơ ngày 01/7/2025" for i, m in enumerate(money))) == money


@given(texts)
def test_amounts_in_any_text(text: str) -> None:
    assert all(money.amount >= 0 for money in amounts_in(text))


@pytest.mark.parametrize(
    "unit",
    [
        " ", "5", "1.", "1 đồng/", "một ", "(", "(một ", "a", "a ", "phí : ", "phí ", "do a ", "mức do ",
        "từ ngày 01/01/2020 ", "- ", ". ", "phí: 5 đồng xem chi tiết ", "\u200b", "a\u0323\u0301", "5%", "0", "1-",
        "1 triệu - ", "miễn phí ", "/", "5 đồng/",
    ],
)  # fmt: skip
@pytest.mark.parametrize("head", ["", "5 đồng; "])
def test_work_grows_with_the_length_of_the_text(head: str, unit: str) -> None:
    def cost(size: int) -> float:
        text = head + unit * ((size - len(head)) // len(unit))
        best = float("inf")
        for _ in range(2):
            start = time.process_time()
            Fee.is_valid(text)
            parse_fees("5 đồng", text)
            best = min(best, time.process_time() - start)
        return best

    assert cost(32_000) < 12 * cost(8_000) + 0.05


def test_longer_texts_are_refused_unread() -> None:
    assert Fee.parse("5 đồng; " + "a" * 90_000).amount == Money(5)
    with pytest.raises(ParseError, match="at most 100000"):
        Fee.parse("5 đồng; " + "a" * 10**6)
    assert parse_fees("5 đồng", "a" * 99_001) == (Unparsed("5 đồng; " + "a" * 99_001),)

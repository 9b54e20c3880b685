"""Whatever a record holds, it is read or refused, nothing it says is dropped, and the work grows with its size only."""

import copy
import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tthc.errors import DecodeError
from tthc.interop.portal import Reading, read
from tthc.interop.portal._aliases import CASE, DOCUMENT, FEE, METHOD, NAMED, RECORD
from tthc.interop.portal._api import KNOWN
from tthc.interop.portal._document_table import split_document_tables, split_files
from tthc.interop.portal._legal_table import split_legal_table
from tthc.interop.portal._method_table import split_method_table
from tthc.interop.portal._prose import split_agencies, split_labels, split_steps
from tthc.interop.portal._result_cell import split_result_cell

KEYS = sorted({*RECORD, *METHOD, *CASE, *DOCUMENT, *FEE, *NAMED, *KNOWN, "metadata", "content", "tables", "_id"})
_PIECES = (
    "Hình thức nộpThời gianPhí, lệ phíMô tả|Trực tiếp|Trực tuyến|Dịch vụ bưu chính|5 Ngày|1200 VNĐ|Miễn phí|(|)|1|0|"
    "Tên giấy tờMẫu đơn, tờ khaiSố lượng|1 bản chính|,2 bản sao|01 bản chính|--|Mẫu số 1.docx|.pdf|trong trường hợp|"
    "Tên văn bản pháp lýMã văn bản|Luật |16/2023/QH15|Thông tư số 02/2017/TT-VPCP|Nghị định|63/2010/NĐ-CP|Mã: |"
    "KQ.G01.000001|Từ khóa|Mô tả|Chọn cơ quan thực hiệnTỉnh/ Thành phố|Cơ quan thực hiện|Bước 1|: |. |\n|- |, |; |Sở|"
    "Không|Không có thông tin|Cấp tỉnh|Toàn trình|01 bộ|http://a/?ma=|\ud800|\u202e|\u0301|Ð|\x00|1e999999999|2026-07-01"
)
PIECES = _PIECES.split("|")
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=8).map("".join) | st.text(max_size=20)
LEAVES = TEXTS | st.none() | st.booleans() | st.integers() | st.floats() | st.binary(max_size=2)
NAMES: Any = st.sampled_from(KEYS) | st.text(max_size=8) | st.integers() | st.none()
VALUES: Any = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=5), max_leaves=25
)
RECORDS: Any = st.dictionaries(NAMES, VALUES, max_size=8)
SHAPES = st.sampled_from([None, "api-2026", "doc-export", "portal-2021", "general"])


@given(RECORDS, SHAPES)
@settings(max_examples=200)
def test_any_record_is_read(record: dict[Any, Any], shape: Any) -> None:
    before = copy.deepcopy(record)
    reading = read(record, shape=shape)
    again = read(record, shape=shape)
    assert str(record) == str(before)
    assert reading == again
    assert hash(reading) == hash(again)
    assert str(reading.value) == str(again.value)
    assert str(reading.report) == str(again.report)
    for finding in reading.report:
        assert finding.text("vi")
        assert finding.text("en")
        assert "{" not in finding.message.text(dict.fromkeys(finding.params, "x"), "en")


@given(VALUES)
def test_what_is_no_mapping_is_refused(value: Any) -> None:
    if not isinstance(value, dict):
        with pytest.raises(DecodeError):
            read(value)


def said(reading: Reading) -> str:
    return "".join((repr_of(reading.value), *map(str, reading.rest.values()))).replace(" ", "")


def repr_of(value: Any) -> str:
    """Everything a value holds, as text."""
    if isinstance(value, tuple | frozenset):
        return "".join(map(repr_of, value))
    if hasattr(value, "__attrs_attrs__"):
        return str(value) + "".join(repr_of(getattr(value, field.name)) for field in value.__attrs_attrs__)
    return str(value)


@given(st.dictionaries(st.sampled_from(KEYS), st.text("abcdefghij", min_size=6, max_size=12), max_size=8), SHAPES)
def test_no_word_of_a_record_is_dropped(record: dict[str, str], shape: Any) -> None:
    held = said(read(record, shape=shape))
    for word in record.values():
        assert word in held


@given(TEXTS)
def test_splitting_drops_no_letter(text: str) -> None:
    """What is parted is still there: only blanks, bullets, brackets and what is read as number or label go."""
    assert letters("".join(split_labels(text))) == letters(text)
    assert letters("".join(split_agencies(text))) == letters(text)
    assert letters("".join(name + rest for name, rest in split_steps(text))) == letters(text)
    name, files, _ = split_files(text)
    assert letters(name + "".join(files)) == letters(text)


def letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


@given(TEXTS)
def test_tables_are_parted_or_left_alone(text: str) -> None:
    for split in (split_document_tables, split_legal_table, split_method_table, split_result_cell):
        parts = split(text)
        assert parts is None or isinstance(parts, tuple)
    tables = split_document_tables(f"--Tên giấy tờMẫu đơn, tờ khaiSố lượng{text}") or ()
    assert tables
    assert all(0 <= row.originals <= 9 for table in tables for row in table.rows)


UNITS = [
    "1",
    "1 bản chính",
    "Bước 1: ",
    "(",
    "(nếu có",
    "Mã: ",
    "Trực tiếp1200 VNĐ(",
    "16/2023/QH15",
    "Luật ",
    ", Bộ ",
    "a.doc",
]
CELLS = {
    "cach_thuc": "Hình thức nộpThời gianPhí, lệ phíMô tả",
    "thanh_phan_ho_so": "Tên giấy tờMẫu đơn, tờ khaiSố lượng",
    "can_cu_phap_ly": "Tên văn bản pháp lýMã văn bản",
    "trinh_tu": "",
    "ket_qua": "",
    "co_quan_thuc_hien": "",
    "thoi_han": "",
}


@pytest.mark.parametrize("unit", UNITS)
def test_the_work_grows_with_the_text_only(unit: str) -> None:
    """Twice the text may take four times as long before this fails; backtracking would take far more."""

    def seconds(size: int) -> float:
        record = {key: head + unit * (size // len(unit)) for key, head in CELLS.items()}
        best = float("inf")
        for _ in range(2):
            start = time.process_time()
            read(record)
            best = min(best, time.process_time() - start)
        return best

    short, long = seconds(50_000), seconds(100_000)
    assert long < 4 * short + 0.5

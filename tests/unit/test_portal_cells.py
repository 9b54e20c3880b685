"""The glued cells of the flat crawl and the prose of records, taken apart."""

import pytest

from tthc.identifiers import LegalNumber
from tthc.interop.portal._document_table import (
    DocumentRow,
    DocumentTable,
    read_counts,
    split_document_tables,
    split_files,
)
from tthc.interop.portal._legal_table import split_legal_table
from tthc.interop.portal._method_table import split_glued_row, split_method_table
from tthc.interop.portal._prose import certified, condition, split_agencies, split_labels, split_steps
from tthc.interop.portal._result_cell import split_result_cell
from tthc.interop.portal._words import fold, is_none, stated

DOCUMENTS = "Tên giấy tờMẫu đơn, tờ khaiSố lượng"
METHODS = "Hình thức nộpThời gianPhí, lệ phíMô tả"
LAW = "Tên văn bản pháp lýMã văn bản"


# ── words ────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("text", ["", "  ", "-", " – ", "Không có thông tin", "KHÔNG CÓ THÔNG TIN.", "\u200b"])
def test_words_that_state_nothing(text: str) -> None:
    assert stated(text) is None


@pytest.mark.parametrize("text", ["Không", "0", "Không có thông tin về phí", "--", "x" * 50, "\u00a0a"])
def test_words_that_state_something(text: str) -> None:
    assert stated(text) == text.strip()


@pytest.mark.parametrize(
    ("text", "none"),
    [("Không", True), ("không.", True), ("Không quy định", True), ("Không có", True), ("Không phải nộp", False)],
)
def test_words_for_none(text: str, none: bool) -> None:
    assert is_none(text) is none


def test_a_key_is_compared_without_marks_and_a_long_one_not_at_all() -> None:
    assert {fold(key) for key in ("ten_thu_tuc", "tên_thủ_tục", "Tên thủ tục", "TÊN-THỦ-TỤC")} == {"tenthutuc"}
    assert fold("x" * 121) == ""


# ── prose ────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("Nộp hồ sơ rồi chờ kết quả", [("", "Nộp hồ sơ rồi chờ kết quả")]),
        ("- Bước 1: Nộp\n+ bước 2. Nhận", [("Bước 1", "Nộp"), ("bước 2", "Nhận")]),
        (
            "Bước 1. Nộp. Bước 2: Nhận theo Bước 1 nêu trên",
            [("Bước 1", "Nộp"), ("Bước 2", "Nhận theo Bước 1 nêu trên")],
        ),
        ("Chuẩn bị.\nBước 1 Nộp. Bước 2 Nhận", [("", "Chuẩn bị."), ("Bước 1", "Nộp"), ("Bước 2", "Nhận")]),
        ("Bước 1: Nộp tại Sở + Bước 2: Nhận", [("Bước 1", "Nộp tại Sở"), ("Bước 2", "Nhận")]),
        ("Bước 1: Nộp (xem Bước 2) rồi chờ", [("Bước 1", "Nộp (xem Bước 2) rồi chờ")]),
        ("Bước 1: Làm xong. Bước 2 thì thôi", [("Bước 1", "Làm xong. Bước 2 thì thôi")]),
        ("a) Bước 1: Nộp\nb) Bước 2: Nhận", [("Bước 1", "Nộp"), ("Bước 2", "Nhận")]),
        ("Bước 1:\nBước 2: Nhận", [("Bước 1", ""), ("Bước 2", "Nhận")]),
    ],
)
def test_steps_are_parted_at_their_markers_only(text: str, steps: list[tuple[str, str]]) -> None:
    dots = [(name, description.rstrip(".")) for name, description in split_steps(text)]
    assert dots == [(name, description.rstrip(".")) for name, description in steps]


def test_labels_with_commas_of_their_own() -> None:
    text = "Công dân Việt Nam, Cán bộ, công chức, viên chức, Tổ chức (trừ Doanh nghiệp, HTX)), Người nước ngoài"
    assert split_labels(text) == [
        "Công dân Việt Nam",
        "Cán bộ, công chức, viên chức",
        "Tổ chức (trừ Doanh nghiệp, HTX))",
        "Người nước ngoài",
    ]


@pytest.mark.parametrize(
    ("text", "agencies"),
    [
        ("Sở Y tế, Công an tỉnh", ["Sở Y tế", "Công an tỉnh"]),
        ("Uỷ ban nhân dân xã, phường, thị trấn", ["Uỷ ban nhân dân xã, phường, thị trấn"]),
        ("Cục phòng, chống bão, Bộ Xây dựng", ["Cục phòng, chống bão", "Bộ Xây dựng"]),
        ("Cơ quan (Sở Y tế, Sở Tư pháp), UBND xã", ["Cơ quan (Sở Y tế, Sở Tư pháp)", "UBND xã"]),
        ("Sở Y tế, Hà Nội, ", ["Sở Y tế, Hà Nội,"]),
        ("Bộ, cơ quan ngang bộ", ["Bộ, cơ quan ngang bộ"]),
    ],
)
def test_agencies_are_parted_before_names_only(text: str, agencies: list[str]) -> None:
    assert split_agencies(text) == agencies


@pytest.mark.parametrize(
    ("name", "phrase"),
    [
        ("Giấy ủy quyền (nếu có)", "nếu có"),
        ("Bản án trong trường hợp đã ly hôn; bản dịch", "trong trường hợp đã ly hôn"),
        ("- Trường hợp nộp qua bưu chính, thì gửi bản sao", "Trường hợp nộp qua bưu chính"),
        ("Đối với cá nhân: bản sao hộ chiếu", "Đối với cá nhân"),
        ("Bản sao hộ chiếu (đối với người nước ngoài)", "đối với người nước ngoài"),
        ("Đơn trợ cấp đối với người có công", None),
        ("Giấy khám sức khỏe, trừ trường hợp được miễn", None),
        ("Tờ khai", None),
    ],
)
def test_the_condition_a_name_states(name: str, phrase: str | None) -> None:
    assert condition(name) == phrase


def test_certified_copies() -> None:
    assert certified("BẢN SAO CÓ CHỨNG THỰC văn bằng") is True
    assert certified("Bản sao chứng thực văn bằng") is True
    assert certified("Bản sao văn bằng") is None


# ── documents ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_tables_with_headings_and_a_heading_without_table() -> None:
    text = (
        f"a) Thành lập:{DOCUMENTS}Tờ khai1 bản chínhBản sao thẻ0 bản chính,2 bản sao"
        f"b) Giải thể:{DOCUMENTS}Đơn02 bản chínhTrường hợp nộp trực tuyến"
    )
    assert split_document_tables(text) == (
        DocumentTable("a) Thành lập:", (DocumentRow("Tờ khai", 1, None, ""), DocumentRow("Bản sao thẻ", 0, 2, ""))),
        DocumentTable("b) Giải thể:", (DocumentRow("Đơn", 2, None, ""),)),
        DocumentTable("Trường hợp nộp trực tuyến", ()),
    )
    assert split_document_tables("1. Tờ khai; 2. Bản sao") is None


@pytest.mark.parametrize(
    ("cell", "text", "originals", "glued"),
    [
        ("Mẫu ngày 24/7/20231 bản chính", "Mẫu ngày 24/7/2023", 1, "20231 bản chính"),
        ("Phụ lục số 031 bản chính", "Phụ lục số 03", 1, "031 bản chính"),
        ("Nghị định 1160 bản chính", "Nghị định 116", 0, "1160 bản chính"),
        ("Đơn03 bản chính", "Đơn", 3, ""),
        ("Đơn; 2 bản chính", "Đơn;", 2, ""),
        ("Hợp đồng (01 bản chính)1 bản chính", "Hợp đồng (01 bản chính)", 1, ""),
        ("Ảnh (nộp 02 bản chính)1 bản chính", "Ảnh (nộp 02 bản chính)", 1, ""),
        ("Ảnh (02 bản chính/người)1 bản chính", "Ảnh (02 bản chính/người)", 1, ""),
        ("Gồm 01 bản chính, 01 bản dịch1 bản chính", "Gồm 01 bản chính, 01 bản dịch", 1, ""),
    ],
)
def test_counts_glued_and_quoted(cell: str, text: str, originals: int, glued: str) -> None:
    tables = split_document_tables(f"--{DOCUMENTS}{cell}")
    assert tables == (DocumentTable("--", (DocumentRow(text, originals, None, glued),)),)


def test_a_name_that_begins_with_a_count() -> None:
    tables = split_document_tables(f"--{DOCUMENTS}Đơn1 bản chính01 bản chính biên bản0 bản chính,1 bản sao")
    assert tables is not None
    assert [(row.text, row.originals, row.copies) for row in tables[0].rows] == [
        ("Đơn", 1, None),
        ("01 bản chính biên bản", 0, 1),
    ]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Bản chính: 1\nBản sao: 0", (1, 0)),
        ("Bản chính: 2 - Bản sao: 10", (2, 10)),
        ("01 bản gốc; 2 bản sao.", (1, 2)),
        ("1 bản chính", (1, None)),
        ("bản chính", None),
        ("Bản chính: nhiều", None),
        ("1 bộ", None),
        ("1 bản chính" + " " * 80 + "x", None),
    ],
)
def test_cells_of_counts(text: str, counts: tuple[int | None, int | None] | None) -> None:
    assert read_counts(text) == counts


@pytest.mark.parametrize(
    ("text", "name", "files"),
    [
        ("Tờ khai", "Tờ khai", ()),
        ("Tờ khai (mẫu kèm theo Nghị định)Mẫu số 2.doc", "Tờ khai (mẫu kèm theo Nghị định)", ("Mẫu số 2.doc",)),
        ("Đơn xin thường trú;Mẫu-01,-Đơn (2).doc", "Đơn xin thường trú;", ("Mẫu-01,-Đơn (2).doc",)),
        ("Đơn theo quy địnhMẫu số 1.docxMẫu số 2.docx", "Đơn theo quy định", ("Mẫu số 1.docx", "Mẫu số 2.docx")),
        ("Phiếu của cơ quan Bộ Công anMau07.doc", "Phiếu của cơ quan Bộ Công an", ("Mau07.doc",)),
        ("Hồ sơ do cấp trực tiếp18-Mẫu số 8.doc", "Hồ sơ do cấp trực tiếp", ("18-Mẫu số 8.doc",)),
        ("Ảnh chụp, KHÔNG XÁC NHẬN,33-Lý lịch.doc", "Ảnh chụp, KHÔNG XÁC NHẬN,", ("33-Lý lịch.doc",)),
        ("Đơn kèm Thông tư 11/2025/TT-BTPMẫu 03.docx", "Đơn kèm Thông tư 11/2025/TT-BTP", ("Mẫu 03.docx",)),
        ("Đơn kèm Thông tư 11/2025/TT-BTP12.1.PLC.docx", "Đơn kèm Thông tư 11/2025/TT-BTP", ("12.1.PLC.docx",)),
        ("Đơn đã ban hành ngày 31/7/2025.Phụ lục II.docx", "Đơn đã ban hành ngày 31/7/2025.", ("Phụ lục II.docx",)),
        ("Bản khai theo Mẫu biểu số 01.mẫu số 1.docx", "Bản khai theo Mẫu biểu số 01.", ("mẫu số 1.docx",)),
        (
            "Giấy đề nghị của cá nhân (Mẫu 05);Mẫu 05A.TT41.doc",
            "Giấy đề nghị của cá nhân (Mẫu 05);",
            ("Mẫu 05A.TT41.doc",),
        ),
        (
            "Thay đổi nội dung của luật sư.6. TP-06. De nghi.doc",
            "Thay đổi nội dung của luật sư.",
            ("6. TP-06. De nghi.doc",),
        ),
        ("Bảng kê bắt buộc hỗ trợPhu luc II TT.14.docx", "Bảng kê bắt buộc hỗ trợ", ("Phu luc II TT.14.docx",)),
        ("Đề nghị theo Mẫu TP-02Mẫu TP-02.docx", "Đề nghị theo Mẫu TP-02", ("Mẫu TP-02.docx",)),
        ("Báo cáo của doanh nghiệp.NA5 (1).pdf", "Báo cáo của doanh nghiệp.", ("NA5 (1).pdf",)),
        ("Đơn (TK01).NA5.pdf", "Đơn (TK01).", ("NA5.pdf",)),
        ("Tờ khai Mau.doc", "", ("Tờ khai Mau.doc",)),
        ("Quốc hội khóa 14 kèm Luật 59/2020/QH14.doc", "", ("Quốc hội khóa 14 kèm Luật 59/2020/QH14.doc",)),
    ],
)
def test_form_files_glued_to_a_name(text: str, name: str, files: tuple[str, ...]) -> None:
    assert split_files(text) == (name, files, True)


def test_a_file_without_a_glued_place_stays_in_the_name() -> None:
    text = "Toàn bộ hồ sơ đề nghị khoanh nợ của khách hàng tại tổ chức tín dụng" + "mẫu số 03 khoanh nợ.docx"
    assert split_files(text) == (text, (), False)
    found = split_files(text + "Mẫu số 4.docx")
    assert found == (text, ("Mẫu số 4.docx",), False)


# ── methods ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_rows_of_methods() -> None:
    text = (
        f"{METHODS}Trực tuyến3 Ngày làm việc100,000 Việt Nam Đồng(100.000 đồng (một trăm nghìn)/giấy)- Nộp trên cổng."
        "Dịch vụ bưu chính1200 VNĐTrực tiếpKhông có thông tinKhông có thông tinNộp tại trụ sở"
        "Trực tiếp5(không có phí)Trực tuyến2 NgàyMiễn phí(thiếu dấu đóng"
    )
    rows, before = split_method_table(text) or ((), "?")
    assert before == ""
    assert [tuple(row) for row in rows] == [
        (
            "Trực tuyến",
            "3 Ngày làm việc",
            "100,000 Việt Nam Đồng",
            "100.000 đồng (một trăm nghìn)/giấy",
            "- Nộp trên cổng.",
            False,
        ),
        ("Dịch vụ bưu chính", "", "1200 VNĐ", "", "", True),
        ("Trực tiếp", "Không có thông tin", "Không có thông tin", "", "Nộp tại trụ sở", False),
        ("Trực tiếp", "5", "", "", "(không có phí)", False),
        ("Trực tuyến", "2 Ngày", "Miễn phí", "", "(thiếu dấu đóng", False),
    ]


def test_text_before_the_first_row_and_text_that_is_no_row() -> None:
    assert split_method_table(f"{METHODS}Nộp tại Sở") == ((), "Nộp tại Sở")
    rows, before = split_method_table(f"{METHODS}Lưu ý Trực tiếp12345678 Ngày") or ((), "?")
    assert before == "Lưu ý"
    assert (rows[0].time, rows[0].note) == ("1234", "5678 Ngày")
    rows, _ = split_method_table(f"{METHODS}Trực tiếpKhông quy định)") or ((), "?")
    assert (rows[0].time, rows[0].note) == ("Không quy định", ")")
    rows, _ = split_method_table(f"{METHODS}Trực tuyến2 NgàyMiễn phí)") or ((), "?")
    assert (rows[0].fee_note, rows[0].note) == ("", ")")
    assert split_method_table("Nộp trực tiếp tại trụ sở") is None


@pytest.mark.parametrize(
    ("cell", "parts"),
    [
        ("1200 VNĐ", ("1", "200 VNĐ")),
        ("120 VNĐ", ("1", "20 VNĐ")),
        ("140,000 Việt Nam Đồng", ("1", "40,000 Việt Nam Đồng")),
        ("1100,000 VNĐ", ("1", "100,000 VNĐ")),
        ("1250 VNĐ", None),
        ("0200 VNĐ", None),
        ("100 VNĐ", None),
        ("5 VNĐ", None),
        ("Miễn phí", None),
    ],
)
def test_a_glued_row_is_parted_where_one_way_is_possible(cell: str, parts: tuple[str, str] | None) -> None:
    assert split_glued_row(cell) == parts


# ── legal basis ──────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        # a title that is its own number, and one with the year before the code
        ("Luật 49/2019/QH1449/2019/QH14Luật Công chứng năm 202446/2024/QH15", ["49/2019/QH14", "46/2024/QH15"]),
        # titles that quote other numbers, at the end and in the middle
        (
            "Sửa Nghị định số 24/2012/NĐ-CP ngày 3/4/2012, Nghị định 9/2020/NĐ-CP232/2025/NĐ-CPVề cư trú68/2020/QH14",
            ["232/2025/NĐ-CP", "68/2020/QH14"],
        ),
        # a type word in the code cell; a next row in small letters
        (
            "Luật Các tổ chức tín dụngLuật số 32/2024/QH15phân cấp thủ tụcThông tư 11/2026/TT-NHNN",
            ["Luật số 32/2024/QH15", "Thông tư 11/2026/TT-NHNN"],
        ),
        # a title that goes on behind its own number without a blank
        ("Thông tư số 53/2025/TT-BCAngày 01/7/2025 của Bộ Công an53/2025/TT-BCA", ["53/2025/TT-BCA"]),
        # a blank between title and code, and one behind the code
        (
            "Về hòa giải 22/2017/NĐ-CPThông tư số 02/2018/TT-BTP ngày 2/2/201802/2018/TT-BTP Về luật sư65/2006/QH11",
            ["22/2017/NĐ-CP", "02/2018/TT-BTP", "65/2006/QH11"],
        ),
        # a title that ends with its own number behind a misspelt type word
        ("Thông thư 47/2019/TT-BTC47/2019/TT-BTCLuật 65/2006/QH1165/2006/QH11", ["47/2019/TT-BTC", "65/2006/QH11"]),
        # a title that ends with the number of another document, its code with a type word
        ("Sửa đổi quy chế kèm Quyết định 12/2021/QĐ-TTgLuật 65/2006/QH11", ["Luật 65/2006/QH11"]),
        # a code not glued to its title, before a title that is a number of its own
        ("Về kinh doanh casino 03/2017/NĐ-CPLuật 65/2006/QH1165/2006/QH11", ["03/2017/NĐ-CP", "65/2006/QH11"]),
        # a type word glued to the number at the head of a row is the title
        ("Nghị định76/2012/NĐ-CPLuật81/2006/QH11", ["76/2012/NĐ-CP", "81/2006/QH11"]),
        # a title in brackets is no code; the last number of the text is
        ("Luật Giá (số 16/2023/QH15)Về giá 16/2023/QH15", ["16/2023/QH15"]),
        # a title that quotes a number, glued to a title without a code
        ("Sửa đổi Nghị định 9/2020/NĐ-CPVề giá", ["Nghị định 9/2020/NĐ-CP", ""]),
        # titles without a code
        ("Luật Giá năm 2023", [""]),
        ("Luật Giá16/2023/QH15Về giá", ["16/2023/QH15", ""]),
        # a digit of the code before stuck to the number
        ("Quyết định 92/2000/QĐ-NHNN792/2000/QĐ-NHNN7", [""]),
        ("", []),
    ],
)
def test_codes_of_the_legal_table(text: str, rows: list[str]) -> None:
    split, page = split_legal_table(LAW + text) or ((), "?")
    assert [row.code for row in split] == rows
    assert page == ""
    for row in split:
        assert (row.number is None) == (row.code == "")
        assert row.number is None or LegalNumber.parse(row.code) == row.number


def test_the_legal_table_ends_at_the_next_label_of_the_page() -> None:
    text = f"{LAW}Luật Giá của cơ quan thực hiện16/2023/QH15Cơ quan thực hiệnTòa án nhân dân"
    assert split_legal_table(text) == (
        (("Luật Giá của cơ quan thực hiện", "16/2023/QH15", LegalNumber.parse("16/2023/QH15")),),
        "Cơ quan thực hiệnTòa án nhân dân",
    )
    assert split_legal_table("Luật Giá 2023") is None


# ── results ──────────────────────────────────────────────────────────────────────────────────────────────────────────

FOOT = "Chọn cơ quan thực hiệnTỉnh/ Thành phốBộ ngànhNộp hồ sơ"


@pytest.mark.parametrize(
    ("text", "results", "keywords", "description", "page"),
    [
        (
            f"Giấy phépMã: KQ.G15.000077Biển số xeMã: 000.00.00.G19-KQ0061Từ khóaxe máyMô tảXem thêm{FOOT}",
            [("Giấy phép", "KQ.G15.000077"), ("Biển số xe", "000.00.00.G19-KQ0061")],
            "xe máy",
            "Xem thêm",
            FOOT,
        ),
        ("QĐ có từ khóaMã: KQ-G15.1Từ khóa-Mô tả-", [("QĐ có từ khóa", "KQ-G15.1")], "-", "-", ""),
        ("ThẻMã: utwChứng chỉMã: 99Giấy", [("Thẻ", "utw"), ("Chứng chỉ", "99"), ("Giấy", "")], "", "", ""),
        ("ThẻMã: Test_P999", [("Thẻ", "Test_P999")], "", "", ""),
        (FOOT, [], "", "", FOOT),
        ("Giấy phépTừ khóacấp phép", [("Giấy phép", "")], "cấp phép", "", ""),
    ],
)
def test_cells_of_results(
    text: str, results: list[tuple[str, str]], keywords: str, description: str, page: str
) -> None:
    cell = split_result_cell(text)
    assert cell is not None
    assert list(cell.results) == results
    assert (cell.keywords, cell.description, cell.page) == (keywords, description, page)


def test_a_plain_result_is_no_such_cell() -> None:
    assert split_result_cell("Giấy phép xây dựng") is None

"""Records keyed in Vietnamese: rows and lists, the glued flat crawl, the Word export and the portal of 2021."""

import datetime as dt
from typing import Any

import pytest

from tthc.calendar import TimeLimit
from tthc.fees import Fee
from tthc.identifiers import LegalNumber, ProcedureCode
from tthc.interop.portal import Reading, read
from tthc.money import Money
from tthc.procedures import (
    Announcement,
    Audience,
    Case,
    Condition,
    Document,
    Form,
    Method,
    OnlineLevel,
    Procedure,
    ResponsibleAgency,
    Result,
    Source,
    Step,
)
from tthc.text import Unparsed

DOCUMENTS = "Tên giấy tờMẫu đơn, tờ khaiSố lượng"
METHODS = "Hình thức nộpThời gianPhí, lệ phíMô tả"
LAW = "Tên văn bản pháp lýMã văn bản"
FIVE_DAYS = TimeLimit(kind="duration", amount=5, unit="day")


def found(reading: Reading) -> list[tuple[str, tuple[str | int, ...]]]:
    return [(finding.code, finding.path) for finding in reading.report]


def source(reading: Reading) -> Source:
    assert reading.value.source is not None
    return reading.value.source


def value(**keys: Any) -> Procedure:
    return read(keys).value


# ── keys ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_one_component_under_many_keys() -> None:
    for keys in (
        {"ten_thu_tuc": "Cấp thẻ", "linh_vuc": "Cư trú"},
        {"tên_thủ_tục": "Cấp thẻ", "LĨNH VỰC": "Cư trú"},
        {"Tên thủ tục": "Cấp thẻ", "lĩnh-vực": "Cư trú"},
        {"ten_tthc": "Cấp thẻ", "field": "Cư trú"},
    ):
        reading = read(keys)
        assert (reading.value.name, reading.value.field) == ("Cấp thẻ", "Cư trú")
        assert source(reading).carries == {"name", "field"}
        assert found(reading) == []


def test_a_component_stated_twice() -> None:
    reading = read({"ten": "Cấp thẻ", "Tên thủ tục": "Cấp lại thẻ", "name": "Cấp thẻ", "title": "-"})
    assert reading.value.name == "Cấp thẻ"
    assert found(reading) == [("TTHC024", ("Tên thủ tục",))]
    assert dict(reading.rest) == {"$['Tên thủ tục']": "Cấp lại thẻ"}


def test_not_stated_none_and_stated() -> None:
    procedure = value(yeu_cau="Không", ket_qua="Không có thông tin", can_cu_phap_ly=["Không quy định."], trinh_tu="-")
    assert procedure.conditions == ()
    assert procedure.legal_basis == ()
    assert procedure.results is None
    assert procedure.steps is None
    assert procedure.state("conditions") == "none"
    assert procedure.state("results") == "blank"
    assert procedure.state("audiences") == "not_carried"


def test_the_list_rows_of_the_portal() -> None:
    reading = read(
        {
            "id": "01a0",
            "ma_tthc": "5.003909",
            "ten_tthc": "1.\tSáp nhập đơn vị",
            "cap_thuc_hien": "Cấp xã, Cấp tỉnh",
            "isProvince": True,
            "isWard": True,
            "level_label": "Cả Cấp tỉnh & Cấp xã",
            "loai_tthc": "TTHC nội bộ",
            "linh_vuc": "Giáo dục nghề nghiệp",
            "co_quan_ban_hanh": "Bộ Giáo dục và Đào tạo",
            "co_quan_thuc_hien": "Ủy ban nhân dân cấp tỉnh",
            "url": "https://example.vn/01a0",
        }
    )
    procedure = reading.value
    assert procedure.code == ProcedureCode("5.003909")
    assert procedure.levels == ("commune", "provincial")
    assert (procedure.internal, procedure.formality) == (True, None)
    assert procedure.decision == Announcement(issuer="Bộ Giáo dục và Đào tạo")
    assert procedure.agencies == (ResponsibleAgency(role="settling", name="Ủy ban nhân dân cấp tỉnh"),)
    assert source(reading).carries == {"code", "name", "field", "levels", "internal", "agencies"}
    assert (source(reading).id, source(reading).url) == ("01a0", "https://example.vn/01a0")
    assert set(reading.rest) == {"$.isProvince", "$.isWard", "$.level_label", "$.loai_tthc"}
    assert found(reading) == []


@pytest.mark.parametrize(
    ("word", "formality"),
    [
        ("TTHC được luật giao quy định chi tiết", "assigned_by_law"),
        ("TTHC được giao luật quy định chi tiết", "assigned_by_law"),
        ("TTHC không được luật giao cho địa phương quy định", "not_assigned"),
        ("TTHC không được luật giao cho địa phương quy định hoặc quy định chi tiết", "not_assigned"),
        ("Loại khác", "other"),
        ("Loại mới", Unparsed("Loại mới")),
    ],
)
def test_formality(word: str, formality: object) -> None:
    reading = read({"loai_thu_tuc": word})
    assert reading.value.formality == formality
    assert [code for code, _ in found(reading)] == ["TTHC015"] * isinstance(formality, Unparsed)


def test_internal_as_a_word() -> None:
    assert value(loai_tthc="TTHC Tiêu chuẩn").internal is False


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Quyết định số 6225/QĐ-BQP", LegalNumber.parse("6225/QĐ-BQP")),
        ("163/QĐ-BTP ngày 24/01/2024", LegalNumber.parse("163/QĐ-BTP")),
        ("9303", Unparsed("9303")),
    ],
)
def test_decision(text: str, number: object) -> None:
    reading = read({"so_quyet_dinh": text})
    assert reading.value.decision == Announcement(number=number)  # type: ignore[arg-type]


def test_levels() -> None:
    reading = read({"cap_thuc_hien": "Cấp Bộ, Cấp Tỉnh, Cấp huyện, Cấp Xã, Cơ quan khác, Cấp vùng"})
    assert reading.value.levels == ("central", "provincial", "district", "commune", "other", Unparsed("Cấp vùng"))
    assert found(reading) == [("TTHC015", ("levels", 5))]
    assert value(levels=["Cấp bộ", {"ten": "Cấp xã"}, {"x": 1}]).levels == ("central", "commune")


# ── lists of components ──────────────────────────────────────────────────────────────────────────────────────────────


def test_steps_as_prose_lists_and_rows() -> None:
    assert value(trinh_tu="Bước 1: Nộp.\nBước 2: Nhận.").steps == (
        Step(name="Bước 1", description="Nộp."),
        Step(name="Bước 2", description="Nhận."),
    )
    rows: list[Any] = ["Nộp", {"ten": "Xét", "noi_dung": "Xét hồ sơ", "thoi_han": "5 ngày"}, {"thoi_han": 3}, {"z": ""}]
    reading = read({"steps": rows})
    assert reading.value.steps == (
        Step(description="Nộp"),
        Step(name="Xét", description="Xét hồ sơ", time_limit=FIVE_DAYS),
        Step(description="", time_limit=TimeLimit(kind="duration", amount=3)),
    )


def test_audiences_agencies_results_and_conditions() -> None:
    reading = read(
        {
            "doi_tuong": ["Cán bộ, công chức, viên chức", {"ten": "Doanh nghiệp", "ma": "ĐT2"}, {"ma": "ĐT9"}, {}],
            "co_quan_thuc_hien": [{"ten": "Sở Y tế", "ma": "H26.12"}, "Công an tỉnh, Sở Tư pháp", {"x": "y"}],
            "co_quan_co_tham_quyen": "Không",
            "dia_chi_tiep_nhan": "Số 1, phố A",
            "ket_qua": ["Giấy phép", {"ten": "Thẻ", "ma_ket_qua": "KQ.G01.1"}, {"noi_dung": "Quyết định"}, {}],
            "yeu_cau": ["Đủ 18 tuổi", {"noi_dung": "Có chứng chỉ"}, {"ten": "Có vốn"}, {}],
            "thu_tuc_lien_quan": ["1.000002; 1.000003", {"ma": "1.000004"}, "1.000005 và 1.000006", {}],
        }
    )
    procedure = reading.value
    assert procedure.audiences == (
        Audience(name="Cán bộ, công chức, viên chức"),
        Audience(name="Doanh nghiệp", code="ĐT2"),
        Audience(name="", code="ĐT9"),
    )
    assert [str(a.name or a.address) for a in procedure.agencies or () if isinstance(a, ResponsibleAgency)] == [
        "Sở Y tế",
        "Công an tỉnh",
        "Sở Tư pháp",
        "Số 1, phố A",
    ]
    assert procedure.results == (
        Result(name="Giấy phép"),
        Result(name="Thẻ", code="KQ.G01.1"),
        Result(name="Quyết định"),
    )
    assert procedure.conditions == (Condition("Đủ 18 tuổi"), Condition("Có chứng chỉ"), Condition("Có vốn"))
    assert procedure.related == (
        ProcedureCode("1.000002"),
        ProcedureCode("1.000003"),
        ProcedureCode("1.000004"),
        Unparsed("1.000005 và 1.000006"),
    )
    assert [code for code, _ in found(reading)] == ["TTHC010", "TTHC018"]


def test_results_with_keywords_and_the_foot_of_the_page() -> None:
    cell = "Thẻ căn cướcMã: KQ.G01.000001Từ khóacăn cướcMô tảKhông có thông tinChọn cơ quan thực hiệnTỉnh/ Thành phốNộp"
    reading = read({"ket_qua_xu_ly": cell})
    assert reading.value.results == (Result(name="Thẻ căn cước", code="KQ.G01.000001"),)
    assert (reading.value.keywords, reading.value.description) == ("căn cước", "")
    assert dict(reading.rest) == {"$.ket_qua_xu_ly": "Chọn cơ quan thực hiệnTỉnh/ Thành phốNộp"}
    assert value(ket_qua=["", "ThẻMã: KQ.G01.000001"]).results == (Result(name="Thẻ", code="KQ.G01.000001"),)
    stated = read({"ket_qua_xu_ly": cell, "tu_khoa": "thẻ"})
    assert stated.value.keywords == "thẻ"
    assert stated.rest["$.ket_qua_xu_ly"] == "Chọn cơ quan thực hiệnTỉnh/ Thành phốNộp\ncăn cước"


def test_legal_basis_as_table_prose_lists_and_rows() -> None:
    reading = read({"can_cu_phap_ly": f"{LAW}Luật Giá16/2023/QH15Nghị định về giáNghị định số 85/2024/NĐ-CPVề phí"})
    assert reading.value.legal_basis == (
        LegalNumber.parse("16/2023/QH15"),
        LegalNumber.parse("85/2024/NĐ-CP"),
        Unparsed("Về phí"),
    )
    assert found(reading) == [("TTHC013", ("legal_basis", 2)), ("TTHC014", ("legal_basis", 1))]
    assert set(reading.rest) == {"$.can_cu_phap_ly"}
    rows = [
        {"so_ky_hieu": "16/2023/QH15", "trich_yeu": "Luật Giá", "ngay_ban_hanh": "19-06-2023"},
        {"trich_yeu": "Nghị định 85/2024/NĐ-CP về giá"},
        {"noi_dung": "Luật Phí"},
        {"ngay_ban_hanh": "01-01-2020"},
        "- Luật 68/2020/QH14",
        "Nghị định 1/2020/NĐ-CP, 2/2020/NĐ-CP và Thông tư số 3/2020/TT-BTP",
        "Nghị định 1/2020/NĐ-CP sửa đổi Nghị định 2/2020/NĐ-CP",
    ]
    listed = read({"can_cu_phap_ly": rows}).value.legal_basis
    assert listed == (
        LegalNumber.parse("16/2023/QH15"),
        LegalNumber.parse("85/2024/NĐ-CP"),
        Unparsed("Luật Phí"),
        LegalNumber.parse("68/2020/QH14"),
        LegalNumber.parse("1/2020/NĐ-CP"),
        LegalNumber.parse("2/2020/NĐ-CP"),
        LegalNumber.parse("3/2020/TT-BTP"),
        LegalNumber.parse("1/2020/NĐ-CP"),
    )
    assert value(can_cu_phap_ly="1/2020/NĐ-CP\n- 2/2020/NĐ-CP;\n").legal_basis == (
        LegalNumber.parse("1/2020/NĐ-CP"),
        LegalNumber.parse("2/2020/NĐ-CP"),
    )
    leaked = read({"can_cu_phap_ly": "Không có thông tinCơ quan thực hiệnTòa án"})
    assert leaked.value.legal_basis is None
    assert set(leaked.rest) == {"$.can_cu_phap_ly"}


@pytest.mark.parametrize(
    ("text", "sets"),
    [("01 bộ", 1), ("02 (hai) bộ hồ sơ.", 2), (1, 1), ("3", 3), ("tùy trường hợp", Unparsed("tùy trường hợp"))],
)
def test_the_number_of_sets(text: object, sets: object) -> None:
    reading = read({"so_bo_ho_so": text})
    assert reading.value.dossier_sets == sets
    assert source(reading).carries == {"dossier_sets"}
    assert [path for _, path in found(reading)] == [("dossier_sets",)] * isinstance(sets, Unparsed)


@pytest.mark.parametrize(
    ("keys", "level"),
    [
        ({"muc_do": "Mức độ 3"}, OnlineLevel(regime=2011, level="3")),
        ({"muc_do": 4}, OnlineLevel(regime=2011, level="4")),
        ({"muc_do": "Toàn trình", "ngay_cap_nhat": "30/6/2026"}, OnlineLevel(regime=2022, level="full")),
        ({"muc_do": "Một phần", "ngay_cap_nhat": "2026-07-01T08:00:00"}, OnlineLevel(regime=2026, level="partial")),
        ({"muc_do": "Toàn trình"}, Unparsed("Toàn trình")),
        ({"muc_do": "Cao"}, Unparsed("Cao")),
    ],
)
def test_the_online_level(keys: dict[str, object], level: object) -> None:
    reading = read(keys)
    assert reading.value.online_level == level
    assert [path for _, path in found(reading)] == [("online_level",)] * isinstance(level, Unparsed)


@pytest.mark.parametrize("text", ["31/02/2026", "hôm qua", "2026-13-01", "0000-01-01"])
def test_days_that_are_none(text: str) -> None:
    reading = read({"ngay_tao": text, "ngay_cap_nhat": "01-02-2026", "trang_thai": "Mới"})
    assert (source(reading).created, source(reading).updated) == (None, dt.date(2026, 2, 1))
    assert source(reading).status == "Mới"
    assert found(reading) == [("TTHC022", ("ngay_tao",))]
    assert dict(reading.rest) == {"$.ngay_tao": text}


# ── methods ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def methods(rows: object, **keys: object) -> tuple[Any, Reading]:
    reading = read({"cach_thuc_thuc_hien": rows, **keys})
    return reading.value.methods, reading


def test_rows_of_a_scraper_and_of_a_spreadsheet() -> None:
    rows = [
        {"channel": "Trực tiếp", "time": "5 Ngày", "fees": [["Miễn phí", ""]], "description": "Tại Sở", "flag": ""},
        {
            "Hình thức nộp": "Bưu chính",
            "Thời hạn": 7,
            "Phí, lệ phí": 50000,
            "Trường hợp": "Cấp lại",
            "Đối tượng": "HTX",
        },
        {"channel": "Trực tuyến", "time": "Không có thông tin", "fees": [["Không có thông tin", ""]]},
        {"channel": "Fax", "time": "Tùy hồ sơ", "fees": ["10.000 đồng", {"muc_thu": "5 USD", "ghi_chu": "mỗi trang"}]},
    ]
    read_rows, reading = methods(rows)
    assert read_rows == (
        Method(channel="direct", time_limit=FIVE_DAYS, fees=(Fee(kind="free"),), note="Tại Sở"),
        Method(
            channel="post",
            time_limit=TimeLimit(kind="duration", amount=7),
            fees=(Fee(kind="amount", amount=Money(50_000), currency_stated=False),),
            case="Cấp lại",
            audience="HTX",
        ),
        Method(channel="online"),
        Method(
            channel=Unparsed("Fax"),
            time_limit=Unparsed("Tùy hồ sơ"),
            fees=(
                Fee(kind="amount", amount=Money(10_000)),
                Fee(kind="amount", amount=Money(5, "USD"), note="mỗi trang"),
            ),
        ),
    )
    assert source(reading).carries == {"methods", "time_limit", "fees"}
    assert [code for code, _ in found(reading)] == ["TTHC015", "TTHC011", "TTHC014"]


def test_a_time_glued_to_a_fee() -> None:
    glued = {"channel": "Trực tiếp", "time": "", "flag": "time/fee glued"}
    rows, reading = methods([{**glued, "fees": [["1200 VNĐ", ""]]}, {**glued, "fees": [["1250 VNĐ", "tạm"]]}, glued])
    assert rows == (
        Method(
            channel="direct",
            time_limit=TimeLimit(kind="duration", amount=1),
            fees=(Fee(kind="amount", amount=Money(200)),),
        ),
        Method(channel="direct", fees=(Unparsed("1250 VNĐ (tạm)"),)),
        Method(channel="direct"),
    )
    assert found(reading) == [("TTHC020", ("methods", 0)), ("TTHC012", ("methods", 1, "fees", 0))]
    assert set(reading.rest.values()) == {"time/fee glued"}
    noted, other = methods([{"channel": "Trực tiếp", "flag": "xem lại", "fees": "1200 VNĐ"}])
    assert noted[0].fees == (Fee(kind="amount", amount=Money(1200)),)
    assert dict(other.rest) == {"$.cach_thuc_thuc_hien[0].flag": "xem lại"}


def test_the_glued_table() -> None:
    text = (
        f"{METHODS}Trực tiếp5 NgàyMiễn phíTại SởTrực tuyến1200 VNĐDịch vụ bưu chính1250 VNĐ"
        "Trực tiếpKhông có thông tinKhông có thông tin"
    )
    rows, reading = methods(text)
    assert rows == (
        Method(channel="direct", time_limit=FIVE_DAYS, fees=(Fee(kind="free"),), note="Tại Sở"),
        Method(
            channel="online",
            time_limit=TimeLimit(kind="duration", amount=1),
            fees=(Fee(kind="amount", amount=Money(200)),),
        ),
        Method(channel="post", fees=(Unparsed("1250 VNĐ"),)),
        Method(channel="direct"),
    )
    assert source(reading).carries == {"methods", "time_limit", "fees"}
    assert [code for code, _ in found(reading)] == ["TTHC020", "TTHC012"]


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        (f"{METHODS}Nộp ở đâu cũng được", "Nộp ở đâu cũng được"),
        (METHODS, METHODS),
        ("Nộp trực tiếp hoặc qua mạng", "Nộp trực tiếp hoặc qua mạng"),
        ("Trực tiếp " * 20, ("Trực tiếp " * 20).strip()),
    ],
)
def test_methods_in_prose_stay_unread(text: str, unread: str) -> None:
    rows, reading = methods(text)
    assert rows == (Unparsed(unread),)
    assert found(reading) == [("TTHC017", ("methods", 0))]


def test_methods_in_words() -> None:
    rows, reading = methods("Trực tiếp; Qua dịch vụ bưu chính, trực tuyến")
    assert [row.channel for row in rows] == ["direct", "post", "online"]
    assert found(reading) == []
    assert methods("Không")[0] == ()


def test_a_limit_and_fees_for_all_methods() -> None:
    rows, reading = methods(
        [{"channel": "Trực tiếp"}], thoi_han="5 ngày", phi_le_phi="Không có thông tin", phi="10.000 đồng"
    )
    assert rows == (
        Method(channel="direct"),
        Method(time_limit=FIVE_DAYS, fees=(Fee(kind="amount", amount=Money(10_000)),)),
    )
    assert source(reading).carries == {"methods", "time_limit", "fees"}


def test_fees_of_the_wrong_kind_are_kept() -> None:
    row = {
        "channel": "Trực tiếp",
        "fees": [[1, 2, 3], [], [["a"]], None, {"muc": True, "lạ": "x"}, ["5 USD"], [7, None]],
    }
    rows, reading = methods([row, {"fees": {"muc": "6 USD"}}, {"fees": None}])
    assert rows[0].fees == (Fee(kind="amount", amount=Money(5, "USD")),)
    assert rows[1].fees == (Fee(kind="amount", amount=Money(6, "USD")),)
    assert rows[2].fees is None
    assert {code for code, _ in found(reading)} == {"TTHC016"}
    assert {"x", "a", 1, 2, 3, 7} == set(reading.rest.values())


# ── cases and documents ──────────────────────────────────────────────────────────────────────────────────────────────


def cases(rows: object) -> tuple[Any, Reading]:
    reading = read({"thanh_phan_ho_so": rows})
    return reading.value.cases, reading


def test_documents_as_words_lists_and_rows() -> None:
    assert cases("Không")[0] == ()
    assert cases(["Tờ khai", "Bản sao có chứng thực văn bằng"])[0] == (
        Case(documents=(Document(name="Tờ khai"), Document(name="Bản sao có chứng thực văn bằng", certified=True))),
    )
    rows = [
        {
            "ten_giay_to": "Đơn",
            "ban_chinh": 1,
            "ban_sao": "02",
            "mau_don": "Mẫu số 1",
            "ma": "KQ1",
            "coquancap": "UBND",
        },
        {"ten_giay_to": "Ảnh", "so_luong": "2 bản chính", "dieu_kien": "nếu cấp lại", "truong_hop": "Cấp lại"},
        {"ten_giay_to": "Thẻ cũ", "so_luong": 1, "ghi_chu": "bản giấy"},
        {"ten_giay_to": "Phiếu", "so_luong": "ít", "ban_chinh": 1, "bieu_mau": "https://example.vn/f?ma=7"},
        {"ten_giay_to": "Hộ chiếu", "ban_chinh": "nhiều", "bieu_mau": "https://example.vn/f?ma="},
        {"ten_giay_to": "Sổ", "ban_chinh": 3, "ban_sao": 4, "so_luong": "1 bản chính, 2 bản sao", "mẫu đơn": "x.pdf"},
        {"ghi_chu": ""},
    ]
    read_cases, reading = cases(rows)
    assert read_cases == (
        Case(
            documents=(
                Document(name="Đơn", originals=1, copies=2, form=Form(name="Mẫu số 1"), code="KQ1", issuer="UBND"),
                Document(name="Thẻ cũ", originals=Unparsed("1"), note="bản giấy"),
                Document(name="Phiếu", originals=1, form=Form(files=("https://example.vn/f?ma=7",))),
                Document(name="Hộ chiếu", originals=Unparsed("nhiều")),
                Document(name="Sổ", originals=3, copies=4, form=Form(files=("x.pdf",))),
                Document(name=""),
            )
        ),
        Case(name="Cấp lại", documents=(Document(name="Ảnh", originals=2, condition="nếu cấp lại"),)),
    )
    assert source(reading).carries == {"cases", "documents", "forms"}
    assert found(reading) == [
        ("TTHC016", ("cases", 0, "documents", 1, "originals")),
        ("TTHC016", ("cases", 0, "documents", 3, "originals")),
    ]
    assert dict(reading.rest) == {
        "$.thanh_phan_ho_so[3].so_luong": "ít",
        "$.thanh_phan_ho_so[4].bieu_mau": "https://example.vn/f?ma=",
    }


def test_cases_with_their_documents() -> None:
    read_cases, reading = cases(
        [
            {
                "truong_hop": "Cấp mới",
                "ma": "1.000001.01",
                "thoi_han": "5 ngày",
                "giay_to": ["Tờ khai", {"ten": "Ảnh"}],
            },
            {"ten": "Cấp lại", "doi_tuong": "HTX", "giay_to": {"ten": "Đơn"}, "thoi_han": "-"},
        ]
    )
    assert read_cases == (
        Case(
            name="Cấp mới",
            code="1.000001.01",
            time_limit=FIVE_DAYS,
            documents=(Document(name="Tờ khai"), Document(name="Ảnh")),
        ),
        Case(name="Cấp lại", audience="HTX", documents=(Document(name="Đơn"),)),
    )
    assert source(reading).carries == {"cases", "documents", "time_limit"}
    assert cases([{"ten": "Cấp lại", "giay_to": [None]}])[1].value.state("time_limit") == "not_carried"


def test_prose_stays_unread() -> None:
    read_cases, reading = cases("1. Tờ khai\n2. Ảnh")
    assert read_cases == (Case(documents=(Unparsed("1. Tờ khai\n2. Ảnh"),)),)
    assert found(reading) == [("TTHC017", ("cases", 0, "documents", 0))]


def test_the_glued_tables() -> None:
    read_cases, reading = cases(
        f"- Trường hợp cấp mới:{DOCUMENTS}Tờ khai (theo mẫu)Mẫu số 1.docx1 bản chính1 bản chính"
        f"Cấp lại{DOCUMENTS}Đơn ngày 24/7/20231 bản chính,2 bản saoTrường hợp nộp trực tuyến"
    )
    assert read_cases == (
        Case(
            name="Trường hợp cấp mới",
            documents=(
                Document(name="Tờ khai (theo mẫu)", originals=1, form=Form(files=("Mẫu số 1.docx",))),
                Unparsed("1 bản chính"),
            ),
        ),
        Case(name="Cấp lại", documents=(Document(name="Đơn ngày 24/7/2023", originals=1, copies=2),)),
        Case(name="Trường hợp nộp trực tuyến"),
    )
    assert found(reading) == [
        ("TTHC017", ("cases", 0, "documents", 1)),
        ("TTHC019", ("cases", 1, "documents", 0, "originals")),
    ]
    empty, _ = cases(f"--{DOCUMENTS}0 bản chính,1 bản sao")
    assert empty[0].documents == (Unparsed("0 bản chính, 1 bản sao"),)


def test_headings_that_are_no_cases() -> None:
    read_cases, _ = cases(
        f"* Giấy tờ phải nộp:{DOCUMENTS}Tờ khai1 bản chính"
        f"* Giấy tờ phải xuất trình:{DOCUMENTS}Hộ chiếu0 bản chính"
        f"* Lưu ý :{DOCUMENTS}Bản dịch phải được chứng thực0 bản chính"
        f"--{DOCUMENTS}Ảnh2 bản chính"
        f"Trường hợp phải xuất trình bản gốc{DOCUMENTS}Bản án1 bản chính"
    )
    joined, own = read_cases
    assert [(d.name, d.act, d.note) for d in joined.documents] == [
        ("Tờ khai", "submit", "Giấy tờ phải nộp"),
        ("Hộ chiếu", "present", "Giấy tờ phải xuất trình"),
        ("Bản dịch phải được chứng thực", "submit", "Lưu ý"),
        ("Ảnh", "submit", ""),
    ]
    assert (own.name, own.documents[0].act) == ("Trường hợp phải xuất trình bản gốc", "submit")
    notice, _ = cases(f"Bao gồm{DOCUMENTS}Tờ khai1 bản chínhLưu ý:{DOCUMENTS}Không nhận bản chụp")
    assert [case.name for case in notice] == ["", "Lưu ý", "Không nhận bản chụp"]
    long = "Trường hợp người nộp hồ sơ qua hệ thống đăng ký trực tuyến " * 3
    tail, _ = cases(f"Bao gồm{DOCUMENTS}Tờ khai1 bản chính--{DOCUMENTS}Ảnh1 bản chính- {long}")
    assert [(case.name, len(case.documents or ())) for case in tail] == [("", 2), (long.strip(), 0)]
    alternatives, _ = cases(f"--{DOCUMENTS}Tờ khai1 bản chính--{DOCUMENTS}Đơn1 bản chính")
    assert [(case.name, case.documents[0].name) for case in alternatives] == [("", "Tờ khai"), ("", "Đơn")]


def test_a_file_that_cannot_be_parted_from_its_name() -> None:
    name = "Toàn bộ hồ sơ đề nghị khoanh nợ của khách hàng tại tổ chức tín dụngmẫu số 03 khoanh nợ.docx"
    read_cases, reading = cases(f"--{DOCUMENTS}{name}1 bản chính")
    assert read_cases[0].documents == (Document(name=name, originals=1),)
    assert found(reading) == [("TTHC017", ("cases", 0, "documents", 0, "name"))]


# ── the other shapes ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_word_export() -> None:
    record = {
        "thu_tuc_id": "1.013124",
        "source_file": "ChiTietTTHC_1.013124.doc",
        "metadata": {
            "mã_thủ_tục": "1.013124",
            "tên_thủ_tục": "Cấp giấy phép",
            "số_quyết_định": "Quyết định số 6225/QĐ-BQP",
            "cấp_thực_hiện": "Cấp Bộ",
            "loại_thủ_tục": "Loại khác",
            "lĩnh_vực": "Quản lý vùng trời",
        },
        "content": {
            "trình_tự_thực_hiện": "Bước 1: Nộp. Bước 2: Nhận.",
            "cách_thức_thực_hiện": "",
            "đối_tượng_thực_hiện": "Công dân Việt Nam, Doanh nghiệp",
            "cơ_quan_thực_hiện": "Cục Tác chiến/Bộ Tổng Tham mưu",
            "cơ_quan_phối_hợp": "Bộ Xây dựng, Ủy ban nhân dân cấp tỉnh",
            "kết_quả_thực_hiện": "Giấy phép.",
            "yêu_cầu_điều_kiện_thực_hiện": "Không",
            "từ_khóa": "Không có thông tin",
            "mô_tả": "Không có thông tin",
        },
        "tables": {
            "hinh_thuc_nop": [
                {
                    "hinh_thuc": "Trực tiếp",
                    "thoi_han_giai_quyet": "05 Ngày",
                    "phi_le_phi": "Phí : 50.000 Đồng (mỗi hồ sơ)\nFile đính kèm: 62.pdf\nLệ phí : 0 Đồng",
                    "mo_ta": "",
                }
            ],
            "thanh_phan_ho_so": [
                {"ten_giay_to": "Đơn", "so_luong": "Mau1.DOC\nMau2.docx", "ghi_chu": "Bản chính: 1\nBản sao: 0"},
                {"ten_giay_to": "Ảnh", "so_luong": "", "ghi_chu": "Bản chính: 2\nBản sao: 0"},
            ],
            "can_cu_phap_ly": [{"so_ky_hieu": "12", "trich_yeu": "Quyết định số 12/2021/QĐ-TTg"}],
        },
    }
    reading = read(record)
    procedure = reading.value
    assert procedure.code == ProcedureCode("1.013124")
    assert [step.name for step in procedure.steps or () if isinstance(step, Step)] == ["Bước 1", "Bước 2"]
    assert procedure.conditions == ()
    (method,) = procedure.methods
    assert method.time_limit == FIVE_DAYS
    assert [(fee.kind, fee.category) for fee in method.fees] == [("amount", "phí"), ("free", "lệ phí")]
    assert procedure.cases == (
        Case(
            documents=(
                Document(name="Đơn", originals=1, copies=0, form=Form(files=("Mau1.DOC", "Mau2.docx"))),
                Document(name="Ảnh", originals=2, copies=0),
            )
        ),
    )
    assert procedure.legal_basis == (Unparsed("12"),)
    assert [a.name for a in procedure.agencies_as("coordinating")] == ["Bộ Xây dựng", "Ủy ban nhân dân cấp tỉnh"]
    assert procedure.state("related") == "not_carried"
    assert dict(reading.rest) == {
        "$.source_file": "ChiTietTTHC_1.013124.doc",
        "$.tables.can_cu_phap_ly[0].trich_yeu": "Quyết định số 12/2021/QĐ-TTg",
        "$.tables.hinh_thuc_nop[0].phi_le_phi": "File đính kèm: 62.pdf",
    }
    assert [(code, path) for code, path in found(reading) if code != "TTHC014"] == [("TTHC013", ("legal_basis", 0))]


def test_a_word_export_in_pieces() -> None:
    reading = read({"thu_tuc_id": "1.000009", "metadata": {"mã_thủ_tục": "??"}, "content": {}, "tables": "x"})
    assert reading.value.code == Unparsed("??")
    assert dict(reading.rest) == {"$.thu_tuc_id": "1.000009", "$.tables": "x"}


def test_the_portal_of_2021() -> None:
    record = {
        "_id": {"$oid": "6123"},
        "title": "Đăng ký thường trú",
        "Trình tự thực hiện": "- Bước 1: Nộp.\n- Bước 2: Nhận.</p>",
        "Cách thức thực hiện": [
            {
                "Hình thức nộp": "Trực tiếp",
                "Thời hạn giải quyết": "07 Ngày làm việc",
                "Phí, lệ phí": "Phí: 150.000 ĐồngXem chi tiết Lệ phí: ĐồngXem chi tiết",
                "Mô tả": "Tại Công an xã",
            }
        ],
        "Thành phần hồ sơ": [
            {
                "Tên giấy tờ": "Tờ khai",
                "Mẫu đơn, tờ khai": "https://example.vn/download?ma=",
                "Số lượng - bản chính": "Bản chính: 1 - Bản sao: 0",
            }
        ],
        "Cơ quan thực hiện": "Công an Xã",
    }
    reading = read(record)
    procedure = reading.value
    assert (procedure.code, procedure.name) == (None, "Đăng ký thường trú")
    assert source(reading).id == "6123"
    assert procedure.steps is not None
    assert procedure.steps[1] == Step(name="Bước 2", description="Nhận.</p>")
    (method,) = procedure.methods
    assert method.fees == (Fee(kind="amount", amount=Money(150_000), category="phí"), Unparsed("Lệ phí: Đồng"))
    assert procedure.cases == (Case(documents=(Document(name="Tờ khai", originals=1, copies=0),)),)
    assert procedure.state("code") == "not_carried"
    assert procedure.state("forms") == "blank"
    assert found(reading) == [("TTHC012", ("methods", 0, "fees", 1))]
    assert dict(reading.rest) == {"$['Thành phần hồ sơ'][0]['Mẫu đơn, tờ khai']": "https://example.vn/download?ma="}
    odd = read({**record, "_id": "6123"})
    assert source(odd).id is None
    assert odd.rest["$._id"] == "6123"

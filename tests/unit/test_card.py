"""The card of a procedure: what `print` shows."""

import datetime as dt

import pytest

from tthc.calendar import TimeLimit
from tthc.dated import Interval
from tthc.fees import Fee
from tthc.identifiers import AgencyCode, LegalNumber, ProcedureCode
from tthc.money import Money
from tthc.procedures import (
    COMPONENTS,
    Announcement,
    Audience,
    Case,
    Condition,
    Document,
    Method,
    OnlineLevel,
    Procedure,
    ResponsibleAgency,
    Result,
    Source,
    Step,
    _card,
)
from tthc.text import Unparsed

X = Unparsed("không rõ, xem văn bản")
WHOLE = Procedure(
    code=ProcedureCode("1.001193"),
    name="Đăng ký khai sinh",
    field="Hộ tịch",
    decision=Announcement(number=LegalNumber.parse("528/QĐ-BTP")),
    levels=("commune", "other"),
    steps=(Step(name="Bước 1:", description="Nộp hồ sơ"), Step(description="Nhận kết quả"), X),
    methods=(
        Method(
            channel="online",
            time_limit=TimeLimit(kind="same_day"),
            fees=(Fee(kind="amount", amount=Money(8000)), X),
            case="Đúng hạn",
            audience="Công dân",
        ),
        Method(channel=Unparsed("qua VNeID"), fees=()),
        Method(),
        X,
    ),
    cases=(
        Case(name="Đúng hạn", documents=(Document(name="Tờ khai", originals=1, copies=2), X)),
        Case(documents=(Document(name="Hộ chiếu", act="present"), Document(name="Ảnh"), Document(name="Sổ", copies=0))),
        Case(name="không giấy tờ", documents=()),
        X,
    ),
    dossier_sets=1,
    audiences=(Audience(name="Công dân Việt Nam"), X),
    agencies=(
        ResponsibleAgency(role="settling", name="Ủy ban nhân dân cấp xã"),
        ResponsibleAgency(role="receiving", code=AgencyCode(("H26",))),
        ResponsibleAgency(role="coordinating", address="Hà Nội"),
        X,
    ),
    results=(Result(name="Giấy khai sinh"), X),
    conditions=(Condition("Có mặt"), X),
    legal_basis=(LegalNumber.parse("60/2014/QH13"),),
    online_level=OnlineLevel(regime=2022, level="full"),
    validity=Interval(dt.date(2025, 7, 1)),
)


def test_the_card_shows_every_component() -> None:
    assert str(WHOLE).splitlines() == [
        "1.001193  Đăng ký khai sinh",
        "Lĩnh vực: Hộ tịch",
        "Quyết định công bố: 528/QĐ-BTP",
        "Cấp thực hiện:",
        "  - Cấp xã",
        "  - Cơ quan khác",
        "Trình tự thực hiện:",
        "  - Bước 1: Nộp hồ sơ",
        "  - Nhận kết quả",
        "  - không rõ, xem văn bản",
        "Cách thức thực hiện:",
        f"  - Trực tuyến · Đúng hạn · Công dân · {TimeLimit(kind='same_day')} · 8.000 đồng; không rõ, xem văn bản",
        "  - qua VNeID · (không ghi thời hạn) · không có phí",
        "  - (không ghi hình thức) · (không ghi thời hạn) · (không ghi phí)",
        "  - không rõ, xem văn bản",
        "Thành phần hồ sơ:",
        "  - [Đúng hạn] Tờ khai (1 bản chính, 2 bản sao)",
        "  - [Đúng hạn] không rõ, xem văn bản",
        "  - Hộ chiếu (xuất trình)",
        "  - Ảnh",
        "  - Sổ (0 bản sao)",
        "  - không rõ, xem văn bản",
        "Số lượng hồ sơ: 1 bộ",
        "Đối tượng thực hiện:",
        "  - Công dân Việt Nam",
        "  - không rõ, xem văn bản",
        "Cơ quan:",
        "  - Ủy ban nhân dân cấp xã (giải quyết)",
        "  - H26 (tiếp nhận)",
        "  - Hà Nội (phối hợp)",
        "  - không rõ, xem văn bản",
        "Kết quả thực hiện:",
        "  - Giấy khai sinh",
        "  - không rõ, xem văn bản",
        "Yêu cầu, điều kiện:",
        "  - Có mặt",
        "  - không rõ, xem văn bản",
        "Căn cứ pháp lý: 60/2014/QH13",
        "Dịch vụ công trực tuyến: toàn trình",
        "Hiệu lực: từ 01/07/2025",
    ]


BLOCKS = [
    "Cấp thực hiện",
    "Trình tự thực hiện",
    "Cách thức thực hiện",
    "Thành phần hồ sơ",
    "Số lượng hồ sơ",
    "Đối tượng thực hiện",
    "Cơ quan",
    "Kết quả thực hiện",
    "Yêu cầu, điều kiện",
    "Căn cứ pháp lý",
]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (None, "(để trống)"),
        (Source(shape="portal", carries=COMPONENTS), "(để trống)"),
        (Source(shape="list"), "(nguồn không có mục này)"),
    ],
)
def test_the_card_says_why_a_component_is_missing(source: Source | None, said: str) -> None:
    lines = str(Procedure(source=source)).splitlines()
    assert lines == ["(chưa có mã)  (chưa có tên)", *(f"{block}: {said}" for block in BLOCKS)]


def test_the_card_tells_none_from_blank() -> None:
    none = Procedure(
        levels=(), steps=(), methods=(), cases=(), audiences=(), agencies=(), results=(), conditions=(), legal_basis=()
    )
    lines = str(none).splitlines()[1:]
    assert [line for line in lines if line.endswith(": không có")] == [
        f"{block}: không có" for block in BLOCKS if block != "Số lượng hồ sơ"
    ]


def test_the_card_keeps_what_could_not_be_read() -> None:
    record = Procedure(code=X, decision=X, online_level=X, dossier_sets=Unparsed("01 bộ"), levels=(X,))
    lines = str(record).splitlines()
    assert lines[0] == "không rõ, xem văn bản  (chưa có tên)"
    for line in (
        "Quyết định công bố: không rõ, xem văn bản",
        "Dịch vụ công trực tuyến: không rõ, xem văn bản",
        "Số lượng hồ sơ: 01 bộ",
        "Cấp thực hiện: không rõ, xem văn bản",
    ):
        assert line in lines
    assert "Quyết định công bố" not in str(Procedure(decision=Announcement(kind="new")))


def test_module_lists_its_names() -> None:
    assert _card.__all__ == ["write"]

"""The rules on components and scope: who left what blank, by the law of the day."""

import datetime as dt

import attrs
import pytest

from tthc import (
    Audience,
    Case,
    Condition,
    Document,
    Fee,
    Form,
    Interval,
    Method,
    OnlineLevel,
    Procedure,
    ResponsibleAgency,
    Result,
    Severity,
    Source,
    Step,
    TimeLimit,
    Unparsed,
    validate,
)
from tthc.procedures import COMPONENTS
from tthc.validation.rules import components

DAY = dt.date(2026, 11, 22)
BEFORE_2017 = dt.date(2017, 9, 24)
SINCE_2017 = dt.date(2017, 9, 25)
EMPTY = Procedure()
WHOLE = Procedure(
    name="Đăng ký khai sinh",
    steps=(Step(description="Nộp hồ sơ"),),
    methods=(Method(channel="direct", time_limit=TimeLimit.parse("Trong ngày"), fees=(Fee(kind="free"),)),),
    cases=(Case(documents=(Document(name="Tờ khai", form=Form(files=("to-khai.docx",))),)),),
    dossier_sets=1,
    audiences=(Audience(name="Công dân Việt Nam"),),
    agencies=(ResponsibleAgency(role="settling", name="Ủy ban nhân dân cấp xã"),),
    results=(Result(name="Giấy khai sinh"),),
    conditions=(),
)
BLANK = {f"TTHC{n}" for n in range(101, 113)}
SHAPE = Source(shape="portal", carries=COMPONENTS - {"dossier_sets", "conditions"})


def codes(procedure: Procedure, on: dt.date = DAY, select: str = "TTHC1") -> set[str]:
    return {finding.code for finding in validate(procedure, on=on, select=[select])}


def test_a_record_without_anything_lacks_every_component() -> None:
    assert codes(EMPTY) == BLANK - {"TTHC110"}  # without papers nobody can say which form is missing


def test_a_whole_record_lacks_none() -> None:
    assert codes(WHOLE) == set()


@pytest.mark.parametrize(
    ("code", "blank"),
    [
        ("TTHC101", {"name": None}),
        ("TTHC101", {"name": ""}),
        ("TTHC101", {"name": " \n"}),
        ("TTHC102", {"steps": None}),
        ("TTHC102", {"steps": ()}),
        ("TTHC103", {"methods": ()}),
        ("TTHC104", {"cases": None}),
        ("TTHC104", {"cases": (Case(name="Cấp mới"),)}),
        ("TTHC105", {"dossier_sets": None}),
        ("TTHC106", {"methods": (Method(channel="direct"),)}),
        ("TTHC107", {"audiences": None}),
        ("TTHC108", {"agencies": (ResponsibleAgency(role="coordinating", name="Công an tỉnh"),)}),
        ("TTHC109", {"results": None}),
        ("TTHC110", {"cases": (Case(documents=(Document(name="Giấy chứng sinh"),)),)}),
        ("TTHC111", {"conditions": None}),
        ("TTHC112", {"methods": (Method(channel="direct"),)}),
    ],
)
def test_each_blank_is_found(code: str, blank: dict[str, object]) -> None:
    report = validate(attrs.evolve(WHOLE, **blank), on=DAY, select=[code])
    (finding,) = report.findings
    assert finding.citation is not None
    assert finding.path == ({"TTHC104": "documents", "TTHC106": "time_limit"}.get(code) or finding.path[0],)
    for lang in ("vi", "en"):
        assert not set("?{}") & set(finding.text(lang))  # type: ignore[arg-type]


def test_stated_as_none_is_told_from_left_blank() -> None:
    (finding,) = validate(attrs.evolve(WHOLE, steps=()), on=DAY, select=["TTHC102"])
    assert finding.text("vi") == "thiếu trình tự thực hiện (ghi là không có)"
    (finding,) = validate(attrs.evolve(WHOLE, steps=None), on=DAY, select=["TTHC102"])
    assert finding.text("en") == "no sequence of steps (left blank)"
    assert codes(attrs.evolve(WHOLE, conditions=()), select="TTHC111") == set()


def test_what_is_stated_but_not_readable_is_not_blank() -> None:
    record = attrs.evolve(
        WHOLE,
        steps=(Unparsed("Bước 1"),),
        audiences=(Unparsed("mọi người"),),
        methods=(Unparsed("nộp tại đâu cũng được"), Method(channel=Unparsed("Qua fax"))),
        dossier_sets=Unparsed("vài bộ"),
        formality=Unparsed("TTHC"),
        online_level=Unparsed("mức 5"),
        agencies=(Unparsed("cơ quan"),),
    )
    report = validate(record, on=DAY, select=["TTHC113"])
    assert {finding.where() for finding in report} == {
        "$.steps[0]",
        "$.audiences[0]",
        "$.methods[0]",
        "$.methods[1].channel",
        "$.dossier_sets",
        "$.formality",
        "$.online_level",
        "$.agencies[0]",
    }
    assert report.findings[0].text("vi") == "không đọc được cơ quan: “cơ quan”"
    assert "TTHC102" not in codes(record)


def test_the_number_of_sets_is_due_since_2017() -> None:
    record = attrs.evolve(WHOLE, dossier_sets=None)
    assert "TTHC105" not in codes(record, BEFORE_2017)
    (finding,) = validate(record, on=SINCE_2017, select=["TTHC105"])
    assert finding.severity is Severity.ERROR
    assert "điểm d khoản 2 Điều 8" in str(finding.citation)


def test_the_result_is_conditional_since_2017() -> None:
    record = attrs.evolve(WHOLE, results=None)
    (before,), (after,) = (validate(record, on=day, select=["TTHC109"]) for day in (BEFORE_2017, SINCE_2017))
    assert (before.severity, after.severity) == (Severity.ERROR, Severity.WARNING)


def test_the_law_of_conditional_components_moved_in_2017() -> None:
    record = attrs.evolve(WHOLE, conditions=None)
    (before,), (after,) = (validate(record, on=day, select=["TTHC111"]) for day in (BEFORE_2017, SINCE_2017))
    assert "điểm i khoản 2" in str(before.citation)
    assert "điểm h khoản 2" in str(after.citation)


def test_a_source_without_the_field_is_not_accused() -> None:
    record = attrs.evolve(WHOLE, dossier_sets=None, conditions=None, source=SHAPE)
    (finding,) = validate(record, on=DAY, select=["TTHC1"])
    assert (finding.code, finding.severity) == ("TTHC100", Severity.INFO)
    assert "số lượng hồ sơ" in finding.text("vi")
    assert "number of sets" in finding.text("en")
    assert codes(record, BEFORE_2017) == set()  # then the number of sets was not due
    assert codes(attrs.evolve(WHOLE, source=SHAPE)) == set()
    assert codes(attrs.evolve(WHOLE, dossier_sets=None)) == {"TTHC105"}  # the same blank, in a record of no shape


def test_scope() -> None:
    assert codes(attrs.evolve(WHOLE, internal=True)) == {"TTHC114"}
    assert codes(attrs.evolve(WHOLE, internal=False)) == set()
    (finding,) = validate(attrs.evolve(WHOLE, internal=True), on=DAY, select=["TTHC114"])
    assert "khoản 2 Điều 1" in str(finding.citation)


@pytest.mark.parametrize(
    ("name", "matter"),
    [
        ("Xử phạt vi phạm hành chính trong lĩnh vực hộ tịch", "violations"),
        ("Thủ tục thanh tra hành chính", "inspection"),
        ("Thanh tra đột xuất", "inspection"),
        ("Giải mật bí mật nhà nước", "secrets"),
        ("Cấp phép sao chụp tài liệu chứa bí mật nhà nước", None),
        ("Cấp thẻ thanh tra viên", None),
        ("Đăng ký khai sinh", None),
    ],
)
def test_names_out_of_scope(name: str, matter: str | None) -> None:
    report = validate(attrs.evolve(WHOLE, name=name), on=DAY, select=["TTHC115"])
    assert [matter in finding.text("en") for finding in report if matter] == [True] * bool(matter)
    assert len(report) == bool(matter)


def test_a_version_that_is_not_valid_on_the_day() -> None:
    record = attrs.evolve(WHOLE, validity=Interval(dt.date(2026, 1, 1), dt.date(2026, 7, 1)))
    assert codes(record) == {"TTHC116"}
    assert codes(record, dt.date(2026, 6, 30)) == set()
    (finding,) = validate(record, on=DAY, select=["TTHC116"])
    assert "đến hết 30/06/2026" in finding.text("vi")


def test_every_rule_is_tried() -> None:
    assert {rule.code for rule in components.RULES} == BLANK | {f"TTHC{n}" for n in (100, 113, 114, 115, 116)}


def test_an_online_level_that_was_read_is_no_fault() -> None:
    assert codes(attrs.evolve(WHOLE, online_level=OnlineLevel(regime=2022, level="full"))) == set()
    assert codes(attrs.evolve(WHOLE, conditions=(Condition("Đủ 18 tuổi"),))) == set()

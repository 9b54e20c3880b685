"""The rules on codes and on text: each on a record that it finds and on near misses."""

import datetime as dt
import unicodedata

import pytest

from tthc import (
    AgencyCode,
    Case,
    Document,
    Fee,
    Form,
    Identifier,
    Method,
    Procedure,
    ProcedureCode,
    ResponsibleAgency,
    Source,
    Step,
    TimeLimit,
    Unparsed,
    validate,
)
from tthc.procedures import COMPONENTS
from tthc.validation.rules import text

DAY = dt.date(2026, 11, 22)
UNCARRIED = Source(shape="2021", carries=COMPONENTS - {"code"})
NFD = unicodedata.normalize("NFD", "hộ tịch")
NAME = ("name",)


def named(name: str) -> Procedure:
    return Procedure(name=name)


def coded(code: str, *agencies: str, cases: tuple[str, ...] = ()) -> Procedure:
    return Procedure(
        code=ProcedureCode.parse(code),
        agencies=tuple(ResponsibleAgency(role="settling", code=AgencyCode.parse(a)) for a in agencies),
        cases=(*(Case(code=case) for case in cases), Unparsed("khác")),
    )


FIRES: list[tuple[str, Procedure, list[tuple[str | int, ...]]]] = [
    ("TTHC701", Procedure(), [("code",)]),
    (
        "TTHC702",
        Procedure(code=Unparsed("1.4873"), related=(ProcedureCode("1.001193"), Unparsed("x"))),
        [("code",), ("related", 1)],
    ),
    ("TTHC703", coded("1.000358", cases=("1.000358.01", "1.000359.02")), [("cases", 1, "code")]),
    ("TTHC704", coded("1.001193.H26", "H10.3"), [("code",)]),
    ("TTHC705", named(f"Đăng ký {NFD}"), [NAME]),
    ("TTHC705", Procedure(steps=(Unparsed(NFD),)), [("steps", 0, "text")]),
    ("TTHC705", Procedure(methods=(Method(channel=Unparsed(NFD)),)), [("methods", 0, "channel", "text")]),
    (
        "TTHC705",
        Procedure(
            methods=(Method(fees=(Fee(kind="free", note=NFD),)), Method(time_limit=TimeLimit.parse(f"5 ngày, {NFD}")))
        ),
        [("methods", 0, "fees", 0, "note"), ("methods", 1, "time_limit", "note")],
    ),
    ("TTHC706", Procedure(steps=(Step(description="<p>Bước 1</p>"),)), [("steps", 0, "description")]),
    ("TTHC706", named("Đăng ký&nbsp;khai sinh"), [NAME]),
    ("TTHC706", named("Đăng ký khai sinh &amp; khai tử"), [NAME]),
    (
        "TTHC707",
        Procedure(note="Giấy phép.Chọn cơ quan thực hiệnTỉnh/ Thành phốBộ ngành"),
        [("note",)],
    ),
    ("TTHC707", Procedure(note="-- Chọn Tỉnh/ Thành phố --"), [("note",)]),
    ("TTHC707", Procedure(keywords="CSDL Quốc gia về TTHC»Bộ Công an"), [("keywords",)]),
    ("TTHC708", Procedure(name="Khai sinh", field="Không có thông tin"), [("field",)]),
    ("TTHC708", Procedure(field=" dang cap nhat. "), [("field",)]),
    ("TTHC708", Procedure(description="-", field="Demo"), [("description",), ("field",)]),
    ("TTHC708", Procedure(description="..."), [("description",)]),
    ("TTHC709", named("Đăng ký\xa0khai sinh"), [NAME]),
    ("TTHC709", named("Đăng k\u200eý khai sinh"), [NAME]),
    ("TTHC709", Procedure(field="QÐ-TTg"), [("field",)]),
    (
        "TTHC709",
        Procedure(cases=(Case(documents=(Document(name="\uf0b7 Đơn"),)),)),
        [("cases", 0, "documents", 0, "name")],
    ),
    (
        "TTHC709",
        Procedure(cases=(Case(documents=(Document(name="Đơn", form=Form(files=("a.doc", "b\u200b.doc", ""))),)),)),
        [("cases", 0, "documents", 0, "form", "files", 1)],
    ),
    ("TTHC710", named("Đăng ký\nkhai sinh"), [NAME]),
    ("TTHC710", named("1.\tSáp nhập thôn"), [NAME]),
    ("TTHC710", named("12) Sáp nhập thôn"), [NAME]),
    ("TTHC711", named("Đăng ký khai sinh."), [NAME]),
    ("TTHC711", named("Đăng ký khai sinh;\n"), [NAME]),
    ("TTHC712", named("Đăng ký \u202ekhai sinh"), [NAME]),
    ("TTHC712", named("Chỉ huy tr¬ưởng"), [NAME]),
    ("TTHC712", Procedure(note="\ud800", description="\ufffd"), [("description",), ("note",)]),
    ("TTHC713", named("Đăng ký  khai sinh"), [NAME]),
    ("TTHC713", Procedure(note="cuối dòng "), [("note",)]),
]
SILENT: list[tuple[str, Procedure]] = [
    ("TTHC701", coded("1.001193")),
    ("TTHC701", Procedure(source=UNCARRIED)),
    ("TTHC701", Procedure(code=Unparsed("x"))),
    ("TTHC702", coded("1.001193")),
    ("TTHC703", coded("1.000358", cases=("1.000358.01", "a)"))),
    ("TTHC703", Procedure(code=Identifier("EE", "1"), cases=(Case(code="1.000359.02"),))),
    ("TTHC703", Procedure(cases=(Case(code="1.000359.02"), Case()))),
    ("TTHC704", coded("1.001193.H26", "H10.3", "H26.12")),
    ("TTHC704", coded("1.001193.H26")),
    ("TTHC704", coded("1.001193", "H10.3")),
    ("TTHC705", named("Đăng ký hộ tịch")),
    ("TTHC705", named("abc")),
    ("TTHC706", named("Vốn dưới 5 < 10 & trên 3 > 2, R&D; <CT01>")),
    ("TTHC707", Procedure(note="Chọn cơ quan thực hiện phù hợp với nơi cư trú. Hệ thống chỉ tiếp nhận một hồ sơ. «»")),
    ("TTHC708", Procedure(field="Không", description="Không quy định", note="  ", keywords="test nhanh")),
    ("TTHC709", named("Đăng ký “khai sinh” – khai tử…\tđ\nĐ")),
    ("TTHC710", named("Đăng ký 1. khai sinh")),
    ("TTHC710", named("63/2010 hướng dẫn")),
    ("TTHC710", Procedure(note="1. Dòng một\nDòng hai")),
    ("TTHC710", Procedure()),
    ("TTHC711", named("Cấp giấy phép (lần đầu)")),
    ("TTHC711", named("...")),
    ("TTHC711", Procedure()),
    ("TTHC712", named("Đăng ký\u200e khai sinh")),
    ("TTHC713", Procedure(note="thụt  đầu  dòng\n", cases=(Case(documents=(Unparsed(""),)),))),
]


@pytest.mark.parametrize(("code", "procedure", "paths"), FIRES)
def test_it_is_found(code: str, procedure: Procedure, paths: list[tuple[str | int, ...]]) -> None:
    findings = validate(procedure, on=DAY, select=[code]).findings
    assert sorted(finding.path for finding in findings) == sorted(paths)  # type: ignore[type-var]
    for finding in findings:
        for lang in ("vi", "en"):
            assert finding.text(lang)
            assert not set("?{}") & set(finding.text(lang))  # type: ignore[arg-type]


@pytest.mark.parametrize(("code", "procedure"), SILENT)
def test_a_near_miss_is_not(code: str, procedure: Procedure) -> None:
    assert not validate(procedure, on=DAY, select=[code]).findings


def test_every_rule_is_tried_both_ways() -> None:
    codes = {rule.code for rule in text.RULES}
    assert {code for code, _, _ in FIRES} == {code for code, _ in SILENT} == codes

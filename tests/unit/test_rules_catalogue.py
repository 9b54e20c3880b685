"""The rules across a catalogue, and what is new in it since an earlier snapshot."""

import datetime as dt

import attrs
import pytest

from tthc import (
    Case,
    Catalogue,
    Document,
    Identifier,
    Interval,
    Method,
    Procedure,
    ProcedureCode,
    Result,
    TimeLimit,
    Unparsed,
    validate,
)
from tthc.validation.rules import catalogue

DAY = dt.date(2026, 11, 22)


def record(code: str | Unparsed | None, name: str | None = None, **fields: object) -> Procedure:
    read = ProcedureCode.parse(code) if isinstance(code, str) else code
    return Procedure(code=read, name=name, **fields)  # type: ignore[arg-type]


def limited(code: str, *limits: str | Unparsed) -> Procedure:
    rows = tuple(Method(time_limit=x if isinstance(x, Unparsed) else TimeLimit.parse(x)) for x in limits)
    return record(code, methods=(*rows, Unparsed("dòng khác")))


def gives(code: str, name: str, result: str | None = None) -> Procedure:
    return record(code, results=(Result(name=name, code=result), Unparsed("khác")))


def asks(code: str, name: str, paper: str | None = None) -> Procedure:
    return record(code, cases=(Case(documents=(Document(name=name, code=paper),)),))


EARLY, LATE = Interval(None, dt.date(2025, 7, 1)), Interval(dt.date(2025, 7, 1))
OLD, NEW = record("1.001193", validity=EARLY), record("1.001193", validity=LATE)
FIRES: list[tuple[str, tuple[Procedure, ...], list[tuple[str | int, ...]]]] = [
    ("TTHC801", (record("1.001193"), record("1.000001"), record("1.001193")), [("procedures", 2, "code")]),
    ("TTHC801", (OLD, NEW, NEW), [("procedures", 2, "code")]),
    ("TTHC801", (Procedure(code=Identifier("EE", "1")),) * 2, [("procedures", 1, "code")]),
    (
        "TTHC802",
        (record("1.000001", "Hỗ trợ sản xuất"), record("1.000002", "Hỗ trợ  sản xuất")),
        [("procedures", 0, "name")],
    ),
    (
        "TTHC803",
        (record("1.000001", related=(ProcedureCode("1.000002"), Identifier("EE", "1"), Unparsed("x"))),),
        [("procedures", 0, "related", 0), ("procedures", 0, "related", 1)],
    ),
    (
        "TTHC804",
        (gives("1.000001", "Giấy khai sinh"), asks("1.000002", "Thẻ căn cước")),
        [("procedures", 0, "results", 0)],
    ),
    (
        "TTHC805",
        (gives("1.000001", "Giấy khai sinh"), asks("1.000002", "Giấy khai sinh.")),
        [("procedures", 1, "cases", 0, "documents", 0)],
    ),
    (
        "TTHC805",
        (gives("1.000001", "Giấy khai sinh"), asks("1.000002", "a) Bản sao có chứng thực Giấy khai sinh (nếu có);")),
        [("procedures", 1, "cases", 0, "documents", 0)],
    ),
    (
        "TTHC805",
        (gives("1.000001", "Kết quả một", "KQ.G01.000436"), asks("1.000002", "Giấy khác", "kq.G01.000436")),
        [("procedures", 1, "cases", 0, "documents", 0)],
    ),
    ("TTHC807", (record("1.001193.H26"), record("1.000001")), [("procedures", 0, "code")]),
    ("TTHC807", (record("1.001193.H26", validity=LATE), OLD), [("procedures", 0, "code")]),
    (
        "TTHC808",
        (limited("1.001193", "5 ngày", "3 ngày"), limited("1.001193.H26", "3 ngày", "7 ngày", "6 ngày")),
        [("procedures", 1, "methods")],
    ),
]
SILENT: list[tuple[str, tuple[Procedure, ...]]] = [
    ("TTHC801", (OLD, NEW, record("1.001193.H26"))),
    ("TTHC801", (record(None), record(None), record(Unparsed("x")), record(Unparsed("x")))),
    ("TTHC802", (record("1.001193", "Đăng ký khai sinh"), record("1.001193.H26", "Đăng ký khai sinh"))),
    ("TTHC802", (record("1.000001", ""), record("1.000002", ""), record(None, "A"), record(None, "A"))),
    ("TTHC803", (record("1.000001", related=(ProcedureCode.parse("1.000002.H26"),)), record("1.000002"))),
    ("TTHC804", (gives("1.000001", "Giấy khai sinh"), asks("1.000002", "giấy khai sinh"))),
    ("TTHC805", (gives("1.000001", "Giấy khai sinh"), asks("1.000002", "Thẻ căn cước"))),
    ("TTHC805", (gives("1.000001", "Thẻ"), asks("1.000002", "Thẻ"))),  # too short to name one paper
    (
        "TTHC805",
        (
            attrs.evolve(asks("1.000001", "Giấy khai sinh"), results=(Result(name="Giấy khai sinh"),)),
            attrs.evolve(asks("1.000001", "Giấy chứng sinh"), results=(Result(name="Giấy chứng tử"),)),
        ),
    ),
    ("TTHC804", (gives("1.000001", "Giấy khai sinh"), asks("1.000002", "Hồ sơ gồm giấy khai sinh, ảnh"))),
    ("TTHC804", (gives("1.000001", "Văn bản từ chối cấp phép"),)),
    ("TTHC804", (gives("1.000001", "Giấy khai sinh", "KQ.1"), asks("1.000002", "Giấy tờ", "kq.1"))),
    ("TTHC807", (record("1.001193.H26"), record("1.001193"))),
    ("TTHC808", (limited("1.001193", "5 ngày"), limited("1.001193.H26", "3 ngày", "7 giờ", "9", Unparsed("x")))),
    ("TTHC808", (limited("1.001193.H26", "7 ngày"),)),
]


@pytest.mark.parametrize(("code", "procedures", "paths"), FIRES)
def test_it_is_found(code: str, procedures: tuple[Procedure, ...], paths: list[tuple[str | int, ...]]) -> None:
    findings = validate(Catalogue(procedures), on=DAY, select=[code]).findings
    assert [finding.path for finding in findings] == paths
    for finding in findings:
        for lang in ("vi", "en"):
            assert finding.text(lang)
            assert not set("?{}") & set(finding.text(lang))  # type: ignore[arg-type]


@pytest.mark.parametrize(("code", "procedures"), SILENT)
def test_a_near_miss_is_not(code: str, procedures: tuple[Procedure, ...]) -> None:
    assert not validate(Catalogue(procedures), on=DAY, select=[code]).findings


def test_every_rule_is_tried_both_ways() -> None:
    codes = {rule.code for rule in catalogue.RULES}
    assert {code for code, _, _ in FIRES} == {code for code, _ in SILENT} == codes


def test_a_second_source_is_named_where_the_first_is_the_procedure_itself() -> None:
    own = attrs.evolve(asks("1.000001", "Giấy khai sinh"), results=(Result(name="Giấy khai sinh"),) * 2)
    report = validate(Catalogue((own, gives("1.000002", "Giấy khai sinh"))), on=DAY, select=["TTHC805"])
    assert [finding.text("en") for finding in report] == [
        "the document “Giấy khai sinh” is the result of procedure 1.000002"
    ]


def test_rules_for_procedures_run_on_each_of_a_catalogue() -> None:
    procedures = (record("1.000001", "Đăng ký khai sinh."), record("1.000002", "Đăng ký khai tử"), record(None, "Một;"))
    report = validate(Catalogue(procedures), on=DAY, select=["TTHC711"])
    assert [(f.where(), f.subject) for f in report] == [
        ("$.procedures[2].name", ""),
        ("$.procedures[0].name", "1.000001"),
    ]


def test_what_is_new_since_an_earlier_snapshot() -> None:
    first = record("1.000001", "Đăng ký khai sinh.")
    second = record("1.000002", "Đăng ký khai tử.")
    before = validate(Catalogue((first, second)), on=DAY)
    added = record("1.000003", "Đăng ký kết hôn.")
    after = validate(Catalogue((added, first, attrs.evolve(second, name="Đăng ký khai tử"))), on=DAY)
    new, gone = after.since(before)
    assert {finding.subject for finding in new} == {"1.000003"}
    assert [(finding.subject, finding.code) for finding in gone] == [("1.000002", "TTHC711")]
    assert after.since(after) == (type(after)(), type(after)())

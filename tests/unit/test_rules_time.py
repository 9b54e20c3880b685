"""The rules on time limits: each on a record that it finds and on near misses."""

import datetime as dt

import pytest

from tthc import Case, Fee, Method, Money, Procedure, Step, TimeLimit, Unparsed, validate
from tthc.validation.rules import time

DAY = dt.date(2026, 11, 22)


def days(amount: int, note: str = "") -> TimeLimit:
    return TimeLimit(kind="duration", amount=amount, unit="day", note=note)


def working(amount: int) -> TimeLimit:
    return TimeLimit(kind="duration", amount=amount, unit="day", working=True)


def limit(text: str) -> TimeLimit:
    return TimeLimit.parse(text)


def methods(*rows: Method | Unparsed) -> Procedure:
    return Procedure(methods=rows)


def one(value: TimeLimit | Unparsed) -> Procedure:
    return methods(Method(channel="direct", time_limit=value))


FIRST = ("methods", 0, "time_limit")
DONG = Money(50_000)
FIRES: list[tuple[str, Procedure, list[tuple[str | int, ...]]]] = [
    ("TTHC201", one(limit("5")), [FIRST]),
    ("TTHC201", one(limit("10-25")), [FIRST]),
    ("TTHC201", Procedure(cases=(Case(time_limit=limit("5")),)), [("cases", 0, "time_limit")]),
    ("TTHC201", Procedure(steps=(Step(description="Bước 1", time_limit=limit("5")),)), [("steps", 0, "time_limit")]),
    (
        "TTHC202",
        methods(
            Method(channel="direct", time_limit=days(5), note="Nộp hồ sơ tại trụ sở"),
            Method(channel="online", time_limit=days(7), note="Nộp hồ sơ qua Cổng dịch vụ công"),
            Unparsed("?"),
        ),
        [FIRST],
    ),
    (  # one note for both, with one limit in it: it does not say why
        "TTHC202",
        methods(
            Method(channel="direct", time_limit=working(3), note="Trong thời hạn 03 ngày làm việc"),
            Method(channel="online", time_limit=working(4), note="Trong thời hạn 03 ngày làm việc"),
        ),
        [FIRST],
    ),
    (
        "TTHC202",
        methods(
            Method(channel="direct", time_limit=days(21)),
            Method(channel="direct", time_limit=days(5)),
            Method(channel="post", time_limit=days(5)),
        ),
        [FIRST],
    ),
    (
        "TTHC203",
        methods(Method(channel="direct", time_limit=days(5)), Method(channel="direct", time_limit=days(7))),
        [("methods", 1, "channel")],
    ),
    (
        "TTHC203",
        methods(Method(fees=(Fee(kind="free"),)), Method(fees=(Fee(kind="amount", amount=DONG),))),
        [("methods", 1, "channel")],
    ),
    (
        "TTHC203",
        methods(Method(channel=Unparsed("Qua fax"), time_limit=days(5)), Method(channel=Unparsed("Qua fax"))),
        [("methods", 1, "channel")],
    ),
    (
        "TTHC203",
        methods(Method(channel="post", fees=(Unparsed("khác"),)), Method(channel="post", fees=(Unparsed("nữa"),))),
        [("methods", 1, "channel")],
    ),
    (
        "TTHC204",
        methods(Method(channel="direct", time_limit=days(5)), Method(channel="online", time_limit=working(5))),
        [("methods",)],
    ),
    ("TTHC205", one(limit("0 giờ")), [FIRST]),
    ("TTHC206", one(limit("13 tháng")), [FIRST]),
    ("TTHC206", one(working(251)), [FIRST]),
    (
        "TTHC207",
        Procedure(
            methods=(Method(time_limit=days(10)), Method(time_limit=days(8))),
            steps=(
                Step(description="thẩm định", actor="agency", time_limit=days(7)),
                Step(description="trình ký", time_limit=days(4)),
            ),
        ),
        [("steps",)],
    ),
    ("TTHC208", one(Unparsed("Sở: 05 ngày; UBND tỉnh: 03 ngày")), [FIRST]),
    ("TTHC209", one(limit("Không quy định")), [FIRST]),
]
SILENT: list[tuple[str, Procedure]] = [
    ("TTHC201", one(days(5))),
    ("TTHC201", one(limit("Trong ngày"))),
    ("TTHC201", methods(Unparsed("5"))),
    (
        "TTHC202",
        methods(
            Method(channel="direct", time_limit=days(5)), Method(channel="online", time_limit=days(5, "từ khi nhận"))
        ),
    ),
    (
        "TTHC202",
        methods(
            Method(channel="direct", time_limit=days(5), note="Trường hợp phải xác minh: 07 ngày"),
            Method(channel="online", time_limit=days(7)),
        ),
    ),
    (  # each row says what it is for
        "TTHC202",
        methods(
            Method(channel="direct", time_limit=days(30), note="30 ngày kể từ ngày nhận đủ hồ sơ"),
            Method(channel="online", time_limit=days(10), note="10 ngày kể từ ngày nhận đủ hồ sơ"),
        ),
    ),
    (  # the limit itself brings its reason along
        "TTHC202",
        methods(
            Method(channel="direct", time_limit=days(5, "đối với hồ sơ đơn giản")),
            Method(channel="online", time_limit=days(7)),
        ),
    ),
    (
        "TTHC202",
        methods(
            Method(channel="direct", case="Cấp mới", time_limit=days(5)),
            Method(channel="online", case="Cấp lại", time_limit=days(3)),
        ),
    ),
    ("TTHC202", methods(Method(channel="direct", time_limit=days(5)), Method(channel="online"))),
    ("TTHC203", methods(Method(channel="direct", time_limit=days(5)), Method(channel="online", time_limit=days(7)))),
    ("TTHC203", methods(Method(channel="direct", time_limit=days(5)), Method(channel="direct", time_limit=days(5)))),
    (
        "TTHC203",
        methods(
            Method(channel="direct", time_limit=days(5), note="Đối với công dân"),
            Method(channel="direct", time_limit=days(7)),
        ),
    ),
    (  # "nếu có" names no case, but the levels tell the rows apart
        "TTHC203",
        methods(
            Method(channel="direct", fees=(Fee(kind="amount", amount=DONG, note="tại xã: 50.000 đồng (nếu có)"),)),
            Method(channel="direct", fees=(Fee(kind="free"),)),
        ),
    ),
    ("TTHC204", methods(Method(time_limit=days(5)), Method(time_limit=days(7)), Method(time_limit=limit("5")))),
    ("TTHC205", one(limit("Giải quyết ngay"))),
    ("TTHC206", one(limit("12 tháng"))),
    ("TTHC206", one(working(250))),
    ("TTHC206", one(limit("400"))),
    (
        "TTHC207",
        Procedure(
            methods=(Method(time_limit=days(10)),),
            steps=(
                Step(description="chuẩn bị", actor="applicant", time_limit=days(30)),
                Step(description="thẩm định", actor="agency", time_limit=days(10)),
                Step(description="trả kết quả", time_limit=limit("Trong ngày")),
                Step(description="lưu hồ sơ", time_limit=working(20)),
                Unparsed("Bước 9"),
            ),
        ),
    ),
    ("TTHC208", one(days(5))),
    ("TTHC209", Procedure(steps=(Step(description="Bước 1", time_limit=limit("Không quy định")),))),
    ("TTHC209", one(limit("Giải quyết ngay"))),
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
    codes = {rule.code for rule in time.RULES}
    assert {code for code, _, _ in FIRES} == {code for code, _ in SILENT} == codes


def test_what_the_messages_show() -> None:
    def text(code: str, lang: str) -> list[str]:
        procedure = next(p for c, p, _ in FIRES if c == code)
        return [f.text(lang) for f in validate(procedure, on=DAY, select=[code])]  # type: ignore[arg-type]

    assert text("TTHC201", "vi") == ["thời hạn “5” không ghi đơn vị tính"]
    assert "(5 ngày; 7 ngày)" in text("TTHC202", "vi")[0]
    assert "(5 days; 7 days)" in text("TTHC202", "en")[0]
    assert "“trực tiếp”" in text("TTHC203", "vi")[0]
    assert "ngày, ngày làm việc" in text("TTHC204", "vi")[0]
    assert "11 ngày" in text("TTHC207", "vi")[0]
    assert "11 days" in text("TTHC207", "en")[0]

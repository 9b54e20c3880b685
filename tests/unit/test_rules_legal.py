"""The rules on the legal basis and the announcing decision: each on a record that it finds and on near misses."""

import datetime as dt

import pytest

from tthc import (
    Announcement,
    Interval,
    LegalDocument,
    LegalNumber,
    LegalRegister,
    Procedure,
    Source,
    Unparsed,
    validate,
)
from tthc.errors import TthcError
from tthc.findings import Report
from tthc.procedures import COMPONENTS
from tthc.reference import VIETNAM, Reference
from tthc.validation.rules import legal

DAY = dt.date(2026, 11, 22)


def basis(*numbers: str | Unparsed) -> Procedure:
    return Procedure(
        legal_basis=tuple(n if isinstance(n, Unparsed) else LegalNumber.parse(n) for n in numbers),
    )


def decided(number: str | Unparsed | None = "1262/QĐ-BTP", **fields: object) -> Procedure:
    read = LegalNumber.parse(number) if isinstance(number, str) else number
    return Procedure(decision=Announcement(number=read, **fields))  # type: ignore[arg-type]


def by_minister(signed: dt.date, in_force: dt.date) -> Procedure:
    return decided(by="minister", signed=signed, document_in_force=in_force)


class Weekdays:
    """A calendar of Mondays to Fridays without holidays, up to the end of 2026."""

    def add(self, day: dt.date, days: int) -> dt.date:
        while days:
            day += dt.timedelta(days=1)
            days -= day.weekday() < 5
        if day.year > 2026:
            raise TthcError(day)
        return day


REGISTER = LegalRegister(
    (
        LegalDocument(
            number=LegalNumber.parse("61/2018/NĐ-CP"),
            validity=Interval(dt.date(2018, 6, 21), dt.date(2025, 7, 1)),
            replaced_by=LegalNumber.parse("118/2025/NĐ-CP"),
        ),
        LegalDocument(
            number=LegalNumber.parse("124/2004/QĐ-TTg"), validity=Interval(dt.date(2004, 8, 1), dt.date(2025, 7, 1))
        ),
        LegalDocument(number=LegalNumber.parse("9/2026/NĐ-CP"), validity=Interval(dt.date(2027, 1, 1))),
        LegalDocument(number=LegalNumber.parse("10/2026/NĐ-CP")),
    ),
    dt.date(2026, 11, 22),
)
KNOWN = Reference(as_of=dt.date(2026, 11, 22), law=REGISTER, calendar=Weekdays())
IGNORANT = Reference(as_of=dt.date(2026, 11, 22))
FORMLESS = Source(shape="2021", carries=COMPONENTS - {"legal_basis", "decision"})
FRIDAY = dt.date(2026, 11, 6)

FIRES: list[tuple[str, Procedure, list[tuple[str | int, ...]]]] = [
    ("TTHC501", Procedure(), [("legal_basis",)]),
    ("TTHC501", Procedure(legal_basis=()), [("legal_basis",)]),
    ("TTHC502", basis("60/2014/QH13", Unparsed("Luật Hộ tịch")), [("legal_basis", 1)]),
    ("TTHC503", basis("60/2014/QH13", "123/2015/NĐ-CP", "60/2014/QH13"), [("legal_basis", 2)]),
    ("TTHC503", basis("02/2017/TT-VPCP", "2/2017/TT-VPCP"), [("legal_basis", 1)]),
    ("TTHC504", basis("885/QĐ-BCA-C06", "6519/VPCP-KGVX", "80-NQ/TW"), [("legal_basis", i) for i in range(3)]),
    ("TTHC505", basis("61/2018/NĐ-CP", "124/2004/QĐ-TTg"), [("legal_basis", 0), ("legal_basis", 1)]),
    ("TTHC506", basis("9/2026/NĐ-CP"), [("legal_basis", 0)]),
    ("TTHC507", basis("nghị định 146/2025"), [("legal_basis", 0)]),
    ("TTHC508", Procedure(), [("decision",)]),
    ("TTHC508", decided(None, signed=DAY), [("decision",)]),
    ("TTHC509", decided("QĐ/0001-BCA"), [("decision", "number")]),
    (
        "TTHC509",
        decided("000/QĐ-BCA") if LegalNumber.is_valid("000/QĐ-BCA") else decided("01/QĐ-BCA-DEMO"),
        [("decision", "number")],
    ),
    ("TTHC509", decided(Unparsed("Demo/QĐ-BCA")), [("decision",)]),
    ("TTHC509", Procedure(decision=Unparsed("đang trình ký")), [("decision",)]),
    ("TTHC511", by_minister(dt.date(2026, 6, 12), dt.date(2026, 7, 1)), [("decision", "signed")]),
    (
        "TTHC511",
        decided(by="province", signed=dt.date(2026, 6, 27), document_in_force=dt.date(2026, 7, 1)),
        [("decision", "signed")],
    ),
    (
        "TTHC511",
        decided(shortened=True, signed=dt.date(2026, 7, 5), adopted=dt.date(2026, 7, 1)),
        [("decision", "signed")],
    ),
    ("TTHC512", decided(by="minister", signed=FRIDAY, entered=dt.date(2026, 11, 21)), [("decision", "entered")]),
    ("TTHC512", decided(by="province", signed=FRIDAY, entered=dt.date(2026, 11, 14)), [("decision", "entered")]),
    ("TTHC512", decided(shortened=True, signed=FRIDAY, entered=dt.date(2026, 11, 11)), [("decision", "entered")]),
    ("TTHC513", decided(signed=dt.date(2026, 11, 2), entered=dt.date(2026, 11, 1)), [("decision", "entered")]),
]
SILENT: list[tuple[str, Procedure]] = [
    ("TTHC501", basis("60/2014/QH13")),
    ("TTHC501", basis(Unparsed("Luật Hộ tịch"))),
    ("TTHC501", Procedure(source=FORMLESS)),
    ("TTHC502", basis("60/2014/QH13")),
    ("TTHC503", basis("60/2014/QH13", "123/2015/NĐ-CP")),
    ("TTHC503", basis(Unparsed("Luật"), Unparsed("Luật"))),
    ("TTHC504", basis("63/2010/NĐ-CP", "60/2014/QH13", "124/2004/QĐ-TTg", "27/CP")),
    ("TTHC505", basis("118/2025/NĐ-CP", "10/2026/NĐ-CP", "9/2026/NĐ-CP")),  # not known is not "no longer"
    ("TTHC506", basis("61/2018/NĐ-CP", "10/2026/NĐ-CP", "118/2025/NĐ-CP")),
    ("TTHC507", basis("60/2014/QH13", "63/2010/NĐ-CP")),
    ("TTHC508", decided()),
    ("TTHC508", Procedure(decision=Unparsed("đang trình ký"))),
    ("TTHC508", Procedure(source=FORMLESS)),
    ("TTHC509", decided("1262/QĐ-BTP")),
    ("TTHC509", decided("01/QĐ-BTP")),
    ("TTHC509", decided("1001/QĐ-BTP")),
    ("TTHC509", Procedure()),
    ("TTHC511", by_minister(dt.date(2026, 6, 11), dt.date(2026, 7, 1))),
    ("TTHC511", by_minister(dt.date(2017, 9, 24), dt.date(2017, 9, 25))),  # signed under the law of 2010
    ("TTHC511", decided(shortened=True, signed=dt.date(2026, 7, 4), adopted=dt.date(2026, 7, 1))),
    ("TTHC511", decided(shortened=True, signed=DAY)),
    ("TTHC511", decided(by="minister", signed=DAY)),
    ("TTHC511", decided(signed=DAY, document_in_force=DAY)),
    ("TTHC511", decided()),
    ("TTHC512", decided(by="minister", signed=FRIDAY, entered=dt.date(2026, 11, 20))),
    ("TTHC512", decided(by="province", signed=FRIDAY, entered=dt.date(2026, 11, 13))),
    ("TTHC512", decided(by="delegated", signed=FRIDAY, entered=dt.date(2026, 12, 31))),  # the decree names no term
    ("TTHC512", decided(signed=FRIDAY, entered=dt.date(2026, 12, 31))),
    ("TTHC512", decided(by="minister", signed=dt.date(2017, 9, 22), entered=dt.date(2026, 11, 1))),
    (
        "TTHC512",
        decided(by="minister", signed=dt.date(2026, 12, 30), entered=dt.date(2027, 3, 1)),
    ),  # beyond the calendar
    ("TTHC512", decided(by="minister", signed=FRIDAY)),
    ("TTHC513", decided(signed=DAY, entered=DAY)),
    ("TTHC513", decided(signed=DAY)),
    ("TTHC513", Procedure()),
]


def run(code: str, procedure: Procedure, known: Reference = KNOWN, on: dt.date = DAY) -> Report:
    return validate(procedure, on=on, select=[code], known=known)


@pytest.mark.parametrize(("code", "procedure", "paths"), FIRES)
def test_it_is_found(code: str, procedure: Procedure, paths: list[tuple[str | int, ...]]) -> None:
    findings = run(code, procedure).findings
    assert [finding.path for finding in findings] == paths
    for finding in findings:
        assert finding.citation is not None
        for lang in ("vi", "en"):
            assert finding.text(lang)
            assert not set("?{}") & set(finding.text(lang))  # type: ignore[arg-type]


@pytest.mark.parametrize(("code", "procedure"), SILENT)
def test_a_near_miss_is_not(code: str, procedure: Procedure) -> None:
    assert not run(code, procedure).findings


def test_every_rule_is_tried_both_ways() -> None:
    codes = {rule.code for rule in legal.RULES}
    assert {code for code, _, _ in FIRES} == {code for code, _ in SILENT} == codes


@pytest.mark.parametrize("code", ["TTHC505", "TTHC506", "TTHC512"])
def test_without_a_register_or_calendar_nothing_is_known(code: str) -> None:
    procedure = next(p for c, p, _ in FIRES if c == code)
    assert not run(code, procedure, IGNORANT).findings


def test_the_day_decides() -> None:
    assert run("TTHC505", basis("61/2018/NĐ-CP"), on=dt.date(2025, 6, 30)).ok
    assert not run("TTHC505", basis("61/2018/NĐ-CP"), on=dt.date(2025, 7, 1)).ok
    assert len(run("TTHC506", basis("9/2026/NĐ-CP"), on=dt.date(2026, 12, 31))) == 2  # and the horizon
    assert [f.code for f in run("TTHC506", basis("9/2026/NĐ-CP"), on=dt.date(2027, 1, 1))] == ["TTHC001"]
    late = by_minister(dt.date(2017, 9, 25), dt.date(2017, 10, 1))
    assert not run("TTHC511", late, on=dt.date(2017, 9, 24)).findings
    assert run("TTHC511", late, on=dt.date(2017, 9, 25)).findings


def test_the_register_that_tthc_ships() -> None:
    (finding,) = validate(basis("61/2018/NĐ-CP", "118/2025/NĐ-CP"), on=DAY, select=["TTHC505"], known=VIETNAM)
    assert finding.text("vi") == "văn bản 61/2018/NĐ-CP đã hết hiệu lực, được thay bằng 118/2025/NĐ-CP"
    assert finding.text("en") == "document 61/2018/NĐ-CP is no longer in force, replaced by 118/2025/NĐ-CP"


def test_the_deadline_is_told() -> None:
    (finding,) = run("TTHC511", by_minister(dt.date(2026, 6, 12), dt.date(2026, 7, 1)))
    assert "11/06/2026" in finding.text("vi")
    assert "20 ngày" in finding.text("vi")
    (finding,) = run("TTHC512", decided(by="minister", signed=FRIDAY, entered=dt.date(2026, 11, 21)))
    assert "20/11/2026" in finding.text("en")
    assert "10 working days" in finding.text("en")

"""`mend`: what is mended is no longer found, and nothing else changes."""

import datetime as dt
import unicodedata

import attrs
import pytest

from tthc import (
    Case,
    Catalogue,
    Document,
    Fee,
    LegalNumber,
    Method,
    Procedure,
    ResponsibleAgency,
    Step,
    TimeLimit,
    Unparsed,
    difference,
    mend,
    validate,
)
from tthc.validation import RULES, RuleSet

DAY = dt.date(2026, 11, 22)
NFD = unicodedata.normalize("NFD", "Giấy chứng sinh")
LAW, DECREE = LegalNumber.parse("60/2014/QH13"), LegalNumber.parse("123/2015/NĐ-CP")


def named(name: str) -> Procedure:
    return Procedure(name=name)


def paper(name: str) -> Procedure:
    return Procedure(cases=(Case(documents=(Document(name="Đơn"), Document(name=name))),))


CASES: list[tuple[str, Procedure, Procedure]] = [
    ("TTHC503", Procedure(legal_basis=(LAW, LAW, DECREE, LAW)), Procedure(legal_basis=(LAW, DECREE))),
    (
        "TTHC503",
        Procedure(legal_basis=(Unparsed("Luật"), LAW, Unparsed("Luật"), LAW)),
        Procedure(legal_basis=(Unparsed("Luật"), LAW, Unparsed("Luật"))),
    ),
    ("TTHC705", paper(NFD), paper("Giấy chứng sinh")),
    (
        "TTHC705",
        Procedure(methods=(Method(fees=(Fee(kind="free", note=NFD),), time_limit=TimeLimit.parse(f"5 ngày; {NFD}")),)),
        Procedure(
            methods=(
                Method(
                    fees=(Fee(kind="free", note="Giấy chứng sinh"),),
                    time_limit=TimeLimit.parse("5 ngày; Giấy chứng sinh"),
                ),
            )
        ),
    ),
    ("TTHC706", named("<b>Đăng ký</b> khai sinh &amp; khai tử"), named("Đăng ký khai sinh & khai tử")),
    (
        "TTHC706",
        Procedure(note="Dòng một<br>Dòng hai<br/><p>Dòng ba</p>"),
        Procedure(note="Dòng một\nDòng hai\nDòng ba"),
    ),
    ("TTHC706", Procedure(note="&amp;lt;p&amp;gt;Một&lt;/p&gt;&nbsp;"), Procedure(note="Một")),
    ("TTHC706", Procedure(note="<tr><td>a</td><td>b</td></tr>"), Procedure(note="a  b")),
    (
        "TTHC707",
        Procedure(note="Giấy phép.\nChọn cơ quan thực hiệnTỉnh/ Thành phốBộ ngành-- Chọn Tỉnh/ Thành phố --"),
        Procedure(note="Giấy phép."),
    ),
    ("TTHC709", paper("\uf0b7 Đơn\xa0đề\u200b nghị"), paper("- Đơn đề nghị")),
    ("TTHC709", named("QÐ-TTg"), named("QĐ-TTg")),
    ("TTHC710", named("1.\tSáp nhập\nthôn"), named("Sáp nhập thôn")),
    ("TTHC710", named("1. 2) Sáp nhập thôn"), named("Sáp nhập thôn")),
    ("TTHC711", named("Đăng ký khai sinh ;.\n"), named("Đăng ký khai sinh")),
    ("TTHC713", named(" Đăng ký  khai sinh "), named("Đăng ký khai sinh")),
    ("TTHC713", Procedure(note=" thụt  đầu dòng"), Procedure(note="thụt  đầu dòng")),
    ("TTHC713", Procedure(steps=(Unparsed(" Bước 1 "),)), Procedure(steps=(Unparsed("Bước 1"),))),
]


@pytest.mark.parametrize(("code", "before", "after"), CASES)
def test_it_is_mended(code: str, before: Procedure, after: Procedure) -> None:
    report = validate(before, on=DAY, select=[code])
    assert report.findings
    mended = mend(before, report)
    assert mended == after
    assert not validate(mended, on=DAY, select=[code]).findings
    assert mend(mended, report) == mended  # once is enough
    assert mend(mended, validate(mended, on=DAY)) in {mended, mend(before, validate(before, on=DAY))}


def test_every_rule_that_can_mend_is_tried() -> None:
    assert {code for code, _, _ in CASES} == {rule.code for rule in RULES if rule.mend is not None}


def test_nothing_else_changes() -> None:
    before = Procedure(
        name=" 1. Đăng ký  khai sinh.\n",
        steps=(Step(description="Nộp hồ sơ&nbsp;"), Step(description="Nhận  kết quả")),
        cases=(Case(documents=(Document(name=NFD, originals=0),)),),
        legal_basis=(LAW, DECREE, LAW),
        dossier_sets=2,
    )
    after = mend(before, validate(before, on=DAY))
    assert after == attrs.evolve(
        before,
        name="Đăng ký khai sinh",
        steps=(Step(description="Nộp hồ sơ"), Step(description="Nhận  kết quả")),
        cases=(Case(documents=(Document(name="Giấy chứng sinh", originals=0),)),),
        legal_basis=(LAW, DECREE),
    )
    assert set(difference(before, after).components) <= {"name", "steps", "documents", "legal_basis"}
    mendable = {rule.code for rule in RULES if rule.mend is not None}
    assert not {finding.code for finding in validate(after, on=DAY)} & mendable


def test_findings_without_a_safe_fix_change_nothing() -> None:
    before = Procedure(dossier_sets=0, methods=(Method(time_limit=TimeLimit.parse("5")),))
    report = validate(before, on=DAY)
    assert report.findings
    assert mend(before, report) is before
    assert mend(before, ()) is before


def test_a_path_that_leads_nowhere_changes_nothing() -> None:
    before = Procedure(name="Đăng ký.", steps=(Step(description="a "), Step(description="b ")), legal_basis=(LAW, LAW))
    report = validate(before, on=DAY)
    for other in (
        Procedure(),
        Procedure(steps=(Step(description="a"),), legal_basis=(LAW,)),
        Procedure(steps=(Unparsed("a"), Unparsed("b")), legal_basis=(LAW, DECREE)),
    ):
        assert mend(other, report) == other
    assert mend(before, validate(Catalogue((before,)), on=DAY)) is before


def test_what_must_not_be_empty_is_left_alone() -> None:
    before = Procedure(agencies=(ResponsibleAgency(role="settling", name="<br>"),))
    report = validate(before, on=DAY, select=["TTHC706"])
    assert report.findings
    assert mend(before, report) == before


def test_text_without_html_is_not_trimmed() -> None:
    report = validate(Procedure(note="<br>Dòng một"), on=DAY, select=["TTHC706"])
    assert mend(Procedure(note="Dòng một\n"), report) == Procedure(note="Dòng một\n")


def test_html_that_never_ends_is_mended_in_bounded_time() -> None:
    before = Procedure(note="&amp;" + "amp;" * 50 + "lt;p&gt;")
    mended = mend(before, validate(before, on=DAY, select=["TTHC706"]))
    assert len(mended.note) < len(before.note)


def test_rules_of_the_callers_own_mend_too() -> None:
    rules = RuleSet((attrs.evolve(RULES.get("TTHC711"), mend=lambda _p, finding: named(finding.code)),))
    assert mend(named("a."), validate(named("a."), on=DAY, rules=rules), rules=rules) == named("TTHC711")

"""The rules on papers and forms: each on a record that it finds and on near misses."""

import datetime as dt

import pytest

from tthc import Case, Document, Form, Procedure, Source, Unparsed, validate
from tthc.procedures import COMPONENTS
from tthc.validation.rules import documents

DAY = dt.date(2026, 11, 22)
FORMLESS = Source(shape="general", carries=COMPONENTS - {"forms"})
PORTAL = Source(shape="portal", carries=COMPONENTS)


def papers(*rows: Document | Unparsed, source: Source | None = None) -> Procedure:
    return Procedure(cases=(Case(documents=rows),), source=source)


def paper(name: str, originals: int | Unparsed | None = None, copies: int | Unparsed | None = None) -> Document:
    return Document(name=name, originals=originals, copies=copies)


FIRST, SECOND = ("cases", 0, "documents", 0), ("cases", 0, "documents", 1)
FIRES: list[tuple[str, Procedure, list[tuple[str | int, ...]]]] = [
    ("TTHC401", papers(paper("Giấy chứng sinh", 0, 0)), [FIRST]),
    ("TTHC401", papers(paper("Giấy chứng sinh", 0)), [FIRST]),
    ("TTHC402", papers(paper("Giấy chứng sinh", 1), paper("Giấy  chứng sinh", 2)), [SECOND]),
    ("TTHC403", papers(Document(name="Bằng tốt nghiệp", originals=1, copies=2, certified=True)), [FIRST]),
    ("TTHC404", papers(paper("Tờ khai đăng ký khai sinh theo mẫu", 1)), [FIRST]),
    ("TTHC404", papers(Document(name="Văn bản đề nghị", form=Form(name="Mẫu số 01"))), [FIRST]),
    ("TTHC404", papers(paper("Đơn đề nghị (Mẫu TP-LS-02)", 1), source=PORTAL), [FIRST]),
    (
        "TTHC405",
        Procedure(cases=(Case(name="Cấp mới", documents=(paper("Ảnh", 2),)), Case(name="Cấp lại"), Unparsed("khác"))),
        [("cases", 1, "documents")],
    ),
    ("TTHC405", Procedure(cases=(Case(documents=(paper("Ảnh", 2),)), Case())), [("cases", 1, "documents")]),
    ("TTHC406", Procedure(cases=(Case(name="Cấp mới"), Case(name="cấp mới"))), [("cases", 1, "name")]),
    ("TTHC406", Procedure(cases=(Case(), Unparsed("khác"), Case())), [("cases", 2, "name")]),
    ("TTHC407", papers(Unparsed("02 ảnh, 01 đơn"), paper("Đơn", Unparsed("nhiều"))), [FIRST, (*SECOND, "originals")]),
    ("TTHC407", papers(paper("Đơn", 1, Unparsed("vài"))), [(*FIRST, "copies")]),
    (
        "TTHC407",
        Procedure(cases=(Unparsed("khác"), Case(name="Cấp mới"), Case(documents=(Unparsed("02 ảnh"),)))),
        [("cases", 2, "documents", 0)],
    ),
    ("TTHC408", papers(Document(name="Đơn", required=False), Document(name="Ảnh", required=False)), [("cases",)]),
    ("TTHC409", Procedure(dossier_sets=2), [("dossier_sets",)]),
    ("TTHC410", Procedure(dossier_sets=0), [("dossier_sets",)]),
    ("TTHC411", papers(paper(" ", 1)), [FIRST]),
    ("TTHC412", papers(paper("Giấy tờ phải xuất trình gồm:", 0, 0)), [FIRST]),
    ("TTHC412", papers(paper("* Lưu ý: khai đầy đủ các mục", 0)), [FIRST]),
    ("TTHC412", papers(paper("Số lượng hồ sơ: 01 (một) bộ.", 0)), [FIRST]),
    ("TTHC412", papers(paper("Trường hợp nộp trực tuyến thì tải lên bản điện tử", 0)), [FIRST]),
]
SILENT: list[tuple[str, Procedure]] = [
    ("TTHC401", papers(paper("Giấy chứng sinh", 0, 1))),
    ("TTHC401", papers(paper("Giấy chứng sinh"))),
    ("TTHC401", papers(Document(name="Thẻ căn cước", act="present", originals=0, copies=0))),
    ("TTHC401", papers(Document(name="Văn bản ủy quyền", condition="nếu có", originals=0, copies=0))),
    ("TTHC401", papers(paper("Số lượng hồ sơ: 01 bộ", 0, 0))),
    ("TTHC401", papers(paper("Giấy chứng sinh", Unparsed("?"), 0))),
    ("TTHC402", papers(paper("Giấy chứng sinh", 1), paper("Giấy chứng tử", 1))),
    ("TTHC402", papers(paper("Thẻ căn cước", 1), Document(name="Thẻ căn cước", act="present"))),
    ("TTHC402", papers(paper(""), paper(""))),
    (
        "TTHC402",
        Procedure(
            cases=(Case(name="Cấp mới", documents=(paper("Ảnh"),)), Case(name="Cấp lại", documents=(paper("Ảnh"),)))
        ),
    ),
    ("TTHC403", papers(Document(name="Bằng tốt nghiệp", originals=1, copies=2))),
    ("TTHC403", papers(Document(name="Bằng tốt nghiệp", originals=0, copies=2, certified=True))),
    ("TTHC403", papers(Document(name="Bằng tốt nghiệp", originals=Unparsed("?"), copies=2, certified=True))),
    ("TTHC404", papers(Document(name="Tờ khai theo mẫu", form=Form(files=("to-khai.docx",))))),
    ("TTHC404", papers(paper("Tờ khai theo mẫu"), source=FORMLESS)),
    ("TTHC404", papers(paper("Giấy chứng sinh"))),
    ("TTHC404", papers(paper("* Lưu ý: khai theo biểu mẫu điện tử", 0))),
    ("TTHC405", Procedure(cases=(Case(name="Cấp mới"), Case(name="Cấp lại")))),
    ("TTHC405", Procedure(cases=(Case(name="Cấp mới", documents=(paper("Ảnh"),)), Case(name="Cấp lại", documents=())))),
    ("TTHC406", Procedure(cases=(Case(name="Cấp mới"), Case(name="Cấp lại")))),
    ("TTHC406", Procedure(cases=(Case(name="Cấp mới", code="1.000358.01"), Case(name="Cấp mới", code="1.000358.02")))),
    ("TTHC407", papers(paper("Đơn", 1, 0))),
    ("TTHC408", papers(Document(name="Đơn", required=False), Document(name="Ảnh"))),
    ("TTHC408", Procedure()),
    ("TTHC409", Procedure(dossier_sets=1)),
    ("TTHC409", Procedure(dossier_sets=Unparsed("2 bộ"))),
    ("TTHC410", Procedure(dossier_sets=1)),
    ("TTHC411", papers(paper("Đơn", 1))),
    ("TTHC412", papers(paper("Giấy chứng sinh", 0, 0))),
    ("TTHC412", papers(paper("Giấy tờ phải xuất trình gồm:", 1, 0))),
    ("TTHC412", papers(Document(name="Hộ chiếu thì xuất trình", act="present", originals=0))),
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
    codes = {rule.code for rule in documents.RULES}
    assert {code for code, _, _ in FIRES} == {code for code, _ in SILENT} == codes

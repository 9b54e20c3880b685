"""Rules on the papers of a dossier and their forms (thành phần hồ sơ, mẫu đơn, mẫu tờ khai)."""

import re
from collections.abc import Iterable

from tthc.procedures import Case, Document, Procedure
from tthc.text import Unparsed, search_key
from tthc.validation.rule import Context, Hit
from tthc.validation.rules._make import INFO, WARNING, article_8, brief, cite, rule

__all__ = ["RULES"]

_LAW = article_8("d")


def __dir__() -> list[str]:
    return __all__


def _keyed(p: Procedure) -> list[tuple[tuple[str | int, ...], Document, str]]:
    """Every readable paper with its path and the search key of its name."""
    return [(path, document, search_key(document.name)) for path, document in p.documents()]


# What a row says that is no paper: a heading ends in a colon, a note is a sentence about who does what.
_NO_PAPER = re.compile(
    r":$|\b(?:gom|cu the)$|\b(?:thi|phai|co the|khong duoc|co trach nhiem|tu choi|luu y|ghi chu)\b"
    r"|^\W*(?:trong do|khi|nguoi|co quan|can bo|xuat trinh)\b|\bso (?:luong|bo) ho so\b|^[0-9]{1,2} (?:\(\w+\) )?bo\b"
)


def _empty(p: Procedure, context: Context) -> Iterable[tuple[tuple[str | int, ...], str, bool]]:
    """Rows with no original and no copy that are neither shown nor conditional, and whether each is a paper at all."""
    for path, document, key in context.once(_keyed, p):
        if document.originals == 0 and not document.copies and document.act == "submit" and not document.condition:
            yield path, document.name, _NO_PAPER.search(key.rstrip(" .;,")) is None


@rule(
    "TTHC401",
    "giấy tờ “{name}” ghi 0 bản chính và 0 bản sao",
    "“{name}” asks for 0 originals and 0 copies",
    citation=_LAW,
    why=(
        "Nếu giấy tờ chỉ xuất trình hoặc chỉ cần trong một trường hợp, ghi rõ; nếu không cần nộp, bỏ khỏi hồ sơ.",
        "If the paper is only shown, or asked for in one case only, say so; if it is not needed, take it out.",
    ),
)
def nothing_asked(p: Procedure, context: Context) -> Iterable[Hit]:
    """Find papers with no original and no copy that are neither shown nor conditional."""
    for path, name, paper in _empty(p, context):
        if paper:
            yield Hit(path, {"name": brief(name)})


@rule(
    "TTHC412",
    "dòng “{name}” là ghi chú hoặc tiêu đề, không phải giấy tờ",
    "the row “{name}” is a note or a heading, not a paper",
    severity=INFO,
    citation=_LAW,
    why=(
        "Thành phần hồ sơ chỉ liệt kê giấy tờ. Chuyển lời hướng dẫn sang trình tự hoặc cách thức thực hiện.",
        "The components of a dossier are papers. Move instructions to the sequence or the manner of performance.",
    ),
)
def not_a_paper(p: Procedure, context: Context) -> Iterable[Hit]:
    """Find headings and instructions that stand among the papers, with no original and no copy."""
    for path, name, paper in _empty(p, context):
        if not paper:
            yield Hit(path, {"name": brief(name)})


@rule(
    "TTHC402",
    "giấy tờ “{name}” được liệt kê hai lần trong cùng một trường hợp",
    "“{name}” is asked for twice in one case",
    citation=_LAW,
    why=("Gộp thành một dòng với đúng số lượng.", "Make it one row with the right number."),
)
def same_paper_twice(p: Procedure, context: Context) -> Iterable[Hit]:
    """Find papers of one name, use and condition that stand twice in a case."""
    seen: set[object] = set()
    for path, document, name in context.once(_keyed, p):
        key = (path[1], name, document.act, document.condition)
        if name and key in seen:
            yield Hit(path, {"name": brief(document.name)})
        seen.add(key)


_EITHER = re.compile(r"\bban (?:chinh|goc|sao|chup)\b[^;.]{0,80}?\bhoac (?:\w{1,6} ){0,2}ban\b")


@rule(
    "TTHC403",
    "giấy tờ “{name}” yêu cầu cả bản chính và bản sao có chứng thực",
    "“{name}” is asked for as original and as certified copy",
    citation=cite("63/2010/NĐ-CP", "7", "4"),
    why=(
        "Có bản chính để đối chiếu thì không cần chứng thực bản sao.",
        "Where the original is there to compare with, a certified copy is not needed.",
    ),
)
def original_and_certified(p: Procedure, context: Context) -> Iterable[Hit]:
    """Find papers that are asked for as original and as certified copy; "bản chính hoặc bản sao" asks for one."""
    for path, document, key in context.once(_keyed, p):
        counts = document.originals, document.copies
        if document.certified and all(isinstance(n, int) and n > 0 for n in counts) and not _EITHER.search(key):
            yield Hit(path, {"name": brief(document.name)})


# "Tờ khai" is a form by its name; an application (đơn) is one where its form is named.
_FORM = re.compile(
    r"\btheo (?:bieu )?mau\b|\bmau (?:so|don|to khai|phieu|bieu|[a-z]{0,4}-?[0-9])|\(mau\b|^\W*(?:\w[.)] )?to khai\b"
)


@rule(
    "TTHC404",
    "giấy tờ “{name}” phải lập theo mẫu nhưng không đính kèm mẫu",
    "“{name}” is written on a form, but the form is not attached",
    severity=INFO,
    citation=article_8("h"),
    why=(
        "Đính kèm mẫu đơn, mẫu tờ khai để người nộp hồ sơ tải về.",
        "Attach the form, so that applicants can download it.",
    ),
)
def form_not_attached(p: Procedure, context: Context) -> Iterable[Hit]:
    """Find papers whose name speaks of a form while none is attached, in sources that carry forms."""
    if p.source is not None and "forms" not in p.source.carries:
        return
    for path, document, key in context.once(_keyed, p):
        named = document.form is not None and not document.form.files
        asked = document.originals != 0 or bool(document.copies)  # else the row is a note, or the form is electronic
        if named or (document.form is None and asked and _FORM.search(key)):
            yield Hit(path, {"name": brief(document.name)})


@rule(
    "TTHC405",
    "trường hợp “{case}” không có giấy tờ nào trong khi trường hợp khác có",
    "the case “{case}” asks for no papers while another one does",
    severity=INFO,
    citation=_LAW,
    why=("Ghi thành phần hồ sơ của từng trường hợp.", "State the papers of every case."),
)
def empty_case(p: Procedure, _: Context) -> Iterable[Hit]:
    """Find cases without papers beside cases with papers."""
    filled = any(type(case) is Case and case.documents for case in p.cases or ())
    for i, case in enumerate(p.cases or ()):
        if filled and type(case) is Case and case.documents is None:
            yield Hit(("cases", i, "documents"), {"case": brief(case.name or case.code or "…")})


@rule(
    "TTHC406",
    "{case} được ghi nhiều lần",
    "{case} stands several times",
    citation=_LAW,
    why=(
        "Người nộp hồ sơ chọn trường hợp theo tên. Phân biệt các trường hợp bằng tên.",
        "An applicant chooses a case by its name. Tell the cases apart by name.",
    ),
)
def same_case_twice(p: Procedure, _: Context) -> Iterable[Hit]:
    """Find two cases of one name, also two without a name, which nobody can tell apart."""
    seen: set[str] = set()
    for i, case in enumerate(p.cases or ()):
        if type(case) is Case and case.code is None:
            key = search_key(case.name)
            if key in seen:
                named = (f"trường hợp “{brief(case.name)}”", f"the case “{brief(case.name)}”")
                yield Hit(("cases", i, "name"), {"case": named if key else _UNNAMED})
            seen.add(key)


_UNNAMED = ("trường hợp không có tên", "a case without a name")


@rule(
    "TTHC407",
    "không đọc được giấy tờ hoặc số lượng: “{text}”",
    "a paper or its number cannot be read: “{text}”",
    citation=_LAW,
    why=("Ghi số bản chính và số bản sao bằng chữ số.", "State originals and copies in digits."),
)
def unreadable(p: Procedure, _: Context) -> Iterable[Hit]:
    """Find papers and counts that are stated and could not be read."""
    for i, case in enumerate(p.cases or ()):
        for j, item in enumerate((type(case) is Case and case.documents) or ()):
            if type(item) is Unparsed:
                yield Hit(("cases", i, "documents", j), {"text": brief(item.text)})
    for path, document in p.documents():
        for name, count in (("originals", document.originals), ("copies", document.copies)):
            if type(count) is Unparsed:
                yield Hit((*path, name), {"text": brief(count.text)})


@rule(
    "TTHC408",
    "tất cả giấy tờ đều được đánh dấu là không bắt buộc",
    "every paper is marked as not required",
    severity=INFO,
    citation=_LAW,
    why=(
        "Đánh dấu những giấy tờ bắt buộc; nếu không, dấu này không cho biết điều gì.",
        "Mark the papers that are required; as it is, the mark says nothing.",
    ),
)
def nothing_required(p: Procedure, _: Context) -> Iterable[Hit]:
    """Find procedures that mark every paper as not required."""
    marks = [document.required for _, document in p.documents()]
    if marks and all(mark is False for mark in marks):
        yield Hit(("cases",))


@rule(
    "TTHC409",
    "số lượng hồ sơ là {count} bộ, nhiều hơn một bộ",
    "{count} sets of documents are asked for, more than one",
    severity=INFO,
    citation=cite("63/2010/NĐ-CP", "7", "4"),
    why=(
        "Yêu cầu nhiều bộ hồ sơ làm tăng chi phí tuân thủ; cân nhắc một bộ kèm bản điện tử.",
        "Asking for several sets adds to compliance cost; consider one set and an electronic copy.",
    ),
)
def several_sets(p: Procedure, _: Context) -> Iterable[Hit]:
    """Find dossiers of more than one set."""
    if isinstance(p.dossier_sets, int) and p.dossier_sets > 1:
        yield Hit(("dossier_sets",), {"count": p.dossier_sets})


@rule(
    "TTHC410",
    "số lượng hồ sơ ghi 0 bộ",
    "the number of sets is zero",
    severity=WARNING,
    citation=_LAW,
    why=(
        "Hồ sơ có ít nhất một bộ; nếu không phải nộp hồ sơ, ghi rõ là không có thành phần hồ sơ.",
        "A dossier has at least one set; where nothing is handed in, say that there are no papers.",
    ),
)
def no_sets(p: Procedure, _: Context) -> Iterable[Hit]:
    """Find dossiers of no set."""
    if p.dossier_sets == 0:
        yield Hit(("dossier_sets",))


@rule(
    "TTHC411",
    "giấy tờ không có tên",
    "a paper has no name",
    severity=WARNING,
    citation=_LAW,
    why=("Ghi tên giấy tờ.", "Name the paper."),
)
def nameless(p: Procedure, context: Context) -> Iterable[Hit]:
    """Find papers without a name."""
    for path, _, key in context.once(_keyed, p):
        if not key:
            yield Hit(path)


RULES = (
    nothing_asked,
    same_paper_twice,
    original_and_certified,
    form_not_attached,
    empty_case,
    same_case_twice,
    unreadable,
    nothing_required,
    several_sets,
    no_sets,
    nameless,
    not_a_paper,
)

"""Cases and their documents, from rows, from the glued tables of the flat crawl, or from words.

What the portal prints above a table is not always a case: "Giấy tờ phải nộp", "Giấy tờ phải xuất trình", "Lưu ý" and
the like part the papers of one case. Their tables, and those without a heading beside them, form one case; the heading
goes into the note of its documents, and what must only be shown (xuất trình) has that act. Several tables without a
heading and nothing else are alternatives without a name.
"""

import re

import attrs

from tthc.interop.portal._aliases import CASE, DOCUMENT
from tthc.interop.portal._components import make_count, make_document
from tthc.interop.portal._document_table import (
    DocumentRow,
    DocumentTable,
    read_counts,
    split_document_tables,
    split_files,
)
from tthc.interop.portal._messages import GLUED_COUNT, UNSPLIT, WRONG_KIND
from tthc.interop.portal._notes import Notes, Path
from tthc.interop.portal._parts import read_limit
from tthc.interop.portal._plain import PlainMap
from tthc.interop.portal._row import Aliases, Row
from tthc.interop.portal._words import fold, is_none
from tthc.procedures import Act, Case, Document, Form
from tthc.text import Unparsed

__all__ = ["read_cases"]

_GROUP = re.compile(
    "luuy|ghichu|(?:baogom|gom)?(?:thanhphan)?(?:hoso)?(?:baogom|gom)?"
    "|(?!truonghop|doivoi).{0,30}(?:phainop|phaixuattrinh).{0,20}"
    "|nguoiyeucau.{0,40}(?:nop|gui)0?1(?:mot)?bohoso.{0,60}"
)
_FILE = re.compile(r"\.(?:docx?|pdf|xlsx?|rtf|odt|zip|rar|jpe?g|png)\Z", re.IGNORECASE)


def __dir__() -> list[str]:
    return __all__


class _Cases:
    """The cases of one record while their documents are gathered."""

    __slots__ = ("_cases", "_documents", "_index", "notes")

    def __init__(self, notes: Notes) -> None:
        self.notes = notes
        self._cases: list[Case] = []
        self._documents: list[list[Document | Unparsed]] = []
        self._index: dict[str, int] = {}

    def open(self, case: Case) -> int:
        """Begin a case and return its place."""
        self._cases.append(case)
        self._documents.append([])
        return len(self._cases) - 1

    def set(self, place: int, case: Case) -> None:
        """Put a case that is read in full in its place."""
        self._cases[place] = case

    def named(self, name: str) -> int:
        """Return the place of the case of this name among those that no row of their own begins."""
        if name not in self._index:
            self._index[name] = self.open(Case(name=name))
        return self._index[name]

    def path(self, case: int) -> Path:
        """Return where the next document of a case will stand."""
        return ("cases", case, "documents", len(self._documents[case]))

    def add(self, case: int, document: Document | Unparsed) -> None:
        """Put a document behind those of a case."""
        self._documents[case].append(document)

    def built(self) -> tuple[Case, ...]:
        """Return the cases with their documents."""
        return tuple(
            attrs.evolve(case, documents=tuple(documents) or None)
            for case, documents in zip(self._cases, self._documents, strict=True)
        )


def read_cases(row: Row) -> tuple[tuple[Case, ...] | None, set[str]]:
    """Read the cases, and which components their cells can carry."""
    cases = _Cases(row.notes)
    carries: set[str] = {"cases", "documents"} if "cases" in row else set()
    none = False
    for item, path in row.items("cases", _aliases_of):
        if isinstance(item, Row):
            carries |= _read_row(cases, item)
        elif (tables := split_document_tables(item)) is not None:
            carries.add("forms")
            _read_tables(cases, tables)
        elif is_none(item):
            none = True
        elif isinstance(path[-1], int):
            case = cases.named("")
            cases.add(case, make_document(item))
        else:
            case = cases.named("")
            row.notes.note(UNSPLIT, cases.path(case), item)
            cases.add(case, Unparsed(item))
    return cases.built() or (() if none else None), carries


def _aliases_of(cells: PlainMap) -> Aliases:
    """A mapping with a list of papers is a case, any other a document."""
    nested = any(CASE.get(fold(key)) == "documents" and type(value) in {list, dict} for key, value in cells.items())
    return CASE if nested else DOCUMENT


def _read_row(cases: _Cases, row: Row) -> set[str]:
    if "documents" not in row:
        case = row.text("case") or ""
        return _read_document(cases, cases.named(case), row)
    name, time, place = row.text("name") or "", row.text("time", numbers=True), cases.open(Case())
    limit = None if time is None else read_limit(cases.notes, time, ("cases", place, "time_limit"))
    cases.set(place, Case(name=name, code=row.text("code"), time_limit=limit, audience=row.text("audience")))
    carries: set[str] = {"time_limit"} if "time" in row else set()
    for item, _ in row.items("documents", DOCUMENT):
        if isinstance(item, Row):
            carries |= _read_document(cases, place, item)
        else:
            cases.add(place, make_document(item))
    return carries


def _read_document(cases: _Cases, case: int, row: Row) -> set[str]:
    notes, path = cases.notes, cases.path(case)
    originals = make_count(notes, row.text("originals", numbers=True), (*path, "originals"))
    copies = make_count(notes, row.text("copies", numbers=True), (*path, "copies"))
    form = _form(notes, row.text("form"), row.path_of("form"))
    note = row.text("note") or ""
    counts = row.text("counts", numbers=True)
    if counts is not None and _FILE.search(counts) and form is None:  # the Word export puts the form there
        form, counts = Form(files=tuple(line.strip() for line in counts.split("\n") if line.strip())), None
    if counts is None and (read_counts(note) is not None):
        counts, note = note, ""
    if counts is not None:
        read = read_counts(counts)
        if read is not None:
            originals = read[0] if originals is None else originals
            copies = read[1] if copies is None else copies
        elif originals is None:
            notes.note(WRONG_KIND, (*path, "originals"), counts, expected=_COUNTS)
            originals = Unparsed(counts)
        else:
            notes.keep(row.path_of("counts"), counts)
    cases.add(
        case,
        make_document(
            row.text("name") or "",
            said_condition=row.text("condition"),
            originals=originals,
            copies=copies,
            form=form,
            code=row.text("code"),
            issuer=row.text("issuer"),
            note=note,
        ),
    )
    return {"forms"} if "form" in row or form is not None else set()


_COUNTS = ("số bản chính, bản sao", "numbers of originals and copies")


def _form(notes: Notes, text: str | None, path: Path) -> Form | None:
    """Read a form: an address or a file, or the name of one. An address that ends in "=" leads to no form."""
    if text is None:
        return None
    if text.startswith(("http://", "https://")):
        if text.endswith("="):
            notes.keep(path, text)
            return None
        return Form(files=(text,))
    return Form(files=(text,)) if _FILE.search(text) else Form(name=text)


# ── glued tables ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _read_tables(cases: _Cases, tables: tuple[DocumentTable, ...]) -> None:
    headings = [table.heading.lstrip("-+*•– ").rstrip(": ") for table in tables]
    groups = [not heading or _is_group(heading) for heading in headings]
    joined = any(group and heading for group, heading in zip(groups, headings, strict=True))
    for table, heading, group in zip(tables, headings, groups, strict=True):
        inside = group and joined and (table.rows or not heading)
        place = cases.named("") if inside else cases.open(Case(name=heading))
        act: Act = "present" if group and "xuattrinh" in fold(heading) else "submit"
        for document in table.rows:
            _read_table_row(cases, place, document, act, heading if group else "")


def _is_group(heading: str) -> bool:
    key = fold(heading)  # "" for what is too long to be one
    return key != "" and _GROUP.fullmatch(key) is not None


def _read_table_row(cases: _Cases, case: int, row: DocumentRow, act: Act, note: str) -> None:
    notes, path = cases.notes, cases.path(case)
    if not row.text:
        count = f"{row.originals} bản chính" + ("" if row.copies is None else f", {row.copies} bản sao")
        notes.note(UNSPLIT, path, count)
        cases.add(case, Unparsed(count))
        return
    if row.glued:
        notes.note(GLUED_COUNT, (*path, "originals"), row.glued, read=str(row.originals))
    name, files, whole = split_files(row.text)
    if not whole:
        notes.note(UNSPLIT, (*path, "name"), row.text[-80:])
    form = Form(files=files) if files else None
    document = make_document(name, act=act, originals=row.originals, copies=row.copies, form=form, note=note)
    cases.add(case, document)

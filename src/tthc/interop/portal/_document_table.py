"""The tables of documents of the flat crawl: names, form files and counts glued into one text.

A table begins at its header; what stands between the last count of one table and the next header is the heading of
the next. A document ends at its count, "N bản chính[,M bản sao]". A count that a name only quotes stands in brackets or
is followed by a blank and a letter ("(01 bản chính)", "01 bản chính văn bản …").

Digits of a name or file may be glued to the count. A count has one digit, or two with a leading 0; of any other run of
digits behind a letter or digit the last digit is the count ("ngày 25/6/20241 bản chính" is 1), and the reader says so.
"""

import functools
import re
from typing import NamedTuple

__all__ = ["DocumentRow", "DocumentTable", "read_counts", "split_document_tables", "split_files"]


def __dir__() -> list[str]:
    return __all__


class DocumentRow(NamedTuple):
    """One row: name and form file as one text, the two counts, and the digits as they stand where they are glued."""

    text: str
    originals: int
    copies: int | None
    glued: str


class DocumentTable(NamedTuple):
    """One table: its heading and rows, and the text that no count ends."""

    heading: str
    rows: tuple[DocumentRow, ...]


@functools.cache
def _header() -> re.Pattern[str]:
    return re.compile(r"Tên giấy tờ\s{0,4}Mẫu đơn, tờ khai\s{0,4}Số lượng(?!\s*Biểu mẫu)")


@functools.cache
def _count() -> re.Pattern[str]:
    return re.compile(r"(?<![0-9])([0-9]++) bản chính(?:,([0-9]{1,3}) bản sao)?(?!\s?[)\]]|\s[^\W\d_]|,\s)")


def split_document_tables(text: str) -> tuple[DocumentTable, ...] | None:
    """Part the glued tables; `None` where the text is no such table.

    >>> table, = split_document_tables("--Tên giấy tờMẫu đơn, tờ khaiSố lượngTờ khaiMau1.doc1 bản chính,2 bản sao")
    >>> table.heading, table.rows[0]
    ('--', DocumentRow(text='Tờ khaiMau1.doc', originals=1, copies=2, glued=''))
    """
    parts = _header().split(text)
    if len(parts) == 1:
        return None
    tables: list[DocumentTable] = []
    heading = parts[0].strip()
    for part in parts[1:]:
        rows: list[DocumentRow] = []
        start = 0
        for match in _count().finditer(part):
            if part[match.start() - 1 : match.start()] == "(":
                continue
            digits, copies = match[1], match[2]
            glued = len(digits) > 1 and not (len(digits) == 2 and digits[0] == "0")
            name_end = match.end(1) - 1 if glued else match.start()
            rows.append(
                DocumentRow(
                    part[start:name_end].strip(),
                    int(digits[-1]),
                    None if copies is None else int(copies),
                    match[0] if glued else "",
                )
            )
            start = match.end()
        tables.append(DocumentTable(heading, tuple(rows)))
        heading = part[start:].strip()
    return (*tables, DocumentTable(heading, ())) if heading else tuple(tables)


@functools.cache
def _counts() -> re.Pattern[str]:
    sheets = r"\s{0,3}(?::\s{0,3}([0-9]{1,3})|)"
    return re.compile(
        rf"(?:([0-9]{{1,3}})\s{{0,3}})?bản\s(?:chính|gốc){sheets}"
        rf"(?:\s{{0,3}}[-,;+]?\s{{0,3}}(?:([0-9]{{1,3}})\s{{0,3}})?bản\ssao{sheets})?\s{{0,3}}[.;]?",
        re.IGNORECASE,
    )


def read_counts(text: str) -> tuple[int | None, int | None] | None:
    r"""Read the counts of a cell that holds nothing else; `None` where it holds something else.

    >>> read_counts("Bản chính: 1\nBản sao: 0"), read_counts("Bản chính: 1 - Bản sao: 0"), read_counts("2 bản chính")
    ((1, 0), (1, 0), (2, None))
    """
    match = _counts().fullmatch(text.strip()) if len(text) <= 80 else None
    if match is None:
        return None
    originals, copies = match[1] or match[2], match[3] or match[4]
    if originals is None:
        return None
    return int(originals), None if copies is None else int(copies)


# ── form files ───────────────────────────────────────────────────────────────────────────────────────────────────────


@functools.cache
def _extension() -> re.Pattern[str]:
    return re.compile(r"\.(?:docx?|pdf|xlsx?|rtf|odt|pptx?|zip|rar|7z|jpe?g|png|tiff?|html?)", re.IGNORECASE)


_LONGEST_FILE = 160
_LONGEST_NAME = 60  # a cell that is nothing but a file
_FORMS = "Mẫu MẪU mẫu Mau Mus Mu Phụ PHỤ phụ Phu Phl PL Đơn ĐƠN Don Tờ TỜ To Giấy GIẤY Giay Biểu BIỂU Bieu"
_FORM_WORDS = tuple(_FORMS.split())


def split_files(text: str) -> tuple[str, tuple[str, ...], bool]:
    """Part a document's name from the form files glued behind it; the last value is false where a file is left in it.

    A file begins where two cells meet without a blank: behind a closing mark, a date or a legal number, where a small
    letter meets a capital or a digit, where a capital or digit meets a form word (Mẫu, Phụ lục, Đơn …). Within the word
    that holds such a place the first one counts, among words the last (a file's name may hold blanks but is seldom
    glued itself), unless a form word is glued shortly before.

    >>> split_files("Tờ khai (theo mẫu)Mẫu số 2.doc"), split_files("Tờ khai TK01.doc")
    (('Tờ khai (theo mẫu)', ('Mẫu số 2.doc',), True), ('', ('Tờ khai TK01.doc',), True))
    """
    ends = [match.end() for match in _extension().finditer(text)]
    if not ends or ends[-1] != len(text):
        return text, (), True
    files: list[str] = []
    end = ends.pop()
    while ends and end - ends[-1] <= _LONGEST_FILE and text[ends[-1]].isalnum():
        files.append(text[ends[-1] : end])
        end = ends.pop()
    start = _file_start(text, end)
    if start is None:
        return text[:end], tuple(reversed(files)), False
    files.append(text[start:end])
    return text[:start].rstrip(), tuple(reversed(files)), True


def _file_start(text: str, end: int) -> int | None:
    """Return where the file that ends at `end` begins, `None` where no glued place is found."""
    floor = max(0, end - _LONGEST_FILE)
    stop = text.rfind(".", floor, end)
    found: int | None = None
    while stop > floor and (found is None or found - stop < _LONGEST_NAME):
        first = max(floor, *(text.rfind(blank, floor, stop) + 1 for blank in " \n\t\xa0"))
        for at in range(first + 1, stop):
            if _is_glued(text, at, first):
                if text.startswith(_FORM_WORDS, at):
                    return at
                found = at if found is None else found
                break
        stop = first - 1
    return 0 if found is None and end <= _LONGEST_NAME else found


def _is_glued(text: str, at: int, first: int) -> bool:
    """Tell whether a cell ends before `at` and the next begins there; `first` is where the word begins."""
    before, after = text[at - 1], text[at]
    if not after.isalnum():
        return False
    form = text.startswith(_FORM_WORDS, at)
    head = text[first : at - 1]
    if before in ")]”»;:":
        return True
    if before == ",":
        return not (head[-1:].isdigit() and after.isdigit())
    if before == ".":
        if form or head[-1:] in {")", "]", "”", "»"} or "/" in head:
            return True
        # "Mẫu 05A.TT41", "TT.14": a dot inside the name of a file
        return head[-1:].islower() if after.isdigit() else not any(char.isdigit() for char in head)
    if before.isdigit():
        return form and after.isupper()
    if before.islower():
        run = text[first:at]
        return (after.isupper() and (form or not run.isascii() or run.islower())) or (
            after.isdigit() and not run.isascii()
        )
    if not before.isupper():
        return False
    if after.isdigit():
        return "/" in head and "-" in head and before + text[at - 2] != "HQ"
    return form and text[at + 1 : at + 2].islower()

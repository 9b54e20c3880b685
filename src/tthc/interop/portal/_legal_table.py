"""The table of legal documents of the flat crawl: titles and codes glued into one text.

A row is a title and then the document's code, which may bear a type word of its own (`Luật số 32/2024/QH15`). Titles
quote numbers too: their own, or those of the documents they amend. A number is taken as a code by these rules:

- It stands behind some title text that begins after the code before it: a number at the very head of a row is title.
  A type word that is glued to the number there (`Nghị định76/2012/NĐ-CP`) is the whole title.
- What follows can be the next row: it begins with a capital or a digit, or it is glued. A blank and a small letter
  (`Thông tư số 08/2017/TT-BTP ngày …`) say that the title goes on.
- It is glued to its title, together with its type word. One that is not glued is a code where the next row is glued to
  it, unless that is the code its title still waits for, or where the text ends.
"""

import functools
import re
from typing import NamedTuple, TypeAlias

from tthc.identifiers import LegalNumber, find_legal_numbers

__all__ = ["LegalRow", "split_legal_table"]

_Found: TypeAlias = tuple[tuple[int, int, LegalNumber], ...]


def __dir__() -> list[str]:
    return __all__


class LegalRow(NamedTuple):
    """One row: the text of its title, the text of its code cell (with type word) and the number in it, if any."""

    title: str
    code: str
    number: LegalNumber | None


@functools.cache
def _header() -> re.Pattern[str]:
    return re.compile(r"Tên văn bản pháp lý\s{0,4}Mã văn bản\s{0,4}")


@functools.cache
def _type_word() -> re.Pattern[str]:
    words = "Bộ luật|Luật|Nghị định|Nghị quyết|Thông tư liên tịch|Thông tư|Quyết định|Pháp lệnh|Lệnh|Chỉ thị|VBHN"
    return re.compile(rf"(?:(?:{words})\s{{0,3}})?(?:số\s{{0,2}}[:.]?\s{{0,2}})?\Z", re.IGNORECASE)


@functools.cache
def _next_label() -> re.Pattern[str]:
    return re.compile(r"Cơ quan thực hiện(?=[^\W\d_a-z])")


def split_legal_table(text: str) -> tuple[tuple[LegalRow, ...], str] | None:
    """Part the glued table into its rows and what of the page follows it; `None` where the text is no such table.

    A row without a readable code has no number; where its code cannot be told from its title, the code is empty.

    >>> rows, _ = split_legal_table(
    ...     "Tên văn bản pháp lýMã văn bảnLuật Cư trú68/2020/QH14Về cư trú, sửa Nghị định 62/2021/NĐ-CP154/2024/NĐ-CP")
    >>> [(row.title, row.code) for row in rows]
    [('Luật Cư trú', '68/2020/QH14'), ('Về cư trú, sửa Nghị định 62/2021/NĐ-CP', '154/2024/NĐ-CP')]
    """
    header = _header().match(text)
    if header is None:
        return None
    label = _next_label().search(text)
    table, page = (text, "") if label is None else (text[: label.start()], text[label.start() :])
    rows: list[LegalRow] = []
    found = find_legal_numbers(table)
    row_start = header.end()
    for i, (start, end, number) in enumerate(found):
        begin = _type_word_start(table, start, row_start)
        if not table[row_start:begin].strip(" \t\n.,;:-/"):
            if begin == start or table[start - 1].isspace():
                continue
            begin = start
        if _row_may_end(table, end) and _is_code(table, found, i, begin):
            if i and _took_a_digit(number, found[i - 1][2]):
                rows.append(LegalRow(table[row_start:end].strip(), "", None))
            else:
                rows.append(LegalRow(table[row_start:begin].strip(), table[begin:end].strip(), number))
            row_start = end
    left = table[row_start:].strip()
    return ((*rows, LegalRow(left, "", None)) if any(map(str.isalpha, left)) else tuple(rows)), page


def _took_a_digit(number: LegalNumber, before: LegalNumber) -> bool:
    """Tell whether a number is the one before it with a digit in front: "92/2000/QĐ-NHNN7" printed twice, glued."""
    return number != before and str(number).endswith(str(before))


def _type_word_start(text: str, start: int, row_start: int) -> int:
    """Return where the type word before a number begins, or the number itself."""
    window = max(row_start, start - 30)
    match = _type_word().search(text[window:start])
    return start if match is None else window + match.start()


def _row_may_end(text: str, end: int) -> bool:
    after = text[end : end + 8]
    word = after.lstrip()
    return not word or word[0].isupper() or word[0].isdigit() or (word[0].islower() and word == after)


def _is_code(text: str, found: _Found, i: int, begin: int) -> bool:
    end = found[i][1]
    if not text[begin - 1].isspace() and text[begin - 1] not in "([":
        return True
    return not text[end:].strip() or (text[end].isalnum() and not _owes_code(text, found, i))


def _owes_code(text: str, found: _Found, i: int) -> bool:
    """Tell whether the next number is the code of the title that number `i` ends: glued to it and no title itself."""
    if i + 1 == len(found):
        return False
    start, end, number = found[i + 1]
    if _type_word_start(text, start, found[i][1]) != found[i][1] or not _row_may_end(text, end):
        return False
    return not (
        i + 2 < len(found) and found[i + 2][2] == number and _type_word_start(text, found[i + 2][0], end) == end
    )

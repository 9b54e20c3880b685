"""The cell of results of the flat crawl: names, codes, keywords, description and the foot of the page in one text."""

import functools
import re
from typing import NamedTuple

__all__ = ["ResultCell", "split_result_cell"]


def __dir__() -> list[str]:
    return __all__


class ResultCell(NamedTuple):
    """Results as (name, code or ""), keywords, description and what belongs to the page."""

    results: tuple[tuple[str, str], ...]
    keywords: str
    description: str
    page: str


@functools.cache
def _foot() -> re.Pattern[str]:
    return re.compile(r"Chọn cơ quan thực hiện\s{0,4}Tỉnh/ ?Thành phố")


@functools.cache
def _code() -> re.Pattern[str]:
    # The forms of the portal first: they end with their digits. Any other code ends where a capital begins the next
    # name, or with the text.
    return re.compile(
        r"Mã:\s{0,4}((?:KQ|TP)[.-][A-Za-z][0-9]{2}\.[0-9]{1,12}"
        r"|[0-9]{3}(?:\.[0-9]{2}){2}\.[A-Z][0-9]{2}-[A-Z]{2}[0-9]{1,12}"
        r"|[A-Z][0-9]{2}-[A-Z]{2}[0-9]{0,4}\.?[0-9]{1,12}"
        r"|[A-Za-z0-9._-]{1,60}(?=\s{0,8}\Z)"
        r"|[A-Za-z][a-z_]{1,30}[0-9]{0,12}|[a-z0-9_]{1,40})"
    )


def split_result_cell(text: str) -> ResultCell | None:
    """Part the cell; `None` where it bears neither a code nor the labels of the page.

    >>> cell = split_result_cell("Giấy phépMã: KQ.G15.000077Văn bản từ chốiMã: KQ.G15.000078Từ khóaABMô tả-")
    >>> cell.results, cell.keywords, cell.description
    ((('Giấy phép', 'KQ.G15.000077'), ('Văn bản từ chối', 'KQ.G15.000078')), 'AB', '-')
    """
    foot = _foot().search(text)
    body, page = (text, "") if foot is None else (text[: foot.start()], text[foot.start() :])
    body, label, tail = _last_label(body, "Từ khóa")
    keywords, _, description = _last_label(tail, "Mô tả")
    codes = list(_code().finditer(body))
    if not (codes or label or page):
        return None
    results: list[tuple[str, str]] = []
    start = 0
    for match in codes:
        results.append((body[start : match.start()].strip(), match[1]))
        start = match.end()
    if left := body[start:].strip():
        results.append((left, ""))
    return ResultCell(tuple(results), keywords.strip(), description.strip(), page)


def _last_label(text: str, label: str) -> tuple[str, str, str]:
    """Part a text at the last place where a label of the page stands."""
    before, found, after = text.rpartition(label)
    return (before, found, after) if found else (after, "", "")

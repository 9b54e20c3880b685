"""The table of methods of the flat crawl: channel, time, fee and description glued into one text.

A row begins at a channel word that a time or the words for none follow directly. Its time is a number with a unit, or
a bare number; its fee is an amount with a currency or the words for none or free; a bracket directly behind it is the
description of the fee, what is left the description of the row. Of several amounts only the first stands in the fee:
the page shows one.
"""

import functools
import re
from typing import NamedTuple

__all__ = ["MethodRow", "split_glued_row", "split_method_table"]


def __dir__() -> list[str]:
    return __all__


class MethodRow(NamedTuple):
    """One row as the page shows it; `glued` where a bare time and an amount cannot be told apart."""

    channel: str
    time: str
    amount: str
    fee_note: str
    note: str
    glued: bool


@functools.cache
def _header() -> re.Pattern[str]:
    return re.compile(r"Hình thức nộp\s{0,4}Thời gian\s{0,4}Phí, lệ phí\s{0,4}Mô tả\s{0,4}")


@functools.cache
def _row() -> re.Pattern[str]:
    unit = "Ngày làm việc|Ngày|Giờ|Tháng|Phút|Tuần|Năm"
    amount = "[0-9][0-9.,]{0,20} (?:VNĐ|Việt Nam Đồng|USD)"
    unknown = "Không có thông tin"
    return re.compile(
        "(?P<channel>Trực tiếp|Trực tuyến|Dịch vụ bưu chính)"
        f"(?:(?P<glued>{amount})"
        f"|(?P<time>[0-9]{{1,4}}(?:[.,][0-9]{{1,2}})?(?: (?:{unit}))?|{unknown}|Không quy định)"
        f"(?P<amount>{amount}|Miễn phí|{unknown}|))"
    )


def split_method_table(text: str) -> tuple[tuple[MethodRow, ...], str] | None:
    """Part the glued table into its rows and the text before the first; `None` where the text is no such table.

    >>> rows, _ = split_method_table("Hình thức nộpThời gianPhí, lệ phíMô tảTrực tiếp5 NgàyMiễn phíNộp tại trụ sở.")
    >>> rows[0].time, rows[0].amount, rows[0].note
    ('5 Ngày', 'Miễn phí', 'Nộp tại trụ sở.')
    """
    header = _header().match(text)
    if header is None:
        return None
    starts = list(_row().finditer(text, header.end()))
    ends = [*(match.start() for match in starts), len(text)]
    rows = (_read(start, text[start.end() : end]) for start, end in zip(starts, ends[1:], strict=True))
    return tuple(rows), text[header.end() : ends[0]].strip()


def _read(row: re.Match[str], rest: str) -> MethodRow:
    glued = row["glued"] is not None
    fee_note, note = _bracket(rest) if glued or row["amount"] else ("", rest)
    return MethodRow(row["channel"], row["time"] or "", row["glued"] or row["amount"], fee_note, note.strip(), glued)


def _bracket(text: str) -> tuple[str, str]:
    """Part the bracket that a text begins with, without its marks, from what follows it."""
    depth = 0
    for match in re.finditer("[()]", text):
        if depth == 0 and (match[0] == ")" or match.start() != 0):
            break
        depth += 1 if match[0] == "(" else -1
        if depth == 0:
            return text[1 : match.start()].strip(), text[match.end() :]
    return "", text


def split_glued_row(cell: str) -> tuple[str, str] | None:
    """Part a bare time and the amount glued to it, where only one way is possible; `None` where there are more.

    A fee does not begin with 0 and a fee of 0 is shown as `Miễn phí`, so `1200 VNĐ` can only be 1 and 200. Thousands
    are parted by commas, so what stands before the last three digits and a comma has one to three digits.

    >>> split_glued_row("1200 VNĐ"), split_glued_row("1250 VNĐ"), split_glued_row("1100,000 VNĐ")
    (('1', '200 VNĐ'), None, ('1', '100,000 VNĐ'))
    """
    match = re.fullmatch("([0-9]{2,7})((?:,[0-9]{3}){0,4} .{3,16})", cell)
    if match is None:
        return None
    digits, rest = match[1], match[2]
    ways = [
        (digits[:i], digits[i:] + rest)
        for i in range(1, len(digits))
        if digits[i] != "0" and (len(digits) - i <= 3) and digits[0] != "0"
    ]
    return ways[0] if len(ways) == 1 else None

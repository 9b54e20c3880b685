"""Vietnamese numerals: digits with marks between them, and numbers in words.

Three ways to part thousands are in use: `1.200.000` (prose and law), `1,200,000` (the portal of 2026), `1200000` (the
portal of 2021). The same marks begin a decimal part, so a number that could be read both ways is refused.
"""

import re
from fractions import Fraction

from tthc.errors import ParseError
from tthc.exact import format_number
from tthc.text import normalise

__all__ = ["WORDS", "parse_decimal", "parse_number", "parse_words", "write_number"]

_LONGEST = 40
_LONGEST_WORDS = 200
_DIGIT = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9}
# Behind "mười" and "mươi" five is "lăm", so that "mười năm" is ten years and nothing else.
_AFTER_TEN = {word: digit for word, digit in _DIGIT.items() if digit != 5} | {"lăm": 5, "nhăm": 5}
_AFTER_TENS = _AFTER_TEN | {"mốt": 1, "tư": 4}
_SCALES = {"tỷ": 10**9, "tỉ": 10**9, "triệu": 10**6, "nghìn": 1000, "ngàn": 1000}
_ALONE = {"nửa": Fraction(1, 2), "không": Fraction(0)}
_OTHER = (*_ALONE, "mười", "mươi", "trăm", "linh", "lẻ", "rưỡi")

_WORD = "(?:" + "|".join(sorted({*_AFTER_TENS, *_DIGIT, *_SCALES, *_OTHER}, key=lambda word: (-len(word), word))) + ")"
WORDS = rf"{_WORD}(?:\s{{1,9}}{_WORD}){{0,23}}(?!\w)"
"""The source of a regular expression that matches a run of number words in lower case; `parse_words` judges the run."""


def __dir__() -> list[str]:
    return __all__


def parse_number(text: str, *, decimal: str = ",.") -> Fraction:
    """Read digits with marks between them: three digits behind each are thousands, else the mark is decimal.

    `decimal` holds the marks that may begin a decimal part. A mark with three digits behind it that does not part
    thousands properly (`1234.567`) is refused: it could be meant as either.

    >>> parse_number("1.200.000"), parse_number("1,200,000.5"), parse_number("1,5")
    (Fraction(1200000, 1), Fraction(2400001, 2), Fraction(3, 2))
    >>> parse_number("1.23.4")
    Traceback (most recent call last):
    ...
    tthc.errors.ParseError: number: expected groups of three digits or one decimal mark: '1.23.4'
    """
    if len(text) > _LONGEST or not re.fullmatch(r"[0-9]+(?:[.,][0-9]+)*", text):
        raise ParseError(text, f"number: expected digits with '.' or ',' between them, at most {_LONGEST} characters")
    groups = re.split("[.,]", text)
    marks = [char for char in text if not char.isdigit()]
    part = ""
    if not _thousands(groups, marks):
        part = groups.pop()
        mark = marks.pop()
        plain = not marks and (len(part) != 3 or int(groups[0]) == 0)
        if not (mark in decimal and mark not in marks and (plain or (marks and _thousands(groups, marks)))):
            raise ParseError(text, "number: expected groups of three digits or one decimal mark")
    return int("".join(groups)) + Fraction(int(part or 0), 10 ** len(part))


def _thousands(groups: list[str], marks: list[str]) -> bool:
    """Tell whether the marks, if any, part thousands: `1.200.000` but not `0.500`, `1200.000` or `1.200,000`."""
    first, *others = groups
    return not marks or (
        len(set(marks)) == 1 and len(first) <= 3 and first[0] != "0" and all(len(group) == 3 for group in others)
    )


def parse_decimal(text: str) -> Fraction:
    """Read digits with at most one mark, which is a decimal one: `0,5`, `1.5`.

    >>> parse_decimal("0,125")
    Fraction(1, 8)
    """
    whole, _, part = text.replace(",", ".").partition(".")
    if len(text) > _LONGEST or not re.fullmatch(r"[0-9]+(?:[.,][0-9]+)?", text):
        raise ParseError(text, f"number: expected digits with one decimal mark, at most {_LONGEST} characters")
    return int(whole) + Fraction(int(part or 0), 10 ** len(part))


def write_number(value: Fraction, *, grouped: bool = True) -> str:
    """Write a number so that `parse_number` reads it back: `1.234.567,5`; without groups `parse_decimal` reads it.

    Three decimals get a zero behind them, else they would look like thousands. What has no finite decimal form is a
    quotient (`1/3`), which neither of the two reads.

    >>> write_number(Fraction(2469, 2)), write_number(Fraction(9, 8), grouped=False)
    ('1.234,5', '1,1250')
    """
    whole, mark, part = format_number(value).partition(",")
    return (whole if grouped else whole.replace(".", "")) + mark + part + "0" * (len(part) == 3)


def parse_words(text: str) -> Fraction:
    """Read a number in words (số viết bằng chữ), up to 999 billion, or a half (`nửa`).

    >>> parse_words("hai mươi mốt"), parse_words("một triệu rưỡi"), parse_words("hai trăm linh năm nghìn")
    (Fraction(21, 1), Fraction(1500000, 1), Fraction(205000, 1))
    """
    words = normalise(text[:_LONGEST_WORDS]).lower().split()
    if len(words) == 1 and words[0] in _ALONE:
        return _ALONE[words[0]]
    half = words[-1:] == ["rưỡi"]
    if half:
        words.pop()
    total, at, above = 0, 0, 10**12
    while at < len(words):
        value, end = _below_thousand(words, at)
        scale = _SCALES.get(words[end], above) if end < len(words) else 1
        if end == at or scale >= above:
            break
        total, at, above = total + value * scale, end + (scale > 1), scale
    last = words[-1] if words else ""
    step = 100 if last == "trăm" else _SCALES.get(last, 0)
    if at < len(words) or not words or (half and not step) or len(text) > _LONGEST_WORDS:
        raise ParseError(text, "number: expected a number in Vietnamese words")
    return Fraction(total + half * step // 2)


def _below_thousand(words: list[str], at: int) -> tuple[int, int]:
    """Read a number of 1 to 999 that begins at `at`; return it and where it ends, `at` itself where there is none."""
    rest = [*words[at : at + 6], "", "", ""]
    value, end = 0, at
    if rest[1] == "trăm" and (rest[0] in _DIGIT or (rest[0] == "không" and at)):
        value, end = _DIGIT.get(rest[0], 0) * 100, at + 2
        rest = rest[2:]
        if rest[0] in {"linh", "lẻ"} and rest[1] in _DIGIT:
            return value + _DIGIT[rest[1]], end + 2
    if rest[0] == "mười":
        unit = _AFTER_TEN.get(rest[1], 0)
        return value + 10 + unit, end + 1 + (unit > 0)
    if rest[0] in _DIGIT and rest[1] == "mươi":
        unit = _AFTER_TENS.get(rest[2], 0)
        return value + _DIGIT[rest[0]] * 10 + unit, end + 2 + (unit > 0)
    if rest[0] in _DIGIT and end == at:
        return _DIGIT[rest[0]], at + 1
    return value, end

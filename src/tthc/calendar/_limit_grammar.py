"""The grammar of time limits: what the cells of records and the sentences of decisions say, part by part.

    limit     = not_fixed | same_day | immediate | duration
    duration  = [prefix] [["từ"] quantity [unit] ("đến" | "tới" | "-")] quantity [unit ["rưỡi"] [working]]
    quantity  = digits ["(" words ")"] | words ["(" digits ")"]
    same_day  = [verb] ["ngay"] "trong" ["cùng"] "ngày" ["làm việc"] [receipt]
    immediate = [verb] "ngay" [event]

Behind it stands the note, after one of `; , . :` or one of the words that begin a qualification. All of it is matched
from the beginning of the text, with bounded or possessive repeats, so the work grows with the length of the text.
"""

import datetime as dt
import functools
import re
from fractions import Fraction
from typing import Literal, NamedTuple, TypeAlias, cast

from tthc._folded import fold, note_behind
from tthc.errors import ParseError
from tthc.numerals import WORDS, parse_decimal, parse_words

__all__ = ["UNIT_WORDS", "LimitKind", "LimitUnit", "Parts", "cutoff_in", "goes_on", "read"]


def __dir__() -> list[str]:
    return __all__


LimitKind: TypeAlias = Literal["duration", "same_day", "immediate", "not_fixed"]
LimitUnit: TypeAlias = Literal["minute", "hour", "half_day", "day", "week", "month", "year"]

UNIT_WORDS: dict[str, LimitUnit] = {
    "phút": "minute",
    "giờ": "hour",
    "tiếng": "hour",
    "h": "hour",
    "buổi": "half_day",
    "ngày": "day",
    "tuần": "week",
    "tháng": "month",
    "năm": "year",
}

_UNIT = f"(?:{'|'.join(UNIT_WORDS)})(?!\\w)"
_WORKING = r"(?:làm\s{1,9}việc|hành\s{1,9}chính)(?!\w)"
_NUMBER = r"[0-9]{1,12}(?:[.,/][0-9]{1,12})?(?![0-9]|[.,/][0-9])"
# "sau 15 giờ làm việc" is a stretch of time and no hour of the day.
_CUTOFF = (
    r"sau\s{1,9}(?P<hour>[01]?[0-9]|2[0-3])"
    r"(?::(?=[0-5][0-9])|\s{0,9}(?:giờ(?!\w)|h(?![^\W0-9]))\s{0,9}(?!\s{0,9}(?:làm|hành|kể)(?!\w)))"
    r"(?P<minute>[0-5][0-9](?![0-9]))?"
)


class Parts(NamedTuple):
    """What a text says."""

    kind: LimitKind
    amount: Fraction | None = None
    at_least: Fraction | None = None
    unit: LimitUnit | None = None
    working: bool = False
    cutoff: dt.time | None = None
    note: str = ""
    repairs: tuple[str, ...] = ()


def _quantity(name: str) -> str:
    return (
        rf"(?:(?P<digits{name}>{_NUMBER})(?:\s*+\(\s*+(?P<gloss{name}>{WORDS})\s*+\))?"
        rf"|(?P<words{name}>{WORDS})(?:\s*+\(\s*+(?P<inner{name}>{_NUMBER})\s*+\))?)"
    )


@functools.cache
def _short() -> re.Pattern[str]:
    """Nine cells in ten: `5 Ngày làm việc`."""
    return re.compile("([0-9]{1,12})(?: (ngày|giờ|tháng)( làm việc)?)?")


@functools.cache
def _grammar() -> re.Pattern[str]:
    # A single character may be repeated possessively (`\s*+`), a group not: early releases of Python 3.11 and 3.12 then
    # match by chance.
    complete = r"(?:\s+(?:đầy\s+đủ|hợp\s+lệ)(?!\w))*"
    receipt = rf"(?:(?:tiếp\s+)?nhận(?:\s+(?:được|đủ))*\s+(?:hồ\s+sơ|yêu\s+cầu|đơn)(?!\w){complete})"
    verb = r"(?:(?:được\s+)?(?:giải\s+quyết|trả(?:\s+kết\s+quả)?|thực\s+hiện|xử\s+lý|cấp|xác\s+nhận)\s+)?"
    matter = r"(?:\s+(?:về\s+)?(?:thời\s+hạn|thời\s+gian)(?:\s+giải\s+quyết)?)?"
    not_fixed = rf"(?:không|chưa)(?:\s+(?:(?:có\s+)?(?:quy|xác)\s+định(?:\s+cụ\s+thể)?{matter}|có))?"
    # What str() writes; in other texts the cut-off stands in the note.
    late = rf"(?:\s+\({_CUTOFF}: ngày làm việc tiếp theo\))?"
    same_day = rf"{verb}(?:ngay\s+)?trong\s+(?:cùng\s+)?ngày(?:\s+làm\s+việc)?(?:\s+{receipt})?{late}"
    event = rf"(?:\s+lập\s+tức|\s+tại\s+chỗ|\s+(?:(?:sau\s+)?khi|tại\s+thời\s+điểm)\s+{receipt})?"
    prefix = (
        r"(?:(?:không\s+quá|tối\s+đa|nhiều\s+nhất|chậm\s+nhất|muộn\s+nhất|trong(?:\s+(?:thời\s+hạn|thời\s+gian|vòng))?"
        r"|(?:thời\s+hạn|thời\s+gian)(?:\s+(?:giải\s+quyết|thực\s+hiện|xử\s+lý))?|là|sau)(?!\w)\s*+:?+\s*+){0,4}"
    )
    low = (
        rf"(?:từ\s++)?{_quantity('_low')}(?:\s*+(?P<unit_low>{_UNIT}))?(?P<working_low>\s++{_WORKING})?"
        r"\s*+(?:-|(?:đến|tới)(?!\w))\s*+"
    )
    unit = rf"(?:(?P<unit>{_UNIT})|\(\s*+(?P<unit_in>{_UNIT})(?P<working_in>\s++{_WORKING})?\s*+\))"
    half = rf"(?P<half>\s++rưỡi(?!\w))?(?:\s*+(?P<working>{_WORKING}|\(\s*+{_WORKING}\s*+\)))?"
    # Digits alone may be followed by a mark, words not at all: "mười năm" is ten years, "năm" nothing.
    bare = r"(?(words)(?!)|(?=[^\S\n]*+(?:[;,.:\n]|\Z)))"
    duration = rf"{prefix}(?:{low})?{_quantity('')}(?:\s*+{unit}{half}|{bare})"
    # Only these may follow without a mark between: "5 ngày trở lên" and "ngày làm việc tiếp theo" are other limits.
    more = (
        r"(?=[^\S\n]*+(?:[;,.:(/\n]|\Z)|\s++(?:-\s|(?:kể|tính\s+từ|từ\s+(?:khi|ngày|lúc|thời)|sau\s+khi|khi|theo|đối\s+với|cho"
        r"|của|nếu|trong\s+(?:trường|điều)|trường\s+hợp|riêng|(?:không|chưa)\s+(?:kể|tính|bao)|để|với)(?!\w)))"
    )
    return re.compile(
        rf"\s*+(?:[-+*]\s++)?(?:(?P<not_fixed>{not_fixed})|(?P<same_day>{same_day})|(?P<immediate>{verb}ngay{event})"
        rf"|(?P<duration>{duration})){more}"
    )


@functools.cache
def _note_grammar() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """A cut-off; a further limit; what before a further limit makes it a condition or an explanation, no summand."""
    further = (
        rf"(?<![\w.,/])(?:[0-9]{{1,12}}(?:[.,/][0-9]{{1,12}})?|{WORDS})\s{{0,9}}(?:\([^()]{{1,40}}\)\s{{0,9}})?"
        rf"{_UNIT}(?!\s{{0,9}}[0-9])"
    )
    condition = (
        "trường hợp|nếu|đối với|riêng|khi|gia hạn|kéo dài|thêm|trong đó|gồm|phức tạp|xác minh|giảm|rút ngắn|thay vì"
        "|so với|trước|tương đương|tức|bằng"
    )
    return (
        re.compile(rf"(?<!\w){_CUTOFF}"),
        re.compile(further),
        re.compile(rf"(?<!\w)(?:{condition})(?!\w)|\(\s{{0,9}}\Z"),
    )


def cutoff_in(key: str) -> dt.time | None:
    """Return the hour after which the next working day counts, as folded text states it."""
    return _time(_note_grammar()[0].search(key))


def _time(match: re.Match[str] | None) -> dt.time | None:
    if match is None or match["hour"] is None:
        return None
    return dt.time(int(match["hour"]), int(match["minute"] or 0))


def goes_on(key: str) -> bool:
    """Tell whether folded text states a further limit that no condition introduces: the parts of a sum."""
    _, further, condition = _note_grammar()
    match = further.search(key)
    return match is not None and condition.search(key[: match.start()]) is None


def read(given: str, what: str) -> Parts:
    """Read a text, or raise `ParseError`."""
    key, cuts = fold(given)
    if key.strip(" \t\n.") in {"", "-", "không có thông tin"}:
        raise ParseError(given, f"{what}: nothing is stated")
    short = _short().fullmatch(key)
    if short is not None and key == given.lower():
        unit = UNIT_WORDS[short[2]] if short[2] else None
        return Parts("duration", Fraction(int(short[1])), unit=unit, working=short[3] is not None)
    match = _grammar().match(key)
    if match is None:
        raise ParseError(given, f"{what}: expected one limit", len(given) - len(given.lstrip()))
    note, repairs = note_behind(given, key, cuts, match.end())
    tail = fold(note)[0] if note else ""
    if match["duration"] is None:
        kind = cast("LimitKind", match.lastgroup)
        cutoff = (_time(match) or cutoff_in(tail)) if kind == "same_day" else None
        return Parts(kind, cutoff=cutoff, note=note, repairs=repairs)
    if tail and goes_on(tail):
        raise ParseError(given, f"{what}: expected one limit, got several", cuts[match.end()])
    try:
        parts = _duration(match)
    except ParseError as error:
        raise ParseError(given, f"{what}: {error.reason}", cuts[match.start("duration")]) from None
    return parts._replace(note=note, repairs=(*repairs, *parts.repairs))


def _duration(match: re.Match[str]) -> Parts:
    amount, differs = _amount(match, "")
    unit, unit_low = match["unit"] or match["unit_in"], match["unit_low"]
    if match["half"] is not None:
        amount += Fraction(1, 2)
    working = (match["working"] or match["working_in"]) is not None
    at_least = None
    if match["digits_low"] is not None or match["words_low"] is not None:
        at_least, low_differs = _amount(match, "_low")
        differs = differs or low_differs
        same = unit_low is None or UNIT_WORDS[unit_low] == UNIT_WORDS.get(unit or "")
        if not same or (match["working_low"] is not None) > working or at_least > amount:
            raise ParseError(match[0], "expected a range in one unit, the smaller number first")
    repairs = ("words-differ",) if differs else ()
    return Parts("duration", amount, at_least, UNIT_WORDS[unit] if unit else None, working, repairs=repairs)


def _amount(match: re.Match[str], name: str) -> tuple[Fraction, bool]:
    """Return a number and whether words beside it say another one; the digits hold."""
    digits = match[f"digits{name}"] or match[f"inner{name}"]
    words = match[f"words{name}"] or match[f"gloss{name}"]
    spoken = None if words is None else parse_words(words)
    if digits is None:
        return cast("Fraction", spoken), False
    amount = _digits(digits)
    return amount, spoken is not None and spoken != amount


def _digits(text: str) -> Fraction:
    numerator, slash, denominator = text.partition("/")
    if not slash:
        if re.fullmatch("[1-9][0-9]{0,2}[.,][0-9]{3}", text):
            raise ParseError(text, "expected a number that is clearly decimal or clearly thousands")
        return parse_decimal(text)
    if not int(denominator):
        raise ParseError(text, "expected a denominator other than 0")
    return Fraction(int(numerator), int(denominator))

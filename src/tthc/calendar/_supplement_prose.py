"""What the prose of a procedure says of the clock after a supplement: its sentences, matched one by one."""

import functools
import re
from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

from tthc.calendar.limits import TimeLimit
from tthc.errors import ParseError
from tthc.numerals import WORDS
from tthc.text import tidy

__all__ = ["Prose", "SupplementKind", "read_prose"]

SupplementKind: TypeAlias = Literal["resume", "restart", "pause_then_fixed", "silent"]

_LONGEST_SENTENCE, _LONGEST_QUOTE = 1000, 300


def __dir__() -> list[str]:
    return __all__


class Prose(NamedTuple):
    """What a text says, and the sentences that say so."""

    kind: SupplementKind
    fixed: TimeLimit | None
    close_after: TimeLimit | None
    quotes: tuple[str, ...]


class _Grammar(NamedTuple):
    end: re.Pattern[str]
    restart: re.Pattern[str]
    starts_late: re.Pattern[str]
    pause: re.Pattern[str]
    fixed: re.Pattern[str]
    settled: re.Pattern[str]
    close: re.Pattern[str]


@functools.cache
def _grammar() -> _Grammar:
    """What ends a sentence, and the sentences that say something of the clock, in lower case.

    Every gap is bounded, and a sentence is cut at 1000 characters, so the work grows with the length of the text. The
    time of something else (xác minh, lý lịch tư pháp …) is not that of a supplement: its words must stand there.
    """
    term = r"(?<!\w)thời (?:hạn|gian)(?!\w)"
    supplement = r"(?:bổ sung|hoàn thiện|hoàn chỉnh|chỉnh sửa|giải trình)(?!\w)"
    other = rf"(?:(?!{term}|{supplement})[^:]){{0,120}}?"
    number = rf"(?:[0-9]{{1,4}}(?: ?\([^()]{{1,30}}\))?|{WORDS}(?: ?\([0-9]{{1,4}}\))?)"
    limit = rf"(?P<limit>{number} ?(?:giờ|ngày|tuần|tháng)(?: làm việc)?)(?!\w)"
    since = r"từ (?:ngày|khi|thời điểm)"
    papers = r"(?:hồ sơ|thành phần hồ sơ|đề án|báo cáo|giấy tờ|tài liệu)"
    full = rf"nhận (?:được |đủ |đầy đủ |lại ){{0,3}}{papers} (?:đã |được |sau khi ){{0,3}}{supplement}"
    decide = r"(?:cấp|quyết định|thẩm định|giải quyết|chấp thuận|phê duyệt|trả kết quả|xem xét)(?!\w)"
    fails = rf"(?:không|chưa) (?:(?!thì).){{0,25}}?(?:{supplement}|nộp|gửi|hoàn thành|phản hồi)"
    shut = r"(?:đóng|hủy|huỷ|trả lại|dừng|chấm dứt|kết thúc) (?:việc |giải quyết |xử lý ){0,2}(?:hồ sơ|thủ tục)"
    return _Grammar(
        end=re.compile(r"[;\n]|\.(?=\s|\Z)"),
        restart=re.compile(rf"{term}{other}(?<!\w)(?:tính lại|bắt đầu lại|tính từ đầu)(?!\w)"),
        starts_late=re.compile(rf"{term}{other}(?<!\w)tính (?:kể )?{since} {full}"),
        pause=re.compile(
            rf"{term}[^:]{{0,60}}?{supplement}[^:]{{0,160}}?(?<!\w)không (?:được )?(?:tính|kể|bao gồm)(?!\w)(?! lại)"
            rf"|(?<!\w)không (?:bao gồm|kể|tính) (?:vào )?{term}[^:]{{0,60}}?{supplement}"
        ),
        fixed=re.compile(
            rf"{term}{other}sau khi [^:]{{0,80}}?{supplement}[^:]{{0,60}}?(?<!\w)(?:là|không quá|tối đa) {limit}"
        ),
        settled=re.compile(
            rf"(?<!\w)trong (?:thời hạn |vòng )?(?:không quá |tối đa )?{limit},? (?:kể |tính )?{since} {full}"
            rf"[^:]{{0,160}}?(?<!\w){decide}"
        ),
        close=re.compile(
            rf"(?<!\w)(?:sau|quá|hết|trong) (?:thời hạn |thời gian |vòng )?{limit}.{{0,200}}?(?<!\w){fails}"
            rf".{{0,200}}?(?<!\w){shut}"
        ),
    )


def read_prose(text: str) -> Prose:
    """Read a text of any length."""
    grammar = _grammar()
    found: dict[str, str] = {}
    fixed: dict[TimeLimit, str] = {}
    close: dict[TimeLimit, str] = {}
    for sentence in _sentences(text):
        key = sentence.lower()
        if grammar.restart.search(key) or grammar.starts_late.search(key):
            found.setdefault("restart", sentence)
        if grammar.pause.search(key):
            found.setdefault("resume", sentence)
        for pattern, limits in ((grammar.fixed, fixed), (grammar.settled, fixed), (grammar.close, close)):
            limit = _limit(pattern.search(key))
            if limit is not None:
                limits.setdefault(limit, sentence)
    new = next(iter(fixed)) if len(fixed) == 1 and "restart" not in found else None
    after = next(iter(close)) if len(close) == 1 else None
    kind: SupplementKind = "silent"
    if new is not None:
        kind, found = "pause_then_fixed", {"fixed": fixed[new], **found}
    elif found:
        kind = "restart" if "restart" in found else "resume"
    quotes = [*found.values(), *([close[after]] if after is not None else [])]
    return Prose(kind, new, after, tuple(dict.fromkeys(quote[:_LONGEST_QUOTE] for quote in quotes)))


def _sentences(text: str) -> Iterator[str]:
    """Cut a text into sentences of one line each; what is longer than any sentence is cut where it happens to be."""
    plain = tidy(text)
    begin = 0
    for end in (*(match.start() for match in _grammar().end.finditer(plain)), len(plain)):
        for cut in range(begin, end, _LONGEST_SENTENCE):
            yield " ".join(plain[cut : min(end, cut + _LONGEST_SENTENCE)].split())
        begin = end + 1


def _limit(match: re.Match[str] | None) -> TimeLimit | None:
    if match is None:
        return None
    try:
        limit = TimeLimit.parse(match["limit"])
    except ParseError:
        return None
    return limit if limit.kind == "duration" else None

"""Limits that hold under a condition, as the note of a limit states them: "trường hợp phải xác minh thì 08 ngày".

A part of a note is read only where it is a condition and a limit and nothing else. One that speaks of a longer or
shorter limit, of an incomplete dossier or of another act is left as it is: it says when something else is due.
"""

import functools
import re
from itertools import islice
from typing import NamedTuple

from tthc._folded import fold
from tthc.calendar._limit_grammar import cutoff_in
from tthc.calendar.limits import TimeLimit
from tthc.errors import ParseError

__all__ = ["Note", "read_note"]

_LONGEST, _MOST_PLACES = 1000, 12


def __dir__() -> list[str]:
    return __all__


class Note(NamedTuple):
    """What a note says: limits under conditions, and the parts that are not interpreted."""

    conditional: tuple[tuple[str, TimeLimit], ...]
    rest: tuple[str, ...]


class _Grammar(NamedTuple):
    end: re.Pattern[str]
    opening: re.Pattern[str]
    other: re.Pattern[str]
    link: re.Pattern[str]
    whole: re.Pattern[str]
    term: re.Pattern[str]
    start: re.Pattern[str]
    act: re.Pattern[str]


@functools.cache
def _grammar() -> _Grammar:
    """What ends a part; opens a condition; makes it one of something else; stands between it and its limit.

    Then: "thì thời hạn giải quyết", of the settlement as a whole; a term of any other kind, such as "thời hạn xác
    minh"; from when a limit runs; what is to be done by then.
    """
    other = (
        r"thêm|gia\s+hạn|kéo\s+dài|giảm|rút\s+ngắn|trừ|bổ\s+sung|hoàn\s+thiện|từ\s+chối|trả\s+lại|thông\s+báo"
        r"|(?:chưa|không)\s+(?:đầy\s+đủ|đủ|hợp\s+lệ|đúng)"
    )
    term = r"(?:thời\s+hạn|thời\s+gian)"
    return _Grammar(
        end=re.compile(r"[;\n]|\.(?=\s|\Z)"),
        opening=re.compile(r"\s*(?:[-+*]\s*)?(?=(?:trường\s+hợp|đối\s+với|nếu|riêng|khi)(?!\w))"),
        other=re.compile(rf"(?<!\w)(?:{other})(?!\w)"),
        link=re.compile(
            r"\s*(?:[,:]|(?<!\w)(?:thì|là)(?!\w))\s*"
            rf"|\s+(?=(?:không\s+quá|tối\s+đa|chậm\s+nhất|(?:trong\s+)?{term}|trong\s+vòng)(?!\w))"
        ),
        whole=re.compile(
            rf"[\s,:]*(?:(?<!\w)thì\s+)?{term}(?:\s+(?:giải\s+quyết|trả\s+kết\s+quả|thực\s+hiện|xử\s+lý))?(?:\s+hồ\s+sơ)?\Z"
        ),
        term=re.compile(rf"(?<!\w){term}(?!\w)"),
        start=re.compile(r"(?:kể\s+|tính\s+)?từ\s+(?:ngày|khi|lúc|thời\s+điểm)\s[^,]{1,80}"),
        act=re.compile(r"(?<!\w)(?:phải|trách\s+nhiệm|tiến\s+hành)(?!\w)"),
    )


@functools.lru_cache(maxsize=256)
def read_note(note: str, *, cutoff: bool = False) -> Note:
    """Read the note of a limit; with `cutoff` a part that states an hour of the day has been read with the limit."""
    if not note:
        return Note((), ())
    if len(note) > _LONGEST:
        return Note((), (note,))
    conditional: list[tuple[str, TimeLimit]] = []
    rest: list[str] = []
    for part in _parts(note):
        found = _conditional(part)
        if found is not None:
            conditional.append(found)
        elif not (cutoff and cutoff_in(fold(part)[0]) is not None):
            rest.append(part)
    return Note(tuple(conditional), tuple(rest))


def _parts(note: str) -> list[str]:
    key, cuts = fold(note)
    ends = [(match.start(), match.end()) for match in _grammar().end.finditer(key)]
    begins = [0, *(end for _, end in ends)]
    stops = [*(begin for begin, _ in ends), len(key)]
    parts = (note[cuts[begin] : cuts[stop]].strip() for begin, stop in zip(begins, stops, strict=True))
    return [part for part in parts if part]


def _conditional(part: str) -> tuple[str, TimeLimit] | None:
    key, cuts = fold(part)
    grammar = _grammar()
    begin = grammar.opening.match(key)
    if begin is None or grammar.other.search(key) is not None:
        return None
    for link in islice(grammar.link.finditer(key), _MOST_PLACES):
        try:
            limit = TimeLimit.parse(part[cuts[link.end()] :])
        except ParseError:
            continue
        if limit.kind != "duration" or limit.unit is None:
            continue
        when = key[begin.end() : link.start()]
        whole = grammar.whole.search(when)
        when = when if whole is None else when[: whole.start()]
        if grammar.term.search(when) is not None or not _is_start(fold(limit.note)[0]):
            return None
        return part[cuts[begin.end()] : cuts[begin.end() + len(when)]], limit
    return None


def _is_start(key: str) -> bool:
    """Tell whether text says from when a limit runs, and nothing of what is to be done by then."""
    grammar = _grammar()
    return not key or (grammar.start.fullmatch(key) is not None and grammar.act.search(key) is None)

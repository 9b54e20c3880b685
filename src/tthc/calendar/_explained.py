"""A due date in words: from when, by which rule, what counted and what did not, what is open."""

import datetime as dt
import functools
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from tthc.calendar._counting import anchor_of, day_of, is_late
from tthc.calendar._worktime import WEEKDAYS
from tthc.identifiers import LegalNumber
from tthc.law import Citation

if TYPE_CHECKING:
    from tthc.calendar.deadlines import DueDate

__all__ = ["explain", "rules_of"]

_LISTED = 12  # of more days only the first and the last are written
_CODES = (
    ("33/2005/QH11", "Bộ luật Dân sự 2005", "Civil Code 2005"),
    ("91/2015/QH13", "Bộ luật Dân sự 2015", "Civil Code 2015"),
)
_CODE_OF_2015 = dt.date(2017, 1, 1)  # its first day
_CLAUSES = {"day": "1", "week": "2", "month": "3", "year": "4"}


def __dir__() -> list[str]:
    return __all__


def rules_of(due: "DueDate") -> tuple[Citation, ...]:
    """Return the clauses of the Civil Code by which a due date is counted; none for the clock of the software."""
    if due.date is None or (due.at is not None and due.counting.model == "clock"):
        return ()
    is_new = day_of(due.start) >= _CODE_OF_2015
    begin, end = ("147", "148") if is_new else ("152", "153")
    if due.at is not None:
        return (_cite(is_new, begin, "1"),)
    places = [(begin, "2"), (end, _CLAUSES[str(due.limit.unit)])] if due.limit.kind == "duration" else []
    moves = not due.limit.working and not is_late(due.start, due.limit)
    if moves and anchor_of(due.start, due.limit, due.counting) != due.date:
        places.append((end, "5"))
    return tuple(_cite(is_new, *place) for place in places)


@functools.cache
def _cite(is_new: bool, article: str, clause: str) -> Citation:  # noqa: FBT001 - one of two codes
    return Citation(document=LegalNumber.parse(_CODES[is_new][0]), article=article, clause=clause)


def explain(due: "DueDate", lang: Literal["vi", "en"]) -> str:
    """Write a due date, one thing a line."""
    english = lang == "en"
    return "\n".join([*_head(due, english), *_grounds(due, english), *_days(due, english), *_note(due, english)])


def _head(due: "DueDate", english: bool) -> Iterator[str]:  # noqa: FBT001 - the language, here and below
    if due.date is None:
        yield "Due: no day (no limit is fixed)" if english else "Hạn: không có (không quy định thời hạn)"
    else:
        yield f"{'Due' if english else 'Hạn'}: {_end(due, english)}"
    for other in due.alternatives:
        yield f"- {'or' if english else 'hoặc'} {_when(other.value, english)} {other.condition[english]}"
    if not due.complete:
        vi, en = "- hoặc ngày khác, tùy những thay đổi khác", "- or another day, by further changes"
        yield en if english else vi
    if due.submitted is not None:
        given, taken = _when(due.submitted, english), _when(due.start, english)
        yield f"Submitted {given}, taken in {taken}" if english else f"Nộp {given}, tiếp nhận {taken}"
    limit, start = due.limit.display("en" if english else "vi"), _when(due.start, english)
    if due.at is None and due.limit.kind == "duration":
        start = _when(day_of(due.start), english)
        start = f"counted from the day after {start}" if english else f"tính từ ngày liền sau {start}"
    else:
        start = f"from {start}" if english else f"từ {start}"
    yield f"{'Limit' if english else 'Thời hạn'}: {limit}, {start}"


def _grounds(due: "DueDate", english: bool) -> Iterator[str]:  # noqa: FBT001
    if is_late(due.start, due.limit):
        vi, en = "Nhận sau giờ quy định: trả kết quả ngày làm việc tiếp theo", "Received after hours: next working day"
        yield en if english else vi
    if due.at is not None and due.counting.model == "clock":
        hours = due.counting.hours.display("en" if english else "vi")
        vi = f"Cách tính: theo giờ của phần mềm một cửa, 1 ngày là 8 giờ làm việc ({hours})"
        yield f"Method: the clock of one-stop software, 8 working hours a day ({hours})" if english else vi
        if due.counting.round_to_quarter:
            yield "- on to the next quarter of an hour" if english else "- chuyển đến đầu 15 phút kế tiếp"
    if due.citations:
        vi = ", ".join(f"khoản {place.clause} Điều {place.article}" for place in due.citations)
        en = ", ".join(f"Article {place.article}({place.clause})" for place in due.citations)
        _, code_vi, code_en = _CODES[day_of(due.start) >= _CODE_OF_2015]
        yield f"Law: {en}, {code_en}" if english else f"Căn cứ: {vi} {code_vi}"
    for begin, end in due.counting.pauses:
        words = f"{'Paused' if english else 'Tạm dừng'}: {_when(begin, english)} – {_when(end, english)}"
        if due.date is not None and day_of(begin) > due.date:
            words += " (after the limit had ended)" if english else " (sau khi đã hết thời hạn)"
        yield words


def _days(due: "DueDate", english: bool) -> Iterator[str]:  # noqa: FBT001
    if due.at is None and due.limit.kind == "duration":
        days = [day.date for day in due.counted]
        if days:
            yield f"{_number('Counted', 'Tính', len(days), english)}: {_runs(days)}"
    yield from (f"- {day.display('en' if english else 'vi')}" for day in due.counted if day.kind == "make_up")
    skipped = due.skipped
    if skipped:
        yield f"{_number('Not counted', 'Không tính', len(skipped), english)}:"
    for words, group in groupby(skipped, key=lambda day: day.display("en" if english else "vi").partition(": ")[2]):
        yield f"- {_runs([day.date for day in group])}: {words}"


def _note(due: "DueDate", english: bool) -> Iterator[str]:  # noqa: FBT001
    for condition, other in due.conditional:
        limit = other.limit.display("en" if english else "vi")
        yield f"{condition[:1].upper()}{condition[1:]}: {_end(other, english)} ({limit})"
    if due.not_interpreted:
        yield f"{'Not interpreted' if english else 'Chưa tính đến'}: {'; '.join(due.not_interpreted)}"


def _number(en: str, vi: str, number: int, english: bool) -> str:  # noqa: FBT001
    return f"{en} {number} day{'s' * (number != 1)}" if english else f"{vi} {number} ngày"


def _end(due: "DueDate", english: bool) -> str:  # noqa: FBT001
    return _when(due.at or due.date or due.start, english)


def _when(moment: dt.date, english: bool) -> str:  # noqa: FBT001
    """Write a day, or a moment to the minute or second."""
    day = f"{WEEKDAYS[moment.weekday()][english]} {moment:%d/%m/%Y}"
    if not isinstance(moment, dt.datetime):
        return day
    return f"{moment:%H:%M}{f':{moment:%S}' * (moment.second > 0)} {day}"


def _runs(days: Sequence[dt.date]) -> str:
    """Write days, those that follow each other as a span; of very many the first and the last."""
    runs: list[tuple[dt.date, dt.date]] = []
    for day in days:
        if runs and (day - runs[-1][1]).days == 1:
            runs[-1] = runs[-1][0], day
        else:
            runs.append((day, day))
    if len(runs) > _LISTED:
        return f"{days[0]:%d/%m/%Y} … {days[-1]:%d/%m/%Y}"
    return ", ".join(f"{a:%d/%m/%Y}" if a == b else f"{a:%d/%m/%Y}–{b:%d/%m/%Y}" for a, b in runs)

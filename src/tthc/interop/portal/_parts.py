"""Single cells as values. What cannot be read stays as `Unparsed` in its place, with a finding that leads there."""

import datetime as dt
import re
from collections.abc import Mapping
from typing import TypeVar

from tthc.calendar import TimeLimit
from tthc.errors import ParseError
from tthc.fees import Fee, parse_fees
from tthc.identifiers import AgencyCode, Identifier, LegalNumber, ProcedureCode, find_legal_numbers
from tthc.interop.portal._messages import (
    BAD_AGENCY_CODE,
    BAD_CODE,
    BAD_DATE,
    BAD_FEE,
    BAD_LEGAL_NUMBER,
    BAD_LIMIT,
    GLUED_ROW,
    UNKNOWN_WORD,
)
from tthc.interop.portal._method_table import split_glued_row
from tthc.interop.portal._notes import Notes, Path
from tthc.interop.portal._words import fold
from tthc.procedures import REGIMES, Regime
from tthc.text import Unparsed

__all__ = [
    "read_agency_code",
    "read_code",
    "read_day",
    "read_fees",
    "read_glued_row",
    "read_legal_number",
    "read_limit",
    "read_millis",
    "read_word",
    "regime_on",
]

T = TypeVar("T")


def __dir__() -> list[str]:
    return __all__


def read_code(notes: Notes, text: str, path: Path) -> ProcedureCode | Unparsed:
    """Read a procedure code."""
    try:
        code = ProcedureCode.parse(text)
    except ParseError:
        notes.note(BAD_CODE, path, text)
        return Unparsed(text)
    notes.mended(path, text, code, code.repairs)
    return code


def read_agency_code(notes: Notes, text: str, path: Path) -> AgencyCode | Identifier | Unparsed:
    """Read an agency code; a word of capitals such as `UBNDCT` names a functional group."""
    try:
        code = AgencyCode.parse(text)
    except ParseError:
        if re.fullmatch("[A-ZĐ]{2,20}", text):
            return Identifier("functional-group", text)
        notes.note(BAD_AGENCY_CODE, path, text)
        return Unparsed(text)
    notes.mended(path, text, code, code.repairs)
    return code


def read_limit(notes: Notes, text: str, path: Path) -> TimeLimit | Unparsed:
    """Read a time limit."""
    try:
        limit = TimeLimit.parse(text)
    except ParseError:
        notes.note(BAD_LIMIT, path, text)
        return Unparsed(text)
    notes.mended(path, text, limit, limit.repairs)
    return limit


def read_fees(notes: Notes, amount: str, note: str, path: Path, count: int = 0) -> tuple[Fee | Unparsed, ...]:
    """Read the cell of an amount with its description, one fee or several, behind `count` fees of the same row."""
    fees = parse_fees(amount, note)
    for i, fee in enumerate(fees, count):
        if isinstance(fee, Unparsed):
            notes.note(BAD_FEE, (*path, i), fee.text)
        else:
            notes.mended((*path, i), amount, fee, fee.repairs)
    return fees


def read_glued_row(notes: Notes, cell: str, path: Path) -> tuple[str, str] | None:
    """Part a bare time from the amount glued to it where only one way is possible, and say so."""
    parts = split_glued_row(cell)
    if parts is not None:
        notes.note(GLUED_ROW, path, cell, read=f"{parts[0]} | {parts[1]}")
    return parts


def read_legal_number(notes: Notes, text: str, path: Path, rest: Path) -> LegalNumber | Unparsed:
    """Read the number of a document; of a whole citation its first number counts and the text goes to the rest."""
    try:
        number = LegalNumber.parse(text)
    except ParseError:
        found = find_legal_numbers(text)
        if not found:
            notes.note(BAD_LEGAL_NUMBER, path, text)
            return Unparsed(text)
        notes.keep(rest, text)
        number = found[0][2]
    notes.mended(path, text, number, number.repairs)
    return number


def read_word(notes: Notes, text: str, words: Mapping[str, T], path: Path, name: tuple[str, str]) -> T | Unparsed:
    """Read a word of a closed list; `name` says which list in both languages."""
    found = words.get(fold(text))
    if found is None:
        notes.note(UNKNOWN_WORD, path, text, list=name)
        return Unparsed(text)
    return found


_EPOCH = dt.datetime(1970, 1, 1)  # noqa: DTZ001 - naive on purpose: only days at UTC+7 come out
_HOURS = dt.timedelta(hours=7)
_MOST = 253_402_214_400_000  # the last millisecond that is a day of this calendar at UTC+7


def read_millis(notes: Notes, value: float | None, path: Path) -> dt.date | None:
    """Read a time in milliseconds since 1970 as a day at UTC+7; what is none stays in the rest."""
    if value is None:
        return None
    if type(value) is int and 0 <= value < _MOST:
        return (_EPOCH + dt.timedelta(milliseconds=value) + _HOURS).date()
    notes.note(BAD_DATE, path, value)
    notes.keep(path, value)
    return None


def read_day(notes: Notes, text: str | None, path: Path) -> dt.date | None:
    """Read a written day (2025-06-30, 30/6/2025, 30-06-2025); what is none stays in the rest."""
    if text is None:
        return None
    match = re.fullmatch("([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[T ].{0,40})?", text)
    parts = match.group(1, 2, 3) if match else None
    if match is None and (match := re.fullmatch("([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})", text)):
        parts = match.group(3, 2, 1)
    try:
        if parts is not None:
            return dt.date(int(parts[0]), int(parts[1]), int(parts[2]))
    except ValueError:
        pass
    notes.note(BAD_DATE, path, text)
    notes.keep(path, text)
    return None


def regime_on(day: dt.date) -> Regime:
    """Return the decree that names `toàn trình` and `một phần` on a day: 2026 from its first day, 2022 before."""
    return 2026 if day in REGIMES[2026] else 2022

"""The ways to carry a procedure out, from rows of a table, from the glued table of the flat crawl, or from words."""

import re

from tthc.calendar import TimeLimit
from tthc.fees import Fee
from tthc.interop.portal._aliases import FEE, METHOD
from tthc.interop.portal._messages import BAD_FEE, UNSPLIT, WRONG_KIND
from tthc.interop.portal._method_table import MethodRow, split_method_table
from tthc.interop.portal._notes import Notes, Path
from tthc.interop.portal._parts import read_fees, read_glued_row, read_limit, read_word
from tthc.interop.portal._row import Row, sweep
from tthc.interop.portal._words import CHANNELS, CHANNELS_NAME, fold, is_none, stated
from tthc.procedures import Method
from tthc.text import Unparsed

__all__ = ["read_methods"]

_GLUED = "timefeeglued"


def __dir__() -> list[str]:
    return __all__


def read_methods(row: Row) -> tuple[tuple[Method | Unparsed, ...] | None, set[str]]:
    """Read the methods, and which components their cells can carry."""
    notes = row.notes
    methods: list[Method | Unparsed] = []
    carries: set[str] = {"methods"} if "methods" in row else set()
    none = False
    for item, _ in row.items("methods", METHOD):
        place: Path = ("methods", len(methods))
        if isinstance(item, Row):
            carries.update(name for name, key in (("time_limit", "time"), ("fees", "fees")) if key in item)
            methods.append(_from_row(item, place))
        elif (table := split_method_table(item)) is not None:
            carries |= {"time_limit", "fees"}
            rows, before = table
            if before or not rows:
                notes.note(UNSPLIT, place, before or item)
                methods.append(Unparsed(before or item))
            for glued in rows:
                methods.append(_from_table(notes, glued, ("methods", len(methods))))
        elif is_none(item):
            none = True
        else:
            methods += _from_words(notes, item, place)
    if (extra := _from_record(row, len(methods))) is not None:
        methods.append(extra)
    return tuple(methods) or (() if none else None), carries


def _from_row(row: Row, path: Path) -> Method:
    """Read one row; a row flagged as glued has its time in front of the amount."""
    notes = row.notes
    channel, time, flag = row.text("channel"), row.text("time", numbers=True), row.text("flag")
    if flag is not None:
        notes.keep(row.path_of("flag"), flag)
    glued = flag is not None and fold(flag) == _GLUED and time is None
    limit, fees = _limit_and_fees(notes, time, _amounts(row), path, glued=glued)
    return Method(
        channel=None if channel is None else read_word(notes, channel, CHANNELS, (*path, "channel"), CHANNELS_NAME),
        time_limit=limit,
        fees=fees,
        note=row.text("note") or "",
        case=row.text("case"),
        audience=row.text("audience"),
    )


def _from_table(notes: Notes, row: MethodRow, path: Path) -> Method:
    limit, fees = _limit_and_fees(notes, stated(row.time), [(row.amount, row.fee_note)], path, glued=row.glued)
    channel = read_word(notes, row.channel, CHANNELS, (*path, "channel"), CHANNELS_NAME)
    return Method(channel=channel, time_limit=limit, fees=fees, note=row.note)


def _from_words(notes: Notes, text: str, path: Path) -> list[Method | Unparsed]:
    """Read a list of channels ("Trực tiếp, trực tuyến"); other prose is kept unread."""
    parts = [part for part in re.split("[,;\n]", text) if part.strip()] if len(text) <= 120 else []
    if parts and all(fold(part) in CHANNELS for part in parts):
        return [Method(channel=CHANNELS[fold(part)]) for part in parts]
    notes.note(UNSPLIT, path, text)
    return [Unparsed(text)]


def _from_record(row: Row, count: int) -> Method | None:
    """Read a limit and fees that the record states for all methods at once."""
    time, amounts = row.text("time_limit", numbers=True), _amounts(row)
    limit, fees = _limit_and_fees(row.notes, time, amounts, ("methods", count), glued=False)
    return None if limit is None and fees is None else Method(time_limit=limit, fees=fees)


def _limit_and_fees(
    notes: Notes, time: str | None, amounts: list[tuple[str, str]], path: Path, *, glued: bool
) -> tuple[TimeLimit | Unparsed | None, tuple[Fee | Unparsed, ...] | None]:
    if glued and len(amounts) == 1:
        amount, note = amounts[0]
        parts = read_glued_row(notes, amount, path)
        if parts is None:
            unread = Unparsed(f"{amount} ({note})" if note else amount)
            notes.note(BAD_FEE, (*path, "fees", 0), unread.text)
            return None, (unread,)
        time, amounts = parts[0], [(parts[1], note)]
    limit = None if time is None else read_limit(notes, time, (*path, "time_limit"))
    fees: list[Fee | Unparsed] = []
    for amount, note in amounts:
        if stated(amount) is not None or stated(note) is not None:
            fees += read_fees(notes, amount, note, (*path, "fees"), len(fees))
    return limit, tuple(fees) or None


def _amounts(row: Row) -> list[tuple[str, str]]:
    """Take the amounts of a row with their descriptions: a text, pairs, or mappings."""
    amounts: list[tuple[str, str]] = []
    for value, path in row.take("fees"):
        for i, item in enumerate(value) if type(value) is list else ((None, value),):
            here = path if i is None else (*path, i)
            if type(item) is dict:
                fee = Row(item, row.notes, here, FEE)
                amounts.append((fee.text("amount", numbers=True) or "", fee.text("note") or ""))
                sweep(row.notes, item, here, "", None)
                continue
            pair = item if type(item) is list else [item]
            if 1 <= len(pair) <= 2 and all(isinstance(part, str | int | float) for part in pair):
                texts = [part if isinstance(part, str) else repr(part) for part in pair]
                amounts.append((_tidied(row.notes, texts[0], here), texts[1].strip() if len(texts) == 2 else ""))
            elif item is not None:
                row.notes.note(WRONG_KIND, here, item, expected=("mức phí và diễn giải", "an amount and a description"))
                sweep(row.notes, item, here, "", None)
    return amounts


def _tidied(notes: Notes, cell: str, path: Path) -> str:
    """Part what belongs to the page from the cell of a fee: links, and names of files attached."""
    if "Xem chi tiết" in cell:
        cell = cell.replace("Xem chi tiết", "\n")
    if "File đính kèm:" in cell:
        lines = cell.split("\n")
        for line in lines:
            if line.startswith("File đính kèm:"):
                notes.keep(path, line)
        cell = "\n".join(line for line in lines if not line.startswith("File đính kèm:"))
    return cell.strip()

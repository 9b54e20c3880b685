"""A stranger's mapping as plain data, within bounds: what the readers may rely on.

Depth, number of parts and length of text are counted before anything is read, so the readers may go through the result
without minding cycles, endless mappings or numbers that take minutes to print.
"""

import math
from collections.abc import Iterable, Mapping
from typing import TypeAlias, cast

from tthc.errors import DecodeError, show
from tthc.findings import Finding, Message, Param, Report, Severity
from tthc.frozen import FrozenMap
from tthc.interop.portal._messages import NOT_A_RECORD, TOO_LARGE, WRONG_KIND
from tthc.interop.portal._notes import Leaf, Notes, Path

__all__ = ["Plain", "PlainMap", "plain"]

Plain: TypeAlias = "Leaf | list[Plain] | dict[str, Plain]"
PlainMap: TypeAlias = "dict[str, Plain]"

_DEPTH = 64
_PARTS = 100_000
_TEXT = 1_000_000
_BITS = 256  # of an int: sums of money and times have fewer, and printing more is slow


def __dir__() -> list[str]:
    return __all__


def plain(record: object, notes: Notes) -> PlainMap:
    """Copy a mapping into dicts, lists and leaves; `DecodeError` where it is none, too deep or too large.

    A leaf of another kind (a set, a date, a float that is no number, an int of 300 digits) is shown in the rest and
    noted.
    """
    shown = show(record)
    try:
        if isinstance(record, Mapping):
            return _copy(cast("Mapping[object, object]", record), notes)
    except DecodeError:
        raise
    except Exception as error:  # a stranger's mapping may raise anything while it is read
        raise _refusal(NOT_A_RECORD, value=shown) from error
    raise _refusal(NOT_A_RECORD, value=shown)


def _refusal(message: Message, path: Path = (), **params: Param) -> DecodeError:
    finding = Finding(message=message, severity=Severity.ERROR, path=path, params=FrozenMap(params))
    return DecodeError(Report((finding,)))


def _copy(record: Mapping[object, object], notes: Notes) -> PlainMap:
    top: PlainMap = {}
    waiting: list[tuple[object, PlainMap | list[Plain], Path]] = [(record, top, ())]
    parts = length = 0
    while waiting:
        source, target, path = waiting.pop()
        if len(path) >= _DEPTH:
            raise _refusal(TOO_LARGE, path[:8], limit=(f"{_DEPTH} tầng", f"{_DEPTH} levels"))
        for name, value in _items(source, target):
            made: Plain = _leaf(value)
            parts += 1
            length += (len(name) if type(name) is str else 0) + (len(made) if type(made) is str else 0)
            if parts > _PARTS:
                raise _refusal(TOO_LARGE, limit=(f"{_PARTS} phần tử", f"{_PARTS} parts"))
            if length > _TEXT:
                raise _refusal(TOO_LARGE, limit=(f"{_TEXT} ký tự", f"{_TEXT} characters"))
            if made is None and value is not None:
                made = _container(value)
                if made is None:
                    expected = ("văn bản, số hoặc danh sách", "text, a number or a list")
                    notes.note(WRONG_KIND, (*path, name), value, expected=expected)
                    notes.keep((*path, name), show(value))
                else:
                    waiting.append((value, made, (*path, name)))
            if isinstance(target, dict):
                target[str(name)] = made
            else:
                target.append(made)
    return top


def _items(source: object, target: "PlainMap | list[Plain]") -> Iterable[tuple[str | int, object]]:
    """Yield the parts of a mapping or sequence; a key that is no text goes by the text that shows it."""
    if isinstance(source, Mapping):
        for key, value in cast("Mapping[object, object]", source).items():
            name = str.__str__(key) if isinstance(key, str) else show(key)
            yield f"{name} ({len(target)})" if name in target else name, value
    else:
        yield from enumerate(cast("list[object] | tuple[object, ...]", source))


def _container(value: object) -> "PlainMap | list[Plain] | None":
    if isinstance(value, Mapping):
        return {}
    return [] if isinstance(value, list | tuple) else None


def _leaf(value: object) -> Leaf:
    """Return a leaf as its plain type; `None` also for what is no leaf."""
    kind = type(value)
    if isinstance(value, str):
        return value if kind is str else str.__str__(value)
    if isinstance(value, bool) or (type(value) is int and value.bit_length() <= _BITS):
        return value
    return value if type(value) is float and math.isfinite(value) else None

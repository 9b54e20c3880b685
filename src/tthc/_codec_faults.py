"""What is wrong with plain data: the careful reader, which notes every fault with its path, and the words for them.

It reads by the same shapes as the quick reader of `tthc._codec_shapes` and builds the same values, so whatever that one
refuses this one explains. It runs only on data that was refused.
"""

import enum
import types
import typing
from typing import Any, TypeAlias

from tthc._codec_shapes import (
    Leaf,
    SpellingError,
    alternatives,
    by_name,
    class_of,
    fields_of,
    is_any,
    is_record,
    kind_of,
    leaf_of,
)
from tthc._record import options
from tthc.errors import DecodeError, MalformedError, ParseError, show
from tthc.findings import Finding, Message, Param, Report, Severity
from tthc.frozen import FrozenMap
from tthc.repairs import describe
from tthc.text import Unparsed

__all__ = ["MESSAGES", "NOT_JSON", "SCHEMA_VERSION", "TOO_DEEP", "TOO_LARGE", "Path", "Unreadable", "explain", "refuse"]

Path: TypeAlias = tuple[str | int, ...]

WRONG_TYPE = Message("TTHC002", "sai kiểu: cần {expected}, gặp {got}", "wrong type: expected {expected}, got {got}")
UNKNOWN_KEY = Message("TTHC003", "khoá lạ: {type} không có trường này", "unknown key: {type} has no such field")
MISSING_KEY = Message("TTHC004", "thiếu khoá {key} của {type}", "missing key {key} of {type}")
BAD_VALUE = Message("TTHC005", "giá trị {value} không hợp lệ: {reason}", "bad value {value}: {reason}")
SCHEMA_VERSION = Message(
    "TTHC006",
    "chưa biết phiên bản lược đồ {version}, chỉ đọc được phiên bản {known}",
    "unknown schema version {version}, only {known} can be read",
)
TOO_DEEP = Message("TTHC007", "dữ liệu lồng nhau quá {limit} tầng", "data nested more than {limit} levels deep")
TOO_LARGE = Message("TTHC008", "quá nhiều: hơn {limit} {what}", "too much: more than {limit} {what}")
NOT_JSON = Message("TTHC009", "không phải văn bản JSON: {reason}", "not JSON text: {reason}")

MESSAGES = (WRONG_TYPE, UNKNOWN_KEY, MISSING_KEY, BAD_VALUE, SCHEMA_VERSION, TOO_DEEP, TOO_LARGE, NOT_JSON)
"""Every kind of fault that decoding may report."""

_LIMIT = 10_000
_REST: dict[str, Param] = {"limit": _LIMIT, "what": ("lỗi, phần còn lại không liệt kê", "faults, the rest is left out")}
_ANY = ("giá trị đơn, danh sách hoặc đối tượng {type, value}", "a plain value, a list or an object {type, value}")
_KINDS: dict[type, tuple[str, str]] = {
    dict: ("đối tượng", "the object"),
    list: ("danh sách", "the list"),
    str: ("chuỗi ký tự", "the text"),
    bool: ("giá trị", "the value"),
    int: ("số nguyên", "the whole number"),
    float: ("số thực", "the floating-point number"),
    types.NoneType: ("giá trị", "the value"),
}


def __dir__() -> list[str]:
    return __all__


class _Bad(enum.Enum):
    """Stands for a value that could not be read."""

    BAD = enum.auto()


_BAD = _Bad.BAD


class _EnoughError(Exception):
    """So many faults that listing more helps nobody."""


class Unreadable:
    """What JSON text may hold and no type takes: a number with a point, a huge one, an object that repeats a key."""

    __slots__ = ("kind", "shown")

    def __init__(self, kind: tuple[str, str], shown: str) -> None:
        self.kind = kind
        self.shown = shown


def refuse(message: Message, path: Path = (), **params: Param) -> DecodeError:
    """Return the error for data that has this one fault."""
    return DecodeError(Report((_finding(message, path, params),)))


def _finding(message: Message, path: Path, params: dict[str, Param]) -> Finding:
    return Finding(message=message, severity=Severity.ERROR, path=path, params=FrozenMap(params))


def explain(hint: Any, data: object) -> Any:
    """Read `data` carefully; raises `DecodeError` with every fault, or with the first 10,000 of them."""
    reader = _Reader()
    try:
        value = reader.read(hint, data, ())
    except _EnoughError:
        value = _BAD
    if value is _BAD:
        raise DecodeError(Report(tuple(reader.findings)))
    return value


class _Reader:
    """Reads a value and goes on after a fault; each method returns what it read, or `_BAD` once a fault is noted."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []

    def note(self, message: Message, path: Path, **params: Param) -> _Bad:
        if len(self.findings) == _LIMIT:
            self.findings.append(_finding(TOO_LARGE, (), _REST))
            raise _EnoughError
        self.findings.append(_finding(message, path, params))
        return _BAD

    def read(self, hint: Any, data: Any, path: Path) -> Any:
        if is_any(hint):
            return self.read_any(data, path)
        kind = kind_of(data)
        choice = alternatives(hint).get(kind)
        if choice is None:
            return self.note(WRONG_TYPE, path, expected=_expected(hint), got=_got(data, secret=_is_secret(hint)))
        if isinstance(choice, Leaf):
            return self.read_leaf(choice, data, path)
        if kind is list:
            return self.read_list(choice, data, path)
        if Unparsed in options(hint) and "unparsed" in data:
            choice = Unparsed
        return self.read_record(choice, data, path) if is_record(choice) else self.read_map(choice, data, path)

    def read_leaf(self, leaf: Leaf, data: Any, path: Path) -> Any:
        try:
            return leaf.read(data)
        except ParseError as error:  # its value is masked where it has to be
            return self.note(BAD_VALUE, path, value=show(error.value), reason=error.reason)
        except SpellingError as error:
            return self.misspelt(error.code, data, path)
        except ValueError:
            reason = (f"cần {leaf.words[0]}", f"expected {leaf.words[1]}")
            return self.note(BAD_VALUE, path, value=show(data), reason=reason)

    def misspelt(self, code: Any, data: str, path: Path) -> _Bad:
        text, shown = str(code), show(data)
        if text not in repr(code):  # a personal number, say, which is not shown in whole
            text = shown = repr(code)
        vi = [f"phải viết là {text}", *(describe(repair, "vi") for repair in code.repairs)]
        en = [f"to be written {text}", *(describe(repair, "en") for repair in code.repairs)]
        return self.note(BAD_VALUE, path, value=shown, reason=("; ".join(vi), "; ".join(en)))

    def read_record(self, hint: Any, data: dict[Any, Any], path: Path) -> Any:
        cls, fields = class_of(hint), fields_of(hint)
        before = len(self.findings)
        for key in data:
            if type(key) is not str or key not in fields:
                self.note(UNKNOWN_KEY, (*path, _step(key)), type=cls.__name__)
        for key, field in fields.items():
            if field.required and key not in data:
                self.note(MISSING_KEY, path, key=key, type=cls.__name__)
        values = {f.name: self.read(f.hint, data[key], (*path, key)) for key, f in fields.items() if key in data}
        if len(self.findings) > before:
            return _BAD
        try:
            return cls(**values)
        except MalformedError as error:
            for fault in error.faults:
                reason = (f"cần {fault.expected}", f"expected {fault.expected}")
                self.note(BAD_VALUE, (*path, *_steps(fault.field)), value=show(fault.value), reason=reason)
            return _BAD

    def read_list(self, hint: Any, data: list[Any], path: Path) -> Any:
        args = typing.get_args(hint)
        is_set = typing.get_origin(hint) is frozenset
        if not is_set and args[1:] != (Ellipsis,):
            if len(data) != len(args):
                reason = (f"cần {len(args)} phần tử, có {len(data)}", f"expected {len(args)} elements, got {len(data)}")
                return self.note(BAD_VALUE, path, value=show(data), reason=reason)
            hints = args
        else:
            hints = args[:1] * len(data)
        before = len(self.findings)
        values = [self.read(hints[i], item, (*path, i)) for i, item in enumerate(data)]
        if is_set:
            self.repeats(values, [(*path, i) for i in range(len(values))])
        if len(self.findings) > before:
            return _BAD
        return frozenset(values) if is_set else tuple(values)

    def read_map(self, hint: Any, data: dict[Any, Any], path: Path) -> Any:
        key_hint, value_hint = typing.get_args(hint)
        before = len(self.findings)
        paths = [(*path, _step(key)) for key in data]
        keys = [self.read(key_hint, key, where) for key, where in zip(data, paths, strict=True)]
        values = [self.read(value_hint, data[key], where) for key, where in zip(data, paths, strict=True)]
        self.repeats(keys, paths)
        return FrozenMap(zip(keys, values, strict=True)) if len(self.findings) == before else _BAD

    def repeats(self, values: list[Any], paths: list[Path]) -> None:
        seen: set[Any] = set()
        for value, path in zip(values, paths, strict=True):
            if value is not _BAD and value in seen:
                reason = ("đã có ở trước", "it is there already")
                self.note(BAD_VALUE, path, value=show(value), reason=reason)
            seen.add(value)

    def read_any(self, data: Any, path: Path) -> Any:
        kind = kind_of(data)
        leaf = leaf_of(kind)
        if leaf is not None and kind in leaf.classes:
            return self.read_leaf(leaf, data, path)
        if kind is list:
            return self.read_list(tuple[Any, ...], data, path)
        if kind is not dict or data.keys() != {"type", "value"}:
            return self.note(WRONG_TYPE, path, expected=_ANY, got=_got(data, secret=False))
        name = data["type"]
        if not isinstance(name, str) or name not in by_name():
            reason = ("cần tên một kiểu, như Fee", "expected the name of a type, such as Fee")
            return self.note(BAD_VALUE, (*path, "type"), value=show(name), reason=reason)
        return self.read(by_name()[name], data["value"], (*path, "value"))


def _expected(hint: Any) -> tuple[str, str]:
    words = [_words(option) for option in options(hint)]
    return " hoặc ".join(vi for vi, _ in words), " or ".join(en for _, en in words)


def _words(hint: Any) -> tuple[str, str]:
    leaf = leaf_of(hint)
    if leaf is not None:
        return leaf.words
    if hint is Unparsed:
        return "đối tượng {unparsed}", "an object {unparsed}"
    if is_record(hint):
        return f"đối tượng {class_of(hint).__name__}", f"an object of {class_of(hint).__name__}"
    return ("đối tượng", "an object") if typing.get_origin(hint) is FrozenMap else ("danh sách", "a list")


def _is_secret(hint: Any) -> bool:
    """What stands in the place of a code may be a personal number that has lost its quotes."""
    return any(leaf.is_code for leaf in map(leaf_of, options(hint)) if leaf is not None)


def _got(data: object, *, secret: bool) -> tuple[str, str]:
    if type(data) is Unreadable:
        (vi, en), shown = data.kind, data.shown
    else:
        vi, en = _KINDS.get(type(data), (type(data).__name__, type(data).__name__))
        shown = show(data)
    return (vi, en) if secret else (f"{vi} {shown}", f"{en} {shown}")


def _step(key: object) -> str:
    """Return a key as a step of a path; one that is no text as it is shown."""
    return key if isinstance(key, str) else show(key)


def _steps(field: str) -> Path:
    """Return the path that a constructor writes as `documents[3]` or `scores['VNM']`."""
    name, _, places = field.partition("[")
    return (name, *map(_place, places.removesuffix("]").split("]["))) if places else (name,)


def _place(shown: str) -> str | int:
    """Return an index or a key from the way it is shown."""
    return shown[1:-1] if shown[:1] in {"'", '"'} else int(shown) if shown.isdecimal() else shown

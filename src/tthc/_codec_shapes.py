"""How each type of `tthc` stands in plain data, and the quick reader of well-formed data.

A field's type decides the shape: a record is an object, a tuple a list, a code its own text, an exact number a text
such as "3/8". The members of a union are told apart by the class of the plain value alone, so no tag is needed.
`reader` compiles a type to a function that may raise anything; whoever calls it then asks `tthc._codec_faults` what is
wrong.

cattrs generates such functions too. These take two thirds of the time, because a constructor here checks its fields
anyway (`tthc._record`): texts and truth values are handed on as they are, and Python refuses unknown and missing keys.
"""

import datetime as dt
import enum
import functools
import types
import typing
from collections.abc import Callable, Hashable, Mapping
from fractions import Fraction
from typing import Any, NamedTuple, TypeAlias

import attrs

from tthc._record import options
from tthc.errors import ParseError, show
from tthc.frozen import FrozenMap
from tthc.text import Unparsed

__all__ = [
    "DIGITS",
    "Field",
    "Leaf",
    "Reader",
    "SpellingError",
    "alternatives",
    "by_name",
    "class_of",
    "fields_of",
    "is_any",
    "is_code",
    "is_record",
    "is_small",
    "kind_of",
    "leaf_of",
    "reader",
    "write_time",
]

Reader: TypeAlias = Callable[[Any], Any]
Words: TypeAlias = tuple[str, str]

DIGITS = 1000
"""How many digits a number may have: reading and writing longer ones takes more than linear time."""
_BOUND: int = 10**DIGITS


def __dir__() -> list[str]:
    return __all__


class SpellingError(ValueError):
    """A text is a code, but not as `encode` writes it; `code` is the code read."""

    def __init__(self, code: Any) -> None:
        super().__init__(code)
        self.code = code


class Leaf(NamedTuple):
    """A type without parts: the plain classes it is read from, what is expected in words, and how it is read.

    `read` raises a `ValueError`: a `ParseError` or a `SpellingError` where there is more to say than the words. `as_is`
    tells that a value is its own plain form, so that a constructor which checks its fields checks the data.
    """

    classes: tuple[type, ...]
    words: Words
    read: Reader
    as_is: bool = False
    is_code: bool = False


class Field(NamedTuple):
    """A field of a record as plain data has it; `checked` tells whether the constructor checks its type."""

    name: str
    hint: Any
    required: bool
    checked: bool


def class_of(hint: Any) -> Any:
    """Return the class of a type: `Dated` of `Dated[str]`."""
    return typing.get_origin(hint) or hint


def kind_of(data: object) -> type:
    """Return the class of a plain value (type checkers lose themselves in `type(data) is dict`)."""
    return type(data)


def is_code(hint: Any) -> bool:
    """Tell whether a type is a number printed on papers, which stands in plain data as its text."""
    return isinstance(hint, type) and hint.__module__.startswith("tthc.identifiers.")


def is_record(hint: Any) -> bool:
    """Tell whether a type is a record of `tthc`, which stands in plain data as an object."""
    cls: object = class_of(hint)
    return isinstance(cls, type) and cls.__module__.startswith("tthc.") and attrs.has(cls) and not is_code(cls)


def is_any(hint: Any) -> bool:
    """Tell whether a field may hold any value of a procedure, which then names its type."""
    return bool(hint is Any or hint is object)


def is_small(number: int) -> bool:
    """Tell whether a whole number has at most `DIGITS` digits."""
    return -_BOUND < number < _BOUND


@functools.cache
def fields_of(hint: Any) -> dict[str, Field]:
    """Return the fields of a record by their keys; what a parser mended (`repairs`) is not compared and no data."""
    cls = class_of(hint)
    params = getattr(cls, "__parameters__", ())
    units = {param: str for param in params if param.__bound__ is Hashable}  # what is ranked: mostly text
    bound = units | dict(zip(params, typing.get_args(hint), strict=False))
    hints = typing.get_type_hints(cls)
    if cls is Unparsed:
        return {"unparsed": Field("text", str, required=True, checked=True)}
    found: dict[str, Field] = {}
    for field in attrs.fields(cls):
        if field.init and field.name != "repairs":
            hint = _filled(hints[field.name], bound)
            name = field.alias or field.name
            required, checked = field.default is attrs.NOTHING, hint is hints[field.name]
            found[name] = Field(name, hint, required, checked)
    return found


def _filled(hint: Any, bound: Mapping[Any, Any]) -> Any:
    """Put types in place of type variables: `FrozenMap[str, int]` for `FrozenMap[U, int]`."""
    if isinstance(hint, typing.TypeVar):
        return bound.get(hint, hint)
    inner = getattr(hint, "__parameters__", ()) if typing.get_args(hint) else ()
    return hint[tuple(bound.get(param, param) for param in inner)] if inner else hint


# ── leaves ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _same(data: Any) -> Any:
    return data


def _read_int(data: int) -> int:
    if type(data) is int and is_small(data):
        return data
    raise ValueError


def _read_fraction(data: str | int) -> Fraction:
    if not isinstance(data, str):
        return Fraction(_read_int(data))
    top, slash, bottom = data.partition("/")
    if _is_number(top.removeprefix("-")):
        whole = int(top)
        if not slash and str(whole) == data:
            return Fraction(whole)
        if _is_number(bottom) and str(number := Fraction(whole, int(bottom) or 1)) == data:
            return number
    raise ValueError


def _is_number(text: str) -> bool:
    return 0 < len(text) <= DIGITS and text.isascii() and text.isdigit()


def _read_date(data: str) -> dt.date:
    if len(data) == 10:
        try:
            day = dt.date.fromisoformat(data)
        except ValueError:
            pass
        else:
            if str(day) == data:  # not the week dates that Python reads too
                return day
    raise ValueError


def write_time(time: dt.time) -> str:
    """Write a time of day as short as it may be: `15:00`, `15:00:30`."""
    return time.isoformat("minutes" if not (time.second or time.microsecond) else "auto")


def _read_time(data: str) -> dt.time:
    if len(data) <= 32:
        try:
            time = dt.time.fromisoformat(data)
        except ValueError:
            pass
        else:
            if write_time(time) == data:
                return time
    raise ValueError


def _read_moment(data: str) -> dt.datetime:
    if 10 < len(data) <= 48:
        try:
            moment = dt.datetime.fromisoformat(data)
        except ValueError:
            pass
        else:
            if moment.isoformat() == data:
                return moment
    raise ValueError


def _read_day_or_moment(data: str) -> dt.date:
    return _read_date(data) if len(data) == 10 else _read_moment(data)


_LEAVES: dict[Any, Leaf] = {
    types.NoneType: Leaf((types.NoneType,), ("null", "null"), _same, as_is=True),
    str: Leaf((str,), ("chuỗi ký tự", "text"), _same, as_is=True),
    bool: Leaf((bool,), ("true hoặc false", "true or false"), _same, as_is=True),
    int: Leaf((int,), (f"số nguyên không quá {DIGITS} chữ số", f"a whole number of up to {DIGITS} digits"), _read_int),
    Fraction: Leaf((str, int), ('số tối giản viết như "3/8"', 'a number in lowest terms as "3/8"'), _read_fraction),
    dt.date: Leaf((str,), ("ngày viết như 2026-11-22", "a day as 2026-11-22"), _read_date),
    dt.time: Leaf((str,), ("giờ viết như 15:00", "a time of day as 15:00"), _read_time),
    dt.datetime: Leaf(
        (str,), ("thời điểm viết như 2026-11-22T15:00:00", "a moment as 2026-11-22T15:00:00"), _read_moment
    ),
}
_DAY_OR_MOMENT = Leaf(
    (str,),
    ("ngày hoặc thời điểm viết như 2026-11-22T15:00:00", "a day, or a moment as 2026-11-22T15:00:00"),
    _read_day_or_moment,
)


@functools.cache
def leaf_of(hint: Any) -> Leaf | None:
    """Return how a type without parts is read, `None` for a type with parts."""
    if is_code(hint):
        words = (f"mã {hint.__name__}", f"the text of {hint.__name__}")
        return Leaf((str,), words, _code_reader(hint), is_code=True)
    if isinstance(hint, enum.EnumMeta):
        return _choice(tuple(hint.__members__), hint.__members__, as_is=False)
    if typing.get_origin(hint) is typing.Literal:
        args = typing.get_args(hint)
        return _choice(args, dict(zip(args, args, strict=True)), as_is=True)
    return _LEAVES.get(hint)


def _choice(names: tuple[Any, ...], values: Mapping[Any, Any], *, as_is: bool) -> Leaf:
    shown = ", ".join(map(repr, names))
    kinds = tuple(dict.fromkeys(map(type, names)))

    def read(data: Any) -> Any:
        # 1 == 1.0 == True: the class is compared too.
        if type(data) in kinds and data in values:
            return values[data]
        raise ValueError

    return Leaf(kinds, (f"một trong {shown}", f"one of {shown}"), read, as_is)


def _code_reader(cls: Any) -> Reader:
    parse: Callable[[str], Any] = cls.parse

    def read(data: str) -> Any:
        code = parse(data)
        # Encoded data is canonical: one code has one text, whatever its parser would mend.
        if code.repairs or str(code) != data:
            raise SpellingError(code)
        return code

    return read


# ── unions and values that name their type ───────────────────────────────────────────────────────────────────────────


@functools.cache
def alternatives(hint: Any) -> dict[type, Any]:
    """Return for each plain class what a value of it is read as: a leaf, or a type that has parts."""
    found: dict[type, list[Any]] = {}
    for option in options(hint):
        for plain in _classes(option):
            found.setdefault(plain, []).append(option)
    return {plain: _one_of(hint, choices) for plain, choices in found.items()}


def _classes(hint: Any) -> tuple[type, ...]:
    leaf = leaf_of(hint)
    if leaf is not None:
        return leaf.classes
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if is_record(hint) or (origin is FrozenMap and tuple(alternatives(args[0])) == (str,)):
        return (dict,)
    if origin in {tuple, frozenset}:
        return (list,)
    if isinstance(hint, typing.TypeVar):
        msg = f"expected a type in place of {hint}, as in Dated[str]"
        raise TypeError(msg)
    msg = f"{show(hint)} does not stand in plain data"
    raise TypeError(msg)


def _one_of(hint: Any, choices: list[Any]) -> Any:
    # Beside a record, `Unparsed` is told by its key; several codes are tried in turn.
    readable = [choice for choice in choices if choice is not Unparsed] or choices
    leaves = [leaf for leaf in map(leaf_of, readable) if leaf is not None]
    if len(readable) == 1:
        return leaves[0] if leaves else readable[0]
    if len(leaves) == len(choices) and all(leaf.is_code for leaf in leaves):
        return _codes(leaves)
    if set(choices) == {dt.date, dt.datetime}:  # told apart by their length
        return _DAY_OR_MOMENT
    if set(choices) == {int, Fraction}:  # a whole number that stands as a number is an int
        return _LEAVES[int]
    msg = f"cannot tell the members of {hint} apart in plain data"
    raise TypeError(msg)


def _codes(leaves: list[Leaf]) -> Leaf:
    def read(data: str) -> Any:
        reasons: list[ParseError] = []
        for leaf in leaves:
            try:
                return leaf.read(data)
            except ParseError as error:
                reasons.append(error)
        raise ParseError(reasons[0].value, "; ".join(error.reason for error in reasons))

    words = (" hoặc ".join(leaf.words[0] for leaf in leaves), " or ".join(leaf.words[1] for leaf in leaves))
    return Leaf((str,), words, read, is_code=True)


@functools.cache
def by_name() -> dict[str, Any]:
    """Return every type that a part of a procedure may have, by name: what stands in a field that may hold anything."""
    from tthc.procedures import Procedure  # noqa: PLC0415 - only differences between procedures ask for it

    found: dict[str, Any] = {}
    _collect(Procedure, found)
    return found


def _collect(hint: Any, found: dict[str, Any]) -> None:
    for option in options(hint):
        if is_record(option):
            if option.__name__ not in found:
                found[option.__name__] = option
                for field in fields_of(option).values():
                    _collect(field.hint, found)
        elif is_code(option) or option in {Fraction, dt.date, dt.time}:
            found[option.__name__] = option
        else:
            for arg in typing.get_args(option):
                if typing.get_origin(option) is not typing.Literal and arg is not Ellipsis:
                    _collect(arg, found)


# ── the quick reader ─────────────────────────────────────────────────────────────────────────────────────────────────


def reader(hint: Any) -> Reader:
    """Return a function that reads well-formed plain data as a type, and raises anything at all for other data.

    Raises `TypeError` for a type that does not stand in plain data.
    """
    table = _readers(hint)
    return lambda data: table[type(data)](data)


@functools.cache
def _readers(hint: Any, *, checked: bool = False) -> dict[type, Reader]:
    """Compile a type: for each plain class the function that reads it.

    What a constructor will check (`checked`) is not checked here.
    """
    if is_any(hint):
        leaves = {plain: _LEAVES[plain].read for plain in (types.NoneType, str, bool, int)}
        return {**leaves, list: _read_any_list, dict: _read_any_object}
    table: dict[type, Reader] = {
        plain: choice.read if type(choice) is Leaf else _with_parts(choice, checked=checked)
        for plain, choice in alternatives(hint).items()
    }
    if Unparsed in options(hint) and hint is not Unparsed:
        table[dict] = _unless_unparsed(table[dict])
    return table


def _is_plain(hint: Any) -> bool:
    """Tell whether every value of a type is its own plain form."""
    return not is_any(hint) and all(type(choice) is Leaf and choice.as_is for choice in alternatives(hint).values())


def _with_parts(hint: Any, *, checked: bool) -> Reader:
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if is_record(hint):
        return _record_reader(hint)
    if origin is FrozenMap:
        return _map_reader(_readers(args[0], checked=checked), _readers(args[1], checked=checked))
    if origin is tuple and args[1:] != (Ellipsis,):
        return _row_reader([_readers(arg, checked=checked) for arg in args])
    if checked and _is_plain(args[0]) and origin is tuple:
        return tuple
    return _list_reader(origin, _readers(args[0], checked=checked))


def _record_reader(hint: Any) -> Reader:
    cls, fields = class_of(hint), fields_of(hint)
    if cls is Unparsed:
        return _read_unparsed
    work = [
        (key, _readers(field.hint, checked=field.checked))
        for key, field in fields.items()
        if not (field.checked and _is_plain(field.hint))
    ]
    if "repairs" in attrs.fields_dict(cls):
        work.append(("repairs", {}))  # the constructor would take it

    def read_record(data: Any) -> Any:
        values = data.copy()
        for key, table in work:
            if key in values:
                item = values[key]
                values[key] = table[type(item)](item)
        return cls(**values)

    return read_record


def _read_unparsed(data: Any) -> Unparsed:
    if len(data) != 1:
        raise ValueError
    return Unparsed(data["unparsed"])


def _unless_unparsed(read: Reader) -> Reader:
    return lambda data: _read_unparsed(data) if "unparsed" in data else read(data)


def _list_reader(origin: Any, table: dict[type, Reader]) -> Reader:
    def read_list(data: Any) -> Any:
        values = origin([table[type(item)](item) for item in data])
        if len(values) != len(data):  # a set lost something
            raise ValueError
        return values

    return read_list


def _row_reader(tables: list[dict[type, Reader]]) -> Reader:
    return lambda data: tuple([table[type(item)](item) for table, item in zip(tables, data, strict=True)])


def _map_reader(keys: dict[type, Reader], items: dict[type, Reader]) -> Reader:
    def read_map(data: Any) -> Any:
        values = FrozenMap({keys[type(key)](key): items[type(item)](item) for key, item in data.items()})
        if len(values) != len(data):  # two spellings of one key
            raise ValueError
        return values

    return read_map


def _read_any(data: Any) -> Any:
    return _readers(Any)[type(data)](data)


def _read_any_list(data: Any) -> Any:
    return tuple(map(_read_any, data))


def _read_any_object(data: Any) -> Any:
    if data.keys() != {"type", "value"}:
        raise ValueError
    return reader(by_name()[data["type"]])(data["value"])

"""Plain data ↔ values: strict, exact, and with every fault named at once.

`encode` turns a value into what JSON can hold: dicts, lists, texts, whole numbers, truth values and `None`. `decode`
reads it back and refuses everything else. The shapes:

- a record is an object with a key for each field that differs from its default; the outermost one also bears
  `"$schema": 1`. A key that is missing stands for its default, an unknown one is a fault;
- a code is its text, exactly as `str` writes it: what `parse` would mend is refused, and the right text is named;
- money is `{"amount": "25000", "currency": "VND"}`; an exact number is a text in lowest terms, `"3/8"`, and a whole one
  may stand as a number too. A float is refused everywhere;
- a day is `"2026-11-22"`, a time of day `"15:00"`, a moment `"2026-11-22T15:00:00"`, with `"+07:00"` behind it where it
  knows its time zone, a severity its name;
- a tuple is a list, a set a sorted list, a map an object with texts for keys;
- text that could not be read is `{"unparsed": "…"}` where its place may hold it; `null` is *not stated*.

`.repairs` is not encoded, as it is not compared. Data that does not state its `"$schema"` is read as version 1.
"""

import contextlib
import datetime as dt
import enum
import functools
import operator
import re
import types
import typing
from collections.abc import Callable
from fractions import Fraction
from typing import Any, NoReturn, TypeAlias, TypeVar

import attrs
import cattrs
from cattrs.fns import identity
from cattrs.gen import make_dict_unstructure_fn, override

from tthc import _codec_faults as _faults
from tthc import _codec_shapes as _shapes
from tthc._record import options
from tthc.errors import DecodeError, Fault, MalformedError, show
from tthc.findings import Message, Severity
from tthc.frozen import FrozenMap
from tthc.money import Money
from tthc.text import Unparsed

__all__ = ["MESSAGES", "SCHEMA", "configure_converter", "decode", "decode_json", "encode", "encode_json"]

T = TypeVar("T")

SCHEMA = 1
"""The version of the shapes that `encode` writes."""
MESSAGES: tuple[Message, ...] = _faults.MESSAGES
"""The words of every fault that `DecodeError.report` may hold: TTHC002 to TTHC009."""

_Write: TypeAlias = Callable[[Any], Any]
_MAX_DEPTH = 64
_MAX_NODES = 5_000_000


def __dir__() -> list[str]:
    return __all__


# ── reading ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def decode(cls: type[T], data: object, *, max_nodes: int = _MAX_NODES) -> T:
    """Read plain data as a value of a type; `decode(type(x), encode(x)) == x`.

    Raises `DecodeError`, whose `report` holds every fault with its path, and `TypeError` for a type that is no value of
    `tthc`. Time and memory are bounded by the size of the data: it may be nested 64 levels deep and have `max_nodes`
    values, counted wherever they appear.

    >>> from tthc import Interval, Money
    >>> decode(Interval, {"since": "2025-07-01"})
    Interval(since=datetime.date(2025, 7, 1), until=None)
    >>> decode(Money, {"amount": 2.5, "currency": "đồng", "unit": "nghìn"})
    Traceback (most recent call last):
    ...
    tthc.errors.DecodeError: cannot decode: 2 lỗi
      lỗi TTHC002 $.amount: sai kiểu: cần số tối giản viết như "3/8", gặp số thực 2.5
      lỗi TTHC003 $.unit: khoá lạ: Money không có trường này
    """
    _must_be_ours(cls)
    return typing.cast("T", _read(cls, data, max_nodes))


def decode_json(cls: type[T], text: str | bytes, *, max_nodes: int = _MAX_NODES) -> T:
    """Read JSON text (bytes are UTF-8) as a value of a type; raises as `decode` does.

    A number with a point, an object that names a key twice, `NaN` and `Infinity` are faults of their place.

    >>> from tthc import Money
    >>> decode_json(Money, '{"amount": 25000}')
    Money(25000)
    """
    data = _load(text)
    if isinstance(data, DecodeError):
        raise data
    return decode(cls, data, max_nodes=max_nodes)


def _load(text: str | bytes) -> object:
    """Read JSON text; what is none is returned as the error, free of the one caught, which holds the whole text."""
    import json  # noqa: PLC0415 - not every caller has text

    try:
        data: object = json.loads(
            text.decode("utf-8-sig") if isinstance(text, bytes) else text,
            parse_int=_read_int,
            parse_float=_read_number,
            parse_constant=_read_number,
            object_pairs_hook=_read_object,
        )
    except RecursionError:
        return _faults.refuse(_faults.TOO_DEEP, limit=_MAX_DEPTH)
    except json.JSONDecodeError as error:
        vi = f"{error.msg}, dòng {error.lineno} cột {error.colno}"
        en = f"{error.msg}, line {error.lineno} column {error.colno}"
        return _faults.refuse(_faults.NOT_JSON, reason=(vi, en))
    except UnicodeDecodeError as error:
        vi, en = f"không phải UTF-8 từ byte {error.start}", f"no UTF-8 from byte {error.start} on"
        return _faults.refuse(_faults.NOT_JSON, reason=(vi, en))
    return data


def _read_int(text: str) -> object:
    return int(text) if len(text) <= _shapes.DIGITS else _read_number(text)


def _read_number(text: str) -> object:
    return _faults.Unreadable(("số", "the number"), show(text)[1:-1])


def _read_object(pairs: list[tuple[str, object]]) -> object:
    data = dict(pairs)
    if len(data) == len(pairs):
        return data
    first = {key: i for i, (key, _) in reversed(list(enumerate(pairs)))}
    twice = next(key for i, (key, _) in enumerate(pairs) if first[key] != i)
    return _faults.Unreadable(("đối tượng lặp khoá", "an object that repeats the key"), show(twice))


def _read(hint: Any, data: object, max_nodes: int) -> Any:
    read = _shapes.reader(hint)
    _measure(data, max_nodes)
    body = _without_schema(hint, data)
    with contextlib.suppress(Exception):
        return read(body)
    # The quick reader does not say what is wrong; the careful one does.
    return _faults.explain(hint, body)


def _must_be_ours(cls: Any) -> None:
    if not _is_ours(cls):
        msg = f"expected a type of values of tthc, got {show(cls)}"
        raise TypeError(msg)


def _is_ours(hint: Any) -> bool:
    return _shapes.is_record(hint) or _shapes.is_code(hint) or _is_choice(hint)


def _is_choice(hint: Any) -> bool:
    return isinstance(hint, enum.EnumMeta) and hint.__module__.startswith("tthc.")


def _measure(data: object, max_nodes: int) -> None:
    """Refuse data that is too deep (a cycle is) or too large, before anything walks down into it."""
    level: list[Any] = [data]
    nodes = 1
    for _ in range(_MAX_DEPTH):
        below: list[Any] = []
        for item in level:
            if type(item) is dict:
                below += item.values()
            elif type(item) is list:
                below += item
            else:
                continue
            if nodes + len(below) > max_nodes:
                what = ("giá trị", "values")
                raise _faults.refuse(_faults.TOO_LARGE, limit=max_nodes, what=what)
        if not below:
            return
        nodes += len(below)
        level = below
    if any(type(item) in {dict, list} for item in level):
        raise _faults.refuse(_faults.TOO_DEEP, limit=_MAX_DEPTH)


def _without_schema(hint: Any, data: Any) -> object:
    if _shapes.kind_of(data) is not dict or "$schema" not in data or not any(map(_shapes.is_record, options(hint))):
        return data
    body = data.copy()
    version = body.pop("$schema")
    if not (type(version) is int and version == SCHEMA):
        raise _faults.refuse(_faults.SCHEMA_VERSION, ("$schema",), version=show(version), known=SCHEMA)
    return body


# ── writing ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def encode(value: object) -> Any:
    """Turn a value into plain data, from which `decode` makes an equal value.

    Raises `TypeError` for what is no value of `tthc` or holds what is no data (a rule holds functions), and
    `MalformedError` for a number of more than 1,000 digits.

    >>> from tthc import Money, ProcedureCode
    >>> encode(Money(25_000)), encode(ProcedureCode("1.001193"))
    ({'$schema': 1, 'amount': '25000', 'currency': 'VND'}, '1.001193')
    """
    cls = type(value)
    _must_be_ours(cls)
    if not getattr(cls, "__parameters__", ()):
        _shapes.reader(cls)  # what could not be read back is not written
    data: Any = _converter().unstructure(value)
    return {"$schema": SCHEMA, **data} if _shapes.is_record(cls) else data


def encode_json(value: object, *, indent: int | None = None) -> str:
    """Turn a value into JSON text, with Vietnamese letters as they are; `indent` sets it out for people.

    The text has no lone surrogate, so it can be written as UTF-8: one in a value is escaped. Two that would make up one
    character cannot be told from it in JSON, and raise `MalformedError`.

    >>> from tthc import Condition
    >>> encode_json(Condition("Đủ 18 tuổi"))
    '{"$schema":1,"text":"Đủ 18 tuổi"}'
    """
    import json  # noqa: PLC0415 - not every caller wants text

    separators = (",", ":") if indent is None else (",", ": ")
    text = json.dumps(encode(value), ensure_ascii=False, indent=indent, separators=separators)
    try:
        text.encode()
    except UnicodeEncodeError as error:
        if re.search("[\ud800-\udbff][\udc00-\udfff]", text):
            fault = Fault("text", error.object[error.start : error.start + 2], "no character written as two surrogates")
            raise MalformedError("JSON text", (fault,)) from None
        text = re.sub("[\ud800-\udfff]", lambda match: f"\\u{ord(match[0]):04x}", text)
    return text


def configure_converter(converter: cattrs.Converter) -> None:
    """Teach a cattrs converter of your own the values of `tthc`: yours may then hold them in their fields.

    Values go through `decode` and `encode` (without `"$schema"`), also as members of a union with `None` or with each
    other; your own types stay as you set them up.

    >>> from tthc import Money
    >>> converter = cattrs.Converter()
    >>> configure_converter(converter)
    >>> converter.structure({"xe máy": {"amount": "50000"}}, dict[str, Money])
    {'xe máy': Money(50000)}
    """
    converter.register_structure_hook_func(_is_readable, _structure)
    converter.register_structure_hook(Severity, _structure)  # else it goes the way of its base class, int
    converter.register_unstructure_hook_func(_is_ours, _converter().unstructure)


def _structure(data: object, hint: Any) -> Any:
    return _read(hint, data, _MAX_NODES)


def _is_readable(hint: Any) -> bool:
    members = options(hint)
    return any(map(_is_ours, members)) and all(_is_ours(m) or _shapes.leaf_of(m) is not None for m in members)


@functools.cache
def _converter() -> cattrs.Converter:
    """Return the one converter that writes; it is private, so nobody's hooks meet ours."""
    converter = cattrs.Converter(unstructure_fallback_factory=_no_data)
    for test, factory in _WRITERS:
        converter.register_unstructure_hook_factory(test, factory)
    return converter


def _no_data(hint: Any) -> NoReturn:
    msg = f"{show(hint)} does not stand in plain data"
    raise TypeError(msg)


def _record_writer(cls: Any, converter: cattrs.Converter) -> _Write:
    if cls is Unparsed:
        return lambda value: {"unparsed": value.text}
    changes: dict[str, Any] = {name: override(omit=True) for name in attrs.fields_dict(cls) if name == "repairs"}
    if cls is Money:  # an amount without its currency is read wrongly sooner or later
        changes["currency"] = override(omit_if_default=False)
    return make_dict_unstructure_fn(cls, converter, _cattrs_omit_if_default=True, _cattrs_use_alias=True, **changes)


def _write_int(value: int) -> int:
    if not _shapes.is_small(value):
        raise MalformedError("plain data", (Fault("number", value, f"at most {_shapes.DIGITS} digits"),))
    return value


def _write_fraction(value: Fraction) -> str:
    return str(Fraction(_write_int(value.numerator), _write_int(value.denominator)))


def _write_any(value: Any, write: _Write) -> Any:
    """Write a value of a field that may hold anything: plain ones as they are, others with the name of their type."""
    cls = _shapes.kind_of(value)
    if cls is tuple:
        return [_write_any(item, write) for item in value]
    if cls in {types.NoneType, str, bool, int}:
        return write(value)
    if _shapes.by_name().get(cls.__name__) is not cls:
        _no_data(cls)
    return {"type": cls.__name__, "value": write(value)}


def _write_list(values: tuple[Any, ...], write: _Write) -> list[Any]:
    return [write(value) for value in values]


def _write_set(values: frozenset[Any], write: _Write) -> list[Any]:
    return sorted(write(value) for value in values)


def _write_map(value: FrozenMap[Any, Any], write: _Write) -> dict[str, Any]:
    data = {write(key): write(item) for key, item in value.items()}
    if not all(type(key) is str for key in data):
        _no_data("a map whose keys are no texts")
    return data


def _by_parts(write: Callable[[Any, _Write], Any]) -> Callable[[Any, cattrs.Converter], _Write]:
    def factory(_hint: Any, converter: cattrs.Converter) -> _Write:
        return lambda value: write(value, converter.unstructure)

    return factory


def _always(write: _Write) -> Callable[[Any], _Write]:
    return lambda _hint: write


def _is(*classes: object) -> Callable[[Any], bool]:
    return lambda hint: _shapes.class_of(hint) in classes


_WRITERS: tuple[tuple[Callable[[Any], bool], Callable[..., Any]], ...] = (
    (_is(str, bool, types.NoneType, typing.Literal), _always(identity)),
    (_is(int), _always(_write_int)),
    (_is(Fraction), _always(_write_fraction)),
    (_is(dt.date), _always(str)),
    (_is(dt.datetime), _always(dt.datetime.isoformat)),
    (_is(dt.time), _always(_shapes.write_time)),
    (_is(tuple), _by_parts(_write_list)),
    (_is(frozenset), _by_parts(_write_set)),
    (_is(FrozenMap), _by_parts(_write_map)),
    (_shapes.is_any, _by_parts(_write_any)),
    (_shapes.is_code, _always(str)),
    (_is_choice, _always(operator.attrgetter("name"))),
    (_shapes.is_record, _record_writer),
)

"""What every frozen record shares: the check of its field types at the door.

`check(self, faults)` stands in `__attrs_post_init__` of each class. The types are read once from the annotations and
compiled to one boolean expression, so a well-formed value costs a dictionary look-up and an `and` chain; only a bad one
pays for the search of every fault. Nothing is coerced: `True` is not an `int`, a `datetime` is not a `date`, a `list`
is not a `tuple`. The type is asked for, never `__class__`, which an object may lie about.
"""

import datetime as dt
import enum
import types
import typing
from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Any

import attrs

from tthc.errors import Fault, MalformedError, show
from tthc.frozen import FrozenMap

__all__ = ["check", "is_open", "options"]

_CHECKS: dict[type, Callable[[Any], bool]] = {}
_PLAIN: dict[Any, str] = {
    str: "str",
    int: "int",
    bool: "bool",
    Fraction: "Fraction",
    dt.date: "date",
    dt.time: "time",
    dt.datetime: "datetime",
    types.NoneType: "None",
}


def __dir__() -> list[str]:
    return __all__


def check(value: object, faults: Callable[[], Iterable[Fault]] | None = None) -> None:
    """Raise one `MalformedError` with every fault of `value`: of its field types first, then what `faults()` yields."""
    cls = type(value)
    test = _CHECKS.get(cls)
    if test is None:
        test = _CHECKS[cls] = _compile(cls)
    if not test(value):
        raise MalformedError(cls.__name__, tuple(_type_faults(value)))
    if faults is not None:
        for _ in faults():
            raise MalformedError(cls.__name__, tuple(faults()))


def _hints(cls: type) -> list[tuple[str, Any]]:
    hints = typing.get_type_hints(cls)
    return [(field.name, hints[field.name]) for field in attrs.fields(cls)]


def _compile(cls: type) -> Callable[[Any], bool]:
    names: dict[str, Any] = {}
    parts = [_expression(hint, f"v.{name}", names) for name, hint in _hints(cls)]
    source = "lambda v: " + (" and ".join(f"({part})" for part in parts if part != "True") or "True")
    return typing.cast("Callable[[Any], bool]", eval(source, names))  # noqa: S307 - built from our own annotations


def _expression(hint: Any, value: str, names: dict[str, Any]) -> str:
    """Return a Python expression that is true when `value` has the type `hint`; constants go into `names`."""
    members = options(hint)
    if any(map(is_open, members)):
        return "True"
    tests = [_nested(option, value, names) for option in members if typing.get_origin(option) is not None]
    plain = [option for option in members if typing.get_origin(option) is None]
    if len(plain) == 1:
        tests.insert(0, f"type({value}) is {_name(plain[0], names)}")
    elif plain:
        tests.insert(0, f"type({value}) in {_name(frozenset(plain), names)}")
    return tests[0] if len(tests) == 1 else " or ".join(f"({test})" for test in tests)


def _nested(hint: Any, value: str, names: dict[str, Any]) -> str:
    """Do the same for a type that has arguments and is not a union."""
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin is Callable:
        return f"callable({value})"
    if origin is typing.Literal:
        kinds = frozenset(map(type, args))
        return f"type({value}) in {_name(kinds, names)} and {value} in {_name(frozenset(args), names)}"
    test = f"type({value}) is {_name(origin, names)}"
    if origin is tuple and args[1:] == (Ellipsis,):
        return f"{test} and {_all_of(args[0], value, names)}"
    if origin is tuple:
        items = "".join(f" and ({_expression(arg, f'{value}[{i}]', names)})" for i, arg in enumerate(args))
        return f"{test} and len({value}) == {len(args)}{items}"
    if origin is frozenset:
        return f"{test} and {_all_of(args[0], value, names)}"
    if origin is FrozenMap:
        return f"{test} and {_all_of(args[0], value, names)} and {_all_of(args[1], f'{value}.values()', names)}"
    return test


def _all_of(hint: Any, value: str, names: dict[str, Any]) -> str:
    """Every element of `value` is a `hint`; a set of their classes is far quicker than a loop."""
    members = options(hint)
    if any(map(is_open, members)):
        return "True"
    if all(typing.get_origin(option) is None for option in members):
        return f"(not {value} or {_name(frozenset(members), names)}.issuperset(map(type, {value})))"
    return f"(not {value} or all({_expression(hint, 'x', names)} for x in {value}))"


def options(hint: Any) -> tuple[Any, ...]:
    """Return the members of a union; any other type is its own only member."""
    return typing.get_args(hint) if typing.get_origin(hint) in {typing.Union, types.UnionType} else (hint,)


def is_open(hint: Any) -> bool:
    """Tell whether a type says nothing about a value: `Any`, `object`, a type variable."""
    return hint is Any or hint is object or isinstance(hint, typing.TypeVar)


def _name(constant: object, names: dict[str, Any]) -> str:
    name = f"c{len(names)}"
    names[name] = constant
    return name


def _type_faults(value: object) -> Iterable[Fault]:
    for name, hint in _hints(type(value)):
        held = getattr(value, name)
        if not _holds(hint, held):
            yield from _deepest(name, hint, held)


def _deepest(path: str, hint: Any, held: Any) -> Iterable[Fault]:
    """Name the elements of a sequence or a mapping that are wrong rather than the whole of it."""
    for option in options(hint):
        args = typing.get_args(option)
        if typing.get_origin(option) is tuple and args[1:] == (Ellipsis,) and _holds(tuple, held):
            for i, item in enumerate(held):
                if not _holds(args[0], item):
                    yield Fault(f"{path}[{i}]", item, _describe(args[0]))
            return
        if typing.get_origin(option) is FrozenMap and _holds(FrozenMap, held):
            for key, item in held.items():
                if not _holds(args[0], key):
                    yield Fault(f"{path}[{show(key)}]", key, f"{_describe(args[0])} as its key")
                if not _holds(args[1], item):
                    yield from _deepest(f"{path}[{show(key)}]", args[1], item)
            return
    yield Fault(path, held, _describe(hint))


def _holds(hint: Any, held: Any) -> bool:
    names: dict[str, Any] = {}
    return bool(eval(_expression(hint, "v", names), names, {"v": held}))  # noqa: S307 - as in _compile


def _describe(hint: Any) -> str:
    if hint in _PLAIN:
        return _PLAIN[hint]
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin in {typing.Union, types.UnionType}:
        return " or ".join(map(_describe, args))
    if origin is typing.Literal:
        return "one of " + ", ".join(map(repr, args))
    if origin is tuple and args[1:] == (Ellipsis,):
        return f"a tuple of ({_describe(args[0])})"
    if isinstance(hint, enum.EnumMeta):
        return "one of " + ", ".join(hint.__members__)
    return str(getattr(origin or hint, "__name__", hint))

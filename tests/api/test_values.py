"""What every public value and every exception owes its user: it is final, frozen, hashable, and it travels."""

import datetime as dt
import pickle
import pkgutil
import types
import typing
from collections.abc import Iterator
from importlib import import_module
from inspect import isclass, signature

import attrs
import pytest

import tthc
from tthc.errors import Fault, TthcError
from tthc.findings import Finding, Message, Report


def _public_classes() -> Iterator[type]:
    """Yield every class that a public module offers, wherever its home is."""
    for info in pkgutil.walk_packages(tthc.__path__, "tthc."):
        if "._" not in info.name:
            module = import_module(info.name)
            yield from filter(isclass, (getattr(module, name) for name in module.__all__))


CLASSES = sorted(set(_public_classes()), key=lambda cls: (cls.__module__, cls.__qualname__))
VALUES = [cls for cls in CLASSES if attrs.has(cls)]
ERRORS = [cls for cls in CLASSES if issubclass(cls, TthcError)]
NOT_EXACT_OR_FIXED = {list, dict, set, bytearray, float}
EXCEPT = {("Reading", "rest")}  # what a stranger's record says beside the procedure, numbers as they stand

_REPORT = Report((Finding(message=Message("TTHC001", "lời", "words")),))
SAMPLES: dict[str, object] = {  # by the name of the parameter
    "allowed": ("processing", "stopped"),
    "alternatives": ((("nếu nghỉ", "if it is a day off"), dt.date(2026, 11, 25)),),
    "available": ("a", "b"),
    "day": dt.date(1990, 1, 2),
    "event": "returned",
    "faults": (Fault("amount", 1.5, "Fraction"), Fault("name", None, "str")),
    "first": dt.date(1994, 5, 1),
    "found": ("a", "b"),
    "last": dt.date(2027, 12, 31),
    "node": "egdi",
    "other": "cost",
    "position": 3,
    "projected": dt.date(2026, 11, 24),
    "reason": "reason",
    "report": _REPORT,
    "state": "accepted",
    "step": "normalise",
    "type_name": "Money",
    "unit": "VNM",
    "value": "giá trị",
    "what": "procedure",
}


def _leaves(hint: object) -> Iterator[object]:
    args = typing.get_args(hint)
    origin = typing.get_origin(hint)
    if origin is typing.Literal:
        return
    if origin is not None and origin not in {typing.Union, types.UnionType}:
        yield origin
    elif not args:
        yield hint
    for arg in args:
        if isinstance(arg, list):  # the arguments of a Callable
            continue
        yield from _leaves(arg)


def test_there_is_something_to_check() -> None:
    assert len(VALUES) > 20
    assert len(ERRORS) > 4


@pytest.mark.parametrize("cls", VALUES, ids=lambda cls: cls.__qualname__)
def test_values_are_final_frozen_slotted_and_hashable(cls: type) -> None:
    assert getattr(cls, "__final__", False), "not @final"
    assert cls.__setattr__ is not object.__setattr__, "not frozen"
    assert cls.__dictoffset__ == 0, "not slotted"  # type: ignore[attr-defined]
    assert cls.__hash__ is not None, "not hashable"
    hints = typing.get_type_hints(cls)  # every field type is importable at run time, or this raises
    for field in attrs.fields(cls):
        if field.eq and (cls.__name__, field.name) not in EXCEPT:  # an index over the other fields takes no part
            assert not NOT_EXACT_OR_FIXED & set(_leaves(hints[field.name])), field.name


@pytest.mark.parametrize("cls", ERRORS, ids=lambda cls: cls.__qualname__)
def test_exceptions_travel(cls: type[TthcError]) -> None:
    own_init = cls.__init__ is not Exception.__init__
    names = list(signature(cls).parameters) if own_init else []
    error = cls(*(SAMPLES[name] for name in names)) if own_init else cls("what happened")
    copy = pickle.loads(pickle.dumps(error))
    assert type(copy) is cls
    assert str(copy) == str(error) != ""
    assert {name: getattr(copy, name) for name in names} == {name: getattr(error, name) for name in names}

"""The public names and signatures of every module, as they were last agreed upon.

A change here is a change for users: it wants a line in CHANGELOG.md. After it is agreed, write the snapshot anew:

    .venv/bin/python tests/api/test_snapshot.py > tests/api/snapshot.txt
"""

import difflib
import enum
import inspect
import pkgutil
import re
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import get_origin

import attrs

import tthc

SNAPSHOT = Path(__file__).with_name("snapshot.txt")


def test_the_public_api_is_the_agreed_one() -> None:
    agreed, found = SNAPSHOT.read_text(encoding="utf-8").splitlines(), list(describe())
    assert found == agreed, "\n".join(difflib.unified_diff(agreed, found, "agreed", "found", lineterm="", n=0))


def describe() -> Iterator[str]:
    """Write every public name of every public module, a line each."""
    for info in pkgutil.walk_packages(tthc.__path__, "tthc."):
        if "._" not in info.name:
            yield from _module(import_module(info.name))


def _module(module: ModuleType) -> Iterator[str]:
    yield module.__name__
    for name in sorted(module.__all__):
        value = getattr(module, name)
        home = getattr(value, "__module__", None)
        if (inspect.isclass(value) or inspect.isroutine(value)) and home != module.__name__ and "._" not in str(home):
            yield f"  {name} = {home}.{value.__name__}"
        elif inspect.isclass(value):
            yield from _class(name, value)
        elif get_origin(value):
            yield f"  {name} = {value}"
        elif callable(value):
            yield f"  {name}{_signature(value)}"
        else:
            yield f"  {name}: {type(value).__name__}"


def _class(name: str, cls: type) -> Iterator[str]:
    bases = ", ".join(base.__name__ for base in cls.__bases__ if base is not object)
    yield f"  class {name}({bases})" if bases else f"  class {name}"
    if issubclass(cls, enum.Enum):
        yield from (f"    {member.name} = {member.value!r}" for member in cls)
    else:
        yield f"    (){_signature(cls)}"
    fields = {field.name for field in attrs.fields(cls)} if attrs.has(cls) else set()
    for attribute, value in sorted(vars(cls).items()):
        if attribute.startswith("_") or attribute in fields or isinstance(value, enum.Enum):
            continue
        if isinstance(value, property):
            yield f"    {attribute}{_signature(value.fget)} [property]"
        elif isinstance(value, classmethod | staticmethod):
            yield f"    {attribute}{_signature(value.__func__)} [{type(value).__name__}]"
        elif inspect.isroutine(value) or callable(value):
            yield f"    {attribute}{_signature(value)}"
        else:
            yield f"    {attribute}: {type(value).__name__}"


def _signature(function: object) -> str:
    """Write a signature so that it reads the same in every Python and for every order of a set."""
    try:
        text = str(inspect.signature(function))  # type: ignore[arg-type]  # the caller knows that it is callable
    except (TypeError, ValueError):  # built in, or an exception without a signature of its own
        return "(...)"
    text = re.sub(r"<[^<>]*? at 0x[0-9a-f]+>", "<...>", text)
    return re.sub(r"frozenset\(\{([^{}]*)\}\)", lambda m: f"frozenset({{{', '.join(sorted(m[1].split(', ')))}}})", text)


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # a TextIOWrapper
    sys.stdout.writelines(line + "\n" for line in describe())

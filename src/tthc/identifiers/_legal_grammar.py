"""The clean print of legal numbers: the one grammar behind reading, checking and mending them."""

import functools
import re
from typing import Literal, TypeAlias

from tthc.identifiers._legal_terms import BODIES, EARLY, JOINT, KINDS, PARTY, UNMISTAKABLE, spelled

__all__ = ["Parts", "split"]


def __dir__() -> list[str]:
    return __all__


Parts: TypeAlias = tuple[str, str, int | None, str | None, tuple[str, ...], str | None, str | None, Literal["/", "-"]]
"""The fields of a legal number, in the order of `LegalNumber`."""


@functools.cache
def _shape() -> re.Pattern[str]:
    number = "(?=0*[1-9])[0-9]{1,6}(?:[.](?=0*[1-9])[0-9]{1,3})?"
    year = "194[5-9]|19[5-9][0-9]|20[0-9]{2}|2100"
    word = "[A-ZĐƯ][0-9A-Za-zĐđƯư]{0,19}(?:[.&][0-9A-Za-zĐđƯư]{1,9}){0,3}"
    return re.compile(f"({number})(bis|[a-zđ])?([/-])(?:({year})/)?({word})(?:([/-])({word}(?:-{word}){{0,9}}))?")


@functools.cache
def _assembly() -> re.Pattern[str]:
    return re.compile("(QH|UBTVQH)([1-9][0-9]?)")


_SHAPES = "expected number/year/type-body, number/type-body, number/body-unit or number/year/QHterm"
_MISSPELT = "expected issuing bodies in their usual spelling"
_UNKNOWN = "unknown type of document"


def split(text: str) -> Parts | str:
    """Take a cleanly printed number apart; for any other text return what is wrong with it."""
    match = _shape().fullmatch(text)
    if match is None:
        return _SHAPES
    number, suffix, mark, year, first, inner, rest = match.groups("")
    names: tuple[str, ...] = tuple(rest.split("-")) if rest else ()
    if not BODIES.issuperset(names) and any(map(_misspelt, names)):
        return _MISSPELT
    if year:
        return _dated(int(year), (number, suffix), first, inner, names) if mark == "/" else _SHAPES
    if mark == "/":
        return _undated((number, suffix), first, inner, names)
    return _hyphened((number, suffix), first, inner, names)


def _dated(year: int, head: tuple[str, str], first: str, inner: str, names: tuple[str, ...]) -> Parts | str:
    """Take apart `63/2010/NĐ-CP`, `146/2025/NĐ` and `59/2020/QH14`."""
    if first in KINDS and inner != "/":
        bodies, unit = (names, None) if len(names) < 2 else _parted(first, names)
        return *head, year, first, bodies, unit, None, "/"
    assembly = _assembly().fullmatch(first)
    if assembly is None or inner:
        return _UNKNOWN
    return *head, year, None, (assembly[1],), None, assembly[2], "/"


def _undated(head: tuple[str, str], first: str, inner: str, names: tuple[str, ...]) -> Parts | str:
    """Take apart `985a/QĐ-TTg`, `6519/VPCP-KGVX` and `27/CP`."""
    if first in KINDS:
        return (*head, None, first, *_parted(first, names), None, "/") if inner == "-" else _SHAPES
    if inner == "-" and len(first) > 1 and not _assembly().fullmatch(first):
        return _MISSPELT if _mistaken(first) else (*head, None, None, (first,), "-".join(names), None, "/")
    return _UNKNOWN if inner or first not in EARLY else (*head, None, None, (first,), None, None, "/")


def _hyphened(head: tuple[str, str], first: str, inner: str, names: tuple[str, ...]) -> Parts | str:
    """Take apart `80-NQ/TW`, `45-L/CTN`, `89-TC/TCT` and `115-TTg`."""
    # TC was the Ministry of Finance before it stood for a communiqué.
    if inner == "/" and first in KINDS and (first != "TC" or names[0] in PARTY):
        return (*head, None, first, *_parted(first, names), None, "-")
    if inner == "/" and len(names) == 1 and not _mistaken(first):
        return *head, None, None, (f"{first}/{names[0]}",), None, None, "-"
    return _UNKNOWN if inner or first not in EARLY else (*head, None, None, (first,), None, None, "-")


def _misspelt(name: str) -> bool:
    return name not in BODIES and spelled(name, kind=False) is not None


def _mistaken(first: str) -> bool:
    """Tell whether a first word that is no type is a misspelt type or body, or a type run into its body (`QĐCB`)."""
    kind = spelled(first, kind=True)
    return _misspelt(first) or (kind is not None and kind[1] != "") or first[:2] in UNMISTAKABLE


def _parted(kind: str, names: tuple[str, ...]) -> tuple[tuple[str, ...], str | None]:
    """Tell the issuing bodies from the unit behind them: a joint document has several bodies and no unit."""
    if kind in JOINT:
        return names, None
    return names[:1], "-".join(names[1:]) or None

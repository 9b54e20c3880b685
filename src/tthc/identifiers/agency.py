"""`AgencyCode`: the electronic identifier of an agency, in the notation of 2016 or in that of 2020."""

import functools
import re
from collections.abc import Iterable
from typing import Literal, final

import attrs

from tthc._record import check
from tthc.errors import Fault, ParseError
from tthc.identifiers._given import cleaned, place, readable, text_of

__all__ = ["AgencyCode"]

_WHAT = "agency code"
_LIMIT = 35  # QĐ 20/2020/QĐ-TTg
_ZEROS = ("", "00", "00", "000")  # how the old notation fills the levels it does not use, root first
_EXPECTED = "H26.12 (root first, at most 35 characters) or 000.00.12.H26 (root last)"


def __dir__() -> list[str]:
    return __all__


@functools.cache
def _modern() -> re.Pattern[str]:
    # Z01…Z99 are schemes of other bodies: up to 32 characters follow without a dot.
    return re.compile(r"(?:[A-Z][0-9]{2}|Z[0-9]{2}[0-9A-Z]{1,32})(?:\.[0-9A-Z]{1,32})*")


@functools.cache
def _legacy() -> re.Pattern[str]:
    return re.compile(r"([0-9]{3})\.([0-9]{2})\.([0-9]{2})\.([A-Z][0-9]{2})")


@final
@attrs.frozen(repr=False, order=True)
class AgencyCode:
    """The electronic identifier of an agency (mã định danh điện tử).

    `levels` stand root first: `("H26", "12")` is unit 12 of the body H26. Two notations are in use. The *modern* one
    (QĐ 20/2020/QĐ-TTg, at most 35 characters) prints the root first, `H26.12`; the *legacy* one (QCVN 102:2016/BTTTT)
    prints three fixed levels and the root last, `000.00.12.H26`, and may skip no level. `str()` prints the notation
    that was read, but two codes are equal, hash alike and sort by their levels alone.

    Below level 2 agencies were renumbered with the new notation, so the equality of old and new codes is a default that
    a directory may overrule. Letters: `G` ministries, `H` provincial people's committees; `Z` other bodies.

    >>> code = AgencyCode.parse("000.00.12.H26")
    >>> code.modern, code.legacy, code == AgencyCode(("H26", "12"))
    ('H26.12', '000.00.12.H26', True)
    >>> AgencyCode.parse("H55.242").legacy is None  # the old notation has two digits at that level
    True
    """

    levels: tuple[str, ...]
    notation: Literal["modern", "legacy"] = attrs.field(default="modern", eq=False, order=False)
    repairs: tuple[str, ...] = attrs.field(default=(), eq=False, order=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        code = self.modern
        if len(code) > _LIMIT or not _modern().fullmatch(code) or code.count(".") != len(self.levels) - 1:
            yield Fault("levels", self.levels, "a root such as H26, then groups of capitals and digits, 35 in all")
        elif self.notation == "legacy" and self.legacy is None:
            yield Fault("notation", self.notation, f"modern, as {self.modern} has no legacy form")

    @classmethod
    def parse(cls, text: str) -> "AgencyCode":
        """Read a code in either notation; `ParseError` says what is wrong and where.

        >>> AgencyCode.parse("000.03.00.H26")
        Traceback (most recent call last):
        ...
        tthc.errors.ParseError: agency code: expected no level to be skipped: '000.03.00.H26' (position 7)
        """
        if type(text) is str and len(text) <= _LIMIT:
            code = _read(text)
            if type(code) is AgencyCode:
                return code
        given = text_of(text, _WHAT, 2 * _LIMIT)
        clean, skipped, repairs = cleaned(given)
        code = _read(clean) if len(clean) <= _LIMIT else _LIMIT
        if type(code) is AgencyCode:
            return attrs.evolve(code, repairs=repairs)
        expected = "no level to be skipped" if _legacy().fullmatch(clean) else _EXPECTED
        raise ParseError(given, f"{_WHAT}: expected {expected}", place(given, skipped + code))

    @classmethod
    def is_valid(cls, value: object) -> bool:
        """Tell whether `value` is a text that `parse` reads; never raises.

        >>> AgencyCode.is_valid("H26.12"), AgencyCode.is_valid("h26")
        (True, False)
        """
        return readable(cls.parse, value)

    @property
    def modern(self) -> str:
        """The code in the notation of QĐ 20/2020/QĐ-TTg, root first: `H26.12`."""
        return ".".join(self.levels)

    @property
    def legacy(self) -> str | None:
        """The code in the notation of QCVN 102:2016/BTTTT, root last, or `None` where it cannot be written so."""
        root, *lower = self.levels
        if len(lower) > 3 or len(root) > 3:
            return None
        for level, zeros in zip(lower, _ZEROS[1:], strict=False):
            if len(level) != len(zeros) or level == zeros or not (level.isascii() and level.isdigit()):
                return None
        return ".".join(reversed([root, *lower, *_ZEROS[len(lower) + 1 :]]))

    @property
    def root(self) -> "AgencyCode":
        """The code of the body at the top: the ministry or province (level 1)."""
        return self if len(self.levels) == 1 else AgencyCode(self.levels[:1], self.notation)

    @property
    def parent(self) -> "AgencyCode | None":
        """The code one level up, `None` for a root."""
        return None if len(self.levels) == 1 else AgencyCode(self.levels[:-1], self.notation)

    def __str__(self) -> str:
        legacy = self.legacy if self.notation == "legacy" else None
        return self.modern if legacy is None else legacy

    def __repr__(self) -> str:
        return f"AgencyCode.parse({str(self)!r})"


def _read(text: str) -> AgencyCode | int:
    """Return the code that a clean text is, or the index at which it stops being one."""
    if not "0" <= text[:1] <= "9":
        return _trusted(tuple(text.split(".")), "modern") if _modern().fullmatch(text) else _stop(text)
    match = _legacy().fullmatch(text)
    if match is None:
        return _stop(text)
    levels = match.group(4, 3, 2, 1)
    used = 4
    while levels[used - 1] == _ZEROS[used - 1]:
        used -= 1
    for n in range(1, used):
        if levels[n] == _ZEROS[n]:
            return match.start(4 - n)
    return _trusted(levels[:used], "legacy")


def _trusted(levels: tuple[str, ...], notation: Literal["modern", "legacy"]) -> AgencyCode:
    """Build a code from levels that `_read` has just matched: what the constructor would check is known to hold."""
    code = object.__new__(AgencyCode)
    put = object.__setattr__
    put(code, "levels", levels)
    put(code, "notation", notation)
    put(code, "repairs", ())
    return code


def _stop(text: str) -> int:
    """Return how far a text agrees with the notation it seems to be in: where the eye should look."""
    if not "0" <= text[:1] <= "9":
        match = _modern().match(text)
        return 0 if match is None else match.end()
    shape = zip(text, "000.00.00.A00", strict=False)
    return next((i for i, (c, s) in enumerate(shape) if (c != s if s == "." else _kind(c) != s)), min(len(text), 13))


def _kind(char: str) -> str:
    return "0" if "0" <= char <= "9" else "A" if "A" <= char <= "Z" else ""

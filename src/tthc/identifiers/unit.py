"""`UnitCode`: the statistical code of a province, district or commune."""

import datetime as dt
from collections.abc import Iterable
from typing import Literal, TypeAlias, final

import attrs

from tthc._record import check
from tthc.dated import ALWAYS, Interval
from tthc.errors import Fault, ParseError
from tthc.identifiers._given import cleaned, place, readable, text_of

__all__ = ["UnitCode", "UnitLevel"]

UnitLevel: TypeAlias = Literal["province", "district", "commune"]

_WHAT = "unit code"
_LEVELS: dict[int, UnitLevel] = {2: "province", 3: "district", 5: "commune"}
_LAST_DAY_OF_DISTRICTS = dt.date(2025, 6, 30)


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen
class UnitCode:
    """The statistical code of an administrative unit (mã đơn vị hành chính): 2, 3 or 5 digits.

    Two digits name a province (tỉnh), three a district (huyện; abolished on 2025-07-01), five a commune (xã). The same
    code may mean another unit on another day: 15, 24, 44, 52, 80, 82 and 91 passed to other provinces on 2025-07-01
    (QĐ 19/2025/QĐ-TTg), so a name needs a directory and a day. It is another system than `AgencyCode`: neither can be
    derived from the other.

    >>> UnitCode.parse("00004").level
    'commune'
    """

    value: str
    repairs: tuple[str, ...] = attrs.field(default=(), eq=False, repr=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        if not _is_code(self.value):
            yield Fault("value", self.value, "2, 3 or 5 digits, not all zero")

    @classmethod
    def parse(cls, text: str) -> "UnitCode":
        """Read a code; leading zeros belong to it.

        >>> UnitCode.parse("4")
        Traceback (most recent call last):
        ...
        tthc.errors.ParseError: unit code: expected 2, 3 or 5 digits, not all zero: '4' (position 1)
        """
        if type(text) is str and _is_code(text):
            return cls(text)
        given = text_of(text, _WHAT, 32)
        clean, skipped, repairs = cleaned(given)
        if _is_code(clean):
            return cls(clean, repairs=repairs)
        at = next((i for i, char in enumerate(clean) if not "0" <= char <= "9"), min(len(clean), 5))
        raise ParseError(given, f"{_WHAT}: expected 2, 3 or 5 digits, not all zero", place(given, skipped + at))

    @classmethod
    def is_valid(cls, value: object) -> bool:
        """Tell whether `value` is a text that `parse` reads; never raises.

        >>> UnitCode.is_valid("01"), UnitCode.is_valid(1)
        (True, False)
        """
        return readable(cls.parse, value)

    @property
    def level(self) -> UnitLevel:
        """Which level the number of digits stands for."""
        return _LEVELS[len(self.value)]

    @property
    def level_validity(self) -> Interval:
        """The days on which there are units of this level: districts only until 2025-06-30 (Luật 72/2025/QH15)."""
        return Interval.through(None, _LAST_DAY_OF_DISTRICTS) if self.level == "district" else ALWAYS

    def __str__(self) -> str:
        return self.value


def _is_code(text: str) -> bool:
    return len(text) in _LEVELS and text.isascii() and text.isdigit() and bool(text.strip("0"))

"""`DossierCode`: the code of one dossier, made of the receiving agency, the day of receipt and a serial number."""

import datetime as dt
from collections.abc import Iterable
from typing import final

import attrs

from tthc._record import check
from tthc.errors import Fault, ParseError
from tthc.identifiers._given import cleaned, place, readable, text_of
from tthc.identifiers.agency import AgencyCode

__all__ = ["DossierCode"]

_WHAT = "dossier code"
_LIMIT = 35 + 1 + 6 + 1 + 7


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen(repr=False)
class DossierCode:
    """The code of a dossier (mã số hồ sơ): `<agency>-YYMMDD-XXXX`.

    The middle group is the day of receipt (this century), the last one the serial number of that day: 4 digits in
    TT 01/2018/TT-VPCP Điều 19, 6 or 7 on the portals of ministries. The agency stands in either notation. `digits` is
    the width that the serial number is printed in; it is not compared.

    Systems issue codes of other patterns too: those are not this type (see `Identifier`).

    >>> code = DossierCode.parse("000.00.53.H48-220921-0099")
    >>> code.agency, code.received, code.serial
    (AgencyCode.parse('000.00.53.H48'), datetime.date(2022, 9, 21), 99)
    """

    agency: AgencyCode
    received: dt.date
    serial: int
    digits: int = attrs.field(default=4, eq=False)
    repairs: tuple[str, ...] = attrs.field(default=(), eq=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        if not 2000 <= self.received.year <= 2099:
            yield Fault("received", self.received, "a day of the years 2000 to 2099 (the code has two digits)")
        if not 1 <= self.serial <= 9_999_999:
            yield Fault("serial", self.serial, "a serial number of 1 to 9999999")
        if not 4 <= self.digits <= 7:
            yield Fault("digits", self.digits, "a width of 4 to 7 digits")

    @classmethod
    def parse(cls, text: str) -> "DossierCode":
        """Read a dossier code; `ParseError` says what is wrong and where.

        >>> DossierCode.parse("H26-210230-0001")
        Traceback (most recent call last):
        ...
        tthc.errors.ParseError: dossier code: expected the day of receipt as YYMMDD: 'H26-210230-0001' (position 4)
        """
        given = text_of(text, _WHAT, 2 * _LIMIT)
        clean, skipped, repairs = cleaned(given)

        def wrong(expected: str, position: int) -> ParseError:
            return ParseError(given, f"{_WHAT}: {expected}", place(given, skipped + position))

        parts = clean.split("-")
        if len(parts) != 3:
            raise wrong("expected an agency, a day and a serial number with '-' between them", len(clean))
        agency, day, serial = parts
        at = len(agency) + 1
        try:
            code = AgencyCode.parse(agency)
        except ParseError as error:
            raise wrong(error.reason, error.position or 0) from None
        received = _day(day)
        if received is None:
            raise wrong("expected the day of receipt as YYMMDD", at)
        at += len(day) + 1
        if not (4 <= len(serial) <= 7 and serial.isascii() and serial.isdigit() and int(serial)):
            raise wrong("expected a serial number of 4 to 7 digits, 0001 or more", at)
        return cls(code, received, int(serial), len(serial), repairs=repairs)

    @classmethod
    def is_valid(cls, value: object) -> bool:
        """Tell whether `value` is a text that `parse` reads; never raises.

        >>> DossierCode.is_valid("H26-210124-0001"), DossierCode.is_valid("H26-210124-1")
        (True, False)
        """
        return readable(cls.parse, value)

    def __str__(self) -> str:
        day = self.received
        return f"{self.agency}-{day.year % 100:02}{day.month:02}{day.day:02}-{self.serial:0{self.digits}}"

    def __repr__(self) -> str:
        return f"DossierCode.parse({str(self)!r})"


def _day(text: str) -> dt.date | None:
    """Return the day that YYMMDD of this century names, `None` where there is no such day."""
    if not (len(text) == 6 and text.isascii() and text.isdigit()):
        return None
    try:
        return dt.date(2000 + int(text[:2]), int(text[2:4]), int(text[4:]))
    except ValueError:
        return None

"""`Identifier`: a number of any scheme that has no type of its own here."""

from collections.abc import Iterable
from typing import final

import attrs

from tthc._record import check
from tthc.errors import Fault, ParseError
from tthc.identifiers._given import readable, text_of

__all__ = ["Identifier"]

_WHAT = "identifier"
_SCHEME, _VALUE = 64, 256


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen
class Identifier:
    """A value of a named scheme (mã theo một hệ thống khác), printed `scheme:value`.

    For what has no type of its own: another country's procedure, a functional group such as `UBNDCT`, a result code
    such as `KQ.G02.000444`, an address of a data exchange. The scheme holds no blank and no `:` (1 to 64 characters);
    the value (1 to 256) may hold both, but neither begins nor ends with a blank. Nothing is normalised: two values are
    equal when they are the same text.

    >>> Identifier.parse("VN:GOV:000.00.00.G22:vpcpdvcprovider")
    Identifier(scheme='VN', value='GOV:000.00.00.G22:vpcpdvcprovider')
    >>> str(Identifier("nhom-co-quan", "UBNDCT"))
    'nhom-co-quan:UBNDCT'
    """

    scheme: str
    value: str
    repairs: tuple[str, ...] = attrs.field(default=(), eq=False, repr=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        scheme, value = self.scheme, self.value
        if not 0 < len(scheme) <= _SCHEME or ":" in scheme or any(map(str.isspace, scheme)):
            yield Fault("scheme", scheme, f"1 to {_SCHEME} characters without blanks and without ':'")
        if not 0 < len(value) <= _VALUE or value.strip() != value:
            yield Fault("value", value, f"1 to {_VALUE} characters, no blank at either end")

    @classmethod
    def parse(cls, text: str) -> "Identifier":
        """Split a text at its first `:` into scheme and value; outer blanks are dropped (a repair).

        >>> Identifier.parse("UBNDCT")
        Traceback (most recent call last):
        ...
        tthc.errors.ParseError: identifier: expected a scheme, ':' and a value: 'UBNDCT' (position 6)
        """
        given = text_of(text, _WHAT, 2 * (_SCHEME + _VALUE))
        clean = given.strip()
        start = given.find(clean)
        scheme, colon, value = clean.partition(":")
        if not (scheme and colon and value):
            at = 0 if colon and not scheme else len(clean)
            raise ParseError(given, f"{_WHAT}: expected a scheme, ':' and a value", start + at)
        blank = next((i for i, char in enumerate(scheme) if char.isspace()), None)
        if blank is not None or len(scheme) > _SCHEME:
            at = _SCHEME if blank is None else blank
            raise ParseError(given, f"{_WHAT}: expected a scheme of 1 to {_SCHEME} characters, no blanks", start + at)
        if value[0].isspace() or len(value) > _VALUE:
            at = len(scheme) + 1 + (0 if value[0].isspace() else _VALUE)
            raise ParseError(given, f"{_WHAT}: expected a value of 1 to {_VALUE} characters after the ':'", start + at)
        return cls(scheme, value, repairs=() if clean == given else ("blanks",))

    @classmethod
    def is_valid(cls, value: object) -> bool:
        """Tell whether `value` is a text that `parse` reads; never raises.

        >>> Identifier.is_valid("nhom:UBNDCT"), Identifier.is_valid("UBNDCT")
        (True, False)
        """
        return readable(cls.parse, value)

    def __str__(self) -> str:
        return f"{self.scheme}:{self.value}"

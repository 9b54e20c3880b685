"""`TaxCode`: the tax code of a firm, of a branch, or of a person."""

import operator
from collections.abc import Iterable
from typing import final

import attrs

from tthc._record import check
from tthc.errors import Fault, MalformedError, ParseError
from tthc.identifiers._given import cleaned, place, readable, text_of
from tthc.identifiers.person import masked

__all__ = ["TaxCode"]

_WHAT = "tax code"
_WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen(repr=False)
class TaxCode:
    """A tax code (mã số thuế): `0100233488`, `0314409058-002`, or the 12 digits of a personal number.

    A firm has ten digits, the last one a check digit over the first nine; a branch (đơn vị phụ thuộc) adds `-001` to
    `-999`. Since 2025-07-01 a person or household business uses the personal identification number, which has no
    check digit and is masked in `repr` and in errors.

    >>> TaxCode.parse("0314409058-002").branch
    '002'
    >>> TaxCode.parse("001075123456")
    TaxCode(001*******56)
    """

    value: str
    repairs: tuple[str, ...] = attrs.field(default=(), eq=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if type(self.value) is not str:  # check() would show it
            raise MalformedError("TaxCode", (Fault("value", masked(self.value), "str"),))
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        wrong = _wrong(self.value)
        if wrong is not None:
            yield Fault("value", _shown(self.value), wrong[0])

    @classmethod
    def parse(cls, text: str) -> "TaxCode":
        """Read a code; blanks are dropped and a missing hyphen before the branch is put in (repairs).

        >>> TaxCode.parse("0100107618")
        Traceback (most recent call last):
        ...
        tthc.errors.ParseError: tax code: expected the check digit 3, got 8: '0100107618' (position 9)
        """
        if type(text) is str and len(text) <= 14 and _wrong(text) is None:
            return _trusted(text)
        try:
            given = text_of(text, _WHAT, 64)
        except ParseError as error:
            raise ParseError(_shown(error.value), error.reason, error.position) from None
        clean, skipped, repairs = cleaned(given)
        code = "".join(clean.split())
        where = [i for i, char in enumerate(clean) if not char.isspace()]
        if code != clean:
            repairs = tuple(dict.fromkeys((*repairs, "blanks")))
        if len(code) == 13 and code.isascii() and code.isdigit():
            code = f"{code[:10]}-{code[10:]}"
            where.insert(10, where[10])
            repairs += ("separator",)
        wrong = _wrong(code)
        if wrong is None:
            return cls(code, repairs=repairs)
        reason, at = wrong
        raise ParseError(_shown(given), f"{_WHAT}: expected {reason}", place(given, skipped + [*where, len(clean)][at]))

    @classmethod
    def is_valid(cls, value: object) -> bool:
        """Tell whether `value` is a text that `parse` reads; never raises.

        >>> TaxCode.is_valid("0100233488"), TaxCode.is_valid("0100233480")
        (True, False)
        """
        return readable(cls.parse, value)

    @property
    def branch(self) -> str | None:
        """The three digits of the branch, `None` for a firm or person."""
        return self.value[11:] if len(self.value) == 14 else None

    @property
    def personal(self) -> bool:
        """Whether this is a personal identification number used as tax code."""
        return len(self.value) == 12

    def __str__(self) -> str:
        return self.value

    def __repr__(self) -> str:
        return f"TaxCode({_shown(self.value)})" if self.personal else f"TaxCode({self.value!r})"


def _trusted(value: str) -> TaxCode:
    """Build a code from a text in which `_wrong` has just found nothing."""
    code = object.__new__(TaxCode)
    object.__setattr__(code, "value", value)
    object.__setattr__(code, "repairs", ())
    return code


def _wrong(code: str) -> tuple[str, int] | None:
    """Return what was expected of a text and where it fails, `None` for a code."""
    size = len(code)
    digits = code[:10] + code[11:] if size == 14 else code
    if size not in {10, 12, 14} or not (digits.isascii() and digits.isdigit()) or (size == 14 and code[10] != "-"):
        at = next((i for i, char in enumerate(code) if not ("0" <= char <= "9" or (i == 10 and char == "-"))), size)
        return "10 digits, 10 and '-' and 3 digits, or 12 digits", at
    if size == 12:
        return None
    if digits[2:9] == "0000000":
        return "a serial number other than 0000000", 2
    check_digit = 10 - sum(map(operator.mul, _WEIGHTS, map(int, digits))) % 11
    if check_digit == 10:
        return "a stem that has a check digit (this one is never issued)", 0
    if digits[9] != str(check_digit):
        return f"the check digit {check_digit}, got {digits[9]}", 9
    return ("a branch of 001 to 999", 11) if digits[10:] == "000" else None


def _shown(value: object) -> str:
    """Return a text for an error: whole where it has the shape of a firm's code, masked elsewhere."""
    digits = "".join(value.replace("-", "", 1).split()) if type(value) is str and len(value) <= 64 else ""
    return str(value) if len(digits) in {10, 13} and digits.isascii() and digits.isdigit() else masked(value)

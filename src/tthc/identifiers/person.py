"""`PersonalId`: the personal identification number, masked wherever it might be shown by accident."""

from collections.abc import Iterable
from typing import Literal, final

import attrs

from tthc._record import check
from tthc.errors import Fault, MalformedError, ParseError
from tthc.identifiers._given import cleaned, place, readable, text_of

__all__ = ["PersonalId"]

_WHAT = "personal identification number"
_EXPECTED = "expected 12 digits"
# The 63 codes in use when numbers were first issued (TT 07/2016/TT-BCA, phụ lục 1). Numbers are for life: a merger of
# provinces changes neither them nor this list.
_CODES = (
    "001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042"
    " 044 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087"
    " 089 091 092 093 094 095 096"
)
_PROVINCES = frozenset(_CODES.split())


def __dir__() -> list[str]:
    return __all__


def masked(value: object) -> str:
    """Return what may be shown of a value that may be a personal number: three characters, stars, two characters.

    >>> masked("001075123456")
    '001*******56'
    """
    if type(value) is not str:
        return f"<{type(value).__name__}>"
    if len(value) <= 5:
        return value
    return f"{value[:3]}{'*' * min(len(value) - 5, 20)}{value[-2:]}"


@final
@attrs.frozen(repr=False)
class PersonalId:
    """A personal identification number (số định danh cá nhân, số căn cước công dân): 12 digits, no check digit.

    Three digits say where the birth was registered, one the century and sex, two the year of birth, six are random
    (Luật Căn cước 2023 Điều 12 promises only the 12 digits). Sex and year are read from the century digits 0 to 3
    alone; those of later centuries are not confirmed and give `None`. An unknown province is not an error: see
    `province_known`.

    `str()` is the number itself. `repr`, errors and `ParseError.value` show `001*******56` and so, alone among the
    types here, the `repr` does not evaluate.

    >>> number = PersonalId.parse("001075123456")
    >>> number, number.province, number.sex, number.birth_year
    (PersonalId(001*******56), '001', 'M', 1975)
    """

    value: str
    repairs: tuple[str, ...] = attrs.field(default=(), eq=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if type(self.value) is not str:  # check() would show it
            raise MalformedError("PersonalId", (Fault("value", masked(self.value), "str"),))
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        if not _is_number(self.value):
            yield Fault("value", masked(self.value), "12 digits")

    @classmethod
    def parse(cls, text: str) -> "PersonalId":
        """Read a number; blanks between its digits are dropped. The value in a `ParseError` is masked.

        >>> PersonalId.parse("00107512345a")
        Traceback (most recent call last):
        ...
        tthc.errors.ParseError: personal identification number: expected 12 digits: '001*******5a' (position 11)
        """
        if type(text) is str and _is_number(text):
            return cls(text)
        try:
            given = text_of(text, _WHAT, 64)
        except ParseError as error:
            raise ParseError(masked(error.value), error.reason, error.position) from None
        clean, skipped, repairs = cleaned(given)
        number = "".join(clean.split())
        if not _is_number(number):
            at = next((i for i, char in enumerate(clean) if not ("0" <= char <= "9" or char.isspace())), len(clean))
            raise ParseError(masked(given), f"{_WHAT}: {_EXPECTED}", place(given, skipped + at))
        return cls(number, repairs=tuple(dict.fromkeys((*repairs, *(("blanks",) if number != clean else ())))))

    @classmethod
    def is_valid(cls, value: object) -> bool:
        """Tell whether `value` is a text that `parse` reads; never raises.

        >>> PersonalId.is_valid("001075123456"), PersonalId.is_valid(1075123456)
        (True, False)
        """
        return readable(cls.parse, value)

    @property
    def province(self) -> str | None:
        """The code of the province of registration, three digits; `None` from 100 on (born abroad)."""
        return self.value[:3] if self.value[0] == "0" else None

    @property
    def province_known(self) -> bool:
        """Whether the province is among the 63 codes in use when numbers were first issued."""
        return self.value[:3] in _PROVINCES

    @property
    def sex(self) -> Literal["M", "F"] | None:
        """The sex registered at birth, `None` where the century digit is not one of 0 to 3."""
        digit = self.value[3]
        return None if digit > "3" else "M" if digit in "02" else "F"

    @property
    def birth_year(self) -> int | None:
        """The year of birth, `None` where the century digit is not one of 0 to 3."""
        digit = self.value[3]
        return None if digit > "3" else (1900 if digit < "2" else 2000) + int(self.value[4:6])

    @property
    def serial(self) -> str:
        """The six random digits at the end."""
        return self.value[6:]

    def __str__(self) -> str:
        return self.value

    def __repr__(self) -> str:
        return f"PersonalId({masked(self.value)})"


def _is_number(text: str) -> bool:
    return len(text) == 12 and text.isascii() and text.isdigit()

"""`ProcedureCode`: the code of an administrative procedure: national, local, of one case, or from before 2016."""

import functools
import re
from collections.abc import Iterable
from typing import final

import attrs

from tthc._record import check
from tthc.errors import Fault, ParseError
from tthc.identifiers._given import cleaned, place, readable, text_of
from tthc.identifiers.agency import AgencyCode

__all__ = ["ProcedureCode"]

_WHAT = "procedure code"
_LIMIT = 8 + 1 + 35 + 1 + 2  # number, agency, case and the dots between them


def __dir__() -> list[str]:
    return __all__


@functools.cache
def _number() -> re.Pattern[str]:
    return re.compile(r"[1-9]\.[0-9]{6}|[BT]-[A-ZĐ]{2,6}-[0-9]{6}(?:-TT)?")


def _identity(number: str) -> str:
    return number.removesuffix("-TT")


@final
@functools.total_ordering
@attrs.frozen(repr=False)
class ProcedureCode:
    """The code of an administrative procedure (mã thủ tục hành chính).

    `number` is the national code, `1.001193`, or the whole legacy code, `T-TVH-284957-TT` (`B` ministry, `T` province;
    also written without `-TT`: both spellings are one code, each printed as it was read). A local code adds the
    `agency`, in either notation, and a public service or case adds a `case` of two digits: `2.000815.000.00.00.H55.02`.
    `number` alone says which procedure it is; see `national`. No gap, range or ministry may be read from its digits.

    A last group of exactly two digits is the case: `2.000815.H55.02` is case 02 at H55. An agency whose modern code
    itself ends so is printed in the legacy notation, `1.001193.000.00.12.H26`, and cannot be told from a case (so it is
    refused) where it has none. Order: number, then no agency before agencies, then no case before cases.

    >>> code = ProcedureCode.parse("2.000815.000.00.00.H55.02")
    >>> code.number, code.agency, code.case
    ('2.000815', AgencyCode.parse('000.00.00.H55'), '02')
    >>> code.national
    ProcedureCode.parse('2.000815')
    """

    number: str = attrs.field(eq=_identity)
    agency: AgencyCode | None = None
    case: str | None = None
    repairs: tuple[str, ...] = attrs.field(default=(), eq=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        if not _number().fullmatch(self.number):
            yield Fault("number", self.number, "1.001193 (one digit, a dot, six digits) or T-TVH-284957-TT")
        case = self.case
        if case is not None and not _is_case(case):
            yield Fault("case", case, "two digits")
        if self.legacy and (self.agency is not None or case is not None):
            yield Fault("number", self.number, "a national number beside an agency or case")
        if case is None and self.agency is not None and _ends_like_case(self.agency) and self.agency.legacy is None:
            yield Fault("agency", self.agency, "a code that does not end like a case, or that has a legacy form")

    @classmethod
    def parse(cls, text: str) -> "ProcedureCode":
        """Read a code, national, local or legacy; `ParseError` says what is wrong and where.

        >>> ProcedureCode.parse("1.4873")
        Traceback (most recent call last):
        ...
        tthc.errors.ParseError: procedure code: expected a digit, a dot and six digits, or a legacy code \
such as T-TVH-284957-TT: '1.4873' (position 6)
        """
        if type(text) is str and _number().fullmatch(text):
            return cls(text)
        given = text_of(text, _WHAT, 2 * _LIMIT)
        clean, skipped, repairs = cleaned(given)
        if _number().fullmatch(clean):
            return cls(clean, repairs=repairs)
        number, dot, rest = clean[:8], clean[8:9], clean[9:]
        if dot != "." or number[:1] in {"B", "T"} or not _number().fullmatch(number):
            reason = "expected a digit, a dot and six digits, or a legacy code such as T-TVH-284957-TT"
            raise ParseError(given, f"{_WHAT}: {reason}", place(given, skipped + _stop(clean)))
        agency, case = _split(rest)
        if agency is None:
            return cls(number, None, case, repairs=repairs)
        try:
            return cls(number, AgencyCode.parse(agency), case, repairs=repairs)
        except ParseError as error:
            position = place(given, skipped + 9 + (error.position or 0))
            raise ParseError(given, f"{_WHAT}: after the number: {error.reason}", position) from None

    @classmethod
    def is_valid(cls, value: object) -> bool:
        """Tell whether `value` is a text that `parse` reads; never raises.

        >>> ProcedureCode.is_valid("1.001193"), ProcedureCode.is_valid("1.001193.")
        (True, False)
        """
        return readable(cls.parse, value)

    @property
    def legacy(self) -> bool:
        """Whether this is a code of the national database before about 2016 (`T-TVH-284957-TT`)."""
        return self.number[:1] in {"B", "T"}

    @property
    def national(self) -> "ProcedureCode":
        """The code without agency and case: the procedure itself, wherever and for whatever case it is carried out."""
        return self if self.agency is None and self.case is None else ProcedureCode(self.number)

    def __str__(self) -> str:
        parts = [self.number]
        if self.agency is not None:
            alone = self.case is None and _ends_like_case(self.agency)
            parts.append(f"{self.agency.legacy}" if alone else str(self.agency))
        if self.case is not None:
            parts.append(self.case)
        return ".".join(parts)

    def __repr__(self) -> str:
        return f"ProcedureCode.parse({str(self)!r})"

    def _order(self) -> tuple[str, tuple[str, ...], str]:
        return _identity(self.number), () if self.agency is None else self.agency.levels, self.case or ""

    def __lt__(self, other: object) -> bool:
        if isinstance(other, ProcedureCode):
            return self._order() < other._order()
        return NotImplemented


def _is_case(group: str) -> bool:
    return len(group) == 2 and group.isascii() and group.isdigit()


def _split(rest: str) -> tuple[str | None, str | None]:
    """Part what follows the number into the text of an agency and a case."""
    head, dot, last = rest.rpartition(".")
    if _is_case(last):
        return (head if dot else None), last
    return rest, None


def _ends_like_case(agency: AgencyCode) -> bool:
    return agency.notation == "modern" and _is_case(agency.levels[-1])


def _stop(text: str) -> int:
    """Return how far a text agrees with a national number: where the eye should look."""
    shape = zip(text, "0.000000.", strict=False)
    return next((i for i, (c, s) in enumerate(shape) if ("0" if "0" <= c <= "9" else c) != s), min(len(text), 8))

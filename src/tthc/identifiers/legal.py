"""`LegalNumber`: the number of a legal document, in all forms in which Vietnamese offices have printed it."""

from collections.abc import Iterable
from typing import Literal, TypeAlias, final

import attrs

from tthc._record import check
from tthc.errors import Fault
from tthc.identifiers._given import readable
from tthc.identifiers._legal_grammar import Parts, split
from tthc.identifiers._legal_terms import KINDS, NORMATIVE, OFFICIAL_LETTER, PARTY

__all__ = ["LegalForm", "LegalNumber"]

LegalForm: TypeAlias = Literal["law", "normative", "administrative", "official_letter", "party", "pre-1997"]
"""How a number is built; see `LegalNumber.form`."""


def __dir__() -> list[str]:
    return __all__


def _identity(number: str) -> tuple[str, ...]:
    """The number as compared: `02` is `2`, but `66.10` is not `66.1`."""
    return tuple(part.lstrip("0") for part in number.split("."))


@final
@attrs.frozen(repr=False)
class LegalNumber:
    """The number of a legal document (số, ký hiệu văn bản).

    | form | shape | examples |
    |---|---|---|
    | `law` | number/year/assembly + term | `59/2020/QH14`, `15/2012/UBTVQH13` |
    | `normative` | number/year/type-bodies | `63/2010/NĐ-CP`, `66.18/2026/NQ-CP`, `01/2014/TTLT-BCA-BQP` |
    | `administrative` | number/type-body(-unit), or a type that makes no law | `985a/QĐ-TTg`, `885/QĐ-BCA-C06` |
    | `official_letter` | number/body-unit | `6519/VPCP-KGVX` |
    | `party` | number-type/body | `80-NQ/TW` |
    | `pre-1997` | the shapes before the law on legal documents | `27/CP`, `115-TTg`, `89-TC/TCT`, `37/LCT-HĐNN8` |

    `number` keeps its leading zeros and may be a decimal (`66.18`), `suffix` is a letter after it; `kind` is one of a
    closed list of types, `None` where the number has none; `bodies` are the issuing bodies as printed, several for a
    joint document; `unit` is the drafting unit behind them; `term` is split off the body in the form `law` only.
    `separator` is the mark after the number. Leading zeros are not compared: `02/2017/TT-VPCP` is `2/2017/TT-VPCP`.

    An administrative number begins anew each year, so it names one document only together with its date. The type of a
    law or of a resolution of the National Assembly does not stand in its number. Sources: NĐ 30/2020/NĐ-CP, phụ lục I
    and III; before it the usage of the time.

    >>> number = LegalNumber.parse("Nghị định số 63/2010/ND-CP")
    >>> number, number.repairs
    (LegalNumber.parse('63/2010/NĐ-CP'), ('type-word', 'abbreviation'))
    >>> number.number, number.year, number.kind, number.bodies, number.form
    ('63', 2010, 'NĐ', ('CP',), 'normative')
    """

    number: str = attrs.field(eq=_identity)
    suffix: str = ""
    year: int | None = None
    kind: str | None = None
    bodies: tuple[str, ...] = ()
    unit: str | None = None
    term: str | None = None
    separator: Literal["/", "-"] = "/"
    repairs: tuple[str, ...] = attrs.field(default=(), eq=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        if self.year is not None and not 1945 <= self.year <= 2100:
            yield Fault("year", self.year, "a year of 1945 to 2100")
            return
        read = split(str(self))
        if isinstance(read, str):
            yield Fault("number", str(self), f"fields that print as a legal number ({read})")
            return
        for name, value in zip(_FIELDS, read, strict=True):
            if getattr(self, name) != value:
                yield Fault(name, getattr(self, name), f"{value!r}, as {self} is read back")

    @classmethod
    def parse(cls, text: str) -> "LegalNumber":
        """Read a number as offices and records spell it; what was mended is named in `.repairs`.

        Mended are blanks, look-alike letters, case, `ND` and `QD`, a missing or wrong mark between the parts, a number
        behind its type (`QĐ/0001-BCA`), and a type word in front (`Thông tư số …`). Where the type itself is missing
        the word stands for it: `nghị định 146/2025` is `146/2025/NĐ`. Refused are a number without issuer and year,
        the number 0, a year outside 1945 to 2100 and an unknown type.

        >>> str(LegalNumber.parse("19-2016/NQ-CP")), str(LegalNumber.parse("QĐ2338-BTP"))
        ('19/2016/NQ-CP', '2338/QĐ-BTP')
        >>> LegalNumber.parse("12/2020/XX-CP")
        Traceback (most recent call last):
        ...
        tthc.errors.ParseError: legal number: unknown type of document: '12/2020/XX-CP' (position 8)
        """
        if type(text) is str and len(text) <= 64:
            parts = split(text)
            if type(parts) is tuple:
                return _trusted(parts)
        from tthc.identifiers._legal_mending import mend  # noqa: PLC0415 - most numbers need no mending

        parts, repairs = mend(text)
        return _trusted(parts, repairs)

    @classmethod
    def is_valid(cls, value: object) -> bool:
        """Tell whether `value` is a text that `parse` reads; never raises.

        >>> LegalNumber.is_valid("63/2010/NĐ-CP"), LegalNumber.is_valid("63/10/NĐ-CP")
        (True, False)
        """
        return readable(cls.parse, value)

    @property
    def form(self) -> LegalForm:
        """How the number is built (dạng số, ký hiệu); it says what the document looks like, not what it is worth."""
        kind = self.kind
        if self.term is not None:
            return "law"
        if self.separator == "-":
            return "party" if kind is not None and self.bodies[0] in PARTY else "pre-1997"
        if kind is None:
            return "official_letter" if self.unit is not None else "pre-1997"
        if self.year is not None:
            return "normative" if kind in NORMATIVE else "administrative"
        return "official_letter" if kind == "CV" else "pre-1997" if kind in {"L", "LCT"} else "administrative"

    @property
    def normative(self) -> bool:
        """Whether the number has the form of a normative document (văn bản quy phạm pháp luật): dated by its year."""
        return self.form in {"law", "normative"}

    def display(self, lang: Literal["vi", "en"] = "vi") -> str:
        """Write the number with its type in words, as citations do.

        >>> number = LegalNumber.parse("63/2010/NĐ-CP")
        >>> number.display(), number.display("en")
        ('Nghị định số 63/2010/NĐ-CP', 'Decree 63/2010/NĐ-CP')
        """
        if self.kind is not None:
            words = KINDS[self.kind]
        else:
            words = OFFICIAL_LETTER if self.form == "official_letter" else ("Văn bản", "Document")
        return f"{words[0]} số {self}" if lang == "vi" else f"{words[1]} {self}"

    def __str__(self) -> str:
        text = f"{self.number}{self.suffix}"
        names = self.bodies if self.unit is None else (*self.bodies, self.unit)
        issuer = "-".join(names) + (self.term or "")
        if self.year is not None:
            text = f"{text}/{self.year:04}"
            words = [word for word in (self.kind, issuer) if word]
            return f"{text}/{'-'.join(words)}" if words else text
        if self.kind is None:
            return f"{text}{self.separator}{issuer}"
        inner = "-" if self.separator == "/" else "/"
        return f"{text}{self.separator}{self.kind}{inner}{issuer}"

    def __repr__(self) -> str:
        return f"LegalNumber.parse({str(self)!r})"


_FIELDS = ("number", "suffix", "year", "kind", "bodies", "unit", "term", "separator")


def _trusted(parts: Parts, repairs: tuple[str, ...] = ()) -> LegalNumber:
    """Build a number from parts that `split` has just read: what the constructor would check is known to hold."""
    value = object.__new__(LegalNumber)
    put = object.__setattr__
    number, suffix, year, kind, bodies, unit, term, separator = parts
    put(value, "number", number)
    put(value, "suffix", suffix)
    put(value, "year", year)
    put(value, "kind", kind)
    put(value, "bodies", bodies)
    put(value, "unit", unit)
    put(value, "term", term)
    put(value, "separator", separator)
    put(value, "repairs", repairs)
    return value

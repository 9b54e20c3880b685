"""Legal documents, citations of their articles, and a register that knows which document is in force on a day.

A register knows only what was put into it: a number that is absent is *not known*, never *in force*.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Literal, TypeAlias, final

import attrs

from tthc._record import check
from tthc.dated import Interval
from tthc.errors import Fault
from tthc.identifiers import LegalNumber

__all__ = ["Citation", "LegalDocument", "LegalRegister", "Status"]

Status: TypeAlias = Literal["in_force", "not_yet", "no_longer", "not_known"]


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen(kw_only=True)
class Citation:
    """A place in a legal document: document, article (điều), clause (khoản), point (điểm).

    >>> print(Citation(document=LegalNumber.parse("63/2010/NĐ-CP"), article="8", clause="2", point="đ"))
    điểm đ khoản 2 Điều 8 Nghị định số 63/2010/NĐ-CP
    """

    document: LegalNumber
    article: str | None = None
    clause: str | None = None
    point: str | None = None

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        if self.clause is not None and self.article is None:
            yield Fault("clause", self.clause, "an article to stand in")
        if self.point is not None and self.article is None:
            yield Fault("point", self.point, "an article to stand in")

    def display(self, lang: Literal["vi", "en"] = "vi") -> str:
        """Write the citation as documents do, in Vietnamese or English."""
        places = (("điểm", "point", self.point), ("khoản", "clause", self.clause), ("Điều", "Article", self.article))
        if lang == "vi":
            words = [f"{vi} {place}" for vi, _, place in places if place is not None]
            return " ".join([*words, self.document.display("vi")])
        words = [f"{en} {place}" for _, en, place in places if place is not None]
        return ", ".join([*words, self.document.display("en")])

    def __str__(self) -> str:
        return self.display()


@final
@attrs.frozen(kw_only=True)
class LegalDocument:
    """A legal document (văn bản) as a register knows it.

    `validity` is the time it is in force, `None` where the register does not know; `Interval(None, until)` knows only
    the end. `replaced_by` names the document that took its place; `source` says where the dates were read.
    """

    number: LegalNumber
    title: str = ""
    issued: dt.date | None = None
    validity: Interval | None = None
    amends: tuple[LegalNumber, ...] = ()
    replaced_by: LegalNumber | None = None
    source: str = ""

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        since = self.validity.since if self.validity is not None else None
        if self.issued is not None and since is not None and since < self.issued:
            yield Fault("validity", self.validity, f"no day before it was issued ({self.issued})")

    def status(self, on: dt.date) -> Status:
        """Tell whether the document is in force on a day, as far as its dates are known.

        It is not known to be in force while its first day is not known, nor where it was replaced on a day not known.
        """
        since, until = (None, None) if self.validity is None else (self.validity.since, self.validity.until)
        first = since or self.issued
        if first is not None and on < first:
            return "not_yet"
        if until is not None and on >= until:
            return "no_longer"
        if since is None or (until is None and self.replaced_by is not None):
            return "not_known"
        return "in_force"


@final
@attrs.frozen(repr=False)
class LegalRegister:
    """An immutable register of legal documents, complete as of a day for those it holds and silent on all others.

    >>> number = LegalNumber.parse("61/2018/NĐ-CP")
    >>> span = Interval(dt.date(2018, 6, 21), dt.date(2025, 7, 1))
    >>> register = LegalRegister((LegalDocument(number=number, validity=span),), dt.date(2026, 11, 22))
    >>> register.status(number, dt.date(2025, 7, 1))
    'no_longer'
    >>> register.status(LegalNumber.parse("1/2020/NĐ-CP"), dt.date(2025, 7, 1))
    'not_known'
    """

    documents: tuple[LegalDocument, ...]
    as_of: dt.date
    _index: dict[LegalNumber, LegalDocument] = attrs.field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_index", {})
        check(self, self._faults)
        self._index.update((document.number, document) for document in self.documents)

    def _faults(self) -> Iterable[Fault]:
        seen: set[LegalNumber] = set()
        for i, document in enumerate(self.documents):
            if document.number in seen:
                yield Fault(f"documents[{i}]", str(document.number), "a number that is not there twice")
            seen.add(document.number)

    def __iter__(self) -> Iterator[LegalDocument]:
        return iter(self.documents)

    def __len__(self) -> int:
        return len(self.documents)

    def __repr__(self) -> str:
        return f"<LegalRegister: {len(self)} documents as of {self.as_of}>"

    def get(self, number: LegalNumber) -> LegalDocument | None:
        """Return the document of this number, `None` where the register does not hold it."""
        return self._index.get(number)

    def status(self, number: LegalNumber, on: dt.date) -> Status:
        """Tell whether a document is in force on a day; one that the register does not hold is `not_known`."""
        document = self._index.get(number)
        return "not_known" if document is None else document.status(on)

    def with_documents(self, documents: Iterable[LegalDocument], *, as_of: dt.date | None = None) -> "LegalRegister":
        """Return a register that also holds `documents`; one of a number it already holds takes that one's place."""
        merged = {**self._index, **{document.number: document for document in documents}}
        return LegalRegister(tuple(merged.values()), as_of or self.as_of)

"""The register of the legal documents that `tthc` itself cites (văn bản quy phạm pháp luật)."""

import datetime as dt

from tthc.dated import Interval
from tthc.identifiers import LegalNumber
from tthc.law import LegalDocument, LegalRegister
from tthc.reference import _law_vietnam

__all__ = ["VIETNAM"]


def __dir__() -> list[str]:
    return __all__


def _day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def _document(row: str) -> LegalDocument:
    number, title, issued, since, until, amends, replaced_by, source = row.split("|")
    return LegalDocument(
        number=LegalNumber.parse(number),
        title=title,
        issued=_day(issued),
        validity=Interval(_day(since), _day(until)) if since or until else None,
        amends=(LegalNumber.parse(amends),) if amends else (),
        replaced_by=LegalNumber.parse(replaced_by) if replaced_by else None,
        source=source,
    )


VIETNAM = LegalRegister(tuple(map(_document, _law_vietnam.ROWS.strip().splitlines())), dt.date(*_law_vietnam.AS_OF))
"""Vietnamese documents on the control, the one-stop handling and the online provision of procedures; small by design.

A number that is not in it is *not known*. Add the documents you have with `VIETNAM.with_documents(…)`.
"""

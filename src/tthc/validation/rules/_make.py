"""How the rules of this package are written: a decorated check function becomes a `Rule`."""

import datetime as dt
import functools
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from tthc.dated import Dated, Interval
from tthc.findings import Finding, Message, Severity
from tthc.identifiers import LegalNumber
from tthc.law import Citation
from tthc.procedures import Procedure
from tthc.validation.rule import Context, Hit, Rule

__all__ = ["AMENDED", "ERROR", "INFO", "WARNING", "article_8", "brief", "cite", "rule", "since", "until"]

INFO, WARNING, ERROR = Severity.INFO, Severity.WARNING, Severity.ERROR
AMENDED = dt.date(2017, 9, 25)
"""The day on which Nghị định 92/2017/NĐ-CP rewrote the list of components."""

S = TypeVar("S")


def __dir__() -> list[str]:
    return __all__


@functools.cache
def cite(document: str, article: str | None = None, clause: str | None = None, point: str | None = None) -> Citation:
    """Cite an article of a document given by its number."""
    return Citation(document=LegalNumber.parse(document), article=article, clause=clause, point=point)


def article_8(point: str) -> Citation:
    """Cite a point of khoản 2 Điều 8 Nghị định 63/2010/NĐ-CP, which lists the components."""
    return cite("63/2010/NĐ-CP", "8", "2", point)


def since(day: dt.date, value: S) -> Dated[S]:
    """Return a value that holds from a day on."""
    return Dated(value, Interval(day, None))


def until(day: dt.date, value: S) -> Dated[S]:
    """Return a value that held up to, but without, a day."""
    return Dated(value, Interval(None, day))


def brief(text: str, width: int = 80) -> str:
    """Return text on one line and short enough for a message."""
    line = " ".join(text[: 4 * width].split())
    return line if len(line) <= width else line[: width - 3] + "..."


def rule(
    code: str,
    vi: str,
    en: str,
    *,
    severity: Severity | tuple[Dated[Severity], ...] = WARNING,
    citation: Citation | tuple[Dated[Citation], ...] | None = None,
    why: tuple[str, str],
    subject: type = Procedure,
    mend: Callable[[Procedure, Finding], Procedure] | None = None,
) -> Callable[[Callable[[Any, Context], Iterable[Hit]]], Rule]:
    """Make the decorated check function a rule with these words."""

    def make(check: Callable[[Any, Context], Iterable[Hit]]) -> Rule:
        return Rule(
            message=Message(code, vi, en),
            subject=subject,
            check=check,
            severity=severity,
            citation=citation,
            why=why,
            mend=mend,
        )

    return make

"""Terms, bodies and the heads who answer for them (nhiệm kỳ, tổ chức, người đứng đầu).

A Party committee sets a direction, the head of the agency answers for it. Both are bodies here; the Party body names
the agency that it stands beside. People are named by their office; who holds it may stay unsaid.
"""

import datetime as dt
from collections.abc import Iterable
from typing import Literal, TypeAlias, final

import attrs

from tthc._record import check
from tthc.dated import ALWAYS, Interval
from tthc.errors import Fault
from tthc.identifiers import AgencyCode, Identifier

__all__ = ["Body", "BodyKind", "BodyLevel", "Lead", "Term", "TermKind"]

TermKind: TypeAlias = Literal["party", "assembly", "peoples_council", "other"]
"""Whose term it is: of a Party congress (khóa), the National Assembly, a People's Council, another body."""
BodyKind: TypeAlias = Literal["state", "party", "other"]
"""Cơ quan nhà nước, tổ chức đảng, tổ chức khác."""
BodyLevel: TypeAlias = Literal["central", "provincial", "district", "commune", "vertical", "other"]
"""Cấp của tổ chức; the district level ended on 30/06/2025. `vertical` is a branch of a ministry (ngành dọc)."""


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen(kw_only=True)
class Term:
    """A term (nhiệm kỳ, khóa): 2020–2025 of a provincial Party committee, nested in khóa XIII.

    `parent` is the id of the term that it is nested in.

    >>> span = Interval(dt.date(2020, 10, 1), dt.date(2025, 10, 1))
    >>> print(Term(id="2020", name="Nhiệm kỳ 2020–2025", kind="party", interval=span, parent="xiii"))
    Nhiệm kỳ 2020–2025, từ 01/10/2020 đến hết 30/09/2025
    """

    id: str
    name: str = ""
    interval: Interval = ALWAYS
    kind: TermKind = "other"
    parent: str | None = None
    source: str = ""

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        yield from must_have_id(self.id)

    def __str__(self) -> str:
        return f"{self.name or self.id}, {self.interval}"


@final
@attrs.frozen(kw_only=True)
class Lead:
    """The head of a body who answers for it (người đứng đầu): an office, and the time in which one person holds it.

    `person` may be a name or any mark, such as `"A"`; where two bodies bear the same mark one person holds both, as a
    Party secretary who is the head of the agency too. "" leaves it unsaid.
    """

    role: str
    person: str = ""
    interval: Interval = ALWAYS

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        if not self.role:
            yield Fault("role", self.role, "the name of an office")

    def __str__(self) -> str:
        return f"{self.role} ({self.person})" if self.person else self.role


@final
@attrs.frozen(kw_only=True)
class Body:
    """An organisation that directs, plans or carries out (tổ chức, cơ quan, đơn vị).

    - `agency`: its code in a directory of agencies. `parent`: the id of the body that it belongs to.
    - `counterpart`: for a Party body, the code of the agency that it stands beside.
    - `leads`: the heads who answer for it, each with the time of office; () where they are not stated.

    >>> body = Body(id="stp", name="Sở Tư pháp", level="provincial", leads=(Lead(role="Giám đốc Sở"),))
    >>> print(body.lead(dt.date(2025, 7, 1)))
    Giám đốc Sở
    """

    id: str
    name: str = ""
    name_en: str = ""
    kind: BodyKind = "state"
    level: BodyLevel | None = None
    agency: AgencyCode | Identifier | None = None
    counterpart: AgencyCode | Identifier | None = None
    parent: str | None = None
    leads: tuple[Lead, ...] = ()

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        yield from must_have_id(self.id)
        if self.counterpart is not None and self.kind != "party":
            yield Fault("counterpart", self.counterpart, "None but for a Party body")

    def lead(self, on: dt.date) -> Lead | None:
        """Return the head who answers on a day, the latest to begin where two are stated; `None` where none is."""
        holding = [lead for lead in self.leads if on in lead.interval]
        return max(holding, key=_since, default=None)

    def display(self, lang: Literal["vi", "en"] = "vi") -> str:
        """Return its name, else its id."""
        return (self.name_en if lang == "en" else "") or self.name or self.id

    def __str__(self) -> str:
        return self.display()


def _since(lead: Lead) -> dt.date:
    return lead.interval.since or dt.date.min


def must_have_id(value: str) -> Iterable[Fault]:
    """Yield the fault of a record without an id."""
    if not value:
        yield Fault("id", value, "a text that other records can name it by")

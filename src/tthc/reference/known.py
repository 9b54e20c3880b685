"""`Reference`: what a judgement may know of the world beyond its subject, each part with its horizon.

A field that holds `None` is knowledge that nobody brought; the rules that need it stay silent.
"""

import datetime as dt
from typing import Literal, Protocol, final

import attrs

from tthc.identifiers import AgencyCode
from tthc.law import LegalRegister, Status

__all__ = ["Agencies", "Reference", "WorkingDays"]

_PARTS = {"agencies", "law", "registers", "calendar"}


def __dir__() -> list[str]:
    return __all__


class Agencies(Protocol):
    """What the rules ask of a directory of agencies."""

    def status(self, agency: AgencyCode | str, on: dt.date) -> Status:
        """Tell whether the agency of a code or name exists on a day, as far as the directory knows."""
        ...

    def level_of(
        self, agency: AgencyCode | str, on: dt.date
    ) -> Literal["central", "provincial", "district", "commune", "other"] | None:
        """Return the level of the agency on a day, `None` where the directory does not know it."""
        ...


class WorkingDays(Protocol):
    """What the rules ask of a calendar."""

    def add(self, day: dt.date, days: int) -> dt.date:
        """Return the working day that lies `days` working days after `day`."""
        ...


@final
@attrs.frozen(kw_only=True, repr=False)
class Reference:
    """Agencies, law, state registers and calendar, and the day up to which they are known.

    `complete` names the groups of agency codes of which `agencies` holds every member: `"H"` is all codes of one level
    with that letter, `"H26"` all those right below H26. Only of these can it be said that a code is nobody's.

    >>> from tthc.reference import VIETNAM
    >>> VIETNAM.as_of
    datetime.date(2026, 11, 22)
    """

    as_of: dt.date
    agencies: Agencies | None = None
    complete: frozenset[str] = frozenset()
    law: LegalRegister | None = None
    registers: None = None
    calendar: WorkingDays | None = None

    def __repr__(self) -> str:
        parts = [f.name for f in attrs.fields(Reference) if f.name in _PARTS and getattr(self, f.name) is not None]
        return f"<Reference as of {self.as_of}: {', '.join(parts) or 'nothing'}>"

"""The directory of Viet Nam's agencies, built when a rule or a caller first asks it something."""

import datetime as dt
import functools
from typing import TYPE_CHECKING, Literal, TypeAlias, final

from tthc.identifiers import AgencyCode
from tthc.law import Status

if TYPE_CHECKING:
    from tthc.agencies import AgencyDirectory

__all__ = ["OnDemand"]


def __dir__() -> list[str]:
    return __all__


def _directory() -> "AgencyDirectory":
    from tthc.reference.agencies import VIETNAM  # noqa: PLC0415 - its tables are read at the first question

    return VIETNAM


Level: TypeAlias = Literal["central", "provincial", "district", "commune", "other"] | None
_LONGEST = 400
"""Longer texts name no body, and are not kept."""


# Records name the same few agencies over and over, and a rule asks again what another has just asked.
@functools.lru_cache(maxsize=2048)
def _status(agency: AgencyCode | str, on: dt.date) -> Status:
    return _directory().status(agency, on)


@functools.lru_cache(maxsize=2048)
def _level_of(agency: AgencyCode | str, on: dt.date) -> Level:
    return _directory().level_of(agency, on)


@final
class OnDemand:
    """Stands for `tthc.reference.agencies.VIETNAM` in `tthc.reference.VIETNAM` and answers all that it answers."""

    __slots__ = ()

    def status(self, agency: AgencyCode | str, on: dt.date) -> Status:
        """Tell whether the agency of a code or name exists on a day, as far as the directory knows."""
        if isinstance(agency, str) and len(agency) > _LONGEST:
            return _directory().status(agency, on)
        return _status(agency, on)

    def level_of(self, agency: AgencyCode | str, on: dt.date) -> Level:
        """Return the level of the agency on a day, `None` where the directory does not know it."""
        if isinstance(agency, str) and len(agency) > _LONGEST:
            return _directory().level_of(agency, on)
        return _level_of(agency, on)

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):  # copying and pickling ask for such; they must not build the directory
            raise AttributeError(name)
        return getattr(_directory(), name)

    def __eq__(self, other: object) -> bool:
        return type(other) is OnDemand

    def __hash__(self) -> int:
        return hash(OnDemand)

    def __repr__(self) -> str:
        return repr(_directory())

"""Published facts with their source and as-of day: the shelf that judgements may take from."""

from typing import TYPE_CHECKING

from tthc._lazy import lazy
from tthc.reference.known import Agencies, Reference, WorkingDays

__all__ = ["VIETNAM", "Agencies", "Reference", "WorkingDays"]


def __dir__() -> list[str]:
    return __all__


if TYPE_CHECKING:
    VIETNAM: Reference
    """What `tthc` knows of Viet Nam: the law it cites, its agencies and provinces, its working days; no registers."""
else:

    def __getattr__(name: str) -> object:
        if name == "VIETNAM":
            from tthc.calendar import VIETNAM as WORKING_DAYS  # noqa: PLC0415 - the tables are read at the first use
            from tthc.reference import law  # noqa: PLC0415
            from tthc.reference._agencies_on_demand import OnDemand  # noqa: PLC0415

            globals()["VIETNAM"] = Reference(
                as_of=law.VIETNAM.as_of,
                agencies=OnDemand(),
                complete=frozenset("H"),  # the provinces; of ministries some codes are not published
                law=law.VIETNAM,
                calendar=WORKING_DAYS,
            )
            return globals()["VIETNAM"]
        return _module(name)

    _module = lazy(__name__, {}, modules="agencies doing_business egdi known law programmes refusals regions")

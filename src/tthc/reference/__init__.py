"""Published facts with their source and as-of day: the shelf that judgements may take from."""

from typing import TYPE_CHECKING

from tthc.reference.known import Agencies, Reference, WorkingDays

__all__ = ["VIETNAM", "Agencies", "Reference", "WorkingDays"]


def __dir__() -> list[str]:
    return __all__


if TYPE_CHECKING:
    VIETNAM: Reference
    """What `tthc` knows of Viet Nam: the law it cites; agencies, registers and calendar where it holds them."""
else:

    def __getattr__(name: str) -> object:
        if name == "VIETNAM":
            from tthc.calendar import VIETNAM as WORKING_DAYS  # noqa: PLC0415 - the tables are read at the first use
            from tthc.reference import law  # noqa: PLC0415

            globals()["VIETNAM"] = Reference(as_of=law.VIETNAM.as_of, law=law.VIETNAM, calendar=WORKING_DAYS)
            return globals()["VIETNAM"]
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)

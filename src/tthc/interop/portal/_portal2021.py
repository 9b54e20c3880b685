"""The form of the portal of 2021: Vietnamese keys, a `title` and no procedure code."""

from tthc.interop.portal._aliases import RECORD
from tthc.interop.portal._general import read_general
from tthc.interop.portal._notes import Notes
from tthc.interop.portal._plain import PlainMap
from tthc.interop.portal._row import Row
from tthc.procedures import Procedure

__all__ = ["CARRIES", "read_portal_2021"]

CARRIES = frozenset(["name", "steps", "methods", "time_limit", "fees", "cases", "documents", "forms", "agencies"])
_TOP = {key: name for key, name in RECORD.items() if name != "id"}


def __dir__() -> list[str]:
    return __all__


def read_portal_2021(record: PlainMap, notes: Notes) -> Procedure:
    """Read one record; its identifier stands one level down, as the data base wrote it."""
    row = Row(record, notes, (), _TOP)
    identity = record.get("_id")
    if isinstance(identity, dict):
        row.add(identity, ("_id",), RECORD)
    return read_general(row, "portal-2021", CARRIES)

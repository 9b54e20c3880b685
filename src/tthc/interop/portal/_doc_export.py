"""The portal's export to Word, as extracted: metadata, content and tables, keyed in Vietnamese.

Its column `so_luong` holds the form's file and `ghi_chu` the counts; `cách_thức_thực_hiện` is always empty, the methods
stand in a table of their own.
"""

from tthc.interop.portal._aliases import RECORD
from tthc.interop.portal._general import read_general
from tthc.interop.portal._notes import Notes
from tthc.interop.portal._plain import PlainMap
from tthc.interop.portal._row import Row
from tthc.procedures import Procedure
from tthc.text import Unparsed

__all__ = ["CARRIES", "SECTIONS", "read_doc_export"]

_CARRIES_WORDS = (
    "code name field formality decision levels steps methods time_limit fees cases documents forms audiences "
    "agencies results conditions legal_basis"
)
CARRIES = frozenset(_CARRIES_WORDS.split())
SECTIONS = ("metadata", "content", "tables")


def __dir__() -> list[str]:
    return __all__


def read_doc_export(record: PlainMap, notes: Notes) -> Procedure:
    """Read one record: its sections are read as one mapping."""
    row = Row({}, notes)
    for name in SECTIONS:
        section = record.get(name)
        if isinstance(section, dict):
            row.add(section, (name,), RECORD)
    procedure = read_general(row, "doc-export", CARRIES)
    if not isinstance(procedure.code, Unparsed):
        Row(record, notes).drop_same("thu_tuc_id", procedure.label)
    return procedure

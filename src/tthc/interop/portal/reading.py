"""`read`: a record of the portal as a `Procedure`, with a report of what could not be read and the rest."""

from collections.abc import Mapping
from typing import Literal, TypeAlias, final

import attrs

from tthc._record import check
from tthc.errors import NotFoundError
from tthc.findings import Report
from tthc.frozen import FrozenMap
from tthc.interop.portal import _api
from tthc.interop.portal._aliases import KNOWN, RECORD
from tthc.interop.portal._doc_export import SECTIONS, read_doc_export
from tthc.interop.portal._general import read_general
from tthc.interop.portal._notes import Notes
from tthc.interop.portal._plain import PlainMap, plain
from tthc.interop.portal._portal2021 import read_portal_2021
from tthc.interop.portal._row import Row, sweep
from tthc.interop.portal._words import fold
from tthc.procedures import Procedure

__all__ = ["Reading", "Shape", "read"]

Shape: TypeAlias = Literal["api-2026", "doc-export", "portal-2021", "general"]
"""The 2026 portal's API, its export to Word, the portal of 2021, or any record keyed by the component names."""

_API_KEYS = frozenset(
    ["executionSteps", "executionMethods", "executionCases", "legalBasisesDetails", "procedureProposal"]
)


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen(kw_only=True, repr=False)
class Reading:
    """What was read from one record (kết quả đọc).

    `value` is the procedure as the record states it, `report` names what could not be read or was mended, with paths
    into the value, and `rest` holds the leaves that have no place in it, by their path in the record
    (`$.content['từ_khóa']`). Nothing the record says is dropped but the words that say nothing ("Không có thông tin").
    """

    value: Procedure
    report: Report
    rest: FrozenMap[str, str | int | bool | float | None] = attrs.field(default=FrozenMap())

    def __attrs_post_init__(self) -> None:
        check(self)

    def __repr__(self) -> str:
        return f"<Reading of {self.value!r}: {self.report.summary('en')}, {len(self.rest)} in the rest>"


def read(record: Mapping[str, object], *, shape: Shape | None = None) -> Reading:
    """Read a record of the portal (đọc dữ liệu thủ tục từ Cổng Dịch vụ công).

    `shape` says which form the record has; it is told by its keys where it is not given. What stands in a record and
    cannot be understood is kept as `Unparsed` in its place and named in the report; nothing is guessed. Texts are kept
    as the record writes them, without outer white space: mending them is another step. Raises `DecodeError` for what is
    no mapping, nests deeper than 64 levels or is larger than a record can be (100,000 parts, 1 million characters).

    >>> reading = read({
    ...     "Mã thủ tục": "1.001193", "ten_thu_tuc": "Đăng ký khai sinh",
    ...     "cach_thuc": [{"channel": "Trực tiếp", "time": "Tùy theo hồ sơ", "fees": [["Miễn phí", ""]]}],
    ... })
    >>> reading.value
    <Procedure 1.001193 'Đăng ký khai sinh': 1 method>
    >>> print(reading.report.text("en"))
    1 warning
      warning TTHC011 1.001193 $.methods[0].time_limit: the time limit 'Tùy theo hồ sơ' cannot be read
    """
    notes = Notes()
    data = plain(record, notes)
    kind = _shape_of(data) if shape is None else shape
    if kind == "api-2026":
        value = _api.read_api(Row(data, notes))
    elif kind == "doc-export":
        value = read_doc_export(data, notes)
    elif kind == "portal-2021":
        value = read_portal_2021(data, notes)
    elif kind == "general":
        value = read_general(Row(data, notes, (), RECORD), "general")
    else:
        raise NotFoundError("shape", shape, ("api-2026", "doc-export", "portal-2021", "general"))
    sweep(notes, data, (), kind, _api.KNOWN.__contains__ if kind == "api-2026" else _is_known)
    return Reading(value=value, report=notes.report(value.label), rest=notes.rest)


def _is_known(key: str) -> bool:
    return fold(key) in KNOWN


def _shape_of(data: PlainMap) -> Shape:
    if not _API_KEYS.isdisjoint(data):
        return "api-2026"
    if sum(isinstance(data.get(name), dict) for name in SECTIONS) >= 2:
        return "doc-export"
    if "title" in data and any(fold(key) == "trinhtuthuchien" for key in data):
        return "portal-2021"
    return "general"

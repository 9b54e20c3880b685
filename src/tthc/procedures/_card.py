"""The card of a procedure: what `print(procedure)` shows, component by component, in the words of Điều 8."""

from collections.abc import Iterable

from tthc.fees import Fee
from tthc.procedures._words import word
from tthc.procedures.components import Announcement, Document, OnlineLevel, Step
from tthc.procedures.procedure import Procedure
from tthc.text import Unparsed

__all__ = ["write"]


def __dir__() -> list[str]:
    return __all__


_ABSENT = {
    "none": "không có",
    "blank": "(để trống)",
    "not_carried": "(nguồn không có mục này)",
    "unreadable": "(không đọc được)",
    "stated": "",
}


def write(procedure: Procedure) -> str:
    """Return the card, one component a line or block, in Vietnamese."""
    return "\n".join(_lines(procedure))


def _lines(p: Procedure) -> Iterable[str]:
    yield f"{p.label or '(chưa có mã)'}  {p.name or '(chưa có tên)'}"
    if p.field:
        yield f"Lĩnh vực: {p.field}"
    decision = p.decision.number if type(p.decision) is Announcement else p.decision
    if decision is not None:
        yield f"Quyết định công bố: {decision}"
    yield from _block("Cấp thực hiện", p.state("levels"), [_choice("levels", v) for v in p.levels or ()])
    steps = [s.text if type(s) is Unparsed else _step(s) for s in p.steps or ()]
    yield from _block("Trình tự thực hiện", p.state("steps"), steps)
    yield from _block("Cách thức thực hiện", p.state("methods"), list(_methods(p)))
    yield from _block("Thành phần hồ sơ", p.state("documents"), list(_documents(p)))
    sets = f"{p.dossier_sets} bộ" if type(p.dossier_sets) is int else str(p.dossier_sets or "")
    yield from _block("Số lượng hồ sơ", p.state("dossier_sets"), [sets] if sets else [])
    audiences = [a.text if type(a) is Unparsed else a.name for a in p.audiences or ()]
    yield from _block("Đối tượng thực hiện", p.state("audiences"), audiences)
    agencies = [
        a.text if type(a) is Unparsed else f"{a.name or a.code or a.address} ({word('role', a.role)})"
        for a in p.agencies or ()
    ]
    yield from _block("Cơ quan", p.state("agencies"), agencies)
    results = [r.text if type(r) is Unparsed else r.name for r in p.results or ()]
    yield from _block("Kết quả thực hiện", p.state("results"), results)
    yield from _block("Yêu cầu, điều kiện", p.state("conditions"), list(map(str, p.conditions or ())))
    yield from _block("Căn cứ pháp lý", p.state("legal_basis"), list(map(str, p.legal_basis or ())))
    if p.online_level is not None:
        level = p.online_level.display() if type(p.online_level) is OnlineLevel else p.online_level
        yield f"Dịch vụ công trực tuyến: {level}"
    if p.validity is not None:
        yield f"Hiệu lực: {p.validity}"


def _choice(field: str, value: str | Unparsed) -> str:
    text = word(field, value)
    return text if type(value) is Unparsed else text[:1].upper() + text[1:]


def _block(title: str, state: str, rows: list[str]) -> Iterable[str]:
    if not rows:
        yield f"{title}: {_ABSENT[state]}"
    elif len(rows) == 1:
        yield f"{title}: {rows[0]}"
    else:
        yield f"{title}:"
        yield from (f"  - {row}" for row in rows)


def _step(step: Step) -> str:
    return ": ".join(filter(None, (step.name.rstrip(" :"), step.description)))


def _methods(p: Procedure) -> Iterable[str]:
    for method in p.methods or ():
        if type(method) is Unparsed:
            yield method.text
            continue
        channel = _choice("channel", method.channel or "(không ghi hình thức)")
        limit = "(không ghi thời hạn)" if method.time_limit is None else str(method.time_limit)
        fees = "(không ghi phí)" if method.fees is None else "; ".join(map(_fee, method.fees)) or "không có phí"
        yield " · ".join(part for part in (channel, method.case, method.audience, limit, fees) if part)


def _fee(fee: Fee | Unparsed) -> str:
    """A fee in few words: what its note adds belongs to the record, not to the card; who sets it does."""
    return str(fee) if type(fee) is Unparsed or fee.kind == "delegated" else fee.display()


def _documents(p: Procedure) -> Iterable[str]:
    for case in p.cases or ():
        if type(case) is Unparsed:
            yield case.text
            continue
        for document in case.documents or ():
            yield (f"[{case.name}] " if case.name else "") + _document(document)


def _document(document: Document | Unparsed) -> str:
    if type(document) is Unparsed:
        return document.text
    counts = [
        f"{count} {word}"
        for count, word in ((document.originals, "bản chính"), (document.copies, "bản sao"))
        if count is not None
    ]
    shown = "xuất trình" if document.act == "present" else ""
    rest = ", ".join(part for part in (shown, *counts) if part)
    return f"{document.name} ({rest})" if rest else document.name

"""Rules on the legal basis (căn cứ pháp lý) and on the announcing decision (quyết định công bố)."""

import re
from collections.abc import Iterable

from tthc.calendar import announcement_deadline, entry_deadline
from tthc.errors import TthcError
from tthc.identifiers import LegalNumber
from tthc.procedures import Announcement, Procedure
from tthc.text import Unparsed, search_key
from tthc.validation.rule import Context, Hit
from tthc.validation.rules._make import AMENDED, ERROR, INFO, WARNING, brief, cite, rule, since
from tthc.validation.rules._menders import drop

__all__ = ["RULES"]

_BASIS = cite("63/2010/NĐ-CP", "8", "1")


def __dir__() -> list[str]:
    return __all__


def _numbers(p: Procedure) -> Iterable[tuple[int, LegalNumber]]:
    return ((i, number) for i, number in enumerate(p.legal_basis or ()) if type(number) is LegalNumber)


@rule(
    "TTHC501",
    "không nêu căn cứ pháp lý",
    "no legal basis",
    citation=_BASIS,
    why=(
        "Thủ tục hành chính phải do văn bản quy phạm pháp luật quy định: dẫn văn bản đó.",
        "A procedure must be laid down in a normative legal document: cite it.",
    ),
)
def no_basis(p: Procedure, _: Context) -> Iterable[Hit]:
    """Find procedures that state no legal basis."""
    if p.state("legal_basis") in {"blank", "none"}:
        yield Hit(("legal_basis",))


@rule(
    "TTHC502",
    "không đọc được số, ký hiệu văn bản: “{text}”",
    "the number of a document cannot be read: “{text}”",
    citation=_BASIS,
    why=(
        "Ghi số, ký hiệu theo dạng 63/2010/NĐ-CP; tên văn bản ghi ở cột tên.",
        "Write the number as 63/2010/NĐ-CP; the title belongs into its own column.",
    ),
)
def unreadable_number(p: Procedure, _: Context) -> Iterable[Hit]:
    """Find numbers that are stated and could not be read."""
    for i, number in enumerate(p.legal_basis or ()):
        if type(number) is Unparsed:
            text = brief(number.text)
            yield Hit(("legal_basis", i), {"text": text})


@rule(
    "TTHC503",
    "văn bản {number} được dẫn hai lần",
    "document {number} stands twice",
    citation=_BASIS,
    why=("Giữ một dòng cho mỗi văn bản.", "Keep one row a document."),
    mend=drop("legal_basis"),
)
def duplicate_number(p: Procedure, _: Context) -> Iterable[Hit]:
    """Find documents that stand twice."""
    seen: set[LegalNumber] = set()
    for i, number in _numbers(p):
        if number in seen:
            yield Hit(("legal_basis", i), {"number": str(number)})
        seen.add(number)


@rule(
    "TTHC504",
    "văn bản {number} không phải là văn bản quy phạm pháp luật",
    "document {number} is not a normative legal document",
    citation=_BASIS,
    why=(
        "Quyết định cá biệt, công văn, văn bản của Đảng không được quy định thủ tục hành chính.",
        "Individual decisions, official letters and Party documents cannot lay down a procedure.",
    ),
)
def not_normative(p: Procedure, _: Context) -> Iterable[Hit]:
    """Find documents whose number is not that of a normative document."""
    for i, number in _numbers(p):
        if number.form in {"administrative", "official_letter", "party"}:
            yield Hit(("legal_basis", i), {"number": str(number)})


@rule(
    "TTHC505",
    "văn bản {number} đã hết hiệu lực{replaced}",
    "document {number} is no longer in force{replaced}",
    severity=ERROR,
    citation=_BASIS,
    why=(
        "Thay bằng văn bản đang có hiệu lực. Kết luận dựa trên danh mục văn bản được cung cấp.",
        "Put the document in force in its place. This rests on the register that was given.",
    ),
)
def repealed(p: Procedure, context: Context) -> Iterable[Hit]:
    """Find documents that the register knows to be out of force; one it does not hold is not known, and not found."""
    register = context.known.law
    if register is None:
        return
    for i, number in _numbers(p):
        if register.status(number, context.on) == "no_longer":
            document = register.get(number)
            new = document.replaced_by if document is not None else None
            words = (f", được thay bằng {new}", f", replaced by {new}") if new is not None else ("", "")
            yield Hit(("legal_basis", i), {"number": str(number), "replaced": words})


@rule(
    "TTHC506",
    "văn bản {number} chưa có hiệu lực (có hiệu lực từ ngày {since})",
    "document {number} is not yet in force (from {since})",
    citation=_BASIS,
    why=(
        "Chỉ áp dụng thủ tục theo văn bản này từ ngày văn bản có hiệu lực.",
        "The procedure follows this document from the day it takes effect.",
    ),
)
def not_yet(p: Procedure, context: Context) -> Iterable[Hit]:
    """Find documents that the register knows to take effect later."""
    register = context.known.law
    if register is None:
        return
    for i, number in _numbers(p):
        document = register.get(number)
        if document is not None and document.status(context.on) == "not_yet" and document.validity is not None:
            yield Hit(("legal_basis", i), {"number": str(number), "since": f"{document.validity.since:%d/%m/%Y}"})


@rule(
    "TTHC507",
    "số, ký hiệu {number} thiếu chữ viết tắt tên cơ quan ban hành",
    "the number {number} lacks its issuer",
    severity=INFO,
    citation=_BASIS,
    why=("Ghi đủ số, ký hiệu, ví dụ 146/2025/NĐ-CP.", "Write the whole number, such as 146/2025/NĐ-CP."),
)
def no_issuer(p: Procedure, _: Context) -> Iterable[Hit]:
    """Find numbers without an issuer."""
    for i, number in _numbers(p):
        if not number.bodies:
            yield Hit(("legal_basis", i), {"number": str(number)})


_DECISION = cite("63/2010/NĐ-CP", "15")


@rule(
    "TTHC508",
    "không nêu quyết định công bố",
    "no announcing decision",
    citation=_DECISION,
    why=(
        "Thủ tục hành chính chỉ được công khai khi đã có quyết định công bố.",
        "A procedure is published on the strength of a decision that announces it.",
    ),
)
def no_decision(p: Procedure, _: Context) -> Iterable[Hit]:
    """Find procedures without an announcing decision."""
    if p.state("decision") == "blank" or (type(p.decision) is Announcement and p.decision.number is None):
        yield Hit(("decision",))


_PLACEHOLDER = re.compile(r"(?i)\b(?:demo|test|thu nghiem|xxx+|abc)\b")


@rule(
    "TTHC509",
    "số quyết định công bố “{text}” không hợp lệ",
    "the number of the announcing decision, “{text}”, is not valid",
    citation=_DECISION,
    why=("Ghi số, ký hiệu quyết định, ví dụ 516/QĐ-BTP.", "Write the number of the decision, such as 516/QĐ-BTP."),
)
def bad_decision(p: Procedure, _: Context) -> Iterable[Hit]:
    """Find decisions whose number cannot be read or is made of zeros and a one, as forms are filled in for a test."""
    number = p.decision.number if type(p.decision) is Announcement else p.decision
    if type(number) is Unparsed:
        yield Hit(("decision",), {"text": brief(number.text)})
    elif type(number) is LegalNumber and (
        re.fullmatch(r"0{2,}1?", number.number) or _PLACEHOLDER.search(search_key(str(number)))
    ):
        yield Hit(("decision", "number"), {"text": str(number)})


_LATEST_VI = "quyết định công bố ký ngày {signed}, muộn hơn thời hạn {deadline} ({rule})"
_LATEST_EN = "the announcing decision was signed on {signed}, later than {deadline} ({rule})"


@rule(
    "TTHC511",
    _LATEST_VI,
    _LATEST_EN,
    severity=(since(AMENDED, WARNING),),
    citation=_DECISION,
    why=(
        "Công bố trước ngày văn bản có hiệu lực: Bộ trưởng 20 ngày, cấp tỉnh và cơ quan được giao 05 ngày.",
        "Ministers announce 20 days, provinces and delegated bodies 5 days before the document takes effect.",
    ),
)
def announced_late(p: Procedure, _: Context) -> Iterable[Hit]:
    """Find announcing decisions that were signed after their last day."""
    decision = p.decision
    if type(decision) is not Announcement or decision.signed is None or decision.signed < AMENDED:
        return
    found = announcement_deadline(
        by=decision.by,
        in_force=decision.document_in_force,
        adopted=decision.adopted,
        shortened=decision.shortened,
        on=decision.signed,
    )
    if found is not None and decision.signed > found.date:
        signed, deadline = f"{decision.signed:%d/%m/%Y}", f"{found.date:%d/%m/%Y}"
        yield Hit(("decision", "signed"), {"signed": signed, "deadline": deadline, "rule": found.rule})


@rule(
    "TTHC512",
    "nhập, công khai trên Cơ sở dữ liệu quốc gia ngày {entered}, muộn hơn thời hạn {deadline} ({days} ngày làm việc)",
    "entered into the national database on {entered}, later than {deadline} ({days} working days)",
    severity=(since(AMENDED, WARNING),),
    citation=cite("63/2010/NĐ-CP", "24", "2"),
    why=(
        "Hạn kể từ ngày ký quyết định: Bộ trưởng 10, cấp tỉnh 05, trình tự rút gọn 02 ngày làm việc.",
        "From the signing of the decision: minister 10, provincial chair 5, shortened procedure 2 working days.",
    ),
)
def entered_late(p: Procedure, context: Context) -> Iterable[Hit]:
    """Find entries into the national database after their last day; silent without a calendar."""
    calendar, decision = context.known.calendar, p.decision
    if calendar is None or type(decision) is not Announcement or decision.signed is None or decision.entered is None:
        return
    if decision.signed < AMENDED:
        return
    try:
        found = entry_deadline(decision.signed, by=decision.by, shortened=decision.shortened, calendar=calendar)
    except TthcError:  # the calendar does not reach so far, or a day is still open: nothing is decided
        return
    if found is not None and decision.entered > found.date:
        entered, latest = f"{decision.entered:%d/%m/%Y}", f"{found.date:%d/%m/%Y}"
        yield Hit(("decision", "entered"), {"entered": entered, "deadline": latest, "days": found.days})


@rule(
    "TTHC513",
    "quyết định công bố ký ngày {signed}, sau ngày công khai {entered}",
    "the announcing decision was signed on {signed}, after it was published on {entered}",
    citation=_DECISION,
    why=("Kiểm tra lại ngày ký và ngày công khai.", "Check the days of signing and publication."),
)
def published_before_signing(p: Procedure, _: Context) -> Iterable[Hit]:
    """Find records that were published before their decision was signed."""
    decision = p.decision
    if type(decision) is not Announcement or decision.signed is None or decision.entered is None:
        return
    if decision.entered < decision.signed:
        signed, entered = f"{decision.signed:%d/%m/%Y}", f"{decision.entered:%d/%m/%Y}"
        yield Hit(("decision", "entered"), {"signed": signed, "entered": entered})


RULES = (
    no_basis,
    unreadable_number,
    duplicate_number,
    not_normative,
    repealed,
    not_yet,
    no_issuer,
    no_decision,
    bad_decision,
    announced_late,
    entered_late,
    published_before_signing,
)

"""Rules on codes and on the text itself (mã, văn bản): what makes records hard to compare, search and print.

All texts of a record are gathered once a run; each rule then looks for a few characters, so clean text is cheap.
"""

import re
import unicodedata
from collections.abc import Iterable
from typing import TypeAlias, cast

import attrs

from tthc.calendar import TimeLimit
from tthc.fees import Fee
from tthc.findings import Finding
from tthc.identifiers import AgencyCode, ProcedureCode
from tthc.procedures import (
    Announcement,
    Audience,
    Case,
    Condition,
    Document,
    Form,
    Method,
    Procedure,
    ResponsibleAgency,
    Result,
    Step,
)
from tthc.text import Unparsed, nfc, normalise, search_key, tidy
from tthc.validation.rule import Context, Hit
from tthc.validation.rules._make import ERROR, INFO, article_8, brief, rule
from tthc.validation.rules._menders import rewrite

__all__ = ["RULES"]


def __dir__() -> list[str]:
    return __all__


_RECORDS = (
    *(Procedure, Announcement, Audience, Case, Condition, Document, Fee, Form, Method, ResponsibleAgency, Result, Step),
    TimeLimit,
)
# Words of the type itself, not of the record.
_CLOSED = {"act", "role", "kind", "category", "by", "actor", "unit", "repairs"}
_FIELDS: dict[type, tuple[str, ...]] = {
    cls: tuple(field.name for field in attrs.fields(cls) if field.name not in _CLOSED) for cls in _RECORDS
}
Path: TypeAlias = tuple[str | int, ...]


def _walk(value: object, path: Path, texts: list[tuple[Path, str]]) -> None:
    """Gather every text of a record with its path; what could not be read counts as text."""
    if isinstance(value, str):
        if value:
            texts.append((path, value))
    elif isinstance(value, tuple):
        for i, item in enumerate(cast("tuple[object, ...]", value)):
            _walk(item, (*path, i), texts)
    elif isinstance(value, Unparsed):
        _walk(value.text, (*path, "text"), texts)
    else:
        for name in _FIELDS.get(type(value), ()):
            held = getattr(value, name)
            if held:
                _walk(held, (*path, name), texts)


def _texts(p: Procedure) -> list[tuple[Path, str]]:
    texts: list[tuple[Path, str]] = []
    _walk(p, (), texts)
    return texts


@rule(
    "TTHC701",
    "không có mã thủ tục",
    "no procedure code",
    why=(
        "Mã thủ tục là khóa duy nhất để đối chiếu; tên có thể trùng.",
        "The code is the only key to compare by; names repeat.",
    ),
)
def no_code(p: Procedure, _: Context) -> Iterable[Hit]:
    """Find procedures without a code."""
    if p.state("code") == "blank":
        yield Hit(("code",))


@rule(
    "TTHC702",
    "không đọc được mã thủ tục “{text}”",
    "the procedure code “{text}” cannot be read",
    severity=ERROR,
    why=("Mã thủ tục có dạng 1.001193.", "A procedure code looks like 1.001193."),
)
def bad_code(p: Procedure, _: Context) -> Iterable[Hit]:
    """Find codes that could not be read, of the procedure and of related ones."""
    if type(p.code) is Unparsed:
        yield Hit(("code",), {"text": brief(p.code.text)})
    for i, code in enumerate(p.related or ()):
        if type(code) is Unparsed:
            yield Hit(("related", i), {"text": brief(code.text)})


@rule(
    "TTHC703",
    "mã trường hợp {case} không thuộc mã thủ tục {code}",
    "the case code {case} does not belong to the procedure code {code}",
    why=("Mã trường hợp bắt đầu bằng mã thủ tục.", "A case code begins with the code of its procedure."),
)
def foreign_case(p: Procedure, _: Context) -> Iterable[Hit]:
    """Find case codes that name another procedure."""
    if type(p.code) is not ProcedureCode:
        return
    for i, case in enumerate(p.cases or ()):
        if type(case) is Case and case.code and ProcedureCode.is_valid(case.code):
            number = ProcedureCode.parse(case.code).number
            if number != p.code.number:
                yield Hit(("cases", i, "code"), {"case": case.code, "code": p.code.number})


@rule(
    "TTHC704",
    "hậu tố cơ quan {suffix} của mã thủ tục khác mã cơ quan giải quyết {code}",
    "the agency suffix {suffix} of the procedure code differs from the settling agency's code {code}",
    citation=article_8("g"),
    why=(
        "Mã thủ tục của địa phương mang mã định danh của địa phương đó.",
        "A local procedure code bears the electronic code of that place.",
    ),
)
def foreign_suffix(p: Procedure, _: Context) -> Iterable[Hit]:
    """Find local codes whose root is not that of the settling agencies."""
    if type(p.code) is not ProcedureCode or p.code.agency is None:
        return
    codes = [a.code for a in p.agencies_as("settling") if type(a.code) is AgencyCode]
    if codes and all(code.levels[0] != p.code.agency.levels[0] for code in codes):
        yield Hit(("code",), {"suffix": str(p.code.agency), "code": str(codes[0])})


@rule(
    "TTHC705",
    "chữ tiếng Việt không ở dạng Unicode dựng sẵn (NFC): “{text}”",
    "text is not in NFC: “{text}”",
    citation=None,
    why=(
        "Chữ có dấu ghép rời không so sánh, tìm kiếm được. Chuyển về dạng dựng sẵn (NFC).",
        "Letters with loose marks do not compare. Bring the text to NFC.",
    ),
    mend=rewrite(nfc),
)
def not_nfc(p: Procedure, context: Context) -> Iterable[Hit]:
    """Find texts that are not in NFC."""
    for path, text in context.once(_texts, p):
        if not text.isascii() and not unicodedata.is_normalized("NFC", text):
            yield Hit(path, {"text": brief(nfc(text))})


_TAG = re.compile(
    r"<(/?)(a|b|br|div|em|font|h[1-6]|i|li|ol|p|span|strong|sub|sup|table|tbody|td|th|tr|u|ul)\b[^<>]{0,200}>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:nbsp|amp|lt|gt|quot|apos|ndash|mdash|bull|#[0-9]{1,6}|#x[0-9a-fA-F]{1,5});")
_BREAKS = {"br", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "p", "table", "tr"}


def _without_html(text: str) -> str:
    """Take out tags and entities, also those that come to light when an entity is read; a paragraph ends its line."""
    import html  # noqa: PLC0415 - only needed to mend

    for _ in range(8):
        if not (_TAG.search(text) or _ENTITY.search(text)):
            break
        text = html.unescape(_TAG.sub(_line_break, text)).replace("\xa0", " ").strip()
    return text


def _line_break(tag: re.Match[str]) -> str:
    name = tag[2].lower()
    return "\n" if name in _BREAKS and (tag[1] or name == "br") else " " if name in {"td", "th"} else ""


@rule(
    "TTHC706",
    "còn sót mã HTML: “{mark}”",
    "HTML is left in the text: “{mark}”",
    why=("Bỏ thẻ và thực thể HTML.", "Take out tags and entities."),
    mend=rewrite(_without_html),
)
def html_left(p: Procedure, context: Context) -> Iterable[Hit]:
    """Find HTML tags and entities."""
    for path, text in context.once(_texts, p):
        if "<" in text or "&" in text:
            match = _TAG.search(text) or _ENTITY.search(text)
            if match:
                yield Hit(path, {"mark": brief(match[0])})


_FURNITURE = re.compile(
    r"Chọn cơ quan thực hiện\s{0,4}Tỉnh/ ?Thành phố|-- ?Chọn (?:Tỉnh|Bộ ngành|Phường|Cơ sở)"
    r"|Hệ thống chỉ hiển thị những cơ quan|CSDL Quốc gia về TTHC ?»"
)


@rule(
    "TTHC707",
    "lẫn nội dung giao diện của trang web",
    "furniture of the web page leaked into the text",
    why=("Cắt bỏ phần giao diện ở cuối trang.", "Cut off the controls of the page."),
    mend=rewrite(lambda text: _FURNITURE.split(text, maxsplit=1)[0].rstrip()),
)
def page_furniture(p: Procedure, context: Context) -> Iterable[Hit]:
    """Find the controls of the portal's page inside a text."""
    for path, text in context.once(_texts, p):
        if ("Chọn " in text or "Hệ thống chỉ" in text or "»" in text) and _FURNITURE.search(text):
            yield Hit(path)


_WORDS = ("không có thông tin", "chưa có thông tin", "đang cập nhật", "đang cập nhập", "chưa cập nhật")
_PLACEHOLDERS = frozenset(
    (*_WORDS, *map(search_key, _WORDS), "", "-", "--", "n/a", "null", "none", "undefined", "test", "demo", "abc", "xxx")
)


@rule(
    "TTHC708",
    "“{text}” không phải là nội dung, chỉ là chữ điền tạm",
    "the placeholder “{text}” stands as content",
    why=(
        "Bỏ trống mục chưa có nội dung, hoặc ghi nội dung thật.",
        "Leave a field without content empty, or state the content.",
    ),
)
def placeholder(p: Procedure, context: Context) -> Iterable[Hit]:
    """Find placeholders kept as content."""
    for path, text in context.once(_texts, p):
        if len(text) <= 24 and text.strip() and text.strip(" .:\n").casefold() in _PLACEHOLDERS:
            yield Hit(path, {"text": brief(text)})


_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\xa0\xad\xd0\xf0\u0189\u0256\u1680\u180e\u2000-\u200f\u2028\u2029\u202f\u205f"
    "\u2060-\u2064\u3000\uf0a0-\uf0ff\ufeff]"
)


@rule(
    "TTHC709",
    "có ký tự ẩn hoặc ký tự giống chữ Việt ({mark})",
    "hidden or look-alike characters ({mark})",
    severity=INFO,
    why=(
        "Khoảng trắng không ngắt, ký tự độ rộng không, dấu đầu dòng của Word hay chữ Ð làm tìm kiếm sai.",
        "No-break spaces, zero-width characters, Word bullets and the letter Ð make a search miss.",
    ),
    mend=rewrite(tidy),
)
def hidden_characters(p: Procedure, context: Context) -> Iterable[Hit]:
    """Find hidden, control and look-alike characters."""
    for path, text in context.once(_texts, p):
        match = _HIDDEN.search(text)
        if match:
            yield Hit(path, {"mark": f"U+{ord(match[0]):04X}"})


def _one_line(text: str) -> str:
    line = normalise(text)
    return re.sub(r"^(?:[0-9]{1,3}[.)]\s+)+", "", line) or line


@rule(
    "TTHC710",
    "tên thủ tục có xuống dòng, tab hoặc số thứ tự ở đầu",
    "the name holds a line break, a tab or a number in front",
    severity=INFO,
    citation=article_8("a"),
    why=("Tên thủ tục là một dòng, không đánh số.", "A name is one line without a number."),
    mend=rewrite(_one_line),
)
def name_not_one_line(p: Procedure, _: Context) -> Iterable[Hit]:
    """Find names with a line break, a tab or an ordinal in front."""
    if p.name and (re.search(r"[\n\r\t]", p.name) or re.match(r"[0-9]{1,3}[.)]\s", p.name)):
        yield Hit(("name",))


@rule(
    "TTHC711",
    "tên thủ tục kết thúc bằng dấu “{mark}”",
    "the name ends with “{mark}”",
    severity=INFO,
    citation=article_8("a"),
    why=("Bỏ dấu câu ở cuối tên.", "Take the mark off the end of the name."),
    mend=rewrite(lambda text: text.rstrip(" .;,:\n\r\t")),
)
def name_ends_with_mark(p: Procedure, _: Context) -> Iterable[Hit]:
    """Find names that end with a full stop, comma, colon or semicolon."""
    name = (p.name or "").rstrip()
    if name.endswith((".", ";", ",", ":")) and name.rstrip(" .;,:"):
        yield Hit(("name",), {"mark": name[-1]})


# "¬" is what became of a soft hyphen: "tr¬ưởng".
_BROKEN = re.compile("[\xac\u202a-\u202e\u2066-\u2069\ud800-\udfff\ue000-\uf09f\uf100-\uf8ff\ufffd-\uffff]")


@rule(
    "TTHC712",
    "có ký tự hỏng hoặc ký tự đổi chiều chữ ({mark})",
    "broken characters or controls of writing direction ({mark})",
    why=(
        "Ký tự thay thế, nửa cặp surrogate và ký tự đổi chiều chữ làm hỏng hoặc che nội dung. Nhập lại đoạn này.",
        "Replacement characters, lone surrogates and bidi controls break or hide content. Enter the passage again.",
    ),
)
def broken_characters(p: Procedure, context: Context) -> Iterable[Hit]:
    """Find replacement characters, lone surrogates and bidi controls."""
    for path, text in context.once(_texts, p):
        match = _BROKEN.search(text)
        if match:
            yield Hit(path, {"mark": f"U+{ord(match[0]):04X}"})


def _is_name(path: Path) -> bool:
    """Tell a name from prose; the papers of records go by whole paragraphs."""
    return path[-1:] == ("name",) and "documents" not in path


def _without_blanks(p: Procedure, finding: Finding) -> Procedure:
    name = _is_name(finding.path)
    return rewrite(lambda text: (re.sub(" {2,}", " ", text) if name else text).strip(" "))(p, finding)


@rule(
    "TTHC713",
    "có khoảng trắng thừa",
    "superfluous blanks",
    severity=INFO,
    why=("Bỏ khoảng trắng kép và khoảng trắng ở hai đầu.", "Take out double blanks and blanks at the ends."),
    mend=_without_blanks,
)
def blanks(p: Procedure, context: Context) -> Iterable[Hit]:
    """Find double blanks in names (prose may indent) and blanks at either end of any text."""
    for path, text in context.once(_texts, p):
        if text[0] == " " or text[-1] == " " or ("  " in text and _is_name(path)):
            yield Hit(path)


RULES = (
    no_code,
    bad_code,
    foreign_case,
    foreign_suffix,
    not_nfc,
    html_left,
    page_furniture,
    placeholder,
    hidden_characters,
    name_not_one_line,
    name_ends_with_mark,
    broken_characters,
    blanks,
)

"""Rules on agencies, levels and the online level."""

import datetime as dt
import re
from collections.abc import Iterable

from tthc.findings import both
from tthc.identifiers import AgencyCode
from tthc.procedures import Method, OnlineLevel, Procedure, ResponsibleAgency
from tthc.text import nfc, search_key
from tthc.validation.rule import Context, Hit
from tthc.validation.rules._make import ERROR, INFO, WARNING, article_8, brief, cite, rule, since

__all__ = ["RULES"]

DISTRICTS_END = dt.date(2025, 7, 1)
"""The first day without a district level (Luật Tổ chức chính quyền địa phương 72/2025/QH15)."""
# The first days of Nghị định 43/2011, 42/2022 and 224/2026, each with its names for online levels.
_ONLINE_2011, _ONLINE_2022, _ONLINE_2026 = dt.date(2011, 10, 1), dt.date(2022, 8, 15), dt.date(2026, 7, 1)
_ONLINE_LAW = (
    since(_ONLINE_2011, cite("43/2011/NĐ-CP", "3", "4")),
    since(_ONLINE_2022, cite("42/2022/NĐ-CP")),
    since(_ONLINE_2026, cite("224/2026/NĐ-CP", "14")),
)
_CODES_2020 = dt.date(2020, 9, 15)
_LEVEL_WORDS = {
    "central": ("cấp bộ", "central"),
    "provincial": ("cấp tỉnh", "provincial"),
    "district": ("cấp huyện", "district"),
    "commune": ("cấp xã", "commune"),
    "other": ("cơ quan khác", "other"),
}


def __dir__() -> list[str]:
    return __all__


def _agencies(p: Procedure) -> Iterable[tuple[int, ResponsibleAgency]]:
    return ((i, a) for i, a in enumerate(p.agencies or ()) if type(a) is ResponsibleAgency)


def _listed(code: AgencyCode, complete: frozenset[str]) -> Iterable[AgencyCode]:
    """Yield a code and those above it that are of a group of which the directory holds every member."""
    for n in range(len(code.levels)):
        if (".".join(code.levels[:n]) or code.levels[0][0]) in complete:
            yield AgencyCode(code.levels[: n + 1])


@rule(
    "TTHC601",
    "cơ quan “{agency}” không có trong danh mục cơ quan",
    "the agency “{agency}” is not in the directory",
    citation=article_8("g"),
    why=(
        "Kiểm tra tên và mã định danh điện tử của cơ quan. Kết luận dựa trên danh mục được cung cấp.",
        "Check the name and electronic code of the agency. This rests on the directory that was given.",
    ),
)
def unknown(p: Procedure, context: Context) -> Iterable[Hit]:
    """Find agency codes that the directory would know; silent where it does not say that it is complete."""
    known, complete = context.known.agencies, context.known.complete
    if known is None or not complete:
        return
    for i, agency in _agencies(p):
        if type(agency.code) is AgencyCode and any(
            known.status(code, context.on) == "not_known" for code in _listed(agency.code, complete)
        ):
            yield Hit(("agencies", i, "code"), {"agency": f"{agency.name} {agency.code}".strip()})


@rule(
    "TTHC602",
    "cơ quan “{agency}” không còn hoạt động vào ngày kiểm tra",
    "the agency “{agency}” no longer exists on the day of the check",
    severity=ERROR,
    citation=article_8("g"),
    why=(
        "Chuyển thủ tục cho cơ quan tiếp nhận chức năng, nhiệm vụ.",
        "Give the procedure to the agency that inherited the function.",
    ),
)
def abolished(p: Procedure, context: Context) -> Iterable[Hit]:
    """Find agencies that the directory knows to be gone; silent without a directory."""
    if context.known.agencies is None:
        return
    for i, agency in _agencies(p):
        asked = agency.code if type(agency.code) is AgencyCode else agency.name
        if asked and context.known.agencies.status(asked, context.on) == "no_longer":
            yield Hit(("agencies", i), {"agency": f"{agency.name} {agency.code or ''}".strip()})


# With its marks: "quản lý", "quân sự" and "hải quan" are no "quận".
_DISTRICT = re.compile(r"\b(?:huyện|quận|thị xã)\b", re.IGNORECASE)


@rule(
    "TTHC603",
    "từ ngày 01/7/2025 không còn cấp huyện: {place}",
    "there is no district level since 2025-07-01: {place}",
    severity=(since(DISTRICTS_END, WARNING),),
    citation=cite("72/2025/QH15"),
    why=(
        "Thủ tục của cấp huyện đã chuyển cho cấp tỉnh hoặc cấp xã; cập nhật cấp và cơ quan thực hiện.",
        "District procedures went to provinces or communes; update level and agency.",
    ),
)
def district(p: Procedure, _: Context) -> Iterable[Hit]:
    """Find the district level and district agencies."""
    for i, level in enumerate(p.levels or ()):
        if level == "district":
            yield Hit(("levels", i), {"place": _LEVEL_WORDS["district"]})
    for i, agency in _agencies(p):
        if _DISTRICT.search(nfc(agency.name)):
            yield Hit(("agencies", i), {"place": brief(agency.name)})


_NAMED_LEVEL = (
    ("commune", re.compile(r"\b(?:cap xa|uy ban nhan dan xa|cong an xa)\b")),
    ("provincial", re.compile(r"\b(?:cap tinh|uy ban nhan dan tinh|cong an tinh)\b|^so (?!giao dich)")),
)


def _level_of(agency: ResponsibleAgency, context: Context) -> str | None:
    if context.known.agencies is not None and (agency.name or type(agency.code) is AgencyCode):
        known = context.known.agencies.level_of(
            agency.code if type(agency.code) is AgencyCode else agency.name, context.on
        )
        if known is not None:
            return known
    key = search_key(agency.name)
    named = {level for level, pattern in _NAMED_LEVEL if pattern.search(key)}
    return named.pop() if len(named) == 1 else None


@rule(
    "TTHC604",
    "cơ quan giải quyết “{agency}” thuộc {level}, nhưng thủ tục chỉ ghi {levels}",
    "the settling agency “{agency}” is {level}, but the procedure is stated as {levels} only",
    citation=article_8("g"),
    why=(
        "Thống nhất cấp thực hiện với cơ quan giải quyết.",
        "Bring level and settling agency into line.",
    ),
)
def level_against_agency(p: Procedure, context: Context) -> Iterable[Hit]:
    """Find settling agencies of a level that the procedure does not name."""
    levels = [level for level in p.levels or () if isinstance(level, str)]
    if not levels or "other" in levels:
        return
    for i, agency in _agencies(p):
        level = _level_of(agency, context) if agency.role == "settling" else None
        if level is not None and level not in levels:
            words = [_LEVEL_WORDS[name] for name in levels]
            listed = (", ".join(w[0] for w in words), ", ".join(w[1] for w in words))
            shown = brief(agency.name) or str(agency.code)
            yield Hit(("agencies", i), {"agency": shown, "level": _LEVEL_WORDS[level], "levels": listed})


@rule(
    "TTHC605",
    "mã cơ quan {code} không thuộc {root}, khác với mã lĩnh vực {field}",
    "the agency code {code} does not belong to {root}, as the field code {field} does",
    citation=(since(_CODES_2020, cite("20/2020/QĐ-TTg")),),
    why=(
        "Mã định danh có thể là của bộ khác. Kiểm tra lại mã.",
        "The electronic code may be that of another ministry. Check the code.",
    ),
)
def foreign_code(p: Procedure, _: Context) -> Iterable[Hit]:
    """Find central agency codes whose root is another ministry than the one of the field code."""
    root = (p.field_code or "")[:3]
    if not re.fullmatch(r"G[0-9]{2}", root):
        return
    for i, agency in _agencies(p):
        if type(agency.code) is AgencyCode and agency.code.levels[0][0] == "G" and agency.code.levels[0] != root:
            yield Hit(("agencies", i, "code"), {"code": str(agency.code), "root": root, "field": p.field_code or ""})


@rule(
    "TTHC607",
    "không ghi cấp thực hiện",
    "the level is not stated",
    severity=INFO,
    why=("Ghi cấp thực hiện thủ tục.", "State the level that carries the procedure out."),
)
def no_level(p: Procedure, _: Context) -> Iterable[Hit]:
    """Find procedures without a level."""
    if p.state("levels") == "blank":
        yield Hit(("levels",))


@rule(
    "TTHC611",
    "“{level}” không phải là mức độ dịch vụ công trực tuyến theo quy định áp dụng vào ngày kiểm tra",
    "“{level}” is no level of online service under the decree in force on the day of the check",
    severity=(since(_ONLINE_2011, WARNING),),
    citation=_ONLINE_LAW,
    why=(
        "Từ ngày 15/8/2022 chỉ còn hai mức: toàn trình và một phần; trước đó là mức độ 1 đến mức độ 4.",
        "Since 2022-08-15 services are full or partial; before that they had levels 1 to 4.",
    ),
)
def other_regime(p: Procedure, context: Context) -> Iterable[Hit]:
    """Find online levels in the words of another decree; `toàn trình` of 2022 is the same word in 2026."""
    level = p.online_level
    if type(level) is OnlineLevel and (level.regime == 2011) != (context.on < _ONLINE_2022):
        yield Hit(("online_level",), {"level": both(level.display)})


@rule(
    "TTHC612",
    "dịch vụ công trực tuyến một phần không nêu lý do",
    "a partial online service without a reason",
    severity=(since(_ONLINE_2026, WARNING),),
    citation=cite("224/2026/NĐ-CP", "14"),
    why=(
        "Chỉ cung cấp một phần khi người dân phải có mặt, phải xác minh tại chỗ hoặc vướng mắc kỹ thuật: nêu lý do.",
        "A service is partial only if the user must be present, a check on the spot or a technical problem: say which.",
    ),
)
def partial_without_reason(p: Procedure, _: Context) -> Iterable[Hit]:
    """Find partial services without one of the four reasons."""
    if type(p.online_level) is OnlineLevel and p.online_level.level == "partial" and not p.online_level.reasons:
        yield Hit(("online_level", "reasons"))


@rule(
    "TTHC613",
    "ghi là dịch vụ công trực tuyến toàn trình nhưng không có hình thức nộp trực tuyến",
    "stated as a full online service, but there is no online channel",
    citation=_ONLINE_LAW,
    why=("Thêm hình thức nộp trực tuyến hoặc sửa mức độ.", "Add the online channel or mend the level."),
)
def full_without_channel(p: Procedure, _: Context) -> Iterable[Hit]:
    """Find full online services without an online channel."""
    full = type(p.online_level) is OnlineLevel and p.online_level.level in {"full", "4"}
    if full and p.state("methods") == "stated" and not _online(p):
        yield Hit(("online_level",))


@rule(
    "TTHC614",
    "ghi là chỉ thực hiện trực tiếp nhưng có hình thức nộp trực tuyến",
    "marked as offline only, but there is an online channel",
    citation=_ONLINE_LAW,
    why=("Bỏ dấu “chỉ trực tiếp” hoặc bỏ hình thức trực tuyến.", "Take out the mark or the online channel."),
)
def offline_with_channel(p: Procedure, _: Context) -> Iterable[Hit]:
    """Find procedures that are marked as offline only and have an online channel."""
    if p.offline_only and _online(p):
        yield Hit(("offline_only",))


def _online(p: Procedure) -> bool:
    return any(type(method) is Method and method.channel == "online" for method in p.methods or ())


RULES = (
    unknown,
    abolished,
    district,
    level_against_agency,
    foreign_code,
    no_level,
    other_regime,
    partial_without_reason,
    full_without_channel,
    offline_with_channel,
)

"""Rules on the components of a procedure, in the order of khoản 2 Điều 8 Nghị định 63/2010/NĐ-CP, and on its scope.

Điều 8 binds the document that makes the procedure; a record only publishes it. So a component that is blank in a
record's own field is reported, and one for which the record's shape has no field is not (TTHC100 lists those).
"""

import re
from collections.abc import Callable, Iterable

from tthc.dated import Dated
from tthc.findings import Param, Severity
from tthc.procedures import Method, Procedure
from tthc.text import Unparsed, search_key
from tthc.validation.rule import Context, Hit, Rule
from tthc.validation.rules._make import AMENDED, ERROR, INFO, WARNING, article_8, brief, cite, rule, since, until

__all__ = ["RULES"]

# component, code, point of Điều 8(2), Vietnamese, English, severity
_MANDATORY: tuple[tuple[str, str, str, str, str, Severity | tuple[Dated[Severity], ...]], ...] = (
    ("name", "TTHC101", "a", "tên thủ tục hành chính", "name", ERROR),
    ("steps", "TTHC102", "b", "trình tự thực hiện", "sequence of steps", ERROR),
    ("methods", "TTHC103", "c", "cách thức thực hiện", "manner of performance", ERROR),
    ("documents", "TTHC104", "d", "thành phần hồ sơ", "components of the dossier", ERROR),
    ("dossier_sets", "TTHC105", "d", "số lượng hồ sơ", "number of sets", (since(AMENDED, ERROR),)),
    ("time_limit", "TTHC106", "đ", "thời hạn giải quyết", "time limit", ERROR),
    ("audiences", "TTHC107", "e", "đối tượng thực hiện", "audience", ERROR),
    ("agencies", "TTHC108", "g", "cơ quan giải quyết", "settling agency", ERROR),
    ("results", "TTHC109", "h", "kết quả thực hiện", "result", (until(AMENDED, ERROR), since(AMENDED, WARNING))),
)
# These four belong to the procedure only where it has them, so a blank is a question, not a breach. The point of the
# list they stand under moved from i to h in 2017.
_CONDITIONAL = (
    ("forms", "TTHC110", "mẫu đơn, mẫu tờ khai", "form templates"),
    ("conditions", "TTHC111", "yêu cầu, điều kiện", "requirements and conditions"),
    ("fees", "TTHC112", "phí, lệ phí", "fees and charges"),
)
_NOT_READ = (
    ("levels", "cấp thực hiện", "level"),
    ("steps", "trình tự thực hiện", "sequence of steps"),
    ("audiences", "đối tượng thực hiện", "audience"),
    ("results", "kết quả thực hiện", "result"),
    ("conditions", "yêu cầu, điều kiện", "requirements and conditions"),
    ("methods", "cách thức thực hiện", "manner of performance"),
    ("cases", "trường hợp", "case"),
    ("agencies", "cơ quan", "agency"),
)


def __dir__() -> list[str]:
    return __all__


def _blank(component: str) -> "Callable[[Procedure, Context], Iterable[Hit]]":
    def check(p: Procedure, _: Context) -> Iterable[Hit]:
        state = p.state(component)
        if component == "name" and not (p.name or "").strip() and state == "stated":
            state = "blank"
        # `()` says "none"; the law does not let a mandatory component be none.
        if state in {"blank", "none"}:
            words: Param = ("để trống", "left blank") if state == "blank" else ("ghi là không có", "stated as none")
            yield Hit((component,), {"state": words})

    return check


def _blank_conditional(component: str) -> "Callable[[Procedure, Context], Iterable[Hit]]":
    def check(p: Procedure, _: Context) -> Iterable[Hit]:
        # Without papers nobody can say which form is missing: that is TTHC104.
        if p.state(component) == "blank" and (component != "forms" or p.documents()):
            yield Hit((component,))

    return check


def _mandatory() -> Iterable[Rule]:
    for component, code, point, vi, en, severity in _MANDATORY:
        yield rule(
            code,
            f"thiếu {vi} ({{state}})",
            f"no {en} ({{state}})",
            severity=severity,
            citation=article_8(point),
            why=(
                f"{vi[0].upper()}{vi[1:]} là bộ phận bắt buộc của thủ tục. Bổ sung theo văn bản quy định thủ tục.",
                f"The {en} is a mandatory component of a procedure. Add it from the document that makes the procedure.",
            ),
        )(_blank(component))


def _conditional() -> Iterable[Rule]:
    for component, code, vi, en in _CONDITIONAL:
        yield rule(
            code,
            f"mục {vi} để trống: cần ghi rõ có hay không có",
            f"{en} left blank: say whether there are any",
            severity=INFO,
            citation=(until(AMENDED, article_8("i")), since(AMENDED, article_8("h"))),
            why=(
                f"Bộ phận này chỉ bắt buộc khi thủ tục có {vi}. Nếu không có, ghi rõ là không có.",
                f"This component is due only where the procedure has {en}. Where it has none, say so.",
            ),
        )(_blank_conditional(component))


@rule(
    "TTHC100",
    "nguồn dữ liệu không có trường thông tin về {components}, nên chưa thể kết luận thủ tục thiếu nội dung này",
    "the source has no field for: {components}; whether the procedure lacks them cannot be told",
    severity=INFO,
    citation=cite("63/2010/NĐ-CP", "8", "2"),
    why=(
        "Khoản 2 Điều 8 ràng buộc văn bản quy định thủ tục; bản ghi chỉ đăng tải lại. Đối chiếu với văn bản gốc.",
        "Điều 8(2) binds the document that makes the procedure; the record only publishes it. See the document.",
    ),
)
def not_carried(p: Procedure, context: Context) -> Iterable[Hit]:
    """Name the mandatory components for which the shape of the record has no field."""
    if p.source is None:
        return
    absent = [
        (vi, en)
        for component, _, _, vi, en, severity in _MANDATORY
        if (not isinstance(severity, tuple) or any(context.on in dated.interval for dated in severity))
        and p.state(component) == "not_carried"
    ]
    if absent:
        yield Hit((), {"components": (", ".join(vi for vi, _ in absent), ", ".join(en for _, en in absent))})


@rule(
    "TTHC113",
    "không đọc được {component}: “{text}”",
    "{component} cannot be read: “{text}”",
    why=(
        "Nội dung có ghi nhưng không đúng dạng nên không đọc được. Ghi lại theo đúng dạng của mục.",
        "Something is stated, but not in a form that can be read. Write it in the form of its field.",
    ),
)
def unreadable(p: Procedure, _: Context) -> Iterable[Hit]:
    """Find components that are stated and cannot be read; limits, fees, numbers and codes have rules of their own."""
    for component, vi, en in _NOT_READ:
        for i, item in enumerate(getattr(p, component) or ()):
            if type(item) is Unparsed:
                yield Hit((component, i), {"component": (vi, en), "text": brief(item.text)})
    for i, method in enumerate(p.methods or ()):
        if type(method) is Method and type(method.channel) is Unparsed:
            names = ("hình thức nộp", "channel")
            yield Hit(("methods", i, "channel"), {"component": names, "text": brief(method.channel.text)})
    for name, vi, en in (
        ("dossier_sets", "số lượng hồ sơ", "number of sets"),
        ("formality", "loại thủ tục", "kind of procedure"),
        ("online_level", "mức độ trực tuyến", "online level"),
    ):
        value = getattr(p, name)
        if type(value) is Unparsed:
            yield Hit((name,), {"component": (vi, en), "text": brief(value.text)})


@rule(
    "TTHC114",
    "thủ tục nội bộ giữa các cơ quan, nằm ngoài phạm vi kiểm soát thủ tục hành chính đối với cá nhân, tổ chức",
    "an internal procedure between agencies lies outside the control of procedures for individuals and organisations",
    severity=INFO,
    citation=cite("63/2010/NĐ-CP", "1", "2", "a"),
    why=(
        "Thủ tục nội bộ theo quy định riêng (Quyết định 1085/QĐ-TTg); quy tắc về bộ phận tạo thành chỉ để tham khảo.",
        "Internal procedures have rules of their own (Decision 1085/QĐ-TTg); the rules on components are a hint only.",
    ),
)
def internal(p: Procedure, _: Context) -> Iterable[Hit]:
    """Find procedures that the record itself calls internal."""
    if p.internal:
        yield Hit(("internal",))


_OUTSIDE = re.compile(
    r"(?:thu tuc )?(?:(xu (?:ly|phat) vi pham hanh chinh)|(thanh tra (?:chuyen nganh|hanh chinh|dot xuat|lai))"
    r"|((?:bao ve|giai mat|thuoc danh muc) bi mat nha nuoc))\b"
)
_OUTSIDE_WORDS = (
    ("xử lý vi phạm hành chính", "the handling of administrative violations"),
    ("thanh tra", "inspection"),
    ("bí mật nhà nước", "state secrets"),
)


@rule(
    "TTHC115",
    "tên thủ tục cho thấy nội dung về {matter}, nằm ngoài phạm vi kiểm soát thủ tục hành chính",
    "the name points to {matter}, which lies outside the control of procedures",
    severity=INFO,
    citation=cite("63/2010/NĐ-CP", "1", "2", "b"),
    why=(
        "Xử lý vi phạm hành chính, thanh tra và thủ tục có nội dung bí mật nhà nước không thuộc phạm vi điều chỉnh.",
        "Administrative violations, inspection and procedures with state secrets are out of scope.",
    ),
)
def outside(p: Procedure, _: Context) -> Iterable[Hit]:
    """Find names that begin with a matter which Điều 1(2)(b) takes out of scope."""
    match = _OUTSIDE.match(search_key(p.name or ""))
    if match and match.lastindex:
        yield Hit(("name",), {"matter": _OUTSIDE_WORDS[match.lastindex - 1]})


@rule(
    "TTHC116",
    "thủ tục không có hiệu lực vào ngày kiểm tra (hiệu lực {validity})",
    "the procedure is not valid on the day of the check (valid {validity})",
    severity=INFO,
    why=("Kiểm tra đúng phiên bản của ngày cần xét.", "Check the version of the day in question."),
)
def not_valid(p: Procedure, context: Context) -> Iterable[Hit]:
    """Find procedures whose stated validity does not hold the day."""
    if p.validity is not None and context.on not in p.validity:
        yield Hit(("validity",), {"validity": str(p.validity)})


RULES = (*_mandatory(), *_conditional(), not_carried, unreadable, internal, outside, not_valid)

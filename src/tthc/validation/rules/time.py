"""Rules on time limits (thời hạn giải quyết)."""

import re
from collections.abc import Iterable
from fractions import Fraction

import attrs

from tthc.calendar import TimeLimit
from tthc.fees import Fee
from tthc.findings import Param, both
from tthc.procedures import Method, Procedure, Step
from tthc.text import Unparsed, search_key
from tthc.validation.rule import Context, Hit
from tthc.validation.rules._make import INFO, WARNING, article_8, brief, cite, rule

__all__ = ["RULES"]

_LAW = article_8("đ")


def __dir__() -> list[str]:
    return __all__


def _limits(p: Procedure) -> Iterable[tuple[tuple[str | int, ...], TimeLimit | Unparsed]]:
    for component, rows in (("methods", p.methods), ("cases", p.cases), ("steps", p.steps)):
        for i, row in enumerate(rows or ()):
            if type(row) is not Unparsed and row.time_limit is not None:
                yield (component, i, "time_limit"), row.time_limit


def _durations(p: Procedure) -> Iterable[tuple[tuple[str | int, ...], TimeLimit, Fraction]]:
    for path, limit in _limits(p):
        if type(limit) is TimeLimit and limit.kind == "duration" and limit.amount is not None:
            yield path, limit, limit.amount


@rule(
    "TTHC201",
    "thời hạn “{limit}” không ghi đơn vị tính",
    "the time limit “{limit}” has no unit",
    severity=WARNING,
    citation=_LAW,
    why=(
        "Một con số đứng riêng không mặc nhiên là ngày: có thể là giờ, ngày hay ngày làm việc. Ghi đủ đơn vị tính.",
        "A bare number is not days: it may be hours, days or working days. State the unit.",
    ),
)
def no_unit(p: Procedure, _: Context) -> Iterable[Hit]:
    """Find durations that are a bare number."""
    for path, limit, _amount in _durations(p):
        if limit.unit is None:
            yield Hit(path, {"limit": both(limit.display)})


def _groups(p: Procedure) -> Iterable[list[tuple[int, Method]]]:
    """Rows that speak of the same case and audience."""
    groups: dict[tuple[str | None, str | None], list[tuple[int, Method]]] = {}
    for i, method in enumerate(p.methods or ()):
        if type(method) is Method:
            groups.setdefault((method.case, method.audience), []).append((i, method))
    return (rows for rows in groups.values() if len(rows) > 1)


def _limit(method: Method) -> object:
    """The limit without its note."""
    limit = method.time_limit
    return (limit.kind, limit.amount, limit.at_least, limit.unit, limit.working) if type(limit) is TimeLimit else limit


def _fees(method: Method) -> object:
    """The fees without their notes."""
    fees = method.fees
    return None if fees is None else tuple(fee if type(fee) is Unparsed else fee.display() for fee in fees)


# A case is named, or a limit or level of its own is stated.
_CASE = re.compile(r"\b(?:truong hop|doi voi|neu(?! co\b))\b")
_OWN = re.compile(r"\b(?:thoi han|ke tu|khong qua|cham nhat|toi da)\b|[0-9]\)? ?(?:ngay|gio|thang|dong|d|vnd|usd)\b")


def _explained(rows: Iterable[tuple[object, str]]) -> bool:
    """Tell whether the notes of rows with different values say what each is for; a row is its value and its note.

    "Nộp hồ sơ trực tiếp tại trụ sở" tells nothing, and neither does a note that stands at several values alike, unless
    it names a case.
    """
    values: dict[str, set[object]] = {}
    for value, note in rows:
        values.setdefault(search_key(note), set()).add(value)
    return any(_CASE.search(note) or (len(held) == 1 and _OWN.search(note)) for note, held in values.items())


def _note(method: Method) -> str:
    """The note of a row with that of its limit."""
    return f"{method.note} {method.time_limit.note}" if type(method.time_limit) is TimeLimit else method.note


@rule(
    "TTHC202",
    "thời hạn giải quyết khác nhau giữa các hình thức nộp hồ sơ ({limits}) nhưng không nêu lý do",
    "time limits differ between the channels ({limits}) and no reason is given",
    citation=_LAW,
    why=(
        "Nếu thời hạn khác nhau theo trường hợp hay đối tượng, ghi rõ ở từng dòng; nếu không, thống nhất một thời hạn.",
        "If limits differ by case or audience, say so in each row; if not, state one limit.",
    ),
)
def differing(p: Procedure, _: Context) -> Iterable[Hit]:
    """Find channels that do not have the same limits while no row says why."""
    for rows in _groups(p):
        stated = [(i, m) for i, m in rows if type(m.time_limit) is TimeLimit]
        by_channel: dict[object, set[object]] = {}
        for _i, method in stated:
            by_channel.setdefault(method.channel, set()).add(_limit(method))
        limits = list(by_channel.values())
        if any(held != limits[0] for held in limits) and not _explained((_limit(m), _note(m)) for _, m in stated):
            words = dict.fromkeys(both(m.time_limit.display) for _, m in stated if type(m.time_limit) is TimeLimit)
            shown = ("; ".join(vi for vi, _ in words), "; ".join(en for _, en in words))
            yield Hit(("methods", stated[0][0], "time_limit"), {"limits": shown})


@rule(
    "TTHC203",
    "hình thức nộp “{channel}” có nhiều dòng với thời hạn hoặc phí khác nhau nhưng không nêu dòng nào áp dụng khi nào",
    "the channel “{channel}” stands in several rows with other limits or fees, and nothing says which row applies when",
    citation=article_8("c"),
    why=(
        "Người nộp hồ sơ không biết dòng nào áp dụng cho mình. Ghi trường hợp áp dụng ở từng dòng.",
        "An applicant cannot tell which row applies. Name the case of each row.",
    ),
)
def repeated_channel(p: Procedure, _: Context) -> Iterable[Hit]:
    """Find a channel that is repeated with another limit or fee and nothing tells the rows apart."""
    for rows in _groups(p):
        by_channel: dict[object, list[tuple[int, Method]]] = {}
        for i, method in rows:
            by_channel.setdefault(method.channel, []).append((i, method))
        for channel, same in by_channel.items():
            values = [(_limit(m), _fees(m)) for _, m in same] if len(same) > 1 else [None]
            other = next((i for (i, _), value in zip(same, values, strict=True) if value != values[0]), None)
            if other is None:
                continue
            notes = (" ".join([_note(m), *(f.note for f in m.fees or () if type(f) is Fee)]) for _, m in same)
            if not _explained(zip(values, notes, strict=True)):
                yield Hit(("methods", other, "channel"), {"channel": _channel(channel)})


_CHANNELS = {
    "direct": ("trực tiếp", "direct"),
    "online": ("trực tuyến", "online"),
    "post": ("dịch vụ bưu chính", "post"),
}


def _channel(channel: object) -> Param:
    return _CHANNELS.get(str(channel), ("không ghi", "not stated") if channel is None else brief(str(channel)))


@rule(
    "TTHC204",
    "các dòng dùng lẫn nhiều đơn vị thời hạn: {units}",
    "the rows mix units of time: {units}",
    severity=INFO,
    citation=_LAW,
    why=(
        "Ngày, ngày làm việc và giờ không so sánh được với nhau. Thống nhất một đơn vị trong cả thủ tục.",
        "Days, working days and hours do not compare. Use one unit throughout the procedure.",
    ),
)
def mixed_units(p: Procedure, _: Context) -> Iterable[Hit]:
    """Find method rows that mix days, working days and hours."""
    units = {(x.unit, x.working): x for path, x, _ in _durations(p) if path[0] == "methods" and x.unit is not None}
    if len(units) > 1:
        words = [both(attrs.evolve(x, amount=Fraction(1), at_least=None, note="").display) for x in units.values()]
        vi, en = (", ".join(pair[lang].removeprefix("1 ") for pair in words) for lang in (0, 1))
        yield Hit(("methods",), {"units": (vi, en)})


@rule(
    "TTHC205",
    "thời hạn bằng 0",
    "the time limit is zero",
    citation=_LAW,
    why=(
        "Nếu giải quyết ngay, ghi “giải quyết ngay” hoặc “trong ngày”; nếu không, ghi đúng thời hạn.",
        "If the matter is settled at once, say so; if not, state the limit.",
    ),
)
def zero(p: Procedure, _: Context) -> Iterable[Hit]:
    """Find durations of zero."""
    for path, _limit, amount in _durations(p):
        if amount == 0:
            yield Hit(path)


_DAYS: dict[str | None, Fraction] = {
    "minute": Fraction(1, 480),
    "hour": Fraction(1, 8),
    "half_day": Fraction(1, 2),
    "day": Fraction(1),
    "week": Fraction(7),
    "month": Fraction(30),
    "year": Fraction(365),
}


@rule(
    "TTHC206",
    "thời hạn {limit} dài hơn một năm",
    "the time limit of {limit} is longer than a year",
    citation=cite("63/2010/NĐ-CP", "7", "4"),
    why=(
        "Thời hạn dài hơn một năm thường là lỗi nhập liệu hoặc cần chia thành nhiều giai đoạn.",
        "A limit above a year is mostly a slip, or ought to be split into stages.",
    ),
)
def over_a_year(p: Procedure, _: Context) -> Iterable[Hit]:
    """Find durations above a year: 12 months, 365 days or 250 working days."""
    for path, limit, amount in _durations(p):
        days = amount * _DAYS.get(limit.unit, Fraction(0))
        if days > (250 if limit.working and limit.unit == "day" else 365):
            yield Hit(path, {"limit": both(limit.display)})


@rule(
    "TTHC207",
    "tổng thời hạn các bước ({total}) vượt quá thời hạn giải quyết ({limit})",
    "the steps add up to {total}, which is beyond the time limit ({limit})",
    citation=_LAW,
    why=(
        "Thời hạn của cơ quan trong từng bước cộng lại không được dài hơn thời hạn giải quyết.",
        "The agency's time in the steps must not add up to more than the time limit.",
    ),
)
def steps_beyond_limit(p: Procedure, _: Context) -> Iterable[Hit]:
    """Find procedures whose steps, in one unit, add up to more than the longest limit of the rows in that unit."""
    totals: dict[tuple[str | None, bool], Fraction] = {}
    for step in p.steps or ():
        if type(step) is Step and step.actor != "applicant" and type(step.time_limit) is TimeLimit:
            limit = step.time_limit
            if limit.amount is not None and limit.unit is not None:
                key = (limit.unit, limit.working)
                totals[key] = totals.get(key, Fraction(0)) + limit.amount
    for (unit, working), total in totals.items():
        same = [(n, x) for path, x, n in _durations(p) if path[0] != "steps" and (x.unit, x.working) == (unit, working)]
        if same and total > max(n for n, _limit in same):
            longest = max(same, key=lambda pair: pair[0])[1]
            words = both(TimeLimit(kind="duration", amount=total, unit=longest.unit, working=working).display)
            yield Hit(("steps",), {"total": words, "limit": both(longest.display)})


@rule(
    "TTHC208",
    "không đọc được thời hạn: “{text}”",
    "the time limit cannot be read: “{text}”",
    citation=_LAW,
    why=(
        "Ghi thời hạn bằng số và đơn vị, phần giải thích ghi ở mô tả.",
        "State the limit as a number and a unit, and put explanations into the description.",
    ),
)
def unreadable(p: Procedure, _: Context) -> Iterable[Hit]:
    """Find limits that are stated and could not be read."""
    for path, limit in _limits(p):
        if type(limit) is Unparsed:
            yield Hit(path, {"text": brief(limit.text)})


@rule(
    "TTHC209",
    "thời hạn giải quyết ghi “không quy định”",
    "“not fixed” stands in place of the time limit",
    severity=WARNING,
    citation=_LAW,
    why=(
        "Thời hạn giải quyết là bộ phận bắt buộc: văn bản quy định thủ tục phải ấn định thời hạn.",
        "The time limit is a mandatory component: the document that makes the procedure has to fix one.",
    ),
)
def not_fixed(p: Procedure, _: Context) -> Iterable[Hit]:
    """Find limits that say that none is set, of methods and cases."""
    for path, limit in _limits(p):
        if type(limit) is TimeLimit and limit.kind == "not_fixed" and path[0] != "steps":
            yield Hit(path)


RULES = (
    no_unit,
    differing,
    repeated_channel,
    mixed_units,
    zero,
    over_a_year,
    steps_beyond_limit,
    unreadable,
    not_fixed,
)

"""Elapsed time in words, Vietnamese and English."""

from fractions import Fraction
from typing import TYPE_CHECKING

from tthc.errors import show
from tthc.exact import format_number, percent
from tthc.findings import Lang

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tthc.costs.elapsed import KeptApart, Shortening, StepGraph
    from tthc.costs.schedules import StepSchedule
    from tthc.costs.working_time import WhyApart

__all__ = ["because", "graph", "kept_apart", "missing", "needed_for", "schedule", "shortening"]

_FIELDS: dict[str, str] = {
    "hours": "time.hours_per_day",
    "calendar_days": "time.per_calendar_day",
    "same_day": "time.same_day",
    "no_limit": "time.no_limit",
    "no_unit": "the unit of a limit",
    "working_unit": "a limit in working days",
}
_WHY: dict[str, tuple[str, str]] = {
    "hours": ("tính bằng giờ, chưa nêu số giờ một ngày làm việc", "in hours, the hours of a working day not named"),
    "calendar_days": ("tính theo ngày lịch, chưa nêu cách quy đổi", "in calendar days, no conversion named"),
    "same_day": ("trong ngày, chưa nêu cách tính", "within the day, not said what it counts as"),
    "no_limit": ("chưa rõ thời hạn", "no limit known"),
    "no_unit": ("thời hạn không ghi đơn vị", "a limit without a unit"),
    "working_unit": (
        "tuần, tháng, năm làm việc không có định nghĩa",
        "working weeks, months and years are not defined",
    ),
}
_ACTORS: dict[str | None, tuple[str, str]] = {
    "applicant": ("người nộp", "applicant"),
    "agency": ("cơ quan", "agency"),
    None: ("", ""),
}


def __dir__() -> list[str]:
    return __all__


def kept_apart(apart: "KeptApart", lang: Lang) -> str:
    return f"{show(apart.step)[1:-1]}: {_WHY[apart.why][lang == 'en']}"


def missing(whys: "Iterable[WhyApart]") -> str:
    return ", ".join(_FIELDS[why] for why in whys)


def needed_for(why: "WhyApart", ids: list[str], apart: "Mapping[WhyApart, list[str]]") -> str:
    """Say why a length cannot be given: the steps of the first reason, and how many more there are."""
    some = ", ".join(map(show, ids[:8])) + (f" and {len(ids) - 8} more" if len(ids) > 8 else "")
    others = sum(map(len, apart.values())) - len(ids)
    more = f"; {others} more for other reasons" if others else ""
    return f"steps {some}: {_WHY[why][1]}{more}"


def days(value: Fraction, lang: Lang) -> str:
    """Write a number of working days, rounded to hundredths."""
    number = format_number(value, None if (value * 100).denominator == 1 else 2, lang)
    return f"{number} ngày làm việc" if lang == "vi" else f"{number} working day{'s' * (value != 1)}"


def _number(value: Fraction, lang: Lang) -> str:
    return days(value, lang).partition(" ")[0]


def _share(value: Fraction, lang: Lang) -> str:
    return f"{'−' * (value > 0)}{format_number(percent(value, 1), 1, lang)} %"


def _path(path: tuple[str, ...]) -> str:
    """Write a path, at most eight of its steps."""
    names = path if len(path) <= 8 else (*path[:4], "…", *path[-3:])
    return " → ".join(show(name)[1:-1] for name in names)


def because(it: "Shortening", lang: Lang) -> str:
    english = lang == "en"
    step, path = show(it.before[it.step].label)[1:-1], _path(it.before.critical_path)
    cut, slack = it.cut, it.before.slack(it.step)
    if not cut:
        return f'"{step}" takes as long as before' if english else f"“{step}” không đổi thời hạn"
    if slack:
        if english:
            return (
                f'"{step}" is not on the critical path ({path}) and had {days(slack, lang)} of slack: '
                f"shortening it by {_number(cut, lang)} changes nothing"
            )
        return (
            f"“{step}” không nằm trên đường găng ({path}), còn dự trữ {days(slack, lang)}: "
            f"rút ngắn {_number(cut, lang)} ngày không làm thay đổi thời gian chờ"
        )
    other = _path(it.after.critical_path)
    if not it.saved:
        if english:
            return f'"{step}" is critical, but so is another path, as long and without it: {other}'
        return f"“{step}” nằm trên đường găng, nhưng còn một đường khác dài bằng, không qua bước này: {other}"
    if it.saved < cut:
        rest = cut - it.saved
        if english:
            return f"{days(rest, lang)} of {_number(cut, lang)} do not count: another path is the longest then: {other}"
        return f"{_number(rest, lang)} trong {days(cut, lang)} không có tác dụng, vì khi đó đường dài nhất là: {other}"
    return f'"{step}" is on the critical path' if english else f"“{step}” nằm trên đường găng"


def shortening(it: "Shortening", lang: Lang) -> str:
    whole = f"{_number(it.before.length, lang)} → {days(it.after.length, lang)} ({_share(it.share, lang)})"
    limits = f"{_number(it.before.sum_of_limits, lang)} → {days(it.after.sum_of_limits, lang)}"
    limits += f" ({_share(it.share_of_limits, lang)})"
    head = ("thời gian chờ", "tổng thời hạn") if lang == "vi" else ("elapsed time", "sum of limits")
    return f"{head[0]}: {whole}\n{head[1]}: {limits}\n{because(it, lang)}"


def graph(it: "StepGraph", lang: Lang) -> str:
    english = lang == "en"
    apart = it.kept_apart
    lines = [it.name] if it.name else []
    if apart:
        head = "kept apart, no length in working days" if english else "để riêng, chưa quy ra ngày làm việc"
        lines += [f"{head}:", *(f"  {one.display(lang)}" for one in apart[:20])]
        lines += [f"  … (+{len(apart) - 20})"] if apart[20:] else []
        return "\n".join(lines)
    for step in it.steps[:50]:
        slack = it.slack(step.id)
        actor = _ACTORS[step.actor][english]
        told = ("critical" if english else "găng") if not slack else days(slack, lang)
        told = told if not slack else f"slack {told}" if english else f"dự trữ {told}"
        name = "" if step.name in {"", step.id} else f" {show(step.name)[1:-1]}"
        after = f" ← {_path(step.after).replace(' → ', ', ')}" if step.after else ""
        who = f" ({actor})" if actor else ""
        lines.append(f"  {step.id}.{name}{who}{after}: {days(it.duration(step.id), lang)}, {told}")
    lines += [f"  … (+{len(it.steps) - 50})"] if it.steps[50:] else []
    words = ("đường găng", "tổng thời hạn") if not english else ("critical path", "sum of limits")
    lines.append(f"{words[0]}: {_path(it.critical_path) or '–'} = {days(it.length, lang)}")
    lines.append(f"{words[1]}: {days(it.sum_of_limits, lang)}")
    return "\n".join(lines)


def schedule(it: "StepSchedule", lang: Lang) -> str:
    english = lang == "en"
    lines = [f"{'from' if english else 'từ'} {it.on:%d/%m/%Y}"]
    for step in it.graph.steps[:50]:
        mark = "" if it.ends[step.id].certain else " (not decided yet)" if english else " (chưa chắc chắn)"
        span = f"{it.begins[step.id]:%d/%m/%Y} → {it.day(step.id):%d/%m/%Y}"
        lines.append(f"  {step.id}. {show(step.label)[1:-1]}: {span}{mark}")
    lines += [f"  … (+{len(it.graph.steps) - 50})"] if it.graph.steps[50:] else []
    words = ("critical path", "ends") if english else ("đường găng", "kết thúc")
    lines.append(f"{words[0]}: {_path(it.critical_path) or '–'}")
    lines.append(f"{words[1]}: {it.end:%d/%m/%Y}")
    return "\n".join(lines)

"""The points of Thông tư 01/2018/TT-VPCP, Articles 13 to 15: nine indicators of 0, 1 or 2 points.

Indicators 1, 2, 3, 4 and 7 are means over dossiers, rounded to one decimal; the others are given to the agency as a
whole. Article 14(1) lists 6 among those of dossiers too, Articles 14(2) and 15 do not: here it is the agency's. What
there is no data for is left out of the total, and the classes stay as they are. The circular guided Nghị định
61/2018/NĐ-CP, which ended on 30/06/2025; whether its points were issued again is not known.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from tthc.dated import Interval
from tthc.errors import Fault, show
from tthc.frozen import FrozenMap
from tthc.service_quality.measures import Grade, Group, Measure
from tthc.service_quality.profiles import Profile
from tthc.service_quality.tally import Entry, Tally, refuse

if TYPE_CHECKING:
    from tthc.calendar.working import WorkingCalendar
    from tthc.dossiers import Dossier, OnTimeRule

__all__ = [
    "TT01_2018",
    "TT01_2018_OFFICIAL",
    "feedback_points",
    "one_stop_points",
    "online_points",
    "points_tally",
    "publicity_points",
]

_VALID = Interval(dt.date(2019, 1, 6), dt.date(2025, 7, 1))
_SOURCE = "Thông tư 01/2018/TT-VPCP, Điều 13–15"
_NAME = "Đánh giá việc giải quyết thủ tục hành chính (Thông tư 01/2018/TT-VPCP)"
_NAME_EN = "Assessment of how procedures are settled (Thông tư 01/2018/TT-VPCP)"
_TWO = Fraction(2)


def __dir__() -> list[str]:
    return __all__


def _of_dossiers(name: str, title: str, english: str) -> Measure:
    return Measure(
        id=name, name=title, name_en=english, kind="mean", numerator=(f"points_{name}",),
        denominator=(f"points_{name}_of",), maximum=_TWO, digits=1, validity=_VALID, source=_SOURCE,
    )  # fmt: skip


def _of_agency(name: str, title: str, english: str) -> Measure:
    return Measure(
        id=name, name=title, name_en=english, kind="choice", per="unit", maximum=_TWO, validity=_VALID, source=_SOURCE
    )


_MEASURES = (
    _of_dossiers("1", "Tổng thời gian giải quyết so với quy định", "Total time against the law"),
    _of_dossiers("2", "Thời gian của từng cơ quan, đơn vị tham gia", "Time of each participating unit"),
    _of_dossiers("3", "Số lần liên hệ nơi tiếp nhận để hoàn thiện hồ sơ", "Contacts needed to complete the dossier"),
    _of_dossiers("4", "Số cơ quan phải liên hệ", "Agencies that had to be contacted"),
    _of_agency(
        "5", "Tiếp nhận, giải quyết, trả kết quả tại một cửa", "Received, settled and returned at the one-stop shop"
    ),
    _of_agency("6", "Công khai thủ tục", "Publicity of procedures"),
    _of_dossiers("7", "Thái độ, hành vi", "Attitude"),
    _of_agency("8", "Tiếp thu, giải trình phản ánh, kiến nghị", "Handling of feedback"),
    _of_agency("9", "Cung cấp dịch vụ công trực tuyến", "Online services"),
)
_DOSSIERS = ("1", "2", "3", "4", "7")


def _grade(name: str, english: str, start: int | str) -> Grade:
    return Grade(name=name, name_en=english, at_least=Fraction(start))


TT01_2018 = Profile(
    id="tt01-2018",
    name=_NAME,
    name_en=_NAME_EN,
    measures=_MEASURES,
    groups=(Group(id="agency", name="Cơ quan", name_en="Agency", parts=tuple(m.id for m in _MEASURES)),),
    grades=(
        _grade("xuất sắc", "excellent", 15),
        _grade("tốt", "good", 12),
        _grade("khá", "fair", 9),
        _grade("trung bình", "average", 6),
        _grade("yếu", "weak", 0),
    ),
    validity=_VALID,
    source=_SOURCE,
)
"""An agency: nine indicators, 18 points, classes from 15, 12, 9 and 6."""

TT01_2018_OFFICIAL = Profile(
    id="tt01-2018-official",
    name=_NAME,
    name_en=_NAME_EN,
    measures=tuple(measure for measure in _MEASURES if measure.id in _DOSSIERS),
    groups=(Group(id="official", name="Cán bộ, công chức, viên chức", name_en="Official", parts=_DOSSIERS),),
    grades=(
        _grade("hoàn thành 100% nhiệm vụ", "100% of duty", 5),
        _grade("hoàn thành từ 70% đến dưới 100% nhiệm vụ", "70% to below 100% of duty", "3.5"),
        _grade("hoàn thành dưới 70% nhiệm vụ", "below 70% of duty", 0),
    ),
    validity=_VALID,
    source=_SOURCE,
)
"""An official: the five indicators of dossiers, 10 points, classes from 5 and 3.5."""


def points_tally(
    dossiers: "Iterable[Dossier]",
    *,
    period: Interval,
    rule: "OnTimeRule",
    agency: "str | Callable[[Dossier], str] | None" = None,
    marks: "Callable[[Dossier], Iterable[str]] | None" = None,
    points: "Callable[[Dossier], Mapping[str, int]] | None" = None,
    calendar: "WorkingCalendar | None" = None,
    projected: bool = False,
) -> Tally:
    """Count the points of the dossiers settled in a period, for the indicators of dossiers.

    From a dossier itself come 1 (early 2, on time 1, late 0, judged by `rule`) and 3 (no supplement asked for 2, once
    1, more often 0). With `marks` comes 7: nothing where "complained" (upheld), else as 1. `points` gives what the
    caller knows, by indicator, in place of these: 2, 4, or a 3 where the applicant was at fault. A dossier that cannot
    be judged is left out of 1 and 7.

    Raises `MalformedError` for points other than 0, 1 and 2, and as `Tally.of` does.
    """
    from tthc.service_quality._counting import counted  # noqa: PLC0415 - dossiers and calendar load with it

    found: dict[str, dict[str, int]] = {}
    faults: list[Fault] = []
    for item in counted(dossiers, period, rule, agency=agency, marks=marks, calendar=calendar, projected=projected):
        if not any(name.startswith("settled_") for name in item.names):
            continue
        given = dict(_own_points(item.names, len(item.dossier.requests), marked=marks is not None))
        others: Mapping[str, int] = {} if points is None else points(item.dossier)
        for name, count in others.items():
            if name not in _DOSSIERS or type(count) is not int or not 0 <= count <= _TWO:
                faults.append(Fault(f"points of {item.dossier.code}", {name: count}, "0, 1 or 2 for 1, 2, 3, 4 or 7"))
            given[name] = count
        counts = found.setdefault(item.agency, {})
        for name, count in given.items():
            counts[f"points_{name}"] = counts.get(f"points_{name}", 0) + count
            counts[f"points_{name}_of"] = counts.get(f"points_{name}_of", 0) + 1
    refuse(faults)
    return Tally(tuple(Entry(agency=unit, period=period, counts=FrozenMap(counts)) for unit, counts in found.items()))


def _own_points(names: frozenset[str], requests: int, *, marked: bool) -> Iterable[tuple[str, int]]:
    """Yield the points that follow from a settled dossier alone."""
    speed = {"settled_early": 2, "settled_on_time": 1, "settled_late": 0}
    judged = [speed[name] for name in names if name in speed]
    yield "3", max(0, 2 - requests)
    for score in judged:
        yield "1", score
        if marked:  # a late dossier is never "content", with or without a complaint
            yield "7", score if "content" in names else 0


# ── what the agency as a whole gets ──────────────────────────────────────────────────────────────────────────────────


def _parts(what: str, whole: int, *parts: int) -> None:
    """Refuse counts below 0 and parts above their whole."""
    if any(type(count) is not int or count < 0 for count in (whole, *parts)) or max(parts) > whole:
        msg = f"{what}: expected counts of 0 or more, none above {show(whole)}, got {', '.join(map(show, parts))}"
        raise ValueError(msg)


def one_stop_points(
    level: Literal["central", "provincial", "district", "commune"], *, in_scope: int, received: int, settled: int
) -> int:
    """Return the points of 5, from the procedures that are to be handled at the one-stop shop (`in_scope`).

    2 points where so many are received, settled and returned there: 20 % for ministries and provinces, 50 % for
    districts, 100 % for communes; else 1 point where all are received and returned there. Raises `ValueError` for
    counts below 0 or above `in_scope`, and for an unknown level.

    >>> one_stop_points("provincial", in_scope=100, received=100, settled=19)
    1
    """
    shares = {"central": 20, "provincial": 20, "district": 50, "commune": 100}
    if level not in shares:
        msg = f"level: expected one of {', '.join(shares)}, got {show(level)}"
        raise ValueError(msg)
    _parts("in_scope", in_scope, received, settled)
    needed = shares[level]
    if in_scope and settled * 100 >= in_scope * needed:
        return 2
    return 1 if received == in_scope > 0 else 0


def publicity_points(*, posted: bool, electronic: bool) -> int:
    """Return the points of 6: exact, full and timely publicity both posted and electronic 2, one of them 1.

    >>> publicity_points(posted=True, electronic=False)
    1
    """
    return posted + electronic


def feedback_points(*, received: int, on_time: int, prolonged: bool = False) -> int:
    """Return the points of 8: none received or all on time 2, at least 90 % on time 1; none where one drags on.

    Raises `ValueError` for counts below 0, and for more on time than received.

    >>> feedback_points(received=20, on_time=18), feedback_points(received=0, on_time=0)
    (1, 2)
    """
    _parts("received", received, on_time)
    if prolonged:
        return 0
    if on_time == received:
        return 2
    return 1 if on_time * 10 >= received * 9 else 0


def online_points(*, eligible: int, offered: int, dossiers: int, online: int, unresolved: bool = False) -> int:
    """Return the points of 9: procedures offered at level 3 or 4 of those eligible, and dossiers handed in online.

    2 points from 20 % of procedures and 30 % of dossiers, 1 point from any procedure and 15 % of dossiers; none where
    an online dossier is unresolved or late. Raises `ValueError` for counts below 0, and for a part above its whole.

    >>> online_points(eligible=100, offered=20, dossiers=1000, online=299)
    1
    """
    _parts("eligible", eligible, offered)
    _parts("dossiers", dossiers, online)
    if unresolved or not offered or not dossiers:
        return 0
    if offered * 5 >= eligible and online * 10 >= dossiers * 3:
        return 2
    return 1 if online * 20 >= dossiers * 3 else 0

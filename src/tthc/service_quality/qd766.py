"""The service index of Quyết định 766/QĐ-TTg (23/06/2022), in the readings that the sources bear out.

The annex of the decision was not read. What is known: its five groups and their maxima, the classes, and how the
national portal computed the index in 2026: its rules reproduce the published points of provinces and agencies to the
second decimal. Three things moved or are told in two ways, so they are readings of their own:

- 4.2, digitised dossiers: the portal scores the share as it is (`QD766`), the description of the formulas of the same
  year gives full points from 80 % (`QD766_DESCRIBED`).
- Payment: a provincial monitor of 2022–2024 gives full points from 80, 80 and 30 % (`QD766_MONITOR`), where the
  portal's figures of 2026 fit 80, 80 and 100 %.
- Communes: a sheet of metrics gives them the maximum for what only provinces can do (`COMMUNE_EXEMPT`, not applied
  unless asked for; `QD766.with_exempt`).

Two more differences stand where they arise: which days an announcement has (`Tally.of_announcements`), and what a
supplement does to the limit (the rule of `Tally.of`).
"""

import datetime as dt
from fractions import Fraction
from typing import Literal

from tthc.dated import Interval
from tthc.errors import NoLawError, NotFoundError, show
from tthc.indices.normalise import WhenZero
from tthc.service_quality.measures import Confirmation, Grade, Group, Measure, Per
from tthc.service_quality.profiles import Profile

__all__ = [
    "COMMUNE_EXEMPT",
    "QD766",
    "QD766_2022",
    "QD766_DESCRIBED",
    "QD766_GROUPS",
    "QD766_MONITOR",
    "qd766_on",
    "synchronisation_base",
]

_ISSUED = dt.date(2022, 6, 23)
_2026 = Interval(dt.date(2026, 1, 1), dt.date(2027, 1, 1))
_PORTAL = "figures of the national portal, September and October 2026"
_OBSERVED = "reproduces portal figures of Phú Thọ (26/09/2026) and Đắk Lắk (10/10/2026)"


def __dir__() -> list[str]:
    return __all__


_DOSSIERS = (
    "settled_early", "settled_on_time", "settled_late", "settled_unjudged",
    "pending_in_time", "pending_late", "pending_unjudged",
)  # fmt: skip
_ON_TIME = ("settled_early", "settled_on_time", "pending_in_time")


def _measure(
    name: str,
    maximum: int,
    titles: tuple[str, str],
    above: str | tuple[str, ...],
    below: str | tuple[str, ...],
    *,
    per: Per = "dossier",
    threshold: Fraction = Fraction(1),
    when_zero: WhenZero = "missing",
    status: Confirmation = "confirmed",
) -> Measure:
    return Measure(
        id=name,
        name=titles[0],
        name_en=titles[1],
        per=per,
        numerator=(above,) if isinstance(above, str) else above,
        denominator=(below,) if isinstance(below, str) else below,
        maximum=Fraction(maximum),
        threshold=threshold,
        when_zero=when_zero,
        status=status,
        validity=_2026,
        source=_OBSERVED if status == "confirmed" else _PORTAL,
    )


_80, _50, _90 = Fraction(4, 5), Fraction(1, 2), Fraction(9, 10)
_MEASURES = (
    _measure(
        "1.1", 6, ("Thủ tục công bố đúng hạn", "Procedures announced on time"),
        "announced_on_time", "announced", per="procedure",
    ),
    _measure(
        "1.2", 4, ("Thủ tục cập nhật, công khai đúng hạn", "Procedures entered and published on time"),
        "entered_on_time", "to_enter", per="procedure",
    ),
    _measure(
        "1.3", 2, ("Thủ tục công khai đủ bộ phận tạo thành", "Procedures published with all components"),
        "complete", "published", per="procedure",
    ),
    _measure(
        "1.4", 6, ("Hồ sơ đồng bộ lên Cổng Dịch vụ công quốc gia", "Dossiers synchronised with the national portal"),
        "synced", "to_sync", per="unit",
    ),
    _measure(
        "2.1", 20, ("Hồ sơ xử lý trước hạn, đúng hạn", "Dossiers early or on time"),
        _ON_TIME, _DOSSIERS, when_zero="zero",
    ),
    _measure(
        "3.1", 2, ("Thủ tục cung cấp dịch vụ công trực tuyến", "Procedures offered online"),
        ("services_partial", "services_full"), "procedures",
        per="procedure", threshold=_80, when_zero="zero", status="fitted",
    ),
    _measure(
        "3.2", 4, ("Dịch vụ công trực tuyến có phát sinh hồ sơ", "Online services that are used"),
        "services_used", "services", per="procedure", when_zero="zero", status="fitted",
    ),
    _measure(
        "3.3", 6, ("Hồ sơ nộp trực tuyến", "Dossiers submitted online"),
        "received_online", ("received_online", "received_direct", "received_post"),
        threshold=_50, when_zero="zero", status="fitted",
    ),
    _measure(
        "3.5", 2, ("Thủ tục tích hợp thanh toán trực tuyến", "Procedures that can be paid online"),
        "fee_procedures_payable_online", "fee_procedures",
        per="procedure", threshold=_80, when_zero="zero", status="fitted",
    ),
    _measure(
        "3.5'", 2, ("Thủ tục có phát sinh giao dịch trực tuyến", "Procedures with online payments"),
        "fee_procedures_paid_online", "fee_procedures",
        per="procedure", threshold=_80, when_zero="zero", status="fitted",
    ),
    _measure(
        "3.6", 6, ("Hồ sơ thanh toán trực tuyến", "Dossiers paid online"),
        "paid_online", "fee_dossiers", when_zero="zero",
    ),
    _measure(
        "4.1", 6, ("Hồ sơ cấp kết quả điện tử", "Dossiers with an electronic result"),
        "with_e_result", "results_due",
    ),
    _measure("4.2", 4, ("Hồ sơ được số hóa", "Dossiers digitised"), "digitised", _DOSSIERS, status="unconfirmed"),
    _measure(
        "4.3", 2, ("Hồ sơ khai thác, sử dụng lại dữ liệu số hóa", "Dossiers that reuse digitised data"),
        "reused", _DOSSIERS, threshold=_80,
    ),
    _measure(
        "4.4", 4, ("Hồ sơ số hóa kết nối, chia sẻ để tái sử dụng", "Dossiers linked and shared for reuse"),
        "linked", _DOSSIERS, status="fitted",
    ),
    _measure(
        "4.5a", 2, ("Thủ tục kết nối dữ liệu dân cư", "Procedures linked to population data"),
        "population_procedures", "citizen_procedures", per="procedure",
    ),
    _measure(
        "4.5b", 2, ("Hồ sơ sử dụng dữ liệu dân cư", "Dossiers that use population data"),
        "population_data", _DOSSIERS,
    ),
    _measure(
        "4.6", 2, ("Chứng thực bản sao điện tử từ bản chính", "Communes that certify electronic copies"),
        "communes_certifying", "communes", per="unit", when_zero="full", status="derived",
    ),
    _measure(
        "5.2", 6, ("Phản ánh, kiến nghị xử lý đúng hạn", "Petitions handled on time"),
        "petitions_on_time", "petitions", per="petition", when_zero="full",
    ),
    _measure(
        "5.3", 6, ("Hài lòng trong xử lý phản ánh, kiến nghị", "Petitions handled to satisfaction"),
        "petitions_content", "petitions", per="petition", when_zero="full",
    ),
    _measure(
        "5.4", 6, ("Hài lòng trong tiếp nhận, giải quyết", "Dossiers neither late nor complained about"),
        "content", _DOSSIERS, threshold=_90, when_zero="zero",
    ),
)  # fmt: skip

_GRADES = (
    Grade(name="xuất sắc", name_en="excellent", at_least=Fraction(90)),
    Grade(name="tốt", name_en="good", at_least=Fraction(80)),
    Grade(name="khá", name_en="fair", at_least=Fraction(70)),
    Grade(name="trung bình", name_en="average", at_least=Fraction(50)),
    Grade(name="yếu", name_en="weak", at_least=Fraction(0)),
)
_GROUPS: dict[str, tuple[str, str, int, tuple[str, ...]]] = {
    "CKMB": ("Công khai, minh bạch", "Publicity and transparency", 18, ("1.1", "1.2", "1.3", "1.4")),
    "TDGQ": ("Tiến độ, kết quả giải quyết", "Progress and results", 20, ("2.1",)),
    "ONLINE_SERVICE": ("Cung cấp dịch vụ trực tuyến", "Online services", 22, ("CLGQ", "TTTT")),
    "CLGQ": ("Dịch vụ công trực tuyến", "Services online", 12, ("3.1", "3.2", "3.3")),
    "TTTT": ("Thanh toán trực tuyến", "Payment online", 10, ("3.5", "3.5'", "3.6")),
    "MDSH": ("Số hóa hồ sơ", "Digitisation", 22, ("4.1", "4.2", "4.3", "4.4", "4.5a", "4.5b", "4.6")),
    "MDHL": ("Mức độ hài lòng", "Satisfaction", 18, ("5.2", "5.3", "5.4")),
}
_FIVE = ("CKMB", "TDGQ", "ONLINE_SERVICE", "MDSH", "MDHL")
_NAME = "Bộ chỉ số phục vụ người dân, doanh nghiệp (Quyết định 766/QĐ-TTg)"
_NAME_EN = "Index of service to citizens and businesses (Quyết định 766/QĐ-TTg)"


def _group(name: str, parts: tuple[str, ...]) -> Group:
    vi, en, _, _ = _GROUPS[name]
    return Group(id=name, name=vi, name_en=en, parts=parts)


def _points(name: str) -> Measure:
    vi, en, most, _ = _GROUPS[name]
    return Measure(
        id=name, name=vi, name_en=en, kind="points", maximum=most, per="unit",
        validity=Interval(_ISSUED), source="Quyết định 766/QĐ-TTg",
    )  # fmt: skip


QD766 = Profile(
    id="qd766-2026",
    name=_NAME,
    name_en=_NAME_EN,
    measures=_MEASURES,
    groups=(
        Group(id="766", name=_NAME, name_en=_NAME_EN, parts=_FIVE),
        *(_group(name, parts) for name, (_, _, _, parts) in _GROUPS.items()),
    ),
    grades=_GRADES,
    validity=_2026,
    source=_PORTAL,
    note="a revision of the decision is in progress or issued: a sheet of 2026 gives the same codes new definitions",
)
"""The index as the national portal computed it in 2026: five groups of 18, 20, 22, 22 and 18 points, the third parted
into services (12) and payment (10). Each indicator is rounded half up to two decimals. 0/0 gives full points to the
petitions (5.2, 5.3) and to 4.6; nothing, which counts as 0, to 2.1, 5.4, services and payment; and no score, which is
not 0, to publicity and the other indicators of digitisation. Indicators 2.2 (mean time) and 5.1 (sorts of petitions)
bear no points."""

QD766_DESCRIBED = QD766.with_thresholds(
    {"4.2": _80}, name="qd766-2026-described", source="description of the formulas of the index, 2026", validity=_2026
)
"""The index as the description of its formulas reads in 2026: 4.2 has full points from 80 %."""

QD766_MONITOR = QD766.with_thresholds(
    {"3.5": _80, "3.5'": _80, "3.6": Fraction(3, 10)},
    name="qd766-monitor",
    source="a provincial one-stop front end that monitors the decision, between 2022 and 2024",
)
"""The index with the payment thresholds of a provincial monitor of 2022–2024: 80, 80 and 30 %. Everything else is as on
the portal in 2026, for want of another source."""

QD766_GROUPS = QD766.with_points(("CKMB", "TDGQ", "CLGQ", "TTTT", "MDSH", "MDHL"), name="qd766-groups")
"""The index from the points of the portal's six groups, as published: what is there when the counts are not."""

QD766_2022 = Profile(
    id="qd766-2022",
    name=_NAME,
    name_en=_NAME_EN,
    measures=tuple(map(_points, _FIVE)),
    groups=(Group(id="766", name=_NAME, name_en=_NAME_EN, parts=_FIVE),),
    grades=_GRADES,
    validity=Interval(_ISSUED),
    source="Quyết định 766/QĐ-TTg",
)
"""The decision itself, as far as it is known: five groups with their maxima, and the classes. Its indicators and their
thresholds were not read; full points for satisfaction followed the stage targets of Nghị quyết 76/NQ-CP (2021)."""

COMMUNE_EXEMPT = ("3.1", "3.2", "3.3", "4.5a", "4.5b")
"""What only provinces answer for, by a sheet of metrics of 2026 (its numbers 6, 16 and 17; its 8 and 9 bear no points):
communes get the maximum. Not confirmed and not applied: `QD766.with_exempt(COMMUNE_EXEMPT, name=…)` does."""

_READINGS = {"portal": QD766, "described": QD766_DESCRIBED}


def qd766_on(on: dt.date, *, reading: Literal["portal", "described"] = "portal") -> Profile:
    """Return the profile that is known to hold on a day; raises `NoLawError` before 23/06/2022.

    Outside 2026 only the groups and classes of the decision are known.

    >>> qd766_on(dt.date(2026, 10, 10)), qd766_on(dt.date(2023, 1, 1))
    (<Profile qd766-2026: 21 indicators, 7 groups>, <Profile qd766-2022: 5 indicators, 0 groups>)
    """
    if type(on) is not dt.date:
        msg = f"on: expected a date without a time of day, got {show(on)}"
        raise TypeError(msg)
    if on < _ISSUED:
        raise NoLawError(on, _ISSUED)
    if reading not in _READINGS:
        raise NotFoundError("reading of QĐ 766", reading, tuple(_READINGS))
    return _READINGS[reading] if on in _2026 else QD766_2022


def synchronisation_base(
    reported: int | None, on_portal: int, *, last_year: int | None = None, months: int = 12
) -> Fraction | None:
    """Return the denominator of 1.4: the larger of the dossiers reported and those on the portal.

    `reported` is the figure of the report system, `on_portal` that of the national portal. Without a report, last
    year's figure stands in for it, a twelfth of it for each of the `months` of the period (1, 3 or 12). `None` where
    that is not known either.

    >>> synchronisation_base(370_610, 360_000), synchronisation_base(None, 90, last_year=1200, months=1)
    (Fraction(370610, 1), Fraction(100, 1))
    """
    for figure in (reported, on_portal, last_year):
        if figure is not None and (type(figure) is not int or figure < 0):
            msg = f"expected a number of dossiers, 0 or more, got {show(figure)}"
            raise ValueError(msg)
    if months not in {1, 3, 12}:
        msg = f"expected a period of 1, 3 or 12 months, got {months}"
        raise ValueError(msg)
    if reported is not None:
        return Fraction(max(reported, on_portal))
    return None if last_year is None else Fraction(last_year * months, 12)

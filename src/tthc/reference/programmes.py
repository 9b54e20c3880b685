"""Viet Nam's programmes of simplification (chương trình cắt giảm, đơn giản hóa): aims, and figures as published.

Đề án 30 (2007–2010), Nghị quyết 68/NQ-CP (2020–2025), Quyết định 1085/QĐ-TTg (2022–2025) and Nghị quyết 66/NQ-CP
(2025–2026) with the resolutions that carry it out, some of which lapse on 28/02/2027.
"""

import datetime as dt
from fractions import Fraction

from tthc.dated import Interval
from tthc.identifiers import LegalNumber
from tthc.programmes.agenda import Agenda
from tthc.programmes.bodies import Body, Lead
from tthc.programmes.figures import Base, Observation, Precision, Stage
from tthc.programmes.metrics import METRICS, Metric
from tthc.programmes.plans import Programme, ProgrammeKind
from tthc.programmes.targets import Target
from tthc.reference import _programmes_vietnam as rows

__all__ = ["AS_OF", "NQ_66", "NQ_68", "PROJECT_30", "QD_1085", "TOTALS", "VIETNAM"]

AS_OF = dt.date(*rows.AS_OF)
"""The day up to which the figures are known."""


def __dir__() -> list[str]:
    return __all__


def _cells(table: str) -> list[list[str]]:
    return [row.split("|") for row in table.strip().splitlines()]


def _day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def _number(text: str) -> Fraction | None:
    return Fraction(text) if text else None


_METRICS: dict[str, Metric] = {metric: metric for metric in METRICS}
_PRECISIONS: dict[str, Precision] = {"": "exact", "about": "about", "more_than": "more_than"}
_STAGES: dict[str, Stage | None] = {"": None, "planned": "planned", "enacted": "enacted"}
_KINDS: dict[str, ProgrammeKind] = {
    "programme": "programme",
    "project": "project",
    "plan": "plan",
    "package": "package",
}


def _base(count: str, as_of: str, what: str, precision: str, source: str) -> Base:
    return Base(count=_number(count), as_of=_day(as_of), what=what, precision=_PRECISIONS[precision], source=source)


_BASES = {key: _base(*cells) for key, *cells in _cells(rows.BASES)}


def _targets() -> dict[str, list[Target]]:
    found: dict[str, list[Target]] = {}
    for programme, one, metric, threshold, base, due, stage, scope, note in _cells(rows.TARGETS):
        target = Target(
            id=one,
            metric=_METRICS.get(metric),
            threshold=_number(threshold),
            base=_BASES.get(base),
            due=_day(due),
            stage=_STAGES[stage],
            scope=scope,
            note=note,
        )
        found.setdefault(programme, []).append(target)
    return found


def _figures() -> dict[str, list[Observation]]:
    found: dict[str, list[Observation]] = {}
    for cells in _cells(rows.FIGURES):
        programme, metric, part, base, on, stage, scope, stated, precision, confirmed, source, note = cells
        figure = Observation(
            metric=_METRICS[metric],
            part=_number(part),
            base=_BASES.get(base),
            on=_day(on),
            stage=_STAGES[stage],
            scope=scope,
            stated=stated,
            precision=_PRECISIONS[precision],
            source=source,
            confirmed=confirmed != "no",
            note=note,
        )
        found.setdefault(programme, []).append(figure)
    return found


def _programmes() -> tuple[Programme, ...]:
    targets, figures = _targets(), _figures()
    found: list[Programme] = []
    for cells in _cells(rows.PROGRAMMES):
        one, kind, name, name_en, document, issued, since, until, owner, part_of, source, note = cells
        programme = Programme(
            id=one,
            kind=_KINDS[kind],
            name=name,
            name_en=name_en,
            document=LegalNumber.parse(document) if document else None,
            issued=_day(issued),
            validity=Interval(_day(since), _day(until)) if since else None,
            owner=owner or None,
            part_of=part_of or None,
            targets=tuple(targets.get(one, ())),
            figures=tuple(figures.get(one, ())),
            source=source,
            note=note,
        )
        found.append(programme)
    return tuple(found)


VIETNAM = Agenda(
    bodies=(
        Body(
            id="chinh-phu",
            name="Chính phủ",
            name_en="The Government",
            level="central",
            leads=(Lead(role="Thủ tướng Chính phủ"),),
        ),
        Body(
            id="thu-tuong",
            name="Thủ tướng Chính phủ",
            name_en="The Prime Minister",
            level="central",
            leads=(Lead(role="Thủ tướng Chính phủ"),),
        ),
    ),
    programmes=_programmes(),
)
"""The national programmes with their targets and published figures, and the two bodies that issued them.

>>> from tthc.programmes import movement
>>> august, november = (NQ_66.figures_of("conditions")[i] for i in (0, 3))
>>> print(movement(august, november, on_base="before"))
từ 2.028/7.806 điều kiện (26,0 %) đến 2.269/6.974 điều kiện (32,5 %): +6,6 điểm %, +3,1 do đã làm, +3,5 do cơ số thay \
đổi; tính trên 7.806 điều kiện kinh doanh (24/08/2025)
"""

PROJECT_30 = VIETNAM.programme("da-30-2007")
"""Đề án 30: Quyết định 30/QĐ-TTg of 10/01/2007. 88.88 % of the procedures touched; 37.31 % of the cost reported."""
NQ_68 = VIETNAM.programme("nq-68-2020")
"""Nghị quyết 68/NQ-CP of 12/05/2020: 20 % of the business regulations and 20 % of the compliance cost."""
QD_1085 = VIETNAM.programme("qd-1085-2022")
"""Quyết định 1085/QĐ-TTg of 15/09/2022 on internal procedures."""
NQ_66 = VIETNAM.programme("nq-66-2025")
"""Nghị quyết 66/NQ-CP of 26/03/2025: 30 % of conditions, time and cost in 2025; 50 % of 2024 in 2026."""

TOTALS: tuple[Base, ...] = tuple(_base(*cells) for cells in _cells(rows.TOTALS))
"""How many procedures there were and what they cost, as published from time to time. They count different things."""

"""The directory of Viet Nam's agencies, and its provinces: who was what on a day, as far as published sources say.

`VIETNAM` holds the Government, its ministries and agencies by the lists of 2020 and 2025, some of their departments,
the people's committees of 63 and 34 provinces, and who was in charge of what the reform of procedures speaks of. The
offices of a province, districts and communes are the caller's data, in the same types (`VIETNAM.with_agencies(…)`).
"""

import datetime as dt
import functools
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, cast, final

import attrs

from tthc._record import check
from tthc.agencies import (
    Agency,
    AgencyDirectory,
    AgencyKind,
    Function,
    Mandate,
    Reorganisation,
    ReorganisationKind,
    Territory,
)
from tthc.dated import Interval
from tthc.errors import Fault, NoLawError, NotFoundError
from tthc.identifiers import AgencyCode, Identifier, LegalNumber, UnitCode
from tthc.law import Citation
from tthc.reference import _agencies_central as central
from tthc.reference import _agencies_functions as functions
from tthc.reference import _agencies_provinces as old_and_new

__all__ = ["FUNCTIONS", "VIETNAM", "Province", "provinces", "statistical"]


def __dir__() -> list[str]:
    return __all__


_SINCE, _MERGED = dt.date(*old_and_new.SINCE), dt.date(*old_and_new.MERGED)
_TYPE_WORDS = {"province": ("tỉnh", "Province"), "city": ("thành phố", "City")}


@final
@attrs.frozen(kw_only=True, repr=False)
class Province:
    """A province or city under central rule (đơn vị hành chính cấp tỉnh) in a span in which nothing of it changed.

    `h_code` is the electronic code of its people's committee and follows the name that was kept; `statistical` follows
    the seat. `seat` names the province of 2008 to 2025 on whose land the seat stands. `confirmed` is false where no
    source confirms the electronic code itself (27 of the 63).
    """

    h_code: AgencyCode
    statistical: UnitCode
    name: str
    name_en: str
    type: Literal["province", "city"]
    seat: str
    validity: Interval
    source: str = ""
    confirmed: bool = True

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        if not self.name:
            yield Fault("name", self.name, "the name of a province")

    @property
    def full_name(self) -> str:
        """The name with the word for its type: `tỉnh An Giang`, `thành phố Huế`."""
        return f"{_TYPE_WORDS[self.type][0]} {self.name}"

    @property
    def territory(self) -> Territory:
        """The province as the territory of an agency."""
        return Territory(name=self.name, type=self.type, code=self.statistical, name_en=self.name_en)

    @property
    def successor(self) -> "Province | None":
        """What it became on the day after its last: merged into it, or the same one as a city; `None` while it lasts.

        >>> {p.name: p.successor.name for p in provinces(dt.date(2025, 6, 30)) if p.successor}["Hà Giang"]
        'Tuyên Quang'
        """
        if self.validity.until is None:
            return None
        new = _heir_of().get(self.h_code, self.h_code) if self.validity.until == _MERGED else self.h_code
        return next((p for p in provinces(self.validity.until) if p.h_code == new), None)

    @property
    def predecessors(self) -> "tuple[Province, ...]":
        """What it was the day before its first: itself as a province, or all that were merged; `()` at the first."""
        if self.validity.since is None or self.validity.since <= _SINCE:
            return ()
        before = provinces(self.validity.since - dt.timedelta(days=1))
        return tuple(p for p in before if p.validity.until == self.validity.since and p.successor == self)

    def __str__(self) -> str:
        return f"{self.full_name} ({self.h_code}, mã {self.statistical})"

    def __repr__(self) -> str:
        return f"<Province {self.h_code} {self.statistical} {self.full_name!r} {self.validity}>"


def provinces(on: dt.date) -> tuple[Province, ...]:
    """Return the provinces of a day in the order of their electronic codes: 63 from 01/08/2008, 34 from 01/07/2025.

    Before 01/08/2008, when Hà Nội took in Hà Tây (Nghị quyết 15/2008/QH12), it raises `NoLawError`.

    >>> len(provinces(dt.date(2025, 6, 30))), len(provinces(dt.date(2025, 7, 1)))
    (63, 34)
    >>> sum(province.type == "city" for province in provinces(dt.date(2026, 9, 20)))
    9
    """
    if on < _SINCE:
        raise NoLawError(on, _SINCE)
    return tuple(province for province in _all_provinces() if on in province.validity)


def statistical(code: UnitCode | str, on: dt.date) -> Province:
    """Return the province that a statistical code (mã đơn vị hành chính) means on a day; `NotFoundError` where none.

    >>> [statistical("52", day).name for day in (dt.date(2025, 6, 30), dt.date(2025, 7, 1))]
    ['Bình Định', 'Gia Lai']
    """
    asked = UnitCode.parse(code) if isinstance(code, str) else code
    held = {province.statistical: province for province in provinces(on)}
    if asked in held:
        return held[asked]
    raise NotFoundError("statistical code of a province", str(asked), tuple(sorted(map(str, held))))


# ── the provinces, from their table ──────────────────────────────────────────────────────────────────────────────────


def _cells(table: str) -> Iterator[list[str]]:
    return (row.split("|") for row in table.splitlines())


def _codes(text: str) -> tuple[AgencyCode, ...]:
    return tuple(map(AgencyCode.parse, text.split()))


@functools.cache
def _heir_of() -> dict[AgencyCode, AgencyCode]:
    """The code that the merged province of 01/07/2025 bears, by the code of each that it took in."""
    pairs = ((AgencyCode.parse(new), _codes(taken)) for new, taken, _ in _cells(old_and_new.MERGERS))
    return {old: new for new, taken in pairs for old in taken}


@functools.cache
def _all_provinces() -> tuple[Province, ...]:
    return tuple(
        sorted((p for row in _cells(old_and_new.OLD) for p in _spans(*row)), key=lambda p: (p.h_code, p.validity.since))
    )


@functools.cache
def _upgrades() -> dict[str, list[str]]:
    """When a province became a city, its name from then on in Vietnamese and English, and by which resolution."""
    return {code: rest for code, *rest in _cells(old_and_new.CITIES_SINCE)}


def _spans(marked: str, stat: str, name: str, name_en: str) -> Iterator[Province]:
    """Cut the life of one electronic code where its province was merged or became a city."""
    code = marked.removeprefix("?")
    merged = {new: later for new, _, later in _cells(old_and_new.MERGERS)}
    seats = {stat: name for _, stat, name, _ in _cells(old_and_new.OLD)}
    kind: Literal["province", "city"] = "city" if code in old_and_new.CITIES_2008.split() else "province"
    source = "TT 10/2016/TT-BTTTT; danh mục đơn vị hành chính (QĐ 124/2004/QĐ-TTg)"
    ends = AgencyCode.parse(code) in _heir_of()
    cuts = [_SINCE]
    if ends or code in merged:
        cuts.append(_MERGED)
    if code in _upgrades():
        cuts.append(dt.date.fromisoformat(_upgrades()[code][0]))
    for since, until in zip(cuts, [*cuts[1:], None], strict=True):
        if until is None and ends:
            return
        if since == _MERGED:
            stat, source = merged[code], "Nghị quyết 202/2025/QH15; QĐ 19/2025/QĐ-TTg; danh mục của Cổng (10/2026)"
        elif since > _SINCE:
            _, name, name_en, basis = _upgrades()[code]
            kind, source = "city", f"Nghị quyết {basis}"
        yield Province(
            h_code=AgencyCode.parse(code),
            statistical=UnitCode(stat),
            name=name,
            name_en=name_en,
            type=kind,
            seat=seats[stat],
            validity=Interval(since, until),
            source=source,
            confirmed=not marked.startswith("?"),
        )


# ── the directory, from its tables ───────────────────────────────────────────────────────────────────────────────────


def _code(text: str) -> AgencyCode | Identifier:
    return AgencyCode.parse(text) if AgencyCode.is_valid(text) else Identifier("co-quan", text)


def _interval(since: str, until: str) -> Interval:
    return Interval(dt.date.fromisoformat(since) if since else None, dt.date.fromisoformat(until) if until else None)


def _citation(text: str) -> Citation | LegalNumber | None:
    document, *place = text.split(",")
    if not document:
        return None
    article, clause, point = [*place, None, None, None][:3]
    return Citation(document=LegalNumber.parse(document), article=article, clause=clause, point=point)


def _list(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part)


def _central_agencies() -> Iterator[Agency]:
    departments = ([code, "other", *rest] for code, *rest in _cells(central.DEPARTMENTS))
    for cells in (*_cells(central.BODIES), *departments):
        marked, kind, parent, since, until, name, name_en, aliases, source = cells
        yield Agency(
            code=_code(marked.removeprefix("?")),
            name=name,
            name_en=name_en,
            aliases=_list(aliases),
            level="central",
            kind=cast("AgencyKind", kind),
            parent=_code(parent) if parent else None,
            validity=_interval(since, until),
            source=source,
            confirmed=not marked.startswith("?"),
        )


def _committees() -> Iterator[Agency]:
    """The people's committees: one value for each span of a province; the first span has no first day but Hà Nội's.

    A committee's days are confirmed even where its code is not (all 63 are known by name, and so are the 34 codes that
    are left), so all are `confirmed`; `source` tells which codes are derived.
    """
    for province in _all_provinces():
        first = province.validity.since == _SINCE and province.h_code.modern != "H26"
        before = province.predecessors
        # The portal's list of October 2026 still has the new cities as provinces: another spelling, not another body.
        former = [p.full_name for p in before if p.name == province.name and p.type != province.type]
        yield Agency(
            code=province.h_code,
            aliases=tuple(f"Ủy ban nhân dân {name}" for name in former),
            name=f"Ủy ban nhân dân {province.full_name}",
            name_en=f"People's Committee of {province.name_en}",
            level="provincial",
            kind="peoples_committee",
            territory=province.territory,
            validity=Interval(None, province.validity.until) if first else province.validity,
            source=province.source + ("" if province.confirmed else "; mã suy ra từ thứ tự danh mục, chưa xác nhận"),
        )


def _events() -> Iterator[Reorganisation]:
    for kind, day, sources, results, moved, citation, source, note in _cells(central.EVENTS):
        yield Reorganisation(
            kind=cast("ReorganisationKind", kind),
            date=dt.date.fromisoformat(day),
            sources=tuple(map(_code, sources.split())),
            results=tuple(map(_code, results.split())),
            functions=_list(moved),
            citation=_citation(citation),
            source=source,
            note=note,
        )
    for new, taken, _ in _cells(old_and_new.MERGERS):
        yield Reorganisation(
            kind="merge",
            date=_MERGED,
            sources=_codes(f"{new} {taken}"),
            results=_codes(new),
            citation=_citation("202/2025/QH15,1"),
            source="Nghị quyết 202/2025/QH15",
        )
    for code, (day, _, _, basis) in _upgrades().items():
        yield Reorganisation(
            kind="raise",
            date=dt.date.fromisoformat(day),
            sources=_codes(code),
            results=_codes(code),
            citation=_citation(basis),
            source=f"Nghị quyết {basis}",
            note="tỉnh thành thành phố trực thuộc trung ương",
        )


FUNCTIONS: Mapping[str, Function] = {
    key: Function(id=key, name=name, name_en=name_en, aliases=_list(aliases))
    for key, name, name_en, aliases in _cells(functions.FUNCTIONS)
}
"""The functions (chức năng) that `VIETNAM` knows a body for, by their ids."""


def _mandates() -> Iterator[Mandate]:
    for marked, agency, since, until, citation, source, note in _cells(functions.MANDATES):
        yield Mandate(
            function=FUNCTIONS[marked.removeprefix("?")],
            agency=_code(agency),
            interval=_interval(since, until),
            citation=_citation(citation),
            source=source,
            note=note,
            confirmed=not marked.startswith("?"),
        )


VIETNAM = AgencyDirectory(
    (*_central_agencies(), *_committees()),
    events=tuple(_events()),
    mandates=tuple(_mandates()),
    as_of=dt.date(*central.AS_OF),
    since=dt.date(*central.SINCE),
)
"""Viet Nam's agencies from the Government of 31/07/2007 to November 2026; what it does not hold is *not known*.

>>> print(VIETNAM.in_charge_of("kiểm soát thủ tục hành chính", on=dt.date(2020, 8, 25)).name)
Văn phòng Chính phủ
"""

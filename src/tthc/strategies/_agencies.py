"""Bodies of the state through reorganisations, who is in charge of what, and what became of a catalogue."""

import datetime as dt
from typing import TypeVar

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from tthc.agencies import (
    Agency,
    AgencyDirectory,
    AgencyLevel,
    Competence,
    Delegation,
    Duty,
    Function,
    History,
    Inheritance,
    Mandate,
    Reorganisation,
    ReorganisationKind,
    Tenure,
    Territory,
)
from tthc.dated import ALWAYS, Interval
from tthc.identifiers import AgencyCode, Identifier, LegalNumber
from tthc.law import Citation
from tthc.procedures import Catalogue, Left, LevelRule, Move, Reassignment, reassign
from tthc.strategies._ground import intervals, maybe, some_days, texts
from tthc.strategies._papers import (
    agency_codes,
    citations,
    identifiers,
    legal_numbers,
    procedure_codes,
    unit_codes,
)
from tthc.strategies._subjects import catalogues, procedures, responsible_agencies

__all__ = [
    "agencies",
    "agency_directories",
    "agency_histories",
    "competences",
    "delegations",
    "duties",
    "functions",
    "inheritances",
    "lefts",
    "level_rules",
    "mandates",
    "moves",
    "reassignments",
    "reorganisations",
    "tenures",
    "territories",
]

T = TypeVar("T")


def __dir__() -> list[str]:
    return __all__


_NAMES = (
    "Bộ Tư pháp",
    "Bộ Văn hóa, Thể thao và Du lịch",
    "Ủy ban nhân dân tỉnh An Giang",
    "UBND xã Hòa Bình",
    "Ủy ban nhân dân xã Hoa Bình",
    "Sở Nông nghiệp và Môi trường",
    "Cục Hải quan",
    "Kho bạc Nhà nước khu vực I",
    "Trung tâm Phục vụ hành chính công",
)
_FUNCTIONS = ("kiểm soát thủ tục hành chính", "cải cách hành chính", "Đất đai", "Hộ tịch", "1.001193")
_LEVELS: tuple[AgencyLevel, ...] = ("central", "provincial", "district", "commune", "vertical", "other")
_MOST = 10
_ROOT = AgencyCode(("G99",))


def _names() -> SearchStrategy[str]:
    return st.sampled_from(_NAMES) | texts().filter(bool)


def _listed(values: SearchStrategy[str]) -> SearchStrategy[tuple[str, ...]]:
    return st.lists(values, max_size=2).map(tuple)


def territories() -> SearchStrategy[Territory]:
    """Units that bodies serve, with the word for their type or without."""
    types = st.sampled_from([None, "province", "city", "district", "town", "commune", "ward", "special_zone"])
    return st.builds(Territory, name=texts().filter(bool), type=types, code=maybe(unit_codes()), name_en=texts())


def agencies() -> SearchStrategy[Agency]:
    """Bodies of every level and kind, in spans of time."""
    kinds = ("ministry", "under_government", "peoples_committee", "specialised_department", "court", "other")
    parents = maybe(agency_codes() | identifiers())
    alone = st.builds(
        Agency,
        code=agency_codes() | identifiers(),
        name=_names(),
        level=st.sampled_from(_LEVELS),
        validity=intervals(),
        kind=st.sampled_from(kinds),
        name_en=texts(),
        aliases=_listed(_names()),
        territory=maybe(territories()),
        source=texts(),
        confirmed=st.booleans(),
    )
    return st.builds(_below, alone, parents)


def _below(made: Agency, code: AgencyCode | Identifier | None) -> Agency:
    return made if code == made.code else attrs.evolve(made, parent=code)


def reorganisations() -> SearchStrategy[Reorganisation]:
    """Events of every kind, with the number of bodies that each has."""
    kinds: list[ReorganisationKind] = sorted(_COUNTS)
    return st.builds(
        _event,
        st.sampled_from(kinds),
        some_days().filter(lambda day: day > dt.date.min),
        st.lists(agency_codes() | identifiers(), min_size=3, max_size=3, unique=True),
        st.lists(st.sampled_from(_FUNCTIONS), min_size=1, max_size=2).map(tuple),
        st.none() | citations() | legal_numbers(),
    )


_COUNTS: dict[ReorganisationKind, tuple[int, int]] = {
    "merge": (2, 1), "split": (1, 2), "rename": (1, 1), "transfer": (1, 1), "raise": (1, 1), "lower": (1, 1),
    "abolish": (1, 0), "found": (0, 1),
}  # fmt: skip


def _event(
    kind: ReorganisationKind,
    date: dt.date,
    codes: list[AgencyCode | Identifier],
    named: tuple[str, ...],
    citation: Citation | LegalNumber | None,
) -> Reorganisation:
    before, after = _COUNTS[kind]
    return Reorganisation(
        kind=kind,
        date=date,
        sources=tuple(codes[:before]),
        results=tuple(codes[3 - after :]),
        functions=named,
        citation=citation,
        note=", ".join(named),
    )


def functions() -> SearchStrategy[Function]:
    """Functions of the state."""
    names = st.sampled_from(_FUNCTIONS) | texts().filter(bool)
    return st.builds(Function, id=names, name=names, name_en=texts(), aliases=_listed(texts()))


def mandates() -> SearchStrategy[Mandate]:
    """Functions given to bodies, by code or by name."""
    return st.builds(_mandate, functions(), intervals(), maybe(agency_codes() | identifiers()), _names(), texts()) | (
        st.builds(
            Mandate,
            function=functions(),
            interval=intervals(),
            name=_names(),
            citation=st.none() | citations() | legal_numbers(),
            source=texts(),
            confirmed=st.booleans(),
        )
    )


def _mandate(
    function: Function, interval: Interval, code: AgencyCode | Identifier | None, name: str, note: str
) -> Mandate:
    return Mandate(function=function, interval=interval, agency=code, name="" if code else name, note=note)


def delegations() -> SearchStrategy[Delegation]:
    """Tasks given to other bodies in each of the four forms."""
    kinds = st.sampled_from(["assigned_by_law", "decentralised", "authorised", "receive_only"])
    made = st.builds(
        Delegation,
        kind=kinds,
        holder=st.just(_ROOT),
        receiver=(agency_codes() | identifiers()).filter(lambda code: code != _ROOT),
        interval=intervals(),
        procedures=st.lists(procedure_codes() | identifiers(), max_size=2).map(tuple),
        functions=st.lists(st.sampled_from(_FUNCTIONS), min_size=1, max_size=2).map(tuple),
        citation=st.none() | citations() | legal_numbers(),
        source=texts(),
    )
    return made | made.map(lambda given: attrs.evolve(given, holder=given.receiver, receiver=given.holder))


def competences() -> SearchStrategy[Competence]:
    """Answers on who is in charge, settled and unsettled, some with what came before and after."""
    days = maybe(some_days())
    plain = st.builds(
        Competence,
        function=functions(),
        on=some_days(),
        agency=st.none(),
        name=texts(),
        since=days,
        until=days.filter(lambda day: day is None or day > dt.date.min),
        citation=st.none() | citations() | legal_numbers(),
        source=texts(),
        confirmed=st.booleans(),
        beyond=st.booleans(),
    )
    return st.builds(_answered, plain, maybe(agencies()), maybe(tenures()), maybe(tenures()))


def _answered(plain: Competence, agency: Agency | None, before: Tenure | None, after: Tenure | None) -> Competence:
    name = plain.name if agency is None else agency.name
    return attrs.evolve(plain, agency=agency, name=name, before=before, after=after)


def tenures() -> SearchStrategy[Tenure]:
    """Days on which bodies were in charge."""
    return st.builds(
        Tenure,
        name=_names(),
        agency=maybe(agencies()),
        since=maybe(some_days()),
        until=maybe(some_days().filter(lambda day: day > dt.date.min)),
        citation=st.none() | citations() | legal_numbers(),
        source=texts(),
    )


_DAYS = (dt.date(2013, 7, 1), dt.date(2020, 9, 15), dt.date(2025, 3, 1), dt.date(2025, 7, 1), dt.date(2026, 6, 1))


def agency_directories() -> SearchStrategy[AgencyDirectory]:
    """Directories of a few bodies under one root, after up to three reorganisations, with mandates and a delegation."""
    kinds: list[ReorganisationKind] = ["merge", "split", "rename", "transfer", "abolish", "found"]
    days = st.lists(st.sampled_from(_DAYS), min_size=3, max_size=3, unique=True).map(sorted)
    body = st.tuples(_names(), st.sampled_from(_LEVELS))
    bodies = st.lists(body, min_size=_MOST, max_size=_MOST)
    return st.builds(_lived, bodies, st.lists(st.sampled_from(kinds), max_size=3), days, st.integers(0, 5), functions())


def _lived(
    bodies: list[tuple[str, AgencyLevel]],
    kinds: list[ReorganisationKind],
    days: list[dt.date],
    n: int,
    function: Function,
) -> AgencyDirectory:
    """Let happen to four bodies, one after another, what each kind of event does."""
    codes = [AgencyCode((f"H{i:02}",)) for i in range(1, 8)]
    there: dict[AgencyCode, dt.date | None] = dict.fromkeys(codes[:4])
    spans: list[tuple[AgencyCode, Interval]] = []
    happened: list[Reorganisation] = []
    for kind, day, born in zip(kinds, days, codes[4:], strict=False):
        living = [*there, born]  # the last is none yet: an event that needs two bodies may find only one
        first, second = living[n % len(there)], living[n % len(there) + 1]
        if (kind != "found" and not there) or (kind in {"merge", "transfer"} and second == born):
            continue
        sources = {"merge": (first, second), "found": ()}.get(kind, (first,))
        results = {"split": (first, born), "found": (born,), "transfer": (second,), "abolish": ()}.get(kind, (first,))
        named = _FUNCTIONS[:2] if kind == "transfer" else ()
        happened.append(Reorganisation(kind=kind, date=day, sources=sources, results=results, functions=named))
        if kind != "transfer":
            spans += [(code, Interval(there.pop(code), day)) for code in sources]
            there.update(dict.fromkeys(results, day))
    spans += [(code, Interval(since)) for code, since in there.items()]
    made = [
        Agency(code=code, name=name, level=level, parent=_ROOT, validity=span)
        for (code, span), (name, level) in zip(spans, bodies, strict=False)
    ]
    return AgencyDirectory(
        (Agency(code=_ROOT, name="Chính phủ", level="central", kind="government", validity=ALWAYS), *made),
        tuple(happened),
        (
            Mandate(function=function, agency=_ROOT, interval=Interval(days[0], days[1])),
            Mandate(function=function, name="Tổ công tác", interval=Interval(days[2])),
        ),
        tuple(
            Delegation(kind="authorised", holder=_ROOT, receiver=code, interval=span, functions=_FUNCTIONS[:1])
            for code, span in spans[:1]
        ),
        as_of=dt.date(2026, 11, 22),
    )


def agency_histories() -> SearchStrategy[History]:
    """Histories of a code, found or put together."""
    found = agency_directories().map(lambda directory: directory.history(directory.agencies[-1].code))
    spans, happened = st.lists(agencies(), max_size=2).map(tuple), st.lists(reorganisations(), max_size=2).map(tuple)
    return found | st.builds(History, code=agency_codes() | identifiers(), spans=spans, events=happened)


def _open(*more: str) -> SearchStrategy[str]:
    return st.sampled_from(["", "not_known", "ambiguous", "no_heir", "several_heirs", *more])


def _some(values: SearchStrategy[T]) -> SearchStrategy[tuple[T, ...]]:
    return st.lists(values, max_size=1).map(tuple)


def inheritances() -> SearchStrategy[Inheritance]:
    """Who stands for a body, or why nobody does."""
    return st.builds(
        Inheritance,
        asked=texts(),
        agency=maybe(agencies()),
        heir=maybe(agencies()),
        events=_some(reorganisations()),
        candidates=_some(agencies()),
        open=_open(),
    )


def duties() -> SearchStrategy[Duty]:
    """What agencies that procedures name come to."""
    return st.builds(
        Duty,
        role=st.sampled_from(["settling", "receiving"]),
        stated=texts(),
        agency=maybe(agencies()),
        answers=maybe(agencies()),
        events=_some(reorganisations()),
        delegations=_some(delegations()),
        candidates=_some(agencies()),
        open=_open("several_delegations", "circular"),
    )


def level_rules() -> SearchStrategy[LevelRule]:
    """Where district procedures go."""
    levels = st.lists(st.sampled_from(["central", "provincial", "commune", "other"]), min_size=1, max_size=2)
    citation = st.none() | citations() | legal_numbers()
    return st.builds(LevelRule, levels=levels.map(tuple), agency=maybe(responsible_agencies()), citation=citation)


def _paths() -> SearchStrategy[tuple[str | int, ...]]:
    return st.sampled_from([("agencies", 0), ("levels",), ("code",)])


def moves() -> SearchStrategy[Move]:
    """Single things that passed to another agency."""
    return st.builds(
        Move,
        procedure=procedures(),
        path=_paths(),
        before=texts(),
        after=texts(),
        agency=maybe(agencies()),
        events=_some(reorganisations()),
        citation=st.none() | citations() | legal_numbers(),
    )


def lefts() -> SearchStrategy[Left]:
    """Single things that nothing decides."""
    why = st.sampled_from(["not_known", "ambiguous", "no_heir", "several_heirs", "district", "variant_taken"])
    return st.builds(
        Left,
        procedure=procedures(),
        path=_paths(),
        stated=texts(),
        why=why,
        candidates=_some(agencies()),
        events=_some(reorganisations()),
    )


def reassignments() -> SearchStrategy[Reassignment]:
    """Catalogues after a reorganisation, found or put together."""
    found: SearchStrategy[Reassignment] = st.builds(
        _reassigned,
        catalogues(),
        agency_directories(),
        some_days(),
    )
    return found | st.builds(
        Reassignment,
        on=some_days(),
        catalogue=catalogues(),
        moved=_some(moves()),
        left=_some(lefts()),
        unresolved=_some(lefts()),
    )


def _reassigned(catalogue: Catalogue, directory: AgencyDirectory, on: dt.date) -> Reassignment:
    return reassign(catalogue, directory, on=on)

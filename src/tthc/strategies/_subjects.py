"""Procedures with all their parts, catalogues and what changed between them; dossiers and their events."""

import datetime as dt
from typing import Any, TypeVar

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from tthc.calendar import TimeLimit
from tthc.dossiers import DECREE, INDEX_766, Dossier, Event, ForbiddenStepError, Judgement, OnTimeRule, Practice
from tthc.procedures import (
    COMPONENTS,
    Ambiguity,
    Announcement,
    Audience,
    Case,
    Catalogue,
    CatalogueDifference,
    Change,
    Condition,
    Difference,
    Document,
    Form,
    Method,
    OnlineLevel,
    Procedure,
    ResponsibleAgency,
    Result,
    Source,
    Step,
    Terms,
    difference,
)
from tthc.strategies._ground import intervals, listed, maybe, some_days, stated, texts, unparsed
from tthc.strategies._papers import (
    agency_codes,
    citations,
    dossier_codes,
    fees,
    identifiers,
    legal_numbers,
    procedure_codes,
    time_limits,
)

__all__ = [
    "ambiguities",
    "announcements",
    "audiences",
    "cases",
    "catalogue_differences",
    "catalogues",
    "changes",
    "conditions",
    "differences",
    "documents",
    "dossiers",
    "events",
    "forms",
    "judgements",
    "methods",
    "on_time_rules",
    "online_levels",
    "practices",
    "procedures",
    "responsible_agencies",
    "results",
    "sources",
    "steps",
    "terms",
]

K = TypeVar("K")
T = TypeVar("T")


def __dir__() -> list[str]:
    return __all__


# ── procedures ────────────────────────────────────────────────────────────────────────────────────────────────────────


def steps() -> SearchStrategy[Step]:
    """Steps of a sequence."""
    return st.builds(
        Step,
        description=texts(),
        name=texts(),
        actor=st.sampled_from([None, "applicant", "agency"]),
        time_limit=stated(time_limits()),
    )


def forms() -> SearchStrategy[Form]:
    """Form templates."""
    return st.builds(Form, name=texts(), files=st.lists(texts(), max_size=2).map(tuple))


def documents() -> SearchStrategy[Document]:
    """Papers of a dossier."""
    flag = maybe(st.booleans())
    return st.builds(
        Document,
        name=texts(),
        act=st.sampled_from(["submit", "present"]),
        condition=maybe(texts()),
        originals=stated(st.integers(0, 3)),
        copies=stated(st.integers(0, 3)),
        certified=flag,
        form=maybe(forms()),
        code=maybe(texts()),
        electronic=flag,
        is_result=flag,
        required=flag,
        issuer=maybe(texts()),
        note=texts(),
    )


def cases() -> SearchStrategy[Case]:
    """Cases with their documents."""
    return st.builds(
        Case,
        name=texts(),
        code=maybe(texts()),
        documents=listed(documents()),
        time_limit=stated(time_limits()),
        audience=maybe(texts()),
    )


def methods() -> SearchStrategy[Method]:
    """Ways to carry a procedure out, with their limits and fees."""
    return st.builds(
        Method,
        channel=stated(st.sampled_from(["direct", "online", "post"])),
        time_limit=stated(time_limits()),
        fees=listed(fees()),
        note=texts(),
        case=maybe(texts()),
        audience=maybe(texts()),
    )


def results() -> SearchStrategy[Result]:
    """What procedures end with."""
    return st.builds(Result, name=texts(), code=maybe(texts()), template=maybe(forms()))


def conditions() -> SearchStrategy[Condition]:
    """Requirements and conditions."""
    return st.builds(Condition, texts())


def audiences() -> SearchStrategy[Audience]:
    """Who may carry a procedure out."""
    return st.builds(Audience, name=texts(), code=maybe(texts()))


def responsible_agencies() -> SearchStrategy[ResponsibleAgency]:
    """Agencies by role, known by a name, a code or an address at least."""
    roles = st.sampled_from(["settling", "deciding", "receiving", "authorised", "coordinating"])
    codes, addresses = stated(agency_codes() | identifiers()), maybe(texts())
    named = texts().filter(bool)
    return st.builds(ResponsibleAgency, role=roles, name=named, code=codes, address=addresses) | st.builds(
        ResponsibleAgency, role=roles, code=agency_codes() | identifiers() | unparsed(), address=addresses
    )


def announcements() -> SearchStrategy[Announcement]:
    """Decisions that announce procedures."""
    days = maybe(some_days())
    return st.builds(
        Announcement,
        number=stated(legal_numbers()),
        kind=st.sampled_from([None, "new", "amended", "abolished"]),
        by=st.sampled_from([None, "minister", "province", "delegated"]),
        issuer=maybe(texts()),
        signed=days,
        document_in_force=days,
        adopted=days,
        shortened=st.booleans(),
        entered=days,
    )


def online_levels() -> SearchStrategy[OnlineLevel]:
    """Online levels in the words of each decree."""
    reason = st.sampled_from(["presence", "on_site", "technical_failure", "technical_other"])
    reasons = st.lists(reason, max_size=2, unique=True).map(tuple)
    proactive = maybe(st.integers(1, 4))
    return st.one_of(
        st.builds(OnlineLevel, regime=st.just(2011), level=st.sampled_from(["1", "2", "3", "4"])),
        st.builds(OnlineLevel, regime=st.just(2022), level=st.just("partial"), reasons=reasons),
        st.builds(OnlineLevel, regime=st.just(2022), level=st.just("full")),
        st.builds(OnlineLevel, regime=st.just(2026), level=st.just("partial"), reasons=reasons, proactive=proactive),
        st.builds(OnlineLevel, regime=st.just(2026), level=st.just("full"), proactive=proactive),
    )


def sources() -> SearchStrategy[Source]:
    """Where records come from and what their shape can carry."""
    return st.builds(
        Source,
        shape=st.sampled_from(["portal-api", "portal-doc", "general"]) | texts(),
        carries=st.frozensets(st.sampled_from(sorted(COMPONENTS))),
        id=maybe(texts()),
        url=maybe(texts()),
        status=maybe(texts()),
        created=maybe(some_days()),
        updated=maybe(some_days()),
    )


def procedures() -> SearchStrategy[Procedure]:
    """Procedures: well-formed, and as doubtful as real ones."""
    flag = maybe(st.booleans())
    codes = procedure_codes() | identifiers()
    return st.builds(
        Procedure,
        code=stated(codes),
        name=maybe(texts()),
        field=maybe(texts()),
        field_code=maybe(texts()),
        formality=stated(st.sampled_from(["assigned_by_law", "not_assigned", "other"])),
        decision=stated(announcements()),
        levels=listed(st.sampled_from(["central", "provincial", "district", "commune", "other"])),
        steps=listed(steps()),
        methods=listed(methods()),
        cases=listed(cases()),
        dossier_sets=stated(st.integers(0, 3)),
        audiences=listed(audiences()),
        agencies=listed(responsible_agencies()),
        results=listed(results()),
        conditions=listed(conditions()),
        legal_basis=listed(legal_numbers()),
        related=listed(codes),
        online_level=stated(online_levels()),
        validity=maybe(intervals()),
        internal=flag,
        shared=flag,
        non_territorial=flag,
        vertical=flag,
        offline_only=flag,
        description=texts(),
        keywords=texts(),
        note=texts(),
        source=maybe(sources()),
    )


def catalogues() -> SearchStrategy[Catalogue]:
    """Catalogues of a few procedures, now and then with one twice."""
    distinct = st.lists(procedures(), max_size=2)
    return (distinct | distinct.map(lambda found: found + found[:1])).map(Catalogue)


def ambiguities() -> SearchStrategy[Ambiguity]:
    """What the question for someone's terms leaves open."""
    components = st.sampled_from(["case", "time_limit", "fees", "documents"])
    return st.builds(Ambiguity, component=components, options=st.lists(texts(), max_size=3).map(tuple))


def terms() -> SearchStrategy[Terms]:
    """The terms of one applicant."""
    return st.builds(
        Terms,
        on=some_days(),
        case=maybe(texts()),
        channel=st.sampled_from([None, "direct", "online", "post"]),
        audience=maybe(texts()),
        time_limit=stated(time_limits()),
        fees=listed(fees()),
        documents=listed(documents()),
        ambiguous=st.lists(ambiguities(), max_size=2).map(tuple),
    )


def changes() -> SearchStrategy[Change]:
    """Single changes, of parts of every type."""
    part = st.one_of(
        texts(), st.integers(0, 3), st.booleans(), intervals(), legal_numbers(), fees(), time_limits(), documents(),
        procedure_codes(), identifiers(), unparsed(), online_levels(), sources(),
    )  # fmt: skip
    value = st.none() | part | st.lists(part, max_size=2).map(tuple)
    return st.builds(
        Change,
        component=st.sampled_from(sorted(COMPONENTS)),
        path=st.lists(st.sampled_from(["methods", "fees"]) | st.integers(0, 9), max_size=3).map(tuple),
        kind=st.sampled_from(["added", "removed", "changed"]),
        before=value,
        after=value,
    )


def differences() -> SearchStrategy[Difference]:
    """Differences between two procedures, found or put together."""
    found: SearchStrategy[Difference] = st.builds(difference, procedures(), procedures())
    lists = st.lists(changes(), max_size=2).map(tuple)
    return found | st.builds(Difference, before=procedures(), after=procedures(), changes=lists)


def catalogue_differences() -> SearchStrategy[CatalogueDifference]:
    """Differences between two catalogues."""
    return st.builds(difference, catalogues(), catalogues())


# ── dossiers ──────────────────────────────────────────────────────────────────────────────────────────────────────────

_STEPS = (
    "registered", "accepted", "processing", "processing", "supplement_requested", "supplemented", "supplemented",
    "done", "returned", "payment_requested", "paid", "withdrawal_requested", "withdrawal_declined", "stopped",
    "refused", "handed_over",
)  # fmt: skip


def _moments() -> SearchStrategy[dt.date]:
    """One sort of days or moments: a day, a moment, or a moment that knows its time zone."""
    days = st.dates(dt.date(2018, 6, 21), dt.date(2027, 6, 30))
    minutes = st.integers(0, 24 * 60 - 1).map(lambda n: dt.time(n // 60, n % 60))
    zones = st.sampled_from([None, dt.UTC, dt.timezone(dt.timedelta(hours=7))])
    return days | st.builds(dt.datetime.combine, days, minutes, zones)


def events() -> SearchStrategy[Event]:
    """Events of every kind."""
    plain = st.builds(Event, st.sampled_from(_STEPS), _moments(), texts())
    return plain | st.builds(_reappointed, _moments(), st.integers(2, 20))


def _reappointed(at: dt.date, days: int) -> Event:
    day = at.date() if isinstance(at, dt.datetime) else at
    return Event("reappointed", at, appointment=day + dt.timedelta(days=days))


def dossiers() -> SearchStrategy[Dossier]:
    """Dossiers with a history of up to ten events, each a step that was allowed."""
    first = st.builds(Event, st.sampled_from(["registered", "accepted", "accepted"]), _moments(), texts())
    appointments = maybe(st.integers(0, 30))
    bare = st.builds(
        Dossier,
        code=maybe(dossier_codes() | identifiers()),
        procedure=maybe(procedure_codes() | identifiers()),
        time_limit=maybe(time_limits()),
        decision=maybe(legal_numbers()),
        channel=st.sampled_from([None, "direct", "online", "post"]),
        history=st.tuples(first),
    )
    steps = st.lists(st.tuples(st.sampled_from([*_STEPS, "reappointed"]), st.integers(0, 9)), max_size=12)
    return st.builds(_lived, bare, appointments, steps)


def _lived(dossier: Dossier, appointment: int | None, steps: list[tuple[Any, int]]) -> Dossier:
    """Let happen to a dossier what may."""
    if appointment is not None:
        promised = dossier.history[0].day + dt.timedelta(days=appointment)
        dossier = attrs.evolve(dossier, appointment=promised)
    at = dossier.history[-1].at
    for kind, days in steps:
        if kind in dossier.allowed:
            at += dt.timedelta(days=days)
            event = _reappointed(at, 40) if kind == "reappointed" else Event(kind, at)
            try:
                dossier = dossier.advance(event)
            except ForbiddenStepError:  # for its day
                at -= dt.timedelta(days=days)
    return dossier


def on_time_rules() -> SearchStrategy[OnTimeRule]:
    """Rules of being on time, those of the law and others."""
    other = st.builds(
        OnTimeRule,
        id=texts(),
        source=citations(),
        supplement=st.sampled_from(["restart", "resume", "subtract"]),
        most_requests=maybe(st.integers(0, 3)),
        appointment=st.sampled_from(["first", "last"]),
        validity=maybe(intervals()),
    )
    return st.sampled_from([DECREE, INDEX_766]) | other


def judgements() -> SearchStrategy[Judgement]:
    """Judgements of whether a dossier was on time."""
    moment = maybe(_moments())
    return st.builds(
        Judgement,
        rule=texts(),
        on_time=maybe(st.booleans()),
        because=st.tuples(texts(), texts()),
        end=moment,
        counted_end=moment,
        deadline=moment,
    )


def practices() -> SearchStrategy[Practice]:
    """Limits beside the days that dossiers needed."""
    limits = st.sampled_from(["3 ngày làm việc", "10 ngày làm việc", "15 ngày", "2 tuần"]).map(TimeLimit.parse)
    needed = st.lists(st.integers(0, 40), max_size=8).map(sorted).map(tuple)
    return st.builds(Practice, limit=limits, needed=needed, left_out=st.integers(0, 9))

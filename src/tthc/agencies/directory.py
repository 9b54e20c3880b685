"""`AgencyDirectory`: the bodies of a state through all their reorganisations, built and checked once."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Literal, TypeAlias, final

import attrs

from tthc._record import check
from tthc.agencies._checks import Code, faults_of, spans_of
from tthc.agencies._index import Index
from tthc.agencies.agency import Agency, AgencyLevel
from tthc.agencies.events import Reorganisation
from tthc.agencies.inheritance import Inheritance, inherit, topics_of
from tthc.agencies.lineage import History, follow, next_events, past_events
from tthc.agencies.mandates import Competence, Delegation, Function, Mandate
from tthc.errors import AmbiguousError, MalformedError, NoLawError, NotFoundError, show
from tthc.identifiers import AgencyCode, Identifier
from tthc.law import Status

if TYPE_CHECKING:
    from tthc.agencies.duties import Duty
    from tthc.procedures import Procedure

__all__ = ["AgencyDirectory", "Named"]

Named: TypeAlias = Agency | AgencyCode | Identifier | str
"""How a body may be asked for: itself, its code, or a text that is its code in either notation or a name of it."""
_NEAR = 5


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen(repr=False)
class AgencyDirectory:
    """Bodies, what became of them, who is in charge of what, and the day up to which that is known.

    All of it is checked when the directory is built, and one `MalformedError` names every fault: two bodies with one
    code on one day, circles of parents or of bodies that come out of each other, parents, sources, results and bodies
    in charge that are unknown or not there on the days that matter, two bodies in charge of one function. Names are
    found without regard to marks, case, punctuation and usual abbreviations; a name of several bodies is never
    guessed. A directory is silent on what it does not hold. Bodies are not known before the day `since`, and what
    comes after `as_of` is not known yet: a body is asked for on an earlier day with `NoLawError`, on a later one as
    things stood.

    >>> from tthc.dated import Interval
    >>> new_year = dt.date(2026, 1, 1)
    >>> old, new = AgencyCode(("H98",)), AgencyCode(("H99",))
    >>> directory = AgencyDirectory(
    ...     (Agency(code=old, name="Sở Cũ", level="provincial", validity=Interval(None, new_year)),
    ...      Agency(code=new, name="Sở Mới", level="provincial", validity=Interval(new_year))),
    ...     (Reorganisation(kind="rename", date=new_year, sources=(old,), results=(new,)),),
    ...     as_of=dt.date(2026, 11, 22))
    >>> directory.resolve("so moi", on=dt.date(2026, 2, 1))
    <Agency H99 'Sở Mới' từ 01/01/2026>
    >>> directory.successors("H98", on=dt.date(2025, 12, 31))[0].name
    'Sở Mới'
    >>> directory.resolve("Sở Cũ", on=dt.date(2026, 2, 1))
    Traceback (most recent call last):
    ...
    tthc.errors.NotFoundError: unknown agency on 2026-02-01: 'Sở Cũ'; known: H98 Sở Cũ, đến hết 31/12/2025 → H99 Sở Mới
    """

    agencies: tuple[Agency, ...]
    events: tuple[Reorganisation, ...] = ()
    mandates: tuple[Mandate, ...] = ()
    delegations: tuple[Delegation, ...] = ()
    as_of: dt.date = attrs.field(kw_only=True)
    since: dt.date | None = attrs.field(default=None, kw_only=True)
    _index: Index = attrs.field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_index", Index((), (), (), {}))
        check(self)
        spans = spans_of(self.agencies)
        faults = tuple(faults_of(self, spans))
        if faults:
            raise MalformedError("AgencyDirectory", faults)
        object.__setattr__(self, "_index", Index(self.agencies, self.events, self.mandates, spans))

    def __iter__(self) -> Iterator[Agency]:
        return iter(self.agencies)

    def __len__(self) -> int:
        return len(self.agencies)

    def __repr__(self) -> str:
        return f"<AgencyDirectory: {len(self)} agencies, {len(self.events)} events as of {self.as_of}>"

    def with_agencies(
        self,
        agencies: Iterable[Agency] = (),
        *,
        events: Iterable[Reorganisation] = (),
        mandates: Iterable[Mandate] = (),
        delegations: Iterable[Delegation] = (),
        as_of: dt.date | None = None,
    ) -> "AgencyDirectory":
        """Return a directory that also holds these, checked as a whole: your communes beside the provinces."""
        return AgencyDirectory(
            (*self.agencies, *agencies),
            (*self.events, *events),
            (*self.mandates, *mandates),
            (*self.delegations, *delegations),
            as_of=as_of or self.as_of,
            since=self.since,
        )

    def at(self, day: dt.date) -> tuple[Agency, ...]:
        """Return the bodies that are there on a day, in the order of the directory."""
        self._reach(day)
        return tuple(agency for agency in self.agencies if day in agency.validity)

    # ── finding a body ───────────────────────────────────────────────────────────────────────────────────────────────

    def resolve(self, code_or_name: Named, on: dt.date) -> Agency:
        """Return the one body of a code or name on a day.

        A name may be written without marks, in any case, abbreviated (`UBND TP. Hà Nội`), with its place or with the
        bodies above it (`Cục Hải quan - Bộ Tài chính`, `Chi cục … thuộc Sở …`). Where several names differ by their
        marks only, marks that are written decide. A class of bodies (`Ủy ban nhân dân cấp tỉnh`) is none of them.

        Raises `NotFoundError` where there is none on that day; it names bodies that had this name or code on other days
        and what became of them, or bodies with a similar name. Raises `AmbiguousError`, which lists them, for several.
        """
        return self.agencies[self._place(code_or_name, on)]

    def _place(self, asked: Named, on: dt.date) -> int:
        found = self._meant(asked, on)
        if len(found) == 1:
            return found[0]
        shown = _shown(asked)
        if found:
            raise AmbiguousError(f"agency on {on}", shown, tuple(self.agencies[i].label for i in found))
        known = self._meant(asked, None) or self._near(asked, on)[:_NEAR]
        raise NotFoundError(f"agency on {on}", shown, tuple(map(self._told, known)))

    def _near(self, asked: Named, on: dt.date | None) -> list[int]:
        return self._index.near(asked, on) if isinstance(asked, str) else []

    def _reach(self, day: dt.date | None) -> None:
        if day is not None and self.since is not None and day < self.since:
            raise NoLawError(day, self.since)

    def candidates(self, text: str, on: dt.date | None = None) -> tuple[Agency, ...]:
        """Return the bodies that a code or name may mean, on a day or ever; else some with a similar name.

        >>> from tthc.dated import ALWAYS
        >>> bodies = [Agency(code=AgencyCode(("H26", n)), name=name, level="provincial", validity=ALWAYS)
        ...           for n, name in (("1", "Sở Tư pháp"), ("2", "Sở Y tế"))]
        >>> [a.name for a in AgencyDirectory(tuple(bodies), as_of=dt.date(2026, 11, 22)).candidates("Sở Tư")]
        ['Sở Tư pháp', 'Sở Y tế']
        """
        near = [] if (found := self._meant(text, on)) else self._near(text, on)
        there = [i for i in near if on is None or on in self.agencies[i].validity]
        return tuple(self.agencies[i] for i in found or (there or near)[:_NEAR])

    def status(self, agency: Named, on: dt.date) -> Status:
        """Tell whether the body of a code or name is there on a day; of one that is not held it is `not_known`.

        Of a body whose dates are not confirmed it is not said that it is gone or still to come.
        """
        if self.since is not None and on < self.since:
            return "not_known"
        found = [self.agencies[i] for i in self._meant(agency, None)]
        if found and self._meant(agency, on):
            return "in_force"
        if not found or not all(held.confirmed for held in found):
            return "not_known"
        ended = any(held.validity.until is not None and held.validity.until <= on for held in found)
        return "no_longer" if ended else "not_yet"

    def level_of(
        self, agency: Named, on: dt.date
    ) -> Literal["central", "provincial", "district", "commune", "other"] | None:
        """Return the level of a body as procedures state it, `None` where it is not known or a vertical branch's.

        Several bodies of one name and one level (`Sở Tư pháp`) have that level.
        """
        if self.since is not None and on < self.since:
            return None
        levels: set[AgencyLevel] = {self.agencies[i].level for i in self._meant(agency, on)}
        if len(levels) != 1:
            return None
        level = levels.pop()
        return None if level == "vertical" else level

    def _meant(self, asked: object, day: dt.date | None) -> list[int]:
        """Return the places of the bodies asked for: on a day, or ever."""
        self._reach(day)
        if isinstance(asked, str):
            return self._index.meant(asked, day)
        if isinstance(asked, AgencyCode | Identifier):
            return self._index.coded(asked, day)
        if isinstance(asked, Agency):
            return [i for i in self._index.coded(asked.code, day) if self.agencies[i] == asked]
        msg = f"expected an Agency, its code or a text, got {show(asked)}"
        raise TypeError(msg)

    def _told(self, i: int) -> str:
        """Name a body, its days and what became of it."""
        agency = self.agencies[i]
        heirs = self._next(i, agency.validity.last_day) if agency.validity.last_day is not None else ()
        after = f" → {', '.join(heir.label for heir in heirs)}" if heirs else ""
        return f"{agency.label}, {agency.validity}{after}"

    def _one(self, asked: Named, on: dt.date) -> int:
        """Return the place of the body asked for on a day, or of the one that ended last before."""
        ended = {
            i: until for i in self._meant(asked, None) if (until := self.agencies[i].validity.until) and until <= on
        }
        latest = [i for i, until in ended.items() if until == max(ended.values())]
        return latest[0] if len(latest) == 1 and not self._meant(asked, on) else self._place(asked, on)

    # ── above and below ──────────────────────────────────────────────────────────────────────────────────────────────

    def ancestors(self, agency: Named, on: dt.date) -> tuple[Agency, ...]:
        """Return the bodies above a body on a day, the nearest first."""
        i = self._place(agency, on)
        return tuple(self.agencies[j] for j in self._index.above(i, on))

    def children(self, agency: Named, on: dt.date) -> tuple[Agency, ...]:
        """Return the bodies right below a body on a day, in the order of the directory."""
        code = self.resolve(agency, on=on).code
        return tuple(held for held in self.agencies if held.parent == code and on in held.validity)

    # ── lineage ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def successors(self, agency: Named, on: dt.date) -> tuple[Agency, ...]:
        """Return the bodies that came next, on the day they did: after the one of a day, or the last before that day.

        `()` is either abolished or still there (`history` tells), or an end of which no event is held. A body that goes
        on beside those that came out of it stands among them if the event names it. One that goes on under its code and
        name, and of which no event is held, came next itself. Transfers of a function move no body.
        """
        i = self._one(agency, on)
        last = self.agencies[i].validity.last_day
        return self._next(i, on if last is None else min(on, last))

    def _next(self, i: int, after: dt.date) -> tuple[Agency, ...]:
        happened = next_events(self._index, self.events, i, after)
        if not happened and i in self._index.next:
            return (self.agencies[self._index.next[i]],)
        return self._held((code, event.date) for event in happened for code in event.results)

    def predecessors(self, agency: Named, on: dt.date) -> tuple[Agency, ...]:
        """Return the bodies that it came out of, on the day before it did; which body, `successors` says."""
        i = self._one(agency, on)
        come = past_events(self._index, self.events, i, on)
        if not come and i in self._index.before:
            return (self.agencies[self._index.before[i]],)
        return self._held((code, event.day_before) for event in come for code in event.sources)

    def _held(self, codes: Iterable[tuple[Code, dt.date]]) -> tuple[Agency, ...]:
        found = dict.fromkeys(self._index.held(code, day) for code, day in codes)
        return tuple(self.agencies[i] for i in found)

    def heirs(self, agency: Named, *, since: dt.date, until: dt.date) -> tuple[Agency, ...]:
        """Return the bodies that stand, on a later day, for the one of an earlier day, along all events between."""
        found = follow(self._index, self.events, self._place(agency, since), since, until)
        return tuple(self.agencies[i] for i in found)

    def inheritance(
        self, agency: Named, on: dt.date, *, functions: Iterable[str] = (), since: dt.date | None = None
    ) -> Inheritance:
        """Tell which one body stands on a day for a body that a record names, or why no one does.

        `functions` (functions, fields, numbers of procedures) follow the transfers and the parts of a split that name
        them; a body that goes on keeps all else. `since` is the day on which the record was right; without it the body
        of the day itself is meant, or else the last that was there before.
        """
        code = agency if isinstance(agency, AgencyCode | Identifier) else None
        name = agency if isinstance(agency, str) else ""
        if isinstance(agency, Agency):
            code, name = agency.code, agency.name
        return inherit(self, code, name, topics=topics_of(functions), on=on, since=since)

    def history(self, code: Code | str) -> History:
        """Return the bodies that had a code, and the events they took part in, in the order of time.

        A name stands for the code that it names at any time; of several `AmbiguousError` is raised.
        """
        places = self._meant(code, None)
        codes = {self.agencies[i].code: None for i in places}
        if len(codes) > 1:
            raise AmbiguousError("agency", _shown(code), tuple(map(self._told, places)))
        if not codes:
            raise NotFoundError("agency", _shown(code), tuple(map(self._told, self._near(code, None))))
        (one,) = codes
        spans = self._index.spans[one]
        touched = {n for i in spans for side in (self._index.leaving, self._index.arriving) for n in side.get(i, ())}
        events = sorted((self.events[n] for n in sorted(touched)), key=lambda event: event.date)
        return History(code=one, spans=tuple(self.agencies[i] for i in spans), events=tuple(events))

    # ── who is in charge, who decides ────────────────────────────────────────────────────────────────────────────────

    def in_charge_of(self, function: Function | str, on: dt.date) -> Competence:
        """Tell who is in charge of a function on a day; a function is found by its id or any of its names.

        Days between two mandates are *unsettled*, with who came before and after; so are days before the first.
        Raises `NotFoundError`, which names the known functions, for one that no mandate speaks of.
        """
        from tthc.agencies import _charge  # noqa: PLC0415 - not every directory is asked for it

        return _charge.find(self, function, on)

    def settling(self, procedure: "Procedure", on: dt.date) -> "tuple[Duty, ...]":
        """Tell who settles a procedure on a day (giải quyết) and who answers for it, one duty for each agency it names.

        Delegations that are in force and name the procedure, or its field, are followed; so is what became of the
        agency. `()` is a procedure that names no settling agency.
        """
        from tthc.agencies import duties  # noqa: PLC0415 - not every directory is asked for it

        return duties.settling(self, procedure, on)

    def receiving(self, procedure: "Procedure", on: dt.date) -> "tuple[Duty, ...]":
        """Tell who receives the dossiers of a procedure on a day (tiếp nhận): who is named, and who does it for others.

        `()` is a procedure that names no receiving agency where nobody was told to receive for the settling one.
        """
        from tthc.agencies import duties  # noqa: PLC0415 - not every directory is asked for it

        return duties.receiving(self, procedure, on)


def _shown(asked: Named) -> str:
    return asked.label if isinstance(asked, Agency) else str(asked)

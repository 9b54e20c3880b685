"""Reassigning: which procedures pass to another agency when bodies are rearranged, and which are left without one.

On 2025-07-01 the district level ended and 346 of its procedures went to provinces and communes, 29 provinces were taken
in by 23 others, and offices merged. `reassign` moves what the events decide, lists what they do not, and guesses
nothing.
"""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, TypeAlias, cast, final

import attrs

from tthc._record import check
from tthc.agencies import Agency, AgencyDirectory, AgencyLevel, Inheritance, Reorganisation
from tthc.agencies.duties import topics_of_procedure
from tthc.agencies.inheritance import OPEN, inherit
from tthc.errors import Fault
from tthc.identifiers import AgencyCode, Identifier, LegalNumber, ProcedureCode, UnitCode
from tthc.law import Citation
from tthc.procedures._words import word
from tthc.procedures.catalogue import Catalogue
from tthc.procedures.components import Level, ResponsibleAgency
from tthc.procedures.procedure import Procedure
from tthc.text import Unparsed, nfc

__all__ = ["Left", "LevelRule", "Move", "Reassignment", "WhyLeft", "reassign"]

WhyLeft: TypeAlias = Literal["not_known", "ambiguous", "no_heir", "several_heirs", "district", "variant_taken"]
"""Why an agency stays as the record has it: the directory does not know it, or several of its name; it is gone and
nobody, or several, came after it; a district procedure without a rule; the heir has a variant of its own."""

_WHY = OPEN | {
    "district": (
        "không còn cấp huyện, chưa rõ cấp tiếp nhận",
        "no district level is left, and no rule says who takes over",
    ),
    "variant_taken": ("cơ quan tiếp nhận đã có thủ tục cùng mã", "the heir has a procedure of that code already"),
}
_DISTRICTS = UnitCode("001").level_validity
_DISTRICT = re.compile(r"\b(?:huyện|quận|thị xã)\b", re.IGNORECASE)


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen(kw_only=True)
class LevelRule:
    """Where a district procedure goes: the levels that take over and, if it is known, the agency in the new place.

    `agency` takes the place of the district agencies of its role; `citation` is the document that says so.
    """

    levels: tuple[Level, ...]
    agency: ResponsibleAgency | None = None
    citation: Citation | LegalNumber | None = None

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        if not self.levels or "district" in self.levels:
            yield Fault("levels", self.levels, "one level at least, and none of districts")


@final
@attrs.frozen(kw_only=True)
class Move:
    """One thing that changed in one procedure: its place, what stood there and what stands there now.

    `procedure` is the record as it was. `path` leads to an agency, to the levels or to the code, in that record.
    `agency` is the body that inherits it, `events` are what led there; of a level, `citation` is the rule's.
    """

    procedure: Procedure
    path: tuple[str | int, ...]
    before: str
    after: str
    agency: Agency | None = None
    events: tuple[Reorganisation, ...] = ()
    citation: Citation | LegalNumber | None = None

    def __attrs_post_init__(self) -> None:
        check(self)

    def text(self, lang: Literal["vi", "en"] = "vi") -> str:
        """Say what became of what, and by which events or document, in Vietnamese or English."""
        basis = [event.display(lang) for event in self.events]
        if self.citation is not None:
            basis.append(self.citation.display(lang))
        why = f" ({'; '.join(basis)})" if basis else ""
        return f"{_named(self.procedure)}: {self.before or '-'} → {self.after}{why}"

    def __str__(self) -> str:
        return self.text()


@final
@attrs.frozen(kw_only=True)
class Left:
    """One thing that nothing decides: the record, the place in it, what it says, why, and whom it may go to."""

    procedure: Procedure
    path: tuple[str | int, ...]
    stated: str
    why: WhyLeft
    candidates: tuple[Agency, ...] = ()
    events: tuple[Reorganisation, ...] = ()

    def __attrs_post_init__(self) -> None:
        check(self)

    def text(self, lang: Literal["vi", "en"] = "vi") -> str:
        """Say what is left and why, in Vietnamese or English."""
        named = f": {', '.join(agency.label for agency in self.candidates[:8])}" if self.candidates else ""
        return f"{_named(self.procedure)}: {self.stated}: {_WHY[self.why][lang == 'en']}{named}"

    def __str__(self) -> str:
        return self.text()


def _named(procedure: Procedure) -> str:
    return f"{procedure.label} {procedure.name or ''}".strip()


@final
@attrs.frozen(kw_only=True, repr=False)
class Reassignment:
    """A catalogue after a reorganisation, with what moved, what is left and what could not be told.

    `left` needs a decision: the agency is gone and nobody, or several, inherit. `unresolved` names agencies that the
    directory does not know, or not as one body (`Ủy ban nhân dân cấp xã`): nothing is said of them.
    """

    on: dt.date
    catalogue: Catalogue
    moved: tuple[Move, ...] = ()
    left: tuple[Left, ...] = ()
    unresolved: tuple[Left, ...] = ()

    def __attrs_post_init__(self) -> None:
        check(self)

    @property
    def rows(self) -> tuple[dict[str, object], ...]:
        """One flat record for each thing that moved, is left or could not be told."""
        moved = (("moved", m, m.before, m.after, "") for m in self.moved)
        left = (("left", x, x.stated, "", x.why) for x in self.left)
        unresolved = (("unresolved", x, x.stated, "", x.why) for x in self.unresolved)
        return tuple(
            {
                "what": what,
                "procedure": row.procedure.label,
                "name": row.procedure.name,
                "place": ".".join(map(str, row.path)),
                "before": before,
                "after": after,
                "why": why,
            }
            for rows in (moved, left, unresolved)
            for what, row, before, after, why in rows
        )

    def __repr__(self) -> str:
        counts = f"{len(self.moved)} moved, {len(self.left)} left, {len(self.unresolved)} unresolved"
        return f"<Reassignment of {len(self.catalogue)} procedures on {self.on}: {counts}>"

    def __str__(self) -> str:
        title = f"Chuyển thủ tục, ngày {self.on:%d/%m/%Y}: {len(self.catalogue)} thủ tục"
        parts = (
            (f"Đã chuyển ({len(self.moved)})", self.moved),
            (f"Chưa có nơi nhận ({len(self.left)})", self.left),
            (f"Không xác định được cơ quan ({len(self.unresolved)})", self.unresolved),
        )
        return "\n".join([title, *(line for head, rows in parts for line in (head, *(f"  {row}" for row in rows)))])


Rules: TypeAlias = Mapping[str, Level | LevelRule]


def reassign(
    catalogue: Catalogue,
    directory: AgencyDirectory,
    on: dt.date,
    *,
    since: dt.date | None = None,
    rules: Rules | None = None,
) -> Reassignment:
    """Move procedures to the agencies that inherit them on a day, and list those that nobody is known to inherit.

    Every agency that a procedure names is followed through the events of the directory, and so is the agency in the
    code of a local variant. Transfers, and splits in parts, that name the procedure's field or number decide where it
    goes; else the one heir does. A procedure at the district level needs an heir of another level on or after
    2025-07-01, or a rule: `rules` maps its number (or its code, for a variant) to a level or to a `LevelRule`. What is
    not decided stays in the record as it was and is listed. `since` is the day on which the catalogue was right, and
    tells which body a code meant that has passed on; procedures not valid on `on` stay as they are.

    >>> from tthc.dated import Interval
    >>> day = dt.date(2025, 7, 1)
    >>> old, new = AgencyCode(("H33",)), AgencyCode(("H01",))
    >>> directory = AgencyDirectory(
    ...     (Agency(code=old, name="UBND tỉnh Kiên Giang", level="provincial", validity=Interval(None, day)),
    ...      Agency(code=new, name="UBND tỉnh An Giang", level="provincial", validity=Interval(None, day)),
    ...      Agency(code=new, name="UBND tỉnh An Giang", level="provincial", validity=Interval(day))),
    ...     (Reorganisation(kind="merge", date=day, sources=(new, old), results=(new,)),), as_of=day)
    >>> stated = Procedure(name="Cấp phép", agencies=(ResponsibleAgency(role="settling", name="UBND tỉnh Kiên Giang"),))
    >>> result = reassign(Catalogue([stated]), directory, on=day)
    >>> result, result.catalogue.procedures[0].agencies[0].name
    (<Reassignment of 1 procedures on 2025-07-01: 1 moved, 0 left, 0 unresolved>, 'UBND tỉnh An Giang')
    """
    work = _Work(directory, on, since, rules or {})
    done = [work.do(procedure) for procedure in catalogue]
    return Reassignment(
        on=on,
        catalogue=Catalogue(work.with_codes(catalogue.procedures, done)),
        moved=tuple(work.moved),
        left=tuple(row for row in work.left if row.why not in {"not_known", "ambiguous"}),
        unresolved=tuple(row for row in work.left if row.why in {"not_known", "ambiguous"}),
    )


class _Work:
    """One reassignment while it is made."""

    def __init__(self, directory: AgencyDirectory, on: dt.date, since: dt.date | None, rules: Rules) -> None:
        self.directory = directory
        self.on = on
        self.since = since
        self.rules = rules
        self.moved: list[Move] = []
        self.left: list[Left] = []
        self._known: dict[tuple[object, str, frozenset[str]], Inheritance] = {}

    def do(self, procedure: Procedure) -> Procedure:
        """Return the procedure with its agencies and levels moved; codes are seen to when all records are known."""
        if not self.valid(procedure):
            return procedure
        topics = topics_of_procedure(procedure)
        found = [self._row(row, topics) for row in procedure.agencies or ()]
        rule = self._rule(procedure)
        levels = self._levels(procedure, [f for f in found if f is not None], rule)
        return attrs.evolve(procedure, agencies=self._agencies(procedure, found, rule), levels=levels)

    def valid(self, procedure: Procedure) -> bool:
        """Tell whether a record is valid on the day; others stay as they are."""
        return procedure.validity is None or self.on in procedure.validity

    def _heir(self, code: AgencyCode | Identifier | None, name: str, topics: frozenset[str]) -> Inheritance:
        key = (code, name, topics)
        if key not in self._known:
            self._known[key] = inherit(self.directory, code, name, topics=topics, on=self.on, since=self.since)
        return self._known[key]

    def _row(self, row: ResponsibleAgency | Unparsed, topics: frozenset[str]) -> Inheritance | None:
        if not isinstance(row, ResponsibleAgency):
            return None
        code = row.code if isinstance(row.code, AgencyCode | Identifier) else None
        return self._heir(code, row.name, topics) if code is not None or row.name else None

    def _leave(
        self, procedure: Procedure, path: tuple[str | int, ...], found: Inheritance, why: WhyLeft | None = None
    ) -> None:
        """List what an inheritance leaves open, or what stands in its way."""
        self.left.append(
            Left(
                procedure=procedure,
                path=path,
                stated=found.asked,
                why=why or cast("WhyLeft", found.open),
                candidates=found.candidates if found.heir is None else (found.heir,),
                events=found.events,
            )
        )

    # ── the district level ───────────────────────────────────────────────────────────────────────────────────────────

    def _rule(self, procedure: Procedure) -> LevelRule | None:
        """Return the rule for a district procedure, where one is needed and given."""
        if self.on in _DISTRICTS or "district" not in (procedure.levels or ()):
            return None
        number = procedure.code.number if type(procedure.code) is ProcedureCode else ""
        rule = self.rules.get(procedure.label) or self.rules.get(number)
        return rule if rule is None or isinstance(rule, LevelRule) else LevelRule(levels=(rule,))

    def _levels(
        self, procedure: Procedure, found: list[Inheritance], rule: LevelRule | None
    ) -> tuple[Level | Unparsed, ...] | None:
        """Put the levels of the rule, or else of the heirs, in the place of the district level."""
        levels = procedure.levels
        if levels is None or "district" not in levels or self.on in _DISTRICTS:
            return levels
        gone = [f for f in found if f.agency is not None and f.agency.level == "district"]
        new: list[Level] = [_LEVEL_OF[f.heir.level] for f in gone if f.heir is not None and f.heir.level != "district"]
        stated = word("levels", "district")
        if rule is None and (not new or len(new) < len(gone)):
            self.left.append(Left(procedure=procedure, path=("levels",), stated=stated, why="district"))
            return levels
        after: tuple[Level, ...] = tuple(dict.fromkeys(new if rule is None else rule.levels))
        self.moved.append(
            Move(
                procedure=procedure,
                path=("levels",),
                before=stated,
                after=", ".join(word("levels", level) for level in after),
                events=tuple(dict.fromkeys(event for f in gone for event in f.events)) if rule is None else (),
                citation=None if rule is None else rule.citation,
            )
        )
        at = levels.index("district")
        return tuple(dict.fromkeys((*levels[:at], *after, *levels[at + 1 :])))

    # ── agencies ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def _agencies(
        self, procedure: Procedure, found: list[Inheritance | None], rule: LevelRule | None
    ) -> tuple[ResponsibleAgency | Unparsed, ...] | None:
        """Put heirs in the place of agencies, and the agency of a rule in the place of those of districts."""
        given = None if rule is None else rule.agency
        only = set(procedure.levels or ()) == {"district"}
        after: list[ResponsibleAgency | Unparsed] = []
        for i, (row, heir) in enumerate(zip(procedure.agencies or (), found, strict=True)):
            new: ResponsibleAgency | Unparsed = row
            if given is not None and isinstance(row, ResponsibleAgency) and _gives_way(row, heir, given, only=only):
                new = given
                self._moved(procedure, i, _shown(row), given, rule)
            elif heir is not None and heir.open:
                self._leave(procedure, ("agencies", i), heir)
            elif heir is not None and heir.heir is not None and heir.moved and isinstance(row, ResponsibleAgency):
                new = _passed(row, heir.heir)
                self.moved.append(
                    Move(
                        procedure=procedure,
                        path=("agencies", i),
                        before=_shown(row),
                        after=_shown(new),
                        agency=heir.heir,
                        events=heir.events,
                    )
                )
            after.append(new)
        rows = _joined(procedure.agencies or (), after)
        if given is not None and given not in rows:
            rows.append(given)
            self._moved(procedure, len(found), "", given, rule)
        return tuple(rows) if rows else procedure.agencies

    def _moved(
        self, procedure: Procedure, i: int, before: str, after: ResponsibleAgency, rule: LevelRule | None
    ) -> None:
        citation = None if rule is None else rule.citation
        move = Move(procedure=procedure, path=("agencies", i), before=before, after=_shown(after), citation=citation)
        self.moved.append(move)

    # ── codes of local variants ──────────────────────────────────────────────────────────────────────────────────────

    def with_codes(self, before: Sequence[Procedure], after: list[Procedure]) -> list[Procedure]:
        """Give local variants the code of the heir, unless the heir has a variant of that number of its own."""
        wanted: dict[int, tuple[ProcedureCode, ProcedureCode, Inheritance]] = {}
        for i, procedure in enumerate(before):
            code = procedure.code
            if type(code) is ProcedureCode and code.agency is not None and self.valid(procedure):
                found = self._heir(code.agency, "", topics_of_procedure(procedure))
                if found.open in {"no_heir", "several_heirs"}:
                    self._leave(procedure, ("code",), found)
                elif found.heir is not None and found.heir.code != code.agency:
                    heir = found.heir.code
                    if isinstance(heir, AgencyCode):
                        wanted[i] = code, attrs.evolve(code, agency=heir), found
                    else:  # a code of another scheme cannot stand in the procedure's
                        self._leave(procedure, ("code",), found, "no_heir")
        taken = Counter(p.code for i, p in enumerate(before) if i not in wanted and self.valid(p))
        taken.update(new for _, new, _ in wanted.values())
        for i, (code, new, found) in wanted.items():
            if taken[new] > 1:
                self._leave(before[i], ("code",), found, "variant_taken")
                continue
            after[i] = attrs.evolve(after[i], code=new)
            self.moved.append(
                Move(
                    procedure=before[i],
                    path=("code",),
                    before=str(code),
                    after=str(new),
                    agency=found.heir,
                    events=found.events,
                )
            )
        return after


_LEVEL_OF: dict[AgencyLevel, Level] = {
    "central": "central",
    "provincial": "provincial",
    "district": "district",
    "commune": "commune",
    "vertical": "other",
    "other": "other",
}


def _gives_way(row: ResponsibleAgency, found: Inheritance | None, given: ResponsibleAgency, *, only: bool) -> bool:
    """Tell whether a row is the district agency whose place another takes.

    Of a procedure of the district level alone every agency is one, unless it is known to be of another level.
    """
    if row.role != given.role:
        return False
    if found is not None and found.agency is not None:
        return found.agency.level == "district"
    return only or _DISTRICT.search(nfc(row.name)) is not None


def _joined(
    before: Sequence[ResponsibleAgency | Unparsed], after: Sequence[ResponsibleAgency | Unparsed]
) -> list[ResponsibleAgency | Unparsed]:
    """Return the rows after a move, those that passed to one heir once; what stays as it was is never left out."""
    stay = [row for row, new in zip(before, after, strict=True) if new == row]
    rows: list[ResponsibleAgency | Unparsed] = []
    for row, new in zip(before, after, strict=True):
        if new == row or (new not in stay and new not in rows):
            rows.append(new)
    return rows


def _passed(row: ResponsibleAgency, heir: Agency) -> ResponsibleAgency:
    """Put a body in the place of another, stated by code, name or both as the other was."""
    code: AgencyCode | Identifier | Unparsed | None = row.code
    if isinstance(code, AgencyCode | Identifier):
        code = heir.code
    return attrs.evolve(row, name=heir.name if row.name else "", code=code)


def _shown(row: ResponsibleAgency) -> str:
    return " ".join(filter(None, (str(row.code or ""), row.name))) or row.address or ""

"""The work of `compliance_cost`: every act that a procedure asks for, by case and channel, with the norm that holds."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from tthc.costs._acts import Act, case_named, case_names, cases_for, channels_of, paper_acts, papers_of
from tthc.costs._due import due_fees
from tthc.costs._pricing import Deed, Group, Place, Pricing, Spreads
from tthc.costs.amounts import Spread, mean_of
from tthc.costs.conventions import Convention
from tthc.costs.gaps import Activity, Assumption, AssumptionKind, Unpriced, WhyUnpriced
from tthc.costs.norms import DOCUMENT_ELEMENTS, Element, Norm, Norms
from tthc.costs.parameters import Parameters
from tthc.costs.table import CostTable
from tthc.errors import Fault, MalformedError, MissingInputError
from tthc.procedures.components import Case, Channel, Document, Level
from tthc.text import Unparsed, search_key

if TYPE_CHECKING:
    from tthc.procedures import Procedure

__all__ = ["cost"]

_ONE = Fraction(1)
_NOBODY: frozenset[str] = frozenset()


def __dir__() -> list[str]:
    return __all__


def cost(
    procedure: "Procedure",
    norms: Norms,
    parameters: Parameters,
    convention: Convention,
    *,
    case: str | None,
    audience: str | None,
) -> CostTable:
    """Return the table, unless an input is missing; what has no price is listed in it."""
    _must_know_who(norms, parameters, convention)
    work = _Work(procedure, norms, parameters, convention)
    for place in _places(procedure, norms, parameters, case, audience):
        _Dossier(work, place, audience).run()
    work.pricing.delay()
    work.remark()
    return CostTable(
        cells=tuple(work.pricing.cells),
        convention=convention,
        currency=parameters.currency,
        title=" ".join(part for part in (procedure.label, procedure.name) if part),
        base_year=parameters.base_year,
        vintage=parameters.vintage,
        volume_unit=parameters.volume_unit,
        norms=norms,
        parameters=parameters,
        unpriced=tuple(work.gaps),
        noted=tuple(work.notes),
    )


# ── who, where ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _must_know_who(norms: Norms, parameters: Parameters, convention: Convention) -> None:
    subject = parameters.subject
    if subject is not None:
        if not convention.counts(subject):
            counted = ", ".join(sorted(convention.performers))
            reason = f"{convention.id} counts the burden of {counted} only, and this is {subject}"
            raise MissingInputError("parameters.subject", reason)
        return
    performers = {norm.performer for norm in norms.norms} - {"agency"}
    if convention.tells_subjects_apart:
        reason = f"{convention.id} does not treat citizens and businesses alike"
        raise MissingInputError("parameters.subject", reason)
    if len(performers) > 1:
        raise MissingInputError("parameters.subject", f"there are norms for {', '.join(sorted(performers))}")


def _places(
    procedure: "Procedure", norms: Norms, parameters: Parameters, case: str | None, audience: str | None
) -> Iterator[Place]:
    channels = _channels(procedure, norms, parameters)
    for one, share in _cases(procedure, parameters, case, audience):
        names = case_names(one)
        for channel, part in channels:
            if share and part:
                yield Place(one, names, channel, share * part)


def _channels(
    procedure: "Procedure", norms: Norms, parameters: Parameters
) -> tuple[tuple[Channel | None, Fraction], ...]:
    offered, shares = channels_of(procedure), parameters.channel_shares
    if shares is not None:
        wrong = [channel for channel, share in shares.items() if share and offered and channel not in offered]
        if wrong:
            expected = f"a channel offered ({', '.join(offered or ())})"
            raise MalformedError("Parameters", tuple(Fault(f"channel_shares[{c!r}]", c, expected) for c in wrong))
        return tuple(shares.items())
    if offered is None:
        if norms.visits or any(norm.channel is not None for norm in norms.norms):
            raise MissingInputError("parameters.channel_shares", "the record does not say which channels are offered")
        return ((None, _ONE),)
    if len(offered) == 1:
        return ((offered[0], _ONE),)
    raise MissingInputError("parameters.channel_shares", f"the procedure offers {', '.join(offered)}")


def _cases(
    procedure: "Procedure", parameters: Parameters, name: str | None, audience: str | None
) -> tuple[tuple[Case | Unparsed | None, Fraction], ...]:
    cases, shares = cases_for(procedure, audience), parameters.case_shares
    if name is not None:
        return ((case_named(cases, name), _ONE),)
    if shares is not None:
        return tuple((case_named(cases, key), share) for key, share in shares.items())
    if len(cases) > 1:
        names = "; ".join(c.text if type(c) is Unparsed else c.name or c.code or "(không tên)" for c in cases[:5])
        raise MissingInputError("case or parameters.case_shares", f"the procedure has {len(cases)} cases: {names}")
    return ((next(iter(cases), None), _ONE),)


# ── one table ────────────────────────────────────────────────────────────────────────────────────────────────────────


class _Work:
    """What the dossiers of one table share: inputs, cells, gaps, notes."""

    def __init__(self, procedure: "Procedure", norms: Norms, parameters: Parameters, convention: Convention) -> None:
        self.procedure = procedure
        self.norms = norms
        self.parameters = parameters
        self.convention = convention
        self.pricing = Pricing(procedure.label, norms, parameters, convention)
        self.gaps: dict[Unpriced, None] = {}
        self.notes: dict[Assumption, None] = {}
        self.used: set[int] = set()
        self.sets = procedure.dossier_sets if type(procedure.dossier_sets) is int else None
        named = (what for element in DOCUMENT_ELEMENTS for what in norms.named(element))
        self._names: dict[int, tuple[str, ...]] | None = {} if any(what is not None for what in named) else None

    def names_of(self, document: Document) -> tuple[str, ...]:
        """Return the keys of a paper; none where no norm names one."""
        if self._names is None:
            return ()
        found = self._names.get(id(document))
        if found is None:
            found = self._names[id(document)] = papers_of(document)
        return found

    def note(self, kind: AssumptionKind, what: str = "", norm: Norm | None = None) -> None:
        self.notes[Assumption(kind=kind, what=what, norm=norm)] = None

    def remark(self) -> None:
        """Note what was left out and what had no use."""
        left_out = self.pricing.left_out
        for i, norm in enumerate(self.norms.norms):
            if i in left_out:
                self.note("out_of_scope", f"norms[{i}]", norm)
            elif i not in self.used:
                self.note("not_used", f"norms[{i}]", norm)
        if self.convention.counts("agency") and all(norm.performer != "agency" for norm in self.norms.norms):
            self.note("no_agency_norms")
        if self.parameters.segments:
            self.note("share_of_subjects", "; ".join(segment.name for segment in self.parameters.segments))

    def tier(self) -> Level:
        """Return the level travelled to: the one stated, else the only one of the procedure."""
        levels = self.procedure.levels or ()
        if self.parameters.tier is not None:
            return self.parameters.tier
        if len(levels) != 1 or type(levels[0]) is Unparsed:
            raise MissingInputError("parameters.tier", "a norm for travel holds for one level only")
        return levels[0]


class _Dossier:
    """The acts of one case and channel."""

    def __init__(self, work: _Work, place: Place, audience: str | None) -> None:
        self._work = work
        self._place = place
        self._audience = audience
        self._segments = tuple(group.name for group in work.pricing.groups)
        # By element, paper and segment, the norm that gives an act its price, or has its price in it.
        self._priced: dict[tuple[Element, str, str], int] = {}
        self._covered: dict[tuple[Element, str, str], int] = {}
        self._asked: list[tuple[Element, str, frozenset[str]]] = []

    def run(self) -> None:
        """Add the cells, then list what no norm gives a price to."""
        self._each("learn", asked=True)
        self._papers()
        self._visits()
        self._each("submit", asked=True)
        if self._fees():
            self._each("pay", asked=True)
        self._each("inspection", asked=False)
        self._each("other", asked=False)
        self._each("receive", asked=True)
        for element, what, priced in self._asked:
            self._must_have(element, what, priced)
        for (element, document, segment), i in self._priced.items():
            other = self._covering(element, document, segment)
            if other is not None:
                reason = f"an act that norms[{other}] does not cover"
                raise MalformedError("Norms", (Fault(f"norms[{i}]", element, reason),))

    def _must_have(self, element: Element, what: str, priced: frozenset[str]) -> None:
        """List the segments for which something asked for has no price; once where that is all of them."""
        if len(priced) == len(self._segments):
            return
        rest = (segment for segment in self._segments if segment not in priced)
        lacking = [segment for segment in rest if self._covering(element, what, segment) is None]
        for segment in [""] if len(lacking) == len(self._segments) else lacking:
            self._gap(element, "no_norm", what, segment)

    def _covering(self, element: Element, document: str, segment: str) -> int | None:
        """Return the norm that covers an act, for its paper or for the whole dossier; `None` without one."""
        found = self._covered.get((element, document, segment))
        return self._covered.get((element, "", segment)) if found is None else found

    def _gap(self, activity: Activity, why: WhyUnpriced, what: str = "", segment: str = "") -> None:
        place = self._place
        gap = Unpriced(activity=activity, why=why, what=what, channel=place.channel, case=place.label, segment=segment)
        self._work.gaps[gap] = None

    # ── papers ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def _papers(self) -> None:
        case = self._place.case
        if case is None or type(case) is Unparsed:
            self._gap(
                "document", "not_stated" if case is None else "unreadable", "" if case is None else case.text[:80]
            )
        elif case.documents is None:
            self._gap("document", "not_stated")
        else:
            for document in case.documents:
                if type(document) is Unparsed:
                    self._gap("document", "unreadable", document.text[:80])
                else:
                    self._paper(document)

    def _paper(self, document: Document) -> None:
        work, name = self._work, document.name
        form, *acts = paper_acts(
            document, work.names_of(document), work.sets or 1, online=self._place.channel == "online"
        )
        filled = got = self._do(form, name)
        for act in acts:
            once = act.element in {"document", "scan"}
            found = self._do(act, name, but=filled if once else _NOBODY)
            if act.element == "document":
                got |= found
            elif act.general:
                self._asked.append((act.element, name, found | filled if once else found))
            if found and not once:
                if act.guess is not None:
                    work.note(act.guess, name)
                if work.sets is None:
                    work.note("one_set")
        self._asked.append(("document" if document.form is None else "form", name, got))
        if got and (document.condition is not None or document.required is False):
            work.note("conditional", name)

    # ── once a dossier, once a visit ─────────────────────────────────────────────────────────────────────────────────

    def _each(self, element: Element, *, asked: bool, often: Fraction = _ONE, spreads: Spreads = ()) -> None:
        """Do an element: for each name that the norms give it, an act of its own."""
        found = _NOBODY
        for what in self._work.norms.named(element):
            act = Act(element, () if what is None else (what,), 1, general=what is None)
            found |= self._do(act, "", often, spreads)
        if asked:
            self._asked.append((element, "", found))

    def _visits(self) -> None:
        channel, visits = self._place.channel, self._work.norms.visits
        if channel is None or channel not in visits:
            self._gap("travel", "no_visits")
            return
        often = mean_of(visits[channel])
        spread = visits[channel]
        spreads: Spreads = ((f"norms.visits[{channel!r}]", spread),) if type(spread) is Spread else ()
        if often:
            self._each("travel", asked=True, often=often, spreads=spreads)
            self._each("queue", asked=True, often=often, spreads=spreads)

    def _fees(self) -> bool:
        """Add the fees, if they count; tell whether one is due."""
        work, place = self._work, self._place
        case = place.label or None
        dues, gaps = due_fees(
            work.procedure,
            work.parameters,
            case=case,
            names=place.names,
            channel=place.channel,
            audience=self._audience,
        )
        counts = work.convention.counts_fees
        for due in dues:
            if counts and due.amount:
                work.pricing.fee(place, due)
        for gap in gaps if counts else ():
            work.gaps[gap] = None
        is_due = any(due.amount for due in dues) or any(gap.why not in {"not_stated", "not_due"} for gap in gaps)
        if is_due and not counts:
            work.note("fees_left_out")
        return is_due

    # ── one act ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def _do(
        self, act: Act, document: str, often: Fraction = _ONE, spreads: Spreads = (), but: frozenset[str] = _NOBODY
    ) -> frozenset[str]:
        """Add the cells of an act; return the segments for which a norm gives the subject's part of it a price.

        For the segments in `but` only a norm that names the paper holds.
        """
        work, place = self._work, self._place
        held = [entry for name in act.names for entry in work.norms.find(act.element, name)]
        if act.general:
            held += work.norms.find(act.element, None)
        fitting = [(i, norm) for i, norm, case in held if self._fits(norm, case)]
        if not fitting:
            return _NOBODY
        if act.number != 1:
            often *= act.number
        found: set[str] = set()
        for group in work.pricing.groups:
            segment = group.name
            held_here = [(i, norm) for i, norm in fitting if norm.what is not None] if segment in but else fitting
            for i, norm in _chosen(held_here, group):
                work.used.add(i)
                if norm.performer != "agency":
                    found.add(segment)
                    self._priced[act.element, document, segment] = i
                    for covered in norm.covers:
                        paper = document if covered in DOCUMENT_ELEMENTS else ""
                        self._covered[covered, paper, segment] = i
                work.pricing.act(Deed(place, group, i, norm, document, often, spreads))
        return frozenset(found)

    def _fits(self, norm: Norm, case: str | None) -> bool:
        """Tell whether a norm holds for this case, channel, subject and level."""
        place, subject = self._place, self._work.pricing.subject
        return (
            (norm.channel is None or norm.channel == place.channel)
            and (case is None or case in place.names)
            and (norm.performer in {"subject", "agency", subject} or subject == "subject")
            and (norm.tier is None or norm.tier == self._work.tier())
        )


def _chosen(fitting: list[tuple[int, Norm]], group: Group) -> Iterable[tuple[int, Norm]]:
    """Return the most specific norm for each performer, apart for work done once and for either kind of duty."""
    if len(fitting) == 1 and fitting[0][1].segment is None:
        return fitting
    best: dict[tuple[bool, bool, str], tuple[tuple[bool, ...], int, Norm]] = {}
    for i, norm in fitting:
        if norm.segment is not None and search_key(norm.segment) != search_key(group.name):
            continue
        key = norm.performer == "agency", norm.one_off, norm.obligation
        rank = tuple(held is not None for held in (norm.what, norm.channel, norm.case, norm.tier, norm.segment))
        rank += (norm.performer != "subject",)
        other = best.get(key)
        if other is not None and other[0] == rank:
            raise MalformedError(
                "Norms", (Fault(f"norms[{i}]", norm.what, f"an act that norms[{other[1]}] does not price"),)
            )
        if other is None or other[0] < rank:
            best[key] = rank, i, norm
    return [(i, norm) for _, i, norm in best.values()]

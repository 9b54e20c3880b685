"""What a procedure makes its subjects do: channels, cases, papers, and the acts that follow from them."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from tthc.costs.gaps import AssumptionKind
from tthc.costs.norms import DOCUMENT_ELEMENTS, Element, Norms, key_of
from tthc.costs.parameters import Segment
from tthc.errors import AmbiguousError, Fault, NotFoundError
from tthc.procedures.components import Case, Channel, Document, Step
from tthc.text import Unparsed, search_key

if TYPE_CHECKING:
    from tthc.procedures import Procedure

__all__ = [
    "FREE",
    "Act",
    "absent_segments",
    "case_named",
    "case_names",
    "cases_for",
    "channels_of",
    "paper_acts",
    "papers_of",
    "strangers",
]

FREE: frozenset[str] = frozenset({"inspection", "other"})
"""Elements whose `what` may be any name: what is inspected or done besides stands in no record."""

_SHEETS: dict[Element, str] = {"copy": "copies", "certify": "certified copies"}


def __dir__() -> list[str]:
    return __all__


class Act(NamedTuple):
    """Something done for a dossier: of which element, for which paper, how often.

    `names` are the keys by which norms may name it; `general` tells whether norms that name nothing hold too; `guess`
    why the number of sheets is a guess, where it is one.
    """

    element: Element
    names: tuple[str, ...]
    number: int
    general: bool
    guess: AssumptionKind | None = None


def channels_of(procedure: "Procedure") -> tuple[Channel, ...] | None:
    """Return the channels offered; `None` where the record leaves open which."""
    found: dict[Channel, None] = {}
    for method in procedure.methods or ():
        if type(method) is Unparsed or method.channel is None or type(method.channel) is Unparsed:
            return None
        found[method.channel] = None
    return tuple(found) or None


# ── cases ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def cases_for(procedure: "Procedure", audience: str | None) -> tuple[Case | Unparsed, ...]:
    """Return the cases open to an audience; one that cannot be read may be."""
    key = None if audience is None else search_key(audience)
    return tuple(
        case
        for case in procedure.cases or ()
        if type(case) is Unparsed or key is None or case.audience is None or search_key(case.audience) == key
    )


def case_names(case: Case | Unparsed | None) -> frozenset[str]:
    """Return the keys by which a case may be named."""
    if type(case) is not Case:
        return frozenset()
    return frozenset(search_key(name) for name in (case.name, case.code) if name)


def case_named(cases: Iterable[Case | Unparsed], name: str) -> Case:
    """Return the case of a name or code; raises `NotFoundError` or `AmbiguousError`."""
    readable = [case for case in cases if type(case) is Case]
    key = search_key(name)
    found = [case for case in readable if key in case_names(case)]
    if not found:
        raise NotFoundError("case", name, tuple(case.name or case.code or "" for case in readable))
    if len(found) > 1:
        raise AmbiguousError("case", name, tuple(f"{case.name} ({case.audience or case.code or ''})" for case in found))
    return found[0]


# ── papers ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def papers_of(document: Document) -> tuple[str, ...]:
    """Return the keys by which norms may name a paper: its name, its code, the name of its template."""
    names = (document.name, document.code, None if document.form is None else document.form.name)
    return tuple(dict.fromkeys(search_key(name) for name in names if name))


def paper_acts(document: Document, names: tuple[str, ...], sets: int, *, online: bool) -> Iterator[Act]:
    """Yield what is done for one paper; the first acts are to get it, one of them at least takes something.

    A template is filled in, any other paper prepared; a norm that names the paper holds for either. What the record
    leaves open (copies, certified) is done where a norm names the paper. The form comes first: one that a norm names is
    filled in and not prepared (`_Dossier._paper`).
    """
    has_form = document.form is not None
    yield Act("form", names, 1, general=has_form)
    yield Act("document", names, 1, general=not has_form)
    if online:
        yield Act("scan", names, 1, general=not has_form)
    sheets = document.copies if type(document.copies) is int else None
    guess: AssumptionKind | None = "one_sheet" if sheets is None else None
    if sheets != 0:
        yield Act("copy", names, (sheets or 1) * sets, general=sheets is not None, guess=guess)
    if document.certified is True or (document.certified is None and sheets != 0):
        guess = "no_copies" if sheets == 0 else guess
        yield Act("certify", names, (sheets or 1) * sets, general=document.certified is True, guess=guess)


# ── norms for what is not there ──────────────────────────────────────────────────────────────────────────────────────


def strangers(norms: Norms, procedure: "Procedure") -> Iterator[Fault]:
    """Yield a fault for every norm that names a paper, step, case or channel which the procedure does not have."""
    if not any(norm.what or norm.case or norm.channel for norm in norms.norms):
        return
    offered = channels_of(procedure)
    cases = frozenset(name for case in procedure.rows_of("cases") for name in case_names(case))
    steps = frozenset(search_key(step.name) for step in procedure.steps or () if type(step) is Step and step.name)
    papers = [(papers_of(document), document) for _, document in procedure.documents()]
    acts = {
        (act.element, name)
        for names, document in papers
        for act in paper_acts(document, names, 1, online=True)
        for name in names
    }
    for i, norm in enumerate(norms.norms):
        what = key_of(norm.what)
        if what is not None and norm.element in DOCUMENT_ELEMENTS and (norm.element, what) not in acts:
            if ("document", what) in acts:
                expected = f"a paper of which {_SHEETS[norm.element]} are asked for"
            else:
                expected = _known("a paper of the dossier", (document.name for _, document in papers))
            yield Fault(f"norms[{i}].what", norm.what, expected)
        elif what is not None and norm.element not in DOCUMENT_ELEMENTS | FREE and what not in steps:
            yield Fault(f"norms[{i}].what", norm.what, "a step of the procedure, by its name")
        if norm.case is not None and key_of(norm.case) not in cases:
            yield Fault(f"norms[{i}].case", norm.case, "a case of the procedure")
        if norm.channel is not None and offered is not None and norm.channel not in offered:
            yield Fault(f"norms[{i}].channel", norm.channel, _known("a channel offered", offered))


def absent_segments(norms: Norms, segments: Iterable[Segment]) -> Iterator[Fault]:
    """Yield a fault for every norm that is for a group of subjects which the parameters do not have."""
    names = [segment.name for segment in segments]
    keys = {search_key(name) for name in names}
    for i, norm in enumerate(norms.norms):
        if norm.segment is not None and search_key(norm.segment) not in keys:
            expected = f"a segment of the parameters ({'; '.join(names)})" if names else "None: there are no segments"
            yield Fault(f"norms[{i}].segment", norm.segment, expected)


def _known(what: str, names: Iterable[str]) -> str:
    found = tuple(dict.fromkeys(names))
    shown = "; ".join(name if len(name) <= 40 else name[:37] + "..." for name in found[:5])
    return f"{what} ({shown}{'; …' if found[5:] else ''})" if found else f"{what}, which the record does not state"

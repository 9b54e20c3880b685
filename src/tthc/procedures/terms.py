"""The terms of one applicant on one day: which limit, which fees, which documents, and what stays ambiguous.

Of 2,642 portal records 625 have two to twenty cases and 231 have limits that differ between rows, so a procedure has
no single limit or fee. Nothing is picked silently: where the rows that apply disagree, the answer lists them.
"""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Literal, TypeVar, cast, final

import attrs

from tthc._record import check
from tthc.calendar import TimeLimit
from tthc.errors import NotFoundError
from tthc.fees import Fee
from tthc.procedures._words import label, word
from tthc.procedures.components import Case, Channel, Document, Method
from tthc.text import Unparsed, search_key

if TYPE_CHECKING:
    from tthc.procedures.procedure import Procedure

__all__ = ["Ambiguity", "Terms", "fees_on"]

T = TypeVar("T")


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen(kw_only=True)
class Ambiguity:
    """A component that the question asked leaves open, with the answers that the record gives, in words."""

    component: Literal["case", "time_limit", "fees", "documents"]
    options: tuple[str, ...]

    def __attrs_post_init__(self) -> None:
        check(self)


@final
@attrs.frozen(kw_only=True)
class Terms:
    """What one applicant faces on one day: time limit, fees and documents.

    A component that is in `ambiguous` is `None` here; so is one that the record does not state. `()` is *stated: none*.
    """

    on: dt.date
    case: str | None = None
    channel: Channel | None = None
    audience: str | None = None
    time_limit: TimeLimit | Unparsed | None = None
    fees: tuple[Fee | Unparsed, ...] | None = None
    documents: tuple[Document | Unparsed, ...] | None = None
    ambiguous: tuple[Ambiguity, ...] = ()

    def __attrs_post_init__(self) -> None:
        check(self)

    def __str__(self) -> str:
        lines = [f"Ngày {self.on:%d/%m/%Y}"]
        if self.time_limit is not None:
            lines.append(f"Thời hạn giải quyết: {self.time_limit}")
        if self.fees is not None:
            lines.append(
                "Phí, lệ phí: "
                + ("; ".join(f.text if type(f) is Unparsed else f.display() for f in self.fees) or "không có")
            )
        if self.documents is not None:
            names = [d.name if type(d) is Document else str(d) for d in self.documents]
            lines.append("Hồ sơ: " + ("; ".join(names) or "không có"))
        lines += [f"Chưa xác định ({label(a.component, inner=True)}): " + " | ".join(a.options) for a in self.ambiguous]
        return "\n".join(lines)


def fees_on(fees: Iterable[Fee | Unparsed], on: dt.date) -> tuple[Fee | Unparsed, ...]:
    """Return the fees of one row that are due on a day.

    A dated fee counts on its days only, and on those it stands in place of the undated fees of its category: records
    state a reduced level "đến hết ngày …" beside the normal one. Fees counted per different things do not replace
    each other.
    """
    due = [fee for fee in fees if type(fee) is Unparsed or fee.validity is None or on in fee.validity]
    dated = [fee for fee in due if type(fee) is Fee and fee.validity is not None]
    units = {(fee.category, fee.per) for fee in dated}
    categories = {category for category, _ in units}

    def replaced(fee: Fee) -> bool:
        key = fee.category, fee.per
        return key in units or (fee.category, None) in units or (fee.per is None and fee.category in categories)

    return tuple(fee for fee in due if type(fee) is Unparsed or fee.validity is not None or not replaced(fee))


def find(procedure: "Procedure", case: str | None, channel: Channel | None, audience: str | None, on: dt.date) -> Terms:
    """Answer `Procedure.terms`. A row that cannot be read may be the one asked for, so it stays in the choice."""
    cases, methods = procedure.cases or (), procedure.methods or ()
    if audience is not None:
        _must_know("audience", audience, _audiences(procedure))
        cases = tuple(c for c in cases if type(c) is Unparsed or _fits(c.audience, audience))
        methods = tuple(m for m in methods if type(m) is Unparsed or _fits(m.audience, audience))
    if case is not None:
        named = [name for c in cases if type(c) is Case for name in (c.name, c.code) if name]
        _must_know("case", case, named + [m.case for m in methods if type(m) is Method and m.case])
        key = search_key(case)
        found = [c for c in cases if type(c) is Case and key in map(search_key, (c.name, c.code or ""))]
        # A case that only the methods know falls under the case without a name.
        cases = tuple(found or [c for c in cases if type(c) is Unparsed or not (c.name or c.code)])
        keys = {key, *(search_key(name) for c in found for name in (c.name, c.code) if name)}
        methods = tuple(m for m in methods if type(m) is Unparsed or m.case is None or search_key(m.case) in keys)
    if channel is not None:
        methods = tuple(m for m in methods if type(m) is Unparsed or m.channel == channel or _open(m.channel))
    ambiguous: list[Ambiguity] = []
    if len(cases) > 1:
        ambiguous.append(Ambiguity(component="case", options=tuple(_case(c) for c in cases)))
    return Terms(
        on=on,
        case=case,
        channel=channel,
        audience=audience,
        time_limit=_single("time_limit", _limits(cases, methods), _said, ambiguous),
        fees=_single("fees", _fees(methods, on), _written, ambiguous),
        documents=_single("documents", _documents(cases), _counted, ambiguous),
        ambiguous=tuple(ambiguous),
    )


def _limits(
    cases: tuple[Case | Unparsed, ...], methods: tuple[Method | Unparsed, ...]
) -> Iterable[tuple[str, TimeLimit | Unparsed]]:
    """Every limit that applies: a case's own, that of a method for a case, and where a case has none, of any method."""
    own = [(f"trường hợp {_case(c)}", c.time_limit) for c in cases if type(c) is Case and c.time_limit is not None]
    yield from own
    for method in methods:
        limit = method if type(method) is Unparsed else method.time_limit
        narrow = type(method) is Method and method.case is not None
        if limit is not None and (narrow or not own or len(own) < len(cases)):
            yield _row(method), limit


def _fees(
    methods: tuple[Method | Unparsed, ...], on: dt.date
) -> Iterable[tuple[str, tuple[Fee | Unparsed, ...] | None]]:
    """The fees of every row that states any; `None` where all that it states is for other days."""
    for method in methods:
        if type(method) is Unparsed:
            yield _row(method), (method,)
        elif method.fees is not None:
            yield _row(method), fees_on(method.fees, on) or (None if method.fees else ())


def _documents(cases: tuple[Case | Unparsed, ...]) -> Iterable[tuple[str, tuple[Document | Unparsed, ...]]]:
    for case in cases:
        documents = (case,) if type(case) is Unparsed else case.documents
        if documents is not None:
            yield _case(case), documents


def _single(
    component: Literal["time_limit", "fees", "documents"],
    rows: Iterable[tuple[str, T]],
    show: Callable[[T], str],
    ambiguous: list[Ambiguity],
) -> T | None:
    """Return what all rows say; where they differ, or one says nothing of the day (`None`), list them instead."""
    rows = tuple(rows)
    distinct = {_content(value) for _, value in rows}
    if not distinct:
        return None
    if len(distinct) == 1 and None not in distinct:
        return rows[0][1]
    options = tuple(dict.fromkeys(f"{label}: {show(value)}" for label, value in rows))
    ambiguous.append(Ambiguity(component=component, options=options))
    return None


def _content(value: object) -> object:
    """Two rows that list the same things in another order do not disagree."""
    return frozenset(Counter(cast("tuple[object, ...]", value)).items()) if isinstance(value, tuple) else value


def _said(limit: TimeLimit | Unparsed) -> str:
    return str(limit)


def _written(fees: tuple[Fee | Unparsed, ...] | None) -> str:
    return "không có mức nào đang áp dụng" if fees is None else "; ".join(map(str, fees)) or "không có"


def _counted(documents: tuple[Document | Unparsed, ...]) -> str:
    return f"{len(documents)} giấy tờ"


def _case(case: Case | Unparsed) -> str:
    return case.text if type(case) is Unparsed else case.name or case.code or "(không tên)"


def _row(method: Method | Unparsed) -> str:
    if type(method) is Unparsed:
        return "(không đọc được)"
    parts = word("channel", method.channel or ""), method.case, method.audience
    return ", ".join(part for part in parts if part) or "mọi cách thức"


def _open(channel: Channel | Unparsed | None) -> bool:
    """A row that does not say, or does not say clearly, how to hand in is for every channel."""
    return channel is None or type(channel) is Unparsed


def _fits(audience: str | None, wanted: str) -> bool:
    return audience is None or search_key(audience) == search_key(wanted)


def _audiences(procedure: "Procedure") -> list[str]:
    stated = [a.name for a in procedure.audiences or () if type(a) is not Unparsed]
    rows = [*(procedure.cases or ()), *(procedure.methods or ())]
    return stated + [row.audience for row in rows if type(row) is not Unparsed and row.audience]


def _must_know(what: str, name: str, known: list[str]) -> None:
    if search_key(name) not in set(map(search_key, known)):
        raise NotFoundError(what, name, tuple(dict.fromkeys(known)))

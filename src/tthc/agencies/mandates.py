"""Who is in charge of a function on a day, who decides in whose place, and who answers for it.

A mandate gives a function to a body for a span of time. Between two instruments there may be days on which nobody was
named: then the question is answered *unsettled*, with who came before and after, never with a guess.
"""

import datetime as dt
from collections.abc import Iterable
from typing import Literal, TypeAlias, final

import attrs

from tthc._record import check
from tthc.agencies.agency import Agency
from tthc.dated import Interval
from tthc.errors import Fault
from tthc.identifiers import AgencyCode, Identifier, LegalNumber, ProcedureCode
from tthc.law import Citation

__all__ = ["Competence", "Delegation", "DelegationKind", "Function", "LegalForm", "Mandate", "Tenure"]

DelegationKind: TypeAlias = Literal["assigned_by_law", "decentralised", "authorised", "receive_only"]
"""How a task passes to another body: phân quyền, phân cấp, ủy quyền, chỉ giao tiếp nhận."""
LegalForm: TypeAlias = Literal["law", "decree", "decision"]
"""The instrument a delegation needs: luật or nghị quyết của Quốc hội; văn bản quy phạm pháp luật của Chính phủ, Thủ
tướng, bộ trưởng or the local council; quyết định of the holder."""

_WORDS = {
    "assigned_by_law": ("phân quyền", "assigned by law"),
    "decentralised": ("phân cấp", "decentralised"),
    "authorised": ("ủy quyền", "authorised"),
    "receive_only": ("giao tiếp nhận", "receives only"),
}


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen(kw_only=True)
class Function:
    """A function of the state (chức năng), such as the control of administrative procedures; found by any of its names.

    >>> Function(id="procedure-control", name="kiểm soát thủ tục hành chính", aliases=("KSTTHC",)).id
    'procedure-control'
    """

    id: str
    name: str
    name_en: str = ""
    aliases: tuple[str, ...] = ()

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        for field in ("id", "name"):
            if not getattr(self, field):
                yield Fault(field, "", "a text")

    def display(self, lang: Literal["vi", "en"] = "vi") -> str:
        """Return the name in Vietnamese or English; the Vietnamese one where there is no other."""
        return self.name_en if lang == "en" and self.name_en else self.name


@final
@attrs.frozen(kw_only=True)
class Mandate:
    """A function given to one body for a span of time (giao chức năng, nhiệm vụ).

    `agency` is a code of the directory; `name` is what the body is called where it has no code or where a part of it is
    meant (a task force, a department). One of them at least is stated.
    """

    function: Function
    interval: Interval
    agency: AgencyCode | Identifier | None = None
    name: str = ""
    citation: Citation | LegalNumber | None = None
    source: str = ""
    confirmed: bool = True
    note: str = ""

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        if self.agency is None and not self.name:
            yield Fault("agency", self.agency, "a code or a name")


@final
@attrs.frozen(kw_only=True)
class Tenure:
    """The days on which one body was in charge: `since` is the first, `until` the first after them; either may be open.

    `agency` is `None` where the body has no code in the directory; `name` is never "".
    """

    name: str
    agency: Agency | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    citation: Citation | LegalNumber | None = None
    source: str = ""

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        if not self.name:
            yield Fault("name", self.name, "the name of the body in charge")

    def display(self, lang: Literal["vi", "en"] = "vi") -> str:
        """Name the body, its first and its last day, in Vietnamese or English."""
        body = self.name if lang == "vi" or self.agency is None else self.agency.display("en")
        return body + _span(self.since, self.until, lang)

    def __str__(self) -> str:
        return self.display()


@final
@attrs.frozen(kw_only=True, repr=False)
class Competence:
    """Who is in charge of a function on a day (cơ quan có thẩm quyền), since when, until when, by which instrument.

    `since` is the first day of the answer, `until` the first day after it; either may be open. `before` and `after`
    tell who was in charge before those days and who after them, as far as it is known. Where `settled` is false nobody
    is known to be in charge: `agency` is `None`, `name` is "". `beyond` marks a day after the directory's horizon: the
    answer is how things stood then.
    """

    function: Function
    on: dt.date
    agency: Agency | None = None
    name: str = ""
    since: dt.date | None = None
    until: dt.date | None = None
    before: Tenure | None = None
    after: Tenure | None = None
    citation: Citation | LegalNumber | None = None
    source: str = ""
    confirmed: bool = True
    beyond: bool = False

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        if self.agency is not None and not self.name:
            yield Fault("name", self.name, "the name of the body in charge")

    @property
    def settled(self) -> bool:
        """Whether a body is known to be in charge on the day."""
        return bool(self.name)

    def text(self, lang: Literal["vi", "en"] = "vi") -> str:
        """Say who is in charge, by which instrument; of unsettled days, who came before and after."""
        vi = lang == "vi"
        said = f"{self.function.display(lang)}, {'ngày' if vi else 'on'} {_day(self.on, lang)}: "
        if self.settled:
            body = Tenure(name=self.name, agency=self.agency, since=self.since, until=self.until)
            said += body.display(lang)
            said += "" if self.citation is None else f" ({self.citation.display(lang)})"
        else:
            said += "chưa xác định" if vi else "unsettled"
            words = ("trước đó", "sau đó") if vi else ("before it", "after it")
            near = zip(words, (self.before, self.after), strict=True)
            said += "".join(f"; {word} {tenure.display(lang)}" for word, tenure in near if tenure is not None)
        if not self.confirmed:
            said += "; nguồn chưa được xác nhận" if vi else "; the source is not confirmed"
        if self.beyond:
            said += "; ngày này nằm ngoài phạm vi dữ liệu" if vi else "; the day lies beyond what is known"
        return said

    def __repr__(self) -> str:
        return f"<Competence {self.function.id!r} on {self.on}: {self.name or 'unsettled'}>"

    def __str__(self) -> str:
        return self.text()


def _day(day: dt.date, lang: Literal["vi", "en"]) -> str:
    return f"{day:%d/%m/%Y}" if lang == "vi" else str(day)


def _span(since: dt.date | None, until: dt.date | None, lang: Literal["vi", "en"]) -> str:
    """Write the first and the last day of a span, as far as there are any."""
    last = None if until is None else until - dt.timedelta(days=1)
    first, end = ("từ", "đến hết") if lang == "vi" else ("from", "to")
    said = [f"{word} {_day(day, lang)}" for word, day in ((first, since), (end, last)) if day is not None]
    return f", {' '.join(said)}" if said else ""


@final
@attrs.frozen(kw_only=True)
class Delegation:
    """A task that another body carries out in the holder's place, by one of four forms with rules of their own.

    ==================  ================  ==========  =============  ============  ==========================
    kind                tiếng Việt        decides     answers for    supervises    instrument
    ==================  ================  ==========  =============  ============  ==========================
    `assigned_by_law`   phân quyền        receiver    receiver       nobody here   law of the National Assembly
    `decentralised`     phân cấp          receiver    receiver       holder        legal normative document
    `authorised`        ủy quyền          receiver    holder         holder        decision of the holder
    `receive_only`      giao tiếp nhận    holder      holder         holder        decision
    ==================  ================  ==========  =============  ============  ==========================

    (Luật Tổ chức chính quyền địa phương 72/2025/QH15; Nghị định 118/2025/NĐ-CP.) `procedures` are numbers or codes of
    procedures, `functions` names of functions or fields (lĩnh vực); one of both at least says what is delegated.

    >>> given = Delegation(kind="authorised", holder=AgencyCode(("H26",)), receiver=AgencyCode(("H26", "12")),
    ...                    functions=("Đất đai",), interval=Interval(dt.date(2025, 7, 1)))
    >>> given.decides.modern, given.answers.modern, given.legal_form
    ('H26.12', 'H26', 'decision')
    """

    kind: DelegationKind
    holder: AgencyCode | Identifier
    receiver: AgencyCode | Identifier
    interval: Interval
    procedures: tuple[ProcedureCode | Identifier, ...] = ()
    functions: tuple[str, ...] = ()
    citation: Citation | LegalNumber | None = None
    source: str = ""

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        if self.holder == self.receiver:
            yield Fault("receiver", str(self.receiver), "another body than the holder")
        if not self.procedures and not self.functions:
            yield Fault("procedures", self.procedures, "procedures or functions that are delegated")

    @property
    def decides(self) -> AgencyCode | Identifier:
        """The body that decides."""
        return self.holder if self.kind == "receive_only" else self.receiver

    @property
    def answers(self) -> AgencyCode | Identifier:
        """The body that answers for the result."""
        return self.holder if self.kind in {"authorised", "receive_only"} else self.receiver

    @property
    def supervises(self) -> AgencyCode | Identifier | None:
        """The body that guides and checks, `None` where the holder no longer has a part in it."""
        return None if self.kind == "assigned_by_law" else self.holder

    @property
    def legal_form(self) -> LegalForm:
        """The instrument that this form needs."""
        return {"assigned_by_law": "law", "decentralised": "decree"}.get(self.kind, "decision")  # type: ignore[return-value]

    def display(self, lang: Literal["vi", "en"] = "vi") -> str:
        """Name the form and both bodies, in Vietnamese or English."""
        what = ", ".join([*map(str, self.procedures), *self.functions])
        return f"{_WORDS[self.kind][lang == 'en']}: {self.holder} → {self.receiver} ({what})"

    def __str__(self) -> str:
        return self.display()

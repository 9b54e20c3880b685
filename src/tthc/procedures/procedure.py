"""`Procedure`: one administrative procedure with all its components, as one source states it."""

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, cast, final, overload

import attrs

from tthc._record import check
from tthc.dated import Interval
from tthc.errors import Fault, MalformedError, NotFoundError
from tthc.identifiers import AgencyCode, Identifier, LegalNumber, ProcedureCode
from tthc.procedures.components import (
    Announcement,
    Audience,
    Case,
    Channel,
    Condition,
    Document,
    Formality,
    Level,
    Method,
    OnlineLevel,
    ResponsibleAgency,
    Result,
    Role,
    Source,
    Step,
)
from tthc.text import Unparsed

if TYPE_CHECKING:
    from tthc.procedures.terms import Terms

__all__ = ["COMPONENTS", "Procedure", "State"]

State: TypeAlias = Literal["stated", "none", "blank", "not_carried", "unreadable"]
"""What a record says of a component: something, expressly nothing, nothing, could not say, or what cannot be read."""

_LISTS = (
    "levels",
    "steps",
    "methods",
    "cases",
    "audiences",
    "results",
    "conditions",
    "legal_basis",
    "related",
)
_SCALARS = (
    "code",
    "name",
    "field",
    "formality",
    "decision",
    "dossier_sets",
    "online_level",
    "validity",
)
_FLAGS = ("internal", "shared", "non_territorial", "vertical", "offline_only")
_GATHERED = ("agencies", "time_limit", "fees", "documents", "forms")

COMPONENTS: frozenset[str] = frozenset((*_LISTS, *_SCALARS, *_FLAGS, *_GATHERED))
"""The names that `Procedure.state` takes and `Source.carries` holds."""


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen(kw_only=True, repr=False)
class Procedure:
    """An administrative procedure (thủ tục hành chính), khoản 1 Điều 3 and khoản 2 Điều 8 Nghị định 63/2010/NĐ-CP.

    Every field may be left out: `None` is *not stated*, `()` is *stated: none*, `Unparsed` is *stated, not readable*.
    `code` is an `Identifier` for another country's procedure. A procedure is identified by number, agency (or national)
    and date: provinces localise one number with fees and shorter limits of their own.

    >>> birth = Procedure(code=ProcedureCode("1.001193"), name="Đăng ký khai sinh", dossier_sets=1)
    >>> birth
    <Procedure 1.001193 'Đăng ký khai sinh'>
    >>> birth.state("dossier_sets"), birth.state("steps")
    ('stated', 'blank')
    """

    code: ProcedureCode | Identifier | Unparsed | None = None
    name: str | None = None
    field: str | None = None
    field_code: str | None = None
    formality: Formality | Unparsed | None = None
    decision: Announcement | Unparsed | None = None
    levels: tuple[Level | Unparsed, ...] | None = None
    steps: tuple[Step | Unparsed, ...] | None = None
    methods: tuple[Method | Unparsed, ...] | None = None
    cases: tuple[Case | Unparsed, ...] | None = None
    dossier_sets: int | Unparsed | None = None
    audiences: tuple[Audience | Unparsed, ...] | None = None
    agencies: tuple[ResponsibleAgency | Unparsed, ...] | None = None
    results: tuple[Result | Unparsed, ...] | None = None
    conditions: tuple[Condition | Unparsed, ...] | None = None
    legal_basis: tuple[LegalNumber | Unparsed, ...] | None = None
    related: tuple[ProcedureCode | Identifier | Unparsed, ...] | None = None
    online_level: OnlineLevel | Unparsed | None = None
    validity: Interval | None = None
    internal: bool | None = None
    shared: bool | None = None
    non_territorial: bool | None = None
    vertical: bool | None = None
    offline_only: bool | None = None
    description: str = ""
    keywords: str = ""
    note: str = ""
    source: Source | None = None

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        if isinstance(self.dossier_sets, int) and self.dossier_sets < 0:
            yield Fault("dossier_sets", self.dossier_sets, "a number of sets, 0 or more")

    def state(self, component: str) -> State:
        """Tell what the record says of a component: stated, none, blank, not_carried or unreadable.

        `component` is a name in `COMPONENTS`: a field, or `time_limit`, `fees`, `documents` and `forms`, which are
        gathered from methods and cases; a row that cannot be read may hold them. `agencies` asks for the settling
        agency (điểm g khoản 2 Điều 8). What is blank in a source whose shape has no such field is `not_carried`: the
        agency cannot be blamed for it.
        """
        if component not in COMPONENTS:
            raise NotFoundError("component", component, tuple(sorted(COMPONENTS)))
        values = tuple(self._values(component))
        if any(value is not None and type(value) is not Unparsed and value not in ("", ()) for value in values):
            return "stated"
        if any(type(value) is Unparsed for value in values):
            return "unreadable"
        if any(value == () for value in values):
            return "none"
        return "blank" if self.source is None or component in self.source.carries else "not_carried"

    def _values(self, component: str) -> Iterable[object]:
        """Everything that a record holds under the name of a component; lists are opened, `()` stands for itself."""
        if component == "agencies":
            rows = _opened([self.agencies])
            yield from (row for row in rows if type(row) is not ResponsibleAgency or row.role == "settling")
        elif component == "time_limit":
            yield from _within(_opened([self.methods]), "time_limit")
            yield from _within(self.cases or (), "time_limit")  # no cases at all is no word on the limit
        elif component == "fees":
            yield from _opened(_within(_opened([self.methods]), "fees"))
        elif component == "documents":
            yield from _opened(_within(_opened([self.cases]), "documents"))
        elif component == "forms":
            yield from _within(_opened(_within(_opened([self.cases]), "documents")), "form")
        elif component in _LISTS:
            yield from _opened([getattr(self, component)])
        else:
            yield getattr(self, component)

    @overload
    def rows_of(self, component: Literal["methods"]) -> tuple[Method, ...]: ...
    @overload
    def rows_of(self, component: Literal["cases"]) -> tuple[Case, ...]: ...
    def rows_of(self, component: Literal["methods", "cases"]) -> tuple[Method | Case, ...]:
        """Return the readable methods or cases; their indices are not those of the field where a row is unreadable.

        >>> Procedure(methods=(Unparsed("qua mạng"), Method(channel="online"))).rows_of("methods")[0].channel
        'online'
        """
        rows = self.methods if component == "methods" else self.cases
        return tuple(row for row in rows or () if type(row) is not Unparsed)

    def documents(self) -> tuple[tuple[tuple[str | int, ...], Document], ...]:
        """Return every readable document of every case, each with its path."""
        return tuple(
            (("cases", i, "documents", j), document)
            for i, case in enumerate(self.cases or ())
            if type(case) is Case
            for j, document in enumerate(case.documents or ())
            if type(document) is Document
        )

    def agencies_as(self, role: Role) -> tuple[ResponsibleAgency, ...]:
        """Return the agencies that have a role, in the order of the record."""
        return tuple(a for a in self.agencies or () if type(a) is ResponsibleAgency and a.role == role)

    def terms(
        self, case: str | None = None, channel: Channel | None = None, audience: str | None = None, *, on: dt.date
    ) -> "Terms":
        """Return the time limit, fees and documents of one applicant on one day; what is not decided is listed.

        `case` is a case's name or code. A case's own limit stands in place of those that methods state for every case;
        a fee that is dated and in force stands in place of the undated fees of its category in its row. A row that
        names no case, channel or audience is for all of them. Raises `NotFoundError` for a case or audience that the
        procedure does not have.

        >>> from tthc import Fee, Money
        >>> fee = Fee(kind="amount", amount=Money(8000), per="bản sao")
        >>> birth = Procedure(methods=(Method(channel="online", fees=(fee,)), Method(channel="direct", fees=())))
        >>> print(birth.terms(channel="online", on=dt.date(2026, 11, 22)))
        Ngày 22/11/2026
        Phí, lệ phí: 8.000 đồng/bản sao
        >>> birth.terms(on=dt.date(2026, 11, 22)).ambiguous[0].options
        ('trực tuyến: 8.000 đồng/bản sao', 'trực tiếp: không có')
        """
        from tthc.procedures.terms import find  # noqa: PLC0415 - as the card below

        return find(self, case, channel, audience, on)

    def localise(self, agency: AgencyCode, **changes: Any) -> "Procedure":  # noqa: ANN401 - any field's value
        """Return the variant of a local agency: the same number under its code, with what it sets itself.

        Raises `MalformedError` where the procedure has no code that can be local.

        >>> Procedure(code=ProcedureCode("1.001193")).localise(AgencyCode(("H26",))).code
        ProcedureCode.parse('1.001193.H26')
        """
        if type(self.code) is not ProcedureCode:
            raise MalformedError("Procedure", (Fault("code", self.code, "a ProcedureCode to add the agency to"),))
        code = attrs.evolve(self.code, agency=agency)
        return attrs.evolve(self, code=code, **changes)

    @property
    def label(self) -> str:
        """What the procedure is called in reports: its code as text, or ""."""
        return "" if self.code is None else str(self.code)

    def __repr__(self) -> str:
        code = " ".join(self.label[:60].split()) or "without code"
        name = "" if self.name is None else f" {self.name[:60]!r}"
        count = f": {len(self.methods)} method{'s' if len(self.methods) > 1 else ''}" if self.methods else ""
        return f"<Procedure {code}{name}{count}>"

    def __str__(self) -> str:
        from tthc.procedures import _card  # noqa: PLC0415 - printing is not needed to hold or check a procedure

        return _card.write(self)


def _opened(lists: Iterable[object]) -> Iterable[object]:
    """Yield the elements of each list; an empty list, `None` and what is no list stand for themselves."""
    for values in lists:
        if isinstance(values, tuple) and values:
            yield from cast("tuple[object, ...]", values)
        else:
            yield values


def _within(rows: Iterable[object], name: str) -> Iterable[object]:
    """Yield what each row holds under a name; `()`, `None` and a row that cannot be read stand for themselves."""
    for row in rows:
        yield getattr(row, name) if isinstance(row, Method | Case | Document) else row

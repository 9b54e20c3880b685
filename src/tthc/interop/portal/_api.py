"""The detail answer of the 2026 portal's API.

Display strings beside the lists of agencies: `executingAgencies` repeats `departmentsExecuting` and
`coordinatingAgencies` `departmentsCoordinating`. `delegatedAgencies` is what the page shows as *cơ quan có thẩm quyền*
(of 1.004073 the page shows "Bộ Công an" there and no authorised agency), so it goes with `departmentsAuthority`, and
`authorizedAgencies` with `departmentsAuthorized` (cơ quan được ủy quyền).
"""

import datetime as dt
from fractions import Fraction

import attrs

from tthc.calendar import TimeLimit
from tthc.calendar.limits import LimitUnit
from tthc.errors import MalformedError
from tthc.fees import Fee
from tthc.identifiers import LegalNumber, ProcedureCode
from tthc.interop.portal._components import make_agencies, make_count, make_document, make_steps
from tthc.interop.portal._messages import BAD_LIMIT, NO_DAY, UNKNOWN_WORD
from tthc.interop.portal._notes import Path
from tthc.interop.portal._parts import (
    read_code,
    read_fees,
    read_legal_number,
    read_millis,
    read_word,
    regime_on,
)
from tthc.interop.portal._row import Row
from tthc.interop.portal._words import CHANNELS, CHANNELS_NAME, FORMALITIES, FORMALITIES_NAME, is_none
from tthc.procedures import (
    Announcement,
    Audience,
    Case,
    Condition,
    Document,
    Form,
    Level,
    Method,
    OnlineLevel,
    Procedure,
    ResponsibleAgency,
    Result,
    Role,
    Source,
    Step,
)
from tthc.text import Unparsed

__all__ = ["CARRIES", "KNOWN", "read_api"]

_CARRIES_WORDS = (
    "code name field formality decision levels steps methods cases audiences agencies results conditions "
    "legal_basis related online_level internal shared non_territorial vertical offline_only time_limit fees "
    "documents forms"
)
CARRIES = frozenset(_CARRIES_WORDS.split())
_KNOWN_WORDS = (
    "id code codeNotation name description note keywords executionSteps executionMethods executionCases cases "
    "fees submissionMethod processingTime processingTimeUnit processingDay qty type value currencyId "
    "currencyName attachment profileComponents profileComponentId originalQty copyQty required "
    "hasElectronicForm isProcessingResult source attachments fileName bucketName filePath formalityType "
    "formalityTargetType state isInternal isWard isProvince isMinistry isOtherAgency isUndetermined "
    "isVertical isFullProcess isSharedService isOfflineOnly isNonTerritorial decisionNo procedureProposal "
    "proposalNumber decisionDate decisionNumber publicationDate issuingAgency proposalType categoryIds "
    "categoriesDetails category legalBasisIds legalBasisesDetails resultIds resultsDetails subjectTypeIds "
    "subjectTypesDetails departmentPromulgateId departmentPromulgateCode departmentPromulgateName "
    "departmentExecutingIds departmentAuthorityIds departmentAuthorizedIds departmentCoordinatingIds "
    "departmentsExecuting departmentsAuthority departmentsAuthorized departmentsCoordinating "
    "departmentDetails unitGroupExecutingIds unitGroupAuthorityIds unitGroupAuthorizedIds "
    "unitGroupCoordinatingIds unitGroupsExecuting unitGroupsAuthority unitGroupsAuthorized "
    "unitGroupsCoordinating serviceGroupIds serviceGroupsDetails targetObjects procedureRelatedGroup "
    "executingAgencies authorizedAgencies delegatedAgencies coordinatingAgencies dossierReceivingAddresses "
    "requirementsAndConditions returningMethods createdAt updatedAt"
)
KNOWN = frozenset(_KNOWN_WORDS.split())

_AGENCIES: tuple[tuple[Role, str, str], ...] = (
    ("settling", "departmentsExecuting", "executingAgencies"),
    ("deciding", "departmentsAuthority", "delegatedAgencies"),
    ("authorised", "departmentsAuthorized", "authorizedAgencies"),
    ("coordinating", "departmentsCoordinating", "coordinatingAgencies"),
)
_LEVELS: tuple[tuple[str, Level], ...] = (
    ("isMinistry", "central"),
    ("isProvince", "provincial"),
    ("isWard", "commune"),
    ("isOtherAgency", "other"),
)
_UNITS: dict[str, tuple[LimitUnit, bool]] = {
    "MINUTE": ("minute", False),
    "HOUR": ("hour", False),
    "WORKING_HOUR": ("hour", True),
    "DAY": ("day", False),
    "WORKING_DAY": ("day", True),
    "WEEK": ("week", False),
    "MONTH": ("month", False),
    "YEAR": ("year", False),
}
_UNITS_NAME = ("đơn vị thời gian", "units of time")


def __dir__() -> list[str]:
    return __all__


def read_api(row: Row) -> Procedure:
    """Read one detail answer; what is left in `row` has no place in a procedure."""
    notes = row.notes
    code = row.text("code")
    row.drop_same("codeNotation", code)
    updated = read_millis(notes, row.number("updatedAt"), ("updatedAt",))
    methods = tuple(_method(method, ("methods", i)) for i, method in enumerate(row.rows("executionMethods")))
    category = next(iter(row.rows("categoriesDetails")), None) or row.row("category")
    field = None if category is None else category.text("name")
    field_code = None if category is None else category.text("code")
    again = row.row("category")
    if again is not None:
        again.drop_same("name", field)
        again.drop_same("code", field_code)
    kind = row.text("formalityType")
    return Procedure(
        code=None if code is None else read_code(notes, code, ("code",)),
        name=row.text("name"),
        field=field,
        field_code=field_code,
        formality=None if kind is None else read_word(notes, kind, FORMALITIES, ("formality",), FORMALITIES_NAME),
        decision=_decision(row),
        levels=tuple(level for key, level in _LEVELS if row.flag(key)) or None,
        steps=_steps(row) or None,
        methods=methods or None,
        cases=_cases(row) or None,
        audiences=tuple(_audience(item) for item in row.rows("subjectTypesDetails")) or None,
        agencies=_agencies(row) or None,
        results=tuple(_result(item) for item in row.rows("resultsDetails")) or None,
        conditions=_conditions(row),
        legal_basis=_legal_basis(row) or None,
        related=_related(row) or None,
        online_level=_online_level(row, methods, updated),
        internal=row.flag("isInternal"),
        shared=row.flag("isSharedService"),
        non_territorial=row.flag("isNonTerritorial"),
        vertical=row.flag("isVertical"),
        offline_only=row.flag("isOfflineOnly"),
        description=row.text("description") or "",
        keywords=row.text("keywords") or "",
        note=row.text("note") or "",
        source=Source(
            shape="api-2026",
            carries=CARRIES,
            id=row.text("id"),
            status=row.text("state"),
            created=read_millis(notes, row.number("createdAt"), ("createdAt",)),
            updated=updated,
        ),
    )


def _steps(row: Row) -> tuple[Step | Unparsed, ...]:
    steps: list[Step | Unparsed] = []
    for step in row.rows("executionSteps"):
        name, description = step.text("name"), step.text("description")
        if name is not None:
            steps.append(Step(name=name, description=description or ""))
        elif description is not None:
            steps += make_steps(description)
    return tuple(steps)


def _method(row: Row, path: Path) -> Method:
    channel = row.text("submissionMethod")
    fees: list[Fee | Unparsed] = []
    for fee in row.rows("fees"):
        fees += _fee(fee, (*path, "fees"), len(fees))
    return Method(
        channel=None if channel is None else read_word(row.notes, channel, CHANNELS, (*path, "channel"), CHANNELS_NAME),
        time_limit=_limit(row, "processingTime", "processingTimeUnit", (*path, "time_limit")),
        fees=tuple(fees) or None,
        note=row.text("description") or "",
    )


def _limit(row: Row, number_key: str, unit_key: str, path: Path) -> TimeLimit | Unparsed | None:
    """Read a number and its unit; without a number nothing is stated, without a unit the unit is not known."""
    number = row.number(number_key)
    if number is None:
        return None
    word = row.text(unit_key)
    text = f"{number} {word or ''}".rstrip()
    unit, working = (None, False) if word is None else _UNITS.get(word, (None, False))
    if word is not None and unit is None:
        row.notes.note(UNKNOWN_WORD, path, word, list=_UNITS_NAME)
        return Unparsed(text)
    try:
        # repr() of a float is the shortest text that reads as it: 0.1 becomes a tenth, as the record wrote it
        return TimeLimit(kind="duration", amount=Fraction(repr(number)), unit=unit, working=working)
    except MalformedError:
        row.notes.note(BAD_LIMIT, path, text)
        return Unparsed(text)


def _fee(row: Row, path: Path, count: int) -> tuple[Fee | Unparsed, ...]:
    """Read one fee as the page writes it: 0 is free, an amount bears its currency, and a description may date it."""
    value, currency, note = row.number("value"), row.text("currencyName"), row.text("description") or ""
    kind = row.text("type")
    if value is None:
        amount = ""
    elif value == 0:
        amount = "Miễn phí"
    else:
        number = f"{value:,}" if type(value) is int else repr(value)
        amount = number if currency is None else f"{number} {currency}"
    if not amount and not note:
        return ()
    fees = read_fees(row.notes, amount, note, path, count)
    if kind != "FEE":  # what the other words of the portal stand for is not known
        if kind is not None:
            row.notes.keep(row.path_of("type"), kind)
        return fees
    return tuple(
        attrs.evolve(fee, category="phí") if type(fee) is Fee and fee.category is None else fee for fee in fees
    )


def _cases(row: Row) -> tuple[Case | Unparsed, ...]:
    cases: list[Case] = []
    for case in row.rows("executionCases"):
        name = (case.text("name") or "").lstrip("-+* ").rstrip(": ")
        cases.append(Case(name=name, documents=_documents(case, len(cases))))
    for case in row.rows("cases"):
        day = case.row("processingDay")
        path: Path = ("cases", len(cases))
        cases.append(
            Case(
                name=case.text("name") or "",
                code=case.text("code"),
                documents=_documents(case, len(cases)),
                time_limit=None if day is None else _limit(day, "qty", "type", (*path, "time_limit")),
            )
        )
    if documents := _documents(row, len(cases)):
        cases.append(Case(documents=documents))
    return tuple(cases)


def _documents(row: Row, case: int) -> tuple[Document | Unparsed, ...] | None:
    documents: list[Document] = []
    for i, item in enumerate(row.rows("profileComponents")):
        path: Path = ("cases", case, "documents", i)
        files = tuple(name for file in item.rows("attachments") if (name := file.text("fileName")) is not None)
        documents.append(
            make_document(
                item.text("name") or "",
                code=item.text("code"),
                originals=make_count(item.notes, item.number("originalQty"), (*path, "originals")),
                copies=make_count(item.notes, item.number("copyQty"), (*path, "copies")),
                required=item.flag("required"),
                electronic=item.flag("hasElectronicForm"),
                is_result=item.flag("isProcessingResult"),
                form=Form(files=files) if files else None,
            )
        )
    return tuple(documents) or None


def _audience(row: Row) -> Audience:
    return Audience(name=row.text("name") or "", code=row.text("code"))


def _result(row: Row) -> Result:
    return Result(name=row.text("name") or "", code=row.text("code"))


def _agencies(row: Row) -> tuple[ResponsibleAgency | Unparsed, ...]:
    agencies: list[ResponsibleAgency] = []
    for role, key, shown_key in _AGENCIES:
        listed = make_agencies(row.items(key), role, len(agencies))
        if listed:
            row.drop_same(shown_key, ", ".join(agency.name for agency in listed))
        agencies += listed or make_agencies(row.items(shown_key), role, len(agencies))
    agencies += make_agencies(row.items("dossierReceivingAddresses"), "receiving", len(agencies))
    return tuple(agencies)


def _conditions(row: Row) -> tuple[Condition | Unparsed, ...] | None:
    text = row.text("requirementsAndConditions")
    if text is None:
        return None
    return () if is_none(text) else (Condition(text),)


def _legal_basis(row: Row) -> tuple[LegalNumber | Unparsed, ...]:
    numbers: list[LegalNumber | Unparsed] = []
    for item in row.rows("legalBasisesDetails"):
        code = item.text("code")
        if code is not None:
            numbers.append(read_legal_number(item.notes, code, ("legal_basis", len(numbers)), (*item.path, "code")))
    return tuple(numbers)


def _related(row: Row) -> tuple[ProcedureCode | Unparsed, ...]:
    codes: list[ProcedureCode | Unparsed] = []
    for item, _ in row.items("procedureRelatedGroup"):
        code = item.text("code") if isinstance(item, Row) else item
        if code is not None:
            codes.append(read_code(row.notes, code, ("related", len(codes))))
    return tuple(codes)


def _decision(row: Row) -> Announcement | None:
    proposal = row.row("procedureProposal")
    number, issuer, signed, entered = row.text("decisionNo"), None, None, None
    place: Path = ("decisionNo",)
    if proposal is not None:
        notes = row.notes
        agency = proposal.row("issuingAgency")
        issuer = None if agency is None else agency.text("name")
        signed = read_millis(notes, proposal.number("decisionDate"), (*proposal.path, "decisionDate"))
        entered = read_millis(notes, proposal.number("publicationDate"), (*proposal.path, "publicationDate"))
        for key in ("proposalNumber", "decisionNumber"):
            if number is None:
                number, place = proposal.text(key), (*proposal.path, key)
            proposal.drop_same(key, number)
    if issuer is None:
        issuer = row.text("departmentPromulgateName")
    row.drop_same("departmentPromulgateName", issuer)
    if number is None and signed is None and entered is None and issuer is None:
        return None
    return Announcement(
        number=None if number is None else read_legal_number(row.notes, number, ("decision", "number"), place),
        issuer=issuer,
        signed=signed,
        entered=entered,
    )


def _online_level(row: Row, methods: tuple[Method, ...], updated: dt.date | None) -> OnlineLevel | None:
    """Say the level in the words of the decree of the record's last update: the flag alone does not tell which."""
    full = row.flag("isFullProcess")
    if full is None or not (full or any(method.channel == "online" for method in methods)):
        return None
    if updated is None:
        row.notes.note(NO_DAY, ("online_level",), "toàn trình" if full else "một phần")
        row.notes.keep(row.path_of("isFullProcess"), full)
        return None
    return OnlineLevel(regime=regime_on(updated), level="full" if full else "partial")

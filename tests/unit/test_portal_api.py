"""The detail answer of the 2026 portal's API."""

import datetime as dt
from fractions import Fraction
from typing import Any

import pytest

from tthc.calendar import TimeLimit
from tthc.dated import Interval
from tthc.fees import Fee
from tthc.identifiers import AgencyCode, Identifier, LegalNumber, ProcedureCode
from tthc.interop.portal import Reading, read
from tthc.money import Money
from tthc.procedures import (
    Announcement,
    Audience,
    Case,
    Condition,
    Document,
    Form,
    OnlineLevel,
    ResponsibleAgency,
    Result,
    Step,
)
from tthc.text import Unparsed

JULY = 1_783_000_000_000  # 2026-07-02 at UTC+7
MAY = 1_778_000_000_000  # 2026-05-05 at UTC+7


def api(**keys: Any) -> Reading:
    return read({"code": "1.000001", "executionSteps": [], **keys})


def found(reading: Reading) -> list[tuple[str, tuple[str | int, ...]]]:
    return [(finding.code, finding.path) for finding in reading.report]


def test_the_plain_fields() -> None:
    reading = api(
        id="a1",
        codeNotation="1.000001",
        name=" Cấp thẻ ",
        description="Mô tả",
        keywords="thẻ",
        note="Ghi chú",
        state="ACTIVE",
        type="STANDARD",
        isInternal=False,
        isSharedService=True,
        isNonTerritorial=False,
        isVertical=True,
        isOfflineOnly=False,
        isUndetermined=False,
        isMinistry=True,
        isProvince=False,
        isWard=True,
        isOtherAgency=True,
        formalityType="ASSIGNED_REGULATION",
        createdAt=0,
        updatedAt=JULY,
        requirementsAndConditions="Đủ 18 tuổi",
        subjectTypesDetails=[{"id": "u1", "name": "Doanh nghiệp", "code": "ĐT2"}],
        resultsDetails=[{"id": "r1", "name": "Thẻ", "code": "KQ.G01.000001"}, {}],
        categoriesDetails=[{"id": "c1", "name": "Cư trú", "code": "G01-CA11"}],
        category={"id": "c1", "name": "Cư trú", "code": "G01-CA11"},
    )
    procedure = reading.value
    assert procedure.code == ProcedureCode("1.000001")
    assert (procedure.name, procedure.field, procedure.field_code) == ("Cấp thẻ", "Cư trú", "G01-CA11")
    assert (procedure.description, procedure.keywords, procedure.note) == ("Mô tả", "thẻ", "Ghi chú")
    assert procedure.formality == "assigned_by_law"
    assert procedure.levels == ("central", "commune", "other")
    assert (procedure.internal, procedure.shared, procedure.non_territorial) == (False, True, False)
    assert (procedure.vertical, procedure.offline_only) == (True, False)
    assert procedure.conditions == (Condition("Đủ 18 tuổi"),)
    assert procedure.audiences == (Audience(name="Doanh nghiệp", code="ĐT2"),)
    assert procedure.results == (Result(name="Thẻ", code="KQ.G01.000001"), Result(name=""))
    source = procedure.source
    assert source is not None
    assert (source.shape, source.id, source.status) == ("api-2026", "a1", "ACTIVE")
    assert (source.created, source.updated) == (dt.date(1970, 1, 1), dt.date(2026, 7, 2))
    assert "dossier_sets" not in source.carries
    assert procedure.state("steps") == "blank"
    assert procedure.state("dossier_sets") == "not_carried"
    assert set(reading.rest) == {
        "$.type",
        "$.isUndetermined",
        "$.subjectTypesDetails[0].id",
        "$.resultsDetails[0].id",
        "$.categoriesDetails[0].id",
        "$.category.id",
    }
    assert found(reading) == []


def test_steps_and_conditions() -> None:
    prose = "Bước 1: Nộp.\nBước 2: Nhận."
    reading = api(
        executionSteps=[
            {"name": "", "description": prose},
            {"name": "Trả kết quả", "description": ""},
            {"name": "", "description": ""},
        ],
        requirementsAndConditions="Không",
    )
    assert reading.value.steps == (
        Step(name="Bước 1", description="Nộp."),
        Step(name="Bước 2", description="Nhận."),
        Step(name="Trả kết quả", description=""),
    )
    assert reading.value.conditions == ()


def method(**keys: Any) -> Any:
    reading = api(executionMethods=[{"submissionMethod": "DIRECT", **keys}])
    assert reading.value.methods is not None
    return reading.value.methods[0], reading


@pytest.mark.parametrize(
    ("number", "unit", "limit"),
    [
        (5, "WORKING_DAY", TimeLimit(kind="duration", amount=5, unit="day", working=True)),
        (0.5, "HOUR", TimeLimit(kind="duration", amount=Fraction(1, 2), unit="hour")),
        (0.1, "DAY", TimeLimit(kind="duration", amount=Fraction(1, 10), unit="day")),
        (3, "MONTH", TimeLimit(kind="duration", amount=3, unit="month")),
        (3, None, TimeLimit(kind="duration", amount=3)),
        (3, "", TimeLimit(kind="duration", amount=3)),
        (None, "DAY", None),
    ],
)
def test_processing_time(number: object, unit: object, limit: TimeLimit | None) -> None:
    row, reading = method(processingTime=number, processingTimeUnit=unit)
    assert row.time_limit == limit
    assert found(reading) == []
    assert ("$.executionMethods[0].processingTimeUnit" in reading.rest) is (number is None)


@pytest.mark.parametrize(
    ("number", "unit", "code", "text"),
    [
        (3, "SHIFT", "TTHC015", "3 SHIFT"),
        (-1, "DAY", "TTHC011", "-1 DAY"),
        (10**40, "DAY", "TTHC011", f"{10**40} DAY"),
        (1e300, "DAY", "TTHC011", "1e+300 DAY"),
    ],
)
def test_processing_time_that_is_none(number: object, unit: str, code: str, text: str) -> None:
    row, reading = method(processingTime=number, processingTimeUnit=unit)
    assert row.time_limit == Unparsed(text)
    assert found(reading) == [(code, ("methods", 0, "time_limit"))]


def test_channels() -> None:
    reading = api(executionMethods=[{"submissionMethod": word} for word in ("ONLINE", "POSTAL", "FAX", None)])
    assert reading.value.methods is not None
    channels = [row.channel for row in reading.value.methods]  # type: ignore[union-attr]
    assert channels == ["online", "post", Unparsed("FAX"), None]
    assert found(reading) == [("TTHC015", ("methods", 2, "channel"))]


def test_fees() -> None:
    row, reading = method(
        fees=[
            {"type": "FEE", "value": 0},
            {"type": "FEE", "value": 150000, "currencyId": "x", "currencyName": "Việt Nam Đồng", "attachment": None},
            {"type": "SERVICE_FEE", "value": 1.5, "currencyName": "USD", "description": "1.5 USD/người"},
            {"value": 20000},
            {"type": "FEE", "description": "Lệ phí: 5.000 đồng"},
            {"type": "FEE"},
            {"type": "FEE", "value": 5, "currencyName": "vỏ sò"},
        ]
    )
    assert row.fees[:5] == (
        Fee(kind="free", category="phí"),
        Fee(kind="amount", amount=Money(150_000), category="phí"),
        Fee(kind="amount", amount=Money(Fraction(3, 2), "USD"), per="người", note="1.5 USD/người"),
        Fee(kind="amount", amount=Money(20_000), currency_stated=False),
        Fee(kind="amount", amount=Money(5_000), category="lệ phí"),
    )
    assert reading.rest["$.executionMethods[0].fees[2].type"] == "SERVICE_FEE"
    assert reading.rest["$.executionMethods[0].fees[1].currencyId"] == "x"
    assert len(row.fees) == 6


def test_a_fee_dated_by_its_description() -> None:
    note = "(áp dụng mức phí 25.000 đồng/hồ sơ kể từ ngày 01/7/2025 đến hết ngày 31/12/2026)"
    row, _ = method(fees=[{"type": "FEE", "value": 50000, "currencyName": "Việt Nam Đồng", "description": note}])
    full, reduced = row.fees
    assert (full.amount, full.validity, full.category) == (Money(50_000), None, "phí")
    assert (reduced.amount, reduced.category) == (Money(25_000), "phí")
    assert reduced.validity == Interval(dt.date(2025, 7, 1), dt.date(2027, 1, 1))


def test_no_fees_stated() -> None:
    assert method(fees=[])[0].fees is None
    assert method()[0].fees is None
    row, reading = method(fees="Miễn phí", description="Nộp tại quầy")
    assert (row.fees, row.note) == (None, "Nộp tại quầy")
    assert found(reading) == [("TTHC016", ("executionMethods", 0, "fees"))]
    assert reading.rest["$.executionMethods[0].fees"] == "Miễn phí"


def test_cases_documents_and_forms() -> None:
    reading = api(
        executionCases=[
            {
                "name": "- Trường hợp mất thẻ:",
                "profileComponents": [
                    {
                        "profileComponentId": "p1",
                        "name": "Đơn (nếu có)",
                        "code": "000.00.00.G01-KQ1",
                        "originalQty": 1,
                        "copyQty": 2.0,
                        "required": False,
                        "hasElectronicForm": True,
                        "isProcessingResult": False,
                        "source": "",
                        "attachments": [{"id": "f1", "fileName": "a.docx"}, {"id": "f2", "fileName": ""}],
                    },
                    {"originalQty": -1, "copyQty": 1.5, "attachments": []},
                ],
            },
            {"name": ""},
        ],
        cases=[{"id": "k", "name": "Cấp lại", "code": "1.000001.01", "processingDay": {"qty": 5, "type": "DAY"}}, {}],
        profileComponents=[{"name": "Hộ chiếu"}],
    )
    document = Document(
        name="Đơn (nếu có)",
        condition="nếu có",
        originals=1,
        copies=2,
        form=Form(files=("a.docx",)),
        code="000.00.00.G01-KQ1",
        electronic=True,
        is_result=False,
        required=False,
    )
    unread = Document(name="", originals=Unparsed("-1"), copies=Unparsed("1.5"))
    assert reading.value.cases == (
        Case(name="Trường hợp mất thẻ", documents=(document, unread)),
        Case(),
        Case(name="Cấp lại", code="1.000001.01", time_limit=TimeLimit(kind="duration", amount=5, unit="day")),
        Case(),
        Case(documents=(Document(name="Hộ chiếu"),)),
    )
    assert found(reading) == [
        ("TTHC016", ("cases", 0, "documents", 1, "copies")),
        ("TTHC016", ("cases", 0, "documents", 1, "originals")),
    ]
    assert reading.rest["$.executionCases[0].profileComponents[0].attachments[1].id"] == "f2"


def test_agencies_by_role() -> None:
    reading = api(
        departmentsExecuting=[
            {"id": "d1", "name": "Ủy ban nhân dân cấp tỉnh", "code": "UBNDCT"},
            {"name": "Sở Y tế", "code": "H26.12"},
            {"code": "??"},
            {"id": "d2"},
        ],
        executingAgencies="Ủy ban nhân dân cấp tỉnh, Sở Y tế, ",
        departmentsAuthority=[{"name": "Bộ Y tế", "code": "G18"}],
        delegatedAgencies="Bộ Y tế",
        departmentsAuthorized=[],
        authorizedAgencies="Sở Y tế, Sở Tư pháp",
        coordinatingAgencies="Bộ Công an",
        dossierReceivingAddresses="Số 1 phố A, phường B",
    )
    assert reading.value.agencies == (
        ResponsibleAgency(
            role="settling", name="Ủy ban nhân dân cấp tỉnh", code=Identifier("functional-group", "UBNDCT")
        ),
        ResponsibleAgency(role="settling", name="Sở Y tế", code=AgencyCode(("H26", "12"))),
        ResponsibleAgency(role="settling", code=Unparsed("??")),
        ResponsibleAgency(role="deciding", name="Bộ Y tế", code=AgencyCode(("G18",))),
        ResponsibleAgency(role="authorised", name="Sở Y tế"),
        ResponsibleAgency(role="authorised", name="Sở Tư pháp"),
        ResponsibleAgency(role="coordinating", name="Bộ Công an"),
        ResponsibleAgency(role="receiving", address="Số 1 phố A, phường B"),
    )
    assert found(reading) == [("TTHC021", ("agencies", 2, "code"))]
    assert dict(reading.rest) == {
        "$.departmentsExecuting[0].id": "d1",
        "$.departmentsExecuting[3].id": "d2",
        "$.executingAgencies": "Ủy ban nhân dân cấp tỉnh, Sở Y tế, ",
    }


def test_legal_basis_keeps_repeats_and_names_what_was_mended() -> None:
    reading = api(
        legalBasisIds=["l1"],
        legalBasisesDetails=[
            {"id": "l1", "name": "Luật Cư trú", "code": "68/2020/QH14"},
            {"name": "Luật Cư trú", "code": "68/2020/QH14"},
            {"code": "Nghị định 118/2025/NĐ-CP "},
            {"code": "Luật Hóa chất"},
            {"code": "Nghị định số 118/2025/NĐ-CP của Chính phủ"},
            {"name": "không có số"},
        ],
    )
    number, decree = LegalNumber.parse("68/2020/QH14"), LegalNumber.parse("118/2025/NĐ-CP")
    assert reading.value.legal_basis == (number, number, decree, Unparsed("Luật Hóa chất"), decree)
    assert found(reading) == [("TTHC013", ("legal_basis", 3)), ("TTHC014", ("legal_basis", 2))]
    mended = next(finding for finding in reading.report if finding.code == "TTHC014")
    assert mended.text("en").endswith(
        "is read as '118/2025/NĐ-CP': word for the document type before the number removed"
    )
    assert reading.rest["$.legalBasisesDetails[4].code"] == "Nghị định số 118/2025/NĐ-CP của Chính phủ"
    assert reading.rest["$.legalBasisesDetails[5].name"] == "không có số"


def test_related_procedures() -> None:
    reading = api(procedureRelatedGroup=["1.000002", {"code": "1.000003", "name": "Cấp đổi"}, {"name": "x"}, "??"])
    assert reading.value.related == (ProcedureCode("1.000002"), ProcedureCode("1.000003"), Unparsed("??"))
    assert found(reading) == [("TTHC010", ("related", 2))]


def test_the_announcing_decision() -> None:
    proposal = {
        "id": "q",
        "proposalNumber": "4946/QĐ-BCA-QLXNC",
        "decisionDate": JULY,
        "decisionNumber": None,
        "publicationDate": JULY + 86_400_000,
        "issuingAgency": {"id": "g", "name": "Bộ Công an"},
        "proposalType": "STANDARD",
    }
    reading = api(procedureProposal=proposal, decisionNo="", departmentPromulgateName="Bộ Công an")
    assert reading.value.decision == Announcement(
        number=LegalNumber.parse("4946/QĐ-BCA-QLXNC"),
        issuer="Bộ Công an",
        signed=dt.date(2026, 7, 2),
        entered=dt.date(2026, 7, 3),
    )
    assert set(reading.rest) == {
        "$.procedureProposal.id",
        "$.procedureProposal.issuingAgency.id",
        "$.procedureProposal.proposalType",
    }
    other = api(decisionNo="1/QĐ-BCA", procedureProposal={"proposalNumber": "2/QĐ-BCA", "decisionNumber": "1/QĐ-BCA"})
    assert other.value.decision == Announcement(number=LegalNumber.parse("1/QĐ-BCA"))
    assert dict(other.rest) == {"$.procedureProposal.proposalNumber": "2/QĐ-BCA"}
    assert api(departmentPromulgateName="Bộ Y tế").value.decision == Announcement(issuer="Bộ Y tế")
    assert api(procedureProposal={"decisionDate": "2026-07-02"}).value.decision is None


@pytest.mark.parametrize("value", [-1, 10**15, 1.5])
def test_a_time_that_is_none_is_noted_and_kept(value: object) -> None:
    reading = api(updatedAt=value)
    assert reading.value.source is not None
    assert reading.value.source.updated is None
    assert found(reading) == [("TTHC022", ("updatedAt",))]
    assert dict(reading.rest) == {"$.updatedAt": value}


@pytest.mark.parametrize(
    ("full", "updated", "channel", "level"),
    [
        (True, JULY, "DIRECT", OnlineLevel(regime=2026, level="full")),
        (True, MAY, "ONLINE", OnlineLevel(regime=2022, level="full")),
        (False, JULY, "ONLINE", OnlineLevel(regime=2026, level="partial")),
        (False, JULY, "DIRECT", None),
        (None, JULY, "ONLINE", None),
    ],
)
def test_the_online_level(full: bool | None, updated: int, channel: str, level: OnlineLevel | None) -> None:
    reading = api(isFullProcess=full, updatedAt=updated, executionMethods=[{"submissionMethod": channel}])
    assert reading.value.online_level == level
    assert found(reading) == []


@pytest.mark.parametrize("full", [True, False])
def test_the_online_level_needs_a_day(full: bool) -> None:
    reading = api(isFullProcess=full, executionMethods=[{"submissionMethod": "ONLINE"}])
    assert reading.value.online_level is None
    assert found(reading) == [("TTHC023", ("online_level",))]
    assert dict(reading.rest) == {"$.isFullProcess": full}


def test_unknown_keys_and_wrong_kinds() -> None:
    reading = api(
        _note="trích", isInternal="false", name=5, executionMethods={"submissionMethod": "DIRECT"}, category="Cư trú"
    )
    assert reading.value.internal is None
    assert reading.value.name is None
    assert reading.value.methods is not None
    assert reading.value.methods[0].channel == "direct"  # type: ignore[union-attr]
    assert sorted(found(reading)) == [
        ("TTHC016", ("category",)),
        ("TTHC016", ("isInternal",)),
        ("TTHC016", ("name",)),
        ("TTHC018", ("_note",)),
    ]
    assert dict(reading.rest) == {"$._note": "trích", "$.isInternal": "false", "$.name": 5, "$.category": "Cư trú"}


def test_a_category_alone_gives_the_field() -> None:
    assert api(category={"name": "Cư trú"}).value.field == "Cư trú"

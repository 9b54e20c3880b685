"""`Procedure`: three channels, what a record says of each component, and local variants."""

import datetime as dt
import pickle
from typing import Any

import attrs
import pytest

import tthc.procedures
from tthc.calendar import TimeLimit
from tthc.dated import ALWAYS
from tthc.errors import MalformedError, NotFoundError
from tthc.fees import Fee
from tthc.identifiers import AgencyCode, Identifier, LegalNumber, ProcedureCode
from tthc.procedures import (
    COMPONENTS,
    Announcement,
    Audience,
    Case,
    Condition,
    Document,
    Form,
    Method,
    OnlineLevel,
    Procedure,
    ResponsibleAgency,
    Result,
    Source,
    State,
    Step,
    procedure,
)
from tthc.text import Unparsed

X = Unparsed("không rõ")
DOCUMENT = Document(name="Tờ khai", form=Form(name="Mẫu 01"))
SETTLING = ResponsibleAgency(role="settling", name="Ủy ban nhân dân cấp xã")
RECEIVING = ResponsibleAgency(role="receiving", name="Bộ phận Một cửa")
LIMIT = TimeLimit(kind="immediate")

# By component: fields that make it stated; that make it "none" (lists only); that make it unreadable (where it can be).
EXAMPLES: dict[str, tuple[dict[str, Any], dict[str, Any] | None, dict[str, Any] | None]] = {
    "levels": ({"levels": ("commune",)}, {"levels": ()}, {"levels": (X,)}),
    "steps": ({"steps": (Step(description="Nộp hồ sơ"),)}, {"steps": ()}, {"steps": (X,)}),
    "methods": ({"methods": (Method(),)}, {"methods": ()}, {"methods": (X,)}),
    "cases": ({"cases": (Case(),)}, {"cases": ()}, {"cases": (X,)}),
    "audiences": ({"audiences": (Audience(name="Cá nhân"),)}, {"audiences": ()}, {"audiences": (X,)}),
    "results": ({"results": (Result(name="Giấy khai sinh"),)}, {"results": ()}, {"results": (X,)}),
    "conditions": ({"conditions": (Condition("Có mặt"),)}, {"conditions": ()}, {"conditions": (X,)}),
    "legal_basis": ({"legal_basis": (LegalNumber.parse("60/2014/QH13"),)}, {"legal_basis": ()}, {"legal_basis": (X,)}),
    "related": ({"related": (ProcedureCode("1.001193"),)}, {"related": ()}, {"related": (X,)}),
    "agencies": ({"agencies": (RECEIVING, X, SETTLING)}, {"agencies": ()}, {"agencies": (RECEIVING, X)}),
    "time_limit": (
        {"methods": (X, Method(time_limit=LIMIT))},
        {"methods": ()},
        {"methods": (Method(), Method(time_limit=X))},
    ),
    "fees": (
        {"methods": (Method(fees=()), Method(fees=(X, Fee(kind="free"))))},
        {"methods": (Method(), Method(fees=()))},
        {"methods": (Method(fees=(X,)), Method(fees=()))},
    ),
    "documents": (
        {"cases": (Case(documents=(X,)), Case(documents=(DOCUMENT,)))},
        {"cases": (Case(), Case(documents=()))},
        {"cases": (Case(documents=(X,)), Case(documents=()))},
    ),
    "forms": (
        {"cases": (Case(documents=(Document(name="Đơn"), DOCUMENT)),)},
        {"cases": (Case(documents=()),)},
        {"cases": (Case(documents=(Document(name="Đơn"), X)),)},
    ),
    "code": ({"code": ProcedureCode("1.001193")}, None, {"code": X}),
    "name": ({"name": "Đăng ký khai sinh"}, None, None),
    "field": ({"field": "Hộ tịch"}, None, None),
    "formality": ({"formality": "other"}, None, {"formality": X}),
    "decision": ({"decision": Announcement()}, None, {"decision": X}),
    "dossier_sets": ({"dossier_sets": 0}, None, {"dossier_sets": X}),
    "online_level": ({"online_level": OnlineLevel(regime=2022, level="full")}, None, {"online_level": X}),
    "validity": ({"validity": ALWAYS}, None, None),
    "internal": ({"internal": False}, None, None),
    "shared": ({"shared": False}, None, None),
    "non_territorial": ({"non_territorial": True}, None, None),
    "vertical": ({"vertical": False}, None, None),
    "offline_only": ({"offline_only": True}, None, None),
}
CARRIED = Source(shape="portal", carries=COMPONENTS)
BARE = Source(shape="list")


def test_every_component_has_its_example() -> None:
    assert set(EXAMPLES) == COMPONENTS
    assert {field.name for field in attrs.fields(Procedure)} - {*COMPONENTS} == {
        "field_code",
        "description",
        "keywords",
        "note",
        "source",
    }


@pytest.mark.parametrize("source", [None, CARRIED, BARE], ids=["no source", "carried", "not carried"])
@pytest.mark.parametrize("component", sorted(EXAMPLES))
def test_state(component: str, source: Source | None) -> None:
    stated, none, unreadable = EXAMPLES[component]
    assert Procedure(source=source, **stated).state(component) == "stated"
    if none is not None:
        assert Procedure(source=source, **none).state(component) == "none"
    if unreadable is not None:
        assert Procedure(source=source, **unreadable).state(component) == "unreadable"
    blank: State = "not_carried" if source is BARE else "blank"
    assert Procedure(source=source).state(component) == blank
    alone = Source(shape="one", carries=frozenset({component}))
    assert Procedure(source=alone).state(component) == "blank"
    assert [other for other in COMPONENTS if Procedure(source=alone).state(other) == "blank"] == [component]


def _state(component: str, **fields: Any) -> State:
    return Procedure(**fields).state(component)


def test_rows_without_the_component_leave_it_blank() -> None:
    assert _state("time_limit", methods=(Method(),)) == "blank"
    assert _state("fees", methods=(Method(time_limit=LIMIT),)) == "blank"
    assert _state("documents", cases=(Case(),)) == "blank"
    assert _state("forms", cases=(Case(documents=(Document(name="Đơn"),)),)) == "blank"
    assert _state("agencies", agencies=(RECEIVING,)) == "blank"


def test_a_row_that_cannot_be_read_may_hold_the_component() -> None:
    for component in ("time_limit", "fees"):
        assert _state(component, methods=(Method(), X)) == "unreadable"
    for component in ("documents", "forms", "time_limit"):
        assert _state(component, cases=(Case(), X)) == "unreadable"


def test_no_rows_hold_no_component() -> None:
    assert _state("fees", methods=()) == "none"
    assert _state("documents", cases=()) == "none"
    assert _state("forms", cases=()) == "none"
    assert _state("time_limit", cases=()) == "blank"  # no papers is no word on the limit
    assert _state("time_limit", cases=(Case(time_limit=LIMIT),), methods=()) == "stated"


def test_an_empty_name_says_nothing() -> None:
    assert _state("name", name="") == "blank"
    assert _state("field", field="", source=BARE) == "not_carried"


@pytest.mark.parametrize("component", ["", "colour", "field_code", "description", "source"])
def test_an_unknown_component_is_not_found(component: str) -> None:
    with pytest.raises(NotFoundError, match="unknown component"):
        Procedure().state(component)


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"dossier_sets": -1}, "dossier_sets: expected a number of sets, 0 or more, got -1"),
        ({"dossier_sets": True}, "dossier_sets"),
        ({"code": "1.001193"}, "code"),
        ({"name": Unparsed("a")}, "name: expected str or None"),
        ({"methods": [Method()]}, "methods"),
        ({"methods": X}, "methods"),
        ({"levels": ("ward",)}, r"levels\[0\]"),
        ({"internal": 1}, "internal: expected bool or None"),
        ({"note": None}, "note: expected str"),
    ],
)
def test_what_is_malformed_is_refused(fields: dict[str, Any], fault: str) -> None:
    with pytest.raises(MalformedError, match=f"malformed Procedure: {fault}"):
        Procedure(**fields)


def test_readable_rows_documents_and_agencies() -> None:
    form, other = Document(name="Tờ khai"), Document(name="Bản sao")
    first, second = Case(name="một", documents=(X, form)), Case(name="hai", documents=(other,))
    method = Method(channel="online")
    whole = Procedure(cases=(X, first, Case(), second), methods=(X, method), agencies=(RECEIVING, X, SETTLING))
    assert whole.rows_of("methods") == (method,)
    assert whole.rows_of("cases") == (first, Case(), second)
    assert whole.documents() == ((("cases", 1, "documents", 1), form), (("cases", 3, "documents", 0), other))
    assert whole.agencies_as("settling") == (SETTLING,)
    assert whole.agencies_as("deciding") == ()
    assert Procedure().rows_of("cases") == Procedure().rows_of("methods") == Procedure().documents() == ()
    assert Procedure().agencies_as("settling") == ()


H26, H05 = AgencyCode(("H26",)), AgencyCode(("H05",))


def test_localise_puts_the_agency_into_the_code() -> None:
    national = Procedure(code=ProcedureCode("1.001193"), name="Đăng ký khai sinh", dossier_sets=1)
    local = national.localise(H26, dossier_sets=2)
    assert str(local.code) == "1.001193.H26"
    assert (local.name, local.dossier_sets) == ("Đăng ký khai sinh", 2)
    assert national.label == "1.001193"
    assert local.localise(H05).code == national.localise(H05).code
    case = Procedure(code=ProcedureCode("1.001193", case="01")).localise(H26)
    assert str(case.code) == "1.001193.H26.01"
    assert national.localise(H26, methods=()).state("fees") == "none"


@pytest.mark.parametrize(
    "code", [None, X, Identifier("fr", "1"), ProcedureCode("T-TVH-284957-TT")], ids=lambda code: type(code).__name__
)
def test_only_a_national_code_can_be_localised(code: ProcedureCode | Identifier | Unparsed | None) -> None:
    with pytest.raises(MalformedError, match=r"code: expected a ProcedureCode|number: expected a national number"):
        Procedure(code=code).localise(H26)


def test_localise_takes_fields_only() -> None:
    with pytest.raises(TypeError):
        Procedure(code=ProcedureCode("1.001193")).localise(H26, colour="red")
    with pytest.raises(MalformedError):
        Procedure(code=ProcedureCode("1.001193")).localise(H26, dossier_sets="một")


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({}, "<Procedure without code>"),
        ({"name": "Đăng ký khai sinh"}, "<Procedure without code 'Đăng ký khai sinh'>"),
        ({"code": ProcedureCode("1.001193"), "methods": ()}, "<Procedure 1.001193>"),
        ({"code": Identifier("fr", "F1"), "methods": (X,)}, "<Procedure fr:F1: 1 method>"),
        ({"code": ProcedureCode("1.001193"), "name": "A", "methods": (X, X)}, "<Procedure 1.001193 'A': 2 methods>"),
        ({"code": Unparsed("một\nhai")}, "<Procedure một hai>"),
    ],
)
def test_repr_is_one_short_line(fields: dict[str, Any], shown: str) -> None:
    assert repr(Procedure(**fields)) == shown
    long = repr(Procedure(code=Unparsed("x\n" * 10_000), name="đ\n" * 10_000))
    assert len(long) < 300
    assert len(long.splitlines()) == 1


def test_label() -> None:
    assert Procedure().label == ""
    assert Procedure(code=ProcedureCode("1.001193", H26)).label == "1.001193.H26"
    assert Procedure(code=X).label == "không rõ"


def test_a_procedure_is_a_value() -> None:
    def whole() -> Procedure:
        fields = {name: value for stated, _, _ in EXAMPLES.values() for name, value in stated.items()}
        return Procedure(**fields, source=Source(shape="portal", updated=dt.date(2026, 1, 1)))

    assert whole() == whole()
    assert hash(whole()) == hash(whole())
    assert pickle.loads(pickle.dumps(whole())) == whole()
    assert whole() != attrs.evolve(whole(), note="x")


@pytest.mark.parametrize("module", [procedure, tthc.procedures])
def test_modules_list_their_names(module: Any) -> None:
    assert dir(module) == sorted(module.__all__)

"""Who is in charge of a function, who stands for a body, who settles and receives: each on the days that matter."""

import datetime as dt
from typing import Any

import attrs
import pytest

from tthc.agencies import Agency, AgencyDirectory, Delegation, Function, Inheritance, Mandate, Reorganisation
from tthc.agencies.agency import AgencyLevel
from tthc.agencies.events import ReorganisationKind
from tthc.agencies.mandates import DelegationKind
from tthc.dated import ALWAYS, Interval
from tthc.errors import AmbiguousError, NotFoundError
from tthc.identifiers import AgencyCode, Identifier, LegalNumber, ProcedureCode
from tthc.procedures import Procedure, ResponsibleAgency
from tthc.procedures.components import Role
from tthc.text import Unparsed

D1, D2, D3, D4 = (dt.date(year, 1, 1) for year in (2010, 2013, 2016, 2026))
NOW = dt.date(2026, 11, 22)
LAW = LegalNumber.parse("09/2026/NĐ-CP")


def code(text: str) -> AgencyCode:
    return AgencyCode.parse(text)


def body(text: str, name: str, span: Interval = ALWAYS, level: AgencyLevel = "central") -> Agency:
    return Agency(code=code(text), name=name, level=level, validity=span)


def event(kind: ReorganisationKind, sources: str, results: str, date: dt.date, *functions: str) -> Reorganisation:
    sides = [tuple(map(code, side.split())) for side in (sources, results)]
    return Reorganisation(kind=kind, date=date, sources=sides[0], results=sides[1], functions=functions)


# ── in charge ─────────────────────────────────────────────────────────────────────────────────────────────────────────

CONTROL = Function(
    id="control", name="kiểm soát thủ tục hành chính", name_en="procedure control", aliases=("kiểm soát TTHC",)
)
REFORM = Function(id="reform", name="cải cách hành chính", aliases=("kiểm soát TTHC và cải cách", "chung"))
ONLINE = Function(id="online", name="Chính phủ điện tử", aliases=("chung",))
OFFICE, JUSTICE = body("G22", "Văn phòng Chính phủ"), body("G15", "Bộ Tư pháp")
CHARGE = AgencyDirectory(
    (OFFICE, JUSTICE),
    mandates=(
        Mandate(function=CONTROL, agency=JUSTICE.code, interval=Interval(dt.date(2026, 1, 10)), citation=LAW),
        Mandate(function=CONTROL, name="Tổ công tác", interval=Interval(dt.date(2007, 1, 10), D1)),
        Mandate(function=CONTROL, agency=OFFICE.code, interval=Interval(D1, D2), confirmed=False),
        Mandate(function=CONTROL, agency=JUSTICE.code, name="Cục KSTTHC, Bộ Tư pháp", interval=Interval(D2, D3)),
        Mandate(function=CONTROL, agency=OFFICE.code, interval=Interval(D3, dt.date(2025, 12, 31)), source="x"),
        Mandate(function=REFORM, name="Bộ Nội vụ", interval=ALWAYS),
        Mandate(function=ONLINE, name="Bộ A", interval=Interval(None, D1)),
    ),
    as_of=NOW,
)


@pytest.mark.parametrize(
    ("on", "name", "since", "until"),
    [
        (dt.date(2009, 6, 1), "Tổ công tác", dt.date(2007, 1, 10), D1),
        (D1, "Văn phòng Chính phủ", D1, D2),
        (dt.date(2014, 6, 1), "Cục KSTTHC, Bộ Tư pháp", D2, D3),
        (dt.date(2025, 12, 30), "Văn phòng Chính phủ", D3, dt.date(2025, 12, 31)),
        (dt.date(2025, 12, 31), "", dt.date(2025, 12, 31), dt.date(2026, 1, 10)),
        (dt.date(2026, 1, 9), "", dt.date(2025, 12, 31), dt.date(2026, 1, 10)),
        (dt.date(2026, 1, 10), "Bộ Tư pháp", dt.date(2026, 1, 10), None),
        (dt.date(2000, 1, 1), "", None, dt.date(2007, 1, 10)),
    ],
)
def test_each_day_has_one_answer(on: dt.date, name: str, since: dt.date | None, until: dt.date | None) -> None:
    answer = CHARGE.in_charge_of("kiểm soát thủ tục hành chính", on=on)
    assert (answer.name, answer.since, answer.until) == (name, since, until)
    assert answer.settled is bool(name)
    assert not answer.beyond


def test_unsettled_days_say_who_came_before_and_after() -> None:
    answer = CHARGE.in_charge_of("control", on=dt.date(2026, 1, 5))
    assert answer.agency is None
    assert answer.citation is None
    assert answer.before is not None
    assert answer.after is not None
    assert (answer.before.name, answer.before.agency, answer.before.source) == ("Văn phòng Chính phủ", OFFICE, "x")
    assert (answer.after.name, answer.after.since, answer.after.citation) == ("Bộ Tư pháp", dt.date(2026, 1, 10), LAW)
    first = CHARGE.in_charge_of(CONTROL, on=dt.date(2000, 1, 1))
    assert first.before is None
    assert first.after is not None
    assert first.after.name == "Tổ công tác"
    ended = CHARGE.in_charge_of("Chính phủ điện tử", on=NOW)
    assert (ended.settled, ended.since, ended.until, ended.after) == (False, D1, None, None)


def test_settled_days_carry_instrument_doubt_and_neighbours() -> None:
    answer = CHARGE.in_charge_of("KIEM SOAT TTHC", on=NOW)
    assert (answer.agency, answer.citation, answer.confirmed) == (JUSTICE, LAW, True)
    assert answer.before is not None
    assert answer.before.until == dt.date(2025, 12, 31)
    assert not CHARGE.in_charge_of("procedure control", on=D1).confirmed
    assert CHARGE.in_charge_of("cải cách hành chính", on=NOW).before is None
    late = CHARGE.in_charge_of("control", on=dt.date(2030, 1, 1))
    assert (late.beyond, late.name) == (True, "Bộ Tư pháp")


def test_a_function_is_known_or_refused() -> None:
    with pytest.raises(NotFoundError, match="unknown function: 'y tế'; known: kiểm soát thủ tục hành chính, cải cách"):
        CHARGE.in_charge_of("y tế", on=NOW)
    with pytest.raises(NotFoundError, match="unknown function: 'tên'"):
        CHARGE.in_charge_of(Function(id="x", name="tên"), on=NOW)
    with pytest.raises(AmbiguousError, match="cải cách hành chính, Chính phủ điện tử"):
        CHARGE.in_charge_of("chung", on=NOW)
    with pytest.raises(NotFoundError):
        CHARGE.in_charge_of("x " * 100_000, on=NOW)
    with pytest.raises(TypeError, match="expected a Function or a text, got None"):
        CHARGE.in_charge_of(None, NOW)  # type: ignore[arg-type]


# ── who stands for a body ─────────────────────────────────────────────────────────────────────────────────────────────

OLD, NEW = Interval(None, D3), Interval(D3)
LABOUR, HOME, HEALTH, SCHOOL = (
    body("G07", "Bộ Lao động", OLD),
    body("G09", "Bộ Nội vụ"),
    body("G18", "Bộ Y tế"),
    body("G03", "Bộ Giáo dục"),
)
RESOURCES, FARMING, BOTH = (
    body("G13", "Bộ Tài nguyên", OLD),
    body("G10", "Bộ Nông nghiệp", OLD),
    body("G10", "Bộ Nông nghiệp và Môi trường", NEW),
)
GONE, UNKNOWN_END = body("G30", "Ủy ban Cũ", OLD), body("G31", "Ban Cũ", OLD)
TWICE_1, TWICE_2 = body("G40", "Cục Một", OLD), body("G40", "Cục Hai", Interval(D4))
HEIRS = AgencyDirectory(
    (LABOUR, HOME, HEALTH, SCHOOL, RESOURCES, FARMING, BOTH, GONE, UNKNOWN_END, OFFICE, JUSTICE, TWICE_1, TWICE_2),
    (
        event("split", "G07", "G09 G18", D3),
        event("transfer", "G07", "G03", D3, "dạy nghề"),
        event("split", "G30", "G22 G15", D3, "A"),
        event("merge", "G13 G10", "G10", D3),
        event("abolish", "G30", "", D3),
        event("transfer", "G22", "G15", D2, "kiểm soát thủ tục hành chính"),
        event("transfer", "G15", "G22", D3, "Kiểm soát thủ tục hành chính"),
        event("transfer", "G22", "G15", D4, "kiểm soát thủ tục hành chính"),
        event("transfer", "G22", "G15 G09", D4, "hai nơi"),
        event("transfer", "G09", "G18", D4, "bảo trợ"),
        event("transfer", "G40", "G18", D2, "x"),
    ),
    as_of=NOW,
)


def heir(
    asked: Agency | AgencyCode | str, *functions: str, on: dt.date = NOW, since: dt.date | None = None
) -> Inheritance:
    return HEIRS.inheritance(asked, on=on, functions=functions, since=since)


def test_a_body_that_is_there_stands_for_itself() -> None:
    found = heir("Bộ Nội vụ")
    assert (found.agency, found.heir, found.moved, found.open) == (HOME, HOME, False, "")
    assert heir("G10").heir is BOTH
    assert heir(HOME).heir is HOME
    assert heir("Bộ Nội vụ", "việc làm").heir is HOME


def test_a_body_that_is_gone_is_followed() -> None:
    found = heir("Bộ Tài nguyên")
    assert (found.agency, found.heir, found.moved) == (RESOURCES, BOTH, True)
    assert [event.kind for event in found.events] == ["merge"]
    assert heir(code("G13")).heir is BOTH
    assert heir("G13", on=dt.date(2015, 1, 1)).heir is RESOURCES
    assert heir("Bộ Nông nghiệp").heir is BOTH
    former = HEIRS.inheritance(FARMING, on=NOW)
    assert (former.agency, former.heir) == (FARMING, BOTH)


def test_several_heirs_are_candidates_unless_the_function_decides() -> None:
    found = heir("Bộ Lao động", "việc làm")
    assert (found.heir, found.open, set(found.candidates)) == (None, "several_heirs", {HOME, HEALTH})
    assert heir("Bộ Lao động", "Dạy nghề").heir is SCHOOL
    assert heir("Bộ Lao động", "bảo trợ").heir is HEALTH  # both ways end there


def test_an_end_without_an_heir_is_said() -> None:
    assert heir("Ban Cũ").open == "no_heir"
    found = heir("Ủy ban Cũ", "B")
    assert (found.open, found.candidates) == ("several_heirs", (OFFICE, JUSTICE))
    assert heir("Bộ Chưa Có").open == "not_known"
    assert heir("G77").open == "not_known"


def test_a_function_goes_where_it_was_last_transferred() -> None:
    control = "kiểm soát thủ tục hành chính"
    assert heir("Văn phòng Chính phủ", control).heir is JUSTICE
    assert heir("Văn phòng Chính phủ", control, on=dt.date(2020, 1, 1)).heir is OFFICE
    assert heir("Bộ Tư pháp", control, on=dt.date(2020, 1, 1)).heir is OFFICE
    assert heir("Bộ Tư pháp", control).heir is JUSTICE
    assert heir("Văn phòng Chính phủ", control, since=dt.date(2012, 1, 1)).heir is JUSTICE
    assert [e.date for e in heir("Văn phòng Chính phủ", control, since=dt.date(2012, 1, 1)).events] == [D2, D3, D4]
    found = heir("Văn phòng Chính phủ", "hai nơi")
    assert (found.open, set(found.candidates)) == ("several_heirs", {JUSTICE, HOME})


def test_the_day_of_the_record_tells_which_body_a_code_meant() -> None:
    assert heir("G40").heir is TWICE_2
    assert heir("G40", since=dt.date(2014, 1, 1)).open == "no_heir"
    assert heir("G40", on=dt.date(2020, 1, 1)).agency is TWICE_1
    assert heir("G40", since=dt.date(2020, 1, 1)).open == "not_known"
    twin = AgencyDirectory((body("H01", "Sở"), body("H02", "Sở")), as_of=NOW).inheritance("Sở", on=NOW)
    assert (twin.open, len(twin.candidates)) == ("ambiguous", 2)


# ── who settles, who receives ─────────────────────────────────────────────────────────────────────────────────────────

CITY, LAND, WARD, CENTRE = (
    body("H26", "UBND thành phố Hà Nội"), body("H26.9", "Sở Nông nghiệp"), body("H26.100", "UBND phường Ba Đình"),
    body("H26.8", "Trung tâm Phục vụ hành chính công"),
)  # fmt: skip
NUMBER = ProcedureCode("1.001193")


def given(kind: DelegationKind, holder: Agency, receiver: Agency, since: dt.date = D4, **what: Any) -> Delegation:
    what = what or {"functions": ("Đất đai",)}
    return Delegation(kind=kind, holder=holder.code, receiver=receiver.code, interval=Interval(since), **what)


def directory(*delegations: Delegation) -> AgencyDirectory:
    return AgencyDirectory(
        (CITY, LAND, WARD, CENTRE, LABOUR, HOME, HEALTH),
        (event("split", "G07", "G09 G18", D3),),
        delegations=delegations,
        as_of=NOW,
    )


def procedure(*rows: tuple[Role, str], **fields: object) -> Procedure:
    agencies = tuple(ResponsibleAgency(role=role, name=name) for role, name in rows)
    return Procedure(**{"code": NUMBER, "field": "Đất đai", "agencies": agencies, **fields})  # type: ignore[arg-type]


PLAIN = procedure(("settling", "UBND TP Hà Nội"))


def test_without_delegations_the_agency_of_the_record_settles() -> None:
    (duty,) = directory().settling(PLAIN, on=NOW)
    assert (duty.stated, duty.agency, duty.answers, duty.delegations) == ("UBND TP Hà Nội", CITY, CITY, ())
    assert directory().receiving(PLAIN, on=NOW) == ()
    assert directory().settling(procedure(("coordinating", "UBND TP Hà Nội")), on=NOW) == ()
    assert directory().settling(Procedure(), on=NOW) == ()


@pytest.mark.parametrize(
    ("kind", "answers"), [("assigned_by_law", LAND), ("decentralised", LAND), ("authorised", CITY)]
)
def test_a_delegation_moves_the_decision_and_perhaps_the_answer(kind: DelegationKind, answers: Agency) -> None:
    delegation = given(kind, CITY, LAND)
    (duty,) = directory(delegation).settling(PLAIN, on=NOW)
    assert (duty.agency, duty.answers, duty.delegations) == (LAND, answers, (delegation,))
    (before,) = directory(delegation).settling(PLAIN, on=D4 - dt.timedelta(days=1))
    assert before.agency is CITY


def test_delegations_are_followed_one_after_another() -> None:
    chain = given("decentralised", CITY, LAND), given("authorised", LAND, WARD)
    (duty,) = directory(*chain).settling(PLAIN, on=NOW)
    assert (duty.agency, duty.answers, duty.delegations) == (WARD, LAND, chain)


@pytest.mark.parametrize(
    ("what", "code_of", "speaks"),
    [
        ({"procedures": (NUMBER,)}, NUMBER, True),
        ({"procedures": (NUMBER,)}, ProcedureCode("1.001193", AgencyCode(("H26",))), True),
        ({"procedures": (ProcedureCode("1.001193", AgencyCode(("H26",))),)}, NUMBER, False),
        ({"procedures": (ProcedureCode("2.000815"),)}, NUMBER, False),
        ({"procedures": (Identifier("fr", "F1"),)}, Identifier("fr", "F1"), True),
        ({"functions": ("1.001193",)}, NUMBER, True),
        ({"functions": ("fr:F1",)}, Identifier("fr", "F1"), True),
        ({"functions": ("ĐẤT ĐAI",)}, None, True),
        ({"functions": ("Hộ tịch",)}, Unparsed("1.4"), False),
    ],
)
def test_a_delegation_speaks_of_numbers_codes_and_fields(
    what: dict[str, Any],
    code_of: Any,
    speaks: bool,
) -> None:
    (duty,) = directory(given("decentralised", CITY, LAND, **what)).settling(attrs.evolve(PLAIN, code=code_of), on=NOW)
    assert (duty.agency is LAND) is speaks


def test_two_receivers_and_circles_stay_open() -> None:
    (duty,) = directory(given("authorised", CITY, LAND), given("decentralised", CITY, WARD)).settling(PLAIN, on=NOW)
    assert (duty.agency, duty.answers, duty.open, duty.candidates) == (None, None, "several_delegations", (LAND, WARD))
    (duty,) = directory(given("authorised", CITY, LAND), given("authorised", LAND, CITY)).settling(PLAIN, on=NOW)
    assert (duty.agency, duty.open) == (None, "circular")
    same = given("authorised", CITY, LAND), given("authorised", CITY, LAND, D3)
    assert directory(*same).settling(PLAIN, on=NOW)[0].agency is LAND


def test_what_became_of_the_agency_is_followed_first() -> None:
    (duty,) = directory().settling(procedure(("settling", "Bộ Lao động")), on=NOW)
    assert (duty.agency, duty.open, set(duty.candidates)) == (None, "several_heirs", {HOME, HEALTH})
    (duty,) = directory(given("decentralised", CITY, LAND)).settling(procedure(("settling", "Sở Lạ")), on=NOW)
    assert (duty.agency, duty.open, duty.stated) == (None, "not_known", "Sở Lạ")
    nameless = Procedure(agencies=(ResponsibleAgency(role="settling", address="58 Trần Phú"),))
    assert directory().settling(nameless, on=NOW)[0].stated == "58 Trần Phú"


def test_who_only_receives_does_not_settle() -> None:
    hold = given("receive_only", CITY, CENTRE)
    (duty,) = directory(hold).settling(PLAIN, on=NOW)
    assert duty.agency is CITY
    (received,) = directory(hold).receiving(PLAIN, on=NOW)
    assert (received.role, received.agency, received.answers, received.delegations) == (
        "receiving",
        CENTRE,
        CITY,
        (hold,),
    )
    stated = procedure(("settling", "UBND TP Hà Nội"), ("receiving", "UBND phường Ba Đình"))
    assert [duty.agency for duty in directory(hold).receiving(stated, on=NOW)] == [WARD, CENTRE]
    assert [duty.agency for duty in directory().receiving(stated, on=NOW)] == [WARD]
    assert directory(hold).receiving(procedure(("settling", "Sở Lạ")), on=NOW) == ()
    after = given("decentralised", CITY, LAND), given("receive_only", LAND, CENTRE)
    assert [(d.agency, d.answers) for d in directory(*after).receiving(PLAIN, on=NOW)] == [(CENTRE, LAND)]

"""Bodies, events, mandates and delegations by themselves: what is refused, and how they are told."""

import datetime as dt

import attrs
import pytest

import tthc.agencies
from tthc.agencies import (
    Agency,
    Competence,
    Delegation,
    Duty,
    Function,
    Mandate,
    Reorganisation,
    Tenure,
    Territory,
    _charge,
    _checks,
    _index,
    _names,
    agency,
    directory,
    duties,
    events,
    inheritance,
    lineage,
    mandates,
)
from tthc.agencies.mandates import DelegationKind
from tthc.dated import ALWAYS, Interval
from tthc.errors import MalformedError
from tthc.identifiers import AgencyCode, Identifier, LegalNumber, UnitCode
from tthc.law import Citation

DAY = dt.date(2025, 7, 1)
A, B, C = (AgencyCode((f"H0{n}",)) for n in (1, 2, 3))
LAW = LegalNumber.parse("202/2025/QH15")


def body(**fields: object) -> Agency:
    return Agency(**{"code": A, "name": "Sở A", "level": "provincial", "validity": ALWAYS, **fields})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "module",
    [
        tthc.agencies, agency, directory, duties, events, inheritance, lineage, mandates,
        _charge, _checks, _index, _names,
    ],
)  # fmt: skip
def test_modules_list_their_names(module: object) -> None:
    assert dir(module) == module.__all__  # type: ignore[attr-defined]


def test_a_body_tells_itself_in_a_line_and_on_a_card() -> None:
    place = Territory(name="An Giang", type="province", code=UnitCode("91"))
    committee = body(
        name="Ủy ban nhân dân tỉnh An Giang",
        name_en="People's Committee of An Giang",
        kind="peoples_committee",
        validity=Interval(DAY),
        territory=place,
        parent=B,
        source="QĐ 19/2025/QĐ-TTg",
        confirmed=False,
    )
    assert repr(committee) == "<Agency H01 'Ủy ban nhân dân tỉnh An Giang' từ 01/07/2025>"
    assert str(committee).splitlines() == [
        "H01 Ủy ban nhân dân tỉnh An Giang",
        "  Ủy ban nhân dân, cấp tỉnh",
        "  từ 01/07/2025",
        "  thuộc H02",
        "  địa bàn: tỉnh An Giang (mã 91)",
        "  nguồn: QĐ 19/2025/QĐ-TTg (chưa xác nhận)",
    ]
    assert committee.display("en") == "People's Committee of An Giang"
    assert committee.display() == committee.name
    assert body().display("en") == "Sở A"
    assert str(body(territory=Territory(name="An Giang"))).splitlines()[-1] == "  địa bàn: An Giang"
    assert str(body()).splitlines()[-1] == "  không thời hạn"


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"name": ""}, "name: expected the name of a body"),
        ({"parent": A}, "parent: expected another body than itself"),
        ({"level": "huyện"}, "level: expected one of"),
        ({"code": "H01"}, "code: expected AgencyCode or Identifier"),
        ({"validity": DAY}, "validity: expected Interval"),
    ],
)
def test_a_body_is_refused(fields: dict[str, object], fault: str) -> None:
    with pytest.raises(MalformedError, match=fault):
        body(**fields)


def test_a_territory_needs_a_name() -> None:
    with pytest.raises(MalformedError, match="name"):
        Territory(name="")


@pytest.mark.parametrize(
    ("kind", "sources", "results", "fields"),
    [
        ("merge", (A,), (B,), ["sources"]),
        ("merge", (A, B), (A, C), ["results"]),
        ("split", (A,), (B,), ["results"]),
        ("rename", (A, B), (B,), ["sources"]),
        ("raise", (A,), (), ["results"]),
        ("lower", (), (A,), ["sources"]),
        ("abolish", (A,), (B,), ["results"]),
        ("found", (A,), (B,), ["sources"]),
        ("merge", (A, A), (B,), ["sources"]),
        ("transfer", (A,), (B,), ["functions"]),
    ],
)
def test_each_kind_of_event_has_its_numbers(
    kind: str, sources: tuple[AgencyCode, ...], results: tuple[AgencyCode, ...], fields: list[str]
) -> None:
    with pytest.raises(MalformedError) as caught:
        Reorganisation(kind=kind, date=DAY, sources=sources, results=results)  # type: ignore[arg-type]
    assert [fault.field for fault in caught.value.faults] == fields


def test_a_transfer_goes_to_another_body_and_an_event_has_a_day_before() -> None:
    with pytest.raises(MalformedError, match="other bodies than the sources"):
        Reorganisation(kind="transfer", date=DAY, sources=(A,), results=(A, B), functions=("x",))
    with pytest.raises(MalformedError, match="a day that has one before it"):
        Reorganisation(kind="abolish", date=dt.date.min, sources=(A,))


def test_an_event_is_told_in_both_languages() -> None:
    event = Reorganisation(kind="transfer", date=DAY, sources=(A,), results=(B,), functions=("đất đai",), citation=LAW)
    assert str(event) == "01/07/2025 chuyển chức năng: H01 → H02 [đất đai] (Văn bản số 202/2025/QH15)"
    assert event.display("en") == "2025-07-01 function transferred: H01 → H02 [đất đai] (Document 202/2025/QH15)"
    assert str(Reorganisation(kind="abolish", date=DAY, sources=(A,))) == "01/07/2025 giải thể: H01"
    assert event.day_before == dt.date(2025, 6, 30)


CONTROL = Function(id="control", name="kiểm soát thủ tục hành chính", name_en="control of procedures")


def test_functions_and_mandates_need_their_words() -> None:
    assert CONTROL.display("en") == "control of procedures"
    assert Function(id="x", name="tên").display("en") == "tên"
    with pytest.raises(MalformedError, match="id: expected a text, got ''; name"):
        Function(id="", name="")
    with pytest.raises(MalformedError, match="a code or a name"):
        Mandate(function=CONTROL, interval=ALWAYS)
    with pytest.raises(MalformedError, match="the name of the body in charge"):
        Tenure(name="")
    with pytest.raises(MalformedError, match="the name of the body in charge"):
        Competence(function=CONTROL, on=DAY, agency=body())


def test_an_answer_is_told_in_both_languages() -> None:
    office = Tenure(name="Văn phòng Chính phủ", until=dt.date(2025, 12, 31), citation=LAW)
    ministry = body(code=B, name="Bộ Tư pháp", name_en="Ministry of Justice")
    later = Tenure(name=ministry.name, agency=ministry, since=dt.date(2026, 1, 10))
    unsettled = Competence(function=CONTROL, on=dt.date(2026, 1, 5), before=office, after=later, confirmed=False)
    assert not unsettled.settled
    assert str(unsettled) == (
        "kiểm soát thủ tục hành chính, ngày 05/01/2026: chưa xác định; trước đó Văn phòng Chính phủ, đến hết "
        "30/12/2025; sau đó Bộ Tư pháp, từ 10/01/2026; nguồn chưa được xác nhận"
    )
    assert unsettled.text("en") == (
        "control of procedures, on 2026-01-05: unsettled; before it Văn phòng Chính phủ, to 2025-12-30; after it "
        "Ministry of Justice, from 2026-01-10; the source is not confirmed"
    )
    assert repr(unsettled) == "<Competence 'control' on 2026-01-05: unsettled>"
    settled = Competence(
        function=CONTROL, on=DAY, agency=ministry, name=ministry.name, since=DAY, citation=LAW, beyond=True
    )
    assert settled.text("en") == (
        "control of procedures, on 2025-07-01: Ministry of Justice, from 2025-07-01 (Document 202/2025/QH15); the day "
        "lies beyond what is known"
    )
    assert str(settled).endswith("(Văn bản số 202/2025/QH15); ngày này nằm ngoài phạm vi dữ liệu")
    assert repr(settled) == "<Competence 'control' on 2025-07-01: Bộ Tư pháp>"
    assert str(Competence(function=CONTROL, on=DAY)).endswith("chưa xác định")
    assert str(office) == "Văn phòng Chính phủ, đến hết 30/12/2025"
    assert str(Tenure(name="Tổ công tác")) == "Tổ công tác"


@pytest.mark.parametrize(
    ("kind", "decides", "answers", "supervises", "form"),
    [
        ("assigned_by_law", B, B, None, "law"),
        ("decentralised", B, B, A, "decree"),
        ("authorised", B, A, A, "decision"),
        ("receive_only", A, A, A, "decision"),
    ],
)
def test_each_form_of_delegation_has_its_own_responsibility(
    kind: DelegationKind, decides: AgencyCode, answers: AgencyCode, supervises: AgencyCode | None, form: str
) -> None:
    given = Delegation(kind=kind, holder=A, receiver=B, interval=ALWAYS, functions=("Đất đai",))
    assert (given.decides, given.answers, given.supervises, given.legal_form) == (decides, answers, supervises, form)


def test_a_delegation_is_told_and_needs_two_bodies_and_a_task() -> None:
    given = Delegation(
        kind="authorised", holder=A, receiver=B, interval=ALWAYS, procedures=(Identifier("fr", "F1"),), functions=("x",)
    )
    assert str(given) == "ủy quyền: H01 → H02 (fr:F1, x)"
    assert given.display("en") == "authorised: H01 → H02 (fr:F1, x)"
    with pytest.raises(MalformedError) as caught:
        attrs.evolve(given, receiver=A, procedures=(), functions=())
    assert [fault.field for fault in caught.value.faults] == ["receiver", "procedures"]


def test_a_duty_says_who_does_it_and_who_answers() -> None:
    ministry = body(code=B, name="Bộ Tư pháp", name_en="Ministry of Justice")
    duty = Duty(role="settling", stated="Sở A", agency=body(), answers=ministry)
    assert str(duty) == "giải quyết: Sở A; chịu trách nhiệm: Bộ Tư pháp"
    assert duty.text("en") == "settles: Sở A; answers for it: Ministry of Justice"
    assert str(Duty(role="receiving", stated="Sở A", agency=body(), answers=body())) == "tiếp nhận: Sở A"
    left = Duty(role="settling", stated="Sở C", open="several_heirs", candidates=(body(), ministry))
    assert str(left) == "giải quyết: Sở C (nhiều cơ quan tiếp nhận): Sở A, Bộ Tư pháp"
    assert left.text("en") == "settles: Sở C (several bodies took over): Sở A, Ministry of Justice"
    assert str(Duty(role="settling", stated="Sở C", open="not_known")) == "giải quyết: Sở C (không có trong danh mục)"


def test_a_citation_may_be_a_place_in_a_document() -> None:
    cited = Citation(document=LAW, article="1")
    event = Reorganisation(kind="found", date=DAY, results=(A,), citation=cited)
    assert str(event) == "01/07/2025 thành lập: H01 (Điều 1 Văn bản số 202/2025/QH15)"

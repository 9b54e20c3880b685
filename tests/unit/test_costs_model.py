"""What a procedure costs: the worked case under every convention, and whatever has no price is named."""

import datetime as dt
from fractions import Fraction
from typing import Any

import attrs
import pytest

from tthc.costs import (
    AUSTRALIA_RBM,
    CONVENTIONS,
    GERMANY_ERFUELLUNGSAUFWAND,
    INTERNATIONAL_SCM,
    VN_TT02_2017,
    Convention,
    CostTable,
    Delay,
    FeeFigure,
    HourlyIncome,
    Norm,
    Norms,
    Parameters,
    Price,
    Segment,
    Spread,
    compliance_cost,
)
from tthc.dated import Interval
from tthc.errors import AmbiguousError, MalformedError, MissingInputError, NotFoundError
from tthc.fees import Fee
from tthc.money import Money
from tthc.procedures import Case, Document, Form, Method, Procedure, Step
from tthc.text import Unparsed

HALF = Fraction(1, 2)
FEE = Fee(kind="amount", amount=Money(100_000), category="lệ phí")
A, B = Document(name="Giấy A"), Document(name="Giấy B")
GROUPS = (Segment(name="nhỏ", share=Fraction(3, 4)), Segment(name="lớn", share=Fraction(1, 4)))
FORM = Document(name="Tờ khai", form=Form(name="Mẫu 01"))
VISIT = Norm(element="travel", hours=2, outlay=Money(25_000), covers=("queue", "submit", "pay", "receive"))
NOTHING_ONLINE = tuple(Norm(element=name, hours=0, channel="online") for name in ("submit", "pay", "receive"))
WORKED = Norms(
    norms=(
        Norm(element="learn", hours=HALF),
        Norm(element="document", what="Giấy A", hours=2, outlay=Money(30_000)),
        Norm(element="document", what="Giấy B", hours=3, outlay=Money(10_000)),
        Norm(element="form", hours=1),
        attrs.evolve(VISIT, channel="direct"),
        Norm(element="scan", hours=Fraction(1, 4)),
        *NOTHING_ONLINE,
    ),
    visits={"direct": 2, "online": 0},
)
PARAMETERS = Parameters(
    hourly_income=Money(40_000), times_per_year=1, subjects_per_year=10_000, volume_unit="hồ sơ", base_year=2025
)
ONLINE = {"direct": Fraction(1, 5), "online": Fraction(4, 5)}


def procedure(*documents: Document | Unparsed, channels: Any = ("direct",), fees: Any = (FEE,)) -> Procedure:
    methods = tuple(Method(channel=channel, fees=fees) for channel in channels)
    return Procedure(name="Cấp giấy phép", methods=methods, cases=(Case(documents=documents),), dossier_sets=1)


def worked(measures: str, convention: Convention = VN_TT02_2017, **parameters: Any) -> CostTable:
    """Cost the worked case after some measures: 1 drops A, 2 takes B from a register, 3 goes online, 4 merges."""
    papers = [paper for paper, measure in ((A, "1"), (B, "2")) if measure not in measures]
    channels = ("direct", "online") if "3" in measures else ("direct",)
    after = procedure(*papers, FORM, channels=channels)
    norms = WORKED.fitting(after).with_visits({"direct": 1} if "4" in measures else {})
    shares = ONLINE if "3" in measures else None
    given = attrs.evolve(PARAMETERS, channel_shares=shares, **parameters)
    return compliance_cost(after, norms, given, convention=convention, strict=True)


# ── the worked case ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_worked_case_costs_what_it_should() -> None:
    before = worked("")
    assert before.per_dossier == Money(610_000)
    assert before.per_year == Money(6_100_000_000)
    assert before.hours == Fraction(21, 2)
    assert dict(before.by("kind")) == {"time": Money(420_000), "cash": Money(90_000), "fee": Money(100_000)}
    assert before.unpriced == ()
    after = worked("1234")
    assert after.per_dossier == Money(181_000)
    assert after.hours == Fraction(19, 10)
    assert dict(after.by("kind")) == {"time": Money(76_000), "fee": Money(100_000), "cash": Money(5_000)}


@pytest.mark.parametrize(
    ("measures", "saved"),
    [("1", 110), ("2", 130), ("3", 152), ("4", 105), ("234", 311), ("134", 291), ("124", 345), ("123", 408),
     ("34", 173), ("12", 240), ("13", 270), ("1234", 429)],
)  # fmt: skip
def test_each_set_of_measures_saves_what_it_should(measures: str, saved: int) -> None:
    assert worked("").saving(worked(measures)) == saved * 1000


def test_one_reform_reads_in_four_ways() -> None:
    def percent(share: Fraction) -> str:
        return f"{float(-100 * share):.1f}"

    before, after = worked(""), worked("1234")
    assert percent(before.reduction(after)) == "-70.3"
    assert percent(before.reduction(after, of="per_year")) == "-70.3"
    assert percent(before.reduction(after, of="hours")) == "-81.9"
    assert percent(before.only(kind="cash").reduction(after.only(kind="cash"))) == "-94.4"
    no_fees = attrs.evolve(VN_TT02_2017, id="vn-without-fees", counts_fees=False)
    assert percent(worked("", no_fees).reduction(worked("1234", no_fees))) == "-84.1"
    # The same from the German convention, which counts no fees and leaves the hours of citizens without a price.
    german = attrs.evolve(GERMANY_ERFUELLUNGSAUFWAND, id="german", removes_business_as_usual=False)
    one, two = worked("", german, subject="citizen"), worked("1234", german, subject="citizen")
    assert percent(one.reduction(two)) == "-94.4"
    assert percent(one.reduction(two, of="hours")) == "-81.9"


def test_the_case_under_all_conventions_side_by_side() -> None:
    norms = attrs.evolve(WORKED.fitting(procedure(A, B, FORM)), business_as_usual=Fraction(1, 10))
    wait = Delay(application=0, approval=10, ready=4, income_forgone=Money(1000), extra_expenses=Money(500))
    given = attrs.evolve(PARAMETERS, subject="business", overhead={"business": Fraction(1, 4)}, delay=wait)
    costs = {
        name: compliance_cost(procedure(A, B, FORM), norms, given, convention=convention).per_dossier.amount
        for name, convention in CONVENTIONS.items()
    }
    kept = Fraction(9, 10)
    assert costs == {
        "vn-tt02-2017": 610_000,
        "international-scm": kept * (420_000 * Fraction(5, 4) + 90_000),
        "germany-erfuellungsaufwand": kept * (420_000 + 90_000),
        "australia-rbm": kept * (420_000 * Fraction(5, 4) + 90_000) + 6 * 1500,
    }


# ── what a convention counts ─────────────────────────────────────────────────────────────────────────────────────────

PLAIN = procedure(A, fees=())
LEARN = Norms(norms=(Norm(element="learn", hours=2, outlay=Money(100)),), business_as_usual=0)


@pytest.mark.parametrize(
    ("convention", "parameters", "what"),
    [
        (GERMANY_ERFUELLUNGSAUFWAND, {}, "parameters.subject"),
        (INTERNATIONAL_SCM, {"subject": "citizen"}, "parameters.subject"),
        (INTERNATIONAL_SCM, {"subject": "business"}, "parameters.overhead['business']"),
        (AUSTRALIA_RBM, {"subject": "citizen"}, "parameters.delay"),
        (VN_TT02_2017, {"hourly_income": {"agency": Money(1)}}, "parameters.hourly_income['subject']"),
        (VN_TT02_2017, {"hourly_income": {"agency": Money(1)}, "subject": "citizen"},
         "parameters.hourly_income['citizen']"),
    ],
)  # fmt: skip
def test_a_convention_refuses_to_go_without_its_inputs(convention: Any, parameters: Any, what: str) -> None:
    with pytest.raises(MissingInputError) as caught:
        compliance_cost(PLAIN, LEARN, attrs.evolve(PARAMETERS, **parameters), convention=convention)
    assert caught.value.what == what
    assert convention.id in str(caught.value)


def test_what_would_be_done_anyway_must_be_stated_where_it_is_taken_off() -> None:
    stated = Norm(element="learn", hours=2, business_as_usual=HALF)
    given = attrs.evolve(PARAMETERS, subject="business")
    norms = Norms(norms=(stated, Norm(element="submit", hours=1)))
    with pytest.raises(MissingInputError, match=r"^missing norms\[1\]\.business_as_usual: "):
        compliance_cost(PLAIN, norms, given, convention=GERMANY_ERFUELLUNGSAUFWAND)
    fine = attrs.evolve(norms, business_as_usual=0)
    table = compliance_cost(PLAIN, fine, given, convention=GERMANY_ERFUELLUNGSAUFWAND)
    assert [cell.acts for cell in table.cells] == [HALF, 1]
    assert compliance_cost(PLAIN, norms, given).hours == 3


def test_only_the_performers_and_duties_of_a_convention_count() -> None:
    norms = Norms(
        norms=(
            Norm(element="learn", hours=1),
            Norm(element="learn", hours=2, performer="agency"),
            Norm(element="learn", hours=4, obligation="substantive"),
            Norm(element="submit", hours=8, performer="agency"),
        ),
        business_as_usual=0,
    )
    given = attrs.evolve(
        PARAMETERS,
        hourly_income={"subject": Money(10), "agency": Money(1)},
        subject="business",
        overhead={"subject": 1},
    )
    vn = compliance_cost(PLAIN, norms, given)
    assert dict(vn.by("actor")) == {"business": Money(50)}
    assert [note.what[:8] for note in vn.noted if note.kind == "out_of_scope"] == ["norms[1]", "norms[3]"]
    assert "submit" in {gap.activity for gap in vn.unpriced}
    german = compliance_cost(PLAIN, norms, given, convention=GERMANY_ERFUELLUNGSAUFWAND)
    assert dict(german.by("actor")) == {"business": Money(50), "agency": Money(10)}
    assert "no_agency_norms" not in {note.kind for note in german.noted + vn.noted}
    of_firms = Norms(norms=tuple(norm for norm in norms.norms if norm.performer != "agency"), business_as_usual=0)
    one_side = compliance_cost(PLAIN, of_firms, given, convention=GERMANY_ERFUELLUNGSAUFWAND)
    assert "chưa có định mức cho cơ quan nhà nước, bảng chưa gồm phần này" in one_side.assumptions
    scm = compliance_cost(PLAIN, norms, given, convention=INTERNATIONAL_SCM)
    assert dict(scm.by("obligation")) == {"information": Money(20)}


def test_an_overhead_is_the_norms_or_the_parameters_and_a_tariff_has_it_in() -> None:
    own = Norm(element="learn", hours=1, overhead=HALF)
    general = Norm(element="submit", hours=1)
    tariff = Norm(element="receive", hours=1, tariff=Money(7))
    agency = Norm(element="submit", hours=1, performer="agency")
    everybody = attrs.evolve(
        VN_TT02_2017,
        id="own",
        performers=frozenset({"citizen", "business", "agency"}),
        overhead_on=frozenset({"citizen", "business", "agency"}),
    )
    given = attrs.evolve(
        PARAMETERS,
        hourly_income={"subject": Money(10), "agency": Money(10)},
        overhead={"subject": 1, "agency": 2},
    )
    table = compliance_cost(PLAIN, Norms(norms=(own, general, tariff, agency)), given, convention=everybody)
    assert {cell.norm: cell.rate for cell in table.cells} == {
        "norms[0]": 15,
        "norms[1]": 20,
        "norms[2]": 7,
        "norms[3]": 30,
    }
    with pytest.raises(MissingInputError, match="overhead"):
        compliance_cost(
            PLAIN,
            Norms(norms=(agency,)),
            attrs.evolve(given, overhead={"subject": 1}),
            convention=everybody,
        )


def test_the_hours_of_citizens_may_have_no_price() -> None:
    given = attrs.evolve(PARAMETERS, subject="citizen", hourly_income={})
    table = compliance_cost(PLAIN, LEARN, given, convention=GERMANY_ERFUELLUNGSAUFWAND)
    assert table.hours == 2
    assert table.per_dossier == Money(100)
    assert [cell.priced for cell in table.cells] == [False, True]


def test_work_done_once_is_counted_as_the_convention_says() -> None:
    norms = Norms(
        norms=(Norm(element="learn", hours=5, one_off=True), Norm(element="learn", hours=1)), business_as_usual=0
    )
    given = attrs.evolve(
        PARAMETERS,
        hourly_income=Money(10),
        subject="business",
        times_per_year=4,
        subjects_per_year=100,
        overhead={"business": 0},
        delay=Delay(application=0, approval=0, ready=0, income_forgone=Money(0), extra_expenses=Money(0)),
    )
    recurring, first = 4 * 100 * 10, 100 * 50
    for convention, per_year, once in (
        (VN_TT02_2017, recurring + 4 * first, 0),
        (GERMANY_ERFUELLUNGSAUFWAND, recurring, first),
        (INTERNATIONAL_SCM, recurring, first),
        (AUSTRALIA_RBM, recurring + first // 10, 0),
    ):
        table = compliance_cost(PLAIN, norms, given, convention=convention)
        assert table.per_dossier == Money(60)
        assert (table.per_year, table.once) == (Money(per_year), Money(once))
        assert dict(table.by("one_off")) == {True: Money(50), False: Money(10)}


def test_waiting_is_counted_with_and_without_income_forgone() -> None:
    wait = Delay(application=0, approval=10, ready=4, income_forgone=Money(1000), extra_expenses=Money(500))
    given = attrs.evolve(PARAMETERS, delay=wait)
    counts = attrs.evolve(VN_TT02_2017, id="own", counts_delay=True)
    table = compliance_cost(PLAIN, LEARN, given, convention=counts).only(kind="delay")
    assert dict(table.by("step")) == {"chi phí phát sinh": Money(3000)}
    forgone = attrs.evolve(counts, counts_opportunity=True)
    table = compliance_cost(PLAIN, LEARN, given, convention=forgone).only(kind="delay")
    assert table.per_dossier == Money(9000)
    in_time = attrs.evolve(given, delay=attrs.evolve(wait, ready=10))
    assert compliance_cost(PLAIN, LEARN, in_time, convention=forgone).only(kind="delay").cells == ()


# ── papers ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def acts(one: Procedure, norms: Any, **parameters: Any) -> dict[tuple[str, str], Fraction]:
    table = compliance_cost(one, Norms(norms=norms), attrs.evolve(PARAMETERS, **parameters))
    return {(cell.activity, cell.document): cell.acts for cell in table.cells}


def test_a_template_is_filled_in_and_any_other_paper_prepared() -> None:
    one = procedure(A, FORM, fees=())
    general = (Norm(element="document", hours=1), Norm(element="form", hours=1))
    assert acts(one, general) == {("document", "Giấy A"): 1, ("form", "Tờ khai"): 1}
    named = (*general, Norm(element="document", hours=1, what="Mẫu 01"))
    both = {("form", "Tờ khai"): 1, ("document", "Tờ khai"): 1}
    assert acts(one, named) == {("document", "Giấy A"): 1} | both
    # Named by a norm, a paper whose template the record does not give is a form, and not prepared besides.
    filled = (*named, Norm(element="form", hours=1, what="Giấy A"), Norm(element="scan", hours=1))
    assert acts(one, filled) == {("form", "Giấy A"): 1} | both
    prepared = (*filled, Norm(element="document", hours=1, what="Giấy A"))
    assert acts(one, prepared) == {("form", "Giấy A"): 1, ("document", "Giấy A"): 1} | both


def test_a_form_named_for_some_is_prepared_by_the_others() -> None:
    one = procedure(A, channels=("online",), fees=())
    norms = (
        Norm(element="form", hours=1, what="Giấy A", segment="nhỏ"),
        Norm(element="document", hours=1),
        Norm(element="scan", hours=1),
    )
    table = compliance_cost(one, Norms(norms=norms), attrs.evolve(PARAMETERS, segments=GROUPS))
    assert {(cell.activity, cell.segment) for cell in table.cells} == {
        ("form", "nhỏ"),
        ("document", "lớn"),
        ("scan", "lớn"),
    }
    bare = compliance_cost(one, Norms(norms=norms[:1]), attrs.evolve(PARAMETERS, segments=GROUPS))
    gaps = {(gap.activity, gap.segment) for gap in bare.unpriced if gap.what == "Giấy A"}
    assert gaps == {("document", "lớn"), ("scan", "lớn")}


def test_the_most_specific_norm_holds() -> None:
    one = procedure(A, B, channels=("direct", "online"), fees=())
    one = attrs.evolve(one, cases=(attrs.evolve(one.cases[0], name="Cấp mới"),))
    norms = (
        Norm(element="document", hours=1),
        Norm(element="document", hours=2, case="Cấp mới"),
        Norm(element="document", hours=4, channel="online"),
        Norm(element="document", hours=8, what="Giấy A"),
    )
    table = compliance_cost(one, Norms(norms=norms), attrs.evolve(PARAMETERS, channel_shares=ONLINE))
    units = {(cell.document, cell.channel): cell.unit for cell in table.cells}
    assert units == {
        ("Giấy A", "direct"): 8,
        ("Giấy A", "online"): 8,
        ("Giấy B", "direct"): 2,
        ("Giấy B", "online"): 4,
    }


def test_two_names_of_one_paper_are_one_paper() -> None:
    coded = Document(name="Giấy khám sức khỏe", code="G1")
    norms = (Norm(element="document", hours=1, what="Giấy khám sức khỏe"), Norm(element="document", hours=2, what="G1"))
    with pytest.raises(MalformedError, match=r"norms\[1\]: expected an act that norms\[0\] does not price"):
        acts(procedure(coded, fees=()), norms)


def test_sheets_are_counted() -> None:
    papers = (
        Document(name="hai bản", copies=2),
        Document(name="không bản", copies=0),
        Document(name="chứng thực", copies=3, certified=True),
        Document(name="không rõ", certified=True),
        Document(name="không", certified=False),
    )
    one = attrs.evolve(procedure(*papers, fees=()), dossier_sets=2)
    norms = (Norm(element="copy", hours=1), Norm(element="certify", hours=1))
    assert acts(one, norms) == {
        ("copy", "hai bản"): 4,
        ("copy", "chứng thực"): 6,
        ("certify", "chứng thực"): 6,
        ("certify", "không rõ"): 2,
    }
    for element, name, asked in (("copy", "không bản", "copies"), ("certify", "không", "certified copies")):
        with pytest.raises(MalformedError, match=rf"norms\[0\]\.what: expected a paper of which {asked} are asked for"):
            acts(one, (Norm(element=element, hours=1, what=name),))
    odd = procedure(Document(name="mâu thuẫn", copies=0, certified=True), fees=())
    odd_table = compliance_cost(odd, Norms(norms=norms), PARAMETERS)
    assert [cell.acts for cell in odd_table.cells] == [1]
    assert "yêu cầu bản sao chứng thực nhưng ghi 0 bản sao, tính một bản: mâu thuẫn" in odd_table.assumptions
    named = (Norm(element="copy", hours=1, what="không rõ"),)
    assert acts(one, named) == {("copy", "không rõ"): 2}
    table = compliance_cost(attrs.evolve(one, dossier_sets=None), Norms(norms=(*norms, *named)), PARAMETERS)
    assert {str(note) for note in table.noted} == {
        "không nêu số bản, tính một bản: không rõ",
        "không nêu số bộ hồ sơ, tính một bộ",
    }
    missing = {(gap.activity, gap.what) for gap in compliance_cost(one, LEARN, PARAMETERS).unpriced}
    assert {("copy", "hai bản"), ("certify", "không rõ"), ("document", "không bản")} < missing
    assert ("copy", "không bản") not in missing
    assert ("certify", "không") not in missing


def test_papers_are_scanned_online_only() -> None:
    one = procedure(A, FORM, channels=("online",), fees=())
    scan = (Norm(element="scan", hours=1),)
    assert acts(one, scan) == {("scan", "Giấy A"): 1}
    assert acts(procedure(A, fees=()), scan) == {}
    named = (Norm(element="scan", hours=1, what="Tờ khai"),)
    assert acts(one, named) == {("scan", "Tờ khai"): 1}


def test_a_paper_asked_for_in_some_cases_is_counted_and_said() -> None:
    one = procedure(
        Document(name="Giấy ủy quyền", condition="nếu ủy quyền"), Document(name="Ảnh", required=False), fees=()
    )
    table = compliance_cost(one, Norms(norms=(Norm(element="document", hours=1),)), PARAMETERS)
    assert [note.what for note in table.noted if note.kind == "conditional"] == ["Giấy ủy quyền", "Ảnh"]
    share = Norm(element="document", hours=1, what="Giấy ủy quyền", times=Fraction(1, 10))
    assert acts(one, (share,)) == {("document", "Giấy ủy quyền"): Fraction(1, 10)}


def test_what_cannot_be_read_is_listed() -> None:
    one = attrs.evolve(procedure(Unparsed("xem tệp"), fees=None), cases=(Case(documents=(Unparsed("xem tệp"),)),))
    table = compliance_cost(one, LEARN, PARAMETERS)
    assert "chuẩn bị giấy tờ: xem tệp, trực tiếp (không đọc được)" in set(map(str, table.unpriced))
    for cases, why in ((None, "not_stated"), ((Case(),), "not_stated"), ((Unparsed("…"),), "unreadable")):
        table = compliance_cost(attrs.evolve(one, cases=cases), LEARN, PARAMETERS)
        assert {gap.why for gap in table.unpriced if gap.activity == "document"} == {why}


def test_strict_refuses_what_has_no_price() -> None:
    papers = [Document(name=f"Giấy {i}") for i in range(9)]
    norms = attrs.evolve(LEARN, visits={"direct": 0})
    with pytest.raises(MissingInputError) as caught:
        compliance_cost(procedure(*papers, fees=()), norms, PARAMETERS, strict=True)
    assert str(caught.value).startswith("missing a price: prepare a document: Giấy 0, direct (no norm); ")
    assert str(caught.value).endswith(" and 3 more")
    with pytest.raises(MissingInputError, match=r"^missing a price: receive the result: direct \(no norm\)$"):
        compliance_cost(
            procedure(fees=()),
            attrs.evolve(norms, norms=(*norms.norms, Norm(element="submit", hours=0))),
            PARAMETERS,
            strict=True,
        )


# ── visits, steps ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_visits_multiply_travel_and_queue() -> None:
    norms = Norms(
        norms=(Norm(element="travel", hours=1, times=2), Norm(element="queue", hours=1)),
        visits={"direct": Spread(low=1, high=2)},
    )
    table = compliance_cost(PLAIN, norms, PARAMETERS)
    assert {cell.activity: cell.acts for cell in table.cells} == {"travel": 3, "queue": Fraction(3, 2)}
    assert {path for cell in table.cells for path, _ in cell.uncertain} == {"norms.visits['direct']"}
    none = compliance_cost(PLAIN, norms.with_visits({"direct": 0}), PARAMETERS)
    assert none.cells == ()
    assert not {"travel", "queue"} & {gap.activity for gap in none.unpriced}
    only = compliance_cost(PLAIN, attrs.evolve(norms, norms=()), PARAMETERS)
    assert {"travel", "queue"} < {gap.activity for gap in only.unpriced}
    unknown = compliance_cost(PLAIN, attrs.evolve(norms, visits={"post": 1}), PARAMETERS)
    assert ("travel", "no_visits") in {(gap.activity, gap.why) for gap in unknown.unpriced}


def test_a_level_travelled_to_is_stated_or_the_only_one() -> None:
    norms = (
        Norm(element="travel", hours=3, tier="provincial"),
        Norm(element="travel", hours=1, tier="commune"),
        Norm(element="travel", hours=2),
    )
    table = Norms(norms=norms, visits={"direct": 1})

    def hours(levels: Any, tier: Any = None) -> Fraction:
        one = attrs.evolve(PLAIN, levels=levels)
        return compliance_cost(one, table, attrs.evolve(PARAMETERS, tier=tier)).hours

    assert hours(("provincial",)) == 3
    assert hours(("provincial", "commune"), "commune") == 1
    assert hours(None, "central") == 2
    for levels in (None, ("provincial", "commune"), (Unparsed("…"),)):
        with pytest.raises(MissingInputError, match="tier"):
            hours(levels)


def test_what_is_done_once_may_be_done_in_several_steps() -> None:
    one = attrs.evolve(PLAIN, steps=(Step(name="Nộp bổ sung", description="…"), Unparsed("…")))
    norms = (
        Norm(element="submit", hours=1),
        Norm(element="submit", hours=2, what="Nộp bổ sung"),
        Norm(element="other", hours=4, what="họp thôn"),
        Norm(element="inspection", hours=8),
    )
    table = compliance_cost(one, Norms(norms=norms), PARAMETERS)
    assert {(cell.activity, cell.step): cell.hours for cell in table.cells} == {
        ("submit", ""): 1,
        ("submit", "Nộp bổ sung"): 2,
        ("other", "họp thôn"): 4,
        ("inspection", ""): 8,
    }
    assert not {"submit", "other", "inspection"} & {gap.activity for gap in table.unpriced}


def test_a_norm_for_what_the_procedure_lacks_is_refused_with_its_path() -> None:
    fine = Norm(element="learn", hours=1)
    with pytest.raises(MalformedError) as caught:
        compliance_cost(
            PLAIN,
            Norms(
                norms=(
                    fine,
                    Norm(element="document", hours=1, what="Sổ hộ khẩu"),
                    Norm(element="submit", hours=1, channel="online"),
                    Norm(element="submit", hours=1, what="Bước 9", case="Cấp lại"),
                )
            ),
            PARAMETERS,
        )
    assert [fault.field for fault in caught.value.faults] == [
        "norms[1].what",
        "norms[2].channel",
        "norms[3].what",
        "norms[3].case",
    ]
    assert "a paper of the dossier (Giấy A), got 'Sổ hộ khẩu'" in str(caught.value)
    long = procedure(*(Document(name="Giấy tờ " + "rất " * 20 + str(i)) for i in range(6)))
    with pytest.raises(MalformedError, match=r"rất r\.\.\.; …\)"):
        compliance_cost(long, Norms(norms=(Norm(element="document", hours=1, what="x"),)), PARAMETERS)
    with pytest.raises(MalformedError, match="which the record does not state"):
        compliance_cost(Procedure(), Norms(norms=(Norm(element="document", hours=1, what="x"),)), PARAMETERS)


def test_another_currency_is_refused_with_its_path() -> None:
    for field in ("outlay", "tariff"):
        norms = Norms(norms=(Norm(element="learn", hours=1, **{field: Money(1, "USD")}),))
        with pytest.raises(MalformedError, match=rf"norms\[0\]\.{field}: expected an amount in VND"):
            compliance_cost(PLAIN, norms, PARAMETERS)


@pytest.mark.parametrize("place", range(3))
def test_strangers_are_refused(place: int) -> None:
    given: list[Any] = [PLAIN, LEARN, PARAMETERS]
    given[place] = None
    with pytest.raises(MalformedError, match="got None"):
        compliance_cost(*given)
    with pytest.raises(MalformedError, match="convention: expected Convention, got 'vn'"):
        compliance_cost(PLAIN, LEARN, PARAMETERS, convention="vn")  # type: ignore[arg-type]


# ── channels, cases, segments ────────────────────────────────────────────────────────────────────────────────────────


def test_channels_are_weighed_by_their_shares() -> None:
    one = procedure(channels=("direct", "online"), fees=())
    norms = Norms(norms=(Norm(element="submit", hours=1), Norm(element="submit", hours=6, channel="direct")))
    with pytest.raises(MissingInputError, match=r"channel_shares: the procedure offers direct, online"):
        compliance_cost(one, norms, PARAMETERS)
    table = compliance_cost(one, norms, attrs.evolve(PARAMETERS, channel_shares=ONLINE))
    assert dict(table.by("channel", of="hours")) == {"direct": Fraction(6, 5), "online": Fraction(4, 5)}
    only = attrs.evolve(PARAMETERS, channel_shares={"online": 1, "post": 0})
    assert compliance_cost(one, norms, only).hours == 1
    posted = attrs.evolve(PARAMETERS, channel_shares={"post": 1})
    with pytest.raises(
        MalformedError, match=r"channel_shares\['post'\]: expected a channel offered \(direct, online\)"
    ):
        compliance_cost(one, norms, posted)


def test_a_record_without_channels_needs_none_unless_the_norms_do() -> None:
    one = attrs.evolve(procedure(fees=()), methods=(Method(), Unparsed("…")))
    table = compliance_cost(one, LEARN, PARAMETERS)
    assert table.hours == 2
    assert {cell.channel for cell in table.cells} == {None}
    by_channel = Norms(norms=(Norm(element="submit", hours=1, channel="post"),))
    for norms in (attrs.evolve(LEARN, visits={"direct": 1}), by_channel):
        with pytest.raises(MissingInputError, match="which channels are offered"):
            compliance_cost(one, norms, PARAMETERS)
    assert compliance_cost(one, by_channel, attrs.evolve(PARAMETERS, channel_shares={"post": 1})).hours == 1


CASES = attrs.evolve(
    PLAIN,
    cases=(
        Case(name="Cấp mới", code="01", documents=(A, B)),
        Case(name="Cấp lại", documents=(A,), audience="doanh nghiệp"),
        Case(code="03", documents=()),
    ),
)
PAPERS = Norms(norms=(Norm(element="document", hours=1), Norm(element="document", hours=9, case="cap lai")))


def test_a_case_is_named_or_cases_are_weighed() -> None:
    with pytest.raises(MissingInputError, match=r"case_shares: the procedure has 3 cases: Cấp mới; Cấp lại; 03$"):
        compliance_cost(CASES, PAPERS, PARAMETERS)
    assert compliance_cost(CASES, PAPERS, PARAMETERS, case="01").hours == 2
    assert compliance_cost(CASES, PAPERS, PARAMETERS, case="Cấp lại").hours == 9
    weighed = attrs.evolve(PARAMETERS, case_shares={"Cấp mới": HALF, "cấp lại": HALF})
    table = compliance_cost(CASES, PAPERS, weighed)
    assert dict(table.by("case", of="hours")) == {"Cấp mới": 1, "Cấp lại": Fraction(9, 2)}
    with pytest.raises(NotFoundError, match="Cấp đổi"):
        compliance_cost(CASES, PAPERS, PARAMETERS, case="Cấp đổi")
    with pytest.raises(MissingInputError, match="2 cases"):
        compliance_cost(CASES, PAPERS, PARAMETERS, audience="cá nhân")
    twice = attrs.evolve(CASES, cases=(*CASES.cases, Case(name="Cấp mới")))  # type: ignore[misc]
    with pytest.raises(AmbiguousError, match="Cấp mới"):
        compliance_cost(twice, PAPERS, PARAMETERS, case="Cấp mới")
    unnamed = attrs.evolve(PLAIN, cases=(Unparsed("khác"), Case(documents=())))
    with pytest.raises(MissingInputError, match=r"khác; \(không tên\)"):
        compliance_cost(unnamed, LEARN, PARAMETERS)


def test_segments_divide_a_dossier_and_weigh_a_year() -> None:
    groups = (
        Segment(name="nhỏ", share=Fraction(3, 4), compliance_rate=HALF, hourly_income=Money(8)),
        Segment(name="lớn", share=Fraction(1, 4)),
    )
    given = attrs.evolve(PARAMETERS, hourly_income={"subject": Money(40), "agency": Money(1)}, segments=groups)
    norms = Norms(
        norms=(
            Norm(element="learn", hours=1),
            Norm(element="learn", hours=2, segment="LỚN"),
            Norm(element="submit", hours=4, performer="agency"),
        )
    )
    everybody = attrs.evolve(VN_TT02_2017, id="own", performers=frozenset({"subject", "agency"}))
    table = compliance_cost(PLAIN, norms, given, convention=everybody)
    assert dict(table.by("segment", "actor")) == {
        ("nhỏ", "subject"): Money(6),
        ("lớn", "subject"): Money(20),
        ("nhỏ", "agency"): Money(3),
        ("lớn", "agency"): Money(1),
    }
    assert table.per_year == Money(10_000 * Fraction(6 + 3, 2) + 10_000 * (20 + 1))
    assert {str(note) for note in table.noted} >= {
        "mỗi hồ sơ là bình quân của các nhóm đối tượng: nhỏ; lớn",
    }


def test_what_one_segment_has_no_norm_for_is_unpriced() -> None:
    norms = Norms(
        norms=(
            Norm(element="learn", hours=1, segment="Nhỏ"),
            Norm(element="travel", hours=1, segment="lớn", covers=("queue", "submit")),
            Norm(element="submit", hours=1, segment="nhỏ"),
            Norm(element="inspection", hours=1, segment="lớn"),
        ),
        visits={"direct": 1},
    )
    given = attrs.evolve(PARAMETERS, segments=GROUPS)
    one = procedure(fees=())
    table = compliance_cost(one, norms, given)
    assert [(gap.activity, gap.segment) for gap in table.unpriced] == [
        ("learn", "lớn"),
        ("travel", "nhỏ"),
        ("queue", "nhỏ"),
        ("receive", ""),
    ]
    assert str(table.unpriced[0]) == "tìm hiểu thủ tục: trực tiếp, lớn (chưa có định mức)"
    with pytest.raises(MissingInputError, match=r"learn what is asked: direct, lớn \(no norm\)"):
        compliance_cost(one, norms, given, strict=True)
    nobody = (attrs.evolve(GROUPS[0], share=1), attrs.evolve(GROUPS[1], share=0))
    of_none = compliance_cost(one, norms, attrs.evolve(given, segments=nobody))
    assert {gap.segment for gap in of_none.unpriced} == {""}
    assert set(of_none.by("segment")) == {"nhỏ"}


def test_a_norm_for_a_segment_that_there_is_not_is_refused() -> None:
    norms = Norms(norms=(Norm(element="learn", hours=1), Norm(element="learn", hours=2, segment="vừa")))
    expected = r"norms\[1\]\.segment: expected a segment of the parameters \(nhỏ; lớn\), got 'vừa'"
    with pytest.raises(MalformedError, match=expected):
        compliance_cost(PLAIN, norms, attrs.evolve(PARAMETERS, segments=GROUPS))
    with pytest.raises(MalformedError, match=r"norms\[1\]\.segment: expected None: there are no segments, got 'vừa'"):
        compliance_cost(PLAIN, norms, PARAMETERS)


def test_what_is_covered_for_one_paper_has_no_price_for_the_other() -> None:
    papers = (Document(name="Giấy A", copies=1), Document(name="Giấy B", copies=1))
    covering = Norm(element="document", hours=1, what="Giấy A", covers=("copy",))
    rest = Norm(element="document", hours=1)
    table = compliance_cost(procedure(*papers, fees=()), Norms(norms=(covering, rest)), PARAMETERS)
    assert [gap.what for gap in table.unpriced if gap.activity == "copy"] == ["Giấy B"]
    both = (covering, rest, Norm(element="copy", hours=1, what="Giấy B"))
    assert acts(procedure(*papers, fees=()), both)["copy", "Giấy B"] == 1
    whole = Norm(element="learn", hours=1, covers=("copy",))
    table = compliance_cost(procedure(*papers, fees=()), Norms(norms=(whole, rest)), PARAMETERS)
    assert "copy" not in {gap.activity for gap in table.unpriced}


def test_what_is_covered_is_not_priced_again() -> None:
    coded = Document(name="Giấy A", code="G1", copies=1)
    by_two_names = (
        Norm(element="document", hours=1, what="Giấy A", covers=("copy",)),
        Norm(element="copy", hours=1, what="G1"),
    )
    with pytest.raises(MalformedError, match=r"norms\[1\]: expected an act that norms\[0\] does not cover, got 'copy'"):
        acts(procedure(coded, fees=()), by_two_names)
    for_two = (
        Norm(element="learn", hours=1, covers=("receive",)),
        Norm(element="receive", hours=1, performer="citizen"),
    )
    with pytest.raises(MalformedError, match=r"norms\[1\]: expected an act that norms\[0\] does not cover"):
        acts(procedure(fees=()), for_two, subject="citizen")


def test_norms_for_citizens_and_for_businesses_stand_in_one_table() -> None:
    norms = Norms(
        norms=(
            Norm(element="learn", hours=1),
            Norm(element="learn", hours=2, performer="citizen"),
            Norm(element="learn", hours=4, performer="business"),
        )
    )
    with pytest.raises(MissingInputError, match=r"parameters\.subject: there are norms for business, citizen, subject"):
        compliance_cost(PLAIN, norms, PARAMETERS)
    for subject, hours in (("citizen", 2), ("business", 4)):
        table = compliance_cost(PLAIN, norms, attrs.evolve(PARAMETERS, subject=subject))
        assert table.hours == hours
        assert {cell.actor for cell in table.cells} == {subject}
    alone = compliance_cost(PLAIN, attrs.evolve(norms, norms=norms.norms[1:2]), PARAMETERS)
    assert {(cell.actor, cell.hours) for cell in alone.cells} == {("citizen", 2)}


# ── fees ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def fees(*due: Fee | Unparsed, pay: bool = False, **parameters: Any) -> CostTable:
    norms = Norms(norms=(Norm(element="pay", hours=1),) if pay else (), visits={"direct": 0})
    return compliance_cost(procedure(fees=due), norms, attrs.evolve(PARAMETERS, **parameters))


def why(table: CostTable) -> set[str]:
    return {gap.why for gap in table.unpriced if gap.activity == "fee"}


def test_a_fee_goes_from_the_subject_to_the_state() -> None:
    charge = Fee(kind="amount", amount=Money(5), category="phí", per="hồ sơ")
    table = fees(FEE, charge, Fee(kind="free"), subject="business")
    assert dict(table.by("step")) == {"lệ phí": Money(100_000), "phí": Money(5)}
    assert dict(table.by("payer", "payee")) == {("business", "agency"): Money(100_005)}
    assert [cell.source for cell in table.cells] == ["Lệ phí: 100.000 đồng", "Phí: 5 đồng/hồ sơ"]
    assert why(table) == set()
    assert fees().cells == fees(Fee(kind="free")).cells == ()


@pytest.mark.parametrize(
    ("fee", "reason"),
    [
        (Fee(kind="at_most", amount=Money(5)), "fee_not_fixed"),
        (Fee(kind="range", at_least=Money(1), amount=Money(5)), "fee_not_fixed"),
        (Fee(kind="rate", rate=Fraction(1, 1000)), "fee_not_fixed"),
        (Fee(kind="delegated"), "fee_not_fixed"),
        (Fee(kind="amount", amount=Money(8000), per="bản sao"), "fee_per_unit"),
        (Fee(kind="amount", amount=Money(5, "USD")), "other_currency"),
        (Unparsed("Phí : Đồng"), "unreadable"),
    ],
)
def test_an_open_fee_is_listed_or_takes_the_callers_figure(fee: Any, reason: str) -> None:
    table = fees(fee, pay=True)
    assert why(table) == {reason}
    assert table.per_dossier == Money(40_000)  # the time to pay it
    words = fee.text if type(fee) is Unparsed else str(fee)
    figure = FeeFigure(price=Money(70), fee=words, source="thông tư")
    table = fees(fee, FEE, fees=(figure,))
    assert why(table) == set()
    assert table.per_dossier == Money(100_070)
    assert (table.cells[0].norm, table.cells[0].source) == ("parameters.fees[0]", "thông tư")


def test_several_fees_of_one_category_are_not_guessed_at() -> None:
    other = Fee(kind="amount", amount=Money(50_000), category="lệ phí", note="cấp lại")
    assert why(fees(FEE, other)) == {"no_single_fee"}
    chosen = FeeFigure(price=Money(50_000))
    table = fees(FEE, other, fees=(chosen,))
    assert table.per_dossier == Money(50_000)
    assert why(table) == set()


def test_the_most_specific_figure_holds() -> None:
    cases = (Case(name="Cấp mới", documents=()), Case(name="Cấp lại", documents=()))
    one = attrs.evolve(procedure(channels=("direct", "online")), cases=cases)
    figures = (
        FeeFigure(price=Money(1)),
        FeeFigure(price=Money(2), channel="online"),
        FeeFigure(price=Money(3), case="cấp mới"),
        FeeFigure(price=Money(9), case="Cấp lại"),
    )
    given = attrs.evolve(PARAMETERS, fees=figures, channel_shares=ONLINE)
    table = compliance_cost(one, Norms(norms=()), given, case="Cấp mới")
    assert {cell.channel: cell.unit for cell in table.cells} == {"direct": 3, "online": 2}


def test_a_figure_for_a_fee_that_is_not_there_is_refused() -> None:
    figures = (FeeFigure(price=Money(1)), FeeFigure(price=Money(1), fee="Phí thẩm định", case="Cấp đổi"))
    with pytest.raises(MalformedError) as caught:
        fees(FEE, fees=figures)
    assert [(fault.field, fault.value) for fault in caught.value.faults] == [
        ("fees[1].fee", "Phí thẩm định"),
        ("fees[1].case", "Cấp đổi"),
    ]


def test_a_fee_is_that_of_the_day() -> None:
    until = Interval(None, dt.date(2027, 1, 1))
    half = Fee(kind="amount", amount=Money(50_000), category="lệ phí", validity=until)
    with pytest.raises(MissingInputError, match=r"parameters\.on: a fee of the procedure holds for some days only"):
        fees(FEE, half)
    assert fees(FEE, half, on=dt.date(2026, 11, 22)).per_dossier == Money(50_000)
    assert fees(FEE, half, on=dt.date(2027, 11, 22)).per_dossier == Money(100_000)
    assert why(fees(half, on=dt.date(2027, 11, 22))) == {"not_due"}


def test_fees_that_are_not_stated_or_differ_are_listed() -> None:
    silent = procedure(fees=None)
    assert why(compliance_cost(silent, LEARN, PARAMETERS)) == {"not_stated"}
    assert why(compliance_cost(attrs.evolve(silent, methods=None), LEARN, PARAMETERS)) == {"not_stated"}
    two = attrs.evolve(silent, methods=(Method(channel="direct", fees=(FEE,)), Method(channel="direct", fees=())))
    assert why(compliance_cost(two, LEARN, PARAMETERS)) == {"no_single_fee"}


def test_a_convention_without_fees_says_so() -> None:
    german = attrs.evolve(PARAMETERS, subject="business")
    norms = Norms(norms=(Norm(element="pay", hours=1),), business_as_usual=0)
    table = compliance_cost(procedure(), norms, german, convention=GERMANY_ERFUELLUNGSAUFWAND)
    assert table.per_dossier == Money(40_000)
    assert "quy ước không tính phí, lệ phí" in set(map(str, table.noted))
    free = compliance_cost(procedure(fees=()), norms, german, convention=GERMANY_ERFUELLUNGSAUFWAND)
    assert free.cells == ()
    assert "fees_left_out" not in {note.kind for note in free.noted}


# ── spreads ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_cell_names_every_spread_that_it_is_the_mean_of() -> None:
    wide = Spread(low=1, high=3)
    income = HourlyIncome(price=Price(wide))
    norms = Norms(
        norms=(
            Norm(element="learn", hours=wide, outlay=Price(wide), times=wide),
            Norm(element="submit", hours=1, tariff=Price(wide)),
            Norm(element="receive", hours=1, one_off=True),
        )
    )
    given = attrs.evolve(
        PARAMETERS,
        hourly_income=income,
        times_per_year=wide,
        subjects_per_year=wide,
        fees=(FeeFigure(price=Price(wide)),),
    )
    table = compliance_cost(procedure(), norms, given, convention=attrs.evolve(VN_TT02_2017, id="o", one_off="apart"))
    volume = {"parameters.times_per_year", "parameters.subjects_per_year"}
    paths = {(cell.activity, cell.kind): {path for path, _ in cell.uncertain} for cell in table.cells}
    assert paths == {
        ("learn", "time"): {"norms[0].times", "norms[0].hours", "parameters.hourly_income['subject']"} | volume,
        ("learn", "cash"): {"norms[0].times", "norms[0].outlay"} | volume,
        ("submit", "time"): {"norms[1].tariff"} | volume,
        ("receive", "time"): {"parameters.hourly_income['subject']", "parameters.subjects_per_year"},
        ("fee", "fee"): {"parameters.fees[0].price"} | volume,
    }
    segment = Segment(name="mọi", share=1, hourly_income=income)
    one = compliance_cost(PLAIN, LEARN, attrs.evolve(PARAMETERS, segments=(segment,)))
    assert one.cells[0].uncertain == (("parameters.segments['mọi'].hourly_income", wide),)

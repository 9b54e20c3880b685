"""Agendas: the chain from the Party committee's direction to a unit's results, checked, traced and summed."""

import datetime as dt
import pkgutil
from fractions import Fraction
from importlib import import_module
from typing import Any

import pytest

from tthc import programmes
from tthc.dated import Interval
from tthc.errors import MalformedError, NotFoundError
from tthc.identifiers import AgencyCode, LegalNumber, ProcedureCode
from tthc.programmes import (
    Agenda,
    Base,
    Body,
    Delivered,
    Directive,
    Lead,
    Observation,
    Programme,
    Target,
    Task,
    TaskStatus,
    Term,
    contributions,
    trace,
)
from tthc.text import Unparsed

DAY = dt.date(2025, 9, 1)
PROVINCE = AgencyCode(("H26",))
BIRTH, MARRIAGE = ProcedureCode("1.001193"), ProcedureCode("1.000894")


def _agenda() -> Agenda:
    """Return the chain of a province: Party committee, people's committee, department, commune."""
    cut = Delivered(
        procedure=BIRTH,
        measure="bỏ giấy chứng sinh",
        document=LegalNumber.parse("12/QĐ-UBND"),
        stage="enacted",
        on=dt.date(2025, 6, 20),
        amounts={"cost": 120_000_000, "days": 2},
    )
    more = Delivered(procedure=BIRTH, stage="enacted", amounts={"cost": 30_000_000})
    draft = Delivered(procedure=MARRIAGE, what="phương án", stage="planned", amounts={"conditions": 3})
    done = TaskStatus(step="done", on=dt.date(2025, 6, 20))
    return Agenda(
        terms=(
            Term(id="xiii", name="Khóa XIII", kind="party"),
            Term(id="nk2020", name="Nhiệm kỳ 2020–2025", kind="party", parent="xiii"),
        ),
        bodies=(
            Body(
                id="tu",
                name="Thành ủy",
                kind="party",
                level="provincial",
                counterpart=PROVINCE,
                leads=(Lead(role="Bí thư", person="A"),),
            ),
            Body(
                id="ub",
                name="Ủy ban nhân dân thành phố",
                name_en="People's Committee",
                level="provincial",
                agency=PROVINCE,
                leads=(
                    Lead(role="Chủ tịch", person="B", interval=Interval(None, dt.date(2025, 7, 1))),
                    Lead(role="Chủ tịch", person="A", interval=Interval(dt.date(2025, 7, 1))),
                ),
            ),
            Body(id="stp", name="Sở Tư pháp", parent="ub", leads=(Lead(role="Giám đốc"),)),
            Body(id="xa", name="Ủy ban nhân dân xã", level="commune", parent="ub"),
        ),
        directives=(
            Directive(
                id="nq1",
                objective="Cắt giảm 30 % chi phí tuân thủ",
                document=LegalNumber.parse("01-NQ/TU"),
                body="tu",
                date=dt.date(2025, 1, 15),
                term="nk2020",
            ),
            Directive(id="ct2", document=Unparsed("Chỉ thị của Chủ tịch"), body="ub", parent="nq1"),
        ),
        programmes=(
            Programme(id="kh1", kind="plan", name="Kế hoạch của thành phố", owner="ub", directives=("nq1",)),
            Programme(
                id="kh2",
                kind="plan",
                name="Kế hoạch của Sở",
                owner="stp",
                directives=("ct2",),
                part_of="kh1",
                validity=Interval.through(dt.date(2025, 1, 1), dt.date(2025, 12, 31)),
                targets=(Target(id="mt1", metric="cost", threshold=Fraction(3, 10)),),
                tasks=(
                    Task(
                        id="nv1",
                        name="Rà soát khai sinh",
                        owner="stp",
                        role="Trưởng phòng",
                        supporting=("xa",),
                        deadline=dt.date(2025, 6, 30),
                        targets=("mt1",),
                        statuses=(done,),
                        results=(cut,),
                    ),
                    Task(id="nv1a", part_of="nv1", owner="xa", results=(more,)),
                    Task(id="nv2", owner="stp", deadline=dt.date(2025, 8, 31), results=(draft,)),
                ),
            ),
        ),
        tasks=(Task(id="nv9"),),
    )


def test_a_task_leads_up_to_its_direction() -> None:
    found = trace(_agenda(), "nv1", on=DAY)
    assert [(link.depth, link.id) for link in found.up] == [(1, "kh2"), (2, "ct2"), (2, "kh1"), (3, "nq1")]
    assert found.directives == ("ct2", "nq1")
    assert found.tasks == ("nv1", "nv1a")
    assert dict(found.enacted) == {"cost": 150_000_000, "days": 2}
    assert not found.planned
    assert repr(found) == "<Trace of task nv1: 4 above, 1 below>"
    assert str(found).splitlines() == [
        "Chỉ đạo nq1: 01-NQ/TU, Cắt giảm 30 % chi phí tuân thủ [Thành ủy, Bí thư (A), Nhiệm kỳ 2020–2025]; 15/01/2025",
        "  Kế hoạch, chương trình kh1: Kế hoạch của thành phố [Ủy ban nhân dân thành phố, Chủ tịch (A)]",
        "  Chỉ đạo ct2: Chỉ thị của Chủ tịch [Ủy ban nhân dân thành phố, Chủ tịch (A)]",
        "    Kế hoạch, chương trình kh2: Kế hoạch của Sở [Sở Tư pháp, Giám đốc]; 31/12/2025",
        "      Nhiệm vụ nv1: Rà soát khai sinh [Sở Tư pháp, Trưởng phòng]; 30/06/2025; hoàn thành đúng hạn",
        "        → 1.001193, bỏ giấy chứng sinh, 12/QĐ-UBND: 120.000.000 đồng/năm, 2 ngày (đã ban hành)",
        "        Nhiệm vụ nv1a [Ủy ban nhân dân xã]; đang thực hiện, trong hạn",
        "          → 1.001193: 30.000.000 đồng/năm (đã ban hành)",
        "Đã ban hành: 150.000.000 đồng/năm, 2 ngày",
    ]


def test_a_direction_leads_down_to_results() -> None:
    found = trace(_agenda(), "nq1", on=DAY)
    assert [(link.depth, link.id) for link in found.down] == [
        (1, "kh1"), (2, "kh2"), (3, "nv1"), (4, "nv1a"), (3, "nv2"), (1, "ct2"),
    ]  # fmt: skip
    assert dict(found.enacted) == {"cost": 150_000_000, "days": 2}
    assert dict(found.planned) == {"conditions": 3}
    assert found.display("en").endswith("Enacted: 150,000,000 đồng a year, 2 days\nPlanned: 3 conditions")
    assert [row["step"] for row in trace(_agenda(), "kh2", on=DAY).rows] == [-2, -1, -1, 0, 1, 2, 1]
    assert found.rows[0]["answers"] == "Bí thư (A)"
    # Before the results were there, and under the head of those days.
    early = trace(_agenda(), "kh1", on=dt.date(2025, 6, 1))
    assert dict(early.enacted) == {"cost": 30_000_000}
    assert early.here.answers == "Chủ tịch (B)"


def test_a_task_outside_any_plan_leads_nowhere() -> None:
    found = trace(_agenda(), "nv9", on=DAY)
    assert (found.up, found.down, found.directives) == ((), (), ())
    with pytest.raises(NotFoundError, match="directive, programme or task"):
        trace(_agenda(), "nv10", on=DAY)


def test_a_part_of_a_task_in_another_plan_leads_up_both_ways() -> None:
    agenda = _agenda().with_records(
        programmes=[Programme(id="kh3", kind="plan", tasks=(Task(id="nv3", part_of="nv2"),))],
        tasks=[Task(id="nv4", part_of="nv3")],
    )
    assert [link.id for link in trace(agenda, "nv3", on=DAY).up] == ["nv2", "kh3", "kh2", "ct2", "kh1", "nq1"]
    assert [link.id for link in trace(agenda, "kh3", on=DAY).down] == ["nv3", "nv4"]
    home = agenda.home(agenda.task("nv4"))
    assert home is not None
    assert home.id == "kh3"


def test_a_long_chain_of_parts_is_walked_once() -> None:
    parts = [Task(id=f"p{i}", part_of=f"p{i - 1}") for i in range(1, 3000)]
    plan = Programme(id="kh", tasks=(Task(id="p0"),))
    agenda = Agenda(programmes=(plan,), tasks=(*reversed(parts), Task(id="q0"), Task(id="q1", part_of="q0")))
    assert agenda.home(agenda.task("p2999")) is plan
    assert len(trace(agenda, "p2999", DAY).up) == 3000
    assert agenda.home(agenda.task("q1")) is None


def test_what_stands_where() -> None:
    agenda = _agenda()
    assert repr(agenda) == "<Agenda: 2 directives, 2 programmes, 4 tasks>"
    assert len(agenda) == len(list(agenda)) == len(agenda.rows) == 4
    assert agenda.rows[1]["level"] == "commune"
    assert agenda.rows[3] == {
        "task": "nv9", "name": "", "programme": None, "owner": None, "level": None, "role": "", "product": "",
        "deadline": None, "results": 0,
    }  # fmt: skip
    assert agenda.level_of("stp") == "provincial"
    assert agenda.level_of("nobody") is None
    assert Agenda(bodies=(Body(id="a"),)).level_of("a") is None
    assert agenda.term("xiii").name == "Khóa XIII"
    assert agenda.programme("kh2").task("nv1") is agenda.task("nv1")
    assert agenda.programme("kh2").target("mt1").metric == "cost"
    assert [one.id for one in agenda.passed_on("nq1")] == ["ct2"]
    assert [one.id for one in agenda.parts_of("kh1")] == ["kh2"]
    assert [one.id for one in agenda.subtasks_of("nv1")] == ["nv1a"]
    for look, one in ((agenda.body, "x"), (agenda.programme("kh2").task, "x"), (agenda.programme("kh2").target, "x")):
        with pytest.raises(NotFoundError, match="'x'"):
            look(one)


def test_one_person_may_hold_two_offices() -> None:
    agenda = _agenda()
    offices = agenda.offices("A", DAY)
    assert [(office.body.id, office.lead.role) for office in offices] == [("tu", "Bí thư"), ("ub", "Chủ tịch")]
    assert [office.body.id for office in agenda.offices("A", dt.date(2025, 6, 1))] == ["tu"]
    assert agenda.offices("", DAY) == ()
    assert agenda.counterpart(agenda.body("tu")) is agenda.body("ub")
    assert agenda.counterpart(agenda.body("ub")) is agenda.body("tu")
    assert agenda.counterpart(agenda.body("stp")) is None


def test_the_head_on_a_day_is_the_latest_to_begin() -> None:
    body = _agenda().body("ub")
    first, second = body.lead(dt.date(2025, 6, 30)), body.lead(dt.date(2025, 7, 1))
    assert first is not None
    assert second is not None
    assert (first.person, second.person) == ("B", "A")
    assert body.display("en") == "People's Committee"
    assert (str(Body(id="x")), Body(id="x").display("en")) == ("x", "x")
    both = Body(id="x", leads=(Lead(role="a"), Lead(role="b", interval=Interval(dt.date(2020, 1, 1)))))
    assert str(both.lead(DAY)) == "b"


def test_contributions_by_body_and_up_to_the_direction() -> None:
    agenda = _agenda()
    table = contributions(agenda, DAY)
    with pytest.raises(ValueError, match="by: expected one of body, organisation, level, programme, directive, got"):
        contributions(agenda, DAY, by="unit")  # type: ignore[arg-type]
    assert dict(table.of("stp")) == {"cost": 120_000_000, "days": 2}
    assert dict(table.of("xa")) == {"cost": 30_000_000}
    assert not table.of("tu")
    assert (table.total.results, table.total.procedures, table.total.measures) == (2, 1, 1)
    assert dict(contributions(agenda, on=DAY, by="organisation").of("ub")) == {"cost": 150_000_000, "days": 2}
    assert dict(contributions(agenda, on=DAY, by="programme").of("kh2")) == {"cost": 150_000_000, "days": 2}
    levels = contributions(agenda, on=DAY, by="level")
    assert {unit.unit: unit.name for unit in levels.units} == {"provincial": "provincial", "commune": "commune"}
    assert dict(contributions(agenda, on=DAY, stage="planned").of("stp")) == {"conditions": 3}
    assert dict(contributions(agenda, on=dt.date(2025, 6, 1)).total.amounts) == {"cost": 30_000_000}


def test_a_result_of_two_directions_is_shown_twice_and_counted_once() -> None:
    table = contributions(_agenda(), on=DAY, by="directive")
    assert table.of("nq1") == table.of("ct2") == table.total.amounts
    assert dict(table.total.amounts) == {"cost": 150_000_000, "days": 2}
    assert not table.adds_up
    assert "các dòng cộng lại lớn hơn tổng" in str(table)
    assert "the lines add up to more" in table.display("en")
    assert [row["by"] for row in table.rows] == ["directive"] * 4 + ["total"] * 2
    assert repr(table) == "<Contributions by directive on 2025-09-01: 2 units, 2 results>"
    name = {unit.unit: unit.name for unit in table.units}
    assert name == {"ct2": "", "nq1": "Cắt giảm 30 % chi phí tuân thủ"}


def test_results_of_nobody_have_a_line_of_their_own() -> None:
    loose = Task(id="nv1", results=(Delivered(stage="enacted"),))
    agenda = Agenda(tasks=(loose,))
    for by in ("body", "organisation", "level", "programme", "directive"):
        table = contributions(agenda, on=DAY, by=by)
        assert [(unit.unit, unit.results) for unit in table.units] == [("", 1)]
    assert contributions(agenda, on=DAY).rows[0]["metric"] is None
    assert str(contributions(agenda, on=DAY)).splitlines()[1] == "  ?: 1 kết quả, 0 thủ tục"
    assert contributions(agenda, on=DAY).total.display("en") == "?: 1 results, 0 procedures"


def test_metrics_that_do_not_add_up_are_no_amounts_of_a_result() -> None:
    for metric in ("mean_saving", "worst_procedure", "processing_time"):
        with pytest.raises(MalformedError, match="add up"):
            Delivered(amounts={metric: Fraction(1, 2)})  # type: ignore[dict-item]
    with pytest.raises(MalformedError, match="amounts"):
        Delivered(amounts={"cost": 0.5})  # type: ignore[dict-item]
    with pytest.raises(MalformedError, match="amounts"):
        Delivered(amounts=[("cost", 1)])  # type: ignore[arg-type]


def test_results_in_words() -> None:
    assert str(Delivered()) == "kết quả"
    assert Delivered(document=Unparsed("Quyết định"), stage="planned").display("en") == "Quyết định (planned)"


def test_states_of_a_task() -> None:
    step, due = TaskStatus, dt.date(2025, 6, 30)
    done, back = step(step="done", on=dt.date(2025, 6, 20)), step(step="returned", on=dt.date(2025, 7, 5))
    task = Task(id="n", deadline=due, statuses=(done, back, step(step="done", on=dt.date(2025, 7, 20))))
    assert [task.state(dt.date(2025, 6, day)) for day in (1, 20)] == ["open", "on_time"]
    assert [task.state(dt.date(2025, 7, day)) for day in (4, 5, 20)] == ["on_time", "overdue", "late"]
    assert task.done_on(dt.date(2025, 7, 20)) == dt.date(2025, 7, 20)
    assert task.step(dt.date(2025, 1, 1)) is None
    twice = Task(id="n", statuses=(done, step(step="done", on=dt.date(2025, 7, 1))))
    assert (twice.state(DAY), twice.done_on(DAY)) == ("done", dt.date(2025, 6, 20))
    assert Task(id="n", statuses=(step(step="cancelled", on=due),)).state(DAY) == "stopped"
    assert Task(id="n").state(DAY) == "open"
    assert repr(task) == "<Task n '': 0 results>"


def test_all_faults_stand_in_one_error() -> None:
    with pytest.raises(MalformedError) as caught:
        Agenda(
            terms=(Term(id="t", parent="t"), Term(id="t")),
            bodies=(Body(id="b", parent="c"), Body(id="b")),
            directives=(
                Directive(id="d", body="x", term="y", parent="z"),
                Directive(id="e", parent="f"),
                Directive(id="f", parent="e"),
                Directive(id="same"),
            ),
            programmes=(
                Programme(id="p", owner="x", part_of="q", directives=("x",), targets=(Target(id="mt"),)),
                Programme(id="p", tasks=(Task(id="same"),), targets=(Target(id="mt"),)),
                Programme(id="same"),
            ),
            tasks=(Task(id="n", owner="x", part_of="y", supporting=("x",), targets=("z",)), Task(id="n")),
        )
    faults = [(fault.field, fault.value) for fault in caught.value.faults]
    assert faults == [
        ("terms", "t"),
        ("bodies", "b"),
        ("tasks", "n"),
        ("programmes", "p"),
        ("programmes", "same"),
        ("tasks", "same"),
        ("tasks", "same"),
        ("targets", "mt"),
        ("b.parent", "c"),
        ("d.body", "x"),
        ("d.term", "y"),
        ("d.parent", "z"),
        ("p.owner", "x"),
        ("p.part_of", "q"),
        ("p.directives", "x"),
        ("n.owner", "x"),
        ("n.part_of", "y"),
        ("n.supporting", "x"),
        ("n.targets", "z"),
        ("directives", "e → f → e"),
    ]


@pytest.mark.parametrize(
    ("kind", "fields", "name"),
    [
        (Term, {"id": ""}, "id"),
        (Lead, {"role": ""}, "role"),
        (Body, {"id": "x", "counterpart": PROVINCE}, "counterpart"),
        (Body, {"id": "x", "level": "province"}, "level"),
        (Directive, {"id": ""}, "id"),
        (Task, {"id": "n", "deadline": "2025-06-30"}, "deadline"),
        (Task, {"id": "n", "statuses": [TaskStatus(step="done", on=DAY)]}, "statuses"),
        (TaskStatus, {"step": "finished", "on": DAY}, "step"),
        (Programme, {"id": "p", "tasks": (Task(id="n"), Task(id="n"))}, "tasks"),
        (Programme, {"id": "p", "targets": (Target(id="n"), Target(id="n"))}, "targets"),
        (Agenda, {"tasks": [Task(id="n")]}, "tasks"),
    ],
)
def test_malformed_records_are_refused(kind: Any, fields: dict[str, Any], name: str) -> None:
    with pytest.raises(MalformedError, match=name):
        kind(**fields)


def test_the_card_of_a_programme() -> None:
    plan = Programme(
        id="p",
        kind="plan",
        name="Kế hoạch",
        name_en="Plan",
        document=LegalNumber.parse("5/KH-UBND"),
        issued=dt.date(2025, 1, 2),
        validity=Interval(dt.date(2025, 1, 1)),
        tasks=(Task(id="n"),),
        targets=(Target(id="t", metric="conditions", threshold=Fraction(3, 10)),),
        figures=(
            Observation(metric="conditions", part=5, base=Base(count=10), on=dt.date(2025, 5, 1)),
            Observation(metric="conditions", part=1, base=Base(count=10)),
        ),
    )
    assert str(plan).splitlines() == [
        "Kế hoạch: Kế hoạch (5/KH-UBND)",
        "  ban hành 02/01/2025",
        "  thời gian: từ 01/01/2025",
        "  Mục tiêu:",
        "    t: điều kiện kinh doanh được cắt giảm, đơn giản hóa: ít nhất 30 %",
        "  Số liệu:",
        "    điều kiện kinh doanh được cắt giảm, đơn giản hóa: 1/10 điều kiện (10,0 %)",
        "    01/05/2025: điều kiện kinh doanh được cắt giảm, đơn giản hóa: 5/10 điều kiện (50,0 %)",
        "  Số nhiệm vụ: 1",
    ]
    assert plan.display("en").splitlines()[:3] == [
        "plan: Plan (5/KH-UBND)",
        "  issued 02/01/2025",
        "  time: 01/01/2025–",
    ]
    assert str(Programme(id="p")) == "Chương trình: p"
    assert [figure.part for figure in plan.figures_of("conditions", dt.date(2025, 1, 1))] == [1]
    assert [figure.part for figure in plan.figures_of("conditions")] == [1, 5]
    assert Programme(id="p").display("en") == "programme: p"
    assert str(Term(id="t")) == "t, không thời hạn"


def test_modules_list_their_names() -> None:
    inside = [found.name for found in pkgutil.iter_modules(programmes.__path__, "tthc.programmes.")]
    for name in ("tthc.programmes", "tthc.reference.programmes", *inside):
        module = import_module(name)
        assert dir(module) == sorted(module.__all__)

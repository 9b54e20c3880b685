"""What an audit finds, and what it leaves in peace."""

import datetime as dt
from fractions import Fraction
from typing import Any

import attrs
import pytest

from tthc.dated import Interval
from tthc.findings import Finding, Severity
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
    audit,
)
from tthc.programmes._audit_messages import MESSAGES

DAY = dt.date(2025, 12, 21)
OLD, NEW = Base(count=7806, as_of=dt.date(2025, 8, 24)), Base(count=6974, as_of=dt.date(2025, 10, 4))
DUE = dt.date(2025, 6, 30)


def _sound() -> Agenda:
    """Return an agenda in which there is nothing to find."""
    target = Target(id="mt", metric="conditions", threshold=Fraction(3, 10), base=NEW, due=DUE)
    figure = Observation(metric="conditions", part=2269, base=NEW, on=DUE, stated="32,5")
    task = Task(
        id="nv1",
        owner="stp",
        deadline=DUE,
        statuses=(TaskStatus(step="assigned", on=dt.date(2025, 3, 1)), TaskStatus(step="done", on=DUE)),
        results=(Delivered(stage="enacted", on=DUE),),
    )
    return Agenda(
        terms=(
            Term(id="xiii", interval=Interval(dt.date(2021, 1, 1), dt.date(2026, 1, 1))),
            Term(id="nk", interval=Interval(dt.date(2021, 1, 1), dt.date(2025, 10, 1)), parent="xiii"),
        ),
        bodies=(
            Body(id="tu", leads=(Lead(role="Bí thư"),)),
            Body(id="stp", leads=(Lead(role="Giám đốc"),)),
            Body(id="x"),
        ),
        directives=(
            Directive(id="nq0", date=dt.date(2025, 1, 1)),
            Directive(id="nq1", body="tu", date=dt.date(2025, 1, 2), parent="nq0", term="nk"),
        ),
        programmes=(
            Programme(
                id="kh1",
                kind="plan",
                issued=dt.date(2025, 2, 1),
                validity=Interval(dt.date(2025, 2, 1), dt.date(2026, 1, 1)),
                owner="stp",
                directives=("nq1",),
                tasks=(task,),
                targets=(target,),
                figures=(figure,),
            ),
        ),
    )


def _codes(agenda: Agenda, on: dt.date = DAY) -> list[str]:
    return sorted(finding.code for finding in audit(agenda, on=on))


def _only(agenda: Agenda, code: str, on: dt.date = DAY) -> Finding:
    found = [finding for finding in audit(agenda, on=on) if finding.code == code]
    assert len(found) == 1
    return found[0]


def _with_task(**fields: Any) -> Agenda:
    agenda = _sound()
    plan = agenda.programmes[0]
    return agenda.with_records(programmes=[attrs.evolve(plan, tasks=(attrs.evolve(plan.tasks[0], **fields),))])


def _with_plan(**fields: Any) -> Agenda:
    agenda = _sound()
    return agenda.with_records(programmes=[attrs.evolve(agenda.programmes[0], **fields)])


def test_codes_are_in_order_and_in_their_block() -> None:
    assert [message.code for message in MESSAGES] == [f"TTHC{n}" for n in range(930, 950)]


def test_nothing_is_found_in_a_sound_agenda() -> None:
    assert _codes(_sound()) == []


def test_an_orphan_task() -> None:
    finding = _only(_with_plan(directives=()), "TTHC930")
    assert (finding.subject, finding.where()) == ("nv1", "$.programmes[0].tasks[0]")
    assert _codes(_sound().with_records(tasks=[Task(id="nv2", owner="stp", deadline=DAY)])) == ["TTHC930"]


def test_a_direction_that_nobody_carried_into_a_plan() -> None:
    alone = _sound().with_records(directives=[Directive(id="nq2", date=dt.date(2025, 6, 1))])
    assert _only(alone, "TTHC931").subject == "nq2"
    assert _codes(alone, dt.date(2025, 5, 31)) == []  # it is not there yet
    assert _codes(_sound().with_records(directives=[Directive(id="nq2")])) == ["TTHC931"]


def test_a_task_without_an_owner_and_its_result_of_nobody() -> None:
    agenda = _with_task(owner=None)
    assert _codes(agenda) == ["TTHC932", "TTHC937"]
    assert _only(agenda, "TTHC937").text("en") == "1 results are credited to nobody, as the task has no owner"
    assert _codes(_with_task(owner=None, results=(), statuses=()), dt.date(2025, 6, 1)) == ["TTHC932"]


def test_a_task_past_its_deadline() -> None:
    agenda = _with_task(statuses=())
    assert _codes(agenda, DUE) == []
    late = _only(agenda, "TTHC933", dt.date(2025, 7, 2))
    assert (late.severity, late.text()) == (Severity.ERROR, "quá hạn 2 ngày, chưa hoàn thành (hạn 30/06/2025)")


def test_gaps_of_a_task() -> None:
    assert _codes(_with_task(deadline=None)) == ["TTHC935"]
    assert _codes(_with_task(results=())) == ["TTHC936"]


def test_targets_without_threshold_metric_or_base() -> None:
    def with_target(**fields: Any) -> Agenda:
        return _with_plan(targets=(Target(id="mt", **fields),))

    assert _codes(with_target(metric="conditions", base=NEW, due=DUE)) == ["TTHC934"]
    nothing = _only(with_target(threshold=Fraction(3, 10)), "TTHC938")
    assert nothing.text("en") == "the target names no metric: at least 30 % of what"
    assert _codes(with_target(metric="cost", threshold=Fraction(3, 10))) == ["TTHC939"]
    assert _codes(with_target(metric="cost", threshold=Fraction(3, 10), base=Base(count=1))) == ["TTHC939"]
    assert _codes(with_target(metric="cost", threshold=5, measured="amount")) == []
    assert _codes(with_target(metric="mean_saving", threshold=Fraction(3, 10))) == []
    dated = Base(as_of=dt.date(2024, 12, 31))
    assert _codes(with_target(metric="cost", threshold=Fraction(3, 10), base=dated)) == []


def test_a_percentage_that_does_not_follow_from_its_parts() -> None:
    def figure(part: int, whole: int, stated: str) -> Agenda:
        one = Observation(
            metric="procedures_touched", part=part, base=Base(count=whole), stated=stated, confirmed=False
        )
        return _with_plan(figures=(*_sound().programmes[0].figures, one))

    # One published text says that 4,818 of 5,421 is 37.31 %: that was the cost, not the count.
    wrong = _only(figure(4818, 5421, "37,31"), "TTHC940")
    assert wrong.severity is Severity.ERROR
    assert wrong.where() == "$.programmes[0].figures[1].stated"
    assert wrong.text() == "37,31 % không suy ra được từ số liệu: 4.818/5.421 thủ tục (88,9 %) là 88,9 %"
    cut = _only(figure(4818, 5421, "88,87"), "TTHC941")
    assert cut.severity is Severity.INFO
    assert cut.text("en") == "88,87 % holds only when cut off: 4,818/5,421 procedures (88.9 %) is 88.88 %"
    assert "làm tròn lên" in _only(figure(3241, 15801, "20,52"), "TTHC941").text()
    assert _codes(figure(4818, 5421, "88,88")) == []


def test_plans_are_not_counted_as_enacted() -> None:
    base = Base(count=4888)
    plans = Observation(metric="procedures_touched", part=3085, base=base, on=DAY, stage="planned", stated="63,1")
    enacted = Observation(metric="procedures_touched", part=1235, base=base, on=DAY, stage="enacted")
    figures = _sound().programmes[0].figures
    finding = _only(_with_plan(figures=(*figures, plans, enacted)), "TTHC942")
    assert finding.text() == (
        "mới ban hành 1.235 thủ tục trong 3.085 thủ tục theo phương án (40,0 %); không tính phương án là kết quả"
    )
    assert finding.text("en").startswith("1,235 procedures of 3,085 procedures planned are enacted (40.0 %)")
    assert _codes(_with_plan(figures=(*figures, plans))) == []
    assert _codes(_with_plan(figures=(*figures, enacted))) == []
    assert _codes(_with_plan(figures=(*figures, plans, attrs.evolve(enacted, part=3085)))) == []
    assert _codes(_with_plan(figures=(*figures, plans, enacted)), dt.date(2025, 12, 20)) == []  # not published yet


def test_figures_at_odds() -> None:
    first = Observation(metric="sectors", part=56, on=DAY)
    figures = _sound().programmes[0].figures
    other = _only(_with_plan(figures=(*figures, first, attrs.evolve(first, part=57))), "TTHC943")
    assert other.text() == "hai số liệu khác nhau cùng ngày 21/12/2025: 56 ngành, nghề và 57 ngành, nghề"
    assert _codes(_with_plan(figures=(*figures, first, attrs.evolve(first, base=Base(count=198))))) == ["TTHC943"]
    for same in (first, attrs.evolve(first, scope="14 bộ", part=3), attrs.evolve(first, part=3, confirmed=False)):
        assert _codes(_with_plan(figures=(*figures, first, same))) == []
    undated = attrs.evolve(first, on=None)
    assert _codes(_with_plan(figures=(*figures, undated, attrs.evolve(undated, part=3)))) == []


def test_days_that_are_reversed() -> None:
    early = dt.date(2024, 12, 31)
    statuses = _sound().programmes[0].tasks[0].statuses
    assert _only(_with_task(statuses=statuses[::-1]), "TTHC944").where().endswith("statuses[1]")
    assert _codes(_with_task(deadline=early)) == ["TTHC944"]
    assert _codes(_with_task(results=(Delivered(on=early),))) == ["TTHC944"]
    plan = _only(_with_plan(issued=early), "TTHC944")
    assert plan.text() == "kế hoạch (31/12/2024) trước chỉ đạo (02/01/2025)"
    child = attrs.evolve(_sound().directives[1], date=early)
    assert _codes(_sound().with_records(directives=[child])) == ["TTHC944"]


def test_a_deadline_after_the_plan_has_ended() -> None:
    finding = _only(_with_plan(validity=Interval(None, DUE)), "TTHC945")
    assert finding.text("en") == "the deadline 30/06/2025 is after the last day of the plan (29/06/2025)"
    assert _codes(_with_plan(validity=None)) == []


@pytest.mark.parametrize(
    ("since", "until", "severity"),
    [
        (dt.date(2020, 10, 1), dt.date(2025, 10, 1), Severity.INFO),  # local congresses come first
        (dt.date(2021, 2, 1), dt.date(2026, 2, 1), Severity.INFO),
        (None, dt.date(2025, 10, 1), Severity.INFO),
        (dt.date(2021, 2, 1), None, Severity.INFO),
        (dt.date(2016, 1, 1), dt.date(2021, 1, 1), Severity.ERROR),
    ],
)
def test_a_term_outside_the_one_it_is_nested_in(
    since: dt.date | None, until: dt.date | None, severity: Severity
) -> None:
    term = Term(id="nk", interval=Interval(since, until), parent="xiii")
    finding = _only(_sound().with_records(terms=[term]), "TTHC946")
    assert finding.severity is severity
    assert "xiii (từ 01/01/2021 đến hết 31/12/2025)" in finding.text()


def test_terms_without_ends() -> None:
    whole = _sound().with_records(terms=[Term(id="xiii")])
    assert _codes(whole) == []


def test_a_body_without_a_head_who_answers() -> None:
    agenda = _sound().with_records(bodies=[Body(id="stp", leads=(Lead(role="GĐ", interval=Interval(None, DUE)),))])
    assert _only(agenda, "TTHC947").text() == "không rõ người đứng đầu chịu trách nhiệm ngày 21/12/2025"
    assert _codes(agenda, dt.date(2025, 6, 29)) == []


def test_a_target_missed_and_a_base_that_moved() -> None:
    august = Observation(metric="conditions", part=2028, base=OLD, on=dt.date(2025, 8, 24))
    november = Observation(metric="conditions", part=2269, base=NEW, on=dt.date(2025, 11, 19))
    target = Target(id="mt", metric="conditions", threshold=Fraction(3, 10), base=OLD, due=DUE)
    agenda = _with_plan(targets=(target,), figures=(november, august))
    assert _codes(agenda) == ["TTHC948", "TTHC949"]
    assert "29,1 %, cần ít nhất 30 %" in _only(agenda, "TTHC948").text()
    moved = _only(agenda, "TTHC949")
    assert moved.where() == "$.programmes[0].figures[0].base"
    assert moved.text() == (
        "cơ số thay đổi từ 7.806 (24/08/2025) thành 6.974 (04/10/2025): 2.028/7.806 điều kiện (26,0 %) và "
        "2.269/6.974 điều kiện (32,5 %) không so được với nhau; trên cơ số cũ là 29,1 %"
    )
    assert _codes(agenda, DUE) == []
    none = _with_plan(targets=(attrs.evolve(target, scope="14 bộ"),), figures=(attrs.evolve(november, scope="4 bộ"),))
    assert _only(none, "TTHC948").text("en") == "past its due day 30/06/2025: no figure"
    by_plans = attrs.evolve(target, stage="enacted")
    planned = attrs.evolve(november, stage="planned", part=7000)
    found = _only(_with_plan(targets=(by_plans,), figures=(planned,)), "TTHC948")
    assert "Mới đạt trên phương án, chưa ban hành" in found.text()
    enacted = attrs.evolve(november, stage="enacted", on=dt.date(2025, 9, 1))
    attained = _with_plan(targets=(by_plans,), figures=(enacted, planned)).programmes[0].attainments(DAY)
    assert [one.figure for one in attained] == [enacted]


def test_figures_without_a_base_do_not_move_it() -> None:
    plain = Observation(metric="conditions", part=5, on=dt.date(2025, 9, 1))
    figures = _sound().programmes[0].figures
    later = Observation(metric="conditions", part=2269, base=NEW, on=dt.date(2025, 9, 2))
    assert _codes(_with_plan(figures=(*figures, plain, later))) == []
    assert _codes(_with_plan(figures=(*figures, attrs.evolve(plain, base=Base())))) == ["TTHC948"]

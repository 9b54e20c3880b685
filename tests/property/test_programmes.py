"""Whatever stands in an agenda, its traces, sums and verdicts keep their promises."""

import copy
import datetime as dt
import pickle
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tthc.codec import decode, encode
from tthc.errors import BaseMismatchError, MalformedError, MetricMismatchError
from tthc.exact import largest_remainder, round_to
from tthc.programmes import (
    Agenda,
    Attainment,
    Base,
    Directive,
    Movement,
    Observation,
    Progress,
    Stage,
    Target,
    Task,
    Trace,
    audit,
    contributions,
    implied_wholes,
    movement,
    progress,
    trace,
)
from tthc.strategies import _programmes as made

MAKERS = {name: getattr(made, name) for name in made.__all__}
DAYS = st.dates(dt.date(2010, 1, 1), dt.date(2027, 12, 31))
COUNTS = st.integers(1, 10_000)


@pytest.mark.parametrize("name", MAKERS)
def test_values_travel(name: str) -> None:
    @given(MAKERS[name]())
    def travels(value: Any) -> None:
        assert hash(copy.copy(value)) == hash(value)
        assert pickle.loads(pickle.dumps(value)) == value
        assert decode(type(value), encode(value)) == value
        assert repr(value)
        assert str(value)
        rows = getattr(value, "rows", ())
        assert len({tuple(row) for row in rows}) <= 1

    travels()


@given(made.agendas(), DAYS, st.data())
def test_up_and_down_are_one_relation(agenda: Agenda, on: dt.date, data: st.DataObject) -> None:
    ids = [one.id for group in (agenda.directives, agenda.programmes, agenda.all_tasks) for one in group]
    assume(ids)
    one, other = data.draw(st.sampled_from(ids)), data.draw(st.sampled_from(ids))
    up = {link.id for link in trace(agenda, one, on=on).up}
    down = {link.id for link in trace(agenda, other, on=on).down}
    assert (other in up) == (one in down)
    assert one not in up
    assert other not in down


@given(made.traces())
def test_a_trace_sums_what_stands_below(found: Trace) -> None:
    assert [link.depth for link in found.up] == sorted(link.depth for link in found.up)
    assert {task for task, _ in found.results} <= set(found.tasks)
    for metric, amount in found.enacted.items():
        parts = [r.amounts[metric] for _, r in found.results if r.stage == "enacted" and metric in r.amounts]
        assert sum(parts) == amount


@given(made.agendas(), DAYS)
def test_progress_counts_every_task_once(agenda: Agenda, on: dt.date) -> None:
    found = progress(agenda, on=on)
    for group in (found.by_unit, found.by_level):
        assert sum(unit.tasks for unit in group) == found.total.tasks == len(agenda)
        assert sum(unit.enacted for unit in group) == found.total.enacted
    for task in agenda:
        assert task.state(on) in {"on_time", "late", "done", "open", "overdue", "stopped"}


@given(made.agendas(), DAYS, st.sampled_from(["planned", "enacted"]))
def test_contributions_add_up_but_for_shared_directions(agenda: Agenda, on: dt.date, stage: Stage) -> None:
    for by in ("body", "organisation", "level", "programme"):
        table = contributions(agenda, on=on, by=by, stage=stage)
        assert table.adds_up
        for metric, amount in table.total.amounts.items():
            assert sum(unit.amounts.get(metric, Fraction(0)) for unit in table.units) == amount
    shared = contributions(agenda, on=on, by="directive", stage=stage)
    assert sum(unit.results for unit in shared.units) >= shared.total.results


@given(made.agendas(), DAYS)
def test_an_orphan_is_a_task_without_a_direction_above(agenda: Agenda, on: dt.date) -> None:
    orphans = {finding.subject for finding in audit(agenda, on=on) if finding.code == "TTHC930"}
    assert orphans == {task.id for task in agenda if not trace(agenda, task.id, on=on).directives}


@given(made.agendas(), DAYS, DAYS)
def test_a_day_knows_nothing_of_the_next(agenda: Agenda, on: dt.date, later: dt.date) -> None:
    assume(on < later)
    known = [attrs.evolve(task, statuses=tuple(s for s in task.statuses if s.on <= on)) for task in agenda]
    assert [task.state(on) for task in agenda] == [task.state(on) for task in known]


@given(made.agendas(), st.data())
def test_a_name_that_names_nothing_is_refused(agenda: Agenda, data: st.DataObject) -> None:
    field = data.draw(st.sampled_from(["owner", "part_of", "supporting", "targets"]))
    stranger = ("nobody",) if field in {"supporting", "targets"} else "nobody"
    task = attrs.evolve(Task(id="new"), **{field: stranger})
    with pytest.raises(MalformedError, match=rf"new\.{field}"):
        agenda.with_records(tasks=[task])


@given(st.lists(st.integers(0, 5), min_size=6, max_size=6))
def test_circles_are_refused_and_trees_are_not(parents: list[int]) -> None:
    directives = tuple(Directive(id=str(i), parent=None if p == i else str(p)) for i, p in enumerate(parents))
    reached = {i for i, p in enumerate(parents) if p == i}
    for _ in parents:
        reached |= {i for i, p in enumerate(parents) if p in reached}
    if len(reached) == len(parents):
        assert len(Agenda(directives=directives).directives) == 6
    else:
        with pytest.raises(MalformedError, match="circle"):
            Agenda(directives=directives)


@given(made.movements())
def test_done_and_moved_are_the_whole_change(found: Movement) -> None:
    assert found.before.share is not None
    assert found.after.share is not None
    assert found.total == found.after.share - found.before.share
    assert sum(largest_remainder([100 * found.done, 100 * found.moved], 1)) == round_to(100 * found.total, 1)
    if found.before.base == found.after.base:
        assert found.moved == 0


@given(COUNTS, COUNTS, COUNTS, COUNTS)
def test_two_bases_are_chained_only_by_name(part: int, whole: int, later: int, other: int) -> None:
    before = Observation(metric="conditions", part=part, base=Base(count=whole))
    after = Observation(metric="conditions", part=later, base=Base(count=other))
    if whole == other:
        assert movement(before, after).done == Fraction(later - part, whole)
    else:
        with pytest.raises(BaseMismatchError):
            movement(before, after)
    first, second = (movement(before, after, on_base=base) for base in ("before", "after"))
    assert first.total == second.total
    assert first.done * whole == second.done * other


@given(made.attainments())
def test_a_verdict_is_the_comparison_of_its_numbers(found: Attainment) -> None:
    if found.gap is None:
        assert found.outcome == "not_known"
        assert found.met is None
        return
    reached = found.gap >= 0 if found.target.direction == "at_least" else found.gap <= 0
    assert (found.outcome == "not_met") is not reached
    if found.outcome == "planned_only":
        assert (found.target.stage, found.figure.stage) == ("enacted", "planned")
    if found.missing is not None and not found.printed:
        assert (found.missing == 0) is reached


@given(made.targets(), made.observations())
def test_metrics_are_never_compared(target: Target, figure: Observation) -> None:
    assume(target.metric != figure.metric)
    with pytest.raises(MetricMismatchError):
        target.judge(figure, on_base="figure")


@given(COUNTS, COUNTS, st.integers(0, 2))
def test_the_whole_is_among_those_that_a_percentage_implies(part: int, rest: int, digits: int) -> None:
    whole = part + rest
    printed = round_to(Fraction(100 * part, whole), digits)
    assume(printed > 0)
    text = f"{int(printed * 10**digits):0{digits + 1}d}"
    stated = f"{text[:-digits]},{text[-digits:]}" if digits else text
    wholes = implied_wholes(part, stated)
    assert whole in wholes
    for outside in (wholes.start - 1, wholes.stop):
        assert outside == 0 or round_to(Fraction(100 * part, outside), digits) != printed


@given(made.progresses())
def test_units_are_ranked_by_their_share_on_time(found: Progress) -> None:
    ranking = found.ranking()
    shares = {unit.unit: unit.on_time_share for unit in found.by_unit if unit.unit}
    assert set(ranking) == set(shares)
    for unit, share in shares.items():
        assert (ranking[unit].rank is None) is (share is None)
        if share is not None:
            assert ranking[unit].rank == 1 + sum(other > share for other in shares.values() if other is not None)

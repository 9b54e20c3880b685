"""Whatever happens to a dossier, its clock and its judgements keep their promises."""

import datetime as dt
from fractions import Fraction
from itertools import pairwise

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tthc import strategies
from tthc.calendar import VIETNAM, NotCoveredError
from tthc.dossiers import (
    DECREE,
    INDEX_766,
    TRANSITIONS,
    Dossier,
    Event,
    ForbiddenStepError,
    Judgement,
    OnTimeRule,
    Practice,
)
from tthc.dossiers.dossier import Clock
from tthc.dossiers.events import KINDS

DAYS = st.dates(dt.date(2018, 6, 21), dt.date(2027, 12, 31))
CLOCKS: st.SearchStrategy[Clock] = st.sampled_from(["resume", "restart", "running"])


@given(strategies.dossiers())
def test_every_step_of_a_history_is_one_of_the_table(dossier: Dossier) -> None:
    states = [attrs.evolve(dossier, history=dossier.history[: i + 1]).state for i in range(len(dossier.history))]
    for before, after in pairwise(states):
        assert after == before or after in TRANSITIONS[before]


@given(strategies.dossiers())
def test_what_is_allowed_may_come_and_nothing_else(dossier: Dossier) -> None:
    at = dossier.history[-1].at + dt.timedelta(days=4000)
    for kind in KINDS:
        later = dossier.history[-1].day + dt.timedelta(days=5000) if kind == "reappointed" else None
        event = Event(kind, at, appointment=later)
        if kind in dossier.allowed:
            assert dossier.advance(event).history == (*dossier.history, event)
        else:
            with pytest.raises(ForbiddenStepError):
                dossier.advance(event)


@given(strategies.dossiers(), DAYS)
def test_a_day_knows_nothing_of_the_next(dossier: Dossier, on: dt.date) -> None:
    known = dossier.as_of(on)
    assert (known is None) is (on < dossier.history[0].day)
    if known is not None:
        assert known.as_of(on) == known
        assert known.elapsed(on, projected=True) == dossier.elapsed(on, projected=True)
        assert known.due(on, projected=True) == dossier.due(on, projected=True)


@given(strategies.dossiers(), DAYS, CLOCKS)
def test_the_clock_never_runs_back_and_never_faster_than_the_calendar(
    dossier: Dossier, on: dt.date, clock: Clock
) -> None:
    today, tomorrow = on, on + dt.timedelta(days=1)
    now = dossier.elapsed(today, clock=clock, projected=True)
    then = dossier.elapsed(tomorrow, clock=clock, projected=True)
    if now is None or then is None:
        assert now is None
        return
    step = VIETNAM.count(today, tomorrow, projected=True)
    assert now >= 0
    assert then <= now + step
    if clock != "restart" and dossier.as_of(today) == dossier.as_of(tomorrow):
        assert now <= then
    running = dossier.elapsed(today, clock="running", projected=True)
    assert running is not None
    assert now <= running


@given(strategies.dossiers(), DAYS, CLOCKS)
def test_what_is_left_or_late_adds_up(dossier: Dossier, on: dt.date, clock: Clock) -> None:
    left = dossier.remaining(on, clock=clock, projected=True)
    late = dossier.overdue(on, clock=clock, projected=True)
    due = dossier.due(on, clock=clock, projected=True)
    if due is None:
        assert left is late is None
        return
    assert left is not None
    assert late is not None
    assert left == 0 or late == 0
    if dossier.ended is None:
        first, last = min(on, due), max(on, due)
        assert left + late == VIETNAM.count(first, last, projected=True)


@given(strategies.dossiers(), st.none() | DAYS)
def test_resuming_is_never_later_than_running_nor_than_restarting_earlier(dossier: Dossier, on: dt.date | None) -> None:
    running, resumed = (dossier.due(on, clock=clock, projected=True) for clock in ("running", "resume"))
    assert (running is None) is (resumed is None)
    if running is not None and resumed is not None:
        assert running <= resumed


@given(strategies.dossiers())
def test_an_apology_comes_before_the_day_it_is_for(dossier: Dossier) -> None:
    day, due = dossier.apology_by(projected=True), dossier.due(projected=True)
    if day is not None:
        assert due is not None
        assert day < due
        assert VIETNAM.is_working_day(day, projected=True)
        assert VIETNAM.count(day, due - dt.timedelta(days=1), projected=True) == 0


def judged(rule: OnTimeRule, dossier: Dossier, until: dt.date | None) -> Judgement:
    """Judge a dossier, unless its limit ends beyond the calendar."""
    try:
        return rule.judge(dossier, until=until, projected=True)
    except NotCoveredError:
        assume(False)
        raise


@given(strategies.dossiers(), strategies.on_time_rules(), st.none() | DAYS)
def test_a_judgement_holds_what_it_compares(dossier: Dossier, rule: OnTimeRule, until: dt.date | None) -> None:
    found = judged(rule, dossier, until)
    assert all(found.because)
    if found.on_time is None or found.deadline is None:
        assert found.counted_end is None
        return
    end, deadline = found.counted_end, found.deadline
    assert end is not None
    if not (isinstance(end, dt.datetime) and isinstance(deadline, dt.datetime)):
        end, deadline = (at.date() if isinstance(at, dt.datetime) else at for at in (end, deadline))
    assert found.on_time is (end <= deadline)


@given(strategies.dossiers(), DAYS)
def test_without_a_supplement_all_rules_agree(dossier: Dossier, until: dt.date) -> None:
    if not dossier.requests:
        decree, index = (judged(rule, dossier, until) for rule in (DECREE, INDEX_766))
        assert attrs.evolve(decree, rule="") == attrs.evolve(index, rule="")


@given(strategies.practices(), st.fractions(Fraction(1, 100), 100))
def test_percentiles(found: Practice, share: Fraction) -> None:
    days = found.percentile(share)
    if not found.needed:
        assert days is None
        return
    assert days in found.needed
    assert days is not None
    met = [sum(needed <= limit for needed in found.needed) * 100 for limit in (days, days - 1)]
    assert met[0] >= share * len(found.needed) > met[1]
    assert found.p50 is not None
    assert found.p95 is not None
    assert found.p50 <= found.p95 == found.lowest_limit


@given(strategies.practices())
def test_early_on_the_day_and_late_make_the_whole(found: Practice) -> None:
    if found.early is not None and found.late is not None:
        on_the_day = Fraction(found.needed.count(found.days), len(found.needed))
        assert found.early + on_the_day + found.late == 1

"""Whatever was counted: tallies add up in any order, scores stay in their bounds, a lift is the least there is."""

import datetime as dt
import pickle
from fractions import Fraction
from itertools import product

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tthc import strategies
from tthc.codec import decode, encode
from tthc.dated import Interval
from tthc.dossiers import DECREE, INDEX_766, Dossier, OnTimeRule
from tthc.errors import StepError
from tthc.service_quality import (
    QD766,
    Entry,
    Grade,
    Group,
    Measure,
    Profile,
    ServiceScore,
    Settlement,
    Tally,
    lift,
    lost_points,
)
from tthc.strategies._service_quality import (
    service_grades,
    service_groups,
    service_measures,
    service_profiles,
    service_scores,
    tallies,
    tally_entries,
)

RULES = st.sampled_from([INDEX_766, DECREE])
MONTHS = [
    Interval(dt.date(2025 + m // 12, m % 12 + 1, 1), dt.date(2025 + (m + 1) // 12, (m + 1) % 12 + 1, 1))
    for m in range(24)
]


# ── values ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("cls", "strategy"),
    [
        (Measure, service_measures()),
        (Group, service_groups()),
        (Grade, service_grades()),
        (Profile, service_profiles()),
        (ServiceScore, service_scores()),
        (Entry, tally_entries()),
        (Tally, tallies()),
    ],
)
def test_values_come_back(cls: type[object], strategy: st.SearchStrategy[object]) -> None:
    @given(strategy)
    def check(value: object) -> None:
        assert type(value) is cls
        assert decode(cls, encode(value)) == value
        assert pickle.loads(pickle.dumps(value)) == value
        assert hash(value) == hash(pickle.loads(pickle.dumps(value)))
        assert repr(value)
        assert str(value)

    check()


# ── tallies ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@given(tallies(), tallies(), tallies())
def test_addition_has_no_order_and_an_identity(one: Tally, two: Tally, three: Tally) -> None:
    assert one + two == two + one
    assert (one + two) + three == one + (two + three)
    assert one + Tally() == one == sum([one])
    assert decode(Tally, encode(one + two)) == two + one


@given(tallies())
def test_parts_add_up_to_the_whole(tally: Tally) -> None:
    assert sum(tally.by("agency").values(), Tally()) == tally
    assert sum(tally.by("field").values(), Tally()) == tally


@given(tallies(), tallies())
def test_totals_of_other_agencies_add_up(one: Tally, two: Tally) -> None:
    moved = Tally(tuple(attrs.evolve(entry, agency=f"x{entry.agency}") for entry in two.entries))
    both = (one + moved).total
    for name, count in both.items():
        assert count == one.total.get(name, 0) + two.total.get(name, 0)


def _distinct(dossiers: list[Dossier]) -> list[Dossier]:
    """Leave out dossiers of one code, and limits of years, which end beyond the calendar."""
    near = [
        attrs.evolve(dossier, time_limit=None) if dossier.time_limit and dossier.time_limit.unit == "year" else dossier
        for dossier in dossiers
    ]
    return list({dossier.code or i: dossier for i, dossier in enumerate(near)}.values())


def _tally(dossiers: list[Dossier], period: Interval, rule: OnTimeRule) -> Tally:
    return Tally.of(
        dossiers,
        period=period,
        rule=rule,
        agency="A",
        field=lambda dossier: dossier.channel or "",
        marks=lambda dossier: ("digitised", "fee") if dossier.channel == "online" else (),
        projected=True,
    )


@given(st.lists(strategies.dossiers(), max_size=5), RULES, st.integers(0, 5))
def test_dossiers_may_be_counted_in_parts(dossiers: list[Dossier], rule: OnTimeRule, cut: int) -> None:
    dossiers = _distinct(dossiers)
    period = Interval(dt.date(2019, 1, 1), dt.date(2026, 1, 1))
    whole = _tally(dossiers, period, rule)
    assert _tally(dossiers[cut:], period, rule) + _tally(dossiers[:cut], period, rule) == whole
    assert len(whole.report) == 0
    assert Settlement.of(whole).total.balanced is True


@given(st.lists(strategies.dossiers(), max_size=4), RULES, st.integers(1, 23))
def test_months_make_the_time_they_cover(dossiers: list[Dossier], rule: OnTimeRule, months: int) -> None:
    dossiers = _distinct([_moved(dossier) for dossier in dossiers])
    found = sum((_tally(dossiers, month, rule) for month in MONTHS[:months]), Tally())
    whole = _tally(dossiers, Interval(MONTHS[0].since, MONTHS[months - 1].until), rule)
    assert {name: n for name, n in found.total.items() if n} == {name: n for name, n in whole.total.items() if n}
    assert len(found.report) == 0


def _moved(dossier: Dossier) -> Dossier:
    """Move a history into 2025, where the months are."""
    by = dt.timedelta(days=(dt.date(2025, 1, 20) - dossier.history[0].day).days)
    history = tuple(
        attrs.evolve(event, at=event.at + by, appointment=event.appointment and event.appointment + by)
        for event in dossier.history
        if event.kind != "handed_over"
    )
    return attrs.evolve(dossier, history=history, appointment=dossier.appointment and dossier.appointment + by)


@given(st.lists(strategies.dossiers(), max_size=5), RULES)
def test_lost_points_are_those_of_the_score(dossiers: list[Dossier], rule: OnTimeRule) -> None:
    dossiers = _distinct(dossiers)
    period = Interval(dt.date(2019, 1, 1), dt.date(2026, 1, 1))
    score = QD766.evaluate(_tally(dossiers, period, rule))
    losses = lost_points(
        dossiers, profile=QD766, period=period, rule=rule, agency="A", projected=True,
        marks=lambda dossier: ("digitised", "fee") if dossier.channel == "online" else (),
    )  # fmt: skip
    for loss in losses:
        points = score[loss.indicator]
        assert points is not None
        assert loss.score == points.value
        assert len(loss.dossiers) == loss.denominator - loss.numerator
        assert loss.each * len(loss.dossiers) == loss.lost > 0


# ── scores ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@given(service_scores())
def test_scores_stay_in_their_bounds_and_add_up(score: ServiceScore) -> None:
    known = [points for points in score.indicators.values() if points is not None]
    if score.total is None:
        assert not known
        return
    assert score.total == sum((Fraction(points.value) for points in known), Fraction(0))
    assert 0 <= score.total <= score.profile.maximum()
    assert score.grade == score.profile.classify(score.total)
    for name, points in score.indicators.items():
        assert points is None or 0 <= points.value <= score.profile.maximum(name)


@given(st.integers(0, 1000), st.integers(1, 1000), st.sampled_from(QD766.measures))
def test_points_by_the_formula(above: int, below: int, measure: Measure) -> None:
    score = QD766.indicator(measure.id).score(above, below)
    assert score is not None
    # An independent reading: hundredths of points, half up, in whole numbers.
    cents = 100 * measure.maximum * above / (below * measure.threshold)
    expected = min(100 * measure.maximum, (2 * cents + 1) // 2)
    assert score.value * 100 == expected


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 50)), min_size=1, max_size=4))
def test_the_sum_of_counts_is_scored_never_the_mean_of_scores(pairs: list[tuple[int, int]]) -> None:
    tallies = [
        Tally.given(
            str(n), settled_early=0, settled_on_time=min(above, below), settled_late=below - min(above, below),
            pending_in_time=0, pending_late=0,
        )
        for n, (above, below) in enumerate(pairs)
    ]  # fmt: skip
    whole = QD766.evaluate(sum(tallies, Tally()))["2.1"]
    above = sum(min(pair) for pair in pairs)
    assert whole == QD766.indicator("2.1").score(above, sum(below for _, below in pairs))


# ── lifts ────────────────────────────────────────────────────────────────────────────────────────────────────────────

EFFORTS = st.fractions(Fraction(1, 3), 4, max_denominator=3)


@given(st.data())
def test_a_lift_is_the_least_there_is(data: st.DataObject) -> None:
    profile = data.draw(service_profiles())
    counted = [measure for measure in profile.measures if measure.counted and measure.id not in profile.exempt][:3]
    assume(counted)
    sizes = [data.draw(st.integers(1, 6)) for _ in counted]
    figures = {m.id: (data.draw(st.integers(0, of)), of) for m, of in zip(counted, sizes, strict=True)}
    efforts = {m.id: data.draw(EFFORTS) for m in counted} if data.draw(st.booleans()) else {}
    score = profile.evaluate(figures)
    assert score.total is not None
    target = score.total + data.draw(st.fractions(0, 12, max_denominator=100))
    found = lift(score, target, effort=efforts)
    choices = [
        [
            (more, Fraction((profile.indicator(m.id).score(figures[m.id][0] + more, of) or 0).value))  # type: ignore[union-attr]
            for more in range(int(max(m.full, Fraction(1)) * of) - figures[m.id][0] + 1)
        ]
        for m, of in zip(counted, sizes, strict=True)
    ]
    rest = score.total - sum((options[0][1] for options in choices), Fraction(0))
    reached = [
        (
            sum(
                (more * efforts.get(m.id, Fraction(1)) for m, (more, _) in zip(counted, combination, strict=True)),
                Fraction(0),
            )
        )
        for combination in product(*choices)
        if rest + sum((points for _, points in combination), Fraction(0)) >= target
    ]
    assert found.reachable is bool(reached)
    if reached:
        assert sum((step.more * efforts.get(step.indicator, Fraction(1)) for step in found.steps), Fraction(0)) == min(
            reached
        )
        after = {**figures, **{step.indicator: (step.after, step.of) for step in found.steps}}
        assert profile.evaluate(after).total == found.reached >= target


@given(tallies())
def test_totals_refuse_only_what_is_counted_twice(tally: Tally) -> None:
    try:
        assert tally.total is not None
    except StepError:
        assert any(finding.code == "TTHC952" for finding in tally.report)

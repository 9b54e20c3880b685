"""Rankings, precision, editions and agreement: laws that hold for whatever is ranked, beside slow counts."""

import copy
import math
import pickle
from fractions import Fraction
from itertools import combinations
from typing import Any, get_args

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc.codec import decode, encode
from tthc.errors import MalformedError
from tthc.rankings import (
    Agreement,
    Edition,
    Group,
    IndexMethod,
    Lift,
    Precision,
    Ranking,
    Standing,
    Ties,
    agreement_of,
    kendall_tau_b,
    lift,
    lift_either,
    mean_rank_shift,
    reversals,
)
from tthc.strategies import _rankings as strategies

STRATEGIES: dict[type, Any] = {
    Agreement: strategies.agreements(),
    Edition: strategies.editions(),
    Group: strategies.groups(),
    IndexMethod: strategies.index_methods(),
    Lift: strategies.lifts(),
    Precision: strategies.precisions(),
    Ranking: strategies.rankings(),
    Standing: strategies.standings(),
}
POLICIES: tuple[Ties, ...] = get_args(Ties)


@pytest.mark.parametrize("cls", STRATEGIES)
def test_every_value_is_one(cls: type) -> None:
    @given(STRATEGIES[cls])
    def holds(value: Any) -> None:
        assert type(value) is cls
        assert decode(cls, encode(value)) == value
        assert pickle.loads(pickle.dumps(value)) == value == copy.deepcopy(value) == attrs.evolve(value)
        assert hash(pickle.loads(pickle.dumps(value))) == hash(value)
        assert value != object()
        assert repr(value)
        assert str(value)

    holds()


# ── rankings ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _slow_rank(scores: dict[str, Any], unit: str, ties: Ties, order: tuple[str, ...]) -> Any:
    """The rank by its definition: how many are better, how many are equal."""
    mine = scores[unit]
    better = sum(score > mine for score in scores.values())
    equal = sum(score == mine for score in scores.values())
    if ties == "competition":
        return better + 1
    if ties == "last_of_ties":
        return better + equal
    if ties == "dense":
        return len({score for score in scores.values() if score > mine}) + 1
    if ties == "average":
        return better + Fraction(equal + 1, 2)
    return better + 1 + sum(scores[other] == mine for other in order[: order.index(unit)])


@given(strategies.scores_of(), st.sampled_from(POLICIES), st.randoms())
def test_ranks_by_their_definition(scores: dict[str, Any], ties: Ties, random: Any) -> None:
    order = list(scores)
    random.shuffle(order)
    ranking = Ranking.from_scores(scores, ties=ties, order=tuple(order) if ties == "ordinal" else None)
    assert {unit: standing.rank for unit, standing in ranking.items()} == {
        unit: _slow_rank(scores, unit, ties, tuple(order)) for unit in scores
    }
    for standing in ranking.values():
        better = sum(score > scores[standing.unit] for score in scores.values())
        equal = sum(score == scores[standing.unit] for score in scores.values())
        assert standing.tied == (better + 1, better + equal)
        assert standing.score == scores[standing.unit]


@given(strategies.scores_of(min_size=1), st.sampled_from(POLICIES[:3]), st.randoms())
def test_the_order_given_does_not_matter(scores: dict[str, Any], ties: Ties, random: Any) -> None:
    shuffled = list(scores.items())
    random.shuffle(shuffled)
    one, other = Ranking.from_scores(scores, ties=ties), Ranking.from_scores(shuffled, ties=ties)
    assert one == other
    assert hash(one) == hash(other)
    assert dict(one) == dict(other)


@given(strategies.scores_of(), st.sampled_from(POLICIES[:3]))
def test_the_opposite_scores_rank_the_same_where_lower_is_better(scores: dict[str, Any], ties: Ties) -> None:
    opposite = Ranking.from_scores({u: -s for u, s in scores.items()}, ties=ties, higher_is_better=False)
    assert {u: s.rank for u, s in opposite.items()} == {
        u: s.rank for u, s in Ranking.from_scores(scores, ties=ties).items()
    }


@given(strategies.scores_of(), st.sampled_from(POLICIES[:3]))
def test_ranks_read_back_are_the_same_ranking(scores: dict[str, Any], ties: Ties) -> None:
    ranking = Ranking.from_scores(scores, ties=ties)
    printed: dict[str, Any] = {unit: ranking.rank(unit) for unit in ranking}
    assert {u: (s.rank, s.tied, s.percentile) for u, s in Ranking.from_ranks(printed, ties=ties).items()} == {
        u: (s.rank, s.tied, s.percentile) for u, s in ranking.items()
    }
    assert Ranking.from_both(scores, printed, ties=ties).disagreements == ()


@given(st.lists(st.integers(-1, 6), min_size=1, max_size=5), st.sampled_from(POLICIES[:3]))
def test_ranks_are_taken_exactly_where_some_scores_give_them(ranks: list[int], ties: Ties) -> None:
    again = Ranking.from_scores(dict(enumerate(ranks)), ties=ties, higher_is_better=False)
    possible = [again.rank(i) for i in range(len(ranks))] == ranks  # ranks are scores that rank as themselves
    try:
        Ranking.from_ranks(dict(enumerate(ranks)), ties=ties)
    except MalformedError:
        assert not possible
    else:
        assert possible


@given(strategies.rankings())
def test_a_ranking_is_a_mapping_in_the_order_of_ranks(ranking: Ranking[str]) -> None:
    standings = list(ranking.values())
    ranks = [standing.rank for standing in standings if standing.rank is not None]
    assert ranks == sorted(ranks)
    assert all(standing.rank is None for standing in standings[len(ranks) :])
    assert (len(ranks), len(standings)) == (ranking.ranked, ranking.of)
    assert [row["unit"] for row in ranking.rows] == list(ranking) == [standing.unit for standing in standings]
    for standing in standings:
        assert standing.unit in ranking
        assert ranking.rank(standing.unit) == standing.rank
        assert (standing.rank is None) == bool(standing.reason) == (standing.tied is None)
        assert standing.percentile is None or 0 <= standing.percentile <= 1


@given(strategies.scores_of(), st.data())
def test_a_region_keeps_the_order_of_the_world(scores: dict[str, Any], data: st.DataObject) -> None:
    world = Ranking.from_scores(scores)
    some = data.draw(st.lists(st.sampled_from(list(scores)), unique=True)) if scores else []
    region = world.among(some)
    assert region.of == len(some)
    for a, b in combinations(some, 2):
        signs = [(r.rank(a) > r.rank(b)) - (r.rank(a) < r.rank(b)) for r in (world, region)]  # type: ignore[operator]
        assert signs[0] == signs[1]


@given(strategies.scores_of(min_size=1), strategies.precisions())
def test_the_ranks_that_printed_digits_allow(scores: dict[str, Any], precision: Precision) -> None:
    ranking = Ranking.from_scores(scores, precision=precision)
    spans = {unit: precision.interval(score) for unit, score in scores.items()}
    for unit, (low, high) in spans.items():
        above = sum(other_low >= high for other, (other_low, _) in spans.items() if other != unit)
        below = sum(other_high <= low for other, (_, other_high) in spans.items() if other != unit)
        assert ranking.rank_interval(unit) == (above + 1, len(scores) - below)


# ── precision ────────────────────────────────────────────────────────────────────────────────────────────────────────


@given(st.fractions(-10, 10), st.integers(0, 4))
def test_a_number_lies_where_its_printed_form_says(value: Fraction, digits: int) -> None:
    scaled = abs(value) * 10**digits
    sign = -1 if value < 0 else 1
    rounded = sign * Fraction(math.floor(scaled + Fraction(1, 2)), 10**digits)
    cut = sign * Fraction(math.floor(scaled), 10**digits)
    for precision, printed in ((Precision(digits), rounded), (Precision(digits, "truncated"), cut)):
        low, high = precision.interval(printed)
        inside = low < value < high
        assert inside or (printed > 0 and value == low) or (printed < 0 and value == high)
        wide_low, wide_high = Precision(digits, "mixed").interval(printed)
        assert wide_low <= low
        assert high <= wide_high


@given(
    st.integers(1, 60),
    st.lists(st.fractions(0, 1), min_size=1, max_size=12),
    st.sampled_from(("rounded", "truncated")),
)
def test_lift_finds_the_smallest_denominator(denominator: int, parts: list[Fraction], mode: Any) -> None:
    points = [math.floor(part * denominator) for part in parts]
    printed = {i: Fraction(_printed(Fraction(k, denominator), mode), 1000) for i, k in enumerate(points)}
    found = lift(printed, Precision(3, mode))
    assert found.denominator is not None
    assert found.denominator <= denominator
    for smaller in range(1, found.denominator):
        fits = [
            any(_printed(Fraction(k, smaller), mode) == n * 1000 for k in range(smaller + 1)) for n in printed.values()
        ]
        assert not all(fits)
    assert {i: _printed(fraction, mode) for i, fraction in found.fractions.items()} == {
        i: n * 1000 for i, n in printed.items()
    }
    best, other = lift_either(printed, 3)
    assert best.found
    assert other.denominator is None or best.excluded <= other.excluded


def _printed(value: Fraction, mode: str) -> int:
    return math.floor(value * 1000 + (Fraction(1, 2) if mode == "rounded" else 0))


# ── agreement ────────────────────────────────────────────────────────────────────────────────────────────────────────


@given(strategies.scores_of(), strategies.scores_of())
def test_agreement_beside_the_slow_count(left: dict[str, Any], right: dict[str, Any]) -> None:
    common = [unit for unit in left if unit in right]
    signs = [
        ((left[a] > left[b]) - (left[a] < left[b]), (right[a] > right[b]) - (right[a] < right[b]))
        for a, b in combinations(common, 2)
    ]
    found = agreement_of(left, right)
    assert found.common == len(common)
    assert found.concordant == sum(a * b > 0 for a, b in signs)
    assert found.discordant == found.reversals == sum(a * b < 0 for a, b in signs)
    assert found.left_ties == sum(a == 0 != b for a, b in signs)
    assert found.right_ties == sum(b == 0 != a for a, b in signs)
    assert found.both_ties == signs.count((0, 0))
    pairs = list(reversals(left, right))
    assert len(pairs) == len(set(pairs)) == found.reversals
    assert all(left[a] > left[b] and right[a] < right[b] for a, b in pairs)
    assert found.tau_b == kendall_tau_b(left, right)
    top = found.concordant - found.discordant
    bottom = sum(a != 0 for a, _ in signs) * sum(b != 0 for _, b in signs)
    assert (found.tau_b is None) == (not bottom)
    if found.tau_b is not None:
        assert math.isclose(found.tau_b, top / math.sqrt(bottom))
    assert found.mean_rank_shift == mean_rank_shift(left, right) == _slow_shift(left, right, common)
    assert set(found.left_only) == left.keys() - right.keys()
    assert set(found.right_only) == right.keys() - left.keys()


def _slow_shift(left: dict[str, Any], right: dict[str, Any], common: list[str]) -> Fraction | None:
    shifts = [abs(sum(left[o] > left[u] for o in common) - sum(right[o] > right[u] for o in common)) for u in common]
    return Fraction(sum(shifts), len(shifts)) if shifts else None


@given(strategies.rankings())
def test_a_ranking_agrees_with_itself(ranking: Ranking[str]) -> None:
    found = agreement_of(ranking, ranking)
    assert found.tau_b in {None, 1}
    assert found.discordant == 0
    assert found.mean_rank_shift in {None, 0}


@given(st.lists(st.integers(0, 20), max_size=30))
def test_long_lists_are_counted_in_runs(values: list[int]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tthc.rankings.agreement._RUN", 4)
        found = agreement_of(range(len(values)), values)
    assert found.discordant == sum(a > b for a, b in combinations(values, 2))

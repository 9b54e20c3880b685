"""Robustness: values travel, both engines see one world, and a draw is the index with those weights, scored slowly."""

import pickle
from fractions import Fraction
from operator import itemgetter
from typing import Any

import attrs
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tthc._draws import Draws, exponential, pick
from tthc.codec import decode, encode
from tthc.errors import StepError
from tthc.indices import (
    Aggregate,
    Evaluation,
    Index,
    Indicator,
    Reweighting,
    as_it_is,
    goalposts,
    min_max,
    noise,
    robustness_of,
    z_score,
)
from tthc.indices._robust_engine import OfFloats, OfNumpy
from tthc.indices._robust_program import program, slots
from tthc.indices._robust_run import array_ranks, array_scores, moved, ranked, scored, weights_of
from tthc.strategies import _robustness as strategies

F = Fraction


@pytest.mark.parametrize(
    "values",
    [strategies.reweightings(), strategies.variants(), strategies.variations()],
    ids=["reweighting", "variant", "variation"],
)
def test_strategies_make_values_that_travel(values: st.SearchStrategy[Any]) -> None:
    @settings(max_examples=40)
    @given(values)
    def travels(value: Any) -> None:
        assert decode(type(value), encode(value)) == value == pickle.loads(pickle.dumps(value)) == attrs.evolve(value)
        assert isinstance(hash(value), int)
        assert repr(value)
        assert str(value)

    travels()


# ── draws ────────────────────────────────────────────────────────────────────────────────────────────────────────────


@given(st.integers(0, 2**70), st.integers(0, 50), st.integers(0, 50))
def test_a_seed_gives_one_stream_however_it_is_asked_for(seed: int, first: int, more: int) -> None:
    whole = Draws(seed).uniforms(first + more)
    parts = Draws(seed)
    assert parts.uniforms(first) + parts.uniforms(more) == whole
    assert all(0 <= x < 1 for x in whole)
    numpy = pytest.importorskip("numpy")
    arrays = Draws(seed)
    assert [*arrays.uniform_array(first).tolist(), *arrays.uniforms(more)] == whole
    assert numpy.array_equal(Draws(seed).uniform_array(first + more), whole)


@given(st.floats(0, 1, exclude_max=True), st.integers(1, 1000))
def test_what_a_uniform_draw_stands_for(uniform: float, count: int) -> None:
    assert 0 <= pick(uniform, count) < count
    assert 0 <= exponential(uniform) < 40


# ── trees of every kind ──────────────────────────────────────────────────────────────────────────────────────────────

_MEANS = st.sampled_from(["arithmetic", "geometric", "harmonic", "generalised", "sum"])
_FIGURES = st.integers(1, 9) | st.fractions(F(1, 9), 9, max_denominator=20)


@st.composite
def _nodes(draw: st.DrawFn, name: str, parts: tuple[str, ...]) -> Aggregate:
    kind = draw(_MEANS)
    fields: dict[str, Any] = {}
    if draw(st.booleans()):
        fields["weights"] = {part: draw(st.integers(1, 5)) for part in parts}
        if len(parts) > 1 and draw(st.integers(0, 3)) == 0:
            fields["weights"][parts[0]] = 0
    if kind == "generalised":
        fields["exponent"] = draw(st.sampled_from([F(-2), F(-1), F(1, 2), F(1), F(3)]))
    if kind == "sum":
        fields["cap"] = draw(st.none() | st.integers(1, 20).map(F))
    # Scores from 1 on: what is scaled anew can feed every mean.
    fields["rescale"] = draw(
        st.none()
        | st.none()
        | st.just(min_max(scale=(1, 2)))
        | st.just(z_score("population", scale=(50, 1)))
        | st.just(z_score("sample", scale=(50, 1)))
        | st.just(goalposts(0, 5, scale=(1, 3), beyond="clip"))
    )
    # All parts or any: whether enough of them is there is asked of the stated weights, not of those drawn.
    coverage = draw(st.sampled_from([F(1), F(1, 10**12)]))
    return Aggregate(id=name, parts=parts, aggregation=kind, coverage=coverage, **fields)


@st.composite
def _trees(draw: st.DrawFn) -> Index:
    leaves = tuple(Indicator(id=name, normalisation=as_it_is()) for name in "abcde")
    shape = {"p": ("a", "b"), "q": ("c", "d", "e"), "top": ("p", "q")}
    if draw(st.booleans()):
        shape = {"p": ("a", "b", "c"), "q": ("p", "d"), "top": ("q", "e")}
    return Index(
        id="made",
        indicators=leaves,
        aggregates=tuple(draw(_nodes(name, parts)) for name, parts in shape.items()),
    )


_ROWS = st.fixed_dictionaries(dict.fromkeys("abcde", _FIGURES | _FIGURES | _FIGURES | st.none()))
_DATA = st.dictionaries(st.sampled_from("rstuvwxyz"), _ROWS, min_size=2)
_HOW: st.SearchStrategy[Reweighting | None] = st.none() | strategies.reweightings()


def _evaluated(index: Index, data: Any) -> Evaluation[str]:
    try:
        found = index.evaluate(data)
    except StepError:
        assume(False)
        raise
    assume(found.ranking().ranked)
    return found


@settings(max_examples=300)
@given(_trees(), _DATA, _HOW, st.integers(0, 99))
def test_both_engines_give_the_same_scores_and_ranks(
    index: Index, data: Any, how: Reweighting | None, seed: int
) -> None:
    numpy = pytest.importorskip("numpy")
    scores = _evaluated(index, data)
    numbered = slots(scores)
    drawn = [Draws(seed + k).uniforms(moved(how, len(numbered))) for k in range(5)]
    pure, array = (program(scores, how, numbered, engine, frozen=False) for engine in (OfFloats(), OfNumpy(numpy)))
    assert pure.places == array.places
    try:
        slow = [scored(pure, weights_of(how, row)) for row in drawn]
    except StepError:
        with pytest.raises(StepError):
            array_scores(numpy, array, how, numpy.array(drawn))
        return
    fast = array_scores(numpy, array, how, numpy.array(drawn))
    flat = [x for row in slow for x in row]
    assert fast.ravel().tolist() == pytest.approx(flat, rel=1e-12, abs=1e-12)
    assert array_ranks(numpy, fast).tolist() == [ranked(row) for row in slow]


@settings(max_examples=200)
@given(_trees(), _DATA, _HOW, st.integers(0, 99))
def test_a_draw_is_the_index_with_those_weights(index: Index, data: Any, how: Reweighting | None, seed: int) -> None:
    """The exact evaluation knows nothing of the programs; it scores the index that `draw` says was scored."""
    scores = _evaluated(index, data)
    try:
        found = robustness_of(scores, weights=how, seed=seed, draws=3, engine="python")
    except StepError:
        assume(False)
    numbered = slots(scores)
    source = Draws(seed)
    for number in range(3):
        drawn = source.uniforms(1 + moved(how, len(numbered)))[1:]
        held = program(scores, how, numbered, OfFloats(), frozen=False)
        mine = dict(zip((list(scores)[i] for i in held.places), scored(held, weights_of(how, drawn)), strict=True))
        draw = found.draw(number)
        slow = draw.as_index.evaluate(data)
        theirs = {unit: value for unit in slow if (value := slow.value(unit)) is not None}
        assert set(mine) == set(theirs)
        assert {unit: float(value) for unit, value in theirs.items()} == pytest.approx(mine, rel=1e-9, abs=1e-9)
        whole = {node.id: sum(node.share(part) for part in node.parts) for node in index.aggregates}
        assert {node: sum(held.values()) for node, held in draw.weights.items()} == pytest.approx(
            {node: float(total) for node, total in whole.items()}
        )


@given(st.lists(st.integers(-5, 5).map(lambda x: x / 7) | st.floats(-100, 100), min_size=1, max_size=30))
def test_ranks_count_those_ahead_once_rounded(scores: list[float]) -> None:
    keys = [round(score * 1e12) for score in scores]
    want = [1 + sum(other > key for other in keys) for key in keys]
    assert ranked(scores) == want
    numpy = pytest.importorskip("numpy")
    assert array_ranks(numpy, numpy.array([scores])).tolist() == [want]


# ── what is read from the ranks ──────────────────────────────────────────────────────────────────────────────────────

_PLAIN = st.dictionaries(
    st.sampled_from("rstuvwxyz"), st.fixed_dictionaries(dict.fromkeys("abc", _FIGURES)), min_size=1
)


def _flat() -> Index:
    leaves = tuple(Indicator(id=name, normalisation=as_it_is()) for name in "abc")
    return Index(id="flat", indicators=leaves, aggregates=(Aggregate(id="top", parts=("a", "b", "c")),))


@given(_PLAIN, st.integers(0, 99), st.sampled_from([F(0), F(1, 20), F(1, 4), F(1, 2), F(19, 20), F(1)]))
def test_quantiles_agree_with_the_sorted_ranks(data: Any, seed: int, share: Fraction) -> None:
    found = robustness_of(_flat(), data, weights=noise(F(3, 4)), seed=seed, draws=21)
    for unit, one in found.items():
        ranks = sorted(rank for rank in found.ranks(unit) if rank is not None)
        smallest = next(rank for rank in ranks if sum(other <= rank for other in ranks) >= share * len(ranks))
        assert found.interval(unit, share, share) == (smallest, smallest)
        place = share * (len(ranks) - 1)
        low, high = ranks[int(place)], ranks[min(int(place) + 1, len(ranks) - 1)]
        assert found.interval(unit, share, share, rule="linear")[0] == low + (place - int(place)) * (high - low)
        assert (one.best, one.worst, one.ranked) == (ranks[0], ranks[-1], 1)
        assert found.share_in_top(unit, 2) == F(sum(rank <= 2 for rank in ranks), 21)
    total = sum(abs((rank or 0) - (one.rank or 0)) for unit, one in found.items() for rank in found.ranks(unit))
    assert found.mean_rank_shift == F(total, 21 * len(found))


@given(_PLAIN, st.integers(0, 99), st.sampled_from([F(1, 100), F(1, 20), F(1, 4)]))
def test_groups_are_the_longest_runs_that_are_not_told_apart(data: Any, seed: int, share: Fraction) -> None:
    found = robustness_of(_flat(), data, weights=noise(F(3, 4)), seed=seed, draws=21)
    units = list(found)
    draws = list(zip(*(found.ranks(unit) for unit in units), strict=True))

    def apart(i: int, j: int) -> bool:
        ahead = sum(row[i] < row[j] for row in draws), sum(row[j] < row[i] for row in draws)
        assert found.share_ahead(units[i], units[j]) == F(ahead[0], 21)
        return max(ahead) > (1 - share) * 21

    runs = [
        (i, j)
        for i in range(len(units))
        for j in range(i + 2, len(units) + 1)
        if not any(apart(a, b) for a in range(i, j) for b in range(a + 1, j))
    ]
    longest = [(i, j) for i, j in runs if not any(k <= i and j <= m and (k, m) != (i, j) for k, m in runs)]
    assert found.not_separated(share=share) == tuple(tuple(units[i:j]) for i, j in sorted(longest, key=itemgetter(0)))

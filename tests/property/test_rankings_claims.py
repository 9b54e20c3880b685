"""Whatever is claimed and whatever the tables, a check gives a verdict; changes and needs keep their promises."""

import pickle
from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tthc.codec import decode, encode
from tthc.exact import percent, round_to
from tthc.rankings import (
    Change,
    CutClaim,
    Division,
    Edition,
    FigureVerdict,
    IndexMethod,
    RankClaim,
    RatioClaim,
    Verdict,
    change,
    check_claim,
    check_cut,
    check_ratio,
    needed,
    what_if,
)
from tthc.strategies import _claims as claims

UNITS = ("A", "B", "C", "D", "E")
SCORES = st.fixed_dictionaries({unit: st.integers(0, 4) for unit in UNITS})


@pytest.mark.parametrize("name", claims.__all__)
def test_strategies_make_values_that_encode_hash_and_pickle(name: str) -> None:
    make: Any = getattr(claims, name)

    @settings(max_examples=30)  # some hold several editions, which take time to draw
    @given(make())
    def check(value: Any) -> None:
        assert decode(type(value), encode(value)) == value
        assert pickle.loads(pickle.dumps(value)) == value
        assert hash(value) == hash(pickle.loads(pickle.dumps(value)))
        assert type(str(value)) is str
        assert repr(value)

    check()


def test_strategies_name_themselves_only() -> None:
    assert dir(claims) == claims.__all__


# ── verdicts ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@given(claims.verdicts())
def test_a_verdict_follows_from_its_atoms(verdict: Verdict) -> None:
    outcomes = {atom.outcome for atom in verdict.atoms}
    if verdict.outcome == "true":
        assert outcomes == {"true"}
    if "false" in outcomes:
        assert verdict.outcome in {"false", "undecided"}  # undecided: true by another publication of the edition
    assert verdict.because.vi
    assert verdict.because.en
    assert len(verdict.rows) == len(verdict.placings)
    assert verdict.text("en").startswith(verdict.claim.text("en"))


@given(SCORES, SCORES, st.none() | st.integers(1, 5), st.none() | st.integers(-4, 4))
def test_an_exact_table_decides_every_claim(
    before: dict[str, int], after: dict[str, int], rank: int | None, moved: int | None
) -> None:
    """Held against all positions within the tied spans, tried one by one."""
    claim = RankClaim(index="PCI", edition=2024, unit="A", rank=rank, change=moved, since=2023)
    tables = [Edition(index="PCI", year=2023, scores=before), Edition(index="PCI", year=2024, scores=after)]
    verdict = check_claim(claim, tables)
    if rank is None and moved is None:
        assert verdict.outcome == "incomplete"
        return

    def positions(scores: dict[str, int]) -> range:
        better = sum(score > scores["A"] for score in scores.values())
        return range(better + 1, better + list(scores.values()).count(scores["A"]) + 1)

    def holds(then: int, now: int) -> bool:
        return (rank is None or now == rank) and (moved is None or then - now == moved)

    then, now = positions(before), positions(after)
    if holds(then[0], now[0]):
        expected = "true"
    elif any(holds(*pair) for pair in product(then, now)):
        expected = "true_under"
    else:
        expected = "false"
    assert verdict.outcome == expected
    for order in verdict.under:
        places = dict(order.places)
        assert holds(places.get(2023, then[0]), places[2024])
        assert places[2024] in now
    assert bool(verdict.under) == (expected == "true_under")


# ── figures ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@given(st.integers(0, 9999), st.integers(1, 9999), st.integers(0, 3))
def test_a_ratio_printed_by_rounding_or_cutting_follows(part: int, whole: int, digits: int) -> None:
    exact = percent(part, whole)
    rounded, cut = round_to(exact, digits), round_to(exact, digits, "down")
    assert check_ratio(RatioClaim(part=part, whole=whole, percent=rounded, digits=digits)).outcome in {
        "follows",
        "rounded",
    }
    assert check_ratio(RatioClaim(part=part, whole=whole, percent=cut, digits=digits)).outcome != "does_not_follow"
    off = rounded + 2 * Fraction(1, 10**digits)
    assert check_ratio(RatioClaim(part=part, whole=whole, percent=off, digits=digits)).outcome == "does_not_follow"


@given(st.integers(1, 10**6), st.integers(0, 10**6))
def test_a_cut_told_truly_follows(before: int, after: int) -> None:
    exact = percent(before - after, before)
    claim = CutClaim(before=before, after=after, saving=before - after, percent=round_to(exact, 2))
    assert check_cut(claim).outcome in {"follows", "rounded"}


@given(claims.figure_verdicts())
def test_a_figure_verdict_is_that_of_its_worst_figure(verdict: FigureVerdict) -> None:
    outcomes = [atom.outcome for atom in verdict.atoms]
    assert verdict.outcome in (outcomes or ["incomplete"])
    if "does_not_follow" in outcomes:
        assert verdict.outcome == "does_not_follow"
    assert verdict.because.en


# ── changes ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _edition(year: int, scores: dict[str, int]) -> Edition:
    return Edition(index="PCI", year=year, scores=scores)


@given(SCORES, SCORES, st.sampled_from(UNITS))
def test_own_and_field_effect_are_all_of_the_move(before: dict[str, int], after: dict[str, int], unit: str) -> None:
    moved = change(_edition(2023, before), _edition(2024, after), unit)
    for order in ("field_first", "own_first", "mean"):
        effect = moved.effect(order)
        assert effect is not None
        assert effect.own + effect.field == moved.places
    back = change(_edition(2024, after), _edition(2025, before), unit)
    there, again = moved.effect("field_first"), back.effect("own_first")
    assert there is not None
    assert again is not None
    assert (there.own, there.field) == (-again.own, -again.field)


@given(SCORES, SCORES, st.sampled_from(UNITS))
def test_places_are_the_units_passed_less_those_passed_by(
    before: dict[str, int], after: dict[str, int], unit: str
) -> None:
    moved = change(_edition(2023, before), _edition(2024, after), unit)
    ahead_then = sum(score > before[unit] for score in before.values())
    ahead_now = sum(score > after[unit] for score in after.values())
    assert moved.places == ahead_then - ahead_now
    if not moved.level_before and not moved.level_after:
        assert moved.places == len(moved.passed) - len(moved.passed_by)
    assert not {*moved.passed} & {*moved.passed_by}
    assert not {*moved.passed, *moved.passed_by} & {*moved.level_before, *moved.level_after}


COMPONENTS = st.fixed_dictionaries({"X": SCORES, "Y": SCORES})
WEIGHTS = st.fixed_dictionaries({name: st.integers(1, 4) for name in ("X", "Y")})


def _composed(year: int, components: dict[str, dict[str, int]], weights: dict[str, int]) -> Edition:
    method = IndexMethod(id=f"mean-{weights}", weights=weights)
    scores = {u: sum((method.share(c) * components[c][u] for c in components), Fraction(0)) for u in UNITS}
    return Edition(index="I", year=year, scores=scores, components=components, method=method)


@given(COMPONENTS, COMPONENTS, WEIGHTS, WEIGHTS, st.sampled_from(UNITS))
def test_the_parts_of_a_change_add_up(
    before: dict[str, dict[str, int]],
    after: dict[str, dict[str, int]],
    old: dict[str, int],
    new: dict[str, int],
    unit: str,
) -> None:
    moved = change(_composed(2023, before, old), _composed(2024, after, new), unit)
    division = moved.division
    assert division is not None
    assert sum(division.components.values()) + division.reweighting + division.residual == division.total == moved.score
    assert division.residual == 0  # the index follows exactly from its components
    if old == new:
        assert division.reweighting == 0
        assert moved.method_changes == ()


@given(claims.divisions())
def test_drawn_divisions_add_up(division: Division) -> None:
    assert sum(division.components.values(), division.reweighting + division.residual) == division.total


@settings(max_examples=30)
@given(claims.rank_changes())
def test_a_change_can_always_be_shown(moved: Change) -> None:
    assert moved.text("en").startswith(f"{moved.unit}, PCI")
    assert (moved.places is None) == (
        any(standing is None or standing.rank is None for standing in (moved.before, moved.after))
    )


# ── needs ────────────────────────────────────────────────────────────────────────────────────────────────────────────


@given(
    COMPONENTS,
    WEIGHTS,
    st.sampled_from(UNITS),
    st.integers(1, 5),
    st.sampled_from(["X", "Y", ("X", "Y"), {"X": 2, "Y": 1}]),
)
def test_what_is_needed_reaches_the_rank_and_less_does_not(
    components: dict[str, dict[str, int]], weights: dict[str, int], unit: str, rank: int, by: Any
) -> None:
    table = _composed(2024, components, weights)
    alone = needed(table, unit, rank)
    reached = what_if(table, unit, {"I": alone.score}).rank
    assert reached is not None
    assert reached <= rank
    if not alone.reached:
        short = what_if(table, unit, {"I": alone.score - Fraction(1, 1000)}).rank
        assert short is not None
        assert short > rank
    found = needed(table, unit, rank, by=by)
    then = what_if(table, unit, found.scores).rank
    assert then is not None
    assert (then <= rank) is found.reachable
    assert all(
        found.now[name] <= score <= max(found.limits[name], found.now[name]) for name, score in found.scores.items()
    )

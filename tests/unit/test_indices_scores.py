"""Scores, the weights of a budget, and the treatment of outliers."""

import math
import pickle
from decimal import Decimal
from fractions import Fraction

import pytest

from tthc.errors import MalformedError
from tthc.indices import Score, Treatment, budget_weights, kurtosis, log, skewness, winsorise
from tthc.indices.scores import as_fraction, exact_number, exact_sum, rankable, shown
from tthc.indices.treatment import winsorised

F = Fraction


def test_whole_numbers_and_decimals_become_fractions_and_nothing_else_does() -> None:
    assert [as_fraction(2), as_fraction(Decimal("0.5")), as_fraction(F(1, 3))] == [F(2), F(1, 2), F(1, 3)]
    assert as_fraction(None) is None
    assert as_fraction(0.5) == 0.5  # type: ignore[arg-type]
    assert type(as_fraction(0.5)) is float  # type: ignore[arg-type]
    assert exact_number(3, "x") == 3


def test_a_score_says_whether_it_is_exact() -> None:
    assert Score(F(1, 3)).exact
    assert not Score(0.5).exact
    assert float(Score(F(1, 4))) == 0.25
    assert Score(F(2, 3)).rounded(2) == F(67, 100)
    assert (str(Score(F(1, 2))), str(Score(0.5))) == ("0,5", "0,5")
    assert repr(Score(F(1, 2))) == "Score(Fraction(1, 2))"


def test_a_score_is_a_value() -> None:
    score = Score(F(1, 2))
    assert score == Score(F(1, 2))
    assert score != Score(0.5)
    assert score != F(1, 2)
    assert hash(score) == hash(Score(F(1, 2)))
    assert pickle.loads(pickle.dumps(score)) == score
    with pytest.raises(AttributeError, match="does not change"):
        score.value = F(1)
    with pytest.raises(AttributeError, match="does not change"):
        del score.value


@pytest.mark.parametrize("value", [1, True, "1", None, Decimal(1)])
def test_a_score_is_a_fraction_or_a_float(value: object) -> None:
    with pytest.raises(TypeError, match="Fraction"):
        Score(value)  # type: ignore[arg-type]


def test_floats_tie_at_twelve_decimals_and_exact_scores_never_do() -> None:
    assert rankable(0.1 + 0.2) == rankable(0.3)
    assert rankable(F(1, 10**13)) != rankable(F(0))


def test_a_number_that_is_cut_says_so() -> None:
    assert shown(F(1, 3)) == "≈0,333333"
    assert shown(F(-5, 2), "en") == "-2.5"


def test_a_sum_is_exact_unless_a_float_takes_part() -> None:
    assert exact_sum([F(1, 2), F(1, 3)], [F(1, 5), F(3)]) == F(11, 10)
    assert exact_sum([], []) == 0
    assert exact_sum([F(1), F(0)], [F(2), 0.5]) == F(2)  # a weight of 0 does not make it a float
    mixed = exact_sum([F(1), F(1)], [F(2), 0.5])
    assert type(mixed) is float
    assert mixed == 2.5


# ── a budget of points ───────────────────────────────────────────────────────────────────────────────────────────────


def test_the_budget_of_several_experts_is_their_mean() -> None:
    weights = budget_weights([{"a": 70, "b": 30}, {"a": 50, "b": 50}])
    assert dict(weights) == {"a": F(3, 5), "b": F(2, 5)}
    assert budget_weights([{"a": Decimal("0.5"), "b": F(1, 2)}], budget=1)["a"] == F(1, 2)


@pytest.mark.parametrize(
    ("votes", "budget", "words"),
    [
        ([], 100, "at least one expert"),
        ([{"a": 100}], 0, "more than 0"),
        ([{"a": 60, "b": 30}], 100, "add up to 100"),
        ([{"a": 130, "b": -30}], 100, "0 or more"),
        ([{"a": 50, "b": 50}, {"a": 50, "c": 50}], 100, "the parts a, b"),
    ],
)
def test_a_budget_must_be_dealt_out_whole(votes: list[dict[str, int]], budget: int, words: str) -> None:
    with pytest.raises(MalformedError, match=words):
        budget_weights(votes, budget=budget)


# ── outliers ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _column(*values: int) -> list[Fraction]:
    return [F(value) for value in values]


def test_skew_and_kurtosis_are_those_of_spreadsheets() -> None:
    values = _column(3, 4, 5, 2, 3, 4, 5, 6, 4, 7)  # the example in the manuals of SKEW and KURT
    assert math.isclose(skewness(values), 0.359543071, rel_tol=1e-8)
    assert math.isclose(kurtosis(values), -0.151799637, rel_tol=1e-8)
    assert skewness(_column(-9, -2, -1)) < 0


def test_high_and_low_outliers_are_pulled_in() -> None:
    high = _column(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 100)
    assert winsorised(high, winsorise()) == (1, 10, 1, True)
    low = [-x for x in high]
    assert winsorised(low, winsorise()) == (-10, -1, 1, True)


def test_points_that_tie_are_pulled_in_together() -> None:
    values = _column(*range(30), 500, 500)
    low, high, count, passes = winsorised(values, winsorise(skew=F(1, 2)))
    assert (low, high, count, passes) == (0, 29, 2, True)


def test_winsorising_stops_after_so_many_points() -> None:
    values = _column(*range(20), 1000, 10_000, 100_000)
    assert winsorised(values, winsorise(max_points=1))[2:] == (1, False)
    assert winsorised(values, winsorise(max_points=3))[2:] == (3, True)


@pytest.mark.parametrize("values", [_column(5, 5, 5, 5, 5), _column(1, 2, 1000), _column(1, 2, 3, 4, 5)])
def test_what_passes_is_left_alone(values: list[Fraction]) -> None:
    assert winsorised(values, winsorise()) == (min(values), max(values), 0, True)


@pytest.mark.parametrize(
    ("fields", "faulty"),
    [
        ({"method": "log"}, {"shift"}),
        ({"method": "log", "shift": F(0), "skew": F(2)}, {"skew"}),
        ({"method": "winsorise"}, {"skew", "kurtosis", "max_points", "otherwise"}),
        (
            {"method": "winsorise", "skew": F(0), "kurtosis": F(3), "max_points": 0, "otherwise": "keep"},
            {"skew", "max_points"},
        ),
    ],
)
def test_a_treatment_has_the_fields_of_its_method(fields: dict[str, object], faulty: set[str]) -> None:
    with pytest.raises(MalformedError) as caught:
        Treatment(**fields)  # type: ignore[arg-type]
    assert {fault.field for fault in caught.value.faults} == faulty


def test_the_ways_to_build_a_treatment() -> None:
    assert winsorise() == winsorise(skew=Decimal(2), kurtosis=Decimal("3.5"), max_points=5)
    assert log(shift=1).shift == 1

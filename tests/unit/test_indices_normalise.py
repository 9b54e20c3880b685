"""Every way from a figure to a score, over a small column."""

import math
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from tthc.errors import MalformedError, NotFoundError, StepError
from tthc.indices import (
    Aggregate,
    Index,
    Indicator,
    Normalisation,
    ReferenceScale,
    Scale,
    Score,
    Treatment,
    as_it_is,
    band,
    best_worst,
    borda,
    categories,
    distance_to_best,
    distance_to_reference,
    distance_to_target,
    fraction_of_maximum,
    goalposts,
    log,
    min_max,
    percentile,
    points,
    rank_score,
    steps,
    winsorise,
    z_score,
)

F = Fraction
NUMBERS = (2, 4, 4, 10)


def _index(indicator: Indicator) -> Index:
    return Index(id="i", indicators=(indicator,), aggregates=(Aggregate(id="top", parts=(indicator.id,)),))


def _scored(how: Normalisation, figures: Sequence[Any] = NUMBERS, **fields: Any) -> list[Any]:
    index = _index(Indicator(id="x", normalisation=how, **fields))
    evaluation = index.evaluate({f"u{i}": {"x": figure} for i, figure in enumerate(figures)})
    return list(evaluation.stages("x").normalised)


@pytest.mark.parametrize(
    ("how", "higher", "lower"),
    [
        (as_it_is(), [2, 4, 4, 10], [-2, -4, -4, -10]),
        (min_max(), [0, F(1, 4), F(1, 4), 1], [1, F(3, 4), F(3, 4), 0]),
        (min_max(scale=(0, 100)), [0, 25, 25, 100], [100, 75, 75, 0]),
        (goalposts(0, 20), [F(1, 10), F(1, 5), F(1, 5), F(1, 2)], [F(9, 10), F(4, 5), F(4, 5), F(1, 2)]),
        (rank_score(), [1, 2, 2, 4], [4, 2, 2, 1]),
        (rank_score(ties="average"), [1, F(5, 2), F(5, 2), 4], [4, F(5, 2), F(5, 2), 1]),
        (rank_score(ties="upper"), [1, 3, 3, 4], [4, 3, 3, 1]),
        (borda(), [0, 1, 1, 3], [3, 1, 1, 0]),
        (percentile(), [0, F(1, 3), F(1, 3), 1], [1, F(1, 3), F(1, 3), 0]),
        (percentile(scale=(0, 3)), [0, 1, 1, 3], [3, 1, 1, 0]),
        (distance_to_best("ratio"), [F(1, 5), F(2, 5), F(2, 5), 1], [1, F(1, 2), F(1, 2), F(1, 5)]),
        (distance_to_best("range"), [0, F(1, 4), F(1, 4), 1], [1, F(3, 4), F(3, 4), 0]),
        (distance_to_target(8, "ratio"), [F(1, 4), F(1, 2), F(1, 2), F(5, 4)], [4, 2, 2, F(4, 5)]),
        (distance_to_target(6, "range"), [0, F(1, 2), F(1, 2), 2], [2, F(3, 2), F(3, 2), 0]),
        (distance_to_target(6, "range", beyond="clip"), [0, F(1, 2), F(1, 2), 1], [1, 1, 1, 0]),
        (distance_to_reference("u1", "ratio"), [F(1, 2), 1, 1, F(5, 2)], [2, 1, 1, F(2, 5)]),
        (distance_to_reference("u1", "range"), [0, 1, 1, 4], [F(4, 3), 1, 1, 0]),
        (band(F(1, 10)), [-1, -1, -1, 1], [1, 1, 1, -1]),
        (band(F(1, 5)), [-1, 0, 0, 1], [1, 0, 0, -1]),
    ],
)
def test_the_methods(how: Normalisation, higher: list[Any], lower: list[Any]) -> None:
    assert _scored(how) == higher
    assert _scored(how, direction="lower") == lower
    assert all(type(score) is Fraction for score in _scored(how))


def test_the_methods_that_say_themselves_what_is_better() -> None:
    assert _scored(best_worst(10, 2)) == [0, 25, 25, 100]
    assert _scored(best_worst(2, 10)) == [100, 75, 75, 0]
    assert _scored(best_worst(4, 8)) == [100, 100, 100, 0]
    assert _scored(steps([(0, 0), (3, 1), (10, 2)])) == [0, 1, 1, 2]
    assert _scored(categories({"có": 2, "không": 0}), ["có", "không", None, "có"]) == [2, 0, None, 2]
    assert _scored(fraction_of_maximum()) == [F(1, 5), F(2, 5), F(2, 5), 1]
    curved = _scored(best_worst(10, 2, exponent=F(1, 2)))
    assert curved == [0.0, 50.0, 50.0, 100.0]


def test_the_two_deviations_of_a_z_score() -> None:
    population, sample = _scored(z_score("population")), _scored(z_score("sample"))
    assert math.isclose(population[3], 5 / 3)
    assert math.isclose(sample[3], 5 / math.sqrt(12))
    assert _scored(z_score("population"), direction="lower") == [-score for score in population]
    assert math.isclose(_scored(z_score("population", scale=(100, 10)))[3], 100 + 50 / 3)
    assert all(type(score) is float for score in population)


# ── points ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _pointed(rule: Any, *pairs: tuple[int | None, int | None], **fields: Any) -> list[Any]:
    index = _index(Indicator(id="x", denominator="n", normalisation=points(6, when_zero=rule, **fields)))
    data = {f"u{i}": {"x": part, "n": whole} for i, (part, whole) in enumerate(pairs)}
    return list(index.evaluate(data).stages("x").normalised)


def test_points_of_a_ratio() -> None:
    assert _pointed("refuse", (1, 3), (2, 2), (None, 4), (1, None)) == [2, 6, None, None]
    assert _pointed("refuse", (1, 3), (1, 2), (3, 4), threshold=F(1, 2)) == [4, 6, 6]
    assert _pointed("refuse", (1, 7), digits=2) == [F(86, 100)]
    assert _pointed("refuse", (1, 48), digits=2) == [F(13, 100)]  # 0.125: half up


def test_nothing_out_of_nothing_scores_what_the_rule_says() -> None:
    pair = (0, 0)
    assert _pointed("full", pair) == [6]
    assert _pointed("zero", pair) == [0]
    assert _pointed("missing", pair) == [None]
    with pytest.raises(StepError, match="cannot divide 'x' of 'u0': 0 out of 0"):
        _pointed("refuse", pair)
    with pytest.raises(StepError, match="3 out of 0"):
        _pointed("full", (3, 0))


def test_a_rule_for_missing_figures_takes_nothing_of_nothing_too() -> None:
    how = points(6, when_zero="missing")
    index = _index(Indicator(id="x", denominator="n", missing="constant", fill=F(1, 2), normalisation=how))
    assert index.evaluate({"u": {"x": 0, "n": 0}}).value("u") == 3


def test_only_points_have_points() -> None:
    assert points(4).points_of(F(1, 2)) == 2
    with pytest.raises(TypeError, match="by points"):
        min_max().points_of(F(1, 2))


# ── ends ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_beyond_the_ends() -> None:
    assert _scored(goalposts(3, 5, beyond="keep")) == [F(-1, 2), F(1, 2), F(1, 2), F(7, 2)]
    assert _scored(goalposts(3, 5, beyond="clip")) == [0, F(1, 2), F(1, 2), 1]
    with pytest.raises(StepError, match="cannot normalise 'x' of 'u0': 2 lies beyond"):
        _scored(goalposts(3, 5))


@pytest.mark.parametrize(
    ("how", "figures", "fields", "words"),
    [
        (min_max(), [], {}, "no unit has a figure"),
        (min_max(), [3, 3], {}, "same figure"),
        (z_score("sample"), [3], {}, "no deviation"),
        (z_score("population"), [3, 3], {}, "no deviation"),
        (percentile(), [3], {}, "two units"),
        (band(1), [-1, 1], {}, "mean above 0"),
        (distance_to_best("ratio"), [-1, 0], {}, "share of 0"),
        (distance_to_best("ratio"), [0, 1], {"direction": "lower"}, "no value at 0"),
        (distance_to_target(1, "ratio"), [1, 2], {"treatment": log()}, "no length"),
        (goalposts(10**30, 10**30 + 1), [10**30], {"treatment": log()}, "no length"),
        (distance_to_reference("u9", "range"), [0, 1], {}, "'u9' has no figure"),
        (distance_to_target(1, "range"), [1, 2], {}, "same figure"),
        (steps([(1, 1)]), [0], {}, "0 is below the first step"),
        (categories({"a": 1}), ["b"], {}, "'b' is none of 'a'"),
        (categories({"a": 1}), [None], {"missing": "refuse"}, "the figure is missing"),
        (min_max(), [1, 0, 2], {"treatment": log()}, "logarithm of 'x'.* not above 0"),
        (min_max(), [], {"treatment": winsorise()}, "no unit has a figure"),
    ],
)
def test_what_cannot_be_done_is_an_error(how: Normalisation, figures: list[Any], fields: Any, words: str) -> None:
    with pytest.raises(StepError, match=words):
        _scored(how, figures, **fields)


def test_a_share_of_a_stated_target_of_zero_is_refused() -> None:
    with pytest.raises(MalformedError, match="target"):
        distance_to_target(0, "ratio")


# ── treatment ────────────────────────────────────────────────────────────────────────────────────────────────────────

SKEWED = (*range(20), 1000, 10_000, 100_000)


def test_winsorised_figures_stay_exact() -> None:
    scores = _scored(min_max(), SKEWED, treatment=winsorise())
    assert scores[-4:] == [1, 1, 1, 1]
    assert all(type(score) is Fraction for score in scores)


def test_what_winsorising_cannot_mend_is_refused_logged_or_kept() -> None:
    with pytest.raises(StepError, match=r"skew 4\.7.* still out of bounds with 1 points"):
        _scored(min_max(), SKEWED, treatment=winsorise(max_points=1))
    kept = _scored(min_max(), SKEWED, treatment=winsorise(max_points=1, otherwise="keep"))
    assert kept[-2:] == [1, 1]
    logged = _scored(min_max(), SKEWED, treatment=winsorise(max_points=1, otherwise="log"))
    ends = math.log(1000), math.log(101_000)
    assert math.isclose(logged[-2], (math.log(11_000) - ends[0]) / (ends[1] - ends[0]))
    low = _scored(min_max(), [-x for x in SKEWED], treatment=winsorise(max_points=1, otherwise="keep"))
    assert low[-2:] == [0, 0]


def test_goalposts_and_targets_go_through_the_logarithm_too() -> None:
    scores = _scored(goalposts(1, 100), [1, 10, 100], treatment=log())
    assert scores == [0.0, 0.5, 1.0]
    assert _scored(distance_to_target(100, "ratio"), [1, 10, 100], treatment=log()) == [0.0, 0.5, 1.0]
    with pytest.raises(StepError, match="logarithm"):
        _scored(goalposts(0, 100), [1], treatment=log())
    assert _scored(goalposts(0, 9), [0, 9], treatment=log(shift=1)) == [0.0, 1.0]


def test_ranks_of_logarithms_are_the_ranks_of_the_figures() -> None:
    assert _scored(rank_score(), treatment=log()) == _scored(rank_score())


# ── one figure by itself ─────────────────────────────────────────────────────────────────────────────────────────────


def test_an_indicator_scores_one_figure_where_it_needs_no_data() -> None:
    assert Indicator(id="x", normalisation=goalposts(0, 10)).score(4) == Score(F(2, 5))
    assert Indicator(id="x", direction="lower", normalisation=goalposts(0, 10)).score(4) == Score(F(3, 5))
    assert Indicator(id="x", normalisation=goalposts(1, 100), treatment=log()).score(10) == Score(0.5)
    assert Indicator(id="x", denominator="n", normalisation=as_it_is()).score(Decimal(1), 4) == Score(F(1, 4))
    assert Indicator(id="x", normalisation=categories({"có": 2})).score("có") == Score(F(2))
    assert Indicator(id="x", normalisation=categories({"0": 1, "1": 2})).score(1) == Score(F(2))
    assert Indicator(id="x", normalisation=steps([(0, 5)])).score(1) == Score(F(5))
    assert Indicator(id="x", normalisation=distance_to_target(8, "ratio")).score(2) == Score(F(1, 4))
    ratio = Indicator(id="x", denominator="n", normalisation=points(6, when_zero="full"))
    assert ratio.score(1, 2) == Score(F(3))
    assert ratio.score(0, 0) == Score(F(6))
    missing = Indicator(id="x", denominator="n", normalisation=points(6, when_zero="missing"))
    assert missing.score(0, 0) is None


@pytest.mark.parametrize(
    ("indicator", "figures", "error"),
    [
        (Indicator(id="x", normalisation=min_max()), (1,), StepError),
        (Indicator(id="x", normalisation=goalposts(0, 1), treatment=winsorise()), (1,), StepError),
        (Indicator(id="x", normalisation=categories({"a": 1})), ("b",), StepError),
        (Indicator(id="x", denominator="n", normalisation=as_it_is()), (0, 0), StepError),
        (Indicator(id="x", denominator="n", normalisation=as_it_is()), (1,), TypeError),
        (Indicator(id="x", normalisation=as_it_is()), (1, 2), TypeError),
        (Indicator(id="x", normalisation=as_it_is()), ("1",), TypeError),
        (Indicator(id="x", normalisation=as_it_is()), (0.5,), TypeError),
        (Indicator(id="x", normalisation=as_it_is()), (float("nan"),), TypeError),
        (Indicator(id="x", normalisation=as_it_is()), (Decimal("NaN"),), ValueError),
        (Indicator(id="x", denominator="n", normalisation=as_it_is()), (1, True), TypeError),
        (Indicator(id="x", denominator="n", normalisation=points(5)), (-1, 10), StepError),
        (Indicator(id="x", denominator="n", normalisation=points(5)), (1, -10), StepError),
        (Indicator(id="x", denominator="n", normalisation=points(5)), (-1, -10), StepError),
    ],
)
def test_what_one_figure_cannot_say(indicator: Indicator, figures: tuple[Any, ...], error: type[Exception]) -> None:
    with pytest.raises(error):
        indicator.score(*figures)


def test_the_error_names_the_indicator_and_writes_the_float_exactly() -> None:
    on_time = Indicator(id="2.1", denominator="n", normalisation=points(20))
    with pytest.raises(TypeError, match=r'2\.1: expected an int, Fraction or Decimal\("0.5"\), got the float 0.5'):
        on_time.score(0.5, 1)  # type: ignore[arg-type]
    with pytest.raises(StepError, match=r"cannot divide '2.1': -1 out of 10, but a count is 0 or more"):
        on_time.score(-1, 10)


def test_a_count_below_nothing_is_refused_with_its_unit_but_a_growth_is_not() -> None:
    leaf = Indicator(id="paid", denominator="due", normalisation=points(6))
    index = Index(id="i", indicators=(leaf,), aggregates=(Aggregate(id="top", parts=("paid",)),))
    with pytest.raises(StepError, match="cannot divide 'paid' of 'B': -3 out of 5"):
        index.evaluate({"A": {"paid": 1, "due": 5}, "B": {"paid": -3, "due": 5}})
    growth = Indicator(id="growth", denominator="gdp", normalisation=goalposts(-1, 1))
    assert growth.score(-1, 2) == Score(F(1, 4))


# ── the values themselves ────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("fields", "faulty"),
    [
        ({"method": "goalposts"}, {"low", "high"}),
        ({"method": "goalposts", "low": F(2), "high": F(1)}, {"high"}),
        ({"method": "min_max", "low": F(2)}, {"low"}),
        ({"method": "min_max", "digits": 2}, {"digits"}),
        ({"method": "min_max", "scale": (F(1), F(1))}, {"scale"}),
        ({"method": "min_max", "scale": (F(100), F(0))}, {"scale"}),
        ({"method": "z_score", "deviation": "sample", "scale": (F(0), F(-1))}, {"scale"}),
        ({"method": "z_score", "deviation": "sample", "beyond": "clip"}, {"beyond"}),
        ({"method": "as_it_is", "scale": (F(0), F(100))}, {"scale"}),
        ({"method": "best_worst", "best": F(1), "worst": F(1), "exponent": F(1)}, {"worst"}),
        ({"method": "best_worst", "best": F(1), "worst": F(2), "exponent": F(2)}, {"exponent"}),
        ({"method": "band", "width": F(0)}, {"width"}),
        ({"method": "steps", "ladder": ()}, {"ladder"}),
        ({"method": "steps", "ladder": ((F(1), F(1)), (F(1), F(2)))}, {"ladder"}),
        ({"method": "points", "maximum": F(0), "threshold": F(0), "when_zero": "zero"}, {"maximum", "threshold"}),
        (
            {"method": "points", "maximum": F(1), "threshold": F(1), "when_zero": "zero", "digits": 13},
            {"digits"},
        ),
    ],
)
def test_a_normalisation_has_the_fields_of_its_method(fields: dict[str, Any], faulty: set[str]) -> None:
    with pytest.raises(MalformedError) as caught:
        Normalisation(**fields)
    assert {fault.field for fault in caught.value.faults} == faulty


def test_an_empty_table_of_categories_is_refused() -> None:
    with pytest.raises(MalformedError, match="at least one category"):
        categories({})


def test_a_normalisation_shows_what_was_stated() -> None:
    how = goalposts(0, 10)
    assert repr(how).startswith("Normalisation(method='goalposts', beyond='refuse', low=Fraction(0, 1), high=")
    assert eval(repr(how), {"Normalisation": Normalisation, "Fraction": F}) == how


def test_floats_are_refused_everywhere() -> None:
    with pytest.raises(TypeError, match="exact numbers only"):
        goalposts(0.5, 1)  # type: ignore[arg-type]
    with pytest.raises(MalformedError, match="scale"):
        Normalisation(method="min_max", scale=(0.0, 1.0))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("fields", "faulty"),
    [
        ({"id": "", "column": "", "denominator": ""}, {"id", "column", "denominator"}),
        ({"missing": "group_mean"}, {"group"}),
        ({"group": "region"}, {"group"}),
        ({"missing": "constant"}, {"fill"}),
        ({"fill": F(1)}, {"fill"}),
        ({"direction": "lower", "normalisation": best_worst(1, 2)}, {"direction"}),
        ({"direction": "lower", "normalisation": fraction_of_maximum()}, {"direction"}),
        ({"normalisation": points(1)}, {"denominator"}),
        ({"normalisation": points(1), "denominator": "n", "treatment": log()}, {"treatment"}),
        ({"normalisation": categories({"a": 1}), "missing": "mean"}, {"missing"}),
        ({"normalisation": categories({"a": 1}), "denominator": "n"}, {"missing"}),
    ],
)
def test_an_indicator_must_be_one_that_can_be_scored(fields: dict[str, Any], faulty: set[str]) -> None:
    with pytest.raises(MalformedError) as caught:
        Indicator(**{"id": "x", "normalisation": min_max(), **fields})
    assert {fault.field for fault in caught.value.faults} == faulty


# ── the scale of a period ────────────────────────────────────────────────────────────────────────────────────────────


def test_a_scale_is_a_value_that_must_be_in_order() -> None:
    for fields in ({"ordered": (F(2), F(1))}, {"lower": F(2), "upper": F(1)}, {"pulled_in": -1}):
        with pytest.raises(MalformedError):
            Scale(indicator="x", **fields)  # type: ignore[arg-type]
    with pytest.raises(MalformedError, match="one scale"):
        ReferenceScale(scales=(Scale(indicator="x"), Scale(indicator="x")))
    with pytest.raises(NotFoundError, match="'y'"):
        ReferenceScale(scales=(Scale(indicator="x"),)).of("y")


def test_another_year_is_scored_on_the_scale_of_the_first() -> None:
    index = _index(Indicator(id="x", normalisation=min_max(), treatment=winsorise()))
    first = {f"u{i}": {"x": x} for i, x in enumerate((*range(11), 1000))}
    scale = index.reference(first, period="2014")
    assert (scale.period, scale.of("x").upper, scale.of("x").pulled_in) == ("2014", 10, 1)
    later = index.evaluate({"u0": {"x": 5}, "u1": {"x": 4000}, "u2": {"x": -5}}, reference=scale)
    assert [later.value(unit) for unit in later] == [F(1, 2), 1, F(-1, 2)]
    again = index.evaluate(first, reference=scale)
    assert again.scores() == index.evaluate(first).scores()


@pytest.mark.parametrize("how", [rank_score(), rank_score(ties="average"), rank_score(ties="upper")])
def test_a_figure_that_the_first_year_did_not_have_is_placed_among_its_figures(how: Normalisation) -> None:
    index = _index(Indicator(id="x", normalisation=how))
    scale = index.reference({i: {"x": x} for i, x in enumerate(NUMBERS)}, period="2014")
    assert index.evaluate({"new": {"x": 5}}, reference=scale).value("new") == 4


@pytest.mark.parametrize("direction", ["higher", "lower"])
def test_the_scale_of_a_period_fits_every_method(direction: Any) -> None:
    ways = [
        as_it_is(), min_max(), goalposts(0, 20), z_score("sample"), rank_score(), percentile(), borda(), band(1),
        distance_to_best("ratio"), distance_to_best("range"), distance_to_target(8, "ratio"),
    ]  # fmt: skip
    table = {f"u{i}": {"x": x} for i, x in enumerate(NUMBERS)}
    frozen = []
    for how in ways:
        index = _index(Indicator(id="x", direction=direction, normalisation=how))
        scale = index.reference(table, period="2014")
        assert index.evaluate(table, reference=scale).scores() == index.evaluate(table).scores()
        frozen.append((index, scale))
    for index, scale in frozen:
        mine = set(scale.of("x").numbers), bool(scale.of("x").ordered)
        for _, other in frozen:
            if mine != (set(other.of("x").numbers), bool(other.of("x").ordered)):
                with pytest.raises(StepError, match="the reference scale was not frozen for"):
                    index.evaluate(table, reference=other)


def test_a_treatment_is_not_needed_for_a_log_of_a_column_that_shifts() -> None:
    assert Treatment(method="log", shift=F(1)) == log(shift=1)

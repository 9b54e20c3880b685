"""Mean and variance of uncertain figures, and the draws that stand for them."""

import math
from fractions import Fraction

import pytest

from tthc.costs import Discrete, Moments, Spread, moments_of
from tthc.costs._quantiles import array_of, drawn
from tthc.errors import MalformedError

MANY = [(i + 0.5) / 20_000 for i in range(20_000)]
SHAPES = [
    Spread(low=1, high=3),
    Spread(kind="triangular", low=1, mode=2, high=6),
    Spread(kind="triangular", low=1, mode=1, high=6),
    Spread(kind="triangular", low=1, mode=6, high=6),
    Spread(kind="pert", low=1, mode=2, high=6),
    Spread(kind="pert", low=0, mode=0, high=1),
    Spread(kind="pert", low=0, mode=1, high=1),
    Discrete({1: Fraction(1, 2), 3: Fraction(1, 4), 7: Fraction(1, 4)}),
]


def test_time_times_volume_times_income() -> None:
    year = moments_of(Spread(low=1, high=3)) * moments_of(Spread(low=800, high=1200)) * 40_000
    assert tuple(year) == (80_000_000, Fraction(5_632_000_000_000_000, 9))
    assert round(year.sd) == 25_015_551
    assert year.cv == pytest.approx(0.3127, abs=1e-4)


def test_sums() -> None:
    parts = [Moments(1, 4), Moments(Fraction(1, 2), 5)]
    assert sum(parts) == parts[0] + parts[1] == Moments(Fraction(3, 2), 9)
    assert 3 + Moments(1, 4) == Moments(4, 4)
    assert 3 * Moments(1, 4) == Moments(1, 4) * Fraction(3) == Moments(3, 36)
    assert Moments(2).variance == 0
    assert Moments(0, 1).cv is None


@pytest.mark.parametrize("stranger", ["1", 0.5, None, True])
def test_strangers_are_neither_added_nor_multiplied(stranger: object) -> None:
    with pytest.raises(TypeError):
        Moments(1) + stranger  # type: ignore[operator]
    with pytest.raises(TypeError):
        Moments(1) * stranger  # type: ignore[operator]


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (lambda: Moments(0.5), "mean: expected Fraction"),
        (lambda: Moments(1, -1), "variance: expected 0 or more"),
        (lambda: Discrete({1: Fraction(1, 2)}), "add up to 1"),
        (lambda: Discrete({1: Fraction(3, 2), 2: Fraction(-1, 2)}), "0 or more"),
        (lambda: Discrete(((1, Fraction(1, 2)), (1, Fraction(1, 2)))), "named once"),
        (lambda: Discrete({}), "add up to 1"),
        (lambda: Discrete({0.5: 1}), "outcomes"),
        (lambda: Discrete(5), "outcomes"),
        (lambda: Discrete((1, 2)), "outcomes"),
        (lambda: Discrete(((1, 2, 3),)), "outcomes"),
    ],
)
def test_what_is_no_distribution_is_refused(make: object, expected: str) -> None:
    with pytest.raises(MalformedError, match=expected):
        make()  # type: ignore[operator]


def test_a_discrete_figure() -> None:
    one = Discrete({3: Fraction(1, 4), 1: Fraction(3, 4), 9: 0})
    assert one.outcomes[0] == (1, Fraction(3, 4))
    assert (one.low, one.high, one.mean, one.variance) == (1, 3, Fraction(3, 2), Fraction(3, 4))
    assert one == Discrete(one.outcomes) == Discrete(one.outcomes[::-1])
    assert moments_of(one) == Moments(Fraction(3, 2), Fraction(3, 4))


def test_a_number_has_no_variance() -> None:
    assert moments_of(3) == moments_of(Fraction(3)) == Moments(3)
    assert drawn(Fraction(1, 2), [0.1, 0.9]) == [0.5, 0.5]


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_even_draws_have_the_moments_of_their_shape(shape: Spread | Discrete) -> None:
    sample = drawn(shape, MANY)
    mean = math.fsum(sample) / len(sample)
    assert mean == pytest.approx(float(shape.mean), abs=1e-4)
    assert math.fsum((x - mean) ** 2 for x in sample) / len(sample) == pytest.approx(float(shape.variance), abs=1e-3)
    assert sample == sorted(sample)
    assert float(shape.low) <= drawn(shape, [0.0])[0] <= drawn(shape, [1 - 2**-53])[0] <= float(shape.high)


@pytest.mark.parametrize("shape", [*SHAPES, Fraction(2)], ids=str)
def test_numpy_draws_the_same(shape: Spread | Discrete | Fraction) -> None:
    numpy = pytest.importorskip("numpy")
    assert array_of(shape, numpy.array(MANY), numpy).tolist() == pytest.approx(drawn(shape, MANY), rel=1e-12, abs=1e-12)


def test_pert_is_the_beta_distribution_it_stands_for() -> None:
    # With the mode in the middle it is beta(3, 3): F(x) = x³(10 − 15x + 6x²).
    shape = Spread(kind="pert", low=0, mode=Fraction(1, 2), high=1)
    for u, x in zip(MANY[::500], drawn(shape, MANY[::500]), strict=True):
        assert x**3 * (10 - 15 * x + 6 * x * x) == pytest.approx(u, abs=1e-6)

"""Printed digits: intervals at the edges, the smallest denominator, what is refused."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from tthc.errors import MalformedError
from tthc.frozen import FrozenMap
from tthc.rankings import Lift, Precision, lift, lift_either


@pytest.mark.parametrize(
    ("mode", "printed", "low", "high"),
    [
        ("rounded", "0.57", "0.565", "0.575"),
        ("truncated", "0.57", "0.57", "0.58"),
        ("mixed", "0.57", "0.565", "0.58"),
        ("rounded", "0", "-0.005", "0.005"),
        ("truncated", "0", "-0.01", "0.01"),
        ("mixed", "0", "-0.01", "0.01"),
        ("rounded", "-0.57", "-0.575", "-0.565"),
        ("truncated", "-0.57", "-0.58", "-0.57"),
        ("mixed", "-0.57", "-0.58", "-0.565"),
    ],
)
def test_intervals(mode: Any, printed: str, low: str, high: str) -> None:
    assert Precision(2, mode).interval(Decimal(printed)) == (Fraction(low), Fraction(high))


def test_precision_is_a_small_value() -> None:
    assert Precision(5).unit == Fraction(1, 100_000)
    assert Precision(0).interval(3) == (Fraction(5, 2), Fraction(7, 2))
    assert repr(Precision(4, "truncated")) == "Precision(digits=4, mode='truncated')"
    for digits, mode in ((-1, "rounded"), (31, "rounded"), (True, "rounded"), (2, "floor")):
        with pytest.raises(MalformedError):
            Precision(digits, mode)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        Precision(2).interval(0.5)  # type: ignore[arg-type]


def test_the_smallest_denominator_is_found_and_the_others_are_excluded() -> None:
    printed = {"A": Decimal("0.41732"), "B": Decimal("0.01574"), "C": 1, "D": 0}  # 53/127, 2/127, cut after 5 digits
    found = lift(printed, Precision(5, "truncated"))
    assert (found.denominator, found.excluded, found.limit, found.found) == (127, 126, 10_000, True)
    assert found.fractions == FrozenMap(
        {"A": Fraction(53, 127), "B": Fraction(2, 127), "C": Fraction(1), "D": Fraction(0)}
    )
    assert str(found) == "mẫu số chung nhỏ nhất 127, đã loại 126 mẫu số nhỏ hơn (5 chữ số, cắt bớt)"
    best, other = lift_either(printed, 5)
    assert best == found
    assert other.denominator is None or other.denominator > 127


def test_none_fits() -> None:
    printed = {"A": Decimal("0.333"), "B": Decimal("0.317")}
    refused = lift(printed, Precision(3), max_denominator=30)
    assert (refused.denominator, refused.excluded, refused.found, refused.fractions) == (None, 30, False, FrozenMap())
    assert str(refused) == "không có mẫu số chung nào đến 30 (3 chữ số, làm tròn)"
    assert [found.found for found in lift_either(printed, 3, max_denominator=30)] == [False, False]
    assert "làm tròn hoặc cắt bớt" in str(lift(printed, Precision(3, "mixed"), max_denominator=2))


def test_whole_scores_need_no_denominator() -> None:
    assert lift({"A": 0, "B": 5}, Precision(0)).denominator == 1
    assert lift({}, Precision(2)).denominator == 1
    assert lift({"A": Decimal("0.5")}, Precision(1), max_denominator=1).denominator is None
    assert lift({"A": Decimal("0.5")}, Precision(1), max_denominator=2).denominator == 2
    assert lift_either({"A": Fraction(1, 2)}, 2)[0].precision.mode == "rounded"


@pytest.mark.parametrize(
    ("printed", "limit", "expected"),
    [
        ({"A": 0.5}, None, ["printed['A']: expected an int, Fraction or Decimal, got 0.5"]),
        ({"A": Decimal("NaN"), "B": -1, "C": Fraction(1, 3)}, None,
         ["printed['A']: expected an int, Fraction or Decimal, got Decimal('NaN')",
          "printed['B']: expected a number from 0 on in units of 1/100, got -1",
          "printed['C']: expected a number from 0 on in units of 1/100, got Fraction(1, 3)"]),
        ({"A": 1}, 0, ["max_denominator: expected a whole number from 1 on, got 0"]),
        ({"A": 1}, 2.0, ["max_denominator: expected a whole number from 1 on, got 2.0"]),
    ],
)  # fmt: skip
def test_what_cannot_be_lifted(printed: Any, limit: Any, expected: list[str]) -> None:
    with pytest.raises(MalformedError) as caught:
        lift(printed, Precision(2), max_denominator=limit)
    assert list(map(str, caught.value.faults)) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"denominator": 0, "excluded": 0}, "denominator: expected 1 to 9, or none, got 0"),
        ({"denominator": 10, "excluded": 9}, "denominator: expected 1 to 9, or none, got 10"),
        ({"denominator": 3, "excluded": 1}, "excluded: expected 2, all that are smaller, got 1"),
        ({"denominator": None, "excluded": 8}, "excluded: expected 9, all that are smaller, got 8"),
        ({"denominator": 3, "excluded": 2, "fractions": FrozenMap({"A": Fraction(1, 2)})},
         "fractions['A']: expected a fraction of 3, got Fraction(1, 2)"),
        ({"denominator": None, "excluded": 9, "fractions": FrozenMap({"A": Fraction(1, 2)})},
         "fractions['A']: expected a fraction of None, got Fraction(1, 2)"),
    ],
)  # fmt: skip
def test_a_lift_that_does_not_hold_together(fields: Any, expected: str) -> None:
    with pytest.raises(MalformedError) as caught:
        Lift(precision=Precision(2), limit=9, **fields)
    assert list(map(str, caught.value.faults)) == [expected]

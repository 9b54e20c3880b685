"""Agreement: τ-b, mean rank shift and reversals in cases worked out by hand, and what may be compared."""

from fractions import Fraction
from typing import Any

import pytest

from tthc.errors import MalformedError
from tthc.rankings import Agreement, Ranking, agreement_of, kendall_tau_b, mean_rank_shift, reversals


def test_a_worked_example() -> None:
    # Of 6 pairs one is reversed (B, C), one is equal on the left (C, D): 4 - 1 over the root of 5 * 6.
    left, right = {"A": 9, "B": 7, "C": 5, "D": 5}, {"A": 9, "B": 6, "C": 7, "D": 1}
    found = agreement_of(left, right)
    assert (found.common, found.concordant, found.discordant) == (4, 4, 1)
    assert (found.left_ties, found.right_ties, found.both_ties, found.reversals) == (1, 0, 0, 1)
    assert found.tau_b == kendall_tau_b(left, right) == pytest.approx(3 / 30**0.5)
    assert list(reversals(left, right)) == [("B", "C")]
    assert found.mean_rank_shift == mean_rank_shift(left, right) == Fraction(0 + 1 + 1 + 1, 4)
    assert str(found) == "4 đơn vị chung, τ-b 0,5477, 1 cặp đảo thứ tự"


def test_the_same_and_the_opposite_order_are_exactly_one() -> None:
    ranks = list(range(193))
    assert kendall_tau_b(ranks, ranks) == 1
    assert kendall_tau_b(ranks, ranks[::-1]) == -1
    ties = [n // 3 for n in ranks]
    assert kendall_tau_b(ties, ties) == 1


@pytest.mark.parametrize(("left", "right"), [([], []), ([1], [2]), ([1, 1, 1], [1, 2, 3]), ([1, 2, 3], [1, 1, 1])])
def test_nothing_to_compare(left: list[int], right: list[int]) -> None:
    assert kendall_tau_b(left, right) is None
    assert agreement_of(left, right).tau_b is None


def test_no_unit_in_common() -> None:
    found = agreement_of({"A": 1}, {"B": 1})
    assert (found.common, found.left_only, found.right_only, found.mean_rank_shift) == (0, ("A",), ("B",), None)
    assert str(found) == "0 đơn vị chung, τ-b không xác định, 0 cặp đảo thứ tự"
    assert list(reversals({"A": 1}, {"B": 1})) == []


def test_rankings_count_ranked_units_only_and_by_their_own_policy() -> None:
    left = Ranking.from_scores({"A": 9, "B": 7, "C": 7, "D": 1}, unranked={"D": "x"}, ties="average")
    right = Ranking.from_ranks({"A": 3, "B": 2, "C": 1, "E": 4})
    found = agreement_of(left, right)
    assert (found.common, found.discordant, found.left_ties) == (3, 2, 1)
    assert (found.left_only, found.right_only) == ((), ("E",))
    assert found.mean_rank_shift == (Fraction(2) + Fraction(1, 2) + Fraction(3, 2)) / 3
    ordinal = left.with_ties("ordinal", order=("C", "B"))
    assert agreement_of(ordinal, right).left_ties == 0
    assert list(reversals(ordinal, right)) == [("A", "C"), ("A", "B")]
    lower = Ranking.from_scores({"A": 1, "B": 2, "C": 3}, higher_is_better=False)
    assert kendall_tau_b(lower, {"A": 3, "B": 2, "C": 1}) == 1


def test_shift_is_counted_among_common_units() -> None:
    world = Ranking.from_scores({"A": 9, "X": 8, "Y": 7, "B": 6})
    assert mean_rank_shift(world, {"A": 2, "B": 1}) == 0


@pytest.mark.parametrize("other", ["12", b"12", 3, {1, 2}, None])
def test_what_is_no_ranking(other: Any) -> None:
    with pytest.raises(TypeError, match="expected a ranking, a mapping or a sequence of exact scores"):
        kendall_tau_b([1, 2], other)


def test_scores_are_exact() -> None:
    with pytest.raises(MalformedError, match=r"scores\[1\]: expected an int"):
        kendall_tau_b([1, 2], [1, 0.5])  # type: ignore[list-item]


def test_long_lists() -> None:
    values = [n * 7919 % 2003 for n in range(2003)]
    found = agreement_of(range(2003), values)
    assert found.discordant == sum(a > b for i, b in enumerate(values) for a in values[:i])


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"common": 2, "concordant": 2, "discordant": -1},
         ["discordant: expected a count, 0 or more, got -1"]),
        ({"common": 3, "concordant": 1, "discordant": 1},
         ["common: expected counts of pairs that add up to all 3 of them, got 3"]),
    ],
)  # fmt: skip
def test_counts_that_do_not_add_up(fields: Any, expected: list[str]) -> None:
    with pytest.raises(MalformedError) as caught:
        Agreement(**fields)
    assert list(map(str, caught.value.faults)) == expected

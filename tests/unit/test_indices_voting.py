"""Voting, over the profiles of the OECD handbook (tables 25 to 33)."""

from fractions import Fraction
from typing import Any

import pytest

from tthc.errors import MalformedError
from tthc.indices import Ballot, borda_count, condorcet, copeland, kemeny, outranking
from tthc.indices.voting import duels, support

F = Fraction

MOULIN = [Ballot(tuple("abcd"), 3), Ballot(tuple("acbd"), 5), Ballot(tuple("bdca"), 7), Ballot(tuple("cbda"), 6)]
CONDORCET = [
    Ballot(tuple("abc"), 23), Ballot(tuple("bca"), 17), Ballot(tuple("bac"), 2), Ballot(tuple("cab"), 10),
    Ballot(tuple("cba"), 8),
]  # fmt: skip
FISHBURN = [Ballot(tuple("cbad"), 3), Ballot(tuple("badc"), 2), Ballot(tuple("adcb"), 2)]


def _points(ballots: list[Ballot[str]]) -> dict[str, Any]:
    ranking = borda_count(ballots)
    return {unit: ranking[unit].score for unit in sorted(ranking)}


def test_borda_and_condorcet_disagree() -> None:
    assert _points(MOULIN) == {"a": 24, "b": 44, "c": 38, "d": 20}
    assert condorcet(duels(MOULIN)) == ("c", "b", "d", "a")
    assert copeland(duels(MOULIN)).rank("c") == 1
    assert borda_count(MOULIN).rank("b") == 1


def test_a_circle_is_settled_by_the_best_supported_order() -> None:
    pairs = duels(CONDORCET)
    assert _points(CONDORCET) == {"a": 58, "b": 69, "c": 53}
    assert condorcet(pairs) is None
    assert {copeland(pairs).rank(unit) for unit in "abc"} == {1}
    found = {order: support(tuple(order), pairs) for order in ("abc", "bca", "cab", "bac", "cba", "acb")}
    assert found == {"abc": 100, "bca": 104, "cab": 86, "bac": 94, "cba": 80, "acb": 76}
    assert kemeny(pairs) == ((("b", "c", "a"),), 104)


def test_borda_turns_round_when_a_loser_leaves() -> None:
    assert _points(FISHBURN) == {"a": 13, "b": 12, "c": 11, "d": 6}
    without = [Ballot(tuple(unit for unit in ballot.order if unit != "d"), ballot.votes) for ballot in FISHBURN]
    assert _points(without) == {"a": 6, "b": 7, "c": 8}


def test_orders_that_tie_are_all_returned() -> None:
    circle = duels([Ballot(tuple("abc")), Ballot(tuple("bca")), Ballot(tuple("cab"))])
    assert len(kemeny(circle).orders) == 3


def test_outranking_adds_up_to_one() -> None:
    pairs = outranking({"A": {"x": 3, "y": 1}, "B": {"x": 1, "y": 1}, "C": {"x": 1, "y": 5}}, {"x": 3, "y": 1})
    assert pairs["A", "B"] == F(7, 8)
    assert pairs["B", "C"] == F(3, 8)
    assert all(weight + pairs[b, a] == 1 for (a, b), weight in pairs.items())


@pytest.mark.parametrize(
    "ballots",
    [[], [Ballot(("a", "b")), Ballot(("a", "c"))], [Ballot(("a", "a"))], [Ballot(("a",), -1)], [Ballot(("a",), 0.5)]],
)
def test_ballots_must_order_the_same_alternatives(ballots: Any) -> None:
    with pytest.raises(MalformedError):
        borda_count(ballots)


def test_weights_of_criteria_must_weigh_something() -> None:
    for weights in ({"x": 0}, {"x": 2, "y": -1}):
        with pytest.raises(MalformedError, match="0 or more"):
            outranking({"A": {"x": 1, "y": 2}}, weights)


def test_too_many_alternatives_are_refused() -> None:
    with pytest.raises(MalformedError, match="at most 8"):
        kemeny(duels([Ballot(tuple("abcdefghi"))]))

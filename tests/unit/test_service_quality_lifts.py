"""What would lift a score: the least changes in counts, and never a change of what they are counts of."""

from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest

from tthc.errors import NotFoundError
from tthc.indices import Score
from tthc.service_quality import QD766, QD766_GROUPS, lift

SCORE = QD766.evaluate({"1.1": (0, 82), "2.1": (8_000, 10_000), "4.1": (1_000, 10_000), "5.2": (0, 0), "5.3": (0, 0)})


def value(score: Score | None) -> Fraction:
    assert score is not None
    assert isinstance(score.value, Fraction)
    return score.value


def test_the_cheapest_counts_come_first() -> None:
    found = lift(SCORE, 34)
    assert SCORE.total == Fraction("28.6")
    # 82 procedures are worth 6 points, 10,000 dossiers 20 and 6.
    assert [(step.indicator, step.more) for step in found.steps] == [("1.1", 74)]
    assert found.reached == Fraction("34.01")
    assert found.changes == 74
    assert found.reachable
    further = lift(SCORE, 37)
    assert [(step.indicator, step.more) for step in further.steps] == [("1.1", 82), ("2.1", 1_198)]
    assert further.reached == 37


def test_greedy_is_not_always_least() -> None:
    # One more of 4.1 is worth 6/103 points, one more of 4.4 only 4/72. For 0.12 points the dearer one is the better:
    # it rounds from 2.44 to 2.56 with two, where 4.1 goes from 0.06 to 0.17 and needs a third.
    score = QD766.evaluate({"4.1": (1, 103), "4.4": (44, 72)})
    assert score.total == Fraction("2.5")
    assert [(step.indicator, step.more) for step in lift(score, Fraction("2.62")).steps] == [("4.4", 2)]
    assert QD766.indicator("4.1").score(3, 103) == Score(Fraction("0.17"))


def test_a_class_is_a_target() -> None:
    score = QD766.evaluate({"2.1": (1_000, 1_000), "4.1": (0, 10), "4.2": (0, 10), "5.2": (1, 1), "5.3": (1, 1),
                            "3.3": (40, 100), "5.4": (9, 10), "1.4": (9, 9)})  # fmt: skip
    assert score.total == Fraction("48.8")
    found = lift(score, "trung bình")
    assert found.target == 50
    assert found.grade == ("trung bình", "average")
    assert str(found) == (
        "Từ 48,8 lên 50 điểm (trung bình): cần thêm 2, được 50 điểm\n"
        "  4.1 Hồ sơ cấp kết quả điện tử: +2 (0 → 2/10), thêm 1,2 điểm"
    )
    assert found.display("en").split("\n") == [
        "From 48.8 to 50 points (average): 2 more, which gives 50",
        "  4.1 Dossiers with an electronic result: +2 (0 → 2/10), 1.2 points more",
    ]
    with pytest.raises(NotFoundError, match="xuất chúng"):
        lift(score, "xuất chúng")


def test_denominators_are_no_levers() -> None:
    # 12 points would come from having no petitions; what can be done is to handle those there are.
    silent = QD766.evaluate({"5.2": (0, 10), "5.3": (0, 10)})
    found = lift(silent, 12)
    assert {(step.indicator, step.of, step.more) for step in found.steps} == {("5.2", 10, 10), ("5.3", 10, 10)}
    # 0/0 is full already, or has no score: it is no lever either way.
    assert lift(QD766.evaluate({"5.2": (0, 0), "4.1": (0, 0)}), 7).most == 6


def test_what_cannot_be_reached_is_said() -> None:
    found = lift(SCORE, 90)
    assert not found.reachable
    assert found.steps == ()
    assert found.most == 20 + 6 + 6 + 12
    assert str(found) == "Không thể đạt 90 điểm: các số đếm chỉ cho tối đa 44 điểm"
    assert found.display("en") == "90 points cannot be reached: the most that the counts allow is 44"
    groups = QD766_GROUPS.evaluate({"CKMB": 10})
    assert not lift(groups, 11).reachable
    assert lift(groups, 10).reachable


def test_what_is_reached_needs_nothing() -> None:
    found = lift(SCORE, Decimal("28.6"))
    assert found.steps == ()
    assert found.changes == 0
    assert str(found) == "28,6 điểm: đã đạt 28,6"
    assert lift(SCORE, "yếu").display("en") == "28.6 points: 0 (weak) reached"


def test_levers_and_efforts() -> None:
    only = lift(SCORE, 34, levers=("2.1", "4.1"))
    assert [(step.indicator, step.more) for step in only.steps] == [("2.1", 1_998), ("4.1", 2_325)]
    dear = lift(SCORE, 34, levers=("2.1", "4.1"), effort={"2.1": 10})
    assert [(step.indicator, step.more) for step in dear.steps] == [("4.1", 8_992)]
    with pytest.raises(NotFoundError):
        lift(SCORE, 34, levers=("9.9",))
    with pytest.raises(NotFoundError):
        lift(SCORE, 34, effort={"9.9": 1})
    with pytest.raises(ValueError, match="more than 0"):
        lift(SCORE, 34, effort={"2.1": 0})
    with pytest.raises(ValueError, match="with a total"):
        lift(QD766.evaluate({}), 10)
    with pytest.raises(TypeError):
        lift(SCORE, 34.5)  # type: ignore[arg-type]


def test_the_least_effort_against_every_combination() -> None:
    counts = {"4.3": (7, 8), "5.2": (30, 195), "1.2": (32, 48)}
    effort = {"4.3": 4, "5.2": 1, "1.2": 9}
    score = QD766.evaluate(counts)
    goal = Fraction("7.17")
    points = {
        name: [value(QD766.indicator(name).score(n, of)) for n in range(before, of + 1)]
        for name, (before, of) in counts.items()
    }
    least = min(
        sum(more * effort[name] for more, name in zip(taken, counts, strict=True))
        for taken in product(*(range(len(held)) for held in points.values()))
        if sum(points[name][more] for more, name in zip(taken, counts, strict=True)) >= goal
    )
    found = lift(score, goal, effort=effort)
    assert sum(step.more * effort[step.indicator] for step in found.steps) == least == 52
    assert found.display("en").startswith("From 5.59 to 7.17 points: 52 more, which gives 7.19")


def test_exempt_measures_are_no_levers() -> None:
    communes = QD766.with_exempt(("4.5a",), name="x")
    assert lift(communes.evaluate({"4.5a": (0, 10), "2.1": (0, 10)}), 3).steps[0].indicator == "2.1"


def test_rows() -> None:
    row = lift(SCORE, 34).rows[0]
    assert (row["indicator"], row["more"], row["gain"], row["of"]) == ("1.1", 74, Fraction("5.41"), 82)

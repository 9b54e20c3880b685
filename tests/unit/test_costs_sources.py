"""One figure out of several: the rule is named, the sources stay."""

from fractions import Fraction

import pytest

from tthc.costs import (
    HIGHEST,
    LOWER_MIDDLE,
    LOWEST,
    MEAN,
    MEDIAN,
    SOURCE_RULES,
    Resolved,
    SourceFigure,
    SourceRule,
    Spread,
    resolve,
)
from tthc.errors import MalformedError


def given(*tenths: int) -> list[SourceFigure]:
    return [SourceFigure(value=Fraction(n, 10), source=f"s{i}", vintage=2018) for i, n in enumerate(tenths)]


@pytest.mark.parametrize(
    ("rule", "three", "four"),
    [
        (LOWER_MIDDLE, 1039, 1039),
        (MEDIAN, 1039, 1041),
        (MEAN, Fraction(3167, 3), Fraction(4210, 4)),
        (LOWEST, 1039, 1039),
        (HIGHEST, 1089, 1089),
    ],
)
def test_rules(rule: SourceRule, three: int, four: int) -> None:
    assert resolve(given(1089, 1039, 1039), rule).value == Fraction(three, 10)
    assert resolve(given(1089, 1039, 1043, 1039), rule).value == Fraction(four, 10)


def test_the_construction_hours_of_2018() -> None:
    hours = resolve(given(1039, 1039, 1089), LOWER_MIDDLE)
    assert hours.value == Fraction(1039, 10)
    assert [row["chosen"] for row in hours.rows] == [True, True, False]
    assert not hours.agree
    assert hours.spread == Spread(low=Fraction(1039, 10), high=Fraction(1089, 10))
    assert str(hours) == "103,9 (mức trung bình thấp; s0: 103,9; s1: 103,9; s2: 108,9)"
    assert hours.display("en").startswith("103.9 (lower middle figure; s0: 103.9")


def test_sources_that_agree_have_no_spread() -> None:
    same = resolve(given(5, 5), MEAN)
    assert same.agree
    assert same.spread is None


def test_a_rule_of_ones_own() -> None:
    def second(values: tuple[Fraction, ...]) -> Fraction:
        return values[1]

    assert resolve(given(30, 10, 20), second) == Resolved(value=2, rule="second", sources=tuple(given(30, 10, 20)))
    assert str(resolve(given(10), lambda _: 1)).startswith("1 (<lambda>;")
    with pytest.raises(MalformedError, match="value: expected Fraction"):
        resolve(given(10), lambda _: 0.5)  # type: ignore[arg-type,return-value]
    with pytest.raises(MalformedError, match="from the smallest to the largest"):
        resolve(given(10), lambda _: 2)


def test_a_rule_cites_the_circular() -> None:
    assert str(LOWER_MIDDLE) == "mức trung bình thấp (Điều 27 Thông tư số 02/2017/TT-VPCP)"
    assert MEAN.display("en") == "mean"
    assert repr(MEAN) == "<SourceRule mean>"
    assert all(name == rule.id for name, rule in SOURCE_RULES.items())


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (lambda: resolve([], MEAN), "one source at least"),
        (lambda: resolve([1], MEAN), r"\[0\]: expected SourceFigure"),  # type: ignore[list-item]
        (lambda: SourceFigure(value=1, source=""), "name of the source"),
        (lambda: SourceFigure(value=0.5, source="s"), "value: expected Fraction"),
        (lambda: SourceRule(id="", name=("", ""), takes="mean"), "not empty"),
        (lambda: Resolved(value=1, rule="mean", sources=()), "one source at least"),
    ],
)
def test_what_is_refused(make: object, expected: str) -> None:
    with pytest.raises(MalformedError, match=expected):
        make()  # type: ignore[operator]

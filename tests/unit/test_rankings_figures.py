"""Ratios and cuts are judged by arithmetic: follows, rounded, truncated, does not follow, too coarse to tell."""

from decimal import Decimal
from fractions import Fraction

import pytest

from tthc.rankings.claims import CutClaim, RatioClaim
from tthc.rankings.figures import check_cut, check_ratio
from tthc.rankings.outcomes import FigureOutcome


def _ratio(part: int, whole: int, percent: str) -> RatioClaim:
    digits = len(percent.partition(".")[2])
    return RatioClaim(part=Fraction(part), whole=Fraction(whole), percent=Fraction(percent), digits=digits)


@pytest.mark.parametrize(
    ("part", "whole", "percent", "outcome"),
    [
        (4818, 5421, "37.31", "does_not_follow"),
        (4818, 5421, "88.88", "rounded"),
        (4818, 5421, "88.87", "truncated"),
        (4818, 5421, "88.9", "rounded"),
        (4818, 5421, "89", "rounded"),
        (3241, 15801, "20.51", "rounded"),
        (3071, 4888, "62.83", "rounded"),
        (2269, 6974, "32.54", "rounded"),
        (2269, 6974, "32.53", "truncated"),
        (3085, 4888, "63.11", "rounded"),
        (2371, 6974, "34.00", "rounded"),
        (2371, 6974, "33.99", "truncated"),
        (2051, 4888, "41.96", "rounded"),
        (2263, 6974, "32.45", "rounded"),
        (2028, 7806, "25.98", "rounded"),
        (2028, 7806, "30.00", "does_not_follow"),
        (1, 4, "25", "follows"),
        (1, 4, "25.0", "follows"),
        (1, 8, "12.4", "does_not_follow"),
        (1, 8, "12.5", "follows"),
        (1, 8, "12", "rounded"),  # half to even
        (1, 8, "13", "rounded"),  # half up
    ],
)
def test_a_ratio_follows_or_not(part: int, whole: int, percent: str, outcome: FigureOutcome) -> None:
    verdict = check_ratio(_ratio(part, whole, percent))
    assert verdict.outcome == outcome
    assert verdict.atoms[0].right == Fraction(100 * part, whole)


def test_the_ratio_of_the_seed_story_is_not_that_ratio() -> None:
    verdict = check_ratio(_ratio(4818, 5421, "37.31"))
    assert verdict.because.text("vi") == "4.818/5.421 = 88,88 %, không phải 37,31 %"
    assert verdict.because.text("en") == "4,818/5,421 = 88.88 %, not 37.31 %"
    assert str(verdict).startswith("4.818/5.421 = 37,31 % → không khớp\n")
    assert repr(verdict) == "<FigureVerdict does_not_follow: 4,818/5,421 = 37.31 %>"
    assert verdict.rows == (
        {
            "figure": "percent",
            "outcome": "does_not_follow",
            "stated": Fraction(3731, 100),
            "right": Fraction(481800, 5421),
        },
    )


def test_without_digits_a_per_cent_is_taken_as_printed_with_as_few_as_it_needs() -> None:
    assert check_ratio(RatioClaim(part=2371, whole=6974, percent=34)).outcome == "rounded"
    assert check_ratio(RatioClaim(part=2371, whole=6974, percent=Fraction(3400, 100), digits=3)).outcome == (
        "does_not_follow"
    )


def test_words_of_a_rounded_and_of_a_truncated_figure() -> None:
    rounded = check_ratio(_ratio(3071, 4888, "62.83")).because
    assert rounded.vi == "3.071/4.888 = 62,82733… %, làm tròn thành 62,83 %"
    assert rounded.en == "3,071/4,888 = 62.82733… %, rounded to 62.83 %"
    cut = check_ratio(_ratio(3071, 4888, "62.82")).because
    assert cut.vi == "3.071/4.888 = 62,82733… %, cắt bớt chữ số thành 62,82 %; làm tròn là 62,83 %"
    assert cut.en == "3,071/4,888 = 62.82733… %, cut off to 62.82 %; rounded it is 62.83 %"


def test_there_is_no_share_of_nothing() -> None:
    verdict = check_ratio(RatioClaim(part=0, whole=0, percent=0))
    assert (verdict.outcome, verdict.atoms) == ("incomplete", ())
    assert "no percentage of nothing" in verdict.because.en


@pytest.mark.parametrize(
    ("before", "after", "saving", "percent"),
    [
        ("1024000", "231000", "793000", "77.44"),
        ("2306", "654", "1652", "71.64"),
        ("671", "263", "408", "60.80"),
        ("393.4", "201", "192.4", "48.91"),
    ],
)
def test_published_cuts_follow(before: str, after: str, saving: str, percent: str) -> None:
    claim = CutClaim(
        before=Decimal(before), after=Decimal(after), saving=Decimal(saving), percent=Decimal(percent),
        digits={"percent": 2},
    )  # fmt: skip
    verdict = check_cut(claim)
    assert verdict.outcome == "rounded"
    assert [(atom.field, atom.outcome) for atom in verdict.atoms] == [("saving", "follows"), ("percent", "rounded")]
    for missing in ("before", "after", "saving"):
        short = CutClaim(
            before=None if missing == "before" else Decimal(before),
            after=None if missing == "after" else Decimal(after),
            saving=None if missing == "saving" else Decimal(saving),
            percent=Decimal(percent),
        )
        assert [(atom.field, atom.outcome) for atom in check_cut(short).atoms] == [("percent", "rounded")]


def test_yearly_cost_of_the_hanoi_procedure() -> None:
    verdict = check_cut(CutClaim(before=Decimal("3305.472"), after=Decimal("745.668"), saving=Decimal("2559.804")))
    assert verdict.outcome == "follows"


@pytest.mark.parametrize(
    ("wrong", "right"), [("before", Fraction(671)), ("after", Fraction(263)), ("saving", Fraction(408))]
)
def test_of_four_figures_the_odd_one_is_named(wrong: str, right: Fraction) -> None:
    figures = {"before": 671, "after": 263, "saving": 408, "percent": Decimal("60.80")} | {wrong: 500}
    verdict = check_cut(CutClaim(**figures))
    assert verdict.outcome == "does_not_follow"
    assert [(atom.field, atom.outcome) for atom in verdict.atoms] == [
        (wrong, "does_not_follow"),
        ("percent", "rounded"),
    ]
    assert verdict.atoms[0].right == right


def test_where_no_single_figure_explains_it_saving_and_per_cent_are_wrong() -> None:
    verdict = check_cut(CutClaim(before=100, after=40, saving=50, percent=33))
    assert [(atom.field, atom.outcome, atom.right) for atom in verdict.atoms] == [
        ("saving", "does_not_follow", 60),
        ("percent", "does_not_follow", 60),
    ]
    assert verdict.because.en == "100 − 40 = 60, not 50; (100 − 40)/100 = 60 %, not 33 %"


def test_figures_that_were_rounded_before_printing_may_be_too_coarse() -> None:
    claim = CutClaim(before=2300, after=700, percent=Decimal("71.6"), digits={"before": -2, "after": -2})
    verdict = check_cut(claim)
    assert verdict.outcome == "undecided"
    assert verdict.because.vi == (
        "(2.300 − 700)/2.300 = 69,5652… %, nhưng các số đã làm tròn cho phép từ 66,67 đến 72,34 %, "
        "nên chưa bác bỏ được 71,6 %"
    )
    assert "leave from 66.67 to 72.34 %, so 71.6 % cannot be ruled out" in verdict.because.en
    assert check_cut(CutClaim(before=2300, after=700, percent=Decimal("71.6"))).outcome == "does_not_follow"
    assert check_cut(CutClaim(before=2300, after=700, percent=80, digits={"before": -2})).outcome == "does_not_follow"


def test_a_saving_may_be_rounded_or_cut_too() -> None:
    figures = {"before": Decimal("1024.7"), "after": Decimal("231.1")}
    assert check_cut(CutClaim(**figures, saving=794)).outcome == "rounded"
    assert check_cut(CutClaim(**figures, saving=793)).outcome == "truncated"
    coarse = {"before": 2300, "after": 700, "saving": 1652, "digits": {"before": -2, "after": -2}}
    assert check_cut(CutClaim(**coarse)).outcome == "undecided"


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        (
            CutClaim(),
            "nothing to check against: the figure before, the figure after, the saving, the percentage missing",
        ),
        (CutClaim(before=10, after=5), "nothing to check against: the saving, the percentage missing"),
        (CutClaim(saving=5, percent=50), "nothing to check against: the figure before, the figure after missing"),
        (CutClaim(before=0, after=0, percent=50), "there is no percentage of nothing"),
    ],
)
def test_too_few_figures_are_named(claim: CutClaim, reason: str) -> None:
    verdict = check_cut(claim)
    assert verdict.outcome == "incomplete"
    assert verdict.because.en == reason


def test_a_cut_of_nothing_has_a_saving_but_no_per_cent() -> None:
    verdict = check_cut(CutClaim(before=0, after=0, saving=0, percent=50))
    assert [(atom.field, atom.outcome) for atom in verdict.atoms] == [("saving", "follows")]


def test_coarse_figures_that_may_be_nothing_leave_a_finite_span() -> None:
    claim = CutClaim(before=1, saving=1, percent=3, digits={"before": 0, "saving": 0})
    assert check_cut(claim).outcome == "does_not_follow"
    vanishing = CutClaim(after=0, saving=1, percent=60, digits={"after": 0, "saving": 0})
    assert check_cut(vanishing).outcome == "undecided"

"""Joint savings credited to measures, and choices among measures, from small set functions of every kind."""

import datetime as dt
from collections.abc import Callable
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from tthc.simplification import (
    METHODS,
    Apportionment,
    Choice,
    ChoiceMethod,
    Interaction,
    Part,
    apportion,
    apportion_by_sampling,
    least_effort,
)
from tthc.strategies._ground import maybe, texts

__all__ = ["apportionments", "choices", "credited_parts", "interactions", "joint_savings", "measure_names"]

_NAMES = ("Bỏ giấy tờ", "Khai thác dữ liệu dân cư", "Trực tuyến toàn trình", "Liên thông", "M1", "M2")


def __dir__() -> list[str]:
    return __all__


def measure_names() -> SearchStrategy[str]:
    """Names of measures, any text."""
    return st.sampled_from(_NAMES) | texts().filter(bool)


def _amounts() -> SearchStrategy[Fraction]:
    # Small ones, so that ties, zeros and measures that undo each other are common.
    return st.integers(-3, 12).map(Fraction) | st.fractions(-20, 100, max_denominator=12)


@st.composite
def joint_savings(draw: DrawFn, measures: tuple[Any, ...]) -> Callable[[frozenset[Any]], Fraction]:
    """A set function on so many measures: some number for every set of them, 0 for none."""
    count = 2 ** len(measures)
    values = [Fraction(0), *draw(st.lists(_amounts(), min_size=count - 1, max_size=count - 1))]
    place = {measure: 1 << i for i, measure in enumerate(measures)}
    return lambda held: values[sum(place[measure] for measure in held)]


@st.composite
def credited_parts(draw: DrawFn, measures: SearchStrategy[Any] | None = None) -> Part[Any]:
    """What one measure is credited with."""
    low, high = sorted(draw(st.tuples(_amounts(), _amounts())))
    return Part(
        measure=draw(measure_names() if measures is None else measures),
        share=draw(_amounts()),
        stand_alone=draw(_amounts()),
        last_in=draw(_amounts()),
        lowest=low,
        highest=high,
        variance=draw(_amounts().map(abs)),
    )


@st.composite
def interactions(draw: DrawFn, measures: SearchStrategy[Any] | None = None) -> Interaction[Any]:
    """What two measures save together beyond what each saves alone."""
    names = measure_names() if measures is None else measures
    return Interaction(first=draw(names), second=draw(names), dividend=draw(_amounts()), index=draw(maybe(_amounts())))


@st.composite
def apportionments(draw: DrawFn, measures: SearchStrategy[Any] | None = None) -> Apportionment[Any]:
    """Joint savings of up to four measures, by every method, exact and drawn."""
    names = measure_names() if measures is None else measures
    held = tuple(draw(st.lists(names, max_size=4, unique=True)))
    saving = draw(joint_savings(held))
    method = draw(st.sampled_from(METHODS))
    days = {measure: dt.date(2026, draw(st.integers(1, 2)), 1) for measure in held}
    groups = {measure: draw(st.integers(1, 2)) for measure in held}
    if method not in {"stand_alone", "last_in"} and draw(st.booleans()):
        return apportion_by_sampling(
            held,
            saving,
            orders=draw(st.integers(2, 5)),
            seed=draw(st.integers(0, 9)),
            method=method,
            dates=days,
            groups=groups,
        )
    return apportion(held, saving, method=method, dates=days, groups=groups)


@st.composite
def choices(
    draw: DrawFn, measures: SearchStrategy[Any] | None = None, instruments: SearchStrategy[Any] | None = None
) -> Choice[Any, Any]:
    """Choices among up to four measures, some of which share an instrument; what is required may be out of reach."""
    held = tuple(draw(st.lists(measure_names() if measures is None else measures, max_size=4, unique=True)))
    paper = draw(st.sampled_from(["Luật", "Nghị định", "Thông tư"]) if instruments is None else instruments)
    method: ChoiceMethod = draw(st.sampled_from(["exact", "greedy"]))
    return least_effort(
        held,
        draw(joint_savings(held)),
        draw(_amounts()),
        effort={measure: draw(st.fractions(0, 9, max_denominator=4)) for measure in held},
        instruments={paper: draw(st.integers(0, 5))},
        uses={measure: [paper] for measure in held if draw(st.booleans())},
        method=method,
    )

"""Ranking 193 units, and Kendall's tau-b of two rankings of them: row 7.

A ranking is made and one rank is read; no `Standing` is. The scores are printed ones of five digits with some ties, as
whole numbers and as exact fractions. Beside it stand functions that give competition ranks of floats in ready arrays;
they check nothing and know no units.
"""

import importlib
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from benchmarks import Measure, Row
from tthc.rankings import Ranking, agreement_of, kendall_tau_b

__all__ = ["rows"]

_UNITS = 193


def rows(measure: Measure) -> Iterator[Row]:
    whole = _scores(7919, 15)
    exact = {unit: Fraction(points, 100_000) for unit, points in whole.items()}
    ints, fractions = measure.best(
        lambda: Ranking.from_scores(whole).rank("U7"), lambda: Ranking.from_scores(exact).rank("U7")
    )
    yield Row("7", f"rank {_UNITS} units by whole numbers", ints * 1e6, at_most=30, unit="us")
    yield Row("7", f"rank {_UNITS} units by exact fractions", fractions * 1e6, at_most=70, unit="us")
    floats = [float(score) for score in exact.values()]
    for name, what, ranks in _others(floats):
        if ranks is None:
            yield Row.skipped("7", f"rank them with {what}", f"{name} is not installed")
        else:
            (theirs,) = measure.best(ranks)
            note = f"ours {ints / theirs:.2f} x by whole numbers, {fractions / theirs:.2f} x by fractions"
            yield Row("7", f"rank them with {what}", theirs * 1e6, unit="us", note=note)
    yield from _tau(measure, whole)


def _tau(measure: Measure, whole: dict[str, int]) -> Iterator[Row]:
    left, right = Ranking.from_scores(whole), Ranking.from_scores(_scores(7907, 7))
    tau, everything = measure.best(lambda: kendall_tau_b(left, right), lambda: agreement_of(left, right))
    yield Row("7", f"Kendall's tau-b of {_UNITS} units", tau * 1e6, at_most=100, unit="us")
    yield Row("7", "agreement of the two, with mean rank shift", everything * 1e6, unit="us")
    stats = _module("scipy.stats")
    if stats is None:
        yield Row.skipped("7", "tau-b with scipy.stats.kendalltau", "scipy is not installed")
        return
    numpy = importlib.import_module("numpy")
    one = numpy.array([left.scores[unit] for unit in left.scores])
    other = numpy.array([right.scores[unit] for unit in left.scores])
    (theirs,) = measure.best(lambda: stats.kendalltau(one, other))
    yield Row("7", "tau-b with scipy.stats.kendalltau", theirs * 1e6, unit="us", note=f"ours {tau / theirs:.2f} x")


def _scores(step: int, tied: int) -> dict[str, int]:
    """Make scores between 0 and 99,999 in no order; one in sixteen units, by its place, is equal to the one before."""
    return {f"U{i}": (i - (i % 16 == tied)) * step % 100_000 for i in range(_UNITS)}


def _others(floats: list[float]) -> Iterator[tuple[str, str, Any]]:
    stats, pandas, polars = _module("scipy.stats"), _module("pandas"), _module("polars")
    if stats is None:
        yield "scipy", "scipy.stats.rankdata", None
    else:
        array = -importlib.import_module("numpy").array(floats)
        yield "scipy", "scipy.stats.rankdata", lambda: stats.rankdata(array, method="min")
    if pandas is None:
        yield "pandas", "pandas.Series.rank", None
    else:
        series = pandas.Series(floats)
        yield "pandas", "pandas.Series.rank", lambda: series.rank(method="min", ascending=False)
    if polars is None:
        yield "polars", "polars.Series.rank", None
    else:
        column = polars.Series(floats)
        yield "polars", "polars.Series.rank", lambda: column.rank("min", descending=True)


def _module(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError:
        return None

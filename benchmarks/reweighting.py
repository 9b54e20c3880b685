"""Ten thousand re-weightings of 193 units by 30 indicators in three levels (30 → 6 → 3 → 1), with ranks: row 8.

Every weight of every level moves by ±25 %, the index is scored and all units are ranked in each draw; out come the
ranks at 5, 50 and 95 % of the draws. What stands beside it is the least that numpy needs for the same (draw, multiply,
rank with ties, quantiles), and packages for decisions by many criteria, which know one level: their weights are
multiplied out beforehand, they run fewer draws, and their time is scaled up. They also differ in what they make of
ties, which the last rows show.
"""

import importlib
import time
import warnings
from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import pairwise
from typing import Any

from benchmarks import Measure, Row
from tthc._draws import Draws
from tthc.indices import Aggregate, Evaluation, Index, Indicator, as_it_is, noise, robustness_of

__all__ = ["rows"]

_DRAWS, _UNITS, _LEAVES = 10_000, 193, 30
_SHAPE = (_LEAVES, 6, 3, 1)


def rows(measure: Measure) -> Iterator[Row]:
    draws = _DRAWS // 10 if measure.smoke else _DRAWS
    more = _DRAWS / draws
    evaluation = _evaluation()
    what = f"{_DRAWS:,} re-weightings of {_UNITS} x {_LEAVES}, with ranks"
    note = f"{draws:,} draws, scaled up" if measure.smoke else ""
    rounds = 1 if measure.smoke else 3  # one lasts seconds
    pure = min(_time(lambda: _robust(evaluation, draws, "python")) for _ in range(rounds)) * more
    yield Row("8", f"{what}, pure Python", pure, at_most=5, unit="s", note=note)
    numpy = _module("numpy")
    if numpy is None:
        yield Row.skipped("8", f"{what}, with numpy", "numpy is not installed")
        return
    floats = numpy.array(evaluation.compiled.matrix, dtype=float)
    ours, floor = measure.best(lambda: _robust(evaluation, _DRAWS, "numpy"), lambda: _floor(numpy, floats, _DRAWS))
    yield Row("8", f"{what}, with numpy", ours / floor, at_most=1.5, unit="x numpy alone")
    yield Row("8", f"{what}, with numpy", ours, unit="s")
    yield Row("8", f"{what}, numpy alone", floor, unit="s")
    few = 5 if measure.smoke else 50
    weights = _weights(numpy, numpy.random.default_rng(1), few)
    for package, what, rank in _others(numpy):
        if rank is None:
            yield Row.skipped("8", what, f"{package} is not installed")
            continue
        begin = time.process_time()
        for row in weights:
            rank(floats, row)
        taken = (time.process_time() - begin) * _DRAWS / few
        note = f"{few} draws, scaled up; ours {pure / taken:.2f} x in pure Python, {ours / taken:.3f} x with numpy"
        yield Row("8", f"the same by {what}", taken, unit="s", note=note)
    yield from _ties(numpy)


def _evaluation() -> Evaluation[str]:
    """Make an index of four floors and figures of five digits."""
    names = [[f"{level}.{i}" for i in range(count)] for level, count in enumerate(_SHAPE)]
    nodes = [
        Aggregate(id=node, parts=tuple(below[i :: len(above)]))
        for below, above in pairwise(names)
        for i, node in enumerate(above)
    ]
    leaves = tuple(Indicator(id=name, normalisation=as_it_is()) for name in names[0])
    index = Index(id="made", indicators=leaves, aggregates=tuple(nodes))
    draw = iter(Draws(2026).uniforms(_UNITS * _LEAVES))
    return index.evaluate(
        {f"U{i}": {name: Fraction(int(next(draw) * 100_000), 100_000) for name in names[0]} for i in range(_UNITS)}
    )


def _robust(evaluation: Evaluation[str], draws: int, engine: Any) -> object:
    found = robustness_of(evaluation, weights=noise(Fraction(1, 4)), seed=1, draws=draws, engine=engine)
    return [(one.low, one.median, one.high) for one in found.values()]


# ── numpy's own floor ────────────────────────────────────────────────────────────────────────────────────────────────


def _floor(numpy: Any, floats: Any, draws: int) -> object:
    scores = _weights(numpy, numpy.random.default_rng(1), draws) @ floats.T
    keys = -numpy.rint(scores * 1e12)
    order = keys.argsort(axis=1)
    ordered = numpy.take_along_axis(keys, order, axis=1)
    firsts = numpy.ones(keys.shape, dtype=bool)
    firsts[:, 1:] = ordered[:, 1:] != ordered[:, :-1]
    places = numpy.maximum.accumulate(numpy.where(firsts, numpy.arange(1, _UNITS + 1), 0), axis=1)
    ranks = numpy.empty_like(places)
    numpy.put_along_axis(ranks, order, places, axis=1)
    return numpy.percentile(ranks, [5, 50, 95], axis=0)


def _weights(numpy: Any, source: Any, draws: int) -> Any:
    """Draw the weights of all levels and multiply them out, a row a draw."""
    flat = numpy.ones((draws, 1))
    for below, above in zip(_SHAPE[-2::-1], _SHAPE[::-1], strict=False):
        drawn = source.uniform(0.75, 1.25, (draws, below // above, above))
        drawn /= drawn.sum(axis=1, keepdims=True)
        flat = (drawn * flat[:, None, :]).reshape(draws, below)
    return flat


# ── packages for decisions by many criteria ──────────────────────────────────────────────────────────────────────────


def _others(numpy: Any) -> Iterator[tuple[str, str, Callable[[Any, Any], Any] | None]]:
    """Yield the name of a package, what it does, and how it ranks a matrix by weights."""
    kinds = numpy.ones(_LEAVES)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        pymcdm, skcriteria = _module("pymcdm.methods"), _module("skcriteria")
        pyrepo = _module("pyrepo_mcda.mcda_methods")
    if pymcdm is None:
        yield "pymcdm", "pymcdm", None
    else:
        wsm = pymcdm.WSM(importlib.import_module("pymcdm.normalizations").minmax_normalization)
        yield "pymcdm", "pymcdm (WSM)", lambda table, row: wsm.rank(wsm(table, row, kinds[: len(row)]))
    if skcriteria is None:
        yield "scikit-criteria", "scikit-criteria", None
    else:
        simple = importlib.import_module("skcriteria.agg.simple").WeightedSumModel()

        def ranked(table: Any, row: Any) -> Any:
            return simple.evaluate(skcriteria.mkdm(table, [max] * len(row), weights=row)).rank_

        yield "scikit-criteria", "scikit-criteria (WSM)", ranked
    if pyrepo is None:
        yield "pyrepo-mcda", "pyrepo-mcda", None
    else:
        saw = pyrepo.SAW()
        rank = importlib.import_module("pyrepo_mcda.additions").rank_preferences
        what = "pyrepo-mcda (SAW)"
        yield "pyrepo-mcda", what, lambda table, row: rank(saw(table, row, kinds[: len(row)]), reverse=True)


def _ties(numpy: Any) -> Iterator[Row]:
    """Rank 4, 3, 3, 1 by one criterion: the rank of the last unit tells the tie rule."""
    table = numpy.array([[4.0], [3.0], [3.0], [1.0]])
    leaf = Indicator(id="a", normalisation=as_it_is())
    index = Index(id="ties", indicators=(leaf,), aggregates=(Aggregate(id="top", parts=("a",)),))
    found = robustness_of(index, dict(enumerate({"a": int(x)} for x in table[:, 0])), seed=1, draws=1)
    rules = {(1, 2, 2, 4): "competition", (1, 2.5, 2.5, 4): "average", (1, 2, 2, 3): "dense"}
    held: list[tuple[str, tuple[Any, ...]]] = [("tthc", tuple(found[i].median for i in range(4)))]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # pymcdm says that one unit dominates
        for package, _, rank in _others(numpy):
            if rank is not None:
                held.append((package, tuple(float(x) for x in rank(table, numpy.ones(1)))))
    for name, ranks in held:
        shown = ", ".join(f"{rank:g}" for rank in ranks)
        rule = rules.get(ranks, "own rule")
        yield Row("8", f"ranks of 4, 3, 3, 1 by {name}: of the last", float(ranks[-1]), note=f"{shown}: {rule}")


def _time(function: Callable[[], object]) -> float:
    begin = time.process_time()
    function()
    return time.process_time() - begin


def _module(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError:
        return None

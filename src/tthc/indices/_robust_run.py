"""The loop over the draws: the same numbers of chance, one draw at a time or many in an array, to ranks.

A rank is the competition rank of the scores rounded to twelve decimals: 1, 2, 2, 4. Rounding cannot change an order,
only make neighbours equal, so it is done only where two neighbours are that near.
"""

import math
from array import array
from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from operator import sub
from typing import Any, Literal, NamedTuple, TypeAlias, TypeVar, get_args

from tthc._draws import Draws, exponential, pick
from tthc.errors import StepError, show
from tthc.indices._robust_engine import OfFloats, OfNumpy
from tthc.indices._robust_program import Program, Slots, program
from tthc.indices.evaluation import Evaluation
from tthc.indices.variation import Reweighting, Variant, Variation

__all__ = [
    "EngineName",
    "Run",
    "array_ranks",
    "array_scores",
    "loaded",
    "moved",
    "ranked",
    "run",
    "scored",
    "weights_of",
]

U = TypeVar("U", bound=Hashable)
EngineName: TypeAlias = Literal["auto", "python", "numpy"]

_UNIT = 1e12  # twelve decimals
_NEAR = 2e-12  # scores further apart than this stay apart when rounded
_BLOCK = 16_384  # draws whose numbers are made at once
_ROWS = 128  # draws that are scored at once: their scores fit the cache of the processor
_LARGEST = 1e290


def __dir__() -> list[str]:
    return __all__


class Run(NamedTuple):
    """The ranks of all draws, unit by unit within a draw (0: not ranked), and for each unit how often it had which."""

    ranks: "array[int]"
    counts: tuple[tuple[int, ...], ...]
    engine: Literal["python", "numpy"]


def loaded(name: EngineName) -> Any:  # noqa: ANN401 - the module, or None
    """Return numpy where it is wanted and there; raises `ModuleNotFoundError` where it is wanted and is not."""
    if name not in get_args(EngineName):
        msg = f"expected an engine, one of {', '.join(get_args(EngineName))}, got {show(name)}"
        raise ValueError(msg)
    if name == "python":
        return None
    try:
        return __import__("numpy")
    except ModuleNotFoundError as error:
        if name == "auto":
            return None
        msg = 'engine="numpy" needs numpy, which is not installed: pip install "tthc[sampling]"'
        raise ModuleNotFoundError(msg, name="numpy") from error


def run(
    made: Sequence[tuple[Variant, Evaluation[U]]],
    variation: Variation,
    slots: Slots,
    engine: EngineName,
    *,
    frozen: bool,
) -> Run:
    """Do every draw of a variation."""
    numpy = loaded(engine)
    units = len(made[0][1])
    held: OfFloats | OfNumpy = OfFloats() if numpy is None else OfNumpy(numpy)
    programs = [program(evaluation, variation.weights, slots, held, frozen=frozen) for _, evaluation in made]
    if numpy is None:
        ranks = _by_floats(programs, variation, len(slots), units)
        return Run(ranks, _counted(ranks, units), "python")
    return _by_numpy(numpy, programs, variation, len(slots), units)


def moved(how: Reweighting | None, slots: int) -> int:
    """Return how many numbers of chance the weights of one draw take."""
    return 0 if how is None else slots * (how.concentration or 1)


def weights_of(how: Reweighting | None, drawn: Sequence[float]) -> Sequence[float]:
    """Return what moves each weight: the draws themselves for noise, sums of exponential ones for Dirichlet."""
    if how is None or how.concentration is None:
        return drawn
    waits = list(map(exponential, drawn))
    size = how.concentration
    return waits if size == 1 else [math.fsum(waits[i : i + size]) for i in range(0, len(waits), size)]


# ── pure Python ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _by_floats(programs: Sequence[Program], variation: Variation, slots: int, units: int) -> "array[int]":
    draws = Draws(variation.seed)
    width = moved(variation.weights, slots)
    kept: dict[int, list[int]] = {}
    found = array("I")
    for _ in range(variation.draws):
        chosen = pick(draws.uniforms(1)[0], len(programs))
        drawn = draws.uniforms(width)
        held = programs[chosen]
        ranks = kept.get(chosen)
        if ranks is None:
            ranks = _placed(held, ranked(scored(held, weights_of(variation.weights, drawn))), units)
            if not held.varied:
                kept[chosen] = ranks
        found.extend(ranks)
    return found


def scored(held: Program, drawn: Sequence[float]) -> list[float]:
    """Return the scores of one draw; raises `StepError` where a score is too large."""
    try:
        scores: list[float] = held.scores(drawn)
    except OverflowError:
        raise _too_large(held) from None
    whole = sum(scores)
    if not -_LARGEST < whole < _LARGEST:
        raise _too_large(held)
    return scores


def _too_large(held: Program) -> StepError:
    return StepError("aggregate", held.joints[-1][0], "a score of a draw is too large for a float")


def ranked(scores: Sequence[float]) -> list[int]:
    """Return the competition ranks of scores, the highest first, rounded to twelve decimals."""
    ascending: list[Any] = sorted(scores)
    keys: Sequence[Any] = scores
    if min(map(sub, ascending[1:], ascending), default=1.0) <= _NEAR:
        keys = [round(score * _UNIT) for score in scores]
        ascending = sorted(keys)
    places: dict[Any, int] = dict(zip(ascending, range(len(ascending), 0, -1), strict=True))  # of equals, the last
    return [places[key] for key in keys]


def _placed(held: Program, ranks: list[int], units: int) -> list[int]:
    if len(held.places) == units:
        return ranks
    found = [0] * units
    for place, rank in zip(held.places, ranks, strict=True):
        found[place] = rank
    return found


def _counted(ranks: "array[int]", units: int) -> tuple[tuple[int, ...], ...]:
    found: list[tuple[int, ...]] = []
    for unit in range(units):
        counts: Mapping[int, int] = Counter(ranks[unit::units])
        found.append(tuple(counts.get(rank, 0) for rank in range(units + 1)))
    return tuple(found)


# ── numpy ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _by_numpy(numpy: Any, programs: Sequence[Program], variation: Variation, slots: int, units: int) -> Run:  # noqa: ANN401
    draws = Draws(variation.seed)
    width = 1 + moved(variation.weights, slots)
    found = numpy.zeros((variation.draws, units), dtype="uint32")
    for start in range(0, variation.draws, _BLOCK):
        count = min(_BLOCK, variation.draws - start)
        block = draws.uniform_array(count * width).reshape(count, width)
        chosen = (block[:, 0] * len(programs)).astype(int)
        for number, held in enumerate(programs):
            rows = numpy.flatnonzero(chosen == number)
            for first in range(0, len(rows), _ROWS):
                some = rows[first : first + _ROWS]
                scores = array_scores(numpy, held, variation.weights, block[some, 1:])
                found[numpy.ix_(start + some, held.places)] = array_ranks(numpy, scores)
    places = found + numpy.arange(units, dtype="uint32") * (units + 1)
    counts: list[list[int]] = (
        numpy.bincount(places.ravel(), minlength=units * (units + 1)).reshape(units, units + 1).tolist()
    )
    ranks = array("I")
    ranks.frombytes(found.astype("I").tobytes())
    return Run(ranks, tuple(map(tuple, counts)), "numpy")


def array_scores(numpy: Any, held: Program, how: Reweighting | None, drawn: Any) -> Any:  # noqa: ANN401 - arrays
    """Return the scores of some draws, a row each."""
    if how is not None and how.concentration is not None:
        drawn = numpy.array([weights_of(how, row) for row in drawn.tolist()])
    columns = numpy.ascontiguousarray(drawn.T)[:, :, None]
    with numpy.errstate(all="ignore"):
        try:
            scores = held.scores(columns)
        except OverflowError:
            raise _too_large(held) from None
        whole = scores.sum(axis=1)
    if not abs(whole).max() < _LARGEST:  # NaN is not
        raise _too_large(held)
    return numpy.broadcast_to(scores, (len(drawn), scores.shape[1]))


def array_ranks(numpy: Any, scores: Any) -> Any:  # noqa: ANN401 - arrays
    """Return the ranks of each row, as `ranked` does."""
    count = scores.shape[1]
    places = numpy.arange(1, count + 1, dtype="uint32")
    falling = -scores
    order = falling.argsort(axis=1)
    ranks = numpy.empty(scores.shape, dtype="uint32")
    numpy.put_along_axis(ranks, order, places[None], axis=1)
    ordered = numpy.take_along_axis(falling, order, axis=1)
    near = numpy.flatnonzero(((ordered[:, 1:] - ordered[:, :-1]) <= _NEAR).any(axis=1))
    if len(near):
        keys = numpy.rint(ordered[near] * _UNIT)
        firsts = numpy.ones(keys.shape, dtype=bool)
        firsts[:, 1:] = keys[:, 1:] != keys[:, :-1]
        tied = numpy.maximum.accumulate(numpy.where(firsts, places, 0), axis=1)
        some = ranks[near]
        numpy.put_along_axis(some, order[near], tied.astype("uint32"), axis=1)
        ranks[near] = some
    return ranks

"""Which choice decides: Sobol indices of first order and total (chỉ số nhạy Sobol), of any function or of an index.

The first-order index of a factor is V(E(Y|X)) / V(Y), the share of the variance of the outcome that goes with the
factor alone; the total one is E(V(Y|all others)) / V(Y), with all that it does together with others. The runs are n
times the number of factors and two more. Needs scipy (the extra `sampling`): the low-discrepancy points and the
estimator (Saltelli and others, 2010) are its own; a seed shifts the points, digit by digit (a digital shift, which
leaves them as evenly spread as they were).
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import product
from typing import Any, Literal, NamedTuple, TypeAlias, TypeVar, cast, get_args

from tthc._draws import Draws, pick
from tthc.errors import Fault, MalformedError, NotFoundError, StepError, show
from tthc.indices._robust_engine import OfFloats
from tthc.indices._robust_program import program, slots
from tthc.indices._robust_run import moved, ranked, weights_of
from tthc.indices._robust_run import scored as run_scored
from tthc.indices._robust_standing import on_frozen_scale, standing
from tthc.indices.evaluation import Evaluation
from tthc.indices.index import Index
from tthc.indices.scales import ReferenceScale
from tthc.indices.variation import (
    Joinings,
    Reweighting,
    Scalings,
    Variation,
    excluding,
    joinings,
    scalings,
    scored,
)

__all__ = ["Influence", "influences", "sobol_indices"]

U = TypeVar("U", bound=Hashable)
_BITS = 30  # the binary digits of a point
_NONE: tuple[tuple[str, ...], ...] = ((),)
Output: TypeAlias = Literal["mean_rank_shift", "score", "rank"]


def __dir__() -> list[str]:
    return __all__


class Influence(NamedTuple):
    """How much of the variance of an outcome goes with one factor: alone, and together with others. Estimates."""

    factor: str
    first: float
    total: float


def sobol_indices(
    outcome: Callable[[Sequence[float]], float],
    factors: Mapping[str, tuple[float, float]],
    *,
    seed: int,
    samples: int = 1024,
) -> tuple[Influence, ...]:
    """Return the Sobol indices of a function of independent factors, each uniform between its two ends.

    `outcome` is called `samples` · (factors + 2) times with a value for each factor in their order; `samples` is a
    power of two. Raises `StepError` where the outcome never differs, `ModuleNotFoundError` without scipy.

    >>> found = sobol_indices(lambda x: 3 * x[0] + x[1], {"a": (0, 1), "b": (0, 1)}, seed=1)  # doctest: +SKIP
    >>> [round(one.first, 1) for one in found]  # doctest: +SKIP
    [0.9, 0.1]
    """
    if type(samples) is not int or samples < 2 or samples & (samples - 1):
        raise MalformedError("Sobol design", (Fault("samples", samples, "a power of two, 2 or more"),))
    if not factors:
        raise MalformedError("Sobol design", (Fault("factors", factors, "at least one factor"),))
    numpy, stats = _scipy()
    count = len(factors)
    points = stats.qmc.Sobol(2 * count, scramble=False, bits=_BITS).random_base2(samples.bit_length() - 1)
    digits = (points * 2**_BITS).astype("int64")
    shifts = [int(shift * 2**_BITS) for shift in Draws(seed).uniforms(2 * count)]
    points = (digits ^ numpy.array(shifts, dtype="int64")) / 2**_BITS
    lows = numpy.array([low for low, _ in factors.values()], dtype=float)
    highs = numpy.array([high for _, high in factors.values()], dtype=float)
    one, other = (lows + half * (highs - lows) for half in (points[:, :count], points[:, count:]))

    def outcomes(rows: Any) -> Any:  # noqa: ANN401 - arrays
        return numpy.array([[float(outcome(row)) for row in rows.tolist()]])

    mixed: list[Any] = []
    for i in range(count):
        rows = one.copy()
        rows[:, i] = other[:, i]
        mixed.append(outcomes(rows))
    if count == 1:
        mixed.append(outcomes(one))  # scipy wants two factors: the second one changes nothing
    held = {"f_A": outcomes(one), "f_B": outcomes(other), "f_AB": numpy.array(mixed)}
    both = numpy.concatenate((held["f_A"], held["f_B"]), axis=1)
    if both.min() == both.max():
        raise StepError("share out", "variance", "no factor moves the outcome")
    found = stats.sobol_indices(func=held, n=samples)
    firsts, totals = (numpy.ravel(values).tolist() for values in (found.first_order, found.total_order))
    return tuple(Influence(name, *pair) for name, *pair in zip(factors, firsts, totals, strict=False))


def _scipy() -> tuple[Any, Any]:
    try:
        return __import__("numpy"), __import__("scipy.stats", fromlist=("stats",))
    except ModuleNotFoundError as error:
        msg = 'Sobol indices need scipy, which is not installed: pip install "tthc[sampling]"'
        raise ModuleNotFoundError(msg, name="scipy") from error


def influences(
    subject: Index | Evaluation[U],
    data: Mapping[U, Mapping[str, Any]] | None = None,
    *,
    seed: int,
    samples: int = 1024,
    output: Output = "mean_rank_shift",
    unit: U | None = None,
    weights: Reweighting | None = None,
    weight_sets: int = 256,
    normalisations: Scalings = ("stated",),
    aggregations: Joinings = ("stated",),
    exclusions: Iterable[Iterable[str]] = _NONE,
    reference: ReferenceScale | None = None,
) -> tuple[Influence, ...]:
    """Return the Sobol indices of the choices behind an index: those of the four that have more than one alternative.

    `output` is the mean shift in rank against the ranks as stated, or the "score" or "rank" of one `unit`. The
    alternatives are those of `robustness_of`; the weights are one factor, which picks one of `weight_sets` that are
    drawn beforehand. Each combination is scored once. Raises `StepError` where a combination cannot be scored, or
    where the unit has no score in one.
    """
    evaluation = standing(subject, data, reference)
    index = evaluation.index
    if output not in get_args(Output):
        msg = f"expected an output, one of {', '.join(get_args(Output))}, got {show(output)}"
        raise ValueError(msg)
    if (unit is None) is not (output == "mean_rank_shift") or (unit is not None and unit not in evaluation):
        raise NotFoundError("unit", unit, tuple(map(str, evaluation)) if output != "mean_rank_shift" else ())
    variation = Variation(
        seed=seed,
        draws=weight_sets if weights is not None else 1,
        weights=weights,
        normalisations=scalings(index, normalisations),
        aggregations=joinings(index, aggregations),
        exclusions=excluding(index, exclusions),
    )
    model = _Model(evaluation, variation, output, unit)
    sizes = {
        "weights": variation.draws,
        "normalisation": len(variation.normalisations),
        "aggregation": len(variation.aggregations),
        "exclusion": len(variation.exclusions),
    }
    varied = [name for name, size in sizes.items() if size > 1]
    if not varied:
        raise MalformedError("Sobol design", (Fault("factors", (), "a choice with more than one alternative"),))

    def outcome(point: Sequence[float]) -> float:
        at = dict.fromkeys(sizes, 0) | {name: pick(x, sizes[name]) for name, x in zip(varied, point, strict=True)}
        return model.outcome(at["weights"], at["normalisation"], at["aggregation"], at["exclusion"])

    return sobol_indices(outcome, dict.fromkeys(varied, (0.0, 1.0)), seed=seed, samples=samples)


class _Model:
    """The outcome of each combination of choices, computed when first asked for."""

    def __init__(self, evaluation: Evaluation[Any], variation: Variation, output: Output, unit: object) -> None:
        frozen = on_frozen_scale(evaluation)
        made, _ = scored(evaluation, variation, frozen=frozen)
        numbered = slots(evaluation)
        choices = product(
            *(range(len(held)) for held in (variation.normalisations, variation.aggregations, variation.exclusions))
        )
        self.programs = {
            choice: program(held, variation.weights, numbered, OfFloats(), frozen=frozen)
            for choice, (_, held) in zip(choices, made, strict=True)
        }
        source = Draws(variation.seed)
        width = moved(variation.weights, len(numbered))
        self.weights = [weights_of(variation.weights, source.uniforms(width)) for _ in range(variation.draws)]
        ranking = evaluation.ranking()
        self.stated = [cast("int | None", ranking.rank(name)) for name in evaluation]
        self.name, self.output = evaluation.index.id, output
        self.place = None if output == "mean_rank_shift" else list(evaluation).index(unit)
        self.unit = unit
        self.known: dict[tuple[int, ...], float] = {}

    def outcome(self, weights: int, *choice: int) -> float:
        key = (weights, *choice)
        if key not in self.known:
            self.known[key] = self._outcome(weights, choice)
        return self.known[key]

    def _outcome(self, weights: int, choice: tuple[int, ...]) -> float:
        held = self.programs[choice]
        scores = run_scored(held, self.weights[weights])
        if self.place is not None:
            if self.place not in held.places:
                raise StepError("score", self.name, "it has no score in one of the combinations", self.unit)
            at = held.places.index(self.place)
            return scores[at] if self.output == "score" else float(ranked(scores)[at])
        pairs = zip(held.places, ranked(scores), strict=True)
        moves = [abs(rank - stated) for place, rank in pairs if (stated := self.stated[place]) is not None]
        if not moves:
            raise StepError("rank", self.name, "no unit that is ranked as stated is ranked in a combination")
        return float(Fraction(sum(moves), len(moves)))

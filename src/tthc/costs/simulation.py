"""Simulation (mô phỏng Monte Carlo): draws of a cost from one seed, before and after a reform; how often it succeeds.

Every quantity has a stream of its own, made from the seed and its name. So the same seed gives the same hours and the
same number of dossiers to whatever is simulated, before or after, in one call or in two, with numpy or without it.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Any, Literal, NamedTuple, TypeAlias, final, get_args

from tthc._draws import Draws
from tthc.costs._quantiles import array_of, drawn
from tthc.costs._uncertain import Formula, formula_of
from tthc.costs.distributions import Distribution
from tthc.costs.table import CostTable, Measure
from tthc.costs.uncertainty import Model, named
from tthc.errors import Fault, MalformedError, MissingInputError, NotFoundError
from tthc.exact import exact

__all__ = ["PercentileRule", "Probability", "Simulation", "probability_of_target", "simulate"]

PercentileRule: TypeAlias = Literal["nearest_rank", "linear"]
"""How a percentile is read off n draws in order: the one at place ⌈p·n/100⌉, or between the two about place
1 + (n − 1)·p/100."""

_RULES: tuple[PercentileRule, ...] = get_args(PercentileRule)


def __dir__() -> list[str]:
    return __all__


@final
class Simulation:
    """The draws of a cost before and, where one was given, after a reform, in one order (kết quả mô phỏng).

    `before` and `after` hold floats; `saving` and `reduction` are made draw by draw, each being one state of the world.
    """

    __slots__ = ("_after", "_before", "_names", "_seed")

    def __init__(
        self, before: Sequence[float], after: Sequence[float] | None = None, *, seed: int, names: Sequence[str] = ()
    ) -> None:
        if not before or (after is not None and len(after) != len(before)):
            held = None if after is None else len(after)
            raise MalformedError("Simulation", (Fault("after", held, f"as many as before ({len(before)}), 1 or more"),))
        self._before, self._after = tuple(before), None if after is None else tuple(after)
        self._seed, self._names = seed, tuple(names)

    @property
    def before(self) -> tuple[float, ...]:
        """The draws of the cost, or of the cost before the reform."""
        return self._before

    @property
    def after(self) -> tuple[float, ...]:
        """The draws after the reform; raises `MissingInputError` where nothing was simulated after it."""
        if self._after is None:
            what = "after"
            raise MissingInputError(what, "the simulation knows one cost only")
        return self._after

    @property
    def saving(self) -> tuple[float, ...]:
        """What the reform saves in each draw."""
        return tuple(b - a for b, a in zip(self._before, self.after, strict=True))

    @property
    def reduction(self) -> tuple[float, ...]:
        """What the reform saves in each draw as a share of the cost before it; 0 where that is 0."""
        return tuple((b - a) / b if b else 0.0 for b, a in zip(self._before, self.after, strict=True))

    @property
    def seed(self) -> int:
        """The seed, with which it can be run again."""
        return self._seed

    @property
    def quantities(self) -> tuple[str, ...]:
        """The names of the quantities that were drawn."""
        return self._names

    def __len__(self) -> int:
        return len(self._before)

    @property
    def mean(self) -> float:
        """The mean of `before`."""
        return math.fsum(self._before) / len(self)

    @property
    def sd(self) -> float:
        """The standard deviation of `before`, of the sample."""
        mean = self.mean
        return math.sqrt(math.fsum((x - mean) ** 2 for x in self._before) / max(1, len(self) - 1))

    def percentile(
        self,
        percent: int | Fraction,
        *,
        of: Literal["before", "after", "saving", "reduction"] = "before",
        rule: PercentileRule = "nearest_rank",
    ) -> float:
        """Return a percentile (bách phân vị) of the draws, by a named rule."""
        place = exact(percent)
        if rule not in _RULES:
            raise NotFoundError("rule", rule, _RULES)
        if not 0 <= place <= 100:
            raise MalformedError("Simulation.percentile", (Fault("percent", percent, "0 to 100"),))
        ordered = sorted(getattr(self, of))
        if rule == "nearest_rank":
            return float(ordered[max(0, math.ceil(place * len(ordered) / 100) - 1)])
        at = place * (len(ordered) - 1) / 100
        i = min(int(at), len(ordered) - 2)
        if i < 0:
            return float(ordered[0])
        return float(ordered[i] + float(at - i) * (ordered[i + 1] - ordered[i]))

    def __repr__(self) -> str:
        return f"<Simulation: {len(self)} draws, seed {self._seed}, {len(self._names)} quantities>"


def simulate(
    before: CostTable | Model,
    after: CostTable | Model | None = None,
    *,
    draws: int,
    seed: int,
    quantities: Mapping[str, int | Distribution] | None = None,
    of: Measure = "per_year",
) -> Simulation:
    """Draw a cost, or two with the same random numbers (mô phỏng với cùng số ngẫu nhiên trước và sau).

    A table brings its quantities along, each under its path; a function is called with a mapping of the `quantities` by
    name, as floats, and returns a number. A quantity that both know is drawn at the same place of its range in both,
    even where the range is another one. numpy, where it is installed, makes tables quicker and changes no draw.

    >>> from tthc.costs import Spread
    >>> hours = {"giờ": Spread(low=1, high=3)}
    >>> one = simulate(lambda q: 100 * q["giờ"], lambda q: 70 * q["giờ"], draws=200, seed=7, quantities=hours)
    >>> one, probability_of_target(one, Fraction(1, 4)).value
    (<Simulation: 200 draws, seed 7, 1 quantities>, Fraction(1, 1))
    """
    if type(draws) is not int or draws < 1:
        raise MalformedError("simulate", (Fault("draws", draws, "a whole number, 1 or more"),))
    numpy = _numpy()
    streams: dict[str, list[float]] = {}

    def uniforms(name: str) -> list[float]:
        if name not in streams:
            streams[name] = Draws(_seed_of(seed, name)).uniforms(draws)
        return streams[name]

    Draws(seed)  # a seed that is none is refused, whatever there is to draw
    sides = [
        _of_table(formula_of(side, of), uniforms, draws, numpy)
        if isinstance(side, CostTable)
        else _of_function(side, named(quantities), uniforms, draws)
        for side in (before, after)
        if side is not None
    ]
    return Simulation(*sides, seed=seed, names=tuple(streams))


def _seed_of(seed: int, name: str) -> int:
    """Return the seed of the stream of one quantity."""
    import hashlib  # noqa: PLC0415 - only simulations need it

    return int.from_bytes(hashlib.sha256(f"{seed}/{name}".encode("utf-8", "surrogatepass")).digest()[:16])


def _numpy() -> Any:  # noqa: ANN401 - a module without stubs of its own here
    try:
        return __import__("numpy")
    except ImportError:
        return None


def _of_table(
    formula: Formula,
    uniforms: Callable[[str], list[float]],
    draws: int,
    numpy: Any,  # noqa: ANN401
) -> list[float]:
    """Return the draws of a sum of products: each term is its mean × what its quantities are of theirs."""
    factors: dict[str, Any] = {}
    for name, spread in formula.quantities.items():
        mean = float(spread.mean)
        if numpy is None:
            factors[name] = [x / mean for x in drawn(spread, uniforms(name))]
        else:
            factors[name] = array_of(spread, numpy.array(uniforms(name)), numpy) / mean
    if numpy is not None:
        total = numpy.zeros(draws)
        for names, amount in formula.terms.items():
            term = numpy.full(draws, float(amount))
            for name in sorted(names):
                term = term * factors[name]
            total += term
        found: list[float] = total.tolist()
        return found
    totals = [0.0] * draws
    for names, amount in formula.terms.items():
        term = [float(amount)] * draws
        for name in sorted(names):
            term = [x * y for x, y in zip(term, factors[name], strict=True)]
        totals = [x + y for x, y in zip(totals, term, strict=True)]
    return totals


def _of_function(
    function: Model, quantities: Mapping[str, Distribution], uniforms: Callable[[str], list[float]], draws: int
) -> list[float]:
    columns = {name: drawn(figure, uniforms(name)) for name, figure in quantities.items()}
    return [float(function({name: column[i] for name, column in columns.items()})) for i in range(draws)]


@final
class Probability(NamedTuple):
    """In how many of the draws something holds (xác suất đạt mục tiêu)."""

    met: int
    draws: int

    @property
    def value(self) -> Fraction:
        """The share of the draws."""
        return Fraction(self.met, self.draws)

    @property
    def standard_error(self) -> float:
        """How far the share may lie from the probability, for so many draws: √(p(1 − p)/n)."""
        return math.sqrt(self.value * (1 - self.value) / self.draws)


def probability_of_target(simulation: Simulation, reduction: int | Fraction) -> Probability:
    """Return how likely a reform cuts the cost by a share or more (xác suất đạt mục tiêu), `Fraction(3, 10)` for 30 %.

    Raises `MissingInputError` where nothing was simulated after the reform.
    """
    goal = float(exact(reduction))
    return Probability(sum(share >= goal for share in simulation.reduction), len(simulation))

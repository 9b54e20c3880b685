"""Uniform draws made into draws of a figure, by the inverse of its distribution function.

One uniform number a draw, whatever the shape: so a quantity that is narrower after a reform than before is drawn at the
same place of both ranges. Floats throughout; nothing here leaves the sampling code.
"""

import functools
import math
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Any

from tthc.costs.amounts import Spread
from tthc.costs.distributions import Discrete, Distribution

__all__ = ["array_of", "drawn"]

_CELLS = 1024
# Gauss-Legendre, four points on [0, 1].
_NODES = (
    (0.06943184420297371, 0.17392742256872692),
    (0.33000947820757187, 0.32607257743127307),
    (0.6699905217924281, 0.32607257743127307),
    (0.9305681557970262, 0.17392742256872692),
)


def __dir__() -> list[str]:
    return __all__


def drawn(figure: Distribution, uniforms: Sequence[float]) -> list[float]:
    """Return the draws of a figure that uniform draws of [0, 1) stand for."""
    if isinstance(figure, Discrete):
        values, steps = _steps(figure)
        return [values[bisect_right(steps, u)] for u in uniforms]
    if not isinstance(figure, Spread):
        return [float(figure)] * len(uniforms)
    low, high = float(figure.low), float(figure.high)
    if figure.mode is None:
        return [low + (high - low) * u for u in uniforms]
    mode = float(figure.mode)
    if figure.kind == "pert":
        return list(_pert(low, mode, high, uniforms))
    turn = (mode - low) / (high - low)
    left, right = (high - low) * (mode - low), (high - low) * (high - mode)
    return [low + math.sqrt(u * left) if u < turn else high - math.sqrt((1 - u) * right) for u in uniforms]


def array_of(figure: Distribution, uniforms: Any, numpy: Any) -> Any:  # noqa: ANN401 - arrays of numpy
    """Do the same with an array of numpy."""
    if isinstance(figure, Discrete):
        values, steps = _steps(figure)
        return numpy.array(values)[numpy.searchsorted(numpy.array(steps), uniforms, side="right")]
    if not isinstance(figure, Spread):
        return numpy.full(len(uniforms), float(figure))
    low, high = float(figure.low), float(figure.high)
    if figure.mode is None:
        return low + (high - low) * uniforms
    mode = float(figure.mode)
    if figure.kind == "pert":
        marks, heights = _beta(*_shape(low, mode, high))
        return low + (high - low) * numpy.interp(uniforms, heights, marks)
    turn = (mode - low) / (high - low)
    left, right = (high - low) * (mode - low), (high - low) * (high - mode)
    return numpy.where(uniforms < turn, low + numpy.sqrt(uniforms * left), high - numpy.sqrt((1 - uniforms) * right))


def _steps(figure: Discrete) -> tuple[list[float], list[float]]:
    """Return the values that are possible and the upper ends, but for the last, of their parts of [0, 1)."""
    possible = [(value, chance) for value, chance in figure.outcomes if chance]
    ends = [float(total) for total in accumulate(chance for _, chance in possible)]
    return [float(value) for value, _ in possible], ends[:-1]


def _shape(low: float, mode: float, high: float) -> tuple[float, float]:
    """Return the two parameters of the beta distribution that PERT stands for; each is 1 to 5, together they are 6."""
    return 1 + 4 * (mode - low) / (high - low), 1 + 4 * (high - mode) / (high - low)


def _pert(low: float, mode: float, high: float, uniforms: Sequence[float]) -> Iterator[float]:
    marks, heights = _beta(*_shape(low, mode, high))
    for u in uniforms:
        i = bisect_right(heights, u) - 1
        slope = (marks[i + 1] - marks[i]) / (heights[i + 1] - heights[i])
        yield low + (high - low) * (slope * (u - heights[i]) + marks[i])


@functools.lru_cache(maxsize=64)
def _beta(alpha: float, beta: float) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Return marks from 0 to 1 and the distribution function at each; between two marks it is taken as straight.

    The inverse of a beta distribution has no formula. 1,024 cells leave it wrong by about a millionth of the range.
    """
    width = 1 / _CELLS
    densities = (
        sum(w * (width * (i + x)) ** (alpha - 1) * (1 - width * (i + x)) ** (beta - 1) for x, w in _NODES)
        for i in range(_CELLS)
    )
    areas = list(accumulate(densities, initial=0.0))
    return tuple(i * width for i in range(_CELLS + 1)), tuple(area / areas[-1] for area in areas)

"""Draws of chance from a seed: the only module that knows `random`.

One source of numbers feeds every simulation: the Mersenne Twister of `random.Random(seed).random()`, which Python
promises never to change. What is built on it is built here, by formulas that stand below, so a seed gives the same
numbers for ever; where a logarithm is taken, up to the last digit of the machine's own. Arrays of numpy are made from
the very same draws, so what is computed with numpy and without sees identical numbers.
"""

import math
import random
from typing import Any

from tthc.errors import show

__all__ = ["Draws", "exponential", "pick"]


def __dir__() -> list[str]:
    return __all__


class Draws:
    """A stream of draws; two with one seed give the same ones, in the order in which they are asked for.

    >>> Draws(7).uniforms(2) == Draws(7).uniforms(2)
    True
    """

    __slots__ = ("_next",)

    def __init__(self, seed: int) -> None:
        if type(seed) is not int or seed < 0:  # the twister knows no sign: -1 would be 1
            msg = f"expected a seed, a whole number of 0 or more, got {show(seed)}"
            raise ValueError(msg)
        self._next = random.Random(seed).random  # noqa: S311 - a simulation has no secrets

    def uniforms(self, count: int) -> list[float]:
        """Return numbers of the interval [0, 1), each as likely as the other."""
        draw = self._next
        return [draw() for _ in range(count)]

    def uniform_array(self, count: int) -> Any:  # noqa: ANN401 - an array of numpy
        """Return what `uniforms` would, as an array of numpy, which the caller has made sure is there."""
        numpy: Any = __import__("numpy")
        return numpy.fromiter(iter(self._next, None), float, count)


def exponential(uniform: float) -> float:
    """Return −ln(1 − u): the waiting time with the mean 1 that a uniform draw stands for.

    >>> exponential(0.0)
    0.0
    """
    return -math.log1p(-uniform)


def pick(uniform: float, count: int) -> int:
    """Return the place, from 0 on, that a uniform draw chooses among so many equally likely ones.

    >>> pick(0.5, 3)
    1
    """
    return int(uniform * count)

"""The speed that must hold: a table of rows, each a measure beside its goal.

Run `python -m benchmarks` (or `--smoke`, with fewer repetitions). Times are CPU times, the best of seven, and goals are
ratios taken in one run wherever there is something to stand beside: they do not depend on the machine. A row over its
goal is said to be; one more than three times off fails the run.

To add rows, write a module in this package with one function; it is found by itself:

    def rows(measure: Measure) -> Iterator[Row]:
        procedure = ...                                        # what to prepare is not measured
        one, other = measure.best(lambda: f(procedure), lambda: g(procedure))
        yield Row("6", "f of a procedure, beside g", one / other, at_most=4, unit="x g")

`measure.best(f, g, …)` returns the CPU seconds of one call of each function, measured in turns. `measure.processes(a,
b, …)` does the same for statements, each run by a fresh interpreter without site. A benchmark that needs what is not
installed (`pydantic`, say) yields `Row.skipped("6", "decode", "pydantic is not installed")`.
"""

import resource
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

__all__ = ["Measure", "Row"]

FAILS_AT = 3


@dataclass(frozen=True)
class Row:
    """One measure and its goal, either a ceiling (`at_most`) or a floor (`at_least`); without one it is only shown."""

    number: str
    """The row of the design's table, such as "5"."""
    what: str
    measured: float | None
    at_most: float | None = None
    at_least: float | None = None
    unit: str = ""
    note: str = ""

    @classmethod
    def skipped(cls, number: str, what: str, why: str) -> "Row":
        """Make a row that was not measured."""
        return cls(number, what, None, note=why)

    @property
    def off(self) -> float:
        """How many times the goal is missed; 1 or less is within it."""
        if self.measured is None:
            return 0.0
        if self.at_most is not None:
            return self.measured / self.at_most
        return self.at_least / self.measured if self.at_least else 0.0

    @property
    def verdict(self) -> Literal["ok", "over", "more than 3x off", "not measured", "no goal"]:
        """What stands in the last column."""
        if self.measured is None:
            return "not measured"
        if self.at_most is None and self.at_least is None:
            return "no goal"
        return "ok" if self.off <= 1 else "over" if self.off <= FAILS_AT else "more than 3x off"


class Measure:
    """The one way to take a time here, so that all rows are taken alike."""

    def __init__(self, *, smoke: bool = False) -> None:
        self.smoke = smoke
        self.repeat = 3 if smoke else 7
        self.least = 0.005 if smoke else 0.05
        """CPU seconds that one repetition lasts at least."""

    def best(self, *functions: Callable[[], object]) -> tuple[float, ...]:
        """Return the CPU seconds of one call of each function: the best of seven rounds, taken in turns."""
        counts = [self._count(function) for function in functions]
        rounds = [[_time(f, n) / n for f, n in zip(functions, counts, strict=True)] for _ in range(self.repeat)]
        return tuple(min(times) for times in zip(*rounds, strict=True))

    def _count(self, function: Callable[[], object]) -> int:
        count = 1
        while _time(function, count) < self.least:
            count *= 2
        return count

    def processes(self, *statements: str) -> tuple[float, ...]:
        """Return the CPU seconds of a fresh interpreter for each statement, beyond those of one that does nothing."""
        todo = ("pass", *statements)
        rounds = [[_process(statement) for statement in todo] for _ in range(3 * self.repeat)]
        bare, *times = (min(times) for times in zip(*rounds, strict=True))
        return tuple(max(taken - bare, 0.0) for taken in times)


def _time(function: Callable[[], object], count: int) -> float:
    begin = time.process_time()
    for _ in range(count):
        function()
    return time.process_time() - begin


def _process(statement: str) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run_bare(statement)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def run_bare(statement: str) -> str:
    """Run a statement in a fresh interpreter without site, so that nothing is loaded before; return what it prints."""
    script = f"import sys; sys.path[:] = {sys.path!r}; {statement}"
    return subprocess.run([sys.executable, "-ISc", script], check=True, capture_output=True, text=True).stdout

"""Choosing among hundreds of measures with the mixed-integer solver of SciPy (HiGHS), then checking without floats.

Savings enter as dividends: a set of measures that saves more, or less, together than its parts do gets a variable that
is 1 where all of it is taken. Floats are never believed: the target is lowered by what a float may be off, each answer
is weighed again with exact numbers, and one that falls short is forbidden and the solver asked again.
"""

import math
from collections.abc import Sequence
from typing import Any, NamedTuple

from tthc.simplification._dividends import dividends
from tthc.simplification._portfolio import Portfolio, bits_of

__all__ = ["Solved", "solve"]

_SLACK = 1e-6  # as much as HiGHS itself lets a row be off
_TRIES = 25


class Solved(NamedTuple):
    """The measures taken, an effort that no choice stays below (as far as was proven), and the nodes looked at."""

    chosen: int
    bound: int
    nodes: int


def __dir__() -> list[str]:
    return __all__


def solve(stock: Portfolio, required: int, limit: int) -> Solved | None:
    """Return the choice of least effort that saves what is required or, where none does, the most that can be saved.

    `None` where the solver gave up before it had any; raises `ModuleNotFoundError` without SciPy.
    """
    model = _Model(stock)
    bound = nodes = 0
    for _ in range(_TRIES):
        found = model.least(required, limit)
        nodes += found.nodes
        if found.impossible:
            most = _Model(stock).most(limit)  # what was forbidden may well save the most
            best = None if most.chosen is None else stock.value(most.chosen)
            if best is None or best >= required:
                return None
            again = solve(stock, best, limit)
            return None if again is None else again._replace(nodes=nodes + most.nodes + again.nodes)
        bound = max(bound, found.bound)
        if found.chosen is None:
            return None
        if stock.value(found.chosen) >= required and stock.admissible(found.chosen):
            return Solved(found.chosen, min(bound, stock.total_effort(found.chosen)), nodes)
        model.forbid(found.chosen)
    return None


class _Found(NamedTuple):
    chosen: int | None
    bound: int
    nodes: int
    impossible: bool


class _Model:
    """Variables: the measures, the instruments, then a set of measures each; rows: what ties them together."""

    def __init__(self, stock: Portfolio) -> None:
        self._scipy: Any = __import__("scipy.optimize", fromlist=("milp",))
        self._sparse: Any = __import__("scipy.sparse", fromlist=("csr_array",))
        self._stock = stock
        worth: dict[int, int] = {}
        for game in stock.games:
            for local, dividend in enumerate(dividends(game.values)):
                if dividend:
                    measures = sum(1 << game.members[k] for k in bits_of(local))
                    worth[measures] = worth.get(measures, 0) + dividend
        count, papers = len(stock.names), len(stock.instruments)
        self._whole = count
        self._worth: dict[int, int] = {}
        self._rows: list[tuple[dict[int, float], float]] = []  # sum of the parts ≥ the number
        column = count + papers
        for measures, dividend in worth.items():
            members = bits_of(measures)
            if len(members) == 1:
                self._worth[members[0]] = dividend
            else:
                self._worth[column] = dividend
                if dividend > 0:
                    self._rows += [({i: 1.0, column: -1.0}, 0.0) for i in members]
                else:
                    self._rows.append(({column: 1.0, **dict.fromkeys(members, -1.0)}, 1.0 - len(members)))
                column += 1
        self._columns = column
        for i in range(count):
            self._rows += [({count + k: 1.0, i: -1.0}, 0.0) for k in bits_of(stock.uses[i])]
            self._rows += [({other: 1.0, i: -1.0}, 0.0) for other in bits_of(stock.needs[i])]
        self._rows += [(dict.fromkeys(bits_of(those), -1.0), -1.0) for those in stock.excludes]
        self._unit = max(map(abs, self._worth.values()), default=1)

    def least(self, required: int, limit: int) -> _Found:
        """Find the least effort."""
        saved = {i: dividend / self._unit for i, dividend in self._worth.items()}
        goal = [*self._stock.effort, *self._stock.costs]
        return self._run(goal, [(saved, required / self._unit - _SLACK)], limit)

    def most(self, limit: int) -> _Found:
        """Find the most that can be saved at any effort."""
        goal = [-self._worth.get(i, 0) / self._unit for i in range(self._columns)]
        return self._run(goal, [], limit)

    def forbid(self, chosen: int) -> None:
        """Rule out exactly this choice."""
        taken = bits_of(chosen)
        row: dict[int, float] = {i: -1 if chosen >> i & 1 else 1 for i in range(self._whole)}
        self._rows.append((row, 1 - len(taken)))

    def _run(self, goal: Sequence[float], more: list[tuple[dict[int, float], float]], limit: int) -> _Found:
        rows = [*self._rows, *more]
        entries = [(value, r, column) for r, (row, _) in enumerate(rows) for column, value in row.items()]
        values, row_of, column_of = zip(*entries, strict=True) if entries else ((), (), ())
        matrix = self._sparse.csr_array((values, (row_of, column_of)), shape=(len(rows), self._columns))
        result = self._scipy.milp(
            [*goal, *[0] * (self._columns - len(goal))],
            integrality=[1] * self._columns,  # whole numbers follow for the rest, but HiGHS is then more robust
            bounds=self._scipy.Bounds(0, 1),
            constraints=self._scipy.LinearConstraint(matrix, [least for _, least in rows], math.inf),
            options={"mip_rel_gap": 0, "node_limit": limit},
        )
        chosen = None
        if result.x is not None:
            chosen = sum(1 << i for i in range(self._whole) if result.x[i] > 0.5)
        dual = result.mip_dual_bound
        bound = 0 if dual is None or not math.isfinite(dual) else math.ceil(dual - _SLACK - 1e-9 * abs(dual))
        return _Found(chosen, bound, int(result.mip_node_count or 0), impossible=result.status == 2)

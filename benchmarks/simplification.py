"""Apportioning a saving to 12 measures, and choosing among 500: rows 9 and 10.

The saving of row 9 has no structure: every set of measures saves another fraction, so no dividend is 0. What counts is
the time beyond that of asking for the 4,096 savings. The programme of row 10 has 100 procedures of five measures each
that interact in pairs, 60 needs and 40 exclusions across procedures, and 40 legal instruments that 200 measures use.
"""

import importlib.util
from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import partial
from itertools import combinations
from typing import Any

from benchmarks import Measure, Row
from tthc.simplification import apportion, apportion_by_sampling, frontier, least_effort

__all__ = ["rows"]

_Saving = Callable[[frozenset[int]], Any]


def rows(measure: Measure) -> Iterator[Row]:
    yield from _apportioning(measure)
    yield from _choosing(measure)


def _apportioning(measure: Measure) -> Iterator[Row]:
    for count, at_most in ((12, 50), (16, None)):
        saving = _unstructured(count)
        sets = [frozenset(i for i in range(count) if bits >> i & 1) for bits in range(2**count)]
        asked, shared = measure.best(partial(_ask, saving, sets), partial(apportion, range(count), saving))
        note = f"{len(sets):,} calls: {asked * 1e3:.1f} ms"
        what = f"Shapley of {count} measures, beyond the calls"
        yield Row("9", what, (shared - asked) * 1e3, at_most=at_most, unit="ms", note=note)
    saving = _unstructured(12)
    (drawn,) = measure.best(lambda: apportion_by_sampling(range(12), saving, orders=1000, seed=1))
    yield Row("9", "the same from 1,000 drawn orders", drawn * 1e3, unit="ms")


def _ask(saving: _Saving, sets: list[frozenset[int]]) -> None:
    for held in sets:
        saving(held)


def _unstructured(count: int) -> _Saving:
    values = [Fraction(_number(bits, 1_000_003), 7 + bits % 3) for bits in range(2**count)]
    values[0] = Fraction(0)
    return lambda held: values[sum(1 << i for i in held)]


def _choosing(measure: Measure) -> Iterator[Row]:
    procedures, required, laws = _programme()
    names = range(500)
    choose = partial(least_effort, names, procedures, required, **laws)
    greedy = choose(method="greedy")
    (quick,) = measure.best(partial(choose, method="greedy"))
    what = "least effort of 500 measures, 100 constraints"
    if importlib.util.find_spec("scipy") is None:
        yield Row.skipped("10", what, "scipy is not installed")
    else:
        best = choose()
        (taken,) = measure.best(choose)
        proof = "proven" if best.optimal else f"NOT proven, gap {float(best.gap):.0f}"
        off = f"greedy {float(greedy.effort - best.effort):.0f} more ({float(greedy.effort / best.effort - 1):.1%})"
        note = f"effort {float(best.effort):.0f}, {proof} by {best.method}; {off}"
        yield Row("10", what, taken if best.optimal else float("inf"), at_most=2, unit="s", note=note)
    known = f"effort {float(greedy.effort):.0f}, of itself known to be {float(greedy.gap):.0f} off at most"
    yield Row("10", "greedy choice among them", quick, unit="s", note=known)
    alone = {"effort": laws["effort"]}
    exact = least_effort(names, procedures, required, **alone)
    taken, points = measure.best(
        lambda: least_effort(names, procedures, required, **alone), lambda: frontier(names, procedures, **alone)
    )
    yield Row("10", "without constraints, by exact search alone", taken, unit="s", note=f"{exact.method}")
    yield Row("10", "their whole frontier", points, unit="s")


def _programme() -> tuple[list[tuple[range, _Saving]], int, dict[str, Any]]:
    """Make a programme by formulas, in no order that could be told; 30 % of what all measures save is required."""
    procedures: list[tuple[range, _Saving]] = []
    for first in range(0, 500, 5):
        members = range(first, first + 5)
        alone = {i: 20_000 + 1000 * _number(i, 181) for i in members}
        pairs = {
            (i, j): (_number(31 * i + j, 3) - 1) * min(alone[i], alone[j]) * (5 + _number(i * j, 55)) // 100
            for i, j in combinations(members, 2)
        }
        procedures.append((members, partial(_joint, alone, pairs)))
    total = sum(saving(frozenset(members)) for members, saving in procedures)
    laws = {
        "effort": {i: 1 + _number(i, 9) for i in range(500)},
        "instruments": {k: 3 + _number(k, 10) for k in range(40)},
        "uses": {i: [_number(i, 40)] for i in range(0, 500, 5) for i in (i, i + 2)},
        "needs": {440 + i: [_number(i, 440)] for i in range(60)},
        "excludes": [(_number(k, 250), 250 + _number(k + 500, 190)) for k in range(40)],
    }
    return procedures, total * 3 // 10, laws


def _joint(alone: dict[int, int], pairs: dict[tuple[int, int], int], held: frozenset[int]) -> int:
    return sum(alone[i] for i in held) + sum(d for (i, j), d in pairs.items() if i in held and j in held)


def _number(seed: int, below: int) -> int:
    """Return a number that looks like chance and is the same everywhere."""
    mixed = (seed + 1) * 2_654_435_761 % 2**32
    return ((mixed ^ mixed >> 15) * 2_246_822_519 % 2**32 >> 8) % below

"""One variant of an index as a short program in Python: from the draws of the weights to the scores of all units.

A loop over ten thousand draws, two hundred units and thirty indicators has no time for objects. The tree is written
out as plain expressions, once, and compiled; sums that only feed sums are multiplied out. The same expressions run on
floats, unit by unit, and on arrays of numpy, many draws at a time, in the same order: both give the same numbers, but
for what a logarithm or a power of numpy rounds in its own way. Nothing of the caller's enters the text of a program
but numbers; nodes are named by their places.
"""

import math
from collections.abc import Callable, Hashable, Mapping, Sequence
from fractions import Fraction
from typing import Any, Generic, NamedTuple, TypeAlias, TypeVar

from tthc.errors import StepError
from tthc.indices._robust_engine import Engine
from tthc.indices.compiled import Joint
from tthc.indices.evaluation import Evaluation
from tthc.indices.variation import Reweighting

__all__ = ["Program", "Slots", "program", "slots"]

U = TypeVar("U", bound=Hashable)
Slots: TypeAlias = Mapping[tuple[str, str], int]
"""For each aggregate and each of its parts, which of the numbers of a draw moves the weight."""

_ROW = 40  # how many terms an expression has at most before it is put in brackets: the compiler nests them


def __dir__() -> list[str]:
    return __all__


class Program(NamedTuple):
    """`scores(u)` gives the scores of the units at `places`; `weights(u)` the weights of each joint, part by part."""

    places: tuple[int, ...]
    scores: Callable[[Sequence[Any]], Any]
    weights: Callable[[Sequence[Any]], tuple[tuple[Any, ...], ...]]
    joints: tuple[tuple[str, tuple[str, ...]], ...]
    varied: bool


def slots(evaluation: Evaluation[U]) -> Slots:
    """Number the weights of the index as stated, the root's first; they keep their number in every variant."""
    index = evaluation.index
    inner = {node.id: node for node in index.aggregates}
    pairs = [(name, part) for name in index.nodes if name in inner for part in inner[name].parts]
    return {pair: i for i, pair in enumerate(pairs)}


def program(
    evaluation: Evaluation[U], weights: Reweighting | None, places: Slots, engine: Engine, *, frozen: bool
) -> Program:
    """Write the program of one variant and compile it for an engine."""
    try:
        return _Writer(evaluation, weights, places, engine, frozen=frozen).program()
    except OverflowError:
        raise StepError("aggregate", evaluation.index.root, "a number is too large for a float") from None


class _Term(NamedTuple):
    part: int
    weight: str


class _Writer(Generic[U]):
    """Writes the lines of a program; `names` holds the columns and functions that they speak of."""

    def __init__(
        self, evaluation: Evaluation[U], weights: Reweighting | None, places: Slots, engine: Engine, *, frozen: bool
    ) -> None:
        self.evaluation, self.how, self.slots, self.engine, self.frozen = evaluation, weights, places, engine, frozen
        self.compiled = evaluation.compiled
        self.leaves = len(self.compiled.indicators)
        self.nodes = (*self.compiled.indicators, *(joint.id for joint in self.compiled.joints))
        self.values = [[evaluation.value(unit, node) for unit in self.compiled.units] for node in self.nodes]
        root = self.values[-1]
        self.scored = [i for i, value in enumerate(root) if value is not None]
        # A new scale of joined scores takes every unit that has one; else those without a final score play no part.
        whole = any(self._measured(joint) for joint in self.compiled.joints)
        self.units = list(range(len(root))) if whole else self.scored
        self.full = all(column[i] is not None for column in self.values for i in self.units)
        self.varied = False
        self.count = 0
        self.weighing: list[str] = []
        self.lines: list[str] = []
        self.names: dict[str, Any] = dict(engine.functions)

    def _measured(self, joint: Joint) -> bool:
        return joint.rescale is not None and not (self.frozen or joint.rescale.absolute)

    def _name(self, value: object) -> str:
        self.count += 1
        name = f"k{self.count}"
        self.names[name] = value
        return name

    def program(self) -> Program:
        joints = self.compiled.joints
        weights = [self._weights(i, joint) for i, joint in enumerate(joints)]
        for i, joint in enumerate(joints):
            if i == len(joints) - 1 or not self._folded(i):
                self._stage(i, joint, self._terms(i, weights))
        held = {place: n for n, place in enumerate(self.units)}
        chosen = [held[place] for place in self.scored]
        last = f"v{len(joints) - 1}"
        if chosen != list(range(len(self.units))):
            last = f"pick({last}, {self._name(self.engine.places(chosen))})"
        shown = "".join(f"({''.join(f'{w}, ' for w in row)}), " for row in weights)
        scores = self._function([*self.weighing, *self.lines, f"return {last}"])
        told = self._function([*self.weighing, f"return ({shown})"])
        named = tuple((joint.id, tuple(self.nodes[part] for part in joint.parts)) for joint in joints)
        return Program(tuple(self.scored), scores, told, named, self.varied)

    def _function(self, lines: Sequence[str]) -> Callable[[Sequence[Any]], Any]:
        source = "\n ".join(["def run(u):", *lines])
        space: dict[str, Any] = {}
        exec(source, self.names, space)  # noqa: S102 - written here, of numbers and our own names
        found: Callable[[Sequence[Any]], Any] = space["run"]
        return found

    # ── weights ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def _weights(self, place: int, joint: Joint) -> list[str]:
        """Write the weights of a joint as drawn, and return an expression for each part."""
        stated = [repr(float(weight)) for weight in joint.weights]
        counted = [i for i, weight in enumerate(joint.weights) if weight]
        level = len(self.evaluation.index.path(joint.id)) - 1
        share = None if self.how is None else self.how.share_at(level)
        if self.how is None or len(counted) < 2 or (self.how.method == "noise" and not share):
            return stated
        self.varied = True
        for i in counted:
            drawn = f"u[{self.slots[joint.id, self.nodes[joint.parts[i]]]}]"
            if self.how.method == "noise":
                weight, width = joint.weights[i], share or Fraction(0)
                drawn = f"{float(weight * (1 - width))!r} + {float(2 * weight * width)!r} * {drawn}"
            self.weighing.append(f"r{place}_{i} = {drawn}")
        total = float(sum(joint.weights, Fraction(0)))
        self.weighing.append(f"s{place} = {total!r} / ({_sum([f'r{place}_{i}' for i in counted])})")
        self.weighing += (f"w{place}_{i} = r{place}_{i} * s{place}" for i in counted)
        return [f"w{place}_{i}" if i in counted else stated[i] for i in range(len(stated))]

    def _folded(self, place: int) -> bool:
        """Tell whether a joint is a plain sum that feeds a plain sum, so that it needs no scores of its own."""
        joint = self.compiled.joints[place]
        above = next((other for other in self.compiled.joints if self.leaves + place in other.parts), None)
        return self.full and joint.linear and above is not None and above.additive

    def _terms(self, place: int, weights: Sequence[Sequence[str]]) -> list[_Term]:
        """Return the parts that count, those of a folded joint in its place, with the products of their weights."""
        found: list[_Term] = []
        joint = self.compiled.joints[place]
        for part, stated, weight in zip(joint.parts, joint.weights, weights[place], strict=True):
            below = part - self.leaves
            if not stated:
                continue
            if below >= 0 and self._folded(below):
                found += (
                    _Term(term.part, f"{weight} * {_bracketed(term.weight)}") for term in self._terms(below, weights)
                )
            else:
                found.append(_Term(part, weight))
        return found

    # ── scores ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def _stage(self, place: int, joint: Joint, terms: Sequence[_Term]) -> None:
        """Write the scores of one joint: for all units at once, or for those that lack the same parts together."""
        kind = _kind(joint)
        patterns: dict[tuple[int, ...], list[int]] = {}
        for at, unit in enumerate(self.units):
            if self.values[self.leaves + place][unit] is not None:
                there = tuple(i for i, term in enumerate(terms) if self.values[term.part][unit] is not None)
                patterns.setdefault(there, []).append(at)
        pieces: list[str] = []
        for number, (there, chosen) in enumerate(patterns.items()):
            found = [terms[i] for i in there]
            if len(found) < len(terms) and joint.aggregation != "sum":
                self.lines.append(f"g = {_sum([term.weight for term in terms])}")
                self.lines.append(f"g = g / ({_sum([term.weight for term in found])})")
                found = [_Term(term.part, f"g * {_bracketed(term.weight)}") for term in found]
            weights: list[str] = []
            for i, term in enumerate(found):
                simple = term.weight.isidentifier()
                if not simple:
                    self.lines.append(f"e{i} = {term.weight}")
                weights.append(term.weight if simple else f"e{i}")
            columns = [self._column(joint, kind, term.part, chosen) for term in found]
            name = f"q{place}_{number}"
            expression = self._expression(joint, kind, weights, columns)
            self.lines += self.engine.stage(name, expression, [column for column, _ in columns], self._name)
            pieces.append(f"({self._name(self.engine.places(chosen))}, {name})")
        known = sorted(at for chosen in patterns.values() for at in chosen)
        if len(patterns) == 1 and len(known) == len(self.units):
            self.lines.append(f"v{place} = q{place}_0")
        else:
            self.lines.append(f"v{place} = scatter({len(self.units)}, ({''.join(f'{piece}, ' for piece in pieces)}))")
        if joint.rescale is not None and known:
            fixed = None if self._measured(joint) else self.evaluation.reference.of(joint.id).numbers
            rescaled = self.engine.rescaled(joint.id, joint.rescale, fixed)
            self.lines.append(f"v{place} = {self._name(rescaled)}(v{place}, {self._name(self.engine.places(known))})")

    def _column(self, joint: Joint, kind: str, part: int, chosen: Sequence[int]) -> tuple[object, str]:
        """Return a part's scores, ready for the sum, and what the sum makes of each."""
        power = float(joint.exponent or 0)
        if part < self.leaves:
            column = [float(self.values[part][self.units[at]] or 0) for at in chosen]
            if kind == "geometric":
                column = [math.log(x) for x in column]
            elif kind == "harmonic":
                column = [1 / x for x in column]
            elif kind == "generalised":
                column = [x**power for x in column]
            return self.engine.column(column), "{}"
        name = f"v{part - self.leaves}"
        if len(chosen) < len(self.units):
            name = f"pick({name}, {self._name(self.engine.places(chosen))})"
        if kind != "arithmetic":
            zero = kind == "generalised" and power > 0
            name = f"{self._name(self.engine.checked(joint.id, self.nodes[part], zero=zero))}({name})"
        shapes = {"geometric": "log({})", "harmonic": "1.0 / {}", "generalised": f"power({{}}, {power!r})"}
        return name, shapes.get(kind, "{}")

    def _expression(
        self, joint: Joint, kind: str, weights: Sequence[str], columns: Sequence[tuple[object, str]]
    ) -> str:
        products = [
            f"{weight} * {_bracketed(shape.format(f'x{i}'))}"
            for i, (weight, (_, shape)) in enumerate(zip(weights, columns, strict=True))
        ]
        total = _sum(products)
        if kind == "geometric":
            return f"exp({total})"
        if kind == "harmonic":
            return f"1.0 / ({total})"
        if kind == "generalised":
            return f"power({total}, {1 / float(joint.exponent or 1)!r})"
        return total if joint.cap is None else f"least({total}, {float(joint.cap)!r})"


def _kind(joint: Joint) -> str:
    """Return the mean's own name: the generalised ones of 1 and −1 are the arithmetic and the harmonic one."""
    if joint.additive:
        return "arithmetic"
    return "harmonic" if joint.exponent == -1 else joint.aggregation


def _bracketed(expression: str) -> str:
    return f"({expression})" if " " in expression else expression


def _sum(terms: Sequence[str]) -> str:
    """Write a sum from left to right, a long one in brackets of some terms each."""
    while len(terms) > _ROW:
        terms = [f"({' + '.join(terms[i : i + _ROW])})" for i in range(0, len(terms), _ROW)]
    return " + ".join(terms)

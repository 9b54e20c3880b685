"""Reading the scores of an index: what each indicator contributes, and where a change comes from."""

import math
from collections.abc import Hashable, Mapping
from fractions import Fraction
from typing import Any, Literal, NamedTuple, TypeAlias, TypeVar

from tthc.errors import StepError
from tthc.findings import Lang
from tthc.frozen import FrozenMap
from tthc.indices._columns import one_of
from tthc.indices._joining import join
from tthc.indices._means import slope
from tthc.indices._side import Side, below, start
from tthc.indices.evaluation import Evaluation
from tthc.indices.scores import Number, shown

__all__ = ["ChangeMethod", "ScoreChange", "contributions", "score_change"]

U = TypeVar("U", bound=Hashable)

ChangeMethod: TypeAlias = Literal["linear", "log_mean", "shapley"]
_PLAYERS = 12  # 4,096 coalitions


def __dir__() -> list[str]:
    return __all__


class ScoreChange(NamedTuple):
    """Where the change of a score comes from (phân rã thay đổi điểm): `parts` and `other` add up to it.

    `parts` holds the effect of each indicator (or part), under a node's own id that of its cap; `other` that of new
    weights, new scales of a node, and parts that have a score on one side only.
    """

    unit: Any
    node: str
    before: Number
    after: Number
    method: ChangeMethod
    parts: FrozenMap[str, Number]
    other: Number

    @property
    def total(self) -> Number:
        """The change of the score."""
        return self.after - self.before

    @property
    def rows(self) -> tuple[dict[str, object], ...]:
        """Flat records, one for each part and one for what is left, named ""."""
        named: list[tuple[str, Number]] = [*self.parts.items(), ("", self.other)]
        return tuple(
            {"unit": self.unit, "node": self.node, "part": part, "effect": effect, "method": self.method}
            for part, effect in named
        )

    def display(self, lang: Lang = "vi") -> str:
        """Write the two scores and a line for each part that moved, the greatest effect first."""
        english = lang == "en"
        before, after, total = (shown(x, lang) for x in (self.before, self.after, self.total))
        change = "change" if english else "thay đổi"
        lines = [f"{self.unit} · {self.node}: {before} → {after}, {change} {total} ({self.method})"]
        moved = [(part, effect) for part, effect in self.parts.items() if effect]
        moved.sort(key=lambda pair: -abs(float(pair[1])))
        if self.other:
            moved.append(("other" if english else "khác", self.other))
        return "\n".join([*lines, *(f"  {part}: {shown(effect, lang)}" for part, effect in moved)])

    def __str__(self) -> str:
        return self.display()


# ── contributions ────────────────────────────────────────────────────────────────────────────────────────────────────


def contributions(evaluation: Evaluation[U], unit: U, node: str | None = None) -> FrozenMap[str, Number]:
    """Return what each indicator gives to the score of a unit; they add up to it exactly, where scores are exact.

    Under a node's own id stands what its cap takes away or its new scale adds. Raises `StepError` where the unit has no
    score, and where a mean on the way is no sum: there `score_change` splits a change, and nothing splits the level.
    """
    side, name = start(evaluation, unit, node)
    side.value(name, "split")
    for inner in below(side, name):
        if not side.joints[inner].additive:
            kind = side.joints[inner].aggregation
            raise StepError("split", inner, f"a {kind} mean is no sum of its parts", unit)
    found: dict[str, Number] = {}
    _contribute(side, name, Fraction(1), found)
    return FrozenMap(found)


def _contribute(side: Side, node: str, factor: Number, found: dict[str, Number]) -> None:
    value = side.value(node)
    if node not in side.joints:
        found[node] = factor * value
        return
    joint = side.joints[node]
    stretch = side.stretch(node)
    if joint.cap is not None or joint.rescale is not None:
        found[node] = factor * (value - stretch * side.joined(node))
    for part, weight in side.weights(node).items():
        _contribute(side, part, factor * stretch * weight, found)


# ── a change ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def score_change(
    before: Evaluation[U],
    after: Evaluation[U],
    unit: U,
    *,
    node: str | None = None,
    by: Literal["indicators", "parts"] = "indicators",
    method: ChangeMethod | None = None,
) -> ScoreChange:
    """Split the change of a unit's score between two evaluations by indicator, or by the parts of the node.

    - "linear": weight × change, for arithmetic means and sums; exact. Weights that moved count with their mean.
    - "log_mean": the log-mean rule (LMDI) for geometric means and its like for harmonic and generalised ones; the parts
      add up without a remainder.
    - "shapley": the mean over every order in which the parts may have changed, for any index; up to twelve parts.

    Without `method` it is "linear" where that is possible, else "log_mean"; the result names it. Raises `StepError`
    where a score is missing or the two indices do not have the same tree.

    >>> from tthc.indices import published
    >>> old, new = {"VNM": {"OSI": Fraction(1, 2), "TII": 0, "HCI": 0}}, {"VNM": {"OSI": 1, "TII": 0, "HCI": 0}}
    >>> egdi = published.egdi(2024)
    >>> score_change(egdi.evaluate(old), egdi.evaluate(new), "VNM").parts["OSI"]
    Fraction(1, 6)
    """
    one_of("by", by, "indicators", "parts")
    one_of("method", method, None, "linear", "log_mean", "shapley")
    first, name = start(before, unit, node)
    second, _ = start(after, unit, name)
    for inner in below(first, name):
        one, other = first.joints[inner], second.joints.get(inner)
        if other is None or (first.parts[inner], one.aggregation, one.exponent) != (
            second.parts.get(inner), other.aggregation, other.exponent,
        ):  # fmt: skip
            raise StepError("compare", inner, "the two indices join other parts, or in another way", unit)
    additive = all(first.joints[inner].additive for inner in below(first, name))
    if method == "linear" and not additive:
        raise StepError("split", name, "not every mean is a sum of its parts", unit)
    chosen: ChangeMethod = method or ("linear" if additive else "log_mean")
    states = first.value(name), second.value(name)
    parts: dict[str, Number] = {}
    if chosen == "shapley":
        parts = _shapley(first, second, name, by)
    else:
        _split(first, second, name, Fraction(1), parts, deep=by == "indicators")
    rest = states[1] - states[0] - sum(parts.values(), Fraction(0))
    return ScoreChange(unit, name, *states, chosen, FrozenMap(parts), _settled(first, second, name, rest))


def _settled(first: Side, second: Side, node: str, rest: Number) -> Number:
    """Return what is left over: nothing where neither weights nor scales moved, and not the dust of floats."""
    moved = any(
        first.weights(inner) != second.weights(inner) or first.stretch(inner) != second.stretch(inner)
        or first.scales.get(inner) != second.scales.get(inner)
        for inner in below(first, node)
    )  # fmt: skip
    return rest if moved or isinstance(rest, Fraction) else 0.0


def _split(first: Side, second: Side, node: str, factor: Number, found: dict[str, Number], *, deep: bool) -> None:
    joint = first.joints[node]
    whole = first.joined(node), second.joined(node)
    stretch = (first.stretch(node) + second.stretch(node)) / 2
    weights = first.weights(node), second.weights(node)
    caps = joint.cap, second.joints[node].cap
    if caps != (None, None):
        kept = [value if cap is None else min(value, cap) for value, cap in zip(whole, caps, strict=True)]
        found[node] = factor * stretch * ((kept[1] - kept[0]) - (whole[1] - whole[0]))
    for part in first.parts[node]:
        if part not in weights[0] or part not in weights[1]:
            continue
        ends = first.value(part), second.value(part)
        mean = (weights[0][part] + weights[1][part]) / 2
        if not mean:
            continue
        share = factor * stretch * mean * slope(joint.aggregation, joint.exponent, ends, whole)
        if deep and part in first.joints:
            _split(first, second, part, share, found, deep=True)
        else:
            found[part] = share * (ends[1] - ends[0])


def _shapley(first: Side, second: Side, node: str, by: str) -> dict[str, Number]:
    leaves = [part for inner in below(first, node) for part in first.parts[inner] if part not in first.joints]
    players = leaves if by == "indicators" else list(first.parts[node])
    if len(players) > _PLAYERS:
        raise StepError("split", node, f"{len(players)} parts have too many orders; at most {_PLAYERS}", first.unit)
    ends = {player: (first.value(player), second.value(player)) for player in players}
    held = [
        _mixed(first, node, {p: ends[p][mask >> i & 1] for i, p in enumerate(players)})
        for mask in range(1 << len(players))
    ]
    n = len(players)
    odds = [Fraction(math.factorial(k) * math.factorial(n - k - 1), math.factorial(n)) for k in range(n)]
    found: dict[str, Number] = {}
    for i, player in enumerate(players):
        gains = [
            (odds[mask.bit_count()], held[mask | 1 << i] - held[mask]) for mask in range(1 << n) if not mask >> i & 1
        ]
        found[player] = sum((odd * gain for odd, gain in gains), Fraction(0))
    return found


def _mixed(side: Side, node: str, given: Mapping[str, Number]) -> Number:
    """Return the score of a node from given scores below it, with the weights and scales of one side."""
    if node in given:
        return given[node]
    joint = side.joints[node]
    held = side.weights(node)
    bare = joint._replace(rescale=None, coverage=Fraction(0), weights=tuple(held.values()))
    value = join(bare, tuple(held), [_mixed(side, part, given) for part in held], side.unit)
    inner = Fraction(0) if value is None else value
    stretch = side.stretch(node)
    return inner if joint.rescale is None else stretch * inner + (side.value(node) - stretch * side.joined(node))

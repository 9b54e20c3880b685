"""What a target needs: the score, and the raw figure behind it, of one indicator or part (cần bao nhiêu)."""

import math
from collections.abc import Hashable
from fractions import Fraction
from typing import Any, NamedTuple, TypeVar

from tthc.errors import NotFoundError
from tthc.findings import Lang
from tthc.frozen import FrozenMap
from tthc.indices._means import solved
from tthc.indices._side import Side, start
from tthc.indices.evaluation import Evaluation
from tthc.indices.nodes import Indicator
from tthc.indices.normalise import Exact
from tthc.indices.scales import Scale
from tthc.indices.scores import Number, exact_number, shown

__all__ = ["Need", "needed_figure"]

U = TypeVar("U", bound=Hashable)


def __dir__() -> list[str]:
    return __all__


class Need(NamedTuple):
    """What a score needs to reach a target, everything else as it is (cần bao nhiêu để đạt mục tiêu).

    `score` is what `by` has and `needed` what it needs, `None` where no score does it. `raw` and `needed_raw` are the
    figures of an indicator behind them, before a division by its denominator; `None` where `by` is an aggregate, where
    the method cannot be turned round (ranks, steps), or where the scale ends before.
    """

    unit: Any
    node: str
    target: Number
    by: str
    score: Number
    needed: Number | None
    raw: Fraction | None
    needed_raw: Number | None

    @property
    def gap(self) -> Number | None:
        """How much the score of `by` must rise."""
        return None if self.needed is None else self.needed - self.score

    def display(self, lang: Lang = "vi") -> str:
        """Write what `by` has and what it needs, as score and as figure."""
        english = lang == "en"
        target = shown(self.target, lang)
        head = f"{self.unit} · {self.node} {'to reach' if english else 'đạt'} {target}"
        if self.needed is None:
            words = f"no score of {self.by} is enough" if english else f"{self.by} dù bao nhiêu điểm cũng không đủ"
            return f"{head}: {words}"
        words = "score" if english else "điểm"
        line = f"{head}: {self.by} {words} {shown(self.score, lang)} → {shown(self.needed, lang)}"
        if self.raw is None or self.needed_raw is None:
            return line
        figure = "figure" if english else "số liệu"
        return f"{line}, {figure} {shown(self.raw, lang)} → {shown(self.needed_raw, lang)}"

    def __str__(self) -> str:
        return self.display()


def needed_figure(
    evaluation: Evaluation[U], unit: U, *, by: str, target: Exact | float, node: str | None = None
) -> Need:
    """Return what one indicator or part needs for the score of a node to be `target`, everything else as it is.

    The scale is the one that the scores stand on. Closed form: no search, exact where the scores are. A float is a
    target only as the score of an index that has floats.

    >>> from tthc.indices import published
    >>> scores = published.egdi(2024).evaluate({"VNM": {"OSI": Fraction("0.7"), "TII": Fraction("0.8"), "HCI": 0}})
    >>> need = needed_figure(scores, "VNM", by="OSI", target=Fraction("0.55"))
    >>> need.needed
    Fraction(17, 20)
    >>> print(need)
    VNM · EGDI đạt 0,55: OSI điểm 0,7 → 0,85, số liệu 0,7 → 0,85
    """
    wanted: Number = target if type(target) is float and math.isfinite(target) else exact_number(target, "target")
    side, name = start(evaluation, unit, node)
    way = evaluation.index.path(by)
    if name not in way or name == by:
        raise NotFoundError(f"node below {name}", by, side.parts[name])
    goal: Number | None = wanted
    for above, part in zip(*_downwards(way, name), strict=True):
        goal = None if goal is None else _solved(side, above, part, goal)
    score = side.value(by, "aim at")
    leaf = next((leaf for leaf in evaluation.index.indicators if leaf.id == by), None)
    stages = None if leaf is None else evaluation.stages(by)
    place = list(evaluation).index(unit)
    raw = None if stages is None else stages.raw[place]
    of = None if stages is None else stages.denominator[place]
    figure = None
    if leaf is not None and goal is not None and isinstance(raw, Fraction):
        figure = _figure(leaf, side.scales[by], goal, up=evaluation.index.upward(by))
    if figure is not None and of is not None:
        figure *= of
    return Need(unit, name, wanted, by, score, goal, raw if isinstance(raw, Fraction) else None, figure)


def _downwards(way: tuple[str, ...], node: str) -> tuple[list[str], list[str]]:
    down = list(reversed(way[: way.index(node) + 1]))
    return down[:-1], down[1:]


def _solved(side: Side, node: str, part: str, goal: Number) -> Number | None:
    joint, weights = side.joints[node], side.weights(node)
    if part not in weights or (joint.cap is not None and goal > joint.cap):
        return None
    if joint.rescale is not None:
        stretch = side.stretch(node)
        goal = (goal - (side.value(node) - stretch * side.joined(node))) / stretch
    values = [side.value(other) for other in weights]
    return solved(joint, list(weights.values()), values, list(weights).index(part), goal)


def _figure(leaf: Indicator, scale: Scale, score: Number, *, up: bool) -> Number | None:
    """Turn a score back into the figure that has it; `None` where the method or the ends of the scale forbid it."""
    how, numbers = leaf.normalisation, scale.numbers
    if how.method == "as_it_is":
        x = score if up else -score
    elif how.method == "z_score":
        low, high = how.scale
        away = (float(score) - float(low)) / float(high) * math.sqrt(numbers["variance"])
        x = float(numbers["mean"]) + (away if up else -away)
    elif how.method == "points" and how.maximum is not None and how.threshold is not None:
        if not 0 <= score <= how.maximum:
            return None
        x = score * how.threshold / how.maximum
    elif "to" in numbers:
        low, high = how.scale
        share = (score - low) / (high - low)
        if how.beyond != "keep" and not 0 <= share <= 1:
            return None
        if how.exponent not in {None, 1}:
            share = float(share) ** (1 / float(how.exponent or 1))
        back = _unscaled(share, numbers, up=up)
        if back is None:
            return None
        x = back
    else:
        return None
    if (scale.lower is not None and x < scale.lower) or (scale.upper is not None and x > scale.upper):
        return None
    return x if scale.shift is None else math.exp(x) - float(scale.shift)


def _unscaled(share: Number, numbers: FrozenMap[str, Fraction], *, up: bool) -> Number | None:
    if "from" in numbers:
        return numbers["from"] + share * (numbers["to"] - numbers["from"])
    if up:
        return share * numbers["to"]
    return numbers["to"] / share if share else None

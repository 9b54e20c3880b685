"""`Trace`: how the score of one unit came about, from each raw figure up to the index."""

import math
from collections.abc import Hashable, Iterable, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from tthc.findings import Lang
from tthc.frozen import FrozenMap
from tthc.indices._joining import applied_weights
from tthc.indices.normalise import Normalisation
from tthc.indices.scales import Scale
from tthc.indices.scores import Number, shown

if TYPE_CHECKING:
    from tthc.indices.evaluation import Evaluation

__all__ = ["Trace", "TraceLine", "traced"]

U = TypeVar("U", bound=Hashable)

_WORDS = {
    "raw": ("số liệu", "figure"),
    "denominated": ("chia", "divided"),
    "imputed": ("thay số thiếu", "put in"),
    "treated": ("xử lý", "treated"),
    "normalised": ("chuẩn hoá", "normalised"),
}
_STAGES = ("denominated", "imputed", "treated")
_NUMBERS = {
    "mean": ("trung bình", "mean"),
    "deviation": ("độ lệch", "deviation"),
    "width": ("biên độ", "width"),
    "exponent": ("số mũ", "exponent"),
    "maximum": ("tối đa", "at most"),
    "threshold": ("đủ điểm từ", "full from"),
    "cap": ("tối đa", "at most"),
}


def __dir__() -> list[str]:
    return __all__


class TraceLine(NamedTuple):
    """One node: the stages of an indicator (`None` for an aggregate), its score, and its weight in its parent.

    `method` is the normalisation or the aggregation, `depth` how far below the root. `weight` is the one that applied,
    `None` where the node or its parent has no score; `contribution` is weight × score where the parent adds its parts
    up, else `None`. `numbers` are what the method worked with: "from" and "to", the figures that score "low" and
    "high"; "mean" and "deviation"; "maximum" and "threshold"; "cap", "exponent", "width".
    """

    node: str
    parent: str | None
    depth: int
    method: str
    raw: Fraction | str | None
    denominator: Fraction | None
    denominated: Fraction | str | None
    imputed: Fraction | str | None
    treated: Number | str | None
    score: Number | None
    weight: Fraction | None
    contribution: Number | None
    numbers: FrozenMap[str, Number]
    indicator: bool


class Trace(NamedTuple):
    """The way of one unit through the index; the root comes first, each node before its parts."""

    unit: Any
    lines: tuple[TraceLine, ...]

    @property
    def rows(self) -> tuple[dict[str, object], ...]:
        """Flat records, one for each node."""
        return tuple({"unit": self.unit, **line._asdict()} for line in self.lines)

    def display(self, lang: Lang = "vi") -> str:
        """Write the tree with its numbers, to six decimals; an indicator shows each stage that changed its figure."""
        head = ("Đơn vị", "Unit")[lang == "en"]
        return "\n".join([f"{head}: {self.unit}", *(_line(line, lang) for line in self.lines)])

    def __str__(self) -> str:
        return self.display()


def _line(line: TraceLine, lang: Lang) -> str:
    score = _shown(line.score, lang)
    if line.weight is None:
        weight = ""
    elif line.contribution is None:
        weight = f" ({('trọng số', 'weight')[lang == 'en']} {_shown(line.weight, lang)})"
    else:
        weight = f" × {_shown(line.weight, lang)} = {_shown(line.contribution, lang)}"
    way = f" ({_method(line, lang)})" if not line.indicator else f" ← {', '.join(_way(line, lang))}"
    return f"{'  ' * line.depth}{line.node}: {score}{weight}{way}"


def _method(line: TraceLine, lang: Lang) -> str:
    """Write the method and the numbers it worked with: `min_max: 8 → 0, 3 → 100`."""
    numbers = line.numbers
    ends = [
        f"{shown(numbers[end], lang)} → {shown(numbers[score], lang)}"
        for end, score in (("from", "low"), ("to", "high"))
        if end in numbers
    ]
    words = [
        f"{words[lang == 'en']} {shown(numbers[name], lang)}" for name, words in _NUMBERS.items() if name in numbers
    ]
    stated = ", ".join((*ends, *words))
    return f"{line.method}: {stated}" if stated else line.method


def _way(line: TraceLine, lang: Lang) -> Iterable[str]:
    en = lang == "en"
    yield f"{_WORDS['raw'][en]} {_shown(line.raw, lang)}"
    last: object = line.raw
    for stage in _STAGES:
        value = getattr(line, stage)
        if stage == "denominated" and line.denominator is not None:
            yield f"{_WORDS[stage][en]} {_shown(line.denominator, lang)} = {_shown(value, lang)}"
        elif value != last:
            yield f"{_WORDS[stage][en]} {_shown(value, lang)}"
        last = value
    if line.denominator == 0 and line.raw == 0:
        yield _nothing(line.score, lang)
    yield f"{_WORDS['normalised'][en]} {_method(line, lang)}"


def _nothing(score: Number | None, lang: Lang) -> str:
    """Say what 0/0 scored."""
    if score is None:
        words = "0/0 coi như thiếu số liệu", "0/0 counts as missing"
    elif score:
        words = "0/0 được đủ điểm", "0/0 scores in full"
    else:
        words = "0/0 không được điểm", "0/0 scores nothing"
    return words[lang == "en"]


def _shown(value: Number | str | None, lang: Lang) -> str:
    if value is None:
        return "–"
    return value if isinstance(value, str) else shown(value, lang)


def traced(evaluation: "Evaluation[U]", unit: U) -> Trace:
    """Return the trace of a unit; raises `KeyError` for one that was not scored."""
    index = evaluation.index
    place = list(evaluation).index(unit) if unit in evaluation else None
    if place is None:
        raise KeyError(unit)
    leaves = {leaf.id: leaf for leaf in index.indicators}
    scales = {scale.indicator: scale for scale in evaluation.reference.scales}
    weights = _weights(evaluation, unit)
    lines: list[TraceLine] = []
    for node in index.nodes:
        way = index.path(node)
        parent = way[1] if len(way) > 1 else None
        score = evaluation.value(unit, node)
        weight, adds = weights.get(node, (None, False))
        added = weight * score if weight is not None and score is not None and adds else None
        raw: Any = None
        below: Any = None
        stages: tuple[Any, Any, Any] = (None, None, None)
        if node in leaves:
            held = evaluation.stages(node)
            raw, below = held.raw[place], held.denominator[place]
            stages = (held.denominated[place], held.imputed[place], held.treated[place])
            method: str = leaves[node].normalisation.method
            numbers = _numbers(leaves[node].normalisation, scales[node])
        else:
            inner = index.aggregate(node)
            method = inner.aggregation
            numbers = {} if inner.rescale is None else _numbers(inner.rescale, scales[node])
            named = (("cap", inner.cap), ("exponent", inner.exponent))
            numbers.update({name: number for name, number in named if number is not None})
        lines.append(
            TraceLine(
                node, parent, len(way) - 1, method, raw, below, *stages, score, weight, added, FrozenMap(numbers),
                node in leaves,
            )
        )  # fmt: skip
    return Trace(unit, tuple(lines))


def _weights(evaluation: "Evaluation[U]", unit: U) -> Mapping[str, tuple[Fraction | None, bool]]:
    """Return for each node the weight that applied in its parent, and whether the parent adds its parts up."""
    compiled = evaluation.compiled
    names = (*compiled.indicators, *(joint.id for joint in compiled.joints))
    found: dict[str, tuple[Fraction | None, bool]] = {}
    for joint in compiled.joints:
        parts = [names[part] for part in joint.parts]
        applied = applied_weights(joint, [evaluation.value(unit, part) for part in parts])
        for part, weight in zip(parts, applied or (None,) * len(parts), strict=True):
            found[part] = weight, joint.additive
    return found


def _numbers(how: Normalisation, scale: Scale) -> dict[str, Number]:
    """Return what a normalisation worked with, in the order in which it is written."""
    held = scale.numbers
    found: dict[str, Number] = {name: held[name] for name in ("from", "to", "mean") if name in held}
    if "to" in held:
        found["low"], found["high"] = how.scale
    if "variance" in held:
        found["deviation"] = math.sqrt(held["variance"])
    stated = (("width", how.width), ("exponent", how.exponent), ("maximum", how.maximum), ("threshold", how.threshold))
    found.update({name: number for name, number in stated if number is not None})
    if found.get("exponent") == 1:
        del found["exponent"]
    return found

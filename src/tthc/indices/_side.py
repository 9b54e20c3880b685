"""One evaluation seen from one unit: what the readings of a score (contributions, changes, needs) start from."""

import math
from collections.abc import Hashable, Iterable
from fractions import Fraction
from typing import TYPE_CHECKING, TypeVar

from tthc.errors import NotFoundError, StepError
from tthc.indices._joining import applied_weights, join
from tthc.indices.evaluation import Evaluation
from tthc.indices.scores import Number

if TYPE_CHECKING:
    from tthc.indices.compiled import Joint
    from tthc.indices.scales import Scale

__all__ = ["Side", "below", "start"]

U = TypeVar("U", bound=Hashable)


def __dir__() -> list[str]:
    return __all__


class Side:
    """The scores of the nodes of one unit, the weights that applied, and the scales of the nodes."""

    def __init__(self, evaluation: Evaluation[U], unit: U) -> None:
        self.unit = unit
        compiled = evaluation.compiled
        names = (*compiled.indicators, *(joint.id for joint in compiled.joints))
        self.values: dict[str, Number | None] = {name: evaluation.value(unit, name) for name in names}
        self.joints: dict[str, Joint] = {joint.id: joint for joint in compiled.joints}
        self.parts: dict[str, tuple[str, ...]] = {
            joint.id: tuple(names[part] for part in joint.parts) for joint in compiled.joints
        }
        self.scales: dict[str, Scale] = {scale.indicator: scale for scale in evaluation.reference.scales}

    def value(self, node: str, step: str = "compare") -> Number:
        """Return a score; raises `StepError` where there is none."""
        value = self.values[node]
        if value is None:
            raise StepError(step, node, "the unit has no score", self.unit)
        return value

    def weights(self, node: str) -> dict[str, Fraction]:
        """Return the weights that applied to the parts that have a score."""
        joint, parts = self.joints[node], self.parts[node]
        weights = applied_weights(joint, [self.values[part] for part in parts])
        return {part: w for part, w in zip(parts, weights or (), strict=True) if w is not None}

    def joined(self, node: str) -> Number:
        """Return the mean or sum itself, before a cap and a new scale."""
        held = self.weights(node)
        bare = self.joints[node]._replace(cap=None, rescale=None, coverage=Fraction(0), weights=tuple(held.values()))
        cells = [self.values[part] for part in held]
        value = join(bare, tuple(held), cells, self.unit)
        return Fraction(0) if value is None else value

    def stretch(self, node: str) -> Number:
        """Return what a new scale makes of one unit of the joined score."""
        joint = self.joints[node]
        if joint.rescale is None:
            return Fraction(1)
        numbers, (low, high) = self.scales[node].numbers, joint.rescale.scale
        if joint.rescale.method == "z_score":
            return float(high) / math.sqrt(numbers["variance"])
        return (high - low) / (numbers["to"] - numbers["from"])


def below(side: Side, node: str) -> Iterable[str]:
    """Return the aggregates from `node` down, itself first."""
    yield node
    for part in side.parts[node]:
        if part in side.joints:
            yield from below(side, part)


def start(evaluation: Evaluation[U], unit: U, node: str | None) -> tuple[Side, str]:
    """Return a unit's side and the aggregate meant, the index itself unless one is named."""
    name = evaluation.index.root if node is None else node
    side = Side(evaluation, unit)
    if name not in side.joints:
        raise NotFoundError("aggregate", name, tuple(side.joints))
    return side, name

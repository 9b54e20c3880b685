"""An index over its data as bare tuples: what a loop over ten thousand re-weightings needs and nothing else."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any, NamedTuple

from tthc.indices.nodes import Aggregation
from tthc.indices.normalise import Normalisation
from tthc.indices.scores import Number

__all__ = ["Compiled", "Joint"]


def __dir__() -> list[str]:
    return __all__


class Joint(NamedTuple):
    """An aggregate: its parts by position, their weights (adding up to 1, but for a sum), and how they are joined.

    Positions count the indicators first, then the joints in their order, which is from the leaves up: the last one is
    the index itself.
    """

    id: str
    parts: tuple[int, ...]
    weights: tuple[Fraction, ...]
    aggregation: Aggregation
    exponent: Fraction | None
    cap: Fraction | None
    coverage: Fraction
    rescale: Normalisation | None

    @property
    def additive(self) -> bool:
        """Tell whether the joint adds its weighted parts up, whatever a cap or a new scale then makes of the sum."""
        return self.aggregation in {"arithmetic", "sum"} or self.exponent == 1

    @property
    def linear(self) -> bool:
        """Tell whether the joint is a weighted sum of its parts, without a cap and a new scale."""
        return self.additive and self.cap is None and self.rescale is None


class Compiled(NamedTuple):
    """The normalised matrix (a row a unit, a column an indicator, `None` where there is no score) and the joints."""

    units: tuple[Any, ...]
    indicators: tuple[str, ...]
    matrix: tuple[tuple[Number | None, ...], ...]
    joints: tuple[Joint, ...]

    @property
    def linear(self) -> bool:
        """Tell whether every score is a weighted sum of the indicators: no other mean, cap or new scale, no gap."""
        return all(joint.linear for joint in self.joints) and not any(None in row for row in self.matrix)

    def flat(self, weights: Sequence[Sequence[Any]] | None = None) -> tuple[Any, ...]:
        """Return the weight of each indicator in the index: the product of the weights on its way up.

        `weights` takes the place of the weights of each joint, in the order of `joints`; Fractions or floats.
        """
        held: list[Any] = [Fraction(0)] * (len(self.indicators) + len(self.joints))
        held[-1] = Fraction(1)
        for i in reversed(range(len(self.joints))):
            joint = self.joints[i]
            own = held[len(self.indicators) + i]
            for part, weight in zip(joint.parts, joint.weights if weights is None else weights[i], strict=True):
                held[part] = own * weight
        return tuple(held[: len(self.indicators)])

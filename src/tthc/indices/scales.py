"""What the scores of a year take from its data, frozen, so that other years can be scored on the same scale.

Minimum–maximum and its kin move every year's scores whenever a figure comes in. A `ReferenceScale` holds what one
period gave: the ends, means and deviations of the scales and the bounds of winsorising. Evaluating a year means
freezing its own scale first, so one year and many take the same path. Figures put in for missing ones always come from
the year at hand.
"""

from collections.abc import Iterable
from fractions import Fraction
from typing import final

import attrs

from tthc._record import check
from tthc.errors import Fault, NotFoundError
from tthc.frozen import FrozenMap

__all__ = ["ReferenceScale", "Scale"]


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen(kw_only=True)
class Scale:
    """The scale of one indicator: how outliers were treated, and the numbers its normalisation needs.

    `lower` and `upper` are the bounds that winsorising left where it pulled figures in, `pulled_in` how many it did;
    `shift` is added before a logarithm is taken. `numbers` holds "from" and "to", "mean" and "variance"; `ordered` the
    treated figures, for ranks. All refer to treated figures; a logarithm is held as the fraction that its float is.
    """

    indicator: str
    lower: Fraction | None = None
    upper: Fraction | None = None
    pulled_in: int = 0
    shift: Fraction | None = None
    numbers: FrozenMap[str, Fraction] = FrozenMap()
    ordered: tuple[Fraction, ...] = ()

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        if list(self.ordered) != sorted(self.ordered):
            yield Fault("ordered", self.ordered, "ascending figures")
        if self.lower is not None and self.upper is not None and self.lower > self.upper:
            yield Fault("upper", self.upper, f"at least {self.lower}")
        if self.pulled_in < 0:
            yield Fault("pulled_in", self.pulled_in, "0 or more")


@final
@attrs.frozen(kw_only=True)
class ReferenceScale:
    """The scales of every indicator as one `period` gave them (thang đo của kỳ gốc); made by `Index.reference`."""

    period: str = ""
    scales: tuple[Scale, ...]

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        names = [scale.indicator for scale in self.scales]
        if len(set(names)) < len(names):
            yield Fault("scales", names, "one scale for each indicator")

    def of(self, indicator: str) -> Scale:
        """Return the scale of an indicator; raises `NotFoundError` for one that has none."""
        for scale in self.scales:
            if scale.indicator == indicator:
                return scale
        raise NotFoundError("indicator", indicator, tuple(scale.indicator for scale in self.scales))

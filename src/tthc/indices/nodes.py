"""The nodes of an index: indicators at the leaves, aggregates above them, each named by an id."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Literal, TypeAlias, final

import attrs

from tthc._record import check
from tthc.errors import Fault, StepError, show
from tthc.exact import exact
from tthc.frozen import FrozenMap
from tthc.indices._scaling import freeze, normalised, ratio, treated
from tthc.indices.normalise import Exact, Normalisation
from tthc.indices.scores import Score, as_fraction, exact_number
from tthc.indices.treatment import Treatment

__all__ = ["Aggregate", "Aggregation", "Direction", "Indicator", "MissingRule", "Weights"]

Direction: TypeAlias = Literal["higher", "lower"]
"""Which figure is the better one."""
MissingRule: TypeAlias = Literal["unranked", "refuse", "mean", "median", "group_mean", "group_median", "constant"]
Aggregation: TypeAlias = Literal["arithmetic", "geometric", "harmonic", "generalised", "sum"]
Weights: TypeAlias = FrozenMap[str, Fraction] | Literal["equal"]

_GROUPED = frozenset({"group_mean", "group_median"})


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen(kw_only=True)
class Indicator:
    """A leaf of an index (chỉ tiêu thành phần): where its figure comes from and how the figure becomes a score.

    - `column` names its figure in the data (its own `id` unless stated), `denominator` the column it is divided by.
    - `direction`: "higher" is better, or "lower".
    - `missing`: "unranked" leaves the unit without this score, with the reason; "refuse" raises; the others put a
      figure in: the mean or median of all, or of the units with the same text in the column `group`, or `fill`.
      It is put in after the division by the denominator and before the treatment.
    - `unit` says what the figure is measured in.

    >>> from tthc.indices import goalposts
    >>> Indicator(id="life", unit="năm", normalisation=goalposts(20, 85)).column
    'life'
    """

    id: str
    name: str = ""
    unit: str = ""
    column: str = attrs.field(default=attrs.Factory(lambda self: self.id, takes_self=True))
    denominator: str | None = None
    direction: Direction = "higher"
    missing: MissingRule = "unranked"
    group: str | None = None
    fill: Fraction | None = attrs.field(default=None, converter=as_fraction)
    treatment: Treatment | None = None
    normalisation: Normalisation
    source: str = ""

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        for field, text in (("id", self.id), ("column", self.column), ("denominator", self.denominator)):
            if text == "":
                yield Fault(field, text, "a name that is not empty")
        if (self.group is not None) != (self.missing in _GROUPED):
            yield Fault("group", self.group, f"{'a column' if self.group is None else 'nothing'} beside {self.missing}")
        if (self.fill is not None) != (self.missing == "constant"):
            yield Fault("fill", self.fill, f"{'a figure' if self.fill is None else 'nothing'} beside {self.missing}")
        how = self.normalisation
        if how.directed and self.direction == "lower":
            yield Fault("direction", "lower", f"no direction of its own: {how.method} says itself what is better")
        if how.method == "maximum" and self.direction == "lower":
            yield Fault("direction", "lower", 'more is better; else distance_to_best("ratio")')
        if how.method == "points" and self.denominator is None:
            yield Fault("denominator", None, "the column that the count is a share of, for points")
        if how.method in {"categories", "points"} and self.treatment is not None:
            yield Fault("treatment", self.treatment, f"nothing beside {how.method}")
        if how.method == "categories" and (self.denominator is not None or self.missing not in {"unranked", "refuse"}):
            yield Fault("missing", self.missing, "unranked or refuse, and no denominator: a category is no figure")

    @property
    def absolute(self) -> bool:
        """Tell whether one figure alone has a score, without the data of other units."""
        return self.normalisation.absolute and (self.treatment is None or self.treatment.method == "log")

    def score(self, figure: Exact | str, denominator: Exact | None = None) -> Score | None:
        """Score one figure by itself; `None` where 0/0 counts as missing. Raises `StepError` where it cannot be done.

        A category is given as its text or whole number, a count with the count that it is a share of. A share above the
        threshold, and above 1, has full points; a count below 0 is refused.

        >>> from tthc.indices import points
        >>> on_time = Indicator(id="2.1", denominator="received", normalisation=points(20, digits=2, when_zero="zero"))
        >>> on_time.score(2, 3), on_time.score(0, 0)
        (Score(Fraction(1333, 100)), Score(Fraction(0, 1)))
        """
        how = self.normalisation
        if not self.absolute:
            raise StepError("score", self.id, f"{how.method} needs the figures of other units")
        if how.table is not None:
            name = str(figure) if type(figure) is int else figure
            if name not in how.table:
                raise StepError("normalise", self.id, f"{show(figure)} is none of {', '.join(map(repr, how.table))}")
            return Score(how.table[str(name)])
        if isinstance(figure, str) or (denominator is None) != (self.denominator is None):
            wanted = "a figure" if self.denominator is None else "a figure and its denominator"
            msg = f"{self.id}: expected {wanted}, got {show(figure)} and {show(denominator)}"
            raise TypeError(msg)
        share = exact_number(figure, self.id)
        if denominator is not None:
            below = exact_number(denominator, self.id)
            divided = ratio(self.id, share, below, None, counts=how.method == "points")
            if divided is None:
                empty = self.nothing_of_nothing()
                return None if empty is None else Score(empty)
            share = divided
        if how.method == "points":
            return Score(how.points_of(share))
        up = self.direction == "higher"
        scale = freeze(self.id, how, self.treatment, up=up, figures=())
        return Score(normalised(how, scale, treated(scale, share, None), None, up=up))

    def nothing_of_nothing(self, unit: object = None) -> Fraction | None:
        """Return the points of 0/0, `None` where it counts as missing; raises `StepError` where no rule is stated.

        >>> from tthc.indices import points
        >>> Indicator(id="5.2", denominator="n", normalisation=points(6, when_zero="full")).nothing_of_nothing()
        Fraction(6, 1)
        """
        rule = self.normalisation.when_zero
        if rule is None or rule == "refuse":
            raise StepError("divide", self.id, "0 out of 0", unit)
        return {"zero": Fraction(0), "full": self.normalisation.maximum, "missing": None}[rule]


def _weights(weights: Mapping[str, int | Fraction | Decimal] | str) -> Weights:
    if isinstance(weights, Mapping):
        try:
            return FrozenMap({part: exact(weight) for part, weight in weights.items()})
        except (TypeError, ValueError):
            return FrozenMap(weights)  # type: ignore[arg-type]  # check() names what is no exact number
    return weights  # type: ignore[return-value]  # check() refuses the rest


def _coverage(share: Exact) -> Fraction:
    return as_fraction(share)  # type: ignore[return-value]  # check() refuses the rest


@final
@attrs.frozen(kw_only=True)
class Aggregate:
    """An inner node of an index (nhóm, trụ cột, chỉ số thành phần): its parts, their weights, and how they are joined.

    - `weights` are "equal" or stated for each part; only their proportions count, but for a "sum", where each part is
      multiplied by its weight ("equal" is 1 each). `tthc.indices.budget_weights` makes them from experts' votes.
    - `aggregation`: the "arithmetic", "geometric" or "harmonic" mean, the "generalised" one with its `exponent`, or
      the "sum" of points, never above `cap` where one is stated.
    - `coverage`: the share of the parts (by weight) that must have a score. Below it the node has none, and says
      what is missing; above it, what is missing is left out and the other weights keep their proportions (in a sum
      it adds nothing).
    - `direction` "lower" turns every indicator below this node round: a pillar of burdens scores their absence.
    - `rescale` puts the joined scores of all units on a scale again (`min_max`, `z_score` or `goalposts`), as the UN
      does with the components of its e-government index.

    >>> Aggregate(id="EGDI", parts=("OSI", "TII", "HCI"), weights={"OSI": 34, "TII": 33, "HCI": 33}).share("OSI")
    Fraction(17, 50)
    """

    id: str
    name: str = ""
    parts: tuple[str, ...]
    aggregation: Aggregation = "arithmetic"
    weights: Weights = attrs.field(default="equal", converter=_weights)
    exponent: Fraction | None = attrs.field(default=None, converter=as_fraction)
    cap: Fraction | None = attrs.field(default=None, converter=as_fraction)
    coverage: Fraction = attrs.field(default=Fraction(1), converter=_coverage)
    direction: Direction = "higher"
    rescale: Normalisation | None = None

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        if not self.id:
            yield Fault("id", self.id, "a name that is not empty")
        if not self.parts or len(set(self.parts)) < len(self.parts) or self.id in self.parts:
            yield Fault("parts", self.parts, "at least one part, each named once, and not the node itself")
        yield from self._weight_faults()
        if self.cap is not None and self.aggregation != "sum":
            yield Fault("cap", self.cap, 'nothing, but beside aggregation="sum"')
        if self.rescale is not None and self.rescale.method not in {"min_max", "z_score", "goalposts"}:
            yield Fault("rescale", self.rescale.method, "min_max, z_score or goalposts")
        if not 0 < self.coverage <= 1:
            yield Fault("coverage", self.coverage, "more than 0, up to 1 (every part must have a score)")

    def _weight_faults(self) -> Iterable[Fault]:
        if isinstance(self.weights, FrozenMap):
            if set(self.weights) != set(self.parts):
                yield Fault("weights", self.weights, "a weight for each part and for nothing else")
            if any(weight < 0 for weight in self.weights.values()) or not any(self.weights.values()):
                yield Fault("weights", self.weights, "weights of 0 or more, not all 0")
        if (self.exponent is not None) != (self.aggregation == "generalised"):
            yield Fault("exponent", self.exponent, 'an exponent beside aggregation="generalised" and nowhere else')
        if self.exponent == 0:
            yield Fault("exponent", self.exponent, 'another number than 0: that is aggregation="geometric"')

    def share(self, part: str) -> Fraction:
        """Return the weight of a part: as a share of 1 in a mean, as the factor in a sum."""
        if part not in self.parts:
            raise KeyError(part)
        if isinstance(self.weights, str):
            return Fraction(1, 1 if self.aggregation == "sum" else len(self.parts))
        whole = Fraction(1) if self.aggregation == "sum" else sum(self.weights.values(), Fraction(0))
        return self.weights[part] / whole

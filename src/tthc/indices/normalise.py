"""How a figure becomes a score (chuẩn hoá): one value, `Normalisation`, built by one of the functions below.

Three kinds, kept apart:

- *absolute*: goalposts, best/worst, points, categories, steps, a target by ratio, the figure as it is. One figure gives
  one score, whatever the other units have.
- *data-driven*: min–max, z-score, rank, percentile, Borda, distances, fraction of the maximum, a band around the mean.
  What they take from the data is frozen once in a `tthc.indices.ReferenceScale` and used again for other years.
- *points of a ratio* (`points`): max · R / threshold, never above `maximum`, rounded half up to `digits` places. R is
  the figure divided by the indicator's `denominator`, two columns of the data: numerator and denominator go in as
  counts. 0/0 has no ratio, so `when_zero` says what it scores: "refuse" raises, "missing" leaves it to the indicator's
  rule for missing figures, "zero" and "full" give 0 or `maximum`. A count above 0 out of 0 is always refused.

Whether more is better is the indicator's business (`direction`), but for best/worst, categories, steps and points,
which say it themselves.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Literal, TypeAlias, final

import attrs

from tthc._record import check
from tthc.errors import Fault
from tthc.exact import exact, round_to
from tthc.frozen import FrozenMap

__all__ = [
    "Beyond",
    "By",
    "Exact",
    "Method",
    "Normalisation",
    "Sharing",
    "WhenZero",
    "as_it_is",
    "band",
    "best_worst",
    "borda",
    "categories",
    "distance_to_best",
    "distance_to_reference",
    "distance_to_target",
    "fraction_of_maximum",
    "goalposts",
    "min_max",
    "percentile",
    "points",
    "rank_score",
    "steps",
    "z_score",
]

Exact: TypeAlias = int | Fraction | Decimal
Method: TypeAlias = Literal[
    "as_it_is",
    "min_max",
    "goalposts",
    "best_worst",
    "z_score",
    "rank",
    "percentile",
    "borda",
    "best",
    "target",
    "reference",
    "maximum",
    "band",
    "categories",
    "steps",
    "points",
]
Beyond: TypeAlias = Literal["keep", "clip", "refuse"]
"""A figure outside the scale: its score goes beyond the ends, is cut to the nearer end, or is an error."""
By: TypeAlias = Literal["ratio", "range"]
Sharing: TypeAlias = Literal["lower", "average", "upper"]
"""The score of units that tie: the lowest of the places they share, the mean, or the highest."""
WhenZero: TypeAlias = Literal["refuse", "missing", "zero", "full"]

_FIELDS: dict[str, tuple[str, ...]] = {
    "as_it_is": (),
    "min_max": (),
    "goalposts": ("low", "high"),
    "best_worst": ("best", "worst", "exponent"),
    "z_score": ("deviation",),
    "rank": ("ties",),
    "percentile": ("ties",),
    "borda": ("ties",),
    "best": ("by",),
    "target": ("by", "target"),
    "reference": ("by", "reference"),
    "maximum": (),
    "band": ("width",),
    "categories": ("table",),
    "steps": ("ladder",),
    "points": ("maximum", "threshold", "when_zero"),
}
_SCALED = frozenset({"min_max", "goalposts", "best_worst", "best", "target", "reference", "maximum", "percentile"})
_MOVED = _SCALED | {"z_score"}
_POSTS = frozenset({"min_max", "goalposts", "best_worst", "best", "target", "reference"})
UNIT = (Fraction(0), Fraction(1))


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen(kw_only=True, repr=False)
class Normalisation:
    """How a figure becomes a score; `method` says which of the fields below it has. Built by the functions here.

    `scale` is what 0 and 1 become (0–100 is `(0, 100)`); of a z-score it is the new mean and the new deviation.
    `beyond` is for the methods that have two ends.
    """

    method: Method
    scale: tuple[Fraction, Fraction] = UNIT
    beyond: Beyond = "keep"
    low: Fraction | None = None
    high: Fraction | None = None
    best: Fraction | None = None
    worst: Fraction | None = None
    exponent: Fraction | None = None
    target: Fraction | None = None
    reference: str | None = None
    by: By | None = None
    deviation: Literal["population", "sample"] | None = None
    ties: Sharing | None = None
    width: Fraction | None = None
    table: FrozenMap[str, Fraction] | None = None
    ladder: tuple[tuple[Fraction, Fraction], ...] | None = None
    maximum: Fraction | None = None
    threshold: Fraction | None = None
    digits: int | None = None
    when_zero: WhenZero | None = None

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        own = _FIELDS[self.method]
        for field in sorted({name for names in _FIELDS.values() for name in names}):
            held = getattr(self, field)
            if (held is not None) != (field in own):
                yield Fault(field, held, f'{"a value" if held is None else "nothing"} beside method="{self.method}"')
        if self.digits is not None and (self.method != "points" or not 0 <= self.digits <= 12):
            yield Fault("digits", self.digits, '0 to 12, beside method="points"')
        if self.scale != UNIT and self.method not in _MOVED:
            yield Fault("scale", self.scale, f'no scale of its own beside method="{self.method}"')
        if self.method == "z_score" and self.scale[1] <= 0:
            yield Fault("scale", self.scale, "a mean and a deviation above 0")
        elif self.method != "z_score" and self.scale[0] >= self.scale[1]:
            yield Fault("scale", self.scale, "a lower and a higher end; the indicator's direction turns it round")
        if self.beyond != "keep" and self.method not in _POSTS:
            yield Fault("beyond", self.beyond, f'"keep" beside method="{self.method}", which has no ends')
        yield from self._number_faults()

    def _number_faults(self) -> Iterable[Fault]:
        if self.low is not None and self.high is not None and self.low >= self.high:
            yield Fault("high", self.high, f"more than low ({self.low})")
        if self.best is not None and self.best == self.worst:
            yield Fault("worst", self.worst, "another figure than best")
        if self.exponent is not None and (self.exponent <= 0 or (self.exponent != 1 and self.beyond == "keep")):
            yield Fault("exponent", self.exponent, "more than 0, and 1 where scores beyond the ends are kept")
        for field, number in (("maximum", self.maximum), ("threshold", self.threshold), ("width", self.width)):
            if number is not None and number <= 0:
                yield Fault(field, number, "more than 0")
        if self.target == 0 and self.by == "ratio":
            yield Fault("target", self.target, "another figure than 0, which nothing is a share of")
        if self.table is not None and not self.table:
            yield Fault("table", self.table, "at least one category")
        if self.ladder is not None:
            starts = [start for start, _ in self.ladder]
            if not starts or starts != sorted(set(starts)):
                yield Fault("ladder", self.ladder, "at least one step, each beginning above the one before")

    def __repr__(self) -> str:
        held = ((field.name, field.default, getattr(self, field.name)) for field in attrs.fields(type(self)))
        stated = [f"{name}={value!r}" for name, default, value in held if value != default]
        return f"Normalisation({', '.join(stated)})"

    @property
    def absolute(self) -> bool:
        """Tell whether one figure alone has a score, without the data of other units."""
        fixed = self.method in {"as_it_is", "goalposts", "best_worst", "categories", "steps", "points"}
        return fixed or (self.method == "target" and self.by == "ratio")

    @property
    def directed(self) -> bool:
        """Tell whether the method itself says what is better, so that no `direction` can turn it."""
        return self.method in {"best_worst", "categories", "steps", "points"}

    def points_of(self, ratio: Fraction) -> Fraction:
        """Return the points of a ratio, for `points` only: max · R / threshold, capped and rounded half up.

        >>> points(6, threshold=Fraction(1, 2), digits=2).points_of(Fraction(1, 3))
        Fraction(4, 1)
        """
        if self.maximum is None or self.threshold is None:
            msg = f"expected a Normalisation by points, got {self.method}"
            raise TypeError(msg)
        earned = min(self.maximum, self.maximum * ratio / self.threshold)
        return earned if self.digits is None else round_to(earned, self.digits)


def _scale(scale: tuple[Exact, Exact]) -> tuple[Fraction, Fraction]:
    low, high = scale
    return exact(low), exact(high)


def as_it_is() -> Normalisation:
    """Take the figure itself as the score; where less is better, its negative."""
    return Normalisation(method="as_it_is")


def min_max(*, scale: tuple[Exact, Exact] = (0, 1), beyond: Beyond = "keep") -> Normalisation:
    """Score (x − min) / (max − min) of the data or of the reference period, which another period may go beyond."""
    return Normalisation(method="min_max", scale=_scale(scale), beyond=beyond)


def goalposts(
    low: Exact, high: Exact, *, scale: tuple[Exact, Exact] = (0, 1), beyond: Beyond = "refuse"
) -> Normalisation:
    """(x − low) / (high − low) between fixed posts; a figure beyond them is refused unless told otherwise.

    >>> goalposts(20, 85).high
    Fraction(85, 1)
    """
    return Normalisation(method="goalposts", low=exact(low), high=exact(high), scale=_scale(scale), beyond=beyond)


def best_worst(
    best: Exact, worst: Exact, *, scale: tuple[Exact, Exact] = (0, 100), beyond: Beyond = "clip", exponent: Exact = 1
) -> Normalisation:
    """(worst − x) / (worst − best), as Doing Business scores: the two ends say what is better.

    An `exponent` other than 1 bends the scale (the total tax rate is scored on a curve) and gives floats.
    """
    return Normalisation(
        method="best_worst", best=exact(best), worst=exact(worst), exponent=exact(exponent), scale=_scale(scale),
        beyond=beyond,
    )  # fmt: skip


def z_score(deviation: Literal["population", "sample"], *, scale: tuple[Exact, Exact] = (0, 1)) -> Normalisation:
    """(x − mean) / deviation, with the deviation of the population (÷ n) or of a sample (÷ n − 1): a float."""
    return Normalisation(method="z_score", deviation=deviation, scale=_scale(scale))


def rank_score(*, ties: Sharing = "lower") -> Normalisation:
    """One more than the number of units that are worse: 1 for the worst, n for the best of n."""
    return Normalisation(method="rank", ties=ties)


def percentile(*, ties: Sharing = "lower", scale: tuple[Exact, Exact] = (0, 1)) -> Normalisation:
    """The number of units that are worse, as a share of the n − 1 others."""
    return Normalisation(method="percentile", ties=ties, scale=_scale(scale))


def borda(*, ties: Sharing = "lower") -> Normalisation:
    """The number of units that are worse: 0 for the worst, n − 1 for the best of n."""
    return Normalisation(method="borda", ties=ties)


def distance_to_best(by: By, *, scale: tuple[Exact, Exact] = (0, 1), beyond: Beyond = "keep") -> Normalisation:
    """How near the best figure of the data: x / best (best / x where less is better), or by the range worst–best.

    >>> distance_to_best("ratio").absolute
    False
    """
    return Normalisation(method="best", by=by, scale=_scale(scale), beyond=beyond)


def distance_to_target(
    target: Exact, by: By, *, scale: tuple[Exact, Exact] = (0, 1), beyond: Beyond = "keep"
) -> Normalisation:
    """How near a stated figure: x / target (target / x where less is better), or by the range worst–target."""
    return Normalisation(method="target", target=exact(target), by=by, scale=_scale(scale), beyond=beyond)


def distance_to_reference(
    unit: str, by: By, *, scale: tuple[Exact, Exact] = (0, 1), beyond: Beyond = "keep"
) -> Normalisation:
    """How near the figure of one unit of the data, named as `str(unit)` writes it."""
    return Normalisation(method="reference", reference=unit, by=by, scale=_scale(scale), beyond=beyond)


def fraction_of_maximum(*, scale: tuple[Exact, Exact] = (0, 1)) -> Normalisation:
    """Score x / max of the data; refused where less is better, for a share of the maximum has no mirror."""
    return Normalisation(method="maximum", scale=_scale(scale))


def band(width: Exact) -> Normalisation:
    """1 above, −1 below and 0 within a band of the given relative width around the mean."""
    return Normalisation(method="band", width=exact(width))


def categories(table: Mapping[str, Exact]) -> Normalisation:
    """Points by category; the cell of the data holds the category's name, and an unknown one is refused.

    >>> categories({"có": 2, "một phần": 1, "không": 0}).absolute
    True
    """
    return Normalisation(method="categories", table=FrozenMap({name: exact(score) for name, score in table.items()}))


def steps(ladder: Iterable[tuple[Exact, Exact]]) -> Normalisation:
    """Points by thresholds: pairs of (from this figure on, points), ascending; a figure below the first is refused."""
    return Normalisation(method="steps", ladder=tuple((exact(start), exact(score)) for start, score in ladder))


def points(
    maximum: Exact, *, threshold: Exact = 1, digits: int | None = None, when_zero: WhenZero = "refuse"
) -> Normalisation:
    """Score max · R / threshold, at most `maximum`, rounded half up: the points of a share of counts.

    >>> points(6, threshold=Fraction(9, 10), digits=2, when_zero="full").when_zero
    'full'
    """
    return Normalisation(
        method="points", maximum=exact(maximum), threshold=exact(threshold), digits=digits, when_zero=when_zero
    )

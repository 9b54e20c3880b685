"""The parts of a profile of service quality as data: what is measured, in which groups, and how a total is classed.

A `Measure` holds its maximum and its threshold with the days for which they hold and where they were read: they moved
between 2022 and 2026, and some were fitted to published figures, not read in a decision.
"""

from collections.abc import Iterable
from fractions import Fraction
from typing import Literal, TypeAlias, final

import attrs

from tthc._record import check
from tthc.dated import Interval
from tthc.errors import Fault
from tthc.findings import Lang
from tthc.indices.nodes import Indicator
from tthc.indices.normalise import Exact, WhenZero, categories, goalposts, points
from tthc.indices.scores import as_fraction

__all__ = ["Confirmation", "Grade", "Group", "Measure", "MeasureKind", "Per"]

MeasureKind: TypeAlias = Literal["share", "mean", "choice", "points"]
"""What is given for a measure: two counts, the points of dossiers and their number, a choice of whole points from 0 up,
or the points themselves."""
Per: TypeAlias = Literal["dossier", "procedure", "petition", "unit"]
"""What is counted."""
Confirmation: TypeAlias = Literal["confirmed", "derived", "fitted", "unconfirmed"]
"""How sure a figure is: read in a source or reproduced by it; following from such; fitted to portal figures; or not."""


def __dir__() -> list[str]:
    return __all__


def _number(value: Exact) -> Fraction:
    return as_fraction(value)  # type: ignore[return-value]  # check() refuses the rest


@final
@attrs.frozen(kw_only=True)
class Measure:
    """One indicator of a profile (chỉ tiêu thành phần): what is counted, for how many points, from which threshold.

    - `kind` "share": maximum · R / threshold, at most `maximum`, half up to `digits` decimals, where R is the sum of
      the counts named in `numerator` over the sum of those named in `denominator` (names of counts of a `Tally`).
      `when_zero` says what 0/0 scores: nothing ("missing", which is not 0), "zero" or "full".
    - "mean": the points of all dossiers (`numerator`) over their number, rounded half up to `digits` decimals.
    - "choice": whole points from 0 to `maximum`; "points": the points themselves, at most `maximum`.
    - `validity`, `source` and `status` belong to `maximum` and `threshold`.

    >>> content = Measure(id="5.4", name="hài lòng", maximum=6, threshold=Fraction(9, 10))
    >>> content.indicator().score(392_869, 443_565)
    Score(Fraction(59, 10))
    """

    id: str
    name: str
    name_en: str = ""
    kind: MeasureKind = "share"
    per: Per = "dossier"
    numerator: tuple[str, ...] = ()
    denominator: tuple[str, ...] = ()
    maximum: Fraction = attrs.field(converter=_number)
    threshold: Fraction = attrs.field(default=Fraction(1), converter=_number)
    digits: int = 2
    when_zero: WhenZero = "missing"
    status: Confirmation = "confirmed"
    validity: Interval | None = None
    source: str = ""

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        if not self.id:
            yield Fault("id", self.id, "a name that is not empty")
        for field, number in (("maximum", self.maximum), ("threshold", self.threshold)):
            if number <= 0:
                yield Fault(field, number, "more than 0")
        if not 0 <= self.digits <= 6:
            yield Fault("digits", self.digits, "0 to 6")
        if self.kind == "choice" and self.maximum.denominator != 1:
            yield Fault("maximum", self.maximum, "a whole number beside a choice of whole points")
        if self.kind != "share" and self.threshold != 1:
            yield Fault("threshold", self.threshold, f"1 beside kind={self.kind!r}")
        if not self.counted and (self.numerator or self.denominator):
            yield Fault("kind", self.kind, '"share" or "mean", as there are counts')

    def title(self, lang: Lang = "vi") -> str:
        """Return the name in a language, the Vietnamese one where there is no other."""
        return self.name_en if lang == "en" and self.name_en else self.name

    @property
    def counted(self) -> bool:
        """Tell whether it is made from a numerator and a denominator."""
        return self.kind in {"share", "mean"}

    @property
    def full(self) -> Fraction:
        """The ratio from which the points are full: the threshold of a share, the maximum of a mean."""
        return self.maximum if self.kind == "mean" else self.threshold

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of its figures in the data of the index: numerator and denominator, or the figure alone."""
        return (f"{self.id} numerator", f"{self.id} denominator") if self.counted else (self.id,)

    def indicator(self, *, exempt: bool = False) -> Indicator:
        """Return the leaf of an `Index` that scores it; where it is `exempt`, no figures score the maximum."""
        name = self.title()
        if self.counted:
            above, below = self.columns
            how = points(self.maximum, threshold=self.full, digits=self.digits, when_zero=self.when_zero)
            fill = self.full if exempt else None
            missing: Literal["constant", "unranked"] = "constant" if exempt else "unranked"
            return Indicator(
                id=self.id, name=name, column=above, denominator=below, normalisation=how, missing=missing, fill=fill,
                source=self.source,
            )  # fmt: skip
        if self.kind == "choice":
            table = {str(point): point for point in range(int(self.maximum) + 1)}
            return Indicator(id=self.id, name=name, normalisation=categories(table), source=self.source)
        how = goalposts(0, self.maximum, scale=(0, self.maximum))
        return Indicator(id=self.id, name=name, normalisation=how, source=self.source)


@final
@attrs.frozen(kw_only=True)
class Group:
    """A group of measures or of other groups (nhóm chỉ tiêu): its score is the sum of its parts."""

    id: str
    name: str
    name_en: str = ""
    parts: tuple[str, ...]

    def __attrs_post_init__(self) -> None:
        check(self)

    def title(self, lang: Lang = "vi") -> str:
        """Return the name in a language, the Vietnamese one where there is no other."""
        return self.name_en if lang == "en" and self.name_en else self.name


@final
@attrs.frozen(kw_only=True)
class Grade:
    """A class of totals (xếp loại): its name and the total that it begins with."""

    name: str
    name_en: str = ""
    at_least: Fraction = attrs.field(converter=_number)

    def __attrs_post_init__(self) -> None:
        check(self)

    def title(self, lang: Lang = "vi") -> str:
        """Return the name in a language, the Vietnamese one where there is no other."""
        return self.name_en if lang == "en" and self.name_en else self.name

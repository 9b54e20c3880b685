"""The figures of a profile as the caller gives them, read into exact numbers: counts, points, choices."""

from collections.abc import Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from tthc.exact import exact
from tthc.indices._columns import BOUND
from tthc.indices.normalise import Exact
from tthc.service_quality.measures import Measure

if TYPE_CHECKING:
    from tthc.service_quality.tally import Tally

__all__ = ["Figures", "Held", "held"]

Held: TypeAlias = tuple[Fraction, Fraction] | Fraction | None
Figures: TypeAlias = "Tally | Mapping[str, tuple[Exact, Exact] | Mapping[int, int] | Exact | None]"
"""A tally, or by indicator: numerator and denominator, or points; `None` where nothing is known. Where an indicator is
a mean of points given to dossiers, also how many dossiers got how many points."""


def __dir__() -> list[str]:
    return __all__


def held(measure: Measure, value: Any) -> Held:  # noqa: ANN401 - whatever the caller gave
    """Return figures as they are held; raises `TypeError` or `ValueError` with what was expected."""
    if value is None:
        return None
    if not measure.counted:
        point = _exact(value, "points")
        if not 0 <= point <= measure.maximum or (measure.kind == "choice" and point.denominator != 1):
            msg = f"{'whole points' if measure.kind == 'choice' else 'points'} from 0 to {measure.maximum}"
            raise ValueError(msg)
        return point
    above, below = (_exact(count, "counts") for count in _pair(measure, value))
    if above < 0 or below < 0:
        msg = "counts of 0 or more"
        raise ValueError(msg)
    if above and not below:
        msg = "0 out of 0, or a denominator above 0"
        raise ValueError(msg)
    return above, below


def _exact(number: Exact, what: str) -> Fraction:
    try:
        found = exact(number)
        if max(abs(found.numerator), found.denominator) < BOUND:
            return found
    except (TypeError, ValueError):
        pass
    msg = f"{what} as int, Fraction or Decimal of fewer than 60 digits"
    raise TypeError(msg)


def _pair(measure: Measure, value: object) -> tuple[Exact, Exact]:
    """Return the two counts of a share; dossiers by points are added up where the measure is a mean of points."""
    is_pair = type(value) is tuple and len(cast("tuple[object, ...]", value)) == 2
    if measure.kind == "mean" and isinstance(value, Mapping):
        dossiers = cast("Mapping[int, int]", value)
        if any(
            type(n) is not int or n < 0 or type(point) is not int or not 0 <= point <= measure.maximum
            for point, n in dossiers.items()
        ):
            msg = f"dossiers by whole points of 0 to {measure.maximum}"
            raise TypeError(msg)
        return sum(point * n for point, n in dossiers.items()), sum(dossiers.values())
    if is_pair:
        return cast("tuple[Exact, Exact]", value)
    msg = "a numerator and a denominator"
    raise TypeError(msg)

"""One column of figures: freezing its scale, treating a figure, making a score of it."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from fractions import Fraction

from tthc.errors import StepError, show
from tthc.frozen import FrozenMap
from tthc.indices.normalise import UNIT, Normalisation
from tthc.indices.scales import Scale
from tthc.indices.scores import Number
from tthc.indices.treatment import Treatment, kurtosis, skewness, winsorised

__all__ = ["fit", "freeze", "mean", "normalised", "ratio", "treated"]

_RANKS = frozenset({"rank", "percentile", "borda"})


def __dir__() -> list[str]:
    return __all__


def mean(values: Sequence[Fraction]) -> Fraction:
    """Return the exact mean; one division, however many denominators there are."""
    scale = math.lcm(*(x.denominator for x in values))
    return Fraction(sum(x.numerator * (scale // x.denominator) for x in values), scale * len(values))


def ratio(node: str, figure: Fraction, of: Fraction, unit: object, *, counts: bool) -> Fraction | None:
    """Divide a figure by its denominator; 0/0 is `None`, something out of 0 or a count below 0 an error."""
    if counts and (figure < 0 or of < 0):
        raise StepError("divide", node, f"{figure} out of {of}, but a count is 0 or more", unit)
    if of:
        return figure / of
    if figure:
        raise StepError("divide", node, f"{figure} out of 0", unit)
    return None


# ── freezing ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def freeze(
    node: str,
    how: Normalisation,
    treatment: Treatment | None,
    *,
    up: bool,
    figures: Sequence[Fraction],
    reference: Fraction | None = None,
) -> Scale:
    """Return the scale that these figures give; `reference` is the figure of the unit that the method names."""
    scale = _treatment(node, treatment, figures)
    if how.absolute:
        return _with(scale, _posts(how, scale, up=up))
    known = [Fraction(treated(scale, figure, None)) for figure in figures]
    if not known:
        raise StepError("normalise", node, "no unit has a figure")
    if how.method in _RANKS:
        if how.method == "percentile" and len(known) < 2:
            raise StepError("normalise", node, "a percentile needs the figures of two units")
        return _with(scale, {}, tuple(sorted(known)))
    if how.method in {"z_score", "band"}:
        return _with(scale, _moments(node, how, known))
    return _with(scale, _ends(node, how, scale, known, reference, up=up))


def fit(how: Normalisation, scale: Scale, *, up: bool) -> Scale:
    """Return the scale of another period; raises `StepError` where it was not frozen for this method."""
    numbers = scale.numbers
    to = numbers.get("to")
    if how.method in _RANKS:
        fits = not numbers and len(scale.ordered) > (how.method == "percentile")
    elif how.method == "z_score":
        fits = set(numbers) == {"mean", "variance"} and numbers["variance"] > 0
    elif how.method == "band":
        fits = set(numbers) == {"mean"} and numbers["mean"] > 0
    elif how.method in {"as_it_is", "categories", "steps", "points"}:
        fits = not numbers and not scale.ordered
    elif how.by == "ratio" or how.method == "maximum":
        fits = set(numbers) == {"to"} and not (up and not to)
    else:
        fits = set(numbers) == {"from", "to"} and numbers["from"] != to
    if not fits:
        raise StepError("normalise", scale.indicator, f"the reference scale was not frozen for {how.method}")
    return scale


def _with(scale: Scale, numbers: dict[str, Fraction], ordered: tuple[Fraction, ...] = ()) -> Scale:
    return Scale(
        indicator=scale.indicator, lower=scale.lower, upper=scale.upper, pulled_in=scale.pulled_in, shift=scale.shift,
        numbers=FrozenMap(numbers), ordered=ordered,
    )  # fmt: skip


def _treatment(node: str, treatment: Treatment | None, figures: Sequence[Fraction]) -> Scale:
    if treatment is None:
        return Scale(indicator=node)
    if treatment.method == "log":
        return Scale(indicator=node, shift=treatment.shift)
    if not figures:
        raise StepError("winsorise", node, "no unit has a figure")
    low, high, count, passes = winsorised(figures, treatment)
    if passes or treatment.otherwise == "keep":
        lowest, highest = min(figures), max(figures)
        lower, upper = (low if low > lowest else None), (high if high < highest else None)
        return Scale(indicator=node, lower=lower, upper=upper, pulled_in=count)
    if treatment.otherwise == "refuse":
        raise StepError("winsorise", node, f"{_shape(figures)}, still out of bounds with {count} points pulled in")
    lowest, highest = min(figures), max(figures)
    return Scale(indicator=node, shift=(highest - lowest) / 100 - lowest)


def _shape(figures: Sequence[Fraction]) -> str:
    return f"skew {skewness(figures):.2f} and kurtosis {float(kurtosis(figures)):.2f}"


def _posts(how: Normalisation, scale: Scale, *, up: bool) -> dict[str, Fraction]:
    """Return the ends that the method itself states, as the treatment leaves them: a log scale has log posts."""
    ends = {"goalposts": (how.low, how.high), "best_worst": (how.worst, how.best), "target": (None, how.target)}
    low, high = ends.get(how.method, (None, None))
    if how.method == "goalposts" and not up:
        low, high = high, low
    pairs = (("from", low), ("to", high))
    posts = {name: Fraction(_logged(scale, post, None)) for name, post in pairs if post is not None}
    if (how.by == "ratio" and not posts["to"]) or len(posts) > len(set(posts.values())):
        raise StepError("normalise", scale.indicator, "a logarithm has made the scale of no length")
    return posts


def _moments(node: str, how: Normalisation, known: Sequence[Fraction]) -> dict[str, Fraction]:
    centre = mean(known)
    if how.method == "band":
        if centre <= 0:
            raise StepError("normalise", node, "a relative band needs a mean above 0")
        return {"mean": centre}
    free = len(known) - (how.deviation == "sample")
    spread = mean([(x - centre) ** 2 for x in known]) * len(known) / max(free, 1)
    if not spread:
        raise StepError("normalise", node, "every unit has the same figure, so there is no deviation")
    return {"mean": centre, "variance": spread}


def _ends(
    node: str, how: Normalisation, scale: Scale, known: Sequence[Fraction], reference: Fraction | None, *, up: bool
) -> dict[str, Fraction]:
    worst, best = (min(known), max(known)) if up else (max(known), min(known))
    if how.method == "target" and how.target is not None:
        best = Fraction(_logged(scale, how.target, None))
    elif how.method == "reference":
        if reference is None:
            raise StepError("normalise", node, f"the unit of reference {show(how.reference)} has no figure")
        best = Fraction(treated(scale, reference, None))
    if how.by == "ratio" or how.method == "maximum":
        if up and not best:
            raise StepError("normalise", node, "a share of 0 is no number")
        return {"to": best}
    if best == worst:
        raise StepError("normalise", node, "both ends of the scale are the same figure")
    return {"from": worst, "to": best}


# ── one figure ───────────────────────────────────────────────────────────────────────────────────────────────────────


def treated(scale: Scale, figure: Fraction, unit: object) -> Number:
    """Pull a figure in to the bounds of winsorising, or take its logarithm."""
    if scale.lower is not None and figure < scale.lower:
        return scale.lower
    if scale.upper is not None and figure > scale.upper:
        return scale.upper
    return _logged(scale, figure, unit)


def _logged(scale: Scale, figure: Fraction, unit: object) -> Number:
    if scale.shift is None:
        return figure
    inside = figure + scale.shift
    if inside <= 0:
        raise StepError("take the logarithm of", scale.indicator, f"{float(inside):g} is not above 0", unit)
    return math.log(inside)


def normalised(how: Normalisation, scale: Scale, figure: Number, unit: object, *, up: bool) -> Number:
    """Return the score of a treated figure."""
    if how.method == "as_it_is":
        return figure if up else -figure
    if how.method in _RANKS:
        return _place(how, scale, Fraction(figure), up=up)
    if how.method == "z_score":
        spread = math.sqrt(scale.numbers["variance"])
        away = float(figure - scale.numbers["mean"]) / spread
        return float(how.scale[0]) + (away if up else -away) * float(how.scale[1])
    if how.method == "band":
        return _side(how, figure / scale.numbers["mean"], up=up)
    if how.method == "steps":
        return _step(how, scale, figure, unit)
    share = _share(how, scale, figure, unit, up=up)
    low, high = how.scale
    return share if how.scale == UNIT else low + share * (high - low)


def _place(how: Normalisation, scale: Scale, figure: Fraction, *, up: bool) -> Fraction:
    held = scale.ordered
    left, right = bisect_left(held, figure), bisect_right(held, figure)
    worse = left if up else len(held) - right
    others = max(right - left - 1, 0)
    place = worse + {"lower": Fraction(0), "average": Fraction(others, 2), "upper": Fraction(others)}[how.ties or ""]
    if how.method == "percentile":
        low, high = how.scale
        return low + place / (len(held) - 1) * (high - low)
    return place + (how.method == "rank")


def _side(how: Normalisation, to_mean: Number, *, up: bool) -> Fraction:
    width = how.width or Fraction(0)
    side = (to_mean > 1 + width) - (to_mean < 1 - width)
    return Fraction(side if up else -side)


def _step(how: Normalisation, scale: Scale, figure: Number, unit: object) -> Fraction:
    reached = [score for start, score in how.ladder or () if start <= figure]
    if not reached:
        raise StepError("normalise", scale.indicator, f"{float(figure):g} is below the first step", unit)
    return reached[-1]


def _share(how: Normalisation, scale: Scale, figure: Number, unit: object, *, up: bool) -> Number:
    to = scale.numbers["to"]
    if "from" in scale.numbers:
        start = scale.numbers["from"]
        share = (figure - start) / (to - start)
    elif up:
        share = figure / to
    elif figure:
        share = to / figure
    else:
        raise StepError("normalise", scale.indicator, "a distance by ratio has no value at 0", unit)
    if not 0 <= share <= 1 and how.beyond != "keep":
        if how.beyond == "refuse":
            raise StepError("normalise", scale.indicator, f"{float(figure):g} lies beyond the ends of the scale", unit)
        share = Fraction(0) if share < 0 else Fraction(1)
    if how.exponent not in {None, 1}:
        return float(float(share) ** float(how.exponent or 1))
    return share

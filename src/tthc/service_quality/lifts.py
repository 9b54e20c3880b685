"""`lift`: the least changes in counts that reach a total or a class.

Only numerators are levers, and those of the next period: a denominator is not one. An office that had no petitions
would score 12 points for them, so an optimiser that may touch denominators would silence citizens.

The search is exact. Each indicator is a staircase: so many more of its count for one hundredth of a point more.
Filling up the cheapest indicator first (greedy) is best if the stairs are straight, but they are not: points are
rounded, so two more may bring 0.11 here and 0.12 there, though each is worth more here. The straight lines below the
stairs give a lower bound, the greedy answer an upper one, and between the two every combination is looked at.
"""

import math
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate
from typing import NamedTuple

from tthc.errors import NotFoundError
from tthc.exact import common_denominator, format_number
from tthc.findings import Lang
from tthc.indices.scores import exact_number
from tthc.service_quality.measures import Measure
from tthc.service_quality.scorecards import ServiceScore

__all__ = ["Lift", "LiftStep", "lift"]


def __dir__() -> list[str]:
    return __all__


class LiftStep(NamedTuple):
    """What one indicator needs: its count from `before` to `after`, out of `of`, for so many points more."""

    indicator: str
    names: tuple[str, str]
    before: Fraction
    after: Fraction
    of: Fraction
    score: Fraction
    reached: Fraction

    @property
    def more(self) -> int:
        """How many more are needed."""
        return int(self.after - self.before)

    @property
    def gain(self) -> Fraction:
        """The points that they bring."""
        return self.reached - self.score

    def display(self, lang: Lang = "vi") -> str:
        """Write the step."""
        numbers = (format_number(x, None, lang) for x in (self.more, self.before, self.after, self.of, self.gain))
        more, before, after, of, gain = numbers
        words = f"{gain} points more" if lang == "en" else f"thêm {gain} điểm"
        return f"{self.indicator} {self.names[lang == 'en']}: +{more} ({before} → {after}/{of}), {words}"


class Lift(NamedTuple):
    """The least changes that reach a target (phương án nâng điểm), or the word that none do.

    `reached` is the total with all `steps` done, `most` what the numerators could give at the very most. A target that
    is reached already needs no steps; one above `most` has none.
    """

    total: Fraction
    target: Fraction
    grade: tuple[str, str] | None
    steps: tuple[LiftStep, ...]
    reached: Fraction
    most: Fraction

    @property
    def reachable(self) -> bool:
        """Tell whether the target can be reached at all."""
        return self.target <= self.most

    @property
    def changes(self) -> int:
        """How many counts change in all."""
        return sum(step.more for step in self.steps)

    @property
    def rows(self) -> tuple[dict[str, object], ...]:
        """Flat records, one a step."""
        return tuple(
            {
                "indicator": step.indicator,
                "name": step.names[0],
                "before": step.before,
                "after": step.after,
                "of": step.of,
                "more": step.more,
                "gain": step.gain,
            }
            for step in self.steps
        )

    def display(self, lang: Lang = "vi") -> str:
        """Write the target and what reaches it."""
        english = lang == "en"
        total, target, reached, most, more = (
            format_number(x, None, lang) for x in (self.total, self.target, self.reached, self.most, self.changes)
        )
        grade = "" if self.grade is None else f" ({self.grade[english]})"
        if not self.reachable:
            return (
                f"{target} points{grade} cannot be reached: the most that the counts allow is {most}"
                if english
                else f"Không thể đạt {target} điểm{grade}: các số đếm chỉ cho tối đa {most} điểm"
            )
        if not self.steps:
            return f"{total} points: {target}{grade} reached" if english else f"{total} điểm: đã đạt {target}{grade}"
        head = (
            f"From {total} to {target} points{grade}: {more} more, which gives {reached}"
            if english
            else f"Từ {total} lên {target} điểm{grade}: cần thêm {more}, được {reached} điểm"
        )
        return "\n".join([head, *(f"  {step.display(lang)}" for step in self.steps)])

    def __str__(self) -> str:
        return self.display()


def lift(
    score: ServiceScore,
    target: int | Fraction | Decimal | str,
    *,
    levers: Iterable[str] | None = None,
    effort: Mapping[str, int | Fraction | Decimal] | None = None,
) -> Lift:
    """Return the least changes in numerators that reach a total, or the class named in Vietnamese.

    Each indicator with a denominator is a lever, or those in `levers`; it counts by itself, though one dossier settled
    in time may count for two. `effort` weighs one more of an indicator against the others (1 unless stated, more than
    0); then the sum of effort is least, and among equals of that the number of changes is not.

    Raises `NotFoundError` for an unknown class or indicator, `ValueError` for a score that has no total.

    >>> from tthc.service_quality import QD766
    >>> score = QD766.evaluate({"2.1": (80, 100), "4.1": (10, 100), "5.2": (0, 0)})
    >>> print(lift(score, 25))
    Từ 22,6 lên 25 điểm: cần thêm 12, được 25 điểm
      2.1 Hồ sơ xử lý trước hạn, đúng hạn: +12 (80 → 92/100), thêm 2,4 điểm
    """
    profile, total = score.profile, score.total
    if total is None:
        msg = "expected a score with a total, got one without figures"
        raise ValueError(msg)
    grade = next((grade for grade in profile.grades if grade.name == target), None)
    if isinstance(target, str) and grade is None:
        raise NotFoundError("class", target, tuple(grade.name for grade in profile.grades))
    goal = exact_number(target, "target") if grade is None else grade.at_least
    chosen = None if levers is None else {profile.measure(name).id for name in levers}
    efforts: dict[str, Fraction] = {}
    for name, weight in (effort or {}).items():
        efforts[profile.measure(name).id] = exact_number(weight, f"effort for {name}")
        if weight <= 0:
            msg = f"effort for {name}: expected more than 0, got {weight}"
            raise ValueError(msg)
    stairs = [
        made
        for measure in profile.measures
        if measure.id not in profile.exempt and (chosen is None or measure.id in chosen)
        if (made := _stairs(score, measure, efforts.get(measure.id, Fraction(1)))) is not None
    ]
    most = total + sum((stair.gain(len(stair.counts) - 1) for stair in stairs), Fraction(0))
    words = None if grade is None else (grade.title("vi"), grade.title("en"))
    if goal <= total or goal > most:
        return Lift(total, goal, words, (), total, most)
    taken = _least(stairs, goal - total)
    steps = tuple(
        LiftStep(
            stair.measure.id, (stair.measure.title("vi"), stair.measure.title("en")), stair.before,
            stair.before + stair.counts[place], stair.of, stair.score, stair.score + stair.gain(place),
        )
        for stair, place in zip(stairs, taken, strict=True)
        if place
    )  # fmt: skip
    return Lift(total, goal, words, steps, total + sum((step.gain for step in steps), Fraction(0)), most)


class _Stairs(NamedTuple):
    """One indicator: the fewest more of its count for each stair, and how many units of points it then gained."""

    measure: Measure
    before: Fraction
    of: Fraction
    score: Fraction
    effort: Fraction
    unit: Fraction
    counts: tuple[int, ...]
    gains: tuple[int, ...]
    slope: Fraction  # effort for one unit of points along the straight line
    start: Fraction  # effort for the first unit, which may be part of the way up already

    def gain(self, place: int) -> Fraction:
        return self.gains[place] * self.unit


def _stairs(score: ServiceScore, measure: Measure, effort: Fraction) -> _Stairs | None:
    pair = score.figures.get(measure.id)
    if not isinstance(pair, tuple) or not pair[1]:
        return None
    before, of = pair
    unit = Fraction(1, 10**measure.digits)
    per_unit = unit * measure.full * of / measure.maximum  # counts along the line for one unit of points
    ceiling = max(before, of * max(measure.full, Fraction(1)))
    earned = score.profile.indicator(measure.id).score(before, of)
    now = Fraction(0) if earned is None else Fraction(earned.value)
    room = int(ceiling - before)
    highest = score.profile.indicator(measure.id).score(before + room, of)
    steps = int((Fraction(0 if highest is None else highest.value) - now) / unit)
    counts, gains = [0], [0]
    for step in range(1, steps + 1):
        needed = max(1, math.ceil((now / unit + step - Fraction(1, 2)) * per_unit - before))
        if needed == counts[-1]:
            gains[-1] = step
        else:
            counts.append(needed)
            gains.append(step)
    slope = per_unit * effort
    start = max(Fraction(0), (now / unit + Fraction(1, 2)) * per_unit - before) * effort
    return _Stairs(measure, before, of, now, effort, unit, tuple(counts), tuple(gains), slope, min(start, slope))


class _Line(NamedTuple):
    """Stairs in whole numbers: gains in the smallest unit of points, efforts on one common denominator."""

    gains: tuple[int, ...]
    costs: tuple[int, ...]
    scale: int
    start: int  # effort for one unit of points, on the first stair
    slope: int  # and on all others


def _least(stairs: list[_Stairs], gap: Fraction) -> list[int]:
    """Return the stair of each indicator such that together they gain at least `gap`, at the least effort."""
    unit = min(stair.unit for stair in stairs)
    goal = math.ceil(gap / unit)
    lines = _lines(stairs, unit)
    order = sorted(range(len(lines)), key=lambda i: lines[i].slope)
    sorted_lines = [lines[i] for i in order]
    bounds = [_Bound(sorted_lines[depth + 1 :]) for depth in range(len(order))]
    limit = _greedy(sorted_lines, goal)
    states: dict[int, tuple[int, tuple[int, ...]]] = {0: (0, ())}
    for line, bound in zip(sorted_lines, bounds, strict=True):
        grown: dict[int, tuple[int, tuple[int, ...]]] = {}
        for gained, (cost, taken) in states.items():
            for place, more in enumerate(line.costs):
                spent = cost + more
                if spent > limit:
                    break
                reached = min(goal, gained + line.gains[place])
                known = grown.get(reached)
                if (known is None or spent < known[0]) and spent + bound.least(goal - reached, limit) <= limit:
                    grown[reached] = spent, (*taken, place)
                if reached == goal:
                    break
        states = grown
    found = states[goal][1]
    return [found[order.index(i)] for i in range(len(stairs))]


def _lines(stairs: list[_Stairs], unit: Fraction) -> list[_Line]:
    scales = [int(stair.unit / unit) for stair in stairs]
    prices = [(stair.start / n, stair.slope / n, stair.effort) for stair, n in zip(stairs, scales, strict=True)]
    common, _ = common_denominator(price for row in prices for price in row)
    return [
        _Line(
            gains=tuple(gain * n for gain in stair.gains),
            costs=tuple(int(count * effort * common) for count in stair.counts),
            scale=n,
            start=int(start * common),
            slope=int(slope * common),
        )
        for stair, n, (start, slope, effort) in zip(stairs, scales, prices, strict=True)
    ]


def _greedy(lines: list[_Line], goal: int) -> int:
    """Return the effort of filling up the cheapest indicators first, the last one only as far as needed."""
    spent, left = 0, goal
    for line in lines:
        place = next((p for p, gain in enumerate(line.gains) if gain >= left), len(line.gains) - 1)
        spent += line.costs[place]
        left = max(0, left - line.gains[place])
    return spent


class _Bound:
    """The least effort for so many units of points from some indicators, along straight lines."""

    __slots__ = ("_costs", "_ends", "_prices")
    _ends: list[int]
    _costs: list[int]
    _prices: list[int]

    def __init__(self, lines: list[_Line]) -> None:
        pieces: list[tuple[int, int]] = []
        for line in lines:
            if line.gains[-1]:
                pieces.append((line.start, line.scale))
                pieces.append((line.slope, line.gains[-1] - line.scale))
        pieces.sort()
        self._ends = [0, *accumulate(units for _, units in pieces)]
        self._costs = [0, *accumulate(price * units for price, units in pieces)]
        self._prices = [price for price, _ in pieces]

    def least(self, units: int, limit: int) -> int:
        """Return the bound; more than `limit` where these indicators cannot give so much."""
        if units <= 0:
            return 0
        if units > self._ends[-1]:
            return limit + 1
        place = bisect_right(self._ends, units - 1) - 1
        return self._costs[place] + self._prices[place] * (units - self._ends[place])

"""`apportion`: how much of a joint saving each measure is credited with (phân bổ mức cắt giảm cho từng biện pháp).

Savings of measures do not add: what one saves depends on which others are taken. The joint saving of a set of measures
is the sum of the *dividends* of the sets within it, a dividend being what a set saves beyond all that its parts do. A
method is a rule for who shares in a dividend:

- "shapley": all measures of the set, equally. For plans. L. S. Shapley, A Value for n-Person Games, 1953;
- "sequential": only the last of them, in the order given;
- "dated_shapley": only those with the latest date, equally. For results that are booked: what was credited once never
  changes when later measures arrive;
- "owen": the groups (legal instruments) that have a part in it, equally, and within each its measures, equally.
  G. Owen, Values of Games with a Priori Unions, 1977;
- "stand_alone" credits each measure with what it saves alone, "last_in" with what it saves after all others. These two
  do not add up to the total; the gap is told.

All of it is exact, of any set function, and knows nothing of procedures.
"""

import datetime as dt
import math
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Generic, Literal, TypeAlias, TypeVar, cast, final, get_args

import attrs

from tthc._record import check
from tthc.errors import Fault, MalformedError, show
from tthc.exact import common_denominator, largest_remainder
from tthc.findings import Lang
from tthc.frozen import FrozenMap
from tthc.simplification import _apportionment_table as _table
from tthc.simplification._dividends import dividends, extremes, sums, sums_of_pairs
from tthc.simplification._savings import LIMIT, Saving, ask, distinct, kept_sets, ordered, subsets, told_of

__all__ = ["METHODS", "Apportionment", "Bounds", "Interaction", "Method", "Part", "apportion"]

M = TypeVar("M", bound=Hashable)
P = TypeVar("P", bound=Hashable)

Method: TypeAlias = Literal["stand_alone", "last_in", "sequential", "shapley", "dated_shapley", "owen"]
Bounds: TypeAlias = Literal["proven", "outer", "seen"]
"""What `lowest` and `highest` are: over all orders; no narrower than that; only over the orders that were drawn."""
METHODS: tuple[Method, ...] = get_args(Method)
"""The ways to credit measures with a joint saving."""

_NOT_EFFICIENT = frozenset({"stand_alone", "last_in"})


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen(kw_only=True)
class Part(Generic[M]):
    """What one measure is credited with (phần của một biện pháp), and what else might have been said.

    - `share`: by the method; `stand_alone`: taken first; `last_in`: taken after all others;
    - `lowest`, `highest`: the least and the most that it adds in any order;
    - `variance`: of the share where it was drawn, 0 where it is exact; `standard_error` is the root of it.
    """

    measure: M
    share: Fraction
    stand_alone: Fraction
    last_in: Fraction
    lowest: Fraction
    highest: Fraction
    variance: Fraction = Fraction(0)

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        if self.lowest > self.highest:
            yield Fault("lowest", self.lowest, f"at most the highest, {self.highest}")
        if self.variance < 0:
            yield Fault("variance", self.variance, "0 or more")

    @property
    def standard_error(self) -> float:
        """The standard error of a share that was drawn (sai số chuẩn)."""
        return math.sqrt(self.variance)


@final
@attrs.frozen(kw_only=True)
class Interaction(Generic[M]):
    """What two measures save together beyond what each saves alone (tương tác); negative: they overlap.

    - `dividend`: where nothing else is taken, v({a, b}) − v({a}) − v({b}) (the Harsanyi dividend of the pair);
    - `index`: averaged over what else may be taken, as Shapley's value does (the interaction index of Grabisch and
      Roubens, 1999); `None` where orders were drawn.
    """

    first: M
    second: M
    dividend: Fraction
    index: Fraction | None = None

    def __attrs_post_init__(self) -> None:
        check(self)

    @property
    def largest(self) -> Fraction:
        """The larger of the two numbers, by size."""
        return max(abs(self.dividend), abs(self.index or Fraction(0)))


@final
@attrs.frozen(kw_only=True, repr=False)
class Apportionment(Generic[M]):
    """A joint saving and what each measure is credited with (bảng phân bổ mức cắt giảm).

    `total` is what all measures save together; `parts` stand in the order of the measures. `calls` tells how many sets
    of measures were asked for. Where `orders` is not 0, the shares are means over so many drawn orders, from `seeds`.
    `print()` gives a table whose printed parts add up.

    Two of them add up measure by measure, as savings add across procedures; `sum()` works.
    """

    method: Method
    total: Fraction
    parts: tuple[Part[M], ...]
    interactions: tuple[Interaction[M], ...] = ()
    bounds: Bounds = "proven"
    calls: int = 0
    orders: int = 0
    seeds: tuple[int, ...] = ()

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        if len({part.measure for part in self.parts}) != len(self.parts):
            yield Fault("parts", self.parts, "each measure once")
        if self.method not in _NOT_EFFICIENT and self.gap:
            yield Fault("total", self.total, f"the sum of the parts, {self.total + self.gap}")
        for name, number in (("calls", self.calls), ("orders", self.orders)):
            if number < 0:
                yield Fault(name, number, "0 or more")

    # ── reading ──────────────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def shares(self) -> FrozenMap[M, Fraction]:
        """What each measure is credited with."""
        return FrozenMap({part.measure: part.share for part in self.parts})

    def part(self, measure: M) -> Part[M]:
        """Return the part of one measure; raises `KeyError` for a stranger."""
        for part in self.parts:
            if part.measure == measure:
                return part
        raise KeyError(measure)

    @property
    def gap(self) -> Fraction:
        """By how much the shares exceed the total; 0 but for "stand_alone" and "last_in"."""
        return sum((part.share for part in self.parts), Fraction(0)) - self.total

    @property
    def standard_error(self) -> float:
        """The largest standard error of a share; 0 where nothing was drawn."""
        return max((part.standard_error for part in self.parts), default=0.0)

    def interaction(self, one: M, other: M) -> Interaction[M] | None:
        """Return the interaction of two measures, in either order; `None` where they are no pair of it."""
        for pair in self.interactions:
            if {pair.first, pair.second} == {one, other}:
                return pair
        return None

    @property
    def notable(self) -> tuple[Interaction[M], ...]:
        """The interactions of more than 1 % of the total, the largest first."""
        found = [pair for pair in self.interactions if 100 * pair.largest > abs(self.total)]
        return tuple(sorted(found, key=lambda pair: -pair.largest))

    def rounded(self, digits: int = 0) -> FrozenMap[M, Fraction]:
        """Return the shares rounded so that they add up to their rounded sum (by largest remainder)."""
        held = largest_remainder([part.share for part in self.parts], digits)
        return FrozenMap(zip((part.measure for part in self.parts), held, strict=True))

    # ── adding ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def __add__(self, other: object) -> "Apportionment[M]":
        if other == 0 and type(other) is int:
            return self
        if not isinstance(other, Apportionment):
            return NotImplemented
        return _added(self, cast("Apportionment[M]", other))

    __radd__ = __add__

    # ── showing ──────────────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def rows(self) -> tuple[dict[str, object], ...]:
        """The parts as flat records, ready for a data frame; `of_total` is `None` where nothing is saved."""
        return tuple(
            {
                "measure": part.measure,
                "method": self.method,
                "share": part.share,
                "of_total": part.share / self.total if self.total else None,
                "stand_alone": part.stand_alone,
                "last_in": part.last_in,
                "lowest": part.lowest,
                "highest": part.highest,
                "standard_error": part.standard_error if self.orders else None,
            }
            for part in self.parts
        )

    def table(self, lang: Lang = "vi", *, digits: int | None = None) -> str:
        """Write the parts beside first-in, last-in and the range, with the notable interactions below.

        `digits` are decimal places; `None`: none for whole numbers and for totals of 100 or more, else two.
        """
        return _table.table(self, lang, digits)

    def __str__(self) -> str:
        return self.table()

    def __repr__(self) -> str:
        count = len(self.parts)
        return f"<Apportionment {self.method}: {self.total} by {count} measure{'s' * (count != 1)}>"

    def _repr_html_(self) -> str:
        return _table.html(self, "vi", None)


def _added(one: Apportionment[M], other: Apportionment[M]) -> Apportionment[M]:
    faults: list[Fault] = []
    if one.method != other.method:
        faults.append(Fault("method", other.method, f"the same method, {one.method}"))
    if set(one.seeds) & set(other.seeds):
        faults.append(Fault("seeds", other.seeds, "other seeds than those of the first, whose draws they would repeat"))
    if faults:
        raise MalformedError("sum of apportionments", tuple(faults))
    parts = {part.measure: part for part in one.parts}
    shared = False
    for part in other.parts:
        held = parts.get(part.measure)
        shared = shared or held is not None
        parts[part.measure] = part if held is None else _joined(held, part)
    pairs = {frozenset((pair.first, pair.second)): pair for pair in one.interactions}
    for pair in other.interactions:
        both = frozenset((pair.first, pair.second))
        before = pairs.get(both)
        if before is not None:
            index = None if before.index is None or pair.index is None else before.index + pair.index
            pair = attrs.evolve(before, dividend=before.dividend + pair.dividend, index=index)  # noqa: PLW2901
        pairs[both] = pair
    known = {one.bounds, other.bounds}
    joined: Bounds = "seen" if "seen" in known else "outer" if shared or "outer" in known else "proven"
    return Apportionment(
        method=one.method,
        total=one.total + other.total,
        parts=tuple(parts.values()),
        interactions=tuple(pairs.values()),
        bounds=joined,
        calls=one.calls + other.calls,
        orders=min(filter(None, (one.orders, other.orders)), default=0),
        seeds=(*one.seeds, *other.seeds),
    )


def _joined(one: Part[M], other: Part[M]) -> Part[M]:
    names = ("share", "stand_alone", "last_in", "lowest", "highest", "variance")
    return attrs.evolve(one, **{name: getattr(one, name) + getattr(other, name) for name in names})


# ── doing it ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def apportion(
    measures: Iterable[P],
    saving: Saving[P],
    *,
    method: Method = "shapley",
    dates: Mapping[P, dt.date] | None = None,
    groups: Mapping[P, Hashable] | None = None,
    needs: Mapping[P, Iterable[P]] | None = None,
) -> Apportionment[P]:
    """Credit each measure with its share of what all save together, exactly (phân bổ mức cắt giảm).

    `measures` are at most 16 of whatever can be hashed; `saving` tells what a `frozenset` of them saves, as an `int`,
    a `Fraction` or a `Decimal`, and 0 for none. It is asked once for each set, so for 12 measures 4,096 times. `dates`
    are wanted by "dated_shapley" and `groups` by "owen", for every measure; other methods leave them aside. `needs`
    tells what a measure cannot do without: a set that lacks it is not asked for, and saves what the largest set within
    it does that lacks nothing.

    Raises `MalformedError` with everything that is wrong, `TypeError` where a saving is a float, and `ValueError` where
    no measure at all saves something. For more than 16 measures of one procedure there is `apportion_by_sampling`;
    those of several procedures are apportioned procedure by procedure and added.

    >>> def saving(measures):  # the second only saves where the first does not
    ...     return 152 if "online" in measures else 105 if "merge" in measures else 0
    >>> found = apportion(("online", "merge"), saving)
    >>> found.shares
    FrozenMap({'online': Fraction(199, 2), 'merge': Fraction(105, 2)})
    >>> apportion(("online", "merge"), saving, method="stand_alone").gap
    Fraction(105, 1)
    """
    faults: list[Fault] = []
    names = distinct(measures, faults)
    if len(names) > LIMIT:
        faults.append(Fault("measures", len(names), f"at most {LIMIT} for an exact answer (apportion_by_sampling)"))
    held = ordered(names, needs, faults)
    blocks = blocks_of(names, method, dates, groups, faults, unordered=isinstance(measures, (set, frozenset)))
    if faults:
        raise MalformedError("apportionment", tuple(faults))
    place = {measure: i for i, measure in enumerate(held)}
    sets = subsets(tuple(held))
    kept = kept_sets([sum(1 << place[other] for other in others) for others in held.values()])
    savings: list[Fraction] = []
    for i, within in enumerate(kept):
        savings.append(ask(saving, sets[i]) if within == i else savings[within])
    bits = [sum(1 << place[measure] for measure in block) for block in blocks]
    order = [place[measure] for measure in names]
    return _apportioned(
        names, method, bits, savings, order=order, calls=sum(within == i for i, within in enumerate(kept))
    )


def blocks_of(
    measures: Sequence[M],
    method: Method,
    dates: Mapping[M, dt.date] | None,
    groups: Mapping[M, Hashable] | None,
    faults: list[Fault],
    *,
    unordered: bool,
) -> list[tuple[M, ...]]:
    """Return the blocks of a method: what came on one date, the earliest first, or what belongs to one group."""
    if method not in METHODS:
        faults.append(Fault("method", method, f"one of {', '.join(METHODS)}"))
    dates, groups = told_of("dates", dates, measures, faults), told_of("groups", groups, measures, faults)
    for measure, day in (dates or {}).items():
        if type(day) is not dt.date:
            faults.append(Fault(f"dates[{show(measure)}]", day, "a date"))
    if method == "sequential":
        if unordered:
            faults.append(Fault("measures", set(measures), "measures in an order, as it counts"))
        return [(measure,) for measure in measures]
    told: Mapping[M, Hashable] | None = {"dated_shapley": dates, "owen": groups}.get(method, dict.fromkeys(measures))
    missing = [measure for measure in measures if told is None or measure not in told]
    if told is None or missing:
        name, what = ("dates", "date") if method == "dated_shapley" else ("groups", "group")
        faults.append(Fault(name, told, f"the {what} of every measure, also of {', '.join(map(show, missing[:4]))}"))
        return []
    blocks: dict[Hashable, list[M]] = {}
    for measure in measures:
        blocks.setdefault(told[measure], []).append(measure)
    if method == "dated_shapley" and not faults:
        return [tuple(blocks[day]) for day in sorted(cast("dict[dt.date, list[M]]", blocks))]
    return [tuple(block) for block in blocks.values()]


def _apportioned(
    names: Sequence[M], method: Method, blocks: Sequence[int], savings: list[Fraction], *, order: list[int], calls: int
) -> Apportionment[M]:
    """Credit by whole numbers on one denominator, exactly."""
    scale, values = common_denominator(savings)
    found = dividends(values)
    everything = len(values) - 1
    alone = [values[1 << i] for i in order]
    last = [values[-1] - values[everything ^ (1 << i)] for i in order]
    ranges = extremes(values)
    divisor = 1
    if method == "stand_alone":
        shares = alone
    elif method == "last_in":
        shares = last
    else:
        divisor = math.lcm(*range(1, len(names) + 1)) ** 2
        credited = sums(_credits(found, _sharers(method, blocks), divisor))
        shares = [credited[i] for i in order]
    pairs = {(i, j): found[1 << i | 1 << j] for i in range(len(names)) for j in range(i + 1, len(names))}
    times = math.lcm(*range(1, len(names)))
    spread = (d * times // (i.bit_count() - 1) if i.bit_count() > 1 else 0 for i, d in enumerate(found))
    indices = sums_of_pairs(list(spread))
    return Apportionment(
        method=method,
        total=Fraction(values[-1], scale),
        parts=tuple(
            Part(
                measure=name,
                share=Fraction(shares[k], scale * divisor),
                stand_alone=Fraction(alone[k], scale),
                last_in=Fraction(last[k], scale),
                lowest=Fraction(ranges[i][0], scale),
                highest=Fraction(ranges[i][1], scale),
            )
            for k, (name, i) in enumerate(zip(names, order, strict=True))
        ),
        interactions=tuple(
            Interaction(
                first=names[k],
                second=names[m],
                dividend=Fraction(pairs[min(i, j), max(i, j)], scale),
                index=Fraction(indices[min(i, j), max(i, j)], scale * times),
            )
            for k, i in enumerate(order)
            for m, j in enumerate(order[k + 1 :], k + 1)
        ),
        calls=calls,
    )


def _sharers(method: Method, blocks: Sequence[int]) -> Callable[[int], Sequence[int]]:
    """Return which parts of a set share its dividend, equally and within each part equally again."""
    if method == "owen":
        return lambda measures: [measures & block for block in blocks if measures & block]
    latest_first = blocks[::-1]  # for "shapley" there is one block, for "sequential" one for each measure
    return lambda measures: (next(measures & block for block in latest_first if measures & block),)


def _credits(found: Sequence[int], sharers: Callable[[int], Sequence[int]], divisor: int) -> list[int]:
    """Return, for every set, what each of its members gets of the dividends in which it is a part that shares."""
    credited = [0] * len(found)
    for measures, dividend in enumerate(found):
        if dividend:
            parts = sharers(measures)
            for part in parts:
                credited[part] += dividend * divisor // (len(parts) * part.bit_count())
    return credited

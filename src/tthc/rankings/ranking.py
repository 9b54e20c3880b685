"""`Ranking` (bảng xếp hạng): who stands where, from scores, from printed ranks, or from both, held against each other.

Units are whatever can be hashed: the code of a state, a province, an agency, a procedure. Scores are exact. What the
scores do not decide is not decided in silence: the tie policy is an argument, and each `Standing` tells the span of
positions that its unit holds together with its equals.
"""

import datetime as dt
import functools
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Any, Generic, Literal, NamedTuple, TypeAlias, TypeVar, cast, final

import attrs

from tthc._record import check
from tthc.errors import Fault, MalformedError, NotFoundError, show
from tthc.frozen import FrozenMap
from tthc.rankings import _ranking_table as _table
from tthc.rankings._places import Places, points_of
from tthc.rankings._ranking_input import Number, Order, gathered, numbers, order_faults, printed_faults, stated_order
from tthc.rankings.groups import Group
from tthc.rankings.precision import Precision
from tthc.rankings.ties import Ties

__all__ = ["Disagreement", "Ranking", "Standing"]

K = TypeVar("K", bound=Hashable)
U = TypeVar("U", bound=Hashable)

_Pairs: TypeAlias = Mapping[U, Number] | Iterable[tuple[U, Number]]
_NOTHING: FrozenMap[Any, Any] = FrozenMap()


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen(kw_only=True)
class Standing(Generic[U]):
    """Where one unit stands (thứ hạng của một đơn vị).

    - `rank`: by the policy of the ranking, `None` where the unit is not ranked, and `reason` says why; a `Fraction`
      only under the policy "average";
    - `of`: how many units are listed; `ranked`: how many of them have a rank. "89/193" may mean the one or the other;
    - `score`: exact, `None` where none is known;
    - `tied`: the first and the last position that the unit holds together with its equals, the same under every
      policy; (88, 88) where it stands alone. Scores decide what is equal where there are any, else the printed ranks;
    - `percentile`: the share of the other ranked units that stand behind it, equals counted half: 1 for the best;
    - `published`: the rank that the publisher printed, `None` where none is known. It may be there for a unit that is
      not ranked: the United Nations print one last rank for all states with a score of zero;
    - `group`: the group within which it is ranked, "" for the whole table.
    """

    unit: U
    rank: int | Fraction | None
    of: int
    ranked: int
    score: Fraction | None = None
    tied: tuple[int, int] | None = None
    percentile: Fraction | None = None
    reason: str = ""
    published: int | None = None
    group: str = ""

    def __attrs_post_init__(self) -> None:
        check(self)

    def __str__(self) -> str:
        if self.rank is None:
            return f"{self.unit}: không xếp hạng ({self.reason})"
        first, last = self.tied or (0, 0)
        shared = f" (đồng hạng {first}–{last})" if last > first else ""
        return f"{self.unit}: hạng {self.rank}/{self.of}{shared}"


class Disagreement(NamedTuple, Generic[U]):
    """A printed rank that is not the one which the scores give."""

    unit: U
    computed: int | Fraction
    published: int | Fraction


@final
@attrs.frozen(kw_only=True, repr=False)
class Ranking(Mapping[U, Standing[U]], Generic[U]):
    """Units in the order of their rank (bảng xếp hạng), those that are not ranked last; it does not change.

    Make one by `from_scores`, `from_ranks` or `from_both`. It is a mapping from unit to `Standing`, made when asked
    for; equal units stand in the order in which they were given, or in the order stated.

    >>> ranking = Ranking.from_scores({"A": 7, "B": 9, "C": 7, "D": 1})
    >>> [(unit, standing.rank, standing.tied) for unit, standing in ranking.items()]
    [('B', 1, (1, 1)), ('A', 2, (2, 3)), ('C', 2, (2, 3)), ('D', 4, (4, 4))]
    >>> ranking.with_ties("dense")["D"].rank
    3

    The fields say what it was made from; `tthc.codec` writes these. `scores` are exact, `ranks` are those printed,
    under the policy `published_ties` (`None`: the same as `ties`), and `prefer` tells which of the two decides.
    `unranked` holds the reason why a unit has no rank. `order` is the whole order under the policy "ordinal". `within`
    is the size of the larger table that the printed ranks are from, in a sub-ranking.
    """

    scores: FrozenMap[U, int | Fraction] = _NOTHING
    ranks: FrozenMap[U, int] = _NOTHING
    unranked: FrozenMap[U, str] = _NOTHING
    ties: Ties = "competition"
    published_ties: Ties | None = None
    higher_is_better: bool = True
    order: tuple[U, ...] = ()
    precision: Precision | None = None
    name: str = ""
    group: str = ""
    prefer: Literal["published", "computed"] = "published"
    within: int | None = None
    _of: int | None = None
    _base: Places[U] | None = attrs.field(init=False, default=None, eq=False)
    _scored: Places[U] | None = attrs.field(init=False, default=None, eq=False)
    _printed: Places[U] | None = attrs.field(init=False, default=None, eq=False)
    _listed: tuple[U, ...] | None = attrs.field(init=False, default=None, eq=False)
    _ordinal: dict[U, int] | None = attrs.field(init=False, default=None, eq=False)
    _ascending: list[Fraction] | None = attrs.field(init=False, default=None, eq=False)

    # ── making one ───────────────────────────────────────────────────────────────────────────────────────────────────

    @staticmethod
    def from_scores(
        scores: _Pairs[K],
        *,
        ties: Ties = "competition",
        higher_is_better: bool = True,
        order: Order[K] | None = None,
        unranked: Mapping[K, str] = _NOTHING,
        precision: Precision | None = None,
        name: str = "",
    ) -> "Ranking[K]":
        """Rank units by exact scores: `int`, `Fraction` or `Decimal`; `float` is refused.

        `order` is needed for the policy "ordinal", and only there: a mapping or a function from a unit to a key (the
        smaller comes first; another ranking will do), or the units in their order. It is asked about equal units only.
        `unranked` holds units that get no rank, with the reason; they may have a score.

        Raises `MalformedError` with every fault and its unit: one that comes twice, a number that is not exact, equal
        units that the order does not tell apart.

        >>> Ranking.from_scores({"VNM": 0.5, "THA": 1})
        Traceback (most recent call last):
        ...
        tthc.errors.MalformedError: malformed Ranking: scores['VNM']: expected an int, a Fraction ..., got 0.5
        """
        faults: list[Fault] = []
        exact_scores = numbers("scores", gathered("scores", scores, faults), faults)
        return _made(
            faults,
            order,
            {
                "scores": exact_scores,
                "unranked": gathered("unranked", unranked, faults),
                "ties": ties,
                "higher_is_better": higher_is_better,
                "precision": precision,
                "name": name,
            },
        )

    @staticmethod
    def from_ranks(
        ranks: Mapping[K, int] | Iterable[tuple[K, int]],
        *,
        of: int | None = None,
        ties: Ties = "competition",
        unranked: Mapping[K, str] = _NOTHING,
        name: str = "",
    ) -> "Ranking[K]":
        """Take ranks as they were printed, under the tie policy of the publisher.

        `of` is how many units the table lists where only some of them are given. Raises `MalformedError` for ranks
        that no scores could give: 0 or beyond `of`, a gap, 1-1-2 under "competition".

        >>> Ranking.from_ranks({"A": 1, "B": 1, "C": 2})
        Traceback (most recent call last):
        ...
        tthc.errors.MalformedError: malformed Ranking: ranks['C']: expected 3 after rank 1 of 2 (competition), got 2
        """
        faults: list[Fault] = []
        held, reasons = gathered("ranks", ranks, faults), gathered("unranked", unranked, faults)
        listed = len(held.keys() | reasons.keys())
        return _made(
            faults,
            None,
            {
                "ranks": held,
                "unranked": reasons,
                "ties": ties,
                "name": name,
                "of": None if of == listed and type(of) is int else of,
            },
        )

    @staticmethod
    def from_both(
        scores: _Pairs[K],
        ranks: Mapping[K, int] | Iterable[tuple[K, int]],
        *,
        ties: Ties = "competition",
        higher_is_better: bool = True,
        order: Order[K] | None = None,
        unranked: Mapping[K, str] = _NOTHING,
        precision: Precision | None = None,
        name: str = "",
        prefer: Literal["published", "computed"] = "published",
    ) -> "Ranking[K]":
        """Take scores and printed ranks, each checked by itself and one against the other (`disagreements`).

        They may disagree: publishers break ties by digits that they do not print. `prefer` says which of the two is
        `rank`; the other is not lost. Every unit needs both, or a reason in `unranked`.

        >>> both = Ranking.from_both({"A": 9, "B": 7, "C": 7}, {"A": 1, "B": 2, "C": 3})
        >>> both.disagreements
        (Disagreement(unit='C', computed=2, published=3),)
        >>> both["C"].rank, both["C"].tied
        (3, (2, 3))
        """
        faults: list[Fault] = []
        exact_scores = numbers("scores", gathered("scores", scores, faults), faults)
        return _made(
            faults,
            order,
            {
                "scores": exact_scores,
                "ranks": gathered("ranks", ranks, faults),
                "unranked": gathered("unranked", unranked, faults),
                "ties": ties,
                "higher_is_better": higher_is_better,
                "precision": precision,
                "name": name,
                "prefer": prefer,
            },
        )

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        stated = ((self._of, "of"), (self.within, "within"))
        sizes = [(size, name) for size, name in stated if size is not None]
        if self.ranks or self.unranked or sizes:
            ties = self.published_ties or self.ties
            yield from printed_faults(self.scores, self.ranks, self.unranked, ties, sizes)
        if self.published_ties is not None and not self.ranks:
            yield Fault("published_ties", self.published_ties, "none, as no printed ranks are given")
        if self.ties == "ordinal":
            yield from order_faults(self.order, self._basis)
        elif self.order:
            yield Fault("order", self.order, f"none under the policy {self.ties}")
        else:
            _ = self._basis.best_first  # ranking is done here, and once

    # ── what it rests on ─────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def _basis(self) -> Places[U]:
        """What decides: the printed ranks or the scores."""
        places = self._base
        if places is None:
            by_ranks = self.ranks and (self.prefer == "published" or not self.scores)
            places = self._rank_places if by_ranks else self._score_places
            object.__setattr__(self, "_base", places)
        return places

    @property
    def _score_places(self) -> Places[U]:
        places = self._scored
        if places is None:
            points = points_of(self._ranked_only(self.scores))
            places = Places(points, higher_is_better=self.higher_is_better)
            object.__setattr__(self, "_scored", places)
        return places

    @property
    def _rank_places(self) -> Places[U]:
        places = self._printed
        if places is None:
            places = Places(self._ranked_only(self.ranks), higher_is_better=False)
            object.__setattr__(self, "_printed", places)
        return places

    def _ranked_only(self, items: Mapping[U, Any]) -> Mapping[U, Any]:
        return {u: value for u, value in items.items() if u not in self.unranked} if self.unranked else items

    def _strength(self) -> Mapping[U, int]:
        """Return whole numbers, the higher the better, for each unit that has a rank; equal ones share a rank."""
        if self.order:
            return {unit: -place for place, unit in enumerate(self.order)}
        points = self._basis.points
        return {unit: -n for unit, n in points.items()} if self._basis.lowest_first else points

    def _all(self) -> tuple[U, ...]:
        listed = self._listed
        if listed is None:
            listed = tuple(dict.fromkeys([*self.scores, *self.ranks, *self.unranked]))
            object.__setattr__(self, "_listed", listed)
        return listed

    # ── reading ──────────────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def of(self) -> int:
        """How many units the table lists (số đơn vị trong bảng)."""
        return len(self) if self._of is None else self._of

    @property
    def ranked(self) -> int:
        """How many of them have a rank (số đơn vị được xếp hạng)."""
        return self.of - len(self.unranked)

    def __len__(self) -> int:
        return len(self._all())

    def __iter__(self) -> Iterator[U]:
        yield from self.order or self._basis.in_order()
        yield from (unit for unit in self._all() if unit in self.unranked)

    def __contains__(self, unit: object) -> bool:
        return unit in self.scores or unit in self.ranks or unit in self.unranked

    def __getitem__(self, unit: U) -> Standing[U]:
        if unit not in self:
            raise KeyError(unit)
        score, reason = self.scores.get(unit), self.unranked.get(unit, "")
        tied = None if reason else self._span(unit)
        return Standing(
            unit=unit,
            rank=None if reason else self._rank(unit),
            of=self.of,
            ranked=self.ranked,
            score=None if score is None else Fraction(score),
            tied=tied,
            percentile=None if tied is None else self._percentile(*tied),
            reason=reason,
            published=self.ranks.get(unit),
            group=self.group,
        )

    def rank(self, unit: U) -> int | Fraction | None:
        """Return the rank of a unit, `None` where it is not ranked; raises `NotFoundError` for one that is not listed.

        >>> Ranking.from_scores({"A": 7, "B": 9}).rank("A")
        2
        """
        if unit in self.unranked:
            return None
        try:
            return self._rank(unit)
        except KeyError:
            raise NotFoundError("unit", unit, tuple(map(str, self._all()))) from None

    def _rank(self, unit: U) -> int | Fraction:
        if self._of is not None:  # part of a table: what was printed
            return self.ranks[unit]
        if self.ties == "ordinal":
            return self._ordinal_ranks()[unit]
        return self._basis.rank(unit, self.ties)

    def _ordinal_ranks(self) -> dict[U, int]:
        found = self._ordinal
        if found is None:
            found = {unit: rank for rank, unit in enumerate(self.order, 1)}
            object.__setattr__(self, "_ordinal", found)
        return found

    def _span(self, unit: U) -> tuple[int, int]:
        places = self._score_places if self.scores else self._rank_places
        first, last = places.first(unit), places.last(unit)
        if self._of is None:
            return first, last
        rank = self.ranks[unit]
        return (rank - (last - first), rank) if self.ties == "last_of_ties" else (rank, rank + (last - first))

    def _percentile(self, first: int, last: int) -> Fraction:
        others = self.ranked - 1
        return Fraction(2 * self.ranked - first - last, 2 * others) if others else Fraction(1)

    def at(self, rank: int | Fraction) -> tuple[Standing[U], ...]:
        """Return who holds a rank: nobody, one, or several that are equal."""
        return tuple(self[unit] for unit in self._basis.points if self._rank(unit) == rank)

    def top(self, count: int) -> tuple[Standing[U], ...]:
        """Return who ranks from 1 to `count`: more than so many where units are equal.

        >>> [standing.unit for standing in Ranking.from_scores({"A": 7, "B": 9, "C": 7}).top(2)]
        ['B', 'A', 'C']
        """
        return tuple(self[unit] for unit in self if unit not in self.unranked and self._rank(unit) <= count)

    @property
    def disagreements(self) -> tuple[Disagreement[U], ...]:
        """The ranked units whose printed rank is not the one that the scores give, in rank order."""
        if not (self.scores and self.ranks):
            return ()
        printed = self.published_ties or self.ties
        scored = self._score_places
        # Under "ordinal" the stated order puts equal scores apart, and only these.
        ordinal = {unit: i for i, unit in enumerate(sorted(self.order, key=scored.first), 1)}
        found: list[Disagreement[U]] = []
        for unit in self:
            if unit not in self.unranked:
                computed = ordinal[unit] if ordinal else scored.rank(unit, self.ties)
                published = self.ranks[unit] if self.within is None else self._rank_places.rank(unit, printed)
                if computed != published:
                    found.append(Disagreement(unit, computed, published))
        return tuple(found)

    def rank_interval(self, unit: U) -> tuple[int, int] | None:
        """Return the best and the worst position that a unit may hold, as far as the printed digits tell.

        Two scores that are printed alike may differ in digits that are not printed. `None` for a unit without a rank.
        Raises `NotFoundError` for a unit that is not listed and `ValueError` where no scores or no precision are known.

        >>> scores = {"A": Fraction(81, 100), "B": Fraction(80, 100), "C": Fraction(80, 100), "D": Fraction(79, 100)}
        >>> Ranking.from_scores(scores, precision=Precision(2)).rank_interval("B")
        (2, 3)
        >>> Ranking.from_scores(scores, precision=Precision(2, "mixed")).rank_interval("B")
        (1, 4)
        """
        if self.precision is None or not self.scores:
            msg = "expected a ranking with scores and the precision that they are printed with"
            raise ValueError(msg)
        if self.rank(unit) is None:
            return None
        interval, scores = self.precision.interval, self._ascending
        if scores is None:
            scores = sorted(map(Fraction, self._ranked_only(self.scores).values()))
            object.__setattr__(self, "_ascending", scores)
        low, high = interval(self.scores[unit])
        # How many lie wholly above, and how many wholly below, what the unit's score may be.
        above = len(scores) - bisect_left(scores, high, key=lambda score: interval(score)[0])
        below = bisect_right(scores, low, key=lambda score: interval(score)[1])
        better, worse = (above, below) if self.higher_is_better else (below, above)
        return better + 1, len(scores) - worse

    # ── other rankings made from it ──────────────────────────────────────────────────────────────────────────────────

    def with_ties(self, ties: Ties, *, order: Order[U] | None = None) -> "Ranking[U]":
        """Return the same table under another tie policy; the scores decide where there are any, else the ranks.

        >>> ranking = Ranking.from_scores({"A": 7, "B": 9, "C": 7})
        >>> ranking.with_ties("ordinal", order=("C", "A")).rank("A")
        3
        """
        if ties == self.ties and order is None:
            return self
        if self._of is not None:
            raise MalformedError("Ranking", (Fault("ties", ties, f"{self.ties}, as only part of the table is known"),))
        printed = self.published_ties or self.ties
        fields = self._fields()
        del fields["order"]
        fields["ties"] = ties
        fields["published_ties"] = printed if self.ranks and printed != ties else None
        if self.ranks and self.scores:
            fields["prefer"] = "computed"
        return _made([], order, fields)

    def among(self, units: Iterable[U] | Group, *, on: dt.date | None = None, name: str = "") -> "Ranking[U]":
        """Return the ranking of some units among themselves (thứ hạng trong khu vực), with ranks of their own.

        A `Group` is dated, so the day (`on`) is needed; members that the table does not list are left out. Printed
        ranks keep deciding where they did, and `Standing.published` still tells them. `name` is how the group is
        called. Raises `NotFoundError` for a unit that is not listed.

        >>> world = Ranking.from_scores({"A": 7, "B": 9, "C": 5}, name="EGDI 2016")
        >>> world.among(("A", "C"), name="phía Nam")
        <Ranking EGDI 2016, phía Nam: 2 of 2 ranked, competition>
        """
        if isinstance(units, Group):
            if on is None:
                msg = f"expected a day, on=…: the members of {units.name} come and go"
                raise TypeError(msg)
            name = name or units.name
            wanted = {cast("U", unit) for unit in units.members(on)}
        else:
            wanted = set(units)
            for unit in wanted:
                if unit not in self:
                    raise NotFoundError("unit", unit, tuple(map(str, self._all())))
        fields = self._fields()
        for field in ("scores", "ranks", "unranked"):
            held: FrozenMap[U, object] = fields[field]
            fields[field] = FrozenMap({unit: value for unit, value in held.items() if unit in wanted})
        fields["order"] = tuple(unit for unit in self.order if unit in wanted)
        fields["group"], fields["of"] = name, None
        if fields["ranks"]:
            fields["within"] = self.of if self.within is None else self.within
        else:
            fields["within"] = fields["published_ties"] = None
        return Ranking(**fields)

    def _fields(self) -> dict[str, Any]:
        return {f.alias or f.name: getattr(self, f.name) for f in attrs.fields(Ranking) if f.init}

    # ── showing ──────────────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def rows(self) -> tuple[dict[str, object], ...]:
        """The standings as flat records, ready for a data frame."""
        return tuple(map(_table.row, self.values()))

    def table(self, lang: Literal["vi", "en"] = "vi", *, rows: int = 20) -> str:
        """Return the first lines as text in columns.

        >>> print(Ranking.from_scores({"A": 7, "B": 9, "C": 7}, name="Điểm").table("en"))
        Điểm: 3 ranked of 3 listed
        Rank  Unit  Score  Tied
           1  B         9
           2  A         7  2–3
           2  C         7  2–3
        """
        return _table.table(self, lang, rows)

    def __str__(self) -> str:
        return self.table()

    def __repr__(self) -> str:
        name = ", ".join(part for part in (self.name, self.group) if part)
        return f"<Ranking{' ' * bool(name)}{name}: {self.ranked} of {self.of} ranked, {self.ties}>"

    def _repr_html_(self) -> str:
        return _table.html(self, "vi", 20)

    def __reduce__(self) -> tuple[Callable[[], "Ranking[U]"], tuple[()]]:
        return functools.partial(Ranking, **self._fields()), ()  # without what was computed


def _made(faults: list[Fault], order: Order[U] | None, fields: dict[str, Any]) -> Ranking[U]:
    """Make a ranking whose order, if any, is stated by keys; the faults found before are told with those found now."""
    try:
        if fields["ties"] == "ordinal":
            # Which units are equal is known once they are ranked by another policy.
            printed = (fields.get("published_ties") or "ordinal") if fields.get("ranks") else None
            trial: dict[str, Any] = {**fields, "ties": "competition", "published_ties": printed}
            groups = cast("Places[U]", Ranking(**trial)._basis).groups()  # noqa: SLF001 - it is one of ours
            fields["order"] = stated_order(groups, _keys(order), faults)
        elif order is not None:
            faults.append(Fault("order", order, f"none under the policy {show(fields['ties'])}"))
        if not faults:
            return Ranking(**fields)
        if fields["ties"] != "ordinal":
            Ranking(**fields)
    except MalformedError as error:
        raise MalformedError(error.type_name, (*faults, *error.faults)) from None
    raise MalformedError("Ranking", tuple(faults))


def _keys(order: Order[U] | None) -> Order[U] | None:
    """Let another ranking state the order by its ranks."""
    if isinstance(order, Ranking):
        return {unit: order.rank(unit) for unit in order}
    return order

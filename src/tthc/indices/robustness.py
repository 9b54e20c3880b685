"""How far ranks hold when nobody's choices are changed: weights, scales, means, indicators (độ vững của thứ hạng).

`robustness_of` scores an index again and again with other choices. What comes out is a *sensitivity range* (khoảng
nhạy), not a confidence interval: the draws are choices that could have been made, not samples of a truth.

Method: OECD and JRC, Handbook on Constructing Composite Indicators, 2008, step 7.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from operator import lt
from typing import TYPE_CHECKING, Any, Generic, Literal, NamedTuple, NoReturn, TypeAlias, TypeVar, cast, final, get_args

import attrs

from tthc._draws import Draws, pick
from tthc.errors import NotFoundError, StepError, show
from tthc.exact import exact
from tthc.findings import Lang
from tthc.frozen import FrozenMap
from tthc.indices._robust_engine import OfFloats
from tthc.indices._robust_program import program, slots
from tthc.indices._robust_run import EngineName, Run, moved, run, weights_of
from tthc.indices._robust_standing import on_frozen_scale, standing
from tthc.indices._robust_table import html, table
from tthc.indices.evaluation import Evaluation
from tthc.indices.index import Index
from tthc.indices.scales import ReferenceScale
from tthc.indices.variation import (
    Exact,
    Joinings,
    LeftOut,
    Reweighting,
    Scalings,
    Variant,
    Variation,
    excluding,
    joinings,
    scalings,
    scored,
)

if TYPE_CHECKING:
    from array import array

__all__ = ["Draw", "Robustness", "Sensitivity", "robustness_of"]

U = TypeVar("U", bound=Hashable)
Quantile: TypeAlias = Literal["inverse_cdf", "linear"]
"""Which number a quantile of ranks is. "inverse_cdf": the smallest rank that at least this share of the draws does not
exceed, itself a rank (type 1 of Hyndman and Fan, 1996); "linear": between the two nearest draws (their type 7)."""

_STATED: tuple[Literal["stated"], ...] = ("stated",)
_NONE: tuple[tuple[str, ...], ...] = ((),)
_LOW, _HALF, _HIGH = Fraction(1, 20), Fraction(1, 2), Fraction(19, 20)


def __dir__() -> list[str]:
    return __all__


class Sensitivity(NamedTuple, Generic[U]):
    """The ranks of one unit over all draws in which it is ranked.

    - `rank`: with every choice as stated;
    - `low`, `median`, `high`: the ranks at 5, 50 and 95 % of the draws ("inverse_cdf");
    - `best`, `worst`: the extremes; all of these are `None` where the unit is never ranked;
    - `shift`: by how many places it stands away from its stated rank on average;
    - `ranked`: the share of the draws in which it has a rank.
    """

    unit: U
    rank: int | None
    low: int | None
    median: int | None
    high: int | None
    best: int | None
    worst: int | None
    shift: Fraction | None
    ranked: Fraction


class Draw(NamedTuple, Generic[U]):
    """All that one draw changed, and the ranks that it gave; `weights` by aggregate and part add up as stated ones do.

    `as_index` is the index of the draw as a value, its weights the exact fractions that the floats are.
    """

    number: int
    variant: Variant
    weights: FrozenMap[str, FrozenMap[str, float]]
    ranks: FrozenMap[U, int | None]
    as_index: Index


@final
class Robustness(Mapping[U, Sensitivity[U]], Generic[U]):
    """The ranks of an index under other choices (độ vững của bảng xếp hạng): `robustness[unit]` is its `Sensitivity`.

    Made by `robustness_of`; it does not change. Units stand in the order of their stated rank. `variation` says what
    was varied, `variants` which combinations of choices were drawn from, `left_out` which could not be scored. Two are
    equal if what was varied and all ranks are.
    """

    __slots__ = ("__weakref__", "_ahead", "_evaluation", "_frozen", "_left", "_places", "_ranks", "_run", "_variation")
    _evaluation: Evaluation[U]
    _variation: Variation
    _left: tuple[LeftOut, ...]
    _run: Run
    _frozen: bool
    _places: dict[U, int]
    _ranks: dict[U, int | None]
    _ahead: dict[tuple[U, U], int]

    def __init__(
        self, evaluation: Evaluation[U], variation: Variation, left: tuple[LeftOut, ...], found: Run, *, frozen: bool
    ) -> None:
        ranking = evaluation.ranking()
        stated = {unit: cast("int | None", ranking.rank(unit)) for unit in ranking}
        places = {unit: i for i, unit in enumerate(evaluation)}
        for name, value in (
            ("_evaluation", evaluation), ("_variation", variation), ("_left", left), ("_run", found),
            ("_frozen", frozen), ("_places", places), ("_ranks", stated), ("_ahead", {}),
        ):  # fmt: skip
            object.__setattr__(self, name, value)

    # ── a mapping ────────────────────────────────────────────────────────────────────────────────────────────────────

    def __getitem__(self, unit: U) -> Sensitivity[U]:
        counts = self._counts(unit)
        total = sum(counts) - counts[0]
        rank = self._ranks[unit]
        ranked = Fraction(total, self._variation.draws)
        if not total:
            return Sensitivity(unit, rank, None, None, None, None, None, None, ranked)
        held = [place for place, count in enumerate(counts) if count and place]
        low, median, high = (_inverse(counts, total, share) for share in (_LOW, _HALF, _HIGH))
        shift = None if rank is None else Fraction(sum(abs(place - rank) * counts[place] for place in held), total)
        return Sensitivity(unit, rank, low, median, high, held[0], held[-1], shift, ranked)

    def __iter__(self) -> Iterator[U]:
        return iter(self._ranks)

    def __len__(self) -> int:
        return len(self._ranks)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Robustness):
            theirs = cast("Robustness[object]", other)
            mine = self._variation, self._left, self._evaluation, self._run.ranks
            return bool(mine == (theirs._variation, theirs._left, theirs._evaluation, theirs._run.ranks))
        return NotImplemented

    def __hash__(self) -> int:
        return hash((self._variation, self._evaluation))

    def __repr__(self) -> str:
        name, units = self._evaluation.index.id, len(self)
        return f"<Robustness of {name}: {units} unit{'s' * (units != 1)}, {self._variation.draws} draws>"

    def table(self, lang: Lang = "vi", *, rows: int = 20) -> str:
        """Write the units in the order of their stated rank with their sensitivity ranges."""
        return table(self, lang, rows)

    def __str__(self) -> str:
        return self.table()

    def _repr_html_(self) -> str:
        return html(self, 20)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        msg = f"cannot set {name!r}: a Robustness does not change"
        raise AttributeError(msg)

    def __delattr__(self, name: str) -> NoReturn:
        msg = f"cannot delete {name!r}: a Robustness does not change"
        raise AttributeError(msg)

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuilt, (self._evaluation, self._variation, self._left, self._run, self._frozen)

    # ── what was done ────────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def variation(self) -> Variation:
        """What was varied, how often, and from which seed."""
        return self._variation

    @property
    def evaluation(self) -> Evaluation[U]:
        """The scores as stated, which the ranks are held against."""
        return self._evaluation

    @property
    def engine(self) -> Literal["python", "numpy"]:
        """Which of the two did the work; the ranks do not depend on it."""
        return self._run.engine

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """The combinations of choices that could not be scored, with the reason; no draw has them."""
        return self._left

    @property
    def variants(self) -> tuple[Variant, ...]:
        """The combinations of choices among which each draw takes one."""
        gone = {left.variant for left in self._left}
        return tuple(variant for variant in self._variation.variants if variant not in gone)

    def draw(self, number: int) -> Draw[U]:
        """Tell what one draw changed, by its number from 0 on; raises `NotFoundError`."""
        if not 0 <= number < self._variation.draws:
            raise NotFoundError("draw", number, (f"0 to {self._variation.draws - 1}",))
        how = self._variation.weights
        numbered = slots(self._evaluation)
        width = 1 + moved(how, len(numbered))
        source = Draws(self._variation.seed)
        for _ in range(number):
            source.uniforms(width)
        chosen, *drawn = source.uniforms(width)
        variant = self.variants[pick(chosen, len(self.variants))]
        index = variant.of(self._evaluation.index)
        scores = self._evaluation
        if index != scores.index:
            scores = index.evaluate(scores.data, reference=scores.reference if self._frozen else None)
        held = program(scores, how, numbered, OfFloats(), frozen=self._frozen)
        weights = {
            joint: FrozenMap(dict(zip(parts, row, strict=True)))
            for (joint, parts), row in zip(held.joints, held.weights(weights_of(how, drawn)), strict=True)
        }
        count = len(self._places)
        row = self._run.ranks[number * count : (number + 1) * count]
        ranks = {unit: row[self._places[unit]] or None for unit in self}
        return Draw(number, variant, FrozenMap(weights), FrozenMap(ranks), _weighted(index, weights))

    # ── ranks ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def _counts(self, unit: U) -> tuple[int, ...]:
        return self._run.counts[self._places[unit]]

    def ranks(self, unit: U) -> tuple[int | None, ...]:
        """Return the rank of a unit in every draw, `None` where it has none."""
        return tuple(rank or None for rank in self._column(unit))

    def _column(self, unit: U) -> "array[int]":
        return self._run.ranks[self._places[unit] :: len(self._places)]

    def interval(
        self, unit: U, low: Exact = _LOW, high: Exact = _HIGH, *, rule: Quantile = "inverse_cdf"
    ) -> tuple[int | Fraction, int | Fraction]:
        """Return the sensitivity range of a unit's rank between two shares of the draws in which it is ranked.

        Raises `StepError` for a unit that is never ranked.
        """
        shares = exact(low), exact(high)
        counts = self._counts(unit)
        total = sum(counts) - counts[0]
        if not 0 <= shares[0] <= shares[1] <= 1:
            msg = f"expected shares of 0 to 1, the lower one first, got {low} and {high}"
            raise ValueError(msg)
        if not total:
            raise StepError("rank", self._evaluation.index.id, "it has no rank in any draw", unit)
        if rule not in get_args(Quantile):
            msg = f"expected a rule, one of {', '.join(get_args(Quantile))}, got {show(rule)}"
            raise ValueError(msg)
        quantile = _inverse if rule == "inverse_cdf" else _linear
        return quantile(counts, total, shares[0]), quantile(counts, total, shares[1])

    def share_in_top(self, unit: U, places: int) -> Fraction:
        """Return the share of all draws in which the unit is ranked among the first so many."""
        return Fraction(sum(self._counts(unit)[1 : places + 1]), self._variation.draws)

    @property
    def mean_rank_shift(self) -> Fraction | None:
        """By how many places a unit stands away from its stated rank, over all draws and units; exact.

        `None` where no unit is ranked both as stated and in a draw.
        """
        moves = number = 0
        for unit, rank in self._ranks.items():
            if rank is not None:
                counts = self._counts(unit)
                moves += sum(abs(place - rank) * count for place, count in enumerate(counts) if place)
                number += sum(counts) - counts[0]
        return Fraction(moves, number) if number else None

    # ── who is told apart ────────────────────────────────────────────────────────────────────────────────────────────

    def share_ahead(self, unit: U, other: U) -> Fraction:
        """Return the share of all draws in which the first unit is ranked strictly ahead of the second.

        A draw in which one of the two has no rank counts for neither.
        """
        return Fraction(self._times_ahead(unit, other), self._variation.draws)

    def _times_ahead(self, unit: U, other: U) -> int:
        if (unit, other) not in self._ahead:
            one, two = self._column(unit), self._column(other)
            if self._counts(unit)[0] or self._counts(other)[0]:
                times = sum(0 < first < second for first, second in zip(one, two, strict=True))
            else:
                times = sum(map(lt, one, two))
            self._ahead[unit, other] = times
        return self._ahead[unit, other]

    def told_apart(self, unit: U, other: U, *, share: Exact = _LOW) -> bool:
        """Tell whether one of the two stands strictly ahead of the other in more than 1 − `share` of all draws.

        Where not, the order of the pair hangs on choices that were tried: in at least `share` of the draws the one that
        mostly leads is level or behind.
        """
        return self._apart(unit, other, self._least(share))

    def _least(self, share: Exact) -> Fraction:
        held = exact(share)
        if not 0 < held < Fraction(1, 2):
            msg = f"expected a share of more than 0 and less than one half, got {share}"
            raise ValueError(msg)
        return self._variation.draws * (1 - held)

    def not_separated(self, *, share: Exact = _LOW) -> tuple[tuple[U, ...], ...]:
        """Return the groups of units that the tried choices do not tell apart, in the order of stated ranks.

        A group is a longest run of neighbours in the stated order, of which no two are told apart at this share. Not
        being told apart is not transitive, so a unit may stand in several groups. Those who stand alone are left out.
        """
        units = [unit for unit, rank in self._ranks.items() if rank is not None]
        needed = self._least(share)
        found: list[tuple[U, ...]] = []
        start = end = 0
        for stop, unit in enumerate(units):
            first = stop
            while first > start and not self._apart(units[first - 1], unit, needed):
                first -= 1
            if first > start:
                if end - start > 1:
                    found.append(tuple(units[start:end]))
                start = first
            end = stop + 1
        if end - start > 1:
            found.append(tuple(units[start:end]))
        return tuple(found)

    def _apart(self, unit: U, other: U, needed: Fraction) -> bool:
        times = self._times_ahead(unit, other)
        # The other can only lead in the draws that are left; mostly that settles it without counting.
        return needed < times or (needed < self._variation.draws - times and needed < self._times_ahead(other, unit))

    @property
    def rows(self) -> tuple[dict[str, object], ...]:
        """Flat records, one for each unit: those of its `Sensitivity`."""
        return tuple(self[unit]._asdict() for unit in self)


def _rebuilt(
    evaluation: Evaluation[U],
    variation: Variation,
    left: tuple[LeftOut, ...],
    found: Run,
    frozen: bool,  # noqa: FBT001 - pickle
) -> Robustness[U]:
    return Robustness(evaluation, variation, left, found, frozen=frozen)


def _inverse(counts: Sequence[int], total: int, share: Fraction) -> int:
    """Return the smallest rank that at least this share of the draws does not exceed."""
    needed = max(share * total, Fraction(1))
    return _at(counts, -(-needed.numerator // needed.denominator))


def _linear(counts: Sequence[int], total: int, share: Fraction) -> Fraction:
    """Return the number between the two draws that a share falls between, in proportion."""
    place = share * (total - 1)
    below = place.numerator // place.denominator
    first, second = _at(counts, below + 1), _at(counts, min(below + 2, total))
    return first + (place - below) * (second - first)


def _at(counts: Sequence[int], number: int) -> int:
    """Return the rank of the draw of this number, from 1 on, in ascending order."""
    passed = 0
    rank = 0
    while passed < number:
        rank += 1
        passed += counts[rank]
    return rank


def _weighted(index: Index, weights: Mapping[str, Mapping[str, float]]) -> Index:
    nodes = tuple(
        attrs.evolve(node, weights={part: Fraction(weight) for part, weight in weights[node.id].items()})
        for node in index.aggregates
    )
    return attrs.evolve(index, aggregates=nodes)


# ── doing it ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def robustness_of(
    subject: Index | Evaluation[U],
    data: Mapping[U, Mapping[str, Any]] | None = None,
    *,
    seed: int,
    draws: int = 10_000,
    weights: Reweighting | None = None,
    normalisations: Scalings = _STATED,
    aggregations: Joinings = _STATED,
    exclusions: Iterable[Iterable[str]] = _NONE,
    impossible: Literal["refuse", "leave_out"] = "refuse",
    reference: ReferenceScale | None = None,
    engine: EngineName = "auto",
) -> Robustness[U]:
    """Rank the units of an index under many draws of choices that could have been made, from a seed.

    - `weights`: `noise()` around the stated ones, by level where wanted, or `dirichlet()`; `None` leaves them;
    - `normalisations`: alternatives, "stated" among them if it is to be one: a `Normalisation` for every indicator, or
      a mapping of indicators to such;
    - `aggregations`: likewise, the name of a mean for every aggregate, or a mapping of aggregates to such;
    - `exclusions`: alternatives, each a tuple of nodes to be left out together, () for none; the weights of the others
      keep their proportions;
    - `impossible`: what happens to a combination that cannot be scored, see `Variation`;
    - `engine`: "numpy" (the extra `sampling`), "python", or numpy where it is there. Both give the same ranks.

    Whether a unit with missing figures has a score is judged with the stated weights, not with those of a draw. Raises
    `StepError` naming the step that cannot be done.

    >>> from tthc.indices import noise, published
    >>> data = {
    ...     "A": {"OSI": 9, "TII": 5, "HCI": 5},
    ...     "B": {"OSI": 5, "TII": 7, "HCI": 6},
    ...     "C": {"OSI": 1, "TII": 1, "HCI": 1},
    ... }
    >>> found = robustness_of(published.egdi(2024), data, weights=noise(Fraction(1, 2)), seed=2024, draws=1000)
    >>> found["B"].rank, found["B"].low, found["B"].high, found.not_separated()
    (2, 1, 2, (('A', 'B'),))
    """
    evaluation = standing(subject, data, reference)
    index = evaluation.index
    variation = Variation(
        seed=seed,
        draws=draws,
        weights=weights,
        normalisations=scalings(index, normalisations),
        aggregations=joinings(index, aggregations),
        exclusions=excluding(index, exclusions),
        impossible=impossible,
    )
    # Where the scale came from matters only to other variants and to what is scaled anew in each draw.
    anew = variation.variants != (Variant(),) or any(node.rescale for node in index.aggregates)
    frozen = anew and on_frozen_scale(evaluation)
    made, left = scored(evaluation, variation, frozen=frozen)
    found = run(made, variation, slots(evaluation), engine, frozen=frozen)
    return Robustness(evaluation, variation, left, found, frozen=frozen)

"""What a simulation varies, as data: weights, scales, ways to join, what is left out, and the seed of it all."""

from collections.abc import Hashable, Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import Literal, NamedTuple, TypeAlias, TypeVar, cast, final

import attrs

from tthc._record import check
from tthc.errors import Fault, MalformedError, StepError, TthcError
from tthc.exact import exact
from tthc.frozen import FrozenMap
from tthc.indices.evaluation import Evaluation
from tthc.indices.index import Index
from tthc.indices.nodes import Aggregate, Aggregation, Indicator
from tthc.indices.normalise import Normalisation

__all__ = ["LeftOut", "Reweighting", "Variant", "Variation", "dirichlet", "noise"]

U = TypeVar("U", bound=Hashable)
Exact: TypeAlias = int | Fraction | Decimal
Scalings: TypeAlias = Iterable[Literal["stated"] | Normalisation | Mapping[str, Normalisation]]
Joinings: TypeAlias = Iterable[Literal["stated"] | Aggregation | Mapping[str, Aggregation]]
_NOTHING: FrozenMap[str, Normalisation] = FrozenMap()
_AS_JOINED: FrozenMap[str, Aggregation] = FrozenMap()


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen(kw_only=True)
class Reweighting:
    """How a draw changes the weights of every node (cách thay đổi trọng số); built by `noise` and `dirichlet`.

    The weights of a node keep their total, and a weight of 0 stays 0. `levels` holds the shares of noise from the root
    down; what lies deeper has `share`.
    """

    method: Literal["noise", "dirichlet"]
    share: Fraction | None = None
    levels: tuple[Fraction, ...] = ()
    concentration: int | None = None

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        noisy = self.method == "noise"
        for field, held, wanted in (
            ("share", self.share is not None, noisy),
            ("levels", bool(self.levels), noisy and bool(self.levels)),
            ("concentration", self.concentration is not None, not noisy),
        ):
            if held is not wanted:
                expected = f'{"a value" if wanted else "nothing"} beside method="{self.method}"'
                yield Fault(field, getattr(self, field), expected)
        for field, share in (("share", self.share or Fraction(0)), *(("levels", share) for share in self.levels)):
            if not 0 <= share < 1:
                yield Fault(field, share, "a share of 0 or more and less than 1")
        if self.concentration is not None and not 1 <= self.concentration <= 100:
            yield Fault("concentration", self.concentration, "1 to 100")

    def share_at(self, level: int) -> Fraction:
        """Return the share of noise at a level, the root's own parts being level 0; 0 beside a Dirichlet draw."""
        return self.levels[level] if level < len(self.levels) else self.share or Fraction(0)


def noise(share: Exact = Fraction(1, 4), *, levels: Iterable[Exact] = ()) -> Reweighting:
    """Multiply each weight by a number between 1 − share and 1 + share, each as likely as the other.

    `levels` gives the shares from the root down, `share` that of all below them.

    >>> noise(levels=[0, Fraction(1, 10)]).share_at(1)
    Fraction(1, 10)
    """
    return Reweighting(method="noise", share=exact(share), levels=tuple(map(exact, levels)))


def dirichlet(concentration: int = 1) -> Reweighting:
    """Draw new weights whatever the stated ones are: with 1 every set of weights is as likely as any other.

    It is the Dirichlet distribution with this parameter for each part; the higher, the nearer to equal weights.
    """
    return Reweighting(method="dirichlet", concentration=concentration)


@final
@attrs.frozen(kw_only=True)
class Variant:
    """One choice among the alternatives: which scales and ways to join take the place of the stated ones, by node.

    >>> print(Variant(aggregations=FrozenMap({"EGDI": "geometric"}), excluded=("OSI",)))
    EGDI: geometric; không có OSI
    """

    normalisations: FrozenMap[str, Normalisation] = _NOTHING
    aggregations: FrozenMap[str, Aggregation] = _AS_JOINED
    excluded: tuple[str, ...] = ()

    def __attrs_post_init__(self) -> None:
        check(self)

    def __str__(self) -> str:
        said = [f"{node}: {how.method}" for node, how in self.normalisations.items()]
        said += [f"{node}: {how}" for node, how in self.aggregations.items()]
        if self.excluded:
            said.append(f"không có {', '.join(self.excluded)}")
        return "; ".join(said) or "như phương pháp gốc"

    def of(self, index: Index) -> Index:
        """Return the index with this choice made; raises `StepError` where nothing would be left of it."""
        aggregates, gone = without(index, self.excluded)
        return attrs.evolve(
            index,
            indicators=tuple(_scaled(leaf, self.normalisations) for leaf in index.indicators if leaf.id not in gone),
            aggregates=tuple(_rejoined(node, self.aggregations) for node in aggregates),
        )


def _scaled(leaf: Indicator, changes: Mapping[str, Normalisation]) -> Indicator:
    return attrs.evolve(leaf, normalisation=changes[leaf.id]) if leaf.id in changes else leaf


def _rejoined(node: Aggregate, changes: Mapping[str, Aggregation]) -> Aggregate:
    how = changes.get(node.id, node.aggregation)
    return node if how == node.aggregation else attrs.evolve(node, aggregation=how, exponent=None)


def without(index: Index, excluded: Iterable[str]) -> tuple[list[Aggregate], set[str]]:
    """Return the aggregates without some nodes and all that is below them, and the ids of what is gone."""
    gone: set[str] = set()
    for name in excluded:
        above = index.path(name)  # raises for a stranger
        gone |= {below for below in index.nodes if above == index.path(below)[-len(above) :]}
    kept: dict[str, Aggregate] = {}
    inner = {node.id: node for node in index.aggregates}
    for name in reversed(index.nodes):  # from the leaves up: a group that has lost all its parts goes too
        if name not in inner or name in gone:
            continue
        node = inner[name]
        parts = tuple(part for part in node.parts if part not in gone)
        weights = node.weights if isinstance(node.weights, str) else {part: node.weights[part] for part in parts}
        if not parts or not (isinstance(weights, str) or any(weights.values())):
            gone.add(name)
            gone.update(parts)
        else:
            kept[name] = node if parts == node.parts else attrs.evolve(node, parts=parts, weights=weights)
    if index.root in gone:
        raise StepError("leave out", ", ".join(excluded), "nothing that counts would be left of the index")
    return [kept[name] for name in inner if name in kept], gone


class LeftOut(NamedTuple):
    """A variant that could not be scored, and why; no draw has it."""

    variant: Variant
    reason: str


@final
@attrs.frozen(kw_only=True)
class Variation:
    """All that a simulation changes, and from which seed (phương án thử độ vững): enough to do it again.

    Each draw takes one of the `normalisations`, one of the `aggregations` and one of the `exclusions`, each as likely
    as the other, and new weights. An alternative maps nodes to what takes the place of what is stated for them; an
    empty one changes nothing. `impossible` says what happens to a combination that cannot be scored (a geometric mean
    of a zero, say): "refuse" raises, "leave_out" names it and draws among the others.
    """

    seed: int
    draws: int
    weights: Reweighting | None = None
    normalisations: tuple[FrozenMap[str, Normalisation], ...] = (_NOTHING,)
    aggregations: tuple[FrozenMap[str, Aggregation], ...] = (_AS_JOINED,)
    exclusions: tuple[tuple[str, ...], ...] = ((),)
    impossible: Literal["refuse", "leave_out"] = "refuse"

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        if self.seed < 0:
            yield Fault("seed", self.seed, "a whole number of 0 or more")
        if self.draws < 1:
            yield Fault("draws", self.draws, "1 or more")
        for field in ("normalisations", "aggregations", "exclusions"):
            held = getattr(self, field)
            if not held or len(set(held)) < len(held):
                yield Fault(field, held, "at least one alternative, each named once")

    @property
    def variants(self) -> tuple[Variant, ...]:
        """Every combination of the alternatives, in the order in which they are stated."""
        return tuple(
            Variant(normalisations=scaling, aggregations=joining, excluded=excluded)
            for scaling, joining, excluded in product(self.normalisations, self.aggregations, self.exclusions)
        )


def scalings(index: Index, stated: Scalings) -> tuple[FrozenMap[str, Normalisation], ...]:
    """Name the indicators that each alternative scale is for."""
    return tuple(_scaling(index, how) for how in _listed("normalisations", stated))


def _listed(field: str, given: object) -> Iterable[object]:
    if isinstance(given, str | Mapping | Normalisation) or not isinstance(given, Iterable):
        raise MalformedError(Variation.__name__, (Fault(field, given, "a tuple of alternatives"),))
    return cast("Iterable[object]", given)


def _scaling(index: Index, how: object) -> FrozenMap[str, Normalisation]:
    if how == "stated":
        return _NOTHING
    if isinstance(how, Normalisation):
        for leaf in index.indicators:
            if leaf.normalisation.directed:
                why = f"{leaf.normalisation.method} says itself what is better; name the indicators to be changed"
                raise StepError("normalise", leaf.id, why)
        return FrozenMap({leaf.id: how for leaf in index.indicators})
    if isinstance(how, Mapping):
        changes = FrozenMap(cast("Mapping[str, Normalisation]", how))
        for name in changes:
            index.indicator(name)
        return changes
    wanted = '"stated", a Normalisation or a mapping of indicators to such'
    raise MalformedError(Variation.__name__, (Fault("normalisations", how, wanted),))


def joinings(index: Index, stated: Joinings) -> tuple[FrozenMap[str, Aggregation], ...]:
    """Name the aggregates that each alternative way to join is for."""
    return tuple(_joining(index, how) for how in _listed("aggregations", stated))


def _joining(index: Index, how: object) -> FrozenMap[str, Aggregation]:
    if how == "stated":
        return _AS_JOINED
    if isinstance(how, str):
        return FrozenMap({node.id: cast("Aggregation", how) for node in index.aggregates})
    if isinstance(how, Mapping):
        changes = FrozenMap(cast("Mapping[str, Aggregation]", how))
        for name in changes:
            index.aggregate(name)
        return changes
    wanted = '"stated", the name of a mean or a mapping of aggregates to such'
    raise MalformedError(Variation.__name__, (Fault("aggregations", how, wanted),))


def excluding(index: Index, stated: Iterable[Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    """Return what each alternative leaves out, checked."""
    found: list[tuple[str, ...]] = []
    for names in _listed("exclusions", stated):
        if isinstance(names, str) or not isinstance(names, Iterable):
            raise MalformedError(
                Variation.__name__, (Fault("exclusions", names, "tuples of nodes, () leaves out nothing"),)
            )
        found.append(tuple(cast("Iterable[str]", names)))
        without(index, found[-1])
    return tuple(found)


def scored(
    evaluation: Evaluation[U], variation: Variation, *, frozen: bool
) -> tuple[tuple[tuple[Variant, Evaluation[U]], ...], tuple[LeftOut, ...]]:
    """Score every combination once with the stated weights, so that what cannot be done is known before any draw.

    With `frozen` the scale of the evaluation holds for all of them, else each takes its own from the data.
    """
    reference = evaluation.reference if frozen else None
    found: list[tuple[Variant, Evaluation[U]]] = []
    left: list[LeftOut] = []
    for variant in variation.variants:
        try:
            index = variant.of(evaluation.index)
            made = evaluation if index == evaluation.index else index.evaluate(evaluation.data, reference=reference)
        except TthcError as error:
            if variation.impossible == "refuse":
                if isinstance(error, StepError):
                    why = f"{error.reason} [{variant}]"
                    raise StepError(error.step, error.node, why, error.unit) from None
                raise
            left.append(LeftOut(variant, str(error)))
            continue
        if made.ranking().ranked:
            found.append((variant, made))
        else:
            left.append(LeftOut(variant, "no unit has a score"))
    if not found:
        raise StepError("draw", evaluation.index.id, f"no variant can be scored: {left[0].reason}")
    return tuple(found), tuple(left)

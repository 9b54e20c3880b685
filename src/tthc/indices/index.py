"""`Index`: a composite index as data: a tree of indicators and aggregates, checked once."""

from collections.abc import Hashable, Iterable, Mapping
from fractions import Fraction
from itertools import pairwise
from typing import Any, TypeVar, final

import attrs

from tthc._record import check
from tthc.dated import Interval
from tthc.errors import Fault, NotFoundError
from tthc.indices.compiled import Compiled
from tthc.indices.evaluation import Evaluation
from tthc.indices.nodes import Aggregate, Indicator
from tthc.indices.scales import ReferenceScale

__all__ = ["Index"]

U = TypeVar("U", bound=Hashable)


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen(kw_only=True, repr=False)
class Index:
    """A composite index (chỉ số tổng hợp) as a value: nothing of it is code, so it can be printed, stored, compared.

    `indicators` are the leaves, `aggregates` the nodes above them, each naming its `parts`; every node but one is the
    part of exactly one other, and that one is the index itself (`root`). An `id` is superseded, never edited.
    `validity` holds the days for which a published method holds, `source` who published it.

    >>> from tthc.indices import Aggregate, Indicator, goalposts
    >>> index = Index(
    ...     id="demo",
    ...     indicators=(
    ...         Indicator(id="days", direction="lower", normalisation=goalposts(0, 10)),
    ...         Indicator(id="online", normalisation=goalposts(0, 100)),
    ...     ),
    ...     aggregates=(Aggregate(id="total", parts=("days", "online")),),
    ... )
    >>> index
    <Index demo: 2 indicators, 1 aggregate>
    >>> scores = index.evaluate({"A": {"days": 4, "online": 50}, "B": {"days": 2, "online": 20}})
    >>> scores["A"]["total"], scores.ranking().rank("A")
    (Score(Fraction(11, 20)), 1)
    """

    id: str
    name: str = ""
    indicators: tuple[Indicator, ...]
    aggregates: tuple[Aggregate, ...]
    validity: Interval | None = None
    source: str = ""
    note: str = ""

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        if not self.id:
            yield Fault("id", self.id, "a name that is not empty")
        ids = [*(node.id for node in self.indicators), *(node.id for node in self.aggregates)]
        twice = sorted({node for node in ids if ids.count(node) > 1})
        if twice:
            yield Fault("aggregates", twice, "every node named once")
        parts = [part for node in self.aggregates for part in node.parts]
        unknown = [part for part in parts if part not in ids]
        if unknown:
            yield Fault("aggregates", unknown, "parts that are nodes of the index")
        shared = sorted({part for part in parts if parts.count(part) > 1})
        if shared:
            yield Fault("aggregates", shared, "every node the part of one aggregate only")
        tops = [node for node in ids if node not in parts]
        if len(tops) != 1 or tops[0] not in {node.id for node in self.aggregates}:
            yield Fault("aggregates", tops, "exactly one aggregate that is no other's part: the index itself")
        elif not (twice or unknown or shared):
            yield from self._tree_faults(ids)

    def _tree_faults(self, ids: list[str]) -> Iterable[Fault]:
        reached = set(self.nodes)
        if len(reached) < len(ids):
            yield Fault("aggregates", [node for node in ids if node not in reached], "no circle of parts")
        for indicator in self.indicators:
            if indicator.id in reached and not self.upward(indicator.id) and indicator.normalisation.directed:
                how = indicator.normalisation.method
                yield Fault(
                    "aggregates", indicator.id, f"no pillar turned round above {how}, which has its own direction"
                )

    def __repr__(self) -> str:
        leaves, inner = len(self.indicators), len(self.aggregates)
        return f"<Index {self.id}: {leaves} indicator{'s' * (leaves != 1)}, {inner} aggregate{'s' * (inner != 1)}>"

    def __str__(self) -> str:
        """Write the tree, a node a line, with weights and methods."""
        return "\n".join([f"{self.id}{f'  {self.name}' if self.name else ''}", *self._lines(self.root, None, 1)])

    def _lines(self, node: str, weight: Fraction | None, depth: int) -> Iterable[str]:
        share = "" if weight is None else f"{weight} × "
        leaf = self._leaf(node)
        if leaf is not None:
            over = f" / {leaf.denominator}" if leaf.denominator else ""
            less = ", thấp hơn là tốt hơn" if leaf.direction == "lower" else ""
            yield f"{'  ' * depth}{share}{node}: {leaf.column}{over}, {leaf.normalisation.method}{less}"
            return
        inner = self.aggregate(node)
        less = ", đảo chiều" if inner.direction == "lower" else ""
        yield f"{'  ' * depth}{share}{node}: {inner.aggregation}{less}"
        for part in inner.parts:
            yield from self._lines(part, inner.share(part), depth + 1)

    # ── the tree ─────────────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def root(self) -> str:
        """The id of the aggregate that is no other's part: the index itself."""
        parts = {part for node in self.aggregates for part in node.parts}
        return next(node.id for node in self.aggregates if node.id not in parts)

    @property
    def nodes(self) -> tuple[str, ...]:
        """The ids of all nodes, the root first, each before its parts."""
        inner = {node.id: node.parts for node in self.aggregates}
        found: dict[str, None] = {}
        waiting = [self.root]
        while waiting:
            node = waiting.pop()
            found[node] = None
            waiting += reversed(inner.get(node, ()))
        return tuple(found)

    def _leaf(self, node: str) -> Indicator | None:
        return next((leaf for leaf in self.indicators if leaf.id == node), None)

    def indicator(self, node: str) -> Indicator:
        """Return an indicator by its id; raises `NotFoundError`."""
        leaf = self._leaf(node)
        if leaf is None:
            raise NotFoundError("indicator", node, tuple(leaf.id for leaf in self.indicators))
        return leaf

    def aggregate(self, node: str) -> Aggregate:
        """Return an aggregate by its id; raises `NotFoundError`."""
        for inner in self.aggregates:
            if inner.id == node:
                return inner
        raise NotFoundError("aggregate", node, tuple(inner.id for inner in self.aggregates))

    def parent(self, node: str) -> str | None:
        """Return the aggregate that a node is part of, `None` for the root; raises `NotFoundError`."""
        for inner in self.aggregates:
            if node in inner.parts:
                return inner.id
        if node != self.root:
            raise NotFoundError("node", node, self.nodes)
        return None

    def path(self, node: str) -> tuple[str, ...]:
        """Return the ids from a node up to the root, both included."""
        found = [node]
        while (above := self.parent(found[-1])) is not None:
            found.append(above)
        return tuple(found)

    def upward(self, node: str) -> bool:
        """Tell whether a higher figure of an indicator lifts the index, its pillars' directions counted in."""
        turns = [self.indicator(node).direction, *(self.aggregate(above).direction for above in self.path(node)[1:])]
        return turns.count("lower") % 2 == 0

    def effective_weight(self, node: str) -> Fraction:
        """Return the product of the weights on the way from a node up to the root.

        >>> from tthc.indices import published
        >>> published.egdi(2010).effective_weight("OSI")
        Fraction(17, 50)
        """
        way = self.path(node)
        weight = Fraction(1)
        for part, above in pairwise(way):
            weight *= self.aggregate(above).share(part)
        return weight

    # ── scoring ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def evaluate(
        self, data: Mapping[U, Mapping[str, Any]], *, reference: ReferenceScale | None = None
    ) -> Evaluation[U]:
        """Score every unit of `data`, a mapping of units to mappings of columns to figures.

        A figure is an int, Fraction or Decimal, `None` where it is missing; a group or category is a text. Every
        column that the index names must be there; others are left alone. Without `reference` the data gives its own
        scale. Raises `MalformedError` with every bad cell, and `StepError` where a step cannot be done.
        """
        return Evaluation(self, data, reference)

    def reference(self, data: Mapping[U, Mapping[str, Any]], *, period: str) -> ReferenceScale:
        """Freeze the scale that the data of a period gives, for other periods to be scored on."""
        return ReferenceScale(period=period, scales=self.evaluate(data).reference.scales)

    def compile(self, data: Mapping[U, Mapping[str, Any]], *, reference: ReferenceScale | None = None) -> Compiled:
        """Return the normalised matrix and the tree as bare tuples, for loops over weights."""
        return self.evaluate(data, reference=reference).compiled

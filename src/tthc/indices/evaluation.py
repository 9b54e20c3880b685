"""`Evaluation`: the scores of an index by unit and node, with everything that led to them."""

from collections.abc import Hashable, Iterator, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Generic, Literal, NoReturn, TypeVar, cast, final

from tthc.errors import NotFoundError
from tthc.findings import Lang
from tthc.frozen import FrozenMap
from tthc.indices._columns import Column, Table, column, one_of, read
from tthc.indices._joining import aggregate
from tthc.indices._score_table import html, table
from tthc.indices.compiled import Compiled, Joint
from tthc.indices.scales import ReferenceScale, Scale
from tthc.indices.scores import Number, Score, rankable
from tthc.indices.trace import Trace, traced
from tthc.rankings._ranking_input import Order
from tthc.rankings.ranking import Ranking
from tthc.rankings.ties import Ties

if TYPE_CHECKING:
    from tthc.indices.index import Index

__all__ = ["Evaluation"]

U = TypeVar("U", bound=Hashable)


def __dir__() -> list[str]:
    return __all__


@final
class Evaluation(Mapping[U, Mapping[str, Score | None]], Generic[U]):
    """The scores of an index (kết quả chấm điểm): `evaluation[unit][node]` is a `Score`, or `None` where there is none.

    Made by `Index.evaluate`; it does not change. `reference` is the scale it stands on, the data's own one unless
    another was given. Two are equal if index, data and scale are.
    """

    __slots__ = (
        "__weakref__",
        "_columns",
        "_compiled",
        "_data",
        "_index",
        "_lacking",
        "_places",
        "_reference",
        "_values",
    )
    _index: "Index"
    _data: FrozenMap[U, FrozenMap[str, Any]]
    _reference: ReferenceScale
    _columns: dict[str, Column]
    _compiled: Compiled
    _values: dict[str, tuple[Number | None, ...]]
    _lacking: dict[str, dict[int, tuple[str, ...]]]
    _places: dict[U, int]

    def __init__(
        self, index: "Index", data: Mapping[U, Mapping[str, Any]], reference: ReferenceScale | None = None
    ) -> None:
        table: Table[U] = read(index.indicators, data)
        named = {*table.figures, *table.texts}
        kept = {unit: FrozenMap({name: row[name] for name in row if name in named}) for unit, row in data.items()}
        columns: dict[str, Column] = {}
        scales: list[Scale] = []
        for indicator in index.indicators:
            scale = None if reference is None else reference.of(indicator.id)
            columns[indicator.id], scale = column(indicator, table, scale, up=index.upward(indicator.id))
            scales.append(scale)
        compiled = Compiled(
            table.units,
            tuple(columns),
            tuple(zip(*(held.normalised for held in columns.values()), strict=True)),
            _joints(index, tuple(columns)),
        )
        values = {name: held.normalised for name, held in columns.items()}
        lacking: dict[str, dict[int, tuple[str, ...]]] = {}
        for joint in compiled.joints:
            scale = None if joint.rescale is None or reference is None else reference.of(joint.id)
            values[joint.id], lacking[joint.id], scale = aggregate(joint, compiled, values, lacking, scale)
            if scale is not None:
                scales.append(scale)
        own = ReferenceScale(scales=tuple(scales)) if reference is None else reference
        for name, value in (
            ("_index", index), ("_data", FrozenMap(kept)), ("_reference", own), ("_columns", columns),
            ("_compiled", compiled), ("_values", values), ("_lacking", lacking),
            ("_places", {unit: i for i, unit in enumerate(table.units)}),
        ):  # fmt: skip
            object.__setattr__(self, name, value)

    # ── a mapping ────────────────────────────────────────────────────────────────────────────────────────────────────

    def __getitem__(self, unit: U) -> Mapping[str, Score | None]:
        place = self._places[unit]
        return FrozenMap({node: _score(self._values[node][place]) for node in self._index.nodes})

    def __iter__(self) -> Iterator[U]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Evaluation):
            theirs = cast("Evaluation[object]", other)
            mine = self._index, self._reference, self._data
            return bool(mine == (theirs._index, theirs._reference, theirs._data))
        return NotImplemented

    def __hash__(self) -> int:
        return hash((self._index, self._data))

    def __repr__(self) -> str:
        return f"<Evaluation of {self._index.id}: {len(self)} unit{'s' * (len(self) != 1)}>"

    def table(self, lang: Lang = "vi", *, rows: int = 20) -> str:
        """Write the units in the order of their rank with the scores of the index and of its parts, to six decimals."""
        return table(self, lang, rows)

    def __str__(self) -> str:
        return self.table()

    def _repr_html_(self) -> str:
        return html(self, 20)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        msg = f"cannot set {name!r}: an Evaluation does not change"
        raise AttributeError(msg)

    def __delattr__(self, name: str) -> NoReturn:
        msg = f"cannot delete {name!r}: an Evaluation does not change"
        raise AttributeError(msg)

    def __reduce__(self) -> tuple[object, ...]:
        return Evaluation, (self._index, self._data, self._reference)

    # ── what it stands on ────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def index(self) -> "Index":
        """The index that was scored."""
        return self._index

    @property
    def data(self) -> FrozenMap[U, FrozenMap[str, Any]]:
        """The figures as they were given, of the columns that the index names."""
        return self._data

    @property
    def reference(self) -> ReferenceScale:
        """The scale that the scores stand on."""
        return self._reference

    @property
    def compiled(self) -> Compiled:
        """The normalised matrix and the tree as bare tuples."""
        return self._compiled

    def stages(self, indicator: str) -> Column:
        """Return the figures of an indicator over all units, stage by stage, in the order of the units."""
        self._index.indicator(indicator)
        return self._columns[indicator]

    # ── scores ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def _node(self, node: str | None) -> str:
        name = self._index.root if node is None else node
        if name not in self._values:
            raise NotFoundError("node", name, self._index.nodes)
        return name

    def value(self, unit: U, node: str | None = None) -> Number | None:
        """Return the bare number of a score, of the index itself unless a node is named."""
        return self._values[self._node(node)][self._places[unit]]

    def scores(self, node: str | None = None) -> FrozenMap[U, Score | None]:
        """Return the score of every unit, of the index itself unless a node is named."""
        values = self._values[self._node(node)]
        return FrozenMap({unit: _score(value) for unit, value in zip(self._places, values, strict=True)})

    def lacking(self, unit: U, node: str | None = None) -> tuple[str, ...]:
        """Return the indicators without a figure for which the unit has no score."""
        name, place = self._node(node), self._places[unit]
        if self._values[name][place] is not None:
            return ()
        return self._lacking.get(name, {}).get(place, (name,))

    def unranked(self, node: str | None = None, *, lang: Lang = "vi") -> FrozenMap[U, str]:
        """Return the units that have no score, with the reason."""
        name = self._node(node)
        words = "thiếu số liệu: " if lang == "vi" else "no figure for: "
        missing = [unit for unit, value in zip(self._places, self._values[name], strict=True) if value is None]
        return FrozenMap({unit: words + ", ".join(self.lacking(unit, name)) for unit in missing})

    def ranking(
        self, node: str | None = None, *, ties: Ties = "competition", lang: Lang = "vi", order: Order[U] | None = None
    ) -> Ranking[U]:
        """Rank the units, those with a missing pillar unranked with the reason; floats tie at twelve decimals.

        An exact score ranks as it is and is never rounded first. `order` settles ties for `ties="ordinal"`.
        """
        name = self._node(node)
        held = zip(self._places, self._values[name], strict=True)
        scores = {unit: rankable(value) for unit, value in held if value is not None}
        title = self._index.id if name == self._index.root else f"{self._index.id} · {name}"
        return Ranking[U].from_scores(
            scores, ties=ties, order=order, unranked=self.unranked(name, lang=lang), name=title
        )

    # ── reading it ───────────────────────────────────────────────────────────────────────────────────────────────────

    def trace(self, unit: U) -> Trace:
        """Return how the unit's score came about, from each raw figure up to the index; `print()` shows it."""
        return traced(self, unit)

    def what_if(self, unit: U, figures: Mapping[str, Any], *, scale: Literal["fixed", "own"]) -> "Evaluation[U]":
        """Score again with other raw figures of one unit, by column.

        `scale="fixed"` keeps the scale that these scores stand on, `scale="own"` lets the new data give its own, as a
        new edition of the index would.
        """
        one_of("scale", scale, "fixed", "own")
        row = self._data[unit]
        unknown = [name for name in figures if name not in row]
        if unknown:
            raise NotFoundError("column", unknown[0], tuple(row))
        data = self._data.with_item(unit, FrozenMap({**row, **figures}))
        return Evaluation(self._index, data, self._reference if scale == "fixed" else None)

    @property
    def rows(self) -> tuple[dict[str, object], ...]:
        """Flat records, one for each unit and node: unit, node, parent, level, value, exact, reason."""
        found: list[dict[str, object]] = []
        levels = {node: len(self._index.path(node)) - 1 for node in self._index.nodes}
        for unit, place in self._places.items():
            for node, level in levels.items():
                value = self._values[node][place]
                found.append(
                    {
                        "unit": unit,
                        "node": node,
                        "parent": self._index.parent(node),
                        "level": level,
                        "value": value,
                        "exact": None if value is None else type(value) is Fraction,
                        "lacking": self.lacking(unit, node),
                    }
                )
        return tuple(found)


def _score(value: Number | None) -> Score | None:
    return None if value is None else Score(value)


def _joints(index: "Index", indicators: tuple[str, ...]) -> tuple[Joint, ...]:
    """Return the aggregates from the leaves up, their parts by position."""
    inner = {node.id: node for node in index.aggregates}
    ordered = [inner[node] for node in reversed(index.nodes) if node in inner]
    place = {node: i for i, node in enumerate((*indicators, *(node.id for node in ordered)))}
    return tuple(
        Joint(
            node.id,
            tuple(place[part] for part in node.parts),
            tuple(node.share(part) for part in node.parts),
            node.aggregation,
            node.exponent,
            node.cap,
            node.coverage,
            node.rescale,
        )
        for node in ordered
    )

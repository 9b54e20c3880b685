"""`Edition` and `IndexMethod`: one year of an index as it was published (kỳ công bố), and the method behind it.

A rank means little without its edition. Methods change between editions, so each edition bears its own, and a change
of rank across two methods can be told from one within the same.
"""

import contextlib
import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from typing import Literal, TypeAlias, TypeGuard, cast, final

import attrs

from tthc._record import check
from tthc.errors import Fault, MalformedError, NotFoundError, NotRankedError
from tthc.exact import exact
from tthc.frozen import FrozenMap
from tthc.rankings._ranking_input import Number, Order, at
from tthc.rankings.groups import Group
from tthc.rankings.precision import Cut, Precision
from tthc.rankings.ranking import Ranking
from tthc.rankings.ties import Ties

__all__ = ["Aggregation", "Edition", "IndexMethod"]

Aggregation: TypeAlias = Literal["arithmetic", "geometric", "other"]
"""How the components become the index: weighted arithmetic mean, weighted geometric mean, or another way (`note`)."""


def __dir__() -> list[str]:
    return __all__


# ── what is plain becomes frozen and exact; what cannot stays as it is, for the check of the fields to name it ───────


def _ranks(value: Mapping[str, int]) -> FrozenMap[str, int]:
    return cast("FrozenMap[str, int]", _as_map(value))


def _texts(value: Mapping[str, str]) -> FrozenMap[str, str]:
    return cast("FrozenMap[str, str]", _as_map(value))


def _names(value: Mapping[str, tuple[str, ...]]) -> FrozenMap[str, tuple[str, ...]]:
    return cast("FrozenMap[str, tuple[str, ...]]", _as_map(value))


def _numbers(value: Mapping[str, Number]) -> FrozenMap[str, Fraction]:
    return cast("FrozenMap[str, Fraction]", _exactly(value))


def _tables(value: Mapping[str, Mapping[str, Number]]) -> FrozenMap[str, FrozenMap[str, Fraction]]:
    return cast("FrozenMap[str, FrozenMap[str, Fraction]]", _as_map(value, _exactly))


def _reasons(value: Mapping[str, Mapping[str, str]]) -> FrozenMap[str, FrozenMap[str, str]]:
    return cast("FrozenMap[str, FrozenMap[str, str]]", _as_map(value, _as_map))


def _precisions(value: Mapping[str, Precision] | Precision | None) -> FrozenMap[str, Precision]:
    if value is None:
        return FrozenMap()
    return cast("FrozenMap[str, Precision]", _as_map({"": value} if isinstance(value, Precision) else value))


def _is_map(value: object) -> TypeGuard[Mapping[object, object]]:
    return isinstance(value, Mapping)


def _as_map(value: object, convert: Callable[[object], object] | None = None) -> object:
    if not _is_map(value):
        return value
    return FrozenMap(value if convert is None else {key: convert(item) for key, item in value.items()})


def _exactly(value: object) -> object:
    exact_already = _is_map(value) and {Fraction}.issuperset(map(type, value.values()))
    return _as_map(value, None if exact_already else _number)


def _number(value: object) -> object:
    with contextlib.suppress(TypeError, ValueError):
        return exact(cast("Number", value))
    return value


@final
@attrs.frozen(kw_only=True)
class IndexMethod:
    """How an index is made (phương pháp tính chỉ số): a published value that is superseded, never edited.

    - `weights`: of each component, by its code; they need not add up to 1, `share` divides them;
    - `components`: what each component is made of, in words;
    - `digits` and `rounding`: how scores are printed; `coverage`: who is listed, and who is not ranked;
    - `source`: where it is published.

    >>> egdi = IndexMethod(id="egdi-2016", weights={"OSI": 1, "TII": 1, "HCI": 1}, digits=5)
    >>> egdi.share("OSI")
    Fraction(1, 3)
    """

    id: str
    weights: FrozenMap[str, Fraction] = attrs.field(default=FrozenMap(), converter=_numbers)
    aggregation: Aggregation = "arithmetic"
    digits: int | None = None
    rounding: Cut | None = None
    coverage: str = ""
    components: FrozenMap[str, str] = attrs.field(default=FrozenMap(), converter=_texts)
    note: str = ""
    source: str = ""

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        if not self.id:
            yield Fault("id", self.id, "an id")
        if self.digits is not None and self.digits < 0:
            yield Fault("digits", self.digits, "a number of decimals, 0 or more")
        for component, weight in self.weights.items():
            if weight < 0:
                yield Fault(at("weights", component), weight, "0 or more")
        if self.weights and not sum(self.weights.values()):
            yield Fault("weights", self.weights, "at least one above 0")

    def share(self, component: str) -> Fraction:
        """Return the weight of a component where all of them add up to 1; raises `NotFoundError` for a stranger."""
        if component not in self.weights:
            raise NotFoundError("component", component, tuple(self.weights))
        return self.weights[component] / sum(self.weights.values(), Fraction(0))


@final
@attrs.frozen(kw_only=True, repr=False)
class Edition:
    """One edition of an index (một kỳ công bố của chỉ số), as published.

    - `index`: its code (`EGDI`, `PCI`); `aliases`: other names by which texts call it; `year`: by which the edition is
      named; `reference_year`: the year that the data are of, where that is another; `vintage`: which publication of
      these data, where they were revised; `published`: the day on which it came out;
    - `scores`: unit → score of the index; `ranks`: unit → printed rank, empty where none are printed; `unranked`: unit
      → why it is listed without a rank. A score of zero that means "not ranked" is told here;
    - `components`: code of a component → unit → score; `component_unranked` likewise. All units with a score are ranked
      by a component, also those that the index itself does not rank, unless told otherwise;
    - `precision`: how scores are printed, one for all or by the code of the index or component;
    - `refuses`: why the publisher gives no rank; `ranking()` then raises `NotRankedError`;
    - `names`: unit → how texts call it, the customary name first; `groups`: within which ranks are claimed.

    Plain mappings are frozen, `int` and `Decimal` become fractions; a `float` is refused and its unit named.

    >>> edition = Edition(index="PCI", year=2024, scores={"A": Fraction("71.24"), "B": 70}, source="…")
    >>> edition.ranking().rank("B")
    2
    """

    index: str
    year: int
    source: str = ""
    published: dt.date | None = None
    scores: FrozenMap[str, Fraction] = attrs.field(default=FrozenMap(), converter=_numbers)
    ranks: FrozenMap[str, int] = attrs.field(default=FrozenMap(), converter=_ranks)
    components: FrozenMap[str, FrozenMap[str, Fraction]] = attrs.field(default=FrozenMap(), converter=_tables)
    names: FrozenMap[str, tuple[str, ...]] = attrs.field(default=FrozenMap(), converter=_names)
    unranked: FrozenMap[str, str] = attrs.field(default=FrozenMap(), converter=_texts)
    component_unranked: FrozenMap[str, FrozenMap[str, str]] = attrs.field(default=FrozenMap(), converter=_reasons)
    method: IndexMethod | None = None
    ties: Ties = "competition"
    higher_is_better: bool = True
    precision: FrozenMap[str, Precision] = attrs.field(default=FrozenMap(), converter=_precisions)
    refuses: str = ""
    groups: tuple[Group, ...] = ()
    aliases: tuple[str, ...] = ()
    reference_year: int | None = None
    vintage: str = ""

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        if not self.index:
            yield Fault("index", self.index, "the code of the index")
        for field, year in (("year", self.year), ("reference_year", self.reference_year)):
            if year is not None and not 0 < year <= dt.MAXYEAR:
                yield Fault(field, year, f"a year from 1 to {dt.MAXYEAR}")
        if self.index in self.components:
            yield Fault("components", self.index, "another code than that of the index")
        yield from self._strangers()
        if self.refuses and self.ranks:
            yield Fault("ranks", self.ranks, "none, as the publisher refuses to rank")
        for index in self.indices[1:] if self.refuses else self.indices:
            try:
                self.ranking(index)
            except MalformedError as error:
                yield from error.faults

    def _strangers(self) -> Iterable[Fault]:
        for component in self.component_unranked:
            if component not in self.components:
                yield Fault(at("component_unranked", component), component, "a component with scores")
        for name in self.precision:
            if name and name not in self.indices:
                yield Fault(at("precision", name), name, "the code of the index or of a component")

    @property
    def indices(self) -> tuple[str, ...]:
        """The codes that `ranking` knows: of the index itself, then of its components."""
        return (self.index, *self.components)

    @property
    def name(self) -> str:
        """The index and its year: `EGDI 2016`."""
        return f"{self.index} {self.year}"

    @property
    def of(self) -> int:
        """How many units are listed."""
        return len(self.scores.keys() | self.ranks.keys() | self.unranked.keys())

    def precision_of(self, index: str) -> Precision | None:
        """Return how the scores of the index or of a component are printed, `None` where that is not known."""
        return self.precision.get(index, self.precision.get(""))

    def ranking(
        self, index: str | None = None, *, ties: Ties | None = None, order: Order[str] | None = None
    ) -> Ranking[str]:
        """Return the ranking of the index itself, or of a component by its code.

        Where ranks are printed these are the ranks, checked against the scores (`Ranking.disagreements`). No publisher
        known prints ranks of components: they are computed. `ties` is another policy than that of the edition, `order`
        the key that "ordinal" needs.

        Raises `NotRankedError` where the publisher does not rank, `NotFoundError` for a code that is none of `indices`.
        """
        if index is None or index == self.index:
            return self._own(ties, order)
        if index not in self.components:
            raise NotFoundError("index", index, self.indices)
        return Ranking.from_scores(
            self.components[index],
            ties=ties or self.ties,
            higher_is_better=self.higher_is_better,
            order=order,
            unranked=self.component_unranked.get(index, FrozenMap()),
            precision=self.precision_of(index),
            name=f"{index} {self.year}",
        )

    def _own(self, ties: Ties | None, order: Order[str] | None) -> Ranking[str]:
        if self.refuses:
            raise NotRankedError(self.name, self.refuses)
        if not self.scores:
            printed = Ranking.from_ranks(self.ranks, ties=self.ties, unranked=self.unranked, name=self.name)
        elif not self.ranks:
            return Ranking.from_scores(
                self.scores,
                ties=ties or self.ties,
                higher_is_better=self.higher_is_better,
                order=order,
                unranked=self.unranked,
                precision=self.precision_of(self.index),
                name=self.name,
            )
        else:
            printed = Ranking.from_both(
                self.scores,
                self.ranks,
                ties=self.ties,
                higher_is_better=self.higher_is_better,
                unranked=self.unranked,
                precision=self.precision_of(self.index),
                name=self.name,
            )
        return printed.with_ties(ties or self.ties, order=order)

    @property
    def rows(self) -> tuple[dict[str, object], ...]:
        """The standings in the index and the scores of the components as flat records."""
        if self.refuses:
            units = dict.fromkeys([*self.scores, *self.unranked])
            own: Iterable[dict[str, object]] = ({"unit": u, "rank": None, "score": self.scores.get(u)} for u in units)
        else:
            own = self.ranking().rows
        return tuple(
            {
                "index": self.index,
                "year": self.year,
                **row,
                **{name: scores.get(str(row["unit"])) for name, scores in self.components.items()},
            }
            for row in own
        )

    def __repr__(self) -> str:
        return f"<Edition {self.name}: {self.of} units>"

    def __str__(self) -> str:
        return f"{self.name} không xếp hạng: {self.refuses}" if self.refuses else self.ranking().table()

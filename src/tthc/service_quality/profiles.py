"""`Profile`: one reading of a service-quality index.

A profile is an `Index` together with what an index does not hold: from which counts of a `Tally` each indicator is
made, which classes the total falls into, and where each maximum and threshold was read. Another reading, another year
or another country's index is one more profile.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Any, TypeVar, cast, final

import attrs

from tthc._record import check
from tthc.dated import Interval
from tthc.errors import Fault, MalformedError, NotFoundError, show
from tthc.exact import format_number
from tthc.findings import Lang
from tthc.frozen import FrozenMap
from tthc.indices.index import Index
from tthc.indices.nodes import Aggregate, Indicator
from tthc.indices.normalise import Exact
from tthc.indices.scores import Score, exact_number
from tthc.rankings.ranking import Ranking
from tthc.service_quality._figures import Figures, Held, held
from tthc.service_quality.counts import sum_known
from tthc.service_quality.measures import Grade, Group, Measure
from tthc.service_quality.tally import Tally

if TYPE_CHECKING:
    from tthc.service_quality.scorecards import ServiceScore

__all__ = ["Profile"]

U = TypeVar("U", bound=Hashable)
_SOME = Fraction(1, 1000)  # any part with a score makes a group's; what has none adds nothing


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen(kw_only=True, repr=False)
class Profile:
    """A service-quality index as data (bộ chỉ số đánh giá chất lượng phục vụ): measures, groups, classes.

    The first group is the index itself. `grades` stand in descending order, the last one from 0. `exempt` are the
    measures that score their maximum whatever the counts are. `index` is the same as an `Index`, for everything that
    can be done with one. An `id` is superseded, never edited; `attrs.evolve` and the `with_…` methods make other
    readings, which need another `id`.
    """

    id: str
    name: str
    name_en: str = ""
    measures: tuple[Measure, ...]
    groups: tuple[Group, ...]
    grades: tuple[Grade, ...] = ()
    exempt: frozenset[str] = frozenset()
    validity: Interval | None = None
    source: str = ""
    note: str = ""
    _index: Index | None = attrs.field(init=False, eq=False, default=None)

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)
        object.__setattr__(self, "_index", self._built())

    def _faults(self) -> Iterable[Fault]:
        if not self.id:
            yield Fault("id", self.id, "a name that is not empty")
        if not self.groups:
            yield Fault("groups", self.groups, "at least one group, the index itself first")
        counted = {measure.id for measure in self.measures if measure.counted}
        if self.exempt - counted:
            yield Fault("exempt", sorted(self.exempt - counted), f"measures of counts: {', '.join(sorted(counted))}")
        starts = [grade.at_least for grade in self.grades]
        if starts and (starts != sorted(set(starts), reverse=True) or starts[-1]):
            yield Fault("grades", starts, "classes in descending order, the last one from 0")

    def _built(self) -> Index:
        leaves = tuple(measure.indicator(exempt=measure.id in self.exempt) for measure in self.measures)
        inner = tuple(
            Aggregate(id=group.id, name=group.name, parts=group.parts, aggregation="sum", coverage=_SOME)
            for group in self.groups
        )
        return Index(
            id=self.id, name=self.name, indicators=leaves, aggregates=inner, validity=self.validity, source=self.source,
            note=self.note,
        )  # fmt: skip

    # ── reading it ───────────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def index(self) -> Index:
        """The profile as an `Index`: its tree, with the columns `2.1 numerator`, `2.1 denominator` and so on."""
        return cast("Index", self._index)  # built once the fields are checked

    def measure(self, name: str) -> Measure:
        """Return a measure by its id; raises `NotFoundError`."""
        for measure in self.measures:
            if measure.id == name:
                return measure
        raise NotFoundError("indicator", name, tuple(measure.id for measure in self.measures))

    def indicator(self, name: str) -> Indicator:
        """Return an indicator, which scores a numerator and a denominator by itself; raises `NotFoundError`.

        >>> from tthc.service_quality import QD766
        >>> QD766.indicator("2.1").score(393_087, 443_565)
        Score(Fraction(443, 25))
        """
        return self.index.indicator(name)

    def group(self, name: str) -> Group:
        """Return a group by its id; raises `NotFoundError`."""
        for group in self.groups:
            if group.id == name:
                return group
        raise NotFoundError("group", name, tuple(group.id for group in self.groups))

    def maximum(self, node: str | None = None) -> Fraction:
        """Return the most points of an indicator or a group, of the index itself unless one is named."""
        return sum((self.measure(leaf).maximum for leaf in self.leaves(node)), Fraction(0))

    def leaves(self, node: str | None = None) -> tuple[str, ...]:
        """Return the ids of the indicators below a node, in order."""
        parts = {group.id: group.parts for group in self.groups}
        top = self.groups[0].id if node is None else node
        if top in parts:
            return tuple(leaf for part in parts[top] for leaf in self.leaves(part))
        return (self.measure(top).id,)

    def below(self, node: str | None = None) -> Iterator[tuple[str, int]]:
        """Yield the nodes below a group (the index itself unless one is named) and how far, each before its parts.

        >>> from tthc.service_quality import QD766
        >>> list(QD766.below("ONLINE_SERVICE"))[:3]
        [('CLGQ', 1), ('3.1', 2), ('3.2', 2)]
        """
        parts = {group.id: group.parts for group in self.groups}
        for part in self.group(self.groups[0].id if node is None else node).parts:
            yield part, 1
            if part in parts:
                yield from ((inner, depth + 1) for inner, depth in self.below(part))

    def classify(self, total: "Exact | Score | ServiceScore") -> str:
        """Return the class of a total (xếp loại), by its Vietnamese name.

        Raises `TypeError` for a float and `ValueError` for a total below 0 or above the maximum, or without a score.

        >>> from decimal import Decimal
        >>> from tthc.service_quality import QD766
        >>> QD766.classify(Decimal("61.5")), QD766.classify(90)
        ('trung bình', 'xuất sắc')
        """
        return self.grade(total).name

    def grade(self, total: "Exact | Score | ServiceScore") -> Grade:
        """Return the class of a total as `classify` does, with its threshold and both its names."""
        number = _total(total)
        if number is None:
            msg = "total: expected a score with a total, got one without figures"
            raise ValueError(msg)
        if not 0 <= number <= self.maximum():
            msg = f"total: expected 0 to {self.maximum()}, got {format_number(number, None, 'en')}"
            raise ValueError(msg)
        for grade in self.grades:
            if number >= grade.at_least:
                return grade
        msg = f"{self.id} has no classes"
        raise ValueError(msg)

    # ── other readings ───────────────────────────────────────────────────────────────────────────────────────────────

    def with_thresholds(
        self, thresholds: Mapping[str, Exact], *, name: str, source: str, validity: Interval | None = None
    ) -> "Profile":
        """Return another reading with other thresholds, under the id `name`, with the source of those thresholds.

        >>> from tthc.service_quality import QD766
        >>> other = QD766.with_thresholds({"4.2": Fraction(4, 5)}, name="tỉnh A", source="quy chế nội bộ")
        >>> other.indicator("4.2").score(1, 2), QD766.indicator("4.2").score(1, 2)
        (Score(Fraction(5, 2)), Score(Fraction(2, 1)))
        """
        changed: dict[str, Measure] = {}
        for node, threshold in thresholds.items():
            changed[node] = attrs.evolve(
                self.measure(node), threshold=threshold, source=source, validity=validity, status="unconfirmed"
            )
        measures = tuple(changed.get(measure.id, measure) for measure in self.measures)
        return attrs.evolve(self, id=name, measures=measures, validity=validity)

    def with_exempt(self, measures: Iterable[str], *, name: str) -> "Profile":
        """Return another reading in which measures score their maximum whatever the counts are, under the id `name`."""
        return attrs.evolve(self, id=name, exempt=self.exempt | frozenset(measures))

    def with_points(self, groups: Iterable[str], *, name: str) -> "Profile":
        """Return another reading in which the points of some groups are given as published, under the id `name`.

        >>> from tthc.service_quality import QD766
        >>> QD766.with_points(("CLGQ", "TTTT"), name="x").leaves("ONLINE_SERVICE")
        ('CLGQ', 'TTTT')
        """
        bare = {group.id: group for group in map(self.group, groups)}
        gone = {leaf for node in bare for leaf in self.leaves(node)}
        inside = {part for node in bare for part, _ in self.below(node)}
        if inside & bare.keys():
            fault = Fault("groups", sorted(inside & bare.keys()), "no group inside another one of them")
            raise MalformedError("Profile", (fault,))
        first = {self.leaves(node)[0]: group for node, group in bare.items()}
        measures: list[Measure] = []
        for measure in self.measures:
            if measure.id in first:
                group = first[measure.id]
                measures.append(
                    Measure(
                        id=group.id, name=group.name, name_en=group.name_en, kind="points", per="unit",
                        maximum=self.maximum(group.id), validity=self.validity, source=self.source,
                    )
                )  # fmt: skip
            elif measure.id not in gone:
                measures.append(measure)
        kept = tuple(group for group in self.groups if group.id not in inside | bare.keys())
        return attrs.evolve(self, id=name, measures=tuple(measures), groups=kept, exempt=self.exempt - gone)

    # ── scoring ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def figures(self, tally: Tally) -> FrozenMap[str, tuple[Fraction, Fraction]]:
        """Return the numerator and denominator of each indicator whose counts a tally has.

        >>> from tthc.service_quality import QD766
        >>> tally = Tally.given(settled_early=1, settled_on_time=1, settled_late=0, pending_in_time=1, pending_late=0)
        >>> QD766.figures(tally)
        FrozenMap({'2.1': (Fraction(3, 1), Fraction(3, 1))})
        """
        counts = tally.total
        found: dict[str, tuple[Fraction, Fraction]] = {}
        for measure in self.measures:
            if measure.denominator:
                above, below = sum_known(counts, measure.numerator), sum_known(counts, measure.denominator)
                if above is not None and below is not None:
                    found[measure.id] = Fraction(above), Fraction(below)
        return FrozenMap(found)

    def evaluate(self, figures: Figures, *, unit: str = "") -> "ServiceScore":
        """Score the counts of one unit: a tally, or by indicator the numerator and the denominator.

        An indicator that is not there is not known and adds nothing, which is told (`lacking`); it is not 0/0. A group
        may stand with its points, as published, in place of its indicators. The score of a country or a province is
        that of the summed tallies of its units, never the mean of their scores.

        Raises `MalformedError` with every fault: an unknown indicator, a negative count, something out of nothing.

        >>> from tthc.service_quality import QD766
        >>> score = QD766.evaluate({"2.1": (393_087, 443_565), "4.6": (0, 0)})
        >>> score.total, score["MDSH"]
        (Fraction(493, 25), Score(Fraction(2, 1)))
        """
        from tthc.service_quality.scorecards import ServiceScore  # noqa: PLC0415 - a score holds its profile

        whatever: Any = figures
        if not isinstance(whatever, Tally | Mapping):
            fault = Fault("figures", whatever, "a Tally, or a mapping of indicators to numerator and denominator")
            raise MalformedError("figures", (fault,))
        given = cast("Mapping[str, Any]", self.figures(whatever) if isinstance(whatever, Tally) else whatever)
        bare = [group.id for group in self.groups[1:] if group.id in given]
        inside = {part: node for node in bare for part, _ in self.below(node)}
        faults = [
            Fault("figures", name, f"nothing inside {inside[name]}, whose points are given")
            for name in given
            if name in inside
        ]
        if bare and not faults:
            return self.with_points(bare, name=f"{self.id}+{'+'.join(bare)}").evaluate(given, unit=unit)
        read: dict[str, Held] = {}
        for name, value in given.items():
            try:
                read[name] = None if name in bare else held(self.measure(name), value)
            except NotFoundError:
                faults.append(Fault("figures", name, f"an indicator or a group of {self.id}"))
            except (TypeError, ValueError) as error:
                faults.append(Fault(f"figures[{name}]", value, str(error)))
        if faults:
            raise MalformedError("figures", tuple(faults))
        ordered = {measure.id: read[measure.id] for measure in self.measures if measure.id in read}
        return ServiceScore(profile=self, unit=unit, figures=FrozenMap(ordered))

    def row(self, figures: Mapping[str, Held]) -> dict[str, Fraction | str | None]:
        """Return figures by indicator as one row of the data of `index`."""
        cells: dict[str, Fraction | str | None] = {}
        for measure in self.measures:
            value = None if measure.id in self.exempt else figures.get(measure.id)
            if measure.counted:
                pair = cast("tuple[Fraction, Fraction] | None", value)
                cells.update(zip(measure.columns, (None, None) if pair is None else pair, strict=True))
            else:
                point = cast("Fraction | None", value)
                cells[measure.id] = str(point) if measure.kind == "choice" and point is not None else point
        return cells

    def ranking(self, totals: "Mapping[U, Exact | Score | ServiceScore]", *, lang: Lang = "vi") -> Ranking[U]:
        """Rank units by their totals; ties share a rank and the next one is skipped (1-2-2-4).

        A unit without any score is not ranked, with the reason. Raises `TypeError` for a float, with the unit's name.

        >>> from decimal import Decimal
        >>> from tthc.service_quality import QD766
        >>> [place.rank for place in QD766.ranking({"a": 65, "b": Decimal("65.47"), "c": Decimal("65.47")}).values()]
        [1, 1, 3]
        """
        points = {unit: _total(total, of=f"total of {show(unit)}") for unit, total in totals.items()}
        why = "không có số liệu" if lang == "vi" else "no figures"
        return Ranking.from_scores(
            {unit: total for unit, total in points.items() if total is not None},
            unranked={unit: why for unit, total in points.items() if total is None},
            name=self.id,
        )

    def display(self, lang: Lang = "vi") -> str:
        """Write the groups and indicators with their points and thresholds."""
        english = lang == "en"
        lines = [self.name_en if english and self.name_en else self.name]
        for node, depth in self.below():
            most = format_number(self.maximum(node), None, lang)
            if node in {group.id for group in self.groups}:
                lines.append(f"{'  ' * depth}{self.group(node).title(lang)}: {most}")
                continue
            measure = self.measure(node)
            at = format_number(measure.threshold * 100, None, lang)
            full = f" ({'full at' if english else 'đủ điểm từ'} {at}%)" if measure.threshold != 1 else ""
            lines.append(f"{'  ' * depth}{node} {measure.title(lang)}: {most}{full}")
        return "\n".join(lines)

    def __str__(self) -> str:
        return self.display()

    def __repr__(self) -> str:
        return f"<Profile {self.id}: {len(self.measures)} indicators, {len(self.groups) - 1} groups>"


def _total(total: "Exact | Score | ServiceScore", of: str = "total") -> Fraction | None:
    """Return an exact total, however it is held; `None` for a score without figures."""
    from tthc.service_quality.scorecards import ServiceScore  # noqa: PLC0415 - a score holds its profile

    if isinstance(total, ServiceScore):
        return total.total
    return exact_number(total.value if isinstance(total, Score) else total, of)

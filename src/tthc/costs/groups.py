"""Group figures (số liệu theo nhóm thủ tục): surveyed time and money by group of procedures, edition by edition.

The shape is that of APCI, the index of the cost of complying with procedures that Đề án 383 publishes: what a survey of
firms found for a group (start-up, tax, land …), in hours from first information to the result and in money paid.

Editions do not chain by themselves: groups are cut anew, "cost" means money paid in one and time in money as well in
another. Points are taken as published and never computed; how they are made has not been found in print.
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any, Literal, TypeAlias, cast, final

import attrs

from tthc._record import check
from tthc.costs.amounts import as_exact, as_map
from tthc.errors import Fault, IncomparableError, MissingInputError, NotFoundError
from tthc.exact import exact, format_number
from tthc.findings import Lang
from tthc.frozen import FrozenMap
from tthc.money import Money
from tthc.rankings import Ranking

__all__ = ["GroupChange", "GroupEdition", "GroupFigures", "GroupMeasure", "WhyIncomparable"]

GroupMeasure: TypeAlias = Literal["hours", "direct_cost", "total_cost", "points"]
"""What a group is measured by: hours, money paid to others, all cost with time in money, published points."""

_WORDS: dict[GroupMeasure, tuple[str, str]] = {
    "hours": ("thời gian (giờ)", "time (hours)"),
    "direct_cost": ("chi phí trực tiếp", "direct cost"),
    "total_cost": ("tổng chi phí", "total cost"),
    "points": ("điểm", "points"),
}
_HIGHER_IS_BETTER: frozenset[GroupMeasure] = frozenset({"points"})


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen(kw_only=True)
class GroupFigures:
    """What one edition published for one group of procedures; `None` where it published nothing.

    - `hours`: from first information to the result. `direct_cost`: money paid to others. `total_cost`: with the time
      in money.
    - `points`: the score as published; `points_change`: its change on the edition before, as published.
    - `source`, `confirmed`: where it was read, and whether it was read there.

    >>> tax = GroupFigures(group="thuế", hours=Fraction(38, 10), direct_cost=Money(11_600), total_cost=Money(267_000))
    >>> low, high = tax.implied_tariff
    >>> int(low), low == high
    (67210, True)
    """

    group: str
    hours: Fraction | None = attrs.field(default=None, converter=as_exact)
    direct_cost: Money | None = None
    total_cost: Money | None = None
    points: Fraction | None = attrs.field(default=None, converter=as_exact)
    points_change: Fraction | None = attrs.field(default=None, converter=as_exact)
    source: str = ""
    confirmed: bool = True

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        if not self.group:
            yield Fault("group", self.group, "a name that is not empty")
        if self.hours is not None and self.hours < 0:
            yield Fault("hours", self.hours, "0 or more")
        direct, total = self.direct_cost, self.total_cost
        for name, cost in (("direct_cost", direct), ("total_cost", total)):
            if cost is not None and cost.amount < 0:
                yield Fault(name, cost, "0 or more")
        if direct is not None and total is not None:
            if direct.currency != total.currency:
                yield Fault("total_cost", total, f"an amount in {direct.currency}")
            elif total < direct:
                yield Fault("total_cost", total, f"at least the direct cost ({direct})")

    def measure(self, by: GroupMeasure) -> Fraction | None:
        """Return one of the figures as a number; raises `NotFoundError` for a measure that there is not."""
        if by not in _WORDS:
            raise NotFoundError("measure", by, tuple(_WORDS))
        held = getattr(self, by)
        return held.amount if type(held) is Money else cast("Fraction | None", held)

    @property
    def implied_tariff(self) -> tuple[Fraction, Fraction] | None:
        """What an hour must have been counted at: the least and the most that the figures allow; `None` if any will do.

        It is (total − direct) / hours. Where the direct cost is not known it may have been nothing or all.
        """
        if self.total_cost is None or not self.hours:
            return None
        most = self.total_cost.amount / self.hours
        if self.direct_cost is None:
            return Fraction(0), most
        tariff = most - self.direct_cost.amount / self.hours
        return tariff, tariff


@final
@attrs.frozen
class WhyIncomparable:
    """One reason why figures of two editions are not to be compared, in Vietnamese and in English."""

    what: Literal["index", "definition", "group", "measure", "currency", "tariff"]
    vi: str
    en: str

    def __attrs_post_init__(self) -> None:
        check(self)

    def display(self, lang: Lang = "vi") -> str:
        """Say the reason."""
        return self.en if lang == "en" else self.vi

    def __str__(self) -> str:
        return self.display()


@final
@attrs.frozen(kw_only=True)
class GroupChange:
    """How a figure of a group moved between two editions, with why it may say nothing (`GroupEdition.changes`).

    `before` and `after` are `None` where the edition has no such figure. `comparable` is true where no reason speaks
    against it.
    """

    group: str
    by: GroupMeasure
    before: Fraction | None
    after: Fraction | None
    reasons: tuple[WhyIncomparable, ...] = ()

    def __attrs_post_init__(self) -> None:
        check(self)

    @property
    def comparable(self) -> bool:
        """Whether the two figures may be held side by side."""
        return not self.reasons

    @property
    def change(self) -> Fraction:
        """After less before; raises `IncomparableError` where the two do not belong side by side."""
        if self.before is None or self.after is None:
            raise MissingInputError(self.by, f"not published for {self.group} in both editions")
        if self.reasons:
            raise IncomparableError(self.reasons[0].what, self.before, self.after)
        return self.after - self.before

    def display(self, lang: Lang = "vi") -> str:
        """Write both figures and what speaks against comparing them."""
        head = (
            f"{self.group}, {_WORDS[self.by][lang == 'en']}: {_shown(self.before, lang)} → {_shown(self.after, lang)}"
        )
        if self.comparable:
            return head
        word = "not comparable" if lang == "en" else "không so sánh được"
        return f"{head} ({word}: {'; '.join(reason.display(lang) for reason in self.reasons)})"

    def __str__(self) -> str:
        return self.display()


def _shown(value: Fraction | None, lang: Lang) -> str:
    return "–" if value is None else format_number(value, None if (value * 100).denominator == 1 else 2, lang)


def _as_means(value: Any) -> Any:  # noqa: ANN401 - a converter: what is no mapping is left for check() to name
    if not isinstance(value, Mapping):
        return value
    pairs = cast("Any", value).items()
    return as_map({key: mean.amount if type(mean) is Money else mean for key, mean in pairs})


@final
@attrs.frozen(kw_only=True, repr=False)
class GroupEdition:
    """The figures of one edition (một kỳ công bố), group by group.

    - `of`: how many groups the edition has, should some of their figures be missing here; those given unless stated.
    - `ranked_by`: by which measure the publisher ranks. APCI ranked by cost in 2018, by points in 2020.
    - `definition`: what the figures count, in the publisher's words or yours; two editions are on one definition only
      where both state it, and state the same.
    - `means`: published means over the groups, where they are known though not all figures are.

    >>> edition = GroupEdition(index="APCI", year=2018, of=8, ranked_by="total_cost", figures=(
    ...     GroupFigures(group="thuế", total_cost=Money(73_750)),
    ...     GroupFigures(group="đầu tư", total_cost=Money(8_000_000)),
    ... ), means={"total_cost": Money(12_700_000)})
    >>> edition.ranking().rank("thuế"), round(edition.to_mean("thuế", "total_cost") * 10_000)
    (1, 58)
    """

    index: str
    year: int
    figures: tuple[GroupFigures, ...]
    of: int | None = None
    ranked_by: GroupMeasure | None = None
    definition: str = ""
    means: FrozenMap[GroupMeasure, Fraction] = attrs.field(default=FrozenMap(), converter=_as_means)
    source: str = ""
    note: str = ""

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        if not self.index:
            yield Fault("index", self.index, "a name that is not empty")
        first: dict[str, int] = {}
        for i, figures in enumerate(self.figures):
            if first.setdefault(figures.group, i) != i:
                yield Fault(
                    f"figures[{i}].group", figures.group, f"a group that figures[{first[figures.group]}] is not"
                )
        if self.of is not None and self.of < len(self.figures):
            yield Fault("of", self.of, f"at least the {len(self.figures)} groups given")
        if len(self.currencies) > 1:
            yield Fault("figures", sorted(self.currencies), "amounts in one currency")

    @property
    def currencies(self) -> frozenset[str]:
        """The currency of its amounts; none where it has no amounts."""
        costs = [cost for figures in self.figures for cost in (figures.direct_cost, figures.total_cost)]
        return frozenset(cost.currency for cost in costs if cost is not None)

    @property
    def groups(self) -> tuple[str, ...]:
        """The names of the groups, in the order given."""
        return tuple(figures.group for figures in self.figures)

    def __getitem__(self, group: str) -> GroupFigures:
        for figures in self.figures:
            if figures.group == group:
                return figures
        raise NotFoundError("group", group, self.groups)

    def figure(self, group: str, by: GroupMeasure) -> Fraction:
        """Return one figure of a group; raises `MissingInputError` where none was published."""
        found = self[group].measure(by)
        if found is None:
            raise MissingInputError(f"figures[{group!r}].{by}", f"{self.index} {self.year} publishes none")
        return found

    # ── shares and ranks ─────────────────────────────────────────────────────────────────────────────────────────────

    def shares(self, by: GroupMeasure) -> FrozenMap[str, Fraction]:
        """Return the share of each group in the sum of all; the shares add up to 1.

        Raises `MissingInputError` where a group has no figure, and for points, whose sum has no meaning.
        """
        if by == "points":
            raise MissingInputError("by", "points have no sum; shares are of hours or of money")
        held = self._complete(by)
        total = sum(held.values(), Fraction(0))
        if not total:
            raise MissingInputError(by, "shares of nothing")
        return FrozenMap({group: value / total for group, value in held.items()})

    def mean(self, by: GroupMeasure) -> Fraction:
        """Return the mean over all groups: the published one, or that of the figures where none is missing."""
        published = self.means.get(by)
        if published is not None:
            return published
        held = self._complete(by)
        return sum(held.values(), Fraction(0)) / len(held)

    def to_mean(self, group: str, by: GroupMeasure) -> Fraction:
        """Return the figure of a group as a share of the mean over all groups: 1 is average."""
        return self.figure(group, by) / self._above_nothing(self.mean(by), by)

    def to(self, group: str, other: str, by: GroupMeasure) -> Fraction:
        """Return the figure of a group as a share of that of another."""
        return self.figure(group, by) / self._above_nothing(self.figure(other, by), by)

    def _above_nothing(self, value: Fraction, by: GroupMeasure) -> Fraction:
        if not value:
            raise MissingInputError(by, "a share of nothing")
        return value

    def _complete(self, by: GroupMeasure) -> dict[str, Fraction]:
        missing = 0 if self.of is None else self.of - len(self.figures)
        if missing or not self.figures:
            raise MissingInputError("figures", f"{missing or 'all'} groups of {self.index} {self.year} are not given")
        return {group: self.figure(group, by) for group in self.groups}

    def ranking(self, by: GroupMeasure | None = None) -> Ranking[str]:
        """Rank the groups, the lowest time or cost first, the highest points first.

        By the measure that the publisher ranks by, unless another is named. A group without a figure is not ranked; of
        groups that are not given nothing is known, and ranks are among those that are.
        """
        by = by or self.ranked_by
        if by is None:
            raise MissingInputError("by", f"{self.index} {self.year} does not say what it ranks by")
        held = {figures.group: figures.measure(by) for figures in self.figures}
        name = f"{self.index} {self.year}, {_WORDS[by][0]}"
        return Ranking.from_scores(
            {group: value for group, value in held.items() if value is not None},
            higher_is_better=by in _HIGHER_IS_BETTER,
            unranked={group: "chưa công bố" for group, value in held.items() if value is None},
            name=name,
        )

    # ── two editions ─────────────────────────────────────────────────────────────────────────────────────────────────

    def incomparable(
        self, other: "GroupEdition", group: str, by: GroupMeasure, *, tolerance: int | Fraction = 0
    ) -> tuple[WhyIncomparable, ...]:
        """Return every reason why a figure of a group does not go beside that of another edition; () if it does.

        `tolerance` is the share by which the hour that the figures imply may have become dearer or cheaper between the
        two, before it tells of two definitions.
        """
        return tuple(_reasons(self, other, group, by, exact(tolerance)))

    def changes(
        self, after: "GroupEdition", by: GroupMeasure, *, tolerance: int | Fraction = 0
    ) -> tuple[GroupChange, ...]:
        """Return how the groups of either edition moved, each with the reasons against comparing it."""
        groups = dict.fromkeys((*self.groups, *after.groups))
        return tuple(
            GroupChange(
                group=group,
                by=by,
                before=self[group].measure(by) if group in self.groups else None,
                after=after[group].measure(by) if group in after.groups else None,
                reasons=self.incomparable(after, group, by, tolerance=tolerance),
            )
            for group in groups
        )

    # ── showing ──────────────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def rows(self) -> tuple[dict[str, object], ...]:
        """One flat record a group, with the edition in each."""
        return tuple(
            {
                "index": self.index,
                "edition": self.year,
                "group": figures.group,
                **{by: figures.measure(by) for by in _WORDS},
                "points_change": figures.points_change,
                "source": figures.source or self.source,
                "confirmed": figures.confirmed,
            }
            for figures in self.figures
        )

    def display(self, lang: Lang = "vi") -> str:
        """Write a line for each group."""
        english = lang == "en"
        count = len(self.figures) if self.of is None else self.of
        head = f"{self.index} {self.year}: {len(self.figures)}/{count} {'groups' if english else 'nhóm'}"
        lines = [
            f"  {figures.group}: "
            + (
                ", ".join(
                    f"{words[english]} {_shown(value, lang)}"
                    for by, words in _WORDS.items()
                    if (value := figures.measure(by)) is not None
                )
                or "–"
            )
            for figures in self.figures
        ]
        return "\n".join([head, *lines])

    def __str__(self) -> str:
        return self.display()

    def __repr__(self) -> str:
        return f"<GroupEdition {self.index} {self.year}: {len(self.figures)} groups>"


def _reasons(
    one: GroupEdition, other: GroupEdition, group: str, by: GroupMeasure, tolerance: Fraction
) -> Iterable[WhyIncomparable]:
    if one.index != other.index:
        yield WhyIncomparable("index", f"hai bộ chỉ số: {one.index}, {other.index}", f"{one.index} and {other.index}")
    if one.year != other.year and not (one.definition and one.definition == other.definition):
        known = one.definition and other.definition
        vi = "hai kỳ tính theo định nghĩa khác nhau" if known else "chưa rõ hai kỳ có cùng định nghĩa hay không"
        en = "two definitions" if known else "not known whether both are on one definition"
        yield WhyIncomparable("definition", vi, en)
    if one.currencies != other.currencies and by not in {"hours", "points"}:
        yield WhyIncomparable("currency", "hai đồng tiền khác nhau", "not in one currency")
    lacking = [edition for edition in (one, other) if group not in edition.groups]
    for edition in lacking:
        yield WhyIncomparable("group", f"kỳ {edition.year} không có nhóm này", f"no such group in {edition.year}")
    if lacking:
        return
    for edition in (one, other):
        if edition[group].measure(by) is None:
            yield WhyIncomparable("measure", f"kỳ {edition.year} không công bố", f"not published in {edition.year}")
    if by in {"direct_cost", "total_cost"}:
        yield from _tariff_reason(one[group], other[group], tolerance)


def _tariff_reason(one: GroupFigures, other: GroupFigures, tolerance: Fraction) -> Iterable[WhyIncomparable]:
    """Find that an hour cannot have been counted alike: the spans of what the figures allow do not meet."""
    if one.implied_tariff is None or other.implied_tariff is None:
        return
    low, high = sorted((one.implied_tariff, other.implied_tariff))
    if low[1] * (1 + tolerance) < high[0]:
        one_vi, other_vi = format_number(low[1], 0), format_number(high[0], 0)
        one_en, other_en = format_number(low[1], 0, "en"), format_number(high[0], 0, "en")
        yield WhyIncomparable(
            "tariff",
            f"giá một giờ suy ra là tối đa {one_vi} và ít nhất {other_vi}",
            f"an hour was counted at {one_en} at most and at {other_en} at least",
        )

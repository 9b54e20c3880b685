"""What became of a unit between two editions (thay đổi thứ hạng): places, score, by component, by whose doing.

A rank moves for two reasons: the unit's own score changed, and the field around it did. Which of the two did how much
depends on the order in which they are thought to happen, so the order is named: with the own score kept first, Viet
Nam's rise in EGDI from 2022 to 2024 is −5 by the field and +20 by its own; the other way round it is +32 and −17.
"""

from collections.abc import Iterable
from fractions import Fraction
from typing import Literal, TypeAlias, final

import attrs

from tthc._record import check
from tthc.errors import Fault, show
from tthc.exact import format_number, round_to
from tthc.frozen import FrozenMap
from tthc.rankings._counterfactual import listed, place
from tthc.rankings._method_changes import method_changes
from tthc.rankings.edition import Edition
from tthc.rankings.ranking import Ranking, Standing
from tthc.rankings.reasons import Reason

__all__ = ["Change", "Division", "Effect", "EffectOrder", "change"]

Lang: TypeAlias = Literal["vi", "en"]
EffectOrder: TypeAlias = Literal["field_first", "own_first", "mean"]
"""What is thought to change first, the field around the unit or its own score; `mean` is halfway between the two."""


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen(kw_only=True)
class Effect:
    """How many places a unit gained (+) or lost (−) by its own score and by the field; together all of its move.

    >>> print(Effect(own=Fraction(20), field=Fraction(-5)))
    tự thân +20, do các đơn vị khác −5
    """

    own: Fraction
    field: Fraction

    def __attrs_post_init__(self) -> None:
        check(self)

    def text(self, lang: Lang = "vi") -> str:
        """Say both in a line."""
        own, field = signed(self.own, lang=lang), signed(self.field, lang=lang)
        return f"tự thân {own}, do các đơn vị khác {field}" if lang == "vi" else f"own {own}, field {field}"

    def __str__(self) -> str:
        return self.text()


def signed(value: int | Fraction, digits: int | None = None, lang: Lang = "vi") -> str:
    """Write a number with its sign: `+20`, `−5`, `0`."""
    text = format_number(value, digits, lang)
    return f"−{text[1:]}" if text.startswith("-") else f"{'+' if value else ''}{text}"


@final
@attrs.frozen(kw_only=True)
class Division:
    """A change of score, divided among what made it (phân rã thay đổi điểm); the parts add up to `total`.

    - `components`: the share of each, its change times its weight *in the later edition*;
    - `reweighting`: what other weights made of the earlier scores; 0 where the weights stayed;
    - `residual`: what is left, from digits that are not printed or from an index that does not follow its components.
    """

    total: Fraction
    components: FrozenMap[str, Fraction]
    reweighting: Fraction = Fraction(0)
    residual: Fraction = Fraction(0)

    def __attrs_post_init__(self) -> None:
        check(self)


@final
@attrs.frozen(kw_only=True, repr=False)
class Change:
    """What became of one unit from one edition to another (thay đổi giữa hai kỳ); `print()` gives it as a card.

    Everything is computed from the two editions. With `common` both are ranked anew, over the units that have a rank
    in both. Where an edition prints its ranks these count; the effects are reckoned by the scores.
    """

    earlier: Edition
    later: Edition
    unit: str
    index: str
    common: bool = False

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        if self.earlier.index != self.later.index:
            yield Fault("later", self.later.index, f"an edition of {self.earlier.index}")

    # ── ranks and scores ─────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def rankings(self) -> tuple[Ranking[str], Ranking[str]]:
        """The two rankings that are compared, over the common units where that was asked for."""
        before, after = self.earlier.ranking(self.index), self.later.ranking(self.index)
        if not self.common:
            return before, after
        both = _ranked(before) & _ranked(after)
        return before.among(both), after.among(both)

    @property
    def before(self) -> Standing[str] | None:
        """Where the unit stood, `None` where it was not listed."""
        return self.rankings[0].get(self.unit)

    @property
    def after(self) -> Standing[str] | None:
        """Where the unit stands, `None` where it is not listed."""
        return self.rankings[1].get(self.unit)

    @property
    def places(self) -> int | Fraction | None:
        """How many places it gained (+) or lost (−), `None` where it has no rank in one of the two."""
        before, after = (_rank(ranking, self.unit) for ranking in self.rankings)
        return None if before is None or after is None else before - after

    @property
    def score(self) -> Fraction | None:
        """By how much its score changed, `None` where one is not known."""
        before, after = self._scores
        return None if before is None or after is None else after - before

    @property
    def _scores(self) -> tuple[Fraction | None, Fraction | None]:
        return _score(self.earlier, self.index, self.unit), _score(self.later, self.index, self.unit)

    # ── what made it ─────────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def division(self) -> Division | None:
        """The change of score by component, `None` where it cannot be told, and `undivided` says why."""
        if self.undivided is not None:
            return None
        total = self.score or Fraction(0)
        shares: dict[str, Fraction] = {}
        reweighting = Fraction(0)
        old, new = _shares(self.earlier), _shares(self.later)
        for name in old | new:
            before, after = (edition.components[name][self.unit] for edition in (self.earlier, self.later))
            weight = new.get(name, Fraction(0))
            if name in new:
                shares[name] = weight * (after - before)
            reweighting += (weight - old.get(name, Fraction(0))) * before
        residual = total - sum(shares.values(), Fraction(0)) - reweighting
        return Division(total=total, components=FrozenMap(shares), reweighting=reweighting, residual=residual)

    @property
    def components(self) -> FrozenMap[str, Fraction]:
        """The share of each component in the change of score, empty where it cannot be told; see `division`."""
        division = self.division
        return FrozenMap() if division is None else division.components

    @property
    def undivided(self) -> Reason | None:
        """Why the change of score cannot be divided among components, `None` where it can."""
        if self.index != self.earlier.index:
            return Reason("một thành phần không chia nhỏ thêm được", "a component is not divided further")
        if self.score is None:
            return Reason("thiếu điểm của một kỳ", "a score is missing in one of the editions")
        for edition in (self.earlier, self.later):
            method = edition.method
            if method is None or not method.weights:
                return Reason(f"không biết trọng số của {edition.name}", f"the weights of {edition.name} are not known")
            if method.aggregation != "arithmetic":
                return Reason(
                    f"{edition.name} không phải là trung bình cộng có trọng số",
                    f"{edition.name} is no weighted arithmetic mean",
                )
        for edition in (self.earlier, self.later):
            for name in _shares(self.earlier) | _shares(self.later):
                if self.unit not in edition.components.get(name, ()):
                    return Reason(f"{edition.name} thiếu điểm {name}", f"{edition.name} has no score for {name}")
        return None

    def effect(self, order: EffectOrder) -> Effect | None:
        """Return how many places are due to the own score and to the field; `None` where rank or score is missing.

        - "field_first": the unit keeps its old score in the new field, then gets its new one;
        - "own_first": it gets its new score in the old field, then the field changes;
        - "mean": halfway between the two.

        >>> scores = {"A": 9, "B": 8, "C": 7, "D": 6}
        >>> before = Edition(index="PCI", year=2023, scores=scores)
        >>> after = Edition(index="PCI", year=2024, scores={"A": 9, "B": 6, "C": 6, "D": 8})
        >>> change(before, after, "D").effect("field_first")
        Effect(own=Fraction(0, 1), field=Fraction(2, 1))
        """
        if order not in {"field_first", "own_first", "mean"}:
            msg = f"expected field_first, own_first or mean, got {show(order)}"
            raise ValueError(msg)
        (before, after), (old, new) = self.rankings, self._scores
        start, end = _rank(before, self.unit), _rank(after, self.unit)
        if start is None or end is None or old is None or new is None:
            return None
        between = place(after, self.unit, old)
        field_first = Effect(own=Fraction(between - end), field=Fraction(start - between))
        if order == "field_first":
            return field_first
        between = place(before, self.unit, new)
        own_first = Effect(own=Fraction(start - between), field=Fraction(between - end))
        if order == "own_first":
            return own_first
        return Effect(own=(field_first.own + own_first.own) / 2, field=(field_first.field + own_first.field) / 2)

    # ── the others ───────────────────────────────────────────────────────────────────────────────────────────────────

    def _met(self, before: Iterable[int], after: Iterable[int]) -> tuple[str, ...]:
        """Return the units ahead (-1), level (0) or behind (1) then and now, in the order of the later ranking."""
        earlier, later = self.rankings
        old, new = _rank(earlier, self.unit), _rank(later, self.unit)
        if old is None or new is None:
            return ()
        found: list[str] = []
        for unit in later:
            then, now = _rank(earlier, unit), _rank(later, unit)
            if unit != self.unit and then is not None and now is not None:
                sides = ((then > old) - (then < old), (now > new) - (now < new))
                if sides[0] in before and sides[1] in after:
                    found.append(unit)
        return tuple(found)

    @property
    def passed(self) -> tuple[str, ...]:
        """The units that stood ahead and stand behind now. Those level with it then or now are not among them."""
        return self._met({-1}, {1})

    @property
    def passed_by(self) -> tuple[str, ...]:
        """The units that stood behind and stand ahead now. Those level with it then or now are not among them."""
        return self._met({1}, {-1})

    @property
    def level_before(self) -> tuple[str, ...]:
        """The units, ranked in both editions, that shared its place in the earlier one."""
        return self._met({0}, {-1, 0, 1})

    @property
    def level_after(self) -> tuple[str, ...]:
        """The units, ranked in both editions, that share its place in the later one."""
        return self._met({-1, 0, 1}, {0})

    @property
    def entered(self) -> tuple[str, ...]:
        """The units that have a rank in the later edition only, in its order."""
        before, after = self.earlier.ranking(self.index), self.later.ranking(self.index)
        return tuple(unit for unit in after if _rank(after, unit) is not None and _rank(before, unit) is None)

    @property
    def left(self) -> tuple[str, ...]:
        """The units that have a rank in the earlier edition only, in its order."""
        before, after = self.earlier.ranking(self.index), self.later.ranking(self.index)
        return tuple(unit for unit in before if _rank(before, unit) is not None and _rank(after, unit) is None)

    @property
    def method_changes(self) -> tuple[Reason, ...]:
        """What changed in the method between the editions; () for one and the same method."""
        return method_changes(self.earlier, self.later)

    # ── showing ──────────────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def rows(self) -> tuple[dict[str, object], ...]:
        """The change of score by component as flat records: component, share, per cent of the whole."""
        division = self.division
        if division is None:
            return ()
        parts = {**division.components, "reweighting": division.reweighting, "residual": division.residual}
        return tuple(
            {"part": name, "share": share, "percent": share * 100 / division.total if division.total else None}
            for name, share in parts.items()
        )

    def text(self, lang: Lang = "vi") -> str:
        """Write the change as a card: ranks, score, components, effects, method."""
        vi = lang == "vi"
        head = f"{self.unit}, {self.index} {self.earlier.year} → {self.later.year}"
        if self.common:
            head += " (các đơn vị chung)" if vi else " (common units)"
        lines = [head, f"  {'hạng' if vi else 'rank'}: {self._ranks(lang)}"]
        if self.score is not None:
            old, new = (format_number(score or 0, lang=lang) for score in self._scores)
            lines.append(f"  {'điểm' if vi else 'score'}: {old} → {new} ({signed(self.score, lang=lang)})")
        division, undivided = self.division, self.undivided
        if division is not None:
            lines.append(f"  {'trong đó' if vi else 'of which'}: {_parts(division, lang)}")
        elif undivided is not None and self.index == self.earlier.index:
            lines.append(f"  {'không phân rã được' if vi else 'not divided'}: {undivided.text(lang)}")
        for order, name in (
            ("field_first", ("giữ điểm cũ trước", "field first")),
            ("own_first", ("lấy điểm mới trước", "own first")),
        ):
            effect = self.effect(order)  # type: ignore[arg-type]
            if effect is not None:
                lines.append(f"  {name[not vi]}: {effect.text(lang)}")
        lines += [f"  {'phương pháp' if vi else 'method'}: {reason.text(lang)}" for reason in self.method_changes]
        return "\n".join(lines)

    def _ranks(self, lang: Lang) -> str:
        places = self.places
        ranks = [_shown(standing, lang) for standing in (self.before, self.after)]
        move = "" if places is None else f" ({signed(places, lang=lang)})"
        return f"{ranks[0]} → {ranks[1]}{move}"

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        places = self.places
        move = "not ranked in both" if places is None else f"{signed(places, lang='en')} places"
        return f"<Change {self.unit} {self.index} {self.earlier.year} → {self.later.year}: {move}>"


def _ranked(ranking: Ranking[str]) -> set[str]:
    return {unit for unit in ranking if unit not in ranking.unranked}


def _rank(ranking: Ranking[str], unit: str) -> int | Fraction | None:
    return ranking.rank(unit) if unit in ranking else None


def _score(edition: Edition, index: str, unit: str) -> Fraction | None:
    """Return a score; that of a unit without a rank says nothing (a zero may stand for "no data")."""
    if index == edition.index:
        return None if unit in edition.unranked else edition.scores.get(unit)
    return None if unit in edition.component_unranked.get(index, ()) else edition.components[index].get(unit)


def _shares(edition: Edition) -> dict[str, Fraction]:
    """Return the weight of each component, all of them adding up to 1."""
    method = edition.method
    return {} if method is None else {name: method.share(name) for name, weight in method.weights.items() if weight}


def _shown(standing: Standing[str] | None, lang: Lang) -> str:
    if standing is None or standing.rank is None:
        return "không xếp hạng" if lang == "vi" else "not ranked"
    tied = standing.tied or (0, 0)
    shared = f" ({'đồng hạng' if lang == 'vi' else 'tied'} {tied[0]}–{tied[1]})" if tied[1] > tied[0] else ""
    return f"{format_number(standing.rank, lang=lang)}/{standing.ranked}{shared}"


def _parts(division: Division, lang: Lang) -> str:
    names = ("do đổi trọng số", "phần dư") if lang == "vi" else ("other weights", "residual")
    parts = [(name, round_to(share, 5)) for name, share in division.components.items()]
    rest = (division.reweighting, division.residual)
    parts += [(name, round_to(part, 7)) for name, part in zip(names, rest, strict=True) if part]
    return ", ".join(f"{name} {signed(share, lang=lang)}" for name, share in parts)


def change(before: Edition, after: Edition, unit: str, *, index: str | None = None, common: bool = False) -> Change:
    """Return what became of a unit from one edition to another (so sánh hai kỳ), in the index or in one component.

    With `common` both editions are ranked anew over the units that have a rank in both. Raises `NotFoundError` for a
    unit that neither lists and for an index that one of them does not have, `NotRankedError` where a publisher gives
    no ranks, `MalformedError` for editions of two indices.

    >>> before = Edition(index="PCI", year=2023, scores={"A": 60, "B": 70, "C": 65})
    >>> after = Edition(index="PCI", year=2024, scores={"A": 71, "B": 70, "C": 66})
    >>> moved = change(before, after, "A")
    >>> moved.places, moved.passed
    (2, ('B', 'C'))
    """
    found = Change(
        earlier=before, later=after, unit=unit, index=before.index if index is None else index, common=common
    )
    earlier, later = before.ranking(found.index), after.ranking(found.index)
    if unit not in earlier:
        listed(later, unit)
    return found

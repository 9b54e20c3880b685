"""What it would take (cần đạt bao nhiêu): the score that reaches a rank, and the rank that other scores would give.

All other units are thought to stay where they are, which they never do. An answer is exact for the published scores.
"""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Literal, TypeAlias, final

import attrs

from tthc._record import check
from tthc.errors import Fault, MalformedError, show
from tthc.exact import exact, format_number, round_to
from tthc.frozen import FrozenMap
from tthc.rankings._counterfactual import (
    component_score,
    fraction_scores,
    listed,
    score_with,
    standing_with,
    weight_of,
)
from tthc.rankings.edition import Edition
from tthc.rankings.ranking import Standing

__all__ = ["Needed", "freeze", "needed", "what_if"]

Lang: TypeAlias = Literal["vi", "en"]
Number: TypeAlias = int | Fraction | Decimal


def __dir__() -> list[str]:
    return __all__


# ── other scores, which rank ─────────────────────────────────────────────────────────────────────────────────────────


def what_if(edition: Edition, unit: str, scores: Mapping[str, Number]) -> Standing[str]:
    """Return where a unit would stand with other scores, all others unchanged (giả định điểm khác).

    `scores` names the index itself, or components by their codes; those not named stay. Of components the index is
    computed by the method of the edition, from the published score on, so what it has from digits that are not printed
    stays.

    Raises `NotFoundError` for a unit or component that the edition does not have, `MalformedError` for a method that is
    no weighted mean and for a number that is not exact.

    >>> table = Edition(index="PCI", year=2024, scores={"A": 71, "B": 70, "C": 66})
    >>> what_if(table, "C", {"PCI": 70}).tied
    (2, 3)
    """
    ranking = edition.ranking()
    listed(ranking, unit)
    numbers = {name: _exact(name, score) for name, score in scores.items()}
    own = numbers.pop(edition.index, None)
    if own is not None and numbers:
        expected = f"either {edition.index} or components of it"
        raise MalformedError("what_if", (Fault("scores", tuple(scores), expected),))
    return standing_with(ranking, unit, score_with(edition, unit, numbers) if own is None else own)


def freeze(before: Edition, after: Edition, unit: str, *components: str) -> Standing[str]:
    """Return where a unit would stand in the later edition with its earlier scores in some components.

    >>> from tthc.rankings import IndexMethod
    >>> method = IndexMethod(id="mean", weights={"X": 1, "Y": 1})
    >>> before = {"X": {"A": 2, "B": 4}, "Y": {"A": 4, "B": 4}}
    >>> after = {"X": {"A": 8, "B": 5}, "Y": {"A": 4, "B": 5}}
    >>> old = Edition(index="I", year=2023, scores={"A": 3, "B": 4}, components=before, method=method)
    >>> new = Edition(index="I", year=2024, scores={"A": 6, "B": 5}, components=after, method=method)
    >>> new.ranking().rank("A"), freeze(old, new, "A", "X").rank
    (1, 2)
    """
    return what_if(after, unit, {name: component_score(before, name, unit) for name in components})


def _exact(name: str, value: Number) -> Fraction:
    try:
        return exact(value)
    except (TypeError, ValueError):
        fault = Fault(f"scores[{show(name)}]", value, "an int, a Fraction or a finite Decimal (exact numbers only)")
        raise MalformedError("what_if", (fault,)) from None


# ── which score for a rank ───────────────────────────────────────────────────────────────────────────────────────────


@final
@attrs.frozen(kw_only=True, repr=False)
class Needed:
    """What a unit needs for a rank, all others unchanged (mức cần đạt).

    - `score`: the score to reach, that of the present holder of the place; `shared`: whether a score equal to it is
      enough, and the place is then shared. Otherwise the score must be better;
    - `gap`: how much is missing, 0 or less where the unit has `reached` the rank already;
    - `scores`: the score needed in each component asked for; `limits`: the best score thought possible there;
    - `reachable`: whether the components asked for can do it; where they cannot, `scores` are at their limits.
    """

    edition: str
    unit: str
    rank: int
    present: Fraction
    score: Fraction
    shared: bool
    holders: tuple[str, ...]
    reached: bool
    reachable: bool = True
    now: FrozenMap[str, Fraction] = FrozenMap()
    scores: FrozenMap[str, Fraction] = FrozenMap()
    limits: FrozenMap[str, Fraction] = FrozenMap()

    def __attrs_post_init__(self) -> None:
        check(self)

    @property
    def gap(self) -> Fraction:
        """The score needed less the present one."""
        return self.score - self.present

    @property
    def rows(self) -> tuple[dict[str, object], ...]:
        """A flat record for each component asked for: its score now, the score needed, the limit."""
        return tuple(
            {"component": name, "now": self.now[name], "needed": score, "limit": self.limits[name]}
            for name, score in self.scores.items()
        )

    def text(self, lang: Lang = "vi") -> str:
        """Say what is needed in a few lines."""
        vi = lang == "vi"
        number, holders = _number(self.score, lang), ", ".join(self.holders)
        head = f"{self.unit}, {self.edition}, {'hạng' if vi else 'rank'} {self.rank}: "
        if self.reached:
            return head + ("đã đạt" if vi else "reached already")
        if self.shared:
            need = f"cần {number} (bằng {holders}, đồng hạng)" if vi else f"needs {number} (level with {holders})"
        else:
            need = f"cần cao hơn {number} ({holders})" if vi else f"needs better than {number} ({holders})"
        lines = [
            head + need + (f", hiện {_number(self.present, lang)}" if vi else f", has {_number(self.present, lang)}")
        ]
        if not self.reachable:
            lines.append("  không thể đạt chỉ bằng các thành phần này" if vi else "  out of reach by these components")
        lines += [
            f"  {name}: {_number(self.now[name], lang)} → {_number(score, lang)}"
            f" ({'tối đa' if vi else 'at most'} {_number(self.limits[name], lang)})"
            for name, score in self.scores.items()
        ]
        return "\n".join(lines)

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        return f"<Needed {self.text('en').splitlines()[0]}>"


def _number(value: Fraction, lang: Lang) -> str:
    return format_number(round_to(value, 5), lang=lang)


def needed(
    edition: Edition,
    unit: str,
    rank: int,
    *,
    by: str | tuple[str, ...] | Mapping[str, Number] | None = None,
    limits: Mapping[str, Number] | None = None,
) -> Needed:
    """Return the score that brings a unit to a rank, all others unchanged (cần bao nhiêu điểm để đạt hạng).

    `by` is one component, several that grow by equal steps, or several with the proportions of their steps. No one
    grows beyond its limit: the one given in `limits`, else the best score of any unit in that component; what one
    cannot give the others must. Under the policies "competition" and "dense" a score equal to the holder's shares his
    place; under the others it must be better.

    Raises `NotFoundError` for a unit without a score and for a component without weight, `MalformedError` for a rank
    beyond those given and for a method that is no weighted mean.

    >>> table = Edition(index="PCI", year=2024, scores={"A": 71, "B": 70, "C": 66})
    >>> print(needed(table, "C", 1))
    C, PCI 2024, hạng 1: cần 71 (bằng A, đồng hạng), hiện 66
    """
    ranking = edition.ranking()
    present = score_with(edition, unit, {})
    scores = fraction_scores(ranking)
    scores[unit] = present
    if type(rank) is not int or not 1 <= rank <= len(scores):
        raise MalformedError("needed", (Fault("rank", rank, f"a rank from 1 to {len(scores)}"),))
    sign = 1 if edition.higher_is_better else -1
    rest = sorted((sign * score for u, score in scores.items() if u != unit), reverse=True)
    if edition.ties == "dense":
        rest = sorted(set(rest), reverse=True)
    shared = edition.ties in {"competition", "dense"}
    bar = rest[rank - 1] * sign if rank <= len(rest) else present
    reached = rank > len(rest) or sign * present > sign * bar or (shared and present == bar)
    holders = tuple(u for u in ranking if u != unit and scores.get(u) == bar) if rank <= len(rest) else ()
    found = Needed(
        edition=edition.name,
        unit=unit,
        rank=rank,
        present=present,
        score=bar,
        shared=shared,
        holders=holders,
        reached=reached,
    )
    return found if by is None else _by(found, edition, _steps(by), limits or {}, sign)


def _steps(by: str | tuple[str, ...] | Mapping[str, Number]) -> dict[str, Fraction]:
    """Return the components asked for with the proportions of their steps."""
    if isinstance(by, str):
        return {by: Fraction(1)}
    steps = (
        {name: _exact(name, part) for name, part in by.items()}
        if isinstance(by, Mapping)
        else dict.fromkeys(by, Fraction(1))
    )
    if not steps or min(steps.values()) <= 0:
        raise MalformedError("needed", (Fault("by", by, "one component or more, with proportions above 0"),))
    return steps


def _by(found: Needed, edition: Edition, steps: dict[str, Fraction], limits: Mapping[str, Number], sign: int) -> Needed:
    weights = {name: weight_of(edition, name) for name in steps}
    now = {name: component_score(edition, name, found.unit) for name in steps}
    best = {
        name: _exact(name, limits[name])
        if name in limits
        else max(edition.components[name].values(), key=lambda score: sign * score)
        for name in steps
    }
    room = {name: max(sign * (best[name] - now[name]), Fraction(0)) for name in steps}
    gap = Fraction(0) if found.reached else sign * found.gap
    possible = sum((weights[name] * room[name] for name in steps), Fraction(0))
    reachable = found.reached or gap < possible or (gap == possible and found.shared)
    factor = _factor(gap, steps, weights, room)
    moved = {name: room[name] if factor is None else min(factor * steps[name], room[name]) for name in steps}
    return attrs.evolve(
        found,
        reachable=reachable,
        now=FrozenMap(now),
        scores=FrozenMap({name: now[name] + sign * step for name, step in moved.items()}),
        limits=FrozenMap(best),
    )


def _factor(
    gap: Fraction, steps: Mapping[str, Fraction], weights: Mapping[str, Fraction], room: Mapping[str, Fraction]
) -> Fraction | None:
    """Return how many steps fill the gap, where each component stops at its limit; `None` where all of them do."""
    open_ones = sorted(steps, key=lambda name: room[name] / steps[name])
    left = gap
    for i, name in enumerate(open_ones):
        pull = sum((weights[other] * steps[other] for other in open_ones[i:]), Fraction(0))
        if left <= pull * room[name] / steps[name]:
            return left / pull
        left -= weights[name] * room[name]
    return None

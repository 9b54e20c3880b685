"""What becomes of a statement when it is checked (kết luận): an outcome for each thing said, and the evidence.

A statement on ranks has more than two truth values. It may be true, or false with a right figure; it may hold only with
some order of the units that share a place, be left open by the printed digits, or speak of an edition or a rank that
does not exist. Figures that must follow from one another may follow exactly, rounded, cut off, or not at all.
"""

import datetime as dt
from collections.abc import Iterable
from fractions import Fraction
from typing import Literal, TypeAlias, cast, final

import attrs

from tthc._record import check
from tthc.errors import Fault
from tthc.rankings.claims import CutClaim, RankClaim, RatioClaim
from tthc.rankings.reasons import Reason

__all__ = ["Atom", "FigureAtom", "FigureOutcome", "FigureVerdict", "Outcome", "Placing", "TieOrder", "Verdict"]

Lang: TypeAlias = Literal["vi", "en"]
Outcome: TypeAlias = Literal[
    "true", "false", "true_under", "undecided", "no_such_edition", "not_ranked", "unknown_index", "incomplete"
]
"""What a check of a statement on ranks may find.

`true_under`: only with some order of the units that share a place. `undecided`: the printed digits leave it open.
`not_ranked`: the unit has no rank there, or the publisher gives none. `incomplete`: the statement, or the table, lacks
what a check needs.
"""
FigureOutcome: TypeAlias = Literal["follows", "rounded", "truncated", "does_not_follow", "undecided", "incomplete"]
"""What a check of figures may find: they follow exactly, after rounding, after cutting digits off, or not.

`undecided`: the figures are too coarse to tell. `incomplete`: there is nothing to reckon with.
"""


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen(kw_only=True)
class Atom:
    """The outcome for one thing that a claim says: which field, what was said, what is right, and why.

    >>> Atom(field="change", outcome="false", stated=8, right=7, because=Reason("81 → 74", "81 → 74")).right
    7
    """

    field: Literal["index", "edition", "unit", "rank", "of", "change", "was", "since", "group"]
    outcome: Outcome
    because: Reason
    stated: int | str | None = None
    right: int | str | None = None

    def __attrs_post_init__(self) -> None:
        check(self)


@final
@attrs.frozen(kw_only=True)
class Placing:
    """Where a unit stands in one edition (vị trí): the evidence of a verdict.

    `tied` is the first and the last place of those that share its score, `of` how many the table lists, `ranked` how
    many of them have a rank. `computed` tells that the publisher prints no rank there, and that it was reckoned from
    the scores. `reason` says why there is no rank.

    >>> print(Placing(index="OSI", edition=2016, unit="VNM", rank=74, of=193, ranked=193, tied=(74, 75)))
    OSI 2016, VNM: 74/193 (đồng hạng 74–75)
    """

    index: str
    edition: int
    unit: str
    rank: int | None
    of: int
    ranked: int
    score: Fraction | None = None
    tied: tuple[int, int] | None = None
    group: str = ""
    vintage: str = ""
    published: dt.date | None = None
    computed: bool = False
    reason: str = ""
    source: str = ""

    def __attrs_post_init__(self) -> None:
        check(self)

    @property
    def row(self) -> dict[str, object]:
        """One flat record, ready for any data frame."""
        return {
            "index": self.index,
            "edition": self.edition,
            "vintage": self.vintage,
            "group": self.group,
            "unit": self.unit,
            "rank": self.rank,
            "of": self.of,
            "ranked": self.ranked,
            "score": self.score,
            "tied_first": self.tied and self.tied[0],
            "tied_last": self.tied and self.tied[1],
            "computed": self.computed,
            "published": self.published,
            "reason": self.reason,
            "source": self.source,
        }

    def text(self, lang: Lang = "vi") -> str:
        """Say where the unit stands in a line."""
        vi = lang == "vi"
        head = f"{self.index} {self.edition}, {self.unit}: "
        if self.rank is None:
            why = f" ({Reason.of(self.reason).text(lang)})" if self.reason else ""
            return f"{head}{'không xếp hạng' if vi else 'not ranked'}{why}"
        line = f"{head}{self.rank}/{self.ranked}"
        if self.group:
            line += f" {'trong' if vi else 'in'} {Reason.of(self.group).text(lang)}"
        if self.tied is not None and self.tied[0] != self.tied[1]:
            line += f" ({'đồng hạng' if vi else 'tied'} {self.tied[0]}–{self.tied[1]})"
        return line

    def __str__(self) -> str:
        return self.text()


@final
@attrs.frozen(kw_only=True)
class TieOrder:
    """An order of those that share a place, under which a claim holds.

    `policy` is how equal scores are ranked; "ordinal" gives each its own place, in the order of `by` ("EGDI": by their
    rank in that index; "unit": by the code; "" where no such order gives the places). `places` pairs each year with the
    place that the unit then has.

    >>> print(TieOrder(policy="ordinal", by="EGDI", places=((2014, 82), (2016, 74))))
    các đơn vị bằng nhau xếp lần lượt theo EGDI (2014: hạng 82, 2016: hạng 74)
    """

    policy: Literal["competition", "last_of_ties", "dense", "ordinal", "average"]
    by: str = ""
    places: tuple[tuple[int, int], ...] = ()

    def __attrs_post_init__(self) -> None:
        check(self)

    def text(self, lang: Lang = "vi") -> str:
        """Say the order in a line."""
        vi = lang == "vi"
        words = _POLICIES[self.policy][not vi]
        if self.policy == "ordinal":
            key = {"unit": ("mã đơn vị", "their codes"), "": ("một thứ tự nào đó", "some order")}.get(
                self.by, (self.by,) * 2
            )
            words = words.format(key[not vi])
        places = (f"{year}: {'hạng' if vi else 'rank'} {place}" for year, place in self.places)
        return f"{words} ({', '.join(places)})"

    def __str__(self) -> str:
        return self.text()


_POLICIES = {
    "competition": ("các đơn vị bằng nhau cùng nhận hạng đầu", "equals share the first place"),
    "last_of_ties": ("các đơn vị bằng nhau cùng nhận hạng cuối", "equals share the last place"),
    "dense": ("hạng liền nhau, không bỏ số", "no number is left out after equals"),
    "ordinal": ("các đơn vị bằng nhau xếp lần lượt theo {}", "equals are placed one by one by {}"),
    "average": ("các đơn vị bằng nhau cùng nhận hạng giữa", "equals share the middle place"),
}


@final
@attrs.frozen(kw_only=True, repr=False)
class Verdict:
    """What a check of a `RankClaim` found (kết luận): the outcome, one `Atom` for each thing said, and the evidence.

    `because` gives the reason in Vietnamese and English. `placings` are the places that were used (`rows`: flat),
    `under` the orders of ties under which a `true_under` claim holds. Where the day of the text was given, `newer`
    holds the places in later editions already out on that day, and `siblings` those in the components that the claim
    does not mention. `print()` explains it.
    """

    claim: RankClaim
    outcome: Outcome
    because: Reason
    atoms: tuple[Atom, ...] = ()
    placings: tuple[Placing, ...] = ()
    under: tuple[TieOrder, ...] = ()
    newer: tuple[Placing, ...] = ()
    siblings: tuple[Placing, ...] = ()

    def __attrs_post_init__(self) -> None:
        check(self)

    @property
    def rows(self) -> tuple[dict[str, object], ...]:
        """The places used, a flat record each."""
        return tuple(placing.row for placing in self.placings)

    def text(self, lang: Lang = "vi") -> str:
        """Write the verdict: the claim, the outcome with its reason, newer editions, components."""
        vi = lang == "vi"
        lines = [f"{self.claim.text(lang)} → {_OUTCOMES[self.outcome][not vi]}", f"  {self.because.text(lang)}"]
        lines += [f"  {'mới hơn' if vi else 'newer'}: {placing.text(lang)}" for placing in self.newer]
        lines += [f"  {'chưa nhắc tới' if vi else 'not mentioned'}: {placing.text(lang)}" for placing in self.siblings]
        return "\n".join(lines)

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        return f"<Verdict {self.outcome}: {self.claim.text('en')}>"

    def _repr_html_(self) -> str:
        from html import escape  # noqa: PLC0415 - only notebooks ask for it

        return f"<pre>{escape(self.text())}</pre>"


_OUTCOMES = {
    "true": ("đúng", "true"),
    "false": ("sai", "false"),
    "true_under": ("chỉ đúng với một cách xếp các đơn vị đồng hạng", "true only under some order of ties"),
    "undecided": ("chưa xác định được", "undecided"),
    "no_such_edition": ("không có ấn bản này", "no such edition"),
    "not_ranked": ("không xếp hạng", "not ranked"),
    "unknown_index": ("không biết chỉ số này", "index not known"),
    "incomplete": ("chưa đủ để kiểm tra", "incomplete"),
    "follows": ("khớp", "follows"),
    "rounded": ("khớp sau khi làm tròn", "follows, rounded"),
    "truncated": ("khớp nếu cắt bớt chữ số, không làm tròn", "follows, truncated"),
    "does_not_follow": ("không khớp", "does not follow"),
}


@final
@attrs.frozen(kw_only=True)
class FigureAtom:
    """The outcome for one figure of a claim: what was said, and what the others give, exactly."""

    field: Literal["part", "whole", "percent", "before", "after", "saving"]
    outcome: FigureOutcome
    because: Reason
    stated: Fraction | None = None
    right: Fraction | None = None

    def __attrs_post_init__(self) -> None:
        check(self)


@final
@attrs.frozen(kw_only=True, repr=False)
class FigureVerdict:
    """What a check of a `RatioClaim` or a `CutClaim` found: of the figure that fits worst, and of each.

    `print()` explains it.
    """

    ratio: RatioClaim | None = None
    cut: CutClaim | None = None
    outcome: FigureOutcome
    because: Reason
    atoms: tuple[FigureAtom, ...] = ()

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        if (self.ratio is None) is (self.cut is None):
            yield Fault("cut", self.cut, "either a ratio or a cut")

    @property
    def claim(self) -> RatioClaim | CutClaim:
        """The claim that was checked, of either kind."""
        return cast("RatioClaim | CutClaim", self.ratio or self.cut)

    @property
    def rows(self) -> tuple[dict[str, object], ...]:
        """A flat record for each figure that could be computed from the others."""
        return tuple(
            {"figure": a.field, "outcome": a.outcome, "stated": a.stated, "right": a.right} for a in self.atoms
        )

    def text(self, lang: Lang = "vi") -> str:
        """Write the verdict: the claim, the outcome and why."""
        return f"{self.claim.text(lang)} → {_OUTCOMES[self.outcome][lang == 'en']}\n  {self.because.text(lang)}"

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        return f"<FigureVerdict {self.outcome}: {self.claim.text('en')}>"

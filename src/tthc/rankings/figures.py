"""Figures that must follow from one another: a ratio and its per cent, a cut with before, after, saving and per cent.

Everything is exact. A figure that was printed with few digits may have been rounded: it stands for all numbers that it
may have been, and what such figures give is a span of numbers.
"""

import math
from collections.abc import Iterable
from fractions import Fraction
from typing import Literal, NamedTuple, TypeAlias, cast

from tthc.exact import format_number, percent, round_to
from tthc.rankings.claims import CutClaim, RatioClaim
from tthc.rankings.outcomes import FigureAtom, FigureOutcome, FigureVerdict
from tthc.rankings.reasons import Reason

__all__ = ["check_cut", "check_ratio"]

Lang: TypeAlias = Literal["vi", "en"]
_Amount: TypeAlias = Literal["before", "after", "saving"]
_Figure: TypeAlias = Literal["before", "after", "saving", "percent"]

_WORST_FIRST: tuple[FigureOutcome, ...] = ("does_not_follow", "undecided", "truncated", "rounded", "follows")
_NAMES = {
    "before": ("mức trước", "the figure before"),
    "after": ("mức sau", "the figure after"),
    "saving": ("mức giảm", "the saving"),
    "percent": ("tỷ lệ", "the percentage"),
}


def __dir__() -> list[str]:
    return __all__


class _Sum(NamedTuple):
    """What other figures give for one: its exact value, the span that their digits leave, and how it was reckoned."""

    value: Fraction
    low: Fraction
    high: Fraction
    formula: str


# ── ratios ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def check_ratio(claim: RatioClaim) -> FigureVerdict:
    """Tell whether a per cent follows from the two numbers that it stands beside (kiểm tra tỷ lệ).

    It follows exactly, after rounding, after cutting digits off, or not; a share of nothing cannot be checked.

    >>> print(check_ratio(RatioClaim(part=4818, whole=5421, percent=Fraction(3731, 100))))
    4.818/5.421 = 37,31 % → không khớp
      4.818/5.421 = 88,88 %, không phải 37,31 %
    """
    if not claim.whole:
        return FigureVerdict(
            ratio=claim,
            outcome="incomplete",
            because=Reason("không tính được tỷ lệ của số 0", "there is no percentage of nothing"),
        )
    value = percent(claim.part, claim.whole)
    formula = f"{format_number(claim.part)}/{format_number(claim.whole)}"
    atom = _judge("percent", claim.percent, claim.digits, _Sum(value, value, value, formula))
    return FigureVerdict(ratio=claim, outcome=atom.outcome, because=atom.because, atoms=(atom,))


# ── cuts ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def check_cut(claim: CutClaim) -> FigureVerdict:
    """Tell whether the figures of a cut follow from one another (kiểm tra mức cắt giảm).

    The saving is held against before and after, the per cent against two of the three. Where all four are given and do
    not fit, the one that the others agree against is named.

    >>> print(check_cut(CutClaim(before=671, after=263, saving=480, percent=Fraction(6080, 100), unit="tỷ đồng")))
    671 → 263 tỷ đồng, giảm 480 tỷ đồng (60,8 %) → không khớp
      671 − 263 = 408, không phải 480; (671 − 263)/671 = 60,8047… %, làm tròn thành 60,8 %
    """
    atoms = tuple(_judge(name, cast("Fraction", getattr(claim, name)), claim.digits.get(name), given)
                  for name, given in _sums(claim))  # fmt: skip
    if not atoms:
        return FigureVerdict(cut=claim, outcome="incomplete", because=_nothing(claim))
    outcome: FigureOutcome = min(atoms, key=lambda atom: _WORST_FIRST.index(atom.outcome)).outcome
    because = Reason("; ".join(a.because.vi for a in atoms), "; ".join(a.because.en for a in atoms))
    return FigureVerdict(cut=claim, outcome=outcome, because=because, atoms=atoms)


def _nothing(claim: CutClaim) -> Reason:
    if claim.percent is not None and claim.before == 0:
        return Reason("không tính được tỷ lệ của số 0", "there is no percentage of nothing")
    missing = [name for name in _NAMES if getattr(claim, name) is None]
    vi, en = (", ".join(_NAMES[name][i] for name in missing) for i in (0, 1))
    return Reason(f"không có gì để đối chiếu: thiếu {vi}", f"nothing to check against: {en} missing")


def _sums(claim: CutClaim) -> Iterable[tuple[_Figure, _Sum]]:
    """Yield what each figure can be held against; the per cent decides which of three amounts is the odd one."""
    whole = claim.before is not None and claim.after is not None and claim.saving is not None
    shares = {pair: given for pair in _PAIRS if (given := _share(claim, *pair)) is not None}
    odd = _odd(claim, shares) if whole else None
    if odd is not None:
        yield odd, _amount(claim, odd)
    if claim.percent is not None:
        for pair, given in shares.items():
            if odd in {None, _left_out(pair)}:
                yield "percent", given


def _odd(claim: CutClaim, shares: dict[tuple[_Amount, _Amount], _Sum]) -> _Amount:
    """Return the amount to judge: the saving, unless the per cent bears out it and another one against the third."""
    if claim.percent is not None and _judge_saving(claim) == "does_not_follow":
        for pair, given in shares.items():
            if _fits(claim, given):
                return _left_out(pair)
    return "saving"


_PAIRS: tuple[tuple[_Amount, _Amount], ...] = (("before", "after"), ("before", "saving"), ("after", "saving"))


def _left_out(pair: tuple[_Amount, _Amount]) -> _Amount:
    names: tuple[_Amount, ...] = ("saving", "after", "before")
    return next(name for name in names if name not in pair)


def _judge_saving(claim: CutClaim) -> FigureOutcome:
    saving = cast("Fraction", claim.saving)
    return _outcome(saving, claim.digits.get("saving"), _amount(claim, "saving"))


def _fits(claim: CutClaim, given: _Sum) -> bool:
    stated = cast("Fraction", claim.percent)
    return _outcome(stated, claim.digits.get("percent"), given) in {"follows", "rounded", "truncated"}


def _ends(claim: CutClaim, name: _Amount) -> tuple[Fraction, Fraction, Fraction]:
    """Return a figure, and the least and the greatest number that may have been printed so."""
    value = cast("Fraction", getattr(claim, name))
    digits = claim.digits.get(name)
    half = Fraction(0) if digits is None else Fraction(1, 2) / Fraction(10) ** digits
    return value, value - half, value + half


def _amount(claim: CutClaim, name: _Amount) -> _Sum:
    """Reckon one of the three amounts from the other two."""
    left, right = {"before": ("after", "saving"), "after": ("before", "saving"), "saving": ("before", "after")}[name]
    a, a_low, a_high = _ends(claim, cast("_Amount", left))
    b, b_low, b_high = _ends(claim, cast("_Amount", right))
    if name == "before":
        return _Sum(a + b, a_low + b_low, a_high + b_high, f"{format_number(a)} + {format_number(b)}")
    return _Sum(a - b, a_low - b_high, a_high - b_low, f"{format_number(a)} − {format_number(b)}")


def _share(claim: CutClaim, left: _Amount, right: _Amount) -> _Sum | None:
    """Reckon the per cent from two amounts, `None` where one is not given or nothing was there to cut."""
    if getattr(claim, left) is None or getattr(claim, right) is None:
        return None
    (a, *a_ends), (b, *b_ends) = _ends(claim, left), _ends(claim, right)
    whole = a + b if left == "after" else a
    if not whole:
        return None

    def cut(x: Fraction, y: Fraction) -> Fraction | None:
        base = x + y if left == "after" else x
        return percent(x - y if right == "after" else y, base) if base else None

    corners = [share for x in a_ends for y in b_ends if (share := cut(x, y)) is not None]
    x, y = format_number(a), format_number(b)
    formula = {"before after": f"({x} − {y})/{x}", "before saving": f"{y}/{x}", "after saving": f"{y}/({x} + {y})"}
    value = cast("Fraction", cut(a, b))
    return _Sum(value, min(value, *corners), max(value, *corners), formula[f"{left} {right}"])


# ── one figure ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _least_digits(value: Fraction) -> int:
    """Return how many decimals a number needs, at most 30."""
    return next((n for n in range(30) if (value * 10**n).denominator == 1), 30)


def _outcome(stated: Fraction, digits: int | None, given: _Sum) -> FigureOutcome:
    places = _least_digits(stated) if digits is None else digits
    if stated == given.value:
        return "follows"
    if stated in {round_to(given.value, places), round_to(given.value, places, "half_even")}:
        return "rounded"
    if stated == round_to(given.value, places, "down"):
        return "truncated"
    half = Fraction(1, 2) / Fraction(10) ** places
    if given.low != given.high and given.low <= stated + half and stated - half <= given.high:
        return "undecided"
    return "does_not_follow"


class _Said(NamedTuple):
    """A figure as it was printed: its value, its decimals, and what stands behind it."""

    value: Fraction
    places: int
    unit: str

    def shown(self, lang: Lang) -> str:
        return format_number(self.value, self.places, lang) + self.unit


def _judge(field: _Figure, stated: Fraction, digits: int | None, given: _Sum) -> FigureAtom:
    outcome = _outcome(stated, digits, given)
    places = _least_digits(stated) if digits is None else digits
    said = _Said(stated, places, " %" if field == "percent" else "")
    because = Reason(_words(outcome, said, given, "vi"), _words(outcome, said, given, "en"))
    return FigureAtom(field=field, outcome=outcome, stated=stated, right=given.value, because=because)


def _words(outcome: FigureOutcome, said: _Said, given: _Sum, lang: Lang) -> str:
    vi = lang == "vi"
    figure, formula = said.shown(lang), given.formula if vi else _english(given.formula)
    if outcome == "does_not_follow":
        right = _brief(given.value, max(said.places, 2 if said.unit else 6), lang) + said.unit
        return f"{formula} = {right}, {'không phải' if vi else 'not'} {figure}"
    if outcome == "follows":
        return f"{formula} = {figure}"
    exactly = f"{formula} = {_cut(given.value, max(said.places, 0) + 3, lang)}{said.unit}"
    if outcome == "rounded":
        return f"{exactly}, {'làm tròn thành' if vi else 'rounded to'} {figure}"
    if outcome == "truncated":
        rounded = format_number(given.value, said.places, lang) + said.unit
        if vi:
            return f"{exactly}, cắt bớt chữ số thành {figure}; làm tròn là {rounded}"
        return f"{exactly}, cut off to {figure}; rounded it is {rounded}"
    low, high = (_brief(end, said.places + 1, lang) for end in (given.low, given.high))
    span = f"{low} {'đến' if vi else 'to'} {high}{said.unit}"
    if vi:
        return f"{exactly}, nhưng các số đã làm tròn cho phép từ {span}, nên chưa bác bỏ được {figure}"
    return f"{exactly}, but the figures are rounded and leave from {span}, so {figure} cannot be ruled out"


def _english(formula: str) -> str:
    return formula.translate({ord("."): ",", ord(","): "."})


def _brief(value: Fraction, places: int, lang: Lang) -> str:
    """Write a number with at most so many decimals, fewer where it needs fewer."""
    return format_number(value, min(places, _least_digits(value)), lang)


def _cut(value: Fraction, places: int, lang: Lang) -> str:
    """Write a number with its first decimals, and dots where more follow."""
    scale = 10**places
    shown = Fraction(math.trunc(value * scale), scale)
    return format_number(shown, min(places, _least_digits(shown)), lang) + ("" if shown == value else "…")

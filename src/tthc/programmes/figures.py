"""Published figures (số liệu) with what they are counted on: so many of so many, on a day, planned or enacted.

The whole that a share is a share of (cơ số) is counted anew now and then: 7,806 business conditions in August 2025,
6,974 in October. A figure may have risen because more was done or because the whole became smaller; `movement` tells
the two apart, and nothing here puts a share of one whole beside a share of another without being told to.
"""

import datetime as dt
import re
from collections.abc import Iterable
from fractions import Fraction
from typing import Literal, TypeAlias, final, get_args

import attrs

from tthc._record import check
from tthc.errors import BaseMismatchError, Fault, MetricMismatchError, show
from tthc.exact import Rounding, format_number, largest_remainder, round_to
from tthc.programmes.metrics import METRICS, Metric, as_fraction_or_none, write_amount, write_number, write_share
from tthc.text import search_key

__all__ = ["Base", "Movement", "Observation", "Precision", "Stage", "implied_wholes", "movement"]

Stage: TypeAlias = Literal["planned", "enacted"]
"""How far a result has come: `planned` is a plan approved or proposed (phương án), `enacted` stands in a document that
was issued (đã ban hành). A plan is not a result: by 21/12/2025 1,235 of 3,085 planned procedures had been enacted."""
Precision: TypeAlias = Literal["exact", "about", "more_than"]
"""How a source gives a number: as it is, "about" (khoảng), "more than" (hơn)."""

STAGES: dict[Stage | None, tuple[str, str]] = {
    "planned": ("phương án", "planned"),
    "enacted": ("đã ban hành", "enacted"),
    None: ("chưa rõ là phương án hay đã ban hành", "not said whether planned or enacted"),
}
_WORDS: dict[Precision, tuple[str, str]] = {
    "exact": ("", ""),
    "about": ("khoảng ", "about "),
    "more_than": ("hơn ", "more than "),
}
_ROUNDINGS: tuple[Rounding, ...] = get_args(Rounding)


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen(kw_only=True)
class Base:
    """The whole that shares are counted on, as counted on a day (cơ số tính tỷ lệ).

    `count` is a number in the unit of the metric it is used with (procedures, đồng a year …), `None` where the day is
    known and the number is not published. `as_of` is the day of the count, or of its first publication where the source
    does not tell the day. Two bases are at odds when both counts are known and differ.

    >>> print(Base(count=7806, as_of=dt.date(2025, 8, 24), what="điều kiện kinh doanh"))
    7.806 điều kiện kinh doanh (24/08/2025)
    """

    count: Fraction | None = attrs.field(default=None, converter=as_fraction_or_none)
    as_of: dt.date | None = None
    what: str = ""
    precision: Precision = "exact"
    source: str = ""
    confirmed: bool = True

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        if self.count is not None and self.count <= 0:
            yield Fault("count", self.count, "more than 0")

    def display(self, lang: Literal["vi", "en"] = "vi") -> str:
        """Write how many of what there were, and on which day.

        >>> print(Base(as_of=dt.date(2024, 12, 31), what="mức năm 2024"))
        mức năm 2024 (31/12/2024), số lượng chưa công bố
        """
        count = "" if self.count is None else _WORDS[self.precision][lang == "en"] + write_number(self.count, lang)
        day = "" if self.as_of is None else f"({self.as_of:%d/%m/%Y})"
        words = " ".join(part for part in (count, self.what, day) if part)
        if self.count is not None:
            return words
        return f"{words}{', ' if words else ''}{'số lượng chưa công bố' if lang == 'vi' else 'count not published'}"

    def __str__(self) -> str:
        return self.display()


@final
@attrs.frozen(kw_only=True)
class Observation:
    """One published or reported figure: so much of a metric, of a base, as of a day.

    - `part`: what was done, in the unit of the metric (a share for `mean_saving` and `worst_procedure`); `None` where
      the source gives only a percentage.
    - `stated`: the percentage as printed, without its sign: `"37,31"`. Its digits say how it was rounded.
    - `on`: the day that the figure speaks of, or of its publication; `None` where the source gives none.
    - `scope`: what of; two figures of different scopes are not compared. "" is not stated.
    - `stage`: planned or enacted, `None` where the source does not say.

    >>> august = Observation(metric="conditions", part=2028, stated="26", on=dt.date(2025, 8, 24),
    ...                      base=Base(count=7806, as_of=dt.date(2025, 8, 24)))
    >>> august.share, august.fits
    (Fraction(338, 1301), ('half_up', 'half_even', 'up', 'ceiling'))
    """

    metric: Metric
    part: Fraction | None = attrs.field(default=None, converter=as_fraction_or_none)
    base: Base | None = None
    on: dt.date | None = None
    stage: Stage | None = None
    scope: str = ""
    stated: str = ""
    precision: Precision = "exact"
    source: str = ""
    confirmed: bool = True
    note: str = ""

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        if self.part is None and not self.stated:
            yield Fault("part", self.part, "a number, or a percentage in stated")
        if self.stated and _percentage(self.stated) is None:
            yield Fault("stated", self.stated, 'a percentage without sign as "37,31"')
        if self.base is not None and METRICS[self.metric].is_share:
            yield Fault("base", self.base, f"None beside {self.metric}, which is a share of nothing counted")

    @property
    def share(self) -> Fraction | None:
        """The exact share that the parts make, `None` where a part or the base is not known."""
        if METRICS[self.metric].is_share:
            return self.part
        if self.part is None or self.base is None or self.base.count is None:
            return None
        return self.part / self.base.count

    @property
    def stated_share(self) -> Fraction | None:
        """The share as printed, `None` where none was."""
        found = _percentage(self.stated)
        return None if found is None else found[0] / 100

    @property
    def fits(self) -> tuple[Rounding, ...]:
        """The roundings of the exact share that give the printed percentage; () where none does.

        >>> Observation(metric="cost", part=4818, base=Base(count=5421), stated="37,31").fits
        ()
        """
        printed, share = _percentage(self.stated), self.share
        if printed is None or share is None:
            return ()
        value, digits = printed
        return tuple(mode for mode in _ROUNDINGS if round_to(share * 100, digits, mode) == value)

    def display(self, lang: Literal["vi", "en"] = "vi") -> str:
        """Write the figure in a line.

        >>> print(Observation(metric="conditions", part=849, stage="enacted", base=Base(count=6974),
        ...                   on=dt.date(2025, 12, 21)))
        21/12/2025: điều kiện kinh doanh được cắt giảm, đơn giản hóa: 849/6.974 điều kiện (12,2 %); đã ban hành
        """
        vi = lang == "vi"
        day = f"{self.on:%d/%m/%Y}: " if self.on is not None else ""
        scope = f" ({self.scope})" if self.scope else ""
        stage = f"; {STAGES[self.stage][not vi]}" if self.stage is not None else ""
        doubt = "" if self.confirmed else ("; chưa được xác nhận" if vi else "; not confirmed")
        return f"{day}{METRICS[self.metric].display(lang)}{scope}: {write_figure(self, lang)}{stage}{doubt}"

    def __str__(self) -> str:
        return self.display()


def write_figure(figure: Observation, lang: Literal["vi", "en"] = "vi") -> str:
    """Write the numbers of a figure: part, base, share; the printed percentage where the share is not known."""
    about = _WORDS[figure.precision][lang == "en"]
    mark = "." if lang == "en" else ","
    printed = f"{figure.stated.replace('.', mark).replace(',', mark)} %" if figure.stated else ""
    if figure.part is None:
        return about + printed
    if figure.base is None or figure.base.count is None:
        amount = about + write_amount(figure.part, figure.metric, lang)
        return f"{amount} ({'công bố' if lang == 'vi' else 'stated'} {printed})" if printed else amount
    share = write_share(figure.part / figure.base.count, lang)
    return f"{about}{write_number(figure.part, lang)}/{write_amount(figure.base.count, figure.metric, lang)} ({share})"


def _percentage(printed: str) -> tuple[Fraction, int] | None:
    """Read a printed percentage: its value in per cent and how many decimals it was printed with."""
    if not re.fullmatch(r"[0-9]{1,9}(?:[.,][0-9]{1,9})?", printed):
        return None
    whole, _, part = printed.replace(",", ".").partition(".")
    return Fraction(int(whole + part), 10 ** len(part)), len(part)


def implied_wholes(part: int, stated: str) -> range:
    """Return the wholes of which `part` makes the printed percentage, rounded half up; raises `ValueError`.

    What a source leaves out can often be found: 74.86 % leaves one whole, 74.9 % some more.

    >>> implied_wholes(488 + 2675, "74,86")
    range(4225, 4226)
    >>> list(implied_wholes(488 + 2675, "74,9"))
    [4221, 4222, 4223, 4224, 4225]
    """
    printed = _percentage(stated)
    if printed is None or printed[0] == 0 or part <= 0:
        msg = f"expected a part and a printed percentage above 0, got {part!r} and {stated!r}"
        raise ValueError(msg)
    value, digits = printed
    half = Fraction(1, 2 * 10**digits)
    first = int(part * 100 / (value + half)) + 1  # at value + half the next percentage begins
    last = int(part * 100 / (value - half))
    return range(first, last + 1)


# ── between two figures ──────────────────────────────────────────────────────────────────────────────────────────────


@final
@attrs.frozen(kw_only=True)
class Movement:
    """How a share changed between two figures: by what was done, and by a base that moved.

    `done` and `moved` are shares and add up to the whole change; `base` is the base on which what was done is valued.
    """

    before: Observation
    after: Observation
    base: Base
    done: Fraction
    moved: Fraction

    def __attrs_post_init__(self) -> None:
        check(self)

    @property
    def total(self) -> Fraction:
        """The change of the published share."""
        return self.done + self.moved

    def display(self, lang: Literal["vi", "en"] = "vi") -> str:
        """Say what changed and why, in percentage points that add up."""
        done, moved = (_signed(part, lang) for part in largest_remainder([100 * self.done, 100 * self.moved], 1))
        total = _signed(round_to(100 * self.total, 1), lang)
        was, now = write_figure(self.before, lang), write_figure(self.after, lang)
        if lang == "en":
            parts = f"{total} points, {done} done, {moved} by the base that moved"
            return f"from {was} to {now}: {parts}; on {self.base.display('en')}"
        return f"từ {was} đến {now}: {total} điểm %, {done} do đã làm, {moved} do cơ số thay đổi; tính trên {self.base}"

    def __str__(self) -> str:
        return self.display()

    @property
    def rows(self) -> tuple[dict[str, object], ...]:
        """The two parts and the total, a flat record each."""
        parts = (("done", self.done), ("base_moved", self.moved), ("total", self.total))
        return tuple({"part": name, "share": share, "percentage_points": 100 * share} for name, share in parts)


def _signed(points: Fraction, lang: Literal["vi", "en"]) -> str:
    return f"{'+' if points > 0 else ''}{format_number(points, 1, lang)}"


def movement(before: Observation, after: Observation, *, on_base: Literal["before", "after"] | None = None) -> Movement:
    """Split the change of a share into what was done and what a base that moved adds.

    On one base all of it was done. Two bases that differ raise `BaseMismatchError` unless `on_base` names the one that
    what was done is valued on; another metric, scope or stage raises `MetricMismatchError`, a figure without both
    parts `BaseMismatchError` too.

    >>> august = Observation(metric="conditions", part=2028, base=Base(count=7806), on=dt.date(2025, 8, 24))
    >>> november = Observation(metric="conditions", part=2269, base=Base(count=6974), on=dt.date(2025, 11, 19))
    >>> change = movement(august, november, on_base="before")
    >>> change.done == Fraction(241, 7806), august.share + change.done == Fraction(2269, 7806)
    (True, True)
    >>> print(change)
    từ 2.028/7.806 điều kiện (26,0 %) đến 2.269/6.974 điều kiện (32,5 %): +6,6 điểm %, +3,1 do đã làm, +3,5 do cơ số \
thay đổi; tính trên 7.806
    """
    must_be_of_one_kind(before.metric, after.metric, before.scope, after.scope)
    if before.stage != after.stage:
        raise MetricMismatchError("stage", before.stage, after.stage)
    if on_base not in {None, "before", "after"}:
        msg = f'on_base: expected "before", "after" or None, got {show(on_base)}'
        raise ValueError(msg)
    part, old, old_count = _counted(before)
    later, new, new_count = _counted(after)
    if on_base is None and old_count != new_count:
        raise BaseMismatchError(str(old), str(new), 'shares of two bases: say on_base="before" or "after"')
    base, count = (new, new_count) if on_base == "after" else (old, old_count)
    done = (later - part) / count
    return Movement(before=before, after=after, base=base, done=done, moved=later / new_count - part / old_count - done)


def _counted(figure: Observation) -> tuple[Fraction, Base, Fraction]:
    """Return what was done, the base and its count, if a figure has all three."""
    if figure.part is None or figure.base is None or figure.base.count is None:
        raise BaseMismatchError(str(figure), None, "expected a figure with a part and a counted base")
    return figure.part, figure.base, figure.base.count


def must_be_of_one_kind(metric: Metric | None, other: Metric | None, scope: str, other_scope: str) -> None:
    """Raise `MetricMismatchError` where two numbers differ in metric, or in scopes that are both stated."""
    if metric is None or metric != other:
        raise MetricMismatchError("metric", metric, other)
    if scope and other_scope and search_key(scope) != search_key(other_scope):
        raise MetricMismatchError("scope", scope, other_scope)

"""Targets (mục tiêu) and what figures are worth against them: a threshold, of a named metric, on a dated base."""

import datetime as dt
from collections.abc import Iterable
from fractions import Fraction
from typing import Literal, TypeAlias, final

import attrs

from tthc._record import check
from tthc.errors import BaseMismatchError, Fault, show
from tthc.exact import round_to
from tthc.law import Citation
from tthc.programmes.figures import STAGES, Base, Observation, Stage, must_be_of_one_kind, write_figure
from tthc.programmes.metrics import (
    METRICS,
    Metric,
    as_fraction_or_none,
    write_amount,
    write_number,
    write_share,
    write_whole_share,
)

__all__ = ["Attainment", "Outcome", "Target"]

Outcome: TypeAlias = Literal["met", "planned_only", "not_met", "not_known"]
"""What a figure is worth against a target (mức đạt). `planned_only`: the plans would reach it, and the target counts
what is enacted. `not_known`: the target has no threshold, or the figure no share."""

_OUTCOMES: dict[Outcome, tuple[str, str]] = {
    "met": ("Đạt", "met"),
    "planned_only": ("Mới đạt trên phương án, chưa ban hành", "met by plans only, not enacted"),
    "not_met": ("Chưa đạt", "not met"),
    "not_known": ("Không xét được", "cannot be judged"),
}
_MISSING = {"at_least": ("còn thiếu", "short of it by"), "at_most": ("vượt", "over it by")}
_COUNTED: dict[Stage, tuple[str, str]] = {
    "planned": ("tính cả phương án", "plans count"),
    "enacted": ("chỉ tính kết quả đã ban hành", "only what is enacted counts"),
}


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen(kw_only=True)
class Target:
    """What a programme sets out to reach (mục tiêu): at least 30 % of the business conditions cut by 31/12/2025.

    - `metric`: what is measured; `None` where the source does not say it, and then nothing can be compared with it.
    - `threshold`: a share (`Fraction(3, 10)` for 30 %) or, with `measured="amount"`, an amount in the metric's unit.
    - `direction`: "at_least" that much has to be done, or what is left may be "at_most" that much.
    - `base`: the dated whole that a share is a share of.
    - `due`: the last day for it. `stage`: "enacted" where plans do not count, `None` where that is not said.
    - `scope`: what of. "" is not stated.

    >>> target = Target(id="t1", metric="conditions", threshold=Fraction(3, 10), due=dt.date(2025, 12, 31),
    ...                 base=Base(count=7806, as_of=dt.date(2025, 8, 24)))
    >>> print(target)
    điều kiện kinh doanh được cắt giảm, đơn giản hóa: ít nhất 30 %, chậm nhất 31/12/2025; trên 7.806 (24/08/2025)
    >>> target.required()
    Fraction(11709, 5)
    """

    id: str
    metric: Metric | None = None
    threshold: Fraction | None = attrs.field(default=None, converter=as_fraction_or_none)
    measured: Literal["share", "amount"] = "share"
    direction: Literal["at_least", "at_most"] = "at_least"
    base: Base | None = None
    due: dt.date | None = None
    stage: Stage | None = None
    scope: str = ""
    source: str = ""
    citation: Citation | None = None
    note: str = ""

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        if not self.id:
            yield Fault("id", self.id, "a name for the target")
        if self.threshold is not None and self.measured == "share" and not 0 <= self.threshold <= 1:
            yield Fault("threshold", self.threshold, "a share from 0 to 1 (30 % is Fraction(3, 10))")
        if self.metric is not None and METRICS[self.metric].is_share:
            if self.measured == "amount":
                yield Fault("measured", self.measured, f"share, as {self.metric} is one")
            if self.base is not None:
                yield Fault("base", self.base, f"None beside {self.metric}, which is a share of nothing counted")

    def judge(self, figure: Observation, *, on_base: Literal["target", "figure"] | Base | None = None) -> "Attainment":
        """Say what a figure is worth against the target.

        Another metric or scope raises `MetricMismatchError`: a count of procedures touched says nothing on a target of
        cost. So does a target without a metric. A figure whose base was counted otherwise than the target's raises
        `BaseMismatchError`, unless `on_base` names the base to judge on: the one of the "target", the one of the
        "figure", or a third. A figure without parts is judged by its printed percentage, and says so.

        >>> target = Target(id="t1", metric="conditions", threshold=Fraction(3, 10), base=Base(count=7806))
        >>> november = Observation(metric="conditions", part=2269, base=Base(count=6974))
        >>> target.judge(november, on_base="figure").outcome
        'met'
        >>> print(target.judge(november, on_base="target"))
        Chưa đạt: 2.269 điều kiện = 29,1 %, cần ít nhất 30 % của 7.806, còn thiếu 73 điều kiện
        >>> target.judge(november)
        Traceback (most recent call last):
        ...
        tthc.errors.BaseMismatchError: the base moved: say on_base="target" or "figure": '7.806' and '6.974'
        """
        must_be_of_one_kind(self.metric, figure.metric, self.scope, figure.scope)
        base = None if METRICS[figure.metric].is_share else self._base_for(figure, on_base)
        value, printed = self._value(figure, base), False
        if value is None and self.measured == "share" and on_base in {None, "figure"} and figure.stated:
            value, base, printed = figure.stated_share, figure.base, True
        outcome: Outcome = "not_known"
        if value is not None and self.threshold is not None:
            reached = value >= self.threshold if self.direction == "at_least" else value <= self.threshold
            on_paper = self.stage == "enacted" and figure.stage == "planned"
            outcome = ("planned_only" if on_paper else "met") if reached else "not_met"
        return Attainment(target=self, figure=figure, outcome=outcome, value=value, base=base, printed=printed)

    def required(self, base: Base | None = None) -> Fraction | None:
        """Return the amount that the threshold asks for, on the target's base or on another; `None` if not known."""
        if self.threshold is None or self.measured == "amount":
            return self.threshold
        counted = base or self.base
        return None if counted is None or counted.count is None else self.threshold * counted.count

    def _base_for(self, figure: Observation, on_base: Literal["target", "figure"] | Base | None) -> Base | None:
        if isinstance(on_base, Base):
            return on_base
        if on_base not in {None, "target", "figure"}:
            msg = f'on_base: expected "target", "figure", a Base or None, got {show(on_base)}'
            raise ValueError(msg)
        own, theirs = self.base, figure.base
        if on_base == "target" or (theirs is None and on_base is None):
            return own
        counts = {base.count for base in (own, theirs) if base is not None and base.count is not None}
        if on_base is None and self.measured == "share" and len(counts) > 1:
            raise BaseMismatchError(str(own), str(theirs), 'the base moved: say on_base="target" or "figure"')
        return theirs

    def _value(self, figure: Observation, base: Base | None) -> Fraction | None:
        if self.measured == "amount" or METRICS[figure.metric].is_share:
            return figure.part
        return None if figure.part is None or base is None or base.count is None else figure.part / base.count

    def display(self, lang: Literal["vi", "en"] = "vi") -> str:
        """Write the target in a line."""
        vi = lang == "vi"
        what = METRICS[self.metric].display(lang) if self.metric is not None else "?"
        scope = f" ({self.scope})" if self.scope else ""
        due = "" if self.due is None else f"{', chậm nhất' if vi else ', by'} {self.due:%d/%m/%Y}"
        stage = "" if self.stage is None else f"; {_COUNTED[self.stage][not vi]}"
        base = "" if self.base is None else f"; {'trên' if vi else 'on'} {self.base.display(lang)}"
        return f"{what}{scope}: {self.aim(lang)}{due}{stage}{base}"

    def aim(self, lang: Literal["vi", "en"] = "vi") -> str:
        """Write the threshold alone: `ít nhất 30 %`."""
        words = {"at_least": ("ít nhất", "at least"), "at_most": ("không quá", "at most")}[self.direction]
        if self.threshold is None:
            return "?"
        if self.measured == "share":
            share = write_whole_share(self.threshold, lang)
            return share if self.threshold == 1 else f"{words[lang == 'en']} {share}"
        number = write_number(self.threshold, lang)
        if self.metric is not None:
            number = write_amount(self.threshold, self.metric, lang)
        return f"{words[lang == 'en']} {number}"

    def __str__(self) -> str:
        return self.display()


@final
@attrs.frozen(kw_only=True)
class Attainment:
    """What one figure is worth against one target (mức đạt mục tiêu); `Target.judge` makes it.

    `value` is the exact share or amount that was compared, `base` what the share was taken on; `printed` tells that the
    source gives no parts, so that its percentage could not be checked.
    """

    target: Target
    figure: Observation
    outcome: Outcome
    value: Fraction | None = None
    base: Base | None = None
    printed: bool = False

    def __attrs_post_init__(self) -> None:
        check(self)

    @property
    def met(self) -> bool | None:
        """Whether the target is met by what counts; `None` where that is not known."""
        return None if self.outcome == "not_known" else self.outcome == "met"

    @property
    def gap(self) -> Fraction | None:
        """The value less the threshold: what is above or below it."""
        return None if self.value is None or self.target.threshold is None else self.value - self.target.threshold

    @property
    def missing(self) -> Fraction | None:
        """The amount still to be done, or to be brought down, in the metric's unit; 0 once the threshold is reached."""
        required = self.target.required(self.base)
        if required is None or self.figure.part is None or METRICS[self.figure.metric].is_share:
            return None
        left = self.figure.part - required if self.target.direction == "at_most" else required - self.figure.part
        return max(left, Fraction(0))

    @property
    def in_time(self) -> bool | None:
        """Whether the figure speaks of a day up to the last one; `None` where either is not stated."""
        return None if self.figure.on is None or self.target.due is None else self.figure.on <= self.target.due

    def display(self, lang: Literal["vi", "en"] = "vi") -> str:
        """Say the outcome and why."""
        vi = lang == "vi"
        head = _OUTCOMES[self.outcome][not vi]
        parts = [f"{head}: {self._compared(lang)}{', cần ' if vi else ', '}{self.target.aim(lang)}{self._of(lang)}"]
        if self.outcome == "not_met" and self.missing:
            amount = write_amount(self._whole(self.missing), self.figure.metric, lang)
            words = _MISSING[self.target.direction][not vi]
            parts.append(f"{words} {amount}")
        if self.met and self.target.stage == "enacted" and self.figure.stage is None:
            parts.append(STAGES[None][not vi])
        if self.printed and self.value is not None:
            parts.append("tỷ lệ do nguồn công bố, không có số liệu để tính lại" if vi else "as printed, without parts")
        if self.in_time is False:
            parts.append(f"{'sau hạn' if vi else 'after'} {self.target.due:%d/%m/%Y}")
        return ", ".join(parts)

    def __str__(self) -> str:
        return self.display()

    def _compared(self, lang: Literal["vi", "en"]) -> str:
        if self.value is None:
            return write_figure(self.figure, lang)
        if self.target.measured == "amount":
            return write_amount(self.value, self.figure.metric, lang)
        share = write_share(self.value, lang, self.target.threshold)
        if self.printed or self.figure.part is None or METRICS[self.figure.metric].is_share:
            return share
        return f"{write_amount(self.figure.part, self.figure.metric, lang)} = {share}"

    def _of(self, lang: Literal["vi", "en"]) -> str:
        if self.base is None or self.target.measured == "amount":
            return ""
        return f" {'của' if lang == 'vi' else 'of'} {self.base.display(lang)}"

    def _whole(self, amount: Fraction) -> Fraction:
        # Half a condition cannot be cut: what is missing is rounded up.
        return amount if self.figure.metric == "cost" else round_to(amount, 0, "ceiling")

    @property
    def rows(self) -> tuple[dict[str, object], ...]:
        """One flat record: target, metric, day, value, threshold, outcome, and the base it was judged on."""
        return (
            {
                "target": self.target.id,
                "metric": self.figure.metric,
                "on": self.figure.on,
                "stage": self.figure.stage,
                "part": self.figure.part,
                "base": None if self.base is None else self.base.count,
                "base_as_of": None if self.base is None else self.base.as_of,
                "value": self.value,
                "threshold": self.target.threshold,
                "outcome": self.outcome,
                "in_time": self.in_time,
            },
        )

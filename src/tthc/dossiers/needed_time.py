"""Practice against prescription: the time that dossiers really needed, beside the limit of their procedure."""

import datetime as dt
import math
from collections.abc import Iterable
from fractions import Fraction
from typing import Literal, cast, final

import attrs

from tthc._record import check
from tthc.calendar import TimeLimit, WorkingCalendar
from tthc.dossiers._scenarios import calendar_of
from tthc.dossiers.dossier import Clock, Dossier
from tthc.errors import Fault, show
from tthc.exact import exact, format_number, percent

__all__ = ["Practice", "practice"]


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen(kw_only=True, repr=False)
class Practice:
    """What a limit (thời hạn giải quyết) was worth in practice.

    `needed` holds, in order, the days that each dossier needed from acceptance until it was done: working days where
    the limit is one of working days; otherwise the fewest calendar days that it would have met as a limit, since one
    that ends on a day off ends with the next working day (Article 148.5 of the Civil Code 2015). `left_out` counts the
    dossiers that say nothing of it: still open, refused, stopped, never accepted. Shares are exact; without a dossier
    they are `None`.

    Percentiles are those of the nearest rank: the P-th of n numbers in order is the one at place ⌈P·n/100⌉, so it is
    always a number of days that a dossier did need, and at least P % of them needed no more.

    >>> limit = TimeLimit.parse("5 ngày làm việc")
    >>> found = Practice(limit=limit, needed=(1, 2, 2, 3, 3, 3, 4, 4, 5, 9))
    >>> found.percentile(50), found.percentile(95), found.late, found.lowest_limit
    (3, 9, Fraction(1, 10), 9)
    >>> print(found)
    Thời hạn 5 ngày làm việc; 10 hồ sơ đã xong, 0 hồ sơ không tính
      P50: 3 ngày làm việc
      P90: 5 ngày làm việc
      P95: 9 ngày làm việc
      sớm hạn: 80,0 %
      trễ hạn: 10,0 %
      thời hạn ngắn nhất mà 95 % hồ sơ đã đạt: 9 ngày làm việc
    """

    limit: TimeLimit
    needed: tuple[int, ...]
    left_out: int = 0

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        if not _counts_days(self.limit):
            yield Fault("limit", self.limit, _DAYS)
        if min(self.needed, default=0) < 0 or list(self.needed) != sorted(self.needed):
            yield Fault("needed", self.needed, "numbers of days, 0 or more, in order")
        if self.left_out < 0:
            yield Fault("left_out", self.left_out, "a number of dossiers, 0 or more")

    @property
    def days(self) -> int:
        """The limit in days: working days or calendar days, a week being seven."""
        return cast("Fraction", self.limit.amount).numerator * _LENGTHS[cast("str", self.limit.unit)]

    def percentile(self, share: int | Fraction) -> int | None:
        """Return the percentile of the nearest rank: the fewest days within which `share` per cent of them were done.

        >>> Practice(limit=TimeLimit.parse("5 ngày làm việc"), needed=(1, 7)).percentile(50)
        1
        """
        wanted = exact(share)
        if not 0 < wanted <= 100:
            msg = f"share: expected more than 0 and at most 100 per cent, got {show(share)}"
            raise ValueError(msg)
        if not self.needed:
            return None
        return self.needed[math.ceil(wanted * len(self.needed) / 100) - 1]

    @property
    def p50(self) -> int | None:
        """The days within which half of the dossiers were done."""
        return self.percentile(50)

    @property
    def p90(self) -> int | None:
        """The days within which 90 % of the dossiers were done."""
        return self.percentile(90)

    @property
    def p95(self) -> int | None:
        """The days within which 95 % of the dossiers were done."""
        return self.percentile(95)

    @property
    def lowest_limit(self) -> int | None:
        """The lowest limit in whole days that 95 % of the dossiers already meet; 0 is within the day."""
        return self.p95

    @property
    def early(self) -> Fraction | None:
        """The share of the dossiers that needed less than the limit (sớm hạn)."""
        return self._share(sum(days < self.days for days in self.needed))

    @property
    def late(self) -> Fraction | None:
        """The share of the dossiers that needed more than the limit (trễ hạn)."""
        return self._share(sum(days > self.days for days in self.needed))

    def _share(self, part: int) -> Fraction | None:
        return Fraction(part, len(self.needed)) if self.needed else None

    @property
    def rows(self) -> tuple[dict[str, object], ...]:
        """Every figure, a flat record each: measure, vi, en, value, unit.

        >>> found = Practice(limit=TimeLimit.parse("5 ngày làm việc"), needed=(1, 7))
        >>> [(row["measure"], row["value"]) for row in found.rows][:4]
        [('done', 2), ('left_out', 0), ('limit', 5), ('p50', 1)]
        """
        days = "working day" if self.limit.working else "day"
        values: dict[str, tuple[int | Fraction | None, str]] = {
            "done": (len(self.needed), "dossier"),
            "left_out": (self.left_out, "dossier"),
            "limit": (self.days, days),
            "p50": (self.p50, days),
            "p90": (self.p90, days),
            "p95": (self.p95, days),
            "early": (self.early, "share"),
            "late": (self.late, "share"),
            "lowest_limit": (self.lowest_limit, days),
        }
        return tuple(
            {"measure": name, "vi": _WORDS[name][0], "en": _WORDS[name][1], "value": value, "unit": unit}
            for name, (value, unit) in values.items()
        )

    def display(self, lang: Literal["vi", "en"] = "vi") -> str:
        """Write the figures; shares are rounded to a tenth of a per cent, half up."""
        english = lang == "en"
        done, left_out = (_WORDS[name][english] for name in ("done", "left_out"))
        head = f"{_WORDS['limit'][english].capitalize()} {self.limit.display(lang)}"
        lines = [f"{head}; {len(self.needed)} {done}, {self.left_out} {left_out}"]
        for name, figure in (("p50", self.p50), ("p90", self.p90), ("p95", self.p95)):
            lines.append(f"  {_WORDS[name][english]}: {self._days(figure, lang)}")
        for name, share in (("early", self.early), ("late", self.late)):
            lines.append(f"  {_WORDS[name][english]}: {_percent(share, lang)}")
        lines.append(f"  {_WORDS['lowest_limit'][english]}: {self._days(self.lowest_limit, lang)}")
        return "\n".join(lines)

    def _days(self, number: int | None, lang: Literal["vi", "en"]) -> str:
        if number is None:
            return _NOT_KNOWN[lang == "en"]
        return TimeLimit(kind="duration", amount=number, unit="day", working=self.limit.working).display(lang)

    def __str__(self) -> str:
        return self.display()

    def __repr__(self) -> str:
        return f"<Practice {self.limit.display()}: {len(self.needed)} dossiers, {self.left_out} left out>"


def practice(
    limit: TimeLimit,
    dossiers: Iterable[Dossier],
    *,
    calendar: WorkingCalendar | None = None,
    clock: Clock = "resume",
    projected: bool = False,
) -> Practice:
    """Compare a limit with the time that dossiers really needed.

    The limit is one of days, working days or weeks. Time is counted as `Dossier.elapsed` counts it, with `clock` for
    the time of a supplement, and as `Practice` says for a limit of calendar days. `calendar` is `tthc.calendar.VIETNAM`
    unless another is given; a day not decided yet raises `OpenDayError` unless `projected` is true.

    >>> from tthc.dossiers import Event
    >>> history = Event("accepted", dt.date(2026, 2, 12)), Event("processing", dt.date(2026, 2, 12))
    >>> dossier = Dossier(history=(*history, Event("done", dt.date(2026, 2, 24))))
    >>> practice(TimeLimit.parse("5 ngày làm việc"), [dossier]).p50
    3
    """
    if not _counts_days(limit):
        msg = f"limit: expected {_DAYS}, got {show(limit)}"
        raise ValueError(msg)
    working = calendar_of(calendar)
    counting = working if limit.working else _every_day(working)
    needed: list[int] = []
    left_out = 0
    for dossier in dossiers:
        end = dossier.ended
        if end is None or end.kind != "done":
            left_out += 1
            continue
        days = dossier.elapsed(end.day, calendar=counting, clock=clock, projected=projected)
        rolled = 0 if limit.working else _rolled(end.day, working, projected=projected)
        needed.append(max(cast("int", days) - rolled, 0))  # what is done was accepted
    return Practice(limit=limit, needed=tuple(sorted(needed)), left_out=left_out)


_DAYS = "a limit of whole days, working days or weeks"
_LENGTHS = {"day": 1, "week": 7}
_NOT_KNOWN = ("chưa rõ", "not known")
_WORDS = {
    "done": ("hồ sơ đã xong", "dossiers done"),
    "left_out": ("hồ sơ không tính", "left out"),
    "limit": ("thời hạn", "limit"),
    "p50": ("P50", "P50"),
    "p90": ("P90", "P90"),
    "p95": ("P95", "P95"),
    "early": ("sớm hạn", "early"),
    "late": ("trễ hạn", "late"),
    "lowest_limit": ("thời hạn ngắn nhất mà 95 % hồ sơ đã đạt", "lowest limit that 95 % already meet"),
}


def _counts_days(limit: object) -> bool:
    if type(limit) is not TimeLimit or limit.amount is None or limit.unit not in _LENGTHS:
        return False
    return limit.amount.denominator == 1 and not (limit.working and limit.unit == "week")


def _every_day(calendar: WorkingCalendar) -> WorkingCalendar:
    """Return a calendar without days off, which counts calendar days."""
    every: frozenset[int] = frozenset()
    return attrs.evolve(calendar, rest_weekdays=every, days_off=(), make_up_days=(), open_changes=())


def _rolled(day: dt.date, calendar: WorkingCalendar, *, projected: bool) -> int:
    """Return by how many days a limit may end before a day and still move to it or beyond: the days off before it."""
    days = 0
    while not calendar.is_working_day(day - dt.timedelta(days=days + 1), projected=projected):
        days += 1
    return days


def _percent(share: Fraction | None, lang: Literal["vi", "en"]) -> str:
    return _NOT_KNOWN[lang == "en"] if share is None else f"{format_number(percent(share, 1), 1, lang)} %"

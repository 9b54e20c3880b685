"""What a working calendar is made of, and what it answers: days off, make-up days, open changes, one day explained."""

import datetime as dt
from collections.abc import Iterable
from typing import Generic, Literal, NamedTuple, TypeAlias, TypeVar, final

import attrs

from tthc._record import check
from tthc.errors import Fault

__all__ = ["Alternative", "Day", "DayKind", "DayOff", "DayOffKind", "MakeUpDay", "OpenChange", "Outcome"]

T_co = TypeVar("T_co", covariant=True)
DayOffKind: TypeAlias = Literal["holiday", "compensation", "swapped"]
DayKind: TypeAlias = Literal["working", "make_up", "rest", "holiday", "compensation", "swapped"]

_KINDS: dict[DayKind, tuple[str, str]] = {
    "working": ("ngày làm việc", "working day"),
    "make_up": ("ngày làm bù", "make-up working day"),
    "rest": ("ngày nghỉ hằng tuần", "weekly rest day"),
    "holiday": ("nghỉ lễ, tết", "public holiday"),
    "compensation": ("nghỉ bù", "compensation day off"),
    "swapped": ("nghỉ hoán đổi", "swapped day off"),
}
_WEEKDAYS = (
    ("Thứ Hai", "Monday"),
    ("Thứ Ba", "Tuesday"),
    ("Thứ Tư", "Wednesday"),
    ("Thứ Năm", "Thursday"),
    ("Thứ Sáu", "Friday"),
    ("Thứ Bảy", "Saturday"),
    ("Chủ nhật", "Sunday"),
)


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen
class DayOff:
    """A day on which nobody works, beyond the weekly rest (ngày nghỉ).

    `kind` is "holiday" (nghỉ lễ, tết), "compensation" for a holiday on a rest day (nghỉ bù) or "swapped" for a make-up
    day (nghỉ hoán đổi). `name` says what is celebrated or compensated, `decision` by which document or source.

    >>> DayOff(dt.date(2026, 11, 24), name="Ngày Văn hóa Việt Nam", decision="Nghị quyết 28/2026/QH16").kind
    'holiday'
    """

    date: dt.date
    kind: DayOffKind = attrs.field(default="holiday", kw_only=True)
    name: str = attrs.field(default="", kw_only=True)
    decision: str = attrs.field(default="", kw_only=True)

    def __attrs_post_init__(self) -> None:
        check(self)


@final
@attrs.frozen
class MakeUpDay:
    """A weekly rest day on which the offices work (ngày làm bù), instead of `for_day`, which may lie in another year.

    >>> MakeUpDay(dt.date(2019, 1, 5), dt.date(2018, 12, 31), decision="6519/VPCP-KGVX").for_day
    datetime.date(2018, 12, 31)
    """

    date: dt.date
    for_day: dt.date | None = None
    decision: str = attrs.field(default="", kw_only=True)

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        if self.for_day == self.date:
            yield Fault("for_day", self.for_day, "another day than the make-up day itself")


@final
@attrs.frozen(kw_only=True)
class OpenChange:
    """A change of a calendar that is possible and not decided: proposed, or one way of two to place a holiday.

    If it comes, `days_off` and `make_up_days` join the calendar (in place of what it says of the same days), and those
    in `ordinary` are days off no longer. `condition` says so in Vietnamese and in English, beginning with "nếu" and
    "if"; `name` is what `WorkingCalendar.decided` knows it by.
    """

    name: str
    condition: tuple[str, str]
    days_off: tuple[DayOff, ...] = ()
    make_up_days: tuple[MakeUpDay, ...] = ()
    ordinary: tuple[dt.date, ...] = ()
    source: str = ""

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        if not self.name:
            yield Fault("name", self.name, "a name")
        if not all(self.condition):
            yield Fault("condition", self.condition, "the condition in Vietnamese and in English")
        if not self.dates:
            yield Fault("days_off", self.days_off, "at least one day that would change")
        if len(set(self.dates)) != len(self.dates):
            yield Fault("days_off", [str(day) for day in sorted(self.dates)], "no day twice")

    @property
    def dates(self) -> tuple[dt.date, ...]:
        """The days that the change speaks of.

        >>> swap = OpenChange(name="swap", condition=("nếu hoán đổi", "if swapped"), ordinary=(dt.date(2026, 5, 4),))
        >>> swap.dates
        (datetime.date(2026, 5, 4),)
        """
        return (*(day.date for day in self.days_off), *(day.date for day in self.make_up_days), *self.ordinary)


class Alternative(NamedTuple, Generic[T_co]):
    """Another answer, and the condition for it in Vietnamese and in English.

    >>> other = Alternative(("nếu hoán đổi", "if swapped"), dt.date(2026, 11, 28))
    >>> print(other)
    28/11/2026 nếu hoán đổi
    >>> condition, date = other
    >>> date == other.value == other.date
    True
    """

    condition: tuple[str, str]
    value: T_co

    @property
    def date(self) -> T_co:
        """The value, by the name it has where the answer is a date."""
        return self.value

    def display(self, lang: Literal["vi", "en"] = "vi") -> str:
        """Write the answer and its condition.

        >>> Alternative(("nếu hoán đổi", "if swapped"), 3).display("en")
        '3 if swapped'
        """
        return f"{_shown(self.value)} {self.condition[lang == 'en']}"

    def __str__(self) -> str:
        return self.display()


class Outcome(NamedTuple, Generic[T_co]):
    """An answer of a calendar as things stand, and every other one that an open change would make of it.

    The condition of an alternative names no change without which the answer would be the same. Where more than ten open
    changes bear on one answer, not all their combinations are tried and `complete` is false.

    >>> swapped = Alternative(("nếu hoán đổi", "if swapped"), dt.date(2026, 11, 28))
    >>> outcome = Outcome(dt.date(2026, 11, 27), (swapped,))
    >>> print(outcome)
    27/11/2026; 28/11/2026 nếu hoán đổi
    >>> outcome.date
    datetime.date(2026, 11, 27)
    """

    value: T_co
    alternatives: tuple[Alternative[T_co], ...] = ()
    complete: bool = True

    @property
    def date(self) -> T_co:
        """The value, by the name it has where the answer is a date."""
        return self.value

    @property
    def certain(self) -> bool:
        """Whether no open change makes another answer of it.

        >>> Outcome(3).certain
        True
        """
        return not self.alternatives

    def display(self, lang: Literal["vi", "en"] = "vi") -> str:
        """Write the answer and its alternatives."""
        return "; ".join([_shown(self.value), *(other.display(lang) for other in self.alternatives)])

    def __str__(self) -> str:
        return self.display()


@final
@attrs.frozen(kw_only=True)
class Day:
    """One day of a calendar, explained.

    `working` and `kind` say how it stands; `name` and `decision` what it is off for and who says so; `swapped_with` is
    the other day of a swap; `open` holds the conditions, in Vietnamese and in English, that would turn it round.

    >>> print(Day(date=dt.date(2026, 11, 24), working=False, kind="holiday", name="Ngày Văn hóa Việt Nam"))
    Thứ Ba 24/11/2026: nghỉ lễ, tết (Ngày Văn hóa Việt Nam)
    """

    date: dt.date
    working: bool
    kind: DayKind
    name: str = ""
    decision: str = ""
    swapped_with: dt.date | None = None
    open: tuple[tuple[str, str], ...] = ()

    def __attrs_post_init__(self) -> None:
        check(self)

    def display(self, lang: Literal["vi", "en"] = "vi") -> str:
        """Explain the day in Vietnamese or English, on one line.

        >>> Day(date=dt.date(2026, 1, 10), working=True, kind="make_up", swapped_with=dt.date(2026, 1, 2)).display("en")
        'Saturday 10/01/2026: make-up working day (for 02/01/2026)'
        """
        english = lang == "en"
        notes = [self.name] if self.name else []
        if self.swapped_with is not None:
            words = ("thay cho", "for") if self.working else ("làm bù", "made up on")
            notes.append(f"{words[english]} {self.swapped_with:%d/%m/%Y}")
        if self.decision:
            notes.append(self.decision)
        text = f"{_WEEKDAYS[self.date.weekday()][english]} {self.date:%d/%m/%Y}: {_KINDS[self.kind][english]}"
        text += f" ({'; '.join(notes)})" if notes else ""
        turned = (("ngày làm việc", "a working day"), ("ngày nghỉ", "a day off"))[self.working][english]
        return "; ".join([text, *(f"{turned} {condition[english]}" for condition in self.open)])

    def __str__(self) -> str:
        return self.display()


def _shown(value: object) -> str:
    if isinstance(value, dt.datetime):
        return f"{value:%H:%M %d/%m/%Y}"
    return f"{value:%d/%m/%Y}" if isinstance(value, dt.date) else str(value)

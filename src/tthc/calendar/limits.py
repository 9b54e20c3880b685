"""`TimeLimit`: how long an agency may take (thời hạn giải quyết), read from the cells and sentences of records."""

import datetime as dt
from collections.abc import Iterable
from fractions import Fraction
from typing import Literal, final

import attrs

from tthc._folded import fold
from tthc._record import check
from tthc.calendar._limit_grammar import LimitKind, LimitUnit, cutoff_in, goes_on, read
from tthc.errors import Fault, MalformedError, ParseError
from tthc.exact import format_number
from tthc.identifiers._given import readable, text_of
from tthc.numerals import write_number

__all__ = ["LimitKind", "LimitUnit", "TimeLimit"]

_WHAT = "time limit"
_LONGEST = 100_000
_LONGEST_NOTE = 99_000
_DIGITS = 12

_UNITS: dict[LimitUnit, tuple[str, str]] = {
    "minute": ("phút", "minute"),
    "hour": ("giờ", "hour"),
    "half_day": ("buổi", "half-day"),
    "day": ("ngày", "day"),
    "week": ("tuần", "week"),
    "month": ("tháng", "month"),
    "year": ("năm", "year"),
}
_OTHER_KINDS = {
    "same_day": ("Trong ngày", "same day"),
    "immediate": ("Giải quyết ngay", "at once"),
    "not_fixed": ("Không quy định", "not fixed"),
}


def __dir__() -> list[str]:
    return __all__


def _number(value: int | Fraction | None) -> Fraction | None:
    return Fraction(value) if type(value) is int else value  # type: ignore[return-value]  # check() refuses the rest


@final
@attrs.frozen(kw_only=True, repr=False)
class TimeLimit:
    """A time limit (thời hạn giải quyết): `kind` says which of the fields below it has.

    - "duration": `amount` in `unit`, `working` days or hours if so stated; of a range, `amount` is the upper end (the
      limit) and `at_least` the lower. `unit` is `None` where the record gives a bare number: never take it for days.
    - "same_day": within the day of receipt; what comes in after `cutoff` is settled on the next working day.
    - "immediate": at once. "not_fixed": the law sets no limit, and the record says so.

    `note` is what was not interpreted, word for word: from when the time runs, who gets how much longer. A note may not
    begin or end with blanks. `amount` has at most 12 digits above and below the line. Source of the rules by which a
    limit runs: Articles 144 to 148 of the Civil Code 2015.

    >>> limit = TimeLimit.parse("Không quá 05 (năm) ngày làm việc kể từ ngày nhận đủ hồ sơ")
    >>> print(limit)
    5 ngày làm việc; kể từ ngày nhận đủ hồ sơ
    >>> TimeLimit(kind="duration", amount=5, unit="day", working=True).display("en")
    '5 working days'
    """

    kind: LimitKind
    amount: Fraction | None = attrs.field(default=None, converter=_number)
    at_least: Fraction | None = attrs.field(default=None, converter=_number)
    unit: LimitUnit | None = None
    working: bool = False
    cutoff: dt.time | None = None
    note: str = ""
    repairs: tuple[str, ...] = attrs.field(default=(), eq=False)

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        if self.kind == "duration":
            yield from self._amount_faults()
        else:
            for field in ("amount", "at_least", "unit", "working"):
                held: object = getattr(self, field)
                if held is not None and held is not False:
                    yield Fault(field, held, f'nothing beside kind="{self.kind}"')
        cutoff = self.cutoff
        if cutoff is not None and (self.kind != "same_day" or cutoff != dt.time(cutoff.hour, cutoff.minute)):
            yield Fault("cutoff", self.cutoff, 'a whole minute, beside kind="same_day" only')
        if self.note:
            yield from self._note_faults()

    def _amount_faults(self) -> Iterable[Fault]:
        if self.amount is None:
            yield Fault("amount", None, 'a number beside kind="duration"')
        for field, value in (("amount", self.amount), ("at_least", self.at_least)):
            if value is not None and not 0 <= value.numerator < 10**_DIGITS > value.denominator:
                yield Fault(field, value, f"a number of 0 or more, at most {_DIGITS} digits above and below the line")
        if self.amount is not None and self.at_least is not None and self.at_least > self.amount:
            yield Fault("at_least", self.at_least, f"at most the amount ({self.amount})")
        if self.working and self.unit is None:
            yield Fault("working", self.working, "a unit to count in")

    def _note_faults(self) -> Iterable[Fault]:
        if self.note != self.note.strip() or len(self.note) > _LONGEST_NOTE:
            yield Fault("note", self.note, f"text without blanks around it, at most {_LONGEST_NOTE} characters")
        key, _ = fold(self.note)
        if self.kind == "duration" and goes_on(key):
            yield Fault("note", self.note, "no further limit that is to be added to this one")
        if self.kind == "same_day" and cutoff_in(key) not in {None, self.cutoff}:
            yield Fault("cutoff", self.cutoff, f"what the note says ({cutoff_in(key)})")

    @classmethod
    def parse(cls, text: str) -> "TimeLimit":
        """Read a limit as records write it; what follows the limit itself goes to `note`.

        Where words and digits disagree the digits hold (repair "words-differ"). Sums over several agencies and vague
        text are refused, as is text that states nothing ("", "-", "Không có thông tin").

        >>> TimeLimit.parse("Từ 01 đến 03 ngày làm việc")
        TimeLimit(kind='duration', amount=Fraction(3, 1), at_least=Fraction(1, 1), unit='day', working=True)
        >>> TimeLimit.parse("Ngay trong ngày; trường hợp nhận hồ sơ sau 15 giờ thì trả vào hôm sau").cutoff
        datetime.time(15, 0)
        >>> TimeLimit.parse("Sở: 05 ngày; UBND tỉnh: 03 ngày")
        Traceback (most recent call last):
        ...
        tthc.errors.ParseError: time limit: expected one limit: 'Sở: 05 ngày; UBND tỉnh: 03 ngày' (position 0)
        """
        given = text_of(text, _WHAT, _LONGEST)
        parts = read(given, _WHAT)
        try:
            return cls(**parts._asdict())
        except MalformedError as error:
            raise ParseError(given, f"{_WHAT}: {error.faults[0]}", 0) from None

    @classmethod
    def is_valid(cls, value: object) -> bool:
        """Tell whether `value` is a text that `parse` reads; never raises."""
        return readable(cls.parse, value)

    def display(self, lang: Literal["vi", "en"] = "vi") -> str:
        """Say the limit, without its note, in Vietnamese or English.

        >>> TimeLimit(kind="duration", amount=3, at_least=1, unit="hour").display("en")
        '1 to 3 hours'
        """
        english = lang == "en"
        if self.amount is None:
            words = _OTHER_KINDS[self.kind][english]
            if self.cutoff is None:
                return words
            after = f"after {self.cutoff:%H:%M}: next working day"
            return f"{words} ({after})" if english else f"{words} (sau {_clock(self.cutoff)}: ngày làm việc tiếp theo)"
        number = _written(self.amount, lang)
        if self.at_least is not None:
            low = _written(self.at_least, lang)
            number = f"{low} to {number}" if english else f"từ {low} đến {number}"
        if self.unit is None:
            return number
        unit = _UNITS[self.unit][english]
        if english:
            return f"{number} {'working ' * self.working}{unit}{'s' * (self.amount != 1)}"
        return f"{number} {unit}{' làm việc' * self.working}"

    def __str__(self) -> str:
        head = self.display()
        if self.note and self.cutoff is not None and cutoff_in(fold(self.note)[0]) is not None:
            head = _OTHER_KINDS["same_day"][0]  # the note says it
        return f"{head}; {self.note}" if self.note else head

    def __repr__(self) -> str:
        fields = [(f.name, getattr(self, f.name), f.default) for f in attrs.fields(TimeLimit) if f.eq]
        return f"TimeLimit({', '.join(f'{name}={value!r}' for name, value, usual in fields if value != usual)})"


def _written(value: Fraction, lang: Literal["vi", "en"]) -> str:
    return write_number(value, grouped=False) if lang == "vi" else format_number(value, lang="en")


def _clock(time: dt.time) -> str:
    return f"{time.hour} giờ" + f" {time.minute:02}" * (time.minute > 0)

"""The exceptions of `tthc` and the bounded way in which they show a value.

Three channels are never mixed: what is *malformed* raises one of these errors, what is *questionable* becomes a
`tthc.findings.Finding`, what is *unknown* is `None`. Every error here is a `TthcError`; the three that speak of data
(`ParseError`, `MalformedError`, `DecodeError`) are `ValueError`s too. All of them pickle.
"""

from __future__ import annotations

import reprlib
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import datetime as dt

    from tthc.calendar.days import Alternative
    from tthc.findings import Report

__all__ = [
    "AmbiguousError",
    "BaseMismatchError",
    "DecodeError",
    "Fault",
    "IncomparableError",
    "MalformedError",
    "MetricMismatchError",
    "MissingInputError",
    "NoLawError",
    "NotFoundError",
    "NotRankedError",
    "OpenDayError",
    "ParseError",
    "ReportError",
    "StepError",
    "TthcError",
    "show",
]

_WIDTH = 80
_bounded = reprlib.Repr()
_bounded.maxlevel = 3
_bounded.maxstring = _bounded.maxlong = _bounded.maxother = _WIDTH
_bounded.maxtuple = _bounded.maxlist = _bounded.maxdict = _bounded.maxset = _bounded.maxfrozenset = 4


def __dir__() -> list[str]:
    return __all__


def show(value: object) -> str:
    """Show any value in at most 80 characters, three levels deep; never raises.

    >>> show("x" * 200)
    "'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx...xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'"
    """
    try:
        if type(value) is int and value.bit_length() > 1024:  # repr() of a huge int is slow, then refused
            return f"<int of {value.bit_length()} bits>"
        text = _bounded.repr(value)
    except Exception:  # noqa: BLE001 - a stranger's __repr__ may raise anything
        text = f"<{type.__dict__['__name__'].__get__(type(value))}>"  # a metaclass may lie about the name
    return _cut(text)


def _cut(text: str) -> str:
    return text if len(text) <= _WIDTH else text[: _WIDTH - 3] + "..."


def _some(items: tuple[str, ...]) -> str:
    """Join the first eight of a list of names, each of a bounded width."""
    more = f" and {len(items) - 8} more" if len(items) > 8 else ""
    return ", ".join(map(_cut, items[:8])) + more


def _head(report: Report) -> str:
    """Write the count of a report and its first twenty findings."""
    lines = str(report).split("\n")
    return "\n".join(lines[:21] if len(lines) <= 21 else [*lines[:21], f"  … (+{len(lines) - 21})"])


class _Shown(str):
    """What stands, in an exception that was pickled, for a value that may not pickle: the text that shows it."""

    __slots__ = ()
    __repr__ = str.__str__


def _portable(value: object) -> object:
    """Return a value that pickles and is shown as `value` is."""
    return value if value is None or type(value) in {str, int, bool, float, bytes} else _Shown(show(value))


class Fault(NamedTuple):
    """One thing wrong with one field of a value: which field, what it held, what was expected."""

    field: str
    value: object
    expected: str

    def __str__(self) -> str:
        return f"{self.field}: expected {self.expected}, got {show(self.value)}"


class TthcError(Exception):
    """The base of every exception that `tthc` raises on purpose."""


class ParseError(TthcError, ValueError):
    """A text is not a value of the type that was asked to read it.

    `value` is what was given (masked where it may be a personal number), `reason` says what is wrong with it and
    `position` is an index into the text as given, or `None` where the text as a whole is wrong.

    >>> raise ParseError("1.4873", "procedure code: expected six digits after the dot, got four", 2)
    Traceback (most recent call last):
    ...
    tthc.errors.ParseError: procedure code: expected six digits after the dot, got four: '1.4873' (position 2)
    """

    def __init__(self, value: object, reason: str, position: int | None = None) -> None:
        super().__init__(value, reason, position)
        self.value = value
        self.reason = reason
        self.position = position

    def __str__(self) -> str:
        where = "" if self.position is None else f" (position {self.position})"
        return f"{self.reason}: {show(self.value)}{where}"

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (_portable(self.value), self.reason, self.position)


class MalformedError(TthcError, ValueError):
    """A value cannot be built from these fields; `faults` holds every fault, not only the first."""

    def __init__(self, type_name: str, faults: tuple[Fault, ...]) -> None:
        super().__init__(type_name, faults)
        self.type_name = type_name
        self.faults = faults

    def __str__(self) -> str:
        more = f"; and {len(self.faults) - 20} more" if len(self.faults) > 20 else ""
        return f"malformed {self.type_name}: " + "; ".join(map(str, self.faults[:20])) + more

    def __reduce__(self) -> tuple[object, ...]:
        # A fault may hold what does not pickle (a generator, a module): it travels as the text that shows it.
        return type(self), (self.type_name, tuple(Fault(f.field, _portable(f.value), f.expected) for f in self.faults))


class DecodeError(TthcError, ValueError):
    """Plain data is not a value of the type asked for; `report` holds every fault with its path."""

    def __init__(self, report: Report) -> None:
        super().__init__(report)
        self.report = report

    def __str__(self) -> str:
        return f"cannot decode: {_head(self.report)}"


class ReportError(TthcError):
    """`Report.raise_for` found a finding at or above the severity asked for; `report` is the whole report."""

    def __init__(self, report: Report) -> None:
        super().__init__(report)
        self.report = report

    def __str__(self) -> str:
        return _head(self.report)


class NotFoundError(TthcError, LookupError):
    """A name or code is not among the ones that the value knows; `available` lists some that it knows."""

    def __init__(self, what: str, value: object, available: tuple[str, ...] = ()) -> None:
        super().__init__(what, value, available)
        self.what = what
        self.value = value
        self.available = available

    def __str__(self) -> str:
        known = f"; known: {_some(self.available)}" if self.available else ""
        return f"unknown {self.what}: {show(self.value)}{known}"

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.what, _portable(self.value), self.available)


class AmbiguousError(TthcError, LookupError):
    """A name or code fits several values; `found` shows them."""

    def __init__(self, what: str, value: object, found: tuple[str, ...]) -> None:
        super().__init__(what, value, found)
        self.what = what
        self.value = value
        self.found = found

    def __str__(self) -> str:
        return f"several values fit {self.what} {show(self.value)}: {_some(self.found)}"

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.what, _portable(self.value), self.found)


class MetricMismatchError(TthcError, ValueError):
    """Two numbers do not speak of one thing: `what` differs (the metric, the scope, the stage), as `value` and `other`.

    >>> raise MetricMismatchError("metric", "procedures_touched", "cost")
    Traceback (most recent call last):
    ...
    tthc.errors.MetricMismatchError: not comparable, another metric: 'procedures_touched' and 'cost'
    """

    def __init__(self, what: str, value: object, other: object) -> None:
        super().__init__(what, value, other)
        self.what = what
        self.value = value
        self.other = other

    def __str__(self) -> str:
        return f"not comparable, another {self.what}: {show(self.value)} and {show(self.other)}"

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.what, _portable(self.value), _portable(self.other))


class IncomparableError(MetricMismatchError):
    """Two costs are neither added nor compared: `what` differs (convention, currency, vintage, base year).

    >>> raise IncomparableError("base year", 2020, 2025)
    Traceback (most recent call last):
    ...
    tthc.errors.IncomparableError: not comparable, another base year: 2020 and 2025
    """


class MissingInputError(TthcError, ValueError):
    """A computation cannot do without what it was not told: `what` by its path, `reason` why it needs it.

    >>> raise MissingInputError("parameters.hourly_income['business']", "vn-tt02-2017 prices this time")
    Traceback (most recent call last):
    ...
    tthc.errors.MissingInputError: missing parameters.hourly_income['business']: vn-tt02-2017 prices this time
    """

    def __init__(self, what: str, reason: str) -> None:
        super().__init__(what, reason)
        self.what = what
        self.reason = reason

    def __str__(self) -> str:
        return f"missing {_cut(self.what)}: {self.reason}"


class BaseMismatchError(TthcError, ValueError):
    """Two shares do not rest on one base, counted as `value` and as `other`; `reason` says what would help."""

    def __init__(self, value: object, other: object, reason: str) -> None:
        super().__init__(value, other, reason)
        self.value = value
        self.other = other
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.reason}: {show(self.value)} and {show(self.other)}"

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (_portable(self.value), _portable(self.other), self.reason)


class NotRankedError(TthcError, LookupError):
    """There is no ranking of this index, because its publisher gives none; `reason` says why."""

    def __init__(self, what: str, reason: str) -> None:
        super().__init__(what, reason)
        self.what = what
        self.reason = reason

    def __str__(self) -> str:
        return f"{_cut(self.what)} is not ranked: {self.reason}"


class NoLawError(TthcError, ValueError):
    """A day lies before the first law, or the first fact, that `tthc` knows on the matter."""

    def __init__(self, day: dt.date, first: dt.date) -> None:
        super().__init__(day, first)
        self.day = day
        self.first = first

    def __str__(self) -> str:
        return f"nothing is known of {self.day}: expected a day from {self.first} on"


class OpenDayError(TthcError, LookupError):
    """An answer rests on a day that is not decided yet: `projected` as things stand, `alternatives` if that changes.

    An alternative holds its condition, in Vietnamese and in English, and the answer that goes with it.
    """

    def __init__(self, alternatives: tuple[Alternative[object], ...], projected: object = None) -> None:
        super().__init__(alternatives, projected)
        self.alternatives = alternatives
        self.projected = projected

    def __str__(self) -> str:
        others = [f"or {value} {condition[1]}" for condition, value in self.alternatives[:3]]
        if len(self.alternatives) > len(others):
            others.append(f"or {len(self.alternatives) - len(others)} more")
        return f"not decided yet: {self.projected}, {', '.join(others)} (projected=True asks for the first)"


class StepError(TthcError, ValueError):
    """A step of an index that was asked for cannot be done: which step, of which node and unit, and why."""

    def __init__(self, step: str, node: str, reason: str, unit: object = None) -> None:
        super().__init__(step, node, reason, unit)
        self.step = step
        self.node = node
        self.reason = reason
        self.unit = unit

    def __str__(self) -> str:
        of = "" if self.unit is None else f" of {show(self.unit)}"
        return f"cannot {self.step} {show(self.node)}{of}: {self.reason}"

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.step, self.node, self.reason, _portable(self.unit))

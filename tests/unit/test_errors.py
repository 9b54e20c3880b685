"""Exceptions show what they hold in bounded space, and travel."""

import copy
import datetime as dt
import pickle
import sys
from collections.abc import Iterator
from fractions import Fraction
from typing import Never

import pytest

from tthc import errors
from tthc.calendar import Alternative
from tthc.errors import (
    AmbiguousError,
    DecodeError,
    Fault,
    MalformedError,
    NoLawError,
    NotFoundError,
    OpenDayError,
    ParseError,
    ReportError,
    TthcError,
    show,
)
from tthc.findings import Finding, Message, Report


class Liar:
    """Raises whenever it is looked at."""

    def __repr__(self) -> Never:
        raise RuntimeError("no")

    def __reduce__(self) -> Never:
        raise TypeError("does not pickle")


class Meta(type):
    @property
    def __name__(cls) -> Never:  # type: ignore[override]
        raise RuntimeError("no name either")


class Nameless(metaclass=Meta):
    def __repr__(self) -> Never:
        raise RuntimeError("no")


def _deep(levels: int) -> list[object]:
    nested: list[object] = []
    for _ in range(levels):
        nested = [nested]
    return nested


HOSTILE = {
    "huge int": 10**100_000,
    "huge int within": (10**100_000, "x"),
    "huge negative": -(10**5000),
    "long text": "x" * 1_000_000,
    "long bytes": b"x" * 1_000_000,
    "wide": list(range(100_000)),
    "deep": _deep(100_000),
    "mapping": {str(i): i for i in range(10_000)},
    "mixed set": {1, "a", None, (1,)},
    "lying repr": Liar(),
    "lying repr within": [Liar()],
    "nameless": Nameless(),
    "surrogate": "\ud800",
    "bidi": "\u202eabc",
    "not a number": float("nan"),
}


@pytest.mark.parametrize("value", HOSTILE.values(), ids=list(HOSTILE))
def test_show_is_bounded_and_never_raises(value: object) -> None:
    text = show(value)
    assert 0 < len(text) <= 80
    assert text.isprintable()


def test_show_shows_small_values_as_they_are() -> None:
    for value in ("Sở Tư pháp", 12, None, True, Fraction(1, 3), ("a", 1), {"a": [1, 2]}, -(2**1000) % 7):
        assert show(value) == repr(value)
    assert show(2**1025) == "<int of 1026 bits>"
    assert show([[[[1]]]]) == "[[[[...]]]]"


def test_show_cuts_long_values() -> None:
    assert show("x" * 200).startswith("'xxx")
    assert show(dict.fromkeys(range(3), "y" * 60)).endswith("...")
    assert show(Liar()).startswith("<Liar instance")
    assert show(Nameless()) == "<Nameless>"


def test_fault_names_field_value_and_expectation() -> None:
    assert str(Fault("copies", -1, "0 or more")) == "copies: expected 0 or more, got -1"


def _report(count: int) -> Report:
    return Report(tuple(Finding(message=Message("TTHC001", f"lời {i}", f"words {i}")) for i in range(count)))


ERRORS: list[TthcError] = [
    TthcError("plain"),
    ParseError("1.4873", "procedure code: expected six digits", 2),
    ParseError(None, "expected text"),
    MalformedError("Document", (Fault("copies", -1, "0 or more"), Fault("name", None, "str"))),
    DecodeError(_report(2)),
    ReportError(_report(1)),
    NotFoundError("case", "x", ("a", "b")),
    NotFoundError("case", 3),
    AmbiguousError("procedure", "1.001193", ("<Procedure a>", "<Procedure b>")),
    NoLawError(dt.date(1990, 1, 1), dt.date(1994, 5, 1)),
    OpenDayError((Alternative(("nếu hoán đổi", "if swapped"), 3),), 2),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda e: type(e).__name__)
@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_errors_pickle_and_copy(error: TthcError, protocol: int) -> None:
    for twin in (pickle.loads(pickle.dumps(error, protocol)), copy.copy(error), copy.deepcopy(error)):
        assert type(twin) is type(error)
        assert str(twin) == str(error) != ""
        assert twin.args == error.args


def test_errors_say_what_they_are() -> None:
    assert str(ParseError("1.4873", "six digits", 2)) == "six digits: '1.4873' (position 2)"
    assert str(ParseError("", "expected a code")) == "expected a code: ''"
    malformed = MalformedError("X", (Fault("a", 1, "str"), Fault("b", 2, "str")))
    assert str(malformed) == "malformed X: a: expected str, got 1; b: expected str, got 2"
    assert str(NotFoundError("case", "x")) == "unknown case: 'x'"
    assert str(NotFoundError("case", "x", ("a", "b"))) == "unknown case: 'x'; known: a, b"
    assert str(AmbiguousError("procedure", "1", ("p", "q"))) == "several values fit procedure '1': p, q"
    assert str(NoLawError(dt.date(1990, 1, 1), dt.date(1994, 5, 1))) == (
        "nothing is known of 1990-01-01: expected a day from 1994-05-01 on"
    )
    assert str(ReportError(_report(1))) == str(_report(1))
    assert str(DecodeError(_report(1))).startswith("cannot decode: ")


@pytest.mark.parametrize("count", [1, 3, 5])
def test_an_open_day_names_its_alternatives(count: int) -> None:
    error = OpenDayError(tuple(Alternative(("nếu", "if"), i) for i in range(count)), "x")
    assert str(error).startswith("not decided yet: x, or 0 if")
    assert (", or 2 more (" in str(error)) is (count == 5)
    assert str(error).endswith("(projected=True asks for the first)")
    assert error.projected == "x"
    assert len(error.alternatives) == count


@pytest.mark.parametrize("error", [ParseError, MalformedError, DecodeError, NoLawError])
def test_errors_about_data_are_value_errors(error: type[TthcError]) -> None:
    assert issubclass(error, ValueError)


@pytest.mark.parametrize("error", [NotFoundError, AmbiguousError, OpenDayError])
def test_failed_searches_are_lookup_errors(error: type[TthcError]) -> None:
    assert issubclass(error, LookupError)


def _generator() -> Iterator[int]:
    yield 1


UNPORTABLE = {
    "generator": _generator(),
    "liar": Liar(),
    "function": lambda: 0,
    "module": sys,
    "fraction": Fraction(1, 3),
}


@pytest.mark.parametrize("value", UNPORTABLE.values(), ids=list(UNPORTABLE))
def test_what_does_not_pickle_travels_as_its_text(value: object) -> None:
    errors_of_it: list[TthcError] = [
        ParseError(value, "expected text", 0),
        MalformedError("X", (Fault("a", value, "str"),)),
        NotFoundError("case", value, ("a",)),
        AmbiguousError("case", value, ("a", "b")),
    ]
    for error in errors_of_it:
        twin = pickle.loads(pickle.dumps(error))
        assert str(twin) == str(error)
        assert str(pickle.loads(pickle.dumps(twin))) == str(error)


@pytest.mark.parametrize("value", HOSTILE.values(), ids=list(HOSTILE))
def test_errors_about_hostile_values_are_short(value: object) -> None:
    for error in (
        ParseError(value, "no"),
        NotFoundError("case", value),
        MalformedError("X", (Fault("a", value, "b"),)),
    ):
        assert len(str(error)) < 160


def test_lists_in_errors_are_bounded() -> None:
    many = tuple(str(i) * 500 for i in range(1000))
    assert len(str(NotFoundError("case", "x", many))) < 1000
    assert str(NotFoundError("case", "x", many)).endswith(" and 992 more")
    assert len(str(AmbiguousError("case", "x", many))) < 1000
    faults = tuple(Fault(f"rows[{i}]", i, "str") for i in range(100_000))
    assert str(MalformedError("X", faults)).endswith("; and 99980 more")
    assert "more" not in str(MalformedError("X", faults[:20]))
    for error in (ReportError(_report(50)), DecodeError(_report(50))):
        assert len(str(error).splitlines()) == 22
        assert str(error).endswith("(+30)")
    assert len(str(ReportError(_report(20))).splitlines()) == 21


def test_module_lists_its_names() -> None:
    assert dir(errors) == errors.__all__ == sorted(errors.__all__)

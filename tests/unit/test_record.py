"""`check`: what every constructor refuses, and how it says so."""

import datetime as dt
import enum
from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Any, Generic, Literal, TypeVar
from unittest.mock import Mock

import attrs
import pytest

import tthc._record
from tthc._record import check, is_open, options
from tthc.errors import Fault, MalformedError
from tthc.frozen import FrozenMap

T = TypeVar("T")


class Colour(enum.Enum):
    RED = 1
    BLUE = 2


def _record(hint: Any, default: Any = attrs.NOTHING) -> Any:
    """A record with one field of a type."""

    def __attrs_post_init__(self: Any) -> None:  # noqa: N807
        check(self)

    namespace = {
        "__annotations__": {"x": hint},
        "__attrs_post_init__": __attrs_post_init__,
        "x": attrs.field(default=default),
    }
    return attrs.frozen(type("Record", (), namespace))


def _faults(hint: Any, value: object) -> list[str]:
    with pytest.raises(MalformedError) as caught:
        _record(hint)(value)
    assert caught.value.type_name == "Record"
    return list(map(str, caught.value.faults))


GOOD: list[tuple[Any, object]] = [
    (str, "a"),
    (int, 1),
    (bool, True),
    (None, None),
    (Fraction, Fraction(1, 2)),
    (dt.date, dt.date(2026, 1, 1)),
    (dt.time, dt.time(15)),
    (dt.datetime, dt.datetime(2026, 1, 1, tzinfo=dt.UTC)),
    (Colour, Colour.RED),
    (Literal["a", 1], 1),
    (str | None, None),
    (str | int | None, 3),
    (Literal["a"] | None, None),
    (Literal["a"] | int, "a"),
    (tuple[str, ...], ()),
    (tuple[str, ...], ("a", "b")),
    (tuple[str | None, ...] | None, ("a", None)),
    (tuple[str | None, ...] | None, None),
    (tuple[Literal["a", "b"], ...], ("a", "b", "a")),
    (tuple[tuple[int, ...], ...], ((1, 2), ())),
    (tuple[int, str], (1, "a")),
    (tuple[Any, ...], (1, "a", None)),
    (tuple[int | Any, ...], (1, "a", None)),
    (frozenset[str], frozenset({"a"})),
    (FrozenMap[str, int], FrozenMap({"a": 1})),
    (FrozenMap[str, tuple[int, ...]], FrozenMap({"a": (1,)})),
    (FrozenMap[Any, Any], FrozenMap({1: 2})),
    (dict[str, int], {}),
    (Callable[[int], str], str),
    (Any, 1.5),
    (object, 1.5),
    (T, 1.5),
    (T | None, 1.5),
]
BAD: list[tuple[Any, object, list[str]]] = [
    (str, None, ["x: expected str, got None"]),
    (int, True, ["x: expected int, got True"]),
    (bool, 1, ["x: expected bool, got 1"]),
    (None, 0, ["x: expected None, got 0"]),
    (Fraction, 0.5, ["x: expected Fraction, got 0.5"]),
    (dt.date, dt.datetime(1, 1, 1), ["x: expected date, got datetime.datetime(1, 1, 1, 0, 0)"]),  # noqa: DTZ001
    (Colour, "RED", ["x: expected one of RED, BLUE, got 'RED'"]),
    (Literal["a", 1], "b", ["x: expected one of 'a', 1, got 'b'"]),
    (Literal["a", 1], True, ["x: expected one of 'a', 1, got True"]),
    (Literal["a"], [], ["x: expected one of 'a', got []"]),
    (str | None, 1, ["x: expected str or None, got 1"]),
    (Literal["a"] | int, "b", ["x: expected one of 'a' or int, got 'b'"]),
    (tuple[str, ...], ["a"], ["x: expected a tuple of (str), got ['a']"]),
    (tuple[str, ...], ("a", 1, 2), ["x[1]: expected str, got 1", "x[2]: expected str, got 2"]),
    (tuple[str | None, ...] | None, ("a", 1), ["x[1]: expected str or None, got 1"]),
    (tuple[str | None, ...] | None, "a", ["x: expected a tuple of (str or None) or None, got 'a'"]),
    (tuple[Literal["a"], ...], ("b",), ["x[0]: expected one of 'a', got 'b'"]),
    (tuple[tuple[int, ...], ...], ((1,), (True,)), ["x[1]: expected a tuple of (int), got (True,)"]),
    (tuple[int, str], (1, "a", 2), ["x: expected tuple, got (1, 'a', 2)"]),
    (tuple[int, str], ("a", 1), ["x: expected tuple, got ('a', 1)"]),
    (frozenset[str], {"a"}, ["x: expected frozenset, got {'a'}"]),
    (frozenset[str], frozenset({1}), ["x: expected frozenset, got frozenset({1})"]),
    (FrozenMap[str, int], {"a": 1}, ["x: expected FrozenMap, got {'a': 1}"]),
    (FrozenMap[str, int], FrozenMap({1: 1}), ["x[1]: expected str as its key, got 1"]),
    (FrozenMap[str, int], FrozenMap({"a": "b"}), ["x['a']: expected int, got 'b'"]),
    (FrozenMap[str, int], FrozenMap({"a": True, "b": 1, 2: ""}),
     ["x['a']: expected int, got True", "x[2]: expected str as its key, got 2", "x[2]: expected int, got ''"]),
    (FrozenMap[str, FrozenMap[str, int]], FrozenMap({"a": FrozenMap({"b": None})}),
     ["x['a']['b']: expected int, got None"]),
    (dict[str, int], FrozenMap(), ["x: expected dict, got FrozenMap()"]),
    (Callable[[int], str], 1, ["x: expected Callable, got 1"]),
]  # fmt: skip


@pytest.mark.parametrize(("hint", "value"), GOOD)
def test_a_value_of_the_type_is_taken(hint: Any, value: object) -> None:
    assert _record(hint)(value).x is value


@pytest.mark.parametrize(("hint", "value", "faults"), BAD)
def test_anything_else_is_refused_and_named(hint: Any, value: object, faults: list[str]) -> None:
    assert _faults(hint, value) == faults


def test_subclasses_are_strangers() -> None:
    class Text(str):
        __slots__ = ()

    assert _faults(str, Text("a")) == ["x: expected str, got 'a'"]
    assert _faults(tuple[str, ...], (Text("a"),)) == ["x[0]: expected str, got 'a'"]


def test_an_object_cannot_lie_about_its_class() -> None:
    liar = Mock(spec=Fraction)
    assert liar.__class__ is Fraction
    (fault,) = _faults(Fraction, liar)
    assert fault.startswith("x: expected Fraction, got <Mock")


def test_all_faults_at_once_types_before_invariants() -> None:
    asked = []

    @attrs.frozen
    class Span(Generic[T]):
        low: int
        high: int
        name: str = ""
        extra: T | None = None

        def __attrs_post_init__(self) -> None:
            check(self, self._faults)

        def _faults(self) -> Iterable[Fault]:
            asked.append(self)
            if self.low > self.high:
                yield Fault("low", self.low, f"at most {self.high}")
            if not self.name:
                yield Fault("name", self.name, "a name")

    with pytest.raises(MalformedError) as caught:
        Span("1", None)  # type: ignore[arg-type]
    assert str(caught.value) == "malformed Span: low: expected int, got '1'; high: expected int, got None"
    assert not asked, "invariants may rely on the types"
    with pytest.raises(MalformedError) as caught:
        Span(2, 1)
    assert [fault.field for fault in caught.value.faults] == ["low", "name"]
    assert Span(1, 2, "a", 1.5).high == 2


def test_a_record_without_fields_or_only_open_ones_is_always_well_formed() -> None:
    @attrs.frozen
    class Empty:
        def __attrs_post_init__(self) -> None:
            check(self)

    assert Empty() == Empty()
    assert _record(Any)(None).x is None


def test_the_types_of_a_class_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    record = _record(int)
    record(1)
    monkeypatch.setattr(tthc._record, "_compile", None)
    assert record(2).x == 2


def test_what_a_union_is() -> None:
    assert options(str | None) == (str, type(None))
    assert options(str) == (str,)
    assert [is_open(hint) for hint in (Any, object, T, int, str | Any)] == [True, True, True, False, False]

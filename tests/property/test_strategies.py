"""Every public value type has a strategy, Hypothesis finds it by the type, and what it makes is a proper value."""

import copy
import importlib
import pickle
import pkgutil
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from inspect import isclass
from typing import Any

import attrs
import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

import tthc
from tthc import _hypothesis, strategies
from tthc._hypothesis import STRATEGIES
from tthc.dated import Dated
from tthc.errors import MalformedError
from tthc.frozen import FrozenMap
from tthc.identifiers import AgencyCode
from tthc.money import Money
from tthc.procedures import Catalogue, CatalogueDifference, Difference
from tthc.rankings import Ranking
from tthc.text import normalise, tidy

# What is no data: rules hold functions, a reading what is left of somebody else's record, a due date its calendars.
NO_DATA = {"DueDate", "StepSchedule", "Reading", "Reference", "Rule", "RuleSet"}
TABLE = {
    getattr(importlib.import_module(module), name): function
    for module, functions in STRATEGIES.items()
    for name, function in functions.items()
}
GENERIC = {Dated: strategies.dated(strategies.texts()), FrozenMap: strategies.frozen_maps(st.text(), st.integers())}
VALUES = [
    pytest.param(cls, GENERIC[cls] if cls in GENERIC else getattr(strategies, function)(), id=cls.__name__)
    for cls, function in TABLE.items()
]


def _public_values() -> Iterator[type]:
    for info in pkgutil.walk_packages(tthc.__path__, "tthc."):
        if "._" in info.name:
            continue
        module = importlib.import_module(info.name)
        for name in module.__all__:
            value = getattr(module, name)
            if isclass(value) and attrs.has(value):
                yield value


def test_every_value_type_has_a_strategy() -> None:
    assert {cls.__name__ for cls in set(_public_values()) - set(TABLE)} <= NO_DATA


def test_the_table_names_every_strategy_once() -> None:
    assert sorted(TABLE.values()) == sorted(set(strategies.__all__) - {"texts"})


@pytest.mark.parametrize(("cls", "values"), VALUES)
def test_values(cls: Any, values: st.SearchStrategy[Any]) -> None:
    @settings(max_examples=8 if cls in {Catalogue, CatalogueDifference, Difference} else 25)
    @given(values)
    def holds(value: Any) -> None:
        assert type(value) is cls
        assert isinstance(hash(value), int)
        assert repr(value)
        str(value)
        assert pickle.loads(pickle.dumps(value)) == value == copy.deepcopy(value)
        assert value == value
        assert value != object()
        if attrs.has(cls):
            assert attrs.evolve(value) == value
        if hasattr(cls, "parse"):
            assert cls.parse(str(value)) == value
            assert cls.is_valid(str(value))

    holds()


@pytest.mark.parametrize(
    "found",
    [
        lambda text: unicodedata.normalize("NFC", text) != text,
        lambda text: tidy(text) != text == unicodedata.normalize("NFC", text),
        lambda text: normalise(text) != tidy(text),
        lambda text: "\u202e" in text,
        lambda text: text == "",
    ],
    ids=["decomposed", "look-alikes", "blanks", "bidi", "empty"],
)
def test_text_comes_dirty(found: Any) -> None:
    find(strategies.texts(), found)


@given(strategies.texts())
def test_text_has_no_lone_surrogates(text: str) -> None:
    assert text.encode().decode() == text


def test_unless_they_are_asked_for() -> None:
    find(strategies.texts(surrogates=True), lambda text: any("\ud800" <= char <= "\udfff" for char in text))


@pytest.mark.parametrize("cls", [cls for cls in TABLE if cls not in GENERIC], ids=lambda cls: cls.__name__)
def test_hypothesis_finds_the_strategy_by_the_type(cls: type) -> None:
    _hypothesis.register()
    assert type(_first(st.from_type(cls))) is cls


def _first(values: st.SearchStrategy[Any]) -> Any:
    drawn: list[Any] = []

    @settings(max_examples=1, phases=[Phase.generate])
    @given(values)
    def keep(value: Any) -> None:
        drawn.append(value)

    keep()
    return drawn[0]


def test_generic_types_are_made_of_their_arguments() -> None:
    _hypothesis.register()
    assert type(_first(st.from_type(Dated[Money])).value) is Money
    assert type(_first(st.from_type(Dated))) is Dated
    assert {type(item) for item in find(st.from_type(FrozenMap[str, Money]), bool).values()} == {Money}
    assert {type(unit) for unit in _first(st.from_type(Ranking[AgencyCode]).filter(len))} == {AgencyCode}
    assert {type(unit) for unit in _first(st.from_type(Ranking).filter(len))} == {str}


# ── the entry point ──────────────────────────────────────────────────────────────────────────────────────────────────


def _run(script: str) -> str:
    path = f"import sys; sys.path[:] = {sys.path!r}\n"
    done = subprocess.run([sys.executable, "-c", path + script], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_the_entry_point_loads_neither_hypothesis_nor_the_strategies() -> None:
    script = "import tthc._hypothesis; print('hypothesis' in sys.modules, 'tthc.strategies' in sys.modules)"
    assert _run(script) == "False False"


@pytest.mark.parametrize("first", ["import hypothesis", "import tthc.strategies", "import tthc._hypothesis"])
def test_registration_works_whoever_is_imported_first(first: str) -> None:
    script = f"""
import importlib.metadata as metadata
entry = metadata.EntryPoint("tthc", "tthc._hypothesis:register", "hypothesis")
metadata.entry_points = lambda **_: [entry]
{first}
from hypothesis import find, strategies as st
import tthc
print(type(find(st.from_type(tthc.Money), bool)).__name__)
"""
    assert _run(script) == "Money"


def _load_afresh() -> None:
    spec = spec_from_file_location("tthc.strategies_afresh", strategies.__file__)
    assert spec is not None
    assert spec.loader is not None
    spec.loader.exec_module(module_from_spec(spec))


def test_without_hypothesis_the_error_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    with pytest.raises(ImportError, match=r"^tthc\.strategies needs Hypothesis, .*: pip install hypothesis$") as caught:
        _load_afresh()
    assert caught.value.name == "hypothesis"


def test_a_broken_hypothesis_is_not_taken_for_a_missing_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "hypothesis.strategies", None)
    with pytest.raises(ModuleNotFoundError) as caught:
        _load_afresh()
    assert caught.value.name == "hypothesis.strategies"


def test_strategies_draw_only_what_constructors_take() -> None:
    """The constructors are not asked to be lenient: what is no value is refused, here as everywhere."""
    with pytest.raises(MalformedError):
        Money(1, "đồng")

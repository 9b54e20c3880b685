"""What all parsers of identifiers owe to any input, and what the package hands on."""

import pickle
import pkgutil
from importlib import import_module
from typing import Any

import pytest

import tthc.identifiers
from tthc.errors import ParseError
from tthc.identifiers import (
    AgencyCode,
    DossierCode,
    Identifier,
    LegalNumber,
    PersonalId,
    ProcedureCode,
    TaxCode,
    UnitCode,
)
from tthc.identifiers._given import cleaned, place

GOOD: dict[type[Any], str] = {
    AgencyCode: "H26.12",
    DossierCode: "H26-210124-0001",
    Identifier: "a:b",
    LegalNumber: "63/2010/NĐ-CP",
    PersonalId: "001075123456",
    ProcedureCode: "1.001193",
    TaxCode: "0100233488",
    UnitCode: "00004",
}
TYPES = pytest.mark.parametrize("cls", GOOD, ids=lambda cls: cls.__name__)


class _Liar:
    @property
    def __class__(self) -> type[Any]:  # type: ignore[override]
        raise RuntimeError

    def __repr__(self) -> str:
        raise RuntimeError


class _Text(str):
    __slots__ = ()

    def __str__(self) -> str:
        raise RuntimeError

    def __len__(self) -> int:
        raise RuntimeError


@TYPES
@pytest.mark.parametrize("value", [None, 1, 1.5, True, b"H26", ["H26"], object, _Liar, iter])
def test_what_is_no_text_is_refused_without_another_error(cls: type[Any], value: object) -> None:
    if isinstance(value, type):  # pytest itself would trip over a liar
        value = value()
    assert cls.is_valid(value) is False
    with pytest.raises(ParseError, match="expected text, got") as caught:
        cls.parse(value)
    assert caught.value.position is None
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


@TYPES
def test_a_subclass_of_str_is_text(cls: type[Any]) -> None:
    text = _Text(GOOD[cls])
    assert cls.is_valid(text) is True
    assert cls.parse(text) == cls.parse(GOOD[cls])
    assert type(str(cls.parse(text))) is str


@TYPES
@pytest.mark.parametrize("piece", ["1", "A", "1/2020/", "H26.", " ", "-", "\u0301", "\ud800", "đ", "a:"])
def test_a_megabyte_is_cut_off_early(cls: type[Any], piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    assert cls.is_valid(text) is False
    with pytest.raises(ParseError, match=r"at most [0-9]+ characters, got [0-9]+") as caught:
        cls.parse(text)
    assert caught.value.position is not None
    assert caught.value.position <= 640


@TYPES
def test_values_pickle_hash_and_print_what_they_are(cls: type[Any]) -> None:
    value = cls.parse(GOOD[cls])
    copy = pickle.loads(pickle.dumps(value))
    assert copy == value
    assert hash(copy) == hash(value)
    assert str(copy) == GOOD[cls]
    assert copy.repairs == ()
    if cls is not PersonalId:
        names = {cls.__name__: cls}
        assert eval(repr(value), names) == value


@TYPES
def test_repairs_are_not_compared(cls: type[Any]) -> None:
    mended = cls.parse(f" {GOOD[cls]} ")
    assert mended.repairs == ("blanks",)
    assert mended == cls.parse(GOOD[cls])
    assert hash(mended) == hash(cls.parse(GOOD[cls]))


def test_cleaned() -> None:
    assert cleaned("a b") == ("a b", 0, ())
    assert cleaned("Đ") == ("Đ", 0, ())
    assert cleaned(" Ð") == ("Đ", 1, ("characters", "blanks"))
    assert cleaned("a\u00a0b") == ("a b", 0, ("blanks",))


def test_place_counts_in_the_text_as_given() -> None:
    assert place("abc", 1) == 1
    assert place("\u200bab\u200bc", 2) == 4
    assert place("i\u0323x", 1) == 2
    assert place("ab\u200b", 2) == 3


def test_the_package_hands_on_names() -> None:
    assert dir(tthc.identifiers) == sorted(tthc.identifiers.__all__)
    for name in tthc.identifiers.__all__:
        assert getattr(tthc.identifiers, name).__name__ == name
    with pytest.raises(AttributeError):
        tthc.identifiers.nothing  # type: ignore[attr-defined]
    for info in pkgutil.iter_modules(tthc.identifiers.__path__, "tthc.identifiers."):
        module = import_module(info.name)
        assert dir(module) == sorted(module.__all__)

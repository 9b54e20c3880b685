"""Every value goes to plain data and back, and whatever data is given, decoding returns a value or names its faults."""

import datetime as dt
import importlib
import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tthc import _codec_faults, _codec_shapes, strategies
from tthc._hypothesis import STRATEGIES
from tthc.codec import MESSAGES, decode, decode_json, encode, encode_json
from tthc.dated import Dated
from tthc.errors import DecodeError
from tthc.fees import Fee
from tthc.findings import Report, Severity
from tthc.identifiers import AgencyCode, DossierCode, LegalNumber, ProcedureCode
from tthc.procedures import Catalogue, CatalogueDifference, Difference, Procedure
from tthc.validation import validate

TYPES = [
    pytest.param(getattr(importlib.import_module(module), name), getattr(strategies, function), id=name)
    for module, functions in STRATEGIES.items()
    for name, function in functions.items()
    if function not in {"dated", "frozen_maps"}
]


def is_plain(data: object) -> bool:
    if type(data) is dict:
        return all(type(key) is str for key in data) and all(map(is_plain, data.values()))
    if type(data) is list:
        return all(map(is_plain, data))
    return data is None or type(data) in {str, int, bool}


def hold(cls: type, law: Callable[..., None], **values: st.SearchStrategy[Any]) -> None:
    """Try a property with fewer examples the larger the values are."""
    large = cls in {Catalogue, CatalogueDifference, Difference}
    settings(max_examples=8 if large else 30)(given(**values)(law))()


@pytest.mark.parametrize(("cls", "values"), TYPES)
def test_round_trip(cls: type, values: Any) -> None:
    def law(value: Any) -> None:
        plain = encode(value)
        assert is_plain(plain)
        assert decode(cls, plain) == value
        assert encode(decode(cls, plain)) == plain
        body = {key: item for key, item in plain.items() if key != "$schema"} if type(plain) is dict else plain
        assert _codec_faults.explain(cls, body) == value, "the careful reader reads what the quick one reads"
        text = encode_json(value)
        assert decode_json(cls, text) == decode_json(cls, text.encode()) == value

    hold(cls, law, value=values())


@pytest.mark.parametrize("severity", Severity)
def test_round_trip_of_a_choice(severity: Severity) -> None:
    assert decode_json(Severity, encode_json(severity)) is severity


@given(strategies.dated(strategies.fees()), strategies.dated(strategies.texts()))
def test_round_trip_of_a_generic_type(fee: Dated[Fee], text: Dated[str]) -> None:
    assert decode(Dated[Fee], encode(fee)) == fee
    assert decode(Dated[str], encode(text)) == text


@given(
    st.one_of(
        strategies.agency_codes(), strategies.procedure_codes(), strategies.dossier_codes(), strategies.legal_numbers()
    )
)
def test_a_code_is_printed_as_before(code: AgencyCode | ProcedureCode | DossierCode | LegalNumber) -> None:
    assert str(decode(type(code), encode(code))) == str(code)


@given(strategies.texts(surrogates=True))
def test_text_travels(text: str) -> None:
    procedure = Procedure(name=text)
    assert decode(Procedure, encode(procedure)) == procedure
    if json.loads(json.dumps(text)) == text:  # no pair of surrogates
        assert decode_json(Procedure, encode_json(procedure).encode()) == procedure


@given(strategies.procedures(), st.dates(dt.date(2010, 10, 14), dt.date(2027, 12, 31)))
@settings(max_examples=30)
def test_a_procedure_is_judged_as_before(procedure: Procedure, day: dt.date) -> None:
    """Nothing that a rule may ask for is lost, nor may a rule ask for what is not compared."""
    assert validate(decode(Procedure, encode(procedure)), on=day) == validate(procedure, on=day)


# ── any data at all ──────────────────────────────────────────────────────────────────────────────────────────────────

JUNK: st.SearchStrategy[Any] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.sampled_from([10**999, 10**1001, 1.5, float("nan"), float("-inf"), b"a", (), {1}, "", "\ud800", "a" * 5000]),
    st.sampled_from(
        ["1.001193", "H26.12", "63/2010/NĐ-CP", "2026-11-22", "15:00", "3/8", "free", "day", "submit", "VND"]
    ),
    st.sampled_from(
        [{"unparsed": "a"}, {"unparsed": 1}, {"amount": "1"}, {"type": "Fee", "value": {}}, {"$schema": 1}, [], {}]
    ),
    strategies.texts(surrogates=True),
)
KEYS = st.sampled_from(
    ["name", "text", "since", "code", "amount", "value", "type", "unparsed", "$schema", "steps", "kind"]
)
TREES = st.recursive(
    JUNK,
    lambda parts: st.lists(parts, max_size=3) | st.dictionaries(KEYS | st.integers() | st.text(), parts, max_size=4),
)


def attempt(cls: Any, data: object) -> object:
    """Decode; what comes back is a value, or a report whose faults are all of the codec's kinds."""
    try:
        return decode(cls, data)
    except DecodeError as error:
        report: Report = error.report
        assert len(report) > 0
        assert {finding.message for finding in report} <= set(MESSAGES)
        for finding in report:
            assert len(finding.line("vi")) < 2000
            assert len(finding.line("en")) < 2000
        return error


@pytest.mark.parametrize("cls", [param.values[0] for param in TYPES], ids=lambda cls: cls.__name__)
@given(data=TREES)
@settings(max_examples=30)
def test_junk_is_refused_with_its_faults(cls: type, data: object) -> None:
    assert type(attempt(cls, data)) in {cls, DecodeError}


def places(data: object, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    below = data.items() if type(data) is dict else enumerate(data) if type(data) is list else ()
    return [path] + [place for key, item in below for place in places(item, (*path, key))]


def put(data: Any, path: tuple[Any, ...], item: object) -> Any:
    if not path:
        return item
    key, *rest = path
    changed = data.copy()
    changed[key] = put(data[key], tuple(rest), item)
    return changed


@pytest.mark.parametrize(("cls", "values"), TYPES)
def test_the_quick_and_the_careful_reader_agree(cls: type, values: Any) -> None:
    """One place of good data is changed: either both read the same value, or the careful one says what is wrong."""

    def law(value: object, junk: object, data: st.DataObject) -> None:
        plain = encode(value)
        if type(plain) is dict:
            del plain["$schema"]
        changed = put(plain, data.draw(st.sampled_from(places(plain))), junk)
        try:
            quick = _codec_shapes.reader(cls)(changed)
        except Exception:  # noqa: BLE001 - that is how it refuses
            with pytest.raises(DecodeError) as caught:
                _codec_faults.explain(cls, changed)
            assert len(caught.value.report) > 0
        else:
            assert _codec_faults.explain(cls, changed) == quick
            assert decode(cls, encode(quick)) == quick

    hold(cls, law, value=values(), junk=JUNK, data=st.data())


@given(st.text() | st.binary() | TREES.map(lambda data: json.dumps(data, default=str, skipkeys=True)))
def test_any_text_is_read_or_refused(text: str | bytes) -> None:
    try:
        value: object = decode_json(Procedure, text)
    except DecodeError as error:
        value = error.report
    assert type(value) is Procedure or (type(value) is Report and len(value) > 0)

"""Plain data and back: the shapes, every fault with its place and words, and data that means harm."""

import datetime as dt
import json
import pickle
from collections.abc import Callable
from fractions import Fraction
from typing import Any, Literal

import attrs
import cattrs
import pytest

from tthc import _codec_faults, _codec_shapes
from tthc._record import check
from tthc.calendar import TimeLimit
from tthc.codec import MESSAGES, SCHEMA, configure_converter, decode, decode_json, encode, encode_json
from tthc.dated import Dated, Interval
from tthc.errors import DecodeError, MalformedError
from tthc.fees import Fee
from tthc.findings import Finding, Message, Report, Severity
from tthc.frozen import FrozenMap
from tthc.identifiers import AgencyCode, Identifier, LegalNumber, PersonalId, ProcedureCode, TaxCode
from tthc.law import Citation, LegalDocument, LegalRegister
from tthc.money import Money
from tthc.procedures import (
    Audience,
    Catalogue,
    Change,
    Condition,
    Procedure,
    Source,
    Step,
)
from tthc.text import Unparsed
from tthc.validation import Rule, RuleSet

DAY = dt.date(2026, 11, 22)


def faults(cls: Any, data: object, **options: Any) -> list[str]:
    """Decode what must fail and return its faults, a line each: code, place and English words."""
    with pytest.raises(DecodeError) as caught:
        decode(cls, data, **options)
    return lines(caught.value)


EXACT = 'a number in lowest terms as "3/8"'
AGENCY = "agency code: expected H26.12 (root first, at most 35 characters) or 000.00.12.H26 (root last)"
SETS = "a whole number of up to 1000 digits or an object {unparsed} or null"
ANYTHING = "a plain value, a list or an object {type, value}"


def wrong(where: str, expected: str, got: str) -> str:
    return f"TTHC002 {where}: wrong type: expected {expected}, got {got}"


def unknown(where: str, type_name: str) -> str:
    return f"TTHC003 {where}: unknown key: {type_name} has no such field"


def bad(where: str, value: str, reason: str) -> str:
    return f"TTHC005 {where}: bad value {value}: {reason}"


def lines(error: DecodeError) -> list[str]:
    assert error.__cause__ is None
    assert error.__context__ is None, "what is suppressed may hold a personal number"
    assert all(f.severity is Severity.ERROR and f.message in MESSAGES for f in error.report)
    return [f"{f.code} {f.where()}: {f.text('en')}" for f in error.report]


def record(name: str, **hints: Any) -> Any:
    """A record of `tthc` made up for a test."""

    def __attrs_post_init__(self: Any) -> None:  # noqa: N807
        check(self)

    namespace = {"__annotations__": hints, "__attrs_post_init__": __attrs_post_init__, "__module__": "tthc.made_up"}
    return attrs.frozen(type(name, (), namespace))


# ── shapes ───────────────────────────────────────────────────────────────────────────────────────────────────────────

SHAPES: list[tuple[object, object]] = [
    (Money(25_000), {"amount": "25000", "currency": "VND"}),
    (Money(Fraction(-3, 8), "USD"), {"amount": "-3/8", "currency": "USD"}),
    (Interval(dt.date(2025, 7, 1)), {"since": "2025-07-01"}),
    (Interval(), {}),
    (Unparsed("Sở: 05 ngày"), {"unparsed": "Sở: 05 ngày"}),
    (ProcedureCode.parse("1.001193.000.00.00.H26"), "1.001193.000.00.00.H26"),
    (AgencyCode.parse("000.00.12.H26"), "000.00.12.H26"),
    (Identifier("VN", "a:b"), "VN:a:b"),
    (PersonalId("001075123456"), "001075123456"),
    (Severity.WARNING, "WARNING"),
    (
        TimeLimit(kind="same_day", cutoff=dt.time(15)),
        {"kind": "same_day", "cutoff": "15:00"},
    ),
    (
        TimeLimit(kind="duration", amount=Fraction(5, 2), unit="day", working=True),
        {"kind": "duration", "amount": "5/2", "unit": "day", "working": True},
    ),
    (Citation(document=LegalNumber.parse("63/2010/NĐ-CP"), article="8"), {"document": "63/2010/NĐ-CP", "article": "8"}),
    (Source(shape="a", carries=frozenset({"name", "fees"})), {"shape": "a", "carries": ["fees", "name"]}),
    (
        Finding(message=Message("TTHC001", "{x}", "{x}"), path=("a", 0), params={"x": ("một", "one")}),
        {"message": {"code": "TTHC001", "vi": "{x}", "en": "{x}"}, "path": ["a", 0], "params": {"x": ["một", "one"]}},
    ),
    (
        Procedure(
            code=ProcedureCode("1.001193"),
            related=(ProcedureCode("2.000815"), Identifier("LA", "7"), Unparsed("?")),
            levels=("commune", Unparsed("thôn")),
            dossier_sets=Unparsed("vài bộ"),
            steps=(),
            shared=False,
        ),
        {
            "code": "1.001193",
            "related": ["2.000815", "LA:7", {"unparsed": "?"}],
            "levels": ["commune", {"unparsed": "thôn"}],
            "dossier_sets": {"unparsed": "vài bộ"},
            "steps": [],
            "shared": False,
        },
    ),
    (
        Change(component="fees", path=("methods", 0), kind="changed", before=(1, "a", None, True), after=DAY),
        {
            "component": "fees",
            "path": ["methods", 0],
            "kind": "changed",
            "before": [1, "a", None, True],
            "after": {"type": "date", "value": "2026-11-22"},
        },
    ),
    (
        Change(component="code", path=(), kind="changed", before=LegalNumber.parse("27/CP"), after=(Unparsed("?"),)),
        {
            "component": "code",
            "path": [],
            "kind": "changed",
            "before": {"type": "LegalNumber", "value": "27/CP"},
            "after": [{"type": "Unparsed", "value": {"unparsed": "?"}}],
        },
    ),
]


@pytest.mark.parametrize(("value", "data"), SHAPES, ids=lambda item: type(item).__name__)
def test_shapes(value: object, data: object) -> None:
    expected = {"$schema": 1, **data} if isinstance(data, dict) else data
    assert encode(value) == expected
    assert decode(type(value), expected) == value
    assert decode(type(value), data) == value, "data that states no version is of version 1"
    assert _codec_faults.explain(type(value), data) == value, "the careful reader reads what the quick one reads"
    assert decode_json(type(value), encode_json(value)) == value
    if _codec_shapes.is_code(type(value)):
        assert str(decode(type(value), data)) == str(value), "not even the notation is lost"


def test_what_is_given_is_left_as_it_is() -> None:
    data = {"$schema": 1, "since": "2026-11-22"}
    decode(Interval, data)
    assert data == {"$schema": 1, "since": "2026-11-22"}
    assert "$schema" not in encode(Catalogue((Procedure(),)))["procedures"][0]


def test_a_register_keeps_its_index_to_itself() -> None:
    number = LegalNumber.parse("61/2018/NĐ-CP")
    register = LegalRegister((LegalDocument(number=number, issued=dt.date(2018, 4, 23)),), DAY)
    assert encode(register) == {
        "$schema": 1,
        "documents": [{"number": "61/2018/NĐ-CP", "issued": "2018-04-23"}],
        "as_of": "2026-11-22",
    }
    assert decode(LegalRegister, encode(register)).get(number) == register.get(number)


def test_what_a_parser_mended_is_no_data() -> None:
    code = ProcedureCode.parse(" 1.001193 ")
    limit = TimeLimit.parse("Không quá 05 (sáu) ngày.")
    assert code.repairs
    assert limit.repairs
    assert decode(ProcedureCode, encode(code)).repairs == ()
    assert "repairs" not in encode(limit)
    assert faults(TimeLimit, {**encode(limit), "repairs": []}) == [unknown("$.repairs", "TimeLimit")]
    assert faults(TimeLimit, {**encode(limit), "repairs": ()}) == [unknown("$.repairs", "TimeLimit")]


def test_whole_numbers_may_be_numbers() -> None:
    assert decode(Money, {"amount": 25_000}) == Money(25_000)


@pytest.mark.parametrize("value", [Money(5), "chữ", Interval(DAY), Fee(kind="free")])
def test_a_generic_type_is_read_with_its_argument(value: Any) -> None:
    dated = Dated(value, Interval(DAY))
    hint = Dated[type(value)]
    assert decode(hint, encode(dated)) == dated
    assert _codec_faults.explain(hint, {k: v for k, v in encode(dated).items() if k != "$schema"}) == dated


def test_the_argument_of_a_generic_type_is_checked_although_its_constructor_cannot() -> None:
    assert faults(Dated[str], {"value": 1}) == [wrong("$.value", "text", "the whole number 1")]
    assert faults(Dated[tuple[str, ...]], {"value": ["a", None]}) == [wrong("$.value[1]", "text", "the value None")]
    assert faults(Dated[Literal["a", "b"]], {"value": "c"}) == [
        "TTHC005 $.value: bad value 'c': expected one of 'a', 'b'"
    ]
    assert decode(Dated[tuple[str, ...]], {"value": ["a"]}) == Dated(("a",))
    with pytest.raises(TypeError, match=r"expected a type in place of ~T, as in Dated\[str\]"):
        decode(Dated, {"value": 1})


# ── faults ───────────────────────────────────────────────────────────────────────────────────────────────────────────

FAULTS: list[tuple[Any, object, list[str]]] = [
    # wrong type
    (Money, [], [wrong("$", "an object of Money", "the list []")]),
    (Money, None, [wrong("$", "an object of Money", "the value None")]),
    (Money, {"amount": 1.5}, [wrong("$.amount", EXACT, "the floating-point number 1.5")]),
    (Money, {"amount": True}, [wrong("$.amount", EXACT, "the value True")]),
    (Money, {"amount": b"1"}, [wrong("$.amount", EXACT, "bytes b'1'")]),
    (
        Interval,
        {"since": dt.datetime(2026, 1, 1, tzinfo=dt.UTC).date()},
        [wrong("$.since", "a day as 2026-11-22 or null", "date datetime.date(2026, 1, 1)")],
    ),
    (Condition, {"text": 1}, [wrong("$.text", "text", "the whole number 1")]),
    (Procedure, {"steps": {}}, [wrong("$.steps", "a list or null", "the object {}")]),
    (Procedure, {"steps": ({},)}, [wrong("$.steps", "a list or null", "tuple ({},)")]),
    (Procedure, {"steps": ["a"]}, [wrong("$.steps[0]", "an object of Step or an object {unparsed}", "the text 'a'")]),
    (Procedure, {"dossier_sets": "1"}, [wrong("$.dossier_sets", SETS, "the text '1'")]),
    (Procedure, {"dossier_sets": True}, [wrong("$.dossier_sets", SETS, "the value True")]),
    (Procedure, {"shared": 1}, [wrong("$.shared", "true or false or null", "the whole number 1")]),
    (
        Finding,
        {"message": {"code": "TTHC001", "vi": "", "en": ""}, "params": []},
        [wrong("$.params", "an object", "the list []")],
    ),
    (Severity, 30, [wrong("$", "one of 'INFO', 'WARNING', 'ERROR'", "the whole number 30")]),
    (
        Change,
        {"component": "a", "path": [], "kind": "added", "after": 1.5},
        [wrong("$.after", ANYTHING, "the floating-point number 1.5")],
    ),
    (
        Change,
        {"component": "a", "path": [], "kind": "added", "after": [{"type": "Fee"}]},
        [wrong("$.after[0]", ANYTHING, "the object {'type': 'Fee'}")],
    ),
    # unknown and missing keys
    (
        Condition,
        {"text": "a", "x": 1, 5: 1, None: 2},
        [unknown("$['5']", "Condition"), unknown("$.None", "Condition"), unknown("$.x", "Condition")],
    ),
    (Condition, {}, ["TTHC004 $: missing key text of Condition"]),
    (Procedure, {"dossier_sets": {"unparsed": "a", "b": 1}}, [unknown("$.dossier_sets.b", "Unparsed")]),
    (Procedure, {"steps": [{"unparsed": "a", "description": "b"}]}, [unknown("$.steps[0].description", "Unparsed")]),
    (Condition, {"text": "a", "self": 1}, [unknown("$.self", "Condition")]),
    (LegalRegister, {"documents": [], "as_of": "2026-11-22", "_index": {}}, [unknown("$._index", "LegalRegister")]),
    # bad values
    (Interval, {"since": "2025-W27-2"}, [bad("$.since", "'2025-W27-2'", "expected a day as 2026-11-22")]),
    (Interval, {"since": "20250701"}, [bad("$.since", "'20250701'", "expected a day as 2026-11-22")]),
    (Interval, {"since": "2025-02-29"}, [bad("$.since", "'2025-02-29'", "expected a day as 2026-11-22")]),
    (
        TimeLimit,
        {"kind": "same_day", "cutoff": "15:00:00"},
        ["TTHC005 $.cutoff: bad value '15:00:00': expected a time of day as 15:00"],
    ),
    (
        TimeLimit,
        {"kind": "same_day", "cutoff": "3 giờ"},
        [bad("$.cutoff", "'3 giờ'", "expected a time of day as 15:00")],
    ),
    (
        TimeLimit,
        {"kind": "same_day", "cutoff": "15:00" + " " * 40},
        [f"TTHC005 $.cutoff: bad value '15:00{' ' * 40}': expected a time of day as 15:00"],
    ),
    (Money, {"amount": "6/8"}, [bad("$.amount", "'6/8'", f"expected {EXACT}")]),
    (Money, {"amount": "007"}, [bad("$.amount", "'007'", f"expected {EXACT}")]),
    (Money, {"amount": "1/0"}, [bad("$.amount", "'1/0'", f"expected {EXACT}")]),
    (Money, {"amount": "1/"}, [bad("$.amount", "'1/'", f"expected {EXACT}")]),
    (Money, {"amount": "1e9"}, [bad("$.amount", "'1e9'", f"expected {EXACT}")]),
    (Money, {"amount": "٣"}, [bad("$.amount", "'٣'", f"expected {EXACT}")]),
    (
        Money,
        {"amount": 1, "currency": "đồng"},
        [bad("$.currency", "'đồng'", "expected an ISO 4217 code of three capital letters")],
    ),
    (Severity, "info", [bad("$", "'info'", "expected one of 'INFO', 'WARNING', 'ERROR'")]),
    (
        Step,
        {"description": "a", "actor": "clerk"},
        [bad("$.actor", "'clerk'", "expected one of 'applicant', 'agency'")],
    ),
    (Source, {"shape": "a", "carries": ["x", "x"]}, [bad("$.carries[1]", "'x'", "it is there already")]),
    (
        Finding,
        {"message": {"code": "TTHC001", "vi": "", "en": ""}, "params": {"x": ["a"]}},
        [bad("$.params.x", "['a']", "expected 2 elements, got 1")],
    ),
    (LegalNumber, "63/2010/XX-CP", [bad("$", "'63/2010/XX-CP'", "legal number: unknown type of document")]),
    (
        LegalNumber,
        "63/2010/NÐ-CP",
        [bad("$", "'63/2010/NÐ-CP'", "to be written 63/2010/NĐ-CP; look-alike or invisible characters replaced")],
    ),
    (ProcedureCode, " 1.001193", [bad("$", "' 1.001193'", "to be written 1.001193; superfluous blanks removed")]),
    (
        Procedure,
        {"code": "1.4873"},
        [
            bad(
                "$.code",
                "'1.4873'",
                "procedure code: expected a digit, a dot and six digits, or a legacy code such as T-TVH-284957-TT"
                "; identifier: expected a scheme, ':' and a value",
            )
        ],
    ),
    (
        Procedure,
        {"code": "1.001193 "},
        [bad("$.code", "'1.001193 '", "to be written 1.001193; superfluous blanks removed")],
    ),
    (
        LegalRegister,
        {"documents": [{"number": "27/CP"}, {"number": "27/CP"}], "as_of": "2026-11-22"},
        [bad("$.documents[1]", "'27/CP'", "expected a number that is not there twice")],
    ),
    (
        Change,
        {"component": "a", "path": [], "kind": "added", "after": {"type": "Rule", "value": 1}},
        [bad("$.after.type", "'Rule'", "expected the name of a type, such as Fee")],
    ),
    (
        Change,
        {"component": "a", "path": [], "kind": "added", "after": {"type": [], "value": 1}},
        [bad("$.after.type", "[]", "expected the name of a type, such as Fee")],
    ),
    (
        Change,
        {"component": "a", "path": [], "kind": "added", "after": {"type": "date", "value": "x"}},
        [bad("$.after.value", "'x'", "expected a day as 2026-11-22")],
    ),
    # schema
    (Interval, {"$schema": 2, "x": 1}, ["TTHC006 $['$schema']: unknown schema version 2, only 1 can be read"]),
    (Interval, {"$schema": True}, ["TTHC006 $['$schema']: unknown schema version True, only 1 can be read"]),
    (Interval, {"$schema": "1"}, ["TTHC006 $['$schema']: unknown schema version '1', only 1 can be read"]),
    (Catalogue, {"procedures": [{"$schema": 1}]}, [unknown("$.procedures[0]['$schema']", "Procedure")]),
    (ProcedureCode, {"$schema": 1}, [wrong("$", "the text of ProcedureCode", "the object")]),
]


@pytest.mark.parametrize(("cls", "data", "expected"), FAULTS)
def test_faults(cls: Any, data: object, expected: list[str]) -> None:
    assert faults(cls, data) == expected


def test_every_fault_is_named_at_once() -> None:
    data = {
        "code": "x",
        "nane": "Đăng ký khai sinh",
        "steps": [{"name": "Bước 1"}, {"description": "a", "time_limit": {"kind": "duration"}}],
        "methods": [{"channel": "fax", "fees": [{"kind": "amount", "amount": {"amount": 2.5}}, {"unparsed": 1}]}],
        "dossier_sets": -1,
    }
    found = [line.partition(": ")[0] for line in faults(Procedure, data)]
    assert found == [
        "TTHC005 $.code",
        "TTHC005 $.methods[0].channel",
        "TTHC002 $.methods[0].fees[0].amount.amount",
        "TTHC002 $.methods[0].fees[1].unparsed",
        "TTHC003 $.nane",
        "TTHC004 $.steps[0]",
        "TTHC005 $.steps[1].time_limit.amount",
    ]
    good = {"steps": [{"description": "a"}], "dossier_sets": -1}
    assert faults(Procedure, good) == [bad("$.dossier_sets", "-1", "expected a number of sets, 0 or more")]


def test_words_stand_in_both_languages() -> None:
    with pytest.raises(DecodeError) as caught:
        decode(Money, {"amount": 2.5, "unit": "nghìn"})
    assert [finding.text("vi") for finding in caught.value.report] == [
        'sai kiểu: cần số tối giản viết như "3/8", gặp số thực 2.5',
        "khoá lạ: Money không có trường này",
    ]
    copy = pickle.loads(pickle.dumps(caught.value))
    assert copy.report == caught.value.report
    assert [message.code for message in MESSAGES] == [f"TTHC00{n}" for n in range(2, 10)]


@pytest.mark.parametrize("cls", [PersonalId, TaxCode])
@pytest.mark.parametrize(
    "data", ["001075 123456", "001075123456 ", 1075123456, 1075123456.0, "00107512345x", ["001075123456"]]
)
def test_a_personal_number_is_never_shown(cls: Any, data: object) -> None:
    (line,) = faults(cls, data)
    assert "75123456" not in line.replace(" ", "")
    with pytest.raises(DecodeError) as caught:
        decode_json(cls, json.dumps(data))
    assert "75123456" not in str(caught.value).replace(" ", "")


def test_no_more_than_ten_thousand_faults_are_listed() -> None:
    found = faults(Source, {"shape": "a", "carries": [1] * 20_000})
    assert len(found) == 10_001
    assert found[0] == "TTHC008 $: too much: more than 10000 faults, the rest is left out"
    assert found[-1] == wrong("$.carries[9999]", "text", "the whole number 1")


# ── data that means harm ─────────────────────────────────────────────────────────────────────────────────────────────


def nested(depth: int, wrap: Callable[[object], object]) -> object:
    data: object = 1
    for _ in range(depth):
        data = wrap(data)
    return data


@pytest.mark.parametrize(
    "wrap", [lambda data: [data], lambda data: {"before": data}, lambda data: {"type": "Fee", "value": data}]
)
def test_deep_data(wrap: Callable[[object], object]) -> None:
    assert faults(Change, nested(10_000, wrap)) == ["TTHC007 $: data nested more than 64 levels deep"]


def test_depth_is_counted_in_containers() -> None:
    change = {"component": "a", "path": [], "kind": "added"}
    assert decode(Change, {**change, "after": nested(63, lambda data: [data])}).kind == "added"
    assert faults(Change, {**change, "after": nested(64, lambda data: [data])}) == [
        "TTHC007 $: data nested more than 64 levels deep"
    ]


def test_cycles() -> None:
    data: dict[str, Any] = {}
    data["cases"] = [data]
    assert faults(Procedure, data) == ["TTHC007 $: data nested more than 64 levels deep"]
    wide: list[Any] = []
    wide += [wide] * 10
    assert faults(Procedure, wide) == ["TTHC008 $: too much: more than 5000000 values"]


def test_the_number_of_values_is_bounded_wherever_they_are_shared() -> None:
    document = {"name": "a"}
    data = {"cases": [{"documents": [document] * 100}] * 10}
    assert len(decode(Procedure, data).cases or ()) == 10
    assert decode(Procedure, data, max_nodes=2022)
    assert faults(Procedure, data, max_nodes=2021) == ["TTHC008 $: too much: more than 2021 values"]
    assert faults(Procedure, {"name": 1, "x": 2}, max_nodes=2) == ["TTHC008 $: too much: more than 2 values"]


def test_a_megabyte_of_text_is_text_but_no_code() -> None:
    long = "a" * 10**6
    assert decode(Condition, {"text": long}) == Condition(long)
    for cls in (ProcedureCode, AgencyCode, LegalNumber, Identifier, PersonalId, TaxCode):
        (line,) = faults(cls, long)
        assert len(line) < 400
    (line,) = faults(Money, {"amount": "1" * 10**6})
    assert len(line) < 400
    (line,) = faults(Interval, {"since": long})
    assert len(line) < 400
    (line,) = faults(Interval, {long: 1})
    assert len(line) < 400


def test_numbers_are_bounded() -> None:
    assert decode(Money, {"amount": 10**1000 - 1}) == Money(10**1000 - 1)
    assert decode(Money, encode(Money(Fraction(10**1000 - 1, 10**1000 - 2)))).amount.denominator == 10**1000 - 2
    for number in (10**1000, -(10**1000), 10**100_000):
        assert faults(Procedure, {"dossier_sets": number}) == [
            bad(
                "$.dossier_sets", f"<int of {number.bit_length()} bits>", "expected a whole number of up to 1000 digits"
            )
        ]
        (line,) = faults(Money, {"amount": number})
        assert line.startswith("TTHC005 $.amount: bad value <int of")
        with pytest.raises(MalformedError, match="number: expected at most 1000 digits"):
            encode(Money(number))
        with pytest.raises(MalformedError):
            encode(Money(Fraction(1, abs(number))))
    with pytest.raises(MalformedError):
        encode(Procedure(dossier_sets=10**1000))


@pytest.mark.parametrize("cls", [Procedure, ProcedureCode, Severity, Money, Unparsed])
@pytest.mark.parametrize(
    "data", [object(), b"", {1}, float("nan"), float("inf"), (), "\ud800", {"\ud800": 1}, {(): ()}, Procedure()]
)
def test_strangers(cls: Any, data: object) -> None:
    assert faults(cls, data)


def test_subclasses_of_plain_types_are_strangers() -> None:
    class Text(str):
        __slots__ = ()

    assert faults(Condition, {"text": Text("a")}) == [wrong("$.text", "text", "Text 'a'")]
    assert faults(Procedure, {"steps": [type("D", (dict,), {})(description="a")]})[0].startswith("TTHC002 $.steps[0]")


# ── JSON text ────────────────────────────────────────────────────────────────────────────────────────────────────────


def json_faults(cls: Any, text: str | bytes) -> list[str]:
    with pytest.raises(DecodeError) as caught:
        decode_json(cls, text)
    return lines(caught.value)


def test_json_is_read_from_text_and_from_bytes() -> None:
    text = '{"text": "Đủ 18 tuổi"}'
    assert decode_json(Condition, text) == decode_json(Condition, text.encode()) == Condition("Đủ 18 tuổi")
    assert decode_json(Condition, text.encode("utf-8-sig")) == Condition("Đủ 18 tuổi")


NO_JSON: list[tuple[Any, str | bytes, list[str]]] = [
    (Money, "", ["TTHC009 $: not JSON text: Expecting value, line 1 column 1"]),
    (
        Money,
        '{"amount": 1,\n1}',
        ["TTHC009 $: not JSON text: Expecting property name enclosed in double quotes, line 2 column 1"],
    ),
    (Money, b"\xff", ["TTHC009 $: not JSON text: no UTF-8 from byte 0 on"]),
    (Money, '{"amount": 1}'.encode("utf-16"), ["TTHC009 $: not JSON text: no UTF-8 from byte 0 on"]),
    (Money, "[" * 100_000, ["TTHC007 $: data nested more than 64 levels deep"]),
    (Money, "[" * 65 + "]" * 65, ["TTHC007 $: data nested more than 64 levels deep"]),
    (Money, '{"amount": 2.50}', [wrong("$.amount", EXACT, "the number 2.50")]),
    (Money, '{"amount": 1e999999999}', [wrong("$.amount", EXACT, "the number 1e999999999")]),
    (Money, '{"amount": NaN}', [wrong("$.amount", EXACT, "the number NaN")]),
    (Money, '{"amount": -Infinity}', [wrong("$.amount", EXACT, "the number -Infinity")]),
    (Money, '{"amount": ' + "1" * 5000 + "}", [wrong("$.amount", EXACT, f"the number {'1' * 37}...{'1' * 38}")]),
    (
        Money,
        '{"amount": 1, "amount": 2}',
        [wrong("$", "an object of Money", "an object that repeats the key 'amount'")],
    ),
    (
        Procedure,
        '{"steps": [{"a": {"b": 1, "b": 1}}, {"unparsed": "x", "unparsed": "x"}]}',
        [
            "TTHC004 $.steps[0]: missing key description of Step",
            unknown("$.steps[0].a", "Step"),
            wrong(
                "$.steps[1]", "an object of Step or an object {unparsed}", "an object that repeats the key 'unparsed'"
            ),
        ],
    ),
    (PersonalId, "1075123456.0", [wrong("$", "the text of PersonalId", "the number")]),
]


@pytest.mark.parametrize(("cls", "text", "expected"), NO_JSON)
def test_json_faults(cls: Any, text: str | bytes, expected: list[str]) -> None:
    assert json_faults(cls, text) == expected


def test_a_repeated_key_is_found_in_linear_time() -> None:
    keys = ", ".join(f'"{i}": 0' for i in range(200_000))
    assert json_faults(Money, f'{{{keys}, "7": 1, "5": 1}}') == [
        wrong("$", "an object of Money", "an object that repeats the key '7'")
    ]


def test_the_bound_holds_for_json_too() -> None:
    with pytest.raises(DecodeError, match="TTHC008"):
        decode_json(Procedure, '{"name": "a"}', max_nodes=1)


def test_json_text() -> None:
    value = Audience(name="Công dân", code="x")
    assert encode_json(value) == '{"$schema":1,"name":"Công dân","code":"x"}'
    assert encode_json(value, indent=1) == '{\n "$schema": 1,\n "name": "Công dân",\n "code": "x"\n}'
    assert encode_json(Severity.INFO) == '"INFO"'


def test_lone_surrogates_travel_and_pairs_of_them_do_not() -> None:
    lone = Condition("Điều \ud83d và \udc00, \\ud800")
    text = encode_json(lone)
    text.encode()
    assert decode_json(Condition, text) == lone
    pair = Condition("\ud83d\ude00")
    assert decode(Condition, encode(pair)) == pair
    with pytest.raises(MalformedError, match="no character written as two surrogates"):
        encode_json(pair)


# ── what is no data ──────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "cls",
    [
        str,
        int,
        dict,
        list,
        object,
        type,
        Any,
        Callable,
        tuple[Procedure, ...],
        FrozenMap[str, str],
        None,
        "Money",
        attrs.Attribute,
    ],
)
def test_only_values_of_tthc_are_decoded(cls: Any) -> None:
    with pytest.raises(TypeError, match="expected a type of values of tthc"):
        decode(cls, {})


@pytest.mark.parametrize("value", [1, "a", None, (), FrozenMap(), Money, object(), Fraction(1)])
def test_only_values_of_tthc_are_encoded(value: object) -> None:
    with pytest.raises(TypeError, match="expected a type of values of tthc"):
        encode(value)


@pytest.mark.parametrize(
    "hint", [Callable[[], int], float, dict[str, int], FrozenMap[int, str], FrozenMap[str | int, str], str | Any]
)
def test_a_record_of_what_is_no_data_is_a_mistake_of_the_program(hint: Any) -> None:
    cls = record("Odd", x=hint)
    with pytest.raises(TypeError, match="does not stand in plain data"):
        decode(cls, {"x": 1})


def test_rules_are_no_data() -> None:
    for cls in (Rule, RuleSet):
        with pytest.raises(TypeError, match="does not stand in plain data"):
            decode(cls, {})
    with pytest.raises(TypeError, match="does not stand in plain data"):
        encode(RuleSet(()))


@pytest.mark.parametrize("value", [1.5, object(), print, FrozenMap({1: 2}), frozenset({1.5}), Money])
def test_a_value_that_holds_what_is_no_data_is_not_encoded(value: object) -> None:
    for holder in (Dated(value), Change(component="a", path=(), kind="added", after=value)):
        with pytest.raises(TypeError, match="does not stand in plain data"):
            encode(holder)


@pytest.mark.parametrize(
    "hint", [str | LegalNumber, Money | Interval, Literal["a"] | LegalNumber, tuple[str, ...] | frozenset[str]]
)
def test_members_of_a_union_must_be_told_apart(hint: Any) -> None:
    with pytest.raises(TypeError, match="apart in plain data"):
        decode(record("Torn", x=hint), {"x": "a"})


# ── shapes that no type has yet, but any may come to have ────────────────────────────────────────────────────────────


def test_maps_have_texts_for_keys() -> None:
    cls = record("Shares", x=FrozenMap[AgencyCode, Fraction])
    agency = AgencyCode(("H26",))
    value = cls(FrozenMap({agency: Fraction(1, 3)}))
    assert encode(value) == {"$schema": 1, "x": {"H26": "1/3"}}
    assert decode(cls, encode(value)) == value
    assert faults(cls, {"x": {"H26": 0.5, "h26": "1"}}) == [
        wrong("$.x.H26", EXACT, "the floating-point number 0.5"),
        bad("$.x.h26", "'h26'", AGENCY),
    ]
    assert faults(cls, {"x": {1: "1"}}) == [wrong("$.x['1']", "the text of AgencyCode", "the whole number")]
    assert faults(cls, {"x": {"H26": "1", "000.00.00.H26": "2"}}) == [
        "TTHC005 $.x['000.00.00.H26']: bad value AgencyCode.parse('000.00.00.H26'): it is there already"
    ]
    plain = record("Plain", x=FrozenMap[str, tuple[int, ...]], y=FrozenMap[Literal["a"], str] | None)
    assert decode(plain, {"x": {"k": [1]}, "y": {"a": "b"}}) == plain(FrozenMap({"k": (1,)}), FrozenMap({"a": "b"}))


def test_sets_of_codes() -> None:
    cls = record("Scope", x=frozenset[AgencyCode])
    value = cls(frozenset({AgencyCode(("H26",)), AgencyCode(("G22",))}))
    assert encode(value)["x"] == ["G22", "H26"]
    assert decode(cls, encode(value)) == value
    assert faults(cls, {"x": ["H26", "000.00.00.H26", "x"]}) == [
        bad("$.x[1]", "AgencyCode.parse('000.00.00.H26')", "it is there already"),
        bad("$.x[2]", "'x'", AGENCY),
    ]


def test_rows_and_numbers_among_literals() -> None:
    cls = record("Row", x=tuple[int, str | None], y=Literal[1, "a"], z=Any)
    value = cls((1, None), 1, (Fraction(1, 2), ("a",)))
    assert encode(value) == {"$schema": 1, "x": [1, None], "y": 1, "z": [{"type": "Fraction", "value": "1/2"}, ["a"]]}
    assert decode(cls, encode(value)) == value
    assert faults(cls, {"x": [1, 2], "y": True, "z": None}) == [
        wrong("$.x[1]", "text or null", "the whole number 2"),
        wrong("$.y", "one of 1, 'a'", "the value True"),
    ]
    assert faults(cls, {"x": [1], "y": 1, "z": {}})[0] == "TTHC005 $.x: bad value [1]: expected 2 elements, got 1"


# ── other people's converters ────────────────────────────────────────────────────────────────────────────────────────


@attrs.frozen
class Desk:
    """A type of somebody who uses cattrs."""

    procedures: list[Procedure]
    main: Procedure | Unparsed | None = None
    code: ProcedureCode | None = None
    severity: Severity = Severity.INFO
    number: int = 0


def test_a_converter_of_ones_own_learns_our_values() -> None:
    converter = cattrs.Converter()
    configure_converter(converter)
    desk = Desk([Procedure(name="a")], Unparsed("b"), ProcedureCode("1.001193"), Severity.ERROR)
    data = converter.unstructure(desk)
    assert data == {
        "procedures": [{"name": "a"}],
        "main": {"unparsed": "b"},
        "code": "1.001193",
        "severity": "ERROR",
        "number": 0,
    }
    assert converter.structure(data, Desk) == desk
    assert converter.structure({**data, "number": "7"}, Desk).number == 7, "what is theirs stays theirs"
    assert converter.structure({**data, "main": encode(Procedure(name="c"))}, Desk).main == Procedure(name="c")
    with pytest.raises(cattrs.ClassValidationError) as caught:
        converter.structure({**data, "main": {"name": 1, "x": 2}}, Desk)
    (error,) = caught.value.exceptions
    assert isinstance(error, DecodeError)
    assert len(error.report) == 2


def test_the_global_converter_is_left_alone() -> None:
    encode(Money(1))
    decode(Money, {"amount": 1})
    assert cattrs.unstructure(Money(1)) == {"amount": Fraction(1), "currency": "VND"}


def test_the_version_is_written_once() -> None:
    assert SCHEMA == 1
    report = Report((Finding(message=Message("TTHC001", "", "")),))
    assert encode_json(report).count("$schema") == 1

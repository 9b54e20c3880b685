"""`read`: which shape a record has, what is refused at the door, and what nobody may break."""

import datetime as dt
import enum
import importlib
import pickle
import pkgutil
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

import pytest

from tthc.errors import DecodeError, NotFoundError
from tthc.findings import Severity
from tthc.frozen import FrozenMap
from tthc.interop import portal
from tthc.interop.portal import MESSAGES, Reading, read
from tthc.procedures import Procedure
from tthc.text import Unparsed


def codes(reading: Reading) -> list[str]:
    return sorted(finding.code for finding in reading.report)


# ── shapes ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("record", "shape"),
    [
        ({"code": "1.000001", "executionSteps": []}, "api-2026"),
        ({"procedureProposal": None}, "api-2026"),
        ({"metadata": {}, "content": {}}, "doc-export"),
        ({"content": {}, "tables": {}}, "doc-export"),
        ({"content": {}, "ma_thu_tuc": "1.000001"}, "general"),
        ({"title": "A", "Trình tự thực hiện": "B"}, "portal-2021"),
        ({"title": "A", "code": "1.000001"}, "general"),
        ({"Mã thủ tục": "1.000001"}, "general"),
        ({}, "general"),
    ],
)
def test_the_shape_is_told_by_the_keys(record: dict[str, object], shape: str) -> None:
    source = read(record).value.source
    assert source is not None
    assert source.shape == shape


def test_a_shape_given_is_taken_and_an_unknown_one_named() -> None:
    record = {"name": "Cấp thẻ", "code": "1.000001"}
    for shape in ("api-2026", "doc-export", "portal-2021", "general"):
        source = read(record, shape=shape).value.source  # type: ignore[arg-type]
        assert source is not None
        assert source.shape == shape
    with pytest.raises(NotFoundError, match="unknown shape: 'excel'"):
        read(record, shape="excel")  # type: ignore[arg-type]


def test_an_empty_record_is_a_blank_procedure() -> None:
    reading = read({})
    assert reading.value == Procedure(source=reading.value.source)
    assert len(reading.report) == 0
    assert reading.rest == FrozenMap()
    assert repr(reading) == "<Reading of <Procedure without code>: no findings, 0 in the rest>"


def test_a_reading_is_a_value() -> None:
    record = {"ma": "1.000001", "ten": "Cấp thẻ", "thoi_han": "Tùy hồ sơ", "lạ": [1, {"x": "y"}]}
    first, second = read(record), read(record)
    assert first == second
    assert hash(first) == hash(second)
    assert pickle.loads(pickle.dumps(first)) == first
    assert record == {"ma": "1.000001", "ten": "Cấp thẻ", "thoi_han": "Tùy hồ sơ", "lạ": [1, {"x": "y"}]}


def test_findings_name_the_procedure_and_their_place_in_the_value() -> None:
    finding, *others = read({"ma": "1.000001", "thoi_han": "Tùy hồ sơ"}).report
    assert not others
    assert (finding.code, finding.subject, finding.path) == ("TTHC011", "1.000001", ("methods", 0, "time_limit"))
    assert finding.text("en") == "the time limit 'Tùy hồ sơ' cannot be read"


def test_what_has_no_place_is_kept_by_its_path_and_an_unknown_key_is_noted() -> None:
    reading = read({"ma": "1.000001", "màu sắc": ["đỏ", {"đậm": True, "trống": "", "không": None}], "số": 3})
    assert reading.rest == FrozenMap({"$['màu sắc'][0]": "đỏ", "$['màu sắc'][1]['đậm']": True, "$['số']": 3})
    assert [(f.code, f.path, f.severity) for f in reading.report] == [
        ("TTHC018", ("màu sắc",), Severity.INFO),
        ("TTHC018", ("số",), Severity.INFO),
    ]


def test_messages_are_one_series_in_two_languages() -> None:
    assert [message.code for message in MESSAGES] == [f"TTHC{n:03}" for n in range(10, 10 + len(MESSAGES))]


def test_modules_show_what_they_hand_on() -> None:
    names = [name for _, name, _ in pkgutil.iter_modules(portal.__path__, "tthc.interop.portal.")]
    assert len(names) > 15
    for name in ("tthc.interop", "tthc.interop.portal", *names):
        module = importlib.import_module(name)
        assert dir(module) == module.__all__


# ── the door ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("record", [None, 5, "{}", [("ma", "1.000001")], b"", object(), {"a"}])
def test_what_is_no_mapping_is_refused(record: object) -> None:
    with pytest.raises(DecodeError) as caught:
        read(record)  # type: ignore[arg-type]
    finding, *_ = caught.value.report
    assert (finding.code, finding.severity) == ("TTHC025", Severity.ERROR)
    assert pickle.loads(pickle.dumps(caught.value)).report == caught.value.report


def nested(depth: int) -> dict[str, Any]:
    record: dict[str, Any] = {}
    for i in range(depth - 1):
        record = {"sâu": [record]} if i % 2 else {"sâu": record}
    return record


def test_depth_is_bounded() -> None:
    deep: Any = "x"
    for _ in range(64):
        deep = {"a": deep}
    assert len(read(deep).rest) == 1
    with pytest.raises(DecodeError, match="TTHC026"):
        read({"a": deep})
    with pytest.raises(DecodeError, match="tối đa 64 tầng"):
        read(nested(10_000))
    circle: dict[str, Any] = {}
    circle["a"] = [circle]
    with pytest.raises(DecodeError, match="64"):
        read(circle)


def test_size_is_bounded() -> None:
    with pytest.raises(DecodeError, match="ký tự"):
        read({"trinh_tu": "x" * 1_000_001})
    with pytest.raises(DecodeError, match="ký tự"):
        read({"x" * 600_000: "x" * 600_000})
    with pytest.raises(DecodeError, match="phần tử"):
        read({"a": [0] * 100_001})
    many: Any = ["x"] * 1_000
    with pytest.raises(DecodeError, match="phần tử"):
        read({"a": [many] * 1_000})  # one list a thousand times


class Hostile(Mapping[str, object]):
    """A mapping that raises, or never ends, as it is read."""

    def __init__(self, *, endless: bool) -> None:
        self.endless = endless

    def __getitem__(self, key: str) -> object:
        if self.endless:
            return key
        raise RuntimeError

    def __iter__(self) -> Iterator[str]:
        i = 0
        while True:
            yield f"k{i}"
            i += 1

    def __len__(self) -> int:
        return 1


@pytest.mark.parametrize("endless", [True, False])
def test_a_mapping_that_misbehaves_is_refused(endless: bool) -> None:
    with pytest.raises(DecodeError, match=r"TTHC02[56]"):
        read(Hostile(endless=endless))
    with pytest.raises(DecodeError, match=r"TTHC02[56]"):
        read({"a": Hostile(endless=endless)})


class Colour(enum.IntEnum):
    RED = 1


class Text(str):
    __slots__ = ()

    def strip(self, chars: str | None = None, /) -> str:
        raise RuntimeError(chars)


def test_leaves_of_other_kinds_are_shown_in_the_rest() -> None:
    record = {
        "ma": Text("1.000001"),
        "a": {1, 2},
        "b": Decimal(3),
        "c": dt.date(2026, 1, 1),
        "d": float("nan"),
        "e": 10**400,
        "f": Colour.RED,
        "g": (1, b"x"),
    }
    reading = read(record)
    assert str(reading.value.code) == "1.000001"
    kinds = [finding for finding in reading.report if finding.code == "TTHC016"]
    assert [f.path for f in kinds] == [("a",), ("b",), ("c",), ("d",), ("e",), ("f",), ("g", 1)]
    assert reading.rest["$.d"] == "nan"
    assert reading.rest["$.e"] == "<int of 1329 bits>"
    assert reading.rest["$.g[0]"] == 1
    assert reading.rest["$.g[1]"] == "b'x'"


def test_keys_that_are_no_text_go_by_the_text_that_shows_them() -> None:
    record: dict[Any, Any] = {1: "a", "1": "b", None: "c", ("x",): "d", Text("ten"): "Cấp thẻ", "\ud800": "e"}
    reading = read(record)
    assert reading.value.name == "Cấp thẻ"
    assert set(reading.rest.values()) == {"a", "b", "c", "d", "e"}
    assert reading.rest["$['1 (1)']"] == "b"


@pytest.mark.parametrize("text", ["\ud800", "1e999999999", "\u202eabc", "9" * 100_000, "\x00", "Bước " * 1000])
@pytest.mark.parametrize(
    "key", ["ma", "thoi_han", "phi", "so_bo", "ket_qua", "can_cu_phap_ly", "cap_thuc_hien", "muc_do"]
)
def test_hostile_text_is_read_or_kept(key: str, text: str) -> None:
    reading = read({key: text})
    held = (str(reading.value), repr(reading.value), str(reading.report), *map(str, reading.rest.values()))
    assert any(held)


def test_a_wrong_kind_is_noted_and_kept() -> None:
    reading = read({"ma": 1.001193, "ten": ["a"], "trinh_tu": 5, "cap_thuc_hien": [["x"]], "co_quan_thuc_hien": True})
    assert codes(reading) == ["TTHC016"] * 5
    assert reading.value.code is None
    assert dict(reading.rest) == {
        "$.ma": 1.001193,
        "$.ten[0]": "a",
        "$.trinh_tu": 5,
        "$.cap_thuc_hien[0][0]": "x",
        "$.co_quan_thuc_hien": True,
    }


def test_an_unreadable_code_names_the_record_in_findings() -> None:
    reading = read({"ma": "TT-01", "thoi_han": "Tùy hồ sơ"})
    assert reading.value.code == Unparsed("TT-01")
    assert {finding.subject for finding in reading.report} == {"TT-01"}
    assert codes(reading) == ["TTHC010", "TTHC011"]

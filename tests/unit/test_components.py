"""The parts of a procedure: what they refuse and how they are written."""

import datetime as dt
import pickle

import attrs
import pytest

from tthc.calendar import TimeLimit
from tthc.dated import Interval
from tthc.errors import MalformedError
from tthc.fees import Fee
from tthc.frozen import FrozenMap
from tthc.identifiers import AgencyCode, Identifier, LegalNumber
from tthc.procedures import (
    REGIMES,
    Announcement,
    Audience,
    Case,
    Condition,
    Document,
    Form,
    Method,
    OnlineLevel,
    ResponsibleAgency,
    Result,
    Source,
    Step,
    components,
)
from tthc.procedures.components import Regime
from tthc.text import Unparsed

PARTS = [
    Step(description="Nộp hồ sơ", name="Bước 1", actor="applicant", time_limit=Unparsed("sớm")),
    Form(name="Tờ khai", files=("to-khai.docx",)),
    Document(name="Tờ khai", act="present", originals=0, copies=Unparsed("vài"), form=Form(name="Mẫu 01")),
    Case(
        name="Cấp mới",
        code="01",
        documents=(Document(name="Đơn"), Unparsed("…")),
        time_limit=TimeLimit(kind="immediate"),
    ),
    Method(
        channel="online", time_limit=TimeLimit(kind="immediate"), fees=(Fee(kind="free"), Unparsed("tùy")), case="01"
    ),
    Method(channel=Unparsed("fax"), fees=()),
    Result(name="Giấy khai sinh", code="KQ.G02.000444", template=Form()),
    Condition("Có mặt"),
    Audience(name="Công dân Việt Nam", code="CD"),
    ResponsibleAgency(role="settling", name="Ủy ban nhân dân cấp xã"),
    ResponsibleAgency(role="receiving", code=Identifier("nhom", "UBNDCX")),
    ResponsibleAgency(role="deciding", code=AgencyCode(("H26",))),
    ResponsibleAgency(role="coordinating", address="Hà Nội"),
    Announcement(number=LegalNumber.parse("528/QĐ-BTP"), kind="amended", by="minister", signed=dt.date(2026, 3, 1)),
    OnlineLevel(regime=2026, level="partial", reasons=("presence",), proactive=2),
    Source(shape="portal", carries=frozenset({"fees"}), updated=dt.date(2026, 11, 1)),
]


@pytest.mark.parametrize("part", PARTS, ids=lambda part: type(part).__name__)
def test_parts_are_values(part: object) -> None:
    twin = pickle.loads(pickle.dumps(part))
    assert twin == part
    assert hash(twin) == hash(part)
    assert repr(twin) == repr(part)
    assert eval(repr(part), {**vars(components), "datetime": dt, "Money": None}) == part


@pytest.mark.parametrize(
    ("part", "fields", "fault"),
    [
        (Step, {"description": None}, "description: expected str"),
        (Step, {"description": "", "actor": "someone"}, "actor: expected one of 'applicant', 'agency'"),
        (Step, {"description": "", "time_limit": "5 ngày"}, "time_limit: expected TimeLimit or Unparsed or None"),
        (Form, {"files": ["a"]}, "files"),
        (Document, {"name": "a", "act": "show"}, "act: expected one of 'submit', 'present'"),
        (Document, {"name": "a", "originals": -1}, "originals: expected a number of sheets, 0 or more, got -1"),
        (Document, {"name": "a", "copies": -2}, "copies: expected a number of sheets, 0 or more, got -2"),
        (Document, {"name": "a", "originals": True}, "originals: expected int or Unparsed or None, got True"),
        (Document, {"name": "a", "certified": 1}, "certified: expected bool or None"),
        (Case, {"documents": Unparsed("a")}, "documents"),
        (Case, {"documents": ("a",)}, r"documents\[0\]: expected Document or Unparsed"),
        (Method, {"channel": "fax"}, "channel"),
        (Method, {"fees": Fee(kind="free")}, "fees"),
        (Result, {"name": None}, "name"),
        (Condition, {"text": Unparsed("a")}, "text: expected str"),
        (Audience, {"name": 1}, "name: expected str, got 1"),
        (ResponsibleAgency, {"role": "settling"}, "name: expected a name, a code or an address"),
        (ResponsibleAgency, {"role": "boss", "name": "a"}, "role"),
        (Announcement, {"signed": dt.datetime(2026, 1, 1)}, "signed: expected date or None"),  # noqa: DTZ001
        (Announcement, {"number": "528/QĐ-BTP"}, "number"),
        (Source, {"shape": "portal", "carries": {"fees"}}, "carries"),
        (OnlineLevel, {"regime": 2020, "level": "4"}, "regime"),
        (OnlineLevel, {"regime": 2011, "level": "full"}, "level: expected 1 to 4 under Nghị định 43/2011"),
        (OnlineLevel, {"regime": 2022, "level": "3"}, "level: expected 1 to 4 under Nghị định 43/2011"),
        (OnlineLevel, {"regime": 2026, "level": "4"}, "level"),
        (OnlineLevel, {"regime": 2022, "level": "full", "proactive": 1}, "proactive: expected 1 to 4, under"),
        (OnlineLevel, {"regime": 2026, "level": "full", "proactive": 0}, "proactive"),
        (OnlineLevel, {"regime": 2026, "level": "full", "proactive": 5}, "proactive"),
        (OnlineLevel, {"regime": 2026, "level": "full", "reasons": ("presence",)}, "reasons: expected none, unless"),
        (OnlineLevel, {"regime": 2026, "level": "partial", "reasons": ("rain",)}, "reasons"),
    ],
)
def test_what_is_no_part_is_refused(part: type, fields: dict[str, object], fault: str) -> None:
    with pytest.raises(MalformedError, match=f"malformed {part.__name__}: .*{fault}"):
        part(**fields)


def test_every_fault_is_named_at_once() -> None:
    with pytest.raises(MalformedError) as caught:
        OnlineLevel(regime=2022, level="4", reasons=("presence",), proactive=9)
    assert [fault.field for fault in caught.value.faults] == ["level", "proactive", "reasons"]
    with pytest.raises(MalformedError) as caught:
        Document(name="a", originals=-1, copies=-1)
    assert [fault.field for fault in caught.value.faults] == ["originals", "copies"]


@pytest.mark.parametrize(
    ("level", "vi", "en"),
    [
        (OnlineLevel(regime=2011, level="3"), "mức độ 3", "level 3"),
        (OnlineLevel(regime=2022, level="full"), "toàn trình", "full"),
        (OnlineLevel(regime=2026, level="partial"), "một phần", "partial"),
    ],
)
def test_a_level_is_written_as_its_decree_does(level: OnlineLevel, vi: str, en: str) -> None:
    assert level.display() == vi
    assert level.display("en") == en


@pytest.mark.parametrize(
    ("day", "regime"),
    [
        (dt.date(2011, 9, 30), None),
        (dt.date(2011, 10, 1), 2011),
        (dt.date(2022, 8, 14), 2011),
        (dt.date(2022, 8, 15), 2022),
        (dt.date(2026, 6, 30), 2022),
        (dt.date(2026, 7, 1), 2026),
        (dt.date(2030, 1, 1), 2026),
    ],
)
def test_one_regime_of_levels_holds_on_a_day(day: dt.date, regime: Regime | None) -> None:
    assert [name for name, interval in REGIMES.items() if day in interval] == ([] if regime is None else [regime])


def test_regimes_cannot_be_changed() -> None:
    assert type(REGIMES) is FrozenMap
    assert all(type(interval) is Interval for interval in REGIMES.values())


def test_a_condition_prints_its_text() -> None:
    assert str(Condition("Có mặt")) == "Có mặt"


def test_nothing_is_normalised() -> None:
    assert Audience(name="  Ca\u0301 nhân ").name == "  Ca\u0301 nhân "
    assert attrs.evolve(Document(name="Đơn"), name="Ðơn").name == "Ðơn"


def test_module_lists_its_names() -> None:
    assert dir(components) == sorted(components.__all__)

"""Norms: what one act takes; figures, prices and tables of norms refuse what is no norm."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from tthc.codec import decode
from tthc.costs import Norm, Norms, Price, Spread, mean_of
from tthc.errors import DecodeError, MalformedError
from tthc.frozen import FrozenMap
from tthc.money import Money
from tthc.procedures import Case, Document, Form, Method, Procedure, Step
from tthc.text import Unparsed

LICENCE = Procedure(
    methods=(Method(channel="direct"), Method(channel="post")),
    steps=(Step(name="Kiểm tra hồ sơ", description="…"),),
    cases=(
        Case(
            name="Cấp mới",
            code="01",
            documents=(
                Document(name="Giấy khám sức khỏe", code="G1", copies=0, certified=False),
                Document(name="Tờ khai", form=Form(name="Mẫu số 01")),
                Unparsed("…"),
            ),
        ),
    ),
)


def refused(cls: type, **fields: Any) -> list[str]:
    with pytest.raises(MalformedError) as caught:
        cls(**fields)
    return [fault.field for fault in caught.value.faults]


# ── figures ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("spread", "mean", "variance"),
    [
        (Spread(low=1, high=3), 2, Fraction(1, 3)),
        (Spread(kind="triangular", low=1, mode=2, high=6), 3, Fraction(7, 6)),
        (Spread(kind="pert", low=1, mode=2, high=9), 3, Fraction(12, 7)),
    ],
)
def test_spreads_know_their_mean_and_variance(spread: Spread, mean: int, variance: Fraction) -> None:
    assert (spread.mean, spread.variance) == (mean, variance)
    assert mean_of(spread) == mean


@pytest.mark.parametrize(
    ("fields", "faults"),
    [
        ({"low": -1, "high": 1}, ["low"]),
        ({"low": 2, "high": 2}, ["high"]),
        ({"low": 1, "high": 2, "mode": 1}, ["mode"]),
        ({"low": 1, "high": 2, "kind": "pert"}, ["mode"]),
        ({"low": 1, "high": 2, "mode": 3, "kind": "triangular"}, ["mode"]),
        ({"low": 0.5, "high": 1}, ["low"]),
    ],
)
def test_spreads_refuse_what_is_no_range(fields: dict[str, Any], faults: list[str]) -> None:
    assert refused(Spread, **fields) == faults


def test_spreads_and_prices_are_written_in_two_languages() -> None:
    spread = Spread(kind="triangular", low=1000, mode=1500, high=2000)
    assert str(spread) == "1.000–2.000 (tam giác, thường gặp 1.500)"
    assert spread.display("en") == "1,000–2,000 (triangular, mostly 1,500)"
    assert str(Price(spread)) == "1.000–2.000 (tam giác, thường gặp 1.500) đồng"
    assert Price(Spread(low=1, high=2), "USD").display("en") == "1–2 USD"
    assert str(Price(25_000)) == "25.000 đồng"
    assert Price(spread).amount == 1500
    assert refused(Price, figure=1, currency="đồng") == ["currency"]


# ── one norm ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("fields", "faults"),
    [
        ({"hours": -1}, ["hours"]),
        ({"hours": 0.5}, ["hours"]),
        ({"hours": float("nan")}, ["hours"]),
        ({"hours": Decimal("NaN")}, ["hours"]),
        ({"hours": True}, ["hours"]),
        ({"hours": "1"}, ["hours"]),
        ({"hours": 1, "outlay": 30_000}, ["outlay"]),
        ({"hours": 1, "outlay": Money(-1)}, ["outlay"]),
        ({"hours": 1, "times": -1}, ["times"]),
        ({"hours": 1, "tariff": Money(-1), "overhead": Fraction(-1, 4)}, ["tariff", "overhead"]),
        ({"hours": 1, "business_as_usual": Fraction(6, 5)}, ["business_as_usual"]),
        ({"hours": 1, "tier": "commune"}, ["tier"]),
        ({"hours": 1, "covers": ("learn",)}, ["covers"]),
        ({"hours": 1, "what": "", "case": "", "segment": ""}, ["what", "case", "segment"]),
        ({"hours": 1, "vintage": "2025"}, ["vintage"]),
    ],
)
def test_norms_refuse_what_is_no_norm(fields: dict[str, Any], faults: list[str]) -> None:
    assert refused(Norm, element="learn", **fields) == faults


def test_norms_take_exact_numbers_of_every_class() -> None:
    half = Norm(element="learn", hours=Decimal("0.5"), outlay=Money(1000))
    assert half.hours == Fraction(1, 2)
    assert half.outlay == Price(1000)
    assert Norm(element="travel", hours=Spread(low=1, high=2), tier="commune").label == "đi lại"
    assert Norm(element="form", hours=1, what="Tờ khai").label == "điền đơn, tờ khai: Tờ khai"


def test_a_bad_norm_of_a_file_is_named_by_its_path() -> None:
    rows = [{"element": "learn", "hours": "1/2"}, {"element": "form", "hours": "-1"}, {"element": "pay", "hours": 0.5}]
    with pytest.raises(DecodeError) as caught:
        decode(Norms, {"norms": rows})
    assert [finding.where() for finding in caught.value.report] == ["$.norms[1].hours", "$.norms[2].hours"]


# ── a table of norms ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_one_act_has_one_norm() -> None:
    learn = Norm(element="learn", hours=1)
    apart = (
        Norm(element="learn", hours=1, performer="agency"),
        Norm(element="learn", hours=1, one_off=True),
        Norm(element="learn", hours=1, obligation="substantive"),
        Norm(element="learn", hours=1, channel="online"),
    )
    assert len(Norms(norms=(learn, *apart)).norms) == 5
    assert refused(Norms, norms=(learn, *apart, Norm(element="learn", hours=2))) == ["norms[5]"]
    papers = (Norm(element="copy", hours=1, what="Giấy"), Norm(element="copy", hours=2, what="GIẤY "))
    assert refused(Norms, norms=papers) == ["norms[1]"]


def test_what_a_norm_covers_has_no_norm_of_its_own() -> None:
    visit = Norm(element="travel", hours=2, covers=("queue",))
    assert refused(Norms, norms=(visit, Norm(element="queue", hours=1))) == ["norms[1]"]
    by_channel = Norm(element="travel", hours=2, covers=("queue",), channel="direct")
    fine = Norms(norms=(by_channel, Norm(element="queue", hours=1, channel="post")))
    assert len(fine.norms) == 2
    agency = Norms(norms=(visit, Norm(element="queue", hours=1, performer="agency")))
    assert len(agency.norms) == 2


def test_visits_and_the_usual_share_are_checked() -> None:
    assert refused(Norms, norms=(), visits={"direct": -1}) == ["visits['direct']"]
    assert refused(Norms, norms=(), visits={"direct": 1.5}) == ["visits['direct']"]
    assert refused(Norms, norms=(), visits={"bưu điện": 1}) == ["visits['bưu điện']"]
    assert refused(Norms, norms=(), visits=2) == ["visits"]
    assert refused(Norms, norms=(), business_as_usual=2) == ["business_as_usual"]
    assert refused(Norms, norms=[]) == ["norms"]


def test_visits_are_changed_by_channel() -> None:
    norms = Norms(norms=(), visits={"direct": 2, "post": 1})
    assert norms.with_visits({"direct": 1}).visits == FrozenMap({"direct": Fraction(1), "post": Fraction(1)})
    assert norms.visits["direct"] == 2


def test_norms_are_fitted_to_a_procedure() -> None:
    general = Norm(element="certify", hours=1)
    fits = (
        general,
        Norm(element="document", hours=1, what="giay kham suc khoe"),
        Norm(element="document", hours=2, what="Mẫu số 01"),
        Norm(element="learn", hours=1, case="01", channel="post"),
        Norm(element="submit", hours=1, what="kiểm tra hồ sơ"),
        Norm(element="other", hours=1, what="họp"),
    )
    strangers = (
        Norm(element="document", hours=1, what="Sổ hộ khẩu"),
        Norm(element="copy", hours=1, what="G1"),
        Norm(element="certify", hours=1, what="G1"),
        Norm(element="learn", hours=1, channel="online"),
        Norm(element="form", hours=1, case="Cấp lại"),
        Norm(element="receive", hours=1, what="Trả kết quả"),
    )
    norms = Norms(norms=(*fits, *strangers), visits={"direct": 1})
    assert norms.fitting(LICENCE) == Norms(norms=fits, visits={"direct": 1})
    fitted = Norms(norms=fits)
    assert fitted.fitting(LICENCE) is fitted
    anything = Norms(norms=(general,))
    assert anything.fitting(Procedure()) is anything
    assert norms.fitting(Procedure()).norms == (general, fits[5], strangers[3])


def test_a_table_is_looked_up_by_element_and_name() -> None:
    norms = Norms(norms=(Norm(element="copy", hours=1), Norm(element="copy", hours=2, what="Tờ khai")))
    assert norms.named("copy") == (None, "to khai")
    assert norms.named("form") == ()
    assert [i for i, _, _ in norms.find("copy", "to khai")] == [1]
    assert norms.find("copy", "khác") == ()

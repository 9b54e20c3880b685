"""Findings about costs: the slips of published tables are found, right figures are let pass."""

import re
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest

from tthc.costs import (
    INTERNATIONAL_SCM,
    LOWER_MIDDLE,
    Cell,
    CostLine,
    CostSheet,
    CostTable,
    HourlyIncome,
    Parameters,
    SheetReport,
    SourceFigure,
    Spread,
    Stated,
    StatedPercent,
    StatedProduct,
    StatedRate,
    StatedReform,
    StatedSum,
    StatedWork,
    audit,
    audit_change,
    resolve,
)
from tthc.costs._audit_messages import MESSAGES
from tthc.errors import IncomparableError, MalformedError
from tthc.findings import Severity
from tthc.frozen import FrozenMap
from tthc.money import Money
from tthc.text import Unparsed

INCOME = Parameters(hourly_income=Money(40_000))
SHEET = CostSheet(
    lines=(CostLine(task="a", hours=2), CostLine(task="b", fees=Money(10))), times_per_year=1, subjects_per_year=100
)
THOUSANDS = -3


def codes(*subjects: Any, **more: Any) -> list[str]:
    return [finding.code for finding in audit(*subjects, **more)]


def test_codes_are_of_this_subject_and_stand_once() -> None:
    numbers = [message.code for message in MESSAGES]
    assert numbers == sorted(set(numbers))
    assert all(re.fullmatch(r"TTHC9[0-2][0-9]", code) for code in numbers)


# ── published tables ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_o3_minutes_and_the_text_beside_them() -> None:
    assert codes(StatedProduct(factors=(900, Fraction(-275, 60)), product=-4125)) == []
    assert codes(StatedProduct(factors=(900, -199), product=Stated(-179_000, THOUSANDS))) == []
    report = audit(StatedWork(what="O3", minutes=275, hours=Fraction(155, 60)))
    assert [finding.code for finding in report] == ["TTHC906"]
    assert "275 minutes and 31/12 hours; 275 minutes is 4.5833 hours" in report.findings[0].text("en")


def test_o7_a_rounded_unit_cost_multiplied() -> None:
    cases, rate = 81_600_000, Decimal("38.60")
    assert codes(StatedProduct(factors=(cases, Fraction(1, 60), rate), product=Stated(52_496_000, THOUSANDS))) == []
    printed = StatedProduct(factors=(cases, Decimal("0.6")), product=Stated(52_496_000, THOUSANDS))
    multiplied = StatedProduct(factors=(cases, Fraction(1, 60), rate), product=Stated(48_960_000, THOUSANDS))
    for one in (printed, multiplied):
        (finding,) = audit(one)
        assert finding.code == "TTHC905"
        assert finding.params["rounded"] == ("0,6", "0.6")


def test_o9_rounded_parts_added() -> None:
    exact = Fraction("3985.696"), Fraction("850.016"), Fraction("2422.5")
    (finding,) = audit(StatedSum(parts=exact, total=7259))
    assert finding.code == "TTHC901"
    assert finding.params["right"] == ("7.258,212", "7,258.212")
    (whole,) = audit(StatedSum(parts=(Fraction("736.92"), Fraction("7258.212")), total=7996))
    assert (whole.code, whole.severity) == ("TTHC923", Severity.WARNING)
    assert codes(StatedSum(parts=(737, 7259), total=7996)) == []
    assert codes(StatedSum(parts=exact, total=7258)) == []


def test_o12_minutes_and_person_days() -> None:
    right = ((720, "1.5"), (4200, "8.8"), (67_200, "140"), (792, "1.7"))
    assert [codes(StatedWork(minutes=m, person_days=Decimal(d), hours_per_day=8)) for m, d in right] == [[]] * 4
    (finding,) = audit(StatedWork(minutes=1170, person_days=Decimal("3.7"), hours_per_day=8))
    assert finding.code == "TTHC906"
    assert finding.params["right"] == ("2,4375 ngày công", "2.4375 person-days")
    assert codes(StatedWork(minutes=1770, person_days=Decimal("3.7"), hours_per_day=8)) == []
    assert codes(StatedWork(hours=1200, person_days=150, hours_per_day=8)) == []


def test_o14_a_row_that_is_no_product() -> None:
    right = (((7, 80, 75), 42_000), ((33, 5, 75), 12_375), ((2, 30, 75), 4_500), ((20, Fraction(1, 2), 15), 150))
    assert [codes(StatedProduct(factors=factors, product=product)) for factors, product in right] == [[]] * 4
    (finding,) = audit(StatedProduct(factors=(112_615, Decimal("0.83")), product=36_178))
    assert finding.code == "TTHC904"
    assert "93.470,45" in finding.text()


def test_o10_o13_o17_rates() -> None:
    assert codes(StatedRate(hourly=Decimal("33.80"), yearly=54_080, hours_per_year=1600)) == []
    assert codes(StatedRate(hourly=Decimal("33.80"), yearly=54_180, hours_per_year=1600)) == ["TTHC907"]
    (missing,) = audit(StatedRate(hourly=Decimal("33.80"), yearly=54_080))
    assert (missing.code, missing.params["implied"]) == ("TTHC908", ("1.600,0", "1,600.0"))
    assert codes(StatedRate(hourly=Decimal("91.54"), base=Decimal("52.31"), multiplier=Decimal("1.75"))) == []
    assert codes(StatedRate(hourly=Decimal("91.50"), base=Decimal("52.31"), multiplier=Decimal("1.75"))) == ["TTHC909"]
    days = {"amount": 6_300 * 10**9, "hours": 18 * 10**6 * 8}
    assert codes(StatedRate(**days, band=(40_000, 50_000))) == []
    assert codes(StatedRate(**days, band=(50_000, 60_000))) == ["TTHC910"]
    assert codes(StatedRate(hourly=7, band=(8, 9))) == ["TTHC910"]


# ── printed figures ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_sums() -> None:
    (wrong,) = audit(StatedSum(parts=(1, 2), total=4, what="bảng 1"))
    assert (wrong.code, wrong.subject, wrong.where()) == ("TTHC900", "bảng 1", "$.total")
    assert "chênh 1" in wrong.text()
    tenths = (Decimal("0.3"), Decimal("0.3"), Decimal("0.3"))
    assert codes(StatedSum(parts=tenths, total=Stated(1, 1))) == ["TTHC901"]  # each may be 0.34
    assert codes(StatedSum(parts=(Fraction("0.9"),), total=0)) == ["TTHC923"]
    assert codes(StatedSum(parts=(Fraction(1, 3),) * 3, total=Fraction(1))) == []
    assert codes(StatedSum(parts=(1,), total=Fraction(3, 2))) == ["TTHC900"]


def test_percentages() -> None:
    def percentage(text: str, part: int = 2, whole: int = 3) -> StatedPercent:
        return StatedPercent(part=part, whole=whole, percent=Decimal(text))

    assert codes(percentage("66.67"), percentage("67"), percentage("66.6667")) == []
    (cut,) = audit(percentage("66.66"))
    assert (cut.code, cut.severity, cut.params["rounding"]) == (
        "TTHC903",
        Severity.INFO,
        ("cắt bỏ phần lẻ", "truncated"),
    )
    assert codes(percentage("33.34", 1)) == ["TTHC903"]
    assert codes(percentage("12.2", 122_5, 100_00), percentage("12.3", 122_5, 100_00)) == ["TTHC903"]
    (wrong,) = audit(percentage("37.31", 4818, 5421))
    assert wrong.text("en") == "37.31 % is not the ratio 4,818/5,421: that is 88.8766 %"
    assert codes(percentage("0", 0, 0)) == ["TTHC902"]


def test_products_that_were_rounded() -> None:
    assert codes(StatedProduct(factors=(3, Fraction(1, 2)), product=1)) == ["TTHC923"]
    assert codes(StatedProduct(factors=(0, 5), product=3)) == ["TTHC904"]
    assert codes(StatedProduct(factors=(2, 3, 5, 7), product=211)) == ["TTHC904"]
    assert codes(StatedProduct(factors=(Fraction(1, 3), 2, 3), product=3)) == ["TTHC905"]  # 2/3 rounded to 1


def test_assumptions_of_a_reform() -> None:
    assert codes(StatedReform(uptake=Decimal("0.8"), times_per_year=365, hours_per_act=24)) == []
    bad = StatedReform(uptake=Decimal("1.2"), times_per_year=366, hours_per_act=25, one_off_saved=5)
    assert codes(bad) == ["TTHC912", "TTHC914", "TTHC915", "TTHC913"]  # by weight, then by field
    assert codes(StatedReform(uptake=-1)) == ["TTHC912"]
    assert codes(StatedReform(one_off_saved=0)) == []


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (lambda: Stated(Fraction(1, 3), 2), "a number of 2 decimal places"),
        (lambda: Stated(1, 99), "decimal places from"),
        (lambda: Stated(0.5), "value: expected Fraction"),
        (lambda: StatedSum(parts=(0.5,), total=1), r"parts\[0\]"),
        (lambda: StatedSum(parts=[1], total=1), "parts"),
        (lambda: StatedSum(parts=(1,), total=None), "total"),
        (lambda: StatedProduct(factors=(1,), product=1), "2 to 8 factors"),
        (lambda: StatedWork(minutes=5), "two units at least"),
        (lambda: StatedWork(minutes=5, person_days=1), "hours of a person-day"),
        (lambda: StatedWork(minutes=5, person_days=1, hours_per_day=0), "more than 0"),
        (lambda: StatedRate(yearly=5), "hourly: expected the price of an hour"),
        (lambda: StatedRate(hourly=5, base=5), "multiplier"),
        (lambda: StatedRate(amount=5, hours=0), "hours: expected more than 0"),
        (lambda: StatedRate(hourly=0), "hourly: expected more than 0"),
        (lambda: StatedRate(hourly=5, band=(2, 1)), "band"),
        (lambda: StatedRate(band=(1, 2)), "band"),
        (lambda: StatedRate(hourly=5, band=[1, 2]), "band"),
        (lambda: audit(SHEET, band=(2, 1)), "band"),
        (lambda: audit(SHEET, band=(0.5, 1)), "band"),
        (lambda: audit(SHEET, band=5), "band"),
    ],
)
def test_what_cannot_be_checked_is_refused(make: Any, expected: str) -> None:
    with pytest.raises(MalformedError, match=expected):
        make()


def test_a_figure_shows_its_digits() -> None:
    assert str(Stated(Fraction(338, 10), 2)) == "33,80"
    assert Stated(1_200, -2).display("en") == "1,200"
    assert Stated(1_200, -2).slack == 50
    assert Stated(7).slack == 0


def test_a_stranger_is_a_type_error() -> None:
    with pytest.raises(TypeError, match=r"CostTable, CostSheet, .* got int"):
        audit(5)  # type: ignore[arg-type]


def test_several_subjects_are_told_by_their_place() -> None:
    found = audit(StatedSum(parts=(1,), total=1), StatedSum(parts=(1,), total=2))
    assert [finding.where() for finding in found] == ["$[1].total"]


# ── tables ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def table(sheet: CostSheet = SHEET, **more: Any) -> CostTable:
    return sheet.cost(attrs.evolve(INCOME, **more))


def test_a_table_in_order() -> None:
    assert codes(table(base_year=2025, vintage=2025), band=(40_000, 40_000)) == []
    assert codes(table(SHEET, base_year=2025)) == []


def test_fees_under_a_convention_without_fees() -> None:
    (finding,) = audit(attrs.evolve(table(), convention=INTERNATIONAL_SCM))
    assert finding.code == "TTHC911"
    assert finding.text() == "tính 10 đồng phí, lệ phí trong khi quy ước international-scm không tính phí"


def test_long_acts_and_frequencies() -> None:
    cell = Cell(kind="time", activity="other", acts=1, unit=25, rate=1)
    assert codes(attrs.evolve(table(), cells=(cell,))) == ["TTHC914"]
    often = {"times_per_year": 366, "subjects_per_year": 1, "volume_unit": "hồ sơ"}
    (finding,) = audit(table(attrs.evolve(SHEET, times_per_year=None), **often))
    assert (finding.code, finding.where()) == ("TTHC913", "$.parameters.times_per_year")
    assert codes(attrs.evolve(table(), parameters=None)) == []


def test_an_implied_tariff_out_of_band() -> None:
    assert codes(table(), band=(1, 39_999)) == ["TTHC910"]
    assert codes(attrs.evolve(table(), cells=()), band=(1, 2)) == []


def test_figures_older_than_the_base_year() -> None:
    income = HourlyIncome(price=Money(40_000), vintage=2023, source="niên giám")
    old = table(base_year=2025, vintage=2024, hourly_income=income)
    found = [(finding.params["vintage"], finding.params["what"]) for finding in audit(old)]
    assert sorted(found) == [("2023", "niên giám"), ("2024", "lines[0]"), ("2024", "lines[1]"), ("2024", "parameters")]
    assert {finding.code for finding in audit(old)} == {"TTHC917"}
    nameless = attrs.evolve(income, source="")
    assert codes(attrs.evolve(table(base_year=2025, hourly_income=nameless), cells=())) == ["TTHC917"]
    assert codes(attrs.evolve(old, parameters=None, cells=(), vintage=2026)) == []


# ── sheets ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_rows_that_cannot_be_read_or_are_out_of_range() -> None:
    sheet = CostSheet(
        lines=(
            CostLine(task="a", hours=Unparsed("vài"), rest=FrozenMap({"Mã": "1"})),
            CostLine(task="b", hours=25, times=Spread(low=300, high=500), rest=FrozenMap({"Mã": "2"})),
        ),
        totals=(CostLine(task="Tổng", stated=Unparsed("?")),),
        times_per_year=400,
    )
    found = {(finding.code, finding.where()) for finding in audit(sheet, parameters=INCOME)}
    assert found == {
        ("TTHC921", "$.lines[0].hours"),
        ("TTHC921", "$.totals[0].stated"),
        ("TTHC922", "$.lines[0].rest['Mã']"),
        ("TTHC914", "$.lines[1].hours"),
        ("TTHC913", "$.lines[1].times"),
        ("TTHC913", "$.times_per_year"),
    }
    assert codes(attrs.evolve(sheet, lines=sheet.lines[1:]), parameters=INCOME).count("TTHC914") == 1


def stated(cost: int | None, year: int | None = None, **more: Any) -> CostLine:
    sums = {"stated": cost, "stated_per_year": year}
    return CostLine(**{k: Money(v) for k, v in sums.items() if v is not None}, **more)


def test_stated_sums_are_computed_anew() -> None:
    lines = (
        stated(30, number="1", task="Nhóm 1"),
        stated(10, 1000, number="1.1", task="a", fees=Money(10)),
        stated(20, 2001, number="1.2", task="b", fees=Money(20)),
        stated(3, task="Nhóm 2"),
        CostLine(task="c", fees=Money(4)),
        stated(9, task="Nhóm 3"),
        CostLine(task="Nhóm 4"),
    )
    totals = (stated(34, 3401, task="Tổng", hours=1, services=Money(0), fees=Money(33)),)
    sheet = CostSheet(lines=lines, totals=totals, times_per_year=1, subjects_per_year=100)
    found = [
        (finding.where(), finding.params["stated"][0], finding.params["right"][0])  # type: ignore[index]
        for finding in audit(sheet, parameters=INCOME)
    ]
    assert found == [
        ("$.lines[2].stated_per_year", "2.001", "2.000"),
        ("$.lines[3].stated", "3", "4"),
        ("$.totals[0].fees", "33", "34"),
        ("$.totals[0].hours", "1", "0"),
        ("$.totals[0].stated_per_year", "3.401", "3.400"),
    ]
    assert codes(sheet) == []
    assert "TTHC920" not in codes(CostSheet(lines=(stated(None, 5, fees=Money(1)),)), parameters=INCOME)


def test_a_report_is_checked_on_both_sides_and_for_its_basis() -> None:
    more = attrs.evolve(SHEET, subjects_per_year=200, lines=(*SHEET.lines, stated(1, task="c", fees=Money(2))))
    assert codes(SheetReport(SHEET, more, INCOME)) == ["TTHC920", "TTHC919"]
    assert codes(SheetReport(SHEET, SHEET, INCOME)) == []


# ── change, sources ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_what_changed_beside_the_reform() -> None:
    found = audit_change(table(), table(attrs.evolve(SHEET, subjects_per_year=120), hourly_income=Money(44_000)))
    assert [finding.code for finding in found] == ["TTHC918", "TTHC919"]
    assert "40.000 thành 44.000" in found.findings[0].text()
    assert len(audit_change(table(), attrs.evolve(table(), cells=table().cells[1:]))) == 0


def test_one_off_cost_is_sunk() -> None:
    once = attrs.evolve(table(), cells=tuple(attrs.evolve(cell, one_off=True) for cell in table().cells))
    (finding,) = audit_change(once, attrs.evolve(once, cells=once.cells[:1]))
    assert (finding.code, finding.params["amount"]) == ("TTHC915", ("10 đồng", "10 VND"))


def test_what_is_not_compared() -> None:
    for other in ({"currency": "USD"}, {"convention": INTERNATIONAL_SCM}):
        with pytest.raises(IncomparableError):
            audit_change(table(), attrs.evolve(table(), **other))


def test_sources_in_conflict_are_listed() -> None:
    hours = [SourceFigure(value=Fraction(n, 10), source=f"s{i}") for i, n in enumerate((1039, 1039, 1089))]
    (finding,) = audit(resolve(hours, LOWER_MIDDLE))
    assert finding.text() == "các nguồn khác nhau (s0: 103,9; s1: 103,9; s2: 108,9); lấy 103,9 theo lower_middle"
    assert codes(resolve(hours[:2], LOWER_MIDDLE)) == []

"""Time in money, and what a reform saved apart from prices and volume."""

from fractions import Fraction

import attrs
import pytest

from tthc.costs import (
    INTERNATIONAL_SCM,
    Burden,
    ChangeSplit,
    CostLine,
    CostSheet,
    CostTable,
    Parameters,
    annualise,
    annuity_factor,
    equivalent_annual_cost,
    net_present_value,
    split_change,
)
from tthc.errors import IncomparableError, MalformedError, MissingInputError
from tthc.money import Money

SEVEN = Fraction(7, 100)


# ── time ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_net_present_value_of_ten_years() -> None:
    year = 50 * 2 * 1_000 * 12
    value = net_present_value([Money(year)] * 10, SEVEN, timing="end")
    assert round(value.amount) == 8_428_298
    assert value.amount == sum(Fraction(year) / Fraction(107, 100) ** j for j in range(1, 11))
    assert net_present_value([Fraction(year)] * 10, SEVEN, timing="end") == value.amount
    assert net_present_value([Money(year)], SEVEN, timing="start") == Money(year)


def test_annuity_factors() -> None:
    factor = annuity_factor(10, Fraction(35, 1000), timing="start")
    assert round(factor, 4) == Fraction(86077, 10_000)
    assert factor == sum(Fraction(1000, 1035) ** j for j in range(10))
    assert annuity_factor(10, 0, timing="end") == 10
    assert annuity_factor(3, SEVEN, timing="start") == annuity_factor(3, SEVEN, timing="end") * (1 + SEVEN)


def test_equivalent_annual_cost() -> None:
    assert equivalent_annual_cost(Money(100), 10, 0, timing="end") == annualise(Money(100), 10) == Money(10)
    value = net_present_value([Fraction(7)] * 5, SEVEN, timing="start")
    assert equivalent_annual_cost(value, 5, SEVEN, timing="start") == 7


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (lambda: annualise(Money(1), 0), "years"),
        (lambda: annualise(Money(1), True), "years"),
        (lambda: annualise(0.5, 3), "amount: expected Money"),
        (lambda: annuity_factor(10, 0.07, timing="end"), "rate"),
        (lambda: annuity_factor(10, -1, timing="end"), "rate"),
        (lambda: annuity_factor(10_000, SEVEN, timing="end"), "1 to 1000"),
        (lambda: annuity_factor(10, SEVEN, timing="middle"), "timing"),
        (lambda: net_present_value([], SEVEN, timing="end"), "years"),
        (lambda: net_present_value([1.5], SEVEN, timing="end"), r"flows\[0\]"),
    ],
)
def test_what_has_no_present_value(make: object, expected: str) -> None:
    with pytest.raises(MalformedError, match=expected):
        make()  # type: ignore[operator]


# ── price, volume, measures ──────────────────────────────────────────────────────────────────────────────────────────


BEFORE = CostSheet(
    lines=(CostLine(task="Tất cả", hours=Fraction(21, 2), services=Money(90_000), fees=Money(100_000)),),
    times_per_year=1,
    subjects_per_year=10_000,
)
AFTER = CostSheet(
    lines=(CostLine(task="Tất cả", hours=Fraction(19, 10), services=Money(5_000), fees=Money(100_000)),),
    times_per_year=1,
    subjects_per_year=12_000,
)


def table(sheet: CostSheet, income: int, **more: object) -> CostTable:
    return sheet.cost(Parameters(hourly_income=Money(income), **more))  # type: ignore[arg-type]


def test_the_worked_case() -> None:
    split = split_change(table(BEFORE, 40_000, base_year=2024), table(AFTER, 44_000, base_year=2025))
    assert (split.before, split.after, split.constant) == (6_100_000_000, 2_263_200_000, 1_810_000_000)
    millions = [round(part / 10**6) for part in (split.measures, split.price, split.volume)]
    assert millions == [-4914, 267, 810]
    assert split.raw_percent is not None
    assert split.constant_percent is not None
    assert [round(split.raw_percent, 1), round(split.constant_percent, 1)] == [Fraction(-629, 10), Fraction(-703, 10)]
    assert [row["part"] for row in split.rows] == ["measures", "price", "volume", "total"]
    assert str(split).splitlines()[1] == "Sau: 2.263.200.000 VND (-62,9 %)"
    rough = split_change(
        [Burden(hours=Fraction(21, 2), tariff=40_000, money=190_000, volume=10_000)],
        [Burden(hours=Fraction(19, 10), tariff=44_000, money=105_000, volume=12_000)],
    )
    assert attrs.evolve(rough, currency="VND") == split


def test_a_burden_of_a_year() -> None:
    assert Burden(hours=2, tariff=10, money=5, volume=100).per_year == 2500


def test_what_is_dropped_is_a_measure() -> None:
    before = [Burden(who="a", hours=2, tariff=10, volume=100), Burden(who="b", hours=1, tariff=20, volume=100)]
    after = [Burden(who="a", hours=2, tariff=11, volume=120)]
    split = split_change(before, after)
    assert split.total == split.measures + split.price + split.volume == 2640 - 4000
    assert split.constant == 2000
    assert split_change(after, before).measures == -split.measures
    assert split_change([], after).measures == 2640
    assert split_change([], []).raw_percent is None
    assert str(split_change([], [])).splitlines()[1] == "Sau: 0"


def test_rows_with_prices_of_their_own_are_told_apart() -> None:
    lines = (
        CostLine(task="a", hours=1),
        CostLine(task="b", hours=1, hourly_income=Money(99)),
        CostLine(task="c", fees=Money(7), subjects=3),
    )
    sheet = CostSheet(lines=lines, times_per_year=1, subjects_per_year=10)
    less = attrs.evolve(sheet, lines=(lines[0], lines[2]))
    same = split_change(table(sheet, 10), table(less, 10))
    assert (same.price, same.volume, same.measures) == (0, 0, -990)
    dearer = split_change(table(sheet, 10), table(sheet, 11))
    assert (dearer.price, dearer.volume, dearer.measures) == (10, 0, 0)


def test_hours_without_a_price_and_cost_once_for_all_are_left_out() -> None:
    priced = table(BEFORE, 40_000)
    cells = tuple(attrs.evolve(cell, priced=cell.kind == "fee", one_off=cell.kind == "fee") for cell in priced.cells)
    split = split_change(attrs.evolve(priced, cells=cells), attrs.evolve(priced, cells=()))
    assert split.measures == -1_000_000_000
    apart = attrs.evolve(priced, cells=tuple(attrs.evolve(cell, apart=True) for cell in priced.cells))
    assert split_change(apart, apart).before == 0


def test_what_cannot_be_split() -> None:
    before = table(BEFORE, 40_000)
    with pytest.raises(MissingInputError, match="subjects_per_year"):
        split_change(before, table(attrs.evolve(AFTER, subjects_per_year=None), 44_000))
    with pytest.raises(IncomparableError, match="currency"):
        split_change(before, attrs.evolve(before, currency="USD"))
    with pytest.raises(IncomparableError, match="convention"):
        split_change(before, attrs.evolve(before, convention=INTERNATIONAL_SCM))
    with pytest.raises(IncomparableError, match="volume unit"):
        split_change(before, attrs.evolve(before, volume_unit="hồ sơ"))
    for mixed in ((before, []), ([], before), ([1], []), ([Burden(hours=1, tariff=1, volume=1)] * 2, [])):
        with pytest.raises(MalformedError):
            split_change(*mixed)  # type: ignore[arg-type]


@pytest.mark.parametrize("field", ["hours", "tariff", "money", "volume"])
def test_a_burden_is_not_negative(field: str) -> None:
    with pytest.raises(MalformedError, match=field):
        Burden(**{"hours": 1, "tariff": 1, "volume": 1, field: -1})  # type: ignore[arg-type]


def test_parts_that_do_not_add_up_are_refused() -> None:
    zero = Fraction(0)
    with pytest.raises(MalformedError, match="add up to the change"):
        ChangeSplit(before=zero, after=Fraction(1), constant=zero, measures=zero, price=zero, volume=zero)

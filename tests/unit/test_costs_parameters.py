"""Parameters: nothing has a default, and what contradicts itself is refused with its path."""

from fractions import Fraction
from typing import Any

import pytest

from tthc.costs import Delay, FeeFigure, HourlyIncome, Parameters, Price, Segment, Spread, hourly_income
from tthc.errors import MalformedError
from tthc.frozen import FrozenMap
from tthc.money import Money

WAGE = Money(40_000)


def refused(cls: Any, *args: Any, **fields: Any) -> list[str]:
    with pytest.raises(MalformedError) as caught:
        cls(*args, **fields)
    return [fault.field for fault in caught.value.faults]


# ── an hour ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("hours", "rounded", "how"),
    [
        (2112, "59.422,35", "(12 tháng × 22 ngày × 8 giờ)"),
        (2080, "60.336,54", "(52 tuần × 40 giờ)"),
        (1600, "78.437,5", "1.600 giờ làm việc/năm"),
    ],
)
def test_an_income_names_the_convention_it_was_worked_out_by(hours: int, rounded: str, how: str) -> None:
    # GDP per head of 2025, over the hours of two conventions: illustrations, not legal values.
    income = hourly_income(Money(125_500_000), hours, source="Cục Thống kê", vintage=2025)
    assert income.price.amount == Fraction(125_500_000, hours)
    assert str(income).startswith(f"{rounded} đồng/giờ = 125.500.000 đồng / ")
    assert income.convention.endswith(how)


def test_an_income_is_shown_in_english_and_as_given() -> None:
    assert hourly_income(Money(2112), 2112).display("en") == (
        "1 VND/hour = 2,112 VND / 2,112 working hours a year (12 months of 22 days of 8 hours)"
    )
    given = HourlyIncome(price=Price(Spread(low=30_000, high=50_000)))
    assert str(given) == "30.000–50.000 đồng/giờ = mức do người dùng cung cấp"
    assert given.describe("en") == "as given"


def test_an_income_refuses_what_does_not_make_it() -> None:
    assert refused(hourly_income, 125_500_000, 2112) == ["per_capita_income"]
    assert refused(hourly_income, WAGE, 0) == ["working_hours"]
    assert refused(hourly_income, WAGE, 2112.0) == ["working_hours"]
    assert refused(HourlyIncome, price=Money(-1)) == ["price"]
    assert refused(HourlyIncome, price=WAGE, yearly=WAGE) == ["working_hours"]
    assert refused(HourlyIncome, price=WAGE, yearly=WAGE, working_hours=-1) == ["working_hours"]
    assert refused(HourlyIncome, price=WAGE, yearly=WAGE, working_hours=2) == ["price"]
    assert refused(HourlyIncome, price=Price(1, "USD"), yearly=WAGE, working_hours=40_000) == ["price"]


# ── parameters ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_an_income_may_be_given_in_three_ways() -> None:
    one = Parameters(hourly_income=WAGE)
    assert one.hourly_income == FrozenMap({"subject": HourlyIncome(price=Price(40_000))})
    assert Parameters(hourly_income=HourlyIncome(price=WAGE)) == one
    assert Parameters(hourly_income={"subject": Price(40_000)}) == one
    assert one.currency == "VND"
    assert one.volume is None
    assert Parameters(hourly_income=Money(1, "EUR")).currency == "EUR"
    assert Parameters(currency="EUR").hourly_income == FrozenMap()


@pytest.mark.parametrize(
    ("fields", "faults"),
    [
        ({"hourly_income": 40_000}, ["hourly_income['subject']"]),
        ({"hourly_income": 40_000.0}, ["hourly_income['subject']"]),
        ({"hourly_income": None}, ["hourly_income['subject']"]),
        ({"hourly_income": {"robot": WAGE}}, ["hourly_income['robot']"]),
        ({"hourly_income": {}}, ["currency"]),
        ({"hourly_income": {"agency": Money(1, "USD"), "subject": WAGE}}, ["hourly_income['subject']"]),
        ({"subjects_per_year": 10_000}, ["volume_unit"]),
        ({"times_per_year": 1}, ["volume_unit"]),
        ({"times_per_year": -1, "subjects_per_year": Fraction(-1), "volume_unit": "hồ sơ"},
         ["times_per_year", "subjects_per_year"]),
        ({"times_per_year": 0.5, "volume_unit": "hồ sơ"}, ["times_per_year"]),
        ({"channel_shares": {"online": Fraction(4, 5)}}, ["channel_shares"]),
        ({"channel_shares": {"online": Fraction(6, 5), "direct": Fraction(-1, 5)}},
         ["channel_shares['online']", "channel_shares['direct']"]),
        ({"channel_shares": {"online": 0.8, "direct": 0.2}},
         ["channel_shares['online']", "channel_shares['direct']"]),
        ({"case_shares": {"Cấp mới": Fraction(1, 2)}}, ["case_shares"]),
        ({"segments": (Segment(name="nhỏ", share=Fraction(1, 2)),) * 2}, ["segments"]),
        ({"segments": (Segment(name="nhỏ", share=Fraction(1, 2)),)}, ["segments"]),
        ({"segments": (Segment(name="nhỏ", share=1, hourly_income=Money(1, "USD")),)}, ["segments[0].hourly_income"]),
        ({"overhead": {"business": -1}}, ["overhead['business']"]),
        ({"fees": (FeeFigure(price=WAGE), FeeFigure(price=Money(1)))}, ["fees[1]"]),
        ({"fees": (FeeFigure(price=Money(1, "USD")),)}, ["fees[0].price"]),
        ({"delay": Delay(application=0, approval=0, ready=0, income_forgone=Money(0, "USD"),
                         extra_expenses=Money(0, "USD"))}, ["delay.income_forgone"]),
    ],
)  # fmt: skip
def test_parameters_refuse_what_contradicts_itself(fields: dict[str, Any], faults: list[str]) -> None:
    assert refused(Parameters, **{"hourly_income": WAGE, **fields}) == faults


def test_a_volume_is_times_by_subjects() -> None:
    once = Parameters(hourly_income=WAGE, times_per_year=Fraction(1, 5), subjects_per_year=100, volume_unit="hồ sơ")
    assert once.volume == 20
    spread = Spread(low=800, high=1200)
    assert Parameters(currency="VND", times_per_year=2, subjects_per_year=spread, volume_unit="hồ sơ").volume == 2000
    assert Parameters(currency="VND", times_per_year=2, volume_unit="hồ sơ").volume is None


# ── their parts ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_parts_are_checked() -> None:
    assert refused(Segment, name="", share=1) == ["name"]
    assert refused(Segment, name="nhỏ", share=2, compliance_rate=-1) == ["share", "compliance_rate"]
    assert refused(FeeFigure, price=Money(-1)) == ["price"]
    free = {"income_forgone": Money(0), "extra_expenses": Money(0)}
    assert refused(Delay, application=-1, approval=-1, ready=-1, **free) == ["application", "approval", "ready"]
    days = {"application": 0, "approval": 0, "ready": 0}
    assert refused(Delay, **days, income_forgone=Money(-1), extra_expenses=Money(-1)) == [
        "income_forgone",
        "extra_expenses",
    ]
    assert refused(Delay, **days, income_forgone=Money(0), extra_expenses=Money(0, "USD")) == ["extra_expenses"]


@pytest.mark.parametrize(("ready", "days"), [(0, 35), (15, 20), (35, 0), (90, 0)])
def test_only_days_beyond_ones_own_count_as_delay(ready: int, days: int) -> None:
    delay = Delay(application=5, approval=30, ready=ready, income_forgone=Money(0), extra_expenses=Money(0))
    assert delay.days == days

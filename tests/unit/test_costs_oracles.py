"""Published figures for the cost of regulation, and the worked case of four measures, out of tests/data."""

import json
from decimal import Decimal
from fractions import Fraction
from math import prod
from pathlib import Path
from typing import Any

import attrs
import pytest

from tthc.costs import (
    CONVENTIONS,
    VN_TT02_2017,
    Convention,
    CostTable,
    Norm,
    Norms,
    Parameters,
    Price,
    compliance_cost,
)
from tthc.costs.annual import net_present_value
from tthc.costs.auditing import audit
from tthc.costs.elapsed import StepGraph, TimedStep
from tthc.costs.sheet import CostLine, CostSheet
from tthc.costs.stated import Stated, StatedProduct, StatedRate, StatedSum, StatedWork
from tthc.exact import largest_remainder, percent, round_to
from tthc.fees import Fee
from tthc.indices import Aggregate, Index, Indicator, best_worst
from tthc.money import Money
from tthc.procedures import Case, Document, Form, Method, Procedure

DATA = json.loads((Path(__file__).parents[1] / "data" / "cost_oracles.json").read_text(encoding="utf-8"))
ORACLES = {oracle["id"]: oracle for oracle in DATA["oracles"]}
CASE = DATA["case"]

US_PRA = Convention(
    id="us-pra",
    name=("Giờ gánh nặng (Hoa Kỳ)", "Paperwork burden hours (US)"),
    formula=("người trả lời × lượt × giờ", "respondents × responses × hours"),
    obligations={"information"},
    counts_fees=False,
    overhead_on={"citizen", "business"},
    one_off="apart",
    source="Paperwork Reduction Act",
)


def number(value: Any) -> Fraction:
    """Read an integer, "46.5", "1/3", or a list of factors."""
    return Fraction(prod(map(number, value))) if isinstance(value, list) else Fraction(value)


def of_kind(kind: str) -> list[Any]:
    return [pytest.param(oracle, id=oracle["id"]) for oracle in DATA["oracles"] if oracle["kind"] == kind]


def test_every_oracle_is_there_and_read() -> None:
    assert list(ORACLES) == [f"O{i}" for i in range(1, 18)]
    assert all(oracle["source"] and oracle["mark"] for oracle in ORACLES.values())


# ── rows of hours, income, services ──────────────────────────────────────────────────────────────────────────────────


def cost_of(oracle: Any, line: Any) -> CostTable:
    """Cost one row as a procedure with one act, under the convention of the oracle."""
    income = Price(number(line["income"]), oracle["currency"]) if "income" in line else None
    outlay = Price(number(line["services"]), oracle["currency"]) if "services" in line else None
    norm = Norm(
        element="other",
        performer=line.get("performer", "subject"),
        hours=number(line["hours"]),
        outlay=outlay,
        tariff=income,
        one_off=line.get("one_off", False),
        business_as_usual=0,
    )
    parameters = Parameters(
        subject=oracle["subject"],
        times_per_year=number(line["times"]),
        subjects_per_year=number(line["subjects"]),
        volume_unit="lượt",
        overhead={"citizen": 0, "business": 0},
        currency=oracle["currency"],
    )
    procedure = Procedure(name=oracle["id"], methods=(Method(channel="direct", fees=()),), cases=(Case(documents=()),))
    convention = {**CONVENTIONS, "us-pra": US_PRA}[oracle["convention"]]
    return compliance_cost(procedure, Norms(norms=(norm,)), parameters, convention=convention)


@pytest.mark.parametrize("oracle", of_kind("lines"))
def test_rows_of_hours_income_and_services(oracle: Any) -> None:
    tables = [cost_of(oracle, line) for line in oracle["lines"]]
    volumes = [number(line["times"]) * number(line["subjects"]) for line in oracle["lines"]]
    found: dict[str, Any] = {
        "of_lines": [table.per_year.amount for table in tables],
        "per_year": sum(table.per_year.amount for table in tables),
        "once": sum(table.once.amount for table in tables),
        "volume": sum(volumes),
        "per_dossier": tables[0].per_dossier.amount,
        "hours_per_year": sum(table.hours * volume for table, volume in zip(tables, volumes, strict=True)),
        "time_per_year": sum(table.only(kind="time").per_year.amount for table in tables),
        "cash_per_year": sum(table.only(kind="cash").per_year.amount for table in tables),
    }
    assert {name: found[name] for name in oracle["expected"]} == oracle["expected"]
    printed = dict(oracle.get("printed", {}))
    to = printed.pop("to", 1)
    for name, value in printed.items():
        sizes = found[name] if isinstance(value, list) else [found[name]]
        assert [round_to(size / to) for size in sizes] == (value if isinstance(value, list) else [value])


@pytest.mark.parametrize("oracle", of_kind("lines"))
def test_the_same_rows_on_a_sheet(oracle: Any) -> None:
    """A sheet has no work that is done once and for all: it stands in the year."""
    lines = tuple(
        CostLine(
            task=f"Công việc {i}",
            hours=number(line["hours"]),
            hourly_income=Price(number(line.get("income", 0)), oracle["currency"]),
            services=Price(number(line["services"]), oracle["currency"]) if "services" in line else None,
            times=number(line["times"]),
            subjects=number(line["subjects"]),
        )
        for i, line in enumerate(oracle["lines"])
    )
    table = CostSheet(lines=lines).cost(Parameters(currency=oracle["currency"]))
    expected = {**oracle["expected"]}
    assert table.per_year.amount == expected.get("once", 0) + expected["per_year"]


def test_the_outlay_of_a_journey() -> None:
    services = ORACLES["O4"]["of_services"]
    total = sum(number(size) * number(price) for size, price in services["parts"])
    assert total == number(services["total"])
    assert round_to(total) == services["printed"]


def test_the_present_value_of_ten_years() -> None:
    oracle = ORACLES["O2"]
    given = oracle["present_value"]
    year = cost_of(oracle, oracle["lines"][0]).per_year
    value = net_present_value([year] * given["years"], number(given["rate"]), timing=given["timing"])
    assert round_to(value.amount) == given["rounded"]
    assert round_to(value.amount, -3) == given["printed"]


def test_a_rounded_unit_cost_multiplied_is_another_number() -> None:
    oracle = ORACLES["O7"]
    given = oracle["rounded_unit_cost"]
    table = cost_of(oracle, oracle["lines"][0])
    assert round_to(table.per_dossier.amount, 1) == number(given["unit"])
    assert number(given["unit"]) * given["volume"] == given["gives"] != table.per_year.amount


def test_person_days_of_one_off_work() -> None:
    oracle = ORACLES["O5"]
    assert number(oracle["lines"][0]["hours"]) == oracle["person_days"] * 8


def test_a_published_cost_that_is_not_its_product() -> None:
    (slip,) = ORACLES["O14"]["slips"]
    assert slip["responses"] * number(slip["hours"]) != slip["printed"]


# ── rounding, days, rates ────────────────────────────────────────────────────────────────────────────────────────────


def test_parts_that_were_rounded_before_they_were_added() -> None:
    oracle = ORACLES["O9"]
    sums = [sum(number(count) * number(price) for count, price in group["parts"]) for group in oracle["groups"]]
    assert sums == [group["exact"] for group in oracle["groups"]]
    assert [round_to(size / oracle["to"]) for size in sums] == [group["printed"] for group in oracle["groups"]]
    assert sums[1] + sums[2] == number(oracle["sums"]["second_and_third"])
    assert sum(sums) == number(oracle["sums"]["all"])
    for slip in oracle["slips"]:
        parts = [sums[i] / oracle["to"] for i in slip["of"]]
        assert sum(largest_remainder(parts)) == slip["fits"] == slip["printed"] - 1


def test_wages_of_an_hour_and_of_a_year() -> None:
    oracle = ORACLES["O10"]
    assert [number(hour) * oracle["hours_per_year"] for hour, _ in oracle["pairs"]] == [y for _, y in oracle["pairs"]]


def test_cases_rounded_before_they_are_multiplied() -> None:
    oracle = ORACLES["O11"]
    exact = number(oracle["whole"]) * number(oracle["share"])
    cases = round_to(exact / oracle["rounded_to"]) * oracle["rounded_to"]
    assert (cases, cases * oracle["times"], exact * oracle["times"]) == (
        oracle["cases"],
        oracle["expected"],
        oracle["exact"],
    )


def test_minutes_and_person_days() -> None:
    oracle = ORACLES["O12"]
    slips = [(slip["minutes"], slip["fits"]) for slip in oracle["slips"]]
    for minutes, days in [*oracle["pairs"], *slips]:
        assert round_to(Fraction(minutes, oracle["minutes_per_day"]), oracle["digits"]) == number(days)
    assert all(slip["printed"] != slip["fits"] for slip in oracle["slips"])


def test_the_rate_of_an_hour_with_overhead() -> None:
    oracle = ORACLES["O13"]
    parameters = Parameters(
        hourly_income=Money(number(oracle["base"]), "AUD"),
        subject="business",
        overhead={"business": number(oracle["overhead"])},
        delay=None,
    )
    convention = attrs.evolve(CONVENTIONS[oracle["convention"]], counts_delay=False)
    procedure = Procedure(name="O13", methods=(Method(channel="direct", fees=()),), cases=(Case(documents=()),))
    norms = Norms(norms=(Norm(element="other", hours=1, business_as_usual=0),))
    rate = compliance_cost(procedure, norms, parameters, convention=convention).per_dossier.amount
    assert rate == number(oracle["exact"])
    assert round_to(rate, 2) == number(oracle["printed"])


@pytest.mark.parametrize("oracle", of_kind("scores"))
def test_scores_between_the_best_and_the_worst(oracle: Any) -> None:
    rows = [(name, number(value), number(best), number(worst)) for name, value, best, worst in oracle["indicators"]]
    index = Index(
        id=oracle["id"],
        indicators=tuple(Indicator(id=name, normalisation=best_worst(best, worst)) for name, _, best, worst in rows),
        aggregates=(Aggregate(id="score", parts=tuple(name for name, *_ in rows)),),
    )
    score = index.evaluate({"x": {name: value for name, value, *_ in rows}})["x"]["score"].value
    assert isinstance(score, Fraction)
    assert round_to(score, 2) == number(oracle["expected"])


def test_what_a_day_was_counted_at() -> None:
    oracle = ORACLES["O17"]
    day = Fraction(oracle["money"], oracle["days"])
    assert {"day": day, "hour": day / oracle["hours_per_day"]} == oracle["expected"]
    sheet = CostSheet(lines=(CostLine(task="x", hours=oracle["hours_per_day"]),), times_per_year=1)
    parameters = Parameters(
        hourly_income=Money(oracle["expected"]["hour"]), subjects_per_year=oracle["days"], volume_unit="ngày công"
    )
    assert sheet.cost(parameters).per_year == Money(oracle["money"])


# ── the slips of published figures, found ────────────────────────────────────────────────────────────────────────────


def codes(*statements: Any) -> list[str]:
    return [finding.code for finding in audit(*statements)]


def thousands(value: Any) -> Stated:
    return Stated(number(value) * 1000, -3)


def test_rounded_parts_that_miss_their_total_are_found() -> None:
    oracle = ORACLES["O9"]
    exact = [number(group["exact"]) for group in oracle["groups"]]
    for slip in oracle["slips"]:
        parts = tuple(exact[i] for i in slip["of"])
        assert codes(StatedSum(parts=parts, total=thousands(slip["printed"]))) == ["TTHC901"]
        assert codes(StatedSum(parts=parts, total=thousands(slip["fits"]))) == []


def test_minutes_that_are_not_the_hours_or_the_days_are_found() -> None:
    oracle = ORACLES["O12"]
    for minutes, days in oracle["pairs"]:
        assert codes(StatedWork(minutes=minutes, person_days=Decimal(days), hours_per_day=8)) == []
    (slip,) = oracle["slips"]
    told = {"minutes": slip["minutes"], "hours_per_day": 8}
    assert codes(StatedWork(**told, person_days=Decimal(slip["printed"]))) == ["TTHC906"]
    assert codes(StatedWork(**told, person_days=Decimal(slip["fits"]))) == []
    assert codes(StatedWork(minutes=275, hours=Fraction(155, 60))) == ["TTHC906"]  # O3


def test_products_that_are_none_are_found() -> None:
    rounded = ORACLES["O7"]["rounded_unit_cost"]
    right = number(ORACLES["O7"]["expected"]["of_lines"][0])
    unit = Decimal(rounded["unit"])
    assert codes(StatedProduct(factors=(rounded["volume"], unit), product=Stated(right, -3))) == ["TTHC905"]
    assert codes(StatedProduct(factors=(rounded["volume"], Fraction("38.6") / 60), product=Stated(right, -3))) == []
    (slip,) = ORACLES["O14"]["slips"]
    factors = (slip["responses"], Decimal(slip["hours"]))
    assert codes(StatedProduct(factors=factors, product=slip["printed"])) == ["TTHC904"]


def test_rates_that_agree_are_left_alone() -> None:
    wages, rate, anchor = ORACLES["O10"], ORACLES["O13"], ORACLES["O17"]
    for hour, year in wages["pairs"]:
        agrees = {"hourly": Decimal(hour), "hours_per_year": wages["hours_per_year"]}
        assert codes(StatedRate(**agrees, yearly=year)) == []
        assert codes(StatedRate(**agrees, yearly=year + 5000)) != []
    base = Fraction(rate["base"])
    multiplier = 1 + Fraction(rate["overhead"])
    assert codes(StatedRate(hourly=Decimal(rate["printed"]), base=base, multiplier=multiplier)) == []
    hours = anchor["days"] * anchor["hours_per_day"]
    paid = {"amount": anchor["money"], "hours": hours}
    hour = anchor["expected"]["hour"]
    assert codes(StatedRate(**paid, band=(hour, hour))) == []
    assert codes(StatedRate(**paid, band=(hour + 1, hour + 2))) != []


# ── the worked case ──────────────────────────────────────────────────────────────────────────────────────────────────


def worked(*measures: str, convention: Convention = VN_TT02_2017) -> CostTable:
    """Cost the worked case after some of its measures: fewer papers, fewer visits, other shares of the channels."""
    wanted = [p for p, measure in zip(CASE["papers"], ("M1", "M2"), strict=True) if measure not in measures]
    form = Document(name="Tờ khai", form=Form(name="Mẫu 01"))
    papers = tuple(Document(name=paper["name"]) for paper in wanted)
    fees = (Fee(kind="amount", amount=Money(CASE["fee"])),)
    procedure = Procedure(
        name="Cấp giấy phép",
        methods=(Method(channel="direct", fees=fees), Method(channel="online", fees=fees)),
        cases=(Case(documents=(*papers, form)),),
        dossier_sets=1,
    )
    visit = CASE["visit"]
    norms = Norms(
        norms=(
            Norm(element="learn", hours=number(CASE["learn"])),
            *(
                Norm(element="document", what=paper["name"], hours=paper["hours"], outlay=Money(paper["outlay"]))
                for paper in wanted
            ),
            Norm(element="form", hours=CASE["form"]),
            Norm(
                element="travel",
                hours=visit["hours"],
                outlay=Money(visit["outlay"]),
                covers=("queue", "submit", "pay", "receive"),
            ),
            Norm(element="scan", channel="online", hours=number(CASE["online"]["scan_hours"])),
        ),
        visits={"direct": CASE["visits"] - ("M4" in measures), "online": 0},
    )
    uptake = number(CASE["online"]["uptake"]) if "M3" in measures else Fraction(0)
    parameters = Parameters(
        hourly_income=Money(CASE["income"]),
        channel_shares={"direct": 1 - uptake, "online": uptake},
        times_per_year=CASE["times"],
        subjects_per_year=CASE["subjects"],
        volume_unit="hồ sơ",
    )
    return compliance_cost(procedure, norms, parameters, convention=convention)


ALL = ("M1", "M2", "M3", "M4")


@pytest.mark.parametrize(("when", "measures"), [("before", ()), ("after", ALL)])
def test_the_worked_case(when: str, measures: tuple[str, ...]) -> None:
    table, expected = worked(*measures), CASE[when]
    assert table.hours == number(expected["hours"])
    assert {kind: amount.amount for kind, amount in table.by("kind").items()} == {
        kind: expected[kind] for kind in ("time", "cash", "fee")
    }
    assert table.per_dossier == Money(expected["per_dossier"])
    assert table.per_year == Money(expected["per_year"])


def test_the_reductions_by_what_is_counted() -> None:
    no_fees = attrs.evolve(VN_TT02_2017, id="no-fees", counts_fees=False)
    before, after = worked(), worked(*ALL)
    found = {
        "fees_in": before.reduction(after),
        "fees_out": worked(convention=no_fees).reduction(worked(*ALL, convention=no_fees)),
        "hours": before.reduction(after, of="hours"),
        "cash": before.only(kind="cash").reduction(after.only(kind="cash")),
    }
    assert {name: round_to(percent(share, 1), 1) for name, share in found.items()} == {
        name: number(value) for name, value in CASE["reductions"].items()
    }


@pytest.mark.parametrize(("measures", "saving"), [*CASE["measures"].items(), *CASE["pairs"].items()])
def test_what_measures_save_alone_in_pairs_and_together(measures: str, saving: int) -> None:
    taken = ALL if measures == "all" else measures.split("+")
    assert worked().saving(worked(*taken)) == saving


# ── elapsed time ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_parallel_steps_and_what_shortening_them_does() -> None:
    given = DATA["elapsed"]
    graph = StepGraph(
        steps=tuple(TimedStep(id=id_, duration=days, after=tuple(after)) for id_, days, after in given["steps"])
    )
    assert (graph.length, graph.sum_of_limits) == (given["length"], given["sum"])
    for shortened in given["shortened"]:
        it = graph.shorten(shortened["step"], shortened["to"])
        assert it.after.length == shortened["length"]
        assert round_to(percent(it.share, 1), 1) == number(shortened["percent"])
        assert round_to(percent(it.share_of_limits, 1), 1) == number(shortened["percent_of_sum"])
        assert it.changed_nothing is (shortened["percent"] == "0")

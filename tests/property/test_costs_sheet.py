"""Sheets, uncertain figures, splits and printed figures keep their promises, whatever stands in them."""

import copy
import math
import pickle
import statistics
from fractions import Fraction
from itertools import product
from typing import Any

import attrs
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tthc.codec import decode, encode
from tthc.costs import (
    Burden,
    ChangeSplit,
    CostSheet,
    CostTable,
    Discrete,
    Moments,
    Parameters,
    Price,
    Resolved,
    SheetReport,
    SourceRule,
    Spread,
    Stated,
    StatedSum,
    audit,
    elasticities,
    equivalent_annual_cost,
    moments,
    moments_of,
    net_present_value,
    resolve,
    simulate,
    split_change,
    tornado,
)
from tthc.costs._uncertain import formula_of
from tthc.exact import largest_remainder, round_to
from tthc.findings import Report
from tthc.money import Money
from tthc.strategies import _costs as core
from tthc.strategies import _costs_sheet as made

MAKERS = {name: getattr(made, name) for name in made.__all__}
INCOME = Parameters(hourly_income=Money(40_000))


@pytest.mark.parametrize("name", MAKERS)
def test_values_travel(name: str) -> None:
    @given(MAKERS[name]())
    @settings(max_examples=40)
    def travels(value: Any) -> None:
        assert hash(copy.copy(value)) == hash(value)
        assert pickle.loads(pickle.dumps(value)) == value
        assert decode(type(value), encode(value)) == value
        assert repr(value)
        assert isinstance(str(value), str)
        assert all(isinstance(row, dict) for row in getattr(value, "rows", ()))

    travels()


# ── sheets ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@given(made.cost_sheets(readable=True))
def test_the_cells_of_a_sheet_are_its_rows(sheet: CostSheet) -> None:
    table = sheet.cost(INCOME)
    total = Fraction(0)
    for line in sheet.lines:
        hours = _mean(line.hours)
        income = Fraction(40_000) if line.hourly_income is None else _mean(line.hourly_income)
        total += hours * income + _mean(line.services) + _mean(line.fees)
    assert table.per_dossier == Money(total)
    for axis in ("kind", "activity", "step", "norm"):
        assert sum((money.amount for money in table.by(axis).values()), Fraction(0)) == total
    assert isinstance(audit(sheet, parameters=INCOME), Report)


def _mean(value: Any) -> Fraction:
    if value is None:
        return Fraction(0)
    figure = value.figure if isinstance(value, Price) else value
    return figure.mean if isinstance(figure, Spread) else figure


@given(core.cost_tables())
@settings(max_examples=50)
def test_the_rows_of_a_form_cost_what_the_table_costs(table: CostTable) -> None:
    again = CostSheet.of(table).cost(Parameters(currency=table.currency))
    assert (again.per_dossier, again.hours) == (table.per_dossier, table.hours)
    if all(cell.volume is not None for cell in table.cells):
        assert again.per_year == table.per_year


@given(made.sheet_reports())
def test_a_report_adds_up_as_printed(report: SheetReport) -> None:
    third = [row for row in report.rows if row["part"] == "III"]
    *parts, total = third
    for side in ("before", "after", "saving"):
        assert sum((row[side] for row in parts), Fraction(0)) == total[side]  # type: ignore[misc]
    assert report.saving.amount == total["saving"]
    assert report.display("en").count("\n\n") >= 3
    assert report._repr_html_().count("<table>") == 3
    assert isinstance(audit(report), Report)


@given(st.lists(st.dictionaries(st.text(max_size=20), st.none() | st.text(max_size=20) | st.integers(0, 10**6))))
def test_any_row_of_text_and_numbers_is_read_and_kept(rows: list[dict[str, Any]]) -> None:
    sheet = CostSheet.read(rows)
    kept = [text for line in (*sheet.lines, *sheet.totals) for text in line.rest.values()]
    assert len(kept) <= sum(len(row) for row in rows)
    assert isinstance(audit(sheet), Report)


# ── uncertain figures ────────────────────────────────────────────────────────────────────────────────────────────────


@given(made.discretes(), made.discretes())
def test_moments_of_sums_and_products_are_those_of_all_pairs(left: Discrete, right: Discrete) -> None:
    pairs = [(x, y, p * q) for (x, p), (y, q) in product(left.outcomes, right.outcomes)]
    for together, of in (
        (moments_of(left) + moments_of(right), lambda x, y: x + y),
        (moments_of(left) * moments_of(right), lambda x, y: x * y),
    ):
        mean = sum(of(x, y) * p for x, y, p in pairs)
        assert together == Moments(mean, sum(p * (of(x, y) - mean) ** 2 for x, y, p in pairs))


@given(core.spreads())
def test_a_sample_has_the_moments_of_its_spread(spread: Spread) -> None:
    found = simulate(lambda q: q["x"], draws=2000, seed=1, quantities={"x": spread})
    width = float(spread.high - spread.low)
    assert abs(found.mean - float(spread.mean)) < 0.05 * width
    assert abs(found.sd - math.sqrt(spread.variance)) < 0.03 * width
    assert float(spread.low) <= min(found.before) <= max(found.before) <= float(spread.high) + 1e-9


@given(made.cost_sheets(readable=True), st.data())
def test_a_formula_is_the_sheet_at_other_figures(sheet: CostSheet, data: st.DataObject) -> None:
    """Whatever lies between the ends of the spreads, the cost computed with it is what the formula says."""
    formula = formula_of(sheet.cost(INCOME), "per_dossier")
    values = {name: data.draw(st.sampled_from([one.low, one.high])) for name, one in formula.quantities.items()}
    lines = list(sheet.lines)
    for name, value in values.items():
        place, _, field = name.partition("].")
        i = int(place.removeprefix("lines["))
        old = getattr(lines[i], field)
        lines[i] = attrs.evolve(lines[i], **{field: Price(value) if isinstance(old, Price) else value})
    assert attrs.evolve(sheet, lines=tuple(lines)).cost(INCOME).per_dossier.amount == formula.at(values)


@given(made.cost_sheets(readable=True))
def test_bars_and_moments_belong_to_the_total(sheet: CostSheet) -> None:
    table = sheet.cost(INCOME)
    found = moments(table, of="per_dossier")
    assert found.mean == table.per_dossier.amount
    exact = [bar for bar in tornado(table, of="per_dossier") if bar.width]
    assert (found.variance > 0) is bool(exact)
    assert [bar.width for bar in exact] == sorted((bar.width for bar in exact), reverse=True)
    if table.per_dossier:
        assert sum(elasticities(table).values()) == 1


# ── sources, time, change ────────────────────────────────────────────────────────────────────────────────────────────


@given(made.resolved_figures(), made.source_rules())
def test_the_order_of_sources_does_not_matter(found: Resolved, rule: SourceRule) -> None:
    there, back = resolve(found.sources, rule), resolve(found.sources[::-1], rule)
    assert there.value == back.value
    values = [one.value for one in found.sources]
    assert min(values) <= there.value <= max(values)
    if rule.takes == "lower_middle":
        assert there.value == statistics.median_low(values)
    if rule.takes == "median":
        assert there.value == statistics.median(values)


@given(st.fractions(0, 10**6, max_denominator=10), st.integers(1, 30), st.fractions(0, 1, max_denominator=100))
def test_equal_amounts_are_their_own_equivalent(amount: Fraction, years: int, rate: Fraction) -> None:
    for timing in ("start", "end"):
        value = net_present_value([amount] * years, rate, timing=timing)
        assert equivalent_annual_cost(value, years, rate, timing=timing) == amount
    assert net_present_value([amount] * years, rate, timing="start") == (1 + rate) * net_present_value(
        [amount] * years, rate, timing="end"
    )


@given(made.change_splits())
def test_the_parts_of_a_change_add_up(found: ChangeSplit) -> None:
    assert found.measures + found.price + found.volume == found.after - found.before
    rounded = largest_remainder([found.measures, found.price, found.volume])
    assert sum(rounded) == round_to(found.total)


@given(made.burdens("x"), made.burdens("x"))
def test_a_part_that_does_not_move_gets_nothing(before: Burden, after: Burden) -> None:
    same_price = attrs.evolve(after, tariff=before.tariff)
    assert split_change([before], [same_price]).price == 0
    same_volume = attrs.evolve(after, volume=before.volume)
    assert split_change([before], [same_volume]).volume == 0
    same_work = attrs.evolve(before, tariff=after.tariff, volume=after.volume)
    assert split_change([before], [same_work]).measures == 0


# ── printed figures ──────────────────────────────────────────────────────────────────────────────────────────────────


@given(st.lists(made.stated_figures(), max_size=4).map(tuple), st.integers(-3, 3))
def test_a_right_total_is_let_pass_and_a_wrong_one_is_not(parts: tuple[Stated, ...], digits: int) -> None:
    exact = sum((part.value for part in parts), Fraction(0))
    right = Stated(round_to(exact, digits), digits)
    assert len(audit(StatedSum(parts=parts, total=right))) == 0
    slack = sum((part.slack for part in parts), Fraction(0)) + len(parts) * right.slack
    wrong = Stated(right.value + round_to(4 * slack, digits, "up") + Fraction(10) ** (2 - digits), digits)
    assert [finding.code for finding in audit(StatedSum(parts=parts, total=wrong))] == ["TTHC900"]


@given(st.sampled_from(sorted(made.__all__)), st.data())
def test_every_finding_speaks_both_languages(name: str, data: st.DataObject) -> None:
    assume(name.startswith("stated_") and name != "stated_figures")
    for finding in audit(data.draw(MAKERS[name]())):
        assert "?" not in finding.text("vi") + finding.text("en")

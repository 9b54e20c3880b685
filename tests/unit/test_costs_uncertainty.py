"""Moments, elasticities, tornado, switching values, and simulation with common random numbers."""

import math
import sys
from fractions import Fraction
from typing import Any

import attrs
import pytest

from tthc.costs import (
    Cell,
    CostLine,
    CostSheet,
    CostTable,
    Discrete,
    Norm,
    Norms,
    Parameters,
    Price,
    Probability,
    Simulation,
    Spread,
    compliance_cost,
    elasticities,
    moments,
    probability_of_target,
    simulate,
    switching_value,
    tornado,
)
from tthc.costs._uncertain import formula_of
from tthc.errors import IncomparableError, MalformedError, MissingInputError, NotFoundError
from tthc.money import Money
from tthc.procedures import Case, Document, Method, Procedure

HOURS = Spread(low=1, high=3)
VOLUME = Spread(low=800, high=1200)
SHEET = CostSheet(lines=(CostLine(task="Kê khai", hours=HOURS),), times_per_year=1, subjects_per_year=VOLUME)
INCOME = Parameters(hourly_income=Money(40_000))

CASE = CostSheet(
    lines=(
        CostLine(task="Tìm hiểu", hours=Fraction(1, 2)),
        CostLine(task="Giấy A", hours=2, services=Money(30_000)),
        CostLine(task="Giấy B", hours=3, services=Money(10_000)),
        CostLine(task="Tờ khai", hours=1),
        CostLine(task="Đi lại", hours=4, services=Money(50_000), fees=Money(100_000)),
    ),
    times_per_year=1,
    subjects_per_year=10_000,
)


# ── exact ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_moments_of_a_year_and_of_a_dossier() -> None:
    table = SHEET.cost(INCOME)
    year, dossier, hours = (moments(table, of=of) for of in ("per_year", "per_dossier", "hours"))  # type: ignore[arg-type]
    assert year.mean == 80_000_000
    assert round(year.sd) == 25_015_551
    assert tuple(dossier) == (80_000, Fraction(40_000**2, 3))
    assert tuple(hours) == (2, Fraction(1, 3))


def test_a_quantity_that_cells_share_is_one() -> None:
    income = Price(Spread(low=30_000, high=50_000))
    lines = (CostLine(task="a", hours=1), CostLine(task="b", hours=2))
    table = CostSheet(lines=lines).cost(Parameters(hourly_income=income))
    assert moments(table, of="per_dossier").variance == 9 * Fraction(20_000**2, 12)
    assert tuple(moments(table, of="hours")) == (3, 0)


def test_rows_may_have_a_volume_of_their_own() -> None:
    line = CostLine(task="a", fees=Money(10), times=Spread(low=0, high=2), subjects=Spread(low=1, high=3))
    table = CostSheet(lines=(line,)).cost(INCOME)
    assert tuple(moments(table, of="per_dossier")) == (10, 0)
    assert moments(table).variance == 100 * (Fraction(1, 3) * Fraction(1, 3) + Fraction(1, 3) * 4 + Fraction(1, 3))


def test_one_path_is_one_quantity() -> None:
    cell = Cell(kind="cash", activity="other", acts=1, unit=1, uncertain=(("norms[0].outlay", HOURS),))
    other = attrs.evolve(cell, uncertain=(("norms[0].outlay", VOLUME),))
    table = attrs.evolve(SHEET.cost(INCOME), cells=(cell, other))
    with pytest.raises(IncomparableError, match=r"norms\[0\].outlay"):
        moments(table, of="per_dossier")
    with pytest.raises(NotFoundError, match="measure"):
        moments(table, of="per_month")  # type: ignore[arg-type]


PROCEDURE = Procedure(
    name="Cấp giấy phép",
    methods=(Method(channel="direct", fees=()), Method(channel="online", fees=())),
    cases=(Case(documents=(Document(name="Giấy khám sức khỏe"),)),),
)
NORMS = Norms(
    norms=(
        Norm(element="document", hours=Spread(low=1, high=3), outlay=Price(Spread(low=20_000, high=40_000))),
        Norm(element="travel", hours=2, outlay=Money(25_000), times=Spread(low=1, high=2)),
        Norm(element="scan", hours=Fraction(1, 4), tariff=Price(Spread(low=10_000, high=90_000))),
        Norm(element="learn", hours=Spread(kind="pert", low=0, mode=1, high=4)),
    ),
    visits={"direct": Spread(low=1, high=3), "online": 0},
)
PARAMETERS = Parameters(
    hourly_income=Price(Spread(kind="triangular", low=30_000, mode=40_000, high=60_000)),
    times_per_year=1,
    subjects_per_year=VOLUME,
    volume_unit="hồ sơ",
    channel_shares={"direct": Fraction(2, 5), "online": Fraction(3, 5)},
)


def test_the_formula_is_the_cost_at_other_figures() -> None:
    """Put every spread at its low end: the cost computed anew is what the formula says."""
    formula = formula_of(compliance_cost(PROCEDURE, NORMS, PARAMETERS), "per_year")
    assert len(formula.quantities) == 8

    def low(held: Any) -> Any:
        if isinstance(held, Price):
            return Price(low(held.figure), held.currency)
        return held.low if isinstance(held, Spread) else held

    norms = tuple(
        attrs.evolve(n, hours=low(n.hours), outlay=low(n.outlay), times=low(n.times), tariff=low(n.tariff))
        for n in NORMS.norms
    )
    at_low = attrs.evolve(NORMS, norms=norms, visits={"direct": 1, "online": 0})
    parameters = attrs.evolve(PARAMETERS, hourly_income=Money(30_000), subjects_per_year=800)
    exact = compliance_cost(PROCEDURE, at_low, parameters).per_year.amount
    assert formula.at({name: one.low for name, one in formula.quantities.items()}) == exact
    assert formula.at({}) == compliance_cost(PROCEDURE, NORMS, PARAMETERS).per_year.amount


def test_elasticities_of_the_worked_case() -> None:
    found = elasticities(CASE.cost(INCOME))
    assert list(found) == ["tariff", "fee", "cash"]
    assert [round(share, 3) for share in found.values()] == [
        Fraction(689, 1000),
        Fraction(164, 1000),
        Fraction(148, 1000),
    ]
    assert sum(found.values()) == 1
    assert elasticities(CASE.cost(INCOME), of="per_year") == found
    with pytest.raises(ZeroDivisionError):
        elasticities(CostSheet(lines=(CostLine(task="a", fees=Money(0)),)).cost(INCOME))


def test_tornado() -> None:
    bars = tornado(SHEET.cost(INCOME))
    assert [(bar.name, bar.at_low, bar.at_high) for bar in bars] == [
        ("lines[0].hours", 40_000_000, 120_000_000),
        ("sheet.subjects_per_year", 64_000_000, 96_000_000),
    ]
    own = tornado(lambda q: q["x"] * 2 + q["y"] + q["z"], {"x": 5, "y": HOURS, "z": Discrete({0: 1})})
    assert [(bar.name, bar.width) for bar in own] == [("y", 2), ("z", 0)]
    with pytest.raises(MissingInputError, match="quantities"):
        tornado(lambda _: 0)
    with pytest.raises(MalformedError, match="x: expected an exact number"):
        tornado(lambda _: 0, {"x": 0.5})  # type: ignore[dict-item]
    with pytest.raises(MalformedError, match="result"):
        tornado(lambda _: 0.5, {"x": HOURS})


def test_switching_value_of_going_online_alone() -> None:
    def reduction(uptake: Fraction) -> Fraction:
        return uptake * (2 * 105_000 - 2 * Fraction(1, 4) * 40_000) / 610_000

    found = switching_value(reduction, Fraction(3, 10), low=0, high=1)
    assert found == Fraction(183, 190)
    assert round(found, 4) == Fraction(9632, 10_000)
    assert switching_value(reduction, Fraction(1, 2), low=0, high=1) is None


def test_switching_value_of_bent_and_curved_functions() -> None:
    def bent(x: Fraction) -> Fraction:
        return max(Fraction(0), x - Fraction(1, 3)) * 7 + max(Fraction(0), x - Fraction(2, 3)) * 100

    assert switching_value(bent, 5, low=0, high=1) == Fraction(2, 3) + Fraction(8, 3) / 107
    assert switching_value(lambda x: -bent(x), -5, low=0, high=1) == Fraction(2, 3) + Fraction(8, 3) / 107
    root = switching_value(lambda x: x * x, 2, low=1, high=2)
    assert root is not None
    assert 0 <= root - Fraction(math.isqrt(2 * 10**60), 10**30) < Fraction(1, 2**59)
    assert switching_value(lambda x: x, 1, low=1, high=2) == 1
    assert switching_value(lambda x: x, 2, low=1, high=2) == 2
    assert switching_value(lambda x: x * x * x, Fraction(1, 8), low=0, high=1) == Fraction(1, 2)
    with pytest.raises(MalformedError, match="exact number"):
        switching_value(lambda _: 0.5, 1, low=0, high=1)  # type: ignore[arg-type,return-value]


# ── simulation ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_sample_of_the_facts() -> None:
    found = simulate(SHEET.cost(INCOME), draws=20_000, seed=1)
    assert found.mean == pytest.approx(80_000_000, rel=0.01)
    assert found.sd == pytest.approx(25_015_551, rel=0.02)
    assert min(found.before) > 32_000_000
    assert max(found.before) < 144_000_000
    assert found.quantities == ("lines[0].hours", "sheet.subjects_per_year")
    assert (found.seed, len(found)) == (1, 20_000)
    assert repr(found) == "<Simulation: 20000 draws, seed 1, 2 quantities>"


def test_one_seed_gives_one_sample_with_numpy_and_without(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("numpy")
    table = compliance_cost(PROCEDURE, NORMS, PARAMETERS)
    quick = simulate(table, draws=500, seed=3)
    assert quick.before == simulate(table, draws=500, seed=3).before
    assert quick.before != simulate(table, draws=500, seed=4).before
    monkeypatch.setitem(sys.modules, "numpy", None)
    assert simulate(table, draws=500, seed=3).before == pytest.approx(quick.before, rel=1e-12)
    assert quick.mean == pytest.approx(float(moments(table).mean), rel=0.05)
    assert quick.sd == pytest.approx(moments(table).sd, rel=0.1)


def test_before_and_after_see_the_same_numbers() -> None:
    half = attrs.evolve(SHEET, lines=(CostLine(task="Kê khai", hours=Spread(low=Fraction(1, 2), high=Fraction(3, 2))),))
    found = simulate(SHEET.cost(INCOME), half.cost(INCOME), draws=300, seed=5)
    assert found.reduction == pytest.approx([0.5] * 300)
    assert found.saving == pytest.approx([x / 2 for x in found.before])
    assert found.after == pytest.approx(simulate(half.cost(INCOME), draws=300, seed=5).before)
    assert probability_of_target(found, Fraction(2, 5)) == Probability(300, 300)
    assert probability_of_target(found, Fraction(3, 5)).value == 0


def test_functions_of_named_quantities() -> None:
    quantities: dict[str, int | Fraction | Spread | Discrete] = {
        "uptake": Spread(low=0, high=1),
        "visits": Discrete({1: Fraction(1, 2), 2: Fraction(1, 2)}),
        "fee": 100,
    }
    found = simulate(
        lambda q: q["visits"] * 100 + q["fee"],
        lambda q: q["visits"] * 100 * (1 - q["uptake"]) + q["fee"],
        draws=2000,
        seed=0,
        quantities=quantities,
    )
    chance = probability_of_target(found, Fraction(1, 4))
    assert chance.value == pytest.approx(Fraction(9, 16), abs=0.03)
    assert chance.standard_error == pytest.approx(math.sqrt(9 / 16 * 7 / 16 / 2000), rel=0.02)
    assert simulate(lambda _: 0, lambda _: 0, draws=2, seed=0, quantities={}).reduction == (0.0, 0.0)


def test_percentiles() -> None:
    found = Simulation([4.0, 1.0, 3.0, 2.0], seed=0)
    assert [found.percentile(p) for p in (0, 25, 26, 50, 100)] == [1, 1, 2, 2, 4]
    assert [found.percentile(p, rule="linear") for p in (0, 50, 100)] == [1, 2.5, 4]
    assert found.percentile(Fraction(100, 3), rule="linear") == 2
    one = Simulation([7.0], [5.0], seed=0)
    assert one.percentile(50, rule="linear") == 7
    assert one.percentile(50, of="saving") == 2
    assert one.sd == 0
    with pytest.raises(NotFoundError, match="rule"):
        found.percentile(50, rule="best")  # type: ignore[arg-type]
    with pytest.raises(MalformedError, match="0 to 100"):
        found.percentile(101)


def test_what_is_no_simulation() -> None:
    table = SHEET.cost(INCOME)
    with pytest.raises(MissingInputError, match="after"):
        _ = simulate(table, draws=1, seed=0).after
    with pytest.raises(MalformedError, match="draws"):
        simulate(table, draws=0, seed=0)
    with pytest.raises(ValueError, match="seed"):
        simulate(table, draws=1, seed=-1)
    with pytest.raises(MissingInputError, match="quantities"):
        simulate(lambda _: 0, draws=1, seed=0)
    for samples in (([],), ([1.0], [])):
        with pytest.raises(MalformedError, match="after"):
            Simulation(*samples, seed=0)


def test_a_table_without_uncertainty_is_the_same_in_every_draw(monkeypatch: pytest.MonkeyPatch) -> None:
    table: CostTable = CASE.cost(INCOME)
    assert set(simulate(table, draws=3, seed=0).before) == {6_100_000_000.0}
    monkeypatch.setitem(sys.modules, "numpy", None)
    assert set(simulate(table, draws=3, seed=0, of="per_dossier").before) == {610_000.0}

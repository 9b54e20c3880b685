"""A cost is the sum of its cells, along every axis, whatever is costed under whatever convention; its values travel."""

import copy
import itertools
import pickle
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc.codec import decode, encode
from tthc.costs import (
    AXES,
    CONVENTIONS,
    GERMANY_ERFUELLUNGSAUFWAND,
    Convention,
    CostTable,
    Delay,
    FeeFigure,
    Norm,
    Norms,
    Parameters,
    Segment,
    Spread,
    compliance_cost,
)
from tthc.costs.amounts import mean_of
from tthc.costs.table import added
from tthc.errors import IncomparableError
from tthc.fees import Fee
from tthc.money import Money
from tthc.procedures import Case, Document, Form, Method, Procedure
from tthc.strategies import _costs as made

MAKERS = {name: getattr(made, name) for name in made.__all__}


@pytest.mark.parametrize("name", MAKERS)
def test_values_travel(name: str) -> None:
    @given(MAKERS[name]())
    def travels(value: Any) -> None:
        assert hash(copy.copy(value)) == hash(value)
        assert pickle.loads(pickle.dumps(value)) == value
        assert decode(type(value), encode(value)) == value
        assert repr(value)
        assert str(value)
        rows = getattr(value, "rows", ())
        assert len({tuple(row) for row in rows}) <= 1

    travels()


# ── whatever is costed ───────────────────────────────────────────────────────────────────────────────────────────────

NUMBERS = st.integers(0, 60).map(lambda number: Fraction(number, 12))
RANGES = [Spread(low=1, high=2), Spread(low=0, high=Fraction(1, 7)), Spread(low=1, high=9, mode=2, kind="pert")]
FIGURES = NUMBERS | st.sampled_from(RANGES)
MONEY = st.integers(0, 10**6).map(Money)
SHARES = st.integers(0, 20).map(lambda number: Fraction(number, 20))
CHANNELS = ("direct", "online", "post")


@st.composite
def divided(draw: st.DrawFn, names: tuple[str, ...]) -> dict[str, Fraction]:
    weights = [draw(st.integers(1, 5)) for _ in names]
    return {name: Fraction(weight, sum(weights)) for name, weight in zip(names, weights, strict=True)}


@st.composite
def inputs(draw: st.DrawFn) -> tuple[Procedure, Norms, Parameters]:
    """A procedure, norms that fit it and parameters that leave nothing open under any convention."""
    papers = [
        Document(
            name=f"Giấy {i}",
            form=Form() if draw(st.booleans()) else None,
            copies=draw(st.none() | st.integers(0, 2)),
            certified=draw(st.sampled_from([None, True, False])),
        )
        for i in range(draw(st.integers(0, 3)))
    ]
    channels = tuple(draw(st.lists(st.sampled_from(CHANNELS), min_size=1, max_size=3, unique=True)))
    fees = (Fee(kind="amount", amount=draw(MONEY.filter(bool)), category="lệ phí"),)
    cases = tuple(Case(name=name, documents=tuple(papers)) for name in ("Cấp mới", "Cấp lại"))
    procedure = Procedure(methods=tuple(Method(channel=c, fees=fees) for c in channels), cases=cases, dossier_sets=1)
    groups = draw(st.sampled_from([(), ("nhỏ", "lớn")]))
    kept: dict[Any, Norm] = {}
    elements = st.sampled_from(["learn", "document", "form", "copy", "certify", "scan", "travel", "queue", "pay"])
    for _ in range(draw(st.integers(0, 5))):
        norm = Norm(
            element=draw(elements),
            hours=draw(FIGURES),
            outlay=draw(st.none() | MONEY),
            channel=draw(st.sampled_from([None, *channels])),
            case=draw(st.sampled_from([None, "cap moi"])),
            performer=draw(st.sampled_from(["subject", "agency"])),
            times=draw(FIGURES),
            obligation=draw(st.sampled_from(["information", "substantive"])),
            business_as_usual=draw(SHARES),
            one_off=draw(st.booleans()),
            segment=draw(st.sampled_from([None, *groups[:1]])),
        )
        narrow = norm.element, norm.performer, norm.one_off, norm.obligation, norm.channel, norm.case, norm.segment
        kept[narrow] = norm
    norms = Norms(norms=tuple(kept.values()), visits={channel: draw(FIGURES) for channel in channels})
    sizes = draw(divided(groups))
    parameters = Parameters(
        hourly_income={"subject": draw(MONEY), "agency": draw(MONEY)},
        subject="business",
        times_per_year=draw(FIGURES),
        subjects_per_year=draw(FIGURES),
        volume_unit="hồ sơ",
        channel_shares=draw(divided(channels)),
        case_shares=draw(divided(("Cấp mới", "Cấp lại"))),
        segments=tuple(Segment(name=name, share=sizes[name], compliance_rate=draw(SHARES)) for name in groups),
        overhead={"business": draw(NUMBERS)},
        delay=Delay(
            application=draw(NUMBERS),
            approval=draw(NUMBERS),
            ready=draw(NUMBERS),
            income_forgone=draw(MONEY),
            extra_expenses=draw(MONEY),
        ),
        fees=draw(st.sampled_from([(), (FeeFigure(price=Money(7), channel=channels[0]),)])),
    )
    return procedure, norms, parameters


def methods_of_counting() -> st.SearchStrategy[Convention]:
    known = st.sampled_from(tuple(CONVENTIONS.values()))
    return known | made.conventions().filter(lambda one: one.counts("business") and not one.adds_overhead("agency"))


@given(inputs(), methods_of_counting(), st.lists(st.sampled_from(AXES), max_size=3, unique=True))
def test_the_sums_along_any_axes_are_the_total(given_: Any, convention: Convention, axes: list[Any]) -> None:
    table = compliance_cost(*given_, convention=convention)
    for of in ("per_dossier", "per_year", "once"):
        parts = table.by(*axes, of=of)
        assert sum((part.amount for part in parts.values()), Fraction(0)) == getattr(table, of).amount
    assert sum(table.by(*axes, of="hours").values(), Fraction(0)) == table.hours
    assert set(table.by(*axes)) == set(table.by(*axes, of="hours"))


@given(inputs())
def test_every_pair_of_axes_sums_to_the_total(given_: Any) -> None:
    table = compliance_cost(*given_)
    for pair in itertools.combinations(AXES, 2):
        assert sum(table.by(*pair).values()) in {table.per_dossier, 0}
    for axis in AXES:
        one = table.by(axis)
        both = table.by(axis, "kind")
        for value, amount in one.items():
            assert sum(part for (held, _), part in both.items() if held == value) == amount


@given(inputs(), methods_of_counting())
def test_every_cell_says_where_it_comes_from(given_: Any, convention: Convention) -> None:
    _, norms, parameters = given_
    table = compliance_cost(*given_, convention=convention)
    for cell in table.cells:
        assert cell.amount == cell.acts * cell.unit * cell.rate * cell.priced
        assert cell.hours == (cell.acts * cell.unit if cell.kind == "time" else 0)
        norm = table.norm_of(cell)
        if cell.kind in {"time", "cash"}:
            assert norm is not None
            assert norm is norms.norms[int(cell.norm[6:-1])]
            assert norm.element == cell.activity
            assert (norm.performer == "agency") == (cell.actor == "agency")
        else:
            assert norm is None
            assert cell.norm.startswith(("procedure.fees", "parameters.fees[", "parameters.delay"))
        for path, spread in cell.uncertain:
            held: Any = {"norms": norms, "parameters": parameters}[path.partition(".")[0].partition("[")[0]]
            assert path.startswith(("norms[", "norms.visits", "parameters."))
            assert spread.mean > 0
            assert held is not None


@given(inputs())
def test_a_year_is_the_dossier_times_the_volume(given_: Any) -> None:
    procedure, norms, parameters = given_
    everybody = tuple(attrs.evolve(segment, compliance_rate=1) for segment in parameters.segments)
    parameters = attrs.evolve(parameters, segments=everybody)
    table = compliance_cost(procedure, norms, parameters)
    volume = mean_of(parameters.times_per_year) * mean_of(parameters.subjects_per_year)
    assert table.per_year == table.per_dossier * volume
    assert table.once == Money(0)


@given(inputs(), st.fractions(0, 5, max_denominator=9))
def test_time_grows_with_the_income_and_nothing_else_does(given_: Any, factor: Fraction) -> None:
    procedure, norms, parameters = given_
    incomes = {who: Money(income.price.amount * factor) for who, income in parameters.hourly_income.items()}
    before = compliance_cost(procedure, norms, parameters)
    after = compliance_cost(procedure, norms, attrs.evolve(parameters, hourly_income=incomes))
    assert after.only(kind="time").per_dossier == before.only(kind="time").per_dossier * factor
    assert after.only(kind=("cash", "fee")).by("norm") == before.only(kind=("cash", "fee")).by("norm")


@given(inputs())
def test_the_order_of_norms_and_papers_does_not_matter(given_: Any) -> None:
    procedure, norms, parameters = given_
    turned = attrs.evolve(norms, norms=norms.norms[::-1])
    other = attrs.evolve(
        procedure,
        methods=procedure.methods[::-1],
        cases=tuple(attrs.evolve(case, documents=case.documents[::-1]) for case in procedure.cases[::-1]),
    )
    before, after = compliance_cost(procedure, norms, parameters), compliance_cost(other, turned, parameters)
    axes = ("document", "activity", "actor", "segment", "kind", "one_off", "channel", "case")
    assert before.by(*axes) == after.by(*axes)
    assert set(before.unpriced) == set(after.unpriced)


@given(inputs())
def test_tables_of_one_kind_add_up(given_: Any) -> None:
    table = compliance_cost(*given_)
    twice = table + table
    assert sum([table, table]) == twice == CostTable.gather([table, table])
    assert twice.per_dossier == table.per_dossier * 2
    assert twice.per_year == table.per_year * 2
    assert twice.norms is table.norms
    halves = [table.only(kind="time"), table.only(kind=("cash", "fee", "delay"))]
    assert CostTable.gather(halves).by("norm", "kind") == table.by("norm", "kind") or not table.cells


@given(made.cost_tables(), st.sampled_from(["convention", "currency", "base_year", "vintage"]))
def test_tables_of_two_kinds_do_not(table: CostTable, field: str) -> None:
    fields: Any = {"convention": GERMANY_ERFUELLUNGSAUFWAND, "currency": "XAU", "base_year": 1945, "vintage": 1945}
    other = attrs.evolve(table, **{field: fields[field]})
    for work in (lambda: table + other, lambda: table.saving(other), lambda: other.reduction(table)):
        with pytest.raises(IncomparableError):
            work()


@given(st.lists(st.fractions()))
def test_the_quick_sum_is_the_sum(values: list[Fraction]) -> None:
    assert added(values) == sum(values, Fraction(0))

"""Norms, parameters, conventions and the tables of costs that come of them."""

from fractions import Fraction
from typing import Any, get_args

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from tthc.costs import (
    Assumption,
    AssumptionKind,
    Cell,
    Convention,
    CostTable,
    Delay,
    Element,
    FeeFigure,
    HourlyIncome,
    Kind,
    Norm,
    Norms,
    OneOff,
    Parameters,
    Performer,
    Price,
    Segment,
    SourcePolicy,
    Spread,
    SpreadKind,
    Unpriced,
    WhyUnpriced,
    hourly_income,
)
from tthc.costs.gaps import ACTIVITIES
from tthc.errors import MalformedError
from tthc.frozen import FrozenMap
from tthc.money import Money
from tthc.strategies._ground import intervals, maybe, some_days, texts
from tthc.strategies._papers import citations

__all__ = [
    "assumptions",
    "cells",
    "conventions",
    "cost_tables",
    "delays",
    "fee_figures",
    "hourly_incomes",
    "norm_tables",
    "norms",
    "parameters",
    "prices",
    "segments",
    "spreads",
    "unpriced_parts",
]

_CHANNELS = ("direct", "online", "post")
_PERFORMERS: tuple[Performer, ...] = get_args(Performer)
_ELEMENTS: tuple[Element, ...] = get_args(Element)
_SHAPES: tuple[SpreadKind, ...] = get_args(SpreadKind)
_ONE_OFFS: tuple[OneOff, ...] = get_args(OneOff)
_COVERED: tuple[Element, ...] = ("queue", "copy")
_OBLIGATIONS = ("information", "substantive")
_NAMES = ("Giấy khám sức khỏe", "giay kham suc khoe", "Tờ khai", "Bước 1")


def __dir__() -> list[str]:
    return __all__


# ── the core: norms, parameters, conventions, tables ─────────────────────────────────────────────────────────────────


def _numbers(top: int = 10**6) -> SearchStrategy[Fraction]:
    """Numbers from 0 on: whole, quarters of an hour, thirds, anything."""
    parts = st.integers(0, 6000).map(lambda n: Fraction(n, 60))
    return st.integers(0, top).map(Fraction) | parts


def _shares() -> SearchStrategy[Fraction]:
    return st.integers(0, 100).map(lambda n: Fraction(n, 100))


def _years() -> SearchStrategy[int | None]:
    return maybe(st.integers(2010, 2030))


def _split(draw: DrawFn, names: list[Any]) -> FrozenMap[Any, Fraction]:
    """Divide one whole among names."""
    weights = [draw(st.integers(0, 5)) for _ in names]
    total = sum(weights)
    if not total:
        return FrozenMap({name: Fraction(i == 0) for i, name in enumerate(names)})
    return FrozenMap({name: Fraction(weight, total) for name, weight in zip(names, weights, strict=True)})


@st.composite
def spreads(draw: DrawFn) -> Spread:
    """Ranges of every kind."""
    low = draw(_numbers(100))
    high = low + draw(_numbers(100).filter(bool))
    kind = draw(st.sampled_from(_SHAPES))
    mode = None if kind == "uniform" else low + (high - low) * draw(_shares())
    return Spread(low=low, high=high, mode=mode, kind=kind)


def _figures(top: int = 10**6) -> SearchStrategy[Fraction | Spread]:
    return _numbers(top) | spreads()


def prices(currency: str | None = None) -> SearchStrategy[Price]:
    """Amounts of money, exact or a range, in any currency or in one."""
    return st.builds(Price, _figures(), st.sampled_from(["VND", "USD"]) if currency is None else st.just(currency))


@st.composite
def hourly_incomes(draw: DrawFn, currency: str | None = None) -> HourlyIncome:
    """What an hour is counted at: given as it is, or worked out of a year."""
    source, vintage = draw(texts()), draw(_years())
    if draw(st.booleans()):
        return HourlyIncome(price=draw(prices(currency)), source=source, vintage=vintage)
    year = Money(draw(st.integers(0, 10**9)), currency or "VND")
    return hourly_income(year, draw(st.sampled_from([2080, 2112, 1600])), source=source, vintage=vintage)


@st.composite
def norms(draw: DrawFn, currency: str | None = None) -> Norm:
    """What one act takes; it may name papers, cases and channels that no procedure has."""
    element = draw(st.sampled_from(_ELEMENTS))
    return Norm(
        element=element,
        hours=draw(_figures(50)),
        outlay=draw(maybe(prices(currency))),
        what=draw(maybe(st.sampled_from(_NAMES))),
        channel=draw(maybe(st.sampled_from(_CHANNELS))),
        case=draw(maybe(st.sampled_from(["Cấp mới", "Cấp lại"]))),
        tier=draw(maybe(st.sampled_from(["provincial", "commune"]))) if element == "travel" else None,
        performer=draw(st.sampled_from(_PERFORMERS)),
        times=draw(_figures(3)),
        obligation=draw(st.sampled_from(_OBLIGATIONS)),
        business_as_usual=draw(maybe(_shares())),
        overhead=draw(maybe(_numbers(2))),
        tariff=draw(maybe(prices(currency))),
        one_off=draw(st.booleans()),
        segment=draw(maybe(st.sampled_from(["nhỏ", "lớn"]))),
        covers=draw(st.sampled_from([(), *((one,) for one in _COVERED if one != element)])),
        source=draw(texts()),
        vintage=draw(_years()),
    )


@st.composite
def norm_tables(draw: DrawFn) -> Norms:
    """Tables of norms in which no act has two."""
    kept: list[Norm] = []
    for norm in draw(st.lists(norms(), max_size=3)):
        try:
            Norms(norms=(*kept, norm))
        except MalformedError:
            continue
        kept.append(norm)
    return Norms(
        norms=tuple(kept),
        visits=FrozenMap(draw(st.dictionaries(st.sampled_from(_CHANNELS), _figures(3), max_size=3))),
        business_as_usual=draw(maybe(_shares())),
        source=draw(texts()),
        vintage=draw(_years()),
    )


@st.composite
def segments(draw: DrawFn, currency: str | None = None) -> Segment:
    """Groups of subjects."""
    return Segment(
        name=draw(st.sampled_from(["nhỏ", "vừa", "lớn"])),
        share=draw(_shares()),
        compliance_rate=draw(_shares()),
        hourly_income=draw(maybe(hourly_incomes(currency))),
        source=draw(texts()),
    )


def fee_figures(currency: str | None = None) -> SearchStrategy[FeeFigure]:
    """What is paid where the record leaves it open."""
    return st.builds(
        FeeFigure,
        price=prices(currency),
        fee=maybe(st.sampled_from(["Theo quy định", "Lệ phí: 50.000 đồng"])),
        channel=maybe(st.sampled_from(_CHANNELS)),
        case=maybe(st.sampled_from(["Cấp mới", "Cấp lại"])),
        source=texts(),
    )


@st.composite
def delays(draw: DrawFn, currency: str | None = None) -> Delay:
    """What waiting costs; now and then nothing, because one is not ready earlier."""
    unit = currency or draw(st.sampled_from(["VND", "USD"]))
    days = _numbers(60)
    amounts = st.integers(0, 10**6).map(lambda amount: Money(amount, unit))
    return Delay(
        application=draw(days),
        approval=draw(days),
        ready=draw(days),
        income_forgone=draw(amounts),
        extra_expenses=draw(amounts),
        source=draw(texts()),
    )


@st.composite
def parameters(draw: DrawFn) -> Parameters:
    """Parameters of any completeness, in one currency."""
    currency = draw(st.sampled_from(["VND", "EUR"]))
    times, subjects = draw(maybe(_figures(12))), draw(maybe(_figures(10**5)))
    names = draw(st.lists(st.sampled_from(["nhỏ", "vừa", "lớn"]), max_size=3, unique=True))
    parts = _split(draw, names)
    figures = {(one.fee, one.channel, one.case): one for one in draw(st.lists(fee_figures(currency), max_size=2))}
    incomes = st.dictionaries(st.sampled_from(_PERFORMERS), hourly_incomes(currency), max_size=2)
    return Parameters(
        hourly_income=draw(incomes),
        subject=draw(st.sampled_from([None, "citizen", "business"])),
        times_per_year=times,
        subjects_per_year=subjects,
        volume_unit=draw(texts()) if times is None and subjects is None else "hồ sơ",
        channel_shares=_split(draw, list(_CHANNELS)) if draw(st.booleans()) else None,
        case_shares=_split(draw, ["Cấp mới", "Cấp lại"]) if draw(st.booleans()) else None,
        segments=tuple(
            Segment(
                name=name,
                share=share,
                compliance_rate=draw(_shares()),
                hourly_income=draw(maybe(hourly_incomes(currency))),
            )
            for name, share in parts.items()
        ),
        overhead=draw(st.dictionaries(st.sampled_from(_PERFORMERS), _numbers(2), max_size=2)),
        on=draw(maybe(some_days())),
        fees=tuple(figures.values()),
        delay=draw(maybe(delays(currency))),
        tier=draw(st.sampled_from([None, "provincial", "commune"])),
        currency=currency,
        base_year=draw(_years()),
        vintage=draw(_years()),
        source=draw(texts()),
    )


@st.composite
def conventions(draw: DrawFn) -> Convention:
    """Methods of every kind, also such as nobody has published."""
    one_off = draw(st.sampled_from(_ONE_OFFS))
    citation = draw(maybe(citations()))
    return Convention(
        id=draw(st.sampled_from(["own-2026", "cách tính riêng"])),
        name=("Cách tính riêng", "Own method"),
        formula=("C = P × Q", "C = P × Q"),
        performers=draw(st.frozensets(st.sampled_from(_PERFORMERS), min_size=1)),
        obligations=draw(st.frozensets(st.sampled_from(_OBLIGATIONS), min_size=1)),
        counts_fees=draw(st.booleans()),
        counts_delay=draw(st.booleans()),
        counts_opportunity=draw(st.booleans()),
        prices_citizens_time=draw(st.booleans()),
        removes_business_as_usual=draw(st.booleans()),
        overhead_on=draw(st.frozensets(st.sampled_from(_PERFORMERS))),
        one_off=one_off,
        one_off_years=draw(st.integers(1, 20)) if one_off == "averaged" else None,
        sources=draw(st.sampled_from(get_args(SourcePolicy))),
        citation=citation,
        source=draw(texts().filter(bool)) if citation is None else draw(texts()),
        validity=draw(maybe(intervals())),
        unconfirmed=tuple(draw(st.lists(st.sampled_from(["counts_fees", "one_off"]), max_size=2))),
        note=draw(texts()),
    )


def unpriced_parts() -> SearchStrategy[Unpriced]:
    """Things that have no price."""
    return st.builds(
        Unpriced,
        activity=st.sampled_from(sorted(ACTIVITIES)),
        why=st.sampled_from(get_args(WhyUnpriced)),
        what=texts(),
        channel=maybe(st.sampled_from(_CHANNELS)),
        case=texts(),
        segment=texts(),
    )


def assumptions() -> SearchStrategy[Assumption]:
    """What was assumed."""
    return st.builds(Assumption, kind=st.sampled_from(get_args(AssumptionKind)), what=texts(), norm=maybe(norms()))


def cells() -> SearchStrategy[Cell]:
    """Summands of every kind."""
    names = st.sampled_from(["", *_NAMES])
    return st.builds(
        Cell,
        kind=st.sampled_from(get_args(Kind)),
        activity=st.sampled_from(sorted(ACTIVITIES)),
        actor=st.sampled_from(_PERFORMERS),
        procedure=st.sampled_from(["", "1.001193"]),
        step=names,
        document=names,
        segment=st.sampled_from(["", "nhỏ", "lớn"]),
        one_off=st.booleans(),
        obligation=st.sampled_from(_OBLIGATIONS),
        channel=maybe(st.sampled_from(_CHANNELS)),
        case=st.sampled_from(["", "Cấp mới"]),
        payer=st.sampled_from(["citizen", "business"]),
        payee=st.sampled_from(["", "supplier", "agency"]),
        acts=_numbers(3),
        unit=_numbers(),
        rate=_numbers(),
        priced=st.booleans(),
        volume=maybe(_numbers()),
        apart=st.booleans(),
        norm=st.sampled_from(["", "norms[0]", "parameters.delay"]),
        source=texts(),
        vintage=_years(),
        uncertain=st.lists(st.tuples(st.sampled_from(["norms[0].hours"]), spreads()), max_size=1).map(tuple),
    )


@st.composite
def cost_tables(draw: DrawFn) -> CostTable:
    """Tables put together by hand, with and without what they were computed from."""
    return CostTable(
        cells=tuple(draw(st.lists(cells(), max_size=4))),
        convention=draw(conventions()),
        currency=draw(st.sampled_from(["VND", "USD"])),
        title=draw(texts()),
        base_year=draw(_years()),
        vintage=draw(_years()),
        volume_unit=draw(st.sampled_from(["", "hồ sơ"])),
        norms=draw(maybe(norm_tables())),
        parameters=draw(maybe(parameters())),
        unpriced=tuple(draw(st.lists(unpriced_parts(), max_size=2))),
        noted=tuple(draw(st.lists(assumptions(), max_size=2))),
    )


# ── sheets, sources, uncertainty ─────────────────────────────────────────────────────────────────────────────────────

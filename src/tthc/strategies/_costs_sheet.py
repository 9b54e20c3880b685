"""Rows and sheets of costs, uncertain figures, figures from several sources, printed figures that may be wrong."""

from fractions import Fraction
from typing import get_args

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from tthc.costs import (
    SOURCE_RULES,
    Bar,
    Burden,
    ChangeSplit,
    CostLine,
    CostSheet,
    Discrete,
    Moments,
    Parameters,
    Resolved,
    SheetReport,
    SourceFigure,
    SourceRule,
    Stated,
    StatedPercent,
    StatedProduct,
    StatedRate,
    StatedReform,
    StatedSum,
    StatedWork,
    resolve,
    split_change,
)
from tthc.costs.sources import Taken
from tthc.exact import round_to
from tthc.money import Money
from tthc.strategies._costs import _figures, _numbers, _years, prices, spreads
from tthc.strategies._ground import frozen_maps, maybe, stated, texts, unparsed
from tthc.strategies._papers import citations

__all__ = [
    "bars",
    "burdens",
    "change_splits",
    "cost_lines",
    "cost_sheets",
    "discretes",
    "moments",
    "resolved_figures",
    "sheet_reports",
    "source_figures",
    "source_rules",
    "stated_figures",
    "stated_percents",
    "stated_products",
    "stated_rates",
    "stated_reforms",
    "stated_sums",
    "stated_work",
]

_TAKEN: tuple[Taken, ...] = get_args(Taken)
_TASKS = ("Chuẩn bị hồ sơ", "Nộp hồ sơ", "Đơn đề nghị", "Nhận kết quả", "Công việc khác")


def __dir__() -> list[str]:
    return __all__


# ── sheets ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@st.composite
def cost_lines(draw: DrawFn, *, readable: bool = False) -> CostLine:
    """Rows of the official table; what they state need not be readable, unless asked for, nor their sums right."""
    unread = st.nothing() if readable else unparsed()
    figures = maybe(_figures(50) | unread)
    amounts = maybe(prices("VND") | unread)
    sums = stated(st.integers(0, 10**9).map(Money))
    return CostLine(
        task=draw(st.sampled_from(_TASKS) | texts()),
        activity=draw(texts()),
        number=draw(st.sampled_from(["", "1", "1.1", "2.3"])),
        hours=draw(figures),
        hourly_income=draw(amounts),
        services=draw(amounts),
        fees=draw(amounts),
        times=draw(figures),
        subjects=draw(figures),
        stated=draw(sums),
        stated_per_year=draw(sums),
        note=draw(texts()),
        rest=draw(frozen_maps(texts(), texts())),
    )


def cost_sheets(*, readable: bool = False) -> SearchStrategy[CostSheet]:
    """Sheets of a few rows, with or without a volume of a year and rows of totals."""
    lines = st.lists(cost_lines(readable=readable), max_size=4).map(tuple)
    return st.builds(
        CostSheet,
        lines=lines,
        title=texts(),
        times_per_year=maybe(_figures(12)),
        subjects_per_year=maybe(_figures()),
        totals=st.lists(cost_lines(readable=readable), max_size=1).map(tuple),
    )


def sheet_reports() -> SearchStrategy[SheetReport]:
    """Two sheets before and after, at an income that all rows may fall back on."""
    parameters = st.builds(Parameters, hourly_income=prices("VND"), base_year=_years())
    return st.builds(SheetReport, cost_sheets(readable=True), cost_sheets(readable=True), parameters)


# ── uncertain figures ────────────────────────────────────────────────────────────────────────────────────────────────


def moments() -> SearchStrategy[Moments]:
    """Means and variances."""
    return st.builds(Moments, _numbers() | _numbers().map(lambda n: -n), _numbers())


@st.composite
def discretes(draw: DrawFn) -> Discrete:
    """A few values with their probabilities."""
    values = draw(st.lists(_numbers(100), min_size=1, max_size=4, unique=True))
    weights = [draw(st.integers(0, 5)) for _ in values[1:]] + [draw(st.integers(1, 5))]
    return Discrete({value: Fraction(w, sum(weights)) for value, w in zip(values, weights, strict=True)})


@st.composite
def bars(draw: DrawFn) -> Bar:
    """Bars of a tornado."""
    spread = draw(spreads())
    ends = draw(_numbers()), draw(_numbers())
    return Bar(name=draw(texts()), low=spread.low, high=spread.high, at_low=ends[0], at_high=ends[1])


# ── sources, change ──────────────────────────────────────────────────────────────────────────────────────────────────


def source_figures() -> SearchStrategy[SourceFigure]:
    """What one source says."""
    return st.builds(SourceFigure, value=_numbers(), source=texts().filter(bool), vintage=_years(), note=texts())


def source_rules() -> SearchStrategy[SourceRule]:
    """The rules of the library, and others."""
    own = st.builds(
        SourceRule,
        id=texts().filter(bool),
        name=st.tuples(texts(), texts()),
        takes=st.sampled_from(_TAKEN),
        citation=maybe(citations()),
        note=texts(),
    )
    return st.sampled_from(list(SOURCE_RULES.values())) | own


def resolved_figures() -> SearchStrategy[Resolved]:
    """Figures chosen from a few sources by a rule."""
    return st.builds(resolve, st.lists(source_figures(), min_size=1, max_size=4), source_rules())


def burdens(who: str | None = None) -> SearchStrategy[Burden]:
    """What a group bears in a year."""
    named = texts() if who is None else st.just(who)
    return st.builds(Burden, who=named, hours=_numbers(50), tariff=_numbers(), money=_numbers(), volume=_numbers())


def change_splits() -> SearchStrategy[ChangeSplit]:
    """Changes of the cost of a year in their three parts."""
    sides = [st.lists(st.sampled_from("abc").flatmap(burdens), max_size=3, unique_by=lambda b: b.who)] * 2
    return st.builds(split_change, *sides)


# ── printed figures ──────────────────────────────────────────────────────────────────────────────────────────────────


@st.composite
def stated_figures(draw: DrawFn) -> Stated:
    """Printed figures, exact or to some digits."""
    value, digits = draw(_numbers()), draw(maybe(st.integers(-4, 4)))
    return Stated(value if digits is None else round_to(value, digits), digits)


def stated_sums() -> SearchStrategy[StatedSum]:
    """Parts and a total, mostly wrong."""
    return st.builds(
        StatedSum, parts=st.lists(stated_figures(), max_size=4).map(tuple), total=stated_figures(), what=texts()
    )


def stated_products() -> SearchStrategy[StatedProduct]:
    """Factors and a product, mostly wrong."""
    factors = st.lists(stated_figures(), min_size=2, max_size=4).map(tuple)
    return st.builds(StatedProduct, factors=factors, product=stated_figures(), what=texts())


def stated_percents() -> SearchStrategy[StatedPercent]:
    """A part, a whole and a percentage, mostly wrong."""
    figures = stated_figures()
    return st.builds(StatedPercent, part=figures, whole=figures, percent=figures, what=texts())


@st.composite
def stated_work(draw: DrawFn) -> StatedWork:
    """One amount of work in two units or three."""
    figures = stated_figures()
    without = draw(st.sampled_from(["minutes", "hours", "person_days", ""]))
    work = {name: draw(figures) for name in ("minutes", "hours", "person_days") if name != without}
    return StatedWork(**work, hours_per_day=draw(st.sampled_from([Fraction(8), Fraction(15, 2)])), what=draw(texts()))


@st.composite
def stated_rates(draw: DrawFn) -> StatedRate:
    """Prices of an hour and what they are said to be made of."""
    positive = stated_figures().filter(lambda one: one.value > 0)
    pair, ratio = draw(st.booleans()), draw(st.booleans())
    low, high = sorted([draw(_numbers()), draw(_numbers())])
    return StatedRate(
        hourly=draw(positive),
        yearly=draw(maybe(stated_figures())),
        hours_per_year=draw(maybe(st.just(Fraction(1600)))),
        base=draw(stated_figures()) if pair else None,
        multiplier=draw(stated_figures()) if pair else None,
        amount=draw(stated_figures()) if ratio else None,
        hours=draw(positive) if ratio else None,
        band=draw(maybe(st.just((low, high)))),
        what=draw(texts()),
    )


def stated_reforms() -> SearchStrategy[StatedReform]:
    """What is assumed of a reform."""
    figures = maybe(stated_figures())
    return st.builds(
        StatedReform, uptake=figures, times_per_year=figures, hours_per_act=figures, one_off_saved=figures, what=texts()
    )

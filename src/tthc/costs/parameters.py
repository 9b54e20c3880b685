"""Parameters (tham số): what an hour is worth, how often a procedure is done, which channels and cases it is done by.

None of them has a default. What an hour is worth in particular is open: no text that could be read says how it is
worked out, so `hourly_income` names the convention that it uses.
"""

import datetime as dt
from collections.abc import Iterable
from fractions import Fraction
from typing import Any, Literal, final

import attrs

from tthc._record import check
from tthc.costs.amounts import Figure, Price, as_exact, as_map, as_price, is_mapping, mean_of, negative
from tthc.costs.norms import Performer
from tthc.errors import Fault, MalformedError, show
from tthc.exact import exact, format_number, round_to
from tthc.frozen import FrozenMap
from tthc.money import Money
from tthc.procedures.components import Channel, Level

__all__ = ["Delay", "FeeFigure", "HourlyIncome", "Parameters", "Segment", "hourly_income"]

_YEARS: dict[Fraction, tuple[str, str]] = {
    Fraction(2112): ("12 tháng × 22 ngày × 8 giờ", "12 months of 22 days of 8 hours"),
    Fraction(2080): ("52 tuần × 40 giờ", "52 weeks of 40 hours"),
}


def __dir__() -> list[str]:
    return __all__


# ── an hour ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@final
@attrs.frozen(kw_only=True)
class HourlyIncome:
    """What an hour is counted at (thu nhập bình quân một giờ, TNBQ/giờ), and how the figure came about.

    `working_hours` and `yearly` are set where the figure was worked out of an income of a year (`hourly_income`).
    """

    price: Price = attrs.field(converter=as_price)
    yearly: Money | None = None
    working_hours: Fraction | None = attrs.field(default=None, converter=as_exact)
    source: str = ""
    vintage: int | None = None

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        yield from negative([("price", self.price)])
        if (self.yearly is None) != (self.working_hours is None):
            yield Fault("working_hours", self.working_hours, "a number beside yearly, and only beside it")
        elif self.yearly is not None and self.working_hours is not None:
            if self.working_hours <= 0:
                yield Fault("working_hours", self.working_hours, "more than 0")
            elif self.price != Price(self.yearly.amount / self.working_hours, self.yearly.currency):
                yield Fault("price", self.price, f"{self.yearly} over {self.working_hours}")

    @property
    def convention(self) -> str:
        """How the figure came about: the hours that a year is taken to have, or that it was given as it is."""
        return self.describe()

    def describe(self, lang: Literal["vi", "en"] = "vi") -> str:
        """Say how the figure came about, in Vietnamese or English."""
        if self.yearly is None or self.working_hours is None:
            return ("mức do người dùng cung cấp", "as given")[lang == "en"]
        year = self.yearly.display(lang)
        hours = format_number(self.working_hours, None, lang)
        how = _YEARS.get(self.working_hours, ("", ""))[lang == "en"]
        unit = "giờ làm việc/năm" if lang == "vi" else "working hours a year"
        return f"{year} / {hours} {unit}" + (f" ({how})" if how else "")

    def display(self, lang: Literal["vi", "en"] = "vi") -> str:
        """Write the figure, rounded to hundredths, and how it came about."""
        figure = self.price.figure
        rounded = Price(round_to(figure, 2), self.price.currency) if type(figure) is Fraction else self.price
        return f"{rounded.display(lang)}/{('giờ', 'hour')[lang == 'en']} = {self.describe(lang)}"

    def __str__(self) -> str:
        return self.display()


def hourly_income(
    per_capita_income: Money, working_hours: int | Fraction, *, source: str = "", vintage: int | None = None
) -> HourlyIncome:
    """Return an income per hour (thu nhập bình quân một giờ): that of a year over the working hours of a year.

    How many hours a year has is a convention without a source in law: 2,112 (12 × 22 × 8) or 2,080 (52 × 40) differ by
    1.5 %. There is no default, and the result names the one used.

    >>> print(hourly_income(Money(125_500_000), 2112))
    59.422,35 đồng/giờ = 125.500.000 đồng / 2.112 giờ làm việc/năm (12 tháng × 22 ngày × 8 giờ)
    """
    if type(per_capita_income) is not Money:
        raise MalformedError("HourlyIncome", (Fault("per_capita_income", per_capita_income, "Money"),))
    if type(working_hours) not in {int, Fraction} or working_hours <= 0:
        raise MalformedError("HourlyIncome", (Fault("working_hours", working_hours, "an exact number above 0"),))
    price = Price(per_capita_income.amount / working_hours, per_capita_income.currency)
    hours = exact(working_hours)
    return HourlyIncome(price=price, yearly=per_capita_income, working_hours=hours, source=source, vintage=vintage)


def _as_income(value: Any) -> Any:  # noqa: ANN401 - a converter: what is no income is left for check() to name
    price = as_price(value)
    return HourlyIncome(price=price) if type(price) is Price else price


def _as_incomes(value: Any) -> Any:  # noqa: ANN401 - as above
    """Take one income for every subject, or a mapping by performer."""
    if is_mapping(value):
        return FrozenMap({key: _as_income(item) for key, item in value.items()})
    return FrozenMap({"subject": _as_income(value)})


# ── who, how often, which fee, how long a wait ───────────────────────────────────────────────────────────────────────


@final
@attrs.frozen(kw_only=True)
class Segment:
    """One group of subjects (nhóm đối tượng): by size, by income or the like.

    `share` is its share of the subjects, `compliance_rate` the share of the group that does go through the procedure;
    it changes what is spent in a year, not what a dossier costs. `hourly_income` stands in place of the general one.
    """

    name: str
    share: Fraction = attrs.field(converter=as_exact)
    compliance_rate: Fraction = attrs.field(default=Fraction(1), converter=as_exact)
    hourly_income: HourlyIncome | None = attrs.field(default=None, converter=_as_income)
    source: str = ""

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        if not self.name:
            yield Fault("name", self.name, "a name")
        for field in ("share", "compliance_rate"):
            if not 0 <= getattr(self, field) <= 1:
                yield Fault(field, getattr(self, field), "a share from 0 to 1")


@final
@attrs.frozen(kw_only=True)
class FeeFigure:
    """What is paid for one dossier where the record leaves it open.

    So it does with a range, a rate, a fee set elsewhere or one that cannot be read.
    `fee` names the fee as the record writes it (`str(fee)`, or its text where it cannot be read); without it the figure
    is all that is paid. `channel` and `case` narrow it; the most specific figure holds.
    """

    price: Price = attrs.field(converter=as_price)
    fee: str | None = None
    channel: Channel | None = None
    case: str | None = None
    source: str = ""

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        yield from negative([("price", self.price)])


@final
@attrs.frozen(kw_only=True)
class Delay:
    """What waiting for the State costs a subject (chi phí do chậm trễ), for the conventions that count it.

    Only the days beyond those that the subject needs anyway: max(0, `application` + `approval` − `ready`), each at
    `income_forgone` and `extra_expenses`. A convention without opportunity cost counts the expenses only.

    >>> Delay(application=5, approval=30, ready=15, income_forgone=Money(0), extra_expenses=Money(200_000)).days
    Fraction(20, 1)
    """

    application: Fraction = attrs.field(converter=as_exact)
    approval: Fraction = attrs.field(converter=as_exact)
    ready: Fraction = attrs.field(converter=as_exact)
    income_forgone: Money
    extra_expenses: Money
    source: str = ""

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        yield from negative((name, getattr(self, name)) for name in ("application", "approval", "ready"))
        for name in ("income_forgone", "extra_expenses"):
            if getattr(self, name).amount < 0:
                yield Fault(name, getattr(self, name), "0 or more")
        if self.income_forgone.currency != self.extra_expenses.currency:
            yield Fault("extra_expenses", self.extra_expenses, f"an amount in {self.income_forgone.currency}")

    @property
    def days(self) -> Fraction:
        """The days of waiting that count."""
        return max(Fraction(0), self.application + self.approval - self.ready)


# ── all together ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _currency_of(parameters: Any) -> str:  # noqa: ANN401 - a record in the making, not checked yet
    """Return the currency of the incomes, where a record names none."""
    incomes: Iterable[Any] = parameters.hourly_income.values()
    return next((income.price.currency for income in incomes if type(income) is HourlyIncome), "")


@final
@attrs.frozen(kw_only=True)
class Parameters:
    """What a cost is computed with beside the norms (tham số tính chi phí); nothing has a default but "not stated".

    - `hourly_income`: of an hour of work, `Money` or `HourlyIncome`, for every subject or by performer.
    - `subject`: citizen or business, where the convention treats them differently.
    - `times_per_year`, `subjects_per_year`, `volume_unit`: how often a subject goes through it, how many subjects do,
      and what is counted ("hồ sơ", "doanh nghiệp"). A volume without its unit is refused.
    - `channel_shares`, `case_shares`: how dossiers divide among channels and cases; shares add up to 1.
    - `segments`: groups of subjects; their shares add up to 1.
    - `overhead`: by performer, as a share added to the pay of an hour.
    - `on`: the day for which the fees are taken. `fees`: what the record leaves open. `delay`: what waiting costs.
    - `tier`: the level that a subject travels to.
    - `currency` (that of the income unless given), `base_year` of the prices, `vintage` of the set as published.

    >>> parameters = Parameters(hourly_income=Money(40_000), times_per_year=1, subjects_per_year=10_000,
    ...                         volume_unit="hồ sơ", base_year=2025)
    >>> parameters.currency, parameters.volume
    ('VND', Fraction(10000, 1))
    """

    hourly_income: FrozenMap[Performer, HourlyIncome] = attrs.field(default=FrozenMap(), converter=_as_incomes)
    subject: Literal["citizen", "business"] | None = None
    times_per_year: Figure | None = attrs.field(default=None, converter=as_exact)
    subjects_per_year: Figure | None = attrs.field(default=None, converter=as_exact)
    volume_unit: str = ""
    channel_shares: FrozenMap[Channel, Fraction] | None = attrs.field(default=None, converter=as_map)
    case_shares: FrozenMap[str, Fraction] | None = attrs.field(default=None, converter=as_map)
    segments: tuple[Segment, ...] = ()
    overhead: FrozenMap[Performer, Fraction] = attrs.field(default=FrozenMap(), converter=as_map)
    on: dt.date | None = None
    fees: tuple[FeeFigure, ...] = ()
    delay: Delay | None = None
    tier: Level | None = None
    currency: str = attrs.field(default=attrs.Factory(_currency_of, takes_self=True))
    base_year: int | None = None
    vintage: int | None = None
    source: str = ""

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        if not self.currency:
            yield Fault("currency", self.currency, "a currency, where there is no hourly_income to take it from")
        for name, currency in self._currencies():
            if currency != self.currency:
                yield Fault(name, currency, f"an amount in {self.currency}")
        volume = ("times_per_year", self.times_per_year), ("subjects_per_year", self.subjects_per_year)
        yield from negative(volume)
        if not self.volume_unit and any(figure is not None for _, figure in volume):
            yield Fault("volume_unit", self.volume_unit, 'what the volume of a year counts, such as "hồ sơ"')
        yield from _share_faults("channel_shares", self.channel_shares)
        yield from _share_faults("case_shares", self.case_shares)
        names = [segment.name for segment in self.segments]
        if len(set(names)) < len(names):
            yield Fault("segments", names, "every segment named once")
        total = sum((segment.share for segment in self.segments), Fraction(0))
        if self.segments and total != 1:
            yield Fault("segments", total, "shares that add up to 1")
        yield from negative((f"overhead[{performer!r}]", share) for performer, share in self.overhead.items())
        keys = [(figure.fee, figure.channel, figure.case) for figure in self.fees]
        for i, key in enumerate(keys):
            if key in keys[:i]:
                yield Fault(f"fees[{i}]", key, f"a fee that fees[{keys.index(key)}] does not give")

    def _currencies(self) -> Iterable[tuple[str, str]]:
        """Yield the currency of every amount, each with its place."""
        for performer, income in self.hourly_income.items():
            yield f"hourly_income[{performer!r}]", income.price.currency
        for i, segment in enumerate(self.segments):
            if segment.hourly_income is not None:
                yield f"segments[{i}].hourly_income", segment.hourly_income.price.currency
        for i, figure in enumerate(self.fees):
            yield f"fees[{i}].price", figure.price.currency
        if self.delay is not None:
            yield "delay.income_forgone", self.delay.income_forgone.currency

    @property
    def volume(self) -> Fraction | None:
        """Times a year × subjects a year, of spreads the means; `None` where either is not stated."""
        if self.times_per_year is None or self.subjects_per_year is None:
            return None
        return mean_of(self.times_per_year) * mean_of(self.subjects_per_year)


def _share_faults(name: str, shares: FrozenMap[Any, Fraction] | None) -> Iterable[Fault]:
    if shares is None:
        return
    for key, share in shares.items():
        if not 0 <= share <= 1:
            yield Fault(f"{name}[{show(key)}]", share, "a share from 0 to 1")
    total = sum(shares.values(), Fraction(0))
    if total != 1:
        yield Fault(name, total, "shares that add up to 1")

"""From an act and its norm to cells: whose time it is, what an hour of it is worth, how often a year it is done."""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from tthc.costs._due import Due
from tthc.costs.amounts import Figure, Price, Spread, mean_of
from tthc.costs.conventions import Convention
from tthc.costs.norms import DOCUMENT_ELEMENTS, Norm, Norms, Performer
from tthc.costs.parameters import HourlyIncome, Parameters, Segment
from tthc.costs.table import Cell
from tthc.errors import Fault, MalformedError, MissingInputError
from tthc.procedures.components import Case, Channel
from tthc.text import Unparsed

__all__ = ["Deed", "Group", "Place", "Pricing", "Spreads"]

Spreads = tuple[tuple[str, Spread], ...]

_ONE = Fraction(1)
_ZERO = Fraction(0)


def __dir__() -> list[str]:
    return __all__


class Place(NamedTuple):
    """The dossiers of one case and channel, and their share of all; `names` are the keys of the case."""

    case: Case | Unparsed | None
    names: frozenset[str]
    channel: Channel | None
    share: Fraction

    @property
    def label(self) -> str:
        """The name of the case, "" without one."""
        return self.case.name or self.case.code or "" if type(self.case) is Case else ""


class Group(NamedTuple):
    """The dossiers of one segment, and how many of them a year sees: of recurring work, of work done once."""

    segment: Segment | None
    share: Fraction
    recurring: Fraction | None
    first_time: Fraction | None

    @property
    def name(self) -> str:
        """The name of the segment, "" without one."""
        return "" if self.segment is None else self.segment.name


class Deed(NamedTuple):
    """Something done `often` for a dossier, and its norm with its index; `spreads` are what `often` is the mean of."""

    place: Place
    group: Group
    i: int
    norm: Norm
    document: str
    often: Fraction
    spreads: Spreads


class Pricing:
    """Makes the cells of one table; `left_out` gathers the norms that the convention does not count."""

    def __init__(self, procedure: str, norms: Norms, parameters: Parameters, convention: Convention) -> None:
        self.cells: list[Cell] = []
        self.left_out: set[int] = set()
        self.groups = tuple(_groups(parameters, convention))
        self.subject: Performer = parameters.subject or "subject"
        self._procedure = procedure
        self._norms = norms
        self._parameters = parameters
        self._convention = convention
        times, subjects = parameters.times_per_year, parameters.subjects_per_year
        of_times, of_subjects = (
            _spread("parameters.times_per_year", times),
            _spread("parameters.subjects_per_year", subjects),
        )
        self._every_time: Spreads = of_times + of_subjects
        self._first_time: Spreads = self._every_time if convention.one_off == "every_time" else of_subjects

    def act(self, deed: Deed) -> None:
        """Add the time and the outlay of something that is done for a dossier."""
        convention, norm, path = self._convention, deed.norm, f"norms[{deed.i}]"
        actor = self.subject if norm.performer == "subject" else norm.performer
        if not convention.counts(actor) or norm.obligation not in convention.obligations:
            self.left_out.add(deed.i)
            return
        acts = deed.often
        for factor in (deed.place.share, deed.group.share, mean_of(norm.times), self._kept(deed)):
            if factor != 1:
                acts *= factor
        spreads = deed.spreads + _spread(f"{path}.times", norm.times)
        hours = mean_of(norm.hours)
        if hours:
            priced = actor != "citizen" or convention.prices_citizens_time
            rate, of_rate = self._rate(deed, actor) if priced else (_ZERO, ())
            spreads_of_time = spreads + _spread(f"{path}.hours", norm.hours) + of_rate
            self._add(deed, actor, acts=acts, unit=hours, rate=rate, spreads=spreads_of_time, priced=priced)
        if norm.outlay is not None and norm.outlay.amount:
            self._must_be_in_currency(f"{path}.outlay", norm.outlay)
            spreads_of_cash = spreads + _spread(f"{path}.outlay", norm.outlay.figure)
            self._add(deed, actor, acts=acts, unit=norm.outlay.amount, rate=None, spreads=spreads_of_cash)

    def _add(
        self,
        deed: Deed,
        actor: Performer,
        *,
        acts: Fraction,
        unit: Fraction,
        rate: Fraction | None,
        spreads: Spreads,
        priced: bool = True,
    ) -> None:
        """Add a cell of time at a rate, or of money without one."""
        norm, group, place = deed.norm, deed.group, deed.place
        self.cells.append(
            Cell(
                kind="cash" if rate is None else "time",
                activity=norm.element,
                actor=actor,
                procedure=self._procedure,
                step="" if norm.element in DOCUMENT_ELEMENTS else norm.what or "",
                document=deed.document,
                segment=group.name,
                one_off=norm.one_off,
                obligation=norm.obligation,
                channel=place.channel,
                case=place.label,
                payer=actor,
                payee="supplier" if rate is None else "",
                acts=acts,
                unit=unit,
                rate=_ONE if rate is None else rate,
                priced=priced,
                volume=group.first_time if norm.one_off else group.recurring,
                apart=norm.one_off and self._convention.one_off == "apart",
                norm=f"norms[{deed.i}]",
                source=norm.source or self._norms.source,
                vintage=self._norms.vintage if norm.vintage is None else norm.vintage,
                uncertain=spreads + (self._first_time if norm.one_off else self._every_time),
            )
        )

    def fee(self, place: Place, due: Due) -> None:
        """Add a fee that one dossier pays to the State."""
        spreads: Spreads = () if due.spread is None else ((f"{due.path}.price", due.spread),)
        for group in self.groups:
            self.cells.append(
                Cell(
                    kind="fee",
                    activity="fee",
                    actor=self.subject,
                    procedure=self._procedure,
                    step=due.category,
                    segment=group.name,
                    channel=place.channel,
                    case=place.label,
                    payer=self.subject,
                    payee="agency",
                    acts=place.share * group.share,
                    unit=due.amount,
                    volume=group.recurring,
                    norm=due.path,
                    source=due.source,
                    uncertain=spreads + self._every_time,
                )
            )

    def delay(self) -> None:
        """Add what waiting for the State costs, where the convention counts it."""
        convention, delay = self._convention, self._parameters.delay
        if not convention.counts_delay:
            return
        if delay is None:
            raise MissingInputError("parameters.delay", f"{convention.id} counts the cost of waiting")
        parts = [("chi phí phát sinh", delay.extra_expenses)]
        if convention.counts_opportunity:
            parts.insert(0, ("thu nhập bị mất", delay.income_forgone))
        for step, per_day in parts:
            for group in self.groups if delay.days and per_day.amount else ():
                self.cells.append(
                    Cell(
                        kind="delay",
                        activity="delay",
                        actor=self.subject,
                        procedure=self._procedure,
                        step=step,
                        segment=group.name,
                        payer=self.subject,
                        acts=group.share,
                        unit=delay.days,
                        rate=per_day.amount,
                        volume=group.recurring,
                        norm="parameters.delay",
                        source=delay.source or self._parameters.source,
                        uncertain=self._every_time,
                    )
                )

    # ── what an act counts ───────────────────────────────────────────────────────────────────────────────────────────

    def _kept(self, deed: Deed) -> Fraction:
        """Return the share of an act that is due to the procedure."""
        if not self._convention.removes_business_as_usual:
            return _ONE
        own = deed.norm.business_as_usual
        usual = self._norms.business_as_usual if own is None else own
        if usual is None:
            reason = f"{self._convention.id} takes off what would be done anyway"
            raise MissingInputError(f"norms[{deed.i}].business_as_usual", reason)
        return 1 - usual

    def _rate(self, deed: Deed, actor: Performer) -> tuple[Fraction, Spreads]:
        """Return the price of an hour: the norm's tariff, or an income with the overhead that the convention wants."""
        tariff = deed.norm.tariff
        if tariff is not None:
            path = f"norms[{deed.i}].tariff"
            self._must_be_in_currency(path, tariff)
            return tariff.amount, _spread(path, tariff.figure)
        path, income = self._income(deed, actor)
        rate = income.price.amount
        if self._convention.adds_overhead(actor):
            rate *= 1 + self._overhead(deed, actor)
        return rate, _spread(path, income.price.figure)

    def _income(self, deed: Deed, actor: Performer) -> tuple[str, HourlyIncome]:
        segment = deed.group.segment
        if actor != "agency" and segment is not None and segment.hourly_income is not None:
            return f"parameters.segments[{segment.name!r}].hourly_income", segment.hourly_income
        incomes = self._parameters.hourly_income
        for key in (actor,) if actor == "agency" else (actor, "subject"):
            if key in incomes:
                return f"parameters.hourly_income[{key!r}]", incomes[key]
        reason = f"{self._convention.id} prices the hours of norms[{deed.i}] ({deed.norm.label})"
        raise MissingInputError(f"parameters.hourly_income[{actor!r}]", reason)

    def _overhead(self, deed: Deed, actor: Performer) -> Fraction:
        shares = self._parameters.overhead
        general = None if actor == "agency" else shares.get("subject")
        for share in (deed.norm.overhead, shares.get(actor), general):
            if share is not None:
                return share
        reason = f"{self._convention.id} adds an overhead to the pay for norms[{deed.i}], which has no tariff"
        raise MissingInputError(f"parameters.overhead[{actor!r}]", reason)

    def _must_be_in_currency(self, path: str, price: Price) -> None:
        if price.currency != self._parameters.currency:
            raise MalformedError("Norms", (Fault(path, price, f"an amount in {self._parameters.currency}"),))


def _groups(parameters: Parameters, convention: Convention) -> Iterator[Group]:
    recurring, subjects = parameters.volume, parameters.subjects_per_year
    first_time = None if subjects is None else mean_of(subjects)
    if convention.one_off == "every_time":
        first_time = recurring
    elif first_time is not None and convention.one_off_years is not None:
        first_time /= convention.one_off_years
    if not parameters.segments:
        yield Group(None, _ONE, recurring, first_time)
    for segment in parameters.segments:
        if not segment.share:
            continue
        rate = segment.compliance_rate
        yield Group(
            segment,
            segment.share,
            None if recurring is None else recurring * rate,
            None if first_time is None else first_time * rate,
        )


def _spread(path: str, figure: Figure | None) -> Spreads:
    return ((path, figure),) if type(figure) is Spread else ()

"""From the rows of a sheet to cells: what an hour of each is worth, how often a year it is done."""

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, Literal, cast

from tthc.costs.amounts import Figure, Price, Spread, mean_of
from tthc.costs.table import Cell
from tthc.errors import Fault, MalformedError, MissingInputError
from tthc.text import Unparsed, search_key

if TYPE_CHECKING:
    from tthc.costs.conventions import Convention
    from tthc.costs.gaps import Activity
    from tthc.costs.norms import Performer
    from tthc.costs.parameters import Parameters
    from tthc.costs.sheet import CostLine, CostSheet

__all__ = ["Pricing"]

_HEADS: tuple[tuple[str, "Activity"], ...] = (
    ("chuan bi ho so", "document"),
    ("nop ho so", "submit"),
    ("nop phi", "pay"),
    ("nop le phi", "pay"),
    ("chuan bi, phuc vu", "inspection"),
    ("phuc vu viec kiem tra", "inspection"),
    ("nhan ket qua", "receive"),
)
_PAYEES = {"time": "", "cash": "supplier", "fee": "agency"}
_READ = ("hours", "services", "fees", "hourly_income", "times", "subjects")


def __dir__() -> list[str]:
    return __all__


class Pricing:
    """Makes the cells of a sheet."""

    def __init__(self, sheet: "CostSheet", parameters: "Parameters", convention: "Convention") -> None:
        self._sheet = sheet
        self._parameters = parameters
        self._convention = convention
        self._actor: Performer = parameters.subject or "subject"
        self._must_do()

    def _must_do(self) -> None:
        """Refuse a convention that needs what a sheet does not say."""
        convention = self._convention
        if convention.tells_subjects_apart and self._actor == "subject":
            raise MissingInputError("parameters.subject", f"{convention.id} treats citizens and business differently")
        if not convention.counts(self._actor):
            raise MissingInputError("parameters.subject", f"{convention.id} does not count the burden of {self._actor}")
        segments = self._parameters.segments
        if segments:
            fault = Fault("parameters.segments", segments, "no segments: the rows are those of all subjects")
            raise MalformedError("CostSheet", (fault,))
        for needed, what in (
            (convention.removes_business_as_usual, "lines[0].business_as_usual"),
            (convention.counts_delay, "lines[0].delay"),
        ):
            if needed:
                raise MissingInputError(what, f"{convention.id} needs it, and a sheet does not say it")

    def __iter__(self) -> Iterator[Cell]:
        heading: Activity = "other"
        for i, line in enumerate(self._sheet.lines):
            if line.is_heading:
                heading = _activity(line) or "other"
                continue
            yield from self._line(i, line, _activity(line) or heading)

    def _line(self, i: int, line: "CostLine", activity: "Activity") -> Iterator[Cell]:
        for name in _READ:
            if type(getattr(line, name)) is Unparsed:
                raise MissingInputError(f"lines[{i}].{name}", f"it cannot be read: {getattr(line, name).text[:40]!r}")
        if line.hours is not None:
            yield self._time(i, line, activity, cast("Figure", line.hours))
        services, fees = cast("Price | None", line.services), cast("Price | None", line.fees)
        if services is not None:
            yield self._money(i, line, activity, "cash", services)
        if fees is not None and self._convention.counts_fees:
            yield self._money(i, line, "fee", "fee", fees)

    def _time(self, i: int, line: "CostLine", activity: "Activity", hours: Figure) -> Cell:
        priced = self._actor != "citizen" or self._convention.prices_citizens_time
        rate, uncertain = self._rate(i, line) if priced else (Fraction(0), {})
        if type(hours) is Spread:
            uncertain = {f"lines[{i}].hours": hours, **uncertain}
        return self._cell(i, line, activity, "time", unit=mean_of(hours), rate=rate, uncertain=uncertain, priced=priced)

    def _money(
        self, i: int, line: "CostLine", activity: "Activity", kind: Literal["cash", "fee"], price: Price
    ) -> Cell:
        name = "services" if kind == "cash" else "fees"
        self._must_be_in_currency(f"lines[{i}].{name}", price)
        uncertain = {f"lines[{i}].{name}": price.figure} if type(price.figure) is Spread else {}
        return self._cell(i, line, activity, kind, unit=price.amount, uncertain=uncertain)

    def _rate(self, i: int, line: "CostLine") -> tuple[Fraction, dict[str, Spread]]:
        price, path = cast("Price | None", line.hourly_income), f"lines[{i}].hourly_income"
        if price is None:
            incomes = self._parameters.hourly_income
            key = self._actor if self._actor in incomes else "subject"
            if key not in incomes:
                raise MissingInputError(path, "hours without an income; the parameters give none for all rows either")
            price, path = incomes[key].price, f"parameters.hourly_income[{key!r}]"
        else:
            self._must_be_in_currency(path, price)
        rate = price.amount
        if self._convention.adds_overhead(self._actor):
            shares = self._parameters.overhead
            if self._actor not in shares and "subject" not in shares:
                reason = f"{self._convention.id} adds an overhead to the pay of an hour"
                raise MissingInputError(f"parameters.overhead[{self._actor!r}]", reason)
            rate *= 1 + (shares[self._actor] if self._actor in shares else shares["subject"])
        return rate, {path: price.figure} if type(price.figure) is Spread else {}

    def _must_be_in_currency(self, path: str, price: Price) -> None:
        wanted = self._parameters.currency
        if price.currency != wanted:
            raise MalformedError("CostSheet", (Fault(path, price, f"an amount in {wanted}"),))

    def _cell(
        self,
        i: int,
        line: "CostLine",
        activity: "Activity",
        kind: Literal["time", "cash", "fee"],
        *,
        unit: Fraction,
        rate: Fraction = Fraction(1),
        uncertain: dict[str, Spread],
        priced: bool = True,
    ) -> Cell:
        volume, spreads = self._volume(i, line)
        return Cell(
            kind=kind,
            activity=activity,
            actor=self._actor,
            step=line.label if kind == "fee" or _activity(line) is None else line.activity,
            payer=self._actor,
            payee=_PAYEES[kind],
            acts=Fraction(1),
            unit=unit,
            rate=rate,
            priced=priced,
            volume=volume,
            norm=f"lines[{i}]",
            vintage=self._parameters.vintage,
            uncertain=tuple({**uncertain, **spreads}.items()),
        )

    def _volume(self, i: int, line: "CostLine") -> tuple[Fraction | None, dict[str, Spread]]:
        """Return times × subjects of a row, each from the row, the sheet or the parameters, in this order."""
        volume: Fraction | None = Fraction(1)
        spreads: dict[str, Spread] = {}
        for field in ("times", "subjects"):
            long = f"{field}_per_year"
            for path, figure in (
                (f"lines[{i}].{field}", getattr(line, field)),
                (f"sheet.{long}", getattr(self._sheet, long)),
                (f"parameters.{long}", getattr(self._parameters, long)),
            ):
                if figure is not None:
                    volume = None if volume is None else volume * mean_of(figure)
                    if type(figure) is Spread:
                        spreads[path] = figure
                    break
            else:
                volume = None
        return volume, spreads


def _activity(line: "CostLine") -> "Activity | None":
    """Return the activity that the official headings name; any other row is of the heading above it."""
    key = search_key(line.task).lstrip("0123456789.)- ivx")
    return next((activity for head, activity in _HEADS if key.startswith(head)), None)

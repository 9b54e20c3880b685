"""`CostTable`: a compliance cost as exact cells, each with the norm it comes from; sums over any axes are the total."""

from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Any, Literal, TypeAlias, cast, final, get_args, overload

import attrs

from tthc._record import check
from tthc.costs.amounts import Spread, as_exact
from tthc.costs.conventions import Convention
from tthc.costs.gaps import Activity, Assumption, Unpriced
from tthc.costs.norms import Norm, Norms, Obligation, Performer
from tthc.costs.parameters import Parameters
from tthc.errors import Fault, IncomparableError, MissingInputError, NotFoundError
from tthc.exact import format_number, round_to
from tthc.findings import Lang
from tthc.frozen import FrozenMap
from tthc.money import Money
from tthc.procedures.components import Channel

__all__ = ["AXES", "Axis", "Cell", "CostTable", "Kind", "Measure"]

Kind: TypeAlias = Literal["time", "cash", "fee", "delay"]
"""What a cell counts: hours of work, money paid to others for the work, fees paid to the State, waiting."""
Axis: TypeAlias = Literal[
    "procedure",
    "step",
    "document",
    "activity",
    "actor",
    "segment",
    "kind",
    "one_off",
    "obligation",
    "channel",
    "case",
    "payer",
    "payee",
    "norm",
]
"""What a table can be summed by (`CostTable.by`)."""
Measure: TypeAlias = Literal["per_dossier", "per_year", "once", "hours"]
"""What is summed: money for a dossier, money in a year, money once and for all, or hours for a dossier."""

AXES: tuple[Axis, ...] = get_args(Axis)
_ZERO = Fraction(0)


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen(kw_only=True)
class Cell:
    """One summand of a cost (ô chi phí): `amount` = `acts` × `unit` × `rate` for a dossier.

    - `acts`: how often for one dossier, on average over channels, cases and segments, less what is business as usual.
    - `unit`: hours of one act (`kind="time"`), money of one act ("cash", "fee"), days of waiting ("delay").
    - `rate`: the price of an hour or of a day; 1 where the unit is money; 0 where `priced` is false, as the hours of
      citizens are under some conventions.
    - `volume`: how often in a year, `None` where that is not stated; a cell that is `apart` is spent once and for all.
    - `payer` → `payee`: who pays whom; nobody is paid for one's own time.
    - `norm`, `source`, `vintage`: where the figure comes from: a path such as `norms[3]`, its source and year.
    - `uncertain`: the spreads that `acts`, `unit`, `rate` and `volume` are the means of, each with its path.

    >>> cell = Cell(kind="time", activity="learn", actor="citizen", acts=1, unit=Fraction(1, 2), rate=40_000)
    >>> cell.hours, cell.amount, cell.per_year
    (Fraction(1, 2), Fraction(20000, 1), None)
    """

    kind: Kind
    activity: Activity
    actor: Performer = "subject"
    procedure: str = ""
    step: str = ""
    document: str = ""
    segment: str = ""
    one_off: bool = False
    obligation: Obligation = "information"
    channel: Channel | None = None
    case: str = ""
    payer: str = ""
    payee: str = ""
    acts: Fraction = attrs.field(converter=as_exact)
    unit: Fraction = attrs.field(converter=as_exact)
    rate: Fraction = attrs.field(default=Fraction(1), converter=as_exact)
    priced: bool = True
    volume: Fraction | None = attrs.field(default=None, converter=as_exact)
    apart: bool = False
    norm: str = ""
    source: str = ""
    vintage: int | None = None
    uncertain: tuple[tuple[str, Spread], ...] = ()
    hours: Fraction = attrs.field(init=False, eq=False, repr=False)
    amount: Fraction = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "hours", _ZERO)
        object.__setattr__(self, "amount", _ZERO)
        check(self, self._faults)
        size = self.acts * self.unit
        if self.kind == "time":
            object.__setattr__(self, "hours", size)
        if self.priced:
            object.__setattr__(self, "amount", size if self.rate == 1 else size * self.rate)

    def _faults(self) -> Iterable[Fault]:
        for name, figure in (("acts", self.acts), ("unit", self.unit), ("rate", self.rate), ("volume", self.volume)):
            if figure is not None and figure.numerator < 0:  # the sign of the whole, and ten times as quick
                yield Fault(name, figure, "0 or more")

    @property
    def per_year(self) -> Fraction | None:
        """The money spent in a year; 0 where it is spent once, apart from the years; `None` without a volume."""
        if self.volume is None:
            return None
        return _ZERO if self.apart else self.amount * self.volume

    @property
    def once(self) -> Fraction | None:
        """The money spent once and for all, apart from the years; `None` without a volume."""
        if not self.apart:
            return _ZERO
        return None if self.volume is None else self.amount * self.volume

    @property
    def label(self) -> str:
        """The paper or step that the cell is about, ""  if none."""
        return self.document or self.step


@final
@attrs.frozen(kw_only=True, repr=False)
class CostTable:
    """What a procedure costs under one convention (bảng tính chi phí tuân thủ): the sum of its cells.

    `norms` and `parameters` are those it was computed with, so that `cell.norm` can be looked up. `unpriced` lists what
    the procedure asks for and nothing gives a price to, `noted` what was assumed. Tables of another convention,
    currency, vintage or base year are neither added nor compared.

    Source of the formula: the convention's.
    """

    cells: tuple[Cell, ...]
    convention: Convention
    currency: str
    title: str = ""
    base_year: int | None = None
    vintage: int | None = None
    volume_unit: str = ""
    norms: Norms | None = None
    parameters: Parameters | None = None
    unpriced: tuple[Unpriced, ...] = ()
    noted: tuple[Assumption, ...] = ()

    def __attrs_post_init__(self) -> None:
        check(self)

    # ── sums ─────────────────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def per_dossier(self) -> Money:
        """The cost of one dossier (chi phí một lần thực hiện), with what is done the first time only."""
        return Money(added(cell.amount for cell in self.cells), self.currency)

    @property
    def hours(self) -> Fraction:
        """The hours of work for one dossier, priced or not."""
        return added(cell.hours for cell in self.cells)

    @property
    def per_year(self) -> Money:
        """The cost of a year (chi phí một năm); raises `MissingInputError` where no volume was stated."""
        return Money(added(map(_in_year, self.cells)), self.currency)

    @property
    def once(self) -> Money:
        """What is spent once and for all, where the convention keeps it apart; raises as `per_year` does."""
        return Money(added(map(_one_time, self.cells)), self.currency)

    @overload
    def by(self, *axes: Axis, of: Literal["hours"]) -> FrozenMap[Any, Fraction]: ...
    @overload
    def by(self, *axes: Axis, of: Literal["per_dossier", "per_year", "once"] = ...) -> FrozenMap[Any, Money]: ...
    def by(self, *axes: Axis, of: Measure = "per_dossier") -> FrozenMap[Any, Money] | FrozenMap[Any, Fraction]:
        """Sum the cells by one axis or more: the values add up to the total, exactly.

        The key is the value of the axis; of several axes, the tuple of their values; of none, `()`. Keys stand in the
        order in which they first come. Raises `NotFoundError` for an unknown axis or measure.
        """
        for axis in axes:
            if axis not in AXES:
                raise NotFoundError("axis", axis, AXES)
        if of not in _MEASURES:
            raise NotFoundError("measure", of, tuple(_MEASURES))
        size = _MEASURES[of]
        found: dict[Any, list[Fraction]] = {}
        for cell in self.cells:
            key = getattr(cell, axes[0]) if len(axes) == 1 else tuple(getattr(cell, axis) for axis in axes)
            found.setdefault(key, []).append(size(cell))
        if of == "hours":
            return FrozenMap({key: added(values) for key, values in found.items()})
        return FrozenMap({key: Money(added(values), self.currency) for key, values in found.items()})

    def only(self, **axes: object) -> "CostTable":
        """Return the table of some cells: `only(kind="cash")`, `only(actor=("citizen", "business"))`.

        What is unpriced or assumed stays listed. Raises `NotFoundError` for an unknown axis.
        """
        for axis in axes:
            if axis not in AXES:
                raise NotFoundError("axis", axis, AXES)
        wanted = [(axis, held if type(held) in {tuple, frozenset} else (held,)) for axis, held in axes.items()]
        kept = tuple(c for c in self.cells if all(getattr(c, axis) in cast("Any", held) for axis, held in wanted))
        return attrs.evolve(self, cells=kept)

    def largest(self, n: int) -> tuple[Cell, ...]:
        """Return the `n` cells that cost most for a dossier, largest first; equal ones in the order of the table."""
        return tuple(sorted(self.cells, key=lambda cell: -cell.amount)[:n])

    def norm_of(self, cell: Cell) -> Norm | None:
        """Return the norm that a cell comes from, `None` where it comes from none (a fee) or the norms are not held."""
        return norm_at(self.norms, cell.norm)

    # ── two tables ───────────────────────────────────────────────────────────────────────────────────────────────────

    def must_be_comparable(self, other: "CostTable") -> None:
        """Raise `IncomparableError` if the other table is of another convention, currency, vintage, base year or unit.

        A volume counted in another unit makes years incomparable; where one of the two has none, only dossiers are.
        """
        for what, mine, theirs in (
            ("convention", self.convention.id, other.convention.id),
            ("convention", self.convention, other.convention),
            ("currency", self.currency, other.currency),
            ("base year", self.base_year, other.base_year),
            ("vintage", self.vintage, other.vintage),
            ("volume unit", self.volume_unit or other.volume_unit, other.volume_unit or self.volume_unit),
        ):
            if mine != theirs:
                raise IncomparableError(what, mine, theirs)

    def saving(self, after: "CostTable", *, of: Measure = "per_dossier") -> Fraction:
        """Return how much less `after` costs than this table; negative where it costs more."""
        self.must_be_comparable(after)
        return _total(self, of) - _total(after, of)

    def reduction(self, after: "CostTable", *, of: Measure = "per_dossier") -> Fraction:
        """Return the saving as a share of this table: `Fraction(3, 10)` where `after` costs 30 % less.

        Raises `ZeroDivisionError` where this table costs nothing.
        """
        return self.saving(after, of=of) / _total(self, of)

    @classmethod
    def gather(cls, tables: "Iterable[CostTable]", *, title: str = "") -> "CostTable":
        """Put the cells of many tables into one, in time linear in their number; `sum()` does the same for a few.

        A dossier of the whole is one of each. Raises `IncomparableError` as soon as two do not belong together, and
        `ValueError` for no table at all.
        """
        held = tuple(tables)
        if not held:
            msg = "expected at least one table"
            raise ValueError(msg)
        first = held[0]
        for other in held[1:]:
            first.must_be_comparable(other)
        same_norms = all(table.norms is first.norms or table.norms == first.norms for table in held)
        same_parameters = all(t.parameters is first.parameters or t.parameters == first.parameters for t in held)
        return attrs.evolve(
            first,
            cells=tuple(cell for table in held for cell in table.cells),
            title=title or "; ".join(dict.fromkeys(table.title for table in held[:3])) + ("; …" if held[3:] else ""),
            volume_unit=next((table.volume_unit for table in held if table.volume_unit), ""),
            norms=first.norms if same_norms else None,
            parameters=first.parameters if same_parameters else None,
            unpriced=tuple(dict.fromkeys(gap for table in held for gap in table.unpriced)),
            noted=tuple(dict.fromkeys(note for table in held for note in table.noted)),
        )

    def __add__(self, other: object) -> "CostTable":
        if isinstance(other, CostTable):
            return CostTable.gather((self, other))
        if type(other) is int and other == 0:
            return self
        return NotImplemented

    __radd__ = __add__

    # ── shown ────────────────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def rows(self) -> tuple[dict[str, object], ...]:
        """One flat record a cell, with the convention and the currency in each."""
        from tthc.costs import _table_text  # noqa: PLC0415 - a sum needs no words

        return _table_text.rows(self)

    def assumed(self, lang: Lang = "vi") -> tuple[str, ...]:
        """Say what has no price, what was assumed, and which sources the figures have."""
        from tthc.costs import _table_text  # noqa: PLC0415 - as above

        return _table_text.assumptions(self, lang)

    @property
    def assumptions(self) -> tuple[str, ...]:
        """The same in Vietnamese."""
        return self.assumed()

    def display(self, lang: Lang = "vi") -> str:
        """Write the table as text: formula and source, a line for each activity, the totals, what was assumed.

        Amounts are rounded so that every printed sum is the sum of the printed parts.
        """
        from tthc.costs import _table_text  # noqa: PLC0415 - as above

        return _table_text.text(self, lang)

    def __str__(self) -> str:
        return self.display()

    def _repr_html_(self) -> str:
        from tthc.costs import _table_text  # noqa: PLC0415 - as above

        return _table_text.html(self, "vi")

    def __repr__(self) -> str:
        title = f" {self.title[:60]!r}" if self.title else ""
        gaps = f", {len(self.unpriced)} unpriced" if self.unpriced else ""
        exact, digits = self.per_dossier.amount, 0 if self.currency == "VND" else 2
        about = "" if round_to(exact, digits) == exact else "≈ "
        total = f"{about}{format_number(exact, digits, 'en')} {self.currency}"
        return f"<CostTable{title}: {total} a dossier, {len(self.cells)} cells, {self.convention.id}{gaps}>"


def norm_at(norms: Norms | None, path: str) -> Norm | None:
    """Return the norm at a path such as `norms[3]`, `None` where there is none."""
    number = path.removeprefix("norms[").removesuffix("]")
    if norms is None or path != f"norms[{number}]" or not (number.isascii() and number.isdigit() and len(number) < 10):
        return None
    return norms.norms[int(number)] if int(number) < len(norms.norms) else None


def _total(table: CostTable, of: Measure) -> Fraction:
    if of not in _MEASURES:
        raise NotFoundError("measure", of, tuple(_MEASURES))
    return added(map(_MEASURES[of], table.cells))


def added(values: Iterable[Fraction]) -> Fraction:
    """Sum fractions exactly; whole numbers and equal denominators are added as integers, which is several times faster.

    >>> added([Fraction(1, 2), Fraction(3), Fraction(1, 2)])
    Fraction(4, 1)
    """
    tops: dict[int, int] = {}
    for value in values:
        top, bottom = value.numerator, value.denominator
        tops[bottom] = tops.get(bottom, 0) + top
    return sum((Fraction(top, bottom) for bottom, top in tops.items()), _ZERO)


def _in_year(cell: Cell) -> Fraction:
    found = cell.per_year
    if found is None:
        raise _no_volume()
    return found


def _one_time(cell: Cell) -> Fraction:
    found = cell.once
    if found is None:
        raise _no_volume()
    return found


def _no_volume() -> MissingInputError:
    what = "parameters.times_per_year and parameters.subjects_per_year"
    return MissingInputError(what, "the cost of a year is that of a dossier × times × subjects")


def _for_dossier(cell: Cell) -> Fraction:
    return cell.amount


def _in_hours(cell: Cell) -> Fraction:
    return cell.hours


_MEASURES: dict[Measure, Callable[[Cell], Fraction]] = {
    "per_dossier": _for_dossier,
    "per_year": _in_year,
    "once": _one_time,
    "hours": _in_hours,
}

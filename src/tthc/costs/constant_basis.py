"""What a reform saved, apart from what prices and volume did meanwhile (so sánh trên cùng cơ sở).

A cost of a year is hours × price + money, times the volume. Between two years all three move. Each part gets what it
changes on average over the six orders in which the three can be put in place (the Shapley value), so no order is
preferred, nothing is left over and the three add up to the change.
"""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import permutations
from typing import Any, cast, final

import attrs

from tthc._record import check
from tthc.costs.amounts import as_exact
from tthc.costs.table import Cell, CostTable, added
from tthc.errors import Fault, IncomparableError, MalformedError, MissingInputError
from tthc.exact import format_number, percent
from tthc.findings import Lang

__all__ = ["Burden", "ChangeSplit", "split_change"]

_FACTORS = (0, 1, 2)  # what is asked for, the price of an hour, the volume
_ORDERS = tuple(permutations(_FACTORS))
_PRICED = frozenset({"time", "delay"})


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen(kw_only=True)
class Burden:
    """What one group bears: hours at a price and money for each dossier, and dossiers a year (gánh nặng của một nhóm).

    >>> Burden(hours=Fraction(21, 2), tariff=40_000, money=190_000, volume=10_000).per_year
    Fraction(6100000000, 1)
    """

    who: str = ""
    hours: Fraction = attrs.field(converter=as_exact)
    tariff: Fraction = attrs.field(converter=as_exact)
    money: Fraction = attrs.field(default=Fraction(0), converter=as_exact)
    volume: Fraction = attrs.field(converter=as_exact)

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        for name in ("hours", "tariff", "money", "volume"):
            if getattr(self, name) < 0:
                yield Fault(name, getattr(self, name), "0 or more")

    @property
    def per_year(self) -> Fraction:
        """The cost of a year."""
        return (self.hours * self.tariff + self.money) * self.volume


@final
@attrs.frozen(kw_only=True)
class ChangeSplit:
    """A change of the cost of a year in three parts that add up to it (phân tích biến động chi phí).

    `measures`: fewer hours, less money to spend. `price`: what an hour is worth. `volume`: how many dossiers.
    `constant` is the cost after the reform at the prices and with the volume of before. `currency` is "" for bare
    numbers.
    """

    before: Fraction
    after: Fraction
    constant: Fraction
    measures: Fraction
    price: Fraction
    volume: Fraction
    currency: str = ""

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        parts = self.measures + self.price + self.volume
        if parts != self.total:
            yield Fault("volume", parts, f"parts that add up to the change ({self.total})")

    @property
    def total(self) -> Fraction:
        """The change as it was: after − before."""
        return self.after - self.before

    @property
    def raw_percent(self) -> Fraction | None:
        """The change in per cent, with prices and volume as they moved; `None` where there was no cost before."""
        return percent(self.total, self.before) if self.before else None

    @property
    def constant_percent(self) -> Fraction | None:
        """The change in per cent at the prices and with the volume of before: what the reform did."""
        return percent(self.constant - self.before, self.before) if self.before else None

    @property
    def rows(self) -> tuple[dict[str, object], ...]:
        """One flat record a part."""
        parts = (("measures", self.measures), ("price", self.price), ("volume", self.volume), ("total", self.total))
        return tuple({"part": name, "amount": amount, "currency": self.currency} for name, amount in parts)

    def display(self, lang: Lang = "vi") -> str:
        """Write the costs, the three parts and both percentages."""
        vi = lang == "vi"
        words = (
            ("Trước", "Sau", "Do cắt giảm", "Do đơn giá giờ", "Do số lượng", "Trên cùng cơ sở")
            if vi
            else ("Before", "After", "Measures", "Price of an hour", "Volume", "On a constant basis")
        )
        amounts = (self.before, self.after, self.measures, self.price, self.volume, self.constant)
        shares = {1: self.raw_percent, 5: self.constant_percent}
        unit = f" {self.currency}" if self.currency else ""
        lines: list[str] = []
        for i, (word, amount) in enumerate(zip(words, amounts, strict=True)):
            share = shares.get(i)
            told = "" if share is None else f" ({format_number(share, 1, lang)} %)"
            lines.append(f"{word}: {format_number(amount, 0, lang)}{unit}{told}")
        return "\n".join(lines)

    def __str__(self) -> str:
        return self.display()


def split_change(before: CostTable | Sequence[Burden], after: CostTable | Sequence[Burden]) -> ChangeSplit:
    """Split the change between two years into what measures, the price of an hour and the volume made (phân tách).

    Two tables, which may differ in base year, vintage and volume but not in convention and currency, or what groups
    bear. A group that is there on one side only keeps its price, and its volume where the other side has several ones.
    Raises `IncomparableError`, and `MissingInputError` for a table without a volume.

    >>> split = split_change([Burden(hours=Fraction(21, 2), tariff=40_000, money=190_000, volume=10_000)],
    ...                      [Burden(hours=Fraction(19, 10), tariff=44_000, money=105_000, volume=12_000)])
    >>> print(split.display("en"))
    Before: 6,100,000,000
    After: 2,263,200,000 (-62.9 %)
    Measures: -4,913,933,333
    Price of an hour: 267,066,667
    Volume: 810,066,667
    On a constant basis: 1,810,000,000 (-70.3 %)
    """
    currency = ""
    if isinstance(before, CostTable) and isinstance(after, CostTable):
        currency = before.currency
        for what, mine, theirs in (
            ("convention", before.convention.id, after.convention.id),
            ("convention", before.convention, after.convention),
            ("currency", currency, after.currency),
            ("volume unit", before.volume_unit, after.volume_unit),
        ):
            if mine != theirs:
                raise IncomparableError(what, mine, theirs)
        sides = _burdens(before, after), _burdens(after, before)
    elif isinstance(before, CostTable) or isinstance(after, CostTable):
        raise MalformedError("split_change", (Fault("after", after, "a table beside a table, burdens beside burdens"),))
    else:
        sides = _by_name("before", before), _by_name("after", after)
    names = tuple(dict.fromkeys((*sides[0], *sides[1])))
    pairs = [_pair(name, *sides) for name in names]
    totals = {mixed: added(_value(pair, mixed) for pair in pairs) for mixed in _mixtures()}
    parts = [Fraction(0)] * 3
    for order in _ORDERS:
        state = [0, 0, 0]
        for factor in order:
            was = totals[tuple(state)]
            state[factor] = 1
            parts[factor] += totals[tuple(state)] - was
    measures, price, volume = (part / len(_ORDERS) for part in parts)
    return ChangeSplit(
        before=totals[0, 0, 0],
        after=totals[1, 1, 1],
        constant=totals[1, 0, 0],
        measures=measures,
        price=price,
        volume=volume,
        currency=currency,
    )


def _mixtures() -> Iterable[tuple[int, ...]]:
    return ((i, j, k) for i in (0, 1) for j in (0, 1) for k in (0, 1))


def _value(pair: tuple[Burden, Burden], mixed: tuple[int, ...]) -> Fraction:
    asked, priced, counted = (pair[side] for side in mixed)
    return (asked.hours * priced.tariff + asked.money) * counted.volume


def _pair(name: str, before: dict[str, Burden], after: dict[str, Burden]) -> tuple[Burden, Burden]:
    """Return a group on both sides; where it is missing it asks for nothing, at the volume of that side."""
    if name in before and name in after:
        return before[name], after[name]
    known, side = (before[name], after) if name in before else (after[name], before)
    volumes = {burden.volume for burden in side.values()}
    volume = volumes.pop() if len(volumes) == 1 else known.volume
    none = attrs.evolve(known, hours=Fraction(0), money=Fraction(0), volume=volume)
    return (known, none) if name in before else (none, known)


def _by_name(side: str, burdens: Any) -> dict[str, Burden]:  # noqa: ANN401 - whatever a caller gave
    found: dict[str, Burden] = {}
    for i, burden in enumerate(burdens):
        if type(burden) is not Burden:
            raise MalformedError("split_change", (Fault(f"{side}[{i}]", burden, "Burden"),))
        if burden.who in found:
            raise MalformedError("split_change", (Fault(f"{side}[{i}].who", burden.who, "a group named once"),))
        found[burden.who] = burden
    return found


def _burdens(table: CostTable, other: CostTable) -> dict[str, Burden]:
    """Put the cells of a table into groups of one price and one volume, named as the other table would name them.

    The hours of one actor and segment have one price; where norms have tariffs of their own, or rows of a sheet volumes
    of their own, a group is told by its norm too.
    """
    alone = {whose for one in (table, other) for whose, terms in _terms(one).items() if len(terms) > 1}
    found: dict[tuple[str, ...], list[Cell]] = {}
    for cell in _counted(table):
        whose = _whose(cell)
        found.setdefault((*whose, cell.norm) if whose in alone else whose, []).append(cell)
    burdens: dict[str, Burden] = {}
    for key, cells in found.items():
        name = " ".join(part for part in key if part)
        first, size = cells[0], added(cell.acts * cell.unit for cell in cells)
        priced = first.kind in _PRICED
        hours, tariff, money = (size, first.rate, Fraction(0)) if priced else (Fraction(0), Fraction(0), size)
        volume = cast("Fraction", first.volume)
        burdens[name] = Burden(who=name, hours=hours, tariff=tariff, money=money, volume=volume)
    return burdens


def _counted(table: CostTable) -> Iterator[Cell]:
    """Yield the cells that a year has a cost of."""
    for cell in table.cells:
        if cell.priced and not cell.apart:
            if cell.volume is None:
                raise MissingInputError("parameters.subjects_per_year", "a change is split for a year")
            yield cell


def _whose(cell: Cell) -> tuple[str, ...]:
    return cell.kind, cell.actor, cell.segment, "one-off" if cell.one_off else ""


def _terms(table: CostTable) -> dict[tuple[str, ...], set[tuple[object, ...]]]:
    """Return the prices and volumes that each group has."""
    found: dict[tuple[str, ...], set[tuple[object, ...]]] = {}
    for cell in _counted(table):
        found.setdefault(_whose(cell), set()).add((cell.rate if cell.kind in _PRICED else None, cell.volume))
    return found

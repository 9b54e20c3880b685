"""The data of an index, read and checked once, and the columns of one indicator from raw figure to score."""

import contextlib
from collections.abc import Hashable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Generic, NamedTuple, TypeVar, cast

from tthc.errors import Fault, MalformedError, StepError, show
from tthc.exact import exact
from tthc.indices._scaling import fit, freeze, mean, normalised, ratio, treated
from tthc.indices.nodes import Indicator
from tthc.indices.scales import Scale
from tthc.indices.scores import Number

__all__ = ["BOUND", "Column", "Table", "column", "one_of", "read"]

U = TypeVar("U", bound=Hashable)
_WHAT = "index data"
BOUND: int = 10**60  # the square of a quotient of two figures still is a float


def __dir__() -> list[str]:
    return __all__


class Table(NamedTuple, Generic[U]):
    """The cells that the indicators need, by column; figures exact, texts for groups and categories."""

    units: tuple[U, ...]
    figures: Mapping[str, tuple[Fraction | None, ...]]
    texts: Mapping[str, tuple[str | None, ...]]


class Column(NamedTuple):
    """One indicator over all units, stage by stage; a category stays text until it has its points."""

    raw: tuple[Fraction | str | None, ...]
    denominator: tuple[Fraction | None, ...]
    denominated: tuple[Fraction | str | None, ...]
    imputed: tuple[Fraction | str | None, ...]
    treated: tuple[Number | str | None, ...]
    normalised: tuple[Number | None, ...]


def one_of(name: str, value: object, *known: str | None) -> None:
    """Raise a `ValueError` for an argument that is none of the words known."""
    if value not in known:
        msg = f"{name}: expected {', '.join(repr(word) for word in known)}, got {show(value)}"
        raise ValueError(msg)


# ── reading ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def read(indicators: Sequence[Indicator], data: Mapping[U, object]) -> Table[U]:
    """Check every cell that is needed and name every fault; `None` is a missing figure, an absent key is a fault."""
    given = cast("object", data)
    if not isinstance(given, Mapping):
        raise MalformedError(_WHAT, (Fault("data", data, "a mapping of units to mappings of figures"),))
    figures: dict[str, list[Fraction | None]] = {}
    texts: dict[str, list[str | None]] = {}
    for indicator in indicators:
        wanted = texts if indicator.normalisation.method == "categories" else figures
        wanted[indicator.column] = []
        if indicator.denominator is not None:
            figures[indicator.denominator] = []
        if indicator.group is not None:
            texts[indicator.group] = []
    faults: list[Fault] = []
    for unit, row in data.items():
        if not isinstance(row, Mapping):
            faults.append(Fault(show(unit), row, "a mapping of columns to figures"))
            continue
        cells = cast("Mapping[str, object]", row)
        for name, held in figures.items():
            held.append(_figure(unit, name, cells.get(name, ...), faults))
        for name, words in texts.items():
            words.append(_text(unit, name, cells.get(name, ...), faults))
    if faults:
        raise MalformedError(_WHAT, tuple(faults))
    return Table(
        tuple(data),
        {name: tuple(held) for name, held in figures.items()},
        {name: tuple(words) for name, words in texts.items()},
    )


def _figure(unit: object, name: str, cell: object, faults: list[Fault]) -> Fraction | None:
    if cell is None:
        return None
    if type(cell) is int or type(cell) is Fraction or type(cell) is Decimal:
        with contextlib.suppress(ValueError):
            figure = exact(cell)
            if max(abs(figure.numerator), figure.denominator) < BOUND:
                return figure
    value = "no such column" if cell is ... else cell
    wanted = "an int, Fraction or Decimal of fewer than 60 digits, or None for a missing figure"
    faults.append(Fault(f"{unit}.{name}", value, wanted))
    return None


def _text(unit: object, name: str, cell: object, faults: list[Fault]) -> str | None:
    if cell is None:
        return None
    if type(cell) is str:
        return cell
    if type(cell) is int:
        return str(cell)
    value = "no such column" if cell is ... else cell
    faults.append(Fault(f"{unit}.{name}", value, "a text or whole number that names a group or category, or None"))
    return None


# ── one column ───────────────────────────────────────────────────────────────────────────────────────────────────────


def column(indicator: Indicator, table: Table[U], scale: Scale | None, *, up: bool) -> tuple[Column, Scale]:
    """Take one indicator from raw figure to score, on the scale given or on that of the data itself."""
    if indicator.normalisation.method == "categories":
        return _categories(indicator, table), Scale(indicator=indicator.id)
    units, how = table.units, indicator.normalisation
    raw = table.figures[indicator.column]
    below, figures, settled = _denominated(indicator, table)
    imputed = _imputed(indicator, table, figures, settled)
    if scale is None:
        reference = next((x for u, x in zip(units, imputed, strict=True) if str(u) == how.reference), None)
        known = [x for x in imputed if x is not None]
        scale = freeze(indicator.id, how, indicator.treatment, up=up, figures=known, reference=reference)
    else:
        scale = fit(how, scale, up=up)
    clean = [x if x is None else treated(scale, x, unit) for unit, x in zip(units, imputed, strict=True)]
    scores: list[Number | None] = []
    for i, x in enumerate(clean):
        if x is None:
            scores.append(settled.get(i))
        elif how.method == "points":
            scores.append(how.points_of(Fraction(x)))
        else:
            scores.append(normalised(how, scale, x, units[i], up=up))
    return Column(raw, below, tuple(figures), tuple(imputed), tuple(clean), tuple(scores)), scale


def _denominated(
    indicator: Indicator, table: Table[U]
) -> tuple[tuple[Fraction | None, ...], list[Fraction | None], dict[int, Fraction]]:
    """Return the denominators, the figures divided by them, and the points of those 0/0 that score without a ratio."""
    raw, counts = table.figures[indicator.column], indicator.normalisation.method == "points"
    if indicator.denominator is None:
        return (None,) * len(raw), list(raw), {}
    below = table.figures[indicator.denominator]
    figures: list[Fraction | None] = []
    settled: dict[int, Fraction] = {}
    for i, (figure, of) in enumerate(zip(raw, below, strict=True)):
        share = None
        if figure is not None and of is not None:
            share = ratio(indicator.id, figure, of, table.units[i], counts=counts)
            points = indicator.nothing_of_nothing(table.units[i]) if share is None else None
            if points is not None:
                settled[i] = points
        figures.append(share)
    return below, figures, settled


def _categories(indicator: Indicator, table: Table[U]) -> Column:
    cells = table.texts[indicator.column]
    known: Mapping[str, Fraction] = indicator.normalisation.table or {}
    scores: list[Fraction | None] = []
    for unit, cell in zip(table.units, cells, strict=True):
        if cell is None:
            _must_not_miss(indicator, unit)
            scores.append(None)
        elif cell in known:
            scores.append(known[cell])
        else:
            raise StepError("normalise", indicator.id, f"{show(cell)} is none of {', '.join(map(repr, known))}", unit)
    return Column(cells, (None,) * len(cells), cells, cells, cells, tuple(scores))


def _must_not_miss(indicator: Indicator, unit: object) -> None:
    if indicator.missing == "refuse":
        raise StepError("score", indicator.id, "the figure is missing", unit)


def _imputed(
    indicator: Indicator, table: Table[U], figures: Sequence[Fraction | None], settled: Mapping[int, Fraction]
) -> list[Fraction | None]:
    gaps = [i for i, x in enumerate(figures) if x is None and i not in settled]
    filled = list(figures)
    if not gaps or indicator.missing == "unranked":
        return filled
    if indicator.missing == "refuse":
        _must_not_miss(indicator, table.units[gaps[0]])
    if indicator.missing == "constant":
        for i in gaps:
            filled[i] = indicator.fill
        return filled
    groups = (None,) * len(filled) if indicator.group is None else table.texts[indicator.group]
    found: dict[str | None, Fraction] = {}
    for i in gaps:
        if groups[i] not in found:
            alike = [x for x, group in zip(figures, groups, strict=True) if x is not None and group == groups[i]]
            if not alike or (groups[i] is None and indicator.group is not None):
                among = "no unit" if indicator.group is None else f"no unit of the group {show(groups[i])}"
                raise StepError("impute", indicator.id, f"{among} has a figure", table.units[i])
            found[groups[i]] = mean(alike) if indicator.missing in {"mean", "group_mean"} else _median(alike)
        filled[i] = found[groups[i]]
    return filled


def _median(values: Sequence[Fraction]) -> Fraction:
    held = sorted(values)
    middle = len(held) // 2
    return held[middle] if len(held) % 2 else (held[middle - 1] + held[middle]) / 2

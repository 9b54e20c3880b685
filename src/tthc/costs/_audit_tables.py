"""The checks of tables and sheets: what they were computed with, what their rows state, what changed meanwhile."""

from collections.abc import Iterator
from fractions import Fraction

from tthc.costs import _audit_messages as say
from tthc.costs._audit_statements import MOST_HOURS, MOST_TIMES, band_findings, figure, named
from tthc.costs._sheet_text import LineCost, line_costs
from tthc.costs.amounts import Price, Spread, mean_of
from tthc.costs.sheet import CostLine, CostSheet
from tthc.costs.sources import Resolved
from tthc.costs.table import CostTable, added
from tthc.exact import format_number, round_to
from tthc.findings import Finding, Message, Param, Severity, both
from tthc.money import Money
from tthc.text import Unparsed

__all__ = ["of_change", "of_resolved", "of_sheet", "of_sums", "of_table"]

_FIGURES = ("hours", "hourly_income", "services", "fees", "times", "subjects", "stated", "stated_per_year")


def __dir__() -> list[str]:
    return __all__


# ── one table ────────────────────────────────────────────────────────────────────────────────────────────────────────


def of_table(table: CostTable, band: tuple[Fraction, Fraction] | None, *, of_rows: bool = False) -> Iterator[Finding]:
    """Yield what is questionable about a table by itself; `of_rows` where the rows it comes from are checked too."""
    fees = added(cell.amount for cell in table.cells if cell.kind == "fee")
    if fees and not table.convention.counts_fees:
        shown: dict[str, Param] = {
            "amount": both(Money(fees, table.currency).display),
            "convention": table.convention.id,
        }
        yield named(say.FEE, Severity.ERROR, "cells", table.title, **shown)
    for i, cell in enumerate(table.cells):
        if cell.kind == "time" and cell.unit > MOST_HOURS and not of_rows:
            yield _at(("cells", i, "unit"), say.LONG_ACT, Severity.WARNING, table.title, stated=figure(cell.unit))
    times = None if table.parameters is None else table.parameters.times_per_year
    if times is not None and mean_of(times) > MOST_TIMES:
        shown = {"stated": figure(mean_of(times))}
        yield _at(("parameters", "times_per_year"), say.FREQUENCY, Severity.WARNING, table.title, **shown)
    yield from _vintages(table)
    worked = [cell for cell in table.cells if cell.kind == "time" and cell.priced and cell.hours]
    if band is not None and worked:
        implied = added(cell.amount for cell in worked) / added(cell.hours for cell in worked)
        yield from band_findings(implied, band, "cells", table.title)


def _at(path: tuple[str | int, ...], message: Message, severity: Severity, title: str, /, **params: Param) -> Finding:
    return Finding(message=message, severity=severity, path=path, params=params, subject=title)


def _vintages(table: CostTable) -> Iterator[Finding]:
    """Yield a finding for every figure that is older than the base year, once for each source and year."""
    base_year = table.base_year
    if base_year is None:
        return
    dated: dict[tuple[str, int], tuple[str | int, ...]] = {}
    if table.vintage is not None:
        dated["parameters", table.vintage] = ("vintage",)
    for performer, income in () if table.parameters is None else table.parameters.hourly_income.items():
        if income.vintage is not None:
            dated.setdefault((income.source or "TNBQ/giờ", income.vintage), ("parameters", "hourly_income", performer))
    for i, cell in enumerate(table.cells):
        if cell.vintage is not None:
            dated.setdefault((cell.source or cell.norm, cell.vintage), ("cells", i, "vintage"))
    for (what, vintage), path in dated.items():
        if vintage < base_year:
            shown: dict[str, Param] = {"vintage": str(vintage), "base_year": str(base_year), "what": what}
            yield _at(path, say.VINTAGE, Severity.WARNING, table.title, **shown)


# ── one sheet ────────────────────────────────────────────────────────────────────────────────────────────────────────


def of_sheet(sheet: CostSheet) -> Iterator[Finding]:
    """Yield what is questionable about the rows by themselves."""
    unknown: dict[str, tuple[str | int, ...]] = {}
    for group in ("lines", "totals"):
        for i, line in enumerate(getattr(sheet, group)):
            for name in _FIGURES:
                value = getattr(line, name)
                if type(value) is Unparsed:
                    shown: dict[str, Param] = {"text": value.text, "what": line.label}
                    yield _at((group, i, name), say.UNREADABLE, Severity.ERROR, sheet.title, **shown)
            for heading in line.rest:
                unknown.setdefault(heading, (group, i, "rest", heading))
    for heading, path in unknown.items():
        yield _at(path, say.COLUMN, Severity.INFO, sheet.title, heading=heading)
    limits: list[tuple[tuple[str | int, ...], object, int, Message]] = [
        (("lines", i, name), getattr(line, name), most, message)
        for i, line in enumerate(sheet.lines)
        for name, most, message in (("hours", MOST_HOURS, say.LONG_ACT), ("times", MOST_TIMES, say.FREQUENCY))
    ]
    limits.append((("times_per_year",), sheet.times_per_year, MOST_TIMES, say.FREQUENCY))
    for path_, value, most, message in limits:
        size = mean_of(value) if isinstance(value, (Fraction, Spread)) else None
        if size is not None and size > most:
            yield _at(path_, message, Severity.WARNING, sheet.title, stated=figure(size))


def readable(sheet: CostSheet) -> bool:
    """Tell whether every figure that a sum needs can be read."""
    return not any(type(getattr(line, name)) is Unparsed for line in sheet.lines for name in _FIGURES[:6])


def of_sums(sheet: CostSheet, table: CostTable) -> Iterator[Finding]:
    """Yield the stated sums that are not what the rows come to; half a unit of money is let pass.

    The row of a heading sums up the rows numbered below it or, without numbers, those up to the next heading; a row of
    totals sums up all rows.
    """
    costs = line_costs(sheet, table)
    for i, line in enumerate(sheet.lines):
        below = _below(sheet, i) if line.is_heading else [i]
        if below:
            yield from _compare(line, ("lines", i), [costs[j] for j in below], sheet.title)
    for i, line in enumerate(sheet.totals):
        yield from _compare(line, ("totals", i), list(costs), sheet.title)
        for name, kind in (("hours", "time"), ("services", "cash"), ("fees", "fee")):
            value = getattr(line, name)
            cells = [cell for cell in table.cells if cell.kind == kind]
            right = added(cell.hours if kind == "time" else cell.amount for cell in cells)
            stated = value.amount if type(value) is Price else value
            if type(stated) is Fraction and stated != right:
                shown: dict[str, Param] = {"stated": figure(stated), "right": figure(right), "what": line.label}
                yield _at(("totals", i, name), say.LINE, Severity.ERROR, sheet.title, **shown)


def _below(sheet: CostSheet, i: int) -> list[int]:
    number = sheet.lines[i].number.strip(" .")
    lines = list(enumerate(sheet.lines))
    numbered = [j for j, line in lines if number and line.number.startswith(f"{number}.") and not line.is_heading]
    if numbered:
        return numbered
    found: list[int] = []
    for j, line in lines[i + 1 :]:
        if line.is_heading:
            break
        found.append(j)
    return found


def _compare(line: CostLine, path: tuple[str | int, ...], costs: list[LineCost], title: str) -> Iterator[Finding]:
    for field, name in (("stated", "cost"), ("stated_per_year", "per_year")):
        stated = getattr(line, field)
        amounts = [getattr(cost, name) for cost in costs if cost.cost is not None]
        if type(stated) is not Money or None in amounts:
            continue
        right = added(amounts)
        if abs(stated.amount - right) > Fraction(1, 2):
            shown: dict[str, Param] = {
                "stated": figure(stated.amount),
                "right": figure(round_to(right, 2)),
                "what": line.label,
            }
            yield _at((*path, field), say.LINE, Severity.ERROR, title, **shown)


# ── two tables, several sources ──────────────────────────────────────────────────────────────────────────────────────


def of_change(before: CostTable, after: CostTable) -> Iterator[Finding]:
    """Yield what changed between two tables beside the reform."""
    title = before.title or after.title
    old, new = _rates(before), _rates(after)
    for who in old:
        if _moved(old[who], new.get(who, old[who])):
            yield _at(("cells", "rate"), say.TARIFF, Severity.WARNING, title, who=who, **_listed(old[who], new[who]))
    volumes = _volumes(before), _volumes(after)
    if _moved(*volumes):
        yield _at(("cells", "volume"), say.VOLUME, Severity.WARNING, title, **_listed(*volumes))
    once = (added(cell.amount for cell in table.cells if cell.one_off) for table in (before, after))
    saved = next(once) - next(once)
    if saved > 0:
        shown: dict[str, Param] = {"amount": both(Money(saved, before.currency).display)}
        yield _at(("cells", "one_off"), say.SUNK, Severity.WARNING, title, **shown)


def _moved(old: set[Fraction], new: set[Fraction]) -> bool:
    """Tell whether values were replaced; that some are no longer needed is no change of the basis."""
    return bool(old - new) and bool(new - old)


def _rates(table: CostTable) -> dict[str, set[Fraction]]:
    found: dict[str, set[Fraction]] = {}
    for cell in table.cells:
        if cell.kind == "time" and cell.priced:
            found.setdefault(" ".join(part for part in (cell.actor, cell.segment) if part), set()).add(cell.rate)
    return found


def _volumes(table: CostTable) -> set[Fraction]:
    return {cell.volume for cell in table.cells if cell.volume is not None}


def _listed(old: set[Fraction], new: set[Fraction]) -> dict[str, tuple[str, str]]:
    def written(values: set[Fraction]) -> tuple[str, str]:
        return both(lambda lang: "; ".join(format_number(round_to(v, 2), None, lang) for v in sorted(values)))

    return {"old": written(old - new), "new": written(new - old)}


def of_resolved(resolved: Resolved) -> Iterator[Finding]:
    """Yield a finding where the sources of a figure differ."""
    if resolved.agree:
        return
    each = both(lambda lang: "; ".join(f"{s.source}: {format_number(s.value, None, lang)}" for s in resolved.sources))
    shown: dict[str, Param] = {"sources": each, "chosen": figure(resolved.value), "rule": resolved.rule}
    yield _at(("sources",), say.CONFLICT, Severity.WARNING, "", **shown)

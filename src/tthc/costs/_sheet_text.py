"""How a sheet and its report are written: the rows in columns, numbers as Viet Nam writes them, parts that add up."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from tthc.costs.amounts import Price, Spread
from tthc.exact import format_number, largest_remainder
from tthc.findings import Lang
from tthc.money import Money
from tthc.text import Unparsed

if TYPE_CHECKING:
    from tthc.costs.sheet import CostLine, CostSheet
    from tthc.costs.table import CostTable

__all__ = ["LineCost", "Part", "as_html", "as_text", "line_costs", "plain", "priced"]

_WIDEST = 60
_HEADS: dict[str, tuple[str, str]] = {
    "number": ("STT", "No."),
    "label": ("Công việc", "Task"),
    "hours": ("Thời gian (giờ)", "Hours"),
    "hourly_income": ("TNBQ/giờ", "Income/hour"),
    "services": ("Tư vấn, dịch vụ", "Services"),
    "fees": ("Phí, lệ phí, khác", "Fees, other"),
    "times": ("Số lần/năm", "Times/year"),
    "subjects": ("Số đối tượng/năm", "Subjects/year"),
    "cost": ("Chi phí thực hiện", "Cost"),
    "per_year": ("Tổng chi phí/năm", "Cost/year"),
    "stated": ("Chi phí ghi trong biểu", "Cost as stated"),
    "stated_per_year": ("Tổng/năm ghi trong biểu", "Cost/year as stated"),
    "note": ("Ghi chú", "Note"),
}
_LEFT = frozenset({"number", "label", "note"})
_SUMS = ("cost", "per_year")


def __dir__() -> list[str]:
    return __all__


class LineCost(NamedTuple):
    """What one row comes to, for a dossier and in a year; `None` where there is no volume, or the row heads others."""

    cost: Fraction | None
    per_year: Fraction | None


class Part(NamedTuple):
    """A table to be shown: a title, heads, which of them are of text, lines and the last line."""

    title: str
    heads: tuple[str, ...]
    left: tuple[bool, ...]
    body: tuple[tuple[str, ...], ...]
    foot: tuple[str, ...]


def line_costs(sheet: "CostSheet", table: "CostTable") -> tuple[LineCost, ...]:
    """Return what each row comes to."""
    costs: dict[str, LineCost] = {}
    for cell in table.cells:
        cost, year = costs.get(cell.norm, (Fraction(0), Fraction(0)))
        more = cell.per_year
        costs[cell.norm] = LineCost((cost or 0) + cell.amount, None if year is None or more is None else year + more)
    nothing = LineCost(None, None)
    return tuple(costs.get(f"lines[{i}]", nothing) for i in range(len(sheet.lines)))


def digits_of(currency: str) -> int:
    """Return the decimal places that amounts are printed to."""
    return 0 if currency == "VND" else 2


def _worded(value: object, lang: Lang) -> str:
    """Write a figure of a row: a number, a range, what could not be read, nothing."""
    if isinstance(value, Unparsed):
        return value.text
    figure = value.figure if isinstance(value, Price) else value.amount if isinstance(value, Money) else value
    if isinstance(figure, Spread):
        return figure.display(lang)
    return format_number(figure, None, lang) if isinstance(figure, Fraction) else str(figure or "")


def _held(line: "CostLine", name: str, lang: Lang) -> str:
    return " ".join(_worded(getattr(line, name), lang).split())


def _used(lines: Iterable["CostLine"]) -> list[str]:
    """Return the columns of figures and text in which a row holds something."""
    held = list(lines)
    return [n for n in _HEADS if n == "label" or (n not in _SUMS and any(_held(line, n, "vi") for line in held))]


def plain(sheet: "CostSheet", lang: Lang) -> str:
    """Write the rows of a sheet as they were given."""
    shown = (*sheet.lines, *sheet.totals)
    names = _used(shown)
    body = tuple(tuple(_held(line, name, lang) for name in names) for line in shown)
    return as_text(_part(sheet.title, names, body, (), lang))


def priced(title: str, sheet: "CostSheet", table: "CostTable", lang: Lang) -> Part:
    """Return part I or II of a report: the rows with what each comes to; as printed they add up to the last line."""
    costs = line_costs(sheet, table)
    digits = digits_of(table.currency)
    yearly = any(cost.per_year is not None for cost in costs)
    used = [name for name in _used(sheet.lines) if not name.startswith("stated")]
    names = [*used, "cost", *(["per_year"] if yearly else [])]
    names.sort(key=list(_HEADS).index)
    sums: dict[str, list[str]] = {}
    foot = {"label": "Total" if lang == "en" else "Tổng cộng", "hours": _hours(table.hours, lang)}
    for name in _SUMS:
        amounts: list[Fraction | None] = [getattr(cost, name) for cost in costs]
        printed = largest_remainder([amount or Fraction(0) for amount in amounts], digits)
        shown = [format_number(p, digits, lang) if a is not None else "" for a, p in zip(amounts, printed, strict=True)]
        sums[name] = shown
        whole = all(cost.cost is None or getattr(cost, name) is not None for cost in costs)
        foot[name] = format_number(sum(printed, Fraction(0)), digits, lang) if whole else ""
    body = tuple(
        tuple(sums[name][i] if name in sums else _held(line, name, lang) for name in names)
        for i, line in enumerate(sheet.lines)
    )
    return _part(title, names, body, tuple(foot.get(name, "") for name in names), lang)


def _hours(hours: Fraction, lang: Lang) -> str:
    """Write hours in full where two decimals do, else rounded to two."""
    return format_number(hours, None if (hours * 100).denominator == 1 else 2, lang)


def _part(
    title: str, names: Sequence[str], body: tuple[tuple[str, ...], ...], foot: tuple[str, ...], lang: Lang
) -> Part:
    heads = tuple(_HEADS[name][lang == "en"] for name in names)
    return Part(" ".join(title.split()), heads, tuple(name in _LEFT for name in names), body, foot)


def as_text(part: Part) -> str:
    """Put a part in columns: text to the left, numbers to the right; a long text is cut."""
    lines = [part.heads, *part.body, *([part.foot] if part.foot else [])]
    cut = [[c if len(c) <= _WIDEST else c[: _WIDEST - 1] + "…" for c in line] for line in lines]
    widths = [max(len(line[i]) for line in cut) for i in range(len(part.heads))]
    written = [
        "  ".join(
            c.ljust(w) if left else c.rjust(w) for c, w, left in zip(line, widths, part.left, strict=True)
        ).rstrip()
        for line in cut
    ]
    return "\n".join([part.title, *written] if part.title else written)


def as_html(part: Part) -> str:
    """Write a part as an HTML table, nothing cut."""

    def row(tag: str, line: Iterable[str]) -> str:
        return "<tr>" + "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in line) + "</tr>"

    body = "".join(row("td", line) for line in part.body)
    foot = f"<tfoot>{row('th', part.foot)}</tfoot>" if part.foot else ""
    head = f"<caption>{escape(part.title)}</caption><thead>{row('th', part.heads)}</thead>"
    return f"<table>{head}<tbody>{body}</tbody>{foot}</table>"

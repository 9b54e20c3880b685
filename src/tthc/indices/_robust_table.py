"""How the robustness of a ranking is shown: a line a unit, its stated rank beside its sensitivity range."""

from html import escape
from itertools import islice
from typing import TYPE_CHECKING, Any

from tthc.exact import format_number
from tthc.findings import Lang

if TYPE_CHECKING:
    from tthc.indices.robustness import Robustness

__all__ = ["html", "table"]

_HEADS = {
    "vi": ("Hạng", "Đơn vị", "Khoảng nhạy 5–95 %", "Trung vị", "Nhỏ nhất–lớn nhất"),
    "en": ("Rank", "Unit", "Sensitivity range 5–95 %", "Median", "Least–greatest"),
}


def __dir__() -> list[str]:
    return __all__


def _title(found: "Robustness[Any]", lang: Lang) -> str:
    index, variation = found.evaluation.index, found.variation
    draws, variants = format_number(variation.draws, None, lang), len(found.variants)
    if lang == "vi":
        return f"{index.name or index.id}: {draws} lần thử, {variants} phương án, hạt giống {variation.seed}"
    return f"{index.name or index.id}: {draws} draws, {variants} variant{'s' * (variants != 1)}, seed {variation.seed}"


def _lines(found: "Robustness[Any]", lang: Lang, rows: int) -> list[tuple[str, ...]]:
    lines: list[tuple[str, ...]] = [_HEADS[lang]]
    for one in islice(found.values(), rows):
        rank = "–" if one.rank is None else str(one.rank)
        spans = ["–" if low is None else f"{low}–{high}" for low, high in ((one.low, one.high), (one.best, one.worst))]
        median = "–" if one.median is None else str(one.median)
        lines.append((rank, " ".join(str(one.unit).split()), spans[0], median, spans[1]))
    return lines


def table(found: "Robustness[Any]", lang: Lang, rows: int) -> str:
    """Return the table as text; what is beyond `rows` is counted."""
    lines = _lines(found, lang, rows)
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    text = [_title(found, lang)]
    for rank, unit, *cells in lines:
        row = [rank.rjust(widths[0]), unit.ljust(widths[1])]
        row += [cell.rjust(width) for cell, width in zip(cells, widths[2:], strict=True)]
        text.append("  ".join(row).rstrip())
    left = len(found) - rows
    if left > 0:
        text.append(f"… (còn {left} đơn vị)" if lang == "vi" else f"… ({left} more)")
    return "\n".join(text)


def html(found: "Robustness[Any]", rows: int) -> str:
    """Return the table for a notebook."""
    head, *lines = _lines(found, "vi", rows)
    body = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in line)}</tr>" for line in lines)
    heads = "".join(f"<th>{escape(cell)}</th>" for cell in head)
    caption = escape(_title(found, "vi"))
    return f"<table><caption>{caption}</caption><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"

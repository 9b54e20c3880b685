"""How a ranking is shown: flat rows, a table in Vietnamese or English, a notebook form."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from html import escape
from itertools import islice
from typing import TYPE_CHECKING, Any, Literal

from tthc.exact import format_number

if TYPE_CHECKING:
    from tthc.rankings.ranking import Ranking, Standing

__all__ = ["html", "row", "table"]

_Lang = Literal["vi", "en"]
_HEADS = {
    "vi": ("Hạng", "Đơn vị", "Điểm", "Đồng hạng", "Ghi chú"),
    "en": ("Rank", "Unit", "Score", "Tied", "Note"),
}


def __dir__() -> list[str]:
    return __all__


def row(standing: "Standing[Any]") -> dict[str, object]:
    """Return a standing as a flat record."""
    first, last = standing.tied or (None, None)
    return {
        "unit": standing.unit,
        "rank": standing.rank,
        "of": standing.of,
        "ranked": standing.ranked,
        "score": standing.score,
        "first": first,
        "last": last,
        "percentile": standing.percentile,
        "published": standing.published,
        "group": standing.group,
        "reason": standing.reason,
    }


def _lines(ranking: "Ranking[Any]", lang: _Lang, rows: int) -> list[tuple[str, ...]]:
    return [_cells(ranking, standing, lang) for standing in islice(ranking.values(), rows)]


def _cells(ranking: "Ranking[Any]", standing: "Standing[Any]", lang: _Lang) -> tuple[str, ...]:
    digits = None if ranking.precision is None else ranking.precision.digits
    first, last = standing.tied or (0, 0)
    return (
        "–" if standing.rank is None else _number(standing.rank, lang),
        " ".join(str(standing.unit).split()),
        "" if standing.score is None else format_number(standing.score, digits, lang),
        f"{first}–{last}" if last > first else "",
        " ".join(standing.reason.split()),
    )


def _number(rank: int | Fraction, lang: _Lang) -> str:
    return format_number(rank, None, lang)


def title(ranking: "Ranking[Any]", lang: _Lang) -> str:
    """Return the heading: the name, the group, how many are listed and how many of them are ranked."""
    name = ", ".join(part for part in (ranking.name, ranking.group) if part)
    if lang == "vi":
        return f"{name or 'Bảng xếp hạng'}: {ranking.ranked} xếp hạng trên {ranking.of} đơn vị"
    return f"{name or 'Ranking'}: {ranking.ranked} ranked of {ranking.of} listed"


def _more(ranking: "Ranking[Any]", lang: _Lang, rows: int) -> str:
    left = len(ranking) - rows
    if left <= 0:
        return ""
    return f"… (còn {left} đơn vị)" if lang == "vi" else f"… ({left} more)"


def table(ranking: "Ranking[Any]", lang: _Lang, rows: int) -> str:
    """Return the first lines of a ranking as text in columns; a column that is empty throughout is left out."""
    lines = [_HEADS[lang], *_lines(ranking, lang, rows)]
    kept = _kept(lines)
    widths = [max(len(line[i]) for line in lines) for i in kept]
    written = ("  ".join(_set(line[i], i, width) for i, width in zip(kept, widths, strict=True)) for line in lines)
    more = _more(ranking, lang, rows)
    return "\n".join([title(ranking, lang), *(line.rstrip() for line in written), *([more] if more else [])])


def _set(cell: str, column: int, width: int) -> str:
    return cell.rjust(width) if column in {0, 2} else cell.ljust(width)


def _kept(lines: Sequence[tuple[str, ...]]) -> list[int]:
    """Return the columns that say anything below their head; rank and unit always do."""
    return [i for i in range(len(lines[0])) if i < 2 or any(line[i] for line in lines[1:])]


def html(ranking: "Ranking[Any]", lang: _Lang, rows: int) -> str:
    """Return the same as an HTML table."""
    lines = [_HEADS[lang], *_lines(ranking, lang, rows)]
    kept = _kept(lines)
    head = _tags("th", (lines[0][i] for i in kept))
    body = "".join(f"<tr>{_tags('td', (line[i] for i in kept))}</tr>" for line in lines[1:])
    more = _more(ranking, lang, rows)
    foot = f'<tfoot><tr><td colspan="{len(kept)}">{escape(more)}</td></tr></tfoot>' if more else ""
    caption = f"<caption>{escape(title(ranking, lang))}</caption>"
    return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody>{foot}</table>"


def _tags(tag: str, cells: Iterable[str]) -> str:
    return "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in cells)

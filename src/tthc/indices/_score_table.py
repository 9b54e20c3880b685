"""How an evaluation is shown: a line a unit in the order of its rank, with the scores of the index and of its parts."""

from html import escape
from itertools import islice
from typing import TYPE_CHECKING, Any

from tthc.exact import format_number
from tthc.findings import Lang
from tthc.indices.scores import shown

if TYPE_CHECKING:
    from tthc.indices.evaluation import Evaluation

__all__ = ["html", "table"]

_HEADS = {"vi": ("Hạng", "Đơn vị"), "en": ("Rank", "Unit")}


def __dir__() -> list[str]:
    return __all__


def _title(evaluation: "Evaluation[Any]", lang: Lang) -> str:
    ranking, index = evaluation.ranking(), evaluation.index
    ranked = "xếp hạng trên" if lang == "vi" else "ranked of"
    units = "đơn vị" if lang == "vi" else "units"
    return f"{index.name or index.id}: {ranking.ranked} {ranked} {ranking.of} {units}"


def _lines(evaluation: "Evaluation[Any]", lang: Lang, rows: int) -> list[tuple[str, ...]]:
    index, ranking = evaluation.index, evaluation.ranking()
    nodes = (index.root, *index.aggregate(index.root).parts)
    found = [(*_HEADS[lang], *(" ".join(node.split()) for node in nodes))]
    for unit, standing in islice(ranking.items(), rows):
        rank = "–" if standing.rank is None else format_number(standing.rank, None, lang)
        values = [evaluation.value(unit, node) for node in nodes]
        scores = ["–" if value is None else shown(value, lang) for value in values]
        found.append((rank, " ".join(str(unit).split()), *scores))
    return found


def table(evaluation: "Evaluation[Any]", lang: Lang, rows: int) -> str:
    """Return the table as text; what is beyond `rows` is counted."""
    lines = _lines(evaluation, lang, rows)
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    found = [_title(evaluation, lang)]
    for rank, unit, *scores in lines:
        cells = [rank.rjust(widths[0]), unit.ljust(widths[1])]
        cells += [score.rjust(width) for score, width in zip(scores, widths[2:], strict=True)]
        found.append("  ".join(cells).rstrip())
    left = len(evaluation) - rows
    if left > 0:
        found.append(f"… (còn {left} đơn vị)" if lang == "vi" else f"… ({left} more)")
    return "\n".join(found)


def html(evaluation: "Evaluation[Any]", rows: int) -> str:
    """Return the table for a notebook."""
    head, *lines = _lines(evaluation, "vi", rows)
    body = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in line)}</tr>" for line in lines)
    heads = "".join(f"<th>{escape(cell)}</th>" for cell in head)
    caption = escape(_title(evaluation, "vi"))
    return f"<table><caption>{caption}</caption><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"

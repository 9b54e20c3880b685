"""How an apportionment is shown: a table in Vietnamese or English whose printed parts add up, and a notebook form."""

from collections.abc import Iterable
from fractions import Fraction
from html import escape
from typing import TYPE_CHECKING, Any

from tthc.exact import format_number, largest_remainder, percent
from tthc.findings import Lang

if TYPE_CHECKING:
    from tthc.simplification.apportionment import Apportionment

__all__ = ["html", "table"]

_HEADS = {
    "vi": ("Biện pháp", "Được ghi nhận", "Tỷ lệ", "Làm đầu tiên", "Làm sau cùng", "Thấp nhất", "Cao nhất"),
    "en": ("Measure", "Credited", "Share", "First in", "Last in", "Lowest", "Highest"),
}
_ERROR = {"vi": "Sai số chuẩn", "en": "Standard error"}
_SUM = {"vi": "Cộng", "en": "Sum"}
_METHODS = {
    "vi": {
        "stand_alone": "tính riêng từng biện pháp",
        "last_in": "tính mỗi biện pháp sau tất cả các biện pháp khác",
        "sequential": "tính lần lượt theo thứ tự đã cho",
        "shapley": "giá trị Shapley",
        "dated_shapley": "giá trị Shapley trong từng ngày, lần lượt theo ngày ban hành",
        "owen": "giá trị Owen theo nhóm",
    },
    "en": {
        "stand_alone": "each measure alone",
        "last_in": "each measure after all others",
        "sequential": "in the order given",
        "shapley": "Shapley value",
        "dated_shapley": "Shapley value within a date, date by date",
        "owen": "Owen value by groups",
    },
}
_BOUNDS = {
    "vi": {
        "outer": "Khoảng thấp nhất – cao nhất là khoảng bao ngoài.",
        "seen": "Khoảng chỉ tính trên các thứ tự đã lấy mẫu.",
    },
    "en": {"outer": "The range is an outer one.", "seen": "The range is that of the drawn orders only."},
}


def __dir__() -> list[str]:
    return __all__


def _places(found: "Apportionment[Any]", digits: int | None) -> int:
    if digits is not None:
        return digits
    shown = [n for p in found.parts for n in (p.share, p.stand_alone, p.last_in, p.lowest, p.highest)]
    return 0 if abs(found.total) >= 100 or all(n.denominator == 1 for n in shown) else 2


def _lines(found: "Apportionment[Any]", lang: Lang, digits: int) -> list[tuple[str, ...]]:
    """Return the head, a line for each part, and the sums; each column that has a sum adds up to it as printed."""

    def number(value: Fraction | int) -> str:
        return format_number(value, digits, lang)

    drawn = bool(found.orders)
    columns = [
        largest_remainder(column, digits)
        for column in (
            [part.share for part in found.parts],
            [part.stand_alone for part in found.parts],
            [part.last_in for part in found.parts],
        )
    ]
    shares = [percent(part.share, found.total) if found.total else None for part in found.parts]
    of_all = largest_remainder([share for share in shares if share is not None], 1)
    lines: list[tuple[str, ...]] = [(*_HEADS[lang], _ERROR[lang]) if drawn else _HEADS[lang]]
    for i, part in enumerate(found.parts):
        credited, first, last = (number(column[i]) for column in columns)
        share = f"{format_number(of_all[i], 1, lang)} %" if of_all else "–"
        line = (_one_line(part.measure), credited, share, first, last, number(part.lowest), number(part.highest))
        lines.append((*line, number(Fraction(part.standard_error))) if drawn else line)
    sums = [number(sum(column, Fraction(0))) for column in columns]
    share = f"{format_number(sum(of_all, Fraction(0)), 1, lang)} %" if of_all else "–"
    lines.append((_SUM[lang], sums[0], share, sums[1], sums[2], *[""] * (3 if drawn else 2)))
    return lines


def _one_line(measure: object) -> str:
    return " ".join(str(measure).split())


def _title(found: "Apportionment[Any]", lang: Lang, digits: int) -> str:
    total, count = format_number(found.total, digits, lang), len(found.parts)
    if lang == "vi":
        how = f"{found.orders} thứ tự ngẫu nhiên" if found.orders else f"{found.calls} tổ hợp được tính"
        return f"Mức cắt giảm {total} của {count} biện pháp: {_METHODS[lang][found.method]}; {how}"
    how = f"{found.orders} orders drawn" if found.orders else f"{found.calls} sets computed"
    return f"Saving of {total} by {count} measure{'s' * (count != 1)}: {_METHODS[lang][found.method]}; {how}"


def _notes(found: "Apportionment[Any]", lang: Lang, digits: int) -> list[str]:
    def signed(value: Fraction) -> str:
        return f"{'+' if value > 0 else ''}{format_number(value, digits, lang)}"

    notes: list[str] = []
    if found.gap:
        gap = signed(found.gap)
        share = f" ({format_number(percent(found.gap, found.total), 1, lang)} %)" if found.total else ""
        notes.append(
            f"Các phần không cộng thành tổng: chênh {gap}{share}."
            if lang == "vi"
            else f"The parts do not add up to the total: {gap}{share}."
        )
    notable = "; ".join(
        f"{_one_line(pair.first)} × {_one_line(pair.second)} {signed(_telling(pair.dividend, pair.index))}"
        for pair in found.notable
    )
    if notable:
        notes.append(
            f"Tương tác trên 1 %: {notable}." if lang == "vi" else f"Interactions of more than 1 %: {notable}."
        )
    if found.bounds != "proven":
        notes.append(_BOUNDS[lang][found.bounds])
    return notes


def _telling(dividend: Fraction, index: Fraction | None) -> Fraction:
    return dividend if index is None or abs(dividend) >= abs(index) else index


def table(found: "Apportionment[Any]", lang: Lang, digits: int | None) -> str:
    """Write the parts in columns, with the notes below."""
    places = _places(found, digits)
    lines = _lines(found, lang, places)
    widths = [max(len(line[i]) for line in lines) for i in range(len(lines[0]))]
    written = (
        "  ".join(
            cell.rjust(width) if i else cell.ljust(width)
            for i, (cell, width) in enumerate(zip(line, widths, strict=True))
        )
        for line in lines
    )
    return "\n".join([_title(found, lang, places), *(line.rstrip() for line in written), *_notes(found, lang, places)])


def html(found: "Apportionment[Any]", lang: Lang, digits: int | None) -> str:
    """Return the same as an HTML table."""
    places = _places(found, digits)
    head, *body = _lines(found, lang, places)
    notes = escape(" ".join(_notes(found, lang, places)))
    foot = f'<tfoot><tr><td colspan="{len(head)}">{notes}</td></tr></tfoot>' if notes else ""
    rows = "".join(f"<tr>{_tags('td', line)}</tr>" for line in body)
    caption = f"<caption>{escape(_title(found, lang, places))}</caption>"
    return f"<table>{caption}<thead><tr>{_tags('th', head)}</tr></thead><tbody>{rows}</tbody>{foot}</table>"


def _tags(tag: str, cells: Iterable[str]) -> str:
    return "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in cells)

"""One unit through all editions of an index (lịch sử thứ hạng)."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Literal, TypeAlias, final

import attrs

from tthc._record import check
from tthc.errors import Fault, MalformedError, NotFoundError, NotRankedError
from tthc.exact import format_number
from tthc.rankings._method_changes import method_changes
from tthc.rankings.edition import Edition
from tthc.rankings.moves import signed
from tthc.rankings.precision import Precision
from tthc.rankings.ranking import Standing
from tthc.rankings.reasons import Reason

__all__ = ["History", "history"]

Lang: TypeAlias = Literal["vi", "en"]

_HEADS = {
    "vi": ("Năm", "Hạng", "Xếp hạng", "Điểm", "Đồng hạng", "Thay đổi", "Phương pháp", "Ghi chú"),
    "en": ("Year", "Rank", "Ranked", "Score", "Tied", "Change", "Method", "Note"),
}
_LEFT = {4, 6, 7}


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen(kw_only=True, repr=False)
class History:
    """One unit in the index, or in one component, through its editions; `print()` gives the table."""

    editions: tuple[Edition, ...]
    unit: str
    index: str

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        for i, edition in enumerate(self.editions):
            if edition.index != self.editions[0].index:
                yield Fault(f"editions[{i}]", edition.index, f"an edition of {self.editions[0].index}")

    def __len__(self) -> int:
        return len(self.editions)

    @property
    def standings(self) -> tuple[Standing[str] | None, ...]:
        """Where the unit stood in each edition, `None` where it was not listed or the publisher does not rank."""
        return tuple(_standing(edition, self.index, self.unit)[0] for edition in self.editions)

    @property
    def rows(self) -> tuple[dict[str, object], ...]:
        """A flat record for each edition.

        `change` is the places gained (+) or lost (−) since the edition before, `None` where either has no rank;
        `method_changed` tells whether the method is another one than in the edition before, `computed` that the
        publisher prints no rank, `reason` why there is none.
        """
        rows: list[dict[str, object]] = []
        previous: tuple[Edition, int | Fraction | None] | None = None
        for edition in self.editions:
            standing, reason = _standing(edition, self.index, self.unit)
            rank = None if standing is None else standing.rank
            before = None if previous is None else previous[1]
            first, last = (None, None) if standing is None or standing.tied is None else standing.tied
            rows.append(
                {
                    "index": self.index,
                    "year": edition.year,
                    "vintage": edition.vintage,
                    "unit": self.unit,
                    "rank": rank,
                    "of": None if standing is None else standing.of,
                    "ranked": None if standing is None else standing.ranked,
                    "score": None if standing is None else standing.score,
                    "first": first,
                    "last": last,
                    "change": None if rank is None or before is None else before - rank,
                    "method_changed": previous is not None and bool(method_changes(previous[0], edition)),
                    "computed": standing is not None and (self.index != edition.index or not edition.ranks),
                    "reason": reason,
                }
            )
            previous = edition, rank
        return tuple(rows)

    def table(self, lang: Lang = "vi") -> str:
        """Write the history as text in columns; a column that is empty throughout is left out."""
        lines = [_HEADS[lang], *self._lines(lang)]
        kept = [i for i in range(len(lines[0])) if any(line[i] for line in lines[1:])]
        widths = {i: max(len(line[i]) for line in lines) for i in kept}
        set_out = (
            "  ".join(line[i].ljust(widths[i]) if i in _LEFT else line[i].rjust(widths[i]) for i in kept).rstrip()
            for line in lines
        )
        return "\n".join([f"{self.unit}, {self.index}", *set_out])

    def _lines(self, lang: Lang) -> list[tuple[str, ...]]:
        precisions = (edition.precision_of(self.index) for edition in self.editions)
        return [_cells(row, precision, lang) for row, precision in zip(self.rows, precisions, strict=True)]

    def __str__(self) -> str:
        return self.table()

    def __repr__(self) -> str:
        return f"<History {self.unit} {self.index}: {len(self)} editions>"

    def _repr_html_(self) -> str:
        from html import escape  # noqa: PLC0415 - only notebooks ask for it

        head = "".join(f"<th>{escape(name)}</th>" for name in _HEADS["vi"])
        cells = ("".join(f"<td>{escape(cell)}</td>" for cell in line) for line in self._lines("vi"))
        body = "".join(f"<tr>{line}</tr>" for line in cells)
        caption = escape(f"{self.unit}, {self.index}")
        return f"<table><caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _standing(edition: Edition, index: str, unit: str) -> tuple[Standing[str] | None, str]:
    """Return where a unit stands, or `None` and the reason."""
    try:
        standing = edition.ranking(index).get(unit)
    except (NotFoundError, NotRankedError) as error:
        return None, error.reason if isinstance(
            error, NotRankedError
        ) else "không có thành phần này / no such component"
    return (None, "không có trong bảng / not listed") if standing is None else (standing, standing.reason)


def _cells(row: dict[str, object], precision: Precision | None, lang: Lang) -> tuple[str, ...]:
    def number(name: str, digits: int | None = None) -> str:
        value = row[name]
        return format_number(value, digits, lang) if isinstance(value, (int, Fraction)) else ""

    change = row["change"]
    return (
        str(row["year"]),
        number("rank") or "–",
        number("ranked"),
        number("score", None if precision is None else precision.digits),
        f"{row['first']}–{row['last']}" if row["first"] != row["last"] else "",
        signed(change, lang=lang) if isinstance(change, (int, Fraction)) else "",
        ("đổi" if lang == "vi" else "changed") if row["method_changed"] else "",
        Reason.of(str(row["reason"])).text(lang),
    )


def history(editions: Iterable[Edition], unit: str, index: str | None = None) -> History:
    """Return one unit through the editions of an index, the earliest first (lịch sử thứ hạng của một đơn vị).

    `index` is the code of a component, `None` the index itself. An edition that lacks the component, or the unit, stays
    in the table without a rank. Raises `MalformedError` for editions of several indices or none, `NotFoundError` for a
    unit or component that no edition has.

    >>> tables = [Edition(index="PCI", year=2023, scores={"A": 60, "B": 70}),
    ...           Edition(index="PCI", year=2024, scores={"A": 71, "B": 70})]
    >>> print(history(tables, "A").table("en"))
    A, PCI
    Year  Rank  Ranked  Score  Change
    2023     2       2     60
    2024     1       2     71      +1
    """
    ordered = tuple(sorted(editions, key=lambda edition: (edition.year, str(edition.published or ""), edition.vintage)))
    if not ordered:
        raise MalformedError("History", (Fault("editions", ordered, "one edition or more"),))
    found = History(editions=ordered, unit=unit, index=ordered[0].index if index is None else index)
    if not any(found.index in edition.indices for edition in ordered):
        raise NotFoundError("index", found.index, ordered[-1].indices)
    units = {name for edition in ordered for name in (*edition.scores, *edition.ranks, *edition.unranked)}
    if unit not in units:
        raise NotFoundError("unit", unit, tuple(sorted(units)))
    return found

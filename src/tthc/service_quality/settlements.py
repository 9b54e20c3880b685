"""`Settlement` (bảng tình hình tiếp nhận, giải quyết): the periodic table of offices, made from a tally."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from tthc.exact import format_number
from tthc.findings import Lang, Report
from tthc.service_quality.tally import Tally

__all__ = ["Settlement", "SettlementLine"]

_HEADS: tuple[tuple[str, str, str], ...] = (
    ("received", "Tiếp nhận", "Received"),
    ("online", "Trực tuyến", "Online"),
    ("direct", "Trực tiếp", "In person"),
    ("post", "Bưu chính", "By post"),
    ("carried_over", "Kỳ trước", "Carried"),
    ("settled", "Đã giải quyết", "Settled"),
    ("early", "Trước hạn", "Early"),
    ("on_time", "Đúng hạn", "On time"),
    ("late", "Quá hạn", "Late"),
    ("pending", "Đang giải quyết", "Pending"),
    ("pending_in_time", "Trong hạn", "In time"),
    ("pending_late", "Quá hạn", "Overdue"),
)


def __dir__() -> list[str]:
    return __all__


class SettlementLine(NamedTuple):
    """One line of the table; a number that is not known is `None`.

    `received` is the sum of `online`, `direct`, `post` and `carried_over`; `settled` that of `early`, `on_time`, `late`
    and those without a deadline (`settled_unjudged`), `pending` likewise.
    """

    name: str
    online: int | None
    direct: int | None
    post: int | None
    carried_over: int | None
    early: int | None
    on_time: int | None
    late: int | None
    settled_unjudged: int
    pending_in_time: int | None
    pending_late: int | None
    pending_unjudged: int

    @property
    def received(self) -> int | None:
        """All dossiers of the period: those received and those carried over."""
        return _added(self.online, self.direct, self.post, self.carried_over)

    @property
    def settled(self) -> int | None:
        """All dossiers settled in the period."""
        return _added(self.early, self.on_time, self.late, self.settled_unjudged)

    @property
    def pending(self) -> int | None:
        """All dossiers open at its end."""
        return _added(self.pending_in_time, self.pending_late, self.pending_unjudged)

    @property
    def balanced(self) -> bool | None:
        """Tell whether received is settled and pending; `None` where that is not known."""
        accounted = _added(self.settled, self.pending)
        return None if self.received is None or accounted is None else self.received == accounted


def _added(*counts: int | None) -> int | None:
    known = [count for count in counts if count is not None]
    return sum(known) if len(known) == len(counts) else None


class Settlement(NamedTuple):
    """The table: a line for each field or agency, and the line of the whole; `report` says what does not add up.

    >>> tally = Tally.given(
    ...     "H15", field="Hộ tịch", received_online=8, received_direct=1, received_post=1, carried_over=2,
    ...     settled_early=3, settled_on_time=5, settled_late=1, pending_in_time=3, pending_late=0,
    ... )
    >>> table = Settlement.of(tally, by="field")
    >>> table.total.received, table.total.settled, table.total.pending, table.total.balanced
    (12, 9, 3, True)
    """

    axis: Literal["field", "agency"]
    lines: tuple[SettlementLine, ...]
    total: SettlementLine
    report: Report

    @classmethod
    def of(cls, tally: Tally, *, by: Literal["field", "agency"] = "field") -> "Settlement":
        """Make the table of a tally, a line for each field or each agency."""
        lines = tuple(_line(name, part) for name, part in tally.by(by).items())
        return cls(by, lines, _line("", tally), tally.report)

    @property
    def rows(self) -> tuple[dict[str, object], ...]:
        """Flat records, one a line, the whole last."""
        return tuple(
            {self.axis: line.name, **{key: getattr(line, key) for key, _, _ in _HEADS}, "balanced": line.balanced}
            for line in (*self.lines, self.total)
        )

    def display(self, lang: Lang = "vi") -> str:
        """Write the table; dossiers without a deadline get columns of their own where there are any."""
        english = lang == "en"
        heads = list(_HEADS)
        for place, key in ((9, "settled_unjudged"), (13, "pending_unjudged")):
            if getattr(self.total, key):
                heads.insert(min(place, len(heads)), (key, "Chưa rõ hạn", "No deadline"))
        first = {"field": ("Lĩnh vực", "Field"), "agency": ("Đơn vị", "Agency")}[self.axis][english]
        whole = ("Tổng số", "Total")[english]
        table = [[first, *(head[1 + english] for head in heads)]]
        for line, name in (*((line, line.name or "–") for line in self.lines), (self.total, whole)):
            table.append([name, *(_written(getattr(line, key), lang) for key, _, _ in heads)])
        return _drawn(table)

    def __str__(self) -> str:
        return self.display()


def _line(name: str, tally: Tally) -> SettlementLine:
    counts = tally.total
    return SettlementLine(
        name=name,
        online=counts.get("received_online"),
        direct=counts.get("received_direct"),
        post=counts.get("received_post"),
        carried_over=counts.get("carried_over"),
        early=counts.get("settled_early"),
        on_time=counts.get("settled_on_time"),
        late=counts.get("settled_late"),
        settled_unjudged=counts.get("settled_unjudged", 0),
        pending_in_time=counts.get("pending_in_time"),
        pending_late=counts.get("pending_late"),
        pending_unjudged=counts.get("pending_unjudged", 0),
    )


def _written(count: int | None, lang: Lang) -> str:
    return "–" if count is None else format_number(count, None, lang)


def _drawn(table: list[list[str]]) -> str:
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    lines = [" | ".join(_cells(row, widths)) for row in table]
    lines.insert(1, "-+-".join("-" * width for width in widths))
    return "\n".join(line.rstrip() for line in lines)


def _cells(row: list[str], widths: list[int]) -> Iterable[str]:
    yield row[0].ljust(widths[0])
    for cell, width in zip(row[1:], widths[1:], strict=True):
        yield cell.rjust(width)

"""`SheetReport`: the three parts that offices hand in: cost now, cost after simplification, and what is saved."""

from fractions import Fraction
from html import escape
from typing import NamedTuple, final

import attrs

from tthc._record import check
from tthc.costs._sheet_text import Part, as_html, as_text, digits_of, line_costs, priced
from tthc.costs.conventions import VN_TT02_2017, Convention
from tthc.costs.parameters import Parameters
from tthc.costs.sheet import CostSheet
from tthc.costs.table import CostTable
from tthc.errors import Fault, MalformedError, MissingInputError
from tthc.exact import format_number, largest_remainder, percent
from tthc.findings import Lang
from tthc.money import Money
from tthc.text import search_key

__all__ = ["SheetReport"]

_TITLES = (
    ("I. Chi phí tuân thủ hiện tại", "I. Compliance cost now"),
    ("II. Chi phí tuân thủ sau đơn giản hóa", "II. Compliance cost after simplification"),
    ("III. So sánh chi phí trước và sau đơn giản hóa", "III. Comparison before and after simplification"),
)
_HEADS = (
    ("STT", "No."),
    ("Công việc", "Task"),
    ("Hiện tại", "Now"),
    ("Sau đơn giản hóa", "After"),
    ("Tiết kiệm", "Saving"),
    ("Tỷ lệ cắt giảm (%)", "Reduction (%)"),
)
_LEFT = (True, True, False, False, False, False)


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen(repr=False)
class SheetReport:
    """Two sheets of one procedure, before and after simplification (báo cáo chi phí tuân thủ, ba phần).

    `print()` writes part I (hiện tại), part II (sau đơn giản hóa) and part III (so sánh: saving and per cent). Part III
    sets side by side the rows of one task; it is about a year, or about a dossier where a volume is missing. Amounts
    are rounded to whole đồng so that every printed sum is that of its printed parts.

    >>> from tthc.costs import CostLine
    >>> before = CostSheet(times_per_year=1, subjects_per_year=1000, lines=(
    ...     CostLine(task="Chuẩn bị giấy khám sức khỏe", hours=2, services=Money(30_000)),
    ...     CostLine(task="Nộp hồ sơ", hours=1, fees=Money(10_000))))
    >>> after = attrs.evolve(before, lines=before.lines[1:])
    >>> report = SheetReport(before, after, Parameters(hourly_income=Money(40_000)))
    >>> report.saving, report.reduction
    (Money(110000000), Fraction(11, 16))
    >>> print(report.display("en").split("III. ")[1])
    Comparison before and after simplification (VND a year)
    No.  Task                                 Now       After       Saving  Reduction (%)
         Chuẩn bị giấy khám sức khỏe  110,000,000           0  110,000,000         100.00
         Nộp hồ sơ                     50,000,000  50,000,000            0           0.00
         Total                        160,000,000  50,000,000  110,000,000          68.75
    """

    before: CostSheet
    after: CostSheet
    parameters: Parameters
    convention: Convention = VN_TT02_2017
    _tables: tuple[CostTable, ...] = attrs.field(init=False, eq=False, default=())

    def __attrs_post_init__(self) -> None:
        check(self)
        object.__setattr__(self, "_tables", (self._cost("before", self.before), self._cost("after", self.after)))

    def _cost(self, side: str, sheet: CostSheet) -> CostTable:
        try:
            return sheet.cost(self.parameters, convention=self.convention)
        except MissingInputError as error:
            fault = Fault(f"{side}.{error.what}", error.reason, "a sheet that can be costed")
            raise MalformedError("SheetReport", (fault,)) from None

    @property
    def tables(self) -> tuple[CostTable, CostTable]:
        """The cost before and after, as tables of cells."""
        before, after = self._tables
        return before, after

    @property
    def per_year(self) -> bool:
        """Whether part III is about a year; about a dossier where a row on either side has no volume."""
        return all(cell.volume is not None for table in self._tables for cell in table.cells)

    @property
    def totals(self) -> tuple[Money, Money]:
        """What part III compares: the cost before and after."""
        before, after = self.tables
        return (before.per_year, after.per_year) if self.per_year else (before.per_dossier, after.per_dossier)

    @property
    def saving(self) -> Money:
        """How much less it costs after (lợi ích); negative where it costs more."""
        before, after = self.totals
        return before - after

    @property
    def reduction(self) -> Fraction | None:
        """The saving as a share of the cost before (tỷ lệ cắt giảm); `None` where that is 0."""
        before = self.totals[0].amount
        return self.saving.amount / before if before else None

    # ── the three parts ──────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def rows(self) -> tuple[dict[str, object], ...]:
        """Flat records: `part` "I" and "II" for each row of the sheets, "III" for each task and for the total."""
        found: list[dict[str, object]] = []
        for name, sheet, table in zip(("I", "II"), (self.before, self.after), self.tables, strict=True):
            for row, cost in zip(sheet.rows, line_costs(sheet, table), strict=False):  # rows of totals come last
                found.append({"part": name, **row, "cost": cost.cost, "per_year": cost.per_year})
        total = _Pair("", "", self.totals[0].amount, self.totals[1].amount)
        found.extend(pair.row(per="year" if self.per_year else "dossier") for pair in (*self._pairs(), total))
        return tuple(found)

    def _pairs(self) -> tuple["_Pair", ...]:
        """Return the rows of one task side by side, in the order of the sheet before, then those that are new."""
        per_year, found = self.per_year, dict[tuple[str, str, int], _Pair]()
        for side, (sheet, table) in enumerate(zip((self.before, self.after), self.tables, strict=True)):
            seen: dict[tuple[str, str], int] = {}
            for line, cost in zip(sheet.lines, line_costs(sheet, table), strict=True):
                if line.is_heading:
                    continue
                name = search_key(line.task), search_key(line.activity)
                seen[name] = seen.get(name, 0) + 1
                amount = (cost.per_year if per_year else cost.cost) or Fraction(0)
                pair = found.setdefault((*name, seen[name]), _Pair(line.number, line.label, Fraction(0), Fraction(0)))
                found[*name, seen[name]] = pair._replace(before=amount) if side == 0 else pair._replace(after=amount)
        return tuple(found.values())

    def _comparison(self, lang: Lang) -> Part:
        english = lang == "en"
        pairs = self._pairs()
        digits = digits_of(self.parameters.currency)
        before, after = (
            largest_remainder([getattr(pair, side) for pair in pairs], digits) for side in ("before", "after")
        )
        names = [(pair.number, pair.label) for pair in pairs] + [("", "Total" if english else "Tổng cộng")]
        sums = [*zip(before, after, strict=True), (sum(before, Fraction(0)), sum(after, Fraction(0)))]
        exact = [*((pair.before, pair.after) for pair in pairs), (self.totals[0].amount, self.totals[1].amount)]
        lines = [
            (
                number,
                " ".join(label.split()),
                *(format_number(amount, digits, lang) for amount in (was, now, was - now)),
                format_number(percent(old - new, old), 2, lang) if old else "",
            )
            for (number, label), (was, now), (old, new) in zip(names, sums, exact, strict=True)
        ]
        return Part(self._title(2, lang), tuple(w[english] for w in _HEADS), _LEFT, tuple(lines[:-1]), lines[-1])

    def _title(self, part: int, lang: Lang) -> str:
        english = lang == "en"
        unit = "đồng" if (self.parameters.currency, lang) == ("VND", "vi") else self.parameters.currency
        per = (" a year" if english else "/năm") if self.per_year else (" a dossier" if english else "/hồ sơ")
        return f"{_TITLES[part][english]} ({unit}{per if part == 2 else ''})"

    def _parts(self, lang: Lang) -> tuple[Part, Part, Part]:
        now, then = (
            priced(self._title(i, lang), sheet, table, lang)
            for i, (sheet, table) in enumerate(zip((self.before, self.after), self.tables, strict=True))
        )
        return now, then, self._comparison(lang)

    def _headlines(self, lang: Lang) -> list[str]:
        title = " ".join((self.before.title or self.after.title).split())
        return [*([title] if title else []), self.convention.display(lang)]

    def display(self, lang: Lang = "vi") -> str:
        """Write the three parts, below the formula and who set it."""
        return "\n\n".join(["\n".join(self._headlines(lang)), *map(as_text, self._parts(lang))])

    def __str__(self) -> str:
        return self.display()

    def _repr_html_(self) -> str:
        return f"<p>{'<br>'.join(map(escape, self._headlines('vi')))}</p>" + "".join(map(as_html, self._parts("vi")))

    def __repr__(self) -> str:
        before, after = self.totals
        unit = "a year" if self.per_year else "a dossier"
        return f"<SheetReport: {before.display('en')} -> {after.display('en')} {unit}>"


class _Pair(NamedTuple):
    """One task before and after."""

    number: str
    label: str
    before: Fraction
    after: Fraction

    def row(self, *, per: str) -> dict[str, object]:
        """Return a flat record."""
        return {
            "part": "III",
            "number": self.number,
            "task": self.label,
            "before": self.before,
            "after": self.after,
            "saving": self.before - self.after,
            "reduction": (self.before - self.after) / self.before if self.before else None,
            "per": per,
        }

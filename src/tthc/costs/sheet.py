"""`CostSheet`: the table of compliance cost as offices fill it in (biểu tính chi phí tuân thủ), row by row.

For whoever has the rows and not the norms. A row is a task with hours, an income per hour, services and fees; it may
have an income, a number of times and of subjects of its own, else those of the sheet or of the parameters hold.
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import cast, final

import attrs

from tthc._record import check
from tthc.costs._sheet_of import rows_of, volume_of
from tthc.costs._sheet_pricing import Pricing
from tthc.costs._sheet_reading import is_total, line_fields, refuse
from tthc.costs.amounts import Figure, Price, Spread, as_exact, as_price, negative
from tthc.costs.conventions import VN_TT02_2017, Convention
from tthc.costs.gaps import Assumption
from tthc.costs.parameters import Parameters
from tthc.costs.table import CostTable
from tthc.errors import Fault, MalformedError
from tthc.findings import Lang
from tthc.frozen import FrozenMap
from tthc.money import Money
from tthc.text import Unparsed

__all__ = ["CostLine", "CostSheet"]

_VOLUME_UNIT = "đối tượng tuân thủ"
_FIGURES = ("hours", "services", "fees")
_READ = (*_FIGURES, "hourly_income", "times", "subjects")


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen(kw_only=True)
class CostLine:
    """One row of the table (một dòng của biểu): what is done for a dossier, what it takes, how often in a year.

    - `number` (STT), `task` (công việc), `activity` (hoạt động, cách thức cụ thể), `note` (ghi chú).
    - `hours`, `services` (tư vấn, dịch vụ), `fees` (phí, lệ phí, chi phí khác): each a figure or a `Spread` of it.
    - `hourly_income`, `times`, `subjects`: of this row only, in place of those of the sheet and the parameters.
    - `stated`, `stated_per_year`: the sums that the row itself states, to be checked.
    - `rest`: columns that are no part of the table, word for word.

    `None` is not stated, `Unparsed` stated and not readable. A row without hours, services and fees is a heading.

    >>> CostLine(task="Chuẩn bị hồ sơ").is_heading
    True
    """

    task: str = ""
    activity: str = ""
    number: str = ""
    hours: Fraction | Spread | Unparsed | None = attrs.field(default=None, converter=as_exact)
    hourly_income: Price | Unparsed | None = attrs.field(default=None, converter=as_price)
    services: Price | Unparsed | None = attrs.field(default=None, converter=as_price)
    fees: Price | Unparsed | None = attrs.field(default=None, converter=as_price)
    times: Fraction | Spread | Unparsed | None = attrs.field(default=None, converter=as_exact)
    subjects: Fraction | Spread | Unparsed | None = attrs.field(default=None, converter=as_exact)
    stated: Money | Unparsed | None = None
    stated_per_year: Money | Unparsed | None = None
    note: str = ""
    rest: FrozenMap[str, str] = FrozenMap()

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        yield from negative((name, cast("Figure | Price", getattr(self, name))) for name in _READ)

    @property
    def label(self) -> str:
        """What is done, in the words of the row."""
        return ": ".join(part for part in (self.task, self.activity) if part)

    @property
    def is_heading(self) -> bool:
        """Whether it heads other rows and costs nothing itself ("1. Chuẩn bị hồ sơ")."""
        return all(getattr(self, name) is None for name in _FIGURES)


@final
@attrs.frozen(kw_only=True, repr=False)
class CostSheet:
    """The rows of one procedure (biểu tính chi phí tuân thủ của một thủ tục), and how often it is done in a year.

    `totals` are rows that sum up others ("Tổng cộng"); they count for nothing and are checked (`tthc.costs.audit`).

    >>> from tthc.costs import Parameters
    >>> sheet = CostSheet(title="Cấp giấy xác nhận", times_per_year=1, subjects_per_year=10_000, lines=(
    ...     CostLine(task="Chuẩn bị hồ sơ", hours=Fraction(13, 2), services=Money(40_000)),
    ...     CostLine(task="Nộp hồ sơ", hours=2, services=Money(25_000), fees=Money(100_000)),
    ...     CostLine(task="Nhận kết quả", hours=2, services=Money(25_000))))
    >>> table = sheet.cost(Parameters(hourly_income=Money(40_000)))
    >>> table.per_dossier, table.per_year
    (Money(610000), Money(6100000000))
    """

    lines: tuple[CostLine, ...]
    title: str = ""
    times_per_year: Figure | None = attrs.field(default=None, converter=as_exact)
    subjects_per_year: Figure | None = attrs.field(default=None, converter=as_exact)
    volume_unit: str = _VOLUME_UNIT
    totals: tuple[CostLine, ...] = ()

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        names = "times_per_year", "subjects_per_year"
        yield from negative((name, cast("Figure | None", getattr(self, name))) for name in names)
        if not self.volume_unit:
            yield Fault("volume_unit", "", "what the volume of a year counts")

    @classmethod
    def read(cls, rows: Iterable[Mapping[str, object]], *, title: str = "", currency: str = "VND") -> "CostSheet":
        """Read rows under the official Vietnamese headings (đọc biểu theo tiêu đề cột chính thức).

        A heading is known with or without marks, capitals, "01" and brackets; a unit in brackets ("nghìn đồng", "phút")
        is taken into account. Numbers are as Viet Nam writes them (1.234,5). What a row says under other headings is
        kept in `rest`, a figure that cannot be read as `Unparsed`. Raises `MalformedError` with every path for a row
        that is no mapping, a float, or a figure below 0.

        >>> sheet = CostSheet.read([
        ...     {"STT": "1", "Công việc khi thực hiện TTHC": "Chuẩn bị hồ sơ"},
        ...     {"STT": "1.1", "Công việc khi thực hiện TTHC": "Giấy khám sức khỏe", "Thời gian thực hiện (giờ)": "2,5",
        ...      "Mức TNBQ/01 giờ làm việc": "40.000", "Chi phí tư vấn, dịch vụ": "30.000", "Mã": "A-1"}])
        >>> sheet.lines[1].hours, sheet.lines[1].services.amount, sheet.lines[1].rest
        (Fraction(5, 2), Fraction(30000, 1), FrozenMap({'Mã': 'A-1'}))
        """
        lines: list[CostLine] = []
        totals: list[CostLine] = []
        faults: list[Fault] = []
        for i, row in enumerate(rows):
            if not isinstance(cast("object", row), Mapping):
                faults.append(Fault(f"rows[{i}]", row, "a mapping from heading to value"))
                continue
            fields, wrong = line_fields(row, f"rows[{i}]", currency)
            faults += wrong
            try:
                line = CostLine(**fields)
            except MalformedError as error:
                faults += (Fault(f"rows[{i}].{fault.field}", fault.value, fault.expected) for fault in error.faults)
                continue
            if fields:
                (totals if is_total((line.number, line.task, line.activity)) else lines).append(line)
        refuse(faults)
        return cls(lines=tuple(lines), title=title, totals=tuple(totals))

    @classmethod
    def of(cls, table: CostTable) -> "CostSheet":
        """Put a table of costs into the rows of the official form (lập biểu từ bảng tính), as it is handed in.

        The six groups of the form with a row for each task and channel; hours, services and fees are those of an
        average dossier, ranges stand at their means, and every row has its income. What is spent once, apart from the
        years, has no subjects. The rows cost what the table costs.

        >>> from tthc.costs import Parameters
        >>> table = CostSheet(lines=(CostLine(task="Đơn", hours=2, fees=Money(5)),)).cost(
        ...     Parameters(hourly_income=Money(40_000)))
        >>> [line.number + " " + line.label for line in CostSheet.of(table).lines]
        ['1 Nộp phí, lệ phí, chi phí khác', '1.1 Phí, lệ phí: Đơn', '2 Công việc khác', '2.1 Đơn']
        """
        lines = tuple(CostLine(**fields) for fields in rows_of(table))
        times, subjects = volume_of(table)
        return cls(
            lines=lines,
            title=table.title,
            times_per_year=times,
            subjects_per_year=subjects,
            volume_unit=table.volume_unit or _VOLUME_UNIT,
        )

    def cost(self, parameters: Parameters, *, convention: Convention = VN_TT02_2017) -> CostTable:
        """Return the cost as a table of cells (tính chi phí tuân thủ): hours × income + services + fees, row by row.

        Raises `MissingInputError` for hours without an income, for a figure that cannot be read, and for a convention
        that needs what a sheet does not say (the share done anyway, what waiting costs); `MalformedError` for another
        currency.

        Source: Điều 27 Thông tư số 02/2017/TT-VPCP unless another convention is given.
        """
        return CostTable(
            cells=tuple(Pricing(self, parameters, convention)),
            convention=convention,
            currency=parameters.currency,
            title=self.title,
            base_year=parameters.base_year,
            vintage=parameters.vintage,
            volume_unit=parameters.volume_unit or self.volume_unit,
            parameters=parameters,
            noted=self._noted(convention),
        )

    def _noted(self, convention: Convention) -> tuple[Assumption, ...]:
        left_out = not convention.counts_fees and any(type(line.fees) is Price for line in self.lines)
        return (Assumption(kind="fees_left_out"),) if left_out else ()

    @property
    def rows(self) -> tuple[dict[str, object], ...]:
        """One flat record a row, as it was given."""
        names = [field.name for field in attrs.fields(CostLine)]
        return tuple({name: getattr(line, name) for name in names} for line in (*self.lines, *self.totals))

    def display(self, lang: Lang = "vi") -> str:
        """Write the rows as they were given, without any sum."""
        from tthc.costs import _sheet_text  # noqa: PLC0415 - a sum needs no words

        return _sheet_text.plain(self, lang)

    def __str__(self) -> str:
        return self.display()

    def __repr__(self) -> str:
        title = f" {self.title[:60]!r}" if self.title else ""
        return f"<CostSheet{title}: {len(self.lines)} lines>"

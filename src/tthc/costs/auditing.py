"""`audit`: findings about costs as they were computed or printed; `audit_change`: about what moved beside a reform.

Published totals carry rounding and unit slips: minutes that are not the person-days beside them, a total that adds
rounded parts, a rounded unit cost multiplied by millions. Each check says what the figure would have to be.
"""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any, TypeAlias, cast

import attrs

from tthc.costs import _audit_tables as tables
from tthc.costs._audit_messages import MESSAGES
from tthc.costs._audit_statements import findings_of
from tthc.costs.amounts import as_exact
from tthc.costs.conventions import VN_TT02_2017, Convention
from tthc.costs.parameters import Parameters
from tthc.costs.sheet import CostSheet
from tthc.costs.sheet_report import SheetReport
from tthc.costs.sources import Resolved
from tthc.costs.stated import (
    StatedPercent,
    StatedProduct,
    StatedRate,
    StatedReform,
    StatedSum,
    StatedWork,
    Statement,
)
from tthc.costs.table import CostTable
from tthc.errors import Fault, IncomparableError, MalformedError
from tthc.findings import Finding, Report

__all__ = ["MESSAGES", "Auditable", "audit", "audit_change"]

Auditable: TypeAlias = CostTable | CostSheet | SheetReport | Resolved | Statement
"""What `audit` takes."""

_STATEMENTS = (StatedSum, StatedProduct, StatedPercent, StatedWork, StatedRate, StatedReform)
_ACCEPTED = "CostTable, CostSheet, SheetReport, Resolved, " + ", ".join(cls.__name__ for cls in _STATEMENTS)


def __dir__() -> list[str]:
    return __all__


def audit(
    *subjects: Auditable,
    parameters: Parameters | None = None,
    convention: Convention = VN_TT02_2017,
    band: tuple[int | Fraction, int | Fraction] | None = None,
) -> Report:
    """Check costs (kiểm tra số liệu chi phí): tables, sheets, figures chosen from sources, printed statements.

    `parameters` and `convention` are what the rows of a sheet are summed with, to be compared with the sums that they
    state; without parameters only the rows by themselves are checked. `band` is what the price of an hour of a table
    may be. The path of a finding begins with the place of its subject where there are several. A stranger is a
    `TypeError`.

    >>> from decimal import Decimal
    >>> review = StatedWork(what="review", minutes=1170, person_days=Decimal("3.7"), hours_per_day=8)
    >>> for finding in audit(review):
    ...     print(finding.code, finding.text("en"))
    TTHC906 one amount of work stated in two ways that differ: 1,170 minutes and 3.7 person-days; ...
    """
    limits = _band(band)
    found: list[Finding] = []
    for i, subject in enumerate(subjects):
        findings = _of(subject, parameters, convention, limits)
        found += findings if len(subjects) == 1 else (attrs.evolve(f, path=(i, *f.path)) for f in findings)
    return Report(tuple(found))


def audit_change(before: CostTable, after: CostTable) -> Report:
    """Check what else changed between the cost before and after a reform: tariffs, volume, one-off cost that is spent.

    Such a change is no fault, but a saving that contains it is not the reform's: `split_change` takes it apart. Raises
    `IncomparableError` for another convention or currency.
    """
    for what, mine, theirs in (
        ("convention", before.convention.id, after.convention.id),
        ("currency", before.currency, after.currency),
    ):
        if mine != theirs:
            raise IncomparableError(what, mine, theirs)
    return Report(tuple(tables.of_change(before, after)))


def _band(band: Any) -> tuple[Fraction, Fraction] | None:  # noqa: ANN401 - whatever a caller gave
    if band is None:
        return None
    ends: Any = tuple(as_exact(end) for end in cast("Iterable[Any]", band)) if type(band) is tuple else ()
    if len(ends) != 2 or any(type(end) is not Fraction for end in ends) or ends[0] > ends[1]:
        raise MalformedError("audit", (Fault("band", band, "a low and a high end, both exact numbers"),))
    low, high = ends
    return low, high


def _of(
    subject: object, parameters: Parameters | None, convention: Convention, band: tuple[Fraction, Fraction] | None
) -> Iterator[Finding]:
    if isinstance(subject, _STATEMENTS):
        yield from findings_of(subject)
    elif isinstance(subject, Resolved):
        yield from tables.of_resolved(subject)
    elif isinstance(subject, CostTable):
        yield from tables.of_table(subject, band)
    elif isinstance(subject, CostSheet):
        yield from tables.of_sheet(subject)
        if parameters is not None and tables.readable(subject):
            table = subject.cost(parameters, convention=convention)
            yield from tables.of_sums(subject, table)
            yield from tables.of_table(table, band, of_rows=True)
    elif isinstance(subject, SheetReport):
        for sheet, table in zip((subject.before, subject.after), subject.tables, strict=True):
            yield from tables.of_sheet(sheet)
            yield from tables.of_sums(sheet, table)
            yield from tables.of_table(table, band, of_rows=True)
        yield from tables.of_change(*subject.tables)
    else:  # whatever the annotation says, a caller may bring a stranger
        msg = f"expected one of {_ACCEPTED}, got {type(subject).__name__}"
        raise TypeError(msg)

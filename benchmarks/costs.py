"""Costing: one procedure, a catalogue of 6,000, and the exact moments of a cost.

The procedure has three papers and two channels, each with norms of its own, and ranges among them; its table has 30
cells. The catalogue holds procedures of that size which differ in their papers and fees; twice as many must take twice
as long.
"""

from collections.abc import Iterator
from fractions import Fraction
from time import process_time

from benchmarks import Measure, Row
from tthc.costs import CostTable, Norm, Norms, Parameters, Spread, compliance_cost, moments
from tthc.fees import Fee
from tthc.money import Money
from tthc.procedures import Case, Document, Form, Method, Procedure

__all__ = ["rows"]

_MANY = 6000
_CELLS = 30


def rows(measure: Measure) -> Iterator[Row]:
    norms, parameters = _norms(), _parameters()
    procedure = _procedure(0)
    table = compliance_cost(procedure, norms, parameters)
    if len(table.cells) != _CELLS:
        msg = f"the procedure is made to have {_CELLS} cells, it has {len(table.cells)}"
        raise AssertionError(msg)
    one, sums, exact = measure.best(
        lambda: compliance_cost(procedure, norms, parameters),
        lambda: table.by("activity", "document"),
        lambda: moments(table),
    )
    uncertain = len({path for cell in table.cells for path, _ in cell.uncertain})
    yield Row("-", f"cost of one procedure, {_CELLS} cells", one * 1e3, at_most=1, unit="ms")
    yield Row("-", "sums of it by two axes", sums * 1e6, unit="us")
    yield Row("-", f"exact mean and variance, {uncertain} ranges", exact * 1e3, at_most=1, unit="ms")
    count = _MANY // 20 if measure.smoke else _MANY
    half, whole = (_catalogue(size, norms, parameters) for size in (count // 2, count))
    note = f"{count} of them in {whole:.2f} s"
    yield Row("-", f"cost of {_MANY} procedures", whole * _MANY / count, at_most=8, unit="s", note=note)
    yield Row("-", "twice as many take", whole / half, at_most=2.4, unit="x as long")


def _catalogue(count: int, norms: Norms, parameters: Parameters) -> float:
    """Return the CPU seconds that it takes to cost so many procedures and to put them together."""
    procedures = [_procedure(i) for i in range(count)]
    best = float("inf")
    for _ in range(2):
        begin = process_time()
        whole = CostTable.gather(compliance_cost(one, norms, parameters) for one in procedures)
        _ = whole.per_year
        best = min(best, process_time() - begin)
    return best


def _procedure(number: int) -> Procedure:
    fee = (Fee(kind="amount", amount=Money(50_000 + number)),)
    papers = (
        Document(name="Đơn đề nghị", form=Form(name="Mẫu 01"), originals=1),
        Document(name=f"Giấy chứng nhận {number}", copies=1 + number % 3, certified=True),
        Document(name="Bản thuyết minh", originals=1),
    )
    return Procedure(
        name=f"Cấp giấy phép {number}",
        dossier_sets=1,
        methods=tuple(Method(channel=channel, fees=fee) for channel in ("direct", "online")),
        cases=(Case(documents=papers),),
    )


def _norms() -> Norms:
    return Norms(
        norms=(
            Norm(element="learn", hours=Fraction(1, 2)),
            Norm(element="form", hours=Spread(low=Fraction(1, 2), high=Fraction(3, 2))),
            Norm(element="document", hours=Spread(low=1, mode=2, high=6, kind="triangular"), outlay=Money(20_000)),
            Norm(element="certify", channel="direct", hours=Fraction(1, 2), outlay=Money(2_000)),
            Norm(element="copy", hours=Fraction(1, 12)),
            Norm(element="scan", channel="online", hours=Fraction(1, 4)),
            Norm(element="travel", hours=Fraction(3, 2), outlay=Money(25_000), covers=("queue",)),
            Norm(element="submit", channel="online", hours=Fraction(1, 3)),
            Norm(element="submit", channel="direct", hours=Fraction(1, 4)),
            Norm(element="pay", hours=Fraction(1, 6)),
            Norm(element="receive", hours=Fraction(1, 4)),
        ),
        visits={"direct": 2, "online": Fraction(1, 10)},
    )


def _parameters() -> Parameters:
    return Parameters(
        hourly_income=Money(59_422),
        times_per_year=1,
        subjects_per_year=Spread(low=8_000, high=12_000),
        volume_unit="hồ sơ",
        channel_shares={"direct": Fraction(3, 10), "online": Fraction(7, 10)},
        base_year=2025,
    )

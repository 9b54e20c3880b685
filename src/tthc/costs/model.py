"""`compliance_cost`: procedure × norms × parameters × convention → the exact cells of a cost.

Nothing is zero because it was not said: what the procedure asks for and no norm gives a price to is listed
(`CostTable.unpriced`) or, with `strict`, refused; an input that the convention needs and does not get is named.
"""

from typing import TYPE_CHECKING

from tthc.costs._acts import absent_segments, strangers
from tthc.costs._due import must_know_fees
from tthc.costs.conventions import VN_TT02_2017, Convention
from tthc.costs.norms import Norms
from tthc.costs.parameters import Parameters
from tthc.costs.table import CostTable
from tthc.errors import Fault, MalformedError, MissingInputError

if TYPE_CHECKING:
    from tthc.procedures import Procedure

__all__ = ["compliance_cost"]


def __dir__() -> list[str]:
    return __all__


def compliance_cost(
    procedure: "Procedure",
    norms: Norms,
    parameters: Parameters,
    *,
    convention: Convention = VN_TT02_2017,
    case: str | None = None,
    audience: str | None = None,
    strict: bool = False,
) -> CostTable:
    """Return what one dossier of a procedure costs (chi phí tuân thủ thủ tục hành chính), cell by cell.

    Every paper, form, sheet, visit and fee of the procedure is looked up in the norms, for each channel, case and
    segment of the parameters, by its share. Of several cases `case` picks one by name or code; else the parameters give
    `case_shares`. `audience` narrows cases and fees. Fees are those that `procedure.terms` gives for `parameters.on`;
    one that is a range, a rate or unreadable takes its figure from `parameters.fees`.

    Raises `MalformedError` for a norm that names what the procedure or the parameters do not have, with its path
    (`norms[3].what`, `norms[3].segment`), and for two norms that hold for one act alike;
    `MissingInputError` for an input that the convention or the procedure needs; with `strict`, also for whatever stays
    without a price. `NotFoundError` and `AmbiguousError` speak of `case`.

    Source: Điều 27 Thông tư số 02/2017/TT-VPCP unless another convention is given.

    >>> from fractions import Fraction
    >>> from tthc import Money
    >>> from tthc.costs import Norm
    >>> from tthc.procedures import Case, Document, Method, Procedure
    >>> procedure = Procedure(name="Cấp giấy phép", methods=(Method(channel="direct", fees=()),),
    ...                       cases=(Case(documents=(Document(name="Giấy khám sức khỏe"),)),))
    >>> visit = Norm(element="travel", hours=2, outlay=Money(25_000), covers=("queue", "submit", "receive"))
    >>> norms = Norms(norms=(Norm(element="document", hours=2, outlay=Money(30_000)),
    ...                      Norm(element="learn", hours=Fraction(1, 2)), visit), visits={"direct": 2})
    >>> table = compliance_cost(procedure, norms, Parameters(hourly_income=Money(40_000)), strict=True)
    >>> table.per_dossier, table.hours
    (Money(340000), Fraction(13, 2))
    >>> for kind, amount in table.by("kind").items(): print(kind, amount)
    time 260.000 đồng
    cash 80.000 đồng
    """
    from tthc.costs._costing import cost  # noqa: PLC0415 - the work itself, for whoever asks for it

    _must_be_ours(procedure, norms, parameters, convention)
    faults = (*strangers(norms, procedure), *absent_segments(norms, parameters.segments))
    if faults:
        raise MalformedError("Norms", faults)
    must_know_fees(procedure, parameters)
    table = cost(procedure, norms, parameters, convention, case=case, audience=audience)
    if strict and table.unpriced:
        what = "; ".join(gap.display("en") for gap in table.unpriced[:8])
        more = f" and {len(table.unpriced) - 8} more" if len(table.unpriced) > 8 else ""
        raise MissingInputError("a price", f"{what}{more}")
    return table


def _must_be_ours(procedure: object, norms: object, parameters: object, convention: object) -> None:
    from tthc.procedures.procedure import Procedure  # noqa: PLC0415 - whoever has one has loaded it

    wanted = (
        ("procedure", procedure, Procedure),
        ("norms", norms, Norms),
        ("parameters", parameters, Parameters),
        ("convention", convention, Convention),
    )
    faults = tuple(Fault(name, held, cls.__name__) for name, held, cls in wanted if type(held) is not cls)
    if faults:
        raise MalformedError("compliance_cost", faults)

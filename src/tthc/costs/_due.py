"""Which fees one dossier pays: those of the record where they are fixed, else the figures in the parameters."""

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from tthc.costs._acts import case_names
from tthc.costs.amounts import Spread
from tthc.costs.gaps import Unpriced, WhyUnpriced
from tthc.costs.parameters import FeeFigure, Parameters
from tthc.errors import Fault, MalformedError, MissingInputError
from tthc.fees import Fee
from tthc.procedures.components import Channel
from tthc.procedures.terms import Terms, fees_on
from tthc.text import Unparsed, search_key

if TYPE_CHECKING:
    from fractions import Fraction

    from tthc.procedures import Procedure

__all__ = ["Due", "due_fees", "must_know_fees"]

_PER_DOSSIER = frozenset({"ho so", "bo ho so", "lan", "truong hop", "thu tuc"})
_ANY_DAY = dt.date(2000, 1, 1)  # for fees without dates, which are due on every day


def __dir__() -> list[str]:
    return __all__


class Due(NamedTuple):
    """One fee of a dossier: how much, its category in words, where it comes from, the spread that it is the mean of."""

    amount: "Fraction"
    category: str
    path: str
    source: str
    spread: Spread | None = None


def must_know_fees(procedure: "Procedure", parameters: Parameters) -> None:
    """Refuse a figure for a fee or a case that the procedure does not have."""
    if not parameters.fees:
        return
    fees = {search_key(_words(fee)) for method in procedure.rows_of("methods") for fee in method.fees or ()}
    cases = frozenset(name for case in procedure.rows_of("cases") for name in case_names(case))
    faults: list[Fault] = []
    for i, figure in enumerate(parameters.fees):
        if figure.fee is not None and search_key(figure.fee) not in fees:
            faults.append(Fault(f"fees[{i}].fee", figure.fee, "a fee of the procedure, as it writes it"))
        if figure.case is not None and search_key(figure.case) not in cases:
            faults.append(Fault(f"fees[{i}].case", figure.case, "a case of the procedure"))
    if faults:
        raise MalformedError("Parameters", tuple(faults))


def due_fees(
    procedure: "Procedure",
    parameters: Parameters,
    *,
    case: str | None,
    names: frozenset[str],
    channel: Channel | None,
    audience: str | None,
) -> tuple[list[Due], list[Unpriced]]:
    """Return the fees of one dossier and those that have no price; `names` are the keys of the case.

    Several fees of one category may stand for several cases of it: which of them is due is not guessed.
    """
    total = _figure(parameters, None, channel, names)
    if total is not None:
        return [_given(parameters, total, "")], []
    terms = procedure.terms(case, channel, audience, on=_day(procedure, parameters))
    if terms.fees is None:
        why = _why_none(procedure, terms)
        return [], [Unpriced(activity="fee", why=why, channel=channel, case=case or "")]
    dues: list[Due] = []
    gaps: list[Unpriced] = []
    counted = Counter(fee.category for fee in terms.fees if type(fee) is Fee and fee.kind != "free")
    for fee in terms.fees:
        figure = _figure(parameters, _words(fee), channel, names)
        reason = _open(fee, parameters.currency, counted[fee.category] if type(fee) is Fee else 1)
        if figure is not None:
            dues.append(_given(parameters, figure, _category(fee)))
        elif reason is not None:
            gaps.append(Unpriced(activity="fee", why=reason, what=_words(fee)[:80], channel=channel, case=case or ""))
        elif type(fee) is Fee and fee.amount is not None:
            dues.append(Due(fee.amount.amount, _category(fee), "procedure.fees", _words(fee)))
    return dues, gaps


def _figure(
    parameters: Parameters, fee: str | None, channel: Channel | None, names: frozenset[str]
) -> tuple[int, FeeFigure] | None:
    """Return the most specific figure for a fee (`None`: for all of them), with its index."""
    key = None if fee is None else search_key(fee)
    found = [
        (figure.channel is not None, figure.case is not None, -i)
        for i, figure in enumerate(parameters.fees)
        if (None if figure.fee is None else search_key(figure.fee)) == key
        and figure.channel in {None, channel}
        and (figure.case is None or search_key(figure.case) in names)
    ]
    if not found:
        return None
    i = -max(found)[2]
    return i, parameters.fees[i]


def _given(parameters: Parameters, found: tuple[int, FeeFigure], category: str) -> Due:
    i, figure = found
    spread = figure.price.figure if type(figure.price.figure) is Spread else None
    return Due(figure.price.amount, category, f"parameters.fees[{i}]", figure.source or parameters.source, spread)


def _open(fee: Fee | Unparsed, currency: str, of_category: int) -> WhyUnpriced | None:
    """Tell why a fee has no amount for a dossier; `None` where it has one, or is free."""
    if type(fee) is Unparsed:
        return "unreadable"
    if fee.kind == "free":
        return None
    if fee.kind != "amount" or fee.amount is None:
        return "fee_not_fixed"
    if fee.amount.currency != currency:
        return "other_currency"
    if fee.per is not None and search_key(fee.per) not in _PER_DOSSIER:
        return "fee_per_unit"
    return "no_single_fee" if of_category > 1 else None


def _why_none(procedure: "Procedure", terms: Terms) -> WhyUnpriced:
    if not any(open_.component == "fees" for open_ in terms.ambiguous):
        return "not_stated"
    due = any(fees_on(method.fees or (), terms.on) for method in procedure.rows_of("methods"))
    return "no_single_fee" if due else "not_due"


def _day(procedure: "Procedure", parameters: Parameters) -> dt.date:
    if parameters.on is not None:
        return parameters.on
    dated = (fee.validity for m in procedure.rows_of("methods") for fee in m.fees or () if type(fee) is Fee)
    if any(validity is not None for validity in dated):
        raise MissingInputError("parameters.on", "a fee of the procedure holds for some days only")
    return _ANY_DAY


def _words(fee: Fee | Unparsed) -> str:
    return fee.text if type(fee) is Unparsed else str(fee)


def _category(fee: Fee | Unparsed) -> str:
    return (fee.category or "") if type(fee) is Fee else ""

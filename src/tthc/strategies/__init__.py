"""Hypothesis strategies: a function for every public type, with Vietnamese text as real records spell it.

Text comes realistic and dirty: decomposed, with look-alike letters, hidden characters, Word bullets, several blanks.
Every value is well-formed; what it says need not be sensible, for that is what validation is for. Where `tthc` is
installed, Hypothesis also finds these strategies by type: `st.from_type(Procedure)`.

>>> from hypothesis import given
>>> @given(money(), money())
... def adding_has_no_order(left, right):
...     if left.currency == right.currency:
...         assert left + right == right + left
>>> adding_has_no_order()
"""

from importlib import import_module

try:
    import_module("hypothesis")
    import_module("hypothesis.strategies")
except ModuleNotFoundError as error:
    if error.name != "hypothesis":
        raise
    msg = "tthc.strategies needs Hypothesis, which is not installed: pip install hypothesis"
    raise ModuleNotFoundError(msg, name="hypothesis") from error

from tthc.strategies._ground import (
    dated,
    frozen_maps,
    intervals,
    texts,
    unparsed,
)
from tthc.strategies._papers import (
    agency_codes,
    apology_rules,
    citations,
    days,
    days_off,
    dossier_codes,
    fees,
    findings,
    identifiers,
    legal_documents,
    legal_numbers,
    legal_registers,
    make_up_days,
    messages,
    money,
    office_hours,
    open_changes,
    personal_ids,
    procedure_codes,
    reports,
    supplement_policies,
    tax_codes,
    time_limits,
    unit_codes,
    working_calendars,
)
from tthc.strategies._subjects import (
    ambiguities,
    announcements,
    audiences,
    cases,
    catalogue_differences,
    catalogues,
    changes,
    conditions,
    differences,
    documents,
    dossiers,
    events,
    forms,
    judgements,
    methods,
    on_time_rules,
    online_levels,
    practices,
    procedures,
    responsible_agencies,
    results,
    sources,
    steps,
    terms,
)

__all__ = [
    "agency_codes",
    "ambiguities",
    "announcements",
    "apology_rules",
    "audiences",
    "cases",
    "catalogue_differences",
    "catalogues",
    "changes",
    "citations",
    "conditions",
    "dated",
    "days",
    "days_off",
    "differences",
    "documents",
    "dossier_codes",
    "dossiers",
    "events",
    "fees",
    "findings",
    "forms",
    "frozen_maps",
    "identifiers",
    "intervals",
    "judgements",
    "legal_documents",
    "legal_numbers",
    "legal_registers",
    "make_up_days",
    "messages",
    "methods",
    "money",
    "office_hours",
    "on_time_rules",
    "online_levels",
    "open_changes",
    "personal_ids",
    "practices",
    "procedure_codes",
    "procedures",
    "reports",
    "responsible_agencies",
    "results",
    "sources",
    "steps",
    "supplement_policies",
    "tax_codes",
    "terms",
    "texts",
    "time_limits",
    "unit_codes",
    "unparsed",
    "working_calendars",
]


def __dir__() -> list[str]:
    return __all__

"""Tells Hypothesis which strategy makes which type; Hypothesis calls `register` when it is imported (an entry point).

Nothing here imports `tthc.strategies`: who imports that first loads Hypothesis, and Hypothesis calls `register` while
that module is only half there. So types are registered with the *name* of their strategy, looked up when one is drawn.
"""

from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

__all__ = ["STRATEGIES", "register"]

STRATEGIES = {
    "tthc.calendar": {
        "ApologyRule": "apology_rules",
        "Day": "days",
        "DayOff": "days_off",
        "MakeUpDay": "make_up_days",
        "OpenChange": "open_changes",
        "SupplementPolicy": "supplement_policies",
        "TimeLimit": "time_limits",
        "WorkingCalendar": "working_calendars",
    },
    "tthc.calendar.office_hours": {"OfficeHours": "office_hours"},
    "tthc.dated": {"Dated": "dated", "Interval": "intervals"},
    "tthc.dossiers": {
        "Dossier": "dossiers",
        "Event": "events",
        "Judgement": "judgements",
        "OnTimeRule": "on_time_rules",
        "Practice": "practices",
    },
    "tthc.fees": {"Fee": "fees"},
    "tthc.findings": {"Finding": "findings", "Message": "messages", "Report": "reports"},
    "tthc.frozen": {"FrozenMap": "frozen_maps"},
    "tthc.identifiers": {
        "AgencyCode": "agency_codes",
        "DossierCode": "dossier_codes",
        "Identifier": "identifiers",
        "LegalNumber": "legal_numbers",
        "PersonalId": "personal_ids",
        "ProcedureCode": "procedure_codes",
        "TaxCode": "tax_codes",
        "UnitCode": "unit_codes",
    },
    "tthc.law": {"Citation": "citations", "LegalDocument": "legal_documents", "LegalRegister": "legal_registers"},
    "tthc.money": {"Money": "money"},
    "tthc.procedures": {
        "Ambiguity": "ambiguities",
        "Announcement": "announcements",
        "Audience": "audiences",
        "Case": "cases",
        "Catalogue": "catalogues",
        "CatalogueDifference": "catalogue_differences",
        "Change": "changes",
        "Condition": "conditions",
        "Difference": "differences",
        "Document": "documents",
        "Form": "forms",
        "Method": "methods",
        "OnlineLevel": "online_levels",
        "Procedure": "procedures",
        "ResponsibleAgency": "responsible_agencies",
        "Result": "results",
        "Source": "sources",
        "Step": "steps",
        "Terms": "terms",
    },
    "tthc.text": {"Unparsed": "unparsed"},
}
"""The types of each module and the functions of `tthc.strategies` that make them."""


def __dir__() -> list[str]:
    return __all__


def register() -> None:
    """Register every type of `STRATEGIES` with Hypothesis."""
    from hypothesis import strategies as st  # noqa: PLC0415 - see above

    for module, types in STRATEGIES.items():
        for name, strategy in types.items():
            st.register_type_strategy(getattr(import_module(module), name), _made_by(strategy))


def _made_by(name: str) -> "Callable[[object], Any]":
    def make(cls: object) -> object:
        from hypothesis import strategies as st  # noqa: PLC0415 - see above

        args = getattr(cls, "__args__", getattr(cls, "__parameters__", ()))  # Dated[Fee], or Dated alone
        found: object = getattr(import_module("tthc.strategies"), name)(*map(st.from_type, args))
        return found

    return make

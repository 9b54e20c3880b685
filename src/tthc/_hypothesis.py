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
    "tthc.agencies": {
        "Agency": "agencies",
        "AgencyDirectory": "agency_directories",
        "Competence": "competences",
        "Delegation": "delegations",
        "Duty": "duties",
        "Function": "functions",
        "History": "agency_histories",
        "Inheritance": "inheritances",
        "Mandate": "mandates",
        "Reorganisation": "reorganisations",
        "Tenure": "tenures",
        "Territory": "territories",
    },
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
    "tthc.calendar.office_hours": {
        "OfficeHours": "office_hours",
    },
    "tthc.costs": {
        "Assumption": "assumptions",
        "Bar": "bars",
        "Burden": "burdens",
        "Cell": "cells",
        "ChangeSplit": "change_splits",
        "Convention": "conventions",
        "CostLine": "cost_lines",
        "CostSheet": "cost_sheets",
        "CostTable": "cost_tables",
        "Delay": "delays",
        "Discrete": "discretes",
        "FeeFigure": "fee_figures",
        "GroupChange": "group_changes",
        "GroupEdition": "group_editions",
        "GroupFigures": "group_figures",
        "HourlyIncome": "hourly_incomes",
        "KeptApart": "kept_aparts",
        "Moments": "moments",
        "Norm": "norms",
        "Norms": "norm_tables",
        "Parameters": "parameters",
        "Price": "prices",
        "Resolved": "resolved_figures",
        "Segment": "segments",
        "SheetReport": "sheet_reports",
        "Shortening": "shortenings",
        "SourceFigure": "source_figures",
        "SourceRule": "source_rules",
        "Spread": "spreads",
        "Stated": "stated_figures",
        "StatedPercent": "stated_percents",
        "StatedProduct": "stated_products",
        "StatedRate": "stated_rates",
        "StatedReform": "stated_reforms",
        "StatedSum": "stated_sums",
        "StatedWork": "stated_work",
        "StepGraph": "step_graphs",
        "TimedStep": "timed_steps",
        "Unpriced": "unpriced_parts",
        "WhyIncomparable": "whys_incomparable",
        "WorkingTime": "working_times",
    },
    "tthc.dated": {
        "Dated": "dated",
        "Interval": "intervals",
    },
    "tthc.dossiers": {
        "Dossier": "dossiers",
        "Event": "events",
        "Judgement": "judgements",
        "OnTimeRule": "on_time_rules",
        "Practice": "practices",
    },
    "tthc.fees": {
        "Fee": "fees",
    },
    "tthc.findings": {
        "Finding": "findings",
        "Message": "messages",
        "Report": "reports",
    },
    "tthc.frozen": {
        "FrozenMap": "frozen_maps",
    },
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
    "tthc.indices": {
        "Aggregate": "aggregates",
        "Index": "indices",
        "Indicator": "indicators",
        "Normalisation": "normalisations",
        "ReferenceScale": "reference_scales",
        "Reweighting": "reweightings",
        "Scale": "scales",
        "Treatment": "treatments",
        "Variant": "variants",
        "Variation": "variations",
    },
    "tthc.law": {
        "Citation": "citations",
        "LegalDocument": "legal_documents",
        "LegalRegister": "legal_registers",
    },
    "tthc.money": {
        "Money": "money",
    },
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
        "Left": "lefts",
        "LevelRule": "level_rules",
        "Method": "methods",
        "Move": "moves",
        "OnlineLevel": "online_levels",
        "Procedure": "procedures",
        "Reassignment": "reassignments",
        "ResponsibleAgency": "responsible_agencies",
        "Result": "results",
        "Source": "sources",
        "Step": "steps",
        "Terms": "terms",
    },
    "tthc.programmes": {
        "Agenda": "agendas",
        "Attainment": "attainments",
        "Base": "bases",
        "Body": "bodies",
        "Contribution": "contributions",
        "Contributions": "contribution_tables",
        "Delivered": "deliveries",
        "Directive": "directives",
        "Lead": "leads",
        "Link": "links",
        "Movement": "movements",
        "Observation": "observations",
        "Programme": "programmes",
        "Progress": "progresses",
        "Target": "targets",
        "Task": "tasks",
        "TaskStatus": "task_statuses",
        "Term": "programme_terms",
        "Trace": "traces",
        "UnitProgress": "unit_progresses",
    },
    "tthc.rankings": {
        "Agreement": "agreements",
        "Atom": "atoms",
        "Change": "rank_changes",
        "CutClaim": "cut_claims",
        "Division": "divisions",
        "Edition": "editions",
        "Effect": "rank_effects",
        "FigureAtom": "figure_atoms",
        "FigureVerdict": "figure_verdicts",
        "Group": "groups",
        "History": "rank_histories",
        "IndexMethod": "index_methods",
        "Lift": "lifts",
        "Needed": "needs",
        "Placing": "placings",
        "Precision": "precisions",
        "RankClaim": "rank_claims",
        "Ranking": "rankings",
        "RatioClaim": "ratio_claims",
        "Reason": "reasons",
        "Standing": "standings",
        "TieOrder": "tie_orders",
        "Verdict": "verdicts",
    },
    "tthc.reference.agencies": {
        "Province": "provinces",
    },
    "tthc.service_quality": {
        "Entry": "tally_entries",
        "Grade": "service_grades",
        "Group": "service_groups",
        "Measure": "service_measures",
        "Profile": "service_profiles",
        "ServiceScore": "service_scores",
        "Tally": "tallies",
    },
    "tthc.simplification": {
        "Apportionment": "apportionments",
        "Choice": "choices",
        "Interaction": "interactions",
        "Part": "credited_parts",
    },
    "tthc.text": {
        "Unparsed": "unparsed",
    },
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

        # Dated[Fee], or Dated alone; what a strategy knows by itself (the units of a Ranking) is left to it.
        open_ones = (p for p in getattr(cls, "__parameters__", ()) if p.__bound__ is None)
        args = getattr(cls, "__args__", None) or tuple(open_ones)
        found: object = getattr(import_module("tthc.strategies"), name)(*map(st.from_type, args))
        return found

    return make

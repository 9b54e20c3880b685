"""Costs: what a procedure costs those who must go through it, under one convention, cell by cell."""

from tthc._lazy import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tthc.costs import amounts as amounts
    from tthc.costs import annual as annual
    from tthc.costs import auditing as auditing
    from tthc.costs import constant_basis as constant_basis
    from tthc.costs import conventions as conventions
    from tthc.costs import distributions as distributions
    from tthc.costs import elapsed as elapsed
    from tthc.costs import gaps as gaps
    from tthc.costs import groups as groups
    from tthc.costs import model as model
    from tthc.costs import norms as norms
    from tthc.costs import parameters as parameters
    from tthc.costs import schedules as schedules
    from tthc.costs import sheet as sheet
    from tthc.costs import sheet_report as sheet_report
    from tthc.costs import simulation as simulation
    from tthc.costs import sources as sources
    from tthc.costs import stated as stated
    from tthc.costs import table as table
    from tthc.costs import uncertainty as uncertainty
    from tthc.costs import working_time as working_time
    from tthc.costs.amounts import Figure, Price, Spread, SpreadKind, mean_of
    from tthc.costs.annual import Timing, annualise, annuity_factor, equivalent_annual_cost, net_present_value
    from tthc.costs.auditing import Auditable, audit, audit_change
    from tthc.costs.constant_basis import Burden, ChangeSplit, split_change
    from tthc.costs.conventions import (
        AUSTRALIA_RBM,
        CONVENTIONS,
        GERMANY_ERFUELLUNGSAUFWAND,
        INTERNATIONAL_SCM,
        VN_TT02_2017,
        Convention,
        OneOff,
        SourcePolicy,
    )
    from tthc.costs.distributions import Discrete, Distribution, Moments, moments_of
    from tthc.costs.elapsed import Duration, KeptApart, Shortening, StepActor, StepGraph, TimedStep
    from tthc.costs.gaps import ACTIVITIES, Activity, Assumption, AssumptionKind, Unpriced, WhyUnpriced
    from tthc.costs.groups import GroupChange, GroupEdition, GroupFigures, GroupMeasure, WhyIncomparable
    from tthc.costs.model import compliance_cost
    from tthc.costs.norms import DOCUMENT_ELEMENTS, ELEMENTS, Element, Norm, Norms, Obligation, Performer
    from tthc.costs.parameters import Delay, FeeFigure, HourlyIncome, Parameters, Segment, hourly_income
    from tthc.costs.schedules import StepSchedule
    from tthc.costs.sheet import CostLine, CostSheet
    from tthc.costs.sheet_report import SheetReport
    from tthc.costs.simulation import PercentileRule, Probability, Simulation, probability_of_target, simulate
    from tthc.costs.sources import (
        HIGHEST,
        LOWER_MIDDLE,
        LOWEST,
        MEAN,
        MEDIAN,
        SOURCE_RULES,
        Resolved,
        SourceFigure,
        SourceRule,
        resolve,
    )
    from tthc.costs.stated import (
        Stated,
        StatedPercent,
        StatedProduct,
        StatedRate,
        StatedReform,
        StatedSum,
        StatedWork,
        Statement,
    )
    from tthc.costs.table import AXES, Axis, Cell, CostTable, Kind, Measure
    from tthc.costs.uncertainty import Bar, elasticities, moments, switching_value, tornado
    from tthc.costs.working_time import WhyApart, WorkingTime

__all__ = [
    "ACTIVITIES",
    "AUSTRALIA_RBM",
    "AXES",
    "CONVENTIONS",
    "DOCUMENT_ELEMENTS",
    "ELEMENTS",
    "GERMANY_ERFUELLUNGSAUFWAND",
    "HIGHEST",
    "INTERNATIONAL_SCM",
    "LOWER_MIDDLE",
    "LOWEST",
    "MEAN",
    "MEDIAN",
    "SOURCE_RULES",
    "VN_TT02_2017",
    "Activity",
    "Assumption",
    "AssumptionKind",
    "Auditable",
    "Axis",
    "Bar",
    "Burden",
    "Cell",
    "ChangeSplit",
    "Convention",
    "CostLine",
    "CostSheet",
    "CostTable",
    "Delay",
    "Discrete",
    "Distribution",
    "Duration",
    "Element",
    "FeeFigure",
    "Figure",
    "GroupChange",
    "GroupEdition",
    "GroupFigures",
    "GroupMeasure",
    "HourlyIncome",
    "KeptApart",
    "Kind",
    "Measure",
    "Moments",
    "Norm",
    "Norms",
    "Obligation",
    "OneOff",
    "Parameters",
    "PercentileRule",
    "Performer",
    "Price",
    "Probability",
    "Resolved",
    "Segment",
    "SheetReport",
    "Shortening",
    "Simulation",
    "SourceFigure",
    "SourcePolicy",
    "SourceRule",
    "Spread",
    "SpreadKind",
    "Stated",
    "StatedPercent",
    "StatedProduct",
    "StatedRate",
    "StatedReform",
    "StatedSum",
    "StatedWork",
    "Statement",
    "StepActor",
    "StepGraph",
    "StepSchedule",
    "TimedStep",
    "Timing",
    "Unpriced",
    "WhyApart",
    "WhyIncomparable",
    "WhyUnpriced",
    "WorkingTime",
    "annualise",
    "annuity_factor",
    "audit",
    "audit_change",
    "compliance_cost",
    "elasticities",
    "equivalent_annual_cost",
    "hourly_income",
    "mean_of",
    "moments",
    "moments_of",
    "net_present_value",
    "probability_of_target",
    "resolve",
    "simulate",
    "split_change",
    "switching_value",
    "tornado",
]

_HOMES = {
    "amounts": "Figure Price Spread SpreadKind mean_of",
    "annual": "Timing annualise annuity_factor equivalent_annual_cost net_present_value",
    "auditing": "Auditable audit audit_change",
    "constant_basis": "Burden ChangeSplit split_change",
    "conventions": "AUSTRALIA_RBM CONVENTIONS GERMANY_ERFUELLUNGSAUFWAND INTERNATIONAL_SCM VN_TT02_2017 Convention"
    " OneOff SourcePolicy",
    "distributions": "Discrete Distribution Moments moments_of",
    "elapsed": "Duration KeptApart Shortening StepActor StepGraph TimedStep",
    "gaps": "ACTIVITIES Activity Assumption AssumptionKind Unpriced WhyUnpriced",
    "groups": "GroupChange GroupEdition GroupFigures GroupMeasure WhyIncomparable",
    "model": "compliance_cost",
    "norms": "DOCUMENT_ELEMENTS ELEMENTS Element Norm Norms Obligation Performer",
    "parameters": "Delay FeeFigure HourlyIncome Parameters Segment hourly_income",
    "schedules": "StepSchedule",
    "sheet": "CostLine CostSheet",
    "sheet_report": "SheetReport",
    "simulation": "PercentileRule Probability Simulation probability_of_target simulate",
    "sources": "HIGHEST LOWER_MIDDLE LOWEST MEAN MEDIAN SOURCE_RULES Resolved SourceFigure SourceRule resolve",
    "stated": "Stated StatedPercent StatedProduct StatedRate StatedReform StatedSum StatedWork Statement",
    "table": "AXES Axis Cell CostTable Kind Measure",
    "uncertainty": "Bar elasticities moments switching_value tornado",
    "working_time": "WhyApart WorkingTime",
}


def __dir__() -> list[str]:
    return __all__


if not TYPE_CHECKING:
    __getattr__ = lazy(__name__, _HOMES, modules=" ".join(_HOMES))

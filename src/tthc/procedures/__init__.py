"""Procedures: their components, the terms of one applicant, catalogues of them and what changed between two."""

from tthc._lazy import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tthc.procedures import catalogue as catalogue
    from tthc.procedures import changes as changes
    from tthc.procedures import components as components
    from tthc.procedures import procedure as procedure
    from tthc.procedures import reassignment as reassignment
    from tthc.procedures import terms as terms
    from tthc.procedures.catalogue import Catalogue
    from tthc.procedures.changes import CatalogueDifference, Change, Difference, difference
    from tthc.procedures.components import (
        REGIMES,
        Act,
        Announcement,
        Audience,
        Case,
        Channel,
        Condition,
        Document,
        Form,
        Formality,
        Level,
        Method,
        OnlineLevel,
        Reason,
        Regime,
        ResponsibleAgency,
        Result,
        Role,
        Source,
        Step,
    )
    from tthc.procedures.procedure import COMPONENTS, Procedure, State
    from tthc.procedures.reassignment import Left, LevelRule, Move, Reassignment, WhyLeft, reassign
    from tthc.procedures.terms import Ambiguity, Terms, fees_on

__all__ = [
    "COMPONENTS",
    "REGIMES",
    "Act",
    "Ambiguity",
    "Announcement",
    "Audience",
    "Case",
    "Catalogue",
    "CatalogueDifference",
    "Change",
    "Channel",
    "Condition",
    "Difference",
    "Document",
    "Form",
    "Formality",
    "Left",
    "Level",
    "LevelRule",
    "Method",
    "Move",
    "OnlineLevel",
    "Procedure",
    "Reason",
    "Reassignment",
    "Regime",
    "ResponsibleAgency",
    "Result",
    "Role",
    "Source",
    "State",
    "Step",
    "Terms",
    "WhyLeft",
    "difference",
    "fees_on",
    "reassign",
]

_HOMES = {
    "catalogue": "Catalogue",
    "changes": "CatalogueDifference Change Difference difference",
    "components": "REGIMES Act Announcement Audience Case Channel Condition Document Form Formality Level Method"
    " OnlineLevel Reason Regime ResponsibleAgency Result Role Source Step",
    "procedure": "COMPONENTS Procedure State",
    "reassignment": "Left LevelRule Move Reassignment WhyLeft reassign",
    "terms": "Ambiguity Terms fees_on",
}


def __dir__() -> list[str]:
    return __all__


if not TYPE_CHECKING:
    __getattr__ = lazy(__name__, _HOMES, modules=" ".join(_HOMES))

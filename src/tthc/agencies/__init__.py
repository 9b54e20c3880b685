"""Agencies: bodies through their reorganisations, who came after whom, who is in charge and who decides on a day."""

from tthc._lazy import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tthc.agencies import agency as agency
    from tthc.agencies import directory as directory
    from tthc.agencies import duties as duties
    from tthc.agencies import events as events
    from tthc.agencies import inheritance as inheritance
    from tthc.agencies import lineage as lineage
    from tthc.agencies import mandates as mandates
    from tthc.agencies.agency import Agency, AgencyKind, AgencyLevel, Territory, UnitType
    from tthc.agencies.directory import AgencyDirectory, Named
    from tthc.agencies.duties import Duty
    from tthc.agencies.events import Reorganisation, ReorganisationKind
    from tthc.agencies.inheritance import Inheritance
    from tthc.agencies.lineage import History
    from tthc.agencies.mandates import Competence, Delegation, DelegationKind, Function, LegalForm, Mandate, Tenure

__all__ = [
    "Agency",
    "AgencyDirectory",
    "AgencyKind",
    "AgencyLevel",
    "Competence",
    "Delegation",
    "DelegationKind",
    "Duty",
    "Function",
    "History",
    "Inheritance",
    "LegalForm",
    "Mandate",
    "Named",
    "Reorganisation",
    "ReorganisationKind",
    "Tenure",
    "Territory",
    "UnitType",
]

_HOMES = {
    "agency": "Agency AgencyKind AgencyLevel Territory UnitType",
    "directory": "AgencyDirectory Named",
    "duties": "Duty",
    "events": "Reorganisation ReorganisationKind",
    "inheritance": "Inheritance",
    "lineage": "History",
    "mandates": "Competence Delegation DelegationKind Function LegalForm Mandate Tenure",
}


def __dir__() -> list[str]:
    return __all__


if not TYPE_CHECKING:
    __getattr__ = lazy(__name__, _HOMES, modules=" ".join(_HOMES))

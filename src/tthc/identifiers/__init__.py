"""The numbers printed on administrative papers, one type each; every type reads with `parse` and prints with `str`.

A type checks the *form* of a number. Whether the agency, province or procedure behind it exists on a day is a dated
question for a directory, never a reason to refuse the number.
"""

from tthc._lazy import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tthc.identifiers import agency as agency
    from tthc.identifiers import dossier as dossier
    from tthc.identifiers import generic as generic
    from tthc.identifiers import legal as legal
    from tthc.identifiers import person as person
    from tthc.identifiers import procedure as procedure
    from tthc.identifiers import tax as tax
    from tthc.identifiers import unit as unit
    from tthc.identifiers._legal_finding import find_legal_numbers
    from tthc.identifiers.agency import AgencyCode
    from tthc.identifiers.dossier import DossierCode
    from tthc.identifiers.generic import Identifier
    from tthc.identifiers.legal import LegalNumber
    from tthc.identifiers.person import PersonalId
    from tthc.identifiers.procedure import ProcedureCode
    from tthc.identifiers.tax import TaxCode
    from tthc.identifiers.unit import UnitCode

__all__ = [
    "AgencyCode",
    "DossierCode",
    "Identifier",
    "LegalNumber",
    "PersonalId",
    "ProcedureCode",
    "TaxCode",
    "UnitCode",
    "find_legal_numbers",
]

_HOMES = {
    "_legal_finding": "find_legal_numbers",
    "agency": "AgencyCode",
    "dossier": "DossierCode",
    "generic": "Identifier",
    "legal": "LegalNumber",
    "person": "PersonalId",
    "procedure": "ProcedureCode",
    "tax": "TaxCode",
    "unit": "UnitCode",
}


def __dir__() -> list[str]:
    return __all__


if not TYPE_CHECKING:
    __getattr__ = lazy(__name__, _HOMES, modules="agency dossier generic legal person procedure tax unit")

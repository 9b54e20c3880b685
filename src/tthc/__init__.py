"""Administrative procedures (thủ tục hành chính) as exact, dated, checkable values.

Every name here loads its module on first use, so `import tthc` itself costs nothing. Sub-packages are reachable the
same way: `tthc.interop`, `tthc.codec`, `tthc.calendar`, …

>>> import tthc
>>> tthc.Money(25_000)
Money(25000)
"""

from tthc._lazy import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tthc import agencies as agencies
    from tthc import calendar as calendar
    from tthc import codec as codec
    from tthc import costs as costs
    from tthc import dated as dated
    from tthc import dossiers as dossiers
    from tthc import errors as errors
    from tthc import exact as exact
    from tthc import fees as fees
    from tthc import findings as findings
    from tthc import frozen as frozen
    from tthc import identifiers as identifiers
    from tthc import indices as indices
    from tthc import interop as interop
    from tthc import law as law
    from tthc import money as money
    from tthc import numerals as numerals
    from tthc import procedures as procedures
    from tthc import programmes as programmes
    from tthc import rankings as rankings
    from tthc import reference as reference
    from tthc import repairs as repairs
    from tthc import service_quality as service_quality
    from tthc import simplification as simplification
    from tthc import strategies as strategies
    from tthc import text as text
    from tthc import validation as validation
    from tthc.agencies import Agency, AgencyDirectory
    from tthc.calendar import DueDate, TimeLimit, due
    from tthc.costs import CostTable, Norms, Parameters, compliance_cost
    from tthc.dated import Dated, Interval
    from tthc.dossiers import Dossier, practice
    from tthc.errors import DecodeError, MalformedError, ParseError, TthcError
    from tthc.fees import Fee
    from tthc.findings import Finding, Report, Severity
    from tthc.frozen import FrozenMap
    from tthc.identifiers import (
        AgencyCode,
        DossierCode,
        Identifier,
        LegalNumber,
        PersonalId,
        ProcedureCode,
        TaxCode,
        UnitCode,
    )
    from tthc.indices import Index
    from tthc.law import Citation, LegalDocument, LegalRegister
    from tthc.money import Money
    from tthc.procedures import (
        Announcement,
        Audience,
        Case,
        Catalogue,
        Condition,
        Document,
        Form,
        Method,
        OnlineLevel,
        Procedure,
        ResponsibleAgency,
        Result,
        Source,
        Step,
        Terms,
        difference,
        reassign,
    )
    from tthc.programmes import Agenda, Programme, Target, Task
    from tthc.rankings import (
        Edition,
        RankClaim,
        Ranking,
        RatioClaim,
        Standing,
        Verdict,
        check_claim,
        check_ratio,
        parse_claims,
        parse_ratio_claims,
    )
    from tthc.service_quality import Tally
    from tthc.text import Unparsed
    from tthc.validation import Rule, RuleSet, explain, mend, validate

__version__ = "0.1.0"

__all__ = [
    "Agency",
    "AgencyCode",
    "AgencyDirectory",
    "Agenda",
    "Announcement",
    "Audience",
    "Case",
    "Catalogue",
    "Citation",
    "Condition",
    "CostTable",
    "Dated",
    "DecodeError",
    "Document",
    "Dossier",
    "DossierCode",
    "DueDate",
    "Edition",
    "Fee",
    "Finding",
    "Form",
    "FrozenMap",
    "Identifier",
    "Index",
    "Interval",
    "LegalDocument",
    "LegalNumber",
    "LegalRegister",
    "MalformedError",
    "Method",
    "Money",
    "Norms",
    "OnlineLevel",
    "Parameters",
    "ParseError",
    "PersonalId",
    "Procedure",
    "ProcedureCode",
    "Programme",
    "RankClaim",
    "Ranking",
    "RatioClaim",
    "Report",
    "ResponsibleAgency",
    "Result",
    "Rule",
    "RuleSet",
    "Severity",
    "Source",
    "Standing",
    "Step",
    "Tally",
    "Target",
    "Task",
    "TaxCode",
    "Terms",
    "TimeLimit",
    "TthcError",
    "UnitCode",
    "Unparsed",
    "Verdict",
    "check_claim",
    "check_ratio",
    "compliance_cost",
    "difference",
    "due",
    "explain",
    "mend",
    "parse_claims",
    "parse_ratio_claims",
    "practice",
    "reassign",
    "validate",
]

# The home of every name above. tests/api/test_facade.py holds the three lists of this file together, and to reality.
_HOMES = {
    "agencies": "Agency AgencyDirectory",
    "calendar": "DueDate TimeLimit due",
    "costs": "CostTable Norms Parameters compliance_cost",
    "dated": "Dated Interval",
    "dossiers": "Dossier practice",
    "errors": "DecodeError MalformedError ParseError TthcError",
    "fees": "Fee",
    "findings": "Finding Report Severity",
    "frozen": "FrozenMap",
    "identifiers": "AgencyCode DossierCode Identifier LegalNumber PersonalId ProcedureCode TaxCode UnitCode",
    "indices": "Index",
    "law": "Citation LegalDocument LegalRegister",
    "money": "Money",
    "procedures": "Announcement Audience Case Catalogue Condition Document Form Method OnlineLevel Procedure"
    " ResponsibleAgency Result Source Step Terms difference reassign",
    "programmes": "Agenda Programme Target Task",
    "rankings": "Edition RankClaim Ranking RatioClaim Standing Verdict check_claim check_ratio parse_claims"
    " parse_ratio_claims",
    "service_quality": "Tally",
    "text": "Unparsed",
    "validation": "Rule RuleSet explain mend validate",
}
_MODULES = (
    "agencies calendar codec costs dated dossiers errors exact fees findings frozen identifiers indices"
    " interop law money numerals procedures programmes rankings reference repairs service_quality"
    " simplification text validation"
)


def __dir__() -> list[str]:
    return sorted([*__all__, *_MODULES.split()])


if not TYPE_CHECKING:
    # `strategies` wants Hypothesis: reachable, but a walk over dir(tthc) does not load it.
    __getattr__ = lazy(__name__, _HOMES, modules=_MODULES + " strategies")

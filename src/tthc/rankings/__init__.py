"""Rankings (bảng xếp hạng): who stands where, how that changed, and whether what is said about it is true."""

from tthc._lazy import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tthc.rankings import agreement as agreement
    from tthc.rankings import claims as claims
    from tthc.rankings import edition as edition
    from tthc.rankings import figures as figures
    from tthc.rankings import groups as groups
    from tthc.rankings import histories as histories
    from tthc.rankings import moves as moves
    from tthc.rankings import needs as needs
    from tthc.rankings import outcomes as outcomes
    from tthc.rankings import parsing as parsing
    from tthc.rankings import precision as precision
    from tthc.rankings import ranking as ranking
    from tthc.rankings import reasons as reasons
    from tthc.rankings import ties as ties
    from tthc.rankings import verdicts as verdicts
    from tthc.rankings.agreement import Agreement, agreement_of, kendall_tau_b, mean_rank_shift, reversals
    from tthc.rankings.claims import CutClaim, RankClaim, RatioClaim
    from tthc.rankings.edition import Aggregation, Edition, IndexMethod
    from tthc.rankings.figures import check_cut, check_ratio
    from tthc.rankings.groups import Group
    from tthc.rankings.histories import History, history
    from tthc.rankings.moves import Change, Division, Effect, EffectOrder, change
    from tthc.rankings.needs import Needed, freeze, needed, what_if
    from tthc.rankings.outcomes import (
        Atom,
        FigureAtom,
        FigureOutcome,
        FigureVerdict,
        Outcome,
        Placing,
        TieOrder,
        Verdict,
    )
    from tthc.rankings.parsing import parse_claims, parse_cut_claims, parse_ratio_claims
    from tthc.rankings.precision import Cut, Lift, Precision, lift, lift_either
    from tthc.rankings.ranking import Disagreement, Ranking, Standing
    from tthc.rankings.reasons import Reason
    from tthc.rankings.ties import Ties
    from tthc.rankings.verdicts import check_claim

__all__ = [
    "Aggregation",
    "Agreement",
    "Atom",
    "Change",
    "Cut",
    "CutClaim",
    "Disagreement",
    "Division",
    "Edition",
    "Effect",
    "EffectOrder",
    "FigureAtom",
    "FigureOutcome",
    "FigureVerdict",
    "Group",
    "History",
    "IndexMethod",
    "Lift",
    "Needed",
    "Outcome",
    "Placing",
    "Precision",
    "RankClaim",
    "Ranking",
    "RatioClaim",
    "Reason",
    "Standing",
    "TieOrder",
    "Ties",
    "Verdict",
    "agreement_of",
    "change",
    "check_claim",
    "check_cut",
    "check_ratio",
    "freeze",
    "history",
    "kendall_tau_b",
    "lift",
    "lift_either",
    "mean_rank_shift",
    "needed",
    "parse_claims",
    "parse_cut_claims",
    "parse_ratio_claims",
    "reversals",
    "what_if",
]

_HOMES = {
    "agreement": "Agreement agreement_of kendall_tau_b mean_rank_shift reversals",
    "claims": "CutClaim RankClaim RatioClaim",
    "edition": "Aggregation Edition IndexMethod",
    "figures": "check_cut check_ratio",
    "groups": "Group",
    "histories": "History history",
    "moves": "Change Division Effect EffectOrder change",
    "needs": "Needed freeze needed what_if",
    "outcomes": "Atom FigureAtom FigureOutcome FigureVerdict Outcome Placing TieOrder Verdict",
    "parsing": "parse_claims parse_cut_claims parse_ratio_claims",
    "precision": "Cut Lift Precision lift lift_either",
    "ranking": "Disagreement Ranking Standing",
    "reasons": "Reason",
    "ties": "Ties",
    "verdicts": "check_claim",
}


def __dir__() -> list[str]:
    return __all__


if not TYPE_CHECKING:
    __getattr__ = lazy(__name__, _HOMES, modules=" ".join(_HOMES))

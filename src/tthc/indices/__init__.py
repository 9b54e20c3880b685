"""Composite indices (chỉ số tổng hợp) as data: indicators, weights, scales, scores, and how to read them.

`Index` is the tree, `Index.evaluate` the scores by unit and node; the published methods stand in `published`.
"""

from tthc._lazy import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tthc.indices import compiled as compiled
    from tthc.indices import evaluation as evaluation
    from tthc.indices import importance as importance
    from tthc.indices import index as index
    from tthc.indices import needs as needs
    from tthc.indices import nodes as nodes
    from tthc.indices import normalise as normalise
    from tthc.indices import published as published
    from tthc.indices import reading as reading
    from tthc.indices import removal as removal
    from tthc.indices import robustness as robustness
    from tthc.indices import scales as scales
    from tthc.indices import scores as scores
    from tthc.indices import sobol as sobol
    from tthc.indices import trace as trace
    from tthc.indices import treatment as treatment
    from tthc.indices import variation as variation
    from tthc.indices import voting as voting
    from tthc.indices import weights as weights
    from tthc.indices.compiled import Compiled, Joint
    from tthc.indices.evaluation import Evaluation
    from tthc.indices.importance import Importance, effective_importance
    from tthc.indices.index import Index
    from tthc.indices.needs import Need, needed_figure
    from tthc.indices.nodes import Aggregate, Aggregation, Direction, Indicator, MissingRule, Weights
    from tthc.indices.normalise import (
        Normalisation,
        as_it_is,
        band,
        best_worst,
        borda,
        categories,
        distance_to_best,
        distance_to_reference,
        distance_to_target,
        fraction_of_maximum,
        goalposts,
        min_max,
        percentile,
        points,
        rank_score,
        steps,
        z_score,
    )
    from tthc.indices.reading import ScoreChange, contributions, score_change
    from tthc.indices.removal import Removal, leave_one_out
    from tthc.indices.robustness import Draw, Robustness, Sensitivity, robustness_of
    from tthc.indices.scales import ReferenceScale, Scale
    from tthc.indices.scores import Number, Score
    from tthc.indices.sobol import Influence, influences, sobol_indices
    from tthc.indices.trace import Trace, TraceLine
    from tthc.indices.treatment import Treatment, kurtosis, log, skewness, winsorise
    from tthc.indices.variation import LeftOut, Reweighting, Variant, Variation, dirichlet, noise
    from tthc.indices.voting import Ballot, Kemeny, borda_count, condorcet, copeland, kemeny, outranking
    from tthc.indices.weights import budget_weights

__all__ = [
    "Aggregate",
    "Aggregation",
    "Ballot",
    "Compiled",
    "Direction",
    "Draw",
    "Evaluation",
    "Importance",
    "Index",
    "Indicator",
    "Influence",
    "Joint",
    "Kemeny",
    "LeftOut",
    "MissingRule",
    "Need",
    "Normalisation",
    "Number",
    "ReferenceScale",
    "Removal",
    "Reweighting",
    "Robustness",
    "Scale",
    "Score",
    "ScoreChange",
    "Sensitivity",
    "Trace",
    "TraceLine",
    "Treatment",
    "Variant",
    "Variation",
    "Weights",
    "as_it_is",
    "band",
    "best_worst",
    "borda",
    "borda_count",
    "budget_weights",
    "categories",
    "condorcet",
    "contributions",
    "copeland",
    "dirichlet",
    "distance_to_best",
    "distance_to_reference",
    "distance_to_target",
    "effective_importance",
    "fraction_of_maximum",
    "goalposts",
    "influences",
    "kemeny",
    "kurtosis",
    "leave_one_out",
    "log",
    "min_max",
    "needed_figure",
    "noise",
    "outranking",
    "percentile",
    "points",
    "rank_score",
    "robustness_of",
    "score_change",
    "skewness",
    "sobol_indices",
    "steps",
    "winsorise",
    "z_score",
]

_HOMES = {
    "compiled": "Compiled Joint",
    "evaluation": "Evaluation",
    "importance": "Importance effective_importance",
    "index": "Index",
    "needs": "Need needed_figure",
    "nodes": "Aggregate Aggregation Direction Indicator MissingRule Weights",
    "normalise": "Normalisation as_it_is band best_worst borda categories distance_to_best distance_to_reference"
    " distance_to_target fraction_of_maximum goalposts min_max percentile points rank_score steps z_score",
    "reading": "ScoreChange contributions score_change",
    "removal": "Removal leave_one_out",
    "robustness": "Draw Robustness Sensitivity robustness_of",
    "scales": "ReferenceScale Scale",
    "scores": "Number Score",
    "sobol": "Influence influences sobol_indices",
    "trace": "Trace TraceLine",
    "treatment": "Treatment kurtosis log skewness winsorise",
    "variation": "LeftOut Reweighting Variant Variation dirichlet noise",
    "voting": "Ballot Kemeny borda_count condorcet copeland kemeny outranking",
    "weights": "budget_weights",
}


def __dir__() -> list[str]:
    return __all__


if not TYPE_CHECKING:
    __getattr__ = lazy(__name__, _HOMES, modules=" ".join((*_HOMES, "published")))

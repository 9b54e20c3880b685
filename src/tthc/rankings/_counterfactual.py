"""Where a unit would stand with another score, all others being as they are."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import cast

from tthc.errors import Fault, MalformedError, NotFoundError
from tthc.rankings.edition import Edition
from tthc.rankings.ranking import Ranking, Standing

__all__ = ["component_score", "fraction_scores", "listed", "place", "score_with", "standing_with", "weight_of"]


def __dir__() -> list[str]:
    return __all__


def listed(ranking: Ranking[str], unit: str) -> None:
    """Raise `NotFoundError` for a unit that the table does not list."""
    if unit not in ranking:
        raise NotFoundError("unit", unit, tuple(ranking))


def fraction_scores(ranking: Ranking[str]) -> dict[str, Fraction]:
    """Return the scores of all units that have a rank."""
    return {unit: Fraction(score) for unit, score in ranking.scores.items() if unit not in ranking.unranked}


def _span(ranking: Ranking[str], rest: list[Fraction], score: Fraction) -> tuple[int, int]:
    better = sum((s > score) is ranking.higher_is_better for s in rest if s != score)
    return better + 1, better + 1 + rest.count(score)


def place(ranking: Ranking[str], unit: str, score: Fraction) -> int | Fraction:
    """Return the rank that a unit would have in a ranking with another score.

    Under the policy "ordinal" nobody says who comes first of equals: the unit gets the best place of the span.
    """
    return cast("int | Fraction", standing_with(ranking, unit, score).rank)


def standing_with(ranking: Ranking[str], unit: str, score: Fraction) -> Standing[str]:
    """Return where a unit would stand in a ranking with another score."""
    rest = [s for u, s in fraction_scores(ranking).items() if u != unit]
    first, last = _span(ranking, rest, score)
    rank: int | Fraction = first
    if ranking.ties == "last_of_ties":
        rank = last
    elif ranking.ties == "average":
        rank = Fraction(first + last, 2)
    elif ranking.ties == "dense":
        rank = 1 + len({s for s in rest if s != score and (s > score) is ranking.higher_is_better})
    ranked = len(rest) + 1
    return Standing(
        unit=unit,
        rank=rank,
        of=max(ranking.of + (unit not in ranking), ranked),
        ranked=ranked,
        score=score,
        tied=(first, last),
        percentile=Fraction(2 * ranked - first - last, 2 * (ranked - 1)) if ranked > 1 else Fraction(1),
        group=ranking.group,
    )


def weight_of(edition: Edition, component: str) -> Fraction:
    """Return the weight of a component in the index of an edition, all of them adding up to 1.

    Raises `MalformedError` where the method is not known or is no weighted mean, `NotFoundError` for a component
    without a weight.
    """
    method = edition.method
    if method is None or method.aggregation != "arithmetic" or not method.weights:
        expected = "a method with weights that is a weighted arithmetic mean"
        raise MalformedError("Edition", (Fault("method", method, expected),))
    share = method.share(component)
    if not share:
        raise NotFoundError("component with a weight", component, tuple(c for c, w in method.weights.items() if w))
    return share


def component_score(edition: Edition, component: str, unit: str) -> Fraction:
    """Return the score of a unit in a component; raises `NotFoundError` where there is none."""
    scores = edition.components.get(component)
    if scores is None:
        raise NotFoundError("component", component, tuple(edition.components))
    if unit not in scores:
        raise NotFoundError(f"unit in {component} {edition.year}", unit, tuple(scores))
    return scores[unit]


def score_with(edition: Edition, unit: str, scores: Mapping[str, Fraction]) -> Fraction:
    """Return the score of a unit in the index with other scores in some components.

    The published score moves by the weighted differences, so what it has from digits that are not printed stays.
    """
    if unit not in edition.scores:
        raise NotFoundError(f"unit with a score in {edition.name}", unit, tuple(edition.scores))
    steps: Iterable[Fraction] = (
        weight_of(edition, name) * (score - component_score(edition, name, unit)) for name, score in scores.items()
    )
    return edition.scores[unit] + sum(steps, Fraction(0))

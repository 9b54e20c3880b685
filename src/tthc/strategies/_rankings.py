"""Rankings and the editions of an index, with ties, units that are not ranked, and groups whose members come and go."""

from fractions import Fraction
from typing import Any, get_args

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from tthc.dated import Dated
from tthc.frozen import FrozenMap
from tthc.rankings import (
    Agreement,
    Cut,
    Edition,
    Group,
    IndexMethod,
    Lift,
    Precision,
    Ranking,
    Standing,
    Ties,
    agreement_of,
    lift,
)
from tthc.strategies._ground import intervals, maybe, some_days, texts

__all__ = [
    "agreements",
    "editions",
    "groups",
    "index_methods",
    "lifts",
    "precisions",
    "rankings",
    "scores_of",
    "standings",
    "unit_names",
]

_UNITS: tuple[str, ...] = ("VNM", "THA", "TZA", "ATG", "SGP", "LAO", "KHM", "Quảng Ninh", "Hải Phòng", "Đà Nẵng")
_COMPONENTS: tuple[str, ...] = ("OSI", "TII", "HCI")


def __dir__() -> list[str]:
    return __all__


# ── what rankings are made of ────────────────────────────────────────────────────────────────────────────────────────


def unit_names() -> SearchStrategy[str]:
    """Codes of states, names of provinces, any text."""
    return st.sampled_from(_UNITS) | texts().filter(bool)


def scores_of(units: SearchStrategy[Any] | None = None, *, min_size: int = 0) -> SearchStrategy[dict[Any, Any]]:
    """Exact scores by unit, of which few are different, so that ties are common."""
    scores = st.integers(-3, 3) | st.integers(0, 40).map(lambda n: Fraction(n, 10)) | st.fractions()
    names = unit_names() if units is None else units
    return st.dictionaries(names, scores, min_size=min_size, max_size=8)


def precisions() -> SearchStrategy[Precision]:
    """How many digits are printed, and how the rest was left out."""
    return st.builds(Precision, st.integers(0, 6), st.sampled_from(get_args(Cut)))


@st.composite
def lifts(draw: st.DrawFn, units: SearchStrategy[Any] | None = None) -> Lift[Any]:
    """The fractions behind printed scores, found or refused."""
    names = unit_names() if units is None else units
    printed = draw(st.dictionaries(names, st.integers(0, 1000), max_size=6))
    precision = Precision(3, draw(st.sampled_from(get_args(Cut))))
    return lift({unit: Fraction(n, 1000) for unit, n in printed.items()}, precision)


def groups() -> SearchStrategy[Group]:
    """Groups of units; a member may have left and come back."""
    names = texts().filter(bool)
    members = st.lists(unit_names(), max_size=4, unique=True).flatmap(_memberships)
    return st.builds(Group, name=names, vi=names, en=names, membership=members, aliases=st.just(()), source=texts())


def _memberships(units: list[str]) -> SearchStrategy[tuple[Dated[str], ...]]:
    return st.tuples(*(st.builds(Dated, st.just(unit), intervals()) for unit in units))


@st.composite
def rankings(draw: st.DrawFn, units: SearchStrategy[Any] | None = None) -> Ranking[Any]:
    """Rankings from scores, from printed ranks or from both, under every policy."""
    scores = draw(scores_of(units))
    reasons = {unit: "x" for unit in scores if draw(st.integers(0, 9)) == 0}
    made = Ranking.from_scores(
        scores,
        ties=draw(st.sampled_from(("competition", "last_of_ties", "dense"))),
        higher_is_better=draw(st.booleans()),
        unranked=reasons,
        precision=draw(maybe(precisions())),
        name=draw(texts()),
    )
    printed = {unit: int(standing.rank) for unit, standing in made.items() if standing.rank is not None}
    if draw(st.booleans()):
        prefer: Any = draw(st.sampled_from(("published", "computed")))
        made = attrs.evolve(made, ranks=FrozenMap(printed), prefer=prefer) if printed else made
    elif draw(st.booleans()):
        made = Ranking.from_ranks(printed, ties=made.ties, unranked=reasons)
    if draw(st.booleans()):
        made = made.among([unit for unit in made if draw(st.booleans())], name=draw(texts()))
    ties: Ties = draw(st.sampled_from(get_args(Ties)))
    return made.with_ties(ties, order=tuple(draw(st.permutations(tuple(made)))) if ties == "ordinal" else None)


def standings(units: SearchStrategy[Any] | None = None) -> SearchStrategy[Standing[Any]]:
    """Standings of one unit, ranked or not."""
    names = unit_names() if units is None else units
    ranked = st.builds(
        Standing,
        unit=names,
        rank=st.integers(1, 3) | st.just(Fraction(5, 2)),
        of=st.integers(3, 5),
        ranked=st.just(3),
        score=maybe(st.fractions()),
        tied=st.sampled_from([(1, 1), (2, 3)]),
        percentile=st.fractions(0, 1),
        published=maybe(st.integers(1, 3)),
        group=texts(),
    )
    return ranked | st.builds(Standing, unit=names, rank=st.none(), of=st.just(4), ranked=st.just(3), reason=texts())


def agreements(units: SearchStrategy[Any] | None = None) -> SearchStrategy[Agreement[Any]]:
    """What two rankings have in common."""
    return st.builds(agreement_of, rankings(units), rankings(units))


# ── editions ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def index_methods() -> SearchStrategy[IndexMethod]:
    """Methods of an index."""
    weights = st.dictionaries(st.sampled_from(_COMPONENTS), st.fractions(Fraction(1, 100), 1), max_size=3)
    return st.builds(
        IndexMethod,
        id=texts().filter(bool),
        weights=weights,
        digits=maybe(st.integers(0, 6)),
        rounding=maybe(st.sampled_from(get_args(Cut))),
        coverage=texts(),
        components=st.dictionaries(st.sampled_from(_COMPONENTS), texts(), max_size=3),
        note=texts(),
        source=texts(),
    )


@st.composite
def editions(draw: st.DrawFn) -> Edition:
    """Editions of an index: with scores, ranks, both or neither, and components."""
    units = st.sampled_from(_UNITS)
    scores = draw(scores_of(units))
    unranked = {unit: "x" for unit, score in scores.items() if not score}
    ranks: dict[str, Any] = {}
    if draw(st.booleans()):
        ranks = {unit: standing.rank for unit, standing in Ranking.from_scores(scores, unranked=unranked).items()}
        ranks = {unit: rank for unit, rank in ranks.items() if rank is not None}
    return Edition(
        index=draw(st.sampled_from(("EGDI", "PCI", "PAR INDEX"))),
        year=draw(st.integers(2003, 2026)),
        source=draw(texts()),
        published=draw(maybe(some_days())),
        scores=scores if draw(st.booleans()) or not ranks else {},
        ranks=ranks,
        components=draw(st.dictionaries(st.sampled_from(_COMPONENTS), scores_of(units), max_size=2)),
        names=draw(st.dictionaries(units, st.lists(texts(), max_size=2).map(tuple), max_size=2)),
        unranked=unranked,
        method=draw(maybe(index_methods())),
        precision=draw(maybe(precisions())),
        refuses="" if ranks else draw(texts()),
        groups=tuple(draw(st.lists(groups(), max_size=2))),
        aliases=tuple(draw(st.lists(texts(), max_size=2))),
        reference_year=draw(maybe(st.integers(2000, 2026))),
        vintage=draw(texts()),
    )

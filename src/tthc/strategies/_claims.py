"""Claims on ranks and figures, what checks of them find, and what became of a unit between editions."""

import datetime as dt
from fractions import Fraction
from typing import Any, get_args

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from tthc.frozen import FrozenMap
from tthc.rankings import (
    Atom,
    Change,
    CutClaim,
    Division,
    Edition,
    Effect,
    FigureAtom,
    FigureOutcome,
    FigureVerdict,
    History,
    Needed,
    Outcome,
    Placing,
    RankClaim,
    RatioClaim,
    Reason,
    TieOrder,
    Ties,
    Verdict,
    check_claim,
    check_cut,
    check_ratio,
)
from tthc.strategies._ground import maybe, some_days, texts
from tthc.strategies._rankings import editions, unit_names

__all__ = [
    "atoms",
    "cut_claims",
    "divisions",
    "figure_atoms",
    "figure_verdicts",
    "needs",
    "placings",
    "rank_changes",
    "rank_claims",
    "rank_effects",
    "rank_histories",
    "ratio_claims",
    "reasons",
    "tie_orders",
    "verdicts",
]

_INDICES = ("EGDI", "OSI", "TII", "PCI", "PAR INDEX")
_YEARS = st.integers(2003, 2026)
_RANKS = st.integers(1, 9) | st.integers(1, 193)
_NUMBERS = st.integers(0, 10_000).map(Fraction) | st.fractions(0, 10_000, max_denominator=1000)


def __dir__() -> list[str]:
    return __all__


def reasons() -> SearchStrategy[Reason]:
    """Reasons in two languages."""
    return st.builds(Reason, texts(), texts())


# ── claims ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _spans() -> SearchStrategy[tuple[int, int]]:
    return st.tuples(st.integers(0, 500), st.integers(0, 100)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@st.composite
def rank_claims(draw: st.DrawFn) -> RankClaim:
    """Statements on ranks, true and false, whole and not; some fields come from the context."""
    claim = RankClaim(
        index=draw(maybe(st.sampled_from(_INDICES))),
        edition=draw(maybe(_YEARS)),
        unit=draw(maybe(unit_names())),
        rank=draw(maybe(_RANKS)),
        of=draw(maybe(_RANKS)),
        change=draw(maybe(st.integers(-20, 20))),
        was=draw(maybe(_RANKS)),
        since=draw(maybe(_YEARS)),
        group=draw(maybe(st.sampled_from(("ASEAN", "khu vực Đông Nam Á")))),
        span=draw(_spans()),
    )
    stated = draw(st.frozensets(st.sampled_from(sorted(claim.stated)))) if claim.stated else claim.stated
    return attrs.evolve(claim, stated=stated) if draw(st.booleans()) else claim


@st.composite
def ratio_claims(draw: st.DrawFn) -> RatioClaim:
    """Statements on shares."""
    percent, digits = draw(_printed())
    stated = draw(st.booleans())
    return RatioClaim(
        part=draw(_NUMBERS),
        whole=draw(_NUMBERS),
        percent=percent,
        digits=digits if stated else None,
        span=draw(_spans()),
    )


def _printed() -> SearchStrategy[tuple[Fraction, int]]:
    """Numbers with the decimals that they are printed with."""
    return st.tuples(st.integers(0, 100_000), st.integers(-2, 4)).map(lambda pair: (_shifted(*pair), pair[1]))


def _shifted(number: int, digits: int) -> Fraction:
    return Fraction(number) / Fraction(10) ** digits


@st.composite
def cut_claims(draw: st.DrawFn) -> CutClaim:
    """Statements on cuts, with any of the four figures."""
    figures = draw(st.dictionaries(st.sampled_from(("before", "after", "saving", "percent")), _printed(), max_size=4))
    return CutClaim(
        **{name: value for name, (value, _) in figures.items()},
        unit=draw(st.sampled_from(("", "đồng", "tỷ đồng", "ngày"))),
        digits={name: digits for name, (_, digits) in figures.items() if draw(st.booleans())},
        span=draw(_spans()),
    )


# ── what checks find ─────────────────────────────────────────────────────────────────────────────────────────────────


def atoms() -> SearchStrategy[Atom]:
    """Outcomes for single things said."""
    said = maybe(_RANKS | texts())
    fields = st.sampled_from(("index", "edition", "unit", "rank", "of", "change", "was", "since", "group"))
    outcomes = st.sampled_from(get_args(Outcome))
    return st.builds(Atom, field=fields, outcome=outcomes, because=reasons(), stated=said, right=said)


def placings() -> SearchStrategy[Placing]:
    """Places in editions, with a rank or without."""
    about: dict[str, SearchStrategy[Any]] = {
        "index": st.sampled_from(_INDICES),
        "edition": _YEARS,
        "unit": unit_names(),
        "of": st.just(193),
        "ranked": st.just(190),
        "score": maybe(_NUMBERS),
        "group": texts(),
        "vintage": texts(),
        "published": maybe(some_days()),
        "computed": st.booleans(),
        "source": texts(),
    }
    ranked = st.builds(Placing, rank=_RANKS, tied=maybe(st.tuples(st.just(1), st.integers(1, 3))), **about)
    return ranked | st.builds(Placing, rank=st.none(), reason=texts(), **about)


def tie_orders() -> SearchStrategy[TieOrder]:
    """Orders of those that share a place."""
    places = st.lists(st.tuples(_YEARS, _RANKS), max_size=2).map(tuple)
    keys = st.sampled_from(("", "unit", "EGDI"))
    return st.builds(TieOrder, policy=st.sampled_from(get_args(Ties)), by=keys, places=places)


@st.composite
def verdicts(draw: st.DrawFn) -> Verdict:
    """What checks of rank claims against a few editions find; half of the claims are about one of them."""
    claim = draw(rank_claims())
    tables = draw(st.lists(editions(), max_size=3))
    about_first = draw(st.booleans())
    if tables and about_first:
        units = sorted({*tables[0].scores, *tables[0].ranks, "Đà Nẵng"})
        claim = attrs.evolve(
            claim, index=tables[0].index, edition=tables[0].year, unit=draw(st.sampled_from(units)), stated=frozenset()
        )
    return check_claim(claim, tables, on=draw(maybe(st.just(dt.date(2026, 11, 22)))))


def figure_atoms() -> SearchStrategy[FigureAtom]:
    """Outcomes for single figures."""
    fields = st.sampled_from(("percent", "before", "after", "saving"))
    outcomes = st.sampled_from(get_args(FigureOutcome))
    said = maybe(_NUMBERS)
    return st.builds(FigureAtom, field=fields, outcome=outcomes, because=reasons(), stated=said, right=said)


def figure_verdicts() -> SearchStrategy[FigureVerdict]:
    """What checks of ratios and cuts find."""
    return ratio_claims().map(check_ratio) | cut_claims().map(check_cut)


# ── between editions ─────────────────────────────────────────────────────────────────────────────────────────────────


def rank_effects() -> SearchStrategy[Effect]:
    """Places gained or lost by the own score and by the field."""
    places = st.integers(-50, 50).map(lambda n: Fraction(n, 2))
    return st.builds(Effect, own=places, field=places)


def divisions() -> SearchStrategy[Division]:
    """Changes of score by component, whose parts add up."""
    parts = st.fractions(-1, 1, max_denominator=1000)
    shares = st.dictionaries(st.sampled_from(("OSI", "TII", "HCI")), parts, max_size=3)
    return st.builds(_division, shares, parts, parts)


def _division(shares: dict[str, Fraction], reweighting: Fraction, residual: Fraction) -> Division:
    total = sum(shares.values(), Fraction(0)) + reweighting + residual
    return Division(total=total, components=FrozenMap(shares), reweighting=reweighting, residual=residual)


def _ranked_editions() -> SearchStrategy[Edition]:
    return editions().map(lambda edition: attrs.evolve(edition, index="PCI", refuses=""))


def rank_changes() -> SearchStrategy[Change]:
    """What became of a unit between two editions of one index."""
    return st.builds(
        Change,
        earlier=_ranked_editions(),
        later=_ranked_editions(),
        unit=unit_names(),
        index=st.just("PCI"),
        common=st.booleans(),
    )


def rank_histories() -> SearchStrategy[History]:
    """One unit through the editions of one index."""
    tables = st.lists(_ranked_editions(), max_size=3).map(tuple)
    return st.builds(History, editions=tables, unit=unit_names(), index=st.just("PCI"))


@st.composite
def needs(draw: st.DrawFn) -> Needed:
    """What a unit needs for a rank."""
    present, score = draw(_NUMBERS), draw(_NUMBERS)
    components = draw(st.dictionaries(st.sampled_from(("OSI", "TII")), st.tuples(_NUMBERS, _NUMBERS, _NUMBERS)))
    columns = [{name: values[i] for name, values in components.items()} for i in range(3)]
    return Needed(
        edition="PCI 2024",
        unit=draw(unit_names()),
        rank=draw(_RANKS),
        present=present,
        score=score,
        shared=draw(st.booleans()),
        holders=tuple(draw(st.lists(unit_names(), max_size=2))),
        reached=draw(st.booleans()),
        reachable=draw(st.booleans()),
        now=FrozenMap(columns[0]),
        scores=FrozenMap(columns[1]),
        limits=FrozenMap(columns[2]),
    )

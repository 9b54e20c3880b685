"""Rankings against the published tables of the UN e-government index: ranks, ties, the fractions behind scores."""

import csv
import functools
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from tthc.rankings import Lift, Precision, Ranking, Ties, agreement_of, kendall_tau_b, lift, lift_either

YEARS = (2003, 2004, 2005, 2008, 2010, 2012, 2014, 2016, 2018, 2020, 2022, 2024)
COLUMNS = ("egdi", "osi", "tii", "hci", "epi")


@functools.cache
def _rows(shared: Path) -> tuple[dict[str, str], ...]:
    with (shared / "data" / "rankings" / "egdi_2003_2024_long.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def _scores(shared: Path, year: int, column: str) -> dict[str, Decimal]:
    return {row["country"]: Decimal(row[column]) for row in _rows(shared) if row["year"] == str(year) and row[column]}


def _ranks(shared: Path, year: int) -> dict[str, int]:
    rows = (row for row in _rows(shared) if row["year"] == str(year))
    return {row["country"]: int(row["published_rank"]) for row in rows if row["published_rank"]}


def _both(shared: Path, year: int, *, zeros: bool) -> Ranking[str]:
    """The index itself; `zeros` ranks the states with a score of zero too, last, as the UN prints it."""
    scores, ranks = _scores(shared, year, "egdi"), _ranks(shared, year)
    if zeros:
        return Ranking.from_both({unit: scores[unit] for unit in ranks}, ranks)
    unranked = {unit: "no data" for unit, score in scores.items() if not score}
    return Ranking.from_both(scores, ranks, unranked=unranked)


def _viet_nam(shared: Path, year: int, column: str) -> Any:
    return Ranking.from_scores(_scores(shared, year, column))["Viet Nam"]


# ── the rank column ──────────────────────────────────────────────────────────────────────────────────────────────────

BROKEN = {"Hungary": (51, 52), "North Macedonia": (71, 72), "Andorra": (79, 80), "Timor-Leste": (133, 134)}


@pytest.mark.parametrize("year", YEARS)
def test_the_published_ranks_are_competition_ranks_of_the_scores(shared: Path, year: int) -> None:
    found = _both(shared, year, zeros=False).disagreements
    assert {unit: (computed, published) for unit, computed, published in found} == (BROKEN if year == 2020 else {})


@pytest.mark.parametrize(
    ("year", "ranked", "unranked", "last"),
    [(2003, 173, 20, 18), (2004, 178, 15, 13), (2005, 179, 14, 12),
     (2008, 182, 11, 10), (2010, 183, 10, 9), (2012, 190, 3, 3)],
)  # fmt: skip
def test_states_with_a_score_of_zero_share_the_last_rank_in_print(
    shared: Path, year: int, ranked: int, unranked: int, last: int
) -> None:
    ranking = _both(shared, year, zeros=False)
    assert (ranking.ranked, len(ranking.unranked), ranking.of) == (ranked, unranked, 193)
    printed = [standing.published for standing in ranking.values() if standing.rank is None]
    assert [rank for rank in printed if rank is not None] == [ranked + 1] * last
    assert not _both(shared, year, zeros=True).disagreements


@pytest.mark.parametrize("year", [2014, 2016, 2018, 2020, 2022, 2024])
def test_all_193_are_ranked_from_2014_on(shared: Path, year: int) -> None:
    ranking = _both(shared, year, zeros=False)
    assert (ranking.ranked, ranking.of, len(ranking)) == (193, 193, 193)


MISMATCHES: dict[Ties, dict[int, int]] = {
    "average": {2003: 18, 2008: 12, 2010: 9, 2012: 3, 2014: 0, 2016: 0, 2018: 4, 2020: 8, 2022: 8, 2024: 0},
    "dense": {2003: 0, 2008: 117, 2010: 0, 2012: 0, 2014: 0, 2016: 0, 2018: 143, 2020: 142, 2022: 187, 2024: 0},
    # By the order of the table, which in 2020 is that of the printed ranks.
    "ordinal": {2003: 17, 2008: 10, 2010: 8, 2012: 2, 2014: 0, 2016: 0, 2018: 2, 2020: 0, 2022: 4, 2024: 0},
}


@pytest.mark.parametrize("ties", MISMATCHES)
def test_no_other_policy_gives_the_published_ranks(shared: Path, ties: Ties) -> None:
    found: dict[int, int] = {}
    for year in MISMATCHES[ties]:
        ranking = _both(shared, year, zeros=True)
        order = tuple(_scores(shared, year, "egdi")) if ties == "ordinal" else None
        found[year] = len(ranking.with_ties(ties, order=order).disagreements)
    assert found == MISMATCHES[ties]


def test_ties_in_the_published_ranks(shared: Path) -> None:
    shared_ranks = {
        year: sorted(
            {s.rank for s in Ranking.from_ranks(_published(shared, year)).values() if s.tied != (s.rank, s.rank)}
        )
        for year in (2008, 2014, 2016, 2018, 2020, 2022, 2024)
    }
    assert shared_ranks == {
        2008: [74], 2014: [], 2016: [], 2018: [49, 155], 2020: [], 2022: [5, 66, 115, 141], 2024: []
    }  # fmt: skip


def _published(shared: Path, year: int) -> Mapping[str, int]:
    ranking = _both(shared, year, zeros=False)
    return {unit: rank for unit, rank in ranking.ranks.items() if unit not in ranking.unranked}


def test_states_whose_rank_the_printed_scores_do_not_decide(shared: Path) -> None:
    counts = {year: len(_undecided(_both(shared, year, zeros=False))) for year in (2016, 2018, 2020, 2022, 2024)}
    assert counts == {2016: 0, 2018: 4, 2020: 8, 2022: 8, 2024: 0}


def _undecided(ranking: Ranking[str]) -> list[str]:
    return [
        unit for unit, standing in ranking.items() if standing.tied is not None and standing.tied[0] < standing.tied[1]
    ]


# ── Viet Nam ─────────────────────────────────────────────────────────────────────────────────────────────────────────

EGDI = dict(zip(YEARS, (97, 112, 105, 91, 90, 83, 99, 89, 88, 86, 86, 71), strict=True))
SPANS = {  # first and last position of the tied span, a column for each edition
    column: tuple(tuple(map(int, span.split("-"))) for span in spans.split())
    for column, spans in {
        "osi": "98-99 123-124 113-115 63-65 79-82 92-95 81-82 74-75 59-64 81-81 76-76 75-75",
        "tii": "115-115 127-127 120-120 103-103 79-79 69-69 84-84 90-90 100-100 69-69 74-75 67-67",
        "hci": "81-86 90-95 97-98 103-103 114-114 116-116 127-127 127-127 120-120 117-117 115-116 79-79",
        "epi": "123-150 123-150 63-68 16-18 110-116 101-108 65-70 43-46 72-74 70-72 72-74 72-73",
    }.items()
}


@pytest.mark.parametrize("year", YEARS)
def test_viet_nam(shared: Path, year: int) -> None:
    assert _both(shared, year, zeros=False)["Viet Nam"].rank == EGDI[year]
    for column, spans in SPANS.items():
        standing = _viet_nam(shared, year, column)
        assert (standing.rank, standing.tied) == (spans[YEARS.index(year)][0], spans[YEARS.index(year)]), column


def test_plus_eight_holds_under_one_order_only(shared: Path) -> None:
    earlier, later = (Ranking.from_scores(_scores(shared, year, "osi")) for year in (2014, 2016))
    gains = {
        ties: earlier.with_ties(ties)["Viet Nam"].rank - later.with_ties(ties)["Viet Nam"].rank  # type: ignore[operator]
        for ties in ("competition", "last_of_ties", "average")
    }
    assert gains == {"competition": 7, "last_of_ties": 7, "average": 7}
    by_index = [
        ranking.with_ties("ordinal", order=_both(shared, year, zeros=False)).rank("Viet Nam")
        for year, ranking in ((2014, earlier), (2016, later))
    ]
    assert by_index == [82, 74]


# ── the fractions behind the online service index ────────────────────────────────────────────────────────────────────

DENOMINATORS = {
    2003: 458,
    2004: 518,
    2005: 520,
    2008: 598,
    2010: 315,
    2012: 153,
    2014: 127,
    2016: 138,
    2018: 144,
    2020: 170,
}
VIET_NAM = {
    2003: Fraction(84, 458), 2004: Fraction(74, 518), 2005: Fraction(116, 520), 2008: Fraction(266, 598),
    2010: Fraction(96, 315), 2012: Fraction(65, 153), 2014: Fraction(53, 127), 2016: Fraction(79, 138),
    2018: Fraction(53, 72), 2020: Fraction(111, 170),
}  # fmt: skip


def _lifts(shared: Path, year: int) -> tuple[Lift[str], Lift[str]]:
    return lift_either(_scores(shared, year, "osi"), 4 if year in {2018, 2020} else 5)


@pytest.mark.parametrize("year", DENOMINATORS)
def test_online_service_scores_are_shares_of_a_whole_number_of_points(shared: Path, year: int) -> None:
    best, other = _lifts(shared, year)
    assert (best.denominator, best.precision.mode) == (DENOMINATORS[year], "truncated" if year <= 2014 else "rounded")
    assert best.excluded == DENOMINATORS[year] - 1
    assert best.fractions["Viet Nam"] == VIET_NAM[year]
    assert other.denominator is None or other.denominator > DENOMINATORS[year]


@pytest.mark.parametrize(("year", "digits"), [(2022, 4), (2024, 5)])
def test_from_2022_on_no_denominator_fits(shared: Path, year: int, digits: int) -> None:
    best, other = lift_either(_scores(shared, year, "osi"), digits)
    assert (best.found, other.found) == (False, False)
    assert best.excluded == other.excluded == 10 ** (digits - 1)


@pytest.mark.parametrize("year", [2014, 2016, 2018])
def test_the_fractions_rank_as_the_printed_scores_do(shared: Path, year: int) -> None:
    best, _ = _lifts(shared, year)
    printed = Ranking.from_scores(_scores(shared, year, "osi"))
    lifted = Ranking.from_scores(best.fractions)
    assert [standing.rank for standing in lifted.values()] == [standing.rank for standing in printed.values()]
    assert kendall_tau_b(printed, lifted) == 1


@pytest.mark.parametrize(
    ("year", "denominator"), [(2004, 61), (2005, 63), (2008, 44), (2010, 70), (2014, 51), (2016, 59)]
)
def test_participation_scores(shared: Path, year: int, denominator: int) -> None:
    best, _ = lift_either(_scores(shared, year, "epi"), 5)
    assert best.denominator == denominator


def test_participation_scores_of_2003_fit_no_denominator(shared: Path) -> None:
    assert not lift(_scores(shared, 2003, "epi"), Precision(5, "truncated"), max_denominator=2000).found


# ── agreement ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_agreement_of_two_editions_beside_the_slow_count(shared: Path) -> None:
    left, right = _both(shared, 2022, zeros=False), _both(shared, 2024, zeros=False)
    found = agreement_of(left, right)
    units = list(left)
    signs = [
        ((left.rank(a) > left.rank(b)) - (left.rank(a) < left.rank(b)))  # type: ignore[operator]
        * ((right.rank(a) > right.rank(b)) - (right.rank(a) < right.rank(b)))  # type: ignore[operator]
        for i, a in enumerate(units)
        for b in units[:i]
    ]
    assert (found.concordant, found.discordant) == (signs.count(1), signs.count(-1))
    assert found.left_ties == 4
    assert found.mean_rank_shift == Fraction(sum(abs(left.rank(u) - right.rank(u)) for u in units), 193)  # type: ignore[operator]

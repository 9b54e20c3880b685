"""The reference data against the files of the UN and the World Bank, figure by figure.

Ranks are counted anew here, from the formula and not by `Ranking`: one more than the number of states that have more.
"""

import csv
from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest

from tthc.rankings._states import state_of
from tthc.reference import doing_business, egdi

COLUMNS = ("egdi", "osi", "tii", "hci", "epi")


@pytest.fixture(scope="module")
def rows(shared: Path) -> dict[int, dict[str, dict[str, str]]]:
    """Rows by year and state."""
    found: defaultdict[int, dict[str, dict[str, str]]] = defaultdict(dict)
    for row in _read(shared / "data" / "rankings" / "egdi_2003_2024_long.csv"):
        state = state_of(row["country"])
        assert state is not None, row["country"]
        found[int(row["year"])][state] = row
    return found


def _read(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def test_every_figure_is_that_of_the_file(rows: dict[int, dict[str, dict[str, str]]]) -> None:
    figures = 0
    assert tuple(rows) == egdi.YEARS
    for year, states in rows.items():
        edition = egdi.edition(year)
        assert len(states) == 193
        for state, row in states.items():
            if not row["published_rank"]:
                assert state in {"MNE", "SSD"}
                assert state not in edition.scores
                assert all(not Fraction(row[column]) for column in COLUMNS)
                continue
            assert edition.ranks[state] == int(row["published_rank"])
            assert (state in edition.unranked) == (row["ranked"] == "0")
            for column in COLUMNS:
                scores = edition.scores if column == "egdi" else edition.components[column.upper()]
                assert scores[state] == Fraction(row[column]), (year, state, column)
                figures += 1
        assert edition.of == sum(bool(row["published_rank"]) for row in states.values())
    assert figures == (12 * 193 - 8) * 5  # Montenegro to 2005 and South Sudan to 2010 were no states yet


def test_rank_columns_are_rebuilt_from_scores(rows: dict[int, dict[str, dict[str, str]]]) -> None:
    wrong: defaultdict[int, list[tuple[str, int, int]]] = defaultdict(list)
    for year, states in rows.items():
        ranked = {state: Fraction(row["egdi"]) for state, row in states.items() if row["ranked"] == "1"}
        for state, score in ranked.items():
            rank = 1 + sum(other > score for other in ranked.values())
            if rank != int(states[state]["published_rank"]):
                wrong[year].append((state, rank, int(states[state]["published_rank"])))
    assert dict(wrong) == {2020: [("HUN", 51, 52), ("MKD", 71, 72), ("AND", 79, 80), ("TLS", 133, 134)]}
    for edition in egdi.EDITIONS:
        assert [tuple(found) for found in edition.ranking().disagreements] == wrong.get(edition.year, [])


def test_the_four_of_2020_share_the_score_of_the_state_before_them() -> None:
    edition = egdi.edition(2020)
    by_rank = {rank: state for state, rank in edition.ranks.items()}
    pairs = [(by_rank[edition.ranks[d.unit] - 1], d.unit) for d in edition.ranking().disagreements]
    assert pairs == [("HRV", "HUN"), ("PER", "MKD"), ("MDA", "AND"), ("TJK", "TLS")]
    assert all(edition.scores[before] == edition.scores[after] for before, after in pairs)

    def made(state: str) -> Fraction:
        return sum((scores[state] for name, scores in edition.components.items() if name != "EPI"), Fraction(0))

    # The mean of the printed components tells one pair apart; for the other three nothing printed does.
    assert [made(before) > made(after) for before, after in pairs] == [True, False, False, False]
    assert [made(before) == made(after) for before, after in pairs] == [False, True, True, True]


def test_ranks_and_ties_of_every_state_in_every_column(rows: dict[int, dict[str, dict[str, str]]]) -> None:
    for year, states in rows.items():
        edition = egdi.edition(year)
        unlisted = len(states) - edition.of
        for column in COLUMNS:
            ranking = edition.ranking(column.upper())
            for state, standing in ranking.items():
                row = states[state]
                if standing.rank is None:
                    assert column == "egdi"
                    continue
                first, tied = int(row[f"{column}_crank"]), int(row[f"{column}_tied"])
                if not standing.score:  # the file counts states that did not exist yet among the zeros
                    tied -= unlisted
                if (year, column) != (2020, "egdi"):
                    assert standing.rank == first, (year, column, state)
                assert standing.tied == (first, first + tied - 1), (year, column, state)


def test_viet_nam_in_every_cell(shared: Path) -> None:
    cells = 0
    for row in _read(shared / "data" / "rankings" / "vietnam.csv"):
        edition = egdi.edition(int(row["year"]))
        for column in COLUMNS:
            standing = edition.ranking(column.upper())["VNM"]
            first, tied = int(row[f"{column}_crank"]), int(row[f"{column}_tied"])
            assert standing.score == Fraction(row[column])
            assert (standing.rank, standing.tied) == (first, (first, first + tied - 1))
            cells += 1
    assert cells == 60


@pytest.mark.parametrize("year", doing_business.YEARS)
def test_doing_business(shared: Path, year: int) -> None:
    """The files are named by the year of the data; one economy of 1 that ranks is missing from the first two."""
    read = {
        row["country-code"]: Fraction(row["ease-doing-business"])
        for row in _read(shared / "data" / "rankings" / f"doing-business-{year - 1}.csv")
    }
    ranks = doing_business.edition(year).ranks
    assert {economy: ranks[economy] for economy in read} == read
    missing = {2016: {"TWN": 10}, 2017: {"TWN": 11}, 2018: {}}[year]
    assert {economy: rank for economy, rank in ranks.items() if economy not in read} == missing
    for economy, rank in missing.items():  # the one rank that the others leave free: those above it are so many
        assert rank not in read.values()
        assert sum(other < rank for other in read.values()) == rank - 1, economy

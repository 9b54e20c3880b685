"""Robustness against what others computed: COINr's removals of the ASEM index, the rank intervals of the UN's index.

The COINr files are not part of the project; the tests on them skip where the folder `shared` is absent. The scores of
the e-government index are the published ones that the project holds.
"""

import csv
from fractions import Fraction
from pathlib import Path
from typing import Any

import attrs
import pytest

from tthc.errors import StepError
from tthc.indices import (
    Aggregate,
    Index,
    Indicator,
    as_it_is,
    dirichlet,
    influences,
    leave_one_out,
    min_max,
    noise,
    published,
    rank_score,
    robustness_of,
)
from tthc.reference import egdi

F = Fraction

# COINr 1.1.14, remove_elements() of the ASEM index, by pillar: mean absolute shift in rank, to three digits.
REMOVED = {
    "Physical": 1.529, "ConEcFin": 2.627, "Political": 2.902, "Instit": 1.176, "P2P": 1.686, "Environ": 3.098,
    "Social": 3.961, "SusEcFin": 2.627,
}  # fmt: skip


def _records(shared: Path, name: str) -> list[dict[str, str]]:
    with (shared / "oracles" / "composite-index" / f"ASEM_{name}.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def _asem(shared: Path) -> tuple[Index, dict[str, dict[str, Fraction]]]:
    """Build the index from COINr's metadata over its normalised data."""
    meta = [row for row in _records(shared, "iMeta") if row["Type"] in {"Indicator", "Aggregate"}]
    leaves = tuple(Indicator(id=row["iCode"], normalisation=as_it_is()) for row in meta if row["Type"] == "Indicator")
    nodes: list[Aggregate] = []
    for row in meta:
        if row["Type"] == "Aggregate":
            weights = {part["iCode"]: F(part["Weight"]) for part in meta if part["Parent"] == row["iCode"]}
            nodes.append(Aggregate(id=row["iCode"], parts=tuple(weights), weights=weights))
    index = Index(id="asem", indicators=leaves, aggregates=tuple(nodes))
    data = {row["uCode"]: {leaf.id: F(row[leaf.id]) for leaf in leaves} for row in _records(shared, "Normalised")}
    return index, data


def test_leaving_out_the_pillars_of_the_asem_index(shared: Path) -> None:
    index, data = _asem(shared)
    found = leave_one_out(index, data, nodes=REMOVED)
    assert {one.node: round(float(one.mean_rank_shift or 0), 3) for one in found} == REMOVED


def test_both_engines_rank_the_asem_index_alike(shared: Path) -> None:
    pytest.importorskip("numpy")
    index, data = _asem(shared)
    given: dict[str, Any] = {"weights": noise(), "exclusions": [(), *((pillar,) for pillar in REMOVED)], "seed": 2018}
    pure = robustness_of(index, data, **given, draws=1000, engine="python")
    assert pure == robustness_of(index, data, **given, draws=1000, engine="numpy")
    assert pure["CHE"].high == 1


def test_the_way_to_join_decides_the_asem_index(shared: Path) -> None:
    """COINr's own run over such choices has the total indices .618, .271 and .178: estimates, to be met loosely."""
    pytest.importorskip("scipy")
    index, data = _asem(shared)
    scaled = tuple(attrs.evolve(leaf, normalisation=min_max(scale=(1, 100))) for leaf in index.indicators)
    found = influences(
        attrs.evolve(index, indicators=scaled),  # from 1 on: at 0 a geometric mean has no value
        data,
        seed=2018,
        samples=256,
        weights=noise(),
        normalisations=("stated", rank_score()),
        aggregations=("stated", "geometric"),
    )
    totals = {one.factor: one.total for one in found}
    assert totals["aggregation"] == pytest.approx(0.618, abs=0.1)
    assert totals["aggregation"] > totals["normalisation"] > totals["weights"]


def test_a_geometric_mean_of_zeros_stops_as_it_does_in_coinr(shared: Path) -> None:
    index, data = _asem(shared)
    with pytest.raises(StepError, match="geometric mean has no value where a part scores 0"):
        robustness_of(index, data, aggregations=("stated", "geometric"), seed=1, draws=1)


# ── the UN's e-government index, Viet Nam ────────────────────────────────────────────────────────────────────────────

# Ranks at 5 and 95 % of 10,000 draws, computed independently in numpy: weights ±25 %, then any weights at all.
RANGES = {
    2016: ((85, 95), (76, 116)),
    2018: ((87, 92), (70, 109)),
    2020: ((83, 90), (73, 103)),
    2022: ((85, 87), (75, 103)),
    2024: ((69, 71), (65, 76)),
}


def _components(year: int) -> dict[str, dict[str, Fraction]]:
    held = egdi.edition(year).components
    return {unit: {part: held[part][unit] for part in ("OSI", "TII", "HCI")} for unit in held["OSI"]}


@pytest.mark.parametrize("year", RANGES)
def test_the_sensitivity_range_of_viet_nam(year: int) -> None:
    scores = published.egdi(year).evaluate(_components(year))
    assert len(scores) == 193
    for how, (low, high) in zip((noise(), dirichlet()), RANGES[year], strict=True):
        found = robustness_of(scores, weights=how, seed=year)["VNM"]
        assert (found.low, found.high) == (pytest.approx(low, abs=1), pytest.approx(high, abs=1))


def test_the_pure_path_ranks_the_un_index_alike() -> None:
    pytest.importorskip("numpy")
    scores = published.egdi(2022).evaluate(_components(2022))
    pure, array = (robustness_of(scores, weights=noise(), seed=1, draws=1000, engine=e) for e in ("python", "numpy"))
    assert pure == array

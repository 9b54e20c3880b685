"""Real records through the reorganisations of the reference: nothing is lost, and only what is known moves.

The names of the reference are held against the portal's in `test_agency_names.py`. Run with `-rP` for the figures.
"""

import datetime as dt
import runpy
import sys
from collections import Counter
from pathlib import Path
from types import SimpleNamespace

import attrs
import pytest

from tthc.interop import portal
from tthc.procedures import Catalogue, Reassignment, reassign
from tthc.reference.agencies import VIETNAM

plain = SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("candidates.py"))))
BEFORE, DAY = dt.date(2025, 2, 28), dt.date(2026, 11, 22)


@pytest.fixture(scope="module")
def catalogue(shared: Path) -> Catalogue:
    return Catalogue(portal.read(record).value for record in plain.records(shared).values())


@pytest.fixture(scope="module")
def result(catalogue: Catalogue) -> Reassignment:
    return reassign(catalogue, VIETNAM, on=DAY)


def test_only_agencies_levels_and_codes_change(catalogue: Catalogue, result: Reassignment) -> None:
    for before, after in zip(catalogue, result.catalogue, strict=True):
        assert attrs.evolve(after, agencies=before.agencies, levels=before.levels, code=before.code) == before
        assert len(after.agencies or ()) <= len(before.agencies or ())


def test_what_moves_left_a_body_that_is_gone(result: Reassignment) -> None:
    moved = Counter((move.before, move.after) for move in result.moved)
    left = Counter((row.why, row.stated) for row in result.left)
    unresolved = Counter(row.why for row in result.unresolved)
    sys.stdout.write(f"{result!r}\nmoved: {moved}\nleft: {left.most_common(12)}\nunresolved: {unresolved}\n")
    for move in result.moved:
        assert VIETNAM.status(move.before, DAY) == "no_longer"
        assert move.agency in VIETNAM.at(DAY)
        assert move.events
    assert {why for why, _ in left} <= {"district", "several_heirs", "no_heir"}
    assert not reassign(result.catalogue, VIETNAM, on=DAY).moved


def test_before_the_reorganisation_nothing_moves(catalogue: Catalogue) -> None:
    assert not reassign(catalogue, VIETNAM, on=BEFORE).moved

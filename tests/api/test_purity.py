"""The library reaches for nothing: no file, no socket, no process, no clock, no setting of the caller's.

tour.py walks the whole public API in a process of its own, twice: under an unusable decimal context, two hash seeds,
two time zones and two locales. Its examples compare their outputs, so whatever depended on those would fail.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

PLACES = [
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONUTF8": "1"},
    {"PYTHONHASHSEED": "2", "TZ": "America/Adak", "LC_ALL": "C.UTF-8"},
]


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place["TZ"])
def test_the_whole_api_reaches_for_nothing(place: dict[str, str], tmp_path: Path) -> None:
    tour = Path(__file__).with_name("tour.py")
    done = subprocess.run(
        [sys.executable, str(tour)],
        capture_output=True,
        check=False,
        cwd=tmp_path,
        encoding="utf-8",
        env={**os.environ, **place},
    )
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    assert seen["violations"] == []
    assert seen["failures"] == []
    assert seen["missed"] == []
    assert seen["examples"] > 30
    assert {path.name for path in tmp_path.iterdir()} <= {".hypothesis"}

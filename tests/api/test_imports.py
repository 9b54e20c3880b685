"""What an import loads: a fresh interpreter each, without site, so that nothing is loaded before.

How long it takes stands in the table that `python -m benchmarks` prints.
"""

import subprocess
import sys

import pytest

HEAVY = {
    "cattrs",
    "dataclasses",
    "dateutil.parser",
    "hypothesis",
    "importlib.metadata",
    "importlib.resources",
    "json",
    "logging",
    "pathlib",
    "typing_extensions",
    "zoneinfo",
}


def _loaded_by(statement: str) -> set[str]:
    before = f"import sys; sys.path[:] = {sys.path!r}; before = set(sys.modules)"
    script = f"{before}; {statement}; print(*set(sys.modules) - before)"
    done = subprocess.run([sys.executable, "-ISc", script], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_the_front_door_loads_next_to_nothing() -> None:
    assert _loaded_by("import tthc") == {"tthc", "tthc._lazy"}


def test_the_main_names_load_nothing_heavy() -> None:
    loaded = _loaded_by("from tthc import Procedure, validate")
    assert {"attr", "tthc.procedures", "tthc.validation"} <= loaded
    assert not loaded & HEAVY
    assert not [name for name in loaded if name.startswith(("tthc.reference", "tthc.validation.rules"))]


@pytest.mark.parametrize("statement", ["import tthc; dir(tthc); tthc.__version__", "import tthc; hasattr(tthc, 'x')"])
def test_a_look_around_loads_nothing_more(statement: str) -> None:
    assert _loaded_by(statement) == {"tthc", "tthc._lazy"}

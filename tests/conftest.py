"""What all tests share: where the real records stand, and how Hypothesis runs here."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# A busy machine must not fail a property: no deadline, and no health check that measures time. There are 1,400
# properties: each takes 50 examples here, 500 with --hypothesis-profile=thorough, 20 with --hypothesis-profile=quick.
settings.register_profile(
    "tthc", max_examples=50, deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("quick", settings.get_profile("tthc"), max_examples=20)
settings.register_profile("thorough", settings.get_profile("tthc"), max_examples=500)
settings.load_profile("tthc")

PROJECT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("TTHC_SHARED") or PROJECT.parent / "shared")


def pytest_report_header() -> str:
    if SHARED.is_dir():
        return "shared: found, tests over real records run"
    return "shared: NOT found beside the project nor by TTHC_SHARED, tests over real records are skipped"


@pytest.fixture(scope="session")
def project() -> Path:
    """The folder of pyproject.toml."""
    return PROJECT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder `shared`: real records, oracles and facts that are not part of the project."""
    if not SHARED.is_dir():
        pytest.skip("the folder `shared` is neither beside the project nor named by TTHC_SHARED")
    return SHARED

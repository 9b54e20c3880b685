"""What stands on the shelf of published facts."""

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from tthc.reference.agencies import Province
from tthc.strategies._ground import intervals, texts
from tthc.strategies._papers import agency_codes, unit_codes

__all__ = ["provinces"]


def __dir__() -> list[str]:
    return __all__


def provinces() -> SearchStrategy[Province]:
    """Provinces of no particular country: codes, names, type and time."""
    return st.builds(
        Province,
        h_code=agency_codes(),
        statistical=unit_codes(),
        name=texts().filter(bool),
        name_en=texts(),
        type=st.sampled_from(["province", "city"]),
        seat=texts(),
        validity=intervals(),
        source=texts(),
        confirmed=st.booleans(),
    )

"""What a simulation varies: weights, variants, the whole of it. Nodes are named freely, they need not exist."""

from fractions import Fraction

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from tthc.indices import Reweighting, Variant, Variation, dirichlet, noise
from tthc.strategies._ground import frozen_maps, maybe, texts
from tthc.strategies._indices import normalisations

__all__ = ["reweightings", "variants", "variations"]

_SHARES = st.fractions(0, Fraction(99, 100), max_denominator=100)
_NODES = texts().filter(bool)
_MEANS = st.sampled_from(["arithmetic", "geometric", "harmonic", "generalised", "sum"])


def __dir__() -> list[str]:
    return __all__


def reweightings() -> SearchStrategy[Reweighting]:
    """Noise by level, and Dirichlet draws."""
    noisy = st.builds(noise, _SHARES, levels=st.lists(_SHARES, max_size=3))
    return noisy | st.builds(dirichlet, st.integers(1, 100))


def variants() -> SearchStrategy[Variant]:
    """One choice of scales, means and what is left out."""
    return st.builds(
        Variant,
        normalisations=frozen_maps(_NODES, normalisations()),
        aggregations=frozen_maps(_NODES, _MEANS),
        excluded=st.lists(_NODES, max_size=3).map(tuple),
    )


def variations() -> SearchStrategy[Variation]:
    """All that a simulation changes."""
    made = variants()
    return st.builds(
        Variation,
        seed=st.integers(0, 2**64),
        draws=st.integers(1, 10**6),
        weights=maybe(reweightings()),
        normalisations=_alternatives(made.map(lambda variant: variant.normalisations)),
        aggregations=_alternatives(made.map(lambda variant: variant.aggregations)),
        exclusions=_alternatives(made.map(lambda variant: variant.excluded)),
        impossible=st.sampled_from(["refuse", "leave_out"]),
    )


def _alternatives(made: SearchStrategy[object]) -> SearchStrategy[tuple[object, ...]]:
    return st.lists(made, min_size=1, max_size=3, unique=True).map(tuple)

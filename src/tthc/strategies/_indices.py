"""Composite indices: every way to scale and to join, trees of any shape, and the scales of a period."""

from decimal import Decimal
from fractions import Fraction
from typing import Any, get_args

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from tthc.frozen import FrozenMap
from tthc.indices import (
    Aggregate,
    Aggregation,
    Index,
    Indicator,
    Normalisation,
    ReferenceScale,
    Scale,
    Treatment,
    as_it_is,
    band,
    best_worst,
    borda,
    categories,
    distance_to_best,
    distance_to_reference,
    distance_to_target,
    fraction_of_maximum,
    goalposts,
    log,
    min_max,
    percentile,
    points,
    rank_score,
    steps,
    winsorise,
    z_score,
)
from tthc.strategies._ground import intervals, maybe, texts

__all__ = [
    "aggregates",
    "indicators",
    "indices",
    "normalisations",
    "reference_scales",
    "scales",
    "treatments",
]


def __dir__() -> list[str]:
    return __all__


_SCALES = st.sampled_from([(0, 1), (0, 100), (1, 7), (Fraction(1, 2), Decimal("0.75"))])
_BEYOND = st.sampled_from(["keep", "clip", "refuse"])
_SHARING = st.sampled_from(["lower", "average", "upper"])
_BY = st.sampled_from(["ratio", "range"])


def _figures() -> SearchStrategy[Fraction]:
    # Few different ones, so that ends, ties and zeros are common.
    return st.integers(-3, 10).map(Fraction) | st.fractions(-1000, 1000, max_denominator=50)


def _sizes() -> SearchStrategy[Fraction]:
    return st.integers(1, 20).map(Fraction) | st.fractions(Fraction(1, 50), 1000, max_denominator=50)


def _ends() -> SearchStrategy[tuple[Fraction, Fraction]]:
    return st.lists(_figures(), min_size=2, max_size=2, unique=True).map(lambda ends: (min(ends), max(ends)))


def treatments() -> SearchStrategy[Treatment]:
    """Winsorising with any bounds, and logarithms."""
    otherwise = st.sampled_from(["refuse", "log", "keep"])
    pulled = st.builds(winsorise, skew=_sizes(), kurtosis=_figures(), max_points=st.integers(1, 9), otherwise=otherwise)
    return pulled | st.builds(log, shift=_figures())


def normalisations() -> SearchStrategy[Normalisation]:
    """Every way to make a score of a figure."""
    return _turning() | _directed()


def _turning() -> SearchStrategy[Normalisation]:
    """Those that go by the indicator's direction."""
    ends = {"scale": _SCALES, "beyond": _BEYOND}
    spread = st.tuples(_figures(), _sizes())
    return st.one_of(
        st.just(as_it_is()),
        st.builds(min_max, **ends),
        _ends().flatmap(lambda posts: st.builds(goalposts, st.just(posts[0]), st.just(posts[1]), **ends)),
        st.builds(z_score, st.sampled_from(["population", "sample"]), scale=spread),
        st.builds(rank_score, ties=_SHARING),
        st.builds(percentile, ties=_SHARING, scale=_SCALES),
        st.builds(borda, ties=_SHARING),
        st.builds(distance_to_best, _BY, **ends),
        st.builds(distance_to_target, _figures().filter(bool), _BY, **ends),
        st.builds(distance_to_reference, texts(), _BY, **ends),
        st.builds(band, _sizes()),
    )


def _directed() -> SearchStrategy[Normalisation]:
    """Those that say themselves what is better."""
    ladders = st.dictionaries(_figures(), _figures(), min_size=1, max_size=4).map(lambda d: sorted(d.items()))
    curved = {"exponent": _sizes(), "beyond": st.sampled_from(["clip", "refuse"])}
    ends = _ends().flatmap(st.permutations)
    return st.one_of(
        ends.flatmap(lambda posts: st.builds(best_worst, st.just(posts[0]), st.just(posts[1]), **curved)),
        st.builds(fraction_of_maximum, scale=_SCALES),
        st.builds(categories, st.dictionaries(texts(), _figures(), min_size=1, max_size=4)),
        st.builds(steps, ladders),
        st.builds(
            points, _sizes(), threshold=_sizes(), digits=maybe(st.integers(0, 12)),
            when_zero=st.sampled_from(["refuse", "missing", "zero", "full"]),
        ),
    )  # fmt: skip


def _names() -> SearchStrategy[str]:
    return texts().filter(bool)


@st.composite
def indicators(draw: DrawFn, *, id: str | None = None, turning: bool = False) -> Indicator:  # noqa: A002 - as the field
    """Leaves of an index that can be scored; `turning` leaves out methods that have their own direction."""
    how = draw(_turning() if turning else normalisations())
    name = draw(_names()) if id is None else id
    fields: dict[str, Any] = {"id": name, "normalisation": how, "name": draw(texts()), "unit": draw(texts())}
    missing = "unranked refuse" if how.method == "categories" else "unranked refuse mean median group_mean constant"
    fields["missing"] = draw(st.sampled_from(missing.split()))
    fields["group"] = draw(_names()) if fields["missing"] == "group_mean" else None
    fields["fill"] = draw(_figures()) if fields["missing"] == "constant" else None
    if not how.directed and how.method != "maximum":
        fields["direction"] = draw(st.sampled_from(["higher", "lower"]))
    if how.method == "points" or (how.method != "categories" and draw(st.booleans())):
        fields["denominator"] = draw(_names())
    if how.method not in {"points", "categories"}:
        fields["treatment"] = draw(maybe(treatments()))
    if draw(st.booleans()):
        fields["column"] = draw(_names())
    return Indicator(**fields)


@st.composite
def aggregates(draw: DrawFn, *, id: str | None = None, parts: tuple[str, ...] | None = None) -> Aggregate:  # noqa: A002
    """Inner nodes with any weights and any way to join."""
    held = tuple(draw(st.lists(_names(), min_size=1, max_size=4, unique=True))) if parts is None else parts
    name = draw(_names().filter(lambda text: text not in held)) if id is None else id
    kinds: tuple[Aggregation, ...] = get_args(Aggregation)
    kind = draw(st.sampled_from(kinds))
    weights = st.fixed_dictionaries({part: _sizes() for part in held})
    exponents = _figures().filter(bool)
    again = st.builds(min_max, scale=_SCALES) | st.just(z_score("population"))
    return Aggregate(
        id=name,
        parts=held,
        name=draw(texts()),
        aggregation=kind,
        weights=draw(st.just("equal") | weights),
        exponent=draw(exponents) if kind == "generalised" else None,
        cap=draw(maybe(_sizes())) if kind == "sum" else None,
        coverage=draw(st.just(Fraction(1)) | st.fractions(Fraction(1, 10), 1, max_denominator=10)),
        direction=draw(st.sampled_from(["higher", "lower"])),
        rescale=draw(maybe(again)),
    )


@st.composite
def indices(draw: DrawFn) -> Index:
    """Whole indices: one to five indicators under a tree of any shape."""
    names = draw(st.lists(_names(), min_size=1, max_size=5, unique=True))
    leaves = tuple(draw(indicators(id=name, turning=True)) for name in names)
    loose, nodes = list(names), list[Aggregate]()
    while len(loose) > 1 or not nodes:
        size = draw(st.integers(1, len(loose))) if len(nodes) < 4 else len(loose)
        name = draw(_names().filter(lambda text: text not in {*names, *(node.id for node in nodes)}))
        nodes.append(draw(aggregates(id=name, parts=tuple(loose[:size]))))
        loose = [*loose[size:], name]
    return Index(
        id=draw(_names()),
        name=draw(texts()),
        indicators=leaves,
        aggregates=tuple(draw(st.permutations(nodes))),
        validity=draw(maybe(intervals())),
        source=draw(texts()),
        note=draw(texts()),
    )


@st.composite
def scales(draw: DrawFn, *, indicator: str | None = None) -> Scale:
    """The frozen scale of one indicator."""
    low, high = draw(_ends())
    return Scale(
        indicator=draw(_names()) if indicator is None else indicator,
        lower=draw(maybe(st.just(low))),
        upper=draw(maybe(st.just(high))),
        pulled_in=draw(st.integers(0, 5)),
        shift=draw(maybe(_figures())),
        numbers=FrozenMap(draw(st.dictionaries(st.sampled_from(["from", "to", "mean", "variance"]), _figures()))),
        ordered=tuple(sorted(draw(st.lists(_figures(), max_size=4)))),
    )


@st.composite
def reference_scales(draw: DrawFn) -> ReferenceScale:
    """The frozen scales of a period."""
    names = draw(st.lists(_names(), max_size=3, unique=True))
    return ReferenceScale(period=draw(texts()), scales=tuple(draw(scales(indicator=name)) for name in names))

"""Strategies for service quality: measures, groups, classes, profiles, tallies and scores."""

import datetime as dt
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from tthc.dated import Interval
from tthc.frozen import FrozenMap
from tthc.service_quality import COUNTS, Entry, Grade, Group, Measure, Profile, ServiceScore, Tally
from tthc.strategies._ground import intervals, maybe, texts

__all__ = [
    "service_grades",
    "service_groups",
    "service_measures",
    "service_profiles",
    "service_scores",
    "tallies",
    "tally_entries",
]

_COUNTS = st.integers(0, 50)
_NAMES = st.sampled_from(sorted(COUNTS)) | st.sampled_from(["points_1", "points_1_of"])
_WORDS = st.sampled_from(["", "Hồ sơ đúng hạn", "Dossiers on time", "{hồ sơ} “khác”"])
_MONTHS = tuple(
    Interval(dt.date(2026, month, 1), dt.date(2026 + month // 12, month % 12 + 1, 1)) for month in range(1, 13)
)


def __dir__() -> list[str]:
    return __all__


def service_measures() -> SearchStrategy[Measure]:
    """Measures of every kind."""
    return _measures(texts().filter(bool), texts())


def _measures(ids: SearchStrategy[str], words: SearchStrategy[str]) -> SearchStrategy[Measure]:
    common: dict[str, SearchStrategy[Any]] = {
        "id": ids,
        "name": words,
        "name_en": words,
        "per": st.sampled_from(["dossier", "procedure", "petition", "unit"]),
        "status": st.sampled_from(["confirmed", "derived", "fitted", "unconfirmed"]),
        "validity": maybe(intervals()),
        "source": words,
    }
    counted: dict[str, SearchStrategy[Any]] = {
        **common,
        "numerator": st.lists(_NAMES, min_size=1, max_size=2, unique=True).map(tuple),
        "denominator": st.lists(_NAMES, min_size=1, max_size=2, unique=True).map(tuple),
        "maximum": st.integers(1, 20).map(Fraction),
        "digits": st.integers(0, 3),
        "when_zero": st.sampled_from(["missing", "zero", "full"]),
    }
    thresholds = st.integers(1, 20).map(lambda n: Fraction(n, 20))
    return st.one_of(
        st.builds(Measure, kind=st.just("share"), threshold=thresholds, **counted),
        st.builds(Measure, kind=st.just("mean"), **counted),
        st.builds(Measure, kind=st.just("choice"), maximum=st.integers(1, 3).map(Fraction), **common),
        st.builds(Measure, kind=st.just("points"), maximum=st.integers(1, 20).map(Fraction), **common),
    )


def service_groups() -> SearchStrategy[Group]:
    """Groups by themselves, of any parts."""
    parts = st.lists(texts().filter(bool), min_size=1, max_size=4, unique=True).map(tuple)
    return st.builds(Group, id=texts(), name=texts(), name_en=texts(), parts=parts)


def service_grades() -> SearchStrategy[Grade]:
    """Classes by themselves."""
    return st.builds(Grade, name=texts(), name_en=texts(), at_least=st.integers(0, 100).map(Fraction))


@st.composite
def service_profiles(draw: DrawFn) -> Profile:
    """Profiles of one to six measures in one or two groups."""
    ids = [str(n) for n in range(draw(st.integers(1, 6)))]
    measures = tuple(draw(_measures(st.just(name), _WORDS)) for name in ids)
    cut = draw(st.integers(0, len(ids)))
    groups = [Group(id="all", name=draw(_WORDS), parts=(*ids[:cut], *(("rest",) if cut < len(ids) else ())))]
    if cut < len(ids):
        groups.append(Group(id="rest", name=draw(_WORDS), parts=tuple(ids[cut:])))
    starts = sorted(draw(st.sets(st.integers(1, 20), max_size=3)), reverse=True)
    counted = [measure.id for measure in measures if measure.counted]
    return Profile(
        id=draw(texts().filter(bool)),
        name=draw(texts()),
        name_en=draw(texts()),
        measures=measures,
        groups=tuple(groups),
        grades=tuple(Grade(name=f"từ {start}", at_least=Fraction(start)) for start in (*starts, 0)),
        exempt=draw(st.frozensets(st.sampled_from(counted))) if counted else frozenset(),
        validity=draw(maybe(intervals())),
        source=draw(texts()),
        note=draw(texts()),
    )


def _figures(measure: Measure) -> SearchStrategy[Any]:
    if measure.counted:
        return st.integers(1, 50).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))) | st.just((0, 0))
    return st.integers(0, int(measure.maximum))


@st.composite
def service_scores(draw: DrawFn) -> ServiceScore:
    """Scores by a profile, some figures known and some not."""
    profile = draw(service_profiles())
    figures = {measure.id: draw(maybe(_figures(measure))) for measure in profile.measures if draw(st.booleans())}
    return profile.evaluate(figures, unit=draw(texts()))


def tally_entries() -> SearchStrategy[Entry]:
    """Entries of a tally: a few agencies and fields, months of one year or no period."""
    return st.builds(
        Entry,
        agency=st.sampled_from(["", "H15", "H15.20", "H44"]),
        field=st.sampled_from(["", "Đất đai", "Hộ tịch"]),
        period=maybe(st.sampled_from(_MONTHS)),
        when=st.sampled_from(["during", "start", "end"]),
        counts=st.dictionaries(_NAMES, _COUNTS, max_size=4).map(FrozenMap),
    )


def tallies() -> SearchStrategy[Tally]:
    """Tallies of a few entries."""
    return st.lists(tally_entries(), max_size=5).map(tuple).map(Tally)

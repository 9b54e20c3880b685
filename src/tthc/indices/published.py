"""Published methods as values: each is an `Index` with an id that is superseded, never edited.

What the sources leave open is not here: the weights inside the components of the e-government index of 2022 and 2024,
the best and worst figures of Doing Business (the caller gives those of an edition) and the curve of its total tax rate.
"""

import functools
from collections.abc import Mapping
from fractions import Fraction

from tthc.errors import NotFoundError
from tthc.indices.index import Index
from tthc.indices.nodes import Aggregate, Indicator
from tthc.indices.normalise import Exact, as_it_is, best_worst, goalposts
from tthc.indices.treatment import log

__all__ = ["HDI_2014", "TAI_2001", "doing_business", "egdi"]

_EGDI = (2003, 2004, 2005, 2008, 2010, 2012, 2014, 2016, 2018, 2020, 2022, 2024)
_UNEQUAL = {"OSI": 34, "TII": 33, "HCI": 33}
_NAMES = {
    "OSI": "Chỉ số dịch vụ trực tuyến",
    "TII": "Chỉ số hạ tầng viễn thông",
    "HCI": "Chỉ số nguồn nhân lực",
}


def __dir__() -> list[str]:
    return __all__


@functools.cache
def egdi(year: int) -> Index:
    """Return the method of one edition of the UN E-Government Development Index, from its three published components.

    The mean of OSI, TII and HCI, with the weights .34, .33 and .33 in 2008 and 2010 (they reproduce the published
    figures, a third each does not) and a third each in every other edition. The components come as they are published,
    already scaled by the UN; up to 2010 TII and HCI do not reach 1. Raises `NotFoundError` for a year without edition.

    Source: data tables of the UN E-Government Surveys 2003 to 2024.

    >>> egdi(2010).aggregate("EGDI").share("OSI"), egdi(2024).aggregate("EGDI").share("OSI")
    (Fraction(17, 50), Fraction(1, 3))
    """
    if year not in _EGDI:
        raise NotFoundError("EGDI edition", year, tuple(map(str, _EGDI)))
    return Index(
        id=f"egdi-{year}",
        name="Chỉ số phát triển Chính phủ điện tử",
        indicators=tuple(Indicator(id=part, name=name, normalisation=as_it_is()) for part, name in _NAMES.items()),
        aggregates=(Aggregate(id="EGDI", parts=tuple(_NAMES), weights=_UNEQUAL if year in {2008, 2010} else "equal"),),
        source=f"UN E-Government Survey {year}",
        note="" if year >= 2012 else "the scales of TII and HCI end below 1; not to be compared with 2012 and later",
    )


def doing_business(
    edition: int,
    topics: Mapping[str, Mapping[str, tuple[Exact, Exact]]],
    *,
    curves: Mapping[str, Exact] | None = None,
) -> Index:
    """Return the method of a Doing Business score: topics of indicators, each with its (best, worst) figures.

    An indicator scores 100 · (worst − y) / (worst − best), cut to 0 and 100; a topic is the mean of its indicators, the
    score of the economy the mean of its topics, and the rank goes by that score. `curves` gives the exponent of an
    indicator that is scored on a curve, as the total tax rate is. The ends belong to an edition and are not kept here.

    >>> index = doing_business(2020, {"starting": {"procedures": (1, 18), "days": (Fraction(1, 2), 100)}})
    >>> index.evaluate({"VNM": {"procedures": 8, "days": 16}}).value("VNM", "procedures")
    Fraction(1000, 17)
    """
    bends = curves or {}
    names = [name for topic in topics.values() for name in topic]
    unknown = [name for name in bends if name not in names]
    if unknown:
        raise NotFoundError("indicator", unknown[0], tuple(names))
    return Index(
        id=f"doing-business-{edition}",
        name="Môi trường kinh doanh",
        indicators=tuple(
            Indicator(id=name, normalisation=best_worst(best, worst, exponent=bends.get(name, 1)))
            for topic in topics.values()
            for name, (best, worst) in topic.items()
        ),
        aggregates=(
            Aggregate(id="score", parts=tuple(topics)),
            *(Aggregate(id=topic, parts=tuple(inside)) for topic, inside in topics.items()),
        ),
        source=f"World Bank, Doing Business {edition}",
    )


def _posts(name: str, unit: str, low: Exact, high: Exact, *, logged: bool = False) -> Indicator:
    return Indicator(
        id=name, unit=unit, treatment=log() if logged else None, normalisation=goalposts(low, high, beyond="clip")
    )


TAI_2001 = Index(
    id="tai-2001",
    name="Chỉ số thành tựu công nghệ",
    indicators=(
        _posts("patents", "per million people", 0, 994),
        _posts("royalties", "US dollars per person", 0, Fraction("272.6")),
        _posts("internet", "hosts per 1,000 people", 0, Fraction("232.4")),
        _posts("exports", "% of goods exports", 0, Fraction("80.8")),
        _posts("telephones", "per 1,000 people", 1, 901, logged=True),
        _posts("electricity", "kWh per person", 22, 6969, logged=True),
        _posts("schooling", "years", Fraction("0.8"), 12),
        _posts("university", "% in science", Fraction("0.1"), Fraction("27.4")),
    ),
    aggregates=(
        Aggregate(
            id="TAI",
            parts=(
                "patents", "royalties", "internet", "exports", "telephones", "electricity", "schooling", "university",
            ),
        ),
    ),
    source="Human Development Report 2001; OECD and JRC, Handbook on Constructing Composite Indicators, 2008",
    note="goalposts that reproduce the handbook's tables 23 (EW) and 38 (LIN)",
)  # fmt: skip
"""The technology achievement index: the mean of eight figures between the goalposts of 2001, those beyond cut off."""

HDI_2014 = Index(
    id="hdi-2014",
    name="Chỉ số phát triển con người",
    indicators=(
        _posts("life", "years", 20, 85),
        _posts("expected_schooling", "years", 0, 18),
        _posts("mean_schooling", "years", 0, 15),
        _posts("income", "PPP dollars per person", 100, 75_000, logged=True),
    ),
    aggregates=(
        Aggregate(id="HDI", parts=("life", "education", "income"), aggregation="geometric"),
        Aggregate(id="education", parts=("expected_schooling", "mean_schooling")),
    ),
    source="UNDP, Human Development Report 2014, technical notes",
)
"""The human development index: the geometric mean of life, education (a plain mean) and the logarithm of income."""

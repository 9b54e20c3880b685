"""The ranks of Doing Business of the World Bank (Môi trường kinh doanh), editions 2016 to 2018.

Three years meet in one rank, and they are kept apart. `year` is the *edition*, by which reports are named; the data are
of the year before (`reference_year`, 1 June of it); `vintage` is the publication that the ranks are from, and the day
`published` is that of the vintage, as each report also recomputed the ranks of the one before. Viet Nam was 82nd in the
edition 2017 and 68th in the edition 2018; in the edition 2016 it was 90th of 189 when that came out, and 91st of 190 a
year later: 91 is the number here.

The World Bank gave the report up on 16/09/2021, after data of the editions 2018 and 2020 had been tampered with. Its
review of 16/12/2020 puts China in the edition 2018 at 85, not 78; the ranks here are those published. What came after,
B-READY, gives no rank (`tthc.reference.refusals`).
"""

import datetime as dt
import functools
from typing import TYPE_CHECKING

from tthc.errors import NotFoundError
from tthc.frozen import FrozenMap
from tthc.rankings._states import spellings
from tthc.rankings.edition import Edition, IndexMethod
from tthc.reference.regions import GROUPS

__all__ = ["EDITIONS", "YEARS", "edition"]

YEARS = (2016, 2017, 2018)
"""The editions, by the year in their name."""

_DB2017 = dt.date(2016, 10, 25)
_DB2018 = dt.date(2017, 10, 31)
_PUBLISHED = {2016: _DB2017, 2017: _DB2017, 2018: _DB2018}
_VINTAGE = {
    2016: "như tính lại cùng Doing Business 2017; khi công bố 27/10/2015 Việt Nam hạng 90/189 / "
    "as recomputed with Doing Business 2017; as published on 27/10/2015 Viet Nam was 90 of 189",
    2017: "như công bố / as published",
    2018: "như công bố; Trung Quốc hạng 78, sau rà soát 16/12/2020 là 85 / "
    "as published; China 78, which the review of 16/12/2020 corrected to 85",
}
_ELSEWHERE = {
    "HKG": ("Hồng Kông", "Hong Kong, China", "Hong Kong SAR, China", "Hong Kong"),
    "PRI": ("Puerto Rico",),
    "PSE": ("Bờ Tây và Dải Gaza", "West Bank and Gaza"),
    "TWN": ("Đài Loan", "Taiwan, China", "Taiwan"),
    "XKX": ("Kosovo",),
}
"""Economies that are no member states of the United Nations, as the World Bank names them."""


def __dir__() -> list[str]:
    return __all__


if TYPE_CHECKING:
    EDITIONS: tuple[Edition, ...]
    """All editions, the earliest first; made when first asked for."""
else:

    def __getattr__(name: str) -> object:
        if name == "EDITIONS":
            globals()["EDITIONS"] = tuple(map(edition, YEARS))
            return globals()["EDITIONS"]
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)


def edition(year: int) -> Edition:
    """Return an edition by the year in its name; raises `NotFoundError`, which names the years, where there is none.

    It holds ranks, no scores.

    >>> edition(2017).ranking().rank("VNM"), edition(2017).reference_year
    (82, 2016)
    """
    if year not in YEARS:
        raise NotFoundError("edition of Doing Business", year, tuple(map(str, YEARS)))
    return _edition(int(year))


_METHOD = IndexMethod(
    id="doing-business-2016-2018",
    aggregation="other",
    coverage="190 nền kinh tế / 190 economies",
    note="xếp hạng theo điểm trung bình của 10 lĩnh vực; mỗi chỉ tiêu (kém nhất − y)/(kém nhất − tốt nhất), riêng tổng "
    "mức thuế tính cách khác / ranked by the mean score of 10 topics; each indicator (worst − y)/(worst − best), but "
    "for the total tax rate",
    source="World Bank, Doing Business",
)


@functools.cache
def _edition(year: int) -> Edition:
    from tthc.reference._doing_business_ranks import RANKS  # noqa: PLC0415 - read at the first use

    pairs = (cell.split() for cell in RANKS[year].replace("\n", " ").split(","))
    ranks = {economy: int(rank) for economy, rank in pairs}
    return Edition(
        index="Doing Business",
        year=year,
        reference_year=year - 1,
        vintage=_VINTAGE[year],
        published=_PUBLISHED[year],
        source=f"World Bank, Doing Business {year}, indicator Ease of doing business rank",
        ranks=FrozenMap(ranks),
        names=FrozenMap({**spellings(), **_ELSEWHERE}),
        method=_METHOD,
        groups=GROUPS,
        aliases=(
            "Ease of doing business",
            "Môi trường kinh doanh",
            "mức độ thuận lợi kinh doanh",
            "EODB",
        ),
    )

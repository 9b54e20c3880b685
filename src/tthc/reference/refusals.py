"""Indices whose publishers give scores, tiers or pillars and no rank: `ranking()` of these editions raises.

A statement "Viet Nam ranks 17th in …" on one of them is not false but no statement of the publisher: somebody else
counted. The editions hold no figures; they are here so that claims on them can be told apart from those on an index
that is not known.
"""

import datetime as dt

from tthc.rankings.edition import Edition

__all__ = ["AIPI_2024", "B_READY_2024", "B_READY_2025", "EDITIONS", "GCI_2024"]


def __dir__() -> list[str]:
    return __all__


_B_READY = (
    "Ngân hàng Thế giới chấm điểm ba trụ cột và mười chủ đề, không có điểm tổng hợp / the World Bank scores three "
    "pillars and ten topics and gives no aggregate score"
)
_B_READY_NAMES = ("Business Ready", "BREADY", "Sẵn sàng kinh doanh")

B_READY_2024 = Edition(
    index="B-READY",
    year=2024,
    published=dt.date(2024, 10, 5),
    source="World Bank, Business Ready 2024, doi:10.1596/978-1-4648-2021-2; muộn nhất ngày này / out by then",
    refuses=_B_READY,
    aliases=_B_READY_NAMES,
)
"""Business Ready 2024 of the World Bank, which follows Doing Business.

>>> B_READY_2024.ranking()
Traceback (most recent call last):
...
tthc.errors.NotRankedError: B-READY 2024 is not ranked: Ngân hàng Thế giới chấm điểm ba trụ cột và mười chủ đề, không có
điểm tổng hợp / the World Bank scores three pillars and ten topics and gives no aggregate score
"""

B_READY_2025 = Edition(
    index="B-READY",
    year=2025,
    published=dt.date(2025, 12, 30),
    source="World Bank, Business Ready 2025; vietnamnews.vn 31/12/2025",
    refuses=_B_READY,
    aliases=_B_READY_NAMES,
)
"""Business Ready 2025 of the World Bank."""

GCI_2024 = Edition(
    index="GCI",
    year=2024,
    published=dt.date(2024, 9, 12),
    source="ITU, Global Cybersecurity Index 2024, 5th edition; ictvietnam.vn 13/09/2024",
    refuses="từ kỳ này ITU chia các nước thành năm bậc, không xếp thứ hạng / "
    "since this edition ITU puts countries into five tiers and does not rank them",
    aliases=(
        "Global Cybersecurity Index",
        "Chỉ số an toàn, an ninh mạng toàn cầu",
        "Chỉ số an toàn thông tin mạng toàn cầu",
    ),
)
"""The Global Cybersecurity Index 2024 of the ITU (Chỉ số an toàn, an ninh mạng toàn cầu). Earlier editions ranked."""

AIPI_2024 = Edition(
    index="AIPI",
    year=2024,
    published=dt.date(2024, 6, 25),
    source="IMF, AI Preparedness Index dashboard; affairscloud.com",
    refuses="IMF đề nghị không dùng điểm để xếp hạng các nước / the IMF asks not to rank countries by the scores",
    aliases=("AI Preparedness Index", "Chỉ số sẵn sàng trí tuệ nhân tạo", "Chỉ số sẵn sàng AI"),
)
"""The AI Preparedness Index of the IMF, as its dashboard of June 2024 shows it."""

EDITIONS = (AIPI_2024, B_READY_2024, B_READY_2025, GCI_2024)
"""All of them."""

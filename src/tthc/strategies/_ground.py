"""Text as real records spell it, days and spans, and what every other strategy is built with."""

import datetime as dt
import unicodedata
from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from tthc.dated import Dated, Interval
from tthc.frozen import FrozenMap
from tthc.text import Unparsed

__all__ = [
    "dated",
    "frozen_maps",
    "intervals",
    "listed",
    "maybe",
    "some_days",
    "span",
    "stated",
    "texts",
    "unparsed",
]

K = TypeVar("K")
T = TypeVar("T")


def __dir__() -> list[str]:
    return __all__


_WORDS = (
    "Đăng ký khai sinh",
    "Ủy ban nhân dân xã",
    "uỷ quyền",
    "Bản chính",
    "giấy chứng nhận quyền sử dụng đất",
    "Tờ khai theo mẫu số 01",
    "hòa giải ở cơ sở",
    "hoà giải",
    "người nộp hồ sơ",
    "Nghị định số 63/2010/NĐ-CP",
    "lệ phí 50.000 đồng",
    "03 ngày làm việc",
    "trường hợp khác",
    "(nếu có)",
    "Không quy định",
    "<br/>",
    "Xem chi tiết tại tệp đính kèm",
)
_DIRT = (
    " ", "  ", "\t", "\n", "\r\n", "\u00a0", "\u2003", "\u200b", "\ufeff", "\u00ad", "\u202e", "\u2066", "–", "\u2011",
    "•", "\uf0b7", "Ð", "Ɖ", "đ", ".", ";", "- ", "+ ", "…", "😀", "\x00", "\x7f", "{", "}", "$", '"', "\\", "-", "0",
)  # fmt: skip


def texts(*, surrogates: bool = False) -> SearchStrategy[str]:
    """Text as fields hold it: clean, dirty, decomposed or anything at all, also empty; `surrogates` adds lone ones."""
    clean = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=4).map(" ".join)
    parts = st.sampled_from(_WORDS + _DIRT) | st.text(max_size=3)
    if surrogates:
        parts |= st.characters(categories=["Cs"])
    dirty = st.lists(parts, max_size=8).map("".join)
    return clean | dirty | dirty.map(_decomposed)


def _decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def unparsed() -> SearchStrategy[Unparsed]:
    """Text that a source states and nobody could read."""
    return st.builds(Unparsed, texts())


def some_days() -> SearchStrategy[dt.date]:
    # Around the days on which the law changes; any other day now and then.
    near = st.dates(dt.date(2010, 1, 1), dt.date(2027, 12, 31))
    turns = [(2010, 10, 14), (2017, 9, 25), (2022, 8, 15), (2025, 6, 30), (2025, 7, 1), (2026, 7, 1), (2026, 12, 31)]
    return near | st.sampled_from([dt.date(*turn) for turn in turns]) | st.dates()


def intervals() -> SearchStrategy[Interval]:
    """Spans of days, with either end open now and then."""
    closed = st.lists(some_days(), min_size=2, max_size=2, unique=True).map(span)
    return (
        closed
        | st.builds(Interval, maybe(some_days()), st.none())
        | st.builds(Interval, st.none(), some_days().filter(_follows_one))
    )


def _follows_one(day: dt.date) -> bool:
    return day > dt.date.min


def span(days: list[dt.date]) -> Interval:
    return Interval(min(days), max(days))


def dated(values: SearchStrategy[T]) -> SearchStrategy[Dated[T]]:
    """Values and the days on which they hold."""
    return st.tuples(values, intervals()).map(lambda parts: Dated(*parts))


def frozen_maps(keys: SearchStrategy[K], values: SearchStrategy[T]) -> SearchStrategy[FrozenMap[K, T]]:
    """Mappings that cannot change."""
    return st.dictionaries(keys, values, max_size=3).map(FrozenMap)


def maybe(values: SearchStrategy[T]) -> SearchStrategy[T | None]:
    return st.none() | values


def stated(values: SearchStrategy[T]) -> SearchStrategy[T | Unparsed | None]:
    """A scalar component: not stated, stated, or stated and not readable."""
    return st.none() | values | unparsed()


def listed(values: SearchStrategy[T], max_size: int = 2) -> SearchStrategy[tuple[T | Unparsed, ...] | None]:
    """A list component: not stated, stated as none, or stated."""
    return st.none() | st.lists(values | unparsed(), max_size=max_size).map(tuple)

"""The portal's words: what it writes where nothing is stated, and its words for channels, levels and kinds."""

import functools

from tthc.procedures import Channel, Formality, Level
from tthc.text import search_key

__all__ = [
    "CHANNELS",
    "CHANNELS_NAME",
    "FORMALITIES",
    "FORMALITIES_NAME",
    "INTERNAL",
    "LEVELS",
    "LEVELS_NAME",
    "fold",
    "is_none",
    "stated",
]

_NOT_STATED = frozenset({"", "-", "khong co thong tin"})
_NONE = frozenset({"khong", "khong co", "khong quy dinh"})


def __dir__() -> list[str]:
    return __all__


def stated(text: str) -> str | None:
    """Return the text without outer white space; `None` for the words that say that nothing is stated.

    >>> stated(" 5 Ngày "), stated("Không có thông tin"), stated("–"), stated("Không")
    ('5 Ngày', None, None, 'Không')
    """
    text = text.strip()
    first = text[:1]
    if len(text) > 40 or (first.isalnum() and first not in "Kk"):
        return text
    return None if search_key(text).rstrip(" .") in _NOT_STATED else text


def is_none(text: str) -> bool:
    """Tell whether a text says that there is none: Không, Không có, Không quy định."""
    return len(text) <= 40 and text[:1] in {"K", "k"} and search_key(text).rstrip(" .") in _NONE


@functools.lru_cache(maxsize=1024)
def _folded(text: str) -> str:
    return "".join(filter(str.isalnum, search_key(text)))


def fold(text: str) -> str:
    """Return what is compared of a key or word: no tone marks, case, blanks, underscores or punctuation.

    >>> fold("tên_thủ_tục"), fold("Tên thủ tục")
    ('tenthutuc', 'tenthutuc')
    """
    return _folded(text) if len(text) <= 120 else ""


CHANNELS: dict[str, Channel] = {
    "tructiep": "direct",
    "noptructiep": "direct",
    "direct": "direct",
    "tructuyen": "online",
    "noptructuyen": "online",
    "online": "online",
    "dichvubuuchinh": "post",
    "dichvubuuchinhcongich": "post",
    "buuchinh": "post",
    "quabuuchinh": "post",
    "quadichvubuuchinh": "post",
    "post": "post",
    "postal": "post",
}
CHANNELS_NAME = ("hình thức nộp", "ways of handing in")
LEVELS: dict[str, Level] = {
    "capbo": "central",
    "captrunguong": "central",
    "trunguong": "central",
    "captinh": "provincial",
    "tinh": "provincial",
    "caphuyen": "district",
    "huyen": "district",
    "capxa": "commune",
    "xa": "commune",
    "coquankhac": "other",
}
LEVELS_NAME = ("cấp thực hiện", "levels")
FORMALITIES: dict[str, Formality] = {
    "assignedregulation": "assigned_by_law",
    "tthcduocluatgiaoquydinhchitiet": "assigned_by_law",
    "tthcduocgiaoluatquydinhchitiet": "assigned_by_law",  # as the new portal writes it
    "tthckhongduocluatgiaochodiaphuongquydinh": "not_assigned",
    "tthckhongduocluatgiaochodiaphuongquydinhhoacquydinhchitiet": "not_assigned",
    "loaikhac": "other",
}
FORMALITIES_NAME = ("loại thủ tục", "kinds of procedure")
INTERNAL: dict[str, bool] = {"tthcnoibo": True, "tthctieuchuan": False}
"""Words that stand where the kind is asked for and say whether the procedure is internal."""

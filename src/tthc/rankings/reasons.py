"""`Reason`: why something is so, in Vietnamese and in English; what verdicts and changes give beside their figures."""

from typing import Literal, final

import attrs

from tthc._record import check

__all__ = ["Reason"]


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen
class Reason:
    """Why something is so (lý do), said in both languages; `str()` gives the Vietnamese.

    >>> print(Reason("hạng do tính", "rank computed"))
    hạng do tính
    >>> Reason("hạng do tính", "rank computed").text("en")
    'rank computed'
    """

    vi: str
    en: str

    def __attrs_post_init__(self) -> None:
        check(self)

    @classmethod
    def of(cls, text: str) -> "Reason":
        """Take a text that says it twice, Vietnamese first, with one ` / ` between; another one stands for both.

        >>> Reason.of("như công bố / as published").en
        'as published'
        """
        vi, _, en = text.partition(" / ")
        return cls(vi, en) if en and " / " not in en else cls(text, text)

    def text(self, lang: Literal["vi", "en"] = "vi") -> str:
        """Say it in one language."""
        return self.vi if lang == "vi" else self.en

    def __str__(self) -> str:
        return self.vi

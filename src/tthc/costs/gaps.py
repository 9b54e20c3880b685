"""What a cost stands on and leaves open: what has no price, and what was assumed, each told apart by its kind."""

from typing import Literal, TypeAlias, final

import attrs

from tthc._record import check
from tthc.costs.norms import ELEMENTS, Element, Norm
from tthc.findings import Lang
from tthc.procedures._words import word
from tthc.procedures.components import Channel

__all__ = ["ACTIVITIES", "Activity", "Assumption", "AssumptionKind", "Unpriced", "WhyUnpriced"]

Activity: TypeAlias = Literal[Element, "fee", "delay"]
"""What a cell is spent on: an element of a norm, a fee, or waiting for the State."""
WhyUnpriced: TypeAlias = Literal[
    "no_norm",
    "no_visits",
    "not_stated",
    "unreadable",
    "no_single_fee",
    "fee_not_fixed",
    "fee_per_unit",
    "other_currency",
    "not_due",
]
"""Why something has no price: no norm for it, no number of visits, the record does not state it or cannot be read, or
several fees may be due, a fee has no fixed amount, is counted per something other than a dossier, is in another
currency, or none is in force."""
AssumptionKind: TypeAlias = Literal[
    "conditional",
    "one_sheet",
    "no_copies",
    "one_set",
    "out_of_scope",
    "not_used",
    "share_of_subjects",
    "fees_left_out",
    "no_agency_norms",
]
"""What was assumed; `Assumption.display` has the words."""

ACTIVITIES: dict[str, tuple[str, str]] = {
    **ELEMENTS,
    "fee": ("phí, lệ phí", "fees and charges"),
    "delay": ("chờ cơ quan nhà nước", "waiting for the State"),
}
"""The words for each activity, in Vietnamese and in English."""

_WHY: dict[WhyUnpriced, tuple[str, str]] = {
    "no_norm": ("chưa có định mức", "no norm"),
    "no_visits": ("chưa rõ số lần đi lại", "number of visits not stated"),
    "not_stated": ("hồ sơ thủ tục không nêu", "the record does not state it"),
    "unreadable": ("không đọc được", "cannot be read"),
    "no_single_fee": ("có nhiều mức, chưa rõ áp dụng mức nào", "several fees, not clear which are due"),
    "fee_not_fixed": ("mức thu chưa xác định", "no fixed amount"),
    "fee_per_unit": ("tính theo đơn vị khác hồ sơ", "not counted per dossier"),
    "other_currency": ("mức thu bằng đồng tiền khác", "in another currency"),
    "not_due": ("không có mức nào đang áp dụng", "none is in force"),
}
_WORDS: dict[AssumptionKind, tuple[str, str]] = {
    "conditional": (
        "giấy tờ chỉ yêu cầu trong trường hợp nhất định, được tính cho mọi hồ sơ: {}",
        "asked for in some cases only, counted in every dossier: {}",
    ),
    "one_sheet": ("không nêu số bản, tính một bản: {}", "number of copies not stated, one is counted: {}"),
    "no_copies": (
        "yêu cầu bản sao chứng thực nhưng ghi 0 bản sao, tính một bản: {}",
        "a certified copy is asked for and 0 copies are stated, one is counted: {}",
    ),
    "one_set": ("không nêu số bộ hồ sơ, tính một bộ", "number of sets not stated, one is counted"),
    "out_of_scope": ("quy ước không tính định mức: {}", "the convention does not count this norm: {}"),
    "not_used": ("định mức không dùng đến: {}", "norm without use: {}"),
    "share_of_subjects": (
        "mỗi hồ sơ là bình quân của các nhóm đối tượng: {}",
        "a dossier is the mean of the groups of subjects: {}",
    ),
    "fees_left_out": ("quy ước không tính phí, lệ phí", "the convention does not count fees"),
    "no_agency_norms": (
        "chưa có định mức cho cơ quan nhà nước, bảng chưa gồm phần này",
        "no norm for the State, whose part the table does not contain",
    ),
}


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen(kw_only=True)
class Unpriced:
    """Something that the procedure asks for and nothing gives a price to; the total does not contain it.

    `channel`, `case` and `segment` tell for which dossiers; without a segment it is so for all of them.

    >>> print(Unpriced(activity="document", what="Giấy khám sức khỏe", why="no_norm"))
    chuẩn bị giấy tờ: Giấy khám sức khỏe (chưa có định mức)
    """

    activity: Activity
    why: WhyUnpriced
    what: str = ""
    channel: Channel | None = None
    case: str = ""
    segment: str = ""

    def __attrs_post_init__(self) -> None:
        check(self)

    def display(self, lang: Lang = "vi") -> str:
        """Say what has no price, and why."""
        english = lang == "en"
        where = [self.what, self.case, self.channel_word(lang), self.segment]
        named = ", ".join(part for part in where if part)
        return f"{ACTIVITIES[self.activity][english]}{f': {named}' if named else ''} ({_WHY[self.why][english]})"

    def channel_word(self, lang: Lang = "vi") -> str:
        """Return the word for the channel, "" without one."""
        return "" if self.channel is None else word("channel", self.channel, lang)

    def __str__(self) -> str:
        return self.display()


@final
@attrs.frozen(kw_only=True)
class Assumption:
    """Something that the record leaves open or the convention leaves out, and how the cost took it.

    `norm` is the norm that it is about, where it is about one, and `what` its path.

    >>> print(Assumption(kind="one_set"))
    không nêu số bộ hồ sơ, tính một bộ
    """

    kind: AssumptionKind
    what: str = ""
    norm: Norm | None = None

    def __attrs_post_init__(self) -> None:
        check(self)

    def display(self, lang: Lang = "vi") -> str:
        """Say what was assumed."""
        what = self.what if self.norm is None else f"{self.norm.display(lang)} ({self.what})"
        return _WORDS[self.kind][lang == "en"].replace("{}", what)

    def __str__(self) -> str:
        return self.display()

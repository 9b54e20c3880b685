"""`Agency`: one body of the state as it stood in one span of time, and the territory it serves.

A code is no identity: a merged province keeps one of the old codes, and a code may pass to another body. Identity is
the code *and* the days on which it meant this body, so a body that was renamed or raised is two values, one a span,
and a `Reorganisation` leads from the first to the second.
"""

from collections.abc import Iterable
from typing import Literal, TypeAlias, final

import attrs

from tthc._record import check
from tthc.dated import Interval
from tthc.errors import Fault
from tthc.identifiers import AgencyCode, Identifier, UnitCode

__all__ = ["Agency", "AgencyKind", "AgencyLevel", "Territory", "UnitType"]

AgencyLevel: TypeAlias = Literal["central", "provincial", "district", "commune", "vertical", "other"]
"""The level a body belongs to: trung ương, cấp tỉnh, cấp huyện (to 2025-06-30), cấp xã; `vertical` is a branch of a
central body in the country (ngành dọc: thuế, hải quan, kho bạc …), which belongs to no local level."""
AgencyKind: TypeAlias = Literal[
    "government",
    "ministry",
    "ministerial_level",
    "under_government",
    "peoples_committee",
    "peoples_council",
    "specialised_department",
    "one_stop_centre",
    "court",
    "party_body",
    "other",
]
"""What a body is: Chính phủ, bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ, Ủy ban nhân dân, Hội đồng nhân dân, cơ quan
chuyên môn (sở, phòng), bộ phận một cửa, tòa án, cơ quan Đảng, khác."""
UnitType: TypeAlias = Literal[
    "province", "city", "district", "urban_district", "town", "provincial_city", "commune", "ward", "township",
    "special_zone",
]  # fmt: skip
"""What an administrative unit is: tỉnh, thành phố trực thuộc trung ương; huyện, quận, thị xã, thành phố thuộc tỉnh (to
2025-06-30); xã, phường, thị trấn (to 2025-06-30), đặc khu. It is dated: a province may become a city."""

_LEVELS = {
    "central": ("trung ương", "central"),
    "provincial": ("cấp tỉnh", "provincial"),
    "district": ("cấp huyện", "district"),
    "commune": ("cấp xã", "commune"),
    "vertical": ("ngành dọc", "vertical branch"),
    "other": ("cấp khác", "other"),
}
_KINDS = {
    "government": "Chính phủ",
    "ministry": "bộ",
    "ministerial_level": "cơ quan ngang bộ",
    "under_government": "cơ quan thuộc Chính phủ",
    "peoples_committee": "Ủy ban nhân dân",
    "peoples_council": "Hội đồng nhân dân",
    "specialised_department": "cơ quan chuyên môn",
    "one_stop_centre": "bộ phận một cửa",
    "court": "tòa án",
    "party_body": "cơ quan Đảng",
    "other": "cơ quan khác",
}
_TYPES = {
    "province": "tỉnh",
    "city": "thành phố",
    "district": "huyện",
    "urban_district": "quận",
    "town": "thị xã",
    "provincial_city": "thành phố",
    "commune": "xã",
    "ward": "phường",
    "township": "thị trấn",
    "special_zone": "đặc khu",
}


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen(kw_only=True)
class Territory:
    """The administrative unit that a body serves (địa bàn), as it stood in the body's span.

    `name` is the bare name, without the word for the type. The statistical `code` is another system than the agency's
    own: an agency's code follows the name that was kept, this one the seat (QĐ 124/2004/QĐ-TTg), so neither can be
    derived from the other.

    >>> print(Territory(name="An Giang", type="province", code=UnitCode("91")))
    tỉnh An Giang
    """

    name: str
    type: UnitType | None = None
    code: UnitCode | None = None
    name_en: str = ""

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        if not self.name:
            yield Fault("name", self.name, "the name of a unit")

    def __str__(self) -> str:
        return self.name if self.type is None else f"{_TYPES[self.type]} {self.name}"


@final
@attrs.frozen(kw_only=True, repr=False)
class Agency:
    """A body (cơ quan) from the first to the last day on which it had this code, name, level and place.

    `code` is an electronic agency code, or an `Identifier` where the body has none. `aliases` are other spellings,
    abbreviations, former names of the same span, and other codes that lists give the body. `parent` is the code of the
    body it belongs to. `confirmed` is false where the source itself is in doubt; `source` says where the row was read.

    >>> from datetime import date
    >>> Agency(code=AgencyCode(("G15",)), name="Bộ Tư pháp", level="central", kind="ministry",
    ...        validity=Interval(date(2020, 9, 15)))
    <Agency G15 'Bộ Tư pháp' từ 15/09/2020>
    """

    code: AgencyCode | Identifier
    name: str
    level: AgencyLevel
    validity: Interval
    kind: AgencyKind = "other"
    name_en: str = ""
    aliases: tuple[str, ...] = ()
    parent: AgencyCode | Identifier | None = None
    territory: Territory | None = None
    source: str = ""
    confirmed: bool = True

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        if not self.name:
            yield Fault("name", self.name, "the name of a body")
        if self.parent == self.code:
            yield Fault("parent", str(self.parent), "another body than itself")

    @property
    def label(self) -> str:
        """What the body is called in lists and errors: its code and its name."""
        return f"{self.code} {self.name}"

    def display(self, lang: Literal["vi", "en"] = "vi") -> str:
        """Return the name in Vietnamese or English; the Vietnamese one where there is no other."""
        return self.name_en if lang == "en" and self.name_en else self.name

    def __repr__(self) -> str:
        return f"<Agency {self.code} {self.name[:60]!r} {self.validity}>"

    def __str__(self) -> str:
        lines = [self.label, f"  {_KINDS[self.kind]}, {_LEVELS[self.level][0]}", f"  {self.validity}"]
        if self.parent is not None:
            lines.append(f"  thuộc {self.parent}")
        if self.territory is not None:
            code = "" if self.territory.code is None else f" (mã {self.territory.code})"
            lines.append(f"  địa bàn: {self.territory}{code}")
        if self.source or not self.confirmed:
            lines.append(f"  nguồn: {self.source or '-'}{'' if self.confirmed else ' (chưa xác nhận)'}")
        return "\n".join(lines)

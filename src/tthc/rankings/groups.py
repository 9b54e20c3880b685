"""`Group`: a named set of units whose members come and go (nhóm nước, vùng).

ASEAN is not the South-East Asia of the United Nations' regions, and grew; a rank "in the region" is a rank among the
members on a day.
"""

import datetime as dt
from collections.abc import Iterable
from typing import Literal, final

import attrs

from tthc._record import check
from tthc.dated import Dated
from tthc.errors import Fault

__all__ = ["Group"]


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen(kw_only=True, repr=False)
class Group:
    """A group of units (nhóm đơn vị) by its id, with names in Vietnamese and English and dated members.

    A unit may stand several times, with spans that do not overlap: it left and came back. `aliases` are other names
    by which texts call the group, `source` says who belongs to it by whose word.

    >>> from tthc.dated import Interval
    >>> later = Interval(dt.date(1995, 7, 28))
    >>> asean = Group(name="ASEAN", vi="ASEAN", en="ASEAN", membership=(Dated("THA"), Dated("VNM", later)))
    >>> asean.members(dt.date(1995, 7, 27)), asean.members(dt.date(2016, 1, 1))
    (('THA',), ('THA', 'VNM'))
    """

    name: str
    vi: str
    en: str
    membership: tuple[Dated[str], ...]
    aliases: tuple[str, ...] = ()
    source: str = ""

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        for field in ("name", "vi", "en"):
            if not getattr(self, field):
                yield Fault(field, "", "a name")
        spans: dict[str, list[int]] = {}
        for i, member in enumerate(self.membership):
            where = f"membership[{i}]"
            if type(member.value) is not str or not member.value:
                yield Fault(where, member.value, "the code or name of a unit")
                continue
            earlier = spans.setdefault(member.value, [])
            if any(member.interval.overlaps(self.membership[j].interval) for j in earlier):
                yield Fault(where, member, f"a span that no other span of {member.value} overlaps")
            earlier.append(i)

    def members(self, on: dt.date) -> tuple[str, ...]:
        """Return who belongs to the group on a day, in the order given."""
        return tuple(member.value for member in self.membership if on in member.interval)

    def label(self, lang: Literal["vi", "en"] = "vi") -> str:
        """Return the name of the group in a language."""
        return self.vi if lang == "vi" else self.en

    def __repr__(self) -> str:
        return f"<Group {self.name}: {len({member.value for member in self.membership})} members>"

    def __str__(self) -> str:
        return self.label()

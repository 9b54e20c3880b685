"""Groups of states (nhóm nước): the geographical regions of the United Nations (M49) and ASEAN.

A rank "in the region" needs the region named: South-East Asia has had eleven states in M49 since Timor-Leste, which
ASEAN admitted only on 26/10/2025. The regions are those of M49 as of 2026; what no state was part of then is left out.
"""

import datetime as dt
import functools

from tthc.dated import Dated, Interval
from tthc.rankings._states import STATES, SUBREGIONS
from tthc.rankings.groups import Group

__all__ = ["ASEAN", "GROUPS", "M49"]


def __dir__() -> list[str]:
    return __all__


_SOURCE = "Standard country or area codes for statistical use (M49), UN Statistics Division"

# M49 above the subregions: code, Vietnamese name, English name, subregions.
_REGIONS = """
002 | châu Phi                  | Africa                          | 011 014 015 017 018
009 | châu Đại Dương            | Oceania                         | 053 054 057 061
019 | châu Mỹ                   | Americas                        | 005 013 021 029
142 | châu Á                    | Asia                            | 030 034 035 143 145
150 | châu Âu                   | Europe                          | 039 151 154 155
202 | châu Phi hạ Sahara        | Sub-Saharan Africa              | 011 014 017 018
419 | Mỹ La-tinh và vùng Ca-ri-bê | Latin America and the Caribbean | 005 013 029
"""

_ALIASES = {
    "002": ("Châu Phi",),
    "009": ("Châu Đại Dương",),
    "019": ("Châu Mỹ", "the Americas"),
    "035": ("South-East Asia", "Southeast Asia", "South East Asia", "khu vực Đông Nam Á"),
    "030": ("East Asia",),
    "034": ("South Asia",),
    "142": ("Châu Á",),
    "150": ("Châu Âu",),
    "419": ("Mỹ Latinh", "Mỹ La-tinh", "Mỹ Latinh và Caribe"),
}

# The Bangkok Declaration of 08/08/1967 and the declarations on the admission of each later member.
_ASEAN = (
    ("IDN", dt.date(1967, 8, 8)),
    ("MYS", dt.date(1967, 8, 8)),
    ("PHL", dt.date(1967, 8, 8)),
    ("SGP", dt.date(1967, 8, 8)),
    ("THA", dt.date(1967, 8, 8)),
    ("BRN", dt.date(1984, 1, 7)),
    ("VNM", dt.date(1995, 7, 28)),
    ("LAO", dt.date(1997, 7, 23)),
    ("MMR", dt.date(1997, 7, 23)),
    ("KHM", dt.date(1999, 4, 30)),
    ("TLS", dt.date(2025, 10, 26)),
)

ASEAN = Group(
    name="ASEAN",
    vi="ASEAN",
    en="ASEAN",
    membership=tuple(Dated(state, Interval(since)) for state, since in _ASEAN),
    aliases=("Hiệp hội các quốc gia Đông Nam Á", "Association of Southeast Asian Nations"),
    source="Bangkok Declaration of 08/08/1967 and the declarations on the admission of members, asean.org",
)
"""The Association of Southeast Asian Nations (Hiệp hội các quốc gia Đông Nam Á), each member from its accession on.

>>> len(ASEAN.members(dt.date(2024, 9, 17))), len(ASEAN.members(dt.date(2025, 10, 26)))
(10, 11)
"""


def _group(code: str, vi: str, en: str, subregions: tuple[str, ...]) -> Group:
    members = tuple(Dated(state.alpha3) for state in STATES.values() if state.subregion in subregions)
    aliases = _ALIASES.get(code, ())
    return Group(name=f"M49-{code}", vi=vi, en=en, membership=members, aliases=aliases, source=_SOURCE)


@functools.cache
def _m49() -> tuple[Group, ...]:
    small = (_group(code, vi, en, (code,)) for code, (vi, en) in SUBREGIONS.items())
    rows = (tuple(map(str.strip, row.split("|"))) for row in _REGIONS.strip().splitlines())
    large = (_group(code, vi, en, tuple(subregions.split())) for code, vi, en, subregions in rows)
    return tuple(sorted((*small, *large), key=lambda group: group.name))


M49 = _m49()
"""The regions and subregions of M49, by code: `M49-035` is South-eastern Asia (Đông Nam Á)."""

GROUPS: tuple[Group, ...] = (ASEAN, *M49)
"""All of them."""

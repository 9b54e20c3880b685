"""Service quality (chất lượng phục vụ): the index of QĐ 766, the points of TT 01/2018, and the counts they stand on.

`Tally` counts dossiers, a `Profile` scores a tally, `lift` says what would reach the next class, `lost_points` names
the dossiers that cost points, `Settlement` prints the periodic table.
"""

from tthc._lazy import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tthc.service_quality import counts as counts
    from tthc.service_quality import lifts as lifts
    from tthc.service_quality import losses as losses
    from tthc.service_quality import measures as measures
    from tthc.service_quality import profiles as profiles
    from tthc.service_quality import qd766 as qd766
    from tthc.service_quality import scorecards as scorecards
    from tthc.service_quality import settlements as settlements
    from tthc.service_quality import tally as tally
    from tthc.service_quality import tt01 as tt01
    from tthc.service_quality.counts import COUNTS
    from tthc.service_quality.lifts import Lift, LiftStep, lift
    from tthc.service_quality.losses import Loss, LostDossier, lost_points
    from tthc.service_quality.measures import Grade, Group, Measure
    from tthc.service_quality.profiles import Profile
    from tthc.service_quality.qd766 import (
        COMMUNE_EXEMPT,
        QD766,
        QD766_2022,
        QD766_DESCRIBED,
        QD766_GROUPS,
        QD766_MONITOR,
        qd766_on,
        synchronisation_base,
    )
    from tthc.service_quality.scorecards import ServiceScore
    from tthc.service_quality.settlements import Settlement, SettlementLine
    from tthc.service_quality.tally import Entry, Tally
    from tthc.service_quality.tt01 import (
        TT01_2018,
        TT01_2018_OFFICIAL,
        feedback_points,
        one_stop_points,
        online_points,
        points_tally,
        publicity_points,
    )

__all__ = [
    "COMMUNE_EXEMPT",
    "COUNTS",
    "QD766",
    "QD766_2022",
    "QD766_DESCRIBED",
    "QD766_GROUPS",
    "QD766_MONITOR",
    "TT01_2018",
    "TT01_2018_OFFICIAL",
    "Entry",
    "Grade",
    "Group",
    "Lift",
    "LiftStep",
    "Loss",
    "LostDossier",
    "Measure",
    "Profile",
    "ServiceScore",
    "Settlement",
    "SettlementLine",
    "Tally",
    "feedback_points",
    "lift",
    "lost_points",
    "one_stop_points",
    "online_points",
    "points_tally",
    "publicity_points",
    "qd766_on",
    "synchronisation_base",
]

_HOMES = {
    "counts": "COUNTS",
    "lifts": "Lift LiftStep lift",
    "losses": "Loss LostDossier lost_points",
    "measures": "Grade Group Measure",
    "profiles": "Profile",
    "qd766": "COMMUNE_EXEMPT QD766 QD766_2022 QD766_DESCRIBED QD766_GROUPS QD766_MONITOR qd766_on synchronisation_base",
    "scorecards": "ServiceScore",
    "settlements": "Settlement SettlementLine",
    "tally": "Entry Tally",
    "tt01": "TT01_2018 TT01_2018_OFFICIAL feedback_points one_stop_points online_points points_tally publicity_points",
}


def __dir__() -> list[str]:
    return __all__


if not TYPE_CHECKING:
    __getattr__ = lazy(__name__, _HOMES, modules=" ".join(_HOMES))

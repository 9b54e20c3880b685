"""Dossiers (hồ sơ): states and steps, history, the clock, on-time rules, and the time that was really needed."""

from tthc._lazy import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tthc.dossiers import dossier as dossier
    from tthc.dossiers import events as events
    from tthc.dossiers import needed_time as needed_time
    from tthc.dossiers import on_time as on_time
    from tthc.dossiers import states as states
    from tthc.dossiers.dossier import Clock, Dossier
    from tthc.dossiers.events import Event, EventKind, ForbiddenStepError
    from tthc.dossiers.needed_time import Practice, practice
    from tthc.dossiers.on_time import DECREE, INDEX_766, Judgement, OnTimeRule
    from tthc.dossiers.states import CHANNELS, STATES, TRANSITIONS, DossierState, StateName, channel_of, state_of

__all__ = [
    "CHANNELS",
    "DECREE",
    "INDEX_766",
    "STATES",
    "TRANSITIONS",
    "Clock",
    "Dossier",
    "DossierState",
    "Event",
    "EventKind",
    "ForbiddenStepError",
    "Judgement",
    "OnTimeRule",
    "Practice",
    "StateName",
    "channel_of",
    "practice",
    "state_of",
]

_HOMES = {
    "dossier": "Clock Dossier",
    "events": "Event EventKind ForbiddenStepError",
    "needed_time": "Practice practice",
    "on_time": "DECREE INDEX_766 Judgement OnTimeRule",
    "states": "CHANNELS STATES TRANSITIONS DossierState StateName channel_of state_of",
}


def __dir__() -> list[str]:
    return __all__


if not TYPE_CHECKING:
    __getattr__ = lazy(__name__, _HOMES, modules=" ".join(_HOMES))

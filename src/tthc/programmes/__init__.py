"""Programmes: terms, bodies, directions, plans, tasks and what they delivered; targets and the figures against them."""

from tthc._lazy import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tthc.programmes import advance as advance
    from tthc.programmes import agenda as agenda
    from tthc.programmes import auditing as auditing
    from tthc.programmes import bodies as bodies
    from tthc.programmes import credit as credit
    from tthc.programmes import figures as figures
    from tthc.programmes import metrics as metrics
    from tthc.programmes import plans as plans
    from tthc.programmes import targets as targets
    from tthc.programmes import tasks as tasks
    from tthc.programmes import tracing as tracing
    from tthc.programmes.advance import Progress, UnitProgress, progress
    from tthc.programmes.agenda import Agenda, Office
    from tthc.programmes.auditing import audit
    from tthc.programmes.bodies import Body, BodyKind, BodyLevel, Lead, Term, TermKind
    from tthc.programmes.credit import Contribution, Contributions, contributions
    from tthc.programmes.figures import Base, Movement, Observation, Precision, Stage, implied_wholes, movement
    from tthc.programmes.metrics import METRICS, Meaning, Metric
    from tthc.programmes.plans import Directive, Programme, ProgrammeKind
    from tthc.programmes.targets import Attainment, Outcome, Target
    from tthc.programmes.tasks import Delivered, Task, TaskState, TaskStatus, TaskStep
    from tthc.programmes.tracing import Link, LinkKind, Trace, trace

__all__ = [
    "METRICS",
    "Agenda",
    "Attainment",
    "Base",
    "Body",
    "BodyKind",
    "BodyLevel",
    "Contribution",
    "Contributions",
    "Delivered",
    "Directive",
    "Lead",
    "Link",
    "LinkKind",
    "Meaning",
    "Metric",
    "Movement",
    "Observation",
    "Office",
    "Outcome",
    "Precision",
    "Programme",
    "ProgrammeKind",
    "Progress",
    "Stage",
    "Target",
    "Task",
    "TaskState",
    "TaskStatus",
    "TaskStep",
    "Term",
    "TermKind",
    "Trace",
    "UnitProgress",
    "audit",
    "contributions",
    "implied_wholes",
    "movement",
    "progress",
    "trace",
]

_HOMES = {
    "advance": "Progress UnitProgress progress",
    "agenda": "Agenda Office",
    "auditing": "audit",
    "bodies": "Body BodyKind BodyLevel Lead Term TermKind",
    "credit": "Contribution Contributions contributions",
    "figures": "Base Movement Observation Precision Stage implied_wholes movement",
    "metrics": "METRICS Meaning Metric",
    "plans": "Directive Programme ProgrammeKind",
    "targets": "Attainment Outcome Target",
    "tasks": "Delivered Task TaskState TaskStatus TaskStep",
    "tracing": "Link LinkKind Trace trace",
}


def __dir__() -> list[str]:
    return __all__


if not TYPE_CHECKING:
    __getattr__ = lazy(__name__, _HOMES, modules=" ".join(_HOMES))

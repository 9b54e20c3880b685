"""Working days (ngày làm việc) and the time limits of administrative procedures (thời hạn giải quyết).

`VIETNAM` is the calendar of Viet Nam's public sector; its tables load when it is first asked for.
"""

from tthc._lazy import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tthc.calendar import acceptance as acceptance
    from tthc.calendar import announcements as announcements
    from tthc.calendar import apologies as apologies
    from tthc.calendar import days as days
    from tthc.calendar import deadlines as deadlines
    from tthc.calendar import limits as limits
    from tthc.calendar import office_hours as office_hours
    from tthc.calendar import supplements as supplements
    from tthc.calendar import vietnam as vietnam
    from tthc.calendar import working as working
    from tthc.calendar.acceptance import BOUNDARY_FREE, AcceptancePolicy, accept
    from tthc.calendar.announcements import (
        ActDeadline,
        Announcer,
        DayReading,
        announcement_deadline,
        entry_deadline,
        review_plan_deadline,
    )
    from tthc.calendar.apologies import APOLOGY_RULES, ApologyRule, apology_rule
    from tthc.calendar.days import Alternative, Day, DayKind, DayOff, DayOffKind, MakeUpDay, OpenChange, Outcome
    from tthc.calendar.deadlines import Conditional, DueDate, LimitError, Pause, due
    from tthc.calendar.limits import LimitKind, LimitUnit, TimeLimit
    from tthc.calendar.office_hours import OFFICE_HOURS, OfficeHours
    from tthc.calendar.supplements import (
        RESTART,
        RESUME,
        SILENT,
        SUPPLEMENT_RULES,
        SupplementKind,
        SupplementPolicy,
        due_after_supplement,
        pause_then_fixed,
        read_supplement_policy,
        supplement_rule,
    )
    from tthc.calendar.vietnam import VIETNAM
    from tthc.calendar.working import NotCoveredError, WorkingCalendar

__all__ = [
    "APOLOGY_RULES",
    "BOUNDARY_FREE",
    "OFFICE_HOURS",
    "RESTART",
    "RESUME",
    "SILENT",
    "SUPPLEMENT_RULES",
    "VIETNAM",
    "AcceptancePolicy",
    "ActDeadline",
    "Alternative",
    "Announcer",
    "ApologyRule",
    "Conditional",
    "Day",
    "DayKind",
    "DayOff",
    "DayOffKind",
    "DayReading",
    "DueDate",
    "LimitError",
    "LimitKind",
    "LimitUnit",
    "MakeUpDay",
    "NotCoveredError",
    "OfficeHours",
    "OpenChange",
    "Outcome",
    "Pause",
    "SupplementKind",
    "SupplementPolicy",
    "TimeLimit",
    "WorkingCalendar",
    "accept",
    "announcement_deadline",
    "apology_rule",
    "due",
    "due_after_supplement",
    "entry_deadline",
    "pause_then_fixed",
    "read_supplement_policy",
    "review_plan_deadline",
    "supplement_rule",
]

_HOMES = {
    "acceptance": "BOUNDARY_FREE AcceptancePolicy accept",
    "announcements": "ActDeadline Announcer DayReading announcement_deadline entry_deadline review_plan_deadline",
    "apologies": "APOLOGY_RULES ApologyRule apology_rule",
    "days": "Alternative Day DayKind DayOff DayOffKind MakeUpDay OpenChange Outcome",
    "deadlines": "Conditional DueDate LimitError Pause due",
    "limits": "LimitKind LimitUnit TimeLimit",
    "office_hours": "OFFICE_HOURS OfficeHours",
    "supplements": "RESTART RESUME SILENT SUPPLEMENT_RULES SupplementKind SupplementPolicy"
    " due_after_supplement pause_then_fixed read_supplement_policy supplement_rule",
    "vietnam": "VIETNAM",
    "working": "NotCoveredError WorkingCalendar",
}


def __dir__() -> list[str]:
    return __all__


if not TYPE_CHECKING:
    __getattr__ = lazy(__name__, _HOMES, modules=" ".join(_HOMES))

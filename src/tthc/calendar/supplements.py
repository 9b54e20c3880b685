"""The clock after a supplement (bổ sung hồ sơ): a policy of each procedure, as its own text states it.

Four behaviours stand side by side on the national portal, and no single one is the rule: the limit goes on ("resume",
the time of supplementing is not counted), begins anew ("restart"), a new limit takes its place ("pause_then_fixed"), or
the text says nothing ("silent"). Of the decrees, Nghị định 61/2018 restarted the limit (khoản 4 Điều 19); what Nghị
định 118/2025 says since 01/07/2025 is not confirmed, so nothing stands here for it.
"""

import datetime as dt
from collections.abc import Iterable
from typing import final

import attrs

from tthc._record import check
from tthc.calendar._counting import Counting, LimitError, Model, Pause, day_of, local, read_pauses
from tthc.calendar._supplement_prose import SupplementKind, read_prose
from tthc.calendar.deadlines import DueDate, due, reckon
from tthc.calendar.limits import TimeLimit
from tthc.calendar.office_hours import OFFICE_HOURS, OfficeHours
from tthc.calendar.vietnam import VIETNAM
from tthc.calendar.working import WorkingCalendar
from tthc.dated import Dated, Interval, in_force
from tthc.errors import Fault
from tthc.identifiers._given import text_of

__all__ = [
    "RESTART",
    "RESUME",
    "SILENT",
    "SUPPLEMENT_RULES",
    "SupplementKind",
    "SupplementPolicy",
    "due_after_supplement",
    "pause_then_fixed",
    "read_supplement_policy",
    "supplement_rule",
]

_LONGEST = 500_000


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen
class SupplementPolicy:
    """What becomes of a limit when the applicant has to supplement the dossier.

    `kind` is "resume", "restart", "pause_then_fixed" with the new limit in `fixed`, or "silent". `close_after` is how
    long after the request a dossier that was not completed is closed or returned, `None` where that is not said.
    `quotes` are the sentences that say so; they are not compared.

    >>> SupplementPolicy("pause_then_fixed", TimeLimit(kind="duration", amount=18, unit="day", working=True)).kind
    'pause_then_fixed'
    """

    kind: SupplementKind
    fixed: TimeLimit | None = None
    close_after: TimeLimit | None = attrs.field(default=None, kw_only=True)
    quotes: tuple[str, ...] = attrs.field(default=(), kw_only=True, eq=False)

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        if (self.fixed is None) is (self.kind == "pause_then_fixed"):
            yield Fault("fixed", self.fixed, 'a limit beside kind="pause_then_fixed", and only there')
        for field, limit in (("fixed", self.fixed), ("close_after", self.close_after)):
            if limit is not None and (limit.kind != "duration" or limit.unit is None):
                yield Fault(field, limit, "a duration with a unit")

    def closes(self, requested: dt.date, *, calendar: WorkingCalendar = VIETNAM) -> DueDate | None:
        """Return the last day for the supplement that was asked for on a day; `None` where the text sets none.

        >>> policy = SupplementPolicy("restart", close_after=TimeLimit.parse("60 ngày"))
        >>> made = policy.closes(dt.date(2026, 10, 5))
        >>> made.date if made else None
        datetime.date(2026, 12, 4)
        """
        return None if self.close_after is None else due(requested, self.close_after, calendar=calendar)


RESUME = SupplementPolicy("resume")
"""The time of supplementing is not counted; the limit goes on with what was left of it."""
RESTART = SupplementPolicy("restart")
"""The limit is counted anew from the day of the full dossier."""
SILENT = SupplementPolicy("silent")
"""The text says nothing."""


def pause_then_fixed(limit: TimeLimit) -> SupplementPolicy:
    """Return the policy by which a new limit runs from the day of the full dossier, whatever was left of the first.

    >>> pause_then_fixed(TimeLimit.parse("18 ngày làm việc")).fixed
    TimeLimit(kind='duration', amount=Fraction(18, 1), unit='day', working=True)
    """
    return SupplementPolicy("pause_then_fixed", limit)


SUPPLEMENT_RULES = (Dated(RESTART, Interval(dt.date(2018, 6, 21), dt.date(2025, 7, 1))),)
"""What the one-stop decrees say: khoản 4 Điều 19 Nghị định 61/2018/NĐ-CP. Of Nghị định 118/2025 it is not confirmed."""


def supplement_rule(on: dt.date) -> SupplementPolicy | None:
    """Return what the decree in force on a day says of procedures that are silent; `None` where it is not known.

    >>> supplement_rule(dt.date(2020, 8, 25)) == RESTART, supplement_rule(dt.date(2026, 11, 20))
    (True, None)
    """
    return in_force(SUPPLEMENT_RULES, day_of(on))


def due_after_supplement(
    start: dt.date,
    limit: TimeLimit,
    pauses: Iterable[tuple[dt.date, dt.date]],
    *,
    policy: SupplementPolicy,
    calendar: WorkingCalendar = VIETNAM,
    model: Model = "legal",
    hours: OfficeHours = OFFICE_HOURS,
    round_to_quarter: bool = False,
) -> DueDate:
    """Return when a limit ends that requests for supplements interrupted: `due` with the policy of the procedure.

    `pauses` are pairs (requested, completed) in order; the day of the request counts, that of the full dossier does
    not. A request after the limit had ended does not move it, but for "restart" and "pause_then_fixed". Where the
    text is silent the decree of the day of acceptance decides; where that is not known, `LimitError` says so: choose.

    >>> ten = TimeLimit.parse("10 ngày làm việc")
    >>> pauses = [Pause(dt.date(2026, 10, 8), dt.date(2026, 10, 13))]
    >>> due_after_supplement(dt.date(2026, 10, 5), ten, pauses, policy=RESUME).date
    datetime.date(2026, 10, 22)
    >>> due_after_supplement(dt.date(2026, 10, 5), ten, pauses, policy=RESTART).date
    datetime.date(2026, 10, 27)
    """
    spans = tuple(Pause(local("paused", begin, hours), local("resumed", end, hours)) for begin, end in pauses)
    how = Counting(calendar=calendar, model=model, hours=hours, round_to_quarter=round_to_quarter, pauses=spans)
    plain = attrs.evolve(how, pauses=())
    if not spans:
        return reckon(start, limit, plain)
    begin = local("start", start, hours)
    if policy.kind == "silent":
        policy = _of_law(day_of(begin), limit)
    if policy.kind == "resume":
        return reckon(start, limit, how)
    read_pauses(begin, how, moments=False)
    return reckon(spans[-1].resumed, policy.fixed or limit, plain)


def _of_law(on: dt.date, limit: TimeLimit) -> SupplementPolicy:
    known = supplement_rule(on)
    if known is None:
        rule = f"the procedure does not say how a limit runs after a supplement, and no rule is confirmed on {on}"
        raise LimitError(str(limit), f"{rule}: expected a policy other than SILENT")
    return known


def read_supplement_policy(text: str) -> SupplementPolicy:
    """Read from the prose of a procedure (trình tự, cách thức) what becomes of its limit after a supplement.

    Where the text both stops the clock and begins anew, it restarts. A new limit or a time to close is read only where
    the text states one and no other; a text that says nothing, or nothing that is understood, gives "silent". Raises
    `ParseError` for what is no text, or has more than 500,000 characters.

    >>> policy = read_supplement_policy(
    ...     "Thời hạn giải quyết được tính lại từ đầu sau khi nhận đủ hồ sơ. Sau 60 ngày kể từ khi thông báo, nếu tổ"
    ...     " chức không hoàn thiện thì đóng hồ sơ."
    ... )
    >>> policy.kind, str(policy.close_after)
    ('restart', '60 ngày')
    >>> read_supplement_policy("Thời gian bổ sung, hoàn thiện hồ sơ không tính vào thời gian thẩm định.").kind
    'resume'
    >>> read_supplement_policy("Thời gian xác minh không tính vào thời hạn giải quyết.").kind
    'silent'
    """
    return SupplementPolicy(**read_prose(text_of(text, "text", _LONGEST))._asdict())

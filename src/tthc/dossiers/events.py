"""What happens to a dossier: dated events, the state each leads to, and which of them may come next.

An event says what happened and when, never to whom: no name of a person stands in a dossier.
"""

import datetime as dt
from collections.abc import Iterable
from typing import Literal, NamedTuple, TypeAlias, final, get_args

import attrs

from tthc._record import check
from tthc.dossiers.states import TRANSITIONS, DossierState, StateName, state_of
from tthc.errors import Fault, TthcError

__all__ = ["Event", "EventKind", "ForbiddenStepError"]

EventKind: TypeAlias = Literal[
    "registered",
    "accepted",
    "refused",
    "processing",
    "supplement_requested",
    "payment_requested",
    "withdrawal_requested",
    "stopped",
    "done",
    "returned",
    "supplemented",
    "paid",
    "withdrawal_declined",
    "handed_over",
    "reappointed",
]
"""The first ten lead to the state of their name. Of the others,

- `supplemented`: the papers asked for came in; processing goes on, or a dossier not yet accepted waits to be;
- `paid`, `withdrawal_declined`: processing goes on;
- `handed_over`: the competent agency received a dossier that was accepted outside its province. The clock runs from
  here (Article 17(3) of Nghị định 118/2025/NĐ-CP as amended by Nghị định 309/2026/NĐ-CP, since 05/08/2026);
- `reappointed`: the agency apologised and set a new date (xin lỗi và hẹn lại), at most once (Article 19(9) of Nghị định
  61/2018/NĐ-CP; whether Nghị định 118/2025/NĐ-CP says the same is not confirmed)."""

KINDS: tuple[EventKind, ...] = get_args(EventKind)
FIRST: tuple[EventKind, ...] = ("registered", "accepted")
"""What a history begins with: a dossier handed in at a counter may be accepted at once."""

_HANDED_OVER_SINCE = dt.date(2026, 8, 5)
_ONLY_FROM: dict[EventKind, StateName] = {
    "supplemented": "supplement_requested",
    "paid": "payment_requested",
    "withdrawal_declined": "withdrawal_requested",
    "handed_over": "accepted",
}
_LABELS: dict[EventKind, tuple[str, str]] = {
    "supplemented": ("Đã bổ sung giấy tờ", "papers supplemented"),
    "paid": ("Đã thực hiện nghĩa vụ tài chính", "paid"),
    "withdrawal_declined": ("Không chấp nhận rút hồ sơ", "withdrawal declined"),
    "handed_over": ("Cơ quan có thẩm quyền nhận hồ sơ", "received by the competent agency"),
    "reappointed": ("Xin lỗi và hẹn lại ngày trả", "apology and new appointment"),
}
_ZONE = dt.timezone(dt.timedelta(hours=7))


def __dir__() -> list[str]:
    return __all__


class ForbiddenStepError(TthcError, ValueError):
    """An event cannot come next in the history of a dossier.

    `event` is its kind, `state` the name of the state that the dossier is in ("" for none yet), `allowed` the kinds
    that may come instead; `reason` says all of it in a sentence.
    """

    def __init__(self, event: str, state: str, allowed: tuple[str, ...], reason: str) -> None:
        super().__init__(event, state, allowed, reason)
        self.event = event
        self.state = state
        self.allowed = allowed
        self.reason = reason

    def __str__(self) -> str:
        return self.reason


@final
@attrs.frozen
class Event:
    """One event in the history of a dossier: what happened, on which day or at which moment.

    `at` is a date, or a datetime with or without a time zone; one history holds one sort of them. `note` is free text;
    it is no place for personal data. `appointment` is the new date of a re-appointment, and stands in no other event.

    >>> Event("accepted", dt.date(2026, 2, 12))
    Event(kind='accepted', at=datetime.date(2026, 2, 12), note='', appointment=None)
    """

    kind: EventKind
    at: dt.date | dt.datetime
    note: str = ""
    appointment: dt.date | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        if isinstance(self.at, dt.datetime) and self.at.tzinfo is not None and not _has_place(self.at):
            yield Fault("at", self.at, "a time zone that knows its offset, and a year of 2 to 9998")
        elif self.kind == "reappointed" and (self.appointment is None or self.appointment < self.day):
            yield Fault("appointment", self.appointment, "the new date, no day before the event")
        if self.kind != "reappointed" and self.appointment is not None:
            yield Fault("appointment", self.appointment, 'None beside any kind but "reappointed"')

    @property
    def local(self) -> dt.date:
        """The day or moment at the time of Viet Nam; a moment bears no time zone.

        >>> Event("accepted", dt.datetime(2026, 2, 12, 20, 0, tzinfo=dt.UTC)).local
        datetime.datetime(2026, 2, 13, 3, 0)
        """
        if isinstance(self.at, dt.datetime) and self.at.tzinfo is not None:
            return self.at.astimezone(_ZONE).replace(tzinfo=None)
        return self.at

    @property
    def day(self) -> dt.date:
        """The day, at the time of Viet Nam (UTC+7).

        >>> Event("accepted", dt.datetime(2026, 2, 12, 20, 0, tzinfo=dt.UTC)).day
        datetime.date(2026, 2, 13)
        """
        return day_of(self.local)

    def display(self, lang: Literal["vi", "en"] = "vi") -> str:
        """Say what happened and when.

        >>> Event("paid", dt.datetime(2026, 2, 12, 9, 5)).display("en")
        '12/02/2026 09:05: paid'
        """
        local = self.local
        when = f"{local:%d/%m/%Y %H:%M}" if isinstance(local, dt.datetime) else f"{local:%d/%m/%Y}"
        words = _LABELS[self.kind][lang == "en"] if self.kind in _LABELS else state_of(self.kind).display(lang)
        if self.appointment is not None:
            words += f" ({self.appointment:%d/%m/%Y})"
        return f"{when}: {words}" + (f" – {self.note}" if self.note else "")

    def __str__(self) -> str:
        return self.display()


def _has_place(at: dt.datetime) -> bool:
    """Tell whether a moment has a time in Viet Nam."""
    return at.utcoffset() is not None and 1 < at.year < 9999


def day_of(at: dt.date) -> dt.date:
    """Return the day of a day or moment."""
    return at.date() if isinstance(at, dt.datetime) else at


class Course(NamedTuple):
    """What a history amounts to: the state, the events that matter for the clock, the requests for supplements."""

    state: DossierState | None = None
    last: Event | None = None
    accepted: Event | None = None
    handed_over: Event | None = None
    ended: Event | None = None
    reappointed: Event | None = None
    requests: tuple[tuple[Event, Event | None], ...] = ()
    """Each request with what answered it."""

    @property
    def pending(self) -> bool:
        """Whether papers are asked for that have not come in."""
        return bool(self.requests) and self.requests[-1][1] is None


def follow(course: Course, event: Event, appointment: dt.date | None) -> Course:
    """Return what a history amounts to with one more event; `ForbiddenStepError` says why it cannot come."""
    reason = _against_time(course.last, event) or _against(course, event, appointment)
    if reason:
        allowed = allowed_after(course, appointment)
        may = ", ".join(allowed) or "nothing"
        now = course.state.name if course.state is not None else ""
        raise ForbiddenStepError(event.kind, now, allowed, f"{reason}; what may come next: {may}")
    state = _target(course, event.kind)
    requests = course.requests
    if event.kind == "supplement_requested":
        requests = (*requests, (event, None))
    elif course.pending and (event.kind == "supplemented" or state.name in {"accepted", "processing"}):
        requests = (*requests[:-1], (requests[-1][0], event))
    begins = course.accepted is None and state.name in {"accepted", "processing"}
    ends = course.ended is None and (state.name == "done" or state.final)
    return Course(
        state=state,
        last=event,
        accepted=event if begins else course.accepted,
        handed_over=event if event.kind == "handed_over" else course.handed_over,
        ended=event if ends else course.ended,
        reappointed=event if event.kind == "reappointed" else course.reappointed,
        requests=requests,
    )


def allowed_after(course: Course, appointment: dt.date | None) -> tuple[EventKind, ...]:
    """Return the kinds of events that may come next, as far as their days allow it."""
    return tuple(kind for kind in KINDS if not _against_kind(course, kind, appointment))


def _target(course: Course, kind: EventKind) -> DossierState:
    """Return the state that an event leads to, once it may come."""
    if kind in {"paid", "withdrawal_declined"} or (kind == "supplemented" and course.accepted is not None):
        return state_of("processing")
    if course.state is not None and kind in {"supplemented", "handed_over", "reappointed"}:
        return course.state
    return state_of(kind)


def _against(course: Course, event: Event, appointment: dt.date | None) -> str:
    """Say why an event cannot come next, "" where it can."""
    reason = _against_kind(course, event.kind, appointment)
    if reason:
        return reason
    if event.kind == "handed_over" and event.day < _HANDED_OVER_SINCE:
        return f"until {_HANDED_OVER_SINCE} the clock ran from acceptance, wherever it was: got {event.day}"
    if event.appointment is not None and appointment is not None and event.appointment <= appointment:
        return f"a new appointment lies after the one it replaces ({appointment}): got {event.appointment}"
    return ""


def _against_kind(course: Course, kind: EventKind, appointment: dt.date | None) -> str:
    state = course.state
    if state is None:
        return "" if kind in FIRST else f"a history begins with {' or '.join(FIRST)}, not with {kind}"
    if kind == "reappointed":
        return _against_reappointment(course, state, appointment)
    if kind in _ONLY_FROM:
        if state.name != _ONLY_FROM[kind]:
            return f"{kind} follows {_shown(state_of(_ONLY_FROM[kind]))} only, and the dossier is {_shown(state)}"
        if kind == "supplemented" and not course.pending:
            return "the papers asked for have come in already"
        if kind == "handed_over" and course.handed_over is not None:
            return "the competent agency has the dossier already"
        return ""
    if kind == "supplement_requested" == state.name:
        return "papers are asked for already, and have not come in" if course.pending else ""
    if kind in TRANSITIONS[state.name]:
        return ""
    onward = ", ".join(_shown(state_of(name)) for name in TRANSITIONS[state.name])
    may = f"from there it may become {onward}" if onward else "no step leads on from there"
    return f"a dossier that is {_shown(state)} cannot become {_shown(state_of(kind))}: {may}"


def _against_reappointment(course: Course, state: DossierState, appointment: dt.date | None) -> str:
    if course.reappointed is not None:
        return (
            f"a date is set anew at most once (Nghị định 61/2018/NĐ-CP, Điều 19(9)): it was on {course.reappointed.day}"
        )
    if course.accepted is None or course.ended is not None:
        return f"a date is set anew while an accepted dossier is open, and this one is {_shown(state)}"
    return "" if appointment is not None else "there is no appointment that a new one could replace"


def _against_time(last: Event | None, event: Event) -> str:
    """Say why an event cannot come after another for the day or moment that it bears."""
    if last is None:
        return ""
    before, after = _sort(last.at), _sort(event.at)
    if before != after:
        return (
            f"one history holds one sort of days or moments: expected {before}, as {last.at}, got {after}, {event.at}"
        )
    if event.local < last.local:
        return f"events stand in order of time: expected a day or moment from {last.at} on, got {event.at}"
    return ""


def _sort(at: dt.date) -> str:
    if not isinstance(at, dt.datetime):
        return "a date"
    return f"a datetime {'without' if at.tzinfo is None else 'with'} a time zone"


def _shown(state: DossierState) -> str:
    return f"“{state.vi}” ({state.number}, {state.name})"

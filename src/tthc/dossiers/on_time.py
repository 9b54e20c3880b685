"""On-time rules (quy tắc đúng hạn) as values: whether a dossier was settled in time, and why.

The decree and the index do not agree. By Nghị định 61/2018/NĐ-CP the limit starts again once the dossier is complete;
the index of Quyết định 766/QĐ-TTg takes the time of the supplement off the end, and two requests make a dossier late.
Neither is the default.
"""

import datetime as dt
from collections.abc import Iterable
from typing import Literal, NamedTuple, TypeAlias, cast, final

import attrs

from tthc._record import check
from tthc.calendar.deadlines import DueDate, LimitError, due
from tthc.calendar.limits import TimeLimit
from tthc.calendar.supplements import RESUME, due_after_supplement
from tthc.calendar.working import WorkingCalendar
from tthc.dated import Interval
from tthc.dossiers._scenarios import calendar_of, certain
from tthc.dossiers.dossier import Clock, Dossier
from tthc.dossiers.events import Event, day_of
from tthc.dossiers.states import state_of
from tthc.errors import Fault
from tthc.identifiers import LegalNumber
from tthc.law import Citation

__all__ = ["DECREE", "INDEX_766", "Judgement", "OnTimeRule"]

_Words: TypeAlias = tuple[str, str]
_Spans: TypeAlias = list[tuple[dt.date, dt.date]]
_SLACK = dt.timedelta(days=31)


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen(kw_only=True)
class Judgement:
    """Whether a dossier was on time by a rule, and why.

    `on_time` is `None` where the rule cannot say; `because` says why in Vietnamese and in English. `end` is the day or
    moment that counts as its end, `counted_end` the one that is compared with `deadline`: they differ where the time of
    a supplement is taken off. Moments are at the time of Viet Nam and bear no time zone.
    """

    rule: str
    on_time: bool | None
    because: tuple[str, str]
    end: dt.date | dt.datetime | None = None
    counted_end: dt.date | dt.datetime | None = None
    deadline: dt.date | dt.datetime | None = None

    def __attrs_post_init__(self) -> None:
        check(self)

    def display(self, lang: Literal["vi", "en"] = "vi") -> str:
        """Write the verdict and its reason.

        >>> Judgement(rule="x", on_time=None, because=("chưa được tiếp nhận", "never accepted")).display("en")
        'cannot be judged: never accepted'
        """
        return f"{_VERDICTS[self.on_time][lang == 'en']}: {self.because[lang == 'en']}"

    def __str__(self) -> str:
        return self.display()


@final
@attrs.frozen(kw_only=True)
class OnTimeRule:
    """A rule by which a dossier is on time (đúng hạn) or late (trễ hạn).

    - `supplement`: what a request for a supplement does. "restart": the limit starts again once the dossier is
      complete. "resume": it stops, and goes on then. "subtract": the end is moved forward by the time that it took, in
      days or to the minute as the events are. A request that comes after the deadline has passed moves nothing, except
      where time is subtracted.
    - `most_requests`: how many requests a dossier may have, those before acceptance too, before it counts as late;
      `None` for any number.
    - `appointment`: whether a dossier with a new appointment is held to the "first" one or to the "last". The sources
      leave that open; the rules below take the first. `attrs.evolve` makes the other reading.

    `validity` is the time in which the rule was the law, `source` where it stands.
    """

    id: str
    source: Citation
    supplement: Literal["restart", "resume", "subtract"]
    most_requests: int | None = None
    appointment: Literal["first", "last"] = "first"
    validity: Interval | None = None

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        if self.most_requests is not None and self.most_requests < 0:
            yield Fault("most_requests", self.most_requests, "a number of requests, 0 or more")

    def judge(
        self,
        dossier: Dossier,
        *,
        until: dt.date | None = None,
        calendar: WorkingCalendar | None = None,
        projected: bool = False,
    ) -> Judgement:
        """Judge a dossier, as it stood on the last day of a period (`until`).

        The end is the first of these that there is: done, result returned, stopped. A dossier whose supplement never
        came ends with the request; one still open counts as ending on `until`, and cannot be judged without. A dossier
        that was never accepted is not judged. Without an appointment the deadline is the end of the time limit, by the
        Civil Code. `calendar` is `tthc.calendar.VIETNAM` unless another is given; where the verdict rests on a day
        that is not decided yet, `OpenDayError` is raised unless `projected` is true.

        >>> history = (
        ...     Event("accepted", dt.date(2026, 10, 5)),
        ...     Event("supplement_requested", dt.date(2026, 10, 8)),
        ...     Event("supplemented", dt.date(2026, 10, 13)),
        ...     Event("done", dt.date(2026, 10, 26)),
        ... )
        >>> dossier = Dossier(appointment=dt.date(2026, 10, 19), history=history)
        >>> print(DECREE.judge(dossier))
        Đúng hạn: kết thúc 26/10/2026 (Đã xử lý xong); thời hạn tính lại sau bổ sung, đến 27/10/2026
        >>> print(INDEX_766.judge(dossier).display("en"))
        late: ended 26/10/2026 (done), 21/10/2026 less the supplement; appointment 19/10/2026
        """
        known = dossier if until is None else dossier.as_of(until)
        start = None if known is None else known.started
        if known is None or start is None:
            return self._unknown(("hồ sơ chưa được tiếp nhận", "the dossier was not accepted"))
        end = _end(known, until)
        if end is None:
            return self._unknown(("hồ sơ chưa kết thúc, cần ngày cuối kỳ", "still open: say until when"))
        if self.most_requests is not None and len(known.requests) > self.most_requests:
            vi, en = end.words
            count = len(known.requests)
            words = f"{vi}; {count} lần yêu cầu bổ sung", f"{en}; {count} requests for a supplement"
            return Judgement(rule=self.id, on_time=False, because=words, end=end.at)
        if known.appointment is None and (known.time_limit is None or known.time_limit.kind == "not_fixed"):
            return self._unknown(("không có ngày hẹn trả và thời hạn", "neither an appointment nor a time limit"))
        if self.appointment == "first":
            known = attrs.evolve(known, history=tuple(e for e in known.history if e.kind != "reappointed"))
        calendar = calendar_of(calendar)
        found = self._compare(known, start, end, calendar)
        if found.deadline is not None:
            last = min(max(day_of(end.at), day_of(found.deadline)), calendar.last)
            span = start.day, last + _SLACK
            certain(lambda c: self._compare(known, start, end, c).on_time, calendar, span, projected=projected)
        return found

    def _unknown(self, because: _Words) -> Judgement:
        return Judgement(rule=self.id, on_time=None, because=because)

    def _compare(self, dossier: Dossier, start: Event, end: "_End", calendar: WorkingCalendar) -> Judgement:
        pauses, counted = _pauses(dossier, start), end.at
        subtracted = sum((resumed - paused for paused, resumed in pauses), dt.timedelta())
        if self.supplement == "subtract":
            counted, pauses = counted - subtracted, []
        try:
            deadline = self._deadline(dossier, start, pauses, calendar)
        except LimitError as error:
            return self._unknown((f"không tính được thời hạn {error.value}", str(error)))
        vi, en = end.words
        if counted != end.at:
            vi += f", trừ thời gian bổ sung còn {_written(counted)}"
            en += f", {_written(counted)} less the supplement"
        what_vi, what_en = _what(dossier, self.supplement if pauses else None)
        return Judgement(
            rule=self.id,
            on_time=not _is_after(counted, deadline),
            because=(f"{vi}; {what_vi} {_written(deadline)}", f"{en}; {what_en} {_written(deadline)}"),
            end=end.at,
            counted_end=counted,
            deadline=deadline,
        )

    def _deadline(self, dossier: Dossier, start: Event, pauses: _Spans, calendar: WorkingCalendar) -> dt.date:
        if dossier.appointment is not None:
            clock: Clock = "running" if self.supplement == "subtract" else self.supplement
            promised = dossier.due(calendar=calendar, clock=clock, projected=True)
            return cast("dt.date", promised)
        limit = cast("TimeLimit", dossier.time_limit)
        if limit.unit in {"minute", "hour"} or limit.cutoff is not None:
            _must_be_moment(start, limit)
        if self.supplement == "resume" and pauses:
            made = due_after_supplement(start.local, limit, pauses, policy=RESUME, calendar=calendar)
            return _end_of(made)
        found = _end_of(due(start.local, limit, calendar=calendar))
        for paused, resumed in pauses:
            if _is_after(paused, found):
                break
            found = _end_of(due(resumed, limit, calendar=calendar))
        return found


DECREE = OnTimeRule(
    id="nd-61-2018",
    source=Citation(document=LegalNumber.parse("61/2018/NĐ-CP"), article="19", clause="4"),
    supplement="restart",
    validity=Interval(dt.date(2018, 6, 21), dt.date(2025, 7, 1)),
)
"""Nghị định 61/2018/NĐ-CP: the limit starts again once the dossier is complete, in force until 30/06/2025. Of Nghị định
118/2025/NĐ-CP that is not confirmed: there the policy of the procedure itself decides, so a rule with the `supplement`
that its text states takes the place of this one."""
INDEX_766 = OnTimeRule(
    id="qd-766-2022",
    source=Citation(document=LegalNumber.parse("766/QĐ-TTg")),
    supplement="subtract",
    most_requests=1,
)
"""The service index of Quyết định 766/QĐ-TTg, as the national portal computed it in 2026: the time of the supplement is
subtracted, and more than one request counts as late."""

_VERDICTS: dict[bool | None, _Words] = {
    True: ("Đúng hạn", "on time"),
    False: ("Trễ hạn", "late"),
    None: ("Không xét được", "cannot be judged"),
}


class _End(NamedTuple):
    at: dt.date
    words: _Words


def _end(dossier: Dossier, until: dt.date | None) -> _End | None:
    """Return what counts as the end of a dossier, `None` where it is open and no day is given."""
    asked, answer = dossier.requests[-1] if dossier.requests else (None, None)
    if asked is not None and answer is None:
        when = _written(asked.local)
        return _End(asked.local, (f"chờ bổ sung từ {when}", f"waiting for a supplement since {when}"))
    if dossier.ended is not None:
        when, state = _written(dossier.ended.local), state_of(dossier.ended.kind)
        return _End(dossier.ended.local, (f"kết thúc {when} ({state.vi})", f"ended {when} ({state.en})"))
    if until is None:
        return None
    at = dt.datetime.combine(until, dt.time.max) if isinstance(dossier.history[0].at, dt.datetime) else until
    when = f"{until:%d/%m/%Y}"
    return _End(at, (f"chưa kết thúc, tính đến {when}", f"still open, counted to {when}"))


def _pauses(dossier: Dossier, start: Event) -> _Spans:
    """Return the supplements that came in after the clock had started, from request to answer."""
    spans = [(asked.local, answer.local) for asked, answer in dossier.requests if answer is not None]
    return [(max(paused, start.local), resumed) for paused, resumed in spans if resumed > start.local]


def _what(dossier: Dossier, paused: str | None) -> _Words:
    """Say what the deadline is."""
    if paused == "restart":
        return "thời hạn tính lại sau bổ sung, đến", "limit begun again after the supplement, until"
    if paused == "resume":
        return "thời hạn tạm dừng khi chờ bổ sung, đến", "limit stopped during the supplement, until"
    if dossier.appointment is not None:
        return "hẹn trả", "appointment"
    limit = cast("TimeLimit", dossier.time_limit)
    return f"thời hạn {limit.display()}, đến", f"limit of {limit.display('en')}, until"


def _must_be_moment(start: Event, limit: TimeLimit) -> None:
    if not isinstance(start.at, dt.datetime):
        raise LimitError(limit.display(), "the limit runs from a moment, and the history has days")


def _end_of(made: DueDate) -> dt.date:
    return cast("dt.date", made.at or made.date)  # a limit that is not fixed was set apart


def _is_after(moment: dt.date, deadline: dt.date) -> bool:
    """Tell whether a day or moment is later than another; where one is a day, the days are compared."""
    if isinstance(moment, dt.datetime) and isinstance(deadline, dt.datetime):
        return moment > deadline
    return day_of(moment) > day_of(deadline)


def _written(at: dt.date) -> str:
    return f"{at:%d/%m/%Y %H:%M}" if isinstance(at, dt.datetime) else f"{at:%d/%m/%Y}"

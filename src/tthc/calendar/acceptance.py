"""`accept`: from which day or moment a limit runs, for a dossier handed in on a rest day, after hours or elsewhere."""

import datetime as dt
from typing import Literal, TypeAlias, overload

from tthc.calendar._counting import day_of, local
from tthc.calendar._worktime import same_clock
from tthc.calendar.office_hours import OFFICE_HOURS, OfficeHours
from tthc.calendar.vietnam import VIETNAM
from tthc.calendar.working import WorkingCalendar
from tthc.dated import Dated, Interval
from tthc.errors import NoLawError, show
from tthc.identifiers import LegalNumber
from tthc.law import Citation

__all__ = ["BOUNDARY_FREE", "AcceptancePolicy", "accept"]

AcceptancePolicy: TypeAlias = Literal["event_day", "next_working_day"]

_SINCE = dt.date(2026, 8, 5)

BOUNDARY_FREE = Dated(
    Citation(document=LegalNumber.parse("118/2025/NĐ-CP"), article="17", clause="3"), Interval(_SINCE)
)
"""Of a dossier handed in outside its province (phi địa giới) the limit runs from when the competent agency receives it.

So khoản 3 Điều 17 Nghị định 118/2025/NĐ-CP as Nghị định 309/2026/NĐ-CP has it, in force from 05/08/2026."""


def __dir__() -> list[str]:
    return __all__


@overload
def accept(
    submitted: dt.datetime,
    *,
    policy: AcceptancePolicy,
    calendar: WorkingCalendar = ...,
    hours: OfficeHours = ...,
    received_by_competent_agency: dt.datetime | None = ...,
    projected: bool = ...,
) -> dt.datetime: ...
@overload
def accept(
    submitted: dt.date,
    *,
    policy: AcceptancePolicy,
    calendar: WorkingCalendar = ...,
    hours: OfficeHours = ...,
    received_by_competent_agency: dt.date | None = ...,
    projected: bool = ...,
) -> dt.date: ...
def accept(
    submitted: dt.date,
    *,
    policy: AcceptancePolicy,
    calendar: WorkingCalendar = VIETNAM,
    hours: OfficeHours = OFFICE_HOURS,
    received_by_competent_agency: dt.date | None = None,
    projected: bool = False,
) -> dt.date:
    """Return the day or moment of acceptance (thời điểm tiếp nhận), from which `due` counts.

    By the policy "event_day" it is that of the submission itself, whatever day that is: the day of an event does not
    count, and the limit runs from the next one (Article 147.3 of the Civil Code 2015). By "next_working_day" what comes
    in on a rest day is taken in on the next working day; of a moment also what comes in outside office hours, when the
    office opens next. No law chooses between the two, so neither is the default.

    `received_by_competent_agency` is when that agency received a dossier handed in outside its province; it takes the
    place of `submitted` (see `BOUNDARY_FREE`), and raises `NoLawError` for a submission before that was the law. Where
    a day is not decided yet, "next_working_day" raises `OpenDayError` unless `projected` is true.

    >>> accept(dt.date(2026, 11, 7), policy="next_working_day")
    datetime.date(2026, 11, 9)
    >>> accept(dt.datetime(2026, 11, 6, 17, 30), policy="next_working_day")
    datetime.datetime(2026, 11, 9, 8, 0)
    >>> accept(dt.date(2026, 9, 4), policy="event_day", received_by_competent_agency=dt.date(2026, 9, 7))
    datetime.date(2026, 9, 7)
    """
    if policy not in ("event_day", "next_working_day"):
        msg = f"policy: expected 'event_day' or 'next_working_day', got {show(policy)}"
        raise ValueError(msg)
    moment = local("submitted", submitted, hours)
    if received_by_competent_agency is not None:
        received = local("received_by_competent_agency", received_by_competent_agency, hours)
        _must_follow(moment, received)
        moment = received
    if policy == "event_day":
        return moment
    if isinstance(moment, dt.datetime):
        return hours.add(moment, dt.timedelta(), calendar, projected=projected)
    return calendar.add(moment, 0, projected=projected)


def _must_follow(submitted: dt.date, received: dt.date) -> None:
    name = "received_by_competent_agency"
    if isinstance(submitted, dt.datetime) is not isinstance(received, dt.datetime):
        kind = "moment (datetime)" if isinstance(submitted, dt.datetime) else "date"
        msg = f"{name}: expected a {kind}, as submitted is, got {received}"
        raise TypeError(msg)
    if isinstance(submitted, dt.datetime) and isinstance(received, dt.datetime):
        same_clock("submitted", submitted, name, received)
    if received < submitted:
        msg = f"{name}: expected a day or moment from {submitted} (submitted) on, got {received}"
        raise ValueError(msg)
    if day_of(submitted) < _SINCE:
        raise NoLawError(day_of(submitted), _SINCE)

"""What one dossier adds to a tally, and counting many."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from tthc.calendar import VIETNAM
from tthc.calendar.announcements import DayReading, announcement_deadline, entry_deadline
from tthc.calendar.working import WorkingCalendar
from tthc.dated import Interval
from tthc.dossiers import Dossier, Judgement, OnTimeRule
from tthc.errors import Fault
from tthc.frozen import FrozenMap
from tthc.identifiers import DossierCode
from tthc.procedures.components import Announcement
from tthc.service_quality.counts import When
from tthc.service_quality.tally import Entry, refuse

__all__ = ["MARKS", "Counted", "Namer", "announced", "counted", "tallied"]

Namer = str | Callable[[Dossier], str] | None
MARKS = (
    "e_result", "no_result", "digitised", "reused", "linked", "population_data", "fee", "paid_online", "complained",
)  # fmt: skip
_CHANNELS = {"online": "received_online", "direct": "received_direct", "post": "received_post", None: "received_direct"}
_BY_MARK = {
    "e_result": "with_e_result",
    "digitised": "digitised",
    "reused": "reused",
    "linked": "linked",
    "population_data": "population_data",
    "fee": "fee_dossiers",
    "paid_online": "paid_online",
}
_BARE: dict[When, tuple[str, ...]] = {
    "during": (
        "received_online", "received_direct", "received_post",
        "settled_early", "settled_on_time", "settled_late", "settled_unjudged",
    ),
    "start": ("carried_over",),
    "end": ("pending_in_time", "pending_late", "pending_unjudged"),
}  # fmt: skip
_MARKED = (*_BY_MARK.values(), "results_due", "content")


def __dir__() -> list[str]:
    return __all__


class Counted(NamedTuple):
    """One dossier as it counts: for whom, how it was judged, and the counts that it adds to."""

    dossier: Dossier
    agency: str
    field: str
    judgement: Judgement
    adds: tuple[tuple[When, str], ...]

    @property
    def names(self) -> frozenset[str]:
        """The counts that it adds to."""
        return frozenset(name for _, name in self.adds)


def counted(
    dossiers: Iterable[Dossier],
    period: Interval,
    rule: OnTimeRule,
    *,
    agency: Namer = None,
    field: Namer = "",
    marks: Callable[[Dossier], Iterable[str]] | None = None,
    calendar: WorkingCalendar | None = None,
    projected: bool = False,
) -> Iterator[Counted]:
    """Yield the dossiers of a period as they count; raises `MalformedError` once all have been looked at."""
    last = _last_day(period)
    faults: list[Fault] = []
    seen: dict[object, int] = {}
    for i, dossier in enumerate(dossiers):
        if not _is_dossier(dossier):
            faults.append(Fault(f"dossiers[{i}]", dossier, "a Dossier"))
            continue
        known = dossier.as_of(last)
        accepted = None if known is None else known.accepted
        if known is None or accepted is None:
            continue
        ended = known.ended
        if ended is not None and period.since is not None and ended.day < period.since:
            continue
        if dossier.code is not None and seen.setdefault(dossier.code, i) != i:
            faults.append(
                Fault(f"dossiers[{i}]", str(dossier.code), f"a dossier not counted yet ({seen[dossier.code]})")
            )
            continue
        unit, part = _named(dossier, agency), _named(dossier, field)
        held = None if marks is None else frozenset(marks(dossier))
        if unit is None or part is None:
            faults.append(Fault(f"dossiers[{i}]", dossier.code, "an agency and a field as text, or a dossier's code"))
            continue
        unknown = sorted(held - frozenset(MARKS)) if held is not None else []
        if unknown:
            faults.append(Fault(f"dossiers[{i}]", unknown, f"marks of {', '.join(MARKS)}"))
            continue
        verdict = rule.judge(known, until=last, calendar=calendar, projected=projected)
        adds = tuple(_adds(known, accepted.day, period, verdict, held))
        yield Counted(dossier, unit, part, verdict, adds)
    refuse(faults)


def _is_dossier(item: object) -> bool:
    return isinstance(item, Dossier)


def _last_day(period: Interval) -> dt.date:
    if period.last_day is None:
        msg = f"expected a period with a last day, got {period}"
        raise ValueError(msg)
    return period.last_day


def _named(dossier: Dossier, namer: Namer) -> str | None:
    if namer is None:
        return dossier.code.agency.modern if isinstance(dossier.code, DossierCode) else None
    name = namer(dossier) if callable(namer) else namer
    return name if type(name) is str else None


def _reception(dossier: Dossier, accepted: dt.date, period: Interval) -> tuple[When, str]:
    if period.since is not None and accepted < period.since:
        return "start", "carried_over"
    return "during", _CHANNELS[dossier.channel]


def _adds(
    dossier: Dossier, accepted: dt.date, period: Interval, judgement: Judgement, marks: frozenset[str] | None
) -> Iterator[tuple[When, str]]:
    """Yield the counts that a dossier adds to: where it came from, what became of it, what else is known of it."""
    yield _reception(dossier, accepted, period)
    ended = dossier.ended is not None
    for name in (_outcome(judgement, ended=ended), *_features(marks, judgement)):
        yield ("during" if ended else "end"), name


def _outcome(judgement: Judgement, *, ended: bool) -> str:
    state = "settled" if ended else "pending"
    if judgement.on_time is None:
        return f"{state}_unjudged"
    if not judgement.on_time:
        return f"{state}_late"
    if not ended:
        return "pending_in_time"
    end, deadline = judgement.counted_end, judgement.deadline
    early = end is not None and deadline is not None and _day(end) < _day(deadline)
    return "settled_early" if early else "settled_on_time"


def _day(at: dt.date) -> dt.date:
    return at.date() if isinstance(at, dt.datetime) else at


def _features(marks: frozenset[str] | None, judgement: Judgement) -> Iterator[str]:
    if marks is None:
        return
    yield from (name for mark, name in _BY_MARK.items() if mark in marks)
    if "no_result" not in marks:
        yield "results_due"
    if "complained" not in marks and judgement.on_time is not False:
        yield "content"


def tallied(
    dossiers: Iterable[Dossier],
    period: Interval,
    rule: OnTimeRule,
    *,
    agency: Namer,
    field: Namer,
    marks: Callable[[Dossier], Iterable[str]] | None,
    agencies: Iterable[str],
    calendar: WorkingCalendar | None,
    projected: bool,
) -> tuple[Entry, ...]:
    """Count dossiers by agency, field and sort of count; what was looked for and not found is 0."""
    found: dict[tuple[str, str], dict[When, dict[str, int]]] = {}
    named = [agency] if isinstance(agency, str) else []
    for unit in (*named, *agencies):
        found[unit, field if isinstance(field, str) else ""] = _nothing(marked=marks is not None)
    for item in counted(
        dossiers, period, rule, agency=agency, field=field, marks=marks, calendar=calendar, projected=projected
    ):
        key = item.agency, item.field
        if key not in found:
            found[key] = _nothing(marked=marks is not None)
        for when, name in item.adds:
            found[key][when][name] += 1
    return tuple(
        Entry(agency=unit, field=part, period=period, when=when, counts=FrozenMap(counts))
        for (unit, part), sorts in found.items()
        for when, counts in sorts.items()
    )


def _nothing(*, marked: bool) -> dict[When, dict[str, int]]:
    empty: dict[When, dict[str, int]] = {when: dict.fromkeys(names, 0) for when, names in _BARE.items()}
    if marked:
        empty["during"].update(dict.fromkeys(_MARKED, 0))
        empty["end"].update(dict.fromkeys(_MARKED, 0))
    return empty


def announced(
    announcements: Iterable[Announcement], period: Interval, reading: DayReading, calendar: WorkingCalendar | None
) -> Mapping[str, int]:
    """Count the announcements signed in a period whose deadlines are known."""
    days = VIETNAM if calendar is None else calendar
    counts: dict[str, int] = dict.fromkeys(("announced", "announced_on_time", "to_enter", "entered_on_time"), 0)
    for item in announcements:
        if item.signed is None or item.signed not in period:
            continue
        limit = announcement_deadline(
            by=item.by, in_force=item.document_in_force, adopted=item.adopted, shortened=item.shortened,
            on=item.signed, reading=reading, calendar=days,
        )  # fmt: skip
        if limit is not None:
            counts["announced"] += 1
            counts["announced_on_time"] += item.signed <= limit.date
        entry = entry_deadline(item.signed, by=item.by, shortened=item.shortened, calendar=days)
        if entry is not None:
            counts["to_enter"] += 1
            counts["entered_on_time"] += item.entered is not None and item.entered <= entry.date
    return counts

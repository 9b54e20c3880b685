"""What became of a body and what it came from: along the events, from span to span."""

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING, final

import attrs

from tthc._record import check
from tthc.agencies.agency import Agency
from tthc.agencies.events import Reorganisation
from tthc.identifiers import AgencyCode, Identifier

if TYPE_CHECKING:
    from tthc.agencies._index import Index

__all__ = ["History", "follow", "next_events", "past_events"]


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen(kw_only=True, repr=False)
class History:
    """The bodies that had one code, and the events they took part in, each in the order of time (lịch sử)."""

    code: AgencyCode | Identifier
    spans: tuple[Agency, ...]
    events: tuple[Reorganisation, ...] = ()

    def __attrs_post_init__(self) -> None:
        check(self)

    def __iter__(self) -> Iterator[Agency | Reorganisation]:
        """Yield spans and events in the order of their days; an event stands before the span that it begins."""
        rows: list[Agency | Reorganisation] = [*self.events, *self.spans]
        return iter(sorted(rows, key=_day))

    @property
    def rows(self) -> tuple[dict[str, object], ...]:
        """One flat record for each span and event: day, what it is, and its words."""
        return tuple(
            {"day": row.validity.since, "what": "agency", "text": f"{row.name}, {row.validity}"}
            if isinstance(row, Agency)
            else {"day": row.date, "what": row.kind, "text": str(row)}
            for row in self
        )

    def __repr__(self) -> str:
        return f"<History {self.code}: {len(self.spans)} spans, {len(self.events)} events>"

    def __str__(self) -> str:
        return "\n".join([str(self.code), *(f"  {row['text']}" for row in self.rows)])


def _day(row: Agency | Reorganisation) -> dt.date:
    return row.date if isinstance(row, Reorganisation) else row.validity.since or dt.date.min


def next_events(index: "Index", events: tuple[Reorganisation, ...], i: int, after: dt.date) -> list[Reorganisation]:
    """Return the events of the first day after `after` on which a span became others; a transfer moves no body."""
    left = [events[n] for n in index.leaving.get(i, ()) if events[n].date > after and events[n].kind != "transfer"]
    return [event for event in left if event.date == left[0].date]


def past_events(index: "Index", events: tuple[Reorganisation, ...], i: int, until: dt.date) -> list[Reorganisation]:
    """Return the events of the last day up to `until` on which a span came out of others."""
    come = [events[n] for n in index.arriving.get(i, ()) if events[n].date <= until and events[n].kind != "transfer"]
    return [event for event in come if event.date == come[-1].date]


def follow(index: "Index", events: tuple[Reorganisation, ...], i: int, since: dt.date, until: dt.date) -> list[int]:
    """Follow a span from one day to a later one: the spans that stand for it then."""
    heirs: dict[int, None] = {}
    todo: list[tuple[int, dt.date]] = [(i, since)]
    seen: set[tuple[int, dt.date]] = set()
    while todo:
        span, day = todo.pop(0)
        if (span, day) in seen:
            continue
        seen.add((span, day))
        while (happened := next_events(index, events, span, day)) and happened[0].date <= until:
            day = happened[0].date
            for event in happened:
                results = [index.held(code, day) for code in event.results]
                todo += [(result, day) for result in results if result != span]
        if until in index.agencies[span].validity:
            heirs[span] = None
        elif span in index.next:
            todo.append((index.next[span], day))
    return list(heirs)

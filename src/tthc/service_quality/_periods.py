"""Periods of a tally: which follow one another, which overlap, and what does not fit together."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING

from tthc.dated import Interval
from tthc.findings import Finding, Message, Param, Severity
from tthc.frozen import FrozenMap
from tthc.service_quality import _messages as say
from tthc.service_quality.counts import PENDING, RECEIVED, SETTLED, sum_known

if TYPE_CHECKING:
    from tthc.service_quality.tally import Entry

__all__ = ["chains", "findings", "overlaps"]


def __dir__() -> list[str]:
    return __all__


def chains(entries: "Iterable[Entry]") -> "Iterator[list[Entry]]":
    """Yield the entries of each agency and field in the order of time, those without a period apart."""
    held: dict[tuple[str, str, bool], list[Entry]] = {}
    for entry in entries:
        held.setdefault((entry.agency, entry.field, entry.period is None), []).append(entry)
    yield from held.values()


def overlaps(periods: Iterable[Interval | None]) -> Iterator[tuple[Interval, Interval]]:
    """Yield the periods that share a day with the next one; they are sorted by their first day."""
    spans = [span for span in dict.fromkeys(periods) if span is not None]
    yield from ((one, other) for one, other in pairwise(spans) if one.overlaps(other))


def findings(entries: "Iterable[Entry]") -> Iterator[Finding]:
    """Yield what does not fit: received against settled and pending, periods that overlap, one's end and the next."""
    for chain in chains(entries):
        periods: dict[Interval | None, dict[str, int]] = {}
        for entry in chain:
            periods.setdefault(entry.period, {}).update(_open(entry))
        agency, field = chain[0].agency, chain[0].field
        for span, counts in periods.items():
            received, settled = sum_known(counts, RECEIVED), sum_known(counts, SETTLED)
            pending = sum_known(counts, PENDING)
            if received is None or settled is None or pending is None or received == settled + pending:
                continue
            yield _finding(say.UNBALANCED, {"received": received, "accounted": settled + pending}, agency, field, span)
        spans = list(periods)
        for before, after in overlaps(spans):
            yield _finding(say.OVERLAPPING, {"before": str(before), "after": str(after)}, agency, field, after)
        for earlier, later in pairwise(spans):
            left, carried = sum_known(periods[earlier], PENDING), periods[later].get("carried_over")
            if earlier is None or later is None or earlier.until != later.since or left is None or carried is None:
                continue
            if left != carried:
                yield _finding(say.BROKEN, {"pending": left, "carried": carried}, agency, field, later)


def _open(entry: "Entry") -> Mapping[str, int]:
    """Return the counts that matter here; those of features stand in two sorts under one name, and do not."""
    return {name: entry.counts[name] for name in (*RECEIVED, *SETTLED, *PENDING) if name in entry.counts}


def _finding(message: Message, params: Mapping[str, Param], agency: str, field: str, span: Interval | None) -> Finding:
    path = tuple(part for part in (field, "" if span is None else str(span)) if part)
    return Finding(message=message, severity=Severity.ERROR, path=path, params=FrozenMap(params), subject=agency)

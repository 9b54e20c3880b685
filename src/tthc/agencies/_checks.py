"""What a directory checks once, when it is built: every fault of its agencies, events, mandates and delegations."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from tthc.agencies.agency import Agency
from tthc.agencies.events import Reorganisation
from tthc.agencies.mandates import Delegation, Function, Mandate
from tthc.dated import Interval
from tthc.errors import Fault
from tthc.identifiers import AgencyCode, Identifier

if TYPE_CHECKING:
    from tthc.agencies.directory import AgencyDirectory

__all__ = ["Code", "Spans", "faults_of", "find", "spans_of"]

Code: TypeAlias = AgencyCode | Identifier
Spans: TypeAlias = Mapping[Code, Sequence[int]]
"""The places in the tuple of agencies at which the spans of a code stand, in the order of time."""

_ENDS = {"rename", "raise", "lower", "abolish"}
_BEGINS = {"rename", "raise", "lower", "found"}


def __dir__() -> list[str]:
    return __all__


def spans_of(agencies: Sequence[Agency]) -> dict[Code, list[int]]:
    """Group the agencies by code, each group in the order of time."""
    spans: dict[Code, list[int]] = {}
    for i, agency in enumerate(agencies):
        spans.setdefault(agency.code, []).append(i)
    for group in spans.values():
        if len(group) > 1:
            group.sort(key=lambda i: agencies[i].validity.since or dt.date.min)
    return spans


def find(agencies: Sequence[Agency], spans: Spans, code: Code, day: dt.date) -> int | None:
    """Return the place of the span of a code that holds on a day, `None` where none does."""
    return next((i for i in spans.get(code, ()) if day in agencies[i].validity), None)


def faults_of(directory: "AgencyDirectory", spans: Spans) -> Iterable[Fault]:
    """Yield every fault of a directory."""
    agencies = directory.agencies
    yield from _overlaps(agencies, spans)
    for i, agency in enumerate(agencies):
        if agency.parent is not None:
            yield from _absence(agencies, spans, f"agencies[{i}].parent", agency.parent, agency.validity)
    yield from _cyclic_parents(agencies, spans)
    for i, event in enumerate(directory.events):
        yield from _event(agencies, spans, f"events[{i}]", event)
    yield from _cyclic_lineage(agencies, spans, directory.events)
    yield from _mandates(agencies, spans, directory.mandates)
    for i, delegation in enumerate(directory.delegations):
        yield from _delegation(agencies, spans, f"delegations[{i}]", delegation)


def _overlaps(agencies: Sequence[Agency], spans: Spans) -> Iterable[Fault]:
    for group in spans.values():
        last = group[0]
        for i in group[1:]:
            held, other = agencies[last], agencies[i]
            if held.validity.overlaps(other.validity):
                same = "the same" if held.name == other.name else "another"
                expected = f"no day on which {held.code} is {same} body too (agencies[{last}], {held.validity})"
                yield Fault(f"agencies[{i}].validity", f"{other.label}, {other.validity}", expected)
            if _end(other.validity) >= _end(held.validity):
                last = i


def _begin(interval: Interval) -> int:
    return 1 if interval.since is None else interval.since.toordinal()


def _end(interval: Interval) -> int:
    return dt.date.max.toordinal() + 1 if interval.until is None else interval.until.toordinal()


def _absence(agencies: Sequence[Agency], spans: Spans, path: str, code: Code, interval: Interval) -> Iterable[Fault]:
    """Yield a fault where a body is unknown or not there on every day of an interval."""
    if code not in spans:
        yield Fault(path, str(code), "the code of a body of the directory")
        return
    reached = _begin(interval)
    for i in spans[code]:
        if _begin(agencies[i].validity) <= reached:
            reached = max(reached, _end(agencies[i].validity))
    if reached < _end(interval):
        missing = "the beginning" if reached == 1 else str(dt.date.fromordinal(reached))
        yield Fault(path, str(code), f"a body that is there {interval}; from {missing} on it is not")


def _cyclic_parents(agencies: Sequence[Agency], spans: Spans) -> Iterable[Fault]:
    """Walk up from each span on its first day: a circle exists on the first day of its latest span at least."""
    starts: dict[dt.date, list[int]] = {}
    for i, agency in enumerate(agencies):
        if agency.parent is not None:
            starts.setdefault(agency.validity.since or dt.date.min, []).append(i)
    told: set[int] = set()
    for day, group in starts.items():
        clear: set[int] = set()
        for first in group:
            path: list[int] = []
            span: int | None = first
            while span is not None and span not in clear:
                clear.add(span)
                path.append(span)
                parent = agencies[span].parent
                span = None if parent is None else find(agencies, spans, parent, day)
            if span in path:
                circle = path[path.index(span) :]
                if told.isdisjoint(circle):
                    shown = " → ".join(str(agencies[j].code) for j in (*circle, span))
                    yield Fault(f"agencies[{span}].parent", shown, "no circle of parents")
                told.update(circle)


def _event(agencies: Sequence[Agency], spans: Spans, path: str, event: Reorganisation) -> Iterable[Fault]:
    for i, code in enumerate(event.sources):
        place = f"{path}.sources[{i}]"
        span = find(agencies, spans, code, event.day_before)
        if span is None:
            yield _nobody(spans, place, code, event.day_before)
        elif agencies[span].validity.until != event.date and (
            event.kind in _ENDS or (event.kind == "merge" and code not in event.results)
        ):
            expected = f"a body whose last day is {event.day_before}, as {event.kind!r} ends it"
            yield Fault(place, f"{code}, {agencies[span].validity}", expected)
    for i, code in enumerate(event.results):
        place = f"{path}.results[{i}]"
        span = find(agencies, spans, code, event.date)
        if span is None:
            yield _nobody(spans, place, code, event.date)
        elif agencies[span].validity.since != event.date and event.kind in _BEGINS:
            expected = f"a body whose first day is {event.date}, as {event.kind!r} begins it"
            yield Fault(place, f"{code}, {agencies[span].validity}", expected)


def _nobody(spans: Spans, path: str, code: Code, day: dt.date) -> Fault:
    return Fault(path, str(code), f"a body that is there on {day}" if code in spans else "a body of the directory")


def _cyclic_lineage(agencies: Sequence[Agency], spans: Spans, events: Sequence[Reorganisation]) -> Iterable[Fault]:
    """Two bodies may not come out of each other on one day; over several days they may part and meet again."""
    days: dict[dt.date, dict[int, set[int]]] = {}
    first: dict[dt.date, int] = {}
    for n, event in enumerate(events):
        if event.kind == "transfer":
            continue
        before = {find(agencies, spans, code, event.day_before) for code in event.sources}
        after = {find(agencies, spans, code, event.date) for code in event.results}
        edges = days.setdefault(event.date, {})
        first.setdefault(event.date, n)
        for source in before - {None}:
            edges.setdefault(source, set()).update(after - {source, None})  # type: ignore[arg-type]
    for day, edges in days.items():
        left = dict(edges)
        while True:  # a body that nothing left comes from is in no circle
            ends = [source for source, results in left.items() if left.keys().isdisjoint(results)]
            if not ends:
                break
            for source in ends:
                del left[source]
        if left:
            shown = ", ".join(sorted(str(agencies[i].code) for i in left))
            yield Fault(f"events[{first[day]}]", shown, f"no circle of bodies that come out of each other on {day}")


def _mandates(agencies: Sequence[Agency], spans: Spans, mandates: Sequence[Mandate]) -> Iterable[Fault]:
    functions: dict[str, tuple[int, Function]] = {}
    groups: dict[str, list[int]] = {}
    for i, mandate in enumerate(mandates):
        if mandate.agency is not None:
            yield from _absence(agencies, spans, f"mandates[{i}].agency", mandate.agency, mandate.interval)
        j, function = functions.setdefault(mandate.function.id, (i, mandate.function))
        if function != mandate.function:
            expected = f"the function {mandate.function.id!r} as in mandates[{j}]"
            yield Fault(f"mandates[{i}].function", mandate.function.name, expected)
        groups.setdefault(mandate.function.id, []).append(i)
    for group in groups.values():
        group.sort(key=lambda i: mandates[i].interval.since or dt.date.min)
        last = group[0]
        for i in group[1:]:
            if mandates[i].interval.overlaps(mandates[last].interval):
                expected = f"no day of mandates[{last}] ({mandates[last].interval}): one body is in charge"
                yield Fault(f"mandates[{i}].interval", str(mandates[i].interval), expected)
            if _end(mandates[i].interval) >= _end(mandates[last].interval):
                last = i


def _delegation(agencies: Sequence[Agency], spans: Spans, path: str, delegation: Delegation) -> Iterable[Fault]:
    for field, code in (("holder", delegation.holder), ("receiver", delegation.receiver)):
        yield from _absence(agencies, spans, f"{path}.{field}", code, delegation.interval)

"""`Inheritance`: who stands, on a later day, for a body that a record names, as far as one body does."""

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal, TypeAlias, final

import attrs

from tthc._record import check
from tthc.agencies._names import name_key
from tthc.agencies.agency import Agency
from tthc.agencies.events import Reorganisation
from tthc.identifiers import AgencyCode, Identifier

if TYPE_CHECKING:
    from tthc.agencies.directory import AgencyDirectory

__all__ = ["Inheritance", "Open", "inherit", "topics_of"]

Open: TypeAlias = Literal["", "not_known", "ambiguous", "no_heir", "several_heirs"]
"""Why nobody is named: "" (somebody is), the directory does not know the body, several have the name, the body is gone
and nobody or several came after it."""

OPEN = {
    "not_known": ("không có trong danh mục", "not in the directory"),
    "ambiguous": ("tên của nhiều cơ quan", "a name of several bodies"),
    "no_heir": ("không còn hoạt động, chưa rõ cơ quan tiếp nhận", "gone, and no body is known to have taken over"),
    "several_heirs": ("nhiều cơ quan tiếp nhận", "several bodies took over"),
}


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen(kw_only=True)
class Inheritance:
    """The body that a name or code meant, the one that stands for it on a day, and the events between.

    `heir` is `None` where `open` says why; `candidates` are then the bodies to choose from.
    """

    asked: str
    agency: Agency | None = None
    heir: Agency | None = None
    events: tuple[Reorganisation, ...] = ()
    candidates: tuple[Agency, ...] = ()
    open: Open = ""

    def __attrs_post_init__(self) -> None:
        check(self)

    @property
    def moved(self) -> bool:
        """Whether an event put another body, or the same in another form, in its place."""
        return self.heir is not None and self.heir != self.agency and bool(self.events)


def topics_of(texts: Iterable[str | None]) -> frozenset[str]:
    """Return the keys of functions, fields or procedure numbers, to be held against those that events name."""
    return frozenset(name_key(text[:1000]) for text in texts if text) - {""}


def inherit(
    directory: "AgencyDirectory",
    code: AgencyCode | Identifier | None,
    name: str,
    *,
    topics: frozenset[str],
    on: dt.date,
    since: dt.date | None,
) -> Inheritance:
    """Answer `AgencyDirectory.inheritance` for a body known by a code, a name or both."""
    for asked_of in (on, since):
        directory._reach(asked_of)  # noqa: SLF001 - this module is a part of the directory
    asked = f"{code or ''} {name}".strip()
    found, day = _meant(directory, code, name, on, since)
    agencies = tuple(directory.agencies[i] for i in found)
    if len(agencies) != 1:
        return Inheritance(asked=asked, candidates=agencies, open="ambiguous" if agencies else "not_known")
    (agency,) = agencies
    (start,) = found
    if since is None:
        start, day = _before_last_transfer(directory, start, day, topics, on)
    heirs = _walk(directory, start, day, topics, on)
    there = {i: path for i, path in heirs.items() if on in directory.agencies[i].validity}
    if len(there) == 1:
        ((heir, events),) = there.items()
        return Inheritance(asked=asked, agency=agency, heir=directory.agencies[heir], events=events)
    candidates = tuple(directory.agencies[i] for i in there)
    path = max(heirs.values(), key=len)
    return Inheritance(
        asked=asked,
        agency=agency,
        events=path,
        candidates=candidates,
        open="several_heirs" if candidates else "no_heir",
    )


def _meant(
    directory: "AgencyDirectory",
    code: AgencyCode | Identifier | None,
    name: str,
    on: dt.date,
    since: dt.date | None,
) -> tuple[list[int], dt.date]:
    """Return the spans that a record may mean and the day from which to follow them.

    Without a day of the record it means a body that is there on `on`, or else the last that was. A code may have passed
    on: where the name in the record is a former name of the code, the former body is meant.
    """
    index = directory._index  # noqa: SLF001 - this module is a part of the directory
    day = on if since is None else since
    every = index.coded(code, None) if code is not None else []
    if every:
        named = index.meant(name, None) if name else []
        every = [i for i in every if i in named] or every
        now = [i for i in every if day in directory.agencies[i].validity]
    else:
        every, now = index.meant(name, None), index.meant(name, day)
    if now or since is not None:
        return now, day
    ended = {i: until for i in every if (until := directory.agencies[i].validity.until) is not None and until <= on}
    if not ended:
        return [], on
    latest = max(ended.values())
    return [i for i in ended if ended[i] == latest], latest - dt.timedelta(days=1)


def _concerns(event: Reorganisation, topics: frozenset[str]) -> bool:
    return not topics.isdisjoint(topics_of(event.functions))


def _before_last_transfer(
    directory: "AgencyDirectory", start: int, day: dt.date, topics: frozenset[str], on: dt.date
) -> tuple[int, dt.date]:
    """Go back to the last day on which the body had the function, if it gave it away and did not get it back."""
    index, code = directory._index, directory.agencies[start].code  # noqa: SLF001 - as above
    transfers = [
        event
        for event in directory.events
        if event.kind == "transfer"
        and event.date <= on
        and (code in event.sources or code in event.results)
        and _concerns(event, topics)
    ]
    last = max(transfers, key=lambda event: event.date, default=None)
    if last is None or code in last.results or last.day_before >= day:
        return start, day
    return index.held(code, last.day_before), last.day_before


def _walk(
    directory: "AgencyDirectory", start: int, day: dt.date, topics: frozenset[str], on: dt.date
) -> dict[int, tuple[Reorganisation, ...]]:
    """Follow a body to a day with what it has to do: the spans where that ends up, each with the events on the way."""
    ends: dict[int, tuple[Reorganisation, ...]] = {}
    todo: list[tuple[int, dt.date, tuple[Reorganisation, ...]]] = [(start, day, ())]
    seen: set[tuple[int, dt.date]] = set()
    while todo:
        span, day, path = todo.pop(0)
        if (span, day) in seen:
            continue
        seen.add((span, day))
        happened, results = _next(directory, span, day, topics, on)
        after = directory._index.next.get(span)  # noqa: SLF001 - as above
        if not happened and after is not None and on not in directory.agencies[span].validity:
            todo.append((after, day, path))
        elif not happened:
            ends.setdefault(span, path)
        for event, result in results:
            todo.append((result, event.date, (*path, event)))
        if happened and not results:
            ends.setdefault(span, (*path, *happened))
    return ends


def _next(
    directory: "AgencyDirectory", span: int, day: dt.date, topics: frozenset[str], on: dt.date
) -> tuple[list[Reorganisation], list[tuple[Reorganisation, int]]]:
    """Return the next events that take a body's task away from it, and where each takes it."""
    index = directory._index  # noqa: SLF001 - as above
    left = [directory.events[n] for n in index.leaving.get(span, ())]
    until = directory.agencies[span].validity.until
    for date in sorted({event.date for event in left if day < event.date <= on}):
        today = [event for event in left if event.date == date]
        happened = [event for event in today if event.functions and _concerns(event, topics)]
        if not happened and until == date:  # a body that goes on keeps what no event names
            happened = [event for event in today if event.kind != "transfer"]
        if happened:
            return happened, [(event, index.held(code, date)) for event in happened for code in event.results]
    return [], []

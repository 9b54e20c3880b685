"""Which mandate holds on a day, and what lies around it."""

import datetime as dt
from typing import TYPE_CHECKING

from tthc.agencies._names import LONGEST, name_key
from tthc.agencies.mandates import Competence, Function, Mandate, Tenure
from tthc.errors import AmbiguousError, NotFoundError, show

if TYPE_CHECKING:
    from tthc.agencies.directory import AgencyDirectory

__all__ = ["find"]


def __dir__() -> list[str]:
    return __all__


def find(directory: "AgencyDirectory", function: Function | str, on: dt.date) -> Competence:
    """Answer `AgencyDirectory.in_charge_of`."""
    wanted = _function(directory, function)
    mandates = directory._index.mandates[wanted.id]  # noqa: SLF001 - this module is a part of the directory
    ended = [m for m in mandates if m.interval.until is not None and m.interval.until <= on]
    to_come = [m for m in mandates if m.interval.since is not None and m.interval.since > on]
    before = _tenure(directory, ended[-1]) if ended else None
    after = _tenure(directory, to_come[0]) if to_come else None
    beyond = on > directory.as_of
    for mandate in mandates:
        if on in mandate.interval:
            now = _tenure(directory, mandate, on)
            return Competence(
                function=wanted,
                on=on,
                agency=now.agency,
                name=now.name,
                since=now.since,
                until=now.until,
                before=before,
                after=after,
                citation=now.citation,
                source=now.source,
                confirmed=mandate.confirmed,
                beyond=beyond,
            )
    return Competence(
        function=wanted,
        on=on,
        since=None if before is None else before.until,
        until=None if after is None else after.since,
        before=before,
        after=after,
        beyond=beyond,
    )


def _tenure(directory: "AgencyDirectory", mandate: Mandate, on: dt.date | None = None) -> Tenure:
    """Return the days of a mandate, with the body as it stood on a day, or at the end."""
    span = mandate.interval
    day = on or span.last_day or span.since or directory.as_of
    index = directory._index  # noqa: SLF001 - as above
    agency = None if mandate.agency is None else index.agencies[index.held(mandate.agency, day)]
    return Tenure(
        name=mandate.name or ("" if agency is None else agency.name),
        agency=agency,
        since=span.since,
        until=span.until,
        citation=mandate.citation,
        source=mandate.source,
    )


def _function(directory: "AgencyDirectory", function: object) -> Function:
    index = directory._index  # noqa: SLF001 - as above
    if isinstance(function, Function):
        held = index.mandates.get(function.id)
        asked, found = function.name, [held[0].function] if held else []
    elif isinstance(function, str):
        held = index.mandates.get(function)
        asked, found = function, [held[0].function] if held else index.functions.get(name_key(function[:LONGEST]), [])
    else:
        msg = f"expected a Function or a text, got {show(function)}"
        raise TypeError(msg)
    if len(found) == 1:
        return found[0]
    if found:
        raise AmbiguousError("function", asked, tuple(one.name for one in found))
    raise NotFoundError("function", asked, tuple(group[0].function.name for group in index.mandates.values()))

"""The safe, mechanical fixes: cleaning a text where a finding stands, taking out a row that stands twice."""

from collections.abc import Callable
from typing import Any, cast

import attrs

from tthc.errors import MalformedError
from tthc.findings import Finding
from tthc.procedures import Procedure

__all__ = ["drop", "rewrite"]


def __dir__() -> list[str]:
    return __all__


def rewrite(clean: Callable[[str], str]) -> Callable[[Procedure, Finding], Procedure]:
    """Return a mender that puts `clean(text)` in place of the text at the path of the finding."""

    def mend(procedure: Procedure, finding: Finding) -> Procedure:
        mended = _replace(procedure, finding.path, clean)
        return mended if isinstance(mended, Procedure) else procedure

    return mend


def _replace(value: object, path: tuple[str | int, ...], clean: Callable[[str], str]) -> object:
    """Rebuild `value` with the text at `path` cleaned; a path that no longer leads to a text changes nothing."""
    if not path:
        return clean(value) if isinstance(value, str) else value
    head, rest = path[0], path[1:]
    if isinstance(head, int):
        return _replace_row(value, head, rest, clean)
    old = getattr(value, head, None)
    new = _replace(old, rest, clean)
    if new is old:
        return value
    record: Any = value
    try:
        return attrs.evolve(record, **{head: new})
    except MalformedError:
        return value  # cleaned away altogether where something must stand: that is the agency's to fill


def _replace_row(value: object, index: int, rest: tuple[str | int, ...], clean: Callable[[str], str]) -> object:
    if not isinstance(value, tuple):
        return value
    rows = cast("tuple[object, ...]", value)
    new = _replace(rows[index], rest, clean) if index < len(rows) else None
    return rows if index >= len(rows) or new is rows[index] else (*rows[:index], new, *rows[index + 1 :])


def drop(component: str) -> Callable[[Procedure, Finding], Procedure]:
    """Return a mender that takes out the row of a list component at the path, if an equal one stands before it."""

    def mend(procedure: Procedure, finding: Finding) -> Procedure:
        rows = getattr(procedure, component) or ()
        index = finding.path[-1] if finding.path[:-1] == (component,) else None
        if not isinstance(index, int) or index >= len(rows) or rows[index] not in rows[:index]:
            return procedure
        left: dict[str, Any] = {component: rows[:index] + rows[index + 1 :]}
        return attrs.evolve(procedure, **left)

    return mend

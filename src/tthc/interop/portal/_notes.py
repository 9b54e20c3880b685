"""What is gathered while one record is read: findings, and the leaves that have no place in the value."""

import re
from typing import TypeAlias

from tthc import repairs
from tthc.errors import show
from tthc.findings import Finding, Message, Param, Report, Severity
from tthc.frozen import FrozenMap
from tthc.interop.portal._messages import MENDED

__all__ = ["Leaf", "Notes", "Path", "where"]

Leaf: TypeAlias = str | int | bool | float | None
Path: TypeAlias = tuple[str | int, ...]

_NAME = re.compile(r"[A-Za-z_][A-Za-z_0-9]*")


def __dir__() -> list[str]:
    return __all__


def where(path: Path) -> str:
    """Write a path as `Finding.where` does.

    >>> where(("content", "từ_khóa", 0))
    "$.content['từ_khóa'][0]"
    """
    return "$" + "".join(f".{p}" if isinstance(p, str) and _NAME.fullmatch(p) else f"[{p!r}]" for p in path)


class Notes:
    """The findings and the rest of one reading; it lives as long as `read` runs."""

    __slots__ = ("_findings", "_rest")

    def __init__(self) -> None:
        self._findings: list[tuple[Message, Path, Severity, dict[str, Param]]] = []
        self._rest: dict[str, Leaf] = {}

    def note(
        self, message: Message, path: Path, value: object, severity: Severity = Severity.WARNING, **params: Param
    ) -> None:
        """Add a finding; `value` is shown in a bounded way."""
        self._findings.append((message, path, severity, {"value": show(value), **params}))

    def mended(self, path: Path, text: str, read: object, slugs: tuple[str, ...]) -> None:
        """Add the finding that a parser mended a spelling, if it did."""
        if slugs:
            words = tuple("; ".join(repairs.describe(slug, lang) for slug in slugs) for lang in ("vi", "en"))
            self.note(MENDED, path, text, Severity.INFO, read=show(str(read)), repairs=(words[0], words[1]))

    def keep(self, path: Path, leaf: Leaf) -> None:
        """Put a leaf, or the left-over of one, into the rest; a second left-over of one leaf is put below the first."""
        place = where(path)
        held = self._rest.get(place)
        self._rest[place] = f"{held}\n{leaf}" if held is not None else leaf

    @property
    def rest(self) -> FrozenMap[str, Leaf]:
        """The leaves without a place in the value, by path."""
        return FrozenMap(self._rest)

    def report(self, subject: str) -> Report:
        """All findings, with the procedure's code as subject."""
        return Report(
            tuple(
                Finding(message=message, severity=severity, path=path, params=FrozenMap(params), subject=subject)
                for message, path, severity, params in self._findings
            )
        )

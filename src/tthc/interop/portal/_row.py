"""One mapping of a record, taken apart key by key."""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from tthc.findings import Severity
from tthc.interop.portal._messages import STATED_TWICE, UNKNOWN_KEY, WRONG_KIND
from tthc.interop.portal._notes import Notes, Path
from tthc.interop.portal._plain import Plain, PlainMap
from tthc.interop.portal._words import fold, stated

__all__ = ["Aliases", "Item", "Row", "sweep"]

Aliases: TypeAlias = Mapping[str, str]
"""The folded keys of a mapping and the name that each is asked for by."""
Choice: TypeAlias = Aliases | Callable[[PlainMap], Aliases] | None
"""The aliases of the mappings in a list, or what chooses them for each."""

_TEXT = ("văn bản", "text")
_FLAG = ("true hoặc false", "true or false")
_NUMBER = ("số", "a number")
_LIST = ("văn bản hoặc danh sách", "text or a list")
_MAPPING = ("bảng khóa và giá trị", "a mapping")
_ITEM = ("văn bản hoặc bảng khóa và giá trị", "text or a mapping")


def __dir__() -> list[str]:
    return __all__


class Row:
    """A mapping of a record, or several read as one.

    What a method takes is removed, so what is left in the end has no place in the value and is swept into the rest. A
    value of the wrong kind is noted and left. With `aliases` keys are compared folded and asked for by their alias;
    where two keys are one, the first that is stated counts.
    """

    __slots__ = ("_places", "notes", "path")

    def __init__(self, cells: PlainMap, notes: Notes, path: Path = (), aliases: Aliases | None = None) -> None:
        self.notes = notes
        self.path = path
        self._places: dict[str, list[tuple[PlainMap, str, Path]]] = {}
        self.add(cells, path, aliases)

    def add(self, cells: PlainMap, path: Path, aliases: Aliases | None) -> None:
        """Read a further mapping as part of this one."""
        for key in cells:
            name = key if aliases is None else aliases.get(fold(key))
            if name is not None:
                self._places.setdefault(name, []).append((cells, key, (*path, key)))

    def __contains__(self, name: str) -> bool:
        return name in self._places

    def path_of(self, name: str) -> Path:
        """Return where the first cell of a name stands in the record."""
        return self._places[name][0][2] if name in self._places else (*self.path, name)

    def text(self, name: str, *, numbers: bool = False) -> str | None:
        """Take a text without outer white space; `None` where it is not stated. Numbers count as text if so asked."""
        found: str | None = None
        for cells, key, path in self._places.get(name, ()):
            value = cells.get(key)
            if numbers and (type(value) is int or type(value) is float):
                value = repr(value)
            if type(value) is not str:
                self._expect(value, path, _TEXT)
                continue
            text = stated(value)
            if text is None or found is None or text == found:
                del cells[key]
                found = text if found is None else found
            else:
                self.notes.note(STATED_TWICE, path, value, component=key)
        return found

    def flag(self, name: str) -> bool | None:
        """Take a true or false."""
        for cells, key, path in self._places.get(name, ()):
            value = cells.get(key)
            if type(value) is bool:
                del cells[key]
                return value
            self._expect(value, path, _FLAG)
        return None

    def number(self, name: str) -> int | float | None:
        """Take a number."""
        for cells, key, path in self._places.get(name, ()):
            value = cells.get(key)
            if type(value) is int or type(value) is float:
                del cells[key]
                return value
            self._expect(value, path, _NUMBER)
        return None

    def items(self, name: str, aliases: Choice = None) -> "Iterator[tuple[Item, Path]]":
        """Take what is stated in a text or a list of texts, and open a mapping or a list of mappings."""
        for cells, key, path in self._places.get(name, ()):
            value = cells.get(key)
            if type(value) is list:
                yield from self._opened(value, path, aliases)
            elif type(value) is str:
                del cells[key]
                text = stated(value)
                if text is not None:
                    yield text, path
            elif type(value) is dict:
                yield self._row(value, path, aliases), path
            else:
                self._expect(value, path, _LIST)

    def _opened(self, values: list[Plain], path: Path, aliases: Choice) -> "Iterator[tuple[Item, Path]]":
        for i, item in enumerate(values):
            here = (*path, i)
            if type(item) is str:
                values[i] = None
                text = stated(item)
                if text is not None:
                    yield text, here
            elif type(item) is dict:
                yield self._row(item, here, aliases), here
            else:
                self._expect(item, here, _ITEM)

    def _row(self, cells: PlainMap, path: Path, aliases: Choice) -> "Row":
        return Row(cells, self.notes, path, aliases(cells) if callable(aliases) else aliases)

    def take(self, name: str) -> Iterator[tuple[Plain, Path]]:
        """Take whatever stands under a name, as it is."""
        for cells, key, path in self._places.get(name, ()):
            yield cells.pop(key, None), path

    def rows(self, name: str, aliases: Choice = None) -> "Iterator[Row]":
        """Open a list of mappings; none where it is not stated."""
        for item, path in self.items(name, aliases):
            if isinstance(item, Row):
                yield item
            else:
                self._expect(item, path, _MAPPING)
                self.notes.keep(path, item)

    def row(self, name: str) -> "Row | None":
        """Open a mapping; `None` where it is not stated."""
        return next(self.rows(name), None)

    def drop_same(self, name: str, known: str | None) -> None:
        """Take a text that only repeats what is known."""
        for cells, key, _ in self._places.get(name, ()):
            value = cells.get(key)
            if type(value) is str and value.strip() == known:
                del cells[key]

    def _expect(self, value: Plain, path: Path, expected: tuple[str, str]) -> None:
        if value is not None:
            self.notes.note(WRONG_KIND, path, value, expected=expected)


Item: TypeAlias = str | Row
"""What a list of a record holds: a text, or a mapping."""


def sweep(notes: Notes, value: Plain, path: Path, shape: str, known: Callable[[str], bool] | None) -> None:
    """Put what is left of a record into the rest; a key that the shape does not know is noted.

    `known` is `None` below a key that is noted already.
    """
    if type(value) is dict:
        for key, item in value.items():
            here = (*path, key)
            if known is None or known(key):
                sweep(notes, item, here, shape, known)
            else:
                notes.note(UNKNOWN_KEY, here, key, Severity.INFO, shape=shape)
                sweep(notes, item, here, shape, None)
    elif type(value) is list:
        for i, item in enumerate(value):
            sweep(notes, item, (*path, i), shape, known)
    elif isinstance(value, str):
        if stated(value) is not None:
            notes.keep(path, value)
    elif isinstance(value, int | float):
        notes.keep(path, value)

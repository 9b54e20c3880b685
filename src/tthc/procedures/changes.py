"""What changed between two procedures or two catalogues: what an office needs when a new decision comes out."""

import datetime as dt
from collections import deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Any, Literal, TypeAlias, TypeVar, cast, final, overload

import attrs

from tthc._record import check
from tthc.fees import Fee
from tthc.procedures._words import label, word
from tthc.procedures.catalogue import Catalogue
from tthc.procedures.components import (
    Announcement,
    Audience,
    Case,
    Document,
    Form,
    Method,
    OnlineLevel,
    ResponsibleAgency,
    Result,
    Source,
    Step,
)
from tthc.procedures.procedure import Procedure
from tthc.text import Unparsed, search_key

__all__ = ["CatalogueDifference", "Change", "Difference", "difference"]

Path: TypeAlias = tuple[str | int, ...]
T = TypeVar("T", bound=Hashable)

_KINDS = {"added": ("thêm", "added"), "removed": ("bỏ", "removed"), "changed": ("sửa", "changed")}


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen(kw_only=True)
class Change:
    """One change: the component it belongs to, its place, and what stood there before and after.

    `path` leads to the place in the later record, or in the earlier one for what was removed. `row` names the row that
    the place is a field of, such as a document, in Vietnamese and English words; both are "" outside of rows.
    """

    component: str
    path: tuple[str | int, ...]
    kind: Literal["added", "removed", "changed"]
    before: Any = None
    after: Any = None
    row: tuple[str, str] = ("", "")

    def __attrs_post_init__(self) -> None:
        check(self)

    def text(self, lang: Literal["vi", "en"] = "vi") -> str:
        """Say the change in words: component, row and field, what happened, before and after."""
        names = [part for part in self.path if isinstance(part, str)]
        field = names[-1] if names else self.component
        place = [_short(self.row[lang == "en"]), label(field, lang, inner=True) if field != self.component else ""]
        where = f" ({', '.join(filter(None, place))})" if any(place) else ""
        shown = [_brief(field, value, lang) for value in (self.before, self.after) if value is not None]
        return f"{label(self.component, lang)}{where}: {_KINDS[self.kind][lang == 'en']} {' → '.join(shown)}"

    def __str__(self) -> str:
        return self.text()


@final
@attrs.frozen(kw_only=True, repr=False)
class Difference:
    """The changes between two records of one procedure, by component."""

    before: Procedure
    after: Procedure
    changes: tuple[Change, ...] = ()

    def __attrs_post_init__(self) -> None:
        check(self)

    def __iter__(self) -> Iterator[Change]:
        return iter(self.changes)

    def __len__(self) -> int:
        return len(self.changes)

    @property
    def components(self) -> tuple[str, ...]:
        """The components that changed, each once."""
        return tuple(dict.fromkeys(change.component for change in self.changes))

    def __repr__(self) -> str:
        return f"<Difference {self.after.label or self.before.label or 'without code'}: {len(self)} changes>"

    def __str__(self) -> str:
        title = f"{self.after.label or self.before.label} {self.after.name or ''}".strip()
        return "\n".join([title, *(f"  {change}" for change in self.changes)])


@final
@attrs.frozen(kw_only=True, repr=False)
class CatalogueDifference:
    """What a later catalogue adds, removes, puts under a new code and changes.

    `replaced` pairs a record that is gone with one that came under another code with the same name.
    """

    added: tuple[Procedure, ...] = ()
    removed: tuple[Procedure, ...] = ()
    replaced: tuple[Difference, ...] = ()
    changed: tuple[Difference, ...] = ()

    def __attrs_post_init__(self) -> None:
        check(self)

    def __len__(self) -> int:
        return len(self.added) + len(self.removed) + len(self.replaced) + len(self.changed)

    def __repr__(self) -> str:
        counts = f"{len(self.added)} added, {len(self.removed)} removed"
        return f"<CatalogueDifference: {counts}, {len(self.replaced)} replaced, {len(self.changed)} changed>"

    def __str__(self) -> str:
        lines = [f"Thêm {p.label} {p.name or ''}" for p in self.added]
        lines += [f"Bỏ {p.label} {p.name or ''}" for p in self.removed]
        lines += [f"Thay {d.before.label} bằng {d}" for d in self.replaced]
        lines += [f"Sửa {d}" for d in self.changed]
        return "\n".join(lines) or "Không có thay đổi"


@overload
def difference(before: Procedure, after: Procedure) -> Difference: ...
@overload
def difference(before: Catalogue, after: Catalogue) -> CatalogueDifference: ...
def difference(before: Procedure | Catalogue, after: Procedure | Catalogue) -> Difference | CatalogueDifference:
    """Name what changed from `before` to `after`, for two procedures or two catalogues.

    Rows are matched by what they are (a document by its name, a method by channel and case), not by their place, so
    moving a row is no change; only the steps have an order that counts. Of the source only its status is compared: a
    record read again on another day is the same record.

    >>> old = Procedure(name="Đăng ký khai sinh", dossier_sets=2)
    >>> print(difference(old, Procedure(name="Đăng ký khai sinh", dossier_sets=1)).changes[0])
    số lượng hồ sơ: sửa 2 → 1
    """
    if isinstance(before, Procedure) and isinstance(after, Procedure):
        return Difference(before=before, after=after, changes=tuple(_compare((), (), _NO_ROW, before, after)))
    if isinstance(before, Catalogue) and isinstance(after, Catalogue):
        return _between(before, after)
    msg = f"expected two Procedures or two Catalogues, got {type(before).__name__} and {type(after).__name__}"
    raise TypeError(msg)


_NO_ROW = ("", "")
_ANY_CHANNEL = ("(không ghi hình thức)", "(no channel stated)")
_WITHIN = {"documents", "fees", "time_limit"}
# What is compared field by field; all else is one value.
_RECORDS = (Procedure, Step, Method, Case, Document, Form, ResponsibleAgency, Audience, Result, Announcement)


def _key(item: Hashable, _: int) -> Hashable:
    """What makes a row the same row in another record."""
    match item:
        case Document() | Audience():
            return type(item), search_key(item.name)
        case Step():
            return Step, search_key(item.description)
        case Method():
            return Method, item.channel, item.case, item.audience
        case Case() | Result():
            return type(item), item.code or search_key(item.name)
        case ResponsibleAgency():
            return ResponsibleAgency, item.role, search_key(item.name) or item.code
        case Fee():
            return Fee, item.category, item.validity, item.per
        case _:
            return item


def _compare(was: Path, now: Path, row: tuple[str, str], before: object, after: object) -> Iterable[Change]:
    """Compare what stands at the path `was` in the earlier record with what stands at `now` in the later one."""
    if before == after:
        return
    if type(before) is type(after) and isinstance(before, _RECORDS):
        for name in (field.name for field in attrs.fields(type(before)) if field.name != "source"):
            yield from _compare((*was, name), (*now, name), row, getattr(before, name), getattr(after, name))
        if isinstance(before, Procedure) and isinstance(after, Procedure):
            path = ("source", "status")
            yield from _compare(path, path, _NO_ROW, _status(before.source), _status(after.source))
    elif isinstance(before, tuple) and isinstance(after, tuple):
        rows = cast("tuple[tuple[Hashable, ...], tuple[Hashable, ...]]", (before, after))
        yield from _compare_rows(was, now, row, *rows)
    elif before is None:
        yield Change(component=_component(now), path=now, kind="added", after=after, row=row)
    elif after is None:
        yield Change(component=_component(was), path=was, kind="removed", before=before, row=row)
    else:
        yield Change(component=_component(now), path=now, kind="changed", before=before, after=after, row=row)


def _compare_rows(
    was: Path, now: Path, row: tuple[str, str], before: tuple[Hashable, ...], after: tuple[Hashable, ...]
) -> Iterable[Change]:
    ordered = now == ("steps",)
    pairs, gone, came = _pair(before, after, (_key, _place) if ordered else (_key,))
    if ordered and [i for i, _ in pairs] != sorted(i for i, _ in pairs):
        yield Change(component="steps", path=now, kind="changed", before=before, after=after)
    for i, j in pairs:
        inner = _named(after[j], "vi"), _named(after[j], "en")
        yield from _compare((*was, i), (*now, j), inner if any(inner) else row, before[i], after[j])
    for j in came:
        yield Change(component=_component(now), path=(*now, j), kind="added", after=after[j], row=row)
    for i in gone:
        yield Change(component=_component(was), path=(*was, i), kind="removed", before=before[i], row=row)


def _pair(
    before: Sequence[T], after: Sequence[T], keys: Iterable[Callable[[T, int], Hashable]]
) -> tuple[list[tuple[int, int]], list[int], list[int]]:
    """Match what is equal, then what has the same key; return pairs of indices and what is left of each side."""
    pairs: list[tuple[int, int]] = []
    gone, came = list(range(len(before))), list(range(len(after)))
    for key in (_itself, *keys):
        waiting: dict[Hashable, deque[int]] = {}
        for i in gone:
            waiting.setdefault(key(before[i], i), deque()).append(i)
        left: list[int] = []
        for j in came:
            found = waiting.get(key(after[j], j))
            if found:
                pairs.append((found.popleft(), j))
            else:
                left.append(j)
        gone, came = sorted(i for indices in waiting.values() for i in indices), left
    return sorted(pairs, key=lambda pair: pair[1]), gone, came


def _itself(item: Hashable, _: int) -> Hashable:
    return item


def _place(_: object, index: int) -> Hashable:
    return index


def _anyone(_: object, __: int) -> Hashable:
    return None


def _status(source: Source | None) -> str | None:
    return None if source is None else source.status


def _component(path: Path) -> str:
    """Return the component a place belongs to; limits, fees and documents stand in methods and cases."""
    outer, *inner = (part for part in path if isinstance(part, str))
    return inner[0] if outer in {"methods", "cases"} and inner and inner[0] in _WITHIN else outer


def _between(before: Catalogue, after: Catalogue) -> CatalogueDifference:
    old, new = _by_identity(before), _by_identity(after)
    removed: list[Procedure] = []
    added: list[Procedure] = []
    changed: list[Difference] = []
    for identity in dict.fromkeys((*old, *new)):
        was, now = old.get(identity, []), new.get(identity, [])
        pairs, gone, came = _pair(was, now, (_anyone,))
        removed += [was[i] for i in gone]
        added += [now[j] for j in came]
        changed += [change for i, j in pairs if (change := difference(was[i], now[j])).changes]
    waiting: dict[str, deque[int]] = {}
    for j, procedure in enumerate(added):
        if procedure.name and procedure.label:
            waiting.setdefault(search_key(procedure.name), deque()).append(j)
    heirs: dict[int, int] = {}
    for i, procedure in enumerate(removed):
        found = waiting.get(search_key(procedure.name)) if procedure.name and procedure.label else None
        if found:
            heirs[i] = found.popleft()
    return CatalogueDifference(
        added=_without(added, heirs.values()),
        removed=_without(removed, heirs),
        replaced=tuple(difference(removed[i], added[j]) for i, j in heirs.items()),
        changed=tuple(changed),
    )


def _without(procedures: list[Procedure], indices: Iterable[int]) -> tuple[Procedure, ...]:
    left_out = set(indices)
    return tuple(procedure for i, procedure in enumerate(procedures) if i not in left_out)


def _by_identity(catalogue: Catalogue) -> dict[Hashable, list[Procedure]]:
    """Group the records: a code is the identity; a record without one goes by its name."""
    groups: dict[Hashable, list[Procedure]] = {}
    for procedure in catalogue:
        identity = procedure.code if procedure.code is not None else search_key(procedure.name or "")
        groups.setdefault(identity, []).append(procedure)
    return groups


def _named(item: object, lang: Literal["vi", "en"]) -> str:
    """Name a row in the words of the record."""
    match item:
        case Document() | Audience() | Result():
            return item.name
        case Case():
            return item.name or item.code or ""
        case ResponsibleAgency():
            return item.name or str(item.code or item.address)
        case Step():
            return item.name or item.description
        case Method():
            channel = word("channel", item.channel or "", lang)
            return ", ".join(part for part in (channel, item.case, item.audience) if part)
        case _:
            return ""


def _brief(field: str, value: object, lang: Literal["vi", "en"]) -> str:
    match value:
        case ():
            text = "none" if lang == "en" else "không có"
        case tuple():
            text = "; ".join(_brief(field, item, lang) for item in cast("tuple[object, ...]", value))
        case Method():
            limit = "" if value.time_limit is None else str(value.time_limit)
            text = ", ".join(part for part in (_named(value, lang), limit) if part) or _ANY_CHANNEL[lang == "en"]
        case Announcement():
            text = str(value.number or value.issuer or value.signed or "")
        case OnlineLevel():
            text = value.display(lang)
        case Form():
            text = value.name or ", ".join(value.files)
        case Unparsed():
            text = f"“{value.text}”"
        case dt.date():
            text = str(value) if lang == "en" else f"{value:%d/%m/%Y}"
        case _:
            text = _named(value, lang) or word(field, value, lang)
    return _short(text)


def _short(text: str) -> str:
    return text if len(text) <= 120 else text[:117] + "..."

"""Records keyed by the names of the components in Vietnamese: the portal's pages, exports, spreadsheets made of them.

A component may be a text, a list of texts or a list of mappings. What the flat crawl has glued into one cell is split
by the modules named `_…_table` and `_result_cell`; what they do not know stays `Unparsed`.
"""

import datetime as dt
import itertools
import re
from collections.abc import Callable, Iterable
from typing import Literal, TypeVar

from tthc.identifiers import LegalNumber, ProcedureCode, find_legal_numbers
from tthc.interop.portal._aliases import NAMED
from tthc.interop.portal._components import make_agencies, make_steps
from tthc.interop.portal._general_cases import read_cases
from tthc.interop.portal._general_methods import read_methods
from tthc.interop.portal._legal_table import LegalRow, split_legal_table
from tthc.interop.portal._messages import BAD_LEGAL_NUMBER, NO_DAY, UNKNOWN_WORD, WRONG_KIND
from tthc.interop.portal._notes import Notes, Path
from tthc.interop.portal._parts import read_code, read_day, read_legal_number, read_limit, read_word, regime_on
from tthc.interop.portal._prose import split_labels
from tthc.interop.portal._result_cell import split_result_cell
from tthc.interop.portal._row import Item, Row
from tthc.interop.portal._words import (
    FORMALITIES,
    FORMALITIES_NAME,
    INTERNAL,
    LEVELS,
    LEVELS_NAME,
    fold,
    is_none,
    stated,
)
from tthc.procedures import (
    Announcement,
    Audience,
    Condition,
    Formality,
    Level,
    OnlineLevel,
    Procedure,
    ResponsibleAgency,
    Result,
    Role,
    Source,
    Step,
)
from tthc.text import Unparsed

__all__ = ["read_general"]

T = TypeVar("T")

_CARRIED = {
    **{name: name for name in ("code", "name", "field", "formality", "decision", "online_level", "levels", "steps")},
    **{name: name for name in ("audiences", "results", "conditions", "legal_basis", "related", "time_limit", "fees")},
    "settling": "agencies",
    "sets": "dossier_sets",
}
_ROLES: tuple[Role, ...] = ("settling", "deciding", "receiving", "authorised", "coordinating")


def __dir__() -> list[str]:
    return __all__


def read_general(row: Row, shape: str, carries: frozenset[str] | None = None) -> Procedure:
    """Read a record; without `carries` the keys it has say which components it can carry."""
    notes = row.notes
    found = {component for name, component in _CARRIED.items() if name in row}
    code = row.text("code")
    updated = read_day(notes, row.text("updated"), row.path_of("updated"))
    formality, internal = _formality(row)
    methods, by_methods = read_methods(row)
    cases, by_cases = read_cases(row)
    results, keywords, description = _results(row)
    found |= by_methods | by_cases
    if internal is not None:
        found = found - {"formality"} | {"internal"}
    return Procedure(
        code=None if code is None else read_code(notes, code, ("code",)),
        name=row.text("name"),
        field=row.text("field"),
        formality=formality,
        decision=_decision(row),
        levels=_gathered(row, "levels", _levels),
        steps=_gathered(row, "steps", _steps),
        methods=methods,
        cases=cases,
        dossier_sets=_sets(row),
        audiences=_gathered(row, "audiences", _audiences),
        agencies=_agencies(row) or None,
        results=results,
        conditions=_gathered(row, "conditions", _conditions),
        legal_basis=_gathered(row, "legal_basis", _legal_basis),
        related=_gathered(row, "related", _related),
        online_level=_online_level(row, updated),
        internal=internal,
        description=description,
        keywords=keywords,
        note=row.text("note") or "",
        source=Source(
            shape=shape,
            carries=frozenset(found) if carries is None else carries,
            id=row.text("id"),
            url=row.text("url"),
            status=row.text("status"),
            created=read_day(notes, row.text("created"), row.path_of("created")),
            updated=updated,
        ),
    )


def _gathered(
    row: Row, name: str, read: Callable[[Item, Path, Notes, int], Iterable[T | Unparsed]]
) -> tuple[T | Unparsed, ...] | None:
    """Read the items of a list component behind one another; `()` where it is said that there are none."""
    values: list[T | Unparsed] = []
    none = False
    for item, path in row.items(name, NAMED):
        if isinstance(item, str) and is_none(item):
            none = True
        else:
            values += read(item, path, row.notes, len(values))
    return tuple(values) or (() if none else None)


def _formality(row: Row) -> tuple[Formality | Unparsed | None, bool | None]:
    """Read the kind of procedure; the lists of the portal say there whether it is internal."""
    text = row.text("formality")
    if text is None:
        return None, None
    internal = INTERNAL.get(fold(text))
    if internal is not None:
        row.notes.keep(row.path_of("formality"), text)
        return None, internal
    return read_word(row.notes, text, FORMALITIES, ("formality",), FORMALITIES_NAME), None


def _decision(row: Row) -> Announcement | None:
    number, issuer = row.text("decision"), row.text("issuer")
    if number is None and issuer is None:
        return None
    path = row.path_of("decision")
    read = None if number is None else read_legal_number(row.notes, number, ("decision", "number"), path)
    return Announcement(number=read, issuer=issuer)


def _levels(item: Item, path: Path, notes: Notes, count: int) -> list[Level | Unparsed]:
    if isinstance(item, Row):
        name = item.text("name")
        return [] if name is None else _levels(name, path, notes, count)
    words = split_labels(item)
    return [read_word(notes, word, LEVELS, ("levels", i), LEVELS_NAME) for i, word in enumerate(words, count)]


def _steps(item: Item, _: Path, notes: Notes, count: int) -> list[Step]:
    if isinstance(item, str):
        return make_steps(item)
    name, text, time = item.text("name"), item.text("text"), item.text("time", numbers=True)
    limit = None if time is None else read_limit(notes, time, ("steps", count, "time_limit"))
    if name is None and text is None and limit is None:
        return []
    return [Step(name=name or "", description=text or "", time_limit=limit)]


def _audiences(item: Item, _: Path, __: Notes, ___: int) -> list[Audience]:
    if isinstance(item, str):
        return [Audience(name=name) for name in split_labels(item)]
    name, code = item.text("name"), item.text("code")
    return [] if name is None and code is None else [Audience(name=name or "", code=code)]


def _agencies(row: Row) -> tuple[ResponsibleAgency, ...]:
    agencies: list[ResponsibleAgency] = []
    for role in _ROLES:
        items = ((item, path) for item, path in row.items(role, NAMED) if isinstance(item, Row) or not is_none(item))
        agencies += make_agencies(items, role, len(agencies))
    return tuple(agencies)


def _results(row: Row) -> tuple[tuple[Result | Unparsed, ...] | None, str, str]:
    """Read the results and what stands with them: keywords and description, which the record may also state itself."""
    said: dict[str, list[tuple[str, Path]]] = {"keywords": [], "description": []}

    def read(item: Item, path: Path, notes: Notes, _: int) -> list[Result]:
        if isinstance(item, Row):
            name, code = item.text("name") or item.text("text"), item.text("code")
            return [] if name is None and code is None else [Result(name=name or "", code=code)]
        cell = split_result_cell(item)
        if cell is None:
            return [Result(name=item)]
        said["keywords"].append((cell.keywords, path))
        said["description"].append((cell.description, path))
        if cell.page:
            notes.keep(path, cell.page)
        return [Result(name=name, code=code or None) for name, code in cell.results]

    results = _gathered(row, "results", read)
    texts: list[str] = []
    for name in ("keywords", "description"):
        text = row.text(name)
        for other, path in said[name]:
            if stated(other) is not None and text is not None:
                row.notes.keep(path, other)
            elif stated(other) is not None:
                text = other
        texts.append(text or "")
    return results, texts[0], texts[1]


def _conditions(item: Item, _: Path, __: Notes, ___: int) -> list[Condition]:
    if isinstance(item, str):
        return [Condition(item)]
    text = item.text("text") or item.text("name")
    return [] if text is None else [Condition(text)]


def _legal_basis(item: Item, path: Path, notes: Notes, count: int) -> list[LegalNumber | Unparsed]:
    if isinstance(item, Row):
        code = item.text("code")
        if code is not None:
            return [read_legal_number(notes, code, ("legal_basis", count), item.path_of("code"))]
        title = item.text("name") or item.text("text")
        return [] if title is None else [read_legal_number(notes, title, ("legal_basis", count), item.path_of("name"))]
    split = split_legal_table(item)
    if split is not None:
        notes.keep(path, item)
        return _from_table(split[0], notes, count)
    if re.match("Không có thông tin(?=Cơ quan thực hiện)", item):  # the next label of the page and its cell
        notes.keep(path, item)
        return []
    numbers: list[LegalNumber | Unparsed] = []
    for line in re.split("[\n;]", item):
        text = line.strip(" -+*•\t")
        if text:
            numbers += _from_citations(text, path, notes, count + len(numbers))
    return numbers


def _from_table(rows: tuple[LegalRow, ...], notes: Notes, count: int) -> list[LegalNumber | Unparsed]:
    numbers: list[LegalNumber | Unparsed] = []
    for row in rows:
        path: Path = ("legal_basis", count + len(numbers))
        if row.number is None:
            text = row.code or row.title
            notes.note(BAD_LEGAL_NUMBER, path, text)
            numbers.append(Unparsed(text))
        else:
            value = row.number
            if str(value) != row.code and LegalNumber.is_valid(row.code):  # its type word is a repair to tell of
                value = LegalNumber.parse(row.code)
            notes.mended(path, row.code, value, value.repairs)
            numbers.append(value)
    return numbers


_AND = re.compile(r"\s*(?:,|và)\s*(?:[^\W\d_]+\s+){0,3}(?:số\s*)?")


def _from_citations(text: str, path: Path, notes: Notes, count: int) -> list[LegalNumber | Unparsed]:
    """Read one citation, or several that nothing but commas, "và" and type words part."""
    found = () if LegalNumber.is_valid(text) else find_legal_numbers(text)
    listed = found[:1]
    for (_, end, _), following in itertools.pairwise(found):
        if not _AND.fullmatch(text, end, following[0]):
            break
        listed = (*listed, following)
    if len(listed) < 2:
        return [read_legal_number(notes, text, ("legal_basis", count), path)]
    notes.keep(path, text)
    return [number for _, _, number in listed]


def _related(item: Item, _: Path, notes: Notes, count: int) -> list[ProcedureCode | Unparsed]:
    if isinstance(item, Row):
        code = item.text("code")
        return [] if code is None else [read_code(notes, code, ("related", count))]
    codes = [part.strip() for part in re.split("[,;\n]", item) if part.strip()]
    if not all(ProcedureCode.is_valid(code) for code in codes):
        codes = [item]
    return [read_code(notes, code, ("related", i)) for i, code in enumerate(codes, count)]


def _sets(row: Row) -> int | Unparsed | None:
    """Read the number of sets (bộ): `01 bộ`, `02 (hai) bộ`, or a bare number under a key that says what it counts."""
    text = row.text("sets", numbers=True)
    if text is None:
        return None
    match = re.fullmatch(r"([0-9]{1,3})\s{0,4}(?:\([^()]{1,20}\)\s{0,4})?(?:bộ(?:\s{1,4}hồ sơ)?)?\s{0,4}[.;]?", text)
    if match is not None:
        return int(match[1])
    row.notes.note(WRONG_KIND, ("dossier_sets",), text, expected=("số bộ hồ sơ", "a number of sets"))
    return Unparsed(text)


_ONLINE: dict[str, Literal["1", "2", "3", "4", "partial", "full"]] = {
    "toantrinh": "full",
    "motphan": "partial",
    "dichvucongtructuyentoantrinh": "full",
    "dichvucongtructuyenmotphan": "partial",
    **{f"{word}{level}": level for word in ("", "muc", "mucdo") for level in ("1", "2", "3", "4")},
}


def _online_level(row: Row, updated: dt.date | None) -> OnlineLevel | Unparsed | None:
    """Read the online level: 1 to 4 are words of 2011, the others need the day of the record to tell which decree."""
    text = row.text("online_level", numbers=True)
    if text is None:
        return None
    level = _ONLINE.get(fold(text))
    if level is None:
        row.notes.note(UNKNOWN_WORD, ("online_level",), text, list=("mức độ dịch vụ công trực tuyến", "online levels"))
        return Unparsed(text)
    if level in {"partial", "full"}:
        if updated is None:
            row.notes.note(NO_DAY, ("online_level",), text)
            return Unparsed(text)
        return OnlineLevel(regime=regime_on(updated), level=level)
    return OnlineLevel(regime=2011, level=level)

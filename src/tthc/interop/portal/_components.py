"""Components that every shape builds alike: documents, agencies, results, steps."""

import re
from collections.abc import Iterable

from tthc.interop.portal._messages import WRONG_KIND
from tthc.interop.portal._notes import Notes, Path
from tthc.interop.portal._parts import read_agency_code
from tthc.interop.portal._prose import certified, condition, split_agencies, split_steps
from tthc.interop.portal._row import Item, Row
from tthc.procedures import Act, Document, Form, ResponsibleAgency, Role, Step
from tthc.text import Unparsed

__all__ = ["make_agencies", "make_count", "make_document", "make_steps"]


def __dir__() -> list[str]:
    return __all__


def make_document(
    name: str,
    *,
    act: Act = "submit",
    said_condition: str | None = None,
    originals: int | Unparsed | None = None,
    copies: int | Unparsed | None = None,
    form: Form | None = None,
    code: str | None = None,
    electronic: bool | None = None,
    is_result: bool | None = None,
    required: bool | None = None,
    issuer: str | None = None,
    note: str = "",
) -> Document:
    """Build a document; what its name says of conditions and certified copies is filled in, the name stays whole."""
    return Document(
        name=name,
        act=act,
        condition=said_condition or condition(name),
        originals=originals,
        copies=copies,
        certified=certified(name),
        form=form,
        code=code,
        electronic=electronic,
        is_result=is_result,
        required=required,
        issuer=issuer,
        note=note,
    )


def make_count(notes: Notes, value: str | float | None, path: Path) -> int | Unparsed | None:
    """Return a count of sheets, given as a number or as digits; what is none stays as it is written."""
    if value is None:
        return None
    digits = value if isinstance(value, str) else str(value).removesuffix(".0")
    if re.fullmatch("[0-9]{1,3}", digits):
        return int(digits)
    notes.note(WRONG_KIND, path, value, expected=("số bản", "a number of sheets"))
    return Unparsed(digits)


def make_agencies(items: Iterable[tuple[Item, Path]], role: Role, count: int) -> list[ResponsibleAgency]:
    """Build the agencies of one role, behind `count` agencies of other roles; a text may name several."""
    agencies: list[ResponsibleAgency] = []
    for item, _ in items:
        if isinstance(item, Row):
            name, code = item.text("name"), item.text("code")
            if name is not None or code is not None:
                path: Path = ("agencies", count + len(agencies), "code")
                read = None if code is None else read_agency_code(item.notes, code, path)
                agencies.append(ResponsibleAgency(role=role, name=name or "", code=read))
        elif role == "receiving":
            agencies.append(ResponsibleAgency(role=role, address=item))
        else:
            agencies += [ResponsibleAgency(role=role, name=name) for name in split_agencies(item)]
    return agencies


def make_steps(text: str) -> list[Step]:
    """Build the steps of a sequence written as prose."""
    return [Step(name=name, description=description) for name, description in split_steps(text)]

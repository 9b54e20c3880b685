"""`Catalogue`: an immutable collection of procedures, faults and all.

It may hold duplicates and records without a code, because that is how catalogues come and how those faults are found.
Names are no keys: one name stands on up to ten codes.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import final

import attrs

from tthc._record import check
from tthc.errors import AmbiguousError, NotFoundError
from tthc.identifiers import Identifier, ProcedureCode
from tthc.procedures.procedure import Procedure

__all__ = ["Catalogue"]


def __dir__() -> list[str]:
    return __all__


def _gathered(procedures: Iterable[Procedure]) -> tuple[Procedure, ...]:
    return tuple(procedures)


@final
@attrs.frozen(repr=False)
class Catalogue:
    """Procedures in the order given (danh mục thủ tục hành chính).

    >>> national = Procedure(code=ProcedureCode("1.001193"))
    >>> catalogue = Catalogue((national, Procedure(name="Thủ tục chưa có mã")))
    >>> len(catalogue), catalogue.get("1.001193", on=dt.date(2026, 11, 22)) is national
    (2, True)
    """

    procedures: tuple[Procedure, ...] = attrs.field(default=(), converter=_gathered)
    _index: dict[str, list[Procedure]] = attrs.field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_index", {})
        check(self)
        for procedure in self.procedures:
            if isinstance(procedure.code, ProcedureCode | Identifier):
                self._index.setdefault(_number(procedure.code), []).append(procedure)

    def __iter__(self) -> Iterator[Procedure]:
        return iter(self.procedures)

    def __len__(self) -> int:
        return len(self.procedures)

    def __repr__(self) -> str:
        return f"<Catalogue: {len(self)} procedures>"

    def at(self, day: dt.date) -> "Catalogue":
        """Return the procedures that are valid on a day; one without stated validity is."""
        return Catalogue(p for p in self.procedures if p.validity is None or day in p.validity)

    def variants(self, number: str) -> tuple[Procedure, ...]:
        """Return all that bear a number, national or local, of every time, in the order of the catalogue."""
        return tuple(self._index.get(number, ()))

    def get(self, code: str | ProcedureCode | Identifier, *, on: dt.date) -> Procedure:
        """Return the one procedure of a code on a day.

        `1.001193` is the national procedure, `1.001193.H26` the variant of that agency. Raises `NotFoundError` where
        there is none and `AmbiguousError` where several records claim the code on that day.
        """
        wanted = _read(code) if isinstance(code, str) else code
        found = [
            p
            for p in self._index.get(_number(wanted), ())
            if p.code == wanted and (p.validity is None or on in p.validity)
        ]
        if len(found) == 1:
            return found[0]
        if found:
            raise AmbiguousError("procedure", str(wanted), tuple(map(repr, found)))
        raise NotFoundError("procedure", str(wanted), tuple(p.label for p in self.variants(_number(wanted))))

    def with_procedures(self, procedures: Iterable[Procedure]) -> "Catalogue":
        """Return a catalogue that holds `procedures` too, after its own."""
        return Catalogue((*self.procedures, *procedures))


def _read(code: str) -> ProcedureCode | Identifier:
    return ProcedureCode.parse(code) if ProcedureCode.is_valid(code) else Identifier.parse(code)


def _number(code: ProcedureCode | Identifier) -> str:
    return code.number if isinstance(code, ProcedureCode) else str(code)

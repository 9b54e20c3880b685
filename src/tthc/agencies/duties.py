"""`Duty`: what one agency named by a procedure comes to on a day, after all delegations and reorganisations."""

import datetime as dt
from typing import TYPE_CHECKING, Literal, TypeAlias, final

import attrs

from tthc._record import check
from tthc.agencies._names import name_key
from tthc.agencies.agency import Agency
from tthc.agencies.events import Reorganisation
from tthc.agencies.inheritance import OPEN, inherit, topics_of
from tthc.agencies.mandates import Delegation
from tthc.errors import show
from tthc.identifiers import AgencyCode, Identifier, ProcedureCode

if TYPE_CHECKING:
    from tthc.agencies.directory import AgencyDirectory
    from tthc.procedures import Procedure

__all__ = ["Duty", "receiving", "settling", "topics_of_procedure"]

OpenDuty: TypeAlias = Literal[
    "", "not_known", "ambiguous", "no_heir", "several_heirs", "several_delegations", "circular"
]

_ROLES = {"settling": ("giải quyết", "settles"), "receiving": ("tiếp nhận", "receives")}
_OPEN = OPEN | {
    "several_delegations": ("giao cho nhiều cơ quan", "delegated to several bodies"),
    "circular": ("giao vòng", "delegated in a circle"),
}


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen(kw_only=True)
class Duty:
    """Who settles or receives in the place of one agency that a procedure names, and who answers for it.

    `stated` is what the procedure says. `agency` carries the duty out on the day, `answers` is responsible for the
    result; both are `None` where `open` says why, and `candidates` are then the bodies to choose from. `events` and
    `delegations` are what led from the one to the other.
    """

    role: Literal["settling", "receiving"]
    stated: str
    agency: Agency | None = None
    answers: Agency | None = None
    events: tuple[Reorganisation, ...] = ()
    delegations: tuple[Delegation, ...] = ()
    candidates: tuple[Agency, ...] = ()
    open: OpenDuty = ""

    def __attrs_post_init__(self) -> None:
        check(self)

    def text(self, lang: Literal["vi", "en"] = "vi") -> str:
        """Say who does it and who answers for it, in Vietnamese or English."""
        en = lang == "en"
        said = f"{_ROLES[self.role][en]}: "
        if self.agency is None:
            said += f"{show(self.stated)[1:-1]} ({_OPEN[self.open][en] if self.open else '?'})"
            if self.candidates:
                said += ": " + ", ".join(agency.display(lang) for agency in self.candidates[:8])
            return said
        said += self.agency.display(lang)
        if self.answers is not None and self.answers != self.agency:
            said += f"; {'answers for it' if en else 'chịu trách nhiệm'}: {self.answers.display(lang)}"
        return said

    def __str__(self) -> str:
        return self.text()


def topics_of_procedure(procedure: "Procedure") -> frozenset[str]:
    """Return the keys by which events and delegations may name a procedure: its field, and its number."""
    code = procedure.code
    number = code.number if type(code) is ProcedureCode else str(code) if type(code) is Identifier else ""
    return topics_of((procedure.field, procedure.field_code, number))


def settling(directory: "AgencyDirectory", procedure: "Procedure", on: dt.date) -> tuple[Duty, ...]:
    """Answer `AgencyDirectory.settling`."""
    return tuple(_delegated(directory, procedure, duty, on) for duty in _stated(directory, procedure, "settling", on))


def receiving(directory: "AgencyDirectory", procedure: "Procedure", on: dt.date) -> tuple[Duty, ...]:
    """Answer `AgencyDirectory.receiving`."""
    stated = _stated(directory, procedure, "receiving", on)
    holders = (*stated, *_stated(directory, procedure, "settling", on), *settling(directory, procedure, on))
    told = [
        attrs.evolve(
            duty,
            role="receiving",
            agency=directory.resolve(delegation.receiver, on=on),
            delegations=(*duty.delegations, delegation),
        )
        for duty in holders
        if duty.agency is not None
        for delegation in _of(directory, procedure, duty.agency, on)
        if delegation.kind == "receive_only"
    ]
    return tuple(dict.fromkeys((*stated, *told)))


def _stated(
    directory: "AgencyDirectory", procedure: "Procedure", role: Literal["settling", "receiving"], on: dt.date
) -> list[Duty]:
    """Return the duties of the agencies that a procedure names, each with who stands for it on the day."""
    topics = topics_of_procedure(procedure)
    duties: list[Duty] = []
    for row in procedure.agencies_as(role):
        code = row.code if isinstance(row.code, AgencyCode | Identifier) else None
        found = inherit(directory, code, row.name, topics=topics, on=on, since=None)
        duties.append(
            Duty(
                role=role,
                stated=found.asked or str(row.code or row.address),
                agency=found.heir,
                answers=found.heir,
                events=found.events,
                candidates=found.candidates,
                open=found.open,
            )
        )
    return duties


def _of(directory: "AgencyDirectory", procedure: "Procedure", holder: Agency, on: dt.date) -> list[Delegation]:
    """Return what a body has delegated of a procedure on a day."""
    topics = topics_of_procedure(procedure)
    return [
        delegation
        for delegation in directory.delegations
        if delegation.holder == holder.code
        and on in delegation.interval
        and (
            any(_is(code, procedure.code) for code in delegation.procedures)
            or not topics.isdisjoint(map(name_key, delegation.functions))
        )
    ]


def _is(named: ProcedureCode | Identifier, code: object) -> bool:
    """Tell whether a delegation that names a code speaks of a procedure; a national number speaks of every variant."""
    if type(named) is ProcedureCode and type(code) is ProcedureCode and named.agency is None:
        return named.number == code.number
    return named == code


def _delegated(directory: "AgencyDirectory", procedure: "Procedure", duty: Duty, on: dt.date) -> Duty:
    """Follow a duty from holder to receiver, as long as it is delegated."""
    seen: list[Agency] = []
    while duty.agency is not None:
        seen.append(duty.agency)
        given = [d for d in _of(directory, procedure, duty.agency, on) if d.kind != "receive_only"]
        receivers = {d.receiver: directory.resolve(d.receiver, on=on) for d in given}
        if not given:
            break
        first = given[0]
        receiver = receivers[first.receiver]
        if len(receivers) > 1:
            return _left_open(duty, "several_delegations", tuple(receivers.values()))
        if receiver in seen:
            return _left_open(duty, "circular", tuple(seen))
        answers = receiver if first.answers == first.receiver else duty.answers
        duty = attrs.evolve(duty, agency=receiver, answers=answers, delegations=(*duty.delegations, first))
    return duty


def _left_open(duty: Duty, why: Literal["several_delegations", "circular"], candidates: tuple[Agency, ...]) -> Duty:
    return attrs.evolve(duty, agency=None, answers=None, candidates=candidates, open=why)

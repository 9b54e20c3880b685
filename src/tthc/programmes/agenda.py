"""`Agenda`: directions, plans and tasks of several bodies in one checked whole (chương trình công tác)."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, TypeVar, final

import attrs

from tthc._record import check
from tthc.errors import Fault, NotFoundError
from tthc.programmes.bodies import Body, BodyLevel, Lead, Term
from tthc.programmes.plans import Directive, Programme, repeated
from tthc.programmes.tasks import Task

__all__ = ["Agenda", "Office"]

T = TypeVar("T")


def __dir__() -> list[str]:
    return __all__


class Office(NamedTuple):
    """An office that somebody holds: the body, and the lead as it stands there."""

    body: Body
    lead: Lead


class _Index(NamedTuple):
    terms: dict[str, Term]
    bodies: dict[str, Body]
    directives: dict[str, Directive]
    programmes: dict[str, Programme]
    tasks: dict[str, Task]
    homes: dict[str, str]
    """The programme of each task that stands in one, itself or as a part of another."""
    parts: dict[str, list[Programme]]
    carriers: dict[str, list[Programme]]
    passed: dict[str, list[Directive]]
    subtasks: dict[str, list[Task]]


@final
@attrs.frozen(kw_only=True, repr=False)
class Agenda:
    """Terms, bodies, directives, programmes and tasks that name each other by id.

    It is built once and checked: an id that is there twice, one that names nothing, and a circle (a plan that is part
    of itself) are refused, all of them in one `MalformedError`. Directives, programmes and tasks share one set of ids,
    so that each can be traced; what is not stated (a task without an owner, a plan without a directive) is no fault
    here and is found by `audit`.

    `tasks` are those outside any programme; the others stand in their programme.

    >>> agenda = Agenda(
    ...     bodies=(Body(id="stp", name="Sở Tư pháp"),),
    ...     directives=(Directive(id="nq1"),),
    ...     programmes=(Programme(id="kh1", kind="plan", directives=("nq1",), tasks=(Task(id="nv1", owner="stp"),)),),
    ... )
    >>> agenda
    <Agenda: 1 directives, 1 programmes, 1 tasks>
    >>> Agenda(tasks=(Task(id="nv1", owner="stp"), Task(id="nv1", part_of="nv2")))
    Traceback (most recent call last):
    ...
    tthc.errors.MalformedError: malformed Agenda: tasks: expected an id that is not there twice, got 'nv1'; \
nv1.owner: expected the id of one of bodies, got 'stp'; nv1.part_of: expected the id of one of tasks, got 'nv2'
    """

    terms: tuple[Term, ...] = ()
    bodies: tuple[Body, ...] = ()
    directives: tuple[Directive, ...] = ()
    programmes: tuple[Programme, ...] = ()
    tasks: tuple[Task, ...] = ()
    _index: _Index = attrs.field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_index", _EMPTY)
        check(self)
        index = _Index(
            terms={term.id: term for term in self.terms},
            bodies={body.id: body for body in self.bodies},
            directives={directive.id: directive for directive in self.directives},
            programmes={programme.id: programme for programme in self.programmes},
            tasks={task.id: task for task in self.all_tasks},
            homes={task.id: programme.id for programme in self.programmes for task in programme.tasks},
            parts=_grouped((one.part_of, one) for one in self.programmes),
            carriers=_grouped((directive, one) for one in self.programmes for directive in one.directives),
            passed=_grouped((one.parent, one) for one in self.directives),
            subtasks=_grouped((one.part_of, one) for one in self.all_tasks),
        )
        object.__setattr__(self, "_index", index)
        check(self, self._faults)
        index.homes.update(_inherited(index.homes, {task.id: task.part_of for task in self.all_tasks}))

    def _faults(self) -> Iterable[Fault]:
        yield from repeated("terms", (term.id for term in self.terms))
        yield from repeated("bodies", (body.id for body in self.bodies))
        yield from repeated("tasks", (task.id for task in self.all_tasks))
        yield from repeated("directives", (directive.id for directive in self.directives))
        yield from repeated("programmes", (programme.id for programme in self.programmes))
        index = self._index
        for left, right in (("directives", "programmes"), ("directives", "tasks"), ("programmes", "tasks")):
            for one in sorted(getattr(index, left).keys() & getattr(index, right).keys()):
                yield Fault(right, one, f"an id that is not among {left} too")
        targets = [target.id for programme in self.programmes for target in programme.targets]
        yield from repeated("targets", targets)
        yield from self._unknown(frozenset(targets))
        for field, parents in (
            ("terms", {term.id: term.parent for term in self.terms}),
            ("bodies", {body.id: body.parent for body in self.bodies}),
            ("directives", {directive.id: directive.parent for directive in self.directives}),
            ("programmes", {programme.id: programme.part_of for programme in self.programmes}),
            ("tasks", {task.id: task.part_of for task in self.all_tasks}),
        ):
            for circle in _circles(parents):
                yield Fault(field, " → ".join(circle), "no circle")

    def _unknown(self, targets: frozenset[str]) -> Iterable[Fault]:
        """Yield a fault for each id that names nothing."""
        index = self._index
        for term in self.terms:
            yield from _must_be_known(f"{term.id}.parent", term.parent, "terms", index.terms)
        for body in self.bodies:
            yield from _must_be_known(f"{body.id}.parent", body.parent, "bodies", index.bodies)
        for directive in self.directives:
            yield from _must_be_known(f"{directive.id}.body", directive.body, "bodies", index.bodies)
            yield from _must_be_known(f"{directive.id}.term", directive.term, "terms", index.terms)
            yield from _must_be_known(f"{directive.id}.parent", directive.parent, "directives", index.directives)
        for programme in self.programmes:
            yield from _must_be_known(f"{programme.id}.owner", programme.owner, "bodies", index.bodies)
            yield from _must_be_known(f"{programme.id}.part_of", programme.part_of, "programmes", index.programmes)
            for one in programme.directives:
                yield from _must_be_known(f"{programme.id}.directives", one, "directives", index.directives)
        for task in self.all_tasks:
            yield from _must_be_known(f"{task.id}.owner", task.owner, "bodies", index.bodies)
            yield from _must_be_known(f"{task.id}.part_of", task.part_of, "tasks", index.tasks)
            for one in task.supporting:
                yield from _must_be_known(f"{task.id}.supporting", one, "bodies", index.bodies)
            for one in task.targets:
                yield from _must_be_known(f"{task.id}.targets", one, "targets", targets)

    # ── by id ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def term(self, term_id: str) -> Term:
        """Return the term of an id; raises `NotFoundError`."""
        return _found("term", term_id, self._index.terms)

    def body(self, body_id: str) -> Body:
        """Return the body of an id; raises `NotFoundError`."""
        return _found("body", body_id, self._index.bodies)

    def directive(self, directive_id: str) -> Directive:
        """Return the directive of an id; raises `NotFoundError`."""
        return _found("directive", directive_id, self._index.directives)

    def programme(self, programme_id: str) -> Programme:
        """Return the programme of an id; raises `NotFoundError`."""
        return _found("programme", programme_id, self._index.programmes)

    def task(self, task_id: str) -> Task:
        """Return the task of an id, wherever it stands; raises `NotFoundError`."""
        return _found("task", task_id, self._index.tasks)

    @property
    def all_tasks(self) -> tuple[Task, ...]:
        """Every task: those of the programmes in their order, then those outside any."""
        return (*(task for programme in self.programmes for task in programme.tasks), *self.tasks)

    def home(self, task: Task) -> Programme | None:
        """Return the programme that a task stands in, itself or as a part of another task; `None` for none."""
        home = self._index.homes.get(task.id)
        return None if home is None else self._index.programmes[home]

    # ── who ──────────────────────────────────────────────────────────────────────────────────────────────────────────

    def counterpart(self, body: Body) -> Body | None:
        """Return the agency beside a Party body, or the Party body beside an agency; `None` where none is stated."""
        for other in self.bodies:
            beside, agency = (
                (body.counterpart, other.agency) if body.kind == "party" else (other.counterpart, body.agency)
            )
            if beside is not None and beside == agency:
                return other
        return None

    def offices(self, person: str, on: dt.date) -> tuple[Office, ...]:
        """Return the offices that one person holds on a day, by name or mark.

        >>> from tthc import AgencyCode
        >>> code = AgencyCode(("H26",))
        >>> party = Body(id="tu", kind="party", counterpart=code, leads=(Lead(role="Bí thư", person="A"),))
        >>> state = Body(id="ub", agency=code, leads=(Lead(role="Chủ tịch", person="A"),))
        >>> agenda = Agenda(bodies=(party, state))
        >>> [str(office.lead) for office in agenda.offices("A", dt.date(2025, 7, 1))]
        ['Bí thư (A)', 'Chủ tịch (A)']
        >>> agenda.counterpart(party) is state, agenda.counterpart(state) is party
        (True, True)
        """
        return tuple(
            Office(body, lead)
            for body in self.bodies
            for lead in body.leads
            if lead.person == person != "" and on in lead.interval
        )

    def level_of(self, body_id: str | None) -> BodyLevel | None:
        """Return the level of a body, else that of the nearest body above it that states one, else `None`."""
        current = None if body_id is None else self._index.bodies.get(body_id)
        while current is not None:
            if current.level is not None:
                return current.level
            current = None if current.parent is None else self._index.bodies[current.parent]
        return None

    # ── the shape ────────────────────────────────────────────────────────────────────────────────────────────────────

    def parts_of(self, programme_id: str) -> tuple[Programme, ...]:
        """Return the programmes that are a part of one, directly."""
        return tuple(self._index.parts.get(programme_id, ()))

    def carriers_of(self, directive_id: str) -> tuple[Programme, ...]:
        """Return the programmes that carry out a directive, as they say themselves."""
        return tuple(self._index.carriers.get(directive_id, ()))

    def passed_on(self, directive_id: str) -> tuple[Directive, ...]:
        """Return the directives that pass one on."""
        return tuple(self._index.passed.get(directive_id, ()))

    def subtasks_of(self, task_id: str) -> tuple[Task, ...]:
        """Return the tasks that are a part of one, directly."""
        return tuple(self._index.subtasks.get(task_id, ()))

    def with_records(
        self,
        *,
        terms: Iterable[Term] = (),
        bodies: Iterable[Body] = (),
        directives: Iterable[Directive] = (),
        programmes: Iterable[Programme] = (),
        tasks: Iterable[Task] = (),
    ) -> "Agenda":
        """Return an agenda that holds these records too; one takes the place of the record with its id.

        >>> Agenda(directives=(Directive(id="nq1"),)).with_records(directives=[Directive(id="nq2")])
        <Agenda: 2 directives, 0 programmes, 0 tasks>
        """
        return Agenda(
            terms=_merged(self.terms, terms),
            bodies=_merged(self.bodies, bodies),
            directives=_merged(self.directives, directives),
            programmes=_merged(self.programmes, programmes),
            tasks=_merged(self.tasks, tasks),
        )

    def __iter__(self) -> Iterator[Task]:
        return iter(self.all_tasks)

    def __len__(self) -> int:
        return len(self.all_tasks)

    def __repr__(self) -> str:
        counts = f"{len(self.directives)} directives, {len(self.programmes)} programmes, {len(self)} tasks"
        return f"<Agenda: {counts}>"

    @property
    def rows(self) -> tuple[dict[str, object], ...]:
        """Every task, a flat record each."""
        found: list[dict[str, object]] = []
        for task in self.all_tasks:
            home = self.home(task)
            found.append(
                {
                    "task": task.id,
                    "name": task.name,
                    "programme": None if home is None else home.id,
                    "owner": task.owner,
                    "level": self.level_of(task.owner),
                    "role": task.role,
                    "product": task.product,
                    "deadline": task.deadline,
                    "results": len(task.results),
                }
            )
        return tuple(found)


_EMPTY = _Index({}, {}, {}, {}, {}, {}, {}, {}, {}, {})
_R = TypeVar("_R", Term, Body, Directive, Programme, Task)


def _merged(held: tuple[_R, ...], new: Iterable[_R]) -> tuple[_R, ...]:
    by_id = {record.id: record for record in held}
    for record in new:
        by_id[record.id] = record
    return tuple(by_id.values())


def _grouped(pairs: Iterable[tuple[str | None, T]]) -> dict[str, list[T]]:
    groups: dict[str, list[T]] = {}
    for key, item in pairs:
        if key is not None:
            groups.setdefault(key, []).append(item)
    return groups


def _found(what: str, one: str, known: Mapping[str, T]) -> T:
    if one not in known:
        raise NotFoundError(what, one, tuple(known))
    return known[one]


def _must_be_known(field: str, one: str | None, what: str, known: Iterable[str]) -> Iterable[Fault]:
    if one is not None and one not in known:
        yield Fault(field, one, f"the id of one of {what}")


def _inherited(own: Mapping[str, str], parents: Mapping[str, str | None]) -> dict[str, str]:
    """Give to each record what is its own, or else that of the nearest one above it that has it."""
    found = dict(own)
    without: set[str] = set()
    for start in parents:
        path: list[str] = []
        one: str | None = start
        while one is not None and one not in found and one not in without:
            path.append(one)
            one = parents[one]
        if one in found:
            found.update(dict.fromkeys(path, found[one]))
        else:
            without.update(path)
    return found


def _circles(parents: Mapping[str, str | None]) -> Iterable[list[str]]:
    """Yield each circle once, from its first member in the order given; every record has at most one parent."""
    settled: set[str] = set()
    for start in parents:
        path: list[str] = []
        on_path: dict[str, int] = {}
        one: str | None = start
        while one is not None and one not in settled and one not in on_path:
            on_path[one] = len(path)
            path.append(one)
            one = parents.get(one)
        if one in on_path:
            yield [*path[on_path[one] :], one]
        settled.update(path)

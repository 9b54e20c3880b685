"""Directives and the programmes and plans that carry them out (chỉ đạo; chương trình, đề án, kế hoạch)."""

import datetime as dt
from collections.abc import Iterable
from typing import Literal, TypeAlias, final

import attrs

from tthc._record import check
from tthc.dated import Interval
from tthc.errors import Fault, NotFoundError
from tthc.identifiers import LegalNumber
from tthc.programmes.bodies import must_have_id
from tthc.programmes.figures import Observation
from tthc.programmes.metrics import Metric
from tthc.programmes.targets import Attainment, Target
from tthc.programmes.tasks import Task
from tthc.text import Unparsed, search_key

__all__ = ["Directive", "Programme", "ProgrammeKind"]

ProgrammeKind: TypeAlias = Literal["programme", "project", "plan", "package"]
"""Chương trình, đề án, kế hoạch; `package` is one document that enacts many changes at once (nghị quyết cắt giảm)."""

_KINDS: dict[ProgrammeKind, tuple[str, str]] = {
    "programme": ("Chương trình", "programme"),
    "project": ("Đề án", "project"),
    "plan": ("Kế hoạch", "plan"),
    "package": ("Gói cắt giảm", "package"),
}


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen(kw_only=True)
class Directive:
    """A direction (chỉ đạo): the objective that a body sets in a document.

    `body` is the id of the body that set it, `term` that of the term it was set for, `parent` that of the directive
    which it passes on.

    >>> print(Directive(id="nq1", document=LegalNumber.parse("01-NQ/TU"), objective="Cải cách thủ tục hành chính"))
    01-NQ/TU: Cải cách thủ tục hành chính
    """

    id: str
    objective: str = ""
    document: LegalNumber | Unparsed | None = None
    body: str | None = None
    date: dt.date | None = None
    term: str | None = None
    parent: str | None = None
    source: str = ""

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        yield from must_have_id(self.id)

    def __str__(self) -> str:
        return f"{written(self.document) or self.id}: {self.objective}"


def _title(programme: "Programme", lang: Literal["vi", "en"]) -> str:
    name = (programme.name_en if lang == "en" else "") or programme.name or programme.id
    document = written(programme.document)
    return f"{name} ({document})" if document else name


@final
@attrs.frozen(kw_only=True, repr=False)
class Programme:
    """A programme, project or plan; a plan (kế hoạch) is `Programme(kind="plan")`.

    - `owner`: the id of the body that answers for it. `directives`: the ids of the directions that it carries out.
    - `part_of`: the id of the programme that this one is a part of, as a unit's plan is of the province's.
    - `tasks`, `targets`: what is to be done, and what is to be reached by it.
    - `figures`: what was published or reported on its progress.

    >>> plan = Programme(id="kh1", kind="plan", name="Kế hoạch rà soát 2025", tasks=(Task(id="nv1"), Task(id="nv2")))
    >>> plan
    <Programme kh1 'Kế hoạch rà soát 2025': 2 tasks, 0 targets, 0 figures>
    """

    id: str
    kind: ProgrammeKind = "programme"
    name: str = ""
    name_en: str = ""
    document: LegalNumber | Unparsed | None = None
    issued: dt.date | None = None
    validity: Interval | None = None
    owner: str | None = None
    directives: tuple[str, ...] = ()
    part_of: str | None = None
    tasks: tuple[Task, ...] = ()
    targets: tuple[Target, ...] = ()
    figures: tuple[Observation, ...] = ()
    source: str = ""
    note: str = ""

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        yield from must_have_id(self.id)
        yield from repeated("tasks", (task.id for task in self.tasks))
        yield from repeated("targets", (target.id for target in self.targets))

    def target(self, target_id: str) -> Target:
        """Return the target of an id; raises `NotFoundError`."""
        for target in self.targets:
            if target.id == target_id:
                return target
        raise NotFoundError("target", target_id, tuple(target.id for target in self.targets))

    def task(self, task_id: str) -> Task:
        """Return the task of an id; raises `NotFoundError`."""
        for task in self.tasks:
            if task.id == task_id:
                return task
        raise NotFoundError("task", task_id, tuple(task.id for task in self.tasks))

    def figures_of(self, metric: Metric, on: dt.date | None = None) -> tuple[Observation, ...]:
        """Return the figures of one metric up to a day, in order of time; those without a day come first."""
        found = [f for f in self.figures if f.metric == metric and (on is None or f.on is None or f.on <= on)]
        return tuple(sorted(found, key=_day))

    def attainments(self, on: dt.date) -> tuple[Attainment, ...]:
        """Judge each target by the latest confirmed figure up to a day; a target without metric or figure is left out.

        Where a target counts only what is enacted, a figure of what is enacted is taken before any other. A share is
        taken on the target's own base where that was counted, however the figure's base may have moved.

        >>> from fractions import Fraction
        >>> from tthc.programmes import Base
        >>> target = Target(id="t1", metric="conditions", threshold=Fraction(3, 10), base=Base(count=7806))
        >>> november = Observation(metric="conditions", part=2269, base=Base(count=6974), on=dt.date(2025, 11, 19))
        >>> programme = Programme(id="nq66", targets=(target,), figures=(november,))
        >>> print(*programme.attainments(dt.date(2025, 12, 1)))
        Chưa đạt: 2.269 điều kiện = 29,1 %, cần ít nhất 30 % của 7.806, còn thiếu 73 điều kiện
        """
        found: list[Attainment] = []
        for target in self.targets:
            latest = self._latest(target, on)
            if latest is not None:
                counted = target.base is not None and target.base.count is not None and latest.part is not None
                found.append(target.judge(latest, on_base="target" if counted else "figure"))
        return tuple(found)

    def _latest(self, target: Target, on: dt.date) -> Observation | None:
        if target.metric is None:
            return None
        scopes = {"", search_key(target.scope)}
        figures = [f for f in self.figures_of(target.metric, on) if f.confirmed and search_key(f.scope) in scopes]
        enacted = [figure for figure in figures if figure.stage == "enacted"] if target.stage == "enacted" else []
        found = enacted or figures
        return found[-1] if found else None

    def display(self, lang: Literal["vi", "en"] = "vi") -> str:
        """Write the card: title, time, targets and figures."""
        vi = lang == "vi"
        lines = [f"{_KINDS[self.kind][not vi]}: {_title(self, lang)}"]
        if self.issued is not None:
            lines.append(f"  {'ban hành' if vi else 'issued'} {self.issued:%d/%m/%Y}")
        if self.validity is not None:
            lines.append(f"  {'thời gian' if vi else 'time'}: {_span(self.validity, lang)}")
        if self.targets:
            lines.append("  Mục tiêu:" if vi else "  targets:")
            lines += [f"    {target.id}: {target.display(lang)}" for target in self.targets]
        if self.figures:
            lines.append("  Số liệu:" if vi else "  figures:")
            lines += [f"    {figure.display(lang)}" for figure in sorted(self.figures, key=_day)]
        if self.tasks:
            lines.append(f"  {'Số nhiệm vụ' if vi else 'tasks'}: {len(self.tasks)}")
        return "\n".join(lines)

    def __str__(self) -> str:
        return self.display()

    def __repr__(self) -> str:
        counts = f"{len(self.tasks)} tasks, {len(self.targets)} targets, {len(self.figures)} figures"
        return f"<Programme {self.id} {self.name!r}: {counts}>"


def _day(figure: Observation) -> dt.date:
    return figure.on or dt.date.min


def _span(interval: Interval, lang: Literal["vi", "en"]) -> str:
    if lang == "vi":
        return str(interval)
    ends = [f"{day:%d/%m/%Y}" if day is not None else "" for day in (interval.since, interval.last_day)]
    return "–".join(ends)


def written(document: LegalNumber | Unparsed | None) -> str:
    """Return the number or title of a document, "" for none."""
    return document.text if isinstance(document, Unparsed) else str(document or "")


def repeated(field: str, ids: Iterable[str]) -> Iterable[Fault]:
    """Yield a fault for each id that stands among others a second time."""
    seen: set[str] = set()
    for one in ids:
        if one in seen:
            yield Fault(field, one, "an id that is not there twice")
        seen.add(one)

"""`audit`: what is questionable about an agenda on a day: gaps in the chain, lateness, figures that do not hold."""

import datetime as dt
from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import pairwise
from typing import TypeAlias

from tthc.dated import Interval
from tthc.exact import Rounding
from tthc.findings import Finding, Message, Param, Report, Severity, both
from tthc.frozen import FrozenMap
from tthc.programmes import _audit_messages as say
from tthc.programmes.agenda import Agenda
from tthc.programmes.bodies import Term
from tthc.programmes.figures import Base, Observation, write_figure
from tthc.programmes.metrics import METRICS, write_amount, write_share
from tthc.programmes.plans import Directive, Programme
from tthc.programmes.targets import Attainment, Target
from tthc.programmes.tasks import Task
from tthc.programmes.tracing import climb
from tthc.text import search_key

__all__ = ["audit"]

_Path: TypeAlias = tuple[str | int, ...]
_ROUNDINGS: dict[Rounding, tuple[str, str]] = {
    "half_up": ("làm tròn", "rounded"),
    "half_even": ("làm tròn số chẵn", "rounded half to even"),
    "down": ("cắt bỏ phần lẻ", "cut off"),
    "up": ("làm tròn lên", "rounded up"),
    "floor": ("cắt bỏ phần lẻ", "cut off"),
    "ceiling": ("làm tròn lên", "rounded up"),
}


def __dir__() -> list[str]:
    return __all__


def audit(agenda: Agenda, on: dt.date) -> Report:
    """Find what is questionable about an agenda, as it stood on a day; nothing of a later day is looked at.

    Codes are TTHC930 to TTHC949: tasks without direction, owner, deadline or result, past their deadline; directions
    that no plan carries; bodies without a head who answers; targets without metric, threshold or base, or missed;
    percentages that do not follow from their parts, plans beside what was enacted, bases that moved, figures at odds;
    days that are reversed; terms that lie outside the one they are nested in. The subject of a finding is the id of
    the record, its path leads to it in the agenda.

    >>> plan = Programme(id="kh1", kind="plan", tasks=(Task(id="nv1", deadline=dt.date(2025, 6, 30)),))
    >>> print(audit(Agenda(programmes=(plan,)), on=dt.date(2025, 7, 3)))
    2 lỗi, 1 cảnh báo
      lỗi TTHC933 nv1 $.programmes[0].tasks[0].deadline: quá hạn 3 ngày, chưa hoàn thành (hạn 30/06/2025)
      lỗi TTHC932 nv1 $.programmes[0].tasks[0].owner: nhiệm vụ không có đơn vị chủ trì
      cảnh báo TTHC930 nv1 $.programmes[0].tasks[0]: nhiệm vụ không dẫn về chỉ đạo nào
    """
    found: list[Finding] = []
    for i, term in enumerate(agenda.terms):
        found += _of_term(agenda, term, ("terms", i))
    found += _of_bodies(agenda, on)
    for i, directive in enumerate(agenda.directives):
        if directive.date is None or directive.date <= on:
            found += _of_directive(agenda, directive, ("directives", i))
    for i, programme in enumerate(agenda.programmes):
        found += _of_programme(agenda, programme, ("programmes", i), on)
        for j, task in enumerate(programme.tasks):
            found += _of_task(agenda, task, ("programmes", i, "tasks", j), on)
    for i, task in enumerate(agenda.tasks):
        found += _of_task(agenda, task, ("tasks", i), on)
    return Report(tuple(found))


def _finding(
    message: Message, subject: str, path: _Path, severity: Severity = Severity.WARNING, **params: Param
) -> Finding:
    return Finding(message=message, subject=subject, path=path, severity=severity, params=FrozenMap(params))


def _day(day: dt.date) -> str:
    return f"{day:%d/%m/%Y}"


# ── terms, bodies, directives ────────────────────────────────────────────────────────────────────────────────────────


def _of_term(agenda: Agenda, term: Term, path: _Path) -> Iterator[Finding]:
    if term.parent is None:
        return
    parent = agenda.term(term.parent)
    if not term.interval.overlaps(parent.interval):
        severity, how = Severity.ERROR, ("hoàn toàn", "altogether")
    elif _sticks_out(term.interval, parent.interval):
        # Local congresses come before the national one, so some months outside are the rule.
        severity, how = Severity.INFO, ("một phần", "in part")
    else:
        return
    yield _finding(
        say.OUTSIDE,
        term.id,
        (*path, "interval"),
        severity,
        term=str(term.interval),
        parent=parent.name or parent.id,
        span=str(parent.interval),
        how=how,
    )


def _sticks_out(inner: Interval, outer: Interval) -> bool:
    begins = outer.since is not None and (inner.since is None or inner.since < outer.since)
    ends = outer.until is not None and (inner.until is None or inner.until > outer.until)
    return begins or ends


def _of_bodies(agenda: Agenda, on: dt.date) -> Iterator[Finding]:
    used = {directive.body for directive in agenda.directives} | {programme.owner for programme in agenda.programmes}
    used |= {task.owner for task in agenda.all_tasks}
    for i, body in enumerate(agenda.bodies):
        if body.id in used and body.lead(on) is None:
            yield _finding(say.NO_LEAD, body.id, ("bodies", i, "leads"), day=_day(on))


def _of_directive(agenda: Agenda, directive: Directive, path: _Path) -> Iterator[Finding]:
    if not agenda.carriers_of(directive.id) and not agenda.passed_on(directive.id):
        yield _finding(say.NOT_CARRIED, directive.id, path)
    parent = None if directive.parent is None else agenda.directive(directive.parent)
    if parent is not None:
        yield from _order(
            directive.id, (*path, "date"), directive.date, parent.date, _ITSELF, ("chỉ đạo cấp trên", "its parent")
        )


_ITSELF = ("chỉ đạo", "the direction")


def _order(
    subject: str,
    path: _Path,
    day: dt.date | None,
    earlier: dt.date | None,
    *words: tuple[str, str],
) -> Iterator[Finding]:
    """Find a day that lies before the one it should follow; `words` name the first and the second."""
    if day is not None and earlier is not None and day < earlier:
        yield _finding(
            say.REVERSED,
            subject,
            path,
            Severity.ERROR,
            later=words[0],
            day=_day(day),
            earlier=words[1],
            other=_day(earlier),
        )


# ── tasks ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _of_task(agenda: Agenda, task: Task, path: _Path, on: dt.date) -> Iterator[Finding]:
    if not any(isinstance(one, Directive) for one, _ in climb(agenda, task)):
        yield _finding(say.ORPHAN, task.id, path)
    delivered = task.delivered(on)
    if task.owner is None:
        yield _finding(say.NO_OWNER, task.id, (*path, "owner"), Severity.ERROR)
        if delivered:
            yield _finding(say.NOBODYS, task.id, (*path, "results"), count=len(delivered))
    if task.deadline is None:
        yield _finding(say.NO_DEADLINE, task.id, (*path, "deadline"))
    elif task.state(on) == "overdue":
        days = (on - task.deadline).days
        deadline = _day(task.deadline)
        yield _finding(say.OVERDUE, task.id, (*path, "deadline"), Severity.ERROR, days=days, deadline=deadline)
    if task.done_on(on) is not None and not delivered:
        yield _finding(say.NO_RESULT, task.id, (*path, "results"))
    yield from _of_task_days(agenda, task, path)


def _of_task_days(agenda: Agenda, task: Task, path: _Path) -> Iterator[Finding]:
    step, before = ("một bước", "a step"), ("bước đứng trước", "the step it follows")
    for i, (first, second) in enumerate(pairwise(task.statuses)):
        yield from _order(task.id, (*path, "statuses", i + 1), second.on, first.on, step, before)
    begun = min((status.on for status in task.statuses), default=None)
    start = ("bước đầu tiên", "the first step")
    yield from _order(task.id, (*path, "deadline"), task.deadline, begun, ("thời hạn", "the deadline"), start)
    for i, result in enumerate(task.results):
        yield from _order(task.id, (*path, "results", i, "on"), result.on, begun, ("kết quả", "the result"), start)
    home = agenda.home(task)
    last = None if home is None or home.validity is None else home.validity.last_day
    if task.deadline is not None and last is not None and task.deadline > last:
        yield _finding(say.AFTER_PLAN, task.id, (*path, "deadline"), deadline=_day(task.deadline), last=_day(last))


# ── programmes: targets and figures ──────────────────────────────────────────────────────────────────────────────────


def _of_programme(agenda: Agenda, programme: Programme, path: _Path, on: dt.date) -> Iterator[Finding]:
    for one in programme.directives:
        date = agenda.directive(one).date
        what = ("kế hoạch", "the plan")
        yield from _order(programme.id, (*path, "issued"), programme.issued, date, what, _ITSELF)
    attained = {attainment.target.id: attainment for attainment in programme.attainments(on)}
    for i, target in enumerate(programme.targets):
        yield from _of_target(target, attained.get(target.id), (*path, "targets", i), on)
    known = [(i, figure) for i, figure in enumerate(programme.figures) if figure.on is None or figure.on <= on]
    for i, figure in known:
        yield from _of_percentage(programme.id, figure, (*path, "figures", i, "stated"))
    for group in _groups((i, figure) for i, figure in known if figure.confirmed):
        yield from _of_group(programme.id, group, (*path, "figures"))


def _of_target(target: Target, attained: Attainment | None, path: _Path, on: dt.date) -> Iterator[Finding]:
    metric = target.metric
    if target.threshold is None:
        yield _finding(say.NO_THRESHOLD, target.id, (*path, "threshold"))
    if metric is None:
        yield _finding(say.NO_METRIC, target.id, (*path, "metric"), Severity.ERROR, aim=both(target.aim))
        return
    needs_base = target.measured == "share" and not METRICS[metric].is_share
    if needs_base and (target.base is None or target.base.as_of is None):
        yield _finding(say.NO_BASE, target.id, (*path, "base"))
    if target.due is not None and target.due < on and target.threshold is not None:
        if attained is None:
            verdict = ("chưa có số liệu", "no figure")
        elif attained.met:
            return
        else:
            verdict = both(attained.display)
        yield _finding(say.MISSED, target.id, (*path, "due"), due=_day(target.due), verdict=verdict)


def _on(figure: Observation) -> dt.date:
    return figure.on or dt.date.min


def _of_percentage(subject: str, figure: Observation, path: _Path) -> Iterator[Finding]:
    """Find a printed percentage that its parts do not give, or give by another rounding than the usual one."""
    share = figure.share
    if not figure.stated or share is None or {"half_up", "half_even"} & set(figure.fits):
        return
    params: dict[str, Param] = {
        "stated": figure.stated,
        "parts": _parts(figure),
        "share": both(lambda lang: write_share(share, lang, figure.stated_share)),
    }
    if figure.fits:
        params["rounding"] = _ROUNDINGS[figure.fits[0]]
        yield _finding(say.OTHER_ROUNDING, subject, path, Severity.INFO, **params)
    else:
        yield _finding(say.NO_RATIO, subject, path, Severity.ERROR, **params)


def _parts(figure: Observation) -> tuple[str, str]:
    return both(lambda lang: write_figure(figure, lang))


def _groups(figures: Iterable[tuple[int, Observation]]) -> Iterable[list[tuple[int, Observation]]]:
    """Bring figures of one metric and scope together, each group in order of time."""
    groups: dict[tuple[str, str], list[tuple[int, Observation]]] = {}
    for i, figure in figures:
        groups.setdefault((figure.metric, search_key(figure.scope)), []).append((i, figure))
    return [sorted(group, key=_by_day) for group in groups.values()]


def _by_day(item: tuple[int, Observation]) -> dt.date:
    return _on(item[1])


def _of_group(subject: str, group: list[tuple[int, Observation]], path: _Path) -> Iterator[Finding]:
    latest: dict[str, tuple[int, Observation]] = {}
    at: dict[tuple[object, object], Observation] = {}
    for i, figure in group:
        if figure.stage is not None and figure.part is not None:
            latest[figure.stage] = i, figure
        other = at.setdefault((figure.on, figure.stage), figure)
        if figure.on is not None and (other.part, _count(other.base)) != (figure.part, _count(figure.base)):
            day, first, second = _day(figure.on), _parts(other), _parts(figure)
            yield _finding(say.CONFLICT, subject, (*path, i), day=day, first=first, second=second)
    yield from _of_stages(subject, latest, path)
    counted = [(i, figure) for i, figure in group if figure.share is not None and figure.base is not None]
    for (_, before), (i, after) in pairwise(counted):
        yield from _of_bases(subject, before, after, (*path, i, "base"))


def _of_stages(subject: str, latest: dict[str, tuple[int, Observation]], path: _Path) -> Iterator[Finding]:
    """Find that less was enacted than planned."""
    if "planned" not in latest or "enacted" not in latest:
        return
    (_, planned), (i, enacted) = latest["planned"], latest["enacted"]
    most, done = planned.part, enacted.part
    if most is not None and done is not None and done < most:
        yield _finding(
            say.NOT_ENACTED,
            subject,
            (*path, i),
            enacted=both(lambda lang: write_amount(done, enacted.metric, lang)),
            planned=both(lambda lang: write_amount(most, planned.metric, lang)),
            share=both(lambda lang: write_share(done / most, lang)),
        )


def _of_bases(subject: str, before: Observation, after: Observation, path: _Path) -> Iterator[Finding]:
    """Find that two figures in a row rest on bases that were counted differently."""
    old, new, part = before.base, after.base, after.part
    if old is None or old.count is None or new is None or part is None or old.count == new.count:
        return
    on_old = part / old.count
    yield _finding(
        say.BASE_MOVED,
        subject,
        path,
        old=both(old.display),
        new=both(new.display),
        was=_parts(before),
        now=_parts(after),
        on_old=both(lambda lang: write_share(on_old, lang)),
    )


def _count(base: Base | None) -> Fraction | None:
    return None if base is None else base.count

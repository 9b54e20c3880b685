"""`contributions`: what results brought, summed by the body that owns the task, by programme or by direction."""

import datetime as dt
from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Literal, TypeAlias, final

import attrs

from tthc._record import check
from tthc.errors import show
from tthc.frozen import FrozenMap
from tthc.programmes.agenda import Agenda
from tthc.programmes.figures import STAGES, Stage
from tthc.programmes.metrics import METRICS, Metric, write_amount
from tthc.programmes.plans import Directive
from tthc.programmes.tasks import Delivered, Task
from tthc.programmes.tracing import climb, find, sum_amounts

__all__ = ["By", "Contribution", "Contributions", "contributions"]

By: TypeAlias = Literal["body", "organisation", "level", "programme", "directive"]
"""What results are summed by: the body that owns the task, the topmost body above it, the level of the body, the
programme of the task, the directives that the task comes from."""


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen(kw_only=True)
class Contribution:
    """What one unit brought: amounts by metric, and how many results, procedures and measures they rest on.

    A procedure or measure that several results name counts once. `unit` is an id or a level, "" where none is stated.
    """

    unit: str
    name: str = ""
    amounts: FrozenMap[Metric, Fraction] = FrozenMap()
    results: int = 0
    procedures: int = 0
    measures: int = 0

    def __attrs_post_init__(self) -> None:
        check(self)

    def display(self, lang: Literal["vi", "en"] = "vi") -> str:
        """Write it in a line."""
        amounts = [write_amount(amount, metric, lang) for metric, amount in self.amounts.items()]
        words = ("kết quả", "thủ tục") if lang == "vi" else ("results", "procedures")
        counts = [f"{self.results} {words[0]}", f"{self.procedures} {words[1]}"]
        return f"{self.name or self.unit or '?'}: {', '.join([*counts, *amounts])}"

    def __str__(self) -> str:
        return self.display()


@final
@attrs.frozen(kw_only=True, repr=False)
class Contributions:
    """What each unit brought, and all of them together, as of a day; one stage of results only.

    The total counts every result once. Where a task comes from two directions each is shown with all of it, so the
    parts then add up to more than the total: `adds_up` tells.
    """

    on: dt.date
    by: By
    stage: Stage
    units: tuple[Contribution, ...]
    total: Contribution

    def __attrs_post_init__(self) -> None:
        check(self)

    @property
    def adds_up(self) -> bool:
        """Whether the units together have as many results as the total: whether no result is shown twice."""
        return sum(unit.results for unit in self.units) == self.total.results

    def of(self, unit: str) -> FrozenMap[Metric, Fraction]:
        """Return the amounts of one unit, none for one that brought nothing."""
        for one in self.units:
            if one.unit == unit:
                return one.amounts
        return FrozenMap()

    @property
    def rows(self) -> tuple[dict[str, object], ...]:
        """A flat record for each unit and metric, and for the total; without amounts the metric is `None`."""
        found: list[dict[str, object]] = []
        for by, unit in (*((self.by, unit) for unit in self.units), ("total", self.total)):
            amounts: list[tuple[Metric | None, Fraction | None]] = [*unit.amounts.items()]
            for metric, amount in amounts or [(None, None)]:
                measured = "" if metric is None else METRICS[metric].unit_en
                found.append(
                    {
                        "by": by,
                        "unit": unit.unit,
                        "name": unit.name,
                        "metric": metric,
                        "amount": amount,
                        "measured_in": measured,
                        "results": unit.results,
                        "procedures": unit.procedures,
                        "measures": unit.measures,
                    }
                )
        return tuple(found)

    def display(self, lang: Literal["vi", "en"] = "vi") -> str:
        """Write a line a unit, then the total."""
        vi = lang == "vi"
        title = f"{'Kết quả' if vi else 'Results'} ({STAGES[self.stage][not vi]}), {self.on:%d/%m/%Y}"
        lines = [title, *(f"  {unit.display(lang)}" for unit in self.units)]
        lines.append(f"  {attrs.evolve(self.total, name='Tổng' if vi else 'Total').display(lang)}")
        if not self.adds_up:
            lines.append(
                "  (có kết quả thuộc nhiều chỉ đạo: các dòng cộng lại lớn hơn tổng)"
                if vi
                else "  (some results belong to several directions: the lines add up to more than the total)"
            )
        return "\n".join(lines)

    def __str__(self) -> str:
        return self.display()

    def __repr__(self) -> str:
        return f"<Contributions by {self.by} on {self.on}: {len(self.units)} units, {self.total.results} results>"


def contributions(agenda: Agenda, on: dt.date, *, by: By = "body", stage: Stage = "enacted") -> Contributions:
    """Sum what the results of an agenda brought up to a day, by the unit that answers for them.

    Metrics are never mixed: đồng, days and conditions each have their own sum. Results of the other stage, and those
    whose stage is not stated, are left out. Another `by` raises `ValueError`.

    >>> from tthc.programmes import Body, Programme
    >>> saved = Delivered(stage="enacted", amounts={"cost": 120_000_000, "days": 3})
    >>> plan = Programme(id="kh1", tasks=(Task(id="nv1", owner="stp", results=(saved, saved)),))
    >>> agenda = Agenda(bodies=(Body(id="stp", name="Sở Tư pháp"),), programmes=(plan,))
    >>> print(contributions(agenda, on=dt.date(2025, 7, 1)))
    Kết quả (đã ban hành), 01/07/2025
      Sở Tư pháp: 2 kết quả, 0 thủ tục, 240.000.000 đồng/năm, 6 ngày
      Tổng: 2 kết quả, 0 thủ tục, 240.000.000 đồng/năm, 6 ngày
    """
    if by not in _UNITS:
        msg = f"by: expected one of {', '.join(_UNITS)}, got {show(by)}"
        raise ValueError(msg)
    groups: dict[str, list[Delivered]] = {}
    every: list[Delivered] = []
    units_of = _UNITS[by]
    for task in agenda.all_tasks:
        results = task.delivered(on, stage)
        if results:
            every += results
            for unit in units_of(agenda, task):
                groups.setdefault(unit, []).extend(results)
    units = tuple(_summed(unit, _name(agenda, by, unit), results) for unit, results in groups.items())
    return Contributions(on=on, by=by, stage=stage, units=units, total=_summed("", "", every))


def _summed(unit: str, name: str, results: list[Delivered]) -> Contribution:
    return Contribution(
        unit=unit,
        name=name,
        amounts=sum_amounts(results),
        results=len(results),
        procedures=len({result.procedure for result in results if result.procedure is not None}),
        measures=len({result.measure for result in results if result.measure}),
    )


def _body(_agenda: Agenda, task: Task) -> Iterable[str]:
    return (task.owner or "",)


def _organisation(agenda: Agenda, task: Task) -> Iterable[str]:
    owner = task.owner
    while owner is not None and (parent := agenda.body(owner).parent) is not None:
        owner = parent
    return (owner or "",)


def _level(agenda: Agenda, task: Task) -> Iterable[str]:
    return (agenda.level_of(task.owner) or "",)


def _programme(agenda: Agenda, task: Task) -> Iterable[str]:
    home = agenda.home(task)
    return ("" if home is None else home.id,)


def _directive(agenda: Agenda, task: Task) -> Iterable[str]:
    return [one.id for one, _ in climb(agenda, task) if isinstance(one, Directive)] or ("",)


_UNITS: dict[By, Callable[[Agenda, Task], Iterable[str]]] = {
    "body": _body,
    "organisation": _organisation,
    "level": _level,
    "programme": _programme,
    "directive": _directive,
}


def _name(agenda: Agenda, by: By, unit: str) -> str:
    if not unit or by == "level":
        return unit
    if by in {"body", "organisation"}:
        return agenda.body(unit).display()
    record = find(agenda, unit)
    return getattr(record, "objective", "") or getattr(record, "name", "")

"""Tasks (nhiệm vụ): who does what by when, what became of it, and what it delivered."""

import datetime as dt
from collections.abc import Iterable
from fractions import Fraction
from typing import Literal, TypeAlias, final

import attrs

from tthc._record import check
from tthc.errors import Fault
from tthc.frozen import FrozenMap
from tthc.identifiers import Identifier, LegalNumber, ProcedureCode
from tthc.programmes.bodies import must_have_id
from tthc.programmes.figures import STAGES, Stage
from tthc.programmes.metrics import METRICS, Metric, as_amounts, write_amount
from tthc.text import Unparsed

__all__ = ["Delivered", "Task", "TaskState", "TaskStatus", "TaskStep"]

TaskStep: TypeAlias = Literal["assigned", "started", "submitted", "returned", "done", "suspended", "cancelled"]
"""What happened to a task: giao, bắt đầu, trình, trả lại để làm tiếp, hoàn thành, tạm dừng, hủy."""
TaskState: TypeAlias = Literal["on_time", "late", "done", "open", "overdue", "stopped"]
"""How a task stands on a day: done in time, done late, done where no deadline is stated, open, past its deadline and
not done, suspended or cancelled."""

STATES: dict[TaskState, tuple[str, str]] = {
    "on_time": ("hoàn thành đúng hạn", "done on time"),
    "late": ("hoàn thành trễ hạn", "done late"),
    "done": ("hoàn thành (không có thời hạn)", "done (no deadline)"),
    "open": ("đang thực hiện, trong hạn", "open"),
    "overdue": ("quá hạn, chưa hoàn thành", "overdue"),
    "stopped": ("tạm dừng hoặc hủy", "suspended or cancelled"),
}


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen(kw_only=True)
class TaskStatus:
    """One dated step in the life of a task."""

    step: TaskStep
    on: dt.date
    note: str = ""

    def __attrs_post_init__(self) -> None:
        check(self)


@final
@attrs.frozen(kw_only=True)
class Delivered:
    """One result of a task (kết quả): which procedure and measure, by which document, and what it brought.

    `procedure` and `measure` are ids; what they are stands elsewhere. `amounts` says what it brought, by metric: đồng a
    year, days, conditions. Only metrics whose amounts add up have a place there, since results are summed; metrics
    never mix. `stage` is "planned" for a plan and "enacted" once the document is issued; `on` is the day of that.

    >>> result = Delivered(procedure=ProcedureCode("1.001193"), stage="enacted", amounts={"cost": 120_000_000})
    >>> print(result)
    1.001193: 120.000.000 đồng/năm (đã ban hành)
    """

    procedure: ProcedureCode | Identifier | None = None
    measure: str = ""
    what: str = ""
    document: LegalNumber | Unparsed | None = None
    stage: Stage | None = None
    on: dt.date | None = None
    amounts: FrozenMap[Metric, Fraction] = attrs.field(default=FrozenMap(), converter=as_amounts)
    source: str = ""

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        for metric in self.amounts:
            if not METRICS[metric].adds_up:
                yield Fault("amounts", metric, "a metric whose amounts add up")

    def display(self, lang: Literal["vi", "en"] = "vi") -> str:
        """Write the result in a line."""
        document = self.document.text if isinstance(self.document, Unparsed) else str(self.document or "")
        named = [str(self.procedure or ""), self.measure, self.what, document]
        head = ", ".join(part for part in named if part) or ("kết quả" if lang == "vi" else "a result")
        amounts = ", ".join(write_amount(amount, metric, lang) for metric, amount in self.amounts.items())
        stage = "" if self.stage is None else f" ({STAGES[self.stage][lang == 'en']})"
        return f"{head}{': ' if amounts else ''}{amounts}{stage}"

    def __str__(self) -> str:
        return self.display()


@final
@attrs.frozen(kw_only=True, repr=False)
class Task:
    """A task of a plan (nhiệm vụ): its owner unit, the role that is responsible, its product and its deadline.

    - `owner`: the id of the body in charge (đơn vị chủ trì); `supporting`: those that take part (đơn vị phối hợp).
    - `role`: the office of the person responsible, such as `Trưởng phòng Kiểm soát thủ tục hành chính`.
    - `part_of`: the id of a task that it is a part of. `targets`: the ids of the targets that it serves.
    - `statuses`: what happened to it, by date; `results`: what it delivered.

    What is not stated stays `None` or "", and an audit finds it.

    >>> task = Task(id="nv1", owner="stp", deadline=dt.date(2025, 6, 30),
    ...             statuses=(TaskStatus(step="done", on=dt.date(2025, 7, 2)),))
    >>> task.state(dt.date(2025, 7, 1)), task.state(dt.date(2025, 7, 2))
    ('overdue', 'late')
    """

    id: str
    name: str = ""
    owner: str | None = None
    role: str = ""
    supporting: tuple[str, ...] = ()
    product: str = ""
    deadline: dt.date | None = None
    part_of: str | None = None
    targets: tuple[str, ...] = ()
    statuses: tuple[TaskStatus, ...] = ()
    results: tuple[Delivered, ...] = ()
    source: str = ""

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        yield from must_have_id(self.id)

    def __repr__(self) -> str:
        return f"<Task {self.id} {self.name!r}: {len(self.results)} results>"

    def step(self, on: dt.date) -> TaskStep | None:
        """Return the last thing that happened to the task up to a day, `None` where nothing had."""
        past = self._past(on)
        return past[-1].step if past else None

    def done_on(self, on: dt.date) -> dt.date | None:
        """Return the day on which it was done, as things stand on a day: a task sent back is not done."""
        first: dt.date | None = None
        for status in self._past(on):
            first = None if status.step != "done" else first or status.on
        return first

    def state(self, on: dt.date) -> TaskState:
        """Tell how the task stands on a day. It is on time up to and on the day of its deadline."""
        done = self.done_on(on)
        if done is not None:
            if self.deadline is None:
                return "done"
            return "on_time" if done <= self.deadline else "late"
        if self.step(on) in {"suspended", "cancelled"}:
            return "stopped"
        return "overdue" if self.deadline is not None and on > self.deadline else "open"

    def delivered(self, on: dt.date, stage: Stage | None = None) -> tuple[Delivered, ...]:
        """Return the results that are there on a day, of one stage or of any; an undated one always is."""
        return tuple(
            result
            for result in self.results
            if (result.on is None or result.on <= on) and (stage is None or result.stage == stage)
        )

    def _past(self, on: dt.date) -> list[TaskStatus]:
        return sorted((status for status in self.statuses if status.on <= on), key=_on)


def _on(status: TaskStatus) -> dt.date:
    return status.on

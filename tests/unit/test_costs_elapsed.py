import datetime as dt
from fractions import Fraction
from typing import Any

import attrs
import pytest

from tthc.calendar import TimeLimit, due
from tthc.costs import KeptApart, Shortening, StepGraph, StepSchedule, TimedStep, WorkingTime
from tthc.errors import MalformedError, MissingInputError, NotFoundError
from tthc.frozen import FrozenMap
from tthc.procedures import Procedure, Step
from tthc.text import Unparsed

GRAPH = StepGraph(
    name="Cấp giấy phép",
    steps=(
        TimedStep(id="a", name="Lấy ý kiến", actor="agency", duration=5),
        TimedStep(id="b", name="Thẩm định", actor="agency", duration=10),
        TimedStep(id="c", name="Nhận kết quả", actor="applicant", duration=3, after=("a", "b")),
    ),
)


def limit(text: str) -> TimeLimit:
    return TimeLimit.parse(text)


# ── the graph ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_steps_abreast_take_as_long_as_the_longer_one() -> None:
    assert (GRAPH.length, GRAPH.sum_of_limits) == (13, 18)
    assert GRAPH.critical_path == GRAPH.critical == ("b", "c")
    assert [GRAPH.slack(id_) for id_ in "abc"] == [5, 0, 0]
    assert dict(GRAPH.by_actor) == {"agency": 10, "applicant": 3}
    assert [step.id for step in GRAPH.in_order] == ["a", "b", "c"]
    assert GRAPH["a"].label == "Lấy ý kiến"
    assert TimedStep(id="x").label == "x"
    assert GRAPH.rows[0] == {
        "step": "a",
        "name": "Lấy ý kiến",
        "actor": "agency",
        "limit": "5",
        "after": (),
        "begins": 0,
        "ends": 5,
        "duration": 5,
        "slack": 5,
        "critical": False,
    }


def test_a_graph_without_steps_takes_no_time() -> None:
    graph = StepGraph(steps=())
    assert (graph.length, graph.critical_path, graph.rows, dict(graph.by_actor)) == (0, (), (), {})
    assert str(graph) == "đường găng: – = 0 ngày làm việc\ntổng thời hạn: 0 ngày làm việc"
    assert repr(graph) == "<StepGraph: 0 steps>"


def test_of_equal_paths_the_first_is_named_and_all_their_steps_are_critical() -> None:
    graph = GRAPH.with_duration("a", 10)
    assert graph.critical_path == ("a", "c")
    assert graph.critical == ("a", "b", "c")


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(MalformedError) as caught:
        StepGraph(
            steps=(
                TimedStep(id="a", after=("b", "x")),
                TimedStep(id="b", after=("a",)),
                TimedStep(id="a"),
                TimedStep(id="c", after=("c",)),
            )
        )
    assert [(fault.field, fault.value) for fault in caught.value.faults] == [
        ("steps[2].id", "a"),
        ("steps[0].after", "x"),
        ("steps[1].after", "a → b → a"),
        ("steps[3].after", "c → c"),
    ]


def test_a_long_circle_and_a_long_chain_are_walked_without_recursion() -> None:
    count = 20_000
    chain = [TimedStep(id=str(i), duration=1, after=(str(i - 1),) if i else ()) for i in range(count)]
    graph = StepGraph(steps=tuple(chain))
    assert graph.length == count
    assert len(graph.critical_path) == count
    assert len(str(graph)) < 5000
    assert str(graph).count("\n") == 52
    with pytest.raises(MalformedError, match="circle"):
        StepGraph(steps=(attrs.evolve(chain[0], after=(str(count - 1),)), *chain[1:]))


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"id": ""}, "id"),
        ({"id": "a", "duration": Fraction(-1)}, "duration"),
        ({"id": "a", "duration": 1.5}, "duration"),
        ({"id": "a", "duration": True}, "duration"),
        ({"id": "a", "actor": "citizen"}, "actor"),
        ({"id": "a", "after": ("b", "b")}, "after"),
        ({"id": "a", "after": ["b"]}, "after"),
    ],
)
def test_a_step_that_is_none(fields: Any, field: str) -> None:
    with pytest.raises(MalformedError) as caught:
        TimedStep(**fields)
    assert [fault.field for fault in caught.value.faults] == [field]


def test_an_unknown_step_is_named() -> None:
    for ask in (GRAPH.slack, GRAPH.duration, GRAPH.__getitem__, lambda id_: GRAPH.shorten(id_, 1)):
        with pytest.raises(NotFoundError, match="known: a, b, c"):
            ask("x")


def test_the_text_of_a_graph() -> None:
    assert str(GRAPH).splitlines() == [
        "Cấp giấy phép",
        "  a. Lấy ý kiến (cơ quan): 5 ngày làm việc, dự trữ 5 ngày làm việc",
        "  b. Thẩm định (cơ quan): 10 ngày làm việc, găng",
        "  c. Nhận kết quả (người nộp) ← a, b: 3 ngày làm việc, găng",
        "đường găng: b → c = 13 ngày làm việc",
        "tổng thời hạn: 18 ngày làm việc",
    ]
    assert "slack 5 working days" in GRAPH.display("en")
    assert StepGraph(steps=(TimedStep(id="1", duration=1),)).display("en").startswith("  1.: 1 working day, critical")
    assert repr(GRAPH) == "<StepGraph 'Cấp giấy phép': 3 steps>"


# ── what limits count as ─────────────────────────────────────────────────────────────────────────────────────────────

POLICY = WorkingTime(hours_per_day=8, per_calendar_day=Fraction(5, 7), same_day=1, no_limit=2)


@pytest.mark.parametrize(
    ("duration", "counted", "why"),
    [
        (Fraction(7, 2), Fraction(7, 2), None),
        (limit("3 ngày làm việc"), 3, None),
        (limit("từ 1 đến 3 ngày làm việc"), 3, None),
        (limit("1/2 ngày làm việc"), Fraction(1, 2), None),
        (TimeLimit(kind="duration", amount=3, unit="half_day"), Fraction(3, 2), None),
        (TimeLimit(kind="immediate"), 0, None),
        (limit("4 giờ làm việc"), Fraction(1, 2), "hours"),
        (limit("4 giờ"), Fraction(1, 2), "hours"),
        (limit("120 phút"), Fraction(1, 4), "hours"),
        (limit("14 ngày"), 10, "calendar_days"),
        (limit("1 tuần"), 5, "calendar_days"),
        (limit("1 tháng"), Fraction(150, 7), "calendar_days"),
        (limit("1 năm"), Fraction(365 * 5, 7), "calendar_days"),
        (limit("Trong ngày"), 1, "same_day"),
        (TimeLimit(kind="not_fixed"), 2, "no_limit"),
        (None, 2, "no_limit"),
        (Unparsed("xem văn bản"), 2, "no_limit"),
    ],
)
def test_what_a_limit_counts_as(duration: Any, counted: Any, why: str | None) -> None:
    assert POLICY.read(duration) == (counted, None)
    assert WorkingTime().read(duration) == ((counted, None) if why is None else (0, why))


@pytest.mark.parametrize(
    ("duration", "why"),
    [
        (TimeLimit(kind="duration", amount=3), "no_unit"),
        (TimeLimit(kind="duration", amount=3, unit="week", working=True), "working_unit"),
    ],
)
def test_what_counts_by_no_policy(duration: TimeLimit, why: str) -> None:
    assert POLICY.read(duration) == (0, why)


@pytest.mark.parametrize(
    "fields",
    [
        {"hours_per_day": 0},
        {"hours_per_day": 25},
        {"hours_per_day": 8.0},
        {"per_calendar_day": 2},
        {"same_day": -1},
        {"no_limit": -1},
    ],
)
def test_a_policy_that_is_none(fields: Any) -> None:
    with pytest.raises(MalformedError) as caught:
        WorkingTime(**fields)
    assert [fault.field for fault in caught.value.faults] == list(fields)


def test_what_no_policy_counts_is_kept_apart_and_named() -> None:
    graph = StepGraph(
        steps=(
            TimedStep(id="1", duration=3),
            TimedStep(id="2", duration=limit("30 ngày")),
            TimedStep(id="3", duration=limit("15 ngày")),
            TimedStep(id="4"),
            TimedStep(id="5", duration=limit("3 ngày làm việc")),
            TimedStep(id="6", duration=TimeLimit(kind="duration", amount=2, unit="half_day")),
            TimedStep(id="7", duration=TimeLimit(kind="duration", amount=9)),
        )
    )
    assert [(one.step, one.why) for one in graph.kept_apart] == [
        ("2", "calendar_days"),
        ("3", "calendar_days"),
        ("4", "no_limit"),
        ("7", "no_unit"),
    ]
    assert dict(graph.limits_by_unit) == {"working day": 6, "day": 45, "half day": 2, "no unit": 9}
    with pytest.raises(MissingInputError) as caught:
        _ = graph.length
    assert caught.value.what == "time.per_calendar_day, time.no_limit, the unit of a limit"
    assert str(caught.value).endswith("steps '2', '3': in calendar days, no conversion named; 2 more for other reasons")
    assert str(graph).splitlines()[:2] == [
        "để riêng, chưa quy ra ngày làm việc:",
        "  2: tính theo ngày lịch, chưa nêu cách quy đổi",
    ]
    assert graph.display("en").startswith("kept apart, no length in working days:\n  2: in calendar days")
    counted = attrs.evolve(graph, steps=graph.steps[:6], time=POLICY)
    assert counted.kept_apart == ()
    assert counted.length == 30 * Fraction(5, 7)
    assert "21,43 ngày làm việc" in str(counted)


def test_many_steps_kept_apart_are_cut_short() -> None:
    graph = StepGraph(steps=tuple(TimedStep(id=str(i)) for i in range(30)))
    assert str(graph).endswith("… (+10)")
    with pytest.raises(MissingInputError, match="and 22 more: no limit known"):
        _ = graph.length
    assert str(KeptApart(step="1", duration=None, why="no_limit")) == "1: chưa rõ thời hạn"


# ── a procedure ──────────────────────────────────────────────────────────────────────────────────────────────────────

PROCEDURE = Procedure(
    name="Cấp phép",
    steps=(
        Step(description="Nộp hồ sơ", actor="applicant", time_limit=limit("1 ngày làm việc")),
        Unparsed("???"),
        Step(description="Xem xét hồ sơ", name="Thẩm định", actor="agency", time_limit=limit("5 ngày làm việc")),
    ),
)


def test_the_sequence_of_a_procedure_runs_one_after_the_other() -> None:
    graph = StepGraph.from_procedure(PROCEDURE, time=WorkingTime(no_limit=0))
    assert [step.after for step in graph.steps] == [(), ("1",), ("2",)]
    assert [step.name for step in graph.steps] == ["Nộp hồ sơ", "???", "Thẩm định"]
    assert (graph.length, graph.name) == (6, "Cấp phép")


def test_links_say_which_steps_wait() -> None:
    graph = StepGraph.from_procedure(PROCEDURE, links={"2": ("1",)}, time=WorkingTime(no_limit=0))
    assert [step.after for step in graph.steps] == [(), ("1",), ()]
    assert graph.length == 5
    assert [one.step for one in StepGraph.from_procedure(PROCEDURE).kept_apart] == ["2"]
    with pytest.raises(MalformedError, match=r"links\['4'\]"):
        StepGraph.from_procedure(PROCEDURE, links={"4": ("1",)})
    with pytest.raises(MalformedError, match=r"steps\[0\].after: expected the id of a step, got '9'"):
        StepGraph.from_procedure(PROCEDURE, links={"1": ("9",)})


def test_a_procedure_without_sequence_or_name() -> None:
    with pytest.raises(MissingInputError, match=r"procedure\.steps"):
        StepGraph.from_procedure(Procedure(name="x"))
    assert StepGraph.from_procedure(Procedure(steps=())).length == 0


# ── shortening ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_shortening_off_the_path_changes_nothing_and_says_so() -> None:
    it = GRAPH.shorten("a", 2)
    assert (it.saved, it.cut, it.share, it.share_of_limits, it.changed_nothing) == (0, 3, 0, Fraction(1, 6), True)
    assert str(it).splitlines() == [
        "thời gian chờ: 13 → 13 ngày làm việc (0,0 %)",
        "tổng thời hạn: 18 → 15 ngày làm việc (−16,7 %)",
        (
            "“Lấy ý kiến” không nằm trên đường găng (b → c), còn dự trữ 5 ngày làm việc: "
            "rút ngắn 3 ngày không làm thay đổi thời gian chờ"
        ),
    ]
    assert "is not on the critical path (b → c) and had 5 working days of slack" in it.because("en")
    assert repr(it) == "<Shortening of 'a': 13 to 13 working days>"


def test_shortening_on_the_path_counts_until_another_is_longer() -> None:
    it = GRAPH.shorten("b", limit("6 ngày làm việc"))
    assert (it.saved, it.share, it.changed_nothing) == (4, Fraction(4, 13), False)
    assert it.because() == "“Thẩm định” nằm trên đường găng"
    assert it.because("en") == '"Thẩm định" is on the critical path'
    assert it.display("en").startswith("elapsed time: 13 → 9 working days (−30.8 %)")
    further = GRAPH.shorten("b", 2)
    assert (further.saved, further.cut) == (5, 8)
    assert further.because() == "3 trong 8 ngày làm việc không có tác dụng, vì khi đó đường dài nhất là: a → c"
    assert further.because("en").startswith("3 working days of 8 do not count")


def test_shortening_one_of_two_longest_paths_changes_nothing() -> None:
    it = GRAPH.with_duration("a", 10).shorten("a", 1)
    assert it.changed_nothing
    assert it.because().endswith("còn một đường khác dài bằng, không qua bước này: b → c")
    assert it.because("en").endswith("so is another path, as long and without it: b → c")


def test_shortening_by_nothing() -> None:
    it = GRAPH.shorten("a", 5)
    assert it.because() == "“Lấy ý kiến” không đổi thời hạn"
    assert it.because("en") == '"Lấy ý kiến" takes as long as before'
    empty = StepGraph(steps=(TimedStep(id="a", duration=0),)).shorten("a", 0)
    assert (empty.share, empty.share_of_limits) == (0, 0)


def test_what_is_no_shortening() -> None:
    with pytest.raises(MalformedError, match="to: expected at most 5 working days"):
        GRAPH.shorten("a", 7)
    assert GRAPH.with_duration("a", 7)["a"].duration == 7
    with pytest.raises(MalformedError, match="step: expected the id of a step"):
        Shortening(before=GRAPH, after=GRAPH, step="x")
    for other in (
        GRAPH.with_duration("b", 1),
        attrs.evolve(GRAPH, time=POLICY),
        attrs.evolve(GRAPH, steps=(attrs.evolve(GRAPH["a"], name="x"), *GRAPH.steps[1:])),
        attrs.evolve(GRAPH, steps=(GRAPH.steps[1], GRAPH.steps[0], GRAPH.steps[2])),
    ):
        with pytest.raises(MalformedError, match="after: expected the same steps"):
            Shortening(before=GRAPH, after=other, step="a")


def test_a_long_path_is_cut_short() -> None:
    chain = tuple(TimedStep(id=str(i), duration=1, after=(str(i - 1),) if i else ()) for i in range(12))
    assert "đường găng: 0 → 1 → 2 → 3 → … → 9 → 10 → 11" in str(StepGraph(steps=chain))


# ── real days ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_days_of_a_graph() -> None:
    schedule = GRAPH.schedule(on=dt.date(2026, 3, 2))
    assert schedule.end == dt.date(2026, 3, 19)
    assert {id_: schedule.day(id_) for id_ in "abc"} == {
        "a": dt.date(2026, 3, 9),
        "b": dt.date(2026, 3, 16),
        "c": dt.date(2026, 3, 19),
    }
    assert schedule.begins["c"] == dt.date(2026, 3, 16)
    assert schedule.critical_path == ("b", "c")
    assert schedule.certain
    assert repr(schedule) == "<StepSchedule: 3 steps, 2026-03-02 to 2026-03-19>"
    assert str(schedule).splitlines() == [
        "từ 02/03/2026",
        "  a. Lấy ý kiến: 02/03/2026 → 09/03/2026",
        "  b. Thẩm định: 02/03/2026 → 16/03/2026",
        "  c. Nhận kết quả: 16/03/2026 → 19/03/2026",
        "đường găng: b → c",
        "kết thúc: 19/03/2026",
    ]
    with pytest.raises(NotFoundError, match="unknown step: 'x'"):
        schedule.day("x")


def test_calendar_days_need_no_policy_to_find_a_day() -> None:
    graph = StepGraph(
        steps=(
            TimedStep(id="1", duration=limit("30 ngày")),
            TimedStep(id="2", duration=2, after=("1",)),
            TimedStep(id="3", after=("2",)),
        ),
        time=WorkingTime(no_limit=1),
    )
    assert graph.schedule(on=dt.date(2026, 3, 2)).end == dt.date(2026, 4, 6)
    with pytest.raises(MissingInputError, match=r"time\.no_limit: step '3' has no limit"):
        attrs.evolve(graph, time=WorkingTime()).schedule(on=dt.date(2026, 3, 2))


def test_by_the_clock_a_day_outlasts_its_moments() -> None:
    graph = StepGraph(
        steps=(
            TimedStep(id="h", duration=limit("4 giờ làm việc")),
            TimedStep(id="d", duration=limit("Trong ngày")),
            TimedStep(id="e", duration=1, after=("h",)),
        )
    )
    monday = dt.datetime(2026, 3, 2, 8, 0)  # noqa: DTZ001 - at the office
    schedule = graph.schedule(on=monday, model="clock")
    assert schedule.rows[0]["ends"] == dt.datetime(2026, 3, 2, 12, 0)  # noqa: DTZ001
    assert schedule.begins["e"] == dt.datetime(2026, 3, 2, 12, 0)  # noqa: DTZ001
    assert schedule.end == dt.date(2026, 3, 3)
    assert schedule.critical_path == ("h", "e")
    joined = attrs.evolve(graph, steps=(*graph.steps, TimedStep(id="j", duration=0, after=("h", "d"))))
    assert joined.schedule(on=monday).begins["j"] == dt.date(2026, 3, 2)
    with pytest.raises(TypeError, match="hours run from a moment"):
        graph.schedule(on=dt.date(2026, 3, 2))


def test_a_day_that_is_not_decided_is_told() -> None:
    schedule = GRAPH.schedule(on=dt.date(2026, 11, 12))
    assert not schedule.certain
    assert "(chưa chắc chắn)" in str(schedule)
    assert "(not decided yet)" in schedule.display("en")


def test_a_schedule_without_steps_and_one_of_many() -> None:
    empty = StepGraph(steps=()).schedule(on=dt.date(2026, 3, 2))
    assert (empty.end, empty.critical_path, empty.rows) == (dt.date(2026, 3, 2), (), ())
    assert "–" in empty.display("en")
    many = StepGraph(steps=tuple(TimedStep(id=str(i), duration=i) for i in range(60)))
    assert "… (+10)" in str(many.schedule(on=dt.date(2026, 1, 5)))
    assert "… (+10)" in str(many)


def test_what_is_no_schedule() -> None:
    made = GRAPH.schedule(on=dt.date(2026, 3, 2))
    endless = due(dt.date(2026, 3, 2), TimeLimit(kind="not_fixed"))
    with pytest.raises(MalformedError) as caught:
        StepSchedule(graph=GRAPH, on=made.on, begins=FrozenMap(), ends=FrozenMap({"a": endless}))
    assert [fault.field for fault in caught.value.faults] == ["begins", "ends", "ends['a']"]

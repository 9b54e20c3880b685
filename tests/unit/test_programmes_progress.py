"""How tasks stand, by unit and by level, and who is ahead."""

import datetime as dt
from fractions import Fraction

import pytest

from tthc.errors import MalformedError, NotFoundError
from tthc.programmes import Agenda, Body, Delivered, Programme, Task, TaskStatus, UnitProgress, progress

DAY = dt.date(2025, 7, 15)
DUE = dt.date(2025, 6, 30)


def _done(month: int, day: int) -> tuple[TaskStatus, ...]:
    return (TaskStatus(step="done", on=dt.date(2025, month, day)),)


def _agenda() -> Agenda:
    results = (Delivered(stage="planned"), Delivered(stage="planned"), Delivered(stage="enacted"), Delivered())
    late = Delivered(stage="enacted", on=dt.date(2025, 8, 1))
    return Agenda(
        bodies=(
            Body(id="ub", name="Ủy ban nhân dân tỉnh", level="provincial"),
            Body(id="stp", name="Sở Tư pháp", parent="ub"),
            Body(id="xa", name="Ủy ban nhân dân xã", level="commune"),
            Body(id="bo", name="Bộ Tư pháp", level="central"),
            Body(id="new", name="Ban mới"),
        ),
        programmes=(
            Programme(id="kh1", tasks=(Task(id="n0"), Task(id="n1", owner="stp", deadline=DUE, statuses=_done(6, 30)))),
            Programme(
                id="kh2",
                part_of="kh1",
                tasks=(
                    Task(id="n2", owner="stp", deadline=DUE, statuses=_done(7, 1), results=results),
                    Task(id="n3", owner="xa", deadline=DUE, results=(late,)),
                    Task(id="n4", owner="bo", deadline=DUE, statuses=_done(6, 1)),
                    Task(id="n5", owner="new", statuses=_done(6, 1)),
                    Task(id="n6", owner="new", statuses=(TaskStatus(step="suspended", on=DUE),)),
                ),
            ),
        ),
        tasks=(Task(id="n7", owner="bo", deadline=dt.date(2025, 12, 31)),),
    )


def test_units_levels_and_total() -> None:
    found = progress(_agenda(), on=DAY)
    assert [(unit.unit, unit.tasks, unit.on_time_share) for unit in found.by_unit] == [
        ("stp", 2, Fraction(1, 2)),
        ("xa", 1, Fraction(0)),
        ("bo", 2, Fraction(1)),
        ("new", 2, None),
        ("", 1, None),
    ]
    assert [unit.level for unit in found.by_level] == ["central", "provincial", "commune", None]
    assert [unit.level for unit in found.by_unit] == ["provincial", "commune", "central", None, None]
    total = found.total
    assert (total.on_time, total.late, total.overdue, total.done, total.open, total.stopped) == (2, 1, 1, 1, 2, 1)
    assert (total.tasks, total.judged, total.on_time_share) == (8, 4, Fraction(1, 2))
    # Plans and what is enacted are two states; a result of a later day and one without a stage are neither.
    assert (total.planned, total.enacted) == (2, 1)


def test_the_table_shows_the_columns_that_hold_something() -> None:
    found = progress(_agenda(), on=DAY)
    lines = str(found).splitlines()
    assert lines[0] == "Tiến độ, 15/07/2025"
    assert lines[1].split("  ")[-1] == "% đúng hạn"
    assert lines[2].startswith("Sở Tư pháp")
    assert "(không có đơn vị chủ trì)" in lines[6]
    assert lines[-1].split() == ["Tổng", "8", "2", "1", "1", "2", "1", "1", "2", "1", "50,0", "%"]
    assert len({len(line) for line in lines[1:]}) == 1
    english = found.display("en")
    assert english.splitlines()[0] == "Progress, 15/07/2025"
    assert "overdue" in english
    assert "trễ hạn" not in str(progress(Programme(id="p", tasks=(Task(id="n"),)), on=DAY))
    assert repr(found) == "<Progress on 2025-07-15: 8 tasks, 50.0 % on time>"
    assert repr(progress(Agenda(), on=DAY)) == "<Progress on 2025-07-15: 0 tasks>"


def test_a_programme_alone_knows_ids_only() -> None:
    plan = _agenda().programme("kh2")
    found = progress(plan, on=DAY)
    assert [(unit.name, unit.level) for unit in found.by_unit][:2] == [("stp", None), ("xa", None)]
    assert found.subject == "kh2"
    with pytest.raises(TypeError, match="expected a Programme or an Agenda, got 'kh1'"):
        progress("kh1", DAY)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="beside a programme"):
        progress(plan, on=DAY, programme="kh2")


def test_one_programme_of_an_agenda_comes_with_its_parts() -> None:
    agenda = _agenda()
    assert progress(agenda, on=DAY, programme="kh1").total.tasks == 7
    assert progress(agenda, on=DAY, programme="kh2").total.tasks == 5
    assert str(progress(agenda, on=DAY, programme="kh2")).startswith("Tiến độ kh2,")
    with pytest.raises(NotFoundError, match="kh3"):
        progress(agenda, on=DAY, programme="kh3")


def test_units_are_ranked_and_those_without_a_task_to_judge_are_kept() -> None:
    ranking = progress(_agenda(), on=DAY).ranking()
    assert [(unit, ranking[unit].rank) for unit in ranking] == [("bo", 1), ("stp", 2), ("xa", 3), ("new", None)]
    assert ranking["new"].reason == "chưa có nhiệm vụ nào đến hạn hoặc hoàn thành"
    assert progress(_agenda(), on=DAY).ranking(ties="dense").ties == "dense"


def test_rows_are_flat() -> None:
    rows = progress(_agenda(), on=DAY).rows
    assert [row["by"] for row in rows] == ["unit"] * 5 + ["level"] * 4 + ["total"]
    assert rows[0]["name"] == "Sở Tư pháp"
    assert rows[-1]["on_time_share"] == Fraction(1, 2)


def test_numbers_below_zero_are_refused() -> None:
    with pytest.raises(MalformedError, match="late: expected 0 or more"):
        UnitProgress(late=-1)

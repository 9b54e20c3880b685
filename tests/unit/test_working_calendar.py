"""Working calendars: what they refuse, what they answer, what is open; and the calendar of Viet Nam as data."""

import copy
import datetime as dt
import pickle
import subprocess
import sys
from fractions import Fraction
from typing import Any

import attrs
import pytest

import tthc.calendar
from tthc.calendar import (
    VIETNAM,
    Alternative,
    Day,
    DayOff,
    MakeUpDay,
    NotCoveredError,
    OpenChange,
    Outcome,
    WorkingCalendar,
    _lunar,
    _ordinals,
    _table,
    _vietnam_days,
    days,
    vietnam,
    working,
)
from tthc.errors import MalformedError, NotFoundError, OpenDayError

DAY = dt.timedelta(days=1)
MOMENT = dt.datetime(2025, 1, 2, tzinfo=dt.UTC)


def day(text: str) -> dt.date:
    """Read 20/11/2026."""
    number, month, year = map(int, text.split("/"))
    return dt.date(year, month, number)


def change(name: str, *, off: str = "", on: str = "", ordinary: str = "") -> OpenChange:
    """Make a change of days in January 2025, given by their numbers."""
    return OpenChange(
        name=name,
        condition=(f"nếu {name}", f"if {name}"),
        days_off=tuple(DayOff(dt.date(2025, 1, int(n))) for n in off.split()),
        make_up_days=tuple(MakeUpDay(dt.date(2025, 1, int(n))) for n in on.split()),
        ordinary=tuple(dt.date(2025, 1, int(n)) for n in ordinary.split()),
    )


def january(*changes: OpenChange, **fields: Any) -> WorkingCalendar:
    """Make a calendar of January 2025, which begins with a Wednesday; the first is off."""
    given = {"days_off": (DayOff(dt.date(2025, 1, 1), name="Tết Dương lịch"),), "open_changes": changes, **fields}
    return WorkingCalendar(name="January", first=dt.date(2025, 1, 1), last=dt.date(2025, 1, 31), **given)


def jan(n: int) -> dt.date:
    return dt.date(2025, 1, n)


# ── records ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_rows_are_values() -> None:
    row = DayOff(jan(1), kind="swapped", name="Tết", decision="1/QĐ")
    assert eval(repr(row), {"DayOff": DayOff, "datetime": dt}) == row
    assert {row, DayOff(jan(1))} == {DayOff(jan(1)), row}
    made_up = MakeUpDay(jan(4), jan(2))
    assert eval(repr(made_up), {"MakeUpDay": MakeUpDay, "datetime": dt}) == made_up


@pytest.mark.parametrize(
    "make",
    [
        lambda: DayOff("2025-01-01"),  # type: ignore[arg-type]
        lambda: DayOff(MOMENT),
        lambda: DayOff(jan(1), kind="weekly"),  # type: ignore[arg-type]
        lambda: MakeUpDay(jan(4), jan(4)),
        lambda: MakeUpDay(jan(4), True),  # type: ignore[arg-type]
        lambda: change(""),
        lambda: change("a"),
        lambda: change("a", off="2 2"),
        lambda: change("a", off="2", ordinary="2"),
        lambda: attrs.evolve(change("a", off="2"), condition=("nếu", "")),
    ],
)
def test_bad_rows_are_refused(make: Any) -> None:
    with pytest.raises(MalformedError):
        make()


def test_a_change_names_each_of_its_faults() -> None:
    with pytest.raises(MalformedError) as caught:
        OpenChange(name="", condition=("", "if"))
    assert [fault.field for fault in caught.value.faults] == ["name", "condition", "days_off"]


def test_a_change_knows_its_days() -> None:
    assert change("a", off="2", on="4", ordinary="1").dates == (jan(2), jan(4), jan(1))


def test_alternatives_and_outcomes_unpack_and_print() -> None:
    other = Alternative(("nếu vậy", "if so"), jan(3))
    condition, date = other
    assert (condition, date) == (("nếu vậy", "if so"), other.date) == (other.condition, other.value)
    assert str(other) == "03/01/2025 nếu vậy"
    assert other.display("en") == "03/01/2025 if so"
    outcome = Outcome(jan(2), (other,))
    assert outcome.date == jan(2)
    assert not outcome.certain
    assert str(outcome) == "02/01/2025; 03/01/2025 nếu vậy"
    assert outcome.display("en") == "02/01/2025; 03/01/2025 if so"
    assert Outcome(3).certain
    assert str(Outcome(3)) == "3"


@pytest.mark.parametrize(
    ("fields", "vi", "en"),
    [
        ({"working": True, "kind": "working"}, "ngày làm việc", "working day"),
        ({"working": False, "kind": "rest"}, "ngày nghỉ hằng tuần", "weekly rest day"),
        ({"working": False, "kind": "holiday", "name": "Tết"}, "nghỉ lễ, tết (Tết)", "public holiday (Tết)"),
        (
            {"working": False, "kind": "compensation", "name": "Tết", "decision": "Điều 111"},
            "nghỉ bù (Tết; Điều 111)",
            "compensation day off (Tết; Điều 111)",
        ),
        (
            {"working": False, "kind": "swapped", "swapped_with": jan(4), "decision": "1/QĐ"},
            "nghỉ hoán đổi (làm bù 04/01/2025; 1/QĐ)",
            "swapped day off (made up on 04/01/2025; 1/QĐ)",
        ),
        (
            {"working": True, "kind": "make_up", "swapped_with": jan(1)},
            "ngày làm bù (thay cho 01/01/2025)",
            "make-up working day (for 01/01/2025)",
        ),
        (
            {"working": True, "kind": "working", "open": (("nếu vậy", "if so"),)},
            "ngày làm việc; ngày nghỉ nếu vậy",
            "working day; a day off if so",
        ),
        (
            {"working": False, "kind": "rest", "open": (("nếu vậy", "if so"),)},
            "ngày nghỉ hằng tuần; ngày làm việc nếu vậy",
            "weekly rest day; a working day if so",
        ),
    ],
)
def test_a_day_explains_itself(fields: dict[str, Any], vi: str, en: str) -> None:
    shown = Day(date=jan(2), **fields)
    assert str(shown) == f"Thứ Năm 02/01/2025: {vi}"
    assert shown.display("en") == f"Thursday 02/01/2025: {en}"


def test_every_weekday_has_its_name() -> None:
    names = [str(january().day(jan(n))).split(" 0")[0] for n in range(6, 10)]
    assert names == ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm"]
    assert [str(VIETNAM.day(day(f"{n}/11/2026"))).split(" 2")[0] for n in (20, 21, 22)] == [
        "Thứ Sáu",
        "Thứ Bảy",
        "Chủ nhật",
    ]


# ── building ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"name": ""}, "name"),
        ({"first": jan(2), "last": jan(1), "days_off": ()}, "last"),
        ({"rest_weekdays": frozenset({6, 7})}, "rest_weekdays"),
        ({"rest_weekdays": {6}}, "rest_weekdays"),
        ({"rest_weekdays": frozenset({True})}, "rest_weekdays"),
        ({"days_off": (DayOff(dt.date(2025, 2, 1)),)}, "days_off[0]"),
        ({"days_off": (DayOff(jan(1)), DayOff(jan(1), name="Tết"))}, "days_off[1]"),
        ({"days_off": [DayOff(jan(1))]}, "days_off"),
        ({"days_off": (jan(1),)}, "days_off[0]"),
        ({"days_off": (MakeUpDay(jan(1)),)}, "days_off[0]"),
        ({"make_up_days": (MakeUpDay(jan(1)),)}, "make_up_days[0]"),
        ({"make_up_days": (MakeUpDay(dt.date(2024, 12, 28)),)}, "make_up_days[0]"),
        ({"open_changes": (change("a", off="2"), change("a", off="3"))}, "open_changes[1]"),
        ({"open_changes": (change("a", off="2"), change("b", off="3", on="2"))}, "open_changes[1]"),
        ({"open_changes": (attrs.evolve(change("a", off="2"), ordinary=(dt.date(2025, 2, 1),)),)}, "open_changes[0]"),
    ],
)
def test_a_malformed_calendar_is_refused(fields: dict[str, Any], fault: str) -> None:
    with pytest.raises(MalformedError) as caught:
        attrs.evolve(january(), **fields)
    assert [f.field for f in caught.value.faults] == [fault]


def test_calendars_are_values() -> None:
    first, second = DayOff(jan(1)), DayOff(jan(2))
    calendar = january(change("a", off="6"), days_off=(first, second))
    same = january(change("a", off="6"), days_off=(second, first))
    assert calendar == same
    assert hash(calendar) == hash(same)
    assert calendar != attrs.evolve(calendar, name="other")
    assert calendar != january(days_off=(first, second))
    for other in (pickle.loads(pickle.dumps(calendar)), copy.copy(calendar), copy.deepcopy(calendar)):
        assert other == calendar
        assert other.add(jan(8), 5) == calendar.add(jan(8), 5)
    assert len(pickle.dumps(VIETNAM)) < 60_000  # the rows travel, the tables do not
    assert pickle.loads(pickle.dumps(VIETNAM)) == VIETNAM
    assert repr(calendar) == (
        "<WorkingCalendar 'January': 01/01/2025 to 31/01/2025, 2 days off, 0 make-up days, 1 open changes>"
    )
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        calendar.name = "x"  # type: ignore[misc]


def test_every_module_shows_its_public_names_only() -> None:
    for module in (tthc.calendar, days, working, vietnam, _table, _ordinals):
        assert dir(module) == sorted(module.__all__)
    with pytest.raises(AttributeError):
        tthc.calendar.HANOI  # type: ignore[attr-defined]


def test_the_span_may_be_that_of_all_dates() -> None:
    calendar = WorkingCalendar(name="all", first=dt.date.min, last=dt.date(20, 1, 1))
    assert calendar.add(dt.date.min, 0) == dt.date.min
    assert calendar.add(dt.date.min, 5) == dt.date(1, 1, 8)


def test_another_country_has_its_own_rest() -> None:
    friday = january(rest_weekdays=frozenset({4, 5}), days_off=())
    assert friday.add(jan(2), 1) == jan(5)
    assert january(rest_weekdays=frozenset(), days_off=()).add(jan(2), 7) == jan(9)
    assert january(rest_weekdays=frozenset(range(7)), days_off=(), make_up_days=(MakeUpDay(jan(9)),)).add(
        jan(2), 1
    ) == jan(9)


# ── answers ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("start", "n", "end"), [(1, 1, 2), (1, 2, 3), (1, 3, 6), (3, 1, 6), (4, 1, 6), (5, 6, 13)])
def test_adding_does_not_count_the_first_day(start: int, n: int, end: int) -> None:
    calendar = january()
    assert calendar.add(jan(start), n) == jan(end)
    assert calendar.add(jan(start), n, projected=True) == jan(end)
    assert calendar.resolve_add(jan(start), n) == Outcome(jan(end))
    assert calendar.count(jan(start), jan(end)) == n
    assert calendar.count(jan(start), jan(end), projected=True) == n
    assert calendar.resolve_count(jan(start), jan(end)) == Outcome(n)


@pytest.mark.parametrize(("start", "end"), [(1, 2), (2, 2), (4, 6), (5, 6), (6, 6)])
def test_adding_nothing_rolls_forward(start: int, end: int) -> None:
    assert january().add(jan(start), 0) == jan(end)
    assert january().add(jan(start), 0, projected=True) == jan(end)


def test_the_next_working_day_is_a_later_one() -> None:
    assert january().next_working_day(jan(2)) == jan(3)
    assert january().next_working_day(jan(3)) == jan(6)
    assert january().next_working_day(jan(4), projected=True) == jan(6)


def test_a_day_works_or_not() -> None:
    calendar = january(make_up_days=(MakeUpDay(jan(4)),))
    assert [calendar.is_working_day(jan(n)) for n in range(1, 7)] == [False, True, True, True, False, True]


def test_counting_nothing() -> None:
    assert january().count(jan(6), jan(6)) == 0
    assert january().count(jan(3), jan(5)) == 0


class Dated(dt.date):
    """A subclass of date, such as test tools make."""


def test_a_subclass_of_date_is_a_date() -> None:
    assert january().add(Dated(2025, 1, 1), 3) == jan(6)
    assert type(january().add(Dated(2025, 1, 2), 0)) is dt.date
    assert type(january().day(Dated(2025, 1, 2)).date) is dt.date
    assert january().day(Dated(2025, 1, 1)).name == "Tết Dương lịch"


@pytest.mark.parametrize("value", [MOMENT, "2025-01-02", None, 739253, dt.time(8)])
def test_what_is_no_date_is_refused(value: Any) -> None:
    calendar = january()
    questions = [
        lambda: calendar.is_working_day(value),
        lambda: calendar.add(value, 1),
        lambda: calendar.add(value, 1, projected=True),
        lambda: calendar.next_working_day(value),
        lambda: calendar.count(value, jan(3)),
        lambda: calendar.count(jan(3), value),
        lambda: calendar.resolve_add(value, 1),
        lambda: calendar.day(value),
    ]
    for question in questions:
        with pytest.raises(TypeError, match="expected a date without a time of day, got ") as caught:
            question()
        assert repr(value) in str(caught.value)


@pytest.mark.parametrize("value", [True, 1.0, Fraction(1, 2), "3", None])
def test_a_number_of_days_is_whole(value: Any) -> None:
    for question in (
        january().add,
        january().resolve_add,
        lambda _, n: january().add_ordinals([jan(1).toordinal()], n),
    ):
        with pytest.raises(TypeError, match="days: expected a whole number of working days") as caught:
            question(jan(2), value)
        assert repr(value) in str(caught.value)


def test_a_number_of_days_is_not_negative() -> None:
    for question in (january().add, january().resolve_add, lambda _, n: january().add_ordinals([], n)):
        with pytest.raises(ValueError, match="days: expected a number of working days from 0 on, got -1"):
            question(jan(2), -1)


def test_counting_backwards_is_refused() -> None:
    with pytest.raises(ValueError, match=r"until: expected a day from 2025-01-03 \(after\) on, got 2025-01-02"):
        january().count(jan(3), jan(2))


def test_days_beyond_the_span_are_not_guessed() -> None:
    calendar = january()
    for date in (dt.date(2024, 12, 31), dt.date(2025, 2, 1)):
        for question in (
            lambda date=date: calendar.is_working_day(date),
            lambda date=date: calendar.add(date, 1),
            lambda date=date: calendar.add(date, 0, projected=True),
            lambda date=date: calendar.next_working_day(date),
            lambda date=date: calendar.count(min(date, jan(2)), max(date, jan(2))),
            lambda date=date: calendar.day(date),
            lambda date=date: calendar.add_ordinals([date.toordinal(), jan(2).toordinal()], 1),
        ):
            with pytest.raises(NotCoveredError) as caught:
                question()
            assert isinstance(caught.value, ValueError)
            assert "expected a day from 2025-01-01 to 2025-01-31" in str(caught.value)
            assert str(date) in str(caught.value) or str(date.toordinal()) in str(caught.value)
            assert (caught.value.first, caught.value.last) == (jan(1), jan(31))


@pytest.mark.parametrize("n", [23, 10**30])
def test_counting_beyond_the_span_is_not_guessed(n: int) -> None:
    calendar = january(change("a", off="15"))
    assert calendar.add(jan(1), 22, projected=True) == jan(31)
    for projected in (False, True):
        with pytest.raises(NotCoveredError, match=f"{n} working days after 2025-01-01: expected"):
            calendar.add(jan(1), n, projected=projected)
        with pytest.raises(NotCoveredError, match=f"{n} working days after 2025-01-01: expected"):
            calendar.add_ordinals([jan(1).toordinal()], n, projected=projected)
    with pytest.raises(NotCoveredError, match="22 working days after 2025-01-01: expected"):
        calendar.resolve_add(jan(1), 22)  # on the last day of the span as things stand, else beyond it
    with pytest.raises(NotCoveredError, match="0 working days after 2025-01-31"):
        attrs.evolve(calendar, days_off=(DayOff(jan(31)),)).add(jan(31), 0)


# ── what is open ─────────────────────────────────────────────────────────────────────────────────────────────────────

SWAP = change("swap", off="13", on="18")  # a Monday for the Saturday after it


def test_a_swap_bears_on_what_lies_between_its_days_alone() -> None:
    calendar = january(SWAP)
    assert calendar.add(jan(9), 1) == jan(10)
    assert calendar.resolve_add(jan(10), 1) == Outcome(jan(13), (Alternative(("nếu swap", "if swap"), jan(14)),))
    assert calendar.resolve_add(jan(10), 5).alternatives == (Alternative(("nếu swap", "if swap"), jan(18)),)
    assert calendar.add(jan(10), 6) == jan(20)
    assert calendar.add(jan(10), 9) == jan(23)
    assert calendar.add(jan(13), 4) == jan(17)
    assert calendar.resolve_add(jan(13), 5) == Outcome(jan(20), (Alternative(("nếu swap", "if swap"), jan(18)),))
    assert calendar.resolve_add(jan(18), 0) == Outcome(jan(20), (Alternative(("nếu swap", "if swap"), jan(18)),))
    assert calendar.resolve_add(jan(13), 0).alternatives[0].date == jan(14)
    assert calendar.add(jan(18), 1) == jan(20)
    assert calendar.resolve_count(jan(10), jan(17)) == Outcome(5, (Alternative(("nếu swap", "if swap"), 4),))
    assert calendar.count(jan(10), jan(18), projected=True) == 5
    assert calendar.count(jan(10), jan(18)) == 5
    assert calendar.resolve_count(jan(13), jan(18)).alternatives[0].value == 5


def test_an_open_answer_is_not_given_unless_asked_for_as_projected() -> None:
    calendar = january(SWAP)
    for question, projected, other in (
        (lambda **k: calendar.add(jan(10), 1, **k), jan(13), jan(14)),
        (lambda **k: calendar.add(jan(13), 0, **k), jan(13), jan(14)),
        (lambda **k: calendar.next_working_day(jan(10), **k), jan(13), jan(14)),
        (lambda **k: calendar.count(jan(10), jan(14), **k), 2, 1),
        (lambda **k: calendar.is_working_day(jan(13), **k), True, False),
        (lambda **k: calendar.is_working_day(jan(18), **k), False, True),
    ):
        with pytest.raises(OpenDayError) as caught:
            question()
        assert caught.value.alternatives == ((("nếu swap", "if swap"), other),)
        assert caught.value.projected == projected
        assert question(projected=True) == projected
        assert (
            str(caught.value) == f"not decided yet: {projected}, or {other} if swap (projected=True asks for the first)"
        )
        assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)
        assert isinstance(caught.value, LookupError)
    assert calendar.is_working_day(jan(14))


def test_the_error_shows_three_alternatives() -> None:
    alternatives = tuple(Alternative((f"nếu {n}", f"if {n}"), jan(n)) for n in range(2, 8))
    shown = str(OpenDayError(alternatives, jan(1)))
    assert "2025-01-04 if 4, or 3 more (" in shown
    assert "if 5" not in shown


def test_a_day_tells_what_would_turn_it_round() -> None:
    calendar = january(SWAP)
    assert calendar.day(jan(13)).open == calendar.day(jan(18)).open == (("nếu swap", "if swap"),)
    assert calendar.day(jan(13)).working
    assert not calendar.day(jan(18)).working
    assert calendar.day(jan(14)).open == ()


def test_a_change_without_effect_is_not_open() -> None:
    calendar = january(change("weekend", off="4 5", ordinary="11"))  # rest days, all of them
    assert calendar.resolve_add(jan(1), 20).certain
    assert calendar.is_working_day(jan(4)) is False
    assert calendar.day(jan(4)).open == ()
    sundays = january(SWAP, rest_weekdays=frozenset({6}))  # Saturdays are worked anyway
    assert sundays.resolve_add(jan(12), 5) == Outcome(jan(17), (Alternative(("nếu swap", "if swap"), jan(18)),))
    assert sundays.is_working_day(jan(18))


def test_an_open_holiday_that_falls_away() -> None:
    calendar = january(change("none", ordinary="1"))
    assert calendar.resolve_count(jan(1), jan(3)) == Outcome(2)
    assert calendar.resolve_add(jan(1), 0) == Outcome(jan(2), (Alternative(("nếu none", "if none"), jan(1)),))


def test_alternatives_name_each_combination_that_matters() -> None:
    calendar = january(change("a", off="7"), change("b", off="8"))
    assert calendar.resolve_add(jan(6), 2) == Outcome(
        jan(8),
        (
            Alternative(("nếu a", "if a"), jan(9)),
            Alternative(("nếu b", "if b"), jan(9)),
            Alternative(("nếu a và nếu b", "if a and if b"), jan(10)),
        ),
    )
    # b alone moves nothing: the day is reached before. Both together do.
    assert [a.condition[1] for a in calendar.resolve_add(jan(6), 1).alternatives] == ["if a", "if a and if b"]
    # a takes a day and b gives one: both together leave the answer as it stands.
    undone = january(change("a", off="7"), change("b", on="4"))
    assert [(a.condition[1], a.date) for a in undone.resolve_add(jan(3), 3).alternatives] == [
        ("if a", jan(9)),
        ("if b", jan(7)),
    ]


def test_a_balanced_change_long_past_does_not_multiply_the_alternatives() -> None:
    changes = [change(f"s{n}", off=str(n), on=str(n + 3)) for n in (8, 15)]  # Wednesdays for Saturdays
    late = january(*changes, change("late", off="27"))
    assert [a.condition[1] for a in late.resolve_add(jan(2), 17).alternatives] == ["if late"]


def test_very_many_open_changes_are_cut_off_and_say_so() -> None:
    weekdays = [n for n in range(2, 32) if jan(n).weekday() < 5]
    few = january(*(change(str(n), off=str(n)) for n in weekdays[:10]))
    assert few.resolve_add(jan(1), 10).complete
    assert few.resolve_count(jan(1), jan(31)).complete
    assert few.resolve_count(jan(1), jan(31)).alternatives[-1].value == few.count(jan(1), jan(31), projected=True) - 10
    many = january(*(change(str(n), off=str(n)) for n in weekdays[:11]))
    assert not many.resolve_add(jan(1), 11).complete
    counted = many.resolve_count(jan(1), jan(31))
    assert not counted.complete
    assert len(counted.alternatives) == 2**10 - 1


# ── other calendars ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_rows_are_added_and_the_later_word_holds() -> None:
    calendar = january().with_days_off([DayOff(jan(2), name="bão"), DayOff(jan(3))])
    assert calendar.next_working_day(jan(1)) == jan(6)
    assert [row.date for row in calendar.days_off] == [jan(1), jan(2), jan(3)]
    worked = calendar.with_working_days([MakeUpDay(jan(2)), MakeUpDay(jan(4), jan(3))])
    assert worked.next_working_day(jan(1)) == jan(2)
    assert [row.date for row in worked.days_off] == [jan(1), jan(3)]
    assert worked.day(jan(2)).kind == "working"  # no rest day, so nothing is made up for
    assert worked.day(jan(3)).swapped_with == jan(4)
    assert (worked.day(jan(4)).kind, worked.day(jan(4)).swapped_with) == ("make_up", jan(3))
    assert worked.with_days_off([DayOff(jan(4))]).make_up_days == (MakeUpDay(jan(2)),)
    assert january() == january().with_days_off(())


@pytest.mark.parametrize("row", [jan(2), MOMENT, None])
def test_what_is_no_row_is_refused(row: Any) -> None:
    with pytest.raises(TypeError, match="days: expected values of type DayOff, got "):
        january().with_days_off([row])
    with pytest.raises(TypeError, match="days: expected values of type MakeUpDay, got "):
        january().with_working_days([DayOff(jan(2)), row])


def test_what_is_said_of_an_open_day_settles_it() -> None:
    half = january(SWAP).with_days_off([DayOff(jan(13))])
    assert half.is_working_day(jan(13)) is False
    assert half.open_changes[0].dates == (jan(18),)
    whole = half.with_working_days([MakeUpDay(jan(18), jan(13))])
    assert whole.open_changes == ()
    assert whole.add(jan(10), 5) == jan(18)
    other = january(SWAP).with_days_off([DayOff(jan(14))])
    assert other.open_changes == (SWAP,)
    three = january(change("a", off="2", on="4", ordinary="1")).with_working_days([MakeUpDay(jan(1))])
    assert three.open_changes[0].dates == (jan(2), jan(4))


def test_a_change_is_decided() -> None:
    calendar = january(SWAP, change("b", ordinary="1"))
    adopted = calendar.decided("swap", adopted=True, decision="1/QĐ")
    assert adopted.add(jan(10), 5) == jan(18)
    assert adopted.open_changes == calendar.open_changes[1:]
    assert adopted.day(jan(13)).decision == adopted.day(jan(18)).decision == "1/QĐ"
    rejected = calendar.decided("swap", adopted=False)
    assert rejected.add(jan(10), 5) == jan(17)
    assert rejected.days_off == calendar.days_off
    assert calendar.decided("b", adopted=True).days_off == ()
    with pytest.raises(NotFoundError, match="unknown open change: 'c'; known: swap, b"):
        calendar.decided("c", adopted=True)


# ── many at once ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_sequence_of_ordinals_is_added_to() -> None:
    calendar = january(SWAP)
    base = jan(1).toordinal() - 1
    for n in (0, 1, 3, 5):
        for given in ([base + 3, base + 2, base + 3], range(base + 1, base + 4), (base + 1,)):
            ends = calendar.add_ordinals(given, n)
            assert ends == [calendar.add(dt.date.fromordinal(o), n).toordinal() for o in given]
    assert calendar.add_ordinals([], 3) == []
    given = [base + 10, base + 2]  # six days after the tenth are certain, though open days lie between
    assert calendar.add_ordinals(given, 6) == [base + 20, base + 10]
    with pytest.raises(OpenDayError):
        calendar.add_ordinals(given, 1)
    assert calendar.add_ordinals(given, 1, projected=True) == [base + 13, base + 3]
    assert given == [base + 10, base + 2]


@pytest.mark.parametrize("strange", [True, 1.0, jan(2), None, "2"])
def test_what_is_no_ordinal_is_refused(strange: Any) -> None:
    with pytest.raises(TypeError, match=r"ordinals: expected integers \(date.toordinal\(\)\), got ") as caught:
        january().add_ordinals([jan(2).toordinal(), strange], 1)
    assert repr(strange) in str(caught.value)


@pytest.mark.parametrize("ordinal", [-5, 0, 1, 10**30])
def test_ordinals_beyond_the_span_are_refused(ordinal: int) -> None:
    with pytest.raises(NotCoveredError, match="the day of ordinal"):
        january().add_ordinals([jan(2).toordinal(), ordinal], 1)


def test_arrays_are_added_to() -> None:
    numpy = pytest.importorskip("numpy")
    calendar = january(SWAP)
    base = jan(1).toordinal() - 1
    for kind in ("i4", "i8", "u4", "u8"):
        given = numpy.array([[base + 10, base + 2], [base + 1, base + 1]], dtype=kind)
        for n in (0, 6):
            ends = calendar.add_ordinals(given, n)
            assert type(ends) is numpy.ndarray
            assert ends.dtype == given.dtype
            assert ends.ravel().tolist() == calendar.add_ordinals(given.ravel().tolist(), n)
            assert ends.shape == given.shape
    with pytest.raises(OpenDayError):
        calendar.add_ordinals(given, 1)
    assert calendar.add_ordinals(given, 1, projected=True).tolist() == [[base + 13, base + 3], [base + 2, base + 2]]
    assert calendar.add_ordinals(given[:0], 1).size == 0
    for n, first in ((22, jan(2)), (10**30, jan(1))):
        with pytest.raises(NotCoveredError, match=f"{n} working days after {first}"):
            calendar.add_ordinals(given, n, projected=True)
    with pytest.raises(NotCoveredError, match="the day of ordinal 5"):
        calendar.add_ordinals(numpy.array([5, base + 2]), 1)
    for strange in (given.astype(float), given.astype("i2"), given == 0, given.astype("datetime64[D]")):
        with pytest.raises(TypeError, match=r"ordinals: expected integers .* got an array of "):
            calendar.add_ordinals(strange, 1)


def test_numpy_is_not_loaded_for_lists() -> None:
    script = (
        "import sys; from tthc.calendar import VIETNAM as V; V.add_ordinals([738000], 3); print('numpy' in sys.modules)"
    )
    assert (
        subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout == "False\n"
    )


def test_time_limits_do_not_load_the_tables() -> None:
    script = "import sys; from tthc.calendar import TimeLimit; print([n for n in sys.modules if 'vietnam' in n])"
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout == "[]\n"


# ── Viet Nam ─────────────────────────────────────────────────────────────────────────────────────────────────────────

STATUTORY = {**dict.fromkeys(range(2010, 2014), 9), **dict.fromkeys(range(2014, 2021), 10)}
STATUTORY |= {**dict.fromkeys(range(2021, 2026), 11), **dict.fromkeys(range(2026, 2037), 12)}


@pytest.mark.parametrize("year", STATUTORY)
def test_the_number_of_statutory_days_holds(year: int) -> None:
    off = [row for row in VIETNAM.days_off if row.date.year == year and row.date.weekday() < 5]
    assert len(off) - sum(row.kind == "swapped" for row in off) == STATUTORY[year]
    holidays = [row for row in VIETNAM.days_off if row.date.year == year and row.kind == "holiday"]
    assert len(holidays) == STATUTORY[year]
    bad = [row for row in holidays if row.date.weekday() >= 5]
    assert len(bad) == sum(row.kind == "compensation" and row.date.year == year for row in VIETNAM.days_off)


def test_every_row_cites_and_every_source_is_cited() -> None:
    assert all(row.decision for row in (*VIETNAM.days_off, *VIETNAM.make_up_days))
    assert all(row.name for row in VIETNAM.days_off if row.kind != "swapped")
    cells = [line.split("|") for line in _vietnam_days.ROWS.strip().splitlines()]
    assert {key for *_, keys in cells for key in keys.split()} == set(_vietnam_days.SOURCES)
    assert {what.strip() for _, kind, what, _ in cells if kind.strip() in {"holiday", "compensation"}} == set(
        _vietnam_days.NAMES
    )
    assert [date for date, *_ in cells] == sorted({date for date, *_ in cells})


def test_swaps_pair_up() -> None:
    swapped = {row.date for row in VIETNAM.days_off if row.kind == "swapped"}
    assert len(swapped) == len(VIETNAM.make_up_days) == 21
    assert {row.for_day for row in VIETNAM.make_up_days} == swapped
    written = dict[str, str]()
    for line in _vietnam_days.ROWS.strip().splitlines():
        date, kind, what, _ = (cell.strip() for cell in line.split("|"))
        if kind in {"swapped", "make-up"}:
            written[date] = what
    assert all(written[other] == date for date, other in written.items())
    assert all(row.date.weekday() >= 5 for row in VIETNAM.make_up_days)
    assert [row.date for row in VIETNAM.make_up_days if row.date.weekday() == 6] == [dt.date(2011, 1, 30)]


def test_compensations_follow_the_rule() -> None:
    """The decided days off for holidays on rest days are those of Article 111.3, in every year."""
    for year in range(2010, 2037):
        rows = {row.date: row for row in VIETNAM.days_off if row.date.year == year and row.kind != "swapped"}
        expected = {date for date, row in rows.items() if row.kind == "holiday"}
        for date in sorted(expected):
            if date.weekday() >= 5:
                later = (date + n * DAY for n in range(1, 9))
                expected.add(next(day for day in later if day.weekday() < 5 and day not in expected))
        assert set(rows) == expected


def test_placements_foreseen_are_those_decided_so_far() -> None:
    for year in range(2014, 2027):
        tet = sorted(
            r.date
            for r in VIETNAM.days_off
            if r.name == "Tết Nguyên đán" and r.kind == "holiday" and r.date.year == year
        )
        assert tet[-1] - tet[0] == 4 * DAY
        new_year = next(day(text) for text in LUNAR_NEW_YEARS if text.endswith(str(year)))
        before = (new_year - tet[0]).days
        assert before in {1, 2}
        assert (vietnam._standing_tet(new_year) == before) is (year != 2014)
    for year in range(2021, 2027):
        national = {
            r.date.day
            for r in VIETNAM.days_off
            if r.name == "Quốc khánh" and r.kind == "holiday" and r.date.year == year
        }
        assert national == {2, vietnam._standing_national(year)}


LUNAR_NEW_YEARS = (
    "31/01/2014", "19/02/2015", "08/02/2016", "28/01/2017", "16/02/2018", "05/02/2019", "25/01/2020", "12/02/2021",
    "01/02/2022", "22/01/2023", "10/02/2024", "29/01/2025", "17/02/2026",
)  # fmt: skip


def test_tet_is_at_the_meridian_of_viet_nam() -> None:
    assert _lunar.DAYS[2027] == ((2, 6), (4, 16))
    assert _lunar.DAYS[2030][0] == (2, 2)  # 3 February in tables for China
    assert list(_lunar.DAYS) == list(range(2027, 2037))


def test_the_span() -> None:
    assert (VIETNAM.first, VIETNAM.last) == (dt.date(2010, 1, 1), dt.date(2036, 12, 31))
    for date in (dt.date(2009, 12, 31), dt.date(2037, 1, 1)):
        with pytest.raises(NotCoveredError, match=f"{date}: expected a day from 2010-01-01 to 2036-12-31"):
            VIETNAM.add(date, 1)


@pytest.mark.parametrize(
    ("start", "n", "end", "swapped"),
    [
        ("20/11/2026", 1, "23/11/2026", "25/11/2026"),
        ("20/11/2026", 2, "25/11/2026", "26/11/2026"),
        ("20/11/2026", 4, "27/11/2026", "28/11/2026"),
        ("20/11/2026", 5, "30/11/2026", "30/11/2026"),
        ("16/11/2026", 5, "23/11/2026", "25/11/2026"),
        ("16/11/2026", 6, "25/11/2026", "26/11/2026"),
        ("16/11/2026", 7, "26/11/2026", "27/11/2026"),
    ],
)
def test_the_swap_of_november_2026_is_open(start: str, n: int, end: str, swapped: str) -> None:
    assert VIETNAM.add(day(start), n, projected=True) == day(end)
    found, others, complete = VIETNAM.resolve_add(day(start), n)
    assert found == day(end)
    assert [other.date for other in others] == [day(swapped)] * (end != swapped)
    assert complete
    assert VIETNAM.decided("swap-2026-11-23", adopted=True).add(day(start), n) == day(swapped)
    assert VIETNAM.decided("swap-2026-11-23", adopted=False).add(day(start), n) == day(end)
    if end == swapped:
        assert VIETNAM.add(day(start), n) == day(end)
    else:
        with pytest.raises(OpenDayError, match=f"{day(end)}, or {day(swapped)} if the swap of 23/11 for 28/11/2026"):
            VIETNAM.add(day(start), n)


def test_a_clerk_in_december_2026_gets_january_2027() -> None:
    assert VIETNAM.add(day("25/12/2026"), 5) == day("04/01/2027")  # 1/1/2027, a Friday, is certain
    assert VIETNAM.is_working_day(day("01/01/2027")) is False
    assert VIETNAM.add(day("25/12/2026"), 20) == day("25/01/2027")


@pytest.mark.parametrize("year", range(2027, 2037))
def test_statutory_days_are_certain_in_every_year(year: int) -> None:
    hung_kings = _lunar.DAYS[year][1]
    for month, number in ((1, 1), hung_kings, (4, 30), (5, 1), (9, 2), (11, 24)):
        date = dt.date(year, month, number)
        assert VIETNAM.is_working_day(date) is False
        assert VIETNAM.day(date).kind == "holiday"
        assert VIETNAM.day(date).open == ()


def test_holidays_on_rest_days_are_made_up_for() -> None:
    assert VIETNAM.day(day("03/05/2027")).kind == "compensation"  # 1/5/2027 is a Saturday
    assert VIETNAM.day(day("03/01/2028")).kind == "compensation"  # 1/1/2028 is a Saturday
    assert VIETNAM.is_working_day(day("03/01/2028")) is False


def test_the_placement_of_tet_2027_is_open() -> None:
    assert [VIETNAM.is_working_day(day(f"{n:02}/02/2027")) for n in (3, 5, 6, 8, 9, 10, 12)] == [
        True, False, False, False, False, False, True,
    ]  # fmt: skip
    for n, works in ((4, False), (11, True)):
        with pytest.raises(
            OpenDayError, match=r"if the Tết of 2027 is 1 before and 4 from New Year's Day on \(05/02–09/02"
        ):
            VIETNAM.is_working_day(day(f"{n:02}/02/2027"))
        assert VIETNAM.is_working_day(day(f"{n:02}/02/2027"), projected=True) is works
    with pytest.raises(OpenDayError):
        VIETNAM.add(day("01/02/2027"), 3)
    assert VIETNAM.resolve_add(day("01/02/2027"), 3).alternatives[0].date == day("04/02/2027")
    assert VIETNAM.add(day("01/02/2027"), 5) == day("15/02/2027")  # beyond both placements: certain again
    early = VIETNAM.decided("tet-2027", adopted=True, decision="1/TB-BNV")
    assert early.add(day("01/02/2027"), 3) == day("04/02/2027")
    assert str(early.day(day("09/02/2027"))) == "Thứ Ba 09/02/2027: nghỉ lễ, tết (Tết Nguyên đán; 1/TB-BNV)"
    assert VIETNAM.day(day("09/02/2027")).kind == "compensation"


def test_tet_is_not_open_where_both_placements_give_the_same_days() -> None:
    names = {change.name for change in VIETNAM.open_changes}
    assert {f"tet-{year}" for year in range(2027, 2037)} - names == {"tet-2029", "tet-2033", "tet-2036"}
    for year in (2029, 2033, 2036):  # New Year's Day is a Monday or a Tuesday
        assert dt.date(year, *_lunar.DAYS[year][0]).weekday() in {0, 1}


def test_the_second_national_day_is_open() -> None:
    names = {change.name for change in VIETNAM.open_changes}
    assert {f"national-day-{y}" for y in range(2027, 2037)} - names == {f"national-day-{y}" for y in (2029, 2030, 2035)}
    assert VIETNAM.is_working_day(day("02/09/2027")) is False
    assert VIETNAM.resolve_add(day("31/08/2027"), 1) == Outcome(
        day("01/09/2027"),
        (
            Alternative(
                ("nếu Quốc khánh 2027 nghỉ 02/09 và 01/09", "if the National Day of 2027 is 02/09 and 01/09"),
                day("03/09/2027"),
            ),
        ),
    )
    assert "chưa có quyết định của năm 2027" in VIETNAM.day(day("03/09/2027")).decision


def test_days_explain_themselves() -> None:
    told = {
        "31/12/2018": "Thứ Hai 31/12/2018: nghỉ hoán đổi (làm bù 05/01/2019; 6519/VPCP-KGVX ngày 11/07/2018)",
        "05/01/2019": "Thứ Bảy 05/01/2019: ngày làm bù (thay cho 31/12/2018; 6519/VPCP-KGVX ngày 11/07/2018)",
        "24/11/2026": "Thứ Ba 24/11/2026: nghỉ lễ, tết (Ngày Văn hóa Việt Nam; Nghị quyết 28/2026/QH16)",
        "27/04/2026": "Thứ Hai 27/04/2026: nghỉ bù (Giỗ Tổ Hùng Vương; khoản 3 Điều 111 Bộ luật Lao động 2019)",
        "22/11/2026": "Chủ nhật 22/11/2026: ngày nghỉ hằng tuần",
        "23/11/2026": "Thứ Hai 23/11/2026: ngày làm việc; ngày nghỉ nếu hoán đổi 23/11 ↔ 28/11/2026 được quyết định",
    }
    assert {text: str(VIETNAM.day(day(text))) for text in told} == told
    assert VIETNAM.day(day("24/11/2025")).working

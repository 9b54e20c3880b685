"""Due dates: both models, moments, intake, pauses, what is open, what is refused, and how it is explained."""

# ruff: noqa: DTZ001 - offices live in local time

import copy
import datetime as dt
import pickle
import runpy
from fractions import Fraction
from pathlib import Path
from typing import Any

import attrs
import pytest

import tthc
from tthc.calendar import (
    OFFICE_HOURS,
    VIETNAM,
    Alternative,
    DayOff,
    DueDate,
    LimitError,
    MakeUpDay,
    NotCoveredError,
    OpenChange,
    Pause,
    TimeLimit,
    WorkingCalendar,
    _conditions,
    _counting,
    _explained,
    _scenarios,
    _supplement_prose,
    _worktime,
    due,
)
from tthc.calendar._conditions import read_note
from tthc.calendar._counting import Counting
from tthc.calendar.deadlines import reckon
from tthc.errors import MalformedError, OpenDayError

SWAP = (
    "nếu hoán đổi 23/11 ↔ 28/11/2026 được quyết định",
    "if the swap of 23/11 for 28/11/2026 is decided",
)
SATURDAYS_TOO = attrs.evolve(VIETNAM, rest_weekdays=frozenset({6}))


def day(text: str) -> dt.date:
    """Read 20/11/2026."""
    number, month, year = map(int, text.split("/"))
    return dt.date(year, month, number)


def at(text: str) -> dt.datetime:
    """Read 20/11/2026 10:30."""
    date, time = text.split()
    return dt.datetime.combine(day(date), dt.time.fromisoformat(time))


def limit(text: str) -> TimeLimit:
    return TimeLimit.parse(text)


def when(start: str, text: str, **options: Any) -> str:
    """Count a limit, written out, from a day or moment, written out, and write the result."""
    made = due(at(start) if ":" in start else day(start), limit(text), **options)
    assert made.date is not None
    return f"{made.date:%d/%m/%Y}" if made.at is None else f"{made.at:%d/%m/%Y %H:%M}"


# ── the law ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("start", "text", "end"),
    [
        ("25/08/2020", "không quá 05 (năm) ngày làm việc", "01/09/2020"),
        ("12/02/2026", "3 ngày làm việc", "24/02/2026"),
        ("07/11/2026", "3 ngày làm việc", "11/11/2026"),  # from a Saturday
        ("28/01/2011", "2 ngày làm việc", "30/01/2011"),  # a Sunday, made up
        ("20/11/2026", "0 ngày làm việc", "20/11/2026"),
        ("21/11/2020", "0 ngày làm việc", "23/11/2020"),
        ("25/08/2020", "từ 3 đến 5 ngày làm việc", "01/09/2020"),
        ("26/04/2019", "3 ngày", "02/05/2019"),  # the last day is a swapped one
        ("01/07/2025", "45 ngày", "15/08/2025"),
        ("16/11/2026", "2 tuần", "30/11/2026"),
        ("31/01/2021", "1 tháng", "01/03/2021"),
        ("31/03/2023", "1 tháng", "04/05/2023"),
        ("29/02/2020", "1 năm", "01/03/2021"),  # 28/02/2021 is a Sunday
        ("29/02/2012", "4 năm", "29/02/2016"),
        ("25/08/2020", "6 tháng", "25/02/2021"),
        ("20/11/2026 16:00", "2 giờ", "20/11/2026 18:00"),
        ("20/11/2026 23:30", "90 phút", "21/11/2026 01:00"),  # hours are not moved
        ("19/11/2026 10:30", "8 giờ làm việc", "20/11/2026 10:30"),
        ("19/11/2026 16:30", "90 phút làm việc", "20/11/2026 09:00"),
        ("19/11/2026 10:00", "1/2 giờ làm việc", "19/11/2026 10:30"),
        ("19/11/2026 10:30", "5 ngày làm việc", "27/11/2026"),  # of a moment its day
        ("19/11/2026 10:30", "1 tháng", "21/12/2026"),
    ],
)
def test_by_the_law(start: str, text: str, end: str) -> None:
    known = VIETNAM.decided("swap-2026-11-23", adopted=False)
    assert when(start, text, calendar=known) == end


@pytest.mark.parametrize(
    ("start", "text", "end"),
    [
        ("19/11/2026 15:00", "Trong ngày; nhận sau 15 giờ thì hôm sau", "19/11/2026"),
        ("19/11/2026 15:01", "Trong ngày; nhận sau 15 giờ thì hôm sau", "20/11/2026"),
        ("05/01/2019 10:00", "Trong ngày; nhận sau 15 giờ thì hôm sau", "05/01/2019"),
        ("14/11/2026 10:00", "Trong ngày; nhận sau 15 giờ thì hôm sau", "16/11/2026"),  # a Saturday
        ("14/11/2026 16:00", "Trong ngày; nhận sau 15 giờ thì hôm sau", "16/11/2026"),
        ("14/11/2026", "Trong ngày", "16/11/2026"),
        ("13/11/2026", "Giải quyết ngay", "13/11/2026"),
        ("13/11/2026 18:00", "Giải quyết ngay", "13/11/2026"),
    ],
)
def test_on_the_same_day(start: str, text: str, end: str) -> None:
    assert when(start, text) == end


def test_a_second_after_the_hour_is_after_it() -> None:
    late = dt.datetime(2026, 11, 19, 15, 0, 0, 1)
    assert due(late, limit("Trong ngày; nhận sau 15 giờ thì hôm sau")).date == day("20/11/2026")


def test_no_limit_no_day() -> None:
    made = due(day("20/11/2026"), limit("Không quy định"))
    assert (made.date, made.at, made.certain, made.skipped, made.citations, made.rows) == (None, None, True, (), (), ())
    assert made.overdue(day("01/01/2030")) == made.early(day("20/11/2026")) == 0
    assert str(made).splitlines()[0] == "Hạn: không có (không quy định thời hạn)"
    assert made.display("en").splitlines()[0] == "Due: no day (no limit is fixed)"


# ── the clock of the software ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("start", "text", "end"),
    [
        ("25/08/2020 09:10", "5 ngày làm việc", "01/09/2020 09:10"),
        ("25/08/2020 09:10", "5 ngày", "01/09/2020 09:10"),
        ("18/11/2026 14:00", "1/2 ngày làm việc", "19/11/2026 09:00"),
        ("18/11/2026 14:00", "1 buổi", "19/11/2026 09:00"),
        ("11/11/2026 14:00", "2,5 ngày làm việc", "16/11/2026 09:00"),
        ("18/11/2026 16:00", "2 giờ", "19/11/2026 09:00"),
        ("18/11/2026 16:45", "30 phút", "19/11/2026 08:15"),
        ("18/11/2026 18:00", "1 ngày làm việc", "19/11/2026 17:00"),
        ("18/11/2026 12:15", "1 giờ", "18/11/2026 14:00"),
        ("31/01/2021 09:10", "1 tháng", "01/03/2021"),  # as by the law
        ("18/11/2026 09:10", "Trong ngày", "18/11/2026"),
    ],
)
def test_by_the_clock(start: str, text: str, end: str) -> None:
    assert when(start, text, model="clock") == end


@pytest.mark.parametrize(
    ("start", "end"),
    [("09:10", "09:15"), ("09:45", "10:00"), ("09:50", "10:00"), ("09:00", "09:15"), ("16:59", "17:00")],
)
def test_on_to_the_next_quarter(start: str, end: str) -> None:
    made = due(at(f"25/08/2020 {start}"), limit("5 ngày làm việc"), model="clock", round_to_quarter=True)
    assert made.at == at(f"01/09/2020 {end}")
    assert "- chuyển đến đầu 15 phút kế tiếp" in str(made)
    assert "- on to the next quarter of an hour" in made.display("en")


def test_other_hours() -> None:
    short = OFFICE_HOURS.with_day(4, (dt.time(8), dt.time(12)))
    assert when("19/11/2026 13:00", "1 ngày làm việc", model="clock", hours=short) == "20/11/2026 12:00"
    assert when("19/11/2026 13:00", "8 giờ làm việc", hours=short) == "20/11/2026 12:00"


# ── moments and time zones ───────────────────────────────────────────────────────────────────────────────────────────


def test_a_moment_is_read_at_the_time_of_the_place() -> None:
    evening = dt.datetime(2020, 8, 24, 18, 0, tzinfo=dt.UTC)  # 01:00 on the 25th
    assert due(evening, limit("5 ngày làm việc")).date == day("01/09/2020")
    made = due(evening, limit("2 giờ"))
    assert made.at == dt.datetime(2020, 8, 24, 20, 0, tzinfo=dt.UTC)
    assert (made.date, made.submitted) == (day("25/08/2020"), None)
    assert made.overdue(evening) == 0
    with pytest.raises(TypeError, match="on: expected a datetime with a time zone, as the due date"):
        made.overdue(at("25/08/2020 09:00"))


# ── intake ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("receiving", "end", "start"),
    [
        (None, "11/11/2026", "07/11/2026"),
        (VIETNAM, "12/11/2026", "09/11/2026"),
        (SATURDAYS_TOO, "11/11/2026", "07/11/2026"),
    ],
)
def test_days_of_intake(receiving: WorkingCalendar | None, end: str, start: str) -> None:
    made = due(day("07/11/2026"), limit("3 ngày làm việc"), receiving=receiving)
    assert (made.date, made.start) == (day(end), day(start))
    assert made.submitted == (day("07/11/2026") if start == "09/11/2026" else None)


def test_intake_begins_when_the_office_opens() -> None:
    made = due(at("07/11/2026 15:30"), limit("2 giờ làm việc"), receiving=VIETNAM)
    assert (made.at, made.start, made.submitted) == (
        at("09/11/2026 10:00"),
        at("09/11/2026 08:00"),
        at("07/11/2026 15:30"),
    )
    assert "Nộp 15:30 thứ Bảy 07/11/2026, tiếp nhận 08:00 thứ Hai 09/11/2026" in str(made)
    assert "Submitted 15:30 Saturday 07/11/2026, taken in 08:00 Monday 09/11/2026" in made.display("en")
    late = "Trong ngày; nhận sau 15 giờ thì hôm sau"
    assert when("07/11/2026 15:30", late, receiving=VIETNAM) == "09/11/2026"
    assert when("07/11/2026 09:00", late, receiving=SATURDAYS_TOO) == "09/11/2026"


def test_a_day_of_intake_that_is_open() -> None:
    """One swap moves the intake and the settling together."""
    made = due(day("23/11/2026"), limit("1 ngày làm việc"), receiving=VIETNAM)
    assert (made.date, made.start, made.submitted) == (day("25/11/2026"), day("23/11/2026"), None)
    assert made.alternatives == (Alternative(SWAP, day("26/11/2026")),)
    assert due(day("23/11/2026"), limit("1 ngày làm việc")).certain


# ── what is open ─────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("start", "text", "options", "end", "other"),
    [
        ("20/11/2026", "4 ngày làm việc", {}, "27/11/2026", "28/11/2026"),
        ("20/11/2026", "3 ngày", {}, "23/11/2026", "25/11/2026"),
        ("20/11/2026 15:30", "Trong ngày; nhận sau 15 giờ thì hôm sau", {}, "23/11/2026", "25/11/2026"),
        ("20/11/2026 16:00", "8 giờ làm việc", {}, "23/11/2026 16:00", "25/11/2026 16:00"),
        ("20/11/2026 16:00", "4 ngày làm việc", {"model": "clock"}, "27/11/2026 16:00", "28/11/2026 16:00"),
    ],
)
def test_both_dates_are_told(start: str, text: str, options: dict[str, Any], end: str, other: str) -> None:
    assert when(start, text, **options) == end
    made = due(at(start) if ":" in start else day(start), limit(text), **options)
    value = at(other) if ":" in other else day(other)
    assert made.alternatives == (Alternative(SWAP, value),)
    assert not made.certain
    assert made.complete
    assert repr(made).endswith(", open>")
    decided = VIETNAM.decided("swap-2026-11-23", adopted=True)
    assert when(start, text, **{**options, "calendar": decided}) == other
    assert f"{value:%d/%m/%Y} {SWAP[0]}" in str(made).splitlines()[1]
    assert f"{value:%d/%m/%Y} {SWAP[1]}" in made.display("en").splitlines()[1]
    time = f"{value:%H:%M} " if isinstance(value, dt.datetime) else ""
    assert str(made.alternatives[0]) == f"{time}{value:%d/%m/%Y} {SWAP[0]}"


def open_january(number: int) -> WorkingCalendar:
    """Make a calendar of the first half of 2025, in which so many days of January may yet be off."""
    return WorkingCalendar(
        name="open",
        first=dt.date(2025, 1, 1),
        last=dt.date(2025, 6, 30),
        open_changes=tuple(
            OpenChange(
                name=f"c{n}",
                condition=(f"nếu {n}", f"if {n}"),
                days_off=(DayOff(dt.date(2025, 1, 6 + n + n // 5 * 2)),),
            )
            for n in range(number)
        ),
    )


def test_more_changes_than_can_be_tried() -> None:
    start, hours = dt.datetime(2025, 1, 3, 9, 0), limit("80 giờ làm việc")
    few = due(start, hours, calendar=open_january(3))
    assert few.complete
    assert {other.condition[0] for other in few.alternatives} >= {"nếu 0", "nếu 0 và nếu 1", "nếu 0 và nếu 1 và nếu 2"}
    many = due(start, hours, calendar=open_january(8))
    assert not many.complete
    assert "- hoặc ngày khác, tùy những thay đổi khác" in str(many)
    assert "- or another day, by further changes" in many.display("en")


def test_changes_that_come_near_only_when_others_come() -> None:
    """A day off pushes the end to where a make-up day and a holiday that no longer is one bear on it."""
    calendar = WorkingCalendar(
        name="chain",
        first=dt.date(2025, 1, 1),
        last=dt.date(2025, 1, 31),
        days_off=(DayOff(dt.date(2025, 1, 13)),),
        open_changes=(
            OpenChange(name="a", condition=("nếu a", "if a"), days_off=(DayOff(dt.date(2025, 1, 10)),)),
            OpenChange(name="b", condition=("nếu b", "if b"), make_up_days=(MakeUpDay(dt.date(2025, 1, 11)),)),
            OpenChange(name="c", condition=("nếu c", "if c"), ordinary=(dt.date(2025, 1, 13),)),
        ),
    )
    made = due(dt.datetime(2025, 1, 9, 17, 0), limit("8 giờ làm việc"), calendar=calendar)
    assert made.at == dt.datetime(2025, 1, 10, 17, 0)
    assert {other.condition[0]: other.value.day for other in made.alternatives} == {
        "nếu a": 14,
        "nếu a và nếu b": 11,
        "nếu a và nếu c": 13,
    }


# ── the note ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_conditions_of_the_note() -> None:
    made = due(day("25/08/2020"), limit("03 ngày làm việc, trường hợp phải xác minh thì không quá 08 ngày làm việc"))
    ((condition, other),) = made.conditional
    assert (made.date, condition, other.date) == (day("28/08/2020"), "trường hợp phải xác minh", day("07/09/2020"))
    assert made.not_interpreted == ()
    assert str(made).splitlines()[-1] == "Trường hợp phải xác minh: thứ Hai 07/09/2020 (8 ngày làm việc)"
    assert made.display("en").splitlines()[-1] == "Trường hợp phải xác minh: Monday 07/09/2020 (8 working days)"


@pytest.mark.parametrize(
    ("note", "conditions"),
    [
        ("trường hợp phức tạp không quá 10 ngày làm việc", ["trường hợp phức tạp"]),
        (
            "Trường hợp cần xác minh, kiểm tra thì thời hạn giải quyết là 15 ngày.",
            ["Trường hợp cần xác minh, kiểm tra"],
        ),
        ("- đối với tổ chức: 02 tháng, kể từ ngày nhận đủ hồ sơ", ["đối với tổ chức"]),
        ("nếu phải lấy ý kiến: 10 ngày; đối với hộ gia đình: 5 ngày", ["nếu phải lấy ý kiến", "đối với hộ gia đình"]),
        ("kể từ ngày nhận đủ hồ sơ; trường hợp phức tạp thì 9 ngày", ["trường hợp phức tạp"]),
    ],
)
def test_what_is_read_as_a_condition(note: str, conditions: list[str]) -> None:
    assert [condition for condition, _ in read_note(note).conditional] == conditions


@pytest.mark.parametrize(
    "note",
    [
        "kể từ ngày nhận đủ hồ sơ hợp lệ",
        "trường hợp phức tạp thì gia hạn thêm 10 ngày",
        "đối với vụ việc phức tạp thì thời hạn có thể kéo dài hơn nhưng không quá 45 ngày",
        "trường hợp hồ sơ không hợp lệ, trong thời hạn 2 ngày làm việc, trả lại",
        "trường hợp hồ sơ chưa đầy đủ thì trong 1 ngày phải hướng dẫn",
        "trường hợp mất giấy thì thời hạn xác minh là 30 ngày",
        "trường hợp phải xác minh, trong thời hạn 5 ngày, cơ quan lấy ý kiến",
        "trường hợp phải xác minh thì 5 ngày kể từ ngày tiếp nhận cơ quan phải trả lời",
        "trường hợp phức tạp thì 10",
        "trường hợp phức tạp thì trong ngày",
        "trường hợp phức tạp thì lâu hơn",
        "x" * 1001,
    ],
)
def test_what_is_not(note: str) -> None:
    assert read_note(note) == ((), (note,))


def test_a_note_that_the_limit_has_taken() -> None:
    text = "Ngay trong ngày; trường hợp nhận hồ sơ sau 15 giờ thì trả vào ngày làm việc tiếp theo; kể từ ngày nhận"
    made = due(at("19/11/2026 15:30"), limit(text))
    assert (made.conditional, made.not_interpreted) == ((), ("kể từ ngày nhận",))
    assert str(made).splitlines()[-1] == "Chưa tính đến: kể từ ngày nhận"
    assert made.display("en").splitlines()[-1] == "Not interpreted: kể từ ngày nhận"
    assert read_note("nhận sau 15 giờ thì trả vào hôm sau").rest == ("nhận sau 15 giờ thì trả vào hôm sau",)


@pytest.mark.parametrize(
    "condition", ["trường hợp phức tạp: 1,5 ngày làm việc", "trường hợp gấp: 2 giờ", "đối với dự án: 60 năm"]
)
def test_a_condition_that_cannot_be_counted_is_named(condition: str) -> None:
    made = due(day("25/08/2020"), limit(f"5 ngày làm việc; {condition}"))
    assert made.conditional == ()
    (rest,) = made.not_interpreted
    assert rest.partition(":")[0] == condition.partition(":")[0]


def test_conditions_run_from_the_submission() -> None:
    text = "3 ngày làm việc; trường hợp phức tạp: 5 ngày làm việc"
    made = due(day("07/11/2026"), limit(text), receiving=VIETNAM)
    assert made.conditional[0].due == due(day("07/11/2026"), limit("5 ngày làm việc"), receiving=VIETNAM)


# ── pauses ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def paused(start: dt.date, text: str, *pauses: tuple[dt.date, dt.date], **options: Any) -> DueDate:
    return reckon(start, limit(text), Counting(pauses=tuple(Pause(*pause) for pause in pauses), **options))


@pytest.mark.parametrize(
    ("start", "text", "pauses", "end"),
    [
        ("05/10/2026", "10 ngày làm việc", ["08/10/2026 13/10/2026"], "22/10/2026"),
        ("05/10/2026", "10 ngày làm việc", ["08/10/2026 08/10/2026"], "19/10/2026"),
        ("05/10/2026", "10 ngày làm việc", ["08/10/2026 13/10/2026", "16/10/2026 21/10/2026"], "27/10/2026"),
        ("05/10/2026", "3 ngày làm việc", ["08/10/2026 13/10/2026"], "13/10/2026"),  # nothing is left
        ("05/10/2026", "3 ngày làm việc", ["08/10/2026 11/10/2026"], "12/10/2026"),  # resumed on a Sunday
        ("05/10/2026", "3 ngày làm việc", ["09/10/2026 13/10/2026"], "08/10/2026"),  # it had ended before
        ("05/10/2026", "3 ngày làm việc", ["09/10/2026 13/10/2026", "14/10/2026 15/10/2026"], "08/10/2026"),
        ("05/10/2026", "10 ngày", ["08/10/2026 13/10/2026"], "20/10/2026"),
        ("05/10/2026", "1 tháng", ["08/10/2026 13/10/2026"], "10/11/2026"),
        ("01/10/2026", "2 ngày", ["05/10/2026 14/10/2026"], "14/10/2026"),  # asked on the day it had moved to
        ("01/10/2026", "1 ngày", ["05/10/2026 14/10/2026"], "02/10/2026"),
    ],
)
def test_a_pause_is_taken_off(start: str, text: str, pauses: list[str], end: str) -> None:
    spans = [(day(a), day(b)) for a, b in map(str.split, pauses)]
    made = paused(day(start), text, *spans)
    assert made.date == day(end)
    assert f"Tạm dừng: {spans_of(made)}" in str(made)
    assert "Paused: " in made.display("en")


def spans_of(made: DueDate) -> str:
    first = made.counting.pauses[0]
    names = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
    return " – ".join(f"{names[end.weekday()]} {end:%d/%m/%Y}" for end in first)


def test_a_request_after_the_end() -> None:
    made = paused(day("05/10/2026"), "3 ngày làm việc", (day("09/10/2026"), day("13/10/2026")))
    assert "thứ Ba 13/10/2026 (sau khi đã hết thời hạn)" in str(made)
    assert "Tuesday 13/10/2026 (after the limit had ended)" in made.display("en")


def test_paused_days_did_not_count() -> None:
    made = paused(day("05/10/2026"), "10 ngày làm việc", (day("08/10/2026"), day("13/10/2026")))
    assert len(made.counted) == 10
    assert {d.date.day for d in made.skipped if d.working} == {9, 12, 13}
    plain = paused(day("05/10/2026"), "10 ngày", (day("08/10/2026"), day("13/10/2026")))
    assert {d.date.day for d in plain.skipped} == {9, 10, 11, 12, 13}
    assert len(plain.counted) == 10


@pytest.mark.parametrize(
    ("text", "options", "end"),
    [
        ("8 giờ làm việc", {}, "06/10/2026 15:00"),
        ("8 giờ", {}, "06/10/2026 13:00"),
        ("1 ngày làm việc", {"model": "clock"}, "06/10/2026 15:00"),
        ("1 giờ", {}, "05/10/2026 10:00"),  # it had ended before
    ],
)
def test_a_pause_of_hours(text: str, options: dict[str, Any], end: str) -> None:
    pause = (at("05/10/2026 14:00"), at("06/10/2026 10:00"))
    made = paused(at("05/10/2026 09:00"), text, pause, **options)
    assert made.at == at(end)
    assert not [d for d in made.skipped if d.working]


def test_a_pause_across_a_day_that_is_open() -> None:
    made = paused(day("16/11/2026"), "6 ngày làm việc", (day("18/11/2026"), day("20/11/2026")))
    assert made.date == day("27/11/2026")
    assert made.alternatives == (Alternative(SWAP, day("28/11/2026")),)


@pytest.mark.parametrize(
    ("pauses", "error", "told"),
    [
        (
            [("13/10/2026", "08/10/2026")],
            ValueError,
            r"resumed: expected a day or moment from 2026-10-13 \(paused\) on",
        ),
        ([("01/10/2026", "08/10/2026")], ValueError, r"paused: expected a day or moment from 2026-10-05 \(start\) on"),
        (
            [("08/10/2026", "13/10/2026"), ("12/10/2026", "14/10/2026")],
            ValueError,
            r"paused: expected a day or moment from 2026-10-13 \(resumed\) on, got 2026-10-12",
        ),
    ],
)
def test_pauses_out_of_order(pauses: list[tuple[str, str]], error: type[Exception], told: str) -> None:
    with pytest.raises(error, match=told):
        paused(day("05/10/2026"), "10 ngày làm việc", *((day(a), day(b)) for a, b in pauses))


def test_pauses_of_the_wrong_kind() -> None:
    start, pause = at("05/10/2026 09:00"), (day("08/10/2026"), day("09/10/2026"))
    with pytest.raises(TypeError, match=r"paused: expected a moment \(datetime\), got datetime.date"):
        paused(start, "8 giờ làm việc", pause)
    assert paused(start, "5 ngày làm việc", pause).date == day("13/10/2026")
    aware = at("08/10/2026 09:00").replace(tzinfo=dt.UTC)
    with pytest.raises(TypeError, match="paused: expected a datetime without a time zone, as start"):
        paused(start, "5 ngày làm việc", (aware, aware))
    with pytest.raises(TypeError, match=r"paused: expected a date or a moment \(datetime\), got '8/10'"):
        paused(start, "5 ngày làm việc", ("8/10", "9/10"))  # type: ignore[arg-type]
    with pytest.raises(LimitError, match="only a limit of hours, days, weeks, months or years can pause: 'Trong ngày'"):
        paused(start, "Trong ngày", pause)


# ── what is refused ──────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("5", "a number without a unit is no time limit: .*: '5'"),
        ("1/2 ngày làm việc", "the legal model counts whole days, .* model=\"clock\" .*: '0,5 ngày làm việc'"),
        ("2,5 ngày", "the legal model counts whole days"),
        ("1 buổi", "the legal model counts whole days"),
        ("1/2 tháng", "the legal model counts whole days"),
        ("2 tuần làm việc", "the law knows no working weeks"),
    ],
)
def test_limits_that_the_law_cannot_count(text: str, told: str) -> None:
    with pytest.raises(LimitError, match=told) as caught:
        due(at("25/08/2020 09:00"), limit(text))
    assert isinstance(caught.value, ValueError)
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


@pytest.mark.parametrize(
    ("text", "options", "told"),
    [
        (
            "2 giờ",
            {},
            r"start: hours run from a moment \(Article 147.1 .*\): expected a datetime, got the date 2020-08-25",
        ),
        ("2 giờ làm việc", {}, "start: hours run from a moment"),
        ("5 ngày làm việc", {"model": "clock"}, "start: the clock model runs from a moment"),
        ("Trong ngày; nhận sau 15 giờ thì hôm sau", {}, "start: what comes in after 15:00 is settled on the next"),
    ],
)
def test_limits_that_want_a_moment(text: str, options: dict[str, Any], told: str) -> None:
    with pytest.raises(TypeError, match=told):
        due(day("25/08/2020"), limit(text), **options)


@pytest.mark.parametrize("start", ["2020-08-25", 20200825, None, dt.time(9)])
def test_strangers_in_place_of_a_start(start: Any) -> None:
    with pytest.raises(TypeError, match=r"start: expected a date or a moment \(datetime\), got "):
        due(start, limit("5 ngày làm việc"))


@pytest.mark.parametrize("text", ["5 ngày làm việc", None, 5, tthc.Unparsed("vài ngày")])
def test_strangers_in_place_of_a_limit(text: Any) -> None:
    with pytest.raises(TypeError, match=r"limit: expected a TimeLimit \(TimeLimit.parse reads text\), got "):
        due(day("25/08/2020"), text)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"model": "opencps"}, "model: expected one of 'legal', 'clock', got 'opencps'"),
        ({"calendar": None}, "calendar: expected WorkingCalendar, got None"),
        ({"receiving": "VIETNAM"}, "receiving: expected WorkingCalendar or None"),
        ({"hours": None}, "hours: expected OfficeHours"),
        ({"round_to_quarter": True}, 'round_to_quarter: expected False beside model="legal", got True'),
        ({"round_to_quarter": 1, "model": "clock"}, "round_to_quarter: expected bool, got 1"),
    ],
)
def test_strange_options(options: dict[str, Any], told: str) -> None:
    with pytest.raises(MalformedError, match=told):
        due(day("25/08/2020"), limit("5 ngày làm việc"), **options)


@pytest.mark.parametrize(
    ("start", "text"),
    [
        ("31/12/2009", "5 ngày làm việc"),
        ("31/12/2009", "60 ngày"),
        ("31/12/2009", "Không quy định"),
        ("31/12/2009 09:00", "2 giờ"),
        ("30/12/2036", "5 ngày làm việc"),
        ("30/12/2036", "5 ngày"),
        ("30/12/2036", "999999999999 năm"),
        ("30/12/2036", "999999999999 ngày làm việc"),
        ("30/12/2036 09:00", "999999999999 giờ"),
        ("30/12/2036 09:00", "100 giờ"),
        ("31/12/2036 16:00", "2 giờ làm việc"),
    ],
)
def test_beyond_the_calendar(start: str, text: str) -> None:
    with pytest.raises(NotCoveredError, match="2010-01-01 to 2036-12-31"):
        when(start, text)


def test_a_limit_may_end_on_the_last_day_of_a_calendar() -> None:
    assert when("30/12/2036", "1 ngày làm việc") == "31/12/2036"
    assert when("31/12/2035", "12 tháng") == "31/12/2036"
    assert when("31/12/2035", "1 năm") == "31/12/2036"


# ── the value ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_value() -> None:
    made = due(day("12/02/2026"), limit("3 ngày làm việc"))
    assert made == due(day("12/02/2026"), limit("3 ngày làm việc"))
    assert made != due(day("13/02/2026"), limit("2 ngày làm việc"))
    assert hash(made) == hash(copy.copy(made))
    assert pickle.loads(pickle.dumps(made)) == made == copy.deepcopy(made)
    assert repr(made) == "<DueDate: 2026-02-24, '3 ngày làm việc' from 2026-02-12>"
    assert repr(due(day("12/02/2026"), limit("Không quy định"))).startswith("<DueDate: no limit, ")
    assert repr(due(at("12/02/2026 09:00"), limit("2 giờ"))).startswith("<DueDate: 2026-02-12 11:00:00, '2 giờ' from ")


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"date": None}, r"date: expected a day beside a limit \(5 ngày làm việc\), got None"),
        ({"date": at("01/09/2020 10:00")}, "date: expected date or None"),
        (
            {"date": dt.date(2020, 9, 1), "at": at("02/09/2020 10:00")},
            r"at: expected a moment of the date \(2020-09-01\)",
        ),
        ({"date": None, "at": at("02/09/2020 10:00")}, r"at: expected a moment of the date \(None\)"),
    ],
)
def test_a_value_that_contradicts_itself(fields: dict[str, Any], told: str) -> None:
    with pytest.raises(MalformedError, match=told):
        DueDate(start=day("25/08/2020"), limit=limit("5 ngày làm việc"), **fields)


def test_what_was_skipped() -> None:
    made = due(day("12/02/2026"), limit("3 ngày làm việc"))
    assert [d.date.day for d in made.skipped] == [14, 15, 16, 17, 18, 19, 20, 21, 22]
    assert [d.kind for d in made.skipped] == ["rest"] * 2 + ["holiday"] * 5 + ["rest"] * 2
    assert {d.decision for d in made.skipped if d.kind == "holiday"} == {"Điều 112 Bộ luật Lao động 2019; 9441/TB-BNV"}
    assert [d.date.day for d in made.counted] == [13, 23, 24]
    assert [row["counted"] for row in made.rows] == [True] + [False] * 9 + [True] * 2
    assert made.rows[3] == {
        "date": day("16/02/2026"),
        "counted": False,
        "kind": "holiday",
        "name": "Tết Nguyên đán",
        "decision": "Điều 112 Bộ luật Lao động 2019; 9441/TB-BNV",
    }


@pytest.mark.parametrize(
    ("start", "text", "skipped", "counted"),
    [
        ("31/01/2020", "1 tháng", ["29/02/2020", "01/03/2020"], 29),
        ("01/07/2025", "45 ngày", [], 45),
        ("14/11/2026 10:00", "Trong ngày", ["14/11/2026", "15/11/2026"], 1),
        ("13/11/2026 15:30", "Trong ngày; nhận sau 15 giờ thì hôm sau", ["14/11/2026", "15/11/2026"], 1),
        ("13/11/2026 16:00", "2 giờ làm việc", ["14/11/2026", "15/11/2026"], 2),
        ("13/11/2026 16:00", "60 giờ", [], 0),
    ],
)
def test_what_else_is_skipped(start: str, text: str, skipped: list[str], counted: int) -> None:
    made = due(at(start) if ":" in start else day(start), limit(text))
    assert [f"{d.date:%d/%m/%Y}" for d in made.skipped] == skipped
    assert len(made.counted) == counted


@pytest.mark.parametrize(
    ("start", "text", "options", "places"),
    [
        ("25/08/2020", "5 ngày làm việc", {}, ["147.2", "148.1"]),
        ("25/08/2020", "30 ngày", {}, ["147.2", "148.1"]),
        ("31/01/2021", "1 tháng", {}, ["147.2", "148.3", "148.5"]),
        ("16/11/2026", "2 tuần", {}, ["147.2", "148.2"]),
        ("25/08/2020", "1 năm", {}, ["147.2", "148.4"]),
        ("25/08/2020 09:00", "2 giờ", {}, ["147.1"]),
        ("14/11/2026", "Trong ngày", {}, ["148.5"]),
        ("13/11/2026", "Trong ngày", {}, []),
        ("13/11/2026 15:30", "Trong ngày; nhận sau 15 giờ thì hôm sau", {}, []),
        ("25/08/2020 09:00", "5 ngày", {"model": "clock"}, []),
        ("25/08/2020 09:00", "1 tháng", {"model": "clock"}, ["147.2", "148.3"]),
        ("30/12/2016", "5 ngày làm việc", {}, ["152.2", "153.1"]),
    ],
)
def test_the_law_is_cited(start: str, text: str, options: dict[str, Any], places: list[str]) -> None:
    made = due(at(start) if ":" in start else day(start), limit(text), **options)
    assert [f"{place.article}.{place.clause}" for place in made.citations] == places
    codes = {str(place.document) for place in made.citations}
    assert codes <= ({"33/2005/QH11"} if "2016" in start else {"91/2015/QH13"})
    assert ("Căn cứ: " in str(made)) is ("Law: " in made.display("en")) is bool(places)


def test_an_explanation_word_by_word() -> None:
    made = due(day("30/12/2025"), limit("7 ngày làm việc"))
    assert str(made) == (
        "Hạn: thứ Bảy 10/01/2026\n"
        "Thời hạn: 7 ngày làm việc, tính từ ngày liền sau thứ Ba 30/12/2025\n"
        "Căn cứ: khoản 2 Điều 147, khoản 1 Điều 148 Bộ luật Dân sự 2015\n"
        "Tính 7 ngày: 31/12/2025, 05/01/2026–10/01/2026\n"
        "- Thứ Bảy 10/01/2026: ngày làm bù (thay cho 02/01/2026; 12729/VPCP-KGVX ngày 25/12/2025)\n"
        "Không tính 4 ngày:\n"
        "- 01/01/2026: nghỉ lễ, tết (Tết Dương lịch; Điều 112 Bộ luật Lao động 2019)\n"
        "- 02/01/2026: nghỉ hoán đổi (làm bù 10/01/2026; 12729/VPCP-KGVX ngày 25/12/2025)\n"
        "- 03/01/2026–04/01/2026: ngày nghỉ hằng tuần"
    )
    made = due(dt.datetime(2020, 8, 25, 9, 10, 30), limit("1 ngày làm việc"), model="clock")
    assert made.display("en") == (
        "Due: 09:10:30 Wednesday 26/08/2020\n"
        "Limit: 1 working day, from 09:10:30 Tuesday 25/08/2020\n"
        "Method: the clock of one-stop software, 8 working hours a day (Monday–Sunday 8:00–12:00, 13:00–17:00)"
    )
    assert "Cách tính: theo giờ của phần mềm một cửa, 1 ngày là 8 giờ làm việc (" in str(made)
    late = due(at("13/11/2026 15:30"), limit("Trong ngày; nhận sau 15 giờ thì hôm sau"))
    assert "Nhận sau giờ quy định: trả kết quả ngày làm việc tiếp theo" in str(late)
    assert "Received after hours: next working day" in late.display("en")
    assert "Not counted 1 day:" in due(day("27/02/2021"), limit("1 ngày")).display("en")


def test_no_day_at_all() -> None:
    words = str(due(day("20/11/2020"), limit("0 ngày làm việc")))
    assert "Tính" not in words.replace("tính từ", "")
    assert "- 22/11/2020: ngày nghỉ hằng tuần" in str(due(day("21/11/2020"), limit("0 ngày làm việc")))


def test_very_many_days_are_not_listed() -> None:
    words = str(due(day("01/01/2020"), limit("200 ngày làm việc")))
    assert "Tính 200 ngày: 02/01/2020 … " in words
    assert max(map(len, words.splitlines())) < 400


# ── against a day ────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("on", "overdue", "early"),
    [
        ("25/08/2020", 0, 5),
        ("28/08/2020", 0, 2),
        ("29/08/2020", 0, 2),
        ("01/09/2020", 0, 0),
        ("01/09/2020 23:59", 0, 0),
        ("02/09/2020", 1, 0),  # a holiday: late, though no working day has passed
        ("03/09/2020", 1, 0),
        ("07/09/2020", 3, 0),
    ],
)
def test_late_and_early(on: str, overdue: int, early: int) -> None:
    made = due(day("25/08/2020"), limit("5 ngày làm việc"))
    given = at(on) if ":" in on else day(on)
    assert (made.overdue(given), made.early(given)) == (overdue, early)


@pytest.mark.parametrize(
    ("on", "overdue", "early"),
    [
        ("01/09/2020 09:10", 0, 0),
        ("01/09/2020 09:11", 1, 0),
        ("01/09/2020", 0, 0),
        ("03/09/2020 08:00", 1, 0),
        ("31/08/2020 16:00", 0, 1),
    ],
)
def test_late_by_the_minute(on: str, overdue: int, early: int) -> None:
    made = due(at("25/08/2020 09:10"), limit("5 ngày làm việc"), model="clock")
    given = at(on) if ":" in on else day(on)
    assert (made.overdue(given), made.early(given)) == (overdue, early)


def test_late_or_not_is_not_decided() -> None:
    made = due(day("20/11/2026"), limit("4 ngày làm việc"))  # 27/11, or 28/11 if the swap comes
    assert made.overdue(day("27/11/2026")) == 0
    for on in ("28/11/2026", "30/11/2026"):
        with pytest.raises(OpenDayError) as caught:
            made.overdue(day(on))
        assert caught.value.alternatives == made.alternatives
        assert made.overdue(day(on), projected=True) == 1
    assert made.early(day("28/11/2026")) == 0
    with pytest.raises(OpenDayError):
        made.early(day("27/11/2026"))
    assert made.early(day("27/11/2026"), projected=True) == 0
    assert made.early(day("26/11/2026"), projected=True) == 1
    sooner = due(at("24/11/2026 16:30"), limit("8 giờ"))
    assert sooner.certain
    certain_end = due(day("12/11/2026"), limit("5 ngày làm việc"))
    with pytest.raises(OpenDayError):
        certain_end.overdue(day("26/11/2026"))
    assert certain_end.overdue(day("26/11/2026"), projected=True) == 4


def test_an_end_that_may_be_earlier() -> None:
    """The other answer may lie before the one as things stand."""
    calendar = WorkingCalendar(
        name="x",
        first=dt.date(2025, 1, 1),
        last=dt.date(2025, 3, 31),
        open_changes=(
            OpenChange(name="a", condition=("nếu a", "if a"), make_up_days=(MakeUpDay(dt.date(2025, 1, 4)),)),
        ),
    )
    made = due(dt.date(2025, 1, 3), limit("1 ngày làm việc"), calendar=calendar)
    assert (made.date, made.alternatives[0].date) == (dt.date(2025, 1, 6), dt.date(2025, 1, 4))
    with pytest.raises(OpenDayError):
        made.overdue(dt.date(2025, 1, 5))
    assert made.overdue(dt.date(2025, 1, 5), projected=True) == 0


@pytest.mark.parametrize("on", ["2020-09-01", 5, None])
def test_strangers_in_place_of_a_day(on: Any) -> None:
    made = due(day("25/08/2020"), limit("5 ngày làm việc"))
    with pytest.raises(TypeError, match="on: expected a date or a moment"):
        made.overdue(on)
    with pytest.raises(TypeError, match="on: expected a date or a moment"):
        made.early(on)


def test_an_amount_that_no_microsecond_divides_is_rounded_up() -> None:
    made = due(at("25/08/2020 09:00"), TimeLimit(kind="duration", amount=Fraction(1, 7), unit="minute"))
    assert made.at == dt.datetime(2020, 8, 25, 9, 0, 8, 571429)


def test_the_appointment_slip(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    runpy.run_path(str(project / "examples" / "appointment_slip.py"), run_name="__main__")
    told = capsys.readouterr().out
    assert "│ Hẹn trả kết quả: Thứ Năm 26/02/2026     │" in told
    for skipped in (
        "Thứ Bảy 14/02/2026: ngày nghỉ hằng tuần",
        *(f"{n}/02/2026: nghỉ lễ, tết (Tết" for n in range(16, 21)),
    ):
        assert skipped in told
    assert "9441/TB-BNV" in told


def test_private_modules_say_what_they_offer() -> None:
    for module in (_conditions, _counting, _explained, _scenarios, _supplement_prose, _worktime):
        assert dir(module) == sorted(module.__all__)

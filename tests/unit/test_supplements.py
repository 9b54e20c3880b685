"""The clock after a supplement: what the prose of procedures says, and the due dates that follow."""

# ruff: noqa: DTZ001 - offices live in local time

import datetime as dt
import pickle
from fractions import Fraction
from typing import Any

import pytest

from tthc.calendar import (
    RESTART,
    RESUME,
    SILENT,
    SUPPLEMENT_RULES,
    LimitError,
    Pause,
    SupplementPolicy,
    TimeLimit,
    due,
    due_after_supplement,
    pause_then_fixed,
    read_supplement_policy,
    supplement_rule,
)
from tthc.errors import MalformedError, ParseError

TEN = TimeLimit.parse("10 ngày làm việc")
START = dt.date(2026, 10, 5)
PAUSE = Pause(dt.date(2026, 10, 8), dt.date(2026, 10, 13))


# ── what a text says ─────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "text",
    [
        "Thời hạn giải quyết được tính lại từ đầu sau khi nhận đủ hồ sơ.",
        "Thời hạn giải quyết hồ sơ sẽ tính lại kể từ ngày hồ sơ được hoàn thiện",
        "THỜI GIAN GIẢI QUYẾT BẮT ĐẦU LẠI khi có đủ giấy tờ",
        "Thời hạn thẩm định được tính từ ngày nhận được hồ sơ đã bổ sung",
        "Thời hạn giải quyết tính kể từ thời điểm nhận đủ hồ sơ bổ sung hợp lệ",
        "Thời gian bổ sung hồ sơ không tính vào thời hạn; sau đó thời hạn giải quyết được tính lại từ đầu.",
        "Thời ha\u0323n giải quyết\nThời\u00a0hạn  giải quyết được tính lại",
    ],
)
def test_restart(text: str) -> None:
    policy = read_supplement_policy(text)
    assert policy == RESTART
    assert policy.quotes


@pytest.mark.parametrize(
    "text",
    [
        "Thời gian bổ sung, hoàn thiện hồ sơ không tính vào thời gian thẩm định.",
        "- Thời gian doanh nghiệp giải trình không được tính vào thời hạn giải quyết",
        "trong 15 ngày (không kể thời gian bổ sung hồ sơ)",
        "không bao gồm thời gian tổ chức hoàn thiện hồ sơ",
        "Thời gian chỉnh sửa hồ sơ không kể vào thời hạn cấp phép",
    ],
)
def test_resume(text: str) -> None:
    assert read_supplement_policy(text) == RESUME


WATER = (
    "Thời gian bổ sung, hoàn thiện đề án không tính vào thời gian thẩm định. Thời gian thẩm định sau khi đề án được bổ"
    " sung hoàn chỉnh là 18 ngày làm việc."
)


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        (WATER, "18 ngày làm việc"),
        ("Thời hạn giải quyết sau khi hồ sơ được hoàn thiện không quá hai mươi bốn (24) ngày", "24 ngày"),
        ("Trong thời hạn 60 ngày kể từ ngày nhận được hồ sơ bổ sung, cơ quan tiến hành thẩm định", "60 ngày"),
        (
            "Trong vòng không quá 05 (năm) ngày làm việc, kể từ khi nhận đủ hồ sơ đã hoàn thiện thì cấp phép",
            "5 ngày làm việc",
        ),
    ],
)
def test_a_new_limit(text: str, fixed: str) -> None:
    policy = read_supplement_policy(text)
    assert (policy.kind, str(policy.fixed)) == ("pause_then_fixed", fixed)
    assert policy == pause_then_fixed(TimeLimit.parse(fixed))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Nộp hồ sơ trực tiếp.",
        "Thời gian xác minh không tính vào thời hạn giải quyết.",
        "Thời gian phối hợp cung cấp lý lịch tư pháp không tính vào thời gian giải quyết thủ tục hành chính.",
        "Trong thời hạn 5 ngày kể từ ngày nhận đủ hồ sơ hợp lệ, cơ quan cấp giấy phép sửa đổi, bổ sung",
        "Trong thời hạn 5 ngày kể từ ngày nhận đủ hồ sơ bổ sung, cơ quan xác nhận bằng văn bản",
        "Thời hạn bổ sung hồ sơ là 30 ngày tính từ ngày nhận được thông báo",
        "Thời hạn giải quyết: 30 ngày kể từ ngày nhận đủ hồ sơ. Thuế được tính lại.",
    ],
)
def test_silent(text: str) -> None:
    policy = read_supplement_policy(text)
    assert policy == SILENT
    assert policy.quotes == ()


def test_two_new_limits_are_not_one() -> None:
    text = (
        "Thời gian bổ sung hồ sơ không tính vào thời hạn giải quyết.\n"
        "Thời hạn thẩm định sau khi bổ sung là 10 ngày.\nThời hạn giải quyết sau khi hoàn thiện là 20 ngày."
    )
    assert read_supplement_policy(text) == RESUME
    assert read_supplement_policy(f"{text} Thời hạn được tính lại từ đầu") == RESTART


@pytest.mark.parametrize(
    ("text", "after"),
    [
        (
            "Sau 60 ngày kể từ khi thông báo, nếu tổ chức không hoàn thành việc hoàn thiện hồ sơ thì đóng hồ sơ.",
            "60 ngày",
        ),
        ("Quá sáu mươi (60) ngày mà bên vay chưa bổ sung, cơ quan trả lại hồ sơ", "60 ngày"),
        ("Quá thời hạn 03 tháng mà tổ chức không nộp thì dừng giải quyết thủ tục", "3 tháng"),
        ("Sau thời hạn 05 ngày làm việc mà cá nhân không gửi lại, cơ quan hủy hồ sơ", "5 ngày làm việc"),
        ("Sau 10 ngày không bổ sung thì đóng hồ sơ. Sau 30 ngày không giải trình thì trả lại hồ sơ.", None),
        ("Sau 10 ngày kể từ ngày hồ sơ không được cấp phép thì cơ quan gửi trả lại hồ sơ", None),
        ("Sau 0/0 ngày không bổ sung thì đóng hồ sơ", None),
        ("Sau 1.000 ngày không bổ sung thì đóng hồ sơ", None),
        ("Sau hai hai ngày không bổ sung thì đóng hồ sơ", None),
    ],
)
def test_when_a_dossier_is_closed(text: str, after: str | None) -> None:
    close = read_supplement_policy(text).close_after
    assert (close and str(close)) == after


def test_all_at_once_and_what_it_rests_on() -> None:
    text = (
        "Bước 1: nộp hồ sơ;Thời hạn giải quyết được tính lại từ đầu sau khi nhận đủ hồ sơ. "
        "Sau 60 ngày, nếu không hoàn thiện thì đóng hồ sơ."
    )
    policy = read_supplement_policy(text)
    assert policy == SupplementPolicy("restart", close_after=TimeLimit.parse("60 ngày"))
    assert policy.quotes == (
        "Thời hạn giải quyết được tính lại từ đầu sau khi nhận đủ hồ sơ",
        "Sau 60 ngày, nếu không hoàn thiện thì đóng hồ sơ",
    )
    long = read_supplement_policy(f"Thời hạn được tính lại từ đầu {'và ' * 200}")
    assert len(long.quotes[0]) == 300


def test_no_sentence_is_lost_in_a_very_long_one() -> None:
    assert read_supplement_policy(f"{'xin chào ' * 500} thời hạn được tính lại từ đầu") == RESTART


@pytest.mark.parametrize("text", [None, 5, b"x", "x" * 500_001])
def test_what_is_no_text(text: Any) -> None:
    with pytest.raises(ParseError):
        read_supplement_policy(text)


# ── the policy ───────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("args", "fields", "told"),
    [
        (("pause_then_fixed",), {}, "fixed: expected a limit beside"),
        (("resume", TEN), {}, "fixed: expected a limit beside"),
        (("pause_then_fixed", TimeLimit.parse("18")), {}, "fixed: expected a duration with a unit"),
        (("resume",), {"close_after": TimeLimit.parse("trong ngày")}, "close_after: expected a duration with a unit"),
        (("pause",), {}, "kind: expected one of 'resume', 'restart', 'pause_then_fixed', 'silent'"),
    ],
)
def test_malformed(args: tuple[Any, ...], fields: dict[str, Any], told: str) -> None:
    with pytest.raises(MalformedError, match=told):
        SupplementPolicy(*args, **fields)


def test_the_value() -> None:
    policy = SupplementPolicy("restart", close_after=TimeLimit.parse("60 ngày"), quotes=("x",))
    assert policy == SupplementPolicy("restart", close_after=TimeLimit.parse("60 ngày"))
    assert pickle.loads(pickle.dumps(policy)) == policy
    names = {"SupplementPolicy": SupplementPolicy, "TimeLimit": TimeLimit, "Fraction": Fraction}
    assert eval(repr(policy), names) == policy
    made = policy.closes(START)
    assert made is not None
    assert made.date == dt.date(2026, 12, 4)
    assert RESUME.closes(START) is None


@pytest.mark.parametrize(
    ("on", "policy"),
    [
        (dt.date(2018, 6, 20), None),
        (dt.date(2018, 6, 21), RESTART),
        (dt.datetime(2025, 6, 30, 9), RESTART),
        (dt.date(2025, 7, 1), None),
    ],
)
def test_the_law_of_the_day(on: dt.date, policy: SupplementPolicy | None) -> None:
    assert supplement_rule(on) == policy
    assert len(SUPPLEMENT_RULES) == 1


# ── due dates ────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("policy", "end"),
    [
        (RESUME, dt.date(2026, 10, 22)),
        (RESTART, dt.date(2026, 10, 27)),
        (pause_then_fixed(TimeLimit.parse("18 ngày làm việc")), dt.date(2026, 11, 6)),
    ],
)
def test_by_each_policy(policy: SupplementPolicy, end: dt.date) -> None:
    assert due_after_supplement(START, TEN, [PAUSE], policy=policy).date == end
    assert due_after_supplement(START, TEN, [tuple(PAUSE)], policy=policy).date == end  # type: ignore[list-item]


def test_a_policy_that_is_silent() -> None:
    with pytest.raises(LimitError, match="no rule is confirmed on 2026-10-05: expected a policy other than SILENT"):
        due_after_supplement(START, TEN, [PAUSE], policy=SILENT)
    old = [Pause(dt.date(2020, 8, 27), dt.date(2020, 9, 3))]
    made = due_after_supplement(dt.date(2020, 8, 25), TEN, old, policy=SILENT)
    assert made == due_after_supplement(dt.date(2020, 8, 25), TEN, old, policy=RESTART)
    assert made.date == dt.date(2020, 9, 17)


def test_without_a_pause_it_is_the_due_date() -> None:
    assert due_after_supplement(START, TEN, [], policy=SILENT) == due(START, TEN)


def test_several_requests() -> None:
    second = Pause(dt.date(2026, 10, 15), dt.date(2026, 10, 20))
    assert due_after_supplement(START, TEN, [PAUSE, second], policy=RESTART).start == dt.date(2026, 10, 20)
    assert due_after_supplement(START, TEN, [PAUSE, second], policy=RESUME).date == dt.date(2026, 10, 27)


@pytest.mark.parametrize("policy", [RESUME, RESTART, pause_then_fixed(TEN)], ids=lambda policy: policy.kind)
def test_resumed_before_paused(policy: SupplementPolicy) -> None:
    with pytest.raises(
        ValueError, match=r"resumed: expected a day or moment from 2026-10-13 \(paused\) on, got 2026-10-08"
    ):
        due_after_supplement(START, TEN, [Pause(PAUSE.resumed, PAUSE.paused)], policy=policy)
    with pytest.raises(ValueError, match=r"paused: expected a day or moment from 2026-10-09 \(start\) on"):
        due_after_supplement(dt.date(2026, 10, 9), TEN, [PAUSE], policy=policy)
    with pytest.raises(TypeError, match="start: expected a date or a moment"):
        due_after_supplement("05/10/2026", TEN, [PAUSE], policy=policy)  # type: ignore[arg-type]


def test_by_the_clock() -> None:
    start, pause = dt.datetime(2026, 10, 5, 9), Pause(dt.datetime(2026, 10, 6, 9), dt.datetime(2026, 10, 8, 14))
    two = TimeLimit.parse("2 ngày làm việc")
    resumed = due_after_supplement(start, two, [pause], policy=RESUME, model="clock")
    assert resumed.at == dt.datetime(2026, 10, 9, 14)
    rounded = due_after_supplement(start, two, [pause], policy=RESTART, model="clock", round_to_quarter=True)
    assert rounded.at == dt.datetime(2026, 10, 12, 14, 15)


def test_the_day_of_a_request_is_that_of_the_place() -> None:
    night = dt.datetime(2026, 10, 7, 18, 0, tzinfo=dt.UTC)  # 01:00 on the 8th
    start = dt.datetime(2026, 10, 4, 20, 0, tzinfo=dt.UTC)
    pause = Pause(night, dt.datetime(2026, 10, 13, 2, 0, tzinfo=dt.UTC))
    made = due_after_supplement(start, TEN, [pause], policy=RESUME)
    assert made.date == dt.date(2026, 10, 22)
    assert {day.date.day for day in made.skipped if day.working} == {9, 12, 13}
    assert "Tạm dừng: 01:00 thứ Năm 08/10/2026 – 09:00 thứ Ba 13/10/2026" in str(made)

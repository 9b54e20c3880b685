"""Time limits: the grammar case by case, the note, what is refused, and what a limit cannot be."""

import copy
import datetime as dt
from fractions import Fraction

import attrs
import pytest

from tthc.calendar import TimeLimit
from tthc.errors import MalformedError, ParseError
from tthc.repairs import describe

HALF = Fraction(1, 2)


@pytest.mark.parametrize(
    ("text", "amount", "unit", "working"),
    [
        ("5 Ngày làm việc", 5, "day", True),
        ("05 Ngày", 5, "day", False),
        ("00 ngày", 0, "day", False),
        ("0 Giờ", 0, "hour", False),
        ("0.5 Giờ", HALF, "hour", False),
        ("0,5 ngày làm việc", HALF, "day", True),
        ("1.5 Ngày làm việc", 3 * HALF, "day", True),
        ("1/2 ngày", HALF, "day", False),
        ("nửa ngày", HALF, "day", False),
        ("nửa buổi", HALF, "half_day", False),
        ("một ngày rưỡi", 3 * HALF, "day", False),
        ("01 tháng rưỡi", 3 * HALF, "month", False),
        ("0,125 ngày", Fraction(1, 8), "day", False),
        ("1,1250 ngày", Fraction(9, 8), "day", False),
        ("30 phút", 30, "minute", False),
        ("24 tiếng", 24, "hour", False),
        ("8h làm việc", 8, "hour", True),
        ("02 giờ làm việc", 2, "hour", True),
        ("1 buổi", 1, "half_day", False),
        ("02 tuần", 2, "week", False),
        ("3 Tháng", 3, "month", False),
        ("1 năm", 1, "year", False),
        ("mười năm", 10, "year", False),
        ("năm năm", 5, "year", False),
        ("năm ngày làm việc", 5, "day", True),
        ("mười lăm ngày", 15, "day", False),
        ("hai mươi mốt ngày", 21, "day", False),
        ("không ngày", 0, "day", False),
        ("mười (10) ngày làm việc", 10, "day", True),
        ("05 (năm) ngày làm việc", 5, "day", True),
        ("15 ( mười lăm ) ngày", 15, "day", False),
        ("30 (ngày)", 30, "day", False),
        ("30 (ngày làm việc)", 30, "day", True),
        ("30 (ngày) làm việc", 30, "day", True),
        ("05 ngày (làm việc)", 5, "day", True),
        ("10 ngày hành chính", 10, "day", True),
        ("9ngày", 9, "day", False),
        ("Không quá 03 ngày", 3, "day", False),
        ("Tối đa là 3 ngày", 3, "day", False),
        ("Chậm nhất là 3 ngày", 3, "day", False),
        ("Trong thời hạn không quá 15 ngày làm việc", 15, "day", True),
        ("Trong vòng 24 giờ", 24, "hour", False),
        ("Thời hạn giải quyết: 20 ngày", 20, "day", False),
        ("Thời gian thực hiện tối đa không quá 20 ngày", 20, "day", False),
        ("Sau 5 ngày", 5, "day", False),
        ("- 5 ngày", 5, "day", False),
        ("5", 5, None, False),
        ("0", 0, None, False),
        ("1/2", HALF, None, False),
        ("7 nga\u0300y", 7, "day", False),
    ],
)
def test_durations(text: str, amount: Fraction, unit: str | None, working: bool) -> None:
    limit = TimeLimit.parse(text)
    assert (limit.kind, limit.amount, limit.unit, limit.working) == ("duration", amount, unit, working)
    assert (limit.at_least, limit.cutoff, limit.note) == (None, None, "")
    assert TimeLimit.parse(str(limit)) == limit


@pytest.mark.parametrize(
    ("text", "low", "high", "unit", "working"),
    [
        ("Từ 01 đến 03 ngày làm việc", 1, 3, "day", True),
        ("từ 1 ngày đến 3 ngày làm việc", 1, 3, "day", True),
        ("từ 1 ngày làm việc tới 3 ngày làm việc", 1, 3, "day", True),
        ("3 - 5 ngày", 3, 5, "day", False),
        ("3–5 ngày", 3, 5, "day", False),
        ("2 tiếng đến 4 giờ", 2, 4, "hour", False),
        ("hai đến ba ngày", 2, 3, "day", False),
        ("một (01) đến ba (03) ngày", 1, 3, "day", False),
        ("10-25", 10, 25, None, False),
        ("5 đến 5 ngày", 5, 5, "day", False),
    ],
)
def test_a_range_ends_with_the_limit(text: str, low: int, high: int, unit: str | None, working: bool) -> None:
    limit = TimeLimit.parse(text)
    assert (limit.at_least, limit.amount, limit.unit, limit.working) == (low, high, unit, working)
    assert TimeLimit.parse(str(limit)) == limit


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Trong ngày", "same_day"),
        ("Trong ngày làm việc", "same_day"),
        ("trong cùng ngày", "same_day"),
        ("Giải quyết ngay trong ngày", "same_day"),
        ("Trả kết quả trong ngày tiếp nhận hồ sơ", "same_day"),
        ("Ngay trong ngày làm việc nhận được đủ hồ sơ hợp lệ.", "same_day"),
        ("Ngay", "immediate"),
        ("Giải quyết ngay", "immediate"),
        ("Ngay lập tức", "immediate"),
        ("Cấp ngay tại chỗ", "immediate"),
        ("Ngay sau khi nhận đủ hồ sơ", "immediate"),
        ("Được giải quyết ngay tại thời điểm tiếp nhận yêu cầu", "immediate"),
        ("Không", "not_fixed"),
        ("Không quy định", "not_fixed"),
        ("không  QUY ĐỊNH", "not_fixed"),
        ("Chưa quy định cụ thể.", "not_fixed"),
        ("Không xác định", "not_fixed"),
        ("Không có", "not_fixed"),
        ("Không có quy định", "not_fixed"),
        ("Không quy định thời hạn giải quyết", "not_fixed"),
    ],
)
def test_other_kinds(text: str, kind: str) -> None:
    limit = TimeLimit.parse(text)
    assert limit == TimeLimit(kind=kind)
    assert TimeLimit.parse(str(limit)) == limit


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("Ngay trong ngày tiếp nhận hồ sơ; nếu nhận sau 15 giờ thì trả vào ngày làm việc tiếp theo", dt.time(15)),
        ("Trong ngày, hồ sơ nhận sau 15h30 trả hôm sau", dt.time(15, 30)),
        ("Trong ngày. Sau 9:05 thì hôm sau", dt.time(9, 5)),
        ("Trong ngày; sau 15 giờ 30 phút thì hôm sau", dt.time(15, 30)),
        ("Trong ngày (sau 15 giờ: ngày làm việc tiếp theo)", dt.time(15)),
        ("Trong ngày (sau 7 giờ 05: ngày làm việc tiếp theo)", dt.time(7, 5)),
        ("Trong ngày; sau 15 giờ làm việc kể từ khi nhận", None),
        ("Trong ngày; sau 24 giờ thì hôm sau", None),
        ("Trong ngày; sau 15: hôm sau", None),
    ],
)
def test_the_hour_after_which_the_next_day_counts(text: str, time: dt.time | None) -> None:
    limit = TimeLimit.parse(text)
    assert (limit.kind, limit.cutoff) == ("same_day", time)
    assert TimeLimit.parse(str(limit)) == limit


def test_a_cutoff_that_no_note_states_is_written() -> None:
    limit = TimeLimit(kind="same_day", cutoff=dt.time(15, 5), note="trừ ngày lễ")
    assert str(limit) == "Trong ngày (sau 15 giờ 05: ngày làm việc tiếp theo); trừ ngày lễ"
    assert limit.display("en") == "same day (after 15:05: next working day)"


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("5 ngày kể từ ngày nhận đủ hồ sơ", "kể từ ngày nhận đủ hồ sơ"),
        ("5 ngày, kể từ ngày nhận đủ hồ sơ.", "kể từ ngày nhận đủ hồ sơ."),
        ("5 ngày: tính từ ngày nộp", "tính từ ngày nộp"),
        ("5 ngày (không kể ngày nghỉ)", "(không kể ngày nghỉ)"),
        ("5 ngày\nTheo quy định", "Theo quy định"),
        ("5 ngày \n Xem quyết định", "Xem quyết định"),
        ("5\nXem quyết định", "Xem quyết định"),
        ("5 ngày/hồ sơ", "/hồ sơ"),
        ("5 ngày - đối với hồ sơ giấy", "- đối với hồ sơ giấy"),
        ("5 ngày;; x", "; x"),
        ("5; chưa rõ", "chưa rõ"),
        ("3 ngày, trường hợp cần xác minh 08 ngày.", "trường hợp cần xác minh 08 ngày."),
        ("24 giờ làm việc (03 ngày)", "(03 ngày)"),
        ("5 ngày kể từ ngày 05 tháng 6 năm 2025", "kể từ ngày 05 tháng 6 năm 2025"),
        ("Ngay khi xe rời bến", "khi xe rời bến"),
        ("Ngay sau khi nhận đủ hồ sơ và lệ phí", "sau khi nhận đủ hồ sơ và lệ phí"),
        ("Trong ngày tiếp nhận hồ sơ của công dân", "của công dân"),
        ("Không quy định; tùy từng vụ việc", "tùy từng vụ việc"),
        ("5 ngày; nga\u0300y\u200b x", "nga\u0300y\u200b x"),
    ],
)  # fmt: skip
def test_the_rest_is_kept_word_for_word(text: str, note: str) -> None:
    limit = TimeLimit.parse(text)
    assert limit.note == note
    assert TimeLimit.parse(str(limit)) == limit


@pytest.mark.parametrize("text", ["", " ", "-", " - ", "\u200b", "Không có thông tin", "không có thông tin."])
def test_nothing_stated_is_no_value(text: str) -> None:
    with pytest.raises(ParseError, match="nothing is stated"):
        TimeLimit.parse(text)


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("Sở: 05 ngày; UBND tỉnh: 03 ngày", 0),
        ("  khoảng một tuần gì đó", 2),
        ("ngày làm việc", 0),
        ("Khác", 0),
        ("Tùy theo đợt", 0),
        ("Do sở quy định", 0),
        ("năm", 0),
        ("Không quá", 0),
        ("-5 ngày", 0),
        ("01/7/2025", 0),
        ("1.2.3 ngày", 0),
        ("1e5 ngày", 0),
        ("1234567890123 ngày", 0),
        ("15h30", 0),
        ("5 kể từ ngày nhận", 0),
        ("5 (xyz) ngày", 0),
        ("5 ngày gì đó", 0),
        ("5 ngày trở lên", 0),
        ("5 ngày làm việc tiếp theo", 0),
        ("5 ngày + 3 ngày", 0),
        ("5 ngày hoặc 7 ngày", 0),
        ("Trong ngày làm việc tiếp theo", 0),
        ("Chậm nhất là ngay trước giờ bay", 0),
        ("mười lăm", 0),
        ("hai mươi năm ngày", 0),
        ("1.000 ngày", 0),
        (" 1,125 ngày", 1),
        ("1/0 ngày", 0),
        ("3-1 ngày", 0),
        ("từ 4 giờ đến 1 ngày", 0),
        ("từ 4 giờ đến 10", 0),
        ("từ 1 ngày làm việc đến 3 ngày", 0),
        ("99999999999,99 ngày", 0),
        ("05 ngày (Sở), 03 ngày (UBND)", 7),
        ("05 ngày; hai ngày tại xã", 7),
        ("05 ngày kể từ ngày nhận; 03 (ba) ngày kể từ ngày có kết quả", 7),
    ],
)
def test_what_is_not_one_limit_is_refused(text: str, position: int) -> None:
    with pytest.raises(ParseError, match="time limit: ") as caught:
        TimeLimit.parse(text)
    assert (caught.value.value, caught.value.position) == (text, position)
    assert not TimeLimit.is_valid(text)


@pytest.mark.parametrize("value", [None, 5, 1.5, True, b"5 ng", ["5"], object(), TimeLimit])
def test_what_is_no_text_is_refused(value: object) -> None:
    with pytest.raises(ParseError, match="expected text"):
        TimeLimit.parse(value)  # type: ignore[arg-type]
    assert not TimeLimit.is_valid(value)


@pytest.mark.parametrize(
    ("text", "repairs"),
    [
        ("5 ngày", ()),
        ("Không quá 05 (năm) ngày làm việc, kể từ ngày nhận", ()),
        ("05 (sáu) ngày", ("words-differ",)),
        ("sáu (05) ngày", ("words-differ",)),
        ("từ 2 (ba) đến 5 ngày", ("words-differ",)),
        ("5 ngày.", ("trailing-mark",)),
        (" 5  ngày ", ("blanks",)),
        ("5 ngày ", ("blanks",)),
        ("5\u00a0ngày", ("blanks",)),
        ("5\u200b ngày", ("characters",)),
        (" 3–5 ngày.", ("characters", "blanks", "trailing-mark")),
    ],
)
def test_what_was_mended_is_told(text: str, repairs: tuple[str, ...]) -> None:
    limit = TimeLimit.parse(text)
    assert limit.repairs == repairs
    assert limit == attrs.evolve(limit, repairs=())
    assert all(describe(repair) for repair in repairs)


@pytest.mark.parametrize(
    ("fields", "faulty"),
    [
        ({"kind": "duration"}, {"amount"}),
        ({"kind": "duration", "amount": -1}, {"amount"}),
        ({"kind": "duration", "amount": 10**12}, {"amount"}),
        ({"kind": "duration", "amount": Fraction(1, 10**12)}, {"amount"}),
        ({"kind": "duration", "amount": 1.5}, {"amount"}),
        ({"kind": "duration", "amount": True}, {"amount"}),
        ({"kind": "duration", "amount": 1, "at_least": 2}, {"at_least"}),
        ({"kind": "duration", "amount": 1, "at_least": -1}, {"at_least"}),
        ({"kind": "duration", "at_least": 2}, {"amount"}),
        ({"kind": "duration", "amount": 1, "working": True}, {"working"}),
        ({"kind": "duration", "amount": 1, "unit": "days"}, {"unit"}),
        ({"kind": "duration", "amount": 1, "cutoff": dt.time(15)}, {"cutoff"}),
        ({"kind": "duration", "amount": 1, "unit": "day", "note": "03 ngày tại xã"}, {"note"}),
        ({"kind": "free"}, {"kind"}),
        ({"kind": "same_day", "amount": 0}, {"amount"}),
        ({"kind": "not_fixed", "at_least": 0}, {"at_least"}),
        ({"kind": "immediate", "unit": "day", "working": True}, {"unit", "working"}),
        ({"kind": "immediate", "cutoff": dt.time(15)}, {"cutoff"}),
        ({"kind": "same_day", "cutoff": dt.time(15, 0, 1)}, {"cutoff"}),
        ({"kind": "same_day", "cutoff": dt.time(15, tzinfo=dt.UTC)}, {"cutoff"}),
        ({"kind": "same_day", "note": "sau 15 giờ thì hôm sau"}, {"cutoff"}),
        ({"kind": "same_day", "cutoff": dt.time(14), "note": "sau 15 giờ thì hôm sau"}, {"cutoff"}),
        ({"kind": "not_fixed", "note": " x"}, {"note"}),
        ({"kind": "not_fixed", "note": "x\n"}, {"note"}),
        ({"kind": "not_fixed", "note": "x" * 99_001}, {"note"}),
        ({"kind": "not_fixed", "note": None}, {"note"}),
    ],
)
def test_what_a_limit_cannot_be(fields: dict[str, object], faulty: set[str]) -> None:
    with pytest.raises(MalformedError) as caught:
        TimeLimit(**fields)  # type: ignore[arg-type]
    assert {fault.field for fault in caught.value.faults} == faulty


@pytest.mark.parametrize(
    ("limit", "vi", "en"),
    [
        (TimeLimit(kind="duration", amount=5, unit="day", working=True), "5 ngày làm việc", "5 working days"),
        (TimeLimit(kind="duration", amount=1, unit="hour"), "1 giờ", "1 hour"),
        (TimeLimit(kind="duration", amount=3 * HALF, unit="half_day"), "1,5 buổi", "1.5 half-days"),
        (TimeLimit(kind="duration", amount=Fraction(1, 8), unit="year"), "0,1250 năm", "0.125 years"),
        (TimeLimit(kind="duration", amount=1500, unit="minute"), "1500 phút", "1,500 minutes"),
        (TimeLimit(kind="duration", amount=Fraction(1, 3), unit="week"), "1/3 tuần", "1/3 weeks"),
        (TimeLimit(kind="duration", amount=3, at_least=1, unit="month"), "từ 1 đến 3 tháng", "1 to 3 months"),
        (TimeLimit(kind="duration", amount=5, note="x"), "5", "5"),
        (TimeLimit(kind="same_day"), "Trong ngày", "same day"),
        (TimeLimit(kind="immediate"), "Giải quyết ngay", "at once"),
        (TimeLimit(kind="not_fixed"), "Không quy định", "not fixed"),
    ],
)
def test_words_in_two_languages(limit: TimeLimit, vi: str, en: str) -> None:
    assert (limit.display(), limit.display("en")) == (vi, en)
    assert str(limit) == (f"{vi}; {limit.note}" if limit.note else vi)


def test_a_limit_is_a_value() -> None:
    limit = TimeLimit(kind="duration", amount=5, unit="day")
    assert repr(limit) == "TimeLimit(kind='duration', amount=Fraction(5, 1), unit='day')"
    assert {limit, copy.deepcopy(limit)} == {limit}
    assert limit != TimeLimit(kind="duration", amount=5, unit="day", working=True)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        limit.amount = Fraction(1)  # type: ignore[misc]
    with pytest.raises(TypeError):
        TimeLimit("duration")  # type: ignore[misc]

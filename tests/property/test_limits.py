"""Time limits: what is written is read back, and whatever is given is read or refused, never anything else."""

import datetime as dt
import pickle
import time
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc.calendar import TimeLimit
from tthc.errors import MalformedError, ParseError

UNITS = ["minute", "hour", "half_day", "day", "week", "month", "year"]
PIECES = [
    " ", "  ", ";", "; ", ",", ".", ":", "-", " - ", "(", ")", "/", "\n", "\t", "\u00a0", "\u200b", "%", "1", "05",
    "15", "30", "1/2", "0,5", "1.000", "một", "hai mươi", "mười", "năm", "rưỡi", "nửa", "không", "phút", "giờ", "h",
    "buổi", "ngày", "tuần", "tháng", "làm việc", "Ngày làm việc", "hành chính", "từ", "đến", "tới", "không quá",
    "tối đa", "trong", "trong ngày", "ngay", "sau 15 giờ", "sau 15h30", "sau 9:05", "kể từ", "nếu", "trường hợp",
    "Sở", "Không quy định", "tiếp theo", "nhận hồ sơ", "ngày làm việc tiếp theo", "nga\u0300y", "ngày".upper(), "Ð",
    "–",
]  # fmt: skip

texts = st.one_of(st.text(max_size=40), st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3))).map("".join))
notes = texts.map(str.strip)
amounts = st.one_of(
    st.integers(0, 400).map(Fraction),
    st.builds(Fraction, st.integers(0, 10**12 - 1), st.integers(1, 10**12 - 1)),
    st.decimals(0, 10**6, places=3).map(Fraction),
)
clocks = st.builds(dt.time, st.integers(0, 23), st.integers(0, 59))


@st.composite
def limits(draw: st.DrawFn) -> TimeLimit:
    """Any limit that can be built: notes may cost a try or two."""
    kind = draw(st.sampled_from(["duration", "same_day", "immediate", "not_fixed"]))
    note = draw(st.one_of(st.just(""), notes))
    if kind == "duration":
        low, high = sorted([draw(amounts), draw(amounts)])
        unit = draw(st.sampled_from([*UNITS, None]))
        fields = {
            "amount": high,
            "at_least": draw(st.sampled_from([low, None])),
            "unit": unit,
            "working": unit is not None and draw(st.booleans()),
        }
    else:
        fields = {"cutoff": draw(st.one_of(st.none(), clocks))} if kind == "same_day" else {}
    try:
        return TimeLimit(kind=kind, note=note, **fields)
    except MalformedError:  # the note states a further limit or another hour
        return TimeLimit(kind=kind, **fields)


@given(limits())
def test_what_is_written_is_read_back(limit: TimeLimit) -> None:
    assert TimeLimit.parse(str(limit)) == limit
    assert pickle.loads(pickle.dumps(limit)) == limit
    assert hash(TimeLimit.parse(str(limit))) == hash(limit)
    assert eval(repr(limit), {"TimeLimit": TimeLimit, "Fraction": Fraction, "datetime": dt}) == limit


@given(texts)
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        limit = TimeLimit.parse(text)
    except ParseError as refused:
        place = refused.position
    else:
        place = None
        assert TimeLimit.parse(str(limit)) == limit
        assert limit.note in text
    assert place is None or 0 <= place <= len(text)


@given(limits())
def test_words_hold_the_number_in_both_languages(limit: TimeLimit) -> None:
    for lang in ("vi", "en"):
        shown = limit.display(lang)
        assert shown.strip() == shown != ""
        assert ("working" in shown or "làm việc" in shown) >= limit.working
    assert limit.kind != "duration" or any(char.isdigit() for char in limit.display())


@given(st.integers(0, 10**9), st.sampled_from(["ngày", "ngày làm việc", "giờ", "tháng", "tuần"]))
def test_case_blanks_and_leading_zeros_do_not_matter(number: int, words: str) -> None:
    plain = TimeLimit.parse(f"{number} {words}")
    assert plain.amount == number
    assert TimeLimit.parse(f"  0{number}   {words.upper()} ") == plain


@given(st.integers(1, 500), st.integers(1, 500))
def test_a_range_is_ordered(low: int, high: int) -> None:
    text = f"từ {low} đến {high} ngày"
    if low > high:
        assert not TimeLimit.is_valid(text)
    else:
        limit = TimeLimit.parse(text)
        assert (limit.at_least, limit.amount) == (low, high)


@pytest.mark.parametrize(
    "unit",
    [
        " ",
        "5",
        "một ",
        "(",
        "5 (",
        "trong ",
        "5 ngày; ",
        "sau 1",
        "kể từ ",
        "\u200b",
        "a\u0323\u0301",
        "1/",
        "1-",
        "\n",
        ";",
    ],
)
@pytest.mark.parametrize("head", ["", "5 ngày; ", "Trong ngày; "])
def test_work_grows_with_the_length_of_the_text(head: str, unit: str) -> None:
    def cost(size: int) -> float:
        text = head + unit * ((size - len(head)) // len(unit))
        best = float("inf")
        for _ in range(2):
            start = time.process_time()
            TimeLimit.is_valid(text)
            best = min(best, time.process_time() - start)
        return best

    assert cost(32_000) < 12 * cost(8_000) + 0.05


def test_longer_texts_are_refused_unread() -> None:
    assert TimeLimit.parse("5 ngày; " + "a" * 90_000).amount == 5
    with pytest.raises(ParseError, match="at most 100000"):
        TimeLimit.parse("5 ngày; " + "a" * 10**6)

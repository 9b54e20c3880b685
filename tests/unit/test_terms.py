"""What one applicant faces on one day; what the record leaves open is listed, never picked."""

import datetime as dt
import pickle
import time
from typing import Any

import pytest

from tthc.calendar import TimeLimit
from tthc.dated import Interval
from tthc.errors import MalformedError, NotFoundError
from tthc.fees import Fee
from tthc.money import Money
from tthc.procedures import Ambiguity, Audience, Case, Document, Method, Procedure, Terms, fees_on, terms
from tthc.text import Unparsed

DAY = dt.date(2026, 11, 22)
X = Unparsed("tùy trường hợp")


def _days(amount: int) -> TimeLimit:
    return TimeLimit(kind="duration", amount=amount, unit="day", working=True)


def _fee(amount: int, *, per: str | None = None, category: Any = None, until: dt.date | None = None) -> Fee:
    validity = None if until is None else Interval(dt.date(2025, 7, 1), until)
    return Fee(kind="amount", amount=Money(amount), per=per, category=category, validity=validity)


def _open(terms: Terms) -> dict[str, tuple[str, ...]]:
    return {ambiguity.component: ambiguity.options for ambiguity in terms.ambiguous}


# ── fees of one row on one day ───────────────────────────────────────────────

NEW_YEAR = dt.date(2027, 1, 1)


@pytest.mark.parametrize("per", [None, "hồ sơ"])
@pytest.mark.parametrize(
    ("on", "due"),
    [
        (dt.date(2025, 6, 30), 50),
        (dt.date(2025, 7, 1), 25_000),
        (dt.date(2026, 12, 31), 25_000),
        (dt.date(2027, 1, 1), 50),
    ],
)
def test_a_dated_fee_stands_in_place_of_the_undated_one_on_its_days(on: dt.date, due: int, per: str | None) -> None:
    """The record 1.002010 states 50 đồng, and in words 25.000 đồng from 2025-07-01 through 2026-12-31."""
    row = (_fee(50), _fee(25_000, per=per, until=NEW_YEAR))
    procedure = Procedure(methods=(Method(channel="online", fees=row),))
    found = procedure.terms(on=on)
    assert found.fees is not None
    assert [fee.amount for fee in found.fees if isinstance(fee, Fee)] == [Money(due)]
    assert len(found.fees) == 1
    assert found.ambiguous == ()


def test_a_dated_fee_replaces_only_fees_of_its_category_and_unit() -> None:
    phi, le_phi = _fee(1, category="phí"), _fee(2, category="lệ phí")
    cut = _fee(3, category="phí", until=NEW_YEAR)
    assert fees_on((phi, le_phi, cut), DAY) == (le_phi, cut)
    page, copy = _fee(4, per="trang"), _fee(5, per="bản")
    cheap_page = _fee(6, per="trang", until=NEW_YEAR)
    assert fees_on((page, copy, cheap_page), DAY) == (copy, cheap_page)
    assert fees_on((page, copy, _fee(7), cheap_page), DAY) == (copy, cheap_page)
    assert fees_on((page, copy, _fee(8, until=NEW_YEAR)), DAY) == (_fee(8, until=NEW_YEAR),)
    assert fees_on((page, copy, cheap_page), NEW_YEAR) == (page, copy)


def test_what_cannot_be_read_stays_due() -> None:
    assert fees_on((X, _fee(1), _fee(2, until=NEW_YEAR)), DAY) == (X, _fee(2, until=NEW_YEAR))
    assert fees_on((X,), DAY) == (X,)
    assert fees_on((), DAY) == ()


def test_several_dated_fees_are_all_due() -> None:
    row = (_fee(1, until=NEW_YEAR), _fee(2, until=NEW_YEAR))
    assert fees_on(row, DAY) == row
    assert fees_on(row, NEW_YEAR) == ()


# ── three channels ───────────────────────────────────────────────────────────


def test_not_stated_stated_none_and_unreadable_are_told_apart() -> None:
    blank = Procedure(methods=(Method(),), cases=(Case(),)).terms(on=DAY)
    assert (blank.time_limit, blank.fees, blank.documents, blank.ambiguous) == (None, None, None, ())
    none = Procedure(methods=(Method(fees=()),), cases=(Case(documents=()),)).terms(on=DAY)
    assert (none.fees, none.documents, none.ambiguous) == ((), (), ())
    unread = Procedure(methods=(Method(time_limit=X, fees=(X,)),), cases=(Case(documents=(X,)),)).terms(on=DAY)
    assert (unread.time_limit, unread.fees, unread.documents, unread.ambiguous) == (X, (X,), (X,), ())
    rows = Procedure(methods=(X,), cases=(X,)).terms(on=DAY)
    assert (rows.time_limit, rows.fees, rows.documents, rows.ambiguous) == (X, (X,), (X,), ())
    for empty in (Procedure(), Procedure(methods=(), cases=())):
        assert empty.terms(on=DAY) == Terms(on=DAY)


def test_fees_that_hold_on_other_days_only_are_open_not_none() -> None:
    expired = Method(channel="online", fees=(_fee(1, until=NEW_YEAR),))
    found = Procedure(methods=(expired,)).terms(on=NEW_YEAR)
    assert found.fees is None
    assert _open(found) == {"fees": ("trực tuyến: không có mức nào đang áp dụng",)}
    beside = Procedure(methods=(expired, Method(channel="post", fees=(_fee(2),)))).terms(on=NEW_YEAR)
    assert beside.fees is None
    assert _open(beside) == {"fees": ("trực tuyến: không có mức nào đang áp dụng", "dịch vụ bưu chính: 2 đồng")}
    assert Procedure(methods=(expired,)).terms(on=DAY).fees == expired.fees


# ── rows that agree and rows that do not ─────────────────────────────────────

ONLINE = Method(channel="online", time_limit=_days(3), fees=(_fee(10),))
DIRECT = Method(channel="direct", time_limit=_days(5), fees=(_fee(10),))
POST = Method(channel="post", time_limit=_days(5), fees=(_fee(20), _fee(1, category="phí")))
CHANNELS = Procedure(methods=(ONLINE, DIRECT, POST))


def test_rows_that_differ_are_listed() -> None:
    found = CHANNELS.terms(on=DAY)
    assert found.time_limit is None
    assert found.fees is None
    assert _open(found) == {
        "time_limit": (
            f"trực tuyến: {_days(3)}",
            f"trực tiếp: {_days(5)}",
            f"dịch vụ bưu chính: {_days(5)}",
        ),
        "fees": ("trực tuyến: 10 đồng", "trực tiếp: 10 đồng", "dịch vụ bưu chính: 20 đồng; Phí: 1 đồng"),
    }


def test_a_channel_decides() -> None:
    found = CHANNELS.terms(channel="online", on=DAY)
    assert (found.time_limit, found.fees, found.ambiguous) == (_days(3), (_fee(10),), ())
    assert found.channel == "online"
    found = CHANNELS.terms(None, "post", on=DAY)
    assert (found.time_limit, found.fees) == (_days(5), POST.fees)


def test_rows_that_agree_are_one_answer() -> None:
    turned = Method(channel="direct", fees=(_fee(1, category="phí"), _fee(20)))
    found = Procedure(methods=(POST, turned)).terms(on=DAY)
    assert found.fees == POST.fees
    assert found.time_limit == _days(5)
    assert found.ambiguous == ()
    twice = Method(channel="direct", fees=(_fee(20), _fee(20), _fee(1, category="phí")))
    assert Procedure(methods=(POST, twice)).terms(on=DAY).fees is None


@pytest.mark.parametrize("channel", [None, X])
def test_a_row_that_does_not_say_its_channel_is_for_every_channel(channel: Unparsed | None) -> None:
    row = Method(channel=channel, time_limit=_days(9))
    assert Procedure(methods=(row,)).terms(channel="online", on=DAY).time_limit == _days(9)
    found = Procedure(methods=(row, ONLINE, DIRECT)).terms(channel="online", on=DAY)
    assert found.time_limit is None
    named = "mọi cách thức" if channel is None else X.text
    assert _open(found)["time_limit"] == (f"{named}: {_days(9)}", f"trực tuyến: {_days(3)}")


def test_an_unreadable_row_may_be_the_one() -> None:
    found = Procedure(methods=(X, ONLINE)).terms(channel="online", on=DAY)
    assert found.time_limit is None
    assert found.fees is None
    assert _open(found)["time_limit"] == ("(không đọc được): tùy trường hợp", f"trực tuyến: {_days(3)}")


# ── cases ────────────────────────────────────────────────────────────────────

FORM, COPY = Document(name="Tờ khai"), Document(name="Bản sao")
NEW = Case(name="Cấp mới", code="01", documents=(FORM,))
AGAIN = Case(name="Cấp lại", code="TH2", documents=(FORM, COPY))
NEW_ROW = Method(channel="online", case="01", time_limit=_days(7))
AGAIN_ROW = Method(channel="online", case="cấp  LẠI", time_limit=_days(2))
CASES = Procedure(cases=(NEW, AGAIN), methods=(NEW_ROW, AGAIN_ROW, Method(fees=(_fee(10),))))


def test_without_a_case_the_cases_are_listed() -> None:
    found = CASES.terms(on=DAY)
    assert found.documents is None
    assert found.time_limit is None
    assert found.fees == (_fee(10),)
    assert _open(found) == {
        "case": ("Cấp mới", "Cấp lại"),
        "time_limit": (f"trực tuyến, 01: {_days(7)}", f"trực tuyến, cấp  LẠI: {_days(2)}"),
        "documents": ("Cấp mới: 1 giấy tờ", "Cấp lại: 2 giấy tờ"),
    }


@pytest.mark.parametrize("case", ["Cấp lại", "cap lai", " CẤP\u00a0LẠI ", "TH2", "th2"])
def test_a_case_is_asked_for_by_name_or_code(case: str) -> None:
    found = CASES.terms(case, on=DAY)
    assert found.documents == (FORM, COPY)
    assert found.time_limit == _days(2)
    assert found.fees == (_fee(10),)
    assert found.ambiguous == ()
    assert found.case == case


def test_a_method_may_name_its_case_by_code_or_name() -> None:
    assert CASES.terms("Cấp mới", on=DAY).time_limit == _days(7)
    assert CASES.terms("01", on=DAY).time_limit == _days(7)


@pytest.mark.parametrize("case", ["", "Cấp đổi", "02", "\ud800"])
def test_an_unknown_case_is_not_found(case: str) -> None:
    with pytest.raises(NotFoundError, match="unknown case") as caught:
        CASES.terms(case, on=DAY)
    assert caught.value.available == ("Cấp mới", "01", "Cấp lại", "TH2", "cấp  LẠI")


def test_a_case_that_only_a_method_names() -> None:
    rows = (Method(case="gấp", time_limit=_days(1)), Method(case="thường", time_limit=_days(9)))
    unnamed = Procedure(cases=(Case(documents=(FORM,)),), methods=rows)
    found = unnamed.terms("gấp", on=DAY)
    assert (found.time_limit, found.documents, found.ambiguous) == (_days(1), (FORM,), ())
    assert Procedure(methods=rows).terms("Thường", on=DAY).time_limit == _days(9)
    assert Procedure(cases=(NEW,), methods=rows).terms("gấp", on=DAY).documents is None


def test_cases_whose_names_differ_in_marks_only_are_both_listed() -> None:
    one, two = Case(name="Cấp má", documents=(FORM,)), Case(name="Cấp mà", documents=(COPY,))
    found = Procedure(cases=(one, two)).terms("cap ma", on=DAY)
    assert found.documents is None
    assert _open(found) == {"case": ("Cấp má", "Cấp mà"), "documents": ("Cấp má: 1 giấy tờ", "Cấp mà: 1 giấy tờ")}


def test_an_unreadable_case_is_listed_unless_the_asked_one_is_found() -> None:
    procedure = Procedure(cases=(NEW, X))
    assert _open(procedure.terms(on=DAY)) == {
        "case": ("Cấp mới", X.text),
        "documents": ("Cấp mới: 1 giấy tờ", "tùy trường hợp: 1 giấy tờ"),
    }
    assert procedure.terms("01", on=DAY) == Terms(on=DAY, case="01", documents=(FORM,))


def test_cases_without_names_are_listed() -> None:
    found = Procedure(cases=(Case(documents=(FORM,)), Case(documents=(COPY,)), Case(code="03"))).terms(on=DAY)
    assert found.documents is None
    assert _open(found) == {"case": ("(không tên)", "(không tên)", "03"), "documents": ("(không tên): 1 giấy tờ",)}


def test_the_limit_of_a_case_stands_in_place_of_the_general_one() -> None:
    special = Case(name="Đặc biệt", time_limit=_days(30))
    general = Method(channel="online", time_limit=_days(5))
    procedure = Procedure(cases=(special, Case(name="Thường")), methods=(general,))
    assert procedure.terms("Đặc biệt", on=DAY).time_limit == _days(30)
    assert procedure.terms("Thường", on=DAY).time_limit == _days(5)
    found = procedure.terms(on=DAY)
    assert found.time_limit is None
    assert _open(found)["time_limit"] == (f"trường hợp Đặc biệt: {_days(30)}", f"trực tuyến: {_days(5)}")


def test_a_method_for_a_case_may_contradict_the_case() -> None:
    special = Case(name="Đặc biệt", time_limit=_days(30))
    row = Method(case="đặc biệt", time_limit=_days(20))
    found = Procedure(cases=(special,), methods=(row,)).terms("Đặc biệt", on=DAY)
    assert found.time_limit is None
    assert _open(found) == {"time_limit": (f"trường hợp Đặc biệt: {_days(30)}", f"đặc biệt: {_days(20)}")}
    assert Procedure(cases=(special,), methods=(X,)).terms(on=DAY).time_limit == _days(30)


# ── audiences ────────────────────────────────────────────────────────────────

PERSON = Method(audience="Cá nhân", time_limit=_days(1))
FIRM = Method(audience="Tổ chức", time_limit=_days(2), fees=(_fee(5),))
AUDIENCES = Procedure(
    audiences=(Audience(name="Cá nhân"), X, Audience(name="Hợp tác xã")),
    methods=(PERSON, FIRM, X),
    cases=(
        Case(name="a", audience="Cá nhân", documents=(FORM,)),
        Case(name="b", audience="Tổ chức", documents=(COPY,)),
        X,
    ),
)


def test_an_audience_decides() -> None:
    clear = Procedure(audiences=AUDIENCES.audiences, methods=(PERSON, FIRM), cases=(AUDIENCES.rows_of("cases")))
    found = clear.terms(audience="tổ chức", on=DAY)
    assert (found.time_limit, found.fees, found.documents, found.ambiguous) == (_days(2), (_fee(5),), (COPY,), ())
    found = clear.terms(audience="Cá nhân", case="a", on=DAY)
    assert (found.time_limit, found.fees, found.documents) == (_days(1), None, (FORM,))
    found = clear.terms(audience="Hợp tác xã", on=DAY)
    assert found == Terms(on=DAY, audience="Hợp tác xã")


def test_unreadable_rows_stay_for_every_audience() -> None:
    found = AUDIENCES.terms(audience="Cá nhân", on=DAY)
    assert set(_open(found)) == {"case", "time_limit", "documents"}


def test_an_unknown_audience_or_case_of_another_audience_is_not_found() -> None:
    with pytest.raises(NotFoundError, match="unknown audience: 'Nhà nước'; known: Cá nhân, Hợp tác xã, Tổ chức"):
        AUDIENCES.terms(audience="Nhà nước", on=DAY)
    with pytest.raises(NotFoundError, match="unknown case: 'b'; known: a"):
        AUDIENCES.terms("b", audience="Cá nhân", on=DAY)
    with pytest.raises(NotFoundError):
        Procedure().terms(audience="Cá nhân", on=DAY)


# ── the value ────────────────────────────────────────────────────────────────


def test_terms_are_printed() -> None:
    whole = Procedure(cases=(Case(documents=(FORM, X)),), methods=(ONLINE,)).terms(on=DAY)
    assert str(whole).splitlines() == [
        "Ngày 22/11/2026",
        f"Thời hạn giải quyết: {_days(3)}",
        "Phí, lệ phí: 10 đồng",
        "Hồ sơ: Tờ khai; tùy trường hợp",
    ]
    assert str(Terms(on=DAY, fees=(), documents=())).splitlines()[1:] == ["Phí, lệ phí: không có", "Hồ sơ: không có"]
    assert str(Terms(on=DAY)) == "Ngày 22/11/2026"
    open_ = Terms(on=DAY, ambiguous=(Ambiguity(component="case", options=("a", "b")),))
    assert str(open_).splitlines()[1] == "Chưa xác định (trường hợp): a | b"


def test_terms_are_values() -> None:
    found = CASES.terms(on=DAY)
    assert found == CASES.terms(on=DAY)
    assert hash(found) == hash(CASES.terms(on=DAY))
    assert pickle.loads(pickle.dumps(found)) == found


def test_terms_refuse_a_channel_that_is_none_and_a_moment() -> None:
    with pytest.raises(MalformedError, match="channel"):
        CHANNELS.terms(channel="fax", on=DAY)  # type: ignore[arg-type]
    with pytest.raises(MalformedError, match="on"):
        Procedure().terms(on=dt.datetime(2026, 1, 1))  # noqa: DTZ001


def test_many_rows_are_answered_in_bounded_time() -> None:
    rows = tuple(Method(case=str(i), time_limit=_days(i), fees=(_fee(i + 1),)) for i in range(5000))
    cases = tuple(Case(name=str(i), documents=(Document(name=str(i)),)) for i in range(5000))
    started = time.process_time()
    found = Procedure(methods=rows, cases=cases).terms(on=DAY)
    assert time.process_time() - started < 5  # comparing every row with every other takes a minute
    assert [len(ambiguity.options) for ambiguity in found.ambiguous] == [5000] * 4


def test_module_lists_its_names() -> None:
    assert dir(terms) == terms.__all__

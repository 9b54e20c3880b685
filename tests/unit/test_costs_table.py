"""Tables of costs: cells, sums, comparison, and how they are shown."""

from fractions import Fraction
from html.parser import HTMLParser
from typing import Any

import attrs
import pytest

from tthc.costs import (
    AXES,
    GERMANY_ERFUELLUNGSAUFWAND,
    INTERNATIONAL_SCM,
    VN_TT02_2017,
    Assumption,
    Cell,
    CostTable,
    HourlyIncome,
    Norm,
    Norms,
    Parameters,
    Price,
    Segment,
    Spread,
    Unpriced,
)
from tthc.errors import IncomparableError, MalformedError, MissingInputError, NotFoundError
from tthc.money import Money

THIRD = Fraction(1, 3)


def time(hours: Any = 1, rate: Any = 30, **fields: Any) -> Cell:
    return Cell(**{"kind": "time", "activity": "learn", "acts": 1, "unit": hours, "rate": rate, **fields})


def money(amount: Any, **fields: Any) -> Cell:
    return Cell(**{"kind": "cash", "activity": "document", "acts": 1, "unit": amount, **fields})


def table(*cells: Cell, **fields: Any) -> CostTable:
    return CostTable(**{"convention": VN_TT02_2017, "currency": "VND", "cells": cells, **fields})


# ── cells ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_cell_is_acts_by_unit_by_rate() -> None:
    cell = time(2, 30, acts=3, volume=10)
    assert (cell.hours, cell.amount, cell.per_year, cell.once) == (6, 180, 1800, 0)
    cash = money(7, acts=3)
    assert (cash.hours, cash.amount, cash.per_year, cash.once) == (0, 21, None, 0)
    free = time(2, 30, priced=False, volume=1)
    assert (free.hours, free.amount, free.per_year) == (2, 0, 0)
    first = money(7, apart=True, volume=10)
    assert (first.per_year, first.once) == (0, 70)
    assert money(7, apart=True).once is None
    assert (time(step="bước", document="giấy").label, time(step="bước").label, time().label) == ("giấy", "bước", "")


@pytest.mark.parametrize(
    ("fields", "faults"),
    [
        ({"acts": -1, "unit": -1, "rate": -1, "volume": -1}, ["acts", "unit", "rate", "volume"]),
        ({"acts": 0.5}, ["acts"]),
        ({"activity": "lobby"}, ["activity"]),
        ({"kind": "irritation"}, ["kind"]),
    ],
)
def test_a_cell_refuses_what_is_no_figure(fields: dict[str, Any], faults: list[str]) -> None:
    with pytest.raises(MalformedError) as caught:
        time(**fields)
    assert [fault.field for fault in caught.value.faults] == faults


# ── sums ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

SMALL = table(
    time(2, 30, document="A", volume=10),
    money(10, document="A", channel="online", volume=10),
    money(5, document="B", apart=True, one_off=True, volume=2),
)


def test_sums_by_axes_are_the_totals() -> None:
    assert SMALL.per_dossier == Money(75)
    assert SMALL.per_year == Money(700)
    assert SMALL.once == Money(10)
    assert SMALL.hours == 2
    assert dict(SMALL.by("document")) == {"A": Money(70), "B": Money(5)}
    assert dict(SMALL.by("document", "kind")) == {
        ("A", "time"): Money(60),
        ("A", "cash"): Money(10),
        ("B", "cash"): Money(5),
    }
    assert dict(SMALL.by()) == {(): Money(75)}
    assert dict(SMALL.by("channel", of="per_year")) == {None: Money(600), "online": Money(100)}
    assert dict(SMALL.by("one_off", of="once")) == {False: Money(0), True: Money(10)}
    assert dict(SMALL.by("document", of="hours")) == {"A": 2, "B": 0}
    assert table().per_dossier == table().per_year == Money(0)


def test_unknown_axes_and_measures_are_named() -> None:
    for ask in (lambda: SMALL.by("cohort"), lambda: SMALL.only(cohort=1)):  # type: ignore[arg-type]
        with pytest.raises(NotFoundError, match="axis: 'cohort'; known: procedure"):
            ask()
    for ask in (lambda: SMALL.by(of="per_week"), lambda: SMALL.saving(SMALL, of="per_week")):  # type: ignore[call-overload, arg-type]
        with pytest.raises(NotFoundError, match="measure: 'per_week'; known: per_dossier"):
            ask()


def test_a_table_may_be_narrowed() -> None:
    assert SMALL.only(kind="cash", document=("A", "C")).per_dossier == Money(10)
    assert SMALL.only(channel=None).per_dossier == Money(65)
    assert SMALL.only() == SMALL
    assert SMALL.only(kind=frozenset({"fee"})).cells == ()


def test_the_largest_cells_come_first() -> None:
    assert [cell.amount for cell in SMALL.largest(2)] == [60, 10]
    assert SMALL.largest(9) == SMALL.cells
    twins = table(money(1, document="x"), money(1, document="y"))
    assert twins.largest(1)[0].document == "x"


def test_a_year_needs_a_volume() -> None:
    for ask in (lambda: table(time()).per_year, lambda: table(money(1, apart=True)).once):
        with pytest.raises(MissingInputError, match=r"parameters\.times_per_year"):
            ask()


def test_a_cell_leads_to_its_norm() -> None:
    norms = Norms(norms=(Norm(element="form", hours=1), Norm(element="learn", hours=1)))
    held = table(time(norm="norms[1]"), money(1, norm="procedure.fees"), norms=norms)
    assert held.norm_of(held.cells[0]) is norms.norms[1]
    assert held.norm_of(held.cells[1]) is None
    assert table(*held.cells).norm_of(held.cells[0]) is None
    for path in (
        "norms[2]",
        "norms[x]",
        "norms[²]",
        "norms[-1]",
        "norms[0",
        "norms[0].hours",
        "norms[" + "9" * 5000 + "]",
    ):
        assert held.norm_of(attrs.evolve(held.cells[0], norm=path)) is None


# ── two tables ───────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("fields", "what"),
    [
        ({"convention": GERMANY_ERFUELLUNGSAUFWAND}, "convention"),
        ({"convention": attrs.evolve(VN_TT02_2017, counts_fees=False)}, "convention"),
        ({"currency": "EUR"}, "currency"),
        ({"base_year": 2020}, "base year"),
        ({"vintage": 2020}, "vintage"),
        ({"volume_unit": "người"}, "volume unit"),
    ],
)
def test_unlike_tables_are_neither_added_nor_compared(fields: dict[str, Any], what: str) -> None:
    one = table(time(), volume_unit="hồ sơ", base_year=2025, vintage=2025)
    other = attrs.evolve(one, **fields)
    for work in (
        lambda: one + other,
        lambda: one.saving(other),
        lambda: one.reduction(other),
        lambda: CostTable.gather([one, one, other]),
    ):
        with pytest.raises(IncomparableError) as caught:
            work()
        assert caught.value.what == what


def test_savings_and_reductions() -> None:
    after = SMALL.only(document="A")
    assert SMALL.saving(after) == 5
    assert SMALL.reduction(after) == Fraction(5, 75)
    assert SMALL.reduction(after, of="once") == 1
    assert after.saving(SMALL) == -5
    assert SMALL.reduction(SMALL.only(kind="cash"), of="hours") == 1
    with pytest.raises(ZeroDivisionError):
        table().reduction(SMALL)


def test_tables_are_gathered() -> None:
    gap = Unpriced(activity="form", why="no_norm")
    note = Assumption(kind="one_set")
    norms, parameters = Norms(norms=()), Parameters(hourly_income=Money(1))
    parts = [
        table(money(n), title=f"t{n}", norms=norms, parameters=parameters, unpriced=(gap,), noted=(note,))
        for n in range(5)
    ]
    whole = CostTable.gather(parts)
    assert whole.per_dossier == Money(10)
    assert whole.title == "t0; t1; t2; …"
    assert (whole.unpriced, whole.noted) == ((gap,), (note,))
    assert whole.norms is norms
    assert whole.parameters is parameters
    assert CostTable.gather(parts[:1], title="một") == attrs.evolve(parts[0], title="một")
    mixed = parts[0] + table(money(1), volume_unit="hồ sơ")
    assert mixed.norms is mixed.parameters is None
    assert mixed.volume_unit == "hồ sơ"
    assert 0 + mixed is mixed
    with pytest.raises(ValueError, match="at least one table"):
        CostTable.gather([])
    for strange in (lambda: mixed + 1, lambda: "x" + mixed):
        with pytest.raises(TypeError):
            strange()


# ── shown ────────────────────────────────────────────────────────────────────────────────────────────────────────────

SHOWN = table(
    time(Fraction(1, 4), 40_000, volume=6),
    money(THIRD, document="Giấy  A", volume=6, source="khảo sát", vintage=2024),
    money(THIRD, document="Giấy B", volume=6),
    money(THIRD, document="Giấy C", volume=6),
    Cell(kind="fee", activity="fee", step="lệ phí", acts=1, unit=100_000, volume=6),
    time(THIRD, 0, activity="other", step="họp", priced=False, volume=6),
    title="Cấp\ngiấy phép",
    volume_unit="hồ sơ",
    unpriced=(Unpriced(activity="form", why="no_norm", what="Tờ khai", channel="online", case="Cấp mới"),),
    noted=(Assumption(kind="one_sheet", what="Ảnh {x}"),),
    parameters=Parameters(
        hourly_income=HourlyIncome(price=Money(40_000), source="tự ước", vintage=2025),
        times_per_year=2,
        subjects_per_year=3,
        volume_unit="hồ sơ",
    ),
)


def test_a_table_prints_parts_that_add_up() -> None:
    assert (
        str(SHOWN)
        == """\
Chi phí tuân thủ: Cấp giấy phép
Chi phí tuân thủ thủ tục hành chính: C = T + F; C năm = C × n × q (Điều 27 Thông tư số 02/2017/TT-VPCP)
Công việc                  Giờ  Thời gian  Chi dịch vụ  Phí, lệ phí  Cộng (đồng)
tìm hiểu thủ tục          0,25     10.000            0            0       10.000
chuẩn bị giấy tờ: Giấy A     0          0            1            0            1
chuẩn bị giấy tờ: Giấy B     0          0            0            0            0
chuẩn bị giấy tờ: Giấy C     0          0            0            0            0
phí, lệ phí: lệ phí          0          0            0      100.000      100.000
họp                       0,33          0            0            0            0
Tổng                      0,58     10.000            1      100.000      110.001
Một năm: 660.006 đồng = 110.001 đồng × 2 × 3 (đơn vị: hồ sơ)
Giờ của người dân, không quy thành tiền: 0,33
Giả định:
- chưa có giá: điền đơn, tờ khai: Tờ khai, Cấp mới, trực tuyến (chưa có định mức)
- không nêu số bản, tính một bản: Ảnh {x}
- khi các nguồn khác nhau, lấy mức trung bình thấp
- chưa xác nhận được trong nguồn quy ước: cách quy thời gian của người dân thành tiền, thời gian có hiệu lực
- mức tính một giờ (đối tượng thực hiện): 40.000 đồng/giờ = mức do người dùng cung cấp (tự ước, 2025)
- nguồn: khảo sát, 2024"""
    )


def test_a_table_speaks_english() -> None:
    text = SHOWN.display("en")
    assert "Activity" in text
    assert "A year: 660,006 VND = 110,001 VND × 2 × 3 (counted: hồ sơ)" in text
    assert "Hours of citizens, not priced: 0.33" in text
    assert "- without a price: fill in a form: Tờ khai, Cấp mới, online (no norm)" in text
    assert "- an hour (whoever goes through it): 40,000 VND/hour = as given (tự ước, 2025)" in text
    assert "- not confirmed in the source of the convention: a price for the time of citizens, when it holds" in text
    assert SHOWN.assumptions == SHOWN.assumed("vi") != SHOWN.assumed("en")


def test_other_currencies_have_cents_and_what_is_spent_once_stands_apart() -> None:
    wide = Spread(low=1, high=2)
    cells = (
        money(THIRD, volume=1, uncertain=(("norms[0].outlay", wide),)),
        money(2, volume=1, apart=True),
    )
    parameters = Parameters(currency="EUR", times_per_year=3, subjects_per_year=1, volume_unit="Fälle")
    text = str(table(*cells, currency="EUR", convention=GERMANY_ERFUELLUNGSAUFWAND, parameters=parameters))
    assert "Cộng (EUR)" in text
    assert "Một năm: ≈ 0,33 EUR\nChi một lần, tách khỏi chi phí hằng năm: 2,00 EUR\n" in text
    assert "- lấy giá trị kỳ vọng của khoảng: chuẩn bị giấy tờ: 1–2 (norms[0].outlay)" in text
    english = table(*cells, currency="EUR", convention=GERMANY_ERFUELLUNGSAUFWAND).display("en")
    assert "Once, apart from the years: 2.00 EUR" in english
    assert "- taken at its mean: prepare a document: 1–2 (norms[0].outlay)" in english
    assert "- norms follow standard tables" in english


def test_the_unit_cost_of_a_year_is_not_multiplied_rounded() -> None:
    parameters = Parameters(
        hourly_income=Money(40_000), times_per_year=1, subjects_per_year=1_000_000, volume_unit="người"
    )
    year = table(money(Fraction(637, 3), volume=1_000_000), parameters=parameters)
    words = (
        "Một năm: ≈ 212.333.333 đồng = C × 1 × 1.000.000 (đơn vị: người); C ≈ 212 đồng, không làm tròn trước khi nhân"
    )
    assert words in str(year).split("\n")
    english = "A year: ≈ 212,333,333 VND = C × 1 × 1,000,000 (counted: người); C ≈ 212 VND, multiplied unrounded"
    assert english in year.display("en").split("\n")
    assert repr(year) == "<CostTable: ≈ 212 VND a dossier, 1 cells, vn-tt02-2017>"
    whole = attrs.evolve(year, cells=(money(Fraction(1, 2), volume=1_000_000),))
    assert "Một năm: 500.000 đồng = C × 1 × 1.000.000 (đơn vị: người); C ≈ 1 đồng" in str(whole)


def test_ranges_are_named() -> None:
    hours, times, wide = Spread(low=1, high=3), Spread(low=1, high=2), Spread(low=20_000, high=60_000)
    norms = Norms(
        norms=(Norm(element="learn", hours=hours, times=times, channel="online", case="Cấp mới", tariff=Price(wide)),)
    )
    uncertain = (
        ("norms[0].hours", hours),
        ("norms[0].times", times),
        ("norms[0].tariff", wide),
        ("norms[7].hours", hours),
        ("norms.visits['direct']", times),
        ("parameters.hourly_income['subject']", wide),
        ("parameters.fees[0].price", wide),
        ("parameters.times_per_year", times),
    )
    shown = table(time(1, 40_000, uncertain=uncertain), time(1, 1, uncertain=uncertain[:1]), norms=norms)
    words = "lấy giá trị kỳ vọng của khoảng: "
    assert [line.removeprefix(words) for line in shown.assumptions if line.startswith(words)] == [
        "tìm hiểu thủ tục, trực tuyến, Cấp mới: 1–3 giờ (norms[0].hours)",
        "tìm hiểu thủ tục, trực tuyến, Cấp mới: 1–2 lần (norms[0].times)",
        "tìm hiểu thủ tục, trực tuyến, Cấp mới: 20.000–60.000 đồng/giờ (norms[0].tariff)",
        "tìm hiểu thủ tục: 1–3 (norms[7].hours)",
        "số lượt đi lại mỗi hồ sơ: 1–2 (norms.visits['direct'])",
        "mức tính một giờ: 20.000–60.000 đồng/giờ (parameters.hourly_income['subject'])",
        "phí, lệ phí: 20.000–60.000 đồng (parameters.fees[0].price)",
        "số lần một năm: 1–2 (parameters.times_per_year)",
    ]
    assert "taken at its mean: an hour: 20,000–60,000 VND/hour (parameters.hourly_income['subject'])" in shown.assumed(
        "en"
    )


def test_a_table_says_which_inputs_it_stands_on() -> None:
    parameters = Parameters(
        hourly_income={"subject": Money(40_000), "agency": Money(50_000)},
        segments=(Segment(name="lớn", share=1, hourly_income=Money(90_000)),),
        overhead={"business": Fraction(1, 4), "agency": 1},
        channel_shares={"direct": Fraction(1, 3), "online": Fraction(2, 3)},
        case_shares={"Cấp mới": Fraction(1, 2), "Cấp lại": Fraction(1, 2)},
        base_year=2025,
    )
    cell = time(1, 50_000, actor="business", norm="norms[0]")
    norms = Norms(norms=(Norm(element="learn", hours=1),), business_as_usual=Fraction(1, 10))
    shown = table(cell, convention=INTERNATIONAL_SCM, parameters=parameters, norms=norms)
    assert shown.assumptions[2:] == (
        "mức tính một giờ (đối tượng thực hiện): 40.000 đồng/giờ = mức do người dùng cung cấp",
        "mức tính một giờ (lớn): 90.000 đồng/giờ = mức do người dùng cung cấp",
        "chi phí chung cộng thêm (doanh nghiệp): 25 %",
        "trừ phần việc vẫn làm khi không có thủ tục: 10 %",
        "hình thức nộp: trực tiếp 33,33 %, trực tuyến 66,67 %",
        "trường hợp: Cấp mới 50 %, Cấp lại 50 %",
        "giá của năm 2025",
    )
    assert "overhead on it (businesses): 25 %" in shown.assumed("en")
    own = table(attrs.evolve(cell, actor="agency"), convention=VN_TT02_2017, parameters=parameters, norms=norms)
    hours = [line for line in own.assumptions if line.startswith(("mức", "chi phí chung", "trừ"))]
    assert [line[:40] for line in hours] == [
        "mức tính một giờ (cơ quan nhà nước): 50.",
        "mức tính một giờ (lớn): 90.000 đồng/giờ ",
    ]


def test_papers_stand_together_whatever_channel_asks_for_them() -> None:
    order = ("receive", "scan", "travel", "document", "learn")
    cells = [time(1, activity=activity, norm="norms[0]") for activity in order]
    norms = Norms(norms=(Norm(element="learn", hours=1),))
    lines = str(table(*cells, norms=norms)).split("\n")[3:8]
    words = ["tìm hiểu", "quét", "chuẩn bị", "đi lại", "nhận kết"]
    assert [line.startswith(word) for line, word in zip(lines, words, strict=True)] == [True] * 5
    given = str(table(*cells)).split("\n")[3:8]
    assert given[0].startswith("nhận kết quả")  # rows of a sheet stay as they were given


def test_an_empty_table_and_one_without_volume_print() -> None:
    own = attrs.evolve(VN_TT02_2017, id="own", sources="not_said", unconfirmed=())
    empty = str(table(convention=own))
    assert empty.endswith("Tổng         0            0")
    assert "Một năm" not in str(table(time()))
    assert str(table(time(), convention=own)).endswith("30           30")
    assert "Giả định" not in str(table(time(), convention=own))


def test_long_names_are_cut_but_not_put_together() -> None:
    long = "Giấy tờ " + "rất " * 20
    text = str(table(money(1, document=long + "1"), money(2, document=long + "2")))
    lines = [line for line in text.split("\n") if line.startswith("chuẩn bị giấy tờ: Giấy tờ")]
    assert [line[60:].split() for line in lines] == [["0", "1", "1"], ["0", "2", "2"]]
    assert {line[59] for line in lines} == {"…"}


def test_a_table_is_shown_in_one_line_and_as_html() -> None:
    assert repr(SHOWN) == ("<CostTable 'Cấp\\ngiấy phép': 110,001 VND a dossier, 6 cells, vn-tt02-2017, 1 unpriced>")
    assert repr(table()) == "<CostTable: 0 VND a dossier, 0 cells, vn-tt02-2017>"
    page = attrs.evolve(SHOWN, title="<script>")._repr_html_()
    assert "<script>" not in page
    assert page.count("<tr>") == 9
    open_: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: Any) -> None:  # noqa: ARG002
            if tag != "br":
                open_.append(tag)

        def handle_endtag(self, tag: str) -> None:
            assert open_.pop() == tag

    Reader().feed(page)
    assert not open_


def test_rows_are_flat_and_hold_every_axis() -> None:
    first, second = SHOWN.rows[:2]
    assert set(AXES) <= set(first)
    assert (first["hours"], first["amount"], first["per_year"], first["once"]) == (Fraction(1, 4), 10_000, 60_000, 0)
    assert (first["convention"], first["currency"], first["base_year"]) == ("vn-tt02-2017", "VND", None)
    assert (second["source"], second["vintage"]) == ("khảo sát", 2024)


def test_gaps_and_assumptions_say_what_they_are() -> None:
    assert str(Unpriced(activity="fee", why="not_due")) == "phí, lệ phí (không có mức nào đang áp dụng)"
    assert Unpriced(activity="travel", why="no_visits").display("en") == "travel (number of visits not stated)"
    assert Assumption(kind="not_used", what="norms[0]").display("en") == "norm without use: norms[0]"

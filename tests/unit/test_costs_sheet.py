"""The official table: rows in, cells out, three parts to hand in."""

import itertools
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest

from tthc.costs import (
    AUSTRALIA_RBM,
    GERMANY_ERFUELLUNGSAUFWAND,
    INTERNATIONAL_SCM,
    VN_TT02_2017,
    Cell,
    Convention,
    CostLine,
    CostSheet,
    Parameters,
    Price,
    Segment,
    SheetReport,
    Spread,
)
from tthc.costs._sheet_reading import HEADINGS, Column, column_of
from tthc.errors import MalformedError, MissingInputError
from tthc.frozen import FrozenMap
from tthc.money import Money
from tthc.text import Unparsed

INCOME = Parameters(hourly_income=Money(40_000), base_year=2025)
LINES = (
    CostLine(task="Tìm hiểu", hours=Fraction(1, 2)),
    CostLine(number="1", task="Chuẩn bị hồ sơ"),
    CostLine(number="1.1", task="Giấy A", hours=2, services=Money(30_000)),
    CostLine(number="1.2", task="Giấy B", hours=3, services=Money(10_000)),
    CostLine(number="1.3", task="Tờ khai", hours=1),
    CostLine(number="2", task="Nộp hồ sơ", activity="Trực tiếp", hours=2, services=Money(25_000)),
    CostLine(number="3", task="Nộp phí, lệ phí, chi phí khác", fees=Money(100_000)),
    CostLine(number="4", task="Nhận kết quả", hours=2, services=Money(25_000)),
)
BEFORE = CostSheet(lines=LINES, title="Cấp giấy phép", times_per_year=1, subjects_per_year=10_000)
AFTER = attrs.evolve(
    BEFORE,
    lines=(
        LINES[0],
        LINES[4],
        CostLine(task="Nộp hồ sơ", activity="Trực tiếp", hours=Fraction(2, 5), services=Money(5_000)),
        LINES[6],
    ),
)


# ── the cost ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_worked_case() -> None:
    before, after = BEFORE.cost(INCOME), AFTER.cost(INCOME)
    assert (before.per_dossier, before.per_year, before.hours) == (
        Money(610_000),
        Money(6_100_000_000),
        Fraction(21, 2),
    )
    assert after.per_dossier == Money(181_000)
    assert before.reduction(after, of="per_year") == Fraction(429, 610)
    assert dict(before.by("kind")) == {"time": Money(420_000), "cash": Money(90_000), "fee": Money(100_000)}
    assert before.by("activity")["document"] == Money(280_000)
    assert list(before.by("activity")) == ["other", "document", "submit", "fee", "receive"]
    assert before.volume_unit == "đối tượng tuân thủ"
    assert (before.title, before.base_year) == ("Cấp giấy phép", 2025)


def test_a_row_overrides_income_times_and_subjects() -> None:
    line = CostLine(task="Thuê tư vấn", hours=2, hourly_income=Money(100), times=2, subjects=Fraction(5))
    sheet = CostSheet(lines=(line, CostLine(task="b", fees=Money(7))), times_per_year=3)
    parameters = Parameters(
        hourly_income=Money(40_000), times_per_year=9, subjects_per_year=10, volume_unit="doanh nghiệp"
    )
    table = sheet.cost(parameters)
    assert [cell.volume for cell in table.cells] == [10, 30]
    assert table.per_year == Money(200 * 10 + 7 * 30)
    assert table.volume_unit == "doanh nghiệp"
    assert [cell.volume for cell in sheet.cost(INCOME).cells] == [10, None]


def test_spreads_are_told_by_their_paths() -> None:
    line = CostLine(
        task="a",
        hours=Spread(low=1, high=3),
        hourly_income=Price(Spread(low=10, high=20)),
        services=Price(Spread(low=1, high=2)),
        fees=Price(Spread(low=3, high=4)),
        times=Spread(low=1, high=2),
    )
    cells = CostSheet(lines=(line,), subjects_per_year=Spread(low=1, high=9)).cost(INCOME).cells
    time, cash, fee = ([name for name, _ in cell.uncertain] for cell in cells)
    assert time == ["lines[0].hours", "lines[0].hourly_income", "lines[0].times", "sheet.subjects_per_year"]
    assert cash[0] == "lines[0].services"
    assert fee[0] == "lines[0].fees"
    assert [cell.amount for cell in cells] == [30, Fraction(3, 2), Fraction(7, 2)]


def test_the_subject_may_be_a_business_with_an_income_of_its_own() -> None:
    parameters = Parameters(hourly_income={"business": Money(5), "citizen": Money(7)}, subject="business")
    assert CostSheet(lines=(CostLine(task="a", hours=2),)).cost(parameters).per_dossier == Money(10)
    assert CostSheet(lines=()).cost(parameters).per_dossier == Money(0)


MINE: dict[str, Any] = {"name": ("a", "b"), "formula": ("a", "b"), "one_off": "apart", "source": "me"}


def test_other_conventions() -> None:
    sheet = CostSheet(lines=(CostLine(task="a", hours=2, fees=Money(7)),))
    no_fees = Convention(id="x", counts_fees=False, **MINE)
    table = sheet.cost(INCOME, convention=no_fees)
    assert table.per_dossier == Money(80_000)
    assert [note.kind for note in table.noted] == ["fees_left_out"]
    hours_only = Convention(id="y", counts_fees=True, prices_citizens_time=False, **MINE)
    citizen = attrs.evolve(INCOME, subject="citizen")
    assert sheet.cost(citizen, convention=hours_only).per_dossier == Money(7)
    assert sheet.cost(citizen, convention=hours_only).hours == 2
    paid = Convention(id="z", counts_fees=True, overhead_on={"business"}, **MINE)
    business = attrs.evolve(INCOME, subject="business")
    for overhead in ({"business": Fraction(1, 4)}, {"subject": Fraction(1, 4)}):
        with_it = attrs.evolve(business, overhead=overhead)
        assert sheet.cost(with_it, convention=paid).per_dossier == Money(100_007)
    with pytest.raises(MissingInputError, match="overhead"):
        sheet.cost(business, convention=paid)


@pytest.mark.parametrize(
    ("convention", "subject", "missing"),
    [
        (INTERNATIONAL_SCM, None, "parameters.subject"),
        (INTERNATIONAL_SCM, "citizen", "does not count the burden of citizen"),
        (INTERNATIONAL_SCM, "business", "business_as_usual"),
        (GERMANY_ERFUELLUNGSAUFWAND, "citizen", "business_as_usual"),
        (attrs.evolve(AUSTRALIA_RBM, removes_business_as_usual=False), "citizen", "delay"),
    ],
)
def test_a_convention_that_needs_more_than_a_sheet_says(convention: Any, subject: Any, missing: str) -> None:
    with pytest.raises(MissingInputError, match=missing):
        BEFORE.cost(attrs.evolve(INCOME, subject=subject), convention=convention)


def test_what_a_sum_cannot_do_without() -> None:
    bare = Parameters(currency="VND")
    with pytest.raises(MissingInputError, match=r"lines\[0\].hourly_income"):
        BEFORE.cost(bare)
    unread = CostSheet(lines=(CostLine(task="a", hours=Unparsed("vài giờ")),))
    with pytest.raises(MissingInputError, match=r"lines\[0\].hours: it cannot be read: 'vài giờ'"):
        unread.cost(INCOME)
    grouped = attrs.evolve(INCOME, segments=(Segment(name="nhỏ", share=1),))
    with pytest.raises(MalformedError, match="no segments"):
        BEFORE.cost(grouped)
    for line in (CostLine(fees=Money(1, "USD")), CostLine(hours=1, hourly_income=Money(1, "USD"))):
        with pytest.raises(MalformedError, match="an amount in VND"):
            CostSheet(lines=(line,)).cost(INCOME)


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (lambda: CostLine(hours=-1), "hours: expected 0 or more"),
        (lambda: CostLine(hours=0.5), "hours: expected Fraction"),
        (lambda: CostLine(services=Money(-1)), "services: expected 0 or more"),
        (lambda: CostLine(times=-1), "times"),
        (lambda: CostSheet(lines=(), subjects_per_year=-1), "subjects_per_year"),
        (lambda: CostSheet(lines=(), volume_unit=""), "volume_unit"),
        (lambda: CostSheet(lines=[CostLine()]), "lines: expected a tuple"),  # type: ignore[arg-type]
    ],
)
def test_bad_rows_are_refused(make: Any, expected: str) -> None:
    with pytest.raises(MalformedError, match=expected):
        make()


# ── reading ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def row(**fields: object) -> dict[str, object]:
    return {HEADINGS[name]: value for name, value in fields.items()}


def test_every_official_heading_is_known() -> None:
    assert {heading: column_of(heading) for heading in HEADINGS.values()} == {
        heading: Column(name) for name, heading in HEADINGS.items()
    }


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("CÔNG VIỆC KHI THỰC HIỆN THỦ TỤC HÀNH CHÍNH", Column("task")),
        ("thoi gian thuc hien (gio)", Column("hours")),
        ("Thời gian (phút)", Column("hours", Fraction(1, 60))),
        ("Thời gian thực hiện", None),
        ("Thời gian thực hiện (ngày)", None),
        ("Mức thu nhập bình quân 1 giờ làm việc", Column("hourly_income")),
        ("Mức thu nhập bình quân (ngày)", None),
        ("Mức thu nhập bình quân/01 giờ làm việc (đồng)", Column("hourly_income")),
        ("Chi phí tư vấn, dịch vụ (in ấn, mua, chuẩn bị biểu mẫu…)", Column("services")),
        ("Mức phí, lệ phí, chi phí khác (nghìn đồng)", Column("fees", Fraction(1000))),
        ("Mức phí, lệ phí, chi phí khác (đơn vị tính: triệu đồng)", Column("fees", Fraction(10**6))),
        ("Mức phí, lệ phí, chi phí khác (USD)", None),
        ("Chi phí thực hiện TTHC (đồng) (nghìn đồng)", None),
        ("Số lần thực hiện/01 năm (lần)", Column("times")),
        ("Ghi chú (năm 2024)", None),
        ("Thời gian giải quyết theo luật (ngày)", None),
        ("", None),
    ],
)
def test_headings(heading: str, column: Column | None) -> None:
    assert column_of(heading) == column


def test_a_full_row() -> None:
    sheet = CostSheet.read(
        [
            row(number=1, task="Chuẩn bị hồ sơ", hours="-", services=None),
            row(
                number="1.1",
                task=" Giấy  khám\xa0sức khỏe ",
                activity="Đến bệnh viện",
                hours="2,5 giờ",
                hourly_income="59.422,5",
                services="30.000đ",
                fees=Decimal("1500.5"),
                times="1/5",
                subjects="1.234",
                stated=Money(5),
                stated_per_year="6 đồng",
                note="ước tính",
            )
            | {"Mã": 7, "Trống": " ", "Tỷ lệ": Fraction(1, 2), "Số lẻ": Decimal("0.5"), "STT ": "lặp"},
            {},
            row(task="TỔNG CỘNG:", stated_per_year=10),
        ],
        title="x",
    )
    assert sheet.title == "x"
    assert sheet.lines[0] == CostLine(number="1", task="Chuẩn bị hồ sơ")
    assert sheet.lines[0].is_heading
    assert sheet.lines[1] == CostLine(
        number="1.1",
        task="Giấy khám sức khỏe",
        activity="Đến bệnh viện",
        hours=Fraction(5, 2),
        hourly_income=Money(Fraction(118_845, 2)),
        services=Money(30_000),
        fees=Money(Fraction(3001, 2)),
        times=Fraction(1, 5),
        subjects=1234,
        stated=Money(5),
        stated_per_year=Money(6),
        note="ước tính",
        rest=FrozenMap({"Mã": "7", "Tỷ lệ": "0,5", "Số lẻ": "0,5", "STT ": "lặp"}),
    )
    assert len(sheet.lines) == 2
    assert sheet.totals == (CostLine(task="TỔNG CỘNG:", stated_per_year=Money(10)),)
    assert [line["task"] for line in sheet.rows] == ["Chuẩn bị hồ sơ", "Giấy khám sức khỏe", "TỔNG CỘNG:"]
    assert repr(sheet) == "<CostSheet 'x': 2 lines>"
    assert sheet.lines[1].label == "Giấy khám sức khỏe: Đến bệnh viện"


@pytest.mark.parametrize("text", ["vài giờ", "1.23.4", "1/2/3", "-3", "9" * 100, "1/0", "2,5 giờ 30"])
def test_a_figure_that_cannot_be_read_is_kept(text: str) -> None:
    assert CostSheet.read([row(hours=text)]).lines[0].hours == Unparsed(text)


def test_money_where_a_count_belongs_is_kept() -> None:
    sheet = CostSheet.read([row(hours=Money(5)) | {"Phí, lệ phí (nghìn đồng)": Money(6)}])
    assert sheet.lines[0].hours == Unparsed("5 đồng")
    assert sheet.lines[0].fees == Unparsed("6 đồng")
    usd = CostSheet.read([row(fees=Money(6, "USD"), services="5")], currency="EUR")
    assert usd.lines[0].fees == Price(6, "USD")
    assert usd.lines[0].services == Price(5, "EUR")


def test_every_bad_cell_is_named_by_its_path() -> None:
    rows: list[Any] = [row(hours=0.5), row(fees=float("nan"), times=True), 5, row(hours=-1), row(services=-2)]
    with pytest.raises(MalformedError) as caught:
        CostSheet.read(rows)
    assert [fault.field for fault in caught.value.faults] == [
        "rows[0]['Thời gian thực hiện (giờ)']",
        "rows[1]['Mức phí, lệ phí, chi phí khác']",
        "rows[1]['Số lần thực hiện/01 năm']",
        "rows[2]",
        "rows[3].hours",
        "rows[4].services",
    ]


# ── from a table ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_table_in_the_rows_of_the_form() -> None:
    table = BEFORE.cost(attrs.evolve(INCOME, times_per_year=1, subjects_per_year=10_000, volume_unit="hồ sơ"))
    sheet = CostSheet.of(table)
    assert [line.task for line in sheet.lines if line.is_heading] == [
        "Chuẩn bị hồ sơ",
        "Nộp hồ sơ",
        "Nộp phí, lệ phí, chi phí khác",
        "Công việc khác",
        "Nhận kết quả",
    ]
    assert (sheet.title, sheet.times_per_year, sheet.subjects_per_year) == ("Cấp giấy phép", 1, 10_000)
    again = sheet.cost(Parameters(currency="VND"))
    assert (again.per_dossier, again.per_year, again.hours) == (table.per_dossier, table.per_year, table.hours)
    submit = next(line for line in sheet.lines if line.task.startswith("Nộp hồ sơ: "))
    assert (submit.hours, submit.services, submit.hourly_income) == (2, Price(25_000), Price(40_000))


def test_prices_volumes_and_channels_part_the_rows_of_a_form() -> None:
    plain = Cell(kind="time", activity="travel", acts=1, unit=2, rate=10, volume=5, channel="direct")
    cells = (
        attrs.evolve(plain, kind="cash", unit=7, rate=1),
        plain,
        attrs.evolve(plain, rate=20),
        attrs.evolve(plain, channel="online", segment="nhỏ", case="Cấp mới"),
        attrs.evolve(plain, apart=True),
        attrs.evolve(plain, priced=False, rate=0),
        attrs.evolve(plain, kind="delay", activity="delay", channel=None, volume=None),
    )
    table = attrs.evolve(BEFORE.cost(INCOME), cells=cells, parameters=None, volume_unit="")
    sheet = CostSheet.of(table)
    rows = [(line.activity, line.hours, line.services, line.fees, line.subjects) for line in sheet.lines]
    assert rows == [
        ("", None, None, None, None),
        ("trực tiếp", 2, Price(7), None, 5),
        ("trực tiếp", 2, None, None, 5),
        ("trực tuyến; Cấp mới; nhỏ", 2, None, None, 5),
        ("trực tiếp", 2, None, None, 0),
        ("trực tiếp", 2, None, None, 5),
        ("", None, None, None, None),
        ("", None, None, Price(20), None),
    ]
    assert sheet.cost(Parameters(currency="VND")).per_dossier == table.per_dossier
    assert sheet.volume_unit == "đối tượng tuân thủ"


# ── the report ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_report_names_the_sheet_that_cannot_be_costed() -> None:
    unread = attrs.evolve(AFTER, lines=(CostLine(task="Nộp hồ sơ", hours=Unparsed("vài giờ")),))
    with pytest.raises(
        MalformedError, match=r"after\.lines\[0\]\.hours: expected a sheet that can be costed, got .*vài giờ"
    ):
        SheetReport(BEFORE, unread, INCOME)


def test_the_three_parts() -> None:
    report = SheetReport(BEFORE, AFTER, INCOME)
    assert report.totals == (Money(6_100_000_000), Money(1_810_000_000))
    assert report.saving == Money(4_290_000_000)
    assert report.reduction == Fraction(429, 610)
    assert report.per_year
    text = str(report)
    first, second, third = (text.index(title) for title in ("\nI. Chi phí", "\nII. Chi phí", "\nIII. So sánh"))
    assert 0 < first < second < third
    assert "Điều 27 Thông tư số 02/2017/TT-VPCP" in text[:first]
    assert "6.100.000.000" in text[first:second]
    assert "1.810.000.000" in text[second:third]
    assert text.splitlines()[-1].split() == ["Tổng", "cộng", "6.100.000.000", "1.810.000.000", "4.290.000.000", "70,33"]
    assert report.display("en").splitlines()[-1].split()[-1] == "70.33"
    assert repr(report) == "<SheetReport: 6,100,000,000 VND -> 1,810,000,000 VND a year>"
    assert report == SheetReport(BEFORE, AFTER, INCOME, VN_TT02_2017)


def test_rows_of_one_task_stand_side_by_side() -> None:
    rows = SheetReport(BEFORE, AFTER, INCOME).rows
    compared = {str(r["task"]): (r["before"], r["after"], r["reduction"]) for r in rows if r["part"] == "III"}
    assert compared["Giấy A"] == (1_100_000_000, 0, 1)
    assert compared["Nộp hồ sơ: Trực tiếp"] == (1_050_000_000, 210_000_000, Fraction(4, 5))
    assert compared["Nộp phí, lệ phí, chi phí khác"][2] == 0
    assert compared[""] == (6_100_000_000, 1_810_000_000, Fraction(429, 610))
    assert "Chuẩn bị hồ sơ" not in compared
    assert [r["per_year"] for r in rows if r["part"] == "I"][:3] == [200_000_000, None, 1_100_000_000]


def test_a_task_that_comes_twice_or_anew() -> None:
    twice = CostSheet(lines=(LINES[2], LINES[2]))
    once = CostSheet(lines=(LINES[2], CostLine(task="Mới", fees=Money(9))))
    third = [r for r in SheetReport(twice, once, INCOME).rows if r["part"] == "III"]
    assert [(r["before"], r["after"]) for r in third] == [(110_000, 110_000), (110_000, 0), (0, 9), (220_000, 110_009)]
    assert third[2]["reduction"] is None


def test_without_a_volume_it_is_about_a_dossier() -> None:
    before, after = (attrs.evolve(sheet, subjects_per_year=None, title="") for sheet in (BEFORE, AFTER))
    report = SheetReport(before, after, INCOME)
    assert not report.per_year
    assert report.saving == Money(429_000)
    assert report.rows[-1]["per"] == "dossier"
    assert "(đồng/hồ sơ)" in str(report)
    assert "a dossier" in repr(report)
    assert "Tổng chi phí/năm" not in str(report)
    mixed = SheetReport(attrs.evolve(before, lines=(*before.lines, CostLine(fees=Money(1), subjects=1))), after, INCOME)
    assert mixed.totals[0] == Money(610_001)
    part = str(mixed).split("\n\n")[1].splitlines()
    assert "Tổng chi phí/năm" in part[1]
    assert part[-1].split()[-1] == "610.001"  # no sum of years where a row has none


def test_nothing_before_is_no_percentage() -> None:
    report = SheetReport(CostSheet(lines=()), CostSheet(lines=()), INCOME)
    assert report.reduction is None
    assert str(report).splitlines()[-1].split() == ["Tổng", "cộng", "0", "0", "0"]


def test_printed_parts_add_up() -> None:
    third = CostLine(task="a", hours=Fraction(1, 3))
    sheet = CostSheet(lines=(third, attrs.evolve(third, task="b"), attrs.evolve(third, task="c")), times_per_year=1)
    report = SheetReport(sheet, sheet, attrs.evolve(INCOME, hourly_income=Money(100)))
    body = [line.split()[-1] for line in str(report).split("\n\n")[1].splitlines()[2:]]
    assert body == ["34", "33", "33", "100"]
    dollars = Parameters(hourly_income=Money(1, "USD"))
    assert str(SheetReport(sheet, sheet, dollars)).split("\n\n")[1].splitlines()[-1].split()[-1] == "1,00"


def test_notebook_form_escapes() -> None:
    sheet = CostSheet(lines=(CostLine(task="<b>&", fees=Money(1)),), title="<i>")
    html = SheetReport(sheet, sheet, INCOME)._repr_html_()
    assert "&lt;b&gt;&amp;" in html
    assert "<b>" not in html
    assert "&lt;i&gt;" in html
    assert html.count("<table>") == 3


def test_a_sheet_prints_its_rows_as_given() -> None:
    sheet = CostSheet(
        lines=(
            CostLine(task="Giấy A" * 30, hours=Spread(low=1, high=3), services=Money(5), stated=Money(7)),
            CostLine(task="b", hours=Unparsed("vài\n giờ")),
        ),
        totals=(CostLine(task="Tổng", stated_per_year=Money(9)),),
    )
    head, first, second, total = str(sheet).splitlines()
    assert head.split("  ")[0] == "Công việc"
    assert "…" in first
    assert "1–3" in first
    assert "vài giờ" in second
    assert total.split()[-1] == "9"
    assert sheet.display("en").splitlines()[0].startswith("Task")
    assert str(CostSheet(lines=())).strip() == "Công việc"
    assert repr(CostSheet(lines=())) == "<CostSheet: 0 lines>"


def test_activities_follow_the_official_headings() -> None:
    tasks = ["1. Chuẩn bị hồ sơ", "Đơn", "2. Nộp hồ sơ", "3. Nộp phí", "Lệ phí", "5. Công việc khác", "Khác"]
    figures = itertools.cycle([{}, {"fees": Money(1), "services": Money(1)}])
    sheet = CostSheet(lines=tuple(CostLine(task=task, **next(figures)) for task in tasks[:2]))  # type: ignore[arg-type]
    assert [cell.activity for cell in sheet.cost(INCOME).cells] == ["document", "fee"]
    each = CostSheet(lines=tuple(CostLine(task=task, services=Money(1)) for task in tasks))
    assert [cell.activity for cell in each.cost(INCOME).cells] == [
        "document", "other", "submit", "pay", "other", "other", "other",
    ]  # fmt: skip

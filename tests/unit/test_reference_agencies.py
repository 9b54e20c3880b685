"""The shelf: Viet Nam's agencies and provinces, day by day, retyped from published lists and not from the tables."""

import copy
import datetime as dt
import pickle
import sys

import pytest

from tthc import AgencyCode, Identifier, Procedure, ResponsibleAgency, UnitCode, validate
from tthc.dated import Interval
from tthc.errors import MalformedError, NoLawError, NotFoundError
from tthc.reference import VIETNAM as KNOWN
from tthc.reference import _agencies_on_demand as on_demand
from tthc.reference import agencies
from tthc.reference.agencies import FUNCTIONS, VIETNAM, Province, provinces, statistical

D = dt.date
BEFORE, AFTER = D(2025, 2, 28), D(2025, 3, 1)
OLD, NEW, NOW = D(2025, 6, 30), D(2025, 7, 1), D(2026, 11, 22)
CONTROL = "kiểm soát thủ tục hành chính"


def names(kind: str, on: dt.date) -> set[str]:
    return {agency.name for agency in VIETNAM.at(on) if agency.kind == kind}


# ── the Government ───────────────────────────────────────────────────────────────────────────────────────────────────

MINISTRIES_2021 = {
    "Bộ Quốc phòng", "Bộ Công an", "Bộ Ngoại giao", "Bộ Nội vụ", "Bộ Tư pháp", "Bộ Kế hoạch và Đầu tư", "Bộ Tài chính",
    "Bộ Công Thương", "Bộ Nông nghiệp và Phát triển nông thôn", "Bộ Giao thông vận tải", "Bộ Xây dựng",
    "Bộ Tài nguyên và Môi trường", "Bộ Thông tin và Truyền thông", "Bộ Lao động - Thương binh và Xã hội",
    "Bộ Văn hóa, Thể thao và Du lịch", "Bộ Khoa học và Công nghệ", "Bộ Giáo dục và Đào tạo", "Bộ Y tế",
}  # fmt: skip
MINISTRIES_2025 = {
    "Bộ Quốc phòng", "Bộ Công an", "Bộ Ngoại giao", "Bộ Nội vụ", "Bộ Tư pháp", "Bộ Tài chính", "Bộ Công Thương",
    "Bộ Nông nghiệp và Môi trường", "Bộ Xây dựng", "Bộ Văn hóa, Thể thao và Du lịch", "Bộ Khoa học và Công nghệ",
    "Bộ Giáo dục và Đào tạo", "Bộ Y tế", "Bộ Dân tộc và Tôn giáo",
}  # fmt: skip
MINISTERIAL = {"Ngân hàng Nhà nước Việt Nam", "Thanh tra Chính phủ", "Văn phòng Chính phủ"}


def test_the_government_of_2021_and_of_2025() -> None:
    for day in (D(2020, 8, 25), D(2021, 7, 28), BEFORE):
        assert names("ministry", day) == MINISTRIES_2021
        assert names("ministerial_level", day) == MINISTERIAL | {"Ủy ban Dân tộc"}
        assert len(names("under_government", day)) == 8
    for day in (AFTER, NOW):
        assert names("ministry", day) == MINISTRIES_2025
        assert names("ministerial_level", day) == MINISTERIAL
        assert names("under_government", day) == {
            "Viện Hàn lâm Khoa học và Công nghệ Việt Nam", "Viện Hàn lâm Khoa học xã hội Việt Nam",
            "Đài Truyền hình Việt Nam", "Đài Tiếng nói Việt Nam", "Thông tấn xã Việt Nam",
        }  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("G05", {"G12"}), ("G04", {"G17"}), ("G13", {"G10"}), ("G14", {"G06"}), ("G07", {"G09"}),
        ("G12", {"G12"}), ("G21", {"G21"}), ("G36", {"G12"}), ("G24", {"co-quan:bao-hiem-xa-hoi-viet-nam"}),
    ],
)  # fmt: skip
def test_what_became_of_a_ministry(old: str, new: set[str]) -> None:
    assert {str(agency.code) for agency in VIETNAM.successors(old, on=BEFORE)} == new


def test_a_code_that_stays_is_another_body() -> None:
    before, after = (VIETNAM.resolve("G10", on=day) for day in (BEFORE, AFTER))
    assert (before.name, after.name) == ("Bộ Nông nghiệp và Phát triển nông thôn", "Bộ Nông nghiệp và Môi trường")
    assert before.code == after.code
    assert before != after
    assert VIETNAM.resolve("Bộ Dân tộc và Tôn giáo", on=AFTER).kind == "ministry"


@pytest.mark.parametrize(
    ("text", "code", "on"),
    [
        ("Bộ NN&PTNT", "G10", BEFORE), ("bo nong nghiep va moi truong", "G10", AFTER), ("Bộ NN và MT", "G10", NOW),
        ("NHNN", "G19", NOW), ("VPCP", "G22", BEFORE), ("Bộ LĐTB&XH", "G07", BEFORE), ("BỘ KH&ĐT", "G05", BEFORE),
        ("000.00.00.G15", "G15", NOW), ("Uỷ ban Dân tộc", "G21", BEFORE), ("UBND TP. Hồ Chí Minh", "H29", NOW),
        ("UBND tỉnh Đăk Lăk", "H15", NOW), ("Ủy ban nhân dân thành phố Huế", "H57", NOW),
        ("Ủy ban Chứng khoán Nhà nước - Bộ Tài chính", "co-quan:uy-ban-chung-khoan-nha-nuoc", NOW),
        ("Cục Hải quan", "co-quan:cuc-hai-quan", NOW), ("Tổng cục Thuế", "G12.18", BEFORE),
    ],
)  # fmt: skip
def test_other_spellings(text: str, code: str, on: dt.date) -> None:
    assert str(VIETNAM.resolve(text, on=on).code) == code


@pytest.mark.parametrize(
    "text", ["Bộ Giao thông vận tải", "UBND tỉnh Hà Giang", "Sở Tư pháp", "Ủy ban nhân dân cấp tỉnh"]
)
def test_what_names_no_body_today(text: str) -> None:
    with pytest.raises(NotFoundError):
        VIETNAM.resolve(text, on=NOW)


def test_a_department_goes_with_its_ministry() -> None:
    old, new = (VIETNAM.resolve("Cục Hàng không Việt Nam", on=day) for day in (BEFORE, AFTER))
    assert [agency.name for agency in VIETNAM.ancestors(old, on=BEFORE)] == ["Bộ Giao thông vận tải", "Chính phủ"]
    assert [agency.name for agency in VIETNAM.ancestors(new, on=AFTER)] == ["Bộ Xây dựng", "Chính phủ"]


def test_every_row_is_whole() -> None:
    for agency in VIETNAM.agencies:
        assert agency.source, agency
        assert agency.name_en, agency
    for event in VIETNAM.events:
        assert event.source, event
        assert event.date in {D(2010, 10, 14), AFTER, NEW, D(2025, 1, 1), D(2026, 4, 30), D(2026, 9, 1), D(2026, 9, 20)}
    for mandate in VIETNAM.mandates:
        assert mandate.source, mandate
        assert mandate.citation is not None
    unconfirmed = {str(agency.code) for agency in VIETNAM.agencies if not agency.confirmed}
    assert {code for code in unconfirmed if code[0] == "G"} == {"G31", "G32"}
    derived = {agency.code for agency in VIETNAM.agencies if "chưa xác nhận" in agency.source}
    assert derived == {province.h_code for province in provinces(OLD) if not province.confirmed}
    assert len(derived) == 27
    assert all(province.confirmed for province in provinces(NOW))


# ── who is in charge ─────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("on", "name"),
    [
        (D(2009, 6, 1), "Tổ công tác chuyên trách cải cách thủ tục hành chính của Thủ tướng Chính phủ"),
        (D(2010, 10, 13), "Tổ công tác chuyên trách cải cách thủ tục hành chính của Thủ tướng Chính phủ"),
        (D(2010, 10, 14), "Văn phòng Chính phủ"),
        (D(2012, 1, 1), "Văn phòng Chính phủ"),
        (D(2013, 7, 1), "Bộ Tư pháp"),
        (D(2014, 6, 1), "Bộ Tư pháp"),
        (D(2016, 11, 1), "Bộ Tư pháp"),
        (D(2016, 12, 15), "Văn phòng Chính phủ"),
        (D(2018, 3, 1), "Văn phòng Chính phủ"),
        (D(2020, 8, 25), "Văn phòng Chính phủ"),
        (D(2025, 12, 30), "Văn phòng Chính phủ"),
        (D(2026, 1, 10), "Bộ Tư pháp"),
        (D(2026, 6, 1), "Bộ Tư pháp"),
    ],
)
def test_who_controlled_procedures(on: dt.date, name: str) -> None:
    answer = VIETNAM.in_charge_of(CONTROL, on=on)
    assert answer.name == name
    assert answer.settled
    assert answer.confirmed
    assert answer.agency is not None
    assert on in answer.agency.validity
    assert answer.citation is not None


@pytest.mark.parametrize("on", [D(2025, 12, 31), D(2026, 1, 5), D(2026, 1, 9)])
def test_between_two_decrees_nobody_is_named(on: dt.date) -> None:
    answer = VIETNAM.in_charge_of("KSTTHC", on=on)
    assert (answer.settled, answer.agency, answer.name) == (False, None, "")
    assert answer.before is not None
    assert answer.after is not None
    assert (answer.before.name, answer.after.name) == ("Văn phòng Chính phủ", "Bộ Tư pháp")


def test_the_first_year_of_the_task_force_is_not_confirmed() -> None:
    assert not VIETNAM.in_charge_of(CONTROL, on=D(2007, 6, 1)).confirmed
    assert not VIETNAM.in_charge_of(CONTROL, on=D(2006, 6, 1)).settled
    force = VIETNAM.in_charge_of(CONTROL, on=D(2009, 6, 1)).agency
    assert force is not None
    assert not force.confirmed  # neither its first day nor its last is


def test_a_body_that_only_reports_is_not_confirmed() -> None:
    answer = VIETNAM.in_charge_of("môi trường kinh doanh", on=D(2020, 8, 25))
    assert (answer.name, answer.confirmed) == ("Bộ Kế hoạch và Đầu tư", False)


@pytest.mark.parametrize(
    ("function", "on", "name"),
    [
        ("cải cách hành chính", D(2020, 8, 25), "Bộ Nội vụ"),
        ("cải cách hành chính", D(2024, 1, 1), "Bộ Nội vụ"),
        ("cải cách hành chính", NOW, "Bộ Nội vụ"),
        ("Chính phủ điện tử", D(2018, 9, 1), "Văn phòng Chính phủ"),
        ("Chính phủ điện tử", D(2020, 8, 25), "Bộ Thông tin và Truyền thông"),
        ("Chính phủ điện tử", NOW, "Bộ Khoa học và Công nghệ"),
        ("chuyển đổi số", D(2025, 3, 1), "Bộ Khoa học và Công nghệ"),
        ("môi trường kinh doanh", D(2025, 2, 28), "Bộ Kế hoạch và Đầu tư"),
        ("môi trường kinh doanh", D(2025, 3, 1), "Bộ Tài chính"),
        ("Cổng Dịch vụ công quốc gia", D(2026, 7, 1), "Bộ Công an"),
        ("đánh giá chất lượng phục vụ người dân, doanh nghiệp", D(2024, 1, 1), "Văn phòng Chính phủ"),
        ("đánh giá chất lượng phục vụ người dân, doanh nghiệp", D(2026, 8, 5), "Bộ Tư pháp"),
        ("mã hồ sơ", D(2026, 8, 5), "Bộ Công an"),
        ("mã định danh điện tử", D(2021, 1, 1), "Bộ Thông tin và Truyền thông"),
        ("cơ chế một cửa", D(2019, 1, 1), "Văn phòng Chính phủ"),
        ("cơ sở dữ liệu quốc gia về thủ tục hành chính", NOW, "Bộ Tư pháp"),
        ("phản ánh, kiến nghị", NOW, "Bộ Tư pháp"),
    ],
)
def test_other_functions(function: str, on: dt.date, name: str) -> None:
    assert VIETNAM.in_charge_of(function, on=on).name == name


@pytest.mark.parametrize(
    ("function", "on"),
    [
        ("mã hồ sơ", D(2026, 8, 4)),
        ("đánh giá chất lượng phục vụ người dân, doanh nghiệp", D(2026, 8, 4)),
        ("Cổng Dịch vụ công quốc gia", D(2026, 6, 30)),
        ("Chính phủ điện tử", D(2019, 9, 15)),
        ("cải cách hành chính", D(2021, 3, 1)),
        ("môi trường kinh doanh", D(2022, 1, 1)),
    ],
)
def test_what_the_sources_leave_open(function: str, on: dt.date) -> None:
    assert not VIETNAM.in_charge_of(function, on=on).settled


def test_every_function_has_a_body() -> None:
    assert {mandate.function.id for mandate in VIETNAM.mandates} == set(FUNCTIONS)
    for key, function in FUNCTIONS.items():
        assert function.id == key
        assert function.name_en


# ── provinces ────────────────────────────────────────────────────────────────────────────────────────────────────────

# Nghị quyết 202/2025/QH15: the 23 new units and the 29 that they took in; 11 stayed as they were.
MERGED = {
    "Tuyên Quang": "Hà Giang", "Lào Cai": "Yên Bái", "Thái Nguyên": "Bắc Kạn", "Phú Thọ": "Vĩnh Phúc, Hòa Bình",
    "Bắc Ninh": "Bắc Giang", "Hưng Yên": "Thái Bình", "Hải Phòng": "Hải Dương", "Ninh Bình": "Hà Nam, Nam Định",
    "Quảng Trị": "Quảng Bình", "Đà Nẵng": "Quảng Nam", "Quảng Ngãi": "Kon Tum", "Gia Lai": "Bình Định",
    "Khánh Hòa": "Ninh Thuận", "Lâm Đồng": "Đắk Nông, Bình Thuận", "Đắk Lắk": "Phú Yên",
    "Hồ Chí Minh": "Bình Dương, Bà Rịa - Vũng Tàu", "Đồng Nai": "Bình Phước", "Tây Ninh": "Long An",
    "Cần Thơ": "Sóc Trăng, Hậu Giang", "Vĩnh Long": "Bến Tre, Trà Vinh", "Đồng Tháp": "Tiền Giang",
    "Cà Mau": "Bạc Liêu", "An Giang": "Kiên Giang",
}  # fmt: skip
UNCHANGED = {
    "Hà Nội", "Huế", "Lai Châu", "Điện Biên", "Sơn La", "Lạng Sơn", "Cao Bằng", "Quảng Ninh", "Thanh Hóa", "Nghệ An",
    "Hà Tĩnh",
}  # fmt: skip


def test_which_province_each_of_the_63_went_to() -> None:
    went = {old: new for new, taken in MERGED.items() for old in (new, *taken.split(", "))}
    went |= {name: name for name in UNCHANGED}
    before = {province.name: province for province in provinces(OLD)}
    assert len(before) == 63
    assert before.keys() == went.keys()
    assert sum(len(taken.split(", ")) for taken in MERGED.values()) == 29
    after = {province.name: province for province in provinces(NEW)}
    assert after.keys() == set(MERGED) | UNCHANGED
    for name, province in before.items():
        heir = province.successor
        if name in UNCHANGED:
            assert NEW in province.validity
            continue
        assert heir is not None
        assert heir.name == went[name]
        assert heir == after[went[name]]
        committee = VIETNAM.successors(province.h_code, on=OLD)
        assert [agency.code for agency in committee] == [heir.h_code]
    for name, taken in MERGED.items():
        assert {p.name for p in after[name].predecessors} == {name, *taken.split(", ")}


@pytest.mark.parametrize(
    ("on", "cities", "others"),
    [
        (D(2008, 8, 1), 5, 58), (D(2024, 12, 31), 5, 58), (D(2025, 1, 1), 6, 57), (OLD, 6, 57), (NEW, 6, 28),
        (D(2026, 4, 29), 6, 28), (D(2026, 4, 30), 7, 27), (D(2026, 8, 31), 7, 27), (D(2026, 9, 1), 8, 26),
        (D(2026, 9, 19), 8, 26), (D(2026, 9, 20), 9, 25), (NOW, 9, 25),
    ],
)  # fmt: skip
def test_cities_and_provinces(on: dt.date, cities: int, others: int) -> None:
    kinds = [province.type for province in provinces(on)]
    assert (kinds.count("city"), kinds.count("province")) == (cities, others)
    committees = [agency for agency in VIETNAM.at(on) if agency.kind == "peoples_committee"]
    assert len(committees) == cities + others
    assert sum("thành phố" in agency.name for agency in committees) == cities


# The seven statistical codes whose meaning changed on 2025-07-01: code, before, after, the code that was dropped.
SEVEN = [
    ("15", "Yên Bái", "Lào Cai", "10"), ("24", "Bắc Giang", "Bắc Ninh", "27"), ("44", "Quảng Bình", "Quảng Trị", "45"),
    ("52", "Bình Định", "Gia Lai", "64"), ("80", "Long An", "Tây Ninh", "72"), ("82", "Tiền Giang", "Đồng Tháp", "87"),
    ("91", "Kiên Giang", "An Giang", "89"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "before", "after", "dropped"), SEVEN)
def test_a_statistical_code_that_passed_on(code: str, before: str, after: str, dropped: str) -> None:
    assert statistical(code, OLD).name == before
    new = statistical(UnitCode(code), NEW)
    assert (new.name, new.seat) == (after, before)
    assert statistical(dropped, OLD).h_code == new.h_code
    with pytest.raises(NotFoundError):
        statistical(dropped, NEW)


def test_seven_codes_and_no_more() -> None:
    before = {p.statistical: p.h_code for p in provinces(OLD)}
    moved = {str(p.statistical) for p in provinces(NEW) if before[p.statistical] != p.h_code}
    assert moved == {code for code, *_ in SEVEN}


def test_two_code_systems() -> None:
    assert VIETNAM.resolve("H21", on=NEW).territory == statistical("52", NEW).territory
    assert VIETNAM.resolve("H21", on=OLD).territory == statistical("64", OLD).territory
    assert str(statistical("52", OLD)) == "tỉnh Bình Định (H08, mã 52)"


def test_the_lineage_of_a_city() -> None:
    old = statistical("46", D(2024, 12, 31))
    assert old.full_name == "tỉnh Thừa Thiên Huế"
    assert old.successor == statistical("46", D(2025, 1, 1))
    assert old.predecessors == ()
    city = statistical("75", NOW)
    assert [p.full_name for p in city.predecessors] == ["tỉnh Đồng Nai"]
    assert city.successor is None
    assert repr(city) == "<Province H19 75 'thành phố Đồng Nai' từ 30/04/2026>"


def test_before_the_table_begins() -> None:
    with pytest.raises(NoLawError):
        provinces(D(2008, 7, 31))
    with pytest.raises(NoLawError):
        VIETNAM.at(D(2007, 7, 30))
    assert VIETNAM.status("H16", D(2000, 1, 1)) == "not_known"
    with pytest.raises(NotFoundError):
        statistical("00004", NOW)


def test_a_province_is_checked() -> None:
    fields = {"h_code": AgencyCode(("H99",)), "statistical": UnitCode("99"), "name_en": "", "type": "city", "seat": ""}
    with pytest.raises(MalformedError, match="name"):
        Province(name="", validity=Interval(NEW), **fields)  # type: ignore[arg-type]
    assert Province(name="Mới", validity=Interval(NEW), **fields).predecessors == ()  # type: ignore[arg-type]
    ended = Province(name="Mới", validity=Interval(None, NEW), **fields)  # type: ignore[arg-type]
    assert (ended.successor, ended.predecessors) == (None, ())


# ── the directory in `tthc.reference.VIETNAM` ────────────────────────────────────────────────────────────────────────


def test_the_reference_answers_as_the_directory_does() -> None:
    stand_in = KNOWN.agencies
    assert stand_in is not None
    assert stand_in.status(AgencyCode(("G15",)), NOW) == "in_force"
    assert stand_in.status("Bộ Giao thông vận tải", NOW) == "no_longer"
    assert stand_in.level_of("Bộ Tư pháp", NOW) == "central"
    assert stand_in.status("Bộ " * 1000, NOW) == "not_known"
    assert stand_in.level_of("Bộ " * 1000, NOW) is None
    assert stand_in.in_charge_of(CONTROL, on=NOW).name == "Bộ Tư pháp"  # type: ignore[attr-defined]
    assert repr(stand_in) == repr(VIETNAM)
    assert pickle.loads(pickle.dumps(stand_in)) == stand_in == copy.deepcopy(stand_in)
    assert hash(copy.copy(stand_in)) == hash(stand_in)
    assert stand_in != VIETNAM
    with pytest.raises(AttributeError):
        stand_in.nothing  # type: ignore[attr-defined]


def test_the_directory_loads_when_a_rule_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    on_demand._status.cache_clear()
    monkeypatch.delitem(sys.modules, "tthc.reference.agencies")
    monkeypatch.delattr("tthc.reference.agencies")
    validate(Procedure(name="Đăng ký khai sinh"), on=NOW)
    assert "tthc.reference.agencies" not in sys.modules
    settling = ResponsibleAgency(role="settling", name="Bộ Giao thông vận tải", code=AgencyCode(("G04",)))
    report = validate(Procedure(agencies=(settling,)), on=NOW, select=["TTHC602"])
    assert "tthc.reference.agencies" in sys.modules
    assert len(report) == 1


def test_a_body_without_a_code_has_an_identifier() -> None:
    assert VIETNAM.resolve("Cục Thuế", on=NOW).code == Identifier("co-quan", "cuc-thue")


def test_modules_list_their_names() -> None:
    assert dir(agencies) == sorted(agencies.__all__)
    assert dir(on_demand) == ["OnDemand"]

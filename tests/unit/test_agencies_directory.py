"""`AgencyDirectory`: what it refuses, how bodies are found on a day, and what became of them."""

import datetime as dt

import attrs
import pytest

from tthc.agencies import Agency, AgencyDirectory, Delegation, Function, Mandate, Reorganisation, Territory
from tthc.agencies.agency import AgencyLevel
from tthc.agencies.events import ReorganisationKind
from tthc.codec import decode, encode
from tthc.dated import ALWAYS, Interval
from tthc.errors import AmbiguousError, MalformedError, NoLawError, NotFoundError
from tthc.identifiers import AgencyCode, Identifier

MERGED, RAISED, NOW = dt.date(2025, 7, 1), dt.date(2026, 4, 30), dt.date(2026, 11, 22)
OLD, NEW = Interval(None, MERGED), Interval(MERGED)
EVE = MERGED - dt.timedelta(days=1)


def code(text: str) -> AgencyCode:
    return AgencyCode.parse(text)


def body(text: str, name: str, span: Interval = ALWAYS, level: AgencyLevel = "provincial", **fields: object) -> Agency:
    return Agency(code=code(text), name=name, level=level, validity=span, **fields)  # type: ignore[arg-type]


def event(
    kind: ReorganisationKind, sources: str, results: str, date: dt.date = MERGED, *functions: str
) -> Reorganisation:
    return Reorganisation(
        kind=kind,
        date=date,
        sources=tuple(map(code, sources.split())),
        results=tuple(map(code, results.split())),
        functions=functions,
    )


def build(*agencies: Agency, events: tuple[Reorganisation, ...] = (), **more: object) -> AgencyDirectory:
    return AgencyDirectory(agencies, events, as_of=NOW, **more)  # type: ignore[arg-type]


def faults(*agencies: Agency, events: tuple[Reorganisation, ...] = (), **more: object) -> list[str]:
    with pytest.raises(MalformedError) as caught:
        build(*agencies, events=events, **more)
    return [f"{fault.field}: {fault.expected}" for fault in caught.value.faults]


AN_GIANG = body("H01", "Ủy ban nhân dân tỉnh An Giang", OLD, kind="peoples_committee")
KIEN_GIANG = body("H33", "Ủy ban nhân dân tỉnh Kiên Giang", OLD, kind="peoples_committee")
AN_GIANG_NOW = body("H01", "Ủy ban nhân dân tỉnh An Giang", NEW, kind="peoples_committee", name_en="An Giang PC")
DONG_NAI = body("H19", "Ủy ban nhân dân tỉnh Đồng Nai", Interval(None, RAISED))
DONG_NAI_CITY = body("H19", "Ủy ban nhân dân thành phố Đồng Nai", Interval(RAISED))
HA_NOI = body(
    "H26", "Ủy ban nhân dân thành phố Hà Nội", territory=Territory(name="Hà Nội", type="city"), aliases=("H99", "PC:HN")
)
JUSTICE_AG = body("H01.15", "Sở Tư pháp", parent=code("H01"))
JUSTICE_HN = body("H26.15", "Sở Tư pháp", parent=code("H26"))
LAND_HN = body("H26.9", "Sở Nông nghiệp và Môi trường thành phố Hà Nội", parent=code("H26"), aliases=("Sở NN&MT",))
FINANCE = body("G12", "Bộ Tài chính", level="central", kind="ministry")
CULTURE = body("G16", "Bộ Văn hóa, Thể thao và Du lịch", level="central", kind="ministry")
CUSTOMS = body("G12.18", "Cục Hải quan", level="vertical", parent=code("G12"))
BRANCH = body("G12.18.1", "Chi cục Hải quan khu vực I", level="vertical", parent=code("G12.18"))
FILMS = body("G16.3", "Cục Điện ảnh", level="central", parent=code("G16"))
PLANNING = body("G05", "Bộ Kế hoạch và Đầu tư", OLD, "central")
HOA_BINH = body("H26.100", "Ủy ban nhân dân xã Hòa Bình", NEW, "commune", parent=code("H26"))
HOA_BINH_2 = body("H26.101", "Ủy ban nhân dân xã Hoa Bình", NEW, "commune", parent=code("H26"))
GROUP = Agency(code=Identifier("nhom", "X"), name="Tổ X", level="other", validity=Interval(NOW), confirmed=False)
DOUBTFUL = body("H50", "Sở Ngờ", OLD, confirmed=False)
EVENTS = (
    event("merge", "H01 H33", "H01"),
    event("raise", "H19", "H19", RAISED),
    event("merge", "G05 G12", "G12"),
    event("transfer", "H26", "G12", dt.date(2024, 1, 1), "thuế"),
    event("found", "", "H26.100 H26.101"),
)
ALL = (
    AN_GIANG, KIEN_GIANG, AN_GIANG_NOW, DONG_NAI, DONG_NAI_CITY, HA_NOI, JUSTICE_AG, JUSTICE_HN, LAND_HN, FINANCE,
    CULTURE, CUSTOMS, BRANCH, FILMS, PLANNING, HOA_BINH, HOA_BINH_2, GROUP, DOUBTFUL,
)  # fmt: skip
DIRECTORY = build(*ALL, events=EVENTS)


# ── what is refused ───────────────────────────────────────────────────────────────────────────────────────────────────


def test_two_bodies_with_one_code_on_one_day() -> None:
    assert faults(body("H01", "A"), body("H01", "B", NEW), body("H01", "B", OLD)) == [
        "agencies[2].validity: no day on which H01 is another body too (agencies[0], không thời hạn)",
        "agencies[1].validity: no day on which H01 is another body too (agencies[0], không thời hạn)",
    ]
    overlapping = body("H01", "A", Interval(EVE, NOW)), body("H01", "A", OLD)
    assert faults(*overlapping) == [
        "agencies[0].validity: no day on which H01 is the same body too (agencies[1], đến hết 30/06/2025)"
    ]


def test_parents_are_known_and_there_as_long_as_the_child() -> None:
    assert faults(body("H01.1", "A", parent=code("H01"))) == ["agencies[0].parent: the code of a body of the directory"]
    child = body("H33.1", "A", parent=code("H33"))
    assert faults(KIEN_GIANG, child) == [
        "agencies[1].parent: a body that is there không thời hạn; from 2025-07-01 on it is not"
    ]
    early = body("H26.1", "A", OLD, parent=code("H27"))
    assert faults(body("H27", "B", Interval(dt.date(2008, 8, 1))), early) == [
        "agencies[1].parent: a body that is there đến hết 30/06/2025; from the beginning on it is not"
    ]
    gap = body("H27", "B", OLD), body("H27", "B", Interval(RAISED)), body("H27.1", "A", parent=code("H27"))
    assert faults(*gap) == ["agencies[2].parent: a body that is there không thời hạn; from 2025-07-01 on it is not"]
    build(AN_GIANG, AN_GIANG_NOW, JUSTICE_AG)  # two spans one after the other cover it


def test_circles_of_parents() -> None:
    a, b, c = (body(x, x, parent=code(p)) for x, p in (("H01", "H02"), ("H02", "H03"), ("H03", "H01")))
    assert faults(a, b, c, body("H04", "D", NEW, parent=code("H01"))) == ["agencies[0].parent: no circle of parents"]
    # No circle on any one day: each stood above the other in its time.
    build(
        body("H01", "A", OLD, parent=code("H02")), body("H02", "B", OLD), body("H01", "A", NEW),
        body("H02", "B", NEW, parent=code("H01")),
    )  # fmt: skip
    later = body("H01", "A", NEW, parent=code("H02")), body("H01", "A", OLD), body("H02", "B", parent=code("H01"))
    assert faults(*later) == ["agencies[0].parent: no circle of parents"]


def test_sources_stand_the_day_before_and_results_on_the_day() -> None:
    assert faults(AN_GIANG, events=(event("merge", "H01 H33", "H01"),)) == [
        "events[0].sources[1]: a body of the directory",
        "events[0].results[0]: a body that is there on 2025-07-01",
    ]
    late = event("merge", "H01 H33", "H01", NOW)
    assert "events[0].sources[1]: a body that is there on 2026-11-21" in faults(*ALL, events=(late,))


def test_what_ends_has_ended_and_what_begins_begins() -> None:
    a, b = body("H01", "A"), body("H02", "B")
    assert faults(a, b, events=(event("merge", "H01 H02", "H02"), event("abolish", "H02", ""))) == [
        "events[0].sources[0]: a body whose last day is 2025-06-30, as 'merge' ends it",
        "events[1].sources[0]: a body whose last day is 2025-06-30, as 'abolish' ends it",
    ]
    assert faults(a, events=(event("found", "", "H01"),)) == [
        "events[0].results[0]: a body whose first day is 2025-07-01, as 'found' begins it"
    ]
    build(a, b, body("H03", "C"), events=(event("split", "H01", "H02 H03"),))  # a split may leave its source


def test_bodies_that_come_out_of_each_other_on_one_day() -> None:
    three = body("H01", "A"), body("H02", "B"), body("H03", "C")
    split = event("split", "H01", "H02 H03"), event("split", "H02", "H01 H03")
    assert faults(*three, events=split) == ["events[0]: no circle of bodies that come out of each other on 2025-07-01"]
    build(*three, events=(split[0], event("split", "H02", "H01 H03", NOW)))  # they may part and meet again
    over = event("transfer", "H01", "H02", MERGED, "x"), event("transfer", "H02", "H01", MERGED, "y")
    build(*three, events=over)


F = Function(id="f", name="cải cách hành chính")


def test_one_body_is_in_charge_and_it_is_there() -> None:
    late = Mandate(function=F, agency=code("G05"), interval=NEW)
    named = Mandate(function=F, name="Tổ", interval=Interval(None, NOW))
    other = Mandate(function=Function(id="f", name="khác"), name="Tổ", interval=Interval(NOW))
    inside = Mandate(function=F, name="Tổ", interval=Interval(EVE, MERGED))
    assert faults(PLANNING, mandates=(late, named, other, inside)) == [
        "mandates[0].agency: a body that is there từ 01/07/2025; from 2025-07-01 on it is not",
        "mandates[2].function: the function 'f' as in mandates[0]",
        "mandates[3].interval: no day of mandates[1] (đến hết 21/11/2026): one body is in charge",
        "mandates[0].interval: no day of mandates[1] (đến hết 21/11/2026): one body is in charge",
        "mandates[2].interval: no day of mandates[0] (từ 01/07/2025): one body is in charge",
    ]


def test_delegations_name_bodies_that_are_there() -> None:
    given = Delegation(kind="authorised", holder=code("H01"), receiver=code("G05"), interval=ALWAYS, functions=("x",))
    assert faults(PLANNING, delegations=(given,)) == [
        "delegations[0].holder: the code of a body of the directory",
        "delegations[0].receiver: a body that is there không thời hạn; from 2025-07-01 on it is not",
    ]


def test_all_faults_come_in_one_error_and_types_come_first() -> None:
    many = faults(body("H01", "A", parent=code("H09")), body("H01", "B"), events=(event("abolish", "H05", ""),))
    assert len(many) == 3
    with pytest.raises(MalformedError, match="agencies: expected a tuple"):
        AgencyDirectory([AN_GIANG], as_of=NOW)  # type: ignore[arg-type]


# ── finding a body ────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("G12", FINANCE),
        ("000.00.00.G12", FINANCE),
        ("000.00.18.G12", CUSTOMS),
        ("H99", HA_NOI),  # another code that lists give it
        ("PC:HN", HA_NOI),
        ("nhom:X", GROUP),
        ("Bộ Tài chính", FINANCE),
        ("bo tai chinh", FINANCE),
        ("BỘ  TÀI CHÍNH.", FINANCE),
        ("UBND Tỉnh An Giang", AN_GIANG_NOW),
        ("Uỷ ban nhân dân tỉnh An Giang", AN_GIANG_NOW),
        ("UBND An Giang", AN_GIANG_NOW),
        ("An Giang PC", AN_GIANG_NOW),
        ("UBND TP. Hà Nội", HA_NOI),
        ("UBND TP Đồng Nai", DONG_NAI_CITY),
        ("Bộ Văn hoá Thể thao và Du lịch", CULTURE),
        ("Cục Hải quan - Bộ tài chính", CUSTOMS),
        ("Cục Hải quan thuộc Bộ Tài chính", CUSTOMS),
        ("Bộ Tài chính - Cục Hải quan", CUSTOMS),
        ("Chi cục Hải quan khu vực I, trực thuộc Cục Hải quan của Bộ Tài chính", BRANCH),
        ("Chi cục Hải quan khu vực I, Cục Hải quan của Bộ Tài chính", None),  # a list
        ("Chi cục Hải quan khu vực I trực thuộc Cục Hải quan của Bộ Tài chính", BRANCH),
        ("Cục Điện ảnh - Bộ Văn hóa, Thể thao và Du lịch", FILMS),
        ("Sở Tư pháp Thành phố Hà Nội", JUSTICE_HN),
        ("Sở Tư pháp - tỉnh An Giang", JUSTICE_AG),
        ("Sở Tư pháp, tỉnh An Giang", JUSTICE_AG),  # a place behind a comma is no second body
        ("Thành phố Hà Nội, Sở Tư pháp", JUSTICE_HN),
        ("Sở Tư pháp UBND TP Hà Nội", JUSTICE_HN),
        ("Sở Nông nghiệp và Môi trường - Hà Nội", LAND_HN),
        ("Sở NN và MT Hà Nội", LAND_HN),
        ("UBND xã Hòa Bình", HOA_BINH),
        ("UBND xã Hoà Bình", HOA_BINH),
        ("UBND xã Hoa Bình", HOA_BINH_2),
        ("UBND xã Hòa Bình, thành phố Hà Nội", HOA_BINH),
        ("UBND xã Hoa Bình - Hà Nội - UBND TP Hà Nội", HOA_BINH_2),
        ("Bộ Tài chính các tỉnh", None),
        ("Bộ Tài chính, Bộ Văn hóa, Thể thao và Du lịch", None),
        ("Cục Hải quan, Bộ Tài chính", None),
        ("Ủy ban nhân dân cấp tỉnh", None),
        ("Sở Tư pháp tỉnh Kiên Giang", None),
        ("Chủ tịch UBND tỉnh An Giang", None),
        ("UBND thành phố An Giang", None),
        ("UBND xã Hỏa Bình cũ", None),
        ("Hà Nội", None),
        ("H77", None),
        ("H7 7", None),
        ("", None),
        ("…", None),
        ("Bộ Tài chính " + "x" * 400, None),
        ("x " * 190, None),
    ],
)
def test_codes_and_names_as_records_write_them(asked: str, found: Agency | None) -> None:
    if found is not None:
        assert DIRECTORY.resolve(asked, on=NOW) is found
        assert DIRECTORY.candidates(asked, on=NOW) == (found,)
    else:
        with pytest.raises(NotFoundError):
            DIRECTORY.resolve(asked, on=NOW)
    assert DIRECTORY.status(asked, NOW) == ("in_force" if found else "not_known")


def test_a_name_without_marks_that_two_bear_is_listed_not_guessed() -> None:
    with pytest.raises(AmbiguousError) as caught:
        DIRECTORY.resolve("UBND xa Hoa Binh", on=NOW)
    assert caught.value.found == ("H26.100 Ủy ban nhân dân xã Hòa Bình", "H26.101 Ủy ban nhân dân xã Hoa Bình")
    with pytest.raises(
        AmbiguousError, match=r"several values fit agency on 2026-11-22 'Sở Tư pháp': H01\.15 Sở Tư pháp"
    ):
        DIRECTORY.resolve("Sở Tư pháp", on=NOW)
    assert DIRECTORY.candidates("Sở Tư pháp") == (JUSTICE_AG, JUSTICE_HN)
    assert DIRECTORY.status("Sở Tư pháp", NOW) == "in_force"


def test_marks_that_fit_neither_do_not_decide() -> None:
    with pytest.raises(AmbiguousError):
        DIRECTORY.resolve("UBND xã Hóa Binh", on=NOW)


def test_its_own_name_goes_before_another_name() -> None:
    other = body("H02", "Sở B", aliases=("Sở A",))
    assert build(body("H01", "Sở A"), other).resolve("so a", on=NOW).name == "Sở A"
    alias_code = body("H03", "Sở C", aliases=("H01",))
    assert build(body("H01", "Sở A"), alias_code).resolve("H01", on=NOW).name == "Sở A"


def test_a_name_of_another_day_says_so() -> None:
    with pytest.raises(NotFoundError) as caught:
        DIRECTORY.resolve("Bộ Kế hoạch và Đầu tư", on=NOW)
    assert str(caught.value) == (
        "unknown agency on 2026-11-22: 'Bộ Kế hoạch và Đầu tư'; known: G05 Bộ Kế hoạch và Đầu tư, đến hết 30/06/2025 → "
        "G12 Bộ Tài chính"
    )
    assert DIRECTORY.resolve("Bộ Kế hoạch và Đầu tư", on=EVE) is PLANNING
    with pytest.raises(NotFoundError, match="H33 Ủy ban nhân dân tỉnh Kiên Giang, đến hết 30/06/2025 → H01"):
        DIRECTORY.resolve("H33", on=NOW)
    with pytest.raises(NotFoundError, match="nhom:X Tổ X, từ 22/11/2026"):
        DIRECTORY.resolve("Tổ X", on=EVE)
    with pytest.raises(NotFoundError, match=r"đến hết 30/06/2025$"):
        DIRECTORY.resolve("Sở Ngờ", on=NOW)


def test_a_name_that_nobody_bears_brings_similar_ones_of_the_day() -> None:
    with pytest.raises(NotFoundError) as caught:
        DIRECTORY.resolve("Sở Tư phápp Hà Nội", on=NOW)
    assert any("Sở Tư pháp" in name for name in caught.value.available)
    assert DIRECTORY.candidates("Cục Hải sản", on=NOW)[0] in {CUSTOMS, FILMS}
    assert DIRECTORY.candidates("Kế hoạch", on=NOW) == (PLANNING,)  # none of the day: those of others
    assert DIRECTORY.candidates("xyz") == ()
    with pytest.raises(NotFoundError) as caught:
        DIRECTORY.resolve("Kiên Giang", on=NOW)  # the nearest first, there or not, each code once
    assert [name[:3] for name in caught.value.available][:2] == ["H33", "H01"]
    assert "đến hết 30/06/2025 → H01" in caught.value.available[0]
    assert "từ 01/07/2025" in caught.value.available[1]


def test_the_day_may_be_given_by_its_place() -> None:
    assert DIRECTORY.resolve("H01", EVE) is AN_GIANG
    assert DIRECTORY.candidates("H01", EVE) == (AN_GIANG,)
    assert DIRECTORY.ancestors("H01.15", NOW) == (AN_GIANG_NOW,)
    assert DIRECTORY.children("H01", NOW) == (JUSTICE_AG,)
    assert DIRECTORY.successors("H33", EVE) == DIRECTORY.heirs("H33", since=EVE, until=NOW) == (AN_GIANG_NOW,)
    assert DIRECTORY.predecessors("H01", NOW) == (AN_GIANG, KIEN_GIANG)
    assert DIRECTORY.inheritance("H33", NOW).heir is AN_GIANG_NOW


def test_a_body_that_only_moves_goes_on_under_its_code_and_name() -> None:
    moved = body("G16.3", "Cục Điện ảnh", NEW, "central", parent=code("G12"))
    left = body("G16.3", "Cục Điện ảnh", OLD, "central", parent=code("G16"))
    again = body("G16.3", "Cục Điện ảnh", Interval(RAISED), "central", parent=code("G16"))
    moved = attrs.evolve(moved, validity=Interval(MERGED, RAISED))
    directory = build(FINANCE, CULTURE, left, moved, again)
    assert directory.successors("G16.3", EVE) == (moved,)
    assert directory.predecessors("G16.3", NOW) == (moved,)
    assert directory.predecessors("G16.3", EVE) == ()
    assert directory.heirs("Cục Điện ảnh", since=EVE, until=NOW) == (again,)
    found = directory.inheritance("Cục Điện ảnh", NOW, since=EVE)
    assert (found.agency, found.heir, found.events, found.moved) == (left, again, (), False)
    for other in (attrs.evolve(moved, name="Cục Phim"), attrs.evolve(moved, validity=Interval(NOW))):
        assert build(FINANCE, CULTURE, left, other).successors("G16.3", EVE) == ()  # another body, or a gap
    ended = event("abolish", "G16.3", "")
    assert build(FINANCE, CULTURE, left, moved, events=(ended,)).successors("G16.3", EVE) == ()
    given = event("transfer", "G16.3", "G16", MERGED, "phim")
    assert build(FINANCE, CULTURE, left, moved, events=(given,)).successors("G16.3", EVE) == (moved,)


def test_nothing_is_said_of_days_before_the_first_that_is_known() -> None:
    directory = AgencyDirectory((AN_GIANG, JUSTICE_HN, HA_NOI), as_of=NOW, since=EVE).with_agencies([AN_GIANG_NOW])
    early = EVE - dt.timedelta(days=1)
    for ask in (
        lambda: directory.at(early),
        lambda: directory.resolve("H01", early),
        lambda: directory.candidates("H01", early),
        lambda: directory.ancestors("H26.15", early),
        lambda: directory.heirs("H01", since=early, until=NOW),
        lambda: directory.inheritance("H01", early),
        lambda: directory.inheritance("H01", NOW, since=early),
    ):
        with pytest.raises(NoLawError, match="2025-06-29: expected a day from 2025-06-30 on"):
            ask()
    assert directory.status("H01", early) == "not_known"
    assert directory.level_of("H01", early) is None
    assert directory.resolve("H01", EVE) is AN_GIANG
    assert decode(AgencyDirectory, encode(directory)) == directory
    assert directory != attrs.evolve(directory, since=None)


def test_codes_and_bodies_may_be_asked_for_as_they_are() -> None:
    assert DIRECTORY.resolve(code("H01"), on=EVE) is AN_GIANG
    assert DIRECTORY.resolve(GROUP.code, on=NOW) is GROUP
    assert DIRECTORY.resolve(AN_GIANG_NOW, on=NOW) is AN_GIANG_NOW
    with pytest.raises(NotFoundError, match="'H01 Ủy ban nhân dân tỉnh An Giang'; known: H01"):
        DIRECTORY.resolve(AN_GIANG, on=NOW)  # one code, another body
    with pytest.raises(NotFoundError, match=r"unknown agency on 2026-11-22: 'H88'$"):
        DIRECTORY.resolve(code("H88"), on=NOW)
    with pytest.raises(TypeError, match="expected an Agency, its code or a text, got 26"):
        DIRECTORY.resolve(26, on=NOW)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("asked", "on", "status"),
    [
        ("H01", EVE, "in_force"),
        ("H33", EVE, "in_force"),
        ("H33", MERGED, "no_longer"),
        ("Bộ Kế hoạch và Đầu tư", NOW, "no_longer"),
        ("Ủy ban nhân dân tỉnh Đồng Nai", NOW, "no_longer"),
        ("UBND xã Hòa Bình", EVE, "not_yet"),
        ("Tổ X", EVE, "not_known"),  # not confirmed
        ("Sở Ngờ", EVE, "in_force"),
        ("Sở Ngờ", NOW, "not_known"),
        (code("H88"), NOW, "not_known"),
        (KIEN_GIANG, NOW, "no_longer"),
    ],
)
def test_status(asked: str | AgencyCode | Agency, on: dt.date, status: str) -> None:
    assert DIRECTORY.status(asked, on) == status


@pytest.mark.parametrize(
    ("asked", "level"),
    [
        ("Bộ Tài chính", "central"),
        ("Sở Tư pháp", "provincial"),
        ("H26.100", "commune"),
        ("Cục Hải quan", None),
        ("?", None),
    ],
)
def test_level(asked: str, level: str | None) -> None:
    assert DIRECTORY.level_of(asked, NOW) == level


def test_hostile_names_take_bounded_time() -> None:
    for text in ("Sở Tư pháp " * 100_000, "sở tư pháp hà nội " * 20, "," * 400, "a, " * 130, "ủ" * 1_000_000):
        assert DIRECTORY.status(text, NOW) == "not_known"
        assert isinstance(DIRECTORY.candidates(text), tuple)


def test_it_is_a_sized_collection_of_a_day() -> None:
    assert len(DIRECTORY) == len(ALL)
    assert list(DIRECTORY) == list(ALL)
    assert repr(DIRECTORY) == "<AgencyDirectory: 19 agencies, 5 events as of 2026-11-22>"
    assert AN_GIANG in DIRECTORY.at(EVE)
    assert AN_GIANG not in DIRECTORY.at(MERGED)
    assert DIRECTORY.at(dt.date.min)


def test_more_bodies_may_be_put_to_it() -> None:
    ward = body("H01.200", "Ủy ban nhân dân phường Long Xuyên", NEW, "commune", parent=code("H01"))
    more = DIRECTORY.with_agencies([ward], as_of=dt.date(2027, 1, 1))
    assert more.resolve("UBND phường Long Xuyên, tỉnh An Giang", on=NOW) == ward
    assert (more.as_of, len(more)) == (dt.date(2027, 1, 1), 20)
    assert DIRECTORY.with_agencies() == DIRECTORY


# ── above, below, before, after ───────────────────────────────────────────────────────────────────────────────────────


def test_ancestors_and_children() -> None:
    assert DIRECTORY.ancestors("Chi cục Hải quan khu vực I", on=NOW) == (CUSTOMS, FINANCE)
    assert DIRECTORY.ancestors(JUSTICE_AG, on=EVE) == (AN_GIANG,)
    assert DIRECTORY.ancestors(JUSTICE_AG, on=NOW) == (AN_GIANG_NOW,)
    assert DIRECTORY.children("H26", on=NOW) == (JUSTICE_HN, LAND_HN, HOA_BINH, HOA_BINH_2)
    assert DIRECTORY.children("H26", on=EVE) == (JUSTICE_HN, LAND_HN)


def test_successors_of_the_body_of_a_day_or_of_the_last_before() -> None:
    assert DIRECTORY.successors("H33", on=EVE) == (AN_GIANG_NOW,)
    assert DIRECTORY.successors("H33", on=dt.date(1990, 1, 1)) == (AN_GIANG_NOW,)
    assert DIRECTORY.successors("H33", on=NOW) == (AN_GIANG_NOW,)
    assert DIRECTORY.successors("Bộ Kế hoạch và Đầu tư", on=NOW) == (FINANCE,)
    assert DIRECTORY.successors("H01", on=EVE) == (AN_GIANG_NOW,)
    assert DIRECTORY.successors("H01", on=MERGED) == ()
    assert DIRECTORY.successors("H26", on=EVE) == ()  # a function that went is no successor
    assert DIRECTORY.successors("Sở Ngờ", on=NOW) == ()
    assert DIRECTORY.predecessors("H01", on=NOW) == (AN_GIANG, KIEN_GIANG)
    assert DIRECTORY.predecessors("H01", on=EVE) == ()
    assert DIRECTORY.predecessors("G12", on=NOW) == (PLANNING, FINANCE)
    assert DIRECTORY.predecessors(DONG_NAI_CITY, on=NOW) == (DONG_NAI,)
    with pytest.raises(NotFoundError):
        DIRECTORY.successors("H77", on=NOW)
    with pytest.raises(NotFoundError):
        DIRECTORY.successors("Tổ X", on=EVE)
    with pytest.raises(AmbiguousError):
        DIRECTORY.successors("Sở Tư pháp", on=NOW)


def test_of_a_code_used_twice_the_last_before_the_day_is_meant() -> None:
    first, second = body("H01", "A", Interval(None, dt.date(2010, 1, 1))), body("H01", "B", Interval(EVE, MERGED))
    third, fourth = body("H02", "C", Interval(dt.date(2010, 1, 1))), body("H03", "D", NEW)
    renamed = event("rename", "H01", "H02", dt.date(2010, 1, 1)), event("rename", "H01", "H03")
    directory = build(first, second, third, fourth, events=renamed)
    assert directory.successors("H01", on=dt.date(2015, 1, 1)) == (third,)
    assert directory.successors("H01", on=NOW) == (fourth,)


def test_heirs_along_several_events() -> None:
    one, two = dt.date(2010, 1, 1), dt.date(2020, 1, 1)
    bodies = (
        body("H01", "A", Interval(None, one)), body("H02", "B", Interval(one, two)), body("H03", "C", Interval(one)),
        body("H04", "D", Interval(two)), body("H05", "E", Interval(None, two)),
    )  # fmt: skip
    events = (
        event("split", "H01", "H02 H03", one), event("merge", "H02 H05", "H04", two),
        event("split", "H04", "H03 H04", NOW),
    )  # fmt: skip
    directory = build(*bodies, events=events)
    a, b, c, d, e = bodies
    assert directory.heirs("H01", since=dt.date(2009, 1, 1), until=one) == (b, c)
    assert set(directory.heirs("H01", since=dt.date(2009, 1, 1), until=two)) == {c, d}
    assert directory.heirs("H05", since=one, until=NOW) == (d, c)
    assert directory.heirs("H05", since=one, until=one) == (e,)
    assert directory.heirs(a, since=dt.date(2009, 1, 1), until=dt.date(2009, 1, 1)) == (a,)
    gone = build(body("H01", "A", OLD), events=(event("abolish", "H01", ""),))
    assert gone.heirs("H01", since=EVE, until=NOW) == ()
    assert gone.successors("H01", on=NOW) == ()


def test_what_parts_and_meets_again_has_one_heir() -> None:
    one, two = dt.date(2010, 1, 1), dt.date(2020, 1, 1)
    between = Interval(one, two)
    a, b, c = body("H01", "A", Interval(None, one)), body("H02", "B", between), body("H03", "C", between)
    d = body("H04", "D", Interval(two))
    met = event("split", "H01", "H02 H03", one), event("merge", "H02 H03", "H04", two)
    directory = build(a, b, c, d, events=met)
    assert directory.heirs("H01", since=dt.date(2009, 1, 1), until=NOW) == (d,)
    found = directory.inheritance("A", on=NOW)
    assert (found.agency, found.heir, found.events) == (a, d, met)
    assert directory.inheritance("A", on=one).candidates == (b, c)


def test_history() -> None:
    history = DIRECTORY.history("H01")
    assert history.spans == (AN_GIANG, AN_GIANG_NOW)
    assert history.events == (EVENTS[0],)
    assert str(history).splitlines() == [
        "H01",
        "  Ủy ban nhân dân tỉnh An Giang, đến hết 30/06/2025",
        "  01/07/2025 hợp nhất, sáp nhập: H01, H33 → H01",
        "  Ủy ban nhân dân tỉnh An Giang, từ 01/07/2025",
    ]
    assert repr(history) == "<History H01: 2 spans, 1 events>"
    assert [row["what"] for row in history.rows] == ["agency", "merge", "agency"]
    assert DIRECTORY.history("Ủy ban nhân dân tỉnh Đồng Nai").spans == (DONG_NAI, DONG_NAI_CITY)
    assert DIRECTORY.history(code("H99")).code == code("H26")
    with pytest.raises(AmbiguousError, match="several values fit agency 'Sở Tư pháp'"):
        DIRECTORY.history("Sở Tư pháp")
    with pytest.raises(NotFoundError, match=r"unknown agency: 'Sở Tư pháp X'; known: H01\.15"):
        DIRECTORY.history("Sở Tư pháp X")
    with pytest.raises(NotFoundError, match=r"unknown agency: 'H88'$"):
        DIRECTORY.history(code("H88"))

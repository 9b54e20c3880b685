"""`reassign`: what moves, what is left, what could not be told; and the district procedures of 2025."""

import datetime as dt
from collections.abc import Iterable

import attrs
import pytest

from tthc.agencies import Agency, AgencyDirectory, Reorganisation
from tthc.agencies.agency import AgencyLevel
from tthc.agencies.events import ReorganisationKind
from tthc.dated import ALWAYS, Interval
from tthc.errors import MalformedError
from tthc.identifiers import AgencyCode, Identifier, LegalNumber, ProcedureCode
from tthc.procedures import (
    Catalogue,
    LevelRule,
    Procedure,
    Reassignment,
    ResponsibleAgency,
    reassign,
    reassignment,
)
from tthc.procedures.components import Level, Role
from tthc.text import Unparsed

DAY = dt.date(2025, 7, 1)
EVE = DAY - dt.timedelta(days=1)
OLD, NEW = Interval(None, DAY), Interval(DAY)
LAW = LegalNumber.parse("131/2025/NĐ-CP")


def code(text: str) -> AgencyCode:
    return AgencyCode.parse(text)


def body(text: str, name: str, span: Interval = ALWAYS, level: AgencyLevel = "provincial") -> Agency:
    return Agency(code=code(text), name=name, level=level, validity=span)


def event(kind: ReorganisationKind, sources: str, results: str, *functions: str) -> Reorganisation:
    sides = [tuple(map(code, side.split())) for side in (sources, results)]
    return Reorganisation(kind=kind, date=DAY, sources=sides[0], results=sides[1], functions=functions)


KIEN_GIANG, AN_GIANG_OLD = body("H33", "UBND tỉnh Kiên Giang", OLD), body("H01", "UBND tỉnh An Giang", OLD)
AN_GIANG = body("H01", "UBND tỉnh An Giang", NEW)
FOREIGN = Agency(code=Identifier("vn", "AG"), name="Sở Mới", level="provincial", validity=NEW)
PLANNING, FINANCE = body("H26.5", "Sở Kế hoạch và Đầu tư", OLD), body("H26.6", "Sở Tài chính")
BA_DINH = body("H26.30", "UBND quận Ba Đình", OLD, "district")
TAY_HO = body("H26.31", "UBND quận Tây Hồ", OLD, "district")
WARD, OTHER_WARD = (
    body("H26.100", "UBND phường Ba Đình", NEW, "commune"),
    body("H26.101", "UBND phường Tây Hồ", NEW, "commune"),
)
GONE = body("H26.40", "Ban Quản lý Cũ", OLD)
TAX_OLD, TAX = (
    body("H26.50", "Chi cục Thuế quận Ba Đình", OLD, "district"),
    body("H26.51", "Thuế cơ sở 1", NEW, "vertical"),
)
EVENTS = (
    event("merge", "H01 H33", "H01"),
    event("merge", "H26.5 H26.6", "H26.6"),
    event("rename", "H26.50", "H26.51"),
    event("split", "H26.30", "H26.100 H26.101"),
    event("transfer", "H26.30", "H26.100", "Hộ tịch", "1.000894"),
    event("rename", "H26.31", "H26.101"),
    event("abolish", "H26.40", ""),
)
DIRECTORY = AgencyDirectory(
    (KIEN_GIANG, AN_GIANG_OLD, AN_GIANG, PLANNING, FINANCE, BA_DINH, TAY_HO, WARD, OTHER_WARD, GONE, TAX_OLD, TAX),
    EVENTS,
    as_of=dt.date(2026, 11, 22),
)


def row(name: str = "", text: str | None = None, role: Role = "settling") -> ResponsibleAgency:
    return ResponsibleAgency(role=role, name=name, code=None if text is None else code(text))


def of(*rows: ResponsibleAgency | Unparsed, **fields: object) -> Procedure:
    return Procedure(**{"code": ProcedureCode("1.001193"), "name": "Thủ tục", "agencies": rows, **fields})  # type: ignore[arg-type]


def run(*procedures: Procedure, on: dt.date = DAY, **more: object) -> Reassignment:
    return reassign(Catalogue(procedures), DIRECTORY, on=on, **more)  # type: ignore[arg-type]


def only(result: Reassignment) -> Procedure:
    (procedure,) = result.catalogue
    return procedure


def kinds(result: Reassignment) -> list[tuple[str, tuple[str | int, ...], str]]:
    return [(row.why, row.path, row.stated) for row in (*result.left, *result.unresolved)]


# ── agencies ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_an_agency_that_was_taken_in_passes_to_its_heir() -> None:
    before = of(row("UBND tỉnh Kiên Giang", "H33"), row("Sở Kế hoạch và Đầu tư", role="coordinating"), note="giữ lại")
    result = run(before)
    assert only(result) == attrs.evolve(
        before, agencies=(row("UBND tỉnh An Giang", "H01"), row("Sở Tài chính", role="coordinating"))
    )
    assert not result.left
    first, second = result.moved
    assert (first.procedure, first.path, first.agency, first.events) == (before, ("agencies", 0), AN_GIANG, EVENTS[:1])
    assert (second.before, second.after) == ("Sở Kế hoạch và Đầu tư", "Sở Tài chính")
    assert str(first) == (
        "1.001193 Thủ tục: H33 UBND tỉnh Kiên Giang → H01 UBND tỉnh An Giang "
        "(01/07/2025 hợp nhất, sáp nhập: H01, H33 → H01)"
    )
    assert "(2025-07-01 merged: H01, H33 → H01)" in first.text("en")


def test_code_and_name_stay_as_they_were_stated() -> None:
    assert only(run(of(row(text="H33")))).agencies == (row(text="H01"),)
    unread = ResponsibleAgency(role="settling", name="UBND tỉnh Kiên Giang", code=Unparsed("H 33"))
    assert only(run(of(unread))).agencies == (attrs.evolve(unread, name="UBND tỉnh An Giang"),)


def test_nothing_moves_the_day_before_nor_a_second_time() -> None:
    before = of(row("UBND tỉnh Kiên Giang", "H33"))
    assert run(before, on=EVE).catalogue.procedures == (before,)
    assert not run(before, on=EVE).moved
    again = run(only(run(before)))
    assert not again.moved


def test_what_is_there_and_what_cannot_be_read_stays() -> None:
    rows = row("Sở Tài chính"), Unparsed("Sở"), ResponsibleAgency(role="receiving", address="58 Trần Phú")
    result = run(of(*rows, rows[0]))
    assert only(result).agencies == (*rows, rows[0])
    assert len(result.rows) == 0
    bare = Procedure(name="x")
    assert only(run(bare)) == bare
    assert only(run(of())).agencies == ()


def test_two_that_pass_to_one_heir_are_one_row() -> None:
    result = run(of(row("Sở Kế hoạch và Đầu tư"), row("Sở Tài chính")))
    assert only(result).agencies == (row("Sở Tài chính"),)
    assert len(result.moved) == 1


def test_with_the_day_of_the_catalogue_a_kept_code_is_another_body() -> None:
    before = of(row("UBND tỉnh An Giang", "H01"))
    assert not run(before).moved
    (move,) = run(before, since=EVE).moved
    assert (move.agency, move.events) == (AN_GIANG, EVENTS[:1])


def test_an_agency_whose_name_is_kept_stays_in_the_record() -> None:
    kept, other = row("UBND tỉnh An Giang"), row("Sở Tư pháp")
    before = of(kept, row("UBND tỉnh Kiên Giang"), other)
    assert only(run(before, since=EVE)).agencies == (kept, other)
    assert only(run(of(kept, other), since=EVE)).agencies == (kept, other)
    assert only(run(of(row("UBND tỉnh Kiên Giang"), kept), since=EVE)).agencies == (kept,)


def test_records_of_other_days_stay() -> None:
    before = of(row("UBND tỉnh Kiên Giang"), validity=OLD)
    assert only(run(before)) == before


def test_an_agency_that_is_gone_without_one_heir_is_left() -> None:
    before = of(row("Ban Quản lý Cũ"), row("UBND quận Ba Đình", role="deciding"), field="Đất đai")
    result = run(before)
    assert only(result) == before
    assert kinds(result) == [
        ("no_heir", ("agencies", 0), "Ban Quản lý Cũ"),
        ("several_heirs", ("agencies", 1), "UBND quận Ba Đình"),
    ]
    assert set(result.left[1].candidates) == {WARD, OTHER_WARD}
    assert str(result.left[1]).startswith("1.001193 Thủ tục: UBND quận Ba Đình: nhiều cơ quan tiếp nhận: H26.10")
    assert result.left[0].text("en").endswith("Ban Quản lý Cũ: gone, and no body is known to have taken over")


@pytest.mark.parametrize("fields", [{"field": "Hộ tịch"}, {"code": ProcedureCode("1.000894")}])
def test_the_event_says_where_a_field_or_a_procedure_goes(fields: dict[str, object]) -> None:
    result = run(of(row("UBND quận Ba Đình"), **fields))
    assert only(result).agencies == (row("UBND phường Ba Đình"),)


def test_a_class_of_bodies_is_unresolved_not_left() -> None:
    result = run(of(row("Ủy ban nhân dân cấp xã")))
    assert kinds(result) == [("not_known", ("agencies", 0), "Ủy ban nhân dân cấp xã")]
    assert not result.left


# ── the district level ────────────────────────────────────────────────────────────────────────────────────────────────


def district(*rows: ResponsibleAgency, levels: Iterable[Level] = ("district",), **fields: object) -> Procedure:
    return of(*rows, levels=tuple(levels), **fields)


def test_without_a_rule_a_district_procedure_is_left() -> None:
    result = run(district(row("Phòng Tư pháp")))
    assert only(result).levels == ("district",)
    assert kinds(result)[0] == ("district", ("levels",), "cấp huyện")
    assert str(result.left[0]).endswith("cấp huyện: không còn cấp huyện, chưa rõ cấp tiếp nhận")
    assert not run(district(row("Phòng Tư pháp")), on=EVE).left


def test_a_rule_moves_the_level_and_perhaps_the_agency() -> None:
    result = run(district(levels=("provincial", "district")), rules={"1.001193": "provincial"})
    assert only(result).levels == ("provincial",)
    assert [(m.path, m.before, m.after) for m in result.moved] == [(("levels",), "cấp huyện", "cấp tỉnh")]
    ward = row("Ủy ban nhân dân cấp xã")
    rule = LevelRule(levels=("commune",), agency=ward, citation=LAW)
    before = district(row("Phòng Tư pháp"), row("Ủy ban nhân dân cấp tỉnh", role="deciding"))
    result = run(before, rules={"1.001193": rule})
    assert only(result) == attrs.evolve(before, levels=("commune",), agencies=(ward, before.agencies[1]))  # type: ignore[index]
    assert [m.citation for m in result.moved] == [LAW, LAW]
    assert str(result.moved[1]) == (
        "1.001193 Thủ tục: Phòng Tư pháp → Ủy ban nhân dân cấp xã (Nghị định số 131/2025/NĐ-CP)"
    )


def test_only_district_agencies_give_way_to_that_of_a_rule() -> None:
    ward = row("Ủy ban nhân dân cấp xã")
    rules = {"1.001193": LevelRule(levels=("commune",), agency=ward)}
    mixed = district(row("Ủy ban nhân dân cấp huyện"), row("Sở Tư pháp"), levels=("provincial", "district"))
    assert only(run(mixed, rules=rules)).agencies == (ward, row("Sở Tư pháp"))
    known = district(row("Sở Tài chính"), row("UBND quận Ba Đình"))
    assert only(run(known, rules=rules)).agencies == (row("Sở Tài chính"), ward)
    none = district(levels=("provincial", "district"))
    result = run(none, rules=rules)
    assert only(result).agencies == (ward,)
    assert str(result.moved[1]) == "1.001193 Thủ tục: - → Ủy ban nhân dân cấp xã"
    twice = district(row("UBND quận Ba Đình"), row("UBND quận Tây Hồ"))
    assert only(run(twice, rules=rules)).agencies == (ward,)


def test_a_variant_may_have_a_rule_of_its_own() -> None:
    local = district(code=ProcedureCode("1.001193", code("H26")))
    rules = {"1.001193": "commune", "1.001193.H26": "provincial"}
    assert only(run(local, rules=rules)).levels == ("provincial",)
    assert only(run(district(), rules=rules)).levels == ("commune",)
    assert only(run(district(code=None), rules=rules)).levels == ("district",)


def test_the_levels_of_the_heirs_decide_where_there_is_no_rule() -> None:
    result = run(district(row("UBND quận Tây Hồ"), row("Chi cục Thuế quận Ba Đình")))
    assert only(result).levels == ("commune", "other")
    assert only(result).agencies == (row("UBND phường Tây Hồ"), row("Thuế cơ sở 1"))
    levels = result.moved[0]
    assert (levels.after, levels.events) == ("cấp xã, cơ quan khác", (EVENTS[5], EVENTS[2]))
    half = run(district(row("UBND quận Tây Hồ"), row("UBND quận Ba Đình")))
    assert only(half).levels == ("district",)
    assert [row.why for row in half.left] == ["district", "several_heirs"]


def test_the_346_district_procedures_of_2025() -> None:
    stated = ResponsibleAgency(role="settling", name="Ủy ban nhân dân cấp huyện")
    records = [
        Procedure(code=ProcedureCode(f"1.{i:06}"), name=f"Thủ tục {i}", levels=("district",), agencies=(stated,))
        for i in range(346)
    ]
    without = reassign(Catalogue(records), DIRECTORY, DAY)
    assert (len(without.moved), len(without.left), len(without.unresolved)) == (0, 346, 346)
    assert without.catalogue == Catalogue(records)
    commune = ResponsibleAgency(role="settling", name="Ủy ban nhân dân cấp xã")
    rules = {f"1.{i:06}": LevelRule(levels=("commune",), agency=commune) for i in range(230)}
    rules |= {f"1.{i:06}": LevelRule(levels=("provincial",)) for i in range(230, 340)}
    done = reassign(Catalogue(records), DIRECTORY, DAY, rules=rules)
    assert (len(done.left), len(done.unresolved)) == (6, 116)
    levels = [procedure.levels for procedure in done.catalogue]
    assert [levels.count((level,)) for level in ("commune", "provincial", "district")] == [230, 110, 6]


def test_a_rule_names_levels_that_are_there() -> None:
    for levels in ((), ("district",)):
        with pytest.raises(MalformedError, match="levels"):
            LevelRule(levels=levels)


# ── codes of local variants ───────────────────────────────────────────────────────────────────────────────────────────


def local(agency: str, **fields: object) -> Procedure:
    return Procedure(code=ProcedureCode("1.001193", code(agency)), **fields)  # type: ignore[arg-type]


def test_a_local_variant_takes_the_code_of_the_heir() -> None:
    result = run(local("H33"), local("H99"), Procedure(code=Unparsed("1.4")))
    assert [str(p.code) for p in result.catalogue] == ["1.001193.H01", "1.001193.H99", "1.4"]
    (move,) = result.moved
    assert (move.path, move.before, move.after, move.agency) == (("code",), "1.001193.H33", "1.001193.H01", AN_GIANG)


def test_two_variants_of_one_heir_are_left_to_choose_from() -> None:
    result = run(local("H33"), local("H01"))
    assert [str(p.code) for p in result.catalogue] == ["1.001193.H33", "1.001193.H01"]
    assert kinds(result) == [("variant_taken", ("code",), "H33")]
    assert result.left[0].candidates == (AN_GIANG,)
    old = local("H01", validity=OLD)
    assert str(run(local("H33"), old).catalogue.procedures[0].code) == "1.001193.H01"


def test_a_variant_of_a_body_that_is_gone_is_left() -> None:
    assert kinds(run(local("H26.40"))) == [("no_heir", ("code",), "H26.40")]
    renamed = Reorganisation(kind="rename", date=DAY, sources=(code("H33"),), results=(FOREIGN.code,))
    directory = AgencyDirectory((KIEN_GIANG, FOREIGN), (renamed,), as_of=DAY)
    result = reassign(Catalogue([local("H33")]), directory, on=DAY)
    assert [(row.why, row.candidates) for row in result.left] == [("no_heir", (FOREIGN,))]


# ── the whole ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_it_prints_and_gives_rows() -> None:
    result = run(of(row("UBND tỉnh Kiên Giang"), row("Ban Quản lý Cũ"), row("Sở Lạ")))
    assert repr(result) == "<Reassignment of 1 procedures on 2025-07-01: 1 moved, 1 left, 1 unresolved>"
    assert [line.strip().split(":")[0] for line in str(result).splitlines()] == [
        "Chuyển thủ tục, ngày 01/07/2025", "Đã chuyển (1)", "1.001193 Thủ tục", "Chưa có nơi nhận (1)",
        "1.001193 Thủ tục", "Không xác định được cơ quan (1)", "1.001193 Thủ tục",
    ]  # fmt: skip
    assert [(row["what"], row["place"], row["before"], row["after"], row["why"]) for row in result.rows] == [
        ("moved", "agencies.0", "UBND tỉnh Kiên Giang", "UBND tỉnh An Giang", ""),
        ("left", "agencies.1", "Ban Quản lý Cũ", "", "no_heir"),
        ("unresolved", "agencies.2", "Sở Lạ", "", "not_known"),
    ]
    assert dir(reassignment) == reassignment.__all__

"""The rules on agencies, levels and the online level: each on a record that it finds and on near misses."""

import datetime as dt
from typing import Literal

import pytest

from tthc import AgencyCode, Identifier, Method, OnlineLevel, Procedure, ResponsibleAgency, Source, Unparsed, validate
from tthc.findings import Report
from tthc.procedures import COMPONENTS, Regime, Role
from tthc.reference import Reference
from tthc.validation.rules import agencies

DAY = dt.date(2026, 11, 22)


class Directory:
    """Two agencies by code and name: one that lives, one that ended on 2025-06-30."""

    def status(self, agency: AgencyCode | str, on: dt.date) -> Literal["in_force", "no_longer", "not_known"]:
        if str(agency) in {"G15", "Bộ Tư pháp"}:
            return "in_force"
        if str(agency) == "H26":
            return "in_force"
        if str(agency) in {"H26.12", "Sở Kế hoạch và Đầu tư"}:
            return "in_force" if on < dt.date(2025, 7, 1) else "no_longer"
        return "not_known"

    def level_of(self, agency: AgencyCode | str, _on: dt.date) -> Literal["central", "provincial"] | None:
        return {"G15": "central", "Bộ Tư pháp": "central", "H26.12": "provincial"}.get(str(agency))  # type: ignore[return-value]


KNOWN = Reference(as_of=DAY, agencies=Directory(), complete=frozenset({"G", "H26"}))  # it knows two of five levels
IGNORANT = Reference(as_of=DAY)
UNCARRIED = Source(shape="general", carries=COMPONENTS - {"levels"})
ONLINE = (Method(channel="online"),)


def agency(name: str = "", code: str | None = None, role: Role = "settling") -> ResponsibleAgency:
    return ResponsibleAgency(role=role, name=name, code=None if code is None else AgencyCode.parse(code))


def of(*rows: ResponsibleAgency | Unparsed, **fields: object) -> Procedure:
    return Procedure(agencies=rows, **fields)  # type: ignore[arg-type]


def level(regime: Regime, name: str, **fields: object) -> OnlineLevel:
    return OnlineLevel(regime=regime, level=name, **fields)  # type: ignore[arg-type]


FIRES: list[tuple[str, Procedure, list[tuple[str | int, ...]]]] = [
    (
        "TTHC601",
        of(agency("Sở Tư pháp", "H26.99"), agency("Bộ", "G88")),
        [("agencies", 0, "code"), ("agencies", 1, "code")],
    ),
    ("TTHC601", of(agency("Cục", "G88.1")), [("agencies", 0, "code")]),
    ("TTHC601", of(agency("Chi cục", "H26.99.1")), [("agencies", 0, "code")]),
    ("TTHC602", of(agency("Bộ Tư pháp", "G15"), agency("Sở cũ", "H26.12")), [("agencies", 1)]),
    ("TTHC602", of(agency("Sở Kế hoạch và Đầu tư")), [("agencies", 0)]),
    ("TTHC603", Procedure(levels=("provincial", "district")), [("levels", 1)]),
    ("TTHC603", of(agency("Ủy ban nhân dân quận, huyện")), [("agencies", 0)]),
    ("TTHC603", of(agency("Công an cấp Huyện")), [("agencies", 0)]),
    ("TTHC604", of(agency("Ủy ban nhân dân cấp xã"), levels=("provincial",)), [("agencies", 0)]),
    ("TTHC604", of(agency("Sở Tư pháp"), levels=("commune",)), [("agencies", 0)]),
    ("TTHC604", of(agency("Bộ Tư pháp", "G15"), levels=("provincial", "commune")), [("agencies", 0)]),
    ("TTHC605", of(agency("Cục", "G08.20"), field_code="G02-CT19"), [("agencies", 0, "code")]),
    ("TTHC607", Procedure(), [("levels",)]),
    ("TTHC611", Procedure(online_level=level(2011, "4")), [("online_level",)]),
    ("TTHC612", Procedure(online_level=level(2026, "partial")), [("online_level", "reasons")]),
    ("TTHC612", Procedure(online_level=level(2022, "partial")), [("online_level", "reasons")]),
    ("TTHC613", Procedure(online_level=level(2026, "full"), methods=(Method(channel="post"),)), [("online_level",)]),
    ("TTHC614", Procedure(offline_only=True, methods=(Method(channel="direct"), *ONLINE)), [("offline_only",)]),
]
SILENT: list[tuple[str, Procedure]] = [
    ("TTHC601", of(agency("Bộ Tư pháp", "G15"), agency("Sở Tư pháp"), Unparsed("Sở"))),
    ("TTHC601", of(ResponsibleAgency(role="settling", code=Identifier("nhom-co-quan", "UBNDCT")))),
    # Below a body whose offices the directory does not hold, and a letter of which it does not hold every body.
    ("TTHC601", of(agency("Cục", "G15.1"), agency("Sở Tư pháp", "H27.1"), agency("Chi cục", "H26.12.1"))),
    ("TTHC602", of(agency("Bộ Tư pháp"), agency("Sở Tư pháp", "H99.1"))),
    ("TTHC602", of(ResponsibleAgency(role="settling", address="58 Trần Phú"))),
    ("TTHC603", of(agency("Công an quản lý xuất nhập cảnh"), agency("Ban chỉ huy quân sự xã"), levels=("commune",))),
    ("TTHC604", of(agency("Ủy ban nhân dân cấp xã"), levels=("provincial", "commune"))),
    ("TTHC604", of(agency("Ủy ban nhân dân cấp xã"), levels=("other",))),
    ("TTHC604", of(agency("Ủy ban nhân dân cấp xã"))),
    ("TTHC604", of(agency("Ủy ban nhân dân cấp tỉnh, Ủy ban nhân dân cấp xã"), levels=("central",))),
    ("TTHC604", of(agency("Công an cấp xã", role="coordinating"), levels=("provincial",))),
    ("TTHC604", of(agency("Cục Bổ trợ tư pháp"), levels=("provincial",))),
    ("TTHC604", of(ResponsibleAgency(role="settling", address="58 Trần Phú"), levels=("provincial",))),
    ("TTHC605", of(agency("Cục", "G02.20"), agency("Sở", "H26.12"), agency("Bộ"), field_code="G02-CT19")),
    ("TTHC605", of(agency("Cục", "G08.20"), field_code="CT19")),
    ("TTHC605", of(agency("Cục", "G08.20"))),
    ("TTHC607", Procedure(levels=("commune",))),
    ("TTHC607", Procedure(source=UNCARRIED)),
    ("TTHC611", Procedure(online_level=level(2022, "full"))),  # the same word in 2026
    ("TTHC611", Procedure(online_level=level(2026, "full"))),
    ("TTHC611", Procedure()),
    ("TTHC612", Procedure(online_level=level(2026, "partial", reasons=("presence",)))),
    ("TTHC612", Procedure(online_level=level(2026, "full"))),
    ("TTHC613", Procedure(online_level=level(2026, "full"), methods=ONLINE)),
    ("TTHC613", Procedure(online_level=level(2026, "full"))),  # no methods at all: that is TTHC103
    ("TTHC613", Procedure(online_level=level(2026, "partial"), methods=(Method(channel="post"),))),
    ("TTHC614", Procedure(offline_only=True, methods=(Method(channel="direct"), Unparsed("Trực tuyến")))),
    ("TTHC614", Procedure(offline_only=False, methods=ONLINE)),
]


def run(code: str, procedure: Procedure, known: Reference = KNOWN, on: dt.date = DAY) -> Report:
    return validate(procedure, on=on, select=[code], known=known)


@pytest.mark.parametrize(("code", "procedure", "paths"), FIRES)
def test_it_is_found(code: str, procedure: Procedure, paths: list[tuple[str | int, ...]]) -> None:
    findings = run(code, procedure).findings
    assert [finding.path for finding in findings] == paths
    for finding in findings:
        assert finding.citation is not None or code == "TTHC607"
        for lang in ("vi", "en"):
            assert finding.text(lang)
            assert not set("?{}") & set(finding.text(lang))  # type: ignore[arg-type]


@pytest.mark.parametrize(("code", "procedure"), SILENT)
def test_a_near_miss_is_not(code: str, procedure: Procedure) -> None:
    assert not run(code, procedure).findings


def test_every_rule_is_tried_both_ways() -> None:
    codes = {rule.code for rule in agencies.RULES}
    assert {code for code, _, _ in FIRES} == {code for code, _ in SILENT} == codes


@pytest.mark.parametrize("code", ["TTHC601", "TTHC602"])
def test_without_a_directory_nothing_is_known(code: str) -> None:
    assert not run(code, next(p for c, p, _ in FIRES if c == code), IGNORANT).findings


def test_a_directory_that_is_complete_nowhere_accuses_nobody() -> None:
    incomplete = Reference(as_of=DAY, agencies=Directory())
    assert not run("TTHC601", of(agency("Sở Tư pháp", "H26.99")), incomplete).findings


def test_without_a_directory_the_name_tells_the_level() -> None:
    assert run("TTHC604", of(agency("Sở Tư pháp"), levels=("commune",)), IGNORANT).findings
    assert not run("TTHC604", of(agency("Bộ Tư pháp", "G15"), levels=("commune",)), IGNORANT).findings


@pytest.mark.parametrize(
    ("code", "procedure", "last_silent", "first_found"),
    [
        ("TTHC602", of(agency("Sở cũ", "H26.12")), dt.date(2025, 6, 30), dt.date(2025, 7, 1)),
        ("TTHC603", Procedure(levels=("district",)), dt.date(2025, 6, 30), dt.date(2025, 7, 1)),
        ("TTHC611", Procedure(online_level=level(2011, "3")), dt.date(2022, 8, 14), dt.date(2022, 8, 15)),
        ("TTHC612", Procedure(online_level=level(2022, "partial")), dt.date(2026, 6, 30), dt.date(2026, 7, 1)),
    ],
)
def test_the_day_decides(code: str, procedure: Procedure, last_silent: dt.date, first_found: dt.date) -> None:
    assert not run(code, procedure, on=last_silent).findings
    assert run(code, procedure, on=first_found).findings


def test_words_of_2022_before_2022() -> None:
    assert run("TTHC611", Procedure(online_level=level(2022, "full")), on=dt.date(2022, 8, 14)).findings


def test_the_law_on_online_levels_is_dated() -> None:
    old = Procedure(online_level=level(2011, "3"))
    (finding,) = run("TTHC611", old, on=dt.date(2022, 8, 15))
    assert "42/2022/NĐ-CP" in str(finding.citation)
    (finding,) = run("TTHC611", old)
    assert str(finding.citation) == "Điều 14 Nghị định số 224/2026/NĐ-CP"
    assert "mức độ 3" in finding.text("vi")
    assert "level 3" in finding.text("en")

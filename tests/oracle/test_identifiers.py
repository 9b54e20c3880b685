"""Identifiers against the oracle file, against python-stdnum, and on the spellings of the real records."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc.errors import ParseError
from tthc.identifiers import (
    AgencyCode,
    DossierCode,
    LegalNumber,
    PersonalId,
    ProcedureCode,
    TaxCode,
    UnitCode,
    find_legal_numbers,
)
from tthc.identifiers._legal_terms import BODIES

FORMS = {  # what the oracle calls the forms
    "law": "law",
    "normative": "vbqppl",
    "administrative": "admin",
    "official_letter": "congvan",
    "pre-1997": "pre-1997",
}


@pytest.fixture(scope="module")
def oracle(shared: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((shared / "oracles" / "calendar-and-text.json").read_text(encoding="utf-8"))
    return data


def test_legal_numbers(oracle: dict[str, Any]) -> None:
    """`num`, `suf`, `year`, `type`, `unit`, `term` are our fields; `body` is our `bodies` joined by `-`."""
    for text, want in oracle["legal_numbers"].items():
        if want is None:
            assert not LegalNumber.is_valid(text), text
            continue
        number = LegalNumber.parse(text)
        seen = {
            "kind": FORMS[number.form],
            "num": number.number,
            "suf": number.suffix,
            "year": None if number.year is None else str(number.year),
            "type": number.kind,
            "body": "-".join(number.bodies),
            "unit": number.unit,
            "term": number.term,
        }
        assert {key: value for key, value in seen.items() if value} == want, text


def test_procedure_codes(oracle: dict[str, Any]) -> None:
    cases = oracle["identifiers"]["procedure"]
    for text, want in cases["valid"].items():
        code = ProcedureCode.parse(text)
        assert str(code) == text
        if "no" not in want:  # a legacy code, whose parts are our number
            assert code.legacy
            assert code.number == "-".join(want[key] for key in ("scope", "org", "seq", "kind"))
            continue
        assert code.number == want["no"]
        assert code.case == want.get("svc")
        agency = want.get("old", want.get("new"))
        assert (None if code.agency is None else str(code.agency)) == agency
    assert not [text for text in cases["invalid"] if ProcedureCode.is_valid(text)]


def test_agency_codes(oracle: dict[str, Any]) -> None:
    cases = oracle["identifiers"]["agency"]
    for old, new in cases["old_to_new"].items():
        code = AgencyCode.parse(old)
        assert code.modern == new
        assert code.legacy == str(code) == old
        assert AgencyCode.parse(new) == code
    assert all(map(AgencyCode.is_valid, cases["new_valid"]))
    assert not [text for text in cases["old_invalid"] + cases["new_invalid"] if AgencyCode.is_valid(text)]


def test_dossier_codes(oracle: dict[str, Any]) -> None:
    cases = oracle["identifiers"]["dossier"]
    for text, (agency, day, serial) in cases["valid"].items():
        code = DossierCode.parse(text)
        assert [str(code.agency), code.received.isoformat(), code.serial] == [agency, day, serial]
        assert str(code) == text
    assert not [text for text in cases["invalid"] if DossierCode.is_valid(text)]


def test_personal_ids(oracle: dict[str, Any]) -> None:
    cases = oracle["identifiers"]["pin"]
    for text, want in cases["valid"].items():
        number = PersonalId.parse(text)
        seen = {"province": number.province, "sex": number.sex, "year": number.birth_year, "seq": number.serial}
        assert seen == want
        assert number.province_known
    for text in cases["ambiguous"]:
        assert PersonalId.parse(text).province is None
    for text in cases["unknown_province_is_a_finding"]:
        assert not PersonalId.parse(text).province_known
    assert not [text for text in cases["invalid"] if PersonalId.is_valid(text)]


def test_tax_codes(oracle: dict[str, Any]) -> None:
    cases = oracle["identifiers"]["mst"]
    assert all(map(TaxCode.is_valid, cases["valid"]))
    assert not [text for text in cases["invalid"] if TaxCode.is_valid(text)]


@given(st.from_regex("[0-9]{9,11}|[0-9]{10}-[0-9]{3}", fullmatch=True))
def test_tax_codes_of_firms_agree_with_stdnum(text: str) -> None:
    mst = pytest.importorskip("stdnum.vn.mst")
    assert TaxCode.is_valid(text) == mst.is_valid(text)


def test_tax_codes_made_by_the_check_digit_of_stdnum() -> None:
    mst = pytest.importorskip("stdnum.vn.mst")
    made = [
        stem + digit for stem in (f"{n:09}" for n in range(10_000_019, 90_000_000, 999_983)) for digit in "0123456789"
    ]
    ours = list(filter(TaxCode.is_valid, made))
    assert ours == list(filter(mst.is_valid, made))
    assert len(ours) > 60


def _records(shared: Path, name: str) -> Iterator[dict[str, Any]]:
    for path in sorted((shared / "data" / "procedures").glob(name)):
        if path.suffix == ".jsonl":
            yield from map(json.loads, path.read_text(encoding="utf-8").splitlines())
        else:
            yield json.loads(path.read_text(encoding="utf-8"))


def _walk(data: Any) -> Iterator[str]:
    """Every code of a legal basis and every number of a proposal in an answer of the portal's interface."""
    if isinstance(data, list):
        for item in data:
            yield from _walk(item)
    elif isinstance(data, dict):
        for item in data.get("legalBasisesDetails") or ():
            yield item["code"]
        if data.get("procedureProposal"):
            yield data["procedureProposal"]["proposalNumber"]
        for item in data.values():
            yield from _walk(item)


def _code_fields(shared: Path) -> Iterator[str]:
    for record in _records(shared, "portal-doc/records.jsonl"):
        yield record["metadata"]["số_quyết_định"]
        for row in record["tables"]["can_cu_phap_ly"]:
            yield row["so_ky_hieu"]
    yield from _walk(list(_records(shared, "portal-api/*.json")))
    for record in _records(shared, "portal-flat/procedures-*.jsonl"):
        yield record["so_quyet_dinh"]


def test_numbers_in_the_code_fields_of_real_records(shared: Path) -> None:
    """Of 1,363 numbers (with a digit, more than a bare number) three are refused: they name no issuer or type."""
    refused: Counter[str] = Counter()
    read = 0
    for text in _code_fields(shared):
        if not re.search("[0-9]", text) or text.strip().isdigit():
            assert not LegalNumber.is_valid(text)
            continue
        try:
            number = LegalNumber.parse(text)
        except ParseError:
            refused[text] += 1
            continue
        read += 1
        assert LegalNumber.parse(str(number)) == number
        assert number.bodies or "type-from-word" in number.repairs, text
    assert refused == {"Quyết định số 4777": 2, "34/2023": 1}
    assert read == 1360


def test_numbers_in_the_glued_cells_of_the_flat_crawl(shared: Path) -> None:
    cells = [record["can_cu_phap_ly"] for record in _records(shared, "portal-flat/procedures-*.jsonl")]
    found = [find_legal_numbers(cell) for cell in cells]
    numbers = [number for hits in found for _, _, number in hits]
    assert (len(cells), sum(map(bool, found)), len(numbers)) == (874, 867, 6180)
    # Every "/year/" of a cell lies in a number that was found, but for one misprint (`37/2013/2015/TT-NHNN`, twice).
    years = missed = 0
    for cell, hits in zip(cells, found, strict=True):
        for match in re.finditer("/ ?(?:19|20)[0-9]{2} ?/", cell):
            years += 1
            missed += not any(start <= match.start() < end for start, end, _ in hits)
    assert (years, missed) == (6171, 2)
    # No body was cut short or long, no number kept a year.
    unknown = {body for number in numbers for body in number.bodies if body not in BODIES}
    assert unknown == {"QH15", "UBTVQH11"}
    assert not [number for number in numbers if number.number.startswith(("19", "20")) and len(number.number) > 4]
    forms = Counter(number.form for number in numbers)
    assert forms == {"normative": 5224, "law": 945, "administrative": 11}
    kinds = Counter(number.kind for number in numbers)
    assert kinds.most_common(3) == [("TT", 3089), ("NĐ", 1739), (None, 945)]


def test_codes_of_real_records(shared: Path) -> None:
    flat = [record["ma_thu_tuc"] for record in _records(shared, "portal-flat/procedures-*.jsonl")]
    doc = [record["thu_tuc_id"] for record in _records(shared, "portal-doc/records.jsonl")]
    assert len(flat) + len(doc) == 978
    for text in flat + doc:
        code = ProcedureCode.parse(text)
        assert (str(code), code.repairs, code.agency, code.case) == (text, (), None, None)
    volumes = (shared / "data" / "portal-lists" / "dossier-volumes.csv").read_text(encoding="utf-8-sig").splitlines()
    assert sum(ProcedureCode.is_valid(line.partition(",")[0]) for line in volumes[1:]) == len(volumes) - 1


def test_codes_of_the_portals_list_of_agencies(shared: Path) -> None:
    rows = json.loads((shared / "data" / "portal-lists" / "agencies.json").read_text(encoding="utf-8"))
    other = [row["CODE"] for row in rows if not AgencyCode.is_valid(row["CODE"])]
    assert len(rows) == 57
    assert other == ["0100100079"]  # EVN is listed by its tax code
    assert TaxCode.is_valid(other[0])
    legacy = [row["CODE"] for row in rows if AgencyCode.is_valid(row["CODE"]) and row["CODE"].startswith("000.")]
    assert len(legacy) == 14
    assert all(AgencyCode.parse(code).legacy == code for code in legacy)


def test_codes_of_administrative_units(shared: Path) -> None:
    text = (shared / "data" / "units" / "units-from-2025-07-01.json").read_text(encoding="utf-8")
    codes = re.findall(r'"Code": *"([0-9]+)"', text)
    levels = Counter(UnitCode.parse(code).level for code in codes)
    assert levels == {"province": 34, "commune": 3321}

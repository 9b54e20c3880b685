"""Time limits and fees against the oracle file, and on every cell of the real records: what share of them is read."""

import csv
import json
import re
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from tthc.calendar import TimeLimit
from tthc.errors import ParseError
from tthc.fees import Fee, amounts_in, parse_fees
from tthc.money import Money
from tthc.text import Unparsed


@pytest.fixture(scope="module")
def oracle(shared: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((shared / "oracles" / "calendar-and-text.json").read_text(encoding="utf-8"))
    return data


def _limit(text: str) -> TimeLimit | None:
    try:
        return TimeLimit.parse(text)
    except ParseError:
        return None


def _fee(text: str) -> Fee | None:
    try:
        return Fee.parse(text)
    except ParseError:
        return None


# ── the oracle ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_every_time_limit_of_the_oracle(oracle: dict[str, Any]) -> None:
    cases = oracle["time_limits"]
    assert len(cases) == 27
    for text, expected in cases.items():
        limit = _limit(text)
        if expected is None or limit is None:
            assert (expected, limit) == (None, None), text
            continue
        assert limit.kind == expected["kind"], text
        assert limit.amount == (Fraction(expected["value"]) if "value" in expected else None), text
        assert limit.at_least == (Fraction(expected["min"]) if "min" in expected else None), text
        assert (limit.unit, limit.working) == (expected.get("unit"), expected.get("working", False)), text
        assert limit.note == expected.get("tail", ""), text
        assert ("words-differ" in limit.repairs) == ("warn" in expected), text


def test_every_fee_of_the_oracle(oracle: dict[str, Any]) -> None:
    cases = oracle["fees"]
    assert len(cases) == 16
    for text, expected in cases.items():
        fee = _fee(text)
        if expected is None or fee is None:
            assert (expected, fee) == (None, None), text
            continue
        high = expected.get("vnd", expected.get("max"))
        assert fee.kind == expected["kind"], text
        assert fee.amount == (None if high is None else Money(high)), text
        assert fee.at_least == (Money(expected["min"]) if "min" in expected else None), text
        assert fee.rate == (Fraction(expected["percent"]) / 100 if "percent" in expected else None), text
        assert fee.per == expected.get("per"), text
        assert fee.currency_stated == ("warn" not in expected), text
        assert fee.kind == "delegated" or fee.note == expected.get("tail", ""), text


# ── the records ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _lines(path: Path) -> Iterator[Any]:
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


@pytest.fixture(scope="module")
def flat(shared: Path) -> list[dict[str, Any]]:
    path = shared / "data" / "procedures" / "portal-flat" / "methods.jsonl"
    return [row for record in _lines(path) for row in record["rows"]]


@pytest.fixture(scope="module")
def doc(shared: Path) -> list[tuple[str, str]]:
    path = shared / "data" / "procedures" / "portal-doc" / "records.jsonl"
    rows = (row for record in _lines(path) for row in record["tables"]["hinh_thuc_nop"])
    return [(row["thoi_han_giai_quyet"], row["phi_le_phi"]) for row in rows]


@pytest.fixture(scope="module")
def portal_2021(shared: Path) -> list[tuple[str, str]]:
    records = json.loads((shared / "data" / "procedures" / "portal-2021" / "records.json").read_text(encoding="utf-8"))
    rows = (row for record in records for row in record["Cách thức thực hiện"])
    return [(row.get("Thời hạn giải quyết") or "", row.get("Phí, lệ phí") or "") for row in rows]


def test_cells_with_a_number_and_a_unit_become_a_limit_with_a_unit(flat: list[dict[str, Any]]) -> None:
    cells = [row["time"] for row in flat if re.search(r"[0-9].*[^\W\d]", row["time"])]
    assert len(cells) == 2060
    read = [limit for limit in map(_limit, cells) if limit is not None and limit.unit is not None]
    assert len(read) >= 0.99 * len(cells)
    assert all(TimeLimit.parse(str(limit)) == limit for limit in set(read))


def test_a_bare_number_is_never_days(flat: list[dict[str, Any]]) -> None:
    cells = [row["time"] for row in flat if row["time"].isdigit()]
    assert len(cells) > 100
    assert all(TimeLimit.parse(cell) == TimeLimit(kind="duration", amount=int(cell)) for cell in cells)


def test_fee_cells_with_a_digit_become_an_amount_or_a_rate(flat: list[dict[str, Any]]) -> None:
    entries = [entry for row in flat for entry in row["fees"] if re.search("[0-9]", entry[0])]
    assert len(entries) == 545
    firsts = [parse_fees(*entry)[0] for entry in entries]
    read = [fee for fee in firsts if type(fee) is Fee and (fee.amount is not None or fee.rate is not None)]
    assert len(read) >= 0.98 * len(entries)


def test_an_entry_keeps_its_amount_and_its_description(flat: list[dict[str, Any]]) -> None:
    for amount, description in {tuple(entry) for row in flat for entry in row["fees"]}:
        entry = parse_fees(amount, description)
        assert entry == () or type(entry[0]) is Fee
        for fee in entry:
            assert type(fee) is Fee
            assert Fee.parse(str(fee)) == fee
        if entry:
            assert type(entry[0]) is Fee
            assert entry[0].note == description.strip()
            digits = re.sub("[^0-9]", "", amount)
            assert entry[0].amount is None or entry[0].amount.amount == int(digits)


def test_a_reduced_level_is_a_fee_of_its_own(flat: list[dict[str, Any]]) -> None:
    entries = {tuple(entry) for row in flat for entry in row["fees"] if "áp dụng mức phí" in entry[1].lower()}
    assert len(entries) >= 20
    for amount, description in entries:
        first, reduced = parse_fees(amount, description)
        assert type(first) is Fee
        assert type(reduced) is Fee
        assert first.validity is None
        assert reduced.amount in amounts_in(description)
        assert str(reduced.validity) == "từ 01/07/2025 đến hết 31/12/2026"  # Thông tư 64/2025/TT-BTC


def test_an_amount_that_was_cut_by_a_thousand_stays(flat: list[dict[str, Any]]) -> None:
    small = [
        (fee, entry[1])
        for row in flat
        for entry in row["fees"]
        for fee in parse_fees(*entry)[:1]
        if type(fee) is Fee and fee.amount is not None and fee.amount.currency == "VND" and fee.amount.amount < 1000
    ]
    told = [fee for fee, said in small if any(money.amount >= 1000 for money in amounts_in(said))]
    assert len(small) >= len(told) > 20


def test_the_doc_export(doc: list[tuple[str, str]]) -> None:
    limits = [time for time, _ in doc if re.search("[0-9]", time)]
    assert limits
    assert all(_limit(time) is not None for time in limits)
    refused = [cell for _, cell in doc for fee in parse_fees(cell) if type(fee) is Unparsed]
    assert all(re.fullmatch(r"(Lệ phí|Phí) : +o? *Đồng", cell) for cell in refused)
    assert {len(parse_fees(cell)) for _, cell in doc} >= {0, 1, 4}


def test_the_portal_of_2021(portal_2021: list[tuple[str, str]]) -> None:
    limits = [time for time, _ in portal_2021 if re.search("[0-9]", time)]
    refused = {time for time in limits if _limit(time) is None}
    assert all(time.startswith("a) ") for time in refused)  # two limits for two applicants
    assert len([time for time in limits if time in refused]) == 3
    late = [limit for limit in map(_limit, limits) if limit is not None and limit.cutoff is not None]
    assert {limit.kind for limit in late} == {"same_day"}
    assert {limit.cutoff.hour for limit in late if limit.cutoff} == {15}
    fees = [(cell, parse_fees(cell)) for _, cell in portal_2021 if re.search("[0-9]", cell)]
    assert all(type(fee) is Fee for _, entry in fees for fee in entry)
    assert max(len(entry) for _, entry in fees) == 7
    assert not any("Xem chi tiết" in fee.note for _, entry in fees for fee in entry if type(fee) is Fee)


@pytest.mark.parametrize("name", ["time_texts_chatbot", "time_texts_nhdandz", "time_texts_7sins"])
def test_the_most_frequent_limits(shared: Path, name: str) -> None:
    with (shared / "data" / "text-forms" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        texts = {row["value"]: int(row["count"]) for row in csv.DictReader(file)}
    stated = {text: n for text, n in texts.items() if text not in {"", "Không có thông tin"}}
    read = sum(n for text, n in stated.items() if _limit(text) is not None)
    assert read >= 0.9 * sum(stated.values())


@pytest.mark.parametrize("name", ["fee_amounts_chatbot", "fee_texts_nhdandz", "fee_texts_7sins"])
def test_the_most_frequent_fees(shared: Path, name: str) -> None:
    with (shared / "data" / "text-forms" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        entries = [(parse_fees(row["value"]), int(row["count"])) for row in csv.DictReader(file)]
    read = sum(n for entry, n in entries if entry and all(type(fee) is Fee for fee in entry))
    broken = sum(n for entry, n in entries if any(type(fee) is Unparsed for fee in entry))
    assert read > 2 * broken


def test_the_amounts_of_the_api(shared: Path) -> None:
    folder = shared / "data" / "procedures" / "portal-api"
    records = json.loads((folder / "excerpts.json").read_text(encoding="utf-8"))
    fees = [fee for record in records for row in record.get("executionMethods", ()) for fee in row["fees"]]
    described = [fee for fee in fees if fee.get("description")]
    assert described
    for fee in described:
        (read,) = parse_fees(f"{fee['value']} {fee['currencyName']}", fee["description"])
        assert type(read) is Fee
        assert (read.amount, read.per) == (Money(fee["value"]), "lần/thẻ")

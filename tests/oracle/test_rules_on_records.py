"""On the real records each rule finds what a plain count over the raw JSON finds, and nothing else.

`candidates.py` counts without `tthc`. Where a rule and the count differ, the difference is a named set with its reason;
an unnamed difference fails. Run with `-rP` or `-s` to see the table of counts.
"""

import datetime as dt
import runpy
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import attrs
import pytest

from tthc import Catalogue, Money, Severity, difference, mend, validate
from tthc.findings import Report
from tthc.interop import portal
from tthc.procedures import Procedure
from tthc.validation import RULES

plain = SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("candidates.py"))))
DAY = dt.date(2026, 11, 22)
CHANNELS = {"direct": "Trực tiếp", "online": "Trực tuyến", "post": "Dịch vụ bưu chính"}


@attrs.frozen
class Found:
    """All records, what `tthc` reads of them, and the reports of one day."""

    records: dict[str, Any]
    readings: dict[str, portal.Reading]
    reports: dict[str, Report]

    def paths(self, *codes: str) -> list[tuple[str, tuple[str | int, ...]]]:
        return [(key, f.path) for key, report in self.reports.items() for f in report if f.code in codes]

    def keys(self, *codes: str) -> set[str]:
        return {key for key, _ in self.paths(*codes)}

    def rows(self, *codes: str) -> set[tuple[str, object]]:
        """The record and the row (of methods, of the legal basis …) of each finding."""
        return {(key, path[1]) for key, path in self.paths(*codes)}

    def value(self, key: str) -> Procedure:
        return self.readings[key].value


@pytest.fixture(scope="module")
def found(shared: Path) -> Found:
    records = plain.records(shared)
    readings = {key: portal.read(record) for key, record in records.items()}
    return Found(records, readings, {key: validate(reading.value, on=DAY) for key, reading in readings.items()})


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def tell(
    what: str, candidates: Iterable[object], findings: Iterable[object], *, missed: str = "", extra: str = ""
) -> None:
    """Print one line of the table: candidates, findings, and why they differ."""
    plain_set, rule_set = set(candidates), set(findings)
    line = f"{what}: {len(plain_set)} counted, {len(rule_set)} found"
    if plain_set - rule_set:
        line += f"; {len(plain_set - rule_set)} not found: {missed}"
    if rule_set - plain_set:
        line += f"; {len(rule_set - plain_set)} more: {extra}"
    say(line)


def agree(what: str, candidates: set[Any], findings: set[Any]) -> None:
    tell(what, candidates, findings)
    assert findings == candidates


def test_every_record_is_there(found: Found) -> None:
    assert Counter(map(plain.shape, found.records)) == {"flat": 874, "doc": 104, "2021": 44, "api": 2}


# ── exactly the same ─────────────────────────────────────────────────────────────────────────────────────────────────

SAME: list[tuple[str, str, Callable[[Any], set[Any]], Callable[[Found], set[Any]]]] = [
    ("TTHC108", "blank settling agency", plain.blank_agency, lambda f: f.keys("TTHC108")),
    ("TTHC204", "mixed units", plain.mixed_units, lambda f: f.keys("TTHC204")),
    ("TTHC205", "limits of zero", plain.zero_limits, lambda f: f.rows("TTHC205")),
    ("TTHC302", "free, but its description names an amount", plain.free_with_amount, lambda f: f.rows("TTHC302")),
    ("TTHC509", "odd decision numbers", plain.odd_decisions, lambda f: f.keys("TTHC509")),
    ("TTHC603", "district agencies", plain.district_names, lambda f: f.keys("TTHC603")),
    ("TTHC706", "HTML", plain.with_html, lambda f: f.keys("TTHC706")),
    ("TTHC710", "names of several lines", plain.names_of_several_lines, lambda f: f.keys("TTHC710")),
    ("TTHC711", "names ending with a mark", plain.names_ending_with_mark, lambda f: f.keys("TTHC711")),
]


@pytest.mark.parametrize(("code", "what", "count", "find"), SAME, ids=[row[0] for row in SAME])
def test_the_rule_finds_the_candidates(
    found: Found, code: str, what: str, count: Callable[[Any], set[Any]], find: Callable[[Found], set[Any]]
) -> None:
    agree(f"{code} {what}", count(found.records), find(found))


def test_names_with_double_blanks(found: Found) -> None:
    names = {key for key, path in found.paths("TTHC713") if path == ("name",)}
    agree("TTHC713 names with double blanks", plain.names_with_double_blanks(found.records), names)


# ── the same, but for a reason ───────────────────────────────────────────────────────────────────────────────────────


def test_limits_without_a_unit(found: Found) -> None:
    bare = plain.limits_without_unit(found.records)
    assert Counter(plain.shape(key) for key, _ in bare) == {"flat": 161, "2021": 7, "doc": 2}
    glued = plain.glued_cells(found.records)  # "120 VNĐ" is the time "1" and 20 VNĐ: a time without a unit as well
    read = {(key, i) for key, i in glued if found.value(key).methods[i].time_limit is not None}  # type: ignore[index,union-attr]
    missed = "the reader cannot part “1250 VNĐ”"
    tell("TTHC201 no unit, glued cells included", bare | glued, found.rows("TTHC201"), missed=missed)
    assert found.rows("TTHC201") == bare | read
    assert glued - read == {("2.002797", 0)}


def test_amounts_below_a_thousand(found: Found) -> None:
    small = plain.small_amounts(found.records)
    assert (len(small), len({key for key, _ in small})) == (48, 25)
    currency = {("1.003358", 2), ("1.003358", 7), ("1.003358", 8)}  # "155 VNĐ" beside "155 USD": the currency is wrong
    # "1200 VNĐ" is 1 and 200 VNĐ, "1100 VNĐ" is 1 and 100 VNĐ: small only once the cell is parted.
    parted = {(key, i) for key, i in plain.glued_cells(found.records) if (key, i) not in small} - {("2.002797", 0)}
    tell(
        "TTHC301 cut by a thousand",
        small,
        found.rows("TTHC301"),
        missed="the currency is what is wrong (TTHC308)",
        extra="small once a glued cell is parted",
    )
    assert found.rows("TTHC301") == set(small) - currency | parted
    assert found.rows("TTHC308") == currency
    assert len(parted) == 9


def test_a_description_that_states_another_amount(found: Found) -> None:
    by_another_factor = {("1.003133", 1), ("1.012680", 0)}  # 40 beside 4.000 đ, 25 beside 25.000.000đ
    read_by_eye = {
        ("1.001258", 1),  # 40.000 beside 50.000đ
        ("1.002755", 0),  # 5.000 beside 7.000
        ("3.000169", 0),  # 1.500.000 beside 150.000
    }
    agree("TTHC309 another amount in the description", by_another_factor | read_by_eye, found.rows("TTHC309"))


def test_last_days_of_levels(found: Found) -> None:
    dated = plain.last_days(found.records)
    agree(
        "TTHC306, 307, 313 last days named beside a fee (running out, over, or not stated as a level)",
        set(dated),
        found.rows("TTHC306", "TTHC307", "TTHC313"),
    )
    soon = {place for place, days in dated.items() if "2026-12-31" in days}
    about = {place for place, days in dated.items() if days <= {"2026-12-31"}}
    assert found.rows("TTHC306") <= soon
    assert found.rows("TTHC306") | found.rows("TTHC313") >= soon
    assert not found.rows("TTHC307") & about


def test_limits_that_differ_between_channels(found: Found) -> None:
    differing = plain.differing_limits(found.records)
    said_why = {key for key in differing if plain.told_apart(plain.methods(found.records[key]), fees=False)}
    tell("TTHC202 limits differ", differing, found.keys("TTHC202"), missed="a description says why")
    assert found.keys("TTHC202") == differing - said_why


def test_repeated_channels(found: Found) -> None:
    channels = {(key, channel) for key, channel in plain.repeated_channels(found.records)}
    assert len({key for key, _ in channels if plain.shape(key) == "flat"}) == 36
    otherwise = plain.repeated_otherwise(found.records)
    told = {
        (key, channel)
        for key, channel in otherwise
        if plain.told_apart([row for row in plain.methods(found.records[key]) if row.channel == channel], fees=True)
    }
    rule = {
        (key, CHANNELS[str(found.value(key).methods[path[1]].channel)])  # type: ignore[index,union-attr]
        for key, path in found.paths("TTHC203")
    }
    tell(
        "TTHC203 channel repeated with another limit or fee", otherwise, rule, missed="descriptions tell the rows apart"
    )
    assert rule == otherwise - told


def test_papers_of_nothing(found: Found) -> None:
    """0 originals and 0 copies: a paper that is only shown or conditional, a note or heading, or a fault."""
    counted = plain.nothing_asked(found.records)
    exempt = Counter(
        key
        for key, reading in found.readings.items()
        for _, paper in reading.value.documents()
        if paper.originals == 0 and not paper.copies and (paper.act == "present" or paper.condition)
    )
    faults, notes = (Counter(key for key, _ in found.paths(code)) for code in ("TTHC401", "TTHC412"))
    say(
        f"TTHC401, 412 papers of nothing: {counted.total()} counted = {exempt.total()} shown or conditional"
        f" + {notes.total()} notes and headings + {faults.total()} found"
    )
    assert exempt + notes + faults == counted
    assert counted.total() == 765


def test_no_legal_basis(found: Found) -> None:
    blank = plain.no_legal_basis(found.records)
    assert len(blank) == 6
    cut_wrongly = {"3.000165"}  # "Không có thông tin" with the next cell of the page glued on
    tell(
        "TTHC501 no legal basis", blank, found.keys("TTHC501"), extra="“Không có thông tin” with the next cell glued on"
    )
    assert found.keys("TTHC501") == blank | cut_wrongly


def test_legal_numbers_that_stand_twice(found: Found) -> None:
    twice = plain.numbers_twice(found.records)
    title = {
        (key, number) for key, number in twice if number in {"26/2005/PL", "01/2013/TT"}
    }  # the title begins with it
    count = Counter(key for key, _ in twice.elements()) - Counter(key for key, _ in title)
    rule = Counter(key for key, _ in found.paths("TTHC503"))
    glued_to_a_year = Counter({"2.002189": 1})  # 120/2025/NĐ-CP, whose second title ends in a digit
    say(f"TTHC503 numbers twice: {twice.total()} counted, {len(title)} of them in titles; {rule.total()} found")
    assert rule == count + glued_to_a_year


def test_text_that_is_not_nfc(found: Found) -> None:
    dirty = plain.not_nfc(found.records)
    in_rest = {
        key
        for key in dirty
        if any(
            isinstance(v, str) and not unicodedata.is_normalized("NFC", v) for v in found.readings[key].rest.values()
        )
    }
    tell("TTHC705 not NFC", dirty, found.keys("TTHC705"), missed="it stands in a title of a law only, kept in `rest`")
    assert found.keys("TTHC705") <= dirty
    assert dirty - found.keys("TTHC705") <= in_rest


def test_hidden_characters(found: Found) -> None:
    hidden = plain.with_hidden_characters(found.records)
    tell(
        "TTHC709 hidden characters", hidden, found.keys("TTHC709"), missed="an em space alone on its line is taken off"
    )
    assert found.keys("TTHC709") == hidden - {"1.015027"}


def test_page_furniture(found: Found) -> None:
    footer = plain.with_page_footer(found.records)
    assert len(footer) == 764
    tell("TTHC707 page furniture", footer, found.keys("TTHC707"), missed="the reader cuts the footer off into `rest`")
    for key in footer:
        assert any("Chọn cơ quan thực hiện" in str(value) for value in found.readings[key].rest.values())
    assert found.keys("TTHC707") == {"1.001226"}  # its keywords are the trail of links of a page


# ── the whole run ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_what_is_found_at_all(found: Found) -> None:
    by_code = Counter(finding.code for report in found.reports.values() for finding in report)
    records = Counter(code for report in found.reports.values() for code in {finding.code for finding in report})
    for rule in RULES:
        if by_code[rule.code]:
            say(f"{rule.code} {by_code[rule.code]:5} findings in {records[rule.code]:4} records  {rule.message.vi}")
    assert sum(by_code.values()) > 4000
    assert len(by_code) > 35


def test_the_portal_is_not_accused_of_a_field_it_does_not_have(found: Found) -> None:
    assert not found.keys("TTHC105")
    assert found.keys("TTHC100") == set(found.records)
    for key in found.records:
        (finding,) = found.reports[key].by_code()["TTHC100"]
        assert finding.severity is Severity.INFO
        assert "số lượng hồ sơ" in finding.text("vi")


def test_messages_of_real_records_are_whole(found: Found) -> None:
    for report in found.reports.values():
        for finding in report:
            for lang in ("vi", "en"):
                text = finding.text(lang)  # type: ignore[arg-type]
                assert 0 < len(text) < 400
                assert not set("{}\n") & set(text)


def test_a_reduced_level_ends(found: Found) -> None:
    """1.002010: 25.000 đồng up to 31/12/2026; the day after, the stated "50 VNĐ", which TTHC301 doubts."""
    procedure = found.value("1.002010")
    for channel in ("direct", "online", "post"):
        due = {
            day: procedure.terms(channel=channel, on=day).fees  # type: ignore[arg-type]
            for day in (dt.date(2026, 12, 31), dt.date(2027, 1, 1))
        }
        assert [[fee.amount for fee in fees or ()] for fees in due.values()] == [[Money(25_000)], [Money(50)]]  # type: ignore[union-attr]
    after = validate(procedure, on=dt.date(2027, 1, 1))
    assert {finding.path for finding in after.by_code()["TTHC301"]} == {
        ("methods", i, "fees", 0, "amount") for i in range(3)
    }
    assert "TTHC001" in after.by_code()


def test_mending_real_records(found: Found) -> None:
    mendable = {rule.code for rule in RULES if rule.mend is not None}
    touched = 0
    for key, report in found.reports.items():
        before = found.value(key)
        after = mend(before, report)
        places = {(finding.code, finding.path) for finding in report if finding.code in mendable}
        left = {(finding.code, finding.path) for finding in validate(after, on=DAY)}
        # A row that is taken out moves those behind it up, so a place of the legal basis may hold another row.
        assert not {place for place in places & left if place[0] != "TTHC503"}
        assert not {code for code, _ in left} & {"TTHC503"}
        assert mend(after, report) == after
        assert bool(difference(before, after).changes) == bool(places)
        touched += bool(places)
    say(f"mended: {touched} of {len(found.records)} records")


def test_a_catalogue_of_all(found: Found) -> None:
    catalogue = Catalogue(found.value(key) for key in found.records)
    report = validate(catalogue, on=DAY, select=["TTHC8"])
    counts = Counter(finding.code for finding in report)
    say(f"catalogue: {dict(sorted(counts.items()))}")
    codes = Counter(str(p.code) for p in catalogue if p.code is not None)
    assert counts["TTHC801"] == sum(n - 1 for n in codes.values())
    assert counts["TTHC803"] == counts["TTHC807"] == counts["TTHC808"] == 0

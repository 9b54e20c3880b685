"""The names that the portal's records give to agencies, marked by hand, and the two lists of provincial codes.

`agency_names_marked.json` holds ranks in the file of names, not the names: which of the 200 most frequent ones name
one body of the reference was decided by reading them, before any was resolved.
"""

import csv
import datetime as dt
import hashlib
import json
from pathlib import Path

import pytest

from tthc.errors import AmbiguousError, NotFoundError
from tthc.reference.agencies import VIETNAM, provinces, statistical
from tthc.text import same

DAY = dt.date(2026, 7, 1)
OLD, NEW = dt.date(2025, 6, 30), dt.date(2025, 7, 1)
MARKED = json.loads(Path(__file__).with_name("agency_names_marked.json").read_text(encoding="utf-8"))


def say(line: str) -> None:
    print(line)  # noqa: T201 - the table of figures, seen with -rP or -s


@pytest.fixture(scope="module")
def frequent(shared: Path) -> dict[int, str]:
    with (shared / "data/text-forms/agencies_chatbot.csv").open(encoding="utf-8", newline="") as file:
        names = [row["value"] for row in csv.DictReader(file)][: MARKED["names"]]
    digest = hashlib.sha256("\n".join(names).encode()).hexdigest()
    assert digest == MARKED["sha256_of_the_names"], "not the file that was marked"
    return dict(enumerate(names, 1))


def _resolve(name: str, on: dt.date) -> str:
    try:
        return str(VIETNAM.resolve(name, on=on).code)
    except NotFoundError:
        return ""
    except AmbiguousError as error:
        return "? " + " | ".join(error.found)


def test_the_200_most_frequent_names(frequent: dict[int, str]) -> None:
    marks = {int(rank): code for rank, code in MARKED["marks"].items()}
    found = {rank: _resolve(name, DAY) for rank, name in frequent.items()}
    right = [rank for rank, code in marks.items() if found[rank] == code]
    wrong = {rank: (frequent[rank], found[rank]) for rank in frequent if found[rank] not in {"", marks.get(rank)}}
    ambiguous = {rank: (frequent[rank], found[rank]) for rank in frequent if found[rank].startswith("?")}
    missed = {rank: frequent[rank] for rank in marks if not found[rank]}
    share = len(right) / len(marks)
    say(f"{len(marks)} of {len(frequent)} names name one body; {len(right)} resolve ({share:.1%}); missed: {missed}")
    say(f"{len(frequent) - len(marks)} name none: {len(wrong)} resolve; ambiguous: {ambiguous or 'none'}")
    assert share >= 0.95
    assert not wrong
    assert set(missed) <= set(MARKED["gone_by_2026-07-01"])


def test_a_name_of_a_body_that_is_gone_resolves_on_its_days(frequent: dict[int, str]) -> None:
    for rank in MARKED["gone_by_2026-07-01"]:
        assert _resolve(frequent[rank], dt.date(2025, 2, 28)) == MARKED["marks"][str(rank)]
        assert VIETNAM.status(frequent[rank], DAY) == "no_longer"


def test_the_portal_names_its_agencies_as_the_reference_does(shared: Path) -> None:
    listed = json.loads((shared / "data/portal-lists/agencies.json").read_text(encoding="utf-8"))
    by_name = {row["NAME"]: row["CODE"] for row in listed if not row["CODE"].isdigit() and "G99" not in row["CODE"]}
    assert len(by_name) == 55  # an enterprise by its tax number, and a second code of the Government Office
    for name, code in by_name.items():
        for asked in (name, code):
            agency = VIETNAM.resolve(asked, on=dt.date(2026, 10, 10))
            assert str(agency.code) == code.removeprefix("000.00.00."), name


# ── the lists of statistical codes ───────────────────────────────────────────────────────────────────────────────────


def test_provinces_before_the_merger(shared: Path) -> None:
    listed = json.loads((shared / "data/units/provinces-before-2025-07-01.json").read_text(encoding="utf-8"))
    assert len(listed) == 63
    before = dt.date(2024, 12, 31)  # the list has Huế as a province
    assert {str(p.statistical) for p in provinces(before)} == set(listed)
    for code, row in listed.items():
        province = statistical(code, before)
        assert same(province.name, row["name"])
        assert province.type == {"tinh": "province", "thanh-pho": "city"}[row["type"]]


def test_provinces_after_the_merger(shared: Path) -> None:
    listed = json.loads((shared / "data/units/units-from-2025-07-01.json").read_text(encoding="utf-8"))
    assert len(listed) == 34
    day = dt.date(2026, 5, 1)  # the list has Đồng Nai as a city
    assert {str(p.statistical) for p in provinces(day)} == {row["Code"] for row in listed}
    for row in listed:
        province = statistical(row["Code"], day)
        assert same(province.full_name, row["FullName"])
        assert province.name_en.removesuffix(" City").replace(" ", "") == row["NameEn"].replace(" ", "").replace(
            "Haiphong", "HaiPhong"
        )


def test_the_seven_codes_whose_meaning_changed(shared: Path) -> None:
    before = json.loads((shared / "data/units/provinces-before-2025-07-01.json").read_text(encoding="utf-8"))
    after = json.loads((shared / "data/units/units-from-2025-07-01.json").read_text(encoding="utf-8"))
    moved = {
        row["Code"]: (before[row["Code"]]["name"], row["Name"])
        for row in after
        if not same(before[row["Code"]]["name"].removeprefix("Thừa Thiên "), row["Name"])
    }
    say(f"codes whose meaning changed: {moved}")
    assert len(moved) == 7
    for code, (old, new) in moved.items():
        assert same(statistical(code, OLD).name, old)
        assert same(statistical(code, NEW).name, new)

"""The shelf: the law that `tthc` itself rests on, day by day, as published."""

import datetime as dt
import importlib

import pytest

import tthc.reference
from tthc.calendar import VIETNAM as WORKING_DAYS
from tthc.identifiers import LegalNumber
from tthc.law import LegalDocument, Status
from tthc.reference import VIETNAM, Reference, _law_vietnam, known, law

AS_OF = dt.date(2026, 11, 22)
DAY = dt.timedelta(days=1)


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


# What was the law on a day: number, first day in force, first day no longer in force. Retyped from the codified text
# (pháp điển), the national portal and the decrees themselves, not from the module under test.
SPANS = [
    ("63/2010/NĐ-CP", "2010-10-14", None),
    ("48/2013/NĐ-CP", "2013-07-01", None),
    ("92/2017/NĐ-CP", "2017-09-25", None),
    ("61/2018/NĐ-CP", "2018-06-21", "2025-07-01"),
    ("118/2025/NĐ-CP", "2025-07-01", None),
    ("309/2026/NĐ-CP", "2026-08-05", None),
    ("43/2011/NĐ-CP", "2011-10-01", "2022-08-15"),
    ("42/2022/NĐ-CP", "2022-08-15", "2026-07-01"),
    ("224/2026/NĐ-CP", "2026-07-01", None),
    ("45/2020/NĐ-CP", "2020-05-22", None),
    ("310/2026/NĐ-CP", "2026-08-05", None),
    ("766/QĐ-TTg", "2022-06-23", None),
    ("20/2020/QĐ-TTg", "2020-09-15", None),
    ("19/2025/QĐ-TTg", "2025-07-01", None),
    ("03/2022/TT-BTP", "2022-03-28", None),
    ("202/2025/QH15", "2025-06-12", None),
    ("28/2026/QH16", "2026-07-01", None),
    ("66.16/2026/NQ-CP", "2026-04-15", "2027-03-01"),
    ("66.17/2026/NQ-CP", "2026-07-01", "2027-03-01"),
    ("66.19/2026/NQ-CP", "2026-05-18", "2027-03-01"),
]


@pytest.mark.parametrize(("number", "since", "until"), SPANS)
def test_what_is_in_force_on_a_day(number: str, since: str, until: str | None) -> None:
    document = LegalNumber.parse(number)
    assert VIETNAM.law is not None
    assert VIETNAM.law.status(document, _day(since) - DAY) == "not_yet"
    assert VIETNAM.law.status(document, _day(since)) == "in_force"
    if until is None:
        assert VIETNAM.law.status(document, AS_OF) == "in_force"
    else:
        assert VIETNAM.law.status(document, _day(until) - DAY) == "in_force"
        assert VIETNAM.law.status(document, _day(until)) == "no_longer"


@pytest.mark.parametrize(
    ("number", "on", "status"),
    [
        # The end is published, the beginning is not: never "in force".
        ("107/2021/NĐ-CP", "2021-12-05", "not_yet"),
        ("107/2021/NĐ-CP", "2025-06-30", "not_known"),
        ("107/2021/NĐ-CP", "2025-07-01", "no_longer"),
        ("07/2014/TT-BTP", "2022-03-27", "not_known"),
        ("07/2014/TT-BTP", "2022-03-28", "no_longer"),
        ("124/2004/QĐ-TTg", "2025-06-30", "not_known"),
        ("124/2004/QĐ-TTg", "2025-07-01", "no_longer"),
        # Replaced, on a day that is not published.
        ("01/2018/TT-VPCP", "2019-01-05", "not_yet"),
        ("01/2018/TT-VPCP", "2026-11-22", "not_known"),
        # Issued; the first day in force is not published.
        ("02/2017/TT-VPCP", "2017-10-30", "not_yet"),
        ("02/2017/TT-VPCP", "2026-11-22", "not_known"),
        ("367/2025/NĐ-CP", "2026-11-22", "not_known"),
        # Not in the register at all.
        ("1/2020/NĐ-CP", "2026-11-22", "not_known"),
    ],
)
def test_what_is_not_published_is_not_known(number: str, on: str, status: Status) -> None:
    assert law.VIETNAM.status(LegalNumber.parse(number), _day(on)) == status


def _in_force(numbers: tuple[str, ...], on: str) -> tuple[str, ...]:
    return tuple(n for n in numbers if law.VIETNAM.status(LegalNumber.parse(n), _day(on)) == "in_force")


@pytest.mark.parametrize(
    ("numbers", "on", "expected"),
    [
        # Kiosks and reception anywhere in the country came with the second amendment of the one-stop decree.
        (("118/2025/NĐ-CP", "309/2026/NĐ-CP"), "2026-08-04", ("118/2025/NĐ-CP",)),
        (("118/2025/NĐ-CP", "309/2026/NĐ-CP"), "2026-08-05", ("118/2025/NĐ-CP", "309/2026/NĐ-CP")),
        (("61/2018/NĐ-CP", "118/2025/NĐ-CP"), "2025-06-30", ("61/2018/NĐ-CP",)),
        (("61/2018/NĐ-CP", "118/2025/NĐ-CP"), "2025-07-01", ("118/2025/NĐ-CP",)),
        (("43/2011/NĐ-CP", "42/2022/NĐ-CP", "224/2026/NĐ-CP"), "2022-08-14", ("43/2011/NĐ-CP",)),
        (("43/2011/NĐ-CP", "42/2022/NĐ-CP", "224/2026/NĐ-CP"), "2022-08-15", ("42/2022/NĐ-CP",)),
        (("43/2011/NĐ-CP", "42/2022/NĐ-CP", "224/2026/NĐ-CP"), "2026-07-01", ("224/2026/NĐ-CP",)),
        (("07/2014/TT-BTP", "03/2022/TT-BTP"), "2022-03-27", ()),
        (("07/2014/TT-BTP", "03/2022/TT-BTP"), "2022-03-28", ("03/2022/TT-BTP",)),
    ],
)
def test_one_rule_follows_another(numbers: tuple[str, ...], on: str, expected: tuple[str, ...]) -> None:
    assert _in_force(numbers, on) == expected


@pytest.mark.parametrize("document", law.VIETNAM.documents, ids=lambda d: str(d.number))
def test_every_document_says_what_it_is_and_where_it_was_read(document: LegalDocument) -> None:
    assert document.title
    assert document.source
    assert document.number.repairs == ()
    if document.issued is not None and document.number.year is not None:
        assert document.issued.year == document.number.year
    for other in (*document.amends, document.replaced_by):
        assert other is None or law.VIETNAM.get(other) is not None, "names a document that the register does not hold"
    heir = None if document.replaced_by is None else law.VIETNAM.get(document.replaced_by)
    if heir is not None and document.validity is not None and document.validity.until is not None:
        assert heir.validity is not None
        assert heir.validity.since == document.validity.until


def test_every_row_is_a_document() -> None:
    assert len(law.VIETNAM) == len(_law_vietnam.ROWS.strip().splitlines()) > 30
    assert law.VIETNAM.as_of == AS_OF


def test_the_shelf_is_loaded_on_first_use() -> None:
    fresh = importlib.util.module_from_spec(tthc.reference.__spec__)  # type: ignore[arg-type]
    tthc.reference.__spec__.loader.exec_module(fresh)  # type: ignore[union-attr]
    assert "VIETNAM" not in vars(fresh)
    assert fresh.VIETNAM is fresh.VIETNAM
    assert fresh.VIETNAM.law is law.VIETNAM
    assert fresh.VIETNAM.calendar is WORKING_DAYS
    with pytest.raises(AttributeError, match="has no attribute 'CHINA'"):
        fresh.CHINA


def test_a_reference_shows_what_it_holds() -> None:
    assert VIETNAM.as_of == AS_OF
    assert repr(VIETNAM) == "<Reference as of 2026-11-22: agencies, law, calendar>"
    assert repr(Reference(as_of=AS_OF)) == "<Reference as of 2026-11-22: nothing>"
    assert Reference(as_of=AS_OF) == Reference(as_of=AS_OF)
    twin = Reference(
        as_of=AS_OF, agencies=VIETNAM.agencies, complete=frozenset("H"), law=law.VIETNAM, calendar=WORKING_DAYS
    )
    assert (twin, hash(twin)) == (VIETNAM, hash(VIETNAM))


@pytest.mark.parametrize("module", [tthc.reference, known, law])
def test_modules_list_their_names(module: object) -> None:
    assert dir(module) == sorted(module.__all__)  # type: ignore[attr-defined]

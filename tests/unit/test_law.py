"""Citations, legal documents and the register that says what is in force on a day."""

import datetime as dt
import pickle

import attrs
import pytest

from tthc import law
from tthc.dated import ALWAYS, Interval
from tthc.errors import MalformedError
from tthc.identifiers import LegalNumber
from tthc.law import Citation, LegalDocument, LegalRegister, Status

DAY = dt.timedelta(days=1)
ND63 = LegalNumber.parse("63/2010/NĐ-CP")
ND61 = LegalNumber.parse("61/2018/NĐ-CP")
ND118 = LegalNumber.parse("118/2025/NĐ-CP")
SINCE, UNTIL = dt.date(2018, 6, 21), dt.date(2025, 7, 1)
ISSUED = dt.date(2018, 4, 23)
AS_OF = dt.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("places", "vi", "en"),
    [
        ({}, "", ""),
        ({"article": "8"}, "Điều 8 ", "Article 8, "),
        ({"article": "8", "clause": "2"}, "khoản 2 Điều 8 ", "clause 2, Article 8, "),
        ({"article": "8", "clause": "2", "point": "đ"}, "điểm đ khoản 2 Điều 8 ", "point đ, clause 2, Article 8, "),
        ({"article": "13a", "point": "b"}, "điểm b Điều 13a ", "point b, Article 13a, "),
    ],
)
def test_a_citation_is_written_as_documents_do(places: dict[str, str], vi: str, en: str) -> None:
    citation = Citation(document=ND63, **places)
    assert str(citation) == citation.display("vi") == vi + ND63.display("vi")
    assert citation.display("en") == en + ND63.display("en")
    assert str(citation).endswith("63/2010/NĐ-CP")
    assert pickle.loads(pickle.dumps(citation)) == citation


@pytest.mark.parametrize(
    ("places", "fields"),
    [({"clause": "2"}, ["clause"]), ({"point": "a"}, ["point"]), ({"clause": "2", "point": "a"}, ["clause", "point"])],
)
def test_a_clause_or_point_stands_in_an_article(places: dict[str, str], fields: list[str]) -> None:
    with pytest.raises(MalformedError) as caught:
        Citation(document=ND63, **places)
    assert [fault.field for fault in caught.value.faults] == fields


def _document(
    validity: Interval | None, issued: dt.date | None = None, replaced_by: LegalNumber | None = None
) -> LegalDocument:
    return LegalDocument(number=ND61, validity=validity, issued=issued, replaced_by=replaced_by)


@pytest.mark.parametrize(
    ("document", "on", "status"),
    [
        (_document(Interval(SINCE, UNTIL)), SINCE - DAY, "not_yet"),
        (_document(Interval(SINCE, UNTIL)), SINCE, "in_force"),
        (_document(Interval(SINCE, UNTIL)), UNTIL - DAY, "in_force"),
        (_document(Interval(SINCE, UNTIL)), UNTIL, "no_longer"),
        (_document(Interval(SINCE, UNTIL), replaced_by=ND118), SINCE, "in_force"),
        (_document(Interval(SINCE)), AS_OF, "in_force"),
        # No dates, or not the ones that matter: not known, never in force.
        (_document(None), AS_OF, "not_known"),
        (_document(ALWAYS), AS_OF, "not_known"),
        (_document(None, ISSUED), ISSUED, "not_known"),
        (_document(None, ISSUED), ISSUED - DAY, "not_yet"),
        (_document(Interval(None, UNTIL), ISSUED), ISSUED - DAY, "not_yet"),
        (_document(Interval(None, UNTIL), ISSUED), ISSUED, "not_known"),
        (_document(Interval(None, UNTIL)), UNTIL - DAY, "not_known"),
        (_document(Interval(None, UNTIL)), UNTIL, "no_longer"),
        (_document(Interval(SINCE), replaced_by=ND118), SINCE - DAY, "not_yet"),
        (_document(Interval(SINCE), replaced_by=ND118), SINCE, "not_known"),
    ],
)
def test_a_document_is_in_force_only_where_its_dates_say_so(
    document: LegalDocument, on: dt.date, status: Status
) -> None:
    assert document.status(on) == status
    assert LegalRegister((document,), AS_OF).status(ND61, on) == status


def test_a_document_is_not_in_force_before_it_was_issued() -> None:
    with pytest.raises(MalformedError, match="validity: expected no day before it was issued"):
        _document(Interval(ISSUED - DAY), ISSUED)
    assert _document(Interval(ISSUED), ISSUED).status(ISSUED) == "in_force"


def test_a_register_is_silent_on_what_it_does_not_hold() -> None:
    register = LegalRegister((), AS_OF)
    assert register.get(ND63) is None
    assert register.status(ND63, AS_OF) == "not_known"
    assert len(register) == 0
    assert list(register) == []


def test_a_register_is_a_collection_of_documents() -> None:
    document = _document(Interval(SINCE, UNTIL))
    register = LegalRegister((document,), AS_OF)
    assert list(register) == [document]
    assert len(register) == 1
    assert register.get(LegalNumber.parse("61/2018/NĐ-CP")) is document
    assert repr(register) == "<LegalRegister: 1 documents as of 2026-11-22>"
    assert register == LegalRegister((_document(Interval(SINCE, UNTIL)),), AS_OF)
    assert hash(register) == hash(LegalRegister((_document(Interval(SINCE, UNTIL)),), AS_OF))
    assert register != LegalRegister((document,), AS_OF - DAY)
    twin = pickle.loads(pickle.dumps(register))
    assert twin == register
    assert twin.status(ND61, SINCE) == "in_force"
    later = attrs.evolve(register, as_of=AS_OF + DAY)
    assert later.status(ND61, SINCE) == "in_force"


def test_a_number_stands_in_a_register_once() -> None:
    twice = (_document(None), LegalDocument(number=ND63), _document(None))
    with pytest.raises(MalformedError, match=r"documents\[2\]: expected a number that is not there twice"):
        LegalRegister(twice, AS_OF)


def test_with_documents_adds_and_replaces() -> None:
    register = LegalRegister((_document(Interval(SINCE)),), AS_OF)
    ended, new = _document(Interval(SINCE, UNTIL)), LegalDocument(number=ND118, validity=Interval(UNTIL))
    later = register.with_documents([ended, new], as_of=AS_OF + DAY)
    assert list(later) == [ended, new]
    assert later.as_of == AS_OF + DAY
    assert later.status(ND61, UNTIL) == "no_longer"
    assert register.status(ND61, UNTIL) == "in_force"
    assert register.with_documents(iter([new])).as_of == AS_OF
    assert register.with_documents([]) == register


def test_a_register_refuses_other_types() -> None:
    with pytest.raises(MalformedError, match=r"documents\[0\]: expected LegalDocument"):
        LegalRegister((ND63,), AS_OF)  # type: ignore[arg-type]
    with pytest.raises(MalformedError, match="as_of"):
        LegalRegister((), None)  # type: ignore[arg-type]


def test_module_lists_its_names() -> None:
    assert dir(law) == law.__all__ == sorted(law.__all__)

"""`Catalogue`: procedures, faults and all, found by code and day."""

import datetime as dt
import pickle

import pytest

from tthc.dated import Interval
from tthc.errors import AmbiguousError, MalformedError, NotFoundError, ParseError
from tthc.identifiers import AgencyCode, Identifier, ProcedureCode
from tthc.procedures import Catalogue, Procedure, catalogue
from tthc.text import Unparsed

DAY = dt.date(2026, 11, 22)
CHANGE = dt.date(2025, 7, 1)
H26, H05 = AgencyCode(("H26",)), AgencyCode(("H05",))
CODE = ProcedureCode("1.001193")
NATIONAL = Procedure(code=CODE, name="Đăng ký khai sinh")
LOCAL = NATIONAL.localise(H26, dossier_sets=1)
OLD = Procedure(code=ProcedureCode("2.000815"), name="cũ", validity=Interval(None, CHANGE))
NEW = Procedure(code=ProcedureCode("2.000815"), name="mới", validity=Interval(CHANGE))
CASE = Procedure(code=ProcedureCode("1.001193", case="02"))
FOREIGN = Procedure(code=Identifier("fr", "F1234"))
LEGACY = Procedure(code=ProcedureCode("T-TVH-284957-TT"))
NAMELESS = Procedure(name="Thủ tục chưa có mã")
UNREAD = Procedure(code=Unparsed("1.4873"))
ALL = (NATIONAL, LOCAL, OLD, NEW, CASE, FOREIGN, LEGACY, NAMELESS, UNREAD)
CATALOGUE = Catalogue(ALL)


def test_it_holds_what_it_is_given_in_order() -> None:
    assert tuple(CATALOGUE) == ALL
    assert len(CATALOGUE) == 9
    assert NAMELESS in CATALOGUE
    assert len(Catalogue()) == 0
    assert Catalogue([NATIONAL, NATIONAL]).procedures == (NATIONAL, NATIONAL)
    assert repr(CATALOGUE) == "<Catalogue: 9 procedures>"
    with pytest.raises(MalformedError, match=r"procedures\[1\]: expected Procedure"):
        Catalogue((NATIONAL, "1.001193"))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("1.001193", NATIONAL),
        (" 1.001193\u00a0", NATIONAL),
        (CODE, NATIONAL),
        ("1.001193.H26", LOCAL),
        ("1.001193.000.00.00.H26", LOCAL),
        (ProcedureCode("1.001193", H26), LOCAL),
        ("1.001193.02", CASE),
        ("fr:F1234", FOREIGN),
        (Identifier("fr", "F1234"), FOREIGN),
        ("T-TVH-284957-TT", LEGACY),
        ("2.000815", NEW),
    ],
)
def test_get_finds_the_one_of_a_code(code: str | ProcedureCode | Identifier, found: Procedure) -> None:
    assert CATALOGUE.get(code, on=DAY) is found


def test_get_finds_by_day() -> None:
    assert CATALOGUE.get("2.000815", on=CHANGE - dt.timedelta(days=1)) is OLD
    assert CATALOGUE.get("2.000815", on=CHANGE) is NEW


@pytest.mark.parametrize("code", ["1.001193.H05", "1.999999", "fr:F9", Identifier("vn", "1.001193")])
def test_get_does_not_find_what_is_not_there(code: str | Identifier) -> None:
    with pytest.raises(NotFoundError, match="unknown procedure"):
        CATALOGUE.get(code, on=DAY)


def test_get_names_the_variants_that_are_there() -> None:
    with pytest.raises(
        NotFoundError, match=r"unknown procedure: '1.001193.H05'; known: 1.001193, 1.001193.H26, 1.001193.02"
    ):
        CATALOGUE.get("1.001193.H05", on=DAY)
    gone = Catalogue((OLD,))
    with pytest.raises(NotFoundError, match=r"known: 2.000815"):
        gone.get("2.000815", on=CHANGE)


def test_get_does_not_choose_among_several() -> None:
    twice = Catalogue((NATIONAL, LOCAL, NATIONAL))
    with pytest.raises(AmbiguousError, match=r"several values fit procedure '1.001193'") as caught:
        twice.get("1.001193", on=DAY)
    assert len(caught.value.found) == 2
    assert twice.get("1.001193.H26", on=DAY) is LOCAL


@pytest.mark.parametrize("code", ["", "Đăng ký khai sinh", "1.4873"])
def test_get_refuses_what_is_no_code(code: str) -> None:
    with pytest.raises(ParseError):
        CATALOGUE.get(code, on=DAY)


def test_variants_of_a_number() -> None:
    assert CATALOGUE.variants("1.001193") == (NATIONAL, LOCAL, CASE)
    assert CATALOGUE.variants("2.000815") == (OLD, NEW)
    assert CATALOGUE.variants("fr:F1234") == (FOREIGN,)
    assert CATALOGUE.variants("1.999999") == ()


def test_at_a_day() -> None:
    assert OLD not in CATALOGUE.at(CHANGE)
    assert len(CATALOGUE.at(CHANGE)) == len(CATALOGUE.at(CHANGE - dt.timedelta(days=1))) == 8
    assert CATALOGUE.at(CHANGE).get("2.000815", on=CHANGE) is NEW


def test_with_procedures_makes_a_new_one() -> None:
    more = Catalogue((NATIONAL,)).with_procedures(p for p in (LOCAL,))
    assert more == Catalogue((NATIONAL, LOCAL))
    assert more.get("1.001193.H26", on=DAY) is LOCAL


def test_a_catalogue_is_a_value() -> None:
    assert Catalogue(ALL) == CATALOGUE
    assert hash(Catalogue(ALL)) == hash(CATALOGUE)
    assert Catalogue(ALL[::-1]) != CATALOGUE
    twin = pickle.loads(pickle.dumps(CATALOGUE))
    assert twin == CATALOGUE
    assert twin.get("2.000815", on=DAY) == NEW


def test_module_lists_its_names() -> None:
    assert dir(catalogue) == catalogue.__all__

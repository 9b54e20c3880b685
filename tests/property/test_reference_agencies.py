"""Provinces as values, and what must hold on every day of the tables."""

import datetime as dt
import pickle

from hypothesis import given
from hypothesis import strategies as st

from tthc.codec import decode, encode
from tthc.reference.agencies import FUNCTIONS, VIETNAM, Province, provinces, statistical
from tthc.strategies import _shelf

DAYS = st.dates(dt.date(2008, 8, 1), dt.date(2027, 12, 31))


@given(_shelf.provinces())
def test_a_province_is_a_value(province: Province) -> None:
    assert decode(Province, encode(province)) == province
    assert pickle.loads(pickle.dumps(province)) == province
    assert hash(pickle.loads(pickle.dumps(province))) == hash(province)
    assert province.territory.code == province.statistical
    assert province.full_name in str(province)


@given(DAYS)
def test_one_province_one_code_one_committee(on: dt.date) -> None:
    found = provinces(on)
    assert len({p.h_code for p in found}) == len({p.statistical for p in found}) == len({p.name for p in found})
    assert len(found) == (63 if on < dt.date(2025, 7, 1) else 34)
    for province in found:
        assert statistical(province.statistical, on) == province
        committee = VIETNAM.resolve(province.h_code, on=on)
        assert committee == VIETNAM.resolve(f"UBND {province.full_name}", on=on)
        assert committee.territory == province.territory


@given(DAYS)
def test_successors_and_predecessors_mirror_each_other(on: dt.date) -> None:
    for province in provinces(on):
        heir = province.successor
        assert (heir is None) == (province.validity.until is None)
        assert heir is None or province in heir.predecessors
        assert all(old.successor == province for old in province.predecessors)


@given(DAYS, st.sampled_from(sorted(FUNCTIONS)))
def test_who_is_in_charge_is_there(on: dt.date, function: str) -> None:
    answer = VIETNAM.in_charge_of(function, on=on)
    assert answer.settled == (answer.agency is not None)
    assert answer.agency is None or on in answer.agency.validity


@given(DAYS)
def test_no_two_bodies_of_one_name(on: dt.date) -> None:
    for agency in VIETNAM.at(on):
        assert VIETNAM.resolve(agency.name, on=on) == agency
        assert all(VIETNAM.resolve(other, on=on) == agency for other in agency.aliases)

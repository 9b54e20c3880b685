"""Whatever bodies a directory holds and whatever happened to them, its answers keep their promises."""

import datetime as dt
import pickle
from collections.abc import Callable

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tthc.agencies import Agency, AgencyDirectory
from tthc.codec import decode, encode
from tthc.errors import AmbiguousError, Fault, MalformedError, NotFoundError
from tthc.procedures import Catalogue, Procedure, ResponsibleAgency, reassign
from tthc.strategies import _agencies as made
from tthc.strategies._ground import texts
from tthc.text import search_key

DAYS = st.dates(dt.date(2013, 1, 1), dt.date(2027, 12, 31)) | st.sampled_from([dt.date.min, dt.date.max])
TYPES: list[Callable[[], st.SearchStrategy[object]]] = [getattr(made, name) for name in made.__all__]


@pytest.mark.parametrize("strategy", TYPES)
@settings(max_examples=20)  # some are whole catalogues
@given(data=st.data())
def test_values_hash_pickle_and_come_back_from_plain_data(
    strategy: Callable[[], st.SearchStrategy[object]], data: st.DataObject
) -> None:
    value = data.draw(strategy())
    assert pickle.loads(pickle.dumps(value)) == value
    assert hash(value) == hash(pickle.loads(pickle.dumps(value)))
    assert decode(type(value), encode(value)) == value
    assert repr(value)
    assert str(value)


@given(made.agency_directories(), DAYS)
def test_no_two_bodies_have_one_code_on_one_day(directory: AgencyDirectory, on: dt.date) -> None:
    codes = [agency.code for agency in directory.at(on)]
    assert len(set(codes)) == len(codes)
    for agency in directory.at(on):
        assert directory.resolve(agency.code, on=on) is agency
        assert directory.resolve(str(agency.code), on=on) is agency
        assert directory.resolve(agency, on=on) is agency
        assert directory.status(agency.code, on) == "in_force"
        above = directory.ancestors(agency, on=on)
        assert agency not in above
        assert all(agency in directory.children(parent, on=on) for parent in above[:1])


@given(made.agency_directories(), DAYS)
def test_a_name_finds_its_body_with_marks_or_without(directory: AgencyDirectory, on: dt.date) -> None:
    for agency in directory.at(on):
        for asked in (agency.name, search_key(agency.name), agency.name.upper()):
            assert _found(directory, asked, on) is not None or not _words(agency.name)


def _words(name: str) -> bool:
    return any(char.isalnum() for char in search_key(name))


def _found(directory: AgencyDirectory, asked: str, on: dt.date) -> object:
    """What a text resolves to; several candidates are an answer too."""
    try:
        return directory.resolve(asked, on=on)
    except AmbiguousError as error:
        return error.found
    except NotFoundError:
        return None


@given(made.agency_directories(), texts() | st.text(), DAYS)
def test_a_text_resolves_or_the_error_says_why(directory: AgencyDirectory, text: str, on: dt.date) -> None:
    found = _found(directory, text, on)
    status = directory.status(text, on)
    assert (status == "in_force") is (found is not None)
    assert isinstance(directory.candidates(text, on=on), tuple)
    assert directory.inheritance(text, on=on).asked == text.strip()


@given(made.agency_directories())
def test_successors_and_predecessors_are_each_other(directory: AgencyDirectory) -> None:
    for agency in directory:
        last = agency.validity.last_day
        if last is not None:
            for heir in directory.successors(agency, on=last):
                assert agency in directory.predecessors(heir, on=last + dt.timedelta(days=1))
                assert heir in directory.heirs(agency, since=last, until=last + dt.timedelta(days=1))


@given(made.agency_directories(), DAYS, DAYS)
def test_heirs_are_there_and_come_in_one_step_or_two(directory: AgencyDirectory, one: dt.date, other: dt.date) -> None:
    since, until = min(one, other), max(one, other)
    middle = since + (until - since) / 2
    for agency in directory.at(since):
        heirs = directory.heirs(agency, since=since, until=until)
        assert set(heirs) <= set(directory.at(until))
        steps = {
            heir
            for half in directory.heirs(agency, since=since, until=middle)
            for heir in directory.heirs(half, since=middle, until=until)
        }
        assert steps == set(heirs)


@given(made.agency_directories())
def test_a_history_holds_every_span_and_event_of_a_code(directory: AgencyDirectory) -> None:
    for code in {agency.code for agency in directory}:
        history = directory.history(code)
        assert list(history.spans) == sorted(
            (a for a in directory if a.code == code), key=lambda a: a.validity.since or dt.date.min
        )
        assert set(history.events) == {e for e in directory.events if code in (*e.sources, *e.results)}
        assert len(history.rows) == len(list(history)) == len(history.spans) + len(history.events)


@given(made.agency_directories())
def test_a_second_body_of_a_code_is_refused(directory: AgencyDirectory) -> None:
    for agency in directory.agencies[:2]:
        with pytest.raises(MalformedError, match="no day on which"):
            directory.with_agencies([attrs.evolve(agency, name="khác")])


@given(made.agency_directories(), DAYS)
def test_the_days_of_a_function_have_one_answer_each(directory: AgencyDirectory, on: dt.date) -> None:
    answer = directory.in_charge_of(directory.mandates[0].function, on=on)
    assert answer.settled is any(on in mandate.interval for mandate in directory.mandates)
    assert answer.since is None or answer.since <= on
    assert answer.until is None or on < answer.until
    assert answer.beyond is (on > directory.as_of)


@given(made.agency_directories(), DAYS, st.lists(st.sampled_from(["settling", "receiving"]), max_size=3))
def test_reassigning_loses_nothing_and_is_done_once(directory: AgencyDirectory, on: dt.date, roles: list[str]) -> None:
    rows = tuple(
        ResponsibleAgency(role=role, name=agency.name, code=agency.code)  # type: ignore[arg-type]
        for role, agency in zip(roles, directory.agencies[1:], strict=False)
    )
    before = Procedure(name="Đăng ký", field="Hộ tịch", levels=("provincial",), agencies=rows, note="ghi chú")
    result = reassign(Catalogue([before]), directory, on=on)
    after = result.catalogue.procedures[0]
    assert attrs.evolve(after, agencies=before.agencies) == before
    paths = [move.path for move in result.moved] + [left.path for left in (*result.left, *result.unresolved)]
    touched = {path[1] for path in paths}
    for i, row in enumerate(rows):
        if i not in touched:
            assert row in (after.agencies or ())
    again = reassign(result.catalogue, directory, on=on)
    assert again.catalogue == result.catalogue
    assert not again.moved


@given(st.lists(made.agencies(), max_size=5))
def test_any_list_of_bodies_is_a_directory_or_is_refused_with_all_its_faults(agencies: list[Agency]) -> None:
    refused: tuple[Fault, ...] = ()
    try:
        AgencyDirectory(tuple(agencies), as_of=dt.date(2026, 11, 22))
    except MalformedError as error:
        refused = error.faults
    alone = all(agency.parent is None for agency in agencies)
    shared = len({agency.code for agency in agencies}) < len(agencies)
    assert all(fault.field.startswith("agencies[") for fault in refused)
    assert not (alone and not shared and refused)

"""What holds of every procedure, whatever its record says."""

import datetime as dt
import pickle
import random as randoms
from collections import Counter
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tthc.errors import AmbiguousError, NotFoundError
from tthc.fees import Fee
from tthc.identifiers import AgencyCode, ProcedureCode
from tthc.procedures import COMPONENTS, Case, Catalogue, Change, Method, Procedure, Source, difference, fees_on
from tthc.strategies import catalogues, fees, methods, procedures
from tthc.text import Unparsed

DAYS = st.dates(dt.date(2024, 1, 1), dt.date(2028, 1, 1))
LISTS = [field.name for field in attrs.fields(Procedure) if "tuple" in str(field.type) and field.name != "steps"]


@given(procedures())
def test_equal_records_say_the_same(record: Procedure) -> None:
    twin = pickle.loads(pickle.dumps(record))
    assert twin == record
    assert hash(twin) == hash(record)
    assert (repr(twin), str(twin), twin.label) == (repr(record), str(record), record.label)
    assert [twin.state(component) for component in COMPONENTS] == [record.state(component) for component in COMPONENTS]
    assert twin.terms(on=dt.date(2026, 11, 22)) == record.terms(on=dt.date(2026, 11, 22))
    assert difference(record, twin).changes == ()
    assert len(repr(record).splitlines()) == 1


@settings(max_examples=50)
@given(procedures())
def test_the_source_decides_only_over_what_is_blank(record: Procedure) -> None:
    full = attrs.evolve(record, source=Source(shape="full", carries=COMPONENTS))
    bare = attrs.evolve(record, source=Source(shape="bare"))
    alone = attrs.evolve(record, source=None)
    for component in COMPONENTS:
        state = alone.state(component)
        assert full.state(component) == state != "not_carried"
        assert bare.state(component) == ("not_carried" if state == "blank" else state)


@given(procedures(), st.sampled_from(["direct", "online", "post", None]), DAYS)
def test_terms_never_pick(record: Procedure, channel: Any, on: dt.date) -> None:
    """Where an answer is given, every row that applies gives it; where none is, none does or they disagree."""
    found = record.terms(channel=channel, on=on)
    rows = [
        m
        for m in record.methods or ()
        if type(m) is Unparsed or channel in {m.channel, None} or not isinstance(m.channel, str)
    ]
    own = [c.time_limit for c in record.rows_of("cases") if c.time_limit is not None]
    every = len(own) == len(record.cases or ()) > 0
    limits = {*own, *(_limit(m) for m in rows if not every or (type(m) is Method and m.case is not None))} - {None}
    documents = [(c,) if type(c) is Unparsed else c.documents for c in record.cases or ()]
    lists = {frozenset(Counter(row).items()) for row in documents if row is not None}
    open_ = {ambiguity.component for ambiguity in found.ambiguous}
    assert limits == ({found.time_limit} - {None} if "time_limit" not in open_ else limits)
    assert ("time_limit" in open_) is (len(limits) > 1)
    assert ("documents" in open_) is (len(lists) > 1)
    assert (found.documents is None) is (len(lists) != 1)
    assert ("case" in open_) is (len(record.cases or ()) > 1)
    stated = [(m,) if type(m) is Unparsed else m.fees for m in rows]
    due = [fees_on(row, on) if row else row for row in stated if row is not None]
    expired = any(row and not fees_on(row, on) for row in stated)
    assert ("fees" in open_) is (expired or len({frozenset(Counter(row).items()) for row in due}) > 1)
    for component in open_ - {"case"}:
        assert getattr(found, component) is None
    for ambiguity in found.ambiguous:
        assert ambiguity.options


def _limit(row: Method | Unparsed) -> object:
    return row if type(row) is Unparsed else row.time_limit


@given(st.lists(fees(), max_size=6), DAYS)
def test_fees_on_a_day(row: list[Fee], on: dt.date) -> None:
    due = fees_on(row, on)
    assert list(due) == [fee for fee in row if fee in due]
    for fee in row:
        dated = [
            other
            for other in row
            if other.validity is not None
            and on in other.validity
            and other.category == fee.category
            and (None in {other.per, fee.per} or other.per == fee.per)
        ]
        assert (fee in due) is (on in fee.validity if fee.validity is not None else not dated)


@given(st.lists(methods(), max_size=4), DAYS)
def test_the_order_of_rows_does_not_matter(rows: list[Method], on: dt.date) -> None:
    left = Procedure(methods=tuple(rows)).terms(on=on)
    right = Procedure(methods=tuple(reversed(rows))).terms(on=on)
    assert left.time_limit == right.time_limit
    assert Counter(left.fees or ()) == Counter(right.fees or ())
    assert [(a.component, sorted(a.options)) for a in left.ambiguous] == [
        (a.component, sorted(a.options)) for a in right.ambiguous
    ]


# ── differences ──────────────────────────────────────────────────────────────


def _at(record: Any, path: tuple[str | int, ...]) -> Any:
    for part in path:
        record = record[part] if isinstance(part, int) else getattr(record, part)
    return record


def _shuffled(record: Procedure, random: randoms.Random, *, within: bool) -> Procedure:
    """The same record with its rows in another order, or `within` with the documents and fees of each row so."""

    def turned(rows: tuple[Any, ...] | None) -> tuple[Any, ...] | None:
        return None if rows is None else tuple(random.sample(rows, len(rows)))

    def inside(row: Any) -> Any:
        if isinstance(row, Case):
            return attrs.evolve(row, documents=turned(row.documents))
        return attrs.evolve(row, fees=turned(row.fees)) if isinstance(row, Method) else row

    lists = {name: getattr(record, name) for name in LISTS if getattr(record, name) is not None}
    if within:
        return attrs.evolve(record, **{name: tuple(map(inside, rows)) for name, rows in lists.items()})
    return attrs.evolve(record, **{name: turned(rows) for name, rows in lists.items()})


@settings(max_examples=50)
@given(procedures(), st.randoms(), st.booleans())
def test_rows_in_another_order_are_no_change(record: Procedure, random: randoms.Random, within: bool) -> None:
    assert difference(record, _shuffled(record, random, within=within)).changes == ()


@settings(max_examples=50)
@given(procedures(), procedures(), st.sets(st.sampled_from([f.name for f in attrs.fields(Procedure)])), st.randoms())
def test_changes_lead_to_their_places(one: Procedure, two: Procedure, kept: set[str], random: randoms.Random) -> None:
    before = one
    after = _shuffled(attrs.evolve(two, **{name: getattr(one, name) for name in kept}), random, within=False)
    forth, back = difference(before, after), difference(after, before)
    for change in forth:
        assert change.before != change.after
        if change.kind == "removed":
            assert _at(before, change.path) == change.before
            assert change.after is None
        else:
            assert _at(after, change.path) == change.after
        assert (change.kind == "added") is (change.before is None)
        assert change.text("vi")
        assert change.text("en")
    opposite = {"added": "removed", "removed": "added", "changed": "changed"}
    assert Counter(map(_content, forth)) == Counter((c.component, opposite[c.kind], c.after, c.before) for c in back)
    assert set(forth.components) == {change.component for change in forth}


def _content(change: Change) -> tuple[object, ...]:
    return change.component, change.kind, change.before, change.after


@settings(max_examples=50)
@given(catalogues(), catalogues(), st.booleans())
def test_catalogues_are_parted_into_kept_gone_and_come(one: Catalogue, two: Catalogue, shared: bool) -> None:
    after = two.with_procedures(one) if shared else two
    forth, back = difference(one, after), difference(after, one)
    assert (len(forth.added), len(forth.removed)) == (len(back.removed), len(back.added))
    assert len(forth.replaced) == len(back.replaced)
    assert len(forth.changed) == len(back.changed)
    assert len(after) - len(one) == len(forth.added) - len(forth.removed)
    assert difference(one, Catalogue(reversed(one.procedures))).changed == ()
    assert len(difference(one, one)) == 0
    assert str(forth)
    pairs = [*forth.changed, *forth.replaced]
    assert all(pair.before in one.procedures and pair.after in after.procedures for pair in pairs)


# ── catalogues ───────────────────────────────────────────────────────────────


@settings(max_examples=50)
@given(catalogues(), DAYS)
def test_get_agrees_with_looking_at_every_record(catalogue: Catalogue, on: dt.date) -> None:
    for code in {p.code for p in catalogue if p.code is not None and type(p.code) is not Unparsed}:
        fitting = [p for p in catalogue.at(on) if p.code == code]
        if len(fitting) == 1:
            assert catalogue.get(code, on=on) is fitting[0]
        else:
            with pytest.raises(AmbiguousError if fitting else NotFoundError):
                catalogue.get(code, on=on)
        number = code.number if isinstance(code, ProcedureCode) else str(code)
        assert set(fitting) <= set(catalogue.variants(number))


@given(procedures(), st.sampled_from([("H26",), ("H05", "12"), ("G22",)]))
def test_a_local_variant_differs_in_its_code_alone(record: Procedure, levels: tuple[str, ...]) -> None:
    national = attrs.evolve(record, code=ProcedureCode("1.001193"))
    local = national.localise(AgencyCode(levels))
    assert isinstance(local.code, ProcedureCode)
    assert local.code.number == "1.001193"
    assert local.code.agency == AgencyCode(levels)
    assert difference(national, local).components == ("code",)
    assert attrs.evolve(local, code=national.code) == national

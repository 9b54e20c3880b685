"""What changed between two records and two catalogues."""

import datetime as dt
import pickle
import time
from fractions import Fraction
from typing import Any, Literal

import attrs
import pytest

from tthc.calendar import TimeLimit
from tthc.dated import Interval
from tthc.errors import MalformedError
from tthc.fees import Fee
from tthc.identifiers import AgencyCode, Identifier, LegalNumber, ProcedureCode
from tthc.money import Money
from tthc.procedures import (
    COMPONENTS,
    Announcement,
    Audience,
    Case,
    Catalogue,
    CatalogueDifference,
    Change,
    Condition,
    Difference,
    Document,
    Form,
    Method,
    OnlineLevel,
    Procedure,
    ResponsibleAgency,
    Result,
    Source,
    Step,
    _words,
    changes,
    difference,
)
from tthc.text import Unparsed

Kind = Literal["added", "removed", "changed"]
X = Unparsed("không rõ")


def _days(amount: int) -> TimeLimit:
    return TimeLimit(kind="duration", amount=amount, unit="day", working=True)


def _fee(amount: int, **more: Any) -> Fee:
    return Fee(kind="amount", amount=Money(amount), **more)


def _found(before: Procedure, after: Procedure) -> list[tuple[str, tuple[str | int, ...], Kind, object, object]]:
    return [(c.component, c.path, c.kind, c.before, c.after) for c in difference(before, after)]


def _at(record: Any, path: tuple[str | int, ...]) -> Any:
    for part in path:
        record = record[part] if isinstance(part, int) else getattr(record, part)
    return record


# ── two records ──────────────────────────────────────────────────────────────


def test_equal_records_have_no_difference() -> None:
    whole = Procedure(name="a", methods=(Method(fees=(_fee(1),)), X), cases=(Case(),))
    assert difference(whole, attrs.evolve(whole)).changes == ()
    assert len(difference(whole, whole)) == 0


@pytest.mark.parametrize(
    ("field", "before", "after"),
    [
        ("name", "a", "b"),
        ("code", ProcedureCode("1.001193"), Identifier("fr", "1")),
        ("formality", "other", X),
        ("dossier_sets", 1, 2),
        ("online_level", OnlineLevel(regime=2022, level="full"), OnlineLevel(regime=2026, level="full")),
        ("validity", Interval(dt.date(2025, 1, 1)), Interval(dt.date(2025, 7, 1))),
        ("internal", False, True),
        ("description", "", "mô tả"),
    ],
)
def test_a_scalar_is_added_removed_or_changed(field: str, before: object, after: object) -> None:
    old, new = Procedure(**{field: before}), Procedure(**{field: after})  # type: ignore[arg-type]
    assert _found(old, new) == [(field, (field,), "changed", before, after)]
    if attrs.fields_dict(Procedure)[field].default is None:
        assert _found(Procedure(), new) == [(field, (field,), "added", None, after)]
        assert _found(old, Procedure()) == [(field, (field,), "removed", before, None)]


A, B, C = Document(name="Tờ khai", copies=1), Document(name="Bản sao"), Document(name="Ảnh")
LISTS: dict[str, tuple[Any, Any, Any]] = {
    "levels": ("commune", "provincial", X),
    "methods": (Method(channel="online"), Method(channel="direct"), X),
    "cases": (Case(name="a"), Case(name="b"), X),
    "audiences": (Audience(name="Cá nhân"), Audience(name="Tổ chức"), X),
    "agencies": (ResponsibleAgency(role="settling", name="a"), ResponsibleAgency(role="settling", name="b"), X),
    "results": (Result(name="Giấy"), Result(name="Thẻ"), X),
    "conditions": (Condition("a"), Condition("b"), X),
    "legal_basis": (LegalNumber.parse("60/2014/QH13"), LegalNumber.parse("63/2010/NĐ-CP"), X),
    "related": (ProcedureCode("1.001193"), Identifier("fr", "1"), X),
}


@pytest.mark.parametrize("component", LISTS)
def test_rows_are_matched_by_what_they_are(component: str) -> None:
    a, b, c = LISTS[component]

    def record(*rows: object) -> Procedure:
        return Procedure(**{component: rows})  # type: ignore[arg-type]

    assert _found(record(a, b, c), record(c, a, b)) == []  # moving a row is no change
    assert _found(record(a, c), record(b, a, c)) == [(component, (component, 0), "added", None, b)]
    assert _found(record(c, b, a), record(a, c)) == [(component, (component, 1), "removed", b, None)]
    assert _found(record(a, a), record(a)) == [(component, (component, 1), "removed", a, None)]
    assert _found(record(), record(a)) == [(component, (component, 0), "added", None, a)]
    assert _found(Procedure(), record(a, b)) == [(component, (component,), "added", None, (a, b))]
    assert _found(Procedure(), record()) == [(component, (component,), "added", None, ())]
    assert _found(record(a), Procedure()) == [(component, (component,), "removed", (a,), None)]


def _steps(*texts: str) -> Procedure:
    return Procedure(steps=tuple(Step(description=text, name=f"Bước {i}") for i, text in enumerate(texts, 1)))


def test_the_order_of_steps_counts() -> None:
    old, new = Procedure(steps=(Step(description="nộp"), Step(description="trả phí"))), _steps("nộp", "trả phí")
    turned = Procedure(steps=new.steps and new.steps[::-1])
    assert _found(new, turned) == [("steps", ("steps",), "changed", new.steps, turned.steps)]
    assert _found(old, Procedure(steps=(Step(description="nộp"), X, Step(description="trả phí")))) == [
        ("steps", ("steps", 1), "added", None, X)
    ]


def test_steps_are_matched_by_their_text_then_by_their_place() -> None:
    found = difference(_steps("nộp", "xét", "trả"), _steps("nộp", "trả phí", "xét", "trả kết quả"))
    assert [(c.path, c.kind) for c in found] == [
        (("steps", 2, "name"), "changed"),
        (("steps", 1), "added"),
        (("steps", 3), "added"),
        (("steps", 2), "removed"),
    ]
    edited = difference(_steps("nộp", "xét"), _steps("nộp", "xét kỹ"))
    assert [(c.path, c.kind, c.row) for c in edited] == [
        (("steps", 1, "description"), "changed", ("Bước 2", "Bước 2")),
    ]
    limited = attrs.evolve(_steps("nộp"), steps=(Step(description="nộp", name="Bước 1", time_limit=_days(1)),))
    assert difference(_steps("nộp"), limited).components == ("steps",)


def test_fields_of_rows_have_nested_paths() -> None:
    before = Procedure(cases=(Case(name="một"), Case(name="hai", documents=(A, B))))
    after = Procedure(cases=(Case(name="hai", documents=(C, attrs.evolve(A, copies=2))), Case(name="một")))
    found = difference(before, after)
    assert [(c.component, c.path, c.kind) for c in found] == [
        ("documents", ("cases", 0, "documents", 1, "copies"), "changed"),
        ("documents", ("cases", 0, "documents", 0), "added"),
        ("documents", ("cases", 1, "documents", 1), "removed"),  # where it stood in the earlier record
    ]
    changed, added, removed = found
    assert _at(before, removed.path) == removed.before == B
    assert _at(after, added.path) == added.after == C
    assert _at(after, changed.path) == changed.after == 2
    assert [c.row[0] for c in found] == ["Tờ khai", "hai", "hai"]
    assert found.components == ("documents",)


def test_rows_of_methods_belong_to_limits_and_fees() -> None:
    before = Procedure(methods=(Method(channel="online", time_limit=_days(5), fees=(_fee(10), _fee(1, per="bản"))),))
    after = Procedure(
        methods=(Method(channel="online", time_limit=_days(3), fees=(_fee(2, per="bản"), _fee(10)), note="mới"),)
    )
    assert _found(before, after) == [
        ("time_limit", ("methods", 0, "time_limit"), "changed", _days(5), _days(3)),
        ("fees", ("methods", 0, "fees", 0), "changed", _fee(1, per="bản"), _fee(2, per="bản")),
        ("methods", ("methods", 0, "note"), "changed", "", "mới"),
    ]


def test_two_rows_of_one_kind_that_swap_places_are_no_change() -> None:
    one, two = Method(channel="direct", time_limit=_days(1)), Method(channel="direct", time_limit=_days(2))
    assert _found(Procedure(methods=(one, two)), Procedure(methods=(two, one))) == []
    three = Method(channel="direct", time_limit=_days(3))
    assert _found(Procedure(methods=(one, two)), Procedure(methods=(two, three))) == [
        ("time_limit", ("methods", 1, "time_limit"), "changed", _days(1), _days(3))
    ]


def test_a_row_that_becomes_readable_is_another_row() -> None:
    row = Method(channel="online")
    assert _found(Procedure(methods=(X,)), Procedure(methods=(row,))) == [
        ("methods", ("methods", 0), "added", None, row),
        ("methods", ("methods", 0), "removed", X, None),
    ]


def test_parts_that_are_no_rows_are_compared_field_by_field() -> None:
    signed, later = dt.date(2026, 1, 1), dt.date(2026, 2, 1)
    number = LegalNumber.parse("528/QĐ-BTP")
    before = Procedure(decision=Announcement(number=number, signed=signed))
    after = Procedure(decision=Announcement(number=number, signed=later, shortened=True))
    assert _found(before, after) == [
        ("decision", ("decision", "signed"), "changed", signed, later),
        ("decision", ("decision", "shortened"), "changed", False, True),
    ]
    form = Document(name="Tờ khai", form=Form(name="Mẫu 01", files=("a.doc",)))
    renewed = Document(name="Tờ khai", form=Form(name="Mẫu 01", files=("b.doc",)))
    path = ("cases", 0, "documents", 0, "form", "files")
    assert _found(Procedure(cases=(Case(documents=(form,)),)), Procedure(cases=(Case(documents=(renewed,)),))) == [
        ("documents", (*path, 0), "added", None, "b.doc"),
        ("documents", (*path, 0), "removed", "a.doc", None),
    ]


def test_of_the_source_only_the_status_is_compared() -> None:
    old = Procedure(source=Source(shape="portal", status="Còn hiệu lực", updated=dt.date(2026, 1, 1)))
    again = Procedure(source=Source(shape="portal-2", status="Còn hiệu lực", updated=dt.date(2026, 9, 1), id="9"))
    gone = Procedure(source=Source(shape="portal", status="Bãi bỏ"))
    assert _found(old, again) == []
    assert _found(Procedure(), Procedure(source=Source(shape="portal"))) == []
    assert _found(old, gone) == [("source", ("source", "status"), "changed", "Còn hiệu lực", "Bãi bỏ")]
    assert _found(Procedure(), gone) == [("source", ("source", "status"), "added", None, "Bãi bỏ")]


# ── in words ─────────────────────────────────────────────────────────────────

ONLINE = Method(channel="online", case="Cấp lại", time_limit=_days(5), fees=(_fee(8000),))
WORDS = [
    (
        Procedure(dossier_sets=2),
        Procedure(dossier_sets=1),
        "số lượng hồ sơ: sửa 2 → 1",
        "sets of documents: changed 2 → 1",
    ),
    (Procedure(), Procedure(name="Đơn"), "tên thủ tục: thêm Đơn", "name: added Đơn"),
    (
        Procedure(internal=True),
        Procedure(internal=False),
        "thủ tục nội bộ: sửa có → không",
        "internal: changed yes → no",
    ),
    (
        Procedure(conditions=None),
        Procedure(conditions=()),
        "yêu cầu, điều kiện: thêm không có",
        "conditions: added none",
    ),
    (
        Procedure(levels=("district", X)),
        Procedure(levels=("commune",)),
        ["cấp thực hiện: thêm cấp xã", "cấp thực hiện: bỏ cấp huyện", "cấp thực hiện: bỏ “không rõ”"],
        ["levels: added commune", "levels: removed district", "levels: removed “không rõ”"],
    ),
    (
        Procedure(methods=(ONLINE,)),
        Procedure(methods=(attrs.evolve(ONLINE, fees=(_fee(5000),)),)),
        "phí, lệ phí (trực tuyến, Cấp lại): sửa 8.000 đồng → 5.000 đồng",
        "fees (online, Cấp lại): changed 8.000 đồng → 5.000 đồng",
    ),
    (
        Procedure(methods=(ONLINE, Method())),
        Procedure(methods=(Method(),)),
        f"cách thức thực hiện: bỏ trực tuyến, Cấp lại, {_days(5)}",
        f"methods: removed online, Cấp lại, {_days(5)}",
    ),
    (
        Procedure(methods=()),
        Procedure(methods=(Method(),)),
        "cách thức thực hiện: thêm (không ghi hình thức)",
        "methods: added (no channel stated)",
    ),
    (
        Procedure(cases=(Case(documents=(A,)),)),
        Procedure(cases=(Case(documents=(attrs.evolve(A, copies=2, act="present"),)),)),
        [
            "thành phần hồ sơ (Tờ khai, nộp hay xuất trình): sửa nộp → xuất trình",
            "thành phần hồ sơ (Tờ khai, số bản sao): sửa 1 → 2",
        ],
        [
            "documents (Tờ khai, submit or present): changed submit → present",
            "documents (Tờ khai, copies): changed 1 → 2",
        ],
    ),
    (
        Procedure(decision=Announcement(signed=dt.date(2026, 1, 2))),
        Procedure(decision=Announcement(signed=dt.date(2026, 3, 4))),
        "quyết định công bố (ngày ký): sửa 02/01/2026 → 04/03/2026",
        "announcing decision (signed): changed 2026-01-02 → 2026-03-04",
    ),
    (
        Procedure(),
        Procedure(decision=Announcement(number=LegalNumber.parse("528/QĐ-BTP"))),
        "quyết định công bố: thêm 528/QĐ-BTP",
        "announcing decision: added 528/QĐ-BTP",
    ),
    (
        Procedure(online_level=OnlineLevel(regime=2022, level="partial")),
        Procedure(online_level=OnlineLevel(regime=2022, level="full")),
        "mức độ trực tuyến: sửa một phần → toàn trình",
        "online level: changed partial → full",
    ),
    (
        Procedure(agencies=(ResponsibleAgency(role="settling", name="Sở Tư pháp", address="a"),)),
        Procedure(agencies=(ResponsibleAgency(role="settling", name="Sở Tư pháp", address="b"),)),
        "cơ quan (Sở Tư pháp, địa chỉ): sửa a → b",
        "agencies (Sở Tư pháp, address): changed a → b",
    ),
    (
        Procedure(agencies=(ResponsibleAgency(role="settling", code=AgencyCode(("H26",))),)),
        Procedure(
            agencies=(
                ResponsibleAgency(role="settling", address="Hà Nội"),
                ResponsibleAgency(role="deciding", name="a"),
            )
        ),
        ["cơ quan: thêm Hà Nội", "cơ quan: thêm a", "cơ quan: bỏ H26"],
        ["agencies: added Hà Nội", "agencies: added a", "agencies: removed H26"],
    ),
    (
        Procedure(cases=(Case(code="01"), Case(name="b", documents=(Document(name="c"),)))),
        Procedure(
            cases=(
                Case(code="01", audience="Cá nhân"),
                Case(name="b", documents=(Document(name="c", form=Form(name="M")),)),
            )
        ),
        ["trường hợp (01, đối tượng): thêm Cá nhân", "thành phần hồ sơ (c, biểu mẫu): thêm M"],
        ["cases (01, audience): added Cá nhân", "documents (c, form): added M"],
    ),
    (
        Procedure(steps=(Step(description="nộp"), Step(description="xét"))),
        Procedure(steps=(Step(description="xét"), Step(description="nộp"))),
        "trình tự thực hiện: sửa nộp; xét → xét; nộp",
        "sequence: changed nộp; xét → xét; nộp",
    ),
    (
        Procedure(results=(Result(name="Giấy"),)),
        Procedure(results=(Result(name="Giấy", template=Form(files=("a.doc", "b.doc"))),)),
        "kết quả thực hiện (Giấy, mẫu kết quả): thêm a.doc, b.doc",
        "results (Giấy, template): added a.doc, b.doc",
    ),
    (
        Procedure(),
        Procedure(source=Source(shape="x", status="Bãi bỏ")),
        "nguồn (trạng thái): thêm Bãi bỏ",
        "source (status): added Bãi bỏ",
    ),
]


@pytest.mark.parametrize(("before", "after", "vi", "en"), WORDS)
def test_changes_are_said_in_both_languages(
    before: Procedure, after: Procedure, vi: str | list[str], en: str | list[str]
) -> None:
    found = difference(before, after)
    assert [change.text() for change in found] == ([vi] if isinstance(vi, str) else vi)
    assert [change.text("en") for change in found] == ([en] if isinstance(en, str) else en)
    assert [str(change) for change in found] == [change.text("vi") for change in found]


def test_every_component_and_field_has_its_words() -> None:
    fields = {field.name for record in changes._RECORDS for field in attrs.fields(record)}
    for name in COMPONENTS | fields | {"status"}:
        for inner in (False, True):
            if inner or name in COMPONENTS:
                assert _words.label(name, "vi", inner=inner) != name
                assert _words.label(name, "en", inner=inner).strip()
    assert _words.label("colour") == _words.label("colour", "en", inner=True) == "colour"
    assert _words.word("levels", "moon") == "moon"
    assert _words.word("levels", Fraction(1, 2), "en") == "1/2"


def test_long_texts_are_cut() -> None:
    before = Procedure(cases=(Case(documents=(Document(name="x" * 10_000, note="y" * 10_000),)),))
    after = Procedure(cases=(Case(documents=(Document(name="x" * 10_000, note="z" * 10_000),)),))
    (change,) = difference(before, after)
    assert len(change.text()) < 450
    assert "..." in change.text()
    assert change.before == "y" * 10_000


def test_a_difference_is_printed() -> None:
    code = ProcedureCode("1.001193")
    found = difference(Procedure(code=code, dossier_sets=2), Procedure(code=code, dossier_sets=1, name="Khai sinh"))
    assert str(found) == "1.001193 Khai sinh\n  tên thủ tục: thêm Khai sinh\n  số lượng hồ sơ: sửa 2 → 1"
    assert repr(found) == "<Difference 1.001193: 2 changes>"
    assert repr(difference(Procedure(), Procedure())) == "<Difference without code: 0 changes>"
    assert str(difference(Procedure(code=code), Procedure())).splitlines()[0] == "1.001193"
    assert found.components == ("name", "dossier_sets")
    assert list(found) == list(found.changes)


def test_differences_are_values() -> None:
    found = difference(Procedure(methods=(ONLINE,)), Procedure(methods=(Method(channel="online", case="Cấp lại"),)))
    assert pickle.loads(pickle.dumps(found)) == found
    assert hash(pickle.loads(pickle.dumps(found))) == hash(found)
    with pytest.raises(MalformedError, match="kind"):
        Change(component="name", path=("name",), kind="moved")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("before", "after"), [(Procedure(), Catalogue()), (Catalogue(), Procedure()), (None, None), ((), ())]
)
def test_only_two_of_a_kind_are_compared(before: Any, after: Any) -> None:
    with pytest.raises(TypeError, match="expected two Procedures or two Catalogues, got"):
        difference(before, after)


# ── two catalogues ───────────────────────────────────────────────────────────


def _record(number: int, **fields: Any) -> Procedure:
    return Procedure(code=ProcedureCode(f"1.{number:06}"), **{"name": f"Thủ tục {number}", **fields})


def test_catalogues_differ_in_what_is_added_removed_replaced_and_changed() -> None:
    same, changed, gone, renumbered = _record(1), _record(2, dossier_sets=1), _record(3), _record(4, name="Cấp thẻ")
    later, new, heir = _record(2, dossier_sets=2), _record(5), _record(6, name="cấp  THẺ")
    found = difference(Catalogue((same, changed, gone, renumbered)), Catalogue((new, heir, later, same)))
    assert found.added == (new,)
    assert found.removed == (gone,)
    assert found.replaced == (difference(renumbered, heir),)
    assert found.changed == (difference(changed, later),)
    assert len(found) == 4
    assert repr(found) == "<CatalogueDifference: 1 added, 1 removed, 1 replaced, 1 changed>"
    assert str(found).splitlines() == [
        "Thêm 1.000005 Thủ tục 5",
        "Bỏ 1.000003 Thủ tục 3",
        "Thay 1.000004 bằng 1.000006 cấp  THẺ",
        "  mã thủ tục: sửa 1.000004 → 1.000006",
        "  tên thủ tục: sửa Cấp thẻ → cấp  THẺ",
        "Sửa 1.000002 Thủ tục 2",
        "  số lượng hồ sơ: sửa 1 → 2",
    ]
    assert pickle.loads(pickle.dumps(found)) == found


def test_equal_catalogues_have_no_difference_whatever_their_order() -> None:
    records = (_record(1), _record(2), Procedure(name="a"), Procedure(), Procedure(), _record(1, dossier_sets=1))
    found = difference(Catalogue(records), Catalogue(records[::-1]))
    assert found == CatalogueDifference()
    assert len(found) == 0
    assert str(found) == "Không có thay đổi"


def test_records_without_code_go_by_their_name() -> None:
    found = difference(
        Catalogue((Procedure(name="Đơn", dossier_sets=1), Procedure(name="cũ"), Procedure())),
        Catalogue((Procedure(name="mới"), Procedure(name="ĐƠN", dossier_sets=2), Procedure())),
    )
    assert [p.name for p in found.added] == ["mới"]
    assert [p.name for p in found.removed] == ["cũ"]
    assert [d.components for d in found.changed] == [("name", "dossier_sets")]
    assert found.replaced == ()


def test_a_name_is_no_key_where_there_is_no_code() -> None:
    """A record that gets its code is a new one: a name alone does not say which procedure it is."""
    found = difference(Catalogue((Procedure(name="Đơn"),)), Catalogue((_record(1, name="Đơn"),)))
    assert (len(found.added), len(found.removed), len(found.replaced)) == (1, 1, 0)


def test_duplicates_are_counted() -> None:
    one = _record(1)
    assert difference(Catalogue((one, one)), Catalogue((one,))).removed == (one,)
    assert difference(Catalogue((one,)), Catalogue((one, one))).added == (one,)
    gone, heir = _record(2, name="x"), _record(3, name="x")
    found = difference(Catalogue((gone, gone)), Catalogue((heir,)))
    assert (found.removed, len(found.replaced)) == ((gone,), 1)
    found = difference(Catalogue((gone,)), Catalogue((heir, heir)))
    assert (found.added, len(found.replaced)) == ((heir,), 1)


def test_local_variants_are_records_of_their_own() -> None:
    national = _record(1)
    local = national.localise(AgencyCode(("H26",)))
    cheaper = attrs.evolve(local, dossier_sets=1)
    found = difference(Catalogue((national, local)), Catalogue((national, cheaper)))
    assert [d.before for d in found.changed] == [local]


def _whole(number: int) -> Procedure:
    return _record(
        number % 1_000_000,
        methods=tuple(Method(channel=c, time_limit=_days(5), fees=(_fee(number + 1),)) for c in ("online", "direct")),
        cases=(Case(documents=tuple(Document(name=f"Giấy {i}") for i in range(8))),),
    )


def test_large_catalogues_are_compared_in_bounded_time() -> None:
    count = 5000
    before = Catalogue(_whole(i) for i in range(count))
    other = Catalogue(attrs.evolve(_whole(i), code=ProcedureCode(f"2.{i:06}")) for i in range(count))
    changed = Catalogue(attrs.evolve(_whole(i), dossier_sets=1) for i in reversed(range(count)))
    started = time.process_time()
    assert len(difference(before, other).replaced) == count
    assert len(difference(before, changed).changed) == count
    assert difference(Catalogue(Procedure() for _ in range(count)), Catalogue()).removed[count - 1] == Procedure()
    assert time.process_time() - started < 60  # in practice about three seconds; pairwise work would be hours


def test_many_rows_are_compared_in_bounded_time() -> None:
    rows = tuple(Method(channel="online", note=str(i)) for i in range(20_000))
    others = tuple(Method(channel="online", note=f"x{i}") for i in range(20_000))
    started = time.process_time()
    assert len(difference(Procedure(methods=rows), Procedure(methods=others))) == 20_000
    assert difference(Procedure(methods=rows), Procedure(methods=rows[::-1])).changes == ()
    assert time.process_time() - started < 30


def test_module_lists_its_names() -> None:
    assert dir(changes) == changes.__all__
    assert dir(_words) == _words.__all__
    assert isinstance(difference(Procedure(), Procedure()), Difference)

"""Properties of `validate` and `mend` over every record that can be built, dirty text and all."""

import datetime as dt
import time

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tthc import Case, Catalogue, Document, Fee, Method, Procedure, ResponsibleAgency, Result, Unparsed, mend, validate
from tthc.codec import decode, encode
from tthc.findings import Report
from tthc.strategies import catalogues, procedures
from tthc.validation import FIRST_DAY, RULES

MENDABLE = {rule.code for rule in RULES if rule.mend is not None}
DAYS = st.dates(FIRST_DAY, dt.date(2040, 12, 31))
DAY = dt.date(2026, 11, 22)


@given(procedures(), DAYS)
def test_every_record_is_judged(procedure: Procedure, day: dt.date) -> None:
    report = validate(procedure, on=day)
    for finding in report:
        for lang in ("vi", "en"):
            assert finding.text(lang)  # type: ignore[arg-type]
        place: object = procedure
        for step in finding.path:
            if isinstance(step, int):
                assert isinstance(place, tuple)
                place = place[step]
            elif hasattr(place, step):
                place = getattr(place, step)
            else:  # a component that is gathered from methods and cases
                assert finding.path in {("time_limit",), ("fees",), ("documents",), ("forms",)}
    assert validate(attrs.evolve(procedure), on=day) == report
    assert validate(decode(Procedure, encode(procedure)), on=day) == report


@given(catalogues(), DAYS)
@settings(max_examples=30)
def test_every_catalogue_is_judged(catalogue: Catalogue, day: dt.date) -> None:
    report = validate(catalogue, on=day)
    inner = [finding for finding in report if finding.code[4] not in "08"]
    assert len(inner) == sum(len(validate(p, on=day, ignore=["TTHC0"])) for p in catalogue)
    assert report.since(report) == (Report(), Report())


@given(procedures())
def test_what_is_mended_is_no_longer_found(procedure: Procedure) -> None:
    report = validate(procedure, on=DAY)
    mended = mend(procedure, report)
    before = {(f.code, f.path) for f in report if f.code in MENDABLE - {"TTHC503"}}
    after = {(f.code, f.path) for f in validate(mended, on=DAY)}
    assert not before & after
    assert "TTHC503" not in {code for code, _ in after}
    assert mend(mended, report) == mended
    if not any(finding.code in MENDABLE for finding in report):
        assert mended is procedure


HOSTILE = [
    ".",
    " ",
    "(",
    "đến hết ngày ",
    "bản sao ",
    "<p ",
    "&amp;",
    "hoặc bản ",
    "1.",
    "Chọn ",
    "mẫu ",
    "\u0301",
    "9.",
    "số ",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_is_judged_in_linear_time(piece: str) -> None:
    def taken(length: int) -> float:
        text = ("x" + piece * length)[:length] + "x"
        record = Procedure(
            name=text,
            methods=tuple(Method(channel="direct", note=text, fees=(Fee(kind="free", note=text),)) for _ in range(2)),
            cases=(Case(name=text, documents=(Document(name=text, originals=0, certified=True), Unparsed(text))),),
            agencies=(ResponsibleAgency(role="settling", name=text),),
            results=(Result(name=text),),
        )
        begin = time.process_time()
        report = validate(Catalogue((record, record)), on=DAY)
        mend(record, validate(record, on=DAY))
        assert len(report) > 10
        return time.process_time() - begin

    short = min(taken(10_000) for _ in range(3))
    assert min(taken(40_000) for _ in range(2)) < 12 * short + 0.2

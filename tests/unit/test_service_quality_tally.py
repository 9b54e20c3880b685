"""Tallies: counting dossiers and announcements, adding up, the periodic table, what stands behind lost points."""

import datetime as dt
import pickle
from collections.abc import Iterable
from fractions import Fraction

import pytest

from tthc.calendar import TimeLimit
from tthc.dated import Interval
from tthc.dossiers import DECREE, INDEX_766, Dossier, Event
from tthc.errors import MalformedError, StepError
from tthc.frozen import FrozenMap
from tthc.identifiers import DossierCode, Identifier
from tthc.procedures import Announcement
from tthc.service_quality import QD766, Entry, Loss, LostDossier, Settlement, Tally, lost_points

OCTOBER = Interval.through(dt.date(2026, 10, 1), dt.date(2026, 10, 31))
NOVEMBER = Interval.through(dt.date(2026, 11, 1), dt.date(2026, 11, 30))
BOTH = Interval.through(dt.date(2026, 10, 1), dt.date(2026, 11, 30))
HANOI = dt.timezone(dt.timedelta(hours=7))
SERIAL = iter(range(1, 9999))


def dossier(
    accepted: tuple[int, int],
    promised: tuple[int, int] | None,
    *events: tuple[str, int, int],
    channel: str | None = "online",
    agency: str = "H15.20",
) -> Dossier:
    month, day = accepted
    start = dt.date(2026, month, day)
    history = (
        Event("accepted", start),
        *(Event(kind, dt.date(2026, month, day)) for kind, month, day in events),  # type: ignore[arg-type]
    )
    return Dossier(
        code=DossierCode.parse(f"{agency}-{start:%y%m%d}-{next(SERIAL):04}"),
        channel=channel,  # type: ignore[arg-type]
        appointment=None if promised is None else dt.date(2026, *promised),
        history=history,
    )


def done(month: int, day: int) -> tuple[tuple[str, int, int], tuple[str, int, int]]:
    return ("processing", month, day), ("done", month, day)


EARLY = dossier((10, 5), (10, 12), *done(10, 9))
ON_TIME = dossier((10, 5), (10, 12), *done(10, 12), channel="direct")
LATE = dossier((10, 5), (10, 12), *done(10, 14), channel="post")
CARRIED = dossier((9, 21), (10, 5), *done(10, 2), channel=None)
PENDING = dossier((10, 26), (11, 4), *done(11, 3))
OVERDUE = dossier((10, 12), (10, 19), channel=None)
BEFORE = dossier((9, 1), (9, 9), *done(9, 4))
AFTER = dossier((11, 9), (11, 16), *done(11, 10))
UNKNOWN = dossier((10, 5), None, *done(10, 6))
OPEN_UNKNOWN = dossier((10, 6), None)
ALL = (EARLY, ON_TIME, LATE, CARRIED, PENDING, OVERDUE, BEFORE, AFTER, UNKNOWN, OPEN_UNKNOWN)


def counts(period: Interval = OCTOBER, dossiers: Iterable[Dossier] = ALL) -> FrozenMap[str, int]:
    return Tally.of(dossiers, period=period, rule=INDEX_766).total


# ── counting dossiers ────────────────────────────────────────────────────────────────────────────────────────────────


def test_dossiers_of_a_month() -> None:
    assert counts() == FrozenMap(
        {
            "received_online": 4, "received_direct": 2, "received_post": 1, "carried_over": 1,
            "settled_early": 2, "settled_on_time": 1, "settled_late": 1, "settled_unjudged": 1,
            "pending_in_time": 1, "pending_late": 1, "pending_unjudged": 1,
        }
    )  # fmt: skip


def test_months_make_the_count_of_the_whole_time() -> None:
    november = counts(NOVEMBER)
    assert november["carried_over"] == 3
    assert november["settled_early"] == 2
    whole = Tally.of(ALL, period=OCTOBER, rule=INDEX_766) + Tally.of(ALL, period=NOVEMBER, rule=INDEX_766)
    assert whole.total == counts(BOTH)
    assert whole.total["carried_over"] == 1
    assert len(whole.report) == 0


def test_what_a_supplement_does_is_the_rule() -> None:
    # Ended on the 19th. Less the five days of the supplement that is the 14th, two days after the appointment; the
    # decree starts the five working days again on the 13th, so they end on the 20th.
    supplement = ("supplement_requested", 10, 8), ("supplemented", 10, 13)
    slow = dossier((10, 5), (10, 12), *supplement, ("done", 10, 19))
    assert Tally.of([slow], period=OCTOBER, rule=INDEX_766).total["settled_late"] == 1
    assert Tally.of([slow], period=OCTOBER, rule=DECREE).total["settled_early"] == 1


def test_moments_count_by_their_day() -> None:
    start = dt.datetime(2026, 10, 5, 8, 0, tzinfo=HANOI)
    history = (
        Event("accepted", start),
        Event("processing", start),
        Event("done", dt.datetime(2026, 10, 6, 9, 0, tzinfo=HANOI)),
    )
    same = Dossier(history=history, time_limit=TimeLimit.parse("9 giờ làm việc"))
    found = Tally.of([same], period=OCTOBER, rule=INDEX_766, agency="A")
    assert found.total["settled_on_time"] == 1
    assert found.agencies == ("A",)


def test_agencies_and_fields() -> None:
    other = dossier((10, 5), (10, 12), agency="000.00.50.H15")
    tally = Tally.of(
        [EARLY, LATE, other], period=OCTOBER, rule=INDEX_766, field=lambda d: d.channel or "", agencies=("H15.99",)
    )
    assert tally.agencies == ("H15.20", "H15.50", "H15.99")
    assert tally.fields == ("", "online", "post")
    assert tally.select("H15").total == tally.total
    assert tally.select("H15.20", field="online").total["settled_early"] == 1
    assert tally.select("H15.5") == Tally()
    assert tally.select("H15.99").total["settled_late"] == 0
    assert sum(tally.by("agency").values()) == sum(tally.by("field").values()) == tally
    assert Tally.of([], period=OCTOBER, rule=INDEX_766) == Tally()
    nobody = Tally.of([], period=OCTOBER, rule=INDEX_766, agency="H15.20")
    assert QD766.figures(nobody)["2.1"] == (0, 0)
    named = Tally.of([LATE], period=OCTOBER, rule=INDEX_766, agency=lambda _: "Sở A")
    assert named.agencies == ("Sở A",)


def test_marks() -> None:
    marks = {
        EARLY.code: ("e_result", "digitised", "reused", "linked", "population_data", "fee", "paid_online"),
        ON_TIME.code: ("complained", "fee"),
        LATE.code: ("no_result",),
    }
    tally = Tally.of(ALL, period=OCTOBER, rule=INDEX_766, marks=lambda d: marks.get(d.code, ()))
    found = QD766.figures(tally)
    assert found["2.1"] == (4, 8)
    assert found["3.3"] == (4, 7)
    assert found["3.6"] == (1, 2)
    assert found["4.1"] == (1, 7)
    assert [found[name] for name in ("4.2", "4.3", "4.4", "4.5b")] == [(1, 8)] * 4
    assert found["5.4"] == (5, 8)  # neither the two late ones nor the one complained about
    assert "5.2" not in found
    plain = QD766.figures(Tally.of(ALL, period=OCTOBER, rule=INDEX_766))
    assert sorted(plain) == ["2.1", "3.3"]


def test_what_cannot_be_counted() -> None:
    nameless = Dossier(history=EARLY.history, appointment=EARLY.appointment)
    coded = Dossier(code=Identifier("x", "1"), history=EARLY.history, appointment=EARLY.appointment)
    with pytest.raises(MalformedError) as caught:
        Tally.of(
            [EARLY, EARLY, nameless, coded, LATE],
            period=OCTOBER,
            rule=INDEX_766,
            marks=lambda d: ["blue"] if d is LATE else [],
        )
    assert [fault.field for fault in caught.value.faults] == [f"dossiers[{n}]" for n in (1, 2, 3, 4)]
    with pytest.raises(ValueError, match="last day"):
        Tally.of([EARLY], period=Interval(dt.date(2026, 1, 1)), rule=INDEX_766)
    assert Tally.of([nameless, nameless], period=OCTOBER, rule=INDEX_766, agency="A").total["settled_early"] == 2


def test_dossiers_never_accepted_do_not_count() -> None:
    waiting = Dossier(history=(Event("registered", dt.date(2026, 10, 5)),))
    assert Tally.of([waiting], period=OCTOBER, rule=INDEX_766) == Tally()
    since_ever = Interval.through(None, dt.date(2026, 10, 31))
    assert counts(since_ever, [BEFORE])["settled_early"] == 1


# ── counting announcements ───────────────────────────────────────────────────────────────────────────────────────────


def test_announcements_by_both_readings_of_their_days() -> None:
    made = Announcement(
        by="province",
        signed=dt.date(2026, 10, 9),
        document_in_force=dt.date(2026, 10, 14),
        entered=dt.date(2026, 10, 15),
    )
    late = Announcement(by="province", signed=dt.date(2026, 10, 13), document_in_force=dt.date(2026, 10, 14))
    vague = Announcement(by="delegated", signed=dt.date(2026, 10, 13))
    elsewhere = Announcement(by="province", signed=dt.date(2026, 9, 30), document_in_force=dt.date(2026, 12, 1))
    items = (made, late, vague, elsewhere, Announcement())
    for reading, on_time in (("calendar", 1), ("working", 0)):
        tally = Tally.of_announcements(items, period=OCTOBER, reading=reading, agency="H15")  # type: ignore[arg-type]
        found = QD766.figures(tally)
        assert found["1.1"] == (on_time, 2)
        assert found["1.2"] == (1, 2)


# ── adding ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_adding_has_no_order_and_an_identity() -> None:
    parts = [
        Tally.given("B", settled_late=1),
        Tally.given("A", settled_late=2, petitions=0),
        Tally.given("A", settled_late=3),
    ]
    whole = sum(parts)
    assert whole == sum(reversed(parts)) == parts[1] + (parts[0] + parts[2])
    assert whole == whole + Tally() == Tally() + whole
    assert whole.total == FrozenMap({"petitions": 0, "settled_late": 6})
    assert len(whole) == 2
    assert list(whole) == list(whole.entries)
    assert pickle.loads(pickle.dumps(whole)) == whole
    assert hash(whole) == hash(sum(reversed(parts)))
    with pytest.raises(TypeError):
        _ = whole + 1
    with pytest.raises(TypeError):
        _ = 1 + whole


def test_tallies_of_a_machine_a_day_and_a_file_make_the_score_of_the_whole() -> None:
    october = Tally.of(ALL[:5], period=OCTOBER, rule=INDEX_766) + Tally.of(ALL[5:], period=OCTOBER, rule=INDEX_766)
    assert october == Tally.of(ALL, period=OCTOBER, rule=INDEX_766)
    assert QD766.evaluate(october)["2.1"] == QD766.indicator("2.1").score(4, 8)


def test_periods_that_overlap_are_refused_and_found() -> None:
    twice = Tally.given("A", period=OCTOBER, settled_late=1) + Tally.given("A", period=BOTH, settled_late=1)
    with pytest.raises(StepError, match="overlap"):
        _ = twice.total
    assert [finding.code for finding in twice.report] == ["TTHC952"]
    nameless = Tally.given(period=OCTOBER, settled_late=1) + Tally.given(period=BOTH, settled_late=1)
    with pytest.raises(StepError, match="'tally'"):
        _ = nameless.total
    apart = Tally.given("A", period=OCTOBER, settled_late=1) + Tally.given("B", period=BOTH, settled_late=1)
    assert apart.total["settled_late"] == 2
    undated = Tally.given("A", settled_late=1) + Tally.given("A", period=OCTOBER, settled_late=1)
    assert undated.total["settled_late"] == 2


def test_what_does_not_add_up_is_found() -> None:
    base = {"received_online": 5, "received_direct": 2, "received_post": 0, "carried_over": 1}
    ended = {"settled_early": 1, "settled_on_time": 3, "settled_late": 1, "pending_in_time": 2, "pending_late": 1}
    assert len(Tally.given("A", period=OCTOBER, **base, **ended).report) == 0
    short = Tally.given("A", field="Đất đai", period=OCTOBER, **base, **{**ended, "pending_late": 0})
    assert [(f.code, f.subject, f.path[0]) for f in short.report] == [("TTHC950", "A", "Đất đai")]
    assert short.report.findings[0].text() == (
        "tiếp nhận và kỳ trước chuyển sang 8 hồ sơ, đã giải quyết và đang giải quyết 7"
    )
    assert len(Tally.given("A", **base).report) == 0  # the rest is not known
    later = Tally.given("A", period=NOVEMBER, carried_over=4)
    broken = Tally.given("A", period=OCTOBER, **base, **ended) + later
    assert [finding.code for finding in broken.report] == ["TTHC951"]
    assert broken.report.findings[0].text("en").startswith("3 dossiers pending")
    december = Interval.through(dt.date(2026, 12, 1), dt.date(2026, 12, 31))
    apart = Tally.given("A", period=OCTOBER, **ended) + Tally.given("A", period=december, carried_over=4)
    assert len(apart.report) == 0  # a month between the two is not there
    undated = Tally.given("A", **base, **ended) + Tally.given("A", **base, **ended)
    assert len(undated.report) == 0


def test_a_misspelt_count_is_not_lost() -> None:
    with pytest.raises(MalformedError, match=r"name of a count, as in COUNTS, got 'setled_late'"):
        Tally.given("A", setled_late=1)


def test_only_dossiers_are_counted() -> None:
    with pytest.raises(MalformedError, match=r"dossiers\[1\]: expected a Dossier, got 'x'"):
        Tally.of([LATE, "x"], period=OCTOBER, rule=INDEX_766)  # type: ignore[list-item]


def test_many_tallies_at_once() -> None:
    parts = [Tally.given(f"H{n % 7}", field=f"f{n % 3}", settled_late=n) for n in range(50)]
    assert Tally.merge(parts) == Tally.merge(reversed(parts)) == sum(parts)
    assert Tally.merge(()) == Tally()


def test_malformed_entries() -> None:
    with pytest.raises(MalformedError):
        Entry(counts=FrozenMap({"settled_late": -1}))
    with pytest.raises(MalformedError):
        Entry(counts=FrozenMap({"": 1}))
    with pytest.raises(MalformedError):
        Tally((1,))  # type: ignore[arg-type]


def test_words() -> None:
    own = Tally((Entry(agency="H15", period=OCTOBER, counts=FrozenMap({"own_count": 1})),))
    tally = Tally.given("H15", period=OCTOBER, settled_late=2000, received_online=3) + own
    assert str(tally) == "Bảng đếm\n  tiếp nhận trực tuyến: 3\n  giải quyết quá hạn: 2.000\n  own_count: 1"
    assert tally.display("en") == "Tally\n  received online: 3\n  settled late: 2,000\n  own_count: 1"
    assert repr(tally) == "<Tally: 1 agency, 1 entry>"
    overlapping = tally + Tally.given("H15", period=BOTH, settled_late=1)
    assert overlapping.display("en").startswith("Tally\n  two periods share days")
    assert repr(Tally()) == "<Tally: 0 agencies, 0 entries>"
    row = {row["count"]: row for row in tally.rows}["settled_late"]
    assert (row["agency"], row["since"], row["last_day"], row["value"]) == (
        "H15", dt.date(2026, 10, 1), dt.date(2026, 10, 31), 2000,
    )  # fmt: skip
    assert Tally.given(settled_late=1).rows[0]["since"] is None


# ── the periodic table ───────────────────────────────────────────────────────────────────────────────────────────────


def test_the_table_of_offices() -> None:
    tally = Tally.of(ALL, period=OCTOBER, rule=INDEX_766, field=lambda d: "Hộ tịch" if d is LATE else "Đất đai")
    table = Settlement.of(tally)
    assert [line.name for line in table.lines] == ["Hộ tịch", "Đất đai"]
    assert (table.total.received, table.total.settled, table.total.pending) == (8, 5, 3)
    assert table.total.balanced is True
    assert len(table.report) == 0
    lines = str(table).split("\n")
    assert lines[0].startswith("Lĩnh vực | Tiếp nhận | Trực tuyến | Trực tiếp | Bưu chính | Kỳ trước | Đã giải quyết")
    assert lines[0].count("Chưa rõ hạn") == 2
    assert [cell.strip() for cell in lines[-1].split("|")] == [
        "Tổng số", "8", "4", "2", "1", "1", "5", "2", "1", "1", "1", "3", "1", "1", "1",
    ]  # fmt: skip
    assert [row["field"] for row in table.rows] == ["Hộ tịch", "Đất đai", ""]
    assert table.rows[-1]["received"] == 8


def test_a_table_of_what_is_known() -> None:
    table = Settlement.of(Tally.given("", received_online=1200, settled_late=1), by="agency")
    assert table.total.received is None
    assert table.total.balanced is None
    lines = table.display("en").split("\n")
    assert lines[0].startswith("Agency")
    assert "No deadline" not in lines[0]
    assert [cell.strip() for cell in lines[-1].split("|")][:3] == ["Total", "–", "1,200"]
    assert lines[2].startswith("–")
    wrong = Tally.given(
        received_online=3, received_direct=0, received_post=0, carried_over=0, settled_early=1, settled_on_time=0,
        settled_late=0, pending_in_time=1, pending_late=0,
    )  # fmt: skip
    assert Settlement.of(wrong).total.balanced is False
    assert [finding.code for finding in Settlement.of(wrong).report] == ["TTHC950"]


# ── lost points ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_dossiers_behind_lost_points() -> None:
    losses = lost_points(
        ALL,
        profile=QD766,
        period=OCTOBER,
        rule=INDEX_766,
        marks=lambda d: (
            ("complained",) if d is ON_TIME else ("digitised", "e_result", "linked", "reused", "population_data")
        ),
    )
    assert [loss.indicator for loss in losses] == ["2.1", "5.4", "4.1", "4.2", "4.4", "4.5b"]  # 4.3 is full at 80 %
    first = losses[0]
    assert (first.numerator, first.denominator, first.score, first.lost) == (4, 8, 10, 10)
    assert first.each == Fraction(5, 2)
    codes = {item.code for item in first.dossiers}
    assert codes == {str(d.code) for d in (LATE, OVERDUE, UNKNOWN, OPEN_UNKNOWN)}
    assert "Trễ hạn: kết thúc 14/10/2026" in str(first)
    assert "late: ended 14/10/2026" in first.display("en")
    assert first.display("en").startswith("2.1 Dossiers early or on time: 4/8, 10/20, lost 10")
    content = {item.code: item.because[0] for item in losses[1].dossiers}
    assert content[str(ON_TIME.code)] == "bị phản ánh, kiến nghị"
    assert content[str(LATE.code)].startswith("Trễ hạn")
    assert len(content) == 3
    digitised = next(loss for loss in losses if loss.indicator == "4.2")
    assert [item.display() for item in digitised.dossiers] == [f"{ON_TIME.code}: chưa số hóa"]
    assert digitised.rows[0]["agency"] == "H15.20"


def test_losses_that_need_marks_are_left_out_without_them() -> None:
    bare = Dossier(history=LATE.history, appointment=LATE.appointment, channel="direct")
    losses = lost_points([bare], profile=QD766, period=OCTOBER, rule=INDEX_766, agency="A")
    assert [loss.indicator for loss in losses] == ["2.1", "3.3"]
    assert losses[1].dossiers == (LostDossier("", "A", ("không nộp trực tuyến", "not submitted online")),)
    assert losses[1].dossiers[0].display("en") == "–: not submitted online"
    assert lost_points([], profile=QD766, period=OCTOBER, rule=INDEX_766) == ()
    assert lost_points([EARLY], profile=QD766, period=OCTOBER, rule=INDEX_766) == ()
    empty = Loss("x", ("", ""), 0, 0, Fraction(0), Fraction(1), ())
    assert empty.each == 0

"""On time or late: by the decree, by the index, and by rules of the caller's own."""

import datetime as dt
from typing import Any

import attrs
import pytest

from tthc.calendar import TimeLimit
from tthc.dossiers import DECREE, INDEX_766, Dossier, Event, Judgement, OnTimeRule
from tthc.errors import MalformedError, OpenDayError

RESUME = attrs.evolve(DECREE, id="own", supplement="resume", validity=None)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(f"2026-{text}")


def lived(*events: tuple[Any, str], appointment: str | None = None, limit: str | None = None) -> Dossier:
    history = tuple(
        Event(kind, dt.datetime.fromisoformat(f"2026-{at}") if "T" in at else day(at)) for kind, at in events
    )
    return Dossier(
        appointment=None if appointment is None else day(appointment),
        time_limit=None if limit is None else TimeLimit.parse(limit),
        history=history,
    )


def settled(done: str, *, pauses: tuple[tuple[str, str], ...] = (), start: str = "10-05", **terms: Any) -> Dossier:
    """Return a dossier accepted on 5 October and done on a day, with supplements between."""
    steps = [step for a, b in pauses for step in (("supplement_requested", a), ("supplemented", b))]
    return lived(("accepted", start), ("processing", start), *steps, ("done", done), **terms)


ONCE = (("10-08", "10-13"),)


def test_the_rules_cite_and_differ() -> None:
    assert str(DECREE.source) == "khoản 4 Điều 19 Nghị định số 61/2018/NĐ-CP"
    assert "766/QĐ-TTg" in str(INDEX_766.source)
    assert (DECREE.supplement, INDEX_766.supplement, INDEX_766.most_requests) == ("restart", "subtract", 1)
    assert DECREE.validity is not None
    assert dt.date(2025, 6, 30) in DECREE.validity
    assert dt.date(2025, 7, 1) not in DECREE.validity


@pytest.mark.parametrize("rule", [DECREE, INDEX_766, RESUME])
def test_without_a_supplement_they_agree(rule: OnTimeRule) -> None:
    assert rule.judge(settled("10-19", appointment="10-19")).on_time is True
    assert rule.judge(settled("10-20", appointment="10-19")).on_time is False


@pytest.mark.parametrize(
    ("rule", "deadline", "last"),
    [(DECREE, "10-27", "10-27"), (INDEX_766, "10-19", "10-24"), (RESUME, "10-22", "10-22")],
)
def test_with_one_they_do_not(rule: OnTimeRule, deadline: str, last: str) -> None:
    found = rule.judge(settled(last, pauses=ONCE, appointment="10-19"))
    assert (found.on_time, found.deadline, found.end) == (True, day(deadline), day(last))
    after = (day(last) + dt.timedelta(days=1)).isoformat()[5:]
    assert rule.judge(settled(after, pauses=ONCE, appointment="10-19")).on_time is False


def test_they_explain_themselves() -> None:
    dossier = settled("10-26", pauses=ONCE, appointment="10-19")
    assert INDEX_766.judge(dossier) == Judgement(
        rule="qd-766-2022",
        on_time=False,
        because=(
            "kết thúc 26/10/2026 (Đã xử lý xong), trừ thời gian bổ sung còn 21/10/2026; hẹn trả 19/10/2026",
            "ended 26/10/2026 (done), 21/10/2026 less the supplement; appointment 19/10/2026",
        ),
        end=day("10-26"),
        counted_end=day("10-21"),
        deadline=day("10-19"),
    )
    assert str(INDEX_766.judge(dossier)).startswith("Trễ hạn: kết thúc 26/10/2026")
    assert "tạm dừng khi chờ bổ sung, đến 22/10/2026" in str(RESUME.judge(dossier))
    assert DECREE.judge(dossier).display("en").endswith("limit begun again after the supplement, until 27/10/2026")


def test_more_than_one_request_is_late_for_the_index() -> None:
    twice = settled("10-16", pauses=(("10-08", "10-09"), ("10-12", "10-13")), appointment="10-19")
    found = INDEX_766.judge(twice)
    assert (found.on_time, found.deadline) == (False, None)
    assert "2 lần yêu cầu bổ sung" in str(found)
    assert DECREE.judge(twice).deadline == day("10-27")
    assert attrs.evolve(INDEX_766, most_requests=None).judge(twice).on_time is True


def test_the_end() -> None:
    """Done comes before returned; a stop ends what was accepted."""
    returned = settled("10-19", appointment="10-19").advance(Event("returned", day("10-23")))
    assert INDEX_766.judge(returned).end == day("10-19")
    stopped = lived(("accepted", "10-05"), ("withdrawal_requested", "10-06"), ("stopped", "10-20"), appointment="10-19")
    assert INDEX_766.judge(stopped).on_time is False
    assert "(Dừng xử lý)" in str(INDEX_766.judge(stopped))


def test_a_request_that_nobody_answered_is_the_end() -> None:
    waiting = lived(("accepted", "10-05"), ("supplement_requested", "10-08"), appointment="10-19")
    for rule in (DECREE, INDEX_766, RESUME):
        found = rule.judge(waiting, until=day("12-31"))
        assert (found.on_time, found.end) == (True, day("10-08"))
        assert found.display("en").startswith("on time: waiting for a supplement since 08/10/2026")
        assert rule.judge(waiting.advance(Event("stopped", day("12-08")))).end == day("10-08")
        too_late = lived(("accepted", "10-05"), ("supplement_requested", "10-20"), appointment="10-19")
        assert rule.judge(too_late).on_time is False


def test_an_open_dossier_ends_with_the_period() -> None:
    dossier = lived(("accepted", "10-05"), ("processing", "10-06"), appointment="10-19")
    assert INDEX_766.judge(dossier).on_time is None
    assert "say until when" in INDEX_766.judge(dossier).display("en")
    assert INDEX_766.judge(dossier, until=day("10-19")).on_time is True
    assert INDEX_766.judge(dossier, until=day("10-20")).on_time is False
    done = dossier.advance(Event("done", day("10-21")))
    assert INDEX_766.judge(done, until=day("10-15")).end == day("10-15"), "what came later is not looked at"
    moments = lived(("accepted", "10-05T08:00"), appointment="10-19")
    assert INDEX_766.judge(moments, until=day("10-19")).on_time is True


def test_what_was_not_accepted_is_not_judged() -> None:
    for dossier in (lived(("registered", "10-05")), lived(("registered", "10-05"), ("refused", "10-06"))):
        assert INDEX_766.judge(dossier, until=day("10-31")).on_time is None
    found = INDEX_766.judge(settled("10-19", appointment="10-19"), until=day("10-01"))
    assert str(found) == "Không xét được: hồ sơ chưa được tiếp nhận"


@pytest.mark.parametrize("limit", [None, "Không quy định"])
def test_neither_appointment_nor_limit(limit: str | None) -> None:
    found = DECREE.judge(settled("10-19", limit=limit))
    assert found.on_time is None
    assert "neither an appointment nor a time limit" in found.display("en")


# ── without an appointment: the limit ────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("limit", "last"),
    [
        ("10 ngày làm việc", "10-19"),
        ("12 ngày", "10-19"),  # 17/10 is a Saturday
        ("1 tháng", "11-05"),
        ("2 tuần", "10-19"),
        ("Trong ngày", "10-05"),
        ("Giải quyết ngay", "10-05"),
    ],
)
def test_the_limit_is_the_deadline(limit: str, last: str) -> None:
    for rule in (DECREE, INDEX_766, RESUME):
        found = rule.judge(settled(last, limit=limit))
        assert (found.on_time, found.deadline) == (True, day(last))
        assert "thời hạn" in str(found)
        after = (day(last) + dt.timedelta(days=1)).isoformat()[5:]
        assert rule.judge(settled(after, limit=limit)).on_time is False


@pytest.mark.parametrize(("rule", "deadline"), [(DECREE, "10-27"), (INDEX_766, "10-19"), (RESUME, "10-22")])
def test_the_limit_after_a_supplement(rule: OnTimeRule, deadline: str) -> None:
    assert rule.judge(settled("10-21", pauses=ONCE, limit="10 ngày làm việc")).deadline == day(deadline)


def test_a_late_request_does_not_begin_the_limit_again() -> None:
    late = settled("11-02", pauses=(("10-20", "10-23"),), limit="10 ngày làm việc")
    assert DECREE.judge(late).deadline == day("10-19")
    assert RESUME.judge(late).deadline == day("10-19")


def test_a_limit_of_hours_wants_moments() -> None:
    hours = settled("10-05T12:00", start="10-05T09:00", limit="4 giờ")
    found = INDEX_766.judge(hours)
    assert (found.on_time, found.deadline) == (True, dt.datetime.fromisoformat("2026-10-05T13:00"))
    assert "đến 05/10/2026 13:00" in str(found)
    assert INDEX_766.judge(settled("10-05T13:01", start="10-05T09:00", limit="4 giờ")).on_time is False
    for limit in ("4 giờ", "Trong ngày; sau 15 giờ thì trả vào ngày làm việc tiếp theo"):
        unknown = INDEX_766.judge(settled("10-05", limit=limit))
        assert unknown.on_time is None
        assert "the history has days" in unknown.display("en")
    paused = settled("10-05T15:30", start="10-05T09:00", pauses=(("10-05T10:00", "10-05T13:00"),), limit="4 giờ")
    assert INDEX_766.judge(paused).counted_end == dt.datetime.fromisoformat("2026-10-05T12:30")
    assert DECREE.judge(paused).deadline == dt.datetime.fromisoformat("2026-10-05T17:00")
    assert RESUME.judge(paused).deadline == dt.datetime.fromisoformat("2026-10-05T16:00")


def test_a_limit_that_cannot_be_counted() -> None:
    found = DECREE.judge(settled("10-05", limit="1 buổi"))
    assert found.on_time is None
    assert "không tính được thời hạn 1 buổi" in str(found)


def test_minutes_count_where_there_are_moments() -> None:
    """23 hours of supplement are not a day: from 20/10 22:30 the end moves to 19/10 23:30."""
    pauses = (("10-08T10:00", "10-09T09:00"),)
    dossier = settled("10-20T22:30", start="10-05T08:00", pauses=pauses, appointment="10-19")
    assert INDEX_766.judge(dossier).on_time is True
    assert (
        INDEX_766.judge(
            attrs.evolve(
                dossier, history=(*dossier.history[:-1], Event("done", dt.datetime.fromisoformat("2026-10-20T23:30")))
            )
        ).on_time
        is False
    )


def test_a_supplement_before_acceptance_is_no_pause() -> None:
    dossier = lived(
        ("registered", "10-01"), ("supplement_requested", "10-02"), ("supplemented", "10-05"), ("accepted", "10-05"),
        ("processing", "10-06"), ("done", "10-20"), appointment="10-19",
    )  # fmt: skip
    found = INDEX_766.judge(dossier)
    assert (found.on_time, found.counted_end) == (False, day("10-20"))


def test_which_appointment_counts() -> None:
    dossier = lived(("accepted", "10-05"), ("processing", "10-06"), appointment="10-19")
    again = dossier.advance(Event("reappointed", day("10-16"), appointment=day("10-23"))).advance(
        Event("done", day("10-22"))
    )
    for rule in (DECREE, INDEX_766, RESUME):
        assert rule.judge(again).deadline == day("10-19")
        last = attrs.evolve(rule, appointment="last").judge(again)
        assert (last.on_time, last.deadline) == (True, day("10-23"))


def test_open_days_matter_only_where_they_turn_the_verdict() -> None:
    def paused(done: str) -> Dossier:
        pauses = (("11-20", "11-24"),)
        return settled(done, start="11-18", pauses=pauses, appointment="11-26")

    assert RESUME.judge(paused("11-25")).on_time is True
    assert RESUME.judge(paused("12-02")).on_time is False
    with pytest.raises(OpenDayError) as caught:
        RESUME.judge(paused("11-27"))
    assert caught.value.projected is True
    assert [value for _, value in caught.value.alternatives] == [False]
    assert RESUME.judge(paused("11-27"), projected=True).on_time is True


def test_far_days() -> None:
    dossier = lived(("accepted", "10-05T09:00"), appointment="10-19")
    assert INDEX_766.judge(dossier, until=dt.date.max).on_time is False
    forever = attrs.evolve(dossier, appointment=dt.date.max)
    assert INDEX_766.judge(forever, until=dt.date.max).on_time is True


def test_malformed_rules() -> None:
    with pytest.raises(MalformedError, match="most_requests: expected a number of requests, 0 or more"):
        attrs.evolve(INDEX_766, most_requests=-1)
    with pytest.raises(MalformedError, match="supplement"):
        attrs.evolve(INDEX_766, supplement="stop")

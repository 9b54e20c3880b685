"""The ten states, the steps between them, and the events that make them."""

import datetime as dt
import pickle
from typing import Any

import pytest

from tthc.codec import decode, encode
from tthc.dossiers import CHANNELS, STATES, TRANSITIONS, Dossier, Event, ForbiddenStepError, channel_of, state_of
from tthc.errors import DecodeError, MalformedError, NotFoundError

DAY = dt.date(2026, 9, 7)
AT = dt.datetime.fromisoformat("2026-09-07T09:30")
ZONE = dt.timezone(dt.timedelta(hours=7))
TABLE = "1→2|3|5|7 ; 2→4|5|6|7|8 ; 4→5|6|7|8|9 ; 5→2|4|7|8 ; 6→4|7|8 ; 7→8|4 ; 9→10 ; 3→ ; 8→ ; 10→"


def lived(*kinds: Any, appointment: dt.date | None = dt.date(2026, 9, 30)) -> Dossier:
    """Return a dossier to which these things happened, one a day."""
    days = [DAY + dt.timedelta(days=i) for i in range(len(kinds))]
    return Dossier(appointment=appointment, history=tuple(map(Event, kinds, days)))


def test_ten_states_by_number() -> None:
    assert [state.number for state in STATES] == list(range(1, 11))
    assert {state.name for state in STATES} == set(TRANSITIONS)
    assert all(state_of(state.number) is state is state_of(state.name) for state in STATES)
    assert state_of(7).display() == "Công dân yêu cầu rút hồ sơ"
    assert state_of(7).display("en") == "withdrawal requested"


def test_the_transitions_are_those_of_the_table() -> None:
    for row in TABLE.split(" ; "):
        state, targets = row.split("→")
        expected = {state_of(int(number)).name for number in targets.split("|") if number}
        assert set(TRANSITIONS[state_of(int(state)).name]) == expected
    assert [state.number for state in STATES if state.final] == [3, 8, 10]


@pytest.mark.parametrize("key", [0, 11, "open", None, True, 1.0, [1]])
def test_a_strange_state_is_not_found(key: Any) -> None:
    with pytest.raises(NotFoundError, match="unknown state of a dossier"):
        state_of(key)


def test_channels() -> None:
    assert dict(CHANNELS) == {1: "direct", 2: "online", 3: "post"}
    assert [channel_of(number) for number in (1, 2, 3, None)] == ["direct", "online", "post", "direct"]


@pytest.mark.parametrize("number", [0, 4, "1", True, 1.0])
def test_a_strange_channel_is_not_found(number: Any) -> None:
    with pytest.raises(NotFoundError, match="unknown channel"):
        channel_of(number)


# ── events ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_an_event_knows_its_day_in_viet_nam() -> None:
    evening = dt.datetime(2026, 9, 7, 20, 0, tzinfo=dt.UTC)
    assert Event("accepted", evening).day == dt.date(2026, 9, 8)
    assert Event("accepted", evening).local == dt.datetime.fromisoformat("2026-09-08T03:00")
    assert Event("accepted", AT).local == AT
    assert Event("accepted", DAY).local == Event("accepted", AT).day == DAY


def test_an_event_in_words() -> None:
    assert str(Event("accepted", DAY, "qua bưu chính")) == "07/09/2026: Được tiếp nhận – qua bưu chính"
    assert Event("supplemented", AT).display("en") == "07/09/2026 09:30: papers supplemented"
    again = Event("reappointed", DAY, appointment=dt.date(2026, 9, 21))
    assert str(again) == "07/09/2026: Xin lỗi và hẹn lại ngày trả (21/09/2026)"


class Nowhere(dt.tzinfo):
    def utcoffset(self, _when: dt.datetime | None) -> None:
        return None


@pytest.mark.parametrize(
    ("kind", "at", "options", "field"),
    [
        ("lost", DAY, {}, "kind"),
        ("accepted", "2026-09-07", {}, "at"),
        ("accepted", dt.datetime(2026, 9, 7, tzinfo=Nowhere()), {}, "at"),
        ("accepted", dt.datetime.max.replace(tzinfo=dt.UTC), {}, "at"),
        ("reappointed", dt.datetime.min.replace(tzinfo=dt.UTC), {"appointment": DAY}, "at"),
        ("accepted", DAY, {"note": None}, "note"),
        ("accepted", DAY, {"appointment": DAY}, "appointment"),
        ("reappointed", DAY, {}, "appointment"),
        ("reappointed", DAY, {"appointment": dt.date(2026, 9, 6)}, "appointment"),
        ("reappointed", DAY, {"appointment": AT}, "appointment"),
    ],
)
def test_malformed_events(kind: Any, at: Any, options: Any, field: str) -> None:
    with pytest.raises(MalformedError) as caught:
        Event(kind, at, **options)
    assert [fault.field for fault in caught.value.faults] == [field]


@pytest.mark.parametrize("at", [DAY, AT, AT.replace(tzinfo=ZONE), AT.replace(microsecond=5), AT.replace(tzinfo=dt.UTC)])
def test_a_moment_travels(at: dt.date) -> None:
    event = Event("accepted", at)
    data = encode(event)
    assert data == {"$schema": 1, "kind": "accepted", "at": at.isoformat()}
    assert type(decode(Event, data).at) is type(at)
    assert decode(Event, data) == event


@pytest.mark.parametrize(
    "text", ["", "2026-09", "2026-09-07 09:30:00", "20260907T0930", "2026-09-07T25:00:00", "1" * 60]
)
def test_a_moment_is_written_in_one_way(text: str) -> None:
    with pytest.raises(DecodeError, match="ngày hoặc thời điểm viết như 2026-11-22T15:00:00"):
        decode(Event, {"kind": "accepted", "at": text})


# ── steps ────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("kinds", "state"),
    [
        (("registered",), "registered"),
        (("registered", "refused"), "refused"),
        (("accepted", "processing", "done", "returned"), "returned"),
        (("accepted", "payment_requested", "paid"), "processing"),
        (("accepted", "withdrawal_requested", "withdrawal_declined"), "processing"),
        (("accepted", "withdrawal_requested", "stopped"), "stopped"),
        (("accepted", "supplement_requested", "supplemented"), "processing"),
        (("accepted", "supplement_requested", "accepted"), "accepted"),
        (("registered", "supplement_requested", "supplemented"), "supplement_requested"),
        (("registered", "supplement_requested", "supplemented", "supplement_requested"), "supplement_requested"),
        (("registered", "supplement_requested", "supplemented", "accepted"), "accepted"),
        (("accepted", "handed_over"), "accepted"),
    ],
)
def test_histories(kinds: tuple[Any, ...], state: str) -> None:
    assert lived(*kinds).state == state


def test_what_answers_a_request() -> None:
    def answers(*kinds: Any) -> list[str | None]:
        return [None if answer is None else answer.kind for _, answer in lived(*kinds).requests]

    assert answers("accepted", "supplement_requested") == [None]
    assert answers("accepted", "supplement_requested", "stopped") == [None]
    assert answers("accepted", "supplement_requested", "processing", "supplement_requested") == ["processing", None]
    twice = answers("registered", "supplement_requested", "supplemented", "accepted", "supplement_requested")
    assert twice == ["supplemented", None]
    declined = answers("accepted", "supplement_requested", "withdrawal_requested", "withdrawal_declined")
    assert declined == ["withdrawal_declined"]


@pytest.mark.parametrize(
    ("kinds", "kind", "reason"),
    [
        (("accepted",), "returned", "“Được tiếp nhận” (2, accepted) cannot become “Đã trả kết quả” (10, returned)"),
        (("accepted",), "done", "may become “Đang xử lý” (4, processing), “Yêu cầu bổ sung giấy tờ” (5, "),
        (("accepted", "stopped"), "processing", "no step leads on from there; what may come next: nothing"),
        (
            ("accepted",),
            "supplemented",
            "supplemented follows “Yêu cầu bổ sung giấy tờ” (5, supplement_requested) only",
        ),
        (("accepted",), "paid", "paid follows"),
        (("accepted",), "withdrawal_declined", "withdrawal_declined follows"),
        (("accepted", "processing"), "handed_over", "handed_over follows “Được tiếp nhận” (2, accepted) only"),
        (("accepted", "handed_over"), "handed_over", "has the dossier already"),
        (("accepted", "supplement_requested"), "supplement_requested", "asked for already"),
        (("registered", "supplement_requested", "supplemented"), "supplemented", "have come in already"),
    ],
)
def test_forbidden_steps(kinds: tuple[Any, ...], kind: Any, reason: str) -> None:
    dossier = lived(*kinds)
    with pytest.raises(ForbiddenStepError) as caught:
        dossier.advance(Event(kind, dt.date(2026, 9, 20)))
    error = caught.value
    assert reason in str(error)
    assert (error.event, error.state, error.allowed) == (kind, dossier.state, dossier.allowed)
    assert kind not in dossier.allowed
    assert str(pickle.loads(pickle.dumps(error))) == str(error)
    with pytest.raises(MalformedError) as refused:
        Dossier(appointment=dossier.appointment, history=(*dossier.history, Event(kind, dt.date(2026, 9, 20))))
    (fault,) = refused.value.faults
    assert fault.field == f"history[{len(kinds)}]"
    assert reason in fault.expected


def test_what_may_come_first() -> None:
    with pytest.raises(MalformedError, match="a history begins with registered or accepted, not with done"):
        lived("done")
    with pytest.raises(MalformedError, match="at least one event"):
        Dossier(history=())


def test_a_date_is_set_anew_once() -> None:
    def again(day: int) -> Event:
        return Event("reappointed", dt.date(2026, 9, 20), appointment=dt.date(2026, 10, day))

    open_ = lived("accepted", "processing")
    once = open_.advance(again(5))
    assert (once.state, once.appointment, once.reappointed) == ("processing", dt.date(2026, 9, 30), again(5))
    for dossier, reason in [
        (once, "at most once"),
        (lived("registered"), "while an accepted dossier is open"),
        (lived("accepted", "processing", "done"), "while an accepted dossier is open"),
        (lived("accepted", appointment=None), "there is no appointment"),
        (lived("accepted", appointment=dt.date(2026, 10, 5)), "a new appointment lies after the one it replaces"),
    ]:
        with pytest.raises(ForbiddenStepError, match=reason):
            dossier.advance(again(5))


def test_a_dossier_is_handed_over_since_the_law_knows_it() -> None:
    before = Dossier(history=(Event("accepted", dt.date(2026, 8, 3)),))
    with pytest.raises(ForbiddenStepError, match="until 2026-08-05 the clock ran from acceptance"):
        before.advance(Event("handed_over", dt.date(2026, 8, 4)))
    assert before.advance(Event("handed_over", dt.date(2026, 8, 5))).started == Event(
        "handed_over", dt.date(2026, 8, 5)
    )


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        (DAY, AT, "expected a date, as 2026-09-07, got a datetime without a time zone"),
        (AT, DAY, "expected a datetime without a time zone"),
        (AT, AT.replace(tzinfo=ZONE), "got a datetime with a time zone"),
        (DAY, dt.date(2026, 9, 6), "events stand in order of time: expected a day or moment from 2026-09-07 on"),
        (AT, dt.datetime.fromisoformat("2026-09-07T09:29"), "in order of time"),
    ],
)
def test_order_and_sort_of_time(first: dt.date, second: dt.date, reason: str) -> None:
    events = Event("accepted", first), Event("processing", second)
    with pytest.raises(ForbiddenStepError, match=reason):
        Dossier(history=events[:1]).advance(events[1])
    with pytest.raises(MalformedError, match=reason):
        Dossier(history=events)


def test_only_events_happen() -> None:
    with pytest.raises(TypeError, match="event: expected an Event, got 'done'"):
        lived("accepted").advance("done")  # type: ignore[arg-type]

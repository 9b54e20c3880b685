"""Where the clock of a dossier stands: elapsed, due, remaining, overdue, the last day for an apology."""

import datetime as dt
from typing import Any

import attrs
import pytest

import tthc
from tthc.calendar import VIETNAM, NotCoveredError, TimeLimit
from tthc.dossiers import Dossier, Event
from tthc.errors import MalformedError, OpenDayError
from tthc.identifiers import DossierCode, Identifier, LegalNumber, ProcedureCode


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(f"2026-{text}")


def lived(*events: tuple[Any, str], appointment: str | None = None) -> Dossier:
    history = tuple(Event(kind, day(at)) for kind, at in events)
    return Dossier(appointment=None if appointment is None else day(appointment), history=history)


TET = lived(("accepted", "02-12"), ("processing", "02-13"), appointment="02-26")
PAUSED = lived(("accepted", "10-05"), ("supplement_requested", "10-08"), ("supplemented", "10-13"), appointment="10-19")
WAITING = lived(("accepted", "10-05"), ("supplement_requested", "10-08"), appointment="10-19")


def test_elapsed_skips_tet() -> None:
    found = [TET.elapsed(day(on)) for on in ("02-12", "02-13", "02-22", "02-23", "02-24", "02-26")]
    assert found == [0, 1, 1, 2, 3, 5]


def test_a_pause_is_not_counted() -> None:
    """The oracle's case: accepted on 05/10, paused on 08/10 with 3 days elapsed, resumed on 13/10, due on 22/10."""
    assert PAUSED.elapsed(day("10-08")) == 3
    assert PAUSED.elapsed(day("10-13")) == 3
    assert PAUSED.elapsed(day("10-22")) == 10
    assert PAUSED.due() == day("10-22")
    assert WAITING.elapsed(day("10-12")) == 3


def test_other_clocks() -> None:
    on = day("10-15")
    assert [PAUSED.elapsed(on, clock=clock) for clock in ("resume", "restart", "running")] == [5, 2, 8]
    assert [WAITING.elapsed(on, clock=clock) for clock in ("resume", "restart", "running")] == [3, 3, 8]
    dues = [PAUSED.due(clock=clock) for clock in ("resume", "restart", "running")]
    assert dues == [day("10-22"), day("10-27"), day("10-19")]
    with pytest.raises(ValueError, match='clock: expected "resume", "restart" or "running"'):
        PAUSED.elapsed(on, clock="stop")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="clock"):
        PAUSED.due(clock="stop")  # type: ignore[arg-type]


def test_while_papers_are_missing_the_due_date_moves() -> None:
    assert WAITING.due() == day("10-19")
    assert [WAITING.due(day(on)) for on in ("10-08", "10-09", "10-14")] == [day("10-19"), day("10-20"), day("10-23")]
    assert {WAITING.remaining(day(on)) for on in ("10-08", "10-09", "10-14")} == {7}


def test_a_request_after_the_due_date_moves_nothing() -> None:
    late = lived(
        ("accepted", "10-05"), ("supplement_requested", "10-20"), ("supplemented", "10-22"), appointment="10-19"
    )
    assert late.due() == late.due(clock="restart") == day("10-19")
    assert late.overdue(day("10-22")) == 3


def test_a_pause_without_a_working_day_moves_nothing() -> None:
    short = lived(
        ("accepted", "10-05"), ("supplement_requested", "10-09"), ("supplemented", "10-11"), appointment="10-19"
    )
    assert short.due() == day("10-19")


def test_an_appointment_before_acceptance_is_kept() -> None:
    odd = lived(
        ("accepted", "10-05"), ("supplement_requested", "10-05"), ("supplemented", "10-06"), appointment="10-01"
    )
    assert odd.due() == odd.due(clock="restart") == day("10-01")


def test_before_acceptance_no_clock_runs() -> None:
    waiting = lived(
        ("registered", "10-01"), ("supplement_requested", "10-02"), ("supplemented", "10-05"), ("accepted", "10-06")
    )
    assert waiting.elapsed(day("09-30")) is None
    assert waiting.elapsed(day("10-05")) is None
    assert waiting.elapsed(day("10-08")) == waiting.elapsed(day("10-08"), clock="restart") == 2
    promised = attrs.evolve(waiting, appointment=day("10-20"))
    assert promised.due(day("09-30")) is None
    assert promised.due(day("10-05")) == day("10-20")
    assert promised.due() == day("10-20")
    assert promised.remaining(day("09-30")) is None


def test_without_an_appointment_nothing_is_due() -> None:
    bare = lived(("accepted", "10-05"))
    assert bare.due() is bare.remaining(day("10-06")) is bare.overdue(day("10-06")) is bare.apology_by() is None


def test_remaining_and_overdue() -> None:
    found = [(TET.remaining(day(on)), TET.overdue(day(on))) for on in ("02-13", "02-25", "02-26", "02-27", "03-02")]
    assert found == [(4, 0), (1, 0), (0, 0), (0, 1), (0, 2)]


def test_the_end_stops_the_clock() -> None:
    done = TET.advance(Event("done", day("02-24"))).advance(Event("returned", day("02-27")))
    assert done.ended == Event("done", day("02-24"))
    assert (done.elapsed(day("03-30")), done.remaining(day("03-30")), done.overdue(day("03-30"))) == (3, 2, 0)
    assert done.elapsed(day("02-23")) == 2, "what came later is not looked at"
    assert lived(("registered", "10-05"), ("refused", "10-06")).ended == Event("refused", day("10-06"))


def test_the_clock_runs_from_the_competent_agency() -> None:
    handed = lived(("accepted", "09-07"), ("handed_over", "09-09"), appointment="09-16")
    assert handed.elapsed(day("09-11")) == 2
    assert handed.accepted == Event("accepted", day("09-07"))


def test_a_new_date() -> None:
    again = PAUSED.advance(Event("reappointed", day("10-20"), appointment=day("10-30")))
    assert again.due() == again.due(clock="restart") == day("10-30")
    assert again.due(day("10-19")) == day("10-22"), "as it was known before"
    assert again.apology_by() is None
    paused = again.advance(Event("supplement_requested", day("10-21"))).advance(Event("supplemented", day("10-23")))
    assert paused.due() == day("11-03")
    assert paused.due(clock="restart") == day("11-04"), "eight working days, as from 20/10 to 30/10"


def test_the_last_day_for_an_apology() -> None:
    assert TET.apology_by() == day("02-25")
    assert attrs.evolve(TET, appointment=day("02-23")).apology_by() == day("02-13"), "the last working day before Tết"
    assert PAUSED.apology_by() == day("10-21")
    assert PAUSED.apology_by(clock="running") == day("10-16")
    assert TET.advance(Event("done", day("02-24"))).apology_by() is None


def test_open_days() -> None:
    """Whether 23/11 and 28/11/2026 are swapped is not decided."""
    dossier = lived(
        ("accepted", "11-20"), ("supplement_requested", "11-20"), ("supplemented", "11-25"), appointment="11-26"
    )
    with pytest.raises(OpenDayError) as caught:
        dossier.elapsed(day("11-27"), clock="running")
    assert caught.value.projected == 4
    assert [value for _, value in caught.value.alternatives] == [3]
    assert dossier.elapsed(day("11-27"), clock="running", projected=True) == 4
    assert dossier.elapsed(day("11-27")) == 2, "the open day lies in the pause"
    assert dossier.elapsed(day("11-30"), clock="running") == 5, "both days of the swap lie between"
    with pytest.raises(OpenDayError) as moved:
        dossier.due()
    assert moved.value.projected == day("11-30")
    assert [value for _, value in moved.value.alternatives] == [day("11-27")]
    assert dossier.due(projected=True) == day("11-30")
    with pytest.raises(OpenDayError):
        lived(("accepted", "11-18"), appointment="11-25").remaining(day("11-20"))
    assert lived(("accepted", "11-18"), appointment="11-25").remaining(day("11-20"), projected=True) == 2
    with pytest.raises(OpenDayError) as apology:
        lived(("accepted", "11-18"), appointment="11-24").apology_by()
    assert apology.value.projected == day("11-23")
    assert [value for _, value in apology.value.alternatives] == [day("11-20")]


@pytest.mark.parametrize("until", ["2029-02-12", "2027-09-02", "2031-01-24", "2036-01-28", "2036-12-30"])
def test_many_open_changes_at_once(until: str) -> None:
    """The calendar itself knows the alternatives for one count."""
    begin, end = day("11-25"), dt.date.fromisoformat(until)
    dossier = Dossier(history=(Event("accepted", begin),))
    expected = VIETNAM.resolve_count(begin, end)
    if expected.certain:
        assert dossier.elapsed(end) == expected.value
        return
    with pytest.raises(OpenDayError) as caught:
        dossier.elapsed(end)
    assert caught.value.projected == expected.value
    assert caught.value.alternatives == expected.alternatives


def test_another_calendar() -> None:
    plain = attrs.evolve(VIETNAM, days_off=(), make_up_days=(), open_changes=())
    assert TET.elapsed(day("02-24"), calendar=plain) == 8
    assert TET.overdue(day("03-02"), calendar=plain) == 2
    assert attrs.evolve(TET, appointment=day("02-23")).apology_by(calendar=plain) == day("02-20")


@pytest.mark.parametrize("on", [dt.datetime.fromisoformat("2026-02-13T00:00"), "2026-02-13", None, 20260213])
def test_a_day_is_a_date(on: Any) -> None:
    for ask in (TET.elapsed, TET.remaining, TET.overdue, TET.as_of):
        with pytest.raises(TypeError, match="on: expected a date without a time of day"):
            ask(on)


def test_days_that_the_calendar_does_not_cover() -> None:
    for ask in (TET.elapsed, TET.overdue, WAITING.due):
        with pytest.raises(NotCoveredError):
            ask(dt.date.max)
    assert TET.due(dt.date.max) == day("02-26")
    assert PAUSED.due(dt.date.max) == day("10-22")
    for far in (dt.date.min, dt.date.max):
        odd = attrs.evolve(TET, appointment=far)
        assert odd.due() == far
        with pytest.raises(NotCoveredError):
            odd.apology_by()
        with pytest.raises(NotCoveredError):
            (odd.remaining if far > day("03-01") else odd.overdue)(day("03-01"))


def test_as_of() -> None:
    assert TET.as_of(day("02-11")) is None
    earlier = TET.as_of(day("02-12"))
    assert earlier is not None
    assert (earlier.state, earlier.appointment, len(earlier.history)) == ("accepted", TET.appointment, 1)
    assert TET.as_of(day("02-13")) is TET


def test_in_words() -> None:
    dossier = Dossier(
        code=DossierCode.parse("H26.12-260212-0001"),
        procedure=ProcedureCode.parse("1.001193"),
        time_limit=TimeLimit.parse("10 ngày làm việc"),
        decision=LegalNumber.parse("1872/QĐ-BTP"),
        channel="online",
        appointment=day("02-26"),
        history=(Event("registered", day("02-12")),),
    )
    assert dossier.display("en").splitlines() == [
        "Dossier H26.12-260212-0001, procedure 1.001193: registered",
        "  time limit: 10 working days",
        f"  announced by: {LegalNumber.parse('1872/QĐ-BTP').display('en')}",
        "  channel: online",
        "  appointment: 26/02/2026",
        "  12/02/2026: registered",
    ]
    assert "hình thức nộp: trực tuyến" in str(dossier)
    assert repr(dossier) == "<Dossier H26.12-260212-0001: registered since 2026-02-12>"
    assert str(TET).splitlines()[0] == "Hồ sơ: Đang xử lý"
    foreign = Dossier(code=Identifier("iGate", "2026/17"), history=dossier.history)
    assert "2026/17" in str(foreign)


def test_malformed() -> None:
    with pytest.raises(MalformedError) as caught:
        Dossier(code="H26.12-260212-0001", appointment=dt.datetime.fromisoformat("2026-02-26T00:00"), history=[])  # type: ignore[arg-type]
    assert [fault.field for fault in caught.value.faults] == ["code", "appointment", "history"]


def test_at_the_front_door() -> None:
    assert tthc.Dossier is Dossier
    assert tthc.dossiers.Dossier is Dossier

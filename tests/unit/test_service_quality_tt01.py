"""The points of TT 01/2018/TT-VPCP: classes at their boundaries, means of dossiers, what the agency gets as a whole."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from tthc.dated import Interval
from tthc.dossiers import INDEX_766, Dossier, Event
from tthc.errors import MalformedError
from tthc.frozen import FrozenMap
from tthc.indices import Score
from tthc.service_quality import (
    TT01_2018,
    TT01_2018_OFFICIAL,
    feedback_points,
    lift,
    one_stop_points,
    online_points,
    points_tally,
    publicity_points,
)

OCTOBER = Interval.through(dt.date(2020, 10, 1), dt.date(2020, 10, 31))


@pytest.mark.parametrize(
    ("total", "grade"),
    [
        ("18", "xuất sắc"), ("15.0", "xuất sắc"), ("14.9", "tốt"), ("12", "tốt"), ("11.9", "khá"), ("9", "khá"),
        ("8.9", "trung bình"), ("6", "trung bình"), ("5.9", "yếu"), ("0", "yếu"),
    ],
)  # fmt: skip
def test_classes_of_agencies(total: str, grade: str) -> None:
    assert TT01_2018.classify(Decimal(total)) == grade


@pytest.mark.parametrize(
    ("total", "grade"),
    [("10", "100% of duty"), ("5", "100% of duty"), ("4.9", "70% to"), ("3.5", "70% to"), ("3.4", "below 70% of duty")],
)
def test_classes_of_officials(total: str, grade: str) -> None:
    assert TT01_2018_OFFICIAL.grade(Decimal(total)).name_en.startswith(grade)


def test_the_maxima() -> None:
    assert TT01_2018.maximum() == 18
    assert TT01_2018_OFFICIAL.maximum() == 10
    assert TT01_2018.validity is not None
    assert dt.date(2025, 6, 30) in TT01_2018.validity
    assert dt.date(2025, 7, 1) not in TT01_2018.validity


def test_means_are_rounded_half_up_to_one_decimal() -> None:
    # 29/20 = 1.45, half up 1.5; as a count of dossiers by their points it is the same.
    assert TT01_2018.indicator("1").score(29, 20) == Score(Fraction(3, 2))
    by_points = TT01_2018.evaluate({"1": {2: 10, 1: 9, 0: 1}})
    assert by_points.figures["1"] == (29, 20)
    assert by_points["1"] == Score(Fraction(3, 2))


def test_what_has_no_data_is_left_out_and_the_classes_stay() -> None:
    score = TT01_2018.evaluate({"1": (36, 18), "3": (30, 18), "5": 2, "6": 1, "8": 2, "2": (0, 0)})
    assert score.total == 2 + Fraction("1.7") + 5
    assert score.lacking == ("2", "4", "7", "9")
    assert score.grade == "trung bình"
    assert "  3 Số lần liên hệ nơi tiếp nhận để hoàn thiện hồ sơ: 30/18 = 1,67, 1,7/2" in str(score).split("\n")
    assert "  5 Tiếp nhận, giải quyết, trả kết quả tại một cửa: 2/2" in str(score).split("\n")
    assert "  1 Total time against the law: 2" in TT01_2018.display("en").split("\n")
    assert len(score.report) == 0


def test_points_that_cannot_be() -> None:
    wrong = {"1": {3: 1}, "2": {1: -1}, "3": {1: True}, "5": 3, "6": Fraction(1, 2), "8": (1, 1), "9": -1}
    with pytest.raises(MalformedError) as caught:
        TT01_2018.evaluate(wrong)  # type: ignore[arg-type]
    assert len(caught.value.faults) == len(wrong)
    assert len(TT01_2018.evaluate({"1": (41, 20)}).report) == 1


def test_a_lift_of_means_goes_up_to_two_points_a_dossier() -> None:
    score = TT01_2018_OFFICIAL.evaluate({"1": (10, 10), "3": (20, 10)})
    assert lift(score, 4).steps[0].after == 20
    assert lift(score, 4).most == 4
    assert not lift(score, 5).reachable


# ── from dossiers ────────────────────────────────────────────────────────────────────────────────────────────────────


def dossier(day: int, *, requests: int = 0, promised: int | None = 12) -> Dossier:
    history = [Event("accepted", dt.date(2020, 10, 5)), Event("processing", dt.date(2020, 10, 5))]
    for _ in range(requests):
        history += [Event("supplement_requested", dt.date(2020, 10, 6)), Event("supplemented", dt.date(2020, 10, 6))]
    appointment = None if promised is None else dt.date(2020, 10, promised)
    return Dossier(history=(*history, Event("done", dt.date(2020, 10, day))), appointment=appointment)


DOSSIERS = (dossier(9), dossier(12, requests=1), dossier(14, requests=3), dossier(9, promised=None))


def test_points_of_dossiers() -> None:
    pending = Dossier(history=(Event("accepted", dt.date(2020, 10, 5)),), appointment=dt.date(2020, 11, 5))
    tally = points_tally((*DOSSIERS, pending), period=OCTOBER, rule=INDEX_766, agency="A")
    # Three requests make a dossier late by the index, and 0 points for contacts.
    assert tally.total == FrozenMap({"points_1": 3, "points_1_of": 3, "points_3": 5, "points_3_of": 4})
    assert TT01_2018.figures(tally) == FrozenMap({"1": (3, 3), "3": (5, 4)})
    assert TT01_2018.evaluate(tally).total == 1 + Fraction("1.3")


def test_points_that_the_caller_knows() -> None:
    def marks(found: Dossier) -> tuple[str, ...]:
        return ("complained",) if found is DOSSIERS[0] else ()

    def points(found: Dossier) -> dict[str, int]:
        return {"2": 1, "3": 2} if found is DOSSIERS[2] else {"4": 2}

    tally = points_tally(DOSSIERS, period=OCTOBER, rule=INDEX_766, agency="A", marks=marks, points=points)
    assert TT01_2018.figures(tally) == FrozenMap({"1": (3, 3), "2": (1, 1), "3": (7, 4), "4": (6, 3), "7": (1, 3)})
    for wrong in ({"5": 1}, {"1": 3}, {"1": True}, {"1": -1}):
        with pytest.raises(MalformedError, match="0, 1 or 2"):
            points_tally(DOSSIERS, period=OCTOBER, rule=INDEX_766, agency="A", points=lambda _, held=wrong: held)  # type: ignore[misc]


# ── what the agency gets as a whole ──────────────────────────────────────────────────────────────────────────────────


def test_points_of_the_one_stop_shop() -> None:
    assert one_stop_points("central", in_scope=10, received=10, settled=2) == 2
    assert one_stop_points("provincial", in_scope=10, received=10, settled=1) == 1
    assert one_stop_points("district", in_scope=10, received=9, settled=4) == 0
    assert one_stop_points("district", in_scope=10, received=10, settled=5) == 2
    assert one_stop_points("commune", in_scope=10, received=10, settled=9) == 1
    assert one_stop_points("commune", in_scope=10, received=10, settled=10) == 2
    assert one_stop_points("commune", in_scope=0, received=0, settled=0) == 0


def test_points_of_publicity() -> None:
    found = [publicity_points(posted=posted, electronic=web) for posted in (True, False) for web in (True, False)]
    assert found == [2, 1, 1, 0]


def test_points_of_feedback() -> None:
    assert feedback_points(received=10, on_time=10) == 2
    assert feedback_points(received=10, on_time=9) == 1
    assert feedback_points(received=10, on_time=8) == 0
    assert feedback_points(received=10, on_time=10, prolonged=True) == 0


def test_points_of_online_services() -> None:
    assert online_points(eligible=100, offered=20, dossiers=100, online=30) == 2
    assert online_points(eligible=100, offered=19, dossiers=100, online=30) == 1
    assert online_points(eligible=100, offered=20, dossiers=100, online=15) == 1
    assert online_points(eligible=100, offered=20, dossiers=100, online=14) == 0
    assert online_points(eligible=100, offered=20, dossiers=100, online=90, unresolved=True) == 0
    assert online_points(eligible=100, offered=0, dossiers=100, online=0) == 0
    assert online_points(eligible=100, offered=20, dossiers=0, online=0) == 0


@pytest.mark.parametrize("wrong", [11, -1, 1.0, True])
def test_counts_that_cannot_be_are_refused(wrong: Any) -> None:
    with pytest.raises(ValueError, match="received: expected counts of 0 or more, none above 10"):
        feedback_points(received=10, on_time=wrong)
    with pytest.raises(ValueError, match="in_scope"):
        one_stop_points("commune", in_scope=10, received=wrong, settled=0)
    with pytest.raises(ValueError, match="eligible"):
        online_points(eligible=10, offered=wrong, dossiers=10, online=1)
    with pytest.raises(ValueError, match="dossiers"):
        online_points(eligible=10, offered=1, dossiers=10, online=wrong)


def test_an_unknown_level_is_refused() -> None:
    with pytest.raises(ValueError, match="level: expected one of central, provincial, district, commune"):
        one_stop_points("province", in_scope=1, received=1, settled=1)  # type: ignore[arg-type]

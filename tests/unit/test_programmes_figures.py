"""Metrics, published figures and the bases that they rest on."""

import datetime as dt
import pickle
from decimal import Decimal
from fractions import Fraction
from typing import Any, get_args

import pytest

from tthc.errors import BaseMismatchError, MalformedError, MetricMismatchError
from tthc.programmes import METRICS, Base, Metric, Observation, implied_wholes, movement
from tthc.programmes.metrics import write_amount, write_share, write_whole_share

AUGUST = Observation(
    metric="conditions", part=2028, base=Base(count=7806, as_of=dt.date(2025, 8, 24)), on=dt.date(2025, 8, 24)
)
NOVEMBER = Observation(
    metric="conditions", part=2269, base=Base(count=6974, as_of=dt.date(2025, 10, 4)), on=dt.date(2025, 11, 19)
)


def test_every_metric_has_its_words() -> None:
    assert set(METRICS) == set(get_args(Metric))
    assert METRICS["cost"].display() == "tổng chi phí tuân thủ"
    for metric, meaning in METRICS.items():
        assert meaning.vi
        assert meaning.en
        assert bool(meaning.unit_vi) is bool(meaning.unit_en) is not meaning.is_share
        assert not (meaning.is_share and meaning.adds_up), metric


@pytest.mark.parametrize("count", [7806, Fraction(7806), Decimal(7806)])
def test_exact_numbers_are_taken_as_fractions(count: Any) -> None:
    assert Base(count=count).count == Fraction(7806)
    assert type(Base(count=count).count) is Fraction


@pytest.mark.parametrize("count", [7806.0, "7806", True, 0, -1])
def test_other_numbers_are_refused(count: Any) -> None:
    with pytest.raises(MalformedError, match="count"):
        Base(count=count)


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"metric": "conditions"}, "part"),
        ({"metric": "conditions", "stated": "37,31 %"}, "stated"),
        ({"metric": "conditions", "part": 1, "stated": "1.000,5"}, "stated"),
        ({"metric": "mean_saving", "part": Fraction(1, 2), "base": Base(count=2)}, "base"),
        ({"metric": "number of papers", "part": 1}, "metric"),
        ({"metric": "conditions", "part": 0.5}, "part"),
    ],
)
def test_malformed_figures_are_refused(fields: dict[str, Any], name: str) -> None:
    with pytest.raises(MalformedError, match=name):
        Observation(**fields)


def test_shares_are_exact_and_unknown_where_a_part_is() -> None:
    assert AUGUST.share == Fraction(2028, 7806)
    assert Observation(metric="mean_saving", part=Fraction(2, 5)).share == Fraction(2, 5)
    assert Observation(metric="conditions", part=1).share is None
    assert Observation(metric="conditions", part=1, base=Base(as_of=dt.date(2025, 1, 1))).share is None
    printed = Observation(metric="cost", stated="37,31")
    assert (printed.share, printed.stated_share, printed.fits) == (None, Fraction(3731, 10000), ())
    assert AUGUST.stated_share is None


@pytest.mark.parametrize(
    ("part", "whole", "stated", "fits"),
    [
        (4818, 5421, "88,88", ("half_up", "half_even", "up", "ceiling")),
        (4818, 5421, "88.87", ("down", "floor")),
        (4818, 5421, "37,31", ()),
        (3241, 15801, "20,5", ("half_up", "half_even", "down", "floor")),
        (1, 8, "12,5", ("half_up", "half_even", "down", "up", "floor", "ceiling")),
    ],
)
def test_the_roundings_that_give_the_printed_percentage(
    part: int, whole: int, stated: str, fits: tuple[str, ...]
) -> None:
    figure = Observation(metric="procedures_touched", part=part, base=Base(count=whole), stated=stated)
    assert figure.fits == fits


@pytest.mark.parametrize(
    ("figure", "vi", "en"),
    [
        (
            NOVEMBER,
            "19/11/2025: điều kiện kinh doanh được cắt giảm, đơn giản hóa: 2.269/6.974 điều kiện (32,5 %)",
            "19/11/2025: business conditions cut: 2,269/6,974 conditions (32.5 %)",
        ),
        (
            Observation(metric="cost", part=30 * 10**12, stated="37,31", precision="about", confirmed=False),
            "tổng chi phí tuân thủ: khoảng 30.000 tỷ đồng/năm (công bố 37,31 %); chưa được xác nhận",
            "aggregate compliance cost: about 30,000 billion đồng a year (stated 37.31 %); not confirmed",
        ),
        (
            Observation(metric="conditions", stated="26.0", scope="4 bộ", stage="planned"),
            "điều kiện kinh doanh được cắt giảm, đơn giản hóa (4 bộ): 26,0 %; phương án",
            "business conditions cut (4 bộ): 26.0 %; planned",
        ),
        (
            Observation(metric="mean_saving", part=Fraction(2, 5)),
            "bình quân tỷ lệ cắt giảm chi phí của từng thủ tục: 40,0 %",
            "mean of the percentages of each procedure: 40.0 %",
        ),
    ],
)
def test_figures_in_words(figure: Observation, vi: str, en: str) -> None:
    assert str(figure) == vi
    assert figure.display("en") == en


def test_bases_in_words() -> None:
    base = Base(count=120_000 * 10**9, as_of=dt.date(2025, 5, 2), what="đồng mỗi năm", precision="more_than")
    assert str(base) == "hơn 120.000 tỷ đồng mỗi năm (02/05/2025)"
    assert base.display("en") == "more than 120,000 billion đồng mỗi năm (02/05/2025)"
    assert str(Base()) == "số lượng chưa công bố"
    assert Base(what="2024").display("en") == "2024, count not published"


def test_shares_are_printed_apart_from_the_threshold_they_miss() -> None:
    almost = Fraction(29_996, 100_000)
    assert write_share(almost) == "30,0 %"
    assert write_share(almost, "vi", Fraction(3, 10)) == "29,996 %"
    assert write_share(Fraction(3, 10), "en", Fraction(3, 10)) == "30.0 %"
    tiny = Fraction(3, 10) - Fraction(1, 10**20)
    assert write_share(tiny, "en", Fraction(3, 10)) == "30.000000000000 %"
    assert write_whole_share(Fraction(1, 3)) == "33,3 %"
    assert write_whole_share(Fraction(3, 10)) == "30 %"
    assert write_amount(Fraction(5, 2), "days") == "2,5 ngày"


def test_what_a_percentage_leaves_of_the_whole() -> None:
    # 488 to abolish and 2,675 to simplify were 74.9 % of the business procedures, in another source 74.86 %.
    assert implied_wholes(488 + 2675, "74,86") == range(4225, 4226)
    about = implied_wholes(488 + 2675, "74,9")
    assert (about.start, about.stop - 1) == (4221, 4225)
    assert implied_wholes(1, "50") == range(2, 3)


@pytest.mark.parametrize(("part", "stated"), [(0, "50"), (-1, "50"), (1, "0"), (1, "0,0"), (1, "half"), (1, "")])
def test_a_percentage_that_leaves_nothing_is_refused(part: int, stated: str) -> None:
    with pytest.raises(ValueError, match="above 0"):
        implied_wholes(part, stated)


def test_the_change_splits_into_done_and_base_moved() -> None:
    on_old = movement(AUGUST, NOVEMBER, on_base="before")
    assert on_old.done == Fraction(241, 7806)
    assert on_old.moved == Fraction(2269, 6974) - Fraction(2269, 7806)
    assert on_old.total == Fraction(2269, 6974) - Fraction(2028, 7806)
    assert AUGUST.share is not None
    assert AUGUST.share + on_old.done == Fraction(2269, 7806) < Fraction(3, 10)
    on_new = movement(AUGUST, NOVEMBER, on_base="after")
    assert (on_new.base, on_new.done) == (NOVEMBER.base, Fraction(241, 6974))
    assert on_new.total == on_old.total
    assert [row["part"] for row in on_old.rows] == ["done", "base_moved", "total"]
    assert on_old.rows[0]["percentage_points"] == 100 * on_old.done
    assert on_old.display("en") == (
        "from 2,028/7,806 conditions (26.0 %) to 2,269/6,974 conditions (32.5 %): +6.6 points, +3.1 done, "
        "+3.5 by the base that moved; on 7,806 (24/08/2025)"
    )
    back = movement(NOVEMBER, AUGUST, on_base="before")
    assert "-6,6 điểm %, -3,5 do đã làm, -3,1 do cơ số thay đổi" in str(back)


def test_on_one_base_all_of_it_was_done() -> None:
    december = Observation(metric="conditions", part=2371, base=NOVEMBER.base)
    assert movement(NOVEMBER, december).done == Fraction(102, 6974)
    assert movement(NOVEMBER, december).moved == 0


def test_two_bases_are_not_chained() -> None:
    with pytest.raises(BaseMismatchError, match=r"7\.806 \(24/08/2025\).*6\.974") as caught:
        movement(AUGUST, NOVEMBER)
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


def test_figures_without_parts_do_not_move() -> None:
    for figure in (
        Observation(metric="conditions", stated="26"),
        Observation(metric="conditions", part=1),
        Observation(metric="conditions", part=1, base=Base()),
    ):
        with pytest.raises(BaseMismatchError, match="counted base"):
            movement(AUGUST, figure)


@pytest.mark.parametrize(
    ("other", "what"),
    [
        (Observation(metric="cost", part=1, base=Base(count=7806)), "metric"),
        (Observation(metric="conditions", part=1, base=Base(count=7806), scope="4 bộ"), "scope"),
        (Observation(metric="conditions", part=1, base=Base(count=7806), stage="planned"), "stage"),
    ],
)
def test_what_is_not_one_thing_does_not_move(other: Observation, what: str) -> None:
    scoped = Observation(metric="conditions", part=1, base=Base(count=7806), scope="14 bộ")
    with pytest.raises(MetricMismatchError) as caught:
        movement(scoped, other, on_base="before")
    assert caught.value.what == what
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


def test_a_base_by_another_name_is_refused() -> None:
    with pytest.raises(ValueError, match="on_base"):
        movement(AUGUST, NOVEMBER, on_base="old")  # type: ignore[arg-type]

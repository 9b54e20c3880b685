"""Targets and verdicts: what a published figure is worth against 20 %, 30 % or 100 % of a named thing."""

import datetime as dt
from fractions import Fraction
from typing import Any

import pytest

from tthc.errors import BaseMismatchError, MalformedError, MetricMismatchError
from tthc.programmes import Base, Observation, Target

OLD = Base(count=7806, as_of=dt.date(2025, 8, 24), what="điều kiện kinh doanh")
NEW = Base(count=6974, as_of=dt.date(2025, 10, 4), what="điều kiện kinh doanh")
CONDITIONS = Target(
    id="nq66", metric="conditions", threshold=Fraction(3, 10), base=OLD, due=dt.date(2025, 12, 31), stage="enacted"
)


def _touched(part: int, whole: int) -> Observation:
    return Observation(metric="procedures_touched", part=part, base=Base(count=whole))


def _conditions(part: int, base: Base, **more: Any) -> Observation:
    return Observation(metric="conditions", part=part, base=base, **more)


@pytest.mark.parametrize(
    ("figure", "percent", "outcome"),
    [
        (_conditions(2028, OLD), "26,0 %", "not_met"),
        (_conditions(2269, NEW), "32,5 %", "met"),
        (_conditions(2263, NEW), "32,4 %", "met"),
        (_conditions(2371, NEW), "34,0 %", "met"),
        (_conditions(849, NEW), "12,2 %", "not_met"),
        (_conditions(2371, NEW, stage="planned"), "34,0 %", "planned_only"),
        (_conditions(849, NEW, stage="planned"), "12,2 %", "not_met"),
        (_conditions(2371, NEW, stage="enacted"), "34,0 %", "met"),
    ],
)
def test_nq66_conditions_on_the_published_base(figure: Observation, percent: str, outcome: str) -> None:
    verdict = CONDITIONS.judge(figure, on_base="figure")
    assert verdict.outcome == outcome
    assert verdict.met is (outcome == "met")
    assert percent in str(verdict)
    unsaid = verdict.met is True and figure.stage is None  # the target counts what is enacted only
    assert ("chưa rõ là phương án hay đã ban hành" in str(verdict)) is unsaid


def test_nq66_conditions_on_the_old_base_miss_30_per_cent() -> None:
    november = _conditions(2269, NEW, on=dt.date(2025, 11, 19))
    verdict = CONDITIONS.judge(november, on_base="target")
    assert (verdict.outcome, verdict.value, verdict.base) == ("not_met", Fraction(2269, 7806), OLD)
    assert verdict.gap == Fraction(2269, 7806) - Fraction(3, 10)
    assert verdict.missing == Fraction(3, 10) * 7806 - 2269
    assert verdict.in_time is True
    assert str(verdict) == (
        "Chưa đạt: 2.269 điều kiện = 29,1 %, cần ít nhất 30 % của 7.806 điều kiện kinh doanh (24/08/2025), "
        "còn thiếu 73 điều kiện"
    )
    assert verdict.display("en") == (
        "not met: 2,269 conditions = 29.1 %, at least 30 % of 7,806 điều kiện kinh doanh (24/08/2025), "
        "short of it by 73 conditions"
    )
    with pytest.raises(BaseMismatchError, match="base moved"):
        CONDITIONS.judge(november)


@pytest.mark.parametrize(
    ("part", "whole", "percent"), [(3071, 4888, "62,8"), (3085, 4888, "63,1"), (2051, 4888, "42,0")]
)
def test_procedures_touched_say_nothing_on_cost(part: int, whole: int, percent: str) -> None:
    cost = Target(id="cost", metric="cost", threshold=Fraction(3, 10), base=Base(count=120_000 * 10**9))
    with pytest.raises(MetricMismatchError, match="'cost' and 'procedures_touched'"):
        cost.judge(_touched(part, whole))
    touched = Target(id="touched", metric="procedures_touched", threshold=Fraction(3, 10))
    assert percent in str(touched.judge(_touched(part, whole)))


def test_nq68_reaches_a_fifth() -> None:
    day = Base(as_of=dt.date(2020, 5, 31), what="quy định đang có hiệu lực")
    target = Target(id="nq68", metric="regulations", threshold=Fraction(1, 5), base=day)
    verdict = target.judge(Observation(metric="regulations", part=3241, base=Base(count=15801)))
    assert verdict.outcome == "met"
    assert str(verdict) == "Đạt: 3.241 quy định = 20,5 %, cần ít nhất 20 % của 15.801"
    # The count of that day is not published, so nothing can be said on it.
    on_day = target.judge(Observation(metric="regulations", part=3241, base=Base(count=15801)), on_base="target")
    assert (on_day.outcome, on_day.met, on_day.gap, on_day.missing) == ("not_known", None, None, None)
    assert str(on_day).startswith("Không xét được: 3.241/15.801 quy định (20,5 %), cần ít nhất 20 %")


def test_project_30_touched_much_and_cut_less() -> None:
    touched = Target(id="n", metric="procedures_touched", threshold=Fraction(3, 10))
    verdict = touched.judge(_touched(4818, 5421))
    assert verdict.value == Fraction(4818, 5421)
    assert "88,9 %" in str(verdict)
    cost = Target(id="c", metric="cost", threshold=Fraction(3, 10))
    reported = cost.judge(Observation(metric="cost", part=30 * 10**12, stated="37,31", precision="about"))
    assert (reported.outcome, reported.printed, reported.value) == ("met", True, Fraction(3731, 10000))
    assert str(reported) == "Đạt: 37,3 %, cần ít nhất 30 %, tỷ lệ do nguồn công bố, không có số liệu để tính lại"
    assert reported.display("en").endswith("as printed, without parts")


def test_a_fifth_of_a_fifth_is_not_what_sectors_were_cut_by() -> None:
    lines = Target(id="s", metric="sectors", threshold=Fraction(1, 4))
    verdict = lines.judge(Observation(metric="sectors", part=198 - 142, base=Base(count=198)))
    assert (verdict.met, verdict.value) == (True, Fraction(28, 99))


def test_a_target_without_metric_cannot_be_judged() -> None:
    target = Target(id="da30", threshold=Fraction(3, 10))
    assert str(target) == "?: ít nhất 30 %"
    with pytest.raises(MetricMismatchError, match="None and 'cost'"):
        target.judge(Observation(metric="cost", stated="37,31"))


def test_scopes_are_compared_where_both_are_stated() -> None:
    target = Target(id="t", metric="conditions", threshold=Fraction(1, 10), scope="14 Bộ")
    assert target.judge(_conditions(849, NEW, scope="14 bộ")).met is True
    assert target.judge(_conditions(849, NEW)).met is True
    with pytest.raises(MetricMismatchError, match="another scope"):
        target.judge(_conditions(849, NEW, scope="4 bộ"))


def test_a_third_base_may_be_named() -> None:
    verdict = CONDITIONS.judge(_conditions(849, NEW), on_base=Base(count=849))
    assert verdict.value == 1
    assert CONDITIONS.judge(_conditions(849, NEW, stated="12"), on_base=Base()).outcome == "not_known"
    with pytest.raises(ValueError, match="on_base"):
        CONDITIONS.judge(_conditions(849, NEW), on_base="old")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("base", "figure", "value", "printed"),
    [
        (OLD, Observation(metric="conditions", part=3903), Fraction(1, 2), False),
        (OLD, Observation(metric="conditions", part=1, base=Base(), stated="50"), Fraction(1, 2), True),
        (OLD, Observation(metric="conditions", stated="50"), Fraction(1, 2), True),
        (None, Observation(metric="conditions", part=1, base=Base(count=2)), Fraction(1, 2), False),
        (None, Observation(metric="conditions", part=1), None, False),
        (Base(), Observation(metric="conditions", part=1), None, False),
    ],
)
def test_the_base_that_a_share_is_taken_on(
    base: Base | None, figure: Observation, value: Fraction | None, *, printed: bool
) -> None:
    verdict = Target(id="t", metric="conditions", threshold=Fraction(1, 2), base=base).judge(figure)
    assert (verdict.value, verdict.printed) == (value, printed)
    assert verdict.base == (figure.base if printed else figure.base or base)


def test_amounts_need_no_base() -> None:
    days = Target(id="d", metric="days", threshold=5, measured="amount", direction="at_most", base=Base(count=30))
    kept = days.judge(Observation(metric="days", part=Fraction(9, 2), base=Base(count=20)))
    assert (kept.met, kept.missing) == (True, 0)
    over = days.judge(Observation(metric="days", part=7))
    assert (over.met, over.missing) == (False, 2)
    assert str(over) == "Chưa đạt: 7 ngày, cần không quá 5 ngày, vượt 2 ngày"
    assert days.required() == 5
    assert str(days) == "số ngày phải chờ (đường găng): không quá 5 ngày; trên 30"
    assert days.judge(Observation(metric="days", stated="50")).outcome == "not_known"
    money = Target(id="m", metric="cost", threshold=10**9, measured="amount")
    assert str(money.judge(Observation(metric="cost", part=1))).endswith("còn thiếu 999.999.999 đồng/năm")
    assert str(Target(id="x", threshold=1500, measured="amount")) == "?: ít nhất 1.500"


def test_shares_of_nothing_counted() -> None:
    target = Target(id="m", metric="mean_saving", threshold=Fraction(3, 10))
    # 900 to 720 and 100 to 40 is 24 % of the whole cost, and 40 % in the mean of the two percentages.
    verdict = target.judge(Observation(metric="mean_saving", part=Fraction(2, 5)))
    assert (verdict.met, verdict.missing, verdict.base) == (True, None, None)
    assert str(verdict) == "Đạt: 40,0 %, cần ít nhất 30 %"
    whole = Target(id="c", metric="cost", threshold=Fraction(3, 10))
    assert whole.judge(Observation(metric="cost", part=240, base=Base(count=1000))).met is False


def test_how_much_a_target_asks_for() -> None:
    assert CONDITIONS.required() == Fraction(11709, 5)
    assert CONDITIONS.required(NEW) == Fraction(3 * 6974, 10)
    assert Target(id="t", metric="cost", threshold=Fraction(1, 2)).required() is None
    assert Target(id="t", metric="cost", threshold=Fraction(1, 2), base=Base()).required() is None
    assert Target(id="t", metric="cost").required(NEW) is None


def test_a_target_without_a_threshold_says_so() -> None:
    target = Target(id="t", metric="conditions")
    verdict = target.judge(_conditions(849, NEW))
    assert (verdict.outcome, verdict.value, verdict.gap) == ("not_known", Fraction(849, 6974), None)
    assert str(verdict) == "Không xét được: 849 điều kiện = 12,2 %, cần ? của 6.974 điều kiện kinh doanh (04/10/2025)"


def test_a_figure_of_a_later_day_is_after_the_due_one() -> None:
    late = CONDITIONS.judge(_conditions(7000, OLD, on=dt.date(2026, 1, 1)))
    assert (late.met, late.in_time) == (True, False)
    assert str(late).endswith("sau hạn 31/12/2025")
    assert late.display("en").endswith("after 31/12/2025")
    assert CONDITIONS.judge(_conditions(7000, OLD)).in_time is None


def test_a_miss_by_a_hair_is_not_printed_as_a_hit() -> None:
    target = Target(id="t", metric="conditions", threshold=Fraction(3, 10))
    assert "29,999 %" in str(target.judge(Observation(metric="conditions", part=29_999, base=Base(count=100_000))))


def test_targets_in_words_and_rows() -> None:
    assert str(CONDITIONS) == (
        "điều kiện kinh doanh được cắt giảm, đơn giản hóa: ít nhất 30 %, chậm nhất 31/12/2025; chỉ tính kết quả đã "
        "ban hành; trên 7.806 điều kiện kinh doanh (24/08/2025)"
    )
    online = Target(id="o", metric="procedures_online", threshold=1, scope="doanh nghiệp", stage="planned")
    assert online.display("en") == "procedures provided online (doanh nghiệp): 100 %; plans count"
    row = CONDITIONS.judge(_conditions(2028, OLD)).rows[0]
    assert (row["target"], row["base"], row["outcome"]) == ("nq66", 7806, "not_met")
    assert Target(id="t", metric="conditions").judge(Observation(metric="conditions", part=1)).rows[0]["base"] is None


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"id": ""}, "id"),
        ({"id": "t", "threshold": 30}, "threshold"),
        ({"id": "t", "threshold": Fraction(-1, 10)}, "threshold"),
        ({"id": "t", "threshold": 0.3}, "threshold"),
        ({"id": "t", "metric": "worst_procedure", "measured": "amount"}, "measured"),
        ({"id": "t", "metric": "mean_saving", "base": OLD}, "base"),
        ({"id": "t", "due": dt.datetime(2025, 12, 31)}, "due"),  # noqa: DTZ001
    ],
)
def test_malformed_targets_are_refused(fields: dict[str, Any], name: str) -> None:
    with pytest.raises(MalformedError, match=name):
        Target(**fields)

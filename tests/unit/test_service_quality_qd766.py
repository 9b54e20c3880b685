"""The index of QĐ 766 against figures that the national portal published in September and October 2026."""

import datetime as dt
import importlib
import pickle
import pkgutil
from decimal import Decimal
from fractions import Fraction

import attrs
import pytest

from tthc import service_quality
from tthc.errors import MalformedError, NoLawError, NotFoundError
from tthc.exact import round_to
from tthc.indices import Score, contributions
from tthc.service_quality import (
    COMMUNE_EXEMPT,
    QD766,
    QD766_2022,
    QD766_DESCRIBED,
    QD766_GROUPS,
    QD766_MONITOR,
    Grade,
    Group,
    Measure,
    Profile,
    ServiceScore,
    Tally,
    qd766_on,
    synchronisation_base,
)

MODULES = tuple(pkgutil.iter_modules(service_quality.__path__, "tthc.service_quality."))
ALL = 443_565  # dossiers of Đắk Lắk, 2026 up to 10/10
DAK_LAK = {
    "1.1": (0, 82),
    "1.2": (79, 82),
    "1.3": (79, 79),
    "1.4": (370_610, 370_610),
    "2.1": (393_087, ALL),
    "3.5": (160, 376),
    "3.5'": (56, 376),
    "3.6": (179_460, 204_757),
    "4.1": (284_995, ALL),
    "4.2": (93_664, ALL),
    "4.3": (82_645, ALL),
    "4.4": (9_499, ALL),
    "4.5a": (380, 1_346),
    "4.5b": (279_339, ALL),
    "4.6": (0, 0),
    "5.2": (241, 485),
    "5.3": (186, 485),
    "5.4": (392_869, ALL),
}
PUBLISHED = {
    "1.1": "0", "1.2": "3.85", "1.3": "2", "1.4": "6", "2.1": "17.72", "3.5": "1.06", "3.5'": "0.37", "3.6": "5.26",
    "4.1": "3.86", "4.2": "0.84", "4.3": "0.47", "4.4": "0.09", "4.5a": "0.56", "4.5b": "1.26", "4.6": "2",
    "5.2": "2.98", "5.3": "2.30", "5.4": "5.90",
}  # fmt: skip


def value(score: Score | None) -> Fraction:
    assert score is not None
    assert score.exact
    return Fraction(score.value)


# ── Đắk Lắk, 10/10/2026 ──────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", DAK_LAK)
def test_each_indicator_of_dak_lak(name: str) -> None:
    score = QD766.indicator(name).score(*DAK_LAK[name])
    assert value(score) == Fraction(PUBLISHED[name])
    assert float(score or 0) == float(PUBLISHED[name])


def test_groups_and_total_of_dak_lak() -> None:
    # The portal publishes the points of the online services alone, not their counts.
    score = QD766.evaluate({**DAK_LAK, "CLGQ": Decimal("8.97")}, unit="Đắk Lắk")
    groups = {name: value(points) for name, points in score.groups.items()}
    assert groups == {
        "CKMB": Fraction("11.85"),
        "TDGQ": Fraction("17.72"),
        "ONLINE_SERVICE": Fraction("15.66"),
        "TTTT": Fraction("6.69"),
        "MDSH": Fraction("9.08"),
        "MDHL": Fraction("11.18"),
    }
    assert value(score["CLGQ"]) == Fraction("8.97")
    assert score.total == Fraction("65.49")
    assert score.grade == "trung bình"
    assert score.lacking == ()
    assert len(score.report) == 0


def test_payment_under_two_thresholds() -> None:
    # 6A with the threshold at 100 % (published) and at 30 % (a provincial monitor): 5.26 and 6.00, group 6.69 and 7.44.
    pairs = {name: DAK_LAK[name] for name in ("3.5", "3.5'", "3.6")}
    assert value(QD766.evaluate(pairs)["TTTT"]) == Fraction("6.69")
    monitor = QD766_MONITOR.evaluate(pairs)
    assert value(monitor["3.6"]) == 6
    assert abs(value(monitor["TTTT"]) - Fraction("7.44")) <= Fraction("0.01")
    exact = 6 + Fraction(5, 2) * (Fraction(160, 376) + Fraction(56, 376))
    assert round_to(exact, 2) == Fraction("7.44")


def test_a_share_below_the_threshold_earns_its_part() -> None:
    # Some monitoring software jumps from next to nothing to full points at the threshold; this must not.
    assert value(QD766_MONITOR.indicator("3.5").score(79, 100)) == Fraction("1.98")  # 1.975, half up
    assert value(QD766_MONITOR.indicator("3.6").score(29, 100)) == Fraction("5.80")
    assert value(QD766_MONITOR.indicator("3.6").score(30, 100)) == 6


# ── other published figures ──────────────────────────────────────────────────────────────────────────────────────────


def test_online_services_of_phu_tho() -> None:
    one = QD766.evaluate({"3.1": (31 + 21, 89), "3.2": (1, 1), "3.3": (165_096, 165_139)})
    assert value(one["CLGQ"]) == Fraction("11.46")
    whole = QD766.evaluate({"3.1": (52, 89), "3.2": (518, 1_881), "3.3": (591_643, 600_057)})
    assert value(whole["CLGQ"]) == Fraction("8.56")


def test_totals_from_published_groups() -> None:
    dong_thap = {"CKMB": "11.46", "TDGQ": "17.63", "CLGQ": "8.88", "MDSH": "9.67", "MDHL": "14.1", "TTTT": "6.37"}
    score = QD766_GROUPS.evaluate({name: Decimal(points) for name, points in dong_thap.items()})
    assert score.total == Fraction("68.11")
    assert value(score["ONLINE_SERVICE"]) == Fraction("15.25")
    country = {"CKMB": "10.07", "TDGQ": "17.51", "ONLINE_SERVICE": "14.71", "MDHL": "10.08", "MDSH": "9.49"}
    assert QD766_2022.evaluate({name: Decimal(points) for name, points in country.items()}).total == Fraction("61.86")


def test_ties_share_a_rank_and_the_next_is_skipped() -> None:
    above = {str(n): Fraction(70 - n) for n in range(4)}
    totals = {**above, "Quảng Ninh": Decimal("65.47"), "Tây Ninh": Decimal("65.47"), "x": Decimal("65.20")}
    between = {f"y{n}": Fraction(6500 - n, 100) for n in range(4)}
    totals = {**totals, **between, "TP.HCM": Decimal("63.18"), "Lai Châu": Decimal("63.18"), "z": Decimal("63.17")}
    ranking = QD766.ranking(totals)
    assert [ranking.rank(unit) for unit in ("Quảng Ninh", "Tây Ninh", "x")] == [5, 5, 7]
    assert [ranking.rank(unit) for unit in ("TP.HCM", "Lai Châu", "z")] == [12, 12, 14]


def test_a_unit_without_dossiers() -> None:
    # Thanh tra tỉnh Gia Lai, 10/10/2026: 19.79, of which 12 for petitions that there were none of.
    counts = Tally.given(
        "H21.20",
        announced=47, announced_on_time=1, to_enter=47, entered_on_time=43, published=47, complete=47,
        to_sync=0, synced=0, settled_early=0, settled_on_time=0, settled_late=0, pending_in_time=0, pending_late=0,
        received_online=0, received_direct=0, received_post=0, fee_procedures=1, fee_procedures_paid_online=0,
        fee_procedures_payable_online=0, paid_online=0, fee_dossiers=0, with_e_result=0, results_due=0, digitised=0,
        reused=0, linked=0, population_data=0, population_procedures=0, citizen_procedures=0, communes=0,
        communes_certifying=0, petitions=0, petitions_on_time=0, petitions_content=0, content=0, procedures=0,
        services_partial=0, services_full=0, services=0, services_used=0,
    )  # fmt: skip
    score = QD766.evaluate(counts, unit="Thanh tra tỉnh")
    groups = {name: value(points) for name, points in score.groups.items() if name != "ONLINE_SERVICE"}
    assert groups == {"CKMB": Fraction("5.79"), "TDGQ": 0, "CLGQ": 0, "TTTT": 0, "MDSH": 2, "MDHL": 12}
    assert score.total == Fraction("19.79")
    assert score.grade == "yếu"
    # Nothing digitised of nothing is no score, on time of nothing is 0: the two are not the same.
    assert score["4.1"] is None
    assert score["2.1"] == Score(Fraction(0))
    assert score.lacking == ("1.4", "4.1", "4.2", "4.3", "4.4", "4.5a", "4.5b")


def test_one_petition_not_handled_costs_twelve_points() -> None:
    none, one = ({"5.2": (0, n), "5.3": (0, n)} for n in (0, 1))
    assert value(QD766.evaluate(none)["MDHL"]) - value(QD766.evaluate(one)["MDHL"]) == 12


@pytest.mark.parametrize(
    ("name", "points"),
    [
        ("1.1", None), ("1.4", None), ("2.1", 0), ("3.1", 0), ("3.3", 0), ("3.5", 0), ("3.6", 0), ("4.1", None),
        ("4.5a", None), ("4.6", 2), ("5.2", 6), ("5.3", 6), ("5.4", 0),
    ],
)  # fmt: skip
def test_nothing_of_nothing(name: str, points: int | None) -> None:
    score = QD766.indicator(name).score(0, 0)
    assert score == (None if points is None else Score(Fraction(points)))


# ── classes ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("total", "grade"),
    [
        ("100", "xuất sắc"), ("95.59", "xuất sắc"), ("90", "xuất sắc"), ("89.99", "tốt"), ("80", "tốt"),
        ("79.99", "khá"), ("70", "khá"), ("69.99", "trung bình"), ("61.5", "trung bình"), ("50", "trung bình"),
        ("49.99", "yếu"), ("43", "yếu"), ("0", "yếu"),
    ],
)  # fmt: skip
def test_classes(total: str, grade: str) -> None:
    assert QD766.classify(Decimal(total)) == grade
    assert QD766.classify(Score(Fraction(total))) == grade


def test_classes_of_what_is_no_total() -> None:
    with pytest.raises(TypeError, match=r'total: expected an int, Fraction or Decimal\("61.5"\), got the float'):
        QD766.classify(61.5)  # type: ignore[arg-type]
    for wrong_type in ("61.5", None, True):
        with pytest.raises(TypeError, match=r"total: .*exact numbers only"):
            QD766.classify(wrong_type)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="total: expected a finite number"):
        QD766.classify(Decimal("NaN"))
    for wrong in (Fraction(-1), Fraction(10_001, 100)):
        with pytest.raises(ValueError, match="total: expected 0 to 100"):
            QD766.classify(wrong)
    with pytest.raises(TypeError, match="float"):
        QD766.classify(Score(61.5))
    with pytest.raises(ValueError, match="without figures"):
        QD766.classify(QD766.evaluate({}))
    with pytest.raises(ValueError, match="no classes"):
        attrs.evolve(QD766, id="x", grades=()).classify(1)


# ── readings ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_groups_add_up_to_a_hundred() -> None:
    assert [QD766.maximum(name) for name in ("CKMB", "TDGQ", "CLGQ", "TTTT", "MDSH", "MDHL")] == [
        18,
        20,
        12,
        10,
        22,
        18,
    ]
    for profile in (QD766, QD766_DESCRIBED, QD766_MONITOR, QD766_GROUPS, QD766_2022):
        assert profile.maximum() == 100
        assert [profile.maximum(name) for name in profile.groups[0].parts] == [18, 20, 22, 22, 18]


def test_the_threshold_of_digitisation_is_a_reading() -> None:
    assert value(QD766.indicator("4.2").score(80, 100)) == Fraction("3.2")
    assert value(QD766_DESCRIBED.indicator("4.2").score(80, 100)) == 4
    assert QD766_DESCRIBED.measure("4.2").source != QD766.measure("4.2").source


def test_readings_by_day() -> None:
    assert qd766_on(dt.date(2026, 10, 10)) is QD766
    assert qd766_on(dt.date(2026, 10, 10), reading="described") is QD766_DESCRIBED
    assert qd766_on(dt.date(2022, 6, 23)) is QD766_2022
    assert qd766_on(dt.date(2027, 1, 1)) is QD766_2022
    with pytest.raises(NoLawError):
        qd766_on(dt.date(2022, 6, 22))
    for no_day in ("2026-01-01", dt.datetime(2026, 1, 1, tzinfo=dt.UTC)):
        with pytest.raises(TypeError, match="on: expected a date without a time of day"):
            qd766_on(no_day)  # type: ignore[arg-type]
    with pytest.raises(NotFoundError):
        qd766_on(dt.date(2026, 1, 1), reading="x")  # type: ignore[arg-type]


def test_every_maximum_says_for_which_days_it_holds_and_where_it_was_read() -> None:
    for measure in QD766.measures:
        assert measure.source
        assert measure.validity is not None
        assert dt.date(2026, 9, 26) in measure.validity
        assert dt.date(2024, 9, 26) not in measure.validity
    for profile in (QD766_2022, QD766_GROUPS):
        assert all(measure.validity is not None and measure.source for measure in profile.measures)
    assert all(measure.source for profile in (QD766_DESCRIBED, QD766_MONITOR) for measure in profile.measures)
    assert {measure.id for measure in QD766.measures if measure.status in {"fitted", "unconfirmed"}} >= {"3.1", "4.2"}


def test_communes_get_the_maximum_for_what_is_not_theirs_only_when_asked() -> None:
    communes = QD766.with_exempt(COMMUNE_EXEMPT, name="qd766-2026-commune")
    figures = {"2.1": (9, 10), "4.5a": (0, 9)}
    assert QD766.evaluate(figures).total == 18
    score = communes.evaluate(figures, unit="Xã A")
    assert score.total == 18 + 12 + 2 + 2
    assert value(score["3.3"]) == 6
    assert "không áp dụng, 2/2" in str(score)
    assert "not applied, 6/6" in score.display("en")


def test_the_base_of_synchronisation() -> None:
    assert synchronisation_base(10, 12) == synchronisation_base(12, 10) == 12
    assert synchronisation_base(None, 0, last_year=12_000, months=1) == 1000
    assert synchronisation_base(None, 0, last_year=12_000, months=3) == 3000
    assert synchronisation_base(None, 0, last_year=12_001) == 12_001
    assert synchronisation_base(None, 7) is None
    for wrong in ((-1, 0, 0), (1, -1, 0), (1, 1, -1), (1, 1.5, 0), (True, 1, 1)):
        with pytest.raises(ValueError, match="number of dossiers, 0 or more"):
            synchronisation_base(wrong[0], wrong[1], last_year=wrong[2])  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="1, 3 or 12 months"):
        synchronisation_base(1, 1, months=2)


# ── evaluating ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_what_is_not_given_is_not_zero_of_zero() -> None:
    score = QD766.evaluate({"2.1": (1, 2), "5.3": None})
    assert score["5.2"] is None
    assert score["5.3"] is None
    assert score["MDHL"] is None
    assert score.total == 10
    assert "5.2" in score.lacking


def test_a_unit_without_figures_has_no_total_and_no_rank() -> None:
    empty = QD766.evaluate({})
    assert empty.total is None
    assert empty.grade is None
    assert repr(empty) == "<ServiceScore qd766-2026: –>"
    assert "Tổng điểm: –/100" in str(empty)
    ranking = QD766.ranking({"A": empty, "B": QD766.evaluate({"2.1": (1, 1)})})
    assert ranking["A"].rank is None
    assert ranking["A"].reason == "không có số liệu"
    assert QD766.ranking({"A": empty}, lang="en")["A"].reason == "no figures"
    assert ranking["B"].rank == 1


def test_every_fault_of_the_figures_is_named() -> None:
    wrong = {"9.9": (1, 2), "1.1": (-1, 2), "1.2": (1, 0), "1.3": 5, "1.4": (0.5, 1), "2.1": {2: 1}, "766": 5}
    with pytest.raises(MalformedError) as caught:
        QD766.evaluate(wrong)  # type: ignore[arg-type]
    assert len(caught.value.faults) == len(wrong)
    assert "expected expected" not in str(caught.value)
    huge = {"2.1": (10**60, 10**61), "4.1": (1, Decimal("Infinity")), "1.1": (1, Fraction(1, 10**60))}
    with pytest.raises(MalformedError) as caught:
        QD766.evaluate(huge)
    assert [fault.expected for fault in caught.value.faults] == [
        "counts as int, Fraction or Decimal of fewer than 60 digits"
    ] * 3
    with pytest.raises(MalformedError, match="points as int, Fraction or Decimal"):
        QD766_2022.evaluate({"CKMB": 1.5})  # type: ignore[dict-item]
    for nothing in ([("2.1", (1, 2))], None, 65):
        with pytest.raises(MalformedError, match="expected a Tally, or a mapping of indicators"):
            QD766.evaluate(nothing)  # type: ignore[arg-type]
    with pytest.raises(MalformedError):
        QD766_2022.evaluate({"CKMB": 19})
    with pytest.raises(NotFoundError):
        QD766.indicator("9.9")
    for lookup in (QD766.measure, QD766.group, QD766.maximum):
        with pytest.raises(NotFoundError):
            lookup("9.9")


def test_a_numerator_above_its_denominator_is_capped_and_found() -> None:
    score = QD766.evaluate({"1.4": (12, 10), "2.1": (1, 1)}, unit="A")
    assert score.total == 26
    assert [(finding.code, finding.where()) for finding in score.report] == [("TTHC953", "$['1.4']")]
    assert score.report.findings[0].text() == "tử số 12 lớn hơn mẫu số 10"


def test_the_card_and_the_rows() -> None:
    score = QD766.evaluate({**DAK_LAK, "CLGQ": Decimal("8.97")}, unit="Đắk Lắk")
    card = str(score).split("\n")
    assert card[1] == "Tổng điểm: 65,49/100 – trung bình"
    assert "    2.1 Hồ sơ xử lý trước hạn, đúng hạn: 393.087/443.565 = 88,62%, 17,72/20" in card
    assert "    4.6 Chứng thực bản sao điện tử từ bản chính: 0/0, 2/2" in card
    english = score.display("en")
    assert "Total: 65.49/100 – average" in english
    assert "2.1 Dossiers early or on time: 393,087/443,565 = 88.62%, 17.72/20" in english
    rows = {row["node"]: row for row in score.rows}
    assert rows["766"]["score"] == Fraction("65.49")
    assert rows["2.1"]["ratio"] == Fraction(393_087, ALL)
    assert rows["4.6"]["ratio"] is None
    assert rows["CLGQ"]["indicator"] is True
    assert rows["TTTT"]["level"] == 2
    assert repr(score) == "<ServiceScore qd766-2026+CLGQ 'Đắk Lắk': 65,49 trung bình>"


def test_a_profile_prints_its_tree() -> None:
    assert "    4.3 Hồ sơ khai thác, sử dụng lại dữ liệu số hóa: 2 (đủ điểm từ 80%)" in str(QD766).split("\n")
    assert "    5.4 Dossiers neither late nor complained about: 6 (full at 90%)" in QD766.display("en").split("\n")
    bare = Profile(
        id="x",
        name="Tên",
        measures=(Measure(id="a", name="Một", maximum=Fraction(1)),),
        groups=(Group(id="g", name="Nhóm", parts=("a",)),),
        grades=(Grade(name="đạt", at_least=Fraction(0)),),
    )
    assert bare.display("en") == "Tên\n  a Một: 1"
    assert bare.evaluate({"a": (1, 2)}).display("en") == "Tên\nTotal: 0.5/1 – đạt\n  a Một: 1/2 = 50%, 0.5/1"
    assert bare.evaluate({"a": (1, 2)}, unit="u").display("en").startswith("u: Tên\n")
    assert Group(id="g", name="Nhóm", name_en="Group", parts=("a",)).title("en") == "Group"
    assert Group(id="g", name="Nhóm", parts=("a",)).title("en") == "Nhóm"


def test_a_profile_is_an_index() -> None:
    score = QD766.evaluate(DAK_LAK, unit="A")
    assert QD766.index.root == "766"
    parts = contributions(score.evaluation, "A")
    assert sum(parts.values(), Fraction(0)) == score.total
    assert "2.1: 17,72 " in str(score.evaluation.trace("A"))


def test_the_national_figure_comes_from_summed_counts() -> None:
    small = {"2.1": (9, 10)}
    large = {"2.1": (100, 1000)}
    mean = (value(QD766.evaluate(small)["2.1"]) + value(QD766.evaluate(large)["2.1"])) / 2
    summed = value(QD766.evaluate({"2.1": (109, 1010)})["2.1"])
    assert (mean, summed) == (10, Fraction("2.16"))


def test_the_points_of_a_group_and_what_is_inside_it_do_not_go_together() -> None:
    for both in ({"CLGQ": 9, "3.1": (1, 2)}, {"ONLINE_SERVICE": 9, "CLGQ": 9}):
        with pytest.raises(MalformedError, match=r"nothing inside (CLGQ|ONLINE_SERVICE), whose points are given"):
            QD766.evaluate(both)  # type: ignore[arg-type]
    with pytest.raises(MalformedError, match="no group inside another one"):
        QD766.with_points(("ONLINE_SERVICE", "CLGQ"), name="x")


def test_a_total_to_be_ranked_is_named_with_its_unit() -> None:
    with pytest.raises(TypeError, match=r"total of 'Tỉnh A': expected an int, Fraction or Decimal\(\"65.47\"\)"):
        QD766.ranking({"Tỉnh A": 65.47})  # type: ignore[dict-item]
    score = QD766.evaluate(DAK_LAK)["TDGQ"]
    assert score is not None
    assert QD766.ranking({"A": score, "B": 17}).rank("A") == 1


def test_the_card_says_how_much_has_no_score() -> None:
    partial = QD766.evaluate({"2.1": (9, 10)})
    assert str(partial).split("\n")[1] == "Tổng điểm: 18/100 – yếu (chưa có điểm: 20 chỉ tiêu)"
    assert partial.display("en").split("\n")[1] == "Total: 18/100 – weak (without a score: 20)"
    whole = QD766_2022.evaluate({"CKMB": 10, "TDGQ": 17, "ONLINE_SERVICE": 14, "MDSH": 10, "MDHL": 9})
    assert str(whole).split("\n")[1] == "Tổng điểm: 60/100 – trung bình"


def test_malformed_profiles() -> None:
    with pytest.raises(MalformedError):
        attrs.evolve(QD766, id="")
    with pytest.raises(MalformedError):
        attrs.evolve(QD766, groups=())
    with pytest.raises(MalformedError):
        attrs.evolve(QD766, exempt=frozenset({"9.9"}))
    with pytest.raises(MalformedError):
        attrs.evolve(QD766, grades=QD766.grades[:-1])
    with pytest.raises(MalformedError):
        attrs.evolve(QD766, grades=QD766.grades[::-1])
    with pytest.raises(MalformedError):
        attrs.evolve(QD766, measures=QD766.measures[1:])
    with pytest.raises(MalformedError):
        ServiceScore(profile=QD766, figures=QD766.evaluate(DAK_LAK).figures.with_item("x", None))
    with pytest.raises(MalformedError):
        ServiceScore(profile=QD766, figures=QD766.evaluate(DAK_LAK).figures.with_item("2.1", Fraction(1)))


@pytest.mark.parametrize(
    "wrong",
    [
        {"id": ""},
        {"maximum": Fraction(0)},
        {"threshold": Fraction(0)},
        {"digits": -1},
        {"kind": "choice", "maximum": Fraction(1, 2)},
        {"kind": "points", "threshold": Fraction(1, 2)},
        {"kind": "points", "numerator": ("a",)},
    ],
)
def test_malformed_measures(wrong: dict[str, object]) -> None:
    with pytest.raises(MalformedError):
        attrs.evolve(Measure(id="a", name="a", maximum=Fraction(1)), **wrong)


def test_every_module_lists_its_names() -> None:
    for module in (service_quality, *(importlib.import_module(info.name) for info in MODULES)):
        assert dir(module) == sorted(module.__all__)


def test_values() -> None:
    score = QD766.evaluate(DAK_LAK)
    for held in (QD766, QD766.measures[0], score):
        assert pickle.loads(pickle.dumps(held)) == held
        assert hash(held) == hash(pickle.loads(pickle.dumps(held)))
    assert repr(QD766) == "<Profile qd766-2026: 21 indicators, 7 groups>"
    assert QD766.with_points(("CLGQ",), name="x").exempt == frozenset()

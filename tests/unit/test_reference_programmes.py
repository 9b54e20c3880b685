"""The published programmes, against figures that were typed again from the sources."""

import datetime as dt
from fractions import Fraction

import pytest

from tthc.errors import BaseMismatchError, MetricMismatchError
from tthc.identifiers import LegalNumber
from tthc.programmes import Observation, Programme, audit, movement, trace
from tthc.reference.programmes import AS_OF, NQ_66, NQ_68, PROJECT_30, QD_1085, TOTALS, VIETNAM

DECEMBER = dt.date(2025, 12, 21)


def _figure(programme: Programme, part: int) -> Observation:
    found = [figure for figure in programme.figures if figure.part == part]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("programme", "part", "whole", "percent"),
    [
        (PROJECT_30, 4818, 5421, "88.88"),
        (NQ_68, 3241, 15801, "20.51"),
        (NQ_66, 2028, 7806, "25.98"),
        (NQ_66, 2051, 4888, "41.96"),
        (NQ_66, 2263, 6974, "32.45"),
        (NQ_66, 3071, 4888, "62.83"),
        (NQ_66, 2269, 6974, "32.54"),
        (NQ_66, 3085, 4888, "63.11"),
        (NQ_66, 2371, 6974, "34.00"),
        (NQ_66, 849, 6974, "12.17"),
        (NQ_66, 1235, 4888, "25.27"),
    ],
)
def test_published_shares(programme: Programme, part: int, whole: int, percent: str) -> None:
    figure = _figure(programme, part)
    assert figure.share == Fraction(part, whole)
    assert abs(100 * figure.share - Fraction(percent)) <= Fraction(1, 200)
    assert figure.confirmed
    assert figure.source


def test_what_sources_print_follows_from_their_parts() -> None:
    for programme in VIETNAM.programmes:
        for figure in programme.figures:
            if figure.stated and figure.share is not None:
                assert "half_up" in figure.fits, figure


@pytest.mark.parametrize(
    ("programme", "document", "issued"),
    [
        (PROJECT_30, "30/QĐ-TTg", dt.date(2007, 1, 10)),
        (NQ_68, "68/NQ-CP", dt.date(2020, 5, 12)),
        (QD_1085, "1085/QĐ-TTg", dt.date(2022, 9, 15)),
        (NQ_66, "66/NQ-CP", dt.date(2025, 3, 26)),
        (VIETNAM.programme("nq-66.16-2026"), "66.16/2026/NQ-CP", dt.date(2026, 4, 7)),
        (VIETNAM.programme("nq-66.17-2026"), "66.17/2026/NQ-CP", dt.date(2026, 5, 18)),
        (VIETNAM.programme("nq-66.18-2026"), "66.18/2026/NQ-CP", dt.date(2026, 5, 18)),
        (VIETNAM.programme("nq-66.19-2026"), "66.19/2026/NQ-CP", dt.date(2026, 5, 18)),
    ],
)
def test_documents(programme: Programme, document: str, issued: dt.date) -> None:
    assert programme.document == LegalNumber.parse(document)
    assert programme.issued == issued


@pytest.mark.parametrize("number", [16, 17, 18, 19])
def test_some_cuts_lapse(number: int) -> None:
    programme = VIETNAM.programme(f"nq-66.{number}-2026")
    assert programme.part_of == NQ_66.id
    assert programme.validity is not None
    assert programme.validity.last_day == dt.date(2027, 2, 28)


def test_targets_of_nq66_and_nq68() -> None:
    shares = {target.id: (target.metric, target.threshold, target.due) for target in (*NQ_66.targets, *NQ_68.targets)}
    assert shares["nq66-conditions-2025"] == ("conditions", Fraction(3, 10), dt.date(2025, 12, 31))
    assert shares["nq66-time-2025"][:2] == ("processing_time", Fraction(3, 10))
    assert shares["nq66-cost-2025"][:2] == ("cost", Fraction(3, 10))
    assert shares["nq66-time-2026"] == ("processing_time", Fraction(1, 2), dt.date(2026, 12, 31))
    assert shares["nq66-cost-2026"][:2] == ("cost", Fraction(1, 2))
    assert shares["nq68-regulations"][:2] == ("regulations", Fraction(1, 5))
    assert shares["nq68-cost"][:2] == ("cost", Fraction(1, 5))
    base = NQ_66.target("nq66-cost-2026").base
    assert base is not None
    assert (base.count, base.as_of) == (None, dt.date(2024, 12, 31))


def test_qd1085() -> None:
    found = [(target.metric, target.threshold, target.due) for target in QD_1085.targets]
    assert found == [
        ("procedures_listed", 1, dt.date(2023, 4, 1)),
        ("procedures_reviewed", Fraction(1, 2), dt.date(2024, 1, 1)),
        ("procedures_reviewed", 1, dt.date(2025, 1, 1)),
        ("procedures_touched", Fraction(1, 5), dt.date(2025, 1, 1)),
        ("cost", Fraction(1, 5), dt.date(2025, 1, 1)),
    ]


def test_nq68_passes() -> None:
    verdict = NQ_68.target("nq68-regulations").judge(_figure(NQ_68, 3241))
    assert (verdict.outcome, verdict.in_time) == ("met", True)


@pytest.mark.parametrize(
    ("part", "on_base", "outcome"),
    [
        (2028, "figure", "not_met"),
        (2263, "figure", "met"),
        (2269, "figure", "met"),
        (2269, "target", "not_met"),
        (2371, "figure", "planned_only"),
        (2371, "target", "planned_only"),
        (849, "figure", "not_met"),
    ],
)
def test_nq66_conditions(part: int, on_base: str, outcome: str) -> None:
    target = NQ_66.target("nq66-conditions-2025")
    assert target.judge(_figure(NQ_66, part), on_base=on_base).outcome == outcome  # type: ignore[arg-type]


def test_62_8_per_cent_touched_is_not_30_per_cent_of_the_cost() -> None:
    with pytest.raises(MetricMismatchError):
        NQ_66.target("nq66-cost-2025").judge(_figure(NQ_66, 3071))


def test_the_base_of_conditions_moved() -> None:
    august, november = _figure(NQ_66, 2028), _figure(NQ_66, 2269)
    with pytest.raises(BaseMismatchError):
        movement(august, november)
    change = movement(august, november, on_base="before")
    assert change.done == Fraction(241, 7806)
    assert change.moved == Fraction(2269, 6974) - Fraction(2269, 7806)


def test_project_30_cost_is_as_printed() -> None:
    reported = _figure(PROJECT_30, 30 * 10**12)
    assert (reported.stated_share, reported.precision, reported.share) == (Fraction(3731, 10000), "about", None)
    assert not _figure(PROJECT_30, 29_698 * 10**9).confirmed
    assert PROJECT_30.targets[0].metric is None


def test_the_audit_of_december_2025() -> None:
    report = audit(VIETNAM, on=DECEMBER)
    by_code = report.by_code()
    enacted = [finding.text() for finding in by_code["TTHC942"]]
    assert "1.235 thủ tục trong 3.085 thủ tục theo phương án (40,0 %)" in enacted[0]
    assert "849 điều kiện trong 2.371 điều kiện theo phương án (35,8 %)" in enacted[1]
    assert [finding.subject for finding in by_code["TTHC938"]] == ["da30-30"]
    assert "29,0 %" in by_code["TTHC949"][0].text()
    assert not {"TTHC940", "TTHC941", "TTHC943", "TTHC944", "TTHC947"} & set(by_code)


def test_totals() -> None:
    found = {(base.count, base.as_of) for base in TOTALS}
    assert {(6358, dt.date(2025, 5, 2)), (4377, dt.date(2025, 5, 2)), (5741, dt.date(2026, 9, 26))} <= found
    assert {(3831, dt.date(2023, 12, 31)), (1336, dt.date(2023, 12, 31)), (6422, None)} <= found
    assert all(base.what and base.source for base in TOTALS)
    assert dt.date(2026, 11, 22) == AS_OF


def test_the_parts_of_nq66_hang_below_it() -> None:
    assert len(trace(VIETNAM, NQ_66.id, on=AS_OF).down) == 5
    assert _figure(VIETNAM.programme("nq-66.7-2025"), 786).stage == "enacted"
    assert _figure(VIETNAM.programme("nq-66.17-2026"), 56).share == Fraction(198 - 142, 198)
    assert not _figure(VIETNAM.programme("nq-66.18-2026"), 23_000 * 10**9).confirmed

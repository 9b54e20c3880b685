"""The published methods, by worked examples."""

from fractions import Fraction

import pytest

from tthc.errors import NotFoundError
from tthc.indices import published

F = Fraction


def test_the_weights_of_the_egovernment_index_by_edition() -> None:
    ones = {"VNM": {"OSI": 1, "TII": 0, "HCI": 0}}
    assert published.egdi(2008).evaluate(ones).value("VNM") == F(34, 100)
    assert published.egdi(2005).evaluate(ones).value("VNM") == F(1, 3)
    assert published.egdi(2024).id == "egdi-2024"
    assert "not to be compared" in published.egdi(2010).note
    assert published.egdi(2012).note == ""
    with pytest.raises(NotFoundError, match="2026"):
        published.egdi(2026)


def test_viet_nam_in_2024() -> None:
    figures = {"VNM": {"OSI": F("0.70811"), "TII": F("0.87797"), "HCI": F("0.72665")}}
    score = published.egdi(2024).evaluate(figures)["VNM"]["EGDI"]
    assert score is not None
    assert score.rounded(4) == F("0.7709")


def test_a_score_of_doing_business() -> None:
    ends = {"starting": {"procedures": (1, 18), "cost": (0, 200)}, "taxes": {"rate": (26, 84)}}
    index = published.doing_business(2020, ends, curves={"rate": F(4, 5)})
    scores = index.evaluate(
        {"VNM": {"procedures": 8, "cost": 5, "rate": 55}, "X": {"procedures": 1, "cost": 300, "rate": 20}}
    )
    assert scores.value("VNM", "starting") == (F(1000, 17) + F(195, 2)) / 2
    assert scores.value("VNM", "rate") == pytest.approx(57.4349, abs=1e-4)
    assert (scores.value("X", "cost"), scores.value("X", "rate")) == (0, 100.0)
    with pytest.raises(NotFoundError, match="'time'"):
        published.doing_business(2020, ends, curves={"time": 1})


def test_the_human_development_index_of_the_technical_notes() -> None:
    costa_rica = {"life": F("79.4"), "expected_schooling": F("13.9"), "mean_schooling": F("8.4"), "income": 13_413}
    score = published.HDI_2014.evaluate({"CRI": costa_rica})["CRI"]["HDI"]
    assert score is not None
    assert not score.exact
    assert score.rounded(3) == F("0.767")
    rich = published.HDI_2014.evaluate({"X": {**costa_rica, "income": 120_000}})
    assert rich.value("X", "income") == 1


def test_the_technology_index_cuts_what_lies_beyond_its_posts() -> None:
    leaves = {leaf.id: leaf for leaf in published.TAI_2001.indicators}
    assert float(leaves["telephones"].score(1200) or 0) == 1

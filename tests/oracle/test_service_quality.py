"""The scores of the 34 provinces and of the country as the national portal published them on 17/09/2026."""

import csv
import json
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from tthc.exact import round_to
from tthc.service_quality import QD766, QD766_2022, QD766_GROUPS, ServiceScore

GROUPS = ("CKMB", "TDGQ", "CLGQ", "TTTT", "MDHL", "MDSH")


@pytest.fixture(scope="module")
def provinces(shared: Path) -> dict[str, dict[str, str]]:
    text = (shared / "data/service-index/provinces_2026-09-17.csv").read_text(encoding="utf-8")
    return {row["departmentCode"]: row for row in csv.DictReader(text.splitlines())}


@pytest.fixture(scope="module")
def scores(provinces: dict[str, dict[str, str]]) -> dict[str, ServiceScore]:
    return {
        code: QD766_GROUPS.evaluate({name: Decimal(row[name]) for name in GROUPS}, unit=row["departmentName"])
        for code, row in provinces.items()
    }


def test_the_groups_of_every_province_add_up(
    provinces: dict[str, dict[str, str]], scores: dict[str, ServiceScore]
) -> None:
    assert len(scores) == 34
    for code, row in provinces.items():
        assert scores[code].total == Fraction(row["totalScore"])
        assert scores[code].lacking == ()


def test_the_provinces_rank_in_the_order_published(
    provinces: dict[str, dict[str, str]], scores: dict[str, ServiceScore]
) -> None:
    ranking = QD766.ranking(scores)
    assert list(ranking) == list(provinces)
    assert [standing.rank for standing in ranking.values()] == list(range(1, 35))
    assert ranking.ranked == 34
    # An independent count: one more than the provinces that have more points.
    totals = {code: Fraction(row["totalScore"]) for code, row in provinces.items()}
    for code, total in totals.items():
        assert ranking.rank(code) == 1 + sum(other > total for other in totals.values())
    assert {QD766.classify(total) for total in totals.values()} == {"trung bình"}


def test_the_country_is_not_the_mean_of_its_provinces(shared: Path, scores: dict[str, ServiceScore]) -> None:
    country = json.loads(
        (shared / "data/service-index/national_2026-09-17.json").read_text(encoding="utf-8"), parse_float=Decimal
    )
    published = Fraction(country["overview"]["totalScore"])
    score = QD766_2022.evaluate({group["code"]: group["score"] for group in country["radar"]})
    assert score.total == published == Fraction("56.56")
    totals = [score.total for score in scores.values() if score.total is not None]
    mean = sum(totals, Fraction(0)) / len(totals)
    assert round_to(mean, 2) == Fraction("61.55")
    for group in country["radar"]:
        assert group["maxScore"] == QD766.maximum(group["code"])

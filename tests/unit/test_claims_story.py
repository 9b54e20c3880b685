"""Four statements of one story, parsed and checked against the tables of the United Nations.

Three are true. The rise of the online services to 2016 is so only with some order of the states that share a place.
"""

import datetime as dt

import pytest

from tthc.rankings.figures import check_cut, check_ratio
from tthc.rankings.parsing import parse_claims, parse_cut_claims, parse_ratio_claims
from tthc.rankings.verdicts import check_claim
from tthc.reference.egdi import EDITIONS

VIETNAMESE = """
Theo khảo sát năm 2016 của Liên hợp quốc, Chỉ số phát triển Chính phủ điện tử (EGDI) của Việt Nam xếp hạng 89/193,
tăng 10 bậc so với năm 2014. Chỉ số dịch vụ công trực tuyến (OSI) tăng 8 bậc, lên thứ hạng 74/193 quốc gia (so với năm
2014). Năm 2018, EGDI xếp hạng 88/193, tăng 1 bậc so với năm 2016. OSI tăng 15 bậc, lên thứ hạng 59/193 quốc gia (so
với năm 2016).
"""
CARRIED_BACK = """
Năm 2016, EGDI của Việt Nam tăng 10 bậc, đứng thứ 89/193, và chỉ số dịch vụ công trực tuyến tăng 8 bậc, lên thứ hạng
74/193 quốc gia (so với năm 2014). Năm 2018, EGDI đứng thứ 88/193, tăng 1 bậc; dịch vụ công trực tuyến tăng 15 bậc, lên
thứ hạng 59/193 quốc gia (so với năm 2016).
"""
ENGLISH = """
In the 2016 survey Viet Nam's EGDI ranked 89th of 193 states, up 10 places, and its Online Service Index rose 8 places
to 74/193 (compared with 2014). In 2018 the EGDI ranked 88th of 193, up one place, and online services rose 15 places to
59th of 193 (compared with 2016).
"""
SHORT = """
In 2016 Viet Nam's EGDI ranked 89/193, up 10 on 2014. Its Online Service Index rose 8 places to 74/193 (against 2014).
In 2018 the EGDI ranked 88/193, up 1 on 2016. Its Online Service Index rose 15 places to 59/193 (against 2016).
"""
FOUR = [
    ("EGDI", 2016, "VNM", 89, 193, 10, 2014),
    ("OSI", 2016, "VNM", 74, 193, 8, 2014),
    ("EGDI", 2018, "VNM", 88, 193, 1, 2016),
    ("OSI", 2018, "VNM", 59, 193, 15, 2016),
]


@pytest.mark.parametrize("story", [VIETNAMESE, CARRIED_BACK, ENGLISH, SHORT])
def test_the_four_statements(story: str) -> None:
    claims = parse_claims(story)
    assert [(c.index, c.edition, c.unit, c.rank, c.of, c.change, c.since) for c in claims] == FOUR
    verdicts = [check_claim(claim, EDITIONS) for claim in claims]
    assert [verdict.outcome for verdict in verdicts] == ["true", "true_under", "true", "true"]


@pytest.mark.parametrize("story", [CARRIED_BACK, ENGLISH])
def test_a_base_year_at_the_end_of_the_sentence_is_carried_back_and_said_to_be(story: str) -> None:
    egdi, osi, *_ = parse_claims(story)
    assert ("since" in egdi.carried, "since" in osi.carried) == (True, False)
    assert "ngữ cảnh" in check_claim(egdi, EDITIONS).because.text("vi")


def test_an_article_that_quotes_the_edition_before_last() -> None:
    (claim,) = parse_claims("Chỉ số dịch vụ công trực tuyến năm 2018 của Việt Nam đứng thứ 59/193.")
    verdict = check_claim(claim, EDITIONS, on=dt.date(2020, 8, 25))
    assert [(place.edition, place.rank) for place in verdict.newer] == [(2020, 81)]
    siblings = {place.index: place.rank for place in verdict.siblings}
    assert (siblings["TII"], siblings["HCI"]) == (100, 120)


def test_figures_of_the_same_story() -> None:
    (ratio,) = parse_ratio_claims("Đã cắt giảm 4.818/5.421 điều kiện, tương ứng 37,31 %.")
    assert check_ratio(ratio).outcome == "does_not_follow"
    (cut,) = parse_cut_claims("Chi phí giảm từ 2.306 tỷ đồng xuống 654 tỷ đồng, tiết kiệm 1.652 tỷ đồng, bằng 71,64 %.")
    assert check_cut(cut).outcome == "rounded"

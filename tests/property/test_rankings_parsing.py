"""Whatever a text is: claims have their place in it, the same text gives the same, time grows with its length."""

import json
import time
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc.rankings.figures import check_cut, check_ratio
from tthc.rankings.parsing import parse_claims, parse_cut_claims, parse_ratio_claims

SENTENCES = json.loads((Path(__file__).resolve().parents[1] / "data/claim_sentences.json").read_text(encoding="utf-8"))
TEXTS = [*(entry["text"] for entry in SENTENCES["said"]), *SENTENCES["odd"]]
WORDS = sorted({word for text in TEXTS for word in text.replace("/", " / ").split()})
PARSERS = (parse_claims, parse_ratio_claims, parse_cut_claims)
# no claim by themselves, nor a part of one
DISTRACTORS = [
    "Đại hội lần thứ XXVI khai mạc chiều 25/8. ",
    "Cách mạng công nghiệp 4.0 trong giai đoạn 2020-2025. ",
    "Tỉnh có 412 dịch vụ công trực tuyến mức độ 3, 4. ",
    "Nghị quyết 36a/NQ-CP; hồ sơ đúng hạn: 98/100. ",
]

salad = st.lists(
    st.sampled_from([*WORDS, "\n", "\u200b", "\u0301", "99999999999", "1.2.3", "%", "trên", "0th"]), max_size=60
)


@given(st.one_of(st.text(max_size=200), salad.map(" ".join), salad.map("".join)))
def test_spans_lie_in_the_text_in_its_order(text: str) -> None:
    for parse in PARSERS:
        spans = [claim.span for claim in parse(text)]
        assert spans == sorted(spans)
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert parse(text) == parse(text)
    for ratio in parse_ratio_claims(text):
        assert check_ratio(ratio).outcome
    for cut in parse_cut_claims(text):
        assert check_cut(cut).outcome


@given(salad.map(" ".join))
def test_the_normal_form_of_unicode_does_not_matter(text: str) -> None:
    plain = unicodedata.normalize("NFC", text)
    there, here = parse_claims(unicodedata.normalize("NFD", plain)), parse_claims(plain)
    assert [str(claim) for claim in there] == [str(claim) for claim in here]


@given(st.sampled_from(TEXTS), st.sampled_from(DISTRACTORS))
def test_distractors_in_front_change_nothing(text: str, distractor: str) -> None:
    assert parse_claims(distractor) == ()
    moved = [(str(claim), claim.span[0] - len(distractor)) for claim in parse_claims(distractor + text)]
    assert moved == [(str(claim), claim.span[0]) for claim in parse_claims(text)]


def _seconds(parse: Callable[[str], object], text: str) -> float:
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        parse(text)
        best = min(best, time.process_time() - start)
    return best


RANKS = [
    "hạng ", "9", "(", "89/193, ", "từ ", "EGDI hạng 8, ", "2016 và ", "một ", "\u0301", "Viet Nam, ", "so với năm ",
    "xếp thứ 8 và ", "EGDI, OSI lần lượt xếp thứ 8, 9 và 10 ", "tăng ",
    "EGDI tăng 10 bậc, lên hạng 89/193 (so với năm 2014). ",
]  # fmt: skip
FIGURES = [
    "9",
    "từ ",
    "từ 5 tỷ xuống 3 tỷ ",
    "từ 5 xuống 3, giảm 2 (40 %), ",
    "giảm ",
    "5/6 ",
    "được ",
    "5/6 (83,3 %) ",
]
CASES = [
    *((parse_claims, unit) for unit in RANKS),
    *((parse, unit) for parse in (parse_ratio_claims, parse_cut_claims) for unit in FIGURES),
]


@pytest.mark.parametrize(("parse", "unit"), CASES)
def test_time_grows_with_the_length_of_the_text(parse: Callable[[str], object], unit: str) -> None:
    short, long = ((unit * (size // len(unit) + 1))[:size] for size in (12_500, 50_000))
    # four times the length; sixteen times the time would be quadratic
    assert _seconds(parse, long) <= 9 * _seconds(parse, short) + 0.05

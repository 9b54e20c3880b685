"""Statements on ranks, ratios and cuts, read out of sentences."""

import json
import unicodedata
from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest

from tthc.rankings import (
    _claim_assembling,
    _claim_atoms,
    _claim_bases,
    _claim_cutting,
    _claim_figures,
    _claim_grammar,
    _claim_lists,
    _claim_movements,
    _claim_names,
    _claim_owning,
    _claim_phrases,
    _claim_pieces,
    _claim_ranks,
    _claim_tokens,
    _claim_words,
    parsing,
)
from tthc.rankings.parsing import parse_claims, parse_cut_claims, parse_ratio_claims
from tthc.text import normalise

SENTENCES = json.loads((Path(__file__).resolve().parents[1] / "data/claim_sentences.json").read_text(encoding="utf-8"))
SAID: list[tuple[str, list[str]]] = [(entry["text"], entry["claims"]) for entry in SENTENCES["said"]]
ODD: list[str] = SENTENCES["odd"]

Parse = Callable[[str], tuple[object, ...]]


@pytest.mark.parametrize(("text", "claims"), SAID)
def test_what_a_sentence_says(text: str, claims: list[str]) -> None:
    found = parse_claims(text)
    assert [str(claim) + "".join(f" *{field}" for field in claim.carried) for claim in found] == claims


@pytest.mark.parametrize("text", [*(text for text, _ in SAID), *ODD])
def test_spans_lie_in_the_text_in_its_order(text: str) -> None:
    spans = [claim.span for claim in parse_claims(text)]
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)


def _broken(text: str) -> str:
    """Break a text into lines of one word, but where a line that begins with a capital would be a new sentence."""
    parts = text.split(" ")
    behind = ["\r\n" if one[-1:].isalpha() and other[:1].islower() else " " for one, other in pairwise(parts)]
    return "".join(part + blank for part, blank in zip(parts, [*behind, ""], strict=True))


FORMS: dict[str, Callable[[str], str]] = {
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "blanks": lambda text: text.replace(" ", "\u00a0 "),
    "lines": _broken,
    "dashes": lambda text: text.replace("-", "\u2013"),
    "look-alikes": lambda text: text.replace("Đ", "\u00d0"),
    "invisible": lambda text: text.replace("9", "\u200b9"),
}


@pytest.mark.parametrize("form", FORMS)
def test_the_form_of_the_text_does_not_matter(form: str) -> None:
    for text, claims in SAID:
        odd = text if "\n" in text else FORMS[form](text)
        found = parse_claims(odd)
        assert [str(claim) + "".join(f" *{field}" for field in claim.carried) for claim in found] == claims, odd
        for claim, plain in zip(found, parse_claims(text), strict=True):
            span = normalise(odd[slice(*claim.span)]).replace("\u2013", "-")
            assert span == normalise(text[slice(*plain.span)])


def test_a_long_text_is_read_like_a_short_one() -> None:
    text = "Năm 2018, Việt Nam xếp hạng 88/193 về EGDI. "
    found = parse_claims(text * 100)
    assert {(claim.rank, claim.edition, claim.unit) for claim in found} == {(88, 2018, "VNM")}
    assert parse_claims("EGDI 2018: " + "và " * 1000 + "hạng 88")[0].rank == 88
    assert parse_claims("x" * 5000 + " EGDI hạng 88")[0].rank == 88


def test_an_index_named_long_ago_is_forgotten() -> None:
    between = "Hôm nay trời đẹp. "
    assert parse_claims("EGDI 2018: hạng 88. " + between * 7 + "Lào xếp thứ 162.")[-1].unit == "LAO"
    assert len(parse_claims("EGDI 2018: hạng 88. " + between * 9 + "Lào xếp thứ 162.")) == 1


@pytest.mark.parametrize("parse", [parse_claims, parse_ratio_claims, parse_cut_claims])
@pytest.mark.parametrize("value", [None, 5, b"EGDI", ["EGDI"]])
def test_what_is_no_text_is_refused(parse: Parse, value: str) -> None:
    with pytest.raises(TypeError, match="expected text to read statements from, got"):
        parse(value)
    assert parse("") == ()


RATIOS = [
    ("4.818/5.421 điều kiện, tương ứng 37,31 %", (4818, 5421, Fraction(3731, 100), None)),
    ("4,818 of 5,421 conditions (37.31 %)", (4818, 5421, Fraction(3731, 100), None)),
    ("786/1.200 thủ tục (65,50 %)", (786, 1200, Fraction(131, 2), 2)),
    ("98,5 % (1.970/2.000 hồ sơ)", (1970, 2000, Fraction(197, 2), None)),
    ("98.5 per cent (1,970 out of 2,000)", (1970, 2000, Fraction(197, 2), None)),
    ("1.970 hồ sơ trên tổng số 2.000 hồ sơ, đạt 98,5 phần trăm", (1970, 2000, Fraction(197, 2), None)),
    ("12 of the 24 files, or 50.0%", (12, 24, Fraction(50), 1)),
    ("1.234,5/2.469 triệu đồng, đạt 50 %", (Fraction(2469, 2), 2469, Fraction(50), None)),
]


@pytest.mark.parametrize(("text", "ratio"), RATIOS)
def test_ratios(text: str, ratio: tuple[object, ...]) -> None:
    before = "Kết quả là "
    (found,) = parse_ratio_claims(before + text + ".")
    assert (found.part, found.whole, found.percent, found.digits) == ratio
    assert (before + text)[slice(*found.span)] == text.removesuffix(" hồ sơ)").removesuffix(")")


@pytest.mark.parametrize(
    "text",
    [
        "12/63 tỉnh có số liệu. Tăng 5 %.",
        "12/63 tỉnh; tăng 5 %",
        "ngày 12/3/2019 đạt 5 %",
        "3 trên tổng số",
        "12/63 một hai ba bốn năm sáu bảy tám chín mười 5 %",
        "12/63 một , một , một , một , một , một , một , 5 %",
        "12/63 tỉnh 7 ngày",
        "5 % của 12 %/63",
        "1.23.4/5 (5 %) và 5/1.23.4 (5 %), 5/6 (1.2.3 %)",
        "12/" + "9" * 50 + " (5 %)",
        "1-12/63 (5 %)",
        "(12/63)",
        "12/63",
    ],
)
def test_no_ratio(text: str) -> None:
    assert parse_ratio_claims(text) == ()


CUTS = [
    (
        "Chi phí giảm từ 2.306 tỷ đồng xuống 654 tỷ đồng, tiết kiệm 1.652 tỷ đồng, tương đương 71,64 %.",
        "2.306 → 654 tỷ đồng, giảm 1.652 tỷ đồng (71,64 %)",
        {"before": 0, "after": 0, "saving": 0},
    ),
    (
        "Chi phí được cắt từ 2,3 nghìn tỷ đồng xuống còn 654 tỷ đồng (71,60%).",
        "2.300 → 654 tỷ đồng (71,60 %)",
        {"before": -2, "after": 0, "percent": 2},
    ),
    (
        "The time was cut from 15 working days to 10 working days, a saving of 5 days (33.3 %).",
        "15 → 10 working days, giảm 5 working days (33,3 %)",
        {},
    ),
    (
        "Costs fell from VND 2,306 billion to VND 654 billion, saving about 1,652 billion (71.64 per cent).",
        "2.306 → 654 billion VND, giảm 1.652 billion VND (71,64 %)",
        {"before": 0, "after": 0, "saving": 0},
    ),
    ("Rút ngắn từ 15 ngày xuống còn 10 ngày, đạt 33,33 %.", "15 → 10 ngày (33,33 %)", {}),
    (
        "Tiết kiệm 480 tỷ đồng/năm (từ 671 tỷ đồng xuống 263 tỷ đồng), tương đương 60,80 %.",
        "671 → 263 tỷ đồng, giảm 480 tỷ đồng (60,80 %)",
        {"before": 0, "after": 0, "saving": 0, "percent": 2},
    ),
    (
        "Giảm 60,8 %, từ 671 xuống 263 giờ.",
        "671 → 263 giờ (60,8 %)",
        {},
    ),
    ("Giảm từ 1,5 ngày xuống 1 ngày, giảm 33 %.", "1,5 → 1 ngày (33 %)", {"before": 1}),
    (
        "Giảm từ 2,3 nghìn tỷ đồng xuống 1,1 nghìn tỷ đồng, tiết kiệm được tới 1,2 nghìn tỷ đồng.",
        "2,3 → 1,1 nghìn tỷ đồng, giảm 1,2 nghìn tỷ đồng",
        {"before": 1, "after": 1, "saving": 1},
    ),
]


@pytest.mark.parametrize(("text", "cut", "digits"), CUTS)
def test_cuts(text: str, cut: str, digits: dict[str, int]) -> None:
    (found,) = parse_cut_claims(text)
    assert (str(found), dict(found.digits)) == (cut, digits)
    assert 0 <= found.span[0] < found.span[1] <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "từ 42 xuống 44",
        "tăng từ 5 tỷ lên 10 tỷ, 100 %",
        "từ tỉnh xuống xã, giảm 5 %",
        "giảm từ 5 % xuống 3 %, giảm 2 %",
        "từ 5 người một hai ba bốn năm sáu bảy xuống 3 người, giảm 5 %",
        "giảm từ 5 người. Xuống 3 người, giảm 5 %",
        "from 5 to 3 people, which is 40 %",
        "giảm từ 1.23.4 xuống 3, giảm 5 %",
        "giảm từ 5 người xuống 3 người; tiết kiệm 2 người",
        "tiết kiệm 2 người. Từ 5 người xuống 3 người",
        "5 %. Từ 5 người xuống 3 người",
        "giảm 5 %. Từ 5 người xuống 3 người",
        "giảm từ 5 xuống 3 từ 4 giảm 2 người",
        "giảm từ 5 xuống 3 " + "và " * 50 + "giảm 2 người",
    ],
)
def test_no_cut(text: str) -> None:
    assert parse_cut_claims(text) == ()


@pytest.mark.parametrize(
    "module",
    [
        _claim_assembling, _claim_atoms, _claim_bases, _claim_cutting, _claim_figures, _claim_grammar, _claim_lists,
        _claim_movements, _claim_names, _claim_owning, _claim_phrases, _claim_pieces, _claim_ranks, _claim_tokens,
        _claim_words, parsing,
    ],
)  # fmt: skip
def test_a_module_lists_its_names(module: object) -> None:
    assert set(dir(module)) == set(module.__all__)  # type: ignore[attr-defined]

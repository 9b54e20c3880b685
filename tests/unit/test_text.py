"""Vietnamese text: normal form, tone style, search key, sort key."""

import pickle
import random
import time
import unicodedata
from collections.abc import Callable

import pytest

from tthc import text as module
from tthc.errors import MalformedError
from tthc.text import Unparsed, new_tone_style, nfc, normalise, same, search_key, sort_key, tidy

NORMAL = {
    "nothing": ("", ""),
    "plain": ("Ủy ban nhân dân", "Ủy ban nhân dân"),
    "not NFC": ("U\u0309y ban nha\u0302n da\u0302n", "Ủy ban nhân dân"),
    "look-alikes": ("QÐ-TTg, ƉK, ðất, ɖây", "QĐ-TTg, ĐK, đất, đây"),
    "blanks": ("\u00a0Sở\u2003Tư\tpháp\u3000", "Sở Tư pháp"),
    "lines": ("một\r\nhai\rba\u2028bốn\u2029năm", "một hai ba bốn năm"),
    "invisible": ("\ufeffđất\u200b đai\u00ad\u2060", "đất đai"),
    "bidi": ("\u202eđất\u202c \u2066đai\u2069\u200f\u061c", "đất đai"),
    "dashes": ("63/2010/NĐ\u2013CP \u2014 \u2212 \uff0d", "63/2010/NĐ-CP - - -"),
    "bullets": ("\uf0b7 Đơn \u2022 Tờ khai \u00b7 \u0387 \u25cf", "- Đơn - Tờ khai - - -"),
    "control": ("a\x00b\x07c\x7fd\x9fe", "abcde"),
    "mark after what is invisible": ("a\u200b\u0301", "á"),
    "surrogate": ("\ud800x", "\ud800x"),
}


@pytest.mark.parametrize(("given", "normal"), NORMAL.values(), ids=list(NORMAL))
def test_normalise(given: str, normal: str) -> None:
    assert normalise(given) == normal
    assert normalise(normal) == normal


def test_tidy_keeps_lines_and_runs_of_blanks() -> None:
    assert tidy("a\r\n\u2022  b\u00a0\u00a0c\r\rd") == "a\n-  b  c\n\nd"
    assert tidy("Lớp  1 - Ủy ban\n") == "Lớp  1 - Ủy ban\n"


# Retyped from the rules of Vietnamese spelling: the mark moves in open syllables only, and "qu" is a consonant.
TONE = {
    "hòa": "hoà",
    "HÒA": "HOÀ",
    "Hòe": "Hoè",
    "khỏe": "khoẻ",
    "thủy": "thuỷ",
    "Thúy": "Thuý",
    "tùy": "tuỳ",
    "lũy": "luỹ",
    "cõa": "coã",
    "tọa đàm, Ủy ban": "toạ đàm, Uỷ ban",
    "ho\u0300a": "hoà",
    "hòa-bình; hòa9; hòa_": "hoà-bình; hoà9; hoà_",
}
UNMOVED = ["quý", "Quý", "QUÝ", "quỳ", "qúy", "hoàn", "hoàng", "toán", "khoét", "huỳnh", "suýt", "hóan", "già", "giò"]


@pytest.mark.parametrize(("old", "new"), TONE.items())
def test_tone_marks_move_to_the_second_vowel(old: str, new: str) -> None:
    assert new_tone_style(old) == new
    assert new_tone_style(new) == new
    assert same(old, new)


@pytest.mark.parametrize("word", UNMOVED)
def test_tone_marks_stay_in_closed_syllables_and_after_q(word: str) -> None:
    assert new_tone_style(word) == word


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Uỷ ban Nhân dân", "ỦY BAN NHÂN DÂN"),
        ("QÐ-TTg", "qđ\u2013ttg"),
        ("Sở  Tư pháp ", "sở tư\u00a0pháp"),
        ("ho\u0300a", "hoà"),
        ("", "\u200b "),
    ],
)
def test_same(left: str, right: str) -> None:
    assert same(left, right)
    assert same(right, left)


@pytest.mark.parametrize(
    ("left", "right"), [("hòa", "hoa"), ("hóan", "hoán"), ("đất", "dất"), ("quý", "qúy"), ("má", "mã"), ("a b", "ab")]
)
def test_not_same(left: str, right: str) -> None:
    assert not same(left, right)


@pytest.mark.parametrize(
    ("given", "key"),
    [
        ("", ""),
        ("ABC-12", "abc-12"),
        ("  Đăng\u00a0ký  KHAI SINH ", "dang ky khai sinh"),
        ("QÐ-TTg", "qd-ttg"),
        ("Ủy ban", "uy ban"),
        ("Uỷ ban", "uy ban"),
        ("tên_thủ_tục", "ten_thu_tuc"),
        ("Türkiye, Côte d'Ivoire", "turkiye, cote d'ivoire"),
        ("a \u0301 b", "a b"),
        ("\ud800Đ", "\ud800d"),
    ],
)
def test_search_key(given: str, key: str) -> None:
    assert search_key(given) == key
    assert search_key(key) == key


def _sorted(words: list[str]) -> list[str]:
    shuffled = list(words)
    random.Random(1).shuffle(shuffled)
    return sorted(shuffled, key=sort_key)


@pytest.mark.parametrize(
    "words",
    [
        ["a", "A", "à", "À", "ả", "ã", "á", "ạ", "ä", "ă", "ằ", "â", "b", "c", "ç", "d", "đ", "Đ", "e", "ê"],
        ["o", "ò", "ô", "ơ", "p", "u", "ü", "ư", "ừ", "v", "w", "x", "y", "ỵ", "z"],
        ["Bà Rịa", "Bạc Liêu", "Bắc Giang", "Bắc Ninh", "Bến Tre", "Đà Nẵng", "Hà Nội", "Hòa Bình"],
        ["", " ", "_", "-", ",", "(", "@", "/", "#", "$", "©", "1", "9", "a", "z", "ж", "中"],
        ["1", "10", "2", "٣", "4"],
        ["Tunisia", "Türkiye", "Tuvalu"],
        ["an", "an bình", "ân"],
        ["x\ud800", "y"],
    ],
)
def test_sort_key_orders_as_vietnamese_does(words: list[str]) -> None:
    assert _sorted(words) == words


def test_sort_key_sees_letters_first_then_tones_then_case() -> None:
    assert _sorted(["Ba", "bà", "Bà", "bac"]) == ["Ba", "bà", "Bà", "bac"]
    assert sort_key("Sở  Tư pháp") == sort_key("Sở Tư\u00a0pháp")


def test_unparsed_keeps_its_text() -> None:
    text = Unparsed(" Sở: 05 ngày\n")
    assert str(text) == text.text == " Sở: 05 ngày\n"
    assert repr(text) == "Unparsed(text=' Sở: 05 ngày\\n')"
    assert text == pickle.loads(pickle.dumps(text))
    with pytest.raises(MalformedError, match="text: expected str, got 5"):
        Unparsed(5)  # type: ignore[arg-type]


FUNCTIONS: list[Callable[[str], object]] = [tidy, normalise, new_tone_style, search_key, sort_key, lambda t: same(t, t)]


@pytest.mark.parametrize("function", FUNCTIONS)
@pytest.mark.parametrize("unit", ["òa ", "\u200b\u0301", "\u0301", "q", "\r\n", "\uf0b7", "ò"])
def test_the_time_grows_with_the_text(function: Callable[[str], object], unit: str) -> None:
    def seconds(size: int) -> float:
        given, best = unit * (size // len(unit)), float("inf")
        for _ in range(3):
            started = time.process_time()
            function(given)
            best = min(best, time.process_time() - started)
        return best

    assert seconds(100_000) < 20 * seconds(25_000) + 0.05  # quadratic work would be 16 times as much, and seconds long


def test_module_lists_its_names() -> None:
    assert dir(module) == module.__all__ == sorted(module.__all__)


def test_a_pile_of_marks_is_composed_as_unicode_does_and_in_linear_time() -> None:
    pile = "a" + "\u0323\u0301\u0302" * 30 + "ê" + "\u0301\u0323" * 40
    assert nfc(pile) == unicodedata.normalize("NFC", pile)
    long = "a" + "\u0323\u0301" * 100_000  # minutes, if the marks were sorted by insertion
    assert unicodedata.is_normalized("NFC", tidy(long))

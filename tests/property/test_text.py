"""What holds of every text."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from tthc.text import new_tone_style, normalise, same, search_key, sort_key, tidy

# Vietnamese letters and marks, what records are dirty with, and any character at all, lone surrogates among them.
VOWELS = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]
LETTERS = st.sampled_from([v + t for v in VOWELS for t in TONES] + list("bcdđghklmnpqrstvxĐQÐɖ"))
DIRT = st.sampled_from(
    list(" \t\n\r\u00a0\u200b\u200d\u2028\u2013\uf0b7\ufeff\u202e\u0387\u0301\u0323\u031b_-.,;/()19")
)
ANYTHING = st.characters()
TEXTS = st.lists(LETTERS | DIRT | ANYTHING, max_size=12).map("".join) | st.text(st.characters(categories=["Cs", "Mn"]))
WORDS = st.lists(LETTERS, max_size=6).map("".join)


@given(TEXTS)
def test_every_form_is_its_own_form(text: str) -> None:
    for form in (tidy, normalise, new_tone_style, search_key):
        assert form(form(text)) == form(text)


@given(TEXTS)
def test_normal_text_is_nfc_on_one_line(text: str) -> None:
    normal = normalise(text)
    assert unicodedata.is_normalized("NFC", normal)
    assert normal == normal.strip()
    assert "  " not in normal
    assert normal.splitlines() in ([], [normal])
    assert normalise(tidy(text)) == normal


@given(TEXTS)
def test_composed_and_decomposed_text_is_one(text: str) -> None:
    for form in ("NFC", "NFD"):
        other = unicodedata.normalize(form, text)  # type: ignore[arg-type]
        assert normalise(other) == normalise(text)
        assert new_tone_style(other) == new_tone_style(text)
        assert same(text, other)
        assert search_key(other) == search_key(text)
        assert sort_key(other) == sort_key(text)


@given(TEXTS, TEXTS, TEXTS)
def test_same_is_an_equivalence(a: str, b: str, c: str) -> None:
    assert same(a, a)
    assert same(a, b) is same(b, a)
    assert not (same(a, b) and same(b, c)) or same(a, c)


@given(WORDS, st.sampled_from(["", " ", "\u200b", "\u00a0 "]))
def test_texts_that_differ_in_what_does_not_count_are_the_same(word: str, blank: str) -> None:
    for other in (word.upper(), word.lower(), new_tone_style(word), f"{blank}{word}{blank}"):
        assert same(word, other)
        assert search_key(word) == search_key(other)


@given(st.sampled_from("oO"), st.sampled_from("aAeE"), st.sampled_from(TONES[1:]), WORDS)
def test_open_syllables_have_two_spellings(first: str, second: str, tone: str, tail: str) -> None:
    old, new = first + tone + second, first + second + tone
    assert same("h" + old, "h" + new)
    assert same(f"h{old} {tail}", f"h{new} {tail}")
    assert not same(f"h{old}n", f"h{new}n")
    assert not same(f"q{old}", f"q{new}")
    assert search_key(f"h{old}n") == search_key(f"h{new}n")


def _bare(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word)
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if c not in TONES))


@given(WORDS, WORDS)
def test_sort_keys_weigh_letters_then_tones_then_case(word: str, other: str) -> None:
    assert sort_key(word) == sort_key(f" {word}\u200b ")
    assert sort_key(word.lower())[:2] == sort_key(word)[:2] == sort_key(word.upper())[:2]
    assert sort_key(word.lower()) <= sort_key(word) <= sort_key(word.upper())
    assert sort_key(_bare(word))[0] == sort_key(word)[0]
    assert sort_key(_bare(word)) <= sort_key(word)
    assert sort_key(word) <= sort_key(word + other)
    if sort_key(_bare(word.lower())) < sort_key(_bare(other.lower())):
        assert sort_key(word) < sort_key(other)


@given(st.lists(TEXTS, max_size=6))
def test_any_texts_can_be_sorted(texts: list[str]) -> None:
    ordered = sorted(texts, key=sort_key)
    assert sorted(map(normalise, ordered)) == sorted(map(normalise, texts))
    assert [sort_key(normalise(text)) for text in ordered] == sorted(map(sort_key, texts))

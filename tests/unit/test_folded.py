"""Folding: every place of the folded text leads back to one in the text as given."""

from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc._folded import fold, mended, note_behind
from tthc.text import tidy

PIECES = ["NGÀY", "nga\u0300y", "đồng\u200b", "–", "\u00a0", "a\u0323\u0301", "İ", "\u0958", "\r\n", "Ð", " ; "]
texts = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4))).map("".join)


@given(texts)
def test_cuts_lead_back(text: str) -> None:
    key, cuts = fold(text)
    assert len(cuts) == len(key) + 1
    assert cuts[0] == 0
    assert list(cuts) == sorted(cuts)
    assert cuts[-1] <= len(text)
    assert tidy(text[cuts[-1] :]) == ""
    for n in range(len(key) + 1):
        assert len(fold(text[: cuts[n]])[0]) >= n


@pytest.mark.parametrize("text", ["NGÀY – 5", "nga\u0300y", "", "ĐỒNG\u200b"])
def test_the_key_is_tidy_and_small(text: str) -> None:
    assert fold(text)[0] == tidy(text).lower()


def test_a_long_text_with_stacked_marks_is_folded_piece_by_piece() -> None:
    text = "Nga\u0300y " + "a" + "\u0301\u0323" * 1000
    key, cuts = fold(text)
    assert key.startswith("ngày ")
    assert text[cuts[5] :].startswith("a")


def test_a_note_is_cut_out_of_the_text_as_given() -> None:
    text = "5\u200b nga\u0300y ; Nha\u0323\u0302n ho\u0302\u0300 sơ "
    key, cuts = fold(text)
    assert note_behind(text, key, cuts, len("5 ngày")) == ("Nha\u0323\u0302n ho\u0302\u0300 sơ", ("characters",))


@pytest.mark.parametrize(
    ("head", "repairs"),
    [("5 ngày", ()), ("", ()), (" 5 ngày", ("blanks",)), ("5  ngày", ("blanks",)), ("5–6\u200b", ("characters",))],
)
def test_what_was_mended(head: str, repairs: tuple[str, ...]) -> None:
    assert mended(head) == repairs


@pytest.mark.parametrize("name", ["_folded", "_fee_amounts", "_fee_grammar", "calendar._limit_grammar"])
def test_dir_names_what_other_modules_may_use(name: str) -> None:
    module = import_module(f"tthc.{name}")
    assert dir(module) == sorted(module.__all__)
    assert all(hasattr(module, public) for public in module.__all__)


@pytest.mark.parametrize("name", ["fees", "numerals", "calendar.limits"])
def test_dir_names_what_is_public(name: str) -> None:
    module = import_module(f"tthc.{name}")
    assert dir(module) == sorted(module.__all__)

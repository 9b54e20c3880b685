"""The words of what parsers mend."""

import pytest

from tthc import repairs
from tthc.errors import NotFoundError
from tthc.repairs import describe


@pytest.mark.parametrize("slug", repairs._WORDS)
def test_every_repair_has_words_in_both_languages(slug: str) -> None:
    vi, en = describe(slug), describe(slug, "en")
    assert vi == describe(slug, "vi") != en
    assert slug.replace("-", "").isascii()
    assert vi == vi.strip() != ""
    assert en == en.strip() != ""
    assert not vi.endswith(".")
    assert not en.endswith(".")


def test_an_unknown_repair_is_not_found() -> None:
    with pytest.raises(NotFoundError, match="unknown repair: 'x'"):
        describe("x")


def test_module_lists_its_names() -> None:
    assert dir(repairs) == repairs.__all__

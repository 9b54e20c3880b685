"""Text against the oracle file, against ICU, and on the names of real units."""

import itertools
import json
import random
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from tthc.text import new_tone_style, normalise, same, search_key, sort_key

VOWELS = "aăâeêioôơuưy"
TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
LETTERS = [unicodedata.normalize("NFC", v + t) for v in VOWELS for t in TONES] + list("bcdđfghjklmnpqrstvwxz")
LETTERS += [letter.upper() for letter in LETTERS]
MARKS = list(" _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$0123456789")
FOREIGN = list("éèëïöüçñšžåāċÏÇÜ")


@pytest.fixture(scope="module")
def oracle(shared: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((shared / "oracles" / "calendar-and-text.json").read_text(encoding="utf-8"))[
        "text"
    ]
    return found


def test_tone_style(oracle: dict[str, Any]) -> None:
    cases = oracle["tone_new"]
    assert len(cases) >= 10
    assert {old: new_tone_style(old) for old in cases} == cases
    assert all(same(old, new) for old, new in cases.items())


def test_search_key(oracle: dict[str, Any]) -> None:
    cases = oracle["fold"]
    assert len(cases) >= 4
    assert {text: search_key(text) for text in cases} == cases


def test_sort_key(oracle: dict[str, Any]) -> None:
    words = oracle["collation"]
    assert len(words) >= 19
    for seed in range(20):
        shuffled = list(words)
        random.Random(seed).shuffle(shuffled)
        assert sorted(shuffled, key=sort_key) == words
    for left, right in itertools.combinations(words, 2):
        assert sort_key(left) < sort_key(right)


@pytest.fixture(scope="module")
def collator() -> Any:
    icu = pytest.importorskip("icu", reason="PyICU is not installed")
    return icu.Collator.createInstance(icu.Locale("vi"))


def _sign(left: Any, right: Any) -> int:
    return (left > right) - (left < right)


@pytest.mark.parametrize(
    ("letters", "pairs"),
    [
        (LETTERS, 8000),
        (LETTERS + MARKS, 8000),
        (list("aàảãáạAÀẢẠăâbđd -"), 8000),  # few letters, so that tone and case decide
        (LETTERS + FOREIGN, 4000),
    ],
    ids=["letters", "letters and marks", "few letters", "foreign letters"],
)
def test_sort_key_agrees_with_icu(collator: Any, letters: list[str], pairs: int) -> None:
    source = random.Random(20260101)

    def word() -> str:
        return normalise("".join(source.choices(letters, k=source.randint(0, 7))))

    decided = 0
    for _ in range(pairs):
        left = right = word()
        if source.random() < 0.5:
            right = word()
        elif left:
            at = source.randrange(len(left))
            right = normalise(left[:at] + source.choice(letters) + left[at + 1 :])
        order = collator.compare(left, right)
        assert _sign(sort_key(left), sort_key(right)) == order, (left, right)
        decided += order != 0
    assert decided > pairs * 0.8


def _names(shared: Path) -> list[str]:
    names: list[str] = []
    for file in ("provinces-before-2025-07-01.json", "units-from-2025-07-01.json"):
        waiting: list[Any] = [json.loads((shared / "data" / "units" / file).read_text(encoding="utf-8"))]
        while waiting:
            item = waiting.pop()
            if isinstance(item, dict):
                waiting += item.values()
            elif isinstance(item, list):
                waiting += item
            elif isinstance(item, str):
                names.append(item)
    return sorted(set(names))


def test_names_of_units_sort_as_icu_sorts_them(shared: Path, collator: Any) -> None:
    names = [normalise(name) for name in _names(shared)]
    assert len(names) > 3000
    assert sorted(names, key=sort_key) == sorted(names, key=lambda name: (collator.getSortKey(name), sort_key(name)))


def test_names_of_units_are_found_by_their_keys(shared: Path) -> None:
    """The lists bring ASCII code names of their own: another hand's search keys."""
    units = json.loads((shared / "data" / "units" / "units-from-2025-07-01.json").read_text(encoding="utf-8"))
    checked = 0
    waiting: list[Any] = [units]
    while waiting:
        item = waiting.pop()
        if isinstance(item, list):
            waiting += item
        elif isinstance(item, dict):
            waiting += [value for value in item.values() if isinstance(value, list | dict)]
            if item.get("CodeName") and item.get("Name"):
                key = search_key(item["Name"])
                plain = "".join(c if c.isalnum() else "_" for c in key.replace("'", ""))
                assert "_".join(filter(None, plain.split("_"))) == item["CodeName"], item["Name"]
                checked += 1
    assert checked > 3000

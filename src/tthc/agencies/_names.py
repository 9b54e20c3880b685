"""How a text is held against the names of bodies: keys, places, and what may stand before or behind a name.

Records write `UBND tỉnh An Giang`, `Cục Hải quan - Bộ tài chính`, `Sở Tư pháp Thành phố Hà Nội`: an abbreviation, a
name with the body above it, a name with its place. Keys have no marks, no case, no punctuation and one spelling of
i and y; what stands beside a name must be a body above it or a place of it, so a class of bodies ("Bộ Tài chính các
tỉnh", "Ủy ban nhân dân cấp tỉnh") is no name, and neither is a list of several.
"""

import functools
import itertools
import re
from collections.abc import Callable, Container, Iterable, Sequence

from tthc.agencies.agency import Agency, Territory
from tthc.text import new_tone_style, normalise, search_key

__all__ = ["LONGEST", "Text", "marked_words", "name_key", "names_of", "places_of"]

LONGEST = 400
"""The most characters that a name may have: a text beyond it is not looked at."""
WORDS = 80
"""The most words that a name may have."""

_SHORT = {
    "ubnd": "ủy ban nhân dân",
    "hđnd": "hội đồng nhân dân",
    "tand": "tòa án nhân dân",
    "vksnd": "viện kiểm sát nhân dân",
    "bhxh": "bảo hiểm xã hội",
    "tp": "thành phố",
    "tphcm": "thành phố hồ chí minh",
    "hcm": "hồ chí minh",
    "tw": "trung ương",
    "vn": "việt nam",
}
_LINKS = frozenset({"thuoc", "truc", "cua", "tai"})
_PLACED = re.compile(
    r"(?:uy ban|hoi dong) nhan dan ((?:tinh|thanh pho|quan|huyen|thi xa|phuong|xa|thi tran|dac khu) (.+))"
)
_WORD = re.compile(r"[^\W_]+")


def __dir__() -> list[str]:
    return __all__


@functools.cache
def _expanded() -> tuple[dict[str, str], dict[str, str]]:
    """What a word stands for, without marks and with them; "ký" and "kí" are two spellings of one word."""
    plain = {search_key(short): search_key(full) for short, full in _SHORT.items()}
    plain |= {f"{consonant}y": f"{consonant}i" for consonant in "hklmst"}
    return plain, {short: new_tone_style(full) for short, full in _SHORT.items()}


@functools.lru_cache(maxsize=1024)
def name_key(text: str) -> str:
    """Return the key of a name: words without marks, case and punctuation, abbreviations written out.

    >>> name_key("UBND TP. Hà Nội"), name_key("Cục Quản lí đất đai") == name_key("CỤC QUẢN LÝ, ĐẤT ĐAI")
    ('uy ban nhan dan thanh pho ha noi', True)
    """
    if "&" in text:
        text = text.replace("&", " và ")
    words: list[str] = _WORD.findall(search_key(text))
    full = _expanded()[0]
    return " ".join([full.get(word, word) for word in words])


def marked_words(text: str) -> frozenset[str]:
    """Return the words of a name with their marks, in one style of placing them."""
    full = _expanded()[1]
    words: list[str] = _WORD.findall(new_tone_style(normalise(text.replace("&", " và "))).casefold())
    return frozenset(part for word in words for part in full.get(word, word).split())


def places_of(territory: Territory | None, key: str) -> tuple[str, ...]:
    """Return the keys of the place that a body serves: what its territory says, or the name of a people's committee."""
    if territory is not None:
        return tuple({name_key(territory.name), name_key(str(territory))})
    placed = _PLACED.fullmatch(key)
    return () if placed is None else placed.groups()


def names_of(agency: Agency, places: Iterable[tuple[str, ...]]) -> Iterable[tuple[int, str]]:
    """Yield the keys of a body with their ranks: 0 its name, 1 another name, 2 a name with a place put to it.

    Each of `places` holds the keys of one territory, which stand for each other at the end of a name.
    """
    keys = dict.fromkeys([name_key(agency.name)], 0)
    for other in (agency.name_en, *agency.aliases):
        keys.setdefault(name_key(other), 1)
    keys.pop("", None)
    for key in tuple(keys):
        for ways in places:
            ends = [way for way in ways if key.endswith(f" {way}")]
            for stem in [key[: -len(way)] for way in ends] or [f"{key} "]:
                for way in ways:
                    keys.setdefault(stem + way, 2)
    return ((rank, key) for key, rank in keys.items())


class Text:
    """A text that may name a body: its words, and where a comma or a semicolon parts it."""

    __slots__ = ("_breaks", "_text", "words")

    def __init__(self, text: str) -> None:
        self.words: Sequence[str] = name_key(text).split()
        self._text = text
        self._breaks: frozenset[int] | None = None

    def splits(self, known: Container[str]) -> Iterable[tuple[str, range]]:
        """Yield every way to part the text into a known name and the words behind or before it."""
        if len(self.words) <= WORDS:
            for i, name in enumerate(itertools.accumulate(self.words[:-1], _then), 1):
                if name in known:
                    yield name, range(i, len(self.words))
            for i, name in enumerate(itertools.accumulate(self.words[:0:-1], _before), 1):
                if name in known:
                    yield name, range(len(self.words) - i)

    def qualifies(self, rest: range, is_place: Callable[[str], bool], is_above: Callable[[str], bool]) -> bool:
        """Tell whether the words of `rest` are places and bodies above, with nothing between but words that link.

        A body behind a comma is another body of a list; a place behind a comma is a place.
        """
        reached = {rest.start}
        for start in rest:
            if start not in reached:
                continue
            if self.words[start] in _LINKS:
                reached.add(start + 1)
            for i, part in enumerate(itertools.accumulate(self.words[start : rest.stop], _then), start + 1):
                if is_place(part) or (is_above(part) and not self._breaks_at(i if rest.start == 0 else start)):
                    reached.add(i)
        return rest.stop in reached

    def _breaks_at(self, i: int) -> bool:
        """Tell whether a comma or a semicolon stands before the word of this place."""
        if self._breaks is None:
            counts = [len(name_key(part).split()) for part in re.split("[,;]", self._text)]
            self._breaks = frozenset(itertools.accumulate(counts))
        return i in self._breaks


def _then(words: str, word: str) -> str:
    return f"{words} {word}"


def _before(words: str, word: str) -> str:
    return f"{word} {words}"

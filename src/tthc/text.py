"""Vietnamese text: one normal form, a search key, a sort key, and text that could not be read.

Records come with look-alike letters, several blanks and dashes, Word bullets, two ways to place a tone mark and, often,
not in NFC. Constructors never normalise (else that fault could not be found); `parse` functions, readers and
comparisons do, through this module.
"""

import functools
import itertools
import re
import unicodedata
from typing import final

import attrs

from tthc._record import check

__all__ = ["Unparsed", "new_tone_style", "nfc", "normalise", "same", "search_key", "sort_key", "tidy"]


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen
class Unparsed:
    """Text that a source states and that could not be read as the type of its place; kept word for word.

    >>> Unparsed("Sở: 05 ngày; UBND tỉnh: 03 ngày").text
    'Sở: 05 ngày; UBND tỉnh: 03 ngày'
    """

    text: str

    def __attrs_post_init__(self) -> None:
        check(self)

    def __str__(self) -> str:
        return self.text


_BLANKS = "\t\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_INVISIBLE = "\xad\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\ufeff" + "".join(
    map(chr, [*range(0x2060, 0x2065), *range(0x2066, 0x206A)])
)
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_BULLETS = "\u2022\u2023\u2043\u25aa\u25ab\u25cf\u25cb\u25e6\u2219\xb7\u0387" + "".join(map(chr, range(0xF0A0, 0xF100)))
_LETTERS = {"Ð": "Đ", "Ɖ": "Đ", "ð": "đ", "ɖ": "đ"}

_MAPPED: dict[int, str | None] = {
    **{ord(c): " " for c in _BLANKS},
    **dict.fromkeys(map(ord, _INVISIBLE)),
    **{ord(c): "-" for c in _DASHES + _BULLETS},
    **{ord(c): d for c, d in _LETTERS.items()},
    **dict.fromkeys([*range(9), *range(0x0E, 0x1C), *range(0x7F, 0x85), *range(0x86, 0xA0)]),
    ord("\r"): "\n",
    ord("\u2028"): "\n",
    ord("\u2029"): "\n",
}


_PILE = re.compile(r"[^\w\s!-~]{40}")


def nfc(text: str) -> str:
    """Bring text to Unicode's composed form (NFC, dạng dựng sẵn), in linear time.

    >>> nfc("a\u0301") == "á"
    True
    """
    if _PILE.search(text):  # unicodedata sorts a pile of marks by insertion: 100 kB of them take seconds
        runs = itertools.groupby(text, lambda char: unicodedata.combining(char) > 0)
        text = "".join("".join(sorted(run, key=unicodedata.combining) if marks else run) for marks, run in runs)
    return unicodedata.normalize("NFC", text)


def tidy(text: str) -> str:
    r"""Bring text to NFC with plain blanks, dashes, bullets and `Đ`; line breaks and runs of blanks stay.

    >>> tidy("QÐ\u2013TTg\u200b")
    'QĐ-TTg'
    """
    if "\r\n" in text:
        text = text.replace("\r\n", "\n")
    # NFC last: with an invisible character gone, a letter and its mark may meet.
    return nfc(text.translate(_MAPPED))


def normalise(text: str) -> str:
    r"""Return the normal form of one line of text (chuẩn hoá): `tidy`, with all white space folded to single blanks.

    >>> normalise("  Ủy  ban\u00a0nhân dân\n")
    'Ủy ban nhân dân'
    """
    return " ".join(tidy(text).split())


# The tone mark of an open syllable stands on the first vowel in the old style (hòa, khỏe, thủy), on the second in the
# new one (hoà, khoẻ, thuỷ). In "qu" the u belongs to the consonant, so "quý" has one style only.
_OLD_STYLE = re.compile(r"(?<![qQ])([òóỏõọÒÓỎÕỌ])([aeAE])(?![^\W\d_])|(?<![qQ])([ùúủũụÙÚỦŨỤ])([yY])(?![^\W\d_])")


def _move_tone(match: re.Match[str]) -> str:
    first, second = match[1] or match[3], match[2] or match[4]
    bare = unicodedata.normalize("NFD", first)
    return bare[0] + unicodedata.normalize("NFC", second + bare[1])


def new_tone_style(text: str) -> str:
    """Put tone marks of open syllables on the second vowel; the text is brought to NFC first.

    >>> new_tone_style("hòa giải, Ủy ban, quý, hoàn")
    'hoà giải, Uỷ ban, quý, hoàn'
    """
    return _OLD_STYLE.sub(_move_tone, nfc(text))


def same(left: str, right: str) -> bool:
    """Tell whether two texts are one but for case, blanks, look-alikes and the place of tone marks.

    >>> same("Uỷ ban Nhân dân", "ủy ban nhân dân"), same("Hòa", "Hoa")
    (True, False)
    """
    return new_tone_style(normalise(left)).casefold() == new_tone_style(normalise(right)).casefold()


def search_key(text: str) -> str:
    """Return the key to search by (khoá tìm kiếm): no tone or vowel marks, `đ` as `d`, case folded, blanks folded.

    >>> search_key("Ủy ban Nhân dân"), search_key("QÐ-TTg")
    ('uy ban nhan dan', 'qd-ttg')
    """
    plain = normalise(text)
    if plain.isascii():
        return plain.lower()
    bare = "".join(c for c in unicodedata.normalize("NFD", plain) if not unicodedata.combining(c))
    return " ".join(bare.replace("đ", "d").replace("Đ", "D").casefold().split())  # a mark alone leaves two blanks


# The order of the CLDR root for what is not a letter, then the Vietnamese alphabet. The five tones come first among the
# marks; the others stand on letters of other languages (Türkiye, Curaçao), which sort beside their plain letter.
_LETTER_RANK = {letter: rank for rank, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}
_TONES = "\u0300\u0309\u0303\u0301\u0323"
_MARK_RANK = {m: rank for rank, m in enumerate(_TONES + "\u0306\u0302\u030c\u030a\u0308\u030b\u0307\u0327\u0328\u0304")}
_PUNCTUATION_RANK = {mark: rank for rank, mark in enumerate(" _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$")}


@functools.lru_cache(maxsize=1024)
def _weight(char: str) -> tuple[tuple[int, int], tuple[int, ...], int]:
    """Return the primary, secondary (tone and other marks) and tertiary (case) weight of one NFC character."""
    lower = char.lower()
    parts = unicodedata.normalize("NFD", lower)
    letter = unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES))
    marks = [part for part in parts if part in _TONES]
    if letter not in _LETTER_RANK:
        letter, marks = parts[0], list(parts[1:])
    if letter in _LETTER_RANK:
        return (3, _LETTER_RANK[letter]), tuple(_MARK_RANK.get(mark, ord(mark)) for mark in marks), int(lower != char)
    if char in _PUNCTUATION_RANK:
        return (0, _PUNCTUATION_RANK[char]), (), 0
    if char.isdecimal():
        return (2, unicodedata.decimal(char)), (), 0
    return (4 if char.isalpha() else 1, ord(char)), (), 0


def sort_key(text: str) -> tuple[tuple[tuple[int, int], ...], tuple[tuple[int, ...], ...], tuple[int, ...]]:
    """Return the key to sort by (khoá sắp xếp): the Vietnamese alphabet, then tones, then case, as ICU orders `vi`.

    >>> sorted(["Ân", "Đà Nẵng", "Dân", "An", "Ăn"], key=sort_key)
    ['An', 'Ăn', 'Ân', 'Dân', 'Đà Nẵng']
    """
    weights = [_weight(char) for char in normalise(text)]
    primary = tuple(weight[0] for weight in weights)
    return primary, tuple(weight[1] for weight in weights), tuple(weight[2] for weight in weights)

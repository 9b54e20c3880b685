"""Text folded for a grammar, with the way back: what a grammar does not read is cut out of the text as it was given.

Grammars match tidy text in lower case. What they leave over is kept word for word, so every place in the folded text
must lead back to one in the text as given, which may be longer: marks not composed, invisible characters.
"""

import unicodedata
from collections.abc import Sequence

from tthc.text import tidy

__all__ = ["fold", "mended", "note_behind"]

_SHORT = 1000
_STACK = 32


def __dir__() -> list[str]:
    return __all__


def fold(text: str) -> tuple[str, Sequence[int]]:
    r"""Return `text` tidy and in lower case, and `cuts`: its first `n` characters end at `cuts[n]` of `text`.

    >>> key, cuts = fold("5\u200b NGÀY!")
    >>> key, cuts[6]
    ('5 ngày!', 7)
    """
    # Composing sorts stacked marks in quadratic time: a long text that has marks is folded piece by piece.
    if len(text) <= _SHORT or not any(map(unicodedata.combining, text)):
        plain = tidy(text)
        low = plain.lower()
        if len(low) == len(plain) == len(text) and (text.isascii() or unicodedata.is_normalized("NFC", text)):
            return low, range(len(text) + 1)
    keys: list[str] = []
    cuts = [0]
    start = 0
    while start < len(text):
        end = start + 1
        while end < len(text) and end - start < _STACK and unicodedata.combining(text[end]):
            end += 1
        key = tidy(text[start:end]).lower()
        keys.append(key)
        cuts.extend(range(start + 1, end + 1) if len(key) == end - start else [end] * len(key))
        start = end
    return "".join(keys), cuts


def note_behind(given: str, key: str, cuts: Sequence[int], end: int) -> tuple[str, tuple[str, ...]]:
    """Return what stands behind the first `end` characters of `key`, but for one mark between, and what was mended.

    >>> note_behind("5 ngày; kể từ khi nhận", *fold("5 ngày; kể từ khi nhận"), 6)
    ('kể từ khi nhận', ())
    """
    repairs = mended(given[: cuts[end]].rstrip(" "))
    rest = key[end:]
    blanks = len(rest) - len(rest.lstrip())
    mark = rest[blanks : blanks + 1]
    parted = mark != "" and mark in ";,.:"
    note = given[cuts[end + blanks + 1 if parted else end] :].strip()
    if parted and not note:
        repairs += ("trailing-mark",)
    elif blanks and not note:
        repairs = tuple(dict.fromkeys((*repairs, "blanks")))
    return note, repairs


def mended(head: str) -> tuple[str, ...]:
    r"""Name what had to be mended in text that was read: look-alikes and invisible characters, superfluous blanks.

    >>> mended(" 5\u200b  ngày")
    ('characters', 'blanks')
    """
    words = head.split()
    tidied = tidy(head).split()
    repairs = ("characters",) if "".join(tidied) != "".join(words) else ()
    return repairs if " ".join(words) == head else (*repairs, "blanks")

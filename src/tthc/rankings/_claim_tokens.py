"""Running text as words, numbers and marks, each with its place in the text as it was given.

Words are compared in lower case, in NFC and with tone marks in the new style, or by their search key.
"""

import functools
import re

from tthc._folded import fold
from tthc.text import new_tone_style, search_key, tidy

__all__ = ["Tokens"]

_PIECE = 2000  # folding a piece that is not in the normal form takes a step a character
_LONGEST_WORD = 40
_FULL = 60  # characters
_TOKEN = re.compile(r"[^\W\d_]+|[0-9]+(?:[.,][0-9]+)*|\n|[^\w\s]|_")


def __dir__() -> list[str]:
    return __all__


@functools.lru_cache(maxsize=4096)
def _forms(word: str) -> tuple[str, str]:
    if word.isascii():
        return word, word
    return new_tone_style(word), search_key(word) or word


class Tokens:
    r"""The tokens of a text: parallel lists of words, search keys and places.

    >>> tokens = Tokens("Hạng 89/193,\n tăng 10 bậc")
    >>> tokens.words
    ['hạng', '89', '/', '193', ',', '\n', 'tăng', '10', 'bậc']
    """

    __slots__ = ("ends", "given", "keys", "starts", "words")

    def __init__(self, given: str) -> None:
        self.given = given
        self.words: list[str] = []
        self.keys: list[str] = []
        self.starts: list[int] = []  # in the text as given
        self.ends: list[int] = []
        base = 0
        plain = given.replace("\r\n", " \n")  # of the same length
        while base < len(plain):
            end = base + _PIECE
            if end < len(plain):  # a piece that may be folded alone ends behind a blank, if there is one
                end = (plain.rfind(" ", base, end) + 1) or end
            folded, cuts = fold(plain[base:end])
            for match in _TOKEN.finditer(folded):
                word, key = _forms(match[0][:_LONGEST_WORD])
                self.words.append(word)
                self.keys.append(key)
                self.starts.append(base + cuts[match.start()])
                self.ends.append(base + cuts[match.end()])
            base = end

    def join_lines(self) -> None:
        """Leave out the ends of lines within sentences, where a text is broken into lines of some length."""
        kept = [at for at, word in enumerate(self.words) if word != "\n" or not self._goes_on(at)]
        for name in ("words", "keys", "starts", "ends"):
            tokens = getattr(self, name)
            setattr(self, name, [tokens[at] for at in kept])

    def _goes_on(self, at: int) -> bool:
        """Tell whether a sentence goes on behind the end of a line."""
        before, after, behind = (self.words[k] if 0 <= k < len(self.words) else "\n" for k in (at - 1, at + 1, at + 2))
        if after == "\n" or before in {":", ";", "\n"}:
            return False
        if before == "," or (after.isalpha() and (not self.is_capital(at + 1) or self._is_full(at, before))):
            return True
        numbered = len(after) < 3 and behind in {")", "."}  # "1. " numbers a list
        return after[0].isdigit() and before.isalnum() and not numbered

    def _is_full(self, at: int, before: str) -> bool:
        """Tell whether a line is so long that its end need not be that of a sentence; a heading is shorter."""
        end = self.starts[at]
        return before not in {".", "!", "?"} and "\n" not in self.given[max(0, end - _FULL) : end] and end >= _FULL

    def __len__(self) -> int:
        return len(self.words)

    def written(self, first: int, end: int) -> str:
        """Return tokens as they were written, tidied."""
        return " ".join(tidy(self.given[self.starts[first] : self.ends[end - 1]]).split())

    def is_capital(self, at: int) -> bool:
        """Tell whether a token begins with a capital letter."""
        word = self.given[self.starts[at] : self.ends[at]]
        return next((char.isupper() for char in word if char.isalpha()), False)

    def touch(self, at: int) -> bool:
        """Tell whether a token follows the one before it without a blank."""
        return at > 0 and self.starts[at] == self.ends[at - 1]

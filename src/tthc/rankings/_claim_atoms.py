"""`Atom`: one thing that a text says of ranks; and what every rule of the grammar looks at around a word."""

from typing import Literal, TypeAlias

import attrs

from tthc.rankings._claim_tokens import Tokens
from tthc.rankings._claim_words import PEERS, STEPS, Lex

__all__ = ["ARRIVING", "NAMES", "ORDINAL_WORDS", "SCORES", "Atom", "Kind", "Looking", "words"]

Kind: TypeAlias = Literal[
    "index", "unit", "year", "rank", "change", "was", "since", "group", "of", "world", "target", "now", "respective",
    "both", "stranger",
]  # fmt: skip


def __dir__() -> list[str]:
    return __all__


def words(text: str) -> frozenset[str]:
    """Return the words of a list written with blanks between."""
    return frozenset(text.split())


NAMES = frozenset({"state", "province", "body"})
SCORES = words(
    "sao star stars % điểm phần per percent points point trăm tỷ triệu nghìn km m đồng usd tuổi years year giờ phút"
)
ARRIVING = words("lên xuống còn tới đến về sang to into at vẫn thành ở")
ORDINAL_WORDS = {"nhất": 1, "nhì": 2, "tư": 4}

_END = Lex(frozenset(), "\n", -1, -1)
_RANKING = frozenset({"mark", "ranking", "en_mark"})
_BEHIND_A_RANK = words(
    "năm trong trên về và tại ở theo của vào in on of out among for the khi sau là đã trước nhưng còn với vì so "
    "do được a as by at this có ngay như một hay chứ tức cũng nên mà từ to này lần is was cho vùng khu hiện nhờ "
    "after according"
)
_NO_SUBJECT = words("ranked ranks number no place thứ")


@attrs.define(slots=True, eq=False)
class Atom:
    """One thing said, in the words from `first` up to `end` of its sentence.

    A "rank" has `number`, maybe `of` and, in `text`, the region; a "was" has `number` and maybe `year`; a "since" has
    `year` or, with "the year before", none. `how` says more: what kind of unit, that a rank is of the world.
    """

    kind: Kind
    first: int
    end: int
    number: int = 0
    of: int | None = None
    year: int | None = None
    text: str = ""
    how: str = ""
    role: str = "subject"
    weak: bool = False  # counts only where other words bear it out
    arrives: bool = False  # "lên", "xuống", "to" stands before it
    listed: bool = False  # goes on with a list: "thứ 89 và 88"
    linked: int = -1  # a year: the place of the name of the index it stands beside


class Looking:
    """The words of one sentence, what has been read of them, and questions about what stands around a place."""

    def __init__(self, tokens: Tokens, sentence: list[Lex]) -> None:
        self.tokens = tokens
        self.words = sentence
        self.atoms: list[Atom] = []
        self.ranking = -1  # where the last word of ranks stood

    def lex(self, at: int) -> Lex:
        """Return the word at a place; beyond the sentence, an end that is like no word."""
        return self.words[at] if 0 <= at < len(self.words) else _END

    def word(self, at: int) -> str:
        return self.lex(at).text

    def tags(self, at: int) -> frozenset[str]:
        return self.lex(at).tags

    def is_digits(self, at: int) -> bool:
        return self.lex(at).how == "digits"

    def is_year(self, at: int) -> bool:
        lex = self.lex(at)
        return lex.how == "digits" and 1900 <= lex.number <= 2100 and len(lex.text) == 4

    def is_joined(self, at: int) -> bool:
        """Tell whether a comma or "và" stands here."""
        return self.word(at) == "," or "and" in self.tags(at)

    def is_moving(self, at: int) -> bool:
        """Tell whether a verb or preposition of movement stands here: "lên", "xuống", "rose", "to"."""
        return self.word(at) in ARRIVING or bool(self.tags(at) & {"up", "down"})

    def add(self, atom: Atom) -> int:
        """Keep an atom; return where it ends."""
        self.atoms.append(atom)
        return atom.end

    def may_follow(self, at: int) -> bool:
        """Tell whether what stands here may follow a rank; a noun makes another number of it."""
        lex = self.lex(at)
        if "word" in lex.tags:
            return lex.text in _BEHIND_A_RANK
        if "not" in lex.tags:
            return False
        return lex.how != "digits" or self.is_year(at)

    def counts_things(self, at: int) -> bool:
        """Tell whether what stands behind a number makes it a score, a distance or a count."""
        return self.word(at) in SCORES or self.word(at) in STEPS or self.word(at) in PEERS

    def _lists_names(self, at: int) -> bool:
        named = NAMES | {"index"}
        return bool(self.tags(at - 1) & named and self.tags(at + 1) & named)

    def speaks_of_ranks(self, at: int, *, alone: bool = False) -> bool:
        """Tell whether the clause up to a place speaks of ranks; with `alone` no number stands between."""
        for back in range(at - 1, max(at - 24, -1), -1):
            if self.word(back) == ";" or (self.word(back) == "," and not self._lists_names(back)):
                return False
            counted = self.lex(back).how in {"digits", "ordinal"} and not self.is_year(back)
            if alone and counted and self.word(back - 1) not in {"among", "of", "trong", "trên"}:
                return False
            noun = self.word(back - 1) in {"s", "its", "their", "the"}
            if self.tags(back) & _RANKING and not (alone and self.word(back) in _NO_SUBJECT and not noun):
                return True
        return False

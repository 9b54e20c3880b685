"""The words by which texts speak of ranks, and the words of a text sorted by them into `Lex`, for the grammar.

A phrase of several words becomes one `Lex`; the longest phrase wins, so that "trong khi" is never read as "trong".
"""

import functools
from typing import NamedTuple

from tthc.errors import ParseError
from tthc.numerals import parse_words
from tthc.rankings import _claim_names as names
from tthc.rankings._claim_names import Named, Trie
from tthc.rankings._claim_phrases import PHRASES
from tthc.rankings._claim_tokens import Tokens
from tthc.text import new_tone_style

__all__ = ["MONTHS", "PEERS", "PLACES", "STEPS", "Lex", "read"]


def _split(text: str) -> tuple[str, ...]:
    return tuple(text.split())


STEPS = frozenset(
    _split(
        "bậc hạng thứ vị nấc place places position positions spot spots rank ranks notch notches rung rungs slot slots "
        "step steps"
    )
)
"""What a change of rank is counted in."""
PLACES = frozenset(_split("place position spot rank slot placing ranking placed"))
"""What may stand behind an English ordinal that is a rank."""
PEERS = frozenset(
    _split(
        "nước quốc nền tỉnh địa bộ cơ thành đơn vùng sở huyện quận xã phường lãnh đô ban ngành doanh countries country "
        "states state economies economy nations provinces province ministries ministry localities agencies territories "
        "cities members member un departments bodies places entries asean asian southeast world jurisdictions "
        "governments peers municipalities"
    )
)
"""What is ranked: the first words for states, provinces, ministries and the like."""
MONTHS = frozenset(
    _split(
        "january february march april may june july august september october november december jan feb mar apr jun jul "
        "aug sep sept oct nov dec"
    )
)
_TENS = (20, 30, 40, 50, 60, 70, 80, 90)
_ENGLISH = {
    word: number
    for number, word in enumerate(
        _split(
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            "seventeen eighteen nineteen"
        ),
        1,
    )
} | dict(zip(_split("twenty thirty forty fifty sixty seventy eighty ninety"), _TENS, strict=True))
_ORDINALS = {
    word: number
    for number, word in enumerate(
        _split(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
            "fifteenth sixteenth seventeenth eighteenth nineteenth"
        ),
        1,
    )
} | dict(
    zip(_split("twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth"), _TENS, strict=True)
)
_VIETNAMESE = frozenset(_split("một hai ba bốn năm sáu bảy bẩy tám chín mười"))
_IN_NUMBERS = _VIETNAMESE | frozenset(_split("mươi mốt tư lăm nhăm trăm linh lẻ"))
_SUFFIXES = frozenset({"st", "nd", "rd", "th"})


class Lex(NamedTuple):
    """One thing read, from token `first` up to `end`: a "word", "sign", "number", phrase or name, as its tags say.

    `text` is the word or phrase, or the code of the name; `how` says more: "digits", "words" or "ordinal" of a number,
    "everyday" of a name.
    """

    tags: frozenset[str]
    text: str
    first: int
    end: int
    number: int = 0
    how: str = ""


_NUMBER, _WORD, _SIGN = frozenset({"number"}), frozenset({"word"}), frozenset({"sign"})


@functools.cache
def _tags(kinds: str) -> frozenset[str]:
    return frozenset(kinds.split())


def __dir__() -> list[str]:
    return __all__


@functools.cache
def _phrases() -> Trie:
    trie = Trie(with_marks=True)
    found: dict[str, list[str]] = {}
    for tag, phrases in names.rows(PHRASES):
        for phrase in phrases:
            found.setdefault(phrase, []).append(tag)
    for phrase, tags in found.items():
        trie.add(phrase, Named(" ".join(tags), phrase))
    return trie


def read(tokens: Tokens) -> list[Lex]:
    """Sort the words of a text; every token is in one `Lex`."""
    indices, groups, places, bodies = names.indices(), names.groups(), names.places(), names.bodies()
    phrases = _phrases()
    found: list[Lex] = []
    at = 0
    while at < len(tokens):
        best: tuple[int, Named] | None = phrases.longest(tokens, at)
        for trie in (groups, indices, bodies, places):
            named = trie.longest(tokens, at)
            if named and (best is None or named[0] >= best[0]) and _counts(named[1], tokens, at, named[0]):
                best = named
        if best is not None and best[1].kind.startswith("its_") and _is_named(tokens, at, best[0]):
            best = None  # "của Bộ Tư pháp", "của thành phố Đà Nẵng"
        lex = _number(tokens, at)
        if best is not None and (lex is None or best[0] > lex.end):
            end, what = best
            lex = Lex(_tags(what.kind), what.code, at, end, how="everyday" if what.everyday else "")
        elif lex is None:
            word = tokens.words[at]
            lex = Lex(_WORD if word[0].isalnum() else _SIGN, word, at, at + 1)
        found.append(lex)
        at = lex.end
    return found


def _is_named(tokens: Tokens, at: int, end: int) -> bool:
    if names.bodies().longest(tokens, at + 1):
        return True
    place = names.places().longest(tokens, end)
    return place is not None and _counts(place[1], tokens, end, place[0])


def _counts(what: Named, tokens: Tokens, first: int, end: int) -> bool:
    """Tell whether a name counts the way it is written here."""
    if what.kind == "index":
        return not what.capitals or tokens.is_capital(first)
    if what.kind == "group":
        return True
    if what.written:
        return new_tone_style(tokens.written(first, end)) == new_tone_style(what.written) and _stands_alone(
            tokens, first, end
        )
    if what.kind == "body":
        return any(map(tokens.is_capital, range(first, end)))
    if what.code == "VNM" and tokens.keys[first] in {"nuoc", "our"}:
        return tokens.words[first] in {"nước", "our"}
    if not (tokens.is_capital(first) and tokens.is_capital(end - 1 if what.kind == "province" else first)):
        return False
    if any(not word.isascii() for word in tokens.words[first:end]):
        # With marks the name has to have the right ones: "Hà Nam" is a province, "Hạ Nam" is not.
        return what.kind == "state" or _same_marks(tokens, first, end, what.code)
    return True


def _same_marks(tokens: Tokens, first: int, end: int, code: str) -> bool:
    written = tokens.words[first:end]
    ways = [Tokens(code).words]
    return any(written == way for way in ways) or _loose(written) == _loose(ways[0]) or len(written) > len(ways[0])


def _loose(words: list[str]) -> str:
    return "".join(words).replace("đắc", "đắk").replace("đăk", "đắk").replace("lắc", "lắk").replace("lăk", "lắk")


def _stands_alone(tokens: Tokens, first: int, end: int) -> bool:
    """Tell whether a short name is not part of a longer one in capitals ("Mỹ Tho", "Nguyễn Minh Đức")."""
    return not (
        (end < len(tokens) and tokens.words[end][0].isalpha() and tokens.is_capital(end) and len(tokens.words[end]) > 1)
        or (
            first > 1
            and tokens.words[first - 1][0].isalpha()
            and tokens.is_capital(first - 1)
            and tokens.words[first - 2][0].isalpha()
            and not tokens.written(first - 1, first).isupper()
        )
    )


def _number(tokens: Tokens, at: int) -> Lex | None:
    word = tokens.words[at]
    if "0" <= word[0] <= "9":
        end = at + 1
        if end < len(tokens) and tokens.words[end] in _SUFFIXES and tokens.touch(end):
            return Lex(_NUMBER, word, at, end + 1, _value(word), "ordinal")
        return Lex(_NUMBER, word, at, end, _value(word), "digits")
    if word in _VIETNAMESE:
        return _vietnamese(tokens, at)
    value = _ENGLISH.get(word, 0)
    if word in _ORDINALS:
        return Lex(_NUMBER, word, at, at + 1, _ORDINALS[word], "ordinal")
    if value >= 20 and at + 2 < len(tokens) and tokens.words[at + 1] == "-":
        last = tokens.words[at + 2]
        if _ORDINALS.get(last, 10) < 10:
            return Lex(_NUMBER, word, at, at + 3, value + _ORDINALS[last], "ordinal")
        if _ENGLISH.get(last, 10) < 10:
            return Lex(_NUMBER, word, at, at + 3, value + _ENGLISH[last], "words")
    return Lex(_NUMBER, word, at, at + 1, value, "words") if value else None


def _value(digits: str) -> int:
    """Return a whole number of at most nine digits, with or without marks between thousands; 0 for others."""
    plain = digits.replace(".", "").replace(",", "")
    parts = digits.replace(",", ".").split(".")
    if len(plain) > 9 or (len(parts) > 1 and (len(parts[0]) > 3 or any(len(part) != 3 for part in parts[1:]))):
        return 0
    return int(plain)


def _vietnamese(tokens: Tokens, at: int) -> Lex | None:
    end = at + 1
    while end < len(tokens) and end - at < 6 and tokens.words[end] in _IN_NUMBERS:
        end += 1
    while end > at:
        behind = tokens.words[end] if end < len(tokens) else ""
        year = tokens.words[end - 1] == "năm" and ("0" <= behind[:1] <= "9" or behind in {"trước", "ngoái", "liền"})
        if not year:
            try:
                value = parse_words(" ".join(tokens.words[at:end]))
            except ParseError:
                pass
            else:
                return Lex(_NUMBER, " ".join(tokens.words[at:end]), at, end, int(value), "words")
        end -= 1
    return None

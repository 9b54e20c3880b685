"""How legal numbers are misspelt, and what they are read as: the slow half of `LegalNumber.parse`."""

import functools
import re
import unicodedata
from typing import NamedTuple, NoReturn

from tthc.errors import ParseError
from tthc.identifiers._given import place, text_of
from tthc.identifiers._legal_grammar import Parts, split
from tthc.identifiers._legal_terms import JOINT, KINDS, UNMISTAKABLE, spelled
from tthc.text import tidy

__all__ = ["mend"]

_WHAT = "legal number"
_LIMIT = 200


def __dir__() -> list[str]:
    return __all__


class _Word(NamedTuple):
    """A word behind the number: the mark before it, the word, where it stands."""

    mark: str
    text: str
    at: int


def _folded(text: str) -> str:
    """Lower case without accents, one character for one, so that positions stay."""
    return "".join(unicodedata.normalize("NFD", char)[0].lower()[0] for char in text).replace("đ", "d")


@functools.cache
def _stated() -> dict[str, str | None]:
    """The type that each word before a number stands for: `None` for a law, which bears no type in its number."""
    return {"luat": None, "bo luat": None, **{_folded(words[0]): kind for kind, words in KINDS.items()}}


@functools.cache
def _lead() -> re.Pattern[str]:
    words = "|".join(sorted(_stated(), key=len, reverse=True)).replace(" ", " {1,3}")
    return re.compile(f" *(?:({words}) *)?(so *[:.]? *)?")


@functools.cache
def _head() -> re.Pattern[str]:
    return re.compile(
        "(?:([A-Za-zĐđ]{2,5}) *[/-]? *)?"  # a type that stands before its number
        "([0-9]{1,6}(?:[.][0-9]{1,3})?)(?![0-9])"
        "(?: *([.]))?(?: *(bis|[A-Za-zĐđ])(?= *[/_-]))?"
    )


@functools.cache
def _word() -> re.Pattern[str]:
    word = "[0-9A-Za-zĐđƯư]{1,20}(?:[.&][0-9A-Za-zĐđƯư]{1,9}){0,3}"
    return re.compile(f" *([/_-]) *((?:UBTVQH|QH) {{1,2}}[0-9]{{1,2}}(?![0-9])|{word})| *([(])({word})[)]")


@functools.cache
def _end() -> re.Pattern[str]:
    return re.compile("[ .,;:]*")


def mend(value: object) -> tuple[Parts, tuple[str, ...]]:
    """Return the parts of a legal number that is not cleanly printed and what was mended, or raise `ParseError`."""
    return _Reading(text_of(value, _WHAT, _LIMIT)).read()


class _Reading:
    """One reading of one text, with the repairs it needed so far."""

    def __init__(self, given: str) -> None:
        self.given = given
        self.text = tidy(given).replace("\n", " ")
        self.repairs: dict[str, None] = {}  # in the order in which they were made

    def note(self, repair: str) -> None:
        self.repairs[repair] = None

    def wrong(self, reason: str, at: int) -> NoReturn:
        raise ParseError(self.given, f"{_WHAT}: {reason}", place(self.given, at))

    def read(self) -> tuple[Parts, tuple[str, ...]]:
        text = self.text
        if "".join(text.split()) != "".join(self.given.split()):
            self.note("characters")
        lead = _lead().search(_folded(text))  # matches at 0, if only nothing
        word, start = (lead[1], lead.end()) if lead else (None, 0)
        if text[:start].strip():
            self.note("type-word")
        if text[:1] == " " or " " in text[start:]:
            self.note("blanks")
        head = _head().match(text, start)
        if head is None:
            self.wrong("expected a number", start)
        if not all(part.strip("0") for part in head[2].split(".")):
            self.wrong("expected a number other than 0", head.start(2))
        if head[3]:
            self.note("stray-mark")
        suffix = head[4] or ""
        if suffix != suffix.lower():
            self.note("case")
        words = self.words(head.end())
        stated = None if word is None else _stated()[" ".join(word.split())]
        before = _Word("", head[1], head.start(1)) if head[1] else None
        printed = head[2] + suffix.lower() + self.rest(before, words, stated)
        parts = split(printed)
        if isinstance(parts, str):
            self.wrong(parts, words[0].at if words else len(text.rstrip()))
        if word is not None and not _agrees(stated, parts):
            self.note("type-differs")
        return parts, tuple(self.repairs)

    def words(self, start: int) -> list[_Word]:
        """Return the words from `start` to the end of the text, which must hold nothing else."""
        words: list[_Word] = []
        while found := _word().match(self.text, start):
            mark, word, at = (found[1], found[2], found.start(2)) if found[1] else ("(", found[4], found.start(4))
            words.append(_Word(mark, word.replace(" ", ""), at))
            start = found.end()
        end = _end().match(self.text, start)
        stop = start if end is None else end.end()
        if stop < len(self.text):
            self.wrong("unexpected text behind the number", stop)
        if self.text[start:].strip():
            self.note("trailing-mark")
        return words

    def rest(self, before: _Word | None, words: list[_Word], stated: str | None) -> str:
        """Return what stands behind the number, as clean print has it."""
        year = self.year(words)
        kind = self.kind(before, words, stated, year=bool(year))
        if kind is None:
            return year + self.untyped(words, year=bool(year))
        party = not year and [word.mark for word in (kind, *words[:1])] == ["-", "/"]
        outer, inner = ("-", "/") if party else ("/", "-")
        if kind.mark not in {"", outer} or {word.mark for word in words} - {inner}:
            self.note("separator")
        printed = f"{year}{outer}{kind.text}"
        return f"{printed}{inner}{'-'.join(map(self.body, words))}" if words else printed

    def year(self, words: list[_Word]) -> str:
        """Take a year off the front of the words."""
        if not (words and words[0].text.isdigit()):
            return ""
        mark, year, at = words.pop(0)
        if len(year) != 4:
            self.wrong("expected a year of four digits", at)
        if not "1945" <= year <= "2100":
            self.wrong("expected a year of 1945 to 2100", at)
        if mark != "/":
            self.note("separator")
        return f"/{year}"

    def kind(self, before: _Word | None, words: list[_Word], stated: str | None, *, year: bool) -> _Word | None:
        """Take the type off the words, or from in front of the number; `None` for a number without type."""
        first = words[0] if words else None
        inside = None if first is None else spelled(first.text, kind=True)
        if before is not None:
            kind = spelled(before.text, kind=True)
            if kind is None:
                self.wrong("unknown type of document", before.at)
            if inside is None or kind[0] != inside[0]:
                self.note("order")
                return before._replace(text=self.spelt(kind))
            self.note("type-word")  # it only repeats the type, as a word would
        if first is None:
            if year and stated is not None:
                del self.repairs["type-word"]
                self.note("type-from-word")
                return _Word("", stated, 0)
            self.wrong("expected a type and an issuing body behind the number", len(self.text.rstrip()))
        if inside is not None:
            return words.pop(0)._replace(text=self.spelt(inside))
        glued = _glued(first.text, year=year)
        if glued is None:
            return None
        self.note("separator")
        kind, size = glued
        words[0] = _Word("-", first.text[size:], first.at + size)
        return first._replace(text=self.spelt(kind))

    def spelt(self, name: tuple[str, str]) -> str:
        if name[1]:
            self.note(name[1])
        return name[0]

    def untyped(self, words: list[_Word], *, year: bool) -> str:
        """Return the words of a number without type: a law, an official letter, or an early document."""
        first = words[0]
        if year:
            if len(words) > 1 or not re.fullmatch("(?:QH|UBTVQH)[0-9]{1,2}", first.text.upper()):
                self.wrong("unknown type of document", first.at)
            if first.text != first.text.upper():
                self.note("case")
            if first.mark != "/":
                self.note("separator")
            return f"/{first.text.upper()}"
        marks = [word.mark.replace("_", "-").replace("(", "-") for word in words]
        if marks != [word.mark for word in words]:
            self.note("separator")
        return "".join(mark + self.body(word) for mark, word in zip(marks, words, strict=True))

    def body(self, word: _Word) -> str:
        return self.spelt(spelled(word.text, kind=False) or (word.text, ""))


def _glued(text: str, *, year: bool) -> tuple[tuple[str, str], int] | None:
    """Return the type at the front of a word whose mark between type and body was left out (`NĐCP`), and its length.

    Types other than the unmistakable ones are seen only behind a year and before a known body.
    """
    if spelled(text, kind=False) is not None:
        return None
    for size in (4, 2) if year else (2,):
        kind, body = spelled(text[:size], kind=True), text[size:]
        if kind is not None and (
            (kind[0] in UNMISTAKABLE and re.fullmatch("[A-ZĐ]{2,9}", body))
            or (year and spelled(body, kind=False) is not None)
        ):
            return kind, size
    return None


def _agrees(stated: str | None, parts: Parts) -> bool:
    """Tell whether the word in front of a number fits the number."""
    kind, unit, term = parts[3], parts[5], parts[6]
    if kind is not None:
        return stated == kind or (kind in JOINT and stated in {"TT", "NQ"}) or (kind, stated) == ("LCT", "L")
    if term is not None:
        return stated in {None, "PL", "NQ"}
    return unit is None or stated == "CV"

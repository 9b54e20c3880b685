"""Legal numbers in running text, also where a page lost the boundaries of its cells and glued them together."""

import functools
import re
import unicodedata
from collections.abc import Iterable

from tthc.errors import ParseError
from tthc.identifiers._legal_terms import BODIES, JOINT, KINDS, PARTY
from tthc.identifiers.legal import LegalNumber

__all__ = ["find_legal_numbers"]

_MIXED = tuple(name for name in BODIES if not name.isupper())
_TERMED = frozenset({"QH", "UBTVQH", "HĐNN"})
_MOST_BODIES = 10  # as many as a number may hold


def __dir__() -> list[str]:
    return __all__


def _any_of(names: Iterable[str]) -> str:
    """Any of the names, the longest first, with the look-alike letter too."""
    return "|".join(sorted(names, key=lambda name: (-len(name), name))).replace("Đ", "[ĐÐ]")


@functools.cache
def _head() -> re.Pattern[str]:
    """Match a number up to and with its type, assembly or known body; every repetition is bounded."""
    gap = "[ \t\u00a0]{0,2}"
    kind = _any_of([*KINDS, "ND", "QD"])
    issuer = "(?=[A-ZĐÐƯ])"
    dated = f"(?P<kind>{kind})(?:(?P<mark>{gap}[-/_]{gap}){issuer}|(?![0-9A-Za-zĐÐđƯư]))"
    undated = f"(?P<act>{kind}){gap}-{gap}{issuer}|(?P<letter>{_any_of(BODIES)})-{issuer}"
    return re.compile(
        "([0-9]{1,12})([.][0-9]{1,3})?(?:[.]?(?:bis|[a-zđ]))?"
        f"(?:{gap}/{gap}[0-9]{{4}}{gap}/{gap}(?:(?P<assembly>QH|UBTVQH)(?=[1-9])|{dated})"
        f"|{gap}/{gap}(?:{undated})|-(?P<party>(?:{kind})/(?:{_any_of(PARTY)})(?![0-9A-Za-zĐÐđƯư])))"
    )


@functools.cache
def _run() -> re.Pattern[str]:
    return re.compile("[A-ZĐÐƯ]{2,20}")


@functools.cache
def _letters() -> re.Pattern[str]:
    return re.compile("[^\\W\\d_]{0,8}")


@functools.cache
def _section() -> re.Pattern[str]:
    return re.compile("-[A-ZĐ]{1,2}[0-9]{2}|[(][A-ZĐ]{1,2}[0-9]{1,2}[)]")


@functools.cache
def _syllable() -> re.Pattern[str]:
    onset = "ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdghklmnprstvx]"
    return re.compile(f"(?:{onset})?[aeiouy]{{1,3}}(?:ng|nh|ch|[cmnpt])?")


def find_legal_numbers(text: str) -> tuple[tuple[int, int, LegalNumber], ...]:
    """Find the document numbers in running text: where each begins and ends, and its value.

    Found are numbers with a type (`63/2010/NĐ-CP`, `1872/QĐ-BTP`, `80-NQ/TW`), of the National Assembly
    (`59/2020/QH14`) and of official letters of a known body (`6519/VPCP-KGVX`); shorter old forms (`27/CP`) would be
    found in dates and form numbers. The text may be glued. Then these rules hold:

    - Five digits or more that begin with a year are that year and a number: `năm 202343/2024/QH15` holds 43.
    - A decimal number is a resolution's, `66.7/2025/NQ-CP`; any other dot ends a sentence: `2022.65/2025/TT-BTC`.
    - The term of an assembly has two digits where they are 10 to 29: `QH1451/2019/QH14` holds two numbers.
    - A known body ends before a Vietnamese word glued to it, `TT-NHNNQuyết` and `NĐ-CPBAN HÀNH`; an unknown one gives
      up its last capital to a word in small letters.

    The work grows with the length of the text only.

    >>> [str(number) for _, _, number in find_legal_numbers("Luật Đất đai 202431/2024/QH15Thông tư 02/2017/TT-VPCPVề")]
    ['31/2024/QH15', '02/2017/TT-VPCP']
    """
    found: list[tuple[int, int, LegalNumber]] = []
    at = 0
    while (head := _head().search(text, at)) is not None:
        at = head.end()
        start, end = _start(head), _end(text, head)
        if text[max(start - 2, 0) : start].strip("0123456789") == "/":  # two years, `37/2013/2015/TT-NHNN`: which?
            continue
        try:
            value = LegalNumber.parse(text[start:end])
        except ParseError:  # number 0, a year out of range, a body that is none
            continue
        found.append((start, end, value))
        at = max(at, end)
    return tuple(found)


def _start(head: re.Match[str]) -> int:
    """Return where the number begins: behind a year or a sentence that is glued to it."""
    start, run = head.start(), head[1]
    if len(run) > 4 and "1945" <= run[:4] <= "2100" and run[4:].strip("0"):
        start, run = start + 4, run[4:]
    decimal = head["kind"] == "NQ" and len(run) <= 3
    return start if head[2] is None or decimal else head.start(2) + 1


def _end(text: str, head: re.Match[str]) -> int:
    """Return where the number ends: behind its last body or unit."""
    at = head.end()
    if head["assembly"] is not None:
        return _term_end(text, at)
    if head["party"] is not None:
        return at
    kind = head["kind"] or head["act"]
    end = head.end("kind") if head["mark"] is not None else at
    for _ in range(_MOST_BODIES):
        stop = _name_end(text, at)
        if stop is None:
            break
        end = stop
        if kind not in JOINT and (section := _section().match(text, end)):
            return section.end()
        if text[end : end + 1] != "-":
            break
        at = end + (2 if kind in JOINT and text[end + 1 : end + 2] == " " else 1)
    return end


def _name_end(text: str, at: int) -> int | None:
    """Return where the abbreviation ends that begins at `at`, `None` where there is none."""
    for name in _MIXED:
        if text.startswith(name, at):
            return at + len(name)
    run = _run().match(text, at)
    if run is None:
        return None
    name = run[0].replace("Ð", "Đ")
    letters = _letters().match(text, run.end())
    rest = "" if letters is None else letters[0]
    for size in range(len(name), 1, -1):
        if name[:size] in BODIES and (size == len(name) or _is_syllable(name[size:] + rest)):
            return _term_end(text, at + size) if name[:size] in _TERMED else at + size
    glued = len(name) > 2 and rest[:1].islower() and _is_syllable(name[-1] + rest)
    return run.end() - glued


def _term_end(text: str, at: int) -> int:
    """Return where the term of an assembly ends: two digits where they are 10 to 29, else one."""
    two = text[at : at + 2]
    if len(two) == 2 and two[0] in "12" and "0" <= two[1] <= "9":
        return at + 2
    return at + (two[:1] in set("123456789"))


def _is_syllable(word: str) -> bool:
    """Tell whether letters can be one Vietnamese syllable, whatever its marks."""
    bare = "".join(c for c in unicodedata.normalize("NFD", word.casefold()) if not unicodedata.combining(c))
    return _syllable().fullmatch(bare.replace("đ", "d")) is not None

"""The grammar of fees: how records say what must be paid, or that nothing must, or who says how much.

    fee       = [label] (not_fixed | rate | free | amount | delegated) [period] [note]
    amount    = ["tối đa" | ["từ"] money ["/" per] ("đến" | "tới" | "-")] money ["/" per]
    money     = (digits [multiplier] | words) ["(" words ")"] [currency]
    delegated = "theo quy định …" | "do … quy định" | "mức thu … theo …" | "Thông tư số …"

It is matched from the beginning of the text, with bounded or possessive repeats, so the work grows with its length.
"""

import functools
import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Literal, NamedTuple, TypeAlias, cast

from tthc._fee_amounts import (
    CURRENCY,
    MULTIPLIER,
    NUMBER,
    currency_of,
    date_pattern,
    interval_of,
    lower_end,
    per_at,
    period_of,
    value_of,
)
from tthc._folded import fold, note_behind
from tthc.dated import Interval
from tthc.errors import ParseError
from tthc.money import Money
from tthc.numerals import WORDS, parse_decimal, parse_words
from tthc.text import normalise

__all__ = ["FeeCategory", "FeeKind", "Parts", "cells", "not_stated", "read"]

FeeKind: TypeAlias = Literal["free", "amount", "at_most", "range", "rate", "delegated", "not_fixed"]
FeeCategory: TypeAlias = Literal["phí", "lệ phí", "giá", "thuế"]

_NOT_STATED = frozenset({"", "-", "không có thông tin"})
_FEES = r"(?:phí|lệ\s+phí)(?!\w)(?:\s*+(?:,|/|và(?!\w))\s*+lệ\s+phí(?!\w))?"


def __dir__() -> list[str]:
    return __all__


class Parts(NamedTuple):
    """What a text says."""

    kind: FeeKind
    amount: Money | None = None
    at_least: Money | None = None
    rate: Fraction | None = None
    per: str | None = None
    currency_stated: bool = True
    category: FeeCategory | None = None
    validity: Interval | None = None
    note: str = ""
    repairs: tuple[str, ...] = ()


@functools.cache
def _short() -> re.Pattern[str]:
    """Nine cells in ten: `Miễn phí`, `1,200,000 Việt Nam Đồng`, `200000 đồng`."""
    groups = r"(?:,[0-9]{3}){1,3}|(?:\.[0-9]{3}){1,3}|[0-9]{0,9}"
    return re.compile(rf"([1-9][0-9]{{0,2}}(?:{groups})) (?:việt nam đồng|vnđ|đồng)|miễn phí")


@functools.cache
def _label() -> re.Pattern[str]:
    category = r"(?P<category>lệ\s+phí|phí|giá(?!\s+trị)(?:\s+dịch\s+vụ)?|thuế)(?!\w)"
    both = r"(?P<both>\s*+(?:,|/|và(?!\w))\s*+lệ\s+phí(?!\w))?"
    return re.compile(
        rf"\s*+(?:(?:mức\s+(?:thu\s+)?)?{category}{both}|mức\s+thu(?!\w))"
        r"(?:(?P<words>[^:;.,()\n0-9]{0,120}):|(?=\s+(?:[0-9]|(?:tối|không|từ|bằng|là|miễn)\s)))"
    )


@functools.cache
def _next_cell() -> re.Pattern[str]:
    """What parts the fees of one cell: a line break, a semicolon or the link of the 2021 portal, before a label."""
    label = r"(?:mức\s{1,9}(?:thu\s{1,9})?)?(?:lệ\s{1,9}phí|phí|giá(?:\s{1,9}dịch\s{1,9}vụ)?|thuế)\s{0,9}:"
    return re.compile(rf"[()]|(?:\n|;|xem\s{{1,9}}chi\s{{1,9}}tiết)\s*+(?={label})|xem\s{{1,9}}chi\s{{1,9}}tiết\s*+\Z")


def _money(name: str, words: str = "") -> str:
    gloss = rf"(?:\s*+\(\s*+(?P<gloss%s{name}>{WORDS})(?:\s++{CURRENCY})?\s*+\))?"
    more = rf"\s++rưỡi(?!\w)|\s++{NUMBER}\s*+{MULTIPLIER}"
    return (
        rf"(?:(?P<number{name}>{NUMBER})(?P<multiplier{name}>\s*+{MULTIPLIER}(?:{more})?)?{words})"
        rf"{gloss % 1}(?:\s*+(?P<currency{name}>{CURRENCY}|(?!xem\s)[a-z]{{3}}(?!\w)))?{gloss % 2}"
    )


@functools.cache
def _heads() -> dict[FeeKind, tuple[re.Pattern[str], re.Pattern[str]]]:
    """The kinds in the order in which they are tried, and what may stand behind the head of each.

    What may not stand there makes it the head of something else: "Miễn phí đối với hộ nghèo" is no free procedure.
    """
    law = r"thông\s+tư|nghị\s+(?:định|quyết)|quyết\s+định"
    authority = rf"(?:{law}|quy\s+định|mức|luật|biểu|văn\s+bản|hướng\s+dẫn|pháp\s+luật)(?!\w)"
    sets = r"(?:quy\s+định|quyết\s+định|ban\s+hành)(?!\w)"
    follows = r"(?:(?:thực\s+hiện|áp\s+dụng|thu|nộp)(?:\s+(?:mức|thu|phí|lệ\s+phí)(?!\w)){0,4}\s+)?theo\s+"
    delegated = (
        rf"(?:{follows}{authority}|(?:được\s+)?quy\s+định\s+(?:tại|theo|của|trong)(?!\w)|do\s[^;\n]{{2,200}}?\s{sets}"
        rf"|mức\s[^;\n]{{0,200}}?(?:do|theo)\s[^;\n]{{2,200}}?\s{sets}"
        rf"|(?:{law})\s+(?:số\s+)?[0-9])"
    )
    most = r"(?P<most>(?:tối\s+đa|cao\s+nhất|nhiều\s+nhất|không\s+(?:vượt\s+)?quá)(?:\s+(?:là|không\s+quá))?(?!\w)\s*+)"
    low_per = r"(?:\s*+/\s*+(?P<per_low>[^\W0-9_][^/;,.:()\n0-9-]{0,60}?))?"
    low = rf"(?:từ\s++)?{_money('_low')}{low_per}\s*+(?:-|(?:đến|tới)(?!\w))\s*+(?=[0-9])"
    money = _money("", rf"|(?P<words>{WORDS})")
    nothing = (
        rf"không\s+(?:thu|mất|tốn|có|phải\s+(?:nộp|trả))(?:\s+{_FEES})?|miễn(?:\s+thu)?(?:\s+{_FEES})?|không(?:\s+đồng)?"
        rf"|0{{1,15}}(?:[.,]0{{1,15}})?(?:\s*+{CURRENCY})?"
    )
    condition = r"(?:đối\s+với|với|cho|nếu|khi|trường\s+hợp)(?!\w)"
    stops = re.compile(rf"[^\S\n]*+(?:\Z|[;\n]|\.(?![0-9])|[,:(](?!\s*+(?:{condition}|[0-9]))|/\D)")
    goes_on = (
        r"cho|đối\s+với|theo|áp\s+dụng|kể\s+từ|từ\s+ngày|đến\s+hết|nếu|khi|trong|tại|với|(?:không\s+|chưa\s+)?bao\s+gồm|mỗi|một"
        r"|trên|trừ|tính"
    )
    return {
        "not_fixed": (re.compile(r"\s*+(?:không|chưa)\s+(?:có\s+)?(?:quy|xác)\s+định(?:\s+cụ\s+thể)?(?!\w)"), stops),
        "rate": (
            re.compile(r"\s*+(?:(?:thu\s+)?bằng\s+)?(?P<rate>[0-9]{1,12}(?:[.,/][0-9]{1,12})?)\s*+%"),
            re.compile(r"(?!\s*+(?:[-+%]|(?:đến|tới|và|hoặc|cộng)(?!\w)))"),
        ),
        "free": (re.compile(rf"\s*+(?:{nothing})(?!\w)"), stops),
        "amount": (
            re.compile(rf"\s*+(?:{most}|(?:là|bằng)\s++)?(?:{low})?{money}"),
            re.compile(rf"[^\S\n]*+(?:\Z|[;,.:(/\n])|\s++(?:-\s|(?:{goes_on})(?!\w))"),
        ),
        "delegated": (
            re.compile(
                r"\s*+(?:(?P<plain>theo\s+quy\s+định)(?=\s*+(?:\.?\s*+\Z|;|xem\s+chi\s|\((?:từ|đến|không)\s))"
                rf"|(?={delegated})|(?:(?:đồng|vnđ)\s*+)?(?=\(\s*+{delegated}))"
            ),
            re.compile(""),
        ),
    }


@functools.cache
def _trailers() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The currency once more and the link of the 2021 portal; the period as `str` writes it."""
    link = r"xem\s+chi\s+tiết\s*+\Z"
    first, last, only = map(date_pattern, ("1", "2", "3"))
    return (
        re.compile(
            rf"(?P<twice>\s*+(?:việt\s+nam\s+đồng|vnđ|đồng)(?=\s*+(?:{link}|\Z|[;,.:(\n])))?(?P<link>\s*+{link})?"
        ),
        re.compile(rf"\s*+\((?:không thời hạn|từ {first}(?: đến hết {last})?|đến hết {only})\)(?=\s*+(?:;|\Z))"),
    )


def not_stated(text: str) -> bool:
    """Tell whether a text states nothing."""
    return fold(text)[0].strip(" \t\n.") in _NOT_STATED


def cells(text: str) -> tuple[str, ...]:
    """Cut a cell that states several fees into one text for each.

    >>> cells("Phí: 150.000 ĐồngXem chi tiết Lệ phí: 500.000 ĐồngXem chi tiết")
    ('Phí: 150.000 Đồng', 'Lệ phí: 500.000 Đồng')
    """
    key, cuts = fold(text)
    parts: list[str] = []
    start = depth = 0
    for match in _next_cell().finditer(key):
        if match[0] in "()":
            depth += 1 if match[0] == "(" else -1
        elif depth <= 0 or match[0][0] != ";":
            parts.append(text[cuts[start] : cuts[match.start()]])
            start, depth = match.end(), 0
    parts.append(text[cuts[start] :])
    return tuple(part.strip() for part in parts if part.strip())


def read(given: str, what: str) -> Parts:
    """Read a text, or raise `ParseError`."""
    key, cuts = fold(given)
    short = _short().fullmatch(key)
    if short is not None and key == given.lower():
        digits = short[1]
        return Parts("free") if digits is None else Parts("amount", Money(int(re.sub("[.,]", "", digits))))
    if key.strip(" \t\n.") in _NOT_STATED:
        raise ParseError(given, f"{what}: nothing is stated")
    category, words, at = _labels(given, key, cuts)
    reason, place = "expected an amount, 'miễn phí', or who sets the level", at
    for kind, (head, behind) in _heads().items():
        match = head.match(key, at)
        if match is None:
            continue
        try:
            parts, end = _READERS.get(kind, _read_plain)(kind, given, cuts, match)
        except ParseError as error:
            raise ParseError(given, f"{what}: {error.reason}", cuts[at]) from None
        parts, end, dated = _trailing(key, end, parts)
        if behind.match(key, end) is None:
            reason, place = "expected nothing more, or a note behind a mark", end
            continue
        note, repairs = note_behind(given, key, cuts, end)
        note = "; ".join([*words, note] if note else words)
        validity = parts.validity if dated else period_of(note, parts.amount)
        repairs = (*repairs, *parts.repairs)
        return parts._replace(category=category, validity=validity, note=note, repairs=repairs)
    raise ParseError(given, f"{what}: {reason}", cuts[place])


def _labels(given: str, key: str, cuts: Sequence[int]) -> tuple[FeeCategory | None, list[str], int]:
    """Return the category that labels name, their other words, and where the fee itself begins."""
    lead = re.compile(r"\s*+(?:[-+*]\s++|[0-9]{1,2}[.)]\s++(?![0-9]))?")
    category: FeeCategory | None = None
    words: list[str] = []
    at = cast("re.Match[str]", lead.match(key)).end()
    for _ in range(2):
        match = _label().match(key, at)
        if match is None:
            break
        name = match["category"]
        if category is None and name is not None and match["both"] is None:
            category = "giá" if name.startswith("giá") else cast("FeeCategory", normalise(name))
        if (match["words"] or "").strip():
            words.append(given[cuts[match.start("words")] : cuts[match.end("words")]].strip())
        at = cast("re.Match[str]", lead.match(key, match.end())).end()
    return category, words, at


def _trailing(key: str, end: int, parts: Parts) -> tuple[Parts, int, bool]:
    """Take in the currency written twice, the link, and the period as `str` writes it."""
    again, period = _trailers()
    match = cast("re.Match[str]", again.match(key, end))
    end = match.end()
    if match["twice"] is not None and parts.amount is not None:
        if parts.currency_stated:
            parts = parts._replace(repairs=(*parts.repairs, "unit-twice"))
        else:
            parts = parts._replace(currency_stated=True, repairs=tuple(r for r in parts.repairs if r != "no-currency"))
    dated = period.match(key, end)
    if dated is None:
        return parts, end, False
    if "không" in dated[0]:
        return parts, dated.end(), True
    validity = interval_of(dated, "1", "2" if dated["day3"] is None else "3")
    if validity is None:
        return parts, end, False
    return parts._replace(validity=validity), dated.end(), True


def _read_plain(kind: FeeKind, _given: str, _cuts: Sequence[int], match: re.Match[str]) -> tuple[Parts, int]:
    return Parts(kind), match.end()


def _read_rate(_kind: FeeKind, given: str, cuts: Sequence[int], match: re.Match[str]) -> tuple[Parts, int]:
    numerator, slash, denominator = match["rate"].partition("/")
    if slash and not int(denominator):
        raise ParseError(match["rate"], "expected a denominator other than 0")
    share = Fraction(int(numerator), int(denominator)) if slash else parse_decimal(match["rate"])
    per, end = per_at(given, match.string, cuts, match.end())
    return Parts("rate", rate=share / 100, per=per), end


def _read_amount(_kind: FeeKind, given: str, cuts: Sequence[int], match: re.Match[str]) -> tuple[Parts, int]:
    currency, low_currency = _code(given, cuts, match, ""), _code(given, cuts, match, "_low")
    if currency is not None and low_currency is not None and currency != low_currency:
        raise ParseError(match[0], "expected a range in one currency")
    currency = currency or low_currency
    stated = currency is not None
    ranged = match["number_low"] is not None
    if match["number"] is None and not stated:
        raise ParseError(match[0], "expected a currency behind a number in words")
    value, differs = _spoken(match, currency)
    if not stated and value.denominator != 1:
        raise ParseError(match[0], "expected a whole number where no currency is stated")
    per, end = per_at(given, match.string, cuts, match.end())
    if not stated and per is None and match.string.startswith("/", end):
        raise ParseError(match[0], "expected a currency, or what a number is counted by")  # it may be a date
    repairs = ("words-differ",) * differs + ("no-currency",) * (not stated)
    if not value and not ranged and match["most"] is None:
        return Parts("free"), match.end()
    amount = Money(value, currency or "VND")
    if not ranged:
        kind: FeeKind = "amount" if match["most"] is None else "at_most"
        return Parts(kind, amount, per=per, currency_stated=stated, repairs=repairs), end
    per_low = normalise(given[cuts[match.start("per_low")] : cuts[match.end("per_low")]]) if match["per_low"] else per
    if match["most"] is not None or per_low != per:
        raise ParseError(match[0], "expected a plain range, both ends counted by the same")
    low = lower_end(match["number_low"], match["multiplier_low"], value, match["multiplier"], currency)
    return Parts("range", amount, Money(low, amount.currency), per=per, currency_stated=stated, repairs=repairs), end


def _code(given: str, cuts: Sequence[int], match: re.Match[str], name: str) -> str | None:
    """Return the code of the currency; any three capitals will do, but no three small letters."""
    word = match[f"currency{name}"]
    if word is None:
        return None
    code = given[cuts[match.start(f"currency{name}")] : cuts[match.end(f"currency{name}")]]
    if re.fullmatch(CURRENCY, word) is None and not (code.isascii() and code.isupper()):
        raise ParseError(word, "expected a currency")
    return currency_of(word)


def _spoken(match: re.Match[str], currency: str | None) -> tuple[Fraction, bool]:
    """Return the amount and whether the words beside it say another one; the digits hold."""
    if match["number"] is None:
        return parse_words(match["words"]), False
    value = value_of(match["number"], match["multiplier"], currency)
    gloss = match["gloss1"] or match["gloss2"]
    return value, gloss is not None and parse_words(gloss) != value


_READERS = {"rate": _read_rate, "amount": _read_amount}

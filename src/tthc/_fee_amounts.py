"""Amounts in Vietnamese text: digits, multiplier, currency, what they are counted by, and the days they hold.

Prose is read sentence by sentence: a level that holds for everybody is told apart from one with a condition, and a
period belongs to the amount of its own sentence. Repeats are bounded, so the work grows with the length of the text.
"""

import datetime as dt
import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from tthc._folded import fold
from tthc.dated import Interval
from tthc.errors import ParseError
from tthc.money import Money
from tthc.numerals import WORDS, parse_number
from tthc.text import normalise

__all__ = [
    "CURRENCY",
    "FIRST_DAY",
    "LAST_DAY",
    "MULTIPLIER",
    "NUMBER",
    "Level",
    "amounts_in",
    "currency_of",
    "date_pattern",
    "interval_of",
    "is_per",
    "leading_per",
    "levels",
    "lower_end",
    "own_period",
    "per_at",
    "period_of",
    "same_level",
    "value_of",
]

FIRST_DAY, LAST_DAY = dt.date(1900, 1, 1), dt.date(2999, 12, 31)
"""The days that a fee may name: other years are slips."""

_MULTIPLIERS = {"nghìn": 1000, "ngàn": 1000, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
_LEAST_LEVEL = 1000

NUMBER = r"[0-9]{1,15}(?:[.,][0-9]{1,15}){0,6}(?![0-9]|[.,][0-9])"
MULTIPLIER = f"(?:{'|'.join(_MULTIPLIERS)})(?!\\w)"
# "2 đồng sở hữu" is no money; "ĐồngXem chi tiết" is, with a link of the portal glued to it.
CURRENCY = (
    r"(?:việt\s{1,9}nam\s{1,9}đồng|đồng\s{1,9}việt\s{1,9}nam|vnđ|vnd|₫|us\$|\$|€|euro|đô[\s-]la(?:\s{1,9}mỹ)?|đ"
    r"|đồng(?!\s{1,9}(?:bào|bộ|chủ|giám|hành|loạt|nghiệp|phạm|quản|sở|tác|thời|thừa|tổ|ý)(?!\w))"
    r"|usd|eur|gbp|jpy|cny|krw|lak|khr|thb)(?!(?!xem\s{1,9}chi\s)\w)"
)


def __dir__() -> list[str]:
    return __all__


class Level(NamedTuple):
    """One sentence: the amounts it states with what they are counted by, and the period it states.

    `plain` is a sentence without condition, share or bound: what it says holds for everybody.
    """

    text: str
    amounts: tuple[tuple[Money, str | None], ...]
    period: Interval | None
    plain: bool


def date_pattern(name: str) -> str:
    """Return a pattern of a date in digits or with `tháng` and `năm`; its groups end in `name`."""
    return (
        rf"(?:ngày\s{{1,9}}){{0,2}}(?P<day{name}>[0-9]{{1,2}})(?:\s{{0,2}}[/.-]\s{{0,2}}|\s{{1,9}}tháng\s{{1,9}})"
        rf"(?P<month{name}>[0-9]{{1,2}})(?:\s{{0,2}}[/.-]\s{{0,2}}|\s{{1,9}}năm\s{{1,9}})(?P<year{name}>[0-9]{{4}})(?![0-9])"
    )


@functools.cache
def _amount() -> re.Pattern[str]:
    low = rf"(?P<low>{NUMBER})(?P<low_multiplier>\s{{0,9}}{MULTIPLIER})?\s{{0,9}}(?:-|đến|tới)\s{{0,9}}"
    return re.compile(
        rf"(?<![\w.,/])(?<![0-9]-)(?:{low})?(?P<number>{NUMBER})(?P<multiplier>\s{{0,9}}{MULTIPLIER}(?:\s{{1,9}}rưỡi(?!\w))?)?"
        rf"(?:\s{{0,9}}\(\s{{0,9}}{WORDS}\s{{0,9}}\))?\s{{0,9}}(?P<currency>{CURRENCY})"
    )


@functools.cache
def _per() -> re.Pattern[str]:
    """What an amount is counted by, up to where the sentence goes on."""
    words = (
        r"kể\s{1,9}từ|từ\s{1,9}ngày|áp\s{1,9}dụng|theo|đối\s{1,9}với|cho|nếu|khi|trong|không\s{1,9}bao|chưa\s{1,9}bao"
        r"|bao\s{1,9}gồm|và|hoặc|đến|tới|tối\s{1,9}đa|nhưng|do|tại|với|trừ|quy\s{1,9}định|cộng"
    )
    mark = r"(?:\Z|[;,.:()\n])"
    end = (
        rf"(?:\s{{0,9}}(?:(?:đồng|vnđ|việt\s{{1,9}}nam\s{{1,9}}đồng)\s{{0,9}})?(?:xem\s{{1,9}}chi\s{{1,9}}tiết\s{{0,9}})?{mark}"
        rf"|\s(?:{words})(?!\w)|\s[-+](?:\s|\Z)|\s{{0,9}}-\s{{0,9}}[0-9])"
    )
    return re.compile(
        rf"\s*+/\s*+(?:0?1\s{{1,9}})?(?P<per>(?=[^\W0-9_]|[\"“'])(?:(?!{end})[^;,.:()\n]){{0,119}}[^;,.:()\n\s])(?={end})"
    )


@functools.cache
def _sentence() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Where a sentence ends; a period; what makes a sentence a special case."""
    first, last, only = map(date_pattern, ("1", "2", "3"))
    period = (
        rf"(?<!\w)(?:(?P<since>(?:kể\s{{1,9}})?từ)\s{{1,9}}{first}"
        rf"(?:\s{{0,9}},?\s{{0,9}}(?:đến|tới)\s{{1,9}}(?:hết\s{{1,9}})?{last})?"
        rf"|(?:(?:đến|tới)\s{{1,9}}hết|áp\s{{1,9}}dụng\s{{1,9}}(?:đến|tới))\s{{1,9}}{only})"
    )
    special = (
        r"(?<!/)(?<!/\s)(?<!\w)(?:trường\s{1,9}hợp|trực\s{1,9}(?:tuyến|tuyển|tiếp)|bưu\s{1,9}chính|đối\s{1,9}với"
        r"|hình\s{1,9}thức|tối\s{1,9}(?:đa|thiểu)|không\s{1,9}quá|ít\s{1,9}nhất|nếu|riêng|khi|trừ|thêm)(?!\w)|%"
    )
    end = r"[.;](?=\s|$)|\n|(?<=[\s).;])[-+*](?=\s)"
    return re.compile(end), re.compile(period), re.compile(special)


def currency_of(word: str) -> str:
    """Return the ISO 4217 code of a folded currency word."""
    if word in {"$", "us$"} or word.startswith("đô"):
        return "USD"
    if word in {"€", "euro"}:
        return "EUR"
    return word.upper() if word.isascii() and len(word) == 3 else "VND"


def value_of(number: str, multiplier: str | None, currency: str | None) -> Fraction:
    """Return the value of digits and multiplier; đồng have no decimal point, an amount without currency no decimals."""
    if not multiplier:
        return parse_number(number, decimal="" if currency is None else "," if currency == "VND" else ",.")
    if re.fullmatch("[0-9]+,[0-9]{3}", number):
        raise ParseError(number, "number: expected a number that is clearly decimal or clearly thousands")
    first, *more = re.findall(r"[0-9.,]+|[^\W0-9_]+", multiplier)
    scale = _MULTIPLIERS[first]
    small = Fraction(0)
    if more == ["rưỡi"]:
        small = Fraction(scale, 2)
    elif more:
        small = parse_number(more[0]) * _MULTIPLIERS[more[1]]
    if small >= scale:
        raise ParseError(number + multiplier, "number: expected the larger part first")
    return parse_number(number) * scale + small


def lower_end(
    number: str, multiplier: str | None, high: Fraction, shared: str | None, currency: str | None
) -> Fraction:
    """Return the lower end of a range; the multiplier `shared` of the upper end holds for both where it fits.

    >>> lower_end("1", None, Fraction(2_000_000), "triệu", "VND")
    Fraction(1000000, 1)
    >>> lower_end("500.000", None, Fraction(1_000_000), "triệu", "VND")
    Fraction(500000, 1)
    """
    if multiplier is None and shared is not None:
        low = value_of(number, shared.split()[0], currency)
        if low <= high:
            return low
    low = value_of(number, multiplier, currency)
    if low > high or (multiplier is None and shared is not None and low < _LEAST_LEVEL):
        raise ParseError(number, "expected a range with the smaller amount first")
    return low


def per_at(text: str, key: str, cuts: Sequence[int], at: int) -> tuple[str | None, int]:
    """Return what stands behind a slash at a place of folded text, and where it ends."""
    match = _per().match(key, at)
    if match is None:
        return None, at
    per = normalise(text[cuts[match.start("per")] : cuts[match.end()]])
    return (per, match.end()) if is_per(per) else (None, at)


def leading_per(text: str) -> str | None:
    """Return what a description that begins with a slash counts by: `/hồ sơ (Thông tư …)`, `đồng/lần`."""
    key, cuts = fold(text)
    match = re.match(rf"\s*+(?:{CURRENCY})?", key)
    return per_at(text, key, cuts, match.end() if match else 0)[0]


def is_per(per: str) -> bool:
    """Tell whether a text behind a slash is read back whole."""
    key = fold(per)[0]
    match = _per().fullmatch(f"/{key}")
    return match is not None and match["per"] == key and per == normalise(per)


def _stated(text: str, key: str, cuts: Sequence[int], start: int, end: int) -> Iterator[tuple[Money, str | None]]:
    for match in _amount().finditer(key, start, end):
        currency = currency_of(match["currency"])
        try:
            amounts = [value_of(match["number"], match["multiplier"], currency)]
            if match["low"] is not None:
                shared = match["multiplier"]
                amounts.insert(0, lower_end(match["low"], match["low_multiplier"], amounts[0], shared, currency))
        except ParseError:
            continue
        per, _ = per_at(text, key, cuts, match.end())
        for amount in amounts:
            yield Money(amount, currency), per


def amounts_in(text: str) -> tuple[Money, ...]:
    """Return every amount with a currency that a text states in digits, in its order.

    Dates, articles and numbers of documents are no amounts, nor is a number without a currency.

    >>> amounts_in("Thông tư số 25/2021/TT-BTC: 5 USD/lần, 1 - 2 triệu đồng/giấy")
    (Money(5, 'USD'), Money(1000000), Money(2000000))
    """
    key, cuts = fold(text)
    return tuple(money for money, _ in _stated(text, key, cuts, 0, len(key)))


def interval_of(match: re.Match[str], first: str, last: str) -> Interval | None:
    """Return the interval from the date in the groups `first` through the one in the groups `last`, if it is one."""
    days: list[dt.date | None] = []
    for name in (first, last):
        if match[f"day{name}"] is None:
            days.append(None)
            continue
        try:
            day = dt.date(int(match[f"year{name}"]), int(match[f"month{name}"]), int(match[f"day{name}"]))
        except ValueError:
            return None
        if not FIRST_DAY <= day <= LAST_DAY:
            return None
        days.append(day)
    since, until = days
    return None if since is not None and until is not None and since > until else Interval.through(since, until)


def _period(key: str, start: int, end: int) -> Interval | None:
    applied = key.find("áp dụng", start, end) >= 0
    for match in _sentence()[1].finditer(key, start, end):
        if "hiệu lực" in key[max(start, match.start() - 20) : match.start()]:
            continue  # of a document, not of a level
        if match["since"] is None:
            period = interval_of(match, "1", "3")
        elif match["day2"] is None and match["since"] == "từ" and not applied:
            continue  # "người sinh từ ngày 01/01/2010"
        else:
            period = interval_of(match, "1", "2")
        if period is not None:
            return period
    return None


def levels(text: str) -> tuple[Level, ...]:
    """Return the sentences of a text, each with the amounts and the period it states."""
    key, cuts = fold(text)
    ends, _, special = _sentence()
    found: list[Level] = []
    start = 0
    for end, after in (*(match.span() for match in ends.finditer(key)), (len(key), len(key))):
        sentence = text[cuts[start] : cuts[end]].strip()
        if sentence:
            amounts = tuple(_stated(text, key, cuts, start, end))
            found.append(Level(sentence, amounts, _period(key, start, end), special.search(key, start, end) is None))
        start = after
    return tuple(found)


def same_level(stated: Money, own: Money | None) -> bool:
    """Tell whether an amount in prose is the fee's own: the same, or what it was before a slip cut off its zeros."""
    if own is None or stated == own:
        return own is not None
    if not stated.currency == own.currency == "VND" or not 0 < own.amount < _LEAST_LEVEL:
        return False
    return stated.amount / own.amount in {Fraction(10**zeros) for zeros in range(1, 7)}


def period_of(note: str, own: Money | None) -> Interval | None:
    """Return the period that a note states for the fee it belongs to."""
    return own_period(levels(note), own) if note and _sentence()[1].search(fold(note)[0]) is not None else None


def own_period(sentences: Iterable[Level], own: Money | None) -> Interval | None:
    """Return the first period that sentences state, if nothing up to it speaks of another level or a special case."""
    for level in sentences:
        if not level.plain or not all(same_level(money, own) for money, _ in level.amounts):
            return None
        if level.period is not None:
            return level.period
    return None

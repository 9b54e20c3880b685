"""Exact numbers: reading, rounding by a named rule, per cent, parts that add up, common denominators.

Everything here is `int` and `fractions.Fraction`. `float` is refused, because `0.1` is not one tenth; a `Decimal` is
taken at its exact value and never computed with, so the caller's decimal context does not matter. What takes a
`Fraction` takes an `int` or a `Decimal` too.
"""

import math
from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Literal, get_args

from tthc.errors import ParseError, show

__all__ = [
    "Rounding",
    "common_denominator",
    "exact",
    "format_number",
    "largest_remainder",
    "parse_plain",
    "percent",
    "round_to",
]

Rounding = Literal["half_up", "half_even", "down", "up", "floor", "ceiling"]
"""How a number is rounded: `half_up` away from zero at one half, `down` towards zero, `up` away from zero."""

_MODES: tuple[str, ...] = get_args(Rounding)
_MAX_DIGITS = 40
_MAX_DECIMAL = 10_000  # turning digits into an integer takes quadratic time


def __dir__() -> list[str]:
    return __all__


def exact(value: int | Fraction | Decimal) -> Fraction:
    """Return `value` as a `Fraction`; `float`, `bool`, NaN and infinity are refused with a `TypeError` or `ValueError`.

    >>> exact(Decimal("0.1"))
    Fraction(1, 10)
    """
    if type(value) is Fraction:
        return value
    if type(value) is int:
        return Fraction(value)
    if type(value) is Decimal:
        _, digits, exponent = value.as_tuple()
        if not isinstance(exponent, int):  # "n", "N" and "F" stand for NaN and infinity
            msg = f"expected a finite number, got {show(value)}"
            raise ValueError(msg)
        if max(len(digits), abs(exponent)) > _MAX_DECIMAL:
            msg = f"expected at most {_MAX_DECIMAL} digits and an exponent up to {_MAX_DECIMAL}, got {show(value)}"
            raise ValueError(msg)
        return Fraction(value)
    msg = f"expected an int, Fraction or Decimal (exact numbers only), got {type(value).__name__}"
    raise TypeError(msg)


def parse_plain(text: str) -> Fraction:
    """Read a number as programs write it: digits with an optional sign, decimal point or one slash (`-12.5`, `3/8`).

    At most 40 digits a part, no exponent: `Fraction("1e9999999")` would not return.

    >>> parse_plain("3/8"), parse_plain("-12.50")
    (Fraction(3, 8), Fraction(-25, 2))
    """
    if type(text) is not str:
        raise ParseError(text, f"number: expected text, got {type(text).__name__}")
    body = text[1:] if text[:1] in {"-", "+"} else text
    for mark in ("/", "."):
        left, found, right = body.partition(mark)
        if found:
            break
    else:
        left, right, mark = body, "0", "."
    if not (_is_digits(left) and _is_digits(right)) or (mark == "/" and not int(right)):
        raise ParseError(text, "number: expected digits with at most one '.' or '/', at most 40 digits a part")
    size = Fraction(int(left), int(right)) if mark == "/" else int(left) + Fraction(int(right), 10 ** len(right))
    return -size if text[0] == "-" else size


def _is_digits(text: str) -> bool:
    return 0 < len(text) <= _MAX_DIGITS and text.isascii() and text.isdigit()


def round_to(value: Fraction | int, digits: int = 0, mode: Rounding = "half_up") -> Fraction:
    """Round to `digits` decimal places (negative: tens, hundreds …) by the named rule, exactly.

    >>> round_to(Fraction(12345, 1000), 2), round_to(Fraction(5, 2), 0, "half_even")
    (Fraction(247, 20), Fraction(2, 1))
    """
    if mode not in _MODES:
        msg = f"expected a rounding mode, one of {', '.join(_MODES)}, got {show(mode)}"
        raise ValueError(msg)
    scale = Fraction(10) ** digits
    scaled = exact(value) * scale
    floor = math.floor(scaled)
    rest = scaled - floor
    if mode == "floor":
        up = False
    elif mode == "ceiling":
        up = rest > 0
    elif mode == "down":
        up = rest > 0 > scaled
    elif mode == "up":
        up = rest > 0 and scaled > 0
    elif mode == "half_even":
        up = rest > Fraction(1, 2) or (rest == Fraction(1, 2) and floor % 2 == 1)
    else:
        up = rest > Fraction(1, 2) or (rest == Fraction(1, 2) and scaled > 0)
    return Fraction(floor + up) / scale


def percent(part: Fraction | int, whole: Fraction | int) -> Fraction:
    """Return `part` as a percentage of `whole`, exact; a percentage of nothing is a `ZeroDivisionError`.

    >>> round_to(percent(4818, 5421), 2)
    Fraction(2222, 25)
    """
    return exact(part) * 100 / exact(whole)


def common_denominator(values: Iterable[Fraction | int]) -> tuple[int, tuple[int, ...]]:
    """Return the least common denominator of `values` and the values scaled to whole numbers by it.

    >>> common_denominator([Fraction(1, 2), Fraction(1, 3)])
    (6, (3, 2))
    """
    fractions = [exact(value) for value in values]
    scale = math.lcm(1, *(value.denominator for value in fractions))
    return scale, tuple(value.numerator * (scale // value.denominator) for value in fractions)


def largest_remainder(parts: Sequence[Fraction | int], digits: int = 0) -> tuple[Fraction, ...]:
    """Round `parts` to `digits` places so that they add up to their rounded (half up) total.

    Each part is rounded down, then the units that are missing go to the largest remainders; a tie goes to the earlier
    part.

    >>> largest_remainder([Fraction(1, 3)] * 3, 2)
    (Fraction(17, 50), Fraction(33, 100), Fraction(33, 100))
    """
    unit = Fraction(10) ** -digits
    fractions = [exact(part) for part in parts]
    floors = [round_to(part, digits, "floor") for part in fractions]
    total = round_to(sum(fractions, Fraction(0)), digits)
    missing = int((total - sum(floors, Fraction(0))) / unit)
    order = sorted(range(len(floors)), key=lambda i: floors[i] - fractions[i])
    raised = set(order[:missing])
    return tuple(floor + unit if i in raised else floor for i, floor in enumerate(floors))


def format_number(value: Fraction | int, digits: int | None = None, lang: Literal["vi", "en"] = "vi") -> str:
    """Write a number with thousands separators: `1.234.567,5` in Vietnamese, `1,234,567.5` in English.

    With `digits` it is rounded (half up) to that many places (negative: to tens, hundreds …); without, it is written in
    full where it has a finite decimal form of at most 12 places, and as a quotient (`1/3`) where it has none.

    >>> format_number(1234567), format_number(Fraction(3, 2)), format_number(Fraction(1, 3), 2)
    ('1.234.567', '1,5', '0,33')
    """
    number = exact(value)
    if digits is None:
        digits = next((n for n in range(13) if (number * 10**n).denominator == 1), None)
        if digits is None:
            return f"{number.numerator}/{number.denominator}"
    places = max(digits, 0)
    scaled = int(round_to(number, digits) * 10**places)
    whole, rest = divmod(abs(scaled), 10**places)
    grouped, point = (f"{whole:,}".replace(",", "."), ",") if lang == "vi" else (f"{whole:,}", ".")
    sign = "-" if scaled < 0 else ""
    return f"{sign}{grouped}{point}{rest:0{places}d}" if places else f"{sign}{grouped}"

"""Figures that must follow from one another, read out of running text: ratios with a per cent, and cuts.

A ratio is two numbers with a quotient's mark between them and a per cent behind or in front: `4.818/5.421, tương ứng
37,31 %`. A cut is two amounts with "xuống" between them and a saving or a per cent beside: `giảm từ 2.306 tỷ đồng xuống
654 tỷ đồng, tiết kiệm 1.652 tỷ đồng`.
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from tthc.errors import ParseError
from tthc.numerals import parse_decimal, parse_number
from tthc.rankings._claim_tokens import Tokens
from tthc.rankings.claims import CutClaim, RatioClaim

__all__ = ["cuts", "ratios"]

_REACH = 40  # words from a movement to what it saves
_LONGEST = 15  # digits, with marks between them


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _phrases(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in text.split("; "))


_SCALES = {
    "nghìn": 3, "ngàn": 3, "triệu": 6, "tỷ": 9, "tỉ": 9, "thousand": 3, "million": 6, "billion": 9, "trillion": 12,
}  # fmt: skip
_CURRENCIES = _words("vnd vnđ usd eur dong d đ")
_UNITS = _phrases(
    "ngày làm việc; ngày công; giờ làm việc; working days; working day; working hours; thủ tục hành chính; giấy tờ; "
    "điều kiện kinh doanh; điều kiện đầu tư; thành phần hồ sơ; business conditions; đô la mỹ; chế độ báo cáo; văn bản"
)
_NO_UNIT = _words(
    "xuống còn to down và and từ from nay năm hiện đạt tương với so trên of out per trong giảm tăng tiết kiệm cắt "
    "hay or cho là tức i e a saving savings which lên up in on is was by the đến"
)
_DOWN = _phrases("xuống còn; xuống; còn; chỉ còn; down to; to; to only; →")
_CUTTING = _words(
    "giảm cắt tiết kiệm rút xuống còn cut cuts cutting reduced reduces reducing saving saves saved down fell"
)
_SAVING = _phrases(
    "tiết kiệm; cắt giảm; giảm; giảm bớt; mức giảm; rút ngắn; saving; saves; saved; a saving of; savings of; a cut of; "
    "a reduction of"
)
_BETWEEN = _words(
    "đạt chiếm tương ứng đương tỷ tỉ lệ hay or tức là i e bằng = equals equal about khoảng with , ( ; - được một "
    "mức share rate a of the that is which making up gần hơn almost nearly over under so với số đó này at giảm "
    "cắt"
)
_BEFORE_RATIO = _words("( , với tương ứng or i e là hay : with")
_SAVED_FILL = _words("được tới đến of khoảng about thêm tổng cộng")
_PER_CENT = _phrases("%; phần trăm; per cent; percent")
_PARTED = _phrases(
    "/; trên tổng số; trên tổng; trên; trong tổng số; of; of the; out of; out of the; of a total of; out of a total of"
)


def __dir__() -> list[str]:
    return __all__


class _Figure(NamedTuple):
    value: Fraction
    digits: int  # decimals printed
    scale: int  # power of ten of the words behind
    scaled: str  # these words: "nghìn tỷ"
    unit: str
    first: int
    end: int


class _Percent(NamedTuple):
    value: Fraction
    digits: int | None  # where more were printed than the value needs
    first: int
    end: int


def ratios(text: str) -> Iterator[RatioClaim]:
    """Find ratios with a per cent."""
    reader = _Reader(text)
    at = 0
    while at < len(reader.words):
        found = reader.ratio(at)
        if found is None:
            at += 1
        else:
            claim, at = found
            yield claim


def cuts(text: str) -> Iterator[CutClaim]:
    """Find cuts with a saving or a per cent."""
    reader = _Reader(text)
    at = 0
    while at < len(reader.words):
        found = reader.cut(at)
        if found is None:
            at += 1
        else:
            claim, at = found
            yield claim


class _Reader:
    def __init__(self, text: str) -> None:
        self.tokens = Tokens(text)
        self.tokens.join_lines()
        self.words = self.tokens.words

    def word(self, at: int) -> str:
        return self.words[at] if 0 <= at < len(self.words) else "\n"

    def _is_digits(self, at: int) -> bool:
        return "0" <= self.word(at)[0] <= "9" and len(self.word(at)) <= _LONGEST

    def _one_of(self, at: int, phrases: tuple[tuple[str, ...], ...]) -> int:
        """Return where the longest of some phrases that begin at a word ends; 0 if none does."""
        found = [at + len(phrase) for phrase in phrases if tuple(map(self.word, range(at, at + len(phrase)))) == phrase]
        return max(found, default=0)

    def _stops(self, at: int) -> bool:
        """Tell whether a sentence ends at a word."""
        word = self.word(at)
        if word in {"\n", ";", "!", "?"}:
            return True
        after = at + 1
        return word == "." and (
            after >= len(self.words) or (not self.tokens.touch(after) and self.tokens.is_capital(after))
        )

    # ── numbers ─────────────────────────────────────────────────────────────────────────────────────────────────────
    def percent(self, at: int) -> _Percent | None:
        """Read `37,31 %`: one mark is a decimal one."""
        end = self._one_of(at + 1, _PER_CENT)
        if not end or not self._is_digits(at):
            return None
        try:
            value = parse_decimal(self.word(at))
        except ParseError:
            return None
        printed = len(self.word(at).replace(",", ".").partition(".")[2])
        needed = next(n for n in range(printed + 1) if (value * 10**n).denominator == 1)
        return _Percent(value, printed if printed > needed else None, at, end)

    def figure(self, at: int) -> _Figure | None:
        """Read an amount with its unit: `2.306 tỷ đồng`, `15 ngày làm việc`, `VND 654 billion`."""
        first = at
        coin = self.tokens.written(at, at + 1) if self.word(at) in _CURRENCIES else ""
        at += bool(coin)
        if not self._is_digits(at):
            return None
        try:
            value = parse_number(self.word(at))
        except ParseError:
            return None
        digits = _decimals(self.word(at), value)
        end, scale = at + 1, 0
        while self.word(end) in _SCALES and end - at < 3:
            scale += _SCALES[self.word(end)]
            end += 1
        scaled = self.tokens.written(at + 1, end) if scale else ""
        unit, end = self._unit(end)
        return _Figure(value, digits, scale, scaled, unit or coin, first, end)

    def _unit(self, at: int) -> tuple[str, int]:
        end = self._one_of(at, _UNITS)
        if not end and self.word(at).isalpha() and self.word(at) not in _NO_UNIT:
            end = at + 1
        return (self.tokens.written(at, end), end) if end else ("", at)

    def _is_number_before(self, at: int) -> bool:
        return self.word(at) in {"/", "-"} and self._is_digits(at - 1)

    # ── ratios ──────────────────────────────────────────────────────────────────────────────────────────────────────
    def ratio(self, at: int) -> tuple[RatioClaim, int] | None:
        """Read a ratio that begins at a word, with the per cent behind it or just before."""
        if not self._is_digits(at) or self._is_number_before(at - 1):
            return None
        part = self._bare(at)
        if part is None:
            return None
        end = at + 1
        while end - at < 6 and self.word(end).isalpha() and not self._one_of(end, _PARTED) and not self._stops(end):
            end += 1
        mark = self._one_of(end, _PARTED)
        whole = self._bare(mark) if mark else None
        if whole is None or self.word(mark + 1) == "/":
            return None
        found = self._percent_behind(mark + 1) or self._percent_before(at)
        if found is None:
            return None
        first, last = min(at, found.first), max(mark + 1, found.end)
        claim = RatioClaim(
            part=part, whole=whole, percent=found.value, digits=found.digits, span=self._span(first, last)
        )
        return claim, last

    def _bare(self, at: int) -> Fraction | None:
        if not self._is_digits(at) or self._one_of(at + 1, _PER_CENT):
            return None
        try:
            return parse_number(self.word(at))
        except ParseError:
            return None

    def _percent_behind(self, at: int) -> _Percent | None:
        """A per cent behind a ratio may have the things counted and a few words of "that is" before it."""
        nouns = 0
        for end in range(at, at + 14):
            if self._is_digits(end):
                return self.percent(end)
            word = self.word(end)
            if self._stops(end):
                return None
            if word not in _BETWEEN:
                nouns += 1
            if nouns > 7:
                return None
        return None

    def _percent_before(self, at: int) -> _Percent | None:
        """`98,5 % (1.970/2.000 hồ sơ)`."""
        back = at - 1
        while at - back < 5 and self.word(back) in _BEFORE_RATIO:
            back -= 1
        for first in range(back - 2, back + 1):
            found = self.percent(first)
            if found and found.end == back + 1 and back < at - 1:
                return found
        return None

    # ── cuts ────────────────────────────────────────────────────────────────────────────────────────────────────────
    def cut(self, at: int) -> tuple[CutClaim, int] | None:
        """Read a cut whose first amount stands behind the word `từ` or `from` at `at`."""
        if self.word(at) not in {"từ", "from"}:
            return None
        before = self.figure(at + 1)
        if before is None:
            return None
        down = before.end
        while (
            down - before.end < 6
            and not self._one_of(down, _DOWN)
            and not self._stops(down)
            and not self._is_digits(down)
        ):
            down += 1
        mark = self._one_of(down, _DOWN)
        after = self.figure(mark) if mark else None
        if after is None or self._one_of(mark + 1, _PER_CENT):
            return None
        saving, percent, last = self._beside(at, after.end)
        if saving is None and percent is None:
            return None
        start = min([at, *(found.first for found in (saving, percent) if found is not None)])
        if not any(self.word(k) in _CUTTING for k in range(max(0, at - 12), last)):
            return None
        return self._claim(before, after, saving, percent, self._span(start, last)), last

    def _beside(self, at: int, end: int) -> tuple[_Figure | None, _Percent | None, int]:
        """Find the saving and the per cent of a cut: behind it in the sentence, else just before."""
        saving: _Figure | None = None
        percent: _Percent | None = None
        last = ahead = end
        while ahead - end < _REACH and not self._stops(ahead) and self.word(ahead) not in {"từ", "from"}:
            found = self.percent(ahead)
            if found and percent is None:
                percent, last = found, found.end
            mark = self._one_of(ahead, _SAVING)
            figure = self._saved(mark) if mark and saving is None else None
            if figure is not None:
                saving, last = figure, figure.end
            ahead = max(ahead + 1, last if last > ahead else 0)
        if saving is None or percent is None:
            for back in range(max(0, at - 8), at):
                mark = self._one_of(back, _SAVING)
                figure = self._saved(mark) if mark and saving is None else None
                if figure is not None and figure.end <= at and not any(map(self._stops, range(figure.end, at))):
                    saving = figure._replace(first=back)
                found = self.percent(back)
                if found and percent is None and not any(map(self._stops, range(found.end, at))):
                    percent = found
        return saving, percent, last

    def _saved(self, at: int) -> _Figure | None:
        for _ in range(3):
            at += self.word(at) in _SAVED_FILL
        return None if self._one_of(at + 1, _PER_CENT) else self.figure(at)

    def _claim(
        self, before: _Figure, after: _Figure, saving: _Figure | None, percent: _Percent | None, span: tuple[int, int]
    ) -> CutClaim:
        figures = {"before": before, "after": after} | ({} if saving is None else {"saving": saving})
        scale, scaled = min(((f.scale, f.scaled) for f in figures.values() if f.scale), default=(0, ""))
        values: dict[str, Fraction] = {}
        digits: dict[str, int] = {}
        for name, figure in figures.items():
            shift = (figure.scale or scale) - scale
            values[name] = figure.value * 10**shift
            if scaled or figure.digits:
                digits[name] = figure.digits - shift
        if percent is not None and percent.digits is not None:
            digits["percent"] = percent.digits
        units = [figure.unit for figure in figures.values() if figure.unit]
        return CutClaim(
            before=values["before"],
            after=values["after"],
            saving=values.get("saving"),
            percent=None if percent is None else percent.value,
            unit=" ".join(filter(None, (scaled, *units[:1]))),
            digits=digits,
            span=span,
        )

    def _span(self, first: int, end: int) -> tuple[int, int]:
        return self.tokens.starts[first], self.tokens.ends[end - 1]


def _decimals(text: str, value: Fraction) -> int:
    """Return how many decimals a number was printed with."""
    parts = re.split("[.,]", text)
    return 0 if value == int("".join(parts)) else len(parts[-1])

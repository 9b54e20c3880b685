"""What a text says about ranks, ratios and cuts (phát biểu).

A claim holds what was said and nothing else: what the text leaves out is `None`. It may say anything (rank 200 of 193),
for a false statement is well-formed. `tthc.rankings.verdicts` judges claims.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Literal, TypeAlias, final

import attrs

from tthc._record import check
from tthc.errors import Fault, show
from tthc.exact import exact, format_number
from tthc.frozen import FrozenMap

__all__ = ["CutClaim", "RankClaim", "RatioClaim"]

Lang: TypeAlias = Literal["vi", "en"]

_FIELDS = ("index", "edition", "unit", "rank", "of", "change", "was", "since", "group")
_SAYING = ("rank", "of", "change", "was")
_LARGEST = 10**9
_LONGEST = 10**40


def __dir__() -> list[str]:
    return __all__


def _span_faults(span: tuple[int, int]) -> Iterable[Fault]:
    if not 0 <= span[0] <= span[1]:
        yield Fault("span", span, "a start and an end in the text, not before its beginning")


def _all_said(claim: "RankClaim") -> frozenset[str]:
    return frozenset(name for name in _FIELDS if getattr(claim, name) is not None)


@final
@attrs.frozen(kw_only=True)
class RankClaim:
    """A statement on a rank (phát biểu về thứ hạng): `hạng 89/193, tăng 10 bậc so với năm 2014`.

    `index` is the code of the index or component (`EGDI`, `OSI`, `PCI`), `edition` the year of its edition, `unit` the
    ISO 3166 alpha-3 code of a state or the name of another body, `rank` the place and `of` how many there are. `change`
    is the places gained (+) or lost (−), 0 for an unchanged rank; `was` is the former rank, `since` the year of the
    edition it is held against. `group` names the region that the rank is meant in. `span` is the place in the text,
    half-open; `stated` names the fields that the text says there, the others were carried over from what came before.

    >>> claim = RankClaim(index="OSI", edition=2016, unit="VNM", rank=74, of=193, change=8, since=2014)
    >>> print(claim)
    OSI 2016, VNM: hạng 74/193, tăng 8 bậc so với năm 2014
    """

    index: str | None = None
    edition: int | None = None
    unit: str | None = None
    rank: int | None = None
    of: int | None = None
    change: int | None = None
    was: int | None = None
    since: int | None = None
    group: str | None = None
    span: tuple[int, int] = (0, 0)
    stated: frozenset[str] = attrs.field(default=attrs.Factory(_all_said, takes_self=True))

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        for name in ("rank", "of", "was"):
            number = getattr(self, name)
            if number is not None and not 1 <= number < _LARGEST:
                yield Fault(name, number, "a number from 1 to 999999999")
        for name in ("edition", "since"):
            year = getattr(self, name)
            if year is not None and not 1 <= year <= 9999:
                yield Fault(name, year, "a year from 1 to 9999")
        if self.change is not None and not -_LARGEST < self.change < _LARGEST:
            yield Fault("change", self.change, "a number of at most nine digits")
        for name in ("index", "unit", "group"):
            if getattr(self, name) == "":
                yield Fault(name, "", "a name, or None where none is said")
        unsaid = sorted(self.stated - _all_said(self))
        if unsaid:
            yield Fault("stated", tuple(unsaid), "names of fields that hold something")
        yield from _span_faults(self.span)

    @property
    def carried(self) -> tuple[str, ...]:
        """The fields that the text states elsewhere: taken from the context."""
        return tuple(name for name in _FIELDS if getattr(self, name) is not None and name not in self.stated)

    @property
    def missing(self) -> tuple[str, ...]:
        """What a check would need and the claim does not hold: `rank` where nothing is said of a rank at all."""
        lacking = [name for name in ("index", "edition", "unit") if getattr(self, name) is None]
        if all(getattr(self, name) is None for name in _SAYING):
            lacking.append("rank")
        return tuple(lacking)

    def text(self, lang: Lang = "vi") -> str:
        """Say the claim in a line."""
        vi = lang == "vi"
        head = " ".join(str(part) for part in (self.index, self.edition) if part is not None)
        about = ", ".join(part for part in (head, self.unit) if part) or "?"
        said: list[str] = []
        if self.rank is not None or self.of is not None:
            place = f"{'?' if self.rank is None else self.rank}{'' if self.of is None else f'/{self.of}'}"
            said.append(f"{'hạng' if vi else 'rank'} {place}{'' if self.group is None else f' ({self.group})'}")
        if self.change is not None:
            said.append(_moved(self.change, lang))
        if self.was is not None:
            said.append(f"{'trước đó hạng' if vi else 'before that rank'} {self.was}")
        words = ", ".join(said) or "?"
        since = "" if self.since is None else f" {'so với năm' if vi else 'against'} {self.since}"
        return f"{about}: {words}{since}"

    def __str__(self) -> str:
        return self.text()


def _moved(change: int, lang: Lang) -> str:
    if not change:
        return "không thay đổi" if lang == "vi" else "unchanged"
    if lang == "vi":
        return f"{'tăng' if change > 0 else 'giảm'} {abs(change)} bậc"
    return f"{'up' if change > 0 else 'down'} {abs(change)} {'place' if abs(change) == 1 else 'places'}"


def _number(value: int | Fraction | Decimal) -> Fraction:
    # check() refuses the rest, and names the field
    return exact(value) if type(value) in {int, Decimal} else value  # type: ignore[return-value]


def _number_or_none(value: int | Fraction | Decimal | None) -> Fraction | None:
    return None if value is None else _number(value)


@final
@attrs.frozen(kw_only=True)
class RatioClaim:
    """A statement on a share (phát biểu về tỷ lệ): `4.818/5.421, tương ứng 37,31 %`.

    `digits` says to how many decimals the per cent was printed, where more than its value needs (`34,00 %` is 34 with
    two digits).

    >>> print(RatioClaim(part=4818, whole=5421, percent=Fraction(3731, 100)))
    4.818/5.421 = 37,31 %
    """

    part: Fraction = attrs.field(converter=_number)
    whole: Fraction = attrs.field(converter=_number)
    percent: Fraction = attrs.field(converter=_number)
    digits: int | None = None
    span: tuple[int, int] = (0, 0)

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        if self.digits is not None:
            yield from _digits_faults("digits", self.digits, self.percent)
        for name in ("part", "whole", "percent"):
            yield from _size_faults(name, getattr(self, name))
        yield from _span_faults(self.span)

    def text(self, lang: Lang = "vi") -> str:
        """Say the claim in a line."""
        part, whole = format_number(self.part, lang=lang), format_number(self.whole, lang=lang)
        return f"{part}/{whole} = {format_number(self.percent, self.digits, lang)} %"

    def __str__(self) -> str:
        return self.text()


def _digits_faults(field: str, digits: int, value: Fraction | None) -> Iterable[Fault]:
    if not -30 <= digits <= 30:
        yield Fault(field, digits, "a number of decimals from -30 to 30")
    elif value is not None and (value * Fraction(10) ** digits).denominator != 1:
        yield Fault(field, digits, f"as many decimals as {show(str(value))} has")


def _size_faults(field: str, value: Fraction) -> Iterable[Fault]:
    if not (abs(value.numerator) < _LONGEST and value.denominator < _LONGEST):
        yield Fault(field, value, "a number of at most 40 digits")


_FIGURES = ("before", "after", "saving", "percent")


def _digits_map(digits: Mapping[str, int]) -> FrozenMap[str, int]:
    return FrozenMap(digits) if type(digits) is dict else digits  # type: ignore[return-value]  # check() refuses the rest


@final
@attrs.frozen(kw_only=True)
class CutClaim:
    """A statement on a cut (phát biểu về mức cắt giảm): cost before, after, what is saved, how many per cent.

    The figures before, after and saved are in one `unit` ("đồng", "tỷ đồng", "ngày"). `digits` says how many decimals
    each figure was printed with where that is known (-2 for `2,3 nghìn tỷ` in billions): such a figure may have been
    rounded before it was printed; one without digits is taken as exact, and a per cent as printed with as few digits
    as it needs.

    >>> print(CutClaim(before=1_024_000, after=231_000, saving=793_000, percent=Fraction(7744, 100), unit="đồng"))
    1.024.000 → 231.000 đồng, giảm 793.000 đồng (77,44 %)
    """

    before: Fraction | None = attrs.field(default=None, converter=_number_or_none)
    after: Fraction | None = attrs.field(default=None, converter=_number_or_none)
    saving: Fraction | None = attrs.field(default=None, converter=_number_or_none)
    percent: Fraction | None = attrs.field(default=None, converter=_number_or_none)
    unit: str = ""
    digits: FrozenMap[str, int] = attrs.field(default=FrozenMap(), converter=_digits_map)
    span: tuple[int, int] = (0, 0)

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        for name, digits in self.digits.items():
            if name in _FIGURES:
                yield from _digits_faults(f"digits[{name!r}]", digits, getattr(self, name))
            else:
                yield Fault("digits", name, "one of " + ", ".join(_FIGURES))
        for name in _FIGURES:
            value = getattr(self, name)
            if value is not None:
                yield from _size_faults(name, value)
        yield from _span_faults(self.span)

    def text(self, lang: Lang = "vi") -> str:
        """Say the claim in a line."""

        def shown(name: str) -> str:
            value: Fraction | None = getattr(self, name)
            return "?" if value is None else format_number(value, self.digits.get(name), lang)

        unit = f" {self.unit}" if self.unit else ""
        line = f"{shown('before')} → {shown('after')}{unit}"
        if self.saving is not None:
            line += f", {'giảm' if lang == 'vi' else 'less by'} {shown('saving')}{unit}"
        return line if self.percent is None else f"{line} ({shown('percent')} %)"

    def __str__(self) -> str:
        return self.text()

"""The E-Government Development Index of the United Nations (EGDI, Chỉ số phát triển Chính phủ điện tử), 2003 to 2024.

Twelve editions of 193 states by ISO 3166 alpha-3. Each has the figures of EGDI, of its components OSI, TII and HCI, and
of the E-Participation Index (EPI), which is no part of EGDI; and its method. It loads when it is asked for.

- Ranks of EGDI are those printed. The UN prints one last rank for all states with an EGDI of 0: they are not ranked.
- The UN prints no ranks of components: `ranking("OSI")` computes them, over *all* states listed, those without a rank
  in EGDI included. States that were not yet members (Montenegro to 2005, South Sudan to 2010) are not listed.
- Four states of 2020 are ranked behind one that has the same printed EGDI; `ranking().disagreements` names them.

Figures: UN E-Government Knowledgebase. Weights, digits and the way digits were left out: found from the figures. The
editions of 2001 (another method) and 2026 are not here.
"""

import datetime as dt
import functools
from fractions import Fraction
from typing import TYPE_CHECKING, Literal, TypeAlias, cast

from tthc.errors import NotFoundError
from tthc.exact import exact as exact_number
from tthc.frozen import FrozenMap
from tthc.rankings._states import spellings
from tthc.rankings.edition import Edition, IndexMethod
from tthc.rankings.precision import Cut, Lift, Precision, lift
from tthc.reference import _egdi_methods as _methods
from tthc.reference.regions import GROUPS

__all__ = ["EDITIONS", "INDICES", "YEARS", "Level", "edition", "exact", "level"]

Level: TypeAlias = Literal["very_high", "high", "middle", "low"]
"""The four groups of the UN: very high, high, middle and low (rất cao, cao, trung bình, thấp)."""

YEARS = (2003, 2004, 2005, 2008, 2010, 2012, 2014, 2016, 2018, 2020, 2022, 2024)
"""The years of the editions."""

INDICES: FrozenMap[str, tuple[str, ...]] = FrozenMap(_methods.NAMES)
"""The codes of the index, its components and EPI: Vietnamese and English name, then other and former ones."""

_COLUMNS = ("OSI", "TII", "HCI", "EPI")
_SCALE = 100_000
_THIRDS = {"OSI": Fraction(1, 3), "TII": Fraction(1, 3), "HCI": Fraction(1, 3)}
_UNEQUAL = {"OSI": Fraction(34, 100), "TII": Fraction(33, 100), "HCI": Fraction(33, 100)}
_NOT_RANKED = "EGDI = 0"
_DAYS = {
    "launched": "công bố {day}, {where} / launched on {day}, {where}",
    "month": "công bố trong tháng {month} (ghi ngày cuối), {where} / launched in {month} (its last day here), {where}",
    "reported": "đã công bố muộn nhất {day}, {where} / out by {day}, {where}",
}


def __dir__() -> list[str]:
    return __all__


if TYPE_CHECKING:
    EDITIONS: tuple[Edition, ...]
    """All editions, the earliest first; made when first asked for."""
else:

    def __getattr__(name: str) -> object:
        if name == "EDITIONS":
            globals()["EDITIONS"] = tuple(map(edition, YEARS))
            return globals()["EDITIONS"]
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)


def edition(year: int) -> Edition:
    """Return the edition of a year; raises `NotFoundError`, which names the years, where there is none.

    >>> edition(2016).ranking()["VNM"].rank
    89
    >>> print(edition(2014).ranking("OSI")["VNM"])
    VNM: hạng 81/193 (đồng hạng 81–82)
    """
    if year not in YEARS:
        raise NotFoundError("edition of EGDI", year, tuple(map(str, YEARS)))
    return _edition(int(year))


def exact(year: int, index: str = "OSI") -> Lift[str]:
    """Find the fractions behind the scores of an edition (phân số chính xác): points out of N.

    OSI up to 2020 and EPI in all editions are k/N, which is proved anew each time: every smaller N is shown not to
    fit. OSI of 2022 and 2024 is made of weighted parts, and `.denominator` is `None`. TII and HCI count no points:
    `NotFoundError`.

    >>> exact(2014).denominator, exact(2014).fractions["VNM"]
    (127, Fraction(53, 127))
    >>> exact(2022).found
    False
    """
    if index not in {"OSI", "EPI"}:
        raise NotFoundError("index that counts points", index, ("OSI", "EPI"))
    held = edition(year)
    return lift(held.components[index], held.precision[index])


def level(score: int | Fraction, *, boundary: Literal["upper", "lower"]) -> Level:
    """Return the group of a score of EGDI: above 0.75 very high, above 0.50 high, above 0.25 middle, else low.

    To which side a score that *is* 0.25, 0.50 or 0.75 belongs no source settles, so `boundary` must say it: "upper"
    puts 0.75 into the very high group. Of all scores printed only one lies there: Cameroon 2005, 0.25000. The rating
    classes inside the groups (V1, H3 …) are not given, as their rule is not settled.

    >>> level(edition(2024).scores["VNM"], boundary="upper")
    'very_high'
    """
    value = exact_number(score)
    if boundary not in {"upper", "lower"}:
        raise NotFoundError("side of the boundary", boundary, ("upper", "lower"))
    for least, name in ((Fraction(3, 4), "very_high"), (Fraction(1, 2), "high"), (Fraction(1, 4), "middle")):
        if value > least or (value == least and boundary == "upper"):
            return cast("Level", name)
    return "low"


# ── making an edition ────────────────────────────────────────────────────────────────────────────────────────────────


@functools.cache
def _edition(year: int) -> Edition:
    from tthc.reference._egdi_figures import FIGURES  # noqa: PLC0415 - 80 kB, read at the first use

    rows = [line.split() for line in FIGURES[year].strip().splitlines()]
    listed = [row for row in rows if row[1] != "-"]
    ranks = {row[0]: int(row[1]) for row in listed}
    columns = list(zip(*[tuple(map(int, row[2:])) for row in listed], strict=True))
    tables = [
        FrozenMap({state: _share(units) for state, units in zip(ranks, column, strict=True)}) for column in columns
    ]
    unranked = {state: _NOT_RANKED for state, score in tables[0].items() if not score}
    precision = _precision(year)
    published, source = _published(year)
    return Edition(
        index="EGDI",
        year=year,
        published=published,
        source=source,
        scores=tables[0],
        ranks=FrozenMap(ranks),
        components=FrozenMap(zip(_COLUMNS, tables[1:], strict=True)),
        names=spellings(),
        unranked=FrozenMap(unranked),
        method=_method(year, precision["EGDI"], len(ranks), len(ranks) - len(unranked)),
        precision=precision,
        groups=GROUPS,
        aliases=INDICES["EGDI"],
    )


@functools.cache
def _share(units: int) -> Fraction:
    """Return a score; the same ones come again in every edition, and a fraction takes a division to make."""
    return Fraction(units, _SCALE)


def _precision(year: int) -> FrozenMap[str, Precision]:
    cells = (cell.split() for cell in _methods.PRECISION[year].split(", "))
    return FrozenMap({index: Precision(int(digits), cast("Cut", mode)) for index, digits, mode in cells})


def _row(table: str, year: int) -> list[str]:
    """Return the cells of the row of a year, without the year."""
    rows = ([cell.strip() for cell in line.split(" | ")] for line in table.strip().splitlines())
    return next(row[1:] for row in rows if row[0] == str(year))


def _published(year: int) -> tuple[dt.date, str]:
    day_text, how, where, title = _row(_methods.EDITIONS, year)
    day = dt.date.fromisoformat(day_text)
    said = _DAYS[how].format(day=f"{day:%d/%m/%Y}", month=f"{day:%m/%Y}", where=where)
    return day, f"{title}; {said}"


def _method(year: int, precision: Precision, listed: int, ranked: int) -> IndexMethod:
    vi, en = _row(_methods.NOTES, year)
    parts: dict[str, str] = {}
    for line in _methods.PARTS.strip().splitlines():
        component, since, in_vietnamese, in_english = line.split(" | ")
        if int(since) <= year:  # the rows stand in the order of years: the latest stays
            parts[component] = f"{in_vietnamese} / {in_english}"
    return IndexMethod(
        id=f"egdi-{year}",
        weights=FrozenMap(_UNEQUAL if year in {2008, 2010} else _THIRDS),
        digits=precision.digits,
        rounding=precision.mode,
        coverage=f"{listed} quốc gia, {ranked} được xếp hạng (EGDI = 0: không xếp hạng) / "
        f"{listed} states listed, {ranked} ranked (EGDI = 0: not ranked)",
        components=FrozenMap(parts),
        note=f"{vi} / {en}",
        source="UN E-Government Survey 2022, Table A.1, and the methodology annex of each edition",
    )

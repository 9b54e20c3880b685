"""What a target or a figure measures (chỉ tiêu): each metric by name, with its words and its unit.

"Cut by 30 %" says nothing until it is said of what. Procedures touched, conditions cut, processing time and cost are
four different things: 62.8 % of the procedures touched was not 30 % of the cost cut. So no number here goes without its
metric, and two metrics are never compared.
"""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple, TypeAlias

from tthc.exact import exact, format_number
from tthc.frozen import FrozenMap

__all__ = ["METRICS", "Meaning", "Metric"]

Metric: TypeAlias = Literal[
    "procedures_touched",
    "procedures_listed",
    "procedures_reviewed",
    "procedures_online",
    "procedures_any_office",
    "conditions",
    "regulations",
    "sectors",
    "goods_lines",
    "cost",
    "mean_saving",
    "worst_procedure",
    "processing_time",
    "days",
    "sum_of_limits",
    "person_days",
]
"""What is measured (`METRICS` has the words).

- Counts: procedures simplified or abolished, inventoried, reviewed, provided online, received at any office of the
  province; business conditions, business regulations, conditional business lines, goods under specialised inspection.
- Cost: `cost` is the compliance cost of all procedures in one year, `mean_saving` the mean of the percentages by which
  the cost of each procedure fell, `worst_procedure` the lowest of these percentages.
- Time: `days` on the critical path, which is what the citizen waits; `sum_of_limits`, the sum of the time limits;
  `person_days` of work saved; `processing_time` as a programme states it that does not say how it is measured. The four
  differ: a limit off the critical path shortens the sum and not the wait."""


class Meaning(NamedTuple):
    """What a metric means: its words, its unit in words, and whether amounts of it add up.

    `is_share` tells a metric whose value is a share itself (a mean of percentages), so that it rests on no base.
    """

    vi: str
    en: str
    unit_vi: str
    unit_en: str
    adds_up: bool = True
    is_share: bool = False

    def display(self, lang: Literal["vi", "en"] = "vi") -> str:
        """Return the words for the metric.

        >>> METRICS["cost"].display("en")
        'aggregate compliance cost'
        """
        return self.en if lang == "en" else self.vi


_MEANINGS: dict[Metric, Meaning] = {
    "procedures_touched": Meaning(
        "thủ tục được cắt giảm, đơn giản hóa", "procedures simplified or abolished", "thủ tục", "procedures"
    ),
    "procedures_listed": Meaning("thủ tục được thống kê", "procedures inventoried", "thủ tục", "procedures"),
    "procedures_reviewed": Meaning(
        "thủ tục được rà soát, có phương án đơn giản hóa", "procedures reviewed", "thủ tục", "procedures"
    ),
    "procedures_online": Meaning(
        "thủ tục được thực hiện trực tuyến", "procedures provided online", "thủ tục", "procedures"
    ),
    "procedures_any_office": Meaning(
        "thủ tục không phụ thuộc địa giới hành chính trong phạm vi tỉnh",
        "procedures received at any office of the province",
        "thủ tục",
        "procedures",
    ),
    "conditions": Meaning(
        "điều kiện kinh doanh được cắt giảm, đơn giản hóa", "business conditions cut", "điều kiện", "conditions"
    ),
    "regulations": Meaning(
        "quy định kinh doanh được cắt giảm, đơn giản hóa", "business regulations cut", "quy định", "regulations"
    ),
    "sectors": Meaning(
        "ngành, nghề kinh doanh có điều kiện được cắt giảm",
        "conditional business lines cut",
        "ngành, nghề",
        "lines",
    ),
    "goods_lines": Meaning(
        "dòng hàng kiểm tra chuyên ngành được cắt giảm",
        "goods taken off specialised inspection",
        "dòng hàng",
        "lines of goods",
    ),
    "cost": Meaning("tổng chi phí tuân thủ", "aggregate compliance cost", "đồng/năm", "đồng a year"),
    "mean_saving": Meaning(
        "bình quân tỷ lệ cắt giảm chi phí của từng thủ tục",
        "mean of the percentages of each procedure",
        "",
        "",
        adds_up=False,
        is_share=True,
    ),
    "worst_procedure": Meaning(
        "tỷ lệ cắt giảm chi phí của thủ tục thấp nhất",
        "lowest percentage of a procedure",
        "",
        "",
        adds_up=False,
        is_share=True,
    ),
    "processing_time": Meaning(
        "thời gian giải quyết (chưa nêu cách đo)",
        "processing time (how it is measured is not said)",
        "ngày",
        "days",
        adds_up=False,
    ),
    "days": Meaning("số ngày phải chờ (đường găng)", "days on the critical path", "ngày", "days"),
    "sum_of_limits": Meaning("tổng các thời hạn giải quyết", "sum of the time limits", "ngày", "days"),
    "person_days": Meaning("ngày công tiết kiệm được", "person-days saved", "ngày công", "person-days"),
}
METRICS: FrozenMap[Metric, Meaning] = FrozenMap(_MEANINGS)
"""The words and the unit of each metric."""


def __dir__() -> list[str]:
    return __all__


def as_fraction(value: int | Fraction | Decimal) -> Fraction:
    """Take a whole number or a `Decimal` for a field of fractions; what else comes is left for `check` to name."""
    return exact(value) if type(value) in {int, Decimal} else value  # type: ignore[return-value]  # see above


def as_fraction_or_none(value: int | Fraction | Decimal | None) -> Fraction | None:
    """Do the same for a field that may be empty."""
    return None if value is None else as_fraction(value)


def as_amounts(amounts: Mapping[Metric, int | Fraction | Decimal]) -> FrozenMap[Metric, Fraction]:
    """Take any mapping of metrics to exact numbers for a field of amounts."""
    if not isinstance(amounts, Mapping):  # pyright: ignore[reportUnnecessaryIsInstance]  # left for `check` to name
        return amounts  # type: ignore[unreachable]
    return FrozenMap({metric: as_fraction(amount) for metric, amount in amounts.items()})


def write_amount(amount: Fraction, metric: Metric, lang: Literal["vi", "en"] = "vi") -> str:
    """Write an amount with the unit of its metric; a metric that is a share is written in per cent."""
    meaning = METRICS[metric]
    if meaning.is_share:
        return write_share(amount, lang)
    return f"{write_number(amount, lang)} {meaning.unit_en if lang == 'en' else meaning.unit_vi}"


def write_number(amount: Fraction, lang: Literal["vi", "en"] = "vi") -> str:
    """Write a number, whole milliards as such: nobody reads fifteen digits.

    >>> write_number(Fraction(120_000 * 10**9)), write_number(Fraction(7806)), write_number(Fraction(7, 3), "en")
    ('120.000 tỷ', '7.806', '2.3')
    """
    if amount >= 10**9 and amount % 10**9 == 0:
        return f"{format_number(amount / 10**9, 0, lang)} {'billion' if lang == 'en' else 'tỷ'}"
    return format_number(amount, 0 if amount.denominator == 1 else 1, lang)


def write_share(share: Fraction, lang: Literal["vi", "en"] = "vi", apart_from: Fraction | None = None) -> str:
    """Write a share in per cent, rounded half up to one decimal, or to as many as tell it from another share.

    >>> write_share(Fraction(2269, 7806)), write_share(Fraction(29999, 100000), "en", Fraction(3, 10))
    ('29,1 %', '29.999 %')
    """
    digits = 1
    if apart_from is not None and apart_from != share:
        while digits < 12 and format_number(share * 100, digits) == format_number(apart_from * 100, digits):
            digits += 1
    return f"{format_number(share * 100, digits, lang)} %"


def write_whole_share(share: Fraction, lang: Literal["vi", "en"] = "vi") -> str:
    """Write a share that somebody set: `30 %`, without decimals that nobody wrote."""
    return f"{format_number(share * 100, None if (share * 10**12).denominator == 1 else 1, lang)} %"

"""Rules on fees and charges (phí, lệ phí): amounts that a slip of the keyboard made wrong, dates, legal basis.

The rules compare what a row states with what its own description states; they never correct an amount.
"""

import contextlib
import datetime as dt
import functools
import re
from collections.abc import Iterable, Iterator

import attrs

from tthc.exact import format_number
from tthc.fees import Fee, amounts_in
from tthc.findings import both
from tthc.identifiers import LegalNumber
from tthc.money import Money
from tthc.procedures import Method, Procedure, fees_on
from tthc.text import Unparsed, nfc, search_key
from tthc.validation.rule import Context, Hit
from tthc.validation.rules._make import AMENDED, ERROR, INFO, WARNING, article_8, brief, cite, rule, since, until

__all__ = ["EXPIRING_DAYS", "RULES"]

EXPIRING_DAYS = 60
"""How many days before its last day a fee is reported as about to expire: a policy of this rule, not law."""

_LAW = (until(AMENDED, article_8("i")), since(AMENDED, article_8("h")))
_THOUSAND = 1000


def __dir__() -> list[str]:
    return __all__


def _rows(p: Procedure) -> Iterator[tuple[tuple[str | int, ...], Method, Fee]]:
    for i, method in enumerate(p.methods or ()):
        if type(method) is Method:
            for j, fee in enumerate(method.fees or ()):
                if type(fee) is Fee:
                    yield ("methods", i, "fees", j), method, fee


def _amounts(p: Procedure) -> dict[str, tuple[Money, ...]]:
    """The amounts that the descriptions of fees name, by description: rows mostly repeat one."""
    notes = {fee.note for _path, _method, fee in _rows(p)}
    return {note: amounts_in(note) if note else () for note in notes}


@functools.lru_cache(maxsize=1024)
def _shown(money: Money) -> tuple[str, str]:
    return both(money.display)


def _small(fee: Fee) -> Money | None:
    """The amount of a fee in đồng below 1,000: no such level is in use, unless it is per unit."""
    if fee.amount is not None and fee.amount.currency == "VND" and fee.amount.amount < _THOUSAND:
        return fee.amount
    return None


def _dated_beside(method: Method, fee: Fee) -> Iterator[Money]:
    """The dated levels of the same row, which were read out of the description."""
    for other in method.fees or ():
        if type(other) is Fee and other is not fee and other.validity is not None and other.amount is not None:
            yield other.amount


# What is counted once for a whole matter is no unit: "50 đồng/hồ sơ" is as odd as "50 đồng".
_WHOLE = re.compile(r"(?:lan|ho so|truong hop|giay|the|ho chieu|chung chi|nguoi|don|phuong tien|xe|viec)\b")


@rule(
    "TTHC301",
    "mức thu {amount} thấp bất thường, có thể thiếu ba chữ số 0 ({stated})",
    "the amount of {amount} is oddly low and looks cut by a thousand ({stated})",
    citation=_LAW,
    why=(
        "Không có mức phí, lệ phí nào dưới 1.000 đồng, trừ mức tính theo đơn vị. Kiểm tra lại và sửa tại nguồn.",
        "No fee below 1,000 đồng is in use, unless it is counted per unit. Check the level and mend it at the source.",
    ),
)
def cut_by_a_thousand(p: Procedure, context: Context) -> Iterable[Hit]:
    """Find amounts below 1,000 đồng, but for those per unit and those whose currency is what is wrong."""
    for path, method, fee in _rows(p):
        amount = _small(fee)
        if amount is None:
            continue
        stated = [*context.once(_amounts, p)[fee.note], *_dated_beside(method, fee)]
        if any(money.currency != "VND" and money.amount == amount.amount for money in stated):
            continue  # the currency is wrong: TTHC308
        same = [money for money in stated if money.currency == "VND"]
        per_unit = fee.per is not None and not _WHOLE.match(search_key(fee.per))
        if amount in same or (per_unit and not same):
            continue  # its own description says so, or it is counted per page, per kilogram …
        told = _told(same, "phần mô tả ghi {}", "its description says {}") if same else _UNTOLD
        yield Hit((*path, "amount"), {"amount": _shown(amount), "stated": told})


_UNTOLD = ("phần mô tả không nêu mức khác", "its description names no other level")


def _told(stated: Iterable[Money], vi: str = "{}", en: str = "{}") -> tuple[str, str]:
    """List amounts, each once, in both languages."""
    pairs = dict.fromkeys(_shown(money) for money in stated)
    return vi.format("; ".join(pair[0] for pair in pairs)), en.format("; ".join(pair[1] for pair in pairs))


@rule(
    "TTHC302",
    "ghi miễn phí nhưng phần mô tả nêu {stated}",
    "stated as free, but the description names {stated}",
    citation=_LAW,
    why=(
        "Nếu chỉ miễn cho một số đối tượng, ghi mức thu và nêu riêng đối tượng được miễn.",
        "If only some are exempt, state the level and name those who are exempt.",
    ),
)
def free_with_amount(p: Procedure, context: Context) -> Iterable[Hit]:
    """Find free fees whose own description names a positive amount."""
    for path, _method, fee in _rows(p):
        if fee.kind == "free":
            stated = [money for money in context.once(_amounts, p)[fee.note] if money.amount]
            if stated:
                yield Hit(path, {"stated": _told(stated)})


@rule(
    "TTHC303",
    "mức thu {amount} không ghi đơn vị tiền tệ",
    "the amount of {amount} has no currency",
    citation=_LAW,
    why=("Ghi đơn vị tiền tệ: đồng hay USD.", "State the currency: đồng or USD."),
)
def no_currency(p: Procedure, _: Context) -> Iterable[Hit]:
    """Find amounts without a currency."""
    for path, _method, fee in _rows(p):
        if fee.amount is not None and not fee.currency_stated:
            yield Hit((*path, "amount"), {"amount": _shown(fee.amount)})


_FEE_LAW = re.compile("btc|bộ tài chính|hội đồng nhân dân|hđnd|nghị định|nđ-cp|biểu (?:mức |thu )*phí", re.IGNORECASE)


def _fee_law(number: LegalNumber | Unparsed) -> bool:
    return type(number) is LegalNumber and ("BTC" in number.bodies or (number.kind == "NQ" and "HĐND" in number.bodies))


@rule(
    "TTHC304",
    "có thu phí, lệ phí nhưng không dẫn thông tư của Bộ Tài chính hoặc nghị quyết của Hội đồng nhân dân về mức thu",
    "a fee is charged, but no circular of the Ministry of Finance or resolution of a provincial council on it is cited",
    severity=INFO,
    citation=_LAW,
    why=(
        "Mức thu phí, lệ phí thường do các văn bản này quy định. Dẫn văn bản quy định mức thu trong căn cứ pháp lý.",
        "Fees are mostly set by these documents. Cite the one that sets the fee in the legal basis.",
    ),
)
def no_fee_law(p: Procedure, _: Context) -> Iterable[Hit]:
    """Find procedures that charge while neither legal basis nor description names a document on fees."""
    charged = [(path, method, fee) for path, method, fee in _rows(p) if fee.amount is not None]
    if not charged or p.state("legal_basis") == "not_carried" or any(map(_fee_law, p.legal_basis or ())):
        return
    texts = {text for _path, method, fee in charged for text in (fee.note, method.note) if text}
    if not any(_FEE_LAW.search(nfc(text)) for text in texts):
        yield Hit(charged[0][0])


@rule(
    "TTHC305",
    "tỷ lệ {rate} không nêu được tính trên giá trị nào",
    "the rate of {rate} does not say of what",
    citation=_LAW,
    why=("Nêu rõ căn cứ tính tỷ lệ phần trăm.", "Say what the percentage is taken of."),
)
def rate_without_base(p: Procedure, _: Context) -> Iterable[Hit]:
    """Find rates without a base."""
    for path, _method, fee in _rows(p):
        if fee.rate is not None and not fee.note:
            yield Hit((*path, "rate"), {"rate": f"{format_number(fee.rate * 100)}%"})


@rule(
    "TTHC306",
    "mức thu “{fee}” sắp hết thời hạn áp dụng (đến hết ngày {last})",
    "the level “{fee}” is about to expire (last day {last})",
    severity=INFO,
    citation=_LAW,
    why=(
        "Chuẩn bị công bố mức thu áp dụng sau ngày này.",
        "Prepare the announcement of the level that follows.",
    ),
)
def expiring(p: Procedure, context: Context) -> Iterable[Hit]:
    """Find fees in force whose last day is near."""
    for path, _method, fee in _rows(p):
        last = fee.validity.last_day if fee.validity is not None else None
        if last is not None and context.on <= last <= context.on + dt.timedelta(days=EXPIRING_DAYS):
            yield Hit((*path, "validity"), {"fee": _level(fee), "last": f"{last:%d/%m/%Y}"})


@functools.lru_cache(maxsize=256)
def _level(fee: Fee) -> tuple[str, str]:
    """Say a fee without its days, which the message names."""
    return both(attrs.evolve(fee, validity=None, note="").display)


@rule(
    "TTHC307",
    "mức thu “{fee}” đã hết thời hạn áp dụng (đến hết ngày {last})",
    "the level “{fee}” is no longer in force (last day {last})",
    citation=_LAW,
    why=(
        "Bỏ mức đã hết thời hạn và công bố mức đang áp dụng.",
        "Remove the level that has expired and announce the one in force.",
    ),
)
def expired(p: Procedure, context: Context) -> Iterable[Hit]:
    """Find fees whose last day is over."""
    for path, _method, fee in _rows(p):
        last = fee.validity.last_day if fee.validity is not None else None
        if last is not None and last < context.on:
            yield Hit((*path, "validity"), {"fee": _level(fee), "last": f"{last:%d/%m/%Y}"})


@rule(
    "TTHC308",
    "ghi {amount} nhưng phần mô tả nêu {stated}: có thể sai đơn vị tiền tệ",
    "stated as {amount}, but the description says {stated}: the currency looks wrong",
    citation=_LAW,
    why=("Sửa đơn vị tiền tệ tại nguồn.", "Mend the currency at the source."),
)
def wrong_currency(p: Procedure, context: Context) -> Iterable[Hit]:
    """Find amounts whose description states the same number in another currency."""
    for path, _method, fee in _rows(p):
        amount = fee.amount
        for money in context.once(_amounts, p)[fee.note]:
            if amount is not None and money.amount == amount.amount and money.currency != amount.currency:
                yield Hit((*path, "amount"), {"amount": _shown(amount), "stated": _shown(money)})
                break


@rule(
    "TTHC309",
    "mức thu {amount} khác mức nêu trong phần mô tả ({stated})",
    "the amount of {amount} differs from the one in the description ({stated})",
    citation=_LAW,
    why=("Đối chiếu với văn bản quy định mức thu.", "Compare with the document that sets the level."),
)
def other_amount(p: Procedure, context: Context) -> Iterable[Hit]:
    """Find amounts whose description states one single other amount in the same currency, not a thousand times it.

    A value that the fee depends on ("giao dịch dưới 2,1 tỷ đồng") is no amount, and a description that states the
    amount itself beside another one is no contradiction.
    """
    for path, method, fee in _rows(p):
        amount = fee.amount
        if amount is None or fee.kind != "amount" or not fee.note:
            continue
        same = {money for money in context.once(_amounts, p)[fee.note] if money.currency == amount.currency}
        same -= set(_dated_beside(method, fee))
        if len(same) != 1 or same & {amount, amount * _THOUSAND} or _states(fee.note, amount):
            continue
        if not _VALUE.search(search_key(fee.note)):
            yield Hit((*path, "amount"), {"amount": _shown(amount), "stated": _told(same)})


_VALUE = re.compile(r"\b(?:duoi|tren|hon|vuot|den|gia tri|tri gia) [0-9]")


def _states(note: str, amount: Money) -> bool:
    """Tell whether a text holds the digits of an amount, however they are grouped."""
    digits = re.sub(r"(?<=[0-9])[.,](?=[0-9])", "", note)
    return re.search(rf"(?<![0-9]){amount.amount}(?![0-9])", digits) is not None


@rule(
    "TTHC310",
    "không đọc được mức phí, lệ phí: “{text}”",
    "the fee cannot be read: “{text}”",
    citation=_LAW,
    why=(
        "Ghi mức thu bằng số và đơn vị tiền; phần giải thích ghi ở mô tả.",
        "State the level as a number and a currency, and put explanations into the description.",
    ),
)
def unreadable(p: Procedure, _: Context) -> Iterable[Hit]:
    """Find fees that are stated and could not be read."""
    for i, method in enumerate(p.methods or ()):
        for j, fee in enumerate((type(method) is Method and method.fees) or ()):
            if type(fee) is Unparsed:
                yield Hit(("methods", i, "fees", j), {"text": brief(fee.text)})


@rule(
    "TTHC311",
    "mức thu {amount} có phần lẻ dưới một đồng",
    "the amount of {amount} has a part below one đồng",
    severity=ERROR,
    citation=_LAW,
    why=("Mức thu bằng đồng Việt Nam phải là số nguyên.", "A level in đồng is a whole number."),
)
def fraction_of_dong(p: Procedure, _: Context) -> Iterable[Hit]:
    """Find amounts in đồng that are not whole."""
    for path, _method, fee in _rows(p):
        for money in (fee.amount, fee.at_least):
            if money is not None and money.currency == "VND" and money.amount.denominator != 1:
                yield Hit((*path, "amount"), {"amount": _shown(money)})


@rule(
    "TTHC312",
    "không có mức phí, lệ phí nào áp dụng vào ngày kiểm tra",
    "no fee of this row applies on the day of the check",
    severity=WARNING,
    citation=cite("63/2010/NĐ-CP", "24", "2"),
    why=(
        "Các mức ghi ở dòng này đều có thời hạn và không mức nào đang áp dụng: cập nhật mức hiện hành.",
        "All levels of this row are dated and none is in force: publish the one that is.",
    ),
)
def none_in_force(p: Procedure, context: Context) -> Iterable[Hit]:
    """Find rows that state fees of which none is due on the day."""
    for i, method in enumerate(p.methods or ()):
        if type(method) is Method and method.fees and not fees_on(method.fees, context.on):
            yield Hit(("methods", i, "fees"))


_LAST_DAY = re.compile(
    r"\bđến\s{1,3}(?:hết\s{1,3})?(?:ngày\s{1,3})?([0-9]{1,2})[/-]([0-9]{1,2})[/-]([0-9]{4})\b", re.IGNORECASE
)


def _last_days(note: str) -> Iterator[dt.date]:
    for day, month, year in _LAST_DAY.findall(nfc(note)):
        with contextlib.suppress(ValueError):  # 31/11/2026
            yield dt.date(int(year), int(month), int(day))


@rule(
    "TTHC313",
    "phần mô tả nêu mức thu áp dụng đến hết ngày {last} nhưng không ghi thành một mức riêng",
    "the description speaks of a level up to {last}, but no level of its own states it",
    citation=_LAW,
    why=(
        "Người nộp không biết phải nộp bao nhiêu vào ngày nào. Ghi mức có thời hạn thành mức riêng; bỏ nếu đã hết hạn.",
        "Nobody can tell the amount due on a day. State the dated level as a level of its own; drop one that is over.",
    ),
)
def dated_level_not_split(p: Procedure, _: Context) -> Iterable[Hit]:
    """Find last days that a description names while no fee of the row ends on them: "bằng 50% đến hết ngày …"."""
    for path, method, fee in _rows(p):
        if "/20" not in fee.note and "-20" not in fee.note:
            continue
        known = {f.validity.last_day for f in method.fees or () if type(f) is Fee and f.validity is not None}
        for last in dict.fromkeys(_last_days(fee.note)):
            if last not in known:
                yield Hit((*path, "note"), {"last": f"{last:%d/%m/%Y}"})


RULES = (
    cut_by_a_thousand,
    free_with_amount,
    no_currency,
    no_fee_law,
    rate_without_base,
    expiring,
    expired,
    wrong_currency,
    other_amount,
    unreadable,
    fraction_of_dong,
    none_in_force,
    dated_level_not_split,
)

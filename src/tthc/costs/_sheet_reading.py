"""Rows of the official cost table as offices keep them: which column a heading names, and the numbers under it.

A heading is matched by its search key, without what stands in brackets; a unit in brackets is taken as one. What is not
known is kept as it stands: a heading in `rest`, a figure as `Unparsed`.
"""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple, cast

from tthc.costs.amounts import Price, as_exact
from tthc.errors import Fault, MalformedError, ParseError
from tthc.exact import format_number, parse_plain
from tthc.frozen import FrozenMap
from tthc.money import Money
from tthc.numerals import parse_number
from tthc.text import Unparsed, normalise, search_key, tidy

__all__ = ["HEADINGS", "Column", "column_of", "is_total", "line_fields"]

HEADINGS: dict[str, str] = {
    "number": "STT",
    "task": "Công việc khi thực hiện TTHC",
    "activity": "Hoạt động/cách thức thực hiện cụ thể",
    "hours": "Thời gian thực hiện (giờ)",
    "hourly_income": "Mức TNBQ/01 giờ làm việc",
    "services": "Chi phí tư vấn, dịch vụ",
    "fees": "Mức phí, lệ phí, chi phí khác",
    "times": "Số lần thực hiện/01 năm",
    "subjects": "Số lượng đối tượng tuân thủ/01 năm",
    "stated": "Chi phí thực hiện TTHC",
    "stated_per_year": "Tổng chi phí thực hiện TTHC/01 năm",
    "note": "Ghi chú",
}
"""The field for each column of the table, and the heading that offices use."""

_KEYS = {
    "number": ("stt", "tt", "so tt", "so thu tu"),
    "task": ("cong viec khi thuc hien", "cac cong viec khi thuc hien", "cong viec", "ten cong viec"),
    "activity": (
        "hoat dong cach thuc thuc hien cu the",
        "cac hoat dong cach thuc thuc hien cu the",
        "hoat dong cach thuc cu the",
        "cac hoat dong cach thuc cu the",
        "hoat dong cu the",
        "cach thuc thuc hien cu the",
    ),
    "hours": ("thoi gian thuc hien gio", "thoi gian gio", "so gio", "so gio thuc hien"),
    "hourly_income": (
        "muc tnbq gio lam viec",
        "muc tnbq gio",
        "tnbq gio lam viec",
        "tnbq gio",
        "muc tnbq nguoi gio lam viec",
        "muc tnbq nguoi gio",
    ),
    "services": ("chi phi tu van dich vu", "chi phi dich vu tu van", "chi phi tu van", "chi phi dich vu"),
    "fees": ("muc phi le phi chi phi khac", "phi le phi chi phi khac", "muc phi le phi", "phi le phi"),
    "times": ("so lan thuc hien nam", "so lan nam", "so lan thuc hien trong nam", "so lan thuc hien trong mot nam"),
    "subjects": (
        "so luong doi tuong tuan thu nam",
        "so luong doi tuong tuan thu trong nam",
        "so doi tuong tuan thu nam",
        "so luong doi tuong nam",
        "so luong doi tuong tuan thu trong mot nam",
    ),
    "stated": ("chi phi thuc hien",),
    "stated_per_year": (
        "tong chi phi thuc hien nam",
        "tong chi phi thuc hien trong nam",
        "tong chi phi thuc hien trong mot nam",
        "tong chi phi nam",
    ),
    "note": ("ghi chu",),
}
_FIELD_OF = {key: field for field, keys in _KEYS.items() for key in keys}
_MONEY = frozenset({"hourly_income", "services", "fees", "stated", "stated_per_year"})
_COUNTED = frozenset({"hours", "times", "subjects"})
_SCALES = {
    **dict.fromkeys(("dong", "vnd", "đ", "d"), Fraction(1)),
    **dict.fromkeys(("nghin dong", "ngan dong", "1.000 dong", "1000 dong", "1.000d", "1000d"), Fraction(1000)),
    "trieu dong": Fraction(10**6),
    **dict.fromkeys(("ty dong", "ti dong"), Fraction(10**9)),
}
_HOURS = {"gio": Fraction(1), "h": Fraction(1), "phut": Fraction(1, 60)}
_UNIT_WORDS = frozenset({
    "gio", "phut", "ngay", "tuan", "thang", "nam", "buoi", "dong", "vnd", "nghin", "ngan", "trieu", "ty", "ti", "usd",
    "eur", "%",
})  # fmt: skip
_BEHIND = re.compile(r" ?(?:giờ|h|đồng|đ|vnđ|vnd|lần|đối tượng)\.?\Z", re.IGNORECASE)
_LONGEST = 60
_NOTHING = frozenset({"", "-", "--", "/", "x"})
_TOTALS = ("tong", "tong so", "cong", "tong cong", "tong chi phi", "tong cong chi phi")


def __dir__() -> list[str]:
    return __all__


class Column(NamedTuple):
    """What a heading names, and what its figures are multiplied by."""

    field: str
    scale: Fraction = Fraction(1)


def column_of(heading: str) -> Column | None:
    """Return the column that a heading names, `None` for an unknown one or a unit that is not known.

    >>> column_of("Mức TNBQ/ 01 giờ làm việc (nghìn đồng)")
    Column(field='hourly_income', scale=Fraction(1000, 1))
    """
    plain = search_key(heading[:300])
    remarks = [remark.strip() for remark in re.findall(r"\(([^()]*)\)", plain)]
    bare = re.sub(r"\([^()]*\)", " ", plain)
    words = [w for w in re.split(r"[^a-z0-9%đ]+", bare) if w and w not in {"01", "1", "tthc"}]
    key = " ".join(words).replace("thu tuc hanh chinh", "").replace("thu nhap binh quan", "tnbq")
    key = " ".join(key.split())
    units = [remark for remark in remarks if _UNIT_WORDS & set(re.split(r"[^a-z%]+", remark)) or remark in _SCALES]
    field = _FIELD_OF.get(key)
    if field is None and key in {"thoi gian thuc hien", "thoi gian"} and units:
        field = "hours"  # hours without a unit might be days
    if field is None or len(units) > 1:
        return None
    if not units:
        return Column(field)
    known = _SCALES if field in _MONEY else _HOURS if field == "hours" else {}
    unit = re.sub(r"^don vi(?: tinh)?:? ", "", units[0])
    return Column(field, known[unit]) if unit in known else None


def line_fields(row: Mapping[Any, Any], path: str, currency: str) -> tuple[dict[str, Any], list[Fault]]:
    """Return the fields of a line that a row states, and what cannot stand in a row at all (a float, a bool)."""
    fields: dict[str, Any] = {}
    rest: dict[str, str] = {}
    faults: list[Fault] = []
    for heading, value in row.items():
        name = str(heading)
        if value is not None and type(value) not in {str, int, Fraction, Decimal, Money}:
            expected = "text, int, Fraction, Decimal or Money (a float is not exact: give its digits as text)"
            faults.append(Fault(f"{path}[{name!r}]", value, expected))
            continue
        column = column_of(name)
        if column is None or column.field in fields:
            if not _is_blank(value):
                rest[name] = _as_text(value)
            continue
        fields[column.field] = _value_of(column, value, currency)
    if rest:
        fields["rest"] = FrozenMap(rest)
    return {name: value for name, value in fields.items() if value is not None}, faults


def _value_of(column: Column, value: Any, currency: str) -> Any:  # noqa: ANN401 - a value of a row
    if column.field not in _MONEY | _COUNTED:
        return None if value is None else normalise(_as_text(value))
    if _is_blank(value):
        return None
    money = type(value) is Money
    if money and (column.field in _COUNTED or column.scale != 1):
        return Unparsed(_as_text(value))
    if money:
        return Price(value.amount, value.currency) if column.field in {"hourly_income", "services", "fees"} else value
    figure = _number(value, quotient=column.field in _COUNTED) if type(value) is str else as_exact(value)
    if type(figure) is not Fraction:
        return Unparsed(_as_text(value))
    figure *= column.scale
    if column.field in _COUNTED:
        return figure
    return Money(figure, currency) if column.field.startswith("stated") else Price(figure, currency)


def _number(text: str, *, quotient: bool) -> Fraction | None:
    """Read a number with or without its unit, `None` if it is none; half an hour may be written 1/2."""
    plain = normalise(text) if len(text) <= _LONGEST else ""
    behind = _BEHIND.search(plain)
    digits = plain[: behind.start()] if behind else plain
    try:
        if quotient and re.fullmatch("[0-9]{1,3}/[0-9]{1,3}", digits):
            return parse_plain(digits)
        return parse_number(digits)
    except ParseError:
        return None


def _is_blank(value: object) -> bool:
    return value is None or (type(value) is str and normalise(value[:_LONGEST]).lower() in _NOTHING)


def _as_text(value: object) -> str:
    if type(value) is Fraction or type(value) is Decimal:
        return format_number(cast("Fraction", as_exact(value)))
    return tidy(value).strip() if type(value) is str else str(value)


def is_total(names: Iterable[str]) -> bool:
    """Tell whether a row sums others up: "Tổng", "Tổng cộng", "Cộng" in any of its columns of text."""
    return any(search_key(name[:_LONGEST]).strip(" :.") in _TOTALS for name in names)


def refuse(faults: Iterable[Fault]) -> None:
    """Raise one error for all faults of all rows."""
    held = tuple(faults)
    if held:
        raise MalformedError("CostSheet", held)

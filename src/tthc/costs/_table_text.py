"""How a table of costs is shown: flat rows, text in Vietnamese or English, a notebook form, what it stands on."""

from collections.abc import Iterable
from fractions import Fraction
from html import escape
from typing import TYPE_CHECKING

from tthc.costs.amounts import mean_of
from tthc.costs.gaps import ACTIVITIES
from tthc.costs.table import norm_at
from tthc.exact import format_number, largest_remainder, percent, round_to
from tthc.findings import Lang
from tthc.money import Money
from tthc.procedures._words import word

if TYPE_CHECKING:
    from tthc.costs.amounts import Spread
    from tthc.costs.norms import Performer
    from tthc.costs.parameters import Parameters
    from tthc.costs.table import Cell, CostTable, Kind

__all__ = ["assumptions", "html", "rows", "text"]

_KINDS: dict["Kind", tuple[str, str]] = {
    "time": ("Thời gian", "Time"),
    "cash": ("Chi dịch vụ", "Outlay"),
    "fee": ("Phí, lệ phí", "Fees"),
    "delay": ("Chờ đợi", "Waiting"),
}
_PERFORMERS: dict["Performer", tuple[str, str]] = {
    "subject": ("đối tượng thực hiện", "whoever goes through it"),
    "citizen": ("người dân", "citizens"),
    "business": ("doanh nghiệp", "businesses"),
    "agency": ("cơ quan nhà nước", "the State"),
}
_QUANTITIES = (  # that stand in no norm: the beginning of the path, words, unit
    ("norms.visits[", ("số lượt đi lại mỗi hồ sơ", "visits a dossier"), ("", "")),
    ("parameters.times_per_year", ("số lần một năm", "times a year"), ("", "")),
    ("parameters.subjects_per_year", ("số đối tượng một năm", "subjects a year"), ("", "")),
    ("parameters.hourly_income", ("mức tính một giờ", "an hour"), ("{}/giờ", "{}/hour")),
    ("parameters.segments", ("mức tính một giờ", "an hour"), ("{}/giờ", "{}/hour")),
    ("parameters.fees", ("phí, lệ phí", "fees and charges"), ("{}", "{}")),
)
_UNITS = {
    "hours": ("giờ", "hours"),
    "times": ("lần", "times"),
    "tariff": ("{}/giờ", "{}/hour"),
    "outlay": ("{}", "{}"),
}
_FIELDS = {  # of a convention
    "counts_delay": ("có tính thời gian chờ hay không", "whether delay counts"),
    "counts_fees": ("có tính phí, lệ phí hay không", "whether fees count"),
    "one_off": ("cách tính chi phí một lần", "what becomes of work done once"),
    "overhead_on": ("chi phí chung cộng vào tiền công", "overhead on pay"),
    "prices_citizens_time": ("cách quy thời gian của người dân thành tiền", "a price for the time of citizens"),
    "removes_business_as_usual": ("phần việc vẫn làm khi không có thủ tục", "what would be done anyway"),
    "validity": ("thời gian có hiệu lực", "when it holds"),
}
_STAGES = {
    "learn": 0,
    "travel": 2,
    "queue": 2,
    "submit": 3,
    "pay": 4,
    "fee": 5,
    "inspection": 6,
    "other": 7,
    "receive": 8,
    "delay": 9,
}
_OF_PAPERS = 1
_WIDEST = 60  # papers of real records are named by whole sentences
_POLICIES = {
    "lower_middle": (
        "khi các nguồn khác nhau, lấy mức trung bình thấp",
        "where sources differ, the lower middle figure is taken",
    ),
    "normally_efficient": (
        "số liệu của doanh nghiệp hoạt động hiệu quả bình thường",
        "figures are those of a normally efficient business",
    ),
    "standard_tables": ("định mức theo bảng chuẩn", "norms follow standard tables"),
    "not_said": ("", ""),
}


def __dir__() -> list[str]:
    return __all__


def rows(table: "CostTable") -> tuple[dict[str, object], ...]:
    """Return a flat record for every cell."""
    names = (
        "procedure", "case", "channel", "segment", "step", "document", "activity", "actor", "kind", "one_off",
        "obligation", "payer", "payee", "acts", "unit", "rate", "priced", "hours", "amount", "volume", "per_year",
        "once", "norm", "source", "vintage",
    )  # fmt: skip
    shared: dict[str, object] = {
        "currency": table.currency,
        "convention": table.convention.id,
        "base_year": table.base_year,
    }
    return tuple({name: getattr(cell, name) for name in names} | shared for cell in table.cells)


# ── the table as lines ───────────────────────────────────────────────────────────────────────────────────────────────


def _lines(table: "CostTable", lang: Lang) -> tuple[list[str], list[list[str]], list[str]]:
    """Return head, lines and foot; amounts are rounded together, so that every sum is that of the printed parts."""
    english = lang == "en"
    kinds: list[Kind] = [kind for kind in _KINDS if any(cell.kind == kind for cell in table.cells)]
    groups: dict[str, list[Cell]] = {}
    for cell in _in_order(table):
        groups.setdefault(_label(cell, lang), []).append(cell)
    sums = [[_sum(cells, kind) for kind in kinds] for cells in groups.values()]
    digits = 0 if table.currency == "VND" else 2
    printed = list(largest_remainder([amount for line in sums for amount in line], digits))
    width = len(kinds)
    matrix = [printed[i * width : (i + 1) * width] for i in range(len(sums))]
    hours = largest_remainder([sum((cell.hours for cell in cells), Fraction(0)) for cells in groups.values()], 2)

    def line(label: str, worked: Fraction, amounts: list[Fraction]) -> list[str]:
        numbers = [*amounts, sum(amounts, Fraction(0))]
        return [
            _cut(label),
            format_number(worked, None, lang),
            *(format_number(number, digits, lang) for number in numbers),
        ]

    unit = "đồng" if (table.currency, lang) == ("VND", "vi") else table.currency
    total = f"Total ({unit})" if english else f"Cộng ({unit})"
    head = ["Activity" if english else "Công việc", "Hours" if english else "Giờ"]
    head += [*(_KINDS[kind][english] for kind in kinds), total]
    body = [line(label, worked, amounts) for label, worked, amounts in zip(groups, hours, matrix, strict=True)]
    columns = [sum((row[i] for row in matrix), Fraction(0)) for i in range(width)]
    return head, body, line("Total" if english else "Tổng", sum(hours, Fraction(0)), columns)


def _in_order(table: "CostTable") -> Iterable["Cell"]:
    """Return the cells in the order of the work, whatever channel they are of; rows of a sheet stay in theirs."""
    if table.norms is None:
        return table.cells
    return sorted(table.cells, key=lambda cell: _STAGES.get(cell.activity, _OF_PAPERS))


def _label(cell: "Cell", lang: Lang) -> str:
    word = ACTIVITIES[cell.activity][lang == "en"]
    name = " ".join(cell.label.split())
    if cell.activity == "other" and name:
        return name
    return f"{word}: {name}" if name else word


def _cut(label: str) -> str:
    return label if len(label) <= _WIDEST else label[: _WIDEST - 1] + "…"


def _sum(cells: Iterable["Cell"], kind: str) -> Fraction:
    return sum((cell.amount for cell in cells if cell.kind == kind), Fraction(0))


def _facts(table: "CostTable", lang: Lang) -> list[str]:
    """Return what follows the lines: the year, what is spent once, hours without a price, what all stands on."""
    english = lang == "en"
    found: list[str] = []
    digits = 0 if table.currency == "VND" else 2
    if table.cells and all(cell.volume is not None for cell in table.cells):
        about = "≈ " if round_to(table.per_year.amount, digits) != table.per_year.amount else ""
        found.append(f"{'A year' if english else 'Một năm'}: {about}{_rounded(table.per_year, digits, lang)}")
        found[-1] += _formula(table, digits, lang)
        if table.once:
            once = "Once, apart from the years" if english else "Chi một lần, tách khỏi chi phí hằng năm"
            found.append(f"{once}: {_rounded(table.once, digits, lang)}")
    unpriced = sum((cell.hours for cell in table.cells if not cell.priced), Fraction(0))
    if unpriced:
        words = ("Hours of citizens, not priced", "Giờ của người dân, không quy thành tiền")[not english]
        found.append(f"{words}: {format_number(round_to(unpriced, 2), None, lang)}")
    notes = assumptions(table, lang)
    if notes:
        found.append("Assumptions:" if english else "Giả định:")
        found += [f"- {note}" for note in notes]
    return found


def _rounded(money: Money, digits: int, lang: Lang) -> str:
    unit = "đồng" if (money.currency, lang) == ("VND", "vi") else money.currency
    return f"{format_number(money.amount, digits, lang)} {unit}"


def _formula(table: "CostTable", digits: int, lang: Lang) -> str:
    """Write the cost of a year as a product, where it is one; a cost that is not round is not written as a factor."""
    parameters = table.parameters
    if parameters is None or parameters.times_per_year is None or parameters.subjects_per_year is None:
        return ""
    times, subjects = mean_of(parameters.times_per_year), mean_of(parameters.subjects_per_year)
    if table.per_dossier * (times * subjects) != table.per_year:
        return ""
    once = table.per_dossier
    round_ = round_to(once.amount, digits) == once.amount
    shown = _rounded(once, digits, lang)
    factors = [shown if round_ else "C", format_number(times, None, lang), format_number(subjects, None, lang)]
    unit = table.volume_unit or parameters.volume_unit
    product = f" = {' × '.join(factors)} ({'counted' if lang == 'en' else 'đơn vị'}: {unit})"
    if round_:
        return product
    return f"{product}; C ≈ {shown}, {'multiplied unrounded' if lang == 'en' else 'không làm tròn trước khi nhân'}"


def _title(table: "CostTable", lang: Lang) -> str:
    what = "Compliance cost" if lang == "en" else "Chi phí tuân thủ"
    title = " ".join(table.title.split())
    return f"{what}: {title}" if title else what


def text(table: "CostTable", lang: Lang) -> str:
    """Return the table as text in columns."""
    head, body, foot = _lines(table, lang)
    lines = [head, *body, foot]
    widths = [max(len(line[i]) for line in lines) for i in range(len(head))]
    written = (
        "  ".join(c.ljust(w) if i == 0 else c.rjust(w) for i, (c, w) in enumerate(zip(line, widths, strict=True)))
        for line in lines
    )
    return "\n".join([_title(table, lang), table.convention.display(lang), *written, *_facts(table, lang)])


def html(table: "CostTable", lang: Lang) -> str:
    """Return the same as an HTML table."""
    head, body, foot = _lines(table, lang)
    caption = "<br>".join(map(escape, (_title(table, lang), table.convention.display(lang))))
    facts = "<br>".join(map(escape, _facts(table, lang)))
    inner = "".join(f"<tr>{_tags('td', line)}</tr>" for line in body)
    return (
        f"<table><caption>{caption}</caption><thead><tr>{_tags('th', head)}</tr></thead><tbody>{inner}</tbody>"
        f'<tfoot><tr>{_tags("th", foot)}</tr><tr><td colspan="{len(head)}">{facts}</td></tr></tfoot></table>'
    )


def _tags(tag: str, cells: Iterable[str]) -> str:
    return "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in cells)


# ── what it stands on ────────────────────────────────────────────────────────────────────────────────────────────────


def assumptions(table: "CostTable", lang: Lang) -> tuple[str, ...]:
    """Say what has no price, what was assumed, how spreads and conflicts of sources were taken, and the sources."""
    english = lang == "en"
    found = [f"{'without a price' if english else 'chưa có giá'}: {gap.display(lang)}" for gap in table.unpriced]
    found += [note.display(lang) for note in table.noted]
    policy = _POLICIES[table.convention.sources][english]
    found += [policy] if policy else []
    if table.convention.unconfirmed:
        words = "not confirmed in the source of the convention" if english else "chưa xác nhận được trong nguồn quy ước"
        fields = (_FIELDS.get(name, (name, name))[english] for name in table.convention.unconfirmed)
        found.append(f"{words}: {', '.join(fields)}")
    words = "taken at its mean" if english else "lấy giá trị kỳ vọng của khoảng"
    spreads: dict[tuple[str, Spread], Cell] = {}
    for cell in table.cells:
        for entry in cell.uncertain:
            spreads.setdefault(entry, cell)
    found += [f"{words}: {_range(table, *entry, cell, lang)}" for entry, cell in spreads.items()]
    if table.parameters is not None:
        found += _given(table, table.parameters, lang)
    sources = dict.fromkeys(_dated(cell.source, cell.vintage) for cell in table.cells if cell.kind != "fee")
    named = "; ".join(source for source in sources if source)
    found += [f"{'sources' if english else 'nguồn'}: {named}"] if named else []
    return tuple(found)


def _given(table: "CostTable", parameters: "Parameters", lang: Lang) -> list[str]:
    """Say which inputs the table stands on: hours, what is added to or taken off them, channels, the year of prices."""
    english = lang == "en"
    convention, given = table.convention, parameters.hourly_income
    actors: dict[Performer, None] = dict.fromkeys(
        cell.actor for cell in table.cells if cell.kind == "time" and cell.priced
    )
    used: list[Performer] = [actor if actor in given or actor == "agency" else "subject" for actor in actors]
    incomes = [
        (_PERFORMERS[performer][english], given[performer]) for performer in dict.fromkeys(used) if performer in given
    ]
    incomes += [(one.name, one.hourly_income) for one in parameters.segments if one.hourly_income is not None]
    hour = "an hour" if english else "mức tính một giờ"
    found = [
        f"{hour} ({whose}): {income.display(lang)}{_of(income.source, income.vintage)}" for whose, income in incomes
    ]
    added = "overhead on it" if english else "chi phí chung cộng thêm"
    found += [
        f"{added} ({_PERFORMERS[performer][english]}): {_per_cent(share, lang)}"
        for performer, share in parameters.overhead.items()
        if any(convention.adds_overhead(actor) and performer in {actor, "subject"} for actor in actors)
    ]
    usual = None if table.norms is None else table.norms.business_as_usual
    if usual is not None and convention.removes_business_as_usual:
        words = "taken off as done anyway" if english else "trừ phần việc vẫn làm khi không có thủ tục"
        found.append(f"{words}: {_per_cent(usual, lang)}")
    if parameters.channel_shares is not None:
        shares = (
            f"{word('channel', channel, lang)} {_per_cent(share, lang)}"
            for channel, share in parameters.channel_shares.items()
        )
        found.append(f"{'channels' if english else 'hình thức nộp'}: {', '.join(shares)}")
    if parameters.case_shares is not None:
        parts = (f"{case} {_per_cent(share, lang)}" for case, share in parameters.case_shares.items())
        found.append(f"{'cases' if english else 'trường hợp'}: {', '.join(parts)}")
    if parameters.base_year is not None:
        found.append(f"{'prices of the year' if english else 'giá của năm'} {parameters.base_year}")
    return found


def _per_cent(share: Fraction, lang: Lang) -> str:
    return f"{format_number(round_to(percent(share, 1), 2), None, lang)} %"


def _range(table: "CostTable", path: str, spread: "Spread", cell: "Cell", lang: Lang) -> str:
    """Write a range with what it is of, its unit, and its path; `cell` is the first that depends on it."""
    english = lang == "en"
    what, of = _label(cell, lang), ""
    place, _, field = path.rpartition(".")
    norm = norm_at(table.norms, place)
    if norm is not None and field in _UNITS:
        where = [
            "" if norm.channel is None else word("channel", norm.channel, lang),
            norm.case or "",
            norm.segment or "",
        ]
        what, of = ", ".join(part for part in (norm.display(lang), *where) if part), _UNITS[field][english]
    for beginning, words, units in _QUANTITIES:
        if path.startswith(beginning):
            what, of = words[english], units[english]
    unit = "đồng" if (table.currency, lang) == ("VND", "vi") else table.currency
    return f"{what}: {spread.display(lang)} {of.replace('{}', unit)}".rstrip() + f" ({path})"


def _dated(source: str, vintage: int | None) -> str:
    return ", ".join(part for part in (source, "" if vintage is None else str(vintage)) if part)


def _of(source: str, vintage: int | None) -> str:
    named = _dated(source, vintage)
    return f" ({named})" if named else ""

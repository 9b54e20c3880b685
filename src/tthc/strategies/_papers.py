"""What is printed on papers: codes and numbers, money, time limits, calendars, fees, law, findings."""

import datetime as dt
from fractions import Fraction
from typing import Any, TypeVar

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from tthc.calendar import Day, DayOff, LimitUnit, MakeUpDay, OpenChange, TimeLimit, WorkingCalendar
from tthc.calendar.apologies import ApologyRule
from tthc.calendar.office_hours import OfficeHours
from tthc.calendar.supplements import SupplementPolicy
from tthc.dated import Interval
from tthc.fees import Fee
from tthc.findings import Finding, Message, Report, Severity
from tthc.identifiers import (
    AgencyCode,
    DossierCode,
    Identifier,
    LegalNumber,
    PersonalId,
    ProcedureCode,
    TaxCode,
    UnitCode,
)
from tthc.law import Citation, LegalDocument, LegalRegister
from tthc.money import Money
from tthc.strategies._ground import intervals, maybe, some_days, span, texts

__all__ = [
    "agency_codes",
    "apology_rules",
    "citations",
    "days",
    "days_off",
    "dossier_codes",
    "fees",
    "findings",
    "identifiers",
    "legal_documents",
    "legal_numbers",
    "legal_registers",
    "make_up_days",
    "messages",
    "money",
    "office_hours",
    "open_changes",
    "personal_ids",
    "procedure_codes",
    "reports",
    "supplement_policies",
    "tax_codes",
    "time_limits",
    "unit_codes",
    "working_calendars",
]

K = TypeVar("K")
T = TypeVar("T")


def __dir__() -> list[str]:
    return __all__


# ── identifiers ───────────────────────────────────────────────────────────────────────────────────────────────────────


def agency_codes() -> SearchStrategy[AgencyCode]:
    """Codes of agencies in either notation."""
    modern = st.from_regex(r"[A-Z][0-9]{2}(\.[0-9A-Z]{1,7}){0,4}|Z[0-9]{2}[0-9A-Z]{1,32}", fullmatch=True)
    used = st.tuples(
        st.integers(1, 999).map("{:03}".format), st.integers(1, 99).map("{:02}".format),
        st.integers(1, 99).map("{:02}".format), st.from_regex(r"[A-Z][0-9]{2}", fullmatch=True), st.integers(0, 3),
    )  # fmt: skip
    return (modern | used.map(_legacy)).map(AgencyCode.parse)


def _legacy(parts: tuple[str, str, str, str, int]) -> str:
    *groups, root, unused = parts
    return ".".join([*("000", "00", "00")[:unused], *groups[unused:], root])


def procedure_codes() -> SearchStrategy[ProcedureCode]:
    """Codes of procedures: national, local, of one case, and those of the time before 2016."""
    number = st.from_regex(r"[1-9]\.[0-9]{6}", fullmatch=True)
    agency, case = agency_codes().map(str), st.from_regex(r"[0-9]{2}", fullmatch=True)
    legacy = st.from_regex(r"[BT]-[A-ZĐ]{2,6}-[0-9]{6}(-TT)?", fullmatch=True)
    local = st.tuples(number, agency).map(".".join) | st.tuples(number, agency, case).map(".".join)
    return _mended((number | legacy | local | st.tuples(number, case).map(".".join)).map(ProcedureCode.parse))


def _mended(values: SearchStrategy[T]) -> SearchStrategy[T]:
    """What a parser mended is not compared, so nothing may depend on it."""
    return values | values.map(_with_repair)


def _with_repair(value: T) -> T:
    return attrs.evolve(value, repairs=("blanks",))  # type: ignore[misc]  # every T here is an attrs class


def dossier_codes() -> SearchStrategy[DossierCode]:
    """Codes of dossiers."""
    days = st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31))
    return st.builds(DossierCode, agency_codes(), days, st.integers(1, 9_999_999), st.integers(4, 7))


def identifiers() -> SearchStrategy[Identifier]:
    """Numbers of any scheme."""
    schemes = st.from_regex(r"[A-Za-zĐđ0-9_.-]{1,12}", fullmatch=True)
    values = texts().map(str.strip).filter(lambda text: 0 < len(text) <= 256)
    return st.builds(Identifier, schemes, values)


_BODIES = ("CP", "TTg", "BTP", "BCA", "VPCP", "UBND", "HĐND")


def legal_numbers() -> SearchStrategy[LegalNumber]:
    """Numbers of legal documents in each of their forms."""
    number, year = st.integers(1, 9999), st.integers(1998, 2026)
    body, suffix = st.sampled_from(_BODIES), st.sampled_from(["", "", "a", "b"])
    normative, units = st.sampled_from(["NĐ", "NQ", "QĐ", "TT", "CT"]), st.sampled_from(["KGVX", "KSTT", "TCCV"])
    forms = [
        st.builds("{}/{}/QH{}".format, number, year, st.integers(10, 16)),
        st.builds("{:02}{}/{}/{}-{}".format, number, suffix, year, normative, body),
        st.builds("{}/{}/TTLT-{}-BQP".format, number, year, body),
        st.builds("66.{}/{}/NQ-CP".format, st.integers(1, 30), year),
        st.builds("{}{}/{}-{}".format, number, suffix, st.sampled_from(["QĐ", "KH", "TB", "TTr"]), body),
        st.builds("{}/VPCP-{}".format, number, units),
        st.builds("{}-NQ/TW".format, number),
        st.builds("{}/CP".format, number),
    ]
    return _mended(st.one_of(forms).map(LegalNumber.parse))


def tax_codes() -> SearchStrategy[TaxCode]:
    """Tax codes of firms, branches and persons."""
    firms = st.from_regex(r"[0-9]{9}", fullmatch=True).map(_with_check_digit).filter(TaxCode.is_valid)
    branches = st.builds("{}-{:03}".format, firms, st.integers(1, 999))
    return (firms | branches | personal_ids().map(str)).map(TaxCode.parse)


def _with_check_digit(stem: str) -> str:
    return next((stem + digit for digit in "0123456789" if TaxCode.is_valid(stem + digit)), "")


def personal_ids() -> SearchStrategy[PersonalId]:
    """Personal identification numbers; they are drawn, not issued."""
    return st.from_regex(r"[0-9]{12}", fullmatch=True).map(PersonalId)


def unit_codes() -> SearchStrategy[UnitCode]:
    """Statistical codes of provinces, districts and communes."""
    return st.from_regex(r"[0-9]{2}|[0-9]{3}|[0-9]{5}", fullmatch=True).filter(UnitCode.is_valid).map(UnitCode)


# ── money, limits, fees, law ──────────────────────────────────────────────────────────────────────────────────────────


def money() -> SearchStrategy[Money]:
    """Amounts: mostly whole thousands of đồng, but also few đồng, parts of one, debts and other currencies."""
    thousands = st.integers(0, 10_000).map(lambda n: 1000 * n)
    amounts = thousands | st.integers(-10, 10**12) | st.fractions(-1000, 1000, max_denominator=1000)
    return st.builds(Money, amounts, st.sampled_from(["VND", "VND", "USD", "EUR"]))


_LIMIT_UNITS: tuple[LimitUnit | None, ...] = ("minute", "hour", "half_day", "day", "day", "week", "month", "year", None)
_LIMIT_NOTES = (
    "kể từ ngày nhận đủ hồ sơ hợp lệ",
    "trường hợp phức tạp không quá 10 ngày làm việc",
    "không kể thời gian chuyển hồ sơ",
)


def time_limits() -> SearchStrategy[TimeLimit]:
    """Time limits of every kind."""
    amounts = st.integers(0, 60).map(Fraction) | st.sampled_from([Fraction(1, 2), Fraction(3, 2), Fraction(22, 7)])
    ends = st.lists(amounts, min_size=1, max_size=2)
    notes = st.just("") | st.sampled_from(_LIMIT_NOTES)
    hours = maybe(st.builds(dt.time, st.integers(0, 23), st.sampled_from([0, 30])))
    return st.one_of(
        st.builds(_duration, ends, st.sampled_from(_LIMIT_UNITS), st.booleans(), notes),
        st.builds(TimeLimit, kind=st.just("same_day"), cutoff=hours),
        st.builds(TimeLimit, kind=st.sampled_from(["immediate", "not_fixed"]), note=notes),
    )


def _duration(ends: list[Fraction], unit: LimitUnit | None, working: bool, note: str) -> TimeLimit:  # noqa: FBT001
    return TimeLimit(
        kind="duration",
        amount=max(ends),
        at_least=min(ends) if len(ends) > 1 else None,
        unit=unit,
        working=working and unit is not None,
        note=note,
    )


def days_off() -> SearchStrategy[DayOff]:
    """Days on which nobody works."""
    kinds = st.sampled_from(["holiday", "compensation", "swapped"])
    return st.builds(DayOff, some_days(), kind=kinds, name=texts(), decision=texts())


def make_up_days() -> SearchStrategy[MakeUpDay]:
    """Rest days on which offices work."""
    pairs = st.lists(some_days(), min_size=1, max_size=2, unique=True)
    return st.builds(_make_up_day, pairs, texts())


def _make_up_day(days: list[dt.date], decision: str) -> MakeUpDay:
    return MakeUpDay(*days, decision=decision)


def open_changes() -> SearchStrategy[OpenChange]:
    """Changes of a calendar that may come."""
    days = st.lists(some_days(), min_size=1, max_size=4, unique=True)
    return st.builds(_change, texts().filter(bool), days, st.tuples(st.integers(0, 4), st.integers(0, 4)).map(sorted))


def _change(name: str, days: list[dt.date], cuts: list[int]) -> OpenChange:
    off, work = cuts
    return OpenChange(
        name=name,
        condition=(f"nếu {name}", f"if {name}"),
        days_off=tuple(map(DayOff, days[:off])),
        make_up_days=tuple(map(MakeUpDay, days[off:work])),
        ordinary=tuple(days[work:]),
    )


def days() -> SearchStrategy[Day]:
    """Days of a calendar, explained."""
    kinds = st.sampled_from(["working", "make_up", "rest", "holiday", "compensation", "swapped"])
    return st.builds(
        Day,
        date=some_days(),
        working=st.booleans(),
        kind=kinds,
        name=texts(),
        decision=texts(),
        swapped_with=maybe(some_days()),
        open=st.lists(st.tuples(texts(), texts()), max_size=2).map(tuple),
    )


def office_hours() -> SearchStrategy[OfficeHours]:
    """Office hours of a week, open on one day at least."""
    sessions = st.lists(st.integers(6, 18), max_size=4, unique=True).map(_sessions)
    week = st.lists(sessions, min_size=7, max_size=7).filter(any).map(tuple)
    return st.builds(OfficeHours, week, utc_offset=st.sampled_from([420, 540, 0, -210]))


def _sessions(hours: list[int]) -> tuple[tuple[dt.time, dt.time], ...]:
    times = [dt.time(hour) for hour in sorted(hours)]
    return tuple(zip(times[::2], times[1::2], strict=False))


def supplement_policies() -> SearchStrategy[SupplementPolicy]:
    """What becomes of a limit after a supplement, and when a dossier is closed that was not completed."""
    counted = st.builds(_counted, st.integers(1, 60), st.sampled_from(["day", "month"]))
    quotes = st.lists(texts(), max_size=2).map(tuple)
    kinds = st.sampled_from(["resume", "restart", "silent"])
    return st.one_of(
        st.builds(SupplementPolicy, kinds, close_after=maybe(counted), quotes=quotes),
        st.builds(SupplementPolicy, st.just("pause_then_fixed"), counted, close_after=maybe(counted), quotes=quotes),
    )


def _counted(amount: int, unit: LimitUnit) -> TimeLimit:
    return TimeLimit(kind="duration", amount=amount, unit=unit, working=unit == "day")


def apology_rules() -> SearchStrategy[ApologyRule]:
    """Rules on late results."""
    few = st.integers(0, 10)
    return st.builds(ApologyRule, days_before=few, new_dates=few, citation=citations())


def working_calendars() -> SearchStrategy[WorkingCalendar]:
    """Working calendars of one year, with days off, days made up and changes that may come."""
    year = st.dates(dt.date(2026, 1, 1), dt.date(2026, 12, 31))
    days = st.lists(year, max_size=8, unique=True)
    rest = st.frozensets(st.integers(0, 6), max_size=3)
    return st.builds(_calendar, texts().filter(bool), days, rest)


def _calendar(name: str, days: list[dt.date], rest: frozenset[int]) -> WorkingCalendar:
    return WorkingCalendar(
        name=name,
        first=dt.date(2026, 1, 1),
        last=dt.date(2026, 12, 31),
        rest_weekdays=rest,
        days_off=tuple(map(DayOff, days[:3])),
        make_up_days=tuple(map(MakeUpDay, days[3:5])),
        open_changes=tuple(_change(f"{name} {day}", [day], [1, 1]) for day in days[5:]),
    )


_FEE_NOTES = ("nộp khi nhận kết quả", "theo mức thu của từng địa phương", "đối với trường hợp đăng ký quá hạn")


def fees() -> SearchStrategy[Fee]:
    """Fees of every kind."""
    dong = st.integers(1, 2000).map(lambda n: Money(500 * n))
    dollars = st.sampled_from([Money(5, "USD"), Money(155, "USD"), Money(Fraction(5, 2), "USD")])
    spans = st.lists(st.dates(dt.date(2016, 1, 1), dt.date(2030, 12, 31)), min_size=2, max_size=2, unique=True)
    about: dict[str, SearchStrategy[Any]] = {
        "category": st.sampled_from([None, "phí", "lệ phí", "giá", "thuế"]),
        "validity": maybe(spans.map(span)),
        "note": st.just("") | st.sampled_from(_FEE_NOTES),
    }
    per = st.sampled_from([None, "bản", "hồ sơ", "người"])
    bounded, without = st.sampled_from(["amount", "at_most"]), st.sampled_from(["free", "delegated", "not_fixed"])
    rates = st.fractions(0, 1, max_denominator=1000)
    return st.one_of(
        st.builds(Fee, kind=bounded, amount=dong | dollars, per=per, **about),
        st.builds(Fee, kind=bounded, amount=dong, per=per, currency_stated=st.just(False), **about),  # noqa: FBT003
        st.builds(_range, st.tuples(dong, dong), st.builds(Fee, kind=st.just("free"), **about)),
        st.builds(Fee, kind=st.just("rate"), rate=rates, per=per, **about),
        st.builds(Fee, kind=without, **about),
    )


def _range(ends: tuple[Money, Money], about: Fee) -> Fee:
    return attrs.evolve(about, kind="range", at_least=min(ends), amount=max(ends))


def citations() -> SearchStrategy[Citation]:
    """Places in legal documents."""
    places = st.sampled_from(["1", "2", "13a", "đ"])
    whole = st.builds(Citation, document=legal_numbers())
    return whole | st.builds(
        Citation, document=legal_numbers(), article=places, clause=maybe(places), point=maybe(places)
    )


def legal_documents() -> SearchStrategy[LegalDocument]:
    """Legal documents with the time they are in force, as far as it is known."""
    undated = st.builds(
        LegalDocument,
        number=legal_numbers(),
        title=texts(),
        validity=maybe(intervals()),
        amends=st.lists(legal_numbers(), max_size=2).map(tuple),
        replaced_by=maybe(legal_numbers()),
        source=texts(),
    )
    return undated | st.builds(_issued, undated, st.lists(some_days(), min_size=1, max_size=2))


def _issued(document: LegalDocument, days: list[dt.date]) -> LegalDocument:
    validity = Interval(max(days)) if len(days) > 1 else None
    return attrs.evolve(document, issued=min(days), validity=validity)


def legal_registers() -> SearchStrategy[LegalRegister]:
    """Registers of legal documents; no number stands in one twice."""
    documents = st.lists(legal_documents(), max_size=3, unique_by=lambda document: document.number).map(tuple)
    return st.builds(LegalRegister, documents, some_days())


# ── findings ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def messages() -> SearchStrategy[Message]:
    """Messages whose two languages name the same places."""
    codes = st.from_regex(r"TTHC[0-9]{3}", fullmatch=True)
    words = texts().map(lambda text: text.replace("{", "("))  # a brace by chance would be a place of one language only
    places = st.sampled_from(["", "{x}", "{amount} {x}"])
    return st.builds(_message, codes, words, words, places)


def _message(code: str, vi: str, en: str, place: str) -> Message:
    return Message(code, vi + place, en + place)


def findings() -> SearchStrategy[Finding]:
    """Findings with a path of names and indices."""
    params = st.dictionaries(
        st.sampled_from(["x", "amount"]), texts() | st.integers(-5, 10**9) | st.tuples(texts(), texts()), max_size=2
    )
    return st.builds(
        Finding,
        message=messages(),
        severity=st.sampled_from(Severity),
        path=st.lists(st.sampled_from(["methods", "fees", "Phí, lệ phí"]) | st.integers(0, 20), max_size=4).map(tuple),
        params=params,
        citation=maybe(citations()),
        subject=st.just("") | procedure_codes().map(str),
    )


def reports() -> SearchStrategy[Report]:
    """Reports of a few findings."""
    return st.lists(findings(), max_size=3).map(lambda found: Report(tuple(found)))

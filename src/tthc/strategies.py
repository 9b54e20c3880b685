"""Hypothesis strategies: a function for every public type, with Vietnamese text as real records spell it.

Text comes realistic and dirty: decomposed, with look-alike letters, hidden characters, Word bullets, several blanks.
Every value is well-formed; what it says need not be sensible, for that is what validation is for. Where `tthc` is
installed, Hypothesis also finds these strategies by type: `st.from_type(Procedure)`.

>>> from hypothesis import given
>>> @given(money(), money())
... def adding_has_no_order(left, right):
...     if left.currency == right.currency:
...         assert left + right == right + left
>>> adding_has_no_order()
"""

import datetime as dt
import unicodedata
from fractions import Fraction
from typing import Any, TypeVar

import attrs

try:
    from hypothesis import strategies as st
    from hypothesis.strategies import SearchStrategy
except ModuleNotFoundError as error:
    if error.name != "hypothesis":
        raise
    msg = "tthc.strategies needs Hypothesis, which is not installed: pip install hypothesis"
    raise ModuleNotFoundError(msg, name="hypothesis") from error

from tthc.calendar import Day, DayOff, LimitUnit, MakeUpDay, OpenChange, TimeLimit, WorkingCalendar
from tthc.calendar.apologies import ApologyRule
from tthc.calendar.office_hours import OfficeHours
from tthc.calendar.supplements import SupplementPolicy
from tthc.dated import Dated, Interval
from tthc.dossiers import DECREE, INDEX_766, Dossier, Event, ForbiddenStepError, Judgement, OnTimeRule, Practice
from tthc.fees import Fee
from tthc.findings import Finding, Message, Report, Severity
from tthc.frozen import FrozenMap
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
from tthc.procedures import (
    COMPONENTS,
    Ambiguity,
    Announcement,
    Audience,
    Case,
    Catalogue,
    CatalogueDifference,
    Change,
    Condition,
    Difference,
    Document,
    Form,
    Method,
    OnlineLevel,
    Procedure,
    ResponsibleAgency,
    Result,
    Source,
    Step,
    Terms,
    difference,
)
from tthc.text import Unparsed

__all__ = [
    "agency_codes",
    "ambiguities",
    "announcements",
    "apology_rules",
    "audiences",
    "cases",
    "catalogue_differences",
    "catalogues",
    "changes",
    "citations",
    "conditions",
    "dated",
    "days",
    "days_off",
    "differences",
    "documents",
    "dossier_codes",
    "dossiers",
    "events",
    "fees",
    "findings",
    "forms",
    "frozen_maps",
    "identifiers",
    "intervals",
    "judgements",
    "legal_documents",
    "legal_numbers",
    "legal_registers",
    "make_up_days",
    "messages",
    "methods",
    "money",
    "office_hours",
    "on_time_rules",
    "online_levels",
    "open_changes",
    "personal_ids",
    "practices",
    "procedure_codes",
    "procedures",
    "reports",
    "responsible_agencies",
    "results",
    "sources",
    "steps",
    "supplement_policies",
    "tax_codes",
    "terms",
    "texts",
    "time_limits",
    "unit_codes",
    "unparsed",
    "working_calendars",
]

K = TypeVar("K")
T = TypeVar("T")


def __dir__() -> list[str]:
    return __all__


# ── text and time ────────────────────────────────────────────────────────────────────────────────────────────────────

_WORDS = (
    "Đăng ký khai sinh",
    "Ủy ban nhân dân xã",
    "uỷ quyền",
    "Bản chính",
    "giấy chứng nhận quyền sử dụng đất",
    "Tờ khai theo mẫu số 01",
    "hòa giải ở cơ sở",
    "hoà giải",
    "người nộp hồ sơ",
    "Nghị định số 63/2010/NĐ-CP",
    "lệ phí 50.000 đồng",
    "03 ngày làm việc",
    "trường hợp khác",
    "(nếu có)",
    "Không quy định",
    "<br/>",
    "Xem chi tiết tại tệp đính kèm",
)
_DIRT = (
    " ", "  ", "\t", "\n", "\r\n", "\u00a0", "\u2003", "\u200b", "\ufeff", "\u00ad", "\u202e", "\u2066", "–", "\u2011",
    "•", "\uf0b7", "Ð", "Ɖ", "đ", ".", ";", "- ", "+ ", "…", "😀", "\x00", "\x7f", "{", "}", "$", '"', "\\", "-", "0",
)  # fmt: skip


def texts(*, surrogates: bool = False) -> SearchStrategy[str]:
    """Text as fields hold it: clean, dirty, decomposed or anything at all, also empty; `surrogates` adds lone ones."""
    clean = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=4).map(" ".join)
    parts = st.sampled_from(_WORDS + _DIRT) | st.text(max_size=3)
    if surrogates:
        parts |= st.characters(categories=["Cs"])
    dirty = st.lists(parts, max_size=8).map("".join)
    return clean | dirty | dirty.map(_decomposed)


def _decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def unparsed() -> SearchStrategy[Unparsed]:
    """Text that a source states and nobody could read."""
    return st.builds(Unparsed, texts())


def _days() -> SearchStrategy[dt.date]:
    # Around the days on which the law changes; any other day now and then.
    near = st.dates(dt.date(2010, 1, 1), dt.date(2027, 12, 31))
    turns = [(2010, 10, 14), (2017, 9, 25), (2022, 8, 15), (2025, 6, 30), (2025, 7, 1), (2026, 7, 1), (2026, 12, 31)]
    return near | st.sampled_from([dt.date(*turn) for turn in turns]) | st.dates()


def intervals() -> SearchStrategy[Interval]:
    """Spans of days, with either end open now and then."""
    closed = st.lists(_days(), min_size=2, max_size=2, unique=True).map(_interval)
    return (
        closed
        | st.builds(Interval, _maybe(_days()), st.none())
        | st.builds(Interval, st.none(), _days().filter(_follows_one))
    )


def _follows_one(day: dt.date) -> bool:
    return day > dt.date.min


def _interval(days: list[dt.date]) -> Interval:
    return Interval(min(days), max(days))


def dated(values: SearchStrategy[T]) -> SearchStrategy[Dated[T]]:
    """Values and the days on which they hold."""
    return st.tuples(values, intervals()).map(lambda parts: Dated(*parts))


def frozen_maps(keys: SearchStrategy[K], values: SearchStrategy[T]) -> SearchStrategy[FrozenMap[K, T]]:
    """Mappings that cannot change."""
    return st.dictionaries(keys, values, max_size=3).map(FrozenMap)


def _maybe(values: SearchStrategy[T]) -> SearchStrategy[T | None]:
    return st.none() | values


def _read(values: SearchStrategy[T]) -> SearchStrategy[T | Unparsed | None]:
    """A scalar component: not stated, stated, or stated and not readable."""
    return st.none() | values | unparsed()


def _list(values: SearchStrategy[T], max_size: int = 2) -> SearchStrategy[tuple[T | Unparsed, ...] | None]:
    """A list component: not stated, stated as none, or stated."""
    return st.none() | st.lists(values | unparsed(), max_size=max_size).map(tuple)


# ── identifiers ──────────────────────────────────────────────────────────────────────────────────────────────────────


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


# ── money, limits, fees, law ─────────────────────────────────────────────────────────────────────────────────────────


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
    hours = _maybe(st.builds(dt.time, st.integers(0, 23), st.sampled_from([0, 30])))
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
    return st.builds(DayOff, _days(), kind=kinds, name=texts(), decision=texts())


def make_up_days() -> SearchStrategy[MakeUpDay]:
    """Rest days on which offices work."""
    pairs = st.lists(_days(), min_size=1, max_size=2, unique=True)
    return st.builds(_make_up_day, pairs, texts())


def _make_up_day(days: list[dt.date], decision: str) -> MakeUpDay:
    return MakeUpDay(*days, decision=decision)


def open_changes() -> SearchStrategy[OpenChange]:
    """Changes of a calendar that may come."""
    days = st.lists(_days(), min_size=1, max_size=4, unique=True)
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
        date=_days(),
        working=st.booleans(),
        kind=kinds,
        name=texts(),
        decision=texts(),
        swapped_with=_maybe(_days()),
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
        st.builds(SupplementPolicy, kinds, close_after=_maybe(counted), quotes=quotes),
        st.builds(SupplementPolicy, st.just("pause_then_fixed"), counted, close_after=_maybe(counted), quotes=quotes),
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
        "validity": _maybe(spans.map(_interval)),
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
        Citation, document=legal_numbers(), article=places, clause=_maybe(places), point=_maybe(places)
    )


def legal_documents() -> SearchStrategy[LegalDocument]:
    """Legal documents with the time they are in force, as far as it is known."""
    undated = st.builds(
        LegalDocument,
        number=legal_numbers(),
        title=texts(),
        validity=_maybe(intervals()),
        amends=st.lists(legal_numbers(), max_size=2).map(tuple),
        replaced_by=_maybe(legal_numbers()),
        source=texts(),
    )
    return undated | st.builds(_issued, undated, st.lists(_days(), min_size=1, max_size=2))


def _issued(document: LegalDocument, days: list[dt.date]) -> LegalDocument:
    validity = Interval(max(days)) if len(days) > 1 else None
    return attrs.evolve(document, issued=min(days), validity=validity)


def legal_registers() -> SearchStrategy[LegalRegister]:
    """Registers of legal documents; no number stands in one twice."""
    documents = st.lists(legal_documents(), max_size=3, unique_by=lambda document: document.number).map(tuple)
    return st.builds(LegalRegister, documents, _days())


# ── findings ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def messages() -> SearchStrategy[Message]:
    """Messages whose two languages name the same places."""
    codes = st.from_regex(r"TTHC[0-9]{3}", fullmatch=True)
    words, places = texts(), st.sampled_from(["", "{x}", "{amount} {x}"])
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
        citation=_maybe(citations()),
        subject=st.just("") | procedure_codes().map(str),
    )


def reports() -> SearchStrategy[Report]:
    """Reports of a few findings."""
    return st.lists(findings(), max_size=3).map(lambda found: Report(tuple(found)))


# ── procedures ───────────────────────────────────────────────────────────────────────────────────────────────────────


def steps() -> SearchStrategy[Step]:
    """Steps of a sequence."""
    return st.builds(
        Step,
        description=texts(),
        name=texts(),
        actor=st.sampled_from([None, "applicant", "agency"]),
        time_limit=_read(time_limits()),
    )


def forms() -> SearchStrategy[Form]:
    """Form templates."""
    return st.builds(Form, name=texts(), files=st.lists(texts(), max_size=2).map(tuple))


def documents() -> SearchStrategy[Document]:
    """Papers of a dossier."""
    flag = _maybe(st.booleans())
    return st.builds(
        Document,
        name=texts(),
        act=st.sampled_from(["submit", "present"]),
        condition=_maybe(texts()),
        originals=_read(st.integers(0, 3)),
        copies=_read(st.integers(0, 3)),
        certified=flag,
        form=_maybe(forms()),
        code=_maybe(texts()),
        electronic=flag,
        is_result=flag,
        required=flag,
        issuer=_maybe(texts()),
        note=texts(),
    )


def cases() -> SearchStrategy[Case]:
    """Cases with their documents."""
    return st.builds(
        Case,
        name=texts(),
        code=_maybe(texts()),
        documents=_list(documents()),
        time_limit=_read(time_limits()),
        audience=_maybe(texts()),
    )


def methods() -> SearchStrategy[Method]:
    """Ways to carry a procedure out, with their limits and fees."""
    return st.builds(
        Method,
        channel=_read(st.sampled_from(["direct", "online", "post"])),
        time_limit=_read(time_limits()),
        fees=_list(fees()),
        note=texts(),
        case=_maybe(texts()),
        audience=_maybe(texts()),
    )


def results() -> SearchStrategy[Result]:
    """What procedures end with."""
    return st.builds(Result, name=texts(), code=_maybe(texts()), template=_maybe(forms()))


def conditions() -> SearchStrategy[Condition]:
    """Requirements and conditions."""
    return st.builds(Condition, texts())


def audiences() -> SearchStrategy[Audience]:
    """Who may carry a procedure out."""
    return st.builds(Audience, name=texts(), code=_maybe(texts()))


def responsible_agencies() -> SearchStrategy[ResponsibleAgency]:
    """Agencies by role, known by a name, a code or an address at least."""
    roles = st.sampled_from(["settling", "deciding", "receiving", "authorised", "coordinating"])
    codes, addresses = _read(agency_codes() | identifiers()), _maybe(texts())
    named = texts().filter(bool)
    return st.builds(ResponsibleAgency, role=roles, name=named, code=codes, address=addresses) | st.builds(
        ResponsibleAgency, role=roles, code=agency_codes() | identifiers() | unparsed(), address=addresses
    )


def announcements() -> SearchStrategy[Announcement]:
    """Decisions that announce procedures."""
    days = _maybe(_days())
    return st.builds(
        Announcement,
        number=_read(legal_numbers()),
        kind=st.sampled_from([None, "new", "amended", "abolished"]),
        by=st.sampled_from([None, "minister", "province", "delegated"]),
        issuer=_maybe(texts()),
        signed=days,
        document_in_force=days,
        adopted=days,
        shortened=st.booleans(),
        entered=days,
    )


def online_levels() -> SearchStrategy[OnlineLevel]:
    """Online levels in the words of each decree."""
    reason = st.sampled_from(["presence", "on_site", "technical_failure", "technical_other"])
    reasons = st.lists(reason, max_size=2, unique=True).map(tuple)
    proactive = _maybe(st.integers(1, 4))
    return st.one_of(
        st.builds(OnlineLevel, regime=st.just(2011), level=st.sampled_from(["1", "2", "3", "4"])),
        st.builds(OnlineLevel, regime=st.just(2022), level=st.just("partial"), reasons=reasons),
        st.builds(OnlineLevel, regime=st.just(2022), level=st.just("full")),
        st.builds(OnlineLevel, regime=st.just(2026), level=st.just("partial"), reasons=reasons, proactive=proactive),
        st.builds(OnlineLevel, regime=st.just(2026), level=st.just("full"), proactive=proactive),
    )


def sources() -> SearchStrategy[Source]:
    """Where records come from and what their shape can carry."""
    return st.builds(
        Source,
        shape=st.sampled_from(["portal-api", "portal-doc", "general"]) | texts(),
        carries=st.frozensets(st.sampled_from(sorted(COMPONENTS))),
        id=_maybe(texts()),
        url=_maybe(texts()),
        status=_maybe(texts()),
        created=_maybe(_days()),
        updated=_maybe(_days()),
    )


def procedures() -> SearchStrategy[Procedure]:
    """Procedures: well-formed, and as doubtful as real ones."""
    flag = _maybe(st.booleans())
    codes = procedure_codes() | identifiers()
    return st.builds(
        Procedure,
        code=_read(codes),
        name=_maybe(texts()),
        field=_maybe(texts()),
        field_code=_maybe(texts()),
        formality=_read(st.sampled_from(["assigned_by_law", "not_assigned", "other"])),
        decision=_read(announcements()),
        levels=_list(st.sampled_from(["central", "provincial", "district", "commune", "other"])),
        steps=_list(steps()),
        methods=_list(methods()),
        cases=_list(cases()),
        dossier_sets=_read(st.integers(0, 3)),
        audiences=_list(audiences()),
        agencies=_list(responsible_agencies()),
        results=_list(results()),
        conditions=_list(conditions()),
        legal_basis=_list(legal_numbers()),
        related=_list(codes),
        online_level=_read(online_levels()),
        validity=_maybe(intervals()),
        internal=flag,
        shared=flag,
        non_territorial=flag,
        vertical=flag,
        offline_only=flag,
        description=texts(),
        keywords=texts(),
        note=texts(),
        source=_maybe(sources()),
    )


def catalogues() -> SearchStrategy[Catalogue]:
    """Catalogues of a few procedures, now and then with one twice."""
    distinct = st.lists(procedures(), max_size=2)
    return (distinct | distinct.map(lambda found: found + found[:1])).map(Catalogue)


def ambiguities() -> SearchStrategy[Ambiguity]:
    """What the question for someone's terms leaves open."""
    components = st.sampled_from(["case", "time_limit", "fees", "documents"])
    return st.builds(Ambiguity, component=components, options=st.lists(texts(), max_size=3).map(tuple))


def terms() -> SearchStrategy[Terms]:
    """The terms of one applicant."""
    return st.builds(
        Terms,
        on=_days(),
        case=_maybe(texts()),
        channel=st.sampled_from([None, "direct", "online", "post"]),
        audience=_maybe(texts()),
        time_limit=_read(time_limits()),
        fees=_list(fees()),
        documents=_list(documents()),
        ambiguous=st.lists(ambiguities(), max_size=2).map(tuple),
    )


def changes() -> SearchStrategy[Change]:
    """Single changes, of parts of every type."""
    part = st.one_of(
        texts(), st.integers(0, 3), st.booleans(), intervals(), legal_numbers(), fees(), time_limits(), documents(),
        procedure_codes(), identifiers(), unparsed(), online_levels(), sources(),
    )  # fmt: skip
    value = st.none() | part | st.lists(part, max_size=2).map(tuple)
    return st.builds(
        Change,
        component=st.sampled_from(sorted(COMPONENTS)),
        path=st.lists(st.sampled_from(["methods", "fees"]) | st.integers(0, 9), max_size=3).map(tuple),
        kind=st.sampled_from(["added", "removed", "changed"]),
        before=value,
        after=value,
    )


def differences() -> SearchStrategy[Difference]:
    """Differences between two procedures, found or put together."""
    found: SearchStrategy[Difference] = st.builds(difference, procedures(), procedures())
    lists = st.lists(changes(), max_size=2).map(tuple)
    return found | st.builds(Difference, before=procedures(), after=procedures(), changes=lists)


def catalogue_differences() -> SearchStrategy[CatalogueDifference]:
    """Differences between two catalogues."""
    return st.builds(difference, catalogues(), catalogues())


# ── dossiers ─────────────────────────────────────────────────────────────────────────────────────────────────────────

_STEPS = (
    "registered", "accepted", "processing", "processing", "supplement_requested", "supplemented", "supplemented",
    "done", "returned", "payment_requested", "paid", "withdrawal_requested", "withdrawal_declined", "stopped",
    "refused", "handed_over",
)  # fmt: skip


def _moments() -> SearchStrategy[dt.date]:
    """One sort of days or moments: a day, a moment, or a moment that knows its time zone."""
    days = st.dates(dt.date(2018, 6, 21), dt.date(2027, 6, 30))
    minutes = st.integers(0, 24 * 60 - 1).map(lambda n: dt.time(n // 60, n % 60))
    zones = st.sampled_from([None, dt.UTC, dt.timezone(dt.timedelta(hours=7))])
    return days | st.builds(dt.datetime.combine, days, minutes, zones)


def events() -> SearchStrategy[Event]:
    """Events of every kind."""
    plain = st.builds(Event, st.sampled_from(_STEPS), _moments(), texts())
    return plain | st.builds(_reappointed, _moments(), st.integers(2, 20))


def _reappointed(at: dt.date, days: int) -> Event:
    day = at.date() if isinstance(at, dt.datetime) else at
    return Event("reappointed", at, appointment=day + dt.timedelta(days=days))


def dossiers() -> SearchStrategy[Dossier]:
    """Dossiers with a history of up to ten events, each a step that was allowed."""
    first = st.builds(Event, st.sampled_from(["registered", "accepted", "accepted"]), _moments(), texts())
    appointments = _maybe(st.integers(0, 30))
    bare = st.builds(
        Dossier,
        code=_maybe(dossier_codes() | identifiers()),
        procedure=_maybe(procedure_codes() | identifiers()),
        time_limit=_maybe(time_limits()),
        decision=_maybe(legal_numbers()),
        channel=st.sampled_from([None, "direct", "online", "post"]),
        history=st.tuples(first),
    )
    steps = st.lists(st.tuples(st.sampled_from([*_STEPS, "reappointed"]), st.integers(0, 9)), max_size=12)
    return st.builds(_lived, bare, appointments, steps)


def _lived(dossier: Dossier, appointment: int | None, steps: list[tuple[Any, int]]) -> Dossier:
    """Let happen to a dossier what may."""
    if appointment is not None:
        promised = dossier.history[0].day + dt.timedelta(days=appointment)
        dossier = attrs.evolve(dossier, appointment=promised)
    at = dossier.history[-1].at
    for kind, days in steps:
        if kind in dossier.allowed:
            at += dt.timedelta(days=days)
            event = _reappointed(at, 40) if kind == "reappointed" else Event(kind, at)
            try:
                dossier = dossier.advance(event)
            except ForbiddenStepError:  # for its day
                at -= dt.timedelta(days=days)
    return dossier


def on_time_rules() -> SearchStrategy[OnTimeRule]:
    """Rules of being on time, those of the law and others."""
    other = st.builds(
        OnTimeRule,
        id=texts(),
        source=citations(),
        supplement=st.sampled_from(["restart", "resume", "subtract"]),
        most_requests=_maybe(st.integers(0, 3)),
        appointment=st.sampled_from(["first", "last"]),
        validity=_maybe(intervals()),
    )
    return st.sampled_from([DECREE, INDEX_766]) | other


def judgements() -> SearchStrategy[Judgement]:
    """Judgements of whether a dossier was on time."""
    moment = _maybe(_moments())
    return st.builds(
        Judgement,
        rule=texts(),
        on_time=_maybe(st.booleans()),
        because=st.tuples(texts(), texts()),
        end=moment,
        counted_end=moment,
        deadline=moment,
    )


def practices() -> SearchStrategy[Practice]:
    """Limits beside the days that dossiers needed."""
    limits = st.sampled_from(["3 ngày làm việc", "10 ngày làm việc", "15 ngày", "2 tuần"]).map(TimeLimit.parse)
    needed = st.lists(st.integers(0, 40), max_size=8).map(sorted).map(tuple)
    return st.builds(Practice, limit=limits, needed=needed, left_out=st.integers(0, 9))

"""Conventions (quy ước tính): what one method counts, what it leaves out and what it must be told first.

One and the same reform reads −70.3 %, −84.1 %, −81.9 % or −94.4 %, depending on whether fees count and whether the
hours of citizens have a price. So a cost never goes without its convention. A convention is a frozen value: a new
edition of a method is a new one with an id of its own, and what was computed keeps the old.
"""

import datetime as dt
from collections.abc import Iterable
from typing import Any, Literal, TypeAlias, TypeGuard, final

import attrs

from tthc._record import check
from tthc.costs.norms import Obligation, Performer
from tthc.dated import Interval
from tthc.errors import Fault
from tthc.frozen import FrozenMap
from tthc.identifiers import LegalNumber
from tthc.law import Citation

__all__ = [
    "AUSTRALIA_RBM",
    "CONVENTIONS",
    "GERMANY_ERFUELLUNGSAUFWAND",
    "INTERNATIONAL_SCM",
    "VN_TT02_2017",
    "Convention",
    "OneOff",
    "SourcePolicy",
]

OneOff: TypeAlias = Literal["every_time", "apart", "averaged"]
"""What becomes of work that is done the first time only: counted `every_time` like all other, kept `apart` from the
cost of a year, or `averaged` over a number of years."""
SourcePolicy: TypeAlias = Literal["lower_middle", "normally_efficient", "standard_tables", "not_said"]
"""Whose figure holds where sources differ: the lower middle one, that of a normally efficient business, a standard
table; `not_said` where the method does not say it."""

_SUBJECTS: frozenset[Performer] = frozenset({"subject"})


def __dir__() -> list[str]:
    return __all__


def _as_set(value: Any) -> Any:  # noqa: ANN401 - a converter: what is no set is left for check() to name
    return frozenset(value) if _is_set(value) else value


def _is_set(value: object) -> TypeGuard[set[Any]]:
    return type(value) is set


@final
@attrs.frozen(kw_only=True, repr=False)
class Convention:
    """How a cost is counted (quy ước tính chi phí tuân thủ).

    - `performers`: whose burden is counted; "subject" stands for citizens and businesses. `obligations`: duties to
      inform, substantive ones, or both.
    - `counts_fees`: fees and charges. `counts_delay`: waiting for the State. `counts_opportunity`: income forgone.
    - `prices_citizens_time`: `False` leaves the hours of citizens as hours, beside the money.
    - `removes_business_as_usual`: the share that would be done anyway is taken off; every norm must state it.
    - `overhead_on`: performers whose pay for an hour needs an overhead; a norm's own tariff contains it.
    - `one_off`, `one_off_years`: what becomes of work that is done the first time only.
    - `sources`: whose figure holds where sources differ; named here, done by `tthc.costs.resolve`.
    - `formula`: in Vietnamese and English. `citation` or `source`: who set it. `validity`: when it held.
    - `unconfirmed`: the fields that could not be read in the source itself.

    A method of one's own is a value like the others. The burden hours of the United States count hours, at fully loaded
    pay, of whoever must answer, and no fees:

    >>> burden_hours = Convention(id="us-pra", name=("Giờ gánh nặng (Hoa Kỳ)", "Paperwork burden hours (US)"),
    ...     obligations={"information"}, counts_fees=False, overhead_on={"subject"}, one_off="apart",
    ...     formula=("người trả lời × lượt × giờ", "respondents × responses × hours"), source="Paperwork Reduction Act")
    >>> burden_hours
    <Convention us-pra>
    >>> burden_hours.needs
    ('parameters.overhead',)
    """

    id: str
    name: tuple[str, str]
    formula: tuple[str, str]
    performers: frozenset[Performer] = attrs.field(default=_SUBJECTS, converter=_as_set)
    obligations: frozenset[Obligation] = attrs.field(
        default=frozenset({"information", "substantive"}), converter=_as_set
    )
    counts_fees: bool
    counts_delay: bool = False
    counts_opportunity: bool = False
    prices_citizens_time: bool = True
    removes_business_as_usual: bool = False
    overhead_on: frozenset[Performer] = attrs.field(default=frozenset(), converter=_as_set)
    one_off: OneOff
    one_off_years: int | None = None
    sources: SourcePolicy = "not_said"
    citation: Citation | None = None
    source: str = ""
    validity: Interval | None = None
    unconfirmed: tuple[str, ...] = ()
    note: str = ""

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        if not self.id:
            yield Fault("id", self.id, "a name that is not empty")
        if not self.source and self.citation is None:
            yield Fault("source", self.source, "a source, or a citation")
        if (self.one_off_years is not None) != (self.one_off == "averaged"):
            yield Fault("one_off_years", self.one_off_years, 'a number of years beside one_off="averaged" only')
        elif self.one_off_years is not None and self.one_off_years < 1:
            yield Fault("one_off_years", self.one_off_years, "1 or more")
        fields = attrs.fields_dict(Convention)
        wrong = tuple(name for name in self.unconfirmed if name not in fields)
        if wrong:
            yield Fault("unconfirmed", wrong, "names of fields")

    @property
    def tells_subjects_apart(self) -> bool:
        """Whether citizen and business are treated differently, so that it must be known who the subject is."""
        if self.counts("citizen") and not self.prices_citizens_time:
            return True
        return any(test("citizen") != test("business") for test in (self.counts, self.adds_overhead))

    def counts(self, performer: Performer) -> bool:
        """Tell whether the burden of a performer counts."""
        return _among(self.performers, performer)

    def adds_overhead(self, performer: Performer) -> bool:
        """Tell whether the pay of a performer for an hour needs an overhead."""
        return _among(self.overhead_on, performer)

    @property
    def needs(self) -> tuple[str, ...]:
        """The inputs without which it refuses, beside an hourly income for whoever's time it prices."""
        asked = (
            ("parameters.subject", self.tells_subjects_apart),
            ("norms.business_as_usual", self.removes_business_as_usual),
            ("parameters.overhead", bool(self.overhead_on)),
            ("parameters.delay", self.counts_delay),
        )
        return tuple(name for name, needed in asked if needed)

    def display(self, lang: Literal["vi", "en"] = "vi") -> str:
        """Write its name, its formula and who set it.

        >>> print(VN_TT02_2017)
        Chi phí tuân thủ thủ tục hành chính: C = T + F; C năm = C × n × q (Điều 27 Thông tư số 02/2017/TT-VPCP)
        """
        by = self.source if self.citation is None else self.citation.display(lang)
        return f"{self.name[lang == 'en']}: {self.formula[lang == 'en']} ({by})"

    def __str__(self) -> str:
        return self.display()

    def __repr__(self) -> str:
        return f"<Convention {self.id}>"


def _among(performers: frozenset[Performer], performer: Performer) -> bool:
    if performer == "subject":
        return "subject" in performers or {"citizen", "business"} <= performers
    return performer in performers or (performer != "agency" and "subject" in performers)


VN_TT02_2017 = Convention(
    id="vn-tt02-2017",
    name=("Chi phí tuân thủ thủ tục hành chính", "Compliance cost of an administrative procedure"),
    formula=("C = T + F; C năm = C × n × q", "C = T + F; C a year = C × n × q"),
    counts_fees=True,
    one_off="every_time",
    sources="lower_middle",
    citation=Citation(document=LegalNumber.parse("02/2017/TT-VPCP"), article="27"),
    validity=Interval(dt.date(2017, 10, 31)),
    unconfirmed=("prices_citizens_time", "validity"),
    note="T: cost of the work required; F: fees, charges and other prescribed costs; n: times a year; q: subjects a "
    "year. Khoản 4, on how each kind of cost is determined, could not be read. validity begins with the day of issue.",
)
"""Viet Nam: work and fees of whoever must go through a procedure; no opportunity cost, the lower middle figure."""

INTERNATIONAL_SCM = Convention(
    id="international-scm",
    name=("Mô hình chi phí chuẩn quốc tế", "International Standard Cost Model"),
    formula=("C = Σ P × Q; P = giá giờ × thời gian + mua ngoài", "C = Σ P × Q; P = tariff × time + acquisitions"),
    performers=frozenset({"business"}),
    obligations=frozenset({"information"}),
    counts_fees=False,
    removes_business_as_usual=True,
    overhead_on=frozenset({"business"}),
    one_off="apart",
    sources="normally_efficient",
    source="International Standard Cost Model Manual (SCM Network, 2004–05)",
    unconfirmed=("counts_fees", "counts_delay", "removes_business_as_usual", "overhead_on", "one_off"),
    note="Administrative burden of business: what the duties to inform cost, less what would be done anyway.",
)
"""International standard cost model: the duties of business to inform."""

GERMANY_ERFUELLUNGSAUFWAND = Convention(
    id="germany-erfuellungsaufwand",
    name=("Chi phí thực thi (Đức)", "Compliance effort, Erfüllungsaufwand (Germany)"),
    formula=("Σ (phút/60 × tiền lương) + chi phí vật chất; × số trường hợp", "Σ (minutes/60 × wage) + costs; × cases"),
    performers=frozenset({"subject", "agency"}),
    counts_fees=False,
    prices_citizens_time=False,
    removes_business_as_usual=True,
    one_off="apart",
    sources="standard_tables",
    source="Leitfaden zur Ermittlung und Darstellung des Erfüllungsaufwands (January 2025)",
    unconfirmed=("counts_fees", "counts_delay"),
    note="Wages in the tables contain the non-wage cost of labour. The hours of citizens stand beside the euros.",
)
"""Germany: citizens (in hours), business and administration; what would be done anyway is taken off."""

AUSTRALIA_RBM = Convention(
    id="australia-rbm",
    name=("Khung đo gánh nặng pháp lý (Úc)", "Regulatory Burden Measurement framework (Australia)"),
    formula=(
        "chi phí hành chính + chi phí thực chất + chi phí chậm trễ, bình quân 10 năm",
        "administrative + substantive + delay cost, averaged over 10 years",
    ),
    counts_fees=False,
    counts_delay=True,
    counts_opportunity=True,
    removes_business_as_usual=True,
    overhead_on=frozenset({"business"}),
    one_off="averaged",
    one_off_years=10,
    source="Regulatory Burden Measurement framework (Office of Impact Analysis, July 2026)",
    note="Income forgone counts in delay only. An hour of citizens is priced at the leisure rate.",
)
"""Australia: business, community organisations and individuals; delay counts, fees do not."""

CONVENTIONS: FrozenMap[str, Convention] = FrozenMap(
    {one.id: one for one in (VN_TT02_2017, INTERNATIONAL_SCM, GERMANY_ERFUELLUNGSAUFWAND, AUSTRALIA_RBM)}
)
"""The conventions that come with the library, by id."""

"""`lost_points`: which dossiers stand behind the points that an indicator lost, and why each of them."""

from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from tthc.dated import Interval
from tthc.dossiers import Dossier, OnTimeRule
from tthc.exact import format_number, round_to
from tthc.findings import Lang
from tthc.service_quality._counting import Counted, counted
from tthc.service_quality.measures import Measure
from tthc.service_quality.profiles import Profile

if TYPE_CHECKING:
    from tthc.calendar.working import WorkingCalendar

__all__ = ["Loss", "LostDossier", "lost_points"]

_MISSING: dict[str, tuple[str, str]] = {
    "received_online": ("không nộp trực tuyến", "not submitted online"),
    "with_e_result": ("chưa có kết quả điện tử", "no electronic result"),
    "digitised": ("chưa số hóa", "not digitised"),
    "reused": ("chưa dùng lại dữ liệu số hóa", "digitised data not reused"),
    "linked": ("chưa kết nối kho dữ liệu cá nhân", "not linked to a personal store"),
    "population_data": ("chưa dùng dữ liệu dân cư", "population data not used"),
    "paid_online": ("không thanh toán trực tuyến", "not paid online"),
    "content": ("bị phản ánh, kiến nghị", "complained about"),
}


def __dir__() -> list[str]:
    return __all__


class LostDossier(NamedTuple):
    """One dossier that an indicator counts below and not above: its code, its agency, and why."""

    code: str
    agency: str
    because: tuple[str, str]

    def display(self, lang: Lang = "vi") -> str:
        """Write the code and the reason."""
        return f"{self.code or '–'}: {self.because[lang == 'en']}"


class Loss(NamedTuple):
    """The points that one indicator lost, and the dossiers behind it.

    `lost` is the maximum less the score; `each` an equal share of it for every dossier, exact. An indicator that is
    full because its threshold is reached has lost nothing, and names no dossier.
    """

    indicator: str
    names: tuple[str, str]
    numerator: int
    denominator: int
    score: Fraction
    maximum: Fraction
    dossiers: tuple[LostDossier, ...]

    @property
    def lost(self) -> Fraction:
        """The points that are missing to the maximum."""
        return self.maximum - self.score

    @property
    def each(self) -> Fraction:
        """An equal share of the loss for each dossier."""
        return self.lost / len(self.dossiers) if self.dossiers else Fraction(0)

    @property
    def rows(self) -> tuple[dict[str, object], ...]:
        """Flat records, one a dossier."""
        return tuple(
            {"indicator": self.indicator, "code": item.code, "agency": item.agency, "because": item.because[0]}
            for item in self.dossiers
        )

    def display(self, lang: Lang = "vi") -> str:
        """Write the indicator and what it lost, then a line a dossier."""
        english = lang == "en"
        score, most, lost = (format_number(x, None, lang) for x in (self.score, self.maximum, self.lost))
        counts = "/".join(format_number(x, None, lang) for x in (self.numerator, self.denominator))
        words = f"lost {lost}" if english else f"mất {lost} điểm"
        head = f"{self.indicator} {self.names[english]}: {counts}, {score}/{most}, {words}"
        return "\n".join([head, *(f"  {item.display(lang)}" for item in self.dossiers)])

    def __str__(self) -> str:
        return self.display()


def lost_points(
    dossiers: Iterable[Dossier],
    *,
    profile: Profile,
    period: Interval,
    rule: OnTimeRule,
    agency: str | Callable[[Dossier], str] | None = None,
    marks: Callable[[Dossier], Iterable[str]] | None = None,
    calendar: "WorkingCalendar | None" = None,
    projected: bool = False,
) -> tuple[Loss, ...]:
    """Name the dossiers that cost points, by indicator, the greatest loss first.

    The dossiers count as in `Tally.of`, with the same arguments. Indicators that rest on marks are there only with
    `marks`; those of procedures, petitions and whole units have no dossiers behind them. One dossier may stand behind
    several indicators.
    """
    items = tuple(counted(dossiers, period, rule, agency=agency, marks=marks, calendar=calendar, projected=projected))
    found: list[Loss] = []
    for measure in profile.measures:
        if measure.per != "dossier" or not measure.numerator or measure.id in profile.exempt:
            continue
        if marks is None and any(name in _MARKED for name in (*measure.numerator, *measure.denominator)):
            continue
        below = [item for item in items if not item.names.isdisjoint(measure.denominator)]
        missed = [item for item in below if item.names.isdisjoint(measure.numerator)]
        points = profile.indicator(measure.id).score(len(below) - len(missed), len(below)) if below else None
        if points is None or points.value >= measure.maximum:
            continue
        found.append(
            Loss(
                measure.id, (measure.title("vi"), measure.title("en")), len(below) - len(missed), len(below),
                round_to(Fraction(points.value), measure.digits), measure.maximum,
                tuple(_lost(item, measure) for item in missed),
            )
        )  # fmt: skip
    return tuple(sorted(found, key=lambda loss: -loss.lost))


_MARKED = frozenset(
    {
        "with_e_result", "results_due", "digitised", "reused", "linked", "population_data", "fee_dossiers",
        "paid_online", "content",
    }
)  # fmt: skip


def _lost(item: Counted, measure: Measure) -> LostDossier:
    code = "" if item.dossier.code is None else str(item.dossier.code)
    late = item.judgement.on_time is not True
    if "settled_on_time" in measure.numerator or (late and measure.numerator == ("content",)):
        because = item.judgement.display("vi"), item.judgement.display("en")
    else:
        because = _MISSING.get(measure.numerator[0], ("không đạt", "not met"))
    return LostDossier(code, item.agency, because)

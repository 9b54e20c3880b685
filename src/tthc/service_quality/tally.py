"""`Tally` (bảng đếm): an additive count of dossiers, procedures and petitions, exact and free of order.

What several machines, days or files have counted is put together by `+`. Three sorts of counts are told apart, because
a year is not the sum of its months in everything: what happened *during* a period adds up; what was open at its
*start* is that of the first period; what is open at its *end* is that of the last one.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Literal, final

import attrs

from tthc._record import check
from tthc.dated import Interval
from tthc.errors import Fault, MalformedError, StepError, show
from tthc.exact import format_number
from tthc.findings import Lang, Report
from tthc.frozen import FrozenMap
from tthc.service_quality._periods import chains, findings, overlaps
from tthc.service_quality.counts import COUNTS, When

if TYPE_CHECKING:
    from tthc.calendar.announcements import DayReading
    from tthc.calendar.working import WorkingCalendar
    from tthc.dossiers import Dossier, OnTimeRule
    from tthc.procedures.components import Announcement

__all__ = ["Entry", "Tally"]


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen(kw_only=True)
class Entry:
    """The counts of one agency and field in one period, of one sort: `during` it, at its `start` or at its `end`.

    `agency` is a code or a name, "" where none is told apart; `period` is `None` where it is not stated. A count that
    is not there is not known, which is not 0.
    """

    agency: str = ""
    field: str = ""
    period: Interval | None = None
    when: When = "during"
    counts: FrozenMap[str, int]

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        for name, count in self.counts.items():
            if count < 0:
                yield Fault(f"counts[{show(name)}]", count, "a count of 0 or more")
            if not name:
                yield Fault("counts", name, "a name that is not empty")


def _key(entry: Entry) -> tuple[object, ...]:
    span = entry.period
    dates = (0, 0, 0) if span is None else (1, _ordinal(span.since, 0), _ordinal(span.until, 10**9))
    return entry.agency, entry.field, dates, entry.when


def _ordinal(day: dt.date | None, otherwise: int) -> int:
    return otherwise if day is None else day.toordinal()


def _merged(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Put the entries of one key together and sort them, so that equal tallies are equal values."""
    given = tuple(entries)
    if not all(type(entry) is Entry for entry in given):
        return given  # check() names what is none
    held: dict[tuple[object, ...], list[Entry]] = {}
    for entry in given:
        held.setdefault(_key(entry), []).append(entry)
    return tuple(_one(held[key]) for key in sorted(held))


def _one(entries: list[Entry]) -> Entry:
    if len(entries) == 1 and list(entries[0].counts) == sorted(entries[0].counts):
        return entries[0]
    counts: dict[str, int] = {}
    for entry in entries:
        for name, count in entry.counts.items():
            counts[name] = counts.get(name, 0) + count
    return attrs.evolve(entries[0], counts=FrozenMap({name: counts[name] for name in sorted(counts)}))


@final
@attrs.frozen(repr=False)
class Tally:
    """A count by agency, field and period (bảng đếm), which adds up: `tally + tally`, `sum`, or `Tally.merge` of many.

    Addition has no order and loses nothing; `Tally()` adds nothing. Two tallies of one agency, field and period are
    parts of one count (two machines, two files): nothing tells whether they counted the same dossier twice, so a
    dossier must be in one file only; `Tally.of` refuses one that it is given twice. Tallies of periods that follow one
    another make the count of the whole time (see `total`); periods that overlap are refused there.

    >>> left = Tally.given("H15.20", settled_on_time=3, settled_late=1)
    >>> right = Tally.given("H15.20", settled_on_time=2) + Tally.given("H15.50", settled_late=4)
    >>> both = left + right
    >>> both
    <Tally: 2 agencies, 2 entries>
    >>> both.total["settled_late"], both.select("H15.20").total["settled_on_time"]
    (5, 5)
    """

    entries: tuple[Entry, ...] = attrs.field(default=(), converter=_merged)

    def __attrs_post_init__(self) -> None:
        check(self)

    # ── making one ───────────────────────────────────────────────────────────────────────────────────────────────────

    @classmethod
    def given(cls, agency: str = "", *, field: str = "", period: Interval | None = None, **counts: int) -> "Tally":
        """Take counts that the caller has, by the names of `COUNTS`; what another index counts goes into an `Entry`.

        A count that is left out is not known: a unit without petitions states `petitions=0`. Raises `MalformedError`
        for a name that is not in `COUNTS`, as a misspelt one would be lost, and for a count below 0.
        """
        unknown = [name for name in counts if name not in COUNTS]
        refuse([Fault("counts", name, "the name of a count, as in COUNTS") for name in unknown])
        split: dict[When, dict[str, int]] = {}
        for name, count in counts.items():
            split.setdefault(COUNTS[name][2], {})[name] = count
        return cls(
            tuple(
                Entry(agency=agency, field=field, period=period, when=when, counts=FrozenMap(held))
                for when, held in split.items()
            )
        )

    @classmethod
    def of(
        cls,
        dossiers: "Iterable[Dossier]",
        *,
        period: Interval,
        rule: "OnTimeRule",
        agency: "str | Callable[[Dossier], str] | None" = None,
        field: "str | Callable[[Dossier], str]" = "",
        marks: "Callable[[Dossier], Iterable[str]] | None" = None,
        agencies: Iterable[str] = (),
        calendar: "WorkingCalendar | None" = None,
        projected: bool = False,
    ) -> "Tally":
        """Count dossiers as they stood on the last day of a period.

        Those accepted by then and not ended before the period are counted: as received (by channel, without one as
        handed in directly) or carried over, and as settled (early, on time, late) or pending (within or beyond the
        limit), judged by `rule`. The decree starts the limit again after a supplement, the index takes its time off:
        `tthc.dossiers.DECREE`, `tthc.dossiers.INDEX_766`.

        - `agency` and `field` are a text, or a function of the dossier; without one the agency is that of the
          dossier's code. `agencies` are counted too where they have no dossier: 0 is not unknown.
        - `marks` gives what else is known of a dossier: any of "e_result", "no_result" (none on paper is due),
          "digitised", "reused", "linked", "population_data", "fee", "paid_online", "complained". Without it the counts
          that rest on marks are not known.

        Raises `MalformedError` for a dossier given twice, a dossier whose agency is not known, and unknown marks.
        """
        from tthc.service_quality._counting import tallied  # noqa: PLC0415 - dossiers and calendar load with it

        return cls(
            tallied(
                dossiers, period, rule, agency=agency, field=field, marks=marks, agencies=agencies, calendar=calendar,
                projected=projected,
            )
        )  # fmt: skip

    @classmethod
    def of_announcements(
        cls,
        announcements: "Iterable[Announcement]",
        *,
        period: Interval,
        reading: "DayReading",
        agency: str = "",
        calendar: "WorkingCalendar | None" = None,
    ) -> "Tally":
        """Count the announcements signed in a period: on time or not, entered into the database on time or not.

        `reading` says whether the days of the announcement are those of the "calendar", as Nghị định 63/2010/NĐ-CP
        writes, or "working" days, as the portal counts in indicator 1.1. An announcement whose deadline is not known is
        not counted.
        """
        from tthc.service_quality._counting import announced  # noqa: PLC0415 - the calendar loads with it

        counts = announced(announcements, period, reading, calendar)
        return cls((Entry(agency=agency, period=period, counts=FrozenMap(counts)),))

    @classmethod
    def merge(cls, tallies: "Iterable[Tally]") -> "Tally":
        """Add many tallies up at once: the same as their `sum`, in linear time.

        >>> days = [Tally.given(f"H{n % 3}", settled_late=1) for n in range(30)]
        >>> Tally.merge(days) == sum(days)
        True
        """
        return cls(tuple(entry for tally in tallies for entry in tally))

    # ── adding ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def __add__(self, other: object) -> "Tally":
        return Tally(self.entries + other.entries) if isinstance(other, Tally) else NotImplemented

    def __radd__(self, other: object) -> "Tally":
        return self if other == 0 and type(other) is int else NotImplemented

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    # ── reading ──────────────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def agencies(self) -> tuple[str, ...]:
        """The agencies, in the order of their codes."""
        return tuple(dict.fromkeys(entry.agency for entry in self.entries))

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields, in the order of their names."""
        return tuple(sorted({entry.field for entry in self.entries}))

    def select(self, agency: str | None = None, *, field: str | None = None) -> "Tally":
        """Return the part of an agency and of all below it ("H15" holds "H15.20"), or of a field."""
        return Tally(
            tuple(
                entry
                for entry in self.entries
                if (agency is None or entry.agency == agency or entry.agency.startswith(f"{agency}."))
                and (field is None or entry.field == field)
            )
        )

    def by(self, axis: Literal["agency", "field"]) -> FrozenMap[str, "Tally"]:
        """Return the parts by agency or by field; they add up to the whole."""
        parts: dict[str, list[Entry]] = {}
        for entry in self.entries:
            parts.setdefault(entry.agency if axis == "agency" else entry.field, []).append(entry)
        return FrozenMap({name: Tally(tuple(parts[name])) for name in sorted(parts)})

    @property
    def total(self) -> FrozenMap[str, int]:
        """Return the counts of the whole: what happened during all periods, open at the first start and the last end.

        First and last go by agency and field. Raises `StepError` where periods of one agency and field overlap, so
        that something is counted twice.

        >>> months = [Interval.through(dt.date(2026, m, 1), dt.date(2026, m, 28)) for m in (1, 2)]
        >>> first = Tally.given("A", period=months[0], carried_over=1, settled_on_time=5, pending_in_time=4)
        >>> then = Tally.given("A", period=months[1], carried_over=4, settled_on_time=4, pending_in_time=0)
        >>> year = (then + first).total
        >>> year["settled_on_time"], year["pending_in_time"], year["carried_over"]
        (9, 0, 1)
        """
        counts: dict[str, int] = {}
        for entries in chains(self.entries):
            spans = [entry.period for entry in entries]
            for before, after in overlaps(spans):
                raise StepError("add up", entries[0].agency or "tally", f"the periods overlap: {before}; {after}")
            first, last = spans[0], spans[-1]
            for entry in entries:
                if entry.when == "during" or entry.period == (first if entry.when == "start" else last):
                    for name, count in entry.counts.items():
                        counts[name] = counts.get(name, 0) + count
        return FrozenMap({name: counts[name] for name in sorted(counts)})

    @property
    def report(self) -> Report:
        """What does not fit together: dossiers received against settled and pending, one period's end and the next."""
        return Report(tuple(findings(self.entries)))

    @property
    def rows(self) -> tuple[dict[str, object], ...]:
        """Flat records, one a count."""
        return tuple(
            {
                "agency": entry.agency,
                "field": entry.field,
                "since": entry.period and entry.period.since,
                "last_day": entry.period and entry.period.last_day,
                "when": entry.when,
                "count": name,
                "value": value,
            }
            for entry in self.entries
            for name, value in entry.counts.items()
        )

    def display(self, lang: Lang = "vi") -> str:
        """Write the counts of the whole, a line each; where periods overlap there is no whole, but the findings."""
        english = lang == "en"
        lines = [("Bảng đếm", "Tally")[english]]
        try:
            counts = self.total
        except StepError:
            return "\n".join([*lines, *(f"  {finding.text(lang)}" for finding in self.report)])
        ordered = [name for name in (*COUNTS, *counts) if name in counts]
        for name in dict.fromkeys(ordered):
            words = COUNTS[name][english] if name in COUNTS else name
            lines.append(f"  {words}: {format_number(counts[name], None, lang)}")
        return "\n".join(lines)

    def __str__(self) -> str:
        return self.display()

    def __repr__(self) -> str:
        units, n = len(self.agencies), len(self.entries)
        return f"<Tally: {units} agenc{'y' if units == 1 else 'ies'}, {n} entr{'y' if n == 1 else 'ies'}>"


def refuse(faults: list[Fault]) -> None:
    """Raise what is wrong with what is to be counted, all of it."""
    if faults:
        raise MalformedError("Tally", tuple(faults))

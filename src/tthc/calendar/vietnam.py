"""`VIETNAM`: the working days of Viet Nam's public sector (cán bộ, công chức, viên chức), 2010 to 2036.

Up to 2026 every day off and make-up day is one that was decided (`_vietnam_days`). From 2027 on a day is certain or
open, each by itself:

- The days that the law fixes are certain: 1/1, Giỗ Tổ (10/3 of the lunar calendar), 30/4, 1/5, 2/9, 24/11, and the
  working day after that makes up for one of them on a weekly rest day (Article 111.3 of the Labour Code 2019).
- Tết is five days that the Prime Minister places each year (Article 112.3). All decisions since 2014 took one of two
  ways: one day before New Year's Day and four from it on, or two before and three from it on. The days that both have
  in common are certain, the others open. As things stand it is two and three, unless the second day before is a weekly
  rest day: so it was decided in each of these years but 2014.
- The second day of the National Day is 1/9 or 3/9. As things stand it is the one that makes the longest run of days
  off, then the one that needs the fewest compensations, then 1/9: so it was decided in each year since 2021.
- Swaps are open where they are proposed. One that nobody has proposed is not foreseen.

Where both ways lead to the same working days, nothing is open.
"""

import datetime as dt

import attrs

from tthc.calendar import _lunar, _vietnam_days
from tthc.calendar.days import DayOff, MakeUpDay, OpenChange
from tthc.calendar.working import WorkingCalendar

__all__ = ["VIETNAM"]

_REST = frozenset({5, 6})
_ONE = dt.timedelta(days=1)
_LAW, _MADE_UP = _vietnam_days.SOURCES["L19"], _vietnam_days.SOURCES["L19c"]


def __dir__() -> list[str]:
    return __all__


def _decided() -> tuple[list[DayOff], list[MakeUpDay]]:
    days_off: list[DayOff] = []
    make_up_days: list[MakeUpDay] = []
    for line in _vietnam_days.ROWS.strip().splitlines():
        day, kind, what, keys = (cell.strip() for cell in line.split("|"))
        date, decision = dt.date.fromisoformat(day), "; ".join(_vietnam_days.SOURCES[key] for key in keys.split())
        match kind:
            case "make-up":
                make_up_days.append(MakeUpDay(date, dt.date.fromisoformat(what), decision=decision))
            case "swapped":
                days_off.append(DayOff(date, kind="swapped", decision=decision))
            case "holiday":
                days_off.append(DayOff(date, name=_vietnam_days.NAMES[what], decision=decision))
            case _:
                days_off.append(DayOff(date, kind="compensation", name=_vietnam_days.NAMES[what], decision=decision))
    return days_off, make_up_days


def _holidays(days: dict[dt.date, str], decision: str = _LAW) -> dict[dt.date, DayOff]:
    """Return holidays, given by their names in `_vietnam_days`, and the days that make up for those on rest days."""
    names = {day: _vietnam_days.NAMES[days[day]] for day in sorted(days)}
    found = {day: DayOff(day, name=name, decision=decision) for day, name in names.items()}
    for day, name in names.items():
        if day.weekday() in _REST:
            off = day
            while off.weekday() in _REST or off in found:
                off += _ONE
            found[off] = DayOff(off, kind="compensation", name=name, decision=_MADE_UP)
    return found


def _tet(first: dt.date, before: int) -> dict[dt.date, DayOff]:
    """Return Tết as five days, `before` of them before New Year's Day (mùng 1), and what makes up for them."""
    days = [first + (n - before) * _ONE for n in range(5)]
    return _holidays(dict.fromkeys(days, "tet"), f"{_LAW}; chưa có quyết định của năm {first.year}")


def _standing_tet(first: dt.date) -> int:
    """Return how many days of Tết are before New Year's Day, as things stand."""
    return 1 if (first - 2 * _ONE).weekday() in _REST else 2


def _national(year: int, second: int) -> dict[dt.date, DayOff]:
    """Return 2/9 and the other day of September, and what makes up for them."""
    days = _holidays({dt.date(year, 9, day): "national" for day in (2, second)})
    open_day = dt.date(year, 9, second)
    days[open_day] = attrs.evolve(days[open_day], decision=f"{_LAW}; chưa có quyết định của năm {year}")
    return days


def _standing_national(year: int) -> int:
    """Return the day of September that is off beside 2/9, as things stand."""

    def worth(second: int) -> tuple[int, int, int]:
        days = _national(year, second)
        first = last = dt.date(year, 9, 2)
        while first - _ONE in days or (first - _ONE).weekday() in _REST:
            first -= _ONE
        while last + _ONE in days or (last + _ONE).weekday() in _REST:
            last += _ONE
        return (first - last).days, len(days), second

    return min(1, 3, key=worth)


def _change(
    name: str, condition: tuple[str, str], standing: dict[dt.date, DayOff], other: dict[dt.date, DayOff]
) -> list[OpenChange]:
    """Return the change from one placement of a holiday to the other, or nothing where offices do not notice it."""
    if {day for day in standing if day.weekday() not in _REST} == {day for day in other if day.weekday() not in _REST}:
        return []
    return [
        OpenChange(
            name=name,
            condition=condition,
            days_off=tuple(row for day, row in other.items() if standing.get(day) != row),
            ordinary=tuple(day for day in standing if day not in other),
            source=f"{_LAW}: Thủ tướng Chính phủ quyết định hằng năm",
        )
    ]


def _foreseen(year: int) -> tuple[list[DayOff], list[OpenChange]]:
    """Return the days off of a year without decisions, as things stand, and what is open about them."""
    (tet_month, tet_day), hung_kings = _lunar.DAYS[year]
    fixed = {(1, 1): "new-year", hung_kings: "hung-kings", (4, 30): "victory", (5, 1): "labour"}
    days = _holidays({dt.date(year, *day): name for day, name in fixed.items()})
    days |= _holidays({dt.date(year, 11, 24): "culture"}, _vietnam_days.SOURCES["N28"])

    first = dt.date(year, tet_month, tet_day)
    before = _standing_tet(first)
    tet, other_tet = _tet(first, before), _tet(first, 3 - before)
    span = f"{first - (3 - before) * _ONE:%d/%m}–{first + (1 + before) * _ONE:%d/%m/%Y}"
    placed = (
        f"nếu Tết Nguyên đán {year} nghỉ {3 - before} ngày trước và {2 + before} ngày từ mùng 1 ({span})",
        f"if the Tết of {year} is {3 - before} before and {2 + before} from New Year's Day on ({span})",
    )
    second = _standing_national(year)
    national, other_national = _national(year, second), _national(year, 4 - second)
    both = f"02/09 và 0{4 - second}/09", f"02/09 and 0{4 - second}/09"
    moved = f"nếu Quốc khánh {year} nghỉ {both[0]}", f"if the National Day of {year} is {both[1]}"
    changes = _change(f"tet-{year}", placed, tet, other_tet)
    changes += _change(f"national-day-{year}", moved, national, other_national)
    return [*days.values(), *tet.values(), *national.values()], changes


def _swap() -> OpenChange:
    off, made_up = dt.date(2026, 11, 23), dt.date(2026, 11, 28)
    return OpenChange(
        name="swap-2026-11-23",
        condition=(
            "nếu hoán đổi 23/11 ↔ 28/11/2026 được quyết định",
            "if the swap of 23/11 for 28/11/2026 is decided",
        ),
        days_off=(DayOff(off, kind="swapped"),),
        make_up_days=(MakeUpDay(made_up, off),),
        source="đề xuất, nêu ngày 06/09/2026; chưa thấy quyết định",
    )


def _vietnam() -> WorkingCalendar:
    days_off, make_up_days = _decided()
    changes = [_swap()]
    for year in _lunar.DAYS:
        days, open_changes = _foreseen(year)
        days_off += days
        changes += open_changes
    return WorkingCalendar(
        name="Việt Nam, khu vực công",
        first=dt.date(_vietnam_days.FIRST_YEAR, 1, 1),
        last=dt.date(max(_lunar.DAYS), 12, 31),
        rest_weekdays=_REST,
        days_off=tuple(days_off),
        make_up_days=tuple(make_up_days),
        open_changes=tuple(changes),
    )


VIETNAM = _vietnam()
"""The calendar of bodies with a two-day weekend, 2010 to 2036; local days are for callers to add."""

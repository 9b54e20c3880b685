"""The lunisolar days of the calendar, computed anew from the positions of the moon and the sun at UTC+7.

The formulas are those of J. Meeus, *Astronomical Algorithms* (2nd edition): chapter 49 for the new moons (good to some
seconds here), chapter 25 for the longitude of the sun (to 0.01 degrees, a quarter of an hour). A lunar month begins on
the day of a new moon; the month of the winter solstice is the eleventh; of thirteen months between two of these, the
first in which the sun enters no new sign of 30 degrees is a leap month. Nothing of it is taken from another library.
"""

import datetime as dt
import functools
import math

import pytest

from tthc.calendar import VIETNAM, _lunar

VIETNAM_ZONE, CHINA_ZONE = 7, 8
YEARS = range(2010, 2037)

# Coefficients of sin(m·M + p·M' + f·F), times E to the power of |m|: chapter 49, new moon.
_PERIODIC = (
    (-0.40720, 0, 1, 0), (0.17241, 1, 0, 0), (0.01608, 0, 2, 0), (0.01039, 0, 0, 2), (0.00739, -1, 1, 0),
    (-0.00514, 1, 1, 0), (0.00208, 2, 0, 0), (-0.00111, 0, 1, -2), (-0.00057, 0, 1, 2), (0.00056, 1, 2, 0),
    (-0.00042, 0, 3, 0), (0.00042, 1, 0, 2), (0.00038, 1, 0, -2), (-0.00024, -1, 2, 0),
)  # fmt: skip
_PLANETARY = (
    (299.77, 0.107408, 325), (251.88, 0.016321, 165), (251.83, 26.651886, 164), (349.42, 36.412478, 126),
    (84.66, 18.206239, 110), (141.74, 53.303771, 62), (207.14, 2.453732, 60), (154.84, 7.306860, 56),
    (34.52, 27.261239, 47), (207.19, 0.121824, 42), (291.34, 1.844379, 40), (161.72, 24.198154, 37),
    (239.56, 25.513099, 35), (331.55, 3.592518, 23),
)  # fmt: skip


def _sin(degrees: float) -> float:
    return math.sin(math.radians(degrees))


def _new_moon(k: int) -> float:
    """Return the moment of new moon k (0 is that of 6 January 2000) as a Julian day of dynamical time."""
    t = k / 1236.85
    e = 1 - 0.002516 * t - 0.0000074 * t**2
    sun = 2.5534 + 29.10535670 * k - 0.0000014 * t**2
    moon = 201.5643 + 385.81693528 * k + 0.0107582 * t**2
    latitude = 160.7108 + 390.67050284 * k - 0.0016118 * t**2
    node = 124.7746 - 1.56375588 * k + 0.0020672 * t**2
    mean = 2451550.09766 + 29.530588861 * k + 0.00015437 * t**2
    periodic = sum(c * e ** abs(m) * _sin(m * sun + p * moon + f * latitude) for c, m, p, f in _PERIODIC)
    planetary = sum(c * 1e-6 * _sin(at + rate * k) for at, rate, c in _PLANETARY)
    return mean + periodic + planetary - 0.00017 * _sin(node)


def _sun(moment: float) -> float:
    """Return the apparent longitude of the sun in degrees."""
    t = (moment - 2451545) / 36525
    mean = 280.46646 + 36000.76983 * t + 0.0003032 * t**2
    anomaly = 357.52911 + 35999.05029 * t - 0.0001537 * t**2
    centre = (1.914602 - 0.004817 * t) * _sin(anomaly) + 0.019993 * _sin(2 * anomaly) + 0.000289 * _sin(3 * anomaly)
    return (mean + centre - 0.00569 - 0.00478 * _sin(125.04 - 1934.136 * t)) % 360


def _ahead(moment: float) -> float:
    """Return by how many days dynamical time is ahead of universal time (Espenak and Meeus, for 2005 to 2050)."""
    t = (moment - 2451545) / 365.25
    return (62.92 + 0.32217 * t + 0.005589 * t**2) / 86400


def _local(moment: float, zone: int) -> float:
    """Return the ordinal of the local day, with the part of the day that is over."""
    return moment - _ahead(moment) + zone / 24 - 1721424.5


def _sign(day: int, zone: int) -> int:
    """Return the sign, 0 to 11, in which the sun stands when a local day begins; the winter solstice opens sign 9."""
    midnight = day + 1721424.5 - zone / 24
    return math.floor(_sun(midnight + _ahead(midnight)) / 30)


def _begins(k: int, zone: int) -> int:
    return math.floor(_local(_new_moon(k), zone))


@functools.cache
def _eleventh(year: int, zone: int) -> int:
    """Return the new moon with which the eleventh month of a year begins."""
    k = math.floor((year - 2000) * 12.3685) + 14
    while _sign(_begins(k, zone), zone) not in {7, 8}:  # begins in the two signs before the solstice …
        k -= 1
    while _sign(_begins(k + 1, zone), zone) < 9:  # … and the next one after it
        k += 1
    return k


def _months(year: int, zone: int) -> dict[int, int]:
    """Return the ordinals of the first days of the months that are no leap months, by number."""
    first, last = _eleventh(year - 1, zone), _eleventh(year, zone)
    found: dict[int, int] = {}
    number, leap = 11, last - first == 13
    for k in range(first, last):
        begins, ends = _begins(k, zone), _begins(k + 1, zone)
        if leap and k > first and _sign(begins, zone) == _sign(ends, zone):
            leap = False
            continue
        found[number] = begins
        number = number % 12 + 1
    return found


def _tet(year: int, zone: int = VIETNAM_ZONE) -> dt.date:
    return dt.date.fromordinal(_months(year, zone)[1])


def _hung_kings(year: int, zone: int = VIETNAM_ZONE) -> dt.date:
    return dt.date.fromordinal(_months(year, zone)[3] + 9)


@pytest.mark.parametrize("year", _lunar.DAYS)
def test_the_table_is_that_of_sun_and_moon(year: int) -> None:
    tet, hung_kings = (dt.date(year, *day) for day in _lunar.DAYS[year])
    assert tet == _tet(year)
    assert hung_kings == _hung_kings(year)


@pytest.mark.parametrize("year", YEARS)
def test_the_days_off_are_those_of_sun_and_moon(year: int) -> None:
    def holidays(name: str) -> set[dt.date]:
        rows = (row for row in VIETNAM.days_off if row.date.year == year and row.kind == "holiday")
        return {row.date for row in rows if row.name == name}

    assert holidays("Giỗ Tổ Hùng Vương") == {_hung_kings(year)}
    assert _tet(year) in holidays("Tết Nguyên đán")
    assert _tet(year) - dt.timedelta(days=1) in holidays("Tết Nguyên đán")


def test_tables_for_china_are_wrong_for_viet_nam() -> None:
    differing = {year for year in range(2000, 2060) if _tet(year) != _tet(year, CHINA_ZONE)}
    assert differing == {2007, 2030, 2053}
    assert (_tet(2030), _tet(2030, CHINA_ZONE)) == (dt.date(2030, 2, 2), dt.date(2030, 2, 3))


def test_no_decisive_moment_is_near_midnight() -> None:
    """The formulas are good to some seconds (moon): a new moon nearer to midnight would decide nothing."""
    for year in _lunar.DAYS:
        first = _eleventh(year - 1, VIETNAM_ZONE)
        opening = {_begins(k, VIETNAM_ZONE): k for k in range(first, first + 14)}
        for number in (1, 3):
            moment = _local(_new_moon(opening[_months(year, VIETNAM_ZONE)[number]]), VIETNAM_ZONE) % 1
            assert 10 / 1440 < moment < 1 - 10 / 1440, (year, number)


def test_holidays_has_the_same_days() -> None:
    calendar = pytest.importorskip("holidays.calendars.chinese")
    theirs = calendar._ChineseLunisolar(calendar.VIETNAMESE_CALENDAR)
    for year in range(1990, 2100):
        assert theirs.lunar_new_year_date(year)[0] == _tet(year)
        assert theirs.hung_kings_date(year)[0] == _hung_kings(year)

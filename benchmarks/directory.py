"""The directory of agencies: building one of 4,000 bodies, and finding one of them by its name.

Thirty-four provinces with fifteen offices each, and communes below them: names of the length of real ones, many of them
borne by more than one body, so that places and bodies above decide. The goals are those of the project's plan for a
directory; they are times of this machine, as there is nothing to stand beside.
"""

import datetime as dt
import itertools
from collections.abc import Iterator

from benchmarks import Measure, Row
from tthc.agencies import Agency, AgencyDirectory, Reorganisation, Territory
from tthc.dated import Interval
from tthc.identifiers import AgencyCode, UnitCode
from tthc.text import search_key

__all__ = ["make", "rows"]

BEGIN, DAY = dt.date(2025, 7, 1), dt.date(2026, 11, 22)
_FIELDS = (
    "Tư pháp", "Tài chính", "Nội vụ", "Xây dựng", "Y tế", "Giáo dục và Đào tạo", "Khoa học và Công nghệ",
    "Nông nghiệp và Môi trường", "Văn hóa, Thể thao và Du lịch", "Công Thương", "Dân tộc và Tôn giáo", "Ngoại vụ",
    "Thanh tra", "Du lịch", "An toàn thực phẩm",
)  # fmt: skip
_FIRST = ("Tân", "Phú", "Hòa", "An", "Bình", "Long", "Vĩnh", "Thạnh", "Mỹ", "Đông")
_SECOND = ("Tiến", "Lộc", "Bình", "Khánh", "Thành", "Sơn", "Hưng", "Phước", "Lợi", "Hải", "Xuân")


def rows(measure: Measure) -> Iterator[Row]:
    agencies, events = make()
    (build,) = measure.best(lambda: AgencyDirectory(agencies, events, as_of=DAY))
    yield Row("11", f"build a directory of {len(agencies):,} agencies", build, at_most=0.5, unit="s")
    directory = AgencyDirectory(agencies, events, as_of=DAY)
    # Each name once in turn, more of them than are remembered: nothing is found because it was just asked for.
    names = [
        f"{agency.name} {directory.ancestors(agency, on=DAY)[0].territory}"
        for agency in agencies
        if agency.parent is not None
    ]
    asked = (
        ("a name with its place", names, 20),
        ("such a name without marks", [search_key(name) for name in names], 20),
        ("a code", [str(agency.code) for agency in agencies if agency.parent is not None], 20),
        ("a name with the body above it", [f"Sở Tư pháp - UBND {place}" for place in map(_place, range(1, 35))], None),
    )
    for what, texts, goal in asked:
        turn = itertools.cycle(texts)
        (taken,) = measure.best(lambda turn=turn: directory.resolve(next(turn), on=DAY))  # type: ignore[misc]
        yield Row("11", f"resolve {what}, among {len(agencies):,}", taken * 1e6, at_most=goal, unit="us")
    nobody = itertools.cycle([f"Cơ quan chức năng số {n} do Ủy ban nhân dân cấp tỉnh chỉ định" for n in range(2_000)])
    (taken,) = measure.best(lambda: directory.status(next(nobody), DAY))
    yield Row("11", "the status of a name that nobody bears", taken * 1e6, unit="us")


def _place(n: int) -> Territory:
    return Territory(name=f"Tân {_SECOND[n % 11]} {n}", type="province", code=UnitCode(f"{n:02}"))


def make() -> tuple[tuple[Agency, ...], tuple[Reorganisation, ...]]:
    """Build the agencies, and the events in which each province took in another."""
    agencies: list[Agency] = []
    events: list[Reorganisation] = []
    for n in range(1, 35):
        code, gone = AgencyCode((f"H{n:02}",)), AgencyCode((f"H{n + 34:02}",))
        place = _place(n)
        name = f"Ủy ban nhân dân {place}"
        old, new = Interval(None, BEGIN), Interval(BEGIN)
        for held, span, called in ((code, old, name), (gone, old, f"{name} cũ"), (code, new, name)):
            agencies.append(
                Agency(
                    code=held, name=called, level="provincial", kind="peoples_committee", territory=place, validity=span
                )
            )
        events.append(Reorganisation(kind="merge", date=BEGIN, sources=(code, gone), results=(code,)))
        for i, field in enumerate(_FIELDS, 1):
            agencies.append(
                Agency(
                    code=AgencyCode((f"H{n:02}", f"{i}")),
                    name=f"Sở {field}",
                    level="provincial",
                    kind="specialised_department",
                    parent=code,
                    validity=new,
                )
            )
        for i in range(100):
            ward = Territory(
                name=f"{_FIRST[i % 10]} {_SECOND[i // 10]} {_SECOND[n % 11]}",
                type="commune",
                code=UnitCode(f"{n:02}{i + 1:03}"),
            )
            agencies.append(
                Agency(
                    code=AgencyCode((f"H{n:02}", f"{i + 100}")),
                    name=f"Ủy ban nhân dân {ward}",
                    aliases=(f"UBND {ward}",),
                    level="commune",
                    kind="peoples_committee",
                    parent=code,
                    territory=ward,
                    validity=new,
                )
            )
    return tuple(agencies), tuple(events)

"""Groups: members on a day, names, what is refused."""

import datetime as dt
from typing import Any

import pytest

from tthc.dated import Dated, Interval
from tthc.errors import MalformedError
from tthc.rankings import Group

LEFT = Interval(None, dt.date(2020, 1, 1))
BACK = Interval(dt.date(2024, 1, 1))


def make(*members: Any, **fields: Any) -> Group:
    return Group(**{"name": "EU", "vi": "Liên minh châu Âu", "en": "European Union", **fields}, membership=members)


def test_members_come_and_go() -> None:
    group = make(Dated("GBR", LEFT), Dated("FRA"), Dated("GBR", BACK))
    assert group.members(dt.date(2019, 12, 31)) == ("GBR", "FRA")
    assert group.members(dt.date(2020, 1, 1)) == ("FRA",)
    assert group.members(dt.date(2024, 1, 1)) == ("FRA", "GBR")
    assert repr(group) == "<Group EU: 2 members>"
    assert (str(group), group.label(), group.label("en")) == (
        "Liên minh châu Âu",
        "Liên minh châu Âu",
        "European Union",
    )


@pytest.mark.parametrize(
    ("members", "fields", "expected"),
    [
        ((), {"name": "", "vi": "", "en": ""}, ["name: expected a name, got ''", "vi: expected a name, got ''",
                                                "en: expected a name, got ''"]),
        ((Dated("A"), Dated("A", BACK)), {},
         ["membership[1]: expected a span that no other span of A overlaps, "
          "got Dated(value='A', interval=Interval(since=datetime.date(2024, 1, 1), until=None))"[:137]]),
        ((Dated(""), Dated(3)), {}, ["membership[0]: expected the code or name of a unit, got ''",
                                     "membership[1]: expected the code or name of a unit, got 3"]),
        (("A",), {}, ["membership[0]: expected Dated, got 'A'"]),
    ],
)  # fmt: skip
def test_what_is_no_group(members: Any, fields: Any, expected: list[str]) -> None:
    with pytest.raises(MalformedError) as caught:
        make(*members, **fields)
    found = list(map(str, caught.value.faults))
    assert len(found) == len(expected)
    assert all(one.startswith(other[:80]) for one, other in zip(found, expected, strict=True))

"""Late results: the rule of 2018, and none that is confirmed since 2025."""

import datetime as dt
from typing import Any

import pytest

from tthc.calendar import APOLOGY_RULES, ApologyRule, TimeLimit, apology_rule, due
from tthc.errors import MalformedError

RULE = APOLOGY_RULES[0].value


@pytest.mark.parametrize(
    ("on", "known"),
    [
        (dt.date(2018, 6, 20), False),
        (dt.date(2018, 6, 21), True),
        (dt.date(2025, 6, 30), True),
        (dt.date(2025, 7, 1), False),
    ],
)
def test_the_law_of_the_day(on: dt.date, known: bool) -> None:
    assert apology_rule(on) == (RULE if known else None)


def test_the_rule() -> None:
    assert str(RULE.citation) == "khoản 9 Điều 19 Nghị định số 61/2018/NĐ-CP"
    assert RULE.apology_by(due(dt.date(2020, 8, 25), TimeLimit.parse("5 ngày làm việc"))) == dt.date(2020, 8, 31)
    assert RULE.apology_by(dt.date(2020, 8, 31)) == dt.date(2020, 8, 30)  # a Sunday: nothing moves it
    assert RULE.apology_by(due(dt.date(2020, 8, 25), TimeLimit.parse("không quy định"))) is None
    assert [RULE.may_set_new_date(n) for n in range(3)] == [True, False, False]


@pytest.mark.parametrize("field", ["days_before", "new_dates"])
@pytest.mark.parametrize("value", [-1, True, 1.0])
def test_malformed(field: str, value: Any) -> None:
    fields = {"days_before": 1, "new_dates": 1, "citation": RULE.citation, field: value}
    with pytest.raises(MalformedError, match=f"{field}: expected"):
        ApologyRule(**fields)

"""Group figures, with the published ones of APCI for 2018 and 2020 (news reports of the release, retyped)."""

from fractions import Fraction
from typing import Any

import attrs
import pytest

from tthc.costs import GroupChange, GroupEdition, GroupFigures, WhyIncomparable
from tthc.errors import IncomparableError, MalformedError, MissingInputError, NotFoundError
from tthc.exact import percent, round_to
from tthc.money import Money

APCI_2018 = GroupEdition(
    index="APCI",
    year=2018,
    of=8,
    ranked_by="total_cost",
    means={"total_cost": Money(12_700_000)},
    source="công bố APCI 2018",
    figures=(
        GroupFigures(group="thuế", hours=Fraction(29, 10), total_cost=Money(73_750)),
        GroupFigures(group="khởi sự", hours=Fraction(105, 10), total_cost=Money(720_700)),
        GroupFigures(group="hải quan", hours=Fraction(121, 10), total_cost=Money(3_500_000)),
        GroupFigures(group="đầu tư", hours=125, total_cost=Money(8_000_000)),
        GroupFigures(group="xây dựng", hours=Fraction(1039, 10), total_cost=Money(64_100_000)),
        GroupFigures(group="đất đai"),
    ),
)
APCI_2020 = GroupEdition(
    index="APCI",
    year=2020,
    of=9,
    ranked_by="points",
    source="công bố APCI 2020",
    figures=(
        GroupFigures(
            group="thuế",
            hours=Fraction(38, 10),
            direct_cost=Money(11_600),
            total_cost=Money(267_000),
            points_change=Fraction(56, 10),
        ),
        GroupFigures(group="kiểm tra chuyên ngành", points_change=5),
        GroupFigures(group="khởi sự", direct_cost=Money(952_000)),
        GroupFigures(group="xây dựng", direct_cost=Money(25_270_000)),
    ),
)


def test_published_figures() -> None:
    assert round_to(percent(APCI_2018.to_mean("thuế", "total_cost"), 1), 2) == Fraction("0.58")
    assert round_to(percent(APCI_2018.to("thuế", "xây dựng", "total_cost"), 1), 2) == Fraction("0.12")
    assert APCI_2018.mean("total_cost") == 12_700_000
    assert APCI_2020["thuế"].points is None  # a change is published, and points are not computed from it
    assert APCI_2020["thuế"].points_change == Fraction("5.6")


def test_an_hour_was_not_counted_alike() -> None:
    low, most = APCI_2018["thuế"].implied_tariff or (None, None)
    assert (low, round_to(most or 0)) == (0, 25_431)
    once, twice = APCI_2020["thuế"].implied_tariff or (None, None)
    assert once == twice
    assert round_to(once or 0) == 67_211
    assert APCI_2020["khởi sự"].implied_tariff is None
    assert GroupFigures(group="x", total_cost=Money(1)).implied_tariff is None


def test_editions_are_not_comparable() -> None:
    change = APCI_2018.changes(APCI_2020, "total_cost")[0]
    assert (change.group, change.before, change.after, change.comparable) == ("thuế", 73_750, 267_000, False)
    assert [reason.what for reason in change.reasons] == ["definition", "tariff"]
    assert str(change) == (
        "thuế, tổng chi phí: 73.750 → 267.000 (không so sánh được: chưa rõ hai kỳ có cùng định nghĩa hay không; "
        "giá một giờ suy ra là tối đa 25.431 và ít nhất 67.211)"
    )
    assert change.display("en").endswith("an hour was counted at 25,431 at most and at 67,211 at least)")
    with pytest.raises(IncomparableError, match="another definition"):
        _ = change.change


def test_every_reason_is_told() -> None:
    def reasons(before: GroupEdition, after: GroupEdition, group: str, by: Any, **kw: Any) -> list[str]:
        return [reason.what for reason in before.incomparable(after, group, by, **kw)]

    assert reasons(APCI_2018, APCI_2020, "đầu tư", "hours") == ["definition", "group"]
    assert reasons(APCI_2018, APCI_2020, "khởi sự", "total_cost") == ["definition", "measure"]
    assert reasons(APCI_2018, APCI_2020, "thuế", "hours") == ["definition"]
    assert reasons(APCI_2018, APCI_2020, "thuế", "total_cost", tolerance=2) == ["definition"]
    one = attrs.evolve(APCI_2018, definition="A")
    assert reasons(one, attrs.evolve(APCI_2020, definition="A"), "thuế", "hours") == []
    two = attrs.evolve(APCI_2020, definition="B")
    assert one.incomparable(two, "thuế", "hours")[0].en == "two definitions"
    other = GroupEdition(
        index="SCM", year=2018, figures=(GroupFigures(group="thuế", hours=1, total_cost=Money(9, "USD")),)
    )
    assert reasons(APCI_2018, other, "thuế", "total_cost") == ["index", "currency"]
    assert reasons(APCI_2018, other, "thuế", "hours") == ["index"]
    assert reasons(APCI_2018, APCI_2018, "đất đai", "hours") == ["measure", "measure"]
    with pytest.raises(TypeError):
        APCI_2018.incomparable(APCI_2020, "thuế", "hours", tolerance=0.5)  # type: ignore[arg-type]


def test_a_change_that_may_be_read() -> None:
    after = attrs.evolve(APCI_2018, figures=(attrs.evolve(APCI_2018.figures[0], hours=2),))
    change = APCI_2018.changes(after, "hours")[0]
    assert (change.change, change.comparable) == (Fraction(-9, 10), True)
    assert str(change) == "thuế, thời gian (giờ): 2,9 → 2"
    gone = APCI_2018.changes(after, "hours")[1]
    assert gone.display("en").startswith("khởi sự, time (hours): 10.5 → – (not comparable: no such group in 2018")
    with pytest.raises(MissingInputError, match="not published for khởi sự"):
        _ = gone.change
    new = after.changes(APCI_2018, "hours")[1]
    assert new.before is None


def test_ranks_are_by_what_the_publisher_ranks_by() -> None:
    ranking = APCI_2018.ranking()
    assert list(ranking)[:2] == ["thuế", "khởi sự"]
    assert (ranking.rank("xây dựng"), ranking.rank("đất đai")) == (5, None)
    assert ranking["đất đai"].reason == "chưa công bố"
    assert ranking.name == "APCI 2018, tổng chi phí"
    assert APCI_2018.ranking("hours").rank("đầu tư") == 5
    assert APCI_2020.ranking().ranked == 0
    scored = GroupEdition(
        index="APCI", year=2020, figures=(GroupFigures(group="a", points=70), GroupFigures(group="b", points=90))
    )
    assert scored.ranking("points").rank("b") == 1
    with pytest.raises(MissingInputError, match="does not say what it ranks by"):
        scored.ranking()


def test_shares_want_every_group() -> None:
    whole = GroupEdition(
        index="x",
        year=1,
        figures=(
            GroupFigures(group="a", hours=1, direct_cost=Money(0)),
            GroupFigures(group="b", hours=3, direct_cost=Money(0)),
        ),
    )
    assert dict(whole.shares("hours")) == {"a": Fraction(1, 4), "b": Fraction(3, 4)}
    assert whole.mean("hours") == 2
    assert whole.to_mean("b", "hours") == Fraction(3, 2)
    with pytest.raises(MissingInputError, match="2 groups of APCI 2018 are not given"):
        APCI_2018.shares("hours")
    with pytest.raises(MissingInputError, match=r"figures\['a'\].total_cost"):
        whole.shares("total_cost")
    with pytest.raises(MissingInputError, match="shares of nothing"):
        whole.shares("direct_cost")
    with pytest.raises(MissingInputError, match="a share of nothing"):
        whole.to("a", "b", "direct_cost")
    with pytest.raises(MissingInputError, match="points have no sum"):
        whole.shares("points")
    with pytest.raises(MissingInputError, match="all groups of x 1"):
        GroupEdition(index="x", year=1, figures=()).mean("hours")


def test_text_and_rows() -> None:
    assert str(APCI_2018).splitlines()[:2] == [
        "APCI 2018: 6/8 nhóm",
        "  thuế: thời gian (giờ) 2,9, tổng chi phí 73.750",
    ]
    assert APCI_2018.display("en").splitlines()[-1] == "  đất đai: –"
    assert attrs.evolve(APCI_2018, of=None).display("en").startswith("APCI 2018: 6/6 groups")
    assert repr(APCI_2018) == "<GroupEdition APCI 2018: 6 groups>"
    assert APCI_2020.rows[0] == {
        "index": "APCI",
        "edition": 2020,
        "group": "thuế",
        "hours": Fraction("3.8"),
        "direct_cost": 11_600,
        "total_cost": 267_000,
        "points": None,
        "points_change": Fraction("5.6"),
        "source": "công bố APCI 2020",
        "confirmed": True,
    }
    third = GroupChange(group="a", by="hours", before=Fraction(1, 3), after=None)
    assert str(third) == "a, thời gian (giờ): 0,33 → –"
    assert str(WhyIncomparable("group", "một", "one")) == "một"


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"group": ""}, "group"),
        ({"hours": -1}, "hours"),
        ({"hours": 1.5}, "hours"),
        ({"direct_cost": Money(-1)}, "direct_cost"),
        ({"direct_cost": Money(2), "total_cost": Money(1)}, "total_cost"),
        ({"direct_cost": Money(2), "total_cost": Money(3, "USD")}, "total_cost"),
    ],
)
def test_figures_that_are_none(fields: Any, field: str) -> None:
    with pytest.raises(MalformedError) as caught:
        GroupFigures(**{"group": "a", **fields})
    assert [fault.field for fault in caught.value.faults] == [field]


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"index": ""}, "index"),
        ({"figures": (GroupFigures(group="a"), GroupFigures(group="a"))}, "figures[1].group"),
        ({"figures": (GroupFigures(group="a"),), "of": 0}, "of"),
        (
            {
                "figures": (
                    GroupFigures(group="a", direct_cost=Money(1)),
                    GroupFigures(group="b", direct_cost=Money(1, "USD")),
                )
            },
            "figures",
        ),
        ({"means": 3}, "means"),
        ({"means": {"cost": 1}}, "means['cost']"),
    ],
)
def test_editions_that_are_none(fields: Any, field: str) -> None:
    with pytest.raises(MalformedError) as caught:
        GroupEdition(**{"index": "x", "year": 1, "figures": (), **fields})
    assert [fault.field for fault in caught.value.faults] == [field]


def test_what_is_not_there() -> None:
    with pytest.raises(NotFoundError, match="unknown group: 'y'"):
        _ = APCI_2018["y"]
    with pytest.raises(NotFoundError, match="unknown measure: 'cost'"):
        APCI_2018["thuế"].measure("cost")  # type: ignore[arg-type]
    with pytest.raises(MissingInputError, match=r"figures\['đất đai'\].hours: APCI 2018 publishes none"):
        APCI_2018.figure("đất đai", "hours")

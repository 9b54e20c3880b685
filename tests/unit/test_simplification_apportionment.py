"""Who is credited with what of a joint saving: the worked case of four measures, bad input, printing, sampling."""

import datetime as dt
import pickle
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from tthc.errors import MalformedError
from tthc.simplification import METHODS, Apportionment, Interaction, Part, apportion, apportion_by_sampling

F = Fraction
# The worked case, in thousand đồng for one dossier: M1 drops a document, M2 takes one from a database, M3 goes online
# (80 % uptake; each document left is scanned), M4 merges with another procedure (one visit less). Before: 610.
MEASURES = ("M1", "M2", "M3", "M4")
DATES = {"M1": dt.date(2026, 1, 1), "M3": dt.date(2026, 1, 1), "M2": dt.date(2026, 7, 1), "M4": dt.date(2026, 7, 1)}
PRICE, BEFORE = 40, 610


def cost(taken: frozenset[str]) -> Fraction:
    """Price the procedure itself, not by dividends: documents A and B, two visits, filling in, a fee."""
    documents = {"A": (2, 30), "B": (3, 10)}
    if "M1" in taken:
        del documents["A"]
    if "M2" in taken:
        del documents["B"]
    visits = F(1 if "M4" in taken else 2)
    scans = F(0)
    if "M3" in taken:
        visits *= F(1, 5)
        # The form and one more paper are scanned beside A and B; what is not asked for is not scanned.
        scans = F(4, 5) * F(1, 4) * len(documents)
    hours = sum(h for h, _ in documents.values()) + 2 * visits + scans + F(3, 2)
    cash = sum(c for _, c in documents.values()) + 25 * visits
    return PRICE * hours + cash + 100


def saving(taken: frozenset[str]) -> Fraction:
    return cost(frozenset()) - cost(taken)


def shares(method: Any, measures: tuple[str, ...] = MEASURES, **more: Any) -> list[int]:
    found = apportion(measures, saving, method=method, **more).shares
    assert all(share.denominator == 1 for share in found.values())
    return [int(found[measure]) for measure in MEASURES]


def test_the_case_itself() -> None:
    assert cost(frozenset()) == BEFORE
    assert saving(frozenset(MEASURES)) == 429
    assert cost(frozenset(MEASURES)) == 181


@pytest.mark.parametrize(
    ("method", "expected"),
    [
        ("stand_alone", [110, 130, 152, 105]),
        ("last_in", [118, 138, 84, 21]),
        ("sequential", [110, 130, 168, 21]),
        ("shapley", [114, 134, 118, 63]),
        ("dated_shapley", [114, 138, 156, 21]),
    ],
)
def test_the_table_of_the_worked_case(method: Any, expected: list[int]) -> None:
    assert shares(method, dates=DATES) == expected


def test_the_other_way_round() -> None:
    assert shares("sequential", MEASURES[::-1]) == [118, 138, 68, 105]


def test_ranges_gaps_and_interactions() -> None:
    found = apportion(MEASURES, saving)
    assert [(part.lowest, part.highest) for part in found.parts] == [(110, 118), (130, 138), (68, 168), (21, 105)]
    assert (found.total, found.gap, found.bounds, found.calls) == (429, 0, "proven", 16)
    pairs = {(pair.first, pair.second): (pair.dividend, pair.index) for pair in found.interactions}
    assert pairs == {
        ("M1", "M2"): (0, 0),
        ("M1", "M3"): (8, 8),
        ("M1", "M4"): (0, 0),
        ("M2", "M3"): (8, 8),
        ("M2", "M4"): (0, 0),
        ("M3", "M4"): (-84, -84),
    }
    assert [(pair.first, pair.second) for pair in found.notable] == [("M3", "M4"), ("M1", "M3"), ("M2", "M3")]
    assert found.interaction("M4", "M3") == found.interactions[-1]
    assert found.interaction("M4", "M4") is None
    alone = apportion(MEASURES, saving, method="stand_alone")
    assert (alone.total + alone.gap, round(alone.gap * 100 / alone.total, 1)) == (497, F(159, 10))
    assert apportion(MEASURES, saving, method="last_in").gap == 361 - 429


def test_owen_shares_between_instruments_and_then_inside() -> None:
    whole = dict.fromkeys(MEASURES, "M")
    assert shares("owen", groups=whole) == shares("owen", groups={name: name for name in MEASURES}) == shares("shapley")

    def three(held: frozenset[str]) -> int:
        return 12 * (held == {"a", "b", "c"})

    found = apportion("abc", three, method="owen", groups={"a": 1, "b": 1, "c": 2})
    assert dict(found.shares) == {"a": 3, "b": 3, "c": 6}


def test_each_set_is_asked_once() -> None:
    asked: list[frozenset[str]] = []

    def counted(held: frozenset[str]) -> Fraction:
        asked.append(held)
        return saving(held)

    for method in METHODS:
        asked.clear()
        found = apportion(MEASURES, counted, method=method, dates=DATES, groups=dict.fromkeys(MEASURES, 1))
        assert len(asked) == len(set(asked)) == found.calls == 16


def test_what_lacks_something_saves_what_is_left_of_it() -> None:
    asked: list[frozenset[str]] = []

    def counted(held: frozenset[str]) -> Fraction:
        asked.append(held)
        return saving(held)

    found = apportion(("M4", "M3", "M2"), counted, needs={"M4": {"M3"}})
    assert not any("M4" in held and "M3" not in held for held in asked)
    assert found.calls == len(asked) == 6
    assert (found.part("M4").stand_alone, found.part("M4").last_in) == (0, 21)
    assert found.part("M3").last_in == 152 + 8 + 21  # without it the merger is lost too
    assert dict(found.shares) == {"M4": F(21, 2), "M3": 152 + 4 + F(21, 2), "M2": 134}
    order = apportion(("M4", "M3", "M2"), counted, method="sequential", needs={"M4": ["M3"]})
    assert dict(order.shares) == {"M4": 0, "M3": 173, "M2": 138}


def test_needs_in_a_line() -> None:
    def all_of(held: frozenset[int]) -> int:
        return 60 * (len(held) == 3)

    found = apportion((1, 2, 3), all_of, needs={1: (2,), 2: (3,)})
    assert found.calls == 4
    assert dict(found.shares) == {1: 20, 2: 20, 3: 20}


def test_nothing_to_apportion() -> None:
    found = apportion((), lambda _: 0)
    assert (dict(found.shares), found.total, found.calls) == ({}, 0, 1)
    assert "0" in str(found)
    free = apportion(("A",), lambda _: 0)
    assert free.rows[0]["of_total"] is None
    assert "–" in str(free)


def test_any_exact_number_will_do() -> None:
    assert dict(apportion(("A",), lambda held: Decimal("0.5") * len(held)).shares) == {"A": F(1, 2)}


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"measures": ("A", "A")}, "each measure once"),
        ({"measures": (["A"],)}, "hashed"),
        ({"measures": range(17)}, "at most 16"),
        ({"method": "banzhaf"}, "one of stand_alone"),
        ({"method": "dated_shapley"}, "the date of every measure"),
        ({"method": "dated_shapley", "dates": {"A": dt.date(2026, 1, 1)}}, "also of 'B'"),
        ({"dates": {"C": dt.date(2026, 1, 1)}}, "one of the measures"),
        ({"dates": {"A": dt.datetime(2026, 1, 1)}}, "a date"),  # noqa: DTZ001 - what is refused
        ({"dates": [dt.date(2026, 1, 1)]}, "a mapping from measures"),
        ({"method": "owen"}, "the group of every measure"),
        ({"method": "owen", "groups": {"A": 1, "B": 1, "C": 1}}, "one of the measures"),
        ({"measures": {"A", "B"}, "method": "sequential"}, "in an order"),
        ({"needs": {"A": {"C"}}}, "one of the measures"),
        ({"needs": {"C": {"A"}}}, "one of the measures"),
        ({"needs": {"A": {"B"}, "B": {"A"}}}, "no circle"),
        ({"needs": {"A": {"A"}}}, "no circle"),
    ],
)
def test_bad_input_is_told(more: dict[str, Any], told: str) -> None:
    given: dict[str, Any] = {"measures": ("A", "B"), **more}
    with pytest.raises(MalformedError, match=told):
        apportion(given.pop("measures"), len, **given)


def test_savings_are_exact_and_nothing_saves_nothing() -> None:
    with pytest.raises(TypeError, match=r"saving of \{'A'\}: .* got float"):
        apportion(("A",), lambda held: 0.5 if held else 0)  # type: ignore[arg-type, return-value]
    with pytest.raises(ValueError, match="expected 0, got 1"):
        apportion(("A",), lambda _: 1)
    with pytest.raises(ValueError, match=r"saving of .* finite"):
        apportion(("A",), lambda held: Decimal("NaN") if held else 0)

    def broken(_: object) -> int:
        raise KeyError("theirs")

    with pytest.raises(KeyError, match="theirs"):
        apportion(("A",), broken)


# ── values ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_parts_that_do_not_add_up_are_no_apportionment() -> None:
    found = apportion(MEASURES, saving)
    with pytest.raises(MalformedError, match="the sum of the parts, 429"):
        Apportionment(method="shapley", total=F(430), parts=found.parts)
    with pytest.raises(MalformedError, match="each measure once"):
        Apportionment(method="stand_alone", total=F(1), parts=found.parts[:1] * 2)
    with pytest.raises(MalformedError, match="0 or more"):
        Apportionment(method="stand_alone", total=F(1), parts=(), calls=-1)
    with pytest.raises(MalformedError, match="at most the highest"):
        Part(measure="A", share=F(0), stand_alone=F(0), last_in=F(0), lowest=F(1), highest=F(0))
    with pytest.raises(MalformedError, match="variance"):
        Part(measure="A", share=F(0), stand_alone=F(0), last_in=F(0), lowest=F(0), highest=F(0), variance=F(-1))
    with pytest.raises(KeyError):
        found.part("M5")


def test_one_line() -> None:
    assert repr(apportion(MEASURES, saving)) == "<Apportionment shapley: 429 by 4 measures>"
    assert repr(apportion(("M1",), saving)) == "<Apportionment shapley: 110 by 1 measure>"
    assert pickle.loads(pickle.dumps(apportion(MEASURES, saving))) == apportion(MEASURES, saving)


def test_the_table_in_two_languages() -> None:
    found = apportion(MEASURES, saving)
    assert str(found).splitlines() == [
        "Mức cắt giảm 429 của 4 biện pháp: giá trị Shapley; 16 tổ hợp được tính",
        "Biện pháp  Được ghi nhận    Tỷ lệ  Làm đầu tiên  Làm sau cùng  Thấp nhất  Cao nhất",
        "M1                   114   26,6 %           110           118        110       118",
        "M2                   134   31,2 %           130           138        130       138",
        "M3                   118   27,5 %           152            84         68       168",
        "M4                    63   14,7 %           105            21         21       105",
        "Cộng                 429  100,0 %           497           361",
        "Tương tác trên 1 %: M3 × M4 -84; M1 × M3 +8; M2 × M3 +8.",
    ]
    english = apportion(MEASURES, saving, method="stand_alone").table("en", digits=1)
    assert "Saving of 429.0 by 4 measures: each measure alone; 16 sets computed" in english
    assert "The parts do not add up to the total: +68.0 (15.9 %)." in english
    assert "Interactions of more than 1 %: M3 × M4 -84.0;" in english
    assert "một mình" not in english
    html = found._repr_html_()
    assert html.count("<tr>") == 1 + 5 + 1
    assert "<td>114</td>" in html
    assert "<tfoot>" not in apportion((), lambda _: 0)._repr_html_()


def test_names_are_escaped_and_stand_on_one_line() -> None:
    found = apportion(("<b>\nA",), len)
    assert "<b> A" in str(found)
    assert "&lt;b&gt; A" in found._repr_html_()


def test_a_gap_of_nothing_has_no_percentage() -> None:
    def cancelling(held: frozenset[str]) -> int:
        return len(held) % 2

    found = apportion("AB", cancelling, method="stand_alone")
    assert found.table("en").splitlines()[-2] == "The parts do not add up to the total: +2."


def test_printed_parts_add_up() -> None:
    found = apportion("ABC", lambda held: F(1000 * (len(held) == 3), 1))
    assert list(found.rounded().values()) == [334, 333, 333]
    assert sum(found.rounded(2).values()) == 1000
    shown = str(found).splitlines()
    assert [line.split()[1] for line in shown[2:6]] == ["334", "333", "333", "1.000"]
    assert [line.split()[2] for line in shown[2:6]] == ["33,4", "33,3", "33,3", "100,0"]
    assert "0,33" in str(apportion("ABC", lambda held: int(len(held) == 3)))


def test_an_interaction_is_told_by_the_larger_of_its_two_numbers() -> None:
    pair = Interaction(first="A", second="B", dividend=F(0), index=F(-3))
    assert pair.largest == 3
    assert Interaction(first="A", second="B", dividend=F(2)).largest == 2
    found = apportion("ABC", lambda held: 30 * (len(held) == 3))  # no two alone do anything
    assert found.interactions[0].dividend == 0
    assert found.interactions[0].index == 15
    assert "A × B +15" in str(found)


# ── adding ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_procedures_add_up() -> None:
    one = apportion(MEASURES, saving)
    other = apportion(("M3", "M5"), lambda held: 40 * len(held))
    both = sum([one, other])
    assert isinstance(both, Apportionment)
    assert both.total == 429 + 80
    assert dict(both.shares) == {"M1": 114, "M2": 134, "M3": 158, "M4": 63, "M5": 40}
    assert both.bounds == "outer"
    assert both.calls == 20
    assert "bao ngoài" in str(both)
    assert (one + apportion(("M5",), len)).bounds == "proven"
    assert (both + apportion(("M6",), len)).bounds == "outer"


def test_pairs_of_two_procedures_add_up() -> None:
    twice = apportion(MEASURES, saving) + apportion(("M4", "M3"), lambda held: len(held) ** 2)
    pair = twice.interaction("M3", "M4")
    assert pair is not None
    assert (pair.dividend, pair.index) == (-82, -82)
    drawn = twice + apportion_by_sampling(("M3", "M4"), lambda held: len(held) ** 2, orders=2, seed=1)
    pair = drawn.interaction("M3", "M4")
    assert pair is not None
    assert (pair.dividend, pair.index) == (-80, None)
    assert (drawn.bounds, drawn.orders, drawn.seeds) == ("seen", 2, (1,))


def test_what_does_not_add_up() -> None:
    one = apportion(MEASURES, saving)
    with pytest.raises(MalformedError, match="the same method, shapley"):
        _ = one + apportion(MEASURES, saving, method="last_in")
    drawn = apportion_by_sampling(MEASURES, saving, orders=2, seed=1)
    with pytest.raises(MalformedError, match="other seeds"):
        _ = drawn + drawn
    with pytest.raises(TypeError):
        _ = one + 1
    with pytest.raises(TypeError):
        _ = one + "M1"  # type: ignore[operator]


# ── sampling ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_drawn_shares_come_near_and_add_up() -> None:
    exact = apportion(MEASURES, saving)
    drawn = apportion_by_sampling(MEASURES, saving, orders=400, seed=2026)
    assert sum(drawn.shares.values()) == drawn.total == 429
    for part in drawn.parts:
        held = exact.part(part.measure)
        assert abs(part.share - held.share) <= 4 * part.standard_error
        assert (part.stand_alone, part.last_in) == (held.stand_alone, held.last_in)
        assert (part.lowest, part.highest) == (held.lowest, held.highest)
    assert 0 < drawn.standard_error < 5
    assert drawn.standard_error == max(part.standard_error for part in drawn.parts)
    assert drawn.calls == 16
    assert [pair.dividend for pair in drawn.interactions] == [pair.dividend for pair in exact.interactions]
    assert drawn.rows[0]["standard_error"] == drawn.parts[0].standard_error
    assert exact.rows[0]["standard_error"] is None
    assert "400 thứ tự ngẫu nhiên" in str(drawn)
    assert "Sai số chuẩn" in str(drawn)
    assert "that of the drawn orders only" in drawn.table("en")
    assert "400 orders drawn" in drawn.table("en")
    assert drawn == apportion_by_sampling(MEASURES, saving, orders=400, seed=2026)
    assert drawn != apportion_by_sampling(MEASURES, saving, orders=400, seed=2027)


def test_the_standard_error_is_that_of_a_mean() -> None:
    # Two measures that only save together: each draw credits the later one with all.
    drawn = apportion_by_sampling("AB", lambda held: 10 * (len(held) == 2), orders=100, seed=3)
    share = drawn.shares["A"] / 10
    assert drawn.part("A").variance == 100 * share * (1 - share) / 99
    assert drawn.part("A").variance == drawn.part("B").variance


def test_many_measures_can_be_drawn() -> None:
    found = apportion_by_sampling(range(20), sum, orders=3, seed=0)
    assert dict(found.shares) == {i: i for i in range(20)}
    assert found.standard_error == 0


def test_drawn_orders_keep_to_dates_and_groups() -> None:
    exact = apportion(MEASURES, saving, method="dated_shapley", dates=DATES)
    drawn = apportion_by_sampling(MEASURES, saving, orders=300, seed=5, method="dated_shapley", dates=DATES)
    for part in drawn.parts:
        assert abs(part.share - exact.shares[part.measure]) <= 4 * part.standard_error
    assert drawn.shares["M4"] == 21
    order = apportion_by_sampling(MEASURES, saving, orders=2, seed=5, method="sequential")
    assert list(order.shares.values()) == [110, 130, 168, 21]
    assert order.standard_error == 0
    runs: list[frozenset[str]] = []

    def three(held: frozenset[str]) -> int:
        runs.append(held)
        return 12 * (len(held) == 3)

    owen = apportion_by_sampling("abc", three, orders=500, seed=5, method="owen", groups={"a": 1, "b": 1, "c": 2})
    assert abs(owen.shares["c"] - 6) <= 4 * owen.part("c").standard_error
    assert abs(owen.shares["a"] - 3) <= 4 * owen.part("a").standard_error


def test_drawn_orders_keep_to_needs() -> None:
    asked: list[frozenset[str]] = []

    def counted(held: frozenset[str]) -> Fraction:
        asked.append(held)
        return saving(held)

    drawn = apportion_by_sampling(MEASURES, counted, orders=30, seed=1, needs={"M4": ("M3",)})
    assert not any("M4" in held and "M3" not in held for held in asked)
    assert len(asked) == len(set(asked)) == drawn.calls
    assert drawn.part("M4").stand_alone == 0


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"orders": 1}, "2 or more"),
        ({"orders": True}, "2 or more"),
        ({"seed": -1}, "0 or more"),
        ({"seed": 1.0}, "0 or more"),
        ({"method": "last_in"}, "goes by orders"),
        ({"needs": {"A": {"A"}}}, "no circle"),
    ],
)
def test_bad_draws_are_told(more: dict[str, Any], told: str) -> None:
    with pytest.raises(MalformedError, match=told):
        apportion_by_sampling("AB", len, **{"orders": 5, "seed": 1, **more})


def test_the_order_of_measures_is_kept() -> None:
    found = apportion(("C", "A", "B"), len, needs={"C": {"B"}})
    assert tuple(found.shares) == ("C", "A", "B")
    assert [(pair.first, pair.second) for pair in found.interactions] == [("C", "A"), ("C", "B"), ("A", "B")]

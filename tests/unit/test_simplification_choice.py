"""Least legal effort: the portfolio of the worked case, where sums and greed go wrong, bad input, SciPy."""

import pickle
import sys
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from tthc.errors import MalformedError
from tthc.frozen import FrozenMap
from tthc.simplification import Choice, frontier, least_effort
from tthc.simplification import _solver as solver

F = Fraction
BEFORE = 610
MEASURES = ("M1", "M2", "M3", "M4")
ALONE = {"M1": 110, "M2": 130, "M3": 152, "M4": 105}
EFFORT = {"M1": 1, "M2": 3, "M3": 2, "M4": 3}


def saving(held: frozenset[str]) -> int:
    """The worked case of four measures, in thousand đồng for one dossier (see the tests of apportionment)."""
    pairs = {("M3", "M4"): -84, ("M1", "M3"): 8, ("M2", "M3"): 8}
    return sum(ALONE[m] for m in held) + sum(d for (a, b), d in pairs.items() if a in held and b in held)


@pytest.mark.parametrize("method", [None, "milp"])
@pytest.mark.parametrize(
    ("percentage", "chosen", "effort", "share"),
    [(20, ("M3",), 2, F(249, 10)), (30, ("M1", "M3"), 3, F(443, 10)), (60, ("M1", "M2", "M3"), 6, F(669, 10))],
)
def test_the_portfolio_of_the_worked_case(
    method: Any, percentage: int, chosen: Any, effort: int, share: Fraction
) -> None:
    if method == "milp":
        pytest.importorskip("scipy")
    required = F(percentage * BEFORE, 100)
    found = least_effort(MEASURES, saving, required, effort=EFFORT, method=method)
    assert (found.chosen, found.effort, found.reached, found.optimal, found.gap) == (chosen, effort, True, True, 0)
    assert found.method == (method or "exact")
    assert round(found.value * 100 / BEFORE, 1) == share
    assert found.value == saving(frozenset(chosen))


def test_a_shared_decree_is_paid_once() -> None:
    laws: dict[str, Any] = {
        "effort": {"M1": 1, "M3": 2},
        "instruments": {"Nghị định": 3},
        "uses": {"M2": ["Nghị định"], "M4": ["Nghị định"]},
    }
    found = least_effort(("M2", "M4"), saving, F(3 * BEFORE, 10), **{**laws, "effort": {}})
    assert (found.chosen, found.effort, round(found.value * 100 / BEFORE, 1)) == (("M2", "M4"), 3, F(385, 10))
    assert found.instruments == FrozenMap({"Nghị định": F(3)})
    # At the same effort {M1, M3} saves more, so it is the one to take.
    assert least_effort(MEASURES, saving, F(3 * BEFORE, 10), **laws).chosen == ("M1", "M3")


def test_adding_up_would_declare_a_missed_target_met() -> None:
    required = F(3 * BEFORE, 10)
    effort = {"M3": 2, "M4": 3}
    added = least_effort(("M3", "M4"), {"M3": 152, "M4": 105}, required, effort=effort)
    assert (added.reached, added.value, round(added.value * 100 / BEFORE, 1)) == (True, 257, F(421, 10))
    really = least_effort(("M3", "M4"), saving, required, effort=effort)
    assert (really.reached, really.value, round(really.value * 100 / BEFORE, 1)) == (False, 173, F(284, 10))
    assert really.chosen == ("M3", "M4")  # what saves the most
    assert really.optimal


def test_greed_misses_the_least_effort() -> None:
    savings, effort = {"a": 100, "c": 190}, {"a": 1, "c": 3}
    greedy = least_effort("ac", savings, 183, effort=effort, method="greedy")
    assert (greedy.chosen, greedy.effort, greedy.method) == (("a", "c"), 4, "greedy")
    assert (greedy.bound, greedy.gap, greedy.optimal, greedy.reached) == (3, 1, False, True)
    best = least_effort("ac", savings, 183, effort=effort)
    assert (best.chosen, best.effort, best.method, best.gap) == (("c",), 3, "exact", 0)


def test_the_frontier() -> None:
    found = frontier(MEASURES, saving, effort=EFFORT)
    assert [(choice.effort, choice.value, choice.chosen) for choice in found] == [
        (0, 0, ()),
        (1, 110, ("M1",)),
        (2, 152, ("M3",)),
        (3, 270, ("M1", "M3")),
        (5, 290, ("M2", "M3")),
        (6, 408, ("M1", "M2", "M3")),
        (9, 429, MEASURES),
    ]
    assert all(choice.optimal and choice.reached and choice.required == choice.value for choice in found)


# ── needs, exclusions, instruments, procedures ───────────────────────────────────────────────────────────────────────


def test_what_is_needed_is_taken_too() -> None:
    found = least_effort(MEASURES, saving, 100, effort={**EFFORT, "M4": 0}, needs={"M4": ["M3"]})
    assert found.chosen == ("M1",)
    found = least_effort(("M4", "M3"), saving, 160, effort={"M3": 2, "M4": 0}, needs={"M4": ["M3"]})
    assert (found.chosen, found.effort) == (("M4", "M3"), 2)


def test_an_enabling_measure_saves_nothing_itself() -> None:
    found = least_effort(("base", "A"), {"A": 10}, 5, effort={"base": 4, "A": 1}, needs={"A": ["base"]})
    assert (found.chosen, found.effort) == (("base", "A"), 5)
    quick = least_effort(
        ("base", "A"), {"A": 10}, 5, effort={"base": 4, "A": 1}, needs={"A": ["base"]}, method="greedy"
    )
    assert quick.chosen == ("base", "A")


def test_what_excludes_each_other_is_not_asked_for() -> None:
    asked: list[frozenset[str]] = []

    def counted(held: frozenset[str]) -> int:
        asked.append(held)
        return saving(held)

    found = least_effort(MEASURES, counted, 250, effort=EFFORT, excludes=[("M1", "M3", "M3"), ("M2",), ()])
    assert found.chosen == ("M2", "M3")
    assert not any({"M1", "M3"} <= held for held in asked)
    assert len(asked) == len(set(asked)) == 12


def test_exclusions_and_needs_reach_across_procedures() -> None:
    parts = [(("A", "B"), lambda held: 10 * len(held)), (("C", "D"), lambda held: 9 * len(held))]
    effort = {"A": 1, "B": 1, "C": 1, "D": 1}
    found = least_effort("ABCD", parts, 28, effort=effort, excludes=[("A", "D")], needs={"C": ("B",)})
    assert (found.chosen, found.value) == (("A", "B", "C"), 29)
    found = least_effort("ABCD", parts, 38, effort=effort, excludes=[("A", "D")])
    assert (found.reached, found.value, found.chosen) == (False, 29, ("A", "B", "C"))


def test_one_measure_may_concern_several_procedures() -> None:
    def each(held: frozenset[str]) -> int:
        return 10 * len(held)

    found = least_effort("AB", [("AB", each), ("A", each), ((), each)], 20, effort={"A": 3, "B": 1})
    assert (found.chosen, found.value) == (("A",), 20)


def test_one_instrument_serves_several_procedures() -> None:
    def each(held: frozenset[str]) -> int:
        return 10 * len(held)

    names = "ABCDEF"
    laws: dict[str, Any] = {
        "effort": dict.fromkeys("DEF", F(5, 2)),
        "instruments": {"omnibus": 6, "circular": 3, "unused": 1},
        "uses": {"A": ["omnibus"], "B": ["omnibus"], "C": ["omnibus"], "D": ["circular"], "E": []},
    }
    parts = [("AD", each), ("BE", each), ("C", each), ("F", each)]
    assert least_effort(names, parts, 30, **laws).chosen == ("A", "B", "C")
    assert least_effort(names, parts, 20, **laws).chosen == ("E", "F")
    points = frontier(names, parts, **laws)
    assert [(choice.effort, choice.value) for choice in points] == [
        (0, 0), (F(5, 2), 10), (5, 20), (6, 30), (F(17, 2), 40), (11, 50), (F(33, 2), 60),
    ]  # fmt: skip
    assert points[-1].instruments == FrozenMap({"omnibus": F(6), "circular": F(3)})
    quick = least_effort(names, parts, 60, method="greedy", **laws)
    assert (quick.reached, quick.effort, quick.optimal) == (True, F(33, 2), True)


def test_a_measure_that_raises_the_cost_is_not_taken_in_silence() -> None:
    found = least_effort("AB", {"A": -5, "B": 10}, 8, effort={"A": 0, "B": 1})
    assert found.chosen == ("B",)
    assert frontier("A", {"A": -5}, effort={"A": 0})[-1].chosen == ()
    assert least_effort("A", {"A": -5}, 1, effort={"A": 0}, method="greedy").chosen == ()


def test_nothing_is_required() -> None:
    for method in ("exact", "greedy"):
        found = least_effort("A", {"A": Decimal("2.5")}, -1, effort={"A": 1}, method=method)  # type: ignore[arg-type]
        assert (found.chosen, found.effort, found.reached, found.optimal) == ((), 0, True, True)
    assert least_effort((), {}, 1).reached is False


def test_what_is_free_is_taken_first() -> None:
    found = least_effort("AB", {"A": 3, "B": 10}, 12, effort={"A": 0, "B": 2}, method="greedy")
    assert (found.chosen, found.effort, found.bound) == (("A", "B"), 2, 2)


def test_of_equal_choices_the_one_with_the_fewest_and_earliest_measures() -> None:
    same = dict.fromkeys("ABC", 1)
    assert least_effort("BAC", same, 1, effort=same).chosen == ("B",)
    assert least_effort("ABC", {"A": 1, "B": 1, "C": 2}, 2, effort={"A": 1, "B": 1, "C": 2}).chosen == ("C",)


# ── bad input ────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"measures": "AAB"}, "each measure once"),
        ({"effort": {"A": 1}}, "an effort of every measure"),
        ({"effort": {"A": 1, "B": 1, "C": 1}}, "one of the measures"),
        ({"effort": {"A": -1, "B": 1}}, "0 or more"),
        ({"effort": {"A": 0.5, "B": 1}}, "an int, a Fraction or a Decimal"),
        ({"effort": [1, 1]}, "a mapping from measures"),
        ({"instruments": {"I": -3}}, "0 or more"),
        ({"instruments": {"I": 3}, "uses": {"A": ["J"]}}, "one of the instruments"),
        ({"uses": {"C": ()}}, "one of the measures"),
        ({"needs": {"A": ["B"], "B": ["A"]}}, "no circle"),
        ({"excludes": [("A", "C")]}, "one of the measures"),
        ({"saving": {"C": 1}}, "one of the measures"),
        ({"saving": [("AC", len)]}, "one of the measures"),
        ({"measures": range(17), "saving": len, "effort": dict.fromkeys(range(17), 1)}, "at most 16 measures in one"),
        ({"method": "luck"}, "one of exact, milp, greedy"),
    ],
)
def test_bad_input_is_told(more: dict[str, Any], told: str) -> None:
    given: dict[str, Any] = {"measures": "AB", "saving": {"A": 1, "B": 2}, "effort": {"A": 1, "B": 1}, **more}
    with pytest.raises(MalformedError, match=told):
        least_effort(given.pop("measures"), given.pop("saving"), 2, **given)


def test_floats_are_refused() -> None:
    with pytest.raises(TypeError, match="float"):
        least_effort("A", {"A": 1}, 0.5, effort={"A": 1})  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"saving of \{'A'\}: .* float"):
        least_effort("A", {"A": 0.5}, 1, effort={"A": 1})  # type: ignore[arg-type]


# ── the value ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_what_a_choice_says() -> None:
    found = least_effort(MEASURES, saving, 183, effort=EFFORT)
    assert str(found) == (
        "Chọn M1, M3: công sức 3, cùng nhau cắt giảm 270; đạt yêu cầu 183; đã chứng minh là ít nhất (tìm vét cạn)."
    )
    greedy = least_effort("ac", {"a": 100, "c": 190}, 300, effort={"a": 1, "c": 3}, method="greedy")
    assert greedy.text("en").startswith("Take a, c: effort 4, saving 290 together; does not reach the 300 required;")
    greedy = least_effort("ac", {"a": 100, "c": 190}, 183, effort={"a": 1, "c": 3}, method="greedy")
    assert greedy.text("en").endswith(
        "reaches the 183 required; the least may be as little as 3 (greedy, not known to be the least)."
    )
    assert "ít nhất có thể là 3 (chọn tham lam, không bảo đảm tối ưu)" in str(greedy)
    assert "không biện pháp nào" in str(least_effort("a", {"a": 1}, 0, effort={"a": 1}))
    assert "không đạt yêu cầu 2" in str(least_effort("a", {"a": 1}, 2, effort={"a": 1}))
    assert "no measure" in least_effort("a", {"a": 1}, 0, effort={"a": 1}).text("en")
    assert "0,33" in str(least_effort("a", {"a": F(1000, 2999)}, F(1, 3000), effort={"a": 1}))
    assert repr(found) == "<Choice of 2 measures: effort 3 (least), saves 270>"
    assert repr(greedy) == "<Choice of 2 measures: effort 4 (gap 1), saves 290>"
    assert found.rows == (
        {"kind": "measure", "name": "M1", "effort": 1},
        {"kind": "measure", "name": "M3", "effort": 2},
    )
    assert "&lt;a&gt;" in least_effort(("<a>",), {"<a>": 1}, 1, effort={"<a>": 1})._repr_html_()
    assert pickle.loads(pickle.dumps(found)) == found
    assert isinstance(hash(found), int)


def test_a_choice_holds_together() -> None:
    fields: dict[str, Any] = {"measures": FrozenMap({"A": F(1)}), "value": F(1), "required": F(1), "bound": F(1)}
    assert Choice(**fields).optimal
    for name, wrong, told in (
        ("bound", F(2), "from 0 to the effort, 1"),
        ("tried", -1, "0 or more"),
        ("measures", FrozenMap({"A": F(-1)}), "an effort of 0 or more"),
        ("instruments", FrozenMap({"I": F(-1)}), "an effort of 0 or more"),
    ):
        with pytest.raises(MalformedError, match=told):
            Choice(**{**fields, name: wrong})


# ── too much for an exact search ─────────────────────────────────────────────────────────────────────────────────────


def linked() -> tuple[range, dict[int, int], dict[str, Any]]:
    """Measures that hang together in a line of needs, too many to look at all sets of them."""
    names = range(24)
    savings = {i: 7 + i * 5 % 11 for i in names}
    return names, savings, {"effort": {i: 1 + i % 4 for i in names}, "needs": {i: [i - 1] for i in names if i}}


def test_measures_in_a_long_line_need_the_solver() -> None:
    pytest.importorskip("scipy")
    names, savings, laws = linked()
    found = least_effort(names, savings, 50, **laws)
    total = count = 0
    while total < 50:
        total += savings[count]
        count += 1
    assert (found.method, found.optimal, found.chosen) == ("milp", True, tuple(range(count)))
    assert found.value == total


def test_without_scipy_greed_is_labelled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "scipy.optimize", None)
    names, savings, laws = linked()
    found = least_effort(names, savings, 50, **laws)
    assert (found.method, found.reached) == ("greedy", True)
    assert 0 < found.bound <= found.effort
    with pytest.raises(ModuleNotFoundError):
        least_effort(names, savings, 50, method="milp", **laws)


def test_the_exact_search_alone_says_when_it_is_too_much() -> None:
    names, savings, laws = linked()
    with pytest.raises(MalformedError, match="at most 16"):
        least_effort(names, savings, 50, method="exact", **laws)
    with pytest.raises(MalformedError, match="at most 16"):
        frontier(names, savings, **laws)
    with pytest.raises(MalformedError, match="more steps"):
        frontier(MEASURES, saving, effort=EFFORT, limit=3)


def test_solver_and_search_agree_where_both_can() -> None:
    pytest.importorskip("scipy")
    parts: list[tuple[Any, Any]] = [
        ((0, 1, 2), lambda held: 12 * len(held) - 5 * (len(held) > 1)),
        ((3, 4), lambda held: 9 * len(held) + 4 * (len(held) == 2)),
        ((2, 3), lambda held: 3 * (len(held) == 2)),
        ((5, 6), lambda held: 10 * len(held)),
    ]
    laws: dict[str, Any] = {
        "effort": {0: 2, 1: 3, 2: F(1, 2), 3: 1, 4: 2, 5: 0, 6: 4},
        "instruments": {"I": 2, "J": 1},
        "uses": {5: ["I"], 4: ["I", "J"]},
        "needs": {1: [3]},
        "excludes": [(0, 6)],
    }
    for required in (0, 10, 25, 40, 60, 74, 90):
        exact = least_effort(range(7), parts, required, **laws)
        solved = least_effort(range(7), parts, required, method="milp", **laws)
        assert (solved.effort, solved.reached, solved.optimal) == (exact.effort, exact.reached, exact.optimal)
        assert solved.method == "milp"
        assert exact.reached or solved.value == exact.value


BIG = 10**12


def test_what_falls_short_by_less_than_a_float_sees_is_not_taken() -> None:
    pytest.importorskip("scipy")
    found = least_effort("AB", {"A": BIG, "B": BIG + 1}, BIG + 1, effort={"A": 1, "B": 2}, method="milp")
    assert (found.chosen, found.method, found.optimal) == (("B",), "milp", True)
    # Nothing reaches it, but floats cannot tell: the most is told, to the last unit.
    found = least_effort("AB", {"A": BIG, "B": BIG - 1}, 2 * BIG, effort={"A": 1, "B": 2}, method="milp")
    assert (found.chosen, found.value, found.reached, found.optimal) == (("A", "B"), 2 * BIG - 1, False, True)


def test_where_the_solver_gives_up_greed_is_labelled(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("scipy")
    # Dozens that fall short by less than floats see, one that does not.
    names = range(31)
    savings = {i: BIG + (i == 30) for i in names}
    laws: dict[str, Any] = {"effort": {i: 1 + (i == 30) for i in names}, "excludes": [names]}
    found = least_effort(names, savings, BIG + 1, method="milp", **laws)
    assert found.method == "greedy"
    assert not found.reached
    gave_up = solver._Found(None, 0, 1, impossible=False)
    monkeypatch.setattr(solver._Model, "least", lambda *_: gave_up)
    assert least_effort("A", {"A": 1}, 1, effort={"A": 1}, method="milp").method == "greedy"
    monkeypatch.setattr(solver._Model, "least", lambda *_: gave_up._replace(impossible=True))
    monkeypatch.setattr(solver._Model, "most", lambda *_: gave_up)
    assert least_effort("A", {"A": 1}, 1, effort={"A": 1}, method="milp").method == "greedy"

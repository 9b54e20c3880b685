"""What became of a unit between editions, what it would take to reach a rank, and its history."""

import datetime as dt
import pickle
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest

from tthc.codec import decode, encode
from tthc.errors import MalformedError, NotFoundError, NotRankedError
from tthc.frozen import FrozenMap
from tthc.rankings import (
    Change,
    Edition,
    History,
    IndexMethod,
    Precision,
    Reason,
    _counterfactual,
    _method_changes,
    change,
    freeze,
    histories,
    history,
    moves,
    needed,
    needs,
    what_if,
)

MEAN = IndexMethod(id="mean", weights={"X": 1, "Y": 1})


def edition(year: int, x: dict[str, int], y: dict[str, int], **about: Any) -> Edition:
    """An index that is the mean of two components, unless told otherwise."""
    scores = {unit: Fraction(x[unit] + y[unit], 2) for unit in x}
    return Edition(
        **{"index": "I", "year": year, "scores": scores, "components": {"X": x, "Y": y}, "method": MEAN} | about
    )


OLD = edition(2023, {"A": 8, "B": 6, "C": 4, "D": 2}, {"A": 6, "B": 6, "C": 6, "D": 2})
NEW = edition(2024, {"A": 8, "B": 5, "C": 9, "D": 2}, {"A": 6, "B": 5, "C": 7, "D": 8})


@pytest.mark.parametrize("module", [moves, needs, histories, _counterfactual, _method_changes])
def test_a_module_shows_its_public_names_only(module: Any) -> None:
    assert dir(module) == module.__all__


# ── change ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_change_tells_places_score_and_who_was_passed() -> None:
    moved = change(OLD, NEW, "C")
    assert (moved.places, moved.score) == (2, 3)
    assert moved.before is not None
    assert moved.after is not None
    assert (moved.before.rank, moved.after.rank) == (3, 1)
    assert (moved.passed, moved.passed_by) == (("A", "B"), ())
    assert change(OLD, NEW, "B").passed_by == ("C",)
    assert (change(OLD, NEW, "B").level_after, change(OLD, NEW, "B").level_before) == (("D",), ())
    assert change(NEW, OLD, "B").level_before == ("D",)


def test_own_and_field_effect_depend_on_the_order() -> None:
    moved = change(OLD, NEW, "C")
    assert moved.effect("field_first") == moves.Effect(own=Fraction(1), field=Fraction(1))
    assert moved.effect("own_first") == moves.Effect(own=Fraction(2), field=Fraction(0))
    mean = moved.effect("mean")
    assert mean is not None
    assert (mean.own, mean.field) == (Fraction(3, 2), Fraction(1, 2))
    assert (str(mean), mean.text("en")) == ("tự thân +1,5, do các đơn vị khác +0,5", "own +1.5, field +0.5")
    b = change(OLD, NEW, "B")
    assert (b.places, b.effect("field_first")) == (-1, moves.Effect(own=Fraction(0), field=Fraction(-1)))
    with pytest.raises(ValueError, match="expected field_first, own_first or mean, got 'own'"):
        b.effect("own")  # type: ignore[arg-type]


def test_the_score_is_divided_among_the_components() -> None:
    division = change(OLD, NEW, "C").division
    assert division == moves.Division(
        total=Fraction(3), components=FrozenMap({"X": Fraction(5, 2), "Y": Fraction(1, 2)})
    )
    assert change(OLD, NEW, "C").rows == (
        {"part": "X", "share": Fraction(5, 2), "percent": Fraction(250, 3)},
        {"part": "Y", "share": Fraction(1, 2), "percent": Fraction(50, 3)},
        {"part": "reweighting", "share": 0, "percent": 0},
        {"part": "residual", "share": 0, "percent": 0},
    )
    assert change(OLD, OLD, "C").rows[0] == {"part": "X", "share": 0, "percent": None}


def test_other_weights_and_what_is_left_are_shown_not_hidden() -> None:
    heavier = IndexMethod(id="heavier", weights={"X": 3, "Y": 1})
    scores = {"A": Fraction(15, 2), "B": 5, "C": Decimal("8.51"), "D": Decimal("3.5")}
    moved = change(OLD, attrs.evolve(NEW, method=heavier, scores=scores), "C")
    division = moved.division
    assert division is not None
    assert dict(division.components) == {"X": Fraction(15, 4), "Y": Fraction(1, 4)}
    assert (division.reweighting, division.residual) == (Fraction(-1, 2), Fraction(1, 100))
    assert "trong đó: X +3,75, Y +0,25, do đổi trọng số −0,5, phần dư +0,01" in str(moved)
    assert "of which: X +3.75, Y +0.25, other weights −0.5, residual +0.01" in moved.text("en")


def test_a_component_that_lost_its_weight_goes_into_the_reweighting() -> None:
    only_x = IndexMethod(id="only", weights={"X": 1, "Y": 0})
    new = attrs.evolve(NEW, method=only_x, scores=NEW.components["X"])
    division = change(OLD, new, "C").division
    assert division is not None
    assert dict(division.components) == {"X": 5}
    assert (division.total, division.reweighting, division.residual) == (4, -1, 0)


@pytest.mark.parametrize(
    ("later", "index", "because"),
    [
        (NEW, "X", "a component is not divided further"),
        (attrs.evolve(NEW, method=None), None, "the weights of I 2024 are not known"),
        (attrs.evolve(NEW, method=IndexMethod(id="bare")), None, "the weights of I 2024 are not known"),
        (
            attrs.evolve(NEW, method=IndexMethod(id="g", weights={"X": 1}, aggregation="geometric")),
            None,
            "I 2024 is no weighted arithmetic mean",
        ),
        (attrs.evolve(NEW, method=IndexMethod(id="z", weights={"X": 1, "Z": 1})), None, "I 2023 has no score for Z"),
        (
            attrs.evolve(NEW, scores={}, ranks={"A": 1, "B": 2, "C": 3, "D": 4}),
            None,
            "a score is missing in one of the editions",
        ),
        (attrs.evolve(NEW, unranked={"C": "no data"}), None, "a score is missing in one of the editions"),
    ],
)
def test_what_cannot_be_divided_says_why(later: Edition, index: str | None, because: str) -> None:
    moved = change(OLD, later, "C", index=index)
    assert moved.division is None
    assert (dict(moved.components), moved.rows) == ({}, ())
    assert moved.undivided is not None
    assert moved.undivided.en == because
    assert (f"not divided: {because}" in moved.text("en")) is (index is None)


def test_a_component_without_rank_has_no_score_either() -> None:
    later = attrs.evolve(NEW, component_unranked={"X": {"C": "no data"}})
    assert change(OLD, later, "C", index="X").score is None
    assert change(OLD, later, "B", index="X").score == -1


def test_units_enter_and_leave_and_common_units_are_ranked_anew() -> None:
    later = edition(2024, {"B": 5, "C": 9, "E": 9}, {"B": 5, "C": 7, "E": 9})
    moved = change(OLD, later, "C")
    assert (moved.entered, moved.left) == (("E",), ("A", "D"))
    assert moved.places == 1
    assert moved.passed == ("B",)
    common = change(OLD, later, "C", common=True)
    assert common.places == 1
    assert [ranking.of for ranking in common.rankings] == [2, 2]
    assert str(common).startswith("C, I 2023 → 2024 (các đơn vị chung)\n  hạng: 2/2 → 1/2 (+1)")
    assert "(common units)" in common.text("en")
    gone = change(OLD, later, "A")
    assert (gone.places, gone.score, gone.after, gone.passed) == (None, None, None, ())
    assert gone.effect("mean") is None
    assert "hạng: 1/4 → không xếp hạng" in str(gone)
    assert "rank: 1/4 → not ranked" in gone.text("en")
    assert repr(gone) == "<Change A I 2023 → 2024: not ranked in both>"


def test_printed_ranks_count_and_ties_are_shown() -> None:
    later = attrs.evolve(
        NEW, scores={"A": 7, "B": 5, "C": 7, "D": 5}, ranks={"C": 1, "A": 2, "D": 3, "B": 4}, method=None
    )
    moved = change(OLD, later, "B")
    assert moved.places == -2
    assert "hạng: 2/4 (đồng hạng 2–2)" not in str(moved)
    assert "4/4 (tied 3–4) (−2)" in moved.text("en")
    assert repr(moved) == "<Change B I 2023 → 2024: −2 places>"


def test_ranks_without_scores_have_no_effects() -> None:
    tables = [
        Edition(index="DB", year=year, ranks=ranks)
        for year, ranks in ((2016, {"A": 1, "B": 2}), (2017, {"A": 2, "B": 1}))
    ]
    moved = change(tables[0], tables[1], "A")
    assert (moved.places, moved.score, moved.passed_by) == (-1, None, ("B",))
    assert moved.effect("own_first") is None
    assert str(moved) == "A, DB 2016 → 2017\n  hạng: 1/2 → 2/2 (−1)\n  không phân rã được: thiếu điểm của một kỳ"


def test_change_refuses_strangers() -> None:
    with pytest.raises(NotFoundError, match="unknown unit"):
        change(OLD, NEW, "Z")
    with pytest.raises(NotFoundError, match="unknown index"):
        change(OLD, NEW, "A", index="Z")
    with pytest.raises(MalformedError, match="an edition of I"):
        change(OLD, Edition(index="J", year=2024), "A")
    with pytest.raises(NotRankedError):
        change(OLD, attrs.evolve(NEW, refuses="no aggregate"), "A")


def test_a_change_encodes_hashes_and_pickles() -> None:
    moved = change(OLD, NEW, "C", index="X", common=True)
    assert decode(Change, encode(moved)) == moved
    assert pickle.loads(pickle.dumps(moved)) == moved
    assert hash(pickle.loads(pickle.dumps(moved))) == hash(moved)


@pytest.mark.parametrize(
    ("ties", "own", "field"),
    [("competition", 0, -1), ("last_of_ties", -1, -1), ("dense", 0, -1), ("average", Fraction(-1, 2), -1)],
)
def test_effects_follow_the_tie_policy_of_the_edition(ties: Any, own: Fraction, field: int) -> None:
    moved = change(attrs.evolve(OLD, ties=ties), attrs.evolve(NEW, ties=ties), "B")
    effect = moved.effect("field_first")
    assert effect is not None
    assert (effect.own, effect.field) == (own, field)
    assert effect.own + effect.field == moved.places


# ── methods ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _changes(old: IndexMethod | None, new: IndexMethod | None) -> list[str]:
    reasons = change(attrs.evolve(OLD, method=old), attrs.evolve(NEW, method=new), "A").method_changes
    assert all(reason.vi for reason in reasons)
    return [reason.en for reason in reasons]


def test_one_method_is_no_change() -> None:
    assert _changes(MEAN, MEAN) == []
    assert _changes(None, None) == []
    assert _changes(MEAN, None) == ["the method of I 2024 is not known"]
    assert _changes(None, MEAN) == ["the method of I 2023 is not known"]


def test_what_changed_in_the_method_is_named_field_by_field() -> None:
    old = IndexMethod(
        id="1",
        weights={"X": 34, "Y": 66},
        digits=5,
        rounding="truncated",
        components={"X": "hộ / households", "Y": "xã"},
    )
    new = IndexMethod(
        id="2",
        weights={"X": 1, "Y": 1, "Z": 0},
        aggregation="geometric",
        rounding="rounded",
        coverage="63 tỉnh / 63 provinces",
        components={"X": "người / persons", "Y": "xã", "Z": "mới"},
        note="đổi cách tính / computed anew",
    )
    assert _changes(old, new) == [
        "weights: X 17/50 → 1/2, Y 33/50 → 1/2",
        "aggregation: weighted arithmetic mean → weighted geometric mean",
        "parts of X: households → persons",
        "parts of Z: – → mới",
        "decimals: 5 → not known",
        "digits left out: cut off → rounded",
        "coverage: – → 63 provinces",
        "computed anew",
    ]
    assert "phương pháp: đổi cách tính" in str(
        change(attrs.evolve(OLD, method=old), attrs.evolve(NEW, method=new), "A")
    )


def test_a_weight_of_all_and_of_nothing_is_a_whole_number() -> None:
    assert _changes(IndexMethod(id="1", weights={"X": 1}), IndexMethod(id="2", weights={"Y": 1})) == [
        "weights: X 1 → 0, Y 0 → 1"
    ]


def test_a_note_that_stays_is_not_said_again() -> None:
    assert _changes(IndexMethod(id="1", note="n"), IndexMethod(id="2", note="n")) == []


def test_a_reason_takes_a_text_that_says_it_twice_or_once() -> None:
    assert Reason.of("một / one") == Reason("một", "one")
    assert Reason.of("một") == Reason("một", "một")
    assert Reason.of("1 / 2 / 3") == Reason("1 / 2 / 3", "1 / 2 / 3")


# ── what if ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_other_scores_give_another_standing() -> None:
    standing = what_if(NEW, "B", {"X": 10, "Y": Decimal("6.5")})
    assert (standing.rank, standing.score, standing.tied, standing.of) == (1, Fraction(33, 4), (1, 1), 4)
    assert what_if(NEW, "B", {"I": 7}).tied == (2, 3)
    assert what_if(NEW, "B", {}).rank == NEW.ranking().rank("B")
    assert what_if(Edition(index="I", year=1, scores={"A": 1}), "A", {"I": 5}).percentile == 1


def test_a_component_can_be_frozen() -> None:
    assert (NEW.ranking().rank("C"), freeze(OLD, NEW, "C", "X").rank, freeze(OLD, NEW, "C", "X", "Y").rank) == (1, 2, 2)
    with pytest.raises(NotFoundError, match="unknown component: 'Z'"):
        freeze(OLD, NEW, "C", "Z")
    with pytest.raises(NotFoundError, match="unit in X 2023"):
        freeze(OLD, edition(2024, {"A": 1, "E": 2}, {"A": 1, "E": 2}), "E", "X")


@pytest.mark.parametrize(
    ("table", "scores", "error"),
    [
        (NEW, {"I": 0.5}, MalformedError),
        (NEW, {"I": Decimal("NaN")}, MalformedError),
        (NEW, {"I": 5, "X": 5}, MalformedError),
        (NEW, {"Z": 5}, NotFoundError),
        (attrs.evolve(NEW, method=IndexMethod(id="x", weights={"X": 1, "Y": 0})), {"Y": 5}, NotFoundError),
        (attrs.evolve(NEW, method=None), {"X": 5}, MalformedError),
        (
            attrs.evolve(NEW, method=IndexMethod(id="g", weights={"X": 1}, aggregation="geometric")),
            {"X": 5},
            MalformedError,
        ),
        (attrs.evolve(NEW, method=IndexMethod(id="n")), {"X": 5}, MalformedError),
        (attrs.evolve(NEW, unranked={"B": "x"}, scores={"A": 7, "C": 8, "D": 5}), {"X": 5}, NotFoundError),
    ],
)
def test_what_if_refuses_what_it_cannot_reckon(table: Edition, scores: Any, error: type[Exception]) -> None:
    with pytest.raises(error):
        what_if(table, "B", scores)
    with pytest.raises(NotFoundError):
        what_if(table, "Z", scores)


# ── needed ───────────────────────────────────────────────────────────────────────────────────────────────────────────

TABLE = edition(2024, {"A": 8, "B": 6, "C": 4, "D": 2}, {"A": 10, "B": 6, "C": 6, "D": 2})


def test_the_score_for_a_rank_is_that_of_its_holder() -> None:
    found = needed(TABLE, "C", 2)
    assert (found.score, found.gap, found.shared, found.holders, found.reached) == (6, 1, True, ("B",), False)
    assert str(found) == "C, I 2024, hạng 2: cần 6 (bằng B, đồng hạng), hiện 5"
    assert found.text("en") == "C, I 2024, rank 2: needs 6 (level with B), has 5"
    assert repr(found) == "<Needed C, I 2024, rank 2: needs 6 (level with B), has 5>"
    assert needed(TABLE, "A", 2).text("en") == "A, I 2024, rank 2: reached already"
    assert str(needed(TABLE, "D", 4)) == "D, I 2024, hạng 4: đã đạt"
    assert needed(TABLE, "D", 4).holders == ()


def test_where_equals_share_the_last_place_the_score_must_be_better() -> None:
    found = needed(attrs.evolve(TABLE, ties="last_of_ties"), "C", 2)
    assert (found.score, found.shared) == (6, False)
    assert str(found) == "C, I 2024, hạng 2: cần cao hơn 6 (B), hiện 5"
    assert found.text("en") == "C, I 2024, rank 2: needs better than 6 (B), has 5"
    level = attrs.evolve(TABLE, ties="last_of_ties", scores={"A": 9, "B": 5, "C": 5, "D": 2})
    assert not needed(level, "C", 2).reached
    assert needed(level, "C", 3).reached


def test_dense_ranks_count_scores_not_units() -> None:
    dense = attrs.evolve(TABLE, ties="dense", scores={"A": 9, "B": 9, "C": 7, "D": 5})
    assert needed(dense, "D", 2).holders == ("C",)
    assert needed(dense, "D", 1).holders == ("A", "B")


def test_one_component_must_do_it_alone() -> None:
    found = needed(TABLE, "C", 2, by="X")
    assert (dict(found.scores), dict(found.limits), found.reachable) == ({"X": 6}, {"X": 8}, True)
    assert found.rows == ({"component": "X", "now": 4, "needed": 6, "limit": 8},)
    assert str(found).endswith("\n  X: 4 → 6 (tối đa 8)")
    assert what_if(TABLE, "C", found.scores).rank == 2


def test_several_components_grow_by_equal_steps_up_to_their_limits() -> None:
    assert dict(needed(TABLE, "C", 2, by=("X", "Y")).scores) == {"X": 5, "Y": 7}
    assert dict(needed(TABLE, "D", 2, by=("X", "Y"), limits={"X": 5}).scores) == {"X": 5, "Y": 7}
    assert dict(needed(TABLE, "D", 2, by={"X": 3, "Y": 1}).scores) == {"X": 8, "Y": 4}
    assert dict(needed(TABLE, "A", 1, by=("X", "Y")).scores) == {"X": 8, "Y": 10}  # reached: nothing moves


def test_what_is_out_of_reach_says_so() -> None:
    found = needed(TABLE, "D", 1, by="X")
    assert not found.reachable
    assert dict(found.scores) == {"X": 8}
    assert found.text("en").split("\n")[1:] == ["  out of reach by these components", "  X: 2 → 8 (at most 8)"]
    assert "không thể đạt chỉ bằng các thành phần này" in str(found)
    exactly = needed(TABLE, "D", 2, by="X", limits={"X": 10})
    assert (dict(exactly.scores), exactly.reachable) == ({"X": 10}, True)
    assert not needed(attrs.evolve(TABLE, ties="last_of_ties"), "D", 2, by="X", limits={"X": 10}).reachable


def test_lower_may_be_better() -> None:
    table = edition(2024, {"A": 1, "B": 3, "C": 5}, {"A": 1, "B": 3, "C": 5}, higher_is_better=False)
    found = needed(table, "C", 2, by="X")
    assert (found.score, found.gap, dict(found.scores), dict(found.limits)) == (3, -2, {"X": 1}, {"X": 1})
    assert found.reachable
    assert what_if(table, "C", found.scores).rank == 2
    assert what_if(attrs.evolve(table, ties="dense"), "C", {"X": 1}).rank == 2


@pytest.mark.parametrize("rank", [0, 5, True, Fraction(2), "2"])
def test_a_rank_must_be_one_of_the_table(rank: Any) -> None:
    with pytest.raises(MalformedError, match="a rank from 1 to 4"):
        needed(TABLE, "C", rank)


@pytest.mark.parametrize("by", [(), {}, {"X": 0}, {"X": 1, "Y": -1}, {"X": 0.5}])
def test_steps_must_be_above_nothing(by: Any) -> None:
    with pytest.raises(MalformedError):
        needed(TABLE, "C", 2, by=by)


def test_needed_refuses_a_unit_without_score() -> None:
    with pytest.raises(NotFoundError, match="unit with a score in I 2024"):
        needed(TABLE, "Z", 2)
    with pytest.raises(NotFoundError):
        needed(TABLE, "C", 2, by="Z")


# ── history ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_history_is_a_table_by_year() -> None:
    later = attrs.evolve(NEW, method=IndexMethod(id="new", weights={"X": 1, "Y": 2}), published=dt.date(2024, 12, 1))
    found = history([later, OLD], "B")
    assert [row["year"] for row in found.rows] == [2023, 2024]
    assert found.rows[1]["change"] == -1
    assert found.rows[1]["method_changed"] is True
    assert found.rows[0]["computed"] is True
    assert (found.rows[1]["first"], found.rows[1]["last"]) == (3, 4)
    assert str(found) == (
        "B, I\n"
        " Năm  Hạng  Xếp hạng  Điểm  Đồng hạng  Thay đổi  Phương pháp\n"
        "2023     2         4     6\n"
        "2024     3         4     5  3–4              −1  đổi"
    )
    assert [standing.rank for standing in found.standings if standing] == [2, 3]
    assert repr(found) == "<History B I: 2 editions>"
    assert found._repr_html_().startswith("<table><caption>B, I</caption><thead><tr><th>Năm</th>")
    assert "<td>−1</td>" in found._repr_html_()


def test_a_history_shows_where_there_was_no_rank_and_why() -> None:
    tables = [
        OLD,
        attrs.evolve(NEW, unranked={"B": "chưa có số liệu / no data"}, precision=Precision(2)),
        attrs.evolve(NEW, year=2025, refuses="không xếp hạng tổng / no aggregate rank"),
        Edition(index="I", year=2026, ranks={"A": 1}),
    ]
    found = history(tables, "B")
    assert [row["rank"] for row in found.rows] == [2, None, None, None]
    assert [row["change"] for row in found.rows] == [None] * 4
    assert found.table("en").split("\n")[1:] == [
        "Year  Rank  Ranked  Score  Method   Note",
        "2023     2       4      6",
        "2024     –       3   5.00           no data",
        "2025     –                          no aggregate rank",
        "2026     –                 changed  not listed",
    ]
    parts = history(tables, "B", "X")
    assert parts.rows[3]["reason"] == "không có thành phần này / no such component"
    assert parts.rows[0]["computed"] is True
    assert history(tables, "A").rows[3]["computed"] is False


def test_history_refuses_strangers() -> None:
    with pytest.raises(MalformedError, match="one edition or more"):
        history([], "A")
    with pytest.raises(MalformedError, match="an edition of I"):
        history([OLD, Edition(index="J", year=2024)], "A")
    with pytest.raises(NotFoundError, match="unknown index: 'Z'"):
        history([OLD], "A", "Z")
    with pytest.raises(NotFoundError, match="unknown unit: 'Z'"):
        history([OLD], "Z")


def test_a_history_encodes_and_pickles() -> None:
    found = history([OLD, NEW], "B", "X")
    assert decode(History, encode(found)) == found
    assert hash(pickle.loads(pickle.dumps(found))) == hash(found)

"""Robustness: what is varied is data, what cannot be done is named, and what is shown says how it came about."""

import math
import pickle
import sys
from fractions import Fraction
from typing import Any

import attrs
import pytest

from tthc._draws import Draws
from tthc.errors import MalformedError, NotFoundError, StepError
from tthc.frozen import FrozenMap
from tthc.indices import (
    Aggregate,
    Draw,
    Index,
    Indicator,
    Reweighting,
    Robustness,
    Variant,
    Variation,
    as_it_is,
    categories,
    dirichlet,
    goalposts,
    influences,
    leave_one_out,
    min_max,
    noise,
    rank_score,
    robustness_of,
    sobol_indices,
    z_score,
)

F = Fraction
DATA = {
    "A": {"a": 9, "b": 5, "c": 5},
    "B": {"a": 6, "b": 7, "c": 6},
    "C": {"a": 1, "b": 2, "c": 3},
    "D": {"a": 8, "b": 1, "c": 2},
}
ENGINES = ["python", "numpy"]


def _index(*, how: Any = None, **fields: Any) -> Index:
    leaves = tuple(Indicator(id=name, normalisation=how or as_it_is()) for name in "abc")
    inner = Aggregate(id="p", parts=("a", "b"))
    return Index(id="made", indicators=leaves, aggregates=(Aggregate(id="top", parts=("p", "c"), **fields), inner))


def _found(engine: Any = "auto", index: Index | None = None, data: Any = DATA, **given: Any) -> Robustness[str]:
    given = {"seed": 1, "draws": 200, **given}
    if engine == "numpy":
        pytest.importorskip("numpy")
    return robustness_of(index or _index(), data, engine=engine, **given)


# ── draws ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_seed_gives_the_same_numbers_for_ever() -> None:
    assert Draws(0).uniforms(2) == [0.8444218515250481, 0.7579544029403025]


@pytest.mark.parametrize("seed", [-1, True, 1.0, "1", None])
def test_a_seed_is_a_whole_number(seed: Any) -> None:
    with pytest.raises(ValueError, match="seed"):
        Draws(seed)


# ── what is varied ───────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"method": "noise"}, "share"),
        ({"method": "noise", "share": F(1)}, "share"),
        ({"method": "noise", "share": F(0), "levels": (F(-1),)}, "levels"),
        ({"method": "noise", "share": F(0), "concentration": 1}, "concentration"),
        ({"method": "dirichlet"}, "concentration"),
        ({"method": "dirichlet", "concentration": 0}, "concentration"),
        ({"method": "dirichlet", "concentration": 1, "share": F(1, 2)}, "share"),
        ({"method": "dirichlet", "concentration": 1, "levels": (F(1, 2),)}, "levels"),
    ],
)
def test_reweightings_that_make_no_sense(fields: dict[str, Any], field: str) -> None:
    with pytest.raises(MalformedError) as caught:
        Reweighting(**fields)
    assert [fault.field for fault in caught.value.faults] == [field]


def test_noise_by_level() -> None:
    how = noise(F(1, 4), levels=[0, F(1, 10)])
    assert [how.share_at(level) for level in range(3)] == [0, F(1, 10), F(1, 4)]
    assert dirichlet().share_at(0) == 0


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"seed": -1}, "seed"),
        ({"draws": 0}, "draws"),
        ({"exclusions": ()}, "exclusions"),
        ({"exclusions": ((), ())}, "exclusions"),
    ],
)
def test_variations_that_make_no_sense(fields: dict[str, Any], field: str) -> None:
    with pytest.raises(MalformedError) as caught:
        Variation(**{"seed": 1, "draws": 1, **fields})
    assert [fault.field for fault in caught.value.faults] == [field]


def test_a_variant_says_what_it_changes() -> None:
    assert str(Variant()) == "như phương pháp gốc"
    variant = Variant(
        normalisations=FrozenMap({"a": z_score("sample")}),
        aggregations=FrozenMap({"top": "geometric"}),
        excluded=("c",),
    )
    assert str(variant) == "a: z_score; top: geometric; không có c"


def test_leaving_out_a_group_and_all_below_it() -> None:
    index = _index(weights={"p": 2, "c": 1})
    assert [leaf.id for leaf in Variant(excluded=("p",)).of(index).indicators] == ["c"]
    assert Variant(excluded=("a", "b")).of(index).nodes == ("top", "c")
    assert Variant(excluded=("a",)).of(index).nodes == ("top", "p", "b", "c")
    with pytest.raises(StepError, match="nothing that counts"):
        Variant(excluded=("p", "c")).of(index)
    with pytest.raises(StepError, match="nothing that counts"):
        Variant(excluded=("top",)).of(index)
    with pytest.raises(StepError, match="nothing that counts"):  # c has no weight of its own
        Variant(excluded=("p",)).of(_index(weights={"p": 1, "c": 0}))
    with pytest.raises(NotFoundError):
        Variant(excluded=("x",)).of(index)


def test_a_generalised_mean_gives_up_its_exponent() -> None:
    index = _index(aggregation="generalised", exponent=F(2))
    assert Variant(aggregations=FrozenMap({"top": "harmonic"})).of(index).aggregate("top").exponent is None
    assert Variant(aggregations=FrozenMap({"top": "generalised"})).of(index) == index


@pytest.mark.parametrize(
    "given",
    [
        {"normalisations": "stated"},
        {"normalisations": min_max()},
        {"normalisations": ["stated", 1]},
        {"normalisations": 1},
        {"aggregations": {"top": "geometric"}},
        {"aggregations": [3]},
        {"aggregations": ["mean"]},
        {"exclusions": ["a"]},
        {"exclusions": [1]},
        {"exclusions": [()], "draws": 0},
    ],
)
def test_alternatives_that_are_none(given: dict[str, Any]) -> None:
    with pytest.raises(MalformedError):
        _found(**given)


@pytest.mark.parametrize("given", [{"normalisations": [{"x": min_max()}]}, {"aggregations": [{"a": "geometric"}]}])
def test_alternatives_for_strangers(given: dict[str, Any]) -> None:
    with pytest.raises(NotFoundError):
        _found(**given)


def test_a_scale_for_all_is_not_put_on_what_has_its_own_direction() -> None:
    index = attrs.evolve(
        _index(),
        indicators=(
            *_index().indicators[:2],
            Indicator(id="c", normalisation=categories({"5": 1, "6": 2, "3": 0, "2": 0})),
        ),
    )
    data = {unit: {**row, "c": str(row["c"])} for unit, row in DATA.items()}
    with pytest.raises(StepError, match="says itself what is better"):
        _found(index=index, data=data, normalisations=("stated", min_max()))
    found = _found(index=index, data=data, normalisations=("stated", {"a": min_max(), "b": min_max()}))
    assert len(found.variants) == 2


# ── what is done ─────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("engine", ENGINES)
def test_nothing_varied_gives_the_stated_ranks(engine: str) -> None:
    found = _found(engine, draws=3)
    assert [(one.unit, one.rank, one.low, one.high, one.shift) for one in found.values()] == [
        ("B", 1, 1, 1, 0), ("A", 2, 2, 2, 0), ("D", 3, 3, 3, 0), ("C", 4, 4, 4, 0),
    ]  # fmt: skip
    assert found.engine == engine
    assert found.mean_rank_shift == 0
    assert found.not_separated() == ()


def test_both_engines_do_the_same_draws() -> None:
    pytest.importorskip("numpy")
    for given in (
        {"weights": noise(F(9, 10))},
        {"weights": noise(levels=[0])},
        {"weights": dirichlet(3)},
        {"normalisations": ("stated", min_max(scale=(1, 2)), rank_score()), "aggregations": ("stated", "geometric")},
        {"exclusions": ((), ("a",), ("p",), ("c",)), "weights": dirichlet(), "draws": 300},
    ):
        pure, array = _found("python", **given), _found("numpy", **given)
        assert pure == array
        assert hash(pure) == hash(array)
        assert (pure.engine, array.engine) == ("python", "numpy")
        assert pure.rows == array.rows
        assert any(one.best != one.worst for one in pure.values())


@pytest.mark.parametrize("engine", ENGINES)
def test_a_draw_can_be_done_again_by_hand(engine: str) -> None:
    found = _found(engine, weights=noise(), exclusions=((), ("a",)), normalisations=("stated", min_max()), draws=40)
    seen = set[Variant]()
    for number in range(40):
        draw = found.draw(number)
        ranking = draw.as_index.evaluate(DATA).ranking()
        assert dict(draw.ranks) == {unit: ranking.rank(unit) for unit in DATA}
        assert all(sum(held.values()) == pytest.approx(1) for held in draw.weights.values())
        seen.add(draw.variant)
    assert seen == set(found.variants)
    assert len(seen) == 4
    assert isinstance(draw, Draw)
    for number in (-1, 40):
        with pytest.raises(NotFoundError):
            found.draw(number)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("how", [min_max(scale=(0, 10)), z_score("sample")], ids=["min-max", "z"])
def test_a_frozen_scale_holds_in_every_draw(engine: str, how: Any) -> None:
    leaves = _index(how=min_max()).indicators
    nodes = (Aggregate(id="top", parts=("p", "c")), Aggregate(id="p", parts=("a", "b"), rescale=how))
    index = Index(id="scaled", indicators=leaves, aggregates=nodes)
    wider = {**DATA, "E": {"a": 20, "b": 20, "c": 20}}
    scale = index.reference(wider, period="2025")
    frozen = _found(engine, index=index, reference=scale, weights=noise(), exclusions=((), ("a",)))
    again = robustness_of(frozen.evaluation, weights=noise(), exclusions=((), ("a",)), seed=1, draws=200)
    assert frozen == again
    assert [dict(frozen.draw(5).ranks)] == [dict(again.draw(5).ranks)]
    own = _found(engine, index=index, weights=noise(), exclusions=((), ("a",)))
    assert own != frozen
    assert pickle.loads(pickle.dumps(frozen)).draw(7) == frozen.draw(7)
    with pytest.raises(StepError, match="not frozen for"):
        _found(engine, index=index, reference=scale, normalisations=("stated", rank_score()))


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("beyond", ["keep", "clip", "refuse"])
def test_scores_beyond_a_fixed_scale(engine: str, beyond: Any) -> None:
    index = _index(rescale=goalposts(F(9, 5), 7, beyond=beyond))  # holds C at 2.25, and in some draws not
    if beyond == "refuse":
        with pytest.raises(StepError, match="of a draw lies beyond"):
            _found(engine, index=index, weights=noise(F(99, 100)), draws=2000)
    else:
        found = _found(engine, index=index, weights=noise(F(99, 100)), draws=2000)
        assert found.share_ahead("D", "C") < 1  # below the scale both are cut to its end, or change places


@pytest.mark.parametrize("engine", ENGINES)
def test_a_draw_in_which_a_mean_has_no_value(engine: str) -> None:
    leaves = tuple(Indicator(id=name, normalisation=as_it_is()) for name in "abc")
    nodes = (
        Aggregate(id="top", parts=("p", "c"), aggregation="geometric"),
        Aggregate(id="p", parts=("a", "b")),
    )
    index = Index(id="i", indicators=leaves, aggregates=nodes)
    data = {"X": {"a": -5, "b": 6, "c": 1}, "Y": {"a": 1, "b": 1, "c": 1}}  # 0.5 as stated, below 0 in some draws
    with pytest.raises(StepError, match="no value where a part scores"):
        _found(engine, index=index, data=data, weights=noise(), draws=500)
    power = attrs.evolve(index, aggregates=(attrs.evolve(nodes[0], aggregation="generalised", exponent=F(2)), nodes[1]))
    with pytest.raises(StepError, match="no value where a part scores"):
        _found(engine, index=power, data=data, weights=noise(), draws=500)
    zero = {"X": {"a": 0, "b": 0, "c": 1}, "Y": {"a": 1, "b": 1, "c": 1}}
    assert _found(engine, index=power, data=zero, weights=noise())["Y"].worst == 1


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("how", [min_max(), z_score("population")])
def test_a_draw_in_which_nothing_differs(engine: str, how: Any) -> None:
    data = {"X": {"a": 1, "b": 1, "c": 2}, "Y": {"a": 1, "b": 1, "c": 1}}
    with pytest.raises(StepError, match="in a draw every unit has the same score"):
        _found(engine, index=_alike(how), data=data, weights=noise(), exclusions=((),), draws=5)


def _alike(how: Any) -> Index:
    """Make an index whose pillar differs as stated, but by less than a float can hold."""
    leaves = tuple(Indicator(id=name, normalisation=as_it_is()) for name in "abc")
    tiny = F(1, 10**30)
    nodes = (
        Aggregate(id="top", parts=("q", "a")),
        Aggregate(id="q", parts=("b", "c"), weights={"b": 1, "c": tiny}, rescale=how),
    )
    return Index(id="i", indicators=leaves, aggregates=nodes)


@pytest.mark.parametrize("engine", ENGINES)
def test_numbers_too_large_for_a_float(engine: str) -> None:
    def tree(*, how: Any = None, **fields: Any) -> Index:
        leaves = tuple(Indicator(id=name, normalisation=how or as_it_is()) for name in "abc")
        inner = Aggregate(id="p", parts=("a", "b"))
        return Index(id="i", indicators=leaves, aggregates=(Aggregate(id="top", parts=("p", "c"), **fields), inner))

    with pytest.raises(StepError, match="a number is too large"):
        _found(engine, index=tree(how=min_max(scale=(0, 10**400))))
    with pytest.raises(StepError, match="a number is too large"):
        _found(engine, index=tree(aggregation="sum", weights={"p": 10**400, "c": 1}))
    with pytest.raises(StepError, match="a score of a draw is too large"):
        _found(engine, index=tree(aggregation="sum", weights={"p": 10**290, "c": 1}))
    with pytest.raises(StepError, match="a score of a draw is too large"):
        _found(engine, index=tree(rescale=goalposts(0, 10**400)))
    # 1.6e10 ** 30 is a float as stated, but the weight of the large part may nearly double.
    data = {"X": {"a": 32 * 10**9, "b": 0, "c": 1}, "Y": {"a": 1, "b": 1, "c": 1}}
    curved = tree(aggregation="generalised", exponent=F(30))
    with pytest.raises(StepError, match="a score of a draw is too large"):
        _found(engine, index=curved, data=data, weights=noise(F(9, 10)))


@pytest.mark.parametrize("engine", ENGINES)
def test_who_is_ranked_hangs_on_what_is_left_out(engine: str) -> None:
    data: dict[str, dict[str, int | None]] = {**DATA, "E": {"a": None, "b": 9, "c": 9}}
    found = _found(engine, data=data, exclusions=((), ("a",)), draws=400)
    one = found["E"]
    assert (one.rank, one.best, one.worst, one.shift) == (None, 1, 1, None)
    assert 0 < one.ranked < 1
    assert None in found.ranks("E")
    assert set(found.ranks("E")) == {1, None}
    assert found.share_in_top("E", 3) == one.ranked
    assert found.share_ahead("E", "B") == one.ranked
    assert found.share_ahead("B", "E") == 0
    assert "E" not in {unit for group in found.not_separated() for unit in group}
    assert list(found)[-1] == "E"


@pytest.mark.parametrize("engine", ENGINES)
def test_a_unit_that_is_never_ranked(engine: str) -> None:
    data: dict[str, dict[str, int | None]] = {**DATA, "E": {"a": None, "b": 9, "c": 9}}
    found = _found(engine, data=data, weights=noise())
    assert found["E"] == ("E", None, None, None, None, None, None, None, 0)
    assert "–" in str(found)
    with pytest.raises(StepError, match="no rank in any draw"):
        found.interval("E")
    with pytest.raises(StepError, match="no unit has a score"):
        _found(engine, data={"E": data["E"]})


def test_a_pillar_that_nobody_has() -> None:
    index = attrs.evolve(
        _index(), aggregates=(Aggregate(id="top", parts=("p", "c"), coverage=F(1, 4)), _index().aggregates[1])
    )
    data = {unit: {**row, "a": None} for unit, row in DATA.items()}
    for engine in ENGINES:
        found = _found(engine, index=index, data=data, weights=noise())
        assert [one.low for one in found.values()] == [1, 2, 3, 4]
    fixed = attrs.evolve(
        index, aggregates=(index.aggregates[0], attrs.evolve(index.aggregates[1], rescale=goalposts(0, 10)))
    )
    assert [one.low for one in _found(index=fixed, data=data, weights=noise()).values()] == [1, 2, 3, 4]


def test_what_cannot_be_scored_is_refused_or_left_out_by_name() -> None:
    given: dict[str, Any] = {"normalisations": ("stated", min_max()), "aggregations": ("stated", "geometric")}
    with pytest.raises(StepError, match=r"geometric mean has no value .* \[a: min_max"):
        _found(**given)
    found = _found(**given, impossible="leave_out")
    (left,) = found.left_out
    assert "geometric" in str(left.variant)
    assert "geometric mean has no value" in left.reason
    assert left.variant not in found.variants
    assert len(found.variants) == 3
    assert {found.draw(number).variant for number in range(40)} == set(found.variants)
    with pytest.raises(MalformedError):  # a cap belongs to a sum
        _found(index=_index(aggregation="sum", cap=F(5)), aggregations=({"top": "geometric"},))
    with pytest.raises(StepError, match="no variant can be scored"):
        _found(normalisations=(min_max(),), aggregations=("geometric",), impossible="leave_out")


def test_hundreds_of_indicators_make_no_deep_expression() -> None:
    names = [f"i{n}" for n in range(2000)]
    leaves = tuple(Indicator(id=name, normalisation=as_it_is()) for name in names)
    index = Index(id="wide", indicators=leaves, aggregates=(Aggregate(id="top", parts=tuple(names)),))
    data = {unit: {name: (n * step) % 7 for n, name in enumerate(names)} for unit, step in (("A", 3), ("B", 5))}
    pytest.importorskip("numpy")
    assert _found("python", index=index, data=data, weights=noise(), draws=3) == _found(
        "numpy", index=index, data=data, weights=noise(), draws=3
    )


def test_engines_that_are_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "numpy", None)
    assert _found("auto").engine == "python"
    with pytest.raises(ModuleNotFoundError, match=r"tthc\[sampling\]"):
        robustness_of(_index(), DATA, seed=1, draws=1, engine="numpy")
    with pytest.raises(ModuleNotFoundError, match=r"tthc\[sampling\]"):
        sobol_indices(lambda x: x[0], {"a": (0, 1)}, seed=1, samples=2)


def test_data_go_with_an_index_and_not_with_scores() -> None:
    with pytest.raises(TypeError, match="data beside an Index"):
        robustness_of(_index(), seed=1)
    with pytest.raises(TypeError, match="no data"):
        robustness_of(_index().evaluate(DATA), DATA, seed=1)


# ── reading it ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_what_is_shown() -> None:
    found = _found(weights=noise(F(3, 4)), draws=1000)
    assert repr(found) == "<Robustness of made: 4 units, 1000 draws>"
    lines = str(found).split("\n")
    assert lines[0] == "made: 1.000 lần thử, 1 phương án, hạt giống 1"
    assert lines[1].split("  ")[2:] == ["Khoảng nhạy 5–95 %", "Trung vị", "Nhỏ nhất–lớn nhất"]
    assert found.table("en", rows=1).split("\n")[0] == "made: 1,000 draws, 1 variant, seed 1"
    assert found.table("en", rows=1).endswith("… (3 more)")
    assert found.table(rows=3).endswith("… (còn 1 đơn vị)")
    assert found._repr_html_().startswith("<table><caption>made: 1.000 lần thử")
    assert found.rows[0]["unit"] == "B"
    assert found.variation == Variation(seed=1, draws=1000, weights=noise(F(3, 4)))


def test_it_does_not_change_and_travels() -> None:
    found = _found(weights=noise(), draws=20)
    for change in (lambda: setattr(found, "variation", 1), lambda: delattr(found, "variation")):
        with pytest.raises(AttributeError, match="does not change"):
            change()
    assert pickle.loads(pickle.dumps(found)) == found
    assert found != 1
    assert found != _found(weights=noise(), draws=20, seed=2)


def test_one_unit_on_a_frozen_scale() -> None:
    index = _index(how=min_max())
    alone = index.evaluate({"B": DATA["B"]}, reference=index.reference(DATA, period="2025"))
    assert robustness_of(alone, exclusions=((), ("a",)), seed=1, draws=5)["B"].worst == 1


def test_shares_and_quantiles_are_checked() -> None:
    found = _found(weights=noise(), draws=20)
    assert found.interval("B", 0, 1) == (found["B"].best, found["B"].worst)
    with pytest.raises(ValueError, match="shares of 0 to 1"):
        found.interval("B", F(1, 2), F(1, 4))
    with pytest.raises(ValueError, match="expected a rule"):
        found.interval("B", rule="nearest")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="expected an engine"):
        _found("fast")
    with pytest.raises(ValueError, match="expected an output"):
        influences(_index(), DATA, seed=1, output="shift")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="less than one half"):
        found.told_apart("A", "B", share=F(1, 2))
    assert found.told_apart("C", "B")
    assert found.told_apart("B", "C")


def test_a_ranking_without_anyone_in_common() -> None:
    data: dict[str, dict[str, int | None]] = {"X": {"a": None, "b": 1, "c": 1}, "Y": {"a": 1, "b": 1, "c": None}}
    index = _index()
    found = robustness_of(
        index.evaluate({**data, "Z": {"a": 1, "b": 1, "c": 1}}), exclusions=(("a",),), seed=1, draws=2
    )
    assert found.mean_rank_shift == F(0)
    assert found["X"].rank is None
    alone = robustness_of(index.evaluate({"X": {"a": None, "b": 1, "c": 1}}), exclusions=(("a",),), seed=1, draws=2)
    assert alone.mean_rank_shift is None


def test_leaving_one_out() -> None:
    found = leave_one_out(_index(), DATA)
    assert [removal.node for removal in found] == ["a", "b", "c"]
    assert found[0].mean_rank_shift == F(1, 2)
    assert dict(found[0].moves) == {"D": -1, "C": 1, "B": 0, "A": 0}
    (pillar,) = leave_one_out(_index().evaluate(DATA), nodes=["p"])
    assert pillar.node == "p"
    data: dict[str, dict[str, int | None]] = {**DATA, "E": {"a": None, "b": 9, "c": 9}}
    assert leave_one_out(_index(), data, nodes=["a"])[0].unranked == ("E",)
    scaled = _index(how=min_max())
    frozen = leave_one_out(scaled, DATA, reference=scaled.reference({**DATA, "E": data["B"]}, period="x"))
    assert [removal.node for removal in frozen] == ["a", "b", "c"]


# ── Sobol ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_ishigami_function() -> None:
    """I. M. Sobol' and Y. L. Levitan (1999): with a = 7 and b = 0.1 the indices are known in closed form."""
    pytest.importorskip("scipy")
    a, b = 7, 0.1

    def ishigami(x: Any) -> float:
        return math.sin(x[0]) + a * math.sin(x[1]) ** 2 + b * x[2] ** 4 * math.sin(x[0])

    first = (1 + b * math.pi**4 / 5) ** 2 / 2
    both = b**2 * math.pi**8 * (1 / 18 - 1 / 50)
    whole = first + a**2 / 8 + both
    found = sobol_indices(ishigami, dict.fromkeys("xyz", (-math.pi, math.pi)), seed=2026, samples=4096)
    assert [one.factor for one in found] == ["x", "y", "z"]
    assert [one.first for one in found] == pytest.approx([first / whole, a**2 / 8 / whole, 0], abs=0.01)
    assert [one.total for one in found] == pytest.approx(
        [(first + both) / whole, a**2 / 8 / whole, both / whole], abs=0.01
    )


def test_a_design_of_sobol_is_checked() -> None:
    for samples in (0, 1, 3, True, 4.0):
        with pytest.raises(MalformedError, match="power of two"):
            sobol_indices(lambda x: x[0], {"a": (0, 1)}, seed=1, samples=samples)  # type: ignore[arg-type]
    with pytest.raises(MalformedError, match="at least one factor"):
        sobol_indices(lambda x: x[0], {}, seed=1)
    pytest.importorskip("scipy")
    with pytest.raises(StepError, match="no factor moves"):
        sobol_indices(lambda _: 1, {"a": (0, 1)}, seed=1, samples=4)
    with pytest.raises(MalformedError, match="more than one alternative"):
        influences(_index(), DATA, seed=1)


def test_the_choices_behind_an_index() -> None:
    pytest.importorskip("scipy")
    data = {**DATA, "E": {"a": 2, "b": 9, "c": 4}, "F": {"a": 4, "b": 4, "c": 5}}
    found = influences(
        _index(),
        data,
        seed=7,
        samples=256,
        weights=noise(F(1, 2)),
        weight_sets=32,
        normalisations=("stated", min_max(scale=(1, 100)), rank_score()),
        aggregations=("stated", "geometric"),
        exclusions=((), ("a",), ("b",), ("c",)),
    )
    assert [one.factor for one in found] == ["weights", "normalisation", "aggregation", "exclusion"]
    totals = {one.factor: one.total for one in found}
    assert max(totals, key=lambda name: totals[name]) == "exclusion"
    assert all(one.total > one.first - 0.15 for one in found)


def test_the_score_and_the_rank_of_one_unit_as_outcomes() -> None:
    pytest.importorskip("scipy")
    index = Index(
        id="i",
        indicators=tuple(Indicator(id=name, normalisation=as_it_is()) for name in "ab"),
        aggregates=(Aggregate(id="top", parts=("a", "b")),),
    )
    data = {"X": {"a": 4, "b": 1}, "Y": {"a": F(9, 4), "b": 2}}
    means: Any = ("stated", "geometric")
    (score,) = influences(index, data, seed=1, samples=64, output="score", unit="X", aggregations=means)
    assert score == ("aggregation", pytest.approx(1, abs=0.05), pytest.approx(1, abs=0.05))
    (rank,) = influences(index, data, seed=1, samples=64, output="rank", unit="X", aggregations=means)
    assert rank.factor == "aggregation"
    for unit in (None, "Z"):
        with pytest.raises(NotFoundError):
            influences(index, data, seed=1, output="rank", unit=unit, aggregations=means)
    with pytest.raises(NotFoundError):
        influences(index, data, seed=1, unit="X", aggregations=means)


def test_outcomes_that_are_not_there() -> None:
    pytest.importorskip("scipy")
    data: dict[str, dict[str, int | None]] = {**DATA, "E": {"a": None, "b": 9, "c": 9}}
    leaving: Any = ((), ("a",))
    with pytest.raises(StepError, match="no score in one of the combinations"):
        influences(_index(), data, seed=1, samples=4, output="score", unit="E", exclusions=leaving)
    alone: dict[str, dict[str, int | None]] = {"E": {"a": None, "b": 9, "c": 9}}
    with pytest.raises(StepError, match="no unit that is ranked as stated"):
        influences(_index().evaluate(alone), seed=1, samples=4, exclusions=(("a",), ("a", "b")))

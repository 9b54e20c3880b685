"""`FrozenMap`: a mapping that does not change."""

import copy
import pickle

import pytest

from tthc import frozen
from tthc.frozen import FrozenMap


def test_it_is_a_mapping_in_the_order_given() -> None:
    ages = FrozenMap([("b", 2), ("a", 1)])
    assert list(ages) == ["b", "a"]
    assert len(ages) == 2
    assert ages["a"] == 1
    assert ages.get("c") is None
    assert "b" in ages
    assert dict(ages) == {"a": 1, "b": 2}
    with pytest.raises(KeyError):
        ages["c"]


def test_equality_and_hash_do_not_depend_on_the_order() -> None:
    left, right = FrozenMap({"a": 1, "b": 2}), FrozenMap({"b": 2, "a": 1})
    assert left == right
    assert hash(left) == hash(right)
    assert left != FrozenMap({"a": 1})
    assert left == {"a": 1, "b": 2} == right
    assert left != {"a": 1}
    assert left != [("a", 1)]
    assert len({left, right}) == 1


def test_it_does_not_follow_what_it_was_made_from() -> None:
    source = {"a": 1}
    ages = FrozenMap(source)
    source["a"] = 2
    assert ages["a"] == 1


def test_it_cannot_be_changed() -> None:
    ages = FrozenMap({"a": 1})
    with pytest.raises(AttributeError, match="does not change"):
        ages._items = {}  # type: ignore[misc]
    with pytest.raises(AttributeError, match="does not change"):
        del ages._items
    with pytest.raises(TypeError):
        ages["a"] = 2  # type: ignore[index]
    assert ages == FrozenMap({"a": 1})


def test_with_item_makes_a_new_map() -> None:
    ages = FrozenMap({"a": 1})
    assert ages.with_item("a", 3).with_item("b", 2) == FrozenMap({"a": 3, "b": 2})
    assert ages == FrozenMap({"a": 1})


def test_it_is_hashable_only_where_its_values_are() -> None:
    with pytest.raises(TypeError):
        hash(FrozenMap({"a": []}))


@pytest.mark.parametrize("ages", [FrozenMap(), FrozenMap({"a": (1, "x")})])
def test_repr_evaluates_and_it_travels(ages: FrozenMap[str, object]) -> None:
    assert eval(repr(ages)) == ages
    assert pickle.loads(pickle.dumps(ages)) == ages
    assert copy.deepcopy(ages) == ages


def test_module_lists_its_names() -> None:
    assert dir(frozen) == frozen.__all__

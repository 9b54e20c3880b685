"""`FrozenMap`: a mapping that cannot change, so that it can be hashed and stand in a frozen value."""

from collections.abc import ItemsView, Iterable, Iterator, KeysView, Mapping, ValuesView
from typing import Generic, TypeVar, cast, final

__all__ = ["FrozenMap"]

K = TypeVar("K")
V_co = TypeVar("V_co", covariant=True)


def __dir__() -> list[str]:
    return __all__


@final
class FrozenMap(Mapping[K, V_co], Generic[K, V_co]):
    """An immutable mapping that keeps the order given; equality and hash do not depend on the order.

    It equals a `dict` of the same items.

    >>> ages = FrozenMap({"a": 1})
    >>> ages.with_item("b", 2)
    FrozenMap({'a': 1, 'b': 2})
    """

    __slots__ = ("_items",)
    _items: dict[K, V_co]

    def __init__(self, items: Mapping[K, V_co] | Iterable[tuple[K, V_co]] = ()) -> None:
        found = cast("FrozenMap[K, V_co]", items)._items if type(items) is FrozenMap else dict(items)  # noqa: SLF001 - ours
        object.__setattr__(self, "_items", found)

    def __getitem__(self, key: K) -> V_co:
        return self._items[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __contains__(self, key: object) -> bool:
        return key in self._items

    # The views of a dict are several times as quick as those that Mapping makes, and as safe.

    def keys(self) -> KeysView[K]:
        """Return the keys."""
        return self._items.keys()

    def values(self) -> ValuesView[V_co]:
        """Return the values."""
        return self._items.values()

    def items(self) -> ItemsView[K, V_co]:
        """Return the pairs of key and value."""
        return self._items.items()

    def __hash__(self) -> int:
        return hash(frozenset(self._items.items()))

    def __eq__(self, other: object) -> bool:
        if isinstance(other, FrozenMap):
            return bool(self._items == cast("FrozenMap[object, object]", other)._items)
        return self._items == other if type(other) is dict else NotImplemented  # a dict has no hash to be at odds with

    def __setattr__(self, name: str, value: object) -> None:
        msg = f"cannot set {name!r}: a FrozenMap does not change"
        raise AttributeError(msg)

    def __delattr__(self, name: str) -> None:
        msg = f"cannot delete {name!r}: a FrozenMap does not change"
        raise AttributeError(msg)

    def __repr__(self) -> str:
        return f"FrozenMap({self._items!r})" if self._items else "FrozenMap()"

    def __reduce__(self) -> tuple[object, ...]:
        return FrozenMap, (self._items,)

    def with_item(self, key: K, value: V_co) -> "FrozenMap[K, V_co]":  # type: ignore[misc]  # a new map, nothing is put in
        """Return a map that also holds `key`, with `value` in place of what it held before."""
        return FrozenMap({**self._items, key: value})

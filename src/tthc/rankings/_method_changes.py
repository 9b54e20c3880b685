"""What changed in the method of an index from one edition to another, in words."""

from collections.abc import Iterable
from fractions import Fraction

from tthc.rankings.edition import Edition, IndexMethod
from tthc.rankings.reasons import Reason

__all__ = ["method_changes"]

_AGGREGATIONS = {
    "arithmetic": ("trung bình cộng có trọng số", "weighted arithmetic mean"),
    "geometric": ("trung bình nhân có trọng số", "weighted geometric mean"),
    "other": ("cách khác", "another way"),
}
_CUTS = {
    "rounded": ("làm tròn", "rounded"),
    "truncated": ("cắt bớt chữ số", "cut off"),
    "mixed": ("làm tròn hoặc cắt bớt", "rounded or cut off"),
    None: ("không rõ", "not known"),
}


def __dir__() -> list[str]:
    return __all__


def method_changes(earlier: Edition, later: Edition) -> tuple[Reason, ...]:
    """Return what changed field by field, then the later method's own note; () for one and the same method.

    Where one of the two methods is not known, that alone is said; where neither is, nothing can be.
    """
    old, new = earlier.method, later.method
    if old == new:
        return ()
    if old is None or new is None:
        name = earlier.name if old is None else later.name
        return (Reason(f"không biết phương pháp của {name}", f"the method of {name} is not known"),)
    note = (Reason.of(new.note),) if new.note and new.note != old.note else ()
    return (*_changed(old, new), *note)


def _changed(old: IndexMethod, new: IndexMethod) -> Iterable[Reason]:
    yield from _weights(old, new)
    if old.aggregation != new.aggregation:
        yield _from_to(("cách tổng hợp", "aggregation"), _AGGREGATIONS[old.aggregation], _AGGREGATIONS[new.aggregation])
    for name in dict.fromkeys([*old.components, *new.components]):
        before, after = old.components.get(name, ""), new.components.get(name, "")
        if before != after:
            yield _from_to((f"thành phần của {name}", f"parts of {name}"), _said(before), _said(after))
    if old.digits != new.digits:
        yield _from_to(("số chữ số thập phân", "decimals"), _digits(old.digits), _digits(new.digits))
    if old.rounding != new.rounding:
        yield _from_to(("cách bỏ chữ số", "digits left out"), _CUTS[old.rounding], _CUTS[new.rounding])
    if old.coverage != new.coverage:
        yield _from_to(("phạm vi", "coverage"), _said(old.coverage), _said(new.coverage))


def _weights(old: IndexMethod, new: IndexMethod) -> Iterable[Reason]:
    names = dict.fromkeys([*old.weights, *new.weights])
    moved = [name for name in names if _share(old, name) != _share(new, name)]
    if moved:
        vi, en = (
            ", ".join(f"{name} {_weight(_share(old, name))} → {_weight(_share(new, name))}" for name in moved),
        ) * 2
        yield Reason(f"trọng số: {vi}", f"weights: {en}")


def _share(method: IndexMethod, name: str) -> Fraction:
    return method.share(name) if name in method.weights else Fraction(0)


def _weight(share: Fraction) -> str:
    return f"{share.numerator}/{share.denominator}" if share.denominator > 1 else str(share.numerator)


def _digits(digits: int | None) -> tuple[str, str]:
    return _CUTS[None] if digits is None else (str(digits), str(digits))


def _said(text: str) -> tuple[str, str]:
    reason = Reason.of(text or "– / –")
    return reason.vi, reason.en


def _from_to(what: tuple[str, str], before: tuple[str, str], after: tuple[str, str]) -> Reason:
    return Reason(f"{what[0]}: {before[0]} → {after[0]}", f"{what[1]}: {before[1]} → {after[1]}")

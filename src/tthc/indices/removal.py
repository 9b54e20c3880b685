"""Leaving out one indicator or pillar at a time: whose rank hangs on it (bỏ từng chỉ tiêu)."""

from collections.abc import Hashable, Iterable, Mapping
from fractions import Fraction
from typing import Any, Generic, NamedTuple, TypeVar, cast

from tthc.frozen import FrozenMap
from tthc.indices._robust_standing import on_frozen_scale, standing
from tthc.indices.evaluation import Evaluation
from tthc.indices.index import Index
from tthc.indices.scales import ReferenceScale
from tthc.indices.variation import Variant
from tthc.rankings.agreement import agreement_of

__all__ = ["Removal", "leave_one_out"]

U = TypeVar("U", bound=Hashable)


def __dir__() -> list[str]:
    return __all__


class Removal(NamedTuple, Generic[U]):
    """What leaving out one node does: the mean shift in rank, and who moves how far (+ is up), the furthest first.

    `unranked` are units that are ranked in one of the two only.
    """

    node: str
    mean_rank_shift: Fraction | None
    moves: FrozenMap[U, int]
    unranked: tuple[U, ...]


def leave_one_out(
    subject: Index | Evaluation[U],
    data: Mapping[U, Mapping[str, Any]] | None = None,
    *,
    nodes: Iterable[str] | None = None,
    reference: ReferenceScale | None = None,
) -> tuple[Removal[U], ...]:
    """Rank again without each of the nodes (of all indicators, unless stated), one at a time, exactly.

    >>> from tthc.indices import published
    >>> data = {"A": {"OSI": 9, "TII": 5, "HCI": 5}, "B": {"OSI": 5, "TII": 7, "HCI": 6}}
    >>> [(removal.node, str(removal.mean_rank_shift)) for removal in leave_one_out(published.egdi(2024), data)]
    [('OSI', '1'), ('TII', '0'), ('HCI', '0')]
    """
    evaluation = standing(subject, data, reference)
    frozen = on_frozen_scale(evaluation)
    index = evaluation.index
    before = evaluation.ranking()
    found: list[Removal[U]] = []
    for node in (leaf.id for leaf in index.indicators) if nodes is None else nodes:
        held = evaluation.reference if frozen else None
        after = Variant(excluded=(node,)).of(index).evaluate(evaluation.data, reference=held).ranking()
        agreement = agreement_of(before, after)
        both = [unit for unit in before if before.rank(unit) is not None and after.rank(unit) is not None]
        left, right = before.among(both), after.among(both)
        moves = {unit: cast("int", left.rank(unit)) - cast("int", right.rank(unit)) for unit in left}
        furthest = sorted(moves, key=lambda unit: -abs(moves[unit]))
        gone = (*agreement.left_only, *agreement.right_only)
        found.append(
            Removal(node, agreement.mean_rank_shift, FrozenMap({unit: moves[unit] for unit in furthest}), gone)
        )
    return tuple(found)

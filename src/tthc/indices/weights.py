"""Weights that people give: the budget of points that each expert deals out (phân bổ ngân sách điểm)."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from tthc.errors import Fault, MalformedError
from tthc.exact import exact
from tthc.frozen import FrozenMap
from tthc.indices.normalise import Exact

__all__ = ["budget_weights"]


def __dir__() -> list[str]:
    return __all__


def budget_weights(votes: Iterable[Mapping[str, Exact]], *, budget: Exact = 100) -> FrozenMap[str, Fraction]:
    """Return the mean of the experts' allocations, as shares that add up to 1.

    Every expert deals out the whole `budget` over the same parts; one who does not is a fault, not scaled to fit.

    >>> budget_weights([{"OSI": 50, "TII": 30, "HCI": 20}, {"OSI": 40, "TII": 40, "HCI": 20}])["OSI"]
    Fraction(9, 20)
    """
    whole = exact(budget)
    dealt = [{part: exact(points) for part, points in vote.items()} for vote in votes]
    faults: list[Fault] = [] if dealt else [Fault("votes", (), "at least one expert")]
    if whole <= 0:
        faults.append(Fault("budget", budget, "more than 0"))
    for i, vote in enumerate(dealt):
        if set(vote) != set(dealt[0]):
            faults.append(Fault(f"votes[{i}]", sorted(vote), f"the parts {', '.join(dealt[0])}"))
        if sum(vote.values(), Fraction(0)) != whole or any(points < 0 for points in vote.values()):
            faults.append(Fault(f"votes[{i}]", vote, f"points of 0 or more that add up to {whole}"))
    if faults:
        raise MalformedError("budget", tuple(faults))
    return FrozenMap(
        {part: sum((vote[part] for vote in dealt), Fraction(0)) / (whole * len(dealt)) for part in dealt[0]}
    )

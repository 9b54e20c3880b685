"""The scores that a simulation starts from, and the scale that they stand on."""

from collections.abc import Hashable, Mapping
from typing import Any, TypeVar

from tthc.errors import StepError
from tthc.indices.evaluation import Evaluation
from tthc.indices.index import Index
from tthc.indices.scales import ReferenceScale

__all__ = ["on_frozen_scale", "standing"]

U = TypeVar("U", bound=Hashable)


def __dir__() -> list[str]:
    return __all__


def standing(
    subject: Index | Evaluation[U],
    data: Mapping[U, Mapping[str, Any]] | None,
    reference: ReferenceScale | None,
) -> Evaluation[U]:
    """Return the scores as stated."""
    if isinstance(subject, Index):
        if data is None:
            msg = "expected data beside an Index"
            raise TypeError(msg)
        return subject.evaluate(data, reference=reference)
    if data is not None or reference is not None:
        msg = "expected no data and no reference beside an Evaluation, which has its own"
        raise TypeError(msg)
    return subject


def on_frozen_scale(evaluation: Evaluation[U]) -> bool:
    """Tell whether scores stand on another scale than that of their own data."""
    try:
        own = evaluation.index.evaluate(evaluation.data).reference
    except StepError:  # one unit alone makes no scale
        return True
    return own != evaluation.reference

"""Simplification (đơn giản hóa thủ tục hành chính): who saved what, and which measures to take."""

from tthc._lazy import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tthc.simplification import apportionment as apportionment
    from tthc.simplification import choice as choice
    from tthc.simplification import sampled_apportionment as sampled_apportionment
    from tthc.simplification.apportionment import METHODS, Apportionment, Bounds, Interaction, Method, Part, apportion
    from tthc.simplification.choice import Choice, ChoiceMethod, frontier, least_effort
    from tthc.simplification.sampled_apportionment import apportion_by_sampling

__all__ = [
    "METHODS",
    "Apportionment",
    "Bounds",
    "Choice",
    "ChoiceMethod",
    "Interaction",
    "Method",
    "Part",
    "apportion",
    "apportion_by_sampling",
    "frontier",
    "least_effort",
]

_HOMES = {
    "apportionment": "METHODS Apportionment Bounds Interaction Method Part apportion",
    "choice": "Choice ChoiceMethod frontier least_effort",
    "sampled_apportionment": "apportion_by_sampling",
}


def __dir__() -> list[str]:
    return __all__


if not TYPE_CHECKING:
    __getattr__ = lazy(__name__, _HOMES, modules=" ".join(_HOMES))

"""Doors to other people's data: one module for each outside form."""

from tthc._lazy import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tthc.interop import portal as portal

__all__ = ["portal"]


def __dir__() -> list[str]:
    return __all__


if not TYPE_CHECKING:
    __getattr__ = lazy(__name__, {}, modules="portal")

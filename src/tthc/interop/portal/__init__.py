"""Records of the national public-service portal (Cổng Dịch vụ công quốc gia), in four shapes, read as `Procedure`s."""

from tthc.interop.portal._messages import MESSAGES
from tthc.interop.portal.reading import Reading, Shape, read

__all__ = ["MESSAGES", "Reading", "Shape", "read"]


def __dir__() -> list[str]:
    return __all__

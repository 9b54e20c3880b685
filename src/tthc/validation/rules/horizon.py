"""The rule on the run itself: whether the reference knowledge reaches the day asked for."""

from collections.abc import Iterable

from tthc.validation.rule import Context, Hit
from tthc.validation.rules._make import INFO, rule

__all__ = ["RULES"]


def __dir__() -> list[str]:
    return __all__


@rule(
    "TTHC001",
    "dữ liệu tham chiếu cập nhật đến ngày {as_of}; kết quả kiểm tra cho ngày {on} có thể chưa tính đến quy định mới",
    "reference knowledge ends on {as_of}; for {on} newer rules may be missing",
    severity=INFO,
    subject=object,
    why=(
        "Quy định thay đổi theo thời gian. Dùng phiên bản mới hơn hoặc truyền dữ liệu tham chiếu mới qua `known`.",
        "The law changes. Use a newer version, or bring newer reference knowledge by `known`.",
    ),
)
def beyond_horizon(_: object, context: Context) -> Iterable[Hit]:
    """Find days beyond the one up to which the reference knowledge goes."""
    if context.on > context.known.as_of:
        yield Hit((), {"as_of": f"{context.known.as_of:%d/%m/%Y}", "on": f"{context.on:%d/%m/%Y}"})


RULES = (beyond_horizon,)

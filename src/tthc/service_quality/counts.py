"""The counts that the profiles of this package use, and when each holds (các số đếm)."""

from collections.abc import Iterable, Mapping
from typing import Literal, TypeAlias

from tthc.frozen import FrozenMap

__all__ = ["COUNTS", "PENDING", "RECEIVED", "SETTLED", "When", "sum_known"]

When: TypeAlias = Literal["during", "start", "end"]
"""When a count holds: during the period, at its start, at its end."""

_COUNTS: dict[str, tuple[str, str, When]] = {
    "received_online": ("tiếp nhận trực tuyến", "received online", "during"),
    "received_direct": ("tiếp nhận trực tiếp", "received in person", "during"),
    "received_post": ("tiếp nhận qua bưu chính", "received by post", "during"),
    "carried_over": ("từ kỳ trước chuyển sang", "carried over", "start"),
    "settled_early": ("giải quyết trước hạn", "settled early", "during"),
    "settled_on_time": ("giải quyết đúng hạn", "settled on time", "during"),
    "settled_late": ("giải quyết quá hạn", "settled late", "during"),
    "settled_unjudged": ("giải quyết, không xác định được hạn", "settled, no deadline known", "during"),
    "pending_in_time": ("đang giải quyết, trong hạn", "pending within the limit", "end"),
    "pending_late": ("đang giải quyết, quá hạn", "pending beyond the limit", "end"),
    "pending_unjudged": ("đang giải quyết, không xác định được hạn", "pending, no deadline known", "end"),
    "with_e_result": ("có kết quả điện tử", "with an electronic result", "during"),
    "results_due": ("phải trả kết quả bằng văn bản", "that end with a paper", "during"),
    "digitised": ("được số hóa", "digitised", "during"),
    "reused": ("dùng lại dữ liệu số hóa", "that reuse digitised data", "during"),
    "linked": ("kết nối kho dữ liệu cá nhân", "linked to a personal store", "during"),
    "population_data": ("dùng dữ liệu dân cư", "that use population data", "during"),
    "fee_dossiers": ("có nghĩa vụ tài chính", "with something to pay", "during"),
    "paid_online": ("thanh toán trực tuyến", "paid online", "during"),
    "content": ("không quá hạn, không bị phản ánh", "neither late nor complained about", "during"),
    "announced": ("thủ tục công bố trong kỳ", "procedures announced", "during"),
    "announced_on_time": ("thủ tục công bố đúng hạn", "procedures announced on time", "during"),
    "to_enter": ("thủ tục phải công khai", "procedures to be entered", "during"),
    "entered_on_time": ("thủ tục công khai đúng hạn", "procedures entered on time", "during"),
    "published": ("thủ tục được công khai", "procedures published", "during"),
    "complete": ("thủ tục công khai đủ bộ phận", "procedures published complete", "during"),
    "to_sync": ("hồ sơ phải đồng bộ", "dossiers to be synchronised", "during"),
    "synced": ("hồ sơ đã đồng bộ", "dossiers synchronised", "during"),
    "procedures": ("thủ tục thuộc thẩm quyền", "procedures under authority", "end"),
    "services_partial": ("dịch vụ công một phần", "partial online services", "end"),
    "services_full": ("dịch vụ công toàn trình", "full online services", "end"),
    "services": ("dịch vụ công trực tuyến", "online services", "end"),
    "services_used": ("dịch vụ công có hồ sơ trực tuyến", "online services with dossiers", "end"),
    "fee_procedures": ("thủ tục có phí, lệ phí", "procedures with a fee", "end"),
    "fee_procedures_payable_online": ("thủ tục thanh toán được trực tuyến", "payable online", "end"),
    "fee_procedures_paid_online": ("thủ tục có giao dịch trực tuyến", "with online payments", "end"),
    "citizen_procedures": ("thủ tục của công dân", "procedures for citizens", "end"),
    "population_procedures": ("thủ tục kết nối dữ liệu dân cư", "linked to population data", "end"),
    "communes": ("xã, phường, đặc khu", "communes", "end"),
    "communes_certifying": ("xã chứng thực bản sao điện tử", "communes certifying electronic copies", "end"),
    "petitions": ("phản ánh, kiến nghị", "petitions", "during"),
    "petitions_on_time": ("phản ánh, kiến nghị xử lý đúng hạn", "petitions handled on time", "during"),
    "petitions_content": ("phản ánh, kiến nghị được hài lòng", "petitions to satisfaction", "during"),
}
COUNTS = FrozenMap(_COUNTS)
"""The counts that the profiles of this package use: their names in Vietnamese and English, and when they hold."""

RECEIVED = ("received_online", "received_direct", "received_post", "carried_over")
SETTLED = ("settled_early", "settled_on_time", "settled_late", "settled_unjudged")
PENDING = ("pending_in_time", "pending_late", "pending_unjudged")


def __dir__() -> list[str]:
    return __all__


def sum_known(counts: Mapping[str, int], names: Iterable[str]) -> int | None:
    """Add counts up; `None` where one is not known, but those without a deadline, which are 0 unless stated."""
    found = 0
    for name in names:
        count = counts.get(name, 0 if name.endswith("_unjudged") else None)
        if count is None:
            return None
        found += count
    return found

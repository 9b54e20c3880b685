"""The words for components, their fields and closed choices, in Vietnamese and English."""

from typing import Literal

__all__ = ["label", "word"]

_LABELS = {
    "code": ("mã thủ tục", "code"),
    "name": ("tên thủ tục", "name"),
    "field": ("lĩnh vực", "field"),
    "field_code": ("mã lĩnh vực", "code of the field"),
    "formality": ("loại thủ tục", "kind of procedure"),
    "decision": ("quyết định công bố", "announcing decision"),
    "levels": ("cấp thực hiện", "levels"),
    "steps": ("trình tự thực hiện", "sequence"),
    "methods": ("cách thức thực hiện", "methods"),
    "time_limit": ("thời hạn giải quyết", "time limit"),
    "fees": ("phí, lệ phí", "fees"),
    "cases": ("trường hợp", "cases"),
    "documents": ("thành phần hồ sơ", "documents"),
    "forms": ("mẫu đơn, mẫu tờ khai", "form templates"),
    "dossier_sets": ("số lượng hồ sơ", "sets of documents"),
    "audiences": ("đối tượng thực hiện", "audience"),
    "audience": ("đối tượng", "audience"),
    "agencies": ("cơ quan", "agencies"),
    "results": ("kết quả thực hiện", "results"),
    "conditions": ("yêu cầu, điều kiện", "conditions"),
    "legal_basis": ("căn cứ pháp lý", "legal basis"),
    "related": ("thủ tục liên quan", "related procedures"),
    "online_level": ("mức độ trực tuyến", "online level"),
    "validity": ("hiệu lực", "validity"),
    "internal": ("thủ tục nội bộ", "internal"),
    "shared": ("dịch vụ dùng chung", "shared service"),
    "non_territorial": ("không phụ thuộc địa giới hành chính", "not bound to a territory"),
    "vertical": ("ngành dọc", "vertical branch"),
    "offline_only": ("chỉ thực hiện trực tiếp", "offline only"),
    "description": ("mô tả", "description"),
    "keywords": ("từ khóa", "keywords"),
    "note": ("ghi chú", "note"),
    "source": ("nguồn", "source"),
}
_FIELDS = {
    "code": ("mã", "code"),
    "name": ("tên", "name"),
    "act": ("nộp hay xuất trình", "submit or present"),
    "actor": ("người thực hiện", "actor"),
    "address": ("địa chỉ", "address"),
    "adopted": ("ngày thông qua", "adopted"),
    "case": ("trường hợp", "case"),
    "by": ("thẩm quyền công bố", "announced by"),
    "certified": ("chứng thực", "certified"),
    "channel": ("hình thức nộp", "channel"),
    "condition": ("trường hợp phải có", "asked for when"),
    "copies": ("số bản sao", "copies"),
    "document_in_force": ("ngày văn bản có hiệu lực", "document in force"),
    "electronic": ("bản điện tử", "electronic"),
    "entered": ("ngày nhập, đăng tải", "entered"),
    "files": ("tệp mẫu", "files"),
    "form": ("biểu mẫu", "form"),
    "is_result": ("là kết quả của thủ tục khác", "result of a procedure"),
    "issuer": ("cơ quan ban hành", "issuer"),
    "kind": ("loại công bố", "kind of announcement"),
    "number": ("số, ký hiệu", "number"),
    "originals": ("số bản chính", "originals"),
    "required": ("bắt buộc", "required"),
    "role": ("vai trò", "role"),
    "shortened": ("trình tự rút gọn", "shortened procedure"),
    "signed": ("ngày ký", "signed"),
    "status": ("trạng thái", "status"),
    "template": ("mẫu kết quả", "template"),
}
_WORDS: dict[str, dict[object, tuple[str, str]]] = {
    "channel": {
        "direct": ("trực tiếp", "direct"),
        "online": ("trực tuyến", "online"),
        "post": ("dịch vụ bưu chính", "post"),
    },
    "levels": {
        "central": ("cấp bộ", "central"),
        "provincial": ("cấp tỉnh", "provincial"),
        "district": ("cấp huyện", "district"),
        "commune": ("cấp xã", "commune"),
        "other": ("cơ quan khác", "other"),
    },
    "role": {
        "settling": ("giải quyết", "settling"),
        "deciding": ("có thẩm quyền quyết định", "deciding"),
        "receiving": ("tiếp nhận", "receiving"),
        "authorised": ("được ủy quyền", "authorised"),
        "coordinating": ("phối hợp", "coordinating"),
    },
    "act": {"submit": ("nộp", "submit"), "present": ("xuất trình", "present")},
    "actor": {"applicant": ("người nộp hồ sơ", "applicant"), "agency": ("cơ quan", "agency")},
    "formality": {
        "assigned_by_law": ("được luật giao quy định chi tiết", "assigned by law"),
        "not_assigned": ("không được luật giao quy định chi tiết", "not assigned by law"),
        "other": ("loại khác", "other"),
    },
    "kind": {
        "new": ("mới ban hành", "new"),
        "amended": ("sửa đổi, bổ sung, thay thế", "amended"),
        "abolished": ("bãi bỏ, hủy bỏ", "abolished"),
    },
    "by": {
        "minister": ("bộ trưởng", "minister"),
        "province": ("chủ tịch Ủy ban nhân dân cấp tỉnh", "provincial chair"),
        "delegated": ("cơ quan được giao quy định", "delegated body"),
    },
}


def __dir__() -> list[str]:
    return __all__


def label(name: str, lang: Literal["vi", "en"] = "vi", *, inner: bool = False) -> str:
    """Return what a component, or with `inner` a field of a row, is called; what is not known goes by its own name."""
    words = (_FIELDS.get(name) if inner else None) or _LABELS.get(name)
    return name if words is None else words[lang == "en"]


def word(field: str, value: object, lang: Literal["vi", "en"] = "vi") -> str:
    """Return the word for one value of a closed choice; anything else is written as it is."""
    if isinstance(value, bool):
        return (("không", "no"), ("có", "yes"))[value][lang == "en"]
    words = _WORDS.get(field, {})
    return words[value][lang == "en"] if isinstance(value, str) and value in words else str(value)

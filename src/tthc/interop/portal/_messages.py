"""What a reader has to say of a record: codes TTHC010 to TTHC026."""

from tthc.findings import Message

__all__ = [
    "BAD_AGENCY_CODE",
    "BAD_CODE",
    "BAD_DATE",
    "BAD_FEE",
    "BAD_LEGAL_NUMBER",
    "BAD_LIMIT",
    "GLUED_COUNT",
    "GLUED_ROW",
    "MENDED",
    "MESSAGES",
    "NOT_A_RECORD",
    "NO_DAY",
    "STATED_TWICE",
    "TOO_LARGE",
    "UNKNOWN_KEY",
    "UNKNOWN_WORD",
    "UNSPLIT",
    "WRONG_KIND",
]


def __dir__() -> list[str]:
    return __all__


BAD_CODE = Message(
    "TTHC010",
    "không đọc được mã thủ tục {value}",
    "the procedure code {value} cannot be read",
)
BAD_LIMIT = Message(
    "TTHC011",
    "không đọc được thời hạn giải quyết {value}",
    "the time limit {value} cannot be read",
)
BAD_FEE = Message(
    "TTHC012",
    "không đọc được mức phí, lệ phí {value}",
    "the fee {value} cannot be read",
)
BAD_LEGAL_NUMBER = Message(
    "TTHC013",
    "không đọc được số, ký hiệu văn bản {value}",
    "the number of the legal document {value} cannot be read",
)
MENDED = Message(
    "TTHC014",
    "{value} được hiểu là {read}: {repairs}",
    "{value} is read as {read}: {repairs}",
)
UNKNOWN_WORD = Message(
    "TTHC015",
    "{value} không có trong danh mục {list}",
    "{value} is not one of the known {list}",
)
WRONG_KIND = Message(
    "TTHC016",
    "giá trị {value} không đúng kiểu dữ liệu, lẽ ra phải là {expected}",
    "the value {value} is of the wrong kind, expected {expected}",
)
UNSPLIT = Message(
    "TTHC017",
    "không tách được nội dung của bảng: {value}",
    "the table cannot be split into its cells: {value}",
)
UNKNOWN_KEY = Message(
    "TTHC018",
    "trường {value} không có trong cấu trúc dữ liệu {shape}, được giữ nguyên trong phần còn lại",
    "the field {value} does not belong to the shape {shape}; it is kept in the rest",
)
GLUED_COUNT = Message(
    "TTHC019",
    "số lượng {value} dính liền với nội dung đứng trước, được hiểu là {read}",
    "the count {value} is glued to the text before it and is read as {read}",
)
GLUED_ROW = Message(
    "TTHC020",
    "thời hạn và phí dính liền trong ô {value}, được hiểu là {read}",
    "time limit and fee are glued in the cell {value}, read as {read}",
)
BAD_AGENCY_CODE = Message(
    "TTHC021",
    "không đọc được mã cơ quan {value}",
    "the agency code {value} cannot be read",
)
BAD_DATE = Message(
    "TTHC022",
    "không đọc được ngày {value}",
    "the date {value} cannot be read",
)
NO_DAY = Message(
    "TTHC023",
    "có nêu mức độ dịch vụ công trực tuyến {value} nhưng không có ngày cập nhật để xác định nghị định áp dụng",
    "the online level {value} is stated without a day of update that tells which decree it follows",
)
STATED_TWICE = Message(
    "TTHC024",
    "nội dung {component} được nêu nhiều lần; {value} được giữ trong phần còn lại",
    "{component} is stated more than once; {value} is kept in the rest",
)
NOT_A_RECORD = Message(
    "TTHC025",
    "không phải một hồ sơ dữ liệu thủ tục (cần một bảng khóa và giá trị): {value}",
    "not a record of a procedure (a mapping of keys to values is needed): {value}",
)
TOO_LARGE = Message(
    "TTHC026",
    "dữ liệu vượt quá giới hạn: tối đa {limit}",
    "the record is beyond the bounds of a record: at most {limit}",
)

MESSAGES: tuple[Message, ...] = (
    BAD_CODE,
    BAD_LIMIT,
    BAD_FEE,
    BAD_LEGAL_NUMBER,
    MENDED,
    UNKNOWN_WORD,
    WRONG_KIND,
    UNSPLIT,
    UNKNOWN_KEY,
    GLUED_COUNT,
    GLUED_ROW,
    BAD_AGENCY_CODE,
    BAD_DATE,
    NO_DAY,
    STATED_TWICE,
    NOT_A_RECORD,
    TOO_LARGE,
)
"""The words of everything that the report of a reading may hold."""

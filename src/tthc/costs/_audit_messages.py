"""What `audit` and `audit_change` have to say, in Vietnamese and in English."""

from tthc.findings import Message

__all__ = ["MESSAGES"]


def __dir__() -> list[str]:
    return __all__


SUM = Message(
    "TTHC900",
    "tổng ghi {stated} không khớp các thành phần: cộng lại là {right} (chênh {gap})",
    "the stated total {stated} is not the sum of its parts, {right} (off by {gap})",
)
ROUNDED_SUM = Message(
    "TTHC901",
    "tổng ghi {stated} là cộng các số đã làm tròn; cộng số chính xác rồi mới làm tròn là {right}",
    "the stated total {stated} adds rounded parts; the exact parts come to {right}",
)
PERCENT = Message(
    "TTHC902",
    "{stated} % không khớp tỷ lệ {part}/{whole}: phải là {right}",
    "{stated} % is not the ratio {part}/{whole}: that is {right}",
)
PERCENT_ROUNDING = Message(
    "TTHC903",
    "{stated} % chỉ đúng khi {rounding}: {part}/{whole} là {right}",
    "{stated} % holds only when {rounding}: {part}/{whole} is {right}",
)
PRODUCT = Message(
    "TTHC904",
    "kết quả ghi {stated} không khớp phép nhân {factors} = {right}",
    "the stated result {stated} is not the product {factors} = {right}",
)
ROUNDED_FACTOR = Message(
    "TTHC905",
    "kết quả {stated} và phép nhân {factors} = {right} lệch nhau do nhân số đã làm tròn {rounded}",
    "the result {stated} and the product {factors} = {right} differ by multiplying a rounded figure, {rounded}",
)
WORK = Message(
    "TTHC906",
    "cùng một khối lượng công việc ghi hai cách khác nhau: {first} và {second}; {first} là {right}",
    "one amount of work stated in two ways that differ: {first} and {second}; {first} is {right}",
)
YEARLY = Message(
    "TTHC907",
    "mức theo năm {stated} không khớp mức theo giờ {hourly} × {hours} giờ = {right}",
    "the yearly rate {stated} is not the hourly rate {hourly} × {hours} hours = {right}",
)
NO_HOURS = Message(
    "TTHC908",
    "không nêu số giờ làm việc một năm; {stated}/{hourly} suy ra {implied} giờ",
    "hours in a year not stated; {stated}/{hourly} implies {implied}",
)
MULTIPLIER = Message(
    "TTHC909",
    "đơn giá {stated} không khớp mức gốc {base} × hệ số {multiplier} = {right}",
    "the rate {stated} is not the base {base} × the multiplier {multiplier} = {right}",
)
BAND = Message(
    "TTHC910",
    "giá một giờ suy ra là {implied}, ngoài khoảng {low}–{high}",
    "the implied price of an hour is {implied}, outside {low}–{high}",
)
FEE = Message(
    "TTHC911",
    "tính {amount} phí, lệ phí trong khi quy ước {convention} không tính phí",
    "{amount} of fees counted, while the convention {convention} counts none",
)
UPTAKE = Message(
    "TTHC912",
    "tỷ lệ áp dụng {stated} nằm ngoài khoảng từ 0 đến 1",
    "the uptake {stated} lies outside 0 to 1",
)
FREQUENCY = Message(
    "TTHC913",
    "{stated} lần một năm cho mỗi đối tượng, quá 365",
    "{stated} times a year for one subject, over 365",
)
LONG_ACT = Message(
    "TTHC914",
    "{stated} giờ cho một lần thực hiện, quá 24 giờ",
    "{stated} hours for one act, over 24",
)
SUNK = Message(
    "TTHC915",
    "tính tiết kiệm {amount} là chi phí một lần; khoản đã chi thì không tiết kiệm được nữa",
    "{amount} of one-off cost counted as saved; what has been spent is not saved any more",
)
CONFLICT = Message(
    "TTHC916",
    "các nguồn khác nhau ({sources}); lấy {chosen} theo {rule}",
    "sources differ ({sources}); {chosen} is taken by {rule}",
)
VINTAGE = Message(
    "TTHC917",
    "số liệu năm {vintage} cũ hơn năm gốc {base_year}: {what}",
    "the figure of {vintage} is older than the base year {base_year}: {what}",
)
TARIFF = Message(
    "TTHC918",
    "giá một giờ thay đổi giữa trước và sau ({who}): {old} thành {new}; so sánh không cùng cơ sở",
    "the price of an hour changes between before and after ({who}): {old} to {new}; the basis is not constant",
)
VOLUME = Message(
    "TTHC919",
    "số lượng một năm thay đổi giữa trước và sau: {old} thành {new}; so sánh không cùng cơ sở",
    "the volume of a year changes between before and after: {old} to {new}; the basis is not constant",
)
LINE = Message(
    "TTHC920",
    "dòng ghi {stated}, tính lại là {right}: {what}",
    "the row states {stated}, it comes to {right}: {what}",
)
UNREADABLE = Message("TTHC921", "không đọc được số liệu {text}: {what}", "the figure {text} cannot be read: {what}")
COLUMN = Message(
    "TTHC922",
    "cột không thuộc biểu mẫu, giữ nguyên và không tính: {heading}",
    "a column that is no part of the table, kept and not counted: {heading}",
)
ROUNDING = Message(
    "TTHC923",
    "{stated} chỉ đúng khi {rounding}: tính ra {right}",
    "{stated} holds only when {rounding}: it comes to {right}",
)

MESSAGES: tuple[Message, ...] = (
    SUM, ROUNDED_SUM, PERCENT, PERCENT_ROUNDING, PRODUCT, ROUNDED_FACTOR, WORK, YEARLY, NO_HOURS, MULTIPLIER, BAND, FEE,
    UPTAKE, FREQUENCY, LONG_ACT, SUNK, CONFLICT, VINTAGE, TARIFF, VOLUME, LINE, UNREADABLE, COLUMN, ROUNDING,
)  # fmt: skip
"""All of them, in the order of their codes."""

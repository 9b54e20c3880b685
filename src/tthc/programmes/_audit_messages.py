"""What `audit` has to say, in Vietnamese and in English."""

from tthc.findings import Message

__all__ = ["MESSAGES"]


def __dir__() -> list[str]:
    return __all__


ORPHAN = Message("TTHC930", "nhiệm vụ không dẫn về chỉ đạo nào", "the task leads up to no direction")
NOT_CARRIED = Message(
    "TTHC931",
    "chỉ đạo chưa được cụ thể hóa thành chương trình, kế hoạch nào",
    "no programme or plan carries out the direction",
)
NO_OWNER = Message("TTHC932", "nhiệm vụ không có đơn vị chủ trì", "the task has no owner")
OVERDUE = Message(
    "TTHC933",
    "quá hạn {days} ngày, chưa hoàn thành (hạn {deadline})",
    "{days} days past its deadline ({deadline}) and not done",
)
NO_THRESHOLD = Message("TTHC934", "mục tiêu không có mức phải đạt", "the target has no threshold")
NO_DEADLINE = Message("TTHC935", "nhiệm vụ không có thời hạn", "the task has no deadline")
NO_RESULT = Message("TTHC936", "nhiệm vụ đã hoàn thành nhưng không nêu kết quả", "the task is done and names no result")
NOBODYS = Message(
    "TTHC937",
    "{count} kết quả không tính được cho đơn vị nào, vì nhiệm vụ không có đơn vị chủ trì",
    "{count} results are credited to nobody, as the task has no owner",
)
NO_METRIC = Message(
    "TTHC938",
    "mục tiêu không nêu chỉ tiêu: {aim} của cái gì",
    "the target names no metric: {aim} of what",
)
NO_BASE = Message(
    "TTHC939",
    "mục tiêu tính theo tỷ lệ nhưng không có cơ số kèm ngày chốt",
    "the target is a share, and has no dated base that it is a share of",
)
NO_RATIO = Message(
    "TTHC940",
    "{stated} % không suy ra được từ số liệu: {parts} là {share}",
    "{stated} % does not follow from its parts: {parts} is {share}",
)
OTHER_ROUNDING = Message(
    "TTHC941",
    "{stated} % chỉ đúng khi {rounding}: {parts} là {share}",
    "{stated} % holds only when {rounding}: {parts} is {share}",
)
NOT_ENACTED = Message(
    "TTHC942",
    "mới ban hành {enacted} trong {planned} theo phương án ({share}); không tính phương án là kết quả",
    "{enacted} of {planned} planned are enacted ({share}); plans do not count as results",
)
CONFLICT = Message(
    "TTHC943",
    "hai số liệu khác nhau cùng ngày {day}: {first} và {second}",
    "two figures for one day, {day}: {first} and {second}",
)
REVERSED = Message(
    "TTHC944",
    "{later} ({day}) trước {earlier} ({other})",
    "{later} ({day}) before {earlier} ({other})",
)
AFTER_PLAN = Message(
    "TTHC945",
    "thời hạn {deadline} sau ngày cuối của kế hoạch ({last})",
    "the deadline {deadline} is after the last day of the plan ({last})",
)
OUTSIDE = Message(
    "TTHC946",
    "nhiệm kỳ ({term}) nằm ngoài {parent} ({span}) {how}",
    "the term ({term}) lies outside {parent} ({span}) {how}",
)
NO_LEAD = Message(
    "TTHC947",
    "không rõ người đứng đầu chịu trách nhiệm ngày {day}",
    "no head who answers is stated for {day}",
)
MISSED = Message(
    "TTHC948",
    "quá hạn {due}: {verdict}",
    "past its due day {due}: {verdict}",
)
BASE_MOVED = Message(
    "TTHC949",
    "cơ số thay đổi từ {old} thành {new}: {was} và {now} không so được với nhau; trên cơ số cũ là {on_old}",
    "the base moved from {old} to {new}: {was} and {now} do not compare; on the old base it is {on_old}",
)

MESSAGES: tuple[Message, ...] = (
    ORPHAN, NOT_CARRIED, NO_OWNER, OVERDUE, NO_THRESHOLD, NO_DEADLINE, NO_RESULT, NOBODYS, NO_METRIC, NO_BASE, NO_RATIO,
    OTHER_ROUNDING, NOT_ENACTED, CONFLICT, REVERSED, AFTER_PLAN, OUTSIDE, NO_LEAD, MISSED, BASE_MOVED,
)  # fmt: skip
"""All of them, in the order of their codes."""

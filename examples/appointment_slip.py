"""Print an appointment slip (giấy tiếp nhận hồ sơ và hẹn trả kết quả) for a dossier handed in before Tết 2026.

The slip is in the manner of form 01 of Thông tư 03/2025/TT-VPCP. Behind it stands what no slip says: which days did not
count, of what kind and by which decision; what the one-stop software would promise; and what a request for a supplement
would do to the date.
"""

import datetime as dt
from collections import Counter

import tthc
from tthc.calendar import RESTART, RESUME, VIETNAM, Pause, accept, due_after_supplement

CODE = tthc.DossierCode.parse("H26.12.3-260211-0123")
PROCEDURE = "Cấp bản sao trích lục hộ tịch"
SUBMITTED = dt.datetime(2026, 2, 11, 17, 20, tzinfo=dt.timezone(dt.timedelta(hours=7)))
LIMIT = tthc.TimeLimit.parse(
    "Không quá 05 (năm) ngày làm việc kể từ ngày nhận đủ hồ sơ; trường hợp phải xác minh thì không quá 08 ngày làm việc"
)


def main() -> None:
    """Print the slip and what explains it."""
    accepted = accept(SUBMITTED, policy="next_working_day")  # it came after closing time
    due = tthc.due(accepted.date(), LIMIT)
    slip(accepted, due)

    print("\nGIẢI THÍCH NGÀY HẸN")
    print(due)

    print("\nTỪNG NGÀY KHÔNG TÍNH")
    for day in due.skipped:
        print("-", day)
    kinds = Counter(day.kind for day in due.skipped)
    print(f"Cộng {len(due.skipped)} ngày: {kinds['holiday']} ngày lễ, tết, {kinds['rest']} ngày nghỉ hằng tuần")

    print("\nTHEO GIỜ CỦA PHẦN MỀM MỘT CỬA")
    print(tthc.due(accepted, LIMIT, model="clock").display().splitlines()[0])

    print("\nNẾU PHẢI BỔ SUNG: yêu cầu ngày 13/02/2026, nhận đủ ngày 25/02/2026")
    pauses = [Pause(dt.date(2026, 2, 13), dt.date(2026, 2, 25))]
    for words, policy in (("không tính thời gian bổ sung", RESUME), ("tính lại từ đầu", RESTART)):
        later = due_after_supplement(accepted.date(), LIMIT, pauses, policy=policy).date
        print(f"- {words}: {later:%d/%m/%Y}")

    print("\nTRẢ MUỘN, TRẢ SỚM")
    for on in (dt.date(2026, 2, 25), dt.date(2026, 3, 2)):
        print(f"- trả ngày {on:%d/%m/%Y}: sớm {due.early(on)}, quá hạn {due.overdue(on)} ngày làm việc")


def slip(accepted: dt.datetime, due: tthc.DueDate) -> None:
    """Print the slip itself."""
    assert due.date is not None  # noqa: S101 - the limit is fixed
    lines = [
        "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
        f"Mã hồ sơ: {CODE}",
        f"Thủ tục: {PROCEDURE}",
        f"Nộp hồ sơ: {SUBMITTED:%H giờ %M}, ngày {SUBMITTED:%d/%m/%Y}",
        f"Tiếp nhận: {accepted:%H giờ %M}, ngày {accepted:%d/%m/%Y}",
        f"Thời hạn giải quyết: {LIMIT.display()}",
        f"Hẹn trả kết quả: {VIETNAM.day(due.date).display().partition(':')[0]}",
        f"Trường hợp phải xác minh: {due.conditional[0].due.date:%d/%m/%Y}",
    ]
    width = max(map(len, lines))
    print(f"┌{'─' * (width + 2)}┐")
    for line in lines:
        print(f"│ {line.ljust(width)} │")
    print(f"└{'─' * (width + 2)}┘")


if __name__ == "__main__":
    main()

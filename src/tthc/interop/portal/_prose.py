"""Prose and joined lists taken apart: steps, agencies, audiences, and what a document's name says of its use.

The portal joins lists with ", " although its labels hold commas themselves, so a comma alone never divides.
"""

import functools
import re
import unicodedata

from tthc.text import nfc

__all__ = ["certified", "condition", "split_agencies", "split_labels", "split_steps"]


def __dir__() -> list[str]:
    return __all__


@functools.cache
def _step() -> re.Pattern[str]:
    # At the head of a line, behind a bullet, or behind the end of a sentence: a step that is only mentioned ("theo
    # Bước 2") stands in none of these places.
    return re.compile(
        r"(?:^[^\S\n]{0,8}(?:(?:[-*+•–]|[a-zđ0-9]{1,2}[.)])\s{0,8})?(Bước|bước)"
        r"|(?:(?<=[.;:!?>)])|\s[-*+•–])\s{0,8}(?:[-*+•–]\s{0,4})?(Bước))"
        r"[^\S\n]{0,4}([0-9]{1,3})(?![0-9])(?:[^\S\n]{0,4}([:.]))?",
        re.MULTILINE,
    )


def split_steps(text: str) -> list[tuple[str, str]]:
    """Part the sequence at its markers "Bước n" into names and descriptions; prose without markers is one step.

    >>> split_steps("Bước 1: Nộp hồ sơ. Bước 2: Trả kết quả theo Bước 1.")
    [('Bước 1', 'Nộp hồ sơ.'), ('Bước 2', 'Trả kết quả theo Bước 1.')]
    """
    steps: list[tuple[str, str]] = []
    name, start = "", 0
    for match in _step().finditer(text):
        if match[2] and not match[4] and not text[match.end() + 1 : match.end() + 2].isupper():
            continue  # inside a line and without a mark of its own: a marker only before a new sentence
        description = text[start : match.start()].strip()
        if name or description:
            steps.append((name, description))
        name, start = f"{match[1] or match[2]} {match[3]}", match.end()
    return [*steps, (name, text[start:].strip())]


def _divide(text: str, begins: re.Pattern[str] | None) -> list[str]:
    """Part a text at the commas outside brackets before a capital letter, or before one that `begins` a part."""
    parts: list[str] = []
    start = depth = 0
    for match in re.finditer(r"[()]|,\s*(?=\S)", text):
        mark = match[0][0]
        if mark == ",":
            after = match.end()
            if depth == 0 and text[after].isupper() and (begins is None or begins.match(text, after)):
                parts.append(text[start : match.start()])
                start = after
        else:
            depth = depth + 1 if mark == "(" else max(0, depth - 1)
    parts.append(text[start:])
    return [part.strip() for part in parts if part.strip()]


def split_labels(text: str) -> list[str]:
    """Part a list of labels such as audiences and levels: every label begins with a capital, commas inside do not part.

    >>> split_labels("Cán bộ, công chức, viên chức, Tổ chức (không bao gồm doanh nghiệp, HTX)")
    ['Cán bộ, công chức, viên chức', 'Tổ chức (không bao gồm doanh nghiệp, HTX)']
    """
    return _divide(text, None)


@functools.cache
def _agency() -> re.Pattern[str]:
    words = (
        "Ban|Bảo hiểm|Bệnh viện|Biên phòng|Bộ|Bưu điện|Cảnh sát|Cảng vụ|Cấp|Chánh|Chi cục|Chi nhánh|Chính phủ|"
        "Chủ tịch|Cơ quan|Cơ sở|Công an|Công đoàn|Cục|Doanh nghiệp|Đại sứ quán|Đội|Đồn|Giám đốc|Hải quan|Hội|"
        "Kho bạc|Kiểm toán|Lãnh sự|Ngân hàng|Người đứng đầu|Phòng|Quốc hội|Quỹ|Sở|Tập đoàn|Thanh tra|Thi hành án|"
        "Thống đốc|Thuế|Thủ trưởng|Thủ tướng|Tổ chức|Tổng|Toà án|Tòa án|Trạm|Trung tâm|Trường|Trưởng|Tư lệnh|"
        "UBND|Uỷ ban|Ủy ban|Văn phòng|Viện|Vụ"
    )
    forms = {unicodedata.normalize(form, words) for form in ("NFC", "NFD")}
    return re.compile(f"(?:{'|'.join(sorted(forms))})(?!\\w)", re.IGNORECASE)


def split_agencies(text: str) -> list[str]:
    """Part a list of agencies: a comma parts only before a capital word that begins the name of an agency.

    >>> split_agencies("Cục cảnh sát quản lý hành chính về trật tự, xã hội, Công an tỉnh")
    ['Cục cảnh sát quản lý hành chính về trật tự, xã hội', 'Công an tỉnh']
    """
    return _divide(text, _agency())


@functools.cache
def _conditions() -> re.Pattern[str]:
    # "Đối với" begins a condition only where it stands in brackets or at the head of a clause: elsewhere it says what
    # the paper is about. What is excepted ("trừ trường hợp") is no condition.
    return re.compile(
        r"\((nếu có)\)"
        r"|(?<!trừ )((?:trong )?trường hợp [^;:.()\n]{1,300})"
        r"|(?:^[-+*•– ]{0,4}|\(|[;.] )(đối với [^;:.()\n]{1,300})",
        re.IGNORECASE,
    )


def condition(name: str) -> str | None:
    """Return the phrase of a document's name that says when the paper is asked for.

    >>> condition("Văn bản ủy quyền (nếu có)"), condition("Tờ khai")
    ('nếu có', None)
    >>> condition("Trường hợp trẻ em bị bỏ rơi thì phải có biên bản")
    'Trường hợp trẻ em bị bỏ rơi'
    """
    match = _conditions().search(nfc(name))
    if match is None:
        return None
    phrase = match[1] or match[2] or match[3]
    return phrase.partition(" thì ")[0].strip(" ,")


def certified(name: str) -> bool | None:
    """Tell whether a document's name asks for a certified copy; `None` where it does not say.

    >>> certified("Bản sao có chứng thực giấy khai sinh"), certified("Tờ khai")
    (True, None)
    """
    plain = nfc(name).casefold()
    return True if "bản sao có chứng thực" in plain or "bản sao chứng thực" in plain else None

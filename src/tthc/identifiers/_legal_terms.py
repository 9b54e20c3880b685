"""The closed list of document types, and the issuing bodies known by their abbreviation.

Types: NĐ 30/2020/NĐ-CP phụ lục III, and the types of normative documents before and after it. Bodies are open-ended:
the list serves to mend spellings and to find where a body ends in text whose cells are glued together.
"""

import functools

__all__ = [
    "BODIES",
    "EARLY",
    "JOINT",
    "KINDS",
    "NORMATIVE",
    "OFFICIAL_LETTER",
    "PARTY",
    "UNMISTAKABLE",
    "spelled",
]


def __dir__() -> list[str]:
    return __all__


OFFICIAL_LETTER = ("Công văn", "Official letter")

KINDS: dict[str, tuple[str, str]] = {
    # normative
    "NĐ": ("Nghị định", "Decree"),
    "NQ": ("Nghị quyết", "Resolution"),
    "QĐ": ("Quyết định", "Decision"),
    "TT": ("Thông tư", "Circular"),
    "TTLT": ("Thông tư liên tịch", "Joint circular"),
    "NQLT": ("Nghị quyết liên tịch", "Joint resolution"),
    "CT": ("Chỉ thị", "Directive"),
    "PL": ("Pháp lệnh", "Ordinance"),
    "L": ("Lệnh", "Order"),
    "LCT": ("Lệnh công bố", "Order of promulgation"),
    "TTLB": ("Thông tư liên bộ", "Inter-ministerial circular"),
    "TTLN": ("Thông tư liên ngành", "Inter-agency circular"),
    # administrative
    "VBHN": ("Văn bản hợp nhất", "Consolidated text"),
    "QC": ("Quy chế", "Statute"),
    "QyĐ": ("Quy định", "Regulation"),
    "TC": ("Thông cáo", "Communiqué"),
    "TB": ("Thông báo", "Notice"),
    "HD": ("Hướng dẫn", "Guidelines"),
    "CTr": ("Chương trình", "Programme"),
    "KH": ("Kế hoạch", "Plan"),
    "PA": ("Phương án", "Option paper"),
    "ĐA": ("Đề án", "Scheme"),
    "DA": ("Dự án", "Project"),
    "BC": ("Báo cáo", "Report"),
    "BB": ("Biên bản", "Minutes"),
    "TTr": ("Tờ trình", "Submission"),
    "HĐ": ("Hợp đồng", "Contract"),
    "CĐ": ("Công điện", "Official telegram"),
    "BGN": ("Bản ghi nhớ", "Memorandum"),
    "BTT": ("Bản thỏa thuận", "Agreement"),
    "GUQ": ("Giấy ủy quyền", "Power of attorney"),
    "GM": ("Giấy mời", "Invitation"),
    "GGT": ("Giấy giới thiệu", "Letter of introduction"),
    "GNP": ("Giấy nghỉ phép", "Leave permit"),
    "PG": ("Phiếu gửi", "Dispatch slip"),
    "PC": ("Phiếu chuyển", "Transfer slip"),
    "PB": ("Phiếu báo", "Notification slip"),
    "SY": ("Bản sao y", "Copy"),
    "TrS": ("Bản trích sao", "Extract"),
    "SL": ("Bản sao lục", "Copy of a copy"),
    # the Party's own, and the letter that some offices write for a công văn
    "KL": ("Kết luận", "Conclusion"),
    "CV": OFFICIAL_LETTER,
}

JOINT = frozenset({"TTLT", "NQLT", "TTLB", "TTLN"})
UNMISTAKABLE = frozenset({"NĐ", "NQ", "QĐ"})
"""Types that no abbreviation of a body begins with."""

NORMATIVE = JOINT | {"NĐ", "NQ", "QĐ", "TT", "CT", "PL", "L", "LCT"}

EARLY = frozenset({"CP", "TTg", "HĐBT", "HĐNN", "CTN", "HĐCP"})
"""The bodies whose documents bore no type in their number before 1997 (`27/CP`, `115-TTg`)."""

PARTY = frozenset({"TW", "TƯ", "BBT", "BCT", "TU", "ĐU", "ĐUK", "HU", "QU", "BCSĐ", "BTCTW", "BTGTW", "UBKTTW", "VPTW"})
"""Organs of the Party, whose numbers stand as `80-NQ/TW`."""

_NAMES = (
    "QH UBTVQH VPQH VPCTN TANDTC VKSNDTC KTNN HĐTP HĐND UBND VPCP TTCP NHNN"
    " BCA BQP BNG BNV BTP BTC BCT BXD BYT BGDĐT BKHCN BVHTTDL BNNMT BDTTG"
    " BGTVT BKHĐT BTTTT BLĐTBXH BNNPTNT BNN BTNMT UBDT BHXH TCHQ UBTƯMTTQVN STP SNgV TTPVHCC TW"
)
BODIES = EARLY | frozenset(_NAMES.split())


def _bare(text: str) -> str:
    return text.casefold().replace("đ", "d").replace("ư", "u")


@functools.cache
def _spellings(*, kind: bool) -> dict[str, tuple[str, str]]:
    names = KINDS if kind else BODIES
    by_case = {name.casefold(): name for name in names}
    return {
        **{_bare(name): (name, "abbreviation") for name in names if _bare(name) not in by_case},
        **{folded: (name, "case") for folded, name in by_case.items()},
        **({"ttl": ("TTLT", "abbreviation")} if kind else {}),
    }


def spelled(token: str, *, kind: bool) -> tuple[str, str] | None:
    """Return the type or body that a token stands for and the repair that mends its spelling ("" for none).

    `None` for a token that is neither a known name nor a misspelling of one.

    >>> spelled("QD", kind=True), spelled("TTG", kind=False), spelled("CP", kind=False), spelled("XX", kind=True)
    (('QĐ', 'abbreviation'), ('TTg', 'case'), ('CP', ''), None)
    """
    if token in (KINDS if kind else BODIES):
        return token, ""
    spellings = _spellings(kind=kind)
    folded = token.casefold()
    return spellings.get(folded) or spellings.get(_bare(folded))

"""The words of what is questionable about a tally: TTHC950 to TTHC953."""

from tthc.findings import Message

__all__ = ["MESSAGES"]

UNBALANCED = Message(
    "TTHC950",
    "tiếp nhận và kỳ trước chuyển sang {received} hồ sơ, đã giải quyết và đang giải quyết {accounted}",
    "{received} dossiers received or carried over, but {accounted} settled or pending",
)
BROKEN = Message(
    "TTHC951",
    "cuối kỳ trước còn {pending} hồ sơ đang giải quyết, đầu kỳ sau ghi {carried} hồ sơ chuyển sang",
    "{pending} dossiers pending at the end of one period, {carried} carried over into the next",
)
OVERLAPPING = Message(
    "TTHC952",
    "hai kỳ có ngày chung nên có hồ sơ được đếm hai lần: {before}; {after}",
    "two periods share days, so dossiers are counted twice: {before}; {after}",
)
EXCESS = Message("TTHC953", "tử số {above} lớn hơn mẫu số {below}", "the numerator {above} is above {below}")

MESSAGES: tuple[Message, ...] = (UNBALANCED, BROKEN, OVERLAPPING, EXCESS)
"""Every message of this package, in the order of the codes."""


def __dir__() -> list[str]:
    return __all__

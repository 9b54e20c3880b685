"""The words of verdicts on ranks, in Vietnamese and English."""

from fractions import Fraction
from typing import TYPE_CHECKING

from tthc.rankings.reasons import Reason

if TYPE_CHECKING:
    from tthc.rankings._verdict_places import Place
    from tthc.rankings.outcomes import Outcome, TieOrder

__all__ = ["change_words", "join", "names", "of_words", "rank_words", "together"]

_FIELDS = {
    "index": ("chỉ số", "index"),
    "edition": ("kỳ", "edition"),
    "unit": ("đơn vị", "unit"),
    "rank": ("thứ hạng", "rank"),
    "of": ("tổng số", "total"),
    "change": ("mức tăng giảm", "change"),
    "was": ("hạng trước", "former rank"),
    "since": ("kỳ so sánh", "base edition"),
    "group": ("khu vực", "group"),
}


def __dir__() -> list[str]:
    return __all__


def names(fields: tuple[str, ...]) -> tuple[str, str]:
    """Return the words for some fields of a claim."""
    return ", ".join(_FIELDS[f][0] for f in fields), ", ".join(_FIELDS[f][1] for f in fields)


def join(reasons: "list[Reason]") -> Reason:
    """Put several reasons into one, each once."""
    once = list(dict.fromkeys(reasons))
    return Reason("; ".join(reason.vi for reason in once), "; ".join(reason.en for reason in once))


def _moved(change: int | Fraction) -> tuple[str, str]:
    """Say a change of rank: `tăng 7 bậc`."""
    if not change:
        return "không thay đổi", "unchanged"
    size = abs(change)
    return (
        f"{'tăng' if change > 0 else 'giảm'} {size} bậc",
        f"{'up' if change > 0 else 'down'} {size} {'place' if size == 1 else 'places'}",
    )


def _shared(place: "Place") -> tuple[str, str]:
    first, last = place.tied
    return (f" (đồng hạng {first}–{last})", f" (tied {first}–{last})") if last > first else ("", "")


def _dated(place: "Place", language: int) -> str:
    first, last = place.tied
    shared = f", {('đồng hạng', 'tied')[language]} {first}–{last}" if last > first else ""
    return f"{place.rank} ({place.edition.year}{shared})"


def _open(place: "Place") -> tuple[int, int]:
    return place.tied if place.certain else place.reach


def rank_words(stated: int, place: "Place", outcome: "Outcome", orders: "tuple[TieOrder, ...]") -> Reason:
    """Say what was found about a rank, that of the claim's own edition or the former one."""
    year, (vi, en) = place.edition.year, _shared(place)
    if outcome == "true":
        return Reason(f"năm {year} đúng là hạng {place.rank}{vi}", f"in {year} it is rank {place.rank}{en}")
    right = Reason(f"năm {year} là hạng {place.rank}{vi}", f"in {year} it is rank {place.rank}{en}")
    if outcome == "true_under":
        return Reason(
            f"{right.vi}, hạng {stated} chỉ đúng nếu {_ordered(orders, 0)}",
            f"{right.en}, {stated} holds only if {_ordered(orders, 1)}",
        )
    if outcome == "undecided":
        first, last = _open(place)
        return Reason(
            f"theo các chữ số đã công bố, năm {year} là một hạng từ {first} đến {last}, chưa thể nói có phải {stated}",
            f"by the printed digits it is one of the ranks {first} to {last} in {year}; whether {stated} is left open",
        )
    return Reason(f"{right.vi}, không phải {stated}", f"{right.en}, not {stated}")


def _ordered(orders: "tuple[TieOrder, ...]", language: int) -> str:
    texts = [order.text("vi" if language == 0 else "en") for order in orders]
    return (" hoặc ", " or ")[language].join(texts)


def change_words(
    stated: int, before: "Place", after: "Place", outcome: "Outcome", orders: "tuple[TieOrder, ...]"
) -> Reason:
    """Say what was found about a change of rank."""
    vi, en = _moved(before.rank - after.rank)
    path = [" → ".join(_dated(place, language) for place in (before, after)) for language in (0, 1)]
    if outcome == "true":
        return Reason(f"đúng là {vi}: {path[0]}", f"{en} is right: {path[1]}")
    right = Reason(f"tính ra {vi}: {path[0]}", f"it is {en}: {path[1]}")
    said = _moved(stated)
    if outcome == "true_under":
        return Reason(
            f"{right.vi}; {said[0]} chỉ đúng nếu {_ordered(orders, 0)}",
            f"{right.en}; {said[1]} holds only if {_ordered(orders, 1)}",
        )
    if outcome == "undecided":
        (old_best, old_worst), (new_best, new_worst) = _open(before), _open(after)
        best, worst = _moved(old_worst - new_best), _moved(old_best - new_worst)
        return Reason(
            f"theo các chữ số đã công bố, mức tăng giảm có thể từ “{worst[0]}” đến “{best[0]}”",
            f"by the printed digits the change may be anything from {worst[1]} to {best[1]}",
        )
    return Reason(f"{right.vi}, không phải {said[0]}", f"{right.en}, not {said[1]}")


def together(orders: "tuple[TieOrder, ...]") -> Reason:
    """Say under which orders everything that a claim says holds at once."""
    return Reason(f"tất cả cùng đúng nếu {_ordered(orders, 0)}", f"all of it holds if {_ordered(orders, 1)}")


def of_words(stated: int, listed: int, ranked: int, *, true: bool) -> Reason:
    """Say which total was meant: of those listed, or of those with a rank."""
    if listed == ranked:
        both = f"bảng có {listed} đơn vị, đều được xếp hạng", f"the table lists {listed} units, all of them ranked"
    else:
        both = (
            f"bảng có {listed} đơn vị, {ranked} được xếp hạng",
            f"the table lists {listed} units and ranks {ranked} of them",
        )
    if not true:
        return Reason(f"{both[0]}, không phải {stated}", f"{both[1]}, not {stated}")
    if listed == ranked:
        return Reason(*both)
    which = (
        ("số đơn vị trong bảng", "the units listed") if stated == listed else ("số được xếp hạng", "the units ranked")
    )
    return Reason(f"{stated} là {which[0]} ({both[0]})", f"{stated} are {which[1]} ({both[1]})")

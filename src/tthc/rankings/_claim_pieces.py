"""`Piece`: a statement on a rank in the making; what the text has stated so far; what pieces take over."""

import attrs

from tthc.rankings._claim_atoms import Atom
from tthc.rankings.claims import RankClaim

__all__ = ["Context", "Piece", "adds_nothing", "claim_of", "is_state", "lends", "merge", "parallel", "without_former"]

_HITS = ("rank", "change", "was")
_TOLD = ("rank", "change", "was", "of", "since", "edition")


def __dir__() -> list[str]:
    return __all__


@attrs.define(slots=True, eq=False)
class Piece:
    """A statement in the making: its rank, change and former rank, the other atoms beside them, and what they give."""

    rank: Atom | None = None
    change: Atom | None = None
    was: Atom | None = None
    atoms: list[Atom] = attrs.field(factory=list[Atom])
    index: str | None = None
    unit: str | None = None
    edition: int | None = None
    group: str | None = None
    of: int | None = None
    since: int | None = None
    based: bool = False  # says what it is held against
    bracketed: bool = False
    strange: bool = False  # ranks by something that is not one of the indices
    loose: str | None = None  # a unit that the index does not usually rank
    stated: set[str] = attrs.field(factory=set[str])
    trailing: set[str] = attrs.field(factory=set[str])  # fields that stand behind the rank
    dealt: dict[str, Atom] = attrs.field(
        factory=dict[str, Atom]
    )  # from a list: "2016 và 2018 lần lượt xếp thứ 89 và 88"
    span: tuple[int, int] = (0, 0)

    @property
    def hits(self) -> list[Atom]:
        """The rank, the change and the former rank, in the order of the text."""
        return sorted((hit for hit in (self.rank, self.change, self.was) if hit), key=lambda atom: atom.first)

    def state(self, name: str, value: str | int | None, *, trailing: bool = False) -> None:
        """Set a field that the piece's own words state."""
        setattr(self, name, value)
        self.stated.add(name)
        if trailing:
            self.trailing.add(name)


@attrs.define(slots=True, eq=False)
class Context:
    """What a text has stated so far."""

    index: str | None = None
    unit: str | None = None
    edition: int | None = None
    state: str | None = None  # the last state
    body: str | None = None  # the last province or other body
    named: dict[str, str] = attrs.field(
        factory=dict[str, str]
    )  # the last province, the last body: for "của tỉnh", "của Bộ"
    region: str | None = None
    age: int = 0  # sentences since an index was spoken of
    pieces: list[Piece] = attrs.field(factory=list[Piece])  # of the sentence before

    def keep_unit(self, unit: str) -> None:
        """Remember a unit as the last one."""
        self.unit = unit
        if is_state(unit):
            self.state = unit
        else:
            self.body = unit


def is_state(unit: str) -> bool:
    """Tell whether a unit is the code of a state."""
    return len(unit) == 3 and unit.isupper()


def merge(earlier: Piece, later: Piece) -> bool:
    """Take a later piece into an earlier one of the same ("Kết quả này tăng 6 bậc"); tell whether it did."""
    if (earlier.index, earlier.unit, earlier.group) != (later.index, later.unit, later.group):
        return False
    if "edition" in earlier.stated & later.stated and earlier.edition != later.edition:
        return False
    for name in _TOLD:
        one, other = _value(earlier, name), _value(later, name)
        if one is not None and other is not None and one != other:
            return False
    for name in _TOLD:
        if getattr(earlier, name) is None:
            setattr(earlier, name, getattr(later, name))
    earlier.stated |= later.stated
    earlier.span = (min(earlier.span[0], later.span[0]), max(earlier.span[1], later.span[1]))
    return True


def _value(piece: Piece, name: str) -> int | None:
    value: Atom | int | None = getattr(piece, name)
    return value.number if isinstance(value, Atom) else value


def claim_of(piece: Piece) -> RankClaim:
    """Return a finished piece as a claim."""
    rank, change, was = (_value(piece, name) for name in _HITS)
    stated = piece.stated | {name for name in _HITS if getattr(piece, name) is not None}
    held = {"index": piece.index, "edition": piece.edition, "unit": piece.unit}
    return RankClaim(
        index=piece.index,
        edition=piece.edition,
        unit=piece.unit,
        rank=rank,
        of=piece.of,
        change=change,
        was=was,
        since=piece.since,
        group=piece.group,
        span=piece.span,
        stated=frozenset(name for name in stated if held.get(name, "") is not None),
    )


def adds_nothing(earlier: Piece, piece: Piece) -> bool:
    """Tell whether a change is only a second one of a rank: "tăng 2 bậc so với năm 2017 và 14 bậc so với năm 2016"."""
    bare = piece.rank is None and piece.was is None and not piece.stated & {"index", "unit", "edition"}
    same = [getattr(earlier, name) == getattr(piece, name) for name in ("index", "unit", "edition", "group")]
    return bare and all(same) and earlier.rank is not None and earlier.since is not None and piece.since is not None


def lends(piece: Piece, other: Piece) -> bool:
    """Tell whether a piece has a unit for those behind it; one in brackets only for others that name their index."""
    return not piece.bracketed or (other.bracketed and "index" in other.stated)


def without_former(pieces: list[Piece]) -> list[Piece]:
    """Take a rank in brackets of the base year, or of a year before a movement, as the former rank."""
    kept: list[Piece] = []
    for piece in pieces:
        last = kept[-1] if kept else None
        if last is not None and _is_former(piece, last):
            last.was, last.since = piece.rank, piece.edition
            last.stated.add("since")
        else:
            kept.append(piece)
    return kept


def _is_former(piece: Piece, last: Piece) -> bool:
    if not (piece.bracketed and piece.rank and piece.stated <= {"edition", "of"} and "edition" in piece.stated):
        return False
    moved = last.rank is not None and (last.rank.arrives or last.change is not None)
    alike = last.since == piece.edition or (last.since is None and (last.edition or 0) > (piece.edition or 0))
    return moved and last.was is None and not piece.change and alike


def parallel(one: Piece, other: Piece) -> bool:
    """Tell whether two pieces are members of one list: each names its own unit, or each its own index."""
    return any(
        name in one.stated and name in other.stated and getattr(one, name) != getattr(other, name)
        for name in ("unit", "index")
    )

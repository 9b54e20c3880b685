"""Which of the things said belong to one statement: claims from the atoms of a text, sentence by sentence.

A sentence is cut into one piece for each rank. A piece takes its index, unit and year from its own words, else from the
pieces before it in the sentence, from a frame at the end of a list ("… (Việt Nam, năm 2022)"), or from earlier
sentences. What it takes over is not among the fields that it states.
"""

from collections.abc import Iterable

import attrs

from tthc.rankings._claim_atoms import Atom
from tthc.rankings._claim_grammar import Sentence
from tthc.rankings._claim_names import DOMESTIC
from tthc.rankings._claim_owning import Owning
from tthc.rankings._claim_pieces import (
    Context,
    Piece,
    adds_nothing,
    claim_of,
    is_state,
    lends,
    merge,
    parallel,
    without_former,
)
from tthc.rankings.claims import RankClaim

__all__ = ["claims_of"]

_REACH = 8  # an index counts as spoken of for so many sentences
_REGIONAL = 60  # no region has more states; a rank out of more is one of the world
_STATES_IN = {"ASEAN": 11, "Đông Nam Á": 11}


def __dir__() -> list[str]:
    return __all__


def claims_of(text: Iterable[Sentence]) -> list[RankClaim]:
    """Put the claims of a text together, in its order."""
    context = Context()
    found: list[Piece] = []
    for sentence in text:
        fresh: list[Piece] = []
        for piece in _Assembler(sentence, context).pieces():
            if not any(merge(earlier, piece) or adds_nothing(earlier, piece) for earlier in (*context.pieces, *fresh)):
                fresh.append(piece)
        found += fresh
        if fresh or sentence.atoms:
            context.pieces = fresh
    return [claim_of(piece) for piece in sorted(found, key=lambda piece: piece.span)]


class _Assembler(Owning):
    """Fills the pieces of one sentence."""

    def pieces(self) -> list[Piece]:
        pieces = self.cut()
        for piece in pieces:
            self.own(piece)
        for order, piece in enumerate(pieces):
            near = (p.index for p in (piece, *reversed(pieces[:order]), *pieces[order + 1 :]) if p.index)
            self.own_unit(piece, next(near, self.context.index))
        for name in ("index", "edition", "unit"):
            self._share(pieces, name)
        pieces = without_former([piece for piece in pieces if not piece.strange])
        self._regions(pieces)
        self._bases(pieces)
        spoken = any(atom.kind == "index" and not atom.weak for atom in self.atoms)
        spoken = spoken or any("index" in piece.stated for piece in pieces)
        kept = [copy for piece in pieces if self._counts(piece, spoken=spoken) for copy in self._each(piece)]
        self._remember(pieces)
        for piece in kept:
            hits = [hit for hit in piece.hits if hit is piece.rank or id(hit) not in map(id, self.paired.values())]
            first, end = self.words[hits[0].first].first, self.words[max(hit.end for hit in hits) - 1].end
            piece.span = (self.sentence.tokens.starts[first], self.sentence.tokens.ends[end - 1])
        return kept

    # ── what pieces lend one another ────────────────────────────────────────────────────────────────────────────────
    def _share(self, pieces: list[Piece], name: str) -> None:
        held = getattr(self.context, name)
        for order, piece in enumerate(pieces):
            if name in piece.stated:
                continue
            left = (getattr(p, name) for p in reversed(pieces[:order]) if name != "unit" or lends(p, piece))
            value = next((v for v in left if v is not None), None)
            if value is None:
                value = self._from_behind(piece, pieces[order + 1 :], name, held)
            if name == "unit":
                value = self._fitting_unit(piece, value)
            setattr(piece, name, value)

    def _from_behind(self, piece: Piece, behind: list[Piece], name: str, held: str | int | None) -> str | int | None:
        """Take over what stands at the end of a list, else what the text has stated, else what is stated next."""
        frame = next((p for p in behind if name in p.trailing), None)
        if frame is not None and (held is None or parallel(piece, frame)):
            return getattr(frame, name)  # type: ignore[no-any-return]
        if held is None and name != "edition":  # "Sau khi giảm 6 bậc, TII của Việt Nam …"
            found = next((p for p in behind if name in p.stated), None)
            cut_off = found is not None and name == "index" and self._is_cut_off(piece, found)
            if found is not None and name == "unit":
                subject = (a.text for a in found.atoms if a.kind == "unit" and a.role == "subject" and a.text)
                return next(subject, found.unit)
            return None if found is None or cut_off else getattr(found, name)
        return held

    def _is_cut_off(self, piece: Piece, other: Piece) -> bool:
        """Tell whether a rank stands in a clause of its own: "Xuất khẩu gạo đứng thứ ba; LPI đứng thứ 43"."""
        end, first = max(hit.end for hit in piece.hits), other.hits[0].first
        return self.gap(end, first) >= (4 if piece.rank else 5)

    def _fitting_unit(self, piece: Piece, value: str | int | None) -> str | int | None:
        """Return the unit carried over if the index ranks its kind, else the last that it does rank."""
        domestic = piece.index in DOMESTIC
        if isinstance(value, str) and piece.index is not None and domestic == is_state(value):
            value = self.context.body if domestic else self.context.state
        if value is None and piece.loose is not None:
            piece.state("unit", piece.loose)
            return piece.loose
        return value

    def _regions(self, pieces: list[Piece]) -> None:
        """Give each rank the region, and of how many, that a frame before it names: "Trong 11 nước Đông Nam Á, …"."""
        frame: str | None = None
        many: int | None = None
        for piece in pieces:
            first = piece.hits[0].first
            for atom in piece.atoms:
                if atom.kind == "group" and not atom.weak and atom.first < first:
                    frame = atom.text
                elif atom.kind == "group" and piece.rank and self._is_region_of(atom, piece.rank):
                    piece.state("group", atom.text)
                elif atom.kind == "world" and atom.first < first:
                    frame = None
                elif atom.kind == "of":
                    many = atom.number
            if piece.rank and piece.rank.how != "world":
                self._place(piece, frame, many)

    def _is_region_of(self, atom: Atom, rank: Atom) -> bool:
        """Tell whether a region behind a rank is the rank's: "second only to Singapore in ASEAN"."""
        near = 0 <= atom.first - rank.end <= 10 and self.gap(rank.end, atom.first) < 2
        return near and not atom.weak and not rank.text and rank.how != "world" and (rank.of or 0) <= _REGIONAL

    def _place(self, piece: Piece, frame: str | None, many: int | None) -> None:
        if piece.group == "khu vực":
            piece.group = frame or self.context.region or "khu vực"
        elif piece.group is None and frame and (piece.of or 0) <= _REGIONAL and _is_within(piece, frame):
            piece.group = frame
            if any(atom.kind == "group" for atom in piece.atoms):
                piece.stated.add("group")
        if many and piece.of is None and (piece.group is None or frame):
            piece.state("of", many)
        self.context.region = piece.group or self.context.region

    def _bases(self, pieces: list[Piece]) -> None:
        """A base year at the head or the end of the sentence counts for every change without one."""
        bases = [atom for atom in self.atoms if atom.kind == "since"]
        if not pieces or not bases:
            return
        first, last = pieces[0].hits[0].first, max(hit.end for hit in pieces[-1].hits)
        framing = [a for a in bases if a.first < first]
        framing = framing or [a for a in bases if a.first >= last and not self.is_apart(a, last)]
        year = framing[-1].year if framing else None
        if year is None:
            return
        for piece in pieces:
            alike = piece.edition is None or pieces[-1].edition in {None, piece.edition}
            moved = piece.change is not None and piece.change.number != 0
            if moved and not piece.based and alike and (piece.edition or 9999) > year:
                piece.since = year

    # ── the end ─────────────────────────────────────────────────────────────────────────────────────────────────────
    def _counts(self, piece: Piece, *, spoken: bool) -> bool:
        """Tell whether a piece is a statement: an index is spoken of, and a rank, not just a number."""
        if piece.index is None or (piece.rank is None and piece.change and piece.change.weak and not piece.unit):
            return False
        if "index" in piece.stated or spoken:
            return True
        rank = piece.rank
        if rank is not None and rank.how == "item" and self.context.age:
            return False  # a numbered list of something else
        firm = rank is None or not rank.weak or rank.of is not None or piece.change or piece.was
        return self.context.age <= _REACH and bool(firm or piece.stated & {"unit", "edition"})

    def _each(self, piece: Piece) -> list[Piece]:
        """Return a piece for each of several units or years: "Hà Nội và Hải Phòng cùng xếp thứ 3"."""
        for run in self.runs("year"):
            if piece.edition in {a.year for a in run} and "year" not in piece.dealt and set(run) <= set(piece.atoms):
                return [attrs.evolve(piece, edition=atom.year, stated=set(piece.stated)) for atom in run]
        if any(atom.kind == "both" for atom in piece.atoms) and "unit" not in piece.dealt:
            for run in self.runs("unit"):
                if run[-1].text == piece.unit and all(atom.role == "subject" for atom in run):
                    return [attrs.evolve(piece, unit=atom.text, stated=set(piece.stated)) for atom in run]
        return [piece]

    def _remember(self, pieces: list[Piece]) -> None:
        """Keep what the sentence stated last for those that follow."""
        context = self.context
        context.age += 1
        for piece in [piece for piece in pieces if not piece.bracketed] or pieces:
            if piece.index:
                context.index, context.age = piece.index, 0
            context.edition = piece.edition or context.edition
            if piece.unit:
                context.keep_unit(piece.unit)
        if not pieces:
            self._remember_mentions()

    def _remember_mentions(self) -> None:
        atoms, context = self.sentence.atoms, self.context
        named = [a for a in atoms if a.kind == "index" and (not a.weak or a.role == "told")]
        years = [a for a in atoms if a.kind == "year"]
        if named:
            context.index, context.age = named[-1].text, 0
            year = ([a for a in years if a.linked >= 0] or years)[-1:]
            context.edition = year[0].year if year else context.edition
        elif any(atom.kind == "stranger" for atom in atoms):
            context.index = None
        for atom in atoms:
            if atom.kind == "unit" and atom.role in {"subject", "weak"}:
                if atom.how != "state":
                    context.named[atom.how] = atom.text
                context.keep_unit(atom.text)


def _is_within(piece: Piece, region: str) -> bool:
    return piece.rank is None or piece.rank.number <= _STATES_IN.get(region, _REGIONAL)

"""Cutting a sentence into statements: one for each rank, or change that has no rank beside it."""

from itertools import pairwise

from tthc.rankings._claim_atoms import Atom
from tthc.rankings._claim_grammar import Sentence
from tthc.rankings._claim_pieces import Piece

__all__ = ["Cutting"]

_BREAKS = {";": 5, ",": 3, ")": 2, ":": 2, "(": 1, "|": 3, "[": 1, "]": 2}
_HITS = frozenset({"rank", "change", "was"})
_FURTHEST = 60  # words to look through for a break


def __dir__() -> list[str]:
    return __all__


class Cutting:
    """The atoms of one sentence, the breaks between them, and the lists among them."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.words = sentence.words
        self.atoms = _without_targets(sentence.atoms)
        self.dealt: dict[int, Atom] = {}  # by id of a hit: the year, name or unit that a list gives it
        self.paired: dict[int, Atom] = {}  # by id of a rank: the change that a list gives it

    def gap(self, first: int, end: int) -> int:
        """Return how strong the break between two places is: none 0, a comma or "và" 3, both or "còn" 4, a ";" 5."""
        strongest, joined = 0, False
        for at in range(first, min(end, first + _FURTHEST)):
            lex = self.words[at]
            if "but" in lex.tags:
                strongest = max(strongest, 4)
            elif "and" in lex.tags:
                joined = True
            elif lex.text == "-" and not self.sentence.tokens.touch(lex.first):
                strongest = max(strongest, 3)
            elif "sign" in lex.tags:
                strongest = max(strongest, _BREAKS.get(lex.text, 0))
        if joined:
            return 4 if strongest in {3, 4} else max(strongest, 3)
        return strongest

    # ── pieces ──────────────────────────────────────────────────────────────────────────────────────────────────────
    def cut(self) -> list[Piece]:
        """Return the pieces of the sentence, each with its atoms."""
        skipped = self._lists()
        atoms = [atom for atom in self.atoms if id(atom) not in skipped]
        hits = [at for at, atom in enumerate(atoms) if atom.kind in _HITS]
        if not hits:
            return []
        pieces: list[Piece] = []
        places: list[list[int]] = []
        for at, behind in zip(hits, [*hits[1:], None], strict=True):
            if pieces and self._joins(pieces[-1], places[-1], at, atoms, behind):
                places[-1].append(at)
            else:
                pieces.append(Piece())
                places.append([at])
            setattr(pieces[-1], atoms[at].kind, atoms[at])
        cuts = [0, *(self._cut_between(atoms, one[-1], other[0]) for one, other in pairwise(places)), len(atoms)]
        for piece, (start, end) in zip(pieces, pairwise(cuts), strict=True):
            piece.atoms = atoms[start:end]
            self._deal_out(piece)
        return pieces

    def _joins(self, piece: Piece, place: list[int], at: int, atoms: list[Atom], behind: int | None) -> bool:
        """Tell whether a rank, change or former rank belongs to the piece before it."""
        hit, last = atoms[at], atoms[place[-1]]
        gap = self.gap(last.end, hit.first)
        if getattr(piece, hit.kind) is not None or hit.listed or gap >= 5:
            return False
        if piece.rank and hit.kind == "was" and hit.arrives:
            return False
        if (
            piece.rank
            and hit.kind == "change"
            and behind is not None
            and self._goes_with_next(piece.rank, at, behind, atoms, gap)
        ):
            return False
        before = [atom for atom in atoms[max(0, place[0] - 6) : place[0]] if atom.kind in {"index", "unit", "year"}]
        between = atoms[place[-1] + 1 : at]
        return not any(self._opens(atom, hit, last.end, before) for atom in between)

    def _goes_with_next(self, rank: Atom, at: int, behind: int, atoms: list[Atom], gap: int) -> bool:
        """Tell whether a change is that of the rank behind it: "xếp thứ 52, tăng 19 bậc lên hạng 33"."""
        change, following = atoms[at], atoms[behind]
        if following.kind == "change" or not following.arrives or following.number == rank.number:
            return False
        closed = any(atom.kind in {"index", "unit", "since"} for atom in atoms[at + 1 : behind])
        return not closed and self.gap(change.end, following.first) <= gap

    def _opens(self, atom: Atom, hit: Atom, end: int, before: list[Atom]) -> bool:
        """Tell whether a name or year between two hits opens a statement of its own."""
        named = atom.kind in {"index", "stranger", "year"} or (atom.kind == "unit" and atom.role in {"subject", "its"})
        if not named:
            return False
        same = [earlier for earlier in before if earlier.kind == atom.kind]
        if self.gap(end, atom.first) >= 3:
            repeats = bool(same) and (same[-1].text, same[-1].year) == (atom.text, atom.year)
            return not repeats and (bool(same) or hit.kind != "rank")
        return atom.kind == "unit" and hit.kind == "rank" and bool(same) and atom.end == hit.first

    def _cut_between(self, atoms: list[Atom], last: int, first: int) -> int:
        """Return where the piece with the hit `last` ends and the next begins: at the strongest break between."""
        best, strength = first, -9
        for at in range(last + 1, first + 1):
            # a base year belongs to what stands before it
            gap = self.gap(atoms[at - 1].end, atoms[at].first)
            if gap == 2 and atoms[at - 1].kind == "year" and self.words[atoms[at - 1].end].text == ":":
                gap = 0  # "2021: 29th"
            gap -= 2 * (gap < 5 and atoms[at].kind == "since" and at < first)
            if gap > strength:
                best, strength = at, gap
        return best

    # ── lists ───────────────────────────────────────────────────────────────────────────────────────────────────────
    def _lists(self) -> set[int]:
        """Find lists of ranks that go with lists of names or years, and of changes that go with them.

        Returns the ids of the atoms that are dealt out or mean nothing by themselves.
        """
        skipped: set[int] = set()
        runs = self.runs("rank")
        for run in [*runs, *self.runs("change")]:
            names = self._names_for(run)
            for hit, name in zip(run, names, strict=False):
                self.dealt[id(hit)] = name
                hit.listed = True
                skipped.add(id(name))
            if not names and not any(
                atom.kind == "unit" and run[0].first < atom.first < run[-1].first for atom in self.atoms
            ):
                skipped |= {id(atom) for atom in run if atom.listed and atom.of is None}
        if any(
            atom.kind == "respective" for atom in self.atoms
        ):  # "5th on PAPI and 13th on PCI, down one and up one …"
            runs.append([atom for atom in self.atoms if atom.kind == "rank"])
        for ranks in runs:
            for changes in self.runs("change"):
                if len(ranks) == len(changes):
                    self.paired |= {id(rank): change for rank, change in zip(ranks, changes, strict=True)}
                    skipped |= {id(change) for change in changes}
        return skipped

    def _names_for(self, run: list[Atom]) -> list[Atom]:
        """Return the list of years, indices or units that a list of ranks goes with."""
        if len({atom.text for atom in run}) > 1:
            return []  # one in the world, one in a region
        for kind in ("year", "index", "unit"):
            for names in self.runs(kind):
                different = len({(atom.text, atom.year) for atom in names}) == len(run) == len(names)
                if different and all(atom.role in {"subject", "told", "weak"} for atom in names):
                    return names
        return []

    def runs(self, kind: str) -> list[list[Atom]]:
        """Return the lists of at least two atoms of a kind with nothing but a comma or "và" between them."""
        runs: list[list[Atom]] = [[]]
        for before, atom in zip([None, *self.atoms], self.atoms, strict=False):
            if atom.kind != kind or (kind == "year" and atom.year is None):
                continue
            near = before is not None and before.kind == kind and self._is_near(before, atom)
            if not (near and runs[-1] and self._are_listed(runs[-1][-1].end, atom.first)):
                runs.append([])
            runs[-1].append(atom)
        return [run for run in runs if len(run) > 1]

    def _is_near(self, before: Atom, atom: Atom) -> bool:
        between = self.words[before.end : atom.first]
        return len(between) <= 3 and (atom.kind != "year" or not any(lex.number for lex in between))

    def _are_listed(self, end: int, first: int) -> bool:
        """Tell whether nothing but a comma or "và" stands between two places."""
        return self.gap(end, first) in {3, 4} and not any("but" in lex.tags for lex in self.words[end:first])

    def _deal_out(self, piece: Piece) -> None:
        for hit in piece.hits:
            name = self.dealt.get(id(hit))
            if name is not None:
                piece.dealt[name.kind] = name
        if piece.rank and id(piece.rank) in self.paired:
            piece.change = piece.change or self.paired[id(piece.rank)]


def _without_targets(atoms: list[Atom]) -> list[Atom]:
    """Leave out what is only aimed at: "phấn đấu đến năm 2025 xếp thứ 50"."""
    kept: list[Atom] = []
    aimed, latest = False, 0
    for atom in atoms:
        if atom.kind in {"target", "now"}:
            aimed = atom.kind == "target"
        if aimed and atom.kind == "year" and atom.year is not None:
            aimed, latest = atom.year >= latest, max(latest, atom.year)  # back in time: no aim any more
        if atom.kind in {"target", "now"}:
            continue
        if not (aimed and atom.kind in {"rank", "change", "was", "year", "since", "group"}):
            kept.append(atom)
    return kept

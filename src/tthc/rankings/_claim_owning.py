"""What the words of a piece state themselves: its index, unit, year, and the year that a change is held against."""

from tthc.rankings._claim_atoms import Atom, words
from tthc.rankings._claim_cutting import Cutting
from tthc.rankings._claim_grammar import Sentence
from tthc.rankings._claim_names import DOMESTIC
from tthc.rankings._claim_pieces import Context, Piece

__all__ = ["Owning"]

_TOPIC_FILL = words(
    "số the thành phần mức độ lĩnh vực its cấu ' s ’ tiêu chí of national quốc gia component phát triển"
) | {"tiêu chí"}
_TOPIC_BEFORE = words("terms regards regarding mặt về trên in on for của of with theo trong đối còn to by")
_TOPIC_TAGS = words("sign and but hosted by state province body")


def __dir__() -> list[str]:
    return __all__


class Owning(Cutting):
    """The pieces of one sentence, each with what it says itself."""

    def __init__(self, sentence: Sentence, context: Context) -> None:
        super().__init__(sentence)
        self.context = context

    def own(self, piece: Piece) -> None:
        hits = piece.hits
        first, last = hits[0].first, max(hit.end for hit in hits)
        piece.bracketed = self._is_in_brackets(first)
        for name, atom in piece.dealt.items():
            piece.state({"year": "edition"}.get(name, name), atom.year if name == "year" else atom.text)
        if "index" not in piece.stated:
            self._own_index(piece, first, last)
        if "edition" not in piece.stated:
            self._own_year(piece, first)
        if piece.rank and piece.rank.of is not None:
            piece.state("of", piece.rank.of)
        if piece.rank and piece.rank.text:
            piece.state("group", piece.rank.text)
        self._own_base(piece, last)

    def _is_in_brackets(self, at: int) -> bool:
        for back in range(at - 1, max(at - 12, -1), -1):
            if self.words[back].text in {"(", ")"}:
                return self.words[back].text == "("
        return False

    def _own_index(self, piece: Piece, first: int, last: int) -> None:
        names = [a for a in piece.atoms if a.kind in {"index", "stranger"} and (not a.weak or self._is_topic(a, piece))]
        behind = [a for a in names if any(self._touches(hit, a) for hit in piece.hits)]
        before = [a for a in names if a.first < first]
        later = [a for a in names if a.first < last or self._closes(a, last)]
        if behind:
            chosen = behind[0]
        elif before:
            chosen = before[-1]
        elif later:
            chosen = later[0]
        else:
            return
        if chosen.kind == "stranger":
            piece.strange = True
        else:
            piece.state("index", chosen.text, trailing=chosen.first >= first)

    def _closes(self, name: Atom, last: int) -> bool:
        return name.kind == "index" and not name.weak and self.gap(last, name.first) < 5

    def _touches(self, hit: Atom, atom: Atom) -> bool:
        """Tell whether a name stands behind a rank with no break between: "đứng thứ 89/193 về EGDI"."""
        if not 0 <= atom.first - hit.end <= 12 or self.gap(hit.end, atom.first) >= 2:
            return False
        return not any(hit.end <= a.first < atom.first and a.kind in {"rank", "change", "was"} for a in self.atoms)

    def _is_topic(self, atom: Atom, piece: Piece) -> bool:
        """Tell whether an everyday name is what something is ranked by: "về …", "chỉ số …", at the head of a clause."""
        hows = {a.how for a in piece.atoms if a.kind == "unit" and a.role in {"subject", "its"}}
        if hows and not (hows - {"state"} if atom.text in DOMESTIC else "state" in hows):
            return False  # provinces have no rank by an index of states
        taken_up = [lex.text for lex in self.words[atom.end : atom.end + 2]] == [",", "which"]
        if atom.role == "told" or taken_up:
            return True
        at = atom.first - 1
        while at >= 0 and atom.first - at < 5 and self.words[at].text in _TOPIC_FILL:
            at -= 1
        return at < 0 or self.words[at].text in _TOPIC_BEFORE | {"hạng mục"} or bool(self.words[at].tags & _TOPIC_TAGS)

    def own_unit(self, piece: Piece, index: str | None) -> None:
        first = piece.hits[0].first
        units = [atom for atom in piece.atoms if atom.kind == "unit"]
        for unit in units:
            if unit.role == "its":
                unit.text = self.context.named.get(unit.how) or self._named_here(unit.how)
            elif unit.how != "state":
                self.context.named[unit.how] = unit.text
        piece.loose = next((a.text for a in reversed(units) if a.role == "subject"), None)
        if "unit" in piece.stated:
            return
        beside = next((a for a in units if a.text and self._stands_at(a, first)), None)
        if beside is not None:
            piece.state("unit", beside.text)
            return
        for roles in ({"subject", "its"}, {"weak"}, {"beside"}):
            fitting = [a for a in units if a.role in roles and a.text and _fits(index, a.how)]
            before = [a for a in fitting if a.first < first]
            if roles == {"beside"}:  # "thua cả Phi-líp-pin (hạng 92)"
                fitting = before if piece.bracketed else []
            if fitting:
                chosen = before[-1] if before else fitting[0]
                piece.state("unit", chosen.text, trailing=chosen.first >= first)
                return

    def _stands_at(self, unit: Atom, first: int) -> bool:
        """Tell whether a rank is this unit's, whatever else the unit is for: "behind Laos (159th)", "Laos's 159th"."""
        between = [lex.text for lex in self.words[unit.end : first]]
        return between in (["("], ["'", "s"], ["’", "s"])

    def _named_here(self, how: str) -> str:
        named = (a.text for a in self.sentence.atoms if a.kind == "unit" and a.how == how and a.text)
        return next(named, "")

    def _own_year(self, piece: Piece, first: int) -> None:
        years = [atom for atom in piece.atoms if atom.kind == "year"]
        linked = [atom for atom in years if atom.linked >= 0 and self.words[atom.linked].text == piece.index]
        near = linked or years
        if not near:
            return
        before = [atom for atom in near if atom.first < first]
        behind = [atom for atom in near if atom.first >= first]
        if before and behind and not linked and any(self._touches(hit, behind[0]) for hit in piece.hits):
            before = []
        chosen = before[-1] if before else behind[0]
        piece.state("edition", chosen.year, trailing=chosen.first >= first)

    def _own_base(self, piece: Piece, last: int) -> None:
        if piece.was and piece.was.year is not None:
            piece.based = True
            piece.state("since", piece.was.year)
        if not (piece.change or piece.was):
            return
        for atom in piece.atoms:
            if atom.kind == "since" and not self.is_apart(atom, last):
                piece.based = True
                if piece.since is None and atom.year is not None:
                    piece.state("since", atom.year)

    def is_apart(self, base: Atom, last: int) -> bool:
        """Tell whether a base year opens a clause of its own behind a semicolon."""
        return base.first >= last and self.gap(last, base.first) >= 5


def _fits(index: str | None, how: str) -> bool:
    return index is None or (index in DOMESTIC) == (how != "state")

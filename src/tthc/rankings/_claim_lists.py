"""Ranks in lists, with no words for a rank of their own: "1. Hải Phòng", "China 11", "2018 (88)", "99 (2014)".

And what a rank is by that is none of the indices: "đứng thứ 15 về dân số", "third in the number of procedures".
"""

from itertools import pairwise

from tthc.rankings._claim_atoms import NAMES, SCORES, Atom, words
from tthc.rankings._claim_movements import Movements
from tthc.rankings._claim_words import PEERS, Lex

__all__ = ["Lists", "numbers_item"]

_MOST = 400  # no list is longer
_MARKS = words(". ) / -")
_OPENING = words(": ; , ( - – • + \n")
_SCORED = SCORES | words("score scores scored scoring values hồ sơ thủ tục")
_IN_SERIES = words(": ( - = là")
_AFTER_NAMED = words("; ) ( . : ]") | {"\n"}
_TITLES = words("tỉnh thành phố tp .")
_AFTER_ITEM = words("; , . ( ) - với đạt with :") | {"\n"}
_BY = words("về in for by on theo")
_THE = words("số the its a an terms of both overall mặt phương diện của tổng cả their this that all our khía cạnh each")
_GENERIC = words(
    "survey surveys report reports edition editions ranking rankings list lists table tables index indices year years "
    "region regions world country countries area row chart charts comparison total general release exercise assessment "
    "round charting latest same first second third kết quả thứ hạng điểm chỉ bảng báo này trên đó tổng chung toàn phía "
    "phần khối nhóm kỳ đợt lần năm vị trí xếp đích trước sau thành cuộc công đánh khảo đây nhì ba trung ngay còn "
    "mức bộ một two three four five consecutive successive straight turn between part line"
)
_UP_TO = 10


def __dir__() -> list[str]:
    return __all__


def numbers_item(part: list[Lex]) -> bool:
    """Tell whether the last word numbers an item: behind a sign, behind a comma only if it goes on counting."""
    if not part or part[-1].how != "digits" or part[-1].number > 99:
        return False
    if len(part) == 1 or part[-2].text != ",":
        return len(part) == 1 or "sign" in part[-2].tags
    earlier = pairwise(part[-30:])
    return any(lex.number == part[-1].number - 1 and behind.text == "." for lex, behind in earlier)


class Lists(Movements):
    """The rules for lists, and for what is no index."""

    _pairs: int | None = None

    # ── names and years with numbers ────────────────────────────────────────────────────────────────────────────────
    def in_list(self, at: int) -> int:
        """Read a number that is a rank by its place in a list; return where it ends, 0 if it is none."""
        return self._item(at) or self._of_year(at) or self._named(at) or self._by_index(at)

    def _item(self, at: int) -> int:
        """Read the number of an item that is what is ranked: "1. Hải Phòng; 2. Quảng Ninh"."""
        number, opened = self.lex(at).number, self.word(at - 1) == "("
        if not 1 <= number <= _MOST or self.word(at + 1) not in ({")"} if opened else {".", ")", "-"}):
            return 0
        named = at + 2
        while named - at < 5 and self.word(named) in _TITLES:
            named += 1
        before = at - 1 - opened
        starts = before < 0 or self.word(before) in _OPENING or "and" in self.tags(before)
        if not (starts and self.tags(named) & NAMES and self.word(named + 1) in _AFTER_ITEM):
            return 0
        if self.word(named + 1) == ":" and not (self.tags(named + 2) & {"number"} or self.word(named + 2) == "đạt"):
            return 0
        self.placed(Atom("rank", at, at + 1, number=number, weak=True, how="item"))
        return at + 2

    def _of_year(self, at: int) -> int:
        """Read "99 (2014)", or "48 in 2014" in a list that goes on, where the sentence speaks of ranks."""
        year = at + 2 + (self.word(at + 2) == "năm")
        bracketed = self.word(at + 1) == "(" and self.is_year(year) and self.word(year + 1) == ")"
        goes_on = (
            self.is_joined(at - 1)
            and self.word(at + 1) in {"in", "năm"}
            and self.is_year(at + 2)
            and [atom.kind for atom in self.atoms[-2:]] == ["rank", "year"]
            and self.atoms[-1].end >= at - 2
        )
        if self.ranking < 0 or not (bracketed or goes_on):
            return 0
        if self._is_scored() or not 1 <= self.lex(at).number <= _MOST:
            return 0
        return self.add(Atom("rank", at, at + 1, number=self.lex(at).number, weak=True))

    def of_named_year(self, at: int) -> int:
        """Read the rank behind a year: "2018 - 88; 2020: 86", "2018 (88)"; 0 if there is none."""
        mark = self.word(at + 1)
        if self.ranking < 0 or mark not in _IN_SERIES or self._is_scored() or not self.is_digits(at + 2):
            return 0
        if mark == "-" and (self.tokens.touch(self.lex(at + 1).first) or self.tokens.touch(self.lex(at + 2).first)):
            return 0
        behind = self.word(at + 3)
        ends = behind == ")" if mark == "(" else behind in _AFTER_NAMED or self.is_joined(at + 3)
        if not (ends and 1 <= self.lex(at + 2).number <= _MOST):
            return 0
        self.add(Atom("year", at, at + 1, year=self.lex(at).number, linked=self.index_beside(at)))
        return self.bare(at + 2)

    def _named(self, at: int) -> int:
        """Read a number behind a name in a list: "Thái Lan: 73; Lào: 162", "China 11, Malaysia 33"."""
        named = at - 1 - (self.word(at - 1) in {":", "("})
        ranked = any(atom.kind == "rank" for atom in self.atoms[-8:])
        bracketed, behind = self.word(at - 1) == "(", at + 1
        ends = (
            self.word(behind) == ")"
            if bracketed
            else (self.word(behind) in _AFTER_NAMED or self.is_joined(behind) or "but" in self.tags(behind))
        )
        named_so = self.tags(named) & NAMES or ("index" in self.tags(named) and (ranked or self.ranking >= 0))
        if not (ends and named_so and 1 <= self.lex(at).number <= _MOST):
            return 0
        return self.bare(at) if ranked or self._is_list() else 0

    def _by_index(self, at: int) -> int:
        """Read "62 on SIPAS" in a list that goes on: "58 on PAR Index, 62 on SIPAS"; 0 if it is none."""
        goes_on = self.is_joined(at - 1) and [atom.kind for atom in self.atoms[-2:]] == ["rank", "index"]
        named = self.word(at + 1) in _BY and "index" in self.tags(at + 2)
        return self.bare(at) if goes_on and named and self.atoms[-1].end == at - 1 else 0

    def _is_list(self) -> bool:
        """Tell whether the sentence names an index, and gives two names or more a whole number that is no score."""
        if self._pairs is None:
            spoken = any("index" in lex.tags and lex.how != "everyday" for lex in self.words) or self.ranking >= 0
            self._pairs = sum(self._is_pair(at) for at in range(len(self.words))) if spoken else 0
        return self._pairs > 1 and not self._is_scored()

    def _is_pair(self, at: int) -> bool:
        if not (self.tags(at) & NAMES or ("index" in self.tags(at) and self.lex(at).how != "everyday")):
            return False
        number = at + 1 + (self.word(at + 1) in {":", "("})
        return self.is_digits(number) and 1 <= self.lex(number).number <= _MOST and not self.counts_things(number + 1)

    def _is_scored(self) -> bool:
        return any(lex.text in _SCORED for lex in self.words)

    def standing_at(self, at: int) -> int:
        """Read "at 74 of 193 countries", "ending at 17/63" where the sentence speaks of an index; 0 if it is none."""
        of, end = self.of(at + 2)
        number = self.lex(at + 1).number
        if of is None and self.tags(at - 1) & NAMES and self.ranking >= 0 and 1 <= number < _MOST:
            return self.bare(at + 1)  # "the ranking had Viet Nam at 68"
        if of is None or not 1 <= number <= of or of == 100:
            return 0
        if not any(atom.kind in {"index", "change", "rank"} for atom in self.atoms[-8:]):
            return 0
        if not (self.may_follow(end) or self.word(end) in PEERS):
            return 0
        return self.placed(Atom("rank", at + 1, end, number=number, of=of))

    def respective(self, at: int) -> int:
        """Read "lần lượt là 19, 18 và 18" in a sentence that speaks of ranks; 0 if no list stands there."""
        end = at + 1
        while end - at < 4 and (self.word(end) in {"là", ":", "were", "was"} or "verb" in self.tags(end)):
            end += 1
        if self.ranking < 0 or not self.is_joined(end + 1):
            return 0
        self.add(Atom("respective", at, at + 1))
        count = len(self.atoms)
        last = self.bare(end)
        for atom in self.atoms[count:]:
            atom.listed = True
        return last or at + 1

    # ── what is no index ────────────────────────────────────────────────────────────────────────────────────────────
    def placed(self, rank: Atom) -> int:
        """Keep a rank, and what it is by if that is none of the indices."""
        end = super().placed(rank)
        self._by_another(end)
        return end

    def _by_another(self, at: int) -> None:
        """Read "về dân số", "in the number of …" behind a rank: another ranking, which the rank belongs to."""
        while "world" in self.tags(at) or self.is_year(at) or self.word(at) in {"năm", "trên"}:
            at += 1
        if self.word(at) not in _BY:
            return
        first = at + 1
        while self.word(first) in _THE and first - at < 5:
            first += 1
        lex = self.lex(first)
        other = "word" in lex.tags and lex.text not in _GENERIC and not self.tokens.is_capital(lex.first)
        other = other or lex.text in {"the number of", "number of"}
        if other and not self._names_index(first):
            self.add(Atom("stranger", first, first + 1))

    def topic(self, at: int) -> int:
        """Read "Về dân số, …" at the head of a clause: what follows is ranked by that; 0 if it is nothing known."""
        first = at + 1
        while self.word(first) in _THE and first - at < 4:
            first += 1
        lex = self.lex(first)
        heads = at == 0 or "sign" in self.tags(at - 1) or "but" in self.tags(at - 1)
        if not heads or "word" not in lex.tags or lex.text in _GENERIC or self._names_index(first):
            return 0
        return self.add(Atom("stranger", at, first))

    def _names_index(self, at: int) -> bool:
        """Tell whether the phrase that begins here names an index, or a region, a body: "quản trị của PAPI"."""
        for ahead in range(at, at + _UP_TO):
            if self.tags(ahead) & {"index", "group"}:
                return True
            if self.tags(ahead) & {"sign", "and", "but", "mark", "verb"} or self.word(ahead) == "\n":
                return False
        return False

"""What movements are held against: "so với năm 2014", "compared with 89th in 2016", "từ 99 lên 89"."""

from tthc.rankings._claim_atoms import ORDINAL_WORDS, SCORES, Atom, words
from tthc.rankings._claim_ranks import Ranks
from tthc.rankings._claim_words import PLACES, STEPS

__all__ = ["Bases"]

_RANK_WORDS = frozenset({"mark", "ranking", "en_mark"})
_FROM_WORDS = _RANK_WORDS | {"verb"}
_FILL_BASE = words(
    "năm kỳ khảo sát kết quả lần đánh giá báo cáo của ở tại vào cùng mức chính cuối đầu the in its of a survey "
    "edition report result results that figures with was it had country bản ấn phẩm đây hạng ' ’ s thời điểm đợt "
    "un year at for được là vòng their they an index liên hợp quốc only"
)
_TAGS_BASE = words("index mark verb ranking en_mark hosted report its_province published")
_OF_OTHERS = words("against versus vs")
_FILL_FORMER = words("only just ranked the a là đã chỉ")
_FILL_YEAR = words("in năm ( of for của vào ở kỳ the survey edition khảo sát trong")
_FILL_SINCE = words("năm the kỳ khảo sát survey edition")
_FILL_BETWEEN = words("the hai kỳ năm khảo sát đánh giá lần editions of its")
_FILL_FROM = words("mức chỗ the its a . # only just being năm")
_UNTIL = words("đến tới to - until lên sang")
_BEFORE_INDEX = words("năm in for of the ( ) kỳ edition 's ' ’ s về vòng bản survey un report của công bố - giai trong")
_AFTER_INDEX = words("edition of the survey un ' s ’ report ranking")


def __dir__() -> list[str]:
    return __all__


class Bases(Ranks):
    """The rules for base years and former ranks."""

    def against(self, at: int) -> int:
        """Read what a rank is held against, behind "so với": a year, a former rank, "năm trước"; 0 if it is none."""
        for end in range(at + 1, at + 15):
            tags = self.tags(end)
            if "relative" in tags:
                return self.add(Atom("since", at, end + 1))
            if self.is_year(end):
                return self._base_year(at, end)
            found = self._former_rank(end)
            if found is not None:
                return self._base_rank(at, found)
            if not (tags & _TAGS_BASE or self.word(end) in _FILL_BASE):
                return 0
        return 0

    def _base_year(self, at: int, end: int) -> int:
        if self.word(end + 1) in {"-", "/"} and self.is_digits(end + 2):
            return 0  # a period
        self.add(Atom("since", at, end + 1, year=self.lex(end).number))
        if self.word(end + 1) == "(":  # "so với năm 2014 (hạng 99)"
            found = self.marked(end + 2)
            if found is None and self.is_digits(end + 2) and self.of(end + 3)[0] is not None:
                found = Atom("rank", end + 2, self.of(end + 3)[1], number=self.lex(end + 2).number)
            if found is not None and found.number and self.word(found.end) == ")":
                return self.add(Atom("was", end + 1, found.end + 1, number=found.number))
        return end + 1

    def _former_rank(self, at: int) -> Atom | None:
        lex = self.lex(at)
        if lex.how == "ordinal" and lex.number:
            return Atom("rank", at, at + 1 + (self.word(at + 1) in PLACES), number=lex.number)
        ranked = any(atom.kind in {"rank", "change"} for atom in self.atoms[-4:])
        if lex.how == "digits" and 0 < lex.number < 400 and ranked and self._year_behind(at + 1)[0] is not None:
            return Atom("rank", at, at + 1, number=lex.number)  # "compared with 115 in 2021"
        return self.marked(at) if lex.tags & {"mark", "verb", "en_mark", "ranking"} else None

    def _base_rank(self, at: int, found: Atom) -> int:
        _, last = self.of(found.end)
        year, last = self._year_behind(last)
        if self.word(at) in _OF_OTHERS and year is None and "relative" not in self.tags(last - 1):
            return last  # held against the rank of another
        return self.add(Atom("was", at, last, number=found.number, year=year))

    def _year_behind(self, at: int) -> tuple[int | None, int]:
        """Read the year of a former rank; without one return `None` and the place given."""
        end = at
        while end - at < 5 and self.word(end) in _FILL_YEAR:
            end += 1
        if self.is_year(end):
            return self.lex(end).number, end + 1 + (self.word(end + 1) == ")" and "(" in map(self.word, range(at, end)))
        return (None, end + 1) if "relative" in self.tags(end) else (None, at)

    def former(self, at: int) -> int:
        """Read a former rank behind "sau khi xếp thứ", "having been", "previously"; 0 if there is none."""
        end = at + 1
        while end - at < 4 and self.word(end) in _FILL_FORMER:
            end += 1
        found = self._former_rank(end)
        return 0 if found is None else self._base_rank(at, found)

    def since(self, at: int) -> int:
        """Read "kể từ năm 2014", "on 2022"; 0 if there is no year."""
        end = at + 1
        over = self.word(at) == "over"
        while end - at < 4 and (self.word(end) in _FILL_SINCE or (over and "index" in self.tags(end))):
            end += 1
        if "relative" in self.tags(end):
            return self.add(Atom("since", at, end + 1))
        if not self.is_year(end) or self.word(end + 1) in {"-", "/"}:
            return 0
        if self.word(at) in {"on", "over"}:  # "up two ranks on 2022", but not "on the 2022 index"
            moved = any(atom.kind == "change" for atom in self.atoms[-2:])
            if not moved or (not over and self.index_beside(end) > end):
                return 0
        return self.add(Atom("since", at, end + 1, year=self.lex(end).number))

    def index_beside(self, at: int) -> int:
        """Return the place of the name of the index that a year stands beside; -1 if there is none."""
        for back in range(at - 1, at - 5, -1):
            if "index" in self.tags(back):
                return back
            if self.word(back) not in _BEFORE_INDEX:
                break
        for ahead in range(at + 1, at + 6):
            if "index" in self.tags(ahead):
                return ahead
            if self.word(ahead) not in _AFTER_INDEX:
                break
        return -1

    def between(self, at: int) -> int:
        """Read "between 2014 and 2016"; 0 if there are no two years."""
        first = at + 1
        while self.word(first) in _FILL_BETWEEN and first - at < 6:
            first += 1
        if not (self.is_year(first) and "and" in self.tags(first + 1)):
            return 0
        last = first + 2 + (self.word(first + 2) in {"năm", "the"})
        if not self.is_year(last):
            return 0
        self.add(Atom("since", at, first + 1, year=self.lex(first).number))
        return self.add(Atom("year", last, last + 1, year=self.lex(last).number))

    def from_(self, at: int) -> int:
        """Read "từ hạng 99 năm 2014 lên 89", "from 69th to 70th", "từ năm 2014 đến năm 2016"; 0 if it is none."""
        end, marked = at + 1, False
        while end - at < 5 and (self.tags(end) & _FROM_WORDS or self.word(end) in _FILL_FROM):
            marked = marked or bool(self.tags(end) & _RANK_WORDS)
            end += 1
        if self.is_year(end):
            return self._from_year(at, end)
        lex = self.lex(end)
        number = lex.number or ORDINAL_WORDS.get(lex.text, 0) or int("first" in lex.tags)
        if not 1 <= number < 10**6:
            return 0
        marked = marked or "first" in lex.tags
        end += lex.how == "ordinal" and self.word(end + 1) in PLACES
        of, behind = self.of(end + 1)
        year, behind = self._year_behind(behind)
        arrival = self.arrival(behind)
        follows = self._has_moved(at)
        if self.word(behind) in STEPS | SCORES or (of is not None and arrival is None and not follows):
            return 0
        if not (marked or lex.how == "ordinal" or of is not None):
            spoken = self.ranking >= 0 and (
                year is not None or self.is_moving(end + 1) or self.word(end + 1) in {",", "("}
            )
            if (arrival is None or lex.how != "digits" or not spoken) and not (follows and year):
                return 0
        self.add(Atom("was", at, behind, number=number, year=year, arrives=arrival is not None))
        return behind if arrival is None else self.placed(arrival)

    def _has_moved(self, at: int) -> bool:
        """Tell whether a change or an arrival ends here: "climbed five rungs from 7/63", "up to 39 from 64"."""
        last = self.atoms[-2:]
        if not last or at - last[-1].end > 1:
            return False
        arrived = [atom.arrives for atom in last if atom.kind == "rank"]
        return last[-1].kind == "change" or (any(arrived) and last[-1].kind in {"rank", "year"})

    def _from_year(self, at: int, end: int) -> int:
        self.add(Atom("since", at, end + 1, year=self.lex(end).number))
        last = end + 2 + (self.word(end + 2) == "năm")
        if self.word(end + 1) in _UNTIL and self.is_year(last):
            return self.add(Atom("year", last, last + 1, year=self.lex(last).number))
        return end + 1

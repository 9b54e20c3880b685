"""Ranks in running text: "xếp thứ 89/193", "vị trí số 1", "ranked 89th out of 193", "đứng đầu", "là 86/193"."""

from tthc.rankings._claim_atoms import ARRIVING, NAMES, ORDINAL_WORDS, SCORES, Atom, Looking, words
from tthc.rankings._claim_words import MONTHS, PEERS, PLACES, STEPS, Lex

__all__ = ["Ranks"]

_OF_FIRST = words("trên trong of out among amongst khối giữa")
_OF_PLAIN = words("trên of out")
_OF_FILL = words("its tổng số of the all a total tất cả các toàn khối field list gồm some only bảng thảy nhóm")
_TO_REGION = PEERS | words(
    "trong ở tại của các nước quốc gia in within the among of region ( khối nền kinh tế thành viên all 's tỉnh "
    "vùng on trên nhóm có"
)
_FILL = words("là ở tại vào được đang at of in as the only a số vẫn chỉ : đứng với just ( is was an joint")
_VERBS_OF_RANK = frozenset({"xếp", "đứng", "xếp ở", "đứng ở"})
_BY_NUMBER = words("rank ranks ranked ranking no number # position positioned placed numbered rankings positions")
_OTHERS_BEFORE = words(
    "lần kỳ họp phiên khóa thế kỷ đợt năm điều sáng chiều tối ngày tháng quý tuần cấp viện viên danh nghề lái "
    "chương động thị loại giải chứng tàu ghế vé nhà đường bằng xe thợ sạn người bậc lớp tập khoản mục chức trạm "
    "chợ di tích lập phong decision resolution circular decree law phase round section chapter article"
)
_EVENTS = MONTHS | words("anniversary congress session quarter century")
_WEEKDAY = words("hàng ngày tuần trưởng")
_NAMED_BEFORE = NAMES | {"index", "and", "up", "down"}
_BEFORE_WORD = ARRIVING | {",", "(", ":", "-"}
_AFTER_ORDINAL = words(
    "in on of out among for from and but this overall at by as to a again when it is was during under across then "
    "not still last best amongst ( ) , . ; : - / ' ’ \" ” “ with within only per"
) | {"\n"}
_OWNED = words("its his her their our every each")
_TAGS_AFTER_ORDINAL = words(
    "against since from and but up down world region beside by hosted respective report both now zero number "
    "later relative former"
)
_BEFORE_ORDINAL = words(
    "joint tied equal was is were be been being to from only still again remains remained stayed , ( : - it puts put "
    "as hold holds held than lies now just even"
) | {"\n"}
_TAGS_BEFORE_ORDINAL = NAMES | words("index and hosted en_mark up down from beside verb")
_TOLD_BY = words("là : ( at is was of ở đạt")
_BETWEEN_NAME_AND_RANK = words(": ( ) là năm của - = at is was in the đạt ở về đang of [ |")
_COUNTED = words("tổng tỷ tỉ lệ lượng total share number")
_GROUPED = words("nhóm các những tốp top người số among")
_MOST = 999  # states, provinces, ministries … that one index ranks
_EVERYDAY_LEADING = words("leads led heads headed leading topped tops topping")
_ADJECTIVE_AFTER = words("the a as world s of other and")
_MOST_SO = words("innovative competitive secure digital digitally advanced developed")
_ARRIVING_FILL = words("đã , và rồi mạnh ở chỉ number no . # and just đang được")


def __dir__() -> list[str]:
    return __all__


class Ranks(Looking):
    """The rules for ranks."""

    # ── of how many, in which region ────────────────────────────────────────────────────────────────────────────────
    def of(self, at: int, *, noun: bool = False) -> tuple[int | None, int]:
        """Read of how many there are, where that begins here; return it, if it is there, and where it ends.

        With `noun` a word for states, provinces or the like has to follow.
        """
        if self.word(at) == "/":
            whole = self.lex(at + 1)
            fits = whole.number > 0 and whole.how == "digits" and self.word(at + 2) != "/"
            return (whole.number, at + 2) if fits else (None, at)
        opened = self.word(at) == "("
        end = at + opened
        first = self.word(end)
        if first not in _OF_FIRST:
            return None, at
        end += 1
        while self.word(end) in _OF_FILL and end - at < 7:
            end += 1
        lex = self.lex(end)
        if lex.number < 2 or lex.how == "ordinal" or self.word(end + 1) in SCORES:
            return None, at
        peers = self.word(end + 1) in PEERS or self.word(end + 2) in PEERS or "group" in self.tags(end + 1)
        plain = first in _OF_PLAIN and not noun and not self.is_year(end)
        if not (peers or plain or "số" in {self.word(end - 1), self.word(end - 2)}):
            return None, at
        end += 1
        return lex.number, end + (opened and self.word(end) == ")")

    def is_frame(self, at: int) -> bool:
        """Tell whether a clause begins here with a word that may say of how many: "Trên tổng số 193 quốc gia, …"."""
        return self.word(at) in _OF_FIRST and (at == 0 or "sign" in self.tags(at - 1))

    def placed(self, rank: Atom) -> int:
        """Keep a rank, with what stands behind it: of how many, in which region, and a list that goes on."""
        if rank.of is None:
            rank.of, rank.end = self.of(rank.end)
        self._region(rank)
        before = rank.first - 1
        rank.arrives = rank.arrives or self.is_moving(before)
        self.ranking = rank.first
        end = self.add(rank)
        while self.is_joined(end) and rank.how != "leads":
            last = self._goes_on(end + 1)
            if not last:
                break
            end = last
        return end

    def _region(self, rank: Atom) -> None:
        end = rank.end
        while end - rank.end < 7 and (self.word(end) in _TO_REGION or "region" in self.tags(end)):
            if "region" in self.tags(end):
                rank.text, rank.end = "khu vực", end + 1
            end += 1
        if "group" in self.tags(end):
            rank.text, rank.end = self.word(end), end + 1
        elif "world" in self.tags(end):
            rank.how, rank.end = "world", end + 1

    def _goes_on(self, at: int) -> int:
        """Read a bare rank that goes on with a list; return where it ends, 0 if there is none."""
        lex = self.lex(at)
        if lex.how != "digits" or not 0 < lex.number < 1900 or self.counts_things(at + 1):
            return 0
        of, last = self.of(at + 1)
        if not self.may_follow(last) or self.word(last) == "/":
            return 0
        return self.add(Atom("rank", at, last, number=lex.number, of=of, listed=True))

    # ── behind words for a rank ─────────────────────────────────────────────────────────────────────────────────────
    def rank(self, at: int) -> int:
        """Read a rank behind words for one; 0 if there is none."""
        found = self.marked(at)
        if found and "both" in self.tags(at):
            self.add(Atom("both", at, at + 1))
        return self.placed(found) if found else 0

    def marked(self, at: int) -> Atom | None:
        """Read a rank behind "xếp thứ", "vị trí", "ranked" that begin here, without of how many."""
        end, seen, verb = at, "", False
        while end - at < 9 and not (self.lex(end).number or self.word(end) in ORDINAL_WORDS):
            lex = self.lex(end)
            if lex.tags & {"mark", "verb", "ranking", "en_mark"}:
                verb = verb or "verb" in lex.tags
                seen = _seen(lex, seen)
            elif not (lex.text in _FILL or (lex.text == "." and self.word(end - 1) == "no")) or end == at:
                return None
            end += 1
        lex = self.lex(end)
        number = lex.number or ORDINAL_WORDS.get(lex.text, 0)
        if not seen or not 1 <= number < 10**7 or self._is_other_number(at, end, seen, verb=verb):
            return None
        end += 1
        if lex.how == "ordinal" and self.word(end) in PLACES:
            end += 1
        return Atom("rank", at, end, number=number, weak=seen == "thứ")

    def _is_other_number(self, at: int, end: int, seen: str, *, verb: bool) -> bool:
        """Tell whether a number behind words for a rank is none: a year, a score, a class, a weekday, an event."""
        lex, after = self.lex(end), self.word(end + 1)
        if (self.is_year(end) and after != "/") or after in SCORES or (after == "từ" and self.word(end + 2) == "dưới"):
            return True
        if "mark" in self.tags(at) and self.word(at - 1).split(" ")[-1] in _OTHERS_BEFORE:
            return True
        if lex.how == "ordinal":
            return after in _EVENTS
        if seen == "place" or (seen == "verb" and lex.how == "words"):
            return True
        if seen in {"verb", "number"}:
            return after in PEERS or after in MONTHS
        return seen == "thứ" and not verb and self._is_weekday(at, end)

    def _is_weekday(self, at: int, end: int) -> bool:
        """Tell whether "thứ" with a number is a day of the week, or "secondly"."""
        after = self.word(end + 1)
        if self.is_digits(end):
            return after in _WEEKDAY
        if after in _WEEKDAY or (after == "," and "ngày" in {self.word(end + 2), self.word(end + 3)}):
            return True
        return not (self.tags(at - 1) & _NAMED_BEFORE or self.word(at - 1) in _BEFORE_WORD)

    def ordinal(self, at: int) -> int:
        """Read an English ordinal, which is a rank unless a noun follows; one in words needs a verb before."""
        lex = self.words[at]
        noun = self.word(at + 1) in PLACES
        end = at + 1 + noun
        if self.word(end) == "-" and self.word(end + 1) in {"placed", "ranked"}:
            noun, end = True, end + 2  # "third-placed"
        before, after = self.word(at - 1), self.word(end)
        noun = noun or (after == "most" and self.word(end + 1) in _MOST_SO)
        if lex.number < 1 or "not" in self.tags(at - 1):
            return end
        if after == "of" and (self.word(end + 1) in MONTHS or before in {"a", "one", "two"}):
            return end
        if not (noun or self._is_told_ordinal(at, before, after, self.tags(end))):
            return end
        if "relative" in self.tags(end) and any(atom.kind == "rank" for atom in self.atoms):
            return self.add(Atom("was", at, end + 1, number=lex.number))  # "it was 115th a year before"
        return self.placed(Atom("rank", at, end, number=lex.number, weak=not noun))

    def _is_told_ordinal(self, at: int, before: str, after: str, tags: frozenset[str]) -> bool:
        """Tell whether an ordinal is a rank with no noun behind it, by the words before and after."""
        if before in _OWNED or not (after in _AFTER_ORDINAL or tags & _TAGS_AFTER_ORDINAL):
            return False
        if after == "," and before in {"\n", ";"}:
            return False  # "First, …; second, …"
        if self.is_digit_ordinal(at):
            return True
        told = before in _BEFORE_ORDINAL or self.tags(at - 1) & _TAGS_BEFORE_ORDINAL or after == "best"
        return bool(told) and not (self.words[at].number == 1 and before in {"at", "from", ","})

    def is_digit_ordinal(self, at: int) -> bool:
        return "0" <= self.word(at)[0] <= "9"

    def leads(self, at: int) -> int:
        """Read "đứng đầu", "topped": rank 1, unless said of a group ("nhóm 70 nước dẫn đầu")."""
        for back in range(at - 1, at - 7, -1):
            if (
                self.tags(back) & NAMES
                or "index" in self.tags(back)
                or (self.word(back) in {",", "là", "\n"} and self.word(back + 1) != "thành")
            ):
                break
            counted = self.lex(back).number and self.word(back + 1) in PEERS
            if counted or self.word(back) in _GROUPED:
                return at + 1
        if self.word(at) == "leading" and self.word(at - 1) in _ADJECTIVE_AFTER:
            return at + 1  # "the leading countries"
        if self.word(at) in _EVERYDAY_LEADING and not any(
            self.tags(k) & {"index", "group"} or self.word(k) in {"ranking", "rankings", "table"}
            for k in range(at + 1, at + 7)
        ):
            return at + 1
        if self.word(at + 1) in {"nhóm", "tốp"} and self.word(at + 2) not in PEERS:
            return at + 1  # "dẫn đầu nhóm tăng hạng"
        number = 1 + ("second" in self.tags(at))
        return self.placed(Atom("rank", at, at + 1, number=number, how="leads", weak=True))

    # ── without words for a rank ────────────────────────────────────────────────────────────────────────────────────
    def fraction(self, at: int) -> int:
        """Read a quotient: a rank behind the name of an index, or behind "là" where the sentence speaks of ranks."""
        of, end = self.of(at + 1)
        if of is None:
            end = at + 2
            while end < len(self.words) and self.tokens.touch(self.lex(end).first) and end - at < 12:
                end += 1
            return end  # the number of a document or a date: 766/QĐ-TTg, 28/3/2019
        number = self.words[at].number
        if self.is_year(at + 2) or not 1 <= number <= of <= _MOST or of == 100:
            return end
        if not (self.may_follow(end) or self.word(end) in PEERS):
            return end
        series = self.ranking >= 0 and self.word(end) == "(" and self.is_year(end + 1)
        told = series or self._is_told(at)
        if told or (self.atoms and self.atoms[-1].kind == "rank" and at - self.atoms[-1].end == 1):
            return self.placed(Atom("rank", at, end, number=number, of=of, weak=True, listed=not told))
        return end

    def _is_told(self, at: int) -> bool:
        """Tell whether a quotient is a rank by what stands before it: an index, "là", a movement, "năm 2016:"."""
        back, named = at - 1, False
        while at - back < 10:
            if self.tags(back) & NAMES or self.is_year(back):
                named = True
            elif self.word(back) not in _BETWEEN_NAME_AND_RANK and not self.tags(back) & {"hosted", "verb"}:
                break
            back -= 1
        before = self.word(at - 1)
        if (
            "index" in self.tags(back)
            or "zero" in self.tags(at - 1)
            or (before in _TOLD_BY and self.speaks_of_ranks(at))
        ):
            return True
        recent = any(atom.kind == "change" and at - atom.end < 8 for atom in self.atoms[-2:])
        if recent and before == "đạt":
            return True
        if before in ARRIVING or before.endswith((" lên", " xuống")):
            if any(self.word(k) in _COUNTED for k in range(at - 5, at - 1)):
                return False
            return recent or any(self.tags(k) & {"up", "down"} for k in (at - 1, at - 2))
        spoken = self.ranking >= 0 or any(atom.kind == "index" and not atom.weak for atom in self.atoms)
        return named and spoken and before in {":", "(", "-"} and self.word(back) in {",", ";", "\n", ":"}

    def told(self, at: int) -> int:
        """Read "thứ hạng của Việt Nam là 88", "its rank was 88": one rank, or a list; 0 if there is none."""
        if not self.speaks_of_ranks(at, alone=True):
            return 0
        count = len(self.atoms)
        end = self.bare(at + 1)
        for back in range(at - 3, at - 7, -1):  # "its rank among 193 countries was 107"
            of, last = self.of(back, noun=True)
            if of is not None and last <= at and len(self.atoms) > count and self.atoms[count].of is None:
                self.atoms[count].of = of
        return end

    def bare(self, at: int) -> int:
        """Read a rank that is a number alone, and what goes on with a list behind it; 0 if it is none."""
        lex = self.lex(at)
        if lex.how != "digits" or not 0 < lex.number < 1900 or not self.may_follow(at + 1):
            return 0
        if self.word(at + 1) in {"/", "%", "-"} or self.counts_things(at + 1):
            return 0
        return self.placed(Atom("rank", at, at + 1, number=lex.number, weak=True))

    def arrival(self, at: int) -> Atom | None:
        """Find the bare rank that a movement arrives at, with nothing but verbs before it: "lên 24", "to 89"."""
        end, moved = at, False
        while end - at < 8 and not self.lex(end).number:
            if self.is_moving(end):
                moved = True
            elif not ("mark" in self.tags(end) or self.word(end) in _ARRIVING_FILL):
                return None
            end += 1
        lex = self.lex(end)
        if not moved or lex.how not in {"digits", "ordinal"} or self.is_year(end):
            return None
        behind = end + 1 + (lex.how == "ordinal" and self.word(end + 1) in PLACES)
        if not (self.may_follow(behind) or self.word(behind) == "/") or self.word(behind) in SCORES | STEPS:
            return None
        return Atom("rank", end, behind, number=lex.number, arrives=True)


def _seen(lex: Lex, seen: str) -> str:
    """Tell how surely the words so far speak of a rank: "thứ" alone, a word for one, a verb, an English noun."""
    if "mark" in lex.tags:
        return "thứ" if lex.text == "thứ" and not seen else "mark"
    if lex.text in _VERBS_OF_RANK or lex.text == "xếp hạng":
        return seen or "verb"
    if "en_mark" in lex.tags:
        return "number" if lex.text in _BY_NUMBER else seen or "place"
    return seen

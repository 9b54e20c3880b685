"""What the words of a text say of ranks, sentence by sentence: ranks, changes, former ranks, base years, names, years.

Every rule looks a bounded number of words ahead or back, so the work grows with the length of the text and no faster.
Which of the things said belong together is decided in `_claim_assembling`.
"""

from collections.abc import Callable, Iterator

import attrs

from tthc.rankings._claim_atoms import NAMES, Atom, Kind, words
from tthc.rankings._claim_lists import Lists, numbers_item
from tthc.rankings._claim_tokens import Tokens
from tthc.rankings._claim_words import MONTHS, PEERS, Lex, read

__all__ = ["Sentence", "sentences"]

_LONG, _LONGEST = 200, 300  # no sentence is so long; it is cut, so that the work grows with the text and no faster
_ABBREVIATIONS = words("tp no st mr mrs ms dr ths ts gs pgs tx vs q p tr art dec")
_DATED = words("ngày tháng quý chiều sáng tối hôm trưa đêm q1 q2 q3 q4 quarter")
_IN_DATES = words("/ - tháng và đến")
_BEFORE_YEAR = words(
    "both cả năm in for of the ( kỳ - khảo sát cáo during edition survey and , sang đến tới vòng to from 's s trong "
    "index until through"
) | {"\n"}
_LAWS = words("định quyết tư luật thị decision resolution circular decree law lệnh")
_PUBLISHED_FILL = words("năm in đầu cuối giữa vào trong tháng")
_AFTER_INDEX_WORD = words(
    "này của trên đó năm xếp là đã được , . có tăng giảm ; : ( ) đứng vẫn còn và trong mà như về đánh thành nói "
    "cũng ở đạt số cấp theo do cả đều với tổng quan chung chính"
)
_RANKED_BY = words("index ranking rankings survey sub-index component")
_RANKED_BEFORE = words("bảng khảo chỉ ranking rankings survey report") | {
    "xếp hạng",
    "thứ hạng",
    "vị trí", "bảng xếp hạng", "báo cáo", "đánh giá",
}  # fmt: skip
_USED = words("cung cấp dụng hiện cổng khai số hồ tỷ tỉ thư qua bằng nhờ mạnh")
_OF_LEVEL = frozenset({"mức độ", "toàn"})
_PERIODS = frozenset({"mức độ", "giai đoạn", "thời kỳ", "nhiệm kỳ"})
_SKIP_REGION = PEERS | words("nhóm các nước khu vực quốc gia số the khối tổng tất cả all of thành viên vùng toàn")
_BEFORE_REGION = words("trong ở tại in among within across xét riêng giữa amongst khối trên of over for")
_IS = words("là is was are were")
_SKIP_UNIT = words(
    "neighbouring neighboring láng giềng cả các nước the only to là với được khá tỉnh thành phố tp . both even "
    "just chỉ quốc gia mỗi"
)
_BEFORE_REPORT = words("đã vừa cũng mới tỉnh thành phố tp . ' ’ s has chính thức")
_PREDICATE = frozenset({"verb", "mark", "en_mark", "ranking", "first", "second", "up", "down"})
_TITLE = words("tỉnh thành phố tp . province of city")
_SAID: tuple[Kind, ...] = ("target", "now", "respective", "both", "stranger", "world")


def __dir__() -> list[str]:
    return __all__


@attrs.define(slots=True, eq=False)
class Sentence:
    """The atoms of a sentence, and its words."""

    words: list[Lex]
    atoms: list[Atom]
    tokens: Tokens


def sentences(text: str) -> Iterator[Sentence]:
    """Read a text, sentence by sentence."""
    tokens = Tokens(text)
    tokens.join_lines()
    part: list[Lex] = []
    found = read(tokens)
    for at, lex in enumerate(found):
        stops = "sign" in lex.tags and _stops(tokens, part, found, at)
        if not stops:
            part.append(lex)
        if stops or len(part) >= _LONGEST or (len(part) >= _LONG and lex.text in {",", ";"}):
            yield _Reader(tokens, part).sentence()
            part = []
    yield _Reader(tokens, part).sentence()


def _stops(tokens: Tokens, part: list[Lex], found: list[Lex], at: int) -> bool:
    """Tell whether a sentence ends at a sign."""
    sign = found[at].text
    if sign in {"\n", "!", "?", "…"}:
        return True
    if sign != "." or at + 1 == len(found):
        return False
    last, after = part[-1].text if part else "", found[at + 1].first
    if numbers_item(part):
        return not found[at + 1].tags & NAMES  # "1. Hải Phòng; 2. Quảng Ninh"
    if last in _ABBREVIATIONS or (len(last) == 1 and last.isalpha() and tokens.touch(found[at].first)):
        return False
    return not tokens.touch(after) or tokens.is_capital(after)


class _Reader(Lists):
    """Reads the atoms of one sentence from left to right."""

    def sentence(self) -> Sentence:
        at = 0
        while at < len(self.words):
            at = max(self._step(at), at + 1)
        return Sentence(self.words, self.atoms, self.tokens)

    def _step(self, at: int) -> int:
        """Read what stands at a place; return where it ends, 0 if it is nothing."""
        lex = self.words[at]
        if lex.tags & {"mark", "ranking", "en_mark"} or "hạng" in lex.text:
            self.ranking = at
        if self.is_frame(at):
            of, end = self.of(at, noun=True)
            if of is not None:
                return self.add(Atom("of", at, end, number=of))
        for tag, rule in _RULES:
            if tag in lex.tags:
                end = rule(self, at)
                if end:
                    return end
        for kind in _SAID:
            if kind in lex.tags and not self._reaches(at):
                return self.add(Atom(kind, at, at + 1))
        return 0

    def _reaches(self, at: int) -> bool:
        """Tell whether "để" tells what a movement led to, not an aim: "tăng 29 bậc để vươn lên vị trí thứ 2"."""
        return self.word(at) == "để" and any(atom.kind in {"change", "was"} for atom in self.atoms)

    # ── words and numbers ───────────────────────────────────────────────────────────────────────────────────────────
    def word_(self, at: int) -> int:
        word = self.word(at)
        numbered = bool(self.lex(at + 1).number)
        if word in _DATED or (word in MONTHS and numbered):
            return self._date(at + 1)
        if word in {"là", "is", "was", "are", "were"} and self.is_digits(at + 1):
            return self.told(at)
        if word == "về":
            return self.topic(at)
        if word == "chỉ" and self.word(at + 1) == "số":
            return self._unknown_index(at)
        if word in {"index", "indices"} and at and self.tokens.is_capital(self.lex(at - 1).first):
            return self.add(Atom("stranger", at, at + 1))
        return 0

    def sign(self, at: int) -> int:
        return self.signed(at) if self.word(at) == "-" else 0

    def at_(self, at: int) -> int:
        return self.standing_at(at) if self.word(at) == "at" and self.is_digits(at + 1) else 0

    def number(self, at: int) -> int:
        lex = self.words[at]
        if lex.how == "ordinal":
            return self.ordinal(at)
        end = self.stepped(at)
        if end or lex.how == "words":
            return end
        if self.word(at + 1) in MONTHS:
            return self._date(at + 2)
        if self.word(at + 1) == "/":
            return self.fraction(at)
        if self.is_year(at):
            return self._year(at)
        return self.in_list(at)

    def _unknown_index(self, at: int) -> int:
        """Read "chỉ số" with a name that is not known: another index, which its ranks belong to."""
        behind = self.lex(at + 2)
        if "word" not in behind.tags or behind.text in _AFTER_INDEX_WORD:
            return at + 2
        for ahead in range(at + 2, at + 7):  # "chỉ số đánh giá mức độ chuyển đổi số"
            if "index" in self.tags(ahead):
                return ahead
            if self.tags(ahead) & {"sign", "number"}:
                break
        return self.add(Atom("stranger", at, at + 2))

    def not_(self, at: int) -> int:
        """Words whose number is no rank: the number is passed over with them."""
        return at + 1 + bool(self.lex(at + 1).number and self.word(at) not in _PERIODS)

    # ── dates and years ─────────────────────────────────────────────────────────────────────────────────────────────
    def _date(self, at: int) -> int:
        """Return the end of a date whose first number may stand here: "25/8", "28 tháng 3 năm 2019", "25, 2020"."""
        end = at
        while end - at < 10:
            if self.is_digits(end) or self.lex(end).how == "ordinal":
                end += 1
                continue
            dated = self.word(end) in _IN_DATES and self.lex(end + 1).number
            if not (dated or (self.word(end) in {"năm", ",", "of"} and self.is_year(end + 1))):
                break
            end += 2
        if self.word(end + 1) == "/" and self.is_year(end + 2):
            end += 3  # quý III/2018
        return end

    def _year(self, at: int) -> int:
        series = self.of_named_year(at)
        if series:
            return series
        if self.word(at + 1) == "-" and self.lex(at + 2).number:
            return at + 3  # a period: "2016-2020"
        if self.word(at + 1) == "s" and self.tokens.touch(self.lex(at + 1).first):
            return at + 2  # "the 1990s"
        before, earlier = self.word(at - 1), at - 1 - (self.word(at - 1) == "năm")
        if before == "/" or "published" in self.tags(earlier) or self.word(earlier) in _LAWS:
            return at + 1
        linked = self.index_beside(at)
        heads = before in {":", ";", ","} and bool(self.tags(at + 1) & {"mark", "verb", "ranking"})
        if heads or before in _BEFORE_YEAR or self.tags(at - 1) & {"from", "hosted", "and"} or linked >= 0:
            self.add(Atom("year", at, at + 1, year=self.words[at].number, linked=linked))
        return at + 1

    def published(self, at: int) -> int:
        """Return the end of a year of publication: "công bố năm 2019" is no edition."""
        end = at + 1
        while end - at < 4 and self.word(end) in _PUBLISHED_FILL:
            end += 1
        return end + 1 if self.is_year(end) else 0

    def beside(self, at: int) -> int:
        return self.ahead(at) if self.word(at) in {"hơn", "kém", "thua"} else 0

    def later(self, at: int) -> int:
        """Read "hai năm sau": a year, but not one that the text names."""
        return self.add(Atom("year", at, at + 1))

    # ── names ───────────────────────────────────────────────────────────────────────────────────────────────────────
    def index(self, at: int) -> int:
        lex = self.words[at]
        if lex.how != "everyday":
            return self.add(Atom("index", at, at + 1, text=lex.text))
        before, after = self.word(at - 1), self.word(at + 1)
        other = "not" in self.tags(at - 1) and before != "hạng mục"
        if self.lex(at - 1).number or other or after in _OF_LEVEL:
            return at + 1  # "412 dịch vụ công trực tuyến mức độ 3"
        near = {before, self.word(at - 2), self.word(at - 3)}
        role = "told" if after in _RANKED_BY or near & _RANKED_BEFORE else "subject"
        if role == "subject" and before in _USED:
            return at + 1
        return self.add(Atom("index", at, at + 1, text=lex.text, weak=True, role=role))

    def group(self, at: int) -> int:
        back = at - 1
        while at - back < 6 and (
            self.word(back) in _SKIP_REGION or self.lex(back).number or "region" in self.tags(back)
        ):
            back -= 1
        framed = self.word(back) in _BEFORE_REGION or "hosted" in self.tags(back)
        framed = framed or any("region" in self.tags(k) for k in range(back + 1, at))
        return self.add(Atom("group", at, at + 1, text=self.word(at), weak=not framed))

    def unit(self, at: int) -> int:
        how = next(iter(self.tags(at)))
        return self.add(Atom("unit", at, at + 1, text=self.word(at), how=how, role=self._role(at, how)))

    def its(self, at: int) -> int:
        """Read "của tỉnh", "của Bộ": the province or body named before."""
        how = "province" if "its_province" in self.tags(at) else "body"
        return self.add(Atom("unit", at, at + 1, how=how, role="its"))

    def _role(self, at: int, how: str) -> str:
        """Tell what a unit is for: "subject", "beside" (compared with), "source" (tells it), "weak" (the place)."""
        back = at - 1
        while at - back < 5 and self.word(back) in _SKIP_UNIT:
            back -= 1
        tags = self.tags(back)
        last = self.atoms[-1] if self.atoms and self.atoms[-1].kind == "unit" else None
        if self._is_taken_up(at) or (self.word(back).split(" ")[-1] == "sau" and self.word(at - 1) in _IS):
            return "subject"  # "ngay sau là Bắc Giang"
        if "mark" in self.tags(at + 1) and self.word(back) in {"gồm", "bao gồm", "như", "including", "such as"}:
            return "subject"
        if tags & {"beside", "against"}:
            return "beside"
        goes_on = last and last.role == "beside" and last.end >= at - 2 and self.is_joined(at - 1)
        if goes_on and not (self.word(at - 1) == "," and self.tags(at + 1) & _PREDICATE):
            return "beside"
        if "by" in tags:
            return "weak" if how == "state" else "source"
        if self._reports(at, how):
            return "source" if how == "body" else "weak"
        if (
            last
            and last.how == "body"
            and how == "province"
            and all(self.word(k) in _TITLE for k in range(last.end, at))
        ):
            return "weak"  # "Sở Nội vụ tỉnh Nam Định"
        return "weak" if "hosted" in tags and back == at - 1 - (self.word(at - 1) in _TITLE) else "subject"

    def _is_taken_up(self, at: int) -> bool:
        """Tell whether a clause says more of a unit: "Lào, which ranked …", "Quảng Ninh, địa phương đứng đầu"."""
        if self.word(at + 1) != ",":
            return False
        leads = any("first" in self.tags(ahead) for ahead in (at + 3, at + 4))
        return self.word(at + 2) in {"which", "who"} or (self.word(at + 2) in PEERS and leads)

    def _reports(self, at: int, how: str) -> bool:
        """Tell whether a body or province is said to tell something: "Bộ Nội vụ công bố …"."""
        ahead = at + 1
        while ahead - at < 6 and (
            self.word(ahead) in _BEFORE_REPORT
            or "and" in self.tags(ahead)
            or (how == "body" and "province" in self.tags(ahead))
        ):
            ahead += 1
        return how != "state" and "report" in self.tags(ahead)


_Rule = Callable[[_Reader, int], int]
_RULES: tuple[tuple[str, _Rule], ...] = (
    ("hosted", _Reader.at_),
    ("number", _Reader.number),
    ("word", _Reader.word_),
    ("sign", _Reader.sign),
    ("index", _Reader.index),
    *((name, _Reader.unit) for name in sorted(NAMES)),
    ("group", _Reader.group),
    ("not", _Reader.not_),
    ("no_target", lambda _, at: at + 1),
    ("against", _Reader.against),
    ("former", _Reader.former),
    ("beside", _Reader.beside),
    ("since", _Reader.since),
    ("between", _Reader.between),
    ("from", _Reader.from_),
    ("zero", _Reader.zero),
    ("up", _Reader.change),
    ("down", _Reader.change),
    ("first", _Reader.leads),
    ("second", _Reader.leads),
    ("mark", _Reader.rank),
    ("verb", _Reader.rank),
    ("ranking", _Reader.rank),
    ("en_mark", _Reader.rank),
    ("published", _Reader.published),
    ("respective", _Reader.respective),
    ("later", _Reader.later),
    ("its_province", _Reader.its),
    ("its_body", _Reader.its),
)

"""Movements: "tăng 10 bậc", "eight places up", "giữ nguyên", "hơn năm ngoái 5 bậc"."""

from collections.abc import Iterator

from tthc.rankings._claim_atoms import NAMES, SCORES, Atom, words
from tthc.rankings._claim_bases import Bases
from tthc.rankings._claim_words import PLACES, STEPS

__all__ = ["Movements"]

_IN_CHANGE = frozenset({"up", "down", "index"})
_STEP_NOUNS = STEPS | {"vị trí", "thứ hạng", "thứ bậc"}
_RANK_WORDS = frozenset({"mark", "ranking", "en_mark"})
_FILL_CHANGE = words(
    "thêm với tới đến được liền mạnh nhất : nhẹ những hẳn đi đáng kể ngoạn mục khá by of another a an some just only "
    "full further as many no fewer than massive whole total tổng cộng its their rank ranking position standing placing "
    "( ấn tượng tiếp liên sharply remarkable the impressive steep nhảy it hạng vị trí"
) | {"thứ hạng", "vị trí"}
_JOBS = words("lương thợ học thuế nghề hàm cầu thang phòng ghế việc sĩ")
_COMPARING = words("higher lower better worse above below") | {"ahead of"}
_FILL_STEPPED = words("further big sharp steep in rank the")
_AFTER_BARE = frozenset({")", ",", ";", "\n"})


def __dir__() -> list[str]:
    return __all__


class Movements(Bases):
    """The rules for changes."""

    # ── changes ─────────────────────────────────────────────────────────────────────────────────────────────────────
    def change(self, at: int) -> int:
        """Read "tăng 10 bậc", "up 10 places", "a jump of 24 places"; 0 if there is none."""
        sign = 1 if "up" in self.tags(at) else -1
        end = at + 1
        base = None
        if self.word(end) == "năm" and self.is_year(end + 1):  # "cao hơn năm 2018 hai bậc"
            base, end = self.lex(end + 1).number, end + 2
        first, end = end, self._filled(at, end)
        if any("down" in self.tags(k) for k in range(first, end)):
            sign = -1
        named = [atom for k in range(first, end) for atom in self._moved(k)]
        noun = any(self.word(k) in PLACES for k in range(first, end))
        places = self._numbers(end)
        if not places:
            return self._went(at)
        end = places[-1] + 1
        end += self.word(end) == "-" and self.word(end + 1) in STEPS
        if self.word(end) in _STEP_NOUNS:
            end += 1
            if self.word(end) in _JOBS or self._is_distance(at, end):
                return end
        elif len(places) > 1 or not (
            self._is_bare_change(at, end) or (noun and self._is_by(end)) or self._again(at, end)
        ):
            return 0
        self.atoms += named
        if base is not None:
            self.add(Atom("since", at, end, year=base))
        for place in places:
            first, last = at if place == places[0] else place, end if place == places[-1] else place + 1
            self.add(Atom("change", first, last, number=sign * self.lex(place).number, listed=place != places[0]))
        self.ranking = at
        return self._arrived(end)

    def _filled(self, at: int, end: int) -> int:
        """Return where the words between a movement and its number end: "improved its EGDI position by"."""
        while end - at < 7 and (
            self.word(end) in _FILL_CHANGE
            or self.tags(end) & _IN_CHANGE
            or (self.tags(end) & NAMES and self.word(end + 1) == "by")
        ):
            end += 1
        return end

    def _moved(self, at: int) -> Iterator[Atom]:
        """Yield the name of what is moved: "lowered Viet Nam by one place", "improved its EGDI position by 10"."""
        lex = self.lex(at)
        if lex.tags & NAMES:
            yield Atom("unit", at, at + 1, text=lex.text, how=next(iter(lex.tags)))
        elif "index" in lex.tags and lex.how != "everyday":
            yield Atom("index", at, at + 1, text=lex.text)

    def _numbers(self, at: int) -> list[int]:
        """Return the places of a number and of those that a list goes on with: "10 và 8 bậc"."""
        places: list[int] = []
        while self.lex(at).number and self.lex(at).how != "ordinal":
            places.append(at)
            if not self.is_joined(at + 1):
                break
            at += 2
        return places

    def _arrived(self, end: int) -> int:
        """Read the rank that a change arrives at, if it stands behind."""
        arrival = self.arrival(end)
        return end if arrival is None else self.placed(arrival)

    def _is_by(self, end: int) -> bool:
        """Tell whether a number stands behind "by": "improved its position by 10"."""
        return self.word(end - 2) == "by" and self.is_digits(end - 1) and self.may_follow(end)

    def _again(self, at: int, end: int) -> bool:
        """Tell whether a movement without "places" goes on with another: "gained six places and Laos lost seven"."""
        earlier = [atom for atom in self.atoms[-6:] if atom.kind == "change"]
        counted = earlier and self.word(earlier[-1].end - 1) in _STEP_NOUNS
        plain = end == at + 2 and not self.is_year(at + 1) and self.word(end) not in SCORES | {"/", "-"}
        return bool(counted) and plain and self.may_follow(end)

    def _went(self, at: int) -> int:
        """Read the bare rank that one moves to behind one's name: "Viet Nam moved up to 44"; 0 if it is none."""
        named = self.tags(at - 1) & {*NAMES, "index", "ranking", "en_mark"} or self.word(at - 1) == "thứ hạng"
        goes_on = self.tags(at - 1) & {"and", "but"} and any(atom.kind == "rank" for atom in self.atoms[-4:])
        named = named or self.word(at - 1) in {"is", "was", "now", "đã"} or (goes_on and self.word(at + 1) == "to")
        arrival = self.arrival(at) if named and self.ranking >= 0 else None
        fits = arrival is not None and self.lex(arrival.first).how == "digits" and arrival.number < 400
        return self.placed(arrival) if arrival and fits else 0

    def _is_bare_change(self, at: int, end: int) -> bool:
        """Tell whether a movement without "bậc" is one of ranks: "89/193 (tăng 10)", "89th, up 10 from 2014"."""
        to = end + (self.word(end) == ",")
        if self.word(to) in {"to", "lên", "xuống"}:  # "lost 19 to rank 158th"
            return self.marked(to + 1) is not None or self.lex(to + 1).how == "ordinal"
        ranks = [atom for atom in self.atoms[-8:] if atom.kind == "rank"]
        if any("respective" in self.tags(k) for k in range(end, end + 8)):
            return bool(ranks)
        if not ranks or at - ranks[-1].end > 3 or self.is_year(end - 1) or not self.is_digits(end - 1):
            return False
        return self.word(end) in _AFTER_BARE or bool(self.tags(end) & {"against", "from", "since"})

    def signed(self, at: int) -> int:
        """Read "(-5)" behind a rank; 0 if there is none."""
        number = self.lex(at + 1)
        if (
            self.word(at - 1) != "("
            or number.how != "digits"
            or not number.number
            or not (self.word(at + 2) in STEPS or self._is_bare_change(at, at + 2))
        ):
            return 0
        return self.add(Atom("change", at, at + 2 + (self.word(at + 2) in STEPS), number=-number.number))

    def _is_distance(self, at: int, end: int) -> bool:
        """Tell whether a distance is meant, not a movement: "cao hơn Lào 5 bậc", "three places above Thailand"."""
        if not ("beside" in self.tags(at) or self.word(at) in _COMPARING):
            return False
        for k in range(at + 1, end + 7):
            if self.word(k) in {",", ";", "\n"} or self.is_year(k) or "relative" in self.tags(k):
                return False
            if self.tags(k) & NAMES:
                return True
        return False

    def stepped(self, at: int) -> int:
        """Read places with the direction behind: "eight places up", "a 15-place rise"; 0 if there are none."""
        lex = self.words[at]
        end = at + 1 + (self.word(at + 1) == "-")
        if lex.number < 1 or self.word(end) not in STEPS:
            return 0
        end += 1
        while end - at < 6 and self.word(end) in _FILL_STEPPED:
            end += 1
        if not self.tags(end) & {"up", "down"}:
            return 0
        if self._is_distance(end, end):
            return end + 1
        sign = 1 if "up" in self.tags(end) else -1
        self.add(Atom("change", at, end + 1, number=sign * lex.number))
        if self.word(end) in _COMPARING and "against" not in self.tags(end + 1):
            return max(self.against(end), end + 1)  # "14 places above its position in 2017"
        return self._arrived(end + 1)

    def zero(self, at: int) -> int:
        """Read "giữ nguyên", "unchanged" where the sentence speaks of ranks."""
        ahead = self.tags(at + 1) | self.tags(at + 2)
        if self.ranking >= 0 or ahead & _RANK_WORDS or self.word(at).endswith(("rank", "place", "position")):
            self.add(Atom("change", at, at + 1, weak=True))
            return self.bare(at + 1) or at + 1
        return at + 1

    def ahead(self, at: int) -> int:
        """Read "hơn năm ngoái 5 bậc", "kém 3 bậc so với năm 2020"; 0 if it is none, or a distance to another."""
        sign = 1 if self.word(at) == "hơn" else -1
        end, base = at + 1, None
        if "relative" in self.tags(end):
            end += 1
        elif self.word(end) == "năm" and self.is_year(end + 1):
            base, end = self.lex(end + 1).number, end + 2
        number = self.lex(end)
        if not (number.number and self.word(end + 1) in STEPS):
            return 0
        held = end > at + 1 or "against" in self.tags(end + 2)
        if not held or self._is_distance(at, end + 2):
            return 0
        if end > at + 1:
            self.add(Atom("since", at, end, year=base))
        return self.add(Atom("change", at, end + 2, number=sign * number.number))

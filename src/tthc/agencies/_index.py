"""What a directory looks up: spans by code, bodies by name, events by body; places in its tuples throughout."""

import datetime as dt
import itertools
from collections.abc import Iterable
from typing import final

from tthc.agencies._checks import Code
from tthc.agencies._names import LONGEST, Text, marked_words, name_key, names_of, places_of
from tthc.agencies.agency import Agency
from tthc.agencies.events import Reorganisation
from tthc.agencies.mandates import Function, Mandate
from tthc.errors import ParseError
from tthc.identifiers import AgencyCode, Identifier

__all__ = ["Index", "read_code"]


def __dir__() -> list[str]:
    return __all__


def read_code(text: str) -> Code | None:
    """Return the code that a text is, `None` where it is none."""
    try:
        return Identifier.parse(text) if ":" in text else AgencyCode.parse(text)
    except ParseError:
        return None


def _may_be_code(text: str) -> bool:
    """Most names are no codes; that is seen at once."""
    return ":" in text or any("0" <= char <= "9" for char in text[:4])


@final
class Index:
    """The look-up tables of one directory, complete when built."""

    __slots__ = (
        "agencies",
        "all_places",
        "arriving",
        "before",
        "functions",
        "leaving",
        "mandates",
        "names",
        "next",
        "other_codes",
        "places",
        "spans",
        "words",
    )

    def __init__(
        self,
        agencies: tuple[Agency, ...],
        events: tuple[Reorganisation, ...],
        mandates: tuple[Mandate, ...],
        spans: dict[Code, list[int]],
    ) -> None:
        self.agencies = agencies
        self.spans = spans
        self.other_codes: dict[Code, list[int]] = {}
        self.names: dict[str, list[tuple[int, int]]] = {}
        self.words: dict[str, list[int]] = {}
        self.places: list[frozenset[str]] = []
        self.leaving: dict[int, list[int]] = {}
        self.arriving: dict[int, list[int]] = {}
        self.next: dict[int, int] = {}
        self.before: dict[int, int] = {}
        self._enter_names()
        self.all_places = frozenset(place for places in self.places for place in places)
        self._enter_events(events)
        self.mandates: dict[str, list[Mandate]] = {}
        self.functions: dict[str, list[Function]] = {}
        self._enter_mandates(mandates)

    def _enter_names(self) -> None:
        own = [places_of(agency.territory, name_key(agency.name)) for agency in self.agencies]
        for i, agency in enumerate(self.agencies):
            groups = {ways for j in (i, *self._all_above(i)) if (ways := own[j])}
            self.places.append(frozenset(place for ways in groups for place in ways))
            for rank, key in names_of(agency, groups):
                self.names.setdefault(key, []).append((rank, i))
                if rank == 0:
                    for word in set(key.split()):
                        self.words.setdefault(word, []).append(i)
            for alias in agency.aliases:
                code = read_code(alias) if _may_be_code(alias) else None
                if code is not None:
                    self.other_codes.setdefault(code, []).append(i)

    def _all_above(self, i: int) -> Iterable[int]:
        """Yield the spans that were above a span on some day of it, level by level."""
        level = [i]
        seen = {i}
        while level:
            level = [
                k
                for j in level
                for k in self._spans_of(self.agencies[j].parent)
                if k not in seen and self.agencies[k].validity.overlaps(self.agencies[i].validity)
            ]
            seen.update(level)
            yield from level

    def _spans_of(self, code: Code | None) -> list[int]:
        return [] if code is None else self.spans.get(code, [])

    def _enter_events(self, events: tuple[Reorganisation, ...]) -> None:
        for n, event in sorted(enumerate(events), key=lambda pair: pair[1].date):
            for code in event.sources:
                self.leaving.setdefault(self.held(code, event.day_before), []).append(n)
            for code in event.results:
                self.arriving.setdefault(self.held(code, event.date), []).append(n)
        for group in self.spans.values():
            for i, j in itertools.pairwise(group):
                if self._goes_on(i, j, events):
                    self.next[i], self.before[j] = j, i

    def _goes_on(self, i: int, j: int, events: tuple[Reorganisation, ...]) -> bool:
        """Tell whether two spans of a code are one body, of which no more changed than its level or what is above it.

        They have one name and no day between, and no event ends the one or begins the other.
        """
        first, second = self.agencies[i], self.agencies[j]
        told = (*self.leaving.get(i, ()), *self.arriving.get(j, ()))
        return (
            first.validity.until == second.validity.since
            and first.name == second.name
            and not any(events[n].date == second.validity.since and events[n].kind != "transfer" for n in told)
        )

    def _enter_mandates(self, mandates: tuple[Mandate, ...]) -> None:
        """Enter the mandates of each function in the order of time, and the functions by their names."""
        for mandate in mandates:
            self.mandates.setdefault(mandate.function.id, []).append(mandate)
        for group in self.mandates.values():
            group.sort(key=lambda mandate: mandate.interval.since or dt.date.min)
            function = group[0].function
            for key in {name_key(name) for name in (function.name, function.name_en, *function.aliases)}:
                self.functions.setdefault(key, []).append(function)

    # ── by code ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def held(self, code: Code, day: dt.date) -> int:
        """Return the span of a code on a day on which there is one, as there is of all that a directory refers to."""
        return next(i for i in self.spans[code] if day in self.agencies[i].validity)

    def above(self, i: int, day: dt.date) -> list[int]:
        """Return the spans above a span on a day, the nearest first."""
        path: list[int] = []
        while (parent := self.agencies[i].parent) is not None:
            i = self.held(parent, day)
            path.append(i)
        return path

    def coded(self, code: Code, day: dt.date | None) -> list[int]:
        """Return the spans that have a code on a day, or ever; what lists call by another code comes after."""
        found = self.spans.get(code) or self.other_codes.get(code, [])
        return [i for i in found if day is None or day in self.agencies[i].validity]

    # ── by name ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def meant(self, text: str, day: dt.date | None) -> list[int]:
        """Return the spans that a text, a code or a name, may mean on a day or ever, only those that fit best."""
        if len(text) > LONGEST:
            return []
        if _may_be_code(text):
            code = read_code(text)
            found = [] if code is None else self.coded(code, day)
            if found:
                return found
        found = self._best(text, self._holding(self.names.get(name_key(text), ()), day))
        return found or self._qualified(text, day)

    def _holding(self, entries: Iterable[tuple[int, int]], day: dt.date | None) -> list[tuple[int, int]]:
        return [entry for entry in entries if day is None or day in self.agencies[entry[1]].validity]

    def _best(self, text: str, entries: list[tuple[int, int]]) -> list[int]:
        """Of several that have a name, keep those whose marks agree, then those that bear it as their own name."""
        if len(entries) > 1 and not text.isascii():
            words = marked_words(text)
            entries = [entry for entry in entries if words <= self._marked(entry[1])] or entries
        best = min((rank for rank, _ in entries), default=0)
        return [i for rank, i in entries if rank == best]

    def _marked(self, i: int) -> frozenset[str]:
        agency = self.agencies[i]
        texts = [agency.name, *agency.aliases]
        for j in (i, *self._all_above(i)):
            texts += [self.agencies[j].name, str(self.agencies[j].territory or "")]
        return marked_words(" ".join(texts))

    def _qualified(self, text: str, day: dt.date | None) -> list[int]:
        """Find bodies whose name stands beside the name of a body above them or of a place."""
        given = Text(text)
        found: dict[int, None] = {}
        for name, rest in given.splits(self.names):
            if given.qualifies(rest, self.all_places.__contains__, self.names.__contains__):
                for _, i in self._holding(self.names[name], day):
                    if i not in found and self._fits(given, rest, i, day):
                        found[i] = None
        return self._best(text, [(0, i) for i in found])

    def _fits(self, given: Text, rest: range, i: int, day: dt.date | None) -> bool:
        above = set(self._all_above(i) if day is None else self.above(i, day))
        return given.qualifies(
            rest, self.places[i].__contains__, lambda part: any(j in above for _, j in self.names.get(part, ()))
        )

    def near(self, text: str, day: dt.date | None) -> list[int]:
        """Return spans whose names share the rarest words with a text, the nearest first, one of each code.

        Of the spans of one code that are as near, the one of the day comes before others, else the last.
        """
        scores: dict[int, float] = {}
        words = {word: self.words[word] for word in name_key(text[:LONGEST]).split() if word in self.words}
        for found in sorted(words.values(), key=len)[:4]:
            for i in found:
                scores[i] = scores.get(i, 0.0) + 1 / len(found)
        away = {i for i in scores if day is not None and day not in self.agencies[i].validity}
        order = sorted(scores, key=lambda i: (-scores[i], i in away, -i if i in away else i))
        nearest: dict[Code, int] = {}
        for i in order:
            nearest.setdefault(self.agencies[i].code, i)
        return list(nearest.values())

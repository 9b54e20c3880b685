"""`check_claim`: whether what a text says about a rank is true (kiểm tra phát biểu về thứ hạng).

A statement is taken apart: the rank, the total, the change, the former rank, each is held against the tables and gets
an outcome of its own. What they hold together decides the whole: two things may each be true under some order of those
that share a place, and still not both under one.
"""

import datetime as dt
from collections.abc import Iterable
from fractions import Fraction
from typing import Literal

import attrs

from tthc.rankings import _verdict_words as words
from tthc.rankings._method_changes import method_changes
from tthc.rankings._verdict_lookup import (
    Known,
    Reading,
    day_of,
    failed,
    find_place,
    incomplete,
    matching,
    no_edition,
    unknown,
)
from tthc.rankings._verdict_places import Place, settle
from tthc.rankings.claims import RankClaim
from tthc.rankings.edition import Edition
from tthc.rankings.outcomes import Atom, Outcome, Placing, TieOrder, Verdict
from tthc.rankings.ranking import Ranking
from tthc.rankings.reasons import Reason

__all__ = ["check_claim"]

_GRAVEST_FIRST: tuple[Outcome, ...] = (
    "false", "unknown_index", "no_such_edition", "not_ranked", "incomplete", "undecided", "true_under", "true",
)  # fmt: skip


def __dir__() -> list[str]:
    return __all__


def check_claim(claim: RankClaim, editions: Iterable[Edition], on: dt.date | None = None) -> Verdict:
    """Check a statement on a rank against tables (kiểm tra một phát biểu), those of `tthc.reference` or one's own.

    The verdict gives the outcome, one atom for each thing said, the reason in Vietnamese and English and the rows used.
    `of` may mean all units listed or those ranked; the verdict says which. A change without a base year is held against
    the edition before, and the verdict says so. With the day of the text (`on`) the verdict also names later editions
    that were out by then (`newer`) and the components of the edition that the claim does not mention (`siblings`).

    It raises nothing of its own: what cannot be checked is an outcome too.

    >>> tables = [Edition(index="PCI", year=2023, scores={"A": 60, "B": 70, "C": 65}),
    ...           Edition(index="PCI", year=2024, scores={"A": 71, "B": 70, "C": 66})]
    >>> verdict = check_claim(RankClaim(index="PCI", edition=2024, unit="A", rank=1, of=3, change=1), tables)
    >>> verdict.outcome, [(atom.field, atom.outcome, atom.right) for atom in verdict.atoms]
    ('false', [('rank', 'true', 1), ('change', 'false', 2), ('of', 'true', 3)])
    >>> print(verdict.atoms[1].because.text("en"))
    it is up 2 places: 3 (2023) → 1 (2024), not up 1 place
    """
    all_editions = tuple(editions)
    if claim.index is None:
        return _verdict(claim, incomplete(claim.missing))
    known = matching(claim.index, all_editions)
    if not known:
        return _verdict(claim, unknown(claim.index, all_editions))
    if claim.missing:
        return _verdict(claim, incomplete(claim.missing))
    here = [item for item in known if item.edition.year == claim.edition]
    if not here:
        return _verdict(claim, no_edition("edition", claim.edition or 0, known))
    readings = [reading for item in here for reading in _readings(claim, item, known)]
    return _with_context(_combined(claim, here, readings), here, known, on)


def _verdict(claim: RankClaim, reading: Reading) -> Verdict:
    atoms = sorted(reading.atoms, key=lambda atom: _GRAVEST_FIRST.index(atom.outcome))
    because = words.join([*(atom.because for atom in atoms), *reading.notes])
    return Verdict(
        claim=claim,
        outcome=reading.outcome,
        because=because,
        atoms=reading.atoms,
        placings=reading.placings,
        under=reading.under,
    )


# ── reading a claim against one edition ──────────────────────────────────────────────────────────────────────────────


def _readings(claim: RankClaim, known: Known, all_known: list[Known]) -> list[Reading]:
    """Return what the claim comes to, once for each base edition that it may mean."""
    place = find_place(known, claim.unit or "", claim.group)
    if isinstance(place, Reading):
        return [place]
    if claim.was is None and claim.change is None:
        found = [_reading(claim, place, None)]
    else:
        bases = _bases(claim, known, all_known)
        befores = (
            [bases] if isinstance(bases, Reading) else [find_place(b, claim.unit or "", claim.group) for b in bases]
        )
        found = [_reading(claim, place, before) for before in befores]
    return [_with_hints(claim, reading, place, all_known) for reading in found]


def _with_hints(claim: RankClaim, reading: Reading, after: Place, known: list[Known]) -> Reading:
    """Add to a false rank or change where it would be right: another edition, another base year."""
    wrong = {atom.field for atom in reading.atoms if atom.outcome == "false"}
    if not wrong & {"rank", "change"}:
        return reading
    others = [find_place(item, claim.unit or "", claim.group) for item in known]
    places = [place for place in others if isinstance(place, Place) and place.edition != after.edition]
    notes: list[Reason] = []
    if "rank" in wrong:
        years = _years(place for place in places if place.rank == claim.rank)
        if years:
            notes.append(Reason(f"hạng {claim.rank} là của kỳ {years}", f"{claim.rank} is the rank in {years}"))
    if "change" in wrong and claim.since is None:
        earlier = [place for place in places if place.edition.year < after.edition.year]
        years = _years(place for place in earlier if place.rank - after.rank == claim.change)
        if years:
            notes.append(Reason(f"mức tăng giảm đúng nếu so với {years}", f"the change is right against {years}"))
    return reading._replace(notes=(*notes, *reading.notes))


def _years(places: Iterable[Place]) -> str:
    return ", ".join(str(year) for year in sorted({place.edition.year for place in places}))


def _bases(claim: RankClaim, known: Known, all_known: list[Known]) -> "list[Known] | Reading":
    """Return the editions that a change is held against; of several publications of a year, one that fits if any."""
    edition = known.edition
    years = {item.edition.year for item in all_known}
    if claim.since is not None:
        year = claim.since
        if year not in years:
            return no_edition("since", year, all_known)
    else:
        earlier = [year for year in years if year < edition.year]
        if not earlier:
            because = Reason(
                f"không có kỳ nào trước {edition.year} để so sánh", f"there is no edition before {edition.year}"
            )
            return failed("since", "incomplete", because)
        year = max(earlier)
    found = [item for item in all_known if item.edition.year == year]
    alike = [item for item in found if item.edition.vintage == edition.vintage]
    return alike or found


def _reading(claim: RankClaim, after: Place, before: "Place | Reading | None") -> Reading:
    base = before if isinstance(before, Place) else None
    settled = list(_settled(claim, after, base))
    atoms = [atom for atom, _ in settled]
    if claim.of is not None:
        atoms.append(_of_atom(claim.of, after.ranking))
    notes: list[Reason] = []
    if isinstance(before, Reading):
        atoms += before.atoms
        notes += before.notes
    outcome: Outcome = min(atoms, key=lambda atom: _GRAVEST_FIRST.index(atom.outcome)).outcome
    under: tuple[TieOrder, ...] = ()
    if outcome in {"true_under", "undecided"}:
        outcome, under = settle(after, base, rank=claim.rank, **_base_claims(claim, base))
        if outcome == "false":
            notes.append(_APART)
        elif under and under not in [orders for _, orders in settled]:
            notes.append(words.together(under))
    notes += _notes(claim, after, base)
    placings = tuple(place.placing() for place in (base, after) if place is not None)
    return Reading(tuple(atoms), outcome, tuple(notes), placings, under)


def _base_claims(claim: RankClaim, base: Place | None) -> dict[str, int | None]:
    """Return what a claim says that only the base edition can decide."""
    return {} if base is None else {"was": claim.was, "change": claim.change}


def _settled(claim: RankClaim, after: Place, before: Place | None) -> Iterable[tuple[Atom, tuple[TieOrder, ...]]]:
    """Yield an atom for the rank, the former rank and the change, each by itself, with the orders of ties it needs."""
    if claim.rank is not None:
        yield _rank_atom("rank", claim.rank, after)
    if claim.was is not None and before is not None:
        yield _rank_atom("was", claim.was, before)
    if claim.change is not None and before is not None:
        outcome, orders = settle(after, before, change=claim.change)
        because = words.change_words(claim.change, before, after, outcome, orders)
        right = _whole(before.rank - after.rank)
        yield Atom(field="change", outcome=outcome, because=because, stated=claim.change, right=right), orders


def _rank_atom(field: Literal["rank", "was"], stated: int, place: Place) -> tuple[Atom, tuple[TieOrder, ...]]:
    outcome, orders = settle(place, None, rank=stated)
    because = words.rank_words(stated, place, outcome, orders)
    return Atom(field=field, outcome=outcome, because=because, stated=stated, right=_whole(place.rank)), orders


def _whole(rank: int | Fraction) -> int | str:
    return int(rank) if rank == int(rank) else str(rank)


def _of_atom(stated: int, ranking: Ranking[str]) -> Atom:
    listed, ranked = ranking.of, ranking.ranked
    true = stated in {listed, ranked}
    because = words.of_words(stated, listed, ranked, true=true)
    return Atom(field="of", outcome="true" if true else "false", because=because, stated=stated, right=listed)


_APART = Reason(
    "từng điều có thể đúng với một cách xếp các đơn vị đồng hạng, nhưng không cách nào làm tất cả cùng đúng",
    "each may hold under some order of ties, but no order makes all of them true",
)


# ── what else must be said ───────────────────────────────────────────────────────────────────────────────────────────


def _notes(claim: RankClaim, after: Place, base: Place | None) -> Iterable[Reason]:
    """Say what was taken for granted, how the ranks came about, and what makes the editions differ."""
    edition = after.edition
    if base is not None:
        yield from _base_notes(claim, after, base)
    if after.index != edition.index:
        yield Reason(
            f"nhà công bố không in hạng của {after.index}: hạng tính từ điểm",
            f"rank computed from the scores, as the publisher prints none for {after.index}",
        )
        yield from _wider(after)
    elif not after.printed:
        yield Reason("hạng tính từ điểm", "rank computed from the scores")
    elif after.apart:
        first, last = after.apart
        yield Reason(
            f"điểm công bố bằng nhau ở hạng {first}–{last}, nhà công bố xếp riêng theo những chữ số không công bố",
            f"equal printed scores at {first}–{last}; the publisher ranks apart by digits that are not printed",
        )
    if after.ranking.group:
        on, group, count = f"{day_of(edition):%d/%m/%Y}", Reason.of(after.ranking.group), after.ranking.of
        yield Reason(f"{group.vi}: {count} đơn vị, tính ngày {on}", f"{group.en}: {count} units on {on}")
    for place in (base, after):
        if place is not None and place.edition.vintage:
            vintage = Reason.of(place.edition.vintage)
            yield Reason(
                f"số liệu kỳ {place.edition.year}: {vintage.vi}", f"the figures of {place.edition.year}: {vintage.en}"
            )
    if claim.carried:
        vi, en = words.names(claim.carried)
        yield Reason(f"lấy từ ngữ cảnh của văn bản: {vi}", f"taken from the context of the text: {en}")


def _base_notes(claim: RankClaim, after: Place, base: Place) -> Iterable[Reason]:
    earlier, year, methods = base.edition.year, after.edition.year, (base.edition.method, after.edition.method)
    if claim.since is None:
        yield Reason(
            f"không nêu năm so sánh: đã so với kỳ liền trước, {earlier}",
            f"no base year is stated: held against {earlier}, the edition before",
        )
    if None not in methods and method_changes(base.edition, after.edition):
        yield Reason(
            f"phương pháp tính đã thay đổi giữa {earlier} và {year}", f"the method changed between {earlier} and {year}"
        )


def _wider(place: Place) -> Iterable[Reason]:
    """Say that a component ranks units that the index itself does not."""
    edition = place.edition
    if place.ranking.group or edition.refuses:
        return
    own = edition.ranking().ranked
    if own != place.ranking.ranked:
        yield Reason(
            f"{place.index} tính trên {place.ranking.ranked} đơn vị, kể cả đơn vị không có hạng {edition.index}",
            f"{place.index} ranks {place.ranking.ranked} units, those without a rank in {edition.index} included",
        )


# ── one verdict ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _combined(claim: RankClaim, here: list[Known], readings: list[Reading]) -> Verdict:
    """Make a verdict of one reading, or of several where more than one publication of the edition is known."""
    if len(readings) == 1:
        return _verdict(claim, readings[0])
    vintages = [Reason.of(item.edition.vintage or "–") for item in here]
    many = Reason(
        f"có {len(readings)} cách đọc theo các lần công bố ({'; '.join(v.vi for v in vintages)})",
        f"there are {len(readings)} readings by what was published ({'; '.join(v.en for v in vintages)})",
    )
    notes = [note for reading in readings for note in reading.notes]
    outcome: Outcome = readings[0].outcome
    if any(reading.outcome != outcome for reading in readings):
        outcome = "undecided"
        notes.append(Reason("kết luận tùy theo lần công bố", "the outcome depends on which of them is meant"))
    merged = Reading(
        atoms=tuple(dict.fromkeys(atom for reading in readings for atom in reading.atoms)),
        outcome=outcome,
        notes=(many, *notes),
        placings=tuple(dict.fromkeys(placing for reading in readings for placing in reading.placings)),
        under=tuple(dict.fromkeys(order for reading in readings for order in reading.under)),
    )
    return _verdict(claim, merged)


def _with_context(verdict: Verdict, here: list[Known], known: list[Known], on: dt.date | None) -> Verdict:
    """Add what the day of the text tells: later editions, the components not mentioned."""
    if on is None:
        return verdict
    claim, first = verdict.claim, here[0]
    later = sorted(
        (item for item in known if item.edition.year > first.edition.year and _out(item.edition, on)),
        key=lambda item: item.edition.year,
    )
    newer = _placings(later, claim)
    siblings = _placings([Known(first.edition, name) for name in _parts(first.edition) if name != first.index], claim)
    notes = [verdict.because]
    if newer:
        vi, en = newer[-1].text("vi"), newer[-1].text("en")
        day = f"{on:%d/%m/%Y}"
        notes.append(Reason(f"đến ngày {day} đã có kỳ mới hơn: {vi}", f"by {day} a later edition was out: {en}"))
    published = first.edition.published
    if published is not None and published > on:
        notes.append(
            Reason(
                f"kỳ này đến {published:%d/%m/%Y} mới công bố", f"this edition came out on {published:%d/%m/%Y} only"
            )
        )
    return attrs.evolve(verdict, because=words.join(notes), newer=newer, siblings=siblings)


def _out(edition: Edition, on: dt.date) -> bool:
    return edition.published is not None and edition.published <= on


def _parts(edition: Edition) -> Iterable[str]:
    """Return the components that make up the index: those with a weight, where weights are known."""
    method = edition.method
    if method is None or not method.weights:
        return tuple(edition.components)
    return tuple(name for name in edition.components if method.weights.get(name))


def _placings(known: list[Known], claim: RankClaim) -> tuple[Placing, ...]:
    places = (find_place(item, claim.unit or "", claim.group) for item in known)
    return tuple(place.placing() for place in places if isinstance(place, Place))

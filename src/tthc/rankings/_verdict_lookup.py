"""Where the checks of claims find things: the editions that know an index, the unit, the group, the place."""

import datetime as dt
from typing import Literal, NamedTuple, final

import attrs

from tthc.errors import NotRankedError
from tthc.rankings import _verdict_words as words
from tthc.rankings._verdict_places import Place
from tthc.rankings.edition import Edition
from tthc.rankings.groups import Group
from tthc.rankings.outcomes import Atom, Outcome, Placing, TieOrder
from tthc.rankings.ranking import Ranking
from tthc.rankings.reasons import Reason
from tthc.text import same, search_key

__all__ = ["Known", "Reading", "day_of", "find_place", "incomplete", "matching", "no_edition", "unknown"]

_LONGEST = 200  # no name is longer
_BEFORE_GROUPS = ("khu vuc ", "khoi ", "vung ", "cac nuoc ", "cac quoc gia ", "the ", "in ", "trong ")


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen
class Known:
    """An edition in which the index of a claim is found, with the code it has there."""

    edition: Edition
    index: str


class Reading(NamedTuple):
    """What a claim comes to, read against one edition and one base edition."""

    atoms: tuple[Atom, ...]
    outcome: Outcome
    notes: tuple[Reason, ...] = ()
    placings: tuple[Placing, ...] = ()
    under: tuple[TieOrder, ...] = ()


def failed(
    field: Literal["index", "edition", "unit", "since", "group"],
    outcome: Outcome,
    because: Reason,
    stated: str | int | None = None,
    placings: tuple[Placing, ...] = (),
) -> Reading:
    """Return what a claim comes to that cannot be checked further, with the one thing that stands in the way."""
    atom = Atom(field=field, outcome=outcome, because=because, stated=stated)
    return Reading((atom,), outcome, placings=placings)


def _key(name: str) -> str:
    """Return the key to look a name up by, one that nothing has where the text is too long for a name."""
    return search_key(name) if len(name) <= _LONGEST else "\0"


def _short(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:77]}..."


# ── indices and editions ─────────────────────────────────────────────────────────────────────────────────────────────


def matching(index: str, editions: tuple[Edition, ...]) -> list[Known]:
    """Return the editions that know an index by its code or a name; its own editions before those it is a part of."""
    key = _key(index)
    own = [e for e in editions if key in {search_key(name) for name in (e.index, *e.aliases)}]
    if own:
        return [Known(edition, edition.index) for edition in own]
    return [Known(e, code) for e in editions for code in e.components if search_key(code) == key]


def incomplete(missing: tuple[str, ...]) -> Reading:
    """Name what a claim lacks."""
    vi, en = words.names(missing)
    return Reading((), "incomplete", (Reason(f"phát biểu thiếu: {vi}", f"the statement lacks: {en}"),))


def unknown(index: str, editions: tuple[Edition, ...]) -> Reading:
    """Say that no table has this index, and which there are."""
    codes = ", ".join(dict.fromkeys(code for edition in editions for code in edition.indices)) or "–"
    asked = _short(index)
    because = Reason(
        f"không có bảng nào của chỉ số {asked} (có: {codes})",
        f"there is no table of the index {asked} (there are: {codes})",
    )
    return failed("index", "unknown_index", because, index)


def no_edition(field: Literal["edition", "since"], year: int, known: list[Known]) -> Reading:
    """Say that the index has no edition of a year, and which it has."""
    index, years = known[0].index, ", ".join(map(str, sorted({item.edition.year for item in known})))
    vi, en = f"{index} không có kỳ {year} (có: {years})", f"{index} has no edition {year} (there are: {years})"
    for item in known:
        if item.edition.reference_year == year:
            vi += f"; số liệu năm {year} là của kỳ {item.edition.year}"
            en += f"; the data of {year} are in the edition {item.edition.year}"
    return failed(field, "no_such_edition", Reason(vi, en), year)


# ── units, groups, places ────────────────────────────────────────────────────────────────────────────────────────────


def _units(edition: Edition, unit: str) -> list[str]:
    """Return the units that may be meant by a code or name."""
    units = dict.fromkeys([*edition.scores, *edition.ranks, *edition.unranked])
    if unit in units:
        return [unit]
    if len(unit) > _LONGEST:
        return []
    names = {code: (code, *edition.names.get(code, ())) for code in units}
    found = [code for code, spelt in names.items() if any(same(unit, name) for name in spelt)]
    if not found:
        key = search_key(unit)
        found = [code for code, spelt in names.items() if any(search_key(name) == key for name in spelt)]
    return found


def _group(edition: Edition, name: str) -> Group | None:
    key = bare = _key(name)
    while prefix := next((p for p in _BEFORE_GROUPS if bare.startswith(p)), ""):
        bare = bare.removeprefix(prefix)
    for wanted in (key, bare):
        for group in edition.groups:
            if wanted in {search_key(spelt) for spelt in (group.name, group.vi, group.en, *group.aliases)}:
                return group
    return None


def day_of(edition: Edition) -> dt.date:
    """Return the day on which the members of a group are asked for: of publication, else the last of the year."""
    return edition.published or dt.date(edition.year, 12, 31)


def find_place(known: Known, unit: str, group_name: str | None) -> Place | Reading:
    """Return where a unit stands, or what a claim comes to that asks for a place where there is none."""
    edition = known.edition
    name = f"{known.index} {edition.year}"
    try:
        ranking = edition.ranking(known.index)
    except NotRankedError as error:
        said = Reason.of(error.reason)
        because = Reason(
            f"nhà công bố không xếp hạng {name}: {said.vi}", f"the publisher does not rank {name}: {said.en}"
        )
        return failed("index", "not_ranked", because, known.index)
    codes = _units(edition, unit)
    if len(codes) > 1:
        several = ", ".join(codes[:8])
        because = Reason(f"{unit} có thể là: {several}", f"{unit} may be any of: {several}")
        return failed("unit", "incomplete", because, unit)
    if not codes or codes[0] not in ranking:
        asked = _short(unit)
        return failed("unit", "not_ranked", Reason(f"{name} không có {asked}", f"{name} does not list {asked}"), unit)
    if codes[0] in ranking.unranked:
        return _unranked(known, codes[0], ranking, unit)
    if group_name is None:
        return Place(edition=edition, index=known.index, unit=codes[0], ranking=ranking)
    return _place_in_group(known, codes[0], ranking, group_name)


def _unranked(known: Known, code: str, ranking: Ranking[str], unit: str) -> Reading:
    edition, standing = known.edition, ranking[code]
    name, why = f"{known.index} {edition.year}", Reason.of(standing.reason)
    vi = f"{unit} có trong {name} nhưng không được xếp hạng ({why.vi})"
    en = f"{unit} is listed in {name} but not ranked ({why.en})"
    if standing.published is not None:
        vi += f"; hạng {standing.published} được in chung cho các đơn vị như vậy"
        en += f"; all such units bear a printed {standing.published}"
    placing = Placing(
        index=known.index,
        edition=edition.year,
        unit=code,
        rank=None,
        of=ranking.of,
        ranked=ranking.ranked,
        score=standing.score,
        vintage=edition.vintage,
        published=edition.published,
        reason=standing.reason,
        source=edition.source,
    )
    return failed("unit", "not_ranked", Reason(vi, en), unit, (placing,))


def _place_in_group(known: Known, unit: str, ranking: Ranking[str], name: str) -> Place | Reading:
    edition = known.edition
    group = _group(edition, name)
    if group is None:
        asked = _short(name)
        because = Reason(f"không biết nhóm “{asked}” gồm những ai", f"who belongs to “{asked}” is not known")
        return failed("group", "incomplete", because, name)
    day = day_of(edition)
    if unit not in group.members(day):
        on = f"{day:%d/%m/%Y}"
        because = Reason(f"ngày {on} {unit} không thuộc {group.vi}", f"on {on} {unit} did not belong to {group.en}")
        return failed("group", "false", because, name)
    label = group.vi if group.vi == group.en else f"{group.vi} / {group.en}"
    return Place(edition=edition, index=known.index, unit=unit, ranking=ranking.among(group, on=day, name=label))

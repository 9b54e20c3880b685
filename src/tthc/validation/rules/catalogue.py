"""Rules across a catalogue (danh mục): codes, names, links between procedures, local variants."""

import datetime as dt
import re
from collections.abc import Iterable
from fractions import Fraction

from tthc.calendar import TimeLimit
from tthc.findings import both
from tthc.identifiers import Identifier, ProcedureCode
from tthc.procedures import Catalogue, Method, Procedure, Result
from tthc.text import search_key
from tthc.validation.rule import Context, Hit
from tthc.validation.rules._make import ERROR, INFO, brief, cite, rule, since

__all__ = ["RULES"]

_DATA_INSTEAD = dt.date(2026, 8, 5)
"""Since then what a connected database holds may not be asked for (khoản 2a Điều 4 Nghị định 118/2025/NĐ-CP)."""
_RELATED = cite("63/2010/NĐ-CP", "27", "3", "b")


def __dir__() -> list[str]:
    return __all__


def _valid_together(left: Procedure, right: Procedure) -> bool:
    return left.validity is None or right.validity is None or left.validity.overlaps(right.validity)


@rule(
    "TTHC801",
    "mã {code} trùng với thủ tục ở vị trí thứ {first}",
    "the code {code} is that of number {first} too",
    severity=ERROR,
    subject=Catalogue,
    why=(
        "Một mã của một cơ quan chỉ có một bản ghi còn hiệu lực tại một thời điểm.",
        "A code of one agency has one record that is valid at a time.",
    ),
)
def duplicate_code(catalogue: Catalogue, _: Context) -> Iterable[Hit]:
    """Find records that claim one code at one time."""
    seen: dict[object, list[tuple[int, Procedure]]] = {}
    for i, procedure in enumerate(catalogue):
        if not isinstance(procedure.code, ProcedureCode | Identifier):
            continue
        before = seen.setdefault(procedure.code, [])
        first = next((j for j, other in before if _valid_together(other, procedure)), None)
        if first is not None:
            yield Hit(("procedures", i, "code"), {"code": str(procedure.code), "first": first + 1})
        before.append((i, procedure))


@rule(
    "TTHC802",
    "tên “{name}” được dùng cho {count} mã khác nhau",
    "the name “{name}” stands on {count} codes",
    severity=INFO,
    subject=Catalogue,
    citation=cite("63/2010/NĐ-CP", "8", "2", "a"),
    why=(
        "Tên trùng làm người dân khó chọn thủ tục; nêu rõ cấp, đối tượng hoặc trường hợp trong tên.",
        "Equal names make it hard to choose; name the level, audience or case.",
    ),
)
def one_name(catalogue: Catalogue, _: Context) -> Iterable[Hit]:
    """Find names that stand on several numbers; local variants of one number bear one name by right."""
    codes: dict[str, dict[str, int]] = {}
    for i, procedure in enumerate(catalogue):
        if procedure.name and isinstance(procedure.code, ProcedureCode):
            codes.setdefault(search_key(procedure.name), {}).setdefault(procedure.code.number, i)
    for numbers in codes.values():
        if len(numbers) > 1:
            first = next(iter(numbers.values()))
            name = catalogue.procedures[first].name or ""
            yield Hit(("procedures", first, "name"), {"name": brief(name), "count": len(numbers)})


@rule(
    "TTHC803",
    "thủ tục liên quan {code} không có trong danh mục",
    "the related procedure {code} is not in the catalogue",
    subject=Catalogue,
    citation=_RELATED,
    why=("Kiểm tra mã thủ tục liên quan.", "Check the code of the related procedure."),
)
def dangling(catalogue: Catalogue, context: Context) -> Iterable[Hit]:
    """Find related procedures that the catalogue does not hold."""
    held = context.once(_numbers, catalogue)
    for i, procedure in enumerate(catalogue):
        for j, code in enumerate(procedure.related or ()):
            if isinstance(code, ProcedureCode | Identifier) and _number(code) not in held:
                yield Hit(("procedures", i, "related", j), {"code": str(code)})


def _number(code: ProcedureCode | Identifier) -> str:
    return code.number if isinstance(code, ProcedureCode) else str(code)


def _numbers(catalogue: Catalogue) -> set[str]:
    return {_number(p.code) for p in catalogue if isinstance(p.code, ProcedureCode | Identifier)}


_FRONT = re.compile(r"^(?:[0-9]{1,2}[.)] ?|[a-z][.)] ?)?(?:ban (?:sao|chinh|chup|goc) )?(?:co chung thuc )?")


def _bare(key: str) -> str:
    """Take off what records write around the name of a paper: "- Bản sao Giấy khai sinh (nếu có);"."""
    key = key.strip(" -+*.;:,")
    if key.endswith(")"):
        key = key[: max(key.rfind("("), 0)].rstrip(" .;:,")
    return _FRONT.sub("", key, count=1)


def _keys(name: str, code: str | None) -> Iterable[str]:
    """What a result and a document may share: the code of the paper, or its name."""
    if code:
        yield code.casefold()
    key = _bare(search_key(name))
    if len(key) >= 8:  # "thẻ", "đơn": too short to name one paper
        yield key


def _results(catalogue: Catalogue) -> dict[str, list[tuple[int, str]]]:
    """Who gives each result: index and label of two procedures, one of which is not the one that asks."""
    sources: dict[str, list[tuple[int, str]]] = {}
    for i, procedure in enumerate(catalogue):
        for result in procedure.results or ():
            for key in _keys(result.name, result.code) if type(result) is Result else ():
                known = sources.setdefault(key, [])
                if len(known) < 2 and (not known or known[0][0] != i):
                    known.append((i, procedure.label or brief(procedure.name or "")))
    return sources


def _mentioned(catalogue: Catalogue, results: Iterable[str]) -> dict[str, set[int]]:
    """Which procedures ask for each result, by its code or by a document whose name holds its name ("bản sao …").

    Two procedures a result are enough. Names are looked for word by word, by their first two words.
    """
    phrases: dict[str, dict[int, None]] = {}
    wanted = set(results)
    for key in wanted:
        words = key.split()
        phrases.setdefault(" ".join(words[:2]), {})[len(words)] = None
    asked: dict[str, set[int]] = {key: set() for key in wanted}
    for i, procedure in enumerate(catalogue):
        for _, document in procedure.documents():
            words = search_key(document.name).split(" ")
            for key in ((document.code or "").casefold(), *_phrases(words, phrases)):
                if key in asked and len(asked[key]) < 2:
                    asked[key].add(i)
    return asked


def _phrases(words: list[str], phrases: dict[str, dict[int, None]]) -> Iterable[str]:
    for start in range(len(words)):
        for length in phrases.get(" ".join(words[start : start + 2]), ()):
            yield " ".join(words[start : start + length]).rstrip(".,;:)")


_REFUSAL = re.compile(r"(?:van ban |cong van )?(?:thong bao|tu choi|khong (?:chap thuan|dong y|chap nhan))\b")


@rule(
    "TTHC804",
    "kết quả “{result}” không phải là giấy tờ của thủ tục nào khác trong danh mục",
    "no other procedure of the catalogue asks for the result “{result}”",
    severity=INFO,
    subject=Catalogue,
    citation=_RELATED,
    why=(
        "Gợi ý khi rà soát: kết quả có thể không cần thiết, hoặc tên giấy tờ chưa thống nhất giữa các thủ tục.",
        "A hint for a review: a result nobody asks for may be needless, or papers are named in different ways.",
    ),
)
def unused_result(catalogue: Catalogue, context: Context) -> Iterable[Hit]:
    """Find results that no document of another procedure is or mentions, by code or name."""
    asked = _mentioned(catalogue, context.once(_results, catalogue))
    for i, procedure in enumerate(catalogue):
        for j, result in enumerate(procedure.results or ()):
            if type(result) is not Result or _REFUSAL.match(search_key(result.name)):
                continue
            if not any(asked[key] - {i} for key in _keys(result.name, result.code)):
                yield Hit(("procedures", i, "results", j), {"result": brief(result.name)})


@rule(
    "TTHC805",
    "giấy tờ “{document}” là kết quả của thủ tục {code}",
    "the document “{document}” is the result of procedure {code}",
    severity=INFO,
    subject=Catalogue,
    citation=(since(_DATA_INSTEAD, cite("309/2026/NĐ-CP")),),
    why=(
        "Cơ quan nhà nước đã có kết quả này: khai thác lại dữ liệu thay vì yêu cầu nộp giấy.",
        "The administration holds this result already: use the data instead of asking for the paper.",
    ),
)
def supplied_document(catalogue: Catalogue, context: Context) -> Iterable[Hit]:
    """Find documents that the result of another procedure is, by code or name."""
    sources = context.once(_results, catalogue)
    for i, procedure in enumerate(catalogue):
        for path, document in procedure.documents():
            found = [s for key in _keys(document.name, document.code) for s in sources.get(key, ()) if s[0] != i]
            if found:
                yield Hit(("procedures", i, *path), {"document": brief(document.name), "code": found[0][1]})


def _locals(catalogue: Catalogue) -> list[tuple[int, Procedure, Procedure | None]]:
    """Every local variant with the national procedure of its number that is valid with it, if there is one."""
    national: dict[str, list[Procedure]] = {}
    variants: list[tuple[int, str, Procedure]] = []
    for i, procedure in enumerate(catalogue):
        code = procedure.code
        if type(code) is ProcedureCode and code.agency is None:
            national.setdefault(code.number, []).append(procedure)
        elif type(code) is ProcedureCode:
            variants.append((i, code.number, procedure))
    return [
        (i, local, next((p for p in national.get(number, ()) if _valid_together(p, local)), None))
        for i, number, local in variants
    ]


@rule(
    "TTHC807",
    "thủ tục của địa phương {code} không có thủ tục gốc trong danh mục",
    "the local procedure {code} has no national one in the catalogue",
    severity=INFO,
    subject=Catalogue,
    why=(
        "Địa phương công bố danh mục theo mã thủ tục của bộ, trừ thủ tục do địa phương quy định.",
        "Provinces announce lists by the ministry's codes, but for procedures they make themselves.",
    ),
)
def no_national(catalogue: Catalogue, context: Context) -> Iterable[Hit]:
    """Find local variants whose national procedure is missing."""
    for i, local, national in context.once(_locals, catalogue):
        if national is None:
            yield Hit(("procedures", i, "code"), {"code": local.label})


def _longest(procedure: Procedure) -> dict[tuple[str, bool], tuple[Fraction, TimeLimit]]:
    longest: dict[tuple[str, bool], tuple[Fraction, TimeLimit]] = {}
    for method in procedure.methods or ():
        limit = method.time_limit if type(method) is Method else None
        if type(limit) is TimeLimit and limit.amount is not None and limit.unit is not None:
            unit = limit.unit, limit.working
            if unit not in longest or longest[unit][0] < limit.amount:
                longest[unit] = limit.amount, limit
    return longest


@rule(
    "TTHC808",
    "thời hạn của địa phương ({local}) dài hơn thời hạn gốc ({national})",
    "the local time limit ({local}) is longer than the national one ({national})",
    subject=Catalogue,
    citation=cite("63/2010/NĐ-CP", "8", "2", "đ"),
    why=(
        "Địa phương chỉ được rút ngắn thời hạn giải quyết.",
        "A province may shorten the time limit, not lengthen it.",
    ),
)
def local_limit_longer(catalogue: Catalogue, context: Context) -> Iterable[Hit]:
    """Find local variants whose limit, in one unit, is above the national one."""
    for i, local, national in context.once(_locals, catalogue):
        theirs = {} if national is None else _longest(national)
        for unit, (amount, limit) in _longest(local).items():
            if unit in theirs and amount > theirs[unit][0]:
                shown = both(theirs[unit][1].display)
                yield Hit(("procedures", i, "methods"), {"local": both(limit.display), "national": shown})


RULES = (
    duplicate_code,
    one_name,
    dangling,
    unused_result,
    supplied_document,
    no_national,
    local_limit_longer,
)

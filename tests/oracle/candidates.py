"""What the rules ought to find in the real records, counted by plain code over the raw JSON.

Nothing of `tthc` is used here, on purpose: each function is a second, dumber opinion on one question. It returns places
as `(key of the record, index of the row)` or keys with counts, for `test_rules_on_records.py` to hold against findings.
"""

import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

Record = dict[str, Any]
Place = tuple[str, int]
UNKNOWN = {"", "Không có thông tin"}


class Row(NamedTuple):
    """One row of the table of methods, whatever the shape."""

    channel: str
    time: str
    fees: tuple[tuple[str, str], ...]
    note: str


def records(shared: Path) -> dict[str, Record]:
    """Every procedure record by a key: its code, or `2021#n`; the flat crawl is joined with its method rows."""
    home = shared / "data" / "procedures"
    rows = {r["ma_thu_tuc"]: r["rows"] for r in _lines(home / "portal-flat" / "methods.jsonl")}
    found: dict[str, Record] = {}
    for path in sorted((home / "portal-flat").glob("procedures-*.jsonl")):
        for record in _lines(path):
            found[record["ma_thu_tuc"]] = {**record, "cach_thuc_thuc_hien": rows[record["ma_thu_tuc"]]}
    for record in _lines(home / "portal-doc" / "records.jsonl"):
        found[f"doc {record['thu_tuc_id']}"] = record
    for i, record in enumerate(json.loads((home / "portal-2021" / "records.json").read_text(encoding="utf-8"))):
        found[f"2021#{i}"] = record
    for name in ("1.000358", "1.000931"):
        record = json.loads((home / "portal-api" / f"{name}.json").read_text(encoding="utf-8"))
        found[f"api {name}"] = record
    return found


def _lines(path: Path) -> Iterator[Record]:
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def shape(key: str) -> str:
    """Tell the shape of a record from its key."""
    return {"doc": "doc", "202": "2021", "api": "api"}.get(key[:3], "flat")


def methods(record: Record) -> list[Row]:
    """The method rows of a record of any shape but the API's."""
    if "ma_thu_tuc" in record:
        return [
            Row(r["channel"], r["time"], tuple(map(tuple, r["fees"])), r["description"])
            for r in record["cach_thuc_thuc_hien"]
        ]
    if "tables" in record:
        rows = record["tables"]["hinh_thuc_nop"]
        return [Row(r["hinh_thuc"], r["thoi_han_giai_quyet"], ((r["phi_le_phi"], ""),), r["mo_ta"]) for r in rows]
    if "title" in record:
        rows = record["Cách thức thực hiện"]
        return [
            Row(r["Hình thức nộp"], r["Thời hạn giải quyết"], ((r["Phí, lệ phí"], ""),), r.get("Mô tả", ""))
            for r in rows
        ]
    return []


def nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def plain(text: str) -> str:
    """Lower case without marks, for words to look for."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))
    return " ".join(bare.replace("đ", "d").split())


# ── time limits ──────────────────────────────────────────────────────────────────────────────────────────────────────


def limits_without_unit(all_records: dict[str, Record]) -> set[Place]:
    """Cells of time that are nothing but a number, or a range of two."""
    return {
        (key, i)
        for key, record in all_records.items()
        for i, row in enumerate(methods(record))
        if re.fullmatch(r"[0-9]+(?:-[0-9]+)?", row.time)
    }


def glued_cells(all_records: dict[str, Record]) -> set[Place]:
    """Rows of the crawl in which the time "1" is glued to the fee (`120 VNĐ` is 1 and 20 VNĐ)."""
    return {
        (key, i)
        for key, record in all_records.items()
        if "ma_thu_tuc" in record
        for i, row in enumerate(record["cach_thuc_thuc_hien"])
        if row["flag"]
    }


def zero_limits(all_records: dict[str, Record]) -> set[Place]:
    return {
        (key, i)
        for key, record in all_records.items()
        for i, row in enumerate(methods(record))
        if re.fullmatch(r"0+(?: .*)?", row.time)
    }


def mixed_units(all_records: dict[str, Record]) -> set[str]:
    """Records whose rows state a number with different words for the unit."""
    found = set()
    for key, record in all_records.items():
        units = {m[1].lower() for row in methods(record) if (m := re.fullmatch(r"[0-9.,]+ (\D+)", row.time))}
        if len(units) > 1:
            found.add(key)
    return found


def repeated_channels(all_records: dict[str, Record]) -> set[tuple[str, str]]:
    """Channels that stand in several rows of a record."""
    found = set()
    for key, record in all_records.items():
        count = Counter(row.channel for row in methods(record))
        found |= {(key, channel) for channel, n in count.items() if n > 1}
    return found


def told_apart(rows: list[Row], *, fees: bool) -> bool:
    """Tell whether rows say in words what each is for: a description names a case or states its own time or amount."""
    words = [plain(" ".join([row.note, *(note for _, note in row.fees if fees)])) for row in rows]
    return any(re.search(r"truong hop|doi voi|neu ", text) for text in words) or (
        len(set(words)) > 1 and any(re.search(r"[0-9] ?(?:ngay|dong|usd)|ke tu ngay", text) for text in words)
    )


def repeated_otherwise(all_records: dict[str, Record]) -> set[tuple[str, str]]:
    """Channels that stand in several rows of a record with another time or another amount."""
    found = set()
    for key, record in all_records.items():
        seen: dict[str, set[object]] = defaultdict(set)
        for row in methods(record):
            seen[row.channel].add((row.time.lstrip("0"), tuple(amount for amount, _ in row.fees)))
        found |= {(key, channel) for channel, values in seen.items() if len(values) > 1}
    return found


def differing_limits(all_records: dict[str, Record]) -> set[str]:
    """Records whose rows of different channels do not state the same times."""
    found = set()
    for key, record in all_records.items():
        times: dict[str, set[str]] = defaultdict(set)
        for row in methods(record):
            if row.time not in UNKNOWN:
                times[row.channel].add(row.time.lstrip("0"))
        if len({frozenset(values) for values in times.values()}) > 1:
            found.add(key)
    return found


# ── fees ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _dong(amount: str) -> int | None:
    match = re.fullmatch(r"([0-9][0-9.,]*) (?:VNĐ|Việt Nam Đồng)", amount)
    return int(re.sub("[.,]", "", match[1])) if match else None


def small_amounts(all_records: dict[str, Record]) -> list[Place]:
    """Entries of the flat crawl between 0 and 1,000 đồng, one for each fee of a row."""
    return [
        (key, i)
        for key, record in all_records.items()
        for i, row in enumerate(methods(record))
        for amount, _ in row.fees
        if 0 < (_dong(amount) or 0) < 1000
    ]


_NAMED = re.compile(
    r"(?<![\w.,])[0-9]+(?:[.,][0-9]+)*\s*(?:triệu |nghìn |ngàn )?(?:đồng|đ|vnđ|vnd|usd)(?!\w)", re.IGNORECASE
)


def free_with_amount(all_records: dict[str, Record]) -> set[Place]:
    """Entries "Miễn phí" whose own description names an amount with its currency."""
    return {
        (key, i)
        for key, record in all_records.items()
        for i, row in enumerate(methods(record))
        for amount, note in row.fees
        if amount == "Miễn phí" and _NAMED.search(nfc(note))
    }


def last_days(all_records: dict[str, Record]) -> dict[Place, set[str]]:
    """The last days (`đến hết ngày …`) that the descriptions of fees name, by row."""
    found: dict[Place, set[str]] = defaultdict(set)
    for key, record in all_records.items():
        for i, row in enumerate(methods(record)):
            for amount, note in row.fees:
                for day, month, year in re.findall(
                    r"đến(?:\s+hết)?(?:\s+ngày)?\s+([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})", nfc(f"{amount} {note}")
                ):
                    found[key, i].add(f"{year}-{int(month):02}-{int(day):02}")
    return dict(found)


# ── agencies, legal basis, decisions ─────────────────────────────────────────────────────────────────────────────────


def blank_agency(all_records: dict[str, Record]) -> set[str]:
    """Records whose own field for the agency that carries the procedure out is blank."""
    found = set()
    for key, record in all_records.items():
        fields = {"co_quan_thuc_hien": record, "Cơ quan thực hiện": record}
        fields["cơ_quan_thực_hiện"] = record.get("content", {})
        if any(name in holder and holder[name] in UNKNOWN for name, holder in fields.items()):
            found.add(key)
    return found


def no_legal_basis(all_records: dict[str, Record]) -> set[str]:
    found = set()
    for key, record in all_records.items():
        flat = record.get("can_cu_phap_ly", "x") in UNKNOWN
        table = not record.get("tables", {"can_cu_phap_ly": "x"})["can_cu_phap_ly"]
        if flat or table or record.get("legalBasisesDetails") == []:
            found.add(key)
    return found


def numbers_twice(all_records: dict[str, Record]) -> Counter[tuple[str, str]]:
    """Numbers that stand twice in a legal basis, counted as superfluous, by record and number without its issuer.

    In the crawl the code of a document is glued to the end of its title, so it follows a letter without a blank.
    """
    found: Counter[tuple[str, str]] = Counter()
    for key, record in all_records.items():
        if "ma_thu_tuc" in record:
            numbers = re.findall(r"(?<=[^\s\d.,(“\"/-])([0-9]{1,3}/[0-9]{4}/[A-ZĐ]{2})", nfc(record["can_cu_phap_ly"]))
        elif "tables" in record:
            numbers = [re.sub(r"\s", "", row["so_ky_hieu"]) for row in record["tables"]["can_cu_phap_ly"]]
        else:
            numbers = [row["id"] for row in record.get("legalBasisesDetails", ())]
        for number, n in Counter(numbers).items():
            if n > 1:
                found[key, number] = n - 1
    return found


def odd_decisions(all_records: dict[str, Record]) -> set[str]:
    """Records whose decision number is made of zeros and a one, is a word of a test, or names no issuer."""
    found = set()
    for key, record in all_records.items():
        number = record.get("so_quyet_dinh") or record.get("metadata", {}).get("số_quyết_định") or "1/QĐ-X"
        number = re.sub(r"(?i)^(?:quyết định )?số ", "", nfc(number))
        if re.search(r"(?<![0-9])0{2,}1?(?![0-9])|demo|test", number.lower()) or not re.search("[A-ZĐ]{2}", number):
            found.add(key)
    return found


def district_names(all_records: dict[str, Record]) -> set[str]:
    """Records that name an agency of the district level, which ended on 2025-06-30."""
    pattern = re.compile(r"\b(?:huyện|quận|thị xã)\b", re.IGNORECASE)
    found = set()
    for key, record in all_records.items():
        fields = {**record, **record.get("content", {})}
        names = [text for name, text in fields.items() if plain(name).replace(" ", "_").startswith("co_quan")]
        if any(pattern.search(nfc(name)) for name in names):
            found.add(key)
    return found


# ── documents ────────────────────────────────────────────────────────────────────────────────────────────────────────


def nothing_asked(all_records: dict[str, Record]) -> Counter[str]:
    """Papers with neither an original nor a copy, counted by record."""
    found: Counter[str] = Counter()
    for key, record in all_records.items():
        if "ma_thu_tuc" in record:
            found[key] = len(re.findall(r"(?<![0-9])0 bản chính(?!,)", nfc(record["thanh_phan_ho_so"])))
        elif "tables" in record:
            rows = record["tables"]["thanh_phan_ho_so"]
            found[key] = sum(row["ghi_chu"].split() == ["Bản", "chính:", "0", "Bản", "sao:", "0"] for row in rows)
        elif "title" in record:
            rows = record["Thành phần hồ sơ"]
            found[key] = sum(row["Số lượng - bản chính"] == "Bản chính: 0 - Bản sao: 0" for row in rows)
        else:
            found[key] = sum(
                not paper["originalQty"] and not paper["copyQty"]
                for case in record["executionCases"] + record["cases"]
                for paper in case["profileComponents"]
            )
    return +found


# ── names and text ───────────────────────────────────────────────────────────────────────────────────────────────────


def names(all_records: dict[str, Record]) -> dict[str, str]:
    return {
        key: record.get("ten_thu_tuc") or record.get("title") or record.get("name") or record["metadata"]["tên_thủ_tục"]
        for key, record in all_records.items()
    }


def names_ending_with_mark(all_records: dict[str, Record]) -> set[str]:
    return {key for key, name in names(all_records).items() if name.rstrip()[-1:] in {".", ",", ";", ":"}}


def names_of_several_lines(all_records: dict[str, Record]) -> set[str]:
    return {key for key, name in names(all_records).items() if re.search(r"[\n\r\t]", name.strip())}


def names_with_double_blanks(all_records: dict[str, Record]) -> set[str]:
    return {key for key, name in names(all_records).items() if "  " in name.strip()}


def strings(value: Any) -> Iterator[str]:
    """Every text leaf of a record."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)


def not_nfc(all_records: dict[str, Record]) -> set[str]:
    return {key for key, record in all_records.items() if any(text != nfc(text) for text in strings(record))}


def with_html(all_records: dict[str, Record]) -> set[str]:
    return {
        key
        for key, record in all_records.items()
        if any(re.search(r"</?[a-z]{1,8}[^<>]*>|&[a-z]{2,6};", text) for text in strings(record))
    }


def with_page_footer(all_records: dict[str, Record]) -> set[str]:
    return {key for key, r in all_records.items() if any("Chọn cơ quan thực hiện" in nfc(text) for text in strings(r))}


def with_hidden_characters(all_records: dict[str, Record]) -> set[str]:
    """Records with a no-break or em space, a soft hyphen, a zero-width or direction mark or a Word bullet."""
    return {
        key
        for key, record in all_records.items()
        if any(re.search("[\xa0\xad\u2003\u200b-\u200f\ufeff\uf000-\uf0ff]", text) for text in strings(record))
    }

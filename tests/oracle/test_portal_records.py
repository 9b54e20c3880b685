"""The portal reader over all real records: nothing raises, nothing is lost, and how much becomes a value.

Figures are printed with their denominators. What is counted is counted from the raw JSON here, by plain code.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import attrs
import pytest

from tthc.calendar import TimeLimit
from tthc.errors import ParseError
from tthc.fees import Fee, parse_fees
from tthc.identifiers import AgencyCode, Identifier, LegalNumber, ProcedureCode
from tthc.interop.portal import Reading, read
from tthc.interop.portal._notes import where
from tthc.interop.portal._words import CHANNELS, FORMALITIES, fold, is_none, stated
from tthc.procedures import Document, Method, Procedure
from tthc.text import Unparsed

Record = dict[str, Any]


class Sample(NamedTuple):
    """One record and what was read from it."""

    shape: str
    record: Record
    reading: Reading


def _lines(path: Path) -> list[Record]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _records(shared: Path) -> Iterator[tuple[str, Record]]:
    home = shared / "data" / "procedures"
    rows = {line["ma_thu_tuc"]: line["rows"] for line in _lines(home / "portal-flat" / "methods.jsonl")}
    for path in sorted((home / "portal-flat").glob("procedures-*.jsonl")):
        for record in _lines(path):
            yield "flat", record
            yield "joined", {**record, "cach_thuc_thuc_hien": rows[record["ma_thu_tuc"]]}
    yield from (("doc", record) for record in _lines(home / "portal-doc" / "records.jsonl"))
    yield from (("2021", r) for r in json.loads((home / "portal-2021" / "records.json").read_text(encoding="utf-8")))
    for path in sorted((home / "portal-api").glob("[0-9]*.json")):
        yield "api", json.loads(path.read_text(encoding="utf-8"))
    yield from (("excerpt", r) for r in json.loads((home / "portal-api" / "excerpts.json").read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def samples(shared: Path) -> list[Sample]:
    # A copy goes in and the original is compared: reading changes nothing.
    return [Sample(shape, record, read(json.loads(json.dumps(record)))) for shape, record in _records(shared)]


def of(samples: list[Sample], *shapes: str) -> list[Sample]:
    return [sample for sample in samples if sample.shape in shapes]


def show(capsys: pytest.CaptureFixture[str], *lines: str) -> None:
    with capsys.disabled():
        print("", *lines, sep="\n    ")  # noqa: T201 - the figures are asked for


def test_all_records_are_read_in_their_shape(samples: list[Sample]) -> None:
    shapes = Counter((s.shape, s.reading.value.source.shape) for s in samples if s.reading.value.source is not None)
    assert shapes == {
        ("flat", "general"): 874,
        ("joined", "general"): 874,
        ("doc", "doc-export"): 104,
        ("2021", "portal-2021"): 44,
        ("api", "api-2026"): 2,
        ("excerpt", "api-2026"): 2,
        ("excerpt", "general"): 2,
    }
    for sample in samples:
        assert hash(sample.reading) == hash(read(sample.record))
        assert str(sample.reading.value)
        assert str(sample.reading.report)


def test_codes_and_names_are_read_throughout(samples: list[Sample]) -> None:
    for sample in of(samples, "joined", "doc", "api", "excerpt"):
        assert type(sample.reading.value.code) is ProcedureCode
        assert sample.reading.value.name
    assert all(sample.reading.value.code is None and sample.reading.value.name for sample in of(samples, "2021"))


# ── how much becomes a value ─────────────────────────────────────────────────────────────────────────────────────────


def _flat_rows(samples: list[Sample]) -> Iterator[tuple[Record, Method]]:
    for sample in of(samples, "joined"):
        rows, methods = sample.record["cach_thuc_thuc_hien"], sample.reading.value.methods or ()
        for row, method in zip(rows, methods, strict=True):
            assert type(method) is Method
            yield row, method


def test_time_cells(samples: list[Sample], capsys: pytest.CaptureFixture[str]) -> None:
    cells = [(row, method) for row, method in _flat_rows(samples) if re.fullmatch("[0-9]+ .+", row["time"])]
    values = [m.time_limit for _, m in cells if type(m.time_limit) is TimeLimit and m.time_limit.unit is not None]
    bare = [m.time_limit for row, m in _flat_rows(samples) if re.fullmatch("[0-9]+", row["time"])]
    show(capsys, f"time cells with number and unit that became a value: {len(values)} of {len(cells)}")
    assert len(cells) == 2060
    assert len(values) >= 0.99 * len(cells)
    assert len(bare) == 161
    assert all(type(limit) is TimeLimit and limit.unit is None for limit in bare)


def test_fee_cells(samples: list[Sample], capsys: pytest.CaptureFixture[str]) -> None:
    cells = [(row, method) for row, method in _flat_rows(samples) if re.search("[0-9]", row["fees"][0][0])]
    values = [(r, m) for r, m in cells if m.fees and type(m.fees[0]) is Fee and m.fees[0].amount is not None]
    glued = [(row, method) for row, method in cells if row["flag"]]
    show(
        capsys,
        f"fee cells with a digit that became an amount: {len(values)} of {len(cells)}, "
        f"of them glued to the time: {len([r for r, _ in values if r['flag']])} of {len(glued)}",
    )
    assert len(cells) == 545
    assert len(values) >= 0.98 * len(cells)
    for row, method in values:
        amount = re.sub("[^0-9]", "", row["fees"][0][0])
        fee = method.fees[0]  # type: ignore[index]
        assert type(fee) is Fee
        assert fee.amount is not None
        if row["flag"]:
            assert type(method.time_limit) is TimeLimit
            assert f"{method.time_limit.amount}{fee.amount.amount}" == amount
        else:
            assert fee.amount.amount == int(amount)
    free = [m.fees for row, m in _flat_rows(samples) if row["fees"][0][0] == "Miễn phí"]
    assert len(free) == 1391
    assert all(type(fees[0]) is Fee and fees[0].kind == "free" for fees in free if fees)
    assert all(free)


def test_the_glued_cell_reads_like_its_rows(samples: list[Sample]) -> None:
    """The flat crawl's own cell, split by the reader, against the rows that were split by hand."""
    rows = different = 0
    for glued, joined in zip(of(samples, "flat"), of(samples, "joined"), strict=True):
        for left, right in zip(glued.reading.value.methods or (), joined.reading.value.methods or (), strict=True):
            assert type(left) is Method
            assert type(right) is Method
            assert (left.channel, left.time_limit) == (right.channel, right.time_limit)
            rows += 1
            different += left != right
    assert rows == 2313
    assert different <= 20  # brackets that never close, and cells that the crawl cut


def test_legal_numbers(samples: list[Sample], capsys: pytest.CaptureFixture[str]) -> None:
    doc = [
        number
        for sample in of(samples, "doc")
        for row, number in zip(
            sample.record["tables"]["can_cu_phap_ly"], sample.reading.value.legal_basis or (), strict=True
        )
        if not re.fullmatch("[0-9]+", row["so_ky_hieu"])
    ]
    api = [number for sample in of(samples, "api", "excerpt") for number in sample.reading.value.legal_basis or ()]
    flat = [number for sample in of(samples, "joined") for number in sample.reading.value.legal_basis or ()]
    lines = []
    for name, numbers, least in (("doc", doc, 0.97), ("api", api, 1), ("flat", flat, 0.97)):
        read_well = [number for number in numbers if type(number) is LegalNumber]
        lines.append(f"legal numbers, {name}: {len(read_well)} of {len(numbers)}")
        assert len(read_well) >= least * len(numbers)
    show(capsys, *lines)
    assert (len(doc), len(api)) == (372, 18)
    assert len(flat) > 3_500


def test_codes_of_the_flat_tables_agree_with_their_titles(samples: list[Sample]) -> None:
    """A title that begins with its own number names the same document as the code read from its row."""
    own = re.compile(
        r"(?:Luật|Nghị định|Nghị quyết|Thông tư|Quyết định)(?: số)? ?([0-9]+[a-z]?(?:\.[0-9]+)?/[0-9]{4}/)",
        re.IGNORECASE,
    )
    agree = checked = 0
    for sample in of(samples, "joined"):
        text = sample.record["can_cu_phap_ly"].removeprefix("Tên văn bản pháp lýMã văn bản")
        head = own.match(text)
        first = next(iter(sample.reading.value.legal_basis or ()), None)
        if head is not None and type(first) is LegalNumber:
            checked += 1
            agree += str(first).startswith(head[1])
    assert checked > 300
    assert agree == checked


def test_blank_components(samples: list[Sample], capsys: pytest.CaptureFixture[str]) -> None:
    flat = [sample.reading.value for sample in of(samples, "joined")]
    blank = {name: sum(p.state(name) == "blank" for p in flat) for name in ("agencies", "legal_basis", "documents")}
    show(capsys, f"blank in the flat records: {blank}")
    agencies = sum(sample.record["co_quan_thuc_hien"] == "Không có thông tin" for sample in of(samples, "joined"))
    basis = sum(sample.record["can_cu_phap_ly"].startswith("Không có thông tin") for sample in of(samples, "joined"))
    # Of 3.000165 the cell goes on with the next label of the page; six say "Không có thông tin" and nothing else.
    assert (blank["agencies"], blank["legal_basis"]) == (agencies, basis) == (106, 7)
    assert blank["documents"] == 1
    assert {p.state("dossier_sets") for p in flat} == {"not_carried"}


def test_what_is_left_unread(samples: list[Sample], capsys: pytest.CaptureFixture[str]) -> None:
    """Every `Unparsed` of a value is named in the report, by its path, and there are few."""
    lines = []
    for shape in ("joined", "flat", "doc", "2021", "api"):
        counts: Counter[str] = Counter()
        for sample in of(samples, shape):
            named = {finding.path for finding in sample.reading.report}
            for path in _unread(sample.reading.value, ()):
                assert path in named, path
                counts[".".join(part for part in path if isinstance(part, str))] += 1
        lines.append(f"Unparsed, {shape}: {dict(counts)}")
        assert sum(counts.values()) <= 30
    show(capsys, *lines)


def _unread(value: object, path: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:
    if isinstance(value, Unparsed):
        yield path
    elif isinstance(value, tuple):
        for i, item in enumerate(value):
            yield from _unread(item, (*path, i))
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from _unread(getattr(value, field.name), (*path, field.name))


# ── nothing is lost ──────────────────────────────────────────────────────────────────────────────────────────────────

FURNITURE = (
    "Hình thức nộpThời gianPhí, lệ phíMô tả",
    "Tên giấy tờMẫu đơn, tờ khaiSố lượng",
    "Xem chi tiết",
    "Không có thông tin",
    "Từ khóa",
    "Mô tả",
    "Mã:",
)
"""The short list of what may vanish: headers and labels of the page, and the words that say that nothing is stated.

Beside it: blanks, punctuation and bullets ("-", "a)") between the parts of a cell; a leaf that says nothing or that
there is none ("", "-", "Không", "Không quy định"), which the value holds as `None` or `()`.
"""
MARKS = " .,;:-–+*•()[]/|\"'“”…\ufeff\u200b"
LEVEL_WORDS = {"central": "Cấp bộ", "provincial": "Cấp tỉnh", "commune": "Cấp xã", "other": "Cơ quan khác"}
UNITS = {("day", True): "Ngày làm việc", ("day", False): "Ngày", ("hour", False): "Giờ", ("month", False): "Tháng"}
API_UNITS = {("day", True): "WORKING_DAY", ("month", False): "MONTH"}


def squeezed(text: str) -> str:
    return "".join(text.split()).casefold()


def leaves(data: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(data, dict):
        for key, item in data.items():
            yield from leaves(item, (*path, key))
    elif isinstance(data, list):
        for i, item in enumerate(data):
            yield from leaves(item, (*path, i))
    elif isinstance(data, str):
        yield path, data


def texts(value: object) -> Iterator[str]:
    """Everything a value says, in its own words and in those the portal has for a number that was read."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, LegalNumber | ProcedureCode | AgencyCode):
        yield str(value)
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item)
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            if field.name not in {"carries", "repairs"}:
                yield from texts(getattr(value, field.name))
        yield from portal_words(value)


def portal_words(value: object) -> Iterator[str]:
    if isinstance(value, Document) and isinstance(value.originals, int):
        copies = value.copies if isinstance(value.copies, int) else None
        for originals in (f"{value.originals}", f"0{value.originals}"):
            yield f"{originals} bản chính" + ("" if copies is None else f",{copies} bản sao")
        yield f"Bản chính: {value.originals}\nBản sao: {copies}"
        yield f"Bản chính: {value.originals} - Bản sao: {copies}"
    elif isinstance(value, TimeLimit) and value.kind == "duration":
        yield f"{value.amount} {UNITS[value.unit, value.working]}" if value.unit else f"{value.amount}"
        yield API_UNITS.get((value.unit, value.working), "")
    elif isinstance(value, Fee):
        if value.kind == "free":
            yield "Miễn phí"
        if value.amount is not None:
            currency = {"VND": ("Việt Nam Đồng", "VNĐ")}.get(value.amount.currency, (value.amount.currency,))
            yield from (f"{value.amount.amount.numerator:,} {name}" for name in currency)
            yield from currency
        yield {"phí": "FEE"}.get(value.category or "", "")
    elif isinstance(value, Method):
        yield from (
            word
            for word in ("Trực tiếp", "Trực tuyến", "Dịch vụ bưu chính", "DIRECT", "ONLINE", "POSTAL")
            if CHANNELS[fold(word)] == value.channel
        )
    elif isinstance(value, Procedure):
        yield from (LEVEL_WORDS[level] for level in value.levels or () if isinstance(level, str))


def covered(leaf: str, rest: str, value: Procedure, said: list[str]) -> tuple[int, int, int, str]:
    """Count the characters of a leaf that stand in the value, in the rest, on the list, and return what is left."""
    if stated(leaf) is None or is_none(leaf):
        return 0, 0, len(squeezed(leaf)), ""
    if _is_read_as_a_whole(leaf, value):
        return len(squeezed(leaf)), 0, 0, ""
    left = squeezed(leaf)
    sizes = [0, 0, 0]
    kept = [squeezed(line) for line in (rest, *rest.split("\n"))]
    words = [(word, 0) for word in said] + [(word, 1) for word in kept] + [(squeezed(word), 2) for word in FURNITURE]
    short = {word for word, _ in words if len(word) <= 3}
    for word, place in sorted(words, key=lambda pair: -len(pair[0])):  # what is longer is found before its parts
        if len(word) > 3 and word in left:
            sizes[place] += left.count(word) * len(word)
            left = left.replace(word, "\x1f")
    pieces = [piece.strip(MARKS) for piece in re.split("\x1f|mã:", left)]
    lost = [piece for piece in pieces if piece and piece not in short and not re.fullmatch("[a-z]", piece)]
    return *sizes, " ".join(lost)  # type: ignore[return-value]


def _is_read_as_a_whole(leaf: str, value: Procedure) -> bool:
    """Tell whether the leaf, read again on its own, is a part of the value."""
    if value.formality is not None and FORMALITIES.get(fold(leaf)) == value.formality:
        return True
    numbers = {*(value.legal_basis or ()), getattr(value.decision, "number", None)}
    limits = {method.time_limit for method in value.rows_of("methods")}
    for kind, held in ((LegalNumber, numbers), (TimeLimit, limits), (Identifier, {value.code})):
        try:
            if kind.parse(leaf) in held:  # type: ignore[attr-defined]
                return True
        except ParseError:
            pass
    fees = {fee for method in value.rows_of("methods") for fee in method.fees or ()}
    cell = "\n".join(line for line in leaf.replace("Xem chi tiết", "\n").split("\n") if "File đính kèm" not in line)
    again = parse_fees(cell) if len(cell) < 2000 else ()
    return bool(again) and fees.issuperset(again)


def test_every_leaf_is_in_the_value_in_the_rest_or_on_the_list(
    samples: list[Sample], capsys: pytest.CaptureFixture[str]
) -> None:
    shares: dict[str, list[int]] = {}
    lost: list[tuple[str, str, str]] = []
    for shape, record, reading in samples:
        said = sorted({squeezed(text) for text in texts(reading.value)}, key=len, reverse=True)
        for path, leaf in leaves(record):
            if shape == "flat" and path != ("cach_thuc_thuc_hien",):
                continue  # its other cells are those of the joined record
            *sizes, left = covered(leaf, str(reading.rest.get(where(path), "")), reading.value, said)
            shares[shape] = [a + b for a, b in zip(shares.get(shape, [0, 0, 0]), sizes, strict=True)]
            if left:
                lost.append((shape, where(path), left))
    lines = []
    for shape, counts in shares.items():
        value, rest, listed = (f"{100 * count / sum(counts):.1f} %" for count in counts)
        name = f"{shape} (glued methods only)" if shape == "flat" else shape
        lines.append(f"{name}: value {value}, rest {rest}, furniture and words for nothing {listed} of {sum(counts)}")
    show(capsys, *lines)
    assert lost == []


def changed(record: Record) -> Iterator[tuple[tuple[str | int, ...], Record]]:
    """The record with one leaf changed, for each of its leaves that is no `None`."""
    for path, leaf in every_leaf(record):
        other = json.loads(json.dumps(record))
        place = other
        for key in path[:-1]:
            place = place[key]
        place[path[-1]] = (not leaf) if isinstance(leaf, bool) else leaf + (" khác" if isinstance(leaf, str) else 10**8)
        yield path, other


def every_leaf(data: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    if isinstance(data, dict | list):
        for key, item in data.items() if isinstance(data, dict) else enumerate(data):
            yield from every_leaf(item, (*path, key))
    elif data is not None:
        yield path, data


def test_no_leaf_is_looked_over(samples: list[Sample]) -> None:
    """Another approach to the same question: whichever leaf is changed, flags and numbers too, the reading changes."""
    few = (
        of(samples, "api", "excerpt")
        + of(samples, "doc")[::30]
        + of(samples, "2021")[::12]
        + of(samples, "joined")[::90]
    )
    count = 0
    for sample in few:
        for path, record in changed(sample.record):
            other = read(record)
            assert (other.value, other.rest) != (sample.reading.value, sample.reading.rest), where(path)
            count += 1
    assert count > 1_000

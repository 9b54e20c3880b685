"""Validating: row 5.

The record is made here and is of the size of the median real one: 5,000 characters of Vietnamese in 30 texts, three
methods, four papers, six legal documents, and a handful of faults. It stands beside decoding the same record; a
catalogue of many shows that the time is linear in their number.
"""

import datetime as dt
from collections.abc import Iterator

from benchmarks import Measure, Row
from tthc import (
    Announcement,
    Audience,
    Case,
    Catalogue,
    Condition,
    Document,
    Form,
    LegalNumber,
    Method,
    Procedure,
    ProcedureCode,
    ResponsibleAgency,
    Result,
    Source,
    Step,
    TimeLimit,
    validate,
)
from tthc.codec import decode, encode
from tthc.fees import parse_fees
from tthc.procedures import COMPONENTS

__all__ = ["make", "rows"]

DAY = dt.date(2026, 11, 22)
_SENTENCES = (
    "Người yêu cầu nộp hồ sơ tại Trung tâm Phục vụ hành chính công, qua dịch vụ bưu chính hoặc trực tuyến. ",
    "Người tiếp nhận kiểm tra hồ sơ; nếu hồ sơ chưa đầy đủ thì hướng dẫn bổ sung một lần bằng văn bản. ",
    "Trường hợp cần xác minh, thời hạn giải quyết không quá 08 ngày làm việc kể từ ngày nhận đủ hồ sơ. ",
    "Cơ quan có thẩm quyền thẩm định, trình ký và trả kết quả; trường hợp từ chối thì nêu rõ lý do. ",
)
_PAPERS = (
    "Tờ khai theo mẫu số 01 ban hành kèm theo Thông tư, có xác nhận của cơ quan quản lý",
    "Bản sao có chứng thực giấy tờ chứng minh quyền sử dụng hợp pháp đối với trụ sở",
    "Danh sách thành viên kèm theo bản sao bằng cấp, chứng chỉ hành nghề còn giá trị",
    "Xuất trình thẻ căn cước hoặc hộ chiếu của người đến nộp hồ sơ để đối chiếu",
)
_HALF = "(áp dụng mức phí 25.000 đồng/hồ sơ kể từ ngày 01/7/2025 đến hết ngày 31/12/2026)"
_LAWS = ("65/2006/QH11", "123/2013/NĐ-CP", "05/2021/TT-BTP", "64/2025/TT-BTC", "66.16/2026/NQ-CP", "65/2006/QH11")


def rows(measure: Measure) -> Iterator[Row]:
    record = make()
    data = encode(record)
    ours, read = measure.best(lambda: validate(record, on=DAY), lambda: decode(Procedure, data))
    found = len(validate(record, on=DAY))
    yield Row("5", "validate one record, all rules", ours * 1e3, at_most=1, unit="ms", note=f"{found} findings")
    yield Row("5", "validate, beside decoding the same record", ours / read, unit="x", note=f"{read * 1e3:.2f} ms")
    few, many = catalogue(1_000), catalogue(2_000 if measure.smoke else 10_000)
    less, more = measure.best(lambda: validate(few, on=DAY), lambda: validate(many, on=DAY))
    linear = more / less / (len(many) / len(few))
    yield Row("5", f"{len(many):,} records in a catalogue, beside 1,000", linear, at_most=1.5, unit="x linear")


def catalogue(count: int) -> Catalogue:
    """Build short records with codes and names of their own; nearly every result is a paper of the next record."""
    return Catalogue(
        Procedure(
            code=ProcedureCode(f"1.{i:06}"),
            name=f"Đăng ký hoạt động số {i}",
            related=(ProcedureCode(f"1.{max(i - 1, 0):06}"),),
            results=(Result(name=f"Giấy đăng ký hoạt động số {i}"),),
            cases=(Case(documents=(Document(name=f"Giấy đăng ký hoạt động số {i - 1 if i % 10 else i}"),)),),
        )
        for i in range(count)
    )


def make() -> Procedure:
    """Build the record."""
    return Procedure(
        code=ProcedureCode("1.002010"),
        name="Đăng ký hoạt động của tổ chức hành nghề.",
        field="Bổ trợ tư pháp",
        decision=Announcement(number=LegalNumber.parse("1262/QĐ-BTP")),
        levels=("provincial",),
        steps=tuple(Step(name=f"Bước {i}", description=("".join(_SENTENCES) * 2).strip()) for i in range(1, 6)),
        methods=tuple(
            Method(
                channel=channel,
                time_limit=TimeLimit.parse("7 ngày làm việc"),
                fees=parse_fees("50 VNĐ", _HALF),
                note=_SENTENCES[0].strip(),
            )
            for channel in ("direct", "online", "post")
        ),
        cases=(
            Case(
                documents=tuple(
                    Document(name=name, originals=1, copies=i % 2, form=None if i else Form(files=("mau.docx",)))
                    for i, name in enumerate(_PAPERS)
                )
            ),
        ),
        audiences=(Audience(name="Tổ chức (không bao gồm doanh nghiệp, HTX)"), Audience(name="Công dân Việt Nam")),
        agencies=(ResponsibleAgency(role="settling", name="Sở Tư pháp"),),
        results=(Result(name="Giấy đăng ký hoạt động", code="KQ.G15.000168"),),
        conditions=(Condition(_SENTENCES[3].strip()),),
        legal_basis=tuple(map(LegalNumber.parse, _LAWS)),
        source=Source(shape="general", carries=COMPONENTS - {"dossier_sets"}),
    )

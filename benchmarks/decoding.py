"""Reading one nested procedure from plain data: row 6.

The procedure has 10 steps, 10 documents and 3 methods with their limits and fees, codes and a legal basis. It stands
beside the constructors of the same values, and beside strict, frozen pydantic models of the same fields, whose exact
numbers and codes go through validators that do what ours do.
"""

import datetime as dt
import json
from collections.abc import Callable, Iterator
from fractions import Fraction
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import attrs

from benchmarks import Measure, Row
from tthc import (
    AgencyCode,
    Announcement,
    Audience,
    Case,
    Condition,
    Document,
    Fee,
    Form,
    LegalNumber,
    Method,
    Money,
    OnlineLevel,
    Procedure,
    ProcedureCode,
    ResponsibleAgency,
    Result,
    Source,
    Step,
    TimeLimit,
)
from tthc.codec import decode, decode_json, encode
from tthc.text import Unparsed

__all__ = ["make", "rows"]


def rows(measure: Measure) -> Iterator[Row]:
    procedure = make()
    data = encode(procedure)
    what = "decode a nested procedure, beside"
    made, read = measure.best(make, lambda: decode(Procedure, data))
    yield Row("6", f"{what} its constructors", read / made, at_most=4, unit="x", note=f"{read * 1e6:.0f} us")
    try:
        model = _model()
    except ModuleNotFoundError:
        yield Row.skipped("6", f"{what} pydantic", "pydantic is not installed")
        return
    body = {key: value for key, value in data.items() if key != "$schema"}
    text = json.dumps(body, ensure_ascii=False)
    reads: tuple[Callable[[], object], ...] = (
        lambda: decode(Procedure, data),
        lambda: model.model_validate(body),
        lambda: decode_json(Procedure, text),
        lambda: model.model_validate_json(text),
    )
    ours, theirs, ours_json, theirs_json = measure.best(*reads)
    yield Row("6", f"{what} pydantic", theirs / ours, at_least=0.4, unit="x its speed", note=f"{theirs * 1e6:.0f} us")
    yield Row("6", f"{what} pydantic, from JSON text", theirs_json / ours_json, unit="x its speed")


def make() -> Procedure:
    """Build the procedure by its constructors."""
    day = dt.date(2025, 7, 1)
    return Procedure(
        code=ProcedureCode("1.001193", AgencyCode(("H26",))),
        name="Đăng ký khai sinh",
        field="Hộ tịch",
        formality="assigned_by_law",
        decision=Announcement(number=LegalNumber("3606", "", None, "QĐ", ("BTP",)), kind="amended", signed=day),
        levels=("commune",),
        steps=tuple(
            Step(
                name=f"Bước {i}",
                description=f"Người yêu cầu nộp hồ sơ tại bộ phận một cửa, lần {i}",
                actor="applicant",
                time_limit=TimeLimit(kind="duration", amount=Fraction(i), unit="day", working=True),
            )
            for i in range(1, 11)
        ),
        methods=tuple(
            Method(
                channel=channel,
                time_limit=TimeLimit(kind="duration", amount=Fraction(5, 2), unit="day", working=True),
                fees=(Fee(kind="amount", amount=Money(25_000)), Fee(kind="free", note="trường hợp đúng hạn")),
            )
            for channel in ("direct", "online", "post")
        ),
        cases=(
            Case(
                documents=tuple(
                    Document(
                        name=f"Giấy tờ số {i}",
                        code=f"KQ.G02.{i:06}",
                        originals=1,
                        copies=0,
                        certified=False,
                        form=Form(name="Tờ khai", files=("to-khai.docx",)),
                    )
                    for i in range(10)
                )
            ),
        ),
        dossier_sets=1,
        audiences=(Audience(name="Công dân Việt Nam"),),
        agencies=(ResponsibleAgency(role="settling", name="Ủy ban nhân dân cấp xã", code=AgencyCode(("H26", "12"))),),
        results=(Result(name="Giấy khai sinh", code="KQ.G02.000444"),),
        conditions=(Condition("Có mặt cha hoặc mẹ"),),
        legal_basis=(
            LegalNumber("60", "", 2014, None, ("QH",), None, "13"),
            *(LegalNumber(str(n), "", 2015, "NĐ", ("CP",)) for n in range(123, 128)),
        ),
        online_level=OnlineLevel(regime=2022, level="full"),
        source=Source(shape="portal-api", carries=frozenset({"name", "steps", "methods"}), updated=day),
    )


def _model() -> Any:
    """Build the pydantic models of a procedure and its parts from their fields: closed, strict and frozen."""
    import pydantic  # noqa: PLC0415 - not everybody has it

    config = pydantic.ConfigDict(extra="forbid", frozen=True, strict=True)
    lax, first = pydantic.Strict(strict=False), pydantic.Field(union_mode="left_to_right")
    special: dict[Any, Any] = {
        Fraction: Annotated[Any, pydantic.PlainValidator(_exact)],
        dt.date: Annotated[dt.date, lax],  # strict means: no text
        dt.time: Annotated[dt.time, lax],
    }

    def field(hint: Any) -> Any:
        origin, args = get_origin(hint), get_args(hint)
        if origin in {Union, UnionType}:
            members = [field(arg) for arg in args if arg is not NoneType]
            inner = Annotated[Union[tuple(members)], first] if len(members) > 1 else members[0]  # noqa: UP007 - from a tuple
            return inner | None if NoneType in args else inner
        if origin is tuple:
            return Annotated[tuple.__class_getitem__((field(args[0]), ...)), lax]  # strict means: no list
        if origin is frozenset:
            return Annotated[frozenset.__class_getitem__(field(args[0])), lax]
        if hint not in special and hasattr(hint, "is_valid") and hint not in {TimeLimit, Fee}:
            special[hint] = Annotated[Any, pydantic.PlainValidator(_code(hint))]
        if hint not in special and attrs.has(hint):
            special[hint] = model(hint)
        return special.get(hint, hint)

    def model(cls: Any) -> Any:
        if cls is Unparsed:
            return pydantic.create_model("Unparsed", __config__=config, unparsed=(str, ...))
        hints = get_type_hints(cls)
        fields: dict[str, Any] = {
            f.name: (field(hints[f.name]), ... if f.default is attrs.NOTHING else f.default)
            for f in attrs.fields(cls)
            if f.name != "repairs"
        }
        return pydantic.create_model(cls.__name__, __config__=config, **fields)

    return model(Procedure)


def _exact(text: object) -> Fraction:
    if type(text) is not str or len(text) > 1000:
        raise ValueError(text)
    top, _, bottom = text.partition("/")
    number = Fraction(int(top), int(bottom or 1))
    if str(number) != text:
        raise ValueError(text)
    return number


def _code(cls: Any) -> Callable[[Any], Any]:
    def read(text: Any) -> Any:
        code = cls.parse(text)
        if code.repairs or str(code) != text:
            raise ValueError(text)
        return code

    return read

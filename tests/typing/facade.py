"""What type checkers know of the front door; checked by mypy and pyright, never run."""

import datetime as dt
from fractions import Fraction
from typing import assert_type

import tthc
from tthc import (
    AgencyCode,
    Dated,
    DossierCode,
    Fee,
    Finding,
    FrozenMap,
    Interval,
    LegalNumber,
    Money,
    ParseError,
    Procedure,
    ProcedureCode,
    Report,
    Terms,
    TimeLimit,
    TthcError,
    Unparsed,
    mend,
    validate,
)
from tthc.dated import in_force

DAY = dt.date(2026, 11, 22)


def identifiers(text: str) -> None:
    code = ProcedureCode.parse(text)
    assert_type(code, ProcedureCode)
    assert_type(code.number, str)
    assert_type(code.agency, AgencyCode | None)
    assert_type(AgencyCode.parse(text).levels, tuple[str, ...])
    assert_type(DossierCode.parse(text).received, dt.date)
    assert_type(LegalNumber.parse(text).year, int | None)
    assert_type(ProcedureCode.is_valid(3), bool)
    assert_type(code.repairs, tuple[str, ...])
    ProcedureCode.parse(3)  # type: ignore[arg-type]


def values() -> None:
    assert_type(Money(25_000) + Money(1), Money)
    assert_type(Money(3).amount, Fraction)
    assert_type(in_force([Dated("a", Interval())], DAY), str | None)
    assert_type(FrozenMap({"a": 1})["a"], int)
    assert_type(TimeLimit.parse("3 ngày làm việc").amount, Fraction | None)
    assert_type(Fee.parse("25.000 đồng").amount, Money | None)
    Money(0.5)  # type: ignore[arg-type]
    Money(3).amount = Fraction(1)  # type: ignore[misc]


def errors(error: ParseError) -> tuple[TthcError, ValueError]:
    assert_type(error.position, int | None)
    return error, error


def judgements(procedure: Procedure) -> None:
    report = validate(procedure, on=DAY)
    assert_type(report, Report)
    assert_type(report.findings, tuple[Finding, ...])
    assert_type(mend(procedure, report.findings), Procedure)
    assert_type(procedure.terms(on=DAY), Terms)
    validate(procedure)  # type: ignore[call-arg]


def modules() -> None:
    assert_type(tthc.money.Money(1), tthc.Money)
    assert_type(tthc.text.normalise(""), str)
    assert_type(tthc.Unparsed(""), Unparsed)
    assert_type(tthc.__version__, str)
    tthc.nothing  # type: ignore[attr-defined]

"""`validate`: run the rules of the day over a subject and report what is questionable.

The rules and the reference knowledge are loaded at the first run, not at import.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from typing import TYPE_CHECKING

from tthc.errors import NoLawError
from tthc.findings import Finding, Lang, Report, Severity
from tthc.procedures.procedure import Procedure

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tthc.dated import Dated, Interval
    from tthc.findings import Message
    from tthc.law import Citation
    from tthc.reference import Reference
    from tthc.validation.rule import Context, Rule, RuleSet

__all__ = ["FIRST_DAY", "default_rules", "explain", "validate"]

FIRST_DAY = dt.date(2010, 10, 14)
"""The day on which Nghị định 63/2010/NĐ-CP took effect; before it no rule of `tthc` is law."""


def __dir__() -> list[str]:
    return __all__


@functools.cache
def default_rules() -> RuleSet:
    """Return the rules that `tthc` ships, built at the first call."""
    from tthc.validation.rules import RULES  # noqa: PLC0415 - the rules load at the first validate

    return RULES


def validate(
    subject: object,
    *,
    on: dt.date,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    rules: RuleSet | None = None,
    known: Reference | None = None,
) -> Report:
    """Judge a procedure, or a catalogue and each procedure in it, by the law in force on a day (kiểm tra).

    `select` and `ignore` are prefixes of codes; the longest decides. `rules` are the ones `tthc` ships, `known` is
    `tthc.reference.VIETNAM`, unless given. That the day lies beyond what is known (TTHC001) is told whatever is
    selected, unless it is ignored. Raises `NoLawError` for a day before 2010-10-14, `NotFoundError` for a prefix that
    fits no rule and `TypeError` for a subject that no rule judges.

    >>> report = validate(Procedure(name="Đăng ký khai sinh"), on=dt.date(2026, 11, 22), select=["TTHC10"])
    >>> sorted(finding.code for finding in report)[:3]
    ['TTHC102', 'TTHC103', 'TTHC104']
    """
    if type(on) is not dt.date:
        msg = f"on: expected a date, got {type(on).__name__}"
        raise TypeError(msg)
    if on < FIRST_DAY:
        raise NoLawError(on, FIRST_DAY)
    from tthc.procedures.catalogue import Catalogue  # noqa: PLC0415 - these two load with the rules
    from tthc.validation.rule import Context, prefixes  # noqa: PLC0415

    rules = default_rules() if rules is None else rules
    if type(subject) not in {Procedure, Catalogue, *rules.subjects}:
        accepted = sorted({kind.__name__ for kind in (Procedure, Catalogue, *rules.subjects)})
        msg = f"cannot validate a {type(subject).__name__}: expected one of {', '.join(accepted)}"
        raise TypeError(msg)
    if known is None:
        from tthc.reference import VIETNAM  # noqa: PLC0415 - the reference tables load at the first validate

        known = VIETNAM
    select, ignore = prefixes(select), prefixes(ignore)
    context = Context(on, known)
    label = subject.label if isinstance(subject, Procedure) else ""
    chosen = (*rules.chosen(object, ("", *select), ignore), *rules.chosen(type(subject), select, ignore))
    findings = list(_run(_in_force(chosen, on), subject, context, label, ()))
    if isinstance(subject, Catalogue):
        inner = _in_force(rules.chosen(Procedure, select, ignore), on)
        for i, procedure in enumerate(subject):
            findings += _run(inner, procedure, context, procedure.label, ("procedures", i))
    return Report(tuple(findings))


def _in_force(rules: Iterable[Rule], on: dt.date) -> list[tuple[Rule, Severity]]:
    """Keep the rules that are law on a day, each with its weight."""
    weighed = ((rule, rule.severity_on(on)) for rule in rules)
    return [(rule, severity) for rule, severity in weighed if severity is not None]


def _run(
    rules: Iterable[tuple[Rule, Severity]],
    subject: object,
    context: Context,
    label: str,
    prefix: tuple[str | int, ...],
) -> Iterable[Finding]:
    for rule, severity in rules:
        for path, params in rule.check(subject, context):
            yield Finding(
                message=rule.message,
                severity=severity,
                path=(*prefix, *path),
                params=params,
                citation=rule.citation_on(context.on),
                subject=label,
            )


def explain(code: str, lang: Lang = "vi", *, rules: RuleSet | None = None) -> str:
    """Say what a rule finds, what it is for, what it weighs and what it rests on, by date.

    Of a finding that no rule makes (of an agenda, a tally, a cost table) it says the words. Raises `NotFoundError` for
    a code that is not among them.

    >>> print(explain("TTHC105", "en"))
    TTHC105: no number of sets (…)
    The number of sets is a mandatory component of a procedure. Add it from the document that makes the procedure.
    error (since 2017-09-25)
    point d, clause 2, Article 8, Decree 63/2010/NĐ-CP
    """
    english = lang == "en"
    if rules is None and code in _messages():
        return f"{code}: {_words(_messages()[code], lang)}"
    rule = (default_rules() if rules is None else rules).get(code)
    words = _words(rule.message, lang)
    lines = [f"{rule.code}: {words}", rule.why[english], *_shown(rule.severity, lang), *_shown(rule.citation, lang)]
    if rule.mend is not None:
        lines.append("mend() can fix it" if english else "có thể sửa tự động bằng mend()")
    return "\n".join(line for line in lines if line)


@functools.cache
def _messages() -> dict[str, Message]:
    """Gather the words of the findings of other judgements."""
    from tthc.costs import _audit_messages as costs  # noqa: PLC0415 - loaded for who asks
    from tthc.programmes import _audit_messages as programmes  # noqa: PLC0415
    from tthc.service_quality import _messages as service_quality  # noqa: PLC0415

    return {m.code: m for module in (costs, programmes, service_quality) for m in module.MESSAGES}


def _words(message: Message, lang: Lang) -> str:
    return re.sub(r"\{[a-z_]+\}", "…", message.en if lang == "en" else message.vi)


def _shown(
    value: Severity | Citation | tuple[Dated[Severity], ...] | tuple[Dated[Citation], ...] | None, lang: Lang
) -> Iterable[str]:
    """Show a value, or several, each with its days."""
    if isinstance(value, tuple):
        for dated in value:
            yield f"{dated.value.display(lang)} ({_days(dated.interval, lang)})"
    elif value is not None:
        yield value.display(lang)


def _days(interval: Interval, lang: Lang) -> str:
    if lang == "vi":
        return str(interval)
    ends = (("since", interval.since), ("through", interval.last_day))
    return " ".join(f"{word} {day}" for word, day in ends if day is not None)

"""`mend`: the safe, mechanical fixes of the findings that have one."""

from collections.abc import Iterable

from tthc.findings import Finding
from tthc.procedures import Procedure
from tthc.validation.engine import default_rules
from tthc.validation.rule import RuleSet

__all__ = ["mend"]


def __dir__() -> list[str]:
    return __all__


def mend(procedure: Procedure, findings: Iterable[Finding], *, rules: RuleSet | None = None) -> Procedure:
    """Return the procedure with every finding mended that has a safe, mechanical fix; the others change nothing.

    Such fixes clean text (NFC, hidden characters, HTML, page furniture, marks at the end of a name) and take out
    repeats. No amount, date, number or wording is changed: those are the agency's.

    >>> import datetime as dt
    >>> from tthc.validation.engine import validate
    >>> p = Procedure(name="Đăng ký khai sinh.")
    >>> mend(p, validate(p, on=dt.date(2026, 11, 22))).name
    'Đăng ký khai sinh'
    """
    menders = {rule.code: rule.mend for rule in (default_rules() if rules is None else rules) if rule.mend is not None}
    # Texts first; then rows are taken out, from the last up, so that each path still leads to its place.
    for finding in sorted(findings, key=_order):
        mender = menders.get(finding.code)
        if mender is not None:
            procedure = mender(procedure, finding)
    return procedure


def _order(finding: Finding) -> tuple[bool, int]:
    last = finding.path[-1] if finding.path else ""
    return isinstance(last, int), -last if isinstance(last, int) else 0

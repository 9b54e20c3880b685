"""Validation: a linter for procedures, with rules as values that know their law and their dates."""

from tthc._lazy import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tthc.validation import engine as engine
    from tthc.validation import mending as mending
    from tthc.validation import rule as rule
    from tthc.validation import rules as rules
    from tthc.validation.engine import FIRST_DAY, default_rules, explain, validate
    from tthc.validation.mending import mend
    from tthc.validation.rule import Context, Hit, Rule, RuleSet
    from tthc.validation.rules import RULES

__all__ = ["FIRST_DAY", "RULES", "Context", "Hit", "Rule", "RuleSet", "default_rules", "explain", "mend", "validate"]

_HOMES = {
    "engine": "FIRST_DAY default_rules explain validate",
    "mending": "mend",
    "rule": "Context Hit Rule RuleSet",
    "rules": "RULES",
}


def __dir__() -> list[str]:
    return __all__


if not TYPE_CHECKING:
    __getattr__ = lazy(__name__, _HOMES, modules=" ".join(_HOMES))

"""The rules that `tthc` ships, by subject of the law they rest on."""

from tthc.validation.rule import RuleSet
from tthc.validation.rules import agencies, catalogue, components, documents, fees, horizon, legal, text, time

__all__ = ["RULES"]

RULES = RuleSet(
    (
        *horizon.RULES,
        *components.RULES,
        *time.RULES,
        *fees.RULES,
        *documents.RULES,
        *legal.RULES,
        *agencies.RULES,
        *text.RULES,
        *catalogue.RULES,
    )
)
"""Every rule of `tthc`: pass it on with rules put in or taken out (`RULES.without("TTHC304")`)."""


def __dir__() -> list[str]:
    return __all__

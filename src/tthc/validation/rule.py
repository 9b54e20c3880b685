"""Rules as values: a code, its words, its weight and law by date, and a function that finds the places."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, final

import attrs

from tthc._record import check
from tthc.dated import Dated, in_force
from tthc.errors import Fault, NotFoundError
from tthc.findings import Message, Param, Severity
from tthc.law import Citation

if TYPE_CHECKING:
    from tthc.reference import Reference

__all__ = ["Context", "Hit", "Rule", "RuleSet"]


def __dir__() -> list[str]:
    return __all__


T = TypeVar("T")


@final
class Context:
    """What a check may know besides its subject: the day, and the reference knowledge of the caller."""

    __slots__ = ("_made", "known", "on")

    def __init__(self, on: dt.date, known: "Reference") -> None:
        self.on = on
        self.known = known
        self._made: dict[Callable[[Any], Any], tuple[object, Any]] = {}

    def once(self, make: Callable[[Any], T], subject: object) -> T:
        """Return `make(subject)`, made once for all checks that ask for it in a row: the texts of a record, say."""
        held = self._made.get(make)
        if held is None or held[0] is not subject:
            held = self._made[make] = subject, make(subject)
        value: T = held[1]
        return value


class Hit(NamedTuple):
    """A place that a check found, with what the message shows there."""

    path: tuple[str | int, ...] = ()
    params: "dict[str, Param]" = {}  # noqa: RUF012 - never changed; a NamedTuple has no field factories


@final
@attrs.frozen(kw_only=True, repr=False)
class Rule:
    """One rule of the linter.

    `subject` is the type it judges; a rule for `object` judges the run, once, whatever the subject. `severity` and
    `citation` are one value or several with their dates: on a day without a severity the rule does not run. `why` says
    in Vietnamese and English what the rule is for and what to do. `mend` returns the subject with one finding mended;
    only safe, mechanical fixes have one.
    """

    message: Message
    subject: type
    check: Callable[..., Any]
    severity: Severity | tuple[Dated[Severity], ...] = Severity.WARNING
    citation: Citation | tuple[Dated[Citation], ...] | None = None
    why: tuple[str, str] = ("", "")
    mend: Callable[..., Any] | None = None

    @property
    def code(self) -> str:
        """The code of its message."""
        return self.message.code

    def severity_on(self, day: dt.date) -> Severity | None:
        """Return how much a finding of the rule weighs on a day, `None` where the rule is not the law."""
        return in_force(self.severity, day) if isinstance(self.severity, tuple) else self.severity

    def citation_on(self, day: dt.date) -> Citation | None:
        """Return the law that the rule rests on, on a day."""
        return in_force(self.citation, day) if isinstance(self.citation, tuple) else self.citation

    def __repr__(self) -> str:
        return f"<Rule {self.code}>"


def _code(rule: Rule) -> str:
    return rule.code


def _in_order(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    return tuple(sorted(rules, key=_code))


@final
@attrs.frozen(repr=False)
class RuleSet:
    """An immutable set of rules, in the order of their codes; a code stands in it once.

    It is built once and passed: `with_rules` and `without` return new ones.
    """

    rules: tuple[Rule, ...] = attrs.field(default=(), converter=_in_order)
    _by_type: dict[type, tuple[Rule, ...]] = attrs.field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        groups: dict[type, tuple[Rule, ...]] = {}
        for rule in self.rules:
            groups[rule.subject] = (*groups.get(rule.subject, ()), rule)
        object.__setattr__(self, "_by_type", groups)
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        for before, rule in zip(self.rules, self.rules[1:], strict=False):
            if before.code == rule.code:
                yield Fault("rules", rule.code, "a code that is not there twice")

    def __iter__(self) -> Iterator[Rule]:
        return iter(self.rules)

    def __len__(self) -> int:
        return len(self.rules)

    def __repr__(self) -> str:
        return f"<RuleSet: {len(self)} rules>"

    @property
    def subjects(self) -> tuple[type, ...]:
        """The types that the rules judge."""
        return tuple(kind for kind in self._by_type if kind is not object)

    def get(self, code: str) -> Rule:
        """Return the rule of a code; raises `NotFoundError`."""
        for rule in self.rules:
            if rule.code == code:
                return rule
        raise NotFoundError("rule", code, tuple(map(_code, self.rules)))

    def chosen(self, subject: type, select: Iterable[str] = (), ignore: Iterable[str] = ()) -> tuple[Rule, ...]:
        """Return the rules for a type that `select` and `ignore` leave.

        A rule runs if its longest prefix in `select` (none given: the empty prefix) is longer than the one in `ignore`.
        A prefix that fits no rule at all raises `NotFoundError`: it is a slip of the pen.
        """
        wanted, ignored = prefixes(select), prefixes(ignore)
        rules = self._by_type.get(subject, ())
        if not wanted and not ignored:
            return rules
        for prefix in (*wanted, *ignored):
            if not any(rule.code.startswith(prefix) for rule in self.rules):
                raise NotFoundError("rule", prefix, tuple(map(_code, self.rules)))
        return tuple(r for r in rules if _longest(r.code, wanted or ("",)) > _longest(r.code, ignored))

    def with_rules(self, *rules: Rule) -> "RuleSet":
        """Return a set that holds `rules` too."""
        return RuleSet((*self.rules, *rules))

    def without(self, *codes: str) -> "RuleSet":
        """Return a set without the rules of these codes; raises `NotFoundError` for one that is not there."""
        for code in codes:
            self.get(code)
        return RuleSet(tuple(rule for rule in self.rules if rule.code not in codes))


def prefixes(given: Iterable[str]) -> tuple[str, ...]:
    """Return prefixes as a tuple; a single text is one prefix, not its letters."""
    return (given,) if isinstance(given, str) else tuple(given)


def _longest(code: str, prefixes: Iterable[str]) -> int:
    return max((len(prefix) for prefix in prefixes if code.startswith(prefix)), default=-1)

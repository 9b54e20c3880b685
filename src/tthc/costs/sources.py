"""One figure from sources that differ (số liệu từ nhiều nguồn): the rule is named, and every source is kept.

Điều 27 of Thông tư số 02/2017/TT-VPCP takes the "mức trung bình thấp" where sources differ and, in what could be read,
does not say what that is. `LOWER_MIDDLE` reads it as the lower of the two middle figures; another reading is another
rule.
"""

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from typing import Any, Literal, TypeAlias, final

import attrs

from tthc._record import check
from tthc.costs.amounts import Spread, as_exact
from tthc.errors import Fault, MalformedError
from tthc.exact import format_number
from tthc.findings import Lang
from tthc.frozen import FrozenMap
from tthc.identifiers import LegalNumber
from tthc.law import Citation

__all__ = [
    "HIGHEST",
    "LOWER_MIDDLE",
    "LOWEST",
    "MEAN",
    "MEDIAN",
    "SOURCE_RULES",
    "Resolved",
    "SourceFigure",
    "SourceRule",
    "resolve",
]


Taken: TypeAlias = Literal["lower_middle", "median", "mean", "lowest", "highest"]
"""The middle figure, of an even number the lower one of two or halfway between them; the mean; an end."""
Pick: TypeAlias = Callable[[tuple[Fraction, ...]], int | Fraction]
"""A choice of one's own: it is given the figures, the smallest first."""


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen(kw_only=True)
class SourceFigure:
    """What one source says a figure is (số liệu của một nguồn)."""

    value: Fraction = attrs.field(converter=as_exact)
    source: str
    vintage: int | None = None
    note: str = ""

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        if not self.source:
            yield Fault("source", self.source, "the name of the source")


@final
@attrs.frozen(kw_only=True, repr=False)
class SourceRule:
    """Whose figure holds where sources differ (nguyên tắc chọn số liệu).

    `takes` says which figure, or which middle of them. A method of its own is a value with its own name and citation; a
    choice of another kind is a function, which `resolve` takes too.
    """

    id: str
    name: tuple[str, str]
    takes: Taken
    citation: Citation | None = None
    note: str = ""

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        if not self.id:
            yield Fault("id", self.id, "a name that is not empty")

    def display(self, lang: Lang = "vi") -> str:
        """Return its name, and the law it rests on."""
        law = f" ({self.citation.display(lang)})" if self.citation else ""
        return self.name[lang == "en"] + law

    def __str__(self) -> str:
        return self.display()

    def __repr__(self) -> str:
        return f"<SourceRule {self.id}>"


@final
@attrs.frozen(kw_only=True)
class Resolved:
    """A figure that was chosen, by which rule, and all the figures it was chosen from, as they were given."""

    value: Fraction = attrs.field(converter=as_exact)
    rule: str
    sources: tuple[SourceFigure, ...]

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        if not self.sources:
            yield Fault("sources", self.sources, "one source at least")
        elif not min(one.value for one in self.sources) <= self.value <= max(one.value for one in self.sources):
            yield Fault("value", self.value, "a figure from the smallest to the largest of the sources")

    @property
    def agree(self) -> bool:
        """Whether every source says the same."""
        return len({one.value for one in self.sources}) == 1

    @property
    def spread(self) -> Spread | None:
        """The range of the sources, for sums that shall know of it; `None` where they agree."""
        values = [one.value for one in self.sources]
        return None if self.agree else Spread(low=min(values), high=max(values))

    @property
    def rows(self) -> tuple[dict[str, object], ...]:
        """One flat record a source."""
        return tuple(
            {
                "source": one.source,
                "vintage": one.vintage,
                "value": one.value,
                "chosen": one.value == self.value,
                "rule": self.rule,
                "note": one.note,
            }
            for one in self.sources
        )

    def display(self, lang: Lang = "vi") -> str:
        """Write the figure, the rule and every source."""
        rule = SOURCE_RULES[self.rule].name[lang == "en"] if self.rule in SOURCE_RULES else self.rule
        each = "; ".join(f"{one.source}: {format_number(one.value, None, lang)}" for one in self.sources)
        return f"{format_number(self.value, None, lang)} ({rule}; {each})"

    def __str__(self) -> str:
        return self.display()


def resolve(sources: Sequence[SourceFigure], rule: SourceRule | Pick) -> Resolved:
    """Choose one figure from several sources by a named rule; all of them stay in the result.

    `rule` may be a function that is given the figures, the smallest first; the result then bears its name.

    >>> hours = [SourceFigure(value=Fraction(figure, 10), source=name)
    ...          for figure, name in ((1039, "báo cáo"), (1089, "báo"), (1039, "hội thảo"))]
    >>> print(resolve(hours, LOWER_MIDDLE))
    103,9 (mức trung bình thấp; báo cáo: 103,9; báo: 108,9; hội thảo: 103,9)
    """
    held: tuple[Any, ...] = tuple(sources)
    wrong = tuple(Fault(f"[{i}]", one, "SourceFigure") for i, one in enumerate(held) if type(one) is not SourceFigure)
    if wrong or not held:
        raise MalformedError("sources", wrong or (Fault("sources", held, "one source at least"),))
    values = tuple(sorted(one.value for one in held))
    if isinstance(rule, SourceRule):
        return Resolved(value=_taken(rule.takes, values), rule=rule.id, sources=held)
    return Resolved(value=as_exact(rule(values)), rule=getattr(rule, "__name__", "own"), sources=held)


def _taken(takes: Taken, values: tuple[Fraction, ...]) -> Fraction:
    low, high = values[(len(values) - 1) // 2], values[len(values) // 2]
    if takes == "lower_middle":
        return low
    if takes == "median":
        return (low + high) / 2
    if takes == "mean":
        return sum(values, Fraction(0)) / len(values)
    return values[0] if takes == "lowest" else values[-1]


LOWER_MIDDLE = SourceRule(
    id="lower_middle",
    name=("mức trung bình thấp", "lower middle figure"),
    takes="lower_middle",
    citation=Citation(document=LegalNumber.parse("02/2017/TT-VPCP"), article="27"),
    note="The circular, as far as it could be read, does not define the term; here: the lower of two middle ones.",
)
"""The middle figure, of an even number the lower of the two."""
MEDIAN = SourceRule(id="median", name=("trung vị", "median"), takes="median")
"""The middle figure, of an even number halfway between the two."""
MEAN = SourceRule(id="mean", name=("trung bình cộng", "mean"), takes="mean")
"""The sum over the number of sources."""
LOWEST = SourceRule(id="lowest", name=("mức thấp nhất", "lowest figure"), takes="lowest")
"""The smallest figure."""
HIGHEST = SourceRule(id="highest", name=("mức cao nhất", "highest figure"), takes="highest")
"""The largest figure."""

SOURCE_RULES: FrozenMap[str, SourceRule] = FrozenMap(
    {rule.id: rule for rule in (LOWER_MIDDLE, MEDIAN, MEAN, LOWEST, HIGHEST)}
)
"""The rules that come with the library, by id."""

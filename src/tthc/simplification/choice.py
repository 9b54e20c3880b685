"""`least_effort`: which measures reach a saving with the least legal effort (chọn biện pháp tốn ít công sức nhất).

What counts is what the chosen measures save *together*, never the sum of what each saves alone: by such a sum a missed
target looks met. Effort is the caller's scale (weeks, articles touched, a law more than a circular); measures that
share a legal instrument pay its fixed effort once.
"""

from collections.abc import Hashable, Iterable, Mapping
from fractions import Fraction
from html import escape
from typing import Any, Generic, Literal, TypeAlias, TypeVar, final, get_args

import attrs

from tthc._record import check
from tthc.errors import Fault, MalformedError, show
from tthc.exact import format_number
from tthc.findings import Lang
from tthc.frozen import FrozenMap
from tthc.simplification._frontiers import TooMuchError, least, non_dominated
from tthc.simplification._greedy import greedy, lower_bound
from tthc.simplification._portfolio import Portfolio, Savings, bits_of, portfolio
from tthc.simplification._savings import LIMIT, Exact
from tthc.simplification._solver import solve

__all__ = ["Choice", "ChoiceMethod", "frontier", "least_effort"]

M = TypeVar("M", bound=Hashable)
L = TypeVar("L", bound=Hashable)
P = TypeVar("P", bound=Hashable)
Q = TypeVar("Q", bound=Hashable)

ChoiceMethod: TypeAlias = Literal["exact", "milp", "greedy"]
"""How a choice was found: by looking at everything, by SciPy's solver, or by taking what pays most at once."""

_NONE: FrozenMap[Any, Any] = FrozenMap()
_STEPS = 1_000_000
_STEPS_A_NODE = 200  # a node of the solver takes about as long as so many steps
_WORDS = {
    "vi": {
        "exact": "tìm vét cạn",
        "milp": "giải bằng quy hoạch nguyên",
        "greedy": "chọn tham lam, không bảo đảm tối ưu",
    },
    "en": {"exact": "exact search", "milp": "integer programme", "greedy": "greedy, not known to be the least"},
}


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen(kw_only=True, repr=False)
class Choice(Generic[M, L]):
    """The measures to take (phương án được chọn), their effort, and what they save together.

    - `measures`: those taken, in the order given, with their own effort each; `instruments`: those used, with theirs;
    - `value`: what is saved, against `required`; where it is less, nothing saves what is required and the choice is one
      that saves the most (a greedy choice only tells that it found nothing better);
    - `bound`: an effort that no choice which saves as much stays below, equal to `effort` where that is the least for
      certain; of "milp" the proof is the solver's own;
    - `method`: how it was found; `tried`: in how many steps.
    """

    measures: FrozenMap[M, Fraction]
    instruments: FrozenMap[L, Fraction] = _NONE
    value: Fraction
    required: Fraction
    bound: Fraction
    method: ChoiceMethod = "exact"
    tried: int = 0

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        for name, efforts in (("measures", self.measures), ("instruments", self.instruments)):
            for thing, effort in efforts.items():
                if effort < 0:
                    yield Fault(f"{name}[{show(thing)}]", effort, "an effort of 0 or more")
        if not 0 <= self.bound <= self.effort:
            yield Fault("bound", self.bound, f"from 0 to the effort, {self.effort}")
        if self.tried < 0:
            yield Fault("tried", self.tried, "0 or more")

    @property
    def chosen(self) -> tuple[M, ...]:
        """The measures to take, in the order in which they were given."""
        return tuple(self.measures)

    @property
    def effort(self) -> Fraction:
        """The effort of the measures and of the instruments that they use, each once."""
        return sum((*self.measures.values(), *self.instruments.values()), Fraction(0))

    @property
    def reached(self) -> bool:
        """Whether what is required is saved."""
        return self.value >= self.required

    @property
    def optimal(self) -> bool:
        """Whether no other choice is known to be possible with less effort: it is proven to be the least."""
        return self.bound == self.effort

    @property
    def gap(self) -> Fraction:
        """By how much the effort may exceed the least one; 0 where it is proven to be the least."""
        return self.effort - self.bound

    @property
    def rows(self) -> tuple[dict[str, object], ...]:
        """What is taken as flat records: measures, then instruments, with the effort of each."""
        return tuple(
            {"kind": kind, "name": thing, "effort": effort}
            for kind, efforts in (("measure", self.measures), ("instrument", self.instruments))
            for thing, effort in efforts.items()
        )

    def text(self, lang: Lang = "vi") -> str:
        """Say what to take, at what effort, what it saves, and whether that is proven to be the least."""

        def number(value: Fraction) -> str:
            return format_number(value, None if value.denominator < 1000 else 2, lang)

        names = ", ".join(" ".join(str(measure).split()) for measure in self.measures)
        effort, value, required, bound = map(number, (self.effort, self.value, self.required, self.bound))
        if lang == "vi":
            head = f"Chọn {names or 'không biện pháp nào'}: công sức {effort}, cùng nhau cắt giảm {value}"
            goal = f"đạt yêu cầu {required}" if self.reached else f"không đạt yêu cầu {required}"
            proof = "đã chứng minh là ít nhất" if self.optimal else f"ít nhất có thể là {bound}"
        else:
            head = f"Take {names or 'no measure'}: effort {effort}, saving {value} together"
            goal = f"reaches the {required} required" if self.reached else f"does not reach the {required} required"
            proof = "proven to be the least" if self.optimal else f"the least may be as little as {bound}"
        return f"{head}; {goal}; {proof} ({_WORDS[lang][self.method]})."

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        count = len(self.measures)
        proof = "least" if self.optimal else f"gap {self.gap}"
        return f"<Choice of {count} measure{'s' * (count != 1)}: effort {self.effort} ({proof}), saves {self.value}>"

    def _repr_html_(self) -> str:
        return f"<p>{escape(self.text())}</p>"


def least_effort(
    measures: Iterable[P],
    saving: Savings[P],
    required: Exact,
    *,
    effort: Mapping[P, Exact] | None = None,
    instruments: Mapping[Q, Exact] | None = None,
    uses: Mapping[P, Iterable[Q]] | None = None,
    needs: Mapping[P, Iterable[P]] | None = None,
    excludes: Iterable[Iterable[P]] = (),
    method: ChoiceMethod | None = None,
    limit: int = _STEPS,
) -> Choice[P, Q]:
    """Choose the measures of least effort that together save at least `required`.

    `saving` tells what a `frozenset` of measures saves, as for `apportion`; for several procedures it is a sequence of
    pairs, the measures that concern one procedure (at most 16) and what they save there; a mapping from measures to
    savings stands for measures that do not touch each other. `effort` holds the own effort of each measure,
    `instruments` the fixed effort of each legal instrument, and `uses` which instruments a measure needs; a measure
    without an own effort must use one. `needs` tells what a measure cannot be taken without, and of each set in
    `excludes` at most one measure is taken.

    The answer is exact, and proven to be the least, by an exact search of at most `limit` steps; where that does not
    suffice, by SciPy's solver (the extra `sampling`), whose answer is weighed again with exact numbers; where SciPy is
    missing, by a greedy one that tells how far it may be off. `method` asks for one of the three. Where nothing saves
    what is required, what saves the most is returned, and `.reached` is false.

    Raises `MalformedError` with everything that is wrong, and `TypeError` where a saving is a float.

    >>> def saving(measures):  # the two overlap
    ...     return 152 * ("online" in measures) + 105 * ("merge" in measures) - 84 * (len(measures) == 2)
    >>> choice = least_effort(("online", "merge"), saving, 170, effort={"online": 2, "merge": 3})
    >>> print(choice.text("en"))
    Take online, merge: effort 5, saving 173 together; reaches the 170 required; proven to be the least (exact search).
    """
    if method is not None and method not in get_args(ChoiceMethod):
        options = ", ".join(get_args(ChoiceMethod))
        raise MalformedError("choice", (Fault("method", method, f"one of {options}"),))
    stock = portfolio(
        measures, saving, required, effort=effort, instruments=instruments, uses=uses, needs=needs, excludes=excludes
    )
    quick, tried = greedy(stock)
    enough = stock.value(quick) >= stock.required
    if method in {None, "exact"}:
        try:
            (found, _, _, chosen), steps = least(
                stock, stock.required, stock.total_effort(quick) if enough else None, limit
            )
        except TooMuchError:
            if method is not None:
                raise MalformedError("choice", (_too_much(limit),)) from None
        else:
            return _choice(stock, chosen, found, "exact", steps)
    if method in {None, "milp"}:
        try:
            solved = solve(stock, stock.required, max(limit // _STEPS_A_NODE, 1))
        except ModuleNotFoundError:
            if method is not None:
                raise
            solved = None
        if solved is not None:
            bound = max(solved.bound, lower_bound(stock, min(stock.required, stock.value(solved.chosen))))
            return _choice(stock, solved.chosen, bound, "milp", solved.nodes)
    bound = lower_bound(stock, min(stock.required, stock.value(quick)))
    return _choice(stock, quick, bound, "greedy", tried)


def frontier(
    measures: Iterable[P],
    saving: Savings[P],
    *,
    effort: Mapping[P, Exact] | None = None,
    instruments: Mapping[Q, Exact] | None = None,
    uses: Mapping[P, Iterable[Q]] | None = None,
    needs: Mapping[P, Iterable[P]] | None = None,
    excludes: Iterable[Iterable[P]] = (),
    limit: int = 10 * _STEPS,
) -> tuple[Choice[P, Q], ...]:
    """Return every choice that no other beats: none saves as much for less effort, or more for as much.

    They stand in the order of their effort, from taking nothing (or what is free) on; all else is as with
    `least_effort`. Raises `MalformedError` where an exact search would take more than `limit` steps.

    >>> savings, effort = {"A": 100, "B": 190, "C": 60}, {"A": 1, "B": 3, "C": 2}
    >>> for choice in frontier("ABC", savings, effort=effort):
    ...     print(choice.effort, choice.value, *choice.chosen)
    0 0
    1 100 A
    3 190 B
    4 290 A B
    6 350 A B C
    """
    stock = portfolio(
        measures, saving, 0, effort=effort, instruments=instruments, uses=uses, needs=needs, excludes=excludes
    )
    try:
        points, steps = non_dominated(stock, limit)
    except TooMuchError:
        raise MalformedError("frontier", (_too_much(limit),)) from None
    return tuple(
        _choice(stock._replace(required=-turned), chosen, effort_of_it, "exact", steps)
        for effort_of_it, turned, _, chosen in points
    )


def _too_much(limit: int) -> Fault:
    return Fault("limit", limit, f"more steps, or fewer measures that hang together (at most {LIMIT})")


def _choice(stock: Portfolio, chosen: int, bound: int, method: ChoiceMethod, tried: int) -> Choice[Any, Any]:
    scale = stock.effort_scale
    own = {stock.names[i]: Fraction(stock.effort[i], scale) for i in bits_of(chosen)}
    used = {stock.instruments[k]: Fraction(stock.costs[k], scale) for k in bits_of(stock.used(chosen))}
    return Choice(
        measures=FrozenMap(own),
        instruments=FrozenMap(used),
        value=Fraction(stock.value(chosen), stock.value_scale),
        required=Fraction(stock.required, stock.value_scale),
        bound=Fraction(min(bound, stock.total_effort(chosen)), scale),
        method=method,
        tried=tried,
    )

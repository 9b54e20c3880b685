"""Norms (định mức): how much time and money one act of a procedure takes, each with its source and year.

`Norms` is a table of them for one procedure or for many. Nothing here is built in: no published text gives default
hours for Viet Nam, and the tables of other countries change from year to year.
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Literal, TypeAlias, final

import attrs

from tthc._record import check
from tthc.costs.amounts import Figure, Price, as_exact, as_map, as_price, negative
from tthc.errors import Fault
from tthc.frozen import FrozenMap
from tthc.procedures.components import Channel, Level
from tthc.text import search_key

if TYPE_CHECKING:
    from tthc.procedures import Procedure

__all__ = ["DOCUMENT_ELEMENTS", "ELEMENTS", "Element", "Norm", "Norms", "Obligation", "Performer"]

Element: TypeAlias = Literal[
    "learn",
    "document",
    "form",
    "certify",
    "copy",
    "scan",
    "travel",
    "queue",
    "submit",
    "pay",
    "inspection",
    "receive",
    "other",
]
"""What is done (công việc): an activity that belongs to a part of the procedure.

- Once for each paper of the dossier: `form` (fill it in) for one with a template, `document` (prepare it) for any
  other, and `scan` for such another one that is handed in online. A norm that names a paper holds for it with or
  without a template; a `form` norm that names one without makes it a form, so that the general `document` and `scan`
  norms do not hold for it.
- Once for each sheet: `copy`, and `certify` where copies must be certified. Where the record does not say how many, a
  norm that names the paper counts one sheet, and so does the general `certify` where certified copies are asked for.
- Once for each visit: `travel`, `queue`. How many visits a channel takes is said in `Norms.visits`.
- Once for a dossier: `learn` (of the duty), `submit`, `pay` (where a fee is due), `receive` (the result), `inspection`
  (prepare and host it), `other`."""
Performer: TypeAlias = Literal["subject", "citizen", "business", "agency"]
"""Who does it: `subject` is whoever must go through the procedure, citizen or business; `agency` is the State."""
Obligation: TypeAlias = Literal["information", "substantive"]
"""A duty to inform (hand in, declare, keep) or to act on the matter itself (install a filter)."""

ELEMENTS: dict[str, tuple[str, str]] = {
    "learn": ("tìm hiểu thủ tục", "learn what is asked"),
    "document": ("chuẩn bị giấy tờ", "prepare a document"),
    "form": ("điền đơn, tờ khai", "fill in a form"),
    "certify": ("chứng thực bản sao", "have a copy certified"),
    "copy": ("sao chụp", "copy"),
    "scan": ("quét, tải lên giấy tờ", "scan and upload"),
    "travel": ("đi lại", "travel"),
    "queue": ("chờ đến lượt", "queue"),
    "submit": ("nộp hồ sơ", "hand in the dossier"),
    "pay": ("nộp phí, lệ phí", "pay the fee"),
    "inspection": ("chuẩn bị, phục vụ kiểm tra", "host an inspection"),
    "receive": ("nhận kết quả", "receive the result"),
    "other": ("công việc khác", "other work"),
}
"""The words for each element, in Vietnamese and in English."""
DOCUMENT_ELEMENTS: frozenset[Element] = frozenset({"document", "form", "certify", "copy", "scan"})
"""The elements whose `what` names a paper of the dossier."""


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen(kw_only=True)
class Norm:
    """What one act takes (định mức của một công việc): hours of work, and money paid to others for it.

    - `what`: the paper, form or step it is for, by name. `None` stands for every paper; for what is done once for a
      dossier each name is an act of its own. For `inspection` and `other` the name is free.
    - `channel`, `case`, `tier`, `segment`: narrow it to a channel, to a case by name or code, to a level travelled to,
      to a group of subjects. The most specific norm holds: one with `what` before one with `channel`, then `case`,
      `tier`, `segment`, and last one for citizens or for businesses before one for any subject.
    - `performer`: who does it. Each side of an act has a norm: whoever must go through the procedure, and the State.
      One for work done once only and one for either kind of `obligation` are acts of their own.
    - `hours`, `outlay`: of one act. Both are the whole of it: without `outlay` the act costs no money.
    - `times`: acts for one; `Fraction(1, 10)` where one dossier in ten needs it.
    - `business_as_usual`: the share that would be done anyway. `overhead`: what is added to the pay of an hour, as a
      share. `tariff`: the price of an hour of this act, with overhead, in place of the income in the parameters.
    - `one_off`: done the first time only.
    - `covers`: elements whose time and money are in this norm, so that they need none of their own: for the whole
      dossier, or for its paper only where both are done for a paper.
    - `vintage`: the year of the source.

    >>> from tthc import Money
    >>> Norm(element="document", what="Giấy khám sức khỏe", hours=2, outlay=Money(30_000)).outlay
    Price(figure=Fraction(30000, 1), currency='VND')
    >>> Norm(element="learn", hours=-1)
    Traceback (most recent call last):
    ...
    tthc.errors.MalformedError: malformed Norm: hours: expected 0 or more, got Fraction(-1, 1)
    """

    element: Element
    hours: Figure = attrs.field(converter=as_exact)
    outlay: Price | None = attrs.field(default=None, converter=as_price)
    what: str | None = None
    channel: Channel | None = None
    case: str | None = None
    tier: Level | None = None
    performer: Performer = "subject"
    times: Figure = attrs.field(default=Fraction(1), converter=as_exact)
    obligation: Obligation = "information"
    business_as_usual: Fraction | None = attrs.field(default=None, converter=as_exact)
    overhead: Fraction | None = attrs.field(default=None, converter=as_exact)
    tariff: Price | None = attrs.field(default=None, converter=as_price)
    one_off: bool = False
    segment: str | None = None
    covers: tuple[Element, ...] = ()
    source: str = ""
    vintage: int | None = None

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        figures = ("hours", self.hours), ("outlay", self.outlay), ("times", self.times), ("tariff", self.tariff)
        yield from negative((*figures, ("overhead", self.overhead)))
        if self.business_as_usual is not None and not 0 <= self.business_as_usual <= 1:
            yield Fault("business_as_usual", self.business_as_usual, "a share from 0 to 1")
        if self.tier is not None and self.element != "travel":
            yield Fault("tier", self.tier, f"None beside {self.element}: a tier is travelled to")
        if self.element in self.covers:
            yield Fault("covers", self.covers, "other elements than its own")
        for name in ("what", "case", "segment"):
            if getattr(self, name) == "":
                yield Fault(name, "", "a name, or None")

    @property
    def label(self) -> str:
        """What it is for, in Vietnamese."""
        return self.display()

    def display(self, lang: Literal["vi", "en"] = "vi") -> str:
        """Say what it is for."""
        return ELEMENTS[self.element][lang == "en"] + (f": {self.what}" if self.what else "")


@final
@attrs.frozen(kw_only=True)
class Norms:
    """A table of norms (bảng định mức) with the visits that a dossier takes by channel.

    Two norms for one act, and a norm for what another one `covers`, are refused. `business_as_usual` holds for every
    norm that states none of its own.

    >>> Norms(norms=(Norm(element="learn", hours=1), Norm(element="learn", hours=2)))
    Traceback (most recent call last):
    ...
    tthc.errors.MalformedError: malformed Norms: norms[1]: expected an act that norms[0] does not price, got 'learn'
    """

    norms: tuple[Norm, ...]
    visits: FrozenMap[Channel, Figure] = attrs.field(default=FrozenMap(), converter=as_map)
    business_as_usual: Fraction | None = attrs.field(default=None, converter=as_exact)
    source: str = ""
    vintage: int | None = None
    _index: dict[tuple[str, str | None], tuple[tuple[int, Norm, str | None], ...]] = attrs.field(
        init=False, eq=False, repr=False
    )

    _named: dict[str, tuple[str | None, ...]] = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_index", {})
        object.__setattr__(self, "_named", {})
        check(self, self._faults)
        for i, norm in enumerate(self.norms):
            key = norm.element, key_of(norm.what)
            if key not in self._index:
                self._named[norm.element] = (*self._named.get(norm.element, ()), key[1])
            self._index[key] = (*self._index.get(key, ()), (i, norm, key_of(norm.case)))

    def _faults(self) -> Iterable[Fault]:
        yield from negative((f"visits[{channel!r}]", figure) for channel, figure in self.visits.items())
        if self.business_as_usual is not None and not 0 <= self.business_as_usual <= 1:
            yield Fault("business_as_usual", self.business_as_usual, "a share from 0 to 1")
        seen: dict[tuple[object, ...], int] = {}
        for i, norm in enumerate(self.norms):
            first = seen.setdefault(_identity(norm), i)
            if first != i:
                yield Fault(f"norms[{i}]", norm.element, f"an act that norms[{first}] does not price")
            for j, other in enumerate(self.norms if norm.covers else ()):
                if other.element in norm.covers and _meet(norm, other):
                    yield Fault(f"norms[{j}]", other.element, f"an act that norms[{i}] does not cover")

    def named(self, element: Element) -> tuple[str | None, ...]:
        """Return the keys of what the norms of an element are for; `None` stands for the general ones."""
        return self._named.get(element, ())

    def find(self, element: Element, what: str | None) -> tuple[tuple[int, Norm, str | None], ...]:
        """Return the norms of an element for one key, each with its index and the key of its case."""
        return self._index.get((element, what), ())

    def fitting(self, procedure: "Procedure") -> "Norms":
        """Return the norms without those that name a paper, case or channel which the procedure does not have.

        `compliance_cost` refuses such norms, for they are mostly slips; a table for many procedures is fitted first.
        """
        from tthc.costs._acts import strangers  # noqa: PLC0415 - what a procedure has is read there

        wrong = {fault.field.partition("]")[0] for fault in strangers(self, procedure)}
        if not wrong:
            return self
        return attrs.evolve(self, norms=tuple(n for i, n in enumerate(self.norms) if f"norms[{i}" not in wrong))

    def with_visits(self, visits: Mapping[Channel, int | Figure]) -> "Norms":
        """Return the same norms with other visits for the channels named."""
        return attrs.evolve(self, visits={**self.visits, **visits})


def key_of(name: str | None) -> str | None:
    return None if name is None else search_key(name)


def _identity(norm: Norm) -> tuple[object, ...]:
    narrow = key_of(norm.what), norm.channel, key_of(norm.case), norm.tier, key_of(norm.segment)
    return norm.element, norm.performer, norm.one_off, norm.obligation, *narrow


def _meet(norm: Norm, other: Norm) -> bool:
    """Tell whether two norms may hold for one dossier and one performer."""
    pairs = [
        (norm.channel, other.channel),
        (key_of(norm.case), key_of(other.case)),
        (key_of(norm.segment), key_of(other.segment)),
    ]
    if {norm.element, other.element} <= DOCUMENT_ELEMENTS:
        pairs.append((key_of(norm.what), key_of(other.what)))
    return norm.performer == other.performer and all(None in pair or pair[0] == pair[1] for pair in pairs)

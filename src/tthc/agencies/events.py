"""`Reorganisation`: a dated event that ends, founds, joins or parts bodies; the change events of W3C ORG and CPOV."""

import datetime as dt
from collections.abc import Iterable
from typing import Literal, TypeAlias, final

import attrs

from tthc._record import check
from tthc.errors import Fault
from tthc.identifiers import AgencyCode, Identifier, LegalNumber
from tthc.law import Citation

__all__ = ["Reorganisation", "ReorganisationKind"]

ReorganisationKind: TypeAlias = Literal["merge", "split", "rename", "transfer", "raise", "lower", "abolish", "found"]
"""What happens to bodies: hợp nhất or sáp nhập (n → 1), chia or tách (1 → n), đổi tên, chuyển chức năng, nâng cấp, hạ
cấp, giải thể, thành lập."""

_WORDS = {
    "merge": ("hợp nhất, sáp nhập", "merged"),
    "split": ("chia, tách", "split"),
    "rename": ("đổi tên", "renamed"),
    "transfer": ("chuyển chức năng", "function transferred"),
    "raise": ("nâng cấp", "raised in level"),
    "lower": ("hạ cấp", "lowered in level"),
    "abolish": ("giải thể", "abolished"),
    "found": ("thành lập", "founded"),
}
_MANY = 10_000
# How many sources and results each kind has: from, to.
_COUNTS: dict[str, tuple[tuple[int, int], tuple[int, int]]] = {
    "merge": ((2, _MANY), (1, 1)),
    "split": ((1, 1), (2, _MANY)),
    "rename": ((1, 1), (1, 1)),
    "transfer": ((1, _MANY), (1, _MANY)),
    "raise": ((1, 1), (1, 1)),
    "lower": ((1, 1), (1, 1)),
    "abolish": ((1, _MANY), (0, 0)),
    "found": ((0, 0), (1, _MANY)),
}


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen(kw_only=True)
class Reorganisation:
    """One event (sắp xếp tổ chức): `sources` are codes as valid the day before `date`, `results` as valid on it.

    - `merge` has two sources or more and one result; a body that takes in another stands among its own sources;
    - `split` has one source and two results or more, which may have been there before; the source may go on;
    - `rename`, `raise` and `lower` lead from one span to the next, of the same code or another;
    - `transfer` moves the named `functions` and nothing else: sources and results go on;
    - `abolish` has no result, `found` no source.

    `functions` name what passes: functions, fields (lĩnh vực) or numbers of procedures. `citation` is the legal basis,
    a whole document or a place in it.

    >>> an_giang, kien_giang = AgencyCode(("H01",)), AgencyCode(("H33",))
    >>> print(Reorganisation(kind="merge", date=dt.date(2025, 7, 1), sources=(an_giang, kien_giang),
    ...                      results=(an_giang,), citation=LegalNumber.parse("202/2025/QH15")))
    01/07/2025 hợp nhất, sáp nhập: H01, H33 → H01 (Văn bản số 202/2025/QH15)
    """

    kind: ReorganisationKind
    date: dt.date
    sources: tuple[AgencyCode | Identifier, ...] = ()
    results: tuple[AgencyCode | Identifier, ...] = ()
    functions: tuple[str, ...] = ()
    citation: Citation | LegalNumber | None = None
    source: str = ""
    note: str = ""

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        if self.date == dt.date.min:
            yield Fault("date", self.date, "a day that has one before it")
        for field, codes, (least, most) in zip(
            ("sources", "results"), (self.sources, self.results), _COUNTS[self.kind], strict=True
        ):
            if not least <= len(codes) <= most:
                wanted = "none" if most == 0 else f"{least}" if least == most else f"at least {least}"
                yield Fault(field, tuple(map(str, codes)), f"{wanted} for {self.kind!r}")
            if len(set(codes)) < len(codes):
                yield Fault(field, tuple(map(str, codes)), "each code once")
        if self.kind == "transfer" and not self.functions:
            yield Fault("functions", self.functions, "what is transferred")
        if self.kind == "transfer" and set(self.sources) & set(self.results):
            yield Fault("results", tuple(map(str, self.results)), "other bodies than the sources for 'transfer'")

    @property
    def day_before(self) -> dt.date:
        """The last day on which the sources stood as they were."""
        return self.date - dt.timedelta(days=1)

    def display(self, lang: Literal["vi", "en"] = "vi") -> str:
        """Say in one line what happened, in Vietnamese or English."""
        day = f"{self.date:%d/%m/%Y}" if lang == "vi" else f"{self.date}"
        codes = [", ".join(map(str, side)) for side in (self.sources, self.results) if side]
        functions = f" [{'; '.join(self.functions)}]" if self.functions else ""
        basis = f" ({self.citation.display(lang)})" if self.citation is not None else ""
        return f"{day} {_WORDS[self.kind][lang == 'en']}: {' → '.join(codes)}{functions}{basis}"

    def __str__(self) -> str:
        return self.display()

"""Findings and reports: what is questionable about a well-formed value, said in Vietnamese and in English.

A finding never raises. It carries a code that is never reused, where in the subject it stands, the law it rests on and
a fingerprint that stays the same while the fault does: an office with ten thousand old faults sees the new ones.
"""

import enum
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Literal, NoReturn, TypeAlias, final

import attrs

from tthc._record import check
from tthc.errors import Fault, ReportError, show
from tthc.frozen import FrozenMap
from tthc.law import Citation

__all__ = ["Finding", "Lang", "Message", "Param", "Report", "Severity", "both"]

Lang: TypeAlias = Literal["vi", "en"]
Param: TypeAlias = str | int | tuple[str, str]
"""What a message shows in one of its places; a pair holds the Vietnamese and the English words."""


def __dir__() -> list[str]:
    return __all__


class Severity(enum.IntEnum):
    """How much a finding weighs (mức độ): a note, a doubt, a breach."""

    INFO = 10
    WARNING = 20
    ERROR = 30

    def display(self, lang: Lang = "vi") -> str:
        """Return the word for it: `lưu ý`, `cảnh báo`, `lỗi`."""
        return {10: ("lưu ý", "note"), 20: ("cảnh báo", "warning"), 30: ("lỗi", "error")}[self][lang == "en"]


def both(display: Callable[[Lang], str]) -> tuple[str, str]:
    """Return the Vietnamese and the English words of a value's `display`, for a message in two languages.

    >>> both(Severity.ERROR.display)
    ('lỗi', 'error')
    """
    return display("vi"), display("en")


_PLACE = re.compile(r"\{([a-z_]+)\}")


@final
@attrs.frozen
class Message:
    """The words of one kind of finding: its code and a template in Vietnamese and in English.

    A template names its places as `{name}`; both languages name the same ones.

    >>> Message("TTHC001", "chỉ biết đến {as_of}", "known up to {as_of} only").text({"as_of": "22/11/2026"}, "en")
    'known up to 22/11/2026 only'
    """

    code: str
    vi: str
    en: str

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        if not re.fullmatch(r"[A-Z]{2,8}[0-9]{3}", self.code):
            yield Fault("code", self.code, "letters and three digits, such as TTHC106")
        if set(_PLACE.findall(self.vi)) != set(_PLACE.findall(self.en)):
            yield Fault("en", self.en, "the same places as in the Vietnamese text")

    def text(self, params: "FrozenMap[str, Param] | dict[str, Param]", lang: Lang = "vi") -> str:
        """Fill the places; a value is put in as it is and never read as a template."""

        def fill(match: re.Match[str]) -> str:
            value = params.get(match[1], "?")
            return _shown(value[lang == "en"] if isinstance(value, tuple) else value)

        return _PLACE.sub(fill, self.vi if lang == "vi" else self.en)


def _shown(value: str | int) -> str:
    return value if isinstance(value, str) else show(value)  # str() refuses a huge int


def _freeze(params: "FrozenMap[str, Param] | dict[str, Param]") -> "FrozenMap[str, Param]":
    return FrozenMap(params) if type(params) is dict else params  # type: ignore[return-value]  # check() refuses the rest


_NAME = re.compile(r"[A-Za-z_][A-Za-z_0-9]{0,79}")


@final
@attrs.frozen(kw_only=True, repr=False)
class Finding:
    """One questionable place of a subject (phát hiện).

    `path` leads to it (`("methods", 0, "time_limit")`), `subject` names the record it stands in (a procedure code, or
    ""), `params` are the values its text shows, `citation` is the law it rests on.
    """

    message: Message
    severity: Severity = Severity.WARNING
    path: tuple[str | int, ...] = ()
    params: FrozenMap[str, Param] = attrs.field(default=FrozenMap(), converter=_freeze)
    citation: Citation | None = None
    subject: str = ""

    def __attrs_post_init__(self) -> None:
        check(self)

    @property
    def code(self) -> str:
        """The code of the message, such as `TTHC106`."""
        return self.message.code

    def where(self) -> str:
        """Write the path as JSON paths are written: `$.methods[0].time_limit`; a name of over 80 characters is cut.

        >>> Finding(message=Message("TTHC000", "", ""), path=("methods", 0, "Phí, lệ phí")).where()
        "$.methods[0]['Phí, lệ phí']"
        """
        steps = (f".{p}" if isinstance(p, str) and _NAME.fullmatch(p) else f"[{show(p)}]" for p in self.path)
        return "$" + "".join(steps)

    def text(self, lang: Lang = "vi") -> str:
        """Say it in words, without code and place."""
        return self.message.text(self.params, lang)

    @property
    def fingerprint(self) -> str:
        """Sixteen hexadecimal digits from code, subject, the names in the path and the values shown.

        Indices are left out, so that a fault keeps its fingerprint when a line above it is put in or taken out.
        """
        import hashlib  # noqa: PLC0415 - loads a shared library, and few callers need it

        names = [part for part in self.path if isinstance(part, str)]
        shown = (f"{key}={v if isinstance(v, tuple) else _shown(v)}" for key, v in sorted(self.params.items()))
        parts = "\x1f".join([self.code, self.subject, *names, *shown])
        return hashlib.sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()[:16]

    def line(self, lang: Lang = "vi") -> str:
        """One line: severity, code, place, words, law."""
        law = f" [{self.citation.display(lang)}]" if self.citation else ""
        subject = f"{self.subject} " if self.subject else ""
        return f"{self.severity.display(lang)} {self.code} {subject}{self.where()}: {self.text(lang)}{law}"

    def __str__(self) -> str:
        return self.line()

    def __repr__(self) -> str:
        return f"<Finding {self.code} {self.severity.name} {self.where()}>"


def _order(finding: Finding) -> tuple[object, ...]:
    # Numbers and names of a path never meet in one comparison: each part brings its kind along.
    path = tuple((0, part, "") if isinstance(part, int) else (1, 0, part) for part in finding.path)
    return -finding.severity, finding.subject, path, finding.code, finding.text()


def _sorted(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    # Anything that is not a Finding is left for check() to name.
    given = tuple(findings)
    return tuple(sorted(given, key=_order)) if all(type(item) is Finding for item in given) else given


@final
@attrs.frozen(repr=False)
class Report:
    """The findings of one run, worst first, then by place and code (báo cáo kiểm tra).

    It is iterable and sized; `bool()` raises, because "has findings" and "is in order" are different questions: ask
    `len(report)`, `report.ok` or `report.any(severity)`.
    """

    findings: tuple[Finding, ...] = attrs.field(default=(), converter=_sorted)

    def __attrs_post_init__(self) -> None:
        check(self)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __len__(self) -> int:
        return len(self.findings)

    def __bool__(self) -> NoReturn:
        msg = "a Report is neither true nor false: ask len(report), report.ok or report.any(severity)"
        raise TypeError(msg)

    def __add__(self, other: object) -> "Report":
        return Report(self.findings + other.findings) if isinstance(other, Report) else NotImplemented

    @property
    def ok(self) -> bool:
        """Nothing in it is an error."""
        return not self.any(Severity.ERROR)

    @property
    def worst(self) -> Severity | None:
        """The highest severity in it, `None` where it is empty."""
        return max((finding.severity for finding in self.findings), default=None)

    def any(self, severity: Severity) -> bool:
        """Tell whether a finding has this severity or a higher one."""
        return any(finding.severity >= severity for finding in self.findings)

    def by_code(self) -> FrozenMap[str, tuple[Finding, ...]]:
        """Group the findings by code, in the order of the codes."""
        groups: dict[str, list[Finding]] = {}
        for finding in self.findings:
            groups.setdefault(finding.code, []).append(finding)
        return FrozenMap({code: tuple(groups[code]) for code in sorted(groups)})

    def raise_for(self, severity: Severity = Severity.ERROR) -> None:
        """Raise `ReportError` if a finding has this severity or a higher one."""
        if self.any(severity):
            raise ReportError(self)

    def since(self, earlier: "Report") -> "tuple[Report, Report]":
        """Return what is new and what is gone since an earlier report, by fingerprint; repeats are counted."""
        return _without(self, earlier), _without(earlier, self)

    @property
    def rows(self) -> tuple[dict[str, str], ...]:
        """Flat records, one a finding, ready for any data frame."""
        return tuple(
            {
                "code": finding.code,
                "severity": finding.severity.name,
                "subject": finding.subject,
                "where": finding.where(),
                "vi": finding.text("vi"),
                "en": finding.text("en"),
                "citation": str(finding.citation or ""),
                "fingerprint": finding.fingerprint,
            }
            for finding in self.findings
        )

    def summary(self, lang: Lang = "vi") -> str:
        """Count the findings by severity: `1 lỗi, 2 cảnh báo`."""
        counts = [(sum(f.severity is s for f in self.findings), s) for s in sorted(Severity, reverse=True)]
        plural = "s" if lang == "en" else ""
        words = [f"{n} {s.display(lang)}{plural if n > 1 else ''}" for n, s in counts if n]
        return ", ".join(words) or ("không có phát hiện nào" if lang == "vi" else "no findings")

    def text(self, lang: Lang = "vi") -> str:
        """Write the report: the count, then a line a finding."""
        return "\n".join([self.summary(lang), *(f"  {finding.line(lang)}" for finding in self.findings)])

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        return f"<Report: {self.summary('en')}>"


def _without(report: Report, other: Report) -> Report:
    known: dict[str, int] = {}
    for finding in other.findings:
        mark = finding.fingerprint
        known[mark] = known.get(mark, 0) + 1
    left: list[Finding] = []
    for finding in report.findings:
        mark = finding.fingerprint
        if known.get(mark, 0):
            known[mark] -= 1
        else:
            left.append(finding)
    return Report(tuple(left))

"""The parts a procedure is made of: khoản 2 Điều 8 Nghị định 63/2010/NĐ-CP and what the 2026 portal adds.

Every field tells three things apart: `None` is *not stated*, `()` is *stated: none*, and `Unparsed` is *stated, not
readable*. A list component is `tuple[T | Unparsed, ...] | None`.
"""

import datetime as dt
from collections.abc import Iterable
from typing import Literal, TypeAlias, final

import attrs

from tthc._record import check
from tthc.calendar import TimeLimit
from tthc.dated import Interval
from tthc.errors import Fault
from tthc.fees import Fee
from tthc.frozen import FrozenMap
from tthc.identifiers import AgencyCode, Identifier, LegalNumber
from tthc.text import Unparsed

__all__ = [
    "REGIMES",
    "Act",
    "Announcement",
    "Audience",
    "Case",
    "Channel",
    "Condition",
    "Document",
    "Form",
    "Formality",
    "Level",
    "Method",
    "OnlineLevel",
    "Reason",
    "Regime",
    "ResponsibleAgency",
    "Result",
    "Role",
    "Source",
    "Step",
]

Channel: TypeAlias = Literal["direct", "online", "post"]
"""How a dossier is handed in (hình thức nộp): trực tiếp, trực tuyến, dịch vụ bưu chính."""
Level: TypeAlias = Literal["central", "provincial", "district", "commune", "other"]
"""The level that carries a procedure out (cấp thực hiện); the district level ended on 2025-06-30."""
Role: TypeAlias = Literal["settling", "deciding", "receiving", "authorised", "coordinating"]
"""What an agency does in a procedure: giải quyết, có thẩm quyền quyết định, tiếp nhận, được ủy quyền, phối hợp."""
Act: TypeAlias = Literal["submit", "present"]
"""What becomes of a paper: nộp (it stays with the agency) or xuất trình (it is only shown); khoản 3 Điều 3."""
Formality: TypeAlias = Literal["assigned_by_law", "not_assigned", "other"]
"""Loại thủ tục: được luật giao quy định chi tiết, không được luật giao, loại khác."""
Regime: TypeAlias = Literal[2011, 2022, 2026]
"""The decree that names online levels: Nghị định 43/2011, 42/2022 or 224/2026."""
Reason: TypeAlias = Literal["presence", "on_site", "technical_failure", "technical_other"]
"""Why a service is only `một phần`: khoản 2 Điều 14 Nghị định 224/2026 (presence of the user, verification on the spot,
a technical failure not yet mended, another technical problem)."""

_REGIMES: dict[Regime, Interval] = {
    2011: Interval(dt.date(2011, 10, 1), dt.date(2022, 8, 15)),
    2022: Interval(dt.date(2022, 8, 15), dt.date(2026, 7, 1)),
    2026: Interval(dt.date(2026, 7, 1), None),
}
REGIMES = FrozenMap(_REGIMES)
"""The days on which each way of naming online levels is the law."""


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen(kw_only=True)
class Step:
    """One step of the sequence (trình tự thực hiện), of the applicant or of the agency."""

    description: str
    name: str = ""
    actor: Literal["applicant", "agency"] | None = None
    time_limit: TimeLimit | Unparsed | None = None

    def __attrs_post_init__(self) -> None:
        check(self)


@final
@attrs.frozen(kw_only=True)
class Form:
    """A form template (mẫu đơn, mẫu tờ khai): its name and the files attached, by name or address."""

    name: str = ""
    files: tuple[str, ...] = ()

    def __attrs_post_init__(self) -> None:
        check(self)


@final
@attrs.frozen(kw_only=True)
class Document:
    """One paper of the dossier (giấy tờ, thành phần hồ sơ).

    `act` tells a paper that is handed in from one that is only shown; `condition` is the case in which it is asked for,
    in the record's words. `originals` (bản chính) and `copies` (bản sao) count sheets per set; `certified` tells
    whether copies must be certified (chứng thực). `form` is the template it is written on.
    """

    name: str
    act: Act = "submit"
    condition: str | None = None
    originals: int | Unparsed | None = None
    copies: int | Unparsed | None = None
    certified: bool | None = None
    form: Form | None = None
    code: str | None = None
    electronic: bool | None = None
    is_result: bool | None = None
    required: bool | None = None
    issuer: str | None = None
    note: str = ""

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        for name, count in (("originals", self.originals), ("copies", self.copies)):
            if isinstance(count, int) and count < 0:
                yield Fault(name, count, "a number of sheets, 0 or more")


@final
@attrs.frozen(kw_only=True)
class Case:
    """One case (trường hợp) of a procedure with the documents it asks for.

    A procedure without alternatives has one case with an empty name. `audience` narrows the case to one audience.
    """

    name: str = ""
    code: str | None = None
    documents: tuple[Document | Unparsed, ...] | None = None
    time_limit: TimeLimit | Unparsed | None = None
    audience: str | None = None

    def __attrs_post_init__(self) -> None:
        check(self)


@final
@attrs.frozen(kw_only=True)
class Method:
    """One way to carry the procedure out (cách thức thực hiện), with its own time limit and fees.

    `case` (a name or code) and `audience` narrow the row to one case or audience; `None` is every one.
    """

    channel: Channel | Unparsed | None = None
    time_limit: TimeLimit | Unparsed | None = None
    fees: tuple[Fee | Unparsed, ...] | None = None
    note: str = ""
    case: str | None = None
    audience: str | None = None

    def __attrs_post_init__(self) -> None:
        check(self)


@final
@attrs.frozen(kw_only=True)
class Result:
    """What the procedure ends with (kết quả thực hiện)."""

    name: str
    code: str | None = None
    template: Form | None = None

    def __attrs_post_init__(self) -> None:
        check(self)


@final
@attrs.frozen
class Condition:
    """A requirement or condition (yêu cầu, điều kiện) that the applicant must meet, in the record's words."""

    text: str

    def __attrs_post_init__(self) -> None:
        check(self)

    def __str__(self) -> str:
        return self.text


@final
@attrs.frozen(kw_only=True)
class Audience:
    """Who may carry the procedure out (đối tượng thực hiện)."""

    name: str
    code: str | None = None

    def __attrs_post_init__(self) -> None:
        check(self)


@final
@attrs.frozen(kw_only=True)
class ResponsibleAgency:
    """An agency and its role in the procedure (cơ quan giải quyết, tiếp nhận, được ủy quyền, phối hợp …).

    `code` is an electronic agency code, or `Identifier` for a functional group such as `UBNDCT`.
    """

    role: Role
    name: str = ""
    code: AgencyCode | Identifier | Unparsed | None = None
    address: str | None = None

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        if not self.name and self.code is None and self.address is None:
            yield Fault("name", self.name, "a name, a code or an address")


@final
@attrs.frozen(kw_only=True)
class Announcement:
    """The decision that announces the procedure (quyết định công bố), Điều 13–15 and 24 Nghị định 63/2010.

    `by` tells whose deadline applies: the minister's, the provincial chair's or that of a body authorised by law.
    `document_in_force` is the day on which the legal document that makes the procedure takes effect, `adopted` the day
    it was adopted or signed, `shortened` whether it came by the shortened procedure. `entered` is the day of entry and
    publication in the national database.
    """

    number: LegalNumber | Unparsed | None = None
    kind: Literal["new", "amended", "abolished"] | None = None
    by: Literal["minister", "province", "delegated"] | None = None
    issuer: str | None = None
    signed: dt.date | None = None
    document_in_force: dt.date | None = None
    adopted: dt.date | None = None
    shortened: bool = False
    entered: dt.date | None = None

    def __attrs_post_init__(self) -> None:
        check(self)


@final
@attrs.frozen(kw_only=True)
class OnlineLevel:
    """How far a procedure runs online (mức độ dịch vụ công trực tuyến), in the words of one decree.

    Nghị định 43/2011 has levels 1 to 4; since Nghị định 42/2022 a service is `partial` (một phần) or `full` (toàn
    trình); since Nghị định 224/2026 `partial` needs `reasons`, and a service may be `proactive` (chủ động, 1 to 4).

    >>> OnlineLevel(regime=2022, level="full").level
    'full'
    """

    regime: Regime
    level: Literal["1", "2", "3", "4", "partial", "full"]
    reasons: tuple[Reason, ...] = ()
    proactive: int | None = None

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        if (self.regime == 2011) is (self.level in {"partial", "full"}):
            yield Fault("level", self.level, "1 to 4 under Nghị định 43/2011, partial or full since 2022")
        if self.proactive is not None and not (self.regime == 2026 and 1 <= self.proactive <= 4):
            yield Fault("proactive", self.proactive, "1 to 4, under Nghị định 224/2026 only")
        if self.reasons and self.level != "partial":
            yield Fault("reasons", self.reasons, "none, unless the level is partial")

    def display(self, lang: Literal["vi", "en"] = "vi") -> str:
        """Write the level as the decree names it: `toàn trình`, `mức độ 3`."""
        if self.regime == 2011:
            return f"mức độ {self.level}" if lang == "vi" else f"level {self.level}"
        return {"partial": ("một phần", "partial"), "full": ("toàn trình", "full")}[self.level][lang == "en"]


@final
@attrs.frozen(kw_only=True)
class Source:
    """Where a record comes from and which components its shape can carry at all.

    `carries` holds component names as `Procedure.state` takes them; what is not in it cannot have been left blank by
    the agency. `created` and `updated` are days of the source at UTC+7, `status` is the source's own word.
    """

    shape: str
    carries: frozenset[str] = frozenset()
    id: str | None = None
    url: str | None = None
    status: str | None = None
    created: dt.date | None = None
    updated: dt.date | None = None

    def __attrs_post_init__(self) -> None:
        check(self)

"""The ten states of a dossier on the national portal (trạng thái hồ sơ), the steps between them, and the channels."""

from typing import Literal, NamedTuple, TypeAlias

from tthc.errors import NotFoundError
from tthc.frozen import FrozenMap
from tthc.procedures.components import Channel

__all__ = ["CHANNELS", "STATES", "TRANSITIONS", "DossierState", "StateName", "channel_of", "state_of"]

StateName: TypeAlias = Literal[
    "registered",
    "accepted",
    "refused",
    "processing",
    "supplement_requested",
    "payment_requested",
    "withdrawal_requested",
    "stopped",
    "done",
    "returned",
]
"""The states by name, in the order of their numbers on the portal."""


def __dir__() -> list[str]:
    return __all__


class DossierState(NamedTuple):
    """One of the ten states: its number on the portal, its name in this library, its Vietnamese and English label.

    >>> state_of("processing").display()
    'Đang xử lý'
    """

    number: int
    name: StateName
    vi: str
    en: str

    def display(self, lang: Literal["vi", "en"] = "vi") -> str:
        """Return the label, which is the portal's own in Vietnamese."""
        return self.vi if lang == "vi" else self.en

    @property
    def final(self) -> bool:
        """Whether no step leads on from it.

        >>> [state.number for state in STATES if state.final]
        [3, 8, 10]
        """
        return not TRANSITIONS[self.name]


STATES = (
    DossierState(1, "registered", "Mới đăng ký", "registered"),
    DossierState(2, "accepted", "Được tiếp nhận", "accepted"),
    DossierState(3, "refused", "Không được tiếp nhận", "refused"),
    DossierState(4, "processing", "Đang xử lý", "being processed"),
    DossierState(5, "supplement_requested", "Yêu cầu bổ sung giấy tờ", "supplement requested"),
    DossierState(6, "payment_requested", "Yêu cầu thực hiện nghĩa vụ tài chính", "payment requested"),
    DossierState(7, "withdrawal_requested", "Công dân yêu cầu rút hồ sơ", "withdrawal requested"),
    DossierState(8, "stopped", "Dừng xử lý", "stopped"),
    DossierState(9, "done", "Đã xử lý xong", "done"),
    DossierState(10, "returned", "Đã trả kết quả", "result returned"),
)
"""The ten states, by number."""

_TRANSITIONS: dict[StateName, tuple[StateName, ...]] = {
    "registered": ("accepted", "refused", "supplement_requested", "withdrawal_requested"),
    "accepted": ("processing", "supplement_requested", "payment_requested", "withdrawal_requested", "stopped"),
    "refused": (),
    "processing": ("supplement_requested", "payment_requested", "withdrawal_requested", "stopped", "done"),
    "supplement_requested": ("accepted", "processing", "withdrawal_requested", "stopped"),
    "payment_requested": ("processing", "withdrawal_requested", "stopped"),
    "withdrawal_requested": ("processing", "stopped"),
    "stopped": (),
    "done": ("returned",),
    "returned": (),
}
TRANSITIONS = FrozenMap(_TRANSITIONS)
"""The states that may follow each state. This is no official table: it is derived from Articles 17 to 20 of Nghị định
61/2018/NĐ-CP and from the labels of the portal."""

_CHANNELS: dict[int, Channel] = {1: "direct", 2: "online", 3: "post"}
CHANNELS = FrozenMap(_CHANNELS)
"""The channels (kênh thực hiện) by their numbers on the portal: trực tiếp, trực tuyến, bưu chính công ích."""

_BY_KEY: dict[str | int, DossierState] = {key: state for state in STATES for key in (state.number, state.name)}


def state_of(key: str | int) -> DossierState:
    """Return a state by its number on the portal or by its name; `NotFoundError` where there is none.

    >>> print(state_of(9).vi, "|", state_of("stopped").number)
    Đã xử lý xong | 8
    """
    found = _BY_KEY.get(key) if type(key) in {int, str} else None
    if found is None:
        raise NotFoundError("state of a dossier", key, tuple(f"{state.number} {state.name}" for state in STATES))
    return found


def channel_of(number: int | None) -> Channel:
    """Return a channel by its number on the portal, where a dossier without one counts as handed in directly.

    >>> channel_of(2), channel_of(None)
    ('online', 'direct')
    """
    if number is None:
        return "direct"
    found = _CHANNELS.get(number) if type(number) is int else None
    if found is None:
        raise NotFoundError("channel", number, tuple(f"{key} {channel}" for key, channel in _CHANNELS.items()))
    return found

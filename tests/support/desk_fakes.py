"""What pages need, in memory: small and honest, for tests of pages alone. The stories use the real services.

Everything is deterministic; time is what a test sets.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from kt1desk.desktop.needs import (
    DeskStatus,
    PrinterState,
    Tone,
)
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import EventId, Stream
from kt1desk.domain.facts import Charge, Party
from kt1desk.domain.permissions import Actor, Role
from kt1desk.services.rows import DeskRow, ItemRow, SearchHit, ShiftRow
from kt1desk.services.sessions import Session

NOW_MS = 1_795_333_920_000
"""Sunday 22/11/2026 14:52 at the counter (UTC+7)."""
OFFSET_MIN = 420
PASSWORD = "chim-se-nau-15"
UNKNOWN = "xyz"
"""The search finds nothing of it."""
NOTES = (500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000)
DESK = DeskRow(0, 1, "240000", "trial", "00" * 32)
SESSION = Session(Actor("lan", frozenset({Role.CLERK}), date(2027, 12, 31)), "Hoàng Thị Lan", DESK)


@dataclass
class FakeLogin:
    """One user; the wait after a wrong password is what a test sets."""

    wait_s: int = 0
    trained: int = 0
    asked: list[tuple[str, str]] = field(default_factory=list)

    def user_ids(self) -> Sequence[str]:
        return ("lan", "minh")

    def log_in(self, user: str, password: str) -> Session:
        self.asked.append((user, password))
        if self.wait_s:
            raise DeskError("login.wait", "password", seconds=self.wait_s)
        if (user, password) != ("lan", PASSWORD):
            raise DeskError("login.wrong_password", "password")
        return SESSION

    def hint(self) -> str:
        return "Bàn dùng thử: tên đăng nhập lan hoặc minh, mật khẩu dung-thu-kt1. Mọi giấy in ra đều ghi DÙNG THỬ."

    def train(self) -> None:
        self.trained += 1


class FakeWindow:
    """Status, search and lock for the main window."""

    def __init__(self) -> None:
        self.others: dict[str, str] = {}
        """Passwords of other users of the desk."""
        self.shown = DeskStatus(
            shift="2",
            link="Chưa nối trung tâm",
            link_tone=Tone.WARN,
            waiting=17,
            printers=(
                PrinterState("Máy in nhãn: hết giấy", Tone.BAD),
                PrinterState("Máy in A5: sẵn sàng", Tone.CALM),
            ),
            now_ms=NOW_MS,
            offset_min=OFFSET_MIN,
        )
        self.hits: tuple[SearchHit, ...] = (
            SearchHit("agency", "a1", "Sở Nội vụ tỉnh Lạng Sơn", "Số 9 Hoàng Văn Thụ, P. Lương Văn Tri"),
            SearchHit("item", "ME473124815VN", "ME 473 124 815 VN", "14:47 hôm nay, Tòa án nhân dân tỉnh"),
        )

    def status(self) -> DeskStatus:
        return self.shown

    def search(self, text: str, limit: int) -> Sequence[SearchHit]:
        return self.hits[:limit] if text and text != UNKNOWN else ()

    def check_password(self, user: str, password: str) -> None:
        if {**self.others, "lan": PASSWORD}.get(user) != password:
            raise DeskError("login.wrong_password", "password")


def item_row(at: int, **changes: object) -> ItemRow:
    """The how-many-eth example item; `changes` name fields of `ItemRow`."""
    receiver = _RECEIVERS[at % len(_RECEIVERS)]
    urgency, secrecy = _KINDS[at % len(_KINDS)]
    secret = secrecy != "none"
    made = ItemRow(
        item=_NUMBERS[at % len(_NUMBERS)],
        event=EventId(0, Stream.KT1, 1, at + 3),
        proof="1a2b 3c4d 5e6f",
        product="KT1001",
        urgency=urgency,
        secrecy=secrecy,
        scope="intra",
        weight_g=120 + 10 * at,
        accepted_ms=NOW_MS - (5 + 6 * at) * 60_000,
        deadline_ms=NOW_MS + (50 * at - 12) * 60_000,
        agreed_ms=0,
        shift="2026-11-22/2",
        user="lan",
        payment="account",
        sender=None if secret else Party("a1", "Sở Nội vụ tỉnh Lạng Sơn", "Số 9 Hoàng Văn Thụ", "20"),
        receiver=None if secret else Party(f"r{at}", receiver, "", "20"),
        charge=Charge("sample", "sample", (("base", 15_000),), 1_000, 1_500, 16_500 + 7_000 * (at % 4)),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


ITEMS_COUNT = 18
_RECEIVERS = (
    "Tòa án nhân dân tỉnh Lạng Sơn",
    "UBND xã Hữu Liên",
    "Công an tỉnh Lạng Sơn",
    "Ban Tổ chức Tỉnh ủy",
    "Sở Tài chính tỉnh Lạng Sơn",
)
_KINDS = (("none", "none"), ("timed", "none"), ("express", "C"), ("express", "none"), ("none", "B"))
_NUMBERS = (
    "ME473124829VN",
    "ME473124815VN",
    "ME473124801VN",
    "ME473124792VN",
    "ME473124789VN",
    "ME473124775VN",
)


def open_shift(cash_dong: int = 114_600) -> ShiftRow:
    """The shift of the examples, open since 13:00."""
    return ShiftRow(
        "2026-11-22/2", "2026-11-22", "D0", "lan", 1_200_000, cash_dong, 38, NOW_MS - 112 * 60_000
    )

"""What pages need, in memory: small and honest, for tests of pages alone. The stories use the real services.

Everything is deterministic; time is what a test sets.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from kt1desk.desktop.needs import (
    Administrator,
    Choice,
    DeskFileSummary,
    DeskStatus,
    DeviceChoices,
    DeviceSettings,
    PrinterChoices,
    PrinterProfile,
    PrinterState,
    ShiftView,
    TodayView,
    Tone,
    Weighing,
)
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import EventId, Stream
from kt1desk.domain.facts import Charge, Party
from kt1desk.domain.permissions import Actor, Role
from kt1desk.services.papers import ReprintReason
from kt1desk.services.rows import DeskRow, ItemRow, PaperRow, SearchHit, ShiftRow
from kt1desk.services.sessions import Session
from kt1desk.services.shifts import Closing

NOW_MS = 1_795_333_920_000
"""Sunday 22/11/2026 14:52 at the counter (UTC+7)."""
OFFSET_MIN = 420
PASSWORD = "chim-se-nau-15"
NOTES = (500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000)
DESK = DeskRow(0, 1, "240000", "trial", "00" * 32)
SESSION = Session(Actor("lan", frozenset({Role.CLERK}), date(2027, 12, 31)), "Hoàng Thị Lan", DESK)


@dataclass
class FakeLogin:
    """One user; the wait after a wrong password is what a test sets."""

    wait_s: int = 0
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


class FakeWindow:
    """Status, search and lock for the main window."""

    def __init__(self) -> None:
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
        return self.hits[:limit] if text else ()

    def check_password(self, user: str, password: str) -> None:
        if (user, password) != ("lan", PASSWORD):
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


@dataclass
class FakeShift:
    """One drawer; remembers what it was asked."""

    open: ShiftRow | None = None
    last: ShiftRow | None = None
    items: tuple[ItemRow, ...] = ()

    def shift_view(self) -> ShiftView:
        float_dong = self.last.counted_dong if self.last else 0
        return ShiftView(self.open, self.last, date(2026, 11, 22), float_dong, NOTES, self.items, OFFSET_MIN)

    def start_shift(self, business_date: date, float_dong: int) -> ShiftRow:
        if abs((business_date - date(2026, 11, 22)).days) > 1:
            raise DeskError(
                "shift.date_far", "business_date", date=f"{business_date:%d/%m/%Y}", today="22/11/2026"
            )
        self.open = ShiftRow(
            f"{business_date.isoformat()}/1", business_date.isoformat(), "D0", "lan", float_dong, 0, 0, NOW_MS
        )
        return self.open

    def close_shift(self, counted_dong: int) -> Closing:
        if self.open is None:
            raise DeskError("shift.not_open")
        expected = self.open.float_dong + self.open.cash_dong
        self.last = replace(self.open, closed_ms=NOW_MS, counted_dong=counted_dong)
        self.open = None
        return Closing(self.last.shift, counted_dong, expected)


def open_shift(cash_dong: int = 114_600) -> ShiftRow:
    """The shift of the examples, open since 13:00."""
    return ShiftRow(
        "2026-11-22/2", "2026-11-22", "D0", "lan", 1_200_000, cash_dong, 38, NOW_MS - 112 * 60_000
    )


class FakeToday:
    """A day with work in it."""

    def __init__(self) -> None:
        items = tuple(sorted((item_row(at) for at in range(ITEMS_COUNT)), key=lambda row: row.deadline_ms))
        self.shown = TodayView(
            True, 38, len(items), 3, 2, 212, False, (("8", 4), ("9", 7), ("10", 5)), items, NOW_MS, OFFSET_MIN
        )

    def today(self) -> TodayView:
        return self.shown


RECOVERY_CODE = "7Q2KM-9XTRB-4HC0N-VW8EA-J5PZD-3"
FINGERPRINT = "ABCDE-FGHJK-MNPQR-STVWX-C"


@dataclass
class FakeFirstRun:
    """A province with one desk file; `full_disk` refuses when the desk is made."""

    full_disk: bool = False
    made: list[tuple[str, Administrator]] = field(default_factory=list)

    def read_desk_file(self, path: str, fingerprint: str) -> DeskFileSummary:
        if not path.endswith("240000.kt1desk"):
            raise DeskError("desk_file.unreadable", "desk_file")
        if path.startswith("/forged"):
            raise DeskError("desk_file.forged", "desk_file")
        if fingerprint.upper() != FINGERPRINT:
            raise DeskError("desk_file.fingerprint_typo", "fingerprint")
        return DeskFileSummary("240000", "Bưu cục Kỳ Lừa", 17, 10_000)

    def check_administrator(self, administrator: Administrator) -> None:
        if not administrator.user.isalnum():
            raise DeskError("user.id_shape", "user", limit=16)
        if len(administrator.password) < 14:
            raise DeskError("key.password_too_short", "password", least=14)

    def create(self, path: str, fingerprint: str, administrator: Administrator) -> str:
        self.read_desk_file(path, fingerprint)
        return self._make("production", administrator)

    def create_trial(self, administrator: Administrator) -> str:
        return self._make("trial", administrator)

    def _make(self, mode: str, administrator: Administrator) -> str:
        if self.full_disk:
            raise DeskError("disk.full")
        self.made.append((mode, administrator))
        return RECOVERY_CODE


LANGUAGES = {
    "label": (Choice("zpl", "ZPL (Zebra)"), Choice("tspl", "TSPL (TSC, Xprinter)"), Choice("pdf", "Tệp PDF")),
    "receipt": (Choice("system", "Máy in của máy tính"), Choice("pdf", "Tệp PDF")),
}


@dataclass
class FakePrinters:
    """Two ports that were found, and one whose address is typed. `missing` refuses the test page."""

    missing: bool = False
    profiles: dict[str, PrinterProfile] = field(default_factory=dict)
    tests: list[str] = field(default_factory=list)

    def choices(self, role: str) -> PrinterChoices:
        ports = (
            Choice("/dev/ttyUSB0", "Cổng nối tiếp USB (Prolific)"),
            Choice("/dev/usb/lp0", "Máy in USB Xprinter XP-420B"),
            Choice("tcp", "Máy in mạng, gõ địa chỉ"),
            Choice("pdf", "Ghi tệp PDF vào một thư mục"),
        )
        profile = self.profiles.get(role)
        state = PrinterState(
            "đã đặt, sẵn sàng" if profile else "chưa đặt", Tone.GOOD if profile else Tone.WARN
        )
        return PrinterChoices(LANGUAGES[role], ports, ("tcp", "pdf"), profile, state)

    def save_profile(self, profile: PrinterProfile) -> None:
        if profile.port == "tcp" and ":" not in profile.target:
            raise DeskError("printer.address_missing", "target")
        self.profiles[profile.role] = profile

    def print_test(self, role: str) -> str:
        if self.missing:
            raise DeskError("printer.missing")
        self.tests.append(role)
        return "Đã gửi trang thử tới máy in. Xem trang in: mã vạch sắc nét, đủ dấu tiếng Việt."


def paper_row(job: int, state: str = "done", **changes: object) -> PaperRow:
    """A label of the examples; `changes` name fields of `PaperRow`."""
    item = item_row(job // 2).item
    role = "receipt" if job % 2 else "label"
    evidence = "scanned" if job % 3 else "transport_only"
    made = PaperRow(
        job,
        item,
        role,
        1,
        state,
        evidence if state == "done" else "",
        "",
        NOW_MS - job * 180_000,
        "label.serial",
    )
    return replace(made, **changes)  # type: ignore[arg-type]


@dataclass
class FakePapers:
    """A queue of papers; remembers the answers."""

    rows: dict[int, PaperRow] = field(default_factory=dict)
    answers: list[tuple[str, int]] = field(default_factory=list)

    @classmethod
    def busy(cls) -> FakePapers:
        """Twenty papers, two of them in doubt and one that waits."""
        rows = {at: paper_row(at) for at in range(1, 20)}
        rows[2] = paper_row(2, "unknown", reason="print.interrupted")
        rows[5] = paper_row(5, "unknown", reason="print.interrupted")
        rows[1] = paper_row(1, "queued", reason="printer.missing")
        return cls(rows)

    def questions(self) -> Sequence[PaperRow]:
        return [row for row in self.rows.values() if row.state == "unknown"]

    def papers(self, limit: int) -> Sequence[PaperRow]:
        return sorted(self.rows.values(), key=lambda row: -row.created_ms)[:limit]

    def is_printed(self, job: int) -> None:
        self.answers.append(("printed", job))
        self.rows[job] = replace(self.rows[job], state="done", evidence="clerk", reason="")

    def print_again(self, job: int, reason: ReprintReason) -> None:
        self.answers.append((reason.value, job))
        old = self.rows[job]
        if old.state == "unknown":
            self.rows[job] = replace(old, state="cancelled", reason="print.reprinted")
        made = max(self.rows) + 1
        self.rows[made] = replace(
            old, job=made, copy=old.copy + 1, state="queued", reason="", created_ms=NOW_MS
        )

    def release(self, job: int) -> None:
        self.answers.append(("release", job))
        self.rows[job] = replace(self.rows[job], reason="")


@dataclass
class FakeDevices:
    """Two ports and a scale that shows what a test puts on it; `silent` makes it say nothing."""

    settings: DeviceSettings = field(default_factory=lambda: DeviceSettings(True, 0, "", "", "continuous"))
    grams: int = 2_340
    silent: bool = False

    def choices(self) -> DeviceChoices:
        ports = (
            Choice("/dev/ttyUSB0", "/dev/ttyUSB0 – USB-Serial Controller (Prolific)"),
            Choice("/dev/ttyACM0", "/dev/ttyACM0 – Honeywell 1470g"),
        )
        protocols = (
            Choice("continuous", "Gửi liên tục (A&D, CAS, Toledo, ...)"),
            Choice("a_and_d", "A&D, hỏi Q"),
            Choice("cas", "CAS, hỏi W"),
            Choice("mt_sics", "Mettler-Toledo MT-SICS, hỏi SI"),
            Choice("enq", "Hỏi ENQ"),
        )
        return DeviceChoices(ports, protocols, self.settings)

    def save_devices(self, settings: DeviceSettings) -> None:
        if settings.scanner_port and settings.scanner_port == settings.scale_port:
            raise DeskError("scale.port_taken", "scale_port")
        self.settings = settings

    def weigh(self) -> Weighing:
        if not self.settings.scale_port:
            return Weighing(None, stable=False, text="Chưa cài cân")
        if self.silent:
            raise DeskError("scale.silent", "scale_port")
        return Weighing(self.grams, stable=True, text=f"Cân: {self.grams} g, ổn định")

"""First run, papers and devices in memory, for tests of pages alone. Deterministic; they remember what they were asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from kt1desk.desktop.needs import (
    Administrator,
    Choice,
    DeskFileSummary,
    DeviceChoices,
    DeviceSettings,
    PrinterState,
    Tone,
    Weighing,
)
from kt1desk.domain.errors import DeskError
from kt1desk.services.papers import ReprintReason
from kt1desk.services.rows import PaperRow
from tests.support.desk_fakes import NOW_MS, item_row

RECOVERY_CODE = "7Q2KM-9XTRB-4HC0N-VW8EA-J5PZD-3"
FINGERPRINT = "ABCDE-FGHJK-MNPQR-STVWX-C"
KIT_CODE = "7Q2KM-9XTRB-4HC0N-VW8EA-J5PZD-3"
BRINGS = (
    "Bộ cài số 1. Dải số: MA 1.000–1.999 (1.000 số); ME 50.000–50.999 (1.000 số).",
    "Máy in nhãn: TSPL, USB, nhãn 100 × 60 mm; Máy in phiếu: máy in của hệ thống, A4: sẽ in thử.",
    "Danh sách sẽ nhập: cơ quan, thủ tục, người dùng.",
    "Có tệp đường mạng: bàn nối trung tâm ngay khi đăng nhập.",
)
KIT_TOLD = (
    "Danh sách cơ quan: đã thêm: 214 dòng.",
    "Danh sách thủ tục: đã thêm: 1.870 dòng; không nhận: 2 dòng.",
    "Đường mạng tới gate.example.vn đã nhập.",
)


@dataclass
class FakeFirstRun:
    """A province with one desk file and one kit; `full_disk` refuses when the desk is made."""

    full_disk: bool = False
    of_kit: bool = False
    made: list[tuple[str, Administrator]] = field(default_factory=list)

    def read_desk_file(self, path: str, fingerprint: str, code: str = "") -> DeskFileSummary:
        if path.endswith("240000.kt1kit") or "kit-khac-ten" in path:
            return self._read_kit(fingerprint, code)
        if not path.endswith("240000.kt1desk"):
            raise DeskError("file.gone", "desk_file")
        if path.startswith("/forged"):
            raise DeskError("desk_file.forged", "desk_file")
        if fingerprint.upper() != FINGERPRINT:
            raise DeskError("desk_file.fingerprint_typo", "fingerprint")
        return DeskFileSummary("240000", "Bưu cục Kỳ Lừa", 17, 10_000)

    def _read_kit(self, fingerprint: str, code: str) -> DeskFileSummary:
        if fingerprint.upper() != FINGERPRINT:
            raise DeskError("kit.wrong_province", "desk_file")
        if not code:
            raise DeskError("kit.code_missing", "one_time_code", device=17, point="240000")
        if code.upper() != KIT_CODE:
            raise DeskError("kit.wrong_code", "one_time_code", device=17, issue=1)
        return DeskFileSummary("240000", "Bưu cục Kỳ Lừa", 17, 2_000, BRINGS)

    def check_administrator(self, administrator: Administrator) -> None:
        if not administrator.user.isalnum():
            raise DeskError("user.id_shape", "user", limit=16)
        if len(administrator.password) < 14:
            raise DeskError("key.password_too_short", "password", least=14)

    def create(self, path: str, fingerprint: str, administrator: Administrator, code: str = "") -> str:
        self.of_kit = bool(self.read_desk_file(path, fingerprint, code).brings)
        return self._make("production", administrator)

    def kit_told(self) -> Sequence[str]:
        return KIT_TOLD if self.of_kit else ()

    def create_trial(self, administrator: Administrator) -> str:
        return self._make("trial", administrator)

    def _make(self, mode: str, administrator: Administrator) -> str:
        if self.full_disk:
            raise DeskError("disk.full")
        self.made.append((mode, administrator))
        return RECOVERY_CODE


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
    states: dict[str, PrinterState] = field(
        default_factory=lambda: {
            "label": PrinterState("Máy in nhãn: Xprinter XP-420B", Tone.CALM),
            "receipt": PrinterState("Máy in phiếu: ghi PDF vào thư mục", Tone.CALM),
            "roll": PrinterState("Máy in cuộn: chưa cài", Tone.CALM),
        }
    )

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

    def printers(self) -> Mapping[str, PrinterState]:
        return self.states


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
            Choice("mt_sics", "MT-SICS, Mettler-Toledo, hỏi SI"),
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

"""Scenes of «Nhật ký an ninh», and the needs behind them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt

from kt1desk.desktop.admin.audit_page import AuditPage
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.navigation import Place
from kt1desk.desktop.needs import Choice
from kt1desk.desktop.needs.audit import AuditAsked, AuditLine, AuditView
from kt1desk.desktop.pages.admin import AdminPage
from kt1desk.domain.errors import DeskError
from tests.support.clocks import NOON_MS
from tests.support.keys import press, type_text
from tests.support.stage import Scene, desk, settle

HA, SON, PROGRAM = "Hoàng Thị Hà", "Lý Ngọc Sơn", "Chương trình"
LINES = (
    (HA, "Bị từ chối", "xuất nhật ký an ninh: vai trò không có quyền này", True),
    (PROGRAM, "Đồng hồ máy bị chỉnh", "lùi 3 phút", True),
    (SON, "Đặt mật khẩu", "của ha, lần thứ 2", False),
    (SON, "Ghi người dùng", "ha: Giao dịch viên; làm KT1 đến 22/11/2027", False),
    (SON, "Đăng nhập", "bằng mật khẩu, trước đó 2 lần sai mật khẩu", True),
    (HA, "Thôi làm việc", "đổi người", False),
    (HA, "Sao lưu", "ổ đĩa thứ hai; đã đọc lại và kiểm tra", False),
    (HA, "Xuất dữ liệu", "báo cáo kết quả danh sách, 120 dòng; tệp 3fa91c20b7d4", False),
    (HA, "Đổi cài đặt", "máy in nhãn", False),
    (PROGRAM, "Kiểm tra sổ", "1842 sự kiện, nguyên vẹn", False),
    (HA, "Đăng nhập", "bằng mật khẩu", False),
)


@dataclass
class FakeAudit:
    """The log as the page sees it; what was asked for and exported is kept."""

    refused: str = ""
    asked: list[AuditAsked] = field(default_factory=list)
    exported: list[str] = field(default_factory=list)

    def log(self, asked: AuditAsked) -> AuditView:
        self.asked.append(asked)
        if self.refused:
            raise DeskError(self.refused, "user", act="see_audit")
        shown = tuple(
            AuditLine(f"0.2.1.{90 - at}", NOON_MS - at * 700_000, *line[:3], "1a2b 3c4d 5e6f", line[3])
            for at, line in enumerate(LINES)
        )
        return AuditView(shown, more=asked == AuditAsked(), offset_min=420)

    def people_of_log(self, text: str) -> Sequence[Choice]:
        people = (Choice("ha", f"{HA} (ha)"), Choice("son", f"{SON} (son)"))
        return [each for each in people if text.lower() in each.text.lower()]

    def kinds_of_log(self, text: str) -> Sequence[Choice]:
        kinds = (Choice("sessions", "Đăng nhập, đăng xuất"), Choice("refusals", "Bị từ chối quyền"))
        return [each for each in kinds if text.lower() in each.text.lower()]

    def proposed_file(self) -> str:
        return "/media/usb/nhat-ky-ban-7-20261123-1200.kt1log"

    def export_log(self, asked: AuditAsked, path: str) -> int:
        self.asked.append(asked)
        if path in self.exported:
            raise DeskError("extract.exists", "file")
        self.exported.append(path)
        return len(LINES)


def window_of(jobs: Jobs, needs: FakeAudit) -> MainWindow:
    """The page in its place, with the log behind it."""
    page = AdminPage({"Nhật ký an ninh": AuditPage(needs, jobs)})
    return desk(jobs, {Place.ADMIN: page}, Place.ADMIN)


def _day_slip(jobs: Jobs) -> MainWindow:
    window = window_of(jobs, FakeAudit())
    type_text("31/2")
    press(Qt.Key.Key_F9)
    settle(jobs)
    return window


def _taken(jobs: Jobs) -> MainWindow:
    window = window_of(jobs, FakeAudit())
    for _ in range(2):
        press(Qt.Key.Key_F9)
        settle(jobs)
    return window


AUDIT_SCENES: Mapping[str, Scene] = {
    "audit": lambda jobs: window_of(jobs, FakeAudit()),
    "audit-day": _day_slip,
    "audit-taken": _taken,
    "audit-refused": lambda jobs: window_of(jobs, FakeAudit("user.not_allowed")),
}

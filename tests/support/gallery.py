"""A window with every widget of the desk in every state, to be looked at, audited, and shown on other systems.

The names and prices are examples. Nothing here is a page: pages are tested where they live.

Pictures of all themes, with a screen at hand::

    python -m tests.support.gallery FOLDER
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kt1desk.desktop.look.icons import Icon
from kt1desk.desktop.look.theme import THEMES
from kt1desk.desktop.look.wear import wear
from kt1desk.desktop.widgets import (
    Hint,
    Place,
    Rail,
    Role,
    SearchHit,
    SearchPopup,
    StatusLine,
    StatusPart,
)
from tests.support.gallery_sheets import AcceptanceSheet, TodaySheet

SCREEN = (1366, 768)
PLACES = (
    Place("today", "Hôm nay", "Alt+Home", Icon.LAYOUT_DASHBOARD),
    Place("acceptance", "Chấp nhận KT1", "F2", Icon.MAIL_CHECK),
    Place("dossiers", "Hồ sơ TTHC", "F3", Icon.FILE_TEXT),
    Place("dispatches", "Chuyến thư", "F4", Icon.TRUCK),
    Place("delivery", "Phát", "F5", Icon.SEND),
    Place("shift", "Ca & quỹ", "F6", Icon.CASH),
    Place("reports", "Báo cáo", "F7", Icon.CHART_BAR),
)
HITS = (
    SearchHit("a1", "Sở Nội vụ tỉnh Lạng Sơn", "Số 9 Hoàng Văn Thụ, P. Lương Văn Tri", "Cơ quan"),
    SearchHit("a2", "UBND xã Vũ Lăng", "Xã Vũ Lăng, Lạng Sơn", "Cơ quan"),
    SearchHit("i1", "ME 473 124 815 VN", "14:47 hôm nay, Tòa án nhân dân tỉnh", "Bưu gửi"),
    SearchHit("c1", "Chấp nhận KT1", "", "Lệnh", "F2"),
)


class GalleryWindow(QWidget):
    """Rail, two sheets of widgets, status line; as large as the counter's screen."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("KT1 Desk")
        self.rail, self.status = _rail(self), _status(self)
        self.acceptance, self.today = AcceptanceSheet(self), TodaySheet(self)
        self.sheets = QStackedWidget(self)
        self.sheets.addWidget(self.acceptance)
        self.sheets.addWidget(self.today)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addWidget(self.sheets, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(middle, 1)
        column.addWidget(self.status)
        self.popup = SearchPopup(self.acceptance.command, self)

    def show_sheet(self, place: str) -> None:
        """Turn to "acceptance" or "today"."""
        self.rail.set_current(place)
        self.sheets.setCurrentWidget(self.acceptance if place == "acceptance" else self.today)


def _rail(parent: QWidget) -> Rail:
    rail = Rail(parent)
    rail.set_identity("Bàn KT1", "Bưu cục Kỳ Lừa · 240000")
    rail.set_places(PLACES)
    rail.set_hints([Hint("Trợ giúp", "F1"), Hint("Che màn hình", "F12")])
    return rail


def _status(parent: QWidget) -> StatusLine:
    line = StatusLine(parent)
    line.set_parts(
        [
            StatusPart("shift", Icon.USER, "Ca 2 · Hoàng Thị Lan"),
            StatusPart("link", Icon.WIFI_OFF, "Ngoại tuyến từ 14:32 · 17 việc chờ gửi", Role.WARN),
            StatusPart("label-printer", Icon.ALERT_TRIANGLE, "Máy in nhãn: hết giấy", Role.ERROR),
            StatusPart("page-printer", Icon.PRINTER, "Máy in A4: sẵn sàng"),
        ]
    )
    line.set_clock("14:52 · CN 22/11/2026")
    return line


def grab_all(app: QApplication, folder: Path) -> list[Path]:
    """Save a picture of both sheets in every theme; returns the files."""
    saved = []
    for name, theme in THEMES.items():
        wear(app, theme)
        window = GalleryWindow()
        window.resize(*SCREEN)
        window.show_sheet("acceptance")
        window.show()
        window.activateWindow()
        QTest.qWaitForWindowActive(window)
        window.acceptance.secrecy.setFocus()
        app.processEvents()
        saved.append(_save(window, folder / f"acceptance-{name}.png"))
        window.acceptance.command.setFocus()
        window.acceptance.command.setText("so noi vu")
        window.popup.show_hits(HITS, "và 12 kết quả nữa: gõ thêm để thu hẹp")
        app.processEvents()
        saved.append(_save(window, folder / f"popup-{name}.png"))
        window.show_sheet("today")
        window.today.table.setFocus()
        app.processEvents()
        saved.append(_save(window, folder / f"today-{name}.png"))
        window.close()
    return saved


def _save(window: QWidget, path: Path) -> Path:
    if not window.grab().save(str(path)):
        raise OSError(f"cannot write {path}")
    return path


def main() -> int:
    """Command line: the folder for the pictures."""
    app = QApplication(sys.argv[:1])
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for path in grab_all(app, folder):
        print(path.name)
    return 0


if __name__ == "__main__":
    sys.exit(main())

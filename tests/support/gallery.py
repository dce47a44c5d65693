"""A window with every widget of the desk in every state, to be looked at, audited, and shown on other systems.

The names and prices are examples. Nothing here is a page: pages are tested where they live.

Pictures of all themes, with a screen at hand::

    python -m tests.support.gallery FOLDER
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kt1desk.desktop.look.fonts import FAMILY
from kt1desk.desktop.look.icons import Icon
from kt1desk.desktop.look.theme import THEMES
from kt1desk.desktop.look.wear import wear
from kt1desk.desktop.widgets import (
    ActionButton,
    Card,
    ChecklistRow,
    Choice,
    Column,
    FieldEdit,
    FieldRow,
    Hint,
    IconLabel,
    KeyCap,
    MoneyRow,
    MoneyTable,
    NoteLabel,
    Place,
    PreviewPane,
    Rail,
    Role,
    SearchHit,
    SearchPopup,
    SegmentedChoice,
    StatusLine,
    StatusPart,
    TableRow,
    Tile,
    TileCard,
    WholeRowsTable,
    set_role,
)

SCREEN = (1366, 768)
PLACES = (
    Place("today", "Hôm nay", "F1", Icon.LAYOUT_DASHBOARD),
    Place("acceptance", "Chấp nhận KT1", "F2", Icon.MAIL_CHECK),
    Place("dossiers", "Hồ sơ TTHC", "F3", Icon.FILE_TEXT),
    Place("dispatches", "Chuyến thư", "F4", Icon.TRUCK),
    Place("delivery", "Phát", "F5", Icon.SEND),
    Place("shift", "Ca & quỹ", "F6", Icon.CASH),
    Place("reports", "Báo cáo", "F7", Icon.CHART_BAR),
)
COLUMNS = (
    Column("Giờ", 68),
    Column("Số hiệu", 172),
    Column("Người nhận"),
    Column("Loại", 84, hide_below=700),
    Column("Cước", 80, right=True),
    Column("Nhãn", 150),
)
ROWS = (
    TableRow("1", ("14:47", "ME 473 124 815 VN", "Tòa án nhân dân tỉnh", "KT1", "16.500", "Đã in")),
    TableRow(
        "2",
        ("14:41", "ME 473 124 801 VN", "UBND xã Hữu Liên", "Hẹn giờ", "37.500", "Đã gửi tới máy in"),
        {5: Role.WARN},
    ),
    TableRow("3", ("14:36", "ME 473 124 793 VN", "Công an tỉnh Lạng Sơn", "C", "51.000", "Đã in")),
    TableRow(
        "4",
        ("14:29", "ME 473 124 780 VN", "Ban Tổ chức Tỉnh ủy", "Hỏa tốc", "61.500", "Chưa in: hết giấy"),
        {5: Role.ERROR},
    ),
    TableRow("5", ("14:20", "ME 473 124 776 VN", "Sở Tài chính tỉnh Lạng Sơn", "KT1", "16.500", "Đã in")),
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


class AcceptanceSheet(QWidget):
    """Fields in every state, segments, a checklist, a table, money and a preview."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.command = FieldEdit(self)
        self.command.setPlaceholderText("Quét ở bất cứ đâu, hoặc gõ để tìm")
        self.command.setAccessibleName("Ô quét và tìm")
        self.command.set_leading_icon(Icon.SEARCH, "Tìm")
        self.command.setFixedWidth(470)
        self.weight = FieldEdit(self)
        self.check = ChecklistRow(self, text="Bì nguyên vẹn, dán kín, có dấu KT1, không ghi chữ về độ mật")
        self.check.setChecked(True)
        self.secrecy = SegmentedChoice(
            self,
            choices=[Choice("none", "Không", "0"), *(Choice(letter, letter, letter) for letter in "ABC")],
        )
        self.urgency = SegmentedChoice(
            self,
            choices=[
                Choice("plain", "Thường", "1"),
                Choice("express", "Hỏa tốc", "2"),
                Choice("timed", "Hẹn giờ", "3"),
                Choice("express-timed", "Hỏa tốc hẹn giờ", "4"),
            ],
        )
        self.secrecy.set_value("B")
        self.urgency.set_value("express")
        self.table = WholeRowsTable(self)
        self.table.setAccessibleName("Vừa chấp nhận trong ca")
        self.table.show_rows(COLUMNS, ROWS)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(12)
        row.addLayout(self._centre(), 1)
        row.addWidget(self._right())

    def _centre(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(12)
        top = QHBoxLayout()
        top.setSpacing(16)
        title = QLabel("Chấp nhận KT1", self)
        set_role(title, Role.H1)
        top.addWidget(title)
        top.addStretch(1)
        top.addWidget(self.command)
        top.addWidget(KeyCap(self, text="Ctrl K"))
        column.addLayout(top)
        column.addWidget(self._form())
        recent = Card(self)
        recent.set_title("Vừa chấp nhận trong ca", NoteLabel(text="38 bưu gửi · 3 hẹn giờ"))
        recent.body.setContentsMargins(16, 8, 8, 8)
        recent.body.setSpacing(4)
        recent.body.addWidget(self.table, 1)
        column.addWidget(recent, 1)
        return column

    def _form(self) -> Card:
        card = Card(self)
        card.body.setSpacing(2)
        number = FieldEdit()
        number.setProperty("big", True)
        number.setProperty("vietnamese_input", False)
        number.setText("ME 473 124 829 VN")
        rows = [FieldRow("Số hiệu", number)]
        number.show_done("Đúng số kiểm tra · cuộn nhãn còn 212 số", Role.OK)
        for label, text, note in (
            (
                "Người gửi",
                "Sở Nội vụ tỉnh Lạng Sơn",
                "Số 9 Hoàng Văn Thụ, P. Lương Văn Tri · Hợp đồng KT1-014, ghi nợ tháng",
            ),
            (
                "Người nhận",
                "UBND xã Vũ Lăng",
                "Xã Vũ Lăng, Lạng Sơn · nội tỉnh · chuyến đi gần nhất 16:30, còn 1 giờ 38 phút",
            ),
        ):
            edit = FieldEdit()
            edit.setText(text)
            rows.append(FieldRow(label, edit))
            edit.show_done(note)
        secrecy, urgency = FieldRow("Ký hiệu bì", self.secrecy), FieldRow("Độ khẩn", self.urgency)
        secrecy.note.show_note("Phím 0 A B C · đóng một bì, chữ B ở ngoài")
        urgency.note.show_note("Mã KT1009 · KT1 Hỏa tốc – B")
        for each in [*rows, secrecy, urgency, self._weight_row()]:
            card.body.addWidget(each)
        card.body.addWidget(self.check)
        return card

    def _weight_row(self) -> FieldRow:
        side = QWidget(self)
        line = QHBoxLayout(side)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.weight)
        line.addWidget(QLabel("gam", side))
        line.addStretch(1)
        line.addWidget(NoteLabel(side, text="Cân: 2.340 g, ổn định"))
        self.weight.setFixedWidth(120)
        self.weight.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.weight.setProperty("vietnamese_input", False)
        self.weight.setProperty("max_chars", 6)
        self.weight.setText("2.340")
        self.weight.setAccessibleName("Khối lượng, gam")
        row = FieldRow("Khối lượng", side)
        row.label.setBuddy(self.weight)
        self.weight.attach_note(row.note)
        self.weight.show_error("Quá 2.000 g: cân lại, hoặc chọn “Kiện” (phím K) rồi Enter")
        return row

    def _right(self) -> QWidget:
        right = QWidget(self)
        right.setFixedWidth(328)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(_deadline_card(right))
        column.addWidget(_price_card(right))
        label = Card(right)
        label.set_title("Nhãn", NoteLabel(text="100 × 60 mm"))
        self.preview = PreviewPane(label)
        self.preview.set_image(sample_label(), "Xem trước nhãn: ME 473 124 829 VN, Hỏa tốc, B")
        label.body.addWidget(self.preview)
        column.addWidget(label)
        column.addStretch(1)
        missing = QHBoxLayout()
        missing.setSpacing(6)
        missing.addWidget(IconLabel(right, icon=Icon.ALERT_TRIANGLE, ink="danger", size=16))
        missing.addWidget(NoteLabel(right, text="Còn 1 mục phải sửa: Khối lượng", role=Role.ERROR), 1)
        column.addLayout(missing)
        save = ActionButton(right, text="Lưu, in nhãn", key="F9", kind="primary")
        save.setEnabled(False)
        column.addWidget(save)
        keys = QHBoxLayout()
        keys.setSpacing(6)
        for at, (key, text) in enumerate((("Esc", "lùi một bước"), ("F8", "như bì trước"))):
            if at:
                keys.addStretch(1)
            keys.addWidget(KeyCap(right, text=key))
            keys.addWidget(NoteLabel(right, text=text))
        column.addLayout(keys)
        return right


class TodaySheet(QWidget):
    """Tiles, boxes, buttons, and a table of many rows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        title = QLabel("Hôm nay", self)
        set_role(title, Role.H1)
        column.addWidget(title)
        tiles = QHBoxLayout()
        tiles.setSpacing(12)
        for tile in (
            Tile("Đã chấp nhận", "38", "hôm qua 41", (22, 30, 35, 28, 41, 36, 38)),
            Tile("Chờ đi", "12", "chuyến 16:30", (5, 8, 9, 14, 11, 9, 12)),
            Tile("Chờ phát", "7", "2 hẹn giờ", (3, 6, 5, 8, 7, 6, 7)),
            Tile(
                "Sắp trễ",
                "1",
                "Hỏa tốc, còn 12 phút",
                (0, 1, 0, 0, 2, 0, 1),
                Role.ERROR,
                Icon.ALERT_TRIANGLE,
            ),
        ):
            tiles.addWidget(TileCard(self, tile=tile))
        column.addLayout(tiles)
        card = Card(self)
        card.set_title("Phải rời điểm trước", NoteLabel(text="xếp theo hạn"))
        self.table = WholeRowsTable(card)
        self.table.setAccessibleName("Phải rời điểm trước")
        self.table.show_rows(COLUMNS, [ROWS[at % len(ROWS)] for at in range(60)])
        self.table.selectRow(2)
        card.body.addWidget(self.table, 1)
        column.addWidget(card, 1)
        column.addLayout(self._boxes())

    def _boxes(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(12)
        for at, (role, text) in enumerate(
            (
                (Role.OK_BOX, "Đã giao ca, sổ khớp quỹ"),
                (Role.WARN_BOX, "Bản dùng thử: không dùng cho bưu gửi thật"),
                (Role.ERROR_BOX, "Đồng hồ máy lệch 3 giờ"),
            )
        ):
            box = QLabel(text, self)
            set_role(box, role)
            grid.addWidget(box, 0, at)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText("Tìm trong danh sách")
        self.search.setAccessibleName("Tìm trong danh sách")
        plain = ActionButton(self, text="In lại nhãn", key="F10")
        cancel = ActionButton(self, text="Hủy số hiệu", key="Ctrl D", kind="danger")
        grid.addWidget(self.search, 1, 0)
        grid.addWidget(plain, 1, 1)
        grid.addWidget(cancel, 1, 2)
        return grid


def _rail(parent: QWidget) -> Rail:
    rail = Rail(parent)
    rail.set_identity("Bàn KT1", "Bưu cục Kỳ Lừa · 240000")
    rail.set_places(PLACES)
    rail.set_hints([Hint("Trợ giúp", "Shift+F1"), Hint("Che màn hình", "F12")])
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


def _deadline_card(parent: QWidget) -> Card:
    card = Card(parent)
    mark = QWidget(card)
    line = QHBoxLayout(mark)
    line.setContentsMargins(0, 0, 0, 0)
    line.addWidget(IconLabel(mark, icon=Icon.FLAME, ink="danger"))
    line.addWidget(NoteLabel(mark, text="Hỏa tốc", role=Role.ERROR))
    card.set_title("Phát trước", mark)
    card.body.setSpacing(4)
    when = QLabel("20:30 hôm nay", card)
    set_role(when, Role.FIGURE)
    card.body.addWidget(when)
    left = QHBoxLayout()
    left.setSpacing(6)
    left.addWidget(IconLabel(card, icon=Icon.CLOCK, size=16))
    left.addWidget(NoteLabel(card, text="còn 5 giờ 38 phút · chuyến 16:30 kịp"), 1)
    card.body.addLayout(left)
    return card


def _price_card(parent: QWidget) -> Card:
    card = Card(parent, title="Cước")
    card.body.setSpacing(2)
    table = MoneyTable(card)
    table.show_price(
        [
            MoneyRow("KT1 nội tỉnh, đến 2.500 g", "26.910"),
            MoneyRow("Hỏa tốc", "40.000"),
            MoneyRow("Ký hiệu B", "37.273"),
            MoneyRow("VAT 10 %", "10.418"),
        ],
        MoneyRow("Ghi nợ", "114.600 đ"),
    )
    card.body.addWidget(table)
    return card


def sample_label() -> QImage:
    """Something with the looks of a label at 8 dots/mm: 800 × 480 dots, one bit each."""
    image = QImage(800, 480, QImage.Format.Format_Mono)
    image.fill(1)
    painter = QPainter(image)
    painter.setPen(QColor(Qt.GlobalColor.black))
    for text, size, left, top in (
        ("KT1", 48, 24, 64),
        ("B", 56, 480, 68),
        ("ME 473 124 829 VN", 36, 200, 320),
        ("Gửi: Sở Nội vụ tỉnh Lạng Sơn", 30, 32, 384),
        ("Nhận: UBND xã Vũ Lăng, Lạng Sơn", 30, 32, 440),
    ):
        drawn = QFont(FAMILY)
        drawn.setPixelSize(size)
        drawn.setWeight(QFont.Weight.Bold)
        painter.setFont(drawn)
        painter.drawText(left, top, text)
    left = 60
    for at in range(68):
        wide = (at * 7 % 3 + 1) * 3
        painter.fillRect(left, 104, wide, 168, Qt.GlobalColor.black)
        left += wide + (at * 5 % 3 + 1) * 3 - 1
    painter.end()
    return image


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

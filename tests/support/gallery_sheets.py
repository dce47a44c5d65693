"""The two sheets of the gallery: what an acceptance page and a page of the day are made of. Examples, no page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from kt1desk.desktop.look.icons import Icon
from kt1desk.desktop.widgets import (
    ActionButton,
    Card,
    ChecklistRow,
    Choice,
    Column,
    FieldEdit,
    FieldRow,
    IconLabel,
    KeyCap,
    NoteLabel,
    PreviewPane,
    Role,
    SegmentedChoice,
    TableRow,
    Tile,
    TileCard,
    WholeRowsTable,
    set_role,
)
from tests.support.gallery_cards import deadline_card, price_card, sample_label

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
        top.addWidget(KeyCap(self, text="Ctrl+K"))
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
        column.addWidget(deadline_card(right))
        column.addWidget(price_card(right))
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
        cancel = ActionButton(self, text="Hủy số hiệu", key="Ctrl+D", kind="danger")
        grid.addWidget(self.search, 1, 0)
        grid.addWidget(plain, 1, 1)
        grid.addWidget(cancel, 1, 2)
        return grid

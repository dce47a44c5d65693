"""Cards of the gallery: a deadline, a price, and a picture with the looks of a label."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QWidget,
)

from kt1desk.desktop.look.fonts import FAMILY
from kt1desk.desktop.look.icons import Icon
from kt1desk.desktop.widgets import (
    Card,
    IconLabel,
    MoneyRow,
    MoneyTable,
    NoteLabel,
    Role,
    set_role,
)


def deadline_card(parent: QWidget) -> Card:
    """By when the item must be delivered."""
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


def price_card(parent: QWidget) -> Card:
    """What the item costs."""
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

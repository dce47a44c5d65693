"""Finds every text that a window shows, with the place it has: the ground on which the screen is audited.

Widgets of Qt are asked through their style, since that is what draws them; widgets that paint themselves say by
`painted_texts()` what they draw and where. Rectangles are in the window's coordinates, logical px.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QCheckBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QStyleOptionFrame,
    QStyleOptionViewItem,
    QTableView,
    QToolButton,
    QWidget,
)

from kt1desk.desktop.widgets.search_popup import HIT_ROLE, HitDelegate

LINE_EDIT_MARGIN = 2
"""QLineEdit's own horizontal margin inside the contents rectangle of the style (a constant of Qt)."""

HEADER_PADDING = 11
"""As in resources/style/desk.qss."""


@dataclass(frozen=True)
class TextSpot:
    """One text: `room` is where it may stand, `ink` where it stands, both in window coordinates."""

    owner: QWidget
    text: str
    font: QFont
    room: QRect
    align: Qt.AlignmentFlag
    wrap: bool = False

    def needs(self) -> QSize:
        """The room the text needs at its font."""
        if self.wrap:
            flags = int(self.align | Qt.TextFlag.TextWordWrap)
            return QFontMetrics(self.font).boundingRect(self.room, flags, self.text).size()
        metrics = QFontMetricsF(self.font)
        lines = re.split("[\n\u2028]", self.text)  # cells of a table separate lines by a sign of their own
        width = max(metrics.horizontalAdvance(line) for line in lines)
        return QSize(round(width), round(metrics.height()) * len(lines))

    def ink(self) -> QRect:
        """Where the text itself stands in its room."""
        return QStyle.alignedRect(Qt.LayoutDirection.LeftToRight, self.align, self.needs(), self.room)

    def place(self) -> str:
        """Who shows it, for a report."""
        name = self.owner.objectName() or self.owner.accessibleName()
        return f"{type(self.owner).__name__} {name!r}"


def texts_of(window: QWidget) -> list[TextSpot]:
    """All texts the window shows now."""
    found: list[TextSpot] = []
    for widget in [window, *window.findChildren(QWidget)]:
        if not widget.isVisibleTo(window) or widget.visibleRegion().isEmpty():
            continue
        found += [spot for spot in _texts_of_widget(widget, window) if spot.text.strip()]
    return found


def _texts_of_widget(widget: QWidget, window: QWidget) -> Iterator[TextSpot]:
    painted = getattr(widget, "painted_texts", None)
    if painted is not None:
        ground = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
        for each in painted():
            room = _to_window(ground, each.rect, window)
            yield TextSpot(widget, each.text, each.font, room, each.align, wrap=each.wrap)
    if isinstance(widget, QLabel):
        yield from _label(widget, window)
    elif isinstance(widget, QLineEdit):
        yield _line_edit(widget, window)
    elif isinstance(widget, QAbstractButton) and painted is None:
        yield from _button(widget, window)
    elif isinstance(widget, QHeaderView):
        yield from _header(widget, window)
    elif isinstance(widget, QAbstractItemView):
        yield from _items(widget, window)


def _label(label: QLabel, window: QWidget) -> Iterator[TextSpot]:
    text = label.text()
    if label.textFormat() != Qt.TextFormat.PlainText and re.search(r"<[a-z/]", text):
        document = QTextDocument()
        document.setHtml(text)
        text = document.toPlainText()
    if label.buddy() is not None:
        text = text.replace("&&", "\0").replace("&", "").replace("\0", "&")
    margin = label.margin()
    room = label.contentsRect().adjusted(margin, margin, -margin, -margin)
    wrap = label.wordWrap()
    yield TextSpot(
        label, text, QFont(label.font()), _to_window(label, room, window), label.alignment(), wrap=wrap
    )


def _line_edit(edit: QLineEdit, window: QWidget) -> TextSpot:
    option = QStyleOptionFrame()
    edit.initStyleOption(option)
    room = edit.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, edit)
    margins = edit.textMargins()
    room = room.adjusted(margins.left(), margins.top(), -margins.right(), -margins.bottom())
    for icon in edit.findChildren(QToolButton):
        if not icon.isVisibleTo(edit):
            continue
        if icon.geometry().center().x() < edit.width() // 2:
            room.setLeft(max(room.left(), icon.geometry().right() + 1))
        else:
            room.setRight(min(room.right(), icon.geometry().left() - 1))
    room.adjust(LINE_EDIT_MARGIN, 0, -LINE_EDIT_MARGIN, 0)
    text = edit.displayText() or edit.placeholderText()
    align = edit.alignment() | Qt.AlignmentFlag.AlignVCenter
    return TextSpot(edit, text, QFont(edit.font()), _to_window(edit, room, window), align)


def _button(button: QAbstractButton, window: QWidget) -> Iterator[TextSpot]:
    option = QStyleOptionButton()
    font = QFont(button.font())
    if isinstance(button, QPushButton):
        button.initStyleOption(option)
        part, align = QStyle.SubElement.SE_PushButtonContents, Qt.AlignmentFlag.AlignCenter
        if button.isChecked():
            font.setWeight(QFont.Weight.DemiBold)  # the sheet's :checked does not show in font()
    elif isinstance(button, QCheckBox):
        button.initStyleOption(option)
        part = QStyle.SubElement.SE_CheckBoxContents
        align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    elif isinstance(button, QRadioButton):
        button.initStyleOption(option)
        part = QStyle.SubElement.SE_RadioButtonContents
        align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    else:
        return
    room = button.style().subElementRect(part, option, button)
    if not button.icon().isNull():
        room.setLeft(room.left() + button.iconSize().width() + 4)
    text = button.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
    yield TextSpot(button, text, font, _to_window(button, room, window), align)


def _header(header: QHeaderView, window: QWidget) -> Iterator[TextSpot]:
    model: QAbstractItemModel | None = header.model()
    if model is None or header.orientation() is not Qt.Orientation.Horizontal:
        return
    for at in range(header.count()):
        if header.isSectionHidden(at):
            continue
        left, width = header.sectionViewportPosition(at), header.sectionSize(at)
        room = QRect(left + HEADER_PADDING, 0, width - 2 * HEADER_PADDING, header.height())
        text = str(model.headerData(at, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole) or "")
        align = model.headerData(at, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
        flag = Qt.AlignmentFlag(int(align)) if align is not None else header.defaultAlignment()
        yield TextSpot(header, text, QFont(header.font()), _to_window(header.viewport(), room, window), flag)


def _items(view: QAbstractItemView, window: QWidget) -> Iterator[TextSpot]:
    for index in _visible_indexes(view):
        delegate = view.itemDelegateForIndex(index)
        if isinstance(delegate, HitDelegate):
            for each in delegate.painted_texts(index.data(HIT_ROLE), view.visualRect(index)):
                room = _to_window(view.viewport(), each.rect, window)
                yield TextSpot(view, each.text, each.font, room, each.align)
            continue
        if not isinstance(delegate, QStyledItemDelegate):
            continue
        option = QStyleOptionViewItem()
        view.initViewItemOption(option)
        option.rect = view.visualRect(index)
        delegate.initStyleOption(option, index)
        room = view.style().subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, view)
        # Inside the rectangle that the style gives, it leaves its focus margin on both sides.
        margin = view.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, option, view) + 1
        room.adjust(margin, 0, -margin, 0)
        yield TextSpot(
            view,
            option.text,
            QFont(option.font),
            _to_window(view.viewport(), room, window),
            option.displayAlignment,
        )


def _visible_indexes(view: QAbstractItemView) -> Iterator[QModelIndex]:
    model: QAbstractItemModel | None = view.model()
    shown = view.viewport().rect()
    if model is None:
        return
    columns = range(model.columnCount()) if isinstance(view, QTableView) else range(1)
    for row in range(model.rowCount()):
        for column in columns:
            index = model.index(row, column)
            rect = view.visualRect(index)
            if rect.isValid() and shown.contains(rect.center()):
                yield index
        if view.visualRect(model.index(row, 0)).top() > shown.bottom():
            return


def _to_window(widget: QWidget, rect: QRect, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)) + rect.topLeft(), rect.size())

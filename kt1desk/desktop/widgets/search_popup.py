"""Search popup: what the command field found, as a list below it. The keys stay with the field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from kt1desk.desktop.look.fonts import BODY_PT, KEY_PT, NOTE_PT, font
from kt1desk.desktop.look.icons import FIELD_SIZE, Icon, themed_pixmap
from kt1desk.desktop.look.theme import active_theme
from kt1desk.desktop.widgets.labels import WrappedNote
from kt1desk.desktop.widgets.matched import matched
from kt1desk.desktop.widgets.painting import CENTRE, RIGHT, PaintedText, draw_texts
from kt1desk.desktop.widgets.roles import Role
from kt1desk.desktop.widgets.table import Index

HIT_HEIGHT = 48
MOST_VISIBLE = 8
SIDE = 12
WIDEST = 680
MARK_PX = 2
ICON_GAP = 12
_FOOT_GAP = 6
HIT_ROLE = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True)
class SearchHit:
    """One line of the list.

    Attributes:
        ref: what the page gets back; not shown.
        title: the name or number that was found.
        subtitle: what tells two of the same name apart (address, commune, date).
        kind: what it is, in a word or two (`Cơ quan`, `Bưu gửi`, `Lệnh`).
        key: the key that does the same without searching, if it has one (`F2`).
        icon: what it is, for the eye alone: ``kind`` says it.
    """

    ref: str
    title: str
    subtitle: str = ""
    kind: str = ""
    key: str = ""
    icon: Icon | None = None

    def spoken(self) -> str:
        """The line as one sentence."""
        return ", ".join(part for part in (self.title, self.subtitle, self.kind, self.key) if part)


class SearchHitModel(QAbstractListModel):
    """The hits of the newest answer."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits: tuple[SearchHit, ...] = ()

    def set_hits(self, hits: Sequence[SearchHit]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._hits = tuple(hits)
        self.endResetModel()

    def hit(self, row: int) -> SearchHit:
        """The hit of a row."""
        return self._hits[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Hits; none below a hit."""
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Title; the whole sentence for screen readers; the hit itself under HIT_ROLE."""
        hit = self._hits[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return hit.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return hit.spoken()
        return hit if role == HIT_ROLE else None


class HitDelegate(QStyledItemDelegate):
    """Draws a hit: title over subtitle, kind and key at the right; a line under the letters that were typed."""

    typed = ""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All of one height."""
        return QSize(0, HIT_HEIGHT)

    def painted_texts(self, hit: SearchHit, rect: QRect) -> list[PaintedText]:
        """Where the texts of a hit are drawn in the rectangle of its row."""
        inner = rect.adjusted(SIDE, 4, -SIDE, -4)
        key_font, kind_font = font(KEY_PT, QFont.Weight.DemiBold), font(NOTE_PT)
        key_width = QFontMetrics(key_font).horizontalAdvance(hit.key) + 12 if hit.key else 0
        kind_width = QFontMetrics(kind_font).horizontalAdvance(hit.kind) + 2
        key = QRect(inner.right() - key_width + 1, rect.center().y() - 9, key_width, 20)
        kind_right = key.left() - (8 if hit.key else 0)
        kind = QRect(kind_right - kind_width, inner.top(), kind_width, inner.height())
        if hit.icon is not None:
            inner.setLeft(inner.left() + FIELD_SIZE + ICON_GAP)
        left_width = kind.left() - inner.left() - SIDE
        half = inner.height() // 2
        title_height = half + 2 if hit.subtitle else inner.height()
        return [
            PaintedText(hit.title, font(BODY_PT), QRect(inner.left(), inner.top(), left_width, title_height)),
            PaintedText(
                hit.subtitle,
                font(NOTE_PT),
                QRect(inner.left(), inner.top() + half + 1, left_width, half),
                "muted",
            ),
            PaintedText(hit.kind, kind_font, kind, "muted", RIGHT),
            PaintedText(hit.key, key_font, key, "muted", CENTRE),
        ]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, mark of the current row, key cap, texts."""
        theme, rect = active_theme(), option.rect
        hit: SearchHit = index.data(HIT_ROLE)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(rect, QColor(theme.tint))
            painter.fillRect(QRect(rect.left(), rect.top(), 4, rect.height()), QColor(theme.accent))
        texts = self.painted_texts(hit, rect)
        if hit.icon is not None:
            drawn = themed_pixmap(
                hit.icon, "accent" if chosen else "muted", FIELD_SIZE, painter.device().devicePixelRatioF()
            )
            painter.drawPixmap(rect.left() + SIDE, rect.center().y() - FIELD_SIZE // 2, drawn)
        if hit.key:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme.field), 1))
            painter.setBrush(QColor(theme.raised))
            painter.drawRoundedRect(texts[3].rect.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        draw_texts(painter, texts)
        for text in texts[:2]:
            self._mark(painter, text)
        painter.restore()

    def _mark(self, painter: QPainter, text: PaintedText) -> None:
        """Underline what was typed, as far as it can be seen."""
        metrics = QFontMetrics(text.font)
        base = text.rect.center().y() + metrics.height() // 2
        for first, behind in matched(text.text, self.typed):
            left = text.rect.left() + metrics.horizontalAdvance(text.text[:first])
            right = text.rect.left() + metrics.horizontalAdvance(text.text[:behind])
            if right <= text.rect.right():
                painter.fillRect(QRect(left, base - 1, right - left, MARK_PX), QColor(active_theme().accent))


class SearchPopup(QFrame):
    """The list below a field. Up, Down and Enter in the field act on it while it is open, Esc shuts it; it never takes the focus.

    It is a child of the window and lies over the page: a real popup window would take the keyboard under some
    window managers. `hit_chosen(SearchHit)` is sent by Enter or a click, and the list shuts.
    """

    hit_chosen = Signal(object)

    def __init__(self, field: QLineEdit, window: QWidget) -> None:
        super().__init__(window)
        self._field, self._window = field, window
        self.setProperty("kind", "popup")
        self.setProperty("overlay", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.model = SearchHitModel(self)
        self.list = QListView(self)
        self.list.setModel(self.model)
        self._delegate = HitDelegate(self.list)
        self.list.setItemDelegate(self._delegate)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName("Kết quả tìm")
        self.list.clicked.connect(self._clicked)
        self._is_old = self._is_wanted = False
        self._foot = WrappedNote(self)
        self._foot.setContentsMargins(SIDE, 2, SIDE, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 4, 1, 4)
        column.setSpacing(0)
        column.addWidget(self.list)
        column.addWidget(self._foot)
        field.installEventFilter(self)
        self.hide()

    def show_hits(self, hits: Sequence[SearchHit], foot: str = "", typed: str = "") -> None:
        """Open with these hits, the first one chosen; `foot` says what else there is. No hits and no foot shut it.

        ``typed`` is what they were found by: it is marked in them.
        """
        if not hits and not foot:
            self.hide()
            return
        self._delegate.typed = typed
        self.model.set_hits(hits)
        self.list.setVisible(bool(hits))
        self._foot.show_note(foot, Role.MUTED)
        if hits:
            self.list.setCurrentIndex(self.model.index(0))
        self._place(len(hits))
        self.show()
        self.raise_()

    def await_hits(self, *, wanted: bool = False) -> None:
        """Something else was typed: what stands here is not its answer. Enter, or ``wanted``, waits for it (`take_wanted`)."""
        self._is_old, self._is_wanted = True, wanted

    def take_wanted(self) -> bool:
        """Whether Enter was pressed before the hits came that stand here now; asked once."""
        wanted, self._is_old, self._is_wanted = self._is_wanted, False, False
        return wanted

    def current_hit(self) -> SearchHit | None:
        """The hit that Enter would choose."""
        index = self.list.currentIndex()
        return self.model.hit(index.row()) if index.isValid() and self.isVisible() else None

    def move_by(self, rows: int) -> None:
        """Go up or down; stops at the ends."""
        count = self.model.rowCount()
        if count:
            row = max(0, min(count - 1, self.list.currentIndex().row() + rows))
            self.list.setCurrentIndex(self.model.index(row))

    def choose_current(self) -> bool:
        """Send the current hit and shut; False if there is none."""
        hit = self.current_hit()
        if hit is None:
            return False
        self.hide()
        self.hit_chosen.emit(hit)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that mean the list while it is open."""
        # While a window is torn down Qt still asks an object whose Python half has lost its attributes.
        if watched is self.__dict__.get("_field") and self.isVisible():
            if event.type() == QEvent.Type.FocusOut:
                self.hide()
            elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                return self._key(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _key(self, key: Qt.Key) -> bool:
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: MOST_VISIBLE,
            Qt.Key.Key_PageUp: -MOST_VISIBLE,
        }
        if key in steps:
            self.move_by(steps[key])
            return True
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._is_wanted = self._is_old
            return self._is_old or self.choose_current()
        if key == Qt.Key.Key_Escape:
            self.hide()
            return True
        return False

    def _clicked(self, index: QModelIndex) -> None:
        self.list.setCurrentIndex(index)
        self.choose_current()

    def _place(self, hits: int) -> None:
        window = self._window
        below = self._field.mapTo(window, QPoint(0, self._field.height() + 4))
        width = min(max(self._field.width(), 560), WIDEST, window.width() - 16)
        foot = 0 if self._foot.isHidden() else self._foot.heightForWidth(width - 2) + _FOOT_GAP
        room = max(1, (window.height() - below.y() - 10 - foot) // HIT_HEIGHT)
        list_height = min(hits, MOST_VISIBLE, room) * HIT_HEIGHT
        self.list.setFixedHeight(list_height)
        left = min(below.x(), window.width() - width - 8)
        height = 10 + list_height + foot
        top = below.y()
        if top + height > window.height():  # not even one line has room below: above the field
            top = max(0, top - self._field.height() - 8 - height)
        self.setGeometry(QRect(max(8, left), top, width, height))

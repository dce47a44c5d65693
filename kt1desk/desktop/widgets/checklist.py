"""Checklist row: something a person confirms by a decision of its own, never by Enter in passing."""

from __future__ import annotations

from PySide6.QtCore import Property, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from kt1desk.desktop.look.fonts import BODY_PT, KEY_PT, font
from kt1desk.desktop.look.icons import FIELD_SIZE, Icon, themed_pixmap
from kt1desk.desktop.look.theme import active_theme
from kt1desk.desktop.widgets.painting import CENTRE, PaintedText, draw_focus, draw_texts

HEIGHT = 28
BOX_LEFT = 1
TEXT_GAP = 8
KEY_INSET = 4
KEY_TEXT = "Dấu cách"


class ChecklistRow(QAbstractButton):
    """A box, a sentence, and the key that ticks it. Space ticks and takes back; Enter is left to the page.

    Property for .ui files: `key_text`, where the page has a key for it that acts from anywhere.
    `toggled(bool)` is sent by every change. `set_wanted(True)` shows it as missing (red box and sentence).
    """

    def __init__(self, parent: QWidget | None = None, *, text: str = "") -> None:
        super().__init__(parent)
        self._wanted = False
        self._key = KEY_TEXT
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setText(text)
        self.toggled.connect(self._settled)

    def setText(self, text: str) -> None:
        """The sentence; it is the accessible name as well."""
        super().setText(text)
        self.setAccessibleName(f"{text}, phím {self._key}")
        self.update()

    def set_wanted(self, wanted: bool) -> None:
        """Show that this is still missing."""
        self._wanted = wanted and not self.isChecked()
        self.setAccessibleDescription("Còn phải xác nhận" if self._wanted else "")
        self.update()

    def sizeHint(self) -> QSize:
        """The whole sentence on one line, and the key."""
        text = QFontMetrics(font(BODY_PT)).horizontalAdvance(self.text())
        return QSize(text + self._key_width() + BOX_LEFT + FIELD_SIZE + 3 * TEXT_GAP + KEY_INSET, HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space decides; Enter goes on to the page, so that nobody confirms by accident."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()
            return
        super().keyPressEvent(event)

    def painted_texts(self) -> list[PaintedText]:
        """Sentence and key cap, where they are drawn."""
        left = BOX_LEFT + FIELD_SIZE + TEXT_GAP
        key = self._key_rect()
        middle = QRect(left, 0, key.left() - left - TEXT_GAP, self.height())
        tone = "danger" if self._wanted else "text"
        return [
            PaintedText(self.text(), font(BODY_PT), middle, tone if self.isEnabled() else "disabled"),
            PaintedText(self._key, font(KEY_PT, font().Weight.DemiBold), key, "muted", CENTRE),
        ]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Box, sentence, key cap, focus."""
        theme = active_theme()
        painter = QPainter(self)
        if self.hasFocus():
            painter.fillRect(self.rect(), QColor(theme.tint))
        icon, ink = (Icon.SQUARE_CHECK, "ok") if self.isChecked() else (Icon.SQUARE, "muted")
        if self._wanted:
            ink = "danger"
        box = themed_pixmap(icon, ink, FIELD_SIZE, self.devicePixelRatioF())
        painter.drawPixmap(BOX_LEFT, (self.height() - FIELD_SIZE) // 2, box)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.field), 1))
        painter.setBrush(QColor(theme.raised))
        painter.drawRoundedRect(self._key_rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        draw_texts(painter, self.painted_texts())
        if self.hasFocus():
            draw_focus(painter, self.rect())
        painter.end()

    def _settled(self) -> None:
        self.set_wanted(self._wanted)

    def _key_width(self) -> int:
        return QFontMetrics(font(KEY_PT, font().Weight.DemiBold)).horizontalAdvance(self._key) + 14

    def _key_rect(self) -> QRect:
        width = self._key_width()
        return QRect(self.width() - width - KEY_INSET, (self.height() - 20) // 2, width, 20)

    def _get_key(self) -> str:
        return self._key

    def _set_key(self, key: str) -> None:
        self._key = key
        self.setText(self.text())

    key_text = Property(str, _get_key, _set_key)

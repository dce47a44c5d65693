"""Labels: a note under a field, a key cap, an icon. They show; they decide nothing."""

from __future__ import annotations

from PySide6.QtCore import Property, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyleOption, QWidget

from kt1desk.desktop.key_words import key_name
from kt1desk.desktop.look.icons import FIELD_SIZE, Icon, themed_pixmap
from kt1desk.desktop.widgets.roles import Role, set_role

NOTE_HEIGHT = 20
KEY_CAP_HEIGHT = 20
_UNLIMITED = 16_777_215
"""QWIDGETSIZE_MAX, which Qt for Python does not name."""


class NoteLabel(QLabel):
    """One line that explains: muted, ok, warn or error. Too long a text ends in an ellipsis and is whole in the tool tip.

    It keeps its height when it is empty, so that nothing below it jumps when an error appears.
    """

    def __init__(self, parent: QWidget | None = None, *, text: str = "", role: Role = Role.MUTED) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFixedHeight(NOTE_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_note(text, role)

    def show_note(self, text: str, role: Role = Role.MUTED) -> None:
        """Show a text in a role."""
        self.setText(text)
        set_role(self, role)

    def role(self) -> Role:
        """The role it has now."""
        return Role(str(self.property("role") or ""))

    def minimumSizeHint(self) -> QSize:
        """May be pressed down to some letters; the layout asks."""
        return QSize(min(self.sizeHint().width(), 40), NOTE_HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the text, shortened to what fits."""
        if not self.text():
            self.setToolTip("")
            return
        rect = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, rect.width())
        self.setToolTip(self.text() if shown != self.text() else "")
        option = QStyleOption()
        option.initFrom(self)
        painter = QPainter(self)
        self.style().drawItemText(
            painter, rect, self.alignment(), option.palette, self.isEnabled(), shown, self.foregroundRole()
        )
        painter.end()


class WrappedNote(NoteLabel):
    """A note in a column too narrow for one line: it takes the lines it needs, and none while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None, *, text: str = "", role: Role = Role.MUTED) -> None:
        super().__init__(parent, text=text, role=role)
        self.setWordWrap(True)
        self.setMinimumHeight(0)
        self.setMaximumHeight(_UNLIMITED)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def show_note(self, text: str, role: Role = Role.MUTED) -> None:
        """Show a text in a role; without a text the note takes no room."""
        super().show_note(text, role)
        self.setVisible(bool(text))

    def minimumSizeHint(self) -> QSize:
        """As a label that wraps."""
        return QLabel.minimumSizeHint(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw all of the text."""
        QLabel.paintEvent(self, event)


class KeptNote(WrappedNote):
    """A wrapped note that keeps its first line while there is nothing to say, so that a short sentence moves nothing."""

    def __init__(self, parent: QWidget | None = None, *, text: str = "", role: Role = Role.MUTED) -> None:
        super().__init__(parent, text=text, role=role)
        self.setMinimumHeight(NOTE_HEIGHT)

    def show_note(self, text: str, role: Role = Role.MUTED) -> None:
        """Show a text in a role."""
        NoteLabel.show_note(self, text, role)


def tell(label: QLabel, sentence: str) -> None:
    """A label that is only there while it says something."""
    label.setText(sentence)
    label.setVisible(bool(sentence))


class KeyCap(QLabel):
    """A key, printed where it acts: `Ctrl+K`, `F9`, `Dấu cách`."""

    def __init__(self, parent: QWidget | None = None, *, text: str = "") -> None:
        super().__init__(parent)
        self.setText(text)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFixedHeight(KEY_CAP_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        set_role(self, Role.KEY)

    def setText(self, text: str) -> None:
        """The key as Qt writes it, in the words of the keyboard's labels here."""
        super().setText(key_name(text))


class IconLabel(QWidget):
    """An icon in a colour of the theme, beside a text that says the same: it has no name of its own.

    Properties for .ui files: `icon_name` (a value of `Icon`, empty for none), `ink` (a colour's name), `icon_size`.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        icon: Icon | None = None,
        ink: str = "muted",
        size: int = FIELD_SIZE,
    ) -> None:
        super().__init__(parent)
        self._icon, self._ink, self._size = icon, ink, size
        self._fit()

    def set_icon(self, icon: Icon | None, ink: str) -> None:
        """Show another icon, or none, in a colour of the theme."""
        self._icon, self._ink = icon, ink
        self.update()

    def icon(self) -> Icon | None:
        """The icon it shows."""
        return self._icon

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon in the active theme's colour."""
        if self._icon is None:
            return
        painter = QPainter(self)
        painter.drawPixmap(0, 0, themed_pixmap(self._icon, self._ink, self._size, self.devicePixelRatioF()))
        painter.end()

    def _fit(self) -> None:
        self.setFixedSize(self._size, self._size)
        self.update()

    def _get_icon_name(self) -> str:
        return self._icon.value if self._icon else ""

    def _set_icon_name(self, name: str) -> None:
        self.set_icon(Icon(name) if name else None, self._ink)

    def _get_ink(self) -> str:
        return self._ink

    def _set_ink(self, ink: str) -> None:
        self.set_icon(self._icon, ink)

    def _get_icon_size(self) -> int:
        return self._size

    def _set_icon_size(self, size: int) -> None:
        self._size = size
        self._fit()

    icon_name = Property(str, _get_icon_name, _set_icon_name)
    ink = Property(str, _get_ink, _set_ink)
    icon_size = Property(int, _get_icon_size, _set_icon_size)

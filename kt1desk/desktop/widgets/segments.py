"""Segmented choice: one of a few, by a single key, by arrows or by the mouse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from kt1desk.desktop.look.fonts import BODY_PT, font
from kt1desk.desktop.widgets.painting import draw_focus
from kt1desk.desktop.widgets.roles import set_style_property

HEIGHT = 36
_PADDING = 9
"""Beside the text of a segment, border included: Qt measures the plain text, and a chosen one is bolder and wider."""
_PLAIN_KEYS = (
    Qt.KeyboardModifier.NoModifier | Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
)


@dataclass(frozen=True)
class Choice:
    """One segment: `value` is what the page gets, `key` the single key that chooses it (`2`, `B`), printed before the text."""

    value: str
    text: str
    key: str = ""

    def caption(self) -> str:
        """What stands on the segment."""
        return self.text if self.key in {"", self.text} else f"{self.key}  {self.text}"


def _segment(choice: Choice, parent: QWidget) -> QPushButton:
    button = QPushButton(choice.caption().replace("&", "&&"), parent)
    button.setCheckable(True)
    button.setAutoExclusive(True)  # so a screen reader tells one of several, not a tick by itself
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
    button.setAccessibleName(f"{choice.text}, phím {choice.key}" if choice.key else choice.text)
    button.setProperty("kind", "segment")
    chosen = QFontMetrics(font(BODY_PT, QFont.Weight.DemiBold)).horizontalAdvance(choice.caption())
    button.setMinimumWidth(chosen + 2 * _PADDING)
    return button


class SegmentedChoice(QWidget):
    """Segments side by side; one stop for the Tab key.

    `chosen(value)` is sent when the clerk chooses, also the value that was chosen already; not by `set_value`.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, choices: Sequence[Choice] = ()) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._choices: tuple[Choice, ...] = ()
        self._buttons: list[QPushButton] = []
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._clicked)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._ring = _Ring(self, self._group)
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[Choice], columns: int = 0) -> None:
        """Show these segments; nothing is chosen afterwards. Each is as wide as if there were `columns` of them, where they are fewer."""
        for button in self._buttons:
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.hide()  # it goes later, and must not stand over the new ones until then
            button.deleteLater()
        while (spare := self._row.takeAt(0)) is not None:
            del spare
        self._choices = tuple(choices)
        self._buttons = [_segment(choice, self) for choice in self._choices]
        last = len(self._buttons) - 1
        for at, button in enumerate(self._buttons):
            place = "only" if last == 0 else {0: "first", last: "last"}.get(at, "middle")
            button.setProperty("place", place)
            self._group.addButton(button, at)
            self._row.addWidget(button, 1)
        if columns > len(choices):
            self._row.addStretch(columns - len(choices))
        self._ring.raise_()
        self._describe()

    def choices(self) -> tuple[Choice, ...]:
        """The segments."""
        return self._choices

    def value(self) -> str | None:
        """What is chosen, or None."""
        at = self._group.checkedId()
        return self._choices[at].value if at >= 0 else None

    def set_value(self, value: str | None) -> None:
        """Choose without telling anybody; None chooses nothing.

        Raises:
            ValueError: no segment has that value.
        """
        if value is None:
            self._group.setExclusive(False)
            for button in self._buttons:
                button.setChecked(False)
            self._group.setExclusive(True)
        else:
            at = [choice.value for choice in self._choices].index(value)
            self._buttons[at].setChecked(True)
        self._describe()

    def set_usable(self, values: Sequence[str]) -> None:
        """Only these can be chosen now; the others are shown as disabled."""
        for choice, button in zip(self._choices, self._buttons, strict=True):
            button.setEnabled(choice.value in values)

    def choose_by_key(self, key: str) -> bool:
        """Choose the segment whose key this is, as if it had been pressed; False if there is none."""
        for at, choice in enumerate(self._choices):
            if choice.key and choice.key.upper() == key.upper() and self._buttons[at].isEnabled():
                self._take(at)
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Single keys choose, arrows move; all else goes on to the page."""
        plain = not event.modifiers() & ~_PLAIN_KEYS
        if plain and event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self._step(1 if event.key() == Qt.Key.Key_Right else -1)
        elif not (plain and event.text() and self.choose_by_key(event.text())):
            event.ignore()

    def event(self, event: QEvent) -> bool:
        """Show where the keys act, and keep the ring around all segments."""
        handled = super().event(event)
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self._show_focus()
        elif event.type() == QEvent.Type.Resize:
            self._ring.setGeometry(self.rect())  # over all of them, also where there is room for more
        return handled

    def _clicked(self, at: int) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._take(at)

    def _take(self, at: int) -> None:
        self._buttons[at].setChecked(True)
        self._describe()
        self.chosen.emit(self._choices[at].value)

    def _step(self, by: int) -> None:
        usable = [at for at, button in enumerate(self._buttons) if button.isEnabled()]
        if not usable:
            return
        now = self._group.checkedId()
        if now not in usable:
            self._take(usable[0 if by > 0 else -1])
            return
        self._take(usable[(usable.index(now) + by) % len(usable)])

    def _describe(self) -> None:
        at = self._group.checkedId()
        self.setAccessibleDescription(self._choices[at].text if at >= 0 else "Chưa chọn")
        self._ring.update()

    def _show_focus(self) -> None:
        for button in self._buttons:
            set_style_property(button, "within", "focus" if self.hasFocus() else "")
        self._ring.setVisible(self.hasFocus())
        self._ring.raise_()


class _Ring(QWidget):
    """The focus ring over the segments of a group: around all of them, and inside the chosen one in the colour of its text."""

    def __init__(self, owner: QWidget, group: QButtonGroup) -> None:
        super().__init__(owner)
        self._group = group
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setVisible(False)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw both rings."""
        painter = QPainter(self)
        draw_focus(painter, self._segments_rect())
        checked = self._group.checkedButton()
        if checked is not None:
            draw_focus(painter, checked.geometry().adjusted(3, 3, -3, -3), "on_accent", 2)
        painter.end()

    def _segments_rect(self) -> QRect:
        """Where the segments stand, without room that is left."""
        found = QRect()
        for button in self._group.buttons():
            found = found.united(button.geometry())
        return found if self._group.buttons() else self.rect()

"""The help (F1): over the work area, never in its way. The guide's section for the page in front, the contents, the keys that act now.

It is no dialog: F12 blanks it as all else, a key of a place or a scan shuts it and goes on, Esc and F1 put the keyboard back where it was.
What a page below does meanwhile does not take the keyboard away.
"""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QRegion
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from kt1desk.desktop.help.contents import Contents
from kt1desk.desktop.help.guide import read_guide
from kt1desk.desktop.help.reading import Reading
from kt1desk.desktop.help.screen_text import Groups, keys_of, page_of
from kt1desk.desktop.help.where import FIRST
from kt1desk.desktop.widgets.card import Card
from kt1desk.desktop.widgets.labels import KeyCap

_CONTENTS_WIDTH, _KEYS_WIDTH = 248, 328
_GAP, _EDGE = 12, 16
_ROOM_FOR_KEYS = 900
"""Narrower than this the text would have no room beside the keys: they stand below the contents then."""
_HINTS = (("Esc", "đóng"), ("Tab", "mục lục"), ("PageDown", "đọc"))
_SAVE = ("Ctrl+P", "PDF")


class HelpView(QFrame):
    """Covers the page and what stands at its right over the whole height; the field of scans is free. `closed`: it is gone again.

    `save_wanted`: the guide as a PDF.
    """

    closed = Signal()
    save_wanted = Signal()
    saves = False
    """Whether somebody writes the guide down as a PDF when it is wanted."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over, self._below = parent, parent
        self._beside: QWidget | None = None
        self._focus_before: QWidget | None = None
        self._groups: Groups = ()
        self._anchor = FIRST
        self._is_built = False
        self.setProperty("overlay", True)
        self.setProperty("kind", "help")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Trợ giúp")
        self.hide()

    def is_open(self) -> bool:
        """Whether it covers the page now."""
        return self.isVisibleTo(self._over)

    def open_at(self, anchor: str, groups: Groups, below: QWidget, beside: QWidget) -> None:
        """Show a section and the keys that act now, over ``below`` and what stands ``beside`` it at the right."""
        if not self._is_built:
            self._build()
        self._focus_before = QApplication.focusWidget()
        self._below, self._beside = below, beside
        self._contents.field.clear()
        for part in self._save_hint:
            part.setVisible(self.saves)
        self._groups = groups
        self._show_keys()
        below.installEventFilter(self)
        self._lie_over()
        self.show()
        self.raise_()
        # As a list that opens over it: what asks a question below goes on asking it, and nobody takes this for the end of an input.
        self._text.setFocus(Qt.FocusReason.PopupFocusReason)
        self.show_section(anchor)
        _app().focusChanged.connect(self._hold)

    def show_section(self, anchor: str) -> None:
        """Show a section from its beginning; the first one where there is none of that name."""
        guide = read_guide()
        section = guide.section(anchor) or guide.sections[0]
        self._anchor = section.anchor
        self._text.show_text(section.anchor, lambda width: page_of(guide, section, width))
        self._contents.mark(section.anchor)

    def shut(self) -> None:
        """Go away; the keyboard goes back where it was."""
        if not self.is_open():
            return
        _app().focusChanged.disconnect(self._hold)
        self._below.removeEventFilter(self)
        # Before it goes: else Qt passes the keyboard on as Tab does.
        if self._focus_before is not None:
            self._focus_before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._focus_before = None
        self.hide()
        self.closed.emit()

    def step_back(self) -> None:
        """Esc: what is searched for goes first."""
        if self._contents.field.text():
            self._contents.field.clear()
            self._contents.mark(self._anchor)
            self._text.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.shut()

    def focusNextPrevChild(self, forth: bool) -> bool:
        """Tab goes round among what is read here; what lies below is not to be reached."""
        stops = (self._text, self._contents.field, self._contents.names, self._keys)
        here = next((at for at, stop in enumerate(stops) if stop.hasFocus()), 0)
        reason = Qt.FocusReason.TabFocusReason if forth else Qt.FocusReason.BacktabFocusReason
        stops[(here + (1 if forth else -1)) % len(stops)].setFocus(reason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters typed over the text search for them, Ctrl+P writes the guide down; all else the page below never sees."""
        event.accept()
        if self.saves and event.matches(QKeySequence.StandardKey.Print):
            self.save_wanted.emit()
            return
        held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if event.text().isprintable() and event.text().strip() and not held:
            self._contents.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self._contents.field.insert(event.text())

    def changeEvent(self, event: QEvent) -> None:
        """Another theme has other colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._is_built and self.is_open():
            self._show_keys()
            self.show_section(self._anchor)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lie where the page lies."""
        if watched is self._below and event.type() in {QEvent.Type.Resize, QEvent.Type.Move}:
            self._lie_over()
            self.show_section(self._anchor)
        return False

    def _show_keys(self) -> None:
        keys = keys_of(self._groups)
        self._keys.show_text(keys, lambda _: keys)

    def _lie_over(self) -> None:
        """Over the page from its upper edge on, and over the right column from its own, which is higher."""
        corner, bottom = self._below.mapTo(self._over, QPoint(0, 0)), self._over.rect().bottomRight()
        beside = self._beside
        if beside is not None and beside.isVisibleTo(self._over):
            column = QRect(beside.mapTo(self._over, QPoint(0, 0)), beside.size())
        else:
            column = QRect(corner, bottom)
        lower = max(0, corner.y() - column.top())
        self.setGeometry(QRect(QPoint(corner.x(), corner.y() - lower), bottom))
        self.setMask(
            QRegion(self.rect().adjusted(0, lower, 0, 0)).united(
                QRegion(self.rect().adjusted(column.left() - corner.x(), 0, 0, 0))
            )
        )
        for space in self._spaces:
            space.changeSize(0, max(0, lower - _GAP), QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        is_wide = self.width() >= _ROOM_FOR_KEYS
        if is_wide != (self._columns.indexOf(self._keys_card) >= 0):
            (self._columns if is_wide else self._left).addWidget(self._keys_card)
        self._columns.setContentsMargins(0 if corner.x() else _EDGE, _GAP, _EDGE, _GAP)
        self._columns.invalidate()
        self._columns.activate()

    def _hold(self, _before: QWidget | None, now: QWidget | None) -> None:
        """A page below whose answer comes in puts the focus where work goes on: it has it once the help is shut."""
        if now is not None and self._below.isAncestorOf(now):
            self._focus_before = now
            self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self._is_built = True
        self._contents = Contents(self)
        self._text = Reading("help_text", "Sổ tay", self)
        self._keys = Reading("help_keys", "Các phím", self)
        self._contents.show_guide(read_guide())
        self._contents.chosen.connect(self.show_section)
        self._contents.read.connect(self._text.setFocus)
        reading = Card(self)
        reading.body.addWidget(self._text, 1)
        line, self._save_hint = _hints(reading)
        reading.body.addLayout(line)
        self._keys_card = Card(self)
        self._keys_card.body.addWidget(self._keys, 1)
        self._contents.setFixedWidth(_CONTENTS_WIDTH)
        self._keys_card.setFixedWidth(_KEYS_WIDTH)
        self._left, middle = QVBoxLayout(), QVBoxLayout()
        self._columns = QHBoxLayout(self)
        self._columns.setSpacing(_GAP)
        self._spaces = QSpacerItem(0, 0), QSpacerItem(0, 0)
        for column, space, card in ((self._left, 0, self._contents), (middle, 1, reading)):
            column.addItem(self._spaces[space])
            column.setSpacing(0)
            column.addWidget(card, 1)
        self._columns.addLayout(self._left)
        self._columns.addLayout(middle, 1)
        self._columns.addWidget(self._keys_card)


def _hints(parent: QWidget) -> tuple[QHBoxLayout, tuple[QWidget, QWidget]]:
    """The line of keys below the text, and the two parts of it that tell how the guide is written down."""
    line = QHBoxLayout()
    line.setSpacing(6)
    last: tuple[QWidget, QWidget] = parent, parent
    for key, does in (*_HINTS, _SAVE):
        says = QLabel(does, parent)
        says.setProperty("role", "muted")
        last = KeyCap(parent, text=key), says
        for each in last:
            line.addWidget(each)
        line.addSpacing(10)
    line.addStretch(1)
    return line, last


def _app() -> QApplication:
    return cast(QApplication, QApplication.instance())

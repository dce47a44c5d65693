"""The contents of the guide beside its text: all sections, or those in which the words of the find field stand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidgetItem, QWidget

from kt1desk.desktop.forms.help_contents import Ui_HelpContents
from kt1desk.desktop.help.guide import Guide, Section
from kt1desk.desktop.widgets.card import Card

_INDENT = "    "
_NOTHING = "Không có mục nào"


class Contents(Card):
    """`chosen(anchor)`: a section is wanted. `read`: Enter, the text is to have the keyboard."""

    chosen = Signal(str)
    read = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guide = Guide(())
        ui = Ui_HelpContents()
        ui.setupUi(self)  # type: ignore[no-untyped-call]
        self.field, self.names = ui.help_find, ui.help_contents
        self.field.textChanged.connect(self._narrow)
        self.field.returnPressed.connect(self._take_first)
        self.names.currentItemChanged.connect(self._choose)
        self.names.itemActivated.connect(lambda _: self.read.emit())

    def show_guide(self, guide: Guide) -> None:
        """List the sections of a guide."""
        self._guide = guide
        self._list(guide.sections)

    def mark(self, anchor: str) -> None:
        """Show which section is read, without asking for it."""
        with QSignalBlocker(self.names):
            for row in range(self.names.count()):
                if self.names.item(row).data(Qt.ItemDataRole.UserRole) == anchor:
                    self.names.setCurrentRow(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down leads from the field into the list."""
        if event.key() == Qt.Key.Key_Down and self.field.hasFocus():
            self.names.setFocus(Qt.FocusReason.TabFocusReason)
            self.names.setCurrentRow(max(0, self.names.currentRow()))
        else:
            super().keyPressEvent(event)

    def _narrow(self, words: str) -> None:
        self._list(self._guide.find(words) if words.strip() else self._guide.sections)

    def _list(self, sections: Sequence[Section]) -> None:
        with QSignalBlocker(self.names):
            self.names.clear()
            for section in sections:
                item = QListWidgetItem(f"{_INDENT * (section.level - 1)}{section.title}")
                item.setToolTip(section.title)
                item.setData(Qt.ItemDataRole.UserRole, section.anchor)
                self.names.addItem(item)
            if not sections:
                nothing = QListWidgetItem(_NOTHING)
                nothing.setFlags(Qt.ItemFlag.NoItemFlags)
                self.names.addItem(nothing)

    def _take_first(self) -> None:
        """Enter in the field: the first that was found is shown and read."""
        first = self.names.item(0)
        if first.data(Qt.ItemDataRole.UserRole):
            self.names.setCurrentRow(0)
            self.read.emit()

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(Qt.ItemDataRole.UserRole):
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))

"""The place at hand beside the list: how it stands, and the input with its folder.

This module must not know what a folder is used for.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.admin.backups_texts import about_words, trouble_words
from kt1desk.desktop.forms.backups_side import Ui_BackupsSide
from kt1desk.desktop.navigation import EnterWay, Step
from kt1desk.desktop.needs.backups import BackupPlaceLine, BackupsView
from kt1desk.desktop.widgets.labels import tell

_HINT = "Gõ cả đường dẫn rồi Enter. Để trống rồi Enter: thôi dùng."


class BackupPlaceCard(QObject):
    """`wanted(BackupPlaceLine, folder)`: Enter behind a folder that is another one than before."""

    wanted = Signal(object, str)

    def __init__(self, ui: Ui_BackupsSide, parent: QWidget) -> None:
        super().__init__(parent)
        self._ui = ui
        self._line: BackupPlaceLine | None = None
        ui.folder.attach_note(ui.folder_note)
        ui.folder.textEdited.connect(lambda _: ui.folder.show_idle(_HINT))
        self._way = EnterWay(parent, [Step(ui.folder, lambda: False, self._commit)])
        tell(ui.trouble, "")
        tell(ui.problem, "")

    def show(self, line: BackupPlaceLine, view: BackupsView) -> None:
        """This place. What somebody is just typing for it stays."""
        ui, is_other = self._ui, self._line is None or self._line.place != line.place
        is_typing = ui.folder.hasFocus() and not is_other
        self._line = line
        ui.name.setText(line.name)
        ui.about.setText(about_words(line, view))
        tell(ui.trouble, trouble_words(line, view))
        if not is_typing:
            self.put_back()

    def put_back(self) -> None:
        """The folder that is set stands there again."""
        self._ui.folder.setText(self._line.folder if self._line else "")
        self._ui.folder.show_idle(_HINT)

    def begin(self) -> None:
        """The input takes the keys."""
        self._ui.folder.setFocus(Qt.FocusReason.TabFocusReason)
        self._ui.folder.selectAll()

    def lack(self, sentence: str) -> None:
        """What was typed is no place; it takes the keys."""
        self._ui.folder.show_error(sentence)
        self.begin()

    def _commit(self) -> bool:
        folder = self._ui.folder.text().strip()
        if self._line is not None and folder != self._line.folder:
            self.wanted.emit(self._line, folder)
        return False

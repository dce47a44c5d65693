"""The two inputs for names of files, and where it is said what is wrong. It must not know what is done with a file."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from kt1desk.desktop.forms.systems import Ui_Systems
from kt1desk.desktop.messages import say
from kt1desk.desktop.widgets import FieldEdit
from kt1desk.domain.errors import DeskError

_NO_FILE = "Gõ tên tệp."


class FileNames:
    """``next_file`` is to be written, ``answer`` was given back. What is wrong with neither is said in ``problem``."""

    def __init__(self, ui: Ui_Systems, problem: QLabel) -> None:
        self.next_file: FieldEdit = ui.file
        self.answer: FieldEdit = ui.answer
        self._asked = self.next_file
        self._problem = problem
        for field, note in ((ui.file, ui.file_note), (ui.answer, ui.answer_note)):
            field.attach_note(note)
            field.textEdited.connect(field.show_idle)
        self.tell("")

    def path(self, field: FieldEdit) -> str:
        """What was typed; "" where nothing was: it is said there."""
        self._asked = field
        self.tell("")
        path = field.text().strip()
        if not path:
            self._refuse_at(_NO_FILE)
        return path

    def refuse(self, error: DeskError) -> None:
        """Say it at the name that was asked for last where it is about a file, else in the right column."""
        if error.field == "file":
            self._refuse_at(say(error))
        else:
            self.tell(say(error))

    def tell(self, sentence: str) -> None:
        """Say it in the right column; "" for nothing."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def _refuse_at(self, sentence: str) -> None:
        self._asked.show_error(sentence)
        self._asked.setFocus(Qt.FocusReason.TabFocusReason)

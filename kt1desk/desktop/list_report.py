"""Where the report of a list goes: one field that proposes a file beside the list, Enter to save, Esc to leave it.

This module must not know the page, nor what stands in a report.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from kt1desk.desktop.forms.lists import Ui_ListsPage
from kt1desk.desktop.list_run import ListRun
from kt1desk.desktop.messages import say
from kt1desk.domain.errors import DeskError

_ENDING = "-ket-qua.xlsx"


class ReportForm(QObject):
    """The card of the report. `closed(sentence)`: it is out of sight again, with what is to be said."""

    closed = Signal(str)

    def __init__(self, form: Ui_ListsPage, run: ListRun, parent: QObject) -> None:
        super().__init__(parent)
        self._form = form
        self._run = run
        form.report.attach_note(form.report_note)
        form.report.returnPressed.connect(self._save)
        form.report_card.hide()

    @property
    def is_open(self) -> bool:
        """Whether it asks where to."""
        return not self._form.report_card.isHidden()

    def ask(self, list_path: str) -> None:
        """Propose a file beside the list; its ending says which kind it becomes."""
        form = self._form
        if not self.is_open:
            form.report.setText(str(Path(list_path).with_suffix("")) + _ENDING)
        form.report.show_idle("Đuôi .xlsx hoặc .csv. Tệp đã có không bị ghi đè.")
        form.report_card.show()
        form.report.setFocus()
        form.file_card.hide()  # the list is read already: its lines have the room
        form.report.setSelection(len(form.report.text()) - len(_ENDING), len(_ENDING) - len(".xlsx"))

    def close(self, said: str = "") -> None:
        """Back to the lines."""
        self.put_away()
        self.closed.emit(said)

    def put_away(self) -> None:
        """Out of sight, with nothing said; the file of the list stands there again."""
        self._form.file_card.show()
        self._form.report_card.hide()

    def refuse(self, error: DeskError) -> None:
        """It could not be written there."""
        self._form.report.show_error(say(error))
        self._form.report.setFocus()

    def _save(self) -> None:
        path = self._form.report.text().strip()
        self._run.save_report(
            path, lambda _: self.close(f"Đã lưu báo cáo vào {Path(path).name}."), self.refuse
        )

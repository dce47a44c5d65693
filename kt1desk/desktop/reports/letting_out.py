"""A report in front goes to paper or into a file: one name of a file is proposed and may be typed over. It must not know which report."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from kt1desk.desktop.dispatch.doing import Doing
from kt1desk.desktop.jobs import Lane
from kt1desk.desktop.messages import say
from kt1desk.desktop.needs.reports import ReportOutNeeds
from kt1desk.desktop.widgets import FieldEdit
from kt1desk.domain.errors import DeskError
from kt1desk.services.report_values import Shown

_NO_FILE = "Gõ tên tệp."


class LettingOut(QObject):
    """`said` carries what was done."""

    said = Signal(str)

    def __init__(
        self, needs: ReportOutNeeds, doing: Doing, field: FieldEdit, front: Callable[[], Shown | None]
    ) -> None:
        super().__init__(field)
        self._needs = needs
        self._doing = doing
        self._field = field
        self._front = front
        self._proposed = ""
        field.textEdited.connect(lambda _: field.show_idle())

    def propose(self) -> None:
        """A name for the file of the report in front; a name that somebody typed stays."""
        shown = self._front()
        if self._field.text() == self._proposed:
            self._proposed = self._needs.proposed_file(shown) if shown is not None else ""
            self._field.setText(self._proposed)
        self._field.show_idle()

    def save(self) -> None:
        """Write the file."""
        shown, path = self._front(), self._field.text().strip()
        if shown is None:
            return
        if not path:
            self.refuse(DeskError("reporting.file_ending", "file"), _NO_FILE)
            return
        self._doing.run(
            lambda: self._needs.save_report(shown, path),
            self._saved,
            Lane.OUTSIDE,
            long="Đang ghi ra tệp",
        )

    def print(self) -> None:
        """Queue it for the printer."""
        shown = self._front()
        if shown is not None:
            self._doing.run(
                lambda: self._needs.print_report(shown),
                lambda _: self.said.emit("Đang in báo cáo."),
                Lane.OUTSIDE,
                long="Đang dàn trang để in",
            )

    def refuse(self, error: DeskError, sentence: str = "") -> bool:
        """Say it below the name of the file; False where it is about something else."""
        if error.field != "file":
            return False
        self._field.show_error(sentence or say(error))
        self._field.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _saved(self, path: str) -> None:
        self._proposed = self._field.text()
        self.said.emit(f"Đã ghi báo cáo vào {path}.")

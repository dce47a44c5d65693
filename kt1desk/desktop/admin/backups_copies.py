"""The backups that lie in the place at hand. A medium may be slow or gone: it is read beside the screen and beside the store.

This module must not know what is done with a backup.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

from kt1desk.desktop.admin.backups_texts import COPY_COLUMNS, copy_rows
from kt1desk.desktop.forms.backups import Ui_BackupsPage
from kt1desk.desktop.jobs import Jobs, Lane, Newest
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.texts import count
from kt1desk.desktop.needs.backups import BackupCopy, BackupNeeds, BackupPlaceLine
from kt1desk.domain.errors import DeskError

_NOT_SET = "Chưa đặt nơi này. Ctrl+E để gõ thư mục."
_FLIGHT = "Hộp đen ghi từng việc, không chứa bản sao lưu."
_EMPTY = "Chưa có bản nào ở đây."
_READING = "Đang đọc nơi lưu…"


class BackupCopies(QObject):
    """Reads and shows them."""

    def __init__(self, needs: BackupNeeds, jobs: Jobs, ui: Ui_BackupsPage, parent: QObject) -> None:
        super().__init__(parent)
        self._needs, self._ui = needs, ui
        self._reads = Newest(jobs, Lane.OUTSIDE)
        self._rows = ui.copies.show_rows(COPY_COLUMNS)
        self._copies: tuple[BackupCopy, ...] = ()
        self._line: BackupPlaceLine | None = None
        self._place = ""

    def outdate(self) -> None:
        """What is shown may not be true any more: the next `read` looks at the medium."""
        self._line = None

    def read(self, line: BackupPlaceLine, offset_min: int) -> None:
        """Those of this place. A medium whose place is as it was is not looked at again."""
        if line == self._line:
            return
        is_other = line.place != self._place
        self._line, self._place = line, line.place
        self._reads.forget()
        self._ui.copies_title.setText(f"Bản sao lưu ở: {line.name}")
        takes = bool(line.folder) and not line.flight
        if is_other or not takes:
            self._show((), offset_min)
        if not takes:
            self._ui.copies.set_empty_text(_FLIGHT if line.flight else _NOT_SET)
            return
        self._ui.copies.set_empty_text(_READING)
        self._reads.run(
            lambda: tuple(self._needs.backups_at(line.place)),
            lambda copies: self._show(copies, offset_min),
            self._miss,
        )

    def current(self) -> BackupCopy | None:
        """The one at hand."""
        at = self._ui.copies.currentIndex().row()
        return self._copies[at] if 0 <= at < len(self._copies) else None

    def _show(self, copies: tuple[BackupCopy, ...], offset_min: int) -> None:
        before = self.current()
        self._copies = copies
        self._rows.set_rows(copy_rows(copies, offset_min))
        self._ui.copies_count.setText(f"{count(len(copies))} bản" if copies else "")
        self._ui.copies.set_empty_text(_EMPTY)
        if copies:
            refs = [each.ref for each in copies]
            self._ui.copies.selectRow(refs.index(before.ref) if before and before.ref in refs else 0)

    def _miss(self, error: DeskError) -> None:
        self._show((), 0)
        self._ui.copies.set_empty_text(_short(say(error)))


def _short(said: str) -> str:
    """The first sentence: what to do stands beside the list."""
    return f"{said.split('. ', maxsplit=1)[0].rstrip('.')}."

"""What is done on the page «Sao lưu»: a place is set or ended, backups are made now, one is read again whole. One act at a time.

Copies and proofs take as long as their medium: they run beside the store's thread. This module must not know how they are made.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from kt1desk.desktop.admin.backups_texts import done_words, failed_words, used_words
from kt1desk.desktop.dispatch.doing import Doing
from kt1desk.desktop.jobs import Jobs, Lane
from kt1desk.desktop.messages import say
from kt1desk.desktop.needs.backups import BackupCopy, BackupDone, BackupNeeds, BackupPlaceLine
from kt1desk.domain.errors import DeskError

T = TypeVar("T")
_BUSY = "Việc trước còn đang chạy. Chờ báo xong rồi bấm lại."
_BACKING_UP = "Đang sao lưu. Vẫn làm việc khác được, xong sẽ báo ở đây."
_CHECKING = "Đang đọc lại bản sao lưu. Vẫn làm việc khác được, xong sẽ báo ở đây."
_NO_COPY = "Chọn một bản sao lưu trong danh sách (Ctrl+L) rồi bấm F8."


class BackupActs(QObject):
    """The acts.

    Signals: `said` with a sentence; `done` when something is to be read again; `used` when a place was set or ended; `lacking` with what
    is wrong with a folder that was typed; `failed` with any other refusal, "" when a new act begins.
    """

    said = Signal(str)
    done = Signal()
    used = Signal()
    lacking = Signal(str)
    failed = Signal(str)

    def __init__(self, needs: BackupNeeds, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._needs, self._doing = needs, Doing(jobs, self)
        self._doing.refused.connect(self._refuse)

    def use(self, line: BackupPlaceLine, folder: str) -> None:
        """Use this folder for the place; an empty one ends it."""
        self._run(
            partial(self._needs.use_folder, line.place, folder),
            lambda _: self._used(used_words(line, folder)),
        )

    def back_up(self) -> None:
        """A backup to every place that is set."""
        self._run(self._needs.back_up, self._backed_up, _BACKING_UP, "Đang sao lưu")

    def check(self, copy: BackupCopy | None) -> None:
        """Read this backup whole."""
        if copy is None:
            self.said.emit(_NO_COPY)
            return
        good = f"Bản {copy.name} tốt: đã đọc lại trọn."
        read = partial(self._needs.check_backup, copy.ref)
        self._run(read, lambda _: self._finish(good), _CHECKING, "Đang đọc lại bản sao lưu")

    def _run(self, work: Callable[[], T], then: Callable[[T], None], begun: str = "", long: str = "") -> None:
        if self._doing.is_busy:
            self.said.emit(_BUSY)
            return
        self.failed.emit("")
        if begun:
            self.said.emit(begun)
        self._doing.run(work, then, Lane.OUTSIDE, long=long)

    def _used(self, said: str) -> None:
        self.used.emit()
        self._finish(said)

    def _backed_up(self, done: Sequence[BackupDone]) -> None:
        self.failed.emit(failed_words(done))
        self._finish(done_words(done))

    def _finish(self, said: str) -> None:
        self.said.emit(said)
        self.done.emit()

    def _refuse(self, error: DeskError) -> None:
        if error.code.startswith("backup.path"):
            self.lacking.emit(say(error))
        else:
            self.failed.emit(say(error))
            self.said.emit("")
        self.done.emit()

"""The check of all records put together for an open desk: what is read, where it is kept, when nobody is at the desk."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from kt1desk.app.desk import OpenDesk
from kt1desk.app.nightly import Nightly, Pace
from kt1desk.desktop.quiet import QuietWatch
from kt1desk.services.record_check import RecordCheck
from kt1desk.store.folder import DataFolder
from kt1desk.store.record_check import CheckNote, Mending, RecordFiles


class NightWatch:
    """From the log-in to the end of the session.

    Args:
        app: whose input is watched.
        desk: whose records are read.
        folder: where they lie.
        tell: two calls from a thread of its own: something is known now that must be told; the tables that screens read are made anew from
            now on, and every page waits for it.
        faulted: the program itself failed.
    """

    def __init__(
        self,
        app: QApplication,
        desk: OpenDesk,
        folder: DataFolder,
        tell: tuple[Callable[[], None], Callable[[], None]],
        faulted: Callable[[BaseException], None],
    ) -> None:
        changed, mending = tell
        self._quiet = QuietWatch(app, desk.clock)
        pace = Pace(desk.clock, self._quiet.quiet_ms)
        records = RecordFiles(desk.store, folder, pace, Mending(pace.check, mending))
        check = RecordCheck(desk.store, records, CheckNote(desk.store), desk.clock)
        self._nightly = Nightly(check, pace, desk.clock, self._quiet.quiet_ms, (changed, faulted))

    def start(self) -> None:
        """Begin to look whether a check is due."""
        self._nightly.start()

    def touched(self) -> None:
        """Somebody is there, by a way that Qt does not see: a scanner on its own cable."""
        self._quiet.touched()

    def close(self, patience_s: float) -> bool:
        """End it; a step under way begins anew the next time. May be called again; returns whether it has ended."""
        self._quiet.end()
        return self._nightly.close(patience_s)

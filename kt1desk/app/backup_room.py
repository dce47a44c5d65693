"""The backup room: makes backups while somebody is logged in, in a thread of its own, so that nobody at the counter waits for a disk.

It looks for itself whether a shift was closed or a day has gone by; nobody has to tell it. This module must not know any screen, nor how a
backup is made: it calls back when something changed.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import Protocol

from kt1desk.domain.errors import DeskError
from kt1desk.services.backup_places import BackupPlace

LOOK_S = 5.0
"""How often the room looks whether a backup is due."""


class Work(Protocol):
    """What the room does (`kt1desk.app.backing_up.BackingUp`)."""

    @property
    def may(self) -> bool:
        """Whether whoever is logged in may make backups at all."""

    def due(self) -> Sequence[BackupPlace]:
        """Where a backup is to be made now."""

    def back_up(self, place: BackupPlace) -> object:
        """Make one."""


class BackupRoom:
    """Makes backups until it is closed.

    Args:
        work: what is due, and how it is made.
        changed: called from the room's thread after each backup, good or not.
        faulted: called with an error that is no refusal.
    """

    def __init__(
        self, work: Work, changed: Callable[[], None], faulted: Callable[[BaseException], None]
    ) -> None:
        self._work = work
        self._changed = changed
        self._faulted = faulted
        self._closing, self._woken = threading.Event(), threading.Event()
        self._at_work: BackupPlace | None = None
        # A daemon: a dead share may take minutes, and must not keep the program alive.
        self._thread = threading.Thread(target=self._serve, name="backup", daemon=True)

    @property
    def at_work(self) -> BackupPlace | None:
        """The place that gets a backup just now."""
        return self._at_work

    def start(self) -> None:
        """Begin. Once only."""
        self._thread.start()

    def wake(self) -> None:
        """Look now. Waits for nothing."""
        self._woken.set()

    def close(self, patience_s: float) -> bool:
        """End: what is due is still made, as far as patience goes; a backup that is cut off then has no name and counts as none.

        May be called again; returns whether its thread has ended.
        """
        self._closing.set()
        self._woken.set()
        if self._thread.is_alive():
            self._thread.join(patience_s)
        return not self._thread.is_alive()

    def _serve(self) -> None:
        while True:
            last = self._closing.is_set()
            self._woken.clear()
            for place in self._due():
                self._make(place)
            if last:
                return
            if not self._closing.is_set():
                self._woken.wait(LOOK_S)

    def _due(self) -> Sequence[BackupPlace]:
        try:
            return self._work.due() if self._work.may else ()
        except DeskError:
            return ()  # the disk of the data itself: whoever works at the desk is told by what he does
        except Exception as error:  # noqa: BLE001  the room goes on; a fault is told
            self._tell(error)
            return ()

    def _make(self, place: BackupPlace) -> None:
        self._at_work = place
        try:
            self._work.back_up(place)
        except DeskError:
            pass  # kept with the place and told on its page; the journal says it once a shift
        except Exception as error:  # noqa: BLE001  the room goes on; a fault is told
            self._tell(error)
        finally:
            self._at_work = None
        if not self._closing.is_set():
            self._changed()

    def _tell(self, error: BaseException) -> None:
        if not self._closing.is_set():
            self._faulted(error)

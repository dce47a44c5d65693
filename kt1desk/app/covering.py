"""What covers the screen of an open desk by itself: nobody there, the system locked, the machine asleep; and what goes with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from kt1desk.app.desk import OpenDesk
from kt1desk.app.idle import idle_ms
from kt1desk.desktop.absence import AbsenceWatch
from kt1desk.desktop.clipboard import ClipboardGuard
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.system_lock import SystemLock


class Covering:
    """Watches while somebody is logged in. ``woken`` is called when the machine slept: what is known of the world is old then."""

    def __init__(
        self, app: QApplication, desk: OpenDesk, window: MainWindow, woken: Callable[[], None]
    ) -> None:
        after_ms = idle_ms(desk.session.actor, desk.reference, desk.today)
        self.absence = AbsenceWatch(app, desk.clock, after_ms)
        self._system = SystemLock(app, window)
        for watch in (self.absence.away, self._system.away):
            watch.connect(window.curtain.cover)
        for awake in (self.absence.woke, self._system.woke):
            awake.connect(woken)
        self._clipboard = ClipboardGuard(app)
        window.curtain.covered.connect(self._clipboard.clear)

    def end(self) -> None:
        """Watch no more; what was copied is gone."""
        self.absence.end()
        self._clipboard.end()


def read_again(window: MainWindow) -> None:
    """What stands on the screen is old: the page in front reads anew what it shows; what was typed stays."""
    if (page := window.page()) is not None:
        page.entered()

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

_ONCE_MS = 10_000
"""System and clock both tell of one waking up, each in its own words."""


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
        self._woken, self._now_ms = woken, desk.clock.monotonic_ms
        self._woke_ms = -_ONCE_MS
        for awake in (self.absence.woke, self._system.woke):
            awake.connect(self._wake)
        self._clipboard = ClipboardGuard(app)
        window.curtain.covered.connect(self._clipboard.clear)

    def end(self) -> None:
        """Watch no more; what was copied is gone."""
        self.absence.end()
        self._clipboard.end()

    def _wake(self) -> None:
        now_ms = self._now_ms()
        if now_ms - self._woke_ms >= _ONCE_MS:
            self._woke_ms = now_ms
            self._woken()


def read_again(window: MainWindow) -> None:
    """What stands on the screen is old: the page in front reads anew what it shows; what was typed stays.

    As its own key for that does it: who enters a page begins anew there, and an incident half written down would be gone.
    """
    page = window.page()
    if page is None:
        return
    keys = (key.act for key in page.offered() if key.reads and not key.why_not)
    again = next(keys, None)
    (again or page.entered)()

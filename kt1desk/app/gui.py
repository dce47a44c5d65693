"""The desk on the screen: gate first, then the window furnished for whoever logged in.

Log-off ends the process and begins a new one, because no program in Python can wipe a password from its memory.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from kt1desk.app import later
from kt1desk.app.login import LoginDoor
from kt1desk.app.place import DeskPlace
from kt1desk.desktop.first_picture import BehindFirstPicture
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.look.theme import LIGHT
from kt1desk.desktop.look.wear import wear
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.messages import catch_faults
from kt1desk.desktop.pages.login import LoginPage

if TYPE_CHECKING:  # the log-in page stands before these are loaded
    from kt1desk.app.first_gate import FirstGate
    from kt1desk.app.office import Office
    from kt1desk.services.sessions import Session

AGAIN = 75
"""Exit code of a log-off: whoever started the program starts it again."""


class DeskProgram:
    """One run of the program: from the gate to the closing of the window."""

    def __init__(self, app: QApplication, place: DeskPlace) -> None:
        self._app = app
        self._place = place
        self._office: Office | None = None
        self._code = 0
        self._first: FirstGate | None = None
        wear(app, LIGHT)
        self.jobs = Jobs()
        self.window = MainWindow(self.jobs)
        self.window.log_off_wanted.connect(self._log_off)
        self.window.closing.connect(self._close)
        catch_faults(self.window.tell_fault)
        self._login = LoginDoor(place)
        self._loading = BehindFirstPicture(self.window, self._load)

    @property
    def office(self) -> Office | None:
        """The furnished desk, once somebody has logged in."""
        return self._office

    def show(self) -> None:
        """Show the window with the gate that fits: first run, or log-in."""
        if self._place.has_desk:
            self._show_login()
        else:
            self._show_first_run()
        self.window.show()

    def run(self) -> int:
        """Until the window is closed; returns the exit code."""
        self._app.exec()
        return self._code

    def _load(self) -> None:
        """Once the window is painted: what knows no screen first, then the pages, between two events of the screen."""
        # A fault while loading is logged and told by the jobs, and comes again when somebody logs in.
        self.jobs.run(self._login.works, lambda _: self._loading.go_on(later.load_screens()), lambda _: None)

    def _show_first_run(self) -> None:
        self._first = later.first_gate(self._login.works(), self.jobs)
        self._first.page.finished.connect(self._show_login)
        self.window.show_gate(self._first.page)

    def _show_login(self, user: str = "") -> None:
        page = LoginPage(self._login, self.jobs)
        page.logged_in.connect(self._furnish)
        self.window.show_gate(page)
        if user:
            page.entered(user)

    def _furnish(self, session: Session) -> None:
        opened = self._login.opened
        if opened is None or opened.session is not session:
            return
        if self._first is not None:
            self._first.hand_over(opened.store)
        office = later.office_class()
        self._office = office(self._app, self._login.works(), opened, self.jobs, self.window)
        self._office.begin()

    def _log_off(self) -> None:
        self._code = AGAIN
        self.window.close()

    def _close(self) -> None:
        """Papers under way are finished, the store is closed, then the event loop ends."""
        self._loading.stop()
        if self._office is not None:
            self._office.end()
        self.jobs.close()
        if self._login.opened is not None:
            self._login.opened.close()
        QTimer.singleShot(0, self._app.quit)


def run_desk(place: DeskPlace) -> int:
    """Open the desk on the screen; returns the exit code."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(app, QApplication):
        raise TypeError
    program = DeskProgram(app, place)
    program.show()
    code = program.run()
    place.leave()
    if code == AGAIN:
        os.execv(sys.executable, [sys.executable, "-m", "kt1desk", *sys.argv[1:]])  # noqa: S606  the same program again
    return code

"""The desk on the screen: gate first, then the window furnished for whoever logged in.

Log-off ends the process and begins a new one, because no program in Python can wipe a password from its memory.
"""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from kt1desk.app.gates import FirstRunDoor, LoginDoor
from kt1desk.app.hardware import Hardware, SettingsInHand
from kt1desk.app.office import Office
from kt1desk.app.place import DeskPlace
from kt1desk.app.setup_needs import PrinterSetup, unknown_state
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.look.theme import LIGHT
from kt1desk.desktop.look.wear import wear
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.messages import catch_faults
from kt1desk.desktop.pages.first_run import FirstRunPage
from kt1desk.desktop.pages.login import LoginPage
from kt1desk.services.sessions import Session
from kt1desk.store.settings import Settings

AGAIN = 75
"""Exit code of a log-off: whoever started the program starts it again."""


class DeskProgram:
    """One run of the program: from the gate to the closing of the window."""

    def __init__(self, app: QApplication, place: DeskPlace) -> None:
        self._app = app
        self._place = place
        self._office: Office | None = None
        self._code = 0
        self._chosen = SettingsInHand()
        wear(app, LIGHT)
        self.jobs = Jobs()
        self.window = MainWindow(self.jobs)
        self.window.log_off_wanted.connect(self._log_off)
        self.window.closing.connect(self._close)
        catch_faults(self.window.tell_fault)
        self._login = LoginDoor(place.keys, place.opener, sample=place.is_sample)

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

    def _show_first_run(self) -> None:
        door = FirstRunDoor(self._place.maker, self._place.clock)
        hardware = Hardware(self._chosen, self._place.options.papers)
        hardware.prepare()
        printers = PrinterSetup(hardware, self._place.clock, unknown_state, lambda: None)
        page = FirstRunPage(door, self.jobs, printers)
        page.finished.connect(self._show_login)
        self.window.show_gate(page)

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
        self._chosen.hand_over(Settings(opened.store))
        self._office = Office(self._app, self._place, opened, self.jobs, self.window)
        self._office.begin()

    def _log_off(self) -> None:
        self._code = AGAIN
        self.window.close()

    def _close(self) -> None:
        """Papers under way are finished, the store is closed, then the event loop ends."""
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

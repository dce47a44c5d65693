"""The desk on the screen: gate first, then the window furnished for whoever logged in.

Log-off ends the process and begins a new one, because no program in Python can wipe a password from its memory.
"""

from __future__ import annotations

import gc
import logging
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from kt1desk.app import later
from kt1desk.app.again import AGAIN, begin_again
from kt1desk.app.handing_over import HandingOver, laying_aside, received, why_sent_away
from kt1desk.app.leaving import LeavingTime
from kt1desk.app.log import crash_log
from kt1desk.app.login import LoginDoor
from kt1desk.app.login_gates import LoginGates
from kt1desk.app.place import DeskPlace
from kt1desk.desktop.first_picture import BehindFirstPicture
from kt1desk.desktop.frame import Frame
from kt1desk.desktop.jobs import Jobs, Lane
from kt1desk.desktop.last_work import painted_meanwhile
from kt1desk.desktop.look.theme import LIGHT
from kt1desk.desktop.look.wear import application, wear
from kt1desk.desktop.messages import catch_faults
from kt1desk.desktop.pages.login import LoginPage
from kt1desk.desktop.qt_words import give_qts_words_back, keep_qts_words
from kt1desk.domain.sessions import Leaving

if TYPE_CHECKING:  # the log-in page stands before these are loaded
    from kt1desk.app.first_gate import FirstGate
    from kt1desk.app.office import Office
    from kt1desk.app.works import Works
    from kt1desk.desktop.main_window import MainWindow
    from kt1desk.services.sessions import Session


class DeskProgram:
    """One run of the program: from the gate to the closing of the window."""

    def __init__(self, app: QApplication, place: DeskPlace) -> None:
        self._app = app
        self._place = place
        self._office: Office | None = None
        self._code = 0
        self._why = Leaving.ENDED
        self._first: FirstGate | None = None
        self._main: MainWindow | None = None
        self.handing: HandingOver | None = None
        self._page: LoginPage | None = None
        wear(app, LIGHT)
        self.jobs = Jobs()
        self.window = Frame()
        self.window.closing.connect(self._close)
        catch_faults(self._tell_fault)
        self._login = LoginDoor(place, later)
        self._gates = LoginGates(self._login, self.jobs, self._main_window, self._furnish)
        self.window.stays_open = self._gates.is_laying_out
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
        self.window.fill_screen()

    def run(self) -> int:
        """Until the window is closed; returns the exit code."""
        self._app.exec()
        return self._code

    def _load(self) -> None:
        """Once the window is painted: the main window, what knows no screen, then the pages, between two events of the screen."""
        gc.freeze()
        gc.enable()
        self._main_window()
        # A fault while loading is logged and told by the jobs, and comes again when somebody logs in.
        self.jobs.run(self._login.works, self._warm_up, lambda _: None)

    def _warm_up(self, works: Works) -> None:
        """Pages and first papers; outside the lane of the store, so that whoever is quick at the log-in does not wait for it."""
        self._loading.go_on(later.load_screens())
        self.jobs.run(works.warm_up, lambda _: None, lambda _: None, Lane.OUTSIDE)

    def _main_window(self) -> MainWindow:
        """The main window; made when it is first asked for, it takes over what the frame shows."""
        if self._main is None:
            self._main = later.main_window(self.jobs)
            self._main.log_off_wanted.connect(lambda: self._leave(Leaving.LOG_OFF))
            self.handing = HandingOver(self._main, self.jobs, self._leave)
            _move_in(self.window, self._main, self._page)
        return self._main

    def _show_first_run(self) -> None:
        """It happens once in the life of a desk: everything is loaded first."""
        self._first = later.first_gate(self._login.works(), self.jobs)
        self._first.page.finished.connect(self._gates.show_login)
        self._first.page.restore_wanted.connect(lambda: self._gates.show_restore(self._show_first_run))
        self._main_window().show_gate(self._first.page)

    def _show_login(self) -> None:
        self._page = self._gates.login_page()
        self.window.hold(self._page)
        self._page.setFocus()
        if (why := why_sent_away(self._place.options)) is not None:
            self._page.tell(why)
        if (following := received(self._place.options)) is not None:
            self._page.take_over(following.user, following.password)

    def _furnish(self, session: Session) -> None:
        opened = self._login.opened
        if opened is None or opened.session is not session:
            return
        if self._first is not None:
            self._first.hand_over(opened.store)
        office = later.office_class()
        self._office = office(self._app, self._login.works(), opened, self.jobs, self._main_window())
        if self.handing is not None:
            self._office.staff.gone.connect(self.handing.send_away)
        self._office.begin()
        if self.handing is not None:
            later.upgrading(self._main_window(), self.jobs, opened, self.handing.leave_for)

    def _tell_fault(self, sentence: str) -> None:
        if self._main is not None:
            self._main.tell(sentence, is_good=False)

    def _leave(self, why: Leaving) -> None:
        self._code, self._why = AGAIN, why
        if not self.window.close():
            self._code, self._why = 0, Leaving.ENDED

    def _close(self) -> None:
        """Papers under way are finished, the store is closed, then the event loop ends."""
        self._loading.stop()
        if self._main is not None:
            if (
                self._office is not None
            ):  # one who was refused by the disk was told at the curtain, and leaves all the same
                self.jobs.run(laying_aside(self._main), lambda _: None, lambda _: None)
            self._main.close()
        leaving = LeavingTime(self._main.tell_waiting if self._main is not None else lambda _: None)
        if self._office is not None:
            self._office.end(leaving)
        self._gates.leave()
        if leaving.wait_for("các việc đang ghi sổ", self.jobs.finish):
            self.jobs.close()
            self._end_session(leaving)
        else:  # it ends with the process; what it had not committed never was
            self.jobs.abandon()
            logging.getLogger(__name__).warning("left while jobs were under way")
        self._stop_timers()
        QTimer.singleShot(0, self._app.quit)

    def _stop_timers(self) -> None:
        """The last answers started some, and what they would ask for nobody does any more."""
        for timer in self.window.findChildren(QTimer):
            timer.stop()

    def _end_session(self, leaving: LeavingTime) -> None:
        """The end is written, then recorded with all before it; only then the store is let go."""
        opened = self._login.opened
        if opened is None:
            return
        opened.book.closed(self._why)
        if self._office is not None:
            leaving.wait_for("hộp đen ghi nốt", self._office.recorder.close)
        self.window.stays_open = lambda: True  # it is painted meanwhile, and may be asked once more to close

        def close(tell: Callable[[int], None]) -> None:
            if opened.ending is not None:
                opened.ending.tell = tell
            opened.close(self._why)

        self._stop_timers()
        painted_meanwhile(close, leaving.tell_new_key)


def _move_in(frame: Frame, main: MainWindow, page: LoginPage | None) -> None:
    """The page goes over into the main window with what was typed and with the keyboard, and nobody sees it move."""
    # The window's focus: the application has none until the window manager has given this window the keyboard.
    focus = frame.focusWidget()
    frame.setUpdatesEnabled(False)
    frame.hold(main)  # before the page goes over: a focus set outside the frame is lost on the way
    main.show()
    if page is not None:
        main.show_gate(page)
    if focus is not None:
        focus.setFocus()
    if (early := frame.early_key()) is not None:
        main.press(early)
    frame.setUpdatesEnabled(True)


def run_desk(place: DeskPlace) -> int:
    """Open the desk on the screen; returns the exit code."""
    keep_qts_words()
    with crash_log(place.folder):
        program = DeskProgram(application(sys.argv[0]), place)
        program.show()
        code = program.run()
    if place.options.temporary:
        place.lock.release()
        later.clear_away(place.folder.root.parent)
    place.leave()
    give_qts_words_back()
    if code == AGAIN and not place.options.starter_waits:
        return begin_again(
            program.handing.words_again(sys.argv[1:]) if program.handing is not None else sys.argv[1:]
        )
    return code

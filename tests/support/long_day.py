"""Eight hours at the real window in a process of its own, under a clock that is put on; what the process holds after each hour.

    python -m tests.support.long_day FOLDER [HOURS] [ITEMS_AN_HOUR]

Real store, services, search, print queue and papers (into a folder). The clock goes on by seconds after each act, so that idle times and
everything that looks at the time live through the day; no beat is longer than a sleep would be.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from kt1desk.app.clock import SystemClock
from kt1desk.app.gui import DeskProgram
from kt1desk.app.hardware import Hardware
from kt1desk.app.options import Options
from kt1desk.app.place import TRIAL_PASSWORD, DeskPlace, take_place
from kt1desk.app.works import works_in
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.navigation import Place
from kt1desk.desktop.needs import DeviceSettings
from kt1desk.desktop.pages.login import LoginPage
from kt1desk.domain.events import Moment
from kt1desk.store.settings import Settings
from tests.support.keys import press, type_text

HOURS, ITEMS = 8, 60
USER = "son.ly"
"""Clerk, head and administrator in one: every place is his."""
FLOAT_DONG = 1_000_000
MINUTE_MS, BEAT_MS = 60_000, 20_000
PATIENCE_S = 60.0
AFTER_LAST_KEY_MS = 40
"""A little longer than pages wait before they ask for a price."""
ROUND_EVERY, SEARCH_EVERY, COVER_EVERY = 20, 5, 60
"""Items between two walks through all places, two searches, two times that the screen is covered and its look changed."""
SEARCHED = ("so noi vu", "ubvl", "in lai nhan")
RECEIVERS = ("ubvl", "ubdd", "vptu", "hdnd", "stc")
CTRL = Qt.KeyboardModifier.ControlModifier
PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")


class PutOn:
    """By how much the clocks of the program are ahead of the machine's."""

    ms = 0

    def install(self) -> None:
        """All clocks of the program from now on."""
        now, steady, elapsed = SystemClock.now, SystemClock.monotonic_ms, SystemClock.elapsed_ms

        def moment(clock: SystemClock) -> Moment:
            true = now(clock)
            return Moment(true.utc_ms + self.ms, true.offset_min)

        SystemClock.now = moment  # type: ignore[method-assign,assignment]
        SystemClock.monotonic_ms = lambda clock: steady(clock) + self.ms  # type: ignore[method-assign,assignment]
        SystemClock.elapsed_ms = lambda clock: elapsed(clock) + self.ms  # type: ignore[method-assign,assignment]


@dataclass(frozen=True)
class Held:
    """What the process holds at the end of an hour.

    Attributes:
        rss_mib: resident memory.
        widgets: widgets of Qt.
        timers: timers of the window, at work or not.
        objects: objects that Python's collector knows.
        threads: of the process.
    """

    rss_mib: float
    widgets: int
    timers: int
    objects: int
    threads: int


def held(window: QWidget) -> Held:
    """Now, after everything that nobody needs was let go."""
    gc.collect()
    resident = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * PAGE_BYTES
    return Held(
        round(resident / 2**20, 1),
        len(QApplication.allWidgets()),
        len(window.findChildren(QTimer)),
        len(gc.get_objects()),
        len(list(Path("/proc/self/task").iterdir())),
    )


class AtWork:
    """Whoever works there, by keys alone."""

    def __init__(self, program: DeskProgram, clock: PutOn) -> None:
        self._program = program
        self._clock = clock
        window = program.window.findChild(MainWindow)
        assert isinstance(window, MainWindow)
        self.window = window

    def day(self, hours: int, items: int) -> list[Held]:
        """Every hour as the one before."""
        found = []
        for hour in range(hours):
            for at in range(items):
                self._accept(at)
                self._beside(at)
                for _ in range(max(1, 60 * MINUTE_MS // items // BEAT_MS)):
                    self._pass_beat()
            self.settle()
            found.append(held(self._program.window))
            print(f"{hour + 1}. hour: {found[-1]}", file=sys.stderr, flush=True)
        return found

    def settle(self) -> None:
        """Every job has come back, and what it brought is painted."""
        jobs = self._program.jobs
        wait(lambda: jobs.running == 0)
        QApplication.processEvents()
        wait(lambda: jobs.running == 0)

    def _press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        press(key, modifiers)
        self.settle()

    def _type(self, text: str) -> None:
        type_text(text)
        pass_ms(AFTER_LAST_KEY_MS)
        self.settle()

    def _pass_beat(self) -> None:
        """Time goes on; the watches of absence and of the clock look, as they do each second, or they would take it for a sleep."""
        self._clock.ms += BEAT_MS
        office = self._program.office
        assert office is not None
        office._covering.absence.look()
        office._clock.look()
        self.settle()

    def _accept(self, at: int) -> None:
        """One item, as the clerk's hand does it."""
        self._go(Place.ACCEPT)
        for typed in ("snv", RECEIVERS[at % len(RECEIVERS)]):
            self._type(typed)
            self._press(Qt.Key.Key_Return)
        for typed in ("0", "1", str(100 + at)):
            self._type(typed)
        self._press(Qt.Key.Key_Space)
        self._press(Qt.Key.Key_F9)
        assert not self.window.curtain.is_covering()

    def _beside(self, at: int) -> None:
        """What else is done in an hour."""
        if at % SEARCH_EVERY == 0:
            self._search(SEARCHED[at // SEARCH_EVERY % len(SEARCHED)])
        if at % ROUND_EVERY == 0:
            self._walk()
        if at % COVER_EVERY == 0:
            self._cover()
            for _ in range(3):
                self._press(Qt.Key.Key_F12, CTRL)
            self._press(Qt.Key.Key_F1)
            self._press(Qt.Key.Key_F1)

    def _search(self, text: str) -> None:
        self._press(Qt.Key.Key_K, CTRL)
        self._type(text)
        for _ in range(3):
            self._press(Qt.Key.Key_Escape)

    def _walk(self) -> None:
        """Every place, every work of it."""
        for place in Place:
            self._go(place)
            page = self.window.page()
            for key in page.offered() if page is not None else ():
                if key.key.startswith("Ctrl+") and key.key[-1].isdigit() and not key.why_not:
                    self._press(Qt.Key(ord(key.key[-1])), CTRL)

    def _cover(self) -> None:
        """The screen is covered and opened again by the password."""
        self._press(Qt.Key.Key_F12)
        assert self.window.curtain.is_covering()
        self._press(Qt.Key.Key_A)
        self._type(TRIAL_PASSWORD)
        self._press(Qt.Key.Key_Return)
        wait(lambda: not self.window.curtain.is_covering())

    def _go(self, place: Place) -> None:
        self.window.go(place)
        self.settle()


def pass_ms(milliseconds: int) -> None:
    """Let the program work for so long."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait(condition: Callable[[], bool]) -> None:
    """Let the program work until something is so."""
    until = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < until, "waited in vain"
        pass_ms(2)


def accepted(program: DeskProgram) -> int:
    """How many items the journal has."""
    office = program.office
    assert office is not None
    with office._desk.store.transaction() as connection:
        row = connection.execute("SELECT count(*) FROM item").fetchone()
    return int(row[0]) if row else 0


def _prepared(place: DeskPlace) -> None:
    """A trial desk with an open shift; keys are held for no scanner."""
    works = works_in(place)
    works.make_sample()
    desk = works.opener.open(USER, TRIAL_PASSWORD)
    hardware = Hardware(Settings(desk.store, USER), place.options.papers, lambda: None)
    hardware.keep_devices(DeviceSettings(False, 0, "", "", ""))
    desk.shifts.open(desk.session, desk.shifts.proposed_date(), FLOAT_DONG)
    desk.close()


def _log_in(program: DeskProgram) -> None:
    page = program.window.findChild(LoginPage)
    assert isinstance(page, LoginPage)
    wait(lambda: program.jobs.running == 0)
    page._ui.user.setText(USER)
    page._ui.password.setText(TRIAL_PASSWORD)
    page._log_in()
    wait(lambda: program.office is not None and program.jobs.running == 0)


def kinds() -> Counter[str]:
    """Objects of Python by their type: what grows is found by comparing two of these."""
    return Counter(type(each).__name__ for each in gc.get_objects() if not isinstance(each, QObject))


def main(folder: Path, hours: int = HOURS, items: int = ITEMS) -> None:
    """The day; it writes what was held after each hour, and how many items the journal has at its end."""
    place = take_place(Options(folder / "data", folder / "papers", trial=True))
    _prepared(place)
    clock = PutOn()
    clock.install()
    program = DeskProgram(QApplication(sys.argv[:1]), place)
    program.show()
    wait(program.window.isActiveWindow)
    _log_in(program)
    day = AtWork(program, clock).day(hours, items)
    print(json.dumps({"held": [asdict(each) for each in day], "items": accepted(program)}), flush=True)
    program.window.close()
    QCoreApplication.exec()
    place.leave()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *(int(each) for each in sys.argv[2:4]))

"""A clerk goes through every place of the real window and presses keys there; for each key it is written how long it took to be painted.

    python -m tests.bench.children.page_keys DATA

Keys come with the pauses of a hand. The floor is an empty line edit in the same window, between the pages.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QKeyCombination, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kt1desk.app.clock import SystemClock
from kt1desk.app.gui import DeskProgram
from kt1desk.app.hardware import Hardware
from kt1desk.app.options import Options
from kt1desk.app.place import take_place
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.navigation import Page, Place
from kt1desk.desktop.needs import DeviceSettings
from kt1desk.desktop.widgets import StatusLine
from kt1desk.sampling.people import HEAD
from kt1desk.services.sessions import begin_session
from kt1desk.services.shifts import Shifts
from kt1desk.store.settings import Settings
from tests.bench.children.log_in import log_in, wait
from tests.bench.samples import open_store
from tests.support.keys import press, type_text

HAND_MS = 80
"""Between two keys of a quick hand."""
QUIET_MS = 40
WEDGE_GAP_MS = 20
"""What three scans of a usual scanner on a cable come to; one that was not measured holds every key for 50 ms."""
UNSEEN_MS = 400
"""A key that has changed no picture by then changes none: Down in an empty list."""
LETTERS = "son"
FLOOR = "–"


@dataclass
class Spent:
    """Milliseconds of one place or work.

    Attributes:
        echo: from a key to the end of the first picture after it.
        held: of it, what the scanner's filter kept the key back.
        processor: of it, what the screen's thread computed: the same however busy the machine is.
        answer: from a key to the end of the last picture that followed from it.
        came: from the key of the place to its first picture, and to its last one, when all it reads has come.
        came_processor: what the screen's thread computed for the first picture.
        stall: the longest time, while the place came, in which the screen's thread answered nobody.
        unseen: keys that changed no picture.
    """

    echo: list[float] = field(default_factory=list)
    held: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)
    answer: list[float] = field(default_factory=list)
    came: tuple[float, float] = (0.0, 0.0)
    came_processor: float = 0.0
    stall: float = 0.0
    unseen: int = 0


class Watch(QObject):
    """When the last key was pressed, reached a widget, and when its picture was first and last drawn; in seconds."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self.pressed = self.reached = self.first = self.last = 0.0
        self._used_s = self.processor_s = 0.0
        self._beat_s = self.stall_s = 0.0
        self._beat = QTimer(self, interval=1)
        self._beat.timeout.connect(self._measure_stall)
        app.installEventFilter(self)

    def begin(self) -> None:
        """A key is about to be pressed."""
        self.reached = self.first = self.last = self.stall_s = 0.0
        self._used_s = time.thread_time()
        self.pressed = self._beat_s = time.perf_counter()
        self._beat.start()

    def end(self) -> None:
        """Its last picture was drawn."""
        self._beat.stop()

    def eventFilter(self, of: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        kind = event.type()
        if kind == QEvent.Type.Paint:
            if self.reached and not isinstance(
                of, StatusLine
            ):  # which speaks every few seconds, whatever is pressed
                QTimer.singleShot(0, self._note)
        elif kind in {QEvent.Type.KeyPress, QEvent.Type.Shortcut} and (
            isinstance(of, QWidget) or not isinstance(event, QKeyEvent)
        ):
            self.reached = self.reached or time.perf_counter()
        return False

    def _note(self) -> None:
        self.last = time.perf_counter()
        if not self.first:
            self.first, self.processor_s = self.last, time.thread_time() - self._used_s

    def _measure_stall(self) -> None:
        now = time.perf_counter()
        self.stall_s = max(self.stall_s, now - self._beat_s)
        self._beat_s = now


class Hand:
    """Presses keys and waits until each has been answered."""

    def __init__(self, program: DeskProgram) -> None:
        self._program = program
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.watch = Watch(app)

    def shortcut(self, keys: str, spent: Spent) -> None:
        """The key that brings a place or a work to the front."""
        combination: QKeyCombination = QKeySequence(keys)[0]  # type: ignore[index]  # the stubs forget it
        self.watch.begin()
        press(combination.key(), combination.keyboardModifiers())
        self._settle()
        spent.came = self._ms(self.watch.first), self._ms(self.watch.last)
        spent.came_processor = self.watch.processor_s * 1000
        spent.stall = self.watch.stall_s * 1000

    def letters(self, text: str, spent: Spent) -> None:
        """Type; each letter is taken back with Backspace afterwards."""
        for letter in text:
            self._key(partial(type_text, letter), spent)
        for _ in text:
            self._key(partial(press, Qt.Key.Key_Backspace), spent)

    def keys(self, keys: tuple[Qt.Key, ...], spent: Spent) -> None:
        """Press keys that write nothing."""
        for key in keys:
            self._key(partial(press, key), spent)

    def _key(self, act: partial[None], spent: Spent) -> None:
        _pass(HAND_MS)
        self.watch.begin()
        act()
        self._settle()
        if not self.watch.first:
            spent.unseen += 1
            return
        spent.echo.append(self._ms(self.watch.first))
        spent.held.append(self._ms(self.watch.reached))
        spent.answer.append(self._ms(self.watch.last))
        spent.processor.append(self.watch.processor_s * 1000)

    def _settle(self) -> None:
        """Until a picture was drawn, every job has come back, and nothing more is drawn for a moment."""
        watch, jobs = self.watch, self._program.jobs
        wait(lambda: bool(watch.first) or self._ms(time.perf_counter()) > UNSEEN_MS)
        wait(lambda: jobs.running == 0 and self._ms(time.perf_counter(), watch.last) > QUIET_MS)
        watch.end()

    def _ms(self, moment_s: float, since_s: float | None = None) -> float:
        begun = self.watch.pressed if since_s is None else since_s
        return (moment_s - begun) * 1000 if moment_s else 0.0


def _pass(milliseconds: int) -> None:
    until = time.perf_counter() + milliseconds / 1000
    wait(lambda: time.perf_counter() >= until)


def prepare(data: Path) -> None:
    """An open shift, so that every place can be worked at, and a wedge scanner that was measured, as at a counter that is set up."""
    store, clock = open_store(data), SystemClock()
    with store.read() as reader:
        session = begin_session(reader, HEAD, {})
    shifts = Shifts(store, clock)
    if shifts.current() is None:
        shifts.open(session, shifts.proposed_date(), 500_000)
    hardware = Hardware(Settings(store, HEAD), data, lambda: None)
    hardware.keep_devices(DeviceSettings(True, WEDGE_GAP_MS, "", "", ""))
    store.close()


def works_of(page: Page) -> Iterator[tuple[str, str]]:
    """Key and title of each work that a page brings to the front by Ctrl and a number."""
    for key in page.offered():
        if key.key.startswith("Ctrl+") and key.key[-1].isdigit() and not key.why_not:
            yield key.key, key.does


def try_keys(hand: Hand, spent: Spent) -> None:
    """What a hand does on any page: letters where they can be typed, lines of lists up and down, Tab through the fields."""
    if isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit):
        hand.letters(LETTERS, spent)
    hand.keys(
        (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Tab),
        spent,
    )


def floor(window: MainWindow, hand: Hand, spent: Spent) -> None:
    """The same letters into an empty line edit of the same window."""
    stack = window.findChild(QStackedWidget, "work")
    assert isinstance(stack, QStackedWidget)
    front, bare = stack.currentWidget(), QWidget()
    field_, lines = QLineEdit(bare), QVBoxLayout(bare)
    lines.addWidget(field_)
    stack.addWidget(bare)
    stack.setCurrentWidget(bare)
    field_.setFocus()
    hand.letters(LETTERS, spent)
    if front is not None:
        stack.setCurrentWidget(front)
    stack.removeWidget(bare)
    bare.deleteLater()


def walk(program: DeskProgram, hand: Hand) -> dict[str, Spent]:
    """Every place that this user is offered, every work of it."""
    window = program.window.findChild(MainWindow)
    assert isinstance(window, MainWindow)
    seen: dict[str, Spent] = {FLOOR: Spent()}
    for place in Place:
        spent = Spent()
        hand.shortcut(place.key, spent)
        page = window.page()
        if page is None or window._area.place is not place:
            continue
        seen[place.title] = spent
        works = list(works_of(page))
        if not works:
            try_keys(hand, spent)
        for key, title in works:
            of_work = seen[f"{place.title} · {title}"] = Spent()
            hand.shortcut(key, of_work)
            try_keys(hand, of_work)
        press(Qt.Key.Key_Escape)
        floor(window, hand, seen[FLOOR])
    return seen


def main(data: Path) -> None:
    """One walk through all places, each shown for the first time."""
    prepare(data)
    application = QApplication(sys.argv[:1])
    program = DeskProgram(application, take_place(Options(data, data.with_name("papers"))))
    program.show()
    log_in(program)
    wait(lambda: program.jobs.running == 0)
    QApplication.setCursorFlashTime(0)  # a blinking cursor would be taken for an answer
    hand = Hand(program)
    print(json.dumps({name: asdict(spent) for name, spent in walk(program, hand).items()}), flush=True)
    program.window.close()
    QCoreApplication.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]))

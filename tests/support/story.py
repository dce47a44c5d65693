"""The real program in a test: its window on the private screen, a keyboard that presses keys of the X server, and patience.

Nothing here knows a page by more than the names of its widgets. Waiting always runs Qt's own loop, so that jobs and printers go on.
"""

from __future__ import annotations

import gc
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget

from kt1desk.app.gui import DeskProgram
from kt1desk.app.options import Options
from kt1desk.app.place import DeskPlace, take_place
from kt1desk.app.works import works_in
from kt1desk.desktop.widgets import FieldEdit, SegmentedChoice, StatusLine, WholeRowsTable
from kt1desk.devices.keys import TOLERANT

PATIENCE_S = 30.0
_TICK_MS = 10
_SCANNER_MS = 4
"""Between two characters of a scanner on a cable."""
_HELD_MS = round(TOLERANT.gap_ms)
"""A key may be the first of a scan: the program keeps it back for so long before a widget sees it."""
W = TypeVar("W", bound=QWidget)


def pass_ms(milliseconds: int) -> None:
    """Let the program work for so long."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def until(condition: Callable[[], bool], what: str, seconds: float = PATIENCE_S) -> None:
    """Let the program work until something is so."""
    for _ in range(round(seconds * 1000 / _TICK_MS)):
        if condition():
            return
        pass_ms(_TICK_MS)
    raise AssertionError(f"waited {seconds:.0f} s in vain: {what}")


class Keyboard:
    """Keys of the X server (XTEST), as from outside: window manager, input method and scanner filter all see them."""

    def press(self, *names: str) -> None:
        """Keys by their X names: ``Return``, ``F9``, ``shift+F12``, ``b``."""
        self._run("key", *names)

    def type(self, text: str) -> None:
        """A hand types ASCII."""
        self._run("type", "--delay", "12", text)

    def enter(self, text: str = "") -> None:
        """Type, then Enter."""
        if text:
            self.type(text)
        self.press("Return")

    def scan(self, code: str) -> None:
        """A wedge scanner: the code at its speed, Enter at the end, in one burst. Typed as text it would be a line feed."""
        self._run("type", "--delay", str(_SCANNER_MS), "--args", "1", code, "key", "Return")

    def say(self, text: str) -> None:
        """Vietnamese text as an input method hands it over, whole."""
        event = QInputMethodEvent()
        event.setCommitString(text)
        focus = QApplication.focusWidget()
        assert focus is not None, "no field has the keyboard"
        QCoreApplication.sendEvent(focus, event)

    def _run(self, *words: str) -> None:
        with subprocess.Popen(["xdotool", *words], stdin=subprocess.DEVNULL) as tool:
            until(lambda: tool.poll() is not None, f"xdotool {words[0]}")
        assert tool.returncode == 0, words
        self.settle()

    @staticmethod
    def settle() -> None:
        """What was pressed has reached the window and was drawn."""
        pass_ms(_HELD_MS)
        for _ in range(2):
            pass_ms(_TICK_MS)
            QApplication.sendPostedEvents()


@dataclass(frozen=True)
class RunningDesk:
    """The program on the screen, from its gate on."""

    place: DeskPlace
    program: DeskProgram
    keyboard: Keyboard

    @property
    def window(self) -> QWidget:
        return self.program.window

    def part(self, kind: type[W], name: str) -> W:
        """The widget of that name that can be seen."""
        found = [each for each in self.window.findChildren(kind, name) if each.isVisibleTo(self.window)]
        assert len(found) == 1, f"{len(found)} × {kind.__name__} {name}"
        return found[0]

    def sees(self, kind: type[QWidget], name: str) -> bool:
        """Whether such a widget can be seen now."""
        return any(each.isVisibleTo(self.window) for each in self.window.findChildren(kind, name))

    def text(self, name: str) -> str:
        """What a label or field of that name shows; "" where it cannot be seen."""
        for each in self.window.findChildren(QWidget, name):
            if each.isVisibleTo(self.window):
                return str(each.text())  # type: ignore[attr-defined]  # labels and fields have one
        return ""

    def note(self, field: str) -> str:
        """The sentence below a field."""
        return self.part(FieldEdit, field).note_text()

    def chosen(self, name: str) -> str | None:
        """What a row of segments has chosen."""
        return self.part(SegmentedChoice, name).value()

    def cell(self, table: str, row: int, column: int) -> str:
        """What a table shows there; "" beyond its end. Its model may be another one each time."""
        return str(self.part(WholeRowsTable, table).model().index(row, column).data() or "")

    def status(self) -> str:
        """The whole status line."""
        return " | ".join(str(text) for text in self.part(StatusLine, "status").texts().values())

    def idle(self) -> None:
        """Every job has come back."""
        until(lambda: self.program.jobs.running == 0, "the jobs to come back")
        self.keyboard.settle()
        until(lambda: self.program.jobs.running == 0, "the jobs to come back")

    def until_text(self, name: str, part: str) -> None:
        """A label shows something."""
        until(lambda: part in self.text(name), f"{part!r} in {name}")

    def focus(self) -> str:
        """The name of what has the keyboard."""
        widget = QApplication.focusWidget()
        return widget.objectName() if widget else ""

    def until_focus(self, name: str) -> None:
        """Something has the keyboard."""
        until(lambda: self.focus() == name, f"the focus in {name}")

    def log_in(self, user: str, password: str) -> None:
        """At the gate of a desk; without a user where one stands there already."""
        if user:
            self.until_focus("user")
            self.keyboard.enter(user)
        self.until_focus("password")
        self.keyboard.enter(password)
        until(lambda: self.program.office is not None, "the desk to open")
        self.idle()


@contextmanager
def running(app: QApplication, options: Options, *, sample: bool = False) -> Iterator[RunningDesk]:
    """The program from its start to its end, as `run_desk` runs it; the window is closed however the test ends."""
    hook = sys.excepthook
    faults: list[BaseException] = []
    told: list[str] = []
    place = take_place(options)
    try:
        if sample and not place.has_desk:
            works_in(place).make_sample()
        program = DeskProgram(app, place)
        sys.excepthook = lambda _kind, error, _trace: faults.append(error)
        program.jobs.faulted.connect(told.append)
        program.show()
        program.window.activateWindow()
        until(program.window.isActiveWindow, "the window to have the keyboard")
        desk = RunningDesk(place, program, Keyboard())
        desk.idle()
        try:
            yield desk
        except BaseException:
            program.window.grab().save(str(options.data.parent / "screen-at-the-failure.png"))
            raise
        finally:
            program.window.close()
            pass_ms(_TICK_MS)
            program.window.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    finally:
        gc.unfreeze()  # a program freezes what there is when it begins: here that is the rubbish of all tests before, windows among it
        sys.excepthook = hook
        place.leave()
    assert not faults, faults
    assert not told, f"a job failed with what is no refusal: {told}"


def options_at(folder: Path, *, trial: bool = False) -> Options:
    """A desk in a folder of the test."""
    return Options(folder / "data", folder / "papers", trial=trial)

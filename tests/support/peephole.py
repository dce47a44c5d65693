"""A hole in the wall of the running program: a test in another process sees what the clerk sees, and touches nothing.

``python -m tests.support.peephole NAME WORDS…`` runs ``python -m kt1desk WORDS…`` with a local socket beside it. A question is one line of
JSON: what to wait for (`Looked`), and for how long. The answer is what can be seen then, keys that reached the window among it.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from PySide6.QtCore import QDeadlineTimer, QElapsedTimer, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QTableView, QWidget

from kt1desk import __main__ as program
from kt1desk.app import gui
from kt1desk.app.hardening import harden
from kt1desk.app.last_resort import catch_everything
from kt1desk.app.place import DeskPlace
from kt1desk.desktop.widgets import MoneyTable, SegmentedChoice
from kt1desk.devices.keys import TOLERANT

_LOOK_AGAIN_MS = 5
_HELD_MS = round(TOLERANT.shaped_gap_ms) + 30
_MODIFIERS = {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta}


class KeyTimes(QObject):
    """The X server's own times of the keys that came from outside, whatever becomes of them."""

    def __init__(self) -> None:
        super().__init__()
        self.at_ms: list[int] = []
        self.since_last = QElapsedTimer()
        self.since_last.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        asked = event.type() == QEvent.Type.ShortcutOverride  # of every key once, before a shortcut takes it
        if not (asked and isinstance(watched, QWindow) and isinstance(event, QKeyEvent)):
            return False
        if Qt.Key(event.key()) not in _MODIFIERS:
            self.at_ms.append(event.timestamp())
            self.since_last.restart()
        return False


class Peephole(QObject):
    """Answers whoever looks; one question at a time."""

    def __init__(self, app: QApplication, desk: gui.DeskProgram, name: str) -> None:
        super().__init__()
        self._desk = desk
        self._keys = KeyTimes()
        app.installEventFilter(self._keys)
        self._server = QLocalServer(self)
        self._server.newConnection.connect(self._meet)
        assert self._server.listen(name), self._server.errorString()
        self._again = QTimer(self)
        self._again.setInterval(_LOOK_AGAIN_MS)
        self._again.timeout.connect(self._look)
        self._asked: dict[str, Any] = {}
        self._end = QDeadlineTimer(0)
        self._socket: QLocalSocket | None = None

    def _meet(self) -> None:
        self._socket = self._server.nextPendingConnection()
        self._socket.readyRead.connect(self._ask)

    def _ask(self) -> None:
        assert self._socket is not None
        self._asked = json.loads(bytes(self._socket.readLine().data()))
        self._end = QDeadlineTimer(self._asked["within_ms"])
        self._again.start()
        self._look()

    def _look(self) -> None:
        seen = self._is_so()
        if (seen or self._end.hasExpired()) and self._socket is not None:
            self._again.stop()
            answer = {"so": seen, **self._seen(everything=not seen)}
            self._socket.write(json.dumps(answer).encode() + b"\n")
            self._socket.flush()

    def _is_so(self) -> bool:
        """Whether all keys came, nothing is under way, and each text, choice and the focus are as asked for."""
        asked = self._asked
        if len(self._keys.at_ms) < asked["keys"] or (asked["idle"] and self._is_busy()):
            return False
        focus = _focus()
        if focus == asked["leaves"] != "" or (asked["focus"] and focus not in asked["focus"]):
            return False
        return all(part in self._text(name) for name, part in asked["texts"].items())

    def _is_busy(self) -> bool:
        """Whether something is under way: a key may still be held as the first of a scan, or a job has not come back."""
        return bool(self._desk.jobs.running) or self._keys.since_last.elapsed() < _HELD_MS

    def _text(self, name: str) -> str:
        """What can be read now in what has this name; "" where it cannot be seen."""
        window = self._desk.window
        for each in window.findChildren(QWidget, name):
            if each.isVisibleTo(window):
                return _text(each)
        return ""

    def _seen(self, *, everything: bool) -> dict[str, Any]:
        window, names = self._desk.window, self._asked["tell"]
        if picture := self._asked["picture"]:
            window.grab().save(picture)
        texts = {name: text for name in names if (text := self._text(name))}
        if everything:  # it did not come to be: whoever waited wants to know what came instead
            seen = (
                each
                for each in window.findChildren(QWidget)
                if each.objectName() and each.isVisibleTo(window)
            )
            texts = {each.objectName(): text for each in seen if (text := _text(each))}
        return {"texts": texts, "focus": _focus(), "times": self._keys.at_ms[self._asked["from"] :]}


def _focus() -> str:
    widget = QApplication.focusWidget()
    return widget.objectName() or type(widget).__name__ if widget is not None else ""


def _text(widget: QWidget) -> str:
    """Of a label or field its text, of a choice its value, of a table the number of its lines and the first of them."""
    if isinstance(widget, SegmentedChoice):
        return widget.value() or ""
    if isinstance(widget, QTableView):
        model = widget.model()
        cells = (model.index(0, column).data() for column in range(model.columnCount()))
        return f"{model.rowCount()} " + " · ".join(str(cell or "") for cell in cells)
    if isinstance(widget, MoneyTable):
        return widget.accessibleDescription()
    return widget.text() if isinstance(widget, QLabel | QLineEdit) else ""


def main(name: str) -> int:
    """Run the program with the hole in it; returns its exit code."""

    class Watched(gui.DeskProgram):
        """The program itself, seen through the hole from its first window on."""

        def __init__(self, app: QApplication, place: DeskPlace) -> None:
            super().__init__(app, place)
            self.peephole = Peephole(app, self, name)

    gui.DeskProgram = Watched  # type: ignore[misc]  # it is the same program
    harden()
    catch_everything()
    return program.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main(sys.argv.pop(1)))

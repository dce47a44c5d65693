"""A small desk of its own process for a real input method of the system: fields, the wedge filter, and what came of it as lines of JSON.

Reads words from standard input: the name of a field to go to, ``clear``, ``tell``. Answers each with one line.
"""

from __future__ import annotations

import json
import os
import sys
import time

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QVBoxLayout, QWidget

from kt1desk.desktop.scanning.wedge_filter import WedgeFilter
from kt1desk.desktop.widgets import FieldEdit
from kt1desk.devices.key_watch import SeenKey
from kt1desk.devices.keys import TOLERANT, KeyKind
from kt1desk.devices.wedge import Verdict
from tests.support.xtest_keys import stuttered


class ComposingDesk(QWidget):
    """A field for numbers, a field for Vietnamese, a note of many lines."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self.number, self.words, self.note = FieldEdit(), FieldEdit(), QPlainTextEdit()
        self.number.wants_vietnamese = False
        self.enters = 0
        self.codes: list[str] = []
        self.refused = 0
        layout = QVBoxLayout(self)
        for field in (self.number, self.words, self.note):
            layout.addWidget(field)
        self.words.returnPressed.connect(self._count_enter)
        self.number.returnPressed.connect(self._count_enter)
        self._filter = WedgeFilter(app, TOLERANT)
        self._filter.scanned.connect(self.codes.append)
        self._filter.hooked.connect(self._refuse)
        self._filter.tell(self)
        self._pressed: list[float] = []
        self._came: list[float] = []
        self._ends = 0
        self._filter.start()
        self._words = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._words.activated.connect(self._read)

    def see(self, seen: SeenKey, _verdict: Verdict) -> None:
        """Note when each key was pressed."""
        self._ends += seen.key.kind is KeyKind.END
        if seen.key.kind is not KeyKind.RELEASE:
            self._pressed.append(seen.key.at_ms)
            self._came.append(time.monotonic() * 1000)

    def timed_out(self, _verdict: Verdict) -> None:
        """Nothing to note."""

    def _count_enter(self) -> None:
        self.enters += 1

    def _refuse(self) -> None:
        self.refused += 1

    def _read(self) -> None:
        for word in os.read(sys.stdin.fileno(), 4096).decode().split():
            self._obey(word)

    def _obey(self, word: str) -> None:
        if word in {"number", "words", "note"}:
            getattr(self, word).setFocus()
        elif word == "clear":
            self.codes, self.refused, self.enters, self._pressed = [], 0, 0, []
            self._came = []
            self._ends = 0
            self._filter.scanned.disconnect()
            self._filter.scanned.connect(self.codes.append)
            for field in (self.number, self.words, self.note):
                field.clear()
        told = {
            "active": self.isActiveWindow(),
            "codes": self.codes,
            "refused": self.refused,
            "enters": self.enters,
            "ends": self._ends,
            "stuttered": stuttered(self._pressed, TOLERANT) or stuttered(self._came, TOLERANT),
            "texts": [self.number.text(), self.words.text(), self.note.toPlainText()],
        }
        print(json.dumps(told), flush=True)


def main() -> None:
    """Run until killed."""
    app = QApplication([])
    desk = ComposingDesk(app)
    desk.show()
    desk.activateWindow()
    app.exec()


if __name__ == "__main__":
    main()

"""A clerk who sets a printer up: keys and scans at the printers' page, and what it shows then."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.widgets import SegmentedChoice
from tests.support.keys import part, press

ENTER = Qt.Key.Key_Return
CTRL = Qt.KeyboardModifier.ControlModifier
SERIAL_ROW, USB_ROW, SCANNER_ROW, TCP_ROW, FOLDER_ROW = range(5)


class AtPrinterSetup:
    """The window at the printers' page, a printer being set up."""

    def __init__(self, window: MainWindow, jobs: Jobs, qtbot: QtBot) -> None:
        self.window, self._jobs, self._qtbot = window, jobs, qtbot

    def wait(self) -> None:
        self._qtbot.waitUntil(lambda: self._jobs.running == 0)

    def press(self, *keys: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            press(key, modifiers)
            self.wait()

    def choose(self, row: int) -> None:
        self.press(Qt.Key.Key_Home, modifiers=CTRL)
        self.press(*[Qt.Key.Key_Down] * row, ENTER)

    def scan(self, *codes: str) -> None:
        for code in codes:
            assert self.window.take_scan(code)
            self.wait()

    def text(self, name: str) -> str:
        label = part(self.window, QLabel, name)
        return label.text() if label.isVisible() else ""

    def problems(self) -> list[str]:
        return [each.text() for each in self.window.findChildren(QLabel, "problem") if each.isVisible()]

    def value(self, name: str) -> str | None:
        return part(self.window, SegmentedChoice, name).value()


Opener = Callable[..., AtPrinterSetup]
"""Opens the page with printers, at the printer of a key: Ctrl+1 for labels unless another is asked for."""

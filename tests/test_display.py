"""The private screen of the tests: a real X server of the counter's size, where windows get the keyboard."""

from __future__ import annotations

import os
import subprocess

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot


def test_the_screen_has_the_size_and_the_resolution_of_the_counter(qtbot: QtBot) -> None:
    screen = QGuiApplication.primaryScreen()

    assert QGuiApplication.platformName() == "xcb"
    assert (screen.size().width(), screen.size().height()) == (1366, 768)
    assert round(screen.logicalDotsPerInch()) == 96


def test_a_window_gets_the_keys_that_another_program_sends(qtbot: QtBot, display: str) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    with qtbot.waitExposed(field):
        field.show()
    qtbot.waitUntil(field.isActiveWindow)

    subprocess.run(["xdotool", "type", "me473"], env={**os.environ, "DISPLAY": display}, check=True)

    qtbot.waitUntil(lambda: field.text() == "me473")

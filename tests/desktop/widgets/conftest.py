"""Widgets are tested in a window that is shown and active, in the light theme unless a test says otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kt1desk.desktop.look.theme import LIGHT
from kt1desk.desktop.look.wear import wear

Show = Callable[..., QWidget]


@pytest.fixture
def show(qtbot: QtBot, qapp: QApplication) -> Iterator[Show]:
    """Puts widgets into a window, shows it and waits until it has the keyboard."""
    wear(qapp, LIGHT)
    kept: list[QWidget] = []  # a window nobody holds is deleted with all that is in it

    def shown(*widgets: QWidget, width: int = 700, height: int = 0) -> QWidget:
        window = QWidget()
        window.setProperty("kind", "page")
        column = QVBoxLayout(window)
        for widget in widgets:
            column.addWidget(widget)
        qtbot.addWidget(window)
        kept.append(window)
        window.resize(width, height or window.sizeHint().height())
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield shown
    kept.clear()

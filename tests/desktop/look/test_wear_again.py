"""Another theme on a running program: each widget is polished a few times, however deep it lies."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kt1desk.desktop.look.theme import DARK, LIGHT
from kt1desk.desktop.look.wear import wear

DEPTH = 24


class Counted(QLabel):
    """Counts how often its style changed."""

    changes = 0

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  Qt's name
        if event.type() == QEvent.Type.StyleChange:
            self.changes += 1
        super().changeEvent(event)


def test_what_lies_deep_is_not_polished_once_for_each_widget_around_it(
    qtbot: QtBot, worn: QApplication
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    around = window
    for _ in range(DEPTH):
        around = QWidget(around)
    label = Counted("Đã nhận", around)
    window.show()
    label.changes = 0

    wear(worn, DARK)
    shallow = label.changes
    wear(worn, LIGHT)

    assert 0 < shallow < DEPTH / 2
    assert label.palette().windowText().color().lightness() < 128

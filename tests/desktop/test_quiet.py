"""How long nobody has touched the desk."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from kt1desk.desktop.quiet import QuietWatch
from tests.support.clocks import HandClock
from tests.support.keys import press


def test_a_key_anywhere_ends_the_quiet_and_what_was_ended_hears_nothing_more(
    qtbot: QtBot, qapp: QApplication
) -> None:
    clock, field = HandClock(), QLineEdit()
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()
    quiet = QuietWatch(qapp, clock)

    clock.pass_ms(4_000)
    before = quiet.quiet_ms()
    press(Qt.Key.Key_A)
    after = quiet.quiet_ms()
    quiet.end()
    clock.pass_ms(7_000)
    press(Qt.Key.Key_B)

    assert (before, after) == (4_000, 0)
    assert quiet.quiet_ms() == 7_000


def test_a_scanner_on_its_own_cable_counts_as_somebody_too(qapp: QApplication) -> None:
    clock = HandClock()
    quiet = QuietWatch(qapp, clock)

    clock.pass_ms(4_000)
    quiet.touched()

    assert quiet.quiet_ms() == 0
    quiet.end()


def test_a_window_that_opens_later_counts_too(qtbot: QtBot, qapp: QApplication) -> None:
    clock, field = HandClock(), QLineEdit()
    quiet = QuietWatch(qapp, clock)
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()

    clock.pass_ms(4_000)
    press(Qt.Key.Key_A)

    assert quiet.quiet_ms() == 0
    quiet.end()

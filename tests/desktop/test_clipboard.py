"""Nothing of a page leaves by the clipboard; what was copied elsewhere goes with the covered screen, what others copied does not."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QClipboard
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTableWidget, QTableWidgetItem
from pytestqt.qtbot import QtBot

from kt1desk.desktop.clipboard import UNWATCHED, ClipboardGuard
from kt1desk.desktop.navigation import Place
from tests.support.keys import press, type_text
from tests.support.plain_desk import Desk

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PARTY = "dang uy xa van lang"
FOREIGN = """
import sys
from PySide6.QtGui import QGuiApplication
app = QGuiApplication([])
app.clipboard().setText("of another program")
print("there", flush=True)
sys.exit(app.exec())
"""


@pytest.fixture
def guard(desk: Desk, worn: QApplication) -> Iterator[ClipboardGuard]:
    """The clipboard is empty, and watched."""
    worn.clipboard().clear()
    made = ClipboardGuard(worn)
    desk.window.curtain.covered.connect(made.clear)
    yield made
    made.end()
    made.deleteLater()


def _typed_on_a_page(desk: Desk) -> QLineEdit:
    press(Qt.Key.Key_F2)
    type_text(PARTY)
    press(Qt.Key.Key_A, CTRL)
    return desk.pages[Place.ACCEPT].line


def _copied_from_the_search(desk: Desk) -> str:
    press(Qt.Key.Key_K, CTRL)
    type_text("ME473124815VN")
    press(Qt.Key.Key_A, CTRL)
    press(Qt.Key.Key_C, CTRL)
    QApplication.processEvents()
    return QApplication.clipboard().text()


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [
        (Qt.Key.Key_C, CTRL),
        (Qt.Key.Key_Insert, CTRL),
        (Qt.Key.Key_X, CTRL),
        (Qt.Key.Key_Delete, SHIFT),
    ],
)
def test_no_key_copies_out_of_a_page_and_none_cuts(
    desk: Desk, guard: ClipboardGuard, key: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    line = _typed_on_a_page(desk)

    press(key, modifiers)

    assert QApplication.clipboard().text() == ""
    assert line.text() == PARTY


def test_whatever_way_a_page_copies_nothing_of_it_stays(desk: Desk, guard: ClipboardGuard) -> None:
    line = _typed_on_a_page(desk)

    line.copy()  # as a menu would
    QApplication.processEvents()

    assert QApplication.clipboard().text() == ""


def test_what_the_mouse_marks_on_a_page_is_not_taken_over(desk: Desk, guard: ClipboardGuard) -> None:
    line = _typed_on_a_page(desk)
    line.deselect()

    QTest.mouseDClick(line, Qt.MouseButton.LeftButton, pos=QPoint(20, line.height() // 2))
    QApplication.processEvents()

    assert line.hasSelectedText()
    assert QApplication.clipboard().text(QClipboard.Mode.Selection) == ""


def test_a_cell_of_a_list_is_not_copied(desk: Desk, guard: ClipboardGuard) -> None:
    table = QTableWidget(1, 1, desk.pages[Place.TODAY])
    table.setItem(0, 0, QTableWidgetItem(PARTY))
    table.show()
    press(Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)
    table.setFocus()
    table.setCurrentCell(0, 0)

    press(Qt.Key.Key_C, CTRL)

    assert QApplication.clipboard().text() == ""


def test_a_number_from_the_search_is_copied_for_this_machine_alone_until_the_screen_is_covered(
    desk: Desk, guard: ClipboardGuard
) -> None:
    copied = _copied_from_the_search(desk)
    marks = QApplication.clipboard().mimeData().formats()
    press(Qt.Key.Key_F12)

    assert copied == "ME473124815VN"
    assert set(UNWATCHED) <= set(marks)
    assert QApplication.clipboard().text() == ""


def test_nothing_is_left_on_it_when_the_session_ends(desk: Desk, worn: QApplication) -> None:
    guard = ClipboardGuard(worn)
    copied = _copied_from_the_search(desk)

    guard.end()

    assert copied
    assert worn.clipboard().text() == ""
    guard.deleteLater()


def test_what_another_program_put_there_is_not_ours_to_take(
    desk: Desk, guard: ClipboardGuard, qtbot: QtBot
) -> None:
    words = [sys.executable, "-c", FOREIGN]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline().strip() == "there"
        qtbot.waitUntil(lambda: QApplication.clipboard().text() == "of another program")

        press(Qt.Key.Key_F12)
        after = QApplication.clipboard().text()
        other.terminate()

    assert after == "of another program"

"""The walk over a window for people without eyes or without a mouse finds what is wrong; over the pages it goes with the pictures."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from kt1desk.desktop.widgets import Column, FieldEdit, TableRow, WholeRowsTable
from kt1desk.desktop.widgets.labels import NoteLabel
from tests.support.screen_walk import walk


class Window(QWidget):
    """Three inputs below each other, each with a name."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.fields = [FieldEdit() for _ in range(3)]
        for at, field in enumerate(self.fields):
            field.setObjectName(f"field{at}")
            field.setAccessibleName(f"Ô số {at}")
            self.column.addWidget(field)


def _nameless(window: Window) -> None:
    window.fields[1].setAccessibleName("")


def _out_of_order(window: Window) -> None:
    one, two, three = window.fields
    QWidget.setTabOrder(three, two)
    QWidget.setTabOrder(two, one)


def _without_key(window: Window) -> None:
    button = QPushButton("Ghi")
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    window.column.addWidget(button)


def _silent_error(window: Window) -> None:
    note = NoteLabel()
    window.column.addWidget(note)
    window.fields[0].attach_note(note)
    window.fields[0].show_error("Chưa gõ tên.")
    window.fields[0].setAccessibleDescription("")


class Losing(FieldEdit):
    """Gives the keyboard away as soon as it has it."""

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusInEvent(event)
        self.clearFocus()


def _lost(window: Window) -> None:
    field = Losing()
    field.setAccessibleName("Ô không giữ phím")
    window.column.addWidget(field)


def _no_title(window: Window) -> None:
    table = WholeRowsTable()
    table.setAccessibleName("Danh sách")
    table.show_rows((Column("Tên"), Column("", 36)), (TableRow("1", ("Hà", "x")),))
    window.column.addWidget(table)


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (_nameless, "unspoken"),
        (_out_of_order, "Tab goes up"),
        (_without_key, "no key"),
        (_silent_error, "silent error"),
        (_lost, "focus lost"),
        (_no_title, "no title"),
    ],
)
def test_what_is_wrong_is_found(
    spoil: Callable[[Window], None], said: str, worn: QApplication, activate: Callable[[QWidget], None]
) -> None:
    window = Window()
    spoil(window)
    activate(window)
    window.fields[0].setFocus()

    assert [finding for finding in walk(window) if said in finding] != []


def test_a_window_that_is_right_has_no_finding(
    worn: QApplication, activate: Callable[[QWidget], None]
) -> None:
    window = Window()
    activate(window)
    window.fields[1].setFocus()

    assert walk(window) == []

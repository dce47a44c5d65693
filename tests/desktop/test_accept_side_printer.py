"""Beside the label of the draft stands what is wrong with its printer, and nothing while nothing is."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kt1desk.desktop.accept_side import AcceptSide
from kt1desk.desktop.needs import PrinterState, Tone
from kt1desk.desktop.widgets import NoteLabel, Role
from tests.support.keys import part


def test_a_printer_without_paper_is_told_at_the_label_until_it_has_some(
    worn: QApplication, qtbot: QtBot
) -> None:
    side = AcceptSide()
    qtbot.addWidget(side)
    note = part(side, NoteLabel, "label_size")

    side.show_printer(PrinterState("Máy in: hết giấy – nhãn đang chờ", Tone.BAD), "80 × 50 mm")
    told = (note.text(), note.role())
    side.show_printer(None, "80 × 50 mm")

    assert told == ("Máy in: hết giấy – nhãn đang chờ", Role.ERROR)
    assert (note.text(), note.role()) == ("80 × 50 mm", Role.MUTED)

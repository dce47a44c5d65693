"""At the counter of dossiers a label that waits says for what, where it is listed and beside the numbers of the next ones."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from kt1desk.app.print_room import PrinterCondition
from kt1desk.desktop.widgets import NoteLabel, Role
from kt1desk.printing.condition import Condition
from kt1desk.printing.slots import PrinterSlot
from tests.printing.profiles import label_printer
from tests.support.dossier_page import AtDossiers, at_dossiers
from tests.support.keys import part

_LABEL_COLUMN = 4


class _Printer:
    """The printer for labels as the print room tells of it."""

    def __init__(self) -> None:
        self.condition = Condition.READY

    def __call__(self) -> PrinterCondition:
        return PrinterCondition(PrinterSlot.LABEL, label_printer("/dev/usb/lp0"), condition=self.condition)


def _notes(clerk: AtDossiers) -> list[tuple[str, Role]]:
    notes = [part(clerk.window, NoteLabel, name) for name in ("recent_note", "legs_note")]
    return [(note.text(), note.role()) for note in notes]


def test_a_dossier_whose_label_waits_says_that_the_printer_has_no_paper_until_it_has_some(
    worn: QApplication, tmp_path: Path
) -> None:
    printer = _Printer()
    printer.condition = Condition.PAPER_OUT
    with at_dossiers(tmp_path, prepare=lambda desk: desk.accept_dossier(), label_printer=printer) as clerk:
        told, waits = _notes(clerk), clerk.rows("recent")[0][_LABEL_COLUMN]

        printer.condition = Condition.READY
        clerk.page.papers_changed()
        clerk.settle()

        assert waits == "Chờ: hết giấy"
        assert told == [("Máy in: hết giấy – nhãn đang chờ", Role.ERROR)] * 2
        assert clerk.rows("recent")[0][_LABEL_COLUMN] == "Chờ in"
        assert _notes(clerk) == [("1 hồ sơ", Role.MUTED), ("", Role.MUTED)]


def test_without_a_dossier_that_waits_the_printer_alone_is_told(worn: QApplication, tmp_path: Path) -> None:
    printer = _Printer()
    printer.condition = Condition.COVER_OPEN

    with at_dossiers(tmp_path, label_printer=printer) as clerk:
        assert _notes(clerk) == [("Máy in: mở nắp", Role.ERROR)] * 2

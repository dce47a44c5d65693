"""At the counter of dossiers a label that waits says for what, where it is listed and beside the numbers of the next ones."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from kt1desk.desktop.widgets import NoteLabel, Role
from kt1desk.printing.condition import Condition
from tests.support.dossier_page import AtDossiers, at_dossiers
from tests.support.keys import part
from tests.support.label_printers import told

_LABEL_COLUMN = 4


def _notes(clerk: AtDossiers) -> list[tuple[str, Role]]:
    notes = [part(clerk.window, NoteLabel, name) for name in ("recent_note", "legs_note")]
    return [(note.text(), note.role()) for note in notes]


def test_a_dossier_whose_label_waits_says_that_the_printer_has_no_paper_until_it_has_some(
    worn: QApplication, tmp_path: Path
) -> None:
    printers = [told(Condition.PAPER_OUT)]
    with at_dossiers(
        tmp_path, prepare=lambda desk: desk.accept_dossier(), label_printer=lambda: printers[-1]
    ) as clerk:
        says, waits = _notes(clerk), clerk.rows("recent")[0][_LABEL_COLUMN]

        printers.append(told())
        clerk.page.papers_changed()
        clerk.settle()

        assert waits == "Chờ: hết giấy"
        assert says == [("Máy in: hết giấy – nhãn đang chờ", Role.ERROR)] * 2
        assert clerk.rows("recent")[0][_LABEL_COLUMN] == "Chờ in"
        assert _notes(clerk) == [("1 hồ sơ", Role.MUTED), ("", Role.MUTED)]


def test_without_a_dossier_that_waits_the_printer_alone_is_told(worn: QApplication, tmp_path: Path) -> None:
    with at_dossiers(tmp_path, label_printer=lambda: told(Condition.COVER_OPEN)) as clerk:
        assert _notes(clerk) == [("Máy in: nắp đang mở", Role.ERROR)] * 2

"""Ctrl+P in the help writes the guide beside the papers, and says where, or that the folder takes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from kt1desk.app import guide_command, guide_saving
from kt1desk.desktop.widgets import NoteLabel
from tests.support.keys import part, press
from tests.support.plain_desk import Desk

CTRL = Qt.KeyboardModifier.ControlModifier


def save(desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """F1, Ctrl+P; returns what is said when it has come to its end."""
    monkeypatch.setattr(guide_command, "guide_pdf", lambda _guide, _version: b"%PDF-")
    guide_saving.offer_guide(desk.window, desk.jobs, folder)
    press(Qt.Key.Key_F1)
    press(Qt.Key.Key_P, CTRL)
    desk.wait()
    return part(desk.window, NoteLabel, "search_note").text()


def test_the_guide_is_written_beside_the_papers(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = save(desk, tmp_path / "giay", monkeypatch)

    assert (tmp_path / "giay" / guide_saving.NAME).read_bytes() == b"%PDF-"
    assert said == f"Đã ghi sổ tay: {tmp_path / 'giay' / guide_saving.NAME}"


def test_a_folder_that_takes_nothing_is_said(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "giay").write_text("a file in the way")

    assert save(desk, tmp_path / "giay", monkeypatch).startswith("Không ghi được vào thư mục")

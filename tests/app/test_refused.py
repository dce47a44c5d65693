"""Whoever starts an installed desk by its icon sees why it does not open; whoever typed a command reads it."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kt1desk import config
from kt1desk.__main__ import main
from kt1desk.app import refused
from kt1desk.app.options import Options
from kt1desk.app.place import take_place
from kt1desk.desktop.refusal_window import RefusalWindow


class Terminal(io.StringIO):
    """A stream that people read."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is shown of an installed program at a desk that another program has open."""
    app = tmp_path / "root" / "versions" / "1" / "app"
    app.mkdir(parents=True)
    (app.parent / "version.json").write_text("{}", encoding="utf-8")
    monkeypatch.setattr(config, "_ROOT", app)
    monkeypatch.setattr(refused, "screen_is_there", lambda: True)
    told: list[str] = []
    monkeypatch.setattr(refused, "show_refusal", told.append)
    return told


def test_a_second_start_by_the_icon_says_on_the_screen_that_the_desk_is_open_already(
    tmp_path: Path, shown: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    place = take_place(Options(tmp_path / "desk", tmp_path / "papers"))
    try:
        monkeypatch.setattr(sys, "stderr", None)
        assert main(["--data-dir", str(tmp_path / "desk")]) == 1
        assert len(shown) == 1

        monkeypatch.setattr(sys, "stderr", Terminal())
        assert main(["--data-dir", str(tmp_path / "desk")]) == 1
        assert len(shown) == 1
    finally:
        place.leave()


def test_a_checkout_and_a_machine_without_a_screen_show_nothing(
    tmp_path: Path, shown: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    monkeypatch.setattr(refused, "screen_is_there", lambda: False)
    assert not refused.nobody_reads_print()
    monkeypatch.setattr(refused, "screen_is_there", lambda: True)
    assert refused.nobody_reads_print()
    monkeypatch.setattr(config, "_ROOT", tmp_path)
    assert not refused.nobody_reads_print()


def test_the_window_tells_the_sentence_and_goes_with_escape(qtbot: QtBot) -> None:
    window = RefusalWindow("Chương trình đang mở ở cửa sổ khác.")
    qtbot.addWidget(window)
    window.show()

    label = window.findChild(QLabel)
    assert label is not None
    assert label.text() == "Chương trình đang mở ở cửa sổ khác."
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()

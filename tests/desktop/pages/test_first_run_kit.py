"""The first run with the kit of a desk: one code, everything shown before it is made, printers as proposals."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.pages.first_run import FirstRunPage
from tests.support.first_run_page import AtFirstRun, at_first_run
from tests.support.printer_fakes import KEPT_LABEL, SUGGESTED_TEXT, FakePrinters
from tests.support.setup_fakes import BRINGS, FINGERPRINT, KIT_CODE, KIT_TOLD, FakeFirstRun


@pytest.fixture
def needs() -> FakeFirstRun:
    return FakeFirstRun()


@pytest.fixture
def printers() -> FakePrinters:
    return FakePrinters()


@pytest.fixture
def clerk(
    needs: FakeFirstRun, printers: FakePrinters, jobs: Jobs, activate: Callable[[QWidget], None], qtbot: QtBot
) -> AtFirstRun:
    return at_first_run(FirstRunPage(needs, jobs, printers), jobs, activate, qtbot)


def test_a_kit_asks_for_its_code_once_and_shows_what_it_brings(
    clerk: AtFirstRun, needs: FakeFirstRun
) -> None:
    clerk.press(Qt.Key.Key_1)
    for typed in ("", "/media/usb/240000.kt1kit", FINGERPRINT, KIT_CODE.replace("7", "8")):
        clerk.enter(typed)
    refused = clerk.field("kit_code").note_text()
    clerk.field("kit_code").selectAll()
    clerk.enter(KIT_CODE)
    shown = clerk.text("summary")
    clerk.enter()
    clerk.name_administrator()
    clerk.prove_recovery_code()
    clerk.press(Qt.Key.Key_F8)
    clerk.press(Qt.Key.Key_F8)

    assert "bộ cài số 1, bàn 17" in refused
    assert all(line in shown for line in ("Bưu cục Kỳ Lừa", *BRINGS))
    assert [mode for mode, _ in needs.made] == ["production"]
    assert needs.of_kit
    assert KIT_TOLD[1] in clerk.text("ready_text")
    assert clerk.field("kit_code").text() == ""


def test_a_kit_under_another_name_is_asked_for_its_code_all_the_same(clerk: AtFirstRun) -> None:
    clerk.press(Qt.Key.Key_1)

    for typed in ("", "/media/usb/kit-khac-ten", FINGERPRINT):
        clerk.enter(typed)

    assert clerk.field("kit_code").hasFocus()
    assert "bộ cài của bàn 17" in clerk.field("kit_code").note_text()


def test_the_printer_of_a_kit_is_chosen_and_tried_with_enter_alone(
    clerk: AtFirstRun, printers: FakePrinters
) -> None:
    printers.suggested = KEPT_LABEL
    clerk.choose_trial()
    clerk.name_administrator()
    clerk.prove_recovery_code()
    told = clerk.text("told")
    clerk.enter()
    clerk.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)

    assert told == SUGGESTED_TEXT
    assert printers.asked == [(KEPT_LABEL.port, "")]
    assert printers.tests == ["label"]

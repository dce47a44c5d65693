"""A printer is proved by its test page: whole codes of this very page, as fast as a scanner types, and two answers of the clerk."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.printer_trial import PrinterTrial
from kt1desk.desktop.widgets import FieldEdit
from tests.support.keys import part, press, type_text
from tests.support.printer_fakes import (
    KEPT_LABEL,
    PAGE,
    FakePrinters,
)
from tests.support.printer_setup_page import (
    CTRL,
    ENTER,
    Opener,
)


def test_a_code_of_another_page_proves_nothing(at_printer_setup: Opener) -> None:
    printers = FakePrinters(kept={"label": KEPT_LABEL})
    form = at_printer_setup(printers)

    form.press(Qt.Key.Key_P, modifiers=CTRL)
    form.scan("ME473124829VN")
    told = form.text("code_note")
    form.press(ENTER, Qt.Key.Key_1, ENTER, Qt.Key.Key_1, ENTER)

    assert "không phải của trang thử" in told
    assert printers.answers[0].scanned == ()
    assert "Chưa nên dùng" in form.text("verdict")


def test_the_verdict_needs_both_answers_and_another_page_begins_anew(at_printer_setup: Opener) -> None:
    printers = FakePrinters(kept={"label": KEPT_LABEL})
    form = at_printer_setup(printers)

    form.press(Qt.Key.Key_P, modifiers=CTRL)
    form.press(Qt.Key.Key_F9)
    unanswered = form.text("letters_note")
    form.press(Qt.Key.Key_1, ENTER)
    form.press(Qt.Key.Key_P, modifiers=CTRL)

    assert unanswered != ""
    assert printers.answers == []
    assert (form.value("letters"), printers.tests) == (None, ["label", "label"])


class _Times:
    """A clock that says what it is given, the last for ever."""

    def __init__(self, times_ms: Sequence[float]) -> None:
        self._times = list(times_ms)

    def __call__(self) -> float:
        return self._times.pop(0) if len(self._times) > 1 else self._times[0]


@pytest.mark.parametrize(("took_ms", "taken"), [(8 * 10.0, True), (8 * 90.0, False)])
def test_a_code_counts_only_when_it_comes_as_fast_as_a_scanner_types(
    jobs: Jobs, activate: Callable[[QWidget], None], qtbot: QtBot, took_ms: float, taken: bool
) -> None:
    printers = FakePrinters(kept={"label": KEPT_LABEL})
    trial = PrinterTrial(now_ms=_Times([0, 0, took_ms]))
    trial.serve(printers, jobs)
    activate(trial)
    trial.begin("label")
    qtbot.waitUntil(lambda: jobs.running == 0)

    type_text(PAGE.number)
    press(ENTER)
    qtbot.waitUntil(lambda: jobs.running == 0)

    code = part(trial, FieldEdit, "code")
    assert (part(trial, QLabel, "number_state").text() == "đã quét") is taken
    assert (code.text() == "") is taken
    assert ("gõ bằng tay" in code.note_text()) is not taken

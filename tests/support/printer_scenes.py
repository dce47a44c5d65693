"""Scenes of the printers' page: each step of setting a printer up, and the papers in every state they meet."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.navigation import Place
from kt1desk.desktop.needs import PrinterState, Tone
from kt1desk.desktop.pages.printers import PrintersPage
from kt1desk.domain.print_job import Evidence
from tests.support.keys import press, type_text
from tests.support.printer_fakes import (
    KEPT_LABEL,
    KEPT_ROLL,
    PAGE,
    SILENT,
    FakePrinters,
    slow,
)
from tests.support.setup_fakes import FakePapers, paper_row
from tests.support.stage import Scene, desk, settle

CTRL = Qt.KeyboardModifier.ControlModifier


def _at_form(jobs: Jobs, printers: FakePrinters, key: Qt.Key = Qt.Key.Key_1) -> MainWindow:
    window = desk(jobs, {Place.PRINTERS: PrintersPage(FakePapers.busy(), printers, jobs)}, Place.PRINTERS)
    press(key, CTRL)
    settle(jobs)
    return window


def _choose(jobs: Jobs, row: int) -> None:
    press(Qt.Key.Key_Home, CTRL)
    for _ in range(row):
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    settle(jobs)


def _found(jobs: Jobs) -> MainWindow:
    window = _at_form(jobs, FakePrinters(kept={"label": KEPT_LABEL}))
    for _ in range(1):
        press(Qt.Key.Key_Down)
    settle(jobs)
    return window


def _address(jobs: Jobs) -> MainWindow:
    window = _at_form(jobs, FakePrinters(absent=True))
    _choose(jobs, 3)
    type_text("192.168.1.40")
    press(Qt.Key.Key_Return)
    settle(jobs)
    return window


def _settings(jobs: Jobs) -> MainWindow:
    window = _at_form(jobs, FakePrinters())
    _choose(jobs, 1)
    return window


def _silent(jobs: Jobs) -> MainWindow:
    window = _at_form(jobs, FakePrinters(answer=SILENT))
    _choose(jobs, 0)
    press(Qt.Key.Key_F9)
    settle(jobs)
    return window


def _more(jobs: Jobs) -> MainWindow:
    window = _at_form(jobs, FakePrinters(kept={"label": slow(KEPT_LABEL)}))
    _choose(jobs, 0)
    press(Qt.Key.Key_M, CTRL)
    settle(jobs)
    return window


def _kept(jobs: Jobs) -> MainWindow:
    window = _at_form(jobs, FakePrinters(kept={"label": KEPT_LABEL}))
    _choose(jobs, 1)
    press(Qt.Key.Key_F9)
    settle(jobs)
    return window


def _roll(jobs: Jobs) -> MainWindow:
    window = _at_form(jobs, FakePrinters(kept={"roll": KEPT_ROLL}), Qt.Key.Key_3)
    press(Qt.Key.Key_Return)
    settle(jobs)
    return window


def _receipt(jobs: Jobs) -> MainWindow:
    window = _at_form(jobs, FakePrinters(), Qt.Key.Key_2)
    _choose(jobs, 4)
    type_text("/home/kt1/giay-in")
    press(Qt.Key.Key_Return)
    settle(jobs)
    return window


def _trial(jobs: Jobs) -> MainWindow:
    window = _at_form(jobs, FakePrinters(kept={"label": KEPT_LABEL}))
    press(Qt.Key.Key_P, CTRL)
    settle(jobs)
    for code in (PAGE.number, PAGE.bars[2], "ME473124829VN"):
        window.take_scan(code)
        settle(jobs)
    return window


def _judged(jobs: Jobs, second: Qt.Key) -> MainWindow:
    window = _at_form(jobs, FakePrinters(kept={"label": KEPT_LABEL}))
    press(Qt.Key.Key_P, CTRL)
    settle(jobs)
    for code in (PAGE.number, *PAGE.bars):
        window.take_scan(code)
        settle(jobs)
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_Return)
    press(second)
    press(Qt.Key.Key_Return)
    settle(jobs)
    return window


def _papers(jobs: Jobs) -> MainWindow:
    """One paper in each state, the first of them not confirmed by its printer."""
    evidence = (Evidence.ACKED, Evidence.TRANSPORT_ONLY, Evidence.CLERK, Evidence.SCANNED)
    rows = [paper_row(at + 5, evidence=each.value) for at, each in enumerate(evidence)]
    rows += [
        paper_row(2, "unknown", reason="print.unconfirmed"),
        paper_row(3, "queued", reason="printer.paper_out"),
        paper_row(4, "sending"),
        paper_row(9, "cancelled", reason="print.reprinted"),
    ]
    states = {
        "label": PrinterState("Máy in nhãn: hết giấy", Tone.BAD),
        "receipt": PrinterState("Máy in phiếu: không trả lời, vẫn thử in", Tone.WARN),
        "roll": PrinterState("Máy in cuộn: chưa cài", Tone.CALM),
    }
    papers = FakePapers({row.job: row for row in rows}, states=states)
    return desk(jobs, {Place.PRINTERS: PrintersPage(papers, FakePrinters(), jobs)}, Place.PRINTERS)


PRINTER_SCENES: Mapping[str, Scene] = {
    "printers-papers": _papers,
    "printers-found": _found,
    "printers-address": _address,
    "printers-settings": _settings,
    "printers-silent": _silent,
    "printers-more": _more,
    "printers-kept": _kept,
    "printers-receipt": _receipt,
    "printers-roll": _roll,
    "printers-trial": _trial,
    "printers-proved": lambda jobs: _judged(jobs, Qt.Key.Key_1),
    "printers-doubted": lambda jobs: _judged(jobs, Qt.Key.Key_2),
}

"""Scenes before anybody has logged in: log-in and first run."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.pages.first_run import FirstRunPage
from kt1desk.desktop.pages.login import LoginPage
from tests.support.desk_fakes import (
    FakeLogin,
)
from tests.support.keys import part, press, type_text
from tests.support.printer_fakes import KEPT_LABEL, FakePrinters
from tests.support.setup_fakes import (
    FINGERPRINT,
    KIT_CODE,
    RECOVERY_CODE,
    FakeFirstRun,
)
from tests.support.stage import Scene, gate, settle


def _login(jobs: Jobs) -> MainWindow:
    page = LoginPage(FakeLogin(), jobs)
    return gate(jobs, page)


class _RealLogin(FakeLogin):
    """A desk of the province: nobody is told a password, and whoever learns goes to another one."""

    def hint(self) -> str:
        return ""


def _login_real(jobs: Jobs) -> MainWindow:
    return gate(jobs, LoginPage(_RealLogin(), jobs))


def _login_wrong(jobs: Jobs) -> MainWindow:
    window = _login(jobs)
    type_text("lan")
    press(Qt.Key.Key_Return)
    type_text("sai")
    press(Qt.Key.Key_Return)
    settle(jobs)
    return window


def _first_run(jobs: Jobs) -> MainWindow:
    window = gate(jobs, FirstRunPage(FakeFirstRun(), jobs, FakePrinters()))
    settle(jobs)
    return window


def _first_run_file(jobs: Jobs) -> MainWindow:
    window = _first_run(jobs)
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_Return)
    type_text("/media/usb/240000.kt1desk")
    press(Qt.Key.Key_Return)
    type_text(FINGERPRINT)
    press(Qt.Key.Key_Return)
    settle(jobs)
    return window


def _first_run_kit(jobs: Jobs) -> MainWindow:
    window = _first_run(jobs)
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_Return)
    for text in ("/media/usb/240000.kt1kit", FINGERPRINT, KIT_CODE):
        type_text(text)
        press(Qt.Key.Key_Return)
    settle(jobs)
    return window


def _first_run_forged(jobs: Jobs) -> MainWindow:
    window = _first_run(jobs)
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_Return)
    type_text("/forged/240000.kt1desk")
    press(Qt.Key.Key_Return)
    type_text(FINGERPRINT)
    press(Qt.Key.Key_Return)
    settle(jobs)
    return window


def _first_run_administrator(jobs: Jobs) -> MainWindow:
    window = _first_run(jobs)
    press(Qt.Key.Key_2)
    press(Qt.Key.Key_Return)
    for text in ("lan", "Hoang Thi Lan", "ngan", "ngan"):
        type_text(text)
        press(Qt.Key.Key_Return)
    settle(jobs)
    return window


def _first_run_recovery(jobs: Jobs) -> MainWindow:
    window = _first_run_administrator(jobs)
    QApplication.focusWidget().selectAll()  # type: ignore[union-attr]
    type_text("chim se nau 15")
    press(Qt.Key.Key_Tab)
    type_text("chim se nau 15")
    press(Qt.Key.Key_Return)
    settle(jobs)
    return window


def _first_run_group(jobs: Jobs) -> MainWindow:
    window = _first_run_recovery(jobs)
    press(Qt.Key.Key_Return)
    type_text("abcde")
    press(Qt.Key.Key_Return)
    settle(jobs)
    return window


def _first_run_printers(jobs: Jobs) -> MainWindow:
    window = _first_run_recovery(jobs)
    press(Qt.Key.Key_Return)
    asked = part(window, QLabel, "group_label").text()
    type_text(RECOVERY_CODE.split("-")[int(asked[-1]) - 1])
    press(Qt.Key.Key_Return)
    settle(jobs)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    settle(jobs)
    press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    settle(jobs)
    return window


def _first_run_ready(jobs: Jobs) -> MainWindow:
    window = _first_run_printers(jobs)
    press(Qt.Key.Key_F8)
    settle(jobs)
    press(Qt.Key.Key_F8)
    settle(jobs)
    return window


def _first_run_kit_printers(jobs: Jobs) -> MainWindow:
    window = gate(jobs, FirstRunPage(FakeFirstRun(), jobs, FakePrinters(suggested=KEPT_LABEL)))
    settle(jobs)
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_Return)
    typed = ("/media/usb/240000.kt1kit", FINGERPRINT, KIT_CODE, "", "lan", "Hoang Thi Lan")
    for text in (*typed, "chim se nau 15", "chim se nau 15", ""):
        type_text(text)
        press(Qt.Key.Key_Return)
        settle(jobs)
    asked = part(window, QLabel, "group_label").text()
    type_text(RECOVERY_CODE.split("-")[int(asked[-1]) - 1])
    press(Qt.Key.Key_Return)
    settle(jobs)
    return window


GATE_SCENES: Mapping[str, Scene] = {
    "first-run": _first_run,
    "first-run-file": _first_run_file,
    "first-run-kit": _first_run_kit,
    "first-run-kit-printers": _first_run_kit_printers,
    "first-run-forged": _first_run_forged,
    "first-run-administrator": _first_run_administrator,
    "first-run-recovery": _first_run_recovery,
    "first-run-group": _first_run_group,
    "first-run-printers": _first_run_printers,
    "first-run-ready": _first_run_ready,
    "login": _login,
    "login-real": _login_real,
    "login-wrong": _login_wrong,
}

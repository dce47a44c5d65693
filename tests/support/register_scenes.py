"""Scenes of the page of registers: people whose clearance ends, a form with something wrong, a month's statement."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.navigation import Place
from kt1desk.desktop.pages.registers import RegistersPage
from kt1desk.domain.post_registers import SERVICE_POINTS
from kt1desk.domain.registers import REGISTERS
from tests.support.desk_scenes import beside_others
from tests.support.keys import press, type_text
from tests.support.register_fakes import FakeRegisters
from tests.support.stage import Scene, desk, settle

CTRL = Qt.KeyboardModifier.ControlModifier
ENTER, DOWN, F9 = Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_F9
_TO_PLACES = (DOWN,)
_TO_AGENCIES = (DOWN,) * list(REGISTERS).index("served_agencies")
_TO_POINTS = (DOWN,) * list(REGISTERS).index(SERVICE_POINTS)


def _scene(*does: Qt.Key | str, ref: str = "", needs: Callable[[], FakeRegisters] = FakeRegisters) -> Scene:
    def show(jobs: Jobs) -> MainWindow:
        pages = beside_others(Place.REGISTERS, RegistersPage(needs(), jobs))
        window = desk(jobs, pages, Place.REGISTERS)
        if ref:
            window.go(Place.REGISTERS, ref)
            settle(jobs)
        for each in does:
            if isinstance(each, str) and each.startswith("Ctrl+"):
                press(Qt.Key[f"Key_{each[5:]}"], CTRL)
            elif isinstance(each, str):
                type_text(each)
            else:
                press(each)
            settle(jobs)
        return window

    return show


REGISTER_SCENES: Mapping[str, Scene] = {
    "registers-people": _scene(ENTER),
    "registers-places": _scene(*_TO_PLACES),
    "registers-agencies": _scene(*_TO_AGENCIES, ENTER, ENTER),
    "registers-points": _scene(*_TO_POINTS, ENTER, ENTER),
    "registers-new": _scene("Ctrl+N", "mi", ENTER, ENTER, "041226", ENTER),
    "registers-choice": _scene(*_TO_PLACES, "Ctrl+N", "ket2", ENTER, ENTER),
    "registers-wrong": _scene("Ctrl+N", "mi", ENTER, "1/1/2026", ENTER, "1/1/2025", ENTER, F9),
    "registers-read": _scene(ENTER, needs=lambda: FakeRegisters(may_keep=False)),
    "statement-empty": _scene("Ctrl+2"),
    "statement": _scene("Ctrl+2", "SNV", ENTER),
    "register-view-empty": _scene("Ctrl+3"),
    "register-view": _scene("Ctrl+3", "giao nhan", ENTER),
    "register-view-none": _scene("Ctrl+3", "nhap bu", ENTER),
    "statement-none": _scene("Ctrl+2", "SNV", ENTER, "Ctrl+P", needs=lambda: FakeRegisters(empty=True)),
}

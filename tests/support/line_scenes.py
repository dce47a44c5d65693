"""Scenes of the page «Liên lạc»: a clerk with a link and without, an administrator and each of his acts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import Qt

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.navigation import Place
from kt1desk.desktop.needs import PrinterState, Tone
from kt1desk.desktop.pages.line import LinePage
from kt1desk.domain.errors import DeskError
from kt1desk.services.wording import sentence
from tests.support.desk_fakes import SESSION, FakeWindow
from tests.support.desk_scenes import beside_others
from tests.support.keys import press, type_text
from tests.support.line_fakes import ADMINISTRATOR, CLERK_VIEW, OFFLINE_VIEW, FakeLine, administrators
from tests.support.stage import POINT, Scene, desk, settle, shown

CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
ENTER, DOWN, F9 = Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_F9
_READY = (PrinterState("Máy in nhãn: sẵn sàng"), PrinterState("Máy in phiếu: sẵn sàng"))


def _scene(needs: Callable[[], FakeLine], *does: Qt.Key | str) -> Scene:
    def show(jobs: Jobs) -> MainWindow:
        pages = beside_others(Place.LINE, LinePage(needs(), jobs))
        window = desk(jobs, pages, Place.LINE)
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


def _told(jobs: Jobs, **changes: object) -> MainWindow:
    """The page in a window whose status line says something else."""
    window, needs = MainWindow(jobs), FakeWindow()
    needs.shown = replace(needs.shown, printers=_READY, **changes)  # type: ignore[arg-type]
    window.furnish(SESSION, POINT, needs, beside_others(Place.LINE, LinePage(FakeLine(OFFLINE_VIEW), jobs)))
    shown(window, jobs)
    window.go(Place.LINE)
    settle(jobs)
    return window


def _longest_status(jobs: Jobs, *, clock_doubt: str = "Đồng hồ chậm 12 phút", backup: str = "") -> MainWindow:
    return _told(
        jobs,
        link="Ngoại tuyến từ 20/11",
        link_tone=Tone.WARN,
        waiting=1_217,
        oldest="20/11",
        clock_doubt=clock_doubt,
        backup=backup,
    )


def _old_backup(jobs: Jobs) -> MainWindow:
    return _longest_status(jobs, clock_doubt="", backup="Sao lưu cuối: 20/11")


def _barred(jobs: Jobs) -> MainWindow:
    return _told(
        jobs,
        link="Trung tâm không nhận bàn này: khác máy ghi danh",
        link_tone=Tone.BAD,
        waiting=3,
        banner=sentence(DeskError("desk.read_only", reason="hardware")),
    )


LINE_SCENES: Mapping[str, Scene] = {
    "line": _scene(FakeLine, DOWN),
    "line-empty": _scene(lambda: FakeLine(replace(CLERK_VIEW, came=()))),
    "line-offline": _longest_status,
    "line-old-backup": _old_backup,
    "line-barred": _barred,
    "line-administrator": _scene(administrators),
    "line-approval": _scene(administrators, "Ctrl+O", "12/BDT", ENTER, "20/11/2026", ENTER),
    "line-approval-wrong": _scene(administrators, "Ctrl+O", "12/BDT", ENTER, "31/11/2026", ENTER),
    "line-shut": _scene(
        lambda: FakeLine(replace(CLERK_VIEW, acts=replace(ADMINISTRATOR, allow=False, shut=True))), "Ctrl+O"
    ),
    "line-join": _scene(administrators, "Ctrl+N", "/media/usb/ban-7.kt1line", ENTER, F9),
    "line-share": _scene(administrators, "Ctrl+G", ENTER),
    "line-leave": _scene(administrators, "Ctrl+Delete"),
}

"""Scenes of the page of lists: nothing yet, looked at, refused, under way, done, a catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.navigation import Page, Place
from kt1desk.desktop.needs import LineShape
from kt1desk.desktop.pages.lists import ListsPage
from kt1desk.desktop.pages.today import TodayPage
from tests.support.accepting import wait_until
from tests.support.day_fakes import FakeToday
from tests.support.keys import part, press, type_text
from tests.support.list_fakes import FakeLists, Turnstile, catalogue, example
from tests.support.stage import Scene, desk, settle

CTRL = Qt.KeyboardModifier.ControlModifier
F8, F9, ENTER = Qt.Key.Key_F8, Qt.Key.Key_F9, Qt.Key.Key_Return
LIST, CATALOGUE = "/media/usb/so-noi-vu-27.xlsx", "/media/usb/thu-tuc-2026.xlsx"
_WARNED = (
    "Không đọc các cột không biết: «Ghi chú nội bộ».",
    "Có 3 dòng đang bị ẩn, từ dòng 7; các dòng này vẫn được đọc.",
)


def _window(jobs: Jobs, needs: FakeLists) -> MainWindow:
    page = ListsPage(needs, jobs)
    pages: dict[Place, Page] = {Place.TODAY: TodayPage(FakeToday(), jobs), Place.LISTS: page}
    window = desk(jobs, pages, Place.LISTS)
    window.closing.connect(page.stop)
    return window


def _empty(jobs: Jobs) -> MainWindow:
    return _window(jobs, FakeLists())


def _looked_at(jobs: Jobs, needs: FakeLists | None = None) -> MainWindow:
    window = _window(jobs, needs or FakeLists({LIST: example(48, _WARNED)}))
    type_text(LIST)
    press(ENTER)
    settle(jobs)
    for _ in range(3):
        press(Qt.Key.Key_Down)
    settle(jobs)
    return window


def _refused(jobs: Jobs) -> MainWindow:
    window = _looked_at(jobs)
    press(Qt.Key.Key_L, CTRL)
    settle(jobs)
    return window


def _not_checked(jobs: Jobs) -> MainWindow:
    window = _looked_at(jobs)
    press(F9)
    settle(jobs)
    return window


def _under_way(jobs: Jobs) -> MainWindow:
    needs = FakeLists({LIST: example(48)}, let_go=Turnstile(17))
    window = _looked_at(jobs, needs)
    press(Qt.Key.Key_B, CTRL)
    press(F9)
    accepted = part(window, QLabel, "good_value")
    wait_until(lambda: accepted.text() == "17 dòng")
    QApplication.sendPostedEvents()  # the layout follows the figures an event later
    return window


def _done(jobs: Jobs) -> MainWindow:
    window = _looked_at(jobs)
    press(Qt.Key.Key_B, CTRL)
    press(F9)
    settle(jobs)
    return window


def _report(jobs: Jobs) -> MainWindow:
    window = _done(jobs)
    press(F8)
    settle(jobs)
    return window


def _bad_file(jobs: Jobs) -> MainWindow:
    window = _window(jobs, FakeLists())
    type_text("/media/usb/khong-co.xlsx")
    press(ENTER)
    settle(jobs)
    return window


def _import(jobs: Jobs) -> MainWindow:
    view = catalogue(20)
    broken = replace(
        view.lines[4],
        shape=LineShape.REFUSED,
        place="Thời hạn trực tuyến",
        reason="Thời hạn ghi như 5 ngày làm việc, 30 ngày, 8 giờ hoặc trong ngày. Sửa ô này.",
    )
    lines = (*view.lines[:4], broken, *view.lines[5:])
    window = _window(jobs, FakeLists({CATALOGUE: replace(view, lines=lines)}))
    press(Qt.Key.Key_M, CTRL)
    type_text("2")
    settle(jobs)
    type_text(CATALOGUE)
    press(ENTER)
    settle(jobs)
    return window


def _imported(jobs: Jobs) -> MainWindow:
    window = _import(jobs)
    press(F9)
    settle(jobs)
    return window


def _not_allowed(jobs: Jobs) -> MainWindow:
    window = _window(jobs, FakeLists(may_import=False))
    press(Qt.Key.Key_M, CTRL)
    type_text("4")
    settle(jobs)
    return window


LIST_SCENES: Mapping[str, Scene] = {
    "lists-empty": _empty,
    "lists-looked-at": _looked_at,
    "lists-refused": _refused,
    "lists-not-checked": _not_checked,
    "lists-under-way": _under_way,
    "lists-done": _done,
    "lists-report": _report,
    "lists-bad-file": _bad_file,
    "lists-import": _import,
    "lists-imported": _imported,
    "lists-not-allowed": _not_allowed,
}

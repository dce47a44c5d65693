"""Scenes of the shift: opened, closed step by step, the drawer's own book."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.navigation import Place
from kt1desk.desktop.pages.shift import ShiftPage
from kt1desk.domain.drawer import MoveWay
from kt1desk.services.drawer_book import Moved, Served
from kt1desk.services.rows import CashSum
from tests.support.desk_fakes import ITEMS_COUNT, PASSWORD, item_row, open_shift
from tests.support.keys import press, type_text
from tests.support.shift_fakes import ITEMS, THINGS, FakeShift
from tests.support.stage import Scene, desk, settle

CASH = (
    CashSum("kt1", 52_000, 0),
    CashSum("postage", 54_600, 0),
    CashSum("collected", 8_000, 0),
    CashSum("served", 0, 0),
)
_F8, _F9, _ENTER, _1 = Qt.Key.Key_F8, Qt.Key.Key_F9, Qt.Key.Key_Return, Qt.Key.Key_1


def busy() -> FakeShift:
    """An open shift with things in hand and everything to ask about."""
    items = tuple(item_row(at) for at in range(ITEMS_COUNT))
    return FakeShift(open_shift(), items=items, cash=CASH, things=THINGS, unsent=True, alone=True)


def _at(jobs: Jobs, needs: FakeShift) -> MainWindow:
    return desk(jobs, {Place.SHIFT: ShiftPage(needs, jobs)}, Place.SHIFT)


def _press(jobs: Jobs, *keys: Qt.Key, ctrl: bool = False) -> None:
    for key in keys:
        press(key, Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier)
        settle(jobs)


def _new(jobs: Jobs) -> MainWindow:
    last = replace(open_shift(), closed_ms=1_795_320_000_000, counted_dong=1_314_600)
    window = _at(jobs, FakeShift(last=last, items=(item_row(0), item_row(1))))
    for pieces in ("1", "3", "2"):
        type_text(pieces)
        press(_ENTER)
    settle(jobs)
    return window


def _open(jobs: Jobs) -> MainWindow:
    return _at(jobs, busy())


def _things(jobs: Jobs) -> MainWindow:
    window = _open(jobs)
    _press(jobs, _F9)
    window.take_scan(ITEMS[0])
    settle(jobs)
    return window


def _count(jobs: Jobs) -> MainWindow:
    window = _things(jobs)
    _press(jobs, _F9)
    for pieces in ("2", "1", "1"):
        type_text(pieces)
        press(_ENTER)
    settle(jobs)
    return window


def _compare(jobs: Jobs) -> MainWindow:
    window = _count(jobs)
    _press(jobs, _F9)
    return window


def _question(jobs: Jobs) -> MainWindow:
    window = _compare(jobs)
    _press(jobs, _F9, _1)
    return window


def _sign(jobs: Jobs) -> MainWindow:
    window = _question(jobs)
    _press(jobs, Qt.Key.Key_2, _1, _1)
    type_text("minh")
    settle(jobs)
    return window


def _alone(jobs: Jobs) -> MainWindow:
    window = _sign(jobs)
    _press(jobs, _F8)
    return window


def _done(jobs: Jobs) -> MainWindow:
    window = _sign(jobs)
    press(_ENTER)
    type_text(PASSWORD)
    _press(jobs, _ENTER)
    return window


def _with_lines() -> FakeShift:
    needs = busy()
    needs.last = replace(
        open_shift(), shift="2026-11-22/1", closed_ms=1_795_320_000_000, counted_dong=1_300_000
    )
    needs.move_cash(Moved(MoveWay.ADVANCE, 50_000_000, "PC 0041"))
    needs.serve(Served("pension", 12, 0, 38_450_000))
    needs.serve(Served("postmart", 3, 412_000))
    needs.serve(Served("postmart", 1, 41_200))
    needs.undo_line(needs.lines[-1].line, "amount")
    return needs


def _book(jobs: Jobs) -> MainWindow:
    window = _at(jobs, _with_lines())
    _press(jobs, Qt.Key.Key_2, ctrl=True)
    return window


def _book_form(jobs: Jobs) -> MainWindow:
    window = _book(jobs)
    _press(jobs, _F9, _1)
    type_text("12")
    press(_ENTER)
    type_text("38450000")
    settle(jobs)
    return window


def _book_adjust(jobs: Jobs) -> MainWindow:
    window = _book(jobs)
    _press(jobs, Qt.Key.Key_E, ctrl=True)
    return window


SHIFT_SCENES: Mapping[str, Scene] = {
    "shift-new": _new,
    "shift-open": _open,
    "shift-close-things": _things,
    "shift-close-compare": _compare,
    "shift-close-question": _question,
    "shift-close-sign": _sign,
    "shift-close-alone": _alone,
    "shift-close-done": _done,
    "shift-book": _book,
    "shift-book-form": _book_form,
    "shift-book-adjust": _book_adjust,
}

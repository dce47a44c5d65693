"""Scenes of the one-stop place: each work in the states that people meet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress

from PySide6.QtCore import Qt

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.navigation import Place
from kt1desk.desktop.pages.one_stop import OneStopPage
from kt1desk.domain.errors import DeskError
from tests.support.desk_scenes import every_page
from tests.support.keys import press, type_text
from tests.support.one_stop_fakes import FakeOneStop
from tests.support.one_stop_people import CARD, number
from tests.support.stage import Scene, desk, settle

_CTRL = Qt.KeyboardModifier.ControlModifier
_ENTER, _DOWN, _SPACE, _F8, _F9 = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Down,
    Qt.Key.Key_Space,
    Qt.Key.Key_F8,
    Qt.Key.Key_F9,
)
_1, _2, _3 = Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3
Doing = Callable[[MainWindow, Jobs], None]


def _at(work: Qt.Key, *doings: Doing, needs: Callable[[], FakeOneStop] = FakeOneStop.busy) -> Scene:
    def scene(jobs: Jobs) -> MainWindow:
        page = OneStopPage(needs(), jobs)
        window = desk(jobs, {**every_page(jobs), Place.ONE_STOP: page}, Place.ONE_STOP)
        press(work, _CTRL)
        settle(jobs)
        for do in doings:
            do(window, jobs)
            settle(jobs)
        return window

    return scene


def _scan(*codes: str) -> Doing:
    def do(window: MainWindow, jobs: Jobs) -> None:
        for code in codes:
            with suppress(DeskError):
                window.take_scan(code)
            settle(jobs)

    return do


def _keys(*keys: Qt.Key) -> Doing:
    def do(_: MainWindow, jobs: Jobs) -> None:
        for key in keys:
            press(key)
            settle(jobs)

    return do


def _ctrl(key: Qt.Key) -> Doing:
    return lambda _, __: press(key, _CTRL)


def _enter(*texts: str) -> Doing:
    def do(_: MainWindow, jobs: Jobs) -> None:
        for text in texts:
            type_text(text)
            press(_ENTER)
            settle(jobs)

    return do


_CASES = _ctrl(Qt.Key.Key_L)
_BOOK = (_keys(_DOWN, _ENTER), _enter("300"))
_TAKEN = _scan(*(number(at, "BR") for at in range(18)))

ONE_STOP_SCENES: Mapping[str, Scene] = {
    "one-stop-hand": _at(_1),
    "one-stop-hand-covers": _at(_1, _keys(_DOWN, _ENTER)),
    "one-stop-hand-sheet": _at(_1, _scan(number(0))),
    "one-stop-hand-difference": _at(_1, _scan(number(0)), _keys(_DOWN, _SPACE)),
    "one-stop-hand-marked": _at(_1, _scan(number(0)), _keys(_DOWN, _SPACE, _3, _F8)),
    "one-stop-hand-officer": _at(
        _1,
        _scan(number(0)),
        _keys(_ENTER),
        _scan(number(1)),
        _keys(_SPACE, _1, _ENTER),
        _keys(_F9),
    ),
    "one-stop-hand-empty": _at(_1, needs=FakeOneStop),
    "one-stop-cases": _at(_1, _CASES),
    "one-stop-cases-answer": _at(_1, _CASES, _keys(_ENTER)),
    "one-stop-cases-register": _at(_1, _CASES, _keys(_DOWN, _ENTER, _1), _keys(_F9)),
    "one-stop-cases-supplement": _at(
        _1, _CASES, _keys(_ENTER, _2, _3), _enter("128/TB"), _enter("05/12/2026"), _keys(_DOWN, _SPACE)
    ),
    "one-stop-take": _at(_2),
    "one-stop-take-open": _at(_2, _keys(_DOWN, _ENTER)),
    "one-stop-take-book": _at(_2, *_BOOK, _TAKEN),
    "one-stop-take-wrong": _at(_2, *_BOOK, _TAKEN, _scan(number(905, "BR"))),
    "one-stop-take-missing": _at(
        _2, *_BOOK, _scan(number(0, "BR"), number(1, "BR")), _ctrl(Qt.Key.Key_L), _keys(_SPACE)
    ),
    "one-stop-take-kind": _at(_2, *_BOOK, _TAKEN, _keys(_F8)),
    "one-stop-pickup": _at(_3),
    "one-stop-pickup-found": _at(_3, _enter("thi")),
    "one-stop-pickup-nobody": _at(_3, _enter("khong co ai")),
    "one-stop-pickup-result": _at(_3, _scan(number(1, "BR"))),
    "one-stop-pickup-proxy": _at(
        _3, _scan(number(1, "BR")), _keys(_F8, _2, _1), _scan(CARD), _enter("GUQ 12, 20/11/2026")
    ),
    "one-stop-pickup-who": _at(_3, _scan(number(1, "BR")), _keys(_F8)),
    "one-stop-pickup-lacks": _at(_3, _scan(number(1, "BR")), _keys(_F9)),
}

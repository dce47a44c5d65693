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
from tests.support.desk_scenes import beside_others
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


def at_work(work: Qt.Key, *doings: Doing, needs: Callable[[], FakeOneStop] = FakeOneStop.busy) -> Scene:
    """The window at a work of the place, after these were done."""

    def scene(jobs: Jobs) -> MainWindow:
        page = OneStopPage(needs(), jobs)
        window = desk(jobs, beside_others(Place.ONE_STOP, page), Place.ONE_STOP)
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


def keys(*keys: Qt.Key) -> Doing:
    """These keys, one after the other."""

    def do(_: MainWindow, jobs: Jobs) -> None:
        for key in keys:
            press(key)
            settle(jobs)

    return do


def ctrl(key: Qt.Key) -> Doing:
    """Ctrl and a key."""
    return lambda _, __: press(key, _CTRL)


def enter(*texts: str) -> Doing:
    """Texts, each with Enter behind it."""

    def do(_: MainWindow, jobs: Jobs) -> None:
        for text in texts:
            type_text(text)
            press(_ENTER)
            settle(jobs)

    return do


def _refusing() -> FakeOneStop:
    made = FakeOneStop.busy()
    made.refusal = DeskError("decision.day_before", "paper_day", day="2026-11-20")
    return made


_CASES = ctrl(Qt.Key.Key_L)
_BOOK = (keys(_DOWN, _ENTER), enter("300"))
_TAKEN = _scan(*(number(at, "BR") for at in range(18)))

ONE_STOP_SCENES: Mapping[str, Scene] = {
    "one-stop-hand": at_work(_1),
    "one-stop-hand-covers": at_work(_1, keys(_DOWN, _ENTER)),
    "one-stop-hand-sheet": at_work(_1, _scan(number(0))),
    "one-stop-hand-difference": at_work(_1, _scan(number(0)), keys(_DOWN, _SPACE)),
    "one-stop-hand-marked": at_work(_1, _scan(number(0)), keys(_DOWN, _SPACE, _3, _F8)),
    "one-stop-hand-officer": at_work(
        _1,
        _scan(number(0)),
        keys(_ENTER),
        _scan(number(1)),
        keys(_SPACE, _1, _ENTER),
        keys(_F9),
    ),
    "one-stop-hand-empty": at_work(_1, needs=FakeOneStop),
    "one-stop-cases": at_work(_1, _CASES),
    "one-stop-cases-answer": at_work(_1, _CASES, keys(_ENTER)),
    "one-stop-cases-register": at_work(_1, _CASES, keys(_DOWN, _ENTER, _1), keys(_F9)),
    "one-stop-cases-supplement": at_work(
        _1, _CASES, keys(_ENTER, _2, _3), enter("128/TB"), enter("05/12/2026"), keys(_DOWN, _SPACE)
    ),
    "one-stop-cases-refused": at_work(
        _1,
        _CASES,
        keys(_ENTER, _2, _3),
        enter("128/TB", "05/12/2026"),
        keys(_DOWN, _SPACE, _ENTER),
        needs=_refusing,
    ),
    "one-stop-take": at_work(_2),
    "one-stop-take-open": at_work(_2, keys(_DOWN, _ENTER)),
    "one-stop-take-book": at_work(_2, *_BOOK, _TAKEN),
    "one-stop-take-wrong": at_work(_2, *_BOOK, _TAKEN, _scan(number(905, "BR"))),
    "one-stop-take-missing": at_work(
        _2, *_BOOK, _scan(number(0, "BR"), number(1, "BR")), ctrl(Qt.Key.Key_L), keys(_SPACE)
    ),
    "one-stop-take-kind": at_work(_2, *_BOOK, _TAKEN, keys(_F8)),
    "one-stop-pickup": at_work(_3),
    "one-stop-pickup-found": at_work(_3, enter("thi")),
    "one-stop-pickup-nobody": at_work(_3, enter("khong co ai")),
    "one-stop-pickup-result": at_work(_3, _scan(number(1, "BR"))),
    "one-stop-pickup-proxy": at_work(
        _3, _scan(number(1, "BR")), keys(_F8, _2, _1), _scan(CARD), enter("GUQ 12, 20/11/2026")
    ),
    "one-stop-pickup-who": at_work(_3, _scan(number(1, "BR")), keys(_F8)),
    "one-stop-pickup-lacks": at_work(_3, _scan(number(1, "BR")), keys(_F9)),
}

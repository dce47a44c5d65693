"""Scenes of delivery and of the holders: each work in the states that people meet."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.navigation import Page, Place
from kt1desk.desktop.pages.delivery import DeliveryPage
from kt1desk.desktop.pages.holding import HoldingPage
from kt1desk.domain.errors import DeskError
from tests.support.delivery_fakes import POSTMAN, FakeDelivery
from tests.support.delivery_fakes import number as item
from tests.support.desk_scenes import beside_others
from tests.support.holding_fakes import FakeHolding
from tests.support.holding_fakes import number as held
from tests.support.keys import press, type_text
from tests.support.stage import Scene, desk, settle

_CTRL = Qt.KeyboardModifier.ControlModifier
_ENTER, _DOWN, _SPACE = Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Space
_DIGITS = {"1": Qt.Key.Key_1, "2": Qt.Key.Key_2, "3": Qt.Key.Key_3, "4": Qt.Key.Key_4}
Doing = Callable[[MainWindow, Jobs], None]


def _pages(jobs: Jobs, needs: FakeDelivery) -> dict[Place, Page]:
    return {
        **beside_others(Place.DELIVERY, DeliveryPage(needs, jobs)),
        Place.HOLDING: HoldingPage(FakeHolding.full(), jobs),
    }


def _at(
    place: Place, work: str, *doings: Doing, needs: Callable[[], FakeDelivery] = FakeDelivery.busy
) -> Scene:
    def scene(jobs: Jobs) -> MainWindow:
        window = desk(jobs, _pages(jobs, needs()), place)
        press(_DIGITS[work], _CTRL)
        settle(jobs)
        for do in doings:
            do(window, jobs)
            settle(jobs)
        return window

    return scene


def _scan(*codes: str) -> Doing:
    def do(window: MainWindow, jobs: Jobs) -> None:
        for code in codes:
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


def _refusing() -> FakeDelivery:
    made = FakeDelivery.busy()
    made.refusal = DeskError("delivery.not_registered", "taker_name")
    return made


_SAFE = (_ctrl(Qt.Key.Key_L), _keys(Qt.Key.Key_Home, _DOWN, _DOWN, _DOWN, _ENTER))

DELIVERY_SCENES: Mapping[str, Scene] = {
    "delivery-start": _at(Place.DELIVERY, "1"),
    "delivery-start-chosen": _at(
        Place.DELIVERY, "1", _scan(item(0), item(2), item(18)), _keys(_ENTER), _enter(POSTMAN, "sai")
    ),
    "delivery-start-empty": _at(Place.DELIVERY, "1", needs=FakeDelivery),
    "delivery-result": _at(Place.DELIVERY, "2"),
    "delivery-result-item": _at(Place.DELIVERY, "2", _scan(item(30)), _enter("Nguyen Thi Mai")),
    "delivery-result-named": _at(
        Place.DELIVERY, "2", _scan(item(31)), _enter("Nguyen Thi Mai", "Van thu"), _keys(Qt.Key.Key_F9)
    ),
    "delivery-result-refused": _at(
        Place.DELIVERY, "2", _scan(item(30)), _enter("Nguyen Thi Mai", "Van thu"), needs=_refusing
    ),
    "delivery-result-attempt": _at(Place.DELIVERY, "2", _scan(item(30)), _keys(Qt.Key.Key_F8)),
    "delivery-back": _at(Place.DELIVERY, "3", _scan(item(30), item(33)), _keys(_ENTER)),
    "delivery-turn": _at(Place.DELIVERY, "4"),
    "delivery-turn-forward": _at(
        Place.DELIVERY, "4", _scan(item(60)), _keys(Qt.Key.Key_1, Qt.Key.Key_1), _enter("UBVL")
    ),
    "delivery-turn-other": _at(
        Place.DELIVERY,
        "4",
        _scan(item(60)),
        _keys(Qt.Key.Key_1, Qt.Key.Key_3),
        _ctrl(Qt.Key.Key_N),
        _enter("Truong Chinh tri", "cao"),
    ),
    "delivery-turn-phone": _at(
        Place.DELIVERY,
        "4",
        _scan(item(60)),
        _keys(Qt.Key.Key_2, Qt.Key.Key_1),
        _ctrl(Qt.Key.Key_M),
        _keys(Qt.Key.Key_2),
        _enter("12"),
    ),
    "holding-put": _at(Place.HOLDING, "1", _scan(held(0), held(1)), _keys(_ENTER)),
    "holding-place": _at(Place.HOLDING, "1", _keys(_SPACE, _ENTER), _enter("K9"), _keys(Qt.Key.Key_F9)),
    "holding-hand": _at(Place.HOLDING, "2", _scan(held(0), held(40)), _keys(_ENTER)),
    "holding-count": _at(
        Place.HOLDING, "3", *_SAFE, _scan(*(held(40 + at) for at in range(10)), held(60), held(99))
    ),
    "holding-difference": _at(
        Place.HOLDING, "3", *_SAFE, _scan(*(held(40 + at) for at in range(10))), _keys(Qt.Key.Key_F9)
    ),
}

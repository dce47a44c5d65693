"""Scenes of the page of dispatches: each of its four works, at rest, at work, with a question, with something wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress

from PySide6.QtCore import Qt

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.navigation import Place
from kt1desk.desktop.needs import Weighing
from kt1desk.desktop.pages.dispatch import DispatchPage
from kt1desk.domain.errors import DeskError
from tests.support.desk_scenes import beside_others
from tests.support.dispatch_fakes import ALONE, ANSWER, FakeDispatches, full, held
from tests.support.dispatch_page import CTRL, DOWN, ENTER, F8, F9, SPACE
from tests.support.keys import press, type_text
from tests.support.stage import Scene, desk, settle


class _Stage:
    """A window at the page, and a hand that waits for every answer."""

    def __init__(self, jobs: Jobs, needs: FakeDispatches) -> None:
        self._jobs = jobs
        self.window = desk(jobs, beside_others(Place.DISPATCH, DispatchPage(needs, jobs)), Place.DISPATCH)

    def key(self, *keys: Qt.Key) -> None:
        for key in keys:
            press(key)
            settle(self._jobs)

    def ctrl(self, sign: str) -> None:
        press(Qt.Key[f"Key_{sign}"], CTRL)
        settle(self._jobs)

    def enter(self, *texts: str) -> None:
        for text in texts:
            type_text(text)
            self.key(ENTER)

    def scan(self, *codes: str) -> None:
        for code in codes:
            with suppress(DeskError):
                self.window.take_scan(code)
        settle(self._jobs)

    def type(self, text: str) -> None:
        type_text(text)
        settle(self._jobs)

    def part(self, data: bytes) -> None:
        self.window.take_part(data)
        settle(self._jobs)


def _scene(act: Callable[[_Stage], None], needs: Callable[[], FakeDispatches] = full) -> Scene:
    def show(jobs: Jobs) -> MainWindow:
        stage = _Stage(jobs, needs())
        act(stage)
        return stage.window

    return show


def _alone() -> FakeDispatches:
    made = full()
    made.alone = ALONE
    return made


def _weighed() -> FakeDispatches:
    made = full()
    made.scale = Weighing(1_640, stable=True, text="Cân: 1.640 g, ổn định")
    return made


def _long() -> FakeDispatches:
    return full(40)


def _nothing(_: _Stage) -> None:
    pass


def _chosen(stage: _Stage) -> None:
    stage.key(SPACE, SPACE, SPACE, ENTER)
    type_text("minh")


def _wrong_password(stage: _Stage) -> None:
    stage.key(SPACE, ENTER)
    stage.enter("minh", "sai-mat-khau")


def _by_phone(stage: _Stage) -> None:
    stage.key(SPACE, SPACE)
    stage.ctrl("M")
    type_text("2")
    stage.enter("12", "hung")
    type_text(ANSWER[:4])


def _exception(stage: _Stage) -> None:
    stage.ctrl("M")
    stage.type("3")


def _reject(stage: _Stage) -> None:
    stage.key(F8)


def _rejecting(stage: _Stage) -> None:
    stage.key(F8)
    type_text("2")
    stage.key(F8)


def _answer(stage: _Stage) -> None:
    stage.ctrl("G")
    stage.enter("12", "48210957")
    type_text("1")
    stage.key(ENTER)
    stage.enter("3")


def _pack(stage: _Stage) -> None:
    stage.ctrl("2")


def _packing(stage: _Stage) -> None:
    stage.ctrl("2")
    stage.enter("vu")
    stage.scan(*(held(at).item for at in (0, 2, 3, 7)), "NP0004412")


def _pack_lacks(stage: _Stage) -> None:
    _packing(stage)
    stage.key(F9)
    stage.scan(held(1).item)


def _undo(stage: _Stage) -> None:
    stage.ctrl("2")
    stage.ctrl("U")
    stage.type("2")
    type_text("1")


def _send(stage: _Stage) -> None:
    stage.ctrl("3")
    stage.key(SPACE, SPACE, ENTER)
    stage.enter("DT12")
    type_text("112")
    stage.key(ENTER)


def _send_lacks(stage: _Stage) -> None:
    _send(stage)
    stage.key(F9)


def _sent(stage: _Stage) -> None:
    stage.ctrl("3")
    stage.ctrl("L")


def _recall(stage: _Stage) -> None:
    _sent(stage)
    stage.ctrl("U")
    type_text("1")
    stage.ctrl("U")
    stage.enter("minh")


def _coming(stage: _Stage) -> None:
    stage.ctrl("4")


def _parts(stage: _Stage) -> None:
    stage.part(b"part1")
    stage.part(b"part2")
    stage.ctrl("O")


def _bag(stage: _Stage) -> None:
    stage.ctrl("4")
    stage.scan("TUI00000052", "NP0000999")
    stage.enter("1640")


def _scanning(stage: _Stage, items: int = 12) -> None:
    stage.ctrl("4")
    stage.scan("TUI00000052", "NP0000811")
    stage.enter("1640", "Ly Van Hung")
    stage.key(F9)
    stage.scan(*(held(100 + at).item for at in range(items)))


def _surplus(stage: _Stage) -> None:
    _scanning(stage)
    stage.scan(held(300).item)


def _differences(stage: _Stage) -> None:
    _scanning(stage, 36)
    stage.key(F9)
    stage.key(DOWN)


def _incident(stage: _Stage) -> None:
    _differences(stage)
    stage.ctrl("B")


def _exceptions(stage: _Stage) -> None:
    stage.ctrl("L")


def _own_exception(stage: _Stage) -> None:
    stage.ctrl("L")
    stage.key(DOWN, DOWN)


def _reviewing(stage: _Stage) -> None:
    stage.ctrl("L")
    stage.key(DOWN, ENTER)


DISPATCH_SCENES: Mapping[str, Scene] = {
    "dispatch-approval": _scene(_nothing),
    "dispatch-approval-empty": _scene(_nothing, FakeDispatches),
    "dispatch-approval-chosen": _scene(_chosen),
    "dispatch-approval-wrong": _scene(_wrong_password),
    "dispatch-approval-phone": _scene(_by_phone),
    "dispatch-approval-alone": _scene(_exception, _alone),
    "dispatch-approval-reject": _scene(_reject),
    "dispatch-approval-rejecting": _scene(_rejecting),
    "dispatch-approval-answer": _scene(_answer),
    "dispatch-exceptions": _scene(_exceptions),
    "dispatch-exceptions-own": _scene(_own_exception),
    "dispatch-exceptions-ask": _scene(_reviewing),
    "dispatch-exceptions-empty": _scene(_exceptions, FakeDispatches),
    "dispatch-pack": _scene(_pack),
    "dispatch-packing": _scene(_packing, _weighed),
    "dispatch-pack-lacks": _scene(_pack_lacks),
    "dispatch-undo": _scene(_undo),
    "dispatch-send": _scene(_send),
    "dispatch-send-lacks": _scene(_send_lacks),
    "dispatch-sent": _scene(_sent),
    "dispatch-recall": _scene(_recall),
    "dispatch-coming": _scene(_coming),
    "dispatch-parts": _scene(_parts),
    "dispatch-bag": _scene(_bag),
    "dispatch-scanning": _scene(_scanning, _long),
    "dispatch-surplus": _scene(_surplus, _long),
    "dispatch-differences": _scene(_differences, _long),
    "dispatch-incident": _scene(_incident, _long),
}

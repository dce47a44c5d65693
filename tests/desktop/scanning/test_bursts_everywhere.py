"""Bursts of a wedge scanner through a real X server, into whatever has the keys on the desk's own pages: all heard, nothing leaks."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QApplication,
    QMessageBox,
)
from pytestqt.qtbot import QtBot

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.look.theme import LIGHT
from kt1desk.desktop.look.wear import wear
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.messages import say
from kt1desk.domain.errors import DeskError
from tests.support.burst_counter import BurstCounter, StallError, kinds, state
from tests.support.page_scenes import SCENES
from tests.support.xtest_keys import XKeys

CODES = ("ME473124829VN", "MA000000014VN", "TUI25000017", "NP0041772", "H37.12-251120-0012", "MW000000014VN")
SPEEDS = (30, 60, 100, 250, 500, 1000)
PLACES = {
    "accept-ready": ("FieldEdit", "SegmentedChoice", "ChecklistRow", "ActionButton"),
    "shift-close-things": ("FieldEdit",),
    "curtain": ("FieldEdit:password",),
    "search": ("FieldEdit",),
    "keys": (),
}
"""Scenes of the check, and the kinds of widgets that are tried there; empty: what has the keys by itself."""
MORE = (
    *("today", "accept-list", "dossier-papers", "dossier-who", "record-item", "registers-new", "users-roles"),
    *(
        "lists-looked-at",
        "first-run-administrator",
        "first-run-group",
        "printers-settings",
        "devices-arrivals",
        "reports-made",
    ),
    *(
        "dispatch-packing",
        "delivery-result",
        "one-stop-fees-remit",
        "audit",
        "backups",
        "line-share",
        "login",
    ),
)
TRIES = 10


@pytest.fixture(scope="module")
def scanner(display: str) -> Iterator[XKeys]:
    made = XKeys(os.environ["DISPLAY"])
    yield made
    made.close()


Scene = Callable[[BurstCounter, MainWindow], None]
Play = Callable[[str, Scene], None]


@pytest.fixture
def play(qapp: QApplication, qtbot: QtBot, scanner: XKeys) -> Play:
    """A scene of the desk with a scanner before it, again where the server itself stuttered."""
    wear(qapp, LIGHT)

    def once(name: str, scene: Scene) -> None:
        jobs = Jobs()
        window = SCENES[name](jobs)
        counter = BurstCounter(qapp, qtbot, scanner)
        counter.watch_buttons(window)
        try:
            scene(counter, window)
        finally:
            counter.filter.stop()
            counter.filter.deleteLater()
            window.close()
            jobs.close()
            window.deleteLater()
            QApplication.processEvents()

    def played(name: str, scene: Scene) -> None:
        for _ in range(TRIES):
            try:
                return once(name, scene)
            except StallError:
                continue
        raise AssertionError("the machine is too busy to play a scanner")

    return played


def _scans(kind: str, speeds: Sequence[int], codes: Sequence[str]) -> Scene:
    def scene(counter: BurstCounter, window: MainWindow) -> None:
        if kind:
            kinds(window)[kind].setFocus()
        QApplication.processEvents()
        before = state(window)
        for speed in speeds:
            for code in codes:
                counter.scan(code, speed)
                assert state(window) == before, (
                    f"{code} at {speed}/s leaked into {kind or 'what had the keys'}"
                )
        assert counter.heard.codes == [*codes] * len(speeds)
        assert counter.clicks == []

    return scene


@pytest.mark.parametrize(
    ("name", "kind"), [(name, kind) for name, wanted in PLACES.items() for kind in wanted or ("",)]
)
def test_a_burst_is_heard_and_leaves_the_widget_alone(name: str, kind: str, play: Play) -> None:
    play(name, _scans(kind, (1000, 100), CODES[:1]))


@pytest.mark.soak
@pytest.mark.parametrize("speed", SPEEDS)
@pytest.mark.parametrize("name", [*PLACES, *MORE])
def test_every_kind_of_widget_at_every_speed(name: str, speed: int, play: Play) -> None:
    play(name, _every_kind(name, speed))


def _every_kind(name: str, speed: int) -> Scene:
    """All kinds of a scene in one window; where the server stuttered the kind is tried again."""

    def scene(counter: BurstCounter, window: MainWindow) -> None:
        found = ["", *kinds(window)]
        for kind in found:
            for _ in range(TRIES):
                counter.heard.codes.clear()
                with suppress(StallError):
                    _scans(kind, (speed,), CODES)(counter, window)
                    break
            else:
                raise StallError
        print(f"{name} {speed}/s: {len(found) * len(CODES)} scans into {', '.join(found[1:])}")

    return scene


def _before_a_question(speeds: Sequence[int], codes: Sequence[str]) -> Scene:
    def scene(counter: BurstCounter, window: MainWindow) -> None:
        question = QMessageBox(QMessageBox.Icon.Question, "Nhãn", "Nhãn đã in chưa?", parent=window)
        question.addButton(QMessageBox.StandardButton.Yes)
        question.setDefaultButton(QMessageBox.StandardButton.Yes)
        counter.watch_buttons(question)
        stays: list[bool] = []

        def scan_all() -> None:
            with suppress(StallError):
                for speed in speeds:
                    for code in codes:
                        counter.scan(code, speed)
                        stays.append(
                            question.isVisible() and counter.last == say(DeskError("scan.dialog_open"))
                        )
            question.reject()

        QTimer.singleShot(100, scan_all)
        question.exec()
        if len(stays) < len(speeds) * len(codes):
            raise StallError
        assert all(stays)
        assert counter.heard.codes == []
        assert counter.heard.sounds == ["bad"] * len(stays)
        assert counter.clicks == []

    return scene


def test_a_burst_before_a_question_is_refused_and_answers_nothing(play: Play) -> None:
    play("accept-ready", _before_a_question((1000, 100), CODES[:1]))


@pytest.mark.soak
@pytest.mark.parametrize("speed", SPEEDS)
def test_every_burst_before_a_question_is_refused(speed: int, play: Play) -> None:
    play("accept-ready", _before_a_question((speed,), CODES))

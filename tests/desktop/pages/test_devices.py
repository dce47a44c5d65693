"""Scanner and scale by keyboard alone: chosen, kept, seen to work."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.messages import say
from kt1desk.desktop.navigation import Place
from kt1desk.desktop.needs import DeviceSettings
from kt1desk.desktop.pages.devices import DevicesPage
from kt1desk.desktop.widgets import NoteLabel, SegmentedChoice
from kt1desk.domain.errors import DeskError
from tests.support.desk_fakes import SESSION, FakeWindow
from tests.support.keys import focus_name, part, press
from tests.support.setup_fakes import FakeDevices

ENTER = Qt.Key.Key_Return
NUMBER = "ME473124829VN"


class Counter:
    """The window at the devices' page, with the pauses of a wedge scanner."""

    def __init__(self, needs: FakeDevices, jobs: Jobs, qtbot: QtBot) -> None:
        self.gap_ms = 12.0
        self._jobs, self._qtbot = jobs, qtbot
        self.page = DevicesPage(needs, jobs, lambda: self.gap_ms)
        self.window = MainWindow(jobs)
        self.window.furnish(SESSION, "Bưu cục Kỳ Lừa", FakeWindow(), {Place.DEVICES: self.page})

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            press(key)
            self.wait()

    def wait(self) -> None:
        self._qtbot.waitUntil(lambda: self._jobs.running == 0)

    def text(self, name: str) -> str:
        return part(self.window, QLabel, name).text()


Opener = Callable[[FakeDevices], Counter]


@pytest.fixture
def at_devices(jobs: Jobs, activate: Callable[[QWidget], None], qtbot: QtBot) -> Opener:
    def make(needs: FakeDevices) -> Counter:
        counter = Counter(needs, jobs, qtbot)
        activate(counter.window)
        counter.window.go(Place.DEVICES)
        counter.wait()
        return counter

    return make


def test_scanner_and_scale_are_chosen_by_single_keys_and_enter_ends_at_the_button(at_devices: Opener) -> None:
    needs = FakeDevices()
    counter = at_devices(needs)

    counter.press(Qt.Key.Key_0, ENTER, Qt.Key.Key_2, ENTER, Qt.Key.Key_1, ENTER, Qt.Key.Key_2, ENTER)
    at = focus_name()
    counter.press(Qt.Key.Key_F9)

    assert at == "save"
    assert needs.settings == DeviceSettings(False, 0, "/dev/ttyACM0", "/dev/ttyUSB0", "a_and_d")


def test_one_port_for_two_devices_is_told_at_the_scale(at_devices: Opener) -> None:
    needs = FakeDevices()
    counter = at_devices(needs)

    counter.press(ENTER, Qt.Key.Key_1, ENTER, Qt.Key.Key_1, Qt.Key.Key_F9)

    assert part(counter.window, NoteLabel, "scale_port_note").text() == say(DeskError("scale.port_taken"))
    assert focus_name() == "scale_port"
    assert needs.settings.scale_port == ""


def test_the_living_weight_is_shown(at_devices: Opener, qtbot: QtBot) -> None:
    counter = at_devices(FakeDevices(DeviceSettings(True, 0, "", "/dev/ttyUSB0", "cas")))

    qtbot.waitUntil(lambda: counter.text("weight") == "2.340 g")

    assert counter.text("weight_words") == "Cân: 2340 g, ổn định"


def test_a_silent_scale_says_what_to_do(at_devices: Opener, qtbot: QtBot) -> None:
    needs = FakeDevices(DeviceSettings(True, 0, "", "/dev/ttyUSB0", "cas"), silent=True)
    counter = at_devices(needs)

    qtbot.waitUntil(lambda: counter.text("weight_words") != "")

    assert counter.text("weight_words") == say(DeskError("scale.silent"))
    assert counter.text("weight") == ""


def test_three_scans_measure_the_wedge_scanner(at_devices: Opener) -> None:
    needs = FakeDevices()
    counter = at_devices(needs)

    counter.press(Qt.Key.Key_F8)
    for gap in (10.0, 24.0, 12.0):
        counter.gap_ms = gap
        counter.window.take_scan(NUMBER)
    counter.press(Qt.Key.Key_F9)

    assert "36 ms" in counter.text("measured")
    assert needs.settings.wedge_gap_ms == 36


def test_esc_ends_measuring_and_keeps_what_was_measured_before(at_devices: Opener) -> None:
    needs = FakeDevices(DeviceSettings(True, 38, "", "", "cas"))
    counter = at_devices(needs)

    counter.press(Qt.Key.Key_F8)
    counter.window.take_scan(NUMBER)
    counter.press(Qt.Key.Key_Escape, Qt.Key.Key_F9)

    assert needs.settings.wedge_gap_ms == 38


def test_a_port_that_is_gone_stays_chosen_and_is_named(at_devices: Opener) -> None:
    needs = FakeDevices(DeviceSettings(True, 0, "/dev/ttyUSB7", "", "cas"))
    counter = at_devices(needs)

    assert part(counter.window, SegmentedChoice, "scanner_port").value() == "/dev/ttyUSB7"
    assert "không còn thấy" in part(counter.window, NoteLabel, "scanner_port_note").text()

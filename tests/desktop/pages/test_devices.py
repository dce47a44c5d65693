"""Scanner and scale by keyboard alone: chosen, kept, seen to work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

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
from kt1desk.desktop.scanning.arrival_words import COLUMNS, advice
from kt1desk.desktop.scanning.arrivals import Told
from kt1desk.desktop.widgets import NoteLabel, Role, SegmentedChoice, WholeRowsTable
from kt1desk.devices.arrivals import Arrival, Finding, Way
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Moment
from tests.devices.keyboard import burst, char
from tests.support.desk_fakes import SESSION, FakeWindow
from tests.support.keys import focus_name, part, press
from tests.support.scanner_fakes import FakeScanners
from tests.support.setup_fakes import FakeDevices

ENTER = Qt.Key.Key_Return
NUMBER = "ME473124829VN"


class Counter:
    """The window at the devices' page, with the pauses of a wedge scanner."""

    def __init__(self, needs: FakeDevices, jobs: Jobs, qtbot: QtBot) -> None:
        self.gap_ms = 12.0
        self._jobs, self._qtbot = jobs, qtbot
        self.scanners = FakeScanners(lambda: self.gap_ms)
        self.page = DevicesPage(needs, jobs, self.scanners.at_hand)
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

    counter.press(
        Qt.Key.Key_0,
        ENTER,
        Qt.Key.Key_2,
        ENTER,
        Qt.Key.Key_1,
        ENTER,
        Qt.Key.Key_2,
        ENTER,
        Qt.Key.Key_0,
        ENTER,
    )
    at = focus_name()
    counter.press(Qt.Key.Key_F9)

    assert at == "save"
    assert needs.settings == DeviceSettings(False, 0, "/dev/ttyACM0", "/dev/ttyUSB0", "a_and_d", sounds=False)


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


def _see_arrivals(counter: Counter) -> WholeRowsTable:
    press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    return part(counter.window, WholeRowsTable, "arrivals")


def _rows(table: WholeRowsTable) -> list[str]:
    model = table.model()
    return [model.index(at, 2).data(Qt.ItemDataRole.ToolTipRole) for at in range(model.rowCount())]


def test_what_arrives_is_shown_with_what_to_do_about_it(at_devices: Opener) -> None:
    counter = at_devices(FakeDevices())
    table = _see_arrivals(counter)

    counter.scanners.line(b"]C1ME473124829VN\r")
    counter.scanners.keys([*burst("TUI25000017", keys_per_s=100, suffix=0), char("X", 9_000)])

    assert _rows(table) == ["TUI25000017", "]C1ME473124829VN<CR>"]
    assert "suffix" in counter.text("advice")
    counter.press(Qt.Key.Key_Down)
    assert "AIM ID" in counter.text("advice")
    counter.press(Qt.Key.Key_Escape)
    assert not table.isVisible()


def test_only_the_last_ten_are_kept_and_nothing_after_the_list_is_left(at_devices: Opener) -> None:
    counter = at_devices(FakeDevices())
    table = _see_arrivals(counter)

    for at in range(12):
        counter.scanners.line(f"NP00417{at:02}\r".encode())
    last = _rows(table)
    counter.press(Qt.Key.Key_Escape)
    counter.scanners.line(b"NP0041799\r")
    _see_arrivals(counter)
    at_once = _rows(table)
    counter.scanners.line(b"NP0041773\r")

    assert (len(last), last[0], last[-1]) == (10, "NP0041711<CR>", "NP0041702<CR>")
    assert at_once == []
    assert _rows(table) == ["NP0041773<CR>"]


@pytest.mark.parametrize("away", [(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier), (Qt.Key.Key_F12,)])
def test_what_goes_to_another_field_or_under_the_curtain_is_not_looked_at(
    at_devices: Opener, away: tuple[Qt.Key]
) -> None:
    counter = at_devices(FakeDevices())
    table = _see_arrivals(counter)
    half = burst("NP0041772", keys_per_s=100)

    counter.scanners.keys(half[:5])
    press(*away)
    counter.scanners.keys(
        [*half[5:], *burst("8934567890123", keys_per_s=100, start_ms=2_000), char("X", 9_000)]
    )
    counter.scanners.line(b"NP0041772\r")

    assert _rows(table) == []


def test_a_card_shows_four_digits_only(at_devices: Opener) -> None:
    counter = at_devices(FakeDevices())
    table = _see_arrivals(counter)

    counter.scanners.line("020099001234||Hoàng Thị Mẫu|01021999|Nữ|Khối 1\r".encode())

    shown = [
        table.model().index(0, column).data(Qt.ItemDataRole.ToolTipRole) for column in range(len(COLUMNS))
    ]
    assert shown[2] == "…1234 (+5)"
    assert not any("Hoàng" in cell or "020099" in cell for cell in shown)


def test_the_sounds_are_tried_by_a_key(at_devices: Opener) -> None:
    counter = at_devices(FakeDevices())

    press(Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)

    assert counter.scanners.heard == 1


def test_every_finding_has_its_words_and_says_what_to_do() -> None:
    arrival = Arrival(0, Way.WEDGE, "x", None, False, 0, 0)

    words = {finding: advice(Told(Moment(0), replace(arrival, findings=(finding,)))) for finding in Finding}

    assert len({text for text, _ in words.values()}) == len(Finding)
    assert all(role is not Role.OK for _, role in words.values())
    assert advice(Told(Moment(0), arrival))[1] is Role.OK

"""Scenes of the page for scanner and scale: what is set, and what just arrived."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.navigation import Page, Place
from kt1desk.desktop.needs import DeviceSettings
from kt1desk.desktop.pages.devices import DevicesPage
from tests.devices.keyboard import VNI, burst, char, end, through_hook
from tests.support.keys import press
from tests.support.scanner_fakes import FakeScanners
from tests.support.setup_fakes import FakeDevices
from tests.support.stage import Scene, desk, settle

SETTINGS = DeviceSettings(True, 38, "/dev/ttyACM0", "/dev/ttyUSB0", "a_and_d")
_CARD = "020099001234|120456789|Hoàng Thị Mẫu|01021999|Nữ|Khối 1, Kỳ Lừa|28062021\r"


def _page(jobs: Jobs, scanners: FakeScanners) -> MainWindow:
    page = DevicesPage(FakeDevices(SETTINGS), jobs, scanners.at_hand)
    return desk(jobs, {each: page if each is Place.DEVICES else Page() for each in Place}, Place.DEVICES)


def _settings(jobs: Jobs) -> MainWindow:
    return _page(jobs, FakeScanners())


def _arrivals(jobs: Jobs) -> MainWindow:
    """Everything a technician may meet in an afternoon, the worst of it last."""
    scanners = FakeScanners()
    window = _page(jobs, scanners)
    press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    scanners.line(b"NP0041772\r")
    scanners.line(_CARD.encode())
    scanners.line(b"]C1ME473124829VN\r\n")
    no_suffix = burst("TUI25000017", keys_per_s=100, suffix=0, start_ms=1_000)
    double = burst("ME473124829VN", keys_per_s=100, suffix=2, start_ms=2_000)
    wrong = burst("ME473124828VN", keys_per_s=100, start_ms=3_000)
    foreign = burst("8934567890123", keys_per_s=200, start_ms=4_000)
    by_hand = burst("ME473124829VN", keys_per_s=9, start_ms=6_000)
    repaired = through_hook("ME473124829VN", VNI, gap_ms=4, start_ms=9_000)
    refused = through_hook("TUI25000017", VNI, gap_ms=4, start_ms=10_000)
    for keys in (no_suffix, double, wrong, foreign, by_hand, repaired, refused):
        scanners.keys(keys)
    scanners.keys([char("X", 20_000), end(20_100)])  # the last run ends when another begins
    settle(jobs)
    return window


DEVICE_SCENES: Mapping[str, Scene] = {"devices": _settings, "devices-arrivals": _arrivals}

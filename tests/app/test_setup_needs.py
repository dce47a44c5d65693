"""Setting up scanner and scale; only the system's list of serial ports is put in by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from serial.tools import list_ports
from serial.tools.list_ports_common import ListPortInfo

from kt1desk.app.hardware import Hardware, SettingsInHand
from kt1desk.app.setup_needs import DeviceSetup
from kt1desk.desktop.needs import DeviceSettings, Weighing
from kt1desk.domain.errors import DeskError


@pytest.fixture
def kept() -> list[str]:
    return []


@pytest.fixture
def hardware(tmp_path: Path) -> Hardware:
    return Hardware(SettingsInHand(), tmp_path / "giay")


@pytest.fixture
def ports(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [ListPortInfo("/dev/ttyUSB0"), ListPortInfo("/dev/ttyUSB1")]
    monkeypatch.setattr(list_ports, "comports", lambda: found)


def test_scanner_and_scale_cannot_share_a_port(hardware: Hardware, kept: list[str]) -> None:
    devices = DeviceSetup(
        hardware, lambda: Weighing(None, stable=False, text=""), lambda: kept.append("kept")
    )
    shared = DeviceSettings(True, 0, "/dev/ttyUSB0", "/dev/ttyUSB0", "cas")

    with pytest.raises(DeskError) as refusal:
        devices.save_devices(shared)

    assert (refusal.value.code, refusal.value.field) == ("scale.port_taken", "scale_port")
    assert kept == []


def test_devices_are_kept_and_shown_again(hardware: Hardware, ports: None, kept: list[str]) -> None:
    devices = DeviceSetup(
        hardware, lambda: Weighing(None, stable=False, text=""), lambda: kept.append("kept")
    )
    wanted = DeviceSettings(False, 31, "/dev/ttyUSB0", "/dev/ttyUSB1", "cas", sounds=False)

    devices.save_devices(wanted)

    assert devices.choices().settings == wanted
    assert kept == ["kept"]

"""Scanner and scale of an open desk: no file for a beep, and ports let go when they change."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kt1desk.app.machines import Machines
from kt1desk.desktop.needs import DeviceSettings
from kt1desk.desktop.scanning.arrivals import Told
from kt1desk.domain.errors import DeskError
from tests.devices.pty_port import PtyDevice
from tests.support.clocks import HandClock


def test_a_desk_opens_and_closes_without_a_file_of_its_own_for_sounds(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "full"))

    machines = Machines(qapp, HandClock())
    machines.dispatcher.take("ME473124829VN")
    qapp.processEvents()
    last = machines.dispatcher.last
    machines.end()

    assert last is not None
    assert not last.answer.accepted


def test_machines_are_changed_and_let_go(qapp: QApplication, tmp_path: Path) -> None:
    machines = Machines(qapp, HandClock())

    machines.use(DeviceSettings(True, 0, "", str(tmp_path / "ttyCAN"), "cas"))
    with_scale = machines.has_scale
    with pytest.raises(DeskError) as refusal:
        machines.weigh()
    machines.use(DeviceSettings(False, 0, "", "", ""))

    assert with_scale
    assert refusal.value.code == "scale.missing"
    assert not machines.has_scale
    assert machines.weigh().grams is None
    machines.stop()


def test_only_what_no_hand_could_have_typed_says_that_the_scanner_reads(qapp: QApplication) -> None:
    machines = Machines(qapp, HandClock())

    machines.dispatcher.take("ME473124829VN", proves=False)
    typed = machines.has_scanned
    machines.dispatcher.take("ME473124829VN")
    machines.dispatcher.take("ME473124829VN", proves=False)
    machines.end()

    assert not typed
    assert machines.has_scanned


def test_what_a_serial_scanner_sends_is_told_to_whoever_looks_sounds_off_or_on(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    device = PtyDevice(tmp_path)
    device.plug_in()
    machines = Machines(qapp, HandClock())
    told: list[Told] = []
    arrivals = machines.at_hand().arrivals
    arrivals.came.connect(told.append)
    arrivals.watch(lambda: True)

    machines.use(DeviceSettings(True, 0, device.name, "", "", sounds=False))

    def heard() -> bool:
        device.send(
            b"\x02NP0041772\r\n"
        )  # again: what comes before the port is open is thrown away with the rest of its past
        return bool(told)

    qtbot.waitUntil(heard, timeout=5000)
    arrivals.leave()
    machines.end()
    device.unplug()

    assert told[0].arrival.shown == "<STX>NP0041772<CR><LF>"

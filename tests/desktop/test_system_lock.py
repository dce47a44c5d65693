"""What the system says of locking and sleeping is heard: logind on a D-Bus of the test's own, messages in the shape of those of Windows."""

from __future__ import annotations

import ctypes
import shutil
import subprocess
from collections.abc import Iterator
from ctypes import wintypes

import pytest
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kt1desk.desktop.system_lock import (
    WM_POWERBROADCAST,
    WM_WTSSESSION_CHANGE,
    SystemLock,
    WindowsMessages,
)

LOGIND, ROOT = "org.freedesktop.login1", "/org/freedesktop/login1"


@pytest.fixture
def buses() -> Iterator[tuple[QDBusConnection, QDBusConnection]]:
    """Two ends of a bus: the desk's, and that of whoever is logind on it."""
    daemon = shutil.which("dbus-daemon")
    if daemon is None:
        pytest.skip("needs dbus-daemon")
    words = [daemon, "--session", "--print-address", "--nofork", "--nopidfile"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        desk = QDBusConnection.connectToBus(address, "test-desk")
        logind = QDBusConnection.connectToBus(address, "test-logind")
        assert logind.registerService(LOGIND)
        yield desk, logind
        for name in ("test-desk", "test-logind"):
            QDBusConnection.disconnectFromBus(name)
        process.terminate()


@pytest.mark.parametrize(
    ("path", "interface", "name", "said"),
    [
        (ROOT, f"{LOGIND}.Manager", "PrepareForSleep", [True]),
        (ROOT, f"{LOGIND}.Manager", "PrepareForSleep", [False]),
        (f"{ROOT}/session/_32", f"{LOGIND}.Session", "Lock", []),
    ],
)
def test_logind_says_that_the_machine_sleeps_or_is_locked(
    buses: tuple[QDBusConnection, QDBusConnection],
    worn: QApplication,
    qtbot: QtBot,
    path: str,
    interface: str,
    name: str,
    said: list[bool],
) -> None:
    desk, logind = buses
    window = QWidget()
    lock = SystemLock(worn, window, desk)
    woken: list[None] = []
    lock.woke.connect(lambda: woken.append(None))
    message = QDBusMessage.createSignal(path, interface, name)
    message.setArguments(said)

    with qtbot.waitSignal(lock.away):
        logind.send(message)

    assert len(woken) == int(said == [False])
    window.deleteLater()


def test_a_machine_without_a_bus_says_nothing_and_nothing_fails(worn: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    lock = SystemLock(worn, window, QDBusConnection("no such bus"))

    with qtbot.assertNotEmitted(lock.away):
        worn.processEvents()

    window.deleteLater()


@pytest.mark.parametrize(
    ("message", "reason", "is_away"),
    [
        (WM_WTSSESSION_CHANGE, 0x7, True),  # WTS_SESSION_LOCK
        (WM_WTSSESSION_CHANGE, 0x2, True),  # WTS_CONSOLE_DISCONNECT: another user of Windows
        (WM_WTSSESSION_CHANGE, 0x8, False),  # WTS_SESSION_UNLOCK
        (WM_POWERBROADCAST, 0x4, True),  # PBT_APMSUSPEND
        (WM_POWERBROADCAST, 0x12, True),  # PBT_APMRESUMEAUTOMATIC
        (WM_POWERBROADCAST, 0xA, False),  # PBT_APMPOWERSTATUSCHANGE: the plug
        (0x0100, 0x7, False),  # WM_KEYDOWN
    ],
)
def test_windows_says_by_a_message_that_the_screen_is_locked_or_the_machine_sleeps(
    worn: QApplication, message: int, reason: int, is_away: bool
) -> None:
    window, told = QWidget(), []
    lock = SystemLock(worn, window, QDBusConnection("no such bus"))
    lock.away.connect(lambda: told.append(message))
    sent = wintypes.MSG(None, message, reason, 0)

    kept, _ = WindowsMessages(lock).nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(sent))
    WindowsMessages(lock).nativeEventFilter(b"xcb_generic_event_t", ctypes.addressof(sent))

    assert bool(told) == is_away
    assert not kept
    window.deleteLater()

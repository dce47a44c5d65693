"""The operating system locks the screen or puts the machine to sleep: whoever wants to know is told.

Windows sends messages to the window (WM_WTSSESSION_CHANGE, which has to be asked for, and WM_POWERBROADCAST); Linux has logind say so on
the system's D-Bus. A system that says neither loses nothing but a second: `kt1desk.desktop.absence` notices a sleep by the clock. This
module must not know what is done then.
"""

from __future__ import annotations

import ctypes
import logging
import sys
from ctypes import wintypes
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import SLOT, QAbstractNativeEventFilter, QByteArray, QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING or sys.platform != "win32":  # an installed program of Windows has no D-Bus
    from PySide6.QtDBus import QDBusConnection

WM_POWERBROADCAST, WM_WTSSESSION_CHANGE = 0x0218, 0x02B1
_SUSPEND, _RESUME_SUSPEND, _RESUME_AUTOMATIC = 0x4, 0x7, 0x12
_WOKE = {_RESUME_SUSPEND, _RESUME_AUTOMATIC}
_CONSOLE_DISCONNECT, _REMOTE_DISCONNECT, _SESSION_LOCK = 0x2, 0x4, 0x7
_AWAY = {
    WM_POWERBROADCAST: {_SUSPEND, _RESUME_SUSPEND, _RESUME_AUTOMATIC},
    WM_WTSSESSION_CHANGE: {_CONSOLE_DISCONNECT, _REMOTE_DISCONNECT, _SESSION_LOCK},
}
"""By message which reasons mean that nobody looks at the screen any more (winuser.h, wtsapi32.h); waking up too, if sleep was not told."""
_WINDOWS_MESSAGE = b"windows_generic_MSG"
_LOGIND = "org.freedesktop.login1"
_SLEEPS, _LOCKED = (cast(bytes, SLOT(name)) for name in ("sleeps(bool)", "locked()"))
"""A text at run time; Qt's stubs say both, each at another place."""


class SystemLock(QObject):
    """`away`: the system locked the screen, changed the user or goes to sleep. `woke`: it wakes up.

    Args:
        app: whose messages are read on Windows.
        window: whose messages they are.
        bus: where logind speaks; the system's, except in tests.
    """

    away = Signal()
    woke = Signal()

    def __init__(self, app: QApplication, window: QWidget, bus: QDBusConnection | None = None) -> None:
        super().__init__(window)
        if sys.platform == "win32":
            self._filter = WindowsMessages(self)
            app.installNativeEventFilter(self._filter)
            _ask_windows(int(window.window().winId()))
        else:
            self._hear_logind(bus or QDBusConnection.systemBus())

    def _hear_logind(self, bus: QDBusConnection) -> None:
        """A machine without it, or without a bus, is a machine that says nothing."""
        if not bus.isConnected():
            return
        manager, session = f"{_LOGIND}.Manager", f"{_LOGIND}.Session"
        path = "/org/freedesktop/login1"
        bus.connect(_LOGIND, path, manager, "PrepareForSleep", self, _SLEEPS)
        bus.connect(_LOGIND, "", session, "Lock", self, _LOCKED)

    @Slot(bool)
    def sleeps(self, begins: bool) -> None:
        """The machine goes to sleep, or wakes up: as good a reason to cover the screen, where the first was not told in time."""
        self.away.emit()
        if not begins:
            self.woke.emit()

    @Slot()
    def locked(self) -> None:
        """The screen of the system is locked."""
        self.away.emit()


class WindowsMessages(QAbstractNativeEventFilter):
    """Reads the messages of Windows as they come by; it keeps none back."""

    def __init__(self, lock: SystemLock) -> None:
        super().__init__()
        self._lock = lock

    def nativeEventFilter(
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> tuple[bool, int]:
        """See Qt."""
        if kind == _WINDOWS_MESSAGE:
            told = wintypes.MSG.from_address(int(message))
            if told.wParam in _AWAY.get(told.message, ()):
                self._lock.away.emit()
                if told.message == WM_POWERBROADCAST and told.wParam in _WOKE:
                    self._lock.woke.emit()
        return False, 0


def _ask_windows(window: int) -> None:
    """Locking is told only to windows that asked for it; where Windows refuses, sleep and idle time are still noticed."""
    if sys.platform == "win32":
        this_session = 0
        if not ctypes.WinDLL("wtsapi32").WTSRegisterSessionNotification(wintypes.HWND(window), this_session):
            logging.getLogger(__name__).warning("Windows does not tell when it locks")

"""The wall clock of the machine, as the services want it."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from kt1desk.domain.events import Moment

VIETNAM_OFFSET_MIN = 7 * 60
"""Việt Nam keeps UTC+7 all year (QĐ 134/2002/QĐ-TTg); a machine with a wrong zone must not print wrong hours."""

_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


class SystemClock:
    """Implements `kt1desk.services.ports.Clock`."""

    def __init__(self) -> None:
        self._boot = _boot_id()

    def now(self) -> Moment:
        """UTC milliseconds of the machine, shown in Vietnamese time."""
        return Moment(time.time_ns() // 1_000_000, VIETNAM_OFFSET_MIN)

    def monotonic_ms(self) -> int:
        """Never goes back."""
        return time.monotonic_ns() // 1_000_000

    def elapsed_ms(self) -> int:
        """Milliseconds since the machine was started, its sleeps among them; nobody can set it.

        On Linux ``CLOCK_BOOTTIME``, for Python's monotonic clock stands still there while the machine sleeps. On Windows that one is
        ``GetTickCount64``, from Python 3.13 on ``QueryPerformanceCounter``, and both go on in a sleep (Microsoft's documentation; it was
        not run there).
        """
        if sys.platform == "linux":
            ns = time.clock_gettime_ns(time.CLOCK_BOOTTIME)
        else:
            ns = time.monotonic_ns()
        return ns // 1_000_000

    def boot_id(self) -> str:
        """The kernel's id of this boot; on Windows the minute of the boot."""
        return self._boot


def _boot_id() -> str:
    if sys.platform != "win32" and _BOOT_ID.exists():
        return _BOOT_ID.read_text(encoding="ascii").strip().replace("-", "")[:16]
    minute = int(time.time() - time.monotonic()) // 60
    return f"m{minute}"

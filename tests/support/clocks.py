"""A clock that a test sets by hand."""

from __future__ import annotations

from dataclasses import dataclass

from kt1desk.domain.events import Moment

NOON_MS = 1_795_410_000_000
"""23/11/2026 12:00 in Lạng Sơn."""


@dataclass
class HandClock:
    """Both clocks and the boot id, moved only by the test."""

    wall_ms: int = NOON_MS
    mono_ms: int = 1_000_000
    boot: str = "boot-1"
    slept_ms: int = 0

    def now(self) -> Moment:
        return Moment(self.wall_ms)

    def monotonic_ms(self) -> int:
        return self.mono_ms

    def elapsed_ms(self) -> int:
        return self.mono_ms + self.slept_ms

    def boot_id(self) -> str:
        return self.boot

    def pass_ms(self, ms: int) -> None:
        """Time goes by on both clocks."""
        self.wall_ms += ms
        self.mono_ms += ms

    def sleep_ms(self, ms: int) -> None:
        """The machine sleeps: the monotonic clock stands still, the others go on."""
        self.wall_ms += ms
        self.slept_ms += ms

    def reboot(self) -> None:
        """The machine starts again: the monotonic clock begins near zero, under another id."""
        self.boot += "+"
        self.mono_ms = 5_000
        self.slept_ms = 0
